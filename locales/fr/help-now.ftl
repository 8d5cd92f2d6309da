# La fiche d'urgence : /help-now (commands/help-now.ts).

help-now-about = Qui appeler maintenant : la fiche d'urgence d'ici
help-now-show-about = Montrer tout de suite la fiche d'urgence d'ici
help-now-set-about = Écrire la fiche d'urgence ; un autre membre la confirme
help-now-confirm-about = Dire que la fiche d'urgence est juste
help-now-refuse-about = Dire qu'un changement de la fiche d'urgence n'est pas juste
help-now-option-text = Ligne juridique, observation, soins : chacun avec son numéro
help-now-ask-text = Que dit la fiche ? Ligne juridique, observation, soins : chacun avec son numéro, sur sa ligne.
help-now-card = Aide immédiate : { $cell }
help-now-confirmed-on = Quelqu'un l'a vérifiée le { $at }.
help-now-none = Il n'y a pas encore de fiche d'urgence ici. Qui coordonne la cellule l'écrit : /help-now set
help-now-stranger = Je ne sais pas dans quelle cellule tu es. Dans son groupe, tout le monde voit la fiche : /help-now
help-now-no-cell = Tu ne comptes dans aucune cellule. Écris cela dans le groupe de ta cellule.
help-now-elsewhere = Cette fiche est celle d'une autre cellule.
help-now-proposed = C'est noté. Elle vaut quand un autre membre a vérifié les numéros et confirme dans le groupe. D'ici là, l'ancienne reste.
help-now-change = Nouvelle fiche d'urgence : { $cell }
help-now-change-how = Qui d'autre peut vérifier ces numéros ? Elle vaut quand un autre membre confirme ; d'ici là, l'ancienne reste.
help-now-button-confirm = Vérifiés, ils sont justes
help-now-button-refuse = Pas juste
help-now-button-still = Vérifiés, toujours justes
help-now-gone = Ce changement n'attend plus. Regarde le plus récent.
help-now-own = C'est toi qui l'as écrite : quelqu'un d'autre doit vérifier.
help-now-stands = Elle vaut. Merci d'avoir vérifié.
help-now-still-right = C'est noté, à la date d'aujourd'hui. Merci d'avoir vérifié.
help-now-refused = Elle ne vaut pas. L'ancienne reste.
help-now-ask-still = Ces numéros sont-ils toujours justes ? Appelles-en un si tu peux. Tout le monde peut le dire, avec /help-now confirm ; et /help-now set les change.

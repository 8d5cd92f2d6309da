# Les alertes : /alert (commands/alert.ts).

alert-about = Donner l'alerte à deux
alert-begin-about = Donner l'alerte ; une deuxième personne la confirme dans les dix minutes
alert-confirm-about = Confirmer l'alerte qu'une autre personne a lancée : alors elle part
alert-off-about = Dire qu'une alerte est finie
alert-show-about = Les alertes en cours, avec leurs boutons
alert-safe-about = Dire que tu es hors de danger ; seul le nombre se voit
alert-coming-about = Dire que tu arrives ; seul le nombre se voit
alert-help-about = Appeler les deux qui ont donné l'alerte, sans que personne d'autre le voie
alert-receipts-about = Où une alerte est arrivée, et pourquoi pas ailleurs
alert-lift-about = Permettre trois alertes de plus aujourd'hui
alert-option-text = Ce qui se passe, et où
alert-ask-text = Que se passe-t-il, et où ?
alert-option-scope = À qui : cell, sector ou federation ; la cellule si tu ne dis rien
alert-ask-scope = À qui : à la cellule, au secteur ou à la fédération ?
alert-begun = Elle part dès qu'une deuxième personne de cette cellule la confirme, dans les dix minutes. Sinon elle ne part pas.
alert-begun-wider = Elle part dès que quelqu'un qui coordonne une autre cellule, ou administre la fédération, la confirme, dans les dix minutes. Je le leur ai demandé en privé.
alert-reach = Les appels à l'aide vont aux deux qui donnent l'alerte, et je ne peux pas encore t'écrire. Ouvre maintenant notre conversation privée.
alert-question = { $person }, de { $cell }, donne l'alerte. Qui d'autre sait que c'est vrai ?
alert-question-how = Elle part dès qu'une deuxième personne la confirme, jusqu'à { $until }. Ne confirme que ce que tu sais.
alert-button-confirm = C'est vrai : envoyer
alert-button-off = C'est fini
alert-button-safe = Hors de danger
alert-button-coming = J'arrive
alert-button-help = J'ai besoin d'aide
alert-heading = Alerte : { $cell }
alert-sent =
    { $chats ->
        [one] L'alerte part dans { $chats } groupe, avant tout le reste.
       *[other] L'alerte part dans { $chats } groupes, avant tout le reste.
    }
alert-noted = C'est noté. Pour l'instant : { $safe } hors de danger, { $coming } en route.
alert-counts = Pour l'instant : { $safe } hors de danger, { $coming } en route.
alert-waits = Elle attend qu'une deuxième personne la confirme.
alert-call = { $person } ({ $cell }) a besoin d'aide. Je ne le dis qu'à vous deux, qui avez donné l'alerte.
alert-call-sent = Ton appel part vers { $people }, et personne d'autre. Si je ne les joins pas en trente secondes, je te dis qui appeler.
alert-call-sent-only = Ton appel part vers { $people }, et personne d'autre. Je ne peux pas t'écrire en privé : /help-now montre qui d'autre appeler.
alert-call-again = Ton appel est déjà parti vers { $people }.
alert-nobody = Je n'ai pas pu joindre qui a donné l'alerte. Appelle toi-même à l'aide :
alert-is-over = L'alerte est finie.
alert-ended =
    { $chats ->
        [one] C'est fini ; { $chats } groupe l'apprend.
       *[other] C'est fini ; { $chats } groupes l'apprennent.
    }
alert-taken-back = Elle est retirée. Rien n'est parti.
alert-lapsed = Personne n'a confirmé ton alerte jusqu'à { $until } : elle n'est pas partie. Tu peux la redonner.
alert-lapsed-late = Personne n'a confirmé ton alerte de { $when } : elle n'est pas partie.
alert-lifted = { $most } alertes de plus peuvent y partir d'ici un jour.
alert-none = Il n'y a pas d'alerte ici en ce moment.
alert-gone = Cette alerte n'attend plus, ou est finie.
alert-elsewhere = Cette alerte n'est pas pour une de tes cellules.
alert-not-yours = C'est pour les deux qui l'ont donnée, et pour qui coordonne une cellule où elle est partie.
alert-open-already = Une alerte y attend ou est en cours : /alert show. /alert off y met fin.
alert-too-many = { $most } alertes y sont parties en un jour. Qui administre la fédération peut en permettre plus : /alert lift
alert-why-same = Une deuxième personne doit la confirmer, pas un autre compte à toi.
alert-why-other-cell = C'est celle d'une autre cellule : quelqu'un de là-bas doit la confirmer.
alert-why-not-coordinators = Aussi large, il faut deux personnes qui coordonnent des cellules différentes, ou une, et une qui administre la fédération.
alert-why-new = Il faut être là depuis plus de sept jours pour donner l'alerte avec quelqu'un. Demande à quelqu'un qui est là depuis plus longtemps.

# Les rencontres : /gather (commands/gather/).

gather-about = Se retrouver : trouver une heure, dire si tu viens
gather-new-about = Créer une rencontre
gather-when-about = Proposer des heures pour une rencontre
gather-choose-about = Choisir entre les heures proposées
gather-going-about = Tu viens
gather-maybe-about = Tu viens peut-être
gather-no-about = Tu ne viens pas
gather-show-about = Montrer une rencontre
gather-list-about = Les rencontres de cette cellule
gather-move-about = Changer l'heure, le lieu, la durée ou les places d'une rencontre
gather-cancel-about = Annuler une rencontre
gather-held-about = Dire qu'une rencontre a eu lieu
gather-let-go-about = Renoncer à se retrouver après une action
gather-ics-about = Les rencontres en fichier d'agenda

gather-option-gathering = Quelle rencontre : son numéro ou son nom
gather-option-unknown = Je ne connais pas de rencontre « { $typed } » ici. Écris /gather list pour les voir.
gather-option-what = Pour quoi vous vous retrouvez
gather-ask-what = Pour quoi vous retrouvez-vous ?
gather-option-at = Quand c'est
gather-ask-at = Quand est-ce ? Par exemple « vendredi 18:00 ». Tu peux laisser vide et chercher une heure ensemble.
gather-option-capacity = Combien de personnes peuvent venir
gather-ask-capacity = Combien de personnes peuvent venir ? Laisse vide s'il y a de la place pour tous.
gather-option-where = Où c'est
gather-ask-where = Où est-ce ?
gather-option-length = Combien de temps elle dure
gather-ask-length = Combien de temps dure-t-elle ?
gather-option-times = Quelques heures, ou des mots comme « un soir la semaine prochaine »
gather-ask-times = Quand serait-ce possible ? « vendredi 18:00, samedi 11:00 », ou « un soir la semaine prochaine ».
gather-option-time = L'heure que tu peux
gather-option-now = Finir le choix maintenant

options-time-label = { $time }
options-times-this-week = Un soir cette semaine
options-times-next-week = Un soir la semaine prochaine
options-times-weekend = Le week-end
options-times-past = Tout cela est déjà passé.
options-times-many =
    { $most ->
        [one] Propose { $most } seule heure.
       *[other] Propose { $most } heures au plus.
    }

gather-none = Il n'y a pas encore de rencontre ici. Écris /gather new pour en créer une.
gather-which = Quelle rencontre ?
gather-no-cell = Je ne connais pas encore ta cellule. Écris cela dans son groupe.
gather-needs-organizer = C'est pour qui coordonne, ou pour qui l'a prévue.
gather-done-everywhere = C'est fait. Les groupes de la cellule le savent.
gather-ended-held = Elle a déjà eu lieu.
gather-ended-let-go = La cellule y a renoncé.
gather-ended-over = Elle est finie.
gather-ended-cancelled = Elle a été annulée.
gather-before-end = Elle doit avoir lieu après la fin de l'action.
gather-too-long = C'est très long. Une rencontre dure une semaine au plus.
gather-move-what = Que faut-il changer ? Par exemple : /gather move at:"vendredi 18:00", ou where:, length: ou capacity:
gather-too-early = Il est trop tôt pour le dire.
gather-nothing-to-choose = Il n'y a rien à choisir en ce moment.

gather-name-after = Après : { $action }
gather-when = { $time }
gather-where = Où : { $place }
gather-length = Durée : { $length }.
gather-changed = { $gathering } a changé
gather-places =
    { $places ->
        [one] Il y a maintenant { $places } place.
       *[other] Il y a maintenant { $places } places.
    }
gather-open-points = Points ouverts pour cette réunion
gather-number = Rencontre { $number }
gather-no-time = Pas encore d'heure. Quand peux-tu ?
gather-going =
    { $going ->
        [0] Personne n'a encore dit venir
        [one] { $going } vient
       *[other] { $going } viennent
    }
gather-going-of =
    { $going ->
        [one] { $going } place prise sur { $capacity }
       *[other] { $going } places prises sur { $capacity }
    }
gather-waiting =
    { $waiting ->
        [one] { $waiting } sur la liste d'attente
       *[other] { $waiting } sur la liste d'attente
    }
gather-maybe =
    { $maybe ->
        [one] { $maybe } peut-être
       *[other] { $maybe } peut-être
    }
gather-choose-how = Quand peux-tu ? Touche chaque heure possible pour toi ; une deuxième fois la retire.
gather-time-line =
    { $people ->
        [0] { $time } : encore personne
        [one] { $time } : { $people } peut
       *[other] { $time } : { $people } peuvent
    }
gather-decides = Le { $time }, je retiens l'heure possible pour le plus grand nombre.
gather-state-held = Elle a eu lieu.
gather-state-let-go = Abandonnée.
gather-state-over = Elle est finie.
gather-state-cancelled = Annulée.

gather-button-going = Je viens
gather-button-maybe = Peut-être
gather-button-no = Non
gather-button-give-back = Rendre la place
gather-button-held = Oui, elle a eu lieu
gather-button-other-time = Chercher une autre heure
gather-button-let-go = Y renoncer

gather-you-go = { $gathering } : tu viens.
gather-you-maybe = { $gathering } : tu viens peut-être.
gather-you-stay = { $gathering } : tu ne viens pas.
gather-you-wait = { $gathering } : c'est plein. Tu as le numéro { $place } sur la liste d'attente, qui avance d'elle-même.
gather-can = C'est noté : tu peux le { $time }.
gather-cannot = C'est retiré : { $time }.
gather-place-free = { $gathering } : une place est libre pour toi.
gather-place-free-at = { $gathering }, { $time } : une place est libre pour toi.
gather-place-gone = { $gathering } : il y a moins de places. Tu as le numéro { $place } sur la liste d'attente, qui avance d'elle-même.

gather-place-free-chat = { $person }, une place est libre pour toi : { $gathering }.
gather-place-free-at-chat = { $person }, une place est libre pour toi : { $gathering }, { $time }.

gather-moved = { $gathering } : c'est maintenant le { $time }.
gather-time-gone = { $gathering } n'a plus d'heure. Cherchez-en une autre.
gather-cancelled = { $gathering } est annulée.
gather-held = C'est bien que vous vous soyez retrouvés. { $gathering } : noté, elle a eu lieu.
gather-let-go = { $gathering } – la cellule y renonce. Je ne demanderai plus.
gather-reminder = C'est le { $time }, { $left }. Viens-tu ?
gather-decided = C'est le { $time }.
gather-decided-none = Aucune heure n'est possible pour personne. On en essaie d'autres ?
gather-held-ask = Vous êtes-vous retrouvés ? Un geste suffit.
gather-overdue = Elle n'a pas encore eu lieu, et le repos fait partie de l'action.
gather-overdue-how = Cherchez une heure, ou dites qu'elle a eu lieu. La cellule peut aussi y renoncer.

gather-list-at = { $number } : { $gathering } – { $time }
gather-list-choosing = { $number } : { $gathering } – l'heure est en cours de choix
gather-list-no-time = { $number } : { $gathering } – pas encore d'heure
gather-list-held = { $number } : { $gathering } – a eu lieu
gather-list-let-go = { $number } : { $gathering } – abandonnée
gather-list-over = { $number } : { $gathering } – finie
gather-list-cancelled = { $number } : { $gathering } – annulée

gather-ics = Ouvre ce fichier avec ton agenda.
gather-ics-none = Il n'y a pas de rencontre avec une heure ici.
gather-ics-name = Rencontres de { $cell }

# Les actions et leurs soins : /action (commands/action/).

action-about = Ce que fait la cellule, avec ses soins et son repos
action-plan-about = Prévoir une action, ses soins et la rencontre d'après
action-show-about = Montrer une action
action-list-about = Les actions de cette cellule
action-care-about = Soins d'une action : en ajouter, s'en charger, dire que c'est fait
action-confirm-about = Confirmer une action
action-change-about = Changer une action ; ses soins et son repos suivent
action-cancel-about = Annuler une action
action-close-about = Dire qu'une action s'est terminée plus tôt
action-template-about = Garder une action pour la reprévoir d'un coup

action-option-action = Quelle action : son numéro ou son nom
action-option-unknown = Je ne connais pas d'action « { $typed } » ici. Écris /action list pour les voir.
action-option-what = Ce que vous faites, ou le nom d'une action gardée
action-ask-what = Que voulez-vous faire ?
action-option-from = Quand elle commence
action-ask-from = Quand commence-t-elle ? Touche une date, ou écris par exemple « samedi 10:00 ».
action-option-to = Quand elle finit, ou combien de temps elle dure
action-ask-to = Quand finit-elle ? Une heure, ou « 4h ».
action-option-where = Où c'est
action-ask-where = Où est-ce ?
action-option-care = Soins : repas, garde d'enfants, transport, etc.
action-ask-care = Qui prend soin pendant ce temps ? Choisis une forme de soin, ou écris-en une autre.
action-option-rest = Quand vous vous retrouvez après ; « rien » pour ne pas le faire
action-ask-rest = Quand vous retrouvez-vous après ?
action-option-confirm = La prévoir quand même pendant une accalmie
action-option-reason = Pourquoi sans soins ou sans repos
action-ask-reason = Pourquoi ?
action-option-form = La forme de soin
action-option-act-from = Quand ce soin commence
action-option-act-to = Quand ce soin finit
action-option-places = Combien de personnes il faut
action-option-do = En ajouter, s'en charger, le laisser, dire que c'est fait, ou l'enlever
action-option-name = Un nom pour la reprévoir
action-ask-name = Sous quel nom je la garde ?

action-none = Il n'y a pas d'action ici. Écris /action plan pour en prévoir une.
action-which = Quelle action ?
action-which-care = Lequel ?
action-no-such-care = { $action } n'a pas ce soin.
action-time-unknown = Je ne comprends pas l'heure « { $typed } ». Par exemple « samedi 18:00 » ou « 4h ».
action-ends-first = Elle doit finir après avoir commencé.
action-too-long = Une action dure 31 jours au plus. Prévois-en plusieurs.
action-over = Cette action est finie.
action-cancelled-already = Cette action a été annulée.
action-not-begun = Elle n'a pas encore commencé. Pour l'annuler : /action cancel
action-change-what = Que faut-il changer ? Par exemple : /action change from:"samedi 11:00"
action-change-past = Ce serait dans le passé.
action-long = Ce serait du { $from } au { $to }. C'est bien ça ?
action-lull = Cela tombe dans une accalmie, jusqu'au { $until } : un temps de repos. La prévoir quand même ?
action-button-lull = La prévoir quand même

action-form-meals = Repas
action-form-childcare = Garde d'enfants
action-form-rides = Transport
action-form-pantry = Provisions
action-form-first-aid = Premiers secours
action-form-quiet-room = Salle calme

action-span = { $from } à { $to }
action-at = Où : { $place }
action-no-care = Pas encore de soins.
action-act = { $form }, { $span }
action-act-label = { $form }, { $time }
action-act-day = { $form }, { $day }
action-act-nobody =
    { $places ->
        [one] { $form } : encore personne
       *[other] { $form } : encore personne, { $places } places
    }
action-gaps = Encore personne :
action-gap =
    { $more ->
        [0] { $form } : { $days }
        [one] { $form } : { $days } et { $more } autre
       *[other] { $form } : { $days } et { $more } autres
    }
action-gap-line = Encore personne : { $gap }
action-shifts-open = Reste à prendre :
action-shift-fallen = N'a plus lieu : { $shift }
action-act-places = { $form } : { $taken } sur { $places } places prises
action-act-taken =
    { $open ->
        [one] { $form } : { $names }. { $open } place libre
       *[other] { $form } : { $names }. { $open } places libres
    }
action-act-full = { $form } : { $names }
action-act-done = { $form } : c'est fait
action-act-done-by = { $form } : fait par { $names }
action-no-rest = Pas encore de rencontre après.
action-rest-at = Après, vous vous retrouvez le { $time }.
action-rest-no-time = Après, vous vous retrouvez ; il manque l'heure. /gather when { $number }
action-rest-held = Vous vous êtes retrouvés après.
action-rest-let-go = La rencontre d'après a été abandonnée.
action-reason = Confirmée quand même : { $reason }
action-number = Action n° { $number }, { $state }
action-state-planned = prévue
action-state-confirmed = confirmée
action-state-over = finie
action-state-cancelled = annulée

action-button-take = Je m'en charge : { $form }
action-button-done = Fait : { $form }
action-button-confirm = Confirmer
action-button-add-care = Ajouter : { $form }
action-button-add-rest = Se retrouver le lendemain, 18:00
action-button-leave = Finalement, je ne peux pas

action-lacks-both = Cette action n'a encore ni soins ni rencontre après. Ajoute les deux, puis confirme.
action-lacks-care = Cette action n'a pas encore de soins. Ajoutes-en, puis confirme.
action-lacks-rest = Cette action n'a pas encore de rencontre après. Ajoute-la, puis confirme.
action-lacks-way = S'il faut faire sans : /action confirm { $number } reason:"pourquoi"
action-confirmed = Confirmée : { $time }.
action-confirmed-already = Cette action est déjà confirmée.
action-same-form =
    Encore { $forms }, comme les trois dernières fois. Et quelque chose qui n'a pas servi récemment ?

action-care-added = { $form } : prévu pour { $action }.
action-care-there = { $form } : déjà prévu.
action-care-many =
    { $most ->
        [one] Une action a { $most } soin au plus chaque jour.
       *[other] Une action a { $most } soins au plus chaque jour.
    }
action-care-outside = Le soin doit avoir lieu pendant l'action : { $span }.
action-care-changed = { $form } pour { $action }, maintenant : { $span }.
action-care-removed = { $form } pour { $action } : enlevé.
action-care-early = Cela n'a pas encore commencé.
action-care-done = { $form } pour { $action } : c'est fait. Merci.
action-care-done-already = C'est déjà noté.
action-care-given = { $form } ({ $action })
action-care-done-ask = Ce soin a-t-il été donné ? Un geste suffit.
action-taken = Merci. C'est à toi : { $form }, { $span }.
action-taken-already = { $form } : c'est déjà à toi.
action-taken-full = { $form } : il y a assez de monde. Merci !
action-taken-closed = { $form } : c'est fini.
action-left-over = { $form } : c'est fini. Merci de t'en être chargé !
action-left = { $form } : de nouveau libre. Merci de l'avoir dit.
action-not-yours = Tu ne t'en étais pas chargé.

action-changed = { $action } a changé
action-changed-what = C'est maintenant : { $what }
action-changed-when = Maintenant : { $span }
action-changed-where = Maintenant à : { $place }
action-cancelled = { $action } est annulée, et la rencontre d'après aussi.
action-template-saved = C'est gardé. La prochaine fois : /action plan { $name }

action-soon = Elle commence le { $time }, { $left }.
action-open-line =
    { $open ->
        [one] { $form } : { $open } place libre
       *[other] { $form } : { $open } places libres
    }
action-not-confirmed = Elle n'est pas encore confirmée.
action-ended = C'est fini. Merci à toutes et tous.
action-ended-rest = Vous vous retrouvez le { $time } pour laisser retomber.
action-ended-when = Quand vous retrouvez-vous pour laisser retomber ?
action-ended-choosing = L'heure de la rencontre d'après est en train d'être choisie.

action-list-planned = { $number } : { $action } – { $time }, prévue
action-list-confirmed = { $number } : { $action } – { $time }, confirmée
action-list-over = { $number } : { $action } – { $time }, finie
action-list-cancelled = { $number } : { $action } – { $time }, annulée

action-learnt-before = Ce qu'on a appris la dernière fois
action-share-about = Montrer aux autres cellules quoi, quand, quel secteur ; jamais où ni qui
action-unshare-about = Ne plus montrer une action aux autres cellules
action-shared = Les autres cellules voient maintenant dans /calendar show : « { $what } », { $span }, { $sector }. Jamais où, ni qui vient.
action-shared-already = Les autres cellules la voient déjà. Pour la retirer : /action unshare
action-not-shared = Les autres cellules ne la voient pas.
action-share-ended = Les autres cellules ne voient plus { $action }.
action-button-unshare = Ne plus la montrer
action-is-shared = Les autres cellules voient quoi, quand et quel secteur.

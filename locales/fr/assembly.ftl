# Les assemblées entre secteurs : /assembly (commands/assembly).

assembly-about = Assemblées : prévoir, pointer, ordre du jour, parole, clore, compte rendu
assembly-new-about = Prévoir des assemblées régulières
assembly-change-about = Déplacer la prochaine, ou changer heure, durée ou rythme à partir d'elle
assembly-next-about = Montrer l'assemblée en cours, ou la prochaine
assembly-roster-about = Montrer qui a un siège et qui est là
assembly-checkin-about = Dire que tu es là
assembly-checkout-about = Dire que tu pars
assembly-quorum-about = Montrer s'il y a assez de monde pour décider
assembly-agenda-about = Montrer l'ordre du jour ; y ajouter, y déplacer ou y ouvrir un point
assembly-speak-about = Demander la parole ; qui coordonne appelle la personne suivante avec « next »
assembly-vote-about = Montrer les votes de cette assemblée
assembly-close-about = Clore l'assemblée
assembly-minutes-about = Le compte rendu, en texte et en page à imprimer
assembly-host-about = Qui accueille et pourquoi ; accepter, ou passer
assembly-ics-about = Les dates en fichier d'agenda
assembly-end-about = Ne plus prévoir ces assemblées

assembly-option-name = Comment elle s'appelle
assembly-ask-name = Comment s'appelle l'assemblée ?
assembly-option-rule = À quel rythme : « premier vendredi du mois », « un mardi sur deux »
assembly-ask-rule = À quel rythme a-t-elle lieu ? Par exemple « premier vendredi du mois à 18h ».
assembly-option-time = À quelle heure elle commence
assembly-ask-time = À quelle heure commence-t-elle ?
assembly-option-length = Combien de temps elle dure, deux heures si tu ne dis rien
assembly-ask-length = Combien de temps dure-t-elle ?
assembly-option-at = Quand a lieu la prochaine à la place, celle-là seulement
assembly-ask-at = Quand a lieu la prochaine ? Par exemple « mercredi 19:00 ».
assembly-option-change-time = À quelle heure elle commence à partir de la prochaine
assembly-option-change-length = Combien de temps elle dure à partir de la prochaine
assembly-option-change-rule = À quel rythme elle a lieu à partir de la prochaine
assembly-option-quorum = Combien doivent être là : « moitié », « 2/3 des cellules », « 12 », « moitié et 3 secteurs »
assembly-ask-quorum = Combien doivent être là ? Par exemple « moitié », « 2/3 des cellules » ou « moitié et 3 secteurs ».
assembly-option-seats = Sièges par cellule : « 2 », ou un de plus tous les dix membres, cinq au plus : « 10 max 5 »
assembly-ask-seats = Combien de sièges a chaque cellule ? Par exemple « 2 », ou « 10 max 5 ».
assembly-option-names = Le compte rendu nomme qui était là
assembly-ask-names = Le compte rendu doit-il nommer qui était là ?
assembly-option-cell = Cette cellule seulement, avec les noms dans les groupes du conseil
assembly-ask-cell = Quelle cellule ?
assembly-option-assembly = Quelle assemblée
assembly-option-action = ajouter, déplacer ou ouvrir un point
assembly-ask-action = Que faire de l'ordre du jour ?
assembly-option-item = La proposition ; ou le numéro d'un point
assembly-ask-item = Quelle est la proposition ?
assembly-option-to = À quel numéro il va
assembly-ask-to = À quel numéro ?
assembly-option-speak = off : tu ne veux plus la parole ; next : à qui le tour
assembly-ask-speak = off ou next ?
assembly-option-host = accepter, ou passer
assembly-ask-host = Accepter, ou passer ?
assembly-option-number = Quelle assemblée : son numéro
assembly-ask-number = Quelle assemblée ?

assembly-quorum-unknown = Je ne comprends pas le quorum « { $typed } ». Essaie « moitié », « 2/3 des cellules », « 12 » ou « moitié et 3 secteurs ».
assembly-gone = Cette assemblée n'est plus prévue.
assembly-none = { $council } n'a pas d'assemblée prévue. Qui coordonne le conseil en prévoit une : /assembly new
assembly-no-seat = Il faut pour cela un siège dans { $council }, ou y remplacer quelqu'un.
assembly-is-closed = Cette assemblée est close.
assembly-not-yet = Pas encore. On peut pointer une heure avant le début. { $when }
assembly-length = Une assemblée dure entre une minute et trois jours.

assembly-title = { $name } { $number }
assembly-when = { $start }, durée { $length }
assembly-close-early = { $assembly } n'a pas commencé, il n'y a donc rien à clore : { $when }. /assembly change la déplace, /assembly end l'annule pour de bon.
assembly-planned-already = { $name } est déjà prévue. La prochaine : { $when }. /assembly change la déplace, ou en change le rythme.
assembly-planned = { $name }, { $rule }. La première : { $when }
assembly-opens-later = On peut pointer une heure avant le début.
assembly-closed = Close
assembly-closed-on = Close le { $closed }
assembly-button-in = Je suis là
assembly-button-out = Je pars
assembly-button-speak = Je demande la parole
assembly-button-accept = On accueille
assembly-button-pass = Passer

assembly-host-nobody = Accueil : encore personne
assembly-host-asked = Accueil : { $sector }, { $place } (en attente)
assembly-host-accepted = Accueil : { $sector }, { $place }
assembly-host-question = { $place } : accueillez-vous { $assembly } ?
assembly-host-wanted = Il ne reste personne pour accueillir. Qui peut ? { $when }
assembly-host-said-yes = { $host } : c'est oui.
assembly-host-thanks = Merci. Le conseil le sait.
assembly-host-passed = C'est passé. { $host }
assembly-host-too-late = Elle a déjà commencé.
assembly-host-not-yours = C'est pour qui coordonne une cellule qui accueille, ou le conseil.
assembly-host-reminder = Vous accueillez demain. { $when }
assembly-host-reminder-late = Vous accueillez la prochaine assemblée. { $when }
assembly-why-sector-never = Votre secteur n'a encore jamais accueilli.
assembly-why-sector =
    { $ago ->
        [one] Seul votre secteur le peut : il a accueilli la dernière.
       *[other] Votre secteur a accueilli il y a le plus longtemps, { $ago } assemblées plus tôt.
    }
assembly-why-place-never = Parmi les lieux du secteur, celui-ci n'a encore jamais accueilli.
assembly-why-place =
    { $ago ->
        [one] C'est le seul lieu du secteur.
       *[other] Parmi les lieux du secteur, celui-ci a accueilli il y a le plus longtemps, { $ago } assemblées plus tôt.
    }
assembly-why-avoided = Le lieu de la dernière assemblée a été laissé de côté.

assembly-quorum-met = Quorum : oui, { $present } sur { $all } sièges présents, il en faut { $needed }
assembly-quorum-met-cells = Quorum : oui, { $present } sur { $all } cellules présentes, il en faut { $needed }
assembly-quorum-missing = Quorum : non, { $present } sur { $all } sièges présents, il en faut { $needed } (encore { $missing })
assembly-quorum-missing-cells = Quorum : non, { $present } sur { $all } cellules présentes, il en faut { $needed } (encore { $missing })
assembly-quorum-sectors =
    { $needed ->
        [one] Quorum : non, { $present } secteur présent, il en faut { $needed }
       *[other] Quorum : non, { $present } secteurs présents, il en faut { $needed }
    }
assembly-sector-filled =
    { $empty ->
        [0] { $sector } : sièges pourvus { $filled } sur { $seats }
        [one] { $sector } : sièges pourvus { $filled } sur { $seats }, un est vide
       *[other] { $sector } : sièges pourvus { $filled } sur { $seats }, { $empty } sont vides
    }
assembly-sector-present =
    { $empty ->
        [0] { $sector } : sièges présents { $present } sur { $seats }
        [one] { $sector } : sièges présents { $present } sur { $seats }, un est sans délégué·e
       *[other] { $sector } : sièges présents { $present } sur { $seats }, { $empty } sont sans délégué·e
    }
assembly-own-seats =
    { $seats ->
        [one] Cette cellule : { $seats } siège
       *[other] Cette cellule : { $seats } sièges, dont { $filled } pourvus
    }
assembly-own-empty =
    { $empty ->
        [one] Votre siège est vide : choisissez un·e délégué·e avec /delegate choose.
       *[other] { $empty } de vos sièges sont vides : choisissez des délégué·es avec /delegate choose.
    }
assembly-empty-seat = Cette cellule a un siège vide dans { $assembly }. Choisissez un·e délégué·e avec /delegate choose. { $when }

assembly-roster-cell = { $cell } – { $seats }
assembly-roster-more =
    { $cells ->
        [one] … et { $cells } autre cellule
       *[other] … et { $cells } autres cellules
    }
assembly-roster-numbers =
    { $empty ->
        [0] { $cell } : { $present } sur { $seats }
        [one] { $cell } : { $present } sur { $seats }, un siège est vide
       *[other] { $cell } : { $present } sur { $seats }, { $empty } sièges sont vides
    }
assembly-roster-names = Avec les noms, cellule par cellule : /assembly roster CELL
# $alternate : « suppléance : Ben », « sans suppléance »
assembly-seat-here = { $name } est là ({ $alternate })
assembly-seat-away = { $name } ({ $alternate })
assembly-seat-by-alternate = { $alternate } est là pour { $name }
assembly-seat-stand-in = { $name } est là, sans délégué·e
assembly-seat-empty = siège vide ({ $alternate })
assembly-alternate = suppléance : { $name }
assembly-no-alternate = sans suppléance

assembly-in = Tu es là pour { $cell }.
assembly-in-already = Tu es déjà là, pour { $cell }.
assembly-in-for = Tu es là. Le ou la délégué·e de { $cell } n'y est pas : tu comptes pour le siège.
assembly-in-beside = Tu es là. Le ou la délégué·e de { $cell } y est et compte pour le siège. Si cette personne part, ce sera toi.
assembly-out = Merci. Ton départ est noté ; tu peux revenir.
assembly-out-already = Tu n'étais pas là.

assembly-item-care = Ce que les gens ont donné (le carnet du soin)
assembly-item-open = Décompressions encore à tenir
assembly-item-learnt = Ce que les cellules ont appris
assembly-item-decisions = Décisions à revoir
assembly-item-fund = L'état des caisses
assembly-learnt-how = Chaque cellule dit ce qu'elle a appris depuis la dernière fois. Dans son groupe : /debrief show
assembly-fund-how = Chaque cellule qui a une caisse dit où elle en est. Dans son groupe : /fund report
assembly-decisions-none = Aucune décision n'est à revoir.
assembly-agenda-of = Ordre du jour de { $assembly }
assembly-agenda-line = { $number }. { $item }
assembly-agenda-now = { $number }. { $item } – en cours
assembly-agenda-done = { $number }. { $item } – traité
assembly-agenda-added = Point { $number } de { $assembly } : { $item }
assembly-agenda-what = Lequel ? Par exemple : /assembly agenda open 3, ou /assembly agenda add Caisse de grève
assembly-agenda-no-item = Il n'y a pas de point « { $typed } » à l'ordre du jour.
assembly-agenda-where = Où ? Par exemple : /assembly agenda move 5 3
assembly-agenda-stays = Ce point vient toujours en premier.
assembly-agenda-full = L'ordre du jour est plein.
assembly-now = Maintenant { $number } : { $item }
assembly-open-line = { $cell } : { $gathering }
assembly-open-none = Rien n'est ouvert.

assembly-waiting =
    { $count ->
        [one] Demande la parole : { $people }
       *[other] Demandent la parole : { $count }, d'abord { $people }
    }
assembly-speak-place =
    { $place ->
        [one] La prochaine prise de parole est à toi.
       *[other] Tu as le numéro { $place } dans le tour de parole.
    }
assembly-speak-off = Tu n'es plus dans le tour de parole.
assembly-speak-not-waiting = Tu n'étais pas dans le tour de parole.
assembly-speak-nobody = Personne ne demande la parole.
assembly-speaks = { $name } a la parole.
assembly-speaks-then = { $name } a la parole, puis { $after }.

assembly-vote-open = Clos d'abord le vote « { $text } ».
assembly-minutes-none = Il n'y a pas encore de compte rendu.
assembly-minutes-of = Compte rendu de { $assembly }, { $start }
assembly-minutes-so-far = Compte rendu de { $assembly } jusqu'ici, { $start }
assembly-ics-file =
    { $count ->
        [one] { $count } date de { $name }
       *[other] Les { $count } prochaines dates de { $name }
    }
assembly-ics-days =
    { $days ->
        [one] Et le jour dont le conseil a convenu
       *[other] Et les { $days } jours dont le conseil a convenu
    }
assembly-change-what = Que faut-il changer ? « at: » ne déplace que la prochaine ; « time: », « length: » et « rule: » valent à partir de la prochaine. Actuellement : { $when }
assembly-change-late = On peut déjà pointer : elle ne change plus. Tu pourras changer la suivante quand celle-ci sera close.
assembly-change-far = La prochaine peut être déplacée dans les six mois qui viennent. Ce serait { $when }.
assembly-changed = { $assembly } a changé.
assembly-change-moved = { $when } – et non { $before }
assembly-change-rule = Désormais : { $rule }
assembly-end-sure = { $name } n'aura plus lieu, et la prochaine est annulée. C'est sûr ?
assembly-end-yes = Annuler
assembly-ended = { $name } est annulée.
assembly-reminder = { $assembly } commence bientôt.
assembly-closed-title = { $assembly } est close.
assembly-closed-present = { $present } sur { $seats } sièges présents.
assembly-closed-votes =
    { $votes ->
        [one] { $votes } vote, { $carried } adopté
       *[other] { $votes } votes, dont { $carried } adoptés
    }
assembly-closed-next = La prochaine : { $start }
assembly-closed-minutes = Le compte rendu : /assembly minutes

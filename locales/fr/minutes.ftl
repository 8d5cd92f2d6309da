# Le compte rendu d'une assemblée, en fichier et en page (commands/assembly/minutes-paper.ts).

minutes-file-pdf = compte-rendu-{ $number }.pdf
minutes-file-text = compte-rendu-{ $number }.md
minutes-title = Compte rendu de l'assemblée { $number }
minutes-foot = { $council }, assemblée { $number }
minutes-from = Début
minutes-to = Fin
minutes-running = encore en cours
minutes-host = Accueil
minutes-host-place = { $sector }, { $place }
minutes-seats = Sièges
minutes-seats-figures =
    { $present ->
        [one] { $present } délégué·e présent, sur { $filled } choisis, pour { $seats } sièges
       *[other] { $present } délégué·es présents, sur { $filled } choisis, pour { $seats } sièges
    }
minutes-cells = Cellules
minutes-cells-figures = { $present } présentes sur { $cells }
minutes-quorum = Quorum
minutes-quorum-needed =
    { $by ->
        [cells] Cellules qui doivent être là : { $needed }
       *[seats] Sièges qui doivent être là : { $needed }
    }{ $sectors ->
        [0] {""}
        [one] , d'un secteur
       *[other] , de { $sectors } secteurs
    }
minutes-present = Qui était là
minutes-sector = Par secteur
minutes-present-figures = Présences
minutes-names = Par nom
minutes-dealt = Ce qui a été traité
minutes-item = { $number }. { $title }
minutes-care = Merci pour le soin donné
minutes-open = Actions dont la décompression reste à tenir
minutes-learnt = Ce que les cellules ont appris
minutes-decisions = Décisions revues
minutes-fund = L'état des caisses
minutes-other = Autres points
minutes-other-votes = Autres votes
minutes-not-reached = Pas abordé ; il vient en premier la prochaine fois.
minutes-nothing = Aucun point n'a été traité.
minutes-vote = Vote { $number } : { $text }
minutes-carried = Adopté : { $figures }
minutes-failed = Pas adopté : { $figures }
minutes-figures = { $yes } oui, { $no } non, { $abstain } { $abstain ->
        [one] abstention
       *[other] abstentions
    }. Il fallait : { $needed } sur { $of } { $base ->
        [present] présents
        [entitled] ayants droit
       *[cast] voix exprimées
    }, { $by ->
        [cells] comptés par cellules
       *[seats] comptés par sièges
    } ({ $rule }).
minutes-vote-quorate = Présence à ce moment : { $present } sur { $entitled } { $by ->
        [cells] cellules
       *[seats] sièges
    }. C'était assez pour décider.
minutes-vote-inquorate = Présence à ce moment : { $present } sur { $entitled } { $by ->
        [cells] cellules
       *[seats] sièges
    }. Ce n'était pas assez pour décider.
minutes-failed-nobody = Aucune voix n'a compté.
minutes-failed-tie = Il y avait égalité.
minutes-failed-few = Il y avait trop peu de oui.
minutes-half = plus de la moitié
minutes-fraction = { $num }/{ $den }
minutes-secret = À bulletin secret.
minutes-moment = { $at }
minutes-names-list = { $names }

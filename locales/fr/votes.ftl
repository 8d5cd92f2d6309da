# Les votes d'une assemblée et d'une cellule : /vote (commands/vote.ts, commands/vote-message.ts, commands/vote-result.ts).

vote-about = Votes d'une cellule ou d'une assemblée : en ouvrir, répondre, clore, voir
vote-open-about = Poser une question à la cellule, ou à l'assemblée
vote-yes-about = Voter oui
vote-no-about = Voter non
vote-abstain-about = S'abstenir
vote-close-about = Clore le vote et compter
vote-show-about = Montrer un vote ; s'il est ouvert, avec ses boutons

vote-option-text = Ce qui se décide, en une phrase
vote-ask-text = Que faut-il décider ? Une phrase.
vote-option-rule = Combien de oui : plus de la moitié, deux tiers, ou une part comme 3/4
vote-ask-rule = Combien de oui faut-il ?
vote-option-base = De quoi : des voix exprimées, des présents, ou de tous les ayants droit
vote-ask-base = De quoi ?
vote-base-cast = Voix exprimées
vote-base-present = Présents
vote-base-entitled = Tous les ayants droit
vote-option-by = Dans une assemblée : par sièges, ou par cellules avec une voix chacune
vote-ask-by = Que compte-t-on ?
vote-option-secret = Personne n'apprend qui a voté quoi
vote-ask-secret = Est-il secret ?
vote-option-lasts = Dans une cellule : combien de temps on vote ; 48 heures si tu ne dis rien
vote-ask-lasts = Combien de temps peut-on voter ? Par exemple : 48h
vote-option-quorum = Dans une cellule : combien doivent voter, comme 2/3 ou 12 ; la moitié sinon
vote-ask-quorum = Combien doivent voter ? Par exemple : 2/3, ou 12
vote-option-vote = Quel vote : son numéro
vote-ask-vote = Quel vote ?

vote-rule-unknown = Je ne connais pas la règle « { $typed } ». Essaie « plus de la moitié », « deux tiers » ou « 3/4 ». Moins de la moitié ne suffit jamais.
vote-quorum-unknown = Je ne connais pas le quorum « { $typed } ». Essaie « 2/3 » ou « 12 ».
vote-which = Il y a ici plusieurs votes avec le numéro { $number }. Lequel ?
vote-unknown = Je ne connais pas de vote « { $typed } » ici. Écris /vote show pour voir les derniers.
vote-none-open = Aucun vote n'est ouvert ici.
vote-none = Il n'y a encore eu aucun vote ici.
vote-which-open = Plusieurs votes sont ouverts. Réponds avec les boutons de celui que tu veux dire.
vote-one-at-a-time = Un vote à la fois : « { $text } » est encore ouvert.
vote-needs-assembly = On vote dans une assemblée, et aucune n'est ouverte en ce moment.
vote-not-begun = L'assemblée commence à { $start }. Jusque-là on pointe, et rien ne se décide. Rouvre le vote quand elle a commencé.
vote-needs-quorum = On ne peut encore rien décider. { $quorum }
vote-no-seat = Il faut un siège dans { $council } pour voter.
vote-delegate-here = Le ou la délégué·e de ta cellule est là et vote pour le siège. Si cette personne part, ce sera toi.
vote-elsewhere = Pour y voter, il faut compter dans { $cell }. Tu comptes ailleurs ; /me cell le change.
vote-is-closed = Ce vote est clos.
vote-cell-one-voice = Dans une cellule, chaque membre a une voix : laisse « by » de côté.
vote-assembly-has-its-own = Une assemblée a son propre quorum, et ses votes n'ont pas d'heure : laisse « lasts » et « quorum » de côté.
vote-lasts = Un vote peut durer de cinq minutes à 14 jours.
vote-asked-already = Le vote là-dessus est déjà en cours. /vote show le montre.
vote-many-open = { $votes } votes sont déjà ouverts. Attends qu'un soit compté, ou clos-en un.

vote-opened = Le vote { $number } est ouvert.
vote-in-secret = Ta voix est notée. Personne ne peut la voir. Tu peux la changer jusqu'à la clôture.
vote-in-yes = Tu as voté oui. Tu peux changer jusqu'à la clôture.
vote-in-no = Tu as voté non. Tu peux changer jusqu'à la clôture.
vote-in-abstain = Tu t'abstiens. Tu peux changer jusqu'à la clôture.
vote-done-elsewhere = C'est fait. Toutes les personnes concernées le savent.

vote-card-open = Vote { $number }, ouvert
vote-card-open-secret = Vote { $number }, au secret
vote-card-closed = Vote { $number }, clos le { $closed }
vote-card-answered =
    { $answered ->
        [0] Personne n'a encore voté
        [one] { $answered } a voté
       *[other] { $answered } ont voté
    }
vote-card-turnout =
    { $voted ->
        [0] Personne sur { $members } n'a encore voté, il en faut { $needed }
        [one] { $voted } sur { $members } a voté, il en faut { $needed }
       *[other] { $voted } sur { $members } ont voté, il en faut { $needed }
    }
vote-card-until = Jusqu'au { $until }
vote-card-secret-note = Personne n'apprend qui a voté quoi. À la clôture, rien de ce qui mène à quelqu'un n'est gardé.
vote-button-yes = Oui
vote-button-no = Non
vote-button-abstain = Abstention
vote-button-close = Clore le vote
vote-line = { $number } : { $text } – { $result }

vote-half = plus de la moitié
vote-two-thirds = deux tiers
vote-part = { $num }/{ $den }
vote-by-seats = par sièges
vote-by-cells = par cellules
vote-rule-cast = Il faut : { $majority } des voix exprimées, { $by }
vote-rule-present = Il faut : { $majority } des présents, { $by }
vote-rule-entitled = Il faut : { $majority } de tous les ayants droit, { $by }

# Dans une cellule, chaque membre a une voix.
vote-rule-cell-cast = Il faut : { $majority } des voix exprimées, une voix par personne
vote-rule-cell-present = Il faut : { $majority } des personnes qui votent, une voix par personne
vote-rule-cell-entitled = Il faut : { $majority } de toutes celles qui comptent dans la cellule, une voix par personne

vote-still-open = encore ouvert
vote-no-quorum = Pas adopté : le quorum n'y est plus
vote-too-few = Pas adopté : { $voted } voix sur { $members }, il en fallait { $needed }
vote-nobody = Pas adopté : personne n'a voté oui ni non
# « 21 sur 30 » sont des nombres de voix ; $majority : « deux tiers »
vote-carried-cast = Adopté : { $yes } sur { $of } voix exprimées, il en fallait { $needed } ({ $majority })
vote-carried-present = Adopté : { $yes } sur { $of } présents, il en fallait { $needed } ({ $majority })
vote-carried-entitled = Adopté : { $yes } sur { $of } ayants droit, il en fallait { $needed } ({ $majority })
vote-failed-cast = Pas adopté : { $yes } sur { $of } voix exprimées, il en fallait { $needed } ({ $majority })
vote-failed-present = Pas adopté : { $yes } sur { $of } présents, il en fallait { $needed } ({ $majority })
vote-failed-entitled = Pas adopté : { $yes } sur { $of } ayants droit, il en fallait { $needed } ({ $majority })
vote-count-seats = Sièges : { $yes } oui, { $no } non, { $abstain } { $abstain ->
        [one] abstention
       *[other] abstentions
    }
vote-count-cells = Cellules : { $yes } oui, { $no } non, { $abstain } { $abstain ->
        [one] abstention
       *[other] abstentions
    }
vote-count-members = Voix : { $yes } oui, { $no } non, { $abstain } { $abstain ->
        [one] abstention
       *[other] abstentions
    }, sur { $entitled } qui comptent
vote-cell-voices = { $cell } : { $yes } oui, { $no } non, { $abstain } { $abstain ->
        [one] abstention
       *[other] abstentions
    }
vote-cell-yes = { $cell } : oui
vote-cell-no = { $cell } : non
vote-cell-abstain = { $cell } : abstention
vote-cells-more =
    { $cells ->
        [one] … et { $cells } autre cellule
       *[other] … et { $cells } autres cellules
    }

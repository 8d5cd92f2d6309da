# La caisse d'une cellule : /fund (commands/fund/).

fund-about = L'argent de la cellule : entrées, sorties, et aide demandée en privé
fund-new-about = Ouvrir une caisse dans une monnaie
fund-in-about = De l'argent est entré (trésorerie, coordination)
fund-out-about = De l'argent doit sortir, quand deux valident (trésorerie, coordination)
fund-ask-about = Demander de l'argent : seules les personnes qui valident le voient
fund-approve-about = Ce qui attend ta validation
fund-refuse-about = Refuser ce qui est demandé, ou retirer ce que tu as demandé
fund-show-about = Ce qu'il y a en caisse, et les dernières écritures
fund-report-about = Un mois de la caisse : une page à imprimer et un tableau
fund-undo-about = Annuler une écriture par une autre (trésorerie, coordination)

fund-option-name = Comment s'appelle la caisse
fund-ask-name = Comment s'appelle la caisse ? Par exemple : Caisse de grève
fund-option-currency = La monnaie : EUR, USD
fund-ask-currency = Dans quelle monnaie ?
fund-option-amount = Combien : 12, 12,50, 1 234,50
fund-ask-amount = Combien ?
fund-option-for = Pour quoi, en quelques mots ; les membres le lisent, ne nomme personne
fund-ask-for = Pour quoi ? Les membres le lisent, ne nomme donc personne.
fund-option-ask-for = Pour quoi ; seules les personnes qui valident le lisent
fund-ask-ask-for = Pour quoi en as-tu besoin ? Seules les personnes qui valident le lisent.
fund-option-to = Qui le reçoit : un membre, ou « externe »
fund-ask-to = Qui le reçoit ? Quelqu'un d'externe, ou quel membre ?
fund-option-fund = Quelle caisse, s'il y en a plusieurs
fund-ask-fund = Quelle caisse ?
fund-option-request = Le numéro de la demande
fund-ask-request = Laquelle ?
fund-option-entry = Le numéro de l'écriture
fund-ask-entry = Quelle écriture ? Elle a un numéro : n° 3
fund-option-month = Quel mois : novembre, 2026-11
fund-ask-month = Quel mois ?

fund-amount-label = { $amount }
fund-amount-for-label = { $amount } : { $text }
fund-month-label = { $month }
fund-request-label = N° { $number } : { $amount }
fund-outside-label = Externe
fund-outside = quelqu'un d'externe
fund-amount-not-understood = Je n'ai pas compris le montant. Par exemple : 12, 12,50 ou 1 234,50
fund-amount-other-currency = Cette caisse est en { $currency }. Donne le montant en { $currency }.
fund-amount-too-fine = { $currency } n'a pas de si petites parts. Donne le montant avec moins de décimales.
fund-amount-nothing = C'est zéro. Donne un montant au-dessus de zéro.
fund-amount-too-large = C'est plus que je ne sais compter.
fund-amount-two-ways = « { $typed } » peut se lire de deux façons. Laquelle ?
fund-currency-unknown = Je ne connais pas la monnaie « { $typed } ». Donne son code : EUR, USD, MXN
fund-month-unknown = Je n'ai pas compris le mois « { $typed } ». Par exemple : novembre, 2026-11
fund-month-ahead = Je ne peux rendre compte que d'un mois commencé.

fund-no-cell = Tu n'es pas membre de cette cellule. Écris cela dans le groupe de la tienne.
fund-none = Il n'y a pas encore de caisse ici. Qui coordonne en ouvre une : /fund new
fund-name-taken = Il y a déjà une caisse nommée { $name }.
fund-made = { $name } est ouverte, en { $currency }. Ce qui entre s'écrit avec /fund in
fund-no-treasurer = Personne ne tient encore la trésorerie. Dis quel rôle le fait : /cell settings treasurer RÔLE
fund-keepers-only = Seules la trésorerie et la coordination écrivent dans la caisse. Pour demander de l'argent : /fund ask
fund-not-member = Cette personne n'est pas membre de cette cellule. Pour toute autre, écris « externe ».

fund-balance = En caisse : { $balance }
fund-empty = Rien n'est encore entré.
fund-line = N° { $number } · { $day } · { $what } · { $amount }
fund-hardship = coup dur
fund-undoes = annule le n° { $number }
fund-words-gone = (ses mots sont effacés)
fund-button-ask = Demander de l'argent
fund-waiting =
    { $count ->
        [one] { $count } demande attend ta validation : /fund approve
       *[other] { $count } demandes attendent ta validation : /fund approve
    }

fund-in = Entrée : { $amount } – { $text } (n° { $number }, { $fund }). En caisse maintenant : { $balance }.
fund-button-undo = C'est une erreur : annuler
fund-undone = Le n° { $entry } annule le n° { $number } : { $amount }. En caisse maintenant : { $balance }.
fund-undo-short = Il n'y a que { $balance } en caisse, le n° { $number } ne peut donc pas être annulé.
fund-entry-unknown = Il n'y a pas d'écriture n° { $number } dans cette caisse.
fund-undone-already = Le n° { $number } est déjà annulé.
fund-is-undo = Le n° { $number } annule lui-même une écriture. Réécris ce qui manque.

fund-out = { $amount } doivent sortir (n° { $number }). Je demande à qui peut valider.
fund-asked = Tu demandes { $amount } (n° { $number }). Visible seulement pour { $people }. Je te dirai la suite.
fund-asked-nobody = Tu demandes { $amount } (n° { $number }). Pour l'instant, personne ne peut valider. Je redemande chaque semaine pendant quatre semaines.
fund-asked-few = Il faut deux validations, et pour l'instant il n'y a pas deux personnes qui le peuvent. Dis à qui coordonne qu'il manque quelqu'un à la trésorerie.
fund-ask-open = Tu as déjà demandé { $before } (n° { $number }), et c'est ouvert. Que faire ?
fund-button-change = Passer à { $amount }
fund-button-change-words = Changer le motif
fund-button-too = { $amount } en plus
fund-button-withdraw = Retirer
fund-button-withdraw-one = Retirer le n° { $number }
fund-own = Tu as demandé { $amount } (n° { $number }). C'est encore ouvert.
fund-withdrawn = C'est retiré.

fund-request-ask = { $person } demande { $amount } : { $text }
fund-request-out = { $amount } doivent sortir pour { $person } : { $text }
fund-request-facts = N° { $number } · { $fund }, { $cell }. En caisse : { $balance }.
fund-request-approved = Validé jusqu'ici par { $people }.
fund-request-unseen = Seules les personnes qui peuvent valider le voient. Il faut deux validations.
fund-press-approve = Pour le valider, appuie une fois :
fund-press-refuse = Pour le refuser, appuie une fois :
fund-approved-already = Tu l'as déjà validé. Il manque encore une personne.
fund-button-approve = Valider
fund-button-refuse = Refuser
fund-mail = { $person } : la caisse a quelque chose pour toi. Écris-moi en privé : /fund approve
fund-which =
    { $count ->
        [one] { $count } demande est ouverte. Laquelle ?
       *[other] { $count } demandes sont ouvertes. Laquelle ?
    }
fund-nothing-waits = Rien n'attend ta validation.
fund-request-unknown = Avec ce numéro, il n'y a rien dont tu puisses décider.
fund-not-yours = Tu ne peux pas en décider toi-même.
fund-noted = C'est noté. { $amount } sortent quand une autre personne valide : { $people }.
fund-noted-nobody = C'est noté. Il manque une validation pour { $amount }, et pour l'instant personne ne le peut. Nommez qui tient la trésorerie : /cell settings treasurer RÔLE
fund-paid = Deux ont validé : { $amount } sortent. En caisse maintenant : { $balance }. L'argent lui-même, c'est à vous de le remettre.
fund-short = Il n'y a que { $balance } en caisse. { $amount } restent ouverts.
fund-changed = Le montant a changé entre-temps. Regarde de nouveau :
fund-refused = C'est refusé. On peut redemander.
fund-over-approved = C'était déjà validé.
fund-over-refused = C'était refusé.
fund-over-withdrawn = C'était retiré.
fund-over-ended = Ce n'est plus ouvert.

fund-told-approved = La caisse : { $amount } validés (n° { $number }). Demande à { $people } comment les recevoir.
fund-told-approved-alone = La caisse : { $amount } validés (n° { $number }).
fund-told-refused = La caisse : { $amount } refusés (n° { $number }). Tu peux redemander.
fund-told-ended = La caisse : personne n'a décidé pour { $amount } en quatre semaines (n° { $number }). Tu peux redemander.
fund-told-out-approved = La caisse : { $amount } peuvent sortir (n° { $number }). C'est écrit.
fund-told-out-refused = La caisse : { $amount } refusés (n° { $number }).
fund-told-out-ended = La caisse : { $amount } ne sortent pas (n° { $number }) : personne n'a décidé en quatre semaines, ou qui devait recevoir est parti.

fund-report = { $fund }, { $month } : { $balance } en caisse.
fund-file-pdf = caisse-{ $number }-{ $stamp }.pdf
fund-file-csv = caisse-{ $number }-{ $stamp }.csv
fund-report-title = { $fund }
fund-report-subtitle = { $cell } · { $month }
fund-report-foot = { $fund } · { $month }
fund-report-before = En caisse avant
fund-report-in = Entrées
fund-report-out = Sorties
fund-report-after = En caisse après
fund-report-balance = En caisse
fund-report-runs = Le mois n'est pas fini. État au { $at }.
fund-report-entries = Écritures
fund-report-none = Rien n'est entré ni sorti.
fund-report-for = Pour quoi
fund-report-line = { $number }. { $day } : { $what }
fund-report-currency = Tous les montants en { $currency }. Qui a été aidé n'est écrit nulle part.
fund-report-hash = Numéro de contrôle de la dernière écriture
fund-report-check = Garde cette page. Si quelque chose d'avant ce numéro change plus tard, le numéro n'est plus le même. Qui fait tourner le bot peut le vérifier : npm run steward -- fund check, et le numéro derrière.
fund-table-number = Numéro
fund-table-date = Jour
fund-table-for = Pour quoi
fund-table-currency = Monnaie
fund-table-hash = Numéro de contrôle

fund-approver-about = Voter : qui valide les sorties, en plus de la trésorerie et de la coordination
fund-option-approver = Quel membre ; trois au plus peuvent être choisis
fund-ask-approver = Qui doit valider les sorties, en plus de la trésorerie et de la coordination ?
fund-approver-not-member = Cette personne n'est pas membre de cette cellule.
fund-approver-voting = Vous votez déjà à son sujet.
fund-approvers-full = Trois sont choisis, ou en cours de vote. Pour voter si l'une de ces personnes continue, nomme-la : /fund approver
fund-approver-more = Une personne de plus valide les sorties de la caisse ({ $number })
fund-approver-fewer = Une personne de moins valide les sorties de la caisse ({ $number })
fund-approver-about-more = Il s'agit de { $person }
fund-approver-about-fewer = Il s'agit de { $person }, qui valide en ce moment
fund-approver-now = { $person } valide désormais les sorties de la caisse, en plus de la trésorerie et de la coordination.
fund-approver-no-more = { $person } ne valide plus ce qui sort de la caisse.

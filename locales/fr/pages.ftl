# Des pages à leur propre adresse : les agendas qui suivent (commands/following.ts), le tableau d'une assemblée.

page-no-address = Ce bot n'a pas encore d'adresse publique, il ne peut donc servir ni pages ni agendas. Qui le fait tourner peut lui en donner une : STEWARD_PUBLIC_URL.
page-ended = Il n'y a rien à cette adresse : c'est fini, ou il n'y a jamais rien eu.
page-busy = Trop de demandes arrivent en ce moment. Cette page réessaie d'elle-même ; un agenda, plus tard.

following-about = Une adresse par laquelle ton agenda suit tes tours, rencontres, assemblées et jours convenus
following-cell-about = Une adresse par laquelle des agendas suivent rencontres, tours, assemblées et jours convenus
following-option-action = new : une nouvelle adresse à la place de l'ancienne ; off : plus aucune
following-option-titles = Ce que disent les titres : neutral (seulement tour ou réunion), ou full
following-follows-me = Ton agenda peut suivre tes tours, tes remplacements, les rencontres où tu vas, les assemblées où tu as un siège et les jours dont tes conseils ont convenu. Voici son adresse :
following-follows-cell = Des agendas peuvent suivre { $cell } : rencontres, tours, assemblées, et les jours dont ses conseils ont convenu. Voici leur adresse :
following-how = Mets-la dans ton agenda là où il s'abonne à une adresse (« À partir de l'URL », « S'abonner »). Ce qui change ici y change alors tout seul. Je ne la montre que cette fois.
following-servers = Google et Apple la lisent depuis leurs serveurs, et voient ce qu'elle dit. Google met environ un jour à montrer un changement.
following-secret = Qui a l'adresse peut la lire, ne la donne donc à personne. /me calendar new y met fin et en crée une autre.
following-secret-cell = Qui a l'adresse peut la lire, ne la donne donc qu'aux gens de la cellule. /cell calendar new y met fin et en crée une autre. Elle prend fin aussi quand tu n'es plus dans la cellule.
following-old-ended = L'ancienne adresse est finie.
following-titles-neutral = Ses titres disent seulement « Tour », « Réunion » ou « Jour ».
following-titles-full = Ses titres disent quel rôle, quelle rencontre, quelle assemblée, quel jour, et où. Aucun nom de personne n'y figure.
following-stands = Une adresse pour agendas existe depuis le { $since }. Je ne la garde nulle part, je ne peux donc pas la montrer de nouveau. Si tu l'as perdue, crée-en une autre.
following-ended = L'adresse est finie. Les agendas qui la suivaient ne reçoivent plus rien.
following-cell-ended = L'adresse par laquelle des agendas suivent { $cell } n'existe plus : la personne à qui je l'ai donnée n'est plus dans la cellule. Ce que montrent les agendas peut être ancien. Qui coordonne la cellule peut en créer une autre : /cell calendar
following-none = Il n'y a pas d'adresse.
following-not-yours = Seul qui administre la fédération ou coordonne { $cell } peut le faire.
following-button-new = Nouvelle adresse
following-button-off = Y mettre fin
following-button-full = Titres complets
following-button-neutral = Titres neutres

# Ce que dit l'agenda lui-même. Avec des titres neutres, qui le tient ne peut pas savoir ce que c'est.
following-name = Dates à venir
following-term = Tour
following-stand-in = Tour (remplacement)
following-gathering = Réunion
following-assembly = Grande réunion
following-date = Jour
following-stand-in-full = { $role } (remplacement)

# Le tableau d'une assemblée : /assembly board (commands/assembly/board.ts).

board-about = Une page pour le mur qui montre où en est l'assemblée ; « end » la retire
board-option-action = new : une autre adresse à la place de l'ancienne ; end : retirer le tableau
board-made = Le tableau de { $assembly } est ici :
board-how = Ouvre-le sur un écran dans la salle. Il suit tout seul : quorum, ordre du jour, parole, votes. Je ne montre l'adresse que cette fois.
board-names = Il nomme qui parle et qui suit, comme votre compte rendu.
board-no-names = Il ne nomme personne : de qui parle, il dit le secteur, comme votre compte rendu.
board-ends = Qui a l'adresse peut le voir. Il finit avec l'assemblée, ou avec /assembly board end.
board-stands = Un tableau existe depuis le { $since }. Je ne garde son adresse nulle part, je ne peux donc pas la montrer de nouveau. Si tu l'as perdue, crée-en un autre.
board-has-ended = Le tableau est retiré.
board-none = Il n'y a pas de tableau.
board-button-new = Nouvelle adresse
board-button-end = Le retirer

# Ce que dit le tableau lui-même, à lire de loin.
board-quorum = Quorum
board-quorum-met = { $present } sur { $all } sièges présents : assez
board-quorum-met-cells = { $present } sur { $all } cellules présentes : assez
board-quorum-missing = { $present } sur { $all } sièges présents : il en manque { $missing }
board-quorum-missing-cells = { $present } sur { $all } cellules présentes : il en manque { $missing }
board-quorum-sectors =
    { $needed ->
        [one] { $present } secteur présent sur { $needed } voulu
       *[other] { $present } secteurs présents sur { $needed } voulus
    }
board-sectors = Secteurs
board-sector-present = { $present } sur { $seats }
board-sector-filled = { $filled } sur { $seats } sièges pourvus
board-now = Maintenant : { $number }
board-text = { $text }
board-speaking = A la parole
board-next = Ensuite
board-person = { $name } ({ $sector })
board-vote = Vote n° { $number }
board-vote-open = Le vote { $number } est ouvert
board-vote-open-secret = Le vote { $number } est ouvert, secret
board-voted-few = Moins de { $least } ont voté
board-voted-steps = { $voted } ou plus ont voté
board-lost = La connexion est perdue : ce qui est ici peut être ancien.
board-over = Ce tableau est fini.

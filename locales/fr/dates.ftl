# Les jours qu'un conseil propose à ses cellules : /date (commands/date).

date-about = Des jours où plusieurs cellules agissent ensemble
date-propose-about = Demander aux cellules du conseil quels jours leur sont possibles
date-show-about = Les jours proposés et convenus ; en privé, tes réponses
date-can-about = Dire que tu peux un jour proposé ; personne ne le voit
date-cannot-about = Dire que tu ne peux pas un jour proposé ; personne ne le voit
date-agree-about = Mettre un jour au vote de l'assemblée, quand elle a commencé
date-cancel-about = Annuler une proposition de jours ou, par un vote, le jour convenu

date-option-what = Pour quoi faire, en quelques mots
date-ask-what = Pour quoi faire ? Quelques mots.
date-option-days = Quels jours, cinq au plus : « 1er mai, 2 mai »
date-ask-days = Quels jours ? Cinq au plus, par exemple : 1er mai, 2 mai
date-option-drive = Une campagne dont les chiffres figurent à côté des réponses
date-option-date = Quelle proposition : son numéro
date-ask-date = Quelle proposition ? Son numéro.
date-option-day = Quel jour
date-ask-day = Quel jour ?

date-day = { $day }
date-day-of = { $day } ({ $what })
date-weekend = { $days }
date-days-early = Les cellules ont trois jours pour répondre : le premier jour possible est le { $first }.
date-days-far = C'est dans plus d'un an.
date-days-many = Cinq jours au plus à la fois, pour répondre en quelques gestes : { $most }.
date-many-open = { $most } propositions attendent déjà des réponses. Une autre peut suivre quand l'une d'elles est finie : /date show
date-day-asked = Les cellules sont déjà interrogées sur : { $days }. Voir /date show
date-day-asked-elsewhere = Un autre conseil interroge en ce moment certaines de ces cellules sur : { $days }. Ce sera possible ensuite.
date-left-out = Laissé de côté, car déjà demandé aux cellules : { $days }
date-left-out-elsewhere = Laissé de côté, car un autre conseil le demande en ce moment à certaines de ces cellules : { $days }
date-unknown = Je ne connais pas de proposition « { $typed } » ici. /date show les montre.
date-which = Il y a plusieurs propositions { $number }. Laquelle ?
date-none = Aucun jour n'est encore proposé.
date-none-open = Aucun jour proposé n'attend de réponse ici en ce moment : /date show
date-none-closed = Il n'y a ici aucun jour à convenir. Les cellules répondent d'abord : /date show
date-day-unknown = « { $typed } » n'est pas un des jours proposés. Lequel veux-tu dire ?
date-too-late = Les cellules ne peuvent plus répondre : /date show
date-not-yours = Répondent celles et ceux qui comptent dans une cellule interrogée. Tu comptes ailleurs : /me show
date-still-open = Les cellules répondent jusqu'au { $until }. Ensuite le conseil peut convenir d'un jour.
date-counting = Les réponses des cellules sont en train d'être comptées. Réessaie dans une minute.
date-day-past = { $day } : c'est passé.
date-agreed-already = { $day } : déjà convenu.
date-voting = Un vote à ce sujet est ouvert : vote { $vote }.
date-needs-assembly = Un conseil en convient par un vote de son assemblée, et aucune n'est prévue : /assembly new
date-needs-assembly-at = Un conseil en convient par un vote de son assemblée. La prochaine : { $when }. Appuie de nouveau quand elle aura commencé.
date-vote-text = { $what } : { $day }
date-vote-move-text = { $what } : { $day } au lieu du { $before }
date-vote-off-text = { $what }, { $day } : l'annuler
date-move-ask = « { $what } » est convenu pour le { $before }. L'assemblée vote-t-elle pour passer au { $day } ? En attendant, le { $before } reste valable.
date-button-move-sure = Oui, voter le changement
date-none-to-cancel = Il n'y a rien à annuler ici : /date show
date-off-already = C'est déjà annulé.

date-list = Jours en commun
date-line = { $what } : { $state }
date-list-more = Une en entier : /date show et son numéro
date-state-open = Proposition { $number } : les cellules répondent jusqu'au { $until }
date-state-answered = Proposition { $number } : les cellules ont répondu, rien n'est encore convenu
date-state-voting = Proposition { $number } : le vote { $vote } porte sur le { $day }
date-state-moving = Proposition { $number } : convenu, le { $agreed }. Le vote { $vote } porte sur un passage au { $day }
date-state-voting-off = Proposition { $number } : convenu, le { $agreed }. Le vote { $vote } porte sur son annulation
date-state-off = Proposition { $number } : annulée
date-state-off-agreed = Proposition { $number } : annulée. C'était convenu pour le { $day }
date-state-agreed = Proposition { $number } : convenu, le { $day }
date-how-council =
    { $cells ->
        [one] { $cells } cellule est interrogée, dans son groupe : chaque membre répond sans que cela se voie. Jusque-là rien ne se voit, et jamais une personne.
       *[other] { $cells } cellules sont interrogées, dans leurs groupes : chaque membre répond sans que cela se voie. Jusque-là rien ne se voit ; ensuite les cellules par secteur, et jamais une personne.
    }
date-question = Lesquels de ces jours peux-tu ?
date-question-until = Lesquels de ces jours peux-tu ? Tu peux changer ta réponse jusqu'au { $until }.
date-turnout =
    { $answered ->
        [one] { $answered } réponse ici sur { $members }, il en faut { $needed }
       *[other] { $answered } réponses ici sur { $members }, il en faut { $needed }
    }
date-how-cell = Personne ne voit qui peut. La dernière réponse compte. Ou écris-moi en privé : /date show
date-cell-gone = Cette cellule n'est plus dans le conseil. Ici, on ne demande plus rien à personne.
date-button-can = { $day } : je peux
date-button-cannot = { $day } : je ne peux pas
date-button-agree = Voter sur le { $day }
date-button-move = Passer au { $day }

date-you-can = { $day } : tu peux
date-you-cannot = { $day } : tu ne peux pas
date-you-nothing = { $day } : pas de réponse
date-noted-can = C'est noté : tu peux le { $day }.
date-noted-cannot = C'est noté : tu ne peux pas le { $day }.
date-missing = Encore sans réponse : { $days }.
date-all-answered = C'est tout. Tu peux changer ta réponse jusqu'au { $until }.

date-cells-all =
    { $cells ->
        [one] { $day } : possible pour { $can } sur { $cells } cellule
       *[other] { $day } : possible pour { $can } sur { $cells } cellules
    }
date-cells =
    { $cells ->
        [one] { $day } : possible pour { $can } sur { $cells } cellule ; { $rest }
       *[other] { $day } : possible pour { $can } sur { $cells } cellules ; { $rest }
    }
date-cells-cannot = { $cells } : impossible
date-cells-tie =
    { $cells ->
        [one] { $cells } partagée
       *[other] { $cells } partagées
    }
date-cells-silent = trop peu de réponses dans { $cells }
date-cells-few = { $day } : trop peu de personnes ont répondu pour montrer quoi que ce soit
date-sector = Par secteur
date-others = Petits secteurs ensemble
date-ready = Fermes
date-can-of = { $can } sur { $cells }
date-own = Cette cellule
date-own-possible = { $day } : possible
date-own-impossible = { $day } : impossible
date-own-tie = { $day } : partagée
date-own-few = Trop peu de personnes de cette cellule ont répondu pour montrer ce qu'elle a dit seule.
date-own-no-answer = { $day } : trop peu de réponses
date-drive = Fermes : dans la campagne { $number } ({ $drive }), au dernier décompte.
date-drive-hidden = La campagne { $number } ({ $drive }) ne montre pas encore de chiffres.
date-then = Le conseil vote sur un jour dans son assemblée, quand elle a commencé.
date-note = Un jour est possible pour une cellule si la plupart des personnes qui ont répondu peuvent, et si au moins un tiers de ses membres ont répondu. Les cellules de moins de { $members } membres sont comptées avec d'autres.

date-agreed = { $council } en a convenu : { $day }
date-agreed-anew = { $council } a convenu d'un autre jour : { $day }
date-voted-carried = Convenu : { $day }. Toutes les cellules l'apprennent.
date-voted-off = Annulé : { $day }. Toutes les cellules l'apprennent.
date-voted-stays = Cela reste comme convenu : { $day }.
date-off = { $council } a annulé. Plus besoin de répondre.
date-off-agreed = { $council } a annulé : { $day }
date-voted-failed = Pas convenu : { $day }. Un autre jour peut être mis au vote : /date show

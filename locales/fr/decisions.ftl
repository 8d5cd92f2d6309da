# Les décisions d'une cellule ou d'un conseil : /decide (commands/decide).

decide-about = Ce que nous avons décidé : l'inscrire, objecter, le retrouver
decide-record-about = Inscrire une décision ; elle vaut si personne n'objecte pendant 48 heures
decide-list-about = Ce qui vaut ; avec des mots, seulement ce qui les contient
decide-show-about = Une décision, et ce qui valait avant elle
decide-supersede-about = Mettre une nouvelle décision à la place d'une ancienne
decide-object-about = Objecter à une décision ; personne ne voit qui
decide-take-back-about = Retirer ton objection
decide-vote-about = Mettre une décision au vote
decide-adopt-about = Inscrire ce qu'un vote a adopté

decide-option-text = Ce qui est décidé, en une phrase
decide-ask-text = Qu'est-ce qui est décidé ? Une phrase.
decide-option-review = Quand vous la revoyez, par exemple « dans 3 mois »
decide-ask-review = Quand la revoyez-vous ? Par exemple : dans 3 mois
decide-option-decision = Quelle décision : son numéro
decide-ask-decision = Quelle décision ? Son numéro.
decide-option-words = Des mots qu'elle contient
decide-ask-words = Quels mots contient-elle ?

decide-unknown = Je ne connais pas de décision « { $typed } » ici. /decide list les montre.
decide-none = Rien n'est encore décidé ici.
decide-none-with = Aucune décision ici ne contient « { $words } ».
decide-recorded = La décision { $number } est inscrite, et montrée dans ses groupes.
decide-not-to-supersede = La décision { $number } ne vaut pas, ou une autre va la remplacer. /decide show { $number } montre où elle en est.
decide-not-to-vote = La décision { $number } est déjà prise, ou en cours de vote.
decide-adopt-elsewhere = Ce vote est celui d'un autre groupe. Ce qu'il a adopté s'inscrit dans le groupe qui a voté.
decide-adopt-open = Ce vote est encore ouvert.
decide-adopt-failed = Le vote { $number } n'a pas été adopté.
decide-adopted-already = C'est déjà inscrit : décision { $number }.

decide-waiting = Décision { $number } : vaut à partir du { $until }, si personne n'objecte
decide-contested = Décision { $number } : il y a une objection, il faut donc un vote
decide-voting = Décision { $number } : en cours de vote
decide-stands = Décision { $number } : vaut depuis le { $since }, sans objection
decide-stands-by-vote = Décision { $number } : vaut depuis le { $since }, vote { $vote } : { $result }
# Ce qui a été appris peut être réécrit avant d'être mis au vote.
decide-rejected = Décision { $number } : pas prise, elle a été réécrite
decide-rejected-by-vote = Décision { $number } : pas prise, vote { $vote } : { $result }
decide-superseded = Décision { $number } : ne vaut plus, la décision { $by } l'a remplacée
decide-objections =
    { $objections ->
        [one] { $objections } personne objecte
       *[other] { $objections } personnes objectent
    }
# Quand on ne peut plus objecter.
decide-objections-then =
    { $objections ->
        [one] { $objections } personne a objecté
       *[other] { $objections } personnes ont objecté
    }
decide-instead-of = Remplace la décision { $number } : { $text }
decide-learnt = Ce que nous avons appris : { $what }
decide-rule-new = Une nouvelle règle de la charte
decide-rule = Règle { $rule } de la charte
decide-review-on = À revoir le { $date }
decide-how = On voit combien objectent, jamais qui.
decide-button-object = J'objecte
decide-button-take-back = Retirer
decide-button-vote = Mettre au vote
decide-button-vote-secret = Vote secret
decide-button-anew = Réécrire
decide-button-adopt = Inscrire comme décision

decide-objected = Ton objection à la décision { $number } est notée. Personne ne voit qu'elle est de toi. Il faut maintenant un vote.
decide-objected-already = Tu objectes déjà à la décision { $number }.
decide-taken-back = Ton objection à la décision { $number } est retirée.
decide-nothing-to-take-back = Tu n'objectes pas à la décision { $number }.
decide-too-late = On ne peut plus objecter à la décision { $number }.
decide-not-yours = Pour objecter, il faut compter dans cette cellule, ou siéger dans ce conseil.

decide-now-stands = La décision { $number } vaut désormais, sans objection : { $text }
decide-now-contested =
    { $objections ->
        [one] { $objections } personne objecte à la décision { $number }, il faut donc un vote : { $text }
       *[other] { $objections } personnes objectent à la décision { $number }, il faut donc un vote : { $text }
    }
decide-now-learnt = Sans objection, voici ce que nous avons appris (décision { $number }) : { $text }
decide-or-anew = Ou qui coordonne la réécrit.
decide-voted-stands = La décision { $number } vaut désormais.
decide-voted-rejected = La décision { $number } n'est pas prise.
decide-review-now = La décision { $number } est à revoir : { $text }
decide-review-how = Elle est sur la liste de la prochaine réunion jusqu'à ce que vous vous réunissiez. Pour la changer : /decide supersede { $number }
decide-open-contested = La décision { $number } a besoin d'un vote, il y a une objection : { $text }
decide-open-review = La décision { $number } est à revoir : { $text }

decide-list = Décisions
decide-line = { $number } : { $text }
decide-line-superseded = { $number } : { $text } (ne vaut plus, voir { $by })
decide-line-rejected = { $number } : { $text } (pas prise)
decide-line-pending = { $number } : { $text } (pas encore)
decide-more =
    { $more ->
        [one] … et { $more } autre : /decide list avec un de ses mots
       *[other] … et { $more } autres : /decide list avec un de leurs mots
    }
decide-history = Comment on en est arrivé là
decide-history-line = { $number } ({ $date }) : { $text }

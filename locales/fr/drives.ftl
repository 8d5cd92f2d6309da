# Les campagnes d'engagements : /drive (commands/drive).

drive-about = Campagnes d'engagements : en ouvrir, voir, changer, clore
drive-new-about = Ouvrir une campagne
drive-show-about = Montrer une campagne
drive-list-about = Les campagnes de cette cellule
drive-edit-about = Changer une campagne ; après la première réponse, seulement texte et date limite
drive-close-about = Clore une campagne avant sa date limite
drive-remind-about = Rappeler une campagne à ses groupes, une fois par jour au plus
drive-ladder-about = Les campagnes qui se suivent : où l'on a perdu du monde
drive-poster-about = Une page pour le mur : question, revendications, objectif, date limite

option-drive = Quelle campagne : son numéro ou son nom
drive-ask-which = Quelle campagne ?
drive-option-unknown = Je ne connais pas de campagne « { $typed } » ici. Écris /drive list pour les voir.
drive-option-elsewhere = Cette campagne n'est pas ici. Écris /drive list pour voir celles qui y sont.
drive-option-question = Ce que tu demandes aux gens
drive-ask-question = Que demandes-tu aux gens ?
drive-option-goal = Combien d'engagements fermes : un nombre, ou un pourcentage des membres
drive-ask-goal = Combien d'engagements fermes faut-il ? Un nombre comme « 50 », ou « 30 % » des membres.
drive-option-deadline = Jusqu'à quand on peut répondre
drive-ask-deadline = Jusqu'à quand peut-on répondre ? Par exemple « vendredi 18:00 ».
drive-option-scope = Qui elle concerne : cette cellule, des secteurs, ou toute la fédération
drive-ask-scope = Qui concerne-t-elle ?
drive-option-sectors = Quels secteurs, si ce n'est pas le tien
drive-ask-sectors = Quels secteurs ?
drive-option-reveal = Quand les chiffres se voient : toujours, à l'objectif, ou à la clôture
drive-ask-reveal = Quand les chiffres se voient-ils ?
drive-option-minimum = Minimum d'engagements fermes dans chaque secteur
drive-ask-minimum = Combien d'engagements fermes faut-il au moins dans chaque secteur ?
drive-option-name = Un nom court
drive-ask-name = Quel est son nom court ?
drive-option-demands = Vos revendications : cinq lignes au plus, séparées par des points-virgules
drive-ask-demands = Que revendiquez-vous ? Cinq lignes au plus, par exemple « Des équipes sûres; Huit heures de repos ».
drive-option-ways = De deux à cinq façons d'en être, avec des points-virgules ; l'objectif compte la première
drive-ask-ways = Façons d'en être, deux à cinq : « Ne pas entrer; Porter un badge ». L'objectif compte la première.
drive-option-after = La campagne que celle-ci suit, comme étape suivante
drive-ask-after = Quelle campagne suit-elle ?

drive-none = Il n'y a pas encore de campagne ici.
drive-none-open = Aucune campagne n'est ouverte ici.
drive-no-cell = Je ne connais pas encore ta cellule. Écris cela dans son groupe.
drive-sectors-need-scope = Les secteurs vont avec « scope:sector ».
drive-scope-needs-steward = Seules les personnes qui administrent la fédération ouvrent une campagne au-delà d'une cellule.
drive-of-another-cell = Cette campagne est celle d'une autre cellule.
drive-after-of-cell = Cette campagne est propre à une cellule et ne se voit nulle part ailleurs. Seule une campagne de cette cellule peut la suivre.
drive-after-later = Une campagne ne peut suivre qu'une campagne ouverte avant elle.
drive-closed-already = Cette campagne est déjà close.
drive-edit-what = Que faut-il changer ? Par exemple : /drive edit deadline:"vendredi 18:00"
drive-edit-unknown = « { $word } » ne peut pas changer. Peuvent changer : question, deadline, goal, reveal, minimum, name, demands, ways, after.
drive-edit-answered = Il y a déjà des réponses. Seuls le texte et la date limite peuvent encore changer.
drive-reminded-already = Le rappel a été fait il y a moins d'un jour. La prochaine fois : { $next }.

drive-opened =
    { $chats ->
        [one] La campagne { $number } est ouverte.
       *[other] La campagne { $number } est ouverte dans { $chats } groupes.
    }
drive-warn-goal =
    { $members ->
        [0] Aucun membre n'est encore connu ici.
        [one] L'objectif dépasse le seul membre connu pour l'instant.
       *[other] L'objectif dépasse les { $members } membres connus pour l'instant.
    }
drive-warn-minimum = Le minimum dans { $sectors } ne pourra jamais se montrer atteint : trop peu de membres.
drive-warn-small = Avec moins de { $people } membres, le total ne sera pas exact à la clôture : il dirait des réponses isolées.
drive-edited = C'est changé.
drive-done-everywhere = C'est fait. Tous les groupes de la campagne le savent.
drive-list-open = { $number } : { $drive } – jusqu'au { $deadline }
drive-list-closed = { $number } : { $drive } – close le { $closed }
drive-changed = La campagne { $number } a changé : { $drive }
drive-changed-question = Nouveau texte : { $question }
drive-changed-name = Nouveau nom : { $name }
drive-changed-demand = Revendication : { $demand }
drive-changed-no-demands = Elle ne revendique plus rien
drive-changed-deadline = Nouvelle date limite : { $deadline }
drive-nudge = Pas encore répondu ? Il reste du temps : { $left }. Personne ne voit ta réponse.

drive-goal-reached =
    { $goal ->
        [one] L'objectif est atteint : { $goal } engagement ferme !
       *[other] L'objectif est atteint : { $goal } engagements fermes !
    }
drive-is-closed = Cette campagne est close.
drive-outcome = { $count } { $result }
drive-closed-count =
    { $firm ->
        [one] Close : { $firm } engagement ferme, pour un objectif de { $goal }.
       *[other] Close : { $firm } engagements fermes, pour un objectif de { $goal }.
    }
drive-closed-count-last =
    { $firm ->
        [one] Close : { $firm } engagement ferme au dernier décompte, pour un objectif de { $goal }.
       *[other] Close : { $firm } engagements fermes au dernier décompte, pour un objectif de { $goal }.
    }
drive-result-met = L'objectif est atteint !
drive-result-met-before = L'objectif a été atteint en chemin.
drive-result-missed = L'objectif n'est pas atteint.
drive-result-undecided = Dire si chaque secteur a son minimum livrerait des réponses.
drive-result-uncounted = Dire où en est l'objectif livrerait des réponses.
drive-card-met = Objectif atteint
drive-card-met-before = Objectif atteint en chemin
drive-card-missed = Objectif pas atteint
drive-card-undecided = Assez d'engagements ; les minimums des secteurs restent tus
drive-card-uncounted = Close ; où en est l'objectif reste tu
drive-closed-next = Si tu as pris un engagement : quand c'est fait, touche « C'est fait » ou écris /pledge done.

drive-progress = { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    } sur { $goal }
drive-progress-last = { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    } sur { $goal } au dernier décompte
drive-way-first = { $way } : { $progress }
drive-way = { $way } : { $people }
drive-way-last = { $way } : { $people } au dernier décompte
drive-way-own = { $way } : { $people } au dernier décompte ; cette cellule { $own }
drive-own =
    Cette cellule : { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } en attente
       *[other] , { $waiting } en attente
    }
drive-own-closed =
    Cette cellule : { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } dont la condition n'était pas remplie
       *[other] , { $waiting } dont la condition n'était pas remplie
    }
drive-own-kept = Cette cellule : { $kept } sur { $firm } engagements tenus
drive-waiting = { $waiting } en attente d'autres
drive-waiting-last = { $waiting } en attente d'autres au dernier décompte
drive-hint =
    { $more ->
        [one] { $more } de plus tient si { $in } en sont
       *[other] { $more } de plus tiennent si { $in } en sont
    }
drive-unvouched =
    { $people ->
        [one] { $people } engagement ne compte pas encore : il manque des garanties
       *[other] { $people } engagements ne comptent pas encore : il manque des garanties
    }
drive-sector-last = { $sector } : { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    } au dernier décompte
drive-sector-last-minimum = { $sector } : { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    } sur { $minimum } voulus, au dernier décompte
drive-sector-minimum = { $sector } : { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    } sur { $minimum } voulus
drive-sector-kept = { $sector } : { $kept } sur { $firm } engagements tenus
drive-sector-kept-last = { $sector } : { $kept } sur { $firm } engagements tenus, au dernier décompte
drive-sector-kept-only = { $sector } : { $kept } { $kept ->
        [one] tenu
       *[other] tenus
    } au dernier décompte
drive-left-out = Les autres chiffres sont omis : au dernier décompte, leur somme dépasse le total.
drive-small = Le total est celui du dernier décompte : avec si peu de membres, un total exact dirait des réponses isolées.
drive-goal = Objectif : { $goal } fermes
drive-minimum = Dans chaque secteur au moins { $minimum }
drive-hidden-until-goal = Aucun chiffre ne se voit avant l'objectif.
drive-hidden-until-close = Aucun chiffre ne se voit avant la clôture.
drive-until = Campagne { $number } · jusqu'au { $deadline } · reste { $left }
drive-over = Campagne { $number } · plus de réponses
drive-closed-on = Campagne { $number } · close le { $closed }

drive-follows = Suit la campagne { $number }

# Une page pour le mur : /drive poster (commands/drive/poster.ts).

drive-poster-file = affiche-{ $number }.pdf
drive-poster-ways = Façons d'en être : { $ways }
drive-poster-goal = Objectif : { $goal }
drive-poster-deadline = On répond jusqu'au { $deadline }
drive-poster-scan = Scanne pour répondre. Personne ne voit ta réponse.
drive-poster-foot = Campagne { $number }

# Les campagnes qui se suivent : /drive ladder (commands/drive/ladder.ts).

drive-ladder = Étape par étape
drive-ladder-none = Aucune campagne n'en suit une autre ici. Lances-en une avec /drive new et « after: » suivi du numéro de la précédente.
drive-ladder-step = { $drive } (campagne { $number }) : { $figures }
drive-ladder-hidden = pas encore de chiffres
drive-ladder-firm = { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    }
drive-ladder-firm-last = { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    } au dernier décompte
drive-ladder-kept = { $figures }, { $kept } { $kept ->
        [one] tenu
       *[other] tenus
    }
drive-ladder-open = { $figures }, ouverte jusqu'au { $deadline }
drive-ladder-most =
    { $fewer ->
        [one] La plus grosse perte est à l'étape { $step }, « { $drive } », dans { $sector } : { $fewer } personne de moins.
       *[other] La plus grosse perte est à l'étape { $step }, « { $drive } », dans { $sector } : { $fewer } personnes de moins.
    }
drive-ladder-most-last =
    { $fewer ->
        [one] La plus grosse perte est à l'étape { $step }, « { $drive } », dans { $sector } : { $fewer } personne de moins au dernier décompte.
       *[other] La plus grosse perte est à l'étape { $step }, « { $drive } », dans { $sector } : { $fewer } personnes de moins au dernier décompte.
    }
drive-ladder-nobody = Aucun secteur n'avait moins de monde qu'à l'étape d'avant.
drive-ladder-not-yet = Il faut deux étapes closes de suite pour comparer.
drive-ladder-not-compared = Aucune étape ne montre, avec celle d'avant, des chiffres que l'on peut comparer.
drive-ladder-loss = Étape { $step }, { $sector } : de { $before } à { $after }
drive-ladder-loss-last = Étape { $step }, { $sector } : de { $before } à { $after } au dernier décompte
drive-ladder-more =
    { $sectors ->
        [one] Étape { $step } : { $sectors } autre secteur avec moins de monde
       *[other] Étape { $step } : { $sectors } autres secteurs avec moins de monde
    }
drive-ladder-note = Ne sont comparés que les secteurs qui ont un chiffre aux deux étapes, des mêmes cellules.

drive-button-in = J'en suis
drive-button-if = Si N autres en sont
drive-button-withdraw = Me retirer
drive-button-done = C'est fait

# Qui une annonce a atteint : /drive show, /cell show (src/core/receipts.ts).

receipts-last =
    Dernière annonce : arrivée dans { $sent } sur { $chats ->
        [one] { $chats } groupe
       *[other] { $chats } groupes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } en attente
       *[other] , { $waiting } en attente
    }
receipts-failed = { $chat } : { $why }
receipts-card = { $chat } : la campagne elle-même ne s'y voit pas – { $why }
receipts-more =
    { $chats ->
        [one] et { $chats } autre groupe
       *[other] et { $chats } autres groupes
    }
receipts-chat = { $name } ({ $platform })
receipts-gone-chat = un groupe qui est parti
receipts-that-chat = Ce groupe
receipts-removed = on m'en a retiré
receipts-no-rights = je n'ai pas le droit d'y écrire
receipts-no-rights-named = je n'ai pas le droit d'y écrire ; il me manque « { $right } »
receipts-blocked = on m'y a bloqué
receipts-unreachable = je n'ai pas pu le joindre
receipts-not-found = la plateforme ne le trouve plus
receipts-refused = la plateforme a refusé le message
receipts-cell = Des groupes de { $cell } ne reçoivent rien de moi :
receipts-mend-removed = { $chat } : on m'en a retiré. Ajoute-moi de nouveau.
receipts-mend-rights = { $chat } : je ne peux pas y écrire. Donne-moi le droit d'écrire.
receipts-mend-rights-named = { $chat } : je ne peux pas y écrire. Donne-moi le droit « { $right } ».

# La réponse d'un membre : /pledge (commands/pledge.ts).

pledge-about = Répondre à une campagne ouverte, ou voir ta réponse
pledge-option-answer = in, if, withdraw, ou done après l'action
pledge-ask-answer = Quelle est ta réponse ?
pledge-option-others = Avec « si » : combien d'autres doivent en être
pledge-ask-others = Combien d'autres doivent en être ?
pledge-option-sector = Avec « si » : ne compter que ton secteur
pledge-ask-sector = Dans ton secteur seulement ?
pledge-option-way = Ta façon d'en être, quand une campagne en a plusieurs
pledge-ask-way = De quelle façon en es-tu ?
pledge-no-such-way = Je n'ai encore rien noté. Quelle façon d'en être veux-tu dire ?
pledge-way-alone = Une façon d'en être va seule : nomme-la, ou donne l'autre réponse.
pledge-if-meaning = Tu en es dès que tant d'autres en sont, et pas avant.
pledge-if-how-many = Si combien d'autres en sont ? Écris-le ainsi : /pledge if 10
pledge-number-needs-if = Un nombre va avec « if » : /pledge if 10
pledge-none-open = Aucune campagne n'est ouverte ici. Qui coordonne en ouvre une avec /drive new.
pledge-newest-closed = Aucune campagne n'est ouverte ici. « { $drive } » a été close le { $closed }, et ses réponses restent telles quelles.
pledge-none-closed = Il n'y a pas de campagne close ici.
pledge-own = { $drive } – { $answer }
pledge-answer-none = tu n'as pas encore répondu.
pledge-answer-withdrawn = ta réponse est retirée.
pledge-answer-in = tu en es.
pledge-answer-way = tu en es : { $way }.
pledge-answer-way-if =
    { $others ->
        [one] tu en es, { $way }, si { $others } autre en est.
       *[other] tu en es, { $way }, si { $others } autres en sont.
    }
pledge-answer-way-if-sector =
    { $others ->
        [one] tu en es, { $way }, si { $others } autre de ton secteur en est.
       *[other] tu en es, { $way }, si { $others } autres de ton secteur en sont.
    }
pledge-answer-if =
    { $others ->
        [one] tu en es si { $others } autre en est.
       *[other] tu en es si { $others } autres en sont.
    }
pledge-answer-if-sector =
    { $others ->
        [one] tu en es si { $others } autre de ton secteur en est.
       *[other] tu en es si { $others } autres de ton secteur en sont.
    }
pledge-not-vouched = Elle comptera quand assez de membres se porteront garants pour toi.
pledge-change-until = Tu peux la changer jusqu'au { $deadline }.
pledge-closed-answers = La campagne est close, les réponses restent donc telles quelles.
pledge-drive-closed = { $drive } – cette campagne est close, les réponses ne peuvent plus changer.
pledge-elsewhere = Cette campagne est pour d'autres cellules que celle où tu comptes. Écris /me show pour voir la tienne.
pledge-nothing-to-withdraw = Tu n'as pas de réponse dans cette campagne, il n'y a donc rien à retirer.
pledge-done = { $drive } – c'est noté : tu as tenu ton engagement. Merci !
pledge-done-other-way = { $drive } – c'est noté pour toi. Merci ! Seul « { $way } » compte comme tenu.
pledge-done-already = { $drive } – c'est déjà noté. Merci !
pledge-done-too-early = C'est pour après l'action : la campagne est encore ouverte.
pledge-done-no-pledge = Tu n'avais pas d'engagement dans cette campagne, il n'y a donc rien à noter.
pledge-done-not-firm = Ta condition n'était pas remplie, il n'y a donc rien à noter.
pledge-done-too-late = Cette campagne est finie depuis longtemps. Je ne sais plus qui s'y est engagé : c'est effacé.

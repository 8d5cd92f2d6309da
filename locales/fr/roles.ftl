# Les rôles qui tournent : /role (commands/role).

role-about = Les rôles qui tournent : qui les a, qui suit
role-new-about = Créer un rôle qui tourne
role-who-about = Qui tient les rôles, et qui suit
role-join-about = Entrer dans le roulement d'un rôle
role-leave-about = Quitter le roulement d'un rôle
role-accept-about = Prendre un tour
role-decline-about = Dire que tu ne peux pas prendre un tour
role-preview-about = Qui aurait les prochains tours, en l'état
role-history-about = Qui a tenu un rôle
role-why-about = Pourquoi c'est le tour de cette personne
role-balance-about = Combien de tours chacun a eus
role-swap-about = Proposer à quelqu'un d'échanger vos tours
role-cover-about = Demander à quelqu'un de te remplacer
role-away-about = Dire quand tu es absent·e
role-skip-about = Laisser passer un de tes tours
role-step-down-about = Rendre un rôle que tu tiens
role-remove-about = Sortir quelqu'un d'un roulement
role-handover-about = Laisser une note que seul lira qui suit
role-edit-about = Changer un rôle
role-end-about = Mettre fin à un rôle
role-ics-about = Un fichier d'agenda des tours

option-role = Quel rôle : son numéro ou son nom
role-ask-which = Quel rôle ?
role-option-unknown = Je ne connais pas de rôle « { $typed } » ici. Écris /role who pour les voir.
role-none = Il n'y a pas encore de rôle ici. Qui coordonne en crée un avec /role new.
role-no-cell = Je ne connais pas encore ta cellule. Écris cela dans son groupe.

role-option-name = Comment il s'appelle
role-ask-name = Comment s'appelle le rôle ? Par exemple « Compte rendu » ou « Clés ».
role-option-every = À quel rythme il passe : 2w, chaque mois, ou une règle RFC 5545
role-ask-every = À quel rythme passe-t-il ? Touche, ou écris par exemple « premier lundi du mois ».
role-option-day = Quel jour de la semaine
role-ask-day = Quel jour de la semaine ?
role-option-time = À quelle heure
role-ask-time = À quelle heure ? Par exemple « 18:00 ».
role-option-holders = Combien de personnes le tiennent à la fois
role-ask-holders = Combien de personnes le tiennent à la fois ?
role-option-limit = Nombre maximal de tours de suite pour une personne
role-ask-limit = Combien de tours de suite une personne peut-elle faire ?
role-option-checklist = Ce qui se transmet, séparé par des virgules
role-ask-checklist = Que faut-il transmettre ? Par exemple « clés, caisse, mot de passe ».
role-option-power = Qui le tient coordonne cette cellule
role-ask-power = Qui le tient coordonne-t-il cette cellule ?
role-option-terms = Combien de tours
role-ask-terms = Combien de tours ?
role-option-with = Avec qui
role-ask-with = Avec qui veux-tu échanger ?
role-option-by = Qui remplace
role-ask-by = Qui te remplace ?
role-option-cover-end = Annuler un remplacement
role-option-from = À partir de quand
role-ask-from = À partir de quand ? Par exemple « lundi » ou « 3 avril 18:00 ».
role-option-to = Jusqu'à quand
role-ask-to = Jusqu'à quand ? Par exemple « vendredi » ou « 9 avril ».
role-option-note = La note
role-ask-note = Que doit savoir la personne suivante ? Elle seule le lira.
role-option-person = Qui
role-ask-person = Qui ?
role-option-back = Dire que tu es de retour
role-ask-back = Es-tu de retour ?

role-button-join = Entrer dans le roulement
role-button-accept = J'accepte
role-button-decline = Je ne peux pas
role-button-swap = Échanger
role-button-accept-of = J'accepte : { $role }
role-button-decline-of = Je ne peux pas : { $role }
role-button-swap-of = Échanger : { $role }
role-button-take = Je le prends
role-button-agree = D'accord
role-button-refuse = Non, désolé
role-button-call-off = Annuler
role-button-note = Écrire une note
role-button-note-of = Note : { $role }
role-button-read = Lire en privé
role-button-checklist = Ajouter une liste de passation
role-button-back = Je suis de retour
role-button-end = Y mettre fin

# Créer, changer, finir.

role-created = Le rôle { $number }, { $role }, est prêt. Qui veut prendre des tours touche « Entrer dans le roulement ».
role-name-taken = Il y a déjà un rôle nommé { $role }.
role-day-in-rule = Cette règle dit déjà le jour. Laisse « day: » de côté.
role-edit-what = Que faut-il changer ? Par exemple : /role edit 1 time:19:00
role-edited = C'est changé : { $role }
role-end-sure = { $role } ne tournerait plus, et les tours à venir seraient annulés. C'est sûr ?
role-ended = { $role } est fini. Merci à celles et ceux qui l'ont tenu.
role-removed = { $person } n'est plus dans le roulement de { $role }.

# Les fiches.

role-overview = Rôles de { $cell }
role-overview-none = Aucun rôle ne tourne ici en ce moment.
role-overview-line = { $number }. { $role } : { $holders } · { $then }
role-overview-nobody = { $number }. { $role } : encore personne · { $then }
role-overview-more =
    { $roles ->
        [one] et { $roles } autre rôle
       *[other] et { $roles } autres rôles
    }
role-then = puis { $people }, à partir du { $from }
role-then-nobody = à partir du { $from } : encore personne
role-person-accepted = { $person } (accepté)
role-places-open =
    { $places ->
        [one] encore { $places } place libre
       *[other] encore { $places } places libres
    }
role-person-acting = { $person } (par intérim)
role-ics-event = { $role } : { $people }
role-person-stand-in = { $standin } à la place de { $person }
role-card-now = Maintenant : { $holders }, jusqu'au { $until }
role-card-acting = Pour l'instant : { $holders }, par intérim, jusqu'à la relève
role-card-nobody = Personne ne le tient encore.
role-card-next = Ensuite : { $people }, à partir du { $from }
role-card-next-nobody = La prochaine passation est le { $from }. Personne ne suit encore.
role-card-checklist = À transmettre :
role-card-foot =
    Rôle { $number } · { $rule } · { $pool ->
        [one] { $pool } personne dans le roulement
       *[other] { $pool } personnes dans le roulement
    }
role-power-council = Dans un conseil, aucun rôle ne porte cela. Écris /council settings pour nommer qui le coordonne.
role-card-power = Qui le tient coordonne cette cellule.
role-card-ended = Ce rôle est fini.

# Regarder.

role-preview-line = { $from } : { $people }
role-preview-nobody = { $from } : encore personne
role-preview-foot = En l'état. Absences, échanges et réponses le changent.
role-history-none = Personne ne l'a encore tenu.
role-history-line = du { $from } au { $to } : { $person }
role-history-now = depuis le { $from } : { $person }
role-why-line = { $person }, à partir du { $from }
role-why-nobody = Personne n'est encore choisi.
role-why-only = Personne d'autre ne pouvait le prendre.
role-why-terms =
    { $terms ->
        [0] Sur { $among } qui pouvaient : aucun tour jusqu'ici, moins que tous les autres.
        [one] Sur { $among } qui pouvaient : { $terms } tour jusqu'ici, moins que tous les autres.
       *[other] Sur { $among } qui pouvaient : { $terms } tours jusqu'ici, moins que tous les autres.
    }
role-why-longest = Sur { $among } qui pouvaient, plusieurs ont eu aussi peu de tours. Son dernier a fini il y a le plus longtemps.
role-why-draw = Sur { $among } qui pouvaient, plusieurs sont à égalité. Un tirage que personne ne peut diriger a décidé.
role-why-away =
    { $people ->
        [one] { $people } personne est absente.
       *[other] { $people } personnes sont absentes.
    }
role-why-declined =
    { $people ->
        [one] { $people } personne ne peut pas cette fois.
       *[other] { $people } personnes ne peuvent pas cette fois.
    }
role-why-role =
    { $people ->
        [one] { $people } personne tient alors un autre rôle.
       *[other] { $people } personnes tiennent alors un autre rôle.
    }
role-why-limit =
    { $people ->
        [one] { $people } personne a fait assez de tours de suite.
       *[other] { $people } personnes ont fait assez de tours de suite.
    }
role-why-aside = Il ne restait personne d'autre.
role-why-aside-role = Cette personne tient alors aussi un autre rôle : il ne restait personne d'autre.
role-why-aside-limit = Cette personne a fait assez de tours de suite : il ne restait personne d'autre.
role-why-acting = Garde le rôle pour l'instant, faute de relève.
role-why-agreed = L'a pris de son plein gré, ou par échange.
role-balance-nobody = Personne n'est encore dans le roulement. Entre avec /role join.
role-balance-line =
    { $terms ->
        [0] { $person } : encore aucun tour
        [one] { $person } : { $terms } tour compté
       *[other] { $person } : { $terms } tours comptés
    }
role-balance-line-last =
    { $terms ->
        [0] { $person } : aucun tour
        [one] { $person } : { $terms } tour compté, le dernier jusqu'au { $last }
       *[other] { $person } : { $terms } tours comptés, le dernier jusqu'au { $last }
    }
role-balance-spread = Écart entre le plus et le moins : { $spread }. Qui entre ou revient commence au plus bas, personne n'a donc rien à rattraper.
role-ics = Les tours de { $roles }, pour ton agenda. Reprends le fichier quand quelque chose a changé.

# Prendre des tours.

role-joined = Tu es dans le roulement de { $role }. Je te demande avant que ton tour vienne.
role-joined-already = Tu es déjà dans le roulement de { $role }.
role-left = Tu n'es plus dans le roulement de { $role }. Merci pour tes tours.
role-accepted = { $role } est à toi du { $from } au { $to }. Merci !
role-accepted-now = { $role } est à toi maintenant, jusqu'au { $to }. Merci !
role-volunteered = { $person } prend { $role }, jusqu'au { $to }. Merci !
role-declined = D'accord, merci de le dire. Je demande à quelqu'un d'autre pour { $role }.
role-skipped = D'accord : ton tour de { $role } à partir du { $from } passe. Le suivant vient comme d'habitude.
role-stepped-down = Tu as rendu { $role }. Merci pour ce que tu as fait. Je cherche quelqu'un d'autre.
role-offered = La question part à { $person }. Sans son accord, { $role } reste comme c'est.
role-offer-swap = { $person } te propose un échange : prendrais-tu { $role } du { $from } au { $to } ? { $person } prend alors ton prochain tour.
role-offer-cover = { $person } te demande un remplacement : t'occuperais-tu de { $role } du { $from } au { $to } ?
role-to = { $person }, { $said }
role-agreed-swap = D'accord. { $role } est à toi du { $from } au { $to }.
role-agreed-cover = D'accord. Tu t'occupes de { $role } du { $from } au { $to }.
role-cover-ended = D'accord : { $person } ne remplace plus pour { $role }. Je le lui dis.
role-cover-given-back = D'accord, merci de le dire. { $role } revient à { $person }. Je le lui dis.
role-cover-none = Personne ne te remplace pour { $role }, et tu ne remplaces personne.
role-refused-kindly = D'accord. Je le dis, et rien ne change.
role-offer-agreed = { $person } est d'accord et s'occupe de { $role } du { $from } au { $to }.
role-offer-over = Tu n'as plus à t'occuper de { $role } pour { $person }, du { $from } au { $to }.
role-swap-over = { $person } ne peut pas prendre ton prochain tour de { $role }, comme c'était convenu.
role-swap-free = Tu n'as plus à prendre de tour de { $role } pour { $person }.
role-offer-refused = { $person } ne peut pas s'occuper de { $role } du { $from } au { $to }. Demande à quelqu'un d'autre, ou dis que tu ne peux pas.
role-away = C'est noté : tu es absent·e du { $from } au { $to }. Aucun rôle ne te sera confié d'ici là.
role-away-given-back = Je cherche quelqu'un d'autre pour ce qui était alors à toi : { $roles }.
role-away-holding = Tu tiens alors ceci : { $roles }. Demande un remplacement : /role cover
role-away-order = La fin doit venir après le début.
role-back = Bon retour. La question te revient quand ce sera ton tour.
role-note = { $person } te laisse une note pour { $role } : { $note }
role-note-waits = { $person }, il y a pour toi une note sur { $role } que toi seul dois lire.
role-note-none = Il n'y a pas de note pour toi.
role-note-brought = J'ai transmis ta note. Personne d'autre ne la lit.
role-note-kept = Je garde ta note et la donne à qui prend la suite, à la passation. Personne d'autre ne la lit.

role-refused-ended = { $role } est fini.
role-refused-not-in-pool = Pas dans le roulement de { $role }. Pour y entrer : /role join
role-refused-not-member = Cette personne n'est pas membre ici.
role-refused-no-turn = Il n'y a pas de tour de { $role } avec lequel faire cela en ce moment.
role-swap-not-yet = Ton tour de { $role } est prévu à partir du { $from }. Il peut s'échanger à partir du { $since }, quand ce sera le prochain.
role-decline-not-yet = Ton tour de { $role } est prévu à partir du { $from }. La question te vient avant, et tu peux alors dire non.
role-refused-turn-over = Ce tour est fini. Merci quand même !
role-refused-turn-taken = Quelqu'un d'autre l'a déjà pris. Merci quand même !
role-refused-not-yours = C'était pour quelqu'un d'autre.
role-refused-already-holder = Tu tiens déjà { $role } à ce moment-là.
role-refused-away = Cette personne est absente à ce moment-là.
role-refused-outside-term = Ce moment est hors du tour.
role-refused-covered = Quelqu'un remplace déjà à ce moment-là.
role-refused-cover-over = C'est fini. Merci pour le remplacement !
role-refused-offer-gone = Cela n'attend plus de réponse.
role-refused-past = C'est passé, et ce qui est passé ne change pas.
role-refused-oneself = Ce doit être quelqu'un d'autre.
role-refused-not-holder = Seul qui tient { $role } peut le faire.

# Ce que les rôles disent d'eux-mêmes.

role-asked = { $role } serait à toi du { $from } au { $to }. Peux-tu ?
role-asked-chat = { $person }, { $role } serait à toi du { $from } au { $to }. Peux-tu ?
role-asked-running = { $role } a besoin de quelqu'un jusqu'au { $to }. Peux-tu ?
role-asked-running-chat = { $person }, { $role } a besoin de quelqu'un jusqu'au { $to }. Peux-tu ?
role-asked-second = { $role } a encore besoin de quelqu'un du { $from } au { $to }. Peux-tu ? Le premier oui l'emporte.
role-asked-second-chat = { $person }, { $role } a encore besoin de quelqu'un du { $from } au { $to }. Peux-tu ? Le premier oui l'emporte.
role-tomorrow =
    { $count ->
        [0] { $role } est à toi à partir du { $from }.
        [one] Tu prends la suite de { $others } pour { $role } : { $from }.
       *[other] Tu prends la suite de { $others } pour { $role } : { $from }.
    }
role-tomorrow-chat =
    { $count ->
        [0] { $person }, { $role } est à toi à partir du { $from }.
        [one] { $person }, tu prends la suite de { $others } pour { $role } : { $from }.
       *[other] { $person }, tu prends la suite de { $others } pour { $role } : { $from }.
    }
role-tomorrow-stand-in =
    { $count ->
        [0] Tu t'occupes de { $role } pour { $holder } du { $from } au { $to }.
        [one] Tu t'occupes de { $role } pour { $holder } du { $from } au { $to }. Tu prends la suite de { $others }.
       *[other] Tu t'occupes de { $role } pour { $holder } du { $from } au { $to }. Tu prends la suite de { $others }.
    }
role-tomorrow-stand-in-chat =
    { $count ->
        [0] { $person }, tu t'occupes de { $role } pour { $holder } du { $from } au { $to }.
        [one] { $person }, tu t'occupes de { $role } pour { $holder } du { $from } au { $to }. Tu prends la suite de { $others }.
       *[other] { $person }, tu t'occupes de { $role } pour { $holder } du { $from } au { $to }. Tu prends la suite de { $others }.
    }
role-leaving =
    { $count ->
        [0] Ton tour de { $role } finit le { $to }. Qui suit reste à trouver.
        [one] Tu transmets { $role } à { $others } : { $to }.
       *[other] Tu transmets { $role } à { $others } : { $to }.
    }
role-leaving-chat =
    { $count ->
        [0] { $person }, ton tour de { $role } finit le { $to }. Qui suit reste à trouver.
        [one] { $person }, tu transmets { $role } à { $others } : { $to }.
       *[other] { $person }, tu transmets { $role } à { $others } : { $to }.
    }
role-handed = { $role } passe de { $left } à { $holders }, jusqu'au { $to }. Merci, { $left } !
role-begun = { $role } est à { $holders }, jusqu'au { $to }.
role-stays =
    { $count ->
        [one] Personne n'a encore pris la suite pour { $role }. { $people } le garde pour l'instant, par intérim. Qui peut ?
       *[other] Personne n'a encore pris la suite pour { $role }. { $people } le gardent pour l'instant, par intérim. Qui peut ?
    }
role-nobody = Personne ne tient { $role } en ce moment. Qui peut le prendre ?
role-place-free = Une place est encore libre pour { $role }. Qui peut la prendre ?
role-late = J'aurais dû le dire le { $at }. Je n'étais pas là.
role-relaxed-role = J'ai demandé à { $person } pour { $role } à partir du { $from }, malgré un autre rôle au même moment : il ne restait personne d'autre.
role-relaxed-limit = J'ai redemandé à { $person } pour { $role } à partir du { $from }, malgré assez de tours de suite : il ne restait personne d'autre.
role-nobody-for = { $role } a encore besoin de quelqu'un à partir du { $from }, et je ne peux demander à personne d'autre du roulement. Qui entre ?

# Le calendrier de tous : /calendar (commands/calendar).

calendar-about = Phases, jours convenus, assemblées et actions partagées, d'un coup d'œil
calendar-show-about = Les trois prochains mois : image, page à imprimer, fichier d'agenda
calendar-option-from = Le premier jour ; aujourd'hui si tu ne dis rien
calendar-ask-from = À partir de quel jour ?
calendar-option-to = Le dernier jour ; trois mois plus tard si tu ne dis rien
calendar-ask-to = Jusqu'à quel jour ?
calendar-backwards = Le dernier jour est avant le premier.
calendar-too-long = C'est trop long pour un coup d'œil : { $most } jours au plus.
calendar-empty = Il est encore vide. Les phases : /phase set. Un jour pour tous : /date propose. Une action que d'autres peuvent voir : /action share

calendar-title = { $from } à { $to }
calendar-alt =
    { $title } : { $sectors ->
        [one] { $sectors } secteur
       *[other] { $sectors } secteurs
    } avec { $actions ->
        [one] { $actions } action partagée
       *[other] { $actions } actions partagées
    }, jour par jour
calendar-when = Quand
calendar-what = Quoi
calendar-week = Semaine du { $from }
calendar-joined = { $what }
calendar-agreed = { $what } (convenu)
calendar-agreed-on = { $what } (convenu, { $day })
calendar-assembly = { $name } à { $at }
calendar-assembly-on = { $name } ({ $at })
calendar-sector-actions = { $sector } : { $count }
calendar-sector-names = { $sector } : { $actions }
calendar-sum =
    { $actions ->
        [one] { $actions } action
       *[other] { $actions } actions
    } dans { $sectors ->
        [one] { $sectors } secteur
       *[other] { $sectors } secteurs
    }
calendar-more = { $more } de plus
calendar-note = Les actions sont celles que les cellules partagent : /action share. Ni leur lieu, ni qui vient, n'y figure.

calendar-month = { $month }
calendar-actions =
    { $actions ->
        [0] aucune action
        [one] { $actions } action
       *[other] { $actions } actions
    }
calendar-more-sectors =
    { $sectors ->
        [one] et { $sectors } autre secteur
       *[other] et { $sectors } autres secteurs
    }
calendar-date-line = { $day } : { $what }
calendar-burst = Temps fort
calendar-lull = Accalmie
calendar-key-actions = Actions ce jour-là
calendar-key-date = Jour convenu
calendar-key-meeting = Assemblées

calendar-file-picture = calendrier-{ $from }.png
calendar-file-page = calendrier-{ $from }.pdf
calendar-file-name = { $federation }
calendar-action = { $what } ({ $sector })
calendar-phases = Temps forts et accalmies
calendar-days = Jour par jour
calendar-foot = État au { $at }

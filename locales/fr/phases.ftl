# Le calendrier des temps forts et des accalmies : /phase (commands/phase.ts).

phase-about = Quand on pousse et quand on se repose
phase-show-about = Où nous en sommes, ce qui suit, et les trois prochains mois
phase-set-about = Fixer le calendrier des temps forts et des accalmies
phase-off-about = Arrêter le calendrier
phase-option-burst = Combien de jours dure un temps fort, 29 au plus
phase-ask-burst = Combien de jours dure un temps fort ? 29 au plus.
phase-option-lull = Combien de jours dure le repos qui suit
phase-ask-lull = Combien de jours dure le repos qui suit ?
phase-option-start = Quand commence le premier temps fort, si ce n'est pas aujourd'hui
phase-ask-start = Quand commence le premier temps fort ? Par exemple « aujourd'hui » ou « 2026-03-27 ».
phase-start-too-far = Un calendrier peut commencer dans l'année qui vient, ou avoir commencé dans l'année passée.
phase-none = Il n'y a pas encore de calendrier des temps forts et des accalmies. Qui administre la fédération le fixe : /phase set

phase-now-burst = Temps fort : jour { $day } sur { $days }, jusqu'au { $to }.
phase-now-lull = Accalmie : jour { $day } sur { $days }, jusqu'au { $to }. C'est le temps du repos.
phase-before = Le premier temps fort commence le { $from }.
phase-next-burst = Ensuite : un temps fort à partir du { $from }.
phase-next-lull = Ensuite : une accalmie à partir du { $from }.
phase-line-burst =
    { $days ->
        [one] Temps fort : du { $from } au { $to }, { $days } jour
       *[other] Temps fort : du { $from } au { $to }, { $days } jours
    }
phase-line-lull =
    { $days ->
        [one] Accalmie : du { $from } au { $to }, { $days } jour
       *[other] Accalmie : du { $from } au { $to }, { $days } jours
    }
phase-set = Nous avons un calendrier : temps forts et accalmies alternent.
phase-set-everywhere = C'est fait. Tous les groupes de la fédération le savent.
phase-off = Le calendrier des temps forts et des accalmies est arrêté.
phase-turn-burst =
    { $days ->
        [one] Un temps fort commence aujourd'hui : { $days } jour, jusqu'au { $to }. Prévoyez le repos avec.
       *[other] Un temps fort commence aujourd'hui : { $days } jours, jusqu'au { $to }. Prévoyez le repos avec.
    }
phase-turn-lull =
    { $days ->
        [one] Une accalmie commence aujourd'hui : { $days } jour, jusqu'au { $to }. Reposez-vous, et prenez soin les uns des autres.
       *[other] Une accalmie commence aujourd'hui : { $days } jours, jusqu'au { $to }. Reposez-vous, et prenez soin les uns des autres.
    }

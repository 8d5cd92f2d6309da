# O calendário de arrancadas e calmarias: /phase (commands/phase.ts).

phase-about = Quando a gente avança e quando descansa
phase-show-about = Onde estamos, o que vem e os próximos três meses
phase-set-about = Definir o calendário de arrancadas e calmarias
phase-off-about = Parar o calendário
phase-option-burst = Quantos dias dura uma arrancada, no máximo 29
phase-ask-burst = Quantos dias dura uma arrancada? No máximo 29.
phase-option-lull = Quantos dias dura o descanso depois
phase-ask-lull = Quantos dias dura o descanso depois dela?
phase-option-start = Quando começa a primeira arrancada, se não for hoje
phase-ask-start = Quando começa a primeira arrancada? Por exemplo: “hoje” ou “2026-03-27”.
phase-start-too-far = Um calendário pode começar em até um ano a partir de hoje, ou ter começado no último ano.
phase-none = Ainda não há calendário de arrancadas e calmarias. Quem administra a federação define um: /phase set

phase-now-burst = Arrancada: dia { $day } de { $days }, até { $to }.
phase-now-lull = Calmaria: dia { $day } de { $days }, até { $to }. Hora de descansar.
phase-before = A primeira arrancada começa em { $from }.
phase-next-burst = Depois: uma arrancada, a partir de { $from }.
phase-next-lull = Depois: uma calmaria, a partir de { $from }.
phase-line-burst =
    { $days ->
        [one] Arrancada: de { $from } até { $to }, { $days } dia
       *[other] Arrancada: de { $from } até { $to }, { $days } dias
    }
phase-line-lull =
    { $days ->
        [one] Calmaria: de { $from } até { $to }, { $days } dia
       *[other] Calmaria: de { $from } até { $to }, { $days } dias
    }
phase-set = Agora temos um calendário: arrancada e calmaria se alternam.
phase-set-everywhere = Feito. Todos os grupos da federação foram avisados.
phase-off = O calendário de arrancadas e calmarias parou.
phase-turn-burst =
    { $days ->
        [one] Hoje começa uma arrancada: { $days } dia, até { $to }. Planejem o descanso junto.
       *[other] Hoje começa uma arrancada: { $days } dias, até { $to }. Planejem o descanso junto.
    }
phase-turn-lull =
    { $days ->
        [one] Hoje começa uma calmaria: { $days } dia, até { $to }. Descansem e cuidem de quem está ao lado.
       *[other] Hoje começa uma calmaria: { $days } dias, até { $to }. Descansem e cuidem de quem está ao lado.
    }

# O calendário de todo mundo: /calendar (commands/calendar).

calendar-about = Fases, dias combinados, assembleias e ações compartilhadas, de relance
calendar-show-about = Os próximos três meses: imagem, página para imprimir, arquivo de calendário
calendar-option-from = O primeiro dia; hoje, se você não disser
calendar-ask-from = A partir de que dia?
calendar-option-to = O último dia; três meses depois, se você não disser
calendar-ask-to = Até que dia?
calendar-backwards = O último dia vem antes do primeiro.
calendar-too-long = É demais para ver de relance: { $most } dias no máximo.
calendar-empty = Ainda não há nada. Fases: /phase set. Um dia para todo mundo: /date propose. Uma ação que outros possam ver: /action share

calendar-title = { $from } até { $to }
calendar-alt =
    { $title }: { $sectors ->
        [one] { $sectors } setor
       *[other] { $sectors } setores
    } com { $actions ->
        [one] { $actions } ação compartilhada
       *[other] { $actions } ações compartilhadas
    }, dia a dia
calendar-when = Quando
calendar-what = O quê
calendar-week = Semana de { $from }
calendar-joined = { $what }
calendar-agreed = { $what } (combinado)
calendar-agreed-on = { $what } (combinado, { $day })
calendar-assembly = { $name } às { $at }
calendar-assembly-on = { $name } ({ $at })
calendar-sector-actions = { $sector }: { $count }
calendar-sector-names = { $sector }: { $actions }
calendar-sum =
    { $actions ->
        [one] { $actions } ação
       *[other] { $actions } ações
    } em { $sectors ->
        [one] { $sectors } setor
       *[other] { $sectors } setores
    }
calendar-more = mais { $more }
calendar-note = As ações são as que os comitês compartilham: /action share. Onde são, e quem vai, não aparece.

calendar-month = { $month }
calendar-actions =
    { $actions ->
        [0] nenhuma ação
        [one] { $actions } ação
       *[other] { $actions } ações
    }
calendar-more-sectors =
    { $sectors ->
        [one] e mais { $sectors } setor
       *[other] e mais { $sectors } setores
    }
calendar-date-line = { $day }: { $what }
calendar-burst = Arrancada
calendar-lull = Calmaria
calendar-key-actions = Ações nesse dia
calendar-key-date = Dia combinado
calendar-key-meeting = Assembleias

calendar-file-picture = calendario-{ $from }.png
calendar-file-page = calendario-{ $from }.pdf
calendar-file-name = { $federation }
calendar-action = { $what } ({ $sector })
calendar-phases = Arrancadas e calmarias
calendar-days = Dia a dia
calendar-foot = Situação em { $at }

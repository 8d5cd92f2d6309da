# As assembleias entre setores: /assembly (commands/assembly).

assembly-about = Assembleias: planejar, marcar presença, pauta, palavra, encerrar, ata
assembly-new-about = Planejar assembleias que se repetem
assembly-change-about = Mudar o dia da próxima; ou a hora, duração ou frequência dali em diante
assembly-next-about = Mostrar a assembleia em andamento, ou a próxima
assembly-roster-about = Mostrar quem tem assento e quem está presente
assembly-checkin-about = Dizer que você está presente
assembly-checkout-about = Dizer que você está saindo
assembly-quorum-about = Mostrar se há gente suficiente para decidir
assembly-agenda-about = Mostrar a pauta; incluir, mover ou abrir um ponto
assembly-speak-about = Pedir a palavra; quem coordena chama a próxima pessoa com “next”
assembly-vote-about = Mostrar as votações desta assembleia
assembly-close-about = Encerrar a assembleia
assembly-minutes-about = A ata, em texto e em página para imprimir
assembly-host-about = Quem recebe e por quê; aceitar, ou passar adiante
assembly-ics-about = As datas como arquivo de calendário
assembly-end-about = Não planejar mais estas assembleias

assembly-option-name = Como se chama
assembly-ask-name = Como se chama a assembleia?
assembly-option-rule = De quanto em quanto tempo: “primeira sexta do mês”, “a cada duas terças”
assembly-ask-rule = De quanto em quanto tempo? Por exemplo, “primeira sexta do mês às 18:00”.
assembly-option-time = A que horas começa
assembly-ask-time = A que horas começa?
assembly-option-length = Quanto dura; duas horas se você não disser
assembly-ask-length = Quanto dura?
assembly-option-at = Para quando fica a próxima, só ela
assembly-ask-at = Quando é a próxima? Por exemplo, “quarta 19:00”.
assembly-option-change-time = A que horas começa a partir da próxima
assembly-option-change-length = Quanto dura a partir da próxima
assembly-option-change-rule = De quanto em quanto tempo, a partir da próxima
assembly-option-quorum = Presença mínima: “metade”, “2/3 dos comitês”, “12”, “metade e 3 setores”
assembly-ask-quorum = Qual é a presença mínima? Por exemplo, “metade”, “2/3 dos comitês” ou “metade e 3 setores”.
assembly-option-seats = Assentos por comitê: “2”, ou mais um a cada dez integrantes, cinco no máximo: “10 max 5”
assembly-ask-seats = Quantos assentos tem cada comitê? Por exemplo, “2” ou “10 max 5”.
assembly-option-names = A ata diz o nome de quem esteve presente
assembly-ask-names = A ata deve dizer o nome de quem esteve presente?
assembly-option-cell = Só este comitê, com nomes nos grupos do conselho
assembly-ask-cell = Qual comitê?
assembly-option-assembly = Qual assembleia
assembly-option-action = add, move ou open: incluir, mover ou abrir um ponto
assembly-ask-action = O que fazer com a pauta?
assembly-option-item = A proposta; ou o número de um ponto
assembly-ask-item = Qual é a proposta?
assembly-option-to = Para qual número vai
assembly-ask-to = Para qual número?
assembly-option-speak = off: você não quer mais a palavra; next: de quem é a vez
assembly-ask-speak = off ou next?
assembly-option-host = aceitar, ou passar adiante
assembly-ask-host = Aceitar, ou passar adiante?
assembly-option-number = Qual assembleia: o número
assembly-ask-number = Qual assembleia?

assembly-quorum-unknown = Não entendi o quórum “{ $typed }”. Tente “metade”, “2/3 dos comitês”, “12” ou “metade e 3 setores”.
assembly-gone = Essa assembleia não está mais planejada.
assembly-none = { $council } não tem assembleia planejada. Quem coordena planeja com /assembly new.
assembly-no-seat = Só pode fazer isso quem tem assento em { $council }, ou substitui alguém lá.
assembly-is-closed = Essa assembleia está encerrada.
assembly-not-yet = Ainda não. Dá para marcar presença a partir de uma hora antes. { $when }
assembly-length = Uma assembleia dura de um minuto a três dias.

assembly-title = { $name } { $number }
assembly-when = { $start }, duração: { $length }
assembly-close-early = { $assembly } ainda não começou, então não há o que encerrar: { $when }. /assembly change muda o dia, /assembly end cancela de vez.
assembly-planned-already = { $name } já está planejada. A próxima: { $when }. /assembly change muda o dia ou a frequência.
assembly-planned = { $name }, { $rule }. A primeira: { $when }
assembly-opens-later = Dá para marcar presença a partir de uma hora antes.
assembly-closed = Encerrada
assembly-closed-on = Encerrada em { $closed }
assembly-button-in = Estou aqui
assembly-button-out = Estou saindo
assembly-button-speak = Peço a palavra
assembly-button-accept = A gente recebe
assembly-button-pass = Passar adiante

assembly-host-nobody = Quem recebe: ninguém ainda
assembly-host-asked = Quem recebe: { $sector }, { $place } (falta responder)
assembly-host-accepted = Quem recebe: { $sector }, { $place }
assembly-host-question = { $place }: vocês recebem { $assembly }?
assembly-host-wanted = Não sobrou ninguém para receber. Quem pode? { $when }
assembly-host-said-yes = { $host }: disseram que sim.
assembly-host-thanks = Valeu! O conselho já sabe.
assembly-host-passed = Passado adiante. { $host }
assembly-host-too-late = Já começou.
assembly-host-not-yours = Isso é para quem coordena um comitê que recebe, ou o conselho.
assembly-host-reminder = Vocês recebem amanhã. { $when }
assembly-host-reminder-late = Vocês recebem a próxima assembleia. { $when }
assembly-why-sector-never = O setor de vocês ainda não recebeu.
assembly-why-sector =
    { $ago ->
        [one] Só o setor de vocês pode: recebeu a última.
       *[other] O setor de vocês é o que recebeu há mais tempo: { $ago } assembleias atrás.
    }
assembly-why-place-never = Dos lugares do setor, este ainda não recebeu.
assembly-why-place =
    { $ago ->
        [one] É o único lugar do setor.
       *[other] Dos lugares do setor, este é o que recebeu há mais tempo: { $ago } assembleias atrás.
    }
assembly-why-avoided = O lugar da última assembleia ficou de fora.

assembly-quorum-met = Quórum: sim, { $present } de { $all } assentos presentes; mínimo: { $needed }
assembly-quorum-met-cells = Quórum: sim, { $present } de { $all } comitês presentes; mínimo: { $needed }
assembly-quorum-missing = Quórum: não, { $present } de { $all } assentos presentes; mínimo: { $needed } (mais { $missing })
assembly-quorum-missing-cells = Quórum: não, { $present } de { $all } comitês presentes; mínimo: { $needed } (mais { $missing })
assembly-quorum-sectors =
    { $needed ->
        [one] Quórum: não, setores presentes: { $present } de { $needed }
       *[other] Quórum: não, setores presentes: { $present } de { $needed }
    }
assembly-sector-filled =
    { $empty ->
        [0] { $sector }: { $filled } de { $seats } assentos ocupados
        [one] { $sector }: { $filled } de { $seats } assentos ocupados, { $empty } vazio
       *[other] { $sector }: { $filled } de { $seats } assentos ocupados, { $empty } vazios
    }
assembly-sector-present =
    { $empty ->
        [0] { $sector }: { $present } de { $seats } assentos presentes
        [one] { $sector }: { $present } de { $seats } assentos presentes, { $empty } sem pessoa delegada
       *[other] { $sector }: { $present } de { $seats } assentos presentes, { $empty } sem pessoa delegada
    }
assembly-own-seats =
    { $seats ->
        [one] Este comitê: { $seats } assento
       *[other] Este comitê: { $seats } assentos, { $filled } ocupados
    }
assembly-own-empty =
    { $empty ->
        [one] O assento de vocês está vazio: escolham alguém com /delegate choose.
       *[other] { $empty } assentos de vocês estão vazios: escolham com /delegate choose.
    }
assembly-empty-seat = Este comitê tem um assento vazio em { $assembly }. Escolham alguém com /delegate choose. { $when }

assembly-roster-cell = { $cell } – { $seats }
assembly-roster-more =
    { $cells ->
        [one] … e mais { $cells } comitê
       *[other] … e mais { $cells } comitês
    }
assembly-roster-numbers =
    { $empty ->
        [0] { $cell }: { $present } de { $seats } presentes
        [one] { $cell }: { $present } de { $seats } presentes, { $empty } assento vazio
       *[other] { $cell }: { $present } de { $seats } presentes, { $empty } assentos vazios
    }
assembly-roster-names = Com nomes, comitê por comitê: /assembly roster COMITÊ
# $alternate: “suplente: Ben”, “sem suplente”
assembly-seat-here = { $name } está aqui ({ $alternate })
assembly-seat-away = { $name } ({ $alternate })
assembly-seat-by-alternate = { $alternate } está aqui por { $name }
assembly-seat-stand-in = { $name } está aqui, sem pessoa delegada
assembly-seat-empty = assento vazio ({ $alternate })
assembly-alternate = suplente: { $name }
assembly-no-alternate = sem suplente

assembly-in = Presença marcada por { $cell }.
assembly-in-already = Presença já marcada, por { $cell }.
assembly-in-for = Presença marcada. A pessoa delegada de { $cell } não está, então você conta pelo assento.
assembly-in-beside = Presença marcada. A pessoa delegada de { $cell } está aqui e conta pelo assento. Se ela sair, você conta.
assembly-out = Valeu! Sua saída está anotada; você pode voltar.
assembly-out-already = Sua presença não estava marcada.

assembly-item-care = O que a gente deu (o caderno de cuidados)
assembly-item-open = Descompressões por fazer
assembly-item-learnt = O que os comitês aprenderam
assembly-item-decisions = Decisões para rever
assembly-item-fund = Como estão os caixas
assembly-learnt-how = Cada comitê conta o que aprendeu desde a última vez. No grupo dele: /debrief show
assembly-fund-how = Cada comitê que tem caixa conta como ele está. No grupo dele: /fund report
assembly-decisions-none = Nenhuma decisão para rever.
assembly-agenda-of = Pauta de { $assembly }
assembly-agenda-line = { $number }. { $item }
assembly-agenda-now = { $number }. { $item } – agora
assembly-agenda-done = { $number }. { $item } – feito
assembly-agenda-added = Ponto { $number } de { $assembly }: { $item }
assembly-agenda-what = Qual? Por exemplo: /assembly agenda open 3, ou /assembly agenda add Caixa de greve
assembly-agenda-no-item = A pauta não tem o ponto “{ $typed }”.
assembly-agenda-where = Para onde? Por exemplo: /assembly agenda move 5 3
assembly-agenda-stays = Esse ponto vem sempre primeiro.
assembly-agenda-full = A pauta está cheia.
assembly-now = Agora o ponto { $number }: { $item }
assembly-open-line = { $cell }: { $gathering }
assembly-open-none = Nada em aberto.

assembly-waiting =
    { $count ->
        [one] Pede a palavra: { $people }
       *[other] Pedem a palavra: { $count }, a seguir { $people }
    }
assembly-speak-place =
    { $place ->
        [one] A próxima fala é sua.
       *[other] Você é o número { $place } na fila para falar.
    }
assembly-speak-off = Você saiu da fila para falar.
assembly-speak-not-waiting = Você não estava na fila para falar.
assembly-speak-nobody = Ninguém pediu a palavra.
assembly-speaks = Com a palavra: { $name }.
assembly-speaks-then = Com a palavra: { $name }, depois { $after }.

assembly-vote-open = Antes, encerre a votação “{ $text }”.
assembly-minutes-none = Ainda não há ata.
assembly-minutes-of = Ata de { $assembly }, { $start }
assembly-minutes-so-far = Ata de { $assembly } até agora, { $start }
assembly-ics-file =
    { $count ->
        [one] { $count } data de { $name }
       *[other] As próximas { $count } datas de { $name }
    }
assembly-ics-days =
    { $days ->
        [one] E o dia que o conselho combinou
       *[other] E os { $days } dias que o conselho combinou
    }
assembly-change-what = O que muda? “at:” muda só a próxima; “time:”, “length:” e “rule:” valem a partir da próxima. Agora: { $when }
assembly-change-late = Já dá para marcar presença, então não muda mais. Quando esta for encerrada, você pode mudar a seguinte.
assembly-change-far = A próxima pode ser mudada para dentro de meio ano. Isso seria { $when }.
assembly-changed = { $assembly } mudou.
assembly-change-moved = { $when } – não mais { $before }
assembly-change-rule = De agora em diante: { $rule }
assembly-end-sure = { $name } não vai mais acontecer, e a próxima é cancelada. Certeza?
assembly-end-yes = Cancelar
assembly-ended = { $name }: cancelada.
assembly-reminder = { $assembly } começa logo.
assembly-closed-title = { $assembly }: encerrada.
assembly-closed-present = { $present } de { $seats } assentos presentes.
assembly-closed-votes =
    { $votes ->
        [one] { $votes } votação, { $carried } aprovada
       *[other] { $votes } votações, { $carried } aprovadas
    }
assembly-closed-next = A próxima: { $start }
assembly-closed-minutes = A ata: /assembly minutes

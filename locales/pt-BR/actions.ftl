# As ações e seus cuidados: /action (commands/action/).

action-about = O que o comitê faz, com cuidado e descanso
action-plan-about = Planejar uma ação, com cuidado e o encontro depois
action-show-about = Mostrar uma ação
action-list-about = Ver as ações deste comitê
action-care-about = Cuidado numa ação: incluir, assumir, dizer que foi feito
action-confirm-about = Confirmar uma ação
action-change-about = Mudar uma ação; o cuidado e o descanso vão junto
action-cancel-about = Cancelar uma ação
action-close-about = Dizer que uma ação acabou antes da hora
action-template-about = Salvar uma ação para planejar de novo num passo só

action-option-action = Qual ação: o número ou o nome
action-option-unknown = Não conheço a ação “{ $typed }” aqui. Escreva /action list para ver todas.
action-option-what = O que vocês fazem, ou o nome de uma ação salva
action-ask-what = O que vocês querem fazer?
action-option-from = Quando começa
action-ask-from = Quando começa? Toque numa opção, ou escreva, por exemplo, “sábado 10:00”.
action-option-to = Quando termina, ou quanto dura
action-ask-to = Quando termina? Uma hora, ou “4h”.
action-option-where = Onde é
action-ask-where = Onde é?
action-option-care = Cuidado: comida, crianças, caronas etc.
action-ask-care = Quem cuida enquanto isso? Escolha uma forma de cuidado, ou escreva outra.
action-option-rest = Quando vocês se encontram depois; “nada” se não
action-ask-rest = Quando vocês se encontram depois?
action-option-confirm = Planejar mesmo assim numa calmaria
action-option-reason = Por que sem cuidado ou sem descanso
action-ask-reason = Por quê?
action-option-form = A forma de cuidado
action-option-act-from = Quando este cuidado começa
action-option-act-to = Quando este cuidado termina
action-option-places = De quantas pessoas precisa
action-option-do = Incluir, assumir, deixar, dizer que foi feito, ou tirar
action-option-name = Um nome para planejar de novo
action-ask-name = Com que nome eu salvo?

action-none = Não há nenhuma ação aqui. Escreva /action plan para planejar uma.
action-which = Qual ação?
action-which-care = Qual?
action-no-such-care = { $action } não tem esse cuidado.
action-time-unknown = Não entendi a hora “{ $typed }”. Por exemplo “sábado 18:00” ou “4h”.
action-ends-first = Tem que terminar depois de começar.
action-too-long = Uma ação dura no máximo 31 dias. Planeje várias.
action-over = Esta ação já acabou.
action-cancelled-already = Esta ação foi cancelada.
action-not-begun = Ainda não começou. Para cancelar: /action cancel
action-change-what = O que muda? Por exemplo: /action change from:"sábado 11:00"
action-change-past = Isso ficaria no passado.
action-long = Seria de { $from } até { $to }. É isso?
action-lull = Isso cai numa calmaria, até { $until }: tempo de descansar. Planejar mesmo assim?
action-button-lull = Planejar mesmo assim

action-form-meals = Comida
action-form-childcare = Cuidado de crianças
action-form-rides = Caronas
action-form-pantry = Despensa
action-form-first-aid = Primeiros socorros
action-form-quiet-room = Sala tranquila

action-span = { $from } até { $to }
action-at = Onde: { $place }
action-no-care = Ainda sem cuidado.
action-act = { $form }, { $span }
action-act-label = { $form }, { $time }
action-act-day = { $form }, { $day }
action-act-nobody =
    { $places ->
        [one] { $form }: ninguém ainda
       *[other] { $form }: ninguém ainda, { $places } vagas
    }
action-gaps = Ninguém ainda:
action-gap =
    { $more ->
        [0] { $form }: { $days }
        [one] { $form }: { $days } e mais { $more }
       *[other] { $form }: { $days } e mais { $more }
    }
action-gap-line = Ninguém ainda: { $gap }
action-shifts-open = Ainda em aberto:
action-shift-fallen = Não vale mais: { $shift }
action-act-places = { $form }: { $taken } de { $places } vagas ocupadas
action-act-taken =
    { $open ->
        [one] { $form }: { $names }. { $open } vaga aberta
       *[other] { $form }: { $names }. { $open } vagas abertas
    }
action-act-full = { $form }: { $names }
action-act-done = { $form }: feito
action-act-done-by = { $form }: feito por { $names }
action-no-rest = Ainda sem encontro depois.
action-rest-at = Depois vocês se encontram: { $time }.
action-rest-no-time = Depois vocês se encontram; falta a hora. /gather when { $number }
action-rest-held = Vocês já se encontraram depois.
action-rest-let-go = O encontro depois foi deixado de lado.
action-reason = Confirmada mesmo assim: { $reason }
action-number = Ação { $number }, { $state }
action-state-planned = planejada
action-state-confirmed = confirmada
action-state-over = encerrada
action-state-cancelled = cancelada

action-button-take = Eu assumo: { $form }
action-button-done = Feito: { $form }
action-button-confirm = Confirmar
action-button-add-care = Incluir: { $form }
action-button-add-rest = Encontro no dia seguinte, 18:00
action-button-leave = Não vou poder

action-lacks-both = Esta ação ainda não tem cuidado nem encontro depois. Inclua os dois e confirme.
action-lacks-care = Esta ação ainda não tem cuidado. Inclua algum e confirme.
action-lacks-rest = Esta ação ainda não tem encontro depois. Inclua e confirme.
action-lacks-way = Se tiver que ser sem: /action confirm { $number } reason:"por quê"
action-confirmed = Confirmada: { $time }.
action-confirmed-already = Esta ação já está confirmada.
action-same-form =
    { $forms } de novo, como nas últimas três vezes. Que tal algo que não foi usado ultimamente?

action-care-added = { $form }: planejado para { $action }.
action-care-there = { $form }: já está planejado.
action-care-many =
    { $most ->
        [one] Uma ação tem no máximo { $most } ato de cuidado em cada dia.
       *[other] Uma ação tem no máximo { $most } atos de cuidado em cada dia.
    }
action-care-outside = O cuidado tem que coincidir com a ação: { $span }.
action-care-changed = { $form } em { $action }, agora: { $span }.
action-care-removed = { $form } em { $action }: tirado.
action-care-early = Ainda não começou.
action-care-done = { $form } em { $action }: feito. Valeu!
action-care-done-already = Isso já está anotado.
action-care-given = { $form } ({ $action })
action-care-done-ask = Esse cuidado foi dado? Basta um toque.
action-taken = Valeu! Fica com você: { $form }, { $span }.
action-taken-already = { $form }: já está com você.
action-taken-full = { $form }: já há gente suficiente. Valeu!
action-taken-closed = { $form }: já acabou.
action-left-over = { $form }: já acabou. Valeu por cuidar disso!
action-left = { $form }: em aberto de novo. Valeu por avisar.
action-not-yours = Isso não estava com você.

action-changed = { $action } mudou
action-changed-what = Agora é: { $what }
action-changed-when = Agora: { $span }
action-changed-where = Agora em: { $place }
action-cancelled = { $action }: cancelada, e o encontro depois também.
action-template-saved = Salvo. Da próxima vez: /action plan { $name }

action-soon = Começa { $left }: { $time }.
action-open-line =
    { $open ->
        [one] { $form }: { $open } vaga aberta
       *[other] { $form }: { $open } vagas abertas
    }
action-not-confirmed = Ainda não está confirmada.
action-ended = Acabou. Valeu, gente!
action-ended-rest = Vocês se encontram para deixar a poeira baixar: { $time }.
action-ended-when = Quando vocês se encontram para deixar a poeira baixar?
action-ended-choosing = A hora do encontro depois está sendo escolhida.

action-list-planned = { $number }: { $action } – { $time }, planejada
action-list-confirmed = { $number }: { $action } – { $time }, confirmada
action-list-over = { $number }: { $action } – { $time }, encerrada
action-list-cancelled = { $number }: { $action } – { $time }, cancelada

action-learnt-before = O que aprendemos da última vez
action-share-about = Deixar outros comitês verem o quê, quando e que setor; nunca onde nem quem
action-unshare-about = Outros comitês deixam de ver uma ação
action-shared = Outros comitês agora veem em /calendar show: “{ $what }”, { $span }, { $sector }. Nunca onde é, nem quem vai.
action-shared-already = Outros comitês já veem. Para retirar: /action unshare
action-not-shared = Outros comitês não veem.
action-share-ended = Outros comitês não veem mais { $action }.
action-button-unshare = Retirar
action-is-shared = Outros comitês veem o quê, quando e que setor.

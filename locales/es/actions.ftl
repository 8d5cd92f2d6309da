# Las acciones y sus cuidados: /action (commands/action/).

action-about = Lo que hace la célula, con sus cuidados y su descanso
action-plan-about = Planear una acción con sus cuidados y el encuentro de después
action-show-about = Mostrar una acción
action-list-about = Ver las acciones de esta célula
action-care-about = Cuidados de una acción: añadir, asumir, decir que están hechos
action-confirm-about = Confirmar una acción
action-change-about = Cambiar una acción; sus cuidados y su descanso se mueven con ella
action-cancel-about = Cancelar una acción
action-close-about = Decir que una acción terminó antes de tiempo
action-template-about = Guardar una acción para planearla otra vez en un paso

action-option-action = Qué acción: su número o su nombre
action-option-unknown = No conozco ninguna acción «{ $typed }» aquí. Escribe /action list para verlas.
action-option-what = Lo que hacéis, o el nombre de una acción guardada
action-ask-what = ¿Qué queréis hacer?
action-option-from = Cuándo empieza
action-ask-from = ¿Cuándo empieza? Toca una, o escribe por ejemplo «sábado 10:00».
action-option-to = Cuándo termina, o cuánto dura
action-ask-to = ¿Cuándo termina? Una hora, o «4h».
action-option-where = Dónde es
action-ask-where = ¿Dónde es?
action-option-care = Cuidados: comida, cuidado infantil, viajes, etc.
action-ask-care = ¿Quién cuida mientras tanto? Elige una forma de cuidado, o escribe otra.
action-option-rest = Cuándo os encontráis después; «nada» si no
action-ask-rest = ¿Cuándo os encontráis después?
action-option-confirm = Planearla de todos modos en una calma
action-option-reason = Por qué sin cuidados o sin descanso
action-ask-reason = ¿Por qué?
action-option-form = La forma de cuidado
action-option-act-from = Cuándo empieza este cuidado
action-option-act-to = Cuándo termina este cuidado
action-option-places = Cuántas personas hacen falta
action-option-do = Añadir, asumir, dejar, decir que está hecho, o quitar
action-option-name = Un nombre para planearla otra vez
action-ask-name = ¿Con qué nombre la guardo?

action-none = Aquí no hay ninguna acción. Escribe /action plan para planear una.
action-which = ¿Qué acción?
action-which-care = ¿Cuál?
action-no-such-care = { $action } no tiene ese cuidado.
action-time-unknown = No entiendo la hora «{ $typed }». Por ejemplo «sábado 18:00» o «4h».
action-ends-first = Tiene que terminar después de empezar.
action-too-long = Una acción dura 31 días como máximo. Planea varias.
action-over = Esta acción ya terminó.
action-cancelled-already = Esta acción se canceló.
action-not-begun = Todavía no ha empezado. Para suspenderla: /action cancel
action-change-what = ¿Qué ha de cambiar? Por ejemplo: /action change from:"sábado 11:00"
action-change-past = Eso quedaría en el pasado.
action-long = Sería del { $from } al { $to }. ¿Es así?
action-lull = Esto cae en una calma, hasta el { $until }: tiempo de descansar. ¿Planearla de todos modos?
action-button-lull = Planearla de todos modos

action-form-meals = Comida
action-form-childcare = Cuidado infantil
action-form-rides = Viajes
action-form-pantry = Despensa
action-form-first-aid = Primeros auxilios
action-form-quiet-room = Sala tranquila

action-span = { $from } a { $to }
action-at = Dónde: { $place }
action-no-care = Todavía sin cuidados.
action-act = { $form }, { $span }
action-act-label = { $form }, { $time }
action-act-day = { $form }, { $day }
action-act-nobody =
    { $places ->
        [one] { $form }: aún nadie
       *[other] { $form }: aún nadie, { $places } plazas
    }
action-gaps = Aún nadie:
action-gap =
    { $more ->
        [0] { $form }: { $days }
        [one] { $form }: { $days } y { $more } más
       *[other] { $form }: { $days } y { $more } más
    }
action-gap-line = Aún nadie: { $gap }
action-shifts-open = Sigue abierto:
action-shift-fallen = Ya no: { $shift }
action-act-places = { $form }: { $taken } de { $places } plazas ocupadas
action-act-taken =
    { $open ->
        [one] { $form }: { $names }. Queda 1 plaza
       *[other] { $form }: { $names }. Quedan { $open } plazas
    }
action-act-full = { $form }: { $names }
action-act-done = { $form }: hecho
action-act-done-by = { $form }: hecho por { $names }
action-no-rest = Todavía sin encuentro después.
action-rest-at = Después os encontráis el { $time }.
action-rest-no-time = Después os encontráis; falta la hora. /gather when { $number }
action-rest-held = Os habéis encontrado después.
action-rest-let-go = El encuentro de después se dejó pasar.
action-reason = Confirmada de todos modos: { $reason }
action-number = Acción { $number }, { $state }
action-state-planned = planeada
action-state-confirmed = confirmada
action-state-over = terminada
action-state-cancelled = cancelada

action-button-take = Lo asumo: { $form }
action-button-done = Hecho: { $form }
action-button-confirm = Confirmar
action-button-add-care = Añadir: { $form }
action-button-add-rest = Vernos al día siguiente, 18:00
action-button-leave = Al final no puedo

action-lacks-both = Esta acción todavía no tiene cuidados ni encuentro después. Añade ambos y confirma.
action-lacks-care = Esta acción todavía no tiene cuidados. Añade alguno y confirma.
action-lacks-rest = Esta acción todavía no tiene encuentro después. Añádelo y confirma.
action-lacks-way = Si tiene que ser sin ellos: /action confirm { $number } reason:"por qué"
action-confirmed = Confirmada: { $time }.
action-confirmed-already = Esta acción ya está confirmada.
action-same-form =
    Otra vez { $forms }, como las tres últimas veces. ¿Y algo que no se haya usado últimamente?

action-care-added = { $form }: previsto para { $action }.
action-care-there = { $form }: ya está previsto.
action-care-many =
    { $most ->
        [one] Una acción tiene como máximo un cuidado cada día.
       *[other] Una acción tiene como máximo { $most } cuidados cada día.
    }
action-care-outside = El cuidado tiene que coincidir con la acción: { $span }.
action-care-changed = { $form } para { $action }, ahora: { $span }.
action-care-removed = { $form } para { $action }: quitado.
action-care-early = Todavía no ha empezado.
action-care-done = { $form } para { $action }: hecho. Gracias.
action-care-done-already = Eso ya está anotado.
action-care-given = { $form } ({ $action })
action-care-done-ask = ¿Se dio este cuidado? Basta un toque.
action-taken = Gracias. Queda en tus manos: { $form }, { $span }.
action-taken-already = { $form }: ya está en tus manos.
action-taken-full = { $form }: ya hay gente suficiente. ¡Gracias!
action-taken-closed = { $form }: ya pasó.
action-left-over = { $form }: ya pasó. ¡Gracias por ocuparte!
action-left = { $form }: vuelve a estar libre. Gracias por avisar.
action-not-yours = No lo habías asumido.

action-changed = { $action } ha cambiado
action-changed-what = Ahora es: { $what }
action-changed-when = Ahora: { $span }
action-changed-where = Ahora en: { $place }
action-cancelled = { $action } se cancela, y el encuentro de después también.
action-template-saved = Guardado. La próxima vez: /action plan { $name }

action-soon = Empieza el { $time }, { $left }.
action-open-line =
    { $open ->
        [one] { $form }: queda 1 plaza
       *[other] { $form }: quedan { $open } plazas
    }
action-not-confirmed = Todavía no está confirmada.
action-ended = Ya terminó. Gracias a todo el mundo.
action-ended-rest = Os encontráis el { $time } para dejar que repose.
action-ended-when = ¿Cuándo os encontráis para dejar que repose?
action-ended-choosing = La hora del encuentro de después se está eligiendo.

action-list-planned = { $number }: { $action } – { $time }, planeada
action-list-confirmed = { $number }: { $action } – { $time }, confirmada
action-list-over = { $number }: { $action } – { $time }, terminada
action-list-cancelled = { $number }: { $action } – { $time }, cancelada

action-learnt-before = Lo que aprendimos la última vez
action-share-about = Dejar que otras células vean qué, cuándo y qué sector; nunca dónde ni quién
action-unshare-about = Las otras células dejan de ver una acción
action-shared = Las otras células ven ahora en /calendar show: «{ $what }», { $span }, { $sector }. Nunca dónde es, ni quién va.
action-shared-already = Las otras células ya la ven. Para retirarla: /action unshare
action-not-shared = Las otras células no la ven.
action-share-ended = Las otras células ya no ven { $action }.
action-button-unshare = Dejar de mostrarla
action-is-shared = Las otras células ven qué, cuándo y qué sector.

# Encuentros: /gather (commands/gather/).

gather-about = Encontrarse: buscar una hora, decir si vienes
gather-new-about = Crear un encuentro
gather-when-about = Proponer horas para un encuentro
gather-choose-about = Elegir entre las horas propuestas
gather-going-about = Vienes
gather-maybe-about = Quizás vienes
gather-no-about = No vienes
gather-show-about = Mostrar un encuentro
gather-list-about = Ver los encuentros de esta célula
gather-move-about = Cambiar la hora, el lugar, la duración o las plazas de un encuentro
gather-cancel-about = Cancelar un encuentro
gather-held-about = Decir que un encuentro se celebró
gather-let-go-about = Dejar pasar el encuentro después de una acción
gather-ics-about = Los encuentros como archivo de calendario

gather-option-gathering = Qué encuentro: su número o su nombre
gather-option-unknown = No conozco ningún encuentro «{ $typed }» aquí. Escribe /gather list para verlos.
gather-option-what = Para qué os encontráis
gather-ask-what = ¿Para qué os encontráis?
gather-option-at = Cuándo es
gather-ask-at = ¿Cuándo es? Por ejemplo «viernes 18:00». Puedes dejarlo abierto y buscar una hora en común.
gather-option-capacity = Cuántas personas caben
gather-ask-capacity = ¿Cuántas personas caben? Déjalo si hay sitio para todo el mundo.
gather-option-where = Dónde es
gather-ask-where = ¿Dónde es?
gather-option-length = Cuánto dura
gather-ask-length = ¿Cuánto dura?
gather-option-times = Unas horas, o palabras como «alguna tarde de la próxima semana»
gather-ask-times = ¿Cuándo podría ser? «viernes 18:00, sábado 11:00», o «alguna tarde de la próxima semana».
gather-option-time = La hora a la que puedes
gather-option-now = Terminar ya la elección

options-time-label = { $time }
options-times-this-week = Una tarde de esta semana
options-times-next-week = Una tarde de la próxima semana
options-times-weekend = El fin de semana
options-times-past = Todo eso ya ha pasado.
options-times-many =
    { $most ->
        [one] Propón una sola hora, por favor.
       *[other] Propón { $most } horas como máximo, por favor.
    }

gather-none = Aquí no hay ningún encuentro todavía. Escribe /gather new para crear uno.
gather-which = ¿Qué encuentro?
gather-no-cell = Todavía no conozco tu célula. Escribe esto en su grupo.
gather-needs-organizer = Eso es para quien coordina, o para quien lo planeó.
gather-done-everywhere = Hecho. Los chats de la célula ya lo saben.
gather-ended-held = Ya se celebró.
gather-ended-let-go = La célula lo ha dejado pasar.
gather-ended-over = Ya pasó.
gather-ended-cancelled = Se canceló.
gather-before-end = Tiene que ser después de que termine la acción.
gather-too-long = Es muy largo. Un encuentro dura una semana como máximo.
gather-move-what = ¿Qué ha de cambiar? Por ejemplo: /gather move at:"viernes 18:00", o where:, length: o capacity:
gather-too-early = Es pronto para decir eso.
gather-nothing-to-choose = Ahora no hay nada que elegir.

gather-name-after = Después de: { $action }
gather-when = { $time }
gather-where = Dónde: { $place }
gather-length = Dura { $length }.
gather-changed = { $gathering } ha cambiado
gather-places =
    { $places ->
        [one] Ahora hay 1 plaza.
       *[other] Ahora hay { $places } plazas.
    }
gather-open-points = Pendiente para esta reunión
gather-number = Encuentro { $number }
gather-no-time = Todavía sin hora. ¿Cuándo puedes?
gather-going =
    { $going ->
        [0] Nadie ha dicho todavía que viene
        [one] 1 viene
       *[other] { $going } vienen
    }
gather-going-of =
    { $going ->
        [one] 1 de { $capacity } plazas ocupada
       *[other] { $going } de { $capacity } plazas ocupadas
    }
gather-waiting =
    { $waiting ->
        [one] 1 en la lista de espera
       *[other] { $waiting } en la lista de espera
    }
gather-maybe =
    { $maybe ->
        [one] 1 quizás
       *[other] { $maybe } quizás
    }
gather-choose-how = ¿Cuándo puedes? Toca todas las horas a las que puedas; un segundo toque la quita.
gather-time-line =
    { $people ->
        [0] { $time }: nadie todavía
        [one] { $time }: 1 puede
       *[other] { $time }: { $people } pueden
    }
gather-decides = El { $time } elijo la hora a la que más gente puede.
gather-state-held = Se celebró.
gather-state-let-go = Se dejó pasar.
gather-state-over = Ya pasó.
gather-state-cancelled = Cancelado.

gather-button-going = Voy
gather-button-maybe = Quizás
gather-button-no = No voy
gather-button-give-back = Devolver la plaza
gather-button-held = Sí, nos vimos
gather-button-other-time = Buscar otra hora
gather-button-let-go = Dejarlo pasar

gather-you-go = { $gathering }: vas.
gather-you-maybe = { $gathering }: quizás vas.
gather-you-stay = { $gathering }: no vas.
gather-you-wait = { $gathering }: no quedan plazas. Tienes el número { $place } de la lista de espera y subes sin tener que hacer nada.
gather-can = Anotado: puedes el { $time }.
gather-cannot = Quitado: { $time }.
gather-place-free = { $gathering }: hay una plaza libre para ti.
gather-place-free-at = { $gathering }, { $time }: hay una plaza libre para ti.
gather-place-gone = { $gathering }: ahora hay menos plazas. Tienes el número { $place } de la lista de espera y subes sin hacer nada.

gather-place-free-chat = { $person }, hay una plaza para ti: { $gathering }.
gather-place-free-at-chat = { $person }, hay una plaza para ti: { $gathering }, { $time }.

gather-moved = { $gathering } pasa al { $time }.
gather-time-gone = { $gathering } se queda sin hora. Buscad otra, por favor.
gather-cancelled = { $gathering } se cancela.
gather-held = Qué bien que os hayáis visto. { $gathering } queda anotado.
gather-let-go = { $gathering } – la célula lo deja pasar. No se volverá a preguntar.
gather-reminder = Es el { $time }, { $left }. ¿Vienes?
gather-decided = Será el { $time }.
gather-decided-none = No hay ninguna hora a la que alguien pueda. ¿Probamos con otras?
gather-held-ask = ¿Os habéis visto? Basta un toque.
gather-overdue = Todavía no se ha celebrado, y el descanso es parte de la acción.
gather-overdue-how = Buscad una hora, o decid que ya os habéis visto. La célula también puede dejarlo pasar.

gather-list-at = { $number }: { $gathering } – { $time }
gather-list-choosing = { $number }: { $gathering } – se está eligiendo la hora
gather-list-no-time = { $number }: { $gathering } – todavía sin hora
gather-list-held = { $number }: { $gathering } – celebrado
gather-list-let-go = { $number }: { $gathering } – se dejó pasar
gather-list-over = { $number }: { $gathering } – ya pasó
gather-list-cancelled = { $number }: { $gathering } – cancelado

gather-ics = Abre este archivo con tu calendario.
gather-ics-none = Aquí no hay ningún encuentro con hora.
gather-ics-name = Encuentros de { $cell }

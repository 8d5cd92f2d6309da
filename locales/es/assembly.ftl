# Cross-sector meetings: /assembly (commands/assembly).

assembly-about = Asambleas: convocar, asistir, orden del día, palabra, cierre, acta
assembly-new-about = Convoca asambleas que se repiten
assembly-change-about = Mueve la próxima, o cambia hora, duración o frecuencia desde ella
assembly-next-about = Muestra la asamblea en curso, o la próxima
assembly-roster-about = Muestra quién tiene asiento y quién está
assembly-checkin-about = Di que estás
assembly-checkout-about = Di que te vas
assembly-quorum-about = Muestra si hay bastante gente para decidir
assembly-agenda-about = El orden del día; añade, mueve o abre un punto
assembly-speak-about = Pide la palabra; quien coordina llama con «siguiente»
assembly-vote-about = Muestra las votaciones de esta asamblea
assembly-close-about = Cierra la asamblea
assembly-minutes-about = El acta, como texto y como página para imprimir
assembly-host-about = Quién acoge y por qué; aceptar o pasar
assembly-ics-about = Las fechas como archivo de calendario
assembly-end-about = No convoca más de estas asambleas

assembly-option-name = Cómo se llama
assembly-ask-name = ¿Cómo se llama la asamblea?
assembly-option-rule = Cada cuánto: «el primer viernes de cada mes», «cada dos martes»
assembly-ask-rule = ¿Cada cuánto se reúne? Por ejemplo, «el primer viernes de cada mes a las 18:00».
assembly-option-time = A qué hora empieza
assembly-ask-time = ¿A qué hora empieza?
assembly-option-length = Cuánto dura; dos horas si no lo dices
assembly-ask-length = ¿Cuánto dura?
assembly-option-at = Cuándo es la próxima en su lugar, solo esa
assembly-ask-at = ¿Cuándo es la próxima? Por ejemplo, «miércoles 19:00».
assembly-option-change-time = A qué hora empieza desde la próxima
assembly-option-change-length = Cuánto dura desde la próxima
assembly-option-change-rule = Cada cuánto se reúne desde la próxima
assembly-option-quorum = Cuántos hacen falta: «mitad», «2/3 de células», «12», «mitad y 3 sectores»
assembly-ask-quorum = ¿Cuántos hacen falta? Por ejemplo, «mitad», «2/3 de células» o «mitad y 3 sectores».
assembly-option-seats = Asientos de cada célula: «2», o uno más por cada diez, cinco como máximo: «10 max 5»
assembly-ask-seats = ¿Cuántos asientos tiene cada célula? Por ejemplo «2», o «10 max 5».
assembly-option-names = El acta nombra a quienes estuvieron
assembly-ask-names = ¿El acta nombra a quienes estuvieron?
assembly-option-cell = Solo esta célula, con nombres en los chats del consejo
assembly-ask-cell = ¿Qué célula?
assembly-option-assembly = Qué asamblea
assembly-option-action = add, move u open: añadir, mover o abrir un punto
assembly-ask-action = ¿Qué se hace con el orden del día?
assembly-option-item = La propuesta; o el número de un punto
assembly-ask-item = ¿Cuál es la propuesta?
assembly-option-to = A qué número se mueve
assembly-ask-to = ¿A qué número?
assembly-option-speak = off: ya no quieres hablar; next: a quién le toca
assembly-ask-speak = ¿off o next?
assembly-option-host = aceptar, o pasar
assembly-ask-host = ¿Aceptar o pasar?
assembly-option-number = Qué asamblea: su número
assembly-ask-number = ¿Qué asamblea?

assembly-quorum-unknown = No entiendo el quórum «{ $typed }». Prueba «mitad», «2/3 de células», «12» o «mitad y 3 sectores».
assembly-gone = Esa asamblea ya no está convocada.
assembly-none = { $council } no tiene ninguna asamblea convocada. Quien coordina la convoca con /assembly new.
assembly-no-seat = Solo quien tiene un asiento en { $council }, o lo suple, puede hacerlo.
assembly-is-closed = Esa asamblea está cerrada.
assembly-not-yet = Todavía no. Se puede entrar desde una hora antes de empezar. { $when }
assembly-length = Una asamblea dura entre un minuto y tres días.

assembly-title = { $name } { $number }
assembly-when = { $start }, durante { $length }
assembly-close-early = { $assembly } no ha empezado, así que aún no hay nada que cerrar: { $when }. Con /assembly change la mueves; con /assembly end la desconvocas para siempre.
assembly-planned-already = { $name } ya está convocada. La próxima: { $when }. Con /assembly change la mueves o cambias su frecuencia.
assembly-planned = { $name }, { $rule }. La primera: { $when }
assembly-opens-later = Se puede entrar desde una hora antes de empezar.
assembly-closed = Cerrada
assembly-closed-on = Cerrada el { $closed }
assembly-button-in = Estoy
assembly-button-out = Me voy
assembly-button-speak = Pido la palabra
assembly-button-accept = Acogemos
assembly-button-pass = Pasar

assembly-host-nobody = Acoge: nadie todavía
assembly-host-asked = Acoge: { $sector }, { $place } (se ha preguntado)
assembly-host-accepted = Acoge: { $sector }, { $place }
assembly-host-question = { $place }: ¿acogéis { $assembly }?
assembly-host-wanted = No queda nadie para acoger. ¿Quién puede? { $when }
assembly-host-said-yes = { $host }: han dicho que sí.
assembly-host-thanks = Gracias. El consejo ya lo sabe.
assembly-host-passed = Pasado. { $host }
assembly-host-too-late = Ya ha empezado.
assembly-host-not-yours = Eso es cosa de quien coordina una célula que acoge, o el consejo.
assembly-host-reminder = Acogéis mañana. { $when }
assembly-host-reminder-late = Acogéis la próxima asamblea. { $when }
assembly-why-sector-never = Vuestro sector todavía no ha acogido.
assembly-why-sector =
    { $ago ->
        [one] Solo puede vuestro sector: acogió la última.
        [many] Vuestro sector es el que lleva más sin acoger: { $ago } de asambleas.
       *[other] Vuestro sector es el que lleva más sin acoger: { $ago } asambleas.
    }
assembly-why-place-never = De los lugares del sector, este todavía no ha acogido.
assembly-why-place =
    { $ago ->
        [one] Es el único lugar del sector.
        [many] De los lugares del sector, este es el que lleva más sin acoger: { $ago } de asambleas.
       *[other] De los lugares del sector, este es el que lleva más sin acoger: { $ago } asambleas.
    }
assembly-why-avoided = El lugar de la última asamblea quedó fuera.

assembly-quorum-met = Quórum: sí, { $present } de { $all } asientos presentes; mínimo: { $needed }
assembly-quorum-met-cells = Quórum: sí, { $present } de { $all } células presentes; mínimo: { $needed }
assembly-quorum-missing = Quórum: no, { $present } de { $all } asientos presentes y el mínimo es { $needed } ({ $missing } más)
assembly-quorum-missing-cells = Quórum: no, { $present } de { $all } células presentes y el mínimo es { $needed } ({ $missing } más)
assembly-quorum-sectors =
    { $needed ->
        [one] Quórum: no, está { $present } sector de uno que hace falta
        [many] Quórum: no, están { $present } sectores de { $needed } de sectores que hacen falta
       *[other] Quórum: no, están { $present } sectores de { $needed } que hacen falta
    }
assembly-sector-filled =
    { $empty ->
        [0] { $sector }: { $filled } de { $seats } asientos ocupados
        [one] { $sector }: { $filled } de { $seats } asientos ocupados, uno vacío
        [many] { $sector }: { $filled } de { $seats } asientos ocupados, { $empty } vacíos
       *[other] { $sector }: { $filled } de { $seats } asientos ocupados, { $empty } vacíos
    }
assembly-sector-present =
    { $empty ->
        [0] { $sector }: { $present } de { $seats } asientos presentes
        [one] { $sector }: { $present } de { $seats } asientos presentes, uno sin delegación
        [many] { $sector }: { $present } de { $seats } asientos presentes, { $empty } sin delegación
       *[other] { $sector }: { $present } de { $seats } asientos presentes, { $empty } sin delegación
    }
assembly-own-seats =
    { $seats ->
        [one] Esta célula: un asiento
        [many] Esta célula: { $seats } asientos, { $filled } ocupados
       *[other] Esta célula: { $seats } asientos, { $filled } ocupados
    }
assembly-own-empty =
    { $empty ->
        [one] Vuestro asiento está vacío: elegid con /delegate choose.
        [many] { $empty } de vuestros asientos están vacíos: elegid con /delegate choose.
       *[other] { $empty } de vuestros asientos están vacíos: elegid con /delegate choose.
    }
assembly-empty-seat = Esta célula tiene un asiento vacío en { $assembly }. Elegid con /delegate choose. { $when }

assembly-roster-cell = { $cell }: { $seats }
assembly-roster-more =
    { $cells ->
        [one] … y una célula más
        [many] … y { $cells } de células más
       *[other] … y { $cells } células más
    }
assembly-roster-numbers =
    { $empty ->
        [0] { $cell }: { $present } de { $seats } presentes
        [one] { $cell }: { $present } de { $seats } presentes, un asiento vacío
        [many] { $cell }: { $present } de { $seats } presentes, { $empty } asientos vacíos
       *[other] { $cell }: { $present } de { $seats } presentes, { $empty } asientos vacíos
    }
assembly-roster-names = Con nombres, célula por célula: /assembly roster CÉLULA
# $alternate: «suple: Ben», «sin suplente»
assembly-seat-here = { $name } está presente ({ $alternate })
assembly-seat-away = { $name } ({ $alternate })
assembly-seat-by-alternate = { $alternate } está presente por { $name }
assembly-seat-stand-in = { $name } está presente, sin delegación
assembly-seat-empty = asiento vacío ({ $alternate })
assembly-alternate = suple: { $name }
assembly-no-alternate = sin suplente

assembly-in = Estás dentro por { $cell }.
assembly-in-already = Ya estabas dentro, por { $cell }.
assembly-in-for = Estás dentro. La delegación de { $cell } no está, así que cuentas por el asiento.
assembly-in-beside = Estás dentro. La delegación de { $cell } está y cuenta por el asiento. Si se va, cuentas tú.
assembly-out = Gracias. Has salido; puedes volver.
assembly-out-already = No estabas dentro.

assembly-item-care = Lo que ha dado la gente (el cuaderno de cuidados)
assembly-item-open = Descompresiones por hacer
assembly-item-learnt = Lo que han aprendido las células
assembly-item-decisions = Decisiones por revisar
assembly-item-fund = Cómo están los fondos
assembly-learnt-how = Cada célula cuenta lo que ha aprendido desde la última vez. En su propio chat: /debrief show
assembly-fund-how = Cada célula con fondo cuenta cómo está. En su propio chat: /fund report
assembly-decisions-none = No hay ninguna decisión por revisar.
assembly-agenda-of = Orden del día de { $assembly }
assembly-agenda-line = { $number }. { $item }
assembly-agenda-now = { $number }. { $item } – ahora
assembly-agenda-done = { $number }. { $item } – hecho
assembly-agenda-added = Punto { $number } de { $assembly }: { $item }
assembly-agenda-what = ¿Cuál? Por ejemplo: /assembly agenda open 3, o /assembly agenda add Caja de resistencia
assembly-agenda-no-item = No hay ningún punto «{ $typed }» en el orden del día.
assembly-agenda-where = ¿A dónde? Por ejemplo: /assembly agenda move 5 3
assembly-agenda-stays = Ese punto siempre va primero.
assembly-agenda-full = El orden del día está lleno.
assembly-now = Ahora el { $number }: { $item }
assembly-open-line = { $cell }: { $gathering }
assembly-open-none = No hay nada pendiente.

assembly-waiting =
    { $count ->
        [one] Pide la palabra: { $people }
        [many] Piden la palabra: { $count }, sigue { $people }
       *[other] Piden la palabra: { $count }, sigue { $people }
    }
assembly-speak-place =
    { $place ->
        [one] Eres la siguiente persona en hablar.
        [many] Tienes el número { $place } para hablar.
       *[other] Tienes el número { $place } para hablar.
    }
assembly-speak-off = Ya no esperas para hablar.
assembly-speak-not-waiting = No esperabas para hablar.
assembly-speak-nobody = Nadie espera para hablar.
assembly-speaks = Habla { $name }.
assembly-speaks-then = Habla { $name }, después { $after }.

assembly-vote-open = Primero cierra la votación «{ $text }».
assembly-minutes-none = Todavía no hay acta.
assembly-minutes-of = Acta de { $assembly }, { $start }
assembly-minutes-so-far = Acta de { $assembly } hasta ahora, { $start }
assembly-ics-file =
    { $count ->
        [one] Una fecha de { $name }
        [many] Las próximas { $count } fechas de { $name }
       *[other] Las próximas { $count } fechas de { $name }
    }
assembly-ics-days =
    { $days ->
        [one] Y el día que el consejo ha acordado
       *[other] Y los { $days } días que el consejo ha acordado
    }
assembly-change-what = ¿Qué cambia? «at:» mueve solo la próxima; «time:», «length:» y «rule:» valen desde la próxima. Ahora: { $when }
assembly-change-late = Ya se puede entrar, así que no se cambia más. Cuando se cierre esta, puedes cambiar la siguiente.
assembly-change-far = La próxima se puede mover dentro del próximo medio año. Eso sería { $when }.
assembly-changed = { $assembly } ha cambiado.
assembly-change-moved = { $when }; ya no { $before }
assembly-change-rule = Desde ahora: { $rule }
assembly-end-sure = { $name } no se reunirá más, y la próxima se desconvoca. ¿Seguro?
assembly-end-yes = Desconvocar
assembly-ended = { $name } queda desconvocada.
assembly-reminder = Se acerca { $assembly }.
assembly-closed-title = { $assembly } está cerrada.
assembly-closed-present = Asientos presentes: { $present } de { $seats }.
assembly-closed-votes =
    { $votes ->
        [one] Una votación, { $carried } aprobada
        [many] { $votes } votaciones, { $carried } aprobadas
       *[other] { $votes } votaciones, { $carried } aprobadas
    }
assembly-closed-next = La próxima: { $start }
assembly-closed-minutes = El acta: /assembly minutes

# Páginas con dirección propia: calendarios (commands/following.ts) y el tablero de una asamblea.

page-no-address = Este bot aún no tiene dirección pública, así que no puede mostrar páginas ni calendarios. Quien lo lleva puede darle una: STEWARD_PUBLIC_URL.
page-ended = No hay nada en esta dirección: ya no sirve, o nunca hubo nada.
page-busy = En este momento preguntan demasiados a la vez. Esta página lo intenta de nuevo sola; un calendario, más tarde.

following-about = Una dirección desde la que tu calendario sigue tus turnos, encuentros, asambleas y días acordados
following-cell-about = Una dirección para seguir encuentros, turnos, asambleas y días acordados de la célula
following-option-action = new: una dirección nueva en lugar de la anterior; off: ninguna
following-option-titles = Qué dicen los títulos: neutral (solo que es un turno o una reunión) o full (todo)
following-follows-me = Tu calendario puede seguir tus turnos, tus suplencias, los encuentros a los que vas, las asambleas en las que tienes asiento y los días que tus consejos han acordado. Esta es su dirección:
following-follows-cell = Los calendarios pueden seguir a { $cell }: sus encuentros, turnos y asambleas, y los días que sus consejos han acordado. Esta es su dirección:
following-how = Ponla en tu calendario donde se suscribe a una dirección («Desde URL», «Suscribirse»). Lo que cambie aquí cambiará allí sin que hagas nada. Solo la muestro esta vez.
following-servers = Google y Apple la leen desde sus propios servidores y ven lo que dice. Google tarda alrededor de un día en mostrar un cambio.
following-secret = Quien tenga la dirección puede leerla: no se la des a nadie. /me calendar new la anula y hace otra.
following-secret-cell = Quien tenga la dirección puede leerla: dásela solo a gente de la célula. /cell calendar new la anula y hace otra. También deja de servir cuando ya no estés en la célula.
following-old-ended = La dirección anterior ya no sirve.
following-titles-neutral = Sus títulos solo dicen «Turno», «Reunión» o «Día».
following-titles-full = Sus títulos dicen qué rol, encuentro, asamblea o día es, y dónde. No lleva nombres de personas.
following-stands = Hay una dirección para calendarios desde el { $since }. No la guardo en ningún sitio, así que no puedo volver a mostrarla. Si la has perdido, haz una nueva.
following-ended = La dirección ya no sirve. Los calendarios que la seguían no reciben nada más.
following-cell-ended = La dirección desde la que los calendarios siguen a { $cell } ya no sirve: la persona a quien se la di ya no está en la célula. Lo que muestran los calendarios puede estar anticuado. Quien coordina la célula puede hacer otra: /cell calendar
following-none = No hay ninguna dirección.
following-not-yours = Solo puede hacerlo quien administra la federación o quien coordina { $cell }.
following-button-new = Dirección nueva
following-button-off = Anularla
following-button-full = Títulos completos
following-button-neutral = Títulos neutros

# Lo que dice el propio calendario. Con títulos neutros nadie que lo guarde sabe de qué se trata.
following-name = Fechas
following-term = Turno
following-stand-in = Turno (suplencia)
following-gathering = Reunión
following-assembly = Reunión grande
following-date = Día
following-stand-in-full = { $role } (suplencia)

# El tablero de una asamblea: /assembly board (commands/assembly/board.ts).

board-about = Una página para la pared que muestra cómo va la asamblea; «end» la quita
board-option-action = new: otra dirección en lugar de la anterior; end: quitar el tablero
board-made = El tablero de { $assembly } está aquí:
board-how = Ábrelo en una pantalla de la sala. Se actualiza solo: quórum, orden del día, palabra, votaciones. Solo muestro la dirección esta vez.
board-names = Dice el nombre de quien habla y de quien sigue, como vuestras actas.
board-no-names = No nombra a nadie: de quien habla dice el sector, como vuestras actas.
board-ends = Quien tenga la dirección puede verlo. Termina con la asamblea, o con /assembly board end.
board-stands = Hay un tablero desde el { $since }. No guardo su dirección en ningún sitio, así que no puedo volver a mostrarla. Si la has perdido, haz una nueva.
board-has-ended = El tablero está quitado.
board-none = No hay ningún tablero.
board-button-new = Dirección nueva
board-button-end = Quitarlo

# Lo que dice el propio tablero, para leerlo desde lejos.
board-quorum = Quórum
board-quorum-met = Están { $present } de { $all } asientos: suficientes
board-quorum-met-cells = Están { $present } de { $all } células: suficientes
board-quorum-missing = Están { $present } de { $all } asientos: faltan { $missing }
board-quorum-missing-cells = Están { $present } de { $all } células: faltan { $missing }
board-quorum-sectors =
    { $needed ->
        [one] Está { $present } de un sector necesario
        [many] Están { $present } de { $needed } de sectores necesarios
       *[other] Están { $present } de { $needed } sectores necesarios
    }
board-sectors = Sectores
board-sector-present = { $present } de { $seats }
board-sector-filled = { $filled } de { $seats } asientos ocupados
board-now = Ahora: { $number }
board-text = { $text }
board-speaking = Habla
board-next = Sigue
board-person = { $name } ({ $sector })
board-vote = Votación { $number }
board-vote-open = Votación { $number }, abierta
board-vote-open-secret = Votación { $number }, abierta y secreta
board-voted-few = Han votado menos de { $least }
board-voted-steps = Han votado { $voted } o más
board-lost = Se ha perdido la conexión: esto puede no estar al día.
board-over = Este tablero ha terminado.

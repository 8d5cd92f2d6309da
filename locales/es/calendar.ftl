# El calendario común: /calendar (commands/calendar).

calendar-about = Fases, días acordados, asambleas y acciones compartidas, de un vistazo
calendar-show-about = Los próximos tres meses: una imagen, una hoja, un archivo de calendario
calendar-option-from = El primer día; hoy, si lo omites
calendar-ask-from = ¿Desde qué día?
calendar-option-to = El último día; tres meses después, si lo omites
calendar-ask-to = ¿Hasta qué día?
calendar-backwards = El último día es anterior al primero.
calendar-too-long = Es demasiado para verlo de un vistazo: { $most } días como mucho.
calendar-empty = Aún no hay nada. Fases: /phase set. Un día para todas: /date propose. Una acción que otras puedan ver: /action share

calendar-title = { $from } – { $to }
calendar-alt =
    { $title }: { $sectors ->
        [one] { $sectors } sector
       *[other] { $sectors } sectores
    } con { $actions ->
        [one] { $actions } acción compartida
       *[other] { $actions } acciones compartidas
    }, día a día
calendar-when = Cuándo
calendar-what = Qué
calendar-week = Semana del { $from }
calendar-joined = { $what }
calendar-agreed = { $what } (acordado)
calendar-agreed-on = { $what } (acordado, { $day })
calendar-assembly = { $name } a las { $at }
calendar-assembly-on = { $name } ({ $at })
calendar-sector-actions = { $sector }: { $count }
calendar-sector-names = { $sector }: { $actions }
calendar-sum =
    { $actions ->
        [one] { $actions } acción
       *[other] { $actions } acciones
    } en { $sectors ->
        [one] { $sectors } sector
       *[other] { $sectors } sectores
    }
calendar-more = { $more } más
calendar-note = Las acciones son las que comparten las células: /action share. Dónde son, y quién va, no consta.

calendar-month = { $month }
calendar-actions =
    { $actions ->
        [one] { $actions } acción
       *[other] { $actions } acciones
    }
calendar-more-sectors =
    { $sectors ->
        [one] y un sector más
       *[other] y { $sectors } sectores más
    }
calendar-date-line = { $day }: { $what }
calendar-burst = Empuje
calendar-lull = Calma
calendar-key-actions = Acciones ese día
calendar-key-date = Día acordado
calendar-key-meeting = Asambleas

calendar-file-picture = calendario-{ $from }.png
calendar-file-page = calendario-{ $from }.pdf
calendar-file-name = { $federation }
calendar-action = { $what } ({ $sector })
calendar-phases = Empujes y calmas
calendar-days = Día a día
calendar-foot = A fecha de { $at }

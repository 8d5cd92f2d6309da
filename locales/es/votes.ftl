# Votaciones de una asamblea y de una célula: /vote (commands/vote.ts, commands/vote-message.ts, commands/vote-result.ts).

vote-about = Votaciones de una célula o de una asamblea: abrir, responder, cerrar, ver
vote-open-about = Somete una pregunta a la célula o a la asamblea
vote-yes-about = Vota sí
vote-no-about = Vota no
vote-abstain-about = Te abstienes
vote-close-about = Cierra la votación y cuenta
vote-show-about = Muestra una votación; si está abierta, con sus botones

vote-option-text = Qué se decide, en una frase
vote-ask-text = ¿Qué se decide? En una frase.
vote-option-rule = Cuántos síes hacen falta: más de la mitad, dos tercios, o una parte como 3/4
vote-ask-rule = ¿Cuántos síes hacen falta?
vote-option-base = Sobre qué: votos emitidos, presentes, o todo el censo
vote-ask-base = ¿Sobre qué se cuenta?
vote-base-cast = Votos emitidos
vote-base-present = Presentes
vote-base-entitled = Todo el censo
vote-option-by = En una asamblea: asientos, o células con una voz cada una
vote-ask-by = ¿Qué se cuenta?
vote-option-secret = Nadie sabrá quién votó qué
vote-ask-secret = ¿Es secreta?
vote-option-lasts = En una célula: cuánto tiempo se puede votar; si no, 48 horas
vote-ask-lasts = ¿Cuánto tiempo se puede votar? Por ejemplo: 48h
vote-option-quorum = En una célula: cuántas personas deben votar, como 2/3 o 12; si no, la mitad
vote-ask-quorum = ¿Cuántas personas deben votar? Por ejemplo: 2/3, o 12
vote-option-vote = Qué votación: su número
vote-ask-vote = ¿Qué votación?

vote-rule-unknown = No conozco la regla «{ $typed }». Prueba «mas-de-la-mitad», «dos-tercios» o «3/4». Con menos de la mitad no se aprueba nada.
vote-quorum-unknown = No conozco el quórum «{ $typed }». Prueba «2/3» o «12».
vote-which = Aquí hay varias votaciones con el número { $number }. ¿Cuál?
vote-unknown = No conozco aquí ninguna votación «{ $typed }». Escribe /vote show para ver las últimas.
vote-none-open = Aquí no hay ninguna votación abierta.
vote-none = Aquí no ha habido ninguna votación todavía.
vote-which-open = Hay varias votaciones abiertas. Responde con los botones de la que quieras.
vote-one-at-a-time = Una votación cada vez: «{ $text }» sigue abierta.
vote-needs-assembly = Se vota en asamblea, y ahora no hay ninguna abierta.
vote-not-begun = La asamblea empieza a las { $start }. Hasta entonces se registra quién está y no se decide nada. Abre la votación cuando haya empezado.
vote-needs-quorum = Todavía no se puede decidir nada. { $quorum }
vote-no-seat = Solo quien tiene un asiento en { $council } puede votar.
vote-delegate-here = La persona delegada de tu célula está aquí y vota por el asiento. Si se va, votas tú.
vote-elsewhere = En { $cell } solo vota quien cuenta allí. Tú cuentas en otra célula; se cambia con /me cell.
vote-is-closed = Esa votación está cerrada.
vote-cell-one-voice = En una célula cada persona tiene una voz: deja fuera «by».
vote-assembly-has-its-own = Una asamblea tiene su propio quórum, y sus votaciones no tienen hora: deja fuera «lasts» y «quorum».
vote-lasts = Una votación puede durar de cinco minutos a 14 días.
vote-asked-already = Eso ya se está votando. Se ve con /vote show.
vote-many-open = Ya hay { $votes } votaciones abiertas. Espera a que se cuente una, o cierra una.

vote-opened = La votación { $number } está abierta.
vote-in-secret = Tu voto está dentro. Nadie puede ver cuál es. Puedes cambiarlo hasta que se cierre la votación.
vote-in-yes = Has votado sí. Puedes cambiarlo hasta que se cierre la votación.
vote-in-no = Has votado no. Puedes cambiarlo hasta que se cierre la votación.
vote-in-abstain = Te has abstenido. Puedes cambiarlo hasta que se cierre la votación.
vote-done-elsewhere = Hecho. Ya lo sabe quien tiene que saberlo.

vote-card-open = Votación { $number }, abierta
vote-card-open-secret = Votación { $number }, secreta
vote-card-closed = Votación { $number }, cerrada el { $closed }
vote-card-answered =
    { $answered ->
        [0] Nadie ha votado todavía
        [one] Ha votado una persona
        [many] Han votado { $answered } de personas
       *[other] Han votado { $answered } personas
    }
vote-card-turnout =
    { $voted ->
        [0] Todavía no ha votado nadie de { $members }; mínimo: { $needed }
        [one] Ha votado 1 de { $members }; mínimo: { $needed }
        [many] Han votado { $voted } de { $members }; mínimo: { $needed }
       *[other] Han votado { $voted } de { $members }; mínimo: { $needed }
    }
vote-card-until = Hasta el { $until }
vote-card-secret-note = Nadie sabrá quién votó qué. Al cerrarse la votación no se guarda nada que lleve a nadie.
vote-button-yes = Sí
vote-button-no = No
vote-button-abstain = Me abstengo
vote-button-close = Cerrar la votación
vote-line = { $number }: { $text }: { $result }

vote-half = más de la mitad
vote-two-thirds = dos tercios
vote-part = { $num }/{ $den }
vote-by-seats = por asientos
vote-by-cells = por células
vote-rule-cast = Hace falta: { $majority } de los votos emitidos, { $by }
vote-rule-present = Hace falta: { $majority } de los presentes, { $by }
vote-rule-entitled = Hace falta: { $majority } de todo el censo, { $by }

# En una célula cada persona tiene una voz.
vote-rule-cell-cast = Hace falta: { $majority } de los votos emitidos, una voz por persona
vote-rule-cell-present = Hace falta: { $majority } de quienes votan, una voz por persona
vote-rule-cell-entitled = Hace falta: { $majority } de quienes cuentan en la célula, una voz por persona

vote-still-open = sigue abierta
vote-no-quorum = No aprobada: ya no hay quórum
vote-too-few = No aprobada: votaron { $voted } de { $members }; el mínimo era { $needed }
vote-nobody = No aprobada: nadie votó sí ni no
# "21 of 30" are numbers of votes; $majority: "two thirds"
vote-carried-cast = Aprobada: { $yes } de { $of } votos emitidos; el mínimo era { $needed } ({ $majority })
vote-carried-present = Aprobada: { $yes } de { $of } presentes; el mínimo era { $needed } ({ $majority })
vote-carried-entitled = Aprobada: { $yes } de { $of } del censo; el mínimo era { $needed } ({ $majority })
vote-failed-cast = No aprobada: { $yes } de { $of } votos emitidos; el mínimo era { $needed } ({ $majority })
vote-failed-present = No aprobada: { $yes } de { $of } presentes; el mínimo era { $needed } ({ $majority })
vote-failed-entitled = No aprobada: { $yes } de { $of } del censo; el mínimo era { $needed } ({ $majority })
vote-count-seats = Asientos: sí { $yes }, no { $no }, abstenciones { $abstain }
vote-count-cells = Células: sí { $yes }, no { $no }, abstenciones { $abstain }
vote-count-members = Voces: sí { $yes }, no { $no }, abstenciones { $abstain }, de { $entitled } que cuentan
vote-cell-voices = { $cell }: sí { $yes }, no { $no }, abstenciones { $abstain }
vote-cell-yes = { $cell }: sí
vote-cell-no = { $cell } votó no
vote-cell-abstain = { $cell }: abstención
vote-cells-more =
    { $cells ->
        [one] … y una célula más
        [many] … y { $cells } de células más
       *[other] … y { $cells } células más
    }

# Acta de una asamblea, como archivo y como página (commands/assembly/minutes-paper.ts).

minutes-file-pdf = acta-{ $number }.pdf
minutes-file-text = acta-{ $number }.md
minutes-title = Acta de la asamblea { $number }
minutes-foot = { $council }, asamblea { $number }
minutes-from = Inicio
minutes-to = Fin
minutes-running = aún en curso
minutes-host = Acoge
minutes-host-place = { $sector } ({ $place })
minutes-seats = Asientos
minutes-seats-figures =
    { $present ->
        [one] Una persona delegada presente, de { $filled } elegidas, para { $seats } asientos
       *[other] { $present } personas delegadas presentes, de { $filled } elegidas, para { $seats } asientos
    }
minutes-cells = Células
minutes-cells-figures = { $present } de { $cells } presentes
minutes-quorum = Quórum
minutes-quorum-needed =
    { $by ->
        [cells] Células que hacen falta: { $needed }
       *[seats] Asientos que hacen falta: { $needed }
    }{ $sectors ->
        [0] {""}
        [one] , de un sector
       *[other] , de { $sectors } sectores
    }
minutes-present = Asistencia
minutes-sector = Por sector
minutes-present-figures = Presentes
minutes-names = Por su nombre
minutes-dealt = Asuntos tratados
minutes-item = { $number }. { $title }
minutes-care = Agradecimiento por los cuidados
minutes-open = Acciones cuya descompresión sigue pendiente
minutes-learnt = Lo que han aprendido las células
minutes-decisions = Decisiones revisadas
minutes-fund = Cómo están los fondos
minutes-other = Otros asuntos
minutes-other-votes = Otras votaciones
minutes-not-reached = No se llegó a tratar; irá primero la próxima vez.
minutes-nothing = No se trató ningún asunto.
minutes-vote = Votación { $number }: { $text }
minutes-carried = Aprobado: { $figures }
minutes-failed = No aprobado: { $figures }
minutes-figures = { $yes } sí, { $no } no, { $abstain ->
        [one] una abstención
       *[other] { $abstain } abstenciones
    }. Hacían falta { $needed } de { $of } { $base ->
        [present] presentes
        [entitled] del censo
       *[cast] votos emitidos
    }, { $by ->
        [cells] contando por células
       *[seats] contando por asientos
    } ({ $rule }).
minutes-vote-quorate = Presentes entonces: { $present } de { $entitled } { $by ->
        [cells] células
       *[seats] asientos
    }. Bastaba para decidir.
minutes-vote-inquorate = Presentes entonces: { $present } de { $entitled } { $by ->
        [cells] células
       *[seats] asientos
    }. No bastaba para decidir.
minutes-failed-nobody = No contó ningún voto.
minutes-failed-tie = Hubo empate.
minutes-failed-few = Faltaron votos a favor.
minutes-half = más de la mitad
minutes-fraction = { $num }/{ $den }
minutes-secret = Por voto secreto.
minutes-moment = { $at }
minutes-names-list = { $names }

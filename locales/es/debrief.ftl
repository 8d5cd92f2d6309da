# Lo que se ganó y se aprendió: /debrief (commands/debrief).

debrief-about = Qué ganamos y aprendimos: responder sin que se vea, anotarlo, verlo
debrief-answer-about = Responder qué se ganó, qué se aprendió y qué sigue, sin que nadie lo vea
debrief-show-about = Lo que hemos aprendido hasta ahora
debrief-write-about = Anotar lo aprendido, en dos o tres frases
debrief-option-text = Lo que aprendimos, en dos o tres frases
debrief-ask-text = ¿Qué habéis aprendido? Dos o tres frases, sin nombres. La célula puede objetar durante dos días.

debrief-card = ¿Qué aprendimos? { $what }
debrief-of-burst = El empuje del { $from } al { $to }
debrief-how = Qué se ganó, qué se aprendió, qué sigue: responde con tus palabras, nadie ve que fuiste tú. Después el chat ve juntas todas las respuestas a una pregunta, sin nombres, si la respondieron al menos { $least } personas.
debrief-until = Abierto hasta el { $until }.
debrief-button = Responder
debrief-direct = O escríbeme directamente: /debrief
debrief-closed = Ya no se puede responder.
debrief-aloud = Cuando os veáis, contaos qué se ganó, qué se aprendió y qué sigue. Quien coordina lo anota en dos o tres frases, sin nombres.
debrief-button-write = Anotarlo
debrief-button-write-of = Anotar: { $what }

debrief-which = ¿Cuál?
debrief-ask-won = ¿Qué se ganó?
debrief-ask-learnt = ¿Qué se aprendió?
debrief-ask-next = ¿Qué sigue?
debrief-ask-words = Dilo en pocas palabras.
debrief-words-how = Nadie sabrá que fuiste tú. No escribas nombres ni nada que te delate.
debrief-button-words = Escribir
debrief-button-skip = Saltar
debrief-noted = Anotado.
debrief-done = Eso era todo. Gracias.
debrief-done-change = Puedes responder de nuevo hasta el { $until }. Después el chat ve las respuestas a cada pregunta que respondieron al menos { $least } personas, y se borra quién dijo qué.
debrief-none = Ahora no se pregunta nada aquí. Lo aprendido: /debrief show
debrief-none-to-write = Ahora no se pregunta nada. Esto queda por anotar:
debrief-elsewhere = Eso es de otra célula.
debrief-too-late = A eso ya no se puede responder.

debrief-answer = «{ $words }»
debrief-result-none = Menos de { $least } personas respondieron a la misma pregunta, así que no se muestra nada. Habladlo cuando os veáis. Quien coordina lo anota en dos o tres frases, sin nombres.
debrief-result-end = Se muestran las respuestas a las preguntas que respondieron al menos { $least } personas, por orden alfabético. Quién dijo qué se ha borrado.
debrief-written-so = Eso ya está escrito, palabra por palabra: decisión { $number }. Los dos días de la célula siguen como estaban.
debrief-then = Quien coordina hace de esto dos o tres frases, sin nombres. Podéis objetar durante dos días.
debrief-nothing-to-write = No hay nada que anotar: se pregunta después de una acción o de un empuje.
debrief-written = Eso ya está anotado (decisión { $number }). Para cambiarlo: /decide supersede { $number }
debrief-write-later = Se puede responder hasta el { $until }. Anótalo entonces.
debrief-voting = Estáis votando lo que se anotó. Se puede volver a escribir cuando la votación esté cerrada.

debrief-learnt = Lo que hemos aprendido
debrief-line = { $what }, { $at }: { $text }
debrief-nothing-learnt = Aún no hay nada anotado. Se pregunta después de una acción o de un empuje.
debrief-at-burst = Empieza un empuje. Lo que aprendimos desde que empezó el anterior
debrief-open-point = Queda por anotar lo que aprendimos: { $what }

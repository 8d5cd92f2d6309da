# Decisiones de una célula o un consejo: /decide (commands/decide).

decide-about = Lo que hemos decidido: anotarlo, objetar, buscarlo
decide-record-about = Anota una decisión; vale si nadie objeta en 48 horas
decide-list-about = Lo que vale; con palabras, solo lo que las contiene
decide-show-about = Una decisión y lo que valía antes
decide-supersede-about = Pone una decisión nueva en el lugar de otra
decide-object-about = Objeta a una decisión; nadie ve quién
decide-take-back-about = Retira tu objeción
decide-vote-about = Somete una decisión a votación
decide-adopt-about = Anota lo que aprobó una votación

decide-option-text = Qué se decide, en una frase
decide-ask-text = ¿Qué se decide? En una frase.
decide-option-review = Cuándo se revisa, como «dentro de 3 meses»
decide-ask-review = ¿Cuándo se revisa? Por ejemplo: dentro de 3 meses
decide-option-decision = Qué decisión: su número
decide-ask-decision = ¿Qué decisión? Su número.
decide-option-words = Palabras que contiene
decide-ask-words = ¿Qué palabras contiene?

decide-unknown = No conozco aquí ninguna decisión «{ $typed }». Se ven con /decide list.
decide-none = Aquí todavía no se ha decidido nada.
decide-none-with = Ninguna decisión de aquí contiene «{ $words }».
decide-recorded = La decisión { $number } está anotada, y se muestra en sus chats.
decide-not-to-supersede = La decisión { $number } no vale, u otra está por ocupar su lugar. Con /decide show { $number } se ve cómo está.
decide-not-to-vote = La decisión { $number } ya está decidida, o se está votando.
decide-adopt-elsewhere = Esa votación es de otro grupo. Lo que aprobó se anota en el chat de quienes votaron.
decide-adopt-open = Esa votación sigue abierta.
decide-adopt-failed = La votación { $number } no fue aprobada.
decide-adopted-already = Eso ya está anotado: decisión { $number }.

decide-waiting = Decisión { $number }: vale desde el { $until }, si nadie objeta
decide-contested = Decisión { $number }: alguien objeta, así que hace falta votar
decide-voting = Decisión { $number }: se está votando
decide-stands = Decisión { $number }: vale desde el { $since }, nadie objetó
decide-stands-by-vote = Decisión { $number }: vale desde el { $since }, votación { $vote }: { $result }
# Lo aprendido se puede volver a escribir antes de someterlo a votación.
decide-rejected = Decisión { $number }: no se tomó, se volvió a escribir
decide-rejected-by-vote = Decisión { $number }: no se tomó, votación { $vote }: { $result }
decide-superseded = Decisión { $number }: ya no vale, la decisión { $by } ocupó su lugar
decide-objections =
    { $objections ->
        [one] Objeta una persona
        [many] Objetan { $objections } de personas
       *[other] Objetan { $objections } personas
    }
# Cuando ya no se puede objetar.
decide-objections-then =
    { $objections ->
        [one] Objetó una persona
        [many] Objetaron { $objections } de personas
       *[other] Objetaron { $objections } personas
    }
decide-instead-of = Ocupa el lugar de la decisión { $number }: { $text }
decide-learnt = Lo que aprendimos: { $what }
decide-rule-new = Una regla nueva de la carta
decide-rule = Regla { $rule } de la carta
decide-review-on = Se revisa el { $date }
decide-how = Se muestra cuántas personas objetan, nunca quiénes.
decide-button-object = Objeto
decide-button-take-back = Retirarla
decide-button-vote = Someter a votación
decide-button-vote-secret = Votación secreta
decide-button-anew = Volver a escribirla
decide-button-adopt = Anotar como decisión

decide-objected = Tu objeción a la decisión { $number } está anotada. Nadie ve que es tuya. Ahora hace falta votar.
decide-objected-already = Ya objetas a la decisión { $number }.
decide-taken-back = Tu objeción a la decisión { $number } está retirada.
decide-nothing-to-take-back = No objetas a la decisión { $number }.
decide-too-late = Ya no se puede objetar a la decisión { $number }.
decide-not-yours = Solo puede objetar quien cuenta en esa célula o tiene un asiento en ese consejo.

decide-now-stands = La decisión { $number } ya vale, nadie objetó: { $text }
decide-now-contested =
    { $objections ->
        [one] Una persona objeta a la decisión { $number }, así que hace falta votar: { $text }
        [many] { $objections } de personas objetan a la decisión { $number }, así que hace falta votar: { $text }
       *[other] { $objections } personas objetan a la decisión { $number }, así que hace falta votar: { $text }
    }
decide-now-learnt = Nadie objetó, esto es lo que hemos aprendido (decisión { $number }): { $text }
decide-or-anew = O quien coordina lo vuelve a escribir.
decide-voted-stands = La decisión { $number } ya vale.
decide-voted-rejected = La decisión { $number } no se toma.
decide-review-now = Toca revisar la decisión { $number }: { $text }
decide-review-how = Está en la lista de la próxima reunión hasta que os reunáis. Para cambiarla: /decide supersede { $number }
decide-open-contested = La decisión { $number } necesita una votación, alguien objeta: { $text }
decide-open-review = Toca revisar la decisión { $number }: { $text }

decide-list = Decisiones
decide-line = { $number }: { $text }
decide-line-superseded = { $number }: { $text } (ya no, ver { $by })
decide-line-rejected = { $number }: { $text } (no se tomó)
decide-line-pending = { $number }: { $text } (todavía no)
decide-more =
    { $more ->
        [one] … y una más: /decide list con una palabra suya
        [many] … y { $more } de más: /decide list con una palabra suya
       *[other] … y { $more } más: /decide list con una palabra suya
    }
decide-history = Cómo se llegó a esto
decide-history-line = { $number } ({ $date }): { $text }

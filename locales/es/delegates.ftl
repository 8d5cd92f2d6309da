# /delegate

delegate-about = Quién habla por tu célula en un consejo
delegate-choose-about = Abre en la célula una elección para el consejo
delegate-stand-about = Dice que te presentas
delegate-propose-about = Propone a alguien, y se le pregunta
delegate-accept-about = Acepta una propuesta o el mandato de tu célula
delegate-decline-about = Dice que no te presentas
delegate-vote-about = Tu respuesta en una elección o revocación, sin que se vea
delegate-mandate-about = Dice a qué obliga tu célula a quien la representa
delegate-recall-about = Pregunta a la célula si alguien debe perder su asiento
delegate-step-down-about = Deja tu asiento en un consejo
delegate-show-about = Muestra los asientos y lo que se está eligiendo

delegate-option-seats = Cuántos asientos; si no, todos los vacíos
delegate-ask-seats = ¿Cuántos asientos?
delegate-option-alternates = Cuántas suplencias; si no, tantas como asientos
delegate-ask-alternates = ¿Cuántas suplencias?
delegate-option-until = Hasta cuándo; si no, sin fecha
delegate-ask-until = ¿Hasta cuándo? Por ejemplo: 1 marzo
delegate-option-lasts = Cuánto tiempo hay para responder; si no, 48 horas
delegate-ask-lasts = ¿Cuánto tiempo hay para responder? Por ejemplo: 48h
delegate-option-poll = La elección
delegate-option-for = Nombres o números con comas, «ninguna», «sí», «no» o «retirar»
delegate-ask-for = ¿A quién aceptarías?
delegate-option-mandate = A qué se obliga quien la representa, en palabras de la célula
delegate-ask-mandate = ¿Qué debe defender quien representa a la célula?
delegate-ask-propose = ¿A quién propones? Menciona a esa persona con @.
delegate-ask-recall = ¿Quién debe perder su asiento? Menciona a esa persona con @.

delegate-poll-gone = Esta elección terminó y ya no está.
delegate-poll-closed = Esto está cerrado. Las respuestas ya no lo cambian.
delegate-seats-unknown = No lo entiendo. Prueba «2», o «10 max 5» para uno más por cada 10 miembros, 5 como mucho.
delegate-no-council = { $cell } aún no está en ningún consejo. Quien administra la federación la añade con /council settings add.
delegate-not-in-council = { $cell } no está en el consejo { $council }.
delegate-no-poll = En tu célula no se está eligiendo nada ahora.
delegate-which = ¿Cuál?
delegate-which-election = Consejo { $council }
delegate-which-recall = Revocación de { $person }
delegate-opened = Ya está abierto, en los chats de tu célula.
delegate-lasts = Puede durar de una hora a 14 días.
delegate-choosing-already = Tu célula ya está eligiendo. Se ve con /delegate show.
delegate-seats-are = { $empty ->
    [0] { $all ->
        [one] El asiento está ocupado. Para elegirlo de nuevo: seats:{ $all }
       *[other] Los { $all } asientos están ocupados. Para elegirlos todos de nuevo: seats:{ $all }
    }
    [one] { $all ->
        [one] Hay un asiento, y está vacío. Para elegirlo: seats:{ $all }
       *[other] Hay { $all } asientos, uno de ellos vacío. Se puede elegir ese o los { $all }.
    }
   *[other] Hay { $all } asientos, { $empty } de ellos vacíos. Se puede elegir hasta { $empty } o los { $all }.
}

delegate-election = ¿Quién habla por { $cell } en el consejo { $council }?
delegate-places = { $seats ->
    [one] Un asiento
   *[other] { $seats } asientos
}, { $alternates ->
    [0] sin suplencia
    [one] una suplencia
   *[other] { $alternates } suplencias
}
delegate-term-line = Es hasta el { $until }.
delegate-nobody-yet = Todavía no se presenta nadie.
delegate-candidate-line = { $number }. { $name }
delegate-proposed-line = { $number }. { $name } (a falta de su sí)
delegate-how = Toca cada nombre que aceptarías. Toca otra vez para quitarlo. Nadie ve tu respuesta.
delegate-second-round = Empate: hay que elegir otra vez, entre estos nombres. Toca cada uno que aceptarías.
delegate-lot-if-tie = Si vuelve a haber empate, decide un sorteo. Su sello: { $seal }
delegate-stand-until = Presentarse es posible hasta el { $until }.
delegate-stand-over = Ya no es posible presentarse.
delegate-turnout = Respuestas: { $voted } de { $members }; mínimo: { $needed }. Hasta el { $until }.
delegate-turnout-again = Respuestas: { $voted }. Hasta el { $until }.
delegate-name = { $name }
delegate-accepted-name = Sí: { $name }
delegate-button-none = Ninguno de estos
delegate-button-stand = Yo lo haría
delegate-button-accept = Acepto
delegate-button-decline = No, gracias
delegate-button-choose = Elegir
delegate-recall-question = ¿Debe perder { $person } el asiento de { $cell } en el consejo { $council }?
delegate-recall-yes = Sí, revocar
delegate-recall-no = No, que siga

delegate-no-quorum = Demasiado pocas respuestas: { $voted } de { $members }; el mínimo era { $needed }. Todo sigue como estaba.
delegate-void = Esto ya no hace falta y se ha cerrado.
delegate-nobody = No salió nadie. Todo sigue como estaba.
delegate-recalled = { $person } ha perdido el asiento: lo quisieron { $yes } de { $voted } que respondieron, de { $members } miembros.
delegate-kept = { $person } sigue: quisieron la revocación { $yes } de { $voted } que respondieron, de { $members } miembros.
delegate-chosen = Resultado: { $people }
delegate-chosen-alternates = Suplencias: { $people }
delegate-score = { $number }. { $name }: { $count }
delegate-voted = Respuestas: { $voted } de { $members }; el mínimo era { $needed }.
delegate-lot = Hubo empate en las dos vueltas. El sorteo sacó, en este orden: { $people }
delegate-lot-how = Para repetirlo: va primero el menor SHA-256 de «{ $seed }:número». Números sorteados: { $numbers }. El sello era el SHA-256 de { $seed }.
delegate-council-told = { $cell } ha elegido para el consejo { $council }: { $people }

delegate-you-stand = { $person } se presenta al asiento de { $cell } en el consejo { $council }.
delegate-proposed = Has propuesto a { $person } para { $council } y se le pregunta. Responde con /delegate accept.
delegate-stands-already = { $person } ya está en la lista.
delegate-too-late = Ya es tarde para presentarse. Se está eligiendo.
delegate-full = La lista está llena.
delegate-counts-elsewhere = Solo puede presentarse quien cuenta en { $cell }.
delegate-holds-seat = { $person } ya tiene un asiento allí.
delegate-you-are-proposed = Te proponen para hablar por { $cell } en el consejo { $council }. ¿Lo harías? Hay tiempo hasta { $until }.
delegate-you-are-proposed-chat = { $person }, te proponen para hablar por { $cell } en el consejo { $council }. ¿Lo harías? Hay tiempo hasta { $until }.
delegate-asked-another = Esa pregunta es para otra persona.
delegate-accepted = Has aceptado el asiento de { $cell } en el consejo { $council }, con su mandato.
delegate-nothing-to-accept = Nada espera tu sí.
delegate-not-standing = No te presentas.
delegate-declined = No te presentas al asiento de { $cell } en el consejo { $council }.

delegate-accepts = Anotado: aceptarías este nombre. Toca otra vez para quitarlo. Con /delegate vote ves toda tu respuesta.
delegate-taken-back = Anotado: has quitado este nombre. Con /delegate vote ves toda tu respuesta.
delegate-voted-noted = Anotado. Puedes cambiarlo hasta el final. Con /delegate vote ves tu respuesta.
delegate-vote-withdrawn = Tu respuesta está retirada.
delegate-vote-elsewhere = Solo puede responder quien cuenta en { $cell }.
delegate-yes-or-no = Responde «sí», «no» o «retirar».
delegate-no-candidate = En la lista no hay nadie que se llame { $typed }. Usa los nombres o números de la lista.
delegate-stands-no-more = Ya no se presenta.
delegate-own-none = Todavía no has respondido.
delegate-own-nobody = Tu respuesta: ninguno de estos.
delegate-own-people = Aceptarías: { $people }
delegate-own-yes = Tu respuesta: sí, revocar.
delegate-own-no = Tu respuesta: no, que siga.

delegate-mandate-set = Quien habla por { $cell } en el consejo { $council } se obliga a esto:
delegate-new-mandate = { $cell } te obliga a esto en el consejo { $council }:
delegate-mandate = Mandato: { $mandate }
delegate-your-mandate = Te obligas a esto: { $mandate }
delegate-you-are = Ahora hablas por { $cell } en el consejo { $council }.
delegate-asked-in-chat = { $person }, ahora hablas por { $cell } en el consejo { $council }. ¿Lo aceptas, con su mandato?
delegate-you-stand-in = Eres suplente de { $cell } en el consejo { $council }: hablas cuando falta quien tiene el asiento.
delegate-your-seat-ended = Tu asiento por { $cell } en el consejo { $council } ha terminado. Gracias por lo que has hecho.
delegate-assembly-near = { $assembly } empieza { $when }.
delegate-assembly-goes-on = { $assembly } sigue hasta { $when }.

delegate-is-none = { $person } no tiene ningún asiento de { $cell } en el consejo { $council }.
delegate-recall-open = Ya se está preguntando a la célula por { $person }.
delegate-recall-again = La célula acaba de decidir sobre { $person }. Se puede volver a preguntar desde el { $next }.
delegate-recall-opened = Ahora se pregunta a la célula. A nadie se le dice quién lo pidió.
delegate-you-hold-none = No tienes ningún asiento en un consejo.
delegate-step-down-sure = ¿Quieres dejar tu asiento en el consejo { $council }?
delegate-step-down-yes = Sí, lo dejo
delegate-stepped-down = Has dejado tu asiento en el consejo { $council }. Gracias por lo que has hecho.

delegate-end-recalled = { $cell } ha revocado a { $person } en el consejo { $council }.
delegate-end-stepped-down = { $person } ha dejado el asiento de { $cell } en el consejo { $council }.
delegate-end-left = { $person } se ha ido: el asiento de { $cell } en el consejo { $council } queda libre.
delegate-end-elsewhere = { $person } cuenta ahora en otra célula: el asiento de { $cell } en el consejo { $council } queda libre.
delegate-end-linked = { $person } tenía dos asientos con dos cuentas: uno de { $cell } en el consejo { $council } queda libre.
delegate-end-term = Ha terminado el tiempo de { $person } por { $cell } en el consejo { $council }.
delegate-moves-up = Ocupa su lugar { $person }.
delegate-seat-empty = El asiento está vacío ahora.
delegate-empty = { $count ->
    [one] { $cell } tiene un asiento vacío en el consejo { $council }. Allí nadie habla por la célula.
   *[other] { $cell } tiene { $count } asientos vacíos en el consejo { $council }.
}
delegate-term-ahead = El tiempo de { $person } por { $cell } en el consejo { $council } termina el { $until }. Conviene elegir a tiempo.

delegate-show-council = Asientos del consejo { $council }
delegate-show-cell = { $cell } en el consejo { $council }
delegate-cell-people = { $cell }: { $people }{ $empty ->
    [0] { "" }
    [one] , un asiento vacío
   *[other] , { $empty } asientos vacíos
}
delegate-cell-empty = { $count ->
    [one] { $cell }: vacío
   *[other] { $cell }: { $count } asientos, todos vacíos
}
delegate-seat-line = Asiento { $number }: { $person }{ $alternate }{ $accepted }{ $until }
delegate-seat-line-empty = Asiento { $number }: vacío
delegate-alternate = { ", " }suplente { $person }
delegate-no-alternate = { "" }
delegate-has-accepted = { "" }
delegate-has-not-accepted = { ", " }falta que acepte el mandato
delegate-no-term = { "" }
delegate-until = { ", " }hasta el { $until }
delegate-sectors = Asientos de todos los sectores
delegate-sector-line = { $sector }: { $filled } de { $seats } ocupados

council-seats = { $count ->
    [one] Cada célula tiene un asiento en el consejo.
   *[other] Cada célula tiene { $count } asientos en el consejo.
}
council-seats-members = Cada célula tiene un asiento en el consejo, y uno más por cada { $per } miembros empezados, { $cap } como mucho.

# La carta de una célula: /charter (commands/charter).

charter-about = Las reglas que acordó tu célula, y notas al margen
charter-show-about = Las reglas que valen, y lo que está pendiente sobre ellas
charter-add-about = Añade una regla; vale si nadie objeta en 48 horas
charter-amend-about = Cambia una regla; el cambio vale si nadie objeta en 48 horas
charter-note-about = Escribe al margen de una regla, sin tu nombre
charter-print-about = Las reglas como página para la pared
charter-hide-about = Quita las palabras de una nota; que existió, queda

charter-option-text = La regla, en una o dos frases
charter-ask-text = ¿Cuál es la regla? Una o dos frases.
charter-option-rule = Qué regla: su número
charter-ask-rule = ¿Qué regla? Su número.
charter-option-note = Qué te parece
charter-ask-note = ¿Qué te parece? Nadie ve que es tuyo.
charter-option-which-note = Qué nota: su número
charter-ask-which-note = ¿Qué nota? Su número.
charter-option-pages = En cuántas páginas
charter-ask-pages = ¿En cuántas páginas?

charter-no-cell = Solo una célula tiene carta, y no estás en ninguna.
charter-no-rule = No hay regla { $number }. Se ven con /charter show.
charter-no-rule-yet = Todavía no hay regla { $number }. La decisión { $decision } va a ser una: /charter show
charter-no-note = No hay nota { $number } con palabras.
charter-full = Una carta tiene como mucho { $rules } reglas. Cambia una: /charter amend
charter-amended-already = La regla { $number } ya se está cambiando. Con /charter show se ve cómo.
charter-notes-enough = Tienes { $notes } notas de las que tu célula todavía no ha hablado. Cuando os reunáis podrás escribir más.
charter-noted = Anotado al margen de la regla { $number }. Se muestra el { $at } con todas las demás, en orden al azar. Nadie ve que es tuyo.
charter-hidden = La coordinación ocultó la nota { $number }, al margen de la regla { $rule }.

charter-of = Carta de { $cell }
charter-empty = Todavía no hay reglas: /charter add
charter-none-yet = Todavía no rige ninguna regla. La decisión { $decision } va a ser una: /charter show
charter-coming = Por venir, si nadie objeta
charter-coming-new = Nueva, decisión { $number }: { $text }
charter-coming-amended = Regla { $rule }, decisión { $number }: { $text }
charter-margin = Al margen
charter-note = Regla { $rule }, nota { $number }: { $text }
charter-note-hidden = Regla { $rule }, nota { $number }: ocultada por la coordinación
charter-more-notes =
    { $more ->
        [one] … y una nota más: /charter show
        [many] … y { $more } de notas más: /charter show
       *[other] … y { $more } notas más: /charter show
    }
charter-new-notes = Nuevo al margen de la carta
charter-notes-open = Quedan pendientes hasta que os reunáis. Nadie sabrá quién las escribió. Para escribir una: /charter note
charter-version = Versión { $version }, { $since }

charter-dated = Versión { $version }, { $at }
charter-foot = Versión { $version } del { $at }. La actual: escribe /charter show en tu chat
charter-file = carta-{ $version }.pdf
charter-does-not-fit =
    { $pages ->
        [one] Cabe en una página.
        [many] No cabe en una página con letras que se lean desde la pared. Ocupa { $pages } de páginas.
       *[other] No cabe en una página con letras que se lean desde la pared. Ocupa { $pages }.
    }
charter-button-pages =
    { $pages ->
        [one] Imprimir en una página
        [many] Imprimir en { $pages } de páginas
       *[other] Imprimir en { $pages } páginas
    }

# El cuaderno de cuidados: /care (commands/care/ledger.ts).

care-about = Cuidados: anotarlos, leerlos en voz alta, ver los tuyos
care-give-about = Anotar un cuidado que alguien dio
care-read-about = Los cuidados de esta célula, para leer en voz alta en cinco minutos
care-mine-about = Lo que diste y lo que espera tu sí
care-option-what = Qué se dio, en pocas palabras
care-ask-what = ¿Qué se dio? Bastan pocas palabras.
care-option-kind = Qué fue: tiempo, comida, saber o escucha
care-ask-kind = ¿Qué tipo de cuidado fue?
care-option-to = Para quién, si lo quieres decir
care-ask-to = ¿Para quién fue?
care-option-by = Quién lo dio, si no fuiste tú; antes se le pregunta
care-ask-by = ¿Quién lo dio?
care-option-anonymous = Sin tu nombre y sin nada que lleve a ti
care-ask-anonymous = ¿Sin tu nombre?

care-kind-time = tiempo
care-kind-food = comida
care-kind-knowledge = saber
care-kind-listening = escucha
care-what-to = { $what } – para { $to }
care-given = Anotado: { $what }. ¡Gracias!
care-given-unnamed = Anotado, sin tu nombre. Nada lleva de ahí a ti. ¡Gracias!
care-sort = ¿Qué fue?
care-sorted = Anotado como { $kind }: { $what }.
care-waits = Primero le pregunto a { $person }. Queda anotado cuando diga que sí.
care-no-cell = No eres parte de esta célula. Escríbelo en el grupo de la tuya.
care-not-member = Esa persona no es parte de esta célula.
care-to-themselves = Nadie necesita darse las gracias aquí. Deja fuera «to:».
care-anonymous-own = Sin nombre solo puedes anotar lo que diste tú.
care-anonymous-to = Sin tu nombre, di con palabras para quién fue, sin nombrar a nadie.
care-one-at-a-time = Así se nombraría a otras dos personas. Nombra a una y di la otra con palabras.

care-ask-giver = Diste: { $what }. ¿Puede quedar en el cuaderno de cuidados de tu célula?
care-ask-recipient = Alguien anotó lo que te dio: { $what }. ¿Puede quedar ahí tu nombre?
care-ask-why = El cuaderno se lee en voz alta cuando nos vemos. No hay puntos ni clasificación.
care-button-yes = Sí
care-button-unnamed = Sin mi nombre
care-button-no = No
care-answer-yes = Queda en el cuaderno. ¡Gracias!
care-answer-unnamed = Queda ahí sin tu nombre. ¡Gracias!
care-answer-no = Queda fuera. Nadie se entera.
care-gone = Eso ya está resuelto, o ya no está.
care-mine-none = Nada te espera y nada tuyo está en el cuaderno. Para anotar algo: /care give
care-mine =
    { $count ->
        [one] Diste { $count } cosa que está en el cuaderno:
       *[other] Diste { $count } cosas que están en el cuaderno:
    }
care-mine-line = { $kind }: { $what } ({ $day })
care-button-remove = Quitar: { $what }
care-removed = Quitado.

care-read = Los cuidados que nos sostuvieron
care-read-none = Todavía no hay nada en el cuaderno. Para anotar algo: /care give
care-read-line = { $name } – { $gave }
care-read-part = { $kind }: { $things }
care-read-names = Damos las gracias a { $names }.
care-read-end = Léelo en voz alta, despacio. El orden es otro cada vez.

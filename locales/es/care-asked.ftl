# Los cuidados que se piden y se ofrecen: /care need, /care offer (commands/care/asked.ts).

care-need-about = Pedir un cuidado sin que se vea: un viaje, una cama, niños, una comida
care-offer-about = Ofrecer un cuidado que puedes dar una y otra vez
care-need-option-what = Qué necesitas, en pocas palabras
care-need-ask-what = ¿Qué necesitas? Bastan pocas palabras.
care-need-option-when = Cuándo lo necesitas
care-need-ask-when = ¿Cuándo lo necesitas?
care-need-option-form = Qué tipo de cuidado es
care-need-ask-form = ¿Qué tipo de cuidado es? Así encuentro a quien lo ofrece.
care-need-form-unknown = No conozco ese tipo de cuidado.
care-offer-option-form = Qué ofreces: transporte, niños, alojamiento, o con tus palabras
care-offer-ask-form = ¿Qué ofreces?

care-form-shelter = Alojamiento
care-form-other = Otra cosa
care-need-what = { $what } ({ $form })

care-need-asked = Pides: { $what }, { $time }.
care-need-asked-how = Pregunto a quienes lo ofrecen, una persona tras otra. Esas personas y tu coordinación leen qué necesitas, y no que eres tú. Nadie más lo lee.
care-need-reach = Solo puedo avisarte de que alguien puede cuando me hayas escrito directamente.
care-need-before-meeting = Si nadie puede antes del { $time }, vuestra próxima reunión lee, sin tu nombre: «{ $line }»
care-need-at-meeting = Vuestra próxima reunión lee, sin tu nombre: «{ $line }»
care-open-point = { $form }: alguien lo necesita el { $day }, y aún no puede nadie. Quien pueda: /care offer
care-need-searching = Pides: { $what }, { $time }. Aún nadie ha dicho que sí; sigo preguntando.
care-need-nobody = Hasta ahora no puede nadie: { $what }, { $time }. Sigo preguntando.
care-need-lost = Quien había dicho que sí al final no puede.
care-need-past = Eso ya pasó. ¿Cuándo lo necesitas?
care-need-far = Falta demasiado: { $days } días como mucho.
care-need-many = Ya pides { $most } cosas. Retira antes alguna: /care mine

care-need-question = Alguien de { $cell } necesita: { $what }, { $time }. Tú lo ofreces. ¿Puedes?
care-need-question-how = Sabrás quién es cuando ambas partes hayáis dicho que sí. Si no puedes, nadie se entera.
care-need-coordinator = Alguien de { $cell } necesita: { $what }, { $time }. Pregunto a quienes lo ofrecen.
care-need-coordinator-open = Hasta ahora no puede nadie, en { $cell }: { $what }, { $time }. Es un punto abierto de vuestra próxima reunión, sin nombre.
care-need-coordinator-how = Esto solo lo leéis tú y quienes lo ofrecen. Quién es se lo digo solo a quien lo da, cuando ambas partes hayan dicho que sí.
care-need-yes = ¡Gracias! Pregunto a quien lo necesita y te escribo cuando diga que sí.
care-need-no = De acuerdo. Nadie se entera.
care-need-cannot = De acuerdo. Le digo que al final no puede ser, y pregunto a otra persona.
care-need-taken = Otra persona ya ha dicho que sí. ¡Gracias!
care-need-gone = Eso ya está resuelto, o ya no hace falta.

care-need-match = Alguien puede: { $what }, { $time }. ¿Os pongo en contacto?
care-need-match-how = Entonces cada parte sabe quién es la otra. Si no, la otra parte solo lee que no hace falta.
care-need-found = { $person } te da: { $what }, { $time }.
care-need-given = { $person } necesita: { $what }, { $time }, y se lo das tú.
care-need-write = Escribíos para lo demás.
care-need-another = De acuerdo. Pregunto a otra persona.
care-need-back = Retirado. Si alguien había dicho que sí, le digo que ya no hace falta.
care-need-unlisted = De acuerdo, la reunión no lo lee. Sigo preguntando.
care-need-lost-before = Quien había dicho que sí ya no puede. Sigo preguntando.
care-need-told-gone = Lo que dijiste que sí para el { $time } ya no hace falta. ¡Gracias!
care-need-in-ledger = un cuidado que se pidió

care-need-button-can = Puedo
care-need-button-cannot = No puedo
care-need-button-after-all = Al final no puedo
care-need-button-agree = Sí, ponnos en contacto
care-need-button-another = No, otra persona
care-need-button-back = Retirarlo
care-need-button-not-needed = Ya no hace falta
care-need-button-unlisted = En la reunión no

care-offered = Ofreces: { $form }. Vale hasta el { $day }; dilo otra vez y vale más tiempo.
care-offered-how = Cuando alguien lo necesite te pregunto, sin que se vea. Nadie ve que lo ofreces.
care-offer-reach = Solo puedo preguntarte cuando me hayas escrito directamente.
care-offer-button-back = Ya no: { $form }
care-offer-back = Retirado. Nadie se entera.
care-offer-short =
    { $least ->
        [one] Di con una palabra de { $least } letra o más qué ofreces: transporte, niños, o con tus palabras.
       *[other] Di con una palabra de { $least } letras o más qué ofreces: transporte, niños, o con tus palabras.
    }
care-offer-little = Eso no dice qué ofreces. Di qué es: transporte, niños, o con tus palabras.
care-offer-near = ¿Querías decir { $form }?
care-offer-button-as-written = Como lo escribí: { $form }
care-offer-other = Entonces di en pocas palabras qué ofreces: arreglar bicis, compañía de noche.
care-offer-many = Ya ofreces { $most } cosas. Retira antes alguna: /care mine

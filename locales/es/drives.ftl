# Campañas de compromisos: /drive (commands/drive).

drive-about = Campañas de compromisos: abrir, ver, cambiar, cerrar
drive-new-about = Abre una campaña
drive-show-about = Muestra una campaña
drive-list-about = Muestra las campañas de esta célula
drive-edit-about = Cambia una campaña; tras la primera respuesta, solo el texto y el plazo
drive-close-about = Cierra una campaña antes de su plazo
drive-remind-about = Recuerda una campaña en sus chats, como mucho una vez al día
drive-ladder-about = Campañas que siguen unas a otras: dónde se perdió gente
drive-poster-about = Una página para la pared: pregunta, exigencias, meta y plazo

option-drive = Qué campaña: su número o su nombre
drive-ask-which = ¿Qué campaña?
drive-option-unknown = No conozco aquí ninguna campaña «{ $typed }». Escribe /drive list para verlas.
drive-option-elsewhere = Esa campaña no está aquí. Escribe /drive list para ver las que hay.
drive-option-question = Qué le pides a la gente
drive-ask-question = ¿Qué le pides a la gente?
drive-option-goal = Cuántos compromisos firmes: un número o un porcentaje de los miembros
drive-ask-goal = ¿Cuántos compromisos firmes hacen falta? Un número, como «50», o el «30 %» de los miembros.
drive-option-deadline = Hasta cuándo se puede responder
drive-ask-deadline = ¿Hasta cuándo se puede responder? Por ejemplo: «viernes 18:00».
drive-option-scope = A quién va dirigida: esta célula, sectores o toda la federación
drive-ask-scope = ¿A quién va dirigida?
drive-option-sectors = Qué sectores, si no es el tuyo
drive-ask-sectors = ¿Qué sectores?
drive-option-reveal = Cuándo se ven los números: siempre, al llegar a la meta o al cierre
drive-ask-reveal = ¿Cuándo se ven los números?
drive-option-minimum = Mínimo de compromisos firmes en cada sector
drive-ask-minimum = ¿Cuántos compromisos firmes necesita cada sector como mínimo?
drive-option-name = Un nombre corto
drive-ask-name = ¿Cuál es su nombre corto?
drive-option-demands = Qué exigís: hasta cinco líneas, separadas por punto y coma
drive-ask-demands = ¿Qué exigís? Hasta cinco líneas, por ejemplo: «Turnos seguros; Ocho horas de descanso».
drive-option-ways = De dos a cinco formas de sumarse, separadas por punto y coma; la meta cuenta la primera
drive-ask-ways = Formas de sumarse, de dos a cinco: «No entrar; Llevar una chapa». La meta cuenta la primera.
drive-option-after = La campaña a la que sigue, como paso siguiente
drive-ask-after = ¿A qué campaña sigue?

drive-none = Aquí todavía no hay ninguna campaña.
drive-none-open = Aquí no hay ninguna campaña abierta.
drive-no-cell = Aún no conozco tu célula. Escribe esto en su grupo.
drive-sectors-need-scope = Los sectores van con «scope:sector».
drive-scope-needs-steward = Una campaña que va más allá de una célula es cosa de quienes administran la federación.
drive-of-another-cell = Esa campaña es de otra célula.
drive-after-of-cell = Esa campaña es de una sola célula y no se muestra en ningún otro lugar. Solo puede seguirla una campaña de esa célula.
drive-after-later = Una campaña solo puede seguir a otra que se abrió antes.
drive-closed-already = Esa campaña ya está cerrada.
drive-edit-what = ¿Qué quieres cambiar? Por ejemplo: /drive edit deadline:"viernes 18:00"
drive-edit-unknown = «{ $word }» no se puede cambiar. Se puede: question, deadline, goal, reveal, minimum, name, demands, ways, after.
drive-edit-answered = Ya hay respuestas. Ahora solo pueden cambiar el texto y el plazo.
drive-reminded-already = Ya se recordó hace menos de un día. La próxima vez: { $next }.

drive-opened =
    { $chats ->
        [one] La campaña { $number } está abierta.
       *[other] La campaña { $number } está abierta en { $chats } chats.
    }
drive-warn-goal =
    { $members ->
        [one] La meta supera al único miembro que conozco por ahora.
       *[other] La meta supera a los { $members } miembros que conozco por ahora.
    }
drive-warn-minimum = El mínimo en { $sectors } nunca podrá darse por alcanzado: hay muy pocos miembros.
drive-warn-small = Con menos de { $people } miembros el total no será exacto al cierre: delataría respuestas.
drive-edited = Cambiado.
drive-done-everywhere = Hecho. Se ha avisado en todos los chats de la campaña.
drive-list-open = { $number }: { $drive } – hasta el { $deadline }
drive-list-closed = { $number }: { $drive } – cerrada el { $closed }
drive-changed = La campaña { $number } ha cambiado: { $drive }
drive-changed-question = Nuevo texto: { $question }
drive-changed-name = Nuevo nombre: { $name }
drive-changed-demand = Exigencia: { $demand }
drive-changed-no-demands = Ya no exige nada
drive-changed-deadline = Nuevo plazo: { $deadline }
drive-nudge = ¿Aún no has respondido? Todavía hay tiempo: { $left }. Nadie ve tu respuesta.

drive-goal-reached =
    { $goal ->
        [one] ¡Se ha alcanzado la meta: un compromiso firme!
       *[other] ¡Se ha alcanzado la meta: { $goal } compromisos firmes!
    }
drive-is-closed = Esta campaña está cerrada.
drive-outcome = { $count } { $result }
drive-closed-count =
    { $firm ->
        [one] Cerrada: un compromiso firme, con una meta de { $goal }.
       *[other] Cerrada: { $firm } compromisos firmes, con una meta de { $goal }.
    }
drive-closed-count-last =
    { $firm ->
        [one] Cerrada: un compromiso firme en el último recuento, con una meta de { $goal }.
       *[other] Cerrada: { $firm } compromisos firmes en el último recuento, con una meta de { $goal }.
    }
drive-result-met = ¡Se ha alcanzado la meta!
drive-result-met-before = La meta se alcanzó por el camino.
drive-result-missed = No se ha alcanzado la meta.
drive-result-undecided = Decir si cada sector tiene su mínimo delataría respuestas.
drive-result-uncounted = Decir cómo está la meta delataría respuestas.
drive-card-met = Meta alcanzada
drive-card-met-before = Meta alcanzada por el camino
drive-card-missed = Meta no alcanzada
drive-card-undecided = Hay suficientes compromisos; no se dice si cada sector tiene su mínimo
drive-card-uncounted = Cerrada; no se dice cómo está la meta
drive-closed-next = Si te comprometiste: cuando lo hayas hecho, pulsa «Hecho» o escribe /pledge done.

drive-progress = { $firm } en firme de { $goal }
drive-progress-last = { $firm } en firme de { $goal } en el último recuento
drive-way-first = { $way }: { $progress }
drive-way = { $way }: { $people }
drive-way-last = { $way }: { $people } en el último recuento
drive-way-own = { $way }: { $people } en el último recuento; esta célula { $own }
drive-own =
    Esta célula: { $firm } en firme{ $waiting ->
        [0] {""}
        [one] , { $waiting } a la espera
       *[other] , { $waiting } a la espera
    }
drive-own-closed =
    Esta célula: { $firm } en firme{ $waiting ->
        [0] {""}
        [one] , { $waiting } cuya condición no se cumplió
       *[other] , { $waiting } cuyas condiciones no se cumplieron
    }
drive-own-kept = Esta célula, compromisos cumplidos: { $kept } de { $firm }
drive-waiting = { $waiting } a la espera de otras personas
drive-waiting-last = { $waiting } a la espera de otras personas en el último recuento
drive-hint =
    { $more ->
        [one] { $more } más se suma si son { $in }
       *[other] { $more } más se suman si son { $in }
    }
drive-unvouched =
    { $people ->
        [one] { $people } compromiso aún no cuenta: le faltan avales
       *[other] { $people } compromisos aún no cuentan: les faltan avales
    }
drive-sector-last = { $sector }: { $firm } en firme en el último recuento
drive-sector-last-minimum = { $sector }: { $firm } en firme de { $minimum } necesarios, en el último recuento
drive-sector-minimum = { $sector }: { $firm } en firme de { $minimum } necesarios
drive-sector-kept = { $sector }, compromisos cumplidos: { $kept } de { $firm }
drive-sector-kept-last = { $sector }, compromisos cumplidos: { $kept } de { $firm } en el último recuento
drive-sector-kept-only = { $sector }, compromisos cumplidos: { $kept } en el último recuento
drive-left-out = Se omiten otras cifras: en su último recuento suman más que el total.
drive-small = El total es el del último recuento: con tan pocos miembros, uno exacto delataría respuestas.
drive-goal = Meta: { $goal } en firme
drive-minimum = En cada sector, al menos { $minimum }
drive-hidden-until-goal = No se muestran números hasta alcanzar la meta.
drive-hidden-until-close = No se muestran números hasta el cierre.
drive-until = Campaña { $number } · hasta el { $deadline } · aún { $left }
drive-over = Campaña { $number } · ya no se admiten respuestas
drive-closed-on = Campaña { $number } · cerrada el { $closed }

drive-follows = Sigue a la campaña { $number }

# Una página para la pared: /drive poster (commands/drive/poster.ts).

drive-poster-file = cartel-{ $number }.pdf
drive-poster-ways = Formas de sumarse: { $ways }
drive-poster-goal = Meta: { $goal }
drive-poster-deadline = Responde hasta el { $deadline }
drive-poster-scan = Escanea para responder. Nadie ve tu respuesta.
drive-poster-foot = Campaña { $number }

# Campañas que siguen unas a otras: /drive ladder (commands/drive/ladder.ts).

drive-ladder = Paso a paso
drive-ladder-none = Aquí ninguna campaña sigue a otra todavía. Empieza una con /drive new y «after:» con el número de la anterior.
drive-ladder-step = { $drive } (campaña { $number }): { $figures }
drive-ladder-hidden = aún no se muestran números
drive-ladder-firm = { $firm } en firme
drive-ladder-firm-last = { $firm } en firme en el último recuento
drive-ladder-kept = { $figures }, compromisos cumplidos: { $kept }
drive-ladder-open = { $figures }, abierta hasta el { $deadline }
drive-ladder-most =
    { $fewer ->
        [one] Donde más gente se perdió fue en { $sector }, en el paso { $step }, «{ $drive }»: una persona menos.
       *[other] Donde más gente se perdió fue en { $sector }, en el paso { $step }, «{ $drive }»: { $fewer } personas menos.
    }
drive-ladder-most-last =
    { $fewer ->
        [one] Donde más gente se perdió fue en { $sector }, en el paso { $step }, «{ $drive }»: una persona menos en el último recuento.
       *[other] Donde más gente se perdió fue en { $sector }, en el paso { $step }, «{ $drive }»: { $fewer } personas menos en el último recuento.
    }
drive-ladder-nobody = Ningún sector tuvo menos gente que un paso antes.
drive-ladder-not-yet = Para comparar hacen falta dos pasos seguidos ya cerrados.
drive-ladder-not-compared = No hay dos pasos seguidos con cifras que se puedan comparar.
drive-ladder-loss = Paso { $step }, { $sector }: de { $before } a { $after }
drive-ladder-loss-last = Paso { $step }, { $sector }: de { $before } a { $after } en el último recuento
drive-ladder-more =
    { $sectors ->
        [one] Paso { $step }: un sector más con menos gente
       *[other] Paso { $step }: { $sectors } sectores más con menos gente
    }
drive-ladder-note = Solo se comparan sectores con cifra en los dos pasos, de las mismas células.

drive-button-in = Me apunto
drive-button-if = Si se suman N más
drive-button-withdraw = Retirar
drive-button-done = Hecho

# A quién ha llegado un aviso: /drive show, /cell show (src/core/receipts.ts).

receipts-last =
    Último aviso: entregado en { $sent } de { $chats ->
        [one] { $chats } chat
       *[other] { $chats } chats
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } pendiente
       *[other] , { $waiting } pendientes
    }
receipts-failed = { $chat }: { $why }
receipts-card = { $chat }: ahí no se ve la campaña – { $why }
receipts-more =
    { $chats ->
        [one] y { $chats } chat más
       *[other] y { $chats } chats más
    }
receipts-chat = { $name } ({ $platform })
receipts-gone-chat = un chat que se ha ido
receipts-that-chat = Ese chat
receipts-removed = me han sacado del grupo
receipts-no-rights = no puedo escribir ahí
receipts-no-rights-named = no puedo escribir ahí; me falta «{ $right }»
receipts-blocked = me tienen bloqueado ahí
receipts-unreachable = no he podido conectar
receipts-not-found = la plataforma ya no lo encuentra
receipts-refused = la plataforma rechazó el mensaje
receipts-cell = Algunos chats de { $cell } no reciben nada mío:
receipts-mend-removed = { $chat }: me han sacado. Vuelve a añadirme.
receipts-mend-rights = { $chat }: no puedo escribir ahí. Dame permiso para escribir.
receipts-mend-rights-named = { $chat }: no puedo escribir ahí. Dame el permiso «{ $right }».

# La respuesta de cada cual: /pledge (commands/pledge.ts).

pledge-about = Responde a una campaña abierta o mira tu respuesta
pledge-option-answer = in (me apunto), if (si…), withdraw (retirar) o done (hecho) tras la acción
pledge-ask-answer = ¿Cuál es tu respuesta?
pledge-option-others = Con «if»: cuántas personas más deben sumarse
pledge-ask-others = ¿Cuántas personas más deben sumarse?
pledge-option-sector = Con «if»: contar solo a las de tu sector
pledge-ask-sector = ¿Solo en tu sector?
pledge-option-way = Tu forma de sumarte, si hay varias
pledge-ask-way = ¿De qué forma te sumas?
pledge-no-such-way = Aún no he anotado nada. ¿Qué forma de sumarte quieres decir?
pledge-way-alone = Una forma de sumarse va sola: di la forma, o da la otra respuesta.
pledge-if-meaning = Te apuntas en cuanto se sumen tantas personas más, y no antes.
pledge-if-how-many = ¿Si se suman cuántas personas más? Escríbelo así: /pledge if 10
pledge-number-needs-if = El número va con «if»: /pledge if 10
pledge-none-open = Aquí no hay ninguna campaña abierta. Quien coordina puede abrir una con /drive new.
pledge-newest-closed = Aquí no hay ninguna campaña abierta. «{ $drive }» se cerró el { $closed }; sus respuestas se quedan como están.
pledge-none-closed = Aquí no hay ninguna campaña cerrada.
pledge-own = { $drive } – { $answer }
pledge-answer-none = aún no has respondido.
pledge-answer-withdrawn = has retirado tu respuesta.
pledge-answer-in = te apuntas.
pledge-answer-way = te apuntas: { $way }.
pledge-answer-way-if =
    { $others ->
        [one] te apuntas a «{ $way }» si se suma { $others } persona más.
       *[other] te apuntas a «{ $way }» si se suman { $others } personas más.
    }
pledge-answer-way-if-sector =
    { $others ->
        [one] te apuntas a «{ $way }» si se suma { $others } persona más de tu sector.
       *[other] te apuntas a «{ $way }» si se suman { $others } personas más de tu sector.
    }
pledge-answer-if =
    { $others ->
        [one] te apuntas si se suma { $others } persona más.
       *[other] te apuntas si se suman { $others } personas más.
    }
pledge-answer-if-sector =
    { $others ->
        [one] te apuntas si se suma { $others } persona más de tu sector.
       *[other] te apuntas si se suman { $others } personas más de tu sector.
    }
pledge-not-vouched = Contará cuando suficientes miembros te avalen.
pledge-change-until = Puedes cambiar tu respuesta hasta el { $deadline }.
pledge-closed-answers = La campaña está cerrada; las respuestas se quedan como están.
pledge-drive-closed = { $drive } – esta campaña está cerrada y las respuestas ya no pueden cambiar.
pledge-elsewhere = Esa campaña es para otras células, no para la tuya. Escribe /me show para ver cuál es.
pledge-nothing-to-withdraw = No tienes ninguna respuesta en esta campaña; no hay nada que retirar.
pledge-done = { $drive } – anotado: has cumplido tu compromiso. ¡Gracias!
pledge-done-other-way = { $drive } – queda anotado para ti. ¡Gracias! Como cumplido solo se cuenta «{ $way }».
pledge-done-already = { $drive } – ya estaba anotado. ¡Gracias!
pledge-done-too-early = Eso es para después de la acción: la campaña sigue abierta.
pledge-done-no-pledge = No te comprometiste en esa campaña; no hay nada que anotar.
pledge-done-not-firm = Tu condición no se cumplió; no hay nada que anotar.
pledge-done-too-late = Esa campaña pasó hace mucho. Ya se ha borrado quién se comprometió.

# Roles que rotan: /role (commands/role).

role-about = Roles que rotan: quién los tiene y a quién le tocan
role-new-about = Crea un rol que rota
role-who-about = Quién tiene los roles y a quién le tocan
role-join-about = Entra en la rotación de un rol
role-leave-about = Sal de la rotación de un rol
role-accept-about = Acepta un turno
role-decline-about = Di que no puedes con un turno
role-preview-about = A quién le tocarían los próximos turnos, tal como está todo
role-history-about = Quién ha tenido un rol
role-why-about = Por qué le toca a esta persona
role-balance-about = Cuántos turnos ha tenido cada cual
role-swap-about = Ofrece tu turno a cambio de otro
role-cover-about = Pide a alguien que te sustituya
role-away-about = Di cuándo no estás
role-skip-about = Deja pasar un turno tuyo
role-step-down-about = Deja un rol que tienes
role-remove-about = Saca a alguien de una rotación
role-handover-about = Deja una nota que solo lee quien te releva
role-edit-about = Cambia un rol
role-end-about = Termina un rol
role-ics-about = Los turnos como archivo de calendario

option-role = Qué rol: su número o su nombre
role-ask-which = ¿Qué rol?
role-option-unknown = No conozco aquí ningún rol «{ $typed }». Escribe /role who para verlos.
role-none = Aquí todavía no hay ningún rol. Quien coordina puede crear uno con /role new.
role-no-cell = Aún no conozco tu célula. Escribe esto en su grupo.

role-option-name = Cómo se llama
role-ask-name = ¿Cómo se llama el rol? Por ejemplo, «Actas» o «Llaves».
role-option-every = Cada cuánto pasa: 2w, cada mes o una regla RFC 5545
role-ask-every = ¿Cada cuánto pasa? Pulsa, o escribe por ejemplo «primer lunes del mes».
role-option-day = Qué día de la semana
role-ask-day = ¿Qué día de la semana?
role-option-time = A qué hora
role-ask-time = ¿A qué hora? Por ejemplo, «18:00».
role-option-holders = Cuántas personas lo tienen a la vez
role-ask-holders = ¿Cuántas personas lo tienen a la vez?
role-option-limit = Máximo de turnos seguidos por persona
role-ask-limit = ¿Cuántos turnos seguidos puede tener una persona?
role-option-checklist = Qué se entrega, separado por comas
role-ask-checklist = ¿Qué hay que entregar? Por ejemplo: «llaves, caja, contraseña».
role-option-power = Quien lo tiene coordina esta célula
role-ask-power = ¿Quien lo tiene coordina esta célula?
role-option-terms = Cuántos turnos
role-ask-terms = ¿Cuántos turnos?
role-option-with = Con quién
role-ask-with = ¿Con quién quieres cambiarlo?
role-option-by = Quién te sustituye
role-ask-by = ¿Quién te sustituye?
role-option-cover-end = Anular una sustitución
role-option-from = Desde cuándo
role-ask-from = ¿Desde cuándo? Por ejemplo: «lunes» o «3 abril 18:00».
role-option-to = Hasta cuándo
role-ask-to = ¿Hasta cuándo? Por ejemplo: «viernes» o «9 abril».
role-option-note = La nota
role-ask-note = ¿Qué debe saber la siguiente persona? Solo la leerá ella.
role-option-person = Quién
role-ask-person = ¿Quién?
role-option-back = Di que has vuelto
role-ask-back = ¿Has vuelto?

role-button-join = Entrar en la rotación
role-button-accept = Acepto
role-button-decline = No puedo
role-button-swap = Cambiar
role-button-accept-of = Acepto: { $role }
role-button-decline-of = No puedo: { $role }
role-button-swap-of = Cambiar: { $role }
role-button-take = Me encargo yo
role-button-agree = De acuerdo
role-button-refuse = Lo siento, no
role-button-call-off = Anular
role-button-note = Escribir una nota
role-button-note-of = Nota: { $role }
role-button-read = Leerla en privado
role-button-checklist = Añadir qué se entrega
role-button-back = Ya estoy
role-button-end = Terminarlo

# Crear, cambiar, terminar.

role-created = El rol { $number }, { $role }, está listo. Quien quiera turnarse, que pulse «Entrar en la rotación».
role-name-taken = Ya hay un rol que se llama { $role }.
role-day-in-rule = Esa regla ya dice el día. Quita «day:».
role-edit-what = ¿Qué quieres cambiar? Por ejemplo: /role edit 1 time:19:00
role-edited = Cambiado: { $role }
role-end-sure = { $role } dejaría de rotar y se cancelarían los turnos que vienen. ¿Seguro?
role-ended = { $role } ha terminado. Gracias a quienes lo tuvieron.
role-removed = { $person } ya no está en la rotación de { $role }.

# Las tarjetas.

role-overview = Roles de { $cell }
role-overview-none = Ahora mismo no rota ningún rol aquí.
role-overview-line = { $number }. { $role }: { $holders } · { $then }
role-overview-nobody = { $number }. { $role }: nadie aún · { $then }
role-overview-more =
    { $roles ->
        [one] y { $roles } rol más
       *[other] y { $roles } roles más
    }
role-then = luego { $people }, desde el { $from }
role-then-nobody = desde el { $from }: nadie aún
role-person-accepted = { $person } (acepta)
role-places-open =
    { $places ->
        [one] { $places } plaza aún libre
       *[other] { $places } plazas aún libres
    }
role-person-acting = { $person } (en funciones)
role-ics-event = { $role }: { $people }
role-person-stand-in = { $standin } por { $person }
role-card-now = Ahora: { $holders }, hasta el { $until }
role-card-acting = Por ahora: { $holders }, en funciones, hasta que haya relevo
role-card-nobody = Aún no lo tiene nadie.
role-card-next = Después: { $people }, desde el { $from }
role-card-next-nobody = El próximo relevo es el { $from }. Aún no le toca a nadie.
role-card-checklist = Qué se entrega:
role-card-foot =
    Rol { $number } · { $rule } · { $pool ->
        [one] { $pool } persona en la rotación
       *[other] { $pool } personas en la rotación
    }
role-power-council = En un consejo ningún rol lleva eso consigo. Escribe /council settings para nombrar a quien lo coordina.
role-card-power = Quien lo tiene coordina esta célula.
role-card-ended = Este rol ha terminado.

# Mirar.

role-preview-line = { $from }: { $people }
role-preview-nobody = { $from }: nadie aún
role-preview-foot = Tal como está todo. Las ausencias, los cambios y las respuestas lo modifican.
role-history-none = Aún no lo ha tenido nadie.
role-history-line = del { $from } al { $to }: { $person }
role-history-now = desde el { $from }: { $person }
role-why-line = { $person }, desde el { $from }
role-why-nobody = Aún no le toca a nadie.
role-why-only = Nadie más podía.
role-why-terms =
    { $terms ->
        [0] De { $among } que podían: ningún turno hasta ahora, menos que nadie.
        [one] De { $among } que podían: { $terms } turno hasta ahora, menos que nadie.
       *[other] De { $among } que podían: { $terms } turnos hasta ahora, menos que nadie.
    }
role-why-longest = De { $among } que podían, varias personas llevan igual de pocos turnos. El último suyo es el que terminó hace más tiempo.
role-why-draw = De { $among } que podían, varias personas están igual. Lo decidió un sorteo que nadie puede manejar.
role-why-away =
    { $people ->
        [one] { $people } persona no está.
       *[other] { $people } personas no están.
    }
role-why-declined =
    { $people ->
        [one] { $people } persona no puede esta vez.
       *[other] { $people } personas no pueden esta vez.
    }
role-why-role =
    { $people ->
        [one] { $people } persona tiene otro rol entonces.
       *[other] { $people } personas tienen otro rol entonces.
    }
role-why-limit =
    { $people ->
        [one] { $people } persona ya lleva bastantes turnos seguidos.
       *[other] { $people } personas ya llevan bastantes turnos seguidos.
    }
role-why-aside = No quedaba nadie más.
role-why-aside-role = También tiene otro rol entonces: no quedaba nadie más.
role-why-aside-limit = Ya lleva bastantes turnos seguidos: no quedaba nadie más.
role-why-acting = Lo sigue teniendo por ahora, porque nadie lo ha relevado.
role-why-agreed = Se ofreció, o fue un cambio.
role-balance-nobody = Aún no hay nadie en la rotación. Entra con /role join.
role-balance-line =
    { $terms ->
        [0] { $person }: ningún turno aún
        [one] { $person }: { $terms } turno contado
       *[other] { $person }: { $terms } turnos contados
    }
role-balance-line-last =
    { $terms ->
        [0] { $person }: ningún turno
        [one] { $person }: { $terms } turno contado, el último hasta el { $last }
       *[other] { $person }: { $terms } turnos contados, el último hasta el { $last }
    }
role-balance-spread = Diferencia entre quien más y quien menos: { $spread }. Quien entra o vuelve empieza con el mínimo, para no tener que recuperar nada.
role-ics = Los turnos de { $roles }, para tu calendario. Pide el archivo otra vez cuando algo cambie.

# Turnarse.

role-joined = Estás en la rotación de { $role }. Te pregunto antes de que llegue tu turno.
role-joined-already = Ya estás en la rotación de { $role }.
role-left = Ya no estás en la rotación de { $role }. Gracias por tus turnos.
role-accepted = { $role } es cosa tuya del { $from } al { $to }. ¡Gracias!
role-accepted-now = { $role } es cosa tuya desde ahora, hasta el { $to }. ¡Gracias!
role-volunteered = { $person } se encarga de { $role }, hasta el { $to }. ¡Gracias!
role-declined = De acuerdo, gracias por decirlo. Busco a otra persona para { $role }.
role-skipped = De acuerdo: dejas pasar tu turno de { $role } del { $from }. El siguiente llega como siempre.
role-stepped-down = Has dejado { $role }. Gracias por lo que hiciste. Busco a otra persona.
role-offered = La pregunta va a { $person }. Hasta que acepte, { $role } sigue como está.
role-offer-swap = { $person } te propone un cambio: ¿te encargas de { $role } del { $from } al { $to }? { $person } hará tu próximo turno.
role-offer-cover = { $person } te pide una sustitución: ¿te ocupas de { $role } del { $from } al { $to }?
role-to = { $person }, { $said }
role-agreed-swap = De acuerdo. { $role } es cosa tuya del { $from } al { $to }.
role-agreed-cover = De acuerdo. Te ocupas de { $role } del { $from } al { $to }.
role-cover-ended = De acuerdo: { $person } ya no te sustituye en { $role }. Se lo digo.
role-cover-given-back = De acuerdo, gracias por decirlo. { $role } vuelve a ser cosa de { $person }. Se lo digo.
role-cover-none = Nadie te sustituye en { $role }, ni sustituyes a nadie.
role-refused-kindly = De acuerdo. Se lo digo, y nada cambia.
role-offer-agreed = { $person } acepta y se ocupa de { $role } del { $from } al { $to }.
role-offer-over = Ya no hace falta que te ocupes de { $role } por { $person }, del { $from } al { $to }.
role-swap-over = { $person } no puede hacer tu próximo turno de { $role }, como habíais acordado.
role-swap-free = Ya no le debes un turno de { $role } a { $person }.
role-offer-refused = { $person } no puede ocuparse de { $role } del { $from } al { $to }. Pregunta a otra persona, o di que no puedes.
role-away = Anotado: no estás del { $from } al { $to }. Mientras tanto no te toca ningún rol.
role-away-given-back = Busco a otra persona para lo que te tocaba entonces: { $roles }.
role-away-holding = Entonces tienes: { $roles }. Pide una sustitución: /role cover
role-away-order = El final tiene que ser después del principio.
role-back = ¡Qué bien que has vuelto! Te avisaré cuando te toque.
role-note = { $person } te deja una nota sobre { $role }: { $note }
role-note-waits = { $person }, hay una nota para ti sobre { $role } que solo tú debes leer.
role-note-none = No hay ninguna nota para ti.
role-note-brought = He pasado tu nota. Nadie más la lee.
role-note-kept = Guardo tu nota y se la doy a quien te releve, en el relevo. Nadie más la lee.

role-refused-ended = { $role } ha terminado.
role-refused-not-in-pool = Esa persona no está en la rotación de { $role }. Para entrar: /role join
role-refused-not-member = Esa persona no es miembro aquí.
role-refused-no-turn = Ahora mismo no hay ningún turno de { $role } para eso.
role-swap-not-yet = Tu turno en { $role } está previsto desde { $from }. Se puede cambiar desde { $since }, cuando sea el próximo.
role-decline-not-yet = Tu turno en { $role } está previsto desde { $from }. Te preguntaré antes de que empiece, y entonces puedes decir que no.
role-refused-turn-over = Ese turno ya pasó. ¡Gracias de todos modos!
role-refused-turn-taken = Otra persona ya se encarga. ¡Gracias de todos modos!
role-refused-not-yours = Eso era para otra persona.
role-refused-already-holder = Ya tienes { $role } en ese momento.
role-refused-away = Esa persona no está en ese momento.
role-refused-outside-term = Ese tiempo queda fuera del turno.
role-refused-covered = Ya hay una sustitución en ese tiempo.
role-refused-cover-over = Eso ya pasó. ¡Gracias por la sustitución!
role-refused-offer-gone = Eso ya no espera respuesta.
role-refused-past = Eso ya pasó, y lo pasado no se cambia.
role-refused-oneself = Tiene que ser otra persona.
role-refused-not-holder = Solo quien tiene { $role } puede hacer eso.

# Lo que los roles dicen por su cuenta.

role-asked = Te tocaría { $role } del { $from } al { $to }. ¿Puedes?
role-asked-chat = { $person }, te tocaría { $role } del { $from } al { $to }. ¿Puedes?
role-asked-running = Falta alguien para { $role } hasta el { $to }. ¿Puedes?
role-asked-running-chat = { $person }, falta alguien para { $role } hasta el { $to }. ¿Puedes?
role-asked-second = Falta alguien para { $role } del { $from } al { $to }. ¿Puedes? Es de quien acepte antes.
role-asked-second-chat = { $person }, falta alguien para { $role } del { $from } al { $to }. ¿Puedes? Es de quien acepte antes.
role-tomorrow =
    { $count ->
        [0] { $role } es cosa tuya desde el { $from }.
        [one] { $others } te entrega { $role }: { $from }.
       *[other] { $others } te entregan { $role }: { $from }.
    }
role-tomorrow-chat =
    { $count ->
        [0] { $person }, { $role } es cosa tuya desde el { $from }.
        [one] { $person }, { $others } te entrega { $role }: { $from }.
       *[other] { $person }, { $others } te entregan { $role }: { $from }.
    }
role-tomorrow-stand-in =
    { $count ->
        [0] Te ocupas de { $role } por { $holder } del { $from } al { $to }.
        [one] Te ocupas de { $role } por { $holder } del { $from } al { $to }. Te lo entrega { $others }.
       *[other] Te ocupas de { $role } por { $holder } del { $from } al { $to }. Te lo entregan { $others }.
    }
role-tomorrow-stand-in-chat =
    { $count ->
        [0] { $person }, te ocupas de { $role } por { $holder } del { $from } al { $to }.
        [one] { $person }, te ocupas de { $role } por { $holder } del { $from } al { $to }. Te lo entrega { $others }.
       *[other] { $person }, te ocupas de { $role } por { $holder } del { $from } al { $to }. Te lo entregan { $others }.
    }
role-leaving =
    { $count ->
        [0] Tu turno de { $role } termina el { $to }. Aún no se sabe a quién le toca.
        [one] Entregas { $role } a { $others }: { $to }.
       *[other] Entregas { $role } a { $others }: { $to }.
    }
role-leaving-chat =
    { $count ->
        [0] { $person }, tu turno de { $role } termina el { $to }. Aún no se sabe a quién le toca.
        [one] { $person }, entregas { $role } a { $others }: { $to }.
       *[other] { $person }, entregas { $role } a { $others }: { $to }.
    }
role-handed = { $role } pasa de { $left } a { $holders }, hasta el { $to }. ¡Gracias, { $left }!
role-begun = { $role } queda a cargo de { $holders }, hasta el { $to }.
role-stays =
    { $count ->
        [one] Nadie ha tomado el relevo de { $role }. Por ahora sigue { $people }, en funciones. ¿Quién puede?
       *[other] Nadie ha tomado el relevo de { $role }. Por ahora siguen { $people }, en funciones. ¿Quién puede?
    }
role-nobody = Nadie tiene { $role } ahora. ¿Quién puede encargarse?
role-place-free = Queda una plaza libre en { $role }. ¿Quién puede encargarse?
role-late = Esto tocaba decirlo el { $at }. Yo no estaba.
role-relaxed-role = Le he pedido { $role } a { $person } desde el { $from }, aunque tiene otro rol entonces: no quedaba nadie más.
role-relaxed-limit = Le he pedido { $role } otra vez a { $person } desde el { $from }, aunque ya lleva bastantes turnos seguidos: no quedaba nadie más.
role-nobody-for = Falta alguien para { $role } desde el { $from }, y en la rotación no queda nadie más a quien pedírselo. ¿Quién entra?

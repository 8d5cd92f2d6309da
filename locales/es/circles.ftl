# Círculos: /circle (commands/circle.ts).

circle-about = Un círculo cada semana: quién cuenta una historia, quién comparte un saber
circle-new-about = Empezar el círculo semanal, o cambiarlo de día y hora
circle-show-about = Las próximas veces del círculo y quién hace qué
circle-join-about = Unirte a quienes cuentan historias y comparten saberes por turnos
circle-leave-about = Dejar los turnos del círculo
circle-swap-about = Cambiar tu próximo turno con alguien
circle-end-about = Terminar el círculo
circle-option-day = Qué día de la semana
circle-ask-day = ¿Qué día de la semana?
circle-option-time = A qué hora
circle-ask-time = ¿A qué hora? Por ejemplo «18:00».
circle-option-with = Con quién
circle-ask-with = ¿Con quién quieres cambiar tu turno?

circle-name = Círculo de historias y saberes
circle-part-story = una historia
circle-part-skill = un saber
circle-nobody = nadie todavía
circle-line = { $time } – { $part }: { $who }
circle-rota =
    { $people ->
        [0] Todavía no hay nadie en los turnos. Únete y se reparten por igual.
        [one] { $people } persona está en los turnos. Se reparten por igual.
       *[other] { $people } personas están en los turnos. Se reparten por igual.
    }
circle-none = Esta célula todavía no tiene un círculo. Lo empieza quien la coordina: /circle new
circle-no-cell = No eres parte de esta célula. Escríbelo en el grupo de la tuya.
circle-joined = Estás en los turnos. Te aviso dos días antes de cada turno tuyo.
circle-joined-already = Ya estás en los turnos.
circle-left = Dejaste los turnos. Los que tenías pasan a quien sigue.
circle-not-in = No estás en los turnos.
circle-ended = El círculo terminó.
circle-ended-before = El círculo terminó. Ya no os encontráis el { $time }.
circle-no-turn = No tienes ningún turno previsto. Para ver quién tiene: /circle show
circle-they-no-turn = { $person } no tiene ningún turno que se pueda cambiar. Para ver quién tiene: /circle show
circle-swap-asked = La pregunta va a { $person }.
circle-swap-question = { $person } quiere cambiar: te tocaría { $part } el { $time }, y a esa persona { $yours } el { $yourTime }. ¿Te parece bien?
circle-swap-question-chat = { $asked }, { $person } quiere cambiar: te tocaría { $part } el { $time }, y a esa persona { $yours } el { $yourTime }. ¿Te parece bien?
circle-swap-gone = Eso es de otra persona, o ha cambiado entretanto. Para ver quién hace qué: /circle show
circle-swap-declined = De acuerdo, queda como está.
circle-swap-declined-there = { $person } no puede cambiar. Queda como está.
circle-swap-declined-chat = { $asker }, { $person } no puede cambiar. Queda como está.
circle-swapped = Cambiado. Te toca { $part } el { $time }.
circle-exchanged = Cambio de turnos: { $turns }.
circle-has = { $person }, { $part } el { $time }
circle-over = Eso ya pasó. ¡Gracias de todos modos!
circle-cannot = De acuerdo. Se le pide a quien sigue.
circle-volunteer = Para el { $time } hace falta alguien con { $part } para compartir. ¿Quién quiere?
circle-reminder = Te toca en el círculo: { $part }, el { $time }.
circle-reminder-chat = En el círculo del { $time }, { $person } trae { $part }.
circle-button-join = Unirme
circle-button-leave = Dejarlo
circle-button-yes = Sí, cambiamos
circle-button-no = No
circle-button-cannot = No puedo
circle-button-swap = Cambiar

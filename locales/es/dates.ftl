# Fechas que un consejo propone a sus células: /date (commands/date).

date-about = Días en que varias células actúan juntas
date-propose-about = Preguntar a las células del consejo qué días pueden
date-show-about = Qué días se proponen y se acordaron; en el chat directo, tus respuestas
date-can-about = Decir que puedes un día propuesto; nadie lo ve
date-cannot-about = Decir que no puedes un día propuesto; nadie lo ve
date-agree-about = Someter un día a la votación de la asamblea, cuando haya empezado
date-cancel-about = Cancelar una propuesta de días o, votando, el día acordado

date-option-what = Para qué es, en pocas palabras
date-ask-what = ¿Para qué es? En pocas palabras.
date-option-days = Qué días, cinco como mucho: «1 de mayo, 2 de mayo»
date-ask-days = ¿Qué días? Cinco como mucho, por ejemplo: 1 de mayo, 2 de mayo
date-option-drive = Una campaña cuyas cifras se muestran junto a las respuestas
date-option-date = Qué propuesta: su número
date-ask-date = ¿Qué propuesta? Su número.
date-option-day = Qué día
date-ask-day = ¿Qué día?

date-day = { $day }
date-day-of = { $day } ({ $what })
date-weekend = { $days }
date-days-early = Las células tienen tres días para responder, así que el primer día puede ser el { $first }.
date-days-far = Falta más de un año para eso.
date-days-many = Cinco días como mucho a la vez, para que se responda con pocos toques: { $most }.
date-many-open = Ya se están respondiendo { $most } propuestas. Puede venir otra cuando acabe una: /date show
date-day-asked = Ya se pregunta a las células por { $days }: /date show
date-day-asked-elsewhere = Otro consejo pregunta ahora a algunas de estas células por { $days }. Se podrá preguntar cuando termine.
date-left-out = Queda fuera, porque ya se pregunta por ello: { $days }
date-left-out-elsewhere = Queda fuera, porque otro consejo pregunta ahora por ello a algunas de estas células: { $days }
date-unknown = No conozco ninguna propuesta «{ $typed }» aquí. /date show las muestra.
date-which = Hay más de una propuesta { $number }. ¿Cuál?
date-none = Aún no se ha propuesto ningún día.
date-none-open = Ahora no se puede responder aquí a ningún día propuesto: /date show
date-none-closed = No hay aquí ningún día que se pueda acordar. Primero responden las células: /date show
date-day-unknown = «{ $typed }» no es uno de los días propuestos. ¿Cuál quieres decir?
date-too-late = El plazo de las células para responder ha terminado: /date show
date-not-yours = Responde quien cuenta en una célula a la que se pregunta. Tú cuentas en otra parte: /me show
date-still-open = Las células responden hasta el { $until }. Después el consejo puede acordar un día.
date-counting = Se están contando las respuestas de las células. Prueba dentro de un minuto.
date-day-past = El { $day } ya pasó.
date-agreed-already = El { $day } ya está acordado.
date-voting = Hay una votación abierta sobre ello: la { $vote }.
date-needs-assembly = Un consejo acuerda votando en su asamblea, y no hay ninguna prevista: /assembly new
date-needs-assembly-at = Un consejo acuerda votando en su asamblea. La próxima: { $when }. Pulsa de nuevo cuando haya empezado.
date-vote-text = { $what }: { $day }
date-vote-move-text = { $what }: { $day } en lugar del { $before }
date-vote-off-text = { $what }, { $day }: cancelarlo
date-move-ask = «{ $what }» está acordado para el { $before }. ¿Vota la asamblea si se pasa al { $day }? Hasta que lo haga, vale el { $before }.
date-button-move-sure = Sí, votar el cambio
date-none-to-cancel = No hay aquí nada que cancelar: /date show
date-off-already = Eso está cancelado.

date-list = Días en común
date-line = { $what }: { $state }
date-list-more = Una de ellas entera: /date show y su número
date-state-open = Propuesta { $number }: las células responden hasta el { $until }
date-state-answered = Propuesta { $number }: las células han respondido, aún no hay nada acordado
date-state-voting = Propuesta { $number }: la votación { $vote } es sobre el { $day }
date-state-moving = Propuesta { $number }: acordado el { $agreed }. La votación { $vote } es sobre pasarlo al { $day }
date-state-voting-off = Propuesta { $number }: acordado el { $agreed }. La votación { $vote } es sobre cancelarlo
date-state-off = Propuesta { $number }: cancelada
date-state-off-agreed = Propuesta { $number }: cancelada. Estaba acordado el { $day }
date-state-agreed = Propuesta { $number }: acordado el { $day }
date-how-council =
    { $cells ->
        [one] Se pregunta a una célula, en su chat: cada miembro responde sin que se vea. Hasta entonces no se muestra nada, y nunca una persona.
       *[other] Se pregunta a { $cells } células, en sus chats: cada miembro responde sin que se vea. Hasta entonces no se muestra nada; después, las células por sector, y nunca una persona.
    }
date-question = ¿Cuáles de estos días puedes?
date-question-until = ¿Cuáles de estos días puedes? Se puede cambiar hasta el { $until }.
date-turnout =
    { $answered ->
        [one] Ha respondido { $answered } de { $members } aquí, hacen falta: { $needed }
       *[other] Han respondido { $answered } de { $members } aquí, hacen falta: { $needed }
    }
date-how-cell = Nadie ve quién puede. Cuenta la última respuesta. O escríbeme directamente: /date show
date-cell-gone = Esta célula ya no está en el consejo. Aquí ya no se pregunta a nadie.
date-button-can = { $day }: puedo
date-button-cannot = { $day }: no puedo
date-button-agree = Votar el { $day }
date-button-move = Pasarlo al { $day }

date-you-can = { $day }: puedes
date-you-cannot = { $day }: no puedes
date-you-nothing = { $day }: sin responder
date-noted-can = Anotado: puedes el { $day }.
date-noted-cannot = Anotado: no puedes el { $day }.
date-missing = Falta por responder: { $days }.
date-all-answered = Ya están todos. Se puede cambiar hasta el { $until }.

date-cells-all =
    { $cells ->
        [one] { $day }: puede { $can } de { $cells } célula
       *[other] { $day }: pueden { $can } de { $cells } células
    }
date-cells =
    { $cells ->
        [one] { $day }: puede { $can } de { $cells } célula; { $rest }
       *[other] { $day }: pueden { $can } de { $cells } células; { $rest }
    }
date-cells-cannot =
    { $cells ->
        [one] { $cells } no puede
       *[other] { $cells } no pueden
    }
date-cells-tie =
    { $cells ->
        [one] { $cells } está dividida
       *[other] { $cells } están divididas
    }
date-cells-silent = en { $cells } respondieron muy pocos
date-cells-few = { $day }: respondieron muy pocas personas para poder mostrar algo
date-sector = Por sector
date-others = Sectores pequeños juntos
date-ready = En firme
date-can-of = { $can } de { $cells }
date-own = Esta célula
date-own-possible = { $day }: puede
date-own-impossible = { $day }: no puede
date-own-tie = { $day }: está dividida
date-own-few = En esta célula respondieron muy pocas personas para mostrar lo que dijo por sí sola.
date-own-no-answer = { $day }: han respondido muy pocos
date-drive = En firme: en la campaña { $number } ({ $drive }), en el último recuento.
date-drive-hidden = La campaña { $number } ({ $drive }) aún no muestra cifras.
date-then = El consejo vota un día en su asamblea, cuando haya empezado.
date-note = Una célula puede donde puede la mayoría de quienes respondieron, siempre que responda al menos un tercio de sus miembros. Las células con menos de { $members } miembros se cuentan junto con otras.

date-agreed = { $council } ha acordado: { $day }
date-agreed-anew = { $council } ha acordado otro día: { $day }
date-voted-carried = Acordado: { $day }. Se avisa a todas las células.
date-voted-off = Cancelado: { $day }. Se avisa a todas las células.
date-voted-stays = Queda como se acordó: { $day }.
date-off = { $council } lo ha cancelado. Ya no hace falta responder.
date-off-agreed = { $council } lo ha cancelado: { $day }
date-voted-failed = No acordado: { $day }. Se puede votar otro día: /date show

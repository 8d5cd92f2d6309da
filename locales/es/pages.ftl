# Páginas con dirección propia: /me calendar, /cell calendar (commands/following.ts).

page-no-address = Este bot aún no tiene dirección pública, así que no puede mostrar páginas ni calendarios. Quien lo lleva puede darle una: STEWARD_PUBLIC_URL.
page-ended = No hay nada en esta dirección: ya no sirve, o nunca hubo nada.

calendar-about = Una dirección desde la que tu calendario sigue tus turnos, encuentros y asambleas
calendar-cell-about = Una dirección desde la que los calendarios siguen encuentros, turnos y asambleas de la célula
calendar-option-action = new: una dirección nueva en lugar de la anterior; off: ninguna
calendar-option-titles = Qué dicen los títulos: neutral (solo que es un turno o una reunión) o full (todo)
calendar-follows-me = Tu calendario puede seguir tus turnos, tus suplencias, los encuentros a los que vas y las asambleas en las que tienes asiento. Esta es su dirección:
calendar-follows-cell = Los calendarios pueden seguir a { $cell }: sus encuentros, turnos y asambleas. Esta es su dirección:
calendar-how = Ponla en tu calendario donde se suscribe a una dirección («Desde URL», «Suscribirse»). Lo que cambie aquí cambiará allí sin que hagas nada. Solo la muestro esta vez.
calendar-servers = Google y Apple la leen desde sus propios servidores y ven lo que dice. Google tarda alrededor de un día en mostrar un cambio.
calendar-secret = Quien tenga la dirección puede leerla: no se la des a nadie. /me calendar new la anula y hace otra.
calendar-secret-cell = Quien tenga la dirección puede leerla: dásela solo a gente de la célula. /cell calendar new la anula y hace otra.
calendar-old-ended = La dirección anterior ya no sirve.
calendar-titles-neutral = Sus títulos solo dicen «Turno» o «Reunión».
calendar-titles-full = Sus títulos dicen qué función, encuentro o asamblea es, y dónde. No lleva nombres de personas.
calendar-stands = Los calendarios siguen una dirección desde el { $since }. No la guardo en ningún sitio, así que no puedo volver a mostrarla. Si la has perdido, haz una nueva.
calendar-ended = La dirección ya no sirve. Los calendarios que la seguían no reciben nada más.
calendar-none = No hay ninguna dirección.
calendar-not-yours = Solo puede hacerlo un quien administra la federación o quien coordina { $cell }.
calendar-button-new = Dirección nueva
calendar-button-off = Anularla
calendar-button-full = Títulos completos
calendar-button-neutral = Títulos neutros

# Lo que dice el propio calendario. Con títulos neutros nadie que lo guarde sabe de qué se trata.
calendar-name = Fechas
calendar-term = Turno
calendar-stand-in = Turno (suplencia)
calendar-gathering = Reunión
calendar-assembly = Reunión grande
calendar-stand-in-full = { $role } (suplencia)

# /setup, /cell, /sector, /me, /steward, /vouch, /help

people-somebody = alguien
people-somebody-first = Alguien

# /setup

setup-about = Prepara este chat: una federación nueva con su primer sector y célula (administradores)
setup-federation = Nombre de toda la red
setup-ask-federation = ¿Cómo se llama toda tu red? Por ejemplo: Asamblea Obrera
setup-sector = Rama de trabajo de la primera célula
setup-ask-sector = ¿De qué rama de trabajo es tu grupo? Por ejemplo: transporte
setup-cell = Nombre de la célula de este chat
setup-ask-cell = ¿Cómo se llama tu célula? Por ejemplo: Cochera 5
setup-place = Ciudad o barrio
setup-ask-place = ¿Dónde está la célula? Una ciudad o un barrio. Puedes dejarlo vacío.
setup-zone = Zona horaria: la ciudad grande más cercana
setup-ask-zone = ¿Qué ciudad grande tiene la misma hora? Por ejemplo: Madrid. Puedes dejarlo vacío.
setup-language = Idioma del chat
setup-ask-language = ¿En qué idioma quieres que hable aquí? Puedes dejarlo vacío.
setup-done = { $federation } ya está en marcha. Este chat es { $cell }, del sector { $sector }, y tú administras la federación.
setup-next-drive = Empieza una campaña de compromisos: /drive new
setup-next-cells = Añade más células: /cell new, y en su chat /cell join con el código
setup-next-members = Cada persona de este chat pasa a ser miembro con su primera orden, por ejemplo /help
setup-defaults = Hora: { $zone }. Idioma: { $language }. Se cambian con /cell settings.

# /cell

cell-about = Las células, sus chats y sus ajustes
cell-none = No estás en ninguna célula. Escribe antes una orden en un chat de la tuya.
cell-new-about = Crea una célula y un código para su primer chat
cell-code-about = Crea un código para que otro chat se una a esta célula
cell-join-about = Une este chat a una célula con un código (administradores del chat)
cell-show-about = Muestra la célula de este chat
cell-settings-about = Cambia un ajuste de la célula, o de la federación si la administras
cell-leave-about = Saca este chat de su célula
cell-option-name = Nombre de la célula nueva
cell-ask-name = ¿Cómo se llama la célula nueva?
cell-option-sector = Sector al que pertenece la célula
cell-ask-sector = ¿A qué sector pertenece?
cell-option-cell = La célula, si no es la de este chat
cell-ask-cell = ¿Qué célula?
cell-option-code = El código que dio un chat de la célula
cell-ask-code = ¿Cuál es el código? En la célula se consigue con /cell code.
cell-option-key = Qué cambiar
cell-ask-key = ¿Qué quieres cambiar?
cell-option-value = El valor nuevo
cell-ask-value = ¿Qué valor le pongo?
cell-name-taken = Ya hay una célula llamada { $name }. Elige otro nombre.
cell-code = { $cell }: el código es { $code }
cell-code-how = Alguien que administre el otro chat escribe allí: /cell join { $code }. Sirve una sola vez, durante { $lasts }.
cell-code-not-yours = Solo quien administra la federación o coordina { $cell } puede crear un código para ella.
cell-joined = Este chat ya es de { $cell }, en { $federation }. Cada persona pasa a ser miembro con su primera orden, por ejemplo /help.
cell-show = { $cell }, en { $federation }
cell-show-sector = Del sector { $sector }
cell-show-place = Lugar: { $place }
cell-show-zone = Hora: { $zone }. Idioma: { $language }
cell-show-members = { $count ->
    [0] Aún sin miembros
    [one] Un miembro
   *[other] { $count } miembros
}
cell-show-chats = { $count ->
    [one] Un chat
   *[other] { $count } chats
}
cell-show-coordinator = Coordina: { $person }
cell-show-treasurer = Tesorería: { $person }
cell-set-name = La célula se llama ahora { $name }.
cell-set-place = El lugar de la célula es ahora { $place }.
cell-set-zone = La célula sigue ahora la hora de { $zone }.
cell-set-language = Desde ahora hablo en los chats de la célula en este idioma: { $language }.
cell-set-sector = La célula pertenece ahora al sector { $sector }.
cell-uncoordinated = Ahora nadie coordina { $cell }. Quien administra la federación nombra a alguien: /cell settings coordinator
cell-set-coordinator = { $person } coordina ahora la célula.
cell-set-treasurer = Quien tenga el rol { $role } lleva desde ahora la tesorería de la célula, y después quien le siga.
cell-coordinator-sure = ¿Que { $person } coordine la célula { $of }? Es { $accounts }, { $cell }.
cell-coordinator-not-member = Solo un miembro de la célula puede coordinarla.
cell-leave-sure = { $count ->
    [0] Este es el único chat de { $cell }. Si sale, solo quien administra la federación puede volver a unir un chat. ¿Lo saco?
    [one] A { $cell } le queda otro chat. ¿Saco este?
   *[other] A { $cell } le quedan otros { $count } chats. ¿Saco este?
}
cell-leave-yes = Sí, sácalo
cell-left = Este chat ya no es de { $cell }. Sus miembros lo siguen siendo mientras no se vayan.
federation-needs-steward = Ese ajuste es de toda la federación. Solo lo puede cambiar quien la administra.
federation-set-name = La federación se llama ahora { $name }.
federation-set-vouches = { $count ->
    [0] Ya no hace falta que nadie avale a nadie.
    [one] Los compromisos cuentan ahora cuando un miembro avala a la persona.
   *[other] Los compromisos cuentan ahora cuando { $count } miembros avalan a la persona.
}
federation-set-smallest-group = { $count ->
    [one] Las cifras se publican ahora por grupos de al menos una persona. Vale para las campañas nuevas.
   *[other] Las cifras se publican ahora por grupos de al menos { $count } personas. Vale para las campañas nuevas.
}
federation-set-interval = { $count ->
    [one] Las cifras se publican ahora cada minuto. Vale para las campañas nuevas.
   *[other] Las cifras se publican ahora cada { $count } minutos. Vale para las campañas nuevas.
}
federation-set-retention = { $count ->
    [one] Los datos personales se borran ahora un día después de que cierre su campaña.
   *[other] Los datos personales se borran ahora { $count } días después de que cierre su campaña.
}

code-link = Añadirme al otro chat
code-file = anadirme.png
code-alt = Código QR del enlace: escanéalo para añadirme al otro chat
code-unknown = No conozco este código. Compruébalo o pide otro con /cell code.
code-used = Este código ya se usó. Pide otro con /cell code.
code-expired = Este código ha caducado. Pide otro con /cell code.
code-too-many = Han sido demasiados códigos erróneos. Puedes volver a probar { $until }.

# /sector

sector-about = Los sectores de la federación
sector-new-about = Crea un sector
sector-list-about = Muestra los sectores
sector-option-name = Nombre del sector nuevo
sector-ask-name = ¿Cómo se llama el sector nuevo?
sector-name-taken = Ya hay un sector llamado { $name }.
sector-made = Ya existe el sector { $name }. Añádele una célula con /cell new.
sector-list = Sectores de { $federation }
sector-line = { $count ->
    [0] { $name }: aún sin células
    [one] { $name }: una célula
   *[other] { $name }: { $count } células
}

# /me

me-about = Tus ajustes y tus datos
me-show-about = Muestra lo que sé de ti
me-cell-about = Muestra o cambia la célula en la que cuentas
me-leave-about = Te da de baja de esta célula
me-language-about = Cambia el idioma en el que te escribo
me-zone-about = Cambia tu zona horaria
me-quiet-about = Fija las horas en las que no te escribo directamente
me-export-about = Te da todo lo que guardo sobre ti, en un archivo
me-forget-about = Te borra, con todo lo que es tuyo
me-option-cell = Una de tus células
me-ask-cell = ¿Cuál de tus células?
me-option-language = Idioma, por ejemplo español
me-ask-language = ¿En qué idioma te hablo?
me-option-zone = La ciudad grande más cercana
me-ask-zone = ¿Qué ciudad grande tiene tu hora? Por ejemplo: Madrid
me-option-from = Cuándo empiezan, o «off»
me-ask-quiet-from = ¿Cuándo empiezan tus horas de silencio? Por ejemplo: 22:00. O «off» si no quieres.
me-option-to = Cuándo terminan
me-ask-quiet-to = ¿Cuándo terminan tus horas de silencio? Por ejemplo: 08:00
me-show = Tú en { $federation }
me-show-no-cell = Ahora mismo no estás en ninguna célula.
me-show-cells = Eres miembro de { $cells }
me-show-counts-in = Cuentas en { $cell }
me-show-steward = Administras la federación
me-show-language = Idioma: { $language }
me-show-zone = Hora: { $zone }
me-show-quiet = Horas de silencio: de { $from } a { $to }
me-show-no-quiet = Sin horas de silencio propias: de { $from } a { $to } no te pregunto nada que pueda esperar
me-show-accounts = Cuentas: { $accounts }
me-account = { $name } ({ $platform })
me-show-vouches = { $count ->
    [one] Te avala un miembro; mínimo: { $needed }
   *[other] Te avalan { $count } miembros; mínimo: { $needed }
}
me-cell-not-member = No eres miembro de { $cell }. Escribe antes una orden en su chat.
me-cell-set = Ahora cuentas en { $cell }.
me-answers-moved = Estas respuestas tuyas cuentan en { $cell }: { $drives }
me-answers-withdrawn = Se retiran tus respuestas en estas campañas: { $drives }
me-answers-would-move = Estas respuestas tuyas contarán en { $cell }: { $drives }
me-answers-would-stay-behind = { $cell } no participa en estas campañas, así que tus respuestas se retirarán: { $drives }
me-answers-would-go = Tus respuestas en estas campañas se retirarán: { $drives }
me-cell-sure = ¿Quieres contar en { $cell }?
me-cell-yes = Sí, contar ahí
me-cell-only = Eres miembro de { $cell }, y cuentas allí.
me-cell-which = Cuentas en { $cell }. ¿En qué célula quieres contar?
me-leave-which = ¿Qué célula quieres dejar?
me-leave-sure = ¿Quieres dejar { $cell }?
me-leave-sure-last = ¿Quieres dejar { $cell }? Es tu única célula: se retiran tus respuestas en las campañas abiertas.
me-leave-sure-only = ¿Quieres dejar { $cell }? Es tu única célula.
me-leave-yes = Sí, la dejo
me-left = Has dejado { $cell }. Si escribes una orden en su chat, vuelves a ser miembro.
me-not-in-cell = No eres miembro de esta célula.
me-last-steward = Nadie más administra la federación. Nombra antes a otra persona con /steward add.
me-language-set = Desde ahora te hablo en este idioma: { $language }.
me-zone-set = Tu hora es ahora la de { $zone }.
me-quiet-set = De { $from } a { $to } solo te escribo directamente lo que no puede esperar.
me-quiet-off = Ya no tienes horas de silencio propias. De { $from } a { $to } sigo sin preguntarte nada que pueda esperar.
me-quiet-none = Sin horas de silencio
me-export = Esto es todo lo que guardo sobre ti.
me-forget-sure = ¿Te borro de { $federation }, con tus cuentas, ajustes y respuestas en las campañas abiertas? No se puede deshacer. Las cifras de las campañas cerradas se quedan.
me-forget-yes = Sí, bórrame
me-forgotten = Te he olvidado. Adiós, y cuídate.

# /steward

steward-about = Quienes administran toda la federación
steward-add-about = Hace que alguien administre también la federación
steward-remove-about = Hace que alguien deje de administrar la federación
steward-ask-person = ¿Quién? Menciona a esa persona con @.
steward-add-sure = ¿Que { $person } administre también la federación? Es { $accounts }, { $cell }. Quien la administra cuida de toda la federación.
making-cell = de la célula { $cell }
making-no-cell = sin célula
steward-is-one = { $person } ya administra la federación.
steward-is-none = { $person } no administra la federación.
steward-added = { $person } administra ahora también la federación.
steward-removed = { $person } ya no administra la federación.
steward-last = Alguien tiene que administrar la federación. Añade antes a otra persona con /steward add.

# /vouch

vouch-about = Dice que conoces a alguien, para que cuenten sus compromisos
vouch-ask-person = ¿A quién avalas? Menciona a esa persona con @.
vouch-off = En esta federación no hace falta avalar a nadie.
vouch-yourself = No te puedes avalar tú. Pídeselo a alguien que te conozca.
vouch-left = { $person } no es miembro ahora. Avala cuando lo sea.
vouch-already = Ya avalas a { $person }.
vouch-done = Gracias: ahora avalas a { $person }. { $count ->
    [one] Un miembro; mínimo: { $needed }.
   *[other] { $count } miembros; mínimo: { $needed }.
}
vouch-reached = Ya te avalan suficientes miembros: tus compromisos cuentan.
vouch-lost = Alguien que te avalaba ya no está: { $count ->
    [0] ahora no te avala nadie; mínimo: { $needed }.
    [one] ahora te avala un miembro; mínimo: { $needed }.
   *[other] ahora te avalan { $count } miembros; mínimo: { $needed }.
} Lo que ya cuenta sigue contando; para respuestas nuevas te falta otro aval: pide un /vouch a alguien que te conozca.

# /help

help-about = Muestra lo que puedes hacer aquí
help-option-command = Una orden, por ejemplo drive
help-ask-command = ¿Ayuda con qué orden?
help-meanwhile = Ahora mismo no puedo consultar nada. Esto volverá a funcionar en cuanto pueda:
help-first-unbound = Empieza con /setup. O únete a una célula que ya existe: /cell join y su código.
help-first-council = Empieza con /assembly next: ¿cuándo os reunís?
help-first-coordinator = Empieza con /drive new: pide algo a la gente. O planea algo: /action plan.
help-first-stranger = Empieza en tu grupo: escribe allí /help y te conoceré. Si allí no me usa nadie todavía, alguien que lo administre escribe: /setup
help-first-member = Empieza con /pledge: ¿qué se te pide y qué has respondido?
help-group-emergency = En una emergencia
help-group-together = Responder y decidir
help-group-tasks = Hacer cosas juntas
help-group-care = Cuidarnos
help-group-councils = Varias células juntas
help-group-own = Tú
help-group-setting-up = Preparar
help-line = /{ $command }: { $about }{ $level }
help-for-everybody = { "" }
help-for-coordinators = { " " }· para quien coordina
help-for-stewards = { " " }· para quien administra la federación
help-option = { $name }: { $about }
help-option-optional = { $name }: { $about } (opcional)
help-more = Más sobre una de ellas: /help { $command }
help-not-yours = Ahora mismo /{ $command } no es para ti. Pregunta a quien coordina la célula o administra la federación.
help-unknown = No hay ninguna orden así. /help las muestra todas.
help-wrong-about = Avisa de una frase mía que está mal o no se entiende
help-wrong-option-text = Unas palabras de la frase tal como está, y qué está mal
help-wrong-ask-text = ¿Qué frase está mal? Escribe unas palabras tal como están, y cómo debería ser.
help-wrong-which = ¿A cuál te refieres?
help-wrong-none = Ninguna de estas
help-wrong-told = Gracias. Lo lee quien administra la federación, sin tu nombre.
help-wrong-told-of = Gracias. Lo lee quien administra la federación, sin tu nombre. La frase: { $ids } ({ $language })
help-wrong-many = Ya he avisado de bastantes frases por ahora. Avisa de esta dentro de unas horas.
help-wrong-nobody = Aquí no hay nadie que me cuide a quien pueda avisar. Díselo a quien mantiene este bot.
help-wrong-stranger = No sé a quién avisar: aún no te conozco de ningún grupo. Escríbelo allí, o díselo a quien mantiene este bot.
help-wrong-heard = Alguien dice que una frase mía está mal:
help-wrong-where = La frase: { $ids }, en { $folder }
help-wrong-unknown = Qué frase es no lo sé: no se citó.
help-wrong-how = Cómo se corrige: docs/translating.md

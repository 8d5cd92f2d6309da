# Lo que el bot dice de las órdenes, los botones y las preguntas.

core-welcome = Hola, soy Steward. Cuento compromisos por sector y nunca muestro un nombre. Quien administra el grupo escribe: /setup
# Lo que Telegram muestra antes de que nadie escriba: en el chat vacío (512 caracteres como máximo) y en el perfil (120 como máximo).
core-telegram-description = Llevo la cuenta de un comité de base: compromisos que se suman, roles que rotan, descanso tras las acciones, votaciones y asambleas. Añádeme a tu grupo: quien lo administra escribe /setup. Aquí, a solas conmigo, respondes lo que nadie más tiene que ver. En un grupo solo atiendo a comandos y a respuestas a mis mensajes, a nada más.
core-telegram-short-description = Llevo la cuenta de un comité: compromisos, roles, descanso, votaciones y asambleas.
# En Discord, donde nadie ha añadido el bot.
core-not-added = Solo trabajo en los servidores a los que me han añadido. Pide a quien gestione este servidor que me añada, o escríbeme directamente.
core-hello = Hola. Escribe /help para ver qué puedes hacer, o /me para ver qué sé de ti.
core-not-known = Todavía no te conozco. Escribe primero en tu grupo: /help
core-in-no-group = No te veo en el grupo de ninguna célula. Escríbeme con la cuenta que está en el grupo de tu célula, o escribe primero en el grupo: /help
core-which-cell = ¿En cuál de estas células cuentas? Después hago lo que has pedido.
core-not-set-up = Este grupo aún no está configurado. Quien lo administra escribe: /setup
core-unsuited = En los mensajes directos de un canal no hago nada: los lee quien lo lleva. Escríbeme directamente, o en tu grupo.
core-set-up-already = Este grupo ya está configurado.
core-only-in-group = Eso funciona en tu grupo, no aquí.
core-only-direct = Eso solo funciona si me escribes directamente.

core-anonymous = Aquí escribes en nombre de un grupo y no puedo saber quién eres. Desactiva «Permanecer anónimo» en tus permisos de administrador, o escríbeme directamente.
core-needs-member = Eso es para miembros de esta célula.
core-needs-administrator = Eso solo lo puede hacer alguien que administre este chat. Pídeselo.
core-needs-coordinator = Eso es para quien coordina esta célula: { $people }.
core-uncoordinated = Eso es para quien coordina esta célula, y ahora nadie la coordina. Quien administra la federación nombra a alguien: /cell settings coordinator
core-needs-steward = Eso es para quienes administran esta federación.

core-unknown-command = No conozco eso. Escribe /help para ver qué puedes hacer.
core-did-you-mean = ¿Querías decir { $command }?
core-which = /{ $command }: ¿qué quieres hacer?
core-unknown-word = /{ $command } no conoce eso. Conoce:
core-left-over = No entiendo «{ $text }». Escribe /help para ver qué puedes poner.
core-no-colon = ¿Queréis decir «{ $key }: …»? Poned dos puntos detrás. Si queréis empezar con esa palabra, ponedlo todo entre comillas.
core-flag-or-text = «{ $word }» también puede ser una palabra de tu texto.
core-part-of-text = No, es parte de mi texto
core-outdated-command = Esa orden ha cambiado. Inténtalo de nuevo en un minuto.
core-failed = Algo ha fallado y no se ha cambiado nada. Inténtalo de nuevo. Si sigue igual, dile este número a quien administra: { $id }

core-button-gone = Ese botón es demasiado antiguo. Escribe la orden otra vez.
core-button-of-another = Ese botón es de otra persona.
core-no-such-choice = Aquí no hay ninguna opción con ese número.
core-which-button = Aquí hay varios mensajes con un botón que dice eso. Pulsa el que quieras decir, por favor.
core-question-gone = Esa pregunta ya no espera respuesta tuya. Escribe la orden otra vez.
core-edited = Ya he atendido lo que escribiste antes de cambiarlo. Escríbelo otra vez en un mensaje nuevo.
core-edited-late = Ese mensaje es demasiado antiguo para corregirlo. Escríbelo otra vez en un mensaje nuevo.
core-question-answered = Esa pregunta ya está respondida. Para empezar de nuevo, escribe la orden otra vez.

core-answer-directly = Responde sin que te vean: escríbeme directamente
core-answer-waits = Tengo una respuesta que solo debe ver quien la pidió.
core-answers-wait = Tengo respuestas para varias personas, y cada una solo la debe ver quien la pidió.
core-answers-read = Aquí ya no hay respuestas pendientes.
core-too-many = Es mucho de golpe. Lo que pidas ahora no lo hago; espera un minuto y repite lo último.
core-nothing-waits = No hay nada pendiente para ti. A partir de ahora puedo responderte aquí.
core-open-direct = Leerla
core-open-direct-first = Toca «Leerla» en el grupo para ver mi respuesta.
core-press-again = He estado fuera hasta las { $until } y puede que se me haya escapado algo. ¿Habéis pulsado un botón justo antes? Pulsadlo otra vez, por favor.
core-see-direct = Te he escrito directamente.
core-asked-later = Ahora no es hora de molestar: la pregunta le llega dentro de unas horas.
core-cancelled = De acuerdo, ya no espero respuesta.
core-nothing-to-cancel = No estoy esperando ninguna respuesta tuya.
core-how-to-answer = Contesta respondiendo a este mensaje, o escribe «! » delante.
core-something-else = Otra cosa
core-or-reply = O responde a este mensaje con otra cosa.
core-asked = { $person }: { $question }
core-asked-below = { $person }, esto es para ti:
core-sure = { $about }. ¿Seguro?
core-sure-yes = Sí
core-skip = Dejarlo en blanco
core-dash = Con «-» lo dejas en blanco.
core-typed-is-seen = Lo he leído. Pero lo que escribes aquí lo ve todo el grupo. La próxima vez escríbelo sin que te vean:

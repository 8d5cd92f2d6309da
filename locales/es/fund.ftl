# El fondo de una célula: /fund (commands/fund/).

fund-about = El dinero de la célula: lo que entra, lo que sale y la ayuda pedida en privado
fund-new-about = Abrir un fondo en una moneda
fund-in-about = Entró dinero (tesorería, coordinación)
fund-out-about = Dinero que va a salir, si dos lo aprueban (tesorería, coordinación)
fund-ask-about = Pedir dinero: solo lo ven quienes aprueban
fund-approve-about = Lo que espera tu aprobación
fund-refuse-about = Rechazar lo que se pide, o retirar lo que pediste
fund-show-about = Cuánto hay en el fondo y lo último que se anotó
fund-report-about = Un mes del fondo: una hoja para imprimir y una tabla
fund-undo-about = Anular una anotación con otra (tesorería, coordinación)

fund-option-name = Cómo se llama el fondo
fund-ask-name = ¿Cómo se llama el fondo? Por ejemplo: Caja de resistencia
fund-option-currency = La moneda: EUR, USD
fund-ask-currency = ¿En qué moneda?
fund-option-amount = Cuánto: 12, 12,50, 1.234,50
fund-ask-amount = ¿Cuánto?
fund-option-for = Para qué, en pocas palabras; lo lee la célula, así que sin nombres
fund-ask-for = ¿Para qué? Lo lee la célula, así que sin nombres.
fund-option-ask-for = Para qué; solo lo leen quienes aprueban
fund-ask-ask-for = ¿Para qué lo necesitas? Solo lo leen quienes aprueban.
fund-option-to = Quién lo recibe: alguien de la célula, o «fuera»
fund-ask-to = ¿Quién lo recibe? ¿Alguien de fuera, o quién de la célula?
fund-option-fund = Qué fondo, si hay varios
fund-ask-fund = ¿Qué fondo?
fund-option-request = El número de lo que se pide
fund-ask-request = ¿Cuál?
fund-option-entry = El número de la anotación
fund-ask-entry = ¿Qué anotación? Tiene un número: n.º 3
fund-option-month = Qué mes: noviembre, 2026-11
fund-ask-month = ¿Qué mes?

fund-amount-label = { $amount }
fund-amount-for-label = { $amount }: { $text }
fund-month-label = { $month }
fund-request-label = N.º { $number }: { $amount }
fund-outside-label = Fuera
fund-outside = alguien de fuera
fund-amount-not-understood = No entendí la cantidad. Por ejemplo: 12, 12,50 o 1.234,50
fund-amount-other-currency = Este fondo está en { $currency }. Da la cantidad en { $currency }.
fund-amount-too-fine = { $currency } no tiene partes tan pequeñas. Da la cantidad con menos decimales.
fund-amount-nothing = Eso no es nada. Da una cantidad mayor que cero.
fund-amount-too-large = Eso es más de lo que sé contar.
fund-amount-two-ways = «{ $typed }» se puede leer de dos maneras. ¿Cuál es?
fund-currency-unknown = No conozco la moneda «{ $typed }». Da su código: EUR, USD, MXN
fund-month-unknown = No entendí el mes «{ $typed }». Por ejemplo: noviembre, 2026-11
fund-month-ahead = Solo puedo informar de un mes que ya empezó.

fund-no-cell = No eres parte de esta célula. Escríbelo en el grupo de la tuya.
fund-none = Aquí todavía no hay ningún fondo. Lo abre quien coordina: /fund new
fund-name-taken = Ya hay un fondo que se llama { $name }.
fund-made = El fondo { $name } está abierto, en { $currency }. Lo que entra se anota con /fund in
fund-no-treasurer = Todavía no hay tesorería. Di qué rol la lleva: /cell settings treasurer ROL
fund-keepers-only = Solo tesorería y coordinación anotan en el fondo. Para pedir dinero: /fund ask
fund-not-member = Esa persona no es parte de esta célula. Para cualquier otra escribe «fuera».

fund-balance = En el fondo: { $balance }
fund-empty = Todavía no ha entrado nada.
fund-line = N.º { $number } · { $day } · { $what } · { $amount }
fund-hardship = ayuda por necesidad
fund-undoes = anula la n.º { $number }
fund-words-gone = (sus palabras se borraron)
fund-button-ask = Pedir dinero
fund-waiting =
    { $count ->
        [one] { $count } cosa espera tu aprobación: /fund approve
       *[other] { $count } cosas esperan tu aprobación: /fund approve
    }

fund-in = Entra: { $amount } – { $text } (n.º { $number }, { $fund }). Ahora en el fondo: { $balance }.
fund-button-undo = Me equivoqué: anular
fund-undone = La n.º { $entry } anula la n.º { $number }: { $amount }. Ahora en el fondo: { $balance }.
fund-undo-short = En el fondo solo hay { $balance }, así que la n.º { $number } no se puede anular.
fund-entry-unknown = En este fondo no hay ninguna anotación n.º { $number }.
fund-undone-already = La n.º { $number } ya está anulada.
fund-is-undo = La n.º { $number } ya anula otra. Anota de nuevo lo que falte.

fund-out = Van a salir { $amount } (n.º { $number }). Pregunto a quienes pueden aprobarlo.
fund-asked = Pides { $amount } (n.º { $number }). Solo lo ven: { $people }. Te digo qué pasa.
fund-asked-nobody = Pides { $amount } (n.º { $number }). Ahora no hay nadie que pueda aprobarlo. Vuelvo a preguntar cada semana durante cuatro semanas.
fund-asked-few = Tienen que aprobarlo dos, y ahora no hay dos que puedan. Di a quien coordina que falta tesorería.
fund-ask-open = Ya pediste { $before } (n.º { $number }), y sigue abierto. ¿Y ahora?
fund-button-change = Cambiarlo a { $amount }
fund-button-change-words = Cambiar para qué es
fund-button-too = { $amount } además
fund-button-withdraw = Retirarlo
fund-button-withdraw-one = Retirar la n.º { $number }
fund-own = Pediste { $amount } (n.º { $number }). Sigue abierto.
fund-withdrawn = Retirado.

fund-request-ask = { $person } pide { $amount }: { $text }
fund-request-out = Van a salir { $amount } para { $person }: { $text }
fund-request-facts = N.º { $number } · { $fund }, { $cell }. En el fondo: { $balance }.
fund-request-approved = Hasta ahora lo aprueba: { $people }.
fund-request-unseen = Esto solo lo ven quienes pueden aprobarlo. Hacen falta dos.
fund-press-approve = Para aprobarlo, pulsa una vez:
fund-press-refuse = Para rechazarlo, pulsa una vez:
fund-approved-already = Ya lo has aprobado. Falta que apruebe alguien más.
fund-button-approve = Aprobar
fund-button-refuse = Rechazar
fund-mail = { $person }: el fondo tiene algo para ti. Escríbeme directamente: /fund approve
fund-which =
    { $count ->
        [one] Hay { $count } cosa abierta. ¿Cuál?
       *[other] Hay { $count } cosas abiertas. ¿Cuál?
    }
fund-nothing-waits = Nada espera por ti.
fund-request-unknown = No hay nada con ese número que puedas decidir.
fund-not-yours = Esto no lo puedes decidir tú.
fund-noted = Anotado. Salen { $amount } en cuanto lo apruebe alguien más: { $people }.
fund-noted-nobody = Anotado. Falta que alguien más apruebe { $amount }, y ahora no hay nadie que pueda. Di qué rol lleva la tesorería: /cell settings treasurer ROL
fund-paid = Lo aprobaron dos: salen { $amount }. Ahora en el fondo: { $balance }. El dinero se entrega aparte.
fund-short = En el fondo solo hay { $balance }. { $amount } sigue abierto.
fund-changed = Mientras tanto cambió la cantidad. Míralo de nuevo:
fund-refused = Rechazado. Se puede volver a pedir.
fund-over-approved = Eso ya se aprobó.
fund-over-refused = Eso se rechazó.
fund-over-withdrawn = Eso se retiró.
fund-over-ended = Eso ya no está abierto.

fund-told-approved = El fondo: se aprobaron { $amount } (n.º { $number }). Para recibirlo habla con { $people }.
fund-told-approved-alone = El fondo: se aprobaron { $amount } (n.º { $number }).
fund-told-refused = El fondo: se rechazaron { $amount } (n.º { $number }). Puedes volver a pedirlo.
fund-told-ended = El fondo: nadie decidió sobre { $amount } en cuatro semanas (n.º { $number }). Puedes volver a pedirlo.
fund-told-out-approved = El fondo: pueden salir { $amount } (n.º { $number }). Está anotado.
fund-told-out-refused = El fondo: se rechazaron { $amount } (n.º { $number }).
fund-told-out-ended = El fondo: no salen { $amount } (n.º { $number }): nadie decidió en cuatro semanas, o quien lo iba a recibir se fue.

fund-report = { $fund }, { $month }: { $balance } en el fondo.
fund-file-pdf = fondo-{ $number }-{ $stamp }.pdf
fund-file-csv = fondo-{ $number }-{ $stamp }.csv
fund-report-title = { $fund }
fund-report-subtitle = { $cell } · { $month }
fund-report-foot = { $fund } · { $month }
fund-report-before = En el fondo antes
fund-report-in = Entró
fund-report-out = Salió
fund-report-after = En el fondo después
fund-report-balance = En el fondo
fund-report-runs = El mes no ha terminado. A fecha de { $at }.
fund-report-entries = Anotaciones
fund-report-none = No entró ni salió nada.
fund-report-for = Para qué
fund-report-line = { $number }. { $day }: { $what }
fund-report-currency = Todas las cantidades en { $currency }. A quién se ayudó no está escrito en ningún sitio.
fund-report-hash = Número de control de la última anotación
fund-report-check = Guardad esta hoja. Si algo de lo anterior a este número se cambia después, el número será otro. Quien lleva el bot puede comprobarlo con: npm run steward -- fund check, y el número detrás.
fund-table-number = Número
fund-table-date = Fecha
fund-table-for = Para qué
fund-table-currency = Moneda
fund-table-hash = Número de control

fund-approver-about = Votar quién más aprueba lo que sale, además de tesorería y coordinación
fund-option-approver = Qué miembro; se puede elegir hasta a tres
fund-ask-approver = ¿Quién aprueba lo que sale, además de tesorería y coordinación?
fund-approver-not-member = No es miembro de esta célula.
fund-approver-voting = Ya estáis votando sobre esa persona.
fund-approvers-full = Ya hay tres personas elegidas o en votación. Para votar si una de ellas sigue, nómbrala: /fund approver
fund-approver-more = Una persona más aprueba lo que sale del fondo ({ $number })
fund-approver-fewer = Una persona menos aprueba lo que sale del fondo ({ $number })
fund-approver-about-more = Se trata de { $person }
fund-approver-about-fewer = Se trata de { $person }, que ahora aprueba
fund-approver-now = { $person } aprueba desde ahora lo que sale del fondo, además de tesorería y coordinación.
fund-approver-no-more = { $person } ya no aprueba lo que sale del fondo.

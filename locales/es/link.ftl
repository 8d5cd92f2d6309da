# /me link y /me unlink

link-about = Enlaza otra cuenta tuya, para que cuentes una sola vez
link-unlink-about = Hace que esta cuenta vuelva a contar por sí sola
link-option-code = El código que tu otra cuenta recibió con /me link
link-ask-code = ¿Cuál es el código? Tu otra cuenta lo consigue con /me link.
link-only-direct = Esto solo deberías verlo tú. Escríbeme /me link directamente.
link-open-direct = Escríbeme directamente

link-code = Tu código es { $code }
link-code-how = Con tu otra cuenta, escríbeme directamente: /me link { $code }. Sirve una sola vez, durante { $lasts }. Después te pregunto aquí si esa cuenta es tuya.
link-code-keep = No se lo des a nadie, ni uses un código que te haya dado otra persona.
link-code-unknown = No conozco este código. Compruébalo o pide otro con /me link desde tu otra cuenta.
link-code-used = Este código ya se usó. Pide otro con /me link desde tu otra cuenta.
link-code-expired = Este código ha caducado. Pide otro con /me link desde tu otra cuenta.
link-same-account = Esta es la cuenta que creó el código. Úsalo con tu otra cuenta.
link-already = Esta cuenta y { $account } ya están enlazadas.
link-other-federation = Este código es de otra federación. Escribe antes con esta cuenta una orden en un chat de esa federación, y luego vuelve a poner aquí el código.
link-rights = Este código es de { $account }. Si enlazas, lo que administras o coordinas será también de esa cuenta. ¿Es tuya?
link-rights-yes = Sí, esa cuenta es mía
link-entered = He preguntado a { $account } si esta cuenta es suya. Responde allí, en menos de { $lasts }.

link-is-it-yours = { $account } ha puesto tu código. ¿También es tuya esa cuenta? Entonces las dos cuentan como una sola persona.
link-yes = Sí, es mía
link-no = No
link-counts-in = Cuentas en { $cell }, y en ninguna otra. Se cambia con /me cell.
link-withdrawn = { $cell } no participa en estas campañas, así que allí se retiran tus respuestas: { $drives }
link-seat-lost = Dejas el asiento de { $cell } en el consejo { $council }
link-stands-in-no-more = Dejas de ser suplente de { $cell } en el consejo { $council }
link-closed-twice = { $count ->
    [one] Una campaña cerrada contó las dos cuentas. Sus cifras se quedan como están.
   *[other] { $count } campañas cerradas contaron las dos cuentas. Sus cifras se quedan como están.
}
link-will-ask = Las dos cuentas han respondido, y te preguntaré qué respuesta vale: { $drives }
link-which = «{ $drive }»: tus dos cuentas dieron respuestas distintas. ¿Cuál vale?
link-answer-in = Me apunto
link-answer-if = { $others ->
    [one] Si se suma { $others } más
   *[other] Si se suman { $others } más
}
link-answer-if-sector = { $others ->
    [one] Si se suma { $others } más de mi sector
   *[other] Si se suman { $others } más de mi sector
}
link-answer-withdrawn = Retirada
link-declined = No he enlazado nada. Si otra persona puso tu código, ya no le sirve.
link-too-late = Ya es tarde para eso, o ya está hecho. Empieza otra vez con /me link.
link-done = { $accounts } están enlazadas: cuentas una sola vez.
link-done-there = Esta cuenta está enlazada con { $accounts }: cuentas una sola vez. /me unlink lo deshace.
link-undo = Para deshacerlo, escribe /me unlink desde la cuenta que deba quedarse sola.

link-only-account = Esta es tu única cuenta, así que no hay nada que deshacer. Con /me link añades otra.
link-unlink-sure = ¿Hago que { $account } vuelva a contar por sí sola? Tus respuestas, avales y derechos se quedan con { $others }.
link-unlink-yes = Sí, separarla
link-unlinked = { $account } cuenta ahora por sí sola, y aún no ha respondido a ninguna campaña abierta.
link-unlinked-there = { $account } ya no es una cuenta tuya. Tus respuestas se quedan contigo.

# La tarjeta de emergencia: /help-now (commands/help-now.ts).

help-now-about = A quién llamar ya: la tarjeta de emergencia de este lugar
help-now-show-about = Mostrar la tarjeta de emergencia de este lugar, al momento
help-now-set-about = Escribir la tarjeta de emergencia; otra persona la confirma
help-now-confirm-about = Decir que la tarjeta de emergencia es correcta
help-now-refuse-about = Decir que un cambio de la tarjeta de emergencia no es correcto
help-now-option-text = Línea legal, observadores, sanitarios: cada uno con su número
help-now-ask-text = ¿Qué pone la tarjeta? Línea legal, observadores, sanitarios: cada uno en su línea, con su número.
help-now-card = Ayuda ya: { $cell }
help-now-confirmed-on = Alguien lo comprobó el { $at }.
help-now-none = Aquí no hay todavía tarjeta de emergencia. La escribe quien coordina la célula: /help-now set
help-now-stranger = No sé en qué célula estás. En su chat ve la tarjeta cualquiera: /help-now
help-now-no-cell = No cuentas en ninguna célula. Escríbelo en el chat de tu célula.
help-now-elsewhere = Esa tarjeta es de otra célula.
help-now-proposed = Anotado. Vale en cuanto otra persona compruebe los números y lo confirme en el chat. Hasta entonces sigue lo que había.
help-now-change = Nueva tarjeta de emergencia: { $cell }
help-now-change-how = ¿Quién más puede comprobar estos números? Vale en cuanto otra persona lo confirme; hasta entonces sigue lo que había.
help-now-button-confirm = Comprobado, están bien
help-now-button-refuse = No está bien
help-now-button-still = Comprobado, sigue bien
help-now-gone = Ese cambio ya no espera. Mira el más nuevo.
help-now-own = Lo escribiste tú: tiene que comprobarlo otra persona.
help-now-stands = Ya vale. Gracias por comprobarlo.
help-now-still-right = Anotado, con la fecha de hoy. Gracias por comprobarlo.
help-now-refused = No vale. Sigue lo que había.
help-now-ask-still = ¿Siguen bien estos números? Llama a uno si puedes. Puede decirlo cualquiera, con /help-now confirm; y /help-now set los cambia.

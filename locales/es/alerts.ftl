# Alertas: /alert (commands/alert.ts).

alert-about = Dar una alerta junto con otra persona
alert-begin-about = Dar una alerta; otra persona la confirma en diez minutos
alert-confirm-about = Confirmar una alerta que ha empezado otra persona: entonces sale
alert-off-about = Decir que una alerta ha terminado
alert-show-about = Las alertas en curso, con sus botones
alert-safe-about = Decir que estás a salvo; solo se muestra cuántas personas
alert-coming-about = Decir que vas; solo se muestra cuántas personas
alert-help-about = Llamar a quienes dieron la alerta, sin que lo vea nadie más
alert-receipts-about = Adónde ha llegado una alerta, y por qué no a otros sitios
alert-lift-about = Dejar que hoy salgan tres alertas más
alert-option-text = Qué pasa, y dónde
alert-ask-text = ¿Qué pasa, y dónde?
alert-option-scope = A quién: célula (cell), sector o federación (federation); si no dices más, a la célula
alert-ask-scope = ¿A quién va: célula, sector o federación?
alert-begun = Espera a que otra persona de esta célula la confirme, diez minutos. Entonces sale al momento.
alert-begun-wider = Espera a que la confirme quien coordina otra célula, o quien administra la federación, diez minutos. Se lo he preguntado directamente.
alert-reach = Las llamadas de ayuda van a quienes dan la alerta, y todavía no puedo escribirte. Abre ahora nuestro chat directo.
alert-question = { $person } da una alerta en { $cell }. ¿Quién más sabe que es así?
alert-question-how = Sale en cuanto otra persona la confirme, hasta las { $until }. Confirma solo lo que sepas.
alert-button-confirm = Es así: que salga
alert-button-off = Ha terminado
alert-button-safe = Estoy a salvo
alert-button-coming = Voy
alert-button-help = Necesito ayuda
alert-heading = Alerta: { $cell }
alert-sent =
    { $chats ->
        [one] La alerta va ahora a un chat, antes que todo lo demás.
       *[other] La alerta va ahora a { $chats } chats, antes que todo lo demás.
    }
alert-noted = Anotado. Hasta ahora: { $safe } a salvo, { $coming } de camino.
alert-counts = Hasta ahora: { $safe } a salvo, { $coming } de camino.
alert-waits = Espera a que otra persona la confirme.
alert-call = { $person } ({ $cell }) necesita ayuda. Solo lo sabéis las dos personas que disteis la alerta.
alert-call-sent = Tu llamada va ahora a { $people }, y a nadie más. Si en medio minuto no llego a nadie, te digo a quién llamar.
alert-call-sent-only = Tu llamada va ahora a { $people }, y a nadie más. No puedo escribirte directamente: /help-now muestra a quién más llamar.
alert-call-again = Tu llamada ya ha ido a { $people }.
alert-nobody = No he podido llegar a quienes dieron la alerta. Pide ayuda tú:
alert-is-over = La alerta ha terminado.
alert-ended =
    { $chats ->
        [one] Ha terminado; se avisa a un chat.
       *[other] Ha terminado; se avisa a { $chats } chats.
    }
alert-taken-back = Retirada. No ha salido nada.
alert-lapsed = Nadie confirmó tu alerta hasta las { $until }: no ha salido. Puedes darla otra vez.
alert-lapsed-late = Nadie confirmó tu alerta del { $when }: no ha salido.
alert-lifted = Allí pueden salir { $most } alertas más en un día.
alert-none = Aquí no hay ahora ninguna alerta.
alert-gone = Esa alerta ya no espera, o ha terminado.
alert-elsewhere = Esa alerta no es para una célula tuya.
alert-not-yours = Eso es para quienes la dieron, y para quien coordina una célula a la que fue.
alert-open-already = Allí hay una alerta que espera o que sigue: /alert show. /alert off la termina.
alert-too-many = Allí fueron { $most } alertas en un día. Quien administra la federación deja salir más: /alert lift
alert-why-same = Tiene que confirmarla otra persona, no otra cuenta tuya.
alert-why-other-cell = Es de otra célula: tiene que confirmarla alguien de allí.
alert-why-not-coordinators = Tan amplia necesita a dos que coordinen células distintas, o a una y a quien administra la federación.
alert-why-new = Quien entró en los últimos siete días no puede dar una alerta con alguien. Pídelo a quien lleve más tiempo.

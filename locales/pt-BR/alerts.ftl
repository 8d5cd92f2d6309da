# Os alertas: /alert (commands/alert.ts).

alert-about = Dar um alerta junto com outra pessoa
alert-begin-about = Dar um alerta; outra pessoa confirma em até dez minutos
alert-confirm-about = Confirmar um alerta que outra pessoa começou: aí ele sai
alert-off-about = Dizer que um alerta acabou
alert-show-about = Os alertas em andamento, com seus botões
alert-safe-about = Dizer que você está a salvo; só aparece quantas pessoas
alert-coming-about = Dizer que você está indo; só aparece quantas pessoas
alert-help-about = Chamar as duas pessoas que deram o alerta, sem mais ninguém ver
alert-receipts-about = Aonde um alerta chegou, e por que não chegou em outros lugares
alert-lift-about = Liberar mais três alertas hoje
alert-option-text = O que está acontecendo, e onde
alert-ask-text = O que está acontecendo, e onde?
alert-option-scope = Para quem: cell, sector ou federation; o comitê, se você não disser
alert-ask-scope = Para quem vai: comitê, setor ou federação?
alert-begun = O alerta espera até dez minutos que outra pessoa deste comitê confirme. Aí sai na hora.
alert-begun-wider = O alerta espera até dez minutos a confirmação de quem coordena outro comitê, ou administra a federação. Já perguntei no privado.
alert-reach = Os pedidos de ajuda vão para as duas pessoas que dão o alerta, e ainda não consigo escrever para você. Abra agora nossa conversa privada.
alert-question = { $person }, de { $cell }, dá um alerta. Quem mais sabe que é verdade?
alert-question-how = Sai assim que outra pessoa confirmar, até { $until }. Confirme só o que você sabe.
alert-button-confirm = É verdade: enviar
alert-button-off = Acabou
alert-button-safe = Estou a salvo
alert-button-coming = Estou indo
alert-button-help = Preciso de ajuda
alert-heading = Alerta: { $cell }
alert-sent =
    { $chats ->
        [one] O alerta vai agora para { $chats } grupo, antes de todo o resto.
       *[other] O alerta vai agora para { $chats } grupos, antes de todo o resto.
    }
alert-noted = Anotado. Até agora: { $safe } a salvo, { $coming } a caminho.
alert-counts = Até agora: { $safe } a salvo, { $coming } a caminho.
alert-waits = Falta outra pessoa confirmar.
alert-call = { $person } ({ $cell }) precisa de ajuda. Só aviso vocês, as duas pessoas que deram o alerta.
alert-call-sent = Seu pedido vai agora para { $people }, e para mais ninguém. Se em meio minuto eu não conseguir falar com nenhuma delas, digo para quem ligar.
alert-call-sent-only = Seu pedido vai agora para { $people }, e para mais ninguém. Não consigo escrever para você no privado: /help-now mostra para quem mais ligar.
alert-call-again = Seu pedido já foi para { $people }.
alert-nobody = Não consegui falar com quem deu o alerta. Peça ajuda direto:
alert-is-over = O alerta acabou.
alert-ended =
    { $chats ->
        [one] Acabou; { $chats } grupo fica sabendo.
       *[other] Acabou; { $chats } grupos ficam sabendo.
    }
alert-taken-back = Retirado. Nada saiu.
alert-lapsed = Ninguém confirmou seu alerta até { $until }: ele não saiu. Você pode dar o alerta de novo.
alert-lapsed-late = Ninguém confirmou seu alerta de { $when }: ele não saiu.
alert-lifted = Lá podem sair mais { $most } alertas dentro de um dia.
alert-none = Não há nenhum alerta aqui agora.
alert-gone = Esse alerta não espera mais, ou já acabou.
alert-elsewhere = Esse alerta não é para um comitê seu.
alert-not-yours = Isso é para as duas pessoas que deram o alerta, e para quem coordena um comitê que o recebeu.
alert-open-already = Já há um alerta esperando ou em andamento lá: /alert show. Para encerrar: /alert off.
alert-too-many = Lá já saíram { $most } alertas dentro de um dia. Quem administra a federação pode liberar mais: /alert lift
alert-why-same = Outra pessoa tem que confirmar, não outra conta sua.
alert-why-other-cell = É de outro comitê: alguém de lá tem que confirmar.
alert-why-not-coordinators = Um alerta tão amplo pede duas pessoas que coordenam comitês diferentes, ou uma e quem administra a federação.
alert-why-new = Quem entrou nos últimos sete dias não pode dar um alerta com alguém. Peça a quem está aqui há mais tempo.

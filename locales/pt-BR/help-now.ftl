# O cartão de emergência: /help-now (commands/help-now.ts).

help-now-about = Para quem ligar agora: o cartão de emergência deste lugar
help-now-show-about = Mostrar já o cartão de emergência deste lugar
help-now-set-about = Escrever o cartão de emergência; outra pessoa do comitê confirma
help-now-confirm-about = Dizer que o cartão de emergência está certo
help-now-refuse-about = Dizer que uma mudança do cartão de emergência não está certa
help-now-option-text = Plantão jurídico, observação, socorristas: cada um com o telefone
help-now-ask-text = O que diz o cartão? Plantão jurídico, observação, socorristas: uma linha e um telefone cada.
help-now-card = Ajuda já: { $cell }
help-now-confirmed-on = Conferido em { $at }.
help-now-none = Ainda não há cartão de emergência aqui. Quem coordena o comitê escreve um: /help-now set
help-now-stranger = Não sei qual é o seu comitê. No grupo dele qualquer pessoa vê o cartão: /help-now
help-now-no-cell = Você não conta em nenhum comitê. Escreva isso no grupo do seu comitê.
help-now-elsewhere = Esse cartão é de outro comitê.
help-now-proposed = Anotado. Vale assim que outra pessoa do comitê conferir os telefones e confirmar no grupo. Até lá fica o que havia antes.
help-now-change = Novo cartão de emergência: { $cell }
help-now-change-how = Quem mais pode conferir estes telefones? Vale assim que outra pessoa do comitê confirmar; até lá fica o que havia antes.
help-now-button-confirm = Conferi, está certo
help-now-button-refuse = Não está certo
help-now-button-still = Conferi, continua certo
help-now-gone = Essa mudança não espera mais. Veja a mais nova.
help-now-own = Foi você quem escreveu: outra pessoa tem que conferir.
help-now-stands = Agora vale. Agradeço a conferência.
help-now-still-right = Anotado, com a data de hoje. Agradeço a conferência.
help-now-refused = Não vale. Fica o que havia antes.
help-now-ask-still = Estes telefones continuam certos? Ligue para um, se puder. Qualquer pessoa pode dizer, com /help-now confirm; e /help-now set muda o cartão.

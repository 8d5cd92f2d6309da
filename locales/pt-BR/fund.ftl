# O caixa de um comitê: /fund (commands/fund/).

fund-about = O dinheiro do comitê: o que entra, o que sai e a ajuda pedida no privado
fund-new-about = Abrir um caixa em uma moeda
fund-in-about = Entrou dinheiro (tesouraria, coordenação)
fund-out-about = Dinheiro que vai sair, se duas pessoas aprovarem (tesouraria, coordenação)
fund-ask-about = Pedir dinheiro: só vê quem aprova
fund-approve-about = O que espera a sua aprovação
fund-refuse-about = Recusar o que foi pedido, ou retirar o que você pediu
fund-show-about = Quanto há no caixa e os últimos lançamentos
fund-report-about = Um mês do caixa: uma página para imprimir e uma tabela
fund-undo-about = Desfazer um lançamento com outro (tesouraria, coordenação)

fund-option-name = Como se chama o caixa
fund-ask-name = Como se chama o caixa? Por exemplo: Caixa de greve
fund-option-currency = A moeda: BRL, USD
fund-ask-currency = Em qual moeda?
fund-option-amount = Quanto: 12, 12,50, 1.234,50
fund-ask-amount = Quanto?
fund-option-for = Para quê, em poucas palavras; o comitê lê, então sem nomes
fund-ask-for = Para quê? O comitê lê, então sem nomes.
fund-option-ask-for = Para quê; só lê quem aprova
fund-ask-ask-for = Para que você precisa? Só lê quem aprova.
fund-option-to = Quem recebe: integrante, ou “fora”
fund-ask-to = Quem recebe? Alguém de fora, ou quem do comitê?
fund-option-fund = Qual caixa, se houver vários
fund-ask-fund = Qual caixa?
fund-option-request = O número do pedido
fund-ask-request = Qual?
fund-option-entry = O número do lançamento
fund-ask-entry = Qual lançamento? Ele tem um número: nº 3
fund-option-month = Qual mês: novembro, 2026-11
fund-ask-month = Qual mês?

fund-amount-label = { $amount }
fund-amount-for-label = { $amount }: { $text }
fund-month-label = { $month }
fund-request-label = Nº { $number }: { $amount }
fund-outside-label = Fora
fund-outside = alguém de fora
fund-amount-not-understood = Não entendi o valor. Por exemplo: 12, 12,50 ou 1.234,50
fund-amount-other-currency = Este caixa é em { $currency }. Dê o valor em { $currency }.
fund-amount-too-fine = { $currency } não tem partes tão pequenas. Dê o valor com menos casas decimais.
fund-amount-nothing = Isso não é nada. Dê um valor acima de zero.
fund-amount-too-large = Isso é mais do que eu sei contar.
fund-amount-two-ways = “{ $typed }” pode ser lido de dois jeitos. Qual deles?
fund-currency-unknown = Não conheço a moeda “{ $typed }”. Dê o código: BRL, USD, EUR
fund-month-unknown = Não entendi o mês “{ $typed }”. Por exemplo: novembro, 2026-11
fund-month-ahead = Só posso informar sobre um mês que já começou.

fund-no-cell = Você não é integrante deste comitê. Escreva isso no grupo do seu.
fund-none = Ainda não há caixa aqui. Quem coordena abre um: /fund new
fund-name-taken = Já há um caixa que se chama { $name }.
fund-made = { $name }: caixa aberto, em { $currency }. O que entra se anota com /fund in
fund-no-treasurer = Ninguém está na tesouraria ainda. Diga qual é a função: /cell settings treasurer FUNÇÃO
fund-keepers-only = Só a tesouraria e a coordenação lançam no caixa. Para pedir dinheiro: /fund ask
fund-not-member = Essa pessoa não é integrante deste comitê. Para quem é de fora, escreva “fora”.

fund-balance = No caixa: { $balance }
fund-empty = Ainda não entrou nada.
fund-line = Nº { $number } · { $day } · { $what } · { $amount }
fund-hardship = ajuda no aperto
fund-undoes = desfaz o nº { $number }
fund-words-gone = (as palavras foram apagadas)
fund-button-ask = Pedir dinheiro
fund-waiting =
    { $count ->
        [one] { $count } pedido espera a sua aprovação: /fund approve
       *[other] { $count } pedidos esperam a sua aprovação: /fund approve
    }

fund-in = Entrou: { $amount } – { $text } (nº { $number }, { $fund }). Agora no caixa: { $balance }.
fund-button-undo = Foi engano: desfazer
fund-undone = O nº { $entry } desfaz o nº { $number }: { $amount }. Agora no caixa: { $balance }.
fund-undo-short = No caixa só há { $balance }, então o nº { $number } não pode ser desfeito.
fund-entry-unknown = Não há lançamento nº { $number } neste caixa.
fund-undone-already = O nº { $number } já foi desfeito.
fund-is-undo = O nº { $number } já desfaz outro. Lance de novo o que falta.

fund-out = Pedido de saída: { $amount } (nº { $number }). Vou perguntar a quem pode aprovar.
fund-asked = Você pede { $amount } (nº { $number }). Quem vê: só { $people }. Eu aviso o que deu.
fund-asked-nobody = Você pede { $amount } (nº { $number }). Agora não há quem possa aprovar. Pergunto de novo toda semana, por quatro semanas.
fund-asked-few = Duas pessoas têm que aprovar, e agora não há duas que possam. Avise quem coordena que falta tesouraria.
fund-ask-open = Você já pediu { $before } (nº { $number }), e está em aberto. E agora?
fund-button-change = Mudar para { $amount }
fund-button-change-words = Mudar para que é
fund-button-too = Mais { $amount }, à parte
fund-button-withdraw = Retirar
fund-button-withdraw-one = Retirar o nº { $number }
fund-own = Você pediu { $amount } (nº { $number }). Ainda está em aberto.
fund-withdrawn = Retirado.

fund-request-ask = { $person } pede { $amount }: { $text }
fund-request-out = Saída de { $amount } para { $person }: { $text }
fund-request-facts = Nº { $number } · { $fund }, { $cell }. No caixa: { $balance }.
fund-request-approved = Aprovação até agora: { $people }.
fund-request-unseen = Só vê isto quem pode aprovar. Duas pessoas têm que aprovar.
fund-press-approve = Para aprovar, toque uma vez:
fund-press-refuse = Para recusar, toque uma vez:
fund-approved-already = Você já aprovou isso. Falta mais uma pessoa.
fund-button-approve = Aprovar
fund-button-refuse = Recusar
fund-mail = { $person }: algo no caixa espera por você. Fale comigo no privado: /fund approve
fund-which =
    { $count ->
        [one] Há { $count } pedido em aberto. Qual?
       *[other] Há { $count } pedidos em aberto. Qual?
    }
fund-nothing-waits = Nada espera por você.
fund-request-unknown = Não há pedido com esse número que você possa decidir.
fund-not-yours = Isso outra pessoa tem que decidir.
fund-noted = Anotado. { $amount } sai assim que mais uma pessoa aprovar: { $people }.
fund-noted-nobody = Anotado. Falta mais uma pessoa aprovar { $amount }, e agora não há quem possa. Diga a função da tesouraria: /cell settings treasurer FUNÇÃO
fund-paid = Duas pessoas aprovaram: sai { $amount }. Agora no caixa: { $balance }. A entrega do dinheiro fica com vocês.
fund-short = No caixa só há { $balance }. { $amount } fica em aberto.
fund-changed = O valor mudou nesse meio-tempo. Veja de novo:
fund-refused = Recusado. Dá para pedir de novo.
fund-over-approved = Isso já foi aprovado.
fund-over-refused = Isso foi recusado.
fund-over-withdrawn = Isso foi retirado.
fund-over-ended = Isso não está mais em aberto.

fund-told-approved = Aprovado no caixa: { $amount } (nº { $number }). Para receber, fale com { $people }.
fund-told-approved-alone = Aprovado no caixa: { $amount } (nº { $number }).
fund-told-refused = Recusado no caixa: { $amount } (nº { $number }). Você pode pedir de novo.
fund-told-ended = Sem decisão no caixa em quatro semanas: { $amount } (nº { $number }). Você pode pedir de novo.
fund-told-out-approved = Aprovado no caixa: { $amount } pode sair (nº { $number }). Está anotado.
fund-told-out-refused = Recusado no caixa: { $amount } (nº { $number }).
fund-told-out-ended = Não sai do caixa: { $amount } (nº { $number }). Ninguém decidiu em quatro semanas, ou quem ia receber saiu.

fund-report = { $fund }, { $month }: { $balance } no caixa.
fund-file-pdf = caixa-{ $number }-{ $stamp }.pdf
fund-file-csv = caixa-{ $number }-{ $stamp }.csv
fund-report-title = { $fund }
fund-report-subtitle = { $cell } · { $month }
fund-report-foot = { $fund } · { $month }
fund-report-before = No caixa antes
fund-report-in = Entrou
fund-report-out = Saiu
fund-report-after = No caixa depois
fund-report-balance = No caixa
fund-report-runs = O mês não acabou. Situação em { $at }.
fund-report-entries = Lançamentos
fund-report-none = Nada entrou nem saiu.
fund-report-for = Para quê
fund-report-line = { $number }. { $day }: { $what }
fund-report-currency = Todos os valores em { $currency }. Quem recebeu ajuda não está escrito em lugar nenhum.
fund-report-hash = Número de conferência do último lançamento
fund-report-check = Guarde esta página. Se algo antes deste número mudar depois, o número será outro. Quem cuida do bot pode conferir com: npm run steward -- fund check, e o número em seguida.
fund-table-number = Número
fund-table-date = Data
fund-table-for = Para quê
fund-table-currency = Moeda
fund-table-hash = Número de conferência

fund-approver-about = Votar quem mais aprova o que sai, além da tesouraria e da coordenação
fund-option-approver = Qual integrante; dá para escolher até três
fund-ask-approver = Quem vai aprovar o que sai, além da tesouraria e da coordenação?
fund-approver-not-member = Essa pessoa não é integrante deste comitê.
fund-approver-voting = Vocês já estão votando sobre essa pessoa.
fund-approvers-full = Já há três pessoas escolhidas ou em votação. Para votar se uma delas continua, diga quem é: /fund approver
fund-approver-more = Mais uma pessoa aprova o que sai do caixa ({ $number })
fund-approver-fewer = Uma pessoa a menos aprova o que sai do caixa ({ $number })
fund-approver-about-more = Trata-se de { $person }
fund-approver-about-fewer = Trata-se de { $person }, que hoje aprova
fund-approver-now = { $person } aprova a partir de agora o que sai do caixa, além da tesouraria e da coordenação.
fund-approver-no-more = { $person } não aprova mais o que sai do caixa.

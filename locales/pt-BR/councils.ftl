# /council, e o que se diz nos grupos de um conselho

core-of-council = Este grupo é do conselho { $council }. Use isso no grupo do seu comitê.
core-only-in-council = Isso funciona no grupo de um conselho.
core-only-in-council-of = Isso funciona no grupo de um conselho: { $councils }.
core-only-in-council-lead = Quem coordena um conselho faz isso, no grupo dele: { $councils }.
core-council-stranger = Este grupo é do conselho { $council }, e ainda não conheço você. Escreva primeiro no grupo do seu comitê: /help. Se conheço você em outra plataforma, escreva /me link para mim lá.
core-council-guest = Isso é para os comitês do conselho { $council }. Nenhum dos seus está nele.
core-needs-delegate = Isso é para as pessoas delegadas deste conselho.
core-needs-council-coordinator = Isso é para quem coordena este conselho: { $people }.
core-council-uncoordinated = Isso é para quem coordena o conselho { $council }, e agora ninguém coordena. Quem administra a federação indica alguém: /council settings coordinator
help-for-delegates = { " " }· pessoas delegadas

council-about = Os conselhos: vários comitês juntos
council-new-about = Criar um conselho de vários comitês, e um código para o primeiro grupo dele
council-code-about = Criar um código para outro grupo entrar no conselho
council-join-about = Pôr este grupo num conselho com um código (quem administra o grupo)
council-show-about = Mostrar o conselho e seus comitês
council-settings-about = Mudar um ajuste do conselho, ou os comitês dele se você administra a federação
council-leave-about = Tirar este grupo do conselho
council-option-name = Nome do novo conselho
council-ask-name = Como se chama o novo conselho?
council-option-cells = Os comitês que enviam pessoas delegadas, separados por vírgulas
council-ask-cells = Que comitês enviam pessoas delegadas? Por exemplo: Garagem 5, Garagem 6
council-option-council = O conselho, se houver vários
council-ask-council = Qual conselho?
council-ask-code = Qual é o código? Quem coordena o conselho, ou administra a federação, pega com /council code.
council-none = Ainda não há conselho aqui. Quem administra a federação cria um com /council new.
council-name-taken = Já há um conselho chamado { $name }. Escolha outro nome.
council-seats-later = { $seats } Há uma assembleia em andamento: os assentos dela só mudam depois que for encerrada.
council-remove-meets = Há uma assembleia em andamento. Dá para tirar { $cell } quando a assembleia for encerrada.
council-few-cells = Um conselho precisa de pelo menos dois comitês.
council-not-yours = Só quem administra a federação ou coordena { $council } pode fazer isso.
council-code = Conselho { $council }: o código é { $code }
council-code-how = Alguém que administra o grupo do conselho escreve lá: /council join { $code }. Vale uma vez, durante { $lasts }.
council-joined = Este grupo agora é do conselho { $council }, em { $federation }. Integrantes dos comitês dele podem me usar aqui.
council-show = Conselho { $council }, em { $federation }
council-show-cells = { $count ->
    [one] { $count } comitê: { $cells }
   *[other] { $count } comitês: { $cells }
}
council-show-sectors = { $count ->
    [one] Setor: { $sectors }
   *[other] Setores: { $sectors }
}
council-show-chats = { $count ->
    [0] Ainda sem grupo
    [one] { $count } grupo
   *[other] { $count } grupos
}
council-set-name = O conselho agora se chama { $name }.
council-set-zone = O conselho agora segue a hora de { $zone }.
council-set-language = De agora em diante falo { $language } nos grupos do conselho.
council-coordinator-sure = { $person } deve coordenar o conselho { $of }? É { $accounts }, { $cell }.
council-uncoordinated = Agora ninguém coordena o conselho { $council }. Quem administra a federação indica alguém: /council settings coordinator
council-set-coordinator = { $person } agora coordena o conselho.
council-set-treasurer = A partir de agora, quem tem a função { $role } está na tesouraria do conselho. Onde faltar gente num comitê para aprovar, essa pessoa pode.
council-set-add = { $cell } agora envia pessoas delegadas a { $council }.
council-set-remove = { $cell } não envia mais pessoas delegadas a { $council }.
council-cell-there = { $cell } já está neste conselho.
council-cell-not-there = { $cell } não está neste conselho.
council-coordinator-not-member = Só pode coordenar o conselho quem administra a federação, ou é integrante de um dos comitês.
council-leave-sure = { $count ->
    [0] Este é o único grupo do conselho { $council }. Ele deve sair?
    [one] O conselho { $council } fica com mais { $count } grupo. Este deve sair?
   *[other] O conselho { $council } fica com mais { $count } grupos. Este deve sair?
}
council-left = Este grupo não é mais do conselho { $council }.

# /setup, /cell, /sector, /me, /steward, /vouch, /help

people-somebody = alguém
people-somebody-first = Alguém

# /setup

setup-about = Preparar este grupo: nova federação com primeiro setor e comitê (quem administra o grupo)
setup-federation = Nome da rede inteira
setup-ask-federation = Como se chama a rede inteira? Por exemplo: Assembleia Operária
setup-sector = Ramo de trabalho do primeiro comitê
setup-ask-sector = Em que ramo de trabalho vocês estão? Por exemplo: transporte
setup-cell = Nome do comitê deste grupo
setup-ask-cell = Como se chama o comitê de vocês? Por exemplo: Garagem 5
setup-place = Cidade ou bairro
setup-ask-place = Onde fica o comitê? Uma cidade ou um bairro. Dá para deixar vazio.
setup-zone = Fuso horário: a cidade grande mais próxima
setup-ask-zone = Qual cidade grande tem a mesma hora? Por exemplo: São Paulo. Dá para deixar vazio.
setup-language = Idioma do grupo
setup-ask-language = Que idioma devo falar aqui? Dá para deixar vazio.
setup-done = { $federation } está no ar. Este grupo é { $cell }, do setor { $sector }, e você administra a federação.
setup-next-drive = Comece uma campanha de compromissos: /drive new
setup-next-cells = Adicione mais comitês: /cell new, e no grupo deles /cell join com o código
setup-next-members = Cada pessoa aqui vira integrante com o primeiro comando, como /help
setup-defaults = Hora: { $zone }. Idioma: { $language }. Mude com /cell settings.

# /cell

cell-about = Os comitês, seus grupos e ajustes
cell-none = Você não está em nenhum comitê. Primeiro escreva um comando em um grupo do seu.
cell-new-about = Criar um comitê e um código para o primeiro grupo dele
cell-code-about = Criar um código para outro grupo entrar neste comitê
cell-join-about = Pôr este grupo em um comitê com um código (quem administra o grupo)
cell-show-about = Mostrar o comitê deste grupo
cell-settings-about = Mudar um ajuste do comitê, ou da federação para quem a administra
cell-leave-about = Tirar este grupo do comitê
cell-option-name = Nome do novo comitê
cell-ask-name = Como se chama o novo comitê?
cell-option-sector = Setor do comitê
cell-ask-sector = De que setor ele é?
cell-option-cell = O comitê, se não for o deste grupo
cell-ask-cell = Qual comitê?
cell-option-code = O código de um grupo do comitê
cell-ask-code = Qual é o código? No comitê se consegue um com /cell code.
cell-option-key = O que mudar
cell-ask-key = O que você quer mudar?
cell-option-value = Como deve ficar
cell-ask-value = Como deve ficar?
cell-name-taken = Já há um comitê chamado { $name }. Escolha outro nome.
cell-code = { $cell }: o código é { $code }
cell-code-how = Quem administra o outro grupo escreve lá: /cell join { $code }. Vale uma vez, por { $lasts }.
cell-code-not-yours = Só quem administra a federação ou coordena { $cell } pode criar um código.
cell-joined = Este grupo agora é de { $cell }, em { $federation }. Cada pessoa aqui vira integrante com o primeiro comando, como /help.
cell-show = { $cell }, em { $federation }
cell-show-sector = Setor: { $sector }
cell-show-place = Lugar: { $place }
cell-show-zone = Hora: { $zone }. Idioma: { $language }
cell-show-members = { $count ->
    [0] Ainda sem integrantes
    [one] { $count } integrante
   *[other] { $count } integrantes
}
cell-show-chats = { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}
cell-show-coordinator = Coordenação: { $person }
cell-show-treasurer = Tesouraria: { $person }
cell-set-name = O comitê agora se chama { $name }.
cell-set-place = O lugar do comitê agora é { $place }.
cell-set-zone = A hora do comitê agora é a de { $zone }.
cell-set-language = A partir de agora falo { $language } nos grupos do comitê.
cell-set-sector = O comitê agora é do setor { $sector }.
cell-uncoordinated = Ninguém coordena { $cell } agora. Quem administra a federação escolhe alguém: /cell settings coordinator
cell-set-coordinator = { $person } agora coordena o comitê.
cell-set-treasurer = Quem tem a função { $role } agora está na tesouraria do comitê, e depois quem vier.
cell-coordinator-sure = { $person } deve coordenar o comitê { $of }? É { $accounts }, { $cell }.
cell-coordinator-not-member = Só integrante do comitê pode coordenar.
cell-leave-sure = { $count ->
    [0] Este é o único grupo de { $cell }. Se sair, só quem administra a federação pode trazer um grupo de volta. Sair?
    [one] { $cell } fica com mais { $count } grupo. Tirar este?
   *[other] { $cell } fica com mais { $count } grupos. Tirar este?
}
cell-leave-yes = Sim, sair
cell-left = Este grupo não é mais de { $cell }. Quem é integrante continua até sair.
federation-needs-steward = Esse ajuste é da federação inteira. Só quem a administra pode mudar.
federation-set-name = A federação agora se chama { $name }.
federation-set-vouches = { $count ->
    [0] Ninguém precisa mais de aval.
    [one] Compromissos agora contam quando { $count } integrante dá aval à pessoa.
   *[other] Compromissos agora contam quando { $count } integrantes dão aval à pessoa.
}
federation-set-smallest-group = { $count ->
    [one] Números agora são publicados para grupos de no mínimo { $count } pessoa. Vale para campanhas novas.
   *[other] Números agora são publicados para grupos de no mínimo { $count } pessoas. Vale para campanhas novas.
}
federation-set-interval = { $count ->
    [one] Números agora são publicados a cada minuto. Vale para campanhas novas.
   *[other] Números agora são publicados a cada { $count } minutos. Vale para campanhas novas.
}
federation-set-retention = { $count ->
    [one] Dados pessoais agora são apagados { $count } dia depois que a campanha encerra.
   *[other] Dados pessoais agora são apagados { $count } dias depois que a campanha encerra.
}

code-link = Me adicionar ao outro grupo
code-file = me-adicione.png
code-alt = Código QR do link: escaneie para me adicionar ao outro grupo
code-unknown = Não conheço este código. Confira, ou peça outro com /cell code.
code-used = Este código já foi usado. Peça outro com /cell code.
code-expired = Este código venceu. Peça outro com /cell code.
code-too-many = Foram muitos códigos errados. Dá para tentar de novo { $until }.

# /sector

sector-about = Os setores da federação
sector-new-about = Criar um setor
sector-list-about = Mostrar os setores
sector-option-name = Nome do novo setor
sector-ask-name = Como se chama o novo setor?
sector-name-taken = Já há um setor chamado { $name }.
sector-made = O setor { $name } está criado. Adicione um comitê com /cell new.
sector-list = Setores de { $federation }
sector-line = { $count ->
    [0] { $name }: ainda sem comitê
    [one] { $name }: { $count } comitê
   *[other] { $name }: { $count } comitês
}

# /me

me-about = Os seus ajustes e dados
me-show-about = Mostrar o que eu sei de você
me-cell-about = Mostrar ou mudar o comitê em que você conta
me-leave-about = Sair deste comitê
me-language-about = Escolher o idioma em que escrevo para você
me-zone-about = Escolher o seu fuso horário
me-quiet-about = Escolher as horas em que não escrevo para você no privado
me-export-about = Receber tudo o que guardo de você, como arquivo
me-forget-about = Esquecer você e apagar tudo o que é seu
me-option-cell = Um dos seus comitês
me-ask-cell = Qual dos seus comitês?
me-option-language = Idioma, como português
me-ask-language = Que idioma devo falar com você?
me-option-zone = A cidade grande mais próxima
me-ask-zone = Qual cidade grande tem a sua hora? Por exemplo: São Paulo
me-option-from = Quando começa, ou “off”
me-ask-quiet-from = Quando começa o seu horário de silêncio? Por exemplo: 22:00. Ou “off” para nenhum.
me-option-to = Quando acaba
me-ask-quiet-to = Quando acaba o seu horário de silêncio? Por exemplo: 08:00
me-show = Você em { $federation }
me-show-no-cell = Você não está em nenhum comitê agora.
me-show-cells = Integrante de { $cells }
me-show-counts-in = Você conta em { $cell }
me-show-steward = Você administra a federação
me-show-language = Idioma: { $language }
me-show-zone = Hora: { $zone }
me-show-quiet = Horário de silêncio: { $from } a { $to }
me-show-no-quiet = Sem horário de silêncio próprio: de { $from } a { $to } não pergunto nada que possa esperar
me-show-accounts = Contas: { $accounts }
me-account = { $name } ({ $platform })
me-show-vouches = { $count ->
    [one] { $count } integrante dá aval a você (mínimo: { $needed })
   *[other] { $count } integrantes dão aval a você (mínimo: { $needed })
}
me-cell-not-member = Você não é integrante de { $cell }. Primeiro escreva um comando no grupo.
me-cell-set = Agora você conta em { $cell }.
me-answers-moved = Estas suas respostas contam em { $cell }: { $drives }
me-answers-withdrawn = As suas respostas nestas campanhas foram retiradas: { $drives }
me-answers-would-move = Estas suas respostas vão contar em { $cell }: { $drives }
me-answers-would-stay-behind = { $cell } não participa destas campanhas, então as suas respostas nelas serão retiradas: { $drives }
me-answers-would-go = As suas respostas nestas campanhas serão retiradas: { $drives }
me-cell-sure = Você quer contar em { $cell }?
me-cell-yes = Sim, contar lá
me-cell-only = Você é integrante de { $cell }, e conta lá.
me-cell-which = Você conta em { $cell }. Em qual comitê você quer contar?
me-leave-which = De qual comitê você quer sair?
me-leave-sure = Você quer sair de { $cell }?
me-leave-sure-last = Você quer sair de { $cell }? É o seu único comitê: as suas respostas em campanhas abertas são retiradas.
me-leave-sure-only = Você quer sair de { $cell }? É o seu único comitê.
me-leave-yes = Sim, sair
me-left = Você saiu de { $cell }. Se escrever um comando no grupo, volta a ser integrante.
me-not-in-cell = Você não é integrante deste comitê.
me-last-steward = Só você administra a federação. Escolha antes outra pessoa, com /steward add.
me-language-set = A partir de agora falo { $language } com você.
me-zone-set = A sua hora agora é a de { $zone }.
me-quiet-set = De { $from } a { $to } só escrevo para você no privado o que não pode esperar.
me-quiet-off = Agora você não tem horário de silêncio próprio. De { $from } a { $to } continuo sem perguntar o que possa esperar.
me-quiet-none = Sem horário de silêncio
me-export = Isto é tudo o que guardo de você.
me-forget-sure = Tirar você de { $federation }, com contas, ajustes e respostas em campanhas abertas? Não dá para desfazer. As contagens de campanhas encerradas ficam.
me-forget-yes = Sim, me esqueça
me-forgotten = Esqueci você. Até mais, e se cuide.

# /steward

steward-about = Quem administra cuida da federação inteira
steward-add-about = Pôr alguém na administração da federação
steward-remove-about = Tirar alguém da administração da federação
steward-ask-person = Quem? Mencione com @.
steward-add-sure = { $person } deve administrar a federação? É { $accounts }, { $cell }. Quem administra cuida da federação inteira.
making-cell = do comitê { $cell }
making-no-cell = de nenhum comitê
steward-is-one = { $person } já administra a federação.
steward-is-none = { $person } não administra a federação.
steward-added = { $person } agora administra a federação.
steward-removed = { $person } não administra mais a federação.
steward-last = Alguém tem que administrar. Antes adicione outra pessoa, com /steward add.

# /vouch

vouch-about = Dizer que você conhece alguém, para os compromissos dessa pessoa contarem
vouch-ask-person = A quem você dá aval? Mencione com @.
vouch-off = Ninguém precisa de aval nesta federação.
vouch-yourself = O aval tem que vir de outra pessoa. Peça a quem conhece você.
vouch-left = { $person } não é integrante agora. Dê o aval quando for.
vouch-already = Você já dá aval a { $person }.
vouch-done = Valeu: agora você dá aval a { $person }. { $count ->
    [one] { $count } integrante dá (mínimo: { $needed }).
   *[other] { $count } integrantes dão (mínimo: { $needed }).
}
vouch-reached = Integrantes suficientes dão aval a você: os seus compromissos contam.
vouch-lost = Alguém que dava aval a você saiu: { $count ->
    [0] agora ninguém dá (mínimo: { $needed }).
    [one] agora { $count } integrante dá (mínimo: { $needed }).
   *[other] agora { $count } integrantes dão (mínimo: { $needed }).
} O que já conta continua contando; para novas respostas falta outro aval: peça /vouch a quem conhece você.

# /help

help-about = Mostrar o que você pode fazer aqui
help-option-command = Um comando, como drive
help-ask-command = Ajuda com qual comando?
help-meanwhile = Agora não consigo consultar nada. Isto volta a funcionar assim que eu conseguir:
help-first-unbound = Comece com /setup. Ou entre em um comitê que já existe: /cell join e o código.
help-first-council = Comece com /assembly next: quando vocês se reúnem?
help-first-coordinator = Comece com /drive new: peça algo às pessoas. Ou planeje algo: /action plan.
help-first-stranger = Comece no seu grupo: escreva /help lá, e passo a conhecer você. Se eu for novidade lá, quem administra o grupo escreve: /setup
help-first-member = Comece com /pledge: o que pedem de você, e o que você respondeu?
help-group-emergency = Em uma emergência
help-group-together = Responder e decidir
help-group-tasks = Fazer coisas em grupo
help-group-care = Cuidado entre nós
help-group-councils = Vários comitês em conjunto
help-group-own = Você
help-group-setting-up = Preparar
help-line = /{ $command }: { $about }{ $level }
help-for-everybody = { "" }
help-for-coordinators = { " " }· coordenação
help-for-stewards = { " " }· administração
help-option = { $name }: { $about }
help-option-optional = { $name }: { $about } (se quiser)
help-more = Mais sobre um deles: /help { $command }
help-not-yours = /{ $command } não é para você agora. Peça a quem coordena ou administra.
help-unknown = Não há esse comando. /help mostra todos.
help-wrong-about = Avisar de uma frase minha que está errada ou difícil de entender
help-wrong-option-text = Algumas palavras da frase como está, e o que está errado
help-wrong-ask-text = Qual frase está errada? Escreva algumas palavras como estão, e como deveria ser.
help-wrong-which = De qual você fala?
help-wrong-none = Nenhuma destas
help-wrong-told = Valeu! Quem administra a federação lê, sem o seu nome.
help-wrong-told-of = Valeu! Quem administra a federação lê, sem o seu nome. A frase: { $ids } ({ $language })
help-wrong-many = Já avisei de frases demais por enquanto. Avise desta daqui a algumas horas.
help-wrong-nobody = Aqui ninguém que eu possa avisar cuida de mim. Fale com quem mantém este bot.
help-wrong-stranger = Não sei quem avisar: ainda não conheço você de nenhum grupo. Escreva lá, ou fale com quem mantém este bot.
help-wrong-heard = Alguém diz que uma frase minha está errada:
help-wrong-where = A frase: { $ids }, em { $folder }
help-wrong-unknown = Qual frase é, não sei: não foi citada.
help-wrong-how = Como se corrige: docs/translating.md

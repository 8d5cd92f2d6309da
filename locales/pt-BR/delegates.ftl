# /delegate

delegate-about = Quem fala pelo seu comitê num conselho
delegate-choose-about = Abrir no comitê uma eleição para o conselho
delegate-stand-about = Dizer que você se candidata
delegate-propose-about = Propor alguém; eu pergunto à pessoa
delegate-accept-about = Aceitar uma proposta, ou o mandato do seu comitê
delegate-decline-about = Dizer que você não se candidata
delegate-vote-about = Sua resposta numa eleição ou revogação, sem ninguém ver
delegate-mandate-about = Dizer o mandato que deve seguir quem fala pelo seu comitê
delegate-recall-about = Perguntar ao comitê se alguém deve perder o assento
delegate-step-down-about = Deixar seu assento num conselho
delegate-show-about = Mostrar os assentos, e o que está sendo escolhido

delegate-option-seats = Quantos assentos; se não disser, todos os vazios
delegate-ask-seats = Quantos assentos?
delegate-option-alternates = Quantos suplentes; se não disser, tantos quantos assentos
delegate-ask-alternates = Quantos suplentes?
delegate-option-until = Até quando; se não disser, sem prazo
delegate-ask-until = Até quando? Por exemplo: 1 de março
delegate-option-lasts = Quanto tempo para responder; se não disser, 48 horas
delegate-ask-lasts = Quanto tempo para responder? Por exemplo: 48h
delegate-option-poll = A eleição
delegate-option-for = Nomes ou números com vírgulas, “nenhum”, “sim”, “não” ou “retirar”
delegate-ask-for = Quem você aceitaria?
delegate-option-mandate = O mandato que deve seguir quem fala pelo comitê, nas palavras de vocês
delegate-ask-mandate = O que deve defender quem fala pelo comitê?
delegate-ask-propose = Quem você propõe? Mencione com @.
delegate-ask-recall = Quem deve perder o assento? Mencione com @.

delegate-poll-gone = Esta eleição acabou e não está mais aqui.
delegate-poll-closed = Isto está encerrado. As respostas não mudam mais nada.
delegate-seats-unknown = Não entendi. Tente “2”, ou “10 max 5” para mais um a cada 10 integrantes, no máximo 5.
delegate-no-council = { $cell } ainda não está em nenhum conselho. Quem administra a federação inclui com /council settings add.
delegate-not-in-council = { $cell } não está no conselho { $council }.
delegate-no-poll = Nada está sendo escolhido no seu comitê agora.
delegate-which = Qual?
delegate-which-election = Conselho { $council }
delegate-which-recall = Revogação: { $person }
delegate-opened = Está aberto agora, nos grupos do seu comitê.
delegate-lasts = Pode durar de uma hora a 14 dias.
delegate-choosing-already = Seu comitê já está escolhendo. Veja com /delegate show.
delegate-seats-are = { $empty ->
    [0] { $all ->
        [one] O assento está ocupado. Para escolher de novo: seats:{ $all }
       *[other] Os { $all } assentos estão ocupados. Para escolher todos de novo: seats:{ $all }
    }
    [one] { $all ->
        [one] Há um assento, e está vazio. Para escolher: seats:{ $all }
       *[other] Há { $all } assentos, um deles vazio. Escolham esse, ou os { $all }.
    }
   *[other] Há { $all } assentos, { $empty } deles vazios. Escolham até { $empty }, ou os { $all }.
}

delegate-election = Quem fala por { $cell } no conselho { $council }?
delegate-places = { $seats ->
    [one] { $seats } assento
   *[other] { $seats } assentos
}, { $alternates ->
    [0] sem suplente
    [one] { $alternates } suplente
   *[other] { $alternates } suplentes
}
delegate-term-line = O período termina em { $until }.
delegate-nobody-yet = Ninguém se candidatou ainda.
delegate-candidate-line = { $number }. { $name }
delegate-proposed-line = { $number }. { $name } (proposta, falta o sim)
delegate-how = Toque em cada nome que você aceitaria. Toque de novo para tirar. Ninguém vê sua resposta.
delegate-second-round = Empate: escolham de novo, entre estes. Toque em cada nome que você aceitaria.
delegate-lot-if-tie = Se empatar de novo, um sorteio decide. O selo dele: { $seal }
delegate-stand-until = Dá para se candidatar até { $until }.
delegate-stand-over = Não dá mais para se candidatar.
delegate-turnout = Respostas: { $voted } de { $members }; mínimo: { $needed }. Até { $until }.
delegate-turnout-again = Respostas: { $voted }. Até { $until }.
delegate-name = { $name }
delegate-accepted-name = Sim: { $name }
delegate-button-none = Ninguém desses
delegate-button-stand = Eu faria
delegate-button-accept = Aceito
delegate-button-decline = Não, valeu
delegate-button-choose = Escolher
delegate-recall-question = { $person } deve perder o assento de { $cell } no conselho { $council }?
delegate-recall-yes = Sim, revogar
delegate-recall-no = Não, fica

delegate-no-quorum = Respostas de menos: { $voted } de { $members }; o mínimo era { $needed }. Tudo fica como está.
delegate-void = Isto não é mais necessário, e foi encerrado.
delegate-nobody = Não se escolheu ninguém. Tudo fica como está.
delegate-recalled = { $person } perdeu o assento: quiseram isso { $yes } de { $voted } que responderam, de { $members } integrantes.
delegate-kept = { $person } fica: quiseram a revogação { $yes } de { $voted } que responderam, de { $members } integrantes.
delegate-chosen = Resultado: { $people }
delegate-chosen-alternates = Suplentes: { $people }
delegate-score = { $number }. { $name }: { $count }
delegate-voted = Respostas: { $voted } de { $members }; o mínimo era { $needed }.
delegate-lot = Deu empate nas duas rodadas. O sorteio tirou, nesta ordem: { $people }
delegate-lot-how = Para sortear de novo: o menor SHA-256 de “{ $seed }:número” vem primeiro. Números sorteados: { $numbers }. O selo era o SHA-256 de { $seed }.
delegate-council-told = { $cell } escolheu para o conselho { $council }: { $people }

delegate-you-stand = { $person } se candidata ao assento de { $cell } no conselho { $council }.
delegate-proposed = Você propôs { $person } para { $council }. Vou perguntar; para responder: /delegate accept.
delegate-stands-already = { $person } já está na lista.
delegate-too-late = É tarde para se candidatar. A escolha já começou.
delegate-full = A lista está cheia.
delegate-counts-elsewhere = Só quem conta em { $cell } pode se candidatar lá.
delegate-holds-seat = { $person } já tem um assento lá.
delegate-you-are-proposed = Propuseram você para falar por { $cell } no conselho { $council }. Você faria? Há tempo até { $until }.
delegate-you-are-proposed-chat = { $person }, propuseram você para falar por { $cell } no conselho { $council }. Você faria? Há tempo até { $until }.
delegate-asked-another = Essa pergunta é para outra pessoa.
delegate-accepted = Você aceitou o assento de { $cell } no conselho { $council }, com o mandato.
delegate-nothing-to-accept = Nada espera o seu sim.
delegate-not-standing = Você não se candidatou.
delegate-declined = Você não se candidata ao assento de { $cell } no conselho { $council }.

delegate-accepts = Anotado: você aceitaria este nome. Toque de novo para tirar. /delegate vote mostra sua resposta toda.
delegate-taken-back = Anotado: você tirou este nome. /delegate vote mostra sua resposta toda.
delegate-voted-noted = Anotado. Você pode mudar até o fim. /delegate vote mostra sua resposta.
delegate-vote-withdrawn = Sua resposta foi retirada.
delegate-vote-elsewhere = Só quem conta em { $cell } pode responder lá.
delegate-yes-or-no = Responda “sim”, “não” ou “retirar”.
delegate-no-candidate = Ninguém na lista se chama { $typed }. Use os nomes ou números da lista.
delegate-stands-no-more = Essa pessoa não se candidata mais.
delegate-own-none = Você ainda não respondeu.
delegate-own-nobody = Sua resposta: ninguém desses.
delegate-own-people = Você aceitaria: { $people }
delegate-own-yes = Sua resposta: sim, revogar.
delegate-own-no = Sua resposta: não, fica.

delegate-mandate-set = Quem fala por { $cell } no conselho { $council } deve seguir este mandato:
delegate-new-mandate = No conselho { $council }, você deve seguir este mandato de { $cell }:
delegate-mandate = Mandato: { $mandate }
delegate-your-mandate = Você deve seguir este mandato: { $mandate }
delegate-you-are = Agora você fala por { $cell } no conselho { $council }.
delegate-asked-in-chat = { $person }, agora você fala por { $cell } no conselho { $council }. Aceita, com o mandato?
delegate-you-stand-in = Você é suplente de { $cell } no conselho { $council }: fala quando a pessoa delegada não está.
delegate-your-seat-ended = Seu assento por { $cell } no conselho { $council } terminou. Valeu pelo que você fez!
delegate-assembly-near = { $assembly } começa em { $when }.
delegate-assembly-goes-on = { $assembly } vai até { $when }.

delegate-is-none = { $person } não tem assento de { $cell } no conselho { $council }.
delegate-recall-open = O comitê já está respondendo sobre { $person }.
delegate-recall-again = O comitê acabou de decidir sobre { $person }. Dá para perguntar de novo a partir de { $next }.
delegate-recall-opened = A pergunta agora está com o comitê. Ninguém fica sabendo quem quis.
delegate-you-hold-none = Você não tem assento em nenhum conselho.
delegate-step-down-sure = Você quer deixar seu assento no conselho { $council }?
delegate-step-down-yes = Sim, deixar
delegate-stepped-down = Você deixou seu assento no conselho { $council }. Valeu pelo que você fez!

delegate-end-recalled = { $cell } tirou { $person } do conselho { $council }, por revogação.
delegate-end-stepped-down = { $person } deixou o assento de { $cell } no conselho { $council }.
delegate-end-left = { $person } saiu: o assento de { $cell } no conselho { $council } está livre.
delegate-end-elsewhere = { $person } agora conta em outro comitê: o assento de { $cell } no conselho { $council } está livre.
delegate-end-linked = { $person } tinha dois assentos com duas contas: um de { $cell } no conselho { $council } está livre.
delegate-end-term = Acabou o período de { $person } por { $cell } no conselho { $council }.
delegate-moves-up = { $person } assume.
delegate-seat-empty = O assento está vazio agora.
delegate-empty = { $count ->
    [one] { $cell } tem um assento vazio no conselho { $council }. Ninguém fala por vocês lá.
   *[other] { $cell } tem { $count } assentos vazios no conselho { $council }.
}
delegate-term-ahead = O período de { $person } por { $cell } no conselho { $council } termina em { $until }. Escolham a tempo.

delegate-show-council = Assentos do conselho { $council }
delegate-show-cell = { $cell } no conselho { $council }
delegate-cell-people = { $cell }: { $people }{ $empty ->
    [0] { "" }
    [one] , { $empty } assento vazio
   *[other] , { $empty } assentos vazios
}
delegate-cell-empty = { $count ->
    [one] { $cell }: vazio
   *[other] { $cell }: { $count } assentos, todos vazios
}
delegate-seat-line = Assento { $number }: { $person }{ $alternate }{ $accepted }{ $until }
delegate-seat-line-empty = Assento { $number }: vazio
delegate-alternate = { ", " }suplente { $person }
delegate-no-alternate = { "" }
delegate-has-accepted = { "" }
delegate-has-not-accepted = { ", " }falta aceitar o mandato
delegate-no-term = { "" }
delegate-until = { ", " }até { $until }
delegate-sectors = Assentos de todos os setores
delegate-sector-line = { $sector }: { $filled } de { $seats } ocupados

council-seats = { $count ->
    [one] Cada comitê tem { $count } assento no conselho.
   *[other] Cada comitê tem { $count } assentos no conselho.
}
council-seats-members = Cada comitê tem um assento no conselho, e mais um a cada { $per } integrantes começados, no máximo { $cap }.

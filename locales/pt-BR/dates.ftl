# Dias que um conselho propõe aos seus comitês: /date (commands/date).

date-about = Dias em que vários comitês agem juntos
date-propose-about = Perguntar aos comitês do conselho em que dias eles podem
date-show-about = Que dias foram propostos e combinados; na conversa privada, suas respostas
date-can-about = Dizer que você pode num dia proposto; ninguém vê
date-cannot-about = Dizer que você não pode num dia proposto; ninguém vê
date-agree-about = Pôr um dia em votação na assembleia, depois que ela começar
date-cancel-about = Cancelar uma proposta de dias ou, por votação, o dia combinado

date-option-what = Para que é, em poucas palavras
date-ask-what = Para que é? Poucas palavras.
date-option-days = Que dias, no máximo cinco: “1 de maio, 2 de maio”
date-ask-days = Que dias? No máximo cinco, por exemplo: 1 de maio, 2 de maio
date-option-drive = Uma campanha com números que ficam ao lado das respostas
date-option-date = Qual proposta: o número
date-ask-date = Qual proposta? O número.
date-option-day = Que dia
date-ask-day = Que dia?

date-day = { $day }
date-day-of = { $day } ({ $what })
date-weekend = { $days }
date-days-early = Os comitês têm três dias para responder, então o primeiro dia pode ser { $first }.
date-days-far = Isso é daqui a mais de um ano.
date-days-many = No máximo cinco dias de uma vez, para responder com poucos toques: { $most }.
date-many-open = Já há { $most } propostas sendo respondidas. Outra pode vir quando uma acabar: /date show
date-day-asked = Os comitês já respondem sobre { $days }: /date show
date-day-asked-elsewhere = Outro conselho pergunta agora a alguns destes comitês sobre { $days }. Dá para perguntar quando acabar.
date-left-out = Ficam fora, porque os comitês já respondem sobre isso: { $days }
date-left-out-elsewhere = Ficam fora, porque outro conselho pergunta agora sobre isso a alguns destes comitês: { $days }
date-unknown = Não conheço a proposta “{ $typed }” aqui. /date show mostra todas.
date-which = Há mais de uma proposta { $number }. Qual?
date-none = Nenhum dia foi proposto ainda.
date-none-open = Agora não há aqui nenhum dia proposto para responder: /date show
date-none-closed = Não há dia aqui que dê para combinar. Primeiro os comitês respondem: /date show
date-day-unknown = “{ $typed }” não é um dos dias propostos. Qual você quer?
date-too-late = O tempo dos comitês para responder acabou: /date show
date-not-yours = Só responde quem conta em um dos comitês da pergunta. Você conta em outro: /me show
date-still-open = Os comitês respondem até { $until }. Depois o conselho pode combinar um dia.
date-counting = As respostas dos comitês estão sendo contadas. Tente de novo em um minuto.
date-day-past = { $day } já passou.
date-agreed-already = { $day } já está combinado.
date-voting = Há uma votação aberta sobre isso: a { $vote }.
date-needs-assembly = Um conselho combina por votação na assembleia, e nenhuma está planejada: /assembly new
date-needs-assembly-at = Um conselho combina por votação na assembleia. A próxima: { $when }. Toque de novo quando ela começar.
date-vote-text = { $what }: { $day }
date-vote-move-text = { $what }: { $day } em vez de { $before }
date-vote-off-text = { $what }, { $day }: cancelar
date-move-ask = “{ $what }” está combinado para { $before }. A assembleia vota se passa para { $day }? Até lá vale { $before }.
date-button-move-sure = Sim, votar a mudança
date-none-to-cancel = Não há nada aqui para cancelar: /date show
date-off-already = Isso já foi cancelado.

date-list = Dias em comum
date-line = { $what }: { $state }
date-list-more = Uma delas inteira: /date show e o número
date-state-open = Proposta { $number }: os comitês respondem até { $until }
date-state-answered = Proposta { $number }: os comitês responderam, nada combinado ainda
date-state-voting = Proposta { $number }: a votação { $vote } é sobre { $day }
date-state-moving = Proposta { $number }: combinado para { $agreed }. A votação { $vote } é sobre passar para { $day }
date-state-voting-off = Proposta { $number }: combinado para { $agreed }. A votação { $vote } é sobre cancelar
date-state-off = Proposta { $number }: cancelada
date-state-off-agreed = Proposta { $number }: cancelada. Estava combinado para { $day }
date-state-agreed = Proposta { $number }: combinado para { $day }
date-how-council =
    { $cells ->
        [one] { $cells } comitê responde, no grupo dele: cada integrante sem ninguém ver. Até lá nada aparece, e nunca uma pessoa.
       *[other] { $cells } comitês respondem, nos grupos deles: cada integrante sem ninguém ver. Até lá nada aparece; depois, os comitês por setor, e nunca uma pessoa.
    }
date-question = Em quais destes dias você pode?
date-question-until = Em quais destes dias você pode? Dá para mudar até { $until }.
date-turnout =
    { $answered ->
        [one] { $answered } de { $members } respondeu aqui, mínimo: { $needed }
       *[other] { $answered } de { $members } responderam aqui, mínimo: { $needed }
    }
date-how-cell = Ninguém vê quem pode. Vale a última resposta. Ou fale comigo no privado: /date show
date-cell-gone = Este comitê não está mais no conselho. Ninguém precisa responder aqui.
date-button-can = { $day }: posso
date-button-cannot = { $day }: não posso
date-button-agree = Votar { $day }
date-button-move = Passar para { $day }

date-you-can = { $day }: você pode
date-you-cannot = { $day }: você não pode
date-you-nothing = { $day }: sem resposta
date-noted-can = Anotado: você pode em { $day }.
date-noted-cannot = Anotado: você não pode em { $day }.
date-missing = Falta responder: { $days }.
date-all-answered = É só isso. Dá para mudar até { $until }.

date-cells-all =
    { $cells ->
        [one] { $day }: { $can } de { $cells } comitê pode
       *[other] { $day }: { $can } de { $cells } comitês podem
    }
date-cells =
    { $cells ->
        [one] { $day }: { $can } de { $cells } comitê pode; { $rest }
       *[other] { $day }: { $can } de { $cells } comitês podem; { $rest }
    }
date-cells-cannot =
    { $cells ->
        [one] { $cells } não pode
       *[other] { $cells } não podem
    }
date-cells-tie =
    { $cells ->
        [one] { $cells } em empate
       *[other] { $cells } em empate
    }
date-cells-silent = poucas respostas em { $cells }
date-cells-few = { $day }: respostas de menos para mostrar algo
date-sector = Por setor
date-others = Setores pequenos juntos
date-ready = Firmes
date-can-of = { $can } de { $cells }
date-own = Este comitê
date-own-possible = { $day }: pode
date-own-impossible = { $day }: não pode
date-own-tie = { $day }: empate
date-own-few = Deste comitê respondeu gente de menos para mostrar o que ele disse sozinho.
date-own-no-answer = { $day }: respostas de menos
date-drive = Firmes: na campanha { $number } ({ $drive }), na última contagem.
date-drive-hidden = A campanha { $number } ({ $drive }) ainda não mostra números.
date-then = O conselho vota um dia na assembleia dele, assim que ela começar.
date-note = Um comitê pode nos dias em que a maioria de quem respondeu pode, se pelo menos um terço dos integrantes respondeu. Comitês com menos de { $members } integrantes são contados junto com outros.

date-agreed = { $council } combinou: { $day }
date-agreed-anew = { $council } combinou outro dia: { $day }
date-voted-carried = Combinado: { $day }. Todos os comitês vão saber.
date-voted-off = Cancelado: { $day }. Todos os comitês vão saber.
date-voted-stays = Fica como combinado: { $day }.
date-off = { $council } cancelou. Ninguém precisa mais responder.
date-off-agreed = { $council } cancelou: { $day }
date-voted-failed = Não combinado: { $day }. Outro dia pode ir a votação: /date show

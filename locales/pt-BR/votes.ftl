# Votações em uma assembleia e em um comitê: /vote (commands/vote.ts, commands/vote-message.ts, commands/vote-result.ts).

vote-about = Votações de um comitê ou assembleia: abrir, responder, encerrar, ver
vote-open-about = Pôr uma pergunta ao comitê ou à assembleia
vote-yes-about = Votar sim
vote-no-about = Votar não
vote-abstain-about = Abster-se
vote-close-about = Encerrar a votação e contar
vote-show-about = Mostrar uma votação; se aberta, com os botões

vote-option-text = O que se decide, em uma frase
vote-ask-text = O que se decide? Em uma frase.
vote-option-rule = Quantos votos sim são precisos: mais da metade, dois terços, ou uma parte como 3/4
vote-ask-rule = Quantos votos sim são precisos?
vote-option-base = Sobre o quê: votos válidos, presentes, ou quem tem direito a voto
vote-ask-base = Sobre o quê?
vote-base-cast = Votos válidos
vote-base-present = Presentes
vote-base-entitled = Quem tem direito a voto
vote-option-by = Em uma assembleia: assentos, ou comitês com um voto cada
vote-ask-by = O que se conta?
vote-option-secret = Ninguém fica sabendo quem votou o quê
vote-ask-secret = É secreta?
vote-option-lasts = Em um comitê: por quanto tempo dá para votar; vazio: 48 horas
vote-ask-lasts = Por quanto tempo dá para votar? Por exemplo: 48h
vote-option-quorum = Em um comitê: quantas pessoas têm que votar, como 2/3 ou 12; vazio: metade
vote-ask-quorum = Quantas pessoas têm que votar? Por exemplo: 2/3, ou 12
vote-option-vote = Qual votação: o número
vote-ask-vote = Qual votação?

vote-rule-unknown = Não conheço a regra “{ $typed }”. Tente “mais-da-metade”, “dois-terços” ou “3/4”. Menos da metade não aprova nada.
vote-quorum-unknown = Não conheço o quórum “{ $typed }”. Tente “2/3” ou “12”.
vote-which = Há várias votações com o número { $number } aqui. Qual?
vote-unknown = Não conheço aqui a votação “{ $typed }”. Escreva /vote show para ver as últimas.
vote-none-open = Não há votação aberta aqui.
vote-none = Ainda não houve votação aqui.
vote-which-open = Há várias votações abertas. Responda com os botões da que você quer dizer.
vote-one-at-a-time = Uma votação de cada vez: “{ $text }” ainda está aberta.
vote-needs-assembly = Vota-se em uma assembleia, e não há nenhuma aberta agora.
vote-not-begun = A assembleia começa em { $start }. Até lá se marca presença, e nada se decide. Abra a votação de novo quando ela começar.
vote-needs-quorum = Ainda não dá para decidir nada. { $quorum }
vote-no-seat = Só quem tem um assento em { $council } pode votar.
vote-delegate-here = A pessoa delegada do seu comitê está aqui e vota pelo assento. Se ela sair, é com você.
vote-elsewhere = Só quem conta em { $cell } pode votar lá. Você conta em outro comitê; /me cell muda isso.
vote-is-closed = Essa votação foi encerrada.
vote-cell-one-voice = Em um comitê cada integrante tem um voto: deixe “by” de fora.
vote-assembly-has-its-own = Uma assembleia tem o próprio quórum, e as votações dela não têm hora: deixe “lasts” e “quorum” de fora.
vote-lasts = Uma votação pode durar de cinco minutos a 14 dias.
vote-asked-already = Isso já está em votação. /vote show mostra.
vote-many-open = Já há { $votes } votações abertas. Espere uma ser contada, ou encerre uma.

vote-opened = A votação { $number } está aberta.
vote-in-secret = O seu voto foi recebido. Ninguém pode ver qual é. Dá para mudar até a votação ser encerrada.
vote-in-yes = Você votou sim. Dá para mudar até a votação ser encerrada.
vote-in-no = Você votou não. Dá para mudar até a votação ser encerrada.
vote-in-abstain = Você se absteve. Dá para mudar até a votação ser encerrada.
vote-done-elsewhere = Feito. Todo mundo que participa foi avisado.

vote-card-open = Votação { $number }, aberta
vote-card-open-secret = Votação { $number }, secreta
vote-card-closed = Votação { $number }, encerrada: { $closed }
vote-card-answered =
    { $answered ->
        [0] Ninguém votou ainda
        [one] { $answered } pessoa votou
       *[other] { $answered } pessoas votaram
    }
vote-card-turnout =
    { $voted ->
        [0] Ninguém de { $members } votou ainda; mínimo: { $needed }
        [one] { $voted } de { $members } votou; mínimo: { $needed }
       *[other] { $voted } de { $members } votaram; mínimo: { $needed }
    }
vote-card-until = Até { $until }
vote-card-secret-note = Ninguém fica sabendo quem votou o quê. Quando a votação é encerrada, não se guarda nada que leve a alguém.
vote-button-yes = Sim
vote-button-no = Não
vote-button-abstain = Abstenção
vote-button-close = Encerrar a votação
vote-line = { $number }: { $text } – { $result }

vote-half = mais da metade
vote-two-thirds = dois terços
vote-part = { $num }/{ $den }
vote-by-seats = por assentos
vote-by-cells = por comitês
vote-rule-cast = É preciso: { $majority } dos votos válidos, { $by }
vote-rule-present = É preciso: { $majority } de quem está presente, { $by }
vote-rule-entitled = É preciso: { $majority } de quem tem direito a voto, { $by }

# Em um comitê cada integrante tem um voto.
vote-rule-cell-cast = É preciso: { $majority } dos votos válidos, um voto por pessoa
vote-rule-cell-present = É preciso: { $majority } de quem vota, um voto por pessoa
vote-rule-cell-entitled = É preciso: { $majority } de quem conta no comitê, um voto por pessoa

vote-still-open = ainda aberta
vote-no-quorum = Não aprovada: não há mais quórum
vote-too-few = Não aprovada: votaram { $voted } de { $members }; mínimo: { $needed }
vote-nobody = Não aprovada: ninguém votou sim nem não
# "21 of 30" são números de votos; $majority: "dois terços"
vote-carried-cast = Aprovada: { $yes } de { $of } votos válidos; mínimo: { $needed } ({ $majority })
vote-carried-present = Aprovada: { $yes } de { $of } presentes; mínimo: { $needed } ({ $majority })
vote-carried-entitled = Aprovada: { $yes } de { $of } com direito a voto; mínimo: { $needed } ({ $majority })
vote-failed-cast = Não aprovada: { $yes } de { $of } votos válidos; mínimo: { $needed } ({ $majority })
vote-failed-present = Não aprovada: { $yes } de { $of } presentes; mínimo: { $needed } ({ $majority })
vote-failed-entitled = Não aprovada: { $yes } de { $of } com direito a voto; mínimo: { $needed } ({ $majority })
vote-count-seats = Assentos: sim { $yes }, não { $no }, abstenções { $abstain }
vote-count-cells = Comitês: sim { $yes }, não { $no }, abstenções { $abstain }
vote-count-members = Votos: sim { $yes }, não { $no }, abstenções { $abstain }, de { $entitled } que contam
vote-cell-voices = { $cell }: sim { $yes }, não { $no }, abstenções { $abstain }
vote-cell-yes = { $cell }: sim
vote-cell-no = { $cell }: não
vote-cell-abstain = { $cell }: abstenção
vote-cells-more =
    { $cells ->
        [one] … e mais { $cells } comitê
       *[other] … e mais { $cells } comitês
    }

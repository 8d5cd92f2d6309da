# A ata de uma assembleia, como arquivo e como página (commands/assembly/minutes-paper.ts).

minutes-file-pdf = ata-{ $number }.pdf
minutes-file-text = ata-{ $number }.md
minutes-title = Ata da assembleia { $number }
minutes-foot = { $council }, assembleia { $number }
minutes-from = Começou
minutes-to = Acabou
minutes-running = em andamento
minutes-host = Quem recebeu
minutes-host-place = { $sector }, { $place }
minutes-seats = Assentos
minutes-seats-figures =
    { $present ->
        [one] { $present } pessoa delegada presente, de { $filled } escolhidas, para { $seats } assentos
       *[other] { $present } pessoas delegadas presentes, de { $filled } escolhidas, para { $seats } assentos
    }
minutes-cells = Comitês
minutes-cells-figures = { $present } de { $cells } presentes
minutes-quorum = Quórum
minutes-quorum-needed =
    { $by ->
        [cells] Comitês que precisam estar: { $needed }
       *[seats] Assentos que precisam estar: { $needed }
    }{ $sectors ->
        [0] {""}
        [one] , de { $sectors } setor
       *[other] , de { $sectors } setores
    }
minutes-present = Quem estava
minutes-sector = Por setor
minutes-present-figures = Presentes
minutes-names = Por nome
minutes-dealt = O que foi tratado
minutes-item = { $number }. { $title }
minutes-care = Agradecimento pelo cuidado
minutes-open = Ações cuja descompressão ainda está em aberto
minutes-learnt = O que os comitês aprenderam
minutes-decisions = Decisões revistas
minutes-fund = Como estão os caixas
minutes-other = Outros assuntos
minutes-other-votes = Outras votações
minutes-not-reached = Não deu tempo; vem primeiro na próxima vez.
minutes-nothing = Nenhum ponto foi tratado.
minutes-vote = Votação { $number }: { $text }
minutes-carried = Aprovada: { $figures }
minutes-failed = Não aprovada: { $figures }
minutes-figures = { $yes } sim, { $no } não, { $abstain ->
        [one] { $abstain } abstenção
       *[other] { $abstain } abstenções
    }. Era preciso: { $needed } de { $of } { $base ->
        [present] presentes
        [entitled] com direito a voto
       *[cast] votos válidos
    }, { $by ->
        [cells] contando por comitês
       *[seats] contando por assentos
    } ({ $rule }).
minutes-vote-quorate = Presentes na hora: { $present } de { $entitled } { $by ->
        [cells] comitês
       *[seats] assentos
    }. Bastava para decidir.
minutes-vote-inquorate = Presentes na hora: { $present } de { $entitled } { $by ->
        [cells] comitês
       *[seats] assentos
    }. Não bastava para decidir.
minutes-failed-nobody = Nenhum voto contou.
minutes-failed-tie = Deu empate.
minutes-failed-few = Faltaram votos sim.
minutes-half = mais da metade
minutes-fraction = { $num }/{ $den }
minutes-secret = Por voto secreto.
minutes-moment = { $at }
minutes-names-list = { $names }

# A rodada anônima: /care checkin (commands/checkin.ts).

checkin-about = Responder três perguntas sobre como estamos, sem ninguém ver
checkin-ask-me = Como estou?
checkin-ask-need = Do que preciso?
checkin-ask-us = Como estamos?
checkin-ask-words = Diga em poucas palavras.
checkin-words-how = Ninguém fica sabendo que foi você. Não escreva nada que entregue você.
checkin-tap-good = Bem
checkin-tap-so-so = Mais ou menos
checkin-tap-tired = Com cansaço
checkin-tap-low = Mal
checkin-tap-rest = Descanso
checkin-tap-company = Companhia
checkin-tap-help = Ajuda com algo
checkin-tap-nothing = Nada por agora
checkin-tap-close = Com união
checkin-tap-fine = Tudo bem
checkin-tap-strained = Com tensão
checkin-tap-apart = Cada vez mais longe
checkin-button = Responder
checkin-button-words = Nas minhas palavras
checkin-card = Como vocês estão?
checkin-card-after = Como vocês estão depois disso? { $gathering }
checkin-how = Três perguntas, um toque cada. Ninguém vê sua resposta. Depois o grupo só vê o que pelo menos { $least } pessoas disseram igual.
checkin-until = Aberta até { $until }.
checkin-direct = Ou fale comigo no privado: /care checkin
checkin-closed = Esta rodada está encerrada.
checkin-noted = Anotado.
checkin-done = Anotado. Valeu, e se cuide.
checkin-done-change = Você pode responder de novo até { $until }. Depois o grupo vê o que pelo menos { $least } pessoas disseram igual, e quem disse o quê é apagado.
checkin-too-few =
    { $members ->
        [one] Conheço { $members } integrante deste comitê. A rodada só mostra o que { $least } pessoas dizem igual: enquanto não participarem mais, não dá para mostrar nada. Perguntem quando se encontrarem.
       *[other] Conheço { $members } integrantes deste comitê. A rodada só mostra o que { $least } pessoas dizem igual: enquanto não participarem mais, não dá para mostrar nada. Perguntem quando se encontrarem.
    }
checkin-button-begin = Começar mesmo assim
checkin-none = Não há nenhuma rodada aberta aqui.
checkin-elsewhere = Essa rodada é de outro comitê.
checkin-too-late = Essa rodada está encerrada.
checkin-result = Como estamos
checkin-result-line =
    { $people ->
        [one] { $answer }: { $people } pessoa
       *[other] { $answer }: { $people } pessoas
    }
checkin-result-words = “{ $words }”
checkin-result-none = Menos de { $least } pessoas disseram o mesmo, então nada aparece. Falem disso quando se encontrarem.
checkin-result-end = Aparece o que pelo menos { $least } pessoas disseram igual. Quem disse o quê foi apagado.

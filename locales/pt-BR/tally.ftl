# Apurações: /tally (commands/tally.ts, commands/tally-message.ts).

tally-about = Resultados de campanhas e votações: ver, publicar em muitos grupos
tally-show-about = Mostrar os números publicados de uma campanha ou o resultado de uma votação
tally-post-about = Publicar em todos os grupos a que se destinam, depois de ver a lista
tally-receipts-about = Mostrar quais grupos receberam, e por que outros não
tally-option-vote = Qual votação: o número
tally-ask-vote = Qual votação?
tally-option-to = Só estes setores, “council” para os grupos do conselho, ou “federation” para todos
tally-ask-to = Em quais grupos?

tally-one-of = Uma campanha ou uma votação, uma de cada vez.
tally-none = Ainda não há campanha aqui. Para uma votação, escreva /tally show vote:1 com o número dela.
tally-vote-open = Essa votação ainda está aberta. O resultado aparece no encerramento.
tally-not-yours = Isso cabe a quem coordena um conselho envolvido, ou a quem administra a federação.
tally-hidden = Como combinado, os números desta campanha ainda não aparecem.
tally-cell-own = Uma campanha ou votação de um comitê vai só para os grupos dele.
tally-federation-needs-steward = Só quem administra a federação pode publicar para ela inteira.
tally-nobody = Não há grupo onde publicar.
tally-not-posted = Ainda não foi publicado.

tally-preview =
    { $chats ->
        [one] Isto vai para { $chats } grupo:
       *[other] Isto vai para { $chats } grupos:
    }
tally-preview-again =
    { $chats ->
        [one] { $chats } deles já tem: lá os números antigos são trocados.
       *[other] { $chats } deles já têm: lá os números antigos são trocados.
    }
tally-button-post =
    { $chats ->
        [one] Publicar em { $chats } grupo
       *[other] Publicar em { $chats } grupos
    }
tally-posting =
    { $chats ->
        [one] Publicando em { $chats } grupo.
       *[other] Publicando em { $chats } grupos. Novos números vão tomar o lugar dos antigos lá.
    }
tally-button-receipts = Quem recebeu?
tally-receipts-of = Publicado: { $title }
tally-receipts =
    { $chats ->
        [one] Entregue em { $sent } de { $chats } grupo{ $waiting ->
            [0] {""}
            [one] , { $waiting } em espera
           *[other] , { $waiting } em espera
        }{ $failed ->
            [0] {""}
            [one] , { $failed } com falha
           *[other] , { $failed } com falha
        }
       *[other] Entregue em { $sent } de { $chats } grupos{ $waiting ->
            [0] {""}
            [one] , { $waiting } em espera
           *[other] , { $waiting } em espera
        }{ $failed ->
            [0] {""}
            [one] , { $failed } com falha
           *[other] , { $failed } com falha
        }
    }
tally-receipt-sent = { $chat }: entregue
tally-receipt-waiting = { $chat }: em espera

tally-all = No total
tally-by-sector = Por setor
tally-other-ways = Outras formas de participar
tally-people = { $people }
tally-people-last = { $people } na última contagem
tally-goal = Meta: { $goal }
tally-minimum = Cada setor: no mínimo { $minimum }
tally-firm = Firmes
tally-waiting = À espera de outras pessoas
tally-note = Números de menos de { $people } pessoas não aparecem, e menos de { $people } podem ter entrado ou saído desde a última contagem.
tally-figures =
    { $firm } { $firm ->
        [one] firme
       *[other] firmes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } em espera
       *[other] , { $waiting } em espera
    }
tally-figures-last =
    { $firm } { $firm ->
        [one] firme
       *[other] firmes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } em espera
       *[other] , { $waiting } em espera
    } na última contagem
tally-nothing = ainda sem números
tally-line = { $label }: { $figures }
tally-more-sectors =
    { $sectors ->
        [one] Mais { $sectors } setor não aparece
       *[other] Mais { $sectors } setores não aparecem
    }
tally-alt = Imagem com barras: { $title }
tally-alt-next = { $before }. { $item }
tally-file = apuracao-{ $number }.png
tally-file-vote = votacao-{ $number }.png
tally-vote-title = Votação { $number }: { $text }
tally-carried = Aprovada
tally-not-carried = Não aprovada
tally-yes = Sim
tally-no = Não
tally-abstain = Abstenções
tally-votes = { $votes }
tally-needed = Mínimo: { $needed }

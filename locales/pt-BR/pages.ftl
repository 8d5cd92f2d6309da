# Páginas com endereço próprio: calendários que acompanham (commands/following.ts), o painel de uma assembleia.

page-no-address = Este bot ainda não tem endereço público, então não mostra páginas nem calendários. Quem cuida dele pode dar um: STEWARD_PUBLIC_URL.
page-ended = Não há nada neste endereço: acabou, ou nunca houve.
page-busy = Tem gente demais pedindo neste momento. Esta página tenta de novo sozinha; um calendário, mais tarde.

following-about = Um endereço para o seu calendário: períodos, encontros, assembleias e dias combinados
following-cell-about = Um endereço para calendários: encontros, períodos, assembleias e dias combinados do comitê
following-option-action = new: um novo endereço no lugar do antigo; off: nenhum
following-option-titles = O que dizem os títulos: neutral (só que é um período ou uma reunião) ou full (tudo)
following-follows-me = O seu calendário pode acompanhar os seus períodos, quando você substitui, os encontros a que você vai, as assembleias em que tem assento e os dias que os seus conselhos combinaram. O endereço:
following-follows-cell = Calendários podem acompanhar { $cell }: encontros, períodos e assembleias, e os dias que os conselhos dele combinaram. O endereço:
following-how = Ponha no calendário, onde ele assina um endereço (“Do URL”, “Assinar”). O que muda aqui muda lá sozinho. Só mostro desta vez.
following-servers = Google e Apple leem o endereço nos servidores deles e veem o que diz. O Google leva cerca de um dia para mostrar uma mudança.
following-secret = Quem tem o endereço pode ler: não passe a ninguém. /me calendar new acaba com ele e faz outro.
following-secret-cell = Quem tem o endereço pode ler: passe só a gente do comitê. /cell calendar new acaba com ele e faz outro. Ele também acaba quando você sair do comitê.
following-old-ended = O endereço antigo acabou.
following-titles-neutral = Os títulos dizem só “Período”, “Reunião” ou “Dia”.
following-titles-full = Os títulos dizem qual função, encontro, assembleia e dia, e onde. Não há nomes de pessoas.
following-stands = Há um endereço para calendários desde { $since }. Não guardo o endereço, então não posso mostrar de novo. Se você perdeu, faça outro.
following-ended = O endereço acabou. Os calendários que o acompanhavam não recebem mais nada.
following-cell-ended = O endereço com que calendários acompanham { $cell } acabou: a pessoa a quem dei saiu do comitê. O que os calendários mostram pode estar velho. Quem coordena o comitê pode fazer outro: /cell calendar
following-none = Não há endereço.
following-not-yours = Só quem administra a federação ou coordena { $cell } pode fazer isso.
following-button-new = Novo endereço
following-button-off = Acabar com ele
following-button-full = Títulos completos
following-button-neutral = Títulos neutros

# O que o próprio calendário diz. Com títulos neutros, quem o guarda não sabe do que se trata.
following-name = Datas
following-term = Período
following-stand-in = Período (substituindo)
following-gathering = Reunião
following-assembly = Reunião grande
following-date = Dia
following-stand-in-full = { $role } (substituindo)

# O painel de uma assembleia: /assembly board (commands/assembly/board.ts).

board-about = Uma página para a parede que mostra como está a assembleia; “end” tira o painel
board-option-action = new: outro endereço no lugar do antigo; end: tirar o painel
board-made = O painel de { $assembly } está aqui:
board-how = Abra em uma tela da sala. Ele se atualiza sozinho: quórum, pauta, quem fala, votações. Só mostro o endereço desta vez.
board-names = Ele diz o nome de quem fala e de quem vem depois, como as atas de vocês.
board-no-names = Ele não diz nomes: de quem fala, diz o setor, como as atas de vocês.
board-ends = Quem tem o endereço pode ver. Acaba com a assembleia, ou com /assembly board end.
board-stands = Há um painel desde { $since }. Não guardo o endereço, então não posso mostrar de novo. Se você perdeu, faça outro.
board-has-ended = O painel foi tirado.
board-none = Não há painel.
board-button-new = Novo endereço
board-button-end = Tirar o painel

# O que o próprio painel diz, para ler de longe.
board-quorum = Quórum
board-quorum-met = Estão { $present } de { $all } assentos: basta
board-quorum-met-cells = Estão { $present } de { $all } comitês: basta
board-quorum-missing = Estão { $present } de { $all } assentos. Faltam: { $missing }
board-quorum-missing-cells = Estão { $present } de { $all } comitês. Faltam: { $missing }
board-quorum-sectors =
    { $needed ->
        [one] Está { $present } de { $needed } setor necessário
       *[other] Estão { $present } de { $needed } setores necessários
    }
board-sectors = Setores
board-sector-present = { $present } de { $seats }
board-sector-filled = { $filled } de { $seats } assentos ocupados
board-now = Agora: { $number }
board-text = { $text }
board-speaking = Com a palavra
board-next = Depois
board-person = { $name } ({ $sector })
board-vote = Votação { $number }
board-vote-open = Votação { $number }, aberta
board-vote-open-secret = Votação { $number }, aberta e secreta
board-voted-few = Votaram menos de { $least }
board-voted-steps = Votaram { $voted } ou mais
board-lost = A conexão caiu: isto aqui pode estar velho.
board-over = Este painel acabou.

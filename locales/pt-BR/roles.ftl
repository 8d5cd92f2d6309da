# Funções em rodízio: /role (commands/role).

role-about = Funções em rodízio: quem está nelas e quem vem depois
role-new-about = Criar uma função em rodízio
role-who-about = Quem tem as funções e quem vem depois
role-join-about = Entrar no rodízio de uma função
role-leave-about = Sair do rodízio de uma função
role-accept-about = Aceitar um período
role-decline-about = Dizer que você não pode em um período
role-preview-about = Quem teria os próximos períodos, como está agora
role-history-about = Quem já teve uma função
role-why-about = Por que é a vez desta pessoa
role-balance-about = Quantos períodos cada pessoa teve
role-swap-about = Oferecer o seu período em troca de outro
role-cover-about = Pedir a alguém para substituir você
role-away-about = Dizer quando você está fora
role-skip-about = Deixar passar um período seu
role-step-down-about = Deixar uma função que você tem
role-remove-about = Tirar alguém de um rodízio
role-handover-about = Deixar uma nota que só quem vem depois lê
role-edit-about = Mudar uma função
role-end-about = Encerrar uma função
role-ics-about = Os períodos como arquivo de calendário

option-role = Qual função: o número ou o nome
role-ask-which = Qual função?
role-option-unknown = Não conheço aqui a função “{ $typed }”. Escreva /role who para ver todas.
role-none = Ainda não há função aqui. Quem coordena cria uma com /role new.
role-no-cell = Ainda não conheço o seu comitê. Escreva isso no grupo dele.

role-option-name = Como se chama
role-ask-name = Como se chama a função? Por exemplo: “Ata” ou “Chaves”.
role-option-every = De quanto em quanto tempo passa: 2w, todo mês ou uma regra RFC 5545
role-ask-every = De quanto em quanto tempo passa? Toque, ou escreva: “primeira segunda do mês”.
role-option-day = Em que dia da semana
role-ask-day = Em que dia da semana?
role-option-time = A que horas
role-ask-time = A que horas? Por exemplo: “18:00”.
role-option-holders = Quantas pessoas ao mesmo tempo
role-ask-holders = Quantas pessoas ao mesmo tempo?
role-option-limit = Máximo de períodos seguidos por pessoa
role-ask-limit = Quantos períodos seguidos uma pessoa pode ter?
role-option-checklist = O que se entrega, separado por vírgulas
role-ask-checklist = O que é preciso entregar? Por exemplo: “chaves, caixa, senha”.
role-option-power = Quem está nela coordena este comitê
role-ask-power = Quem está nela coordena este comitê?
role-option-terms = Quantos períodos
role-ask-terms = Quantos períodos?
role-option-with = Com quem
role-ask-with = Com quem você quer trocar?
role-option-by = Quem substitui você
role-ask-by = Quem substitui você?
role-option-cover-end = Cancelar uma substituição
role-option-from = A partir de quando
role-ask-from = A partir de quando? Por exemplo: “segunda” ou “3 de abril 18:00”.
role-option-to = Até quando
role-ask-to = Até quando? Por exemplo: “sexta” ou “9 de abril”.
role-option-note = A nota
role-ask-note = O que a próxima pessoa deve saber? Só ela vai ler.
role-option-person = Quem
role-ask-person = Quem?
role-option-back = Dizer que você voltou
role-ask-back = Você voltou?

role-button-join = Entrar no rodízio
role-button-accept = Aceito
role-button-decline = Não posso
role-button-swap = Trocar
role-button-accept-of = Aceito: { $role }
role-button-decline-of = Não posso: { $role }
role-button-swap-of = Trocar: { $role }
role-button-take = Fica comigo
role-button-agree = Combinado
role-button-refuse = Não vai dar
role-button-call-off = Cancelar
role-button-note = Escrever uma nota
role-button-note-of = Escrever nota: { $role }
role-button-read = Ler no privado
role-button-checklist = Dizer o que se entrega
role-button-back = Voltei
role-button-end = Encerrar

# Criar, mudar, encerrar.

role-created = A função { $number }, { $role }, está criada. Quem quiser participar, toque em “Entrar no rodízio”.
role-name-taken = Já há uma função chamada { $role }.
role-day-in-rule = Essa regra já diz o dia. Deixe “day:” de fora.
role-edit-what = O que deve mudar? Por exemplo: /role edit 1 time:19:00
role-edited = Mudado: { $role }
role-end-sure = { $role } sairia do rodízio, e os próximos períodos seriam cancelados. Certeza?
role-ended = { $role } acabou. Agradecemos a quem teve essa função.
role-removed = { $person } não está mais no rodízio de { $role }.

# Os cartões.

role-overview = Funções de { $cell }
role-overview-none = Nenhuma função em rodízio aqui agora.
role-overview-line = { $number }. { $role }: { $holders } · { $then }
role-overview-nobody = { $number }. { $role }: ninguém ainda · { $then }
role-overview-more =
    { $roles ->
        [one] e mais { $roles } função
       *[other] e mais { $roles } funções
    }
role-then = depois { $people }, a partir de { $from }
role-then-nobody = a partir de { $from }: ninguém ainda
role-person-accepted = { $person } (aceitou)
role-places-open =
    { $places ->
        [one] { $places } vaga ainda livre
       *[other] { $places } vagas ainda livres
    }
role-person-acting = { $person } (por enquanto)
role-ics-event = { $role }: { $people }
role-person-stand-in = { $standin } por { $person }
role-card-now = Agora: { $holders }, até { $until }
role-card-acting = Por enquanto: { $holders }, até alguém assumir
role-card-nobody = Ninguém tem ainda.
role-card-next = Depois: { $people }, a partir de { $from }
role-card-next-nobody = A próxima passagem: { $from }. Ainda não há quem venha depois.
role-card-checklist = Para entregar:
role-card-foot =
    Função { $number } · { $rule } · { $pool ->
        [one] { $pool } pessoa no rodízio
       *[other] { $pool } pessoas no rodízio
    }
role-power-council = Em um conselho, nenhuma função traz isso. Escreva /council settings para dizer quem coordena.
role-card-power = Quem está nela coordena este comitê.
role-card-ended = Esta função acabou.

# Olhar.

role-preview-line = { $from }: { $people }
role-preview-nobody = { $from }: ninguém ainda
role-preview-foot = Como está agora. Ausências, trocas e respostas mudam isso.
role-history-none = Ninguém teve ainda.
role-history-line = { $from } até { $to }: { $person }
role-history-now = desde { $from }: { $person }
role-why-line = { $person }, a partir de { $from }
role-why-nobody = Ninguém foi escolhido ainda.
role-why-only = Mais ninguém podia.
role-why-terms =
    { $terms ->
        [0] De { $among } que podiam: nenhum período até agora, menos que todo mundo.
        [one] De { $among } que podiam: { $terms } período até agora, menos que todo mundo.
       *[other] De { $among } que podiam: { $terms } períodos até agora, menos que todo mundo.
    }
role-why-longest = De { $among } que podiam, várias tiveram tão poucos períodos. O último desta acabou há mais tempo.
role-why-draw = De { $among } que podiam, várias pessoas empatam. Decidiu um sorteio que ninguém controla.
role-why-away =
    { $people ->
        [one] { $people } pessoa está fora.
       *[other] { $people } pessoas estão fora.
    }
role-why-declined =
    { $people ->
        [one] { $people } pessoa não pode desta vez.
       *[other] { $people } pessoas não podem desta vez.
    }
role-why-role =
    { $people ->
        [one] { $people } pessoa tem outra função nesse tempo.
       *[other] { $people } pessoas têm outra função nesse tempo.
    }
role-why-limit =
    { $people ->
        [one] { $people } pessoa já teve bastantes períodos seguidos.
       *[other] { $people } pessoas já tiveram bastantes períodos seguidos.
    }
role-why-aside = Não restava mais ninguém.
role-why-aside-role = Também tem outra função nesse tempo: não restava mais ninguém.
role-why-aside-limit = Já teve bastantes períodos seguidos: não restava mais ninguém.
role-why-acting = Continua por enquanto, porque ninguém assumiu.
role-why-agreed = Quis assumir, ou foi uma troca.
role-balance-nobody = Ninguém está no rodízio ainda. Entre com /role join.
role-balance-line =
    { $terms ->
        [0] { $person }: nenhum período ainda
        [one] { $person }: { $terms } período contado
       *[other] { $person }: { $terms } períodos contados
    }
role-balance-line-last =
    { $terms ->
        [0] { $person }: nenhum período
        [one] { $person }: { $terms } período contado, o último até { $last }
       *[other] { $person }: { $terms } períodos contados, o último até { $last }
    }
role-balance-spread = Diferença entre quem teve mais e quem teve menos: { $spread }. Quem entra ou volta começa com o mínimo, para não ter que compensar nada.
role-ics = Os períodos de { $roles }, para o seu calendário. Pegue o arquivo de novo quando algo mudar.

# Revezar.

role-joined = Você está no rodízio de { $role }. Eu pergunto antes de chegar o seu período.
role-joined-already = Você já está no rodízio de { $role }.
role-left = Você não está mais no rodízio de { $role }. Agradecemos pelos seus períodos.
role-accepted = { $role } fica com você, de { $from } até { $to }. Valeu!
role-accepted-now = { $role } fica com você a partir de agora, até { $to }. Valeu!
role-volunteered = { $person } assume { $role }, até { $to }. Valeu!
role-declined = Tudo bem, valeu por avisar. Pergunto a outra pessoa sobre { $role }.
role-skipped = Tudo bem: o seu período de { $role } a partir de { $from } passa. O próximo vem como sempre.
role-stepped-down = Você deixou { $role }. Agradecemos pelo que você fez. Vou procurar outra pessoa.
role-offered = A pergunta vai para { $person }. Até a resposta, { $role } fica como está.
role-offer-swap = { $person } propõe uma troca: você fica com { $role } de { $from } até { $to }? Em troca, { $person } fica com o seu próximo período.
role-offer-cover = { $person } pede que você substitua: você cuida de { $role } de { $from } até { $to }?
role-to = { $person }, { $said }
role-agreed-swap = Combinado. { $role } fica com você, de { $from } até { $to }.
role-agreed-cover = Combinado. Você cuida de { $role } de { $from } até { $to }.
role-cover-ended = Tudo bem: { $person } não substitui mais você em { $role }. Eu aviso.
role-cover-given-back = Tudo bem, valeu por avisar. { $role } volta para { $person }. Eu aviso.
role-cover-none = Ninguém substitui você em { $role }, nem você substitui alguém.
role-refused-kindly = Tudo bem. Eu aviso, e nada muda.
role-offer-agreed = { $person } aceita e cuida de { $role } de { $from } até { $to }.
role-offer-over = Você não precisa mais cuidar de { $role } por { $person }, de { $from } até { $to }.
role-swap-over = { $person } não pode ficar com o seu próximo período de { $role }, como vocês combinaram.
role-swap-free = Você não precisa mais ficar com um período de { $role } por { $person }.
role-offer-refused = { $person } não pode cuidar de { $role } de { $from } até { $to }. Pergunte a outra pessoa, ou diga que você não pode.
role-away = Anotado: você está fora, de { $from } até { $to }. Nesse tempo nenhuma função passa para você.
role-away-given-back = Procuro outra pessoa para o que era seu nesse tempo: { $roles }.
role-away-holding = Nesse tempo você tem: { $roles }. Peça a alguém para substituir você: /role cover
role-away-order = O fim tem que vir depois do começo.
role-back = Que bom que você voltou. Eu pergunto de novo quando chegar o seu período.
role-note = { $person } deixa uma nota para você sobre { $role }: { $note }
role-note-waits = { $person }, há uma nota para você sobre { $role } que só você deve ler.
role-note-none = Não há nota para você.
role-note-brought = Passei a sua nota adiante. Mais ninguém lê.
role-note-kept = Guardo a sua nota e dou a quem assumir, na passagem. Mais ninguém lê.

role-refused-ended = { $role } acabou.
role-refused-not-in-pool = Essa pessoa não está no rodízio de { $role }. Para entrar: /role join
role-refused-not-member = Essa pessoa não é integrante aqui.
role-refused-no-turn = Não há agora um período de { $role } para isso.
role-swap-not-yet = O seu período de { $role } está previsto a partir de { $from }. Dá para trocar a partir de { $since }, quando for o próximo.
role-decline-not-yet = O seu período de { $role } está previsto a partir de { $from }. Eu pergunto antes de começar, e aí você pode dizer que não.
role-refused-turn-over = Esse período acabou. Valeu mesmo assim!
role-refused-turn-taken = Outra pessoa já assumiu. Valeu mesmo assim!
role-refused-not-yours = Isso era para outra pessoa.
role-refused-already-holder = Você já tem { $role } nesse tempo.
role-refused-away = Essa pessoa está fora nesse tempo.
role-refused-outside-term = Esse tempo fica fora do período.
role-refused-covered = Já há quem substitua nesse tempo.
role-refused-cover-over = Isso acabou. Valeu por substituir!
role-refused-offer-gone = Isso não espera mais resposta.
role-refused-past = Isso já passou, e o que passou não muda.
role-refused-oneself = Tem que ser outra pessoa.
role-refused-not-holder = Só quem tem { $role } pode fazer isso.

# O que as funções dizem por conta própria.

role-asked = { $role } ficaria com você, de { $from } até { $to }. Você pode?
role-asked-chat = { $person }, { $role } ficaria com você, de { $from } até { $to }. Você pode?
role-asked-running = Falta alguém em { $role } até { $to }. Você pode?
role-asked-running-chat = { $person }, falta alguém em { $role } até { $to }. Você pode?
role-asked-second = Ainda falta alguém em { $role } de { $from } até { $to }. Você pode? Fica com quem aceitar primeiro.
role-asked-second-chat = { $person }, ainda falta alguém em { $role } de { $from } até { $to }. Você pode? Fica com quem aceitar primeiro.
role-tomorrow =
    { $count ->
        [0] { $role } fica com você a partir de { $from }.
        [one] { $others } passa { $role } para você: { $from }.
       *[other] { $others } passam { $role } para você: { $from }.
    }
role-tomorrow-chat =
    { $count ->
        [0] { $person }, { $role } fica com você a partir de { $from }.
        [one] { $person }, { $others } passa { $role } para você: { $from }.
       *[other] { $person }, { $others } passam { $role } para você: { $from }.
    }
role-tomorrow-stand-in =
    { $count ->
        [0] Você cuida de { $role } por { $holder }, de { $from } até { $to }.
        [one] Você cuida de { $role } por { $holder }, de { $from } até { $to }. Quem passa para você: { $others }.
       *[other] Você cuida de { $role } por { $holder }, de { $from } até { $to }. Quem passa para você: { $others }.
    }
role-tomorrow-stand-in-chat =
    { $count ->
        [0] { $person }, você cuida de { $role } por { $holder }, de { $from } até { $to }.
        [one] { $person }, você cuida de { $role } por { $holder }, de { $from } até { $to }. Quem passa para você: { $others }.
       *[other] { $person }, você cuida de { $role } por { $holder }, de { $from } até { $to }. Quem passa para você: { $others }.
    }
role-leaving =
    { $count ->
        [0] O seu período de { $role } acaba em { $to }. Quem vem depois ainda está em aberto.
        [one] Você passa { $role } para { $others }: { $to }.
       *[other] Você passa { $role } para { $others }: { $to }.
    }
role-leaving-chat =
    { $count ->
        [0] { $person }, o seu período de { $role } acaba em { $to }. Quem vem depois ainda está em aberto.
        [one] { $person }, você passa { $role } para { $others }: { $to }.
       *[other] { $person }, você passa { $role } para { $others }: { $to }.
    }
role-handed = { $role } passa de { $left } para { $holders }, até { $to }. Valeu, { $left }!
role-begun = { $role } está com { $holders }, até { $to }.
role-stays =
    { $count ->
        [one] Ninguém assumiu { $role } ainda. { $people } fica por enquanto. Quem pode?
       *[other] Ninguém assumiu { $role } ainda. { $people } ficam por enquanto. Quem pode?
    }
role-nobody = Ninguém tem { $role } agora. Quem pode assumir?
role-place-free = Ainda há uma vaga em { $role }. Quem pode assumir?
role-late = Isto era para { $at }. Eu estava fora do ar.
role-relaxed-role = Perguntei a { $person } sobre { $role } a partir de { $from }, mesmo com outra função nesse tempo: não restava mais ninguém.
role-relaxed-limit = Perguntei de novo a { $person } sobre { $role } a partir de { $from }, mesmo após bastantes períodos seguidos: não restava mais ninguém.
role-nobody-for = Ainda falta alguém em { $role } a partir de { $from }, e não há mais a quem perguntar no rodízio. Quem entra?

# As rodas: /circle (commands/circle.ts).

circle-about = Uma roda por semana: quem conta uma história, quem compartilha um saber
circle-new-about = Começar a roda semanal, ou mudar seu dia e hora
circle-show-about = As próximas vezes da roda, e quem faz o quê
circle-join-about = Entrar no rodízio de quem conta histórias e compartilha saberes
circle-leave-about = Sair do rodízio da roda
circle-swap-about = Trocar sua próxima vez com alguém
circle-end-about = Encerrar a roda
circle-option-day = Em que dia da semana
circle-ask-day = Em que dia da semana?
circle-option-time = A que horas
circle-ask-time = A que horas? Por exemplo, “18:00”.
circle-option-with = Com quem
circle-ask-with = Com quem você quer trocar a sua vez?

circle-name = Roda de histórias e saberes
circle-part-story = uma história
circle-part-skill = um saber
circle-nobody = ninguém ainda
circle-line = { $time } – { $part }: { $who }
circle-rota =
    { $people ->
        [0] Ninguém no rodízio ainda. Entre, e as vezes são divididas por igual.
        [one] { $people } pessoa no rodízio. As vezes são divididas por igual.
       *[other] { $people } pessoas no rodízio. As vezes são divididas por igual.
    }
circle-none = Este comitê ainda não tem roda. Quem coordena começa uma: /circle new
circle-no-cell = Você não é integrante deste comitê. Escreva isso no grupo do seu.
circle-joined = Você está no rodízio. Aviso dois dias antes de cada vez sua.
circle-joined-already = Você já está no rodízio.
circle-left = Você saiu do rodízio. As suas vezes passam para quem vem depois.
circle-not-in = Você não está no rodízio.
circle-ended = A roda foi encerrada.
circle-ended-before = A roda foi encerrada. Não há mais roda em { $time }.
circle-no-turn = Não há nenhuma vez sua prevista. Para ver de quem é: /circle show
circle-they-no-turn = { $person } não tem uma vez que dê para trocar. Para ver quem tem: /circle show
circle-swap-asked = A pergunta vai para { $person }.
circle-swap-question = { $person } quer trocar: você ficaria com { $part } em { $time }, e essa pessoa com { $yours } em { $yourTime }. Pode ser?
circle-swap-question-chat = { $asked }, { $person } quer trocar: você ficaria com { $part } em { $time }, e essa pessoa com { $yours } em { $yourTime }. Pode ser?
circle-swap-gone = Isso é de outra pessoa, ou mudou nesse meio-tempo. Para ver quem faz o quê: /circle show
circle-swap-declined = Tudo bem, fica como está.
circle-swap-declined-there = { $person } não pode trocar. Fica como está.
circle-swap-declined-chat = { $asker }, { $person } não pode trocar. Fica como está.
circle-swapped = Trocado. Você fica com { $part } em { $time }.
circle-exchanged = Troca feita: { $turns }.
circle-has = { $person } fica com { $part } em { $time }
circle-over = Isso já passou. Valeu mesmo assim!
circle-cannot = Tudo bem. Pergunto a quem vem depois no rodízio.
circle-volunteer = Para { $time } falta alguém com { $part } para compartilhar. Quem quer?
circle-reminder = É a sua vez na roda: { $part }, em { $time }.
circle-reminder-chat = Na roda de { $time }, { $person } traz { $part } para a gente.
circle-button-join = Entrar no rodízio
circle-button-leave = Sair do rodízio
circle-button-yes = Sim, trocar
circle-button-no = Não
circle-button-cannot = Não posso
circle-button-swap = Trocar

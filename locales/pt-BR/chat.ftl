# O que o bot diz sobre comandos, botões e perguntas.

core-welcome = Oi, eu sou o Steward. Conto compromissos, por setor, e nunca mostro um nome. Quem administra o grupo escreve: /setup
# O que o Telegram mostra antes de alguém escrever: na conversa vazia (no máximo 512 caracteres) e no perfil (no máximo 120).
core-telegram-description = Faço as contas de um comitê de base: compromissos que se somam, funções em rodízio, descanso depois das ações, votações e assembleias. Coloque-me no seu grupo, onde quem administra escreve /setup. Aqui, só comigo, você responde o que mais ninguém precisa ver. Num grupo só leio comandos e respostas a mim, mais nada.
core-telegram-short-description = Faço as contas de um comitê: compromissos, funções, descanso, votações e assembleias.
# No Discord, onde ninguém colocou o bot.
core-not-added = Só trabalho em servidores onde me colocaram. Peça a quem administra este servidor para me colocar, ou fale comigo no privado.
core-hello = Oi. Escreva /help para ver o que você pode fazer, ou /me para ver o que sei de você.
core-not-known = Ainda não conheço você. Escreva primeiro no seu grupo: /help
core-in-no-group = Não vejo você no grupo de nenhum comitê. Escreva com a conta que está no grupo do seu comitê, ou escreva primeiro no grupo: /help
core-which-cell = Em qual destes comitês você conta? Depois faço o que você pediu.
core-not-set-up = Este grupo ainda não está configurado. Quem administra o grupo escreve: /setup
core-unsuited = Não faço nada nas mensagens diretas de um canal: quem cuida dele lê tudo. Fale comigo no privado, ou no seu grupo.
core-set-up-already = Este grupo já está configurado.
core-only-in-group = Isso funciona no seu grupo, não aqui.
core-only-direct = Isso só funciona quando você fala comigo no privado.

core-anonymous = Você escreve aqui em nome de um grupo, e não consigo saber quem é. Desligue “Permanecer anônimo” nos seus direitos de administrador, ou fale comigo no privado.
core-needs-member = Isso é para integrantes deste comitê.
core-needs-administrator = Só quem administra este grupo pode fazer isso. Peça a alguém.
core-needs-coordinator = Isso é para quem coordena este comitê: { $people }.
core-uncoordinated = Isso é para quem coordena este comitê, e agora ninguém coordena. Quem administra a federação indica alguém: /cell settings coordinator
core-needs-steward = Isso é para quem administra esta federação.

core-unknown-command = Não conheço isso. Escreva /help para ver o que você pode fazer.
core-did-you-mean = Você quis dizer { $command }?
core-which = /{ $command } – o que você quer fazer?
core-unknown-word = /{ $command } não conhece isso. Conhece:
core-left-over = Não entendi “{ $text }”. Escreva /help para ver o que dá para escrever.
core-no-colon = Você quis dizer “{ $key }: …”? Coloque dois-pontos depois. Se quer começar com essa palavra, coloque tudo entre aspas.
core-flag-or-text = “{ $word }” também pode ser uma palavra do seu texto.
core-part-of-text = Não, é parte do meu texto
core-outdated-command = Esse comando mudou. Tente de novo em um minuto.
core-failed = Algo deu errado, e nada mudou. Tente de novo. Se continuar, diga este número a quem administra a federação: { $id }

core-button-gone = Esse botão é antigo demais. Escreva o comando de novo.
core-button-of-another = Esse botão é de outra pessoa.
core-no-such-choice = Não existe opção com esse número aqui.
core-which-button = Várias mensagens aqui têm um botão que diz isso. Toque naquele que você quer.
core-question-gone = Essa pergunta não espera mais uma resposta sua. Escreva o comando de novo.
core-edited = Já fiz o que você tinha escrito antes de mudar. Escreva de novo numa mensagem nova.
core-edited-late = Essa mensagem é antiga demais para corrigir. Escreva de novo numa mensagem nova.
core-question-answered = Essa pergunta já foi respondida. Para começar de novo, escreva o comando outra vez.

core-answer-directly = Responda sem ninguém ver: fale comigo no privado
core-answer-waits = Tenho uma resposta que só quem pediu deve ver.
core-answers-wait = Tenho respostas para várias pessoas aqui, e só quem pediu deve ver a sua.
core-answers-read = Aqui não há mais respostas à espera.
core-too-many = É muita coisa de uma vez. Deixo de fora o que você pedir agora; espere um minuto, e faça a última de novo.
core-nothing-waits = Nada espera por você. De agora em diante posso responder aqui.
core-open-direct = Ler
core-open-direct-first = Toque em “Ler” no grupo para ver minha resposta.
core-press-again = Fiquei fora até { $until } e posso ter perdido um toque. Você tocou logo antes? Toque mais uma vez.
core-see-direct = Escrevi para você no privado.
core-asked-later = Agora não é hora de incomodar: a pergunta chega daqui a algumas horas.
core-cancelled = Tudo bem, não espero mais resposta.
core-nothing-to-cancel = Não estou esperando nenhuma resposta sua.
core-how-to-answer = Responda a esta mensagem, ou escreva “! ” antes.
core-something-else = Outra coisa
core-or-reply = Ou responda a esta mensagem com outra coisa.
core-asked = { $person }: { $question }
core-asked-below = { $person }, isto é para você:
core-sure = { $about }. Certeza?
core-sure-yes = Sim
core-skip = Deixar em branco
core-dash = Com “-” fica em branco.
core-typed-is-seen = Já li. Mas o que você escreve aqui, todo mundo aqui vê. Da próxima vez escreva sem ninguém ver:

# O que ganhamos e aprendemos: /debrief (commands/debrief).

debrief-about = O que ganhamos e aprendemos: responder sem ninguém ver, escrever, ver
debrief-answer-about = Responder o que se ganhou, se aprendeu e vem agora, sem ninguém ver
debrief-show-about = O que aprendemos até agora
debrief-write-about = Escrever no que deu um balanço, em duas ou três frases
debrief-option-text = O que aprendemos, em duas ou três frases
debrief-ask-text = O que vocês aprenderam? Duas ou três frases, sem nomes. O comitê tem dois dias para objeções.

debrief-card = O que aprendemos? { $what }
debrief-of-burst = A arrancada de { $from } até { $to }
debrief-how = O que se ganhou, o que se aprendeu, o que vem agora: responda nas suas palavras, ninguém vê que foi você. Depois o grupo vê juntas todas as respostas a uma pergunta, sem nomes, se pelo menos { $least } pessoas responderam.
debrief-until = Aberto até { $until }.
debrief-button = Responder
debrief-direct = Ou fale comigo no privado: /debrief
debrief-closed = Não dá mais para responder.
debrief-aloud = Quando se encontrarem, contem o que se ganhou, o que se aprendeu e o que vem agora. Quem coordena escreve duas ou três frases disso, sem nomes.
debrief-button-write = Escrever
debrief-button-write-of = Escrever: { $what }

debrief-which = Qual?
debrief-ask-won = O que se ganhou?
debrief-ask-learnt = O que se aprendeu?
debrief-ask-next = O que vem agora?
debrief-ask-words = Diga em poucas palavras.
debrief-words-how = Ninguém fica sabendo que foi você. Não escreva nomes, nem nada que entregue você.
debrief-button-words = Escrever
debrief-button-skip = Pular
debrief-noted = Anotado.
debrief-done = Era isso. Valeu!
debrief-done-change = Você pode responder de novo até { $until }. Depois o grupo vê as respostas a cada pergunta que pelo menos { $least } pessoas responderam, e quem disse o quê é apagado.
debrief-none = Agora não há pergunta aqui. O que se aprendeu: /debrief show
debrief-none-to-write = Agora não há pergunta. Isto ainda falta escrever:
debrief-elsewhere = Isso é de outro comitê.
debrief-too-late = Não dá mais para responder a isso.

debrief-answer = “{ $words }”
debrief-result-none = Menos de { $least } pessoas responderam à mesma pergunta, então nada aparece. Falem disso quando se encontrarem. Quem coordena escreve duas ou três frases disso, sem nomes.
debrief-result-end = Aparecem as respostas às perguntas que pelo menos { $least } pessoas responderam, em ordem alfabética. Quem disse o quê foi apagado.
debrief-written-so = Isso já está escrito, palavra por palavra: decisão { $number }. Os dois dias do comitê continuam como estavam.
debrief-then = Quem coordena faz duas ou três frases disso, sem nomes. Vocês têm dois dias para objeções.
debrief-nothing-to-write = Não há nada para escrever: a pergunta vem depois de uma ação ou arrancada.
debrief-written = Isso já está escrito (decisão { $number }). Para mudar: /decide supersede { $number }
debrief-write-later = Dá para responder até { $until }. Escreva depois disso.
debrief-voting = Vocês estão votando no que deu. Dá para reescrever quando a votação for encerrada.

debrief-learnt = O que aprendemos
debrief-line = { $what }, { $at }: { $text }
debrief-nothing-learnt = Ainda não há nada escrito. A pergunta vem depois de uma ação ou arrancada.
debrief-at-burst = Começa uma arrancada. O que aprendemos desde a anterior
debrief-open-point = Falta escrever o que aprendemos: { $what }

# O que o terminal diz quando o bot funciona sem um grupo próprio.

console-begin = Você é ana no grupo depot5, e faz também todas as outras pessoas. Comece escrevendo: /setup federation:"Nossa rede" sector:Transporte cell:"Garagem 5"
console-switch = Falar como outra pessoa: as ben, ou as ben@depot5. Escrever só para o bot: as ana@direct. Tocar num botão: presses Conte comigo. Deixar o tempo passar: wait 3 days. Todos os comandos: /help. Sair: quit
console-connect = Como conectar um grupo real no Telegram, Discord ou Matrix: docs/operators.md (em inglês).
console-no-such-button = Não há botão com esse texto aqui. A última mensagem com botões mostra cada um entre colchetes.
console-time-passes = Aqui o tempo passa sozinho. Para passar dias de uma vez, ensaie um roteiro: npm run rehearse -- examples/first-drive.txt
console-who-where = Escreva quem fala, e onde: as ben@depot5
console-talk = Não me meto na conversa. Comandos começam com “/”: /help mostra todos, /setup começa.
console-now = Agora é
console-how-long = Escreva quanto tempo: wait 2 hours, wait 3 days

# /me link e /me unlink

link-about = Vincular outra conta sua, para você contar uma vez só
link-unlink-about = Fazer desta conta uma pessoa à parte de novo
link-option-code = O código que a sua outra conta recebeu com /me link
link-ask-code = Qual é o código? A sua outra conta recebe um com /me link.
link-only-direct = Só você deve ver isto. Escreva /me link para mim no privado.
link-open-direct = Falar comigo no privado

link-code = O seu código é { $code }
link-code-how = Com a outra conta, escreva para mim no privado: /me link { $code }. Vale uma vez, por { $lasts }. Depois pergunto aqui se essa conta é sua.
link-code-keep = Não passe o código a ninguém, nem use um que outra pessoa passou.
link-code-unknown = Não conheço este código. Confira, ou pegue outro com /me link na sua outra conta.
link-code-used = Este código já foi usado. Pegue outro com /me link na sua outra conta.
link-code-expired = Este código venceu. Pegue outro com /me link na sua outra conta.
link-same-account = Esta é a conta que fez o código. Use o código com a outra conta.
link-already = Esta conta e { $account } já estão vinculadas.
link-other-federation = Este código é de outra federação. Primeiro escreva um comando com esta conta em um grupo daquela federação; depois use o código aqui de novo.
link-rights = Este código é de { $account }. Se você vincular, o seu direito de administrar ou coordenar vale também para essa conta. Ela é sua?
link-rights-yes = Sim, a conta é minha
link-entered = Perguntei a { $account } se esta conta é da mesma pessoa. Responda lá, em até { $lasts }.

link-is-it-yours = { $account } usou o seu código. Essa conta também é sua? Se for, as duas contam como uma pessoa.
link-yes = Sim, é minha
link-no = Não
link-counts-in = Você conta em { $cell }, e só lá. /me cell muda isso.
link-withdrawn = { $cell } não participa destas campanhas, então as suas respostas nelas foram retiradas: { $drives }
link-seat-lost = O assento de { $cell } no conselho { $council } não é mais seu
link-stands-in-no-more = Você não está mais na suplência de { $cell } no conselho { $council }
link-closed-twice = { $count ->
    [one] { $count } campanha encerrada contou as duas contas. Os números dela ficam como estão.
   *[other] { $count } campanhas encerradas contaram as duas contas. Os números delas ficam como estão.
}
link-will-ask = As duas contas responderam, e vou perguntar qual resposta vale: { $drives }
link-which = “{ $drive }”: as suas duas contas deram respostas diferentes. Qual vale?
link-answer-in = Conte comigo
link-answer-if = { $others ->
    [one] Se mais { $others } participar
   *[other] Se mais { $others } participarem
}
link-answer-if-sector = { $others ->
    [one] Se mais { $others } do meu setor participar
   *[other] Se mais { $others } do meu setor participarem
}
link-answer-withdrawn = Resposta retirada
link-declined = Nada foi vinculado. Se outra pessoa usou o seu código, agora ele não serve mais.
link-too-late = É tarde para isso, ou já foi feito. Comece de novo com /me link.
link-done = { $accounts }: contas vinculadas. Você conta uma vez só.
link-done-there = Esta conta agora está vinculada a { $accounts }: você conta uma vez só. /me unlink desfaz.
link-undo = Para desfazer, escreva /me unlink na conta que deve ficar à parte.

link-only-account = Esta é a sua única conta, então não há nada para desfazer. /me link adiciona outra.
link-unlink-sure = { $account } deve voltar a ser uma pessoa à parte? As suas respostas, avais e direitos ficam com { $others }.
link-unlink-yes = Sim, desvincular
link-unlinked = { $account } agora é uma pessoa à parte, e ainda não respondeu a nenhuma campanha aberta.
link-unlinked-there = { $account } não é mais uma conta sua. As suas respostas ficam com você.

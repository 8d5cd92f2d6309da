# Decisões de um comitê ou conselho: /decide (commands/decide).

decide-about = O que decidimos: anotar, fazer objeção, procurar
decide-record-about = Anotar uma decisão; vale se não houver objeção em 48 horas
decide-list-about = O que vale; com palavras, só o que tem essas palavras
decide-show-about = Uma decisão, e o que valia antes
decide-supersede-about = Pôr uma decisão nova no lugar de outra
decide-object-about = Fazer objeção a uma decisão; ninguém vê quem
decide-take-back-about = Retirar sua objeção
decide-vote-about = Pôr uma decisão em votação
decide-adopt-about = Anotar o que uma votação aprovou

decide-option-text = O que se decide, em uma frase
decide-ask-text = O que se decide? Uma frase.
decide-option-review = Quando vocês reveem, como “daqui a 3 meses”
decide-ask-review = Quando vocês reveem isso? Por exemplo: daqui a 3 meses
decide-option-decision = Qual decisão: o número
decide-ask-decision = Qual decisão? O número.
decide-option-words = Palavras que estão nela
decide-ask-words = Que palavras estão nela?

decide-unknown = Não conheço a decisão “{ $typed }” aqui. /decide list mostra todas.
decide-none = Nada foi decidido aqui ainda.
decide-none-with = Nenhuma decisão aqui tem “{ $words }”.
decide-recorded = A decisão { $number } está anotada, e aparece nos grupos dela.
decide-not-to-supersede = A decisão { $number } não vale, ou outra vai tomar o lugar dela. /decide show { $number } mostra como está.
decide-not-to-vote = A decisão { $number } já está decidida, ou em votação.
decide-adopt-elsewhere = Essa votação é de outro grupo. O que ela aprovou se anota no grupo de quem votou.
decide-adopt-open = Essa votação ainda está aberta.
decide-adopt-failed = A votação { $number } não foi aprovada.
decide-adopted-already = Isso já está anotado: decisão { $number }.

decide-waiting = Decisão { $number }: vale a partir de { $until }, se não houver objeção
decide-contested = Decisão { $number }: há objeção, então vai a votação
decide-voting = Decisão { $number }: em votação
decide-stands = Decisão { $number }: vale desde { $since }, sem objeção
decide-stands-by-vote = Decisão { $number }: vale desde { $since }, votação { $vote }: { $result }
# O que se aprendeu pode ser reescrito antes de ir a votação.
decide-rejected = Decisão { $number }: não foi tomada, foi reescrita
decide-rejected-by-vote = Decisão { $number }: não foi tomada, votação { $vote }: { $result }
decide-superseded = Decisão { $number }: não vale mais, a decisão { $by } tomou o lugar
decide-objections =
    { $objections ->
        [one] { $objections } pessoa tem objeção
       *[other] { $objections } pessoas têm objeção
    }
# Quando não dá mais para fazer objeção.
decide-objections-then =
    { $objections ->
        [one] { $objections } pessoa teve objeção
       *[other] { $objections } pessoas tiveram objeção
    }
decide-instead-of = Toma o lugar da decisão { $number }: { $text }
decide-learnt = O que aprendemos: { $what }
decide-rule-new = Uma regra nova da carta
decide-rule = Regra { $rule } da carta
decide-review-on = Para rever em { $date }
decide-how = Aparece quantas objeções, nunca de quem.
decide-button-object = Tenho objeção
decide-button-take-back = Retirar
decide-button-vote = Pôr em votação
decide-button-vote-secret = Votação secreta
decide-button-anew = Reescrever
decide-button-adopt = Anotar como decisão

decide-objected = Sua objeção à decisão { $number } está anotada. Ninguém vê que é sua. Agora precisa de votação.
decide-objected-already = Sua objeção à decisão { $number } já está anotada.
decide-taken-back = Sua objeção à decisão { $number } foi retirada.
decide-nothing-to-take-back = Você não tem objeção à decisão { $number }.
decide-too-late = Não dá mais para fazer objeção à decisão { $number }.
decide-not-yours = Só quem conta nesse comitê, ou tem assento nesse conselho, pode fazer objeção.

decide-now-stands = A decisão { $number } agora vale, sem objeção: { $text }
decide-now-contested =
    { $objections ->
        [one] { $objections } pessoa tem objeção à decisão { $number }, então vai a votação: { $text }
       *[other] { $objections } pessoas têm objeção à decisão { $number }, então vai a votação: { $text }
    }
decide-now-learnt = Sem objeção, isto é o que aprendemos (decisão { $number }): { $text }
decide-or-anew = Ou quem coordena reescreve.
decide-voted-stands = A decisão { $number } agora vale.
decide-voted-rejected = A decisão { $number } não foi tomada.
decide-review-now = É hora de rever a decisão { $number }: { $text }
decide-review-how = Fica na lista da próxima reunião até vocês se reunirem. Para mudar: /decide supersede { $number }
decide-open-contested = A decisão { $number } precisa de votação, há objeção: { $text }
decide-open-review = Para rever, a decisão { $number }: { $text }

decide-list = Decisões
decide-line = { $number }: { $text }
decide-line-superseded = { $number }: { $text } (não vale mais, veja { $by })
decide-line-rejected = { $number }: { $text } (não foi tomada)
decide-line-pending = { $number }: { $text } (ainda não vale)
decide-more =
    { $more ->
        [one] … e mais { $more }: /decide list com uma palavra dela
       *[other] … e mais { $more }: /decide list com uma palavra delas
    }
decide-history = Como se chegou a isso
decide-history-line = { $number } ({ $date }): { $text }

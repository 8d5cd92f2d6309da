# O caderno de cuidados: /care (commands/care/ledger.ts).

care-about = Cuidado: anotar, ler em voz alta, ver o seu
care-give-about = Anotar um cuidado que alguém deu
care-read-about = O cuidado deste comitê, para ler em voz alta em cinco minutos
care-mine-about = O que você deu, e o que espera o seu sim
care-option-what = O que foi dado, em poucas palavras
care-ask-what = O que foi dado? Poucas palavras bastam.
care-option-kind = De que tipo: tempo, comida, saber ou escuta
care-ask-kind = Que tipo de cuidado foi?
care-option-to = Para quem, se quiser dizer
care-ask-to = Para quem foi?
care-option-by = Quem deu, se não foi você; antes eu pergunto
care-ask-by = Quem deu?
care-option-anonymous = Sem seu nome, e sem nada que leve a você
care-ask-anonymous = Sem seu nome?

care-kind-time = tempo
care-kind-food = comida
care-kind-knowledge = saber
care-kind-listening = escuta
care-what-to = { $what } – para { $to }
care-given = Anotado: { $what }. Valeu!
care-given-unnamed = Anotado, sem seu nome. Nada leva dali até você. Valeu!
care-sort = O que foi?
care-sorted = Anotado como { $kind }: { $what }.
care-waits = Antes pergunto a { $person }. Fica anotado depois do sim.
care-no-cell = Você não é integrante deste comitê. Escreva isso no grupo do seu.
care-not-member = Essa pessoa não é integrante deste comitê.
care-to-themselves = Aqui ninguém precisa se agradecer. Deixe “to:” fora.
care-anonymous-own = Sem nome, só dá para anotar o que você deu.
care-anonymous-to = Sem seu nome, diga com palavras para quem foi, sem nomear ninguém.
care-one-at-a-time = Isso nomearia duas outras pessoas. Nomeie uma, e diga a outra com palavras.

care-ask-giver = Você deu: { $what }. Pode ficar no caderno de cuidados do seu comitê?
care-ask-recipient = Alguém anotou o que deu para você: { $what }. Seu nome pode ficar ali?
care-ask-why = O caderno é lido em voz alta quando a gente se encontra. Não há pontos nem ranking.
care-button-yes = Sim
care-button-unnamed = Sem meu nome
care-button-no = Não
care-answer-yes = Está no caderno. Valeu!
care-answer-unnamed = Está ali sem seu nome. Valeu!
care-answer-no = Foi tirado. Ninguém fica sabendo.
care-gone = Isso já foi resolvido, ou não está mais aqui.
care-mine-none = Nada espera por você, e nada seu está no caderno. Para anotar algo: /care give
care-mine =
    { $count ->
        [one] Você deu { $count } coisa que está no caderno:
       *[other] Você deu { $count } coisas que estão no caderno:
    }
care-mine-line = { $kind }: { $what } ({ $day })
care-button-remove = Tirar: { $what }
care-removed = Tirado.

care-read = O cuidado que nos sustentou
care-read-none = Ainda não há nada no caderno. Para anotar algo: /care give
care-read-line = { $name } – { $gave }
care-read-part = { $kind }: { $things }
care-read-names = Agradecemos a { $names }.
care-read-end = Leia em voz alta, devagar. A ordem é outra a cada vez.

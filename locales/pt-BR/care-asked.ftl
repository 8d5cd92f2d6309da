# Os cuidados que se pedem e se oferecem: /care need, /care offer (commands/care/asked.ts).

care-need-about = Pedir um cuidado sem ninguém ver: carona, cama, cuidado de crianças, comida
care-offer-about = Oferecer um cuidado que você pode dar várias vezes
care-need-option-what = Do que você precisa, em poucas palavras
care-need-ask-what = Do que você precisa? Poucas palavras bastam.
care-need-option-when = Quando você precisa
care-need-ask-when = Quando você precisa?
care-need-option-form = Que tipo de cuidado é
care-need-ask-form = Que tipo de cuidado é? Assim acho quem oferece.
care-need-form-unknown = Não conheço esse tipo de cuidado.
care-offer-option-form = O que você oferece: caronas, cuidado de crianças, hospedagem, ou nas suas palavras
care-offer-ask-form = O que você oferece?

care-form-shelter = Hospedagem
care-form-other = Outra coisa
care-need-what = { $what } ({ $form })

care-need-asked = Você pede: { $what }, { $time }.
care-need-asked-how = Pergunto a quem oferece isso, uma pessoa de cada vez. Essas pessoas e a coordenação leem do que você precisa, mas não que é você. Mais ninguém lê.
care-need-reach = Só posso avisar que alguém pode depois que você falar comigo no privado.
care-need-before-meeting = Se ninguém puder até { $time }, a próxima reunião lê, sem seu nome: “{ $line }”
care-need-at-meeting = A próxima reunião lê, sem seu nome: “{ $line }”
care-open-point = { $form }: alguém precisa em { $day }, e ninguém pode ainda. Quem puder: /care offer
care-need-searching = Você pede: { $what }, { $time }. Ninguém disse sim ainda; continuo perguntando.
care-need-nobody = Até agora ninguém pode: { $what }, { $time }. Continuo perguntando.
care-need-lost = Quem tinha dito sim não vai poder.
care-need-past = Isso já passou. Quando você precisa?
care-need-far = Está longe demais: no máximo { $days } dias.
care-need-many = Você já pede { $most } coisas. Retire uma antes: /care mine

care-need-question = Alguém de { $cell } precisa de: { $what }, { $time }. Você oferece isso. Pode?
care-need-question-how = Você fica sabendo quem é depois que os dois lados disserem sim. Se não puder, ninguém fica sabendo.
care-need-coordinator = Alguém de { $cell } precisa de: { $what }, { $time }. Pergunto a quem oferece isso.
care-need-coordinator-open = Até agora ninguém pode, em { $cell }: { $what }, { $time }. Fica como ponto em aberto da próxima reunião de vocês, sem nome.
care-need-coordinator-how = Só você e quem oferece isso leem. Quem é, só digo a quem vai dar, depois que os dois lados disserem sim.
care-need-yes = Valeu! Pergunto a quem precisa, e escrevo para você quando vier o sim.
care-need-no = Tudo bem. Ninguém fica sabendo.
care-need-cannot = Tudo bem. Aviso que não vai dar, e pergunto a outra pessoa.
care-need-taken = Outra pessoa já disse sim. Valeu!
care-need-gone = Isso já foi resolvido, ou não precisa mais.

care-need-match = Alguém pode: { $what }, { $time }. Coloco vocês em contato?
care-need-match-how = Aí cada lado fica sabendo quem é o outro. Se não, o outro lado só fica sabendo que não precisa.
care-need-found = { $person } pode: { $what }, { $time }.
care-need-given = { $person } precisa de: { $what }, { $time }, e você cuida disso.
care-need-write = O resto vocês combinam entre si.
care-need-another = Tudo bem. Pergunto a outra pessoa.
care-need-back = Retirado. Se alguém tinha dito sim, aviso que não precisa mais.
care-need-unlisted = Tudo bem, a reunião não lê. Continuo perguntando.
care-need-lost-before = Quem tinha dito sim não pode mais. Continuo perguntando.
care-need-told-gone = O seu sim para { $time } não é mais necessário. Valeu!
care-need-in-ledger = um cuidado que foi pedido

care-need-button-can = Posso
care-need-button-cannot = Não posso
care-need-button-after-all = Não vou poder
care-need-button-agree = Sim, coloque em contato
care-need-button-another = Não, outra pessoa
care-need-button-back = Retirar
care-need-button-not-needed = Não precisa mais
care-need-button-unlisted = Na reunião não

care-offered = Você oferece: { $form }. Vale até { $day }; diga de novo, e vale por mais tempo.
care-offered-how = Quando alguém precisar eu pergunto, sem ninguém ver. Ninguém vê que você oferece.
care-offer-reach = Só posso perguntar depois que você falar comigo no privado.
care-offer-button-back = Não mais: { $form }
care-offer-back = Retirado. Ninguém fica sabendo.
care-offer-short =
    { $least ->
        [one] Diga com uma palavra de { $least } letra ou mais o que você oferece: caronas, cuidado de crianças, ou nas suas palavras.
       *[other] Diga com uma palavra de { $least } letras ou mais o que você oferece: caronas, cuidado de crianças, ou nas suas palavras.
    }
care-offer-little = Isso não diz o que você oferece. Diga o que é: caronas, cuidado de crianças, ou nas suas palavras.
care-offer-near = Você quis dizer { $form }?
care-offer-button-as-written = Como escrevi: { $form }
care-offer-other = Então diga em poucas palavras o que você oferece: consertar bicicleta, companhia à noite.
care-offer-many = Você já oferece { $most } coisas. Retire uma antes: /care mine

# Campanhas de compromissos: /drive (commands/drive).

drive-about = Campanhas de compromissos: abrir, ver, mudar, encerrar
drive-new-about = Abrir uma campanha
drive-show-about = Mostrar uma campanha
drive-list-about = Mostrar as campanhas deste comitê
drive-edit-about = Mudar uma campanha; depois da primeira resposta, só o texto e o prazo
drive-close-about = Encerrar uma campanha antes do prazo
drive-remind-about = Lembrar os grupos de uma campanha, no máximo uma vez por dia
drive-ladder-about = Campanhas que seguem umas às outras: onde se perdeu gente
drive-poster-about = Uma página para a parede: pergunta, reivindicações, meta, prazo

option-drive = Qual campanha: o número ou o nome
drive-ask-which = Qual campanha?
drive-option-unknown = Não conheço aqui a campanha “{ $typed }”. Escreva /drive list para ver todas.
drive-option-elsewhere = Essa campanha não está aqui. Escreva /drive list para ver as que estão.
drive-option-question = O que você pede às pessoas
drive-ask-question = O que você pede às pessoas?
drive-option-goal = Quantos compromissos firmes: um número ou uma porcentagem de integrantes
drive-ask-goal = Quantos compromissos firmes são precisos? Um número, como “50”, ou “30%” de integrantes.
drive-option-deadline = Até quando dá para responder
drive-ask-deadline = Até quando dá para responder? Por exemplo: “sexta 18:00”.
drive-option-scope = Para quem é: este comitê, setores ou toda a federação
drive-ask-scope = Para quem é?
drive-option-sectors = Quais setores, se não for o seu
drive-ask-sectors = Quais setores?
drive-option-reveal = Quando os números aparecem: sempre, na meta ou no encerramento
drive-ask-reveal = Quando os números aparecem?
drive-option-minimum = Mínimo de compromissos firmes em cada setor
drive-ask-minimum = De quantos compromissos firmes cada setor precisa no mínimo?
drive-option-name = Um nome curto
drive-ask-name = Qual é o nome curto?
drive-option-demands = O que vocês reivindicam: até cinco linhas, separadas por ponto e vírgula
drive-ask-demands = O que vocês reivindicam? Até cinco linhas: “Turnos seguros; Oito horas de descanso”.
drive-option-ways = De duas a cinco formas de participar, com ponto e vírgula; a meta conta a primeira
drive-ask-ways = Formas de participar, duas a cinco: “Não entrar; Usar um broche”. A meta conta a primeira.
drive-option-after = A campanha que esta segue, como próximo passo
drive-ask-after = Qual campanha ela segue?

drive-none = Ainda não há campanha aqui.
drive-none-open = Não há campanha aberta aqui.
drive-no-cell = Ainda não conheço o seu comitê. Escreva isso no grupo dele.
drive-sectors-need-scope = Setores vão com “scope:sector”.
drive-scope-needs-steward = Uma campanha além do comitê cabe a quem administra a federação.
drive-of-another-cell = Essa campanha é de outro comitê.
drive-after-of-cell = Essa campanha é só de um comitê e não aparece em outro lugar. Só uma campanha desse comitê pode segui-la.
drive-after-later = Uma campanha só pode seguir outra que foi aberta antes.
drive-closed-already = Essa campanha já foi encerrada.
drive-edit-what = O que deve mudar? Por exemplo: /drive edit deadline:"sexta 18:00"
drive-edit-unknown = “{ $word }” não pode mudar. O que pode: question, deadline, goal, reveal, minimum, name, demands, ways, after.
drive-edit-answered = Já há respostas. Agora só o texto e o prazo podem mudar.
drive-reminded-already = O lembrete já foi há menos de um dia. Próxima vez: { $next }.

drive-opened =
    { $chats ->
        [one] A campanha { $number } está aberta.
       *[other] A campanha { $number } está aberta em { $chats } grupos.
    }
drive-warn-goal =
    { $members ->
        [0] Ainda não conheço integrantes aqui.
        [one] Só conheço { $members } integrante até agora; a meta é maior.
       *[other] Só conheço { $members } integrantes até agora; a meta é maior.
    }
drive-warn-minimum = O mínimo em { $sectors } nunca vai aparecer como atingido: há poucos integrantes lá.
drive-warn-small = Com menos de { $people } integrantes, o total não vai ser exato no encerramento: revelaria respostas.
drive-edited = Mudado.
drive-done-everywhere = Feito. Todos os grupos da campanha foram avisados.
drive-list-open = { $number }: { $drive } – até { $deadline }
drive-list-closed = { $number }: { $drive } – encerrada: { $closed }
drive-changed = A campanha { $number } mudou: { $drive }
drive-changed-question = Novo texto: { $question }
drive-changed-name = Novo nome: { $name }
drive-changed-demand = Reivindicação: { $demand }
drive-changed-no-demands = Não reivindica mais nada
drive-changed-deadline = Novo prazo: { $deadline }
drive-nudge = Ainda sem responder? Dá tempo: { $left }. Ninguém vê a sua resposta.

drive-goal-reached =
    { $goal ->
        [one] A meta foi atingida: { $goal } compromisso firme!
       *[other] A meta foi atingida: { $goal } compromissos firmes!
    }
drive-is-closed = Esta campanha foi encerrada.
drive-outcome = { $count } { $result }
drive-closed-count =
    { $firm ->
        [one] Encerrada: { $firm } compromisso firme, de uma meta de { $goal }.
       *[other] Encerrada: { $firm } compromissos firmes, de uma meta de { $goal }.
    }
drive-closed-count-last =
    { $firm ->
        [one] Encerrada: { $firm } compromisso firme na última contagem, de uma meta de { $goal }.
       *[other] Encerrada: { $firm } compromissos firmes na última contagem, de uma meta de { $goal }.
    }
drive-result-met = A meta foi atingida!
drive-result-met-before = A meta foi atingida no caminho.
drive-result-missed = A meta não foi atingida.
drive-result-undecided = Dizer se cada setor tem o mínimo revelaria respostas.
drive-result-uncounted = Dizer como está a meta revelaria respostas.
drive-card-met = Meta atingida
drive-card-met-before = Meta atingida no caminho
drive-card-missed = Meta não atingida
drive-card-undecided = Há compromissos suficientes; não se diz se cada setor tem o mínimo
drive-card-uncounted = Encerrada; não se diz como está a meta
drive-closed-next = Se você se comprometeu: depois de fazer, toque em “Feito” ou escreva /pledge done.

drive-progress = { $firm } { $firm ->
        [one] firme
       *[other] firmes
    } de { $goal }
drive-progress-last = { $firm } { $firm ->
        [one] firme
       *[other] firmes
    } de { $goal } na última contagem
drive-way-first = { $way }: { $progress }
drive-way = { $way }: { $people }
drive-way-last = { $way }: { $people } na última contagem
drive-way-own = { $way }: { $people } na última contagem; este comitê: { $own }
drive-own =
    Este comitê: { $firm } { $firm ->
        [one] firme
       *[other] firmes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } em espera
       *[other] , { $waiting } em espera
    }
drive-own-closed =
    Este comitê: { $firm } { $firm ->
        [one] firme
       *[other] firmes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } sem a condição cumprida
       *[other] , { $waiting } sem a condição cumprida
    }
drive-own-kept = Este comitê, compromissos cumpridos: { $kept } de { $firm }
drive-waiting = { $waiting } à espera de outras pessoas
drive-waiting-last = { $waiting } à espera de outras pessoas na última contagem
drive-hint =
    { $more ->
        [one] mais { $more } fica firme se { $in } participarem
       *[other] mais { $more } ficam firmes se { $in } participarem
    }
drive-unvouched =
    { $people ->
        [one] { $people } compromisso ainda não conta: falta aval
       *[other] { $people } compromissos ainda não contam: falta aval
    }
drive-sector-last = { $sector }: { $firm } { $firm ->
        [one] firme
       *[other] firmes
    } na última contagem
drive-sector-last-minimum = { $sector }: { $firm } { $firm ->
        [one] firme
       *[other] firmes
    } na última contagem (mínimo: { $minimum })
drive-sector-minimum = { $sector }: { $firm } { $firm ->
        [one] firme
       *[other] firmes
    } (mínimo: { $minimum })
drive-sector-kept = { $sector }, compromissos cumpridos: { $kept } de { $firm }
drive-sector-kept-last = { $sector }, compromissos cumpridos: { $kept } de { $firm }, na última contagem
drive-sector-kept-only = { $sector }, compromissos cumpridos: { $kept } na última contagem
drive-left-out = Outros números ficam de fora: na última contagem, somam mais que o total.
drive-small = O total é o da última contagem: com tão poucos integrantes, um exato revelaria respostas.
drive-goal = Meta: { $goal } { $goal ->
        [one] firme
       *[other] firmes
    }
drive-minimum = Em cada setor, no mínimo { $minimum }
drive-hidden-until-goal = Os números só aparecem quando a meta for atingida.
drive-hidden-until-close = Os números só aparecem quando a campanha for encerrada.
drive-until = Campanha { $number } · até { $deadline } · daqui a { $left }
drive-over = Campanha { $number } · respostas encerradas
drive-closed-on = Campanha { $number } · encerrada: { $closed }

drive-follows = Segue a campanha { $number }

# Uma página para a parede: /drive poster (commands/drive/poster.ts).

drive-poster-file = cartaz-{ $number }.pdf
drive-poster-ways = Formas de participar: { $ways }
drive-poster-goal = Meta: { $goal }
drive-poster-deadline = Responda até { $deadline }
drive-poster-scan = Escaneie para responder. Ninguém vê a sua resposta.
drive-poster-foot = Campanha { $number }

# Campanhas que seguem umas às outras: /drive ladder (commands/drive/ladder.ts).

drive-ladder = Passo a passo
drive-ladder-none = Nenhuma campanha segue outra aqui ainda. Comece uma com /drive new e “after:” com o número da anterior.
drive-ladder-step = { $drive } (campanha { $number }): { $figures }
drive-ladder-hidden = ainda sem números
drive-ladder-firm = { $firm } { $firm ->
        [one] firme
       *[other] firmes
    }
drive-ladder-firm-last = { $firm } { $firm ->
        [one] firme
       *[other] firmes
    } na última contagem
drive-ladder-kept = { $figures }, compromissos cumpridos: { $kept }
drive-ladder-open = { $figures }, aberta até { $deadline }
drive-ladder-most =
    { $fewer ->
        [one] Onde mais se perdeu gente: passo { $step }, “{ $drive }”, em { $sector }: { $fewer } pessoa a menos.
       *[other] Onde mais se perdeu gente: passo { $step }, “{ $drive }”, em { $sector }: { $fewer } pessoas a menos.
    }
drive-ladder-most-last =
    { $fewer ->
        [one] Onde mais se perdeu gente: passo { $step }, “{ $drive }”, em { $sector }: { $fewer } pessoa a menos na última contagem.
       *[other] Onde mais se perdeu gente: passo { $step }, “{ $drive }”, em { $sector }: { $fewer } pessoas a menos na última contagem.
    }
drive-ladder-nobody = Nenhum setor teve menos gente que no passo anterior.
drive-ladder-not-yet = Para comparar, é preciso ter dois passos seguidos encerrados.
drive-ladder-not-compared = Não há dois passos seguidos com números que dê para comparar.
drive-ladder-loss = Passo { $step }, { $sector }: de { $before } para { $after }
drive-ladder-loss-last = Passo { $step }, { $sector }: de { $before } para { $after } na última contagem
drive-ladder-more =
    { $sectors ->
        [one] Passo { $step }: mais { $sectors } setor com menos gente
       *[other] Passo { $step }: mais { $sectors } setores com menos gente
    }
drive-ladder-note = Só se comparam setores com número nos dois passos, dos mesmos comitês.

drive-button-in = Conte comigo
drive-button-if = Se mais N participarem
drive-button-withdraw = Retirar
drive-button-done = Feito

# A quem um aviso chegou: /drive show, /cell show (src/core/receipts.ts).

receipts-last =
    Último aviso: entregue em { $sent } de { $chats ->
        [one] { $chats } grupo
       *[other] { $chats } grupos
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } em espera
       *[other] , { $waiting } em espera
    }
receipts-failed = { $chat }: { $why }
receipts-card = { $chat }: a campanha não aparece lá – { $why }
receipts-more =
    { $chats ->
        [one] e mais { $chats } grupo
       *[other] e mais { $chats } grupos
    }
receipts-chat = { $name } ({ $platform })
receipts-gone-chat = um grupo que saiu
receipts-that-chat = Esse grupo
receipts-removed = me tiraram do grupo
receipts-no-rights = não posso escrever lá
receipts-no-rights-named = não posso escrever lá; me falta “{ $right }”
receipts-blocked = me bloquearam lá
receipts-unreachable = não consegui chegar lá
receipts-not-found = a plataforma não encontra mais o grupo
receipts-refused = a plataforma recusou a mensagem
receipts-cell = Alguns grupos de { $cell } não recebem nada de mim:
receipts-mend-removed = { $chat }: me tiraram. Me adicione de novo.
receipts-mend-rights = { $chat }: não posso escrever lá. Me dê permissão para escrever.
receipts-mend-rights-named = { $chat }: não posso escrever lá. Me dê a permissão “{ $right }”.

# A resposta de cada pessoa: /pledge (commands/pledge.ts).

pledge-about = Responder a uma campanha aberta ou ver a sua resposta
pledge-option-answer = in (conte comigo), if (se…), withdraw (retirar) ou done (feito) depois da ação
pledge-ask-answer = Qual é a sua resposta?
pledge-option-others = Com “if”: quantas pessoas mais têm que participar
pledge-ask-others = Quantas pessoas mais têm que participar?
pledge-option-sector = Com “if”: contar só as pessoas do seu setor
pledge-ask-sector = Só no seu setor?
pledge-option-way = A sua forma de participar, se houver várias
pledge-ask-way = De que forma você participa?
pledge-no-such-way = Ainda não anotei nada. Qual é a sua forma de participar?
pledge-way-alone = Uma forma de participar vai sozinha: diga a forma ou dê a outra resposta.
pledge-if-meaning = Vale assim que esse tanto de gente participar, e não antes.
pledge-if-how-many = Se quantas pessoas mais participarem? Escreva assim: /pledge if 10
pledge-number-needs-if = O número vai com “if”: /pledge if 10
pledge-none-open = Não há campanha aberta aqui. Quem coordena abre uma com /drive new.
pledge-newest-closed = Não há campanha aberta aqui. “{ $drive }” foi encerrada ({ $closed }), e as respostas ficam como estão.
pledge-none-closed = Não há campanha encerrada aqui.
pledge-own = { $drive } – { $answer }
pledge-answer-none = você ainda não respondeu.
pledge-answer-withdrawn = sua resposta foi retirada.
pledge-answer-in = contamos com você.
pledge-answer-way = contamos com você: { $way }.
pledge-answer-way-if =
    { $others ->
        [one] contamos com você, { $way }, se mais { $others } pessoa participar.
       *[other] contamos com você, { $way }, se mais { $others } pessoas participarem.
    }
pledge-answer-way-if-sector =
    { $others ->
        [one] contamos com você, { $way }, se mais { $others } pessoa do seu setor participar.
       *[other] contamos com você, { $way }, se mais { $others } pessoas do seu setor participarem.
    }
pledge-answer-if =
    { $others ->
        [one] contamos com você se mais { $others } pessoa participar.
       *[other] contamos com você se mais { $others } pessoas participarem.
    }
pledge-answer-if-sector =
    { $others ->
        [one] contamos com você se mais { $others } pessoa do seu setor participar.
       *[other] contamos com você se mais { $others } pessoas do seu setor participarem.
    }
pledge-not-vouched = Vai contar quando integrantes suficientes derem aval a você.
pledge-change-until = Você pode mudar a resposta até { $deadline }.
pledge-closed-answers = A campanha foi encerrada; as respostas ficam como estão.
pledge-drive-closed = { $drive } – esta campanha foi encerrada, e as respostas não podem mais mudar.
pledge-elsewhere = Essa campanha é de outros comitês, não do seu. Escreva /me show para ver o seu.
pledge-nothing-to-withdraw = Você não tem resposta nesta campanha; não há nada para retirar.
pledge-done = { $drive } – anotado: você cumpriu o seu compromisso. Valeu!
pledge-done-other-way = { $drive } – anotado para você. Valeu! Como cumprido só conta “{ $way }”.
pledge-done-already = { $drive } – já estava anotado. Valeu!
pledge-done-too-early = Isso é para depois da ação: a campanha ainda está aberta.
pledge-done-no-pledge = Você não tinha compromisso nessa campanha; não há nada para anotar.
pledge-done-not-firm = Sua condição não foi cumprida; não há nada para anotar.
pledge-done-too-late = Essa campanha acabou faz tempo. O registro de quem se comprometeu já foi apagado.

# Encontros: /gather (commands/gather/).

gather-about = Gente que se encontra: achar um horário, dizer se você vai
gather-new-about = Marcar um encontro
gather-when-about = Propor horários para um encontro
gather-choose-about = Escolher entre os horários propostos
gather-going-about = Você vai
gather-maybe-about = Talvez você vá
gather-no-about = Você não vai
gather-show-about = Mostrar um encontro
gather-list-about = Mostrar os encontros deste comitê
gather-move-about = Mudar horário, lugar, duração ou número de vagas de um encontro
gather-cancel-about = Cancelar um encontro
gather-held-about = Dizer que um encontro aconteceu
gather-let-go-about = Deixar para lá o encontro depois de uma ação
gather-ics-about = Encontros como arquivo de calendário

gather-option-gathering = Qual encontro: o número ou o nome
gather-option-unknown = Não conheço aqui o encontro “{ $typed }”. Escreva /gather list para ver todos.
gather-option-what = Para que vocês se encontram
gather-ask-what = Para que vocês se encontram?
gather-option-at = Quando é
gather-ask-at = Quando é? Por exemplo: “sexta 18:00”. Dá para deixar vazio e achar um horário em grupo.
gather-option-capacity = Quantas pessoas cabem
gather-ask-capacity = Quantas pessoas cabem? Deixe vazio se couber todo mundo.
gather-option-where = Onde é
gather-ask-where = Onde é?
gather-option-length = Quanto dura
gather-ask-length = Quanto dura?
gather-option-times = Alguns horários, ou palavras como “uma noite da semana que vem”
gather-ask-times = Quando pode ser? “sexta 18:00, sábado 11:00” ou “uma noite da semana que vem”.
gather-option-time = O horário em que você pode
gather-option-now = Encerrar a escolha agora

options-time-label = { $time }
options-times-this-week = Uma noite desta semana
options-times-next-week = Uma noite da semana que vem
options-times-weekend = No fim de semana
options-times-past = Tudo isso já passou.
options-times-many =
    { $most ->
        [one] Proponha só { $most } horário, por favor.
       *[other] Proponha no máximo { $most } horários, por favor.
    }

gather-none = Ainda não há encontro aqui. Escreva /gather new para marcar um.
gather-which = Qual encontro?
gather-no-cell = Ainda não conheço o seu comitê. Escreva isso no grupo dele.
gather-needs-organizer = Isso cabe a quem coordena ou a quem planejou.
gather-done-everywhere = Feito. Os grupos do comitê foram avisados.
gather-ended-held = O encontro já aconteceu.
gather-ended-let-go = O comitê deixou para lá.
gather-ended-over = Acabou.
gather-ended-cancelled = Foi cancelado.
gather-before-end = Tem que ser depois do fim da ação.
gather-too-long = É muito tempo. Um encontro dura no máximo uma semana.
gather-move-what = O que deve mudar? Por exemplo: /gather move at:"sexta 18:00", ou where:, length: ou capacity:
gather-too-early = Ainda é cedo para dizer isso.
gather-nothing-to-choose = Não há nada para escolher agora.

gather-name-after = Depois: { $action }
gather-when = { $time }
gather-where = Onde: { $place }
gather-length = Dura { $length }.
gather-changed = { $gathering } mudou
gather-places =
    { $places ->
        [one] Agora há { $places } vaga.
       *[other] Agora há { $places } vagas.
    }
gather-open-points = Em aberto para esta reunião
gather-number = Encontro { $number }
gather-no-time = Ainda sem horário. Quando você pode?
gather-going =
    { $going ->
        [0] Ninguém disse ainda que vai
        [one] { $going } vai
       *[other] { $going } vão
    }
gather-going-of =
    { $going ->
        [one] { $going } de { $capacity } vagas ocupada
       *[other] { $going } de { $capacity } vagas ocupadas
    }
gather-waiting =
    { $waiting ->
        [one] { $waiting } na lista de espera
       *[other] { $waiting } na lista de espera
    }
gather-maybe =
    { $maybe ->
        [one] { $maybe } talvez
       *[other] { $maybe } talvez
    }
gather-choose-how = Quando você pode? Toque em todos os horários possíveis; um segundo toque retira.
gather-time-line =
    { $people ->
        [0] { $time }: ninguém ainda
        [one] { $time }: { $people } pode
       *[other] { $time }: { $people } podem
    }
gather-decides = Em { $time } eu marco o horário em que mais gente pode.
gather-state-held = Aconteceu.
gather-state-let-go = Ficou para lá.
gather-state-over = Acabou.
gather-state-cancelled = Cancelado.

gather-button-going = Vou
gather-button-maybe = Talvez
gather-button-no = Não
gather-button-give-back = Devolver a vaga
gather-button-held = Sim, aconteceu
gather-button-other-time = Achar outro horário
gather-button-let-go = Deixar para lá

gather-you-go = { $gathering }: você vai.
gather-you-maybe = { $gathering }: talvez você vá.
gather-you-stay = { $gathering }: você não vai.
gather-you-wait = { $gathering }: lotado. Você é o número { $place } da lista de espera, e ela anda sozinha.
gather-can = Anotado: você pode em { $time }.
gather-cannot = Retirado: { $time }.
gather-place-free = { $gathering }: há uma vaga para você.
gather-place-free-at = { $gathering }, { $time }: há uma vaga para você.
gather-place-gone = { $gathering }: agora há menos vagas. Você é o número { $place } da lista de espera, e ela anda sozinha.

gather-place-free-chat = { $person }, há uma vaga para você: { $gathering }.
gather-place-free-at-chat = { $person }, há uma vaga para você: { $gathering }, { $time }.

gather-moved = { $gathering }: novo horário, { $time }.
gather-time-gone = { $gathering } ficou sem horário. Achem outro, por favor.
gather-cancelled = { $gathering }: cancelado.
gather-held = Que bom que vocês se encontraram. { $gathering }: anotado que aconteceu.
gather-let-go = { $gathering }: o comitê deixou para lá. Ninguém vai perguntar de novo.
gather-reminder = É em { $time }, { $left }. Você vai?
gather-decided = É em { $time }.
gather-decided-none = Não apareceu um horário em que alguém possa. Tentamos outros?
gather-held-ask = Vocês se encontraram? Um toque basta.
gather-overdue = Ainda não aconteceu, e o descanso faz parte da ação.
gather-overdue-how = Achem um horário, ou digam que já aconteceu. O comitê também pode deixar para lá.

gather-list-at = { $number }: { $gathering } – { $time }
gather-list-choosing = { $number }: { $gathering } – escolhendo o horário
gather-list-no-time = { $number }: { $gathering } – ainda sem horário
gather-list-held = { $number }: { $gathering } – aconteceu
gather-list-let-go = { $number }: { $gathering } – ficou para lá
gather-list-over = { $number }: { $gathering } – acabou
gather-list-cancelled = { $number }: { $gathering } – cancelado

gather-ics = Abra este arquivo com o seu calendário.
gather-ics-none = Não há encontro com horário aqui.
gather-ics-name = Encontros de { $cell }

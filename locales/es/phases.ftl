# El calendario de empuje y calma: /phase (commands/phase.ts).

phase-about = Cuándo empujamos y cuándo descansamos
phase-show-about = Dónde estamos, qué sigue y los próximos tres meses
phase-set-about = Fijar el calendario de empuje y calma
phase-off-about = Parar el calendario
phase-option-burst = Cuántos días dura un empuje, 29 como máximo
phase-ask-burst = ¿Cuántos días dura un empuje? 29 como máximo.
phase-option-lull = Cuántos días dura la calma que sigue
phase-ask-lull = ¿Cuántos días dura la calma que sigue?
phase-option-start = Cuándo empieza el primer empuje, si no es hoy
phase-ask-start = ¿Cuándo empieza el primer empuje? Por ejemplo «hoy» o «2026-03-27».
phase-start-too-far = El calendario puede empezar dentro de un año como máximo, o haber empezado hace un año como máximo.
phase-none = Todavía no hay un calendario de empuje y calma. Lo fija quien cuida la federación: /phase set

phase-now-burst = Empuje: día { $day } de { $days }, hasta el { $to }.
phase-now-lull = Calma: día { $day } de { $days }, hasta el { $to }. Toca descansar.
phase-before = El primer empuje empieza el { $from }.
phase-next-burst = Después: empuje desde el { $from }.
phase-next-lull = Después: calma desde el { $from }.
phase-line-burst =
    { $days ->
        [one] Empuje: del { $from } al { $to }, { $days } día
       *[other] Empuje: del { $from } al { $to }, { $days } días
    }
phase-line-lull =
    { $days ->
        [one] Calma: del { $from } al { $to }, { $days } día
       *[other] Calma: del { $from } al { $to }, { $days } días
    }
phase-set = Ya tenemos calendario: se turnan el empuje y la calma.
phase-set-everywhere = Hecho. Lo saben todos los chats de la federación.
phase-off = El calendario de empuje y calma está parado.
phase-turn-burst =
    { $days ->
        [one] Hoy empieza un empuje: { $days } día, hasta el { $to }. Planead también el descanso.
       *[other] Hoy empieza un empuje: { $days } días, hasta el { $to }. Planead también el descanso.
    }
phase-turn-lull =
    { $days ->
        [one] Hoy empieza la calma: { $days } día, hasta el { $to }. Descansad y cuidaos.
       *[other] Hoy empieza la calma: { $days } días, hasta el { $to }. Descansad y cuidaos.
    }

# O que se repete (src/core/recurrence.ts), no meio de uma frase: “a cada 2 semanas, sexta às 18:00”.

# $hour: só a hora, de 0 a 23: “à 01:00”, mas “às 00:00” e “às 02:00”.
recurrence-at =
    { $hour ->
        [0] { $days } às { $time }
        [1] { $days } à { $time }
       *[other] { $days } às { $time }
    }
recurrence-days =
    { $interval ->
        [one] todo dia
        [2] dia sim, dia não
       *[other] a cada { $interval } dias
    }
recurrence-weeks =
    { $interval ->
        [one] toda semana
       *[other] a cada { $interval } semanas
    }
# “toda sexta”, “todo sábado”: “cada” diz as duas coisas.
recurrence-weekday =
    { $interval ->
        [one] cada { $day }
       *[other] a cada { $interval } semanas, { $day }
    }
recurrence-weeks-on =
    { $interval ->
        [one] cada { $days }
       *[other] a cada { $interval } semanas, { $days }
    }
# $day: “primeira segunda”, “último dia útil”
recurrence-month-day = cada { $day } do mês
# $days: “primeira segunda”, “dia 15”, “último dia”
recurrence-months-on =
    { $interval ->
        [one] todo mês, { $days }
       *[other] a cada { $interval } meses, { $days }
    }
recurrence-years-date =
    { $interval ->
        [one] todo ano em { $day } de { $month }
       *[other] a cada { $interval } anos em { $day } de { $month }
    }
recurrence-years-on =
    { $interval ->
        [one] todo ano, { $days } de { $month }
       *[other] a cada { $interval } anos, { $days } de { $month }
    }
recurrence-in-months = { $days }, só em { $months }
# “primeira segunda”, mas “primeiro sábado”, “primeiro domingo”, “primeiro dia útil” (0).
# -1: o último, que em português também é “one”; por isso os números.
recurrence-nth =
    { $nth ->
        [0] últim
        [1] primeir
        [2] segund
        [3] terceir
        [4] quart
        [5] quint
       *[other] últim
    }{ $weekday ->
        [0] o
        [1] a
        [6] o
        [7] o
       *[other] a
    } { $day }
recurrence-date = dia { $day }
recurrence-last-day = último dia
recurrence-workday = dia útil
recurrence-rule = nos dias da regra “{ $rule }”
recurrence-name-weekday =
    { $day ->
        [one] segunda
        [2] terça
        [3] quarta
        [4] quinta
        [5] sexta
        [6] sábado
       *[other] domingo
    }
recurrence-name-month =
    { $month ->
        [one] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[other] dezembro
    }

recurrence-skips = O mês ou ano sem esse dia fica de fora ({ $rule }). Próximas vezes: { $dates }.
recurrence-instead = Melhor: { $rule }
recurrence-not-understood = Não entendi de quanto em quanto tempo. Tente “2w”, “a cada duas sextas às 18:00” ou “primeira segunda do mês”.
recurrence-too-often = Aqui, no máximo uma vez por dia.
recurrence-too-rare = É espaçado demais. No máximo dois anos, ou quatro para uma data do ano.
recurrence-ends = Essa regra tem um fim. Deixe COUNT e UNTIL de fora: aqui continua até vocês acabarem com ela.
recurrence-needs-day = Em que dia? Tente “primeira segunda do mês” ou “dia 15 de cada mês”.
recurrence-never = Esse dia nunca chega, ou só uma vez em muitos anos.
recurrence-part = Essa regra tem uma parte que não sei seguir. Valem datas, dias da semana, meses e posições, e uma hora do dia.

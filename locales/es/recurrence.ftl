# Lo que vuelve una y otra vez (src/core/recurrence.ts), para el medio de una frase: «cada dos viernes a las 18:00».

# $hour: solo la hora, de 0 a 23: «a la 01:00», pero «a las 02:00».
recurrence-at =
    { $hour ->
        [1] { $days } a la { $time }
       *[other] { $days } a las { $time }
    }
recurrence-days =
    { $interval ->
        [1] cada día
       *[other] cada { $interval } días
    }
recurrence-weeks =
    { $interval ->
        [1] cada semana
       *[other] cada { $interval } semanas
    }
recurrence-weekday =
    { $interval ->
        [1] cada { $day }
        [2] cada dos { $day }
        [3] cada tres { $day }
        [4] cada cuatro { $day }
       *[other] cada { $interval } semanas en { $day }
    }
recurrence-weeks-on =
    { $interval ->
        [1] cada { $days }
       *[other] cada { $interval } semanas en { $days }
    }
# $day: «primer lunes», «último día laborable»
recurrence-month-day = el { $day } de cada mes
# $days: «primer lunes», «día 15», «último día»
recurrence-months-on =
    { $interval ->
        [1] el { $days } de cada mes
       *[other] el { $days } cada { $interval } meses
    }
recurrence-years-date =
    { $interval ->
        [1] cada año el { $day } de { $month }
       *[other] cada { $interval } años el { $day } de { $month }
    }
recurrence-years-on =
    { $interval ->
        [1] cada año el { $days } de { $month }
       *[other] cada { $interval } años el { $days } de { $month }
    }
recurrence-in-months = { $days }, solo en { $months }
# $weekday: de 1, lunes, a 7, o 0 si es un día laborable: para idiomas donde «primer» concuerda con el día.
recurrence-nth =
    { $weekday ->
       *[other] {""}
    }{ $nth ->
        [1] primer { $day }
        [2] segundo { $day }
        [3] tercer { $day }
        [4] cuarto { $day }
        [5] quinto { $day }
       *[other] último { $day }
    }
recurrence-date = día { $day }
recurrence-last-day = último día
recurrence-workday = día laborable
recurrence-rule = en los días de la regla «{ $rule }»
recurrence-name-weekday =
    { $day ->
        [1] lunes
        [2] martes
        [3] miércoles
        [4] jueves
        [5] viernes
        [6] sábado
       *[other] domingo
    }
recurrence-name-month =
    { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[other] diciembre
    }

recurrence-skips = Se salta el mes o el año que no tiene ese día ({ $rule }). Las próximas veces: { $dates }.
recurrence-instead = Mejor { $rule }
recurrence-not-understood = No entiendo cada cuánto es. Prueba con «2w», «cada dos viernes a las 18:00» o «el primer lunes de cada mes».
recurrence-too-often = Aquí lo más a menudo es una vez al día.
recurrence-too-rare = Es demasiado espaciado. Como máximo dos años, o cuatro para una fecha del año.
recurrence-ends = Esa regla tiene un final. No pongas COUNT ni UNTIL: aquí sigue hasta que le pongáis fin.
recurrence-needs-day = ¿Qué día? Prueba con «el primer lunes de cada mes» o «el 15 de cada mes».
recurrence-never = Ese día no llega nunca, o solo una vez en muchos años.
recurrence-part = Esa regla tiene una parte que no sé seguir. Valen fechas, días de la semana, meses y posiciones, y una sola hora del día.

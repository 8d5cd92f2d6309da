# Ce qui revient (src/core/recurrence.ts), pour le milieu d'une phrase : « un vendredi sur deux à 18:00 ».

# $hour : l'heure seule, de 0 à 23, pour les langues qui en ont besoin.
recurrence-at =
    { $hour ->
        [one] { $days } à { $time }
       *[other] { $days } à { $time }
    }
recurrence-days =
    { $interval ->
        [one] chaque jour
        [2] un jour sur deux
       *[other] tous les { $interval } jours
    }
recurrence-weeks =
    { $interval ->
        [one] chaque semaine
        [2] une semaine sur deux
       *[other] toutes les { $interval } semaines
    }
recurrence-weekday =
    { $interval ->
        [one] chaque { $day }
        [2] un { $day } sur deux
        [3] un { $day } sur trois
        [4] un { $day } sur quatre
       *[other] toutes les { $interval } semaines le { $day }
    }
recurrence-weeks-on =
    { $interval ->
        [one] chaque { $days }
       *[other] toutes les { $interval } semaines le { $days }
    }
# $day : « premier lundi », « dernier jour ouvré »
recurrence-month-day = le { $day } du mois
# $days : « premier lundi », « 15 », « dernier jour »
recurrence-months-on =
    { $interval ->
        [one] chaque mois le { $days }
       *[other] tous les { $interval } mois le { $days }
    }
recurrence-years-date =
    { $interval ->
        [one] chaque année le { $day } { $month }
       *[other] tous les { $interval } ans le { $day } { $month }
    }
recurrence-years-on =
    { $interval ->
        [one] chaque année le { $days } en { $month }
       *[other] tous les { $interval } ans le { $days } en { $month }
    }
recurrence-in-months = { $days }, seulement en { $months }
# -1 : le dernier, et aussi « one » en français, d'où le nombre.
# $weekday : de 1, lundi, à 7, ou 0 pour un jour ouvré : pour les langues où « premier » s'accorde avec le jour.
recurrence-nth =
    { $weekday ->
       *[other] {""}
    }{ $nth ->
        [0] dernier { $day }
        [1] premier { $day }
        [2] deuxième { $day }
        [3] troisième { $day }
        [4] quatrième { $day }
        [5] cinquième { $day }
       *[other] dernier { $day }
    }
recurrence-date =
    { $day ->
        [one] { $day }er
       *[other] { $day }
    }
recurrence-last-day = dernier jour
recurrence-workday = jour ouvré
recurrence-rule = les jours de la règle « { $rule } »
recurrence-name-weekday =
    { $day ->
        [one] lundi
        [2] mardi
        [3] mercredi
        [4] jeudi
        [5] vendredi
        [6] samedi
       *[other] dimanche
    }
recurrence-name-month =
    { $month ->
        [one] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[other] décembre
    }

recurrence-skips = Un mois ou une année sans ce jour est sauté ({ $rule }). Les prochains : { $dates }.
recurrence-instead = Plutôt { $rule }
recurrence-not-understood = Je ne comprends pas à quel rythme. Essaie « 2w », « un vendredi sur deux à 18:00 » ou « le premier lundi du mois ».
recurrence-too-often = Ici, c'est une fois par jour au plus.
recurrence-too-rare = C'est trop espacé. Deux ans au plus, ou quatre pour une date de l'année.
recurrence-ends = Cette règle a une fin. Laisse COUNT et UNTIL de côté : ici elle dure jusqu'à ce que tu y mettes fin.
recurrence-needs-day = Quel jour ? Essaie « le premier lundi du mois » ou « le 15 de chaque mois ».
recurrence-never = Ce jour ne vient jamais, ou une seule fois en bien des années.
recurrence-part = Cette règle a une partie que je ne sais pas suivre. Vont bien : dates, jours de la semaine, mois et positions, et une seule heure du jour.

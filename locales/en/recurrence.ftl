# What comes round (src/core/recurrence.ts), for the middle of a sentence: “every second Friday at 18:00”.

# $hour: the hour alone, 0 to 23, for languages that need it.
recurrence-at =
    { $hour ->
        [1] { $days } at { $time }
       *[other] { $days } at { $time }
    }
recurrence-days =
    { $interval ->
        [1] every day
        [2] every other day
       *[other] every { $interval } days
    }
recurrence-weeks =
    { $interval ->
        [1] every week
       *[other] every { $interval } weeks
    }
recurrence-weekday =
    { $interval ->
        [1] every { $day }
        [2] every second { $day }
        [3] every third { $day }
        [4] every fourth { $day }
       *[other] every { $interval } weeks on { $day }
    }
recurrence-weeks-on =
    { $interval ->
        [1] every { $days }
       *[other] every { $interval } weeks on { $days }
    }
# $day: “first Monday”, “last working day”
recurrence-month-day = every { $day } of the month
# $days: “first Monday”, “day 15”, “last day”
recurrence-months-on =
    { $interval ->
        [1] every month on the { $days }
       *[other] every { $interval } months on the { $days }
    }
recurrence-years-date =
    { $interval ->
        [1] every year on { $day } { $month }
       *[other] every { $interval } years on { $day } { $month }
    }
recurrence-years-on =
    { $interval ->
        [1] every year on the { $days } of { $month }
       *[other] every { $interval } years on the { $days } of { $month }
    }
recurrence-in-months = { $days }, only in { $months }
# $weekday: 1, Monday, to 7, or 0 for a working day: for languages whose ordinals have the gender of the day.
recurrence-nth =
    { $weekday ->
       *[other] {""}
    }{ $nth ->
        [1] first { $day }
        [2] second { $day }
        [3] third { $day }
        [4] fourth { $day }
        [5] fifth { $day }
       *[other] last { $day }
    }
recurrence-date =
    { $day ->
        [1] { $day }st
        [2] { $day }nd
        [3] { $day }rd
        [21] { $day }st
        [22] { $day }nd
        [23] { $day }rd
        [31] { $day }st
       *[other] { $day }th
    }
recurrence-last-day = last day
recurrence-workday = working day
recurrence-rule = on the days of the rule “{ $rule }”
recurrence-name-weekday =
    { $day ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[other] Sunday
    }
recurrence-name-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[other] December
    }

recurrence-skips = A month or year without that day is left out ({ $rule }). The next ones: { $dates }.
recurrence-instead = Rather { $rule }
recurrence-not-understood = I don't understand how often that is. Try “2w”, “every second Friday at 18:00” or “first Monday of the month”.
recurrence-too-often = Once a day is the most often that works here.
recurrence-too-rare = That is too far apart. Two years at most, please, or four for a date in the year.
recurrence-ends = That rule has an end. Leave out COUNT and UNTIL: here it goes on until you end it.
recurrence-needs-day = On which day? Try “first Monday of the month” or “15 of every month”.
recurrence-never = That day never comes, or only once in many years.
recurrence-part = That rule has a part that I can't follow. Dates, weekdays, months and positions work, and one time of the day.

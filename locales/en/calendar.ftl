# The calendar of all: /calendar (commands/calendar).

calendar-about = Phases, agreed days, assemblies and shared actions, at a glance
calendar-show-about = The next three months: a picture, a page to print, a calendar file
calendar-option-from = The first day; today, if you leave it out
calendar-ask-from = From which day?
calendar-option-to = The last day; three months later, if you leave it out
calendar-ask-to = To which day?
calendar-backwards = The last day is before the first one.
calendar-too-long = That is too long to be seen at a glance: { $most } days at most.
calendar-empty = Nothing is in it yet. Phases: /phase set. A day for all: /date propose. An action that others may see: /action share

calendar-title = { $from } to { $to }
calendar-alt =
    { $title }: { $sectors ->
        [one] { $sectors } sector
       *[other] { $sectors } sectors
    } with { $actions ->
        [one] { $actions } shared action
       *[other] { $actions } shared actions
    }, day by day
calendar-when = When
calendar-what = What
calendar-week = Week of { $from }
calendar-joined = { $what }
calendar-agreed = { $what } (agreed)
calendar-agreed-on = { $what } (agreed, { $day })
calendar-assembly = { $name } at { $at }
calendar-assembly-on = { $name } ({ $at })
calendar-sector-actions = { $sector }: { $count }
calendar-sector-names = { $sector }: { $actions }
calendar-sum =
    { $actions ->
        [one] { $actions } action
       *[other] { $actions } actions
    } in { $sectors ->
        [one] { $sectors } sector
       *[other] { $sectors } sectors
    }
calendar-more = { $more } more
calendar-note = Actions are those that cells share: /action share. Where they are, and who comes, is not in it.

calendar-month = { $month }
calendar-actions =
    { $actions ->
        [one] { $actions } action
       *[other] { $actions } actions
    }
calendar-more-sectors =
    { $sectors ->
        [one] and one more sector
       *[other] and { $sectors } more sectors
    }
calendar-date-line = { $day }: { $what }
calendar-burst = Burst
calendar-lull = Lull
calendar-key-actions = Actions that day
calendar-key-date = Agreed day
calendar-key-meeting = Assemblies

calendar-file-picture = calendar-{ $from }.png
calendar-file-page = calendar-{ $from }.pdf
calendar-file-name = { $federation }
calendar-action = { $what } ({ $sector })
calendar-phases = Bursts and lulls
calendar-days = Day by day
calendar-foot = As of { $at }

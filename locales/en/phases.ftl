# The calendar of bursts and lulls: /phase (commands/phase.ts).

phase-about = When we push and when we rest
phase-show-about = Where we are, what is next, and the next three months
phase-set-about = Set the calendar of bursts and lulls
phase-off-about = Stop the calendar
phase-option-burst = How many days a burst lasts, 29 at most
phase-ask-burst = How many days does a burst last? 29 at most.
phase-option-lull = How many days the rest after it lasts
phase-ask-lull = How many days does the rest after it last?
phase-option-start = When the first burst begins, if not today
phase-ask-start = When does the first burst begin? For example “today” or “2026-03-27”.
phase-start-too-far = A calendar can begin within a year from today, or have begun within the last.
phase-none = There is no calendar of bursts and lulls yet. A steward sets one: /phase set

phase-now-burst = Burst: day { $day } of { $days }, until { $to }.
phase-now-lull = Lull: day { $day } of { $days }, until { $to }. Time to rest.
phase-before = The first burst begins { $from }.
phase-next-burst = Next: a burst from { $from }.
phase-next-lull = Next: a lull from { $from }.
phase-line-burst =
    { $days ->
        [one] Burst: { $from } to { $to }, { $days } day
       *[other] Burst: { $from } to { $to }, { $days } days
    }
phase-line-lull =
    { $days ->
        [one] Lull: { $from } to { $to }, { $days } day
       *[other] Lull: { $from } to { $to }, { $days } days
    }
phase-set = We have a calendar now: burst and lull take turns.
phase-set-everywhere = Done. Every chat of the federation has been told.
phase-off = The calendar of bursts and lulls is stopped.
phase-turn-burst =
    { $days ->
        [one] Today a burst begins: { $days } day, until { $to }. Plan the rest with it.
       *[other] Today a burst begins: { $days } days, until { $to }. Plan the rest with it.
    }
phase-turn-lull =
    { $days ->
        [one] Today a lull begins: { $days } day, until { $to }. Rest, and look after each other.
       *[other] Today a lull begins: { $days } days, until { $to }. Rest, and look after each other.
    }

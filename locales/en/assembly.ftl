# Cross-sector meetings: /assembly (commands/assembly).

assembly-about = Assemblies: plan, check in, agenda, speak, close, minutes
assembly-new-about = Plan assemblies that come again
assembly-change-about = Move the next one, or change time, length or rule from then on
assembly-next-about = Show the assembly that goes on, or the next one
assembly-roster-about = Show who is entitled and who is there
assembly-checkin-about = Say that you are there
assembly-checkout-about = Say that you are leaving
assembly-quorum-about = Show whether enough are there to decide
assembly-agenda-about = Show the agenda; add to it, move an item, open one
assembly-speak-about = Ask to speak; the coordinator calls the next with “next”
assembly-vote-about = Show the votes of this assembly
assembly-close-about = Close the assembly
assembly-minutes-about = The minutes, as text and as a page to print
assembly-host-about = Who hosts and why; accept it, or pass it on
assembly-ics-about = The dates as a calendar file
assembly-end-about = Plan no more of these assemblies

assembly-option-name = What it is called
assembly-ask-name = What is the assembly called?
assembly-option-rule = How often: “first Friday of the month”, “every second Tuesday”
assembly-ask-rule = How often does it meet? For example “first Friday of the month at 18:00”.
assembly-option-time = At what time it begins
assembly-ask-time = At what time does it begin?
assembly-option-length = How long it lasts, two hours if you don't say
assembly-ask-length = How long does it last?
assembly-option-at = When the next one is instead, that one only
assembly-ask-at = When is the next one? For example “Wednesday 19:00”.
assembly-option-change-time = At what time it begins from the next one on
assembly-option-change-length = How long it lasts from the next one on
assembly-option-change-rule = How often it meets from the next one on
assembly-option-quorum = How many must be there: “half”, “2/3 of cells”, “12”, “half and 3 sectors”
assembly-ask-quorum = How many must be there? For example “half”, “2/3 of cells” or “half and 3 sectors”.
assembly-option-seats = Seats of each cell: “2”, or one more for each ten members, five at most: “10 max 5”
assembly-ask-seats = How many seats has each cell? For example “2”, or “10 max 5”.
assembly-option-names = The minutes name who was there
assembly-ask-names = Shall the minutes name who was there?
assembly-option-cell = Only this cell, with names in the council's chats
assembly-ask-cell = Which cell?
assembly-option-assembly = Which assembly
assembly-option-action = add, move or open an item
assembly-ask-action = What shall happen to the agenda?
assembly-option-item = The proposal; or the number of an item
assembly-ask-item = What is the proposal?
assembly-option-to = To which number it is moved
assembly-ask-to = To which number?
assembly-option-speak = off: you no longer want to; next: whose turn it is
assembly-ask-speak = off or next?
assembly-option-host = accept it, or pass it on
assembly-ask-host = Accept, or pass on?
assembly-option-number = Which assembly: its number
assembly-ask-number = Which assembly?

assembly-quorum-unknown = I don't understand the quorum “{ $typed }”. Try “half”, “2/3 of cells”, “12” or “half and 3 sectors”.
assembly-gone = That assembly is no longer planned.
assembly-none = { $council } has no assembly planned. Its coordinator plans one with /assembly new.
assembly-no-seat = Only who holds a seat in { $council }, or stands in for one, can do that.
assembly-is-closed = That assembly is closed.
assembly-not-yet = Not yet. People can check in from one hour before it begins. { $when }
assembly-length = An assembly lasts between a minute and three days.

assembly-title = { $name } { $number }
assembly-when = { $start }, for { $length }
assembly-close-early = { $assembly } has not begun, so there is nothing to close yet: { $when }. /assembly change moves it, /assembly end calls it off for good.
assembly-planned-already = { $name } is planned already. The next one: { $when }. /assembly change moves it, or changes how often it meets.
assembly-planned = { $name }, { $rule }. The first one: { $when }
assembly-opens-later = People can check in from one hour before it begins.
assembly-closed = Closed
assembly-closed-on = Closed { $closed }
assembly-button-in = I'm here
assembly-button-out = I'm leaving
assembly-button-speak = I want to speak
assembly-button-accept = We host
assembly-button-pass = Pass it on

assembly-host-nobody = Host: nobody yet
assembly-host-asked = Host: { $sector }, { $place } (asked)
assembly-host-accepted = Host: { $sector }, { $place }
assembly-host-question = { $place }: will you host { $assembly }?
assembly-host-wanted = Nobody is left to host. Who can? { $when }
assembly-host-said-yes = { $host }: they said yes.
assembly-host-thanks = Thank you. The council has been told.
assembly-host-passed = Passed on. { $host }
assembly-host-too-late = It has begun already.
assembly-host-not-yours = That is for the coordinator of a cell that hosts, or of the council.
assembly-host-reminder = You host tomorrow. { $when }
assembly-host-reminder-late = You host the next assembly. { $when }
assembly-why-sector-never = Your sector has not hosted yet.
assembly-why-sector =
    { $ago ->
        [one] Only your sector can: it hosted the last one.
       *[other] Your sector hosted longest ago, { $ago } assemblies back.
    }
assembly-why-place-never = Of the sector's places, this one has not hosted yet.
assembly-why-place =
    { $ago ->
        [one] It is the sector's only place.
       *[other] Of the sector's places, this one hosted longest ago, { $ago } assemblies back.
    }
assembly-why-avoided = The place of the last assembly was left out.

assembly-quorum-met = Quorum: yes, { $present } of { $all } seats are there, needed { $needed }
assembly-quorum-met-cells = Quorum: yes, { $present } of { $all } cells are there, needed { $needed }
assembly-quorum-missing = Quorum: no, { $present } of { $all } seats are there, needed { $needed } ({ $missing } more)
assembly-quorum-missing-cells = Quorum: no, { $present } of { $all } cells are there, needed { $needed } ({ $missing } more)
assembly-quorum-sectors =
    { $needed ->
        [one] Quorum: no, { $present } of one sector needed is there
       *[other] Quorum: no, { $present } of { $needed } sectors needed are there
    }
assembly-sector-filled =
    { $empty ->
        [0] { $sector }: { $filled } of { $seats } seats filled
        [one] { $sector }: { $filled } of { $seats } seats filled, one is empty
       *[other] { $sector }: { $filled } of { $seats } seats filled, { $empty } are empty
    }
assembly-sector-present =
    { $empty ->
        [0] { $sector }: { $present } of { $seats } seats there
        [one] { $sector }: { $present } of { $seats } seats there, one has no delegate
       *[other] { $sector }: { $present } of { $seats } seats there, { $empty } have no delegate
    }
assembly-own-seats =
    { $seats ->
        [one] This cell: one seat
       *[other] This cell: { $seats } seats, { $filled } filled
    }
assembly-own-empty =
    { $empty ->
        [one] Your seat is empty: choose a delegate with /delegate choose.
       *[other] { $empty } of your seats are empty: choose delegates with /delegate choose.
    }
assembly-empty-seat = This cell has an empty seat in { $assembly }. Choose a delegate with /delegate choose. { $when }

assembly-roster-cell = { $cell } – { $seats }
assembly-roster-more =
    { $cells ->
        [one] … and one more cell
       *[other] … and { $cells } more cells
    }
assembly-roster-numbers =
    { $empty ->
        [0] { $cell }: { $present } of { $seats } there
        [one] { $cell }: { $present } of { $seats } there, one seat is empty
       *[other] { $cell }: { $present } of { $seats } there, { $empty } seats are empty
    }
assembly-roster-names = With names, cell by cell: /assembly roster CELL
# $alternate: “stands in: Ben”, “no alternate”
assembly-seat-here = { $name } is here ({ $alternate })
assembly-seat-away = { $name } ({ $alternate })
assembly-seat-by-alternate = { $alternate } is here for { $name }
assembly-seat-stand-in = { $name } is here, no delegate
assembly-seat-empty = empty seat ({ $alternate })
assembly-alternate = stands in: { $name }
assembly-no-alternate = no alternate

assembly-in = You're in for { $cell }.
assembly-in-already = You're in already, for { $cell }.
assembly-in-for = You're in. The delegate of { $cell } is away, so you count for the seat.
assembly-in-beside = You're in. The delegate of { $cell } is here and counts for the seat. If they go, you do.
assembly-out = Thank you. You're out; you can come back.
assembly-out-already = You weren't in.

assembly-item-care = What people gave (the care ledger)
assembly-item-open = Decompressions still to be held
assembly-item-learnt = What cells have learnt
assembly-item-decisions = Decisions to look at again
assembly-item-fund = How the funds stand
assembly-learnt-how = Each cell says what it has learnt since last time. In its own chat: /debrief show
assembly-fund-how = Each cell with a fund says how it stands. In its own chat: /fund report
assembly-decisions-none = No decision is to be looked at again.
assembly-agenda-of = Agenda of { $assembly }
assembly-agenda-line = { $number }. { $item }
assembly-agenda-now = { $number }. { $item } – now
assembly-agenda-done = { $number }. { $item } – done
assembly-agenda-added = Item { $number } of { $assembly }: { $item }
assembly-agenda-what = Which one? For example: /assembly agenda open 3, or /assembly agenda add Strike fund
assembly-agenda-no-item = There is no item “{ $typed }” on the agenda.
assembly-agenda-where = Where to? For example: /assembly agenda move 5 3
assembly-agenda-stays = That item always comes first.
assembly-agenda-full = The agenda is full.
assembly-now = Now { $number }: { $item }
assembly-open-line = { $cell }: { $gathering }
assembly-open-none = Nothing is open.

assembly-waiting =
    { $count ->
        [one] Wants to speak: { $people }
       *[other] Want to speak: { $count }, next { $people }
    }
assembly-speak-place =
    { $place ->
        [one] You're next to speak.
       *[other] You're number { $place } to speak.
    }
assembly-speak-off = You are no longer waiting to speak.
assembly-speak-not-waiting = You were not waiting to speak.
assembly-speak-nobody = Nobody is waiting to speak.
assembly-speaks = { $name } speaks.
assembly-speaks-then = { $name } speaks, then { $after }.

assembly-vote-open = First close the vote “{ $text }”.
assembly-minutes-none = There are no minutes yet.
assembly-minutes-of = Minutes of { $assembly }, { $start }
assembly-minutes-so-far = Minutes of { $assembly } so far, { $start }
assembly-ics-file =
    { $count ->
        [one] One date of { $name }
       *[other] The next { $count } dates of { $name }
    }
assembly-ics-days =
    { $days ->
        [one] And the day that the council has agreed on
       *[other] And the { $days } days that the council has agreed on
    }
assembly-change-what = What changes? “at:” moves the next one only; “time:”, “length:” and “rule:” hold from the next one on. Now: { $when }
assembly-change-late = People can check in already, so it is no longer changed. You can change the next one once this one is closed.
assembly-change-far = The next one can be moved within the coming half year. That would be { $when }.
assembly-changed = { $assembly } has changed.
assembly-change-moved = { $when } – not { $before }
assembly-change-rule = From now on: { $rule }
assembly-end-sure = { $name } will not meet any more, and the next one is called off. Sure?
assembly-end-yes = Call it off
assembly-ended = { $name } is called off.
assembly-reminder = { $assembly } begins soon.
assembly-closed-title = { $assembly } is closed.
assembly-closed-present = { $present } of { $seats } seats were there.
assembly-closed-votes =
    { $votes ->
        [one] One vote, { $carried } carried
       *[other] { $votes } votes, { $carried } carried
    }
assembly-closed-next = The next one: { $start }
assembly-closed-minutes = The minutes: /assembly minutes

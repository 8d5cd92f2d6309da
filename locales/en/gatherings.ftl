# Gatherings: /gather (commands/gather/).

gather-about = People meeting: find a time, say whether you come
gather-new-about = Make a gathering
gather-when-about = Propose times for a gathering
gather-choose-about = Choose between the proposed times
gather-going-about = You come
gather-maybe-about = You may come
gather-no-about = You don't come
gather-show-about = Show a gathering
gather-list-about = List the gatherings of this cell
gather-move-about = Change the time, place, length or number of places of a gathering
gather-cancel-about = Cancel a gathering
gather-held-about = Say that a gathering was held
gather-let-go-about = Let go of meeting after an action
gather-ics-about = Gatherings as a calendar file

gather-option-gathering = Which gathering: its number or its name
gather-option-unknown = I know no gathering “{ $typed }” here. Type /gather list to see them.
gather-option-what = What people meet for
gather-ask-what = What do you meet for?
gather-option-at = When it is
gather-ask-at = When is it? For example “friday 18:00”. You can leave it open and find a time together.
gather-option-capacity = How many people can come
gather-ask-capacity = How many people can come? Leave it out if there is room for all.
gather-option-where = Where it is
gather-ask-where = Where is it?
gather-option-length = How long it lasts
gather-ask-length = How long does it last?
gather-option-times = Some times, or words such as “some evening next week”
gather-ask-times = When could it be? “friday 18:00, saturday 11:00”, or “some evening next week”.
gather-option-time = The time that you can make
gather-option-now = End the choice now

options-time-label = { $time }
options-times-this-week = An evening this week
options-times-next-week = An evening next week
options-times-weekend = At the weekend
options-times-past = All of that has passed already.
options-times-many =
    { $most ->
        [one] Please propose one time only.
       *[other] Please propose { $most } times at most.
    }

gather-none = There is no gathering here yet. Type /gather new to make one.
gather-which = Which gathering?
gather-no-cell = I don't know your cell yet. Write this in its group.
gather-needs-organizer = That is for the coordinator, or for whoever planned it.
gather-done-everywhere = Done. The chats of the cell have been told.
gather-ended-held = It was held already.
gather-ended-let-go = The cell has let it go.
gather-ended-over = It is over.
gather-ended-cancelled = It was cancelled.
gather-before-end = It has to be after the action ends.
gather-too-long = That is very long. A gathering lasts a week at most.
gather-move-what = What shall change? For example: /gather move at:"friday 18:00", or where:, length: or capacity:
gather-too-early = It's too early to say that.
gather-nothing-to-choose = There is nothing to choose right now.

gather-name-after = Afterwards: { $action }
gather-when = { $time }
gather-where = Where: { $place }
gather-length = It lasts { $length }.
gather-changed = { $gathering } has changed
gather-places =
    { $places ->
        [one] There is 1 place now.
       *[other] There are { $places } places now.
    }
gather-open-points = Open for this meeting
gather-number = Gathering { $number }
gather-no-time = No time yet. When can you?
gather-going =
    { $going ->
        [0] Nobody has said yet that they are coming
        [one] 1 is coming
       *[other] { $going } are coming
    }
gather-going-of =
    { $going ->
        [one] 1 of { $capacity } places taken
       *[other] { $going } of { $capacity } places taken
    }
gather-waiting =
    { $waiting ->
        [one] 1 on the waiting list
       *[other] { $waiting } on the waiting list
    }
gather-maybe =
    { $maybe ->
        [one] 1 perhaps
       *[other] { $maybe } perhaps
    }
gather-choose-how = When can you? Tap every time that you can make; a second tap takes it back.
gather-time-line =
    { $people ->
        [0] { $time }: nobody yet
        [one] { $time }: 1 can
       *[other] { $time }: { $people } can
    }
gather-decides = On { $time } I settle on the time that most can make.
gather-state-held = It was held.
gather-state-let-go = Let go.
gather-state-over = It is over.
gather-state-cancelled = Cancelled.

gather-button-going = Going
gather-button-maybe = Maybe
gather-button-no = No
gather-button-give-back = Give the place back
gather-button-held = Yes, we met
gather-button-other-time = Find another time
gather-button-let-go = Let it go

gather-you-go = { $gathering }: you're going.
gather-you-maybe = { $gathering }: perhaps you come.
gather-you-stay = { $gathering }: you're not coming.
gather-you-wait = { $gathering }: it's full. You are number { $place } on the waiting list and move up by yourself.
gather-can = Noted: you can make { $time }.
gather-cannot = Taken back: { $time }.
gather-place-free = { $gathering }: a place is free for you.
gather-place-free-at = { $gathering }, { $time }: a place is free for you.
gather-place-gone = { $gathering }: there are fewer places now. You are number { $place } on the waiting list and move up by yourself.

gather-place-free-chat = { $person }, a place is free for you: { $gathering }.
gather-place-free-at-chat = { $person }, a place is free for you: { $gathering }, { $time }.

gather-moved = { $gathering } is now on { $time }.
gather-time-gone = { $gathering } has no time any more. Please find another one.
gather-cancelled = { $gathering } is cancelled.
gather-held = Good that you met. { $gathering } is noted as held.
gather-let-go = { $gathering } – the cell has let it go. Nobody will be asked again.
gather-reminder = It is on { $time }, { $left }. Are you coming?
gather-decided = It is on { $time }.
gather-decided-none = No time was found that somebody can make. Shall we try others?
gather-held-ask = Did you meet? One tap is enough.
gather-overdue = It has not been held yet, and rest belongs to the action.
gather-overdue-how = Find a time, or say that you have met. The cell may also let it go.

gather-list-at = { $number }: { $gathering } – { $time }
gather-list-choosing = { $number }: { $gathering } – a time is being chosen
gather-list-no-time = { $number }: { $gathering } – no time yet
gather-list-held = { $number }: { $gathering } – held
gather-list-let-go = { $number }: { $gathering } – let go
gather-list-over = { $number }: { $gathering } – over
gather-list-cancelled = { $number }: { $gathering } – cancelled

gather-ics = Open this file with your calendar.
gather-ics-none = There is no gathering with a time here.
gather-ics-name = Gatherings of { $cell }

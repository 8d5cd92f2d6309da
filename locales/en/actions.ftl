# Actions and their care: /action (commands/action/).

action-about = What the cell does, with its care and its rest
action-plan-about = Plan an action with its care and the meeting afterwards
action-show-about = Show an action
action-list-about = List the actions of this cell
action-care-about = Care for an action: add it, take it on, say it is done
action-confirm-about = Confirm an action
action-change-about = Change an action; its care and its rest move along
action-cancel-about = Cancel an action
action-close-about = Say that an action is over before its time
action-template-about = Save an action to plan it again in one step

action-option-action = Which action: its number or its name
action-option-unknown = I know no action “{ $typed }” here. Type /action list to see them.
action-option-what = What you do, or the name of a saved action
action-ask-what = What do you want to do?
action-option-from = When it begins
action-ask-from = When does it begin? Tap one, or write for example “saturday 10:00”.
action-option-to = When it ends, or how long it lasts
action-ask-to = When does it end? A time, or “4h”.
action-option-where = Where it is
action-ask-where = Where is it?
action-option-care = Care: meals, childcare, rides and so on
action-ask-care = Who takes care during it? Choose a form of care, or write your own.
action-option-rest = When you meet afterwards; “none” for no meeting
action-ask-rest = When do you meet afterwards?
action-option-confirm = Plan it in a lull all the same
action-option-reason = Why without care or rest
action-ask-reason = Why?
action-option-form = The form of care
action-option-act-from = When this care begins
action-option-act-to = When this care ends
action-option-places = How many people it takes
action-option-do = Add it, take it on, leave it, say it is done, or remove it
action-option-name = A name to plan it again by
action-ask-name = Under which name shall I save it?

action-none = There is no action here. Type /action plan to plan one.
action-which = Which action?
action-which-care = Which one?
action-no-such-care = { $action } has no such care.
action-time-unknown = I don't understand the time “{ $typed }”. For example “saturday 18:00” or “4h”.
action-ends-first = It has to end after it begins.
action-too-long = An action lasts 31 days at most. Plan several.
action-over = This action is over.
action-cancelled-already = This action was cancelled.
action-not-begun = It has not begun yet. To call it off: /action cancel
action-change-what = What shall change? For example: /action change from:"saturday 11:00"
action-change-past = That would lie in the past.
action-long = That would be from { $from } to { $to }. Is that right?
action-lull = This falls into a lull, until { $until }: a time to rest. Plan it all the same?
action-button-lull = Plan it all the same

action-form-meals = Meals
action-form-childcare = Childcare
action-form-rides = Rides
action-form-pantry = Pantry
action-form-first-aid = First aid
action-form-quiet-room = Quiet room

action-span = { $from } to { $to }
action-at = Where: { $place }
action-no-care = No care yet.
action-act = { $form }, { $span }
action-act-label = { $form }, { $time }
action-act-day = { $form }, { $day }
action-act-nobody =
    { $places ->
        [one] { $form }: nobody yet
       *[other] { $form }: nobody yet, { $places } places
    }
action-gaps = Nobody yet:
action-gap =
    { $more ->
        [0] { $form }: { $days }
        [one] { $form }: { $days } and { $more } more
       *[other] { $form }: { $days } and { $more } more
    }
action-gap-line = Nobody yet: { $gap }
action-shifts-open = Still open:
action-shift-fallen = No more: { $shift }
action-act-places = { $form }: { $taken } of { $places } places taken
action-act-taken =
    { $open ->
        [one] { $form }: { $names }. 1 place open
       *[other] { $form }: { $names }. { $open } places open
    }
action-act-full = { $form }: { $names }
action-act-done = { $form }: done
action-act-done-by = { $form }: done by { $names }
action-no-rest = No meeting afterwards yet.
action-rest-at = Afterwards you meet on { $time }.
action-rest-no-time = Afterwards you meet; the time is still open. /gather when { $number }
action-rest-held = You have met afterwards.
action-rest-let-go = The meeting afterwards was let go.
action-reason = Confirmed all the same: { $reason }
action-number = Action { $number }, { $state }
action-state-planned = planned
action-state-confirmed = confirmed
action-state-over = over
action-state-cancelled = cancelled

action-button-take = I take on: { $form }
action-button-done = Done: { $form }
action-button-confirm = Confirm
action-button-add-care = Add: { $form }
action-button-add-rest = Meet the day after, 18:00
action-button-leave = I can't after all

action-lacks-both = This action has no care and no meeting afterwards yet. Add both, then confirm.
action-lacks-care = This action has no care yet. Add some, then confirm.
action-lacks-rest = This action has no meeting afterwards yet. Add it, then confirm.
action-lacks-way = If it has to be without: /action confirm { $number } reason:"why"
action-confirmed = Confirmed: { $time }.
action-confirmed-already = This action is confirmed already.
action-same-form =
    { $forms } again, as the last three times. What about something that was not used lately?

action-care-added = { $form } is planned for { $action }.
action-care-there = { $form } is planned already.
action-care-many =
    { $most ->
        [one] An action has one care act at most on each of its days.
       *[other] An action has { $most } care acts at most on each of its days.
    }
action-care-outside = Care has to overlap the action: { $span }.
action-care-changed = { $form } for { $action } is now: { $span }.
action-care-removed = { $form } for { $action } is taken away.
action-care-early = It has not begun yet.
action-care-done = { $form } for { $action } is done. Thank you.
action-care-done-already = That is noted already.
action-care-given = { $form } ({ $action })
action-care-done-ask = Was this care given? One tap is enough.
action-taken = Thank you. It's yours: { $form }, { $span }.
action-taken-already = { $form } is yours already.
action-taken-full = { $form } has enough people. Thank you!
action-taken-closed = { $form } is over.
action-left-over = { $form } is over. Thank you for looking after it!
action-left = { $form } is open again. Thank you for saying so.
action-not-yours = You have not taken that on.

action-changed = { $action } has changed
action-changed-what = It is now: { $what }
action-changed-when = Now: { $span }
action-changed-where = Now at: { $place }
action-cancelled = { $action } is cancelled, and the meeting afterwards too.
action-template-saved = Saved. Next time: /action plan { $name }

action-soon = It begins on { $time }, { $left }.
action-open-line =
    { $open ->
        [one] { $form }: 1 place open
       *[other] { $form }: { $open } places open
    }
action-not-confirmed = It is not confirmed yet.
action-ended = It is over. Thank you all.
action-ended-rest = You meet on { $time } to let it settle.
action-ended-when = When do you meet to let it settle?
action-ended-choosing = The time to meet afterwards is being chosen.

action-list-planned = { $number }: { $action } – { $time }, planned
action-list-confirmed = { $number }: { $action } – { $time }, confirmed
action-list-over = { $number }: { $action } – { $time }, over
action-list-cancelled = { $number }: { $action } – { $time }, cancelled

action-learnt-before = What we learnt last time
action-share-about = Let other cells see what, when and which sector; never where or who
action-unshare-about = Other cells see an action no more
action-shared = Other cells now see in /calendar show: “{ $what }”, { $span }, { $sector }. Never where it is, nor who comes.
action-shared-already = Other cells see it already. Take it back: /action unshare
action-not-shared = Other cells don't see it.
action-share-ended = Other cells don't see { $action } any more.
action-button-unshare = Take it back
action-is-shared = Other cells see what, when and which sector.

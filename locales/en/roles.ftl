# Roles that go round: /role (commands/role).

role-about = Roles that go round: who has them, who is next
role-new-about = Set up a role that goes round
role-who-about = Who holds the roles, and who is next
role-join-about = Join the rotation of a role
role-leave-about = Leave the rotation of a role
role-accept-about = Take on a turn
role-decline-about = Say that you can't take a turn
role-preview-about = Who would have the next terms, as things stand
role-history-about = Who has held a role
role-why-about = Why it is this person's turn
role-balance-about = How many terms everybody has had
role-swap-about = Offer somebody your turn for theirs
role-cover-about = Ask somebody to stand in for you
role-away-about = Say when you are away
role-skip-about = Let one turn of yours go by
role-step-down-about = Give up a role that you hold
role-remove-about = Take somebody out of a rotation
role-handover-about = Leave a note that only the next holder reads
role-edit-about = Change a role
role-end-about = End a role
role-ics-about = A calendar file of the terms

option-role = Which role: its number or its name
role-ask-which = Which role?
role-option-unknown = I know no role “{ $typed }” here. Type /role who to see them.
role-none = There is no role here yet. The coordinator sets one up with /role new.
role-no-cell = I don't know your cell yet. Write this in its group.

role-option-name = What it is called
role-ask-name = What is the role called? For example “Minutes” or “Keys”.
role-option-every = How often it passes on: 2w, every month, or an RFC 5545 rule
role-ask-every = How often does it pass on? Tap, or write for example “first monday of the month”.
role-option-day = On which weekday
role-ask-day = On which day of the week?
role-option-time = At what time
role-ask-time = At what time? For example “18:00”.
role-option-holders = How many people hold it at once
role-ask-holders = How many people hold it at once?
role-option-limit = Most terms in a row for one person
role-ask-limit = How many terms in a row may one person have?
role-option-checklist = What is handed over, separated by commas
role-ask-checklist = What has to be handed over? For example “keys, cash box, password”.
role-option-power = Whoever holds it coordinates this cell
role-ask-power = Does whoever holds it coordinate this cell?
role-option-terms = How many terms
role-ask-terms = How many terms?
role-option-with = With whom
role-ask-with = With whom would you swap?
role-option-by = Who stands in
role-ask-by = Who stands in for you?
role-option-cover-end = Call off a stand-in
role-option-from = From when
role-ask-from = From when? For example “monday” or “3 april 18:00”.
role-option-to = Until when
role-ask-to = Until when? For example “friday” or “9 april”.
role-option-note = The note
role-ask-note = What should the next person know? Only they will read it.
role-option-person = Who
role-ask-person = Who?
role-option-back = Say that you are back
role-ask-back = Are you back?

role-button-join = Join the rotation
role-button-accept = Accept
role-button-decline = Can't
role-button-swap = Swap
role-button-accept-of = Accept: { $role }
role-button-decline-of = Can't: { $role }
role-button-swap-of = Swap: { $role }
role-button-take = I'll take it
role-button-agree = Agree
role-button-refuse = No, sorry
role-button-call-off = Call it off
role-button-note = Write a note
role-button-note-of = Write a note: { $role }
role-button-read = Read it unseen
role-button-checklist = Add a checklist
role-button-back = I'm back
role-button-end = End it

# Setting up, changing, ending.

role-created = Role { $number }, { $role }, is set up. Whoever wants to take turns presses “Join the rotation”.
role-name-taken = There is a role called { $role } already.
role-day-in-rule = That rule says the day itself. Leave “day:” out.
role-edit-what = What shall change? For example: /role edit 1 time:19:00
role-edited = Changed: { $role }
role-end-sure = { $role } would no longer go round, and the turns to come would be cancelled. Sure?
role-ended = { $role } has ended. Thanks to everybody who had it.
role-removed = { $person } is no longer in the rotation of { $role }.

# The cards.

role-overview = Roles of { $cell }
role-overview-none = No role goes round here at the moment.
role-overview-line = { $number }. { $role }: { $holders } · { $then }
role-overview-nobody = { $number }. { $role }: nobody yet · { $then }
role-overview-more =
    { $roles ->
        [one] and { $roles } more role
       *[other] and { $roles } more roles
    }
role-then = then { $people }, from { $from }
role-then-nobody = from { $from }: nobody yet
role-person-accepted = { $person } (accepted)
role-places-open =
    { $places ->
        [one] { $places } place still open
       *[other] { $places } places still open
    }
role-person-acting = { $person } (acting)
role-ics-event = { $role }: { $people }
role-person-stand-in = { $standin } for { $person }
role-card-now = Now: { $holders }, until { $until }
role-card-acting = For now: { $holders }, as acting, until somebody takes over
role-card-nobody = Nobody holds it yet.
role-card-next = Next: { $people }, from { $from }
role-card-next-nobody = The next hand-over is { $from }. Nobody is next yet.
role-card-checklist = To hand over:
role-card-foot =
    Role { $number } · { $rule } · { $pool ->
        [one] { $pool } person in the rotation
       *[other] { $pool } people in the rotation
    }
role-power-council = In a council no role carries that. Type /council settings to name who coordinates it.
role-card-power = Whoever holds it coordinates this cell.
role-card-ended = This role has ended.

# Looking.

role-preview-line = { $from }: { $people }
role-preview-nobody = { $from }: nobody yet
role-preview-foot = As things stand. Absences, swaps and answers change it.
role-history-none = Nobody has held it yet.
role-history-line = { $from } to { $to }: { $person }
role-history-now = since { $from }: { $person }
role-why-line = { $person }, from { $from }
role-why-nobody = Nobody has been chosen yet.
role-why-only = Nobody else could take it.
role-why-terms =
    { $terms ->
        [0] Of { $among } who could: no term so far, fewer than everybody else.
        [one] Of { $among } who could: { $terms } term so far, fewer than everybody else.
       *[other] Of { $among } who could: { $terms } terms so far, fewer than everybody else.
    }
role-why-longest = Of { $among } who could, several have had as few terms. Their last one ended longest ago.
role-why-draw = Of { $among } who could, several are equal. A lot decided that nobody can steer.
role-why-away =
    { $people ->
        [one] { $people } person is away.
       *[other] { $people } people are away.
    }
role-why-declined =
    { $people ->
        [one] { $people } person can't this time.
       *[other] { $people } people can't this time.
    }
role-why-role =
    { $people ->
        [one] { $people } person holds another role then.
       *[other] { $people } people hold another role then.
    }
role-why-limit =
    { $people ->
        [one] { $people } person has had enough terms in a row.
       *[other] { $people } people have had enough terms in a row.
    }
role-why-aside = Nobody else was left.
role-why-aside-role = They hold another role then as well: nobody else was left.
role-why-aside-limit = They have had enough terms in a row: nobody else was left.
role-why-acting = They keep it for now, since nobody has taken over.
role-why-agreed = They took it on themselves, or swapped.
role-balance-nobody = Nobody is in the rotation yet. Join with /role join.
role-balance-line =
    { $terms ->
        [0] { $person }: no term yet
        [one] { $person }: { $terms } term counted
       *[other] { $person }: { $terms } terms counted
    }
role-balance-line-last =
    { $terms ->
        [0] { $person }: no term
        [one] { $person }: { $terms } term counted, the last until { $last }
       *[other] { $person }: { $terms } terms counted, the last until { $last }
    }
role-balance-spread = Difference between most and fewest: { $spread }. Whoever joins or comes back begins with the fewest, so nobody has to catch up.
role-ics = The terms of { $roles }, for your calendar. Fetch the file again when something has changed.

# Taking turns.

role-joined = You are in the rotation of { $role }. I ask you before your turn comes.
role-joined-already = You are in the rotation of { $role } already.
role-left = You are no longer in the rotation of { $role }. Thank you for your turns.
role-accepted = { $role } is yours from { $from } to { $to }. Thank you!
role-accepted-now = { $role } is yours now, until { $to }. Thank you!
role-volunteered = { $person } takes { $role }, until { $to }. Thank you!
role-declined = All right, thank you for saying so. I ask somebody else for { $role }.
role-skipped = All right: your turn at { $role } from { $from } goes by. The next one comes as usual.
role-stepped-down = You have given { $role } up. Thank you for what you did. I look for somebody else.
role-offered = The question goes to { $person }. Until they agree, { $role } stays as it is.
role-offer-swap = { $person } asks you to swap: would you take { $role } from { $from } to { $to }? { $person } then takes your next turn.
role-offer-cover = { $person } asks you to stand in: would you look after { $role } from { $from } to { $to }?
role-to = { $person }, { $said }
role-agreed-swap = Agreed. { $role } is yours from { $from } to { $to }.
role-agreed-cover = Agreed. You look after { $role } from { $from } to { $to }.
role-cover-ended = All right: { $person } no longer stands in at { $role }. I tell them.
role-cover-given-back = All right, thank you for saying so. { $role } is with { $person } again. I tell them.
role-cover-none = Nobody stands in for you at { $role }, and you for nobody.
role-refused-kindly = All right. I say so, and nothing changes.
role-offer-agreed = { $person } agrees and looks after { $role } from { $from } to { $to }.
role-offer-over = You need not look after { $role } for { $person } any more, from { $from } to { $to }.
role-swap-over = { $person } can't take your next turn at { $role }, as you had agreed.
role-swap-free = You need not take a turn at { $role } for { $person } any more.
role-offer-refused = { $person } can't look after { $role } from { $from } to { $to }. Ask somebody else, or say that you can't.
role-away = Noted: you are away from { $from } to { $to }. No role is handed to you meanwhile.
role-away-given-back = I look for somebody else for what was yours then: { $roles }.
role-away-holding = You hold this then: { $roles }. Ask somebody to stand in: /role cover
role-away-order = The end has to come after the beginning.
role-back = Welcome back. You are asked again when it is your turn.
role-note = { $person } leaves you a note for { $role }: { $note }
role-note-waits = { $person }, there is a note for you about { $role } that only you should read.
role-note-none = There is no note for you.
role-note-brought = I have passed your note on. Nobody else reads it.
role-note-kept = I keep your note and give it to whoever takes over, at the hand-over. Nobody else reads it.

role-refused-ended = { $role } has ended.
role-refused-not-in-pool = They are not in the rotation of { $role }. To get in: /role join
role-refused-not-member = That person is not a member here.
role-refused-no-turn = There is no turn at { $role } to do that with at the moment.
role-swap-not-yet = Your turn at { $role } is foreseen from { $from } on. It can be swapped from { $since } on, when it is the next one.
role-decline-not-yet = Your turn at { $role } is foreseen from { $from } on. You are asked before it begins, and can say no then.
role-refused-turn-over = That turn is over. Thank you all the same!
role-refused-turn-taken = Somebody else has taken it on already. Thank you all the same!
role-refused-not-yours = That was meant for somebody else.
role-refused-already-holder = You hold { $role } at that time already.
role-refused-away = They are away at that time.
role-refused-outside-term = That time lies outside of the turn.
role-refused-covered = Somebody stands in at that time already.
role-refused-cover-over = That is over. Thank you for standing in!
role-refused-offer-gone = That no longer waits for an answer.
role-refused-past = That has passed, and what has passed is not changed.
role-refused-oneself = That has to be somebody else.
role-refused-not-holder = Only whoever holds { $role } can do that.

# What roles say by themselves.

role-asked = { $role } would be yours from { $from } to { $to }. Can you?
role-asked-chat = { $person }, { $role } would be yours from { $from } to { $to }. Can you?
role-asked-running = { $role } needs somebody until { $to }. Can you?
role-asked-running-chat = { $person }, { $role } needs somebody until { $to }. Can you?
role-asked-second = { $role } still needs somebody from { $from } to { $to }. Can you? Whoever accepts first has it.
role-asked-second-chat = { $person }, { $role } still needs somebody from { $from } to { $to }. Can you? Whoever accepts first has it.
role-tomorrow =
    { $count ->
        [0] { $role } is yours from { $from }.
        [one] You take { $role } over from { $others }: { $from }.
       *[other] You take { $role } over from { $others }: { $from }.
    }
role-tomorrow-chat =
    { $count ->
        [0] { $person }, { $role } is yours from { $from }.
        [one] { $person }, you take { $role } over from { $others }: { $from }.
       *[other] { $person }, you take { $role } over from { $others }: { $from }.
    }
role-tomorrow-stand-in =
    { $count ->
        [0] You look after { $role } for { $holder } from { $from } to { $to }.
        [one] You look after { $role } for { $holder } from { $from } to { $to }. You take it over from { $others }.
       *[other] You look after { $role } for { $holder } from { $from } to { $to }. You take it over from { $others }.
    }
role-tomorrow-stand-in-chat =
    { $count ->
        [0] { $person }, you look after { $role } for { $holder } from { $from } to { $to }.
        [one] { $person }, you look after { $role } for { $holder } from { $from } to { $to }. You take it over from { $others }.
       *[other] { $person }, you look after { $role } for { $holder } from { $from } to { $to }. You take it over from { $others }.
    }
role-leaving =
    { $count ->
        [0] Your turn at { $role } ends { $to }. Who comes next is still open.
        [one] You hand { $role } over to { $others }: { $to }.
       *[other] You hand { $role } over to { $others }: { $to }.
    }
role-leaving-chat =
    { $count ->
        [0] { $person }, your turn at { $role } ends { $to }. Who comes next is still open.
        [one] { $person }, you hand { $role } over to { $others }: { $to }.
       *[other] { $person }, you hand { $role } over to { $others }: { $to }.
    }
role-handed = { $role } passes from { $left } to { $holders }, until { $to }. Thank you, { $left }!
role-begun = { $role } is with { $holders }, until { $to }.
role-stays =
    { $count ->
        [one] Nobody has taken { $role } over yet. { $people } keeps it for now, as acting. Who can?
       *[other] Nobody has taken { $role } over yet. { $people } keep it for now, as acting. Who can?
    }
role-nobody = Nobody holds { $role } now. Who can take it?
role-place-free = A place is still free at { $role }. Who can take it?
role-late = This should have been said { $at }. I was not there.
role-relaxed-role = I have asked { $person } for { $role } from { $from }, although they hold another role then: nobody else was left.
role-relaxed-limit = I have asked { $person } for { $role } again from { $from }, although they have had enough terms in a row: nobody else was left.
role-nobody-for = { $role } still needs somebody from { $from }, and nobody else in the rotation can be asked. Who joins?

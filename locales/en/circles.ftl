# Circles: /circle (commands/circle.ts).

circle-about = A weekly circle: who tells a story, who shares a skill
circle-new-about = Begin the weekly circle, or move it to another day and time
circle-show-about = The next times of the circle, and who does what
circle-join-about = Join those who tell stories and share skills in turn
circle-leave-about = Leave the rota of the circle
circle-swap-about = Exchange your next turn with somebody
circle-end-about = End the circle
circle-option-day = On which day of the week
circle-ask-day = On which day of the week?
circle-option-time = At what time
circle-ask-time = At what time? For example “18:00”.
circle-option-with = With whom
circle-ask-with = With whom would you like to exchange your turn?

circle-name = Story-and-skill circle
circle-part-story = a story
circle-part-skill = a skill
circle-nobody = nobody yet
circle-line = { $time } – { $part }: { $who }
circle-rota =
    { $people ->
        [0] Nobody is in the rota yet. Join, and the turns are shared out fairly.
        [one] { $people } person is in the rota. Turns are shared out fairly.
       *[other] { $people } people are in the rota. Turns are shared out fairly.
    }
circle-none = This cell has no circle yet. Its coordinator begins one: /circle new
circle-no-cell = You are not a member of this cell. Write this in the group of yours.
circle-joined = You are in the rota. I remind you two days before a turn of yours.
circle-joined-already = You are in the rota already.
circle-left = You left the rota. Turns of yours go to the next.
circle-not-in = You are not in the rota.
circle-ended = The circle has ended.
circle-ended-before = The circle has ended. It does not meet on { $time } any more.
circle-no-turn = No turn of yours is planned. To see who is: /circle show
circle-they-no-turn = { $person } has no turn that could be exchanged. To see who has: /circle show
circle-swap-asked = The question goes to { $person }.
circle-swap-question = { $person } would like to exchange: you would take { $part } on { $time }, and they { $yours } on { $yourTime }. Is that all right?
circle-swap-question-chat = { $asked }, { $person } would like to exchange: you would take { $part } on { $time }, and they { $yours } on { $yourTime }. Is that all right?
circle-swap-gone = That is somebody else's, or it has changed in the meantime. To see who does what: /circle show
circle-swap-declined = All right, it stays as it is.
circle-swap-declined-there = { $person } cannot exchange. It stays as it is.
circle-swap-declined-chat = { $asker }, { $person } cannot exchange. It stays as it is.
circle-swapped = Exchanged. You have { $part } on { $time }.
circle-exchanged = Exchanged: { $turns }.
circle-has = { $person } has { $part } on { $time }
circle-over = That is over. Thank you all the same!
circle-cannot = All right. The next in the rota is asked.
circle-volunteer = For { $time } somebody is needed who has { $part } to share. Who would like to?
circle-reminder = It is your turn in the circle: { $part }, on { $time }.
circle-reminder-chat = In the circle on { $time }, { $person } has { $part } for us.
circle-button-join = Join the rota
circle-button-leave = Leave the rota
circle-button-yes = Yes, exchange
circle-button-no = No
circle-button-cannot = I can't
circle-button-swap = Exchange

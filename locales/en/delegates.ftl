# /delegate

delegate-about = Who speaks for your cell in a council
delegate-choose-about = Opens an election of delegates in the cell
delegate-stand-about = Says that you would be a delegate
delegate-propose-about = Proposes somebody, who is asked
delegate-accept-about = Accepts being proposed, or the mandate of your cell
delegate-decline-about = Says that you do not stand
delegate-vote-about = Your answer in an election or recall, unseen
delegate-mandate-about = Says what your cell binds its delegates to
delegate-recall-about = Asks the cell whether a delegate is to lose their seat
delegate-step-down-about = Gives up your seat in a council
delegate-show-about = Shows the seats, and what is being chosen

delegate-option-seats = How many seats; all empty ones if left out
delegate-ask-seats = How many seats?
delegate-option-alternates = How many alternates; as many as seats if left out
delegate-ask-alternates = How many alternates?
delegate-option-until = When the term ends; open if left out
delegate-ask-until = Until when? For example: 1 March
delegate-option-lasts = How long people can answer; 48 hours if left out
delegate-ask-lasts = How long can people answer? For example: 48h
delegate-option-poll = The election
delegate-option-for = Names or numbers with commas, “none”, “yes”, “no” or “withdraw”
delegate-ask-for = Whom would you accept?
delegate-option-mandate = What your delegates are bound to, in your own words
delegate-ask-mandate = What are your delegates to stand for?
delegate-ask-propose = Whom do you propose? Mention them with @.
delegate-ask-recall = Who is to lose their seat? Mention them with @.

delegate-poll-gone = This election is over and gone.
delegate-poll-closed = This is closed. Answers no longer change it.
delegate-seats-unknown = I don't understand that. Try “2”, or “10 max 5” for one more for each 10 members, 5 at most.
delegate-no-council = { $cell } sits in no council yet. A steward adds it with /council settings add.
delegate-not-in-council = { $cell } does not sit in the council { $council }.
delegate-no-poll = Nothing is being chosen in your cell at the moment.
delegate-which = Which one?
delegate-which-election = Council { $council }
delegate-which-recall = Recall of { $person }
delegate-opened = It is open now, in the chats of your cell.
delegate-lasts = It can last from one hour to 14 days.
delegate-choosing-already = Your cell is choosing already. /delegate show shows it.
delegate-seats-are = { $empty ->
    [0] { $all ->
        [one] The seat is filled. To choose it anew: seats:{ $all }
       *[other] All { $all } seats are filled. To choose them all anew: seats:{ $all }
    }
    [one] { $all ->
        [one] There is one seat, and it is empty. To choose for it: seats:{ $all }
       *[other] There are { $all } seats, one of them empty. Choose that one, or all { $all }.
    }
   *[other] There are { $all } seats, { $empty } of them empty. Choose up to { $empty }, or all { $all }.
}

delegate-election = Who speaks for { $cell } in the council { $council }?
delegate-places = { $seats ->
    [one] One seat
   *[other] { $seats } seats
}, { $alternates ->
    [0] no alternate
    [one] one alternate
   *[other] { $alternates } alternates
}
delegate-term-line = The term ends on { $until }.
delegate-nobody-yet = Nobody stands yet.
delegate-candidate-line = { $number }. { $name }
delegate-proposed-line = { $number }. { $name } (proposed, has not said yes yet)
delegate-how = Tap each name that you would accept. Tap again to take it back. Nobody sees your answer.
delegate-second-round = A tie: choose again, between these. Tap each name that you would accept.
delegate-lot-if-tie = If it is a tie again, a lot decides. Its seal: { $seal }
delegate-stand-until = Standing is possible until { $until }.
delegate-stand-over = Standing is no longer possible.
delegate-turnout = { $voted } of { $members } answered, { $needed } needed. Until { $until }.
delegate-turnout-again = { $voted } answered. Until { $until }.
delegate-name = { $name }
delegate-accepted-name = Yes: { $name }
delegate-button-none = None of them
delegate-button-stand = I would do it
delegate-button-accept = I accept
delegate-button-decline = No, thanks
delegate-button-choose = Choose
delegate-recall-question = Is { $person } to lose the seat of { $cell } in the council { $council }?
delegate-recall-yes = Yes, recall
delegate-recall-no = No, stay

delegate-no-quorum = Too few answered: { $voted } of { $members }, { $needed } were needed. Everything stays as it is.
delegate-void = This is no longer needed, and was closed.
delegate-nobody = Nobody was chosen. Everything stays as it is.
delegate-recalled = { $person } has lost the seat: { $yes } of { $voted } who answered wanted it, of { $members } members.
delegate-kept = { $person } stays: { $yes } of { $voted } who answered wanted a recall, of { $members } members.
delegate-chosen = Chosen: { $people }
delegate-chosen-alternates = Alternates: { $people }
delegate-score = { $number }. { $name }: { $count }
delegate-voted = { $voted } of { $members } answered, { $needed } were needed.
delegate-lot = It was a tie in both rounds. The lot drew, in this order: { $people }
delegate-lot-how = To draw it again: the smallest SHA-256 of “{ $seed }:number” comes first. Numbers drawn: { $numbers }. The seal was the SHA-256 of { $seed }.
delegate-council-told = { $cell } has chosen for the council { $council }: { $people }

delegate-you-stand = { $person } stands for the seat of { $cell } in the council { $council }.
delegate-proposed = { $person } is proposed for { $council }, and is asked. They answer with /delegate accept.
delegate-stands-already = { $person } is on the list already.
delegate-too-late = It is too late to stand. People are choosing.
delegate-full = The list is full.
delegate-counts-elsewhere = Only who counts in { $cell } can stand there.
delegate-holds-seat = { $person } has a seat there already.
delegate-you-are-proposed = You are proposed to speak for { $cell } in the council { $council }. Would you do it? There is time until { $until }.
delegate-you-are-proposed-chat = { $person }, you are proposed to speak for { $cell } in the council { $council }. Would you do it? There is time until { $until }.
delegate-asked-another = That question is for somebody else.
delegate-accepted = You have accepted the seat of { $cell } in the council { $council }, with its mandate.
delegate-nothing-to-accept = Nothing waits for your yes.
delegate-not-standing = You do not stand.
delegate-declined = You do not stand for the seat of { $cell } in the council { $council }.

delegate-accepts = Noted: you would accept this name. Tap again to take it back. /delegate vote shows all of your answer.
delegate-taken-back = Noted: you took this name back. /delegate vote shows all of your answer.
delegate-voted-noted = Noted. You can change it until the end. /delegate vote shows your answer.
delegate-vote-withdrawn = Your answer is withdrawn.
delegate-vote-elsewhere = Only who counts in { $cell } can answer there.
delegate-yes-or-no = Answer with “yes”, “no” or “withdraw”.
delegate-no-candidate = Nobody on the list is called { $typed }. Use the names or numbers on the list.
delegate-stands-no-more = They do not stand any more.
delegate-own-none = You have not answered yet.
delegate-own-nobody = Your answer: none of them.
delegate-own-people = You would accept: { $people }
delegate-own-yes = Your answer: yes, recall.
delegate-own-no = Your answer: no, stay.

delegate-mandate-set = The delegates of { $cell } to the council { $council } are bound to this:
delegate-new-mandate = { $cell } binds you to this in the council { $council }:
delegate-mandate = Mandate: { $mandate }
delegate-your-mandate = You are bound to this: { $mandate }
delegate-you-are = You speak for { $cell } in the council { $council } now.
delegate-asked-in-chat = { $person }, you speak for { $cell } in the council { $council } now. Do you accept it, with the mandate?
delegate-you-stand-in = You are an alternate of { $cell } in the council { $council }: you speak when the delegate is away.
delegate-your-seat-ended = Your seat for { $cell } in the council { $council } has ended. Thank you for what you did.
delegate-assembly-near = { $assembly } begins { $when }.
delegate-assembly-goes-on = { $assembly } goes on until { $when }.

delegate-is-none = { $person } has no seat of { $cell } in the council { $council }.
delegate-recall-open = The cell is being asked about { $person } already.
delegate-recall-again = The cell has just decided about { $person }. It can be asked again from { $next }.
delegate-recall-opened = The cell is asked now. Nobody is told who wanted it.
delegate-you-hold-none = You have no seat in a council.
delegate-step-down-sure = Do you want to give up your seat in the council { $council }?
delegate-step-down-yes = Yes, step down
delegate-stepped-down = You have given up your seat in the council { $council }. Thank you for what you did.

delegate-end-recalled = { $cell } has recalled { $person } from the council { $council }.
delegate-end-stepped-down = { $person } has given up the seat of { $cell } in the council { $council }.
delegate-end-left = { $person } has left: the seat of { $cell } in the council { $council } is free.
delegate-end-elsewhere = { $person } counts in another cell now: the seat of { $cell } in the council { $council } is free.
delegate-end-linked = { $person } had two seats with two accounts: one of { $cell } in the council { $council } is free.
delegate-end-term = The term of { $person } for { $cell } in the council { $council } is over.
delegate-moves-up = { $person } moves up.
delegate-seat-empty = The seat is empty now.
delegate-empty = { $count ->
    [one] { $cell } has an empty seat in the council { $council }. Nobody speaks for you there.
   *[other] { $cell } has { $count } empty seats in the council { $council }.
}
delegate-term-ahead = The term of { $person } for { $cell } in the council { $council } ends on { $until }. Choose in time.

delegate-show-council = Seats of the council { $council }
delegate-show-cell = { $cell } in the council { $council }
delegate-cell-people = { $cell }: { $people }{ $empty ->
    [0] { "" }
    [one] , one seat empty
   *[other] , { $empty } seats empty
}
delegate-cell-empty = { $count ->
    [one] { $cell }: empty
   *[other] { $cell }: { $count } seats, all empty
}
delegate-seat-line = Seat { $number }: { $person }{ $alternate }{ $accepted }{ $until }
delegate-seat-line-empty = Seat { $number }: empty
delegate-alternate = { ", " }alternate { $person }
delegate-no-alternate = { "" }
delegate-has-accepted = { "" }
delegate-has-not-accepted = { ", " }has not accepted the mandate yet
delegate-no-term = { "" }
delegate-until = { ", " }until { $until }
delegate-sectors = Seats of all sectors
delegate-sector-line = { $sector }: { $filled } of { $seats } filled

council-seats = { $count ->
    [one] Each cell has one seat in the council.
   *[other] Each cell has { $count } seats in the council.
}
council-seats-members = Each cell has one seat in the council, and one more for each started { $per } members, { $cap } at most.

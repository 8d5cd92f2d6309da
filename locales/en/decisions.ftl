# Decisions of a cell or council: /decide (commands/decide).

decide-about = What we have decided: record it, object, look it up
decide-record-about = Record a decision; it stands if nobody objects for 48 hours
decide-list-about = What holds; with words only what has them in it
decide-show-about = One decision, and what stood before it
decide-supersede-about = Put a new decision in the place of an old one
decide-object-about = Object to a decision; nobody sees who
decide-take-back-about = Take your objection back
decide-vote-about = Put a decision to the vote
decide-adopt-about = Record what a vote has carried

decide-option-text = What is decided, in a sentence
decide-ask-text = What is decided? One sentence.
decide-option-review = When you look at it again, such as “in 3 months”
decide-ask-review = When do you look at it again? For example: in 3 months
decide-option-decision = Which decision: its number
decide-ask-decision = Which decision? Its number.
decide-option-words = Words that are in it
decide-ask-words = Which words are in it?

decide-unknown = I know no decision “{ $typed }” here. /decide list shows them.
decide-none = Nothing is decided here yet.
decide-none-with = No decision here has “{ $words }” in it.
decide-recorded = Decision { $number } is recorded, and shown in its chats.
decide-not-to-supersede = Decision { $number } doesn't hold, or another one is about to take its place. /decide show { $number } shows how it stands.
decide-not-to-vote = Decision { $number } is decided already, or being voted on.
decide-adopt-elsewhere = That vote is another one's. What it carried is recorded in the chat of those who voted.
decide-adopt-open = That vote is still open.
decide-adopt-failed = Vote { $number } was not carried.
decide-adopted-already = That is recorded already: decision { $number }.

decide-waiting = Decision { $number }: holds from { $until }, if nobody objects
decide-contested = Decision { $number }: somebody objects, so it takes a vote
decide-voting = Decision { $number }: being voted on
decide-stands = Decision { $number }: holds since { $since }, nobody objected
decide-stands-by-vote = Decision { $number }: holds since { $since }, vote { $vote }: { $result }
# What was learnt can be written anew before it is put to a vote.
decide-rejected = Decision { $number }: not taken, it was written anew
decide-rejected-by-vote = Decision { $number }: not taken, vote { $vote }: { $result }
decide-superseded = Decision { $number }: holds no more, decision { $by } took its place
decide-objections =
    { $objections ->
        [one] One person objects
       *[other] { $objections } people object
    }
# When it can be objected to no more.
decide-objections-then =
    { $objections ->
        [one] One person objected
       *[other] { $objections } people objected
    }
decide-instead-of = Takes the place of decision { $number }: { $text }
decide-learnt = What we learnt: { $what }
decide-rule-new = A new rule of the charter
decide-rule = Rule { $rule } of the charter
decide-review-on = To be looked at again on { $date }
decide-how = How many object is shown, never who.
decide-button-object = I object
decide-button-take-back = Take it back
decide-button-vote = Put it to a vote
decide-button-vote-secret = Secret vote
decide-button-anew = Write it anew
decide-button-adopt = Record as a decision

decide-objected = Your objection to decision { $number } is noted. Nobody sees that it's yours. It takes a vote now.
decide-objected-already = You object to decision { $number } already.
decide-taken-back = Your objection to decision { $number } is taken back.
decide-nothing-to-take-back = You don't object to decision { $number }.
decide-too-late = Nobody can object to decision { $number } any more.
decide-not-yours = Only who counts in that cell, or sits in that council, can object.

decide-now-stands = Decision { $number } holds now, nobody objected: { $text }
decide-now-contested =
    { $objections ->
        [one] One person objects to decision { $number }, so it takes a vote: { $text }
       *[other] { $objections } people object to decision { $number }, so it takes a vote: { $text }
    }
decide-now-learnt = Nobody objected, this is what we have learnt (decision { $number }): { $text }
decide-or-anew = Or whoever coordinates writes it anew.
decide-voted-stands = Decision { $number } holds now.
decide-voted-rejected = Decision { $number } is not taken.
decide-review-now = Decision { $number } is to be looked at again: { $text }
decide-review-how = It stands on the list of the next meeting until you have met. To change it: /decide supersede { $number }
decide-open-contested = Decision { $number } takes a vote, somebody objects: { $text }
decide-open-review = Decision { $number } is to be looked at again: { $text }

decide-list = Decisions
decide-line = { $number }: { $text }
decide-line-superseded = { $number }: { $text } (no more, see { $by })
decide-line-rejected = { $number }: { $text } (not taken)
decide-line-pending = { $number }: { $text } (not yet)
decide-more =
    { $more ->
        [one] … and one more: /decide list with a word of it
       *[other] … and { $more } more: /decide list with a word of them
    }
decide-history = How it came to this
decide-history-line = { $number } ({ $date }): { $text }

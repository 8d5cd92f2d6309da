# Votes in an assembly and in a cell: /vote (commands/vote.ts, commands/vote-message.ts, commands/vote-result.ts).

vote-about = Votes of a cell or an assembly: open one, answer, close, show
vote-open-about = Put a question to the cell, or to the assembly
vote-yes-about = Vote yes
vote-no-about = Vote no
vote-abstain-about = Abstain
vote-close-about = Close the vote and count
vote-show-about = Show a vote; an open one with its buttons

vote-option-text = What is decided, in a sentence
vote-ask-text = What shall be decided? One sentence.
vote-option-rule = How many must say yes: more than half, two thirds, or a part such as 3/4
vote-ask-rule = How many must say yes?
vote-option-base = Of what: the votes cast, those present, or all who are entitled
vote-ask-base = Of what?
vote-base-cast = Votes cast
vote-base-present = Those present
vote-base-entitled = All who are entitled
vote-option-by = In an assembly: seats, or cells with one voice each
vote-ask-by = What is counted?
vote-option-secret = Nobody learns who voted how
vote-ask-secret = Is it secret?
vote-option-lasts = In a cell: how long people can vote; 48 hours if left out
vote-ask-lasts = How long can people vote? For example: 48h
vote-option-quorum = In a cell: how many must vote, such as 2/3 or 12; half if left out
vote-ask-quorum = How many must vote? For example: 2/3, or 12
vote-option-vote = Which vote: its number
vote-ask-vote = Which vote?

vote-rule-unknown = I don't know the rule “{ $typed }”. Try “more-than-half”, “two-thirds” or “3/4”. Less than half can't carry anything.
vote-quorum-unknown = I don't know the quorum “{ $typed }”. Try “2/3” or “12”.
vote-which = There are several votes with the number { $number } here. Which one?
vote-unknown = I know no vote “{ $typed }” here. Type /vote show to see the latest.
vote-none-open = No vote is open here.
vote-none = There was no vote here yet.
vote-which-open = Several votes are open. Answer with the buttons of the one that you mean.
vote-one-at-a-time = One vote at a time: “{ $text }” is still open.
vote-needs-assembly = Votes are taken in an assembly, and none is open now.
vote-not-begun = The assembly begins at { $start }. Until then people check in, and nothing is decided. Open the vote again when it has begun.
vote-needs-quorum = Nothing can be decided yet. { $quorum }
vote-no-seat = Only who holds a seat in { $council } can vote.
vote-delegate-here = Your cell's delegate is here and votes for the seat. If they go, you do.
vote-elsewhere = Only who counts in { $cell } can vote there. You count elsewhere; /me cell changes that.
vote-is-closed = That vote is closed.
vote-cell-one-voice = In a cell each member has one voice: leave out “by”.
vote-assembly-has-its-own = An assembly has its own quorum, and its votes have no hour: leave out “lasts” and “quorum”.
vote-lasts = A vote can last from five minutes to 14 days.
vote-asked-already = That is being voted on already. /vote show shows it.
vote-many-open = { $votes } votes are open already. Wait until one is counted, or close one.

vote-opened = Vote { $number } is open.
vote-in-secret = Your vote is in. Nobody can see what it is. You can change it until the vote is closed.
vote-in-yes = You voted yes. You can change it until the vote is closed.
vote-in-no = You voted no. You can change it until the vote is closed.
vote-in-abstain = You abstained. You can change it until the vote is closed.
vote-done-elsewhere = Done. Everybody whom it concerns has been told.

vote-card-open = Vote { $number }, open
vote-card-open-secret = Vote { $number }, secret
vote-card-closed = Vote { $number }, closed { $closed }
vote-card-answered =
    { $answered ->
        [0] Nobody has voted yet
        [one] One has voted
       *[other] { $answered } have voted
    }
vote-card-turnout =
    { $voted ->
        [0] Nobody of { $members } has voted yet, { $needed } must
        [one] One of { $members } has voted, { $needed } must
       *[other] { $voted } of { $members } have voted, { $needed } must
    }
vote-card-until = Until { $until }
vote-card-secret-note = Nobody learns who voted how. When the vote is closed, nothing that leads back to anybody is kept.
vote-button-yes = Yes
vote-button-no = No
vote-button-abstain = Abstain
vote-button-close = Close the vote
vote-line = { $number }: { $text } – { $result }

vote-half = more than half
vote-two-thirds = two thirds
vote-part = { $num }/{ $den }
vote-by-seats = by seats
vote-by-cells = by cells
vote-rule-cast = Needed: { $majority } of the votes cast, { $by }
vote-rule-present = Needed: { $majority } of those present, { $by }
vote-rule-entitled = Needed: { $majority } of all who are entitled, { $by }

# In a cell each member has one voice.
vote-rule-cell-cast = Needed: { $majority } of the votes cast, one voice each
vote-rule-cell-present = Needed: { $majority } of those who vote, one voice each
vote-rule-cell-entitled = Needed: { $majority } of all who count in the cell, one voice each

vote-still-open = still open
vote-no-quorum = Not carried: no quorum any more
vote-too-few = Not carried: { $voted } of { $members } voted, { $needed } must
vote-nobody = Not carried: nobody voted yes or no
# "21 of 30" are numbers of votes; $majority: "two thirds"
vote-carried-cast = Carried: { $yes } of { $of } votes cast, needed { $needed } ({ $majority })
vote-carried-present = Carried: { $yes } of { $of } present, needed { $needed } ({ $majority })
vote-carried-entitled = Carried: { $yes } of { $of } entitled, needed { $needed } ({ $majority })
vote-failed-cast = Not carried: { $yes } of { $of } votes cast, needed { $needed } ({ $majority })
vote-failed-present = Not carried: { $yes } of { $of } present, needed { $needed } ({ $majority })
vote-failed-entitled = Not carried: { $yes } of { $of } entitled, needed { $needed } ({ $majority })
vote-count-seats = Seats: { $yes } yes, { $no } no, { $abstain } abstained
vote-count-cells = Cells: { $yes } yes, { $no } no, { $abstain } abstained
vote-count-members = Voices: { $yes } yes, { $no } no, { $abstain } abstained, of { $entitled } who count
vote-cell-voices = { $cell }: { $yes } yes, { $no } no, { $abstain } abstained
vote-cell-yes = { $cell }: yes
vote-cell-no = { $cell }: no
vote-cell-abstain = { $cell }: abstained
vote-cells-more =
    { $cells ->
        [one] … and one more cell
       *[other] … and { $cells } more cells
    }

# Tallies: /tally (commands/tally.ts, commands/tally-message.ts).

tally-about = Results of drives and votes: look, post to many chats
tally-show-about = Show the published figures of a drive, or the result of a vote
tally-post-about = Post them to all chats that they are for, after a look at the list
tally-receipts-about = Show which chats got it, and why others did not
tally-option-vote = Which vote: its number
tally-ask-vote = Which vote?
tally-option-to = Only these sectors, “council” for its own chats, or “federation” for all
tally-ask-to = To which chats?

tally-one-of = A drive or a vote, one at a time.
tally-none = There is no drive here yet. For a vote type /tally show vote:1 with its number.
tally-vote-open = That vote is still open. Its result is shown when it closes.
tally-not-yours = That is for the coordinator of a council that it concerns, or a steward.
tally-hidden = As agreed, the numbers of this drive are not shown yet.
tally-cell-own = A drive or a vote of one cell goes to that cell's own chats only.
tally-federation-needs-steward = Only a steward can post to the whole federation.
tally-nobody = There is no chat to post it to.
tally-not-posted = It was not posted yet.

tally-preview =
    { $chats ->
        [one] This goes to one chat:
       *[other] This goes to { $chats } chats:
    }
tally-preview-again =
    { $chats ->
        [one] One of them has it already: there the old figures are replaced.
       *[other] { $chats } of them have it already: there the old figures are replaced.
    }
tally-button-post =
    { $chats ->
        [one] Post to one chat
       *[other] Post to { $chats } chats
    }
tally-posting =
    { $chats ->
        [one] I am posting it to one chat.
       *[other] I am posting it to { $chats } chats. New figures will replace the old ones there.
    }
tally-button-receipts = Who got it?
tally-receipts-of = Posted: { $title }
tally-receipts =
    { $chats ->
        [one] Delivered to { $sent } of one chat{ $waiting ->
            [0] {""}
            [one] , { $waiting } waiting
           *[other] , { $waiting } waiting
        }{ $failed ->
            [0] {""}
            [one] , { $failed } failed
           *[other] , { $failed } failed
        }
       *[other] Delivered to { $sent } of { $chats } chats{ $waiting ->
            [0] {""}
            [one] , { $waiting } waiting
           *[other] , { $waiting } waiting
        }{ $failed ->
            [0] {""}
            [one] , { $failed } failed
           *[other] , { $failed } failed
        }
    }
tally-receipt-sent = { $chat }: delivered
tally-receipt-waiting = { $chat }: waiting

tally-all = All together
tally-by-sector = By sector
tally-other-ways = Other ways to join
tally-people = { $people }
tally-people-last = { $people } at the last count
tally-goal = Goal: { $goal }
tally-minimum = Each sector: { $minimum } at least
tally-firm = Firm
tally-waiting = Waiting for others
tally-note = Numbers of fewer than { $people } people are not shown, and fewer than { $people } may have come or gone since the last count.
tally-figures =
    { $firm } firm{ $waiting ->
        [0] {""}
        [one] , { $waiting } waiting
       *[other] , { $waiting } waiting
    }
tally-figures-last =
    { $firm } firm{ $waiting ->
        [0] {""}
        [one] , { $waiting } waiting
       *[other] , { $waiting } waiting
    } at the last count
tally-nothing = nothing to show yet
tally-line = { $label }: { $figures }
tally-more-sectors =
    { $sectors ->
        [one] One more sector is not shown
       *[other] { $sectors } more sectors are not shown
    }
tally-alt = Picture with bars: { $title }
tally-alt-next = { $before }. { $item }
tally-file = tally-{ $number }.png
tally-file-vote = vote-{ $number }.png
tally-vote-title = Vote { $number }: { $text }
tally-carried = Carried
tally-not-carried = Not carried
tally-yes = Yes
tally-no = No
tally-abstain = Abstaining
tally-votes = { $votes }
tally-needed = Needed: { $needed }

# Minutes of an assembly, as a file and as a page (commands/assembly/minutes-paper.ts).

minutes-file-pdf = minutes-{ $number }.pdf
minutes-file-text = minutes-{ $number }.md
minutes-title = Minutes of assembly { $number }
minutes-foot = { $council }, assembly { $number }
minutes-from = Began
minutes-to = Ended
minutes-running = still running
minutes-host = Host
minutes-host-place = { $sector }, { $place }
minutes-seats = Seats
minutes-seats-figures =
    { $present ->
        [one] One delegate present, of { $filled } chosen, for { $seats } seats
       *[other] { $present } delegates present, of { $filled } chosen, for { $seats } seats
    }
minutes-cells = Cells
minutes-cells-figures = { $present } of { $cells } present
minutes-quorum = Quorum
minutes-quorum-needed =
    { $by ->
        [cells] Cells that must be there: { $needed }
       *[seats] Seats that must be there: { $needed }
    }{ $sectors ->
        [0] {""}
        [one] , of one sector
       *[other] , of { $sectors } sectors
    }
minutes-present = Who was there
minutes-sector = By sector
minutes-present-figures = Present
minutes-names = By name
minutes-dealt = What was dealt with
minutes-item = { $number }. { $title }
minutes-care = Thanks for the care given
minutes-open = Actions whose decompression is still open
minutes-learnt = What cells have learnt
minutes-decisions = Decisions looked at again
minutes-fund = How the funds stand
minutes-other = Other business
minutes-other-votes = Other votes
minutes-not-reached = Not reached; it comes first next time.
minutes-nothing = No item was dealt with.
minutes-vote = Vote { $number }: { $text }
minutes-carried = Carried: { $figures }
minutes-failed = Not carried: { $figures }
minutes-figures = { $yes } yes, { $no } no, { $abstain } abstaining. Needed: { $needed } of { $of } { $base ->
        [present] present
        [entitled] entitled
       *[cast] votes cast
    }, { $by ->
        [cells] counted by cells
       *[seats] counted by seats
    } ({ $rule }).
minutes-vote-quorate = There then: { $present } of { $entitled } { $by ->
        [cells] cells
       *[seats] seats
    }. That was enough to decide.
minutes-vote-inquorate = There then: { $present } of { $entitled } { $by ->
        [cells] cells
       *[seats] seats
    }. That was not enough to decide.
minutes-failed-nobody = No vote counted.
minutes-failed-tie = It was a tie.
minutes-failed-few = There were too few yes.
minutes-half = more than half
minutes-fraction = { $num }/{ $den }
minutes-secret = By secret ballot.
minutes-moment = { $at }
minutes-names-list = { $names }

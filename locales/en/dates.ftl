# Dates that a council proposes to its cells: /date (commands/date).

date-about = Days on which several cells act together
date-propose-about = Ask the council's cells which of some days they can
date-show-about = Which days are proposed and agreed; in the direct chat, your own answers
date-can-about = Say that you can on a proposed day; nobody sees it
date-cannot-about = Say that you can't on a proposed day; nobody sees it
date-agree-about = Put a day to the vote of the assembly, once that has begun
date-cancel-about = Call off a proposal of days, or by a vote the day that was agreed on

date-option-what = What it is for, in a few words
date-ask-what = What is it for? A few words.
date-option-days = Which days, five at most: “1 may, 2 may”
date-ask-days = Which days? Five at most, such as: 1 may, 2 may
date-option-drive = A drive whose figures stand beside the answers
date-option-date = Which proposal: its number
date-ask-date = Which proposal? Its number.
date-option-day = Which day
date-ask-day = Which day?

date-day = { $day }
date-day-of = { $day } ({ $what })
date-weekend = { $days }
date-days-early = Cells have three days to answer, so the first day can be { $first }.
date-days-far = That is more than a year ahead.
date-days-many = Five days at most at once, so that all can answer with a few taps: { $most }.
date-many-open = { $most } proposals are being answered already. One more can follow when one is over: /date show
date-day-asked = Cells are asked about { $days } already: /date show
date-day-asked-elsewhere = Another council asks some of these cells about { $days } now. It can be asked about when that is over.
date-left-out = Left out, since cells are asked about it already: { $days }
date-left-out-elsewhere = Left out, since another council asks some of these cells about it now: { $days }
date-unknown = I know no proposal “{ $typed }” here. /date show shows them.
date-which = There is more than one proposal { $number }. Which one?
date-none = No days are proposed yet.
date-none-open = No proposed day can be answered here now: /date show
date-none-closed = There is no day here that can be agreed on. Cells answer first: /date show
date-day-unknown = “{ $typed }” is not one of the proposed days. Which one do you mean?
date-too-late = The cells' time to answer is over: /date show
date-not-yours = Those who count in a cell that is asked answer. You count elsewhere: /me show
date-still-open = The cells answer until { $until }. After that the council can agree on a day.
date-counting = The cells' answers are being counted. Try again in a minute.
date-day-past = { $day } is over.
date-agreed-already = { $day } is agreed on already.
date-voting = A vote about it is open: vote { $vote }.
date-needs-assembly = A council agrees by a vote in its assembly, and none is planned: /assembly new
date-needs-assembly-at = A council agrees by a vote in its assembly. The next one: { $when }. Press again when it has begun.
date-vote-text = { $what }: { $day }
date-vote-move-text = { $what }: { $day } instead of { $before }
date-vote-off-text = { $what }, { $day }: call it off
date-move-ask = “{ $what }” is agreed on { $before }. Shall the assembly vote on moving it to { $day }? Until it has, { $before } stands.
date-button-move-sure = Yes, vote on moving it
date-none-to-cancel = There is nothing here to call off: /date show
date-off-already = That is called off.

date-list = Days together
date-line = { $what }: { $state }
date-list-more = One of them in full: /date show and its number
date-state-open = Proposal { $number }: the cells answer until { $until }
date-state-answered = Proposal { $number }: the cells have answered, nothing is agreed on yet
date-state-voting = Proposal { $number }: vote { $vote } is about { $day }
date-state-moving = Proposal { $number }: agreed on { $agreed }. Vote { $vote } is about moving it to { $day }
date-state-voting-off = Proposal { $number }: agreed on { $agreed }. Vote { $vote } is about calling it off
date-state-off = Proposal { $number }: called off
date-state-off-agreed = Proposal { $number }: called off. It was agreed on { $day }
date-state-agreed = Proposal { $number }: agreed on { $day }
date-how-council =
    { $cells ->
        [one] One cell is asked, in its chat: each member answers unseen. Until then nothing of it is shown, and never a person.
       *[other] { $cells } cells are asked, in their chats: each member answers unseen. Until then nothing of it is shown; after that the cells by sector, and never a person.
    }
date-question = On which of these days can you?
date-question-until = On which of these days can you? You can change it until { $until }.
date-turnout =
    { $answered ->
        [one] { $answered } of { $members } here has answered, needed: { $needed }
       *[other] { $answered } of { $members } here have answered, needed: { $needed }
    }
date-how-cell = Nobody sees who can. The last answer counts. Or write to me directly: /date show
date-cell-gone = This cell is in the council no more. Nobody is asked here now.
date-button-can = { $day }: I can
date-button-cannot = { $day }: I can't
date-button-agree = Vote on { $day }
date-button-move = Move it to { $day }

date-you-can = { $day }: you can
date-you-cannot = { $day }: you can't
date-you-nothing = { $day }: not answered
date-noted-can = Noted: you can on { $day }.
date-noted-cannot = Noted: you can't on { $day }.
date-missing = Still to answer: { $days }.
date-all-answered = That's all of them. You can change it until { $until }.

date-cells-all =
    { $cells ->
        [one] { $day }: { $can } of { $cells } cell can
       *[other] { $day }: { $can } of { $cells } cells can
    }
date-cells =
    { $cells ->
        [one] { $day }: { $can } of { $cells } cell can; { $rest }
       *[other] { $day }: { $can } of { $cells } cells can; { $rest }
    }
date-cells-cannot = { $cells } can't
date-cells-tie =
    { $cells ->
        [one] { $cells } is split
       *[other] { $cells } are split
    }
date-cells-silent = too few answered in { $cells }
date-cells-few = { $day }: too few people answered to show anything
date-sector = By sector
date-others = Small sectors together
date-ready = Firm
date-can-of = { $can } of { $cells }
date-own = This cell
date-own-possible = { $day }: it can
date-own-impossible = { $day }: it can't
date-own-tie = { $day }: it is split
date-own-few = Too few people of this cell answered to show what it said by itself.
date-own-no-answer = { $day }: too few answered
date-drive = Firm: in drive { $number } ({ $drive }), at the last count.
date-drive-hidden = Drive { $number } ({ $drive }) shows no numbers yet.
date-then = The council votes on a day in its assembly, once that has begun.
date-note = A cell can where most of those who answered can, at least a third of its members having answered. Cells with fewer than { $members } members are counted together with others.

date-agreed = { $council } has agreed: { $day }
date-agreed-anew = { $council } has agreed on another day: { $day }
date-voted-carried = Agreed: { $day }. All cells are told.
date-voted-off = Called off: { $day }. All cells are told.
date-voted-stays = It stays as agreed: { $day }.
date-off = { $council } has called it off. Nobody needs to answer any more.
date-off-agreed = { $council } has called it off: { $day }
date-voted-failed = Not agreed: { $day }. Another day can be put to the vote: /date show

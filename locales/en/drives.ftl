# Pledge drives: /drive (commands/drive).

drive-about = Calls for commitments: open one, look, change, close
drive-new-about = Open a pledge drive
drive-show-about = Show a drive
drive-list-about = List the drives of this cell
drive-edit-about = Change a drive; after the first answer only its wording and deadline
drive-close-about = Close a drive before its deadline
drive-remind-about = Remind the chats of a drive, once a day at most
drive-ladder-about = Drives that follow each other: where people were lost
drive-poster-about = A page for the wall: question, demands, goal, deadline

option-drive = Which drive: its number or its name
drive-ask-which = Which drive?
drive-option-unknown = I know no drive “{ $typed }” here. Type /drive list to see them.
drive-option-elsewhere = That drive is not here. Type /drive list to see those that are.
drive-option-question = What you ask people to do
drive-ask-question = What do you ask people to do?
drive-option-goal = How many firm pledges: a number, or a percentage of the members
drive-ask-goal = How many firm pledges do you need? A number such as “50”, or “30%” of the members.
drive-option-deadline = Until when people can answer
drive-ask-deadline = Until when can people answer? For example “friday 18:00”.
drive-option-scope = Whom it concerns: this cell, sectors, or the whole federation
drive-ask-scope = Whom does it concern?
drive-option-sectors = Which sectors, if not your own
drive-ask-sectors = Which sectors?
drive-option-reveal = When numbers are shown: always, at the goal, or at the close
drive-ask-reveal = When are numbers shown?
drive-option-minimum = Least firm pledges in each sector
drive-ask-minimum = How many firm pledges does each sector need at least?
drive-option-name = A short name for it
drive-ask-name = What is its short name?
drive-option-demands = What you demand: up to five lines, separated by semicolons
drive-ask-demands = What do you demand? Up to five lines, for example “Safe shifts; Eight hours’ rest”.
drive-option-ways = Two to five ways to join, separated by semicolons; the goal counts the first
drive-ask-ways = Ways to join, two to five: “Stay out; Wear a badge”. The goal counts the first.
drive-option-after = The drive that this one follows, as a next step
drive-ask-after = Which drive does it follow?

drive-none = There is no drive here yet.
drive-none-open = There is no open drive here.
drive-no-cell = I don't know your cell yet. Write this in its group.
drive-sectors-need-scope = Sectors go with “scope:sector”.
drive-scope-needs-steward = A drive beyond one cell is for the stewards of this federation.
drive-of-another-cell = That drive is another cell's.
drive-after-of-cell = That drive is one cell's own and shown nowhere else. Only a drive of that cell can follow it.
drive-after-later = A drive can only follow one that was opened before it.
drive-closed-already = That drive is closed already.
drive-edit-what = What shall change? For example: /drive edit deadline:"friday 18:00"
drive-edit-unknown = “{ $word }” can’t be changed. What can: question, deadline, goal, reveal, minimum, name, demands, ways, after.
drive-edit-answered = People have answered already. Only the wording and the deadline can change now.
drive-reminded-already = The chats were reminded less than a day ago. Next time: { $next }.

drive-opened =
    { $chats ->
        [one] Drive { $number } is open.
       *[other] Drive { $number } is open in { $chats } chats.
    }
drive-warn-goal =
    { $members ->
        [one] The goal is above the one member known so far.
       *[other] The goal is above the { $members } members known so far.
    }
drive-warn-minimum = The minimum in { $sectors } can never be shown as met: too few members there.
drive-warn-small = With fewer than { $people } members the total will not be exact at the close: it would tell single answers.
drive-edited = Changed.
drive-done-everywhere = Done. Every chat of the drive has been told.
drive-list-open = { $number }: { $drive } – until { $deadline }
drive-list-closed = { $number }: { $drive } – closed { $closed }
drive-changed = Drive { $number } has changed: { $drive }
drive-changed-question = New wording: { $question }
drive-changed-name = New name: { $name }
drive-changed-demand = Demand: { $demand }
drive-changed-no-demands = It demands nothing any more
drive-changed-deadline = New deadline: { $deadline }
drive-nudge = Not answered yet? There is still time: { $left }. Nobody sees your answer.

drive-goal-reached =
    { $goal ->
        [one] The goal is reached: one firm pledge!
       *[other] The goal is reached: { $goal } firm pledges!
    }
drive-is-closed = This drive is closed.
drive-outcome = { $count } { $result }
drive-closed-count =
    { $firm ->
        [one] Closed: one pledge is firm, of a goal of { $goal }.
       *[other] Closed: { $firm } pledges are firm, of a goal of { $goal }.
    }
drive-closed-count-last =
    { $firm ->
        [one] Closed: one pledge was firm at the last count, of a goal of { $goal }.
       *[other] Closed: { $firm } pledges were firm at the last count, of a goal of { $goal }.
    }
drive-result-met = The goal is reached!
drive-result-met-before = The goal was reached on the way.
drive-result-missed = The goal is not reached.
drive-result-undecided = Whether each sector has its minimum cannot be told without giving answers away.
drive-result-uncounted = How the goal stands cannot be told without giving answers away.
drive-card-met = Goal reached
drive-card-met-before = Goal reached on the way
drive-card-missed = Goal not reached
drive-card-undecided = Enough pledges; the sectors' minimums stay untold
drive-card-uncounted = Closed; how the goal stands stays untold
drive-closed-next = If you pledged: once you have done it, press “Done” or write /pledge done.

drive-progress = { $firm } firm of { $goal }
drive-progress-last = { $firm } firm of { $goal } at the last count
drive-way-first = { $way }: { $progress }
drive-way = { $way }: { $people }
drive-way-last = { $way }: { $people } at the last count
drive-way-own = { $way }: { $people } at the last count; this cell { $own }
drive-own =
    This cell: { $firm } firm{ $waiting ->
        [0] {""}
        [one] , { $waiting } waiting
       *[other] , { $waiting } waiting
    }
drive-own-closed =
    This cell: { $firm } firm{ $waiting ->
        [0] {""}
        [one] , { $waiting } whose condition was not met
       *[other] , { $waiting } whose conditions were not met
    }
drive-own-kept = This cell: { $kept } kept of { $firm } pledged
drive-waiting = { $waiting } waiting for others
drive-waiting-last = { $waiting } waiting for others at the last count
drive-hint =
    { $more ->
        [one] { $more } more holds if { $in } are in
       *[other] { $more } more hold if { $in } are in
    }
drive-unvouched =
    { $people ->
        [one] { $people } pledge does not count yet: nobody has vouched enough
       *[other] { $people } pledges do not count yet: not enough people have vouched
    }
drive-sector-last = { $sector }: { $firm } firm at the last count
drive-sector-last-minimum = { $sector }: { $firm } firm of { $minimum } needed, at the last count
drive-sector-minimum = { $sector }: { $firm } firm of { $minimum } needed
drive-sector-kept = { $sector }: { $kept } kept of { $firm } pledged
drive-sector-kept-last = { $sector }: { $kept } kept of { $firm } pledged, at the last count
drive-sector-kept-only = { $sector }: { $kept } kept at the last count
drive-left-out = Other numbers are left out: as last counted they add up to more than the total.
drive-small = The total is that of the last count: with so few members an exact one would tell single answers.
drive-goal = Goal: { $goal } firm
drive-minimum = In each sector at least { $minimum }
drive-hidden-until-goal = No numbers are shown until the goal is reached.
drive-hidden-until-close = No numbers are shown until the drive closes.
drive-until = Drive { $number } · until { $deadline } · { $left } left
drive-over = Drive { $number } · no more answers
drive-closed-on = Drive { $number } · closed { $closed }

drive-follows = Follows drive { $number }

# A page for the wall: /drive poster (commands/drive/poster.ts).

drive-poster-file = poster-{ $number }.pdf
drive-poster-ways = Ways to join: { $ways }
drive-poster-goal = Goal: { $goal }
drive-poster-deadline = Answer until { $deadline }
drive-poster-scan = Scan to answer. Nobody sees your answer.
drive-poster-foot = Drive { $number }

# Drives that follow each other: /drive ladder (commands/drive/ladder.ts).

drive-ladder = Step by step
drive-ladder-none = No drive here follows another one yet. Begin one with /drive new and “after:” with the number of the one before.
drive-ladder-step = { $drive } (drive { $number }): { $figures }
drive-ladder-hidden = no numbers are shown yet
drive-ladder-firm = { $firm } firm
drive-ladder-firm-last = { $firm } firm at the last count
drive-ladder-kept = { $figures }, { $kept } kept
drive-ladder-open = { $figures }, open until { $deadline }
drive-ladder-most =
    { $fewer ->
        [one] Most were lost at step { $step }, “{ $drive }”, in { $sector }: one person fewer.
       *[other] Most were lost at step { $step }, “{ $drive }”, in { $sector }: { $fewer } people fewer.
    }
drive-ladder-most-last =
    { $fewer ->
        [one] Most were lost at step { $step }, “{ $drive }”, in { $sector }: one person fewer at the last count.
       *[other] Most were lost at step { $step }, “{ $drive }”, in { $sector }: { $fewer } people fewer at the last count.
    }
drive-ladder-nobody = No sector had fewer people than a step before.
drive-ladder-not-yet = Two steps in a row have to be closed before they can be compared.
drive-ladder-not-compared = No two steps in a row show figures that can be compared.
drive-ladder-loss = Step { $step }, { $sector }: from { $before } to { $after }
drive-ladder-loss-last = Step { $step }, { $sector }: from { $before } to { $after } at the last count
drive-ladder-more =
    { $sectors ->
        [one] Step { $step }: one more sector with fewer people
       *[other] Step { $step }: { $sectors } more sectors with fewer people
    }
drive-ladder-note = Only sectors with a figure at both steps, of the same cells, are compared.

drive-button-in = I'm in
drive-button-if = If N others join
drive-button-withdraw = Withdraw
drive-button-done = Done

# Whom an announcement has reached: /drive show, /cell show (src/core/receipts.ts).

receipts-last =
    Last announcement: delivered in { $sent } of { $chats ->
        [one] { $chats } chat
       *[other] { $chats } chats
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } waiting
       *[other] , { $waiting } waiting
    }
receipts-failed = { $chat }: { $why }
receipts-card = { $chat }: the drive itself is not shown there – { $why }
receipts-more =
    { $chats ->
        [one] and { $chats } more chat
       *[other] and { $chats } more chats
    }
receipts-chat = { $name } ({ $platform })
receipts-gone-chat = a chat that has left
receipts-that-chat = That chat
receipts-removed = I was removed from it
receipts-no-rights = I may not write there
receipts-no-rights-named = I may not write there; what I lack is “{ $right }”
receipts-blocked = I am blocked there
receipts-unreachable = it could not be reached
receipts-not-found = the platform no longer finds it
receipts-refused = the platform refused the message
receipts-cell = Some chats of { $cell } get nothing from me:
receipts-mend-removed = { $chat }: I was removed. Add me again.
receipts-mend-rights = { $chat }: I may not write there. Give me the right to write.
receipts-mend-rights-named = { $chat }: I may not write there. Give me the right “{ $right }”.

# A member's own answer: /pledge (commands/pledge.ts).

pledge-about = Answer an open drive, or see your answer
pledge-option-answer = in, if, withdraw, or done after the action
pledge-ask-answer = What is your answer?
pledge-option-others = With “if”: how many others must be in
pledge-ask-others = How many others must be in?
pledge-option-sector = With “if”: count others in your own sector only
pledge-ask-sector = In your own sector only?
pledge-option-way = Your way to join, where a drive has several
pledge-ask-way = In which way do you join?
pledge-no-such-way = I noted nothing yet. Which way to join do you mean?
pledge-way-alone = A way to join goes by itself: name the way, or give the other answer.
pledge-if-meaning = You are in as soon as that many others are, and not before.
pledge-if-how-many = If how many others join? Write it like this: /pledge if 10
pledge-number-needs-if = A number goes with “if”: /pledge if 10
pledge-none-open = There is no open drive here. The coordinator opens one with /drive new.
pledge-newest-closed = There is no open drive here. “{ $drive }” closed { $closed }, and its answers stay as they are.
pledge-none-closed = There is no closed drive here.
pledge-own = { $drive } – { $answer }
pledge-answer-none = you have not answered yet.
pledge-answer-withdrawn = your answer is withdrawn.
pledge-answer-in = you're in.
pledge-answer-way = you're in: { $way }.
pledge-answer-way-if =
    { $others ->
        [one] you're in, { $way }, if { $others } other joins.
       *[other] you're in, { $way }, if { $others } others join.
    }
pledge-answer-way-if-sector =
    { $others ->
        [one] you're in, { $way }, if { $others } other in your sector joins.
       *[other] you're in, { $way }, if { $others } others in your sector join.
    }
pledge-answer-if =
    { $others ->
        [one] you're in if { $others } other joins.
       *[other] you're in if { $others } others join.
    }
pledge-answer-if-sector =
    { $others ->
        [one] you're in if { $others } other in your sector joins.
       *[other] you're in if { $others } others in your sector join.
    }
pledge-not-vouched = It will count once enough members have vouched for you.
pledge-change-until = You can change it until { $deadline }.
pledge-closed-answers = The drive is closed, so answers stay as they are.
pledge-drive-closed = { $drive } – this drive is closed, so answers can no longer change.
pledge-elsewhere = That drive is for other cells than the one you count in. Type /me show to see yours.
pledge-nothing-to-withdraw = You have no answer in this drive, so there is nothing to withdraw.
pledge-done = { $drive } – noted that you kept your pledge. Thank you!
pledge-done-other-way = { $drive } – noted for you. Thank you! What is counted as kept is “{ $way }” alone.
pledge-done-already = { $drive } – that is noted already. Thank you!
pledge-done-too-early = That is for after the action: the drive is still open.
pledge-done-no-pledge = You had no pledge in that drive, so there is nothing to note.
pledge-done-not-firm = Your condition was not met, so there is nothing to note.
pledge-done-too-late = That drive is long over. Who pledged has been deleted.

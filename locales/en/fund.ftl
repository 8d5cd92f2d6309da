# The fund of a cell: /fund (commands/fund/).

fund-about = The cell's money: in, out, and help asked for unseen
fund-new-about = Open a fund in one currency
fund-in-about = Money came in (treasurer, coordinator)
fund-out-about = Money is to go out, once two approve (treasurer, coordinator)
fund-ask-about = Ask for money: only those who approve see it
fund-approve-about = What waits for your approval
fund-refuse-about = Refuse what is asked for, or take back what you asked for
fund-show-about = What is in the fund, and the last entries
fund-report-about = A month of the fund: a page to print and a table
fund-undo-about = Undo an entry by another one (treasurer, coordinator)

fund-option-name = What the fund is called
fund-ask-name = What is the fund called? For example: Strike fund
fund-option-currency = The currency: EUR, USD
fund-ask-currency = In which currency?
fund-option-amount = How much: 12, 12.50, 1,234.50
fund-ask-amount = How much?
fund-option-for = What for, in a few words; members read it, so name nobody
fund-ask-for = What for? Members read it, so name nobody.
fund-option-ask-for = What for; only those who approve read it
fund-ask-ask-for = What do you need it for? Only those who approve read it.
fund-option-to = Who gets it: a member, or “outside”
fund-ask-to = Who gets it? Somebody outside, or which member?
fund-option-fund = Which fund, if there are several
fund-ask-fund = Which fund?
fund-option-request = The number of what is asked for
fund-ask-request = Which one?
fund-option-entry = The number of the entry
fund-ask-entry = Which entry? It has a number: no. 3
fund-option-month = Which month: november, 2026-11
fund-ask-month = Which month?

fund-amount-label = { $amount }
fund-amount-for-label = { $amount }: { $text }
fund-month-label = { $month }
fund-request-label = No. { $number }: { $amount }
fund-outside-label = Outside
fund-outside = somebody outside
fund-amount-not-understood = I did not understand the amount. For example: 12, 12.50 or 1,234.50
fund-amount-other-currency = This fund is in { $currency }. Give the amount in { $currency }.
fund-amount-too-fine = { $currency } has no such small parts. Give the amount with fewer decimals.
fund-amount-nothing = That is nothing. Give an amount above zero.
fund-amount-too-large = That is more than I can count.
fund-amount-two-ways = “{ $typed }” can be read in two ways. Which one do you mean?
fund-currency-unknown = I do not know the currency “{ $typed }”. Give its code: EUR, USD, MXN
fund-month-unknown = I did not understand the month “{ $typed }”. For example: november, 2026-11
fund-month-ahead = I can only report on a month that has begun.

fund-no-cell = You are not a member of this cell. Write this in the group of yours.
fund-none = There is no fund here yet. The coordinator opens one: /fund new
fund-name-taken = There is a fund called { $name } already.
fund-made = { $name } is open, in { $currency }. What comes in is written down with /fund in
fund-no-treasurer = Nobody is treasurer yet. Say which role it is: /cell settings treasurer ROLE
fund-keepers-only = Only the treasurer and the coordinator write into the fund. To ask for money: /fund ask
fund-not-member = They are not a member of this cell. For anybody else write “outside”.

fund-balance = In the fund: { $balance }
fund-empty = Nothing has come in yet.
fund-line = No. { $number } · { $day } · { $what } · { $amount }
fund-hardship = hardship
fund-undoes = undoes no. { $number }
fund-words-gone = (its words are deleted)
fund-button-ask = Ask for money
fund-waiting =
    { $count ->
        [one] { $count } thing waits for your approval: /fund approve
       *[other] { $count } things wait for your approval: /fund approve
    }

fund-in = In: { $amount } – { $text } (no. { $number }, { $fund }). In the fund now: { $balance }.
fund-button-undo = That was wrong: undo
fund-undone = No. { $entry } undoes no. { $number }: { $amount }. In the fund now: { $balance }.
fund-undo-short = There are only { $balance } in the fund, so no. { $number } cannot be undone.
fund-entry-unknown = There is no entry no. { $number } in this fund.
fund-undone-already = No. { $number } is undone already.
fund-is-undo = No. { $number } undoes another entry itself. Write down anew what is missing.

fund-out = { $amount } is to go out (no. { $number }). I ask those who may approve.
fund-asked = You ask for { $amount } (no. { $number }). Seen only by { $people }. I tell you what becomes of it.
fund-asked-nobody = You ask for { $amount } (no. { $number }). At present there is nobody who may approve it. I ask again every week for four weeks.
fund-asked-few = Two have to approve, and at present there are not two who may. Tell your coordinator that a treasurer is missing.
fund-ask-open = You have asked for { $before } already (no. { $number }), and it is open. And now?
fund-button-change = Change it to { $amount }
fund-button-change-words = Change what it is for
fund-button-too = { $amount } besides
fund-button-withdraw = Take it back
fund-button-withdraw-one = Take no. { $number } back
fund-own = You asked for { $amount } (no. { $number }). It is still open.
fund-withdrawn = Taken back.

fund-request-ask = { $person } asks for { $amount }: { $text }
fund-request-out = { $amount } is to go out to { $person }: { $text }
fund-request-facts = No. { $number } · { $fund }, { $cell }. In the fund: { $balance }.
fund-request-approved = Approved so far by { $people }.
fund-request-unseen = Only those who may approve see this. Two of them must.
fund-press-approve = To approve it, press once:
fund-press-refuse = To refuse it, press once:
fund-approved-already = You have approved this already. One more has to.
fund-button-approve = Approve
fund-button-refuse = Refuse
fund-mail = { $person }: the fund has something for you. Write to me directly: /fund approve
fund-which =
    { $count ->
        [one] { $count } thing is open. Which one?
       *[other] { $count } things are open. Which one?
    }
fund-nothing-waits = Nothing waits for you.
fund-request-unknown = There is nothing of that number that you can decide.
fund-not-yours = You cannot decide this yourself.
fund-noted = Noted. { $amount } goes out once one more approves: { $people }.
fund-noted-nobody = Noted. One more has to approve { $amount }, and at present there is nobody who may. Name a treasurer: /cell settings treasurer ROLE
fund-paid = Two have approved: { $amount } goes out. In the fund now: { $balance }. The money itself you hand over yourselves.
fund-short = There are only { $balance } in the fund. { $amount } stays open.
fund-changed = The amount has changed meanwhile. Look at it again:
fund-refused = Refused. It can be asked for again.
fund-over-approved = That was approved already.
fund-over-refused = That was refused.
fund-over-withdrawn = That was taken back.
fund-over-ended = That is not open any more.

fund-told-approved = The fund: { $amount } was approved (no. { $number }). Ask { $people } how you get it.
fund-told-approved-alone = The fund: { $amount } was approved (no. { $number }).
fund-told-refused = The fund: { $amount } was refused (no. { $number }). You can ask again.
fund-told-ended = The fund: nobody has decided about { $amount } in four weeks (no. { $number }). You can ask again.
fund-told-out-approved = The fund: { $amount } may go out (no. { $number }). It is written down.
fund-told-out-refused = The fund: { $amount } was refused (no. { $number }).
fund-told-out-ended = The fund: { $amount } does not go out (no. { $number }): nobody decided in four weeks, or who was to get it has left.

fund-report = { $fund }, { $month }: { $balance } in the fund.
fund-file-pdf = fund-{ $number }-{ $stamp }.pdf
fund-file-csv = fund-{ $number }-{ $stamp }.csv
fund-report-title = { $fund }
fund-report-subtitle = { $cell } · { $month }
fund-report-foot = { $fund } · { $month }
fund-report-before = In the fund before
fund-report-in = In
fund-report-out = Out
fund-report-after = In the fund after
fund-report-balance = In the fund
fund-report-runs = The month is not over. As of { $at }.
fund-report-entries = Entries
fund-report-none = Nothing came in or went out.
fund-report-for = What for
fund-report-line = { $number }. { $day }: { $what }
fund-report-currency = All amounts in { $currency }. Who was helped is written nowhere.
fund-report-hash = Check number of the last entry
fund-report-check = Keep this page. If anything before this number is changed later, the number is another one. Whoever runs the bot can check it with: npm run steward -- fund check, and the number behind it.
fund-table-number = Number
fund-table-date = Date
fund-table-for = What for
fund-table-currency = Currency
fund-table-hash = Check number

fund-approver-about = Vote on who approves what goes out, beside treasurer and coordinator
fund-option-approver = Which member; up to three can be chosen
fund-ask-approver = Who shall approve what goes out, beside treasurer and coordinator?
fund-approver-not-member = They are not a member of this cell.
fund-approver-voting = You are voting on them already.
fund-approvers-full = Three are chosen, or voted on. To vote on whether one of them goes on, name them: /fund approver
fund-approver-more = One more approves what goes out of the fund ({ $number })
fund-approver-fewer = One fewer approves what goes out of the fund ({ $number })
fund-approver-about-more = It is about { $person }
fund-approver-about-fewer = It is about { $person }, who approves now
fund-approver-now = { $person } approves what goes out of the fund from now on, beside treasurer and coordinator.
fund-approver-no-more = { $person } no longer approves what goes out of the fund.

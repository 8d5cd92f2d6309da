# Pages at addresses of their own: calendars that follow (commands/following.ts), the board of an assembly.

page-no-address = This bot has no public address yet, so it cannot serve pages or calendars. Whoever runs it can give it one: STEWARD_PUBLIC_URL.
page-ended = There is nothing at this address: it has ended, or there never was anything.
page-busy = Too many are asking at this moment. This page tries again by itself; a calendar does so later.

following-about = An address from which your calendar follows your turns, gatherings, assemblies and agreed days
following-cell-about = An address from which calendars follow the cell's gatherings, turns, assemblies and agreed days
following-option-action = new: a new address in place of the old one; off: none any more
following-option-titles = What titles say: neutral (only that it is a turn or a meeting), or full
following-follows-me = Your calendar can follow your turns, where you stand in, the gatherings that you go to, the assemblies where you have a seat, and the days that your councils have agreed on. This is its address:
following-follows-cell = Calendars can follow { $cell }: its gatherings, turns and assemblies, and the days that its councils have agreed on. This is their address:
following-how = Put it into your calendar where that subscribes to an address ("From URL", "Subscribe"). What changes here then changes there by itself. I show it only this once.
following-servers = Google and Apple read it from their own servers, and see what it says. Google takes about a day to show a change.
following-secret = Whoever has the address can read it, so give it to nobody. /me calendar new ends it and makes another.
following-secret-cell = Whoever has the address can read it, so give it only to people of the cell. /cell calendar new ends it and makes another. It also ends when you are no longer in the cell.
following-old-ended = The old address has ended.
following-titles-neutral = Its titles say only "Turn", "Meeting" or "Day".
following-titles-full = Its titles say which role, gathering, assembly and day, and where. Names of people are not in it.
following-stands = There has been an address for calendars since { $since }. I keep it nowhere, so I cannot show it again. If you have lost it, make a new one.
following-ended = The address has ended. Calendars that followed it get nothing any more.
following-cell-ended = The address from which calendars follow { $cell } has ended: the person to whom I gave it is no longer in the cell. What calendars show may be old now. Whoever coordinates the cell can make another: /cell calendar
following-none = There is no address.
following-not-yours = Only a steward or the coordinator of { $cell } can do this.
following-button-new = New address
following-button-off = End it
following-button-full = Full titles
following-button-neutral = Neutral titles

# What the calendar itself says. With neutral titles nobody who keeps it can tell what it is.
following-name = Dates
following-term = Turn
following-stand-in = Turn (standing in)
following-gathering = Meeting
following-assembly = Big meeting
following-date = Day
following-stand-in-full = { $role } (standing in)

# The board of an assembly: /assembly board (commands/assembly/board.ts).

board-about = A page for the wall that shows how the assembly stands; “end” takes it down
board-option-action = new: another address in place of the old one; end: take the board down
board-made = The board of { $assembly } is here:
board-how = Open it on a screen in the room. It follows by itself: quorum, agenda, speakers, votes. I show the address only this once.
board-names = It names who speaks and who is next, as your minutes do.
board-no-names = It names nobody: of who speaks it says the sector, as your minutes do.
board-ends = Whoever has the address can see it. It ends with the assembly, or with /assembly board end.
board-stands = There has been a board since { $since }. I keep its address nowhere, so I cannot show it again. If you have lost it, make a new one.
board-has-ended = The board is taken down.
board-none = There is no board.
board-button-new = New address
board-button-end = Take it down

# What the board itself says, to be read from far away.
board-quorum = Quorum
board-quorum-met = { $present } of { $all } seats are there: enough
board-quorum-met-cells = { $present } of { $all } cells are there: enough
board-quorum-missing = { $present } of { $all } seats are there: { $missing } missing
board-quorum-missing-cells = { $present } of { $all } cells are there: { $missing } missing
board-quorum-sectors =
    { $needed ->
        [one] { $present } of one sector needed is there
       *[other] { $present } of { $needed } sectors needed are there
    }
board-sectors = Sectors
board-sector-present = { $present } of { $seats }
board-sector-filled = { $filled } of { $seats } seats filled
board-now = Now: { $number }
board-text = { $text }
board-speaking = Speaking
board-next = Next
board-person = { $name } ({ $sector })
board-vote = Vote { $number }
board-vote-open = Vote { $number } is open
board-vote-open-secret = Vote { $number } is open, secret
board-voted-few = Fewer than { $least } have voted
board-voted-steps = { $voted } or more have voted
board-lost = The connection is lost: what stands here may be old.
board-over = This board has ended.

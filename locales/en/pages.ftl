# Pages at addresses of their own: /me calendar, /cell calendar (commands/following.ts).

page-no-address = This bot has no public address yet, so it cannot serve pages or calendars. Whoever runs it can give it one: STEWARD_PUBLIC_URL.
page-ended = There is nothing at this address: it has ended, or there never was anything.

calendar-about = An address from which your calendar follows your turns, gatherings and assemblies
calendar-cell-about = An address from which calendars follow the cell's gatherings, turns and assemblies
calendar-option-action = new: a new address in place of the old one; off: none any more
calendar-option-titles = What titles say: neutral (only that it is a turn or a meeting), or full
calendar-follows-me = Your calendar can follow your turns, where you stand in, the gatherings that you go to, and the assemblies where you have a seat. This is its address:
calendar-follows-cell = Calendars can follow { $cell }: its gatherings, turns and assemblies. This is their address:
calendar-how = Put it into your calendar where that subscribes to an address ("From URL", "Subscribe"). What changes here then changes there by itself. I show it only this once.
calendar-servers = Google and Apple read it from their own servers, and see what it says. Google takes about a day to show a change.
calendar-secret = Whoever has the address can read it, so give it to nobody. /me calendar new ends it and makes another.
calendar-secret-cell = Whoever has the address can read it, so give it only to people of the cell. /cell calendar new ends it and makes another.
calendar-old-ended = The old address has ended.
calendar-titles-neutral = Its titles say only "Turn" or "Meeting".
calendar-titles-full = Its titles say which role, gathering and assembly, and where. Names of people are not in it.
calendar-stands = Calendars have followed an address since { $since }. I keep it nowhere, so I cannot show it again. If you have lost it, make a new one.
calendar-ended = The address has ended. Calendars that followed it get nothing any more.
calendar-none = There is no address.
calendar-not-yours = Only a steward or the coordinator of { $cell } can do this.
calendar-button-new = New address
calendar-button-off = End it
calendar-button-full = Full titles
calendar-button-neutral = Neutral titles

# What the calendar itself says. With neutral titles nobody who keeps it can tell what it is.
calendar-name = Dates
calendar-term = Turn
calendar-stand-in = Turn (standing in)
calendar-gathering = Meeting
calendar-assembly = Big meeting
calendar-stand-in-full = { $role } (standing in)

# The emergency card: /help-now (commands/help-now.ts).

help-now-about = Whom to call now: the emergency card of this place
help-now-show-about = Show the emergency card of this place, at once
help-now-set-about = Write the emergency card; another member confirms it
help-now-confirm-about = Say that the emergency card is right
help-now-refuse-about = Say that a change of the emergency card is not right
help-now-option-text = Legal line, observers, medics: each with its number
help-now-ask-text = What does the card say? Legal line, observers, medics: each with its number, on its own line.
help-now-card = Help now: { $cell }
help-now-confirmed-on = Somebody checked this on { $at }.
help-now-none = There is no emergency card here yet. Whoever coordinates the cell writes one: /help-now set
help-now-stranger = I do not know in which cell you are. In its chat anybody sees the card: /help-now
help-now-no-cell = You count in no cell. Write this in your cell's chat.
help-now-elsewhere = That card is another cell's.
help-now-proposed = Noted. It stands once another member has checked the numbers and confirms it in the chat. Until then what was there before stays.
help-now-change = A new emergency card: { $cell }
help-now-change-how = Who else can check these numbers? It stands once another member confirms it; until then what was there before stays.
help-now-button-confirm = Checked, they are right
help-now-button-refuse = Not right
help-now-button-still = Checked, still right
help-now-gone = That change waits no more. Look at the newest one.
help-now-own = You wrote it yourself: somebody else has to check it.
help-now-stands = It stands. Thank you for checking.
help-now-still-right = Noted, with today's date. Thank you for checking.
help-now-refused = It does not stand. What was there before stays.
help-now-ask-still = Are these numbers still right? Call one if you can. Anybody may say so, with /help-now confirm; and /help-now set changes them.

# Alerts: /alert (commands/alert.ts).

alert-about = Raise an alert together with somebody else
alert-begin-about = Raise an alert; a second person confirms it within ten minutes
alert-confirm-about = Confirm an alert that somebody else has begun: then it goes out
alert-off-about = Say that an alert is over
alert-show-about = Alerts that are going on, with their buttons
alert-safe-about = Say that you are safe; only how many is shown
alert-coming-about = Say that you are coming; only how many is shown
alert-help-about = Call the two who raised the alert, unseen by anybody else
alert-receipts-about = Where an alert has arrived, and why not elsewhere
alert-lift-about = Let three more alerts be sent today
alert-option-text = What is happening, and where
alert-ask-text = What is happening, and where?
alert-option-scope = To whom: cell, sector or federation; the cell unless you say more
alert-ask-scope = To whom does it go: cell, sector or federation?
alert-begun = It waits for a second person in this cell to confirm it, ten minutes. Then it goes out at once.
alert-begun-wider = It waits for somebody who coordinates another cell, or a steward, to confirm it, ten minutes. I have asked them directly.
alert-reach = Calls for help go to the two who raise an alert, and I cannot write to you yet. Open our direct chat now.
alert-question = { $person } in { $cell } raises an alert. Who else knows that it is so?
alert-question-how = It goes out as soon as a second person confirms it, until { $until }. Confirm only what you know.
alert-button-confirm = It is so: send it
alert-button-off = It is over
alert-button-safe = I'm safe
alert-button-coming = I'm coming
alert-button-help = I need help
alert-heading = Alert: { $cell }
alert-sent =
    { $chats ->
        [one] The alert goes to one chat now, before everything else.
       *[other] The alert goes to { $chats } chats now, before everything else.
    }
alert-noted = Noted. So far: { $safe } safe, { $coming } coming.
alert-counts = So far: { $safe } safe, { $coming } coming.
alert-waits = It waits for a second person to confirm it.
alert-call = { $person } ({ $cell }) needs help. Only the two of you who raised the alert are told.
alert-call-sent = Your call goes to { $people } now, and to nobody else. If I reach neither within half a minute, I tell you whom to call.
alert-call-sent-only = Your call goes to { $people } now, and to nobody else. I cannot write to you directly: /help-now shows whom else to call.
alert-call-again = Your call has gone to { $people } already.
alert-nobody = I could not reach those who raised the alert. Call for help yourself:
alert-is-over = The alert is over.
alert-ended =
    { $chats ->
        [one] It is over; one chat is told.
       *[other] It is over; { $chats } chats are told.
    }
alert-taken-back = It is taken back. Nothing went out.
alert-lapsed = Nobody confirmed your alert until { $until }: it did not go out. You can raise it again.
alert-lapsed-late = Nobody confirmed your alert of { $when }: it did not go out.
alert-lifted = { $most } more alerts can be sent there within a day.
alert-none = There is no alert here now.
alert-gone = That alert waits no more, or is over.
alert-elsewhere = That alert is not for a cell of yours.
alert-not-yours = That is for the two who raised it, and for who coordinates a cell to which it went.
alert-open-already = An alert is waiting or going on there: /alert show. /alert off ends it.
alert-too-many = { $most } alerts went there within a day. A steward lets more be sent: /alert lift
alert-why-same = A second person has to confirm it, not another account of yours.
alert-why-other-cell = It is another cell's: somebody there has to confirm it.
alert-why-not-coordinators = So wide it takes two who coordinate different cells, or one and a steward.
alert-why-new = Who joined within the last seven days cannot raise an alert with somebody. Ask somebody who has been here longer.

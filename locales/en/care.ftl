# The care ledger: /care (commands/care/ledger.ts).

care-about = Care: note it, read it out, see your own
care-give-about = Note care that somebody gave
care-read-about = The care of this cell, to be read aloud in five minutes
care-mine-about = What you gave, and what waits for your yes
care-option-what = What was given, in a few words
care-ask-what = What was given? A few words are enough.
care-option-kind = What kind: time, food, knowledge or listening
care-ask-kind = What kind of care was it?
care-option-to = For whom, if you want to say it
care-ask-to = For whom was it?
care-option-by = Who gave it, if not you; they are asked first
care-ask-by = Who gave it?
care-option-anonymous = Without your name, and without any link to you
care-ask-anonymous = Without your name?

care-kind-time = time
care-kind-food = food
care-kind-knowledge = knowledge
care-kind-listening = listening
care-what-to = { $what } – for { $to }
care-given = Noted: { $what }. Thank you!
care-given-unnamed = Noted, without your name. Nothing leads from it to you. Thank you!
care-sort = What was it?
care-sorted = Noted as { $kind }: { $what }.
care-waits = I ask { $person } first. It is noted once they say yes.
care-no-cell = You are not a member of this cell. Write this in the group of yours.
care-not-member = They are not a member of this cell.
care-to-themselves = Nobody needs to thank themselves here. Leave “to:” out.
care-anonymous-own = Without a name you can only note what you gave yourself.
care-anonymous-to = Without your name, say in words for whom it was, and name nobody.
care-one-at-a-time = That would name two other people. Name one of them, and put the other into words.

care-ask-giver = You gave: { $what }. May that stand in the care ledger of your cell?
care-ask-recipient = Somebody noted what they gave you: { $what }. May your name stand there?
care-ask-why = The ledger is read out when we meet. There are no points and no ranking.
care-button-yes = Yes
care-button-unnamed = Without my name
care-button-no = No
care-answer-yes = It stands in the ledger. Thank you!
care-answer-unnamed = It stands there without your name. Thank you!
care-answer-no = It is taken out. Nobody is told.
care-gone = That is settled already, or gone.
care-mine-none = Nothing waits for you, and nothing of yours stands in the ledger. To note something: /care give
care-mine =
    { $count ->
        [one] You gave { $count } thing that stands in the ledger:
       *[other] You gave { $count } things that stand in the ledger:
    }
care-mine-line = { $kind }: { $what } ({ $day })
care-button-remove = Take out: { $what }
care-removed = Taken out.

care-read = The care that held us
care-read-none = Nothing stands in the ledger yet. To note something: /care give
care-read-line = { $name } – { $gave }
care-read-part = { $kind }: { $things }
care-read-names = We thank { $names }.
care-read-end = Read it aloud, slowly. The order is a different one each time.

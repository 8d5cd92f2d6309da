# The anonymous check-in: /care checkin (commands/checkin.ts).

checkin-about = Answer three questions about how we are, unseen
checkin-ask-me = How am I?
checkin-ask-need = What do I need?
checkin-ask-us = How are we?
checkin-ask-words = Say it in a few words.
checkin-words-how = Nobody learns that it was you. Write nothing that gives you away.
checkin-tap-good = Good
checkin-tap-so-so = So-so
checkin-tap-tired = Tired
checkin-tap-low = Not well
checkin-tap-rest = Rest
checkin-tap-company = Company
checkin-tap-help = Help with something
checkin-tap-nothing = Nothing right now
checkin-tap-close = Close
checkin-tap-fine = All right
checkin-tap-strained = Strained
checkin-tap-apart = Drifting apart
checkin-button = Check in
checkin-button-words = In my own words
checkin-card = How are you?
checkin-card-after = How are you after this? { $gathering }
checkin-how = Three questions, one tap each. Nobody sees your answer. Later the chat sees only what at least { $least } people said alike.
checkin-until = Open until { $until }.
checkin-direct = Or write to me directly: /care checkin
checkin-closed = This check-in is closed.
checkin-noted = Noted.
checkin-done = Noted. Thank you, and take care.
checkin-done-change = You can answer anew until { $until }. Then the chat sees what at least { $least } people said alike, and who said what is deleted.
checkin-too-few =
    { $members ->
        [one] I know one member of this cell. A check-in shows only what { $least } people say alike: as long as no more take part, nothing can be shown. Ask each other when you meet.
       *[other] I know { $members } members of this cell. A check-in shows only what { $least } people say alike: as long as no more take part, nothing can be shown. Ask each other when you meet.
    }
checkin-button-begin = Begin it all the same
checkin-none = No check-in is open here.
checkin-elsewhere = That check-in is another cell's.
checkin-too-late = That check-in is closed.
checkin-result = How we are
checkin-result-line =
    { $people ->
        [one] { $answer }: { $people } person
       *[other] { $answer }: { $people } people
    }
checkin-result-words = “{ $words }”
checkin-result-none = Fewer than { $least } people said the same, so nothing is shown. Talk about it when you meet.
checkin-result-end = Shown is what at least { $least } people said alike. Who said what is deleted.

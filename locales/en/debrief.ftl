# What was won and learnt: /debrief (commands/debrief).

debrief-about = What we won and learnt: answer unseen, write it down, look it up
debrief-answer-about = Answer what was won, learnt and is next, unseen
debrief-show-about = What we have learnt so far
debrief-write-about = Write down what a debrief came to, in two or three sentences
debrief-option-text = What we learnt, in two or three sentences
debrief-ask-text = What have you learnt? Two or three sentences, without names. The cell can object for two days.

debrief-card = What did we learn? { $what }
debrief-of-burst = The burst from { $from } to { $to }
debrief-how = What was won, what was learnt, what is next: answer in your own words, nobody sees that it was you. Later the chat sees all answers to a question together, without names, if at least { $least } people answered it.
debrief-until = Open until { $until }.
debrief-button = Answer
debrief-direct = Or write to me directly: /debrief
debrief-closed = Nobody can answer any more.
debrief-aloud = When you meet, tell each other what was won, what was learnt and what is next. Whoever coordinates writes down two or three sentences of it, without names.
debrief-button-write = Write it down
debrief-button-write-of = Write down: { $what }

debrief-which = Which one?
debrief-ask-won = What was won?
debrief-ask-learnt = What was learnt?
debrief-ask-next = What is next?
debrief-ask-words = Say it in a few words.
debrief-words-how = Nobody learns that it was you. Write no names, and nothing that gives you away.
debrief-button-words = Write
debrief-button-skip = Skip
debrief-noted = Noted.
debrief-done = That was all. Thank you.
debrief-done-change = You can answer anew until { $until }. Then the chat sees the answers to each question that at least { $least } people answered, and who said what is deleted.
debrief-none = Nobody is asked anything here right now. What was learnt: /debrief show
debrief-none-to-write = Nobody is asked anything right now. This is still to be written down:
debrief-elsewhere = That is another cell's.
debrief-too-late = Nobody can answer that any more.

debrief-answer = “{ $words }”
debrief-result-none = Fewer than { $least } people answered the same question, so nothing is shown. Talk about it when you meet. Whoever coordinates writes down two or three sentences of it, without names.
debrief-result-end = Shown are the answers to questions that at least { $least } people answered, by the alphabet. Who said what is deleted.
debrief-written-so = That is written already, word for word: decision { $number }. The cell's two days go on as they were.
debrief-then = Whoever coordinates makes two or three sentences of it, without names. You can object to them for two days.
debrief-nothing-to-write = Nothing is to be written down: you are asked after an action or a burst.
debrief-written = That is written down already (decision { $number }). To change it: /decide supersede { $number }
debrief-write-later = People can answer until { $until }. Write it down then.
debrief-voting = You are voting on what it came to. It can be written anew once the vote is closed.

debrief-learnt = What we have learnt
debrief-line = { $what }, { $at }: { $text }
debrief-nothing-learnt = Nothing is written down yet. After an action or a burst you are asked.
debrief-at-burst = A burst begins. What we learnt since the last one did
debrief-open-point = What we learnt is still to be written down: { $what }

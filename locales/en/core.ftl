# What a person wrote, alone in a block (src/chat/message.ts).
verbatim = { $text }

# What the bot answers when it does not understand what somebody typed (src/words).

words-moment-not-understood = I don't understand when that is. Try “friday 18:00”, “in 3 days” or “2026-03-27 18:00”.
words-moment-in-past = That moment has already passed. Please give one that lies ahead.
words-moment-too-far =
    { $years ->
        [one] That is too far away. It can be one year at most.
       *[other] That is too far away. It can be { $years } years at most.
    }
words-duration-not-understood = I don't understand how long that is. Try “2h”, “90 min” or “3 days”.
words-duration-too-long =
    { $years ->
        [one] That is too long. It can be one year at most.
       *[other] That is too long. It can be { $years } years at most.
    }
words-time-not-understood = I don't understand that time. Try “18:00” or “6pm”.
words-number-not-understood = I need a whole number here, such as “50”.
words-number-out-of-range = That number does not work here. It can be from { $min } to { $max }.
words-percentage-not-understood = I need a whole percentage from 1 to 100, such as “30%”.
words-goal-not-understood = I need a number of people, such as “50”, or a percentage of the members, such as “30%”.

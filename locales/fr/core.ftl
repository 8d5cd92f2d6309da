# Ce qu'une personne a écrit, seul dans un bloc (src/chat/message.ts).
verbatim = { $text }

# Ce que le bot répond quand il ne comprend pas ce qui est écrit (src/words).

words-moment-not-understood = Je ne comprends pas quand c'est. Essaie « vendredi 18:00 », « dans 3 jours » ou « 2026-03-27 18:00 ».
words-moment-in-past = Ce moment est déjà passé. Donnes-en un à venir.
words-moment-too-far =
    { $years ->
        [one] C'est trop loin. { $years } an au plus.
       *[other] C'est trop loin. { $years } ans au plus.
    }
words-duration-not-understood = Je ne comprends pas combien de temps cela dure. Essaie « 2h », « 90 min » ou « 3 jours ».
words-duration-too-long =
    { $years ->
        [one] C'est trop long. { $years } an au plus.
       *[other] C'est trop long. { $years } ans au plus.
    }
words-time-not-understood = Je ne comprends pas cette heure. Essaie « 18:00 » ou « 6 heures du soir ».
words-number-not-understood = Il me faut un nombre entier ici, par exemple « 50 ».
words-number-out-of-range = Ce nombre ne va pas ici. Il peut aller de { $min } à { $max }.
words-percentage-not-understood = Il me faut un pourcentage entier de 1 à 100, par exemple « 30 % ».
words-goal-not-understood = Il me faut un nombre de personnes, par exemple « 50 », ou un pourcentage des membres, par exemple « 30 % ».

# ما كتبه شخص، وحده في فقرة (src/chat/message.ts).
verbatim = { $text }

# ما يجيب به البوت حين لا يفهم ما كُتب (src/words).

words-moment-not-understood = لم أفهم متى. مثلًا: «الجمعة 18:00» أو «بعد 3 أيام» أو «2026-03-27 18:00».
words-moment-in-past = هذا الوقت قد مضى. المطلوب وقت قادم.
words-moment-too-far =
    هذا بعيد جدًا. الحد الأقصى { $years ->
        [zero] أقل من سنة
        [one] سنة واحدة
        [two] سنتان
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    }.
words-duration-not-understood = لم أفهم كم المدة. مثلًا: «ساعتان» أو «90 دقيقة» أو «3 أيام».
words-duration-too-long =
    هذه مدة طويلة جدًا. الحد الأقصى { $years ->
        [zero] أقل من سنة
        [one] سنة واحدة
        [two] سنتان
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    }.
words-time-not-understood = لم أفهم هذه الساعة. مثلًا: «18:00» أو «6 مساء».
words-number-not-understood = المطلوب هنا عدد صحيح، مثل «50».
words-number-out-of-range = هذا العدد لا يصلح هنا. يمكن أن يكون من { $min } إلى { $max }.
words-percentage-not-understood = المطلوب نسبة صحيحة من 1 إلى 100، مثل «30%».
words-goal-not-understood = المطلوب عدد أشخاص، مثل «50»، أو نسبة من الأعضاء، مثل «30%».

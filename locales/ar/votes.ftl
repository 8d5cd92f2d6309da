# التصويت في اجتماع وفي لجنة: /vote (commands/vote.ts, commands/vote-message.ts, commands/vote-result.ts).

vote-about = التصويت في لجنة أو اجتماع: فتحه والجواب عنه وإغلاقه وعرضه
vote-open-about = طرح سؤال على اللجنة، أو على الاجتماع
vote-yes-about = التصويت بنعم
vote-no-about = التصويت بلا
vote-abstain-about = الامتناع
vote-close-about = إغلاق التصويت والعدّ
vote-show-about = عرض تصويت؛ والمفتوح مع أزراره

vote-option-text = ماذا يتقرر، في جملة
vote-ask-text = ماذا يتقرر؟ جملة واحدة.
vote-option-rule = كم يجب أن يقول نعم: أكثر من النصف، أو الثلثان، أو جزء مثل 3/4
vote-ask-rule = كم يجب أن يقول نعم؟
vote-option-base = ممَّ: الأصوات المدلى بها، أو الحضور، أو كل من يحق لهم
vote-ask-base = ممَّ؟
vote-base-cast = الأصوات المدلى بها
vote-base-present = الحضور
vote-base-entitled = كل من يحق لهم
vote-option-by = في اجتماع: المقاعد، أو اللجان بصوت لكل منها
vote-ask-by = ماذا يُعدّ؟
vote-option-secret = لا يعرف أحد كيف صوّت غيره
vote-ask-secret = هل هو سري؟
vote-option-lasts = في لجنة: كم يمكن التصويت؛ 48 ساعة إن تُرك فارغًا
vote-ask-lasts = كم يمكن التصويت؟ مثلًا: 48 ساعة
vote-option-quorum = في لجنة: كم يجب أن يصوّت، مثل 2/3 أو 12؛ النصف إن تُرك فارغًا
vote-ask-quorum = كم يجب أن يصوّت؟ مثلًا: 2/3 أو 12
vote-option-vote = أيّ تصويت: رقمه
vote-ask-vote = أيّ تصويت؟

vote-rule-unknown = لا أعرف القاعدة «{ $typed }». مثلًا «الأغلبية» أو «الثلثان» أو «3/4». ما دون النصف لا يُقرّ شيئًا.
vote-quorum-unknown = لا أعرف النصاب «{ $typed }». مثلًا «2/3» أو «12».
vote-which = هنا أكثر من تصويت برقم { $number }. أيّها؟
vote-unknown = لا أعرف هنا تصويتًا «{ $typed }». لعرض الأحدث: /vote show
vote-none-open = لا تصويت مفتوح هنا.
vote-none = لم يجرِ تصويت هنا بعد.
vote-which-open = أكثر من تصويت مفتوح. الجواب بأزرار التصويت المقصود.
vote-one-at-a-time = تصويت واحد كل مرة: «{ $text }» ما زال مفتوحًا.
vote-needs-assembly = يجري التصويت في اجتماع، ولا اجتماع مفتوح الآن.
vote-not-begun = يبدأ الاجتماع في { $start }. حتى ذلك يُسجَّل الحضور ولا يُقرَّر شيء. يُفتح التصويت مجددًا حين يبدأ.
vote-needs-quorum = لا يمكن اتخاذ قرار بعد. { $quorum }
vote-no-seat = لا يصوّت إلا من له مقعد في { $council }.
vote-delegate-here = مندوب لجنتك حاضر ويصوّت عن المقعد. وإن غادر، تصوّت أنت.
vote-elsewhere = لا يصوّت هناك إلا من تُحسب مشاركته في { $cell }. وأنت تُحسب في غيرها؛ الأمر /me cell يغيّر ذلك.
vote-is-closed = هذا التصويت مغلق.
vote-cell-one-voice = في اللجنة لكل عضو صوت واحد: تُترك «by».
vote-assembly-has-its-own = للاجتماع نصابه، ولا موعد لتصويته: تُترك «lasts» و«quorum».
vote-lasts = يدوم التصويت من خمس دقائق إلى 14 يومًا.
vote-asked-already = يجري التصويت على هذا من قبل. لعرضه: /vote show
vote-many-open = هناك { $votes } عمليات تصويت مفتوحة. يلزم انتظار عدّ إحداها، أو إغلاق واحدة.

vote-opened = التصويت { $number } مفتوح.
vote-in-secret = سُجّل صوتك. لا يرى أحد ما هو. يمكنك تغييره حتى يُغلق التصويت.
vote-in-yes = صوّتَّ بنعم. يمكنك تغييره حتى يُغلق التصويت.
vote-in-no = صوّتَّ بلا. يمكنك تغييره حتى يُغلق التصويت.
vote-in-abstain = سُجّل امتناعك. يمكنك تغييره حتى يُغلق التصويت.
vote-done-elsewhere = تم. أُخبر كل من يعنيه الأمر.

vote-card-open = التصويت { $number }، مفتوح
vote-card-open-secret = التصويت { $number }، سري
vote-card-closed = التصويت { $number }، أُغلق { $closed }
vote-card-answered =
    { $answered ->
        [zero] لم يصوّت أحد بعد
        [one] صوّت واحد
        [two] صوّت اثنان
        [few] صوّت { $answered }
        [many] صوّت { $answered }
       *[other] صوّت { $answered }
    }
vote-card-turnout =
    { $voted ->
        [zero] لم يصوّت أحد من { $members } بعد، والمطلوب { $needed }
        [one] صوّت واحد من { $members }، والمطلوب { $needed }
        [two] صوّت اثنان من { $members }، والمطلوب { $needed }
        [few] صوّت { $voted } من { $members }، والمطلوب { $needed }
        [many] صوّت { $voted } من { $members }، والمطلوب { $needed }
       *[other] صوّت { $voted } من { $members }، والمطلوب { $needed }
    }
vote-card-until = حتى { $until }
vote-card-secret-note = لا يعرف أحد كيف صوّت غيره. عند إغلاق التصويت لا يبقى ما يدل على أحد.
vote-button-yes = نعم
vote-button-no = لا
vote-button-abstain = أمتنع
vote-button-close = إغلاق التصويت
vote-line = { $number }: { $text } – { $result }

vote-half = أكثر من النصف
vote-two-thirds = الثلثان
vote-part = { $num }/{ $den }
vote-by-seats = بعدّ المقاعد
vote-by-cells = بعدّ اللجان
vote-rule-cast = المطلوب: { $majority } من الأصوات المدلى بها، { $by }
vote-rule-present = المطلوب: { $majority } من الحضور، { $by }
vote-rule-entitled = المطلوب: { $majority } ممن يحق لهم، { $by }

# في اللجنة لكل عضو صوت واحد.
vote-rule-cell-cast = المطلوب: { $majority } من الأصوات المدلى بها، صوت لكل عضو
vote-rule-cell-present = المطلوب: { $majority } ممن يصوّتون، صوت لكل عضو
vote-rule-cell-entitled = المطلوب: { $majority } من كل من تُحسب مشاركتهم في اللجنة، صوت لكل عضو

vote-still-open = ما زال مفتوحًا
vote-no-quorum = لم يُقرّ: لم يعد هناك نصاب
vote-too-few = لم يُقرّ: صوّت { $voted } من { $members }، والمطلوب { $needed }
vote-nobody = لم يُقرّ: لم يصوّت أحد بنعم أو لا
# «21 من 30» أعداد أصوات؛ $majority: «الثلثان»
vote-carried-cast = أُقرّ: { $yes } من { $of } من الأصوات المدلى بها، والمطلوب { $needed } ({ $majority })
vote-carried-present = أُقرّ: { $yes } من { $of } من الحضور، والمطلوب { $needed } ({ $majority })
vote-carried-entitled = أُقرّ: { $yes } من { $of } ممن يحق لهم، والمطلوب { $needed } ({ $majority })
vote-failed-cast = لم يُقرّ: { $yes } من { $of } من الأصوات المدلى بها، والمطلوب { $needed } ({ $majority })
vote-failed-present = لم يُقرّ: { $yes } من { $of } من الحضور، والمطلوب { $needed } ({ $majority })
vote-failed-entitled = لم يُقرّ: { $yes } من { $of } ممن يحق لهم، والمطلوب { $needed } ({ $majority })
vote-count-seats = المقاعد: نعم { $yes }، لا { $no }، امتناع { $abstain }
vote-count-cells = اللجان: نعم { $yes }، لا { $no }، امتناع { $abstain }
vote-count-members = الأصوات: نعم { $yes }، لا { $no }، امتناع { $abstain }، من { $entitled } تُحسب مشاركتهم
vote-cell-voices = { $cell }: نعم { $yes }، لا { $no }، امتناع { $abstain }
vote-cell-yes = { $cell }: نعم
vote-cell-no = { $cell }: لا
vote-cell-abstain = { $cell }: امتناع
vote-cells-more =
    { $cells ->
        [zero] … ولا لجنة غيرها
        [one] … ولجنة أخرى
        [two] … ولجنتان أخريان
        [few] … و{ $cells } لجان أخرى
        [many] … و{ $cells } لجنة أخرى
       *[other] … و{ $cells } لجنة أخرى
    }

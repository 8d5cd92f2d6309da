# قرارات لجنة أو مجلس: /decide (commands/decide).

decide-about = ما قررناه: تسجيله والاعتراض عليه ومراجعته
decide-record-about = تسجيل قرار؛ يسري إن لم يعترض أحد خلال 48 ساعة
decide-list-about = ما يسري؛ ومع كلمات فقط ما فيه هذه الكلمات
decide-show-about = قرار واحد، وما كان قبله
decide-supersede-about = وضع قرار جديد مكان قرار قديم
decide-object-about = الاعتراض على قرار؛ لا يرى أحد من اعترض
decide-take-back-about = سحب اعتراضك
decide-vote-about = طرح قرار للتصويت
decide-adopt-about = تسجيل ما أقرّه تصويت

decide-option-text = ماذا تقرر، في جملة
decide-ask-text = ماذا تقرر؟ جملة واحدة.
decide-option-review = متى تراجعونه، مثل «بعد 3 أشهر»
decide-ask-review = متى تراجعونه؟ مثلًا: بعد 3 أشهر
decide-option-decision = أيّ قرار: رقمه
decide-ask-decision = أيّ قرار؟ رقمه.
decide-option-words = كلمات وردت فيه
decide-ask-words = أيّ كلمات وردت فيه؟

decide-unknown = لا أعرف هنا قرارًا «{ $typed }». لعرضها: /decide list
decide-none = لم يتقرر شيء هنا بعد.
decide-none-with = لا قرار هنا فيه «{ $words }».
decide-recorded = سُجّل القرار { $number }، وهو معروض في محادثاته.
decide-not-to-supersede = القرار { $number } لا يسري، أو يوشك آخر أن يحل محله. لمعرفة حاله: /decide show { $number }
decide-not-to-vote = القرار { $number } محسوم من قبل، أو قيد التصويت.
decide-adopt-elsewhere = هذا التصويت لغيركم. ما أقرّه يُسجّل في محادثة من صوّتوا.
decide-adopt-open = هذا التصويت ما زال مفتوحًا.
decide-adopt-failed = لم يُقرّ التصويت { $number }.
decide-adopted-already = هذا مسجل من قبل: القرار { $number }.

decide-waiting = القرار { $number }: يسري من { $until } إن لم يعترض أحد
decide-contested = القرار { $number }: هناك من يعترض، فيلزم تصويت
decide-voting = القرار { $number }: قيد التصويت
decide-stands = القرار { $number }: يسري منذ { $since }، لم يعترض أحد
decide-stands-by-vote = القرار { $number }: يسري منذ { $since }، التصويت { $vote }: { $result }
# ما تعلمناه يمكن أن يُكتب من جديد قبل طرحه للتصويت.
decide-rejected = القرار { $number }: لم يُتخذ، كُتب من جديد
decide-rejected-by-vote = القرار { $number }: لم يُتخذ، التصويت { $vote }: { $result }
decide-superseded = القرار { $number }: لم يعد يسري، حل محله القرار { $by }
decide-objections =
    { $objections ->
        [zero] لا أحد يعترض
        [one] شخص واحد يعترض
        [two] شخصان يعترضان
        [few] { $objections } أشخاص يعترضون
        [many] { $objections } شخصًا يعترضون
       *[other] { $objections } شخص يعترضون
    }
# حين لا يعود الاعتراض ممكنًا.
decide-objections-then =
    { $objections ->
        [zero] لم يعترض أحد
        [one] اعترض شخص واحد
        [two] اعترض شخصان
        [few] اعترض { $objections } أشخاص
        [many] اعترض { $objections } شخصًا
       *[other] اعترض { $objections } شخص
    }
decide-instead-of = يحل محل القرار { $number }: { $text }
decide-learnt = ما تعلمناه: { $what }
decide-rule-new = قاعدة جديدة في الميثاق
decide-rule = القاعدة { $rule } في الميثاق
decide-review-on = تعاد مراجعته { $date }
decide-how = يظهر عدد المعترضين، ولا يظهر من هم أبدًا.
decide-button-object = أعترض
decide-button-take-back = سحب الاعتراض
decide-button-vote = طرحه للتصويت
decide-button-vote-secret = تصويت سري
decide-button-anew = كتابته من جديد
decide-button-adopt = تسجيله قرارًا

decide-objected = سُجّل اعتراضك على القرار { $number }. لا يرى أحد أنه منك. يلزم الآن تصويت.
decide-objected-already = اعتراضك على القرار { $number } مسجل من قبل.
decide-taken-back = سُحب اعتراضك على القرار { $number }.
decide-nothing-to-take-back = لا اعتراض لك على القرار { $number }.
decide-too-late = لم يعد الاعتراض على القرار { $number } ممكنًا.
decide-not-yours = لا يعترض إلا من تُحسب مشاركته في تلك اللجنة، أو له مقعد في ذلك المجلس.

decide-now-stands = يسري القرار { $number } الآن، لم يعترض أحد: { $text }
decide-now-contested =
    { $objections ->
        [zero] لا أحد يعترض على القرار { $number }: { $text }
        [one] شخص واحد يعترض على القرار { $number }، فيلزم تصويت: { $text }
        [two] شخصان يعترضان على القرار { $number }، فيلزم تصويت: { $text }
        [few] { $objections } أشخاص يعترضون على القرار { $number }، فيلزم تصويت: { $text }
        [many] { $objections } شخصًا يعترضون على القرار { $number }، فيلزم تصويت: { $text }
       *[other] { $objections } شخص يعترضون على القرار { $number }، فيلزم تصويت: { $text }
    }
decide-now-learnt = لم يعترض أحد، وهذا ما تعلمناه (القرار { $number }): { $text }
decide-or-anew = أو يكتبه من ينسّق من جديد.
decide-voted-stands = يسري القرار { $number } الآن.
decide-voted-rejected = القرار { $number } لم يُتخذ.
decide-review-now = حان أن يُراجع القرار { $number }: { $text }
decide-review-how = هو على قائمة لقائكم القادم حتى تلتقوا. لتغييره: /decide supersede { $number }
decide-open-contested = القرار { $number } يلزمه تصويت، هناك من يعترض: { $text }
decide-open-review = حان أن يُراجع القرار { $number }: { $text }

decide-list = القرارات
decide-line = { $number }: { $text }
decide-line-superseded = { $number }: { $text } (لم يعد يسري، انظر { $by })
decide-line-rejected = { $number }: { $text } (لم يُتخذ)
decide-line-pending = { $number }: { $text } (ليس بعد)
decide-more =
    { $more ->
        [zero] … ولا غيرها: /decide list مع كلمة منها
        [one] … وقرار آخر: /decide list مع كلمة منه
        [two] … وقراران آخران: /decide list مع كلمة منهما
        [few] … و{ $more } قرارات أخرى: /decide list مع كلمة منها
        [many] … و{ $more } قرارًا آخر: /decide list مع كلمة منها
       *[other] … و{ $more } قرار آخر: /decide list مع كلمة منها
    }
decide-history = كيف وصلنا إلى هذا
decide-history-line = { $number } ({ $date }): { $text }

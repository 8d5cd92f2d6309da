# صندوق اللجنة: /fund (commands/fund/).

fund-about = مال اللجنة: ما يدخل وما يخرج، ومساعدة تُطلب دون أن تُرى
fund-new-about = فتح صندوق بعملة واحدة
fund-in-about = دخل مال (أمين الصندوق أو من ينسّق)
fund-out-about = مال يخرج، بعد موافقة اثنين (أمين الصندوق أو من ينسّق)
fund-ask-about = طلب مال: لا يراه إلا من يوافقون
fund-approve-about = ما ينتظر موافقتك
fund-refuse-about = رفض ما طُلب، أو سحب ما طلبته
fund-show-about = ما في الصندوق، وآخر القيود
fund-report-about = شهر من الصندوق: صفحة للطباعة وجدول
fund-undo-about = إلغاء قيد بقيد آخر (أمين الصندوق أو من ينسّق)

fund-option-name = ما اسم الصندوق
fund-ask-name = ما اسم الصندوق؟ مثلًا: صندوق الإضراب
fund-option-currency = العملة: EUR، USD
fund-ask-currency = بأي عملة؟
fund-option-amount = كم: 12 أو 12.50 أو 1,234.50
fund-ask-amount = كم؟
fund-option-for = لأجل ماذا، في بضع كلمات؛ يقرؤها الأعضاء، فلا يُسمّى أحد
fund-ask-for = لأجل ماذا؟ يقرؤه الأعضاء، فلا يُسمّى أحد.
fund-option-ask-for = لأجل ماذا؛ لا يقرؤه إلا من يوافقون
fund-ask-ask-for = لأجل ماذا تحتاج إليه؟ لا يقرؤه إلا من يوافقون.
fund-option-to = لمن: عضو، أو «outside» لمن هو من الخارج
fund-ask-to = لمن؟ لشخص من الخارج، أم لأي عضو؟
fund-option-fund = أيّ صندوق، إن كان هناك أكثر من واحد
fund-ask-fund = أيّ صندوق؟
fund-option-request = رقم الطلب
fund-ask-request = أيّ طلب؟
fund-option-entry = رقم القيد
fund-ask-entry = أيّ قيد؟ له رقم: رقم 3
fund-option-month = أيّ شهر: نوفمبر، 2026-11
fund-ask-month = أيّ شهر؟

fund-amount-label = { $amount }
fund-amount-for-label = { $amount }: { $text }
fund-month-label = { $month }
fund-request-label = رقم { $number }: { $amount }
fund-outside-label = من الخارج
fund-outside = شخص من الخارج
fund-amount-not-understood = لم أفهم المبلغ. مثلًا: 12 أو 12.50 أو 1,234.50
fund-amount-other-currency = هذا الصندوق بعملة { $currency }. المطلوب المبلغ بعملة { $currency }.
fund-amount-too-fine = ليس في { $currency } أجزاء بهذا الصغر. المطلوب كسور أقل.
fund-amount-nothing = هذا لا شيء. المطلوب مبلغ أكبر من صفر.
fund-amount-too-large = هذا أكثر مما أستطيع عدّه.
fund-amount-two-ways = يمكن أن يُقرأ «{ $typed }» بطريقتين. أيّهما المقصود؟
fund-currency-unknown = لا أعرف العملة «{ $typed }». المطلوب رمزها: EUR، USD، EGP
fund-month-unknown = لم أفهم الشهر «{ $typed }». مثلًا: نوفمبر، 2026-11
fund-month-ahead = لا تقرير إلا عن شهر بدأ.

fund-no-cell = لست من أعضاء هذه اللجنة. يُكتب هذا في مجموعة لجنتك.
fund-none = لا صندوق هنا بعد. من ينسّق يفتح واحدًا: /fund new
fund-name-taken = هناك صندوق باسم { $name }.
fund-made = { $name } مفتوح، بعملة { $currency }. ما يدخل يُسجّل بالأمر /fund in
fund-no-treasurer = لا أمين للصندوق بعد. لتسمية دوره: /cell settings treasurer ROLE
fund-keepers-only = لا يكتب في الصندوق إلا أمينه ومن ينسّق. لطلب مال: /fund ask
fund-not-member = ليس من أعضاء هذه اللجنة. لأي شخص آخر يُكتب «outside».

fund-balance = في الصندوق: { $balance }
fund-empty = لم يدخل شيء بعد.
fund-line = رقم { $number } · { $day } · { $what } · { $amount }
fund-hardship = ضائقة
fund-undoes = يلغي رقم { $number }
fund-words-gone = (حُذفت كلماته)
fund-button-ask = طلب مال
fund-waiting =
    { $count ->
        [zero] لا شيء ينتظر موافقتك: /fund approve
        [one] طلب واحد ينتظر موافقتك: /fund approve
        [two] طلبان ينتظران موافقتك: /fund approve
        [few] { $count } طلبات تنتظر موافقتك: /fund approve
        [many] { $count } طلبًا تنتظر موافقتك: /fund approve
       *[other] { $count } طلب تنتظر موافقتك: /fund approve
    }

fund-in = دخل: { $amount } – { $text } (رقم { $number }، { $fund }). في الصندوق الآن: { $balance }.
fund-button-undo = كان هذا خطأ: إلغاء
fund-undone = رقم { $entry } يلغي رقم { $number }: { $amount }. في الصندوق الآن: { $balance }.
fund-undo-short = ليس في الصندوق إلا { $balance }، فلا يمكن إلغاء رقم { $number }.
fund-entry-unknown = لا قيد برقم { $number } في هذا الصندوق.
fund-undone-already = رقم { $number } ملغى من قبل.
fund-is-undo = رقم { $number } يلغي هو نفسه قيدًا آخر. يُسجّل من جديد ما ينقص.

fund-out = { $amount } سيخرج (رقم { $number }). أسأل من يحق لهم الموافقة.
fund-asked = طلبت { $amount } (رقم { $number }). لا يراه إلا: { $people }. أخبرك بما يصير إليه.
fund-asked-nobody = طلبت { $amount } (رقم { $number }). لا أحد حاليًا يحق له أن يوافق. أسأل من جديد كل أسبوع، لأربعة أسابيع.
fund-asked-few = يجب أن يوافق اثنان، وليس هناك حاليًا اثنان يحق لهما ذلك. يفيد أن يعلم من ينسّق أن أمين صندوق ينقصكم.
fund-ask-open = طلبت من قبل { $before } (رقم { $number })، وهو مفتوح. والآن؟
fund-button-change = تغييره إلى { $amount }
fund-button-change-words = تغيير سببه
fund-button-too = { $amount } إضافة إليه
fund-button-withdraw = سحب الطلب
fund-button-withdraw-one = سحب رقم { $number }
fund-own = طلبت { $amount } (رقم { $number }). ما زال مفتوحًا.
fund-withdrawn = سُحب.

fund-request-ask = { $person } يطلب { $amount }: { $text }
fund-request-out = { $amount } سيخرج إلى { $person }: { $text }
fund-request-facts = رقم { $number } · { $fund }، { $cell }. في الصندوق: { $balance }.
fund-request-approved = وافق حتى الآن { $people }.
fund-request-unseen = لا يراه إلا من يحق لهم الموافقة. ويجب أن يوافق اثنان منهم.
fund-press-approve = للموافقة، ضغطة واحدة:
fund-press-refuse = للرفض، ضغطة واحدة:
fund-approved-already = وافقت عليه من قبل. بقيت موافقة واحدة.
fund-button-approve = موافقة
fund-button-refuse = رفض
fund-mail = { $person }: عند الصندوق شيء لك. بالكتابة إليّ على الخاص: /fund approve
fund-which =
    { $count ->
        [zero] لا شيء مفتوح.
        [one] طلب واحد مفتوح. أيّ طلب؟
        [two] طلبان مفتوحان. أيّهما؟
        [few] { $count } طلبات مفتوحة. أيّها؟
        [many] { $count } طلبًا مفتوحة. أيّها؟
       *[other] { $count } طلب مفتوحة. أيّها؟
    }
fund-nothing-waits = لا شيء ينتظرك.
fund-request-unknown = لا شيء بهذا الرقم قراره لك.
fund-not-yours = هذا لا يكون قرارك أنت.
fund-noted = سُجّل. يخرج { $amount } بعد موافقة واحد آخر: { $people }.
fund-noted-nobody = سُجّل. يجب أن يوافق واحد آخر على { $amount }، ولا أحد حاليًا يحق له ذلك. لتسمية أمين صندوق: /cell settings treasurer ROLE
fund-paid = وافق اثنان: يخرج { $amount }. في الصندوق الآن: { $balance }. أما المال نفسه فتسلمونه أنتم.
fund-short = ليس في الصندوق إلا { $balance }. يبقى { $amount } مفتوحًا.
fund-changed = تغيّر المبلغ في هذه الأثناء. يلزم النظر فيه من جديد:
fund-refused = رُفض. يمكن طلبه مرة أخرى.
fund-over-approved = تمت الموافقة عليه من قبل.
fund-over-refused = رُفض هذا.
fund-over-withdrawn = سُحب هذا.
fund-over-ended = لم يعد هذا مفتوحًا.

fund-told-approved = الصندوق: تمت الموافقة على { $amount } (رقم { $number }). كيف تستلمه؟ يجيبك { $people }.
fund-told-approved-alone = الصندوق: تمت الموافقة على { $amount } (رقم { $number }).
fund-told-refused = الصندوق: رُفض { $amount } (رقم { $number }). يمكنك أن تطلب مرة أخرى.
fund-told-ended = الصندوق: لم يقرر أحد بشأن { $amount } في أربعة أسابيع (رقم { $number }). يمكنك أن تطلب مرة أخرى.
fund-told-out-approved = الصندوق: يمكن أن يخرج { $amount } (رقم { $number }). سُجّل ذلك.
fund-told-out-refused = الصندوق: رُفض { $amount } (رقم { $number }).
fund-told-out-ended = الصندوق: لن يخرج { $amount } (رقم { $number }): لم يقرر أحد في أربعة أسابيع، أو غادر من كان له.

fund-report = { $fund }، { $month }: في الصندوق { $balance }.
fund-file-pdf = sunduq-{ $number }-{ $stamp }.pdf
fund-file-csv = sunduq-{ $number }-{ $stamp }.csv
fund-report-title = { $fund }
fund-report-subtitle = { $cell } · { $month }
fund-report-foot = { $fund } · { $month }
fund-report-before = في الصندوق قبل ذلك
fund-report-in = دخل
fund-report-out = خرج
fund-report-after = في الصندوق بعد ذلك
fund-report-balance = في الصندوق
fund-report-runs = الشهر لم ينتهِ. بتاريخ { $at }.
fund-report-entries = القيود
fund-report-none = لم يدخل شيء ولم يخرج.
fund-report-for = لأجل ماذا
fund-report-line = { $number }. { $day }: { $what }
fund-report-currency = كل المبالغ بعملة { $currency }. لا يُكتب في أي مكان من تلقى مساعدة.
fund-report-hash = رقم التحقق لآخر قيد
fund-report-check = احفظوا هذه الصفحة. إن تغيّر لاحقًا شيء قبل هذا الرقم، صار الرقم غيره. من يشغّل البوت يستطيع التحقق منه بالأمر: npm run steward -- fund check، وبعده الرقم.
fund-table-number = الرقم
fund-table-date = التاريخ
fund-table-for = لأجل ماذا
fund-table-currency = العملة
fund-table-hash = رقم التحقق

fund-approver-about = تصويت على من يوافق على ما يخرج، مع أمين الصندوق ومن ينسّق
fund-option-approver = أيّ عضو؛ يمكن اختيار ثلاثة على الأكثر
fund-ask-approver = من يوافق على ما يخرج، مع أمين الصندوق ومن ينسّق؟
fund-approver-not-member = ليس من أعضاء هذه اللجنة.
fund-approver-voting = تصوّتون عليه الآن.
fund-approvers-full = هناك ثلاثة مختارون أو قيد التصويت. للتصويت على بقاء أحدهم، يُسمّى: /fund approver
fund-approver-more = شخص إضافي يوافق على ما يخرج من الصندوق ({ $number })
fund-approver-fewer = يقلّ من يوافقون على ما يخرج من الصندوق واحدًا ({ $number })
fund-approver-about-more = المقصود { $person }
fund-approver-about-fewer = المقصود { $person }، وهو يوافق الآن
fund-approver-now = { $person } يوافق من الآن على ما يخرج من الصندوق، مع أمين الصندوق ومن ينسّق.
fund-approver-no-more = لم يعد { $person } يوافق على ما يخرج من الصندوق.

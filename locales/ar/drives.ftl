# حملات التعهد: /drive (commands/drive).

drive-about = دعوات إلى التعهد: فتح واحدة وعرضها وتغييرها وإغلاقها
drive-new-about = فتح حملة تعهد
drive-show-about = عرض حملة
drive-list-about = حملات هذه اللجنة
drive-edit-about = تغيير حملة؛ بعد أول جواب نصها وموعدها فقط
drive-close-about = إغلاق حملة قبل موعدها
drive-remind-about = تذكير محادثات الحملة، مرة في اليوم على الأكثر
drive-ladder-about = حملات تتبع بعضها: أين فقدنا الناس
drive-poster-about = صفحة للجدار: السؤال والمطالب والهدف والموعد

option-drive = أيّ حملة: رقمها أو اسمها
drive-ask-which = أيّ حملة؟
drive-option-unknown = لا أعرف هنا حملة «{ $typed }». لعرضها: /drive list
drive-option-elsewhere = هذه الحملة ليست هنا. لعرض ما هنا: /drive list
drive-option-question = ماذا تطلبون من الناس
drive-ask-question = ماذا تطلبون من الناس؟
drive-option-goal = كم تعهدًا مؤكدًا: عدد، أو نسبة من الأعضاء
drive-ask-goal = كم تعهدًا مؤكدًا تحتاجون؟ عدد مثل «50»، أو «30%» من الأعضاء.
drive-option-deadline = حتى متى يمكن الجواب
drive-ask-deadline = حتى متى يمكن الجواب؟ مثلًا «الجمعة 18:00».
drive-option-scope = من تعني: هذه اللجنة، أو قطاعات، أو الاتحاد كله
drive-ask-scope = من تعني؟
drive-option-sectors = أيّ قطاعات، إن لم تكن قطاعكم
drive-ask-sectors = أيّ قطاعات؟
drive-option-reveal = متى تظهر الأرقام: دائمًا، أو عند الهدف، أو عند الإغلاق
drive-ask-reveal = متى تظهر الأرقام؟
drive-option-minimum = أقل التعهدات المؤكدة في كل قطاع
drive-ask-minimum = كم تعهدًا مؤكدًا يحتاج كل قطاع على الأقل؟
drive-option-name = اسم قصير لها
drive-ask-name = ما اسمها القصير؟
drive-option-demands = مطالبكم: حتى خمسة أسطر، تفصل بينها فاصلة منقوطة
drive-ask-demands = ما مطالبكم؟ حتى خمسة أسطر، مثلًا: «ورديات آمنة؛ ثماني ساعات راحة».
drive-option-ways = من طريقتين إلى خمس للمشاركة، تفصل بينها فاصلة منقوطة؛ الهدف يعدّ الأولى
drive-ask-ways = طرق المشاركة، من اثنتين إلى خمس: «عدم الحضور؛ وضع شارة». الهدف يعدّ الأولى.
drive-option-after = الحملة التي تتبعها هذه، خطوةً تالية
drive-ask-after = أيّ حملة تتبعها؟

drive-none = لا حملة هنا بعد.
drive-none-open = لا حملة مفتوحة هنا.
drive-no-cell = لا أعرف لجنتك بعد. يُكتب هذا في مجموعتها.
drive-sectors-need-scope = القطاعات تأتي مع «scope:sector».
drive-scope-needs-steward = حملة أوسع من لجنة واحدة هي للمشرفين على هذا الاتحاد.
drive-of-another-cell = هذه الحملة للجنة أخرى.
drive-after-of-cell = هذه الحملة تخص لجنة واحدة ولا تُعرض في غيرها. لا تتبعها إلا حملة للجنة نفسها.
drive-after-later = لا تتبع الحملة إلا حملة فُتحت قبلها.
drive-closed-already = هذه الحملة مغلقة من قبل.
drive-edit-what = ماذا يتغير؟ مثلًا: /drive edit deadline:"الجمعة 18:00"
drive-edit-unknown = «{ $word }» لا يتغير. ما يتغير: question و deadline و goal و reveal و minimum و name و demands و ways و after.
drive-edit-answered = هناك من أجاب من قبل. لم يعد يتغير إلا النص والموعد.
drive-reminded-already = ذُكّرت المحادثات قبل أقل من يوم. المرة القادمة: { $next }.

drive-opened =
    { $chats ->
        [zero] الحملة { $number } مفتوحة.
        [one] الحملة { $number } مفتوحة.
        [two] الحملة { $number } مفتوحة في محادثتين.
        [few] الحملة { $number } مفتوحة في { $chats } محادثات.
        [many] الحملة { $number } مفتوحة في { $chats } محادثة.
       *[other] الحملة { $number } مفتوحة في { $chats } محادثة.
    }
drive-warn-goal =
    { $members ->
        [zero] الهدف أكبر من عدد الأعضاء: لا أعرف منهم أحدًا بعد.
        [one] الهدف أكبر من عدد الأعضاء المعروفين حتى الآن: واحد.
        [two] الهدف أكبر من عدد الأعضاء المعروفين حتى الآن: اثنان.
        [few] الهدف أكبر من عدد الأعضاء المعروفين حتى الآن: { $members }.
        [many] الهدف أكبر من عدد الأعضاء المعروفين حتى الآن: { $members }.
       *[other] الهدف أكبر من عدد الأعضاء المعروفين حتى الآن: { $members }.
    }
drive-warn-minimum = الحد الأدنى في { $sectors } لن يظهر أبدًا أنه تحقق: عدد الأعضاء هناك قليل.
drive-warn-small = مع أقل من { $people } عضوًا لن يكون المجموع دقيقًا عند الإغلاق: وإلا كشف أجوبة أفراد.
drive-edited = تم التغيير.
drive-done-everywhere = تم. أُخبرت كل محادثات الحملة.
drive-list-open = { $number }: { $drive } – حتى { $deadline }
drive-list-closed = { $number }: { $drive } – أُغلقت { $closed }
drive-changed = تغيّرت الحملة { $number }: { $drive }
drive-changed-question = النص الجديد: { $question }
drive-changed-name = الاسم الجديد: { $name }
drive-changed-demand = مطلب: { $demand }
drive-changed-no-demands = لم تعد تطالب بشيء
drive-changed-deadline = الموعد الجديد: { $deadline }
drive-nudge = لم تجيبوا بعد؟ ما زال هناك وقت: { $left }. لا يرى أحد جوابكم.

drive-goal-reached =
    تحقق الهدف: { $goal ->
        [zero] بلا تعهد
        [one] تعهد مؤكد واحد
        [two] تعهدان مؤكدان
        [few] { $goal } تعهدات مؤكدة
        [many] { $goal } تعهدًا مؤكدًا
       *[other] { $goal } تعهد مؤكد
    }!
drive-is-closed = هذه الحملة مغلقة.
drive-outcome = { $count } { $result }
drive-closed-count =
    { $firm ->
        [zero] أُغلقت: لا تعهد مؤكدًا، والهدف { $goal }.
        [one] أُغلقت: تعهد مؤكد واحد، والهدف { $goal }.
        [two] أُغلقت: تعهدان مؤكدان، والهدف { $goal }.
        [few] أُغلقت: { $firm } تعهدات مؤكدة، والهدف { $goal }.
        [many] أُغلقت: { $firm } تعهدًا مؤكدًا، والهدف { $goal }.
       *[other] أُغلقت: { $firm } تعهد مؤكد، والهدف { $goal }.
    }
drive-closed-count-last =
    { $firm ->
        [zero] أُغلقت: لا تعهد مؤكدًا عند آخر عدّ، والهدف { $goal }.
        [one] أُغلقت: تعهد مؤكد واحد عند آخر عدّ، والهدف { $goal }.
        [two] أُغلقت: تعهدان مؤكدان عند آخر عدّ، والهدف { $goal }.
        [few] أُغلقت: { $firm } تعهدات مؤكدة عند آخر عدّ، والهدف { $goal }.
        [many] أُغلقت: { $firm } تعهدًا مؤكدًا عند آخر عدّ، والهدف { $goal }.
       *[other] أُغلقت: { $firm } تعهد مؤكد عند آخر عدّ، والهدف { $goal }.
    }
drive-result-met = تحقق الهدف!
drive-result-met-before = تحقق الهدف أثناء الحملة.
drive-result-missed = لم يتحقق الهدف.
drive-result-undecided = لا يمكن القول هل بلغ كل قطاع حده الأدنى دون كشف أجوبة.
drive-result-uncounted = لا يمكن القول أين وصل الهدف دون كشف أجوبة.
drive-card-met = تحقق الهدف
drive-card-met-before = تحقق الهدف أثناء الحملة
drive-card-missed = لم يتحقق الهدف
drive-card-undecided = التعهدات كافية؛ ولا يُقال شيء عن حد القطاعات الأدنى
drive-card-uncounted = أُغلقت؛ ولا يُقال أين وصل الهدف
drive-closed-next = لمن تعهد: بعد أن تفعلوه، اضغطوا «تم» أو اكتبوا /pledge done

drive-progress = المؤكد { $firm } من { $goal }
drive-progress-last = المؤكد { $firm } من { $goal } عند آخر عدّ
drive-way-first = { $way }: { $progress }
drive-way = { $way }: { $people }
drive-way-last = { $way }: { $people } عند آخر عدّ
drive-way-own = { $way }: { $people } عند آخر عدّ؛ وفي هذه اللجنة { $own }
drive-own =
    هذه اللجنة: المؤكد { $firm }{ $waiting ->
        [zero] {""}
        [one] ، وواحد معلّق
        [two] ، واثنان معلّقان
        [few] ، و{ $waiting } معلّقة
        [many] ، و{ $waiting } معلّقًا
       *[other] ، و{ $waiting } معلّق
    }
drive-own-closed =
    هذه اللجنة: المؤكد { $firm }{ $waiting ->
        [zero] {""}
        [one] ، وواحد لم يتحقق شرطه
        [two] ، واثنان لم يتحقق شرطهما
        [few] ، و{ $waiting } لم تتحقق شروطها
        [many] ، و{ $waiting } لم تتحقق شروطها
       *[other] ، و{ $waiting } لم تتحقق شروطها
    }
drive-own-kept = هذه اللجنة: وُفي بـ { $kept } من { $firm } تعهدًا
drive-waiting = { $waiting } بانتظار آخرين
drive-waiting-last = { $waiting } بانتظار آخرين عند آخر عدّ
drive-hint =
    { $more ->
        [zero] لا يتأكد غيرها، حتى مع { $in } مشاركًا
        [one] يتأكد واحد آخر إن شارك { $in }
        [two] يتأكد اثنان آخران إن شارك { $in }
        [few] تتأكد { $more } أخرى إن شارك { $in }
        [many] يتأكد { $more } آخر إن شارك { $in }
       *[other] يتأكد { $more } آخر إن شارك { $in }
    }
drive-unvouched =
    { $people ->
        [zero] كل التعهدات محسوبة
        [one] تعهد واحد لا يُحسب بعد: لم تكتمل تزكية صاحبه
        [two] تعهدان لا يُحسبان بعد: لم تكتمل تزكية صاحبيهما
        [few] { $people } تعهدات لا تُحسب بعد: لم تكتمل تزكية أصحابها
        [many] { $people } تعهدًا لا تُحسب بعد: لم تكتمل تزكية أصحابها
       *[other] { $people } تعهد لا تُحسب بعد: لم تكتمل تزكية أصحابها
    }
drive-sector-last = { $sector }: المؤكد { $firm } عند آخر عدّ
drive-sector-last-minimum = { $sector }: المؤكد { $firm } والمطلوب { $minimum }، عند آخر عدّ
drive-sector-minimum = { $sector }: المؤكد { $firm } والمطلوب { $minimum }
drive-sector-kept = { $sector }: وُفي بـ { $kept } من { $firm } تعهدًا
drive-sector-kept-last = { $sector }: وُفي بـ { $kept } من { $firm } تعهدًا، عند آخر عدّ
drive-sector-kept-only = { $sector }: وُفي بـ { $kept } عند آخر عدّ
drive-left-out = تُركت أرقام أخرى: مجموعها عند آخر عدّ أكبر من المجموع الكلي.
drive-small = المجموع هو مجموع آخر عدّ: مع هذا العدد القليل من الأعضاء يكشف المجموع الدقيق أجوبة أفراد.
drive-goal = الهدف: { $goal } مؤكد
drive-minimum = في كل قطاع { $minimum } على الأقل
drive-hidden-until-goal = لا تظهر أرقام حتى يتحقق الهدف.
drive-hidden-until-close = لا تظهر أرقام حتى تُغلق الحملة.
drive-until = الحملة { $number } · حتى { $deadline } · بقي { $left }
drive-over = الحملة { $number } · انتهى الجواب
drive-closed-on = الحملة { $number } · أُغلقت { $closed }

drive-follows = تتبع الحملة { $number }

# صفحة للجدار: /drive poster (commands/drive/poster.ts).

drive-poster-file = mulsaq-{ $number }.pdf
drive-poster-ways = طرق المشاركة: { $ways }
drive-poster-goal = الهدف: { $goal }
drive-poster-deadline = الجواب حتى { $deadline }
drive-poster-scan = امسحوا الرمز للجواب. لا يرى أحد جوابكم.
drive-poster-foot = الحملة { $number }

# حملات تتبع بعضها: /drive ladder (commands/drive/ladder.ts).

drive-ladder = خطوة بعد خطوة
drive-ladder-none = لا حملة هنا تتبع أخرى بعد. تبدأ واحدة بالأمر /drive new مع «after:» ورقم الحملة التي قبلها.
drive-ladder-step = { $drive } (الحملة { $number }): { $figures }
drive-ladder-hidden = لا تظهر أرقام بعد
drive-ladder-firm = المؤكد { $firm }
drive-ladder-firm-last = المؤكد { $firm } عند آخر عدّ
drive-ladder-kept = { $figures }، وُفي بـ { $kept }
drive-ladder-open = { $figures }، مفتوحة حتى { $deadline }
drive-ladder-most =
    أكثر من فقدناهم في الخطوة { $step }، «{ $drive }»، في { $sector }: { $fewer ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $fewer } أشخاص
        [many] { $fewer } شخصًا
       *[other] { $fewer } شخص
    }.
drive-ladder-most-last =
    أكثر من فقدناهم في الخطوة { $step }، «{ $drive }»، في { $sector }: { $fewer ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $fewer } أشخاص
        [many] { $fewer } شخصًا
       *[other] { $fewer } شخص
    }، عند آخر عدّ.
drive-ladder-nobody = لم يقل العدد في أي قطاع عن الخطوة التي قبلها.
drive-ladder-not-yet = لا بد أن تُغلق خطوتان متتاليتان لتمكن المقارنة بينهما.
drive-ladder-not-compared = لا خطوتان متتاليتان تعرضان أرقامًا تمكن مقارنتها.
drive-ladder-loss = الخطوة { $step }، { $sector }: من { $before } إلى { $after }
drive-ladder-loss-last = الخطوة { $step }، { $sector }: من { $before } إلى { $after } عند آخر عدّ
drive-ladder-more =
    { $sectors ->
        [zero] الخطوة { $step }: لا قطاع غيرها قلّ عدده
        [one] الخطوة { $step }: قطاع آخر قلّ عدده
        [two] الخطوة { $step }: قطاعان آخران قلّ عددهما
        [few] الخطوة { $step }: { $sectors } قطاعات أخرى قلّ عددها
        [many] الخطوة { $step }: { $sectors } قطاعًا آخر قلّ عددها
       *[other] الخطوة { $step }: { $sectors } قطاع آخر قلّ عددها
    }
drive-ladder-note = لا تُقارن إلا القطاعات التي لها رقم في الخطوتين، من اللجان نفسها.

drive-button-in = أنا معكم
drive-button-if = إن شارك عدد من الآخرين
drive-button-withdraw = سحب جوابي
drive-button-done = تم

# إلى من وصل الإعلان: /drive show و /cell show (src/core/receipts.ts).

receipts-last =
    آخر إعلان: وصل إلى { $sent } من { $chats ->
        [zero] لا محادثة
        [one] محادثة واحدة
        [two] محادثتين
        [few] { $chats } محادثات
        [many] { $chats } محادثة
       *[other] { $chats } محادثة
    }{ $waiting ->
        [zero] {""}
        [one] ، وواحدة تنتظر
        [two] ، واثنتان تنتظران
        [few] ، و{ $waiting } تنتظر
        [many] ، و{ $waiting } تنتظر
       *[other] ، و{ $waiting } تنتظر
    }
receipts-failed = { $chat }: { $why }
receipts-card = { $chat }: الحملة نفسها لا تظهر هناك – { $why }
receipts-more =
    { $chats ->
        [zero] ولا محادثة غيرها
        [one] ومحادثة أخرى
        [two] ومحادثتان أخريان
        [few] و{ $chats } محادثات أخرى
        [many] و{ $chats } محادثة أخرى
       *[other] و{ $chats } محادثة أخرى
    }
receipts-chat = { $name } ({ $platform })
receipts-gone-chat = محادثة غادرت
receipts-that-chat = تلك المحادثة
receipts-removed = أُزلت منها
receipts-no-rights = ليس لي أن أكتب هناك
receipts-no-rights-named = ليس لي أن أكتب هناك؛ تنقصني صلاحية «{ $right }»
receipts-blocked = أنا محظور هناك
receipts-unreachable = تعذر الوصول إليها
receipts-not-found = لم تعد المنصة تجدها
receipts-refused = رفضت المنصة الرسالة
receipts-cell = بعض محادثات { $cell } لا يصلها مني شيء:
receipts-mend-removed = { $chat }: أُزلت منها. يلزم أن أُضاف من جديد.
receipts-mend-rights = { $chat }: ليس لي أن أكتب هناك. تلزمني صلاحية الكتابة.
receipts-mend-rights-named = { $chat }: ليس لي أن أكتب هناك. تلزمني صلاحية «{ $right }».

# جواب العضو نفسه: /pledge (commands/pledge.ts).

pledge-about = الجواب عن حملة مفتوحة، أو رؤية جوابك
pledge-option-answer = in أو if أو withdraw، أو done بعد التحرك
pledge-ask-answer = ما جوابك؟
pledge-option-others = مع «if»: كم من الآخرين يجب أن يشارك
pledge-ask-others = كم من الآخرين يجب أن يشارك؟
pledge-option-sector = مع «if»: عدّ الآخرين في قطاعك فقط
pledge-ask-sector = في قطاعك فقط؟
pledge-option-way = طريقتك في المشاركة، حين يكون للحملة أكثر من واحدة
pledge-ask-way = بأي طريقة تشارك؟
pledge-no-such-way = لم أسجل شيئًا بعد. أيّ طريقة مشاركة هي المقصودة؟
pledge-way-alone = طريقة المشاركة تأتي وحدها: إما الطريقة، أو الجواب الآخر.
pledge-if-meaning = تُحسب مشاركتك حين يشارك هذا العدد من الآخرين، لا قبل ذلك.
pledge-if-how-many = إن شارك كم من الآخرين؟ هكذا: /pledge if 10
pledge-number-needs-if = العدد يأتي مع «if»: /pledge if 10
pledge-none-open = لا حملة مفتوحة هنا. من ينسّق يفتح واحدة: /drive new
pledge-newest-closed = لا حملة مفتوحة هنا. أُغلقت «{ $drive }» { $closed }، وتبقى أجوبتها كما هي.
pledge-none-closed = لا حملة مغلقة هنا.
pledge-own = { $drive } – { $answer }
pledge-answer-none = لا جواب منك بعد.
pledge-answer-withdrawn = جوابك مسحوب.
pledge-answer-in = أنت معنا.
pledge-answer-way = أنت معنا: { $way }.
pledge-answer-way-if =
    { $others ->
        [zero] أنت معنا، { $way }.
        [one] أنت معنا، { $way }، إن شارك شخص آخر.
        [two] أنت معنا، { $way }، إن شارك شخصان آخران.
        [few] أنت معنا، { $way }، إن شارك { $others } أشخاص آخرين.
        [many] أنت معنا، { $way }، إن شارك { $others } شخصًا آخر.
       *[other] أنت معنا، { $way }، إن شارك { $others } شخص آخر.
    }
pledge-answer-way-if-sector =
    { $others ->
        [zero] أنت معنا، { $way }.
        [one] أنت معنا، { $way }، إن شارك شخص آخر من قطاعك.
        [two] أنت معنا، { $way }، إن شارك شخصان آخران من قطاعك.
        [few] أنت معنا، { $way }، إن شارك { $others } أشخاص آخرين من قطاعك.
        [many] أنت معنا، { $way }، إن شارك { $others } شخصًا آخر من قطاعك.
       *[other] أنت معنا، { $way }، إن شارك { $others } شخص آخر من قطاعك.
    }
pledge-answer-if =
    { $others ->
        [zero] أنت معنا.
        [one] أنت معنا إن شارك شخص آخر.
        [two] أنت معنا إن شارك شخصان آخران.
        [few] أنت معنا إن شارك { $others } أشخاص آخرين.
        [many] أنت معنا إن شارك { $others } شخصًا آخر.
       *[other] أنت معنا إن شارك { $others } شخص آخر.
    }
pledge-answer-if-sector =
    { $others ->
        [zero] أنت معنا.
        [one] أنت معنا إن شارك شخص آخر من قطاعك.
        [two] أنت معنا إن شارك شخصان آخران من قطاعك.
        [few] أنت معنا إن شارك { $others } أشخاص آخرين من قطاعك.
        [many] أنت معنا إن شارك { $others } شخصًا آخر من قطاعك.
       *[other] أنت معنا إن شارك { $others } شخص آخر من قطاعك.
    }
pledge-not-vouched = يُحسب حين يزكّيك عدد كافٍ من الأعضاء.
pledge-change-until = يمكنك تغييره حتى { $deadline }.
pledge-closed-answers = الحملة مغلقة، فتبقى الأجوبة كما هي.
pledge-drive-closed = { $drive } – هذه الحملة مغلقة، فلم تعد الأجوبة تتغير.
pledge-elsewhere = هذه الحملة لغير اللجنة التي تُحسب مشاركتك فيها. لمعرفة لجنتك: /me show
pledge-nothing-to-withdraw = لا جواب لك في هذه الحملة، فلا شيء يُسحب.
pledge-done = { $drive } – سُجّل وفاؤك بتعهدك. شكرًا!
pledge-done-other-way = { $drive } – سُجّل لك. شكرًا! ما يُعدّ وفاءً هو «{ $way }» وحدها.
pledge-done-already = { $drive } – هذا مسجل من قبل. شكرًا!
pledge-done-too-early = هذا لما بعد التحرك: الحملة ما زالت مفتوحة.
pledge-done-no-pledge = لم يكن لك تعهد في هذه الحملة، فلا شيء يُسجّل.
pledge-done-not-firm = لم يتحقق شرطك، فلا شيء يُسجّل.
pledge-done-too-late = انتهت هذه الحملة منذ مدة طويلة. لم يعد محفوظًا من تعهد.

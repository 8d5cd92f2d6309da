# الاجتماعات بين القطاعات: /assembly (commands/assembly).

assembly-about = الاجتماعات: تخطيط، حضور، جدول أعمال، كلمات، إغلاق، محاضر
assembly-new-about = التخطيط لاجتماعات تتكرر
assembly-change-about = نقل القادم، أو تغيير الساعة أو المدة أو القاعدة منه فصاعدًا
assembly-next-about = عرض الاجتماع القائم، أو القادم
assembly-roster-about = من له مقعد ومن حضر
assembly-checkin-about = تسجيل حضورك
assembly-checkout-about = القول إنك تغادر
assembly-quorum-about = هل حضر ما يكفي لاتخاذ القرار
assembly-agenda-about = جدول الأعمال؛ إضافة بند إليه أو نقله أو فتحه
assembly-speak-about = طلب الكلمة؛ من ينسّق يعطيها لمن يليه بـ «next»
assembly-vote-about = عمليات التصويت في هذا الاجتماع
assembly-close-about = إغلاق الاجتماع
assembly-minutes-about = المحضر، نصًا وصفحة للطباعة
assembly-host-about = من يستضيف ولماذا؛ قبول ذلك أو تمريره
assembly-ics-about = المواعيد ملفَّ تقويم
assembly-end-about = إيقاف هذه الاجتماعات

assembly-option-name = ما اسمه
assembly-ask-name = ما اسم الاجتماع؟
assembly-option-rule = كم مرة: «أول جمعة من الشهر»، «كل ثاني ثلاثاء»
assembly-ask-rule = كم مرة ينعقد؟ مثلًا «أول جمعة من الشهر 18:00».
assembly-option-time = في أي ساعة يبدأ
assembly-ask-time = في أي ساعة يبدأ؟
assembly-option-length = كم يدوم؛ ساعتين إن لم تُذكر
assembly-ask-length = كم يدوم؟
assembly-option-at = متى يكون القادم بدلًا من ذلك، هو وحده
assembly-ask-at = متى القادم؟ مثلًا «الأربعاء 19:00».
assembly-option-change-time = في أي ساعة يبدأ من القادم فصاعدًا
assembly-option-change-length = كم يدوم من القادم فصاعدًا
assembly-option-change-rule = كم مرة ينعقد من القادم فصاعدًا
assembly-option-quorum = كم يجب أن يحضر: «النصف»، «2/3 من اللجان»، «12»، «النصف و3 قطاعات»
assembly-ask-quorum = كم يجب أن يحضر؟ مثلًا «النصف» أو «2/3 من اللجان» أو «النصف و3 قطاعات».
assembly-option-seats = مقاعد كل لجنة: «2»، أو مقعد إضافي لكل عشرة أعضاء حتى خمسة: «10 max 5»
assembly-ask-seats = كم مقعدًا لكل لجنة؟ مثلًا «2» أو «10 max 5».
assembly-option-names = المحضر يسمّي من حضر
assembly-ask-names = هل يسمّي المحضر من حضر؟
assembly-option-cell = هذه اللجنة وحدها، مع الأسماء في محادثات المجلس
assembly-ask-cell = أيّ لجنة؟
assembly-option-assembly = أيّ اجتماع
assembly-option-action = إضافة بند أو نقله أو فتحه
assembly-ask-action = ماذا نفعل بجدول الأعمال؟
assembly-option-item = المقترح؛ أو رقم بند
assembly-ask-item = ما المقترح؟
assembly-option-to = إلى أي رقم يُنقل
assembly-ask-to = إلى أي رقم؟
assembly-option-speak = off: سحب الطلب؛ next: دور من يليه
assembly-ask-speak = off أم next؟
assembly-option-host = قبول الاستضافة أو تمريرها
assembly-ask-host = قبول أم تمرير؟
assembly-option-number = أيّ اجتماع: رقمه
assembly-ask-number = أيّ اجتماع؟

assembly-quorum-unknown = لم أفهم النصاب «{ $typed }». مثلًا «النصف» أو «2/3 من اللجان» أو «12» أو «النصف و3 قطاعات».
assembly-gone = هذا الاجتماع لم يعد مخططًا له.
assembly-none = لا اجتماع مخطط له في { $council }. من ينسّقه يخطط لواحد: /assembly new
assembly-no-seat = هذا فقط لمن له مقعد في { $council }، أو ينوب عن صاحبه.
assembly-is-closed = أُغلق هذا الاجتماع.
assembly-not-yet = ليس بعد. يُفتح تسجيل الحضور قبل ساعة من بدئه. { $when }
assembly-length = يدوم الاجتماع بين دقيقة وثلاثة أيام.

assembly-title = { $name } { $number }
assembly-when = { $start }، المدة: { $length }
assembly-close-early = لم يبدأ { $assembly }، فلا شيء يُغلق بعد: { $when }. الأمر /assembly change ينقله، و /assembly end يلغيه نهائيًا.
assembly-planned-already = { $name } مخطط له من قبل. القادم: { $when }. الأمر /assembly change ينقله، أو يغيّر كم مرة ينعقد.
assembly-planned = { $name }، { $rule }. الأول: { $when }
assembly-opens-later = يُفتح تسجيل الحضور قبل ساعة من بدئه.
assembly-closed = مغلق
assembly-closed-on = أُغلق { $closed }
assembly-button-in = حضرت
assembly-button-out = أغادر
assembly-button-speak = أريد الكلمة
assembly-button-accept = نستضيف
assembly-button-pass = تمريرها

assembly-host-nobody = الاستضافة: لا أحد بعد
assembly-host-asked = الاستضافة: { $sector }، { $place } (طُلب منهم)
assembly-host-accepted = الاستضافة: { $sector }، { $place }
assembly-host-question = { $place }: هل تستضيفون { $assembly }؟
assembly-host-wanted = لم يبقَ من يستضيف. من يستطيع؟ { $when }
assembly-host-said-yes = { $host }: وافقوا.
assembly-host-thanks = شكرًا. أُخبر المجلس.
assembly-host-passed = مُرّرت. { $host }
assembly-host-too-late = لقد بدأ.
assembly-host-not-yours = هذا لمن ينسّق اللجنة المستضيفة، أو المجلس.
assembly-host-reminder = تستضيفون غدًا. { $when }
assembly-host-reminder-late = تستضيفون الاجتماع القادم. { $when }
assembly-why-sector-never = لم يستضف قطاعكم بعد.
assembly-why-sector =
    { $ago ->
        [zero] قطاعكم وحده يستطيع.
        [one] قطاعكم وحده يستطيع: استضاف الأخير.
        [two] قطاعكم أبعد القطاعات استضافة، قبل اجتماعين.
        [few] قطاعكم أبعد القطاعات استضافة، قبل { $ago } اجتماعات.
        [many] قطاعكم أبعد القطاعات استضافة، قبل { $ago } اجتماعًا.
       *[other] قطاعكم أبعد القطاعات استضافة، قبل { $ago } اجتماع.
    }
assembly-why-place-never = من أماكن القطاع، لم يستضف هذا المكان بعد.
assembly-why-place =
    { $ago ->
        [zero] هو المكان الوحيد للقطاع.
        [one] هو المكان الوحيد للقطاع.
        [two] من أماكن القطاع، هذا أبعدها استضافة، قبل اجتماعين.
        [few] من أماكن القطاع، هذا أبعدها استضافة، قبل { $ago } اجتماعات.
        [many] من أماكن القطاع، هذا أبعدها استضافة، قبل { $ago } اجتماعًا.
       *[other] من أماكن القطاع، هذا أبعدها استضافة، قبل { $ago } اجتماع.
    }
assembly-why-avoided = استُثني مكان الاجتماع الأخير.

assembly-quorum-met = النصاب: نعم، المقاعد الحاضرة { $present } من { $all }، والمطلوب { $needed }
assembly-quorum-met-cells = النصاب: نعم، اللجان الحاضرة { $present } من { $all }، والمطلوب { $needed }
assembly-quorum-missing = النصاب: لا، المقاعد الحاضرة { $present } من { $all }، والمطلوب { $needed } (ينقص { $missing })
assembly-quorum-missing-cells = النصاب: لا، اللجان الحاضرة { $present } من { $all }، والمطلوب { $needed } (ينقص { $missing })
assembly-quorum-sectors =
    { $needed ->
        [zero] النصاب: لا، القطاعات الحاضرة { $present }
        [one] النصاب: لا، القطاعات الحاضرة { $present }، والمطلوب قطاع واحد
        [two] النصاب: لا، القطاعات الحاضرة { $present }، والمطلوب قطاعان
        [few] النصاب: لا، القطاعات الحاضرة { $present }، والمطلوب { $needed }
        [many] النصاب: لا، القطاعات الحاضرة { $present }، والمطلوب { $needed }
       *[other] النصاب: لا، القطاعات الحاضرة { $present }، والمطلوب { $needed }
    }
assembly-sector-filled =
    { $empty ->
        [zero] { $sector }: شُغل { $filled } من { $seats } مقعدًا
        [one] { $sector }: شُغل { $filled } من { $seats } مقعدًا، ومقعد شاغر
        [two] { $sector }: شُغل { $filled } من { $seats } مقعدًا، ومقعدان شاغران
        [few] { $sector }: شُغل { $filled } من { $seats } مقعدًا، و{ $empty } شاغرة
        [many] { $sector }: شُغل { $filled } من { $seats } مقعدًا، و{ $empty } شاغرًا
       *[other] { $sector }: شُغل { $filled } من { $seats } مقعدًا، و{ $empty } شاغر
    }
assembly-sector-present =
    { $empty ->
        [zero] { $sector }: حضر { $present } من { $seats } مقعدًا
        [one] { $sector }: حضر { $present } من { $seats } مقعدًا، وواحد بلا مندوب
        [two] { $sector }: حضر { $present } من { $seats } مقعدًا، واثنان بلا مندوب
        [few] { $sector }: حضر { $present } من { $seats } مقعدًا، و{ $empty } بلا مندوب
        [many] { $sector }: حضر { $present } من { $seats } مقعدًا، و{ $empty } بلا مندوب
       *[other] { $sector }: حضر { $present } من { $seats } مقعدًا، و{ $empty } بلا مندوب
    }
assembly-own-seats =
    { $seats ->
        [zero] هذه اللجنة: لا مقعد، شُغل { $filled }
        [one] هذه اللجنة: مقعد واحد
        [two] هذه اللجنة: مقعدان، شُغل { $filled }
        [few] هذه اللجنة: { $seats } مقاعد، شُغل { $filled }
        [many] هذه اللجنة: { $seats } مقعدًا، شُغل { $filled }
       *[other] هذه اللجنة: { $seats } مقعد، شُغل { $filled }
    }
assembly-own-empty =
    { $empty ->
        [zero] كل مقاعدكم مشغولة: /delegate choose
        [one] مقعدكم شاغر. لاختيار مندوب: /delegate choose
        [two] لكم مقعدان شاغران. لاختيار مندوبين: /delegate choose
        [few] لكم { $empty } مقاعد شاغرة. لاختيار مندوبين: /delegate choose
        [many] لكم { $empty } مقعدًا شاغرًا. لاختيار مندوبين: /delegate choose
       *[other] لكم { $empty } مقعد شاغر. لاختيار مندوبين: /delegate choose
    }
assembly-empty-seat = لهذه اللجنة مقعد شاغر في { $assembly }. لاختيار مندوب: /delegate choose. { $when }

assembly-roster-cell = { $cell } – { $seats }
assembly-roster-more =
    { $cells ->
        [zero] … ولا لجنة غيرها
        [one] … ولجنة أخرى
        [two] … ولجنتان أخريان
        [few] … و{ $cells } لجان أخرى
        [many] … و{ $cells } لجنة أخرى
       *[other] … و{ $cells } لجنة أخرى
    }
assembly-roster-numbers =
    { $empty ->
        [zero] { $cell }: حضر { $present } من { $seats }
        [one] { $cell }: حضر { $present } من { $seats }، ومقعد شاغر
        [two] { $cell }: حضر { $present } من { $seats }، ومقعدان شاغران
        [few] { $cell }: حضر { $present } من { $seats }، و{ $empty } مقاعد شاغرة
        [many] { $cell }: حضر { $present } من { $seats }، و{ $empty } مقعدًا شاغرًا
       *[other] { $cell }: حضر { $present } من { $seats }، و{ $empty } مقعد شاغر
    }
assembly-roster-names = بالأسماء، لجنة بعد لجنة: /assembly roster CELL
# $alternate: «ينوب: سالم»، «بلا نائب»
assembly-seat-here = { $name } حاضر ({ $alternate })
assembly-seat-away = { $name } ({ $alternate })
assembly-seat-by-alternate = { $alternate } حاضر عن { $name }
assembly-seat-stand-in = { $name } حاضر، دون صفة مندوب
assembly-seat-empty = مقعد شاغر ({ $alternate })
assembly-alternate = ينوب: { $name }
assembly-no-alternate = بلا نائب

assembly-in = سُجّل حضورك عن { $cell }.
assembly-in-already = حضورك مسجل من قبل، عن { $cell }.
assembly-in-for = سُجّل حضورك. مندوب { $cell } غائب، فيُحسب المقعد لك.
assembly-in-beside = سُجّل حضورك. مندوب { $cell } حاضر ويُحسب المقعد له. وإن غادر، حُسب لك.
assembly-out = شكرًا. سُجّلت مغادرتك؛ ويمكنك العودة.
assembly-out-already = لم يكن حضورك مسجلًا.

assembly-item-care = ما قدمه الناس (سجل الرعاية)
assembly-item-open = لقاءات الراحة التي لم تنعقد بعد
assembly-item-learnt = ما تعلمته اللجان
assembly-item-decisions = قرارات تعاد مراجعتها
assembly-item-fund = حال الصناديق
assembly-learnt-how = تقول كل لجنة ما تعلمته منذ المرة الماضية. في محادثتها: /debrief show
assembly-fund-how = تقول كل لجنة لها صندوق كيف حاله. في محادثتها: /fund report
assembly-decisions-none = لا قرار تعاد مراجعته.
assembly-agenda-of = جدول أعمال { $assembly }
assembly-agenda-line = { $number }. { $item }
assembly-agenda-now = { $number }. { $item } – الآن
assembly-agenda-done = { $number }. { $item } – تم
assembly-agenda-added = البند { $number } في { $assembly }: { $item }
assembly-agenda-what = أيّ بند؟ مثلًا: /assembly agenda open 3، أو /assembly agenda add صندوق الإضراب
assembly-agenda-no-item = لا بند «{ $typed }» في جدول الأعمال.
assembly-agenda-where = إلى أين؟ مثلًا: /assembly agenda move 5 3
assembly-agenda-stays = هذا البند يأتي أولًا دائمًا.
assembly-agenda-full = جدول الأعمال ممتلئ.
assembly-now = الآن { $number }: { $item }
assembly-open-line = { $cell }: { $gathering }
assembly-open-none = لا شيء مفتوح.

assembly-waiting =
    { $count ->
        [zero] لا أحد يطلب الكلمة { $people }
        [one] يطلب الكلمة: { $people }
        [two] يطلب الكلمة اثنان، التالي { $people }
        [few] يطلبون الكلمة: { $count }، التالي { $people }
        [many] يطلبون الكلمة: { $count }، التالي { $people }
       *[other] يطلبون الكلمة: { $count }، التالي { $people }
    }
assembly-speak-place =
    { $place ->
        [zero] الكلمة لك.
        [one] الكلمة التالية لك.
        [two] دورك رقم { $place } في الكلام.
        [few] دورك رقم { $place } في الكلام.
        [many] دورك رقم { $place } في الكلام.
       *[other] دورك رقم { $place } في الكلام.
    }
assembly-speak-off = لم تعد تنتظر الكلمة.
assembly-speak-not-waiting = لم تكن تنتظر الكلمة.
assembly-speak-nobody = لا أحد ينتظر الكلمة.
assembly-speaks = الكلمة لـ { $name }.
assembly-speaks-then = الكلمة لـ { $name }، ثم { $after }.

assembly-vote-open = يلزم أولًا إغلاق التصويت «{ $text }».
assembly-minutes-none = لا محضر بعد.
assembly-minutes-of = محضر { $assembly }، { $start }
assembly-minutes-so-far = محضر { $assembly } حتى الآن، { $start }
assembly-ics-file =
    { $count ->
        [zero] لا مواعيد لـ { $name }
        [one] موعد واحد لـ { $name }
        [two] الموعدان القادمان لـ { $name }
        [few] المواعيد القادمة لـ { $name }، وعددها { $count }
        [many] المواعيد القادمة لـ { $name }، وعددها { $count }
       *[other] المواعيد القادمة لـ { $name }، وعددها { $count }
    }
assembly-ics-days =
    { $days ->
        [zero] ولا يوم اتفق عليه المجلس
        [one] واليوم الذي اتفق عليه المجلس
        [two] واليومان اللذان اتفق عليهما المجلس
        [few] والأيام الـ{ $days } التي اتفق عليها المجلس
        [many] والأيام الـ{ $days } التي اتفق عليها المجلس
       *[other] والأيام الـ{ $days } التي اتفق عليها المجلس
    }
assembly-change-what = ماذا يتغير؟ «at:» ينقل القادم وحده؛ و«time:» و«length:» و«rule:» تسري من القادم فصاعدًا. الآن: { $when }
assembly-change-late = فُتح تسجيل الحضور، فلا يُغيّر بعد الآن. يمكنك تغيير القادم بعد إغلاق هذا.
assembly-change-far = يمكن نقل القادم ضمن نصف السنة المقبل. وهذا يقع { $when }.
assembly-changed = تغيّر { $assembly }.
assembly-change-moved = { $when } – لا { $before }
assembly-change-rule = من الآن: { $rule }
assembly-end-sure = لن ينعقد { $name } بعد الآن، ويُلغى القادم. هل هذا مؤكد؟
assembly-end-yes = إلغاؤه
assembly-ended = أُلغي { $name }.
assembly-reminder = يبدأ { $assembly } قريبًا.
assembly-closed-title = أُغلق { $assembly }.
assembly-closed-present = حضر { $present } من { $seats } مقعدًا.
assembly-closed-votes =
    { $votes ->
        [zero] لا تصويت، أُقرّ { $carried }
        [one] تصويت واحد، أُقرّ { $carried }
        [two] تصويتان، أُقرّ { $carried }
        [few] { $votes } عمليات تصويت، أُقرّ { $carried }
        [many] { $votes } عملية تصويت، أُقرّ { $carried }
       *[other] { $votes } عملية تصويت، أُقرّ { $carried }
    }
assembly-closed-next = القادم: { $start }
assembly-closed-minutes = المحضر: /assembly minutes

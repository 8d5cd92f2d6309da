# التحركات ورعايتها: /action (commands/action/).

action-about = ما تفعله اللجنة، مع رعايته وراحته
action-plan-about = التخطيط لتحرك مع رعايته واللقاء الذي يليه
action-show-about = عرض تحرك
action-list-about = تحركات هذه اللجنة
action-care-about = رعاية تحرك: إضافتها أو تولّيها أو القول إنها تمت
action-confirm-about = تأكيد تحرك
action-change-about = تغيير تحرك؛ تتغير معه رعايته وراحته
action-cancel-about = إلغاء تحرك
action-close-about = القول إن تحركًا انتهى قبل وقته
action-template-about = حفظ تحرك لتخطيطه مجددًا بخطوة واحدة

action-option-action = أيّ تحرك: رقمه أو اسمه
action-option-unknown = لا أعرف هنا تحركًا «{ $typed }». لعرضها: /action list
action-option-what = ما تفعلونه، أو اسم تحرك محفوظ
action-ask-what = ماذا تريدون أن تفعلوا؟
action-option-from = متى يبدأ
action-ask-from = متى يبدأ؟ تكفي ضغطة، أو مثلًا «السبت 10:00».
action-option-to = متى ينتهي، أو كم يدوم
action-ask-to = متى ينتهي؟ ساعة محددة، أو مدة مثل «4 ساعات».
action-option-where = أين هو
action-ask-where = أين هو؟
action-option-care = الرعاية: طعام، رعاية أطفال، نقل، وغيرها
action-ask-care = من يرعى خلاله؟ يمكن اختيار نوع من الرعاية أو كتابة غيره.
action-option-rest = متى تلتقون بعده؛ «لا شيء» إن لم تلتقوا
action-ask-rest = متى تلتقون بعده؟
action-option-confirm = التخطيط له في فترة هدوء رغم ذلك
action-option-reason = لماذا بلا رعاية أو راحة
action-ask-reason = لماذا؟
action-option-form = نوع الرعاية
action-option-act-from = متى تبدأ هذه الرعاية
action-option-act-to = متى تنتهي هذه الرعاية
action-option-places = كم شخصًا تحتاج
action-option-do = إضافتها، تولّيها، تركها، القول إنها تمت، أو حذفها
action-option-name = اسم لتخطيطه به مجددًا
action-ask-name = بأي اسم أحفظه؟

action-none = لا تحرك هنا. للتخطيط لتحرك: /action plan
action-which = أيّ تحرك؟
action-which-care = أيّ واحدة؟
action-no-such-care = ليس في { $action } رعاية كهذه.
action-time-unknown = لم أفهم الوقت «{ $typed }». مثلًا «السبت 18:00» أو «4 ساعات».
action-ends-first = يجب أن ينتهي بعد أن يبدأ.
action-too-long = يدوم التحرك 31 يومًا على الأكثر. يمكن التخطيط لعدة تحركات.
action-over = انتهى هذا التحرك.
action-cancelled-already = أُلغي هذا التحرك.
action-not-begun = لم يبدأ بعد. لإلغائه: /action cancel
action-change-what = ماذا يتغير؟ مثلًا: /action change from:"السبت 11:00"
action-change-past = يقع هذا في الماضي.
action-long = سيكون من { $from } إلى { $to }. هل هذا صحيح؟
action-lull = يقع هذا في فترة هدوء، حتى { $until }: وقت للراحة. هل نخطط له رغم ذلك؟
action-button-lull = التخطيط له رغم ذلك

action-form-meals = طعام
action-form-childcare = رعاية أطفال
action-form-rides = نقل
action-form-pantry = مؤونة
action-form-first-aid = إسعاف أولي
action-form-quiet-room = غرفة هادئة

action-span = { $from } إلى { $to }
action-at = أين: { $place }
action-no-care = لا رعاية بعد.
action-act = { $form }، { $span }
action-act-label = { $form }، { $time }
action-act-day = { $form }، { $day }
action-act-nobody =
    { $places ->
        [zero] { $form }: لا أحد بعد
        [one] { $form }: لا أحد بعد
        [two] { $form }: لا أحد بعد، مكانان
        [few] { $form }: لا أحد بعد، { $places } أماكن
        [many] { $form }: لا أحد بعد، { $places } مكانًا
       *[other] { $form }: لا أحد بعد، { $places } مكان
    }
action-gaps = لا أحد بعد:
action-gap =
    { $more ->
        [zero] { $form }: { $days }
        [one] { $form }: { $days } ويوم آخر
        [two] { $form }: { $days } ويومان آخران
        [few] { $form }: { $days } و{ $more } غيرها
        [many] { $form }: { $days } و{ $more } غيرها
       *[other] { $form }: { $days } و{ $more } غيرها
    }
action-gap-line = لا أحد بعد: { $gap }
action-shifts-open = ما زال مفتوحًا:
action-shift-fallen = لم تعد قائمة: { $shift }
action-act-places = { $form }: شُغل { $taken } من { $places }
action-act-taken =
    { $open ->
        [zero] { $form }: { $names }. لا مكان بعد
        [one] { $form }: { $names }. بقي مكان واحد
        [two] { $form }: { $names }. بقي مكانان
        [few] { $form }: { $names }. بقيت { $open } أماكن
        [many] { $form }: { $names }. بقي { $open } مكانًا
       *[other] { $form }: { $names }. بقي { $open } مكان
    }
action-act-full = { $form }: { $names }
action-act-done = { $form }: تمت
action-act-done-by = { $form }: تمت على يد { $names }
action-no-rest = لا لقاء بعده حتى الآن.
action-rest-at = تلتقون بعده { $time }.
action-rest-no-time = تلتقون بعده؛ والوقت لم يحدد. /gather when { $number }
action-rest-held = التقيتم بعده.
action-rest-let-go = صُرف النظر عن اللقاء الذي يليه.
action-reason = أُكّد رغم ذلك: { $reason }
action-number = تحرك { $number }، { $state }
action-state-planned = مخطط له
action-state-confirmed = مؤكد
action-state-over = انتهى
action-state-cancelled = ملغى

action-button-take = أتولى: { $form }
action-button-done = تمت: { $form }
action-button-confirm = تأكيد
action-button-add-care = إضافة: { $form }
action-button-add-rest = نلتقي في اليوم التالي، 18:00
action-button-leave = لا أستطيع في النهاية

action-lacks-both = ليس لهذا التحرك رعاية ولا لقاء بعده حتى الآن. يُضافان أولًا، ثم يؤكد.
action-lacks-care = ليس لهذا التحرك رعاية حتى الآن. تُضاف أولًا، ثم يؤكد.
action-lacks-rest = ليس لهذا التحرك لقاء بعده حتى الآن. يُضاف أولًا، ثم يؤكد.
action-lacks-way = إن كان لا بد منه بدونها: /action confirm { $number } reason:"السبب"
action-confirmed = تأكد: { $time }.
action-confirmed-already = هذا التحرك مؤكد من قبل.
action-same-form =
    { $forms } مرة أخرى، كما في المرات الثلاث الأخيرة. ما رأيكم في شيء لم يُستخدم مؤخرًا؟

action-care-added = خُطط لـ { $form } في { $action }.
action-care-there = { $form }: مخطط لها من قبل.
action-care-many =
    { $most ->
        [zero] لا رعاية لهذا التحرك.
        [one] للتحرك رعاية واحدة على الأكثر في كل يوم.
        [two] للتحرك رعايتان على الأكثر في كل يوم.
        [few] للتحرك { $most } أعمال رعاية على الأكثر في كل يوم.
        [many] للتحرك { $most } عمل رعاية على الأكثر في كل يوم.
       *[other] للتحرك { $most } عمل رعاية على الأكثر في كل يوم.
    }
action-care-outside = يجب أن تتقاطع الرعاية مع التحرك: { $span }.
action-care-changed = { $form } في { $action } صارت: { $span }.
action-care-removed = { $form } في { $action }: حُذفت.
action-care-early = لم يبدأ بعد.
action-care-done = { $form } في { $action }: تمت. شكرًا.
action-care-done-already = هذا مسجل من قبل.
action-care-given = { $form } ({ $action })
action-care-done-ask = هل قُدمت هذه الرعاية؟ تكفي ضغطة.
action-taken = شكرًا. صارت لك: { $form }، { $span }.
action-taken-already = { $form } لك من قبل.
action-taken-full = { $form }: عدد الأشخاص يكفي. شكرًا!
action-taken-closed = { $form }: انتهت.
action-left-over = { $form }: انتهت. شكرًا على عنايتك بها!
action-left = { $form }: متاحة من جديد. شكرًا على إخبارنا.
action-not-yours = لم يكن هذا عليك.

action-changed = تغيّر { $action }
action-changed-what = صار: { $what }
action-changed-when = الآن: { $span }
action-changed-where = المكان الآن: { $place }
action-cancelled = أُلغي { $action }، واللقاء الذي يليه أيضًا.
action-template-saved = حُفظ. في المرة القادمة: /action plan { $name }

action-soon = يبدأ { $time }، { $left }.
action-open-line =
    { $open ->
        [zero] { $form }: لا مكان بعد
        [one] { $form }: بقي مكان واحد
        [two] { $form }: بقي مكانان
        [few] { $form }: بقيت { $open } أماكن
        [many] { $form }: بقي { $open } مكانًا
       *[other] { $form }: بقي { $open } مكان
    }
action-not-confirmed = لم يؤكد بعد.
action-ended = انتهى. شكرًا لكم جميعًا.
action-ended-rest = تلتقون { $time } لتهدأ النفوس.
action-ended-when = متى تلتقون لتهدأ النفوس؟
action-ended-choosing = يجري اختيار وقت اللقاء الذي يليه.

action-list-planned = { $number }: { $action } – { $time }، مخطط له
action-list-confirmed = { $number }: { $action } – { $time }، مؤكد
action-list-over = { $number }: { $action } – { $time }، انتهى
action-list-cancelled = { $number }: { $action } – { $time }، ملغى

action-learnt-before = ما تعلمناه في المرة الماضية
action-share-about = ليرى غيركم من اللجان ماذا ومتى وأي قطاع؛ لا أين ولا من
action-unshare-about = لا ترى اللجان الأخرى التحرك بعد ذلك
action-shared = ترى اللجان الأخرى الآن في /calendar show: «{ $what }»، { $span }، { $sector }. لا أين هو، ولا من يأتي.
action-shared-already = اللجان الأخرى تراه من قبل. للتراجع: /action unshare
action-not-shared = اللجان الأخرى لا تراه.
action-share-ended = لم تعد اللجان الأخرى ترى { $action }.
action-button-unshare = التراجع عن إعلانه
action-is-shared = ترى اللجان الأخرى ماذا ومتى وأي قطاع.

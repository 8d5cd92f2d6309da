# اللقاءات: /gather (commands/gather/).

gather-about = لقاءات الناس: إيجاد وقت، والقول هل تأتي
gather-new-about = إنشاء لقاء
gather-when-about = اقتراح أوقات للقاء
gather-choose-about = الاختيار بين الأوقات المقترحة
gather-going-about = تأتي
gather-maybe-about = قد تأتي
gather-no-about = لا تأتي
gather-show-about = عرض لقاء
gather-list-about = لقاءات هذه اللجنة
gather-move-about = تغيير وقت لقاء أو مكانه أو مدته أو عدد أماكنه
gather-cancel-about = إلغاء لقاء
gather-held-about = القول إن لقاء انعقد
gather-let-go-about = صرف النظر عن اللقاء بعد تحرك
gather-ics-about = اللقاءات ملفَّ تقويم

gather-option-gathering = أيّ لقاء: رقمه أو اسمه
gather-option-unknown = لا أعرف هنا لقاء «{ $typed }». لعرضها: /gather list
gather-option-what = لأجل ماذا تلتقون
gather-ask-what = لأجل ماذا تلتقون؟
gather-option-at = متى هو
gather-ask-at = متى هو؟ مثلًا «الجمعة 18:00». يمكن تركه مفتوحًا وإيجاد وقت معًا.
gather-option-capacity = كم شخصًا يتسع
gather-ask-capacity = لكم شخصًا يتسع؟ يُترك فارغًا إن كان يتسع للجميع.
gather-option-where = أين هو
gather-ask-where = أين هو؟
gather-option-length = كم يدوم
gather-ask-length = كم يدوم؟
gather-option-times = بعض الأوقات، أو كلمات مثل «مساء ما الأسبوع القادم»
gather-ask-times = متى يمكن؟ «الجمعة 18:00، السبت 11:00»، أو «مساء ما الأسبوع القادم».
gather-option-time = الوقت الذي يناسبك
gather-option-now = إنهاء الاختيار الآن

options-time-label = { $time }
options-times-this-week = مساء هذا الأسبوع
options-times-next-week = مساء الأسبوع القادم
options-times-weekend = في نهاية الأسبوع
options-times-past = مضى كل هذا.
options-times-many =
    { $most ->
        [zero] لا وقت هنا من فضلكم.
        [one] وقت واحد فقط من فضلكم.
        [two] وقتان على الأكثر من فضلكم.
        [few] { $most } أوقات على الأكثر من فضلكم.
        [many] { $most } وقتًا على الأكثر من فضلكم.
       *[other] { $most } وقت على الأكثر من فضلكم.
    }

gather-none = لا لقاء هنا بعد. لإنشاء لقاء: /gather new
gather-which = أيّ لقاء؟
gather-no-cell = لا أعرف لجنتك بعد. يُكتب هذا في مجموعتها.
gather-needs-organizer = هذا لمن ينسّق، أو لمن خطط له.
gather-done-everywhere = تم. أُخبرت محادثات اللجنة.
gather-ended-held = انعقد من قبل.
gather-ended-let-go = صرفت اللجنة النظر عنه.
gather-ended-over = انتهى.
gather-ended-cancelled = أُلغي.
gather-before-end = يجب أن يكون بعد انتهاء التحرك.
gather-too-long = هذا طويل جدًا. يدوم اللقاء أسبوعًا على الأكثر.
gather-move-what = ماذا يتغير؟ مثلًا: /gather move at:"الجمعة 18:00"، أو where: أو length: أو capacity:
gather-too-early = ما زال الوقت مبكرًا على هذا.
gather-nothing-to-choose = لا شيء للاختيار الآن.

gather-name-after = بعده: { $action }
gather-when = { $time }
gather-where = أين: { $place }
gather-length = المدة: { $length }.
gather-changed = تغيّر { $gathering }
gather-places =
    { $places ->
        [zero] لا أماكن الآن.
        [one] هناك الآن مكان واحد.
        [two] هناك الآن مكانان.
        [few] هناك الآن { $places } أماكن.
        [many] هناك الآن { $places } مكانًا.
       *[other] هناك الآن { $places } مكان.
    }
gather-open-points = مفتوح لهذا اللقاء
gather-number = لقاء { $number }
gather-no-time = لا وقت بعد. متى تستطيعون؟
gather-going =
    { $going ->
        [zero] لم يقل أحد بعد إنه يأتي
        [one] يأتي واحد
        [two] يأتي اثنان
        [few] يأتي { $going }
        [many] يأتي { $going }
       *[other] يأتي { $going }
    }
gather-going-of =
    { $going ->
        [zero] كل الأماكن متاحة: { $capacity }
        [one] شُغل مكان واحد من { $capacity }
        [two] شُغل مكانان من { $capacity }
        [few] شُغلت { $going } أماكن من { $capacity }
        [many] شُغل { $going } مكانًا من { $capacity }
       *[other] شُغل { $going } مكان من { $capacity }
    }
gather-waiting =
    { $waiting ->
        [zero] لا أحد على قائمة الانتظار
        [one] واحد على قائمة الانتظار
        [two] اثنان على قائمة الانتظار
        [few] { $waiting } على قائمة الانتظار
        [many] { $waiting } على قائمة الانتظار
       *[other] { $waiting } على قائمة الانتظار
    }
gather-maybe =
    { $maybe ->
        [zero] لا أحد ربما
        [one] واحد ربما
        [two] اثنان ربما
        [few] { $maybe } ربما
        [many] { $maybe } ربما
       *[other] { $maybe } ربما
    }
gather-choose-how = متى تستطيعون؟ اضغطوا كل وقت يناسبكم؛ وضغطة ثانية تسحبه.
gather-time-line =
    { $people ->
        [zero] { $time }: لا أحد بعد
        [one] { $time }: يستطيع واحد
        [two] { $time }: يستطيع اثنان
        [few] { $time }: يستطيع { $people }
        [many] { $time }: يستطيع { $people }
       *[other] { $time }: يستطيع { $people }
    }
gather-decides = أعتمد { $time } الوقت الذي يناسب أكثركم.
gather-state-held = انعقد.
gather-state-let-go = صُرف النظر عنه.
gather-state-over = انتهى.
gather-state-cancelled = أُلغي.

gather-button-going = آتي
gather-button-maybe = ربما
gather-button-no = لا
gather-button-give-back = إرجاع المكان
gather-button-held = نعم، التقينا
gather-button-other-time = إيجاد وقت آخر
gather-button-let-go = صرف النظر عنه

gather-you-go = { $gathering }: تأتي.
gather-you-maybe = { $gathering }: ربما تأتي.
gather-you-stay = { $gathering }: لا تأتي.
gather-you-wait = { $gathering }: ممتلئ. رقمك { $place } على قائمة الانتظار، وتتقدم وحدها.
gather-can = سُجّل: يناسبك { $time }.
gather-cannot = سُحب: { $time }.
gather-place-free = { $gathering }: صار لك مكان.
gather-place-free-at = { $gathering }، { $time }: صار لك مكان.
gather-place-gone = { $gathering }: قلّت الأماكن. رقمك { $place } على قائمة الانتظار، وتتقدم وحدها.

gather-place-free-chat = { $person }، صار لك مكان: { $gathering }.
gather-place-free-at-chat = { $person }، صار لك مكان: { $gathering }، { $time }.

gather-moved = صار { $gathering } { $time }.
gather-time-gone = لم يعد لـ { $gathering } وقت. أوجدوا وقتًا آخر من فضلكم.
gather-cancelled = أُلغي { $gathering }.
gather-held = جميل أنكم التقيتم. سُجّل أن { $gathering } انعقد.
gather-let-go = { $gathering } – صرفت اللجنة النظر عنه. لن يُسأل عنه أحد بعد ذلك.
gather-reminder = موعده { $time }، { $left }. هل تأتون؟
gather-decided = موعده { $time }.
gather-decided-none = لم نجد وقتًا يناسب أحدًا. هل نجرب غيرها؟
gather-held-ask = هل التقيتم؟ تكفي ضغطة.
gather-overdue = لم ينعقد بعد، والراحة جزء من التحرك.
gather-overdue-how = أوجدوا وقتًا، أو قولوا إنكم التقيتم. وللجنة أيضًا أن تصرف النظر عنه.

gather-list-at = { $number }: { $gathering } – { $time }
gather-list-choosing = { $number }: { $gathering } – يجري اختيار وقته
gather-list-no-time = { $number }: { $gathering } – بلا وقت بعد
gather-list-held = { $number }: { $gathering } – انعقد
gather-list-let-go = { $number }: { $gathering } – صُرف النظر عنه
gather-list-over = { $number }: { $gathering } – انتهى
gather-list-cancelled = { $number }: { $gathering } – ملغى

gather-ics = يُفتح هذا الملف بالتقويم.
gather-ics-none = لا لقاء له وقت هنا.
gather-ics-name = لقاءات { $cell }

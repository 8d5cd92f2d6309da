# الحلقات: /circle (commands/circle.ts).

circle-about = حلقة أسبوعية: من يحكي حكاية، ومن يشارك مهارة
circle-new-about = بدء الحلقة الأسبوعية، أو نقلها إلى يوم وساعة آخرين
circle-show-about = مواعيد الحلقة القادمة، ومن يفعل ماذا
circle-join-about = الانضمام إلى من يحكون ويشاركون مهاراتهم بالدور
circle-leave-about = الخروج من تناوب الحلقة
circle-swap-about = تبادل دورك القادم مع شخص آخر
circle-end-about = إنهاء الحلقة
circle-option-day = في أي يوم من الأسبوع
circle-ask-day = في أي يوم من الأسبوع؟
circle-option-time = في أي ساعة
circle-ask-time = في أي ساعة؟ مثلًا «18:00».
circle-option-with = مع من
circle-ask-with = مع من تبادل دورك؟

circle-name = حلقة الحكايات والمهارات
circle-part-story = حكاية
circle-part-skill = مهارة
circle-nobody = لا أحد بعد
circle-line = { $time } – { $part }: { $who }
circle-rota =
    { $people ->
        [zero] لا أحد في التناوب بعد. انضموا، وتُوزع الأدوار بالعدل.
        [one] شخص واحد في التناوب. تُوزع الأدوار بالعدل.
        [two] شخصان في التناوب. تُوزع الأدوار بالعدل.
        [few] { $people } أشخاص في التناوب. تُوزع الأدوار بالعدل.
        [many] { $people } شخصًا في التناوب. تُوزع الأدوار بالعدل.
       *[other] { $people } شخص في التناوب. تُوزع الأدوار بالعدل.
    }
circle-none = لا حلقة لهذه اللجنة بعد. من ينسّقها يبدأ واحدة: /circle new
circle-no-cell = لست من أعضاء هذه اللجنة. يُكتب هذا في مجموعة لجنتك.
circle-joined = أنت في التناوب. أذكّرك قبل دورك بيومين.
circle-joined-already = أنت في التناوب من قبل.
circle-left = خرجت من التناوب. أدوارك تنتقل إلى من يلي.
circle-not-in = لست في التناوب.
circle-ended = انتهت الحلقة.
circle-ended-before = انتهت الحلقة. لن تنعقد { $time }.
circle-no-turn = لا دور مخططًا لك. لمعرفة أصحاب الأدوار: /circle show
circle-they-no-turn = ليس لـ { $person } دور يمكن تبادله. لمعرفة أصحاب الأدوار: /circle show
circle-swap-asked = وصل السؤال إلى { $person }.
circle-swap-question = { $person } يقترح التبادل: لك { $part } { $time }، وله { $yours } { $yourTime }. هل يناسبك؟
circle-swap-question-chat = { $asked }، { $person } يقترح التبادل: لك { $part } { $time }، وله { $yours } { $yourTime }. هل يناسبك؟
circle-swap-gone = هذا لشخص آخر، أو تغيّر في هذه الأثناء. لمعرفة من يفعل ماذا: /circle show
circle-swap-declined = حسنًا، يبقى كما هو.
circle-swap-declined-there = { $person } لا يستطيع التبادل. يبقى كما هو.
circle-swap-declined-chat = { $asker }، { $person } لا يستطيع التبادل. يبقى كما هو.
circle-swapped = تم التبادل. لك { $part } { $time }.
circle-exchanged = تم التبادل: { $turns }.
circle-has = لـ { $person } { $part } { $time }
circle-over = انتهى هذا. شكرًا على أي حال!
circle-cannot = حسنًا. أسأل من يلي في التناوب.
circle-volunteer = نحتاج { $time } إلى من عنده { $part } ليشاركنا. من يحب ذلك؟
circle-reminder = دورك في الحلقة: { $part }، { $time }.
circle-reminder-chat = في الحلقة { $time }، عند { $person } { $part } لنا.
circle-button-join = الانضمام إلى التناوب
circle-button-leave = الخروج من التناوب
circle-button-yes = نعم، نتبادل
circle-button-no = لا
circle-button-cannot = لا أستطيع
circle-button-swap = تبادل

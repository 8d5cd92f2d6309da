# الأدوار التي تتناوب: /role (commands/role).

role-about = أدوار تتناوب: عند من هي، ومن يلي
role-new-about = إنشاء دور يتناوب
role-who-about = عند من الأدوار، ومن يلي
role-join-about = الانضمام إلى تناوب دور
role-leave-about = الخروج من تناوب دور
role-accept-about = تولي دورك
role-decline-about = القول إنك لا تستطيع تولي دورك
role-preview-about = لمن تكون الفترات القادمة، كما هو الحال الآن
role-history-about = من تولى دورًا
role-why-about = لماذا هو دور هذا الشخص
role-balance-about = كم فترة كانت لكل واحد
role-swap-about = عرض دورك على شخص مقابل دوره
role-cover-about = طلب من ينوب عنك
role-away-about = القول متى تغيب
role-skip-about = تجاوز مرة من دورك
role-step-down-about = التخلي عن دور تتولاه
role-remove-about = إخراج شخص من تناوب
role-handover-about = ترك ملاحظة لا يقرؤها إلا من يليك
role-edit-about = تغيير دور
role-end-about = إنهاء دور
role-ics-about = ملف تقويم بالفترات

option-role = أيّ دور: رقمه أو اسمه
role-ask-which = أيّ دور؟
role-option-unknown = لا أعرف هنا دورًا «{ $typed }». لعرضها: /role who
role-none = لا دور هنا بعد. من ينسّق ينشئ واحدًا: /role new
role-no-cell = لا أعرف لجنتك بعد. يُكتب هذا في مجموعتها.

role-option-name = ما اسمه
role-ask-name = ما اسم الدور؟ مثلًا «المحاضر» أو «المفاتيح».
role-option-every = كم مرة ينتقل: 2w، أو كل شهر، أو قاعدة RFC 5545
role-ask-every = كم مرة ينتقل؟ تكفي ضغطة، أو مثلًا «أول اثنين من الشهر».
role-option-day = في أيّ يوم من الأسبوع
role-ask-day = في أيّ يوم من الأسبوع؟
role-option-time = في أي ساعة
role-ask-time = في أي ساعة؟ مثلًا «18:00».
role-option-holders = كم شخصًا يتولونه معًا
role-ask-holders = كم شخصًا يتولونه معًا؟
role-option-limit = أكثر الفترات المتتالية لشخص واحد
role-ask-limit = كم فترة متتالية يجوز لشخص واحد؟
role-option-checklist = ما يُسلَّم، تفصل بينه فواصل
role-ask-checklist = ماذا يُسلَّم؟ مثلًا «المفاتيح، الصندوق، كلمة السر».
role-option-power = من يتولاه ينسّق هذه اللجنة
role-ask-power = هل ينسّق من يتولاه هذه اللجنة؟
role-option-terms = كم فترة
role-ask-terms = كم فترة؟
role-option-with = مع من
role-ask-with = مع من تتبادل؟
role-option-by = من ينوب
role-ask-by = من ينوب عنك؟
role-option-cover-end = إلغاء نيابة
role-option-from = من متى
role-ask-from = من متى؟ مثلًا «الاثنين» أو «3 أبريل 18:00».
role-option-to = حتى متى
role-ask-to = حتى متى؟ مثلًا «الجمعة» أو «9 أبريل».
role-option-note = الملاحظة
role-ask-note = ماذا يفيد أن يعرف من يليك؟ لا يقرؤه غيره.
role-option-person = من
role-ask-person = من؟
role-option-back = القول إنك عدت
role-ask-back = هل عدت؟

role-button-join = الانضمام إلى التناوب
role-button-accept = أقبل
role-button-decline = لا أستطيع
role-button-swap = تبادل
role-button-accept-of = أقبل: { $role }
role-button-decline-of = لا أستطيع: { $role }
role-button-swap-of = تبادل: { $role }
role-button-take = أتولاه
role-button-agree = موافقة
role-button-refuse = لا، عذرًا
role-button-call-off = إلغاء
role-button-note = كتابة ملاحظة
role-button-note-of = كتابة ملاحظة: { $role }
role-button-read = قراءة دون أن يُرى
role-button-checklist = إضافة قائمة تسليم
role-button-back = عدت
role-button-end = إنهاؤه

# الإنشاء والتغيير والإنهاء.

role-created = أُنشئ الدور { $number }، { $role }. من يريد المشاركة يضغط «الانضمام إلى التناوب».
role-name-taken = هناك دور باسم { $role }.
role-day-in-rule = هذه القاعدة تحدد اليوم نفسه. تُترك «day:».
role-edit-what = ماذا يتغير؟ مثلًا: /role edit 1 time:19:00
role-edited = تغيّر: { $role }
role-end-sure = لن يتناوب { $role } بعد ذلك، وتُلغى فتراته القادمة. هل هذا مؤكد؟
role-ended = انتهى { $role }. شكرًا لكل من تولاه.
role-removed = { $person } لم يعد في تناوب { $role }.

# البطاقات.

role-overview = أدوار { $cell }
role-overview-none = لا دور يتناوب هنا حاليًا.
role-overview-line = { $number }. { $role }: { $holders } · { $then }
role-overview-nobody = { $number }. { $role }: لا أحد بعد · { $then }
role-overview-more =
    { $roles ->
        [zero] ولا دور غيرها
        [one] ودور آخر
        [two] ودوران آخران
        [few] و{ $roles } أدوار أخرى
        [many] و{ $roles } دورًا آخر
       *[other] و{ $roles } دور آخر
    }
role-then = ثم { $people }، من { $from }
role-then-nobody = من { $from }: لا أحد بعد
role-person-accepted = { $person } (وافق)
role-places-open =
    { $places ->
        [zero] لا مكان متاحًا
        [one] ما زال مكان واحد متاحًا
        [two] ما زال مكانان متاحين
        [few] ما زالت { $places } أماكن متاحة
        [many] ما زال { $places } مكانًا متاحًا
       *[other] ما زال { $places } مكان متاحًا
    }
role-person-acting = { $person } (مؤقتًا)
role-ics-event = { $role }: { $people }
role-person-stand-in = { $standin } نيابة عن { $person }
role-card-now = الآن: { $holders }، حتى { $until }
role-card-acting = حاليًا: { $holders }، مؤقتًا، حتى يتولاه أحد
role-card-nobody = لا أحد يتولاه بعد.
role-card-next = التالي: { $people }، من { $from }
role-card-next-nobody = التسليم القادم { $from }. لا أحد يليه بعد.
role-card-checklist = للتسليم:
role-card-foot =
    الدور { $number } · { $rule } · { $pool ->
        [zero] لا أحد في التناوب
        [one] شخص واحد في التناوب
        [two] شخصان في التناوب
        [few] { $pool } أشخاص في التناوب
        [many] { $pool } شخصًا في التناوب
       *[other] { $pool } شخص في التناوب
    }
role-power-council = في المجلس لا يحمل أي دور ذلك. لتسمية من ينسّقه: /council settings
role-card-power = من يتولاه ينسّق هذه اللجنة.
role-card-ended = انتهى هذا الدور.

# العرض.

role-preview-line = { $from }: { $people }
role-preview-nobody = { $from }: لا أحد بعد
role-preview-foot = كما هو الحال الآن. الغياب والتبادل والأجوبة تغيّره.
role-history-none = لم يتولَّه أحد بعد.
role-history-line = { $from } إلى { $to }: { $person }
role-history-now = منذ { $from }: { $person }
role-why-line = { $person }، من { $from }
role-why-nobody = لم يُختر أحد بعد.
role-why-only = لم يكن أحد غيره يستطيع.
role-why-terms =
    { $terms ->
        [zero] من { $among } يستطيعون: بلا فترة حتى الآن، أقل من كل الآخرين.
        [one] من { $among } يستطيعون: فترة واحدة حتى الآن، أقل من كل الآخرين.
        [two] من { $among } يستطيعون: فترتان حتى الآن، أقل من كل الآخرين.
        [few] من { $among } يستطيعون: { $terms } فترات حتى الآن، أقل من كل الآخرين.
        [many] من { $among } يستطيعون: { $terms } فترة حتى الآن، أقل من كل الآخرين.
       *[other] من { $among } يستطيعون: { $terms } فترة حتى الآن، أقل من كل الآخرين.
    }
role-why-longest = من { $among } يستطيعون، عند عدة أشخاص هذا العدد القليل من الفترات. وآخر فترة له أقدمها انتهاء.
role-why-draw = من { $among } يستطيعون، تساوى عدة أشخاص. حسمت قرعة لا يوجهها أحد.
role-why-away =
    { $people ->
        [zero] لا أحد غائب.
        [one] شخص واحد غائب.
        [two] شخصان غائبان.
        [few] { $people } أشخاص غائبون.
        [many] { $people } شخصًا غائبون.
       *[other] { $people } شخص غائبون.
    }
role-why-declined =
    { $people ->
        [zero] لم يعتذر أحد هذه المرة.
        [one] شخص واحد لا يستطيع هذه المرة.
        [two] شخصان لا يستطيعان هذه المرة.
        [few] { $people } أشخاص لا يستطيعون هذه المرة.
        [many] { $people } شخصًا لا يستطيعون هذه المرة.
       *[other] { $people } شخص لا يستطيعون هذه المرة.
    }
role-why-role =
    { $people ->
        [zero] لا أحد عنده دور آخر حينها.
        [one] شخص واحد عنده دور آخر حينها.
        [two] شخصان عندهما دور آخر حينها.
        [few] { $people } أشخاص عندهم دور آخر حينها.
        [many] { $people } شخصًا عندهم دور آخر حينها.
       *[other] { $people } شخص عندهم دور آخر حينها.
    }
role-why-limit =
    { $people ->
        [zero] لم يكتفِ أحد من الفترات المتتالية.
        [one] شخص واحد كانت له فترات متتالية كافية.
        [two] شخصان كانت لهما فترات متتالية كافية.
        [few] { $people } أشخاص كانت لهم فترات متتالية كافية.
        [many] { $people } شخصًا كانت لهم فترات متتالية كافية.
       *[other] { $people } شخص كانت لهم فترات متتالية كافية.
    }
role-why-aside = لم يبقَ أحد غيره.
role-why-aside-role = عنده حينها دور آخر أيضًا: لم يبقَ أحد غيره.
role-why-aside-limit = كانت له فترات متتالية كافية: لم يبقَ أحد غيره.
role-why-acting = يبقى عنده حاليًا، إذ لم يتولَّه أحد.
role-why-agreed = تولاه بنفسه، أو بالتبادل.
role-balance-nobody = لا أحد في التناوب بعد. للانضمام: /role join
role-balance-line =
    { $terms ->
        [zero] { $person }: بلا فترة بعد
        [one] { $person }: فترة واحدة محسوبة
        [two] { $person }: فترتان محسوبتان
        [few] { $person }: { $terms } فترات محسوبة
        [many] { $person }: { $terms } فترة محسوبة
       *[other] { $person }: { $terms } فترة محسوبة
    }
role-balance-line-last =
    { $terms ->
        [zero] { $person }: بلا فترة
        [one] { $person }: فترة واحدة محسوبة، آخرها حتى { $last }
        [two] { $person }: فترتان محسوبتان، آخرهما حتى { $last }
        [few] { $person }: { $terms } فترات محسوبة، آخرها حتى { $last }
        [many] { $person }: { $terms } فترة محسوبة، آخرها حتى { $last }
       *[other] { $person }: { $terms } فترة محسوبة، آخرها حتى { $last }
    }
role-balance-spread = الفرق بين الأكثر والأقل: { $spread }. من ينضم أو يعود يبدأ بالأقل، فلا يلزم أحدًا أن يلحق.
role-ics = فترات { $roles }، لتقويمك. يُطلب الملف من جديد حين يتغير شيء.

# التناوب.

role-joined = أنت في تناوب { $role }. أسألك قبل أن يأتي دورك.
role-joined-already = أنت في تناوب { $role } من قبل.
role-left = لم تعد في تناوب { $role }. شكرًا على ما توليته.
role-accepted = { $role } لك من { $from } إلى { $to }. شكرًا!
role-accepted-now = { $role } لك الآن، حتى { $to }. شكرًا!
role-volunteered = { $person } يتولى { $role }، حتى { $to }. شكرًا!
role-declined = حسنًا، شكرًا على إخباري. أسأل شخصًا آخر عن { $role }.
role-skipped = حسنًا: تتجاوز دورك في { $role } من { $from }. والتالي يأتي كالعادة.
role-stepped-down = تخليت عن { $role }. شكرًا على ما قدمته. أبحث عن شخص آخر.
role-offered = وصل السؤال إلى { $person }. حتى الموافقة يبقى { $role } كما هو.
role-offer-swap = { $person } يسألك التبادل: هل تتولى { $role } من { $from } إلى { $to }؟ عندها يتولى { $person } دورك القادم.
role-offer-cover = { $person } يسألك النيابة: هل تعتني بـ { $role } من { $from } إلى { $to }؟
role-to = { $person }، { $said }
role-agreed-swap = اتفقنا. { $role } لك من { $from } إلى { $to }.
role-agreed-cover = اتفقنا. تعتني بـ { $role } من { $from } إلى { $to }.
role-cover-ended = حسنًا: { $person } لم يعد ينوب في { $role }. أخبره بذلك.
role-cover-given-back = حسنًا، شكرًا على إخباري. عاد { $role } إلى { $person }. أخبره بذلك.
role-cover-none = لا أحد ينوب عنك في { $role }، ولا تنوب عن أحد.
role-refused-kindly = حسنًا. أقول ذلك، ولا يتغير شيء.
role-offer-agreed = { $person } موافق ويعتني بـ { $role } من { $from } إلى { $to }.
role-offer-over = لم يعد عليك أن تعتني بـ { $role } عن { $person }، من { $from } إلى { $to }.
role-swap-over = { $person } لا يستطيع تولي دورك القادم في { $role }، كما كان الاتفاق.
role-swap-free = لم يعد عليك أن تتولى دورًا في { $role } عن { $person }.
role-offer-refused = { $person } لا يستطيع أن يعتني بـ { $role } من { $from } إلى { $to }. يمكنك أن تسأل غيره، أو القول إنك لا تستطيع.
role-away = سُجّل: تغيب من { $from } إلى { $to }. لا يُسلَّم إليك دور في هذه الأثناء.
role-away-given-back = أبحث عن شخص آخر لما كان لك حينها: { $roles }.
role-away-holding = عندك حينها: { $roles }. لطلب من ينوب: /role cover
role-away-order = النهاية يجب أن تأتي بعد البداية.
role-back = أهلًا بعودتك. أسألك من جديد حين يأتي دورك.
role-note = { $person } يترك لك ملاحظة عن { $role }: { $note }
role-note-waits = { $person }، هناك ملاحظة لك عن { $role } لا يقرؤها غيرك.
role-note-none = لا ملاحظة لك.
role-note-brought = أوصلت ملاحظتك. لا يقرؤها أحد آخر.
role-note-kept = أحفظ ملاحظتك وأعطيها عند التسليم لمن يليك. لا يقرؤها أحد آخر.

role-refused-ended = انتهى { $role }.
role-refused-not-in-pool = ليس في تناوب { $role }. للدخول: /role join
role-refused-not-member = هذا الشخص ليس عضوًا هنا.
role-refused-no-turn = لا دور حاليًا في { $role } يصلح له هذا.
role-swap-not-yet = دورك في { $role } متوقع من { $from }. يمكن تبادله من { $since }، حين يصير هو التالي.
role-decline-not-yet = دورك في { $role } متوقع من { $from }. أسألك قبل أن يبدأ، ويمكنك حينها قول لا.
role-refused-turn-over = انتهى هذا الدور. شكرًا على أي حال!
role-refused-turn-taken = تولاه شخص آخر من قبل. شكرًا على أي حال!
role-refused-not-yours = كان هذا لشخص آخر.
role-refused-already-holder = { $role } عندك من قبل في ذلك الوقت.
role-refused-away = هو غائب في ذلك الوقت.
role-refused-outside-term = هذا الوقت خارج الفترة.
role-refused-covered = هناك من ينوب في ذلك الوقت من قبل.
role-refused-cover-over = انتهى هذا. شكرًا على النيابة!
role-refused-offer-gone = هذا لم يعد ينتظر جوابًا.
role-refused-past = مضى هذا، وما مضى لا يُغيّر.
role-refused-oneself = يجب أن يكون شخصًا آخر.
role-refused-not-holder = هذا فقط لمن يتولى { $role }.

# ما تقوله الأدوار من نفسها.

role-asked = { $role } يكون لك من { $from } إلى { $to }. هل تستطيع؟
role-asked-chat = { $person }، { $role } يكون لك من { $from } إلى { $to }. هل تستطيع؟
role-asked-running = يحتاج { $role } إلى شخص حتى { $to }. هل تستطيع؟
role-asked-running-chat = { $person }، يحتاج { $role } إلى شخص حتى { $to }. هل تستطيع؟
role-asked-second = ما زال { $role } يحتاج إلى شخص من { $from } إلى { $to }. هل تستطيع؟ هو لمن يقبل أولًا.
role-asked-second-chat = { $person }، ما زال { $role } يحتاج إلى شخص من { $from } إلى { $to }. هل تستطيع؟ هو لمن يقبل أولًا.
role-tomorrow =
    { $count ->
        [zero] { $role } لك من { $from }.
        [one] تستلم { $role } من { $others }: { $from }.
        [two] تستلم { $role } من { $others }: { $from }.
        [few] تستلم { $role } من { $others }: { $from }.
        [many] تستلم { $role } من { $others }: { $from }.
       *[other] تستلم { $role } من { $others }: { $from }.
    }
role-tomorrow-chat =
    { $count ->
        [zero] { $person }، { $role } لك من { $from }.
        [one] { $person }، تستلم { $role } من { $others }: { $from }.
        [two] { $person }، تستلم { $role } من { $others }: { $from }.
        [few] { $person }، تستلم { $role } من { $others }: { $from }.
        [many] { $person }، تستلم { $role } من { $others }: { $from }.
       *[other] { $person }، تستلم { $role } من { $others }: { $from }.
    }
role-tomorrow-stand-in =
    { $count ->
        [zero] تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }.
        [one] تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
        [two] تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
        [few] تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
        [many] تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
       *[other] تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
    }
role-tomorrow-stand-in-chat =
    { $count ->
        [zero] { $person }، تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }.
        [one] { $person }، تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
        [two] { $person }، تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
        [few] { $person }، تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
        [many] { $person }، تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
       *[other] { $person }، تعتني بـ { $role } عن { $holder } من { $from } إلى { $to }. تستلمه من { $others }.
    }
role-leaving =
    { $count ->
        [zero] ينتهي دورك في { $role } { $to }. ولم يُعرف بعد من يليك.
        [one] تسلّم { $role } إلى { $others }: { $to }.
        [two] تسلّم { $role } إلى { $others }: { $to }.
        [few] تسلّم { $role } إلى { $others }: { $to }.
        [many] تسلّم { $role } إلى { $others }: { $to }.
       *[other] تسلّم { $role } إلى { $others }: { $to }.
    }
role-leaving-chat =
    { $count ->
        [zero] { $person }، ينتهي دورك في { $role } { $to }. ولم يُعرف بعد من يليك.
        [one] { $person }، تسلّم { $role } إلى { $others }: { $to }.
        [two] { $person }، تسلّم { $role } إلى { $others }: { $to }.
        [few] { $person }، تسلّم { $role } إلى { $others }: { $to }.
        [many] { $person }، تسلّم { $role } إلى { $others }: { $to }.
       *[other] { $person }، تسلّم { $role } إلى { $others }: { $to }.
    }
role-handed = ينتقل { $role } من { $left } إلى { $holders }، حتى { $to }. شكرًا، { $left }!
role-begun = { $role } عند { $holders }، حتى { $to }.
role-stays =
    { $count ->
        [zero] لم يتولَّ أحد { $role } بعد. { $people } من يستطيع؟
        [one] لم يتولَّ أحد { $role } بعد. يبقى حاليًا عند { $people }، مؤقتًا. من يستطيع؟
        [two] لم يتولَّ أحد { $role } بعد. يبقى حاليًا عند { $people }، مؤقتًا. من يستطيع؟
        [few] لم يتولَّ أحد { $role } بعد. يبقى حاليًا عند { $people }، مؤقتًا. من يستطيع؟
        [many] لم يتولَّ أحد { $role } بعد. يبقى حاليًا عند { $people }، مؤقتًا. من يستطيع؟
       *[other] لم يتولَّ أحد { $role } بعد. يبقى حاليًا عند { $people }، مؤقتًا. من يستطيع؟
    }
role-nobody = لا أحد يتولى { $role } الآن. من يستطيع؟
role-place-free = ما زال مكان متاحًا في { $role }. من يستطيع؟
role-late = كان ينبغي أن يُقال هذا { $at }. لم أكن هنا.
role-relaxed-role = سألت { $person } عن { $role } من { $from }، مع أن عنده دورًا آخر حينها: لم يبقَ أحد غيره.
role-relaxed-limit = سألت { $person } من جديد عن { $role } من { $from }، مع أن له فترات متتالية كافية: لم يبقَ أحد غيره.
role-nobody-for = ما زال { $role } يحتاج إلى شخص من { $from }، ولا أحد غيره في التناوب يُسأل. من ينضم؟

# الأمر delegate: المندوبون

delegate-about = من يتكلم باسم لجنتك في مجلس
delegate-choose-about = فتح اختيار المندوبين في اللجنة
delegate-stand-about = القول إنك تقبل أن تكون مندوبًا
delegate-propose-about = اقتراح شخص، يُسأل عن ذلك
delegate-accept-about = قبول ترشيحك، أو تفويض لجنتك
delegate-decline-about = القول إنك لا تترشح
delegate-vote-about = جوابك في اختيار أو سحب ثقة، دون أن يراه أحد
delegate-mandate-about = بماذا تُلزم لجنتك مندوبيها
delegate-recall-about = سؤال اللجنة: هل يفقد مندوب مقعده
delegate-step-down-about = التخلي عن مقعدك في مجلس
delegate-show-about = عرض المقاعد وما يجري اختياره

delegate-option-seats = كم مقعدًا؛ كل الشاغرة إن تُرك فارغًا
delegate-ask-seats = كم مقعدًا؟
delegate-option-alternates = كم نائبًا؛ بعدد المقاعد إن تُرك فارغًا
delegate-ask-alternates = كم نائبًا؟
delegate-option-until = متى تنتهي الفترة؛ مفتوحة إن تُرك فارغًا
delegate-ask-until = حتى متى؟ مثلًا: 1 مارس
delegate-option-lasts = كم يمكن الجواب؛ 48 ساعة إن تُرك فارغًا
delegate-ask-lasts = كم يمكن الجواب؟ مثلًا: 48 ساعة
delegate-option-poll = أيّ اختيار
delegate-option-for = أسماء أو أرقام بفواصل، أو «لا أحد» أو «نعم» أو «لا» أو «سحب»
delegate-ask-for = من الذين تقبل بهم؟
delegate-option-mandate = بماذا يلتزم مندوبوكم، بكلماتكم
delegate-ask-mandate = ماذا يجب أن يدافع عنه مندوبوكم؟
delegate-ask-propose = من تقترح؟ يُذكر بعلامة @.
delegate-ask-recall = من يفقد مقعده؟ يُذكر بعلامة @.

delegate-poll-gone = انتهى هذا الاختيار ولم يعد موجودًا.
delegate-poll-closed = أُغلق هذا. الأجوبة لم تعد تغيّره.
delegate-seats-unknown = لم أفهم هذا. مثلًا «2»، أو «10 max 5» لمقعد إضافي لكل 10 أعضاء، 5 على الأكثر.
delegate-no-council = { $cell } ليست في أي مجلس بعد. مشرف يضيفها: /council settings add
delegate-not-in-council = { $cell } ليست في المجلس { $council }.
delegate-no-poll = لا يجري اختيار شيء في لجنتك حاليًا.
delegate-which = أيّ واحد؟
delegate-which-election = المجلس { $council }
delegate-which-recall = سحب الثقة من { $person }
delegate-opened = فُتح الآن في محادثات لجنتك.
delegate-lasts = يمكن أن يدوم من ساعة واحدة إلى 14 يومًا.
delegate-choosing-already = لجنتك تختار الآن. لعرضه: /delegate show
delegate-seats-are = { $empty ->
    [zero] { $all ->
        [zero] لا مقاعد. seats:{ $all }
        [one] المقعد مشغول. لاختياره من جديد: seats:{ $all }
        [two] المقعدان مشغولان. لاختيارهما من جديد: seats:{ $all }
        [few] المقاعد كلها ({ $all }) مشغولة. لاختيارها كلها من جديد: seats:{ $all }
        [many] المقاعد كلها ({ $all }) مشغولة. لاختيارها كلها من جديد: seats:{ $all }
       *[other] المقاعد كلها ({ $all }) مشغولة. لاختيارها كلها من جديد: seats:{ $all }
    }
    [one] { $all ->
        [zero] لا مقاعد. seats:{ $all }
        [one] هناك مقعد واحد، وهو شاغر. للاختيار له: seats:{ $all }
        [two] هناك مقعدان، أحدهما شاغر. يمكن اختياره وحده، أو اختيارهما معًا.
        [few] هناك { $all } مقاعد، أحدها شاغر. يمكن اختياره وحده، أو اختيارها كلها ({ $all }).
        [many] هناك { $all } مقعدًا، أحدها شاغر. يمكن اختياره وحده، أو اختيارها كلها ({ $all }).
       *[other] هناك { $all } مقعد، أحدها شاغر. يمكن اختياره وحده، أو اختيارها كلها ({ $all }).
    }
    [two] المقاعد { $all }، منها اثنان شاغران. يمكن الاختيار لأحدهما أو لهما، أو لها كلها ({ $all }).
    [few] المقاعد { $all }، منها { $empty } شاغرة. يمكن الاختيار حتى { $empty }، أو لها كلها ({ $all }).
    [many] المقاعد { $all }، منها { $empty } شاغرة. يمكن الاختيار حتى { $empty }، أو لها كلها ({ $all }).
   *[other] المقاعد { $all }، منها { $empty } شاغرة. يمكن الاختيار حتى { $empty }، أو لها كلها ({ $all }).
}

delegate-election = من يتكلم باسم { $cell } في المجلس { $council }؟
delegate-places = { $seats ->
    [zero] بلا مقاعد
    [one] مقعد واحد
    [two] مقعدان
    [few] { $seats } مقاعد
    [many] { $seats } مقعدًا
   *[other] { $seats } مقعد
}، { $alternates ->
    [zero] بلا نائب
    [one] ونائب واحد
    [two] ونائبان
    [few] و{ $alternates } نواب
    [many] و{ $alternates } نائبًا
   *[other] و{ $alternates } نائب
}
delegate-term-line = تنتهي الفترة { $until }.
delegate-nobody-yet = لم يترشح أحد بعد.
delegate-candidate-line = { $number }. { $name }
delegate-proposed-line = { $number }. { $name } (مقترح، لم يوافق بعد)
delegate-how = اضغطوا كل اسم تقبلون به. ضغطة أخرى تسحبه. لا يرى أحد جوابكم.
delegate-second-round = تعادل: اختاروا من جديد بين هؤلاء. اضغطوا كل اسم تقبلون به.
delegate-lot-if-tie = إن تكرر التعادل، تحسم القرعة. ختمها: { $seal }
delegate-stand-until = الترشح ممكن حتى { $until }.
delegate-stand-over = لم يعد الترشح ممكنًا.
delegate-turnout = أجاب { $voted } من { $members }، والمطلوب { $needed }. حتى { $until }.
delegate-turnout-again = أجاب { $voted }. حتى { $until }.
delegate-name = { $name }
delegate-accepted-name = نعم: { $name }
delegate-button-none = لا أحد منهم
delegate-button-stand = أقبل بذلك
delegate-button-accept = أقبل
delegate-button-decline = لا، شكرًا
delegate-button-choose = الاختيار
delegate-recall-question = هل يفقد { $person } مقعد { $cell } في المجلس { $council }؟
delegate-recall-yes = نعم، سحب الثقة
delegate-recall-no = لا، يبقى

delegate-no-quorum = من أجابوا قليل: { $voted } من { $members }، والمطلوب { $needed }. يبقى كل شيء كما هو.
delegate-void = لم تعد لهذا حاجة، فأُغلق.
delegate-nobody = لم يُختر أحد. يبقى كل شيء كما هو.
delegate-recalled = فقد { $person } المقعد: أراد ذلك { $yes } من { $voted } أجابوا، من { $members } عضوًا.
delegate-kept = يبقى { $person }: أراد سحب الثقة { $yes } من { $voted } أجابوا، من { $members } عضوًا.
delegate-chosen = المختارون: { $people }
delegate-chosen-alternates = النواب: { $people }
delegate-score = { $number }. { $name }: { $count }
delegate-voted = أجاب { $voted } من { $members }، وكان المطلوب { $needed }.
delegate-lot = تعادل في الجولتين. خرجت القرعة بهذا الترتيب: { $people }
delegate-lot-how = لإعادة القرعة: أصغر SHA-256 للنص «{ $seed }:number» يأتي أولًا. الأرقام المسحوبة: { $numbers }. وكان الختم هو SHA-256 للنص { $seed }.
delegate-council-told = اختارت { $cell } للمجلس { $council }: { $people }

delegate-you-stand = { $person } مرشح لمقعد { $cell } في المجلس { $council }.
delegate-proposed = اقتُرح { $person } في { $council }، ويُسأل الآن. الجواب: /delegate accept
delegate-stands-already = { $person } على القائمة من قبل.
delegate-too-late = فات وقت الترشح. الاختيار جارٍ.
delegate-full = القائمة ممتلئة.
delegate-counts-elsewhere = لا يترشح إلا من تُحسب مشاركته في { $cell }.
delegate-holds-seat = لـ { $person } مقعد هناك من قبل.
delegate-you-are-proposed = اقتُرحت لتتكلم باسم { $cell } في المجلس { $council }. هل تقبل؟ الوقت متاح حتى { $until }.
delegate-you-are-proposed-chat = { $person }، اقتُرحت لتتكلم باسم { $cell } في المجلس { $council }. هل تقبل؟ الوقت متاح حتى { $until }.
delegate-asked-another = هذا السؤال لشخص آخر.
delegate-accepted = قبلت مقعد { $cell } في المجلس { $council }، مع تفويضه.
delegate-nothing-to-accept = لا شيء ينتظر موافقتك.
delegate-not-standing = لست على القائمة.
delegate-declined = لست مرشحًا لمقعد { $cell } في المجلس { $council }.

delegate-accepts = سُجّل: تقبل بهذا الاسم. ضغطة أخرى تسحبه. الأمر /delegate vote يعرض جوابك كله.
delegate-taken-back = سُجّل: سحبت هذا الاسم. الأمر /delegate vote يعرض جوابك كله.
delegate-voted-noted = سُجّل. يمكنك تغييره حتى النهاية. الأمر /delegate vote يعرض جوابك.
delegate-vote-withdrawn = سُحب جوابك.
delegate-vote-elsewhere = لا يجيب هناك إلا من تُحسب مشاركته في { $cell }.
delegate-yes-or-no = الجواب «نعم» أو «لا» أو «سحب».
delegate-no-candidate = لا أحد في القائمة باسم { $typed }. المطلوب اسم أو رقم من القائمة.
delegate-stands-no-more = لم يعد مرشحًا.
delegate-own-none = لم تجب بعد.
delegate-own-nobody = جوابك: لا أحد منهم.
delegate-own-people = تقبل بـ: { $people }
delegate-own-yes = جوابك: نعم، سحب الثقة.
delegate-own-no = جوابك: لا، يبقى.

delegate-mandate-set = يلتزم مندوبو { $cell } في المجلس { $council } بهذا:
delegate-new-mandate = تُلزمك { $cell } بهذا في المجلس { $council }:
delegate-mandate = التفويض: { $mandate }
delegate-your-mandate = تلتزم بهذا: { $mandate }
delegate-you-are = تتكلم الآن باسم { $cell } في المجلس { $council }.
delegate-asked-in-chat = { $person }، تتكلم الآن باسم { $cell } في المجلس { $council }. هل تقبل، مع التفويض؟
delegate-you-stand-in = تنوب عن مندوب { $cell } في المجلس { $council }: لك الكلام حين يغيب.
delegate-your-seat-ended = انتهى مقعدك عن { $cell } في المجلس { $council }. شكرًا على ما قدمته.
delegate-assembly-near = يبدأ { $assembly } { $when }.
delegate-assembly-goes-on = يستمر { $assembly } حتى { $when }.

delegate-is-none = ليس لـ { $person } مقعد عن { $cell } في المجلس { $council }.
delegate-recall-open = تُسأل اللجنة عن { $person } الآن.
delegate-recall-again = قررت اللجنة بشأن { $person } قبل قليل. يمكن سؤالها مجددًا من { $next }.
delegate-recall-opened = تُسأل اللجنة الآن. لا يُخبر أحد بمن أراد ذلك.
delegate-you-hold-none = لا مقعد لك في مجلس.
delegate-step-down-sure = هل تريد التخلي عن مقعدك في المجلس { $council }؟
delegate-step-down-yes = نعم، أتخلى عنه
delegate-stepped-down = تخليت عن مقعدك في المجلس { $council }. شكرًا على ما قدمته.

delegate-end-recalled = سحبت { $cell } ثقتها من { $person } في المجلس { $council }.
delegate-end-stepped-down = تخلى { $person } عن مقعد { $cell } في المجلس { $council }.
delegate-end-left = غادر { $person }: مقعد { $cell } في المجلس { $council } صار شاغرًا.
delegate-end-elsewhere = تُحسب مشاركة { $person } الآن في لجنة أخرى: مقعد { $cell } في المجلس { $council } صار شاغرًا.
delegate-end-linked = كان لـ { $person } مقعدان بحسابين: صار أحدهما شاغرًا، عن { $cell } في المجلس { $council }.
delegate-end-term = انتهت فترة { $person } عن { $cell } في المجلس { $council }.
delegate-moves-up = يحل { $person } محله.
delegate-seat-empty = المقعد شاغر الآن.
delegate-empty = { $count ->
    [zero] لا مقعد شاغرًا لـ { $cell } في المجلس { $council }.
    [one] لـ { $cell } مقعد شاغر في المجلس { $council }. لا أحد يتكلم باسمكم هناك.
    [two] لـ { $cell } مقعدان شاغران في المجلس { $council }.
    [few] لـ { $cell } { $count } مقاعد شاغرة في المجلس { $council }.
    [many] لـ { $cell } { $count } مقعدًا شاغرًا في المجلس { $council }.
   *[other] لـ { $cell } { $count } مقعد شاغر في المجلس { $council }.
}
delegate-term-ahead = تنتهي { $until } فترة { $person } عن { $cell } في المجلس { $council }. اختاروا في الوقت المناسب.

delegate-show-council = مقاعد المجلس { $council }
delegate-show-cell = { $cell } في المجلس { $council }
delegate-cell-people = { $cell }: { $people }{ $empty ->
    [zero] { "" }
    [one] ، ومقعد شاغر
    [two] ، ومقعدان شاغران
    [few] ، و{ $empty } مقاعد شاغرة
    [many] ، و{ $empty } مقعدًا شاغرًا
   *[other] ، و{ $empty } مقعد شاغر
}
delegate-cell-empty = { $count ->
    [zero] { $cell }: بلا مقاعد
    [one] { $cell }: شاغر
    [two] { $cell }: مقعدان شاغران
    [few] { $cell }: { $count } مقاعد، كلها شاغرة
    [many] { $cell }: { $count } مقعدًا، كلها شاغرة
   *[other] { $cell }: { $count } مقعد، كلها شاغرة
}
delegate-seat-line = المقعد { $number }: { $person }{ $alternate }{ $accepted }{ $until }
delegate-seat-line-empty = المقعد { $number }: شاغر
delegate-alternate = { "، " }ينوب { $person }
delegate-no-alternate = { "" }
delegate-has-accepted = { "" }
delegate-has-not-accepted = { "، " }لم يُقبل التفويض بعد
delegate-no-term = { "" }
delegate-until = { "، " }حتى { $until }
delegate-sectors = مقاعد كل القطاعات
delegate-sector-line = { $sector }: شُغل { $filled } من { $seats }

council-seats = { $count ->
    [zero] لا مقعد للجان في المجلس.
    [one] لكل لجنة مقعد واحد في المجلس.
    [two] لكل لجنة مقعدان في المجلس.
    [few] لكل لجنة { $count } مقاعد في المجلس.
    [many] لكل لجنة { $count } مقعدًا في المجلس.
   *[other] لكل لجنة { $count } مقعد في المجلس.
}
council-seats-members = لكل لجنة مقعد في المجلس، ومقعد آخر عن كل { $per } من الأعضاء أو جزء منهم، { $cap } على الأكثر.

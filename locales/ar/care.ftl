# سجل الرعاية: /care (commands/care/ledger.ts).

care-about = الرعاية: تسجيلها وقراءتها ورؤية ما لك
care-give-about = تسجيل رعاية قدمها أحد
care-read-about = رعاية هذه اللجنة، لتُقرأ بصوت عالٍ في خمس دقائق
care-mine-about = ما قدمته، وما ينتظر موافقتك
care-option-what = ماذا قُدم، في بضع كلمات
care-ask-what = ماذا قُدم؟ تكفي بضع كلمات.
care-option-kind = أي نوع: وقت أو طعام أو معرفة أو إصغاء
care-ask-kind = أي نوع من الرعاية كانت؟
care-option-to = لمن، إن أردت ذكره
care-ask-to = لمن كانت؟
care-option-by = من قدمها، إن لم تكن منك؛ يُسأل أولًا
care-ask-by = من قدمها؟
care-option-anonymous = بلا اسمك، وبلا أي صلة بك
care-ask-anonymous = بلا اسمك؟

care-kind-time = وقت
care-kind-food = طعام
care-kind-knowledge = معرفة
care-kind-listening = إصغاء
care-what-to = { $what } – لأجل { $to }
care-given = سُجّل: { $what }. شكرًا!
care-given-unnamed = سُجّل بلا اسمك. لا شيء فيه يدل عليك. شكرًا!
care-sort = ماذا كانت؟
care-sorted = سُجّل ({ $kind }): { $what }.
care-waits = أسأل { $person } أولًا. يُسجّل بعد الموافقة.
care-no-cell = لست من أعضاء هذه اللجنة. يُكتب هذا في مجموعة لجنتك.
care-not-member = ليس من أعضاء هذه اللجنة.
care-to-themselves = لا حاجة هنا لأن يشكر أحد نفسه. يُترك «to:» فارغًا.
care-anonymous-own = بلا اسم يمكنك أن تسجل فقط ما قدمته أنت.
care-anonymous-to = بلا اسمك، يُذكر بالكلمات لمن كانت، دون تسمية أحد.
care-one-at-a-time = بهذا يُسمّى شخصان آخران. يُسمّى أحدهما، ويُذكر الآخر بالكلمات.

care-ask-giver = قدمت: { $what }. هل يجوز أن يُكتب ذلك في سجل رعاية لجنتك؟
care-ask-recipient = سُجّل ما قُدم إليك: { $what }. هل يجوز أن يُكتب اسمك هناك؟
care-ask-why = يُقرأ السجل حين نلتقي. لا نقاط فيه ولا ترتيب.
care-button-yes = نعم
care-button-unnamed = بلا اسمي
care-button-no = لا
care-answer-yes = كُتب في السجل. شكرًا!
care-answer-unnamed = كُتب هناك بلا اسمك. شكرًا!
care-answer-no = حُذف. لا يُخبر أحد.
care-gone = هذا تم من قبل، أو لم يعد موجودًا.
care-mine-none = لا شيء ينتظرك، ولا شيء لك في السجل. للتسجيل: /care give
care-mine =
    { $count ->
        [zero] لا شيء لك في السجل:
        [one] قدمت شيئًا واحدًا في السجل:
        [two] قدمت شيئين في السجل:
        [few] قدمت { $count } أشياء في السجل:
        [many] قدمت { $count } شيئًا في السجل:
       *[other] قدمت { $count } شيء في السجل:
    }
care-mine-line = { $kind }: { $what } ({ $day })
care-button-remove = حذف: { $what }
care-removed = حُذف.

care-read = الرعاية التي حملتنا
care-read-none = لا شيء في السجل بعد. للتسجيل: /care give
care-read-line = { $name } – { $gave }
care-read-part = { $kind }: { $things }
care-read-names = نشكر { $names }.
care-read-end = يُقرأ بصوت عالٍ وعلى مهل. الترتيب يختلف كل مرة.

# الأمر council، وما يقال في محادثات المجلس

core-of-council = هذه المحادثة للمجلس { $council }. هذا يُستخدم في محادثة لجنتك.
core-only-in-council = هذا يعمل في محادثة مجلس.
core-only-in-council-of = هذا يعمل في محادثة مجلس: { $councils }.
core-only-in-council-lead = هذا لمن ينسّق مجلسًا، في محادثته: { $councils }.
core-council-stranger = هذه المحادثة للمجلس { $council }، ولا أعرفك بعد. البداية في محادثة لجنتك: /help. وإن كنت أعرفك على منصة أخرى، فالأمر /me link هناك على الخاص.
core-council-guest = هذا للجان المجلس { $council }. وليس فيه لجنة لك.
core-needs-delegate = هذا لمندوبي هذا المجلس.
core-needs-council-coordinator = هذا لمن ينسّق هذا المجلس: { $people }.
core-council-uncoordinated = هذا لمن ينسّق المجلس { $council }، ولا أحد ينسّقه الآن. مشرف يسمّي شخصًا: /council settings coordinator
help-for-delegates = { " " }· للمندوبين

council-about = المجالس: عدة لجان معًا
council-new-about = إنشاء مجلس من عدة لجان، ورمز لأول محادثة له
council-code-about = إنشاء رمز تنضم به محادثة أخرى إلى المجلس
council-join-about = ضم هذه المحادثة إلى مجلس برمز (لمن يدير المحادثة)
council-show-about = عرض المجلس ولجانه
council-settings-about = تغيير إعداد للمجلس؛ والمشرفون يضيفون اللجان ويزيلونها
council-leave-about = إخراج هذه المحادثة من مجلسها
council-option-name = اسم المجلس الجديد
council-ask-name = ما اسم المجلس الجديد؟
council-option-cells = اللجان التي ترسل مندوبين، تفصل بينها فواصل
council-ask-cells = أيّ لجان ترسل مندوبين إليه؟ مثلًا: المستودع 5، المستودع 6
council-option-council = المجلس، إن كان هناك أكثر من واحد
council-ask-council = أيّ مجلس؟
council-ask-code = ما الرمز؟ المشرف أو من ينسّق المجلس يحصل عليه بالأمر /council code.
council-none = لا مجلس هنا بعد. مشرف ينشئ واحدًا: /council new
council-name-taken = هناك مجلس باسم { $name }. المطلوب اسم آخر.
council-seats-later = { $seats } اجتماع قائم الآن: تبقى مقاعده كما هي حتى إغلاقه.
council-remove-meets = اجتماع قائم الآن. يمكن إخراج { $cell } بعد إغلاقه.
council-few-cells = يحتاج المجلس إلى لجنتين على الأقل.
council-not-yours = هذا فقط لمشرف أو لمن ينسّق { $council }.
council-code = المجلس { $council }: الرمز { $code }
council-code-how = من يدير محادثة المجلس يكتب هناك: /council join { $code }. يعمل مرة واحدة، والمهلة { $lasts }.
council-joined = صارت هذه المحادثة للمجلس { $council }، في { $federation }. كل عضو في إحدى لجانه يستطيع استخدامي هنا.
council-show = المجلس { $council }، في { $federation }
council-show-cells = { $count ->
    [zero] لا لجان { $cells }
    [one] لجنة واحدة: { $cells }
    [two] لجنتان: { $cells }
    [few] { $count } لجان: { $cells }
    [many] { $count } لجنة: { $cells }
   *[other] { $count } لجنة: { $cells }
}
council-show-sectors = { $count ->
    [zero] لا قطاع { $sectors }
    [one] القطاع: { $sectors }
    [two] القطاعان: { $sectors }
    [few] القطاعات: { $sectors }
    [many] القطاعات: { $sectors }
   *[other] القطاعات: { $sectors }
}
council-show-chats = { $count ->
    [zero] لا محادثة بعد
    [one] محادثة واحدة
    [two] محادثتان
    [few] { $count } محادثات
    [many] { $count } محادثة
   *[other] { $count } محادثة
}
council-set-name = صار اسم المجلس { $name }.
council-set-zone = صار توقيت المجلس توقيت { $zone }.
council-set-language = أتكلم من الآن { $language } في محادثات المجلس.
council-coordinator-sure = هل ينسّق { $person } المجلس { $of }؟ وهو { $accounts }، { $cell }.
council-uncoordinated = لا أحد ينسّق المجلس { $council } الآن. مشرف يسمّي شخصًا: /council settings coordinator
council-set-coordinator = { $person } ينسّق المجلس الآن.
council-set-treasurer = صاحب الدور { $role } هو الآن أمين صندوق المجلس. وحيث يقل في لجنة من يحق لهم الموافقة، يحق له.
council-set-add = { $cell } ترسل الآن مندوبين إلى { $council }.
council-set-remove = { $cell } لم تعد ترسل مندوبين إلى { $council }.
council-cell-there = { $cell } في هذا المجلس من قبل.
council-cell-not-there = { $cell } ليست في هذا المجلس.
council-coordinator-not-member = لا ينسّق المجلس إلا مشرف أو عضو في إحدى لجانه.
council-leave-sure = { $count ->
    [zero] هذه المحادثة الوحيدة للمجلس { $council }. هل تغادره؟
    [one] تبقى للمجلس { $council } محادثة أخرى. هل تغادره هذه؟
    [two] تبقى للمجلس { $council } محادثتان. هل تغادره هذه؟
    [few] تبقى للمجلس { $council } { $count } محادثات. هل تغادره هذه؟
    [many] تبقى للمجلس { $council } { $count } محادثة. هل تغادره هذه؟
   *[other] تبقى للمجلس { $council } { $count } محادثة. هل تغادره هذه؟
}
council-left = لم تعد هذه المحادثة للمجلس { $council }.

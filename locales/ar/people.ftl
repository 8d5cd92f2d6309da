# الأوامر setup و cell و sector و me و steward و vouch و help

people-somebody = أحدهم
people-somebody-first = أحدهم

# الأمر setup

setup-about = إعداد هذه المحادثة: اتحاد جديد مع أول قطاع ولجنة (لمن يدير المحادثة)
setup-federation = اسم الشبكة كلها
setup-ask-federation = ما اسم شبكتكم كلها؟ مثلًا: اتحاد اللجان العمالية
setup-sector = قطاع عمل أول لجنة
setup-ask-sector = في أي قطاع عمل أنتم؟ مثلًا: النقل
setup-cell = اسم اللجنة التي لها هذه المحادثة
setup-ask-cell = ما اسم لجنتكم؟ مثلًا: المستودع 5
setup-place = المدينة أو الحي
setup-ask-place = أين اللجنة؟ مدينة أو حي. يمكن تركه فارغًا.
setup-zone = المنطقة الزمنية: أقرب مدينة كبيرة
setup-ask-zone = أيّ مدينة كبيرة لها توقيتكم؟ مثلًا: القاهرة. يمكن تركه فارغًا.
setup-language = لغة المحادثة
setup-ask-language = بأي لغة أتكلم هنا؟ يمكن تركه فارغًا.
setup-done = { $federation } جاهز. هذه المحادثة هي { $cell }، في القطاع { $sector }، وأنت المشرف.
setup-next-drive = لبدء حملة تعهد: /drive new
setup-next-cells = لإضافة لجان: /cell new، وفي محادثتها /cell join مع الرمز
setup-next-members = كل من هنا يصير عضوًا مع أول أمر له، مثل /help
setup-defaults = التوقيت: { $zone }. اللغة: { $language }. لتغييرهما: /cell settings

# الأمر cell

cell-about = اللجان ومحادثاتها وإعداداتها
cell-none = لست في أي لجنة. يُكتب أولًا أمر في محادثة لجنتك.
cell-new-about = إنشاء لجنة جديدة، ورمز لأول محادثة لها
cell-code-about = إنشاء رمز تنضم به محادثة أخرى إلى هذه اللجنة
cell-join-about = ضم هذه المحادثة إلى لجنة برمز (لمن يدير المحادثة)
cell-show-about = عرض لجنة هذه المحادثة
cell-settings-about = تغيير إعداد للجنة؛ والمشرفون يغيّرون إعدادات الاتحاد أيضًا
cell-leave-about = إخراج هذه المحادثة من لجنتها
cell-option-name = اسم اللجنة الجديدة
cell-ask-name = ما اسم اللجنة الجديدة؟
cell-option-sector = القطاع الذي تنتمي إليه اللجنة
cell-ask-sector = إلى أيّ قطاع تنتمي؟
cell-option-cell = اللجنة، إن لم تكن لجنة هذه المحادثة
cell-ask-cell = أيّ لجنة؟
cell-option-code = الرمز من محادثة للجنة
cell-ask-code = ما الرمز؟ يحصل عليه شخص من اللجنة بالأمر /cell code.
cell-option-key = ماذا يتغير
cell-ask-key = ماذا تريدون تغييره؟
cell-option-value = ماذا يصير
cell-ask-value = ماذا يصير؟
cell-name-taken = هناك لجنة باسم { $name }. المطلوب اسم آخر.
cell-code = { $cell }: الرمز { $code }
cell-code-how = من يدير المحادثة الأخرى يكتب هناك: /cell join { $code }. يعمل مرة واحدة، والمهلة { $lasts }.
cell-code-not-yours = لا ينشئ رمزًا لـ { $cell } إلا مشرف أو من ينسّقها.
cell-joined = صارت هذه المحادثة لـ { $cell }، في { $federation }. كل من هنا يصير عضوًا مع أول أمر له، مثل /help.
cell-show = { $cell }، في { $federation }
cell-show-sector = القطاع: { $sector }
cell-show-place = المكان: { $place }
cell-show-zone = التوقيت: { $zone }. اللغة: { $language }
cell-show-members = { $count ->
    [zero] لا أعضاء بعد
    [one] عضو واحد
    [two] عضوان
    [few] { $count } أعضاء
    [many] { $count } عضوًا
   *[other] { $count } عضو
}
cell-show-chats = { $count ->
    [zero] لا محادثة
    [one] محادثة واحدة
    [two] محادثتان
    [few] { $count } محادثات
    [many] { $count } محادثة
   *[other] { $count } محادثة
}
cell-show-coordinator = التنسيق: { $person }
cell-show-treasurer = أمانة الصندوق: { $person }
cell-set-name = صار اسم اللجنة { $name }.
cell-set-place = صار مكان اللجنة { $place }.
cell-set-zone = صار توقيت اللجنة توقيت { $zone }.
cell-set-language = أتكلم من الآن { $language } في محادثات اللجنة.
cell-set-sector = صارت اللجنة في القطاع { $sector }.
cell-uncoordinated = لا أحد ينسّق { $cell } الآن. مشرف يسمّي شخصًا: /cell settings coordinator
cell-set-coordinator = { $person } ينسّق اللجنة الآن.
cell-set-treasurer = صاحب الدور { $role } هو الآن أمين صندوق اللجنة، وكذلك من يليه.
cell-coordinator-sure = هل ينسّق { $person } اللجنة { $of }؟ وهو { $accounts }، { $cell }.
cell-coordinator-not-member = لا ينسّق اللجنة إلا عضو فيها.
cell-leave-sure = { $count ->
    [zero] هذه المحادثة الوحيدة لـ { $cell }. إن غادرت، فلا يعيد محادثة إلا مشرف. هل تغادر؟
    [one] تبقى لـ { $cell } محادثة أخرى. هل تغادر هذه؟
    [two] تبقى لـ { $cell } محادثتان أخريان. هل تغادر هذه؟
    [few] تبقى لـ { $cell } { $count } محادثات أخرى. هل تغادر هذه؟
    [many] تبقى لـ { $cell } { $count } محادثة أخرى. هل تغادر هذه؟
   *[other] تبقى لـ { $cell } { $count } محادثة أخرى. هل تغادر هذه؟
}
cell-leave-yes = نعم، تغادر
cell-left = لم تعد هذه المحادثة لـ { $cell }. يبقى أعضاؤها أعضاء حتى يغادروا.
federation-needs-steward = هذا إعداد للاتحاد كله. لا يغيّره إلا مشرف.
federation-set-name = صار اسم الاتحاد { $name }.
federation-set-vouches = { $count ->
    [zero] لم يعد أحد يحتاج إلى تزكية.
    [one] يُحسب التعهد الآن حين يزكّي صاحبه عضو واحد.
    [two] يُحسب التعهد الآن حين يزكّي صاحبه عضوان.
    [few] يُحسب التعهد الآن حين يزكّي صاحبه { $count } أعضاء.
    [many] يُحسب التعهد الآن حين يزكّي صاحبه { $count } عضوًا.
   *[other] يُحسب التعهد الآن حين يزكّي صاحبه { $count } عضو.
}
federation-set-smallest-group = { $count ->
    [zero] تُنشر الأرقام الآن لكل المجموعات. هذا للحملات الجديدة.
    [one] تُنشر الأرقام الآن لمجموعات من شخص واحد على الأقل. هذا للحملات الجديدة.
    [two] تُنشر الأرقام الآن لمجموعات من شخصين على الأقل. هذا للحملات الجديدة.
    [few] تُنشر الأرقام الآن لمجموعات من { $count } أشخاص على الأقل. هذا للحملات الجديدة.
    [many] تُنشر الأرقام الآن لمجموعات من { $count } شخصًا على الأقل. هذا للحملات الجديدة.
   *[other] تُنشر الأرقام الآن لمجموعات من { $count } شخص على الأقل. هذا للحملات الجديدة.
}
federation-set-interval = { $count ->
    [zero] تُنشر الأرقام الآن فورًا. هذا للحملات الجديدة.
    [one] تُنشر الأرقام الآن كل دقيقة. هذا للحملات الجديدة.
    [two] تُنشر الأرقام الآن كل دقيقتين. هذا للحملات الجديدة.
    [few] تُنشر الأرقام الآن كل { $count } دقائق. هذا للحملات الجديدة.
    [many] تُنشر الأرقام الآن كل { $count } دقيقة. هذا للحملات الجديدة.
   *[other] تُنشر الأرقام الآن كل { $count } دقيقة. هذا للحملات الجديدة.
}
federation-set-retention = { $count ->
    [zero] تُحذف السجلات الشخصية الآن فور إغلاق حملتها.
    [one] تُحذف السجلات الشخصية الآن بعد يوم من إغلاق حملتها.
    [two] تُحذف السجلات الشخصية الآن بعد يومين من إغلاق حملتها.
    [few] تُحذف السجلات الشخصية الآن بعد { $count } أيام من إغلاق حملتها.
    [many] تُحذف السجلات الشخصية الآن بعد { $count } يومًا من إغلاق حملتها.
   *[other] تُحذف السجلات الشخصية الآن بعد { $count } يوم من إغلاق حملتها.
}

code-link = إضافتي إلى المحادثة الأخرى
code-file = adifni.png
code-alt = رمز QR للرابط: بمسحه أُضاف إلى المحادثة الأخرى
code-unknown = لا أعرف هذا الرمز. يفيد التحقق منه، أو طلب رمز جديد: /cell code
code-used = استُخدم هذا الرمز من قبل. لطلب رمز جديد: /cell code
code-expired = انتهت صلاحية هذا الرمز. لطلب رمز جديد: /cell code
code-too-many = رموز خاطئة كثيرة. يمكن أن تعاد المحاولة { $until }.

# الأمر sector

sector-about = قطاعات الاتحاد
sector-new-about = إنشاء قطاع جديد
sector-list-about = عرض القطاعات
sector-option-name = اسم القطاع الجديد
sector-ask-name = ما اسم القطاع الجديد؟
sector-name-taken = هناك قطاع باسم { $name }.
sector-made = صار القطاع { $name } موجودًا. لإضافة لجنة إليه: /cell new
sector-list = قطاعات { $federation }
sector-line = { $count ->
    [zero] { $name }: لا لجنة بعد
    [one] { $name }: لجنة واحدة
    [two] { $name }: لجنتان
    [few] { $name }: { $count } لجان
    [many] { $name }: { $count } لجنة
   *[other] { $name }: { $count } لجنة
}

# الأمر me

me-about = إعداداتك وبياناتك
me-show-about = عرض ما أعرفه عنك
me-cell-about = عرض اللجنة التي تُحسب مشاركتك فيها، أو تغييرها
me-leave-about = إنهاء عضويتك في هذه اللجنة
me-language-about = ضبط اللغة التي أكتب إليك بها
me-zone-about = ضبط منطقتك الزمنية
me-quiet-about = ضبط الساعات التي لا أكتب إليك فيها على الخاص
me-export-about = إعطاؤك كل ما أحتفظ به عنك، في ملف
me-forget-about = حذفك وحذف كل ما هو لك
me-option-cell = إحدى لجانك
me-ask-cell = أيّ لجانك؟
me-option-language = اللغة، مثل العربية
me-ask-language = بأي لغة أتكلم معك؟
me-option-zone = أقرب مدينة كبيرة
me-ask-zone = أيّ مدينة كبيرة لها توقيتك؟ مثلًا: القاهرة
me-option-from = متى تبدأ، أو «off»
me-ask-quiet-from = متى تبدأ ساعات راحتك من الرسائل؟ مثلًا: 22:00. أو «off» لإلغائها.
me-option-to = متى تنتهي
me-ask-quiet-to = متى تنتهي ساعات راحتك من الرسائل؟ مثلًا: 08:00
me-show = أنت في { $federation }
me-show-no-cell = لست حاليًا في أي لجنة.
me-show-cells = عضو في { $cells }
me-show-counts-in = تُحسب مشاركتك في { $cell }
me-show-steward = أنت مشرف
me-show-language = اللغة: { $language }
me-show-zone = التوقيت: { $zone }
me-show-quiet = ساعات الراحة من الرسائل: { $from } إلى { $to }
me-show-no-quiet = بلا ساعات راحة خاصة بك: من { $from } إلى { $to } لا أسألك عما يمكن أن ينتظر
me-show-accounts = الحسابات: { $accounts }
me-account = { $name } ({ $platform })
me-show-vouches = { $count ->
    [zero] لا أحد يزكّيك، والمطلوب { $needed }
    [one] يزكّيك عضو واحد، والمطلوب { $needed }
    [two] يزكّيك عضوان، والمطلوب { $needed }
    [few] يزكّيك { $count } أعضاء، والمطلوب { $needed }
    [many] يزكّيك { $count } عضوًا، والمطلوب { $needed }
   *[other] يزكّيك { $count } عضو، والمطلوب { $needed }
}
me-cell-not-member = لست عضوًا في { $cell }. يُكتب أولًا أمر في محادثتها.
me-cell-set = تُحسب مشاركتك الآن في { $cell }.
me-answers-moved = أجوبتك هذه تُحسب في { $cell }: { $drives }
me-answers-withdrawn = سُحبت أجوبتك في هذه الحملات: { $drives }
me-answers-would-move = أجوبتك هذه ستُحسب في { $cell }: { $drives }
me-answers-would-stay-behind = لا مشاركة لـ { $cell } في هذه الحملات، فستُسحب أجوبتك فيها: { $drives }
me-answers-would-go = ستُسحب أجوبتك في هذه الحملات: { $drives }
me-cell-sure = هل تريد أن تُحسب مشاركتك في { $cell }؟
me-cell-yes = نعم، هناك
me-cell-only = أنت عضو في { $cell }، وتُحسب مشاركتك فيها.
me-cell-which = تُحسب مشاركتك في { $cell }. في أيّ لجنة تريد أن تُحسب؟
me-leave-which = أيّ لجنة تريد مغادرتها؟
me-leave-sure = هل تريد مغادرة { $cell }؟
me-leave-sure-last = هل تريد مغادرة { $cell }؟ هي لجنتك الوحيدة: تُسحب أجوبتك في الحملات المفتوحة.
me-leave-sure-only = هل تريد مغادرة { $cell }؟ هي لجنتك الوحيدة.
me-leave-yes = نعم، أغادر
me-left = غادرت { $cell }. أي أمر في محادثتها يعيدك عضوًا.
me-not-in-cell = لست من أعضاء هذه اللجنة.
me-last-steward = أنت المشرف الوحيد. يلزم أولًا تسمية آخر: /steward add
me-language-set = أتكلم معك من الآن { $language }.
me-zone-set = صار توقيتك توقيت { $zone }.
me-quiet-set = من { $from } إلى { $to } لا أكتب إليك على الخاص إلا ما لا ينتظر.
me-quiet-off = لم تعد لك ساعات راحة خاصة بك. من { $from } إلى { $to } أظل لا أسألك عما يمكن أن ينتظر.
me-quiet-none = بلا ساعات راحة
me-export = هذا كل ما أحتفظ به عنك.
me-forget-sure = هل أحذفك من { $federation }، مع حساباتك وإعداداتك وأجوبتك في الحملات المفتوحة؟ لا يمكن التراجع عن هذا. تبقى أعداد الحملات المغلقة.
me-forget-yes = نعم، انسَني
me-forgotten = نسيتك. وداعًا، ودمت بخير.

# الأمر steward

steward-about = المشرفون يعتنون بالاتحاد كله
steward-add-about = جعل شخص مشرفًا
steward-remove-about = إنهاء إشراف شخص
steward-ask-person = من؟ يُذكر بعلامة @.
steward-add-sure = هل يصير { $person } مشرفًا؟ وهو { $accounts }، { $cell }. المشرف يعتني بالاتحاد كله.
making-cell = من اللجنة { $cell }
making-no-cell = بلا لجنة
steward-is-one = { $person } مشرف من قبل.
steward-is-none = { $person } ليس مشرفًا.
steward-added = { $person } مشرف الآن.
steward-removed = { $person } لم يعد مشرفًا.
steward-last = لا بد من مشرف واحد. تلزم أولًا إضافة آخر: /steward add

# الأمر vouch

vouch-about = القول إنك تعرف شخصًا، لتُحسب تعهداته
vouch-ask-person = من تزكّي؟ يُذكر بعلامة @.
vouch-off = لا يحتاج أحد في هذا الاتحاد إلى تزكية.
vouch-yourself = لا يمكنك تزكية نفسك. يمكنك أن تسأل من يعرفك.
vouch-left = ليس { $person } عضوًا الآن. تمكن التزكية حين تعود العضوية.
vouch-already = سبقت تزكيتك لـ { $person }.
vouch-done = شكرًا: تزكّي الآن { $person }. { $count ->
    [zero] لا تزكية بعد، والمطلوب { $needed }.
    [one] يزكّيه عضو واحد، والمطلوب { $needed }.
    [two] يزكّيه عضوان، والمطلوب { $needed }.
    [few] يزكّيه { $count } أعضاء، والمطلوب { $needed }.
    [many] يزكّيه { $count } عضوًا، والمطلوب { $needed }.
   *[other] يزكّيه { $count } عضو، والمطلوب { $needed }.
}
vouch-reached = يزكّيك الآن عدد كافٍ من الأعضاء: تعهداتك محسوبة.
vouch-lost = غادر أحد من كانوا يزكّونك: { $count ->
    [zero] لا أحد يزكّيك الآن، والمطلوب { $needed }.
    [one] يزكّيك الآن عضو واحد، والمطلوب { $needed }.
    [two] يزكّيك الآن عضوان، والمطلوب { $needed }.
    [few] يزكّيك الآن { $count } أعضاء، والمطلوب { $needed }.
    [many] يزكّيك الآن { $count } عضوًا، والمطلوب { $needed }.
   *[other] يزكّيك الآن { $count } عضو، والمطلوب { $needed }.
} ما حُسب يبقى محسوبًا؛ وللأجوبة الجديدة تلزمك تزكية أخرى: يمكنك أن تسأل من يعرفك /vouch.

# الأمر help

help-about = عرض ما يمكنك فعله هنا
help-option-command = أمر، مثل drive
help-ask-command = مساعدة في أيّ أمر؟
help-meanwhile = لا يمكن الاطلاع على شيء الآن. تعود هذه الأوامر إلى العمل حالما أمكن ذلك:
help-first-unbound = البداية: /setup. أو الانضمام إلى لجنة موجودة: /cell join ورمزها.
help-first-council = البداية: /assembly next: متى تجتمعون؟
help-first-coordinator = البداية: /drive new: لسؤال الناس عن أمر. أو للتخطيط: /action plan.
help-first-stranger = البداية في مجموعتك: بكتابة /help هناك أعرفك. وإن كنتُ أنا الجديد فيها، فمن يديرها يكتب: /setup
help-first-member = البداية: /pledge: ماذا يُطلب منك، وماذا أجبت؟
help-group-emergency = في الطوارئ
help-group-together = نجيب ونقرر
help-group-tasks = نعمل معًا
help-group-care = نعتني ببعضنا
help-group-councils = عدة لجان معًا
help-group-own = أنت
help-group-setting-up = الإعداد
help-line = /{ $command }: { $about }{ $level }
help-for-everybody = { "" }
help-for-coordinators = { " " }· للمنسّقين
help-for-stewards = { " " }· للمشرفين
help-option = { $name }: { $about }
help-option-optional = { $name }: { $about } (اختياري)
help-more = المزيد عن أحدها: /help { $command }
help-not-yours = الأمر /{ $command } ليس لك حاليًا. يمكنك أن تسأل من ينسّق أو مشرفًا.
help-unknown = لا أمر كهذا. الأمر /help يعرضها كلها.
help-wrong-about = الإبلاغ عن جملة مني خاطئة أو صعبة الفهم
help-wrong-option-text = بضع كلمات من الجملة كما هي، وما الخطأ فيها
help-wrong-ask-text = أي جملة خاطئة؟ تكفي بضع كلمات منها كما هي، وما ينبغي أن يقال.
help-wrong-which = أي جملة هي المقصودة؟
help-wrong-none = ليست بين هذه
help-wrong-told = شكرًا. يقرأ المشرف ذلك بلا اسمك.
help-wrong-told-of = شكرًا. يقرأ المشرف ذلك بلا اسمك. الجملة: { $ids } ({ $language })
help-wrong-many = أبلغت عمّا يكفي من الجمل الآن. يمكن الإبلاغ عن هذه بعد بضع ساعات.
help-wrong-nobody = لا أحد هنا يعتني بي ويمكنني أن أخبره. يمكن إخبار من يشغّل هذا البوت.
help-wrong-stranger = لا أعرف من أخبر: لم ألتقِ بك في أي مجموعة بعد. يمكن كتابة ذلك فيها أو إخبار من يشغّل هذا البوت.
help-wrong-heard = قال أحدهم إن جملة مني خاطئة:
help-wrong-where = الجملة: { $ids } في { $folder }
help-wrong-unknown = لا أعرف أي جملة هي: لم يُنقل شيء منها.
help-wrong-how = كيف تُصحَّح: docs/translating.md

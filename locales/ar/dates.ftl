# أيام يقترحها مجلس على لجانه: /date (commands/date).

date-about = أيام تتحرك فيها عدة لجان معًا
date-propose-about = سؤال لجان المجلس: أيّ هذه الأيام يناسبها
date-show-about = الأيام المقترحة والمتفق عليها؛ وعلى الخاص أجوبتك أنت
date-can-about = القول إنك تستطيع في يوم مقترح؛ لا يراه أحد
date-cannot-about = القول إنك لا تستطيع في يوم مقترح؛ لا يراه أحد
date-agree-about = طرح يوم على تصويت الاجتماع بعد أن يبدأ
date-cancel-about = إلغاء اقتراح أيام، أو بتصويت اليوم المتفق عليه

date-option-what = لأجل ماذا، في بضع كلمات
date-ask-what = لأجل ماذا؟ بضع كلمات.
date-option-days = أيّ أيام، خمسة على الأكثر: «1 مايو، 2 مايو»
date-ask-days = أيّ أيام؟ خمسة على الأكثر، مثل: 1 مايو، 2 مايو
date-option-drive = حملة تظهر أرقامها بجانب الأجوبة
date-option-date = أيّ اقتراح: رقمه
date-ask-date = أيّ اقتراح؟ رقمه.
date-option-day = أيّ يوم
date-ask-day = أيّ يوم؟

date-day = { $day }
date-day-of = { $day } ({ $what })
date-weekend = { $days }
date-days-early = للجان ثلاثة أيام للجواب، فأول يوم ممكن هو { $first }.
date-days-far = هذا بعد أكثر من سنة.
date-days-many = خمسة أيام على الأكثر معًا، ليجيب الجميع ببضع ضغطات: { $most }.
date-many-open = يُجاب الآن عن { $most } اقتراحات. يمكن اقتراح آخر بعد انتهاء واحد: /date show
date-day-asked = تُسأل اللجان عن هذا من قبل: { $days }. لعرضه: /date show
date-day-asked-elsewhere = يسأل مجلس آخر الآن بعض هذه اللجان عن { $days }. يمكن السؤال عنه بعد ذلك.
date-left-out = تُرك جانبًا لأن اللجان تُسأل عنه من قبل: { $days }
date-left-out-elsewhere = تُرك جانبًا لأن مجلسًا آخر يسأل عنه الآن بعض هذه اللجان: { $days }
date-unknown = لا أعرف هنا اقتراحًا «{ $typed }». لعرضها: /date show
date-which = هناك أكثر من اقتراح برقم { $number }. أيّها؟
date-none = لا أيام مقترحة بعد.
date-none-open = لا يوم مقترحًا يمكن الجواب عنه هنا الآن: /date show
date-none-closed = لا يوم هنا يمكن الاتفاق عليه. تجيب اللجان أولًا: /date show
date-day-unknown = «{ $typed }» ليس من الأيام المقترحة. أيّ يوم هو المقصود؟
date-too-late = انتهى وقت جواب اللجان: /date show
date-not-yours = يجيب من تُحسب مشاركته في لجنة سُئلت. وأنت تُحسب في غيرها: /me show
date-still-open = تجيب اللجان حتى { $until }. بعدها يستطيع المجلس الاتفاق على يوم.
date-counting = تُعدّ الآن أجوبة اللجان. يمكن المحاولة بعد دقيقة.
date-day-past = مضى { $day }.
date-agreed-already = اتُّفق على { $day } من قبل.
date-voting = هناك تصويت مفتوح عنه: التصويت { $vote }.
date-needs-assembly = يتفق المجلس بتصويت في اجتماعه، ولا اجتماع مخططًا له: /assembly new
date-needs-assembly-at = يتفق المجلس بتصويت في اجتماعه. القادم: { $when }. اضغط مجددًا حين يبدأ.
date-vote-text = { $what }: { $day }
date-vote-move-text = { $what }: { $day } بدل { $before }
date-vote-off-text = { $what }، { $day }: إلغاؤه
date-move-ask = «{ $what }» متفق عليه في { $before }. هل يصوّت الاجتماع على نقله إلى { $day }؟ وحتى ذلك يبقى { $before }.
date-button-move-sure = نعم، تصويت على النقل
date-none-to-cancel = لا شيء هنا يُلغى: /date show
date-off-already = أُلغي هذا.

date-list = أيام نجتمع عليها
date-line = { $what }: { $state }
date-list-more = لعرض أحدها كاملًا: /date show ورقمه
date-state-open = الاقتراح { $number }: تجيب اللجان حتى { $until }
date-state-answered = الاقتراح { $number }: أجابت اللجان، ولا اتفاق بعد
date-state-voting = الاقتراح { $number }: التصويت { $vote } حول { $day }
date-state-moving = الاقتراح { $number }: اتُّفق على { $agreed }. التصويت { $vote } حول نقله إلى { $day }
date-state-voting-off = الاقتراح { $number }: اتُّفق على { $agreed }. التصويت { $vote } حول إلغائه
date-state-off = الاقتراح { $number }: أُلغي
date-state-off-agreed = الاقتراح { $number }: أُلغي. كان متفقًا عليه في { $day }
date-state-agreed = الاقتراح { $number }: اتُّفق على { $day }
date-how-council =
    { $cells ->
        [zero] لا لجنة تُسأل. لا يُعرض شيء، ولا شخص أبدًا.
        [one] تُسأل لجنة واحدة في محادثتها: يجيب كل عضو دون أن يُرى. وحتى ذلك لا يُعرض شيء، ولا شخص أبدًا.
        [two] تُسأل لجنتان في محادثاتهما: يجيب كل عضو دون أن يُرى. حتى ذلك لا يُعرض شيء؛ ثم اللجان حسب القطاع، ولا شخص أبدًا.
        [few] تُسأل { $cells } لجان في محادثاتها: يجيب كل عضو دون أن يُرى. حتى ذلك لا يُعرض شيء؛ ثم اللجان حسب القطاع، ولا شخص أبدًا.
        [many] تُسأل { $cells } لجنة في محادثاتها: يجيب كل عضو دون أن يُرى. حتى ذلك لا يُعرض شيء؛ ثم اللجان حسب القطاع، ولا شخص أبدًا.
       *[other] تُسأل { $cells } لجنة في محادثاتها: يجيب كل عضو دون أن يُرى. حتى ذلك لا يُعرض شيء؛ ثم اللجان حسب القطاع، ولا شخص أبدًا.
    }
date-question = في أيّ هذه الأيام تستطيع؟
date-question-until = في أيّ هذه الأيام تستطيع؟ يمكنك التغيير حتى { $until }.
date-turnout =
    { $answered ->
        [zero] لم يجب أحد هنا من { $members }، والمطلوب: { $needed }
        [one] أجاب هنا واحد من { $members }، والمطلوب: { $needed }
        [two] أجاب هنا اثنان من { $members }، والمطلوب: { $needed }
        [few] أجاب هنا { $answered } من { $members }، والمطلوب: { $needed }
        [many] أجاب هنا { $answered } من { $members }، والمطلوب: { $needed }
       *[other] أجاب هنا { $answered } من { $members }، والمطلوب: { $needed }
    }
date-how-cell = لا يرى أحد من يستطيع. يُحسب آخر جواب. أو بالكتابة إليّ على الخاص: /date show
date-cell-gone = لم تعد هذه اللجنة في المجلس. لا يُسأل أحد هنا الآن.
date-button-can = { $day }: أستطيع
date-button-cannot = { $day }: لا أستطيع
date-button-agree = تصويت على { $day }
date-button-move = نقله إلى { $day }

date-you-can = { $day }: تستطيع
date-you-cannot = { $day }: لا تستطيع
date-you-nothing = { $day }: بلا جواب
date-noted-can = سُجّل: تستطيع { $day }.
date-noted-cannot = سُجّل: لا تستطيع { $day }.
date-missing = بقي الجواب عن: { $days }.
date-all-answered = هذه كلها. يمكنك التغيير حتى { $until }.

date-cells-all =
    { $cells ->
        [zero] { $day }: { $can } من { $cells }
        [one] { $day }: تستطيع { $can } من لجنة واحدة
        [two] { $day }: تستطيع { $can } من لجنتين
        [few] { $day }: تستطيع { $can } من { $cells } لجان
        [many] { $day }: تستطيع { $can } من { $cells } لجنة
       *[other] { $day }: تستطيع { $can } من { $cells } لجنة
    }
date-cells =
    { $cells ->
        [zero] { $day }: { $can } من { $cells }؛ { $rest }
        [one] { $day }: تستطيع { $can } من لجنة واحدة؛ { $rest }
        [two] { $day }: تستطيع { $can } من لجنتين؛ { $rest }
        [few] { $day }: تستطيع { $can } من { $cells } لجان؛ { $rest }
        [many] { $day }: تستطيع { $can } من { $cells } لجنة؛ { $rest }
       *[other] { $day }: تستطيع { $can } من { $cells } لجنة؛ { $rest }
    }
date-cells-cannot = { $cells } لا تستطيع
date-cells-tie =
    { $cells ->
        [zero] لا لجنة منقسمة
        [one] واحدة منقسمة
        [two] اثنتان منقسمتان
        [few] { $cells } منقسمة
        [many] { $cells } منقسمة
       *[other] { $cells } منقسمة
    }
date-cells-silent = أجاب قليلون جدًا في { $cells }
date-cells-few = { $day }: أجاب عدد أقل من أن يُعرض شيء
date-sector = حسب القطاع
date-others = قطاعات صغيرة معًا
date-ready = مؤكد
date-can-of = { $can } من { $cells }
date-own = هذه اللجنة
date-own-possible = { $day }: تستطيع
date-own-impossible = { $day }: لا تستطيع
date-own-tie = { $day }: منقسمة
date-own-few = أجاب من هذه اللجنة عدد أقل من أن يُعرض ما قالته وحدها.
date-own-no-answer = { $day }: من أجابوا أقل مما يلزم
date-drive = المؤكد: في الحملة { $number } ({ $drive })، عند آخر عدّ.
date-drive-hidden = الحملة { $number } ({ $drive }) لا تعرض أرقامًا بعد.
date-then = يصوّت المجلس على يوم في اجتماعه بعد أن يبدأ.
date-note = تستطيع اللجنة حيث يستطيع معظم من أجابوا، بعد جواب ثلث أعضائها على الأقل. واللجان التي يقل أعضاؤها عن { $members } تُحسب مع غيرها.

date-agreed = اتفق { $council }: { $day }
date-agreed-anew = اتفق { $council } على يوم آخر: { $day }
date-voted-carried = تم الاتفاق: { $day }. أُخبرت كل اللجان.
date-voted-off = أُلغي: { $day }. تُخبَر كل اللجان.
date-voted-stays = يبقى كما اتُّفق عليه: { $day }.
date-off = ألغاه { $council }. لا حاجة إلى الجواب بعد.
date-off-agreed = ألغاه { $council }: { $day }
date-voted-failed = لم يتم الاتفاق: { $day }. يمكن طرح يوم آخر للتصويت: /date show

# صفحات لها عناوينها: تقاويم تتابع (commands/following.ts)، ولوحة الاجتماع.

page-no-address = ليس لهذا البوت عنوان عام بعد، فلا يستطيع تقديم صفحات أو تقاويم. من يشغّله يستطيع إعطاءه عنوانًا: STEWARD_PUBLIC_URL
page-ended = لا شيء في هذا العنوان: انتهى، أو لم يكن هناك شيء أصلًا.
page-busy = كثيرون يطلبون في هذه اللحظة. تعيد هذه الصفحة المحاولة بنفسها؛ والتقويم لاحقًا.

following-about = عنوان يتابع منه تقويمك أدوارك ولقاءاتك واجتماعاتك والأيام المتفق عليها
following-cell-about = عنوان تتابع منه التقاويم لقاءات اللجنة وأدوارها واجتماعاتها والأيام المتفق عليها
following-option-action = new: عنوان جديد بدل القديم؛ off: لا عنوان بعد الآن
following-option-titles = ماذا تقول العناوين: neutral (فقط أنه دور أو لقاء) أو full
following-follows-me = يستطيع تقويمك متابعة أدوارك، وحيث تنوب، واللقاءات التي تأتي إليها، والاجتماعات التي لك فيها مقعد، والأيام التي اتفقت عليها مجالسك. هذا عنوانه:
following-follows-cell = تستطيع التقاويم متابعة { $cell }: لقاءاتها وأدوارها واجتماعاتها، والأيام التي اتفقت عليها مجالسها. هذا عنوانها:
following-how = يوضع في التقويم حيث يشترك في عنوان ("From URL" أو "Subscribe"). ما يتغير هنا يتغير هناك وحده. لا أعرضه إلا هذه المرة.
following-servers = تقرؤه Google و Apple من خوادمهما، وتريان ما يقوله. تحتاج Google إلى يوم تقريبًا لعرض التغيير.
following-secret = من عنده العنوان يستطيع قراءته، فلا يُعطى لأحد. الأمر /me calendar new ينهيه وينشئ غيره.
following-secret-cell = من عنده العنوان يستطيع قراءته، فلا يُعطى إلا لأهل اللجنة. الأمر /cell calendar new ينهيه وينشئ غيره. وينتهي أيضًا حين لا تعود في اللجنة.
following-old-ended = انتهى العنوان القديم.
following-titles-neutral = لا يظهر فيه إلا «دور» أو «لقاء» أو «يوم».
following-titles-full = يظهر فيه أيّ دور ولقاء واجتماع ويوم، وأين. لا تظهر فيه أسماء أشخاص.
following-stands = هناك عنوان للتقاويم منذ { $since }. لا أحتفظ به في أي مكان، فلا أستطيع عرضه من جديد. إن ضاع، يمكن إنشاء عنوان جديد.
following-ended = انتهى العنوان. التقاويم التي تابعته لم يعد يصلها شيء.
following-cell-ended = انتهى العنوان الذي تتابع منه التقاويم { $cell }: من أُعطيه لم يعد في اللجنة. قد يكون ما تعرضه التقاويم قديمًا. يستطيع من ينسّق اللجنة إنشاء غيره: /cell calendar
following-none = لا عنوان هناك.
following-not-yours = هذا فقط لمشرف أو لمن ينسّق { $cell }.
following-button-new = عنوان جديد
following-button-off = إنهاؤه
following-button-full = عناوين كاملة
following-button-neutral = عناوين محايدة

# ما يقوله التقويم نفسه. مع العناوين المحايدة لا يعرف من يحفظه ما هو.
following-name = مواعيد
following-term = دور
following-stand-in = دور (نيابة)
following-gathering = لقاء
following-assembly = لقاء كبير
following-date = يوم
following-stand-in-full = { $role } (نيابة)

# لوحة الاجتماع: /assembly board (commands/assembly/board.ts).

board-about = صفحة للجدار تعرض حال الاجتماع؛ و«end» يزيلها
board-option-action = new: عنوان آخر بدل القديم؛ end: إزالة اللوحة
board-made = لوحة { $assembly } هنا:
board-how = تُفتح على شاشة في القاعة. تتابع وحدها: النصاب، جدول الأعمال، الكلمات، التصويت. لا أعرض العنوان إلا هذه المرة.
board-names = تسمّي من يتكلم ومن يليه، كما في محضركم.
board-no-names = لا تسمّي أحدًا: عمن يتكلم تذكر القطاع، كما في محضركم.
board-ends = من عنده العنوان يستطيع رؤيتها. تنتهي مع الاجتماع، أو بالأمر /assembly board end
board-stands = هناك لوحة منذ { $since }. لا أحتفظ بعنوانها في أي مكان، فلا أستطيع عرضه من جديد. إن ضاع، يمكن إنشاء عنوان جديد.
board-has-ended = أُزيلت اللوحة.
board-none = لا لوحة هناك.
board-button-new = عنوان جديد
board-button-end = إزالتها

# ما تقوله اللوحة نفسها، ليُقرأ من بعيد.
board-quorum = النصاب
board-quorum-met = حضر { $present } من { $all } مقعدًا: يكفي
board-quorum-met-cells = حضر { $present } من { $all } لجنة: يكفي
board-quorum-missing = حضر { $present } من { $all } مقعدًا: ينقص { $missing }
board-quorum-missing-cells = حضر { $present } من { $all } لجنة: ينقص { $missing }
board-quorum-sectors =
    { $needed ->
        [zero] القطاعات الحاضرة { $present }
        [one] القطاعات الحاضرة { $present }، والمطلوب قطاع واحد
        [two] القطاعات الحاضرة { $present }، والمطلوب قطاعان
        [few] القطاعات الحاضرة { $present }، والمطلوب { $needed }
        [many] القطاعات الحاضرة { $present }، والمطلوب { $needed }
       *[other] القطاعات الحاضرة { $present }، والمطلوب { $needed }
    }
board-sectors = القطاعات
board-sector-present = { $present } من { $seats }
board-sector-filled = شُغل { $filled } من { $seats } مقعدًا
board-now = الآن: { $number }
board-text = { $text }
board-speaking = يتكلم
board-next = التالي
board-person = { $name } ({ $sector })
board-vote = التصويت { $number }
board-vote-open = التصويت { $number } مفتوح
board-vote-open-secret = التصويت { $number } مفتوح، سري
board-voted-few = صوّت أقل من { $least }
board-voted-steps = صوّت { $voted } أو أكثر
board-lost = انقطع الاتصال: ما هو ظاهر هنا قد يكون قديمًا.
board-over = انتهت هذه اللوحة.

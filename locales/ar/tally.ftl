# الحصائل: /tally (commands/tally.ts, commands/tally-message.ts).

tally-about = نتائج الحملات والتصويت: عرضها ونشرها في محادثات كثيرة
tally-show-about = عرض أرقام حملة المنشورة، أو نتيجة تصويت
tally-post-about = نشرها في كل المحادثات المعنية، بعد نظرة إلى القائمة
tally-receipts-about = أيّ محادثات وصلتها، ولماذا لم تصل غيرها
tally-option-vote = أيّ تصويت: رقمه
tally-ask-vote = أيّ تصويت؟
tally-option-to = هذه القطاعات فقط، أو «council» لمحادثاته، أو «federation» للكل
tally-ask-to = إلى أيّ محادثات؟

tally-one-of = حملة أو تصويت، كل على حدة.
tally-none = لا حملة هنا بعد. للتصويت: /tally show vote:1 برقمه.
tally-vote-open = هذا التصويت ما زال مفتوحًا. تظهر نتيجته عند إغلاقه.
tally-not-yours = هذا لمن ينسّق مجلسًا معنيًا، أو لمشرف.
tally-hidden = كما اتُّفق عليه، لا تظهر أرقام هذه الحملة بعد.
tally-cell-own = حملة لجنة واحدة أو تصويتها لا يُنشر إلا في محادثاتها.
tally-federation-needs-steward = النشر في الاتحاد كله لمشرف فقط.
tally-nobody = لا محادثة تُنشر فيها.
tally-not-posted = لم تُنشر بعد.

tally-preview =
    { $chats ->
        [zero] لا محادثة تُنشر فيها:
        [one] تُنشر في محادثة واحدة:
        [two] تُنشر في محادثتين:
        [few] تُنشر في { $chats } محادثات:
        [many] تُنشر في { $chats } محادثة:
       *[other] تُنشر في { $chats } محادثة:
    }
tally-preview-again =
    { $chats ->
        [zero] لم تصل أيًّا منها بعد.
        [one] وصلت واحدة منها من قبل: هناك تُستبدل الأرقام القديمة.
        [two] وصلت اثنتين منها من قبل: هناك تُستبدل الأرقام القديمة.
        [few] وصلت { $chats } منها من قبل: هناك تُستبدل الأرقام القديمة.
        [many] وصلت { $chats } منها من قبل: هناك تُستبدل الأرقام القديمة.
       *[other] وصلت { $chats } منها من قبل: هناك تُستبدل الأرقام القديمة.
    }
tally-button-post =
    { $chats ->
        [zero] نشر
        [one] نشر في محادثة واحدة
        [two] نشر في محادثتين
        [few] نشر في { $chats } محادثات
        [many] نشر في { $chats } محادثة
       *[other] نشر في { $chats } محادثة
    }
tally-posting =
    { $chats ->
        [zero] لا محادثة أنشر فيها.
        [one] أنشرها في محادثة واحدة.
        [two] أنشرها في محادثتين. وتحل الأرقام الجديدة هناك محل القديمة.
        [few] أنشرها في { $chats } محادثات. وتحل الأرقام الجديدة هناك محل القديمة.
        [many] أنشرها في { $chats } محادثة. وتحل الأرقام الجديدة هناك محل القديمة.
       *[other] أنشرها في { $chats } محادثة. وتحل الأرقام الجديدة هناك محل القديمة.
    }
tally-button-receipts = أين وصلت؟
tally-receipts-of = نُشرت: { $title }
tally-receipts =
    وصلت إلى { $sent } من { $chats ->
        [zero] لا محادثة
        [one] محادثة واحدة
        [two] محادثتين
        [few] { $chats } محادثات
        [many] { $chats } محادثة
       *[other] { $chats } محادثة
    }{ $waiting ->
        [zero] {""}
        [one] ، وواحدة تنتظر
        [two] ، واثنتان تنتظران
        [few] ، و{ $waiting } تنتظر
        [many] ، و{ $waiting } تنتظر
       *[other] ، و{ $waiting } تنتظر
    }{ $failed ->
        [zero] {""}
        [one] ، وتعذرت واحدة
        [two] ، وتعذرت اثنتان
        [few] ، وتعذرت { $failed }
        [many] ، وتعذرت { $failed }
       *[other] ، وتعذرت { $failed }
    }
tally-receipt-sent = { $chat }: وصلت
tally-receipt-waiting = { $chat }: تنتظر

tally-all = الجميع معًا
tally-by-sector = حسب القطاع
tally-other-ways = طرق مشاركة أخرى
tally-people = { $people }
tally-people-last = { $people } عند آخر عدّ
tally-goal = الهدف: { $goal }
tally-minimum = كل قطاع: { $minimum } على الأقل
tally-firm = مؤكد
tally-waiting = بانتظار آخرين
tally-note = الأعداد الأقل من { $people } لا تظهر، وقد يكون أقل من { $people } جاؤوا أو غادروا منذ آخر عدّ.
tally-figures =
    المؤكد { $firm }{ $waiting ->
        [zero] {""}
        [one] ، وواحد معلّق
        [two] ، واثنان معلّقان
        [few] ، و{ $waiting } معلّقة
        [many] ، و{ $waiting } معلّقًا
       *[other] ، و{ $waiting } معلّق
    }
tally-figures-last =
    المؤكد { $firm }{ $waiting ->
        [zero] {""}
        [one] ، وواحد معلّق
        [two] ، واثنان معلّقان
        [few] ، و{ $waiting } معلّقة
        [many] ، و{ $waiting } معلّقًا
       *[other] ، و{ $waiting } معلّق
    } عند آخر عدّ
tally-nothing = لا شيء يُعرض بعد
tally-line = { $label }: { $figures }
tally-more-sectors =
    { $sectors ->
        [zero] كل القطاعات ظاهرة
        [one] قطاع آخر لا يظهر
        [two] قطاعان آخران لا يظهران
        [few] { $sectors } قطاعات أخرى لا تظهر
        [many] { $sectors } قطاعًا آخر لا تظهر
       *[other] { $sectors } قطاع آخر لا تظهر
    }
tally-alt = صورة بأعمدة: { $title }
tally-alt-next = { $before }. { $item }
tally-file = hasila-{ $number }.png
tally-file-vote = taswit-{ $number }.png
tally-vote-title = التصويت { $number }: { $text }
tally-carried = أُقرّ
tally-not-carried = لم يُقرّ
tally-yes = نعم
tally-no = لا
tally-abstain = امتناع
tally-votes = { $votes }
tally-needed = المطلوب: { $needed }

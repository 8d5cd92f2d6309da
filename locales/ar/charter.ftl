# ميثاق اللجنة: /charter (commands/charter).

charter-about = القواعد التي اتفقت عليها لجنتك، وملاحظات على هوامشها
charter-show-about = القواعد كما تسري، وما هو مفتوح حولها
charter-add-about = إضافة قاعدة؛ تسري إن لم يعترض أحد خلال 48 ساعة
charter-amend-about = تغيير قاعدة؛ يسري التغيير إن لم يعترض أحد خلال 48 ساعة
charter-note-about = كتابة ملاحظة على هامش قاعدة، بلا اسمك
charter-print-about = القواعد صفحةً للجدار
charter-hide-about = إخفاء كلمات ملاحظة؛ ويبقى أنها كانت هناك

charter-option-text = القاعدة، في جملة أو جملتين
charter-ask-text = ما القاعدة؟ جملة أو جملتان.
charter-option-rule = أيّ قاعدة: رقمها
charter-ask-rule = أيّ قاعدة؟ رقمها.
charter-option-note = ما رأيك فيها
charter-ask-note = ما رأيك فيها؟ لا يرى أحد أنه رأيك.
charter-option-which-note = أيّ ملاحظة: رقمها
charter-ask-which-note = أيّ ملاحظة؟ رقمها.
charter-option-pages = على كم صفحة
charter-ask-pages = على كم صفحة؟

charter-no-cell = الميثاق للجان وحدها، ولست في أي لجنة.
charter-no-rule = لا قاعدة برقم { $number }. لعرضها: /charter show
charter-no-rule-yet = لا قاعدة برقم { $number } بعد. القرار { $decision } سيصبح قاعدة: /charter show
charter-no-note = لا ملاحظة برقم { $number } فيها كلمات.
charter-full = في الميثاق { $rules } قاعدة على الأكثر. لتغيير إحداها: /charter amend
charter-amended-already = القاعدة { $number } قيد التغيير. لمعرفة كيف: /charter show
charter-notes-enough = عدد ملاحظاتك التي لم تتحدث عنها لجنتك بعد: { $notes }. بعد أن تلتقوا يمكنك كتابة المزيد.
charter-noted = كُتبت على هامش القاعدة { $number }. تظهر في { $at } مع كل الملاحظات، بترتيب عشوائي. لا يرى أحد أنها لك.
charter-hidden = أخفى من ينسّق الملاحظة { $number } على هامش القاعدة { $rule }.

charter-of = ميثاق { $cell }
charter-empty = لا قاعدة بعد: /charter add
charter-none-yet = لا قاعدة سارية بعد. القرار { $decision } سيصبح قاعدة: /charter show
charter-coming = قادمة، إن لم يعترض أحد
charter-coming-new = جديدة، القرار { $number }: { $text }
charter-coming-amended = القاعدة { $rule }، القرار { $number }: { $text }
charter-margin = على الهامش
charter-note = القاعدة { $rule }، الملاحظة { $number }: { $text }
charter-note-hidden = القاعدة { $rule }، الملاحظة { $number }: أخفاها من ينسّق
charter-more-notes =
    { $more ->
        [zero] … ولا غيرها: /charter show
        [one] … وملاحظة أخرى: /charter show
        [two] … وملاحظتان أخريان: /charter show
        [few] … و{ $more } ملاحظات أخرى: /charter show
        [many] … و{ $more } ملاحظة أخرى: /charter show
       *[other] … و{ $more } ملاحظة أخرى: /charter show
    }
charter-new-notes = جديد على هامش الميثاق
charter-notes-open = تبقى مفتوحة حتى تلتقوا. لا يعرف أحد من كتبها. لكتابة واحدة: /charter note
charter-version = النسخة { $version }، { $since }

charter-dated = النسخة { $version }، { $at }
charter-foot = النسخة { $version } بتاريخ { $at }. النسخة السارية: اكتبوا /charter show في محادثتكم
charter-file = mithaq-{ $version }.pdf
charter-does-not-fit =
    { $pages ->
        [zero] لا يحتاج إلى صفحة.
        [one] تكفيه صفحة واحدة.
        [two] لا تكفيه صفحة واحدة بحروف تُقرأ من الجدار. يحتاج إلى صفحتين.
        [few] لا تكفيه صفحة واحدة بحروف تُقرأ من الجدار. يحتاج إلى { $pages } صفحات.
        [many] لا تكفيه صفحة واحدة بحروف تُقرأ من الجدار. يحتاج إلى { $pages } صفحة.
       *[other] لا تكفيه صفحة واحدة بحروف تُقرأ من الجدار. يحتاج إلى { $pages } صفحة.
    }
charter-button-pages =
    { $pages ->
        [zero] طباعة
        [one] طباعة على صفحة
        [two] طباعة على صفحتين
        [few] طباعة على { $pages } صفحات
        [many] طباعة على { $pages } صفحة
       *[other] طباعة على { $pages } صفحة
    }

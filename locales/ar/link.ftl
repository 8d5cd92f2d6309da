# ربط الحسابات: /me link و /me unlink

link-about = ربط حساب آخر لك، لتُحسب مرة واحدة
link-unlink-about = جعل هذا الحساب شخصًا مستقلًا من جديد
link-option-code = الرمز الذي حصل عليه حسابك الآخر من /me link
link-ask-code = ما الرمز؟ يحصل عليه حسابك الآخر بالأمر /me link.
link-only-direct = هذا يجب ألا يراه غيرك. يُكتب إليّ على الخاص: /me link
link-open-direct = الكتابة إليّ على الخاص

link-code = رمزك هو { $code }
link-code-how = بحسابك الآخر، على الخاص معي: /me link { $code }. يعمل مرة واحدة، والمهلة { $lasts }. ثم أسألك هنا هل ذلك الحساب لك.
link-code-keep = لا يُعطى لأحد، ولا يُدخل رمز أعطاه شخص آخر.
link-code-unknown = لا أعرف هذا الرمز. يفيد التحقق منه، أو طلب رمز جديد بالأمر /me link من حسابك الآخر.
link-code-used = استُخدم هذا الرمز من قبل. رمز جديد بالأمر /me link من حسابك الآخر.
link-code-expired = انتهت صلاحية هذا الرمز. رمز جديد بالأمر /me link من حسابك الآخر.
link-same-account = هذا هو الحساب الذي أنشأ الرمز. يُدخل بحسابك الآخر.
link-already = هذا الحساب و { $account } مرتبطان من قبل.
link-other-federation = هذا الرمز من اتحاد آخر. يُكتب أولًا أمر بهذا الحساب في محادثة من ذلك الاتحاد، ثم يُدخل الرمز هنا من جديد.
link-rights = هذا الرمز من { $account }. بالربط تصير صلاحياتك، مشرفًا أو منسّقًا، لذلك الحساب أيضًا. هل هو لك؟
link-rights-yes = نعم، هو حسابي
link-entered = سألت { $account } هل هذا الحساب له. الجواب هناك، والمهلة { $lasts }.

link-is-it-yours = أدخل { $account } رمزك. هل ذلك الحساب لك أيضًا؟ عندها يُحسبان شخصًا واحدًا.
link-yes = نعم، هو لي
link-no = لا
link-counts-in = تُحسب مشاركتك في { $cell } وحدها. الأمر /me cell يغيّر ذلك.
link-withdrawn = لا مشاركة لـ { $cell } في هذه الحملات، فسُحبت أجوبتك فيها: { $drives }
link-seat-lost = مقعد { $cell } في المجلس { $council } لم يعد لك
link-stands-in-no-more = لم تعد تنوب عن { $cell } في المجلس { $council }
link-closed-twice = { $count ->
    [zero] لا حملة مغلقة حسبت الحسابين.
    [one] حملة مغلقة واحدة حسبت الحسابين. تبقى أرقامها كما هي.
    [two] حملتان مغلقتان حسبتا الحسابين. تبقى أرقامهما كما هي.
    [few] { $count } حملات مغلقة حسبت الحسابين. تبقى أرقامها كما هي.
    [many] { $count } حملة مغلقة حسبت الحسابين. تبقى أرقامها كما هي.
   *[other] { $count } حملة مغلقة حسبت الحسابين. تبقى أرقامها كما هي.
}
link-will-ask = أجاب الحسابان معًا، وسأسألك أيّ جواب يبقى: { $drives }
link-which = «{ $drive }»: أجاب حساباك جوابين مختلفين. أيّهما يبقى؟
link-answer-in = أنا معكم
link-answer-if = { $others ->
    [zero] أنا معكم
    [one] إن شارك شخص آخر
    [two] إن شارك شخصان آخران
    [few] إن شارك { $others } أشخاص آخرين
    [many] إن شارك { $others } شخصًا آخر
   *[other] إن شارك { $others } شخص آخر
}
link-answer-if-sector = { $others ->
    [zero] أنا معكم
    [one] إن شارك شخص آخر من قطاعي
    [two] إن شارك شخصان آخران من قطاعي
    [few] إن شارك { $others } أشخاص آخرين من قطاعي
    [many] إن شارك { $others } شخصًا آخر من قطاعي
   *[other] إن شارك { $others } شخص آخر من قطاعي
}
link-answer-withdrawn = مسحوب
link-declined = لم يُربط شيء. إن كان شخص آخر قد أدخل رمزك، فلا يفيده الآن في شيء.
link-too-late = فات وقت هذا، أو تم من قبل. البداية من جديد: /me link
link-done = { $accounts } مرتبطان: تُحسب مرة واحدة.
link-done-there = هذا الحساب مرتبط الآن مع { $accounts }: تُحسب مرة واحدة. الأمر /me unlink يلغي ذلك.
link-undo = للتراجع: /me unlink من الحساب الذي يستقل وحده.

link-only-account = هذا حسابك الوحيد، فلا شيء يُلغى. الأمر /me link يضيف حسابًا آخر.
link-unlink-sure = هل يصير { $account } شخصًا مستقلًا من جديد؟ تبقى أجوبتك وتزكياتك وصلاحياتك مع { $others }.
link-unlink-yes = نعم، إلغاء الربط
link-unlinked = { $account } شخص مستقل الآن، ولم يجب بعد عن أي حملة مفتوحة.
link-unlinked-there = { $account } لم يعد حسابًا لك. تبقى أجوبتك معك.

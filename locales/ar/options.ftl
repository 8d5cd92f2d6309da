# ما يجيب به البوت على قيمة لا يفهمها (src/core/options).

options-did-you-mean = لا أعرف «{ $typed }». هل المقصود «{ $near }»؟
options-name-unknown = لا أعرف «{ $typed }».
options-name-one-of = لا أعرف «{ $typed }». الموجود: { $names }.
options-text-empty = المطلوب هنا بضع كلمات.
options-lines-too-many = هذا كثير. { $most } أسطر على الأكثر من فضلكم.
options-line-too-long = أحد الأسطر طويل جدًا. { $max } حرفًا لكل سطر على الأكثر من فضلكم.
options-ways-too-few = طرق المشاركة اثنتان على الأقل، تفصل بينها فاصلة منقوطة.
options-way-taken = لا يمكن أن تكون «{ $way }» طريقة مشاركة: لها معنى آخر. كلمات أخرى من فضلكم.
options-text-too-long = هذا طويل جدًا. { $max } حرفًا على الأكثر من فضلكم.
options-choice-one-of = يمكن أن يكون { $words }.
options-flag = لا أعرف «{ $typed }». المطلوب «{ $word }»، أو ترك هذا فارغًا.
options-zone-unknown = لا أعرف مكانًا باسم «{ $typed }». المطلوب أقرب مدينة كبيرة، مثل «القاهرة».
options-zone-near = لا أعرف «{ $typed }». هل المقصود { $near }؟
options-language-unknown = أتكلم { $languages }.
options-language-draft = { $language } (مسودة)
options-person-unknown = لا أعرف هنا أحدًا باسم «{ $name }». يمكن ذكر الاسم بعلامة @ بعد أن يكتب صاحبه أمرًا في محادثة اللجنة.
options-person-unseen = لم ألتقِ { $name } بعد. المطلوب أن يصل منه أولًا أي أمر في محادثة اللجنة، مثل /help.
options-person-which = { $name } ({ $account })
options-which-line = { $number }: { $name }
options-person-several = أكثر من شخص يحمل اسم { $name }. المطلوب ذكر المقصود بعلامة @.
options-cells-all = كل اللجان
filled-in = لم تُذكر ساعة، فأخذت { $time }. هل من ساعة أخرى؟

option-confirm = هل هذا مؤكد؟
option-person = من: ذكر بالعلامة @، أو الاسم الظاهر في المحادثة

options-day-monday = الاثنين
options-day-tuesday = الثلاثاء
options-day-wednesday = الأربعاء
options-day-thursday = الخميس
options-day-friday = الجمعة
options-day-saturday = السبت
options-day-sunday = الأحد

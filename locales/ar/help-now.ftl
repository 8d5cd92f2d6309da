# بطاقة الطوارئ: /help-now (commands/help-now.ts).

help-now-about = بمن يمكن الاتصال الآن: بطاقة طوارئ هذا المكان
help-now-show-about = عرض بطاقة طوارئ هذا المكان فورًا
help-now-set-about = كتابة بطاقة الطوارئ؛ يؤكدها عضو آخر
help-now-confirm-about = القول إن بطاقة الطوارئ صحيحة
help-now-refuse-about = القول إن تغيير بطاقة الطوارئ غير صحيح
help-now-option-text = خط قانوني، مراقبون، مسعفون: كل منهم مع رقمه
help-now-ask-text = ماذا تقول البطاقة؟ خط قانوني، مراقبون، مسعفون: كل منهم مع رقمه، في سطر وحده.
help-now-card = نجدة الآن: { $cell }
help-now-confirmed-on = تحقق أحدهم من هذا { $at }.
help-now-none = لا بطاقة طوارئ هنا بعد. من ينسّق اللجنة يكتب واحدة: /help-now set
help-now-stranger = لا أعرف في أيّ لجنة أنت. في محادثتها يرى أي شخص البطاقة: /help-now
help-now-no-cell = لا تُحسب مشاركتك في أي لجنة. يُكتب هذا في محادثة لجنتك.
help-now-elsewhere = هذه البطاقة للجنة أخرى.
help-now-proposed = سُجّلت. تسري بعد أن يتحقق عضو آخر من الأرقام ويؤكدها في المحادثة. وحتى ذلك يبقى ما كان قبلها.
help-now-change = بطاقة طوارئ جديدة: { $cell }
help-now-change-how = من غيره يستطيع التحقق من هذه الأرقام؟ تسري حين يؤكدها عضو آخر؛ وحتى ذلك يبقى ما كان قبلها.
help-now-button-confirm = تحققت، صحيحة
help-now-button-refuse = غير صحيحة
help-now-button-still = تحققت، ما زالت صحيحة
help-now-gone = هذا التغيير لم يعد ينتظر. الأحدث هو المطلوب.
help-now-own = كتبتها أنت: يجب أن يتحقق منها شخص آخر.
help-now-stands = صارت سارية. شكرًا على التحقق.
help-now-still-right = سُجّل بتاريخ اليوم. شكرًا على التحقق.
help-now-refused = لا تسري. يبقى ما كان قبلها.
help-now-ask-still = هل ما زالت هذه الأرقام صحيحة؟ اتصلوا بأحدها إن استطعتم. لأي منكم أن يؤكدها: /help-now confirm؛ ولتغييرها: /help-now set

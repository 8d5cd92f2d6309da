# الرعاية المطلوبة والمعروضة: /care need و /care offer (commands/care/asked.ts).

care-need-about = طلب رعاية دون أن يراه أحد: نقل، مبيت، رعاية أطفال، وجبة
care-offer-about = عرض رعاية يمكنك تقديمها مرة بعد مرة
care-need-option-what = ما تحتاج إليه، في بضع كلمات
care-need-ask-what = إلى ماذا تحتاج؟ تكفي بضع كلمات.
care-need-option-when = متى تحتاج إليه
care-need-ask-when = متى تحتاج إليه؟
care-need-option-form = أي نوع من الرعاية
care-need-ask-form = أي نوع من الرعاية هذا؟ لأجد من يعرضه.
care-need-form-unknown = لا أعرف هذا النوع من الرعاية.
care-offer-option-form = ما تعرضه: نقل، رعاية أطفال، مأوى، أو بكلماتك
care-offer-ask-form = ماذا تعرض؟

care-form-shelter = مأوى
care-form-other = شيء آخر
care-need-what = { $what } ({ $form })

care-need-asked = طلبك: { $what }، { $time }.
care-need-asked-how = أسأل من يعرضون ذلك، واحدًا بعد آخر. يقرؤون هم ومن ينسّق لجنتك ما تحتاج إليه، لا أنه لك. ولا يقرؤه أحد غيرهم.
care-need-reach = لا أستطيع إخبارك أن أحدًا يستطيع إلا بعد الكتابة إليّ على الخاص.
care-need-before-meeting = إن لم يستطع أحد حتى { $time }، يُقرأ في لقائكم القادم، بلا اسمك: «{ $line }»
care-need-at-meeting = يُقرأ في لقائكم القادم، بلا اسمك: «{ $line }»
care-open-point = { $form }: شخص يحتاج إليها { $day }، ولا أحد يستطيع بعد. من يستطيع: /care offer
care-need-searching = طلبك: { $what }، { $time }. لم يوافق أحد بعد؛ أواصل السؤال.
care-need-nobody = لا أحد يستطيع حتى الآن: { $what }، { $time }. أواصل السؤال.
care-need-lost = من وافق لا يستطيع في النهاية.
care-need-past = مضى هذا الوقت. متى تحتاج إليه؟
care-need-far = هذا بعيد جدًا: { $days } يومًا على الأكثر.
care-need-many = لك { $most } طلبات من قبل. يلزم التراجع عن واحد أولًا: /care mine

care-need-question = شخص في { $cell } يحتاج إلى: { $what }، { $time }. وأنت تعرض ذلك. هل تستطيع؟
care-need-question-how = تعرف من هو بعد أن توافقا كلاكما. وإن لم تستطع، فلن يعلم أحد.
care-need-coordinator = شخص في { $cell } يحتاج إلى: { $what }، { $time }. أسأل من يعرضون ذلك.
care-need-coordinator-open = لا أحد يستطيع حتى الآن في { $cell }: { $what }، { $time }. هذه نقطة مفتوحة في لقائكم القادم، بلا اسم.
care-need-coordinator-how = لا يقرأ هذا إلا أنت ومن يعرضونه. ولا أقول من هو إلا لمن يقدمها، بعد أن يوافق الاثنان.
care-need-yes = شكرًا! أسأل صاحب الحاجة، وأكتب إليك حين يوافق.
care-need-no = حسنًا. لن يعلم أحد.
care-need-cannot = حسنًا. أخبر صاحب الحاجة أن الأمر لم يتم، وأسأل شخصًا آخر.
care-need-taken = وافق شخص آخر من قبل. شكرًا!
care-need-gone = هذا تم، أو لم تعد إليه حاجة.

care-need-match = هناك من يستطيع: { $what }، { $time }. هل أصل بينكما؟
care-need-match-how = عندها يعرف كل منكما الآخر. وإلا فلا يصله إلا أن الحاجة زالت.
care-need-found = { $person } يقدم لك: { $what }، { $time }.
care-need-given = { $person } يحتاج إلى: { $what }، { $time }، وتقدمها أنت.
care-need-write = الباقي بينكما، بالكتابة أحدكما إلى الآخر.
care-need-another = حسنًا. أسأل شخصًا آخر.
care-need-back = سُحب الطلب. إن كان أحد قد وافق، يصله أن الحاجة زالت.
care-need-unlisted = حسنًا، لن يُقرأ في اللقاء. أواصل السؤال.
care-need-lost-before = من وافق لم يعد يستطيع. أواصل السؤال.
care-need-told-gone = ما وافقت عليه { $time } لم تعد إليه حاجة. شكرًا!
care-need-in-ledger = رعاية طُلبت

care-need-button-can = أستطيع
care-need-button-cannot = لا أستطيع
care-need-button-after-all = لا أستطيع في النهاية
care-need-button-agree = نعم، صِل بيننا
care-need-button-another = لا، شخص آخر
care-need-button-back = سحب الطلب
care-need-button-not-needed = لم تعد إليه حاجة
care-need-button-unlisted = لا في اللقاء

care-offered = عرضك: { $form }. يبقى حتى { $day }؛ وبقوله مرة أخرى تطول المدة.
care-offered-how = حين يحتاج إليه أحد أسألك على الخاص. لا يرى أحد أنك تعرضه.
care-offer-reach = لا أستطيع أن أسألك إلا بعد الكتابة إليّ على الخاص.
care-offer-button-back = لا بعد الآن: { $form }
care-offer-back = سُحب العرض. لن يعلم أحد.
care-offer-short =
    { $least ->
        [zero] المطلوب كلمة تقول ما المعروض: نقل، رعاية أطفال، أو بكلماتك.
        [one] المطلوب كلمة من حرف واحد أو أكثر تقول ما المعروض: نقل، رعاية أطفال، أو بكلماتك.
        [two] المطلوب كلمة من حرفين أو أكثر تقول ما المعروض: نقل، رعاية أطفال، أو بكلماتك.
        [few] المطلوب كلمة من { $least } أحرف أو أكثر تقول ما المعروض: نقل، رعاية أطفال، أو بكلماتك.
        [many] المطلوب كلمة من { $least } حرفًا أو أكثر تقول ما المعروض: نقل، رعاية أطفال، أو بكلماتك.
       *[other] المطلوب كلمة من { $least } حرف أو أكثر تقول ما المعروض: نقل، رعاية أطفال، أو بكلماتك.
    }
care-offer-little = هذا لا يقول ما المعروض. المطلوب تسميته: نقل، رعاية أطفال، أو بكلماتك.
care-offer-near = هل المقصود { $form }؟
care-offer-button-as-written = كما كتبته: { $form }
care-offer-other = إذن ببضع كلمات: ما المعروض؟ إصلاح دراجات، رفقة في الليل.
care-offer-many = لك { $most } عروض من قبل. يلزم التراجع عن واحد أولًا: /care mine

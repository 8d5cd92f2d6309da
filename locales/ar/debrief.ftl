# ما تحقق وما تعلمناه: /debrief (commands/debrief).

debrief-about = ما تحقق وما تعلمناه: جواب لا يُرى، تدوين، مراجعة
debrief-answer-about = الجواب عما تحقق وما تعلمناه وما يلي، دون أن يراه أحد
debrief-show-about = ما تعلمناه حتى الآن
debrief-write-about = تدوين خلاصة مراجعة، في جملتين أو ثلاث
debrief-option-text = ما تعلمناه، في جملتين أو ثلاث
debrief-ask-text = ماذا تعلمتم؟ جملتان أو ثلاث، بلا أسماء. تستطيع اللجنة الاعتراض ليومين.

debrief-card = ماذا تعلمنا؟ { $what }
debrief-of-burst = الاندفاع من { $from } إلى { $to }
debrief-how = ما تحقق، وما تعلمناه، وما يلي: أجيبوا بكلماتكم، ولا يرى أحد من أجاب. بعدها ترى المحادثة أجوبة كل سؤال معًا، بلا أسماء، إن أجاب عنه { $least } أشخاص على الأقل.
debrief-until = مفتوحة حتى { $until }.
debrief-button = أجيب
debrief-direct = أو بالكتابة إليّ على الخاص: /debrief
debrief-closed = لم يعد الجواب ممكنًا.
debrief-aloud = حين تلتقون، ليقل كل منكم للآخرين ما تحقق وما تعلمه وما يلي. ومن ينسّق يدوّن من ذلك جملتين أو ثلاثًا، بلا أسماء.
debrief-button-write = تدوين
debrief-button-write-of = تدوين: { $what }

debrief-which = أيّ واحدة؟
debrief-ask-won = ماذا تحقق؟
debrief-ask-learnt = ماذا تعلمنا؟
debrief-ask-next = ماذا يلي؟
debrief-ask-words = قله في بضع كلمات.
debrief-words-how = لا يعرف أحد أنه منك. الأفضل ألا تُكتب أسماء ولا ما يدل عليك.
debrief-button-words = أكتب
debrief-button-skip = تخطٍّ
debrief-noted = سُجّل.
debrief-done = هذا كل شيء. شكرًا.
debrief-done-change = يمكنك الجواب من جديد حتى { $until }. ثم ترى المحادثة أجوبة كل سؤال أجاب عنه { $least } أشخاص على الأقل، ويُحذف من قال ماذا.
debrief-none = لا يُسأل أحد عن شيء هنا الآن. ما تعلمناه: /debrief show
debrief-none-to-write = لا يُسأل أحد عن شيء الآن. بقي تدوين هذا:
debrief-elsewhere = هذا للجنة أخرى.
debrief-too-late = لم يعد الجواب عن هذا ممكنًا.

debrief-answer = «{ $words }»
debrief-result-none = أجاب عن السؤال نفسه أقل من { $least } أشخاص، فلا يُعرض شيء. تحدثوا عنه حين تلتقون. ومن ينسّق يدوّن من ذلك جملتين أو ثلاثًا، بلا أسماء.
debrief-result-end = المعروض أجوبة الأسئلة التي أجاب عنها { $least } أشخاص على الأقل، بترتيب الأبجدية. وحُذف من قال ماذا.
debrief-written-so = هذا مكتوب من قبل كلمة بكلمة: القرار { $number }. ويستمر يوما اللجنة كما كانا.
debrief-then = من ينسّق يكتب منها جملتين أو ثلاثًا، بلا أسماء. يمكنكم الاعتراض عليها ليومين.
debrief-nothing-to-write = لا شيء للتدوين: تُسألون بعد تحرك أو اندفاع.
debrief-write-later = الجواب ممكن حتى { $until }. التدوين بعد ذلك.
debrief-voting = تصوّتون على خلاصتها. يمكن تدوينها من جديد بعد إغلاق التصويت.

debrief-learnt = ما تعلمناه
debrief-line = { $what }، { $at }: { $text }
debrief-nothing-learnt = لا شيء مدوّن بعد. تُسألون بعد تحرك أو اندفاع.
debrief-at-burst = يبدأ اندفاع. ما تعلمناه منذ الاندفاع السابق
debrief-open-point = بقي تدوين ما تعلمناه: { $what }
debrief-written = هذا مدوّن من قبل (القرار { $number }). لتغييره: /decide supersede { $number }

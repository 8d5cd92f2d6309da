# سؤال الحال بلا أسماء: /care checkin (commands/checkin.ts).

checkin-about = الجواب عن ثلاثة أسئلة عن حالنا، دون أن يراه أحد
checkin-ask-me = كيف حالي؟
checkin-ask-need = إلى ماذا أحتاج؟
checkin-ask-us = كيف حالنا؟
checkin-ask-words = قله في بضع كلمات.
checkin-words-how = لا يعرف أحد أنه منك. الأفضل ألا يُكتب ما يدل عليك.
checkin-tap-good = بخير
checkin-tap-so-so = بين بين
checkin-tap-tired = تعب
checkin-tap-low = لست بخير
checkin-tap-rest = راحة
checkin-tap-company = صحبة
checkin-tap-help = مساعدة في أمر
checkin-tap-nothing = لا شيء الآن
checkin-tap-close = متقاربون
checkin-tap-fine = على ما يرام
checkin-tap-strained = متوترون
checkin-tap-apart = نبتعد
checkin-button = أجيب
checkin-button-words = بكلماتي
checkin-card = كيف حالكم؟
checkin-card-after = كيف حالكم بعد هذا؟ { $gathering }
checkin-how = ثلاثة أسئلة، ضغطة لكل منها. لا يرى أحد جوابك. ثم لا ترى المحادثة إلا ما قاله { $least } أشخاص على الأقل.
checkin-until = مفتوح حتى { $until }.
checkin-direct = أو بالكتابة إليّ على الخاص: /care checkin
checkin-closed = أُغلق سؤال الحال هذا.
checkin-noted = سُجّل.
checkin-done = سُجّل. شكرًا، ودمت بخير.
checkin-done-change = يمكنك الجواب من جديد حتى { $until }. ثم ترى المحادثة ما قاله { $least } أشخاص على الأقل، ويُحذف من قال ماذا.
checkin-too-few =
    أعرف { $members ->
        [zero] صفر أعضاء
        [one] عضوًا واحدًا
        [two] عضوين
        [few] { $members } أعضاء
        [many] { $members } عضوًا
       *[other] { $members } عضو
    } في هذه اللجنة. لا يُعرض إلا ما يقوله { $least } أشخاص: فما لم يشارك أكثر، لا يمكن عرض شيء. اسألوا بعضكم حين تلتقون.
checkin-button-begin = البدء رغم ذلك
checkin-none = لا سؤال حال مفتوحًا هنا.
checkin-elsewhere = سؤال الحال هذا للجنة أخرى.
checkin-too-late = أُغلق سؤال الحال هذا.
checkin-result = كيف حالنا
checkin-result-line =
    { $people ->
        [zero] { $answer }: لا أحد
        [one] { $answer }: شخص واحد
        [two] { $answer }: شخصان
        [few] { $answer }: { $people } أشخاص
        [many] { $answer }: { $people } شخصًا
       *[other] { $answer }: { $people } شخص
    }
checkin-result-words = «{ $words }»
checkin-result-none = قال الشيء نفسه أقل من { $least } أشخاص، فلا يُعرض شيء. تحدثوا عنه حين تلتقون.
checkin-result-end = المعروض هو ما قاله { $least } أشخاص على الأقل. وحُذف من قال ماذا.

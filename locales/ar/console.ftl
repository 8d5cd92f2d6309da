# ما تقوله الشاشة حين يعمل البوت بلا محادثة حقيقية.

console-begin = أنت هنا ana في المحادثة depot5، وتمثيل الآخرين عليك أيضًا. البداية بكتابة: /setup federation:"شبكتنا" sector:"النقل" cell:"المستودع 5"
console-switch = للتكلم باسم شخص آخر: as ben، أو as ben@depot5. للكتابة إلى البوت وحده: as ana@direct. لضغط زر: presses أنا معكم. ليمر الوقت: wait 3 days. كل الأوامر: /help. للخروج: quit
console-connect = كيف تُربط محادثة حقيقية على Telegram أو Discord أو Matrix: docs/operators.md.
console-no-such-button = لا زر هنا بهذا الاسم. أزرار آخر رسالة مكتوبة بين أقواس مربعة.
console-time-passes = الوقت يمر هنا وحده. لتمر أيام دفعة واحدة، يمكن تشغيل سيناريو: npm run rehearse -- examples/first-drive.txt
console-who-where = المطلوب من يتكلم وأين: as ben@depot5
console-talk = لا أتدخل في الأحاديث. الأوامر تبدأ بـ «/»: الأمر /help يعرضها، و /setup للبداية.
console-now = الوقت الآن
console-how-long = المطلوب كم من الوقت: wait 2 hours، wait 3 days

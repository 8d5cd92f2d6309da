# ما يتكرر (src/core/recurrence.ts)، في وسط جملة: «كل ثاني جمعة الساعة 18:00».

recurrence-at =
    { $hour ->
        [zero] { $days } الساعة { $time }
        [one] { $days } الساعة { $time }
        [two] { $days } الساعة { $time }
        [few] { $days } الساعة { $time }
        [many] { $days } الساعة { $time }
       *[other] { $days } الساعة { $time }
    }
recurrence-days =
    { $interval ->
        [zero] كل يوم
        [one] كل يوم
        [two] كل يومين
        [few] كل { $interval } أيام
        [many] كل { $interval } يومًا
       *[other] كل { $interval } يوم
    }
recurrence-weeks =
    { $interval ->
        [zero] كل أسبوع
        [one] كل أسبوع
        [two] كل أسبوعين
        [few] كل { $interval } أسابيع
        [many] كل { $interval } أسبوعًا
       *[other] كل { $interval } أسبوع
    }
recurrence-weekday =
    { $interval ->
        [zero] كل { $day }
        [one] كل { $day }
        [two] كل ثاني { $day }
        [3] كل ثالث { $day }
        [4] كل رابع { $day }
        [few] كل { $interval } أسابيع يوم { $day }
        [many] كل { $interval } أسبوعًا يوم { $day }
       *[other] كل { $interval } أسبوع يوم { $day }
    }
recurrence-weeks-on =
    { $interval ->
        [zero] كل { $days }
        [one] كل { $days }
        [two] كل أسبوعين يوم { $days }
        [few] كل { $interval } أسابيع يوم { $days }
        [many] كل { $interval } أسبوعًا يوم { $days }
       *[other] كل { $interval } أسبوع يوم { $days }
    }
# $day: «أول اثنين»، «آخر يوم عمل»
recurrence-month-day = كل { $day } من الشهر
# $days: «أول اثنين»، «يوم 15»، «آخر يوم»
recurrence-months-on =
    { $interval ->
        [zero] كل شهر { $days }
        [one] كل شهر { $days }
        [two] كل شهرين { $days }
        [few] كل { $interval } أشهر { $days }
        [many] كل { $interval } شهرًا { $days }
       *[other] كل { $interval } شهر { $days }
    }
recurrence-years-date =
    { $interval ->
        [zero] كل سنة { $day } { $month }
        [one] كل سنة { $day } { $month }
        [two] كل سنتين { $day } { $month }
        [few] كل { $interval } سنوات { $day } { $month }
        [many] كل { $interval } سنة { $day } { $month }
       *[other] كل { $interval } سنة { $day } { $month }
    }
recurrence-years-on =
    { $interval ->
        [zero] كل سنة { $days } من { $month }
        [one] كل سنة { $days } من { $month }
        [two] كل سنتين { $days } من { $month }
        [few] كل { $interval } سنوات { $days } من { $month }
        [many] كل { $interval } سنة { $days } من { $month }
       *[other] كل { $interval } سنة { $days } من { $month }
    }
recurrence-in-months = { $days }، فقط في { $months }
# $weekday: من 1 (اثنين) إلى 7، أو 0 ليوم عمل: للغات يتبع فيها العدد جنس اليوم.
recurrence-nth =
    { $weekday ->
       *[other] {""}
    }{ $nth ->
        [1] أول { $day }
        [2] ثاني { $day }
        [3] ثالث { $day }
        [4] رابع { $day }
        [5] خامس { $day }
        [zero] آخر { $day }
        [few] آخر { $day }
        [many] آخر { $day }
       *[other] آخر { $day }
    }
recurrence-date =
    { $day ->
        [zero] يوم { $day }
        [one] يوم { $day }
        [two] يوم { $day }
        [few] يوم { $day }
        [many] يوم { $day }
       *[other] يوم { $day }
    }
recurrence-last-day = آخر يوم
recurrence-workday = يوم عمل
recurrence-rule = في أيام القاعدة «{ $rule }»
recurrence-name-weekday =
    { $day ->
        [1] اثنين
        [2] ثلاثاء
        [3] أربعاء
        [4] خميس
        [5] جمعة
        [6] سبت
        [zero] أحد
        [few] أحد
        [many] أحد
       *[other] أحد
    }
recurrence-name-month =
    { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
        [zero] ديسمبر
        [few] ديسمبر
        [many] ديسمبر
       *[other] ديسمبر
    }

recurrence-skips = شهر أو سنة بلا هذا اليوم لا يُحسب ({ $rule }). المواعيد القادمة: { $dates }.
recurrence-instead = بدلًا من ذلك { $rule }
recurrence-not-understood = لم أفهم كم مرة. مثلًا «2w» أو «كل ثاني جمعة 18:00» أو «أول اثنين من الشهر».
recurrence-too-often = مرة في اليوم هي الأكثر هنا.
recurrence-too-rare = هذا متباعد جدًا. سنتان على الأكثر، أو أربع لتاريخ في السنة.
recurrence-ends = لهذه القاعدة نهاية. تُترك COUNT و UNTIL: هنا تستمر حتى تنهوها.
recurrence-needs-day = في أيّ يوم؟ مثلًا «أول اثنين من الشهر» أو «15 من كل شهر».
recurrence-never = هذا اليوم لا يأتي أبدًا، أو مرة واحدة في سنوات كثيرة.
recurrence-part = في هذه القاعدة جزء لا أفهمه. تصلح التواريخ وأيام الأسبوع والأشهر والمواضع، وساعة واحدة من اليوم.

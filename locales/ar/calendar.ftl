# تقويم الجميع: /calendar (commands/calendar.ts).

calendar-about = المراحل والأيام المتفق عليها والاجتماعات والتحركات المعلنة، بنظرة
calendar-show-about = الأشهر الثلاثة القادمة: صورة، وصفحة للطباعة، وملف تقويم
calendar-option-from = اليوم الأول؛ اليوم إن تُرك فارغًا
calendar-ask-from = من أي يوم؟
calendar-option-to = اليوم الأخير؛ بعد ثلاثة أشهر إن تُرك فارغًا
calendar-ask-to = إلى أي يوم؟
calendar-backwards = اليوم الأخير يسبق الأول.
calendar-too-long = هذا أطول من أن يُرى بنظرة: { $most } يومًا على الأكثر.
calendar-empty = لا شيء فيه بعد. المراحل: /phase set. يوم للجميع: /date propose. تحرك يراه الآخرون: /action share

calendar-title = { $from } إلى { $to }
calendar-alt =
    { $title }: { $sectors ->
        [zero] لا قطاع
        [one] قطاع واحد
        [two] قطاعان
        [few] { $sectors } قطاعات
        [many] { $sectors } قطاعًا
       *[other] { $sectors } قطاع
    }، { $actions ->
        [zero] بلا تحركات معلنة
        [one] تحرك معلن واحد
        [two] تحركان معلنان
        [few] { $actions } تحركات معلنة
        [many] { $actions } تحركًا معلنًا
       *[other] { $actions } تحرك معلن
    }، يومًا بيوم
calendar-when = متى
calendar-what = ماذا
calendar-week = أسبوع { $from }
calendar-joined = { $what }
calendar-agreed = { $what } (متفق عليه)
calendar-agreed-on = { $what } (متفق عليه، { $day })
calendar-assembly = { $name } الساعة { $at }
calendar-assembly-on = { $name } ({ $at })
calendar-sector-actions = { $sector }: { $count }
calendar-sector-names = { $sector }: { $actions }
calendar-sum =
    { $actions ->
        [zero] لا تحركات
        [one] تحرك واحد
        [two] تحركان
        [few] { $actions } تحركات
        [many] { $actions } تحركًا
       *[other] { $actions } تحرك
    } في { $sectors ->
        [zero] لا قطاع
        [one] قطاع واحد
        [two] قطاعين
        [few] { $sectors } قطاعات
        [many] { $sectors } قطاعًا
       *[other] { $sectors } قطاع
    }
calendar-more = و{ $more } غيرها
calendar-note = التحركات هنا هي التي تعلنها اللجان: /action share. لا يظهر أين هي ولا من يأتي.

calendar-month = { $month }
calendar-actions =
    { $actions ->
        [zero] لا تحركات
        [one] تحرك واحد
        [two] تحركان
        [few] { $actions } تحركات
        [many] { $actions } تحركًا
       *[other] { $actions } تحرك
    }
calendar-more-sectors =
    { $sectors ->
        [zero] ولا قطاع غيرها
        [one] وقطاع آخر
        [two] وقطاعان آخران
        [few] و{ $sectors } قطاعات أخرى
        [many] و{ $sectors } قطاعًا آخر
       *[other] و{ $sectors } قطاع آخر
    }
calendar-date-line = { $day }: { $what }
calendar-burst = اندفاع
calendar-lull = هدوء
calendar-key-actions = تحركات في ذلك اليوم
calendar-key-date = يوم متفق عليه
calendar-key-meeting = اجتماعات

calendar-file-picture = taqwim-{ $from }.png
calendar-file-page = taqwim-{ $from }.pdf
calendar-file-name = { $federation }
calendar-action = { $what } ({ $sector })
calendar-phases = فترات الاندفاع والهدوء
calendar-days = يومًا بيوم
calendar-foot = بتاريخ { $at }

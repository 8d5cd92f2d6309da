# محضر اجتماع، ملفًا وصفحة (commands/assembly/minutes-paper.ts).

minutes-file-pdf = mahdar-{ $number }.pdf
minutes-file-text = mahdar-{ $number }.md
minutes-title = محضر الاجتماع { $number }
minutes-foot = { $council }، الاجتماع { $number }
minutes-from = بدأ
minutes-to = انتهى
minutes-running = ما زال قائمًا
minutes-host = الاستضافة
minutes-host-place = { $sector }، { $place }
minutes-seats = المقاعد
minutes-seats-figures =
    { $present ->
        [zero] لم يحضر أحد من { $filled } مختارًا، لعدد مقاعد { $seats }
        [one] حضر مندوب واحد من { $filled } مختارًا، لعدد مقاعد { $seats }
        [two] حضر مندوبان من { $filled } مختارًا، لعدد مقاعد { $seats }
        [few] حضر { $present } مندوبين من { $filled } مختارًا، لعدد مقاعد { $seats }
        [many] حضر { $present } مندوبًا من { $filled } مختارًا، لعدد مقاعد { $seats }
       *[other] حضر { $present } مندوب من { $filled } مختارًا، لعدد مقاعد { $seats }
    }
minutes-cells = اللجان
minutes-cells-figures = حضر { $present } من { $cells }
minutes-quorum = النصاب
minutes-quorum-needed =
    { $by ->
        [cells] اللجان التي يجب أن تحضر: { $needed }
       *[seats] المقاعد التي يجب أن تحضر: { $needed }
    }{ $sectors ->
        [zero] {""}
        [one] ، من قطاع واحد
        [two] ، من قطاعين
        [few] ، من { $sectors } قطاعات
        [many] ، من { $sectors } قطاعًا
       *[other] ، من { $sectors } قطاع
    }
minutes-present = من حضر
minutes-sector = حسب القطاع
minutes-present-figures = الحضور
minutes-names = بالأسماء
minutes-dealt = ما جرى بحثه
minutes-item = { $number }. { $title }
minutes-care = شكر على الرعاية المقدمة
minutes-open = تحركات لم ينعقد لقاء راحتها بعد
minutes-learnt = ما تعلمته اللجان
minutes-decisions = قرارات روجعت
minutes-fund = حال الصناديق
minutes-other = أمور أخرى
minutes-other-votes = عمليات تصويت أخرى
minutes-not-reached = لم يُبحث؛ يأتي أولًا في المرة القادمة.
minutes-nothing = لم يُبحث أي بند.
minutes-vote = التصويت { $number }: { $text }
minutes-carried = أُقرّ: { $figures }
minutes-failed = لم يُقرّ: { $figures }
minutes-figures = نعم { $yes }، لا { $no }، امتناع { $abstain }. المطلوب: { $needed } من { $of } { $base ->
        [present] من الحضور
        [entitled] ممن يحق لهم
       *[cast] من الأصوات المدلى بها
    }، { $by ->
        [cells] بعدّ اللجان
       *[seats] بعدّ المقاعد
    } ({ $rule }).
minutes-vote-quorate = كان الحضور حينها: { $present } من { $entitled } { $by ->
        [cells] لجنة
       *[seats] مقعدًا
    }. وكان ذلك يكفي لاتخاذ القرار.
minutes-vote-inquorate = كان الحضور حينها: { $present } من { $entitled } { $by ->
        [cells] لجنة
       *[seats] مقعدًا
    }. ولم يكن ذلك يكفي لاتخاذ القرار.
minutes-failed-nobody = لم يُحسب أي صوت.
minutes-failed-tie = كان تعادلًا.
minutes-failed-few = كانت أصوات نعم قليلة.
minutes-half = أكثر من النصف
minutes-fraction = { $num }/{ $den }
minutes-secret = باقتراع سري.
minutes-moment = { $at }
minutes-names-list = { $names }

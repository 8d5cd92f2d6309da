/**
 * What people write in English, and when that is: said on Wednesday 18 March 2026 at 10:00 in Paris, where 18:00 is filled in for a
 * day without a time. By the moment that is meant; phrases are apart by ` | `. Several moments: a poll of dates.
 */
export const phrases: readonly (readonly [meant: string, phrases: string])[] = [
  // Today
  [
    "2026-03-18 11:00",
    "today at 11 | today 11:00 | 11:00 today | today, 11 am | 11am today | 11 am | at 11 | Today 11h | wednesday 11:00 | by 11",
  ],
  [
    "2026-03-18 12:00",
    "noon | at noon | midday | today at noon | in two hours | in 2 hours | in 2h | 2 hours from now | 12 pm | 12:00 | within two hours",
  ],
  [
    "2026-03-18 18:00",
    "today | 18:00 | 6pm | 6 pm | at 6pm | 6 p.m. | 18h | 6 in the evening | by 6pm | around 6pm | about 6 pm | before 6pm ",
  ],
  ["2026-03-18 18:30", "18:30 | 6:30pm | 6.30 pm today | half past 6 in the evening | today at 18h30 | at 18:30"],
  ["2026-03-18 15:00", "this afternoon | today at 3pm | at 3 in the afternoon | 3 pm | in 5 hours"],
  ["2026-03-18 19:00", "this evening | at 7 in the evening | 7pm | today at seven in the evening | 19:00"],
  ["2026-03-18 21:00", "tonight | at 9 at night | tonight at 9 | 9pm tonight"],
  ["2026-03-19 00:00", "midnight | tonight at midnight | today at midnight | today 24:00"],
  ["2026-03-18 10:30", "in half an hour | in 30 minutes | in 30 min | 30 minutes from now | at half past ten | 10:30"],
  ["2026-03-18 11:30", "in an hour and a half | in 90 minutes | in 1.5 hours | in 1h30"],
  // Tomorrow and after
  [
    "2026-03-19 18:00",
    "tomorrow | tmrw | tomorrow at 6pm | tomorrow 18:00 | tomorrow, 18:00 | 6pm tomorrow | by tomorrow | until tomorrow | before friday | thursday | thu | on Thursday | this thursday | Thursday at 6 pm | thurs 18h",
  ],
  [
    "2026-03-19 08:00",
    "tomorrow at 8 | tomorrow 8am | tomorrow at 8 in the morning | 8 am tomorrow | 8:00 | tomorrow morning at 8 | tomorrow at eight",
  ],
  ["2026-03-19 09:00", "tomorrow morning | thursday morning | 9:00 | 9 am | tomorrow 9h"],
  ["2026-03-19 19:00", "tomorrow evening | tomorrow at 7pm | thursday evening | 7pm thursday"],
  ["2026-03-19 21:00", "tomorrow night | tomorrow at 9 at night"],
  ["2026-03-18 12:30", "in 2 and a half hours | in two and a half hours | in 150 minutes"],
  [
    "2026-03-19 12:00",
    "tomorrow lunchtime | thursday at lunch | tomorrow at noon | tomorrow noon | thursday midday | tomorrow 12pm",
  ],
  ["2026-03-20 00:00", "tomorrow at midnight | tomorrow midnight | thursday 24:00"],
  [
    "2026-03-20 18:00",
    "the day after tomorrow | day after tomorrow at 6pm | friday | Friday | fri | FRIDAY | this friday | on friday | by friday | friday 18:00 | friday at 6pm | 6pm on friday | fri 18:00 | Fri. 18:00 | Friday, 18.00 | friday 18h | before saturday | before the weekend | this coming friday | “friday 18:00” | friday 20 march | friday the 20th | the 20th | 20 march | march 20 | before friday 18:00",
  ],
  [
    "2026-03-20 10:00",
    "in 2 days | in two days | 2 days from now | 2 days | in a couple of days | friday 10:00 | friday at 10 am",
  ],
  // Weekdays
  [
    "2026-03-20 20:30",
    "friday evening at half past 8 | friday at 8:30pm | friday 20:30 | friday 20h30 | friday at half past eight in the evening",
  ],
  ["2026-03-20 17:45", "friday at quarter to 6 in the afternoon | friday 17:45 | 5:45 pm on friday"],
  ["2026-03-21 18:00", "saturday | sat | on saturday | this saturday | 21 march | in 3 days at 18:00"],
  ["2026-03-21 10:00", "in 3 days | in three days | saturday at 10 | sat 10am | saturday 10:00"],
  [
    "2026-03-22 18:00",
    "sunday | sun | end of the week | by the end of the week | end of this week | the end of the week | sunday 18:00",
  ],
  [
    "2026-03-23 18:00",
    "monday | mon | next monday | monday next week | monday of next week | on monday | before tuesday | 23/3 | 23.3. | monday at 6pm",
  ],
  ["2026-03-23 09:00", "monday morning | on monday morning | monday 9:00 | monday at nine | mon 9am"],
  ["2026-03-25 18:00", "next wednesday | wednesday next week | the 25th | 25 march | march 25th | wednesday 25 march"],
  ["2026-03-25 10:00", "in a week | in 7 days | in one week | a week from now | 1 week | within a week"],
  [
    "2026-03-27 18:00",
    "next friday | friday next week | friday of next week | friday week | a week on friday | a week from friday | friday in 1 week | 27 march | 27 March 2026 | march 27 | March 27th | mar 27 | 27 mar | 27th march | the 27th of march | 27th of March at 6pm | the 27th | 27th | friday 27 | friday 27 march | Friday, 27 March | friday the 27th | friday, march 27 | Friday, March 27th, 2026 | 27/3 | 27/03 | 27/3/2026 | 27/03/26 | 27.3. | 27.3.2026 | 27-3-2026 | 2026-03-27 | 2026-03-27 18:00 | 27.3.2026 18.00 | 27 march 18:00 | 6pm on march 27 | by 27 march | until 27 march | march 27 at 6pm | 3/27 | before 28 march | 27th at 18:00 | friday 27/3 | fri 27 mar",
  ],
  ["2026-03-28 18:00", "next saturday | saturday next week"],
  ["2026-03-26 18:00", "a week tomorrow | tomorrow week | next thursday | the twenty-sixth of march"],
  [
    "2026-04-03 18:00",
    "a fortnight on friday | two weeks from friday | 2 weeks on friday | friday in two weeks | the 3rd of next month",
  ],
  // Clocks: what does not exist moves forward, and an hour that comes twice is the first.
  ["2026-03-29 03:30", "29 march 02:30 | sunday 29 march at 2:30 in the morning | 29/3 2:30 | the 29th at 3:30"],
  ["2026-03-29 01:59", "29 march 01:59 | on the 29th at 1:59 am"],
  ["2026-10-25 02:30", "25 october 02:30 | sunday 25 october at 2:30 am | 25/10/2026 2.30"],
  ["2026-03-29 18:00", "end of next week | the end of next week | by the end of next week | sunday next week"],
  // Months
  [
    "2026-03-31 18:00",
    "end of month | end of the month | the end of the month | by the end of the month | end of this month | end of march | the last day of the month | last day of march | on the last day of the month | 31st | the 31st | 31 march | before the end of the month | month end | last working day of the month | before april 1 | tuesday 31 march",
  ],
  ["2026-03-27 18:00", "last friday of the month | the last friday of march | last friday in march"],
  [
    "2026-04-06 18:00",
    "first monday | the first monday | first monday of april | the first monday of next month | first monday in april | 6 april | 1st monday of april | monday 6 april",
  ],
  [
    "2026-04-01 18:00",
    "the 1st of next month | first of the month | the first of the month | 1 april | april 1 | april 1st | the 1st of april | first of april | the first of april | 1/4 | the 1st | first day of april | first day of next month | 1 Apr",
  ],
  [
    "2026-04-01 10:00",
    "in a fortnight | in two weeks | in 2 weeks | in two weeks' time | in 14 days | 2w | in a fortnight's time",
  ],
  [
    "2026-04-30 18:00",
    "end of next month | end of april | the last day of april | last day of next month | 30 april | april 30",
  ],
  ["2026-04-18 10:00", "in a month | in 1 month | in one month | a month from now"],
  ["2026-05-01 18:00", "1 may | may 1 | may 1st | the first of may | 1st of May | friday 1 may"],
  [
    "2026-12-07 18:00",
    "the first monday of december | first monday of december | first monday in december | monday 7 december | 7 dec | Dec 7 | december 7th | 7/12 | 7.12.2026",
  ],
  [
    "2026-12-31 18:00",
    "end of year | end of the year | the end of the year | 31 december | december 31 | dec 31st | 31/12",
  ],
  [
    "2026-10-24 18:00",
    "24 october | october 24 | sat 24 oct | the fourth saturday of october | fourth saturday in october",
  ],
  ["2027-01-01 18:00", "1 jan | january 1 | jan 1st | 1/1 | 1 january 2027 | friday 1 january"],
  ["2027-03-17 18:00", "17 march | march 17 | 17/3"],
  ["2028-02-29 18:00", "29 feb | february 29 | 29 february 2028"],
  // Polls of dates
  [
    "2026-03-18 19:00; 2026-03-19 19:00; 2026-03-20 19:00; 2026-03-23 19:00; 2026-03-24 19:00",
    "every weekday at 19:00 | weekdays at 7pm | on weekdays at 19:00 | each working day at 7 in the evening",
  ],
  [
    "2026-03-23 20:00; 2026-03-24 20:00; 2026-03-25 20:00; 2026-03-26 20:00; 2026-03-27 20:00; 2026-03-28 20:00; 2026-03-29 20:00",
    "any day next week at 20:00 | every day next week at 8pm",
  ],
  [
    "2026-03-23 20:00; 2026-03-24 20:00; 2026-03-25 20:00; 2026-03-26 20:00; 2026-03-27 20:00",
    "monday to friday at 8pm | monday through friday 20:00 | next week on weekdays at 20:00",
  ],
  [
    "2026-10-27 18:00; 2026-10-28 18:00",
    "27 october 18:00, 28 october 18:00 | 27 october 18:00 or 28 october 18:00 | 27 october, 28 october at 18:00 | 27 and 28 october at 18:00 | 27 or 28 october 6pm | october 27 and 28 at 6pm | October 27, 28 at 18:00 | 27 october and 28 october, 18:00 | 27/10 18:00, 28/10 18:00 | 27/10, 28/10 18:00 | 27/10 or 28/10 at 18:00 | tue 27 oct 18:00; wed 28 oct 18:00 | tuesday 27 october or wednesday 28 october at 6pm | 27 to 28 october at 18:00",
  ],
  [
    "2026-03-20 20:00; 2026-03-21 20:00",
    "friday or saturday at 20:00 | friday 20:00, saturday 20:00 | friday, saturday 20:00 | friday and saturday at 8pm | fri or sat 8pm | friday or saturday, 8 pm | 8pm on friday or saturday | friday at 20:00 or saturday | friday and saturday 20h",
  ],
  [
    "2026-03-20 20:00; 2026-03-20 21:00",
    "friday at 8 or 9 pm | friday 20:00 or 21:00 | friday at 8pm or 9pm | 8pm or 9pm on friday | friday 20:00, 21:00",
  ],
  [
    "2026-03-20 18:00; 2026-03-21 11:00",
    "friday 6pm / saturday 11am | friday 18:00, saturday 11:00 | friday at 6pm or saturday at 11am | fri 6pm, sat 11am | friday 18:00; saturday 11:00 | friday 18:00 saturday 11:00 | fri 6pm sat 11am",
  ],
  [
    "2026-03-21 11:00; 2026-03-22 11:00",
    "sat & sun 11:00 | sat + sun 11:00 | sat/sun 11:00 | saturday or sunday at 11 | sat and sun 11:00 | at the weekend at 11:00 | saturday, sunday 11am | this weekend 11am",
  ],
  [
    "2026-11-13 18:00; 2026-11-14 18:00",
    "friday, 13 november 18:00, saturday 14 november 18:00 | friday 13 november, saturday 14 november at 18:00 | 13 nov and 14 nov 6pm",
  ],
  [
    "2026-03-23 18:00; 2026-03-24 18:00; 2026-03-25 18:00",
    "monday, tuesday or wednesday next week at 18:00 | monday to wednesday at 18:00 | mon-wed 18:00 | monday 18:00, tuesday 18:00, 25 march 18:00",
  ],
  ["2026-03-19 18:00; 2026-11-07 11:00", "tomorrow 18:00, 7 november 11:00 | tomorrow at 6pm or 7 nov at 11am"],
  [
    "2026-03-19 18:00; 2026-03-20 18:00",
    "tomorrow or friday | tomorrow, friday | thursday or friday at 6pm | tomorrow or the day after tomorrow",
  ],
];

/** What names days without a time: as one moment, and as a poll of dates. */
export const vague: readonly (readonly [meant: string, poll: string, phrases: string])[] = [
  ["2026-03-21 18:00", "2026-03-21 18:30; 2026-03-22 18:30", "weekend | this weekend | the weekend | at the weekend"],
  ["2026-03-28 18:00", "2026-03-28 18:30; 2026-03-29 18:30", "next weekend"],
  [
    "2026-03-25 18:00",
    "2026-03-23 18:30; 2026-03-24 18:30; 2026-03-25 18:30; 2026-03-26 18:30; 2026-03-27 18:30; 2026-03-28 18:30; 2026-03-29 18:30",
    "next week",
  ],
];

/** What is not guessed: more than one thing could be meant, or nothing. */
export const refused =
  "friday 18 | 18 | 2h | may | 2026 | banana | friday 18:00 in the pub | thursday 27 march | 30 feb | friday 25:00 | soon | some day | whenever | friday, 14 november 18:00 | fri 18:00, sat, sun 11:00 | 27 or 28 | friday or so | next year | second friday | 9 to 10 | half seven tomorrow | the 31st of april | monday the 24th | third friday | 32 march | sixth monday of may | friday between 18 and 20 | fri 18-20h | any evening next week except friday | early next week | later today | 1930 tomorrow | mid april | friday or banana | friday 18:00 28 march | friday 28 march 18:00 | monday 9:00 to friday 18:00";

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  anchor,
  everyDay,
  needsWeekday,
  nextOccurrence,
  nextOccurrences,
  onWeekday,
  patternProblem,
  patternText,
  readPattern,
  replanned,
  skips,
  withoutSkips,
  type Pattern,
  type Rule,
} from "../../../src/domain/recurrence.ts";
import { addDays, localParts, wallClock } from "../../../src/domain/time.ts";

const iso = (ms: number) => new Date(ms).toISOString();
const weekly = (interval: number, ...days: number[]): Pattern => ({
  ...everyDay,
  frequency: "weekly",
  interval,
  weekdays: days.map((day) => ({ day })),
});

const zones = [
  "Europe/Paris",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
];

describe("the text of RFC 5545", () => {
  it.each([
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
    ["rrule:freq=monthly;byday=1mo", "FREQ=MONTHLY;BYDAY=1MO"],
    ["BYDAY=FR,MO,FR;FREQ=WEEKLY;INTERVAL=1;WKST=MO;", "FREQ=WEEKLY;BYDAY=MO,FR"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1,15", "FREQ=MONTHLY;BYMONTHDAY=-1,15"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU"],
  ])("%s", (text, canonical) => {
    const read = readPattern(text);
    expect(read.ok && patternText(read.pattern)).toBe(canonical);
  });

  it("gives a time of the day, where there is one only", () => {
    expect(readPattern("FREQ=WEEKLY;BYDAY=FR;BYHOUR=18;BYMINUTE=30;BYSECOND=0")).toMatchObject({ minute: 1110 });
    expect(readPattern("FREQ=WEEKLY;BYDAY=FR;BYHOUR=18")).toMatchObject({ minute: 1080 });
    expect(readPattern("FREQ=WEEKLY;BYDAY=FR")).not.toHaveProperty("minute");
  });

  it.each([
    ["FREQ=HOURLY", "rule-too-often"],
    ["FREQ=MINUTELY;INTERVAL=5", "rule-too-often"],
    ["FREQ=SECONDLY", "rule-too-often"],
    ["FREQ=DAILY;COUNT=3", "rule-ends"],
    ["FREQ=DAILY;UNTIL=20270101T000000Z", "rule-ends"],
    ["FREQ=MONTHLY", "rule-needs-day"],
    ["FREQ=YEARLY;BYMONTH=5", "rule-needs-day"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule-never"],
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "rule-never"],
    ["FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=3", "rule-never"],
    ["FREQ=MONTHLY;BYDAY=5MO;BYMONTH=2", "rule-never"],
    ["FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29", "rule-never"],
    ["FREQ=YEARLY;BYWEEKNO=20", "rule-part"],
    ["FREQ=YEARLY;BYYEARDAY=100", "rule-part"],
    ["FREQ=DAILY;BYHOUR=8,18", "rule-part"],
    ["FREQ=WEEKLY;INTERVAL=105", "rule-too-rare"],
    ["FREQ=WEEKLY;BYDAY=1MO", "rule-not-understood"],
    ["FREQ=WEEKLY;BYMONTHDAY=3", "rule-not-understood"],
    ["FREQ=MONTHLY;BYDAY=6MO", "rule-not-understood"],
    ["FREQ=MONTHLY;BYDAY=0MO", "rule-not-understood"],
    ["FREQ=MONTHLY;BYMONTHDAY=32", "rule-not-understood"],
    ["FREQ=MONTHLY;BYMONTHDAY=0", "rule-not-understood"],
    ["FREQ=DAILY;BYSETPOS=1", "rule-not-understood"],
    ["FREQ=DAILY;FREQ=WEEKLY", "rule-not-understood"],
    ["FREQ=DAILY;INTERVAL=0", "rule-not-understood"],
    ["FREQ=DAILY;INTERVAL=1,2", "rule-not-understood"],
    ["FREQ=DAILY;BYMINUTE=5", "rule-not-understood"],
    ["FREQ=DAILY;;", "rule-not-understood"],
    ["FREQ=OFTEN", "rule-not-understood"],
    ["", "rule-not-understood"],
    [`FREQ=DAILY;BYMONTH=${"1,".repeat(200)}1`, "rule-not-understood"],
  ])("refuses %s: %s", (text, error) => {
    expect(readPattern(text)).toEqual({ ok: false, error });
  });

  it("is read as it was written, and never thrown at", () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        const read = readPattern(patternText(pattern));
        const problem = patternProblem(pattern);
        return problem === undefined ? read.ok && patternText(read.pattern) === patternText(pattern) : !read.ok;
      }),
      { numRuns: 150 },
    );
    fc.assert(fc.property(fc.string(), (text) => !readPattern(text).ok || text.includes("=")));
  });
});

describe("the beginning of a rule", () => {
  const saturday = wallClock("2026-03-28", "12:00", "Europe/Paris");
  const at = { after: saturday, minute: 1080, zone: "Europe/Paris" };

  it("is the first day ahead, whatever the interval", () => {
    expect(anchor(weekly(2, 5), at).start).toBe("2026-04-03");
    expect(anchor(weekly(2, 6), at).start).toBe("2026-03-28"); // tonight
    expect(anchor(weekly(2, 6), { ...at, minute: 600 }).start).toBe("2026-04-04");
    expect(anchor({ ...everyDay, frequency: "monthly", interval: 3, weekdays: [{ day: 1, nth: 1 }] }, at).start).toBe(
      "2026-04-06",
    );
  });

  it("names the weekday that a pattern lacks", () => {
    expect(needsWeekday(weekly(2))).toBe(true);
    expect(needsWeekday(onWeekday(weekly(2), 3))).toBe(false);
    expect(anchor(weekly(2), at).pattern).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA");
    expect(anchor(weekly(2), { ...at, weekday: 1 })).toEqual({
      pattern: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
      start: "2026-03-30",
      minute: 1080,
      zone: "Europe/Paris",
    });
  });
});

describe("a rule that leaves out months", () => {
  const oneDay = fc.oneof(
    fc.integer({ min: 1, max: 31 }).map((day) => ({ monthDays: [day] })),
    fc.integer({ min: -31, max: -1 }).map((day) => ({ monthDays: [day] })),
    fc
      .record({ day: fc.integer({ min: 1, max: 7 }), nth: fc.constantFrom(1, 2, 3, 4, 5, -1, -4, -5) })
      .map((weekday) => ({ weekdays: [weekday] })),
  );
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 });

  it("is one by which not each of its months has a day", () => {
    fc.assert(
      fc.property(oneDay, months, (day, only) => {
        const pattern: Pattern = { ...everyDay, frequency: "monthly", months: only, ...day };
        fc.pre(patternProblem(pattern) === undefined);
        const rule = { pattern: patternText(pattern), start: "2001-01-01", minute: 720, zone: "UTC" };
        const wanted = 28 * (only.length === 0 ? 12 : only.length);
        const last = nextOccurrences(rule, Date.UTC(2001, 0, 1), wanted).at(-1) ?? 0;
        expect(skips(pattern)).toBe(last >= Date.UTC(2029, 0, 1));
        expect(skips(withoutSkips(pattern))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"],
    ["FREQ=MONTHLY;BYDAY=5FR", "FREQ=MONTHLY;BYDAY=-1FR"],
  ])("%s would rather be %s", (text, instead) => {
    const read = readPattern(text);
    expect(read.ok && skips(read.pattern) && patternText(withoutSkips(read.pattern))).toBe(instead);
  });
});

describe("the next moments", () => {
  it("keep the hour over a change of clocks", () => {
    const rule = anchor(weekly(1, 7), { after: Date.UTC(2026, 2, 20), minute: 1080, zone: "Europe/Paris" });
    expect(nextOccurrences(rule, Date.UTC(2026, 2, 20), 3).map(iso)).toEqual([
      "2026-03-22T17:00:00.000Z",
      "2026-03-29T16:00:00.000Z",
      "2026-04-05T16:00:00.000Z",
    ]);
  });

  it("move a time that does not exist forward by the gap, and take the first of two", () => {
    const nightly = { pattern: "FREQ=DAILY", start: "2026-01-01", minute: 150, zone: "Europe/Paris" };
    expect(nextOccurrences(nightly, Date.UTC(2026, 2, 28, 12), 2).map(iso)).toEqual([
      "2026-03-29T01:30:00.000Z", // 03:30
      "2026-03-30T00:30:00.000Z",
    ]);
    const first = nextOccurrence(nightly, Date.UTC(2026, 9, 24, 12));
    expect(iso(first)).toBe("2026-10-25T00:30:00.000Z");
    expect(iso(nextOccurrence(nightly, first))).toBe("2026-10-26T01:30:00.000Z");
    const apia = { pattern: "FREQ=DAILY", start: "2011-12-01", minute: 600, zone: "Pacific/Apia" };
    expect(nextOccurrences(apia, Date.UTC(2011, 11, 29), 3).map(iso)).toEqual([
      "2011-12-29T20:00:00.000Z",
      "2011-12-30T20:00:00.000Z", // the 30th was left out, and the 31st is not there twice
      "2011-12-31T20:00:00.000Z",
    ]);
  });

  it.each(zones)("%s: every day from 2024 to 2030, at hours when clocks change", (zone) => {
    const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2031, 0, 1)];
    for (const minute of [0, 105, 150, 1080]) {
      const rule = { pattern: "FREQ=DAILY", start: "2020-01-01", minute, zone };
      let last = nextOccurrence(rule, from);
      let date = localParts(last, zone).date;
      let [days, moved] = [1, 0];
      for (const at of nextOccurrences(rule, last, 2555)) {
        const parts = localParts(at, zone);
        date = addDays(date, 1);
        expect(at).toBeGreaterThan(last);
        expect(parts.date).toBe(date); // no day left out
        if (parts.minuteOfDay !== minute) {
          // The time was skipped: the hour before does not exist either, and it moved by no more than the gap.
          expect([30, 60]).toContain(parts.minuteOfDay - minute);
          moved++;
        }
        last = at;
        days++;
      }
      expect(last).toBeGreaterThan(to - 3 * 86_400_000);
      expect(days).toBe(2556);
      expect(moved).toBeLessThanOrEqual(14);
      if (minute === 1080) expect(moved).toBe(0);
    }
  });

  it("agree with a walk from day to day", () => {
    fc.assert(
      fc.property(
        patterns.filter((pattern) => patternProblem(pattern) === undefined && !needsWeekday(pattern)),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 2000 }),
        (pattern, minute, zone, days) => {
          const after = Date.UTC(2024, 0, 1) + days * 86_400_000;
          const rule = anchor(pattern, { after, minute, zone });
          const expected = walk(pattern, rule, after, 4);
          const found = nextOccurrences(rule, after, 4);
          expect(found.slice(0, expected.length).map(iso)).toEqual(expected.map(iso));
          // Asked one at a time it is the same, and the rule begins with its first day.
          expect(nextOccurrence(rule, after)).toBe(found[0]);
          expect(nextOccurrence(rule, found[1] ?? 0)).toBe(found[2]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("are the same, and as cheap, when the rule began long ago", () => {
    fc.assert(
      fc.property(
        patterns.filter((pattern) => patternProblem(pattern) === undefined && !needsWeekday(pattern)),
        (pattern) => {
          const rule = anchor(pattern, { after: Date.UTC(1990, 0, 1), minute: 600, zone: "UTC" });
          const later = Date.UTC(2026, 4, 5);
          expect(nextOccurrences(rule, later, 3).slice(0, 2)).toEqual(walk(pattern, rule, later, 2));
        },
      ),
      { numRuns: 15 },
    );
    const took = (start: string) => {
      const rule = { pattern: "FREQ=DAILY;INTERVAL=3", start, minute: 600, zone: "UTC" };
      const begin = performance.now();
      for (let i = 0; i < 50; i++) nextOccurrence(rule, Date.UTC(2026, 4, 5));
      return performance.now() - begin;
    };
    took("2026-01-01");
    expect(took("0800-01-01")).toBeLessThan(10 * took("2026-01-01") + 50);
  });

  it("are found again where the law of the zone has changed since they were planned", () => {
    const rule = { pattern: "FREQ=WEEKLY;BYDAY=FR", start: "2026-01-02", minute: 1080, zone: "Europe/Paris" };
    // As if summer time had been meant to stay all year, and then was not.
    const planned = wallClock("2026-12-04", "18:00", "Africa/Johannesburg");
    expect(iso(planned)).toBe("2026-12-04T16:00:00.000Z");
    expect(iso(replanned(rule, planned))).toBe("2026-12-04T17:00:00.000Z");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: -11, max: 11 }),
        fc.constantFrom(...zones),
        (days, hours, zone) => {
          const daily = { ...rule, pattern: "FREQ=DAILY", zone };
          const at = nextOccurrence(daily, Date.UTC(2026, 0, 1) + days * 86_400_000);
          return replanned(daily, at) === at && replanned(daily, at + hours * 3_600_000) === at;
        },
      ),
    );
    expect(replanned(rule, planned + 3 * 86_400_000)).toBe(planned + 3 * 86_400_000);
  });

  it("throw where a rule was made by other means and has none", () => {
    const never = { pattern: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", start: "2026-01-01", minute: 0, zone: "UTC" };
    expect(() => nextOccurrence(never, 0)).toThrow(RangeError);
    expect(() =>
      anchor({ ...everyDay, frequency: "monthly", monthDays: [31], months: [4] }, { after: 0, minute: 0, zone: "UTC" }),
    ).toThrow(RangeError);
  });
});

const some = <T>(values: readonly T[], max: number) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: max });
const none = <T>(values: fc.Arbitrary<T[]>) => fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, values);

/** Patterns of all kinds, some of them not acceptable. */
const patterns: fc.Arbitrary<Pattern> = fc
  .record({
    frequency: fc.constantFrom("daily" as const, "weekly" as const, "monthly" as const, "yearly" as const),
    interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 5 })),
    weekdays: none(
      fc.uniqueArray(
        fc
          .record({ day: fc.integer({ min: 1, max: 7 }), nth: fc.constantFrom(undefined, 1, 2, 3, 4, 5, -1, -2) })
          .map(({ day, nth }) => (nth === undefined ? { day } : { day, nth })),
        { maxLength: 3, selector: ({ day, nth }) => `${day} ${nth}` },
      ),
    ),
    monthDays: none(some([1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -31], 3)),
    months: none(some([1, 2, 3, 6, 10, 12], 3)),
    positions: none(some([1, 2, 3, -1, -2], 2)),
    weekStart: fc.constantFrom(1, 7, 3),
  })
  .map((pattern) => (pattern.frequency === "weekly" ? { ...pattern, monthDays: [] } : pattern));

/** The moments of a rule by looking at every day since its start: RFC 5545, section 3.3.10, word by word. */
function walk(pattern: Pattern, rule: Rule, after: number, count: number): number[] {
  const found: number[] = [];
  const start = Temporal.PlainDate.from(rule.start);
  let date = start;
  let [period, set] = [-1, [] as Temporal.PlainDate[]];
  const emit = () => {
    const { positions } = pattern;
    const chosen =
      positions.length === 0
        ? set
        : set.filter((_, i) => positions.includes(i + 1) || positions.includes(i - set.length));
    for (const day of chosen) {
      const at = wallClock(day.toString(), rule.minute, rule.zone);
      if (Temporal.PlainDate.compare(day, start) >= 0 && at > (found.at(-1) ?? after)) found.push(at);
    }
  };
  // A set of positions is made of whole periods: begin where the first one does.
  while (periodOf(pattern, date.subtract({ days: 1 }), start) === 0) date = date.subtract({ days: 1 });
  for (let i = 0; i < 366 * 60 && found.length < count; i++, date = date.add({ days: 1 })) {
    const now = periodOf(pattern, date, start);
    if (now !== period) {
      emit();
      [period, set] = [now, []];
    }
    if (now % pattern.interval === 0 && fits(pattern, date)) set.push(date);
  }
  return found.slice(0, count);
}

/** How many days, weeks, months or years after that of the start. */
function periodOf({ frequency, weekStart }: Pattern, date: Temporal.PlainDate, start: Temporal.PlainDate): number {
  const week = (day: Temporal.PlainDate) => day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
  if (frequency === "daily") return start.until(date).days;
  if (frequency === "weekly") return week(start).until(week(date)).days / 7;
  if (frequency === "monthly") return (date.year - start.year) * 12 + date.month - start.month;
  return date.year - start.year;
}

function fits({ frequency, months, monthDays, weekdays }: Pattern, date: Temporal.PlainDate): boolean {
  const byMonth = frequency === "monthly" || months.length > 0;
  const [index, length] = byMonth ? [date.day, date.daysInMonth] : [date.dayOfYear, date.daysInYear];
  const isNth = (nth: number) => nth === Math.ceil(index / 7) || nth === -Math.ceil((length - index + 1) / 7);
  return (
    (months.length === 0 || months.includes(date.month)) &&
    (monthDays.length === 0 || monthDays.includes(date.day) || monthDays.includes(date.day - date.daysInMonth - 1)) &&
    (weekdays.length === 0 ||
      weekdays.some(({ day, nth }) => day === date.dayOfWeek && (nth === undefined || isNth(nth))))
  );
}

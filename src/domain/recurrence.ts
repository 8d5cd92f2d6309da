/**
 * Recurrence: on which days something comes round, and at which moments that is in a zone.
 *
 * A {@link Pattern} says which days: a subset of the rules of RFC 5545 (section 3.3.10), by days, weeks, months or years.
 * A {@link Rule} adds from which day on it counts, the time on the clock and the zone. Patterns are found in words by
 * `src/words/recurrence.ts`; here they are only read from, and written as, the text of RFC 5545, which is how they are kept.
 *
 * Days are computed without any zone, and the time on the clock of each day afterwards ({@link wallClock}): RFC 5545
 * leaves out a time that a change of clocks skips, and a hand-over must not be left out. What a zone's clocks do is asked
 * each time, so that a change of law counts from the day on which the zone's rules are known.
 */
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { addDays, localParts, wallClock } from "./time.ts";
import { remembered } from "./remembered.ts";

/** How often the interval of a pattern counts on. */
export type Frequency = "daily" | "weekly" | "monthly" | "yearly";

/** A weekday, 1 (Monday) to 7; with `nth` only the nth of the month (or year), counted from the end where negative. */
export interface Weekday {
  readonly day: number;
  readonly nth?: number;
}

/**
 * The days on which something comes round. Empty lists restrict nothing. A weekly pattern without weekdays is not
 * finished: {@link onWeekday} or {@link anchor} names the day.
 */
export interface Pattern {
  readonly frequency: Frequency;
  /** Every so many days, weeks, months or years. */
  readonly interval: number;
  readonly weekdays: readonly Weekday[];
  /** 1 to 31, or -1 (the last) to -31. */
  readonly monthDays: readonly number[];
  /** 1 to 12. */
  readonly months: readonly number[];
  /** Of the days in each week, month or year only the first (1), the last (-1), ... */
  readonly positions: readonly number[];
  /** 1 (Monday) to 7: with which day a week begins. It matters for several weekdays every N weeks. */
  readonly weekStart: number;
}

/** A pattern that has a beginning, a time and a place. JSON. */
export interface Rule {
  /** The pattern as RFC 5545 writes it: `FREQ=WEEKLY;INTERVAL=2;BYDAY=FR`. */
  readonly pattern: string;
  /** From this day on, `2026-03-27`; intervals are counted from it. */
  readonly start: string;
  /** Time on the clock, in minutes of the day: 0 to 1439. */
  readonly minute: number;
  /** IANA id. */
  readonly zone: string;
}

/** Why a pattern is not accepted. */
export type PatternError =
  /** Not a rule of RFC 5545, nor words that say one. */
  | "rule-not-understood"
  /** More often than daily. */
  | "rule-too-often"
  /** The interval is longer than {@link longestInterval}. */
  | "rule-too-rare"
  /** It ends (COUNT, UNTIL); what comes round here goes on until people end it. */
  | "rule-ends"
  /** A month or a year, without the day in it. */
  | "rule-needs-day"
  /** There is no such day, the 30th of February, or none for ten years. */
  | "rule-never"
  /** A part of RFC 5545 that is not done here: BYWEEKNO, BYYEARDAY, several times a day. */
  | "rule-part";

/** A pattern, and the time of the day where one was given; or why there is none. */
export type PatternRead =
  | { readonly ok: true; readonly pattern: Pattern; readonly minute?: number }
  | { readonly ok: false; readonly error: PatternError };

/** A pattern without restrictions, to begin from. */
export const everyDay: Pattern = {
  frequency: "daily",
  interval: 1,
  weekdays: [],
  monthDays: [],
  months: [],
  positions: [],
  weekStart: 1,
};

/** Two years of days, two of weeks, two of months, four years. */
const longestInterval: Readonly<Record<Frequency, number>> = { daily: 731, weekly: 104, monthly: 24, yearly: 4 };
const rarestYears = 10;
/** How far is looked at most. All combinations of weekday, date and leap year come within it. */
const checkedYears = 40;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const dayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const frequencies: Readonly<Record<string, Frequency>> = {
  DAILY: "daily",
  WEEKLY: "weekly",
  MONTHLY: "monthly",
  YEARLY: "yearly",
};

// The text of RFC 5545

/** The pattern as RFC 5545 writes it, parts and values in one order: equal patterns are equal texts. */
export function patternText(pattern: Pattern): string {
  const { frequency, interval, weekdays, monthDays, months, positions, weekStart } = pattern;
  const days = [...weekdays].sort((a, b) => a.day - b.day || (a.nth ?? 0) - (b.nth ?? 0));
  const list = (name: string, values: readonly (string | number)[]) =>
    values.length === 0 ? [] : [`${name}=${values.join(",")}`];
  return [
    `FREQ=${frequency.toUpperCase()}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...list("BYMONTH", ascending(months)),
    ...list("BYMONTHDAY", ascending(monthDays)),
    ...list(
      "BYDAY",
      days.map(({ day, nth }) => `${nth ?? ""}${dayCode(day)}`),
    ),
    ...list("BYSETPOS", ascending(positions)),
    ...(weekStart === 1 ? [] : [`WKST=${dayCode(weekStart)}`]),
  ].join(";");
}

/**
 * Reads `FREQ=MONTHLY;BYDAY=1MO`, also with `RRULE:` before it, in any case. BYHOUR and BYMINUTE give the time of the day.
 * A text that {@link patternText} wrote is read as the same pattern.
 */
export function readPattern(text: string): PatternRead {
  const parts = readParts(text);
  if (parts === undefined) return { ok: false, error: "rule-not-understood" };
  const frequency = frequencies[parts.get("FREQ") ?? ""];
  if (frequency === undefined) {
    const often = /^(?:HOURLY|MINUTELY|SECONDLY)$/.test(parts.get("FREQ") ?? "");
    return { ok: false, error: often ? "rule-too-often" : "rule-not-understood" };
  }
  if (parts.has("COUNT") || parts.has("UNTIL")) return { ok: false, error: "rule-ends" };
  for (const name of parts.keys()) if (!knownParts.has(name)) return { ok: false, error: "rule-part" };

  const interval = readNumbers(parts.get("INTERVAL") ?? "1", 1, 99_999);
  const months = readNumbers(parts.get("BYMONTH"), 1, 12);
  const monthDays = readSigned(parts.get("BYMONTHDAY"), 31);
  const positions = readSigned(parts.get("BYSETPOS"), 366);
  const weekdays = readWeekdays(parts.get("BYDAY"));
  const weekStart = dayNumber(parts.get("WKST") ?? "MO");
  const minute = readMinute(parts);
  if (!interval || !months || !monthDays || !positions || !weekdays || weekStart === undefined || minute === false) {
    return { ok: false, error: "rule-not-understood" };
  }
  if (minute === "several") return { ok: false, error: "rule-part" };
  const pattern = { frequency, interval: interval[0] ?? 1, months, monthDays, positions, weekdays, weekStart };
  const error = interval.length > 1 ? "rule-not-understood" : patternProblem(pattern);
  if (error !== undefined) return { ok: false, error };
  return { ok: true, pattern, ...(minute === undefined ? {} : { minute }) };
}

const knownParts = new Set(
  "FREQ INTERVAL BYMONTH BYMONTHDAY BYDAY BYSETPOS WKST BYHOUR BYMINUTE BYSECOND".split(" "), // not for people
);

/** The parts by name. Undefined: not `NAME=VALUE;NAME=VALUE`, or a name twice, which RFC 5545 forbids. */
function readParts(text: string): ReadonlyMap<string, string> | undefined {
  if (text.length > 300) return undefined;
  const words = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .replace(/;$/, "");
  const parts = new Map<string, string>();
  for (const part of words.split(";")) {
    const [, name, value] = /^\s*([A-Z-]+)\s*=\s*([A-Z0-9,+-]+)\s*$/.exec(part) ?? [];
    if (name === undefined || value === undefined || parts.has(name)) return undefined;
    parts.set(name, value);
  }
  return parts;
}

/** Whole numbers from `min` to `max`, ascending and each once; none where the part is missing. Undefined: something else. */
function readNumbers(text: string | undefined, min: number, max: number): readonly number[] | undefined {
  if (text === undefined) return [];
  const values = text.split(",").map((value) => (/^[+-]?\d{1,5}$/.test(value) ? Number(value) : Number.NaN));
  return values.every((value) => value >= min && value <= max) ? ascending(values) : undefined;
}

function readSigned(text: string | undefined, max: number): readonly number[] | undefined {
  const values = readNumbers(text, -max, max);
  return values?.includes(0) ? undefined : values;
}

function readWeekdays(text: string | undefined): readonly Weekday[] | undefined {
  if (text === undefined) return [];
  const found = new Map<string, Weekday>();
  for (const part of text.split(",")) {
    const [, nth, code] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(part) ?? [];
    const day = dayNumber(code ?? "");
    if (day === undefined || (nth !== undefined && Number(nth) === 0)) return undefined;
    found.set(`${day} ${Number(nth ?? 0)}`, nth === undefined ? { day } : { day, nth: Number(nth) });
  }
  return [...found.values()].sort((a, b) => a.day - b.day || (a.nth ?? 0) - (b.nth ?? 0));
}

/** Minutes of the day; undefined where there is no time; false for what is no time. */
function readMinute(parts: ReadonlyMap<string, string>): number | undefined | false | "several" {
  const [hours, minutes, seconds] = [
    readNumbers(parts.get("BYHOUR"), 0, 23),
    readNumbers(parts.get("BYMINUTE"), 0, 59),
    readNumbers(parts.get("BYSECOND"), 0, 60),
  ];
  if (!hours || !minutes || !seconds || (hours.length === 0 && minutes.length > 0)) return false;
  if (hours.length > 1 || minutes.length > 1 || seconds.length > 1 || (seconds[0] ?? 0) !== 0) return "several";
  return hours[0] === undefined ? undefined : hours[0] * 60 + (minutes[0] ?? 0);
}

const ascending = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);
const dayCode = (day: number): string => dayCodes[day - 1] ?? "MO";
const dayNumber = (code: string): number | undefined => {
  const index = dayCodes.findIndex((one) => one === code);
  return index < 0 ? undefined : index + 1;
};

// Patterns

/** The same pattern on this weekday (1 is Monday). For a weekly pattern, whose days it replaces. */
export function onWeekday(pattern: Pattern, day: number): Pattern {
  return { ...pattern, weekdays: [{ day }] };
}

/** Whether it lacks the weekday, which has to be asked for: 'every two weeks'. */
export function needsWeekday(pattern: Pattern): boolean {
  return pattern.frequency === "weekly" && pattern.weekdays.length === 0;
}

/**
 * Why the pattern is not accepted, or undefined. Combinations that RFC 5545 forbids are not understood. An accepted
 * pattern has a day at least every ten years, so that looking for the next one ends.
 */
export function patternProblem(pattern: Pattern): PatternError | undefined {
  const { frequency, interval, weekdays, monthDays, positions } = pattern;
  const nths = weekdays.flatMap(({ nth }) => (nth === undefined ? [] : [Math.abs(nth)]));
  const byMonth = frequency === "monthly" || (frequency === "yearly" && pattern.months.length > 0);
  const wellFormed =
    Number.isInteger(interval) &&
    interval >= 1 &&
    (nths.length === 0 || frequency === "monthly" || frequency === "yearly") &&
    nths.every((nth) => nth <= (byMonth ? 5 : 53)) &&
    (monthDays.length === 0 || frequency !== "weekly") &&
    (positions.length === 0 || weekdays.length + monthDays.length + pattern.months.length > 0);
  if (!wellFormed) return "rule-not-understood";
  if (interval > longestInterval[frequency]) return "rule-too-rare";
  // 'The first Monday and every Friday', 'the first Monday where it is the 3rd': nobody says that, and libraries differ.
  if (nths.length > 0 && (nths.length < weekdays.length || monthDays.length > 0)) return "rule-part";
  const dayless = weekdays.length === 0 && monthDays.length === 0;
  if (dayless && (frequency === "monthly" || frequency === "yearly")) return "rule-needs-day";
  return needsWeekday(pattern) ? patternProblem(onWeekday(pattern, 1)) : rarity(pattern);
}

/** Looks for the next day from every year on, except for what surely comes in every month, or year. */
function rarity(pattern: Pattern): PatternError | undefined {
  const { frequency, interval, months, positions } = pattern;
  const steady = interval === 1 || (frequency !== "daily" && months.length === 0);
  if (steady && positions.length === 0 && isCommon(pattern)) return undefined;
  const text = patternText(pattern);
  for (let year = 2024; year < 2024 + checkedYears; year++) {
    const [found] = datesFrom(text, "2024-01-01", `${year}-01-01`, rarestYears);
    if (found === undefined) return "rule-never";
  }
  return undefined;
}

/** Whether every month has such a day. */
function isCommon({ weekdays, monthDays }: Pattern): boolean {
  if (monthDays.length === 0) return weekdays.every(({ nth = 1 }) => Math.abs(nth) <= 4);
  return weekdays.length === 0 && monthDays.some((day) => Math.abs(day) <= 28);
}

/**
 * The rule that begins with the pattern's first day after a moment: 'every second Friday', said on a Saturday, begins
 * with the Friday of the next week. A weekly pattern without a weekday takes `weekday`, or else that of today.
 *
 * @param after ms since 1970
 * @throws RangeError for a pattern that {@link patternProblem} does not accept.
 */
export function anchor(
  pattern: Pattern,
  { after, minute, zone, weekday }: { after: number; minute: number; zone: string; weekday?: number },
): Rule {
  const local = localParts(after, zone);
  const whole = needsWeekday(pattern) ? onWeekday(pattern, weekday ?? local.weekday) : pattern;
  const each = { pattern: patternText({ ...whole, interval: 1 }), start: addDays(local.date, -1), minute, zone };
  const first = upcoming(each, after).next().value;
  if (first === undefined) throw new RangeError("A pattern without days");
  return { pattern: patternText(whole), start: first.date, minute, zone };
}

// Days that are not in every month

/** How long the months are, in their order: February at its shortest. */
const shortest = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a pattern leaves out months (or years) that lack its day: the 31st, 29 February, a fifth Friday. */
export function skips({ frequency, months, monthDays, weekdays, positions }: Pattern): boolean {
  if (frequency !== "monthly" && frequency !== "yearly") return false;
  const lengths = shortest.filter((_, index) => months.length === 0 || months.includes(index + 1));
  if (monthDays.some((day) => lengths.some((length) => Math.abs(day) > length))) return true;
  const inMonth = frequency === "monthly" || months.length > 0;
  const nths = [...weekdays.flatMap(({ nth }) => nth ?? []), ...(weekdays.length === 1 ? positions : [])];
  return inMonth && nths.some((nth) => Math.abs(nth) === 5);
}

/** The same without what it leaves out: the last day of the month, the last Friday. */
export const withoutSkips = (pattern: Pattern): Pattern => ({
  ...pattern,
  monthDays: [...new Set(pattern.monthDays.map((day) => (day > 28 ? -1 : day < -28 ? 1 : day)))],
  weekdays: pattern.weekdays.map((one) =>
    one.nth === 5 ? { ...one, nth: -1 } : one.nth === -5 ? { ...one, nth: 1 } : one,
  ),
  positions: pattern.positions.map((one) => (one === 5 ? -1 : one === -5 ? 1 : one)),
});

// Moments

interface Occurrence {
  readonly date: string;
  readonly at: number;
}

/**
 * The first moment of the rule that is later than `after`, both in ms since 1970. The cost does not depend on how long
 * ago the rule began.
 *
 * @throws RangeError where there is none: not for patterns that {@link patternProblem} accepts.
 */
export function nextOccurrence(rule: Rule, after: number): number {
  return nextOccurrences(rule, after, 1)[0] ?? Number.NaN;
}

/** The next `count` moments later than `after`, ascending, in ms since 1970. Throws as {@link nextOccurrence} does. */
export function nextOccurrences(rule: Rule, after: number, count: number): readonly number[] {
  const found: number[] = [];
  while (found.length < count) {
    const before = found.length;
    for (const { at } of upcoming(rule, found.at(-1) ?? after)) {
      found.push(at);
      if (found.length === count) break;
    }
    if (found.length === before) throw new RangeError("A rule without a next day"); // not for people
  }
  return found;
}

/** The moments after `after`, one after the other; it ends where {@link checkedYears} pass without one. */
function* upcoming(rule: Rule, after: number): Generator<Occurrence> {
  // No zone is two days from UTC, not even where a change of clocks moves the time forward by a day, as once in Apia.
  const from = isoDate(after - 2 * DAY);
  let last = after;
  for (const date of datesFrom(rule.pattern, rule.start, from, checkedYears)) {
    // What has passed for certain is not worth asking the zone.
    if (Date.parse(date) + 2 * DAY + rule.minute * MINUTE <= after) continue;
    const at = wallClock(date, rule.minute, rule.zone);
    // What has passed already; or two days that became one moment (again Apia), which counts once.
    if (at <= last) continue;
    yield { date, at };
    last = at;
  }
}

/** The days of the pattern, not before `from` nor `start`; the first at most `years` after both. */
function* datesFrom(pattern: string, start: string, from: string, years: number): Generator<string> {
  const begin = nearStart(pattern, start, from);
  const first = from > begin ? from : begin;
  const rule = new RRuleTemporal({
    rruleString: pattern,
    dtstart: inUtc(begin),
    until: inUtc(`${Number(first.slice(0, 4)) + years}${first.slice(4, 8)}01`),
    maxIterations: 366 * checkedYears,
  });
  let next = rule.next(new Date(first), true);
  while (next !== null) {
    yield isoDate(next.epochMilliseconds);
    next = rule.next(new Date(next.epochMilliseconds));
  }
}

/** A later beginning with the same days from `from` on, so that the way to it is short: whole intervals are left out. */
function nearStart(pattern: string, start: string, from: string): string {
  if (from <= start) return start;
  const interval = Number(/INTERVAL=(\d+)/.exec(pattern)?.[1] ?? 1);
  const whole = (units: number) => Math.floor(units / interval) * interval;
  const [first, target] = [new Date(start), new Date(from)];
  const days = (target.getTime() - first.getTime()) / DAY;
  const years = target.getUTCFullYear() - first.getUTCFullYear();
  const later = new Date(first);
  switch (/FREQ=([A-Z]+)/.exec(pattern)?.[1]) {
    case "DAILY":
      later.setUTCDate(first.getUTCDate() + whole(days));
      break;
    case "WEEKLY": {
      const weekStart = dayNumber(/WKST=([A-Z]{2})/.exec(pattern)?.[1] ?? "MO") ?? 1;
      const sinceWeekStart = (first.getUTCDay() - weekStart + 7) % 7;
      later.setUTCDate(first.getUTCDate() - sinceWeekStart + 7 * whole(Math.floor((days + sinceWeekStart) / 7)));
      break;
    }
    case "MONTHLY": {
      const months = years * 12 + target.getUTCMonth() - first.getUTCMonth();
      later.setUTCMonth(first.getUTCMonth() + whole(months), 1);
      break;
    }
    default:
      later.setUTCFullYear(first.getUTCFullYear() + whole(years), 0, 1);
  }
  return later > first ? isoDate(later.getTime()) : start;
}

const isoDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const inUtc = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime("UTC");

/**
 * The moment of the rule that was planned as `at`: `at` itself, unless the zone's law has changed since it was computed.
 * A change of law moves a clock by hours, at most by a day; what is further away is another rule's business.
 */
export const replanned = remembered(
  20_000,
  // The law, as a running program knows it, does not change; and many roles have the same rule.
  ({ pattern, start, minute, zone }: Rule, at: number) => `${pattern} ${start} ${minute} ${zone} ${at}`,
  nearestTo,
);

function nearestTo(rule: Rule, at: number): number {
  let nearest = Infinity;
  for (const { at: moment } of upcoming(rule, at - 2 * DAY)) {
    if (Math.abs(moment - at) > Math.abs(nearest - at)) break;
    nearest = moment;
  }
  return Math.abs(nearest - at) <= DAY ? nearest : at;
}

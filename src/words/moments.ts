/** Moments as people type them. */
import { Temporal } from "temporal-polyfill";
import { addCalendar, addDays, localParts, wallClock } from "../domain/time.ts";
import { plainWords } from "./clean.ts";
import { splitTime } from "./clock.ts";
import { FURTHEST_YEARS, LONGEST_MINUTES, readSpan, units } from "./durations.ts";
import { calendarsFor, pattern, simplify } from "./languages.ts";
import type { Parsed } from "./parsed.ts";

const DAY = 24 * 60;

/** What must be known to understand a moment. */
export interface MomentContext {
  /** ms since 1970 */
  readonly now: number;
  /** IANA id of the zone in which the person thinks. */
  readonly zone: string;
  /** 'en', 'es', 'en-US' (the month first in 3/4). */
  readonly language: string;
  /** Minutes of the day for a date without a time. */
  readonly defaultTime: number;
}

/**
 * A moment in the future, in ms since 1970: 'friday 18:00', 'in 3 days', '2026-03-27 18:00', 'mañana a
 * las 8', 'tomorrow evening', '27 march', 'el viernes a las 6 de la tarde', '2026-03-27T17:00Z'.
 *
 * A weekday, a day without its month and a date without its year mean the next one ahead; a time
 * alone means the next time that the clock shows it; 'midnight' and 24:00 are the end of the day that is
 * named; 'in 3 days' is the same time of the day, 'in 2 hours' is exact. 'next friday' is the one in the next
 * week, 'el próximo viernes' the next one ahead.
 */
export function parseMoment(text: string, context: MomentContext): Parsed<number> {
  const words = plainWords(text);
  if (words === undefined) return { ok: false, error: "moment-not-understood" };
  const moment = readMoment(words, context);
  if (moment === undefined) return { ok: false, error: "moment-not-understood" };
  if (moment === "past" || moment <= context.now) return { ok: false, error: "moment-in-past" };
  const furthest = localParts(context.now, context.zone).year + FURTHEST_YEARS;
  if (localParts(moment, context.zone).year > furthest) return { ok: false, error: "moment-too-far" };
  return { ok: true, value: moment };
}

const past = new RegExp(`^${pattern("now")}$|\\b${pattern("past")}\\b`);

function readMoment(words: string, given: MomentContext): number | "past" | undefined {
  if (/^\d+$/.test(words)) return undefined; // a day, an hour, a year?
  if (past.test(words)) return "past";
  const [local, zone] = splitOffset(words);
  const context = { ...given, zone: zone ?? given.zone };
  const said = simplify(local.replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/, "$1 "), ({ moments }) => moments);
  const relative = readRelative(said, context);
  if (relative !== undefined) return relative;

  const { time, rest } = splitTime(said);
  if (zone !== undefined && time === undefined) return undefined;
  const minutes = time ?? context.defaultTime;
  const today = localParts(context.now, context.zone).date;
  if (rest === "") {
    if (time === undefined) return undefined;
    return firstAhead([today, addDays(today, 1)], minutes, context);
  }
  const dates = readDate(rest, today, context.language);
  return dates && firstAhead(dates, minutes, context);
}

/** The first of the dates at which the time is still ahead; the last one where it never is. */
function firstAhead(dates: readonly string[], minutes: number, { now, zone }: MomentContext): number | undefined {
  let moment: number | undefined;
  for (const date of dates) {
    moment = wallClock(addDays(date, Math.floor(minutes / DAY)), minutes % DAY, zone);
    if (moment > now) return moment;
  }
  return moment;
}

/** An offset after the time: 'Z', 'UTC', 'UTC+2', '+02:00'. It is a zone for Temporal. */
function splitOffset(words: string): readonly [rest: string, zone: string | undefined] {
  const match =
    /^(.*\d(?:[ap]m)?) ?(?:(?:z|utc|gmt)(?: ?([+-])(\d{1,2})(?::?(\d{2}))?)?|(?<=:\d\d)([+-])(\d{2}):(\d{2}))$/.exec(
      words,
    );
  if (!match) return [words, undefined];
  const hours = Number(match[3] ?? match[6] ?? 0);
  const minutes = Number(match[4] ?? match[7] ?? 0);
  if (hours > 14 || minutes > 59) return [words, undefined];
  const sign = match[2] ?? match[5] ?? "+";
  return [match[1] ?? "", `${sign}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`];
}

const fromNow = new RegExp(`^(?:(${pattern("within")}) )?(.+?)( ${pattern("fromNow")})?$`);
/** Hours, in a length of time. */
const hours = new RegExp(
  `\\d ?h|:|${[...units].flatMap(([name, unit]) => (unit === "hour" && name.length > 2 ? [name] : [])).join("|")}`,
);

/**
 * 'in 3 days', 'in 2h', 'dentro de una semana', '3 days from now', 'in 3 days at 18:00'; days and longer
 * also without 'in'. Hours alone are left to the clock, since '18 horas' is a time of the day.
 */
function readRelative(words: string, context: MomentContext): number | undefined {
  const match = fromNow.exec(words);
  if (!match) return undefined;
  const marked = match[1] !== undefined || match[3] !== undefined;
  const { time, rest } = splitTime(match[2] ?? "");
  const whole = readSpan(match[2] ?? "");
  const span = whole ?? (time === undefined ? undefined : readSpan(rest));
  if (!span || (!marked && hours.test(whole ? words : rest))) return undefined;
  const months = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.zone);
  const far = span.months > 12 * (FURTHEST_YEARS + 1) || span.days > 366 * (FURTHEST_YEARS + 1);
  const capped = far ? { months: 12 * (FURTHEST_YEARS + 1), days: 0, minutes: 0 } : span;
  const start = months.add({ months: capped.months }).epochMilliseconds;
  const minutes = Math.min(capped.minutes, 2 * LONGEST_MINUTES);
  const moment = addCalendar(start, context.zone, capped.days, minutes);
  if (whole || time === undefined) return moment;
  return span.minutes === 0 ? firstAhead([localParts(moment, context.zone).date], time, context) : undefined;
}

const todayWords = new RegExp(`^${pattern("today")}$`);
const dayAfterTomorrow = new RegExp(`^${pattern("dayAfterTomorrow")}$`);
const weekWord = new RegExp(`^${pattern("week")}$`);
/** 'friday the 27th', 'día 27'. */
const dayOnly = new RegExp(
  `^(?:(\\p{L}+)\\.?,? )?(?:${pattern("article")} )?(?:${pattern("day")} )?(\\d{1,2})${pattern("ordinalSuffix")}?$`,
  "u",
);
const nextWords = (
  [
    [`${pattern("nextWeeks")} (.+)`, "following"],
    [`${pattern("nextAhead")} (.+)`, "later"],
    [`(.+?) ${pattern("ofNextWeek")}`, "following"],
    [`(.+?) ${pattern("ofAhead")}`, "later"],
  ] as const
).map(([words, which]) => ({ words: new RegExp(`^${words}$`), which }));

/** The dates that can be meant, in order, the first that is ahead counts: '2026-03-27'. Undefined: not understood. */
function readDate(words: string, today: string, language: string): readonly string[] | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return validDates([[Number(iso[1]), Number(iso[2]), Number(iso[3])]]);
  if (todayWords.test(words)) return [today];
  if (dayAfterTomorrow.test(words)) return [addDays(today, 2)];

  const next = nextWords.map(({ words: one, which }) => ({ day: one.exec(words)?.[1], which })).find(({ day }) => day);
  if (weekWord.test(next?.day ?? "")) return [addDays(today, 7)];
  const [, name, day] = dayOnly.exec(words) ?? [];
  const days = day === undefined ? undefined : datesWithDay(Number(day), name, today, language);
  if (days) return days;

  const weekday = readWeekday(next?.day ?? words, language);
  return weekday === undefined
    ? readCalendar(words, today, language)
    : datesOnWeekday(weekday, today, next?.which ?? "ahead");
}

/** The coming dates that fall on the day of the month (and on the weekday, where one is named). */
function datesWithDay(day: number, name: string | undefined, today: string, language: string): string[] | undefined {
  const weekday = name === undefined ? undefined : readWeekday(name, language);
  if (day < 1 || day > 31 || (name !== undefined && weekday === undefined)) return undefined;
  const dates: string[] = [];
  // 'friday 18' may be meant as an hour: far from today it is not taken for a day.
  const reach = weekday === undefined ? 366 : 45;
  for (let i = 0; i < reach && dates.length < 2; i++) {
    const date = Temporal.PlainDate.from(today).add({ days: i });
    if (date.day === day && (weekday === undefined || date.dayOfWeek === weekday)) dates.push(date.toString());
  }
  return dates.length > 0 ? dates : undefined;
}

/** `weekday` 1 to 7: from today on; strictly after today; or in the week that begins next Monday. */
function datesOnWeekday(weekday: number, today: string, which: "ahead" | "later" | "following"): string[] {
  const { dayOfWeek } = Temporal.PlainDate.from(today);
  if (which === "following") return [addDays(today, 7 - dayOfWeek + weekday)];
  const ahead = (weekday - dayOfWeek + 7) % 7;
  if (which === "later") return [addDays(today, ahead === 0 ? 7 : ahead)];
  return [addDays(today, ahead), addDays(today, ahead + 7)];
}

/** 1 (Monday) to 7, if the words are a weekday and nothing else. */
function readWeekday(words: string, language: string): number | undefined {
  if (words.length > 12) return undefined;
  for (const result of chronoResults(words, "2026-01-05", language)) {
    const weekday = result.get("weekday");
    const only = result.isCertain("weekday") && !result.isCertain("day") && !result.isCertain("hour");
    if (only && weekday !== null) return weekday === 0 ? 7 : weekday;
  }
  return undefined;
}

/** Everything else that chrono knows: 'tomorrow', '27 march', '27/3/2026', 'next week', 'end of month'. */
function readCalendar(words: string, today: string, language: string): readonly string[] | undefined {
  for (const result of chronoResults(words, today, language)) {
    const [year, month, day, weekday] = [
      result.get("year"),
      result.get("month"),
      result.get("day"),
      result.get("weekday"),
    ];
    if (year === null || month === null || day === null) continue;
    if (!result.isCertain("day") || result.isCertain("hour")) continue;
    const years = result.isCertain("year") ? [year] : [0, 1, 2, 3, 4].map((more) => Number(today.slice(0, 4)) + more);
    const dates = validDates(years.map((one) => [one, month, day]));
    const fits = (date: string) => weekday === null || Temporal.PlainDate.from(date).dayOfWeek % 7 === weekday;
    const fitting = result.isCertain("weekday") ? dates?.filter(fits) : dates;
    if (fitting && fitting.length > 0) return fitting;
  }
  return undefined;
}

/**
 * Chrono's readings that take up all of the words: in the person's language first, then in the others.
 *
 * Chrono computes with the machine's zone. Given noon of a day and asked for dates only, it cannot be led astray
 * by it: there is no change of clocks at noon. Its hours are never used.
 */
function chronoResults(words: string, today: string, language: string) {
  const date = Temporal.PlainDate.from(today);
  const noon = new Date(date.year, date.month - 1, date.day, 12);
  return calendarsFor(language).flatMap((chrono) => {
    const [result, ...more] = chrono.parse(words, noon);
    if (!result || more.length > 0 || result.end || result.text.trim().length < words.length) return [];
    return [result.start];
  });
}

/** Those that exist, as ISO dates: no 30th of February. */
function validDates(dates: readonly (readonly [year: number, month: number, day: number])[]): string[] | undefined {
  const valid = dates.flatMap(([year, month, day]) => {
    try {
      return [Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString()];
    } catch {
      return []; // RangeError is how Temporal says that there is no such date
    }
  });
  return valid.length > 0 ? valid : undefined;
}

/** Moments as people type them. */
import { Temporal } from "temporal-polyfill";
import { addCalendar, addDays, isDate, isZone, localParts, minuteOf, wallClock } from "../domain/time.ts";
import { plainWords, withoutAccents } from "./clean.ts";
import { splitTime } from "./clock.ts";
import { readDates } from "./dates.ts";
import { FURTHEST_YEARS, LONGEST_MINUTES, readSpan, units } from "./durations.ts";
import { pattern, simplify } from "./languages.ts";
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
 * named; 'in 3 days' is the same time of the day, 'in 2 hours' is exact to the minute. 'next friday' is the one in the next
 * week, 'el próximo viernes' the next one ahead.
 */
export function parseMoment(text: string, context: MomentContext): Parsed<number> {
  const read = readWritten(text) ?? readPlain(text, context);
  // 'In 2 hours' is said and kept to the minute, like an hour on the clock.
  const moment = typeof read === "number" ? minuteOf(read) : read;
  if (moment === undefined) return { ok: false, error: "moment-not-understood" };
  if (moment === "past" || moment <= context.now) return { ok: false, error: "moment-in-past" };
  const furthest = localParts(context.now, context.zone).year + FURTHEST_YEARS;
  if (localParts(moment, context.zone).year > furthest) return { ok: false, error: "moment-too-far" };
  return { ok: true, value: moment };
}

const readPlain = (text: string, context: MomentContext): number | "past" | undefined => {
  const words = plainWords(text);
  return words === undefined ? undefined : readMoment(withoutAccents(words), context);
};

/**
 * A moment, to the minute, as an option of a button: '2026-03-27T18:00[Europe/Paris]'. It is the hour on that clock by the
 * rules that hold when it is read, as the button says. An hour that exists twice there, the second time: in UTC.
 */
export function writeMoment(at: number, zone: string): string {
  const minute = at - (at % 60_000);
  const { date, time } = localParts(minute, zone);
  return wallClock(date, time, zone) === minute
    ? `${date}T${time}[${zone}]`
    : `${new Date(minute).toISOString().slice(0, 16)}Z`;
}

const written = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\[([\w/+-]+)\]$/u;

/** Whether words are a moment as {@link writeMoment} writes it. */
export const isWritten = (words: string): boolean => written.test(words);

function readWritten(text: string): number | undefined {
  const [, date, time, zone] = written.exec(text.trim()) ?? [];
  if (date === undefined || time === undefined || zone === undefined || !isZone(zone)) return undefined;
  return isDate(date) && time < "24:00" ? wallClock(date, time, zone) : undefined;
}

const past = new RegExp(`^${pattern("now")}$|(?<![\\p{L}\\p{N}])${pattern("past")}(?![\\p{L}\\p{N}])`, "u");

/** Whether words tell what has passed: 'yesterday'. */
export const isPast = (words: string): boolean => past.test(words);

function readMoment(words: string, given: MomentContext): number | "past" | undefined {
  if (/^\d+$/.test(words)) return undefined; // a day, an hour, a year?
  if (isPast(words)) return "past";
  const [local, zone] = splitOffset(words);
  const context = { ...given, zone: zone ?? given.zone };
  const said = simplify(local.replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/, "$1 "), ({ moments }) => moments);
  const relative = readRelative(said, context);
  if (relative !== undefined) return relative;

  const { time, rest } = splitTime(said);
  if (zone !== undefined && time === undefined) return undefined;
  const minutes = time ?? context.defaultTime;
  const today = localParts(context.now, context.zone).date;
  // Before an hour of a day is on that day.
  const day = time === undefined ? rest : rest.replace(beforeTime, "");
  if (day === "") {
    if (time === undefined) return undefined;
    return firstAhead([today, addDays(today, 1)], minutes, context);
  }
  const dates = readDates(day, today, context.language);
  return dates && firstAhead(dates, minutes, context);
}

/** 'Before', in front of a time. */
export const beforeTime = new RegExp(`^${pattern("before")}(?: |$)`, "u");

/** The first of the dates at which the time is still ahead; the last one where it never is. */
export function firstAhead(
  dates: readonly string[],
  minutes: number,
  { now, zone }: MomentContext,
): number | undefined {
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
export function readRelative(words: string, context: MomentContext): number | undefined {
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

/**
 * Several moments in one text: 'friday 18:00, saturday 11:00', 'friday or saturday at 20:00', '27 and 28 october at 18:00',
 * 'de lunes a viernes a las 19', 'some evening next week'.
 *
 * A time, a day or a month that is given once holds for what lacks it. Where more than one could be meant, the text is not
 * understood. What nobody gave is filled in, and the answer tells it.
 */
import { addDays, daysBetween, isDate, localParts } from "../domain/time.ts";
import { plainSigns, plainWords, withoutAccents } from "./clean.ts";
import { splitTime, partIn } from "./clock.ts";
import { hasMonth, readDates } from "./dates.ts";
import { pattern, simplify } from "./languages.ts";
import { beforeTime, firstAhead, isPast, isWritten, parseMoment, readRelative, type MomentContext } from "./moments.ts";
import type { Parsed } from "./parsed.ts";
import { timesInWords } from "./some-time.ts";

export interface Times {
  /** ms since 1970, in ascending order, each once; none where all that was meant has passed. */
  readonly at: readonly number[];
  /** Minutes of the day that were filled in where no time was given. */
  readonly filled?: number;
}

/** Longer texts are not looked at, and no more parts of them. */
const longest = 400;
const mostParts = 24;
/** No range of days is longer. */
const longestRange = 31;

/** A part of the list, before what it lacks is known. */
interface Item {
  readonly dates?: readonly string[];
  /** Whether it names its month, which then holds for its neighbours. */
  readonly dated?: boolean;
  /** A number alone: a day where a neighbour names the month, else an hour. */
  readonly number?: number;
  readonly time?: number;
  /** A moment that lacks nothing. */
  readonly at?: number;
}

const separator = new RegExp(
  `\\s*[;\\n]\\s*|\\s+[/+&]\\s+|(?<=\\p{L})/(?=\\p{L})(?![^[]*\\])|(\\s*,\\s*)(?:(?:${pattern("or")}|${pattern("and")})\\s+)?|\\s+(?:${pattern("or")}|${pattern("and")})\\s+(?!${pattern("half")}(?!\\p{L}))`,
  "iu",
);
const range = new RegExp(`^(.+?)(?: ${pattern("to")} | ?[-–—] ?)(.+)$`, "u");
const bareNumber = /^\d{1,2}$/;
const dayNumber = new RegExp(`(?:^|\\s)(?:${pattern("article")}|${pattern("day")}) \\d{1,2}(?!\\d|:)`, "u");
const bareHour = /(?:^|\s)\d{1,2}(?::\d\d)?$/;

/** The moments that are meant. Errors as of {@link parseMoment}, for the first part that has one. */
export function parseTimes(typed: string, context: MomentContext): Parsed<Times> {
  const failure = { ok: false, error: "moment-not-understood" } as const;
  if (typed.length > longest) return failure;
  const text = simplify(plainSigns(typed), ({ apart }) => apart ?? []);
  const some = timesInWords(text, context.now, context.zone);
  if (some !== undefined) return { ok: true, value: some };
  if (isPast(withoutAccents(text.toLowerCase()))) return { ok: false, error: "moment-in-past" };
  const items = readItems(segments(text), context);
  const moments = items && resolve(items, context);
  if (moments === undefined) return failure;
  const at: number[] = [];
  for (const moment of moments.at) {
    if (moment === undefined) return failure;
    if (moment <= context.now) return { ok: false, error: "moment-in-past" };
    at.push(moment);
  }
  const value = [...new Set(at)].sort((a, b) => a - b);
  return { ok: true, value: { at: value, ...(moments.filled ? { filled: context.defaultTime } : {}) } };
}

interface Segment {
  readonly words: string;
  /** Only a comma stands before it: it may belong to the part before. */
  readonly soft: boolean;
}

/** The parts between commas, semicolons, line ends and words for 'or'. 'At 8 or 9 pm' is at 8 pm, too. */
function segments(text: string): readonly Segment[] {
  const found: Segment[] = [];
  let rest = text.trim();
  let soft = false;
  while (rest !== "" && found.length < mostParts) {
    const match = separator.exec(rest);
    const part = match === null ? rest : rest.slice(0, match.index);
    if (part.trim() !== "") found.push({ words: isWritten(part) ? part : canonical(part), soft });
    rest = match === null ? "" : rest.slice(match.index + match[0].length);
    soft = match?.[1] === match?.[0];
  }
  return found.map((one, index) => {
    const later = found.slice(index + 1);
    const isHour = bareNumber.test(one.words)
      ? !later.some(({ words }) => hasMonth(words))
      : bareHour.test(one.words) && splitTime(one.words).time !== undefined;
    if (!isHour) return one;
    const part = later.map(({ words }) => partIn(words)).find((after) => after !== undefined);
    const said = part === undefined ? undefined : `${one.words} ${part}`;
    return said !== undefined && splitTime(said).time !== undefined ? { ...one, words: said } : one;
  });
}

const canonical = (part: string): string => simplify(withoutAccents(plainWords(part) ?? "?"), ({ moments }) => moments);

function readItems(parts: readonly Segment[], context: MomentContext): readonly Item[] | undefined {
  const items: Item[] = [];
  for (let index = 0; index < parts.length;) {
    const found = longestItem(parts.slice(index), context);
    if (found === undefined) return undefined;
    items.push(...found.items);
    index += found.length;
  }
  return items.length === 0 ? undefined : items;
}

/** A comma may stand inside a date: 'friday, 13 november, 18:00'. */
function longestItem(parts: readonly Segment[], context: MomentContext) {
  const end = parts.findIndex(({ soft }, index) => index > 0 && !soft);
  const most = Math.min(3, end < 0 ? parts.length : end);
  for (let length = most; length > 1; length--) {
    const items = readItem(
      parts
        .slice(0, length)
        .map(({ words }) => words)
        .join(", "),
      context,
    );
    if (items?.every(({ dates }) => dates !== undefined) === true) return { items, length };
  }
  const [first, second] = parts;
  const items = readItem(first?.words ?? "", context);
  // 'Friday, 14 november', which is a Saturday: one of the two is a slip.
  const slip =
    second?.soft === true && isWeekday(first?.words ?? "") && hasMonth(second.words) && !/^\p{L}/u.test(second.words);
  if (slip) return undefined;
  const read = items ?? readRow((first?.words ?? "").split(" "), context);
  return read === undefined ? undefined : { items: read, length: 1 };
}

/** 'Friday 18:00 saturday 11:00': one behind another, where each has its day and its hour, and they part in one way only. */
function readRow(words: readonly string[], context: MomentContext): readonly Item[] | undefined {
  const ways: (readonly Item[])[] = [];
  for (let length = 2; length <= words.length - 2; length++) {
    const first = readItem(words.slice(0, length).join(" "), context);
    if (first === undefined || !first.every(isWhole)) continue;
    const rest = words.slice(length);
    const others = [readItem(rest.join(" "), context)].filter((items) => items?.every(isWhole) === true);
    const [then = readRow(rest, context)] = others;
    if (then !== undefined) ways.push([...first, ...then]);
  }
  return ways.length === 1 ? ways[0] : undefined;
}

const isWhole = ({ dates, number, time }: Item): boolean =>
  dates !== undefined && number === undefined && time !== undefined;

const isWeekday = (words: string): boolean => readDates(words, "2026-01-05", "")?.length === 2 && !/\d/.test(words);

function readItem(words: string, context: MomentContext): readonly Item[] | undefined {
  if (isWritten(words)) return readMomentAlone(words, context);
  const today = localParts(context.now, context.zone).date;
  const relative = readRelative(words, context);
  if (relative !== undefined) return [{ at: relative }];
  const { time, rest: said } = splitTime(words);
  const timed = time === undefined ? {} : { time };
  // Before an hour of a day is on that day.
  const rest = time === undefined ? said : said.replace(beforeTime, "");
  if (rest === "") return time === undefined ? undefined : [timed];
  const dates = readDates(rest, today, context.language);
  if (bareNumber.test(rest)) {
    // 'El 27' is a day in any case, '27' only where a neighbour says so.
    return [{ number: Number(rest), ...(dates !== undefined && dayNumber.test(words) ? { dates } : {}), ...timed }];
  }
  if (dates !== undefined) return [{ dates, dated: hasMonth(rest), ...timed }];
  const [, from, to] = range.exec(rest) ?? [];
  const days = from === undefined || to === undefined ? undefined : readRange(from, to, today, context);
  if (days !== undefined) return days.map((date) => ({ dates: [date], dated: true, ...timed }));
  return readMomentAlone(words, context);
}

function readMomentAlone(words: string, context: MomentContext): readonly Item[] | undefined {
  const moment = parseMoment(words, context);
  return moment.ok ? [{ at: moment.value }] : undefined;
}

/** A day in the month of an ISO date; none if that month has no such day: '31 and 3 april'. */
const dayOfMonth = (date: string, day: string): readonly string[] =>
  [`${date.slice(0, 8)}${day.padStart(2, "0")}`].filter(isDate);

/** 'monday to friday', '27 to 29 october': each day. */
function readRange(
  from: string,
  to: string,
  today: string,
  { language }: MomentContext,
): readonly string[] | undefined {
  const [month] = readDates(to, today, language) ?? [];
  // '9 to 10': hours, or days?
  if (bareNumber.test(from) && !hasMonth(to)) return undefined;
  const begins =
    bareNumber.test(from) && month !== undefined ? dayOfMonth(month, from) : readDates(from, today, language);
  const first = begins?.find((date) => date >= today);
  if (first === undefined) return undefined;
  const last = readDates(to, first, language)?.find((date) => date >= first);
  if (last === undefined || daysBetween(first, last) > longestRange || first === last) return undefined;
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

/** From when to when, as people type it: 'tomorrow until friday', 'until friday', 'del 3 al 5'. A moment alone is the beginning. */
export function spanIn(text: string): { readonly from?: string; readonly to?: string } {
  const words = text.trim();
  const [, last] = untilOnly.exec(words) ?? [];
  if (last !== undefined) return { to: last };
  const [, from, to] = fromTo.exec(words) ?? [];
  if (from === undefined || to === undefined) return { from: words };
  return { from: withMonth(from, to), to };
}

/** 'Del 5 al 8 de mayo': the month is said once. The first day with the month of the last one. */
export function withMonth(from: string, to: string): string {
  const month = hasMonth(from) || !dayLast.test(from) ? undefined : monthBehindDay.exec(to)?.[1];
  return month === undefined || !hasMonth(month) ? from : `${from} ${month}`;
}

const dayLast = new RegExp(`^(?:\\p{L}+ ){0,3}\\d{1,2}(?:${pattern("ordinalSuffix")})?$`, "u");
const monthBehindDay = new RegExp(`^(?:\\p{L}+ ){0,2}\\d{1,2}(?:${pattern("ordinalSuffix")})? (\\p{L}.*)$`, "u");

const untilOnly = new RegExp(`^${pattern("to")} (.+)$`, "iu");
const fromTo = new RegExp(`^(.+?) ${pattern("to")} (.+)$`, "iu");

/** Gives to each part what it lacks. Undefined: more than one thing could be meant. */
function resolve(
  items: readonly Item[],
  context: MomentContext,
): { readonly at: readonly (number | undefined)[]; readonly filled: boolean } | undefined {
  const days = items.map((item, index) => withDay(item, index, items, context));
  if (days.includes(undefined)) return undefined;
  const known = days.flatMap((item) => (item === undefined ? [] : [item]));
  const times = [...new Set(known.flatMap(({ time }) => (time === undefined ? [] : [time])))];
  const timeless = known.some(({ at, time }) => at === undefined && time === undefined);
  if (timeless && times.length > 1) return undefined;
  const [time = context.defaultTime] = times;
  return {
    at: known.map((item) => item.at ?? firstAhead(item.dates ?? [], item.time ?? time, context)),
    filled: timeless && times.length === 0,
  };
}

/** A part with the days that it can mean: its own, or those of the parts beside it. */
function withDay(item: Item, index: number, items: readonly Item[], context: MomentContext): Item | undefined {
  if (item.at !== undefined || (item.dates !== undefined && item.number === undefined)) return item;
  const after = items.slice(index + 1);
  const before = items.slice(0, index).reverse();
  if (item.number !== undefined) {
    const dated = [...after, ...before].find((one) => one.dated === true)?.dates?.[0];
    if (dated !== undefined) {
      const dates = dayOfMonth(dated, String(item.number));
      return dates.length === 0 ? undefined : { ...item, dates };
    }
    if (item.dates !== undefined) return item;
    // 'Friday at 8 or 9': the hour.
    const hourBefore = before[0]?.time !== undefined && item.time === undefined && item.number <= 24;
    if (!hourBefore) return undefined;
  }
  const dates = [...before, ...after].find((one) => one.dates !== undefined)?.dates;
  const time = item.number === undefined ? item.time : item.number * 60;
  if (time === undefined) return undefined;
  if (dates !== undefined) return { dates, time };
  // Times without any day are the next ones that the clock shows.
  const today = localParts(context.now, context.zone).date;
  return { dates: [today, addDays(today, 1)], time };
}

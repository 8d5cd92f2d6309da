/**
 * What people type, made into values: moments, durations, times of the day, numbers, names.
 *
 * English and Spanish are understood whatever a person's language is; the language decides where the
 * two differ. What is not understood is a {@link Failure}, never an exception, and is never guessed:
 * a text must be used up to its last word, since a deadline taken from half a sentence is worse than
 * a question. All times are wall-clock times of the zone that is passed in; the zone of the machine
 * and its clock play no part.
 */
import { distance } from "fastest-levenshtein";
import { casual as spanish } from "chrono-node/es";
import { GB as english, casual as american } from "chrono-node/en";
import { Temporal } from "temporal-polyfill";
import { addCalendar, addDays, localParts, wallClock } from "../domain/time.ts";
import { phrase, type Phrase } from "./text.ts";

/** Why a text was not accepted. {@link explain} says it to the person. */
export type WordsError =
  | "moment-not-understood"
  | "moment-in-past"
  | "moment-too-far"
  | "duration-not-understood"
  | "duration-too-long"
  | "time-not-understood"
  | "number-not-understood"
  | "number-out-of-range"
  | "percentage-not-understood"
  | "goal-not-understood";

/** A text that was not accepted. `min` and `max` are there for `number-out-of-range`. */
export interface Failure {
  readonly ok: false;
  readonly error: WordsError;
  readonly min?: number;
  readonly max?: number;
}

/** The value, or why there is none. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Failure;

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

/** A goal: so many firm pledges, or a percentage of the members (README, "Pledge drives"). */
export type Goal =
  { readonly kind: "count"; readonly count: number } | { readonly kind: "percent"; readonly percent: number };

/** No number that a person types may be larger. */
export const LARGEST_NUMBER = 1_000_000;
/** No moment or duration may be further away, in years. */
export const FURTHEST_YEARS = 5;
/** Longer texts are not looked at: chrono's patterns take quadratic time and more. */
const LONGEST_WORDS = 100;

const HOUR = 60;
const DAY = 24 * HOUR;
const LONGEST_MINUTES = FURTHEST_YEARS * 365 * DAY;

/** The sentence for a failure, in `core.ftl` of each language. */
export function explain(failure: Failure): Phrase {
  switch (failure.error) {
    case "moment-not-understood":
      return phrase("words-moment-not-understood");
    case "moment-in-past":
      return phrase("words-moment-in-past");
    case "moment-too-far":
      return phrase("words-moment-too-far", { years: FURTHEST_YEARS });
    case "duration-not-understood":
      return phrase("words-duration-not-understood");
    case "duration-too-long":
      return phrase("words-duration-too-long", { years: FURTHEST_YEARS });
    case "time-not-understood":
      return phrase("words-time-not-understood");
    case "number-not-understood":
      return phrase("words-number-not-understood");
    case "number-out-of-range":
      return phrase("words-number-out-of-range", { min: failure.min ?? 0, max: failure.max ?? LARGEST_NUMBER });
    case "percentage-not-understood":
      return phrase("words-percentage-not-understood");
    case "goal-not-understood":
      return phrase("words-goal-not-understood");
  }
}

// Text

/** What {@link cleanText} keeps. */
export interface CleanOptions {
  /** The most code points that remain; the rest is cut off. */
  readonly limit: number;
  /** Keep line breaks (at most one empty line in a row). Otherwise they become spaces. */
  readonly lines?: boolean;
}

/**
 * A person's text, fit to be stored and shown: NFC; without control characters, bidi controls (which
 * can turn a sentence of ours around), invisible fillers, lone surrogates, non-characters and the
 * private-use range U+E000 to U+E0FF, which `text.ts` uses for its markers; white space collapsed;
 * no letter under a tower of accents; cut to `limit` code points. Escaping is the adapter's business.
 * Applying it twice changes nothing.
 */
export function cleanText(text: string, { limit, lines = false }: CleanOptions): string {
  const spaced = text
    .slice(0, 16 * limit + 1024)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    // In this order: control characters that separate words are white space, the others are nothing.
    .replace(/[\t\v\f]/g, " ")
    .replace(
      /(?!\n)\p{Cc}|\p{Cs}|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uE000-\uE0FF\uFFF0-\uFFFB]|\p{Noncharacter_Code_Point}/gu,
      "",
    )
    .normalize("NFC")
    .replace(/(\p{M}{6})\p{M}+/gu, "$1");
  const collapsed = lines
    ? spaced
        .replace(/[^\S\n]+/g, " ")
        .replace(/ ?\n ?/g, "\n")
        .replace(/\n{3,}/g, "\n\n")
    : spaced.replace(/\s+/g, " ");
  return [...collapsed.trim()].slice(0, limit).join("").trim();
}

/**
 * The candidate that was probably meant by `word`, for "did you mean", or undefined. Case and accents
 * do not count. Deterministic: the smallest distance, then the closest length, then code-unit order.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold([...word].slice(0, 64).join(""));
  if (wanted.length === 0) return undefined;
  const scored = [...new Set(candidates)].map((candidate) => ({ candidate, score: apart(wanted, fold(candidate)) }));
  return scored
    .filter(({ candidate, score }) => score <= tolerance(Math.max(wanted.length, fold(candidate).length)))
    .sort(
      (a, b) =>
        a.score - b.score ||
        Math.abs(a.candidate.length - wanted.length) - Math.abs(b.candidate.length - wanted.length) ||
        (a.candidate < b.candidate ? -1 : 1),
    )[0]?.candidate;
}

/** Edits between two words. Two letters in the wrong order are one mistake, and so is an unfinished word. */
function apart(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits === 2 && a.length === b.length && sortedLetters(a) === sortedLetters(b)) return 1;
  if (a.length >= 3 && b.startsWith(a)) return Math.min(edits, 1);
  return edits;
}

/** How many edits a word of this length bears before it is another word. */
function tolerance(length: number): number {
  if (length <= 2) return 0;
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}

function sortedLetters(word: string): string {
  return [...word].sort().join("");
}

function fold(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// Numbers

/** The bounds of a number, both included. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * A whole number: '50', '1 000', '1,000', '1.000', '1,00,000', '５０', '٥٠'. A separator stands only
 * between groups of three (or, as in India, of two before the last three), and only one kind of it, so that
 * '1.5' and '10,50' are not understood rather than taken for 15 and 1050.
 */
export function parseInteger(text: string, { min = 0, max = LARGEST_NUMBER }: Bounds = {}): Parsed<number> {
  const words = plainWords(text);
  const match =
    words === undefined
      ? null
      : /^([+-]?)(\d+|\d{1,3}(?:([ ,.'’_])\d{3})(?:\3\d{3})*|\d{1,2}(?:,\d{2})+,\d{3})$/.exec(words);
  if (!match) return { ok: false, error: "number-not-understood" };
  const size = Number((match[2] ?? "").replace(/\D/g, ""));
  const value = match[1] === "-" && size !== 0 ? -size : size;
  if (value < min || value > max) return { ok: false, error: "number-out-of-range", min, max };
  return { ok: true, value };
}

/** A whole percentage from 1 to 100: '30%', '30 %', '30 percent', '30 por ciento', '30'. */
export function parsePercentage(text: string): Parsed<number> {
  const words = plainWords(text);
  const number = words?.replace(/ ?(?:%|pct|per ?cent|por ?ciento)$/, "");
  const parsed = parseInteger(number ?? "", { min: 1, max: 100 });
  return parsed.ok ? parsed : { ok: false, error: "percentage-not-understood" };
}

/** '50' is a count, '30%' a percentage. */
export function parseGoal(text: string): Parsed<Goal> {
  const words = plainWords(text) ?? "";
  if (/(?:%|pct|cent|ciento)$/.test(words)) {
    const percent = parsePercentage(words);
    return percent.ok ? { ok: true, value: { kind: "percent", percent: percent.value } } : percent;
  }
  const count = parseInteger(words, { min: 1 });
  if (count.ok) return { ok: true, value: { kind: "count", count: count.value } };
  return count.error === "number-not-understood" ? { ok: false, error: "goal-not-understood" } : count;
}

/**
 * Lower case, digits of any script as 0 to 9, full-width signs as plain ones, one space between words,
 * no quotes around. Undefined where there is nothing, or too much to look at. NFKC is not used: it makes '10²' 102.
 */
export function plainWords(text: string): string | undefined {
  if (text.length > 2 * LONGEST_WORDS) return undefined;
  const words = cleanText(text, { limit: LONGEST_WORDS + 1 })
    .replace(/\p{Nd}/gu, digitValue)
    .replace(/[！-～]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) - 0xfee0))
    .replaceAll("٪", "%")
    .replaceAll("٬", ",")
    .replaceAll("−", "-")
    .toLowerCase()
    .normalize("NFC")
    .replace(/^["'“”‘’«»]+|["'“”‘’«»]+$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return words === "" || [...words].length > LONGEST_WORDS ? undefined : words;
}

/** Decimal digits come in runs of ten that begin with a zero, sometimes several runs in a row. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

// Durations

/** A length of time in the units whose lengths vary: months and days by the calendar, minutes exact. */
interface Span {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
}

/** How much a unit is: in months, days or minutes. */
const units = new Map<string, readonly [keyof Span, number]>();
// not for people: what they type
for (const [names, unit, size] of [
  ["m min mins minute minutes minuto minutos", "minutes", 1],
  ["h hs hr hrs hour hours hora horas", "minutes", HOUR],
  ["d day days dia dias día días", "days", 1],
  ["w wk wks week weeks sem semana semanas", "days", 7],
  ["mo month months mes meses", "months", 1],
  ["y yr year years año años ano anos", "months", 12],
] as const) {
  for (const name of names.split(" ")) units.set(name, [unit, size]);
}

const numberWords = new Map<string, number>();
// not for people: what they type
for (const [value, names] of [
  [0.5, "half media medio"],
  [1, "a an one un una uno"],
  [2, "two dos"],
  [3, "three tres"],
  [4, "four cuatro"],
  [5, "five cinco"],
  [6, "six seis"],
  [7, "seven siete"],
  [8, "eight ocho"],
  [9, "nine nueve"],
  [10, "ten diez"],
  [11, "eleven once"],
  [12, "twelve doce"],
] as const) {
  for (const name of names.split(" ")) numberWords.set(name, value);
}

/**
 * A duration in whole minutes: '2h', '90 min', '2h30', '1:30', '1.5 h', '3 days', 'half an hour',
 * '1 semana', 'hora y media'. A month counts as 30 days, a year as 365. A number without a unit is not understood.
 */
export function parseDuration(text: string): Parsed<number> {
  const words = plainWords(text);
  const span = words === undefined ? undefined : readSpan(words);
  if (!span) return { ok: false, error: "duration-not-understood" };
  const years = Math.floor(span.months / 12);
  const minutes = (years * 365 + (span.months % 12) * 30 + span.days) * DAY + span.minutes;
  if (minutes > LONGEST_MINUTES) return { ok: false, error: "duration-too-long" };
  return minutes > 0 ? { ok: true, value: minutes } : { ok: false, error: "duration-not-understood" };
}

function readSpan(words: string): Span | undefined {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(words);
  if (clock) return { months: 0, days: 0, minutes: Number(clock[1]) * HOUR + Number(clock[2]) };
  if (words === "") return undefined;
  const span = { months: 0, days: 0, minutes: 0 };
  const plain = words
    .replace(/^hora y media$/, "1 h 30 m")
    .replace(/\bhoras? y media\b/g, "h 30 m")
    .replace(/\bhours? and a half\b/g, "h 30 m")
    .replace(/\bhalf an? (?=[hd])/g, "half ")
    .replace(/\bhora y cuarto\b/g, "h 15 m");
  const part = /\s*(?:,|and\b|y\b|con\b)?\s*(\d{1,7}(?:[.,]\d{1,2})?|\p{L}+)?\s*(\p{L}+)?/uy;
  let before: string | undefined;
  while (part.lastIndex < plain.length) {
    const [all, amount, name] = part.exec(plain) ?? [];
    if (!all || amount === undefined) return undefined;
    // '2h30': the minutes after the hours need no unit.
    const bare = name === undefined && /^h/.test(before ?? "") && /^[0-5]?\d$/.test(amount);
    const unit = units.get(bare ? "m" : (name ?? ""));
    const value = numberWords.get(amount) ?? Number(amount.replace(",", "."));
    if (!unit || Number.isNaN(value)) return undefined;
    span[unit[0]] += value * unit[1];
    before = name;
  }
  // Half a day is twelve hours; half a month is nothing in particular.
  const wholeDays = Math.floor(span.days);
  const minutes = Math.round(span.minutes + (span.days - wholeDays) * DAY);
  return Number.isInteger(span.months) ? { months: span.months, days: wholeDays, minutes } : undefined;
}

// Times of the day

/** A time of the day as it was said. */
interface Said {
  /** Minutes since the beginning of the day. From 1440 on it is the night after it: midnight, 1 at night. */
  readonly minutes: number;
  /** Whether it can be nothing but a time, also beside a date: 'at 8', '18:00', '6pm', but not '8'. */
  readonly certain: boolean;
}

// not for people: what they type
const dayparts = [
  {
    pattern: "in the morning|morning|(?:de|por|a|en) la mañana|(?:de|por|a|en) la manana",
    part: "morning",
    alone: 9 * HOUR,
  },
  { pattern: "in the afternoon|afternoon", part: "afternoon", alone: 15 * HOUR },
  { pattern: "(?:de|por|a|en) la tarde", part: "afternoon", alone: 17 * HOUR },
  { pattern: "in the evening|evening", part: "afternoon", alone: 19 * HOUR },
  { pattern: "at night|night|(?:de|por|a|en) la noche", part: "night", alone: 21 * HOUR },
  { pattern: "de la madrugada", part: "dawn", alone: 5 * HOUR },
].map(({ pattern, part, alone }) => ({
  before: new RegExp(`^(?:${pattern}),? `),
  after: new RegExp(`,? (?:${pattern})$`),
  whole: new RegExp(`^(?:${pattern})$`),
  part,
  alone,
}));

const clockTime =
  /^(?:(at|@|a las?|las?|sobre las?) ?)?(\d{1,2})(?: ?([:.h]) ?([0-5]\d)(?::00)?)?( ?(?:h|hs|hrs|horas|hours|o'clock|o’clock|en punto)\.?)?( ?(?:a\.? ?m\.?|p\.? ?m\.?))?$/;

/** Hours that are written out; 'a' and 'un' are articles. */
const hourWords = new RegExp(
  `(?<!\\p{L})(?:${[...numberWords].flatMap(([word, value]) => (value >= 1 && word.length > 2 && word !== "uno" ? [word] : [])).join("|")})(?!\\p{L})`,
  "gu",
);

/** '18:00', '18.30', '18h', '18h30', '6pm', '6 de la tarde', 'noon', '8 y media', '8' -> minutes of the day. */
export function parseTimeOfDay(text: string): Parsed<number> {
  const words = plainWords(text);
  const said = words === undefined ? undefined : readTime(words);
  return said ? { ok: true, value: said.minutes % DAY } : { ok: false, error: "time-not-understood" };
}

function readTime(words: string): Said | undefined {
  if (/^(?:at )?(?:noon|midday)$|^(?:al? )?medio ?d[ií]a$/.test(words)) return { minutes: 12 * HOUR, certain: true };
  if (/^(?:at )?midnight$|^(?:a )?(?:la )?media ?noche$/.test(words)) return { minutes: DAY, certain: true };
  for (const { whole, before, after, part, alone } of dayparts) {
    if (whole.test(words)) return { minutes: alone, certain: true };
    const rest = before.test(words)
      ? words.replace(before, "")
      : after.test(words)
        ? words.replace(after, "")
        : undefined;
    if (rest === undefined) continue;
    const said = readClock(rest);
    const minutes = said && inPart(said.minutes, part);
    return minutes === undefined ? undefined : { minutes, certain: true };
  }
  return readClock(words);
}

/** The clock without a part of the day. Half past, quarter to, and their like become digits first. */
function readClock(words: string): Said | undefined {
  const digits = words
    .replace(hourWords, (word) => String(numberWords.get(word)))
    .replace(/^(at )?half past (\d{1,2})/, "at $2:30")
    .replace(/^(at )?(?:a )?quarter past (\d{1,2})/, "at $2:15")
    .replace(/^(a las? |las? )?(\d{1,2}) y media/, "a las $2:30")
    .replace(/^(a las? |las? )?(\d{1,2}) y cuarto/, "a las $2:15");
  const quarterTo =
    /^(?:at )?(?:a )?quarter to (\d{1,2})$/.exec(digits) ?? /^(?:a las? |las? )?(\d{1,2}) menos cuarto$/.exec(digits);
  if (quarterTo) {
    const hour = Number(quarterTo[1]);
    return hour >= 1 && hour <= 24 ? { minutes: hour * HOUR - 15, certain: true } : undefined;
  }
  const match = clockTime.exec(digits);
  if (!match) return undefined;
  const [, at, hourDigits, separator, minuteDigits, suffix, half] = match;
  const minute = Number(minuteDigits ?? 0);
  let hour = Number(hourDigits);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.includes("p") ? 12 : 0);
  }
  if (hour > 24 || (hour === 24 && minute > 0)) return undefined;
  const certain = [at, suffix, half].some((sign) => sign !== undefined) || separator === ":" || separator === "h";
  return { minutes: hour * HOUR + minute, certain };
}

/** '6' in the afternoon is 18:00, '12' at night is midnight, '1' at night is after it. */
function inPart(minutes: number, part: string): number | undefined {
  const hour = Math.floor(minutes / HOUR);
  if (part === "dawn") return hour === 12 ? minutes - 12 * HOUR : hour < 12 ? minutes : undefined;
  if (part === "morning") return hour <= 12 ? minutes : undefined;
  if (part === "night" && (hour === 12 || hour < 5)) return hour === 12 ? minutes + 12 * HOUR : minutes + DAY;
  return hour >= 1 && hour < 12 ? minutes + 12 * HOUR : hour >= 12 ? minutes : undefined;
}

// Moments

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

function readMoment(words: string, given: MomentContext): number | "past" | undefined {
  if (/^\d+$/.test(words)) return undefined; // a day, an hour, a year?
  if (/^(?:now|ahora|ya)$|\b(?:yesterday|last|ago|ayer|anoche|hace)\b/.test(words)) return "past";
  const [bare, zone] = splitOffset(words);
  const context = { ...given, zone: zone ?? given.zone };
  // not for people: one way of saying for several
  const said = bare
    .replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/, "$1 ")
    .replace(/\btonight\b/, "today at night")
    .replace(/\bthis (?=morning|afternoon|evening)/, "today in the ")
    .replace(/\besta (?=mañana|manana|tarde|noche)/, "hoy por la ");
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

/**
 * 'in 3 days', 'in 2h', 'dentro de una semana', '3 days from now', 'in 3 days at 18:00'; days and longer
 * also without 'in'. Hours alone are left to the clock, since '18 horas' is a time of the day.
 */
function readRelative(words: string, context: MomentContext): number | undefined {
  const match = /^(?:(in|within|en|dentro de) )?(.+?)( from now| later)?$/.exec(words);
  if (!match) return undefined;
  const marked = match[1] !== undefined || match[3] !== undefined;
  const { time, rest } = splitTime(match[2] ?? "");
  const whole = readSpan(match[2] ?? "");
  const span = whole ?? (time === undefined ? undefined : readSpan(rest));
  if (!span || (!marked && /\d ?h|hora|hour|:/.test(whole ? words : rest))) return undefined;
  const months = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.zone);
  const far = span.months > 12 * (FURTHEST_YEARS + 1) || span.days > 366 * (FURTHEST_YEARS + 1);
  const capped = far ? { months: 12 * (FURTHEST_YEARS + 1), days: 0, minutes: 0 } : span;
  const start = months.add({ months: capped.months }).epochMilliseconds;
  const minutes = Math.min(capped.minutes, 2 * LONGEST_MINUTES);
  const moment = addCalendar(start, context.zone, capped.days, minutes);
  if (whole || time === undefined) return moment;
  return span.minutes === 0 ? firstAhead([localParts(moment, context.zone).date], time, context) : undefined;
}

/** A time at the end, or else at the beginning, as long as it can be; what remains is the date. Of `plainWords`. */
export function splitTime(words: string): { time: number | undefined; rest: string } {
  const tokens = words.split(" ");
  const joined = (from: number, to: number) => tokens.slice(from, to).join(" ").replace(/^,|,$/g, "");
  for (let i = 0; i < tokens.length; i++) {
    const said = readTime(joined(i, tokens.length));
    // '18.30' alone may be a date, '2h' alone a duration: beside a date they are times.
    const dotted = /\d\.\d\d$/.test(joined(i, tokens.length)) && i > 0;
    const short = i === 0 && /^\d ?hs?$|^1[0-2] ?hs?$/.test(words);
    if (said && (said.certain || dotted) && !short) return { time: said.minutes, rest: withoutFillers(joined(0, i)) };
  }
  for (let i = tokens.length - 1; i > 0; i--) {
    const said = readTime(joined(0, i));
    if (said?.certain) return { time: said.minutes, rest: withoutFillers(joined(i, tokens.length)) };
  }
  return { time: undefined, rest: withoutFillers(words) };
}

/** Small words around a date that say nothing about it. */
function withoutFillers(words: string): string {
  return words
    .replace(
      /^(?:(?:on|by|until|till|before|from|for|el|la|para|hasta|antes del|desde|del?|a partir del?|the|este|esta|this|coming|d[ií]a),? )+/,
      "",
    )
    .replace(/(?:,| (?:at|a|on|the))+$/, "")
    .trim();
}

/** The dates that can be meant, in order, the first that is ahead counts: '2026-03-27'. Undefined: not understood. */
function readDate(words: string, today: string, language: string): readonly string[] | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return validDates([[Number(iso[1]), Number(iso[2]), Number(iso[3])]]);
  if (/^(?:today|hoy)$/.test(words)) return [today];
  if (/^(?:day after tomorrow|pasado mañana|pasado manana)$/.test(words)) return [addDays(today, 2)];

  const next =
    /^(?:(next|pr[oó]xim[oa]) )(.+)$/.exec(words) ?? /^()(.+?)(?: que viene| pr[oó]xim[oa]| next week)$/.exec(words);
  const weekAhead = next !== null && (next[1] === "next" || / next week$/.test(words));
  if (next !== null && /^(?:week|semana)$/.test(next[2] ?? "")) return [addDays(today, 7)];
  const dayOnly = /^(?:(\p{L}+)\.?,? )?(?:the |el )?(?:d[ií]a )?(\d{1,2})(st|nd|rd|th|º)?$/u.exec(words);
  const days = dayOnly && datesWithDay(Number(dayOnly[2]), dayOnly[1], today, language);
  if (days) return days;

  const weekday = readWeekday(next?.[2] ?? words, language);
  if (weekday !== undefined)
    return datesOnWeekday(weekday, today, next === null ? "ahead" : weekAhead ? "following" : "later");
  return readCalendar(words, today, language);
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
  const englishFirst = language.toLowerCase() === "en-us" ? american : english;
  const order = language.toLowerCase().startsWith("es")
    ? [spanish, englishFirst, american]
    : [englishFirst, american, spanish];
  return order.flatMap((chrono) => {
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

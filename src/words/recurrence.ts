/**
 * Recurrence in people's words: 'every second Friday at 18:00', 'el primer lunes de cada mes', '2w', or the text of
 * RFC 5545, made into a pattern.
 *
 * All languages are understood whatever a person's is, and what is not understood, or can be meant in two ways ('the second
 * Friday': of the month, or every other one?), is refused rather than guessed.
 */
import {
  everyDay,
  patternProblem,
  readPattern,
  type Pattern,
  type PatternRead,
  type Weekday,
} from "../domain/recurrence.ts";
import { plainWords, withoutAccents } from "./clean.ts";
import { splitTime } from "./clock.ts";
import { monthWords, ordinalWords, weekdayWords } from "./dates.ts";
import { numberWords, units } from "./durations.ts";
import { languages, listed, pattern, simplify } from "./languages.ts";

const otherWords = new Set([...languages.values()].flatMap(({ other }) => listed(other)));
const frequencies: Readonly<Record<string, Pattern["frequency"]>> = {
  day: "daily",
  week: "weekly",
  month: "monthly",
  year: "yearly",
};

/**
 * The pattern that the words say, and the time of the day where they name one. 'Every two weeks' is a pattern that
 * still lacks its weekday (`needsWeekday`).
 */
export function parseRecurrence(text: string): PatternRead {
  if (/^\s*(?:RRULE:|FREQ=|[A-Z-]+=.*;\s*FREQ=)/i.test(text)) return readPattern(text);
  const plain = plainWords(text);
  if (plain === undefined) return { ok: false, error: "rule-not-understood" };
  const { time, rest } = splitTime(simpler(plain));
  const pattern = readDays(rest.replace(/,$/, ""));
  if (pattern === undefined)
    return { ok: false, error: tooOften.test(plain) ? "rule-too-often" : "rule-not-understood" };
  const error = patternProblem(pattern);
  if (error !== undefined) return { ok: false, error };
  // 24:00 would be on another weekday than the one that is named.
  if (time !== undefined && time >= 1440) return { ok: false, error: "rule-not-understood" };
  return { ok: true, pattern, ...(time === undefined ? {} : { minute: time }) };
}

/** 'every two hours', 'hourly'. */
const tooOften = new RegExp(`^(?:${pattern("each")} (?:\\S+ )?${pattern("tooOften")}|${pattern("hourly")})$`);

/** Without accents, and simpler. */
const simpler = (plain: string): string =>
  simplify(withoutAccents(plain), ({ recurrence }) => recurrence).replace(
    /\b(\d{1,3}) ?(?=(?:d|w|wk|wks|mo|y)\b)/,
    "$1 ",
  );

/** 'every', 'each', 'cada', 'todos los'. */
const each = new RegExp(`^${pattern("each")} `);
/** The small words before a day. */
const article = new RegExp(`^(?:${pattern("article")} )+`);
/** The same, after the number of weeks. */
const onDays = new RegExp(`^,? ?(?:(?:${pattern("article")}|${pattern("of")}) )*`);
const workdayOf = new RegExp(`^(\\S+) ${pattern("workday")}$`);
const dayWord = new RegExp(`^${pattern("day")}$`);
const ofMonth = new RegExp(
  `^(.+?) (?:${pattern("of")}(?: (?:${pattern("ofThe")}|${pattern("each")}))?|${pattern("each")})(?: (\\S+))? (?:${namesOf("month")})$`,
);
const ofSomeMonth = new RegExp(`^(.+?) (?:${pattern("of")} )?(\\p{L}+)$`, "u");
const datedMonth = new RegExp(`^(\\p{L}+) (?:${pattern("article")} )?(\\d{1,2})${pattern("ordinalSuffix")}?$`, "u");
const dateDigits = new RegExp(`^(\\d{1,2})${pattern("ordinalSuffix")}?$`);
const between = new RegExp(`,? (?:${pattern("and")}|&) |, ?`, "u");

const range = new RegExp(`^(.+?)(?: ${pattern("to")} | ?[-–—] ?)(.+)$`, "u");

function namesOf(wanted: string): string {
  return [...units].flatMap(([name, unit]) => (unit === wanted ? [name] : [])).join("|");
}

/** A day, week, month or year. */
const unitCalled = (name: string | undefined) => frequencies[units.get(name ?? "") ?? ""];

function readDays(said: string): Pattern | undefined {
  const plain = said.replace(article, "");
  const always = each.test(plain);
  const rest = plain.replace(each, "").replace(article, "");
  return (
    readUnits(rest) ??
    readWeekly(rest, always) ??
    readYearly(rest, always) ??
    readMonthly(rest, always) ??
    readFirst(rest)
  );
}

/** 'first Monday', 'último viernes': of each month. 'Second Friday' may be every other one as well. */
function readFirst(rest: string): Pattern | undefined {
  const inMonth = readInMonth(rest);
  const sure = inMonth?.weekdays.some(({ nth }) => nth === 1 || nth === -1) === true;
  return inMonth && sure ? { ...everyDay, frequency: "monthly", ...inMonth } : undefined;
}

/** '2 weeks', 'week on Friday', '3 semanas los lunes', 'day'. */
function readUnits(rest: string): Pattern | undefined {
  const tokens = rest.split(" ");
  const amount = amountOf(tokens[0]);
  const unit = unitCalled(tokens[amount === undefined ? 0 : 1]);
  if (unit === undefined) return undefined;
  const days = tokens.slice(amount === undefined ? 1 : 2).join(" ");
  const pattern = { ...everyDay, frequency: unit, interval: amount ?? 1 };
  if (days === "") return pattern;
  if (unit === "monthly") {
    const inMonth = readInMonth(days.replace(/^,? ?/, "").replace(article, ""));
    return inMonth && { ...pattern, ...inMonth };
  }
  if (unit === "yearly") {
    const date = readYearly(days.replace(/^,? ?/, "").replace(article, ""), true);
    return date && { ...date, interval: pattern.interval };
  }
  const weekdays = unit === "weekly" ? readWeekdays(days.replace(onDays, "")) : undefined;
  return weekdays && { ...pattern, weekdays };
}

/** 'second Friday', 'two Fridays', 'Monday and Friday', 'viernes'. An ordinal needs 'every' before it. */
function readWeekly(rest: string, always: boolean): Pattern | undefined {
  const [first = "", ...more] = rest.split(" ");
  const ordinal = always ? ordinalWords.get(first) : undefined;
  const interval = ordinal ?? (always || /^\d+$/.test(first) ? amountOf(first) : undefined);
  const weekdays = readWeekdays(interval === undefined ? rest : more.join(" "));
  const whole = interval ?? 1;
  if (weekdays === undefined || whole < 1 || ordinal === 1) return undefined;
  return { ...everyDay, frequency: "weekly", interval: whole, weekdays };
}

/** '1 May', 'May 1', '1 de mayo', 'first Monday of May'. Without 'every' it would be one date. */
function readYearly(rest: string, always: boolean): Pattern | undefined {
  if (!always) return undefined;
  const [, before, month] = ofSomeMonth.exec(rest) ?? [];
  const [, monthFirst, day] = datedMonth.exec(rest) ?? [];
  const number = monthWords.get(month ?? "") ?? monthWords.get(monthFirst ?? "");
  const inMonth = readInMonth((monthWords.has(month ?? "") ? before : day) ?? "");
  if (number === undefined || inMonth === undefined) return undefined;
  return { ...everyDay, frequency: "yearly", months: [number], ...inMonth };
}

/** 'first Monday of the month', '15 de cada mes', 'last day of every second month'. */
function readMonthly(rest: string, always: boolean): Pattern | undefined {
  const [, days, number] = ofMonth.exec(rest) ?? [];
  const interval = number === undefined ? 1 : (amountOf(number) ?? ordinalWords.get(number));
  const inMonth = days === undefined ? undefined : readInMonth(days);
  if (inMonth === undefined || interval === undefined || interval < 1 || (always && interval > 1)) return undefined;
  return { ...everyDay, frequency: "monthly", interval, ...inMonth };
}

type InMonth = Pick<Pattern, "weekdays" | "monthDays" | "positions">;

/** 'first and third Monday', 'last day', 'last working day', '1st and 15th', 'día 15'. Days of the week or dates, not both. */
function readInMonth(said: string): InMonth | undefined {
  const workday = workdayOf.exec(said);
  if (workday) {
    const position = ordinalWords.get(workday[1] ?? "");
    return position === undefined
      ? undefined
      : { weekdays: [1, 2, 3, 4, 5].map((day) => ({ day })), monthDays: [], positions: [position] };
  }
  const weekdays: Weekday[] = [];
  const monthDays: number[] = [];
  let waiting: number[] = [];
  for (const item of items(said)) {
    const plain = item.replace(article, "");
    const [first = "", second, ...more] = plain.split(" ");
    const nth = ordinalWords.get(first);
    const weekday = weekdayWords.get(second ?? "");
    const isDay = dayWord.test(second ?? "");
    if (more.length > 0) return undefined;
    if (nth !== undefined && weekday !== undefined) {
      weekdays.push(...[...waiting, nth].map((one) => ({ day: weekday, nth: one })));
      waiting = [];
    } else if (nth !== undefined && isDay) {
      monthDays.push(...waiting, nth);
      waiting = [];
    } else if (nth !== undefined && second === undefined) {
      waiting.push(nth);
    } else {
      const date = dateOf(dayWord.test(first) ? second : plain);
      if (date === undefined) return undefined;
      monthDays.push(date);
    }
  }
  // '1st and 15th': what waits for a weekday in vain were dates, unless it was written out.
  if (waiting.length > 0) {
    if (waiting.some((one) => one < 0) || !/\d/.test(said)) return undefined;
    monthDays.push(...waiting);
  }
  const both = weekdays.length > 0 && monthDays.length > 0;
  if (both || weekdays.length + monthDays.length === 0) return undefined;
  return { weekdays, monthDays: [...new Set(monthDays)].sort((a, b) => a - b), positions: [] };
}

const items = (said: string): readonly string[] => said.split(between).filter((item) => item !== "");

/** 'monday', 'monday to friday', 'lunes a jueves': each day, over the end of a week too. */
function daysIn(item: string): readonly (number | undefined)[] {
  const day = (name: string | undefined) => weekdayWords.get((name ?? "").replace(article, "").replace(/\.$/, ""));
  const [, from, to] = range.exec(item) ?? [];
  const [first, last] = [day(from), day(to)];
  if (first === undefined || last === undefined) return [day(item)];
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => ((first - 1 + index) % 7) + 1);
}

function readWeekdays(said: string): readonly Weekday[] | undefined {
  const days = items(said).flatMap(daysIn);
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return [...new Set(days)].flatMap((day) => (day === undefined ? [] : [{ day }])).sort((a, b) => a.day - b.day);
}

function amountOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const amount = otherWords.has(word) ? 2 : numberWords.get(word);
  return amount !== undefined && Number.isInteger(amount) ? amount : undefined;
}

function dateOf(word: string | undefined): number | undefined {
  const [, digits] = dateDigits.exec(word ?? "") ?? [];
  const day = Number(digits);
  return day >= 1 && day <= 31 ? day : undefined;
}

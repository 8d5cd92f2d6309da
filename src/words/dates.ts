/**
 * Days as people type them: 'friday', '27 october', 'the first monday of december', 'fin de mes', 'el viernes que viene'.
 *
 * A text is read whole or not at all. It is in lower case and without accents, and what says nothing about the day ('on',
 * 'el') is gone. A weekday, a day without its month and a date without its year mean the next one ahead.
 */
import { Temporal } from "temporal-polyfill";
import { addDays } from "../domain/time.ts";
import { numberWords, units } from "./durations.ts";
import { calendarsFor, isMonthFirst, pattern, table } from "./languages.ts";

/** The weekdays (1 is Monday), months and ordinals by their names; the last is -1. */
export const weekdayWords = table(({ weekdays }) => weekdays.map((names, index) => [index + 1, names] as const));
export const monthWords = table(({ months }) => months.map((names, index) => [index + 1, names] as const));
export const ordinalWords = table(({ ordinals }) => ordinals);

const oneOf = (words: ReadonlyMap<string, unknown>): string =>
  [...words.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(".", "\\."))
    .join("|");
const unit = (wanted: string): string =>
  [...units].flatMap(([name, of]) => (of === wanted && name.length > 2 ? [name] : [])).join("|");

const weekdayName = `(?:${oneOf(weekdayWords)})`;
const monthName = `(?:${oneOf(monthWords)})`;
const of = `(?:${pattern("of")} )?`;
const article = `(?:${pattern("article")} )*`;
const whole = (text: string) => new RegExp(`^${text}$`, "u");

const maybeDay = `${article}(?:${pattern("day")} )?`;
const maybeWeekday = `(?:(${weekdayName})\\.?,? )?${article}(?:${pattern("day")} )?`;
const year = `(?:,? ${of}${article}(\\d{4}|['’]\\d\\d))?`;
const number = `(\\d{1,2})(?:${pattern("ordinalSuffix")})?`;

const today = whole(pattern("today"));
const tomorrow = whole(pattern("tomorrow"));
const dayAfterTomorrow = whole(pattern("dayAfterTomorrow"));
const week = whole(pattern("week"));
const month = whole(`(?:${unit("month")})`);
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const numeric = whole(`${maybeWeekday}(\\d{1,2})([/.-])(\\d{1,2})(?:\\3(\\d{4}|\\d{2}))?\\.?`);
const dayMonth = whole(`${maybeWeekday}(?:${number}|([\\p{L}\\dº.]+)) ?${of}${article}(${monthName})\\.?${year}`);
const monthDay = whole(`${maybeWeekday}(${monthName})\\.? ${article}${number}${year}`);
const dayOnly = whole(`${maybeWeekday}${number}`);
const weekdayAlone = whole(`(${weekdayName})\\.?`);
const weekend = whole(pattern("weekend"));
const workday = whole(pattern("workday"));
const dayWord = whole(pattern("day"));

const nextWords = (
  [
    // First: 'el fin de semana que viene' is no end of a week.
    [`(${pattern("weekend")}) ${pattern("ofAhead")}`, "later"],
    [`${pattern("nextWeeks")} (.+)`, "following"],
    [`${pattern("nextAhead")} (.+)`, "later"],
    [`(.+?),? ${of}${article}${pattern("ofNextWeek")}`, "following"],
    [`(.+?) ${pattern("ofAhead")}`, "later"],
  ] as const
).map(([words, which]) => ({ words: whole(words), which }));

const dayOfMonths = whole(`${maybeDay}(?:${number}|(\\p{L}+)) ${pattern("of")} (.+)`);
const endOf = whole(`${article}${pattern("endOf")} (.+)`);
const monthEnd = whole(pattern("monthEnd"));
const nth = whole(`${article}([\\p{L}\\dº.ª]+) (\\p{L}+(?: \\p{L}+)?)(?: ${pattern("of")} (.+))?`);
const weeksOn = whole(`(.+?) (?:${pattern("within")}) (\\S+) (?:${unit("week")})`);
const thisWord = new RegExp(`^(?:${article}${pattern("this")} |${article})`, "u");
const before = new RegExp(`^${pattern("before")} `, "u");

const named = new RegExp(`(?<!\\p{L})${monthName}(?!\\p{L})|\\d[/.-]\\d{1,2}(?!\\d)`, "u");

/** Whether words that are a date name its month. */
export const hasMonth = (words: string): boolean => named.test(words);

type Which = "ahead" | "later" | "following";

/**
 * The dates that can be meant, in order, the first that is ahead counts: '2026-03-27'. Undefined: not understood.
 *
 * @param on today
 * @param language the person's: whether 3/4 is in March or April
 */
export function readDates(words: string, on: string, language: string): readonly string[] | undefined {
  if (before.test(words)) {
    const limit = words.replace(before, "").replace(thisWord, "");
    // Before the end of the month is on its last day, too.
    const ends = weekend.test(withoutNext(limit).said) ? undefined : readEnd(limit, on);
    return ends ?? readDates(limit, on, language)?.map((date) => addDays(date, -1));
  }
  const [, isoYear, isoMonth, isoDay] = iso.exec(words) ?? [];
  if (isoYear !== undefined) return valid([[Number(isoYear), Number(isoMonth), Number(isoDay)]]);
  if (today.test(words)) return [on];
  if (tomorrow.test(words)) return [addDays(on, 1)];
  if (dayAfterTomorrow.test(words)) return [addDays(on, 2)];
  const { said, which } = withoutNext(words);
  if (weekend.test(said)) return weekendDates(on, which);
  const ends = readEnd(words, on);
  if (ends !== undefined) return ends;
  if (which !== "ahead" && week.test(said)) return [addDays(on, 7)];
  if (which !== "ahead" && month.test(said)) return [Temporal.PlainDate.from(on).add({ months: 1 }).toString()];
  const weekday = weekdayWords.get(weekdayAlone.exec(said)?.[1] ?? "");
  if (weekday !== undefined) return onWeekday(weekday, on, which);
  const inMonth = readDayOfMonth(words, on) ?? readNth(words, on);
  if (which !== "ahead") return inMonth ?? readCalendar(words, on, language);

  const [, far, weeks] = weeksOn.exec(words) ?? [];
  const amount = weeks === undefined ? undefined : (numberWords.get(weeks) ?? Number(weeks));
  if (far !== undefined && amount !== undefined && Number.isInteger(amount)) {
    return readDates(far, on, language)?.map((date) => addDays(date, 7 * amount));
  }
  return readDated(words, on, language) ?? inMonth ?? readCalendar(words, on, language);
}

/** 'next friday', 'el viernes que viene', 'friday next week' without what says which one. */
function withoutNext(words: string): { readonly said: string; readonly which: Which } {
  for (const { words: one, which } of nextWords) {
    const said = one.exec(words)?.[1];
    if (said !== undefined) return { said: said.replace(thisWord, ""), which };
  }
  return { said: words, which: "ahead" };
}

/** '27 october', 'friday, october 27th 2026', '27/10', 'el 1 de mayo', 'the 27th'. A weekday has to fit. */
function readDated(words: string, on: string, language: string): readonly string[] | undefined {
  const read =
    fromDayMonth(dayMonth.exec(words)) ??
    fromMonthDay(monthDay.exec(words)) ??
    fromNumeric(numeric.exec(words), language);
  if (read !== undefined) {
    const { weekday, month: named, day, year: said } = read;
    const first = Number(on.slice(0, 4));
    // A leap day may be years ahead.
    const years = said === undefined ? [0, 1, 2, 3, 4].map((more) => first + more) : [said];
    const dates = valid(years.map((one) => [one, named, day]));
    const fitting = dates?.filter((date) => weekday === undefined || dayOfWeek(date) === weekday);
    if (fitting === undefined || fitting.length === 0) return undefined;
    // A date that has passed means that of the next year; a weekday beside it must not push it further.
    if (weekday === undefined || said !== undefined) return fitting;
    const [next] = (dates ?? []).filter((date) => date >= on);
    return fitting.filter((date) => date === next);
  }
  const [, weekday, day] = dayOnly.exec(words) ?? [];
  return day === undefined ? undefined : withDay(Number(day), weekdayWords.get(weekday ?? ""), on);
}

interface Dated {
  readonly weekday: number | undefined;
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
}

const yearOf = (said: string | undefined): number | undefined => {
  const digits = said?.replace(/\D/g, "");
  return digits === undefined ? undefined : digits.length === 2 ? 2000 + Number(digits) : Number(digits);
};

function fromDayMonth(match: RegExpExecArray | null): Dated | undefined {
  const [, weekday, digits, word, name, said] = match ?? [];
  const named = monthWords.get(name ?? "");
  const spelt = word === undefined ? undefined : (ordinalWords.get(word) ?? numberWords.get(word));
  const day = digits === undefined ? spelt : Number(digits);
  if (named === undefined || day === undefined || !Number.isInteger(day) || day < 1) return undefined;
  return { weekday: weekdayWords.get(weekday ?? ""), day, month: named, year: yearOf(said) };
}

function fromMonthDay(match: RegExpExecArray | null): Dated | undefined {
  const [, weekday, name, day, said] = match ?? [];
  const named = monthWords.get(name ?? "");
  if (named === undefined || day === undefined) return undefined;
  return { weekday: weekdayWords.get(weekday ?? ""), day: Number(day), month: named, year: yearOf(said) };
}

/** '27/3': the day first, or the month where people write it so, or where it can be nothing else. */
function fromNumeric(match: RegExpExecArray | null, language: string): Dated | undefined {
  const [, weekday, one, , other, said] = match ?? [];
  if (one === undefined || other === undefined) return undefined;
  const [first, second] = [Number(one), Number(other)];
  const swapped = isMonthFirst(language) ? first <= 12 : second > 12;
  const [day, named] = swapped ? [second, first] : [first, second];
  return { weekday: weekdayWords.get(weekday ?? ""), day, month: named, year: yearOf(said) };
}

/** 'of the month', 'next month', 'december': months that can be meant, as their first days. */
function readMonths(words: string, on: string): readonly string[] | undefined {
  const first = Temporal.PlainDate.from(on).with({ day: 1 });
  const { said, which } = withoutNext(words.replace(thisWord, ""));
  if (month.test(said)) {
    return which === "ahead"
      ? [0, 1].map((more) => first.add({ months: more }).toString())
      : [first.add({ months: 1 }).toString()];
  }
  const [, name, year] = namedMonth.exec(said) ?? [];
  const named = monthWords.get(name ?? "");
  if (named === undefined) return undefined;
  const years = year === undefined ? [0, 1].map((more) => first.year + more) : [Number(year)];
  return years.map((one) => Temporal.PlainDate.from({ year: one, month: named, day: 1 }).toString());
}

const namedMonth = whole(`(${monthName})\\.?(?:,? ${of}(\\d{4}))?`);

/** The last day of a week, month or year: 'end of [next week]', 'fin de [mes]'. */
function readEnd(words: string, on: string): readonly string[] | undefined {
  const period = endOf.exec(words)?.[1] ?? (monthEnd.test(words) ? undefined : "");
  if (period === "") return undefined;
  const { said, which } = withoutNext((period ?? "").replace(thisWord, ""));
  if (period === undefined)
    return [0, 1].map((more) => lastDay(Temporal.PlainDate.from(on).add({ months: more }).toString()));
  if (week.test(said)) return [addDays(on, 7 - dayOfWeek(on) + (which === "ahead" ? 0 : 7))];
  const thisYear = Temporal.PlainDate.from(on).year;
  if (yearWord.test(said)) return [`${which === "ahead" ? thisYear : thisYear + 1}-12-31`];
  return readMonths(period, on)?.map(lastDay);
}

const yearWord = whole(`(?:${unit("year")})`);

const lastDay = (first: string): string => {
  const date = Temporal.PlainDate.from(first);
  return date.with({ day: date.daysInMonth }).toString();
};

/** 'the 1st of next month', 'el 5 del mes que viene'. */
function readDayOfMonth(words: string, on: string): readonly string[] | undefined {
  const [, digits, word, months] = dayOfMonths.exec(words) ?? [];
  const day = digits === undefined ? ordinalWords.get(word ?? "") : Number(digits);
  if (day === undefined || day < 1 || months === undefined) return undefined;
  return readMonths(months, on)?.flatMap((start) => daysOf(start).slice(day - 1, day));
}

/** 'first monday of december', 'last day of the month', 'primer lunes'; without a month the next one that comes. */
function readNth(words: string, on: string): readonly string[] | undefined {
  const [, ordinal, what, months] = nth.exec(words) ?? [];
  const position = ordinalWords.get(ordinal ?? "");
  if (position === undefined || what === undefined) return undefined;
  const weekday = weekdayWords.get(what);
  const kind =
    weekday !== undefined ? "weekday" : workday.test(what) ? "workday" : dayWord.test(what) ? "day" : undefined;
  if (kind === undefined) return undefined;
  const first = Temporal.PlainDate.from(on).with({ day: 1 });
  // Without a month only one that is surely of a month: 'second friday' may as well be every other one.
  if (months === undefined && Math.abs(position) !== 1) return undefined;
  const within =
    months === undefined ? [0, 1, 2].map((more) => first.add({ months: more }).toString()) : readMonths(months, on);
  return within?.flatMap((start) => {
    const days = daysOf(start).filter((date) =>
      kind === "weekday" ? dayOfWeek(date) === weekday : kind === "day" || dayOfWeek(date) <= 5,
    );
    const found = position < 0 ? days.at(position) : days[position - 1];
    return found === undefined ? [] : [found];
  });
}

const daysOf = (first: string): readonly string[] =>
  Array.from({ length: Temporal.PlainDate.from(first).daysInMonth }, (_, index) => addDays(first, index));

const dayOfWeek = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

/** The Saturday of this weekend or the next one; on a Sunday this one is today. */
function weekendDates(on: string, which: Which): readonly string[] {
  const weekday = dayOfWeek(on);
  const saturday = addDays(on, 6 - weekday);
  if (which !== "ahead") return [addDays(saturday, 7)];
  return weekday === 7 ? [on] : [saturday, addDays(saturday, 1)];
}

/** The coming dates that fall on the day of the month (and on the weekday, where one is named). */
function withDay(day: number, weekday: number | undefined, on: string): string[] | undefined {
  if (day < 1 || day > 31) return undefined;
  const dates: string[] = [];
  // 'friday 18' may be meant as an hour: far from today it is not taken for a day.
  const reach = weekday === undefined ? 366 : 45;
  for (let i = 0; i < reach && dates.length < 2; i++) {
    const date = Temporal.PlainDate.from(on).add({ days: i });
    if (date.day === day && (weekday === undefined || date.dayOfWeek === weekday)) dates.push(date.toString());
  }
  return dates.length > 0 ? dates : undefined;
}

/** `weekday` 1 to 7: from today on; strictly after today; or in the week that begins next Monday. */
function onWeekday(weekday: number, on: string, which: Which): string[] {
  const today = dayOfWeek(on);
  if (which === "following") return [addDays(on, 7 - today + weekday)];
  const ahead = (weekday - today + 7) % 7;
  if (which === "later") return [addDays(on, ahead === 0 ? 7 : ahead)];
  return [addDays(on, ahead), addDays(on, ahead + 7)];
}

/** What else chrono knows in a language, where it reads the whole. */
function readCalendar(words: string, on: string, language: string): readonly string[] | undefined {
  for (const result of chronoResults(words, on, language)) {
    const [year, named, day, weekday] = [
      result.get("year"),
      result.get("month"),
      result.get("day"),
      result.get("weekday"),
    ];
    if (year === null || named === null || day === null) continue;
    if (!result.isCertain("day") || result.isCertain("hour")) continue;
    // 'October 27, 28' are two days, and no year.
    if (result.isCertain("year") && /\d/.test(words) && !/\d{4}/.test(words)) continue;
    const years = result.isCertain("year") ? [year] : [0, 1, 2, 3, 4].map((more) => Number(on.slice(0, 4)) + more);
    const dates = valid(years.map((one) => [one, named, day]));
    const fits = (date: string) => weekday === null || dayOfWeek(date) % 7 === weekday;
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
function chronoResults(words: string, on: string, language: string) {
  const date = Temporal.PlainDate.from(on);
  const noon = new Date(date.year, date.month - 1, date.day, 12);
  return calendarsFor(language).flatMap((chrono) => {
    const [result, ...more] = chrono.parse(words, noon);
    if (!result || more.length > 0 || result.end || result.text.trim().length < words.length) return [];
    return [result.start];
  });
}

/** Those that exist, as ISO dates: no 30th of February. */
function valid(dates: readonly (readonly [year: number, month: number, day: number])[]): string[] | undefined {
  const found = dates.flatMap(([year, month, day]) => {
    try {
      return [Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString()];
    } catch {
      return []; // RangeError is how Temporal says that there is no such date
    }
  });
  return found.length > 0 ? found : undefined;
}

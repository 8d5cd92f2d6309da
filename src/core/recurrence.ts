/**
 * Recurrence in people's words: 'every second Friday at 18:00', 'el primer lunes de cada mes', '2w', or the text of
 * RFC 5545, made into a pattern; and a pattern made into words.
 *
 * As in `words.ts`, English and Spanish are understood whatever a person's language is, and what is not understood, or can
 * be meant in two ways ('the second Friday': of the month, or every other one?), is refused rather than guessed.
 */
import {
  everyDay,
  patternProblem,
  patternText,
  readPattern,
  type Pattern,
  type PatternError,
  type PatternRead,
  type Weekday,
} from "../domain/recurrence.ts";
import { messageIds, phrase, type Phrase, type PhraseArg } from "./text.ts";
import { plainWords, splitTime } from "./words.ts";

/** The sentence for what was not accepted. */
export function explainRecurrence(error: PatternError): Phrase {
  return phrase(refusals[error]);
}

const refusals = messageIds({
  "rule-not-understood": "recurrence-not-understood",
  "rule-too-often": "recurrence-too-often",
  "rule-too-rare": "recurrence-too-rare",
  "rule-ends": "recurrence-ends",
  "rule-needs-day": "recurrence-needs-day",
  "rule-never": "recurrence-never",
  "rule-part": "recurrence-part",
});

// What people type

const words = (table: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(table).flatMap(([names, value]) => names.split(" ").map((name) => [name, value] as const)));

// not for people: what they type, without accents
const weekdayWords = words({
  "monday mondays mon lunes lun": 1,
  "tuesday tuesdays tue tues martes": 2,
  "wednesday wednesdays wed miercoles mie": 3,
  "thursday thursdays thu thur thurs jueves jue": 4,
  "friday fridays fri viernes vie": 5,
  "saturday saturdays sat sabado sabados sab": 6,
  "sunday sundays sun domingo domingos dom": 7,
});

// not for people: what they type, without accents
const ordinalWords = words({
  "first 1st primer primero primera 1er 1º 1.º 1ª": 1,
  "second 2nd segundo segunda 2º 2.º 2ª": 2,
  "third 3rd tercer tercero tercera 3er 3º 3.º 3ª": 3,
  "fourth 4th cuarto cuarta 4º 4.º 4ª": 4,
  "fifth 5th quinto quinta 5º 5.º 5ª": 5,
  "last ultimo ultima": -1,
});

// not for people: what they type, without accents
const amountWords = words({
  "a an one un una": 1,
  "two other dos": 2,
  "three tres": 3,
  "four cuatro": 4,
  "five cinco": 5,
  "six seis": 6,
  "seven siete": 7,
  "eight ocho": 8,
  "nine nueve": 9,
  "ten diez": 10,
  "twelve doce": 12,
});

// not for people: what they type, without accents
const monthWords = words({
  "january jan enero ene": 1,
  "february feb febrero": 2,
  "march mar marzo": 3,
  "april apr abril abr": 4,
  "may mayo": 5,
  "june jun junio": 6,
  "july jul julio": 7,
  "august aug agosto ago": 8,
  "september sep sept septiembre setiembre": 9,
  "october oct octubre": 10,
  "november nov noviembre": 11,
  "december dec diciembre dic": 12,
});

// not for people: what they type
const units = new Map<string, Pattern["frequency"]>(
  (
    [
      ["d day days dia dias", "daily"],
      ["w wk wks week weeks sem semana semanas", "weekly"],
      ["mo month months mes meses", "monthly"],
      ["y yr year years ano anos", "yearly"],
    ] as const
  ).flatMap(([names, unit]) => names.split(" ").map((name) => [name, unit] as const)),
);

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
const tooOften = /^(?:(?:every|each|cada) (?:\S+ )?(?:hours?|minutes?|seconds?|horas?|minutos?|segundos?)|hourly)$/;

/** One way of saying for several. In Spanish fifteen days are two weeks. */
// not for people: what they type, without accents
const sameMeaning: readonly (readonly [RegExp, string])[] = [
  [/\b(?:fortnightly|every fortnight)\b/, "every 2 weeks"],
  [/\b(?:quincenal(?:mente)?|cada (?:quincena|quince dias|15 dias))\b/, "cada 2 semanas"],
  [/\b(?:weekly|semanal(?:mente)?)\b/, "every week"],
  [/\b(?:daily|diari[oa](?:mente)?|a diario|todos los dias)\b/, "every day"],
  [/\b(?:monthly|mensual(?:mente)?|todos los meses)\b/, "every month"],
  [/\b(?:yearly|annually|anual(?:mente)?|todos los anos)\b/, "every year"],
  [/\b(\d{1,3}) ?(?=(?:d|w|wk|wks|mo|y)\b)/, "$1 "],
  [/^un (\p{L}+) si y (?:otro|uno) no$/u, "every 2 $1"],
  [/^(?:every |cada )?alternate (\p{L}+)$/u, "every 2 $1"],
  [/^(?:los |cada )?(\p{L}+) alternos$/u, "every 2 $1"],
];

/** Without accents, and simpler. */
const simpler = (plain: string): string =>
  sameMeaning.reduce(
    (text, [said, simple]) => text.replace(said, simple),
    plain.normalize("NFD").replace(/\p{M}/gu, ""),
  );

/** 'every', 'each', 'cada', 'todos los'. */
const each = /^(?:every|each|cada|todos los|todas las) /;
/** The small words before a day. */
const article = /^(?:(?:on|the|el|los|la|las) )+/;

function readDays(said: string): Pattern | undefined {
  const plain = said.replace(article, "");
  const always = each.test(plain);
  const rest = plain.replace(each, "").replace(article, "");
  return readUnits(rest) ?? readWeekly(rest, always) ?? readYearly(rest, always) ?? readMonthly(rest, always);
}

/** '2 weeks', 'week on Friday', '3 semanas los lunes', 'day'. */
function readUnits(rest: string): Pattern | undefined {
  const tokens = rest.split(" ");
  const amount = amountOf(tokens[0]);
  const unit = units.get(tokens[amount === undefined ? 0 : 1] ?? "");
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
  const weekdays = unit === "weekly" ? readWeekdays(days.replace(/^,? ?(?:(?:on|en|el|los|the) )*/, "")) : undefined;
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
  const [, before, month] = /^(.+?) (?:of |in |de |en )?(\p{L}+)$/u.exec(rest) ?? [];
  const [, monthFirst, day] = /^(\p{L}+) (?:the )?(\d{1,2})(?:st|nd|rd|th)?$/u.exec(rest) ?? [];
  const number = monthWords.get(month ?? "") ?? monthWords.get(monthFirst ?? "");
  const inMonth = readInMonth((monthWords.has(month ?? "") ? before : day) ?? "");
  if (number === undefined || inMonth === undefined) return undefined;
  return { ...everyDay, frequency: "yearly", months: [number], ...inMonth };
}

/** 'first Monday of the month', '15 de cada mes', 'last day of every second month'. */
function readMonthly(rest: string, always: boolean): Pattern | undefined {
  const match =
    /^(.+?) (?:(?:of|de|del|in|en)(?: (?:the|el|a|every|each|cada|los))?|every|each|cada)(?: (\S+))? (?:months?|mes(?:es)?)$/.exec(
      rest,
    );
  // 'of the month' and 'del mes' alone have no number, and 'the' may stand where it would.
  const [, days, number] = match ?? /^(.+?)() del mes$/.exec(rest) ?? [];
  const interval = number === undefined || number === "" ? 1 : (amountOf(number) ?? ordinalWords.get(number));
  const inMonth = days === undefined ? undefined : readInMonth(days);
  if (inMonth === undefined || interval === undefined || interval < 1 || (always && interval > 1)) return undefined;
  return { ...everyDay, frequency: "monthly", interval, ...inMonth };
}

type InMonth = Pick<Pattern, "weekdays" | "monthDays" | "positions">;

/** 'first and third Monday', 'last day', 'last working day', '1st and 15th', 'día 15'. Days of the week or dates, not both. */
function readInMonth(said: string): InMonth | undefined {
  const workday =
    /^(\S+) (?:working ?day|workday|business day|weekday|dia (?:laborable|habil))$/.exec(said) ?? undefined;
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
    const [first = "", second, ...more] = item.replace(article, "").split(" ");
    const nth = ordinalWords.get(first);
    const weekday = weekdayWords.get(second ?? "");
    const isDay = second === "day" || second === "dia";
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
      const date = dateOf(first === "day" || first === "dia" || first === "dias" ? second : item);
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

const items = (said: string): readonly string[] => said.split(/,? (?:and|y|e|&) |, ?/u).filter((item) => item !== "");

function readWeekdays(said: string): readonly Weekday[] | undefined {
  const days = items(said).map((item) => weekdayWords.get(item.replace(article, "").replace(/\.$/, "")));
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return [...new Set(days)].flatMap((day) => (day === undefined ? [] : [{ day }])).sort((a, b) => a.day - b.day);
}

function amountOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  return /^\d{1,3}$/.test(word) ? Number(word) : amountWords.get(word);
}

function dateOf(word: string | undefined): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|º)?$/.exec(word ?? "") ?? [];
  const day = Number(digits);
  return day >= 1 && day <= 31 ? day : undefined;
}

// What people read

/**
 * The pattern in words, for the middle of a sentence: 'every second Friday', 'every first Monday of the month at 18:00'.
 *
 * @param pattern as it is stored (`Rule.pattern`), or read
 * @param minute of the day, where the time belongs to it
 */
export function recurrencePhrase(pattern: Pattern | string, minute?: number): Phrase {
  const days = typeof pattern === "string" ? daysOfText(pattern) : daysPhrase(pattern);
  if (minute === undefined) return days;
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  const time = [hour, rest].map((part) => String(part).padStart(2, "0")).join(":");
  return phrase("recurrence-at", { days, hour, time });
}

function daysOfText(text: string): Phrase {
  const read = readPattern(text);
  return read.ok ? daysPhrase(read.pattern) : phrase("recurrence-rule", { rule: text });
}

function daysPhrase(pattern: Pattern): Phrase {
  const { frequency, interval, weekdays, months } = pattern;
  const rule = phrase("recurrence-rule", { rule: patternText(pattern) });
  const names = weekdays.map(({ day }) => weekdayPhrase(day));
  switch (frequency) {
    case "daily":
      if (weekdays.length + pattern.monthDays.length + pattern.positions.length > 0) return rule;
      return inMonths(phrase("recurrence-days", { interval }), months);
    case "weekly": {
      if (pattern.positions.length > 0) return rule;
      const [only] = names;
      if (only === undefined) return inMonths(phrase("recurrence-weeks", { interval }), months);
      if (names.length === 1 && interval <= 4) {
        return inMonths(phrase("recurrence-weekday", { interval, day: only }), months);
      }
      return inMonths(phrase("recurrence-weeks-on", { interval, days: names }), months);
    }
    case "monthly":
      return monthlyPhrase(pattern) ?? rule;
    case "yearly":
      return yearlyPhrase(pattern) ?? rule;
  }
}

function monthlyPhrase(pattern: Pattern): Phrase | undefined {
  const { interval, months } = pattern;
  const days = inMonthPhrases(pattern);
  const [only] = days ?? [];
  if (days === undefined || only === undefined) return undefined;
  if (interval === 1 && days.length === 1 && pattern.monthDays.length === 0) {
    return inMonths(phrase("recurrence-month-day", { day: only }), months);
  }
  return inMonths(phrase("recurrence-months-on", { interval, days }), months);
}

/** A year with its months, days and one month is told by the month. Without months only dates are the same in each. */
function yearlyPhrase(pattern: Pattern): Phrase | undefined {
  const { interval, months, monthDays, weekdays, positions } = pattern;
  const [month, ...more] = months;
  if (month === undefined || more.length > 0) {
    const same = interval === 1 && positions.length === 0 && (month !== undefined || weekdays.length === 0);
    return same ? monthlyPhrase({ ...pattern, frequency: "monthly" }) : undefined;
  }
  const [day] = monthDays;
  if (day !== undefined && day > 0 && monthDays.length === 1 && weekdays.length + positions.length === 0) {
    return phrase("recurrence-years-date", { interval, day, month: monthPhrase(month) });
  }
  const days = inMonthPhrases(pattern);
  return days && phrase("recurrence-years-on", { interval, days, month: monthPhrase(month) });
}

/** 'first Monday', 'day 15', 'last working day'. Undefined: a combination that has no simple words. */
function inMonthPhrases({ weekdays, monthDays, positions }: Pattern): readonly Phrase[] | undefined {
  if (monthDays.length > 0) {
    if (weekdays.length + positions.length > 0 || monthDays.some((day) => day < -1)) return undefined;
    return monthDays
      .toSorted((a, b) => Number(a < 0) - Number(b < 0) || a - b)
      .map((day) => (day < 0 ? phrase("recurrence-last-day") : phrase("recurrence-date", { day })));
  }
  const workdays = weekdays.map(({ day, nth }) => `${day}${nth ?? ""}`).join("") === "12345";
  const found = positions.length === 0 ? weekdays : placedWeekdays(weekdays, positions);
  if (found === undefined && !workdays) return undefined;
  const days =
    found === undefined
      ? positions.map((nth) => nthPhrase(nth, phrase("recurrence-workday")))
      : found.map(({ day, nth }) => (nth === undefined ? undefined : nthPhrase(nth, weekdayPhrase(day))));
  return days.every((day) => day !== undefined) ? days : undefined;
}

/** BYDAY=MO;BYSETPOS=1 is BYDAY=1MO. */
function placedWeekdays(weekdays: readonly Weekday[], positions: readonly number[]): readonly Weekday[] | undefined {
  const [only, ...more] = weekdays;
  if (only === undefined || more.length > 0 || only.nth !== undefined) return undefined;
  return positions.map((nth) => ({ day: only.day, nth }));
}

/** The nth is a key of the message: 1 to 5, or -1. Others have no words. */
const nthPhrase = (nth: number, day: PhraseArg): Phrase | undefined =>
  nth === -1 || (nth >= 1 && nth <= 5) ? phrase("recurrence-nth", { nth, day }) : undefined;

const inMonths = (days: Phrase, months: readonly number[]): Phrase =>
  months.length === 0 ? days : phrase("recurrence-in-months", { days, months: months.map(monthPhrase) });

const weekdayPhrase = (day: number): Phrase => phrase("recurrence-name-weekday", { day });
const monthPhrase = (month: number): Phrase => phrase("recurrence-name-month", { month });

/** Lengths of time as people type them. */
import { plainWords, bare } from "./clean.ts";
import { pattern, simplify, table } from "./languages.ts";
import type { Language } from "./language.ts";
import type { Parsed } from "./parsed.ts";

/** No moment or duration may be further away, in years. */
export const FURTHEST_YEARS = 5;

const HOUR = 60;
const DAY = 24 * HOUR;
export const LONGEST_MINUTES = FURTHEST_YEARS * 365 * DAY;

/** A length of time in the units whose lengths vary: months and days by the calendar, minutes exact. */
export interface Span {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
}

/** How much a unit is: in months, days or minutes. */
const sizes: Readonly<Record<keyof Language["units"], readonly [keyof Span, number]>> = {
  minute: ["minutes", 1],
  hour: ["minutes", HOUR],
  day: ["days", 1],
  week: ["days", 7],
  month: ["months", 1],
  year: ["months", 12],
};

const unitNames = ["minute", "hour", "day", "week", "month", "year"] as const;

/** The units by their names, without accents. */
export const units = table(({ units: names }) => unitNames.map((unit) => [unit, names[unit]] as const));

/** Numbers that are written out, and their articles: 'a', 'half'. */
export const numberWords = table(({ numbers }) => numbers);

/** Between the parts of a length of time. */
const part = new RegExp(
  `\\s*(?:,|${pattern("and")}(?!\\p{L}))?\\s*(\\d{1,7}(?:[.,]\\d{1,2})?|\\p{L}+)?\\s*(\\p{L}+)?`,
  "uy",
);

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

const unitOf = (name: string | undefined) => (name === undefined ? undefined : units.get(bare(name)));

/** The whole of a text as a length of time. */
export function readSpan(words: string): Span | undefined {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(words);
  if (clock) return { months: 0, days: 0, minutes: Number(clock[1]) * HOUR + Number(clock[2]) };
  if (words === "") return undefined;
  const span = { months: 0, days: 0, minutes: 0 };
  const plain = simplify(words, ({ spans }) => spans);
  part.lastIndex = 0;
  let before: string | undefined;
  while (part.lastIndex < plain.length) {
    const [all, amount, name] = part.exec(plain) ?? [];
    if (!all || amount === undefined) return undefined;
    // '2h30': the minutes after the hours need no unit.
    const minutesOnly = name === undefined && unitOf(before) === "hour" && /^[0-5]?\d$/.test(amount);
    const unit = minutesOnly ? "minute" : unitOf(name);
    const value = numberWords.get(amount) ?? Number(amount.replace(",", "."));
    if (!unit || Number.isNaN(value)) return undefined;
    const [measure, size] = sizes[unit];
    span[measure] += value * size;
    before = name;
  }
  // Half a day is twelve hours; half a month is nothing in particular.
  const wholeDays = Math.floor(span.days);
  const minutes = Math.round(span.minutes + (span.days - wholeDays) * DAY);
  return Number.isInteger(span.months) ? { months: span.months, days: wholeDays, minutes } : undefined;
}

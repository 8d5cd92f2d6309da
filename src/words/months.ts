/** Months of a year as people write them: 'november', 'nov 2025', '2026-11', '11/2026'. */
import { bare, cleanText } from "./clean.ts";
import { monthWords } from "./dates.ts";

/** A month, from 1, of a year. */
export interface YearMonth {
  readonly year: number;
  readonly month: number;
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12;

/** The month that is meant; without its year the last one that has begun. Undefined: not understood. */
export function readMonth(text: string, now: YearMonth): YearMonth | undefined {
  const typed = bare(cleanText(text, { limit: 60 }));
  const [, isoYear, isoMonth] = /^(\d{4})[-/.](\d{1,2})$/u.exec(typed) ?? [];
  const [, turnedMonth, turnedYear] = /^(\d{1,2})[-/.](\d{4})$/u.exec(typed) ?? [];
  const figures = { year: Number(isoYear ?? turnedYear), month: Number(isoMonth ?? turnedMonth) };
  if (Number.isInteger(figures.year)) return isMonth(figures.month) ? figures : undefined;
  const [, name = "", named] = /^(\p{L}+|\d{1,2})\.?(?: (?:\p{L}+ )?(\d{4}))?$/u.exec(typed) ?? [];
  const month = /^\d/u.test(name) ? Number(name) : monthWords.get(name);
  if (month === undefined || !isMonth(month)) return undefined;
  const year = named === undefined ? (month > now.month ? now.year - 1 : now.year) : Number(named);
  return { year, month };
}

/** The month before. */
export const monthBefore = ({ year, month }: YearMonth): YearMonth =>
  month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };

/** `2026-11`. */
export const writeMonth = ({ year, month }: YearMonth): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;

/** Numbers, percentages and goals as people type them. */
import { plainWords } from "./clean.ts";
import { numberWords } from "./durations.ts";
import { pattern } from "./languages.ts";
import type { Parsed } from "./parsed.ts";

/** A goal: so many firm pledges, or a percentage of the members (docs/rules.md, "Pledge drives"). */
export type Goal =
  { readonly kind: "count"; readonly count: number } | { readonly kind: "percent"; readonly percent: number };

/** No number that a person types may be larger. */
export const LARGEST_NUMBER = 1_000_000;

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
  const spelt = numberWords.get(words ?? "");
  // 'A' and 'un' are articles, and half is no whole number.
  if (spelt !== undefined && Number.isInteger(spelt) && (words ?? "").length > 2) return within(spelt, min, max);
  const match =
    words === undefined
      ? null
      : /^([+-]?)(\d+|\d{1,3}(?:([ ,.'’_])\d{3})(?:\3\d{3})*|\d{1,2}(?:,\d{2})+,\d{3})$/.exec(words);
  if (!match) return { ok: false, error: "number-not-understood" };
  const size = Number((match[2] ?? "").replace(/\D/g, ""));
  const value = match[1] === "-" && size !== 0 ? -size : size;
  return within(value, min, max);
}

const within = (value: number, min: number, max: number): Parsed<number> =>
  value < min || value > max ? { ok: false, error: "number-out-of-range", min, max } : { ok: true, value };

const percentSign = new RegExp(` ?(?:%|${pattern("percent")})$`);

/** A whole percentage from 1 to 100: '30%', '30 %', '30 percent', '30 por ciento', '30'. */
export function parsePercentage(text: string): Parsed<number> {
  const words = plainWords(text);
  const number = words?.replace(percentSign, "");
  const parsed = parseInteger(number ?? "", { min: 1, max: 100 });
  return parsed.ok ? parsed : { ok: false, error: "percentage-not-understood" };
}

/** '50' is a count, '30%' a percentage. */
export function parseGoal(text: string): Parsed<Goal> {
  const words = plainWords(text) ?? "";
  if (percentSign.test(words)) {
    const percent = parsePercentage(words);
    return percent.ok ? { ok: true, value: { kind: "percent", percent: percent.value } } : percent;
  }
  const count = parseInteger(words, { min: 1 });
  if (count.ok) return { ok: true, value: { kind: "count", count: count.value } };
  return count.error === "number-not-understood" ? { ok: false, error: "goal-not-understood" } : count;
}

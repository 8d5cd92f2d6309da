/**
 * Amounts of money as people write them: '12', '12,5', '1.234,50', '1,234.50', '1 234,50', "1'234.50", '12 €', '€12', 'EUR 12',
 * '12 euros'. Whoever writes in one chat has grown up with different signs, so that nothing is taken for granted: where one
 * sign stands once before exactly three digits (`1.234`), it may separate thousands or be a slip, and it is asked.
 */
import { currencies, isCurrency, largestAmount, minorDigits, minorOf } from "../domain/money.ts";
import { bare, cleanText } from "./clean.ts";
import { languages, pattern } from "./languages.ts";

/** One reading of an amount, in minor units, and the words that are left. */
export interface Reading {
  readonly minor: number;
  readonly rest: string;
}

/** What an amount with the words behind it was read as. */
export type ReadAmount =
  | ({ readonly ok: true } & Reading)
  /** Each reading with what is left of the words, the likelier one first. */
  | { readonly ok: false; readonly either: readonly Reading[] }
  | {
      readonly ok: false;
      readonly error:
        "amount-not-understood" | "amount-other-currency" | "amount-too-fine" | "amount-nothing" | "amount-too-large";
      readonly either?: undefined;
    };

/** Without marks that turn the direction of writing, which Arabic signs have: 'ج.م.'. */
const plainName = (name: string): string => bare(cleanText(name, { limit: 60 }));

/** How a currency is written, in lower case: its code, signs and names in all languages, and the words of those names. */
const writtenAs = new Map<string, ReadonlySet<string>>();

function namesOf(currency: string): ReadonlySet<string> {
  const found = writtenAs.get(currency);
  if (found !== undefined) return found;
  const names = new Set([currency.toLowerCase()]);
  for (const { locale } of languages.values()) {
    for (const currencyDisplay of ["symbol", "narrowSymbol", "name"] as const) {
      const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay });
      for (const amount of [1, 2]) {
        const name = format.formatToParts(amount).find(({ type }) => type === "currency")?.value ?? "";
        names.add(plainName(name));
        for (const word of plainName(name).split(/\s+/u)) if (word.length > 3) names.add(word);
      }
    }
  }
  writtenAs.set(currency, names);
  return names;
}

/** A sign, or a code in capitals. */
const isMoney = (text: string): boolean =>
  /^[\p{L}.]{0,3}\p{Sc}$/u.test(text) || (/^[A-Z]{3}$/u.test(text) && isCurrency(text));

/** A digit, and what may stand between digits. */
const figures = /^\d[\d.,'’]*$/u;
/** What may stand behind a space in a figure: '1 234,50'. */
const group = /^\d{3}(?:[.,]\d{1,4})?$/u;
/** 'Thousand': behind a figure it makes another number of it, which is not guessed. */
const manifold = new RegExp(`^(?:${pattern("manifold")})$`, "u");

/**
 * Reads the amount with which a text begins; the rest is what it is for. With or without the currency, before or behind it.
 * @param currency of the fund: another one is none of its amounts
 */
export function readAmount(text: string, currency: string): ReadAmount {
  const tokens = tokensOf(text);
  const [name = ""] = tokens;
  const isNamed = namesOf(currency).has(bare(name));
  if (!isNamed && isMoney(name)) return failed("amount-other-currency");
  const from = isNamed ? 1 : 0;
  const first = tokens[from] ?? "";
  if (!figures.test(first)) return failed("amount-not-understood");
  let to = from + 1;
  if (/^\d{1,3}$/u.test(first)) {
    while (/^\d{3}$/u.test(tokens[to] ?? "")) to++;
    if (group.test(tokens[to] ?? "")) to++;
  }

  /** The first tokens up to there as a figure, and what is behind it. */
  const upTo = (end: number): ReadAmount => {
    const next = tokens[end] ?? "";
    const said = !isNamed && namesOf(currency).has(bare(next));
    if (!said && isMoney(next)) return failed("amount-other-currency");
    if (!said && manifold.test(bare(next))) return failed("amount-not-understood");
    return finished(tokens.slice(from, end).join(" "), tokens.slice(said ? end + 1 : end).join(" "), currency);
  };
  const whole = upTo(to);
  // '12 500 flyers': 12,500, or 12 for 500 of them. What is named or has decimals, and what stands alone, is one figure.
  const sure =
    to === from + 1 ||
    isNamed ||
    !whole.ok ||
    whole.rest === "" ||
    /[.,]/u.test(tokens[to - 1] ?? "") ||
    namesOf(currency).has(bare(tokens[to] ?? ""));
  if (sure) return whole;
  const alone = upTo(from + 1);
  return alone.ok ? { ok: false, either: [whole, alone] } : whole;
}

const failed = <const E extends string>(error: E) => ({ ok: false, error }) as const;

/** Words, with a figure and the sign that sticks to it apart: '€12' and '12€' are two. */
function tokensOf(text: string): readonly string[] {
  const clean = cleanText(text, { limit: 2_000 });
  const [start = ""] = /^\S+(?:\s+\S+)?/u.exec(clean) ?? [];
  const apart = start
    .replace(/\p{Nd}/gu, plainDigit)
    // Arabic signs between digits.
    .replaceAll("٫", ".")
    .replaceAll("٬", ",")
    .replace(/^(\p{L}{0,3}\.?\p{Sc}|\p{L}{3})(?=\d)/u, (name) => (isName(name) ? `${name} ` : name))
    .replace(/(?<=^|\s)(\d[\d.,'’]*)(\p{L}{0,3}\.?\p{Sc}|\p{L}{3})(?=\s|$)/u, (both, figure: string, name: string) =>
      isName(name) ? `${figure} ${name}` : both,
    );
  return `${apart}${clean.slice(start.length)}`.split(/\s+/u).filter((word) => word !== "");
}

const isName = (name: string): boolean => /\p{Sc}$/u.test(name) || isCurrency(name.toUpperCase());

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

function finished(figure: string, rest: string, currency: string): ReadAmount {
  const read = readFigure(figure, currency);
  if (typeof read === "string") return failed(read);
  const [first, second] = read;
  if (first === undefined || read.includes(0)) return failed("amount-nothing");
  if (read.some((minor) => minor > largestAmount)) return failed("amount-too-large");
  return second === undefined
    ? { ok: true, minor: first, rest }
    : { ok: false, either: read.map((minor) => ({ minor, rest })) };
}

/** What a figure can mean, in minor units. */
function readFigure(figure: string, currency: string): readonly number[] | "amount-not-understood" | "amount-too-fine" {
  const text = figure.replace(/[.,]$/u, "");
  if (/^\d+$/u.test(text)) return [minorOf(text, "", currency) ?? 0];
  const grouped = /^(\d{1,3})((?:([.,'’ ])\d{3})(?:\3\d{3})*)(?:([.,])(\d+))?$/u.exec(text);
  const plain = /^(\d+)([.,])(\d+)$/u.exec(text);
  if (grouped !== null) {
    const [, head = "", groups = "", sign = "", point, behind = ""] = grouped;
    const whole = `${head}${groups}`.replace(/\D/gu, "");
    if (point !== undefined) {
      if (point === sign) return "amount-not-understood";
      const minor = minorOf(whole, behind, currency);
      return minor === undefined ? "amount-too-fine" : [minor];
    }
    // One point or comma before three digits: a thousand, or decimals. Where the currency has none it is a thousand.
    const [, left = "", , right = ""] = plain ?? [];
    const doubtful = plain !== null && minorDigits(currency) > 0;
    const tooFine = left.startsWith("0");
    const thousands = minorOf(whole, "", currency) ?? 0;
    if (!doubtful) return tooFine ? "amount-not-understood" : [thousands];
    const decimals = minorOf(left, right.slice(0, minorDigits(currency)), currency) ?? 0;
    if (!tooFine) return thousands === decimals ? [thousands] : [thousands, decimals];
    return minorDigits(currency) >= 3 ? [decimals] : "amount-too-fine";
  }
  if (plain === null) return "amount-not-understood";
  const [, whole = "", , behind = ""] = plain;
  const minor = minorOf(whole, behind, currency);
  return minor === undefined ? "amount-too-fine" : [minor];
}

/** Whole names and signs of all currencies, with the codes that they may mean: a `$` is many. Made when first wanted. */
let named: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function nameTable(): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>();
  for (const { locale } of languages.values()) {
    for (const currency of currencies) {
      for (const currencyDisplay of ["narrowSymbol", "name"] as const) {
        const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay });
        for (const amount of currencyDisplay === "name" ? [1, 2] : [1]) {
          const name = plainName(format.formatToParts(amount).find(({ type }) => type === "currency")?.value ?? "");
          const codes = table.get(name) ?? new Set();
          table.set(name, codes.add(currency));
        }
      }
    }
  }
  return table;
}

/** A currency by its code, its sign or its name in any language; undefined where none or several are meant. */
export function readCurrency(text: string): string | undefined {
  const typed = cleanText(text, { limit: 60 });
  const code = typed.toUpperCase();
  if (isCurrency(code)) return code;
  named ??= nameTable();
  const [only, ...more] = named.get(bare(typed)) ?? [];
  return more.length === 0 ? only : undefined;
}

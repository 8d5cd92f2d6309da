/**
 * Texts of people made plain, whatever their language is: what is stored and shown, and what is compared.
 */
import { distance } from "fastest-levenshtein";

/** Longer texts are not looked at: chrono's patterns take quadratic time and more. */
const LONGEST_WORDS = 100;

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
  const wanted = bare([...word].slice(0, 64).join(""));
  if (wanted.length === 0) return undefined;
  const scored = [...new Set(candidates)].map((candidate) => ({ candidate, score: apart(wanted, bare(candidate)) }));
  return scored
    .filter(({ candidate, score }) => score <= tolerance(Math.max(wanted.length, bare(candidate).length)))
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

/** Without accents; º and its like stay. */
export const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");

/** Lower case without accents. */
export const bare = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The same with one `-` for what separates words: how fixed words and names are compared. */
export const fold = (text: string): string =>
  bare(text)
    .trim()
    .replace(/[\s_]+/gu, "-");

/**
 * The same without apostrophes, the space that French has before a colon, nor what begins or ends a sentence that asks
 * nothing: how what buttons say is compared.
 */
export const spoken = (text: string): string =>
  fold(
    text
      .slice(0, 100)
      .replace(/['’‘`´]/gu, "")
      .replace(/\s+(?=[:;?!])/gu, "")
      .replace(/^[¡¿\s]+|[.,!…\s]+$/gu, ""),
  );

/** Commas, semicolons and question marks of other scripts as plain ones: what parts a list. */
export const plainSigns = (text: string): string =>
  text
    .replace(/[،、，]/gu, ",")
    .replace(/[؛；]/gu, ";")
    .replaceAll("؟", "?");

/**
 * Lower case, digits of any script as 0 to 9, full-width signs as plain ones, one space between words,
 * no quotes around. Undefined where there is nothing, or too much to look at. NFKC is not used: it makes '10²' 102.
 */
export function plainWords(text: string): string | undefined {
  if (text.length > 2 * LONGEST_WORDS) return undefined;
  const words = plainSigns(cleanText(text, { limit: LONGEST_WORDS + 1 }))
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

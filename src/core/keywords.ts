/** Known keys that stand without their colon among people's own words. */
import type { Option } from "./command.ts";
import { isFreeText } from "./flags.ts";
import { isQuoted, nameOf, splitFirst, tokens, unquote } from "./quotes.ts";
import { beforeNouns } from "../words/fixed.ts";
import { withMonth } from "../words/times.ts";

/** Keys that are ordinary words of a sentence as well. */
const plainWords: ReadonlySet<string> = new Set(["from", "to", "at", "where", "after"]);

/** Kinds that have a number by which people name them. */
export const things: ReadonlySet<string> = new Set(["drive", "role", "action", "gathering", "vote"]);

/** A known key that stands without its colon among the words of a text. */
interface Keyword {
  readonly index: number;
  readonly name: string;
  readonly type: Option<unknown>["type"];
}

/**
 * Takes known keys without their colon, with the values behind them: `goal 5`, `Shall we? deadline friday goal 50`. Nobody's
 * own words are cut up: a key splits where its type surely reads what stands behind it, and not behind an article or a
 * preposition ('our goal 50'). Where more than one thing may be meant the text stays whole.
 */
export function withoutKeywords(
  text: string,
  options: readonly (readonly [string, Option<unknown>])[],
  raw: Record<string, string>,
): string {
  if (isQuoted(text)) return text;
  const typed = tokens(text);
  const words = withMonthTwice(typed, keywordsIn(typed, options, raw));
  const keywords = keywordsIn(words, options, raw);
  if (keywords.length === 0) return text;
  const positions = options.filter(([, { position }]) => position !== undefined);
  if (positions.length === 0) return withoutNamed(words, keywords, raw);
  const free = positions.some(([, { type }]) => isFreeText(type));
  return free ? withoutSureKeywords(words, keywords, raw) : withoutKeysBehindThing(words, keywords, raw);
}

/** `from 5 to 8 may`: a month that is said once holds for both days. */
function withMonthTwice(words: readonly string[], keywords: readonly Keyword[]): readonly string[] {
  const from = keywords.find(({ name }) => name === "from");
  const to = keywords.find(({ name, index }) => name === "to" && index > (from?.index ?? words.length));
  if (from === undefined || to === undefined) return words;
  const day = valueOf(words, from.index + 1, to.index);
  const end = keywords.find(({ index }) => index > to.index)?.index;
  const length = surePrefix(to, words.slice(to.index + 1, end));
  const last = valueOf(words, to.index + 1, to.index + 1 + length);
  const span = withMonth(day, last);
  return span === day || length === 0 || !surely(from, span)
    ? words
    : [...words.slice(0, from.index + 1), ...tokens(span), ...words.slice(to.index)];
}

/** The keys among the words of a text that have no value yet. */
export function keywordsIn(
  words: readonly string[],
  options: readonly (readonly [string, Option<unknown>])[],
  raw: Readonly<Record<string, string>>,
): readonly Keyword[] {
  const free = options.some(([, { type, position }]) => position !== undefined && isFreeText(type));
  return words.flatMap((word, index): readonly Keyword[] => {
    const option = options.find(
      ([name, { type, position }]) =>
        position === undefined && type.kind !== "flag" && name === nameOf(word) && raw[name] === undefined,
    );
    // The first word may be all that is said without a key: `/pledge in drive 2`.
    const isNoun = index > (free ? 0 : 1) && beforeNouns.has((words[index - 1] ?? "").toLowerCase());
    return option === undefined || isNoun ? [] : [{ index, name: option[0], type: option[1].type }];
  });
}

const valueOf = (words: readonly string[], from: number, to?: number): string => words.slice(from, to).join(" ");

/** 'From 8 to 10' is somebody's sentence: behind an ordinary word a number alone is no value. */
const isNumberInText = ({ name, type }: Keyword): boolean => type.kind === "integer" && plainWords.has(name);

const surely = (keyword: Keyword, text: string): boolean =>
  text !== "" &&
  keyword.type.reads !== undefined &&
  !isNumberInText(keyword) &&
  (isQuoted(text) || (!/[?!]$/u.test(text) && keyword.type.reads(text)));

/** Where the sure value of a key ends, if it has one: at the next other key ('at friday at 19:00'), or at the next one. */
function sureEnd(words: readonly string[], keyword: Keyword, keywords: readonly Keyword[]): number | undefined {
  const later = keywords.filter(({ index }) => index > keyword.index);
  const ends = [later.find(({ name }) => name !== keyword.name), later[0]].map((next) => next?.index ?? words.length);
  return ends.find((end) => surely(keyword, valueOf(words, keyword.index + 1, end)));
}

/** Where a text that people write themselves ends: no choice and no rhythm is taken out of it ('every friday'). */
const endsText = (words: readonly string[], keyword: Keyword, keywords: readonly Keyword[]): boolean =>
  keyword.type.kind !== "choice" &&
  keyword.type.kind !== "recurrence" &&
  sureEnd(words, keyword, keywords) !== undefined;

/** `/drive edit 1 Do we strike?`, `/drive edit 1 name Strike vote`: the number names the thing, and is no part of the text. */
export function withoutNumber(
  text: string,
  options: readonly (readonly [string, Option<unknown>])[],
  raw: Record<string, string>,
): string {
  const thing = options.find(
    ([name, { type, position }]) => position === undefined && things.has(type.kind) && raw[name] === undefined,
  );
  const [number, rest] = splitFirst(text);
  if (thing === undefined || rest === "" || !/^#?\d{1,9}$/u.test(number)) return text;
  raw[thing[0]] = number;
  const [first] = keywordsIn(tokens(rest), options, raw);
  const [, value] = splitFirst(rest);
  if (first?.index !== 0 || !isFreeText(first.type) || value === "" || /[?!]$/u.test(value)) return rest;
  raw[first.name] = unquote(value);
  return "";
}

/** Where nothing goes without a key, each is one if it stands there once, with a value: else the whole is left over. */
function withoutNamed(words: readonly string[], keywords: readonly Keyword[], raw: Record<string, string>): string {
  const values = keywords.map(({ index }, place) => valueOf(words, index + 1, keywords[place + 1]?.index));
  const names = new Set(keywords.map(({ name }) => name));
  if (names.size < keywords.length || values.includes("")) return words.join(" ");
  for (const [place, { name }] of keywords.entries()) raw[name] = unquote(values[place] ?? "");
  return valueOf(words, 0, keywords[0]?.index);
}

/** As above, behind the name of a thing: `/role cover Keys by Ben from tomorrow`. */
function withoutKeysBehindThing(
  words: readonly string[],
  keywords: readonly Keyword[],
  raw: Record<string, string>,
): string {
  const text = takeValues(words, keywords, raw, (keyword, later) =>
    keyword.type.reads === undefined
      ? (later.find((one) => endsText(words, one, keywords))?.index ?? words.length)
      : sureEnd(words, keyword, keywords),
  );
  return text.join(" ");
}

/**
 * Takes the values of keys in their order, of each key the first. `endOf` says where a value ends, if it is one: `later` are
 * the other keys behind it, and `follows` says that it stands right behind another value.
 * @returns the words that are left
 */
function takeValues(
  words: readonly string[],
  keywords: readonly Keyword[],
  raw: Record<string, string>,
  endOf: (keyword: Keyword, later: readonly Keyword[], follows: boolean) => number | undefined,
): readonly string[] {
  const text: string[] = [];
  const read: Record<string, string> = {};
  let at = 0;
  for (const [place, keyword] of keywords.entries()) {
    const { index, name } = keyword;
    if (index < at || read[name] !== undefined) continue;
    const later = keywords.slice(place + 1).filter((one) => one.name !== name && read[one.name] === undefined);
    const end = endOf(keyword, later, index === at && at > 0);
    if (end === undefined) continue;
    text.push(...words.slice(at, index));
    const value = valueOf(words, index + 1, end);
    if (value !== "") read[name] = unquote(value);
    at = end;
  }
  Object.assign(raw, read);
  return [...text, ...words.slice(at)];
}

/** As above, in a text that people write themselves: once there is a sure value, more keys may follow it. */
function withoutSureKeywords(
  words: readonly string[],
  keywords: readonly Keyword[],
  raw: Record<string, string>,
): string {
  const text = takeValues(words, keywords, raw, (keyword, later, follows) => {
    const { index, name, type } = keyword;
    // 'By cells or by seats' is somebody's sentence.
    if (type.kind === "choice" && words.slice(0, index).some((word) => nameOf(word) === name)) return undefined;
    const end = sureEnd(words, keyword, keywords) ?? (follows ? endBehindSure(words, keyword, later) : undefined);
    return end === index + 1 ? undefined : end;
  });
  // At the beginning the value is as long as it can be: `goal 5 Shall we?`.
  const [first] = keywords;
  if (first?.index !== 0 || raw[first.name] !== undefined || first.type.kind === "choice") return text.join(" ");
  const length = surePrefix(first, text.slice(1, -1));
  if (length === 0) return text.join(" ");
  raw[first.name] = unquote(valueOf(text, 1, 1 + length));
  return valueOf(text, 1 + length);
}

/** How many words from the beginning are surely a value of a key, as many as can be; 0 if none are. */
function surePrefix(keyword: Keyword, words: readonly string[]): number {
  let length = words.length;
  while (length > 0 && !surely(keyword, valueOf(words, 0, length))) length--;
  return length;
}

/** Where the value of a key ends that stands right behind a sure one, and is none by its type; undefined if it is text. */
function endBehindSure(words: readonly string[], keyword: Keyword, later: readonly Keyword[]): number | undefined {
  const { index, name, type } = keyword;
  const begin = index + 1;
  if (!isFreeText(type)) {
    const end = later[0]?.index ?? words.length;
    if (!plainWords.has(name)) return end;
    // 'To 10:00 for the right to rest', but 'to the town hall'.
    const length = surePrefix(keyword, words.slice(begin, end));
    return length === 0 ? undefined : begin + length;
  }
  const end = later.find((one) => endsText(words, one, later))?.index ?? words.length;
  const doubtful = words.slice(begin, end).some((word) => plainWords.has(nameOf(word)) || nameOf(word) === "rest");
  return plainWords.has(name) && doubtful ? undefined : end;
}

/**
 * A known key whose colon may have been forgotten is asked about: where a short text begins with it, and where the command
 * cannot do without it and a digit follows that yet begins no value of it, as in `deadline 31 february`.
 */
export function forgottenColon(
  text: string,
  options: readonly (readonly [string, Option<unknown>])[],
  raw: Readonly<Record<string, string>>,
): string | undefined {
  if (isQuoted(text)) return undefined;
  // A flag in people's own words is asked about with two buttons (flags.ts).
  const free = options.some(([, { type, position }]) => position !== undefined && isFreeText(type));
  const keyOf = (word: string) =>
    options.find(
      ([name, { type, position }]) =>
        position === undefined && name === word.toLowerCase() && !(name in raw) && !(free && type.kind === "flag"),
    );
  const [first = "", rest] = splitFirst(text);
  // 'By seats?' is a question that somebody asks.
  const short = rest !== "" && rest.split(/\s+/u).length <= 2 && !/[?!.…]$/u.test(rest);
  const beginning = short ? keyOf(first)?.[0] : undefined;
  if (beginning !== undefined) return beginning;
  const words = tokens(text);
  return words
    .find((word, index) => {
      const { type, required = false } = keyOf(word)?.[1] ?? {};
      return type?.reads !== undefined && (required || index === 0) && /^\d/u.test(words[index + 1] ?? "");
    })
    ?.toLowerCase();
}

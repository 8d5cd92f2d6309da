/**
 * Reads what people type as commands: `/name word positional key:value key:"several words"` (README, "The commands,
 * as people write them"). Only the form is read here; the values are read by the option types.
 */
import type { Command, Option, AnyUsage } from "./command.ts";
import { nearest } from "../words/clean.ts";
import { beforeNouns, withoutFillers } from "../words/fixed.ts";
import { spanIn } from "../words/times.ts";

/** A command with one of its words, and what was typed for its options. */
export interface Invocation {
  readonly command: Command;
  readonly word: string | undefined;
  readonly usage: AnyUsage;
  readonly raw: Readonly<Record<string, string>>;
}

export type Parsed =
  /** Not a command: ordinary talk. */
  | { readonly type: "talk" }
  /** A command that does not exist, with the nearest one that does. */
  | { readonly type: "unknown-command"; readonly typed: string; readonly near: string | undefined }
  /** A command with words, without one or with one that does not exist. */
  | {
      readonly type: "unknown-word";
      readonly command: Command;
      readonly typed: string | undefined;
      readonly near: string | undefined;
    }
  /** Something was left over that belongs to no option. */
  | { readonly type: "left-over"; readonly invocation: Invocation; readonly text: string }
  /** It begins with a key that the command has, but without the colon, and what stands behind it is no value of it. */
  | { readonly type: "no-colon"; readonly invocation: Invocation; readonly key: string }
  | { readonly type: "invocation"; readonly invocation: Invocation };

/** What comes after the prefix; longer texts are cut before they are looked at (UTF-16 units). */
const longestCommand = 8_000;

const nameOf = (typed: string): string => typed.toLowerCase().replaceAll("_", "-");

/** Finds a command by the name that people type; `_` and `-` are the same (Telegram's menus have no `-`). */
export const findCommand = (commands: readonly Command[], typed: string): Command | undefined =>
  commands.find(({ name }) => name === nameOf(typed));

/** The form of a command that belongs to a word, or to none; `constructor` and its like are no words. */
export function findUsage(command: Command | undefined, word: string | undefined): AnyUsage | undefined {
  if (word === undefined) return command?.bare;
  const words = command?.words ?? {};
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** Reads a whole message. `prefixes` are the platform's first characters of commands. */
export function parseCommand(text: string, commands: readonly Command[], prefixes: readonly string[]): Parsed {
  const trimmed = text.slice(0, longestCommand).trim();
  const prefix = prefixes.find((start) => trimmed.startsWith(start));
  if (prefix === undefined) return { type: "talk" };
  const [, typed = "", rest = ""] = /^([\p{L}\p{N}_-]+)(?:\s+([^]*))?$/u.exec(trimmed.slice(prefix.length)) ?? [];
  if (typed === "") return { type: "talk" };
  const command = findCommand(commands, typed);
  if (command === undefined) {
    return {
      type: "unknown-command",
      typed,
      near: nearest(
        nameOf(typed),
        commands.map(({ name }) => name),
      ),
    };
  }
  return parseUsage(command, rest.trim());
}

function parseUsage(command: Command, rest: string): Parsed {
  const words = command.words ?? {};
  const [first = "", after = ""] = splitFirst(rest);
  const word = nameOf(first);
  const usage = findUsage(command, word);
  if (usage !== undefined) return parseOptions(command, word, usage, after);
  if (command.bare !== undefined && (rest === "" || Object.keys(words).length === 0 || takesText(command.bare))) {
    return parseOptions(command, undefined, command.bare, rest);
  }
  return {
    type: "unknown-word",
    command,
    typed: first === "" ? undefined : first,
    near: first === "" ? undefined : nearest(word, Object.keys(words)),
  };
}

const takesText = (usage: AnyUsage): boolean =>
  Object.values(usage.options ?? {}).some(({ position }) => position !== undefined);

function splitFirst(text: string): [string, string] {
  const at = text.search(/\s/u);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at).trim()];
}

/** Quotes that open a text, in any language, and the one that people mean to close it with. */
const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "”": "”",
  "„": "“",
  "‟": "”",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
  "「": "」",
  "『": "』",
  "〈": "〉",
  "《": "》",
  "＂": "＂",
  "'": "'",
  "‘": "’",
  "’": "’",
  "‚": "‘",
};
/** Those that are apostrophes as well: they close only at the end of a word. */
const single = "'‘’‚‹›";
/** What may stand behind a quoted text. */
const afterQuote = /^(?:$|[\s,;.:!?)])/u;

/**
 * The length of a quoted string at the beginning of `text`, with its quotes; 0 if there is none. Phones put in what they
 * like: where the right quote is missing, any other one that ends a word closes.
 */
function quotedLength(text: string): number {
  const opening = text.charAt(0);
  const partner = Object.hasOwn(quotes, opening) ? quotes[opening] : undefined;
  if (partner === undefined) return 0;
  let mixed = 0;
  for (let at = 1; at < text.length; at++) {
    const sign = text.charAt(at);
    const ends = afterQuote.test(text.slice(at + 1, at + 2));
    if (sign === partner && (ends || !single.includes(sign))) return at + 1;
    const alike = single.includes(sign) === single.includes(opening);
    if (mixed === 0 && alike && ends && closing.has(sign)) mixed = at + 1;
  }
  return mixed;
}

const closing: ReadonlySet<string> = new Set([...Object.keys(quotes), ...Object.values(quotes)]);

/** Takes away the quotes around the whole of a value. */
function unquote(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 1 && quotedLength(trimmed) === trimmed.length ? trimmed.slice(1, -1).trim() : trimmed;
}

interface Piece {
  /** The key before it, none for what stands without a key. */
  readonly key: string | undefined;
  readonly text: string;
}

/**
 * Cuts at the known keys that stand at the beginning of a word outside quotes. `keyOf` gives the option that a key means:
 * what is not one is text, and a flag that stood in it would silently be lost (`secreto:sí` is no part of a question).
 */
function cutAtKeys(text: string, keyOf: (typed: string) => string | undefined): Piece[] {
  const pieces: Piece[] = [];
  let key: string | undefined;
  let start = 0;
  let at = 0;
  const known = (from: number): string | undefined => {
    const found = /^([\p{L}\p{N}_-]+)[:：]/u.exec(text.slice(from, from + 64))?.[1];
    return found === undefined ? undefined : keyOf(found);
  };
  while (at < text.length) {
    const atWord = at === 0 || /\s/u.test(text.charAt(at - 1)) || at === start;
    const quoted = atWord ? quotedLength(text.slice(at)) : 0;
    if (quoted > 0) {
      at += quoted;
      continue;
    }
    const next = atWord ? known(at) : undefined;
    if (next !== undefined) {
      pieces.push({ key, text: text.slice(start, at).trim() });
      key = next;
      at = text.slice(at).search(/[:：]/u) + at + 1;
      while (at < text.length && /\s/u.test(text.charAt(at))) at++;
      start = at;
      continue;
    }
    at++;
  }
  pieces.push({ key, text: text.slice(start).trim() });
  return pieces;
}

/**
 * Takes the words of flags (`anonymous`, `secret`) from the end of a text, where they stand without a key and outside
 * quotes, and notes them in `raw`.
 */
function withoutFlags(
  text: string,
  flags: readonly (readonly [string, Option<unknown>])[],
  raw: Record<string, string>,
) {
  for (let rest = text; ;) {
    const last = /(?:^|\s)(\S+)$/u.exec(rest)?.[1] ?? "";
    const found = flags.find(([, { type }]) => type.reads?.(last) === true);
    if (found === undefined) return rest;
    raw[found[0]] = last;
    rest = rest.slice(0, -last.length).trim();
  }
}

/** The help names every option, so some type the name of one that needs none: `/role new name:Keys` means `/role new Keys`. */
function withoutKey(text: string, name: string): string {
  const typed = /^([\p{L}\p{N}_-]+)[:：]/u.exec(text.slice(0, 64))?.[1];
  return typed !== undefined && nameOf(typed) === name ? text.slice(typed.length + 1).trim() : text;
}

/** The first value of a text: a quoted string, or up to the next white space. */
function firstValue(text: string): [string, string] {
  const quoted = quotedLength(text);
  return quoted > 0 ? [unquote(text.slice(0, quoted)), text.slice(quoted).trim()] : splitFirst(text);
}

/** Words of a fixed word. */
const longestChoice = 4;

/** Keys that are ordinary words of a sentence as well. */
const plainWords: ReadonlySet<string> = new Set(["from", "to", "at", "where"]);

/** Kinds that have a number by which people name them. */
const things: ReadonlySet<string> = new Set(["drive", "role", "action", "gathering", "vote"]);

function parseOptions(command: Command, word: string | undefined, usage: AnyUsage, text: string): Parsed {
  const visible = Object.entries(usage.options ?? {}).filter(([, option]) => option.hidden !== true);
  const positional = visible
    .filter(([, { position }]) => position !== undefined)
    .sort(([, a], [, b]) => (a.position ?? 0) - (b.position ?? 0));
  const keyed = visible
    .filter(([, { type, position }]) => position === undefined || type.kind === "flag")
    .map(([name]) => name);

  const raw: Record<string, string> = {};
  const flags = visible.filter(([, { type, position }]) => type.kind === "flag" && position === undefined);
  const isFlag = (key: string | undefined): boolean =>
    visible.some(([name, { type }]) => name === key && type.kind === "flag");
  const keyOf = (typed: string): string | undefined =>
    keyed.find((name) => name === nameOf(typed)) ?? flags.find(([, { type }]) => type.reads?.(typed) === true)?.[0];
  const free = positional.some(([, { type }]) => isFreeText(type));
  // A text behind a key without its colon runs to its end: `checklist do not share power`.
  const ownText = ({ key, text: said }: Piece): boolean =>
    key === undefined && !free && keywordsIn(tokens(said), visible, raw).some(({ type }) => isFreeText(type));
  const pieces = cutAtKeys(text, keyOf).map((piece) =>
    isFlag(piece.key) || ownText(piece) ? piece : { ...piece, text: withoutFlags(piece.text, flags, raw) },
  );
  let loose = pieces
    .filter(({ key }) => key === undefined)
    .map((piece) => piece.text)
    .join(" ")
    .trim();
  for (const { key, text: value } of pieces) {
    if (key === undefined) continue;
    const quoted = quotedLength(value);
    // A value in quotes ends with them. Without quotes it runs to the next key, unless the text that needs no key is
    // still missing: then `/drive new goal:50 Shall we?` means what it seems to mean.
    if (quoted > 0 && quoted < value.length) {
      raw[key] = unquote(value.slice(0, quoted));
      loose = `${loose} ${value.slice(quoted).trim()}`.trim();
    } else if (quoted === 0 && loose === "" && positional.some(([, { required }]) => required)) {
      const [first, rest] = splitFirst(value);
      raw[key] = first;
      loose = rest;
    } else raw[key] = unquote(value);
  }
  if (free) loose = withoutNumber(loose, visible, raw);
  loose = withoutKeywords(loose, visible, raw);
  // Where only words are expected that are read one by one, 'please' and 'others' say nothing.
  if (positional.every(([, { type }]) => type.reads !== undefined)) loose = withoutFillers(loose);
  const doubt = forgottenColon(loose, visible, raw);
  loose = withoutSpan(loose, visible, raw);
  const thing = visible.find(
    ([name, { type, position }]) => position === undefined && things.has(type.kind) && raw[name] === undefined,
  );
  // `/drive show 1`: what has a number is named by it, in every command.
  if (thing !== undefined && loose !== "" && (positional.length === 0 || /^#?\d{1,9}$/u.test(loose))) {
    raw[thing[0]] = unquote(loose);
    loose = "";
  }

  positional.forEach(([name, option], index) => {
    loose = withoutKey(loose, name);
    if (loose === "" || raw[name] !== undefined) return;
    if (index === positional.length - 1) {
      const verbs = option.required ? [] : visible.filter(([key]) => raw[key] === undefined && key !== name);
      loose = withoutVerb(loose, verbs, option.type, raw);
      if (loose !== "") raw[name] = unquote(loose);
      loose = "";
      return;
    }
    // `/gather when some evening next week`: the gathering is left out.
    const next = positional[index + 1]?.[1].type;
    if (!option.required && index === positional.length - 2 && next !== undefined && beginsWith(next, loose)) return;
    const [value, rest] = option.type.kind === "choice" ? firstChoice(option.type, loose) : firstValue(loose);
    raw[name] = value;
    loose = rest;
  });

  const invocation = { command, word, usage, raw };
  if (doubt !== undefined) return { type: "no-colon", invocation, key: doubt };
  return loose === "" ? { type: "invocation", invocation } : { type: "left-over", invocation, text: loose };
}

/**
 * `/action care 1 done`: the verb is one of the command's, unless it is quoted. So it is before or behind one of the words that
 * an option offers: `meals done`. A text that people write themselves may well begin or end with such a word.
 */
function withoutVerb(
  text: string,
  options: readonly (readonly [string, Option<unknown>])[],
  { choices }: Option<unknown>["type"],
  raw: Record<string, string>,
): string {
  const words = tokens(text);
  const ends = choices === undefined && words.length > 1 ? [] : [words.length - 1, 0];
  for (const at of ends) {
    const found = options.find(([, { type }]) => !isQuoted(words[at] ?? "") && isVerb(type, words[at] ?? ""));
    if (found === undefined) continue;
    raw[found[0]] = words[at] ?? "";
    return words.toSpliced(at, 1).join(" ");
  }
  return text;
}

/** `/role away tomorrow until friday`: from when to when, where the command asks for that and nothing else is meant. */
function withoutSpan(
  text: string,
  options: readonly (readonly [string, Option<unknown>])[],
  raw: Record<string, string>,
): string {
  const of = new Map(options);
  const [from, to] = [of.get("from")?.type, of.get("to")?.type];
  const meant = options.some(([, { type, position }]) => position !== undefined && type.reads?.(text) !== false);
  if (text === "" || raw["from"] !== undefined || meant || from?.reads === undefined || to?.reads === undefined)
    return text;
  const span: { readonly from?: string; readonly to?: string } =
    raw["to"] === undefined ? spanIn(text) : { from: text };
  const fits = (type: Option<unknown>["type"], words: string | undefined) => words === undefined || type.reads?.(words);
  if (fits(from, span.from) !== true || fits(to, span.to) !== true) return text;
  Object.assign(raw, span);
  return "";
}

/** `/pledge I'm in`: a fixed word may be several. */
function firstChoice({ reads }: Option<unknown>["type"], text: string): [string, string] {
  const words = tokens(text);
  for (let length = Math.min(words.length, longestChoice); length > 1; length--) {
    const value = words.slice(0, length).join(" ");
    if (reads?.(value) === true) return [value, words.slice(length).join(" ")];
  }
  return firstValue(text);
}

const isVerb = ({ kind, reads }: Option<unknown>["type"], text: string): boolean =>
  kind === "choice" && reads?.(text) === true;

/** Whether a text of several words is a value, or its first word is one already: 'friday, 14 november'. */
const beginsWith = ({ reads }: Option<unknown>["type"], text: string): boolean =>
  !oneWord(text) && (reads?.(text) === true || reads?.(splitFirst(text)[0].replace(/,$/u, "")) === true);

const oneWord = (text: string): boolean => !/\s/u.test(text);

/** The words of a text; what stands in quotes is one. */
function tokens(text: string): readonly string[] {
  const found: string[] = [];
  for (let rest = text.trim(); rest !== "";) {
    const quoted = quotedLength(rest);
    const end = rest.slice(quoted).search(/\s/u);
    const length = end < 0 ? rest.length : quoted + end;
    found.push(rest.slice(0, length));
    rest = rest.slice(length).trimStart();
  }
  return found;
}

const isQuoted = (text: string): boolean => text !== "" && quotedLength(text) === text.length;

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
function withoutKeywords(
  text: string,
  options: readonly (readonly [string, Option<unknown>])[],
  raw: Record<string, string>,
): string {
  if (isQuoted(text)) return text;
  const words = tokens(text);
  const keywords = keywordsIn(words, options, raw);
  if (keywords.length === 0) return text;
  const positions = options.filter(([, { position }]) => position !== undefined);
  if (positions.length === 0) return withoutNamed(words, keywords, raw);
  const free = positions.some(([, { type }]) => isFreeText(type));
  return free ? withoutSureKeywords(words, keywords, raw) : withoutKeysBehindThing(words, keywords, raw);
}

function keywordsIn(
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

const isFreeText = ({ kind, reads }: Option<unknown>["type"]): boolean => kind === "text" && reads === undefined;

const valueOf = (words: readonly string[], from: number, to?: number): string => words.slice(from, to).join(" ");

const surely = ({ type }: Keyword, text: string): boolean =>
  text !== "" && type.reads !== undefined && (isQuoted(text) || (!/[?!]$/u.test(text) && type.reads(text)));

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
function withoutNumber(
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
  const text: string[] = [];
  const read: Record<string, string> = {};
  let at = 0;
  for (const [place, keyword] of keywords.entries()) {
    const { index, name, type } = keyword;
    if (index < at || read[name] !== undefined) continue;
    const later = keywords.slice(place + 1).filter((one) => one.name !== name && read[one.name] === undefined);
    const end =
      type.reads === undefined
        ? (later.find((one) => endsText(words, one, keywords))?.index ?? words.length)
        : sureEnd(words, keyword, keywords);
    if (end === undefined) continue;
    text.push(...words.slice(at, index));
    const value = valueOf(words, index + 1, end);
    if (value !== "") read[name] = unquote(value);
    at = end;
  }
  text.push(...words.slice(at));
  Object.assign(raw, read);
  return text.join(" ");
}

/** As above, in a text that people write themselves: once there is a sure value, more keys may follow it. */
function withoutSureKeywords(
  words: readonly string[],
  keywords: readonly Keyword[],
  raw: Record<string, string>,
): string {
  const text: string[] = [];
  const read: Record<string, string> = {};
  let at = 0;
  for (const [place, keyword] of keywords.entries()) {
    const { index, name, type } = keyword;
    if (index < at || read[name] !== undefined) continue;
    const follows = index === at && at > 0;
    // 'By cells or by seats' is somebody's sentence.
    const said = type.kind === "choice" && words.slice(0, index).some((word) => nameOf(word) === name);
    const later = keywords.slice(place + 1).filter((one) => one.name !== name && read[one.name] === undefined);
    const end = said
      ? undefined
      : (sureEnd(words, keyword, keywords) ?? (follows ? endBehindSure(words, keyword, later) : undefined));
    if (end === undefined || end === index + 1) continue;
    text.push(...words.slice(at, index));
    read[name] = unquote(valueOf(words, index + 1, end));
    at = end;
  }
  text.push(...words.slice(at));
  Object.assign(raw, read);
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
function forgottenColon(
  text: string,
  options: readonly (readonly [string, Option<unknown>])[],
  raw: Readonly<Record<string, string>>,
): string | undefined {
  if (isQuoted(text)) return undefined;
  const keyOf = (word: string) =>
    options.find(([name, { position }]) => position === undefined && name === word.toLowerCase() && !(name in raw));
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

/** A typed command as the platform would hand it over where commands are native (Discord): in tests and rehearsals. */
export function asNative(
  text: string,
  commands: readonly Command[],
): { readonly name: string; readonly word?: string; readonly options: Readonly<Record<string, string>> } | undefined {
  const parsed = parseCommand(text, commands, ["/"]);
  if (parsed.type !== "invocation") return undefined;
  const { command, word, raw } = parsed.invocation;
  return { name: command.name, ...(word === undefined ? {} : { word }), options: raw };
}

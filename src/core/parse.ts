/**
 * Reads what people type as commands: `/name word positional key:value key:"several words"` (docs/rules.md, "The commands,
 * as people write them"). Only the form is read here; the values are read by the option types.
 */
import type { Command, Option, AnyUsage } from "./command.ts";
import { flagsOf, isFreeText, quotedFlags, withoutSureFlags, type Around } from "./flags.ts";
import { forgottenColon, keywordsIn, things, withoutKeywords, withoutNumber } from "./keywords.ts";
import { firstValue, isQuoted, nameOf, quotedLength, splitFirst, tokens, unquote } from "./quotes.ts";
import { nearest } from "../words/clean.ts";
import { commandCalled, withoutFillers, wordCalled } from "../words/fixed.ts";
import { spanIn, withMonth } from "../words/times.ts";

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

/**
 * Finds a command by the name that people type, in any language that has one of its own for it; `_` and `-` are the same
 * (Telegram's menus have no `-`).
 */
export function findCommand(commands: readonly Command[], typed: string): Command | undefined {
  const named = (wanted: string | undefined): Command | undefined => commands.find(({ name }) => name === wanted);
  return named(nameOf(typed)) ?? named(commandCalled(nameOf(typed)));
}

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
  const called = wordInFront(Object.keys(words), rest);
  const named = findUsage(command, called?.word);
  // Where a command takes a text of people's own, only what names a thing by its number is surely none: `/decide objetar 1`.
  const isText = command.bare !== undefined && takesOwnText(command.bare) && !/^#?\d{1,9}$/u.test(called?.after ?? "");
  if (called !== undefined && named !== undefined && !isText) {
    return parseOptions(command, called.word, named, called.after);
  }
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

/** Words of the longest name of a word: 'retirar la objeción'. */
const longestName = 4;

/** A word of the command, by what it is called in some language, and what stands behind it. */
function wordInFront(
  words: readonly string[],
  text: string,
): { readonly word: string; readonly after: string } | undefined {
  const all = text.split(/\s+/u);
  for (let length = Math.min(all.length, longestName); length > 0; length--) {
    const word = wordCalled(words, all.slice(0, length).join(" "));
    if (word === undefined) continue;
    let after = text;
    for (let taken = 0; taken < length; taken++) after = splitFirst(after)[1];
    return { word, after };
  }
  return undefined;
}

/**
 * Words that mean a command by themselves (`Usage.alone`): "I'm in", "if 5 others join". Two words at least, of which nothing
 * is left over: "in" and "no" are talk.
 */
export function saidAlone(text: string, commands: readonly Command[]): Invocation | undefined {
  if (text.length > longestAlone || !/\S\s+\S/u.test(text)) return undefined;
  for (const command of commands) {
    const { bare } = command;
    if (bare?.alone !== true) continue;
    const parsed = parseOptions(command, undefined, bare, text);
    if (parsed.type !== "invocation") continue;
    const { raw } = parsed.invocation;
    const sure = Object.entries(raw).every(([name, value]) => bare.options?.[name]?.type.reads?.(value) === true);
    if (sure && Object.keys(raw).length > 0) return parsed.invocation;
  }
  return undefined;
}

/** Longer texts are no such words. UTF-16 units. */
const longestAlone = 60;

const takesText = (usage: AnyUsage): boolean =>
  Object.values(usage.options ?? {}).some(({ position }) => position !== undefined);

const takesOwnText = (usage: AnyUsage): boolean =>
  Object.values(usage.options ?? {}).some(({ position, type }) => position !== undefined && isFreeText(type));

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

/** `Do we strike? rule two-thirds secret`: behind the sure value of a key without its colon, a flag is one. */
function withoutFlagsBehindKeywords(
  text: string,
  options: readonly (readonly [string, Option<unknown>])[],
  raw: Record<string, string>,
): string {
  const found: Record<string, string> = {};
  const rest = withoutSureFlags(text, "words", flagsOf(options), found);
  const left = withoutKeywords(rest, options, { ...raw, ...found });
  if (rest === text || tokens(left).at(-1) === tokens(rest).at(-1)) return text;
  Object.assign(raw, found);
  return rest;
}

/** The help names every option, so some type the name of one that needs none: `/role new name:Keys` means `/role new Keys`. */
function withoutKey(text: string, name: string): string {
  const typed = /^([\p{L}\p{N}_-]+)[:：]/u.exec(text.slice(0, 64))?.[1];
  return typed !== undefined && nameOf(typed) === name ? text.slice(typed.length + 1).trim() : text;
}

/** Words of a fixed word. */
const longestChoice = 4;

function parseOptions(command: Command, word: string | undefined, usage: AnyUsage, text: string): Parsed {
  const visible = Object.entries(usage.options ?? {}).filter(([, option]) => option.hidden !== true);
  const positional = visible
    .filter(([, { position }]) => position !== undefined)
    .sort(([, a], [, b]) => (a.position ?? 0) - (b.position ?? 0));
  const keyed = visible
    .filter(([, { type, position }]) => position === undefined || type.kind === "flag")
    .map(([name]) => name);

  const raw: Record<string, string> = {};
  const flags = flagsOf(visible);
  const isFlag = (key: string | undefined): boolean =>
    visible.some(([name, { type }]) => name === key && type.kind === "flag");
  const keyOf = (typed: string): string | undefined =>
    keyed.find((name) => name === nameOf(typed)) ?? flags.find(([, { type }]) => type.reads?.(typed) === true)?.[0];
  const free = positional.some(([, { type }]) => isFreeText(type));
  // A text behind a key without its colon runs to its end: `checklist do not share power`.
  const ownText = ({ key, text: said }: Piece): boolean =>
    key === undefined && !free && keywordsIn(tokens(said), visible, raw).some(({ type }) => isFreeText(type));
  const around = (key: string | undefined): Around => {
    if (key === undefined) return free ? "text" : "words";
    return visible.some(([name, { type }]) => name === key && isFreeText(type)) ? "value" : "words";
  };
  const pieces = cutAtKeys(text, keyOf).map((piece) =>
    isFlag(piece.key) || ownText(piece)
      ? piece
      : { ...piece, text: withoutSureFlags(piece.text, around(piece.key), flags, raw) },
  );
  let loose = pieces
    .filter(({ key }) => key === undefined)
    .map((piece) => piece.text)
    .join(" ")
    .trim();
  const give = (name: string, value: string): void => {
    quotedFlags(value, flags, raw);
    raw[name] = unquote(value);
  };
  for (const { key, text: value } of pieces) {
    if (key === undefined) continue;
    const quoted = quotedLength(value);
    // A value in quotes ends with them. Without quotes it runs to the next key, unless the text that needs no key is
    // still missing: then `/drive new goal:50 Shall we?` means what it seems to mean.
    if (quoted > 0 && quoted < value.length) {
      give(key, value.slice(0, quoted));
      loose = `${loose} ${value.slice(quoted).trim()}`.trim();
    } else if (quoted === 0 && loose === "" && positional.some(([, { required }]) => required)) {
      const [first, rest] = splitFirst(value);
      raw[key] = first;
      loose = rest;
    } else give(key, value);
  }
  if (free) loose = withoutFlagsBehindKeywords(withoutNumber(loose, visible, raw), visible, raw);
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

  // `from:5 to:8 may`
  const { from, to } = raw;
  if (from !== undefined && to !== undefined) raw["from"] = withMonth(from, to);

  const [first] = positional;
  const otherwise = visible.find(([name, option]) => option.otherwise === true && raw[name] === undefined);
  if (otherwise !== undefined && first !== undefined && loose !== "" && raw[first[0]] === undefined) {
    // `/pledge wear a badge`: no answer begins so.
    const [name, { type }] = first;
    const withKey = withoutKey(loose, name) !== loose;
    if (!withKey && type.reads?.(firstChoice(type, loose)[0]) === false) {
      give(otherwise[0], loose);
      loose = "";
    }
  }

  positional.forEach(([name, option], index) => {
    loose = withoutKey(loose, name);
    if (loose === "" || raw[name] !== undefined) return;
    if (index === positional.length - 1) {
      const verbs = option.required ? [] : visible.filter(([key]) => raw[key] === undefined && key !== name);
      loose = withoutVerb(loose, verbs, option.type, raw);
      if (loose !== "") give(name, loose);
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
    raw["to"] === undefined ? spanIn(text) : { from: withMonth(text, raw["to"]) };
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

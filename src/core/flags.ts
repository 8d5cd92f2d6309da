/**
 * The words of flags (`secret`, `anonymous`, `power`) that stand in people's own words. Where it is sure that one is meant it
 * is taken; where not, nothing is guessed: the person is asked (`doubtfulFlag`), since a vote that opens unsecret by mistake
 * cannot be taken back, and one that opens secret says something else.
 */
import type { AnyUsage, Option } from "./command.ts";
import { isQuoted, tokens } from "./quotes.ts";

type Options = readonly (readonly [name: string, option: Option<unknown>])[];

/** Whether people write it in words of their own. */
export const isFreeText = ({ kind, reads }: Option<unknown>["type"]): boolean => kind === "text" && reads === undefined;

/** The flags of a command that have no place of their own and are not set by buttons alone. */
export const flagsOf = (options: Options): Options =>
  options.filter(([, { type, position, hidden }]) => type.kind === "flag" && position === undefined && hidden !== true);

/** Behind the end of a sentence, quotes, and a mention alone, a text is over. */
const isOver = (text: string): boolean =>
  text === "" || isQuoted(text) || /[?!.…？！。]["'”’»)]*$/u.test(text) || /^@\S+$/u.test(text);

/** Words of people: `value` is a text behind a key, `text` one that needs none; `words` are read by their type. */
export type Around = "text" | "value" | "words";

/**
 * Takes the words of flags from the end, where they are surely meant, and notes them in `raw`: behind a text that is over
 * ('Shall we? secret'), behind a single word ('Strike secret'), and behind what people do not write themselves.
 */
export function withoutSureFlags(text: string, around: Around, flags: Options, raw: Record<string, string>): string {
  for (let rest = text; ;) {
    const last = /(?:^|\s)(\S+)$/u.exec(rest)?.[1] ?? "";
    const found = flags.find(([, { type }]) => type.reads?.(last) === true);
    const before = rest.slice(0, rest.length - last.length).trim();
    const sure = around === "words" || isOver(before) || (around === "text" && !/\s/u.test(before));
    if (found === undefined || raw[found[0]] !== undefined || !sure) return rest;
    raw[found[0]] = last;
    rest = before;
  }
}

/** What stands in quotes is text: of the flags that it mentions none is meant, nor asked about. */
export function quotedFlags(text: string, flags: Options, raw: Record<string, string>): void {
  if (!isQuoted(text)) return;
  for (const [name, { type }] of flags) {
    if (raw[name] === undefined && wordsOf(text).some((word) => type.reads?.(word) === true)) raw[name] = "";
  }
}

/** A flag that may be meant, and may be a word of a text. */
export interface Doubt {
  readonly flag: string;
  readonly option: Option<unknown>;
  /** As it was typed. */
  readonly word: string;
  /** What is given besides, if it is a flag, and if it is text. */
  readonly asFlag: Readonly<Record<string, string>>;
  readonly asText: Readonly<Record<string, string>>;
}

/**
 * The first flag of which nothing is known, and whose word stands in a text: anywhere in one that needs no key, at the end
 * of one behind a key ('keys, cash box power'). An empty value means that it is known not to be meant.
 */
export function doubtfulFlag({ options }: AnyUsage, raw: Readonly<Record<string, string>>): Doubt | undefined {
  const all = Object.entries(options ?? {}).filter(([, { hidden }]) => hidden !== true);
  for (const [flag, meant] of flagsOf(all)) {
    if (Object.hasOwn(raw, flag)) continue;
    for (const [name, option] of all) {
      const text = Object.hasOwn(raw, name) ? (raw[name] ?? "") : "";
      if (!isFreeText(option.type)) continue;
      const words = tokens(text);
      const at = words.findLastIndex((word) => !isQuoted(word) && meant.type.reads?.(bareWord(word)) === true);
      if (at < 0 || (option.position === undefined && at < words.length - 1)) continue;
      const word = bareWord(words[at] ?? "");
      const asFlag = { [name]: withoutWord(words, at) ?? text, [flag]: word };
      return { flag, option: meant, word, asFlag, asText: { [flag]: "" } };
    }
  }
  return undefined;
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).map(bareWord);

/** Without the signs around it. */
const bareWord = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** The text without its first or last word, and without what hung on that; undefined where it stands inside, or alone. */
function withoutWord(words: readonly string[], at: number): string | undefined {
  if (words.length < 2) return undefined;
  if (at === words.length - 1)
    return words
      .slice(0, -1)
      .join(" ")
      .replace(/[\s,;:–—-]+$/u, "");
  return at === 0
    ? words
        .slice(1)
        .join(" ")
        .replace(/^[\s,;:–—-]+/u, "")
    : undefined;
}

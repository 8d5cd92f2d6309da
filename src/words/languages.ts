/**
 * The languages that the bot knows: each folder of `locales/`, with the file of its code beside this one. There is no other
 * list of them.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nearestLanguage } from "../domain/nearest-language.ts";
import type { Language, Patterns, SameMeaning } from "./language.ts";

/** When no language of the reader has a message, this one has it. */
export const fallback = "en";

async function load(): Promise<ReadonlyMap<string, Language>> {
  const folders = readdirSync(join(import.meta.dirname, "../../locales"), { withFileTypes: true });
  const loaded = new Map<string, Language>();
  for (const code of folders
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()) {
    const url = pathToFileURL(join(import.meta.dirname, `${code}.ts`));
    const file = (await import(url.href)) as { readonly words: Language };
    loaded.set(code, file.words);
  }
  return loaded;
}

/** By their codes, in alphabetical order. */
export const languages: ReadonlyMap<string, Language> = await load();

/** By whose habits numbers and dates are written in a language. */
export const localeOf = (code: string): string => languages.get(code)?.locale ?? code;

/** Whether people are told that a language is a draft: no native speaker has read all of it yet. */
export const isDraft = (code: string): boolean =>
  code !== fallback && (languages.get(code)?.readers ?? []).length === 0;

/** The readers of dates: those of the person's language first. */
export function calendarsFor(tag: string) {
  const wanted = tag.toLowerCase();
  const own = nearestLanguage(tag, languages.keys());
  const all = [...languages].sort(([a], [b]) => Number(b === own) - Number(a === own));
  return all.flatMap(([code, language]) => language.calendars(code === own ? wanted : code));
}

/** What stands between the last two of a list, made to sound right before `last`. Undefined: it is right in any case. */
export function jointOf(code: string, join: "and" | "or", last: string): ((between: string) => string) | undefined {
  const found = languages.get(code)?.joints.find((joint) => joint.join === join);
  if (found === undefined) return undefined;
  const { usual, before, other } = found;
  // Quotes and signs have no sound.
  const spoken = last
    .normalize("NFC")
    .toLowerCase()
    .replace(/^[^\p{L}\d]+/u, "");
  const word = before.test(spoken) ? other : usual;
  return (between) => between.replace(/\p{L}+/u, word);
}

/** Whether somebody with this language writes the month before the day in 3/4. */
export function isMonthFirst(tag: string): boolean {
  return languages.get(nearestLanguage(tag, languages.keys()) ?? fallback)?.monthFirst(tag.toLowerCase()) ?? false;
}

/** The pattern in all languages, as a part of a regular expression. */
export function pattern(name: keyof Patterns): string {
  const parts = [...languages.values()].map(({ patterns }) => patterns[name]).filter((part) => part !== "");
  return parts.length === 0 ? "(?!)" : `(?:${parts.join("|")})`;
}

/** Words apart by spaces. */
export const listed = (words: string): readonly string[] => words.split(" ").filter((word) => word !== "");

/** The words of all languages with what they mean. */
export function table<T>(
  of: (language: Language) => readonly (readonly [value: T, words: string])[],
): ReadonlyMap<string, T> {
  return new Map(
    [...languages.values()].flatMap((language) =>
      of(language).flatMap(([value, words]) => listed(words).map((word) => [word, value] as const)),
    ),
  );
}

/** Puts one way of saying for several, in all languages. */
export function simplify(text: string, of: (language: Language) => SameMeaning): string {
  return [...languages.values()].flatMap(of).reduce((simpler, [said, simple]) => simpler.replace(said, simple), text);
}

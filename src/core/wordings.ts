/**
 * What a message of the locale files says before anything is put into it, and whether somebody quotes it: for `/help wrong`. People
 * copy a sentence, or write a few words of it by hand, without accents, with words of their own before and behind.
 */
import type { Message } from "@fluent/bundle/esm/ast.js";
import { bare } from "../words/clean.ts";
import { withoutDirection } from "./direction.ts";

type Pattern = NonNullable<Message["value"]>;

/** Stands for what is put in. */
const PUT_IN = "\uFFFC";

/** A message in each of its forms (one for each number that it tells apart), with a sign for what is put in. */
export function wordingsOf(pattern: Pattern): readonly string[] {
  const forms = Math.max(1, ...selections(pattern));
  return [...new Set(Array.from({ length: forms }, (_, form) => withoutDirection(wording(pattern, form))))];
}

/** How many forms each choice in it has. */
const selections = (pattern: Pattern): readonly number[] =>
  typeof pattern === "string"
    ? []
    : pattern.flatMap((part) =>
        typeof part === "string" || part.type !== "select"
          ? []
          : [part.variants.length, ...part.variants.flatMap(({ value }) => selections(value))],
      );

function wording(pattern: Pattern, form: number): string {
  if (typeof pattern === "string") return pattern;
  return pattern
    .map((part) => {
      if (typeof part === "string") return part;
      if (part.type === "str") return part.value;
      if (part.type !== "select") return PUT_IN;
      const variant = part.variants[Math.min(form, part.variants.length - 1)];
      return variant === undefined ? "" : wording(variant.value, form);
    })
    .join("");
}

/** A wording as it is shown to people. */
export const shownWording = (form: string): string => form.replaceAll(PUT_IN, "…").replace(/\s+/gu, " ").trim();

/** The words of a text as they are compared. */
export const quotedWords = (text: string): readonly string[] =>
  bare(withoutDirection(text)).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of each piece of a wording between what is put in. */
export const piecesOf = (form: string): readonly (readonly string[])[] => form.split(PUT_IN).map(quotedWords);

/** How well a text quotes a wording. */
export interface Quoted {
  /** Words of it that stand in the text, in their order. */
  readonly found: number;
  /** Words that it has. */
  readonly of: number;
}

/**
 * Looks for a wording in the words of a text: of each piece between what is put in the longest run of words counts. Undefined where
 * that is too little to be a quotation: three words, or all that was written; a word alone has to be all of both.
 */
export function quotes(words: readonly string[], pieces: readonly (readonly string[])[]): Quoted | undefined {
  const of = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const runs = pieces.map((piece) => ({ piece, run: longestRun(words, piece) }));
  // A word alone between two names stands in many sentences; all of a piece that is longer is one.
  const found = runs.reduce((sum, { run }) => sum + (run >= 2 || of === 1 ? run : 0), 0);
  const enough = words.length === 1 ? found === 1 && of === 1 : found >= 3 || (found > 0 && found === words.length);
  return enough ? { found, of } : undefined;
}

/** The most words that stand behind each other in both. */
function longestRun(one: readonly string[], other: readonly string[]): number {
  let longest = 0;
  let before: readonly number[] = [];
  for (const word of one) {
    const here = other.map((there, at) => (there === word ? (at === 0 ? 0 : (before[at - 1] ?? 0)) + 1 : 0));
    longest = Math.max(longest, ...here);
    before = here;
  }
  return longest;
}

/**
 * Lines whose letters stand in several fonts: those that run from right to left, letters of such scripts in others, and Chinese. A line that begins with U+200F runs from right to
 * left, whatever its first letter is (`src/core/present.ts` marks what is said in such a language); the drawing whose title does
 * is the mirror image of others. Neither pdfkit nor the program that draws SVG puts words of two directions in order: a line is
 * parted into runs here, each of one direction and one font, in the order in which they stand from left to right.
 */
import bidiFactory from "bidi-js";
import { rightToLeftMark } from "../chat/right-to-left.ts";

const letters = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u;
const arabic = /[\p{Script=Arabic}،؛؟]/u;
/** What stands in the font of Chinese: its letters and signs, and those of Japanese, in which they are mixed. */
const chinese =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FC\uFF01-\uFF60]/u;
/** Its letters change with those beside them, by rules of their own: a run of them is laid out by itself. */
const devanagari = /\p{Script=Devanagari}/u;
const spaced = /[\p{L}\p{N}]/u;
/** What belongs to the letter before it: signs above and below, joiners, which form of a letter is meant. */
const onLetter = /[\p{M}\u200C\u200D]/u;

/** Whether a line, or the drawing with this title, runs from right to left. */
export const runsLeft = (line: string): boolean => line.startsWith(rightToLeftMark);

export const unmarked = (line: string): string => (runsLeft(line) ? line.slice(1) : line);

/** The same mark before another line of the same text. */
export const markedLike = (text: string, line: string): string =>
  runsLeft(text) && line !== "" ? rightToLeftMark + line : line;

/** In whose letters a run stands; `usual`: in those that most of our languages have. */
export type Letters = "usual" | "arabic" | "chinese" | "devanagari";

/** A piece of a line: what it says in the order of reading, whether that is from right to left, and in whose letters. */
export interface Run {
  readonly text: string;
  readonly toLeft: boolean;
  readonly letters: Letters;
}

/** Made when the first such line is drawn: its tables are large. */
let bidi: ReturnType<typeof bidiFactory> | undefined;

/** The pieces of a line from left to right; undefined where it is plain. */
export function runsOf(line: string): readonly Run[] | undefined {
  const text = unmarked(line);
  if (!runsLeft(line) && !letters.test(text)) return chinese.test(text) ? runsToRight(text) : undefined;
  bidi ??= bidiFactory();
  const levels = bidi.getEmbeddingLevels(text, runsLeft(line) ? "rtl" : "ltr");
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels);
  const places = new Map(bidi.getReorderedIndices(text, levels).map((index, place) => [index, place]));
  const runs: (Run & { readonly level: number; readonly place: number })[] = [];
  for (let index = 0; index < text.length;) {
    const letter = String.fromCodePoint(text.codePointAt(index) ?? 32);
    const level = levels.levels[index] ?? 0;
    const toLeft = level % 2 === 1;
    const before = runs.at(-1);
    // Spaces and signs go with what stands before them.
    const isArabic =
      arabic.test(letter) ||
      (!spaced.test(letter) &&
        !chinese.test(letter) &&
        toLeft &&
        (before === undefined || before.level !== level || before.letters === "arabic"));
    const own = isArabic ? "arabic" : lettersOf(letter, before?.level === level ? before.letters : undefined);
    const shown = mirrored.get(index) ?? letter;
    const place = places.get(index) ?? 0;
    if (before?.level === level && before.letters === own)
      runs[runs.length - 1] = { ...before, text: before.text + shown, place: Math.min(before.place, place) };
    else runs.push({ text: shown, toLeft, letters: own, level, place });
    index += letter.length;
  }
  return runs.sort((one, other) => one.place - other.place);
}

/** In whose letters one stands that is not of Arabic; `before`: those of the letter before it in its run. */
function lettersOf(letter: string, before: Letters | undefined): Letters {
  if (chinese.test(letter)) return "chinese";
  if (devanagari.test(letter)) return "devanagari";
  return before !== undefined && onLetter.test(letter) ? before : "usual";
}

/** A line in which nothing runs from right to left. */
function runsToRight(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (const letter of text) {
    const before = runs.at(-1);
    const own = lettersOf(letter, before?.letters);
    if (before?.letters === own) runs[runs.length - 1] = { ...before, text: before.text + letter };
    else runs.push({ text: letter, toLeft: false, letters: own });
  }
  return runs;
}

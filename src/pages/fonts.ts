/** Noto Sans, from its package, and how wide a text is in it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";
import PDFDocument from "pdfkit";
import { printable } from "./printable.ts";

const require = createRequire(import.meta.url);

export const fontFiles = {
  regular: require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf"),
} as const;

export type Weight = keyof typeof fontFiles;

/** The name under which both weights are found. */
export const fontFamily = "Noto Sans"; // not for people: the name of a font

/** The fonts themselves, read once. */
let read: readonly Uint8Array[] | undefined;
export const fonts = (): readonly Uint8Array[] =>
  (read ??= Object.values(fontFiles).map((file) => new Uint8Array(readFileSync(file))));

let document: PDFKit.PDFDocument | undefined;

/** How wide a text is, in the unit of `size`. */
export function widthOf(text: string, size: number, weight: Weight): number {
  document ??= new PDFDocument({ autoFirstPage: false, font: fontFiles.regular });
  return document.font(fontFiles[weight]).fontSize(size).widthOfString(text);
}

/** Scripts of the font whose letters change with those beside them: the program that draws SVG puts their signs in the wrong places. */
const joined = /\p{Script=Devanagari}/u;

const outlines = new Map<Weight, ReturnType<typeof create>>();

/**
 * The letters of a line as one path of SVG, in the unit of `size`, from the origin on its base line to the right; undefined
 * where they can be written as a text.
 */
export function drawnLetters(line: string, size: number, weight: Weight): string | undefined {
  if (!joined.test(line)) return undefined;
  const font = outlines.get(weight) ?? create(readFileSync(fontFiles[weight]));
  outlines.set(weight, font);
  let x = 0;
  // Word by word, since the letters of each are joined by the rules of one script.
  const paths = line.split(/(?= )/u).flatMap((word) => {
    const { glyphs, positions } = font.layout(word);
    return glyphs.map(({ path }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const drawn = path.translate(x + xOffset, yOffset).toSVG();
      x += xAdvance;
      return drawn;
    });
  });
  const scale = (size / font.unitsPerEm).toFixed(5);
  // not for people: markup
  return `<path transform="scale(${scale} -${scale})" d="${paths.join("")}"/>`;
}

/** A text in lines no wider than `width`, at most `most` of them; what is too much is cut, with an ellipsis. Longer words are broken. */
export function wrapped(
  text: string,
  {
    size,
    weight,
    width,
    most,
  }: { readonly size: number; readonly weight: Weight; readonly width: number; readonly most: number },
): readonly string[] {
  const fits = (line: string): boolean => widthOf(line, size, weight) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text)
    .split(" ")
    .flatMap((one) => broken(one, fits))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
    if (lines.length > most) break;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? "")];
  while (last.length > 0 && !fits(`${last.join("")}…`)) last.pop();
  return [...lines.slice(0, most - 1), `${last.join("").trimEnd()}…`];
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Longest word that is measured whole: nothing that is longer fits anywhere. */
const longestWord = 200;

/** A word in pieces, each of which fits into a line of its own. */
function broken(word: string, fits: (line: string) => boolean): readonly string[] {
  if (word.length <= longestWord && fits(word)) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of letters.segment(word)) {
    if (piece !== "" && !fits(piece + segment)) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

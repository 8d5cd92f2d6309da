/** Noto Sans, with Amiri for Arabic and Noto Sans Hans for Chinese, from their packages; how wide a text is in them, and how it is put down. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create } from "fontkit";
import PDFDocument from "pdfkit";
import { printable } from "./printable.ts";
import { markedLike, runsOf, unmarked, type Run } from "./right-to-left.ts";

const require = createRequire(import.meta.url);

export const fontFiles = {
  regular: require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf"),
} as const;

export type Weight = keyof typeof fontFiles;

/** Its letters can be copied out of a page and searched for; those of Noto Sans Arabic come out as others. */
const arabicFiles = {
  regular: require.resolve("@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf"),
} as const satisfies Readonly<Record<Weight, string>>;
/** Its letters are small for their size. */
const arabicSize = 1.08;

// The package names no files, only itself.
const chineseFolder = join(dirname(require.resolve("@embedpdf/fonts-sc")), "../fonts");
/** Eight megabytes each: read when the first such letter is drawn. */
const chineseFiles = {
  regular: join(chineseFolder, "NotoSansHans-Regular.otf"),
  bold: join(chineseFolder, "NotoSansHans-Bold.otf"),
} as const satisfies Readonly<Record<Weight, string>>;

const filesOf = { usual: fontFiles, devanagari: fontFiles, arabic: arabicFiles, chinese: chineseFiles } as const;

const fileOf = (run: Run, weight: Weight): string => filesOf[run.letters][weight];
const sizeOf = (run: Run, size: number): number => (run.letters === "arabic" ? size * arabicSize : size);
/** The order of the glyphs. */
const order = (run: Run) => ({ features: [run.toLeft ? "rtla" : "ltra"] }) as const satisfies PDFKit.Mixins.TextOptions;

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
  const drawer = document;
  const runs = runsOf(text);
  if (runs === undefined) return drawer.font(fontFiles[weight]).fontSize(size).widthOfString(text);
  return runs.reduce((wide, run) => wide + widthIn(drawer, run, size, weight), 0);
}

/** Signs alone belong to no script: pdfkit would leave them in the order in which they are read. */
const asPut = ({ text, toLeft }: Run): string => (toLeft && !/\p{L}/u.test(text) ? [...text].reverse().join("") : text);

const widthIn = (drawer: PDFKit.PDFDocument, run: Run, size: number, weight: Weight): number =>
  drawer.font(fileOf(run, weight)).fontSize(sizeOf(run, size)).widthOfString(run.text, order(run));

/** Of Noto Sans: from the top of a line to its base line, in parts of the size. */
export const ascent = 1.069;

/** Puts a line on a page, in its color; `y` is its top. */
export function putLine(
  page: PDFKit.PDFDocument,
  {
    text,
    x,
    y,
    size,
    weight,
  }: { readonly text: string; readonly x: number; readonly y: number; readonly size: number; readonly weight: Weight },
): void {
  const runs = runsOf(text);
  if (runs === undefined) {
    page.font(fontFiles[weight]).fontSize(size).text(text, x, y, { lineBreak: false });
    return;
  }
  let from = x;
  for (const run of runs) {
    const wide = widthIn(page, run, size, weight);
    page.text(asPut(run), from, y + size * ascent, { lineBreak: false, baseline: "alphabetic", ...order(run) });
    from += wide;
  }
}

/** Scripts of the font whose letters change with those beside them: the program that draws SVG puts their signs in the wrong places. */
const joined = /\p{Script=Devanagari}/u;

const outlines = new Map<string, ReturnType<typeof create>>();

function outlinesOf(file: string): ReturnType<typeof create> {
  const font = outlines.get(file) ?? create(readFileSync(file));
  outlines.set(file, font);
  return font;
}

/**
 * The letters of a line as one path of SVG, in the unit of `size`, from the origin on its base line to the right; undefined
 * where they can be written as a text.
 */
export function drawnLetters(line: string, size: number, weight: Weight): string | undefined {
  const runs = runsOf(line);
  if (runs !== undefined) return drawnRuns(runs, size, weight);
  if (!joined.test(line)) return undefined;
  const font = outlinesOf(fontFiles[weight]);
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

/** Runs one behind the other, each with its own font. */
function drawnRuns(runs: readonly Run[], size: number, weight: Weight): string {
  let from = 0;
  return runs
    .map((run) => {
      const font = outlinesOf(fileOf(run, weight));
      const scale = sizeOf(run, size) / font.unitsPerEm;
      const { glyphs, positions } = font.layout(run.text, undefined, undefined, undefined, run.toLeft ? "rtl" : "ltr");
      let x = 0;
      const paths = glyphs.map(({ path }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        const drawn = path.translate(x + xOffset, yOffset).toSVG();
        x += xAdvance;
        return drawn;
      });
      // not for people: markup
      const said = `<path transform="translate(${from.toFixed(2)} 0) scale(${scale.toFixed(5)} -${scale.toFixed(5)})" d="${paths.join("")}"/>`;
      from += x * scale;
      return said;
    })
    .join("");
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
  const plain = printable(text);
  const fits = (line: string): boolean => widthOf(markedLike(plain, line), size, weight) <= width;
  const marked = (all: readonly string[]): readonly string[] => all.map((one) => markedLike(plain, one));
  const lines: string[] = [];
  let line = "";
  for (const word of unmarked(plain)
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
  if (lines.length <= most) return marked(lines);
  const last = [...(lines[most - 1] ?? "")];
  while (last.length > 0 && !fits(`${last.join("")}…`)) last.pop();
  return marked([...lines.slice(0, most - 1), `${last.join("").trimEnd()}…`]);
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
/** What does not begin a line where there are no spaces. */
const closing = /^[，。、；：？！）」』】》〉…ー]/u;
/** Longest word that is measured whole: nothing that is longer fits anywhere. */
const longestWord = 200;

/** A word in pieces, each of which fits into a line of its own. */
function broken(word: string, fits: (line: string) => boolean): readonly string[] {
  if (word.length <= longestWord && fits(word)) return [word];
  const pieces: string[] = [];
  let piece = "";
  const units: string[] = [];
  for (const { segment } of letters.segment(word)) {
    if (closing.test(segment)) units.push(`${units.pop() ?? ""}${segment}`);
    else units.push(segment);
  }
  for (const segment of units) {
    if (piece !== "" && !fits(piece + segment)) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

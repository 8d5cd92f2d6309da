/** A page as an A4 PDF: large enough to be read from a wall, with its fonts in it, and a number on each sheet. */
import type { Paper, PaperBlock, Waves } from "../chat/drawing.ts";
import { grey, ink, page, pdfOf, rule, write } from "./document.ts";
import { widthOf, wrapped, type Weight } from "./fonts.ts";
import { runsLeft } from "./right-to-left.ts";
import { drawWaves, wavesHeight } from "./waves.ts";

const margin = 57;
const inner = page.width - 2 * margin;
/** Below here is the foot. */
const bottom = page.height - 70;

interface Type {
  readonly size: number;
  readonly weight: Weight;
  /** Of a line. */
  readonly high: number;
}
const types = {
  title: { size: 24, weight: "bold", high: 30 },
  subtitle: { size: 13, weight: "regular", high: 18 },
  heading: { size: 15, weight: "bold", high: 20 },
  small: { size: 12.5, weight: "bold", high: 17.5 },
  text: { size: 11.5, weight: "regular", high: 16.5 },
  strong: { size: 11.5, weight: "bold", high: 16.5 },
  outcome: { size: 14, weight: "bold", high: 19 },
  quiet: { size: 10, weight: "regular", high: 14 },
} as const satisfies Readonly<Record<string, Type>>;

/** No text of people has more lines: 4,000 letters are some 50. */
const mostLines = 2_000;
const bullet = 14;
/** Lines of a paragraph that do not stand alone at the foot of a sheet; a shorter one stands whole. */
const together = 3;

/** The page as a file. The same page gives the same bytes. */
export function paperPdf(paper: Paper<string>): Promise<Uint8Array> {
  return pdfOf(paper, "first", (document) => {
    const mirrored = runsLeft(paper.title);
    const sheet = new Sheet(document, mirrored);
    sheet.write(paper.title, types.title);
    if (paper.subtitle !== undefined) {
      // Arabic letters reach further down.
      sheet.gap(mirrored ? 10 : 3);
      sheet.write(paper.subtitle, types.subtitle, { color: grey });
    }
    sheet.line(10, 1.5, ink);
    for (const [index, block] of paper.blocks.entries()) {
      sheet.room(Math.min(least(sheet, paper.blocks, index), bottom - margin));
      draw(sheet, block);
    }
    numberPages(document, paper.foot, mirrored);
  });
}

const headingType = ({ small }: Extract<PaperBlock<string>, { readonly type: "heading" }>): Type & { above: number } =>
  small === true ? { ...types.small, above: 8 } : { ...types.heading, above: 14 };

/**
 * Room without which a block does not begin at the foot of a sheet: a heading, and a question, ask for that of what comes
 * after them as well, however many of them follow each other.
 */
function least(sheet: Sheet, blocks: readonly PaperBlock<string>[], index: number): number {
  const block = blocks[index];
  switch (block?.type) {
    case undefined:
      return 0;
    case "heading": {
      const type = headingType(block);
      return type.above + sheet.height(block.text, type) + 3 + least(sheet, blocks, index + 1);
    }
    case "paragraph": {
      const type = types[block.style ?? "text"];
      const high = sheet.height(block.text, type);
      if (block.withNext === true) return high + 5 + least(sheet, blocks, index + 1);
      return Math.min(high, together * type.high);
    }
    case "waves":
      return wavesHeight(block.waves, inner);
    case "list":
      return Math.min(sheet.height(block.items[0] ?? "", types.text, bullet), together * types.text.high);
    case "facts":
      return types.text.high;
    case "table":
      return 4 * types.text.high;
  }
}

function draw(sheet: Sheet, block: PaperBlock<string>): void {
  switch (block.type) {
    case "heading": {
      const type = headingType(block);
      sheet.gap(type.above);
      sheet.write(block.text, type);
      sheet.gap(3);
      return;
    }
    case "paragraph": {
      const type = types[block.style ?? "text"];
      sheet.write(block.text, type, block.style === "quiet" ? { color: grey } : {});
      sheet.gap(5);
      return;
    }
    case "waves":
      sheet.waves(block.waves);
      return;
    case "list":
      for (const item of block.items) {
        sheet.write(item, types.text, { indent: bullet, before: "•" });
        sheet.gap(2);
      }
      sheet.gap(4);
      return;
    case "facts":
      drawFacts(sheet, block.facts);
      return;
    case "table":
      drawTable(sheet, block.head, block.rows);
      return;
  }
}

function drawFacts(sheet: Sheet, facts: readonly (readonly [string, string])[]): void {
  const widest = Math.max(0, ...facts.map(([name]) => widthOf(name, types.strong.size, types.strong.weight)));
  const column = Math.min(widest + 16, inner / 3);
  for (const [name, fact] of facts) {
    sheet.row([
      { text: name, type: types.strong, x: 0, width: column - 8 },
      { text: fact, type: types.text, x: column, width: inner - column },
    ]);
    sheet.gap(2);
  }
  sheet.gap(6);
}

/** Figures stand to the right, one below the other. The head comes again on the next sheet. */
function drawTable(sheet: Sheet, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const figures = Math.max(0, head.length - 1);
  const wide = Math.min(90, inner / 2 / Math.max(1, figures));
  const first = inner - figures * wide;
  const cells = (row: readonly string[], type: Type): readonly Cell[] =>
    row.map((text, index) =>
      index === 0
        ? { text, type, x: 0, width: first - 8 }
        : { text, type, x: first + (index - 1) * wide, width: wide, align: "right" },
    );
  const top = (): void => {
    sheet.row(cells(head, { ...types.strong, size: 10, high: 14 }));
    sheet.line(2, 0.75, ink);
  };
  top();
  for (const row of rows) {
    if (sheet.room(2 * types.text.high)) top();
    sheet.row(cells(row, types.text));
    sheet.line(1, 0.5, rule);
  }
  sheet.gap(6);
}

interface Cell {
  readonly text: string;
  readonly type: Type;
  /** From the margin. */
  readonly x: number;
  readonly width: number;
  readonly align?: "right";
}

/** Where the next line goes, over as many sheets as it takes. */
class Sheet {
  readonly #document: PDFKit.PDFDocument;
  /** From right to left: everything stands as far from the other edge. */
  readonly #mirrored: boolean;
  #y = margin;

  constructor(document: PDFKit.PDFDocument, mirrored: boolean) {
    this.#document = document;
    this.#mirrored = mirrored;
  }

  gap(high: number): void {
    if (this.#y > margin) this.#y += high;
  }

  /** Goes on to the next sheet where there is no room for so much; then true. */
  room(high: number): boolean {
    if (this.#y + high <= bottom) return false;
    this.#document.addPage();
    this.#y = margin;
    return true;
  }

  waves(of: Waves<string>): void {
    drawWaves(this.#document, of, { x: margin, y: this.#y, width: inner });
    this.#y += wavesHeight(of, inner) + 8;
  }

  /** A line across the page, with so much room above and below. */
  line(room: number, thick: number, color: string): void {
    this.#y += room;
    this.#document
      .moveTo(margin, this.#y)
      .lineTo(page.width - margin, this.#y)
      .lineWidth(thick)
      .strokeColor(color)
      .stroke();
    this.#y += room;
  }

  /** How high a text is over the whole width, or so much less. */
  height(text: string, type: Type, indent = 0): number {
    return wrapped(text, { ...type, width: inner - indent, most: mostLines }).length * type.high;
  }

  /** Over two sheets only if two lines of it stand on each. */
  write(
    text: string,
    type: Type,
    {
      color = ink,
      indent = 0,
      before,
    }: { readonly color?: string; readonly indent?: number; readonly before?: string } = {},
  ): void {
    const lines = wrapped(text, { ...type, width: inner - indent, most: mostLines });
    for (const [index, line] of lines.entries()) {
      if (index === 0) this.room((lines.length <= 3 ? lines.length : 2) * type.high);
      else this.room((index === lines.length - 2 ? 2 : 1) * type.high);
      if (index === 0 && before !== undefined) this.#put(before, margin, type, color);
      this.#put(line, margin + indent, type, color);
      this.#y += type.high;
    }
  }

  /** Texts beside each other; as high as the longest. */
  row(cells: readonly Cell[]): void {
    const drawn = cells.map((cell) => ({
      cell,
      lines: wrapped(cell.text, { ...cell.type, width: cell.width, most: mostLines }),
    }));
    const most = Math.max(1, ...drawn.map(({ lines }) => lines.length));
    for (let index = 0; index < most; index++) {
      const high = Math.max(...cells.map(({ type }) => type.high));
      this.room(high);
      for (const { cell, lines } of drawn) {
        const line = lines[index] ?? "";
        const shift = cell.align === "right" ? cell.width - widthOf(line, cell.type.size, cell.type.weight) : 0;
        this.#put(line, margin + cell.x + shift, cell.type, ink);
      }
      this.#y += high;
    }
  }

  #put(line: string, x: number, type: Type, color: string): void {
    const { size, weight } = type;
    write(this.#document, { text: line, x, y: this.#y, size, weight }, { color, mirrored: this.#mirrored });
  }
}

/** The foot of each page: what this is, and which page of how many. */
function numberPages(document: PDFKit.PDFDocument, foot: string, mirrored: boolean): void {
  const { count } = document.bufferedPageRange();
  const type = types.quiet;
  for (let index = 0; index < count; index++) {
    document.switchToPage(index);
    const number = `${String(index + 1)} / ${String(count)}`;
    const wide = widthOf(number, type.size, type.weight);
    const y = page.height - 48;
    document
      .moveTo(margin, y - 8)
      .lineTo(page.width - margin, y - 8)
      .lineWidth(0.5)
      .strokeColor(rule)
      .stroke();
    const [line = ""] = wrapped(foot, { ...type, width: inner - wide - 20, most: 1 });
    const { size, weight } = type;
    write(document, { text: line, x: margin, y, size, weight }, { color: grey, mirrored });
    write(document, { text: number, x: page.width - margin - wide, y, size, weight }, { color: grey, mirrored });
  }
}

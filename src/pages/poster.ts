/** A poster: one page that is read from some steps away, as large as it fits, with a code for cameras at its foot. */
import type { Paper } from "../chat/drawing.ts";
import { codeOf } from "./code.ts";
import { grey, page, pdfOf, rule, write, type Line } from "./document.ts";
import { wrapped, type Weight } from "./fonts.ts";
import { markedLike, runsLeft } from "./right-to-left.ts";

const margin = 54;
const inner = page.width - 2 * margin;
const foot = page.height - 46;
/** The code with its border. */
const codeWide = 190;
/** Sizes of the question's letters, the largest first; the last one is taken where even it is too large. */
const sizes = [58, 52, 46, 42, 38, 34, 31, 28, 25, 22, 20, 18, 16] as const;
const high = { ltr: 1.24, rtl: 1.5 } as const;
/** Of a line, in parts of its size: Arabic letters reach further up and down. */
const highOf = (title: string): number => high[runsLeft(title) ? "rtl" : "ltr"];
const mostLines = 200;

/** Where each line stands with letters of that size, and where the last one ends. */
function laidOut(
  { title, blocks }: Paper<string>,
  size: number,
): { readonly lines: readonly Line[]; readonly end: number } {
  const lines: Line[] = [];
  let y = margin;
  const put = (said: string, of: { size: number; weight: Weight; x?: number }): void => {
    const { x = margin } = of;
    for (const text of wrapped(said, {
      size: of.size,
      weight: of.weight,
      width: margin + inner - x,
      most: mostLines,
    })) {
      lines.push({ text, x, y, size: of.size, weight: of.weight });
      y += of.size * highOf(title);
    }
  };
  put(title, { size, weight: "bold" });
  const smaller = Math.max(13, size * 0.56);
  for (const block of blocks) {
    y += smaller * 0.9;
    if (block.type === "list") {
      for (const [index, item] of block.items.entries()) {
        if (index > 0) y += smaller * 0.3;
        lines.push({ text: markedLike(title, `${String(index + 1)}.`), x: margin, y, size: smaller, weight: "bold" });
        put(item, { size: smaller, weight: "regular", x: margin + smaller * 1.5 });
      }
    } else if (block.type === "paragraph") {
      put(block.text, { size: smaller, weight: block.style === "strong" ? "bold" : "regular" });
    }
  }
  return { lines, end: y };
}

/** The page as a file. The same page gives the same bytes. */
export function posterPdf(paper: Paper<string>): Promise<Uint8Array> {
  const address = paper.code?.address;
  const mirrored = runsLeft(paper.title);
  const codeTop = foot - 26 - codeWide;
  const bottom = address === undefined ? foot - 30 : codeTop - 22;
  const all = sizes.map((size) => laidOut(paper, size));
  const found = all.find(({ end }) => end <= bottom) ?? all.at(-1);
  return pdfOf(paper, "none", (document) => {
    document.addPage({ size: "A4", margin: 0 });
    for (const line of found?.lines ?? []) write(document, line, { mirrored });
    if (address !== undefined) {
      drawCode(document, address, mirrored ? page.width - margin - codeWide : margin, codeTop);
      const x = margin + codeWide + 22;
      const width = margin + inner - x;
      let y = codeTop + 26;
      for (const text of wrapped(paper.code?.label ?? "", { size: 20, weight: "bold", width, most: 6 })) {
        write(document, { text, x, y, size: 20, weight: "bold" }, { mirrored });
        y += 20 * highOf(paper.title);
      }
      y += 8;
      for (const text of wrapped(address, { size: 11, weight: "regular", width, most: 6 })) {
        write(document, { text, x, y, size: 11, weight: "regular" }, { color: grey, mirrored });
        y += 11 * high.ltr;
      }
    }
    document
      .moveTo(margin, foot - 8)
      .lineTo(margin + inner, foot - 8)
      .lineWidth(0.5)
      .strokeColor(rule)
      .stroke();
    const [said = ""] = wrapped(paper.foot, { size: 9.5, weight: "regular", width: inner, most: 1 });
    write(document, { text: said, x: margin, y: foot, size: 9.5, weight: "regular" }, { color: grey, mirrored });
  });
}

/** As one shape, so that no seam is seen between its squares. */
function drawCode(document: PDFKit.PDFDocument, address: string, left: number, top: number): void {
  const rows = codeOf(address);
  const square = codeWide / rows.length;
  for (const [y, row] of rows.entries()) {
    for (const [x, dark] of row.entries()) {
      if (dark) document.rect(left + x * square, top + y * square, square, square);
    }
  }
  document.fillColor("#000000").fill();
}

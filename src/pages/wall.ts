/** A page for the wall: as large as it fits on so many sheets, with a wide margin to write in, and its foot on each. */
import type { Paper } from "../chat/drawing.ts";
import { grey, page, pdfOf, rule, write, type Line } from "./document.ts";
import { widthOf, wrapped } from "./fonts.ts";
import { runsLeft } from "./right-to-left.ts";

const left = 50;
/** To write in. */
const right = 165;
const inner = page.width - left - right;
const top = 50;
/** Below here is the foot. */
const bottom = page.height - 62;
/** Sizes of letters, the largest first; the last one is taken where even it is too large. */
const sizes = [26, 24, 22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9] as const;
const foot = 9.5;
const mostLines = 2_000;

/** What stands on each sheet, with letters of that size. */
function laidOut({ title, subtitle, blocks }: Paper<string>, size: number): readonly (readonly Line[])[] {
  const sheets: Line[][] = [[]];
  // Of a line, in parts of its size: Arabic letters reach further up and down.
  const high = runsLeft(title) ? 1.55 : 1.32;
  let y = top;
  const put = (
    text: string,
    of: Pick<Line, "size" | "weight"> & { readonly x?: number; readonly with?: string },
  ): void => {
    const x = of.x ?? left;
    const lines = wrapped(text, { size: of.size, weight: of.weight, width: left + inner - x, most: mostLines });
    // A rule begins on the next sheet where it does not fit whole, if it fits there.
    if (y + lines.length * of.size * high > bottom && y > top && top + lines.length * of.size * high <= bottom) next();
    for (const [index, line] of lines.entries()) {
      if (y + of.size * high > bottom) next();
      if (index === 0 && of.with !== undefined) {
        sheets.at(-1)?.push({ text: of.with, x: left, y, size: of.size, weight: "bold" });
      }
      sheets.at(-1)?.push({ text: line, x, y, size: of.size, weight: of.weight });
      y += of.size * high;
    }
  };
  const next = (): void => {
    sheets.push([]);
    y = top;
  };
  put(title, { size: size * 1.5, weight: "bold" });
  if (subtitle !== undefined) put(subtitle, { size: Math.max(11, size * 0.7), weight: "regular" });
  y += size * 0.8;
  for (const block of blocks) {
    if (block.type === "facts") {
      const column = Math.max(...block.facts.map(([name]) => widthOf(name, size, "bold"))) + size * 0.6;
      for (const [name, fact] of block.facts) {
        put(fact, { size, weight: "regular", x: left + column, with: name });
        y += size * 0.55;
      }
    } else if (block.type === "paragraph") put(block.text, { size, weight: "regular" });
  }
  return sheets;
}

/** The page as a file, on as many sheets as `wall` says, or more where it does not fit. The same page gives the same bytes. */
export function wallPdf(paper: Paper<string>): Promise<Uint8Array> {
  const most = paper.wall ?? 1;
  const mirrored = runsLeft(paper.title);
  const across = (x: number): number => (mirrored ? page.width - x : x);
  const all = sizes.map((size) => laidOut(paper, size));
  const sheets = all.find((one) => one.length <= most) ?? all.at(-1) ?? [];
  return pdfOf(paper, "none", (document) => {
    for (const [index, lines] of sheets.entries()) {
      document.addPage({ size: "A4", margin: 0 });
      // What is written goes to the right of it.
      const x = across(page.width - right + 22);
      document.moveTo(x, top).lineTo(x, bottom).lineWidth(0.75).strokeColor(rule).stroke();
      for (const line of lines) write(document, line, { mirrored });
      const number = `${String(index + 1)} / ${String(sheets.length)}`;
      const wide = widthOf(number, foot, "regular");
      const y = page.height - 40;
      const end = page.width - left;
      document
        .moveTo(left, y - 8)
        .lineTo(end, y - 8)
        .lineWidth(0.5)
        .strokeColor(rule)
        .stroke();
      const [said = ""] = wrapped(paper.foot, {
        size: foot,
        weight: "regular",
        width: end - left - wide - 20,
        most: 1,
      });
      const of = { y, size: foot, weight: "regular" } as const;
      write(document, { ...of, text: said, x: left }, { color: grey, mirrored });
      write(document, { ...of, text: number, x: end - wide }, { color: grey, mirrored });
    }
  });
}

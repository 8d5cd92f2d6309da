/** What all pages to print have in common: A4, their fonts in them, the same bytes for the same page. */
import PDFDocument from "pdfkit";
import type { Paper } from "../chat/drawing.ts";
import { fontFiles, putLine, widthOf, type Weight } from "./fonts.ts";

/** A4 in points: 72 to an inch. */
export const page = { width: 595.28, height: 841.89 } as const;

export const ink = "#222222";
export const grey = "#555555";
export const rule = "#bbbbbb";

/**
 * A page as a PDF.
 * @param sheets `first`: there is one to begin with, and all are kept until the end, so that they can be numbered; `none`: each is added
 * @param draw writes on it
 */
export async function pdfOf(
  { title, at }: Pick<Paper<string>, "title" | "at">,
  sheets: "first" | "none",
  draw: (document: PDFKit.PDFDocument) => void,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: sheets === "first",
    bufferPages: sheets === "first",
    font: fontFiles.regular,
    info: { Title: title, Producer: "Steward", Creator: "Steward", CreationDate: new Date(at) },
  });
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  draw(document);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

/** A line where it stands, in points from the top left. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
}

/** Writes a line where it stands; on a page from right to left (`mirrored`) as far from the other edge. */
export function write(
  document: PDFKit.PDFDocument,
  line: Line,
  { color = ink, mirrored = false }: { readonly color?: string; readonly mirrored?: boolean } = {},
): void {
  if (line.text === "") return;
  document.fillColor(color);
  const x = mirrored ? page.width - line.x - widthOf(line.text, line.size, line.weight) : line.x;
  putLine(document, { ...line, x });
}

/** Tables as files that a spreadsheet opens by a double click, set to a language: its separator, its decimal sign. */
import type { FileData } from "../chat/message.ts";
import { localeOf } from "../words/languages.ts";

/** What stands in a cell of the table: words, or a number with a point and without groups (`-1234.50`). */
export type Cell = string | { readonly number: string };

/**
 * The table as CSV: with a mark of its encoding at the beginning and CRLF. Where numbers have a comma, a semicolon parts the
 * columns. What people wrote is no formula: one that begins like it gets an apostrophe.
 */
export function csv(language: string, rows: readonly (readonly Cell[])[]): string {
  const sign = new Intl.NumberFormat(localeOf(language))
    .formatToParts(1.5)
    .find(({ type }) => type === "decimal")?.value;
  const decimal = sign === "," ? "," : ".";
  const separator = decimal === "," ? ";" : ",";
  const cell = (of: Cell): string => {
    if (typeof of !== "string") return of.number.replace(".", decimal);
    const text = /^[=+\-@\t\r]/u.test(of) ? `'${of}` : of;
    return /[",;\r\n\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join("")}`;
}

/** The table as a file. */
export const csvFile = (name: string, language: string, rows: readonly (readonly Cell[])[]): FileData => ({
  name,
  mediaType: "text/csv",
  data: Buffer.from(csv(language, rows), "utf8").toString("base64"),
});

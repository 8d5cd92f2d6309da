/**
 * A message as lines of plain text: what the terminal prints, and what a rehearsal shows for every platform.
 *
 * Text of people cannot leave its place: control characters, which could steer a terminal, and marks that turn the
 * direction of writing are taken out, and a line break in it stays a line of the same message.
 */
import type { Rendered, RenderedBlock } from "../../src/chat/message.ts";
import type { Inline } from "../../src/chat/phrase.ts";

/** How a piece of a line is meant; a terminal shows it in colour, a file does not. */
export type Emphasis = "plain" | "heading" | "strong" | "quiet" | "bar" | "mention" | "button" | "link";

export interface Span {
  readonly text: string;
  readonly emphasis: Emphasis;
}

/** One line. What is `aside` is no part of the text: buttons and files, which a program gets as such. */
export interface Line {
  readonly spans: readonly Span[];
  readonly aside: boolean;
}

/** Segments of a progress bar. */
const segments = 10;

const span = (text: string, emphasis: Emphasis = "plain"): Span => ({ text, emphasis });
const line = (...spans: Span[]): Line => ({ spans, aside: false });
const aside = (...spans: Span[]): Line => ({ spans, aside: true });

/** The text of a line without its emphasis. */
export const lineText = ({ spans }: Line): string => spans.map(({ text }) => text).join("");

/** All lines of a message, in order. A message without blocks has none. */
export function renderLines(message: Rendered): Line[] {
  return message.blocks.flatMap(renderBlock);
}

function renderBlock(block: RenderedBlock): Line[] {
  switch (block.type) {
    case "heading":
      return broken(spansOf(block.content, "heading"));
    case "paragraph":
      return broken(spansOf(block.content, block.style ?? "plain"));
    case "list":
      return block.items.flatMap((item, index) =>
        hanging(block.ordered === true ? `${index + 1}. ` : "• ", broken(spansOf(item, "plain"))),
      );
    case "table":
      return table(block.head, block.rows);
    case "progress":
      return broken([span(`${bar(block.value, block.goal)} `, "bar"), ...spansOf(block.label, "plain")]);
    case "image":
      return [aside(span(`🖼 ${harmless(block.alt)}`, "link"))];
    case "file":
      return [
        aside(span(`📎 ${harmless(block.file.name)} · ${block.file.mediaType} · ${sizeOf(block.file.data)} B`, "link")),
      ];
    case "buttons":
      return block.rows
        .filter((row) => row.length > 0)
        .map((row) =>
          aside(
            ...row.flatMap(({ label }, index) => [
              ...(index === 0 ? [] : [span(" ")]),
              span(`[${harmless(label)}]`, "button"),
            ]),
          ),
        );
    case "choices":
      return block.items.map(({ mark, label }) => line(span(mark, "button"), span(` ${harmless(label)}`)));
    case "link":
      return [line(span(`→ ${harmless(block.label)}`, "link"))];
    case "ask":
      return block.placeholder === undefined
        ? [line(span(harmless(block.label)))]
        : [line(span(harmless(block.label))), line(span(harmless(block.placeholder), "quiet"))];
  }
}

/**
 * Lines that are no wider than a terminal, broken between words; a button stays whole. What belongs to a mark (`• `) goes on
 * below its text.
 *
 * @param width columns
 */
export function wrapLines(lines: readonly Line[], width: number): Line[] {
  return lines.flatMap(({ spans, aside: besides }) => {
    const indent = /^(?:• |\d+\. | +)/u.exec(lineText({ spans, aside: besides }))?.[0] ?? "";
    const room = displayWidth(indent);
    const rows: Span[][] = [[]];
    let used = 0;
    for (const { text, emphasis } of spans) {
      for (const piece of emphasis === "button" ? [text] : text.split(/(?<= )(?=[^ ])/u)) {
        const columns = displayWidth(piece.trimEnd());
        if (used > room && used + columns > width) {
          rows.push(room === 0 ? [] : [span(" ".repeat(room))]);
          used = room;
        }
        if (used === 0 && rows.length > 1 && piece.trim() === "") continue;
        rows.at(-1)?.push(span(piece, emphasis));
        used += displayWidth(piece);
      }
    }
    return rows.map((row) => ({ spans: row, aside: besides }));
  });
}

/** The length in bytes of what Base64 stands for. */
export const sizeOf = (base64: string): number => Buffer.byteLength(base64, "base64");

/** Ten segments. Only a goal that is met fills them all, and the first answer is seen. */
function bar(value: number, goal: number): string {
  const share = goal <= 0 ? 1 : Math.max(0, value) / goal;
  const exact = Math.floor(share * segments);
  const filled = share >= 1 ? segments : value > 0 ? Math.max(1, exact) : 0;
  return "▓".repeat(filled) + "░".repeat(segments - filled);
}

function spansOf(pieces: readonly Inline[], emphasis: Emphasis): Span[] {
  return pieces.map((piece) =>
    piece.type === "mention" ? span(`@${harmless(piece.name)}`, "mention") : span(harmless(piece.text), emphasis),
  );
}

/** Cuts at line breaks. */
function broken(spans: readonly Span[]): Line[] {
  const lines: Span[][] = [[]];
  for (const { text, emphasis } of spans) {
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push(span(part, emphasis));
    }
  }
  return lines.map((one) => line(...one));
}

/** The mark before the first line, and as much room before the others. */
function hanging(mark: string, lines: readonly Line[]): Line[] {
  const room = " ".repeat(displayWidth(mark));
  return lines.map(({ spans }, index) => line(span(index === 0 ? mark : room), ...spans));
}

function table(head: readonly (readonly Inline[])[], rows: readonly (readonly (readonly Inline[])[])[]): Line[] {
  const cell = (pieces: readonly Inline[], emphasis: Emphasis) =>
    spansOf(pieces, emphasis).map((one) => ({ ...one, text: one.text.replaceAll("\n", " ") }));
  const cells = [head.map((of) => cell(of, "strong")), ...rows.map((row) => row.map((of) => cell(of, "plain")))];
  const width = (spans: readonly Span[]) => spans.reduce((sum, { text }) => sum + displayWidth(text), 0);
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => width(row[column] ?? []))),
  );
  return cells
    .filter((row) => row.some((of) => of.length > 0))
    .map((row) =>
      line(
        ...row.flatMap((of, column) => {
          const last = column === row.length - 1;
          return last ? of : [...of, span(" ".repeat((widths[column] ?? 0) - width(of) + 2))];
        }),
      ),
    );
}

/**
 * Text of a person or of a locale, without anything that a terminal would obey: line breaks of all kinds become one
 * kind, tabs a space; control characters (C0, C1) and marks of writing direction go. A mark that joins an emoji stays.
 */
function harmless(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replaceAll("\t", " ")
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (one) => (one === "\n" ? "\n" : ""))
    .replace(/\p{Cs}/gu, "\uFFFD");
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Emoji shown as such, and the scripts that UAX #11 counts as wide or full-width. */
const wide =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\u20E3|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += invisible.test(segment) ? 0 : wide.test(segment) ? 2 : 1;
  return width;
}

/** A message tree as what Telegram is sent: one or several texts of HTML, a keyboard under the last, and files. */
import type { Leads } from "../../src/chat/leads.ts";
import type { FileData, Rendered, RenderedBlock, RenderedButton } from "../../src/chat/message.ts";
import type { InlineKeyboardButton } from "grammy/types";
import { telegramCapabilities } from "./capabilities.ts";
import { html, isVisible, run, split, textOf, wellFormed, type Marks, type Run } from "./text.ts";
import type { Inline } from "../../src/chat/phrase.ts";

export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** One message on Telegram. */
export type Part =
  | {
      readonly type: "text";
      readonly html: string;
      readonly keyboard?: Keyboard;
      /** Asks for a reply, with a hint in the empty field. */
      readonly ask?: { readonly placeholder?: string };
    }
  | {
      readonly type: "file";
      readonly kind: "photo" | "document";
      readonly file: FileData;
      readonly caption?: string;
      readonly keyboard?: Keyboard;
    };

/** The address of a link. */
export type LinkTo = (leads: Leads) => string;

const captionLimit = 1024;
/** In UTF-16 units: half of it is left to the text. */
const longestAlt = 512;
const placeholderLimit = 64;
const segments = 10;
/** Characters of one width that a telephone shows in one line. */
const narrow = 34;
/** Shown where a message would have nothing but buttons: Telegram wants a text. */
const nothing = "·";

/** The messages that show this, in order. Never empty. */
export function renderParts({ blocks }: Rendered, linkTo: LinkTo): readonly Part[] {
  const keyboard = keyboardOf(blocks, linkTo);
  const ask = blocks.find((block) => block.type === "ask");
  const files = filesOf(blocks);
  const runs = runsOf(keyboard.length === 0 ? blocks : blocks.filter((block) => block !== ask));
  const under = keyboard.length === 0 ? {} : { keyboard };

  const [only, ...others] = files;
  // Telegram has no place for what a picture shows but its caption: it stands there, if the text does not say the same.
  const alt = only?.caption;
  if (only !== undefined && others.length === 0 && ask === undefined && textOf(runs).length <= captionLimit) {
    const text = isVisible(runs) ? html(runs) : undefined;
    const caption = [text, alt].filter((part) => part !== undefined).join("\n\n");
    const fits = text === undefined || alt === undefined || textOf(runs).length + longestAlt + 2 <= captionLimit;
    if (fits) return [{ ...only, ...(caption === "" ? {} : { caption }), ...under }];
  }
  const texts = split(runs, telegramCapabilities.textLimit.size).map(html);
  if (texts.length === 0 && (keyboard.length > 0 || files.length === 0)) texts.push(nothing);
  const parts: Part[] = texts.map((text, index) => ({
    type: "text",
    html: text,
    ...(index === texts.length - 1 ? under : {}),
    ...(index === texts.length - 1 && ask !== undefined && keyboard.length === 0 ? { ask: hintOf(ask) } : {}),
  }));
  // A message has either a keyboard or a field to reply in.
  if (ask !== undefined && keyboard.length > 0) {
    parts.push({ type: "text", html: html([run(ask.label)]) || nothing, ask: hintOf(ask) });
  }
  return [...parts, ...files];
}

/** The same as bare text, for an alert; `undefined` where it has more than text. */
export function renderPlain({ blocks }: Rendered): string | undefined {
  const bare = blocks.every(({ type }) => ["heading", "paragraph", "list", "table", "progress"].includes(type));
  return bare ? textOf(runsOf(blocks)).replaceAll("\u2060", "").trim() : undefined;
}

function hintOf({ placeholder }: { readonly placeholder?: string }): { readonly placeholder?: string } {
  const hint = [...wellFormed(placeholder ?? "").trim()].slice(0, placeholderLimit / 2).join("");
  return hint === "" ? {} : { placeholder: hint };
}

function filesOf(blocks: readonly RenderedBlock[]): Extract<Part, { type: "file" }>[] {
  return blocks.flatMap((block) => {
    if (block.type === "file") return [{ type: "file" as const, kind: "document" as const, file: block.file }];
    if (block.type !== "image") return [];
    // Telegram scales pictures of these types; anything else (SVG) it takes as a file only.
    const kind = /^image\/(?:png|jpeg|webp)$/.test(block.file.mediaType) ? ("photo" as const) : ("document" as const);
    const alt = block.said === true ? "" : [...block.alt].slice(0, longestAlt / 2).join("");
    const caption = html([run(alt)]);
    return [{ type: "file" as const, kind, file: block.file, ...(caption === "" ? {} : { caption }) }];
  });
}

function keyboardOf(blocks: readonly RenderedBlock[], linkTo: LinkTo): Keyboard {
  return blocks.flatMap((block): InlineKeyboardButton[][] => {
    switch (block.type) {
      case "buttons":
        return block.rows.filter((row) => row.length > 0).map((row) => row.map(buttonOf));
      // Not given where there are buttons; shown as what it is all the same.
      case "choices":
        return block.items.map(({ id, label }) => [{ text: labelOf(label), callback_data: id }]);
      case "link":
        return [[{ text: labelOf(block.label), url: linkTo(block) }]];
      default:
        return [];
    }
  });
}

const labelOf = (label: string): string => wellFormed(label).trim() || nothing;

const buttonOf = ({ id, label, style }: RenderedButton): InlineKeyboardButton => ({
  text: labelOf(label),
  callback_data: id,
  ...(style === undefined ? {} : { style }),
});

/** The text of all blocks, with a blank line between, but none after a heading or before a bar that belongs to it. */
function runsOf(blocks: readonly RenderedBlock[]): readonly Run[] {
  const all: Run[] = [];
  let before: RenderedBlock["type"] | undefined;
  for (const block of blocks) {
    const runs = blockRuns(block);
    if (textOf(runs) === "") continue;
    if (before !== undefined) all.push(run(before === "heading" || block.type === "progress" ? "\n" : "\n\n"));
    all.push(...runs);
    before = block.type;
  }
  return all;
}

function blockRuns(block: RenderedBlock): readonly Run[] {
  switch (block.type) {
    case "heading":
      return pieces(block.content, { bold: true });
    case "paragraph":
      return pieces(
        block.content,
        block.style === "strong" ? { bold: true } : block.style === "quiet" ? { italic: true } : {},
      );
    case "list":
      return lines(
        block.items.map((item, index) => [run(block.ordered === true ? `${index + 1}. ` : "• "), ...pieces(item)]),
      );
    case "table":
      return tableRuns(block.head, block.rows);
    case "progress":
      return [run(`${bar(block.value, block.goal)} `), ...pieces(block.label)];
    case "ask":
      return [run(block.label)];
    case "image":
    case "file":
    case "buttons":
    case "choices":
    case "link":
      return [];
  }
}

/** Ten segments. Only a goal that is met fills them all, and the first answer is seen. */
function bar(value: number, goal: number): string {
  const share = goal <= 0 ? 1 : Math.max(0, value) / goal;
  const filled = share >= 1 ? segments : value > 0 ? Math.max(1, Math.floor(share * segments)) : 0;
  return "▓".repeat(filled) + "░".repeat(segments - filled);
}

const pieces = (content: readonly Inline[], marks: Marks = {}): readonly Run[] =>
  content.map((piece) => {
    if (piece.type !== "mention") return run(piece.text, marks);
    const { platform = "telegram", id } = piece.user;
    // Only digits can go into the address; a person on another platform cannot be named by a link here.
    const known = platform === "telegram" && /^\d{1,19}$/.test(id);
    return run(piece.name, known ? { ...marks, user: id } : marks);
  });

const lines = (all: readonly (readonly Run[])[]): readonly Run[] =>
  all.flatMap((line, index) => (index === 0 ? line : [run("\n"), ...line]));

type Cell = readonly Inline[];

/** Columns where they fit a telephone, else each row as a paragraph. */
function tableRuns(head: readonly Cell[], rows: readonly (readonly Cell[])[]): readonly Run[] {
  const plain = (cell: Cell): string =>
    wellFormed(textOf(pieces(cell)))
      .replaceAll("\u2060", "")
      .replace(/\s+/g, " ")
      .trim();
  const texts = [head, ...rows].map((row) => row.map(plain));
  const columns = Math.max(0, ...texts.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...texts.map((row) => [...(row[column] ?? "")].length)),
  );
  const width = widths.reduce((sum, one) => sum + one, 0) + 2 * (columns - 1);
  const mentions = rows.some((row) => row.some((cell) => cell.some(({ type }) => type === "mention")));
  // Only of these is it certain that each takes one column, and in <pre> nobody can be named by a link.
  const even = texts.flat().every((text) => /^[\u0020-\u024F\u0370-\u052F\u2010-\u2027\u2212▓░€✓✗]*$/.test(text));
  if (width > narrow || !even || mentions) return listed(head, rows);
  const numeric = widths.map(
    (_, column) => rows.length > 0 && texts.slice(1).every((row) => /^[\d.,%−-]*$/.test(row[column] ?? "")),
  );
  const drawn = texts.map((row) =>
    widths.map((size, column) =>
      numeric[column] === true ? (row[column] ?? "").padStart(size) : (row[column] ?? "").padEnd(size),
    ),
  );
  const kept = drawn.filter((row) => row.some((cell) => cell.trim() !== ""));
  return [run(kept.map((row) => row.join("  ").trimEnd()).join("\n"), { pre: true })];
}

function listed(head: readonly Cell[], rows: readonly (readonly Cell[])[]): readonly Run[] {
  return lines(
    rows.map((row) => {
      const [first = [], ...others] = row;
      const said = others.flatMap((cell, index) => {
        const name = pieces(head[index + 1] ?? []);
        return [
          run(index === 0 ? (others.length === 1 ? ": " : "\n   ") : " · "),
          ...(others.length === 1 || textOf(name) === "" ? [] : [...name, run(": ")]),
          ...pieces(cell),
        ];
      });
      return [run("• "), ...pieces(first, { bold: true }), ...said];
    }),
  );
}

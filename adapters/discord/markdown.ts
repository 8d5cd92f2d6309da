/**
 * Text of a message as Discord's markdown. Every piece of text is escaped, mentions and times are Discord's own.
 *
 * A text is kept as lines of atoms: an atom is one escaped character, one mention, one time. So a long text is cut
 * between atoms and never inside an escape, and a style that was open is closed and opened again.
 */
import type { Inline, UserRef } from "../../src/chat/phrase.ts";

/** One line: what stands before it, the style around it, and its atoms. */
export interface Line {
  readonly before: string;
  readonly style: "" | "**";
  readonly atoms: readonly string[];
  /** A whole block of code, which is not cut. */
  readonly code?: true;
}

/** Discord's limit for `content`, in UTF-16 units (it may count more kindly). */
export const contentLimit = 2_000;

/**
 * Everything that could begin markup inside a line. Discord's clients show a backslash before one of these as nothing and
 * the character as it is. No more than is needed: notifications on some telephones show the backslashes.
 * - `:` before `/` would begin an address, before `name:` an emoji;
 * - `@` before `everyone`, `here` or an id. The server looks at the raw text, where a backslash before `@everyone` changes
 *   nothing: it pings nobody because of `allowed_mentions`. A raw `<@id>` is broken up by two backslashes.
 */
const special = /[\\`*_~|<[\]]|:(?=\/|[\w+-]{1,40}:)|@(?=everyone|here|[!&]?\d)/g;

/** What begins a heading, a list, a quotation or small print, at the beginning of a line only. */
const startEscaped = (text: string): string =>
  text.replace(/^(\s*)([#>+-])/u, "$1\\$2").replace(/^(\s*\d+)([.)])/u, "$1\\$2");

/** Marks that steer the direction of writing could move other people's text around; control characters do nothing good. */
const harmless = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replaceAll("\t", " ")
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (one) => (one === "\n" ? "\n" : ""))
    .replace(/\p{Cs}/gu, "\uFFFD");

/**
 * Text that shows up as it is, whoever wrote it.
 * @example escaped("@everyone *now*") // "\\@everyone \\*now\\*"
 */
export const escaped = (text: string): string =>
  harmless(text)
    .split("\n")
    .map((line) => startEscaped(atomsOf(line).join("")))
    .join("\n");

/** Escaped characters; each with its backslash is one atom. */
const atomsOf = (text: string): string[] => text.replace(special, "\\$&").match(/\\[^0-9A-Za-z\s]|[^]/gu) ?? [];

const snowflake = /^\d{15,20}$/;

/** Whether a person can be mentioned here by Discord's own means. */
export const mentionable = ({ platform, id }: UserRef): boolean =>
  (platform === undefined || platform === "discord") && snowflake.test(id);

/** Discord's letters for how a time is shown; it does so in each reader's own zone. */
const timeLetters = { date: "D", time: "t", datetime: "f", relative: "R" } as const;

function pieceAtoms(piece: Inline): string[] {
  switch (piece.type) {
    case "text":
      return atomsOf(harmless(piece.text));
    case "mention":
      return mentionable(piece.user)
        ? [`<@${piece.user.id}>`]
        : atomsOf(`@${harmless(piece.name).replaceAll("\n", " ")}`);
    case "time":
      return [`<t:${Math.floor(piece.at / 1_000)}:${timeLetters[piece.style]}>`];
  }
}

/** The lines of a sentence; a line break in somebody's text stays one. */
export function linesOf(
  pieces: readonly Inline[],
  { before = "", hanging = before, style = "" }: { before?: string; hanging?: string; style?: Line["style"] } = {},
): Line[] {
  const lines: string[][] = [[]];
  for (const atom of pieces.flatMap(pieceAtoms)) {
    if (atom === "\n") lines.push([]);
    else lines.at(-1)?.push(atom);
  }
  return lines.map((atoms, index) => ({ before: index === 0 ? before : hanging, style, atoms }));
}

/** A line as Discord takes it. Markup around nothing would be shown as it is, so it is left out. */
export function written({ before, style, atoms, code }: Line): string {
  const text = atoms.join("");
  if (text.trim() === "") return "";
  return code === true ? text : `${before}${style}${startEscaped(text)}${style}`;
}

/** Cuts lines into texts that fit; between lines where possible, else between words, else between atoms. */
export function fitted(lines: readonly Line[], limit: number = contentLimit): string[] {
  const texts: string[] = [];
  let text = "";
  for (const line of lines.flatMap((one) => cut(one, limit))) {
    const next = written(line);
    if (text === "") text = next;
    else if (text.length + 1 + next.length <= limit) text += `\n${next}`;
    else {
      texts.push(text);
      text = next;
    }
  }
  if (text.trim() !== "") texts.push(text);
  return texts;
}

/** A line in as many as it takes for each to fit. */
function cut(line: Line, limit: number): Line[] {
  if (written(line).length <= limit || line.code === true) return [line];
  // One more for the backslash that the beginning of a line may need.
  const room = limit - line.before.length - 2 * line.style.length - 1;
  const parts: string[][] = [];
  let part: string[] = [];
  let size = 0;
  for (const atom of line.atoms) {
    if (size + atom.length > room) {
      const space = part.lastIndexOf(" ");
      const from = space > part.length / 2 ? space + 1 : part.length;
      const rest = part.slice(from);
      parts.push(part.slice(0, from));
      part = rest;
      size = rest.reduce((sum, { length }) => sum + length, 0);
    }
    part.push(atom);
    size += atom.length;
  }
  parts.push(part);
  return parts.map((atoms) => ({ ...line, atoms }));
}

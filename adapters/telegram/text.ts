/**
 * Text on its way to Telegram: runs with marks, cut into messages, and written as the Bot API's HTML.
 *
 * A tag cannot be broken by a cut, since the cut is made in plain text and the tags are written afterwards, anew in each
 * message. People's text cannot become markup, since every character goes through `escapeHtml`.
 */
import { escapeHtml } from "../../src/chat/html.ts";

/** How a run is shown. */
export interface Marks {
  readonly bold?: true;
  readonly italic?: true;
  /** Of one width, for tables. */
  readonly pre?: true;
  /** The Telegram id of the person whom this names; it notifies them. */
  readonly user?: string;
}

export interface Run {
  readonly text: string;
  readonly marks: Marks;
}

/** WORD JOINER: nothing to be seen, and no `@name` behind it is a mention any more. */
const joiner = "\u2060";

/**
 * Text that Telegram takes as it is: well-formed UTF-16 (else 400), and without control characters, which it would turn
 * into blanks itself, after our count.
 */
export const wellFormed = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000B-\u001F]/g, " ");

/**
 * Keeps `@name` from notifying whoever has that name: Telegram looks for it in every text, HTML or not. Addresses of
 * mail stay as they are, so that they can be copied; inside of those Telegram sees no mention.
 */
export const withoutPings = (text: string): string => text.replace(/(?<![A-Za-z0-9_])@(?=\w)/g, `@${joiner}`);

/** A run of text that notifies nobody. In `pre`, Telegram does not look for names, and a joiner would break columns. */
export const run = (text: string, marks: Marks = {}): Run => {
  const safe = wellFormed(text);
  return { text: marks.pre === true ? safe : withoutPings(safe), marks };
};

/** The text that people see. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");

/** As the Bot API's HTML. */
export function html(runs: readonly Run[]): string {
  return runs
    .filter(({ text }) => text !== "")
    .map(({ text, marks: { bold, italic, pre, user } }) => {
      let written = escapeHtml(text);
      if (user !== undefined) written = `<a href="tg://user?id=${user}">${written}</a>`;
      if (italic === true) written = `<i>${written}</i>`;
      if (bold === true) written = `<b>${written}</b>`;
      return pre === true ? `<pre>${written}</pre>` : written;
    })
    .join("");
}

/** Whether there is anything to see. Telegram refuses a message of blanks. */
export const isVisible = (runs: readonly Run[]): boolean =>
  /[^\s\u200B-\u200F\u2028-\u202E\u2060\uFEFF\u0333\u033F\u030A]/u.test(textOf(runs));

/** Telegram shows the first 100 marks of a message and forgets the others; some are left for those it finds itself. */
const mostMarks = 90;

/** Cuts into messages of at most `limit` UTF-16 units, at a paragraph, a line, a blank, or between characters. */
export function split(runs: readonly Run[], limit: number): readonly (readonly Run[])[] {
  const text = textOf(runs);
  const marked = startsOfMarked(runs);
  const pieces: (readonly Run[])[] = [];
  let from = 0;
  while (from < text.length) {
    const start = from;
    const end = Math.min(from + limit, marked.filter((at) => at >= start)[mostMarks] ?? text.length);
    const to = end >= text.length ? text.length : cutBefore(text, from, end);
    const piece = slice(runs, from, to);
    if (isVisible(piece)) pieces.push(piece);
    from = to;
    // Telegram trims a message, so that a blank at the cut would be lost anyway.
    while (/\s/.test(text.charAt(from)) && from < text.length) from++;
  }
  return pieces;
}

function startsOfMarked(runs: readonly Run[]): readonly number[] {
  let at = 0;
  return runs.flatMap(({ text, marks }) => {
    const start = at;
    at += text.length;
    return Object.keys(marks).length === 0 ? [] : [start];
  });
}

/** The best place to cut in the second half of the window. */
function cutBefore(text: string, from: number, end: number): number {
  const half = from + Math.floor((end - from) / 2);
  for (const separator of ["\n\n", "\n", " "]) {
    const at = text.lastIndexOf(separator, end - separator.length);
    if (at > half) return at + separator.length;
  }
  const cut = betweenCharacters(text, half, end);
  // "ana@mail" cut before the "@" would begin the next message with a mention.
  return /^\w@$/.test(text.slice(cut - 1, cut + 1)) ? cut - 1 : cut;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** No emoji of people use is longer than this many UTF-16 units. */
const longestGrapheme = 64;

function betweenCharacters(text: string, half: number, end: number): number {
  const start = Math.max(half, end - longestGrapheme);
  const around = text.slice(start, end + longestGrapheme);
  const boundary = start + (graphemes.segment(around).containing(end - start)?.index ?? end - start);
  if (boundary > start) return boundary;
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

function slice(runs: readonly Run[], from: number, to: number): readonly Run[] {
  let at = 0;
  const part: Run[] = [];
  for (const { text, marks } of runs) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (piece !== "") part.push({ text: piece, marks });
    at += text.length;
  }
  return part;
}

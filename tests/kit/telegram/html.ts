/**
 * Telegram's reading of a text: HTML to plain text and entities, with the same refusals as the Bot API, and the
 * entities that Telegram finds by itself (mentions, addresses, commands).
 */

/** A piece of formatted text. Offsets are UTF-16 code units, as in the Bot API. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  /** The person of a `text_mention`. */
  readonly userId?: number;
}

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** The Bot API's 400. */
export class BadRequest extends Error {}

const tagTypes = new Map([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["u", "underline"],
  ["ins", "underline"],
  ["s", "strikethrough"],
  ["strike", "strikethrough"],
  ["del", "strikethrough"],
  ["tg-spoiler", "spoiler"],
  ["a", "text_link"],
  ["code", "code"],
  ["pre", "pre"],
  ["blockquote", "blockquote"],
]);

const references = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
]);

/** Only these four names and numbers are read; any other `&` stands for itself. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:(lt|gt|amp|quot)|#(\d+)|#x([0-9a-f]+));/gi, (whole, name, decimal, hexadecimal) => {
    if (typeof name === "string") return references.get(name.toLowerCase()) ?? whole;
    const point = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** Reads `parse_mode: "HTML"`; throws {@link BadRequest} with the Bot API's words where it would refuse. */
export function parseHtml(source: string): FormattedText {
  const entities: Entity[] = [];
  const open: { tag: string; offset: number; attributes: string }[] = [];
  let text = "";
  let at = 0;
  const refuse = (why: string): never => {
    throw new BadRequest(`can't parse entities: ${why}`);
  };
  while (at < source.length) {
    const next = source.indexOf("<", at);
    text += decodeReferences(source.slice(at, next < 0 ? source.length : next));
    if (next < 0) break;
    const byteOffset = Buffer.byteLength(source.slice(0, next));
    const tag = /^<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*>/i.exec(
      source.slice(next),
    );
    if (tag === null) return refuse(`Unsupported start tag "" at byte offset ${byteOffset}`);
    const [whole, slash = "", rawName = "", attributes = ""] = tag;
    const name = rawName.toLowerCase();
    if (slash === "") {
      if (!tagTypes.has(name)) refuse(`Unsupported start tag "${name}" at byte offset ${byteOffset}`);
      open.push({ tag: name, offset: text.length, attributes });
    } else {
      const opened = open.pop();
      if (opened === undefined) return refuse(`Unexpected end tag at byte offset ${byteOffset}`);
      if (opened.tag !== name) {
        refuse(`Unmatched end tag at byte offset ${byteOffset}, expected "</${opened.tag}>", found "</${name}>"`);
      }
      const entity = entityOf(opened.tag, opened.attributes, opened.offset, text.length - opened.offset);
      if (entity !== undefined && entity.length > 0) entities.push(entity);
    }
    at = next + whole.length;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) refuse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return trimmed({ text, entities });
}

function entityOf(tag: string, attributes: string, offset: number, length: number): Entity | undefined {
  const type = tagTypes.get(tag) ?? tag;
  if (type !== "text_link") return { type, offset, length };
  const href = decodeReferences(/href\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.[1] ?? "");
  const user = /^tg:\/\/user\?id=(\d+)$/.exec(href)?.[1];
  if (user !== undefined) return { type: "text_mention", offset, length, userId: Number(user) };
  return /^https?:\/\//.test(href) ? { type, offset, length, url: href } : undefined;
}

/** What Telegram takes out of every text: carriage returns, control characters, bidi overrides and line separators. */
export function cleaned(text: string): string {
  return text.replace(/[\r\u2028-\u202E\u0333\u033F\u030A]/g, "").replace(/[\u0000-\u0009\u000B-\u001F]/g, " ");
}

function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  return {
    text: kept,
    entities: entities
      .map((entity) => {
        const from = Math.max(0, entity.offset - start);
        const to = Math.min(kept.length, entity.offset + entity.length - start);
        return { ...entity, offset: from, length: to - from };
      })
      .filter((entity) => entity.length > 0)
      .sort((a, b) => a.offset - b.offset || b.length - a.length),
  };
}

/** Plain text, as without `parse_mode`. */
export const plain = (text: string): FormattedText => trimmed({ text, entities: [] });

const found: readonly (readonly [type: string, pattern: RegExp])[] = [
  ["mention", /(?<![\p{L}\p{N}_])@[A-Za-z0-9_]{2,32}(?![\p{L}\p{N}_])/gu],
  ["bot_command", /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu],
  ["url", /https?:\/\/[^\s<>"]+/gu],
  ["email", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ["hashtag", /(?<![\p{L}\p{N}_])#[\p{L}_][\p{L}\p{N}_]*/gu],
];

/** Adds what Telegram finds by itself outside of code and links. A `mention` notifies who has that name. */
export function withFound({ text, entities }: FormattedText): FormattedText {
  const opaque = entities.filter(({ type }) => ["code", "pre", "text_link", "text_mention"].includes(type));
  const more = found.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length })),
  );
  const free = more.filter(
    (one) =>
      !opaque.some((other) => one.offset < other.offset + other.length && other.offset < one.offset + one.length),
  );
  return { text, entities: [...entities, ...free].sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

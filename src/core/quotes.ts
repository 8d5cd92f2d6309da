/** Words and quotes in what people type. */

/** A name as it is compared: `_` and `-` are the same (Telegram's menus have no `-`). */
export const nameOf = (typed: string): string => typed.toLowerCase().replaceAll("_", "-");

/** The first word of a text, and the rest. */
export function splitFirst(text: string): [string, string] {
  const at = text.search(/\s/u);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at).trim()];
}

/** Quotes that open a text, in any language, and the one that people mean to close it with. */
const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "”": "”",
  "„": "“",
  "‟": "”",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
  "「": "」",
  "『": "』",
  "〈": "〉",
  "《": "》",
  "＂": "＂",
  "'": "'",
  "‘": "’",
  "’": "’",
  "‚": "‘",
};
/** Those that are apostrophes as well: they close only at the end of a word. */
const single = "'‘’‚‹›";
/** What may stand behind a quoted text. */
const afterQuote = /^(?:$|[\s,;.:!?)])/u;

/**
 * The length of a quoted string at the beginning of `text`, with its quotes; 0 if there is none. Phones put in what they
 * like: where the right quote is missing, any other one that ends a word closes.
 */
export function quotedLength(text: string): number {
  const opening = text.charAt(0);
  const partner = Object.hasOwn(quotes, opening) ? quotes[opening] : undefined;
  if (partner === undefined) return 0;
  let mixed = 0;
  for (let at = 1; at < text.length; at++) {
    const sign = text.charAt(at);
    const ends = afterQuote.test(text.slice(at + 1, at + 2));
    if (sign === partner && (ends || !single.includes(sign))) return at + 1;
    const alike = single.includes(sign) === single.includes(opening);
    if (mixed === 0 && alike && ends && closing.has(sign)) mixed = at + 1;
  }
  return mixed;
}

const closing: ReadonlySet<string> = new Set([...Object.keys(quotes), ...Object.values(quotes)]);

/** Takes away the quotes around the whole of a value. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 1 && quotedLength(trimmed) === trimmed.length ? trimmed.slice(1, -1).trim() : trimmed;
}

/** The first value of a text: a quoted string, or up to the next white space. */
export function firstValue(text: string): [string, string] {
  const quoted = quotedLength(text);
  return quoted > 0 ? [unquote(text.slice(0, quoted)), text.slice(quoted).trim()] : splitFirst(text);
}

/** The words of a text; what stands in quotes is one. */
export function tokens(text: string): readonly string[] {
  const found: string[] = [];
  for (let rest = text.trim(); rest !== "";) {
    const quoted = quotedLength(rest);
    const end = rest.slice(quoted).search(/\s/u);
    const length = end < 0 ? rest.length : quoted + end;
    found.push(rest.slice(0, length));
    rest = rest.slice(length).trimStart();
  }
  return found;
}

/** Whether all of a text stands in quotes. */
export const isQuoted = (text: string): boolean => text !== "" && quotedLength(text) === text.length;

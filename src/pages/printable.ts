/** Scripts whose words have joiners within: they tell how the letters beside them are joined. */
const joins = ["Arabic", "Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Malayalam", "Mongolian"]
  .concat(["Myanmar", "Oriya", "Sinhala", "Syriac", "Tamil", "Telugu"])
  .map((script) => `\\p{Script=${script}}`)
  .join("");
/** A zero-width joiner, or non-joiner, that is not alone between two letters or signs of such a script. */
const looseJoiner = new RegExp(`(?<![${joins}])[\\u200C\\u200D]|[\\u200C\\u200D](?![${joins}])`, "gu");

/**
 * What a person wrote as it can stand in a picture or on a page: without control characters, marks that turn the direction
 * of writing, what takes no place, but where a script writes its words with it, and halves of characters. Line breaks are spaces.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(looseJoiner, "")
    .replace(/[\uE000-\uF8FF\u061C\u200B\u200E\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, "")
    // At the beginning it is ours: `right-to-left.ts`.
    .replace(/(?<!^)\u200F/gu, "")
    .replace(/ {2,}/gu, " ")
    // In French a space stands there, which people type as any other: the sign stays with its word.
    .replace(/(?<=\S) (?=[?!:;»%](?:\s|$))|(?<=«) /gu, "\u202F")
    .trim();

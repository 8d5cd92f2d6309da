/**
 * What a person wrote as it can stand in a picture or on a page: without control characters, marks that turn the direction
 * of writing, and halves of characters. Line breaks are spaces.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\uE000-\uF8FF\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, "")
    .replace(/ {2,}/gu, " ")
    .trim();

/** Languages that are written from right to left. */

const languages = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** Whether a language is written from right to left: `ar`, `ar-EG`. */
export const isRightToLeft = (language: string): boolean => languages.has(language.split("-")[0] ?? "");

/**
 * Before a text, it says that the text runs from right to left, whatever its first letter is: to people's programs, and to
 * what draws pictures and pages.
 */
export const rightToLeftMark = "\u200F";

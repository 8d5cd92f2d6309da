/** Text in HTML, and in SVG. */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text that stands for itself in HTML and SVG, in elements and in quoted attributes: the one place where that is done.
 * @example escapeHtml(`<b>"Ana"`) // "&lt;b&gt;&quot;Ana&quot;"
 */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (letter) => entities[letter] ?? letter);

/** Finding a button by the label that somebody typed. */

/** Labels are compared without regard to case, width and the kind of apostrophe: people type what they see. */
export const plainLabel = (label: string): string =>
  label
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** The first that has exactly this label, else the first whose label looks like it. */
export function withLabel<T extends { readonly label: string }>(of: readonly T[], label: string): T | undefined {
  return of.find((one) => one.label === label) ?? of.find((one) => plainLabel(one.label) === plainLabel(label));
}

/** Texts that are rightly the same in English and in another language. Names and signs; hardly ever sentences. */
export const sameWords: ReadonlySet<string> = new Set([
  "OK",
  "No",
  "no",
  "Steward",
  "Quorum",
  "quorum",
  "note",
  "code",
  "sector",
]);

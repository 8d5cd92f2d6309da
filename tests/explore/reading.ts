/** Words that only read: by design they change nothing and tell nobody else anything. */
import { Dice } from "./dice.ts";

export const reading: ReadonlySet<string> = new Set([
  ...["list", "show"].map((word) => `/action ${word}`),
  ...["receipts", "show"].map((word) => `/alert ${word}`),
  ...["ics", "minutes", "next", "quorum", "roster", "vote"].map((word) => `/assembly ${word}`),
  ...["/calendar show", "/care mine", "/care read", "/cell show", "/charter print", "/charter show", "/circle show"],
  ...["/council show", "/date show", "/debrief show", "/decide list", "/decide show", "/delegate show"],
  ...["ladder", "list", "poster", "show"].map((word) => `/drive ${word}`),
  ...["/fund report", "/fund show", "/gather ics", "/gather list", "/gather show", "/help-now"],
  ...["/me export", "/me show", "/phase show"],
  ...["balance", "history", "ics", "preview", "who", "why"].map((word) => `/role ${word}`),
  ...["/sector list", "/tally receipts", "/tally show", "/vote show"],
]);

/** Of any so many seeds in a row each word that only reads is one to read in one of them. */
const round = 3;

/** The words that a seed reads for certain, each twice: two reads give the same. */
export function readingsOf(seed: number): readonly string[] {
  const mine = [...reading].filter((_, at) => at % round === seed % round);
  return new Dice(seed).shuffled(mine);
}

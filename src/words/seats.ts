/** How many seats a cell has, as people type it. */
import { parseSeatRule, type SeatRule } from "../domain/seats.ts";
import { bare } from "./clean.ts";
import { languages } from "./languages.ts";

/** '2', '10 max 5', 'per 10 max 5', '10/5', '10 members'. Undefined: none of these, or out of range. */
export function readSeats(text: string): SeatRule | undefined {
  const [, per, number, members, cap] = seatWords.exec(bare(text.slice(0, 60)).trim()) ?? [];
  if (number === undefined) return undefined;
  if (cap !== undefined) return parseSeatRule(`${number}/${cap}`);
  return parseSeatRule(per === undefined && members === undefined ? number : `${number}/`);
}

const of = (word: "per" | "members" | "max"): string =>
  [...languages.values()].map(({ seats }) => seats[word]).join("|");

const seatWords = new RegExp(
  `^(${of("per")})?\\s*(\\d{1,6})(\\s*(?:${of("members")}))?(?:(?:\\s*/\\s*|[\\s,]*(?:${of("max")})\\.?:?\\s*)(\\d{1,6}))?$`,
  "u",
);

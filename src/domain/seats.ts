/** How many seats a cell has in a council. Rules: docs/rules.md, "Delegates". */

/** The same number for each cell; or one, and one more for each `per` members that are begun, but no more than `cap`. */
export type SeatRule =
  | { readonly kind: "fixed"; readonly seats: number }
  | { readonly kind: "members"; readonly per: number; readonly cap: number };

/** One for each cell, until a council says otherwise. */
export const usualSeats: SeatRule = { kind: "fixed", seats: 1 };

/** No cell has more seats in one council. */
export const mostSeats = 20;
/** The cap where none is named. */
const usualCap = 5;
const mostPer = 100_000;

/**
 * The seats of a cell with so many members. A larger cell never gets fewer, and none gets more than the cap.
 * @param members a whole number, 0 or more
 */
export function seatsFor(rule: SeatRule, members: number): number {
  if (rule.kind === "fixed") return rule.seats;
  return Math.min(rule.cap, 1 + Math.ceil(members / rule.per));
}

/** Reads what {@link writeSeatRule} writes: '2', '10/5'; '10/' has the usual cap. Undefined: neither, or out of range. */
export function parseSeatRule(text: string): SeatRule | undefined {
  const [, number = "", members, most] = /^(\d{1,6})(\/(\d{1,6})?)?$/u.exec(text) ?? [];
  if (members === undefined) {
    const seats = Number(number);
    return seats >= 1 && seats <= mostSeats ? { kind: "fixed", seats } : undefined;
  }
  const per = Number(number);
  const cap = most === undefined ? usualCap : Number(most);
  return per >= 1 && per <= mostPer && cap >= 1 && cap <= mostSeats ? { kind: "members", per, cap } : undefined;
}

/** The shortest text that {@link parseSeatRule} reads as this rule. */
export const writeSeatRule = (rule: SeatRule): string =>
  rule.kind === "fixed" ? String(rule.seats) : `${String(rule.per)}/${String(rule.cap)}`;

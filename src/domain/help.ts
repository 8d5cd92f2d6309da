/** The emergency card of a cell, and how long what belongs to it lasts. Rules: docs/rules.md, "Help now". */

/** The live message that shows a change to who can confirm it. Its subject is the cell. */
export const helpCard = "help-now";

/** What falls due for an emergency card. Payload: `cell`. */
export const helpJobs = { check: "help-check" } as const;

const day = 24 * 60 * 60_000;

/** So long after it was said last that a card is right, somebody is asked whether it still is (milliseconds). */
export const askedAfter = 30 * day;

/** A change that nobody has confirmed by then falls away (milliseconds). */
export const changeLasts = 14 * day;

/** The longest card, in characters. */
export const longestCard = 800;

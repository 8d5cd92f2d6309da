/** Alerts: who may raise one, and how long what belongs to it lasts. Rules: docs/rules.md, "Alerts". */

/** What falls due for an alert. Payload: `alert`; of `reached` also `call` and `person`. */
export const alertJobs = { lapse: "alert-lapse", over: "alert-over", reached: "alert-reached" } as const;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** So long it waits for a second person (milliseconds). */
export const confirmedWithin = 10 * minute;
/** It ends by itself after so long, and who answered what is deleted, whenever it ended (milliseconds). */
export const lasts = 48 * hour;
/** Whoever calls for help hears after so long where nobody was reached (milliseconds). */
export const reachedWithin = 30_000;
/** Who joined later than this long ago is new (milliseconds). */
export const newFor = 7 * day;
/** As many are sent in a day and scope. */
export const mostADay = 3;
export const limitOver = day;
/** The longest text, in characters. */
export const longestAlert = 300;

/** To whom it goes: a cell's chats, those of its sector, or all. */
export const alertScopes = ["cell", "sector", "federation"] as const;
export type AlertScope = (typeof alertScopes)[number];

/** What somebody answers. Only the first two are counted. */
export const alertAnswers = ["safe", "coming", "help"] as const;
export type AlertAnswer = (typeof alertAnswers)[number];

/** One of the two, as they stand in the cell by which they count here. */
export interface Raiser {
  readonly person: string;
  readonly cell: string | undefined;
  /** When they joined it, and when it was made; milliseconds since 1970. */
  readonly joinedAt: number;
  readonly cellMadeAt: number;
  readonly coordinates: boolean;
  readonly steward: boolean;
}

/** Why two cannot raise an alert together. */
export type WhyNot = "same" | "other-cell" | "not-coordinators" | "new";

const isNew = ({ joinedAt }: Raiser, now: number): boolean => now - joinedAt < newFor;
const isYoung = ({ cellMadeAt }: Raiser, now: number): boolean => now - cellMadeAt < newFor;

/**
 * Whether two may raise an alert; undefined: they may. Two accounts of one person are one person. In a cell: two members, neither
 * new; in a cell that is itself new, where everybody is, one of them coordinates it. Wider: coordinators of different
 * cells, or a coordinator and a steward; one of them may be new, if they coordinate a cell that is.
 */
export function whyNotTogether(scope: AlertScope, first: Raiser, second: Raiser, now: number): WhyNot | undefined {
  if (first.person === second.person) return "same";
  const both = [first, second];
  if (scope === "cell") {
    if (first.cell === undefined || first.cell !== second.cell) return "other-cell";
    if (!both.some((one) => isNew(one, now))) return undefined;
    return both.every((one) => isYoung(one, now)) && both.some(({ coordinates }) => coordinates) ? undefined : "new";
  }
  const coordinators = both.filter(({ coordinates }) => coordinates);
  const apart = coordinators.length === 2 && first.cell !== second.cell;
  const withSteward = both.some((one) => one.coordinates && both.some((other) => other !== one && other.steward));
  if (!apart && !withSteward) return "not-coordinators";
  const fresh = both.filter((one) => isNew(one, now));
  if (fresh.length > 1 || !fresh.every((one) => one.coordinates && isYoung(one, now)))
    return fresh.length === 0 ? undefined : "new";
  return undefined;
}

/** Why somebody cannot even begin one, whoever would confirm it. */
export function whyNotBegin(scope: AlertScope, who: Raiser, now: number): WhyNot | undefined {
  if (scope !== "cell" && !who.coordinates && !who.steward) return "not-coordinators";
  if (!isNew(who, now) || isYoung(who, now)) return undefined;
  return "new";
}

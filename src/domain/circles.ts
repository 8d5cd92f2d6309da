/**
 * Circles: a cell meets every week; one tells a story, another shares a skill. Rules: docs/rules.md, "Circles".
 *
 * Who is next is chosen as for roles (`choose` in rotation.ts): fewest turns, then longest ago, then the lot.
 */
import { choose, type Candidate } from "./rotation.ts";
import { addDays, localParts, wallClock } from "./time.ts";

/** What falls due for a circle, by the name of its job. */
export const circleJobs = {
  next: "circle-next",
  remind: "circle-remind",
  question: "circle-question",
  /** After their quiet hours somebody is told what the other has answered to an exchange. */
  answered: "circle-answered",
} as const;

export const circleParts = ["story", "skill"] as const;
export type CirclePart = (typeof circleParts)[number];

export interface CircleTime {
  /** ISO: 1 is Monday. */
  readonly weekday: number;
  /** Minutes of the day. */
  readonly minute: number;
  /** Of the cell. */
  readonly zone: string;
}

export interface Circle extends CircleTime {
  readonly id: string;
  readonly cellId: string;
  /** The gathering of the next time. */
  readonly gatheringId: string | undefined;
}

/** Who does a part at one time. */
export interface Turn {
  readonly id: string;
  readonly circleId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly part: CirclePart;
  /** Nobody is left to choose. */
  readonly personId: string | undefined;
}

/** How many times are planned ahead, so that people can prepare, and exchange. */
export const planned = 3;
/** Both are reminded so long before, in milliseconds: two days. */
export const remindBefore = 2 * 24 * 60 * 60_000;
/** A time is over so long after it began: milliseconds. */
export const lasts = 3 * 60 * 60_000;

/** The next `count` times after `after`, on the wall clock of the zone, a week apart. */
export function nextTimes({ weekday, minute, zone }: CircleTime, after: number, count: number): readonly number[] {
  const today = localParts(after, zone);
  const first = addDays(today.date, (weekday - today.weekday + 7) % 7);
  const times: number[] = [];
  for (let week = 0; times.length < count; week++) {
    const at = wallClock(addDays(first, 7 * week), minute, zone);
    if (at > after) times.push(at);
  }
  return times;
}

/** Somebody in the rota, with the turns that are credited to them (planned ones included). */
export interface Place {
  readonly personId: string;
  readonly turns: number;
  readonly last: number | undefined;
}

/** Who has another part at the same time, and who cannot. */
type Out = "other-part" | "declined";

/**
 * Who does a part at one time; undefined where nobody is left. Who does the other part at that time is chosen only if
 * nobody else is there: in a rota of one, one does both.
 */
export function nextFor(
  circle: Pick<Circle, "id">,
  { at, part }: Pick<Turn, "at" | "part">,
  places: readonly Place[],
  taken: { readonly otherPart: string | undefined; readonly declined: readonly string[] },
): string | undefined {
  const pool = places.map(({ personId, turns, last }): Candidate<Out> => {
    const out: Out[] = [];
    if (personId === taken.otherPart) out.push("other-part");
    if (taken.declined.includes(personId)) out.push("declined");
    return { id: personId, terms: turns, lastEnd: last, out };
  });
  const draw = { role: `${circle.id}:${part}`, term: String(at), places: 1, relax: ["other-part"] as const };
  return choose<Out>(draw, pool)[0]?.id;
}

/** What somebody who joins is credited with, so that nobody has to catch up: the least that others have. */
export const creditOnJoining = (places: readonly Pick<Place, "turns">[]): number =>
  places.length === 0 ? 0 : Math.min(...places.map(({ turns }) => turns));

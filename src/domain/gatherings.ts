/**
 * Gatherings: who has a place, which time wins, what is asked when. Rules: docs/rules.md, "Gatherings".
 *
 * Times are milliseconds since 1970.
 */
import { addDays, localParts, wallClock } from "./time.ts";

/** The kind of the card that shows a gathering. */
export const gatheringCard = "gathering";

/** What falls due for a gathering, by the name of its job. */
export const gatheringJobs = {
  remind: "gathering-remind",
  decide: "gathering-decide",
  rest: "gathering-rest",
  over: "gathering-over",
  clear: "gathering-clear",
} as const;
/** Tells somebody that they have a place now. */
export const placeJob = "gathering-place";
/** Tells whoever planned it that a decompression has not been held, after their quiet hours. */
export const overdueJob = "gathering-overdue";

export const gatheringKinds = ["decompression", "circle", "gathering"] as const;
export type GatheringKind = (typeof gatheringKinds)[number];

/** `over`: its time has passed and nobody said more. Only a decompression asks until it is `held` or `let-go`. */
export type GatheringState = "open" | "held" | "let-go" | "over" | "cancelled";

export const rsvpAnswers = ["going", "maybe", "no"] as const;
export type RsvpAnswer = (typeof rsvpAnswers)[number];

/** A time that was proposed, and how many can make it. */
export interface ProposedTime {
  readonly id: string;
  readonly at: number;
  readonly choices: number;
}

/** People of a cell meeting. */
export interface Gathering {
  readonly id: string;
  /** Within the cell, for people to type. */
  readonly number: number;
  readonly cellId: string;
  /** Of the cell. */
  readonly zone: string;
  readonly kind: GatheringKind;
  readonly actionId: string | undefined;
  /** What the action is called, for a decompression. */
  readonly actionWhat: string | undefined;
  /** When the action ended, for a decompression. */
  readonly actionEndedAt: number | undefined;
  /** Its own name; none for the decompression of an action. */
  readonly what: string | undefined;
  readonly where: string | undefined;
  /** None until a time is found. */
  readonly at: number | undefined;
  /** How long it lasts, if somebody said so. */
  readonly minutes: number | undefined;
  readonly capacity: number | undefined;
  readonly state: GatheringState;
  readonly organizerId: string | undefined;
  readonly createdAt: number;
  /** When the choice between the proposed times ends. */
  readonly decidesAt: number | undefined;
  readonly askedAt: number | undefined;
  readonly remindedAt: number | undefined;
  readonly endedAt: number | undefined;
  /** How often its time or state has changed, and when last. */
  readonly revision: number;
  readonly changedAt: number;
  /** The proposed times, the earliest first; none when nothing is being chosen. */
  readonly times: readonly ProposedTime[];
}

/** What may be changed besides the time; what is not named stays. */
export interface GatheringChanges {
  readonly where?: string;
  readonly minutes?: number;
  readonly capacity?: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What is settled by itself is announced between these minutes of the day. */
const morning = 9 * 60;
const evening = 21 * 60;
/** What is proposed in words lies so far ahead that people can still choose and come. */
export const leastNotice = 4 * hour;
/** Times that can be proposed at once: what people choose from with one tap each. */
export const mostTimes = 7;
/** A gathering for which nobody finds a time is given up after so long. */
export const givenUpAfter = 60 * day;
/** A gathering other than a decompression is over so long after it began, if it does not last longer. */
const overAfter = 6 * hour;
/** How long a gathering is taken to last in a calendar, if nobody said. */
const usualLength = 2 * hour;

/** When a gathering with this time is over: nobody can say any more that they come. */
export const overAt = (at: number, { minutes = 0 }: Pick<Gathering, "minutes">): number =>
  at + Math.max(overAfter, minutes * minute);

/** When it ends in a calendar. */
export const endAt = (at: number, { minutes }: Pick<Gathering, "minutes">): number =>
  at + (minutes === undefined ? usualLength : minutes * minute);
/** Whether a decompression was held is asked so long after it began. */
const heldAskAfter = 2 * hour;
/** Not held so long after the action: somebody is reminded, and the next assembly has it on its agenda. */
export const openAfter = 7 * day;

// Places

/** Somebody who said that they are going; `turn` ascends in the order in which they did. */
export interface Going {
  readonly personId: string;
  readonly turn: number;
}

export interface Seats {
  /** Ids of those who have a place. */
  readonly seated: readonly string[];
  /** Ids of those who wait, who is next first. */
  readonly waiting: readonly string[];
}

/** Who has a place: the first `capacity` by their turn. Who leaves gives their place to whoever waits longest. */
export function seats(going: readonly Going[], capacity: number | undefined): Seats {
  const ids = [...going].sort((a, b) => a.turn - b.turn).map(({ personId }) => personId);
  const places = capacity ?? ids.length;
  return { seated: ids.slice(0, places), waiting: ids.slice(places) };
}

/** Those who had a place and wait now: there are fewer than before. The last who said that they come. */
export const movedDown = (before: Seats, after: Seats): readonly string[] =>
  after.waiting.filter((id) => before.seated.includes(id));

/** Those who waited and have a place now. */
export const movedUp = (before: Seats, after: Seats): readonly string[] =>
  after.seated.filter((id) => before.waiting.includes(id));

// Times

/** The time that most can make, ties to the earliest; none where nobody can make any, or all have passed. */
export function bestTime<T extends { readonly at: number; readonly choices: number }>(
  times: readonly T[],
  now: number,
): T | undefined {
  let best: T | undefined;
  for (const time of times) {
    if (time.at <= now || time.choices === 0) continue;
    const better = best === undefined || time.choices > best.choices;
    if (better || (time.choices === best?.choices && time.at < best.at)) best = time;
  }
  return best;
}

/**
 * When a choice between times ends: after two days, but a day before the earliest, so that people can plan; where there
 * is less time, halfway. Nobody is woken by it: what falls into the night of the cell waits for the morning, or else is
 * settled in the evening before, where that leaves an hour to choose and an hour before the earliest time.
 */
export function decisionTime(now: number, times: readonly number[], zone: string): number {
  const first = Math.min(...times);
  const at = Math.min(now + 2 * day, first - now > 2 * day ? first - day : now + Math.floor((first - now) / 2));
  const { date, minuteOfDay } = localParts(at, zone);
  if (minuteOfDay >= morning && minuteOfDay <= evening) return at;
  const early = minuteOfDay < morning;
  const waking = [
    wallClock(early ? date : addDays(date, 1), morning, zone),
    wallClock(early ? addDays(date, -1) : date, evening, zone),
  ];
  return waking.find((one) => one >= now + hour && one <= first - hour) ?? at;
}

/** When the chat is reminded: a day and an hour before; the next one ahead. */
export const nextReminder = (at: number, now: number): number | undefined =>
  [at - day, at - hour].find((due) => due > now);

/** Whether a reminder that is due makes sense: a late one is left to the next where that comes within the hour. */
export function isReminded(at: number | undefined, now: number): boolean {
  if (at === undefined || at <= now) return false;
  const next = nextReminder(at, now);
  return next === undefined || next - now >= hour;
}

// What is asked of a decompression

/** What is asked next of a decompression whose action has ended, and when. */
export interface Asking {
  /** Was it held? Or: it has not been held, remember. */
  readonly what: "held" | "overdue";
  readonly at: number;
}

/**
 * The next question about a decompression that is neither held nor let go: there always is one. Whether it was held is
 * asked once, two hours after it began. From seven days after the action on, whoever planned it is reminded every
 * seven days; if its time lies later than that, a day after it.
 */
export function nextAsk(of: {
  readonly actionEndedAt: number;
  readonly at: number | undefined;
  readonly askedAt: number | undefined;
  readonly remindedAt: number | undefined;
}): Asking {
  const { actionEndedAt, at, askedAt, remindedAt } = of;
  const due = Math.max(actionEndedAt + openAfter, (remindedAt ?? -Infinity) + openAfter, (at ?? -Infinity) + day);
  const held = at === undefined || (askedAt !== undefined && askedAt >= at) ? undefined : at + heldAskAfter;
  return held !== undefined && held <= due ? { what: "held", at: held } : { what: "overdue", at: due };
}

/** Whether a decompression is an item for the next assembly: not held, seven days after its action, nor let go. */
export const isOverdue = (
  { kind, state, actionEndedAt }: Pick<Gathering, "kind" | "state" | "actionEndedAt">,
  now: number,
): boolean =>
  kind === "decompression" && state === "open" && actionEndedAt !== undefined && now >= actionEndedAt + openAfter;

/** What is asked next of a decompression; nothing of one that has ended or whose action goes on. */
export function asking(gathering: Gathering): Asking | undefined {
  const { kind, state, actionEndedAt } = gathering;
  if (kind !== "decompression" || state !== "open" || actionEndedAt === undefined) return undefined;
  return nextAsk({ ...gathering, actionEndedAt });
}

/** When a gathering that is no decompression of an action is over of itself. */
export function endsItself(of: Gathering): number | undefined {
  if (of.state !== "open" || of.actionId !== undefined) return undefined;
  return of.at === undefined ? of.createdAt + givenUpAfter : overAt(of.at, of);
}

/**
 * Decisions: how one is taken, and what takes its place. Rules: docs/rules.md, "Decisions".
 *
 * States: waiting -> stands, where nobody has objected by its hour; waiting -> contested, where somebody has; both -> voting,
 * when it is put to a vote; voting -> stands or rejected. What says what was learnt (./debrief.ts) can be written anew before
 * it is put to a vote: the one before is rejected. What a vote has carried stands from the beginning. A decision is
 * never deleted or rewritten: one that takes its place names it, and has it from the moment when it stands itself.
 *
 * Times are milliseconds since 1970.
 */
import { addDays, localParts, wallClock } from "./time.ts";
import type { VoteResult } from "./votes.ts";

/** The kind of the card that shows a decision; its subject is the decision's id. */
export const decisionCard = "decision";

/** What falls due for a decision, by the name of its job. */
export const decisionJobs = { settle: "decision-settle", review: "decision-review" } as const;

/** How long people can object. */
export const objectFor = 48 * 60 * 60_000;

/** Minutes of the day at which a review is called to mind. */
const reviewMinute = 9 * 60;

export type DecisionState = "waiting" | "contested" | "voting" | "stands" | "rejected";

/** What happens to a decision that does not stand yet. `objections`: how many there are at that moment. */
export type DecisionEvent =
  | { readonly kind: "hour"; readonly objections: number }
  | { readonly kind: "put-to-vote" }
  | { readonly kind: "written-anew" }
  | { readonly kind: "voted"; readonly carried: boolean };

/** What becomes of it; undefined: that cannot happen to it. */
export function nextState(state: DecisionState, event: DecisionEvent): DecisionState | undefined {
  switch (event.kind) {
    case "hour":
      return state !== "waiting" ? undefined : event.objections === 0 ? "stands" : "contested";
    case "put-to-vote":
      return state === "waiting" || state === "contested" ? "voting" : undefined;
    case "written-anew":
      return state === "waiting" || state === "contested" ? "rejected" : undefined;
    case "voted":
      return state !== "voting" ? undefined : event.carried ? "stands" : "rejected";
  }
}

/** What became of an objection. */
export type Objected = "noted" | "already" | "taken-back" | "none" | "too-late" | "not-theirs";

/** Whose it is: exactly one of the two. */
export type DecisionPlace = { readonly cellId: string } | { readonly councilId: string };

/** How a vote decided. */
export interface DecidedBy {
  /** The vote's number. */
  readonly vote: number;
  readonly result: VoteResult;
}

export interface Decision {
  readonly id: string;
  readonly place: DecisionPlace;
  /** Within the cell or council, for people to type: 1, 2, 3, none is left out. */
  readonly number: number;
  readonly text: string;
  readonly state: DecisionState;
  readonly recordedAt: number;
  /** Until when people can object; none where a vote decided from the beginning. */
  readonly objectUntil: number | undefined;
  /** How many objected; undefined while they still can, since that is counted. */
  readonly objections: number | undefined;
  /** The vote (id) that decides. */
  readonly voteId: string | undefined;
  readonly by: DecidedBy | undefined;
  /** When it came to stand, or was rejected. */
  readonly settledAt: number | undefined;
  /** The date of its review, "2026-09-01". */
  readonly reviewOn: string | undefined;
  /** The decision (id) whose place it takes. */
  readonly supersedes: string | undefined;
  /** Of a rule of the charter: its number there, 0 until it first stands (./charter.ts). */
  readonly rule: number | undefined;
  /** Of what says what was learnt: the debrief (id). */
  readonly debriefId: string | undefined;
}

type Linked = Pick<Decision, "id" | "state" | "supersedes">;

/** Whether it is still to be decided. */
export const isPending = ({ state }: Pick<Decision, "state">): boolean =>
  state === "waiting" || state === "contested" || state === "voting";

/** What has taken the place of a decision, or (`pending`) is about to, among all of its cell or council. */
export const successorOf = <One extends Linked>(
  all: readonly One[],
  { id }: Pick<Decision, "id">,
  { pending = false } = {},
): One | undefined =>
  all.find((one) => one.supersedes === id && (one.state === "stands" || (pending && isPending(one))));

/** Whether it holds now: it stands, and nothing has taken its place. */
export const isInForce = <One extends Linked>(all: readonly One[], one: One): boolean =>
  one.state === "stands" && successorOf(all, one) === undefined;

/** Whether another may take its place: only of what holds, and one at a time, so that its history stays one line. */
export const maySupersede = <One extends Linked>(all: readonly One[], one: One): boolean =>
  isInForce(all, one) && successorOf(all, one, { pending: true }) === undefined;

/** For so long what holds is not recorded a second time in the same words. */
const saidTwiceWithin = 24 * 60 * 60_000;

const words = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();

/**
 * What says the same and is still to be decided, or was recorded within a day and holds: a second one beside it would have
 * its own objections. A rule of the charter and what is none are not the same.
 */
export const saidAlready = <One extends Linked & Pick<Decision, "text" | "rule" | "recordedAt">>(
  all: readonly One[],
  { text, rule }: Pick<Decision, "text" | "rule">,
  now: number,
): One | undefined =>
  all.find(
    (one) =>
      words(one.text) === words(text) &&
      (one.rule === undefined) === (rule === undefined) &&
      (isPending(one) || (isInForce(all, one) && now - one.recordedAt < saidTwiceWithin)),
  );

/** What stood before it, the oldest first, itself, and what has taken its place since, one after another. */
export function lineOf<One extends Linked>(all: readonly One[], one: One): readonly One[] {
  const before: One[] = [];
  for (let at: One | undefined = one; at !== undefined;) {
    before.unshift(at);
    const { supersedes }: Linked = at;
    at = all.find(({ id }) => id === supersedes);
  }
  const after: One[] = [];
  for (let at = successorOf(all, one); at !== undefined; at = successorOf(all, at)) after.push(at);
  return [...before, ...after];
}

/** When the review on a date is called to mind, on the clock of its cell or council. */
export const reviewAt = (date: string, zone: string): number => wallClock(date, reviewMinute, zone);

/** The first date on which a review can be, seen from now. */
export const firstReview = (now: number, zone: string): string => addDays(localParts(now, zone).date, 1);

/**
 * Whether a review is an open point of a meeting: its day has come by then, and no meeting has dealt with it since.
 * `until`: when the meeting is; `last`: when the last one was.
 */
export const isDue = (date: string, zone: string, until: number, last: number | undefined): boolean => {
  const at = reviewAt(date, zone);
  return at <= until && (last === undefined || last < at);
};

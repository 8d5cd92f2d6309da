/**
 * What was learnt: after an action, an agreed date and a burst three questions are answered unseen, and what is made of the
 * answers can be objected to. Rules: docs/rules.md, "What was learnt".
 *
 * States of a debrief: open -> closed, when its time is over; or closed from the beginning, where so few count in the cell
 * that nothing could ever be shown. A closed one is written down (`written`), for good once the decision about it stands.
 *
 * What is published follows the check-in (./checkin.ts): once, at a time that was known from the opening, and of a question
 * only where at least `k` answered it; all answers to one question together, by the alphabet, without time and without what
 * the same person answered to the others. There are no choices here, so nothing can be subtracted.
 */
import { addDays } from "./time.ts";
import { isInForce, isPending, type Decision } from "./decisions.ts";
import type { Stretch } from "./phases.ts";

/** The kind of the card that asks for answers; its subject is the debrief's id. */
export const debriefCard = "debrief";

/** What falls due for a debrief, by the name of its job. */
export const debriefJobs = { close: "debrief-close" } as const;

/** What was won? What was learnt? What is next? */
export const debriefQuestions = ["won", "learnt", "next"] as const;
export type DebriefQuestion = (typeof debriefQuestions)[number];

/** It is open for so long, milliseconds: two days, so that the decompression, on the day after an action, lies within. */
export const debriefFor = 48 * 60 * 60_000;

/** Characters: of one answer, and of what is made of them, two or three sentences. */
export const longestAnswer = 300;
export const longestLearnt = 400;

/** What a debrief is about. Of a burst: its first date and the one on which the lull begins. */
export type Debriefed =
  | { readonly kind: "action" | "date"; readonly what: string }
  | { readonly kind: "burst"; readonly from: string; readonly until: string };

export interface Debrief {
  readonly id: string;
  readonly cellId: string;
  readonly of: Debriefed;
  readonly smallestGroup: number;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly closesAt: number;
  readonly closedAt: number | undefined;
}

/** The burst that a lull ends, as it is asked about. */
export const burstBefore = (lull: Stretch, burstDays: number): Debriefed => ({
  kind: "burst",
  from: addDays(lull.from, -burstDays),
  until: lull.from,
});

/**
 * What is shown of the answers to one question: all of them, or none where fewer than `k` answered. Their order is that of the
 * alphabet: nothing is left in it of who answered when.
 */
export const publishAnswers = (answers: readonly string[], k: number): readonly string[] =>
  answers.length < k ? [] : answers.toSorted();

/** Something that was learnt: the debrief, and the decision that says it. */
export interface Learnt<D extends About = Debrief, One extends Says = Decision> {
  readonly debrief: D;
  readonly decision: One;
}
type About = Pick<Debrief, "id" | "closedAt">;
type Says = Pick<Decision, "id" | "state" | "supersedes" | "debriefId">;

/** What a cell has learnt and holds to, in the order of the debriefs. */
export const learntOf = <D extends About, One extends Says>(
  debriefs: readonly D[],
  decisions: readonly One[],
): readonly Learnt<D, One>[] =>
  debriefs.flatMap((debrief) => {
    const decision = decisions.find(({ id, debriefId }) => debriefId === debrief.id && holds(decisions, id));
    return decision === undefined ? [] : [{ debrief, decision }];
  });

const holds = (decisions: readonly Says[], id: string): boolean =>
  decisions.some((one) => one.id === id && isInForce(decisions, one));

/** Whether nobody has written down yet what a debrief came to: nothing of it holds, or is about to. */
export const isUnwritten = ({ id, closedAt }: About, decisions: readonly Says[]): boolean =>
  closedAt !== undefined &&
  !decisions.some((one) => one.debriefId === id && (isPending(one) || isInForce(decisions, one)));

/** Letters of a word that says something by itself. */
const telling = 4;

/** The words of a name that tell what it is, in lower case: those of some length; all, where it has none of these. */
function tellingWords(name: string): ReadonlySet<string> {
  const words =
    name
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const long = words.filter((word) => /\p{L}/u.test(word) && [...word].length >= telling);
  return new Set(long.length > 0 ? long : words);
}

/**
 * Whether two actions are of one form, as far as their names tell: at least half of the words of the shorter one are in the
 * other. 'Picket at gate 3' is one with 'Picket, gate 5', and not with 'Meal at the depot'.
 */
export function isAlike(one: string, other: string): boolean {
  const [few, many] = [tellingWords(one), tellingWords(other)].sort((a, b) => a.size - b.size);
  if (few === undefined || many === undefined || few.size === 0) return false;
  return [...few].filter((word) => many.has(word)).length * 2 >= few.size;
}

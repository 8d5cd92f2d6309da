/**
 * The anonymous check-in: three questions, answered unseen, published once. Rules: docs/rules.md, "Check-in".
 *
 * What is published of one question is a count for some of its answers, and what people wrote where enough wrote. How
 * it stays impossible to single somebody out:
 *
 * 1. It is published once, when the check-in closes at a time that was known from its opening. Before that nothing of it is
 *    shown, not even how many have answered. So there are no two figures to subtract from each other, and nobody can
 *    close it after somebody's answer.
 * 2. A count below `k` is not shown. Those who wrote words are one more count.
 * 3. Who knows how many answered could subtract the shown counts. So those who are not shown are nobody or at least `k`:
 *    where they are fewer, the smallest shown count is hidden too. And they must fit into the hidden answers with one of
 *    these being empty, or it would be certain that each of them was given by somebody (`publish`).
 * 4. How many answered is not published.
 * 5. Words stand in random order, without time, without the answers to the other questions.
 *
 * What remains weaker: what somebody writes may give them away. If all choose the same, 'all' is what is seen. Who knows
 * the answers of all others but `k - 1` knows more than they should. Who knows how many answered a question of which
 * nothing is shown may tell that they were of many minds.
 */
import { shuffle } from "./ledger.ts";

/** The kind of the card that offers a check-in. */
export const checkinCard = "checkin";

/** What falls due for a check-in, by the name of its job. */
export const checkinJobs = { close: "checkin-close" } as const;

/** How am I? What do I need? How are we? */
export const questions = ["me", "need", "us"] as const;
export type Question = (typeof questions)[number];

/** What can be answered with one tap. */
export const taps = {
  me: ["good", "so-so", "tired", "low"],
  need: ["rest", "company", "help", "nothing"],
  us: ["close", "fine", "strained", "apart"],
} as const satisfies Readonly<Record<Question, readonly string[]>>;

/** The longest answer in words, in characters. */
export const longestWords = 200;

/** It is open for so long, milliseconds: a day, so that everybody finds a quiet moment. */
export const openFor = 24 * 60 * 60_000;

/** One person's answer to one question. */
export type Answer = { readonly tap: string } | { readonly words: string };

/** What is published of a question: in the order of its taps. Both lists are empty where nothing can be shown. */
export interface Published {
  readonly counts: readonly { readonly tap: string; readonly people: number }[];
  /** In random order. */
  readonly words: readonly string[];
}

/**
 * What is published of the answers to one question.
 * @param random a random integer from 0 to below its argument, for the order of the words
 */
export function publish(
  question: Question,
  answers: readonly Answer[],
  k: number,
  random: (below: number) => number,
): Published {
  const words = answers.flatMap((answer) => ("words" in answer ? [answer.words] : []));
  const tapped = taps[question].map((tap) => ({
    tap,
    people: answers.filter((answer) => "tap" in answer && answer.tap === tap).length,
  }));
  const shown = shownOf([...tapped.map(({ people }) => people), words.length], k);
  return {
    counts: tapped.filter((_, index) => shown[index] === true),
    words: shown[tapped.length] === true ? shuffle(words, random) : [],
  };
}

/**
 * Which counts may be shown. All of at least `k`, at first; then the smallest of them is hidden until those who are hidden
 * are nobody, or at least `k` and few enough that any of the hidden answers may have been given by nobody (the others,
 * each below `k`, can hold them all).
 */
export function shownOf(counts: readonly number[], k: number): readonly boolean[] {
  const shown = counts.map((people) => people >= k);
  for (;;) {
    const hidden = counts.filter((_, index) => shown[index] === false);
    const people = hidden.reduce((sum, count) => sum + count, 0);
    const room = (hidden.length - 1) * (k - 1);
    if (people === 0 || (people >= k && people <= room)) return shown;
    const smallest = counts.reduce(
      (best, count, index) => (shown[index] === true && count < (counts[best] ?? Infinity) ? index : best),
      -1,
    );
    if (smallest < 0) return shown;
    shown[smallest] = false;
  }
}

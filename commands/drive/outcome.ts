/** How a closed drive ended, in words. */
import { phrase, type Phrase, messageIds } from "../../src/chat/phrase.ts";
import { type Drive, type Final } from "../../src/domain/drives.ts";

/** Whether there is nothing that anybody could have done: only where that is known exactly. */
export const nobodyIn = ({ final, ways }: Drive): boolean =>
  final !== undefined && final.exact !== false && final.firm === 0 && ways.length === 0;

const results = messageIds({
  met: "drive-result-met",
  "met-before": "drive-result-met-before",
  missed: "drive-result-missed",
  undecided: "drive-result-undecided",
  uncounted: "drive-result-uncounted",
});

const briefOutcomes = messageIds({
  met: "drive-card-met",
  "met-before": "drive-card-met-before",
  missed: "drive-card-missed",
  undecided: "drive-card-undecided",
  uncounted: "drive-card-uncounted",
});

/** What is said of the goal. What was announced while the drive was open stays true, though people may have withdrawn. */
const goalAtEnd = ({ goal }: Final, { goalAt }: Drive): Final["goal"] | "met-before" =>
  (goal === "missed" || goal === "uncounted") && goalAt !== undefined ? "met-before" : goal;

/** How a closed drive ended, in a few words for its card, which has the numbers. */
export const briefOutcome = (of: Drive): Phrase =>
  phrase(of.final === undefined ? "drive-is-closed" : briefOutcomes[goalAtEnd(of.final, of)]);

/** How a closed drive ended, with its total. */
export function outcome(of: Drive): Phrase {
  const { final } = of;
  if (final === undefined) return phrase("drive-is-closed");
  const args = { firm: final.firm, goal: of.goal };
  const count = final.exact === false ? phrase("drive-closed-count-last", args) : phrase("drive-closed-count", args);
  return phrase("drive-outcome", { count, result: phrase(results[goalAtEnd(final, of)]) });
}

/** Why the total of a closed drive of the whole federation is not exact; nothing where it is. */
export const whyNotExact = ({ scope, final }: Drive): readonly Phrase[] =>
  scope === "federation" && final?.exact === false ? [phrase("drive-small")] : [];

/** How a closed drive ended, in words. */
import { phrase, type Phrase, messageIds } from "../../src/chat/phrase.ts";
import { numbersShown, type Drive, type Final } from "../../src/domain/drives.ts";

/**
 * Whether there is nothing that anybody could have done. Only where the number is shown anyway: a missing button would
 * tell it.
 */
export const nobodyIn = (of: Drive): boolean => numbersShown(of) && of.final?.firm === 0;

const outcomes = messageIds({
  met: "drive-outcome-met",
  missed: "drive-outcome-missed",
  undecided: "drive-outcome-undecided",
});

const hiddenOutcomes = messageIds({
  met: "drive-outcome-met",
  missed: "drive-outcome-missed-hidden",
  undecided: "drive-outcome-undecided-hidden",
});

const briefOutcomes = messageIds({
  met: "drive-card-met",
  "met-before": "drive-card-met-before",
  missed: "drive-card-missed",
  undecided: "drive-card-undecided",
});

/** What is said of the goal. What was announced while the drive was open stays true, though people may have withdrawn. */
const goalAtEnd = ({ goal }: Final, { goalAt }: Drive): Final["goal"] | "met-before" =>
  goal === "missed" && goalAt !== undefined ? "met-before" : goal;

/** How a closed drive ended, in a few words for its card, which has the numbers where they may be shown. */
export function briefOutcome(of: Drive): Phrase {
  if (of.final === undefined) return phrase("drive-is-closed");
  const result = goalAtEnd(of.final, of);
  return result === "missed" && !numbersShown(of) ? phrase("drive-card-missed-hidden") : phrase(briefOutcomes[result]);
}

/** How a closed drive ended. With `at-goal`, the numbers of a drive that missed its goal are never shown. */
export function outcome(of: Drive): Phrase {
  const { final } = of;
  if (final === undefined) return phrase("drive-is-closed");
  const result = goalAtEnd(final, of);
  if (result === "met-before") return phrase("drive-outcome-met-before", { firm: final.firm, goal: of.goal });
  if (numbersShown(of)) return phrase(outcomes[result], { firm: final.firm, goal: of.goal });
  return phrase(hiddenOutcomes[result], { firm: final.firm, goal: of.goal });
}

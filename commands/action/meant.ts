/** Which action the words of `/action` are about, and where it is said what became of it. */
import { Refused } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { optional } from "../../src/core/options/index.ts";
import { action as actionOption, actionOrOnly } from "../../src/core/options/numbered.ts";
import { phrase, messageIds } from "../../src/chat/phrase.ts";
import type { Action, ActionState } from "../../src/domain/actions.ts";

export const everywhere = ["cell", "direct"] as const;

export const which = optional(actionOption(), { about: "action-option-action", ask: "action-which", position: 0 });

const endedSentences = messageIds({ over: "action-over", cancelled: "action-cancelled-already" }) satisfies Record<
  Exclude<ActionState, "planned" | "confirmed">,
  string
>;

/** The action, if it still lies ahead or goes on. */
export async function open(named: Action | undefined, context: MemberContext): Promise<Action> {
  const of = await actionOrOnly(named, context);
  if (of.state === "over" || of.state === "cancelled") throw new Refused(phrase(endedSentences[of.state]));
  return of;
}

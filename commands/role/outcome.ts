/** What the words of `/role` say where something cannot be done. */
import { Refused } from "../../src/core/command.ts";
import { phrase, messageIds } from "../../src/chat/phrase.ts";
import type { Outcome, RoleRefusal } from "../../src/domain/roles.ts";

const sentences = messageIds({
  "role-ended": "role-refused-ended",
  "not-in-pool": "role-refused-not-in-pool",
  "not-member": "role-refused-not-member",
  "no-turn": "role-refused-no-turn",
  "turn-over": "role-refused-turn-over",
  "turn-taken": "role-refused-turn-taken",
  "not-yours": "role-refused-not-yours",
  "already-holder": "role-refused-already-holder",
  away: "role-refused-away",
  "outside-term": "role-refused-outside-term",
  covered: "role-refused-covered",
  "cover-over": "role-refused-cover-over",
  "offer-gone": "role-refused-offer-gone",
  past: "role-refused-past",
  oneself: "role-refused-oneself",
  "not-holder": "role-refused-not-holder",
}) satisfies Record<RoleRefusal, string>;

/**
 * What was done.
 * @throws Refused with the sentence for why it was not
 */
export function done<T>(outcome: Outcome<T>, role: string): T {
  if (!outcome.ok) throw new Refused(phrase(sentences[outcome.why], { role }));
  return outcome;
}

/** Somebody wrote directly whose cell is not known. */
export const noCell = (): Refused => new Refused(phrase("role-no-cell"));

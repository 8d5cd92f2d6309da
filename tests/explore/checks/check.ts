/** How a check is written: what it looks at after each line (cheap), and what every tenth and at the end (whole). */
import type { Step } from "../../../src/rehearsal/scenario.ts";
import { FederationsIn } from "./federations.ts";
import type { Finding } from "../findings.ts";
import type { Notice, Play, Played } from "../play.ts";

export { FederationsIn };

/** What is found, without the check's own name. */
export type Found = Omit<Finding, "check">;

/** A check at work on one story. It knows nothing but the lines, what was shown, and the database. */
export interface Watch {
  /** Before a line is played. */
  before?(play: Play, step: Step): Promise<void>;
  /** After each line. */
  step?(play: Play, played: Played): Promise<readonly Found[]> | readonly Found[];
  /** Every tenth line and after the last. */
  whole?(play: Play, moment: { readonly last: boolean }): Promise<readonly Found[]>;
}

/** A rule that holds in every story. */
export interface Check {
  readonly name: string;
  begin(): Watch;
}

/** Who alone reads it; undefined where all in the chat do. */
export const readerOf = ({ message: { to, chat } }: Notice): string | undefined => to ?? chat.person;

/** What said it: a command with its word, or a job; for names of features. */
export function sourceOf(played: Played, { card, message }: Notice): string {
  if (card) return "a card";
  const to = message.to !== undefined || message.chat.person !== undefined ? ["direct", "person"] : ["chats", "here"];
  const said = played.sayings.filter(({ replies }) => replies.some((reply) => to.includes(reply.to)));
  // The last one of a kind that says something so: jobs come after what people do.
  return said.at(-1)?.by ?? played.words.at(-1) ?? played.jobs.at(-1) ?? played.step.type;
}

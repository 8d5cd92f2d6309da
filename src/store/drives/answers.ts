/**
 * How an answer to a drive is kept: sealed, and as long as every other one, so that neither its bytes nor its length nor the
 * order of rows tells what somebody answered or when. What is counted stands in `DriveCell` and `DriveUnit`.
 */
import type { Sealer } from "../sealing.ts";

/** What a pledge holds. Answers are in the form of `writeAnswer` (records.ts). */
export interface Held {
  readonly answer: string;
  /** The answer at the last step of its unit. */
  readonly atStep: string;
  /** Said afterwards to be kept. */
  readonly kept: boolean;
  /** When the answer was given, in milliseconds since 1970. */
  readonly at: number;
}

/** One change of an answer. */
export type Change = Pick<Held, "answer" | "at">;

/** With whose key: a `Store` has it. */
interface Of {
  readonly federation: { readonly sealer: Sealer };
}

/** Characters of the longest: two conditions of a million in a sector, and a time. */
const heldLength = 64;
const changeLength = 48;

const held = "Pledge.sealedAnswer";
const change = "PledgeEvent.sealedChange";

export const sealHeld = ({ federation }: Of, pledgeId: string, { answer, atStep, kept, at }: Held): string =>
  federation.sealer.seal(
    `${answer} ${atStep} ${kept ? 1 : 0} ${new Date(at).toISOString()}`.padEnd(heldLength),
    held,
    pledgeId,
  );

export function openHeld({ federation }: Of, row: { readonly id: string; readonly sealedAnswer: string }): Held {
  const [answer = "", atStep = "", kept, at = ""] = federation.sealer.open(row.sealedAnswer, held, row.id).split(" ");
  return { answer, atStep, kept: kept === "1", at: Date.parse(at) };
}

export const sealChange = ({ federation }: Of, eventId: string, { answer, at }: Change): string =>
  federation.sealer.seal(`${answer} ${new Date(at).toISOString()}`.padEnd(changeLength), change, eventId);

export function openChange({ federation }: Of, row: { readonly id: string; readonly sealedChange: string }): Change {
  const [answer = "", at = ""] = federation.sealer.open(row.sealedChange, change, row.id).split(" ");
  return { answer, at: Date.parse(at) };
}

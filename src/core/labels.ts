/**
 * What stands on the buttons under what was said last in a direct chat, so that it can be typed instead: only there, only
 * until something else is said, and no longer than a question waits.
 */
import type { Rendered } from "../chat/message.ts";
import { Buttons } from "../store/buttons.ts";
import type { Session } from "../store/session.ts";
import { spoken } from "../words/clean.ts";
import { questionLife } from "./questions.ts";

/** Under which the message is kept, beside its labels. */
const message = "message";
/** Kept for a label that stands on several buttons. */
const several = "several";

/** `place` is the HMAC of the direct chat. */
const lookupOf = (place: string): string => `${place}:labels`;

/** A label as it is kept: an HMAC, since it may name things of a federation. */
const hashOf = ({ keyring }: Session, words: string): string => keyring.lookup("label", words);

/** A button, or a choice with the number to type for it. */
interface Shown {
  readonly id: string;
  readonly label: string;
  readonly mark?: string;
}

/** Notes what can be typed in a direct chat from now on: what stands under this message, which was just shown there. */
export async function noteLabels(
  session: Session,
  place: string,
  messageId: string | undefined,
  { blocks }: Rendered,
): Promise<void> {
  const buttons = new Buttons(session);
  const lookup = lookupOf(place);
  await buttons.forgetChoice(lookup);
  const shown = blocks.flatMap((block): readonly Shown[] =>
    block.type === "buttons" ? block.rows.flat() : block.type === "choices" ? block.items : [],
  );
  if (shown.length === 0 || messageId === undefined) return;
  const labels: Record<string, string> = {};
  for (const { id, label } of shown) {
    const hash = hashOf(session, spoken(label));
    labels[hash] = labels[hash] === undefined ? id : several;
  }
  // Where choices are numbered, the number alone is enough: `2` for `!2`. A label that is a number means what it says.
  for (const { id, mark } of shown) {
    const number = /^!(\d{1,2})$/u.exec(mark ?? "")?.[1];
    if (number !== undefined) labels[hashOf(session, number)] ??= id;
  }
  await buttons.offer(lookup, { ...labels, [message]: messageId });
}

/**
 * The id of the button with this label under what was said last in a direct chat; `several` where more than one says it.
 *
 * @param words as `spoken` gives them
 * @param replyTo the message that is answered: no other one is meant then
 */
export async function labelled(
  session: Session,
  place: string,
  words: string,
  replyTo: string | undefined,
): Promise<string | undefined> {
  const marks = await new Buttons(session).offered(lookupOf(place), session.now - questionLife);
  if (replyTo !== undefined && marks[message] !== replyTo) return undefined;
  const hash = hashOf(session, words);
  return Object.hasOwn(marks, hash) ? marks[hash] : undefined;
}

/** Whether a label stands on more than one button. */
export const isSeveral = (id: string): boolean => id === several;

/**
 * Answers that wait for their reader, where somebody cannot be written to: each is kept for a day, and all those that wait
 * in one chat have one notice there.
 */
import { waitingAnswers } from "../../chat/cards.ts";
import { phrase } from "../../chat/phrase.ts";
import type { Message } from "../../chat/message.ts";
import { Cards } from "../../store/cards.ts";
import type { Buttons } from "../../store/buttons.ts";
import type { Sealer } from "../../store/sealing.ts";
import type { Session } from "../../store/session.ts";
import type { Meaning } from "../present.ts";

/** What the way to the direct chat says there: who comes gets what waits for them. */
export const answersPayload = "answers";
/** After so long (milliseconds) the notice is posted anew for the next one, where some still wait or all have been read. */
const noticeFor = 2 * 60 * 1000;
const noticeDone = 30 * 1000;
/**
 * What the notice tells apart of those for whom answers wait: nobody, one person, several. An edit for every single one
 * would be noise.
 */
export const crowd = (waiting: readonly number[]): number => Math.min(waiting.length, 2);

/** How long an answer waits for somebody to open the direct chat, in milliseconds: a day. */
const heldFor = 24 * 60 * 60 * 1000;

/** Where an answer is kept. */
export interface Keeping {
  readonly session: Session;
  readonly buttons: Buttons;
  readonly sealer: Sealer;
  readonly federationId: string | undefined;
  /** The bound chat (id of ours) in which it was asked for. */
  readonly chatId: string | undefined;
  /** In which topic or thread, as a card's. */
  readonly thread: string | undefined;
  /** HMAC of the account for which it waits. */
  readonly owner: string;
}

/**
 * Keeps an answer for its reader.
 * @returns what is said in the chat, with the way to the answer; undefined where the notice of the chat says it
 */
export async function keepAnswer(
  { session, buttons, sealer, federationId, chatId, thread, owner }: Keeping,
  message: Message,
): Promise<Message | undefined> {
  const meaning = JSON.stringify({ held: message } satisfies Meaning);
  const expiresAt = session.now + heldFor;
  const held = { federationId, chatId, owner, meaning, expiresAt };
  if (federationId === undefined || chatId === undefined) {
    const [id = ""] = await buttons.write([{ ...held, chatId: undefined }], sealer);
    return {
      blocks: [
        { type: "paragraph", content: phrase("core-answer-waits") },
        { type: "link", label: phrase("core-open-direct"), to: "direct", payload: id },
      ],
    };
  }
  const before = await buttons.awaiting(federationId, chatId);
  await buttons.hold({ ...held, federationId, chatId }, sealer);
  const now = await buttons.awaiting(federationId, chatId);
  const cards = new Cards(session);
  const there = await cards.standing(waitingAnswers, chatId, chatId);
  // Long above, nobody sees it any more; what is on its way will be seen.
  const postedAt = there?.postedAt ?? (there?.due === true ? session.now : Number.NEGATIVE_INFINITY);
  const seen = session.now - postedAt < (before.length === 0 ? noticeDone : noticeFor);
  if (!seen) {
    await cards.show(waitingAnswers, chatId, [chatId], true);
    await cards.place(waitingAnswers, chatId, { chatId, thread }, sealer);
  } else if (crowd(before) !== crowd(now)) cards.touch({ kind: waitingAnswers, subject: chatId });
  return undefined;
}

/**
 * Why something could not be shown in a chat: the text that the delivery notes, and its words for people. What is noted
 * is `no-rights: Send Messages` or `removed`: the failure, and what the platform says is missing.
 */
import type { Context } from "./context.ts";
import { calledOf } from "../chat/platform.ts";
import { phrase, type Phrase, messageIds } from "../chat/phrase.ts";

/**
 * The text that is noted. Discord says where a right is missing ("Send Messages in #depot-5"): that is cut off, since the
 * names of chats are not to stand in the database in the clear.
 */
export function reasonOf(failure: string, detail: string | undefined): string {
  const right = detail?.replace(/ in #.*$/su, "").trim();
  return right === undefined || right === "" ? failure : `${failure}: ${right}`;
}

const sentences = messageIds({
  removed: "receipts-removed",
  "no-rights": "receipts-no-rights",
  blocked: "receipts-blocked",
  unreachable: "receipts-unreachable",
  limited: "receipts-unreachable",
  "not-found": "receipts-not-found",
  refused: "receipts-refused",
});

const isKnown = (failure: string): failure is keyof typeof sentences => Object.hasOwn(sentences, failure);

function read(reason: string): { readonly failure: string; readonly right: string | undefined } {
  const [failure = "", right] = reason.split(": ", 2);
  return { failure, right };
}

/** A reason in people's words; a right that is missing in the platform's own. */
export function inWords(reason: string): Phrase {
  const { failure, right } = read(reason);
  if (failure === "no-rights" && right !== undefined) return phrase("receipts-no-rights-named", { right });
  return phrase(isKnown(failure) ? sentences[failure] : sentences.refused);
}

/** What to do about a chat that is closed: 'Depot 5 (Telegram): I was removed. Add me again.' */
export function howToMend(chat: Phrase, reason: string): Phrase {
  const { failure, right } = read(reason);
  if (failure !== "no-rights") return phrase("receipts-mend-removed", { chat });
  return right === undefined
    ? phrase("receipts-mend-rights", { chat })
    : phrase("receipts-mend-rights-named", { chat, right });
}

/** What chats (ids of ours) are called in a sentence: 'Depot 5 (Telegram)'. One that is no longer ours is called that. */
export async function chatNames({ cells }: Context, ids: readonly string[]): Promise<(id: string) => Phrase> {
  const called = await cells.called(ids);
  return (id) => {
    const chat = called.get(id);
    return chat === undefined
      ? phrase("receipts-gone-chat")
      : phrase("receipts-chat", { name: chat.name, platform: calledOf(chat.platform) });
  };
}

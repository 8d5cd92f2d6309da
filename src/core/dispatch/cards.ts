/** The cards among what is said. */
import type { Chat } from "../../store/cells.ts";
import type { Signal } from "../../store/database.ts";
import type { Sealer } from "../../store/sealing.ts";
import type { AskedBy } from "../../chat/outgoing.ts";
import type { Reply } from "../command.ts";
import type { Context } from "../context.ts";

/** A card that somebody asked for in the chat where it is shown. */
export interface AskedCard {
  /** Id of ours. */
  readonly chatId: string;
  readonly kind: string;
  readonly subject: string;
  readonly by: AskedBy;
}

/** Somebody asked for a card. */
export const cardsAsked: Signal<AskedCard> = { name: "cards-asked" };

/** Where something was asked for. */
export interface AskedIn {
  readonly chat: Chat;
  /** As `threadOf` gives it. */
  readonly thread: string | undefined;
  readonly sealer: Sealer;
}

/** Shows the cards among the replies, in the chats that they name, or here. Those that appear here do so in this topic. */
export async function showCards(replies: readonly Reply[], context: Context, here: AskedIn | undefined): Promise<void> {
  for (const reply of replies) {
    if (reply.to !== "card") continue;
    const chats = reply.chats ?? (here === undefined ? [] : [here.chat.id]);
    await context.cards.show(reply.kind, reply.subject, chats, reply.anew === true);
    if (here === undefined || !chats.includes(here.chat.id)) continue;
    const at = { chatId: here.chat.id, thread: here.thread };
    await context.cards.place(reply.kind, reply.subject, at, here.sealer);
  }
}

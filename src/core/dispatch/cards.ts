/** The cards among what is said. */
import type { Chat } from "../../store/cells.ts";
import type { Signal } from "../../store/database.ts";
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

/** Shows the cards among the replies, in the chats that they name, or here. */
export async function showCards(replies: readonly Reply[], context: Context, here: Chat | undefined): Promise<void> {
  for (const reply of replies) {
    if (reply.to !== "card") continue;
    const chats = reply.chats ?? (here === undefined ? [] : [here.id]);
    await context.cards.show(reply.kind, reply.subject, chats, reply.anew === true);
  }
}

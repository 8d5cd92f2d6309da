/**
 * What a button says can be typed: in the direct chat, where it is under what was said last (`core/labels.ts`); in a group as a reply to the
 * live message, behind `!`, or where all that is written is for the bot. Other talk in a group is left alone.
 */
import { phrase } from "../../chat/phrase.ts";
import { Buttons } from "../../store/buttons.ts";
import { Cards } from "../../store/cards.ts";
import { spoken } from "../../words/clean.ts";
import { Refused } from "../command.ts";
import { isSeveral, labelled } from "../labels.ts";
import type { Here } from "./here.ts";

/** Longer texts are no label. */
const longestLabel = 80;

/**
 * The id of the button that is meant by these words.
 *
 * @param marked they stood behind `!`, so that they are meant for us
 * @throws Refused where several buttons say that
 */
export async function buttonSaid(here: Here, text: string, marked: boolean): Promise<string | undefined> {
  const { session, inbound, capabilities, at, sealer, place } = here;
  const { chat, said } = inbound;
  const words = spoken(text);
  if (words === "" || text.length > longestLabel) return undefined;
  const repliedTo = said.type === "text" ? said.replyTo : undefined;
  if (chat.kind === "direct") {
    const id = await labelled(session, place, words, repliedTo);
    if (id !== undefined && isSeveral(id)) throw new Refused(phrase("core-which-button"));
    return id;
  }
  if (repliedTo === undefined && !marked && capabilities.ask !== "next-message") return undefined;
  if (at.federation === undefined || at.chat === undefined) return undefined;
  const cards = await new Cards(session).standingIn(at.chat.id, repliedTo, sealer);
  if (cards.length === 0) return undefined;
  const live = { federationId: at.federation.id, chatId: at.chat.id, cards };
  const found = await new Buttons(session).saying(words, live, sealer);
  if (found.length > 1) throw new Refused(phrase("core-which-button"));
  return found[0];
}

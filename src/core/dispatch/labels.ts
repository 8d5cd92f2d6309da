/**
 * What a button says can be typed: in the direct chat, where it is under what was said last; in a group as a reply to the
 * live message, behind `!`, or where all that is written is for the bot. Other talk in a group is left alone.
 */
import { phrase } from "../../chat/phrase.ts";
import { Buttons } from "../../store/buttons.ts";
import { Cards } from "../../store/cards.ts";
import { spoken } from "../../words/clean.ts";
import { Refused } from "../command.ts";
import type { Here } from "./here.ts";

/** Longer texts are no label. */
const longestLabel = 80;
/** What was said longer ago is not what is answered. Milliseconds. */
const lately = 60 * 60 * 1000;

/**
 * The id of the button that is meant by these words.
 *
 * @param marked they stood behind `!`, so that they are meant for us
 * @throws Refused where several buttons say that
 */
export async function buttonSaid(here: Here, text: string, marked: boolean): Promise<string | undefined> {
  const { session, inbound, capabilities, at, sealer, owner } = here;
  const { chat, said } = inbound;
  const { federation } = at;
  const words = spoken(text);
  if (federation === undefined || words === "" || text.length > longestLabel) return undefined;
  const direct = chat.kind === "direct";
  const repliedTo = said.type === "text" ? said.replyTo : undefined;
  if (!direct && repliedTo === undefined && !marked && capabilities.ask !== "next-message") return undefined;
  if (!direct && at.chat === undefined) return undefined;
  const cards = at.chat === undefined ? [] : await new Cards(session).standingIn(at.chat.id, repliedTo, sealer);
  if (repliedTo !== undefined && !direct && cards.length === 0) return undefined;
  const found = await new Buttons(session).saying(
    words,
    { federationId: federation.id, chatId: at.chat?.id, owner, since: session.now - lately, cards },
    sealer,
  );
  if (found.length > 1) throw new Refused(phrase("core-which-button"));
  return found[0];
}

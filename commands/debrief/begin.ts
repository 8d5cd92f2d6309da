/** A debrief begins by itself: after an action, an agreed date, a burst. Rules: docs/rules.md, "What was learnt". */
import type { Reply } from "../../src/core/command.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { debriefCard, type Debriefed } from "../../src/domain/debrief.ts";
import { chatsOf } from "../said.ts";
import { aloudMessage } from "./messages.ts";

/**
 * Asks a cell what it has learnt, in all of its chats; nothing where it was asked about that subject before.
 * @param subject what it is about, unlike any other in any cell: "action:" and the action's id; "date:", the date's id and
 * the cell's
 */
export async function beginDebrief(
  context: FederationContext,
  about: { readonly cellId: string; readonly of: Debriefed; readonly subject: string },
): Promise<readonly Reply[]> {
  const members = await context.cells.memberCount(about.cellId);
  const asks = members >= context.federation.smallestGroup;
  const begun = await context.checkins.beginDebrief(about, asks);
  if (begun === undefined) return [];
  const chats = await chatsOf(context, about.cellId);
  if (asks) return [{ to: "card", kind: debriefCard, subject: begun.id, chats }];
  const { zone } = (await context.cells.get(about.cellId)) ?? context;
  return [{ to: "chats", chats, message: aloudMessage(begun, zone) }];
}

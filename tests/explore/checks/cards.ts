/** Each live message as people see it is the one that would be made now (design.md, "Messages"). */
import { assemblySectorsCard } from "../../../src/domain/assemblies.ts";
import type { Session } from "../../../src/store/session.ts";
import { capabilitiesOf } from "../../../src/platforms.ts";
import { Buttons } from "../../../src/store/buttons.ts";
import { findChats } from "../../../src/store/whereabouts.ts";
import { asksAgain, textOf, type Play } from "../play.ts";
import { FederationsIn, type Check, type Found } from "./check.ts";

/** What cells see of an assembly that goes on is drawn every five minutes only, and less often once it is late. */
const goesOn = async ({ tx }: Session, id: string): Promise<boolean> =>
  (await tx.assembly.count({ where: { id, openedAt: { not: null }, closedAt: null } })) > 0;

/** What about a card is compared: its words, its buttons, its bar. */
async function compare(play: Play): Promise<readonly Found[]> {
  return play.look(async (session) => {
    const found: Found[] = [];
    const { dispatch } = play.life.steward;
    for (const federation of await FederationsIn.all(session)) {
      const rows = await session.tx.card.findMany({
        where: { chat: { federationId: federation.id, state: "open" } },
        orderBy: { id: "asc" },
      });
      const places = new Map(
        (await findChats(session, federation, [...new Set(rows.map(({ chatId }) => chatId))])).map((place) => [
          place.chat.id,
          place,
        ]),
      );
      for (const card of rows) {
        const place = places.get(card.chatId);
        if (place === undefined) continue;
        if (card.kind === assemblySectorsCard && (await goesOn(session, card.subjectId))) continue;
        const { chat, group } = place;
        const voice = { language: chat.language ?? group.language, zone: group.zone };
        const context = dispatch.unasked.contextFor(session, federation, { chat, group, voice });
        const render = play.commands.map(({ cards }) => cards?.[card.kind]).find((one) => one !== undefined);
        const message = (await render?.(context, card.subjectId))?.message;
        // What is over and has nothing to say any more keeps its last words.
        if (message === undefined) continue;
        if (card.ended !== null && card.ended !== "closed") {
          found.push({ feature: card.kind, kind: "no longer kept up in an open chat", detail: card.ended });
          continue;
        }
        if (card.sealedMessage === null) continue;
        const id = federation.sealer.open(card.sealedMessage, "Card.sealedMessage", card.id);
        const shown = play.stage.message(id);
        if (shown === undefined) continue;
        const fresh = await dispatch.presenter.present(
          message,
          {
            ...voice,
            now: session.now,
            capabilities: capabilitiesOf(chat.platform),
            kind: "group",
            encrypted: chat.encrypted,
            place: session.keyring.lookup("place", chat.platform, chat.account, chat.ref.id),
            federationId: federation.id,
            chatId: chat.id,
            card: card.id,
            anew: false,
          },
          new Buttons(session),
          federation.sealer,
        );
        // What is over keeps its dates as they were written when it ended, without a year or with one.
        const over = message.pin !== true && !message.blocks.some(({ type }) => type === "buttons");
        // Numbers of choices go on counting; the words beside them stay.
        const plain = (text: string): string =>
          (over ? text.replace(/ (?:de )?20\d\d(?=[,: ]|$)/gmu, "").replaceAll(",", "") : text)
            .replace(/^\s*\[?!?\d+\]?(?=\s)/gmu, "#")
            .trim();
        const lines = plain(textOf(fresh)).split("\n");
        const old = plain(textOf(shown.rendered))
          .split("\n")
          .filter((line) => !asksAgain(line));
        if (old.join("\n") === lines.join("\n")) continue;
        const at = lines.findIndex((line, index) => line !== old[index]);
        found.push({
          feature: card.kind,
          kind: card.ended === null ? "differs from one made now" : "ended, and differs from one made now",
          detail: `shown: ${old[at] ?? "(nothing)"}\nnow: ${lines[at] ?? "(nothing)"}`,
        });
      }
    }
    return found;
  });
}

export const cards: Check = { name: "cards", begin: () => ({ whole: compare }) };

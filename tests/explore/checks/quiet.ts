/**
 * Nothing that can wait comes in somebody's quiet hours (docs/rules.md, "People and permission"). What comes all the same names
 * a moment before they end: else it could have waited. Answers to what one does oneself come at any time.
 */
import { askedHours, undisturbed } from "../../../src/domain/time.ts";
import { identityLookup } from "../../../src/store/people/records.ts";
import { personId } from "../../../src/rehearsal/stage.ts";
import type { Rendered, RenderedBlock } from "../../../src/chat/message.ts";
import type { Notice, Play } from "../play.ts";
import { readerOf, sourceOf, type Check, type Found } from "./check.ts";
import type { Inline } from "../../../src/chat/phrase.ts";

const contentsOf = (block: RenderedBlock): readonly (readonly Inline[])[] => {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [block.content];
    case "list":
      return block.items;
    case "table":
      return [...block.head, ...block.rows.flat()];
    case "progress":
      return [block.label];
    default:
      return [];
  }
};

/** The moments that a message names. */
export const momentsIn = ({ blocks }: Rendered): readonly number[] =>
  blocks
    .flatMap(contentsOf)
    .flat()
    .flatMap((piece) => (piece.type === "time" ? [piece.at] : []));

/**
 * When the quiet hours end in which somebody is at a moment, or that moment itself. What asks them something does not come
 * at night either where they set none.
 */
async function quietUntil(play: Play, { message, at, rendered }: Notice, person: string): Promise<number> {
  const { platform } = message.chat;
  const asks = rendered.blocks.some(({ type }) => type === "buttons");
  return play.look(async ({ tx, keyring }) => {
    const rows = await tx.identity.findMany({
      where: { lookup: identityLookup(keyring, platform, personId(platform, person)) },
      include: { person: { include: { federation: true } } },
    });
    let latest = at;
    for (const { person: who } of rows) {
      const cell = who.cellId === null ? null : await tx.cell.findUnique({ where: { id: who.cellId } });
      const zone = who.zone ?? cell?.zone ?? who.federation.zone;
      latest = Math.max(latest, undisturbed(at, asks ? askedHours(who) : who, zone));
    }
    return latest;
  });
}

export const quiet: Check = {
  name: "quiet",
  begin: () => ({
    async step(play, played) {
      const found: Found[] = [];
      for (const notice of played.notices) {
        const reader = readerOf(notice);
        if (reader === undefined || reader === played.actor || played.late.includes(reader)) continue;
        if (notice.kind === "edit" || notice.card) continue;
        // What somebody did long ago comes again, and is answered again.
        if (played.step.type === "again" && sourceOf(played, notice).startsWith("/")) continue;
        // Alerts wait for nobody's hours (docs/rules.md, "Alerts"): what was sent with `waits: "alert"` by what said this. Nor
        // does what is about days that have begun: a stand-in who falls away in the midst of theirs.
        const source = sourceOf(played, notice);
        const urgent = played.sayings.some(
          ({ by, replies }) =>
            by === source &&
            replies.some(
              (one) =>
                one.to === "direct" &&
                (one.waits === "alert" || (typeof one.waits === "object" && one.waits.until <= notice.at)),
            ),
        );
        if (urgent) continue;
        const until = await quietUntil(play, notice, reader);
        if (until <= notice.at) continue;
        // What happened a moment ago, or happens before they end, is not for the morning.
        if (momentsIn(notice.rendered).some((at) => at >= notice.at - 60_000 && at <= until)) continue;
        found.push({
          feature: source,
          kind: "said in quiet hours, and could have waited",
          detail: `to ${reader} at ${new Date(notice.at).toISOString()}, quiet until ${new Date(until).toISOString()}: ${notice.text}`,
        });
      }
      return found;
    },
  }),
};

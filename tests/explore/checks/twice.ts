/**
 * Nothing is said twice: no message with the same words in the same place to the same reader twice because of one line (what
 * was done before it and reaches the bot late is answered with it, each by itself), an event that comes again says nothing, time alone does not repeat itself within the hour, and a card that says what it
 * said is not sent again.
 */
import { readerOf, sourceOf, type Check, type Found } from "./check.ts";

const hour = 3_600_000;
/** So long a platform's event is remembered at the least (docs/privacy.md, retention of the inbox). */
const day = 24 * hour;

export const twice: Check = {
  name: "twice",
  begin: () => {
    const unasked = new Map<string, number>();
    let eventAt = Number.NEGATIVE_INFINITY;
    return {
      async step(play, played) {
        const found: Found[] = [];
        const here = new Map<string, number>();
        const times = new Map<string, number>();
        for (const notice of played.notices) {
          const { at, kind, text, card, unchanged, message, outgoing } = notice;
          if (kind === "edit") {
            if (unchanged && card) {
              const id = outgoing.split(".")[0] ?? "";
              const row = await play.look(({ tx }) => tx.card.findUnique({ where: { id }, select: { kind: true } }));
              const what =
                played.step.type === "wait" || played.step.type === "down" ? "as time passes" : "after a line";
              found.push({ feature: row?.kind ?? "card", kind: `a card with the same words, ${what}`, detail: text });
            }
            continue;
          }
          if (card || text.trim() === "") continue;
          const key = `${message.chat.platform} ${message.chat.id} ${readerOf(notice) ?? ""} ${text}`;
          const before = here.get(key);
          const again = (times.get(key) ?? 0) + 1;
          times.set(key, again);
          const source = sourceOf(played, notice);
          if (
            before !== undefined &&
            at - before < hour &&
            !(source.startsWith("/") && again <= 1 + played.late.length)
          ) {
            found.push({ feature: source, kind: "twice for one line", detail: text });
          }
          here.set(key, at);
          const waiting = played.step.type === "wait" || played.step.type === "down" || played.step.type === "restart";
          const earlier = unasked.get(key);
          if (waiting && before === undefined && earlier !== undefined && at - earlier < hour) {
            found.push({ feature: source, kind: "twice as time passes", detail: text });
          }
          if (waiting) unasked.set(key, at);
        }
        // What reached the bot late is answered now for the first time, with or without its coming again.
        if (played.step.type === "again" && played.late.length === 0 && play.now - eventAt < day) {
          for (const notice of played.notices.filter(({ card, at }) => !card && at >= play.now - 1)) {
            found.push({ feature: sourceOf(played, notice), kind: "an event that came again", detail: notice.text });
          }
        }
        if (played.actor !== undefined) eventAt = play.now;
        return found;
      },
    };
  },
};

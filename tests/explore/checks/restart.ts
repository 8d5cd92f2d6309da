/** A restart changes nothing: no row, no word (design.md: no state that matters is in memory only). */
import { capabilitiesOf } from "../../../src/platforms.ts";
import { allRows } from "../../kit/rows.ts";
import type { Play } from "../play.ts";
import type { Check } from "./check.ts";

/**
 * A card that asks for a lost press (Discord) is looked at again; where it has nothing to press it goes on saying what it
 * said, and only that count goes on, and it is noted anew what the card is made of.
 */
const withoutCounts = (row: string): string =>
  row.startsWith("Card ") ? row.replace(/"(?:wanted|shown|shownAs|notBefore)":(?:"[^"]*"|[^",}]+)/gu, "") : row;

const rowsOf = async (play: Play): Promise<readonly string[]> =>
  (await allRows(play.database)).filter((row) => !row.startsWith("CardPart ")).map(withoutCounts);

export const restart: Check = {
  name: "restart",
  begin: () => {
    let before: readonly string[] | undefined;
    return {
      async before(play, step) {
        const late = play.played.at(-1)?.step.type === "late";
        before = step.type === "restart" && !late ? await rowsOf(play) : undefined;
      },
      async step(play, { notices }) {
        if (before === undefined) return [];
        const after = new Set(await rowsOf(play));
        const changed = [...new Set(before.filter((row) => !after.has(row)).map((row) => row.split(" ", 1)[0] ?? ""))];
        // On some platforms a press may be lost while the bot dies: its cards then ask for it once more, on purpose.
        const asks = notices.filter(({ card, message }) => card && capabilitiesOf(message.chat.platform).forgetsEvents);
        const aside = new Set(asks.length > 0 ? ["Card", "Button", "Job"] : []);
        return [
          ...changed
            .filter((table) => !aside.has(table))
            .map((table) => ({ feature: table, kind: "changed by a restart", detail: "" })),
          ...notices
            .filter((one) => !asks.includes(one))
            .map(({ text }) => ({ feature: "message", kind: "said at a restart", detail: text })),
        ];
      },
    };
  },
};

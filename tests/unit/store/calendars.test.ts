/** How the events of calendar files are numbered: by what was given out of them. */
import { expect, it } from "vitest";
import { verbatim } from "../../../src/chat/message.ts";
import type { Phrase } from "../../../src/chat/phrase.ts";
import type { NewEvent } from "../../../src/domain/calendar.ts";
import { Calendars } from "../../../src/store/calendars.ts";
import { Federations } from "../../../src/store/federations.ts";
import { whichDue } from "../../../src/store/outlived.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage } from "../../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

eachDatabase((_, open) => {
  it("each change raises the number and says when, and what was given out does not vanish", async () => {
    const database = await open();
    const stage = await Stage.open(database);
    await stage
      .chat("depot5")
      .person("Zoe")
      .administrates()
      .says("/setup federation:Alliance cell:Depot sector:transport");
    await stage.steward.stop();
    const start = stage.clock.now();
    const numbers = (at: number, events: readonly NewEvent<Phrase>[], calendar = "role:a") =>
      database.transaction(async (tx) => {
        const session = { tx, keyring: openKeyring(new Uint8Array(32).fill(7)), now: at, newId: () => "id" };
        const { id } = await tx.federation.findFirstOrThrow();
        const federation = await new Federations(session).find(id);
        if (federation === undefined) throw new Error("the federation is gone");
        const calendars = new Calendars(session, federation);
        if (calendar === "retention") {
          const { retention } = calendars.ofPersons;
          if ("due" in retention && (await whichDue(session, [retention.due])).size > 0) await retention.clear();
          return [];
        }
        return (await calendars.number(calendar, events)).map(({ uid, sequence, cancelled, updatedAt, summary }) => [
          uid,
          sequence,
          cancelled ? "cancelled" : "confirmed",
          (updatedAt - start) / hour,
          JSON.stringify(summary),
        ]);
      });
    const dishes = verbatim("Dishes");
    const of = (uid: string, more: Partial<NewEvent<Phrase>> = {}): NewEvent<Phrase> => ({
      uid,
      title: dishes,
      sequence: 2,
      start: start + day,
      end: start + 2 * day,
      cancelled: false,
      changedAt: start - hour,
      ...more,
    });
    const ana = verbatim("Dishes: Ana");
    const [titled, named] = [JSON.stringify(dishes), JSON.stringify(ana)];

    expect(await numbers(start, [of("a"), of("b")])).toEqual([
      ["a", 2, "confirmed", -1, titled],
      ["b", 2, "confirmed", -1, titled],
    ]);
    // A higher number for no other words is none; another calendar has other events.
    expect(await numbers(start + hour, [of("a", { sequence: 5, changedAt: start }), of("b")])).toEqual([
      ["a", 2, "confirmed", -1, titled],
      ["b", 2, "confirmed", -1, titled],
    ]);
    expect(await numbers(start + hour, [], "role:b")).toEqual([]);
    // It says when it changed, where that is known, else when it was seen.
    expect(
      await numbers(start + 3 * hour, [
        of("a", { summary: ana, changedAt: start + 2 * hour }),
        of("b", { location: "Lyon" }),
      ]),
    ).toEqual([
      ["a", 3, "confirmed", 2, named],
      ["b", 3, "confirmed", 3, titled],
    ]);
    // Nobody is named by what is gone, and it stays so.
    const gone = [
      ["b", 3, "confirmed", 3, titled],
      ["a", 4, "cancelled", 4, titled],
    ];
    for (const later of [4, 5]) {
      expect(await numbers(start + later * hour, [of("b", { location: "Lyon" })])).toEqual(gone);
    }
    // It comes back with a number of its own, and what is past is no business of anybody's.
    expect(await numbers(start + 6 * hour, [of("a")])).toEqual([
      ["a", 5, "confirmed", 6, titled],
      ["b", 4, "cancelled", 6, titled],
    ]);
    expect(await numbers(start + 3 * day, [])).toEqual([]);
    await numbers(start + 400 * day, [], "retention");
    expect(await database.transaction((tx) => tx.calendarEvent.count())).toBe(0);
  });
});

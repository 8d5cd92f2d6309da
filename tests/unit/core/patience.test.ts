import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { systemClock } from "../../../src/core/clock.ts";
import type { Inbound, Said } from "../../../src/chat/inbound.ts";
import { Patience, usual } from "../../../src/core/patience.ts";
import { seededRandom } from "../../../src/core/random.ts";
import { Texts } from "../../../src/core/text.ts";
import { createSteward } from "../../../src/steward.ts";
import type { Database } from "../../../src/store/database.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { EmulatedAdapter } from "../../kit/stage.ts";

const { atOnce, perSecond } = usual;

describe("how much one account may ask", () => {
  it("people are never too much: five taps a second for as long as a hand holds out, and one a second for ever", () => {
    const patience = new Patience();
    for (let tap = 0; tap < atOnce; tap++) expect(patience.ask("ana", tap * 200)).toBe("take");
    const slow = new Patience();
    for (let tap = 0; tap < 500; tap++) expect(slow.ask("ana", tap * 1_000)).toBe("take");
  });

  it("in any stretch no more is taken than the bucket allows, each flood is told once, and others notice nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 100, maxLength: 400 }), (gaps) => {
        const patience = new Patience();
        let now = 0;
        const taken: number[] = [];
        let told = 0;
        for (const gap of gaps) {
          now += gap;
          const verdict = patience.ask("flood", now);
          if (verdict === "take") taken.push(now);
          if (verdict === "tell") told++;
          if (taken.length % 20 === 0) expect(patience.ask(`other ${String(now)}`, now)).toBe("take");
        }
        for (const [index, from] of taken.entries()) {
          const last = taken.at(-1) ?? from;
          expect(taken.length - index).toBeLessThanOrEqual(atOnce + ((last - from) / 1000) * perSecond + 1);
        }
        // Told anew only after half of the bucket has filled again.
        expect(told).toBeLessThanOrEqual(1 + Math.floor(now / 1000 / (atOnce / 2)));
      }),
      { numRuns: 50 },
    );
  });

  it("is given back, and is told anew when the flood is over", () => {
    const patience = new Patience({ atOnce: 4, perSecond: 1 });
    for (let count = 0; count < 4; count++) expect(patience.ask("ana", 0)).toBe("take");
    patience.giveBack("ana");
    expect(["take", "tell", "drop", "drop"].map(() => patience.ask("ana", 0))).toEqual([
      "take",
      "tell",
      "drop",
      "drop",
    ]);
    expect(patience.ask("ana", 1_000)).toBe("take");
    expect(patience.ask("ana", 1_000)).toBe("drop");
    expect([0, 0, 0].map(() => patience.ask("ana", 3_000))).toEqual(["take", "take", "tell"]);
  });
});

function bot(database: Database) {
  const adapter = new EmulatedAdapter("telegram");
  const steward = createSteward({
    database,
    keyring: openKeyring(new Uint8Array(32).fill(7)),
    clock: systemClock,
    random: seededRandom("patience"),
    commands,
    texts: Texts.load(new URL("../../../locales", import.meta.url).pathname),
    adapters: [adapter],
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return { adapter, steward };
}

const from = (user: string, number: number, said: Said, interaction = false): Inbound => ({
  platform: "telegram",
  account: "steward-telegram",
  eventId: `${user}${String(number)}`,
  chat: { id: `direct:${user}`, kind: "direct" },
  sender: { id: user, name: user, language: user === "flut" ? "es" : "en" },
  said,
  ...(interaction
    ? {
        interaction: { token: `t${String(number)}`, expiresAt: Date.now() + 60_000, seenBy: "person", plainLimit: 200 },
      }
    : {}),
});
/** What the inbox keeps of a command that was typed: the event, and what may be needed should it be edited. */
const rowsOfText = 3;
const text = (number: number): Said => ({ type: "text", text: "/help", messageId: String(number) });

eachDatabase((_, open) => {
  it("a flood costs nothing once it is over the limit, is told so once, and delays nobody", async () => {
    const database = await open();
    const { adapter, steward } = bot(database);
    await steward.start();
    const ended: string[] = [];
    adapter.intercept = (outgoing) => {
      if (outgoing.type === "private" && outgoing.message.blocks.length === 0) ended.push(outgoing.interaction);
      return undefined;
    };
    const press: Said = { type: "press", button: "none" };
    const all = Array.from({ length: 600 }, (__, number) =>
      steward.dispatch.receive(
        number % 2 === 0 ? from("flut", number, press, true) : from("flut", number, text(number)),
      ),
    );
    const others = ["ana", "ben"].map((user) => steward.dispatch.receive(from(user, 0, text(0))));
    await Promise.all([...all, ...others]);
    const events = await database.transaction((tx) => tx.inbox.count());
    expect(events).toBeLessThanOrEqual(rowsOfText * (atOnce + 1 + 2 + 5));
    // Presses that are not worked on stop spinning, a few at a time.
    expect(ended.length).toBeGreaterThan(0);
    await expect
      .poll(() => adapter.shown.filter(({ chat }) => ["direct:ana", "direct:ben"].includes(chat)).length)
      .toBe(2);
    await expect
      .poll(() => adapter.shown.filter(({ text: said }) => /Es mucho de golpe/.test(said)).length, {
        timeout: 60_000,
        interval: 200,
      })
      .toBe(1);
    await steward.stop();
  });

  it("what is delivered again after a restart does not count, and talk among people never", async () => {
    const database = await open();
    const first = bot(database);
    await first.steward.start();
    for (let number = 0; number < atOnce; number++)
      await first.steward.dispatch.receive(from("ana", number, text(number)));
    await first.steward.stop();
    const second = bot(database);
    await second.steward.start();
    for (let round = 0; round < 3; round++)
      for (let number = 0; number < atOnce; number++)
        await second.steward.dispatch.receive(from("ana", number, text(number)));
    for (let number = 0; number < 100; number++) {
      const talk: Said = { type: "text", text: "and then the boss said", messageId: String(number) };
      await second.steward.dispatch.receive({ ...from("ana", 1_000 + number, talk), chat: { id: "g", kind: "group" } });
    }
    const before = await database.transaction((tx) => tx.inbox.count());
    await second.steward.dispatch.receive(from("ana", 5_000, text(5_000)));
    expect(await database.transaction((tx) => tx.inbox.count())).toBe(before + rowsOfText);
    const told = await database.transaction((tx) => tx.outbox.findMany({ where: { state: "waiting" } }));
    expect(told.length).toBeGreaterThan(0);
    expect(second.adapter.shown.some(({ text: said }) => /That is a lot at once/.test(said))).toBe(false);
    await second.steward.stop();
  });
});

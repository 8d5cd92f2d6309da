/** What was forgotten, or removed after its time, is gone from the files of the database while the bot runs. */
import { existsSync, readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { ManualClock } from "../../../src/core/clock.ts";
import { openDatabase } from "../../../src/store/database.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage } from "../../kit/stage.ts";

const day = 24 * 60 * 60_000;

afterEach(() => {
  vi.restoreAllMocks();
});

/** What runs at every minute of a bot. */
function minutes(): () => void {
  const all: (() => void)[] = [];
  vi.spyOn(ManualClock.prototype, "everyMinute").mockImplementation(((run: () => void) => {
    all.push(run);
    return () => undefined;
  }) as () => () => void);
  return () => {
    for (const run of all) run();
  };
}

const bytesOf = (file: string): string =>
  [file, `${file}-wal`]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "latin1"))
    .join("\n");

eachDatabase((provider, _open, freshUrl) => {
  it("within a minute from SQLite's file and log; on PostgreSQL it is vacuumed", async () => {
    const url = await freshUrl();
    const minute = minutes();
    const database = await openDatabase({ url });
    const stage = await Stage.open(database);
    const chat = stage.chat("depot");
    const zoe = chat.person("Zoe").administrates();
    const ana = chat.person("Ana");
    await zoe.says("/setup federation:Net sector:S cell:Depot zone:Europe/Vienna language:en");
    await zoe.says('/drive new "Shall we?" goal:5 deadline:"in 3 days" scope:federation');
    await zoe.says("/pledge in");
    await ana.says("/pledge if 2");
    await zoe.says("/gather new Supper");
    await ana.says("/gather maybe 1");
    await ana.says("/care give Soup kind:food");
    const traces = await database.read(async (tx) => {
      const { id, personId, lookup, sealedName, sealedRef } = await tx.identity.findFirstOrThrow({
        where: { person: { steward: false } },
      });
      const pledge = await tx.pledge.findFirstOrThrow({ where: { personId }, include: { events: true } });
      const rsvp = await tx.rsvp.findFirst({ where: { personId } });
      const care = await tx.careEntry.findFirstOrThrow({ where: { giverId: personId } });
      return [
        ...[id, personId, lookup, sealedName, sealedRef, pledge.sealedAnswer, care.sealedWhat],
        ...pledge.events.flatMap((event) => [event.id, event.sealedChange]),
        ...(rsvp === null ? [] : [rsvp.sealedAnswer]),
      ];
    });
    const kept = await database.read(async (tx) => {
      const rows = await tx.pledge.findMany({ include: { events: true } });
      return rows.flatMap(({ id, sealedAnswer, events }) => [
        id,
        sealedAnswer,
        ...events.map((event) => event.sealedChange),
      ]);
    });
    expect(traces.length).toBeGreaterThan(8);
    const file = url.slice("file:".length);
    if (provider === "sqlite") for (const trace of [...traces, ...kept]) expect(bytesOf(file)).toContain(trace);

    await ana.says("/me forget");
    await ana.presses("Yes, forget me");
    expect(await database.read((tx) => tx.person.count())).toBe(1);
    minute();
    await database.read((tx) => tx.person.count()); // comes after the sweep
    if (provider === "sqlite") {
      expect(traces.filter((trace) => bytesOf(file).includes(trace))).toEqual([]);
    } else {
      await vi.waitFor(async () => {
        const swept = await database.read(
          (tx) =>
            tx.$queryRaw<{ relname: string }>`SELECT relname FROM pg_stat_user_tables WHERE last_vacuum IS NOT NULL`,
        );
        expect(swept.map(({ relname }) => relname)).toEqual(
          expect.arrayContaining(["Person", "Pledge", "Rsvp", "Outbox"]),
        );
      });
    }

    // The drive closes, and its retention passes.
    await stage.wait(95 * day);
    expect(await database.read((tx) => tx.pledge.count())).toBe(0);
    minute();
    await database.read((tx) => tx.person.count());
    if (provider === "sqlite") expect(kept.filter((trace) => bytesOf(file).includes(trace))).toEqual([]);
    await database.close();
  });
});

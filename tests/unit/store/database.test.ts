import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { type Database, isUniqueViolation, openDatabase, type Signal, type Tx } from "../../../src/store/database.ts";
import { PrismaClient } from "../../../src/store/generated/sqlite/client.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage } from "../../kit/stage.ts";

const note = (tx: Tx, key: string, sealed = "x") => tx.fact.create({ data: { key, sealed } });
const keys = (database: Database) =>
  database.read(async (tx) => (await tx.fact.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key));

/** A promise that a test settles. */
function gate(): { passed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

describe("Prisma's own client on SQLite", () => {
  it("runs a query from outside in the open transaction, and loses it with the rollback", async () => {
    const folder = await mkdtemp(join(tmpdir(), "steward-trap-"));
    const url = `file:${join(folder, "trap.db")}`;
    await (await openDatabase({ url })).close();
    const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) });
    const begun = gate();
    const end = gate();
    const failing = client.$transaction(async (tx) => {
      await tx.fact.create({ data: { key: "inside", sealed: "x" } });
      begun.open();
      await end.passed;
      throw new Error("rolled back");
    });
    await begun.passed;
    const acknowledged = await client.fact.create({ data: { key: "outside", sealed: "x" } });
    end.open();
    await expect(failing).rejects.toThrow("rolled back");
    expect(acknowledged.key).toBe("outside");
    expect(await client.fact.count()).toBe(0); // the acknowledged row is gone: this is the trap
    await client.$disconnect();
    await rm(folder, { recursive: true });
  });
});

eachDatabase((name, open, freshUrl) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  it("keeps an access from outside out of an open transaction that rolls back", async () => {
    const begun = gate();
    const end = gate();
    const failing = database.transaction(async (tx) => {
      await note(tx, "inside");
      begun.open();
      await end.passed;
      throw new Error("rolled back");
    });
    await begun.passed;
    const outside = database.transaction((tx) => note(tx, "outside"));
    const reading = keys(database);
    end.open();
    await expect(failing).rejects.toThrow("rolled back");
    await outside;
    expect(await reading).not.toContain("inside");
    expect(await keys(database)).toEqual(["outside"]);
  });

  it("refuses a transaction inside a transaction, and any other access there", async () => {
    const inside = "A transaction was asked for inside a transaction";
    await database.transaction(async () => {
      await expect(database.transaction(() => Promise.resolve())).rejects.toThrow(inside);
      await expect(database.read(() => Promise.resolve())).rejects.toThrow(inside);
      await expect(database.checkpoint()).rejects.toThrow(inside);
      await expect(database.close()).rejects.toThrow(inside);
    });
    await database.transaction(() => Promise.resolve());
  });

  it("lets what was begun inside a transaction ask for its own once that has ended", async () => {
    const ended = gate();
    let later: Promise<unknown> | undefined;
    await database.transaction(() => {
      later = ended.passed.then(() => database.transaction((tx) => note(tx, "later")));
      return Promise.resolve();
    });
    ended.open();
    await later;
    expect(await keys(database)).toContain("later");
  });

  it("gives nothing to somebody who keeps the transaction after its end", async () => {
    const kept = await database.transaction((tx) => Promise.resolve(tx));
    await expect(note(kept, "too late")).rejects.toThrow();
    await expect(kept.$executeRaw`DELETE FROM "Fact"`).rejects.toThrow("has ended");
    await expect(kept.savepoint(() => Promise.resolve())).rejects.toThrow("has ended");
  });

  it("takes back only the savepoint that failed, whatever the database said", async () => {
    await database.transaction(async (tx) => {
      await tx.savepoint(() => note(tx, "savepoint 1"));
      const twice = tx.savepoint(async () => {
        await note(tx, "savepoint 2");
        await note(tx, "savepoint 1");
      });
      await expect(twice).rejects.toSatisfy(isUniqueViolation);
      const sql = tx.savepoint(() => tx.$executeRaw`INSERT INTO "Fact" ("key", "sealed") VALUES ('savepoint 1', 'x')`);
      await expect(sql).rejects.toSatisfy(isUniqueViolation);
      await tx.savepoint(async () => {
        await note(tx, "savepoint 3");
        await expect(tx.savepoint(() => note(tx, "savepoint 3"))).rejects.toSatisfy(isUniqueViolation);
        await note(tx, "savepoint 4");
      });
    });
    const there = (await keys(database)).filter((key) => key.startsWith("savepoint"));
    expect(there).toEqual(["savepoint 1", "savepoint 3", "savepoint 4"]);
  });

  it("refuses two savepoints at the same time", async () => {
    await database.transaction(async (tx) => {
      const end = gate();
      const first = tx.savepoint(() => end.passed);
      await expect(tx.savepoint(() => Promise.resolve())).rejects.toThrow("Two savepoints at the same time");
      end.open();
      await first;
    });
  });

  it("does not write in a read", async () => {
    const sneaky = database.read(
      (tx) => tx.$queryRaw`INSERT INTO "Fact" ("key", "sealed") VALUES ('sneaky', 'x') RETURNING "key"`,
    );
    await expect(sneaky).rejects.toThrow();
    await database.transaction((tx) => note(tx, "after the read"));
    expect(await keys(database)).not.toContain("sneaky");
  });

  it("carries dates the same way through models and through SQL", async () => {
    const dates = [0, 1, 999, 1_000, Date.UTC(2026, 2, 29, 1, 59, 59, 123), Date.UTC(2026, 11, 31, 23, 0, 0)];
    await database.transaction(async (tx) => {
      for (const time of dates) {
        const at = new Date(time);
        await tx.inbox.create({ data: { lookup: `model ${String(time)}`, at } });
        await tx.$executeRaw`INSERT INTO "Inbox" ("lookup", "at") VALUES (${`sql ${String(time)}`}, ${at})`;
        const bySql = await tx.$queryRaw<{ at: Date }>`SELECT "at" FROM "Inbox" WHERE "at" = ${at}`;
        const byModel = await tx.inbox.findMany({ where: { at }, select: { at: true } });
        expect(bySql).toEqual([{ at }, { at }]);
        expect(byModel).toEqual([{ at }, { at }]);
      }
      const bound = new Date(1_000);
      const [row] = await tx.$queryRaw<{ n: number }>`SELECT count(*) AS n FROM "Inbox" WHERE "at" < ${bound}`;
      expect(row).toEqual({ n: 6 });
      expect(await tx.inbox.count({ where: { at: { lt: bound } } })).toBe(6);
    });
  });

  it("gives numbers, booleans, nulls and counted rows alike", async () => {
    await database.transaction(async (tx) => {
      const at = new Date(5);
      const federation = { id: "f", createdAt: at, wrappedKey: "", sealedName: "", language: "en", zone: "UTC" };
      await tx.federation.create({ data: federation });
      await tx.$executeRaw`INSERT INTO "Person" ("id", "federationId", "createdAt", "steward") VALUES ('p', 'f', ${at}, ${true})`;
      const [row] = await tx.$queryRaw`
        SELECT "steward", "language", (SELECT sum("smallestGroup") FROM "Federation") AS total, 7 / ${2} AS half
        FROM "Person" WHERE "id" = ${"p"} ${tx.forUpdate}`;
      expect(row).toMatchObject({ steward: true, language: null, total: 5, half: 3 });
      expect(await tx.$executeRaw`UPDATE "Federation" SET "vouches" = "vouches" + ${1}`).toBe(1);
      expect(await tx.federation.findUnique({ where: { id: "f" } })).toMatchObject({ vouches: 1 });
      await expect(tx.savepoint(() => tx.$queryRaw`SELECT ${undefined}`)).rejects.toThrow("undefined");
    });
  });

  it("keeps the order in which 200 transactions were asked for, and all of them", async () => {
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => database.transaction((tx) => note(tx, `many ${String(index)}`))),
    );
    expect((await keys(database)).filter((key) => key.startsWith("many"))).toHaveLength(200);
  });

  it("does at the end, once and in order, what was asked for until then, and not what was undone", async () => {
    const done: string[][] = [];
    const late = async (tx: Tx, items: readonly string[]) => {
      done.push([...items]);
      for (const item of items) await note(tx, `at the end ${item}`);
    };
    const later = async (tx: Tx, items: readonly string[]) => {
      for (const item of items) tx.atEnd(late, item, item);
      await Promise.resolve();
    };
    await database.transaction(async (tx) => {
      tx.atEnd(later, "x", "x");
      tx.atEnd(late, "b", "b");
      await tx.savepoint(() => Promise.resolve(tx.atEnd(late, "a", "a")));
      await expect(
        tx.savepoint(async () => {
          tx.atEnd(late, "undone", "undone");
          await tx.savepoint(() => Promise.resolve(tx.atEnd(late, "inside", "inside")));
          throw new TypeError("undone");
        }),
      ).rejects.toThrow(TypeError);
      tx.atEnd(late, "b", "b");
      expect(await tx.fact.count({ where: { key: { startsWith: "at the end" } } })).toBe(0);
    });
    expect(done).toEqual([["a", "b"], ["x"]]);
    const failing = database.transaction(async (tx) => {
      await note(tx, "not kept");
      tx.atEnd(() => Promise.reject(new TypeError("at the end")), "", "");
    });
    await expect(failing).rejects.toThrow(TypeError);
    expect((await keys(database)).filter((key) => /at the end|kept/.test(key))).toEqual([
      "at the end a",
      "at the end b",
      "at the end x",
    ]);
  });

  it("tells who listens what was written once it is committed, and nothing of what was undone", async () => {
    const told: (readonly string[] | undefined)[] = [];
    const signal: Signal<string> = { name: "test" };
    database.listen(signal, () => {
      throw new Error("somebody else listens now");
    });
    database.listen(signal, (items) => {
      told.push(items);
      // Who is woken may look at once.
      void database.read(() => Promise.resolve());
    });
    await database.transaction(async (tx) => {
      tx.tell(signal, "first");
      const failing = tx.savepoint(async () => {
        tx.tell(signal, "undone");
        await tx.savepoint(() => Promise.resolve(tx.tell(signal, "undone as well")));
        throw new Error("undone");
      });
      await expect(failing).rejects.toThrow("undone");
      await tx.savepoint(() => Promise.resolve(tx.tell(signal, "second")));
      tx.atEnd((late) => Promise.resolve(late.tell(signal, "third")), "key", undefined);
      await note(tx, "told");
      expect(told).toEqual([]);
    });
    expect(told).toEqual([["first", "second", "third"]]);
    const failed = database.transaction((tx) => {
      tx.tell(signal, "never");
      return Promise.reject(new Error("failed"));
    });
    await expect(failed).rejects.toThrow("failed");
    await database.transaction((tx) => note(tx, "nothing to tell"));
    expect(told).toHaveLength(1);
  });

  if (name === "sqlite") {
    it("lies in files that only the owner may read, with the pragmas that protect it", async () => {
      const folder = await mkdtemp(join(tmpdir(), "steward-mode-"));
      const file = join(folder, "data", "steward.db");
      const opened = await openDatabase({ url: `file:${file}` });
      await opened.transaction((tx) => note(tx, "a"));
      for (const path of [file, `${file}-wal`, `${file}-shm`]) expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(join(folder, "data"))).mode & 0o777).toBe(0o700);
      const pragmas = ["journal_mode", "synchronous", "secure_delete", "trusted_schema", "foreign_keys", "query_only"];
      const set = await opened.transaction((tx) =>
        Promise.all(
          pragmas.map(
            async (pragma) => (await tx.$queryRaw([`PRAGMA ${pragma}`] as unknown as TemplateStringsArray))[0],
          ),
        ),
      );
      expect(Object.assign({}, ...set)).toEqual({
        journal_mode: "wal",
        synchronous: 2,
        secure_delete: 1,
        trusted_schema: 0,
        foreign_keys: 1,
        query_only: 0,
      });
      await opened.checkpoint();
      expect((await stat(`${file}-wal`)).size).toBe(0);
      await opened.close();
      await rm(folder, { recursive: true });
    });

    it("lets nothing run beside an open transaction, a checkpoint neither", async () => {
      const begun = gate();
      const end = gate();
      const order: string[] = [];
      const working = database.transaction(async (tx) => {
        await note(tx, "beside");
        begun.open();
        await end.passed;
        order.push("transaction");
      });
      await begun.passed;
      const checkpoint = database.checkpoint().then(() => order.push("checkpoint"));
      const read = database.read(() => Promise.resolve(order.push("read")));
      end.open();
      await Promise.all([working, checkpoint, read]);
      expect(order).toEqual(["transaction", "checkpoint", "read"]);
    });

    it("backs up while work goes on, never over a file that is there", async () => {
      const folder = await mkdtemp(join(tmpdir(), "steward-backup-"));
      const file = join(folder, "copy.db");
      await database.transaction((tx) => note(tx, "backed up"));
      await Promise.all([database.backup(file), database.transaction((tx) => note(tx, "meanwhile"))]);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      await expect(database.backup(file)).rejects.toThrow("EEXIST");
      const copy = await openDatabase({ url: `file:${file}` });
      expect(await keys(copy)).toContain("backed up");
      await copy.close();
      await rm(folder, { recursive: true });
    });

    it("can lie in memory", async () => {
      const memory = await openDatabase({ url: "file::memory:" });
      await memory.transaction((tx) => note(tx, "a"));
      expect(await keys(memory)).toEqual(["a"]);
      await memory.close();
    });
  } else {
    it("does a transaction again after a conflict, also when somebody inside caught it", async () => {
      const pauses: number[] = [];
      const pause = (milliseconds: number) => Promise.resolve(pauses.push(milliseconds));
      const url = await freshUrl();
      const [one, two] = await Promise.all([openDatabase({ url, pause }), openDatabase({ url, pause })]);
      await one.transaction(async (tx) => {
        await note(tx, "a", "0");
        await note(tx, "b", "0");
      });
      const add = async (tx: Tx, key: string) => {
        const [row] = await tx.$queryRaw<{
          sealed: string;
        }>`SELECT "sealed" FROM "Fact" WHERE "key" = ${key} ${tx.forUpdate}`;
        await tx.fact.update({ where: { key }, data: { sealed: String(Number(row?.sealed) + 1) } });
      };
      const met = [gate(), gate()];
      let runs = 0;
      // Each holds one row and wants the other's: PostgreSQL gives one of them up (40P01).
      const cross = (database: Database, first: string, second: string, mine: number) =>
        database.transaction(async (tx) => {
          runs += 1;
          await add(tx, first);
          met[mine]?.open();
          await met[1 - mine]?.passed;
          await tx.savepoint(() => add(tx, second)).catch(() => undefined);
        });
      await Promise.all([cross(one, "a", "b", 0), cross(two, "b", "a", 1)]);
      // Once as a rule; again where the one that was given up was quicker the second time than the one that waited.
      expect(pauses.length).toBeGreaterThan(0);
      expect(runs).toBe(2 + pauses.length);
      expect(await one.read((tx) => tx.fact.findMany({ orderBy: { key: "asc" } }))).toEqual([
        { key: "a", sealed: "2" },
        { key: "b", sealed: "2" },
      ]);
      await Promise.all([one.close(), two.close()]);
    });

    it("leaves nothing of an event that met a conflict, not even a failure that people read", async () => {
      const url = await freshUrl();
      const [ours, other] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
      const stage = await Stage.open(ours);
      const chat = stage.chat("depot");
      const zoe = chat.person("Zoe").administrates();
      await zoe.says("/setup federation:Alliance cell:Depot sector:transport zone:Europe/Paris language:en");
      await zoe.says('/drive new Shall we? goal:8 deadline:"in 3 days"');
      const ana = chat.person("Ana");
      const holdsCard = gate();
      // A pledge locks its cell's tally and then the card; this one holds the card and then wants the tally.
      const crossing = other.transaction(async (tx) => {
        await tx.$queryRaw`SELECT "id" FROM "Card" ${tx.forUpdate}`;
        holdsCard.open();
        await setTimeout(300); // PostgreSQL looks for a deadlock after a second: in whoever waited first
        await tx.$queryRaw`SELECT "cellId" FROM "DriveCell" ${tx.forUpdate}`;
      });
      await holdsCard.passed;
      const turn = ana.says("/pledge in");
      await Promise.all([crossing, turn.isTold(/you're in/)]);
      expect(stage.problems).toEqual([]);
      expect((await turn).map(({ text }) => text).join("\n")).not.toMatch(/went wrong/);
      await Promise.all([stage.steward.stop(), other.close()]);
      await ours.close();
    });

    it("says that it does not know, where the connection breaks at the commit", async () => {
      const url = await freshUrl();
      const [ours, other] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
      const signal: Signal<string> = { name: "test" };
      const told: (readonly string[] | undefined)[] = [];
      ours.listen(signal, (items) => void told.push(items));
      const broken = ours.transaction(async (tx) => {
        tx.tell(signal, "perhaps");
        const [row] = await tx.$queryRaw<{ pid: number }>`SELECT pg_backend_pid() AS "pid"`;
        await other.transaction((theirs) => theirs.$queryRaw`SELECT pg_terminate_backend(${row?.pid}, 5000)`);
      });
      await expect(broken).rejects.toThrow();
      expect(told).toEqual([undefined]);
      await Promise.all([ours.close(), other.close()]);
    });

    it("gives up after some attempts, with growing pauses", async () => {
      const pauses: number[] = [];
      const stubborn = await open({ pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)) });
      const conflict = () =>
        stubborn.transaction((tx) => tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$`);
      await expect(conflict()).rejects.toThrow();
      expect(pauses).toHaveLength(5);
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    });
  }
});

/** One process has a database to itself: what the others are told, and that a lock ends with its process. */
import { cp, mkdtemp, readdir, rename, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/store/database.ts";
import { plain } from "../../../src/store/driver.ts";
import { holdDatabase, joinDatabase, tryToHold } from "../../../src/store/hold.ts";
import { openStore } from "../../../src/store/open.ts";
import { proxyTo } from "../../kit/database-proxy.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { BotProcess, until } from "../../kit/running.ts";
import { startTelegram } from "../../kit/telegram/server.ts";
import { DatabaseHeld } from "../../../src/store/held.ts";

/** The locks of this database: the server is shared with the tests that run beside these. */
const held = `pg_locks WHERE locktype = 'advisory' AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

const masterKey = Buffer.alloc(32, "0123456789abcdef!");
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-hold-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

eachDatabase((name, _open, freshUrl) => {
  /** The programs, on one database. */
  async function programs() {
    const server = await startTelegram({ limits: false });
    ends.push(() => server.close());
    const url = await freshUrl();
    const at = await folder();
    const environment = {
      DATABASE_URL: url,
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API: server.apiRoot,
      STEWARD_PORT: "off",
      STEWARD_MASTER_KEY: masterKey.toString("base64"),
    };
    const start = (program: string, args: readonly string[] = [], more: Record<string, string> = {}) => {
      const process = new BotProcess(program, args, { ...environment, ...more }, at);
      ends.push(async () => {
        process.kill("SIGKILL");
        await process.ended;
      });
      return process;
    };
    const bot = () => start("src/main.ts");
    const command = async (args: readonly string[], more: Record<string, string> = {}) => {
      const run = start("src/cli/main.ts", args, more);
      const { code } = await run.ended;
      return { code, out: run.lines.join("\n"), err: run.errors.join("\n") };
    };
    return { url, at, server, bot, command };
  }

  it("refuses a second bot and the commands that must not meet one, and lets the others in", async () => {
    const { at, bot, command, server } = await programs();
    const first = bot();
    await first.says('"msg":"ready"');

    const rotated = { STEWARD_NEW_MASTER_KEY: Buffer.alloc(32, "another key 12345").toString("base64") };
    // On PostgreSQL it works beside the first (tests/e2e/processes.test.ts).
    const second = name === "sqlite" ? bot() : undefined;
    const refused = await Promise.all(
      [
        ["key", "rotate", "--yes"],
        ["federation", "shred", "anything", "--yes"],
        ["restore", join(at, "copy")],
      ].map((args) => command(args, rotated)),
    );
    for (const { code, out, err } of refused) {
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/runs on this database already.*Stop the other one first/);
    }
    if (second !== undefined) {
      expect(await second.ended).toEqual({ code: 2, signal: null });
      expect(second.errors.join("\n")).toMatch(
        /"msg":"Steward cannot start\. DATABASE_URL: Steward runs on this database already.*Stop the other one first/,
      );
    }
    expect(await command(["federation", "list"])).toMatchObject({ code: 0 });
    expect((await command(["doctor"])).out).toMatch(/ok {5}database: can be written to/);
    if (name === "sqlite") {
      expect(await command(["backup", join(at, "copy")])).toMatchObject({ code: 0 });
      expect((await readdir(at)).filter((file) => file.includes("copy"))).toEqual(["copy"]);
    }

    // It works as before, and gives the database back when it ends.
    const ana = server.person("Ana");
    ana.writes("/help");
    await until("an answer", () => ana.told.length > 0);
    first.kill("SIGTERM");
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(await command(["key", "rotate", "--yes"], rotated)).toMatchObject({ code: 0, err: "" });
  });

  it("is free at once when the process that had it was killed", async () => {
    const { url, bot } = await programs();
    for (let round = 0; round < 2; round++) {
      const one = bot();
      await one.says('"msg":"ready"');
      expect(await tryToHold(url)).toBeUndefined();
      one.kill("SIGKILL");
      await one.ended;
    }
    const hold = await holdDatabase(url);
    await expect(holdDatabase(url, { patience: 0 })).rejects.toThrow(DatabaseHeld);
    await hold.release();
    await (await holdDatabase(url, { patience: 0 })).release();
  });

  it("is migrated by nobody but whoever has it", async () => {
    const url = await freshUrl();
    const source = { from: "environment", key: masterKey } as const;
    await (await openStore(url, source)).database.close();
    await forgetLastMigration(url);
    const hold = await holdDatabase(url);
    await expect(openStore(url, source)).rejects.toThrow(/earlier version of Steward runs on this database. Stop it/);
    await hold.release();
  });

  if (name === "postgresql") {
    it("is taken again when the connection is lost, also where the server has not noticed", async () => {
      const url = await freshUrl();
      const proxy = await proxyTo(url);
      ends.push(() => {
        proxy.close();
      });
      let lost = 0;
      const hold = await holdDatabase(proxy.url, { lost: () => lost++ });
      ends.push(() => hold.release());
      const sessions = async () => (await asked(url, `SELECT pid FROM ${held}`)).flat();
      for (const loses of [
        () => asked(url, `SELECT pg_terminate_backend(pid) FROM ${held}`),
        // The connection is gone on this side only: the server keeps the session, and with it our own lock.
        () => Promise.resolve(proxy.cut()),
        // A busy server: what is told to end does so later.
        async () => {
          const [slow] = await sessions();
          process.kill(Number(slow), "SIGSTOP");
          proxy.cut();
          setTimeout(() => process.kill(Number(slow), "SIGCONT"), 1_000);
        },
        // The next session gets the lock, and we never hear of it: it is our own all the same.
        async () => {
          const [last] = await sessions();
          proxy.swallows("pg_try_advisory_lock");
          proxy.cut();
          await until("the server to give the lock to who hears nothing", async () => {
            const now = await sessions();
            return now.length === 1 && now[0] !== last;
          });
        },
      ]) {
        const had = await sessions();
        await loses();
        had.push(...(proxy.swallowing() ? await sessions() : []));
        await until("another session to have the lock", async () => {
          const now = await sessions();
          return now.length === 1 && !had.includes(now[0]);
        });
      }
      expect(await tryToHold(url)).toBeUndefined();
      expect(lost).toBe(0);
    });

    it("is had by several bots together, and by nobody who wants it alone; one of an earlier version keeps them out", async () => {
      const url = await freshUrl();
      const first = await joinDatabase(url);
      expect(first.alone).toBe(true);
      // Until it is shared, who comes waits.
      await expect(joinDatabase(url, { patience: 0 })).rejects.toThrow(DatabaseHeld);
      const waiting = joinDatabase(url);
      await first.share();
      const second = await waiting;
      expect(second.alone).toBe(false);
      for (const one of [first, second]) {
        // Builds from before took the lock as commands do.
        expect(await tryToHold(url)).toBeUndefined();
        await one.release();
      }
      const earlier = await holdDatabase(url);
      await expect(joinDatabase(url, { patience: 0 })).rejects.toThrow(/an earlier version|Stop the other one first/);
      await earlier.release();
      const last = await joinDatabase(url);
      expect(last.alone).toBe(true);
      await last.release();
    });

    it("is left to another one that was quicker", async () => {
      const url = await freshUrl();
      const lost = Promise.withResolvers<void>();
      const hold = await holdDatabase(url, { lost: lost.resolve });
      ends.push(() => hold.release());
      const [key] = await asked(url, `SELECT classid, objid FROM ${held}`);
      // Whoever waits in the queue of the lock has it before anybody who asks later.
      const other = await new PrismaPg({ connectionString: url, max: 1 }).connect();
      ends.push(() => other.dispose());
      const [first = "", second = ""] = (key ?? []).map(String);
      const taken = other.executeRaw(
        plain(
          `SELECT pg_advisory_lock(${first}::bigint::int, (${second}::bigint - CASE WHEN ${second}::bigint > 2147483647 THEN 4294967296 ELSE 0 END)::int)`,
        ),
      );
      await until(
        "the other one to wait",
        async () => (await asked(url, "SELECT 1 FROM pg_locks WHERE NOT granted")).length === 1,
      );
      await asked(url, `SELECT pg_terminate_backend(pid) FROM ${held}`);
      await taken;
      await lost.promise;
    });
  }
});

/** Statements of an administrator. */
async function asked(url: string, sql: string): Promise<unknown[][]> {
  const connection = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  try {
    return (await connection.queryRaw(plain(sql))).rows;
  } finally {
    await connection.dispose();
  }
}

/** As if the database had been made by an earlier version of the program. */
async function forgetLastMigration(url: string): Promise<void> {
  const database = await openDatabase({ url });
  await database.transaction(
    (tx) => tx.$executeRaw`
      DELETE FROM "_prisma_migrations"
      WHERE migration_name = (SELECT MAX(migration_name) FROM "_prisma_migrations")`,
  );
  await database.close();
}

describe("an SQLite file", () => {
  it("is the same one whichever way leads to it; a copy is another, and a file that was left means nothing", async () => {
    const at = await folder();
    const file = join(at, "data", "steward.db");
    await (await openDatabase({ url: `file:${file}` })).close();
    const hold = await holdDatabase(`file:${file}`);
    ends.push(() => hold.release());
    await symlink(join(at, "data"), join(at, "another"));
    await symlink(file, join(at, "linked.db"));
    for (const same of [join(at, "another", "steward.db"), join(at, "linked.db")]) {
      expect(await tryToHold(`file:${same}`)).toBeUndefined();
    }
    await cp(join(at, "data"), join(at, "copy"), { recursive: true });
    expect(await readdir(join(at, "copy"))).toContain("steward.db.lock");
    const copy = await tryToHold(`file:${join(at, "copy", "steward.db")}`);
    expect(copy).toBeDefined();
    await copy?.release();

    // Whoever moves the folder of a bot that runs has moved what it holds.
    await rename(join(at, "data"), join(at, "moved"));
    expect(await tryToHold(`file:${join(at, "moved", "steward.db")}`)).toBeUndefined();
  });

  it("is held before there is one", async () => {
    const at = await folder();
    const url = `file:${join(at, "data", "steward.db")}`;
    const hold = await holdDatabase(url);
    expect(await tryToHold(url)).toBeUndefined();
    await hold.release();
    expect(await readdir(join(at, "data"))).toEqual(["steward.db.lock"]);
  });
});

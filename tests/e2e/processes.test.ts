/**
 * Several processes on one PostgreSQL, with Telegram emulated: one has the connection; while they are killed, paused and cut
 * off one after the other nothing is lost, nothing is counted twice, and what falls due is done once.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterEach, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import { proxyTo, type DatabaseProxy } from "../kit/database-proxy.ts";
import { eachDatabase } from "../kit/databases.ts";
import { DiscordServer } from "../kit/discord/server.ts";
import { recount } from "../kit/recount.ts";
import { BotProcess, until } from "../kit/running.ts";
import { startTelegram } from "../kit/telegram/server.ts";

const masterKey = Buffer.alloc(32, "0123456789abcdef!");
/** Another process has the account within so long; a busy machine adds what it takes to answer. Milliseconds. */
const takenOverWithin = 10_000;
const people = 40;
const jobs = 1_000;

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** One process, with a way of its own to the database. */
interface Bot {
  readonly process: BotProcess;
  readonly proxy: DatabaseProxy;
  /** Whether it says that it has the connection; undefined where it does not answer. */
  connected(): Promise<boolean | undefined>;
}

eachDatabase((name, _open, freshUrl) => {
  if (name === "sqlite") return;

  async function world() {
    const url = await freshUrl();
    const server = await startTelegram({ limits: false });
    ends.push(() => server.close());
    const at = await mkdtemp(join(tmpdir(), "steward-processes-"));
    ends.push(() => rm(at, { recursive: true, force: true }));
    const start = async (more: Readonly<Record<string, string>> = {}): Promise<Bot> => {
      const proxy = await proxyTo(url);
      const port = await freePort();
      const environment = {
        DATABASE_URL: proxy.url,
        TELEGRAM_TOKEN: server.token,
        TELEGRAM_API: server.apiRoot,
        STEWARD_PORT: String(port),
        STEWARD_MASTER_KEY: masterKey.toString("base64"),
        ...more,
      };
      const process = new BotProcess("src/main.ts", [], environment, at);
      ends.push(async () => {
        process.kill("SIGKILL");
        await process.ended;
        proxy.close();
      });
      await process.says('"msg":"started"');
      const connected = async (): Promise<boolean | undefined> => {
        try {
          const answer = await fetch(`http://127.0.0.1:${String(port)}/readyz`, { signal: AbortSignal.timeout(2_000) });
          return (await answer.text()).includes("telegram (connected here)");
        } catch {
          return undefined;
        }
      };
      return { process, proxy, connected };
    };
    const asked = async (sql: string): Promise<unknown[][]> => {
      const connection = await new PrismaPg({ connectionString: url, max: 1 }).connect();
      try {
        return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
      } finally {
        await connection.dispose();
      }
    };
    const zoe = server.person("Zoe");
    const members = Array.from({ length: people }, (_, index) => server.person(`P${String(index)}`));
    const group = server.group("Depot", { owner: zoe, members, supergroup: true });
    return { url, server, start, asked, zoe, members, group };
  }

  it("another process takes over; what waits when a second one starts is sent once", async () => {
    const { server, start, asked, zoe, group } = await world();
    const first = await start();
    await until("the connection", first.connected);
    zoe.says(group, "/setup federation:F cell:Depot sector:s0 zone:Europe/Paris language:en");
    await until("the set-up", () => group.told.length > 0);

    // What cannot be sent waits; a second process must not send it as well.
    server.fail("sendMessage", { type: "status", code: 500 }, 4);
    const ana = server.person("Ana");
    ana.writes("/help");
    await until("a row that waits", async () => Number((await asked(`SELECT count(*) FROM "Outbox"`))[0]?.[0]) > 0);
    const second = await start();
    expect(await second.connected()).toBe(false);
    await until("the answer", () => ana.told.length > 0);
    await setTimeout(3_000);
    expect(ana.told.length).toBe(1);

    // A clean end gives the account back at once.
    const before = Date.now();
    first.process.kill("SIGTERM");
    expect(await first.process.ended).toEqual({ code: 0, signal: null });
    await until("the second one to connect", second.connected);
    const ben = server.person("Ben");
    ben.writes("/help");
    await until("an answer", () => ben.told.length > 0);
    expect(Date.now() - before).toBeLessThan(takenOverWithin);
    expect((await asked(`SELECT "epoch" FROM "Lease"`)).map(([epoch]) => Number(epoch))).toEqual([2]);
  });

  it("each account is one process's; what one writes for another's is sent by that; and it comes back to who had it", async () => {
    const { start, asked, zoe, group } = await world();
    const discord = await DiscordServer.start();
    ends.push(() => discord.close());
    // This one does not know Discord at all.
    const first = await start();
    await until("the connection", first.connected);
    const second = await start({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
    expect(await second.connected()).toBe(false);
    await discord.until(() => discord.commands.length > 0, "the commands to be registered", 60_000);
    zoe.starts();
    zoe.says(group, "/setup federation:F cell:Depot sector:s0 zone:Europe/Paris language:en");
    await until("the set-up", () => group.told.length > 0);
    zoe.says(group, "/cell new Ward sector:s0 zone:Europe/Paris language:en");
    const code = await until("the code", () =>
      [...group.told, ...zoe.told]
        .map(({ text }) => /the code is (\S+)/u.exec(text)?.[1])
        .find((one) => one !== undefined),
    );
    const ana = discord.person("Ana");
    const channel = discord.guild("Network", { owner: ana, members: [ana], channels: ["ward"] }).channel("ward");
    ana.uses("/cell join", { code }, channel);
    await until(
      "the cell's chat",
      async () => (await asked(`SELECT 1 FROM "Chat" WHERE "platform" = 'discord'`)).length > 0,
    );

    // Written by the process of Telegram, shown by that of Discord.
    zoe.says(group, '/drive new "Shall we?" goal:1000 deadline:"in 30 days" scope:federation');
    await until("the card on Discord", () => channel.told.some(({ text }) => text.includes("Shall we?")));

    // A message for Discord, written by the process that does not know it.
    second.process.kill("SIGSTOP");
    await asked(`UPDATE "Cell" SET "coordinatorId" = NULL`);
    await asked(`INSERT INTO "Job" ("id", "federationId", "kind", "key", "payload", "dueAt", "attempts")
      SELECT 'job', c."federationId", 'cell-uncoordinated', 'test', json_build_object('cell', c."id")::text,
        now() AT TIME ZONE 'UTC', 0 FROM "Cell" c JOIN "Chat" h ON h."cellId" = c."id" AND h."platform" = 'discord'`);
    await asked(`SELECT 1 FROM pg_notify('steward ' || current_schema(), '{"from":"test","signal":"job-planned"}')`);
    await until("the job", async () => (await asked(`SELECT 1 FROM "Job" WHERE "id" = 'job'`)).length === 0);
    second.process.kill("SIGCONT");
    await until("the message on Discord", () =>
      channel.told.some(({ text }) => text.includes("Nobody coordinates Ward")),
    );

    // There and back again.
    first.process.kill("SIGSTOP");
    await until("the second one to have Telegram as well", second.connected);
    first.process.kill("SIGCONT");
    await until("the first one to know", async () => (await first.connected()) === false);
    second.process.kill("SIGKILL");
    await second.process.ended;
    await until("Telegram to come back", first.connected);
    const before = zoe.told.length;
    zoe.writes("/help");
    await until("an answer", () => zoe.told.length > before);
    expect(channel.told.filter(({ text }) => text.includes("Nobody coordinates Ward")).length).toBe(1);
  });

  it(
    `pledges of ${String(people)} people and ${String(jobs)} due jobs, while one after the other is killed, paused, cut off and held up`,
    { timeout: 600_000 },
    async () => {
      const { url, start, asked, zoe, members, group } = await world();
      let bots = [await start(), await start(), await start()];
      const holder = (): Promise<Bot> =>
        until("one that has the connection", async () => {
          for (const bot of bots) if ((await bot.connected()) === true) return bot;
          return undefined;
        });
      await holder();
      zoe.says(group, "/setup federation:F cell:Depot sector:s0 zone:Europe/Paris language:en");
      await until("the set-up", () => group.told.length > 0);
      for (const member of members) member.says(group, "/help");
      zoe.says(group, '/drive new Shall we? goal:1000 deadline:"in 30 days" scope:federation');
      await until("the drive", async () => (await asked(`SELECT 1 FROM "Drive"`)).length === 1);
      await until(
        "all members",
        async () => Number((await asked(`SELECT count(*) FROM "Membership"`))[0]?.[0]) === people + 1,
      );

      // What they were answered waits for its turn, of which there are twenty in a minute; what is there no more is not sent.
      await asked(`DELETE FROM "Outbox"`);

      // Each job says one thing to the chat: that is counted where it is written, and kept from the chat.
      await asked(`UPDATE "Cell" SET "coordinatorId" = NULL`);
      await asked(`CREATE TABLE "Said" ("id" text)`);
      await asked(`CREATE FUNCTION said() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW."priority" <> 1 THEN RETURN NEW; END IF; INSERT INTO "Said" VALUES (NEW."id"); RETURN NULL; END $$`);
      await asked(`CREATE TRIGGER said BEFORE INSERT ON "Outbox" FOR EACH ROW EXECUTE FUNCTION said()`);
      await asked(`INSERT INTO "Job" ("id", "federationId", "kind", "key", "payload", "dueAt", "attempts")
        SELECT 'job' || n, (SELECT "id" FROM "Federation"), 'cell-uncoordinated', 'test ' || n,
          json_build_object('cell', (SELECT "id" FROM "Cell"))::text,
          (now() AT TIME ZONE 'UTC') + n * interval '90 milliseconds', 0 FROM generate_series(1, ${String(jobs)}) n`);

      const answers = new Map<string, string>();
      const pledgesOf = new Map<(typeof members)[number], number>();
      let pledged = 0;
      const pledge = (): void => {
        const member = members[pledged % members.length];
        const answer = ["in", "if 3", "if 90", "withdraw", "in"][pledged % 7] ?? "in";
        pledged++;
        if (member === undefined) return;
        member.writes(`/pledge ${answer}`);
        answers.set(member.id, answer);
        pledgesOf.set(member, (pledgesOf.get(member) ?? 0) + 1);
      };
      const pledging = setInterval(pledge, 120);
      ends.push(() => {
        clearInterval(pledging);
      });
      const taken: Record<string, number> = {};
      /** Something happens to the one that has the connection: in how long does another one answer? */
      const without = async (what: string, happens: (bot: Bot) => void): Promise<Bot> => {
        await until("three processes", async () =>
          (await Promise.all(bots.map((bot) => bot.connected()))).every(isKnown),
        );
        const one = await holder();
        const since = Date.now();
        happens(one);
        const others = bots.filter((bot) => bot !== one);
        await until(`another one after: ${what}`, async () => {
          for (const bot of others) if ((await bot.connected()) === true) return true;
          return false;
        });
        taken[what] = Date.now() - since;
        return one;
      };

      const killed = await without("SIGKILL", ({ process }) => {
        process.kill("SIGKILL");
      });
      bots = [...bots.filter((bot) => bot !== killed), await start()];

      const paused = await without("SIGSTOP", ({ process }) => {
        process.kill("SIGSTOP");
      });
      await setTimeout(20_000 - (taken["SIGSTOP"] ?? 0));
      paused.process.kill("SIGCONT");
      await until("the one that was paused to know", async () => (await paused.connected()) === false);

      const stalled = await without("stalled", ({ proxy }) => {
        proxy.stall(true);
      });
      await setTimeout(8_000);
      stalled.proxy.cut();
      stalled.proxy.stall(false);
      await until("the one that was held up to know", async () => (await stalled.connected()) === false);

      // Connections that are cut and can be made anew are no reason to change.
      for (const bot of bots) bot.proxy.cut();
      await setTimeout(3_000);
      await holder();

      clearInterval(pledging);
      await until(
        "the jobs",
        async () => Number((await asked(`SELECT count(*) FROM "Job" WHERE "key" LIKE 'test %'`))[0]?.[0]) === 0,
      );
      await until(
        "all to be sent",
        async () => Number((await asked(`SELECT count(*) FROM "Outbox" WHERE "state" = 'waiting'`))[0]?.[0]) === 0,
      );
      await until("an answer to each pledge", () => [...pledgesOf].every(([{ told }, count]) => told.length >= count));
      for (const bot of bots) bot.process.kill("SIGTERM");
      for (const bot of bots) expect(await bot.process.ended).toEqual({ code: 0, signal: null });

      const database = await openDatabase({ url });
      try {
        const { standing, mistakes } = await recount(database, openKeyring(masterKey));
        expect(mistakes).toEqual([]);
        const expected: Record<string, number> = {};
        for (const answer of answers.values()) {
          if (answer === "withdraw") continue;
          const stored = answer.replace(/^if (\d+)$/u, "if:$1");
          expected[stored] = (expected[stored] ?? 0) + 1;
        }
        expect(standing).toEqual(expected);
      } finally {
        await database.close();
      }
      const [[said] = []] = await asked(`SELECT count(*) FROM "Said"`);
      expect(Number(said)).toBe(jobs);
      // What was sent and could not be noted any more is sent again: one at a time to each person, whenever one is lost.
      const repeated = [...pledgesOf].map(([{ told }, count]) => told.length - count);
      expect(Math.max(...repeated)).toBeLessThanOrEqual(3);
      const all = repeated.reduce((sum, count) => sum + count, 0);
      process.stdout.write(
        `taken over after ${JSON.stringify(taken)} ms; ${String(pledged)} pledges, ${String(all)} answered twice\n`,
      );
      for (const ms of Object.values(taken)) expect(ms).toBeLessThan(takenOverWithin);
    },
  );
});

const isKnown = <T>(one: T | undefined): one is T => one !== undefined;

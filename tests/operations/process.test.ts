/** The program itself, as a process, with Telegram emulated: it starts, is looked at, and stops. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openKeyring } from "../../src/store/sealing.ts";
import { openDatabase } from "../../src/store/database.ts";
import { BotProcess, until } from "../kit/running.ts";
import { startTelegram, type TelegramServer } from "../kit/telegram/server.ts";

const masterKey = Buffer.alloc(32, "0123456789abcdef!");
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-process-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface World {
  readonly server: TelegramServer;
  readonly folder: string;
  readonly port: number;
  readonly environment: Record<string, string>;
  start(more?: Record<string, string>): BotProcess;
  ready(): Promise<{ readonly status: number; readonly text: string }>;
}

async function world(): Promise<World> {
  const server = await startTelegram({ limits: false });
  ends.push(() => server.close());
  const at = await folder();
  const port = await freePort();
  const environment = {
    TELEGRAM_TOKEN: server.token,
    TELEGRAM_API: server.apiRoot,
    STEWARD_PORT: String(port),
    STEWARD_MASTER_KEY: masterKey.toString("base64"),
  };
  return {
    server,
    folder: at,
    port,
    environment,
    start(more = {}) {
      const bot = new BotProcess("src/main.ts", [], { ...environment, ...more }, at);
      ends.push(() => {
        bot.kill("SIGKILL");
      });
      return bot;
    },
    async ready() {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`);
      return { status: response.status, text: await response.text() };
    },
  };
}

describe("the program", () => {
  it("comes up with a platform instead of the console, and says what it is", async () => {
    const { start, ready, folder: at, server } = await world();
    const bot = start();
    await bot.says('"msg":"ready"');
    expect(await ready()).toEqual({ status: 200, text: "ready: database, telegram\n" });
    const ana = server.person("Ana");
    ana.writes("/help");
    await until("an answer", () => ana.told.length > 0);
    const mode = (await stat(join(at, "data/steward.db"))).mode & 0o777;
    expect(mode).toBe(0o600);
    bot.kill("SIGINT");
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(bot.lines.every((line) => line.startsWith("{"))).toBe(true);
  });

  it("goes on when a platform is down or refuses the token, says so, and comes back", async () => {
    const { start, ready, server } = await world();
    server.refusesToken = true;
    const bot = start({
      DISCORD_TOKEN: "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz",
      DISCORD_API: "http://127.0.0.1:9/api",
    });
    await bot.says('"msg":"started"');
    const { status, text } = await ready();
    expect(status).toBe(503);
    expect(text).toMatch(
      /^not ready: telegram is refused \(Telegram does not accept the token\..*\); discord is (?:down|starting)/,
    );
    expect(text.split("\n")).toHaveLength(2);
    expect(bot.lines.filter((line) => line.includes("Telegram does not accept the token")).length).toBe(1);
    server.refusesToken = false;
    const ana = server.person("Ana");
    ana.writes("/help");
    await until("Telegram to come back", () => ana.told.length > 0);
    expect((await ready()).text).not.toContain("telegram");
    bot.kill("SIGTERM");
    expect(await bot.ended).toEqual({ code: 0, signal: null });
  });

  it("says what is wrong where it cannot start", async () => {
    const { start, environment, port } = await world();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, "127.0.0.1", resolve));
    ends.push(() => new Promise((resolve) => taken.close(resolve)));
    const bot = start();
    expect(await bot.ended).toEqual({ code: 2, signal: null });
    expect(bot.errors.join("\n")).toMatch(/STEWARD_PORT: .*cannot be listened on/);
    const wrong = start({
      TELEGRAM_WEBHOOK_URL: "http://plain.example.org",
      MATRIX_HOMESERVER: "https://matrix.example.org",
    });
    expect(await wrong.ended).toEqual({ code: 2, signal: null });
    expect(wrong.errors.join("\n")).toMatch(/MATRIX_ACCESS_TOKEN: it is missing/);
    expect(wrong.errors.join("\n")).toMatch(/TELEGRAM_WEBHOOK_URL: it is no address/);
    expect([...bot.errors, ...wrong.errors].join("\n")).not.toContain(environment["TELEGRAM_TOKEN"]);
  });
});

describe("SIGTERM under load", () => {
  it("takes nothing new, finishes what is in hand within ten seconds, and loses nothing that was acknowledged", async () => {
    const { start, server, folder: at } = await world();
    const bot = start();
    await bot.says('"msg":"ready"');
    const people = Array.from({ length: 40 }, (_, index) => server.person(`P${index}`));
    const zoe = server.person("Zoe");
    const group = server.group("Depot 5", { members: people, owner: zoe });
    zoe.says(group, "/setup federation:F cell:Depot sector:S zone:Europe/Paris language:en");
    await until("the set-up", () => group.told.length > 0);
    zoe.says(group, '/drive new Shall we? goal:30 deadline:"in 7 days"');
    await until("the card", () => group.told.some(({ text }) => text.includes("Shall we")));

    // Everybody answers several times, and the signal comes in the middle of it.
    server.fail("sendMessage", { type: "slow", ms: 150 }, 40);
    const before = server.unconfirmed.length;
    for (let round = 0; round < 10; round++)
      for (const person of people) person.says(group, round % 2 === 0 ? "/pledge in" : "/pledge withdraw");
    const sent = 400;
    await until("some of it to be taken", () => server.unconfirmed.length < before + sent - 60);
    const began = performance.now();
    bot.kill("SIGTERM");
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(bot.lines.at(-1)).toContain('"msg":"stopped"');

    // What Telegram does not hold any more is in the database; what it holds comes again, and changes nothing twice.
    const open = server.unconfirmed.length;
    expect(open).toBeGreaterThan(0);
    expect(open).toBeLessThan(sent);
    const events = await count(at);
    expect(events.pledges).toBeGreaterThanOrEqual(sent - open);

    const again = start();
    await until("all to be taken", () => server.unconfirmed.length === 0);
    await until("all to be recorded", async () => (await count(at)).pledges >= sent || undefined);
    again.kill("SIGTERM");
    expect(await again.ended).toEqual({ code: 0, signal: null });
    const after = await count(at);
    expect(after).toMatchObject({ pledges: sent, standing: 0, mistakes: [] });
  });
});

/** Each change of an answer is a row, so a lost or a doubled one shows. */
async function count(at: string) {
  const { recount } = await import("../kit/recount.ts");
  const database = await openDatabase({ url: `file:${join(at, "data/steward.db")}` });
  try {
    const { standing, mistakes } = await recount(database, openKeyring(masterKey));
    const pledges = await database.read((tx) => tx.pledgeEvent.count());
    return { pledges, standing: Object.values(standing).reduce((sum, of) => sum + of, 0), mistakes };
  } finally {
    await database.close();
  }
}

/** The real program: what it says while it comes up, that nothing of it is left, and what fails where nobody waits. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { DiscordServer } from "../kit/discord/server.ts";
import { BotProcess, until } from "../kit/running.ts";
import { startTelegram, type TelegramServer } from "../kit/telegram/server.ts";

const root = join(import.meta.dirname, "../..");
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function world(more: Readonly<Record<string, string>> = {}) {
  const at = await mkdtemp(join(tmpdir(), "steward-stopping-"));
  ends.push(() => rm(at, { recursive: true, force: true }));
  const telegram: TelegramServer = await startTelegram({ limits: false });
  ends.push(() => telegram.close());
  const environment: Readonly<Record<string, string>> = {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API: telegram.apiRoot,
    STEWARD_PORT: "off",
    STEWARD_MASTER_KEY: Buffer.alloc(32, "0123456789abcdef!").toString("base64"),
    DATABASE_URL: `file:${join(at, "steward.db")}`,
    ...more,
  };
  const start = (): BotProcess => {
    const bot = new BotProcess("src/main.ts", [], environment, at);
    ends.push(() => {
      bot.kill("SIGKILL");
    });
    return bot;
  };
  return { at, telegram, environment, start };
}

describe("npm start", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "leaves no process ten seconds after %s to npm",
    async (signal) => {
      const { environment } = await world();
      // A group of its own, in which everything is that npm begins.
      const npm = spawn("npm", ["start"], {
        cwd: root,
        env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...environment },
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      const group = -(npm.pid ?? Number.NaN);
      ends.push(() => {
        if (isThere(group)) process.kill(group, "SIGKILL");
      });
      let said = "";
      npm.stdout.on("data", (data: Buffer) => (said += data.toString()));
      npm.stderr.on("data", (data: Buffer) => (said += data.toString()));
      await until("the bot to be ready", () => said.includes('"msg":"ready"'));
      npm.kill(signal);
      const began = performance.now();
      await until("everything to be gone", () => !isThere(group));
      expect(performance.now() - began).toBeLessThan(10_000);
      // It has ended as it should, and was not cut off with npm.
      expect(said).toContain(`"why":"${signal}"`);
      expect(said).toContain('"msg":"stopped"');
    },
    120_000,
  );
});

/** Whether any process of the group is left. */
function isThere(group: number): boolean {
  try {
    process.kill(group, 0);
    return true;
  } catch {
    return false;
  }
}

describe("the log", () => {
  it("says that each platform is connected when it is, and that the bot is ready when all are", async () => {
    const discord = await DiscordServer.start();
    ends.push(() => discord.close());
    const { telegram, start } = await world({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
    telegram.refusesToken = true;
    const bot = start();
    await bot.says('"msg":"started"');
    await bot.says('"msg":"Discord is connected"');
    await bot.says("Telegram does not accept the token");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(bot.lines.join("\n")).not.toMatch(/"msg":"ready"|Telegram is connected/);
    telegram.refusesToken = false;
    await bot.says('"msg":"Telegram is connected"');
    await bot.says('"msg":"ready"');
    expect(bot.lines.filter((line) => line.includes('"msg":"ready"'))).toHaveLength(1);
  });
});

/** Loaded before the program: the library's client calls a handler of ours, which throws. */
const throwing = (how: string): string =>
  `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from "node:module";
  const { Client } = createRequire(${JSON.stringify(join(root, "package.json"))})("discord.js");
  const { login } = Client.prototype;
  const fail = () => { throw new Error("Ana writes: nobody may read this"); };
  Client.prototype.login = function (token) {
    this.on("channelUpdate", () => { ${how} });
    return login.call(this, token);
  };
`)}`;

describe("what is thrown where nobody catches it", () => {
  it.each([
    ["in an event", "fail()"],
    ["in a timer", "setTimeout(fail, 1)"],
    ["in a promise", "void Promise.resolve().then(fail)"],
  ])(
    "by a platform's library, %s: only that connection begins anew",
    async (_, how) => {
      const discord = await DiscordServer.start();
      ends.push(() => discord.close());
      const zoe = discord.person("Zoe");
      const guild = discord.guild("Depot", { owner: zoe, members: [zoe] });
      const { telegram, start } = await world({
        DISCORD_TOKEN: discord.token,
        DISCORD_API: discord.api,
        NODE_OPTIONS: `--import=${throwing(how)}`,
      });
      const bot = start();
      await bot.says('"msg":"ready"');
      expect(discord.gateway.counts.identified).toBe(1);

      const general = guild.channel("general");
      general.sets("Manage Messages", true);
      await bot.says("a platform's library failed: its connection begins anew");
      await until("a new session", () => discord.gateway.counts.identified === 2);
      await until("Discord to be connected again", () =>
        bot.lines.filter((line) => line.includes("Discord is connected")).length === 2 ? true : undefined,
      );
      const ana = telegram.person("Ana");
      ana.writes("/help");
      await until("an answer on Telegram", () => ana.told.length > 0);
      expect((await zoe.uses("help open", {}, general).answer()).text).not.toBe("");
      expect([...bot.lines, ...bot.errors].join("\n")).not.toContain("Ana writes");
      bot.kill("SIGTERM");
      expect(await bot.ended).toEqual({ code: 0, signal: null });
    },
    120_000,
  );

  it.each([
    ["an exception", "fail()"],
    ["a promise", "void Promise.resolve().then(fail)"],
  ])(
    "by anything else, as %s: the process ends cleanly, and says nothing of what people wrote",
    async (_, how) => {
      const preloaded = `
      const fail = () => { throw new Error("Ana writes: nobody may read this"); };
      process.on("SIGUSR2", () => { ${how}; });
    `;
      const { start } = await world({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preloaded)}` });
      const bot = start();
      await bot.says('"msg":"ready"');
      bot.kill("SIGUSR2");
      expect(await bot.ended).toEqual({ code: 70, signal: null });
      const said = [...bot.lines, ...bot.errors].join("\n");
      expect(said).toContain("something failed where nobody waits for it");
      expect(bot.lines.at(-1)).toContain('"msg":"stopped"');
      expect(said).not.toContain("Ana writes");
    },
    120_000,
  );
});

describe("an end that is not clean", () => {
  it("on Discord: the card comes anew and asks for the press that the dying bot never answered", async () => {
    const discord = await DiscordServer.start({ limits: false });
    ends.push(() => discord.close());
    const [zoe, ana] = [discord.person("Zoe"), discord.person("Ana")];
    const channel = discord.guild("Union", { owner: zoe, members: [ana], channels: ["depot-5"] }).channel("depot-5");
    const { start } = await world({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
    const bot = start();
    await bot.says('"msg":"ready"');
    const setup = { federation: "F", cell: "Depot 5", sector: "S", zone: "Europe/Paris", language: "en" };
    await zoe.uses("setup", setup, channel).answer();
    await zoe.uses("drive new", { question: "Shall we?", goal: "3", deadline: "in 7 days" }, channel).acknowledged();
    const cards = () => channel.told.filter(({ text }) => text.includes("Shall we?"));
    const card = await until("the card", () => cards()[0]);
    await new Promise((resolve) => setTimeout(resolve, 500)); // until it is noted

    // It is taken, and never answered: the process dies before it has done anything with it.
    bot.kill("SIGSTOP");
    ana.presses(card, "I'm in");
    bot.kill("SIGKILL");
    await bot.ended;

    const next = start();
    const anew = await until("the card to be posted anew", () => cards()[1]);
    expect(anew.text).toMatch(/^Shall we\?[^]*0 firm of 3[^]*I was away until [^]* Please press once more\./);
    expect((await ana.presses(anew, "I'm in").answer()).text).toContain("you're in");
    next.kill("SIGTERM");
    await next.ended;

    const clean = start();
    await clean.says('"msg":"ready"');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(cards()).toHaveLength(2);
  });
});

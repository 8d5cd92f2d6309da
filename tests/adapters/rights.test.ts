/**
 * Where the bot may not write: who asked is told what is missing where, and what was asked for comes with the right. And
 * an answer that can be given neither in place nor directly: it waits for its reader.
 */
import { afterEach, describe, expect, it, inject } from "vitest";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DiscordAdapter } from "../../adapters/discord/adapter.ts";
import { TelegramAdapter } from "../../adapters/telegram/adapter.ts";
import type { Adapter } from "../../src/chat/adapter.ts";
import { openDatabase } from "../../src/store/database.ts";
import { DiscordServer } from "../kit/discord/server.ts";
import { runSteward, until } from "../kit/running.ts";
import { startTelegram } from "../kit/telegram/server.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The bot as it runs, with the wake-ups, budgets and clock that it has there. */
async function running(adapter: Adapter): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "steward-rights-"));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "steward.db");
  await copyFile(inject("sqliteTemplate"), file);
  const database = await openDatabase({ url: `file:${file}` });
  ends.push(() => database.close());
  const bot = await runSteward(database, [adapter]);
  ends.push(() => bot.stop());
}

const setup = { federation: "F", cell: "Depot 5", sector: "S", zone: "Europe/Paris", language: "en" };
const drive = { question: "Shall we?", goal: "3", deadline: "in 7 days" };

describe("on Discord", () => {
  async function depot() {
    const server = await DiscordServer.start({ limits: false });
    ends.push(() => server.close());
    const [zoe, ana] = [server.person("Zoe"), server.person("Ana")];
    const guild = server.guild("Union", { owner: zoe, members: [ana], channels: ["depot-5"] });
    const channel = guild.channel("depot-5");
    await running(new DiscordAdapter({ token: server.token, api: server.api }));
    await zoe.uses("setup", setup, channel).answer();
    return { server, zoe, ana, channel };
  }

  it("who asks for a card is told which right is missing where; it is right within ten seconds of the right", async () => {
    const { zoe, ana, channel, server } = await depot();
    channel.sets("Send Messages", false);
    await zoe.uses("drive new", drive, channel).acknowledged();
    const asked = ana.uses("drive show", {}, channel);
    await asked.acknowledged();
    await until("an answer", () => asked.answers.length > 0);
    expect(asked.answers.map(({ text, ephemeral }) => [text, ephemeral])).toEqual([
      ["depot-5: I may not write there. Give me the right “Send Messages”.", true],
    ]);
    expect(server.thinking).toEqual([]);
    expect(channel.told.filter(({ text }) => text.includes("Shall we?"))).toEqual([]);
    // The steward, who asks as well, is not told that it is there.
    await zoe.uses("drive show", {}, channel).acknowledged();
    await until("the receipts", () => zoe.direct.told.some(({ text }) => text.includes("Last announcement")));
    expect(zoe.direct.told.map(({ text }) => text).join("\n")).not.toMatch(/delivered in 1 of 1/);

    channel.sets("Send Messages", true);
    const began = Date.now();
    await until("the card", () => channel.told.some(({ text }) => text.includes("Shall we?")));
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(channel.told.filter(({ text }) => text.includes("Shall we?"))).toHaveLength(1);
    expect(server.violations).toEqual([]);
  });

  it("a card that was there and is asked for again is not taken for delivered", async () => {
    const { zoe, channel } = await depot();
    await zoe.uses("drive new", drive, channel).acknowledged();
    await until("the card", () => channel.told.some(({ text }) => text.includes("Shall we?")));
    await new Promise((resolve) => setTimeout(resolve, 500)); // until it is noted
    const receipts = () => zoe.direct.told.filter(({ text }) => text.includes("Last announcement"));
    await zoe.uses("drive show", {}, channel).acknowledged();
    await until("the first receipts", () => receipts().length === 1);
    expect(receipts()[0]?.text).toMatch(/delivered in 1 of 1/);
    channel.sets("View Channel", false);
    const lacking = zoe.uses("drive show", {}, channel);
    await until("the answer", () =>
      lacking.answers.some(({ text }) => text.includes("Give me the right “View Channel”")),
    );
    await zoe.uses("drive show", {}, channel).acknowledged();
    await until("the later receipts", () => receipts().length === 3);
    expect(receipts()[2]?.text).not.toMatch(/delivered in 1 of 1/);
  });
});

describe("on Telegram", () => {
  async function depot() {
    const server = await startTelegram({ limits: false });
    ends.push(() => server.close());
    const [zoe, ana, ben] = [server.person("Zoe"), server.person("Ana"), server.person("Ben")];
    const group = server.group("Depot 5", { members: [ana, ben], owner: zoe });
    await running(new TelegramAdapter({ token: server.token, apiRoot: server.apiRoot }));
    zoe.says(group, "/setup federation:F cell:Depot sector:S zone:Europe/Paris language:en");
    await until("the set-up", () => group.told.length > 0);
    ana.says(group, "/me show");
    ana.writes("/start");
    await until("a hello", () => ana.told.length > 0);
    zoe.says(group, '/drive new Shall we? goal:3 deadline:"in 7 days"');
    await until("the card", () => group.told.some(({ text }) => text.includes("Shall we?")));
    await new Promise((resolve) => setTimeout(resolve, 500)); // until it is noted
    return { group, zoe, ana, ben };
  }
  const cards = ({ group }: Awaited<ReturnType<typeof depot>>): number =>
    group.told.filter(({ text }) => text.includes("Shall we?")).length;

  it("who asks for a card and can be written to is told; it is right within ten seconds of the right", async () => {
    const scene = await depot();
    const { group, zoe, ana } = scene;
    group.restrictsBot(zoe, true);
    const before = ana.told.length;
    ana.says(group, "/drive show");
    await until("the answer", () => ana.told.length > before);
    expect(ana.told.slice(before).map(({ text }) => text)).toEqual([
      "Depot 5: I may not write there. Give me the right “Send Messages”.",
    ]);
    // An answer that is no card, too.
    ana.says(group, "/role who");
    await until("the second answer", () => ana.told.length > before + 1);
    expect(ana.told.at(-1)?.text).toBe("Depot 5: I may not write there. Give me the right “Send Messages”.");
    expect(cards(scene)).toBe(1);

    group.restrictsBot(zoe, false);
    const began = Date.now();
    await until("the card", () => cards(scene) === 2);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it("where Telegram does not tell of it, it is right within ten seconds of the next command", async () => {
    const scene = await depot();
    const { group, ana, ben } = scene;
    group.silencesAll(true);
    const before = ana.told.length;
    ana.says(group, "/drive show");
    await until("the answer", () => ana.told.length > before);
    group.silencesAll(false);
    ben.says(group, "/help");
    const began = Date.now();
    await until("the card", () => cards(scene) === 2);
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});

describe("an answer that only its reader should see", () => {
  const notice = "I have an answer that only its reader should see.";

  it("waits, and the group says so, where the press is too old and its person cannot be written to", async () => {
    // Every press is too old to be answered.
    const server = await startTelegram({ limits: false, callbackValidityMs: -1 });
    ends.push(() => server.close());
    const [zoe, ben] = [server.person("Zoe"), server.person("Ben")];
    const group = server.group("Depot 5", { members: [ben], owner: zoe });
    await running(new TelegramAdapter({ token: server.token, apiRoot: server.apiRoot }));
    zoe.says(group, "/setup federation:F cell:Depot sector:S zone:Europe/Paris language:en");
    await until("the set-up", () => group.told.length > 0);
    zoe.says(group, '/drive new Shall we? goal:3 deadline:"in 7 days"');
    const card = await until("the card", () => group.told.find(({ text }) => text.includes("Shall we?")));
    ben.presses(card, "I'm in");
    const held = await until("the notice", () => group.told.find(({ text }) => text === notice));
    const url = new URL(held.buttons.flat()[0]?.url ?? "");
    ben.writes(`/start ${url.searchParams.get("start") ?? ""}`);
    await until("the answer", () => ben.told.some(({ text }) => text.includes("you're in")));
    expect(group.told.filter(({ text }) => text === notice)).toHaveLength(1);
    expect(group.told.some(({ text }) => text.includes("you're in"))).toBe(false);
  });

  it("waits where somebody has closed their direct messages since", async () => {
    const server = await startTelegram({ limits: false });
    ends.push(() => server.close());
    const [zoe, ben] = [server.person("Zoe"), server.person("Ben")];
    const group = server.group("Depot 5", { members: [ben], owner: zoe });
    await running(new TelegramAdapter({ token: server.token, apiRoot: server.apiRoot }));
    zoe.says(group, "/setup federation:F cell:Depot sector:S zone:Europe/Paris language:en");
    await until("the set-up", () => group.told.length > 0);
    ben.says(group, "/me show");
    await until("a notice", () => group.told.some(({ text }) => text === notice));
    ben.writes("/start");
    await until("a hello", () => ben.told.length > 0);
    server.blockedBy.add(Number(ben.id)); // Telegram's own word of it does not come
    ben.says(group, "/me show");
    await until("another notice", () => group.told.filter(({ text }) => text === notice).length === 2);
  });
});

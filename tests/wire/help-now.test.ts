/**
 * The emergency card while the database cannot be had: the program itself, with its SQLite file locked by another process, or its
 * PostgreSQL stopped; while a command of somebody else waits in vain to be recorded; and in the middle of a broadcast.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Outgoing } from "../../src/chat/adapter.ts";
import { laneOf } from "../../src/chat/outgoing.ts";
import { randomId, secureRandom } from "../../src/core/random.ts";
import { openStore } from "../../src/store/open.ts";
import { Outbox, type FreshRow } from "../../src/store/outbox.ts";
import { freePort } from "../kit/matrix/synapse.ts";
import { startPostgres } from "../kit/postgres-server.ts";
import { until } from "../kit/running.ts";
import { discord } from "./discord.ts";
import { matrix } from "./matrix.ts";
import { Bot, type Wire, type WireStage } from "./play.ts";
import { stories, zone, type Name, type Place } from "./scenes.ts";
import { telegram } from "./telegram.ts";

const number = "0800 555 0100";
const card = /Help now: Depot[^]*0800 555 0100/u;
/**
 * Of an idle bot (milliseconds). What the machine does beside it comes on top, so the middle of several is taken. The emulated
 * servers take no time; Synapse takes most of a second on a busy machine, there and back.
 */
const atOnce = { telegram: 100, discord: 100, matrix: 1_000 } as const;
/** A card that comes behind something that cannot be recorded is looked for every so often. */
const behind = 1_500;

/** Says something, and gives the milliseconds until the answer was on the wire. */
async function asks(
  wire: Wire,
  stage: WireStage,
  [place, who, says]: readonly [Place, Name, string],
  comes: RegExp,
): Promise<number> {
  const before = (await wire.told()).length;
  const from = Date.now();
  await stage.says(place, who, says);
  return until(`an answer to ${says}`, async () => {
    const found = (await wire.told()).slice(before).find(({ text }) => comes.test(text));
    return found === undefined ? undefined : Math.max(1, found.at - from);
  });
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** Takes the write lock of an SQLite file in a process of its own, and holds it until it is killed. */
async function lockedByAnother(file: string): Promise<ChildProcess> {
  const sqlite = createRequire(import.meta.url).resolve("better-sqlite3");
  const holds = `const db = new (require(${JSON.stringify(sqlite)}))(${JSON.stringify(file)});
    db.exec("BEGIN EXCLUSIVE"); process.stdout.write("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["-e", holds], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child;
}

/** A cell with a card, on a bot that runs. */
async function withCard(wire: Wire, environment: Readonly<Record<string, string>>, folder: string) {
  const bot = new Bot({ ...wire.environment, ...environment }, folder, await freePort());
  await bot.ready();
  const [story] = stories;
  if (story === undefined) throw new Error("there is no story");
  const stage = await wire.stage(0, story);
  const say = async (place: Place, who: Name, says: string, comes: RegExp): Promise<number> => {
    // A chat takes one message a second.
    await pause(Math.max(1_200, wire.apart ?? 0));
    return asks(wire, stage, [place, who, says], comes);
  };
  await say("cell", "Zoe", `/setup federation:Alliance sector:Transport cell:Depot zone:${zone} language:en`, /Depot/u);
  for (const who of ["Zoe", "Ana", "Ben"] as const) {
    await stage.opens(who);
    await say("cell", who, "/help", /pledge/u);
  }
  await say("cell", "Zoe", `/help-now set Legal line: ${number}`, /A new emergency card/u);
  await say("cell", "Ana", "/help-now confirm", /It stands/u);
  return { bot, stage, say };
}

/** How many messages of a broadcast wait: more than the platform takes while the card is asked for. */
const broadcasts = { telegram: 600, discord: 600, matrix: 200 } as const;

/** Texts that nobody else says. */
const news = (index: number): string => `News ${String(index)}.`;

/** A broadcast stands in the outbox of a bot that does not run. */
async function writeBroadcast(folder: string, broadcast: number, chats: readonly string[]): Promise<void> {
  const file = join(folder, "data/master.key");
  const { database, keyring } = await openStore(`file:${join(folder, "data/steward.db")}`, { from: "file", file });
  await database.transaction(async (tx) => {
    const session = { tx, keyring, now: Date.now(), newId: () => randomId(secureRandom) };
    const { platform, account } = await tx.chat.findFirstOrThrow({ select: { platform: true, account: true } });
    const rows = Array.from({ length: broadcast }, (_, index): FreshRow => {
      const id = `${session.now.toString(36).padStart(9, "0")}${index.toString(36).padStart(6, "0")}`;
      const chat = { id: chats[index % chats.length] ?? "" };
      const content = [{ type: "text", text: news(index) }] as const;
      const message = { language: "en", blocks: [{ type: "paragraph", content }] } as const;
      const outgoing: Outgoing = { id, type: "message", chat, message };
      return {
        id,
        federationId: undefined,
        platform,
        account,
        chatId: undefined,
        identityId: undefined,
        lane: laneOf(outgoing, { platform, account }, (...parts) => keyring.lookup(...parts)),
        priority: 2,
        sealedBody: keyring.system.seal(JSON.stringify({ outgoing }), "Outbox.sealedBody", id),
        body: { outgoing },
        broadcastId: undefined,
        attempts: 0,
        dueAt: session.now,
      };
    });
    await new Outbox(session).write(rows);
  });
  await database.close();
}

describe.each([
  ["telegram", telegram],
  ["discord", discord],
  ["matrix", matrix],
] as const)("%s", (name, connect) => {
  it.each(["sqlite", "postgresql"] as const)("the card comes while %s cannot be had", async (provider) => {
    const wire = await connect();
    const folder = await mkdtemp(join(tmpdir(), "steward-help-"));
    const server = provider === "postgresql" ? await startPostgres() : undefined;
    await server?.run('CREATE DATABASE "help"');
    const environment: Record<string, string> =
      server === undefined
        ? {}
        : {
            DATABASE_URL: server.url("help"),
            STEWARD_MASTER_KEY: randomBytes(32).toString("base64"),
          };
    let locked: ChildProcess | undefined;
    const { bot, stage, say } = await withCard(wire, environment, folder);
    let stopped = false;
    try {
      const idle: number[] = [];
      for (let time = 0; time < 3; time++) {
        await bot.idle(2);
        idle.push(await say("cell", time === 1 ? "Ben" : "Ana", "/help-now", card));
      }
      await bot.idle(2);
      if (server === undefined) locked = await lockedByAnother(join(folder, "data/steward.db"));
      else {
        await server.stop();
        stopped = true;
      }
      const away: number[] = [];
      for (let time = 0; time < 3; time++) away.push(await say("cell", time === 1 ? "Ben" : "Ana", "/help-now", card));
      away.push(await say("direct", "Ana", name === "telegram" ? "/help_now" : "/help-now", card));
      // Something that has to be recorded, and cannot be, stands before it.
      await pause(Math.max(1_200, wire.apart ?? 0));
      await stage.says("cell", "Zoe", "/role who");
      await pause(700);
      const late = await asks(wire, stage, ["direct", "Ben", "/help-now"], card);
      console.info(
        `${name}, ${provider}: idle ${idle.join(", ")} ms; away ${away.join(", ")} ms; behind another ${String(late)} ms`,
      );
      expect(middle(idle)).toBeLessThanOrEqual(atOnce[name]);
      expect(middle(away)).toBeLessThanOrEqual(atOnce[name]);
      expect(late).toBeLessThanOrEqual(behind);
      const shown = (await wire.told()).filter(({ text }) => card.test(text)).length;
      await pause(3_000);
      // Each was answered once.
      expect((await wire.told()).filter(({ text }) => card.test(text)).length).toBe(shown);
    } finally {
      locked?.kill("SIGKILL");
      bot.process.kill("SIGTERM");
      await bot.process.ended;
      await wire.close();
      if (server !== undefined && !stopped) await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("the card comes in the middle of a broadcast, which loses nothing", async () => {
    const broadcast = broadcasts[name];
    const wire = await connect();
    const folder = await mkdtemp(join(tmpdir(), "steward-help-"));
    const begun = await withCard(wire, {}, folder);
    let { bot } = begun;
    try {
      const chats = await wire.others(60);
      await bot.idle(2);
      bot.process.kill("SIGTERM");
      await bot.process.ended;
      await writeBroadcast(folder, broadcast, chats);
      bot = new Bot(wire.environment, folder, await freePort());
      await bot.ready();
      /** How often each was said until now. */
      const said = async (): Promise<readonly number[]> => {
        const times = new Array<number>(broadcast).fill(0);
        for (const { text } of await wire.told()) {
          for (const [, index] of text.matchAll(/News (\d+)\./gu))
            times[Number(index)] = (times[Number(index)] ?? 0) + 1;
        }
        return times;
      };
      const gone = async (): Promise<number> => (await said()).filter((times) => times > 0).length;
      await until("the broadcast to begin", async () => (await gone()) > 20);
      const meanwhile: number[] = [];
      for (let time = 0; time < 5; time++) {
        // No card moves, so that a chat has room for one a second.
        await pause(1_200);
        const who = time % 2 === 1 ? "Ben" : "Ana";
        meanwhile.push(await asks(wire, begun.stage, ["cell", who, "/help-now"], card));
      }
      const left = broadcast - (await gone());
      console.info(`${name}: during a broadcast ${meanwhile.join(", ")} ms; ${String(left)} messages waited still`);
      expect(left).toBeGreaterThan(0);
      // As many messages a second as the platform takes go through this process too, which is both platform and people.
      expect(middle(meanwhile)).toBeLessThanOrEqual(3 * atOnce[name]);
      await until("all of the broadcast", async () => (await gone()) === broadcast);
      await pause(1_000);
      expect(await said()).toEqual(new Array<number>(broadcast).fill(1));
    } finally {
      bot.process.kill("SIGTERM");
      await bot.process.ended;
      await wire.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

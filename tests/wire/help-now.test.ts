/**
 * The emergency card while the database cannot be had: the program itself, with its SQLite file locked by another process, or its
 * PostgreSQL stopped; and while a command of somebody else waits in vain to be recorded.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
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
});

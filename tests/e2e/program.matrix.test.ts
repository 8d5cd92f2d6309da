/** The bot as it runs, on a real Synapse: where it may not write, and where a library of its connection fails. */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { MatrixWorld } from "../kit/matrix/harness.ts";
import type { Person } from "../kit/matrix/person.ts";
import { BotProcess, runSteward, until } from "../kit/running.ts";
import { startTelegram } from "../kit/telegram/server.ts";

let world: MatrixWorld;
let zoe: Person;

beforeAll(async () => {
  world = await MatrixWorld.start();
  zoe = await world.person("zoe", { encryption: false });
});
afterAll(() => world.stop());

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "steward-program-"));
  ends.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** What the bot has said in a room, as this person's client shows it. */
const told = (person: Person, room: string, bot: string): readonly string[] =>
  person.shown.flatMap(({ room: where, sender, type, content }) =>
    where === room && sender === bot && type === "m.room.message" ? [String(content["body"])] : [],
  );

describe("where it may not write", () => {
  /** So much power one needs to write in a room. */
  const needs = async (room: string, level: number): Promise<void> => {
    const levels = zoe.client.getRoom(room)?.currentState.getStateEvents("m.room.power_levels", "")?.getContent() ?? {};
    await zoe.client.sendStateEvent(
      room,
      "m.room.power_levels" as never,
      { ...levels, events_default: level } as never,
    );
  };

  it("who asks is told; what was asked for comes with the right, once", async () => {
    const file = join(await folder(), "steward.db");
    await copyFile(inject("sqliteTemplate"), file);
    const database = await openDatabase({ url: `file:${file}` });
    ends.push(() => database.close());
    const { adapter, account } = await world.adapter();
    const { stop } = await runSteward(database, [adapter]);
    ends.push(stop);
    const direct = await world.roomWith({ account }, zoe, { direct: true });
    const room = await world.roomWith({ account }, zoe);
    const inDirect = () => told(zoe, direct, account.user);
    const cards = () =>
      told(zoe, room, account.user).filter((text) => !text.startsWith("*") && /Drive 1 ·/u.test(text));
    await zoe.says(room, "!setup federation:F cell:Depot sector:S zone:Europe/Paris language:en");
    await until("the set-up", () => told(zoe, room, account.user).some((text) => text.includes("F is ready")));
    await zoe.says(room, '!drive new "Shall we?" goal:3 deadline:"in 7 days"');
    await until("the card", () => cards().length === 1);
    await zoe.says(direct, "!help");
    await until("an answer", () => inDirect().length > 1);

    await needs(room, 50);
    const before = inDirect().length;
    await zoe.says(room, "!drive show");
    const lacking = () => inDirect().filter((text) => text.includes("I may not write there"));
    await until("what is missing", () => lacking().length > 0);
    expect(lacking()).toEqual(["Depot 5: I may not write there. Give me the right “Send messages”."]);
    await zoe.says(room, "!drive show");
    await until("the receipts", () => inDirect().length > before + 3);
    expect(
      inDirect()
        .slice(before + 1)
        .join("\n"),
    ).not.toMatch(/delivered in 1 of 1/u);
    expect(cards()).toHaveLength(1);

    // At once, and not only when it is tried again 8 s after somebody has spoken there.
    await needs(room, 0);
    const began = Date.now();
    await until("the card again", () => cards().length === 2);
    expect(Date.now() - began).toBeLessThan(5_000);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(cards()).toHaveLength(2);
  });
});

describe("where a library of its connection fails", () => {
  /** Loaded before the program. What fails is the adapter's doing: it comes out of a call that is made there. */
  const failing = `data:text/javascript,${encodeURIComponent(`
    import { createRequire } from "node:module";
    import { AsyncResource } from "node:async_hooks";
    const { LogService } = createRequire(${JSON.stringify(join(import.meta.dirname, "../../package.json"))})("matrix-bot-sdk");
    const { setLogger } = LogService;
    LogService.setLogger = (logger) => {
      setLogger.call(LogService, logger);
      const fail = () => { throw new Error("Ana writes: nobody may read this"); };
      process.on("SIGUSR2", AsyncResource.bind(() => void setTimeout(fail, 1)));
    };
  `)}`;

  it("only that connection begins anew, and nothing that is said meanwhile is lost", async () => {
    const telegram = await startTelegram({ limits: false });
    ends.push(() => telegram.close());
    const at = await folder();
    const account = await world.botAccount();
    const bot = new BotProcess(
      "src/main.ts",
      [],
      {
        TELEGRAM_TOKEN: telegram.token,
        TELEGRAM_API: telegram.apiRoot,
        MATRIX_HOMESERVER: world.proxy.url,
        MATRIX_ACCESS_TOKEN: account.token,
        STEWARD_PORT: "off",
        NODE_OPTIONS: `--import=${failing}`,
      },
      at,
    );
    ends.push(() => bot.kill("SIGKILL"));
    await bot.says('"msg":"ready"');
    const room = await world.roomWith({ account }, zoe, { direct: true });
    await until("its first words", () => told(zoe, room, account.user).length === 1);

    bot.kill("SIGUSR2");
    await bot.says("a platform's library failed: its connection begins anew");
    await zoe.says(room, "!help");
    const ana = telegram.person("Ana");
    ana.writes("/help");
    await until("an answer on Telegram", () => ana.told.length > 0);
    await until("an answer on Matrix", () => told(zoe, room, account.user).length === 2);
    expect(bot.lines.filter((line) => line.includes("Matrix is connected"))).toHaveLength(2);
    expect([...bot.lines, ...bot.errors].join("\n")).not.toContain("Ana writes");
    bot.kill("SIGTERM");
    expect(await bot.ended).toEqual({ code: 0, signal: null });
  });
});

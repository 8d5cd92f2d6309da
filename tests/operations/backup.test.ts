/** A backup is made while the bot works, is restored where there is nothing, and the bot goes on from there. */
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Crypto from "@matrix-org/matrix-sdk-crypto-nodejs";
import { afterEach, describe, expect, it } from "vitest";
import { Sessions } from "../../adapters/matrix/account.ts";
import { deviceDirectory } from "../../adapters/matrix/encryption.ts";
import { backup, restore } from "../../src/cli/backup.ts";
import { readConfig, type Config } from "../../src/config.ts";
import { systemClock } from "../../src/core/clock.ts";
import { deviceToReplace, matrixFacts, takeOverKeys, type MatrixKeys } from "../../src/operations/matrix-keys.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { recount } from "../kit/recount.ts";
import { BotProcess, runSteward, until } from "../kit/running.ts";
import { startTelegram } from "../kit/telegram/server.ts";

const crypto: typeof Crypto = createRequire(import.meta.url)("@matrix-org/matrix-sdk-crypto-nodejs");

const key = Buffer.alloc(32, 7); // the stage's
const masterKey = Buffer.alloc(32, "0123456789abcdef!").toString("base64");
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-backup-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

describe("backup and restore", () => {
  it("go on where the backup was made, with every counter equal to a recount", async () => {
    const server = await startTelegram({ limits: false });
    ends.push(() => server.close());
    const environment = {
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API: server.apiRoot,
      STEWARD_PORT: "off",
      STEWARD_MASTER_KEY: masterKey,
    };
    const start = async (at: string): Promise<BotProcess> => {
      const bot = new BotProcess("src/main.ts", [], environment, at);
      ends.push(() => {
        bot.kill("SIGKILL");
      });
      await bot.says('"msg":"ready"');
      return bot;
    };
    const operator = async (at: string, ...args: string[]): Promise<{ code: number | null; said: string }> => {
      const command = new BotProcess("src/cli/main.ts", args, environment, at);
      const { code } = await command.ended;
      return { code, said: [...command.lines, ...command.errors].join("\n") };
    };

    const first = await folder();
    const bot = await start(first);
    const people = Array.from({ length: 30 }, (_, index) => server.person(`Quentin-${index}`));
    const zoe = server.person("Zoe");
    const group = server.group("Depot 5", { members: people, owner: zoe });
    zoe.says(group, "/setup federation:F cell:Depot sector:S zone:Europe/Paris language:en");
    await until("the set-up", () => group.told.length > 0);
    zoe.says(group, '/drive new "Shall we walk out?" goal:25 deadline:"in 7 days"');
    await until("the card", () => group.told.some(({ text }) => text.includes("Shall we")));
    for (const person of people) person.says(group, "/pledge in");
    await until("half of them", () => server.unconfirmed.length < 15);
    const file = join(first, "copy.db");
    const made = await operator(first, "backup", "copy.db");
    expect(made.said).toMatch(/copied to .*copy\.db[^]*master key is NOT in it[^]*STEWARD_MASTER_KEY/);
    expect(made.code).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const bytes = await readFile(file, "latin1");
    for (const secret of ["walk out", "Depot", "Quentin", masterKey, server.token]) expect(bytes).not.toContain(secret);
    await until("the rest", () => server.unconfirmed.length === 0);
    bot.kill("SIGTERM");
    await bot.ended;

    const second = await folder();
    expect(await operator(second, "restore", file)).toMatchObject({ code: 0 });
    const before = await counted(second);
    expect(before.mistakes).toEqual([]);
    expect(before.in).toBeGreaterThanOrEqual(15);
    expect(await operator(second, "restore", file)).toMatchObject({
      code: 2,
      said: expect.stringContaining("database already") as string,
    });

    const again = await start(second);
    for (const person of people) person.says(group, "/pledge in");
    const late = server.person("Late");
    group.chat.members.set(late.user.id, "member");
    late.says(group, "/pledge in");
    await until("all of them", async () => (await counted(second)).in === 31);
    again.kill("SIGTERM");
    expect(await again.ended).toEqual({ code: 0, signal: null });
    expect((await counted(second)).mistakes).toEqual([]);
  });

  it("refuse what is no backup, is damaged, or was made with another key, and leave nothing behind", async () => {
    const at = await folder();
    const database = await openDatabase({ url: `file:${join(at, "data/steward.db")}` });
    const running = await runSteward(database, []);
    await running.stop();
    const config = readConfig({ DATABASE_URL: `file:${join(at, "new/steward.db")}`, STEWARD_MASTER_KEY: masterKey });
    await running.database.transaction((tx) => Promise.resolve(tx.fact.create({ data: { key: "x", sealed: "no" } })));
    const file = join(at, "b");
    await running.database.backup(file);
    await database.close();
    const refused = async (what: string, why: RegExp): Promise<void> => {
      await expect(restore(config, what, () => undefined)).rejects.toThrow(why);
      expect(existsSync(join(at, "new/steward.db"))).toBe(false);
      expect(existsSync(join(at, "new/steward.db.restoring"))).toBe(false);
    };
    await refused(join(at, "nothing"), /There is no file/);
    await refused(file, /another master key/);
    const text = join(at, "text");
    await writeFile(text, "hello ".repeat(1_000));
    await refused(text, /no backup of Steward/);
    const bytes = await readFile(file);
    bytes.fill(0xff, 100_000, 140_000);
    const damaged = join(at, "damaged");
    await writeFile(damaged, bytes);
    await refused(damaged, /no backup|damaged|another master key/);
  });
});

async function counted(at: string): Promise<{ readonly in: number; readonly mistakes: readonly string[] }> {
  const database = await openDatabase({ url: `file:${join(at, "data/steward.db")}` });
  try {
    const { standing, mistakes } = await recount(database, openKeyring(Buffer.from(masterKey, "base64")));
    return { in: standing["in"] ?? 0, mistakes };
  } finally {
    await database.close();
  }
}

describe("the Matrix keys", () => {
  const user = "@steward:example.org";

  /** A bot that was on Matrix once, as the given device. */
  async function onMatrix(
    login: Record<string, string>,
  ): Promise<{ at: string; config: Config; store: Store; machine: () => Promise<Crypto.OlmMachine> }> {
    const at = await folder();
    const config = readConfig({
      DATABASE_URL: `file:${join(at, "steward.db")}`,
      STEWARD_MASTER_KEY: masterKey,
      MATRIX_HOMESERVER: "https://matrix.example.org",
      STEWARD_PORT: "off",
      ...login,
    });
    const store = await openStore(config.databaseUrl, config.masterKey);
    ends.push(() => store.database.close());
    const who = login["MATRIX_USER"] ?? login["MATRIX_ACCESS_TOKEN"] ?? "";
    const token = login["MATRIX_ACCESS_TOKEN"] ?? "token-of-the-login";
    await new Sessions(matrixFacts(store), "https://matrix.example.org", who).write({ user, device: "OLD", token });
    const directory = deviceDirectory({ directory: join(at, "matrix"), key: store.keyring.storeKey("matrix") }, "OLD");
    await mkdir(directory, { recursive: true });
    crypto.provideStoreKey(directory, store.keyring.storeKey("matrix"));
    const machine = (): Promise<Crypto.OlmMachine> =>
      crypto.OlmMachine.initialize(
        new crypto.UserId(user),
        new crypto.DeviceId("OLD"),
        directory,
        "",
        crypto.StoreType.Sqlite,
      );
    await (await machine()).close();
    return { at, config, store, machine };
  }

  const withPassword = { MATRIX_USER: user, MATRIX_PASSWORD: "correct horse" };
  const withToken = { MATRIX_ACCESS_TOKEN: "token-of-the-operator" };

  it("are copied beside the database; of a bot that runs, by itself", async () => {
    const { at, config, store, machine } = await onMatrix(withPassword);
    const said: string[] = [];
    await backup(config, store, join(at, "one"), (line) => void said.push(line));
    expect(said.join("\n")).toMatch(/Matrix keys were copied to .*one\.matrix/);
    expect((await stat(join(at, "one.matrix"))).mode & 0o777).toBe(0o600);

    const inUse = await machine();
    ends.push(() => inUse.close());
    await expect(backup(config, store, join(at, "two"), () => undefined)).rejects.toThrow(/NOT copied.*STEWARD_PORT/);

    const running = await runSteward(store.database, [], {
      backupKeys: async (file) => inUse.backup(file).then(() => true),
    });
    ends.push(() => running.stop());
    const keyed = { ...store, keyring: running.keyring };
    const port = Number(new URL(running.url).port);
    await backup({ ...config, operations: { host: "0.0.0.0", port } }, keyed, join(at, "three"), () => undefined);
    expect((await crypto.readBackup(join(at, "three.matrix"), store.keyring.storeKey("matrix"))).account).toEqual({
      userId: user,
      deviceId: "OLD",
    });
  });

  it.each([
    ["with a password the bot logs in anew", withPassword],
    ["with a token another one is asked for", withToken],
  ])("are restored for a new device: %s", async (_, login) => {
    const { at, config, store } = await onMatrix(login);
    await backup(config, store, join(at, "one"), () => undefined);

    const empty = await folder();
    const there = readConfig({
      DATABASE_URL: `file:${join(empty, "steward.db")}`,
      STEWARD_MASTER_KEY: masterKey,
      MATRIX_HOMESERVER: "https://matrix.example.org",
      ...login,
    });
    for (const name of ["one", "one.matrix"]) await copyFile(join(at, name), join(empty, name));
    const said: string[] = [];
    await restore(there, join(empty, "one"), (line) => void said.push(line));
    expect(said.join("\n")).toMatch(
      login === withPassword ? /logs in anew at its next start/ : /log the bot's account in anew/,
    );

    const restored = await openStore(there.databaseUrl, there.masterKey);
    ends.push(() => restored.database.close());
    const known = matrixFacts(restored);
    // The log-in of the old device is forgotten, so that there will be another one, with other keys.
    expect(await known.get("matrix/session")).toBeUndefined();
    expect(existsSync(deviceDirectory({ directory: join(empty, "matrix"), key }, "OLD"))).toBe(false);
    const refusal = await deviceToReplace(there, restored);
    if (login === withPassword) expect(refusal).toBeUndefined();
    else {
      expect(refusal).toMatch(/^MATRIX_ACCESS_TOKEN: .*Log the bot's account in anew/);
      expect(refusal).not.toContain("token-of-the-operator");
      const { matrix } = there.platforms;
      if (matrix === undefined) throw new Error("Matrix is on");
      expect(
        await deviceToReplace(
          { ...there, platforms: { matrix: { ...matrix, login: { accessToken: "another-token" } } } },
          restored,
        ),
      ).toBeUndefined();
    }

    const taken: string[] = [];
    const lines: string[] = [];
    const note = (_fields: object, message: string): void => void lines.push(message);
    const log = { info: note, warn: note, error: note };
    const matrix: MatrixKeys = {
      backupKeys: () => Promise.resolve(),
      restoreKeys: async (file) => {
        const { account } = await crypto.readBackup(file, restored.keyring.storeKey("matrix"));
        taken.push(account.deviceId);
        return 3;
      },
      status: () => ({ state: "up" }),
    };
    if (there.platforms.matrix === undefined) throw new Error("Matrix is on");
    await takeOverKeys(matrix, there.platforms.matrix, systemClock, log);
    await takeOverKeys(matrix, there.platforms.matrix, systemClock, log);
    expect(taken).toEqual(["OLD"]);
    expect(lines).toEqual(["the keys of the earlier device were taken over"]);
    expect(await deviceToReplace(there, restored)).toBeUndefined();
  });
});

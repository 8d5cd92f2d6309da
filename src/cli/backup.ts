/**
 * `npm run steward -- backup FILE` and `restore FILE`.
 *
 * A backup is FILE, a copy of the SQLite database as it was at one moment, sealed as the database is; and `FILE.matrix`,
 * where the bot is on Matrix: its keys, sealed too. The master key is in neither. The bot goes on working meanwhile. On
 * PostgreSQL the database is for `pg_dump`, and only `FILE.matrix` is made here.
 */
import { copyFile, chmod, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Config } from "../config.ts";
import { describeError } from "../core/log.ts";
import { backupStoppedKeys, placeRestoredKeys } from "../operations/matrix-keys.ts";
import { operationsToken } from "../operations/server.ts";
import { databaseFile } from "../store/location.ts";
import { exists, openStore, type Store } from "../store/open.ts";
import { CommandError, isExplained } from "./words.ts";

type Write = (line: string) => void;

const keysOf = (file: string): string => `${file}.matrix`;

/** Copies everything, while the bot runs or not. */
export async function backup(config: Config, store: Store, file: string, write: Write): Promise<void> {
  const target = resolve(file);
  const { provider } = store.database;
  if (provider === "postgresql" && config.platforms.matrix === undefined) {
    throw new CommandError("The database is a PostgreSQL: back it up with pg_dump. There is nothing else to back up.");
  }
  for (const one of [target, keysOf(target)]) {
    if (await exists(one))
      throw new CommandError(`${one} is there already. A backup does not overwrite; choose another name.`);
  }
  if (provider === "sqlite") {
    await copied(target, () => store.database.backup(target));
    write(`The database was copied to ${target}. What people wrote is encrypted in it as in the database.`);
  } else write("The database is a PostgreSQL: back it up with pg_dump, now.");
  if (config.platforms.matrix !== undefined) await backupMatrix(config, store, keysOf(target), write);
  const { masterKey } = config;
  write(
    "The master key is NOT in it, and without the key it cannot be read. " +
      (masterKey.from === "file"
        ? `Keep a copy of ${masterKey.file} in another place.`
        : "Keep a copy of STEWARD_MASTER_KEY in another place."),
  );
}

async function copied(target: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, error: kind } = describeError(error);
    throw new CommandError(
      `${target} cannot be written (${String(code ?? kind)}). Is there a directory ${dirname(target)}, with room, in which you may write?`,
    );
  }
}

async function backupMatrix(config: Config, store: Store, target: string, write: Write): Promise<void> {
  const { matrix } = config.platforms;
  if (matrix === undefined) return;
  const asked = await askRunning(config, store, target);
  const outcome = asked === "done" ? "done" : await backupStoppedKeys(matrix, store, target);
  switch (outcome) {
    case "done":
      write(`The Matrix keys were copied to ${target}. Keep both files together.`);
      return;
    case "none":
      write("There are no Matrix keys yet.");
      return;
    case "in-use":
      throw new CommandError(
        "The Matrix keys were NOT copied: the bot runs, and " +
          (asked === "unreachable"
            ? "its local port cannot be reached. Set STEWARD_PORT, or stop the bot for the backup."
            : "could not copy them now. Try again, or stop the bot for the backup."),
      );
  }
}

/** Asks the bot that runs, which has its keys to itself. */
async function askRunning(
  { operations }: Config,
  store: Store,
  file: string,
): Promise<"done" | "refused" | "unreachable"> {
  if (operations === undefined) return "unreachable";
  const host = ["0.0.0.0", "::"].includes(operations.host) ? "127.0.0.1" : operations.host;
  const address = host.includes(":") ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${address}:${String(operations.port)}/matrix-keys`, {
      method: "POST",
      headers: { authorization: `Bearer ${operationsToken(store.keyring)}`, "content-type": "application/json" },
      body: JSON.stringify({ file }),
    });
    return response.ok ? "done" : "refused";
  } catch {
    return "unreachable"; // it does not run, or not here
  }
}

/** Puts a backup where there is no database yet. The caller has the database to itself. */
export async function restore(config: Config, file: string, write: Write): Promise<void> {
  const source = resolve(file);
  const target = databaseFile(config.databaseUrl);
  const keys = (await exists(keysOf(source))) ? keysOf(source) : undefined;
  if (target === undefined) {
    if (keys === undefined) throw new CommandError("The database is a PostgreSQL: restore it with pg_restore or psql.");
  } else {
    await restoreDatabase(config, source, target);
    write(`The database of ${source} is now ${target}. It opens with the master key that is set.`);
  }
  if (keys !== undefined && config.platforms.matrix !== undefined) {
    const store = await openStore(config.databaseUrl, config.masterKey, { held: true });
    try {
      await placeRestoredKeys(config.platforms.matrix, store, keys);
    } finally {
      await store.database.close();
    }
    write("The Matrix keys are in place. They are carried over to a new device, so that no key is used twice:");
    write(
      "user" in config.platforms.matrix.login
        ? "the bot logs in anew at its next start."
        : "before the next start log the bot's account in anew, and set MATRIX_ACCESS_TOKEN to the new token.",
    );
  } else if (config.platforms.matrix !== undefined) {
    write(`There is no ${keysOf(source)}: older messages in encrypted Matrix rooms cannot be read.`);
  }
  write("Messages that waited to be sent at the time of the backup are sent at the next start, some of them again.");
  write("Start the bot with: npm start");
}

async function restoreDatabase(config: Config, source: string, target: string): Promise<void> {
  if (!(await exists(source))) throw new CommandError(`There is no file ${source}.`);
  for (const one of [target, `${target}-wal`]) {
    if (await exists(one)) {
      throw new CommandError(
        `There is a database already: ${one}. Stop the bot and move it away, with what lies beside it.`,
      );
    }
  }
  const temporary = `${target}.restoring`;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await copyFile(source, temporary);
  await chmod(temporary, 0o600);
  try {
    await proven(config, source, temporary);
    await rename(temporary, target);
    const folder = await open(dirname(target), "r");
    await folder.sync().finally(() => folder.close());
  } finally {
    for (const rest of ["", "-wal", "-shm"]) await rm(`${temporary}${rest}`, { force: true });
  }
}

/** Whole, of a version that this program knows, and opened by the master key. */
async function proven(config: Config, source: string, temporary: string): Promise<void> {
  try {
    const { database } = await openStore(`file:${temporary}`, config.masterKey, { held: true });
    try {
      if (!(await database.isWhole())) throw new CommandError(`${source} is damaged. Take another backup.`);
      await database.checkpoint();
    } finally {
      await database.close();
    }
  } catch (error) {
    if (isExplained(error)) throw error;
    throw new CommandError(
      `${source} is no backup of Steward (${String(describeError(error)["code"] ?? "it cannot be opened")}).`,
    );
  }
}

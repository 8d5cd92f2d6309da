/** Opens the database with the key that belongs to it, as the bot and its maintenance commands need it. */
import { stat } from "node:fs/promises";
import type { KeySource } from "../config.ts";
import { openDatabase, type Database } from "./database.ts";
import { tryToHold } from "./hold.ts";
import { fits, fittingKey } from "./rotate.ts";
import { openKeyring, SealingError, type Keyring } from "./sealing.ts";

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

export interface Store {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly masterKey: Buffer;
  /** The key file that was made just now: whoever runs the bot has to know of it. */
  readonly newKeyFile: string | undefined;
}

/**
 * Applies the migrations, and checks that the master key is the right one: better now than at the first message.
 *
 * `held`: the caller has the database to itself (hold.ts). Without, it opens beside a bot that runs, and migrates only
 * where none does: the one that runs may be of an earlier version.
 * @throws {MigrationError} {MasterKeyError} {SealingError} each saying what to do
 */
export async function openStore(url: string, source: KeySource, { held = false } = {}): Promise<Store> {
  const database = await openDatabase(held ? { url } : { url, alone: () => tryToHold(url) });
  try {
    if (source.from === "file") {
      const { key, created } = await fittingKey(database, source.file);
      return { database, keyring: openKeyring(key), masterKey: key, newKeyFile: created ? source.file : undefined };
    }
    if (!(await fits(database, source.key))) {
      throw new SealingError(
        "STEWARD_MASTER_KEY: the database was made with another master key. Set the one that it was made with.",
      );
    }
    return { database, keyring: openKeyring(source.key), masterKey: source.key, newKeyFile: undefined };
  } catch (error) {
    await database.close();
    throw error;
  }
}

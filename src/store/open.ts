/** Opens the database with the key that belongs to it, as the bot and its maintenance commands need it. */
import { stat } from "node:fs/promises";
import type { KeySource } from "../config.ts";
import { MigrationError, openDatabase, type Database } from "./database.ts";
import type { Hold } from "./held.ts";
import { tryToHold } from "./hold.ts";
import { isSealedAnew, sealAnew } from "./resealing.ts";
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
  const alone = held ? undefined : () => tryToHold(url);
  const database = await openDatabase(alone === undefined ? { url } : { url, alone });
  const opened = async (masterKey: Buffer) => {
    const keyring = openKeyring(masterKey);
    if (!(await isSealedAnew(database))) await whileAlone(alone, () => sealAnew(database, keyring));
    return { database, keyring, masterKey };
  };
  try {
    if (source.from === "file") {
      const { key, created } = await fittingKey(database, source.file);
      return { ...(await opened(key)), newKeyFile: created ? source.file : undefined };
    }
    if (!(await fits(database, source.key))) {
      throw new SealingError(
        "STEWARD_MASTER_KEY: the database was made with another master key. Set the one that it was made with.",
      );
    }
    return { ...(await opened(source.key)), newKeyFile: undefined };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Seals anew, which nobody may look on at: whoever reads meanwhile has one key for what has two. */
async function whileAlone(
  alone: (() => Promise<Hold | undefined>) | undefined,
  work: () => Promise<void>,
): Promise<void> {
  const hold = await alone?.();
  if (alone !== undefined && hold === undefined) {
    throw new MigrationError("The texts of this database are being sealed anew. Wait until the bot has started.");
  }
  await work().finally(() => hold?.release());
}

/** Opens the database with the key that belongs to it, as the bot and its maintenance commands need it. */
import { stat } from "node:fs/promises";
import type { KeySource } from "../config.ts";
import { MigrationError, openDatabase, type Database } from "./database.ts";
import type { Hold } from "./held.ts";
import { tryToHold } from "./hold.ts";
import { refuseMoved } from "./moving.ts";
import { isSealedAnew, sealAnew } from "./resealing.ts";
import { fits, fittingKey } from "./rotate.ts";
import { endShredding, halfShredded } from "./shredding.ts";
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
  /** The federations (ids) whose shredding had been interrupted: they are gone now. */
  readonly shredded: readonly string[];
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
    await database.read((tx) => refuseMoved(tx, keyring));
    const shredded = await halfShredded(database);
    if (shredded.length > 0) {
      const shredding = "A federation is being shredded."; // not for people: for whoever runs the bot
      await whileAlone(alone, shredding, () => endShredding(database, shredded));
    }
    if (!(await isSealedAnew(database))) {
      const sealing = "The texts of this database are being sealed anew."; // not for people: for whoever runs the bot
      await whileAlone(alone, sealing, () => sealAnew(database, keyring));
    }
    return { database, keyring, masterKey, shredded };
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

/**
 * Ends what nobody may look on at: whoever reads while it is sealed anew has one key for what has two, and of what is
 * shredded none.
 * @param goingOn said where another process is at it
 */
async function whileAlone(
  alone: (() => Promise<Hold | undefined>) | undefined,
  goingOn: string,
  work: () => Promise<void>,
): Promise<void> {
  const hold = await alone?.();
  if (alone !== undefined && hold === undefined) {
    throw new MigrationError(`${goingOn} Wait until that has ended.`);
  }
  await work().finally(() => hold?.release());
}

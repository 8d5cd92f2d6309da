/**
 * The Matrix keys in a backup, and after it.
 *
 * A backup of keys is carried over to a new device, never gone on from (packages/matrix-crypto, "Backup"). After
 * `restore` the file waits as `restored.backup` in the directory of the keys -> the bot logs in anew, as another device ->
 * once it is connected it takes over what the old one could read, and the file goes away. That the device is another one
 * is seen to before it begins: with a user and a password by forgetting the log-in, and with a token by comparing it.
 *
 * Why this is no part of what every platform says of itself (`src/chat/platform.ts`): no other one keeps anything outside
 * of the database. One that did would have rules of its own for what may be done with a copy.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { MatrixSettings } from "../../adapters/matrix/platform.ts";
import type { Adapter } from "../chat/adapter.ts";
import type { Config } from "../config.ts";
import type { Clock } from "../core/clock.ts";
import { describeError, type Log } from "../core/log.ts";
import { randomId, secureRandom } from "../core/random.ts";
import { platformFacts } from "../store/facts.ts";
import type { Store } from "../store/open.ts";

/** What a backup wants of the adapter. */
export interface MatrixKeys {
  /** Copies the keys to a new file while they are in use; writes nothing while it is not connected. */
  backupKeys(file: string): Promise<void>;
  /** Takes over what an earlier device could read; gives the number of keys. */
  restoreKeys(file: string): Promise<number>;
  status(): ReturnType<Adapter["status"]>;
}

/** The adapter that keeps keys, if it is there. */
export const matrixAmong = (adapters: readonly Adapter[]): MatrixKeys | undefined => adapters.find(keepsKeys);
const keepsKeys = (adapter: Adapter): adapter is Adapter & MatrixKeys =>
  "backupKeys" in adapter && "restoreKeys" in adapter;

/** Pause before it is looked again whether Matrix is connected. Milliseconds. */
const lookAgain = 2_000;
/** The log-in, and after a restore the hash of the token that must not be used again. */
const facts = { session: "matrix/session", replaced: "matrix/replaced" };

const waitingFile = ({ keys }: MatrixSettings): string => join(keys, "restored.backup");
const hash = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const matrixFacts = ({ database, keyring }: Pick<Store, "database" | "keyring">) =>
  platformFacts(database, "matrix", (tx) => ({ tx, keyring, now: Date.now(), newId: () => randomId(secureRandom) }));

/** Copies the keys of a bot that runs; false where it is not connected. */
export async function backupRunningKeys(matrix: MatrixKeys, file: string): Promise<boolean> {
  await matrix.backupKeys(file);
  return existsSync(file);
}

/** Copies the keys of a bot that does not run. */
export async function backupStoppedKeys(config: MatrixSettings, store: Store, file: string) {
  const { backupStoppedKeys: backup } = await import("../../adapters/matrix/backup.ts");
  const keys = { directory: config.keys, key: store.keyring.storeKey("matrix") };
  return backup({ homeserver: config.homeserver, login: config.login, keys, facts: matrixFacts(store) }, file);
}

/** Puts a backup of keys where the next start finds it, and sees to it that this start logs in anew. */
export async function placeRestoredKeys(config: MatrixSettings, store: Store, file: string): Promise<void> {
  const { deviceOfBackup } = await import("../../adapters/matrix/backup.ts");
  await deviceOfBackup(file, store.keyring.storeKey("matrix")); // that it opens
  const known = matrixFacts(store);
  const token = tokenOf(await known.get(facts.session));
  if (token !== undefined) await known.set(facts.replaced, hash(token));
  await known.remove(facts.session);
  await mkdir(config.keys, { recursive: true, mode: 0o700 });
  await copyFile(file, waitingFile(config));
}

/** What whoever starts the bot has to do first, where the keys of a device wait to be taken over by another one. */
export async function deviceToReplace(
  { platforms: { matrix: config } }: Config,
  store: Store,
): Promise<string | undefined> {
  if (config === undefined || !existsSync(waitingFile(config)) || !("accessToken" in config.login)) return undefined;
  const replaced = await matrixFacts(store).get(facts.replaced);
  if (replaced !== hash(config.login.accessToken)) return undefined;
  return (
    "MATRIX_ACCESS_TOKEN: it belongs to the device whose keys were restored, and going on with them would use keys twice. " +
    "Log the bot's account in anew and set the new token, or set MATRIX_USER and MATRIX_PASSWORD."
  );
}

/** Once it is connected, takes over what the earlier device could read. */
export async function takeOverKeys(matrix: MatrixKeys, config: MatrixSettings, clock: Clock, log: Log): Promise<void> {
  const file = waitingFile(config);
  if (!existsSync(file)) return;
  const { state } = matrix.status();
  if (state === "stopped") return;
  if (state !== "up") {
    clock.after(lookAgain, () => void takeOverKeys(matrix, config, clock, log));
    return;
  }
  try {
    const count = await matrix.restoreKeys(file);
    await rm(file);
    log.info({ platform: "matrix", keys: count }, "the keys of the earlier device were taken over");
  } catch (error) {
    log.error(
      { platform: "matrix", ...describeError(error), file },
      "the restored Matrix keys could not be taken over: older messages in encrypted rooms cannot be read. " +
        "The next start tries again.",
    );
  }
}

function tokenOf(session: string | undefined): string | undefined {
  const read: unknown = JSON.parse(session ?? "{}");
  return typeof read === "object" && read !== null && "token" in read && typeof read.token === "string"
    ? read.token
    : undefined;
}

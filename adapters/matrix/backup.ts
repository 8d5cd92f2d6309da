/** Backups of keys, for a bot that does not run: one that runs has its store to itself (`MatrixAdapter.backupKeys`). */
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import type * as Crypto from "@matrix-org/matrix-sdk-crypto-nodejs";
import type { AdapterHost } from "../../src/chat/adapter.ts";
import { Sessions } from "./account.ts";
import type { MatrixOptions } from "./adapter.ts";
import { deviceDirectory, type KeyStore } from "./encryption.ts";

const crypto: typeof Crypto = createRequire(import.meta.url)("@matrix-org/matrix-sdk-crypto-nodejs");

/** Whose keys they are. */
export interface KeysOf {
  readonly homeserver: string;
  readonly login: MatrixOptions["login"];
  readonly keys: KeyStore;
  readonly facts: AdapterHost["facts"];
}

/**
 * Copies the keys of the device that the bot last was to a new file.
 * - `in-use`: a bot runs on them
 * - `none`: it has not been on Matrix yet, or with the native package, which has no backup
 */
export async function backupStoppedKeys(of: KeysOf, file: string): Promise<"done" | "in-use" | "none"> {
  const session = await sessionOf(of);
  if (session === undefined || !("provideStoreKey" in crypto)) return "none";
  const directory = deviceDirectory(of.keys, session.device);
  if (!existsSync(directory)) return "none";
  crypto.provideStoreKey(directory, of.keys.key);
  let machine: Crypto.OlmMachine;
  try {
    machine = await crypto.OlmMachine.initialize(
      new crypto.UserId(session.user),
      new crypto.DeviceId(session.device),
      directory,
      "",
      crypto.StoreType.Sqlite,
    );
  } catch (error) {
    if (error instanceof crypto.CryptoStoreError && error.problem === "in-use") return "in-use";
    throw error;
  }
  try {
    await machine.backup(file);
  } finally {
    await machine.close();
  }
  return "done";
}

/** The device that made a backup. @throws CryptoStoreError if it is none, or of another master key */
export async function deviceOfBackup(file: string, key: Uint8Array): Promise<string> {
  return (await crypto.readBackup(file, key)).account.deviceId;
}

function sessionOf({ homeserver, login, facts }: KeysOf) {
  const who = "user" in login ? login.user : login.accessToken;
  return new Sessions(facts, homeserver.replace(/\/+$/u, ""), who).read();
}

/**
 * Encrypting and decrypting, on matrix-bot-sdk's encryption client and the package below it. That package is loaded as
 * the SDK loads it, so that both have the same one; `package.json` says which. What only our stand-in can do
 * (packages/matrix-crypto) is looked for and not taken for granted, so that the native package works as well.
 */
import { createRequire } from "node:module";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { EncryptedRoomEvent } from "matrix-bot-sdk";
import type * as Crypto from "@matrix-org/matrix-sdk-crypto-nodejs";
import type { AdapterLog } from "../../src/chat/adapter.ts";
import type { AccountFacts } from "./account.ts";
import { BotClient, megolm } from "./client.ts";
import { HomeserverError, patiently, type Homeserver } from "./homeserver.ts";
import { list, parseJson, record, text, type Json } from "./json.ts";

const crypto: typeof Crypto = createRequire(import.meta.url)("@matrix-org/matrix-sdk-crypto-nodejs");

/** Where the keys of a device are kept. */
export interface KeyStore {
  /** A directory of the adapter's own; it holds one folder for each device. */
  readonly directory: string;
  /** 32 bytes, derived from the master key for this purpose alone. */
  readonly key: Uint8Array;
}

/** Why a message could not be read. */
export class Unreadable extends Error {
  /** `MissingRoomKey` and the like. */
  readonly code: string;
  /** The session whose key is missing; with it, it may be read later. */
  readonly session: string | undefined;

  constructor(code: string, session: string | undefined) {
    super(`a message cannot be read: ${code}`);
    this.name = "Unreadable";
    this.code = code;
    this.session = session;
  }
}

/** The room is encrypted in a way that the bot cannot write in. */
export class CannotEncrypt extends Error {
  override readonly name = "CannotEncrypt";
}

/** The device has keys on the server, and they are not here. Others would take a second set for an attack. */
export class KeysElsewhere extends Error {
  override readonly name = "KeysElsewhere";
}

export interface EncryptionParts {
  readonly homeserver: Homeserver;
  readonly facts: AccountFacts;
  readonly user: string;
  readonly device: string;
  readonly keys: KeyStore | undefined;
  readonly log: AdapterLog;
  /** For a server that asks for it before it takes the first identity. */
  readonly password: string | undefined;
  /** Keys of these sessions have come in. */
  readonly keysCame: (sessions: readonly { readonly room: string; readonly session: string }[]) => void;
  /** The Rust code panicked, or a write failed: the process has to end. */
  readonly fatal: (error: Error) => void;
}

export class Encryption {
  readonly #parts: EncryptionParts;
  readonly #client: BotClient;
  readonly #directory: string | undefined;

  private constructor(parts: EncryptionParts, client: BotClient, directory: string | undefined) {
    this.#parts = parts;
    this.#client = client;
    this.#directory = directory;
  }

  /**
   * Opens the device's keys, and publishes them if they are new.
   * @throws {HomeserverError}
   * @throws {KeysElsewhere} where they would replace others: the bot has to log in anew
   */
  static async open(parts: EncryptionParts): Promise<Encryption> {
    const { homeserver, user, facts, keys, device } = parts;
    if (keys === undefined) return new Encryption(parts, new BotClient(homeserver, user, facts, undefined), undefined);
    const directory = deviceDirectory(keys, device);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    if ((await readdir(directory)).length === 0 && (await isPublished(homeserver, user, device)))
      throw new KeysElsewhere();
    if ("provideStoreKey" in crypto) crypto.provideStoreKey(directory, keys.key);
    if ("onFatal" in crypto) crypto.onFatal(parts.fatal);
    const client = new BotClient(homeserver, user, facts, { directory, storageType: crypto.StoreType.Sqlite, device });
    const encryption = new Encryption(parts, client, directory);
    try {
      await client.crypto.prepare([]);
    } catch (error) {
      // The store is open by now, and would be in its own way at the next try.
      await encryption.#machine?.close();
      throw error;
    }
    client.tolerate((error) => {
      encryption.#failed(error, "a request about keys failed and is tried again"); // not for people: for the log
    });
    encryption.#connect();
    return encryption;
  }

  get available(): boolean {
    return this.#directory !== undefined;
  }

  get #machine(): Crypto.OlmMachine | undefined {
    return this.#directory === undefined || typeof crypto.OlmMachine.at !== "function"
      ? undefined
      : crypto.OlmMachine.at(this.#directory);
  }

  #connect(): void {
    const machine = this.#machine;
    if (machine === undefined) {
      this.#parts.log.warn({}, "the native crypto package is in use: no cross-signing, and no second try at late keys");
      return;
    }
    const post = async (path: string, body: string) =>
      JSON.stringify(
        await patiently(() => this.#parts.homeserver.request("POST", path, { body: record(parseJson(body)) })),
      );
    machine.useHomeserver({
      queryKeys: (body) => post("/_matrix/client/v3/keys/query", body),
      uploadSignatures: (body) => post("/_matrix/client/v3/keys/signatures/upload", body),
      queryFailed: (error) => {
        this.#failed(error, "a query for keys failed and is tried again"); // not for people: for the log
      },
    });
    machine.onRoomKeys((keys) => {
      this.#parts.keysCame(keys.map(({ roomId, sessionId }) => ({ room: roomId, session: sessionId })));
    });
  }

  #failed(error: unknown, message: string): void {
    this.#parts.log.warn({ error: error instanceof HomeserverError ? error.errcode : nameOf(error) }, message);
  }

  /** Takes in the part of a sync response that is about keys: before its messages, which need them. */
  async takeIn(response: Json): Promise<void> {
    if (!this.available) return;
    const lists = record(response["device_lists"]);
    const strings = (value: unknown) => list(value).filter((one) => typeof one === "string");
    const counts = record(response["device_one_time_keys_count"]);
    const unused = response["device_unused_fallback_key_types"];
    await this.#client.crypto.updateSyncData(
      list(record(response["to_device"])["events"]).map((one) => record(one)) as never,
      Object.fromEntries(Object.entries(counts).filter(([, count]) => typeof count === "number")) as never,
      strings(unused) as never,
      strings(lists["changed"]),
      strings(lists["left"]),
    );
  }

  /** What an event of a room says about encryption. */
  notice(room: string, type: string, content: Json): Promise<void> {
    return this.#client.notice(room, type, content);
  }

  knownEncrypted(room: string): Promise<boolean> {
    return this.#client.knownEncrypted(room);
  }

  /**
   * Whether messages of a room must be encrypted.
   * @throws {HomeserverError} if it cannot be known now: then nothing may be sent.
   */
  async required(room: string): Promise<boolean> {
    return (await this.#client.encryptionOf(room)) !== undefined;
  }

  /** Takes what is known of the bot's rooms into memory, so that it is there while the database is away. */
  async remember(): Promise<void> {
    const { homeserver, log } = this.#parts;
    try {
      const joined = list((await homeserver.request("GET", "/_matrix/client/v3/joined_rooms", {}))["joined_rooms"]);
      for (const room of joined) if (typeof room === "string") await this.#client.knownEncrypted(room);
    } catch (error) {
      // Each room is then looked up when it is needed.
      log.info({ platform: "matrix", error: nameOf(error) }, "what is known of the rooms could not be read beforehand");
    }
  }

  /**
   * The content of an `m.room.encrypted` event.
   * @throws {CannotEncrypt} if the room's way of encryption is not known, or there are no keys
   */
  async encrypt(room: string, type: string, content: Json): Promise<Json> {
    const config = await this.#client.encryptionOf(room);
    if (!this.available || config?.algorithm !== megolm) throw new CannotEncrypt();
    return record(await this.#client.crypto.encryptRoomEvent(room, type, content));
  }

  /** An event in clear. @throws {Unreadable} */
  async decrypt(room: string, raw: Json): Promise<Json> {
    const session = text(record(raw["content"])["session_id"]);
    if (!this.available) throw new Unreadable("NoEncryption", undefined);
    try {
      const event = new EncryptedRoomEvent({ ...raw });
      return record((await this.#client.crypto.decryptRoomEvent(event, room)).raw);
    } catch (error) {
      const code = text(record(error)["code"]) ?? nameOf(error);
      throw new Unreadable(code, session);
    }
  }

  /** A file for an encrypted room: what is uploaded, and what the message says about it. */
  async encryptFile(data: Buffer): Promise<{ readonly data: Buffer; readonly file: Json }> {
    const { buffer, file } = await this.#client.crypto.encryptMedia(data);
    return { data: buffer, file: record(file) };
  }

  /**
   * Sees to it that the device is cross-signed; clients ignore devices that are not. Each step can be repeated after a
   * process that ended between them. An identity that exists is never replaced.
   * @returns whether it is cross-signed now
   * @throws {HomeserverError}
   */
  async crossSign(): Promise<boolean> {
    const machine = this.#machine;
    if (machine === undefined) return true;
    const { log, facts } = this.#parts;
    const published = await this.#published();
    if (published.master !== undefined && published.signed) return true;

    const own = await machine.crossSigningStatus();
    let whole = own.hasMaster && own.hasSelfSigning && own.hasUserSigning;
    if (!whole && published.master !== undefined) {
      const kept = await facts.crossSigning();
      if (kept === undefined) {
        log.warn({}, "the account has a cross-signing identity of another client: confirm the bot's device there");
        return true;
      }
      // The machine compares the keys with the public ones, which it must have seen.
      await machine.updateTrackedUsers([new crypto.UserId(this.#parts.user)]);
      await machine.getMissingSessions([]);
      try {
        await machine.importCrossSigningKeys(kept);
        whole = true;
      } catch {
        log.warn({}, "the cross-signing identity was replaced by another client: confirm the bot's device there");
        return true;
      }
    }
    const requests = await machine.bootstrapCrossSigning(!whole);
    const keys = await machine.exportCrossSigningKeys();
    if (keys !== undefined) await facts.setCrossSigning(keys);
    const master = masterOf(record(parseJson(requests.uploadSigningKeys))["master_key"]);
    if (published.master !== undefined && published.master !== master) {
      log.warn({}, "the account has a cross-signing identity of another client: confirm the bot's device there");
      return true;
    }
    if (requests.uploadKeys !== undefined) {
      const { id, type, body } = requests.uploadKeys;
      const answer = await this.#post("/keys/upload", record(parseJson(body)));
      await machine.markRequestAsSent(id, type, JSON.stringify(answer));
    }
    if (published.master === undefined) await this.#publish(record(parseJson(requests.uploadSigningKeys)));
    await this.#post("/keys/signatures/upload", record(parseJson(requests.uploadSignatures)));
    log.info({}, "the bot's device is cross-signed");
    return true;
  }

  /** What the server has of the bot's identity. */
  async #published(): Promise<{ readonly master: string | undefined; readonly signed: boolean }> {
    const { user, device } = this.#parts;
    const answer = await this.#post("/keys/query", { device_keys: { [user]: [] } });
    const signing = masterOf(record(answer["self_signing_keys"])[user]);
    const own = record(record(record(answer["device_keys"])[user])[device]);
    const signatures = record(record(own["signatures"])[user]);
    return {
      master: masterOf(record(answer["master_keys"])[user]),
      signed: signing !== undefined && signatures[signing] !== undefined,
    };
  }

  async #publish(body: Json): Promise<void> {
    const { user, password } = this.#parts;
    try {
      await this.#post("/keys/device_signing/upload", body);
    } catch (error) {
      if (!(error instanceof HomeserverError) || error.authentication === undefined || password === undefined)
        throw error;
      const auth = {
        type: "m.login.password",
        identifier: { type: "m.id.user", user },
        password,
        session: error.authentication,
      };
      await this.#post("/keys/device_signing/upload", { ...body, auth });
    }
  }

  #post(path: string, body: Json): Promise<Json> {
    return patiently(() => this.#parts.homeserver.request("POST", `/_matrix/client/v3${path}`, { body }));
  }

  /** A copy of the keys while they are in use; see packages/matrix-crypto, "Backup". */
  async backup(file: string): Promise<void> {
    await this.#machine?.backup(file);
  }

  /** Takes over the room keys of a device that is gone. */
  async restore(file: string): Promise<number> {
    const { keys } = this.#parts;
    const machine = this.#machine;
    if (keys === undefined || machine === undefined) return 0;
    return (await machine.importBackup(await crypto.readBackup(file, keys.key))).imported;
  }

  async close(): Promise<void> {
    await this.#machine?.close();
  }
}

/** Where the keys of one device are. */
export const deviceDirectory = ({ directory }: KeyStore, device: string): string =>
  join(
    directory,
    device.replace(/[^A-Za-z0-9_-]/gu, (one) => `.${one.codePointAt(0) ?? 0}`),
  );

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Whether the server has keys of a device. */
async function isPublished(homeserver: Homeserver, user: string, device: string): Promise<boolean> {
  const body = { device_keys: { [user]: [device] } };
  const answer = await patiently(() => homeserver.request("POST", "/_matrix/client/v3/keys/query", { body }));
  return record(record(answer["device_keys"])[user])[device] !== undefined;
}

/** The one key of a cross-signing key object, by its id (`ed25519:...`). */
const masterOf = (of: unknown): string | undefined => Object.keys(record(record(of)["keys"]))[0];

import { join, resolve } from "node:path";
import * as wasm from "@matrix-org/matrix-sdk-crypto-wasm";
import { CryptoStoreError, DecryptionError, guarded, watchForPanics } from "./errors.ts";
import { Lanes } from "./lanes.ts";
import { megolmPosition } from "./megolm.ts";
import {
  type CrossSigningRequests,
  type OutgoingRequest,
  type ToDeviceRequest,
  toRequest,
  toToDeviceRequest,
} from "./requests.ts";
import { type Account, deriveKey, StoreFile } from "./store-file.ts";
import {
  decryptionSettings,
  DeviceId,
  DeviceLists,
  type EncryptionSettings,
  type RequestType,
  type RoomId,
  type StoreType,
  toWasmDeviceLists,
  toWasmSettings,
  toWasmUsers,
  UserId,
} from "./values.ts";
import { mount, type Mount } from "./write-through.ts";

/** The name of the SQLite file in a machine's directory. */
const STORE_FILE = "matrix-crypto.sqlite3";

/**
 * Rust panics if a session has reached its number of messages when it encrypts, and checks for that only when a key is
 * shared. So Rust is told a number that is higher by this, the session is changed at the right one here, and sends of one
 * room may overtake each other by as many. (The age of a session has the same trap, once per rotation period and only
 * between sharing and encrypting: milliseconds a week. That is left to the restart after a panic; nothing is lost by it.)
 */
const OVERTAKING = 50;

/** Rust caps the number of messages of a session at 10,000. */
const MOST_MESSAGES = 10_000 - OVERTAKING;

/** PBKDF2 rounds of a room key export: the specification asks for at least 100,000. */
const EXPORT_ROUNDS = 200_000;

/** The two requests that the machine must be able to send by itself. Each takes and gives JSON, and throws on failure. */
export interface Homeserver {
  /** `POST /_matrix/client/v3/keys/query` */
  queryKeys(body: string): Promise<string>;
  /** `POST /_matrix/client/v3/keys/signatures/upload` */
  uploadSignatures(body: string): Promise<string>;
  /** The query before to-device events failed. They are processed all the same, up to 5 s slower for each. */
  queryFailed(error: unknown): void;
}

/** A room key that has come in: events of this session can be read now. */
export interface RoomKey {
  roomId: string;
  sessionId: string;
}

/** Which private cross-signing keys the machine has. */
export interface CrossSigningStatus {
  hasMaster: boolean;
  hasSelfSigning: boolean;
  hasUserSigning: boolean;
}

/** Private cross-signing keys, base64: whoever has them is this user to all who verified them. */
export interface CrossSigningKeys {
  masterKey: string;
  selfSigningKey: string;
  userSigningKey: string;
}

/** A decrypted event, and from where it came. */
export interface DecryptedRoomEvent {
  /** JSON. */
  event: string;
  sender: UserId;
  senderDevice: DeviceId | undefined;
  senderCurve25519Key: string;
  senderClaimedEd25519Key: string | undefined;
  forwardingCurve25519KeyChain: string[];
}

/** The signatures of one user, by key id. */
export interface UserSignatures {
  [keyId: string]: { isValid: boolean; isInvalid: boolean; signature: wasm.Signature | undefined };
}

interface OutboundSession {
  /** After how many messages it is to be changed. */
  readonly limit: number;
  /** How many it has encrypted: known from the first message on. */
  used: number | undefined;
}

const storeKeys = new Map<string, Uint8Array>();
const machines = new Map<string, OlmMachine>();

/**
 * Says which key a store is encrypted with. matrix-bot-sdk opens the store by itself and has no place for a key, so this is
 * called before `client.crypto.prepare`. Without it the store is not opened: it is never written unencrypted.
 * @param storePath the directory that is given to `RustSdkCryptoStorageProvider`. It becomes private to its owner (0700).
 * @param key 32 bytes, derived from the master key for this purpose alone.
 */
export function provideStoreKey(storePath: string, key: Uint8Array): void {
  storeKeys.set(resolve(storePath), Uint8Array.from(key));
}

type LogLevel = "debug" | "info" | "warn" | "error";

/** Takes what the Rust code logs. Lines can hold user, room and device ids. */
export type LogListener = (level: LogLevel, line: string) => void;

let logListener: LogListener | undefined;

/** Listens to the Rust code's log, which otherwise goes nowhere: the package would write it to the console. */
export function onLog(listener: LogListener | undefined): void {
  logListener = listener;
}

const log = (level: LogLevel) => (line: unknown) => logListener?.(level, String(line));
const logger = { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") };

/**
 * The encryption of one device: `OlmMachine` of `@matrix-org/matrix-sdk-crypto-nodejs`, as matrix-bot-sdk 0.8.0 uses it,
 * and what a bot needs beyond that. Everything that the machine tells has been written to disk before.
 */
export class OlmMachine {
  readonly #wasm: wasm.OlmMachine;
  readonly #release: () => void;
  readonly #store: StoreFile | undefined;
  readonly #lanes = new Lanes();
  readonly #sessions = new Map<string, OutboundSession>();
  readonly #roomKeyListeners = new Set<(keys: readonly RoomKey[]) => void>();
  #homeserver: Homeserver | undefined;

  private constructor(machine: wasm.OlmMachine, store: StoreFile | undefined, release: () => void) {
    this.#wasm = machine;
    this.#store = store;
    this.#release = release;
  }

  /**
   * Opens or makes the store of a device, and starts its machine.
   * @param storePath a directory of the store's own; without one the keys are in memory and are lost.
   * @param _passphrase matrix-bot-sdk passes an empty one; the key comes from `provideStoreKey`.
   * @throws {CryptoStoreError} where the store cannot be used. Nothing is repaired or begun anew.
   */
  static async initialize(
    userId: UserId,
    deviceId: DeviceId,
    storePath?: string | null,
    _passphrase?: string | null,
    _storeType?: StoreType | null,
  ): Promise<OlmMachine> {
    watchForPanics();
    await wasm.initAsync();
    const account = { userId: userId.toString(), deviceId: deviceId.toString() };
    const machine = storePath
      ? await OlmMachine.#open(account, resolve(storePath))
      : await OlmMachine.#inMemory(account);
    machine.#wasm.registerRoomKeyUpdatedCallback((keys) => machine.#announce(keys));
    return machine;
  }

  static async #open(account: Account, storePath: string): Promise<OlmMachine> {
    const key = storeKeys.get(storePath);
    if (!key) throw new CryptoStoreError("no-key", `no key was provided for ${storePath}: see provideStoreKey()`);
    const file = StoreFile.open(join(storePath, STORE_FILE), key, account);
    let mounted: Mount | undefined;
    const release = (): void => {
      machines.delete(storePath);
      mounted?.unmount();
      file.close();
    };
    try {
      mounted = await mount(file.load(), file);
      const inner = await startMachine(account, mounted, key);
      if (file.count() !== mounted.count()) throw new CryptoStoreError("corrupt", "memory and file do not agree");
      const machine = new OlmMachine(inner, file, release);
      machines.set(storePath, machine);
      return machine;
    } catch (error) {
      release();
      throw error;
    }
  }

  static async #inMemory(account: Account): Promise<OlmMachine> {
    const handle = await wasm.StoreHandle.open(undefined, undefined, logger);
    return new OlmMachine(await startFrom(account, handle), undefined, () => {});
  }

  /** The machine that is open on a directory: matrix-bot-sdk makes it, and keeps it to itself. */
  static at(storePath: string): OlmMachine | undefined {
    return machines.get(resolve(storePath));
  }

  get userId(): UserId {
    return new UserId(this.#wasm.userId.toString());
  }

  get deviceId(): DeviceId {
    return new DeviceId(this.#wasm.deviceId.toString());
  }

  /** The device's public keys. */
  get identityKeys(): { ed25519: wasm.Ed25519PublicKey; curve25519: wasm.Curve25519PublicKey } {
    const { ed25519, curve25519 } = this.#wasm.identityKeys;
    return { ed25519, curve25519 };
  }

  /**
   * Lets the machine send key queries itself. The Rust code waits for one, 5 s for each call, before it looks for missing
   * sessions and before it takes in to-device events; matrix-bot-sdk sends it only afterwards. With this there is no wait.
   */
  useHomeserver(homeserver: Homeserver): void {
    this.#homeserver = homeserver;
  }

  /** Tells which room keys have come in, for another try at what could not be read. Returns a function that ends it. */
  onRoomKeys(listener: (keys: readonly RoomKey[]) => void): () => void {
    this.#roomKeyListeners.add(listener);
    return () => this.#roomKeyListeners.delete(listener);
  }

  /**
   * Takes in what a sync response says about encryption.
   * @param toDeviceEvents JSON array.
   * @returns JSON array of the to-device events, decrypted where that was possible.
   */
  async receiveSyncChanges(
    toDeviceEvents: string,
    deviceLists: DeviceLists,
    keyCounts: Record<string, number>,
    unusedFallbackKeys?: readonly string[] | null,
  ): Promise<string> {
    const receive = (events: string, lists: DeviceLists): ReturnType<wasm.OlmMachine["receiveSyncChanges"]> =>
      this.#call((inner) =>
        inner.receiveSyncChanges(
          events,
          toWasmDeviceLists(lists),
          new Map(Object.entries(keyCounts)),
          unusedFallbackKeys ? new Set(unusedFallbackKeys) : undefined,
          decryptionSettings(),
        ),
      );
    let lists = deviceLists;
    if (this.#homeserver && toDeviceEvents !== "[]") {
      await receive("[]", lists);
      lists = new DeviceLists();
      try {
        await this.#queryKeys();
      } catch (error) {
        // The events are in no later sync response, so they must be taken in now.
        this.#homeserver.queryFailed(error);
      }
    }
    const processed = await receive(toDeviceEvents, lists);
    return `[${processed.map(({ rawEvent }) => rawEvent).join(",")}]`;
  }

  /**
   * What is to be sent now, except what matrix-bot-sdk cannot send: it fails on uploads of signatures, which go out through
   * `useHomeserver`, or wait until there is one; and messages in rooms, which only verification by a person needs.
   */
  async outgoingRequests(): Promise<OutgoingRequest[]> {
    const requests: OutgoingRequest[] = [];
    for (const request of await this.#call((inner) => inner.outgoingRequests())) {
      if (request instanceof wasm.ToDeviceRequest) requests.push(toToDeviceRequest(request));
      else if (request instanceof wasm.SignatureUploadRequest) await this.#uploadSignatures(request);
      else if (!(request instanceof wasm.RoomMessageRequest)) requests.push(toRequest(request));
    }
    return requests;
  }

  /** @param response the body of the server's answer, JSON. */
  markRequestAsSent(requestId: string, requestType: RequestType, response: string): Promise<boolean> {
    return this.#call((inner) => inner.markRequestAsSent(requestId, requestType, response));
  }

  /** The request for keys of devices to which there is no session yet; `null` if there are none. */
  async getMissingSessions(users?: readonly UserId[] | null): Promise<OutgoingRequest | null> {
    if (this.#homeserver) await this.#queryKeys();
    const request = await this.#call((inner) => inner.getMissingSessions(toWasmUsers(users ?? [])));
    return request ? toRequest(request) : null;
  }

  /** Follows the devices of these users from now on. */
  updateTrackedUsers(users: readonly UserId[]): Promise<void> {
    return this.#call((inner) => inner.updateTrackedUsers(toWasmUsers(users)));
  }

  /** The requests that give the room's session to all devices that have not got it, after changing it where that is due. */
  shareRoomKey(roomId: RoomId, users: readonly UserId[], settings: EncryptionSettings): Promise<ToDeviceRequest[]> {
    const room = roomId.toString();
    const limit = Math.max(1, Math.min(Number(settings.rotationPeriodMessages), MOST_MESSAGES));
    return this.#lanes.run(room, async () => {
      let used = this.#sessions.get(room)?.used;
      if (used !== undefined && used >= limit) {
        await this.#call((inner) => inner.invalidateGroupSession(new wasm.RoomId(room)));
        used = undefined;
      }
      const requests = await this.#call((inner) =>
        inner.shareRoomKey(new wasm.RoomId(room), toWasmUsers(users), toWasmSettings(settings, limit + OVERTAKING)),
      );
      this.#sessions.set(room, { limit, used });
      return requests.map(toToDeviceRequest);
    });
  }

  /**
   * Encrypts an event. When the promise resolves, it is on disk that this message index is used.
   * @param content JSON.
   * @returns the content of an `m.room.encrypted` event, JSON.
   * @throws if `shareRoomKey` was not called for the room, or not for too many messages: Rust would panic.
   */
  encryptRoomEvent(roomId: RoomId, eventType: string, content: string): Promise<string> {
    const room = roomId.toString();
    return this.#lanes.run(room, async () => {
      const session = this.#sessions.get(room);
      if (!session) throw new Error("the room key was not shared");
      if (session.used !== undefined && session.used >= session.limit + OVERTAKING) {
        throw new Error("too many messages since the room key was shared");
      }
      const encrypted = await this.#call((inner) => inner.encryptRoomEvent(new wasm.RoomId(room), eventType, content));
      session.used = megolmPosition(encrypted).index + 1;
      return encrypted;
    });
  }

  /**
   * Decrypts an event of a room.
   * @param event JSON.
   * @throws {DecryptionError}
   */
  async decryptRoomEvent(event: string, roomId: RoomId): Promise<DecryptedRoomEvent> {
    try {
      const decrypted = await this.#call((inner) =>
        inner.decryptRoomEvent(event, new wasm.RoomId(roomId.toString()), decryptionSettings()),
      );
      const { senderDevice, senderCurve25519Key, senderClaimedEd25519Key, forwardingCurve25519KeyChain } = decrypted;
      return {
        event: decrypted.event,
        sender: new UserId(decrypted.sender.toString()),
        senderDevice: senderDevice && new DeviceId(senderDevice.toString()),
        senderCurve25519Key,
        senderClaimedEd25519Key,
        forwardingCurve25519KeyChain,
      };
    } catch (error) {
      if (!(error instanceof wasm.MegolmDecryptionError)) throw error;
      throw new DecryptionError(wasm.DecryptionErrorCode[error.code], error.description, error.withheldCode);
    }
  }

  /** Signs a message with the device key, and with the master key if there is one. */
  async sign(message: string): Promise<{ get(user: UserId): UserSignatures | null; asJSON(): string }> {
    const signatures = await this.#call((inner) => inner.sign(message));
    return {
      asJSON: () => signatures.asJSON(),
      get: (user) => {
        const ofUser = signatures.get(new wasm.UserId(user.toString()));
        if (!ofUser) return null;
        const entries = [...ofUser].map(([keyId, each]): [string, UserSignatures[string]] => [
          keyId,
          { isValid: each.isValid(), isInvalid: each.isInvalid(), signature: each.signature },
        ]);
        return Object.fromEntries(entries);
      },
    };
  }

  async crossSigningStatus(): Promise<CrossSigningStatus> {
    const { hasMaster, hasSelfSigning, hasUserSigning } = await this.#call((inner) => inner.crossSigningStatus());
    return { hasMaster, hasSelfSigning, hasUserSigning };
  }

  /**
   * Makes a cross-signing identity, or the requests that publish the one there is.
   * @param reset `true` replaces an identity, and with it the trust of everyone who verified it: only where there is none.
   * `false` resumes after a process that ended between making and publishing, and signs a new device.
   */
  async bootstrapCrossSigning(reset: boolean): Promise<CrossSigningRequests> {
    const requests = await this.#call((inner) => inner.bootstrapCrossSigning(reset));
    const uploadKeys: wasm.KeysUploadRequest | undefined = requests.uploadKeysRequest;
    return {
      uploadKeys: uploadKeys && toRequest(uploadKeys),
      uploadSigningKeys: requests.uploadSigningKeysRequest.body,
      uploadSignatures: requests.uploadSignaturesRequest.body,
    };
  }

  /** The private cross-signing keys, in the clear: `undefined` unless there are all three. */
  exportCrossSigningKeys(): Promise<CrossSigningKeys | undefined> {
    return crossSigningKeysOf(this.#wasm);
  }

  /**
   * Takes over the identity of another device of this user. The keys are compared with the public ones, so a key query for
   * the bot's own user must have been answered first. Afterwards `bootstrapCrossSigning(false)` signs this device.
   * @throws if the keys are not those that the server has.
   */
  async importCrossSigningKeys(keys: CrossSigningKeys): Promise<CrossSigningStatus> {
    await this.#call((inner) => inner.importCrossSigningKeys(keys.masterKey, keys.selfSigningKey, keys.userSigningKey));
    const status = await this.crossSigningStatus();
    if (!status.hasMaster || !status.hasSelfSigning || !status.hasUserSigning) {
      throw new Error("the cross-signing keys were not taken: was the public identity fetched before?");
    }
    return status;
  }

  /**
   * The room keys, encrypted with a passphrase, in the format that other clients can import
   * (https://spec.matrix.org/v1.16/client-server-api/#key-exports). Blocks the process while it derives the key.
   */
  async exportRoomKeys(passphrase: string): Promise<string> {
    const keys = await this.#call((inner) => inner.exportRoomKeys(() => true));
    return guarded(() => wasm.OlmMachine.encryptExportedRoomKeys(keys, passphrase, EXPORT_ROUNDS));
  }

  /** @throws if the passphrase is wrong or the export was changed. */
  async importRoomKeys(armored: string, passphrase: string): Promise<{ imported: number; total: number }> {
    return this.#importRoomKeys(await guarded(() => wasm.OlmMachine.decryptExportedRoomKeys(armored, passphrase)));
  }

  /**
   * Takes over the room keys of a backup that another device of the same user has made; doing it again is harmless.
   * @throws if the backup is of this very device, or of another user.
   */
  async importBackup({ account, roomKeys }: Backup): Promise<{ imported: number; total: number }> {
    if (account.userId !== this.userId.toString()) {
      throw new CryptoStoreError("wrong-account", "the backup belongs to another user");
    }
    if (account.deviceId === this.deviceId.toString()) {
      throw new CryptoStoreError("wrong-account", "the backup is of this device: log in anew, which makes another one");
    }
    return this.#importRoomKeys(roomKeys);
  }

  /**
   * Writes a consistent copy of the store to a new file, while the machine goes on. See `readBackup` for the way back.
   * @throws if the file exists, or the keys are in memory only.
   */
  async backup(file: string): Promise<void> {
    if (!this.#store) throw new Error("a machine in memory has no store");
    await this.#store.backup(file);
  }

  /** Waits for what is being sent, and gives the store free. The machine cannot be used afterwards. */
  async close(): Promise<void> {
    await this.#lanes.idle();
    this.#wasm.close();
    this.#release();
  }

  #call<T>(work: (inner: wasm.OlmMachine) => T | Promise<T>): Promise<T> {
    return guarded(() => work(this.#wasm));
  }

  #queryKeys(): Promise<void> {
    const homeserver = this.#homeserver;
    if (!homeserver) return Promise.resolve();
    return this.#lanes.run("/keys/query", async () => {
      for (const request of await this.#call((inner) => inner.outgoingRequests())) {
        if (!(request instanceof wasm.KeysQueryRequest)) continue;
        const { id, type, body } = toRequest(request);
        await this.markRequestAsSent(id, type, await homeserver.queryKeys(body));
      }
    });
  }

  async #uploadSignatures(request: wasm.SignatureUploadRequest): Promise<void> {
    if (!this.#homeserver) return;
    const { id, type, body } = request;
    const response = await this.#homeserver.uploadSignatures(body);
    if (id !== undefined) await this.markRequestAsSent(id, type, response);
  }

  async #importRoomKeys(roomKeys: string): Promise<{ imported: number; total: number }> {
    const result = await this.#call((inner) => inner.importExportedRoomKeys(roomKeys, () => {}));
    return { imported: result.importedCount, total: result.totalCount };
  }

  async #announce(keys: readonly wasm.RoomKeyInfo[]): Promise<void> {
    const plain = keys.map(({ roomId, sessionId }) => ({ roomId: roomId.toString(), sessionId }));
    // Not within the call from Rust, which would swallow what a listener throws.
    for (const listener of this.#roomKeyListeners) queueMicrotask(() => listener(plain));
  }
}

/** What a backup holds. */
export interface Backup {
  /** The device that has made it. */
  account: Account;
  /** JSON, in the clear. */
  roomKeys: string;
  /** For `importCrossSigningKeys`, if the device had them. */
  crossSigningKeys: CrossSigningKeys | undefined;
}

/**
 * Reads a backup, to go on with **a new device**: log in anew, start a machine on an empty directory, `importBackup`, and
 * take over the cross-signing keys.
 *
 * The same device cannot go on from an older store. Its Megolm sessions would encrypt a second message under a used index,
 * which gives away both; that alone could be helped by dropping them. But its Olm sessions would do the same, one-time keys
 * would be announced again under ids that the server has seen and refuses for ever, and others still hold some whose
 * private half the store has never had. So a backup is only ever read: what decrypts (room keys) and who the bot is
 * (cross-signing keys) is carried over, and nothing that encrypts.
 *
 * @param key the key of the store that the backup was made of.
 */
export async function readBackup(file: string, key: Uint8Array): Promise<Backup> {
  await wasm.initAsync();
  const { account, databases } = StoreFile.readBackup(file, key);
  const mounted = await mount(databases, undefined);
  try {
    const machine = await startMachine(account, mounted, key);
    const roomKeys = await guarded(() => machine.exportRoomKeys(() => true));
    const crossSigningKeys = await crossSigningKeysOf(machine);
    machine.close();
    return { account, roomKeys, crossSigningKeys };
  } finally {
    mounted.unmount();
  }
}

async function crossSigningKeysOf(machine: wasm.OlmMachine): Promise<CrossSigningKeys | undefined> {
  const keys = await guarded(() => machine.exportCrossSigningKeys());
  const { masterKey, self_signing_key: selfSigningKey, userSigningKey } = keys ?? {};
  return masterKey && selfSigningKey && userSigningKey ? { masterKey, selfSigningKey, userSigningKey } : undefined;
}

async function startMachine(account: Account, { prefix }: Mount, key: Uint8Array): Promise<wasm.OlmMachine> {
  const handle = await guarded(() => wasm.StoreHandle.openWithKey(prefix, deriveKey(key, "values"), logger));
  return startFrom(account, handle);
}

function startFrom({ userId, deviceId }: Account, handle: wasm.StoreHandle): Promise<wasm.OlmMachine> {
  return guarded(() =>
    wasm.OlmMachine.initFromStore(new wasm.UserId(userId), new wasm.DeviceId(deviceId), handle, logger),
  );
}

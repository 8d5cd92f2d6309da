/**
 * matrix-bot-sdk as it is used here: its encryption client, and nothing of its sync loop, storage, requests and log.
 * Each says why it is replaced; `sync.ts` is the loop.
 */
import {
  CryptoClient,
  MatrixClient,
  MemoryStorageProvider,
  type ICryptoRoomInformation,
  type ICryptoStorageProvider,
} from "matrix-bot-sdk";
import { roomCrypto, type AccountFacts, type RoomCrypto } from "./account.ts";
import { membershipOf } from "./events.ts";
import { HomeserverError, patiently, roomPath, type Homeserver } from "./homeserver.ts";
import { list, record, text, type Json } from "./json.ts";

/** The only algorithm of rooms that there is. Anything else cannot be written to. */
export const megolm = "m.megolm.v1.aes-sha2";

/**
 * Where the SDK keeps what it knows about encryption: the core's database. Its own file is written without care and a
 * SIGKILL tears it; then a room would be forgotten to be encrypted.
 */
class CryptoStore implements ICryptoStorageProvider {
  readonly storagePath: string;
  readonly storageType: number;
  readonly #device: string;
  readonly #facts: AccountFacts;
  readonly #known = new Map<string, RoomCrypto | undefined>();

  constructor(facts: AccountFacts, of: { directory: string; storageType: number; device: string }) {
    this.#facts = facts;
    this.storagePath = of.directory;
    this.storageType = of.storageType;
    this.#device = of.device;
  }

  getDeviceId(): Promise<string> {
    return Promise.resolve(this.#device);
  }

  setDeviceId(): Promise<void> {
    return Promise.resolve();
  }

  /** The SDK expects a falsy value for a room that is not known. */
  async getRoom(room: string): Promise<ICryptoRoomInformation> {
    return ((await this.known(room)) ?? undefined) as ICryptoRoomInformation;
  }

  async storeRoom(room: string, config: ICryptoRoomInformation): Promise<void> {
    await this.remember(room, { ...config, algorithm: config.algorithm ?? "unknown" } as RoomCrypto);
  }

  async known(room: string): Promise<RoomCrypto | undefined> {
    // Only this process writes it: what was looked up once, and that there is nothing, stays true.
    if (this.#known.has(room)) return this.#known.get(room);
    const config = await this.#facts.room(room);
    // It may have been learnt meanwhile.
    if (!this.#known.has(room)) this.#known.set(room, config);
    return this.#known.get(room);
  }

  async remember(room: string, config: RoomCrypto): Promise<void> {
    await this.#facts.setRoom(room, config);
    this.#known.set(room, config);
  }
}

/** The parts of the SDK's encryption client that are replaced; it keeps them to itself. */
interface Inside {
  readonly roomTracker: {
    getRoomCryptoConfig(room: string): Promise<RoomCrypto | Record<string, never>>;
    queueRoomCheck(room: string): Promise<void>;
  };
  readonly engine: { run(): Promise<void> };
}

export class BotClient extends MatrixClient {
  readonly #homeserver: Homeserver;
  readonly #user: string;
  readonly #store: CryptoStore | undefined;

  /** @param encryption where the keys are; without it there is no encryption */
  constructor(
    homeserver: Homeserver,
    user: string,
    facts: AccountFacts,
    encryption: { directory: string; storageType: number; device: string } | undefined,
  ) {
    // The token stays with `homeserver`. The SDK's constructor, given a store, would also begin to listen to its own
    // events without waiting for what it does about them: so the encryption client is put in afterwards.
    super(homeserver.url, "", new MemoryStorageProvider());
    this.#homeserver = homeserver;
    this.#user = user;
    if (encryption === undefined) return;
    this.#store = new CryptoStore(facts, encryption);
    Object.assign(this, { cryptoStore: this.#store, crypto: new CryptoClient(this) });
    const { roomTracker } = this.#inside();
    roomTracker.queueRoomCheck = async () => {};
    roomTracker.getRoomCryptoConfig = async (room) => (await this.encryptionOf(room)) ?? {};
  }

  #inside(): Inside {
    return this.crypto as unknown as Inside;
  }

  override getUserId(): Promise<string> {
    return Promise.resolve(this.#user);
  }

  /** All requests of the SDK: through our own HTTP, and again when the server says to wait. */
  override async doRequest(
    method: string,
    endpoint: string,
    query?: Record<string, string | number | boolean | string[]> | null,
    body?: Json | Buffer | null,
    timeoutMs = 60_000,
  ): Promise<unknown> {
    return patiently(() =>
      this.#homeserver.request(method, endpoint, {
        timeoutMs,
        ...(query === undefined || query === null ? {} : { query }),
        ...(body === undefined || body === null ? {} : { body }),
      }),
    );
  }

  /**
   * Whom the SDK shares a room's key with. Also who is invited, where they may read from then on: else the first message
   * of a direct chat, sent before the other side has come in, could never be read.
   */
  override async getJoinedRoomMembers(room: string): Promise<string[]> {
    const answer = await this.doRequest("GET", roomPath(room, "/members"));
    const visibility = (await this.#store?.known(room))?.historyVisibility;
    return list(record(answer)["chunk"]).flatMap((raw) => {
      const event = record(raw);
      const user = text(event["state_key"]);
      const membership = membershipOf(record(event["content"]));
      const reads = membership === "join" || (membership === "invite" && visibility !== "joined");
      return user !== undefined && reads ? [user] : [];
    });
  }

  /** After `crypto.prepare`: a failing request about keys must not stop the events that came with it. */
  tolerate(failed: (error: unknown) => void): void {
    const { engine } = this.#inside();
    const run = engine.run.bind(engine);
    engine.run = async () => {
      try {
        await run();
      } catch (error) {
        // What was not sent is asked for again with the next sync.
        failed(error);
      }
    };
  }

  /**
   * How a room is encrypted; `undefined` if it is certain that it is not.
   * @throws {HomeserverError} if it cannot be known now. Then nothing may be sent: it would be plain text.
   */
  async encryptionOf(room: string): Promise<RoomCrypto | undefined> {
    const known = await this.#store?.known(room);
    if (known !== undefined) return known;
    const content = await this.#state(room, "m.room.encryption");
    if (content === undefined) return undefined;
    return this.#learn(room, content);
  }

  /** What the sync says about a room's encryption. Once encrypted, a room stays so, whatever its state says later. */
  async notice(room: string, type: string, content: Json): Promise<void> {
    if (type === "m.room.encryption" && (await this.#store?.known(room)) === undefined) {
      await this.#learn(room, content);
    } else if (type === "m.room.history_visibility") {
      const known = await this.#store?.known(room);
      const historyVisibility = text(content["history_visibility"]);
      if (known === undefined || historyVisibility === undefined) return;
      await this.#store?.remember(room, { ...known, historyVisibility });
    }
  }

  /** Whether a room is known to be encrypted, without asking the server. */
  async knownEncrypted(room: string): Promise<boolean> {
    return (await this.#store?.known(room)) !== undefined;
  }

  async #learn(room: string, content: Json): Promise<RoomCrypto> {
    const visibility = await this.#state(room, "m.room.history_visibility");
    const config = roomCrypto(content, text(visibility?.["history_visibility"]) ?? "shared");
    await this.#store?.remember(room, config);
    return config;
  }

  async #state(room: string, type: string): Promise<Json | undefined> {
    try {
      return record(await this.doRequest("GET", roomPath(room, `/state/${type}/`)));
    } catch (error) {
      if (error instanceof HomeserverError && error.errcode === "M_NOT_FOUND") return undefined;
      throw error;
    }
  }
}

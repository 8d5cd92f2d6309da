/**
 * A person with a client that is none of ours: matrix-js-sdk, with its own encryption. Holds what the client shows.
 */
import {
  ClientEvent,
  createClient,
  EventType,
  MatrixEventEvent,
  MsgType,
  type MatrixClient,
  type MatrixEvent,
} from "matrix-js-sdk";
import { AllDevicesIsolationMode, OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";
import { logger } from "matrix-js-sdk/lib/logger.js";
import type { Account } from "./synapse.ts";
import { patience } from "../patience.ts";

/**
 * The library says a lot on the console, texts included. Its loggers take their way of writing from their parents; a
 * child's level is its own.
 */
const quiet = logger as unknown as { methodFactory: () => () => void; rebuild(): void };
quiet.methodFactory = () => () => {};
quiet.rebuild();

/** What a client shows of an event. */
export interface Shown {
  readonly id: string;
  readonly room: string;
  readonly sender: string;
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly encrypted: boolean;
  /** Why it could not be read. */
  readonly failure: string | undefined;
}

export interface PersonOptions {
  /** Where the server is; through a proxy, for example. */
  readonly url: string;
  /** Ignores devices that are not cross-signed, as clients are to do (spec 1.18). */
  readonly onlySigned?: boolean;
  /** Without encryption it starts in a moment. */
  readonly encryption?: boolean;
}

export class Person {
  readonly client: MatrixClient;
  readonly user: string;
  readonly token: string;
  readonly #shown = new Map<string, Shown>();
  readonly #waiting = new Set<() => void>();

  private constructor(client: MatrixClient, account: Account) {
    this.client = client;
    this.user = account.user;
    this.token = account.token;
  }

  static async start(account: Account, { url, onlySigned = false, encryption = true }: PersonOptions): Promise<Person> {
    const client = createClient({
      baseUrl: url,
      userId: account.user,
      accessToken: account.token,
      deviceId: account.device,
    });
    const person = new Person(client, account);
    client.on(ClientEvent.Event, (event) => person.#note(event));
    client.on(MatrixEventEvent.Decrypted, (event) => person.#note(event));
    if (encryption) {
      await client.initRustCrypto({ useIndexedDB: false });
      const crypto = client.getCrypto();
      crypto?.setDeviceIsolationMode(
        onlySigned ? new OnlySignedDevicesIsolationMode() : new AllDevicesIsolationMode(false),
      );
      await crypto?.bootstrapCrossSigning({
        authUploadDeviceSigningKeys: async (upload) => {
          await upload({
            type: "m.login.password",
            identifier: { type: "m.id.user", user: account.user },
            password: account.password,
          });
        },
      });
    }
    await client.startClient({ initialSyncLimit: 50 });
    return person;
  }

  stop(): void {
    this.client.stopClient();
  }

  #note(event: MatrixEvent): void {
    const id = event.getId();
    const room = event.getRoomId();
    if (id === undefined || room === undefined || event.isBeingDecrypted()) return;
    if (event.isEncrypted() && event.getType() === "m.room.encrypted" && !event.isDecryptionFailure()) return;
    this.#shown.set(id, {
      id,
      room,
      sender: event.getSender() ?? "",
      type: event.getType(),
      content: event.getOriginalContent(),
      encrypted: event.isEncrypted(),
      failure: event.isDecryptionFailure() ? String(event.decryptionFailureReason) : undefined,
    });
    for (const look of this.#waiting) look();
  }

  get shown(): readonly Shown[] {
    return [...this.#shown.values()];
  }

  /** The first event that this is true of, now or later. */
  async sees(what: (shown: Shown) => boolean, ms = patience): Promise<Shown> {
    const { promise, resolve, reject } = Promise.withResolvers<Shown>();
    const look = () => {
      const found = this.shown.find(what);
      if (found !== undefined) resolve(found);
    };
    const timer = setTimeout(() => {
      const seen = this.shown.map(
        ({ type, content, failure }) => `${type} ${String(content["body"] ?? "")} ${failure ?? ""}`,
      );
      reject(new Error(`it was not seen within ${String(ms)} ms; seen: ${seen.join(" | ")}`));
    }, ms);
    this.#waiting.add(look);
    look();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(look);
    }
  }

  /** A message of the bot with this plain text. */
  reads(body: string, ms?: number): Promise<Shown> {
    return this.sees(({ content, sender }) => content["body"] === body && sender !== this.user, ms);
  }

  async opensRoom(of: {
    readonly name?: string;
    readonly encrypted?: boolean;
    readonly invite?: readonly string[];
    readonly version?: string;
    readonly direct?: boolean;
  }): Promise<string> {
    const { room_id } = await this.client.createRoom({
      ...(of.name === undefined ? {} : { name: of.name }),
      invite: [...(of.invite ?? [])],
      ...(of.version === undefined ? {} : { room_version: of.version }),
      ...(of.direct === true ? { is_direct: true } : {}),
      preset: "private_chat" as never,
      initial_state:
        of.encrypted === true
          ? [{ type: EventType.RoomEncryption, state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }]
          : [],
    });
    return room_id;
  }

  /** Waits until somebody is in a room, as this client sees it. */
  async untilIn(room: string, user: string, ms = patience): Promise<void> {
    await this.sees(
      ({ type, room: where }) =>
        where === room && type === "m.room.member" && this.client.getRoom(room)?.getMember(user)?.membership === "join",
      ms,
    );
  }

  /** Waits until this person's own place in a room is such. */
  async untilIs(room: string, membership: "invite" | "join" | "leave", ms = patience): Promise<void> {
    const until = Date.now() + ms;
    while (this.client.getRoom(room)?.getMyMembership() !== (membership as string)) {
      if (Date.now() > until) throw new Error(`it is not ${membership} after ${String(ms)} ms`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async says(room: string, text: string): Promise<string> {
    return (await this.client.sendMessage(room, { msgtype: MsgType.Text, body: text })).event_id;
  }

  /** Changes a message, as clients do. */
  async edits(room: string, message: string, text: string): Promise<string> {
    return (await this.client.sendMessage(room, replacing(message, text) as never)).event_id;
  }

  /** Says an edit in plain text, whatever the room asks for. */
  async editsInPlain(room: string, message: string, text: string): Promise<string> {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/plain-${String(Date.now())}`;
    const answer = await fetch(`${this.client.baseUrl}${path}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${this.token}` },
      body: JSON.stringify(replacing(message, text)),
    });
    return ((await answer.json()) as { event_id: string }).event_id;
  }

  /** The devices of somebody that this client knows to be cross-signed. */
  async signedDevices(user: string): Promise<readonly string[]> {
    const crypto = this.client.getCrypto();
    const signed: string[] = [];
    for (const device of (await crypto?.getUserDeviceInfo([user]))?.get(user)?.keys() ?? []) {
      const status = await crypto?.getDeviceVerificationStatus(user, device);
      if (status?.signedByOwner === true) signed.push(device);
    }
    return signed;
  }

  async reacts(room: string, message: string, mark: string): Promise<string> {
    const content = { "m.relates_to": { rel_type: "m.annotation", event_id: message, key: mark } };
    return (await this.client.sendEvent(room, EventType.Reaction, content as never)).event_id;
  }
}

/** An edit, with the text again for clients that know no edits. */
const replacing = (message: string, text: string) => ({
  msgtype: "m.text",
  body: `* ${text}`,
  "m.new_content": { msgtype: "m.text", body: text },
  "m.relates_to": { rel_type: "m.replace", event_id: message },
});

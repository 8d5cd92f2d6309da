import type { OlmMachine } from "../src/index.ts";
import {
  type CrossSigningRequests,
  DeviceLists,
  EncryptionSettings,
  RequestType,
  RoomId,
  UserId,
} from "../src/index.ts";
import type { Server } from "./homeserver.ts";

export const ROOM = "!room:example.org";

const PATHS: Record<number, string> = {
  [RequestType.KeysUpload]: "keys/upload",
  [RequestType.KeysQuery]: "keys/query",
  [RequestType.KeysClaim]: "keys/claim",
};

/** Sends a machine's requests in the order of matrix-bot-sdk's RustEngine. */
export class Client {
  readonly machine: OlmMachine;
  readonly #server: Server;
  readonly #settings = new EncryptionSettings();

  constructor(machine: OlmMachine, server: Server) {
    this.machine = machine;
    this.#server = server;
    machine.useHomeserver({
      queryKeys: (body) => this.#post("keys/query", body),
      uploadSignatures: (body) => this.#post("keys/signatures/upload", body),
      queryFailed: (error) => {
        throw error;
      },
    });
  }

  /** After how many messages the session is changed. */
  rotateAfter(messages: number): void {
    this.#settings.rotationPeriodMessages = BigInt(messages);
  }

  /** Sends what the machine has to send. */
  async flush(): Promise<void> {
    for (const request of await this.machine.outgoingRequests()) {
      const path = PATHS[request.type];
      if (path) await this.#sent(request.id, request.type, await this.#post(path, request.body));
      else {
        const { event_type: type, messages }: { event_type: string; messages: unknown } = JSON.parse(request.body);
        await this.#sent(
          request.id,
          request.type,
          await this.#post(`sendToDevice/${type}`, JSON.stringify({ messages })),
        );
      }
    }
  }

  /** One round of /sync. Returns the to-device events. */
  async sync(): Promise<unknown[]> {
    const { toDevice, changed, keyCounts, unusedFallbackKeys } = await this.#server.sync(this.#account);
    const lists = new DeviceLists(changed.map((user) => new UserId(user)));
    const events = await this.machine.receiveSyncChanges(
      JSON.stringify(toDevice),
      lists,
      keyCounts,
      unusedFallbackKeys,
    );
    await this.flush();
    return JSON.parse(events);
  }

  /** Shares the room's key with its members. */
  async share(members: readonly string[], room = ROOM): Promise<void> {
    const users = members.map((member) => new UserId(member));
    await this.machine.updateTrackedUsers(users);
    const claim = await this.machine.getMissingSessions(users);
    if (claim) await this.#sent(claim.id, claim.type, await this.#post("keys/claim", claim.body));
    for (const { id, type, eventType, body } of await this.machine.shareRoomKey(
      new RoomId(room),
      users,
      this.#settings,
    )) {
      await this.#sent(id, type, await this.#post(`sendToDevice/${eventType}`, body));
    }
  }

  /** Encrypts a message as matrix-bot-sdk does, sharing the key first. Returns the content, JSON. */
  async encrypt(text: string, members: readonly string[], room = ROOM): Promise<string> {
    await this.share(members, room);
    return this.encryptOnly(text, room);
  }

  encryptOnly(text: string, room = ROOM): Promise<string> {
    return this.machine.encryptRoomEvent(new RoomId(room), "m.room.message", JSON.stringify({ body: text }));
  }

  /** The text of an encrypted message. */
  async decrypt(content: string, sender: string, room = ROOM): Promise<string> {
    const event = {
      type: "m.room.encrypted",
      event_id: "$event",
      room_id: room,
      sender,
      origin_server_ts: 1,
      content: JSON.parse(content),
    };
    const decrypted = await this.machine.decryptRoomEvent(JSON.stringify(event), new RoomId(room));
    const clear: { content: { body: string } } = JSON.parse(decrypted.event);
    return clear.content.body;
  }

  /** Publishes cross-signing. */
  async publish(
    { uploadKeys, uploadSigningKeys, uploadSignatures }: CrossSigningRequests,
    withIdentity: boolean,
  ): Promise<void> {
    if (uploadKeys) await this.#sent(uploadKeys.id, uploadKeys.type, await this.#post("keys/upload", uploadKeys.body));
    if (withIdentity) await this.#post("keys/device_signing/upload", uploadSigningKeys);
    await this.#post("keys/signatures/upload", uploadSignatures);
  }

  get #account(): { userId: string; deviceId: string } {
    return { userId: this.machine.userId.toString(), deviceId: this.machine.deviceId.toString() };
  }

  #post(path: string, body: string): Promise<string> {
    return this.#server.post(this.#account, path, body);
  }

  async #sent(id: string, type: RequestType, response: string): Promise<void> {
    await this.machine.markRequestAsSent(id, type, response);
  }
}

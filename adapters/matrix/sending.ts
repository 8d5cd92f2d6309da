/**
 * From the core's outbox to rooms. The outbox's id is the transaction id: the same request again gives the same event,
 * also after a restart of either side, and with other cipher text. What is sent besides has ids derived from it, all in
 * one number space, since a homeserver keeps one for all types of events.
 */
import { createHash } from "node:crypto";
import { SendError, type AdapterHost, type Outgoing, type Place, type Sent } from "../../src/chat/adapter.ts";
import type { FileData, Rendered } from "../../src/chat/message.ts";
import { CannotEncrypt, type Encryption } from "./encryption.ts";
import { HomeserverError, patiently, roomPath, type Homeserver } from "./homeserver.ts";
import { list, record, text, type Json } from "./json.ts";
import type { OwnEvents } from "./own-events.ts";
import { contentOf, editOf, inThread, render, renderEdit, replacing, type MatrixMessage } from "./render.ts";
import { mayChangeState, type Rooms } from "./rooms.ts";

export interface SendingParts {
  readonly homeserver: Homeserver;
  readonly host: AdapterHost;
  readonly user: string;
  readonly rooms: Rooms;
  readonly encryption: Encryption;
  readonly own: OwnEvents;
  /** Resolves when it is known which direct chats there are. */
  readonly caughtUp: () => Promise<void>;
}

/** How many messages' reactions are remembered, so that an edit does not react again. */
const mostReacted = 2_000;
/** How many uploaded files are remembered by what is in them. */
const mostUploads = 32;

export class Sending {
  readonly #parts: SendingParts;
  /** The last send of each room: they must not overtake each other, neither their keys. */
  readonly #lanes = new Map<string, Promise<unknown>>();
  readonly #opening = new Map<string, Promise<string>>();
  readonly #reacted = new Map<string, Set<string>>();
  readonly #uploads = new Map<string, Promise<string>>();

  constructor(parts: SendingParts) {
    this.#parts = parts;
  }

  /** Resolves when nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#lanes.size > 0) await Promise.allSettled(this.#lanes.values());
  }

  /** @throws {SendError} */
  async send(outgoing: Outgoing): Promise<Sent> {
    switch (outgoing.type) {
      case "message":
        return this.#in(outgoing.chat.id, () => this.#message(outgoing));
      case "edit":
        return this.#in(outgoing.chat.id, () => this.#edit(outgoing));
      case "direct":
        return this.#direct(outgoing);
      case "delete":
        return this.#in(outgoing.chat.id, () => this.#delete(outgoing));
      case "private":
        // There is nothing on Matrix that only one person in a room sees.
        throw new SendError("refused", { detail: "private answers" });
    }
  }

  /** @throws {SendError} */
  async isAdministrator(chat: Place, user: string): Promise<boolean> {
    try {
      return mayChangeState(await this.#parts.rooms.state(chat.id), user);
    } catch (error) {
      throw await this.#explained(error, chat.id);
    }
  }

  /** One after the other in a room. */
  #in<T>(room: string, work: () => Promise<T>): Promise<T> {
    const before = this.#lanes.get(room) ?? Promise.resolve();
    const turn = before.then(async () => {
      try {
        return await work();
      } catch (error) {
        throw await this.#explained(error, room);
      }
    });
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#lanes.set(room, settled);
    void settled.then(() => {
      if (this.#lanes.get(room) === settled) this.#lanes.delete(room);
    });
    return turn;
  }

  async #message({ chat, id, message, pin }: Outgoing & { readonly type: "message" }): Promise<Sent> {
    const sent = await this.#say(chat, id, message);
    if (pin !== undefined && sent.messageId !== undefined) await this.#pin(chat.id, sent.messageId, pin.insteadOf);
    return sent;
  }

  /** Where the bot may change what is pinned: the message is there without that, too. */
  async #pin(room: string, message: string, before: string | undefined): Promise<void> {
    const { homeserver, host } = this.#parts;
    const path = roomPath(room, "/state/m.room.pinned_events/");
    try {
      const pinned = list(await this.#pinned(path)).filter((one) => one !== before && one !== message);
      await homeserver.request("PUT", path, { body: { pinned: [...pinned, message] } });
    } catch (error) {
      if (!(error instanceof HomeserverError)) throw error;
      host.log.info({ platform: "matrix", error: error.errcode }, "a message could not be pinned");
    }
  }

  async #pinned(path: string): Promise<unknown> {
    try {
      return (await this.#parts.homeserver.request("GET", path))["pinned"];
    } catch (error) {
      if (error instanceof HomeserverError && error.status === 404) return [];
      throw error;
    }
  }

  async #say({ id: room, thread }: Place, id: string, message: Rendered): Promise<Sent> {
    const { encryption, user } = this.#parts;
    const drawn = render(message, user);
    // If this cannot be known, it throws, and nothing is sent: never plain text into an encrypted room.
    const encrypted = await encryption.required(room);
    const sent: string[] = [];
    for (const [index, notice] of drawn.notices.entries()) {
      const content = inThread(contentOf(notice), thread);
      sent.push(await this.#put(room, encrypted, content, index === 0 ? id : `${id}.${String(index)}`));
    }
    for (const [index, each] of drawn.files.entries()) {
      const content = inThread(await this.#fileContent(each, encrypted), thread);
      const first = index === 0 && sent.length === 0;
      sent.push(await this.#put(room, encrypted, content, first ? id : `${id}.f${String(index)}`));
    }
    const [messageId] = sent;
    if (messageId === undefined) return {};
    await this.#react(room, messageId, id, drawn);
    const { notices, files } = drawn;
    if (files.length === 0) return { messageId };
    return { messageId, edit: [notices.length === 0 ? "" : messageId, ...sent.slice(-files.length)].join(" ") };
  }

  async #edit(outgoing: Outgoing & { readonly type: "edit" }): Promise<Sent> {
    const { encryption, user } = this.#parts;
    const { id: room } = outgoing.chat;
    const encrypted = await encryption.required(room);
    // As `#say` has named them: the text, where there is one, and the files.
    const [said = "", ...shown] = outgoing.messageId.split(" ");
    const { files } = render(outgoing.message, user);
    const first = said === "" ? (shown[0] ?? "") : said;
    // What has more to show than there are events for is said anew.
    if (files.length > shown.length) throw new SendError("too-old");
    if (said !== "") {
      await this.#put(room, encrypted, editOf(renderEdit(outgoing.message, user), said), outgoing.id);
    }
    for (const [index, original] of shown.entries()) {
      const file = files[index];
      const id = `${outgoing.id}.f${String(index)}`;
      if (file === undefined) await this.#delete({ type: "delete", id, chat: outgoing.chat, messageId: original });
      else await this.#put(room, encrypted, replacing(await this.#fileContent(file, encrypted), original), id);
    }
    await this.#react(room, first, outgoing.id, render(outgoing.message, user));
    return { messageId: first };
  }

  /** @returns the event's id */
  async #put(room: string, encrypted: boolean, content: Json, transaction: string): Promise<string> {
    const { encryption } = this.#parts;
    if (!encrypted) return this.#event(room, "m.room.message", content, transaction);
    return this.#event(
      room,
      "m.room.encrypted",
      await encryption.encrypt(room, "m.room.message", content),
      transaction,
    );
  }

  async #event(room: string, type: string, content: Json, transaction: string): Promise<string> {
    const path = roomPath(room, `/send/${encodeURIComponent(type)}/${encodeURIComponent(transaction)}`);
    const id = text((await this.#parts.homeserver.request("PUT", path, { body: content }))["event_id"]);
    if (id === undefined) throw new HomeserverError(0, "NO_EVENT_ID");
    this.#parts.own.add(id);
    return id;
  }

  /** One reaction for each choice, for people to press. */
  async #react(room: string, message: string, id: string, { reactions }: MatrixMessage): Promise<void> {
    const done = this.#reacted.get(message) ?? new Set();
    for (const [index, mark] of reactions.entries()) {
      if (done.has(mark)) continue;
      const content = { "m.relates_to": { rel_type: "m.annotation", event_id: message, key: mark } };
      try {
        await this.#event(room, "m.reaction", content, `${id}.r${String(index)}`);
      } catch (error) {
        // It is there: that is what was wanted.
        if (!(error instanceof HomeserverError) || error.errcode !== "M_DUPLICATE_ANNOTATION") throw error;
      }
      done.add(mark);
      this.#reacted.set(message, done);
      const [oldest] = this.#reacted.keys();
      if (this.#reacted.size > mostReacted && oldest !== undefined) this.#reacted.delete(oldest);
    }
  }

  async #fileContent(
    { file, image, alt }: { readonly file: FileData; readonly image: boolean; readonly alt: string },
    encrypted: boolean,
  ): Promise<Json> {
    const { encryption } = this.#parts;
    const data = Buffer.from(file.data, "base64");
    const about = {
      msgtype: image ? "m.image" : "m.file",
      body: image ? alt : file.name,
      filename: file.name,
      info: { mimetype: file.mediaType, size: data.length },
      "m.mentions": {},
    };
    if (!encrypted) return { ...about, url: await this.#uploadOnce(data, file.mediaType, file.name) };
    const sealed = await encryption.encryptFile(data);
    // Neither its name nor its kind is the server's business.
    const url = await this.#upload(sealed.data, "application/octet-stream", undefined);
    return { ...about, file: { ...sealed.file, url } };
  }

  /** A post to many rooms shows the same picture in all of them. What is encrypted is another file in each. */
  async #uploadOnce(data: Buffer, contentType: string, filename: string): Promise<string> {
    const key = createHash("sha256").update(`${contentType} ${filename} `).update(data).digest("base64");
    const going = this.#uploads.get(key) ?? this.#upload(data, contentType, filename);
    this.#uploads.set(key, going);
    const [oldest] = this.#uploads.keys();
    if (this.#uploads.size > mostUploads && oldest !== undefined) this.#uploads.delete(oldest);
    try {
      return await going;
    } catch (error) {
      this.#uploads.delete(key);
      throw error;
    }
  }

  async #upload(data: Buffer, contentType: string, filename: string | undefined): Promise<string> {
    const { homeserver } = this.#parts;
    const answer = await homeserver.request("POST", "/_matrix/media/v3/upload", {
      body: data,
      contentType,
      ...(filename === undefined ? {} : { query: { filename } }),
    });
    const uri = text(answer["content_uri"]);
    if (uri === undefined) throw new HomeserverError(0, "NO_CONTENT_URI");
    return uri;
  }

  /** Takes a message away, and its edits, which else stay readable without it. */
  async #delete({ id, chat, messageId }: Outgoing & { readonly type: "delete" }): Promise<Sent> {
    const { homeserver, host, rooms } = this.#parts;
    if (rooms.keepsAll(chat.id)) return {};
    try {
      // The message comes last: when it is gone, the server no longer says what belonged to it.
      const all = [...(await this.#editsOf(chat.id, messageId)), messageId];
      for (const [index, one] of all.entries()) {
        const transaction = one === messageId ? id : `${id}.e${String(index)}`;
        const rest = `/redact/${encodeURIComponent(one)}/${encodeURIComponent(transaction)}`;
        await homeserver.request("PUT", roomPath(chat.id, rest), { body: {} });
      }
    } catch (error) {
      if (!(error instanceof HomeserverError) || error.passes || error.status === 401) throw error;
      host.log.info({ platform: "matrix", error: error.errcode }, "a message could not be deleted");
      if (error.errcode === "M_FORBIDDEN") rooms.noteKeepsAll(chat.id);
    }
    return {};
  }

  /** The edits of a message; none where the server does not tell. */
  async #editsOf(room: string, message: string): Promise<readonly string[]> {
    const path = `/_matrix/client/v1/rooms/${encodeURIComponent(room)}/relations/${encodeURIComponent(message)}/m.replace`;
    try {
      const answer = await this.#parts.homeserver.request("GET", path, { query: { limit: 100 } });
      return list(answer["chunk"]).flatMap((edit) => text(record(edit)["event_id"]) ?? []);
    } catch (error) {
      if (!(error instanceof HomeserverError) || error.passes || error.status === 401) throw error;
      return [];
    }
  }

  async #direct(outgoing: Outgoing & { readonly type: "direct" }): Promise<Sent> {
    const { to } = outgoing;
    let room: string;
    try {
      room = await this.#directRoom(to, outgoing.direct);
    } catch (error) {
      const explained = await this.#explained(error, undefined);
      // Rooms and invitations have limits of their own: nobody else has to wait for them.
      if (explained.failure !== "limited") throw explained;
      throw new SendError("limited", {
        alone: true,
        ...(explained.retryAfterMs === undefined ? {} : { retryAfterMs: explained.retryAfterMs }),
      });
    }
    const sent = await this.#in(room, () => this.#say({ id: room }, outgoing.id, outgoing.message));
    return { ...sent, direct: room };
  }

  /** The room in which nobody is but this person and the bot; opened if there is none. */
  async #directRoom(person: string, known: string | undefined): Promise<string> {
    const { rooms, user, caughtUp } = this.#parts;
    if (known !== undefined && (await this.#usable(known, person)) === "ours") return known;
    await caughtUp();
    const candidates = rooms.directOf(person).filter((room) => room !== known);
    let left = known !== undefined && (await this.#usable(known, person)) === "left";
    for (const room of [...candidates].reverse()) {
      const use = await this.#usable(room, person);
      if (use === "ours") return room;
      if (use === "left") left = true;
    }
    // Who went out of the direct chat does not want to be written to; they can open one themselves.
    if (left) throw new SendError("blocked");
    if (person === user) throw new SendError("refused", { detail: "direct chat with oneself" });
    const opening = this.#opening.get(person) ?? this.#open(person).finally(() => this.#opening.delete(person));
    this.#opening.set(person, opening);
    return opening;
  }

  async #usable(room: string, person: string): Promise<"ours" | "left" | "no"> {
    const { rooms, user } = this.#parts;
    try {
      if (!(await rooms.isHere(room, user))) return "no";
      if (await rooms.isOnlyWith(room, person)) return "ours";
      return (await rooms.isHere(room, person)) ? "no" : "left";
    } catch (error) {
      if (error instanceof HomeserverError && !error.passes && error.status !== 401) return "no";
      throw error;
    }
  }

  async #open(person: string): Promise<string> {
    const { homeserver, encryption, rooms } = this.#parts;
    let answer: Json;
    try {
      answer = await homeserver.request("POST", "/_matrix/client/v3/createRoom", {
        body: {
          preset: "private_chat",
          is_direct: true,
          invite: [person],
          initial_state: encryption.available
            ? [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }]
            : [],
        },
      });
    } catch (error) {
      // The bot may open rooms; so it is this person who may not be, or does not want to be, invited.
      if (error instanceof HomeserverError && error.errcode === "M_FORBIDDEN") throw new SendError("blocked");
      throw error;
    }
    const room = text(answer["room_id"]);
    if (room === undefined) throw new HomeserverError(0, "NO_ROOM_ID");
    await rooms.markDirect(room, person);
    return room;
  }

  /** What a failure means to the core. */
  async #explained(error: unknown, room: string | undefined): Promise<SendError> {
    if (error instanceof SendError) return error;
    if (error instanceof CannotEncrypt) return new SendError("refused", { detail: "encryption" });
    if (!(error instanceof HomeserverError)) {
      const name = error instanceof Error ? error.name : typeof error;
      this.#parts.host.log.error({ platform: "matrix", error: name }, "sending broke");
      return new SendError("unreachable");
    }
    const { status, errcode, retryAfterMs } = error;
    if (status === 429) return new SendError("limited", retryAfterMs === undefined ? {} : { retryAfterMs });
    // The token is looked after by whoever reads the sync; what is to be sent waits for that.
    if (error.passes || status === 401 || waiting.has(errcode)) return new SendError("unreachable");
    if (errcode === "M_FORBIDDEN") {
      if (room !== undefined && !(await this.#isIn(room))) return new SendError("removed");
      return new SendError("no-rights", { detail: "Send messages" });
    }
    if (status === 404) return new SendError("not-found");
    return new SendError("refused", { detail: errcode });
  }

  async #isIn(room: string): Promise<boolean> {
    const { homeserver, rooms, user } = this.#parts;
    rooms.forget(room);
    try {
      const state = await patiently(() =>
        homeserver.request("GET", roomPath(room, `/state/m.room.member/${encodeURIComponent(user)}`)),
      );
      return record(state)["membership"] === "join";
    } catch (error) {
      return error instanceof HomeserverError && error.passes;
    }
  }
}

/** Refusals by which the server means itself, and not the message. */
const waiting = new Set(["M_RESOURCE_LIMIT_EXCEEDED", "M_USER_LOCKED", "M_CONSENT_NOT_GIVEN"]);

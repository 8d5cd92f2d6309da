/**
 * From the homeserver's sync to the core. A response is: received -> its keys taken in -> its events handed over, one
 * room in order and rooms side by side -> committed by the core -> its token saved. Only then is the next one asked for,
 * so a process that ends at any point is told everything again that was not committed; the core's inbox knows what was.
 *
 * Where the core cannot record it, the database being away, what comes next is read all the same, and shown to the core before
 * its turn: some of it is answered from memory. It is handed over in its order once that is possible.
 */
import type { AdapterHost } from "../../src/chat/adapter.ts";
import type { Inbound, InboundChat, PlatformUser, Said } from "../../src/chat/inbound.ts";
import type { AccountFacts } from "./account.ts";
import { Unreadable, type Encryption } from "./encryption.ts";
import {
  editedBy,
  eventsOf,
  joins,
  leaves,
  membershipOf,
  readEvent,
  readInvite,
  readReaction,
  readText,
  readTombstone,
  rewritten,
  sentAt,
  serverOf,
  unique,
  type RoomEvent,
} from "./events.ts";
import { HomeserverError, patiently, roomPath, type Homeserver } from "./homeserver.ts";
import type { JoinQueue } from "./joining.ts";
import { list, record, text, type Json } from "./json.ts";
import { LateKeys } from "./late-keys.ts";
import type { OwnEvents } from "./own-events.ts";
import type { Rooms } from "./rooms.ts";

export interface SyncParts {
  readonly homeserver: Homeserver;
  readonly host: AdapterHost;
  readonly user: string;
  readonly facts: AccountFacts;
  readonly rooms: Rooms;
  readonly encryption: Encryption;
  readonly joins: JoinQueue;
  readonly own: OwnEvents;
  readonly mayInvite: (inviter: string) => boolean;
  /** The server answers, or does not. */
  readonly reached: (error: HomeserverError | undefined) => void;
}

/** How long the server waits for news, in milliseconds. */
const longPoll = 30_000;
/** Pauses after failures, in milliseconds. */
const firstPause = 1_000;
const longestPause = 60_000;
/** What is not recorded after so long is waited for beside what comes next. Milliseconds. */
const lookAfter = 200;
/** As many responses wait to be recorded before no more is read. */
const mostBehind = 500;
/** Most events of one room that are fetched after an absence, in pages of a hundred. */
const mostPages = 100;

const filter = JSON.stringify({
  presence: { types: [] },
  account_data: { types: ["m.direct"] },
  room: { timeline: { limit: 100 }, ephemeral: { types: [] }, account_data: { types: [] } },
});

export class Sync {
  readonly #parts: SyncParts;
  readonly #abort = new AbortController();
  /** Up to where everything is recorded, and up to where it is read. */
  #since: string | undefined;
  #readTo: string | undefined;
  /** Ends when what was read last is recorded. */
  #recorded: Promise<void> = Promise.resolve();
  #behind = 0;
  readonly #late: LateKeys;
  /** Rooms that were seen not to be encrypted; only for saying so, never for sending. */
  readonly #plain = new Set<string>();
  /** When the bot came into rooms, as far as that was asked for. */
  readonly #enteredRooms = new Map<string, number>();
  readonly #caughtUp = Promise.withResolvers<void>();

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#late = new LateKeys(parts, async (room, clear) => {
      await this.#readable(() => this.#say(room, clear, true, []));
    });
  }

  /** Resolves when everything is known that happened while the process was not running. */
  get caughtUp(): Promise<void> {
    return this.#caughtUp.promise;
  }

  keysCame(sessions: readonly { readonly room: string; readonly session: string }[]): void {
    this.#late.keysCame(sessions);
  }

  stop(): void {
    this.#abort.abort();
    this.#caughtUp.resolve();
  }

  get #stopped(): boolean {
    return this.#abort.signal.aborted;
  }

  /** Runs until it is stopped. @throws {HomeserverError} if the token is no longer taken */
  async run(): Promise<void> {
    const { facts } = this.#parts;
    this.#since = await facts.syncToken();
    this.#readTo = this.#since;
    await this.#late.begin();
    void this.#parts.encryption.remember();
    try {
      await this.#readOn();
    } finally {
      // What failed there has ended the reading, or is none of it any more.
      await this.#recorded.catch(() => undefined);
    }
  }

  async #readOn(): Promise<void> {
    let failures = 0;
    let caughtUp = false;
    while (!this.#stopped) {
      try {
        const response = await this.#ask(caughtUp ? longPoll : 0);
        this.#parts.reached(undefined);
        failures = 0;
        await this.#parts.encryption.takeIn(response);
        await this.#record(response);
        if (this.#stopped) return;
        caughtUp = true;
      } catch (error) {
        if (this.#stopped) return;
        if (error instanceof HomeserverError && error.status === 401) throw error;
        if (error instanceof HomeserverError && error.status === 400 && this.#readTo !== undefined)
          await this.#startOver(error);
        failures++;
        const asked = error instanceof HomeserverError ? error.retryAfterMs : undefined;
        this.#failed(error, failures);
        await this.#pause(asked ?? Math.min(longestPause, firstPause * 2 ** (failures - 1)));
      }
    }
  }

  /** The server was set up anew, or has forgotten the position: there is no way to what was said in between. */
  async #startOver({ errcode }: HomeserverError): Promise<void> {
    this.#parts.host.log.error(
      { platform: "matrix", error: errcode },
      "the homeserver does not know the position of the sync: what was said since then is not read",
    );
    await this.#recorded;
    this.#since = undefined;
    this.#readTo = undefined;
  }

  #failed(error: unknown, failures: number): void {
    const { host, reached } = this.#parts;
    if (error instanceof HomeserverError) reached(error);
    // One line when it begins, and not one for each try.
    if (failures > 1) return;
    const name = error instanceof HomeserverError ? error.errcode : error instanceof Error ? error.name : typeof error;
    host.log.warn({ platform: "matrix", error: name }, "the sync failed and is tried again");
  }

  #pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const done = () => {
      clearTimeout(timer);
      this.#abort.signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    this.#abort.signal.addEventListener("abort", done);
    return promise;
  }

  #ask(timeout: number): Promise<Json> {
    return this.#parts.homeserver.request("GET", "/_matrix/client/v3/sync", {
      query: { filter, timeout, ...(this.#readTo === undefined ? {} : { since: this.#readTo }) },
      // A first sync of many rooms takes the server its time.
      timeoutMs: this.#readTo === undefined ? 300_000 : timeout + 60_000,
      signal: this.#abort.signal,
    });
  }

  /** Resolves when a response is recorded; or before, where that takes its time, so that what comes next can be read. */
  async #record(response: Json): Promise<void> {
    const next = text(response["next_batch"]);
    if (next === undefined) throw new HomeserverError(0, "NO_TOKEN");
    this.#behind++;
    const recorded = this.#recorded.then(() => this.#handleAll(response, next));
    this.#recorded = recorded;
    this.#readTo = next;
    let done = false;
    const ended = recorded.then(() => {
      done = true;
      this.#behind--;
      this.#caughtUp.resolve();
    });
    ended.catch(() => undefined); // whoever waits for it next learns of it
    await Promise.race([ended, this.#pause(lookAfter)]);
    if (done || this.#stopped) return;
    await this.#showAhead(response);
    if (this.#behind >= mostBehind) await ended;
  }

  /** What is answered from memory is answered before its turn. What cannot be read now is left to its turn. */
  async #showAhead(response: Json): Promise<void> {
    const { host, user } = this.#parts;
    if (host.ahead === undefined || this.#since === undefined) return;
    for (const [room, data] of Object.entries(record(record(response["rooms"])["join"]))) {
      const events = eventsOf(record(data)["timeline"]);
      if (events.some((event) => joins(event, user))) continue;
      for (const event of events) {
        if (event.sender === user || editedBy(event) !== undefined) continue;
        try {
          const encrypted = event.type === "m.room.encrypted";
          const clear = encrypted ? readEvent(await this.#parts.encryption.decrypt(room, event.raw)) : event;
          if (clear?.type !== "m.room.message") continue;
          await this.#text(room, clear, encrypted, clear.content, {}, (inbound) => {
            host.ahead?.(inbound);
          });
        } catch (error) {
          if (!(error instanceof HomeserverError) && !(error instanceof Unreadable)) throw error;
        }
      }
    }
  }

  /** Hands over what a response holds until the core has it, and then saves the token. */
  async #handleAll(response: Json, next: string): Promise<void> {
    for (let failures = 0; !this.#stopped;) {
      try {
        // The keys have been taken in and are not given again: so this response is gone through again, not a new one.
        await this.#handle(response);
        await this.#late.readAgain();
        await this.#parts.facts.setSyncToken(next);
        this.#since = next;
        return;
      } catch (error) {
        if (error instanceof HomeserverError && error.status === 401) throw error;
        failures++;
        this.#failed(error, failures);
        await this.#pause(Math.min(longestPause, firstPause * 2 ** (failures - 1)));
      }
    }
  }

  async #handle(response: Json): Promise<void> {
    const { rooms } = this.#parts;
    for (const raw of list(record(response["account_data"])["events"])) {
      const event = record(raw);
      if (event["type"] === "m.direct") rooms.setDirect(record(event["content"]));
    }
    const changed = record(response["rooms"]);
    // Side by side: but first all are waited for, so that nothing is still at work when it is tried again.
    const outcomes = await Promise.allSettled([
      ...Object.entries(record(changed["leave"])).map(([room, data]) => this.#left(room, record(data))),
      ...Object.entries(record(changed["invite"])).map(([room, data]) => this.#invited(room, record(data))),
      ...Object.entries(record(changed["join"])).map(([room, data]) =>
        this.#readable(() => this.#joined(room, record(data))),
      ),
    ]);
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  }

  /** A room that the server no longer lets the bot read must not stop all the others. */
  async #readable(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof HomeserverError) || error.passes || error.status === 401) throw error;
      this.#parts.host.log.warn(
        { platform: "matrix", error: error.errcode },
        "a room cannot be read any more: what was said there last is left out",
      );
    }
  }

  async #left(room: string, data: Json): Promise<void> {
    const { user, rooms } = this.#parts;
    rooms.forget(room);
    if (this.#since === undefined) return;
    const events = [...eventsOf(data["state"]), ...eventsOf(data["timeline"])];
    const left = events.findLast((event) => event.stateKey === user && leaves(event));
    if (left === undefined) return;
    await this.#receive(
      left,
      { id: room, kind: "group" },
      { id: left.sender, name: left.sender },
      { type: "bot-removed" },
    );
  }

  async #invited(room: string, data: Json): Promise<void> {
    const { user, host, joins: queue, mayInvite, homeserver } = this.#parts;
    const invite = readInvite(list(record(data["invite_state"])["events"]), user);
    if (invite === undefined) return;
    if (!mayInvite(invite.inviter) && !queue.follows(room)) {
      host.log.info({ platform: "matrix" }, "an invitation was refused: the inviter is not on the list");
      try {
        await homeserver.request("POST", roomPath(room, "/leave"), { body: {} });
      } catch (error) {
        // The invitation then stays open; nothing comes of it.
        if (!(error instanceof HomeserverError)) throw error;
        host.log.warn({ platform: "matrix", error: error.errcode }, "an invitation could not be refused");
      }
      return;
    }
    await queue.add({
      room,
      via: [serverOf(invite.inviter)],
      since: host.now(),
      ...(invite.direct ? { directOf: invite.inviter } : {}),
    });
  }

  async #joined(room: string, data: Json): Promise<void> {
    const { user, rooms } = this.#parts;
    const timeline = record(data["timeline"]);
    let events = eventsOf(timeline);
    const entered = () => events.findLastIndex((event) => joins(event, user));
    for (const event of eventsOf(data["state"])) await this.#noticeState(room, event);
    // What was said before the bot came in is none of its business; nor what it has never been told to read.
    if (this.#since === undefined) {
      for (const event of events) await this.#noticeState(room, event);
      return;
    }
    const before = text(timeline["prev_batch"]);
    if (timeline["limited"] === true && before !== undefined && entered() === -1) {
      events = unique([...(await this.#gap(room, before, this.#since)), ...events]);
    }
    if (entered() !== -1) {
      rooms.forget(room);
      events = events.slice(entered());
    }
    const editsOf = (id: string, sender: string) =>
      events.filter((one) => editedBy(one) === id && one.sender === sender); // only its sender may edit a message
    for (const event of events) {
      await this.#noticeState(room, event);
      const of = editedBy(event);
      // Of several edits that come together the last is the wording.
      if (of !== undefined && editsOf(of, event.sender).at(-1) !== event) continue;
      await this.#take(room, event, editsOf(event.id, event.sender));
    }
  }

  /** Fetches what a limited timeline left out, oldest first. */
  async #gap(room: string, before: string, since: string): Promise<RoomEvent[]> {
    const { homeserver, user, host } = this.#parts;
    const events: RoomEvent[] = [];
    let from: string | undefined = before;
    for (let page = 0; from !== undefined; page++) {
      if (page === mostPages) {
        host.log.error({ platform: "matrix", events: events.length }, "a gap is too long: what is older was not read");
        break;
      }
      const query: Record<string, string | number> = { dir: "b", from, to: since, limit: 100 };
      const answer: Json = await patiently(() => homeserver.request("GET", roomPath(room, "/messages"), { query }));
      const chunk = list(answer["chunk"]).flatMap((raw) => readEvent(raw) ?? []);
      events.push(...chunk);
      if (chunk.length === 0 || chunk.some((event) => joins(event, user))) break;
      from = text(answer["end"]);
    }
    if (events.length > 0) host.log.info({ platform: "matrix", events: events.length }, "filled a gap");
    return events.reverse();
  }

  async #noticeState(room: string, event: RoomEvent): Promise<void> {
    if (event.stateKey === undefined) return;
    const { rooms, encryption } = this.#parts;
    await rooms.apply(room, event);
    if (event.stateKey !== "") return;
    if (event.type === "m.room.encryption") this.#plain.delete(room);
    await encryption.notice(room, event.type, event.content);
  }

  /** One event of a timeline, with the edits of it that have come in already. */
  async #take(room: string, event: RoomEvent, edits: readonly RoomEvent[]): Promise<void> {
    const { user, rooms, own, joins: queue, host } = this.#parts;
    if (joins(event, user)) {
      await this.#entered(room, event);
      return;
    }
    if (event.sender === user) {
      own.add(event.id);
      // A direct chat that was opened by a process which then ended.
      const direct = event.type === "m.room.member" && event.content["is_direct"] === true;
      if (direct && event.stateKey !== undefined && membershipOf(event.content) === "invite") {
        await rooms.markDirect(room, event.stateKey);
      }
      return;
    }
    if (event.type === "m.room.encrypted") {
      const clear = await this.#late.decrypt(room, event);
      if (clear !== undefined) await this.#say(room, clear, true, edits);
      return;
    }
    const replacement = readTombstone(event);
    if (replacement !== undefined) {
      await queue.add({
        room: replacement,
        via: [serverOf(event.sender)],
        movedFrom: { room, event: event.id, sender: event.sender },
        since: host.now(),
      });
      return;
    }
    await this.#say(room, event, false, edits);
  }

  async #entered(room: string, event: RoomEvent): Promise<void> {
    const { rooms, user, own } = this.#parts;
    this.#enteredRooms.set(room, sentAt(event));
    const inviter = text(record(event.raw["unsigned"])["prev_sender"]) ?? user;
    if (event.before["is_direct"] === true && inviter !== user) await rooms.markDirect(room, inviter);
    // The core knows the room already: by the one that it follows, or because the bot has opened it.
    if (own.hasRoom(room) || (await rooms.isOpenedByBot(room))) return;
    await this.#receive(event, await this.#chat(room), await this.#person(room, inviter), { type: "bot-added" });
  }

  /** What a person said or did. */
  async #say(room: string, event: RoomEvent, encrypted: boolean, edits: readonly RoomEvent[]): Promise<void> {
    if (leaves(event) && event.stateKey !== undefined) {
      const gone = event.stateKey;
      const person = { id: gone, name: text(event.before["displayname"]) ?? gone };
      await this.#receive(event, await this.#chat(room), person, { type: "left", users: [person] });
      return;
    }
    if (event.type === "m.reaction") {
      const reaction = readReaction(event);
      if (reaction === undefined || !(await this.#isOwn(room, reaction.to))) return;
      await this.#receive(event, await this.#chat(room), await this.#person(room, event.sender), {
        type: "reaction",
        mark: reaction.mark,
        messageId: reaction.to,
      });
      return;
    }
    if (event.type === "m.room.power_levels" && event.stateKey === "") {
      const chat = await this.#chat(room);
      if (chat.kind === "direct") return;
      await this.#receive(event, chat, await this.#person(room, event.sender), { type: "bot-allowed" });
      return;
    }
    if (event.type !== "m.room.message") return;
    const of = editedBy(event);
    if (of !== undefined) {
      await this.#edit(room, event, encrypted, of);
      return;
    }
    const { content, known } = await this.#reworded(room, event, encrypted, edits);
    await this.#text(room, event, encrypted, content, known.length === 0 ? {} : { edits: known });
  }

  /**
   * The last wording of a message, and which edits are in it. Those are handed over for themselves, too, and then change
   * nothing: unless the core had worked on the message in an earlier life, before it was edited.
   */
  async #reworded(room: string, message: RoomEvent, encrypted: boolean, edits: readonly RoomEvent[]) {
    let { content } = message;
    const known: string[] = [];
    for (const edit of edits) {
      const clear =
        edit.type === "m.room.encrypted" ? await this.#late.decrypt(room, edit) : encrypted ? undefined : edit;
      if (clear === undefined || readText(rewritten(message.content, clear.content), String) === undefined) continue;
      content = rewritten(message.content, clear.content);
      known.push(edit.id);
    }
    return { content, known };
  }

  /** An edit: what it replaces is looked up, since a server hands on edits by anybody. */
  async #edit(room: string, edit: RoomEvent, encrypted: boolean, of: string): Promise<void> {
    const { homeserver } = this.#parts;
    let original: RoomEvent | undefined;
    try {
      const path = roomPath(room, `/event/${encodeURIComponent(of)}`);
      original = readEvent(await patiently(() => homeserver.request("GET", path)));
    } catch (error) {
      // What the bot may not read it has not worked on.
      if (!(error instanceof HomeserverError) || error.passes) throw error;
    }
    if (original?.sender !== edit.sender || editedBy(original) !== undefined) return;
    // Whoever can put a plain text into an encrypted room must not change what was said there.
    if (original.type === "m.room.encrypted" && !encrypted) return;
    if (sentAt(original) < (await this.#enteredAt(room))) return;
    await this.#text(room, edit, encrypted, rewritten(original.content, edit.content), {
      messageId: of,
      edited: { writtenAt: sentAt(original), original: of, messageId: edit.id },
    });
  }

  /** When the bot came into a room: what was said before is none of its business. */
  async #enteredAt(room: string): Promise<number> {
    const { rooms, user } = this.#parts;
    const known = this.#enteredRooms.get(room);
    if (known !== undefined) return known;
    const own = (await rooms.state(room)).find(({ type, stateKey }) => type === "m.room.member" && stateKey === user);
    const at = own === undefined ? 0 : sentAt(own);
    this.#enteredRooms.set(room, at);
    return at;
  }

  /** What somebody wrote. */
  async #text(
    room: string,
    event: RoomEvent,
    encrypted: boolean,
    content: Json,
    more: Partial<Extract<Said, { type: "text" }>>,
    hand?: (inbound: Inbound) => void,
  ): Promise<void> {
    const { rooms } = this.#parts;
    const written = readText(content, await rooms.names(room));
    if (written === undefined) return;
    const { replyTo, thread } = written;
    const answers = replyTo !== undefined && (await this.#isOwn(room, replyTo));
    const chat = await this.#chat(room, encrypted);
    await this.#receive(
      event,
      thread === undefined ? chat : { ...chat, thread },
      await this.#person(room, event.sender),
      {
        type: "text",
        text: written.text,
        messageId: event.id,
        ...(written.mentions.length === 0 ? {} : { mentions: written.mentions }),
        ...(answers ? { replyTo } : {}),
        ...more,
      },
      hand,
    );
  }

  async #receive(
    event: RoomEvent,
    chat: InboundChat,
    sender: PlatformUser,
    said: Said,
    hand: (inbound: Inbound) => Promise<void> | void = (inbound) => this.#parts.host.receive(inbound),
  ): Promise<void> {
    const inbound: Inbound = {
      platform: "matrix",
      account: this.#parts.user,
      eventId: event.id,
      chat,
      sender,
      said,
      // Somebody who never spoke in their group may answer in the direct chat: the core has to know where they are from.
      ...(chat.kind === "direct" ? { shares: await this.#parts.rooms.sharedWith(sender.id) } : {}),
    };
    await hand(inbound);
  }

  async #chat(room: string, encrypted = false): Promise<InboundChat> {
    const { rooms } = this.#parts;
    const kind = await rooms.kind(room);
    const title = await rooms.title(room);
    return {
      id: room,
      kind,
      encrypted: encrypted || (await this.#isEncrypted(room)),
      ...(title === undefined ? {} : { title }),
    };
  }

  async #isEncrypted(room: string): Promise<boolean> {
    if (this.#plain.has(room)) return false;
    const encrypted = await this.#parts.encryption.required(room);
    if (!encrypted) this.#plain.add(room);
    return encrypted;
  }

  async #person(room: string, id: string): Promise<PlatformUser> {
    const name = (await this.#parts.rooms.names(room))(id);
    return { id, name };
  }

  /** Whether a message is the bot's. */
  async #isOwn(room: string, id: string): Promise<boolean> {
    const { own, homeserver, user } = this.#parts;
    const known = own.knows(id);
    if (known !== undefined) return known;
    let sender: string | undefined;
    try {
      const path = roomPath(room, `/event/${encodeURIComponent(id)}`);
      sender = text((await patiently(() => homeserver.request("GET", path)))["sender"]);
    } catch (error) {
      if (!(error instanceof HomeserverError) || error.passes) throw error;
    }
    own.learn(id, sender === user);
    return sender === user;
  }
}

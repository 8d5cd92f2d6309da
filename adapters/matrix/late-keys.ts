/** What is encrypted and cannot be read yet: it is read when its key comes, if that is soon. */
import type { AdapterHost } from "../../src/chat/adapter.ts";
import type { AccountFacts, Unread } from "./account.ts";
import { Unreadable, type Encryption } from "./encryption.ts";
import { readEvent, type RoomEvent } from "./events.ts";
import { HomeserverError, patiently, roomPath, type Homeserver } from "./homeserver.ts";
import type { OwnEvents } from "./own-events.ts";

/** How long a late key is waited for, in milliseconds: an hour. Later, what was meant is likely to have been said again. */
const lateness = 60 * 60 * 1000;
const mostUnread = 200;

interface LateParts {
  readonly homeserver: Homeserver;
  readonly host: AdapterHost;
  readonly user: string;
  readonly facts: AccountFacts;
  readonly encryption: Encryption;
  readonly own: OwnEvents;
}

export class LateKeys {
  readonly #parts: LateParts;
  readonly #read: (room: string, clear: RoomEvent) => Promise<void>;
  #unread: readonly Unread[] = [];
  /** Sessions whose keys have come in since the last look. */
  #came: { readonly room: string; readonly session: string }[] = [];

  /** @param read hands on what can be read after all */
  constructor(parts: LateParts, read: (room: string, clear: RoomEvent) => Promise<void>) {
    this.#parts = parts;
    this.#read = read;
  }

  async begin(): Promise<void> {
    this.#unread = await this.#parts.facts.unread();
    this.#came.push(...this.#unread);
  }

  keysCame(sessions: readonly { readonly room: string; readonly session: string }[]): void {
    this.#came.push(...sessions);
  }

  /** The event in clear; `undefined` if it cannot be read now. */
  async decrypt(room: string, event: RoomEvent): Promise<RoomEvent | undefined> {
    const { host, encryption } = this.#parts;
    try {
      const clear = readEvent(await encryption.decrypt(room, event.raw));
      const relation = event.content["m.relates_to"];
      // What a message answers or replaces is left outside of what is encrypted.
      return clear === undefined || relation === undefined
        ? clear
        : { ...clear, content: { ...clear.content, "m.relates_to": relation } };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const { code, session } = error;
      const again = this.#unread.some((one) => one.event === event.id);
      if (again) return undefined;
      host.log.warn(
        { platform: "matrix", code, waits: session !== undefined },
        "a message cannot be read: its key has not come; it is read when the key comes",
      );
      if (session !== undefined) {
        await this.#keepUnread([...this.#unread, { room, event: event.id, session, since: host.now() }]);
      }
      return undefined;
    }
  }

  async #keepUnread(unread: readonly Unread[]): Promise<void> {
    const oldest = this.#parts.host.now() - lateness;
    this.#unread = unread.filter(({ since }) => since > oldest).slice(-mostUnread);
    await this.#parts.facts.setUnread(this.#unread);
  }

  /** Another try at what could not be read, now that keys have come in. */
  async readAgain(): Promise<void> {
    // Keys are announced a turn later than they are taken in.
    await new Promise((resolve) => setImmediate(resolve));
    const came = this.#came.splice(0);
    if (came.length === 0) return;
    const { host, homeserver, user, own } = this.#parts;
    const due = this.#unread.filter((one) =>
      came.some(({ room, session }) => room === one.room && session === one.session),
    );
    for (const one of due) {
      let event: RoomEvent | undefined;
      try {
        const path = roomPath(one.room, `/event/${encodeURIComponent(one.event)}`);
        event = readEvent(await patiently(() => homeserver.request("GET", path)));
      } catch (error) {
        if (!(error instanceof HomeserverError) || error.passes) {
          this.#came.push(one);
          throw error;
        }
      }
      if (event?.type === "m.room.encrypted") {
        const clear = await this.decrypt(one.room, event);
        if (clear === undefined) continue;
        if (clear.sender === user) own.add(clear.id);
        else await this.#read(one.room, clear);
        host.log.info({ platform: "matrix" }, "a message was read with a key that came late");
      }
      await this.#keepUnread(this.#unread.filter((other) => other !== one));
    }
  }
}

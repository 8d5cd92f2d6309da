/**
 * What the adapter keeps between two runs: facts of one account, all of them sealed by the core. Ids stand in the keys
 * as hashes only, since keys are not sealed.
 */
import { createHash } from "node:crypto";
import type { AdapterHost } from "../../src/chat/adapter.ts";
import { integer, list, parseJson, record, text, type Json } from "./json.ts";

type FactStore = AdapterHost["facts"];

/** A log-in, kept so that there is one for ever and not one per start: homeservers allow a few in minutes. */
export interface StoredSession {
  readonly user: string;
  readonly device: string;
  readonly token: string;
  /** Which configuration it belongs to. */
  readonly origin: string;
}

const hash = (of: string): string => createHash("sha256").update(of).digest("hex").slice(0, 32);

/** The log-in of a configuration (address and user, or address and token). */
export class Sessions {
  readonly #facts: FactStore;
  readonly #origin: string;

  constructor(facts: FactStore, url: string, who: string) {
    this.#facts = facts;
    this.#origin = hash(`${url}\n${who}`);
  }

  async read(): Promise<StoredSession | undefined> {
    const stored = record(parseJson((await this.#facts.get("matrix/session")) ?? ""));
    const user = text(stored["user"]);
    const device = text(stored["device"]);
    const token = text(stored["token"]);
    const ours = stored["origin"] === this.#origin;
    return !ours || user === undefined || device === undefined || token === undefined
      ? undefined
      : { user, device, token, origin: this.#origin };
  }

  async write(session: Omit<StoredSession, "origin">): Promise<void> {
    await this.#facts.set(
      "matrix/session",
      JSON.stringify({ ...session, origin: this.#origin } satisfies StoredSession),
    );
  }
}

/** A room that the bot is to join. */
export interface Joining {
  readonly room: string;
  readonly via: readonly string[];
  /** Who invited the bot into a direct chat. */
  readonly directOf?: string;
  /** The room that went on there, and the event that says so. */
  readonly movedFrom?: { readonly room: string; readonly event: string; readonly sender: string };
  /** The room cannot be entered yet: an invitation to it is awaited. */
  readonly refused?: boolean;
  /** ms since 1970 */
  readonly since: number;
}

/** An event that could not be read yet. */
export interface Unread {
  readonly room: string;
  readonly event: string;
  readonly session: string;
  /** ms since 1970: when it was first tried. */
  readonly since: number;
}

/** How a room is encrypted, as matrix-bot-sdk wants to know it. */
export interface RoomCrypto {
  readonly algorithm: string;
  readonly rotation_period_ms?: number;
  readonly rotation_period_msgs?: number;
  readonly historyVisibility?: string;
}

/** The facts of one account. */
export class AccountFacts {
  readonly #facts: FactStore;
  readonly #prefix: string;

  constructor(facts: FactStore, account: string) {
    this.#facts = facts;
    this.#prefix = `matrix/${hash(account)}`;
  }

  /** Up to where the account's events have been taken in; the same for a new device of the account. */
  async syncToken(): Promise<string | undefined> {
    const stored = await this.#facts.get(`${this.#prefix}/sync`);
    return stored === "" ? undefined : stored;
  }

  async setSyncToken(token: string): Promise<void> {
    await this.#facts.set(`${this.#prefix}/sync`, token);
  }

  async joins(): Promise<readonly Joining[]> {
    return (await this.#list("joins")).flatMap((raw) => {
      const room = text(raw["room"]);
      if (room === undefined) return [];
      const directOf = text(raw["directOf"]);
      const from = record(raw["movedFrom"]);
      const [old, event, sender] = [text(from["room"]), text(from["event"]), text(from["sender"])];
      return [
        {
          room,
          via: list(raw["via"]).filter((one) => typeof one === "string"),
          since: Number(raw["since"]) || 0,
          ...(directOf === undefined ? {} : { directOf }),
          ...(old === undefined || event === undefined || sender === undefined
            ? {}
            : { movedFrom: { room: old, event, sender } }),
          ...(raw["refused"] === true ? { refused: true } : {}),
        },
      ];
    });
  }

  async setJoins(joins: readonly Joining[]): Promise<void> {
    await this.#facts.set(`${this.#prefix}/joins`, JSON.stringify(joins));
  }

  async unread(): Promise<readonly Unread[]> {
    return (await this.#list("unread")).flatMap((raw) => {
      const [room, event, session] = [text(raw["room"]), text(raw["event"]), text(raw["session"])];
      if (room === undefined || event === undefined || session === undefined) return [];
      return [{ room, event, session, since: Number(raw["since"]) || 0 }];
    });
  }

  async setUnread(unread: readonly Unread[]): Promise<void> {
    await this.#facts.set(`${this.#prefix}/unread`, JSON.stringify(unread));
  }

  async room(room: string): Promise<RoomCrypto | undefined> {
    const stored = record(parseJson((await this.#facts.get(`${this.#prefix}/room/${hash(room)}`)) ?? ""));
    return Object.keys(stored).length === 0 ? undefined : roomCrypto(stored, text(stored["historyVisibility"]));
  }

  async setRoom(room: string, config: RoomCrypto): Promise<void> {
    await this.#facts.set(`${this.#prefix}/room/${hash(room)}`, JSON.stringify(config));
  }

  /** The private cross-signing keys: a new device of the bot is then the same bot to those who verified it. */
  async crossSigning(): Promise<{ masterKey: string; selfSigningKey: string; userSigningKey: string } | undefined> {
    const stored = record(parseJson((await this.#facts.get(`${this.#prefix}/cross-signing`)) ?? ""));
    const masterKey = text(stored["masterKey"]);
    const selfSigningKey = text(stored["selfSigningKey"]);
    const userSigningKey = text(stored["userSigningKey"]);
    return masterKey === undefined || selfSigningKey === undefined || userSigningKey === undefined
      ? undefined
      : { masterKey, selfSigningKey, userSigningKey };
  }

  async setCrossSigning(keys: { masterKey: string; selfSigningKey: string; userSigningKey: string }): Promise<void> {
    await this.#facts.set(`${this.#prefix}/cross-signing`, JSON.stringify(keys));
  }

  async #list(name: string): Promise<readonly Json[]> {
    return list(parseJson((await this.#facts.get(`${this.#prefix}/${name}`)) ?? "")).map(record);
  }
}

/** Reads the content of `m.room.encryption`. What names no algorithm is encrypted all the same. */
export function roomCrypto(content: Json, historyVisibility: string | undefined): RoomCrypto {
  const ms = integer(content["rotation_period_ms"]) ?? 0;
  const messages = integer(content["rotation_period_msgs"]) ?? 0;
  return {
    algorithm: text(content["algorithm"]) ?? "unknown",
    ...(ms > 0 ? { rotation_period_ms: ms } : {}),
    ...(messages > 0 ? { rotation_period_msgs: messages } : {}),
    ...(historyVisibility === undefined ? {} : { historyVisibility }),
  };
}

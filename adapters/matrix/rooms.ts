/**
 * What is known of the rooms: names, members, whether a room is a direct chat. Read from the server when it is first
 * needed, and kept up to date by the sync. Nothing of it has to outlive the process.
 */
import type { Homeserver } from "./homeserver.ts";
import { patiently, roomPath } from "./homeserver.ts";
import { membershipOf, readEvent, type RoomEvent } from "./events.ts";
import { integer, list, parseJson, record, text, type Json } from "./json.ts";

interface Member {
  readonly here: "join" | "invite";
  readonly name: string | undefined;
}

interface Room {
  name: string | undefined;
  alias: string | undefined;
  creator: string | undefined;
  readonly members: Map<string, Member>;
}

/** Rooms that are looked through for somebody who writes directly. Each costs one request, once. */
const mostRooms = 200;

export class Rooms {
  readonly #homeserver: Homeserver;
  readonly #bot: string;
  readonly #rooms = new Map<string, Promise<Room>>();
  /** Rooms in which the bot may not remove what others wrote, until the power levels change there. */
  readonly #keepsAll = new Set<string>();
  /** `m.direct`: rooms by person. */
  #direct: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(homeserver: Homeserver, bot: string) {
    this.#homeserver = homeserver;
    this.#bot = bot;
  }

  async #room(id: string): Promise<Room> {
    const known = this.#rooms.get(id);
    if (known !== undefined) return known;
    const loading = this.#load(id);
    this.#rooms.set(id, loading);
    loading.catch(() => this.#rooms.delete(id));
    return loading;
  }

  async #load(id: string): Promise<Room> {
    const room: Room = { name: undefined, alias: undefined, creator: undefined, members: new Map() };
    for (const event of await this.state(id)) change(room, event);
    return room;
  }

  /** The state of a room as it is now. */
  async state(id: string): Promise<readonly RoomEvent[]> {
    const bytes = await patiently(() => this.#homeserver.raw("GET", roomPath(id, "/state"), {}));
    return list(parseJson(bytes.toString("utf8"))).flatMap((raw) => readEvent(raw) ?? []);
  }

  /** A state event from the sync. */
  async apply(id: string, event: RoomEvent): Promise<void> {
    if (event.type === "m.room.power_levels") this.#keepsAll.delete(id);
    const known = this.#rooms.get(id);
    if (known === undefined || event.stateKey === undefined) return;
    try {
      change(await known, event);
    } catch {
      // It could not be loaded, and is loaded anew when it is needed.
    }
  }

  forget(id: string): void {
    this.#rooms.delete(id);
  }

  /** The server has refused to let the bot remove what somebody else wrote there. */
  noteKeepsAll(id: string): void {
    this.#keepsAll.add(id);
  }

  /** Whether that was refused, and the power levels have been the same since. */
  keepsAll(id: string): boolean {
    return this.#keepsAll.has(id);
  }

  /** The name that somebody has in a room: text of theirs. */
  async names(id: string): Promise<(user: string) => string> {
    const { members } = await this.#room(id);
    return (user) => members.get(user)?.name ?? localpart(user);
  }

  async title(id: string): Promise<string | undefined> {
    const room = await this.#room(id);
    return room.name ?? room.alias;
  }

  /** Whether the bot itself has opened a room. */
  async isOpenedByBot(id: string): Promise<boolean> {
    return (await this.#room(id)).creator === this.#bot;
  }

  async isHere(id: string, user: string): Promise<boolean> {
    return (await this.#room(id)).members.has(user);
  }

  /**
   * A direct chat has nobody else in it, ever: who is told something privately is told it there. With two people it is
   * one if it is marked as such, or has no name: a group that has only begun has one.
   */
  async kind(id: string): Promise<"group" | "direct"> {
    const { members, name, alias } = await this.#room(id);
    if (members.size > 2) return "group";
    if ([...this.#direct.values()].some((rooms) => rooms.includes(id))) return "direct";
    return members.size === 2 && name === undefined && alias === undefined ? "direct" : "group";
  }

  /** Whether only this person and the bot are in a room. */
  async isOnlyWith(id: string, person: string): Promise<boolean> {
    const { members } = await this.#room(id);
    return members.size === 2 && members.has(person) && members.has(this.#bot);
  }

  /** The groups in which both the bot and this person are. None where the bot is in more rooms than can be looked at. */
  async sharedWith(person: string): Promise<readonly string[]> {
    const answer: Json = await patiently(() => this.#homeserver.request("GET", "/_matrix/client/v3/joined_rooms", {}));
    const joined = list(answer["joined_rooms"]).filter((one) => typeof one === "string");
    if (joined.length > mostRooms) return [];
    const shared: string[] = [];
    for (const room of joined) {
      try {
        const { members } = await this.#room(room);
        const both = members.get(person)?.here === "join";
        if (both && (await this.kind(room)) === "group") shared.push(room);
      } catch {
        // A room that cannot be read says nothing of who is in it.
      }
    }
    return shared;
  }

  /** `m.direct` of the account. */
  setDirect(content: Json): void {
    this.#direct = new Map(
      Object.entries(content).map(([user, rooms]) => [user, list(rooms).filter((one) => typeof one === "string")]),
    );
  }

  directOf(person: string): readonly string[] {
    return this.#direct.get(person) ?? [];
  }

  async loadDirect(): Promise<void> {
    this.setDirect(await this.#directData());
  }

  /** Marks a room as the direct chat with somebody, for the other clients of the account too. */
  async markDirect(id: string, person: string): Promise<void> {
    if (this.directOf(person).includes(id)) return;
    const now = await this.#directData();
    const rooms = list(now[person]).filter((one) => typeof one === "string");
    const next = { ...now, [person]: [...new Set([...rooms, id])] };
    await patiently(() => this.#homeserver.request("PUT", this.#directPath(), { body: next }));
    this.setDirect(next);
  }

  async #directData(): Promise<Json> {
    try {
      return await patiently(() => this.#homeserver.request("GET", this.#directPath()));
    } catch (error) {
      if (record(error)["errcode"] === "M_NOT_FOUND") return {};
      throw error;
    }
  }

  #directPath(): string {
    return `/_matrix/client/v3/user/${encodeURIComponent(this.#bot)}/account_data/m.direct`;
  }
}

const localpart = (user: string): string => user.slice(1).split(":")[0] ?? user;

function change(room: Room, { type, stateKey, content, sender }: RoomEvent): void {
  if (type === "m.room.create" && stateKey === "") room.creator = sender;
  if (type === "m.room.name" && stateKey === "") room.name = nonEmpty(content["name"]);
  else if (type === "m.room.canonical_alias" && stateKey === "") room.alias = nonEmpty(content["alias"]);
  else if (type === "m.room.member" && stateKey !== undefined) {
    const here = membershipOf(content);
    if (here !== "join" && here !== "invite") room.members.delete(stateKey);
    else room.members.set(stateKey, { here, name: nonEmpty(content["displayname"]) });
  }
}

const nonEmpty = (value: unknown): string | undefined => {
  const found = text(value)?.trim();
  return found === "" ? undefined : found;
};

/**
 * Whether somebody may change a room's state. In room version 12 the creators may do everything, and do not stand in the
 * power levels (spec 1.16).
 */
export function mayChangeState(state: readonly RoomEvent[], user: string): boolean {
  const of = (type: string, key = "") => state.find((event) => event.type === type && event.stateKey === key);
  if (membershipOf(of("m.room.member", user)?.content ?? {}) !== "join") return false;
  const create = of("m.room.create");
  if (create === undefined) return false;
  const creators = [create.sender, ...list(create.content["additional_creators"])];
  if (privilegedCreators(create.content["room_version"]) && creators.includes(user)) return true;
  const levels = of("m.room.power_levels")?.content;
  if (levels === undefined) return create.sender === user;
  const own = integer(record(levels["users"])[user]) ?? integer(levels["users_default"]) ?? 0;
  return own >= (integer(levels["state_default"]) ?? 50);
}

/** Versions are numbers; the unstable name is that of version 12 before it was one. */
const privilegedCreators = (version: unknown): boolean =>
  typeof version === "string" && (Number(version) >= 12 || version.startsWith("org.matrix.hydra"));

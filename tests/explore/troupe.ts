/** What aims are written with: the people of a cell or council, who of them may do what, and scenes that time does not cut. */
import type { Account, Cast } from "./cast.ts";
import type { Dice } from "./dice.ts";
import type { Grammar, Spot } from "./grammar.ts";
import type { PlatformName } from "../../src/chat/inbound.ts";
import type { Play } from "./play.ts";
import { prefixOf, type Group, type World, type WorldChat } from "./world.ts";

/** A line; nothing; or: from here on no other aim goes on, and time passes only where this one lets it, until `free`. */
export type Aim = AsyncGenerator<string | undefined | Scene, void, void>;
export type Scene = typeof held | typeof free;
export const held = Symbol("held");
export const free = Symbol("free");

export interface Tools {
  readonly play: Play;
  readonly world: World;
  readonly dice: Dice;
  readonly grammar: Grammar;
  readonly cast: Cast;
}

/** The hour on the clock of a zone. */
export const hourIn = (zone: string, now: number): number =>
  Number(new Intl.DateTimeFormat("en", { timeZone: zone, hour: "numeric", hourCycle: "h23" }).format(now));

/** Until then who was hushed is not disturbed: a wait beyond it. */
export const beyondQuiet = "wait 9 hours";

/** A wait until it is `hour` o'clock where the story is told: at night what can wait has to. */
export const until = ({ play, world }: Tools, hour: number): string =>
  `wait ${String((hour - hourIn(world.zone, play.now) + 24) % 24 || 24)} hours`;

/** The day of the week after so many days where the story is told. */
export const weekdayIn = ({ play, world }: Tools, days: number): string =>
  new Intl.DateTimeFormat("en", { timeZone: world.zone, weekday: "long" })
    .format(play.now + days * 86_400_000)
    .toLowerCase();

/** Somebody else, on the same platform: `@name` means somebody there. */
export const partnerOf = (one: Account, all: readonly Account[]): Account | undefined =>
  all.find(({ id, platform }) => id !== one.id && platform === one.platform);

/** Two of them on one platform, where there are. */
export function pairOf(all: readonly Account[]): readonly [Account, Account] | undefined {
  const first = all.find((one) => partnerOf(one, all) !== undefined);
  const second = first === undefined ? undefined : partnerOf(first, all);
  return first === undefined || second === undefined ? undefined : [first, second];
}

// Labels of buttons in both languages: what aims press. Chance presses everything else.
export const agrees = /^(?:agree|de acuerdo|acepto|accept|yes|sí)/iu;
export const answers = /^(?:agree|de acuerdo|acepto|accept|yes|sí|no\b)/iu;
export const takesOn = /take on|encargo/iu;

/** The people of a cell or council, each in a chat of it and in their direct chat. */
export class Troupe {
  readonly group: Group;
  readonly chats: readonly WorldChat[];
  readonly #tools: Tools;

  constructor(tools: Tools, group: Group) {
    this.#tools = tools;
    this.group = group;
    this.chats = tools.world.chats.filter((chat) => chat.group === group);
  }

  get names(): readonly string[] {
    const names = new Set(this.chats.map(({ name }) => name));
    return this.#tools.world.people
      .filter(({ chats }) => chats.some((chat) => names.has(chat)))
      .map(({ name }) => name);
  }

  /** Somebody in one of its chats. */
  spot(person = this.#tools.dice.pick(this.names)): Spot {
    const { dice, grammar, world } = this.#tools;
    const theirs = world.people.find(({ name }) => name === person)?.chats ?? [];
    const chat = dice.maybe(this.chats.filter(({ name }) => theirs.includes(name))) ?? dice.pick(this.chats);
    return grammar.inChat(person, chat);
  }

  /** Everybody, in its chats and directly. */
  spots(): Spot[] {
    const { grammar, world } = this.#tools;
    return world.people
      .filter(({ name }) => this.names.includes(name))
      .flatMap((person) => [
        ...this.chats
          .filter(({ name }) => person.chats.includes(name))
          .map((chat) => grammar.inChat(person.name, chat)),
        grammar.direct(person),
      ]);
  }

  /**
   * Somebody who may lead, in one of its chats or (`direct`) where they write to the bot; anybody where nobody may, and now
   * and then all the same.
   */
  async lead(direct = true): Promise<Spot> {
    const { dice, grammar, cast } = this.#tools;
    if (dice.chance(2)) return this.spot();
    const [{ accounts }, id] = [await cast.roll(), await this.#id()];
    const here: Spot[] = [];
    // Not everything that who coordinates may do a steward may.
    const own: Spot[] = [];
    for (const chat of this.chats) {
      for (const { person, leads } of await cast.who("coordinator", chat)) {
        const spot = grammar.inChat(person.name, chat);
        here.push(spot);
        if (id !== undefined && leads.has(id)) own.push(spot);
      }
    }
    const inChat = dice.maybe(own.length > 0 && dice.chance(90) ? own : here);
    if (inChat !== undefined) return inChat;
    const leads =
      direct && this.group.kind === "council"
        ? accounts.filter((one) => one.steward || (id !== undefined && one.leads.has(id)))
        : [];
    const elsewhere = dice.maybe(leads);
    return elsewhere === undefined ? this.spot() : grammar.directOn(elsewhere.person, elsewhere.platform);
  }

  /** The founder, who may do what anybody may, in a chat of it on that platform; undefined where it has none there. */
  leadOn(platform: PlatformName): Spot | undefined {
    const { grammar } = this.#tools;
    const here = this.chats.find((chat) => chat.platform === platform);
    return here === undefined ? undefined : grammar.inChat(grammar.founder().name, here);
  }

  /** Whether somebody may lead in one of its chats. */
  async isLed(): Promise<boolean> {
    for (const chat of this.chats) {
      if ((await this.#tools.cast.who("coordinator", chat)).length > 0) return true;
    }
    return false;
  }

  /** Who coordinates it, with an account in one of its chats. */
  async leader(): Promise<Account | undefined> {
    const id = await this.#id();
    const all = await (this.group.kind === "cell" ? this.voters() : this.members());
    return all.find(({ leads }) => id !== undefined && leads.has(id)) ?? all.find(({ steward }) => steward);
  }

  /** The id of the cell or council. */
  async #id(): Promise<string | undefined> {
    const { groups } = await this.#tools.cast.roll();
    return this.chats.map(({ name }) => groups.get(name)).find((id) => id !== undefined);
  }

  /** Those who count in the cell, each with one account, in any order. */
  async voters(): Promise<readonly Account[]> {
    const [{ accounts }, id] = [await this.#tools.cast.roll(), await this.#id()];
    return this.#each(accounts.filter(({ countsIn }) => id !== undefined && countsIn === id));
  }

  /** Members who are in its chats, each once. */
  async members(): Promise<readonly Account[]> {
    const all: Account[] = [];
    for (const chat of this.chats) all.push(...(await this.#tools.cast.who("member", chat)));
    return this.#each(all);
  }

  /** Those who sit in the council or stand in for somebody, each with one account, in any order. */
  async delegates(): Promise<readonly Account[]> {
    const [{ accounts }, id] = [await this.#tools.cast.roll(), await this.#id()];
    return this.#each(accounts.filter(({ sits }) => id !== undefined && sits.has(id)));
  }

  /** The id of the role that it has made last. */
  async newestRole(): Promise<string | undefined> {
    const [{ newestRole }, id] = [await this.#tools.cast.roll(), await this.#id()];
    return id === undefined ? undefined : newestRole.get(id);
  }

  /** Those who are asked for a turn in a role or have one that is not over, each with one account, in any order. */
  async serving(role: string | undefined): Promise<readonly Account[]> {
    const { accounts } = await this.#tools.cast.roll();
    return this.#each(accounts.filter(({ serves }) => role !== undefined && serves.has(role)));
  }

  /** Those who hold a role now, each with one account, in any order. */
  async holding(role: string | undefined): Promise<readonly Account[]> {
    const { accounts } = await this.#tools.cast.roll();
    return this.#each(accounts.filter(({ holds }) => role !== undefined && holds.has(role)));
  }

  #each(accounts: readonly Account[]): readonly Account[] {
    const once = new Map(this.#tools.dice.shuffled(accounts).map((account) => [account.id, account]));
    return [...once.values()];
  }

  /** Where somebody says it: directly, mostly; or in a chat of this cell or council on the same platform. */
  at({ person, platform }: Account): Spot {
    const { dice, grammar } = this.#tools;
    const here = this.chats.filter((chat) => chat.platform === platform && person.chats.includes(chat.name));
    const chat = dice.chance(30) ? dice.maybe(here) : undefined;
    return chat === undefined ? grammar.directOn(person, platform) : grammar.inChat(person.name, chat);
  }

  says(spot: Spot, words: string): string {
    return `${spot.at}: ${prefixOf(spot.chat.platform)}${words}`;
  }

  /** Quiet hours of theirs that began an hour ago and go on for eight: what can wait for their morning then does. */
  hush({ person, platform }: Account): string {
    const { play, grammar, world } = this.#tools;
    const hour = hourIn(world.zone, play.now);
    const at = (more: number): string => `${String((hour + more + 24) % 24).padStart(2, "0")}:00`;
    return this.says(grammar.directOn(person, platform), `me quiet ${at(-1)} ${at(8)}`);
  }

  /** What they were asked there, or directly on the same platform. */
  pressBy(spot: Spot, label: RegExp): string | undefined {
    const { grammar, world } = this.#tools;
    const person = world.people.find(({ name }) => name === spot.person);
    if (person === undefined) return undefined;
    return grammar.pressing(label, [spot, grammar.directOn(person, spot.chat.platform)]);
  }

  /** What this account was asked, wherever that stands. */
  pressOf({ person, platform }: Account, label: RegExp): string | undefined {
    const { grammar } = this.#tools;
    const here = this.chats.filter((chat) => chat.platform === platform && person.chats.includes(chat.name));
    const spots = here.map((chat) => grammar.inChat(person.name, chat));
    return grammar.pressing(label, [grammar.directOn(person, platform), ...spots]);
  }

  press(label: RegExp): string | undefined {
    return this.#tools.grammar.pressing(label, this.spots());
  }
}

/**
 * People come and go in one place: whatever makes somebody leave a cell, count elsewhere, become one with another account,
 * be forgotten, or read what is held about them, walks the same list, and so does the retention, and a cell that leaves a
 * council. What happens in each part is said there (src/store/of-persons.ts); here is only the order: who goes is no member
 * any more before the parts are asked, and their person is removed after all of them.
 */
import type { PlatformName } from "../chat/inbound.ts";
import type { Chat } from "./cells.ts";
import { Councils } from "./councils.ts";
import type { FederationRecord } from "./federations.ts";
import { unusedPeople } from "./people/going.ts";
import { People } from "./people/people.ts";
import { Store } from "./repository.ts";
import { nothing, type Effect, type Exported, type Nothing, type OfPersons } from "./of-persons.ts";
import type { Session } from "./session.ts";
import { whichDue } from "./outlived.ts";
import { identityRecord, type Person } from "./people/records.ts";

/** Who went, as they are now, and what they are to be told of it. */
export interface Gone {
  readonly person: Person;
  readonly effects: readonly Effect[];
}

/** As many people are forgotten in one round of the retention: each round has a transaction of its own. */
const atOnce = 100;

export class ComingAndGoing {
  readonly ofPersons = nothing("it walks the others");
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #people: People;
  readonly #parts: () => readonly OfPersons[];

  /** @param parts everything that holds something of persons, in the order in which it is walked */
  constructor(session: Session, federation: FederationRecord, parts: () => readonly OfPersons[]) {
    this.#session = session;
    this.#federation = federation;
    this.#people = new People(session, federation);
    this.#parts = parts;
  }

  /** Ends a membership. Who counted in that cell counts in the earliest of their others, or nowhere. */
  async leaveCell(person: Person, cellId: string): Promise<Gone> {
    const after = await this.#people.leave(person, cellId);
    const effects: Effect[] = [];
    const note = (effect: Effect): unknown => effects.push(effect);
    await this.#each((part) => part.leavesCell, { person: after, cellId, note });
    return { person: after, effects: [...effects, ...(await this.#countElsewhere(after, person.cellId))] };
  }

  /** The person counts in this cell of theirs from now on. */
  async countIn(person: Person, cellId: string): Promise<Gone> {
    const after = await this.#people.countIn(person, cellId);
    return { person: after, effects: await this.#countElsewhere(after, person.cellId) };
  }

  async #countElsewhere(person: Person, from: string | undefined): Promise<readonly Effect[]> {
    const effects: Effect[] = [];
    if (from === undefined || from === person.cellId) return effects;
    const note = (effect: Effect): unknown => effects.push(effect);
    await this.#each((part) => part.countsElsewhere, { person, from, note });
    return effects;
  }

  /**
   * An account is no longer in a chat. The person stops being a member of the chat's cell once no account of theirs is
   * in any chat of it (docs/rules.md, "People and permission").
   */
  async leftChat(platform: PlatformName, userId: string, chat: Chat): Promise<void> {
    const { cellId } = chat;
    const person = await this.#people.leftChat(platform, userId, chat);
    if (person !== undefined && cellId !== undefined) await this.leaveCell(person, cellId);
  }

  /**
   * Two persons of this federation become one, the first: accounts, memberships, vouches and rights of both; settings and
   * counting cell of the first.
   * @param stands whose answer to an open drive, by its id
   * @throws if an open drive with two different answers is not in `stands`
   */
  async becomeOne(first: Person, second: Person, stands: ReadonlyMap<string, "first" | "second">): Promise<Person> {
    const person = await this.#people.unite(first, second);
    const note = (): void => undefined; // what becomes of theirs is shown before, and asked: src/store/links.ts
    await this.#each((part) => part.becomesOne, { first: person, second: second.id, stands, note });
    await this.#people.remove([second.id]);
    await this.#countElsewhere(person, second.cellId);
    return person;
  }

  /** Removes the person with everything that is theirs alone. What remains of closed drives is counts. */
  async forget(person: Person): Promise<void> {
    const note = (): void => undefined; // there is nobody left to tell
    await this.#each((part) => part.forgotten, { person, ...(await this.#held(person.id)), note });
    await this.#people.remove([person.id]);
  }

  /** Everything that is held about a person, for them to read. Names of others are not in it. */
  async export(person: Person): Promise<Readonly<Record<string, unknown>>> {
    const of: Exported = { personId: person.id, ...(await this.#held(person.id)) };
    const all: Record<string, unknown> = {
      federation: this.#federation.name,
      exportedAt: new Date(this.#session.now).toISOString(),
    };
    // Who they are stands first.
    const parts = [...this.#parts()].sort(
      (a, b) => Number(b.tables.includes("Person")) - Number(a.tables.includes("Person")),
    );
    for (const { exported } of parts) {
      if (typeof exported !== "function") continue;
      for (const [name, value] of Object.entries(await exported(of))) {
        if (Object.hasOwn(all, name)) throw new Error(`two parts of an export are called ${name}`);
        all[name] = value;
      }
    }
    return all;
  }

  /**
   * Removes what is older than the federation keeps it, and people who left every cell and were not heard of as long.
   * @returns whether there is more to remove
   */
  async retention(): Promise<boolean> {
    const parts = this.#parts().flatMap(({ retention }) => ("due" in retention ? [retention] : []));
    const people = unusedPeople(new Store(this.#session, this.#federation));
    const due = await whichDue(this.#session, [...parts.map((part) => part.due), people]);
    const unused = due.has(parts.length) ? await this.#people.unused(atOnce) : [];
    for (const person of unused) await this.forget(person);
    for (const part of parts.filter((_, at) => due.has(at))) await part.clear();
    return unused.length === atOnce;
  }

  /** A cell sends nobody to a council any more. */
  async cellLeavesCouncil(councilId: string, cellId: string): Promise<void> {
    await new Councils(this.#session, this.#federation).removeCell(councilId, cellId);
    await this.#each((part) => part.cellLeavesCouncil, { councilId, cellId });
  }

  async #each<Event>(
    step: (part: OfPersons) => ((event: Event) => Promise<void>) | Nothing,
    event: Event,
  ): Promise<void> {
    for (const part of this.#parts()) {
      const taken = step(part);
      if (typeof taken === "function") await taken(event);
    }
  }

  async #held(personId: string): Promise<Omit<Exported, "personId">> {
    const { tx, keyring } = this.#session;
    const rows = await tx.identity.findMany({ where: { personId }, orderBy: { id: "asc" } });
    const identities = rows.map((row) => identityRecord(row, this.#federation.sealer));
    return {
      accounts: identities.map(({ id }) => id),
      owners: identities.map(({ platform, ref }) => keyring.lookup("owner", platform, ref.id)),
    };
  }
}

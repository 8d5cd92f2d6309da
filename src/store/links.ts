/**
 * Several accounts of one person. Rules: README, "Linking accounts".
 *
 * A link begins with a code (src/store/codes.ts) that one account of a person makes. Entered by another account, the code
 * is used up and the account waits in a request, sealed, for ten minutes, at most one for each person. It becomes an
 * account of the person once they say so where the code was made, and have chosen between two answers wherever both
 * have answered the same open drive. Until then nothing is changed. An account that the federation has never seen gets no
 * person, and no rights, before.
 */
import type { PlatformName, PlatformUser } from "../chat/inbound.ts";
import { Actions } from "./actions.ts";
import { Prompts } from "./buttons.ts";
import { CheckIns } from "./checkins.ts";
import { Circles } from "./circles.ts";
import { codeMinutes, type Code } from "./codes.ts";
import { Assemblies } from "./assemblies.ts";
import { Delegates } from "./delegates.ts";
import { Drives, type BothAnswers } from "./drives.ts";
import type { FederationRecord } from "./federations.ts";
import { Gatherings } from "./gatherings.ts";
import { Ledger } from "./ledger.ts";
import { linkRequestLookup, People, personRecord, type Identity, type Person } from "./people.ts";
import { Roles } from "./roles/roles.ts";
import { Polls } from "./polls.ts";
import type { Session } from "./session.ts";

export type { BothAnswers, Contested } from "./drives.ts";

/** An account as it entered a code, in its direct chat. */
export interface EnteringAccount {
  readonly platform: PlatformName;
  /** The bot's account. */
  readonly account: string;
  readonly user: PlatformUser;
  /** The direct chat's id. */
  readonly direct: string;
}

/** An account that waits to be linked. */
export interface LinkRequest {
  readonly id: string;
  /** The account (id of ours) that made the code. */
  readonly identityId: string;
  readonly entering: EnteringAccount;
  /** When it is too late, in milliseconds since 1970. */
  readonly until: number;
  /** Which answers stand, by drive. */
  readonly choices: Readonly<Record<string, Choice>>;
}

interface Choice {
  readonly stands: "first" | "second";
  /** Between which answers (`Contested.key`). */
  readonly key: string;
}

/** What a link will do. */
export interface Outlook extends BothAnswers {
  /** The person that the waiting account is now, if the federation knows it. */
  readonly second: Person | undefined;
  /** The cell in which the person will count. */
  readonly cellId: string | undefined;
  /** Of the drives with two answers, those in which none was chosen yet. */
  readonly undecided: BothAnswers["contested"];
}

/** What became of a link. */
export interface Linked {
  readonly person: Person;
  /** The account that was linked. */
  readonly identity: Identity;
}

const minute = 60_000;

export class Links {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #people: People;
  readonly #drives: Drives;
  readonly #prompts: Prompts;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#people = new People(session, federation);
    this.#drives = new Drives(session, federation);
    this.#prompts = new Prompts(session);
  }

  // A request

  /** The person who made a code, and the account they made it with; undefined if it is not theirs any more. */
  async maker(code: Code): Promise<{ readonly person: Person; readonly identity: Identity } | undefined> {
    const person = code.personId === undefined ? undefined : await this.#people.get(code.personId);
    if (person === undefined) return undefined;
    const identity = (await this.#people.identities(person.id)).find(({ id }) => id === code.identityId);
    return identity === undefined ? undefined : { person, identity };
  }

  /** Whether a person has rights that a link would pass on. */
  async hasRights(person: Person): Promise<boolean> {
    if (person.steward) return true;
    const where = { coordinatorId: person.id, federationId: this.#federation.id };
    return (await this.#session.tx.cell.count({ where })) > 0;
  }

  /** An account waits to be linked to the person; an earlier one does not any more. */
  async request(
    maker: { readonly person: Person; readonly identity: Identity },
    entering: EnteringAccount,
  ): Promise<void> {
    const until = this.#session.now + codeMinutes * minute;
    const { id: identityId } = maker.identity;
    await this.#put(maker.person.id, { id: this.#session.newId(), identityId, entering, until, choices: {} });
  }

  /** The account that waits, if its ten minutes have not passed. */
  async pending(personId: string): Promise<LinkRequest | undefined> {
    const found = await this.#prompts.find(linkRequestLookup(this.#session.keyring, personId));
    if (found?.federationId !== this.#federation.id) return undefined;
    const request = JSON.parse(found.read(this.#federation.sealer)) as LinkRequest; // an edge: only `#put` writes it
    return request.until > this.#session.now ? request : undefined;
  }

  /** One of two answers was chosen. The request keeps its time. */
  async choose(personId: string, request: LinkRequest, driveId: string, choice: Choice): Promise<LinkRequest> {
    const chosen = { ...request, choices: { ...request.choices, [driveId]: choice } };
    await this.#put(personId, chosen);
    return chosen;
  }

  async drop(personId: string): Promise<void> {
    await this.#prompts.remove(linkRequestLookup(this.#session.keyring, personId));
  }

  async #put(personId: string, request: LinkRequest): Promise<void> {
    const { id, sealer } = this.#federation;
    const lookup = linkRequestLookup(this.#session.keyring, personId);
    await this.#prompts.put(lookup, id, JSON.stringify(request), request.until, sealer);
  }

  /** What the link will do, as things are now. */
  async outlook(first: Person, { entering, choices }: LinkRequest): Promise<Outlook> {
    const second = await this.#people.byAccount(entering.platform, entering.user.id);
    const cellId = first.cellId ?? second?.cellId;
    if (second === undefined || second.id === first.id) {
      return { second: undefined, cellId, contested: [], undecided: [], lost: [], closedTwice: 0 };
    }
    const both = await this.#drives.ofBoth(first.id, second.id, cellId);
    const undecided = both.contested.filter(({ drive, key }) => choices[drive.id]?.key !== key);
    return { ...both, second, cellId, undecided };
  }

  // Linking

  /**
   * Makes the waiting account one of the person's. If it was a person of its own, the two are one from then on: accounts,
   * memberships, vouches and rights of both; settings and counting cell of the first.
   * @throws if a choice between two answers is missing: ask `outlook` first, in the same transaction.
   */
  async link(first: Person, request: LinkRequest): Promise<Linked> {
    const { entering, choices } = request;
    await this.drop(first.id);
    const entered = await this.#people.recognise(entering);
    const stands = new Map(Object.entries(choices).map(([drive, choice]) => [drive, choice.stands]));
    const person = entered.person.id === first.id ? first : await this.merge(first, entered.person, stands);
    return { person, identity: { ...entered.identity, personId: person.id } };
  }

  /** Two persons of this federation become one, the first. `stands`: whose answer to an open drive, by its id. */
  async merge(first: Person, second: Person, stands: ReadonlyMap<string, "first" | "second">): Promise<Person> {
    const { tx, keyring } = this.#session;
    const inFederation = { federationId: this.#federation.id };
    if (tx.provider === "postgresql") {
      // Whoever answers as one of them meanwhile waits, and finds the answer's person gone or changed.
      await tx.$queryRaw`
        SELECT "id" FROM "Person" WHERE "id" IN (${first.id}, ${second.id}) ORDER BY "id" ${tx.forUpdate}`;
    }
    const vouched = await this.#mergeVouches(first.id, second.id);
    await tx.identity.updateMany({ where: { personId: second.id, ...inFederation }, data: { personId: first.id } });
    await this.#mergeMemberships(first.id, second.id);
    await tx.cell.updateMany({
      where: { coordinatorId: second.id, ...inFederation },
      data: { coordinatorId: first.id },
    });
    await tx.council.updateMany({
      where: { coordinatorId: second.id, ...inFederation },
      data: { coordinatorId: first.id },
    });
    await tx.drive.updateMany({ where: { createdById: second.id, ...inFederation }, data: { createdById: first.id } });
    const row = await tx.person.update({
      where: { id: first.id },
      data: { vouched, steward: first.steward || second.steward, cellId: first.cellId ?? second.cellId ?? null },
    });
    const person = personRecord(row);
    await this.#drives.merge(person, second.id, stands);
    await new Roles(this.#session, this.#federation).merge(first.id, second.id);
    await new Actions(this.#session, this.#federation).merge(first.id, second.id);
    await new Gatherings(this.#session, this.#federation).merge(first.id, second.id);
    await new Ledger(this.#session, this.#federation).merge(first.id, second.id);
    await new CheckIns(this.#session, this.#federation).merge(first.id, second.id);
    await new Circles(this.#session, this.#federation).merge(first.id, second.id);
    await new Assemblies(this.#session, this.#federation).merge(person.id, second.id);
    await new Delegates(this.#session, this.#federation).merge(first.id, second.id);
    await new Polls(this.#session, this.#federation).merge(first.id, second.id);
    await tx.code.deleteMany({ where: { personId: second.id, ...inFederation } });
    await tx.prompt.deleteMany({ where: { lookup: linkRequestLookup(keyring, second.id) } });
    await tx.person.delete({ where: { id: second.id } });
    return person;
  }

  /** Each vouches once, and for nobody twice, and not for themselves; gives back how many vouch for the one person. */
  async #mergeVouches(first: string, second: string): Promise<number> {
    const { tx } = this.#session;
    await tx.vouch.deleteMany({
      where: {
        OR: [
          { fromId: first, toId: second },
          { fromId: second, toId: first },
        ],
      },
    });
    const forBoth = await tx.vouch.findMany({
      where: { fromId: second, to: { vouchesReceived: { some: { fromId: first } } } },
    });
    for (const { toId } of forBoth) {
      await tx.vouch.delete({ where: { fromId_toId: { fromId: second, toId } } });
      await tx.person.update({ where: { id: toId }, data: { vouched: { decrement: 1 } } });
    }
    const byThem = await tx.vouch.findMany({ where: { toId: first }, select: { fromId: true } });
    await tx.vouch.deleteMany({ where: { toId: second, fromId: { in: byThem.map(({ fromId }) => fromId) } } });
    await tx.vouch.updateMany({ where: { fromId: second }, data: { fromId: first } });
    await tx.vouch.updateMany({ where: { toId: second }, data: { toId: first } });
    return tx.vouch.count({ where: { toId: first } });
  }

  async #mergeMemberships(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    const mine = await tx.membership.findMany({ where: { personId: first }, select: { cellId: true } });
    await tx.membership.updateMany({
      where: { personId: second, cellId: { notIn: mine.map(({ cellId }) => cellId) } },
      data: { personId: first },
    });
  }

  // Unlinking

  /**
   * An account becomes a person of its own: a member of those cells in whose chats it is, with the settings that they had.
   * Answers, vouches and rights stay with the other, who stays a member where another account of theirs is, where
   * they count, and where they coordinate.
   */
  async unlink(person: Person, identity: Identity): Promise<Person> {
    const { tx, now } = this.#session;
    const { id: federationId } = this.#federation;
    const shared = await this.#cellsSharedBy(person, identity);
    const cellId = shared.find(({ id }) => id === person.cellId)?.id ?? shared[0]?.id ?? null;
    const { language = null, zone = null, quietFrom = null, quietTo = null } = person;
    const row = await tx.person.create({
      data: {
        id: this.#session.newId(),
        federationId,
        createdAt: new Date(now),
        language,
        zone,
        quietFrom,
        quietTo,
        cellId,
      },
    });
    await tx.identity.update({ where: { id: identity.id, federationId }, data: { personId: row.id } });
    const memberships = shared.map(({ id, joinedAt }) => ({ personId: row.id, cellId: id, joinedAt }));
    await tx.membership.createMany({ data: memberships });
    for (const { id, coordinatorId } of shared) {
      if (id === person.cellId || coordinatorId === person.id) continue;
      const still = await tx.presence.count({ where: { identity: { personId: person.id }, chat: { cellId: id } } });
      if (still > 0) continue;
      await tx.membership.deleteMany({ where: { personId: person.id, cellId: id } });
      await new Delegates(this.#session, this.#federation).leftCell(person.id, id);
      await new Polls(this.#session, this.#federation).leftCell(person.id, id);
    }
    await tx.code.deleteMany({ where: { kind: "link", identityId: identity.id, federationId } });
    await this.drop(person.id);
    return personRecord(row);
  }

  /** The cells of a person in whose chats this account of theirs is, in the order in which they joined. */
  async #cellsSharedBy(person: Person, identity: Identity) {
    const rows = await this.#session.tx.membership.findMany({
      where: { personId: person.id, cell: { chats: { some: { presences: { some: { identityId: identity.id } } } } } },
      orderBy: [{ joinedAt: "asc" }, { cellId: "asc" }],
      include: { cell: { select: { coordinatorId: true } } },
    });
    return rows.map(({ cellId, joinedAt, cell }) => ({ id: cellId, joinedAt, coordinatorId: cell.coordinatorId }));
  }
}

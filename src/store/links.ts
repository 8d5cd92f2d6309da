/**
 * Several accounts of one person. Rules: docs/rules.md, "Linking accounts".
 *
 * A link begins with a code (src/store/codes.ts) that one account of a person makes. Entered by another account, the code
 * is used up and the account waits in a request, sealed, for ten minutes, at most one for each person. It becomes an
 * account of the person once they say so where the code was made, and have chosen between two answers wherever both
 * have answered the same open drive. Until then nothing is changed. An account that the federation has never seen gets no
 * person, and no rights, before.
 */
import { minuteOf } from "../domain/time.ts";
import { cardParts } from "../chat/cards.ts";
import type { PlatformName, PlatformUser } from "../chat/inbound.ts";
import { Prompts } from "./buttons.ts";
import { Cards } from "./cards.ts";
import { codeMinutes } from "./codes.ts";
import type { ComingAndGoing } from "./coming-and-going.ts";
import { Drives } from "./drives/drives.ts";
import type { BothAnswers } from "./drives/records.ts";
import type { FederationRecord } from "./federations.ts";
import { helpTouched } from "./help-touched.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import { People } from "./people/people.ts";
import type { Session } from "./session.ts";
import type { Code } from "./entering.ts";
import { linkRequestLookup, personRecord, type Identity, type Person } from "./people/records.ts";

export type { BothAnswers, Contested } from "./drives/records.ts";

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
  readonly #comingAndGoing: ComingAndGoing;

  constructor(session: Session, federation: FederationRecord, comingAndGoing: ComingAndGoing) {
    this.#session = session;
    this.#federation = federation;
    this.#comingAndGoing = comingAndGoing;
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
   * Makes the waiting account one of the person's. If it was a person of its own, the two are one from then on.
   * @throws if a choice between two answers is missing: ask `outlook` first, in the same transaction.
   */
  async link(first: Person, request: LinkRequest): Promise<Linked> {
    const { entering, choices } = request;
    await this.drop(first.id);
    const entered = await this.#people.recognise(entering);
    const stands = new Map(Object.entries(choices).map(([drive, choice]) => [drive, choice.stands]));
    const person =
      entered.person.id === first.id ? first : await this.#comingAndGoing.becomeOne(first, entered.person, stands);
    return { person, identity: { ...entered.identity, personId: person.id } };
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
        createdAt: new Date(minuteOf(now)),
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
    // The account is another person's in the cells of both.
    const mine = await tx.membership.findMany({ where: { personId: person.id }, select: { cellId: true } });
    helpTouched(this.#session, this.#federation, ...mine.map(({ cellId: id }) => id));
    // One more counts there.
    if (cellId !== null) new Cards(this.#session).touch({ kind: cardParts.members, subject: cellId });
    for (const { id, coordinatorId } of shared) {
      if (id === person.cellId || coordinatorId === person.id) continue;
      const still = await tx.presence.count({ where: { identity: { personId: person.id }, chat: { cellId: id } } });
      if (still > 0) continue;
      await this.#comingAndGoing.leaveCell(person, id);
    }
    await tx.code.deleteMany({ where: { kind: "link", identityId: identity.id, federationId } });
    await this.drop(person.id);
    return personRecord(row);
  }

  get ofPersons(): OfPersons {
    const soon = nothing("a request is about an account and not a cell, and ends after ten minutes");
    return {
      tables: ["Prompt"],
      leavesCell: soon,
      countsElsewhere: soon,
      becomesOne: ({ second }) => this.drop(second),
      forgotten: ({ person }) => this.drop(person.id),
      exported: nothing("a question that waits is a command begun ten minutes ago at most, found by its place alone"),
      retention: nothing("questions end after ten minutes, and housekeeping removes them"),
      cellLeavesCouncil: nothing("nothing of councils is in it"),
    };
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

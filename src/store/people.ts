/** People, their accounts, the cells that they are members of, and who vouches for whom. */
import type { PlatformName, PlatformUser } from "../chat/inbound.ts";
import { Prisma, type Identity as IdentityRow, type Person as PersonRow } from "./generated/sqlite/client.ts";
import { cellRecord, chatLookup, chatRecord, type Cell, type Chat } from "./cells.ts";
import { Buttons } from "./buttons.ts";
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons, type Part } from "./of-persons.ts";
import type { Keyring, Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";
import { Started } from "./started.ts";
import { cardParts } from "../chat/cards.ts";
import { Cards } from "./cards.ts";

/** One human being in one federation. */
export interface Person {
  readonly id: string;
  readonly federationId: string;
  /** Where it differs from the chat's. */
  readonly language: string | undefined;
  readonly zone: string | undefined;
  /** Quiet hours, minutes of the day in their zone; both or none. */
  readonly quietFrom: number | undefined;
  readonly quietTo: number | undefined;
  readonly steward: boolean;
  /** The cell in which they count. */
  readonly cellId: string | undefined;
  /** How many members vouch for them. */
  readonly vouched: number;
}

/** One account of a person on one platform. */
export interface Identity {
  readonly id: string;
  readonly personId: string;
  readonly platform: PlatformName;
  readonly account: string;
  /** As the platform names it. */
  readonly ref: { readonly id: string; readonly username?: string };
  readonly name: string;
  /** The direct chat's id, if the bot may write to them there. */
  readonly direct: string | undefined;
  /** Milliseconds since 1970. */
  readonly seenAt: number;
  /** The chat they last spoke in (id of ours). */
  readonly lastChatId: string | undefined;
}

/** An account that says something the bot accepts. */
export interface Sighting {
  readonly platform: PlatformName;
  /** The bot's account. */
  readonly account: string;
  readonly user: PlatformUser;
  /** The bound chat where it spoke. */
  readonly chat?: Chat | undefined;
  /** The direct chat's id, where it spoke directly. */
  readonly direct?: string | undefined;
}

/** What the dispatch has already found out about the account that speaks. */
export interface Known {
  readonly person: Person;
  readonly identity: Identity;
  /** Whether the account was seen in this chat before. */
  readonly present: boolean;
  /** Whether the person is a member of this chat's cell, or of a cell of this chat's council. */
  readonly member: boolean;
}

/** What a person may set with `/me`. `undefined` goes back to the chat's. */
export type PersonSettings = Partial<Pick<Person, "language" | "zone" | "quietFrom" | "quietTo">>;

/** A person, and the name that one of their accounts shows. */
export interface Named {
  readonly person: Person;
  readonly name: string;
  readonly identity: Identity;
}

/** Cells and councils (ids) whose people are known to somebody. */
export interface Reach {
  readonly cells: readonly string[];
  readonly councils: readonly string[];
}

export interface Vouched {
  readonly outcome: "vouched" | "already";
  /** How many vouch for the person now. */
  readonly count: number;
  /** The threshold was reached with this vouch: `drives.vouchedFor` has to be called. */
  readonly reached: boolean;
}

/** For what place each text is sealed: see sealing.ts. */
const purposes = { ref: "Identity.sealedRef", name: "Identity.sealedName", direct: "Identity.sealedDirect" } as const;

/** The key by which an account is found before its federation is known. */
export const identityLookup = (keyring: Keyring, platform: string, userId: string): string =>
  keyring.lookup("identity", platform, userId);

/** The key by which an account is found by its `@name`. */
export const usernameLookup = (keyring: Keyring, platform: string, username: string): string =>
  keyring.lookup("username", platform, username.toLowerCase());

/** The key of the account that waits to be linked to a person (src/store/links.ts). */
export const linkRequestLookup = (keyring: Keyring, personId: string): string =>
  keyring.lookup("link-request", personId);

/** Nobody reads a longer list of names, and decrypting one costs time. */
const namesSearched = 1_000;
/** `seenAt` is not kept more exactly than this, so that not every command writes. In milliseconds. */
const seenStep = 60_000;
const day = 24 * 60 * 60_000;

export function personRecord(row: PersonRow): Person {
  return {
    id: row.id,
    federationId: row.federationId,
    language: row.language ?? undefined,
    zone: row.zone ?? undefined,
    quietFrom: row.quietFrom ?? undefined,
    quietTo: row.quietTo ?? undefined,
    steward: row.steward,
    cellId: row.cellId ?? undefined,
    vouched: row.vouched,
  };
}

export function identityRecord(row: IdentityRow, sealer: Sealer): Identity {
  return {
    id: row.id,
    personId: row.personId,
    platform: row.platform,
    account: row.account,
    ref: JSON.parse(sealer.open(row.sealedRef, purposes.ref)) as Identity["ref"],
    name: sealer.open(row.sealedName, purposes.name),
    direct: row.sealedDirect === null ? undefined : sealer.open(row.sealedDirect, purposes.direct),
    seenAt: row.seenAt.getTime(),
    lastChatId: row.lastChatId ?? undefined,
  };
}

export class People {
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
  }

  // Finding

  async get(id: string): Promise<Person | undefined> {
    const [row] = await this.#session.tx.$queryRaw<PersonRow>`
      SELECT * FROM "Person" WHERE "id" = ${id} AND "federationId" = ${this.#federation.id}`;
    return row === undefined ? undefined : personRecord(row);
  }

  /** A person, and how the cell speaks in which they count; in one statement, for it runs whenever somebody is written to. */
  async withVoice(
    id: string,
  ): Promise<{ readonly person: Person; readonly cell: Partial<Pick<Cell, "language" | "zone">> } | undefined> {
    const [row] = await this.#session.tx.$queryRaw<
      PersonRow & { readonly cellLanguage: string | null; readonly cellZone: string | null }
    >`
      SELECT p.*, c."language" AS "cellLanguage", c."zone" AS "cellZone"
      FROM "Person" p LEFT JOIN "Cell" c ON c."id" = p."cellId"
      WHERE p."id" = ${id} AND p."federationId" = ${this.#federation.id}`;
    if (row === undefined) return undefined;
    const { cellLanguage: language, cellZone: zone } = row;
    return {
      person: personRecord(row),
      cell: { ...(language === null ? {} : { language }), ...(zone === null ? {} : { zone }) },
    };
  }

  /** The person behind an account: somebody who was mentioned. */
  async byAccount(platform: PlatformName, userId: string): Promise<Person | undefined> {
    const lookup = identityLookup(this.#session.keyring, platform, userId);
    const row = await this.#session.tx.identity.findUnique({
      where: { lookup_federationId: { lookup, federationId: this.#federation.id } },
      include: { person: true },
    });
    return row === null ? undefined : personRecord(row.person);
  }

  /** One account, as the platform names it. */
  async account(platform: PlatformName, userId: string): Promise<Identity | undefined> {
    const lookup = identityLookup(this.#session.keyring, platform, userId);
    const row = await this.#session.tx.identity.findUnique({
      where: { lookup_federationId: { lookup, federationId: this.#federation.id } },
    });
    return row === null ? undefined : identityRecord(row, this.#federation.sealer);
  }

  /** The person whose `@name` this is on a platform: of those who had it, the one who spoke last. */
  async byUsername(username: string, platform: PlatformName): Promise<Person | undefined> {
    const { tx, keyring } = this.#session;
    const row = await tx.identity.findFirst({
      where: { lookupName: usernameLookup(keyring, platform, username), federationId: this.#federation.id },
      orderBy: { seenAt: "desc" },
      include: { person: true },
    });
    return row === null ? undefined : personRecord(row.person);
  }

  /** Whether a person belongs there, or was seen in a chat there. */
  async isInReach(personId: string, { cells, councils }: Reach): Promise<boolean> {
    const chat = { OR: [{ cellId: { in: [...cells] } }, { councilId: { in: [...councils] } }] };
    const found = await this.#session.tx.identity.findFirst({
      where: { personId, OR: [...this.#belongs({ cells, councils }), { presences: { some: { chat } } }] },
      select: { id: true },
    });
    return found !== null;
  }

  /** An account of a member of these cells, or of somebody who was seen in, or has a seat in, these councils. */
  #belongs({ cells, councils }: Reach): Prisma.IdentityWhereInput[] {
    const councilId = { in: [...councils] };
    return [
      { person: { memberships: { some: { cellId: { in: [...cells] } } } } },
      { presences: { some: { chat: { councilId } } } },
      { person: { seats: { some: { councilId } } } },
      { person: { standsIn: { some: { councilId } } } },
    ];
  }

  /**
   * The accounts of the members of some cells, with the names that people see; a person with two accounts is in it
   * twice. Where there are very many, only those who spoke last.
   */
  async inCells(cellIds: readonly string[]): Promise<readonly Named[]> {
    return this.inReach({ cells: cellIds, councils: [] });
  }

  /** The same of cells and councils: of a council those who were seen in its chats, or have a seat. */
  async inReach(reach: Reach): Promise<readonly Named[]> {
    const rows = await this.#session.tx.identity.findMany({
      where: { federationId: this.#federation.id, OR: this.#belongs(reach) },
      orderBy: [{ seenAt: "desc" }, { id: "asc" }],
      take: namesSearched,
      include: { person: true },
    });
    return rows.map((row) => {
      const identity = identityRecord(row, this.#federation.sealer);
      return { person: personRecord(row.person), name: identity.name, identity };
    });
  }

  /** A person's accounts, the one that spoke last first: for direct messages, and to name them. */
  async identities(personId: string): Promise<readonly Identity[]> {
    const rows = await this.#session.tx.$queryRaw<IdentityRow>`
      SELECT * FROM "Identity" WHERE "personId" = ${personId} AND "federationId" = ${this.#federation.id}
      ORDER BY "seenAt" DESC, "id"`;
    return rows.map((row) => identityRecord(row, this.#federation.sealer));
  }

  /** What people are called, by their ids: the name of the account that spoke last. In one statement, for many people. */
  async names(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.#session.tx.$queryRaw<{ personId: string; sealedName: string }>`
      SELECT "personId", "sealedName" FROM "Identity"
      WHERE "federationId" = ${this.#federation.id} AND "personId" IN (${Prisma.join([...personIds])})
      ORDER BY "seenAt", "id" DESC`;
    const latest = new Map(rows.map(({ personId, sealedName }) => [personId, sealedName]));
    return new Map([...latest].map(([id, sealed]) => [id, this.#federation.sealer.open(sealed, purposes.name)]));
  }

  async isMember(personId: string, cellId: string): Promise<boolean> {
    const row = await this.#session.tx.membership.findUnique({ where: { personId_cellId: { personId, cellId } } });
    return row !== null;
  }

  /** How many people count in a cell. */
  async memberCount(cellId: string): Promise<number> {
    return this.#session.tx.person.count({ where: { cellId, federationId: this.#federation.id } });
  }

  // Coming and going

  /**
   * Notes that an account spoke, and makes its person a member of the chat's cell. Writes only what changed; with
   * `known`, the usual case asks the database for nothing at all. In a council's chat nobody becomes a member.
   * @throws in a council's chat, if the federation does not know the account
   */
  async recognise(
    sighting: Sighting,
    known?: Known,
  ): Promise<{ readonly person: Person; readonly identity: Identity }> {
    const before = known ?? (await this.#find(sighting));
    if (before === undefined) return this.#welcome(sighting);
    const identity = await this.#refresh(sighting, before.identity);
    if (sighting.chat === undefined) return { person: before.person, identity };
    if (!before.present) await this.#present(identity.id, sighting.chat.id);
    const { cellId } = sighting.chat;
    const person = before.member || cellId === undefined ? before.person : await this.join(before.person, cellId);
    return { person, identity };
  }

  async #find({ platform, user, chat }: Sighting): Promise<Known | undefined> {
    const { tx, keyring } = this.#session;
    const row = await tx.identity.findUnique({
      where: {
        lookup_federationId: {
          lookup: identityLookup(keyring, platform, user.id),
          federationId: this.#federation.id,
        },
      },
      include: {
        person: { include: { memberships: { where: { cellId: chat?.cellId ?? "" } } } },
        presences: { where: { chatId: chat?.id ?? "" } },
      },
    });
    if (row === null) return undefined;
    return {
      person: personRecord(row.person),
      identity: identityRecord(row, this.#federation.sealer),
      present: row.presences.length > 0,
      member: row.person.memberships.length > 0,
    };
  }

  /** Somebody whom the federation has not seen yet. */
  async #welcome(sighting: Sighting): Promise<{ readonly person: Person; readonly identity: Identity }> {
    const { tx, keyring, now } = this.#session;
    const { platform, account, user, chat } = sighting;
    const federationId = this.#federation.id;
    const cellId = chat?.cellId;
    if (chat !== undefined && cellId === undefined) throw new Error("nobody becomes known in a council's chat");
    const person = await tx.person.create({
      data: { id: this.#session.newId(), federationId, createdAt: new Date(now), cellId: cellId ?? null },
    });
    this.#counted(cellId);
    // Whoever has opened the direct chat before can be written to from now on.
    const started = await new Started(this.#session).take({ platform, account, user: user.id });
    const row = await tx.identity.create({
      data: {
        id: this.#session.newId(),
        personId: person.id,
        federationId,
        platform,
        account,
        lookup: identityLookup(keyring, platform, user.id),
        ...this.#seen({ ...sighting, direct: sighting.direct ?? started }, undefined),
        seenAt: new Date(await this.#seenAt(sighting)),
      },
    });
    if (chat !== undefined && cellId !== undefined) {
      await tx.membership.create({ data: { personId: person.id, cellId, joinedAt: new Date(now) } });
      await this.#present(row.id, chat.id);
    }
    return { person: personRecord(person), identity: identityRecord(row, this.#federation.sealer) };
  }

  /** What is stored of how an account looks now. */
  #seen({ platform, account, user, chat, direct }: Sighting, before: Identity | undefined) {
    const { keyring } = this.#session;
    const { sealer } = this.#federation;
    const ref = user.username === undefined ? { id: user.id } : { id: user.id, username: user.username };
    const reached = direct ?? before?.direct;
    return {
      sealedRef: sealer.seal(JSON.stringify(ref), purposes.ref),
      sealedName: sealer.seal(user.name, purposes.name),
      lookupName: user.username === undefined ? null : usernameLookup(keyring, platform, user.username),
      sealedDirect: reached === undefined ? null : sealer.seal(reached, purposes.direct),
      lookupDirect: reached === undefined ? null : chatLookup(keyring, platform, account, reached),
      lastChatId: chat?.id ?? before?.lastChatId ?? null,
    };
  }

  /** Writes what changed about an account, if anything. */
  async #refresh(sighting: Sighting, before: Identity): Promise<Identity> {
    const { user, chat, direct, account } = sighting;
    const looksTheSame =
      before.name === user.name && before.ref.username === user.username && before.account === account;
    const inPlace =
      (direct === undefined || direct === before.direct) && (chat === undefined || chat.id === before.lastChatId);
    const { tx, now } = this.#session;
    if (looksTheSame && inPlace && now - before.seenAt < seenStep) return before;
    const seenAt = await this.#seenAt(sighting);
    if (looksTheSame && inPlace) {
      await tx.$executeRaw`UPDATE "Identity" SET "seenAt" = ${new Date(seenAt)} WHERE "id" = ${before.id}`;
      return { ...before, seenAt };
    }
    if (before.name !== user.name) this.#named(before.personId);
    const data = { ...this.#seen(sighting, before), account, seenAt: new Date(seenAt) };
    const row = await tx.identity.update({ where: { id: before.id }, data });
    return identityRecord(row, this.#federation.sealer);
  }

  /**
   * Now, or just after what was noted in other federations, since two commands can come in the same millisecond: the
   * latest decides which federation a direct message is for. There the account's last chat is emptied, so that the next
   * command there is noted at once again, and whoever is in one federation only pays nothing for it.
   */
  async #seenAt({ platform, user }: Sighting): Promise<number> {
    const { tx, keyring, now } = this.#session;
    const lookup = identityLookup(keyring, platform, user.id);
    const elsewhere = Prisma.sql`"lookup" = ${lookup} AND "federationId" <> ${this.#federation.id}`;
    const others = await tx.$queryRaw<{ seenAt: Date }>`SELECT "seenAt" FROM "Identity" WHERE ${elsewhere}`;
    if (others.length > 0) await tx.$executeRaw`UPDATE "Identity" SET "lastChatId" = NULL WHERE ${elsewhere}`;
    return Math.max(now, ...others.map(({ seenAt }) => seenAt.getTime() + 1));
  }

  /** What somebody is called has changed: cards that name them are written anew. */
  #named(personId: string): void {
    new Cards(this.#session).touch({ kind: cardParts.person, subject: personId });
  }

  /** People came to count in a cell, or count there no more. */
  #counted(...cellIds: readonly (string | undefined)[]): void {
    const cards = new Cards(this.#session);
    for (const subject of cellIds) if (subject !== undefined) cards.touch({ kind: cardParts.members, subject });
  }

  async #present(identityId: string, chatId: string): Promise<void> {
    await this.#session.tx.presence.upsert({
      where: { identityId_chatId: { identityId, chatId } },
      create: { identityId, chatId },
      update: {},
    });
  }

  /** Makes the person a member of a cell; they count in it if they count nowhere yet. */
  async join(person: Person, cellId: string): Promise<Person> {
    const { tx, now } = this.#session;
    await tx.membership.upsert({
      where: { personId_cellId: { personId: person.id, cellId } },
      create: { personId: person.id, cellId, joinedAt: new Date(now) },
      update: {},
    });
    return person.cellId === undefined ? this.countIn(person, cellId) : person;
  }

  /** The person counts in this cell of theirs from now on, and nothing else: `ComingAndGoing.countIn` does the rest. */
  async countIn(person: Person, cellId: string): Promise<Person> {
    const row = await this.#session.tx.person.update({ where: { id: person.id }, data: { cellId } });
    this.#counted(person.cellId, cellId);
    return personRecord(row);
  }

  /**
   * Ends a membership, and nothing else: `ComingAndGoing.leaveCell` does the rest. Who counted in that cell counts in the
   * earliest of their others.
   */
  async leave(person: Person, cellId: string): Promise<Person> {
    const { tx } = this.#session;
    await tx.membership.deleteMany({ where: { personId: person.id, cellId } });
    if (person.cellId !== cellId) return person;
    const next = await tx.membership.findFirst({
      where: { personId: person.id },
      orderBy: [{ joinedAt: "asc" }, { cellId: "asc" }],
    });
    const row = await tx.person.update({ where: { id: person.id }, data: { cellId: next?.cellId ?? null } });
    this.#counted(cellId, next?.cellId);
    return personRecord(row);
  }

  /** An account is no longer in a chat. Gives its person back where they are a member of the chat's cell without being there. */
  async leftChat(platform: PlatformName, userId: string, chat: Chat): Promise<Person | undefined> {
    const { tx, keyring } = this.#session;
    const lookup = identityLookup(keyring, platform, userId);
    const identity = await tx.identity.findUnique({
      where: { lookup_federationId: { lookup, federationId: this.#federation.id } },
      include: { person: true },
    });
    if (identity === null) return undefined;
    await tx.presence.deleteMany({ where: { identityId: identity.id, chatId: chat.id } });
    const { cellId } = chat;
    if (cellId === undefined) return undefined;
    const elsewhere = await tx.presence.count({
      where: { identity: { personId: identity.personId }, chat: { cellId } },
    });
    if (elsewhere > 0 || !(await this.isMember(identity.personId, cellId))) return undefined;
    return personRecord(identity.person);
  }

  /** Until when answers that were asked for in this chat (id of ours) wait, for each account ({@link Buttons.awaiting}). */
  async awaiting(chat: string): Promise<readonly number[]> {
    return new Buttons(this.#session).awaiting(this.#federation.id, chat);
  }

  /** The bot may write directly to this account in that chat, or (undefined) no longer. */
  async setDirect(identity: Identity, direct: string | undefined): Promise<void> {
    const { tx, keyring } = this.#session;
    await tx.identity.updateMany({
      where: { id: identity.id, federationId: this.#federation.id },
      data: {
        sealedDirect: direct === undefined ? null : this.#federation.sealer.seal(direct, purposes.direct),
        lookupDirect: direct === undefined ? null : chatLookup(keyring, identity.platform, identity.account, direct),
      },
    });
  }

  // Settings and levels

  /** Changes settings; what is not named stays, what is `undefined` goes back to the chat's. */
  async update(person: Person, settings: PersonSettings): Promise<Person> {
    const data = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, value ?? null]));
    const row = await this.#session.tx.person.update({ where: { id: person.id }, data });
    return personRecord(row);
  }

  async setSteward(person: Person, steward: boolean): Promise<Person> {
    const row = await this.#session.tx.person.update({ where: { id: person.id }, data: { steward } });
    return personRecord(row);
  }

  /** Whether nobody else is a steward: then they cannot leave. */
  async isLastSteward(person: Person): Promise<boolean> {
    if (!person.steward) return false;
    const others = await this.#session.tx.person.count({
      where: { federationId: this.#federation.id, steward: true, id: { not: person.id } },
    });
    return others === 0;
  }

  // Vouching

  /** One member vouches for another, once. */
  async vouch(from: Person, to: Person): Promise<Vouched> {
    const { tx, now } = this.#session;
    const pair = { fromId: from.id, toId: to.id };
    if ((await tx.vouch.findUnique({ where: { fromId_toId: pair } })) !== null) {
      return { outcome: "already", count: to.vouched, reached: false };
    }
    await tx.vouch.create({ data: { ...pair, createdAt: new Date(now) } });
    const { vouched } = await tx.person.update({ where: { id: to.id }, data: { vouched: { increment: 1 } } });
    return { outcome: "vouched", count: vouched, reached: vouched === this.#federation.vouches };
  }

  /**
   * Those whose answers in open drives do not count yet, though `vouches` are enough now: for `drives.vouchedFor`
   * after the setting was lowered.
   */
  async newlyVouched(vouches: number): Promise<readonly string[]> {
    const rows = await this.#session.tx.person.findMany({
      where: {
        federationId: this.#federation.id,
        vouched: { gte: vouches },
        pledges: { some: { counted: false, drive: { closedAt: null } } },
      },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  // Two who turn out to be one, and who is removed: src/store/coming-and-going.ts calls these

  /** The first has the accounts, memberships and vouches of both from now on, and is a steward if one of them is. */
  async unite(first: Person, second: Person): Promise<Person> {
    const { tx } = this.#session;
    if (tx.provider === "postgresql") {
      // Whoever answers as one of them meanwhile waits, and finds the answer's person gone or changed.
      await tx.$queryRaw`
        SELECT "id" FROM "Person" WHERE "id" IN (${first.id}, ${second.id}) ORDER BY "id" ${tx.forUpdate}`;
    }
    const vouched = await this.#uniteVouches(first.id, second.id);
    await tx.identity.updateMany({
      where: { personId: second.id, federationId: this.#federation.id },
      data: { personId: first.id },
    });
    const mine = await tx.membership.findMany({ where: { personId: first.id }, select: { cellId: true } });
    await tx.membership.updateMany({
      where: { personId: second.id, cellId: { notIn: mine.map(({ cellId }) => cellId) } },
      data: { personId: first.id },
    });
    const row = await tx.person.update({
      where: { id: first.id },
      data: { vouched, steward: first.steward || second.steward, cellId: first.cellId ?? second.cellId ?? null },
    });
    return personRecord(row);
  }

  /** Each vouches once, and for nobody twice, and not for themselves; gives back how many vouch for the one person. */
  async #uniteVouches(first: string, second: string): Promise<number> {
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

  /** Removes people, and nothing else: those for whom they vouched keep what counted already, with one vouch less. */
  async remove(ids: readonly string[]): Promise<void> {
    const { tx } = this.#session;
    const people = { in: [...ids] };
    const counting = await tx.person.findMany({ where: { id: people }, select: { cellId: true } });
    this.#counted(...counting.map(({ cellId }) => cellId ?? undefined));
    for (const { toId } of await tx.vouch.findMany({ where: { fromId: people, toId: { notIn: [...ids] } } })) {
      await tx.person.update({ where: { id: toId }, data: { vouched: { decrement: 1 } } });
    }
    await tx.person.deleteMany({ where: { id: people, federationId: this.#federation.id } });
  }

  /**
   * People who left every cell and were not heard of for the federation's retention, at most `limit`. Stewards stay, and so
   * does who has an answer in a drive whose own retention is still to come.
   */
  async unused(limit: number): Promise<readonly Person[]> {
    const { tx, now } = this.#session;
    const before = new Date(now - this.#federation.retentionDays * day);
    const rows = await tx.person.findMany({
      where: {
        federationId: this.#federation.id,
        steward: false,
        createdAt: { lt: before },
        memberships: { none: {} },
        identities: { none: { seenAt: { gte: before } } },
        pledges: { none: {} },
      },
      orderBy: { id: "asc" },
      take: limit,
    });
    return rows.map(personRecord);
  }

  get ofPersons(): OfPersons {
    const last = nothing("the walk begins with it and ends with it: src/store/coming-and-going.ts");
    return {
      tables: ["Person", "Identity", "Membership", "Presence", "Vouch"],
      leavesCell: last,
      countsElsewhere: last,
      becomesOne: last,
      forgotten: last,
      exported: ({ personId }) => this.#export(personId),
      retention: last,
      cellLeavesCouncil: nothing("who is a member of a cell is one whether or not it sends delegates anywhere"),
    };
  }

  async #export(personId: string): Promise<Part> {
    const { sealer } = this.#federation;
    const row = await this.#session.tx.person.findUniqueOrThrow({
      where: { id: personId },
      include: {
        identities: { include: { presences: { include: { chat: true } } }, orderBy: { id: "asc" } },
        memberships: { include: { cell: true }, orderBy: { joinedAt: "asc" } },
        vouchesGiven: true,
        vouchesReceived: true,
      },
    });
    const cells = new Map(row.memberships.map(({ cell }) => [cell.id, cellRecord(cell, sealer).name]));
    return {
      id: row.id,
      createdAt: row.createdAt,
      language: row.language,
      zone: row.zone,
      quietHours: row.quietFrom === null ? null : { fromMinute: row.quietFrom, toMinute: row.quietTo },
      steward: row.steward,
      countsIn: cells.get(row.cellId ?? "") ?? null,
      accounts: row.identities.map((one) => {
        const identity = identityRecord(one, sealer);
        return {
          platform: identity.platform,
          bot: identity.account,
          ...identity.ref,
          name: identity.name,
          directChat: identity.direct ?? null,
          seenAt: one.seenAt,
          chats: one.presences.map((presence) => {
            const chat = chatRecord(presence.chat, sealer);
            return { ...chat.ref, title: chat.title ?? null, last: chat.id === identity.lastChatId };
          }),
        };
      }),
      cells: row.memberships.map(({ cell, joinedAt }) => ({ name: cellRecord(cell, sealer).name, joinedAt })),
      vouches: {
        given: row.vouchesGiven.map(({ createdAt }) => createdAt),
        received: row.vouchesReceived.map(({ createdAt }) => createdAt),
      },
    };
  }
}

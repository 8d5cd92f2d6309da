/** Who somebody is, what they are called, and where they belong. */
import type { PlatformName } from "../../chat/inbound.ts";
import type { NameArg } from "../../chat/phrase.ts";
import { Buttons } from "../buttons.ts";
import type { Cell } from "../cells.ts";
import { Prisma, type Identity as IdentityRow, type Person as PersonRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import {
  identityLookup,
  identityRecord,
  personRecord,
  purposes,
  usernameLookup,
  type Identity,
  type Person,
} from "./records.ts";

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

/** Nobody reads a longer list of names, and decrypting one costs time. */
const namesSearched = 1_000;

export async function findPerson(store: Store, id: string): Promise<Person | undefined> {
  const [row] = await store.session.tx.$queryRaw<PersonRow>`
    SELECT * FROM "Person" WHERE "id" = ${id} AND "federationId" = ${store.federation.id}`;
  return row === undefined ? undefined : personRecord(row);
}

/** A person, and how the cell speaks in which they count; in one statement, for it runs whenever somebody is written to. */
export async function withVoice(
  store: Store,
  id: string,
): Promise<{ readonly person: Person; readonly cell: Partial<Pick<Cell, "language" | "zone">> } | undefined> {
  const [row] = await store.session.tx.$queryRaw<
    PersonRow & { readonly cellLanguage: string | null; readonly cellZone: string | null }
  >`
    SELECT p.*, c."language" AS "cellLanguage", c."zone" AS "cellZone"
    FROM "Person" p LEFT JOIN "Cell" c ON c."id" = p."cellId"
    WHERE p."id" = ${id} AND p."federationId" = ${store.federation.id}`;
  if (row === undefined) return undefined;
  const { cellLanguage: language, cellZone: zone } = row;
  return {
    person: personRecord(row),
    cell: { ...(language === null ? {} : { language }), ...(zone === null ? {} : { zone }) },
  };
}

/** The person behind an account: somebody who was mentioned. */
export async function byAccount(store: Store, platform: PlatformName, userId: string): Promise<Person | undefined> {
  const lookup = identityLookup(store.session.keyring, platform, userId);
  const row = await store.session.tx.identity.findUnique({
    where: { lookup_federationId: { lookup, federationId: store.federation.id } },
    include: { person: true },
  });
  return row === null ? undefined : personRecord(row.person);
}

/** One account, as the platform names it. */
export async function account(store: Store, platform: PlatformName, userId: string): Promise<Identity | undefined> {
  const lookup = identityLookup(store.session.keyring, platform, userId);
  const row = await store.session.tx.identity.findUnique({
    where: { lookup_federationId: { lookup, federationId: store.federation.id } },
  });
  return row === null ? undefined : identityRecord(row, store.federation.sealer);
}

/** The person whose `@name` this is on a platform: of those who had it, the one who spoke last. */
export async function byUsername(store: Store, username: string, platform: PlatformName): Promise<Person | undefined> {
  const { tx, keyring } = store.session;
  const row = await tx.identity.findFirst({
    where: { lookupName: usernameLookup(keyring, platform, username), federationId: store.federation.id },
    orderBy: { seenAt: "desc" },
    include: { person: true },
  });
  return row === null ? undefined : personRecord(row.person);
}

/** Whether a person belongs there, or was seen in a chat there. */
export async function isInReach(store: Store, personId: string, { cells, councils }: Reach): Promise<boolean> {
  const chat = { OR: [{ cellId: { in: [...cells] } }, { councilId: { in: [...councils] } }] };
  const found = await store.session.tx.identity.findFirst({
    where: { personId, OR: [...belongingTo({ cells, councils }), { presences: { some: { chat } } }] },
    select: { id: true },
  });
  return found !== null;
}

/** An account of a member of these cells, or of somebody who was seen in, or has a seat in, these councils. */
function belongingTo({ cells, councils }: Reach): Prisma.IdentityWhereInput[] {
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
export async function inCells(store: Store, cellIds: readonly string[]): Promise<readonly Named[]> {
  return inReach(store, { cells: cellIds, councils: [] });
}

/** The same of cells and councils: of a council those who were seen in its chats, or have a seat. */
export async function inReach(store: Store, reach: Reach): Promise<readonly Named[]> {
  const rows = await store.session.tx.identity.findMany({
    where: { federationId: store.federation.id, OR: belongingTo(reach) },
    orderBy: [{ seenAt: "desc" }, { id: "asc" }],
    take: namesSearched,
    include: { person: true },
  });
  return rows.map((row) => {
    const identity = identityRecord(row, store.federation.sealer);
    return { person: personRecord(row.person), name: identity.name, identity };
  });
}

/** A person's accounts, the one that spoke last first: for direct messages, and to name them. */
export async function identities(store: Store, personId: string): Promise<readonly Identity[]> {
  const rows = await store.session.tx.$queryRaw<IdentityRow>`
    SELECT * FROM "Identity" WHERE "personId" = ${personId} AND "federationId" = ${store.federation.id}
    ORDER BY "seenAt" DESC, "id"`;
  return rows.map((row) => identityRecord(row, store.federation.sealer));
}

/** The same of several people, by their ids: in one statement. */
export async function identitiesOf(
  store: Store,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Identity[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await store.session.tx.$queryRaw<IdentityRow>`
    SELECT * FROM "Identity"
    WHERE "federationId" = ${store.federation.id} AND "personId" IN (${Prisma.join([...new Set(personIds)])})
    ORDER BY "seenAt" DESC, "id"`;
  return Map.groupBy(
    rows.map((row) => identityRecord(row, store.federation.sealer)),
    ({ personId }) => personId,
  );
}

/**
 * What people are called, by their ids: by the name of the account that spoke last, and on each platform by that of the
 * account that spoke last there. In one statement, for many people.
 */
export async function called(store: Store, personIds: readonly string[]): Promise<ReadonlyMap<string, NameArg>> {
  const names = new Map<string, NameArg>();
  if (personIds.length === 0) return names;
  const rows = await store.session.tx.$queryRaw<{
    id: string;
    personId: string;
    platform: string;
    sealedName: string;
  }>`
    SELECT "id", "personId", "platform", "sealedName" FROM "Identity"
    WHERE "federationId" = ${store.federation.id} AND "personId" IN (${Prisma.join([...personIds])})
    ORDER BY "seenAt", "id" DESC`;
  const { sealer } = store.federation;
  for (const { id, personId, platform, sealedName } of rows) {
    const name = sealer.open(sealedName, purposes.name, id);
    names.set(personId, { kind: "name", name, on: { ...names.get(personId)?.on, [platform]: name } });
  }
  return names;
}

/** The same, for what is read on no platform: by the name of the account that spoke last. */
export async function names(store: Store, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await called(store, personIds))].map(([id, { name }]) => [id, name]));
}

export async function isMember(store: Store, personId: string, cellId: string): Promise<boolean> {
  const row = await store.session.tx.membership.findUnique({ where: { personId_cellId: { personId, cellId } } });
  return row !== null;
}

/** How many people count in a cell. */
export async function memberCount(store: Store, cellId: string): Promise<number> {
  return store.session.tx.person.count({ where: { cellId, federationId: store.federation.id } });
}

/** Until when answers that were asked for in this chat (id of ours) wait, for each account ({@link Buttons.awaiting}). */
export async function awaiting(store: Store, chat: string): Promise<readonly number[]> {
  return new Buttons(store.session).awaiting(store.federation.id, chat);
}

/** Accounts that speak: who is new becomes known, and what changed about the others is noted. */
import { cardParts } from "../../chat/cards.ts";
import type { PlatformName, PlatformUser } from "../../chat/inbound.ts";
import { minuteAfter, minuteOf } from "../../domain/time.ts";
import { chatLookup, type Chat } from "../cells.ts";
import { helpTouched } from "../help-touched.ts";
import type { Store } from "../repository.ts";
import { Started } from "../started.ts";
import { joinCell, membersChanged } from "./memberships.ts";
import {
  identityLookup,
  identityRecord,
  personRecord,
  purposes,
  usernameLookup,
  type Identity,
  type Person,
} from "./records.ts";

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

/**
 * Notes that an account spoke, and makes its person a member of the chat's cell. Writes only what changed; with
 * `known`, the usual case asks the database for nothing at all. In a council's chat nobody becomes a member.
 * @throws in a council's chat, if the federation does not know the account
 */
export async function recognise(
  store: Store,
  sighting: Sighting,
  known?: Known,
): Promise<{ readonly person: Person; readonly identity: Identity }> {
  const before = known ?? (await findKnown(store, sighting));
  if (before === undefined) return welcome(store, sighting);
  const identity = await refresh(store, sighting, before.identity);
  if (sighting.chat === undefined) return { person: before.person, identity };
  if (!before.present) await notePresence(store, identity.id, sighting.chat.id);
  const { cellId } = sighting.chat;
  const person = before.member || cellId === undefined ? before.person : await joinCell(store, before.person, cellId);
  return { person, identity };
}

async function findKnown(store: Store, { platform, user, chat }: Sighting): Promise<Known | undefined> {
  const { tx, keyring } = store.session;
  const row = await tx.identity.findUnique({
    where: {
      lookup_federationId: {
        lookup: identityLookup(keyring, platform, user.id),
        federationId: store.federation.id,
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
    identity: identityRecord(row, store.federation.sealer),
    present: row.presences.length > 0,
    member: row.person.memberships.length > 0,
  };
}

/** Somebody whom the federation has not seen yet. */
async function welcome(
  store: Store,
  sighting: Sighting,
): Promise<{ readonly person: Person; readonly identity: Identity }> {
  const { tx, keyring, now } = store.session;
  const { platform, account, user, chat } = sighting;
  const federationId = store.federation.id;
  const cellId = chat?.cellId;
  if (chat !== undefined && cellId === undefined) throw new Error("nobody becomes known in a council's chat");
  const person = await tx.person.create({
    data: { id: store.session.newId(), federationId, createdAt: new Date(minuteOf(now)), cellId: cellId ?? null },
  });
  membersChanged(store, cellId);
  // Whoever has opened the direct chat before can be written to from now on.
  const started = await new Started(store.session).take({ platform, account, user: user.id });
  const id = store.session.newId();
  const row = await tx.identity.create({
    data: {
      id,
      personId: person.id,
      federationId,
      platform,
      account,
      lookup: identityLookup(keyring, platform, user.id),
      ...looks(store, id, { ...sighting, direct: sighting.direct ?? started }, undefined),
      seenAt: new Date(await momentSeen(store, sighting, id, person.id)),
    },
  });
  if (chat !== undefined && cellId !== undefined) {
    await tx.membership.create({ data: { personId: person.id, cellId, joinedAt: new Date(minuteOf(now)) } });
    helpTouched(store.session, store.federation, cellId);
    await notePresence(store, row.id, chat.id);
  }
  return { person: personRecord(person), identity: identityRecord(row, store.federation.sealer) };
}

/** What is stored of how an account (id of its row) looks now. */
function looks(
  store: Store,
  id: string,
  { platform, account, user, chat, direct }: Sighting,
  before: Identity | undefined,
) {
  const { keyring } = store.session;
  const { sealer } = store.federation;
  const ref = user.username === undefined ? { id: user.id } : { id: user.id, username: user.username };
  const reached = direct ?? before?.direct;
  return {
    sealedRef: sealer.seal(JSON.stringify(ref), purposes.ref, id),
    sealedName: sealer.seal(user.name, purposes.name, id),
    lookupName: user.username === undefined ? null : usernameLookup(keyring, platform, user.username),
    sealedDirect: reached === undefined ? null : sealer.seal(reached, purposes.direct, id),
    lookupDirect: reached === undefined ? null : chatLookup(keyring, platform, account, reached),
    lastChatId: chat?.id ?? before?.lastChatId ?? null,
  };
}

/** Writes what changed about an account, if anything. */
async function refresh(store: Store, sighting: Sighting, before: Identity): Promise<Identity> {
  const { user, chat, direct, account } = sighting;
  const looksTheSame = before.name === user.name && before.ref.username === user.username && before.account === account;
  const inPlace =
    (direct === undefined || direct === before.direct) && (chat === undefined || chat.id === before.lastChatId);
  const { tx, now } = store.session;
  if (looksTheSame && inPlace && minuteOf(now) <= before.seenAt) return before;
  const seenAt = await momentSeen(store, sighting, before.id, before.personId);
  if (looksTheSame && inPlace) {
    await tx.$executeRaw`UPDATE "Identity" SET "seenAt" = ${new Date(seenAt)} WHERE "id" = ${before.id}`;
    return { ...before, seenAt };
  }
  if (before.name !== user.name) nameChanged(store, before.personId);
  const data = { ...looks(store, before.id, sighting, before), account, seenAt: new Date(seenAt) };
  const row = await tx.identity.update({ where: { id: before.id }, data });
  return identityRecord(row, store.federation.sealer);
}

/**
 * The minute in which an account speaks, so that not every command writes; or just after what was noted of others in it. Of a
 * person's accounts the latest is where they are written to. Of those of one account in several federations the latest decides
 * which one a direct message is for: there the account's last chat is emptied, so that the next command there is noted at once
 * again, and whoever is in one federation only pays nothing for it.
 */
async function momentSeen(store: Store, { platform, user }: Sighting, id: string, personId: string): Promise<number> {
  const { tx, keyring, now } = store.session;
  const lookup = identityLookup(keyring, platform, user.id);
  const others = await tx.$queryRaw<{ lookup: string; seenAt: Date }>`
    SELECT "lookup", "seenAt" FROM "Identity" WHERE ("lookup" = ${lookup} OR "personId" = ${personId}) AND "id" <> ${id}`;
  if (others.some((one) => one.lookup === lookup)) {
    await tx.$executeRaw`UPDATE "Identity" SET "lastChatId" = NULL WHERE "lookup" = ${lookup} AND "id" <> ${id}`;
  }
  const latest = others.map(({ seenAt }) => seenAt.getTime());
  return minuteAfter(now, latest.length === 0 ? undefined : Math.max(...latest));
}

/** What somebody is called has changed: cards that name them are written anew. */
function nameChanged(store: Store, personId: string): void {
  store.cards.touch({ kind: cardParts.person, subject: personId });
}

async function notePresence(store: Store, identityId: string, chatId: string): Promise<void> {
  await store.session.tx.presence.upsert({
    where: { identityId_chatId: { identityId, chatId } },
    create: { identityId, chatId },
    update: {},
  });
}

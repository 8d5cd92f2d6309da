/** The cells that people are members of, and the one in which they count. */
import { minuteAfter } from "../../domain/time.ts";
import { cardParts } from "../../chat/cards.ts";
import type { PlatformName } from "../../chat/inbound.ts";
import type { Chat } from "../cells.ts";
import { helpTouched } from "../help-touched.ts";
import type { Store } from "../repository.ts";
import { isMember } from "./finding.ts";
import { identityLookup, personRecord, type Person } from "./records.ts";

/** People came to count in a cell, or count there no more. */
export function membersChanged(store: Store, ...cellIds: readonly (string | undefined)[]): void {
  for (const subject of cellIds) if (subject !== undefined) store.cards.touch({ kind: cardParts.members, subject });
}

/** Accounts of these people have changed, or how they read: whoever is a member of a cell sees its emergency card. */
export async function readersChanged(store: Store, ...personIds: readonly string[]): Promise<void> {
  const rows = await store.session.tx.membership.findMany({
    where: { personId: { in: [...personIds] } },
    select: { cellId: true },
    distinct: ["cellId"],
  });
  helpTouched(store.session, store.federation, ...rows.map(({ cellId }) => cellId));
}

/** Makes the person a member of a cell; they count in it if they count nowhere yet. */
export async function joinCell(store: Store, person: Person, cellId: string): Promise<Person> {
  const { tx, now } = store.session;
  const latest = await tx.membership.aggregate({ where: { personId: person.id }, _max: { joinedAt: true } });
  const joinedAt = new Date(minuteAfter(now, latest._max.joinedAt?.getTime()));
  await tx.membership.upsert({
    where: { personId_cellId: { personId: person.id, cellId } },
    create: { personId: person.id, cellId, joinedAt },
    update: {},
  });
  helpTouched(store.session, store.federation, cellId);
  return person.cellId === undefined ? countIn(store, person, cellId) : person;
}

/** The person counts in this cell of theirs from now on, and nothing else: `ComingAndGoing.countIn` does the rest. */
export async function countIn(store: Store, person: Person, cellId: string): Promise<Person> {
  const row = await store.session.tx.person.update({ where: { id: person.id }, data: { cellId } });
  membersChanged(store, person.cellId, cellId);
  return personRecord(row);
}

/**
 * Ends a membership, and nothing else: `ComingAndGoing.leaveCell` does the rest. Who counted in that cell counts in the
 * earliest of their others.
 */
export async function leaveCell(store: Store, person: Person, cellId: string): Promise<Person> {
  const { tx } = store.session;
  await tx.membership.deleteMany({ where: { personId: person.id, cellId } });
  helpTouched(store.session, store.federation, cellId);
  if (person.cellId !== cellId) return person;
  const next = await tx.membership.findFirst({
    where: { personId: person.id },
    orderBy: [{ joinedAt: "asc" }, { cellId: "asc" }],
  });
  const row = await tx.person.update({ where: { id: person.id }, data: { cellId: next?.cellId ?? null } });
  membersChanged(store, cellId, next?.cellId);
  return personRecord(row);
}

/** An account is no longer in a chat. Gives its person back where they are a member of the chat's cell without being there. */
export async function leftChat(
  store: Store,
  platform: PlatformName,
  userId: string,
  chat: Chat,
): Promise<Person | undefined> {
  const { tx, keyring } = store.session;
  const lookup = identityLookup(keyring, platform, userId);
  const identity = await tx.identity.findUnique({
    where: { lookup_federationId: { lookup, federationId: store.federation.id } },
    include: { person: true },
  });
  if (identity === null) return undefined;
  await tx.presence.deleteMany({ where: { identityId: identity.id, chatId: chat.id } });
  const { cellId } = chat;
  if (cellId === undefined) return undefined;
  const elsewhere = await tx.presence.count({
    where: { identity: { personId: identity.personId }, chat: { cellId } },
  });
  if (elsewhere > 0 || !(await isMember(store, identity.personId, cellId))) return undefined;
  return personRecord(identity.person);
}

/**
 * Two who turn out to be one, who is removed, and what is held about somebody. src/store/coming-and-going.ts calls these: it
 * walks everything else that people stand in.
 */
import { cellRecord, chatRecord } from "../cells.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { nothing, type OfPersons, type Part } from "../of-persons.ts";
import type { Store } from "../repository.ts";
import { membersChanged, readersChanged } from "./memberships.ts";
import { identityRecord, personRecord, type Person } from "./records.ts";
import { takeVouch, uniteVouches } from "./vouches.ts";

const day = 24 * 60 * 60_000;

/** The first has the accounts, memberships and vouches of both from now on, and is a steward if one of them is. */
export async function unite(store: Store, first: Person, second: Person): Promise<Person> {
  const { tx } = store.session;
  if (tx.provider === "postgresql") {
    // Whoever answers as one of them meanwhile waits, and finds the answer's person gone or changed.
    await tx.$queryRaw`
      SELECT "id" FROM "Person" WHERE "id" IN (${first.id}, ${second.id}) ORDER BY "id" ${tx.forUpdate}`;
  }
  const vouched = await uniteVouches(store, first.id, second.id);
  await tx.identity.updateMany({
    where: { personId: second.id, federationId: store.federation.id },
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
  await readersChanged(store, first.id);
  return personRecord(row);
}

/** Removes people, and nothing else: those for whom they vouched keep what counted already, with one vouch less. */
export async function removePeople(store: Store, ids: readonly string[]): Promise<void> {
  const { tx } = store.session;
  const people = { in: [...ids] };
  const counting = await tx.person.findMany({ where: { id: people }, select: { cellId: true } });
  membersChanged(store, ...counting.map(({ cellId }) => cellId ?? undefined));
  await readersChanged(store, ...ids);
  for (const { toId } of await tx.vouch.findMany({ where: { fromId: people, toId: { notIn: [...ids] } } })) {
    await takeVouch(store, toId);
  }
  await tx.person.deleteMany({ where: { id: people, federationId: store.federation.id } });
}

/**
 * A query for the ids of people who left every cell and were not heard of for the federation's retention. Stewards stay, and
 * so does who has an answer in a drive whose own retention is still to come.
 */
export function unusedPeople(store: Store): Prisma.Sql {
  const before = new Date(store.session.now - store.federation.retentionDays * day);
  return Prisma.sql`
    SELECT p."id" FROM "Person" p
    WHERE p."federationId" = ${store.federation.id} AND p."steward" = ${false} AND p."createdAt" < ${before}
    AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = p."id")
    AND NOT EXISTS (SELECT 1 FROM "Identity" i WHERE i."personId" = p."id" AND i."seenAt" >= ${before})
    AND NOT EXISTS (SELECT 1 FROM "Pledge" a WHERE a."personId" = p."id")`;
}

/** Those people, at most `limit`. */
export async function unused(store: Store, limit: number): Promise<readonly Person[]> {
  const { tx } = store.session;
  const found = await tx.$queryRaw<{ id: string }>`${unusedPeople(store)} ORDER BY p."id" LIMIT ${limit}`;
  const rows = await tx.person.findMany({ where: { id: { in: found.map(({ id }) => id) } }, orderBy: { id: "asc" } });
  return rows.map(personRecord);
}

export function ofPersons(store: Store): OfPersons {
  const last = nothing("the walk begins with it and ends with it: src/store/coming-and-going.ts");
  return {
    tables: ["Person", "Identity", "Membership", "Presence", "Vouch"],
    leavesCell: last,
    countsElsewhere: last,
    becomesOne: last,
    forgotten: last,
    exported: ({ personId }) => exported(store, personId),
    retention: last,
    cellLeavesCouncil: nothing("who is a member of a cell is one whether or not it sends delegates anywhere"),
  };
}

async function exported(store: Store, personId: string): Promise<Part> {
  const { sealer } = store.federation;
  const row = await store.session.tx.person.findUniqueOrThrow({
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

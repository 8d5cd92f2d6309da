/**
 * Who speaks, and where: the first look-up of every event, over all federations. A chat is bound to one federation; in a
 * direct chat the person means the federation in which they spoke last.
 */
import type { Inbound } from "../chat/inbound.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { columns, joined, unalias, type Aliased } from "./joined.ts";
import { cellRecord, chatLookup, chatRecord, groupRecord, type Chat, type Group } from "./cells.ts";
import { federationRecord, type FederationRecord } from "./federations.ts";
import { People } from "./people/people.ts";
import type { Session } from "./session.ts";
import { identityLookup, identityRecord, personRecord } from "./people/records.ts";
import type { Known } from "./people/sightings.ts";

export interface Whereabouts {
  readonly federation: FederationRecord | undefined;
  readonly chat: Chat | undefined;
  /** The cell or council of the chat; in a direct chat the cell in which the person counts. */
  readonly group: Group | undefined;
  /** The account that speaks and its person, if the federation knows them. */
  readonly known: Known | undefined;
  /** In a direct chat with somebody not known yet: the chat of a cell where they are from. */
  readonly from?: Chat;
  /** In a direct chat with somebody not known yet who is in chats of several cells: one of each, the oldest first. */
  readonly between?: readonly { readonly chat: Chat; readonly cell: string }[];
}

/** Ids in one statement: SQLite allows 32,766 parameters. */
const idsAtOnce = 5_000;

export const nowhere: Whereabouts = { federation: undefined, chat: undefined, group: undefined, known: undefined };

/**
 * Finds out who speaks and where. In a direct chat `meant` is the federation that is meant, where something names it, and
 * `from` the chat (id of ours) from which somebody says that they come who is not known yet.
 */
export async function findWhereabouts(
  session: Session,
  {
    platform,
    account,
    chat: place,
    sender,
    shares,
  }: Pick<Inbound, "platform" | "account" | "chat" | "sender" | "shares">,
  meant?: string,
  from?: string,
): Promise<Whereabouts> {
  const { tx, keyring } = session;
  const lookup = identityLookup(keyring, platform, sender.id);
  if (place.kind === "direct") {
    const row = await tx.identity.findFirst({
      where: { lookup, ...(meant === undefined ? {} : { federationId: meant }) },
      orderBy: { seenAt: "desc" },
      include: { person: { include: { federation: true } } },
    });
    if (row === null) return findByShared(session, platform, account, shares ?? [], from);
    const federation = federationRecord(row.person.federation, keyring);
    const person = personRecord(row.person);
    const cell = person.cellId === undefined ? null : await tx.cell.findUnique({ where: { id: person.cellId } });
    return {
      federation,
      chat: undefined,
      group: cell === null ? undefined : { kind: "cell", ...cellRecord(cell, federation.sealer) },
      known: { person, identity: identityRecord(row, federation.sealer), present: true, member: cell !== null },
    };
  }

  // One statement each: this runs before every command, and Prisma would ask once for each table.
  const [chat] = await tx.$queryRaw<Aliased<"chat" | "cell" | "council" | "federation">>`
    SELECT ${columns("h", "chat")}, ${columns("c", "cell")}, ${columns("k", "council")}, ${columns("f", "federation")}
    FROM "Chat" h JOIN "Federation" f ON f."id" = h."federationId"
      LEFT JOIN "Cell" c ON c."id" = h."cellId" LEFT JOIN "Council" k ON k."id" = h."councilId"
    WHERE h."lookup" = ${chatLookup(keyring, platform, account, place.id)}`;
  if (chat === undefined) return nowhere;
  const federation = federationRecord(unalias(chat, "federation"), keyring);
  const here = chatRecord(unalias(chat, "chat"), federation.sealer);
  const [row] = await tx.$queryRaw<Aliased<"identity" | "person"> & { present: string | null; member: string | null }>`
    SELECT ${columns("i", "identity")}, ${columns("p", "person")}, s."chatId" AS "present",
      (SELECT MIN(m."cellId") FROM "Membership" m WHERE m."personId" = p."id" AND
        (m."cellId" = ${here.cellId ?? null} OR m."cellId" IN
          (SELECT "cellId" FROM "CouncilCell" WHERE "councilId" = ${here.councilId ?? null}))) AS "member"
    FROM "Identity" i JOIN "Person" p ON p."id" = i."personId"
      LEFT JOIN "Presence" s ON s."identityId" = i."id" AND s."chatId" = ${here.id}
    WHERE i."lookup" = ${lookup} AND i."federationId" = ${federation.id}`;
  return {
    federation,
    chat: here,
    group: groupRecord({ cell: joined(chat, "cell"), council: joined(chat, "council") }, federation.sealer),
    known:
      row === undefined
        ? undefined
        : {
            person: personRecord(unalias(row, "person")),
            identity: identityRecord(unalias(row, "identity"), federation.sealer),
            present: row.present !== null,
            member: row.member !== null,
          },
  };
}

/**
 * Somebody whom the bot has not heard yet writes directly. If all cells' chats that they share with it belong to one cell,
 * they are from there; if to several, they are asked: `from` (id of ours) is the chat that they named.
 */
async function findByShared(
  session: Session,
  platform: string,
  account: string,
  shares: readonly string[],
  from: string | undefined,
): Promise<Whereabouts> {
  const { tx, keyring } = session;
  if (shares.length === 0) return nowhere;
  const rows = await tx.chat.findMany({
    where: {
      lookup: { in: shares.map((id) => chatLookup(keyring, platform, account, id)) },
      cellId: { not: null },
      ...(from === undefined ? {} : { id: from }),
    },
    include: { federation: true, cell: true, council: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const [first] = rows;
  if (first === undefined) return nowhere;
  if (rows.some(({ cellId }) => cellId !== first.cellId)) {
    const ofEach = [...Map.groupBy(rows, ({ cellId }) => cellId).values()].flatMap(([one]) => one ?? []);
    const between = ofEach.flatMap((row) => {
      const { sealer } = federationRecord(row.federation, keyring);
      return row.cell === null ? [] : [{ chat: chatRecord(row, sealer), cell: cellRecord(row.cell, sealer).name }];
    });
    return { ...nowhere, between };
  }
  const federation = federationRecord(first.federation, keyring);
  return {
    federation,
    chat: undefined,
    from: chatRecord(first, federation.sealer),
    group: groupRecord(first, federation.sealer),
    known: undefined,
  };
}

/** Open chats by id, with what they are bound to, in the order of their making. */
export async function findChats(
  session: Session,
  federation: FederationRecord,
  ids: readonly string[],
): Promise<readonly { readonly chat: Chat; readonly group: Group }[]> {
  const { tx } = session;
  const rows: Aliased<"chat" | "cell" | "council">[] = [];
  for (const part of parts(ids)) {
    rows.push(
      ...(await tx.$queryRaw<Aliased<"chat" | "cell" | "council">>`
        SELECT ${columns("h", "chat")}, ${columns("c", "cell")}, ${columns("k", "council")}
        FROM "Chat" h LEFT JOIN "Cell" c ON c."id" = h."cellId" LEFT JOIN "Council" k ON k."id" = h."councilId"
        WHERE h."id" IN (${Prisma.join(part)}) AND h."federationId" = ${federation.id} AND h."state" = 'open'`),
    );
  }
  return rows
    .map((row) => ({
      row: unalias(row, "chat"),
      group: groupRecord({ cell: joined(row, "cell"), council: joined(row, "council") }, federation.sealer),
    }))
    .sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime() || (a.row.id < b.row.id ? -1 : 1))
    .map(({ row, group }) => ({ chat: chatRecord(row, federation.sealer), group }));
}

/** Ids, each once, as many together as one statement takes. */
function parts(ids: readonly string[]): readonly (readonly string[])[] {
  const different = [...new Set(ids)];
  return Array.from({ length: Math.ceil(different.length / idsAtOnce) }, (_, index) =>
    different.slice(index * idsAtOnce, (index + 1) * idsAtOnce),
  );
}

/** An account can be written to in this direct chat from now on, or (undefined) no longer. */
export async function noteDirect(
  session: Session,
  federation: FederationRecord,
  of: { readonly identity: string } | { readonly platform: string; readonly user: string },
  direct: string | undefined,
): Promise<void> {
  const { tx, keyring } = session;
  const row = await tx.identity.findFirst({
    where:
      "identity" in of
        ? { id: of.identity, federationId: federation.id }
        : { lookup: identityLookup(keyring, of.platform, of.user), federationId: federation.id },
  });
  if (row !== null) {
    await new People(session, federation).setDirect(identityRecord(row, federation.sealer), direct);
  }
}

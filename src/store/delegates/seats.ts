/** The seats of councils, and who is in them. */
import type { Seat, SeatHold } from "../../domain/assemblies.ts";
import { Prisma, type Seat as SeatRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";

/** A seat with all that is known of it. Ids of people; undefined: empty. */
export interface SeatRecord {
  readonly id: string;
  readonly councilId: string;
  readonly cellId: string;
  readonly sectorId: string;
  /** From 1, within the cell. */
  readonly number: number;
  readonly delegateId: string | undefined;
  readonly alternateId: string | undefined;
  /** When the term ends, in milliseconds since 1970. */
  readonly until: number | undefined;
  /** Whether the delegate accepted the mandate as it stands. */
  readonly accepted: boolean;
}

/** All seats of a council, the empty ones too, in the order in which their cells were made, and by number. */
export async function seats(store: Store, councilId: string): Promise<readonly Seat[]> {
  return readSeats(store, Prisma.sql`s."councilId" = ${councilId}`);
}

/** The seats of a council in which a person sits or stands in, in the same order. */
export async function seatsWith(store: Store, councilId: string, personId: string): Promise<readonly Seat[]> {
  return readSeats(store, placesHeld(councilId, personId));
}

async function readSeats(store: Store, which: Prisma.Sql): Promise<readonly Seat[]> {
  const rows = await store.session.tx.$queryRaw<{
    cell: string;
    sector: string;
    delegate: string | null;
    alternate: string | null;
  }>`
    SELECT s."cellId" AS "cell", c."sectorId" AS "sector", s."delegateId" AS "delegate", s."alternateId" AS "alternate"
    FROM "Seat" s JOIN "Cell" c ON c."id" = s."cellId"
    WHERE ${which} AND c."federationId" = ${store.federation.id}
    ORDER BY c."createdAt", s."cellId", s."number"`;
  return rows.map(({ cell, sector, delegate, alternate }) => ({
    cell,
    sector,
    delegate: delegate ?? undefined,
    alternate: alternate ?? undefined,
  }));
}

/** The seats that a person fills in a council, or stands in for. */
export async function holds(store: Store, councilId: string, personId: string): Promise<readonly SeatHold[]> {
  const rows = await store.session.tx.$queryRaw<{ cellId: string; sectorId: string; delegateId: string | null }>`
    SELECT s."cellId", c."sectorId", s."delegateId" FROM "Seat" s JOIN "Cell" c ON c."id" = s."cellId"
    WHERE ${placesHeld(councilId, personId)} AND c."federationId" = ${store.federation.id}
    ORDER BY c."createdAt", s."cellId", s."number"`;
  return rows.map(({ cellId, sectorId, delegateId }) => ({
    cellId,
    sectorId,
    as: delegateId === personId ? "delegate" : "alternate",
  }));
}

/**
 * The seats of `s` in which a person sits or stands in. The council is named twice, for SQLite then looks into an index
 * for each half, and would else read all seats of the council; this runs at every press.
 */
function placesHeld(councilId: string, personId: string): Prisma.Sql {
  return Prisma.sql`((s."councilId" = ${councilId} AND s."delegateId" = ${personId})
    OR (s."councilId" = ${councilId} AND s."alternateId" = ${personId}))`;
}

/** The councils in which a person holds a seat, or stands in. */
export async function councilsOf(store: Store, personId: string): Promise<readonly string[]> {
  const rows = await store.session.tx.seat.findMany({
    where: heldBy(store, personId),
    select: { councilId: true },
    distinct: ["councilId"],
    orderBy: { councilId: "asc" },
  });
  return rows.map(({ councilId }) => councilId);
}

/** Whether the person is a delegate to this council, or to any, or an alternate. */
export async function isDelegate(store: Store, personId: string, councilId?: string): Promise<boolean> {
  if (councilId !== undefined) return (await holds(store, councilId, personId)).length > 0;
  return (await store.session.tx.seat.count({ where: heldBy(store, personId) })) > 0;
}

/** The seats of a council, or of one cell in it, with all that is known of them, in the same order. */
export async function seatsOf(store: Store, councilId: string, cellId?: string): Promise<readonly SeatRecord[]> {
  const rows = await store.session.tx.seat.findMany({
    where: {
      councilId,
      council: { federationId: store.federation.id },
      ...(cellId === undefined ? {} : { cellId }),
    },
    include: { cell: { select: { sectorId: true } } },
    orderBy: [{ cell: { createdAt: "asc" } }, { cellId: "asc" }, { number: "asc" }],
  });
  return rows.map(seatRecord);
}

/** How many empty seats each cell has, by its id. A cell without any is not in it. */
export async function emptySeats(store: Store, councilId: string): Promise<ReadonlyMap<string, number>> {
  const groups = await store.session.tx.seat.groupBy({
    by: ["cellId"],
    where: { councilId, council: { federationId: store.federation.id }, delegateId: null },
    _count: { _all: true },
  });
  return new Map(groups.map(({ cellId, _count }) => [cellId, _count._all]));
}

function heldBy(store: Store, personId: string) {
  return {
    council: { federationId: store.federation.id },
    OR: [{ delegateId: personId }, { alternateId: personId }],
  };
}

export async function heldSeats(store: Store, personId: string, cellId?: string): Promise<readonly SeatRecord[]> {
  const rows = await store.session.tx.seat.findMany({
    where: { ...heldBy(store, personId), ...(cellId === undefined ? {} : { cellId }) },
    include: { cell: { select: { sectorId: true } } },
    // An alternate's place first: nobody moves up into a seat that they are about to lose.
    orderBy: [{ councilId: "asc" }, { cellId: "asc" }, { number: "asc" }],
  });
  return rows.map(seatRecord).sort((a, b) => Number(b.alternateId === personId) - Number(a.alternateId === personId));
}

/** One seat, by its id. */
export async function findSeat(store: Store, id: string): Promise<SeatRecord | undefined> {
  const row = await store.session.tx.seat.findFirst({
    where: { id, council: { federationId: store.federation.id } },
    include: { cell: { select: { sectorId: true } } },
  });
  return row === null ? undefined : seatRecord(row);
}

export const seatRecord = ({
  cell,
  ...row
}: SeatRow & { readonly cell: { readonly sectorId: string } }): SeatRecord => ({
  id: row.id,
  councilId: row.councilId,
  cellId: row.cellId,
  sectorId: cell.sectorId,
  number: row.number,
  delegateId: row.delegateId ?? undefined,
  alternateId: row.alternateId ?? undefined,
  until: row.until?.getTime(),
  accepted: row.acceptedAt !== null,
});

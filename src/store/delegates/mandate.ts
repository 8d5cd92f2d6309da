/** What a cell binds its delegates to. */
import { minuteOf } from "../../domain/time.ts";
import type { Store } from "../repository.ts";
import { rowOf } from "../sealing.ts";
import { seatRecord, type SeatRecord } from "./seats.ts";

const purpose = "CouncilCell.sealedMandate";

/** What a cell binds its delegates to. */
export async function mandate(store: Store, councilId: string, cellId: string): Promise<string | undefined> {
  const row = await store.session.tx.councilCell.findUnique({
    where: { councilId_cellId: { councilId, cellId }, council: { federationId: store.federation.id } },
  });
  if (row?.sealedMandate == null) return undefined;
  return store.federation.sealer.open(row.sealedMandate, purpose, rowOf(councilId, cellId));
}

/** Another mandate has to be accepted anew. */
export async function setMandate(store: Store, councilId: string, cellId: string, text: string): Promise<void> {
  const { tx } = store.session;
  await tx.councilCell.update({
    where: { councilId_cellId: { councilId, cellId }, council: { federationId: store.federation.id } },
    data: { sealedMandate: store.federation.sealer.seal(text, purpose, rowOf(councilId, cellId)) },
  });
  await tx.seat.updateMany({ where: { councilId, cellId }, data: { acceptedAt: null } });
}

/** The delegate accepts the mandate of each of their seats that waits for it; gives these back. */
export async function accept(store: Store, personId: string): Promise<readonly SeatRecord[]> {
  const { tx, now } = store.session;
  const rows = await tx.seat.findMany({
    where: { delegateId: personId, acceptedAt: null, council: { federationId: store.federation.id } },
    include: { cell: { select: { sectorId: true } } },
    orderBy: { id: "asc" },
  });
  await tx.seat.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { acceptedAt: new Date(minuteOf(now)) },
  });
  return rows.map(seatRecord);
}

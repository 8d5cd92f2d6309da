/** What the units of a drive show, and what they are made of: read for a step, for the close, and for who looks. */
import { add, noPledges, readHistogram, without, type CellPledges, type Histogram } from "../../domain/pledges.ts";
import { nothingShown, type Shown, type ShownUnit } from "../../domain/publication.ts";
import type { Store } from "../repository.ts";
import { openHeld } from "./answers.ts";
import { readAnswer } from "./records.ts";

/** On PostgreSQL: whoever answers while figures are added up waits. */
export async function lockCells(store: Store, driveId: string): Promise<void> {
  const { tx } = store.session;
  if (tx.provider !== "postgresql") return;
  await tx.$queryRaw`SELECT "cellId" FROM "DriveCell" WHERE "driveId" = ${driveId} ORDER BY "cellId" ${tx.forUpdate}`;
}

/** The exact answers of cells: all of a drive's, or those of one unit. */
export async function cellPledges(
  store: Store,
  driveId: string,
  which: { readonly cellId?: string; readonly unitId?: string } = {},
): Promise<readonly CellPledges[]> {
  const rows = await store.session.tx.driveCell.findMany({
    where: { driveId, ...which },
    orderBy: { cellId: "asc" },
  });
  return rows.map(({ cellId, sectorId, histogram }) => ({
    id: cellId,
    sector: sectorId,
    histogram: readHistogram(histogram),
  }));
}

/**
 * Of each cell the answers that one of these units of its drive still publishes, though it is another one's. There are as many
 * as people who have moved lately: they are found by the unit, without a look at the other pledges.
 */
export async function pendingIn(
  store: Store,
  units: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Histogram>> {
  if (units.length === 0) return new Map();
  const rows = await store.session.tx.pledge.findMany({
    where: { awayUnitId: { in: units.map(({ id }) => id) }, counted: true },
    select: { id: true, cellId: true, sealedAnswer: true },
  });
  const pending = new Map<string, Histogram>();
  for (const { id, cellId, sealedAnswer } of rows) {
    const read = readAnswer(openHeld(store, { id, sealedAnswer }).answer);
    if (read !== "withdrawn") pending.set(cellId, add(pending.get(cellId) ?? noPledges, read));
  }
  return pending;
}

/** The answers of a unit's cells that its next step publishes. */
export async function publishedNext(
  store: Store,
  driveId: string,
  unitId: string,
  pending: ReadonlyMap<string, Histogram>,
): Promise<readonly CellPledges[]> {
  return (await cellPledges(store, driveId, { unitId })).map((cell) => ({
    ...cell,
    histogram: without(cell.histogram, pending.get(cell.id) ?? noPledges),
  }));
}

/** What each unit shows, and how many kept their pledge there. */
export async function shownUnits(
  store: Store,
  driveId: string,
): Promise<readonly (ShownUnit & { readonly kept: number })[]> {
  const rows = await store.session.tx.driveUnit.findMany({
    where: { driveId },
    select: { id: true, sectorId: true, shown: true, kept: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, sectorId, shown, kept }) => ({
    id,
    sector: sectorId ?? undefined,
    // An edge: only opening.ts and stepping.ts write it; before drives had ways to join it held none.
    shown: { ...nothingShown, ...(JSON.parse(shown) as Partial<Shown>) },
    kept,
  }));
}

/** Finding drives and what belongs to them. Nothing here changes a figure. */
import { concerns, driveCard, isOpen, type Drive, type Final, type Reveal, type Scope } from "../../domain/drives.ts";
import { Prisma, type Drive as DriveRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { purposes, type CellOfDrive, type NewDrive } from "./records.ts";

export function driveRecord(store: Store, row: DriveRow): Drive {
  const { sealer } = store.federation;
  // Edges: only `sealedLines` writes them.
  const lines = (sealed: string | null, purpose: string) =>
    sealed === null ? [] : (JSON.parse(sealer.open(sealed, purpose, row.id)) as string[]);
  return {
    id: row.id,
    number: row.number,
    question: sealer.open(row.sealedQuestion, purposes.question, row.id),
    name: row.sealedName === null ? undefined : sealer.open(row.sealedName, purposes.name, row.id),
    demands: lines(row.sealedDemands, purposes.demands),
    ways: lines(row.sealedWays, purposes.ways),
    afterId: row.afterId ?? undefined,
    scope: row.scope as Scope, // an edge, like the next four: only `create`, `edit` and `close` write them
    cellId: row.cellId,
    sectors: JSON.parse(row.sectors) as string[],
    cells: JSON.parse(row.cells) as string[],
    goal: row.goal,
    goalPercent: row.goalPercent ?? undefined,
    minimum: row.minimum,
    reveal: row.reveal as Reveal,
    openedAt: row.openedAt.getTime(),
    deadline: row.deadline.getTime(),
    closedAt: row.closedAt?.getTime(),
    goalAt: row.goalAt?.getTime(),
    remindedAt: row.remindedAt?.getTime(),
    answered: row.answered,
    smallestGroup: row.smallestGroup,
    stepMinutes: row.stepMinutes,
    final: row.final === null ? undefined : (JSON.parse(row.final) as Final),
    clearedAt: row.clearedAt?.getTime(),
  };
}

/** Texts in their order, as they are kept; nothing where there are none. */
export const sealedLines = (
  { federation }: Store,
  lines: readonly string[],
  purpose: string,
  driveId: string,
): string | null => (lines.length === 0 ? null : federation.sealer.seal(JSON.stringify(lines), purpose, driveId));

export async function driveById(store: Store, id: string): Promise<Drive | undefined> {
  const row = await store.session.tx.drive.findFirst({ where: { id, federationId: store.federation.id } });
  return row === null ? undefined : driveRecord(store, row);
}

export async function driveByNumber(store: Store, number: number): Promise<Drive | undefined> {
  const row = await store.session.tx.drive.findUnique({
    where: { federationId_number: { federationId: store.federation.id, number } },
  });
  return row === null ? undefined : driveRecord(store, row);
}

/**
 * The drives that concern a cell (without one, all that are not one cell's alone): those that are open, or with `closed` also
 * those that closed and were not cleared yet. Open ones first, each the oldest first.
 */
export async function listDrives(
  store: Store,
  cellId: string | undefined,
  { closed = false } = {},
): Promise<readonly Drive[]> {
  const { tx, now } = store.session;
  const wanted = closed ? Prisma.sql`"clearedAt" IS NULL` : Prisma.sql`"closedAt" IS NULL`;
  // What is another cell's alone is not even read: there are as many of these as there are cells.
  const own = cellId === undefined ? Prisma.empty : Prisma.sql`OR "cellId" = ${cellId}`;
  const rows = await tx.$queryRaw<DriveRow>`
    SELECT * FROM "Drive" WHERE "federationId" = ${store.federation.id} AND ${wanted} AND ("scope" <> 'cell' ${own})
    ORDER BY "number"`;
  const drives = rows.map((row) => driveRecord(store, row)).filter((drive) => closed || isOpen(drive, now));
  const sorted = [...drives.filter((one) => isOpen(one, now)), ...drives.filter((one) => !isOpen(one, now))];
  if (cellId === undefined) return sorted;
  const cell = await cellById(store, cellId);
  return cell === undefined ? [] : sorted.filter((drive) => concerns(drive, cell));
}

/**
 * The drives of a ladder in their order: those that this one follows, itself, and those that follow it. Where several follow
 * one, the newest goes on.
 */
export async function ladderOf(store: Store, drive: Drive): Promise<readonly Drive[]> {
  const steps = [drive];
  for (let first = drive; first.afterId !== undefined && steps.length < mostSteps;) {
    const before = await driveById(store, first.afterId);
    if (before === undefined) break;
    steps.unshift(before);
    first = before;
  }
  for (let last: Drive | undefined = drive; last !== undefined && steps.length < mostSteps;) {
    const next: DriveRow | null = await store.session.tx.drive.findFirst({
      where: { afterId: last.id, federationId: store.federation.id },
      orderBy: { number: "desc" },
    });
    last = next === null ? undefined : driveRecord(store, next);
    if (last !== undefined) steps.push(last);
  }
  return steps;
}

/** Nobody climbs higher. */
const mostSteps = 20;

/** A cell, as much of it as decides whether a drive concerns it. */
export async function cellById(
  store: Store,
  cellId: string,
): Promise<{ readonly id: string; readonly sectorId: string; readonly createdAt: number } | undefined> {
  const [cell] = await store.session.tx.$queryRaw<{ id: string; sectorId: string; createdAt: Date }>`
    SELECT "id", "sectorId", "createdAt" FROM "Cell" WHERE "id" = ${cellId} AND "federationId" = ${store.federation.id}`;
  return cell && { ...cell, createdAt: cell.createdAt.getTime() };
}

/** The same as {@link concerns}, of cells, for Prisma. */
const inScope = ({
  scope,
  cellId,
  sectors,
  cells,
  openedAt,
}: Pick<Drive, "scope" | "cellId" | "sectors" | "cells" | "openedAt">): Prisma.CellWhereInput => {
  if (scope === "federation") return {};
  if (scope === "cell") return { id: cellId };
  const later = { sectorId: { in: [...sectors] }, createdAt: { gt: new Date(openedAt) } };
  return { OR: [{ id: { in: [...cells] } }, later] };
};

/** The chats (ids of ours) of the cells in the drive's scope. In a council's chat a drive is shown only when somebody asks. */
export async function chatsOf(store: Store, drive: Drive): Promise<readonly string[]> {
  const { tx } = store.session;
  const rows = await tx.chat.findMany({
    where: { federationId: store.federation.id, cellId: { not: null }, cell: inScope(drive) },
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id }) => id);
}

/** The cells of the scope with the members that count there now: before the opening those that it will have. */
export async function cellsInScope(
  store: Store,
  of: Drive | Pick<NewDrive, "scope" | "cellId" | "sectors">,
): Promise<readonly CellOfDrive[]> {
  const { tx } = store.session;
  const federationId = store.federation.id;
  const opening = { sectors: of.sectors, cells: [], openedAt: 0 };
  const cells = await tx.cell.findMany({
    where: { federationId, ...inScope("id" in of ? of : { ...opening, ...of }) },
    select: { id: true, sectorId: true },
    orderBy: { id: "asc" },
  });
  const counted = await tx.person.groupBy({
    by: ["cellId"],
    where: { federationId, cellId: of.scope === "cell" ? of.cellId : { not: null } },
    _count: { _all: true },
  });
  const members = new Map(counted.map(({ cellId, _count }) => [cellId, _count._all]));
  return cells.map(({ id, sectorId }) => ({ id, sector: sectorId, members: members.get(id) ?? 0 }));
}

/** How many people count in the scope now. */
export async function membersInScope(store: Store, drive: Drive): Promise<number> {
  return (await cellsInScope(store, drive)).reduce((sum, cell) => sum + cell.members, 0);
}

/**
 * What stands in a drive's way from its opening: how many people count in its scope now, and the sectors (ids) whose
 * cells are all in the unit 'others', so that a minimum there can never be shown as met (`units`).
 */
export async function prospectsOf(
  store: Store,
  drive: Drive,
): Promise<{ readonly members: number; readonly unshown: readonly string[] }> {
  const members = await membersInScope(store, drive);
  if (drive.scope === "cell") return { members, unshown: [] };
  const rows = await store.session.tx.driveUnit.findMany({
    where: { driveId: drive.id, sectorId: { not: null } },
    select: { sectorId: true },
  });
  const shown = new Set(rows.map(({ sectorId }) => sectorId));
  return { members, unshown: (await sectorIds(store, drive.id)).filter((id) => !shown.has(id)) };
}

export async function sectorIds(store: Store, driveId: string): Promise<readonly string[]> {
  const rows = await store.session.tx.driveCell.groupBy({
    by: ["sectorId"],
    where: { driveId },
    orderBy: { sectorId: "asc" },
  });
  return rows.map(({ sectorId }) => sectorId);
}

/** The open drives in which a person has a standing answer, or had one. */
export async function answeredBy(store: Store, personId: string): Promise<readonly Drive[]> {
  const rows = await store.session.tx.drive.findMany({
    where: { federationId: store.federation.id, closedAt: null, pledges: { some: { personId } } },
    orderBy: { number: "asc" },
  });
  return rows.map((row) => driveRecord(store, row));
}

/** Every open drive. */
export async function openDrives(store: Store): Promise<readonly Drive[]> {
  const rows = await store.session.tx.drive.findMany({
    where: { federationId: store.federation.id, closedAt: null },
    orderBy: { number: "asc" },
  });
  return rows.map((row) => driveRecord(store, row));
}

/** What everybody sees of a drive has changed. */
export function touchDrive(store: Store, driveId: string): void {
  store.cards.touch({ kind: driveCard, subject: driveId });
}

/** What one cell sees of a drive has changed; of a cell's own drive that is all that anybody sees. */
export function touchIn(store: Store, { id, scope }: Pick<Drive, "id" | "scope">, cell: string): void {
  store.cards.touch({ kind: driveCard, subject: id, ...(scope === "cell" ? {} : { cell }) });
}

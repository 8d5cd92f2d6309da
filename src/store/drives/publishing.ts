/** What is published of a drive: the steps of its units, the close, and the figures that a reader sees. */
import { driveCard, driveJobs, numbersShown, type Drive, type Figures, type Final } from "../../domain/drives.ts";
import { firm, goalMet, noPledges, readHistogram, waitingHint, type CellPledges } from "../../domain/pledges.ts";
import {
  exactFigures,
  goalAtClose,
  goalReached,
  settle,
  step,
  withOthersShown,
  withTotalKnown,
  type Shown,
  type ShownUnit,
  type UnitState,
} from "../../domain/publication.ts";
import type { PublishedFigures } from "../../domain/tallies.ts";
import { noteGoal } from "./answering.ts";
import { lockCells, cellPledges } from "./counting.ts";
import { type Work, minute, day, type Stepped, targetOf } from "./records.ts";
import { planClear } from "./retention.ts";
import { driveRecord, driveById, sectorIds, touchDrive } from "./rows.ts";

/**
 * Publishes what changed enough since the last step, all units from what was shown before it.
 * @param due the moment of the grid at which the step fell due; the clock may be later
 */
export async function stepUnits(work: Work, driveId: string, due: number): Promise<Stepped | undefined> {
  await lockCells(work, driveId);
  const drive = await driveById(work, driveId);
  if (drive === undefined) return undefined;
  if (drive.closedAt !== undefined) {
    await stepKept(work, drive);
    return { drive, goalReached: false };
  }
  if (due >= drive.deadline) return { drive, goalReached: false };
  const before = await shownUnits(work, drive.id);
  const { tx } = work.session;
  const ready = await tx.driveUnit.findMany({
    where: { driveId, changed: { gte: drive.smallestGroup } },
    select: { id: true, changed: true, state: true },
    orderBy: { id: "asc" },
  });
  const stepped = new Map<string, Shown>();
  for (const unit of ready) {
    const others = before.filter(({ id }) => id !== unit.id);
    const state = JSON.parse(unit.state) as UnitState; // an edge: only `create` and `step` write it
    const exact = exactFigures(await cellPledges(work, drive.id, { unitId: unit.id }), others);
    const rule = { k: drive.smallestGroup, interval: drive.stepMinutes * minute, closes: drive.deadline };
    const next = step(state, exact, unit.changed, due, rule);
    if (next === state) continue;
    stepped.set(unit.id, next.shown);
    const texts = { state: JSON.stringify(next), shown: JSON.stringify(next.shown) };
    // A pledge last changed before step number `steps` has its answer as the one at the last step: nothing to write there.
    await tx.driveUnit.update({ where: { id: unit.id }, data: { ...texts, changed: 0, steps: { increment: 1 } } });
  }
  if (stepped.size === 0) return { drive, goalReached: false };
  const published = settle(before.map((unit) => ({ ...unit, shown: stepped.get(unit.id) ?? unit.shown })));
  const target = targetOf(drive, await sectorIds(work, drive.id));
  const goal = drive.goalAt === undefined && goalReached(target, published) && (await noteGoal(work, drive));
  if (!goal && numbersShown(drive)) touchDrive(work, drive.id);
  return { drive, goalReached: goal };
}

/** What was kept only grows, so figures that are `k` people apart are enough. */
async function stepKept(work: Work, drive: Drive): Promise<void> {
  const { tx } = work.session;
  const changed = await tx.$executeRaw`
    UPDATE "DriveUnit" SET "changed" = 0,
      "kept" = (SELECT SUM(c."kept") FROM "DriveCell" c WHERE c."unitId" = "DriveUnit"."id")
    WHERE "driveId" = ${drive.id} AND "changed" >= ${drive.smallestGroup}`;
  if (changed > 0 && numbersShown(drive)) work.cards.touch({ kind: driveCard, subject: drive.id });
}

/** Closes a drive. `goalReached` if the goal had not been met before. Undefined if it is closed already. */
export async function closeDrive(work: Work, driveId: string): Promise<Stepped | undefined> {
  const { tx, now } = work.session;
  await lockCells(work, driveId);
  const drive = await driveById(work, driveId);
  if (drive === undefined || drive.closedAt !== undefined) return undefined;
  const cells = await cellPledges(work, drive.id);
  const target = targetOf(drive, [...new Set(cells.flatMap(({ sector }) => (sector === undefined ? [] : [sector])))]);
  const standing = firm(cells);
  const goal =
    drive.scope === "cell"
      ? goalMet(target, standing.reached, (sector) => standing.sectors.get(sector)?.firm ?? 0)
        ? "met"
        : "missed"
      : goalAtClose(target, standing.reached, settle(await shownUnits(work, drive.id)));
  const final: Final = { firm: standing.reached, goal };
  const first = goal === "met" && drive.goalAt === undefined;
  const row = await tx.drive.update({
    where: { id: drive.id },
    data: {
      closedAt: new Date(now),
      final: JSON.stringify(final),
      ...(first ? { goalAt: new Date(now) } : {}),
    },
  });
  // From now on `changed` counts those who kept their pledge.
  await tx.driveUnit.updateMany({ where: { driveId }, data: { changed: 0 } });
  await work.jobs.cancel(`${driveJobs.close}:${driveId}`);
  await work.jobs.cancel(`${driveJobs.clock}:${driveId}`);
  await planClear(work, driveId, now + work.federation.retentionDays * day);
  touchDrive(work, driveId);
  return { drive: driveRecord(work, row), goalReached: first };
}

async function shownUnits(work: Work, driveId: string): Promise<readonly (ShownUnit & { readonly kept: number })[]> {
  const rows = await work.session.tx.driveUnit.findMany({
    where: { driveId },
    select: { id: true, sectorId: true, shown: true, kept: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, sectorId, shown, kept }) => ({
    id,
    sector: sectorId ?? undefined,
    shown: JSON.parse(shown) as Shown, // an edge: only `create` and `step` write it
    kept,
  }));
}

/**
 * What somebody may see who reads in a cell's chat (or counts in it, and reads in their direct chat): its own exact
 * answers, and of all others what is published. Without a cell, or with one outside the scope, only what is published.
 * Whether numbers are shown at all is up to `numbersShown`.
 */
export async function figuresFor(work: Work, drive: Drive, cellId: string | undefined): Promise<Figures> {
  const row =
    cellId === undefined
      ? null
      : await work.session.tx.driveCell.findUnique({ where: { driveId_cellId: { driveId: drive.id, cellId } } });
  const shown = await shownUnits(work, drive.id);
  const published = settle(shown);
  const cells = row === null ? [] : [{ id: row.cellId, sector: row.sectorId, histogram: readHistogram(row.histogram) }];
  const others = shown.filter(({ id }) => id !== row?.unitId);
  const inside =
    drive.final === undefined ? withOthersShown(cells, others) : withTotalKnown(cells, others, drive.final.firm);
  const open = Math.max(inside.reached, published.all.firm);
  const own = row === null ? undefined : inside.cells.get(row.cellId);
  const exact = drive.scope === "cell" || drive.final !== undefined;
  return {
    firm: drive.final?.firm ?? open,
    waiting: (own?.waiting ?? 0) + waitingThere(others, inside.reached),
    exact,
    hint: drive.closedAt === undefined ? waitingHint([...cells, ...others.map(asPledges)], open) : undefined,
    own:
      row === null
        ? undefined
        : { firm: own?.firm ?? 0, waiting: own?.waiting ?? 0, unvouched: row.unvouched, kept: row.kept },
    sectors: (await sectorIds(work, drive.id)).map((sectorId) => ({
      sectorId,
      firm: Math.max(inside.sectors.get(sectorId)?.firm ?? 0, published.sectors.get(sectorId)?.firm ?? 0),
      kept: keptIn(sectorId, shown, row),
    })),
  };
}

/**
 * What everybody may see, wherever they read it: the same in every chat. A drive of one cell is that cell's own
 * business, and exact: it is for its own chats only. Whether numbers are shown at all is up to `numbersShown`.
 */
export async function publishedFigures(work: Work, drive: Drive): Promise<PublishedFigures> {
  const open = drive.closedAt === undefined;
  if (drive.scope === "cell") {
    const { firm, waiting, exact } = await figuresFor(work, drive, drive.cellId);
    return { firm, waiting: open ? waiting : 0, exact, sectors: [] };
  }
  const { sectors, all } = settle(await shownUnits(work, drive.id));
  return {
    firm: drive.final?.firm ?? all.firm,
    waiting: open ? all.waiting : 0,
    exact: drive.final !== undefined,
    sectors: (await sectorIds(work, drive.id)).map((sectorId) => {
      const tally = sectors.get(sectorId);
      return { sectorId, firm: tally?.firm ?? 0, waiting: open ? (tally?.waiting ?? 0) : 0 };
    }),
  };
}

/** What another unit shows, for counting. */
const asPledges = ({ id, sector, shown }: ShownUnit): CellPledges => ({
  id,
  sector,
  histogram: { ...noPledges, certain: shown.firm, drive: shown.rungs },
});

/** People who wait in other units, by what these show: with so many firm, those on lower rungs wait no longer. */
const waitingThere = (shown: readonly ShownUnit[], reached: number): number =>
  shown
    .flatMap(({ shown: { waiting, rungs } }) => [
      waiting,
      ...rungs.map(([others, people]) => (others < reached ? -people : 0)),
    ])
    .reduce((sum, people) => sum + people, 0);

/** Kept pledges of a sector: what its units show, or in the reader's own cell, if it is more, exactly. */
function keptIn(
  sectorId: string,
  shown: readonly (ShownUnit & { readonly kept: number })[],
  own: { readonly sectorId: string; readonly unitId: string | null; readonly kept: number } | null,
): number {
  const published = shown.filter(({ sector }) => sector === sectorId);
  const sum = published.reduce((kept, unit) => kept + unit.kept, 0);
  if (own?.sectorId !== sectorId) return sum;
  const others = published.filter(({ id }) => id !== own.unitId).reduce((kept, unit) => kept + unit.kept, 0);
  return Math.max(sum, others + own.kept);
}

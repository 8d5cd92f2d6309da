/** What is published of a drive changes: the steps of its units, and the close. */
import { minuteOf } from "../../domain/time.ts";
import { driveCard, driveJobs, numbersShown, saysGoal, type Drive, type Final } from "../../domain/drives.ts";
import { firm, goalMet, noPledges, type CellPledges } from "../../domain/pledges.ts";
import {
  closing,
  exactFigures,
  goalReached,
  insideCell,
  isSmall,
  settle,
  showable,
  stepsAt,
  worthLooking,
  type Published,
  type ShownUnit,
} from "../../domain/publication.ts";
import type { Store } from "../repository.ts";
import { openHeld, sealHeld } from "./answers.ts";
import { noteGoal } from "./answering.ts";
import { changeUnit } from "./counting.ts";
import { day, minute, targetOf, type CellFinal, type Stepped } from "./records.ts";
import { planClear } from "./retention.ts";
import { driveById, driveRecord, membersInScope, sectorIds, touchDrive } from "./rows.ts";
import { cellPledges, lockCells, pendingIn, publishedNext, shownUnits } from "./units.ts";

/**
 * Publishes what changed enough since the last step, all units from what was shown before it.
 * @param due the moment of the grid at which the step fell due; the clock may be later
 */
export async function stepUnits(store: Store, driveId: string, due: number): Promise<Stepped | undefined> {
  await lockCells(store, driveId);
  const drive = await driveById(store, driveId);
  if (drive === undefined) return undefined;
  if (drive.closedAt !== undefined) {
    await stepKept(store, drive);
    return { drive, goalReached: false };
  }
  const rule = { k: drive.smallestGroup, interval: drive.stepMinutes * minute, closes: drive.deadline };
  const shown = await takeSteps(store, drive, (changed) => stepsAt(changed, due, rule));
  if (shown === undefined) return { drive, goalReached: false };
  const goal = saysGoal(drive) && (await goalNow(store, drive, settle(shown))) && (await noteGoal(store, drive));
  if (!goal && numbersShown(drive)) touchDrive(store, drive.id);
  return { drive, goalReached: goal };
}

/** The units of an open drive that are ready step; gives back what all of them show then, or nothing if none did. */
async function takeSteps(
  store: Store,
  drive: Drive,
  isReady: (changed: number) => boolean,
): Promise<readonly ShownUnit[] | undefined> {
  const { tx } = store.session;
  const units = await tx.driveUnit.findMany({
    where: { driveId: drive.id, changed: { gte: drive.smallestGroup } },
    select: { id: true, changed: true },
    orderBy: { id: "asc" },
  });
  const ready = units.filter(({ changed }) => isReady(changed));
  if (ready.length === 0) return undefined;
  const before = await shownUnits(store, drive.id);
  const pending = await pendingIn(store, before);
  const after = new Map(before.map((unit) => [unit.id, unit]));
  for (const { id } of ready) {
    const others = before.filter((unit) => unit.id !== id);
    const exact = exactFigures(await publishedNext(store, drive.id, id, pending), others);
    const shown = showable(exact, drive.smallestGroup);
    const old = after.get(id);
    if (old !== undefined) after.set(id, { ...old, shown });
    // A pledge last changed before step number `steps` has its answer as the one at the last step: nothing to write there.
    const data = { shown: JSON.stringify(shown), changed: 0, steps: { increment: 1 } };
    await tx.driveUnit.update({ where: { id }, data });
  }
  for (const { id } of ready) await release(store, drive, id);
  return [...after.values()];
}

/**
 * A unit has stepped, and publishes those no more who have gone: departures are over, and who counts elsewhere arrives there,
 * for that unit's next step.
 */
async function release(store: Store, drive: Drive, unitId: string): Promise<void> {
  const { tx } = store.session;
  const gone = await tx.pledge.findMany({
    where: { awayUnitId: unitId },
    select: { id: true, personId: true, cellId: true, sealedAnswer: true, counted: true },
    orderBy: { id: "asc" },
  });
  if (gone.length === 0) return;
  await tx.pledge.deleteMany({ where: { awayUnitId: unitId, personId: null } });
  const cells = await tx.driveCell.findMany({
    where: { driveId: drive.id, cellId: { in: [...new Set(gone.map(({ cellId }) => cellId))] } },
    select: { cellId: true, unit: { select: { id: true, steps: true } } },
  });
  const unitOf = new Map(cells.map(({ cellId, unit }) => [cellId, unit]));
  const arrived = new Map<string, number>();
  for (const { id, personId, cellId, sealedAnswer, counted } of gone) {
    if (personId === null) continue;
    const unit = unitOf.get(cellId);
    const held = openHeld(store, { id, sealedAnswer });
    const anew = sealHeld(store, id, { ...held, atStep: "out" });
    await tx.pledge.update({ where: { id }, data: { awayUnitId: null, sealedAnswer: anew, step: unit?.steps ?? 0 } });
    if (unit && counted && held.answer !== "out") arrived.set(unit.id, (arrived.get(unit.id) ?? 0) + 1);
  }
  for (const [id, people] of [...arrived].sort(([a], [b]) => (a < b ? -1 : 1)))
    await changeUnit(store, drive, id, people);
}

/** Whether the goal is reached after a step; a look at the exact count that was in vain is noted. */
async function goalNow(store: Store, drive: Drive, published: Published): Promise<boolean> {
  const { tx } = store.session;
  const target = targetOf(drive, await sectorIds(store, drive.id));
  const { lookedAt } = await tx.drive.findUniqueOrThrow({ where: { id: drive.id }, select: { lookedAt: true } });
  if (!worthLooking(target, published, lookedAt ?? undefined, drive.smallestGroup)) return false;
  const exact = firm(await cellPledges(store, drive.id)).reached;
  const small = isSmall(await membersInScope(store, drive), drive.smallestGroup);
  if (goalReached(target, published, exact, small)) return true;
  await tx.drive.update({ where: { id: drive.id }, data: { lookedAt: published.all.firm } });
  return false;
}

/** What was kept only grows, so figures that are `k` people apart are enough. */
async function stepKept(store: Store, drive: Drive): Promise<void> {
  const { tx } = store.session;
  const changed = await tx.$executeRaw`
    UPDATE "DriveUnit" SET "changed" = 0,
      "kept" = (SELECT SUM(c."kept") FROM "DriveCell" c WHERE c."unitId" = "DriveUnit"."id")
    WHERE "driveId" = ${drive.id} AND "changed" >= ${drive.smallestGroup}`;
  if (changed > 0 && numbersShown(drive)) store.cards.touch({ kind: driveCard, subject: drive.id });
}

/** Closes a drive, with a last step. `goalReached` if the goal had not been met before. Undefined if it is closed already. */
export async function closeDrive(store: Store, driveId: string): Promise<Stepped | undefined> {
  const { tx, now } = store.session;
  await lockCells(store, driveId);
  const drive = await driveById(store, driveId);
  if (drive === undefined || drive.closedAt !== undefined) return undefined;
  const stepped = await takeSteps(store, drive, () => true);
  const shown = stepped ?? (await shownUnits(store, drive.id));
  const cells = await cellPledges(store, drive.id);
  const final = await finalOf(store, drive, cells, shown, stepped !== undefined);
  await writeFinals(store, drive, cells, shown, final);
  const first = final.goal === "met" && drive.goalAt === undefined;
  const row = await tx.drive.update({
    where: { id: drive.id },
    data: {
      closedAt: new Date(minuteOf(now)),
      final: JSON.stringify(final),
      sealedKey: null,
      ...(first ? { goalAt: new Date(minuteOf(now)) } : {}),
    },
  });
  // Nobody comes back to it.
  await tx.pledge.deleteMany({ where: { driveId, personId: null } });
  // From now on `changed` counts those who kept their pledge.
  await tx.driveUnit.updateMany({ where: { driveId }, data: { changed: 0 } });
  await store.jobs.cancel(`${driveJobs.close}:${driveId}`);
  await store.jobs.cancel(`${driveJobs.clock}:${driveId}`);
  await planClear(store, driveId, now + store.federation.retentionDays * day);
  touchDrive(store, driveId);
  return { drive: driveRecord(store, row), goalReached: first };
}

async function finalOf(
  store: Store,
  drive: Drive,
  cells: readonly CellPledges[],
  shown: readonly ShownUnit[],
  stepped: boolean,
): Promise<Final> {
  const target = targetOf(drive, [...new Set(cells.flatMap(({ sector }) => (sector === undefined ? [] : [sector])))]);
  const standing = firm(cells);
  if (drive.scope === "cell") {
    const met = goalMet(target, standing.reached, (sector) => standing.sectors.get(sector)?.firm ?? 0);
    return { firm: standing.reached, exact: true, goal: met ? "met" : "missed" };
  }
  return closing({
    target,
    whole: drive.scope === "federation",
    members: await membersInScope(store, drive),
    k: drive.smallestGroup,
    exactFirm: standing.reached,
    published: settle(shown),
    stepped,
  });
}

/** What each cell's own people see of themselves stands still from the close on. */
async function writeFinals(
  store: Store,
  drive: Drive,
  cells: readonly CellPledges[],
  shown: readonly ShownUnit[],
  final: Final,
): Promise<void> {
  const { tx } = store.session;
  const pending = await pendingIn(store, shown);
  const rows = await tx.driveCell.findMany({ where: { driveId: drive.id }, select: { cellId: true, unitId: true } });
  const unitOf = new Map(rows.map(({ cellId, unitId }) => [cellId, unitId]));
  for (const cell of cells) {
    const others = shown.filter(({ id }) => id !== unitOf.get(cell.id));
    const total = final.exact === true ? final.firm : undefined;
    const { own, reached, inSector } = insideCell(cell, pending.get(cell.id) ?? noPledges, others, total);
    const text = JSON.stringify({ ...own, reached, inSector } satisfies CellFinal);
    const where = { driveId_cellId: { driveId: drive.id, cellId: cell.id } };
    await tx.driveCell.update({ where, data: { final: text } });
  }
}

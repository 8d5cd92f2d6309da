/** A drive opens: its goal in people and its units are fixed. And what is changed of it while it is open, and when its card says anew how much time is left. */
import { minuteOf } from "../../domain/time.ts";
import { clockOf, driveCard, driveJobs, type Drive, type DriveChanges, type Scope } from "../../domain/drives.ts";
import { goalInPeople, noPledges, writeHistogram, type Goal } from "../../domain/pledges.ts";
import { nothingShown, units } from "../../domain/publication.ts";
import type { Store } from "../repository.ts";
import { planStep } from "./counting.ts";
import { day, purposes, type CellOfDrive, type NewDrive } from "./records.ts";
import { cellsInScope, driveById, driveRecord, sealedLines, touchDrive } from "./rows.ts";

/** Opens a drive: the goal in people, and the units that are published, are fixed now. */
export async function openDrive(store: Store, of: NewDrive): Promise<Drive> {
  const { tx, now } = store.session;
  const { id: federationId, sealer, smallestGroup, stepMinutes } = store.federation;
  const cells = await cellsInScope(store, of);
  const id = store.session.newId();
  const last = await tx.drive.aggregate({ where: { federationId }, _max: { number: true } });
  const row = await tx.drive.create({
    data: {
      id,
      federationId,
      number: (last._max.number ?? 0) + 1,
      sealedQuestion: sealer.seal(of.question, purposes.question, id),
      sealedName: of.name === undefined ? null : sealer.seal(of.name, purposes.name, id),
      sealedDemands: sealedLines(store, of.demands ?? [], purposes.demands, id),
      sealedWays: sealedLines(store, of.ways ?? [], purposes.ways, id),
      afterId: of.afterId ?? null,
      scope: of.scope,
      cellId: of.cellId,
      sectors: JSON.stringify(of.sectors),
      cells: JSON.stringify(of.scope === "sector" ? cells.map((cell) => cell.id) : []),
      createdById: of.createdById,
      ...goalColumns(of.goal, cells),
      minimum: of.minimum,
      reveal: of.reveal,
      openedAt: new Date(now),
      deadline: new Date(of.deadline),
      smallestGroup,
      stepMinutes,
    },
  });
  await createCounts(store, id, of.scope, cells);
  const drive = driveRecord(store, row);
  await planDeadline(store, drive);
  return drive;
}

/** One row for each cell and each unit. A drive of one cell is that cell's own business and has no units. */
async function createCounts(store: Store, driveId: string, scope: Scope, cells: readonly CellOfDrive[]): Promise<void> {
  const { tx } = store.session;
  const made = scope === "cell" ? [] : units(cells, store.federation.smallestGroup);
  const sizes = new Map(cells.map((cell) => [cell.id, cell.members]));
  const unitOf = new Map<string, string>();
  const rows = made.map(({ sector, cells: ofUnit }) => {
    const id = store.session.newId();
    for (const cell of ofUnit) unitOf.set(cell, id);
    const members = ofUnit.reduce((sum, cell) => sum + (sizes.get(cell) ?? 0), 0);
    return { id, driveId, sectorId: sector ?? null, members, shown: JSON.stringify(nothingShown) };
  });
  await tx.driveUnit.createMany({ data: rows });
  await tx.driveCell.createMany({
    data: cells.map(({ id: cellId, sector: sectorId }) => ({
      driveId,
      cellId,
      sectorId,
      unitId: unitOf.get(cellId) ?? null,
      histogram: writeHistogram(noPledges),
    })),
  });
}

/** Changes a drive; what is not named stays. */
export async function editDrive(store: Store, drive: Drive, changes: DriveChanges): Promise<Drive> {
  const { sealer } = store.federation;
  const { question, name, demands, ways, after, deadline, goal, minimum, reveal } = changes;
  const row = await store.session.tx.drive.update({
    where: { id: drive.id, federationId: store.federation.id },
    data: {
      ...(question === undefined ? {} : { sealedQuestion: sealer.seal(question, purposes.question, drive.id) }),
      ...(name === undefined ? {} : { sealedName: sealer.seal(name, purposes.name, drive.id) }),
      ...(demands === undefined ? {} : { sealedDemands: sealedLines(store, demands, purposes.demands, drive.id) }),
      ...(ways === undefined ? {} : { sealedWays: sealedLines(store, ways, purposes.ways, drive.id) }),
      ...(after === undefined ? {} : { afterId: after.id ?? null }),
      ...(deadline === undefined ? {} : { deadline: new Date(deadline) }),
      ...(goal === undefined ? {} : goalColumns(goal, await cellsInScope(store, drive))),
      ...(minimum === undefined ? {} : { minimum }),
      ...(reveal === undefined ? {} : { reveal }),
    },
  });
  const edited = driveRecord(store, row);
  if (deadline !== undefined) {
    await planDeadline(store, edited);
    // A unit may be waiting for a step that lay behind the old deadline.
    const ready = await store.session.tx.driveUnit.count({
      where: { driveId: drive.id, changed: { gte: drive.smallestGroup } },
    });
    if (ready > 0) await planStep(store, edited);
  }
  touchDrive(store, drive.id);
  return edited;
}

async function planDeadline(store: Store, drive: Drive): Promise<void> {
  const payload = { drive: drive.id };
  const { close } = driveJobs;
  await store.jobs.schedule({ kind: close, key: `${close}:${drive.id}`, payload, dueAt: drive.deadline });
  await planClock(store, drive);
}

/** The card says how much time is left: it is shown again when it would say something else. */
export async function planClock(store: Store, drive: Drive): Promise<void> {
  const { now } = store.session;
  const { until } = clockOf(drive.deadline - now);
  const kind = driveJobs.clock;
  const key = `${kind}:${drive.id}`;
  if (until === undefined) await store.jobs.cancel(key);
  else await store.jobs.schedule({ kind, key, payload: { drive: drive.id }, dueAt: drive.deadline - until });
}

/** Time has passed: the card is shown again. */
export async function clockMoved(store: Store, driveId: string): Promise<void> {
  const drive = await driveById(store, driveId);
  if (drive === undefined || drive.closedAt !== undefined) return;
  store.cards.touch({ kind: driveCard, subject: drive.id });
  await planClock(store, drive);
}

/** Notes a nudge. False if there was one less than a day ago. */
export async function noteReminder(store: Store, drive: Drive): Promise<boolean> {
  const { tx, now } = store.session;
  const { count } = await tx.drive.updateMany({
    where: { id: drive.id, OR: [{ remindedAt: null }, { remindedAt: { lte: new Date(now - day) } }] },
    data: { remindedAt: new Date(minuteOf(now)) },
  });
  return count === 1;
}

function goalColumns(goal: Goal, cells: readonly CellOfDrive[]) {
  const members = cells.reduce((sum, cell) => sum + cell.members, 0);
  return { goal: goalInPeople(goal, members), goalPercent: goal.kind === "percent" ? goal.percent : null };
}

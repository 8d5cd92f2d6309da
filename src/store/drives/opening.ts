/** A drive opens: its goal in people and its units are fixed. And what is changed of it while it is open, and when its card says anew how much time is left. */
import { clockOf, driveCard, driveJobs, type Drive, type DriveChanges, type Scope } from "../../domain/drives.ts";
import { goalInPeople, noPledges, writeHistogram, type Goal } from "../../domain/pledges.ts";
import { nothingShown, units } from "../../domain/publication.ts";
import { planStep } from "./counting.ts";
import { day, purposes, type CellOfDrive, type NewDrive, type Work } from "./records.ts";
import { cellsInScope, driveById, driveRecord, touchDrive } from "./rows.ts";

/** Opens a drive: the goal in people, and the units that are published, are fixed now. */
export async function openDrive(work: Work, of: NewDrive): Promise<Drive> {
  const { tx, now } = work.session;
  const { id: federationId, sealer, smallestGroup, stepMinutes } = work.federation;
  const cells = await cellsInScope(work, of);
  const id = work.session.newId();
  const last = await tx.drive.aggregate({ where: { federationId }, _max: { number: true } });
  const row = await tx.drive.create({
    data: {
      id,
      federationId,
      number: (last._max.number ?? 0) + 1,
      sealedQuestion: sealer.seal(of.question, purposes.question),
      sealedName: of.name === undefined ? null : sealer.seal(of.name, purposes.name),
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
  await createCounts(work, id, of.scope, cells);
  const drive = driveRecord(work, row);
  await planDeadline(work, drive);
  return drive;
}

/** One row for each cell and each unit. A drive of one cell is that cell's own business and has no units. */
async function createCounts(work: Work, driveId: string, scope: Scope, cells: readonly CellOfDrive[]): Promise<void> {
  const { tx } = work.session;
  const made = scope === "cell" ? [] : units(cells, work.federation.smallestGroup);
  const sizes = new Map(cells.map((cell) => [cell.id, cell.members]));
  const unitOf = new Map<string, string>();
  const rows = made.map(({ sector, cells: ofUnit }) => {
    const id = work.session.newId();
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
export async function editDrive(work: Work, drive: Drive, changes: DriveChanges): Promise<Drive> {
  const { sealer } = work.federation;
  const { question, name, deadline, goal, minimum, reveal } = changes;
  const row = await work.session.tx.drive.update({
    where: { id: drive.id, federationId: work.federation.id },
    data: {
      ...(question === undefined ? {} : { sealedQuestion: sealer.seal(question, purposes.question) }),
      ...(name === undefined ? {} : { sealedName: sealer.seal(name, purposes.name) }),
      ...(deadline === undefined ? {} : { deadline: new Date(deadline) }),
      ...(goal === undefined ? {} : goalColumns(goal, await cellsInScope(work, drive))),
      ...(minimum === undefined ? {} : { minimum }),
      ...(reveal === undefined ? {} : { reveal }),
    },
  });
  const edited = driveRecord(work, row);
  if (deadline !== undefined) {
    await planDeadline(work, edited);
    // A unit may be waiting for a step that lay behind the old deadline.
    const ready = await work.session.tx.driveUnit.count({
      where: { driveId: drive.id, changed: { gte: drive.smallestGroup } },
    });
    if (ready > 0) await planStep(work, edited);
  }
  touchDrive(work, drive.id);
  return edited;
}

async function planDeadline(work: Work, drive: Drive): Promise<void> {
  const payload = { drive: drive.id };
  const { close } = driveJobs;
  await work.jobs.schedule({ kind: close, key: `${close}:${drive.id}`, payload, dueAt: drive.deadline });
  await planClock(work, drive);
}

/** The card says how much time is left: it is shown again when it would say something else. */
export async function planClock(work: Work, drive: Drive): Promise<void> {
  const { now } = work.session;
  const { until } = clockOf(drive.deadline - now);
  const kind = driveJobs.clock;
  const key = `${kind}:${drive.id}`;
  if (until === undefined) await work.jobs.cancel(key);
  else await work.jobs.schedule({ kind, key, payload: { drive: drive.id }, dueAt: drive.deadline - until });
}

/** Time has passed: the card is shown again. */
export async function clockMoved(work: Work, driveId: string): Promise<void> {
  const drive = await driveById(work, driveId);
  if (drive === undefined || drive.closedAt !== undefined) return;
  work.cards.touch({ kind: driveCard, subject: drive.id });
  await planClock(work, drive);
}

/** Notes a nudge. False if there was one less than a day ago. */
export async function noteReminder(work: Work, drive: Drive): Promise<boolean> {
  const { tx, now } = work.session;
  const { count } = await tx.drive.updateMany({
    where: { id: drive.id, OR: [{ remindedAt: null }, { remindedAt: { lte: new Date(now - day) } }] },
    data: { remindedAt: new Date(now) },
  });
  return count === 1;
}

function goalColumns(goal: Goal, cells: readonly CellOfDrive[]) {
  const members = cells.reduce((sum, cell) => sum + cell.members, 0);
  return { goal: goalInPeople(goal, members), goalPercent: goal.kind === "percent" ? goal.percent : null };
}

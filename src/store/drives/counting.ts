/**
 * The figures that answers are kept in: a pledge, the histogram of its cell, and `changed` of its unit. What an answer, a
 * move and a departure have in common.
 */
import { concerns, driveJobs, numbersShown, type Drive } from "../../domain/drives.ts";
import {
  noPledges,
  readHistogram,
  remove,
  replace,
  sameAnswer,
  writeHistogram,
  type Answer,
  type Histogram,
} from "../../domain/pledges.ts";
import { changedIn, type Account } from "../../domain/publication.ts";
import { gridCeil } from "../../domain/time.ts";
import type { Store } from "../repository.ts";
import { openHeld, sealChange, sealHeld } from "./answers.ts";
import {
  accountOf,
  apart,
  bool,
  countedAnswer,
  isStanding,
  publishedColumns,
  readAnswer,
  writeAnswer,
  type PlaceRow,
  type SealedPlaceRow,
  type StandingRow,
} from "./records.ts";
import { cellById, touchIn } from "./rows.ts";

/** What stands before an answer. Undefined where the cell is not in the scope. */
export async function placeOf(
  store: Store,
  drive: Drive,
  cellId: string,
  personId: string,
): Promise<PlaceRow | undefined> {
  const { tx } = store.session;
  // READ COMMITTED reads the pledge as it was when the statement began: it has to begin after the lock is there.
  if (tx.provider === "postgresql") await lockCell(store, drive.id, cellId);
  const [place] = await tx.$queryRaw<SealedPlaceRow>`
    SELECT c."histogram", c."sectorId", c."unvouched", c."unitId", u."steps", u."changed",
      CASE WHEN d."closedAt" IS NULL THEN 0 ELSE 1 END AS "closed",
      p."id" AS "pledgeId", p."cellId" AS "pledgeCell", p."sealedAnswer", p."step" AS "pledgeStep", p."counted",
      p."awayUnitId" AS "away", d."sealedKey"
    FROM "DriveCell" c
      JOIN "Drive" d ON d."id" = c."driveId"
      LEFT JOIN "DriveUnit" u ON u."id" = c."unitId"
      LEFT JOIN "Pledge" p ON p."driveId" = c."driveId" AND p."personId" = ${personId}
    WHERE c."driveId" = ${drive.id} AND c."cellId" = ${cellId}`;
  if (place !== undefined) return openPlace(store, place);
  return (await admitCell(store, drive, cellId)) ? placeOf(store, drive, cellId, personId) : undefined;
}

function openPlace(store: Store, { sealedAnswer, ...place }: SealedPlaceRow): PlaceRow {
  const { pledgeId: id } = place;
  if (id === null || sealedAnswer === null) {
    return { ...place, answer: null, atStep: null, kept: null, answeredAt: null };
  }
  const { at: answeredAt, ...held } = openHeld(store, { id, sealedAnswer });
  return { ...place, ...held, answeredAt };
}

async function lockCell(store: Store, driveId: string, cellId: string): Promise<void> {
  const { tx } = store.session;
  await tx.$queryRaw`
    SELECT "cellId" FROM "DriveCell" WHERE "driveId" = ${driveId} AND "cellId" = ${cellId} ${tx.forUpdate}`;
}

/** A cell of the scope that was made after the opening is in no unit: it counts at the close. */
async function admitCell(store: Store, drive: Drive, cellId: string): Promise<boolean> {
  const { tx } = store.session;
  const cell = await cellById(store, cellId);
  if (cell === undefined || !concerns(drive, cell)) return false;
  await tx.$executeRaw`
    INSERT INTO "DriveCell" ("driveId", "cellId", "unitId", "sectorId", "histogram", "unvouched", "kept")
    VALUES (${drive.id}, ${cell.id}, ${null}, ${cell.sectorId}, ${writeHistogram(noPledges)}, 0, 0)
    ON CONFLICT ("driveId", "cellId") DO NOTHING`;
  return true;
}

/** Whether a cell counts in a drive: it is in its scope, or was. */
export async function countsIn(store: Store, drive: Drive, cellId: string): Promise<boolean> {
  const { tx } = store.session;
  const where = { driveId_cellId: { driveId: drive.id, cellId } };
  if ((await tx.driveCell.findUnique({ where, select: { cellId: true } })) !== null) return true;
  const cell = await cellById(store, cellId);
  return cell !== undefined && concerns(drive, cell);
}

/** A person's pledge where it counts, which need not be where the person counts now. */
export async function standingOf(store: Store, drive: Drive, personId: string): Promise<StandingRow | undefined> {
  const pledge = await store.session.tx.pledge.findUnique({
    where: { driveId_personId: { driveId: drive.id, personId } },
    select: { cellId: true },
  });
  const place = pledge === null ? undefined : await placeOf(store, drive, pledge.cellId, personId);
  return place !== undefined && isStanding(place) ? place : undefined;
}

/** Writes the standing answer and its event. */
export async function writePledge(
  store: Store,
  drive: Drive,
  person: { readonly id: string; readonly cellId: string },
  place: PlaceRow,
  answer: Answer,
  counts: boolean,
): Promise<void> {
  const { tx, now } = store.session;
  const text = writeAnswer(answer);
  const { atStep, step, awayUnitId } = publishedColumns(accountOf(place), place.steps);
  const id = place.pledgeId ?? store.session.newId();
  const sealedAnswer = sealHeld(store, id, { answer: text, atStep, kept: place.kept ?? false, at: now });
  if (place.pledgeId === null) {
    await tx.$executeRaw`
      INSERT INTO "Pledge"
        ("id", "driveId", "personId", "cellId", "sealedAnswer", "step", "counted")
      VALUES (${id}, ${drive.id}, ${person.id}, ${person.cellId}, ${sealedAnswer}, ${step},
        ${bool(counts, tx.provider)})`;
  } else {
    await tx.$executeRaw`
      UPDATE "Pledge" SET "sealedAnswer" = ${sealedAnswer}, "step" = ${step}, "awayUnitId" = ${awayUnitId},
        "counted" = ${bool(counts, tx.provider)}
      WHERE "id" = ${id}`;
  }
  const event = store.session.newId();
  await tx.$executeRaw`
    INSERT INTO "PledgeEvent" ("id", "pledgeId", "sealedChange")
    VALUES (${event}, ${id}, ${sealChange(store, event, { answer: text, at: now })})`;
  if (!drive.answered)
    await tx.drive.updateMany({ where: { id: drive.id, answered: false }, data: { answered: true } });
}

/** Brings the histogram of the cell and its unit up to date; gives back the histogram if it changed. */
export async function countAnswer(
  store: Store,
  drive: Drive,
  cellId: string,
  place: PlaceRow,
  answer: Answer,
  counts: boolean,
): Promise<Histogram | undefined> {
  const before = countedAnswer(place);
  const after = counts ? answer : "withdrawn";
  const histogram = replace(readHistogram(place.histogram), before, after);
  const unvouched = apart(answer, counts) - apart(readAnswer(place.answer ?? "out"), place.counted ?? true);
  await writeCell(store, drive, cellId, histogram, unvouched);
  const account = accountOf(place);
  await changeUnits(store, drive, account, { ...account, answer: after });
  if (numbersShown(drive)) touchIn(store, drive, cellId);
  return sameAnswer(before, after) ? undefined : histogram;
}

export async function writeCell(
  store: Store,
  drive: Drive,
  cellId: string,
  histogram: Histogram,
  unvouched: number,
): Promise<void> {
  await store.session.tx.$executeRaw`
    UPDATE "DriveCell" SET "histogram" = ${writeHistogram(histogram)}, "unvouched" = "unvouched" + ${unvouched}
    WHERE "driveId" = ${drive.id} AND "cellId" = ${cellId}`;
}

/** One account has changed: in the units that it is a change in, or was. */
export async function changeUnits(store: Store, drive: Drive, before: Account, after: Account): Promise<void> {
  const [was, is] = [changedIn(before), changedIn(after)];
  if (was === is) return;
  // Always in the order of their ids: two that change the same two would each wait for the other.
  const changes = [...(was === undefined ? [] : [[was, -1] as const]), ...(is === undefined ? [] : [[is, 1] as const])];
  for (const [unit, by] of changes.sort(([a], [b]) => (a < b ? -1 : 1))) await changeUnit(store, drive, unit, by);
}

/** A step is planned by whoever brings a unit to `k`: until it is taken nobody else has to. */
export async function changeUnit(store: Store, drive: Drive, unitId: string, by: number): Promise<void> {
  const [unit] = await store.session.tx.$queryRaw<{ changed: number }>`
    UPDATE "DriveUnit" SET "changed" = "changed" + ${by} WHERE "id" = ${unitId} RETURNING "changed"`;
  if (unit === undefined || unit.changed < drive.smallestGroup) return;
  if (unit.changed - by < drive.smallestGroup) await planStep(store, drive);
}

/** Plans a step for the next moment of the grid after now. */
export async function planStep(store: Store, drive: Drive): Promise<void> {
  const due = gridCeil(store.session.now + 1, drive.stepMinutes);
  if (drive.closedAt === undefined && due >= drive.deadline) return; // nothing steps at or after the close
  const kind = driveJobs.step;
  // The moment is part of the key: planning the next step must not put off one that is late.
  const key = `${kind}:${drive.id}:${due}`;
  await store.jobs.schedule({ kind, key, payload: { drive: drive.id, due: String(due) }, dueAt: due });
}

/** Takes a pledge out of the figures of its cell. Its unit goes on publishing it until the next step. */
export async function uncount(store: Store, drive: Drive, cellId: string, place: PlaceRow): Promise<void> {
  const before = countedAnswer(place);
  const histogram = readHistogram(place.histogram);
  await writeCell(
    store,
    drive,
    cellId,
    before === "withdrawn" ? histogram : remove(histogram, before),
    -apart(readAnswer(place.answer ?? "out"), place.counted ?? true),
  );
  if (numbersShown(drive)) touchIn(store, drive, cellId);
}

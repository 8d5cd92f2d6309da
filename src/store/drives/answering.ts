/** A person answers, reads their own answer, and says afterwards that they kept it; and the goal of a drive of one cell. */
import { minuteOf } from "../../domain/time.ts";
import { driveJobs, isOpen, numbersShown, saysGoal, type Drive, type Kept } from "../../domain/drives.ts";
import { firm, goalMet, isOtherWay, sameAnswer, type Answer, type Histogram } from "../../domain/pledges.ts";
import type { Store } from "../repository.ts";
import { openHeld, sealHeld } from "./answers.ts";
import { changeUnit, countAnswer, placeOf, writePledge } from "./counting.ts";
import { wasFirm } from "./figures.ts";
import { arriveIn, comeBack } from "./moving.ts";
import { readAnswer, targetOf, type Answered, type Answerer, type OwnAnswer } from "./records.ts";
import { touchDrive, touchIn } from "./rows.ts";
import { cellPledges } from "./units.ts";

/**
 * Records a person's answer; the last one counts. An answer that changes nothing writes nothing.
 *
 * Four or five statements (two more for a first answer after somebody has gone), whatever the number of pledges: what stands, the pledge, its event, the cell's histogram,
 * and the unit's `changed`. PostgreSQL needs one more, to lock the histogram first.
 */
export async function takeAnswer(store: Store, drive: Drive, person: Answerer, answer: Answer): Promise<Answered> {
  if (!isOpen(drive, store.session.now)) return { outcome: "closed" };
  const cellId = person.cellId;
  const place = cellId === undefined ? undefined : await placeOf(store, drive, cellId, person.id);
  if (cellId === undefined || place === undefined) return { outcome: "elsewhere" };
  if (place.closed !== 0) return { outcome: "closed" };
  if (place.pledgeId === null && (await comeBack(store, drive, place, person.id, answer))) {
    return takeAnswer(store, drive, person, answer);
  }
  if (place.pledgeCell !== null && place.pledgeCell !== cellId) {
    // They changed the cell in which they count.
    await arriveIn(store, drive, person, place);
    return takeAnswer(store, drive, person, answer);
  }
  const before = readAnswer(place.answer ?? "out");
  const counts = place.counted === true || person.vouched >= store.federation.vouches;
  if (sameAnswer(before, answer) && (place.counted === null || counts === place.counted)) {
    return { outcome: "recorded", before, counted: counts, goalReached: false };
  }
  await writePledge(store, drive, { id: person.id, cellId }, place, answer, counts);
  const histogram = await countAnswer(store, drive, cellId, place, answer, counts);
  const reached = histogram === undefined ? false : await reachedInCell(store, drive, place.sectorId, histogram);
  return { outcome: "recorded", before, counted: counts, goalReached: reached };
}

/** A person's own answer; undefined if they gave none. */
export async function ownAnswer(store: Store, drive: Drive, personId: string): Promise<OwnAnswer | undefined> {
  const row = await store.session.tx.pledge.findUnique({
    where: { driveId_personId: { driveId: drive.id, personId } },
    select: { id: true, sealedAnswer: true, counted: true },
  });
  if (row === null) return undefined;
  const { answer, kept } = openHeld(store, row);
  return { answer: readAnswer(answer), counted: row.counted, kept };
}

/** Of some closed drives those in which a person has pledged, in their order, and whether they can still say that they kept it. */
export async function pledgedIn(
  store: Store,
  drives: readonly Drive[],
  personId: string,
): Promise<readonly { readonly drive: Drive; readonly waits: boolean }[]> {
  const rows = await store.session.tx.pledge.findMany({
    where: { personId, driveId: { in: drives.map(({ id }) => id) } },
    select: { id: true, driveId: true, cellId: true, sealedAnswer: true, counted: true },
  });
  const found: { drive: Drive; waits: boolean }[] = [];
  for (const drive of drives) {
    const row = rows.find(({ driveId }) => driveId === drive.id);
    const held = row === undefined ? undefined : openHeld(store, row);
    if (row === undefined || held === undefined || held.answer === "out") continue;
    const isNew = row.counted && !held.kept && drive.clearedAt === undefined;
    found.push({ drive, waits: isNew && (await wasFirm(store, drive, row.cellId, readAnswer(held.answer))) });
  }
  return found;
}

/** Records that a person kept their pledge. Who chose another way than the first has it noted, and is counted in no figure. */
export async function noteKept(store: Store, drive: Drive, personId: string): Promise<Kept> {
  const { tx, now } = store.session;
  if (isOpen(drive, now) || drive.closedAt === undefined) return "open";
  if (drive.clearedAt !== undefined) return "cleared";
  // Locked: whoever says it twice at once is counted once.
  const [row] = await tx.$queryRaw<{ id: string; cellId: string; sealedAnswer: string; counted: boolean | number }>`
    SELECT "id", "cellId", "sealedAnswer", "counted" FROM "Pledge"
    WHERE "driveId" = ${drive.id} AND "personId" = ${personId} ${tx.forUpdate}`;
  const held = row === undefined ? undefined : openHeld(store, row);
  if (row === undefined || held === undefined || held.answer === "out") return "no-pledge";
  if (!row.counted || !(await wasFirm(store, drive, row.cellId, readAnswer(held.answer)))) return "not-firm";
  if (held.kept) return "already";
  const sealedAnswer = sealHeld(store, row.id, { ...held, kept: true });
  await tx.pledge.update({ where: { id: row.id }, data: { sealedAnswer } });
  if (isOtherWay(readAnswer(held.answer))) return "other-way";
  const [cell] = await tx.$queryRaw<{ unitId: string | null }>`
    UPDATE "DriveCell" SET "kept" = "kept" + 1 WHERE "driveId" = ${drive.id} AND "cellId" = ${row.cellId}
    RETURNING "unitId"`;
  if (typeof cell?.unitId === "string") await changeUnit(store, drive, cell.unitId, 1);
  if (numbersShown(drive)) touchIn(store, drive, row.cellId);
  return "recorded";
}

/** Whether the goal of a drive of one cell is met now for the first time; then it is noted. */
async function reachedInCell(store: Store, drive: Drive, sectorId: string, histogram: Histogram): Promise<boolean> {
  if (drive.scope !== "cell" || !saysGoal(drive)) return false;
  const standing = firm([{ id: drive.cellId, sector: sectorId, histogram }]);
  const target = targetOf(drive, [sectorId]);
  const inSector = (sector: string) => standing.sectors.get(sector)?.firm ?? 0;
  return goalMet(target, standing.reached, inSector) ? noteGoal(store, drive) : false;
}

/** True for the one who notes it first. */
export async function noteGoal(store: Store, drive: Drive): Promise<boolean> {
  const { tx, now } = store.session;
  const { count } = await tx.drive.updateMany({
    where: { id: drive.id, goalAt: null },
    data: { goalAt: new Date(minuteOf(now)) },
  });
  if (count === 1) touchDrive(store, drive.id);
  return count === 1;
}

/** A drive of one cell may have met its goal by somebody who did not answer just now: a job announces it. */
export async function lookAtGoal(store: Store, drive: Drive): Promise<void> {
  if (drive.scope !== "cell" || !saysGoal(drive)) return;
  const kind = driveJobs.goal;
  await store.jobs.schedule({
    kind,
    key: `${kind}:${drive.id}`,
    payload: { drive: drive.id },
    dueAt: store.session.now,
  });
}

/** Whether the goal of a drive of one cell is met, for the first time. */
export async function goalInCell(store: Store, drive: Drive): Promise<boolean> {
  if (!isOpen(drive, store.session.now)) return false;
  const [cell] = await cellPledges(store, drive.id, { cellId: drive.cellId });
  return cell?.sector === undefined ? false : reachedInCell(store, drive, cell.sector, cell.histogram);
}

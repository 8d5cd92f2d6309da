/**
 * A pledge that goes: into another cell, or away altogether. The unit that it leaves goes on publishing it until its next
 * step, so that going is a change there like coming; and only then it arrives in what another one publishes
 * (`Account` in src/domain/publication.ts).
 *
 * A departure is the pledge itself, which is nobody's any more and counts nowhere, with HMACs of the accounts of who gave
 * it (`PledgeTag`) under the drive's own key. Whoever comes back is known by them, and has their pledge again. It lasts until
 * that unit's next step or the close.
 */
import { createHmac, randomBytes } from "node:crypto";
import { numbersShown, type Drive } from "../../domain/drives.ts";
import { add, readHistogram, sameAnswer, type Answer } from "../../domain/pledges.ts";
import type { Store } from "../repository.ts";
import { openHeld, sealHeld } from "./answers.ts";
import { changeUnits, placeOf, uncount, writeCell } from "./counting.ts";
import {
  accountOf,
  apart,
  heldAt,
  isStanding,
  publishedColumns,
  purposes,
  readAnswer,
  type Answerer,
  type PlaceRow,
  type StandingRow,
} from "./records.ts";
import { touchIn } from "./rows.ts";

/** Moves a pledge into the cell `person.cellId`, which `place` describes. */
export async function arriveIn(store: Store, drive: Drive, person: Answerer, place: PlaceRow): Promise<void> {
  const { cellId } = person;
  if (cellId === undefined || !isStanding(place)) return;
  const left = await placeOf(store, drive, place.pledgeCell, person.id);
  if (left === undefined) throw new Error("a pledge counts in a cell that the drive does not have");
  await uncount(store, drive, place.pledgeCell, left);
  const before = accountOf(left);
  const after = { ...before, unit: place.unitId ?? undefined };
  const { atStep, ...columns } = publishedColumns(after, place.steps);
  const sealedAnswer = sealHeld(store, place.pledgeId, { ...heldAt(place), atStep });
  await store.session.tx.pledge.update({ where: { id: place.pledgeId }, data: { cellId, sealedAnswer, ...columns } });
  const answer = readAnswer(place.answer);
  const counts = place.counted === true;
  const histogram = readHistogram(place.histogram);
  const arrived = counts && answer !== "withdrawn" ? add(histogram, answer) : histogram;
  await writeCell(store, drive, cellId, arrived, apart(answer, counts));
  await changeUnits(store, drive, before, after);
  if (numbersShown(drive)) touchIn(store, drive, cellId);
}

/** A pledge goes altogether: it is withdrawn, and nobody's. `personId` is whose accounts it is known by. */
export async function depart(store: Store, drive: Drive, place: StandingRow, personId: string): Promise<void> {
  const { tx } = store.session;
  await uncount(store, drive, place.pledgeCell, place);
  const before = accountOf(place);
  await changeUnits(store, drive, before, { ...before, unit: undefined, answer: "withdrawn" });
  if (before.published === undefined) {
    await tx.pledge.delete({ where: { id: place.pledgeId } });
    return;
  }
  await tx.pledgeEvent.deleteMany({ where: { pledgeId: place.pledgeId } });
  const { atStep, step } = publishedColumns(before, place.steps);
  const gone = { answer: "out", atStep, kept: false, at: drive.openedAt };
  const sealedAnswer = sealHeld(store, place.pledgeId, gone);
  await tx.pledge.update({
    where: { id: place.pledgeId },
    data: { personId: null, counted: false, sealedAnswer, step, awayUnitId: before.published.unit },
  });
  const tags = await tagsOf(store, await keyOf(store, drive), personId);
  await tx.pledgeTag.createMany({ data: tags.map((tag) => ({ driveId: drive.id, tag, pledgeId: place.pledgeId })) });
}

/**
 * Gives a person who has no pledge back the one with which they went, if its unit has not stepped since. Of several that may
 * be theirs, the one that is published as they answer now.
 */
export async function comeBack(
  store: Store,
  drive: Drive,
  { sealedKey }: PlaceRow,
  personId: string,
  answer: Answer,
): Promise<boolean> {
  if (sealedKey === null) return false;
  const { tx } = store.session;
  const tags = await tagsOf(store, store.federation.sealer.open(sealedKey, purposes.key, drive.id), personId);
  const gone = await tx.pledge.findMany({
    where: { driveId: drive.id, personId: null, tags: { some: { tag: { in: [...tags] } } } },
    orderBy: { id: "asc" },
  });
  const own = gone.find((row) => sameAnswer(readAnswer(openHeld(store, row).atStep), answer)) ?? gone[0];
  if (own === undefined) return false;
  await tx.pledgeTag.deleteMany({ where: { pledgeId: own.id } });
  await tx.pledge.update({ where: { id: own.id }, data: { personId } });
  return true;
}

/** The HMACs of a person's accounts. After a change of the master key accounts are found by others, and are not known again. */
async function tagsOf(store: Store, key: string, personId: string): Promise<readonly string[]> {
  const accounts = await store.session.tx.identity.findMany({ where: { personId }, select: { lookup: true } });
  return accounts.map(({ lookup }) => createHmac("sha256", key).update(lookup).digest("base64url"));
}

/** The drive's own key, made when first needed. */
async function keyOf(store: Store, drive: Drive): Promise<string> {
  const { tx } = store.session;
  const { sealer } = store.federation;
  const key = randomBytes(32).toString("base64url");
  const data = { sealedKey: sealer.seal(key, purposes.key, drive.id) };
  // Of two who are the first at the same time one makes it, and the other reads it.
  if ((await tx.drive.updateMany({ where: { id: drive.id, sealedKey: null }, data })).count === 1) return key;
  const { sealedKey } = await tx.drive.findUniqueOrThrow({ where: { id: drive.id }, select: { sealedKey: true } });
  if (sealedKey === null) throw new Error("somebody goes from a drive that is closed");
  return sealer.open(sealedKey, purposes.key, drive.id);
}

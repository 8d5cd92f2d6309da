/** What becomes of the answers of people who are vouched for, count elsewhere, leave, are forgotten, or read what is held of them. */
import type { Drive } from "../../domain/drives.ts";
import { isOtherWay } from "../../domain/pledges.ts";
import type { Drive as DriveRow } from "../generated/sqlite/client.ts";
import type { Part } from "../of-persons.ts";
import type { Store } from "../repository.ts";
import { openChange, openHeld, sealHeld } from "./answers.ts";
import { lookAtGoal, ownAnswer } from "./answering.ts";
import { countAnswer, countsIn, placeOf, standingOf } from "./counting.ts";
import { arriveIn, depart } from "./moving.ts";
import { accountOf, heldAt, publishedColumns, readAnswer, type Answerer, type StandingRow } from "./records.ts";
import { answeredBy, driveRecord, openDrives } from "./rows.ts";

/** Enough members vouch for the person now: their answers in open drives count. */
export async function vouchedFor(store: Store, personId: string): Promise<void> {
  for (const drive of await answeredBy(store, personId)) {
    const place = await standingOf(store, drive, personId);
    if (place === undefined || place.counted !== false) continue;
    await countOrNot(store, drive, place, true);
    await lookAtGoal(store, drive);
  }
}

async function countOrNot(store: Store, drive: Drive, place: StandingRow, counted: boolean): Promise<void> {
  const { atStep, ...columns } = publishedColumns(accountOf(place), place.steps);
  const sealedAnswer = sealHeld(store, place.pledgeId, { ...heldAt(place), atStep });
  await store.session.tx.pledge.update({ where: { id: place.pledgeId }, data: { counted, sealedAnswer, ...columns } });
  await countAnswer(store, drive, place.pledgeCell, place, readAnswer(place.answer), counted);
}

/**
 * How many have to vouch for somebody has changed: all answers of open drives are counted anew, those given before as well.
 * @param store of the federation as it is now
 */
export async function vouchingChanged(store: Store): Promise<void> {
  const { tx } = store.session;
  const { vouches } = store.federation;
  for (const drive of await openDrives(store)) {
    const rows = await tx.pledge.findMany({
      where: {
        driveId: drive.id,
        OR: [
          { counted: false, person: { vouched: { gte: vouches } } },
          { counted: true, person: { vouched: { lt: vouches } } },
        ],
      },
      select: { personId: true, counted: true },
      orderBy: { id: "asc" },
    });
    for (const { personId, counted } of rows) {
      const place = personId === null ? undefined : await standingOf(store, drive, personId);
      if (place !== undefined) await countOrNot(store, drive, place, !counted);
    }
    if (rows.length > 0) await lookAtGoal(store, drive);
  }
}

/**
 * The person counts in another cell now, or in none: their answers in open drives move there, or are withdrawn
 * where that cell has no part in the drive.
 */
export async function answersMove(
  store: Store,
  person: Answerer,
): Promise<{ readonly moved: readonly Drive[]; readonly withdrawn: readonly Drive[] }> {
  const [moved, withdrawn]: [Drive[], Drive[]] = [[], []];
  for (const drive of await answeredBy(store, person.id)) {
    const place = person.cellId === undefined ? undefined : await placeOf(store, drive, person.cellId, person.id);
    if (place !== undefined && place.pledgeCell === person.cellId) continue;
    const answered = (await ownAnswer(store, drive, person.id))?.answer !== "withdrawn";
    if (place === undefined) await withdrawAnswer(store, drive, person.id);
    else await arriveIn(store, drive, person, place);
    if (answered) (place === undefined ? withdrawn : moved).push(drive);
    await lookAtGoal(store, drive);
  }
  return { moved, withdrawn };
}

/** What would become of a person's answers in open drives, if they counted in that cell, or in none: nothing is done. */
export async function answersWouldMove(
  store: Store,
  person: Answerer,
  cellId: string | undefined,
): Promise<{ readonly moved: readonly Drive[]; readonly withdrawn: readonly Drive[] }> {
  const [moved, withdrawn]: [Drive[], Drive[]] = [[], []];
  if (cellId === person.cellId) return { moved, withdrawn };
  for (const drive of await answeredBy(store, person.id)) {
    const own = await ownAnswer(store, drive, person.id);
    if (own === undefined || own.answer === "withdrawn") continue;
    const takes = cellId !== undefined && (await countsIn(store, drive, cellId));
    (takes ? moved : withdrawn).push(drive);
  }
  return { moved, withdrawn };
}

/** The person left, or is about to be forgotten: their answers in open drives are withdrawn and removed. */
export async function withdrawAll(store: Store, personId: string): Promise<void> {
  for (const drive of await answeredBy(store, personId)) await withdrawAnswer(store, drive, personId);
}

/** The same, and what is known of when they answered drives that are closed; the counts of these stay right. */
export async function forgetAnswers(store: Store, personId: string): Promise<void> {
  await withdrawAll(store, personId);
  await store.session.tx.pledgeEvent.deleteMany({
    where: { pledge: { personId, drive: { federationId: store.federation.id } } },
  });
  await store.session.tx.pledge.updateMany({
    where: { personId, drive: { federationId: store.federation.id } },
    data: { personId: null },
  });
}

async function withdrawAnswer(store: Store, drive: Drive, personId: string): Promise<void> {
  const place = await standingOf(store, drive, personId);
  if (place === undefined || place.closed !== 0) return;
  await depart(store, drive, place, personId);
}

/** An answer as it is kept, or the words of the way that was chosen. */
function exportedAnswer(store: Store, drive: DriveRow, text: string): string {
  const answer = readAnswer(text);
  return isOtherWay(answer) ? (driveRecord(store, drive).ways[answer.way] ?? text) : text;
}

export async function exportOf(store: Store, personId: string): Promise<Part> {
  const { tx } = store.session;
  const opened = await tx.drive.findMany({
    where: { createdById: personId, federationId: store.federation.id },
    orderBy: { number: "asc" },
  });
  const pledges = await tx.pledge.findMany({
    where: { personId },
    include: { drive: true, events: true },
    orderBy: { id: "asc" },
  });
  const earlier = (a: { readonly at: number }, b: { readonly at: number }) => a.at - b.at;
  const held = pledges.map((row) => ({ ...row, ...openHeld(store, row) })).sort(earlier);
  const asked = (row: DriveRow): Part => {
    const { number, question } = driveRecord(store, row);
    return { drive: number, question };
  };
  return {
    drivesOpened: opened.map(asked),
    pledges: held.map(({ drive, events, answer, at, counted, kept }) => ({
      ...asked(drive),
      answer: exportedAnswer(store, drive, answer),
      answeredAt: new Date(at),
      counted,
      kept,
      changes: events
        .map((event) => openChange(store, event))
        .sort(earlier)
        .map((change) => ({ at: new Date(change.at), answer: exportedAnswer(store, drive, change.answer) })),
    })),
  };
}

/** What becomes of the answers of two persons who turn out to be one: src/store/links.ts. */
import { type Drive } from "../../domain/drives.ts";
import { sameAnswer } from "../../domain/pledges.ts";
import type { Store } from "../repository.ts";
import { openHeld } from "./answers.ts";
import { lookAtGoal, ownAnswer } from "./answering.ts";
import { countAnswer, countsIn, standingOf, writePledge } from "./counting.ts";
import { answersMove, vouchedFor } from "./going.ts";
import { depart } from "./moving.ts";
import {
  readAnswer,
  writeAnswer,
  type Answerer,
  type BothAnswers,
  type Contested,
  type StandingRow,
} from "./records.ts";
import { answeredBy } from "./rows.ts";

/**
 * What becomes of the answers of two persons if they are one, who counts in `cellId`: where they have to choose, what
 * cannot stand there, and how many closed drives have counted both.
 */
export async function answersOfBoth(
  store: Store,
  first: string,
  second: string,
  cellId: string | undefined,
): Promise<BothAnswers> {
  const contested: Contested[] = [];
  const lost: Drive[] = [];
  for (const drive of await answeredBy(store, second)) {
    const mine = await ownAnswer(store, drive, first);
    const theirs = await ownAnswer(store, drive, second);
    if (theirs === undefined) continue;
    const takes = cellId !== undefined && (await countsIn(store, drive, cellId));
    if (mine !== undefined && !sameAnswer(mine.answer, theirs.answer)) {
      const key = `${writeAnswer(mine.answer)} ${writeAnswer(theirs.answer)}`;
      contested.push({ drive, first: mine.answer, second: theirs.answer, key });
    }
    if (!takes && theirs.answer !== "withdrawn") lost.push(drive);
  }
  const closedTwice = await store.session.tx.drive.count({
    where: {
      federationId: store.federation.id,
      closedAt: { not: null },
      AND: [{ pledges: { some: { personId: first } } }, { pledges: { some: { personId: second } } }],
    },
  });
  return { contested, lost, closedTwice };
}

/**
 * The answers of `second` are those of `first` from now on, who counts in their own cell. Where both have answered an
 * open drive, `stands` says whose answer it is, and the other is taken out of the figures; closed drives keep both
 * answers in theirs, and the person keeps one of the two.
 * @throws if an open drive with two different answers is not in `stands`.
 */
export async function mergeAnswers(
  store: Store,
  first: Answerer,
  second: string,
  stands: ReadonlyMap<string, "first" | "second">,
): Promise<void> {
  for (const drive of await answeredBy(store, second)) {
    const theirs = await standingOf(store, drive, second);
    if (theirs === undefined) continue;
    if ((await standingOf(store, drive, first.id)) === undefined) {
      await store.session.tx.pledge.update({ where: { id: theirs.pledgeId }, data: { personId: first.id } });
    } else await mergeIn(store, drive, first, theirs, stands.get(drive.id));
  }
  await mergeClosed(store, first.id, second);
  await answersMove(store, first);
  if (first.vouched >= store.federation.vouches) await vouchedFor(store, first.id);
}

/** Of two answers to one open drive, one is left. */
async function mergeIn(
  store: Store,
  drive: Drive,
  first: Answerer,
  theirs: StandingRow,
  stands: "first" | "second" | undefined,
): Promise<void> {
  const { tx } = store.session;
  const ownPledge = { driveId_personId: { driveId: drive.id, personId: first.id } };
  const own = await tx.pledge.findUniqueOrThrow({ where: ownPledge, select: { id: true } });
  await tx.pledgeEvent.updateMany({ where: { pledgeId: theirs.pledgeId }, data: { pledgeId: own.id } });
  // All accounts are the first's by now.
  await depart(store, drive, theirs, first.id);
  // Read after it: both may count in the same histogram.
  const mine = await standingOf(store, drive, first.id);
  if (mine === undefined) throw new Error("an answer disappeared while it was being merged");
  const before = readAnswer(mine.answer);
  const other = readAnswer(theirs.answer);
  if (stands === undefined && !sameAnswer(before, other)) throw new Error("nobody chose which answer stands");
  const after = stands === "second" ? other : before;
  const enough = first.vouched >= store.federation.vouches;
  const counts = mine.counted === true || theirs.counted === true || enough;
  if (!sameAnswer(before, after) || counts !== mine.counted) {
    await writePledge(store, drive, { id: first.id, cellId: mine.pledgeCell }, mine, after, counts);
    await countAnswer(store, drive, mine.pledgeCell, mine, after, counts);
  }
  await lookAtGoal(store, drive);
}

/**
 * Closed drives: what was counted stays counted. Where both have answered, the person keeps the answer of `first`,
 * or that of `second` if `first` had withdrawn; the other is nobody's any more, as after forgetting.
 */
async function mergeClosed(store: Store, first: string, second: string): Promise<void> {
  const { tx } = store.session;
  const drive = { federationId: store.federation.id, closedAt: { not: null } };
  const of = async (personId: string) =>
    (await tx.pledge.findMany({ where: { personId, drive } })).map((row) => ({
      id: row.id,
      driveId: row.driveId,
      answer: openHeld(store, row).answer,
    }));
  const mine = await of(first);
  const theirs = await of(second);
  const ofFirst = new Map(mine.map((pledge) => [pledge.driveId, pledge]));
  const nobodys = theirs.flatMap((pledge) => {
    const other = ofFirst.get(pledge.driveId);
    if (other === undefined) return [];
    return other.answer === "out" && pledge.answer !== "out" ? [other.id] : [pledge.id];
  });
  await tx.pledgeEvent.deleteMany({ where: { pledgeId: { in: nobodys } } });
  await tx.pledge.updateMany({ where: { id: { in: nobodys } }, data: { personId: null } });
  await tx.pledge.updateMany({ where: { personId: second, drive }, data: { personId: first } });
}

/** Who wants to speak, and whose turn it is. The rule is in src/domain/assemblies.ts. */
import { minuteAfter } from "../../domain/time.ts";
import {
  assemblyCard,
  nextSpeaker,
  speakingOrder,
  type SeatHold,
  type Speaker,
  type Spoke,
} from "../../domain/assemblies.ts";
import type { Store } from "../repository.ts";

/** Who wants to speak, in the order in which they will, and who spoke last. */
export interface SpeakersNow {
  readonly waiting: readonly Speaker[];
  readonly spoke: readonly Spoke[];
}

/** Somebody wants to speak. False if they wait already. */
export async function askToSpeak(
  store: Store,
  assemblyId: string,
  personId: string,
  { cellId, sectorId }: SeatHold,
): Promise<boolean> {
  const { tx, now, newId } = store.session;
  if ((await tx.speaker.count({ where: { assemblyId, personId, spokeAt: null } })) > 0) return false;
  const latest = await tx.speaker.aggregate({ where: { assemblyId }, _max: { askedAt: true } });
  const askedAt = new Date(minuteAfter(now, latest._max.askedAt?.getTime()));
  const asked = { id: newId(), assemblyId, personId, cellId, sectorId, askedAt };
  await tx.speaker.create({ data: asked });
  store.cards.touch({ kind: assemblyCard, subject: assemblyId });
  return true;
}

/** Somebody no longer wants to speak. False if they did not wait. */
export async function stopAsking(store: Store, assemblyId: string, personId: string): Promise<boolean> {
  const { count } = await store.session.tx.speaker.deleteMany({ where: { assemblyId, personId, spokeAt: null } });
  if (count > 0) store.cards.touch({ kind: assemblyCard, subject: assemblyId });
  return count > 0;
}

export async function speakers(store: Store, assemblyId: string): Promise<SpeakersNow> {
  const rows = await store.session.tx.speaker.findMany({
    where: { assemblyId },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });
  const waiting = rows
    .filter(({ spokeAt }) => spokeAt === null)
    .map(({ personId, sectorId }) => ({ person: personId, sector: sectorId }));
  const spoke = rows
    .flatMap(({ personId, sectorId, spokeAt, first }) =>
      spokeAt === null ? [] : [{ at: spokeAt.getTime(), person: personId, sector: sectorId, first }],
    )
    .sort((a, b) => a.at - b.at)
    .map(({ person, sector, first }) => ({ person, sector, first }));
  return { waiting: speakingOrder(waiting, spoke), spoke };
}

/** Whose turn it is now; they wait no more. Undefined if nobody does. */
export async function callSpeaker(store: Store, assemblyId: string): Promise<Spoke | undefined> {
  const { tx, now } = store.session;
  const { waiting, spoke } = await speakers(store, assemblyId);
  const next = nextSpeaker(waiting, spoke);
  if (next === undefined) return undefined;
  const latest = await tx.speaker.aggregate({ where: { assemblyId }, _max: { spokeAt: true } });
  const spokeAt = new Date(minuteAfter(now, latest._max.spokeAt?.getTime()));
  await tx.speaker.updateMany({
    where: { assemblyId, personId: next.person, spokeAt: null },
    data: { spokeAt, first: next.first },
  });
  store.cards.touch({ kind: assemblyCard, subject: assemblyId });
  return next;
}

/** People who go: whoever has no seat any more is there no more, and who was there is kept as long as the person is. */
import { seatLost } from "../decisions.ts";
import { holds } from "../delegates/seats.ts";
import { nothing, type OfPersons } from "../of-persons.ts";
import type { Store } from "../repository.ts";
import { Votes } from "../votes.ts";
import { checkOut } from "./presence.ts";
import { assemblyRecord, touch, withSeries } from "./records.ts";

/** Somebody has lost their seat: they are there no more, and their answers in open votes and their objections are withdrawn. */
export async function delegateGone(store: Store, councilId: string, personId: string): Promise<void> {
  const { tx } = store.session;
  const still = await holds(store, councilId, personId);
  if (still.length === 0) {
    const open = await tx.assembly.findMany({ where: { councilId, closedAt: null }, select: { id: true } });
    for (const { id } of open) await checkOut(store, id, personId);
    await new Votes(store.session, store.federation).withdraw(councilId, personId);
    await seatLost(store, councilId, personId);
  }
  await seatsChanged(store, councilId);
}

/** Who sits in the council has changed: what shows it is shown again. */
export async function seatsChanged(store: Store, councilId: string): Promise<void> {
  const open = await store.session.tx.assembly.findMany({
    where: { councilId, closedAt: null },
    select: { id: true },
  });
  for (const { id } of open) touch(store, id);
}

export function ofPersons(store: Store): OfPersons {
  const bySeat = nothing("who has no seat any more is checked out with it: src/store/delegates");
  return {
    tables: ["Attendance", "Speaker"],
    leavesCell: bySeat,
    countsElsewhere: bySeat,
    becomesOne: ({ first, second }) => merge(store, first.id, second),
    forgotten: ({ person }) => forget(store, person.id),
    exported: async ({ personId }) => ({ assemblies: await exported(store, personId) }),
    retention: nothing("each assembly that has closed has a job for it: assembly-clear"),
    cellLeavesCouncil: bySeat,
  };
}

/** They are there no more; that they were is forgotten with the person. */
async function forget(store: Store, personId: string): Promise<void> {
  const there = await store.session.tx.attendance.findMany({
    where: { personId, assembly: { closedAt: null } },
    select: { assemblyId: true },
  });
  for (const { assemblyId } of there) await checkOut(store, assemblyId, personId);
}

/** `second` turns out to be `first`: where both were or spoke, it was one person. */
async function merge(store: Store, first: string, second: string): Promise<void> {
  const { tx } = store.session;
  const mine = await tx.attendance.findMany({ where: { personId: first }, select: { assemblyId: true } });
  const both = { assemblyId: { in: mine.map(({ assemblyId }) => assemblyId) } };
  const here = await tx.attendance.findMany({ where: { ...both, personId: second, leftAt: null } });
  // There with either account is there.
  await tx.attendance.updateMany({
    where: { assemblyId: { in: here.map(({ assemblyId }) => assemblyId) }, personId: first },
    data: { leftAt: null },
  });
  await tx.attendance.deleteMany({ where: { ...both, personId: second } });
  await tx.attendance.updateMany({ where: { personId: second }, data: { personId: first } });
  const waits = await tx.speaker.findMany({
    where: { personId: first, spokeAt: null },
    select: { assemblyId: true },
  });
  await tx.speaker.deleteMany({
    where: { personId: second, spokeAt: null, assemblyId: { in: waits.map(({ assemblyId }) => assemblyId) } },
  });
  await tx.speaker.updateMany({ where: { personId: second }, data: { personId: first } });
}

async function exported(store: Store, personId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { tx } = store.session;
  const rows = await tx.attendance.findMany({
    where: { personId },
    orderBy: { cameAt: "asc" },
    include: {
      assembly: { include: { ...withSeries, speakers: { where: { personId }, orderBy: { askedAt: "asc" } } } },
    },
  });
  return rows.map(({ cameAt, leftAt, assembly }) => ({
    assembly: assemblyRecord(store, assembly).series.name,
    number: assembly.number,
    cameAt,
    leftAt,
    askedToSpeak: assembly.speakers.map(({ askedAt, spokeAt }) => ({ askedAt, spokeAt })),
  }));
}

/** Seats that end, and people who come and go. */
import { cardParts } from "../../chat/cards.ts";
import { delegateJobs, type SeatEnd } from "../../domain/elections.ts";
import { delegateGone, seatsChanged } from "../assemblies/leaving.ts";
import { nothing, type OfPersons } from "../of-persons.ts";
import { cancelPolls } from "../polls/closing.ts";
import type { Store } from "../repository.ts";
import { planReminder, reminderKey } from "./reminders.ts";
import { heldSeats, seatRecord, seatsOf, type SeatRecord } from "./seats.ts";

/** A delegate's seat ends now, in the middle of an assembly too; the alternate moves up. `named`: as whom it is told. */
export async function endSeat(store: Store, seat: SeatRecord, why: SeatEnd, named = seat.delegateId): Promise<void> {
  const { tx, now } = store.session;
  const { id, councilId, cellId, delegateId } = seat;
  if (delegateId === undefined) return;
  // At the end of a term the alternate's ends as well: they were chosen for it together.
  const spare = why === "term" ? undefined : await alternateFor(store, seat);
  if (spare !== undefined && spare.seat !== id) {
    await tx.seat.update({ where: { id: spare.seat }, data: { alternateId: null } });
  }
  const moved = spare?.person;
  await tx.seat.update({
    where: { id },
    data: {
      delegateId: moved ?? null,
      alternateId: null,
      acceptedAt: null,
      ...(moved === undefined ? { until: null } : {}),
    },
  });
  // A recall of somebody who is gone is about nothing.
  await cancelPolls(store, { council: councilId, cell: cellId, person: delegateId });
  await delegateGone(store, councilId, delegateId);
  if (why === "term" && seat.alternateId !== undefined) await delegateGone(store, councilId, seat.alternateId);
  await seatsChange(store, councilId);
  const news = {
    council: councilId,
    cell: cellId,
    why,
    // Of somebody who is being forgotten nothing is kept.
    ...(why === "forgotten" || named === undefined ? {} : { gone: named }),
    ...(moved === undefined ? {} : { moved }),
  };
  const { news: kind } = delegateJobs;
  await store.jobs.schedule({ kind, key: `${kind}:${store.session.newId()}`, payload: news, dueAt: now });
  if (moved === undefined) await planReminder(store, councilId, cellId);
}

/** The alternate of the seat, else the first one whom the cell has. */
async function alternateFor(
  store: Store,
  seat: SeatRecord,
): Promise<{ readonly seat: string; readonly person: string } | undefined> {
  if (seat.alternateId !== undefined) return { seat: seat.id, person: seat.alternateId };
  const others = await seatsOf(store, seat.councilId, seat.cellId);
  const [first] = others.flatMap(({ id, alternateId }) =>
    alternateId === undefined ? [] : [{ seat: id, person: alternateId }],
  );
  return first;
}

async function endSeats(
  store: Store,
  personId: string,
  seats: readonly SeatRecord[],
  why: SeatEnd,
  named = personId,
): Promise<void> {
  for (const seat of seats) {
    if (seat.alternateId === personId) {
      await store.session.tx.seat.update({ where: { id: seat.id }, data: { alternateId: null } });
      await delegateGone(store, seat.councilId, personId);
    }
    if (seat.delegateId === personId) await endSeat(store, seat, why, named);
  }
}

/** The person gives up what they hold in a council for a cell; gives back what that was. */
export async function stepDown(store: Store, councilId: string, personId: string): Promise<readonly SeatRecord[]> {
  const held = (await heldSeats(store, personId)).filter((seat) => seat.councilId === councilId);
  await endSeats(store, personId, held, "stepped-down");
  return held;
}

export function ofPersons(store: Store): OfPersons {
  return {
    tables: ["Seat"],
    leavesCell: async ({ person: { id }, cellId }) => endSeats(store, id, await heldSeats(store, id, cellId), "left"),
    countsElsewhere: async ({ person: { id }, from }) =>
      endSeats(store, id, await heldSeats(store, id, from), "elsewhere"),
    becomesOne: ({ first, second }) => merge(store, first.id, second),
    forgotten: async ({ person: { id } }) => endSeats(store, id, await heldSeats(store, id), "forgotten"),
    exported: async ({ personId }) => ({ delegate: await exported(store, personId) }),
    retention: nothing("a seat is held until its end"),
    cellLeavesCouncil: ({ councilId, cellId }) => cellGone(store, councilId, cellId),
  };
}

/** The cell sits in the council no more: its seats go, whoever is in them. */
async function cellGone(store: Store, councilId: string, cellId: string): Promise<void> {
  const { tx } = store.session;
  const before = await seatsOf(store, councilId, cellId);
  await tx.seat.deleteMany({ where: { councilId, cellId } });
  const held = before.flatMap(({ delegateId, alternateId }) => [delegateId, alternateId]);
  for (const personId of new Set(held)) if (personId !== undefined) await delegateGone(store, councilId, personId);
  await cancelPolls(store, { council: councilId, cell: cellId });
  await store.jobs.cancel(reminderKey(councilId, cellId));
  await seatsChange(store, councilId);
}

/** A term is over. False if it was changed meanwhile. */
export async function endTerm(store: Store, seatId: string): Promise<boolean> {
  const row = await store.session.tx.seat.findFirst({
    where: { id: seatId, council: { federationId: store.federation.id } },
    include: { cell: { select: { sectorId: true } } },
  });
  if (row?.until == null || row.until.getTime() > store.session.now) return false;
  await endSeat(store, seatRecord(row), "term");
  return true;
}

/**
 * What the second of two persons holds and would lose if they became one who counts in this cell: a place in a council in
 * which the first has one, and those of the cell in which the second does not count any more.
 */
export async function lostByLinking(
  store: Store,
  first: string,
  second: { readonly id: string; readonly cellId: string | undefined },
  cellId: string | undefined,
): Promise<readonly { readonly councilId: string; readonly cellId: string; readonly as: "delegate" | "alternate" }[]> {
  const mine = new Set((await heldSeats(store, first)).map(({ councilId }) => councilId));
  const lost = (await heldSeats(store, second.id)).filter(
    (seat) => mine.has(seat.councilId) || (seat.cellId === second.cellId && seat.cellId !== cellId),
  );
  return lost.map((seat) => ({ ...seat, as: seat.delegateId === second.id ? "delegate" : "alternate" }));
}

/** `second` turns out to be `first`. Where both have a place in one council, it is that of `first` that stays. */
async function merge(store: Store, first: string, second: string): Promise<void> {
  const mine = new Set((await heldSeats(store, first)).map(({ councilId }) => councilId));
  const theirs = await heldSeats(store, second);
  await endSeats(
    store,
    second,
    theirs.filter(({ councilId }) => mine.has(councilId)),
    "linked",
    first,
  );
  const where = { council: { federationId: store.federation.id } };
  await store.session.tx.seat.updateMany({ where: { ...where, delegateId: second }, data: { delegateId: first } });
  await store.session.tx.seat.updateMany({ where: { ...where, alternateId: second }, data: { alternateId: first } });
}

async function exported(store: Store, personId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const held = await heldSeats(store, personId);
  return held.map((seat) => ({
    seat: seat.number,
    as: seat.delegateId === personId ? "delegate" : "alternate",
    until: seat.until === undefined ? null : new Date(seat.until).toISOString(),
    accepted: seat.accepted,
  }));
}

export async function seatsChange(store: Store, councilId: string): Promise<void> {
  store.cards.touch({ kind: cardParts.seats, subject: councilId });
  await seatsChanged(store, councilId);
}

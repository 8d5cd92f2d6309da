/** How many seats there are, and who comes into them. */
import { parseSeatRule, seatsFor, usualSeats, writeSeatRule, type SeatRule } from "../../domain/seats.ts";
import { delegateGone } from "../assemblies/leaving.ts";
import type { Store } from "../repository.ts";
import { seatsChange } from "./going.ts";
import { day, planReminder, planTerm } from "./reminders.ts";
import { seatsOf } from "./seats.ts";

/** People who come into seats of one cell. */
export interface NewDelegates {
  readonly delegates: readonly string[];
  readonly alternates: readonly string[];
  /** All seats of the cell change hands; otherwise the empty ones are filled. */
  readonly renews: boolean;
  readonly until: number | undefined;
}

export async function seatRule(store: Store, councilId: string): Promise<SeatRule> {
  const row = await store.session.tx.council.findFirst({
    where: { id: councilId, federationId: store.federation.id },
    select: { seatRule: true },
  });
  return (row === null ? undefined : parseSeatRule(row.seatRule)) ?? usualSeats;
}

/** @returns whether it counts already: while an assembly goes on its seats stay as they are */
export async function setSeatRule(store: Store, councilId: string, rule: SeatRule): Promise<boolean> {
  await store.session.tx.council.updateMany({
    where: { id: councilId, federationId: store.federation.id },
    data: { seatRule: writeSeatRule(rule) },
  });
  return recount(store, councilId);
}

/** Whether an assembly of a council goes on; people can come an hour before it begins. */
export async function meets(store: Store, councilId: string): Promise<boolean> {
  const open = { councilId, openedAt: { not: null }, closedAt: null };
  return (await store.session.tx.assembly.count({ where: open })) > 0;
}

/**
 * Brings the number of seats up to date, of all cells or of one. Nobody loses a seat by it. While an assembly goes on the
 * seats stay, so that nobody can move its quorum and its votes: they are counted anew when it closes.
 * @returns whether they were counted
 */
export async function recount(store: Store, councilId: string, only?: string): Promise<boolean> {
  const { tx, now } = store.session;
  if (await meets(store, councilId)) return false;
  const rule = await seatRule(store, councilId);
  const cells = await tx.councilCell.findMany({
    where: { councilId, ...(only === undefined ? {} : { cellId: only }) },
    include: { cell: { select: { seats: { where: { councilId }, orderBy: { number: "asc" } } } } },
    orderBy: { cellId: "asc" },
  });
  const members = await membersOf(
    store,
    cells.map(({ cellId }) => cellId),
  );
  for (const { cellId, cell } of cells) {
    const wanted = seatsFor(rule, members.get(cellId) ?? 0);
    const surplus = cell.seats.filter(({ number, delegateId }) => number > wanted && delegateId === null);
    const lost = surplus.flatMap(({ alternateId }) => (alternateId === null ? [] : [alternateId]));
    await tx.seat.deleteMany({ where: { id: { in: surplus.map(({ id }) => id) } } });
    const there = new Set(cell.seats.map(({ number }) => number));
    const missing = Array.from({ length: wanted }, (_, index) => index + 1).filter((number) => !there.has(number));
    await tx.seat.createMany({
      data: missing.map((number) => ({ id: store.session.newId(), councilId, cellId, number })),
    });
    for (const personId of lost) await delegateGone(store, councilId, personId);
    if (missing.length > 0) await planReminder(store, councilId, cellId, now + day);
  }
  await seatsChange(store, councilId);
  return true;
}

async function membersOf(store: Store, cellIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const groups = await store.session.tx.person.groupBy({
    by: ["cellId"],
    where: { federationId: store.federation.id, cellId: { in: [...cellIds] } },
    _count: { _all: true },
  });
  return new Map(groups.flatMap(({ cellId, _count }) => (cellId === null ? [] : [[cellId, _count._all] as const])));
}

/** Those who were chosen come into their seats; who is replaced goes. */
export async function install(store: Store, councilId: string, cellId: string, chosen: NewDelegates): Promise<void> {
  const { tx } = store.session;
  const before = await seatsOf(store, councilId, cellId);
  const people = new Set([...chosen.delegates, ...chosen.alternates]);
  const filled = before.filter(({ delegateId }) => chosen.renews || delegateId === undefined);
  const data = (delegate: string | undefined, alternate: string | undefined) => ({
    delegateId: delegate ?? null,
    alternateId: alternate ?? null,
    acceptedAt: null,
    until: chosen.until === undefined ? null : new Date(chosen.until),
  });
  // Nobody has two places of one cell.
  for (const { id, alternateId } of before) {
    if (alternateId !== undefined && people.has(alternateId)) {
      await tx.seat.update({ where: { id }, data: { alternateId: null } });
    }
  }
  const kept = before.filter((seat) => !filled.includes(seat));
  const spare = chosen.alternates.slice(filled.length);
  for (const [index, { id }] of filled.entries()) {
    await tx.seat.update({ where: { id }, data: data(chosen.delegates[index], chosen.alternates[index]) });
    await planTerm(store, id, chosen.until);
  }
  for (const [index, { id }] of kept.filter(({ alternateId }) => alternateId === undefined).entries()) {
    if (spare[index] !== undefined) await tx.seat.update({ where: { id }, data: { alternateId: spare[index] } });
  }
  const held = before.flatMap(({ delegateId, alternateId }) => [delegateId, alternateId]);
  for (const personId of new Set(held)) if (personId !== undefined) await delegateGone(store, councilId, personId);
  if (chosen.delegates.length < filled.length) await planReminder(store, councilId, cellId);
  await seatsChange(store, councilId);
}

/** What falls due for a seat: its term, and that somebody is to be chosen for it. */
import { delegateJobs } from "../../domain/elections.ts";
import type { Store } from "../repository.ts";

export const day = 24 * 60 * 60_000;

/** A cell with an empty seat is reminded so often. */
const reminderDays = 7;

/** How long before the end of a term the cell is reminded. */
const termAheadDays = 14;

/** The cell is reminded of an empty seat, in a week or at `dueAt`. */
export async function planReminder(
  store: Store,
  councilId: string,
  cellId: string,
  dueAt = store.session.now + reminderDays * day,
): Promise<void> {
  const { reminder: kind } = delegateJobs;
  const payload = { council: councilId, cell: cellId };
  await store.jobs.schedule({ kind, key: reminderKey(councilId, cellId), payload, dueAt });
}

/** The next reminder, where a seat is empty still. */
export function planNextReminder(store: Store, councilId: string, cellId: string): Promise<void> {
  return planReminder(store, councilId, cellId);
}

export async function planTerm(store: Store, seatId: string, until: number | undefined): Promise<void> {
  const { term, termAhead } = delegateJobs;
  const payload = { seat: seatId };
  const ahead = until === undefined ? 0 : until - termAheadDays * day;
  if (until === undefined) await store.jobs.cancel(`${term}:${seatId}`);
  else await store.jobs.schedule({ kind: term, key: `${term}:${seatId}`, payload, dueAt: until });
  if (ahead <= store.session.now) await store.jobs.cancel(`${termAhead}:${seatId}`);
  else await store.jobs.schedule({ kind: termAhead, key: `${termAhead}:${seatId}`, payload, dueAt: ahead });
}

export const reminderKey = (councilId: string, cellId: string): string =>
  `${delegateJobs.reminder}:${councilId}:${cellId}`;

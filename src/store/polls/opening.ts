/** Polls that begin. */
import { minuteOf } from "../../domain/time.ts";
import { delegateJobs, pollLasts, type NewElection, type Poll, type PollKind } from "../../domain/elections.ts";
import type { Poll as PollRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { pollRecord, purposes } from "./records.ts";

export async function openElection(
  store: Store,
  { councilId, cellId, lasts = pollLasts, ...of }: NewElection,
): Promise<Poll> {
  return begin(store, "election", lasts, {
    councilId,
    cellId,
    seats: of.seats,
    alternates: of.alternates,
    renews: of.renews,
    until: of.until === undefined ? null : new Date(of.until),
  });
}

/** Whether a delegate is to lose their seat. */
export async function openRecall(store: Store, councilId: string, cellId: string, personId: string): Promise<Poll> {
  return begin(store, "recall", pollLasts, { councilId, cellId, personId });
}

async function begin(
  store: Store,
  kind: PollKind,
  lasts: number,
  of: Partial<PollRow> & { readonly councilId: string; readonly cellId: string },
): Promise<Poll> {
  const { tx, newId } = store.session;
  const now = minuteOf(store.session.now);
  const { id: federationId, sealer } = store.federation;
  const id = newId();
  const row = await tx.poll.create({
    data: {
      ...of,
      id,
      federationId,
      kind,
      openedAt: new Date(now),
      standUntil: new Date(now + Math.floor(lasts / 2)),
      closesAt: new Date(now + lasts),
      sealedSeed: sealer.seal(newId(), purposes.seed, id),
    },
  });
  await planClose(store, row.id, now + lasts);
  return pollRecord(store, row);
}

export async function planClose(store: Store, pollId: string, dueAt: number): Promise<void> {
  const { close: kind } = delegateJobs;
  await store.jobs.schedule({ kind, key: `${kind}:${pollId}`, payload: { poll: pollId }, dueAt });
}

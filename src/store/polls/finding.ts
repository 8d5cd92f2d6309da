/** Which polls there are, and who stands in them. */
import type { Poll, PollCandidate } from "../../domain/elections.ts";
import type { Store } from "../repository.ts";
import { candidateRecord, pollRecord } from "./records.ts";

export async function findPoll(store: Store, id: string): Promise<Poll | undefined> {
  const row = await store.session.tx.poll.findFirst({ where: { id, federationId: store.federation.id } });
  return row === null ? undefined : pollRecord(store, row);
}

/** The open polls of a cell, the oldest first; or of a council, or of both. */
export async function openPolls(
  store: Store,
  of: { readonly cell?: string; readonly council?: string },
): Promise<readonly Poll[]> {
  const { cell, council } = of;
  const rows = await store.session.tx.poll.findMany({
    where: {
      federationId: store.federation.id,
      closedAt: null,
      ...(cell === undefined ? {} : { cellId: cell }),
      ...(council === undefined ? {} : { councilId: council }),
    },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => pollRecord(store, row));
}

/** When a recall of this person was last closed. In milliseconds since 1970. */
export async function lastRecall(store: Store, councilId: string, personId: string): Promise<number | undefined> {
  const row = await store.session.tx.poll.findFirst({
    where: { federationId: store.federation.id, kind: "recall", councilId, personId, closedAt: { not: null } },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true },
  });
  return row?.closedAt?.getTime();
}

/** Those who stand or are proposed, by number. */
export async function candidates(store: Store, pollId: string): Promise<readonly PollCandidate[]> {
  const rows = await store.session.tx.pollCandidate.findMany({
    where: { pollId, poll: { federationId: store.federation.id } },
    orderBy: { number: "asc" },
  });
  return rows.map(candidateRecord);
}

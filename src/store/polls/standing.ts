/** Who stands for a seat, or is asked to. */
import { mostCandidates, pollCard, type Poll, type Stood } from "../../domain/elections.ts";
import { seatsOf } from "../delegates/seats.ts";
import type { Store } from "../repository.ts";
import { lockPoll } from "./ballots.ts";
import { pollRecord } from "./records.ts";

/** Somebody stands, or (`proposed`) is asked to. */
export async function stand(
  store: Store,
  poll: Poll,
  person: { readonly id: string; readonly cellId: string | undefined },
  as: "standing" | "proposed",
): Promise<Stood> {
  const { tx, now, newId } = store.session;
  await lockPoll(store, poll.id);
  if (poll.closedAt !== undefined || now >= poll.standUntil || poll.round > 1) return "late";
  if (person.cellId !== poll.cellId) return "elsewhere";
  const seats = await seatsOf(store, poll.councilId, poll.cellId);
  if (!poll.renews && seats.some(({ delegateId }) => delegateId === person.id)) return "holds-seat";
  const all = await tx.pollCandidate.findMany({ where: { pollId: poll.id } });
  const before = all.find(({ personId }) => personId === person.id);
  if (before?.state === "standing" || before?.state === as) return "already";
  if (all.filter((one) => one !== before && one.state !== "withdrawn").length >= mostCandidates) return "full";
  if (before === undefined) {
    const number = Math.max(0, ...all.map((one) => one.number)) + 1;
    await tx.pollCandidate.create({ data: { id: newId(), pollId: poll.id, personId: person.id, number, state: as } });
  } else await tx.pollCandidate.update({ where: { id: before.id }, data: { state: as } });
  store.cards.touch({ kind: pollCard, subject: poll.id });
  return as;
}

/** Somebody stands no more, or does not want to. False if they were not in it. */
export async function withdraw(store: Store, poll: Poll, personId: string): Promise<boolean> {
  const { count } = await store.session.tx.pollCandidate.updateMany({
    where: { pollId: poll.id, personId, state: { in: ["standing", "proposed"] }, poll: { closedAt: null } },
    data: { state: "withdrawn" },
  });
  if (count > 0) store.cards.touch({ kind: pollCard, subject: poll.id });
  return count > 0;
}

/** The open polls in which a person is proposed and has not answered. */
export async function proposals(store: Store, personId: string): Promise<readonly Poll[]> {
  const rows = await store.session.tx.poll.findMany({
    where: {
      federationId: store.federation.id,
      closedAt: null,
      round: 1,
      candidates: { some: { personId, state: "proposed" } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => pollRecord(store, row)).filter(({ standUntil }) => standUntil > store.session.now);
}

/** A poll that is over: what it leaves is its result. */
import { minuteOf } from "../../domain/time.ts";
import { delegateJobs, pollCard, type Poll, type PollResult } from "../../domain/elections.ts";
import { Buttons } from "../buttons.ts";
import { Outbox } from "../outbox.ts";
import type { Store } from "../repository.ts";
import { planErasure } from "../secret-ballots.ts";
import { turnout } from "./ballots.ts";
import { openPolls } from "./finding.ts";
import { pollRecord } from "./records.ts";

const day = 24 * 60 * 60_000;

export async function closePoll(store: Store, poll: Poll, result: PollResult): Promise<Poll> {
  const { tx, now } = store.session;
  await erase(store, poll);
  const row = await tx.poll.update({
    where: { id: poll.id },
    data: { closedAt: new Date(minuteOf(now)), sealedKey: null, result: JSON.stringify(result) },
  });
  const { clear: kind, close } = delegateJobs;
  await store.jobs.cancel(`${close}:${poll.id}`);
  const dueAt = now + store.federation.retentionDays * day;
  await store.jobs.schedule({ kind, key: `${kind}:${poll.id}`, payload: { poll: poll.id }, dueAt });
  store.cards.touch({ kind: pollCard, subject: poll.id });
  return pollRecord(store, row);
}

/** Ballots go, and the buttons that people pressed; then the log file is truncated. */
export async function erase(store: Store, poll: Poll): Promise<void> {
  await store.session.tx.pollBallot.deleteMany({ where: { pollId: poll.id } });
  const of = { federationId: store.federation.id, since: poll.openedAt };
  const named = { ...of, name: `#${poll.id}` };
  const buttons = await new Buttons(store.session).forgetNaming(named, store.federation.sealer);
  // Somebody asked for their own answer, and could not be reached yet: it shows which.
  await new Outbox(store.session).forgetShowing(of, buttons, store.federation.sealer);
  await planErasure(store.session);
}

/** Nobody is asked any more: the seat that it is about is empty, or the cell sits in the council no more. */
export async function cancelPolls(
  store: Store,
  of: { readonly council: string; readonly cell: string; readonly person?: string },
): Promise<void> {
  const open = await openPolls(store, { cell: of.cell, council: of.council });
  for (const poll of open.filter(({ personId }) => of.person === undefined || personId === of.person)) {
    const { voted, members } = await turnout(store, poll);
    await closePoll(store, poll, { outcome: "void", voted, members });
  }
}

/** The retention: the poll is removed. */
export async function clearPoll(store: Store, pollId: string): Promise<void> {
  const { count } = await store.session.tx.poll.deleteMany({
    where: { id: pollId, federationId: store.federation.id, closedAt: { not: null } },
  });
  // Of what is gone nothing is kept up.
  if (count > 0) store.cards.touch({ kind: pollCard, subject: pollId });
}

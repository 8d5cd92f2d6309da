/**
 * Members whom a cell has chosen to approve what goes out. proposed -> chosen, when the vote about them is carried; chosen ->
 * gone, when one that they no longer shall is. A vote that is not carried changes nothing: who was proposed is no more.
 */
import { voteCard, type Vote } from "../../domain/votes.ts";
import { minuteOf } from "../../domain/time.ts";
import type { Store } from "../repository.ts";
import { askOf } from "./requests.ts";

export interface FundApprover {
  readonly personId: string;
  /** The vote (id) about it, the last one. */
  readonly voteId: string;
  readonly isChosen: boolean;
}

/** Those who are chosen, and those about whom there is a vote. */
export async function approversOf(store: Store, cellId: string): Promise<readonly FundApprover[]> {
  const rows = await store.session.tx.fundApprover.findMany({ where: { cellId }, orderBy: { personId: "asc" } });
  return rows.map(({ personId, voteId, chosenAt }) => ({ personId, voteId, isChosen: chosenAt !== null }));
}

/** Whom a vote (id) is about; undefined: it is about something else, or they have gone. */
export async function approverOfVote(store: Store, voteId: string): Promise<FundApprover | undefined> {
  const row = await store.session.tx.fundApprover.findUnique({ where: { voteId } });
  return row === null ? undefined : { personId: row.personId, voteId, isChosen: row.chosenAt !== null };
}

/** The cell votes about somebody. */
export async function proposeApprover(store: Store, cellId: string, personId: string, voteId: string): Promise<void> {
  await store.session.tx.fundApprover.upsert({
    where: { cellId_personId: { cellId, personId } },
    create: { cellId, personId, voteId },
    update: { voteId },
  });
}

/** A vote was closed: that decides about whom it was, if it was about anybody. */
export async function approverVoted(store: Store, { id, result }: Vote): Promise<void> {
  const { tx, now } = store.session;
  const row = result === undefined ? null : await tx.fundApprover.findUnique({ where: { voteId: id } });
  if (row === null || result === undefined) return;
  const { cellId, personId } = row;
  const where = { cellId_personId: { cellId, personId } };
  const isChosen = row.chosenAt !== null;
  if (result.carried === isChosen) await tx.fundApprover.delete({ where });
  else if (result.carried) {
    await tx.fundApprover.update({ where, data: { chosenAt: new Date(minuteOf(now)) } });
    await askOf(store, [cellId], [personId]);
  }
}

/** Somebody has gone from one cell: they approve nothing there. */
export async function dropApprover(store: Store, personId: string, of: { readonly cellId?: string }): Promise<void> {
  const { tx } = store.session;
  const where = { ...of, personId, cell: { federationId: store.federation.id } };
  for (const { voteId } of await tx.fundApprover.findMany({ where })) {
    store.cards.touch({ kind: voteCard, subject: voteId });
  }
  await tx.fundApprover.deleteMany({ where });
}

/** Two are one: chosen as one of them, chosen. */
export async function mergeApprovers(store: Store, firstId: string, secondId: string): Promise<void> {
  const { tx } = store.session;
  for (const row of await tx.fundApprover.findMany({ where: { personId: secondId } })) {
    const { cellId, voteId, chosenAt } = row;
    const where = { cellId_personId: { cellId, personId: firstId } };
    const mine = await tx.fundApprover.findUnique({ where });
    await tx.fundApprover.delete({ where: { cellId_personId: { cellId, personId: secondId } } });
    store.cards.touch({ kind: voteCard, subject: voteId });
    if (mine === null) await tx.fundApprover.create({ data: { ...row, personId: firstId } });
    else if (mine.chosenAt === null && chosenAt !== null)
      await tx.fundApprover.update({ where, data: { voteId, chosenAt } });
  }
}

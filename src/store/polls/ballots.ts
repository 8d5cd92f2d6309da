/** Ballots: the last one counts, and only of those who count in the cell. */
import { pollCard, type Choices, type Poll, type Turnout, type Voted } from "../../domain/elections.ts";
import type { Store } from "../repository.ts";
import { newBallotKey, voters } from "../secret-ballots.ts";
import { openChoices, purposes, sealChoices } from "./records.ts";

/** How many have voted so far in this round, and how many count in the cell. */
export async function turnout(store: Store, poll: Poll): Promise<Turnout> {
  const { tx } = store.session;
  const [voted, members] = [
    await tx.pollBallot.count({ where: { pollId: poll.id } }),
    await tx.person.count({ where: { cellId: poll.cellId, federationId: store.federation.id } }),
  ];
  return { voted, members };
}

/** Records a person's ballot; the last one counts, and without one they have not voted. */
export async function vote(
  store: Store,
  poll: Poll,
  person: { readonly id: string; readonly cellId: string | undefined },
  choices: Choices,
): Promise<Voted> {
  const { tx, now } = store.session;
  if (person.cellId !== poll.cellId) return "elsewhere";
  const voterOf = await votersOf(store, poll.id);
  if (voterOf === undefined || now >= poll.closesAt) return "closed";
  const key = { pollId: poll.id, voter: voterOf(person.id) };
  if (choices === undefined) await tx.pollBallot.deleteMany({ where: key });
  else {
    const sealedChoices = sealChoices(store, key.pollId, key.voter, choices);
    await tx.pollBallot.upsert({
      where: { pollId_voter: key },
      create: { ...key, sealedChoices },
      update: { sealedChoices },
    });
  }
  store.cards.touch({ kind: pollCard, subject: poll.id });
  return "recorded";
}

/** A person's own ballot, for themselves. */
export async function own(store: Store, poll: Poll, personId: string): Promise<Choices> {
  const voterOf = await votersOf(store, poll.id);
  if (voterOf === undefined) return undefined;
  const row = await store.session.tx.pollBallot.findUnique({
    where: { pollId_voter: { pollId: poll.id, voter: voterOf(personId) } },
  });
  return row === null ? undefined : openChoices(store, row);
}

export async function lockPoll(store: Store, pollId: string): Promise<void> {
  const { tx } = store.session;
  await tx.$queryRaw`SELECT "id" FROM "Poll" WHERE "id" = ${pollId} ${tx.forUpdate}`;
}

/** As whose ballots are kept in an open poll, whose key is made with the first; undefined once it is closed. */
export async function votersOf(store: Store, pollId: string): Promise<((personId: string) => string) | undefined> {
  const { tx } = store.session;
  const { sealer } = store.federation;
  await lockPoll(store, pollId);
  const row = await tx.poll.findUnique({ where: { id: pollId }, select: { sealedKey: true, closedAt: true } });
  if (row === null || row.closedAt !== null) return undefined;
  const sealedKey = row.sealedKey ?? newBallotKey(sealer, purposes.key, pollId);
  if (row.sealedKey === null) await tx.poll.update({ where: { id: pollId }, data: { sealedKey } });
  return voters(sealedKey, sealer, purposes.key, pollId);
}

/** The ballots of those who count in the cell now: who left, or was forgotten, has none. */
export async function count(store: Store, poll: Poll) {
  const { tx } = store.session;
  const voterOf = await votersOf(store, poll.id);
  const people = await tx.person.findMany({
    where: { cellId: poll.cellId, federationId: store.federation.id },
    select: { id: true },
  });
  const electorate = new Set(voterOf === undefined ? [] : people.map(({ id }) => voterOf(id)));
  const rows = await tx.pollBallot.findMany({ where: { pollId: poll.id } });
  const ballots = rows.filter(({ voter }) => electorate.has(voter)).map((row) => openChoices(store, row));
  return { voted: ballots.length, members: people.length, ballots };
}

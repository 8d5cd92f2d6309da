/** People who come and go while polls are open. */
import { pollCard } from "../../domain/elections.ts";
import type { PollCandidate as CandidateRow } from "../generated/sqlite/client.ts";
import { nothing, type OfPersons } from "../of-persons.ts";
import type { Store } from "../repository.ts";
import { own, votersOf } from "./ballots.ts";
import { openPolls } from "./finding.ts";
import { openChoices, pollRecord, sealChoices } from "./records.ts";
import { withdraw } from "./standing.ts";

export function ofPersons(store: Store): OfPersons {
  return {
    tables: ["Poll", "PollCandidate", "PollBallot"],
    leavesCell: nothing("who stands and votes is who counts in the cell: countsElsewhere"),
    countsElsewhere: ({ person, from }) => gone(store, person.id, { cell: from }),
    becomesOne: ({ first, second }) => merge(store, first.id, second),
    forgotten: ({ person }) => forget(store, person.id),
    exported: async ({ personId }) => ({ elections: await exported(store, personId) }),
    retention: nothing("each poll that has closed has a job for it: delegate-clear"),
    cellLeavesCouncil: nothing("the seats end it, which go: src/store/delegates"),
  };
}

/** They stand no more, and have no ballot. */
async function forget(store: Store, personId: string): Promise<void> {
  const { tx } = store.session;
  const federationId = store.federation.id;
  await gone(store, personId, {});
  await tx.pollCandidate.updateMany({ where: { personId, poll: { federationId } }, data: { personId: null } });
  await tx.poll.updateMany({ where: { personId, federationId }, data: { personId: null } });
}

/** They stand no more, and their ballot does not count: not in what is shown, and so not in what is decided. */
async function gone(store: Store, personId: string, of: { readonly cell?: string }): Promise<void> {
  for (const poll of await openPolls(store, of)) {
    await withdraw(store, poll, personId);
    const voter = (await votersOf(store, poll.id))?.(personId);
    if (voter !== undefined) await store.session.tx.pollBallot.deleteMany({ where: { pollId: poll.id, voter } });
    store.cards.touch({ kind: pollCard, subject: poll.id });
  }
}

/** `second` turns out to be `first`: where both have voted, or stand, it is the answer of `first` that stands. */
async function merge(store: Store, first: string, second: string): Promise<void> {
  const { tx } = store.session;
  const federationId = store.federation.id;
  for (const { id: pollId } of await openPolls(store, {})) {
    const voterOf = await votersOf(store, pollId);
    if (voterOf === undefined) continue;
    const [mine, theirs] = [voterOf(first), voterOf(second)];
    const both = (await tx.pollBallot.count({ where: { pollId, voter: mine } })) > 0;
    const [other] = await tx.pollBallot.findMany({ where: { pollId, voter: theirs } });
    await tx.pollBallot.deleteMany({ where: { pollId, voter: theirs } });
    if (!both && other !== undefined) {
      const sealedChoices = sealChoices(store, pollId, mine, openChoices(store, other));
      await tx.pollBallot.create({ data: { pollId, voter: mine, sealedChoices } });
    }
    store.cards.touch({ kind: pollCard, subject: pollId });
  }
  await mergeCandidates(store, first, second);
  await tx.poll.updateMany({ where: { personId: second, federationId }, data: { personId: first } });
}

/** Who stood as two stands as one: as the one who stands more surely, else as `first`; who approved of the other approved of them. */
async function mergeCandidates(store: Store, first: string, second: string): Promise<void> {
  const { tx } = store.session;
  const both = await tx.pollCandidate.findMany({
    where: { personId: { in: [first, second] }, poll: { federationId: store.federation.id } },
  });
  const surer = ({ state }: CandidateRow): number => ["standing", "proposed", "withdrawn"].indexOf(state);
  for (const [pollId, rows] of Map.groupBy(both, (row) => row.pollId)) {
    const [kept, dropped] = rows.sort(
      (a, b) => surer(a) - surer(b) || Number(b.personId === first) - Number(a.personId === first),
    );
    if (kept === undefined) continue;
    if (dropped !== undefined) {
      await tx.pollCandidate.update({ where: { id: dropped.id }, data: { personId: null, state: "withdrawn" } });
      const ballots = await tx.pollBallot.findMany({ where: { pollId } });
      for (const row of ballots) {
        const named = openChoices(store, row);
        const { voter } = row;
        if (!named.includes(dropped.id)) continue;
        const instead = [...new Set(named.map((id) => (id === dropped.id ? kept.id : id)))];
        const where = { pollId_voter: { pollId, voter } };
        await tx.pollBallot.update({ where, data: { sealedChoices: sealChoices(store, pollId, voter, instead) } });
      }
    }
    await tx.pollCandidate.update({ where: { id: kept.id }, data: { personId: first } });
    store.cards.touch({ kind: pollCard, subject: pollId });
  }
}

/** What is held about a person: that they stood, and that they have a ballot in an open poll, but not which. */
async function exported(store: Store, personId: string): Promise<Readonly<Record<string, unknown>>> {
  const rows = await store.session.tx.pollCandidate.findMany({
    where: { personId, poll: { federationId: store.federation.id } },
    include: { poll: { select: { openedAt: true, closedAt: true } } },
    orderBy: { id: "asc" },
  });
  const voted: string[] = [];
  for (const poll of await openPolls(store, {})) {
    if ((await own(store, poll, personId)) !== undefined) voted.push(new Date(poll.openedAt).toISOString());
  }
  const recalls = await store.session.tx.poll.findMany({
    where: { personId, federationId: store.federation.id },
    orderBy: { id: "asc" },
  });
  return {
    stoodIn: rows.map(({ state, poll }) => ({ openedAt: poll.openedAt, closedAt: poll.closedAt, state })),
    votedInOpenPollsOf: voted,
    // Whether they should keep their seat.
    ...(recalls.length === 0
      ? {}
      : {
          recalls: recalls
            .map((row) => pollRecord(store, row))
            .map(({ openedAt, closedAt, result }) => ({
              openedAt: new Date(openedAt),
              closedAt: closedAt === undefined ? null : new Date(closedAt),
              outcome: result?.outcome ?? null,
            })),
        }),
  };
}

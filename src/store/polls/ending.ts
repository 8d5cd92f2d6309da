/** The end of a round, by the rules of src/domain/elections.ts: who was chosen comes into their seat, who was recalled leaves it. */
import { minuteOf } from "../../domain/time.ts";
import {
  approvals,
  choose,
  pollCard,
  pollQuorum,
  recalled,
  type Chosen,
  type Ended,
  type Poll,
  type PollCandidate,
  type Turnout,
} from "../../domain/elections.ts";
import { install } from "../delegates/filling.ts";
import { endSeat } from "../delegates/going.ts";
import { seatsOf } from "../delegates/seats.ts";
import type { Store } from "../repository.ts";
import { count } from "./ballots.ts";
import { closePoll, erase } from "./closing.ts";
import { candidates, findPoll } from "./finding.ts";
import { planClose } from "./opening.ts";
import { lotsOf, pollRecord, purposes } from "./records.ts";

const hour = 60 * 60_000;

/** The time of a round is over. Undefined if it is closed already, or goes on. */
export async function end(store: Store, pollId: string): Promise<Ended | undefined> {
  const poll = await findPoll(store, pollId);
  if (poll === undefined || poll.closedAt !== undefined || store.session.now < poll.closesAt) return undefined;
  const { voted, members, ballots } = await count(store, poll);
  const figures = { voted, members };
  // The quorum is that of the first round: whoever does not care between those who are equal need not come again.
  if (poll.round === 1 && !pollQuorum(voted, members)) {
    return { state: "closed", poll: await closePoll(store, poll, { outcome: "no-quorum", ...figures }) };
  }
  if (poll.kind === "recall") return { state: "closed", poll: await endRecall(store, poll, ballots, figures) };
  return endElection(store, poll, ballots, figures);
}

async function endRecall(
  store: Store,
  poll: Poll,
  ballots: readonly (readonly string[])[],
  figures: Turnout,
): Promise<Poll> {
  const seat = (await seatsOf(store, poll.councilId, poll.cellId)).find(
    ({ delegateId }) => delegateId === poll.personId,
  );
  const yes = ballots.filter(([choice]) => choice === "yes").length;
  if (seat === undefined) return closePoll(store, poll, { outcome: "void", ...figures });
  const gone = recalled(yes, figures.voted);
  const closed = await closePoll(store, poll, { outcome: gone ? "recalled" : "kept", yes, ...figures });
  if (gone) await endSeat(store, seat, "recalled");
  return closed;
}

async function endElection(
  store: Store,
  poll: Poll,
  ballots: readonly (readonly string[])[],
  figures: Turnout,
): Promise<Ended> {
  const { tx } = store.session;
  const { seats, alternates } = poll.places;
  const all = await candidates(store, poll.id);
  const inRound = all.filter(({ state, scores }) => state === "standing" && scores.length === poll.round - 1);
  const counted = approvals(
    inRound,
    ballots.map((approved, index) => ({ voter: String(index), approved })),
  );
  for (const { id, scores } of inRound) {
    await tx.pollCandidate.update({
      where: { id },
      data: { scores: JSON.stringify([...scores, counted.get(id) ?? 0]) },
    });
  }
  const standing = (await candidates(store, poll.id)).filter(({ state }) => state === "standing");
  const seed = await seedOf(store, poll.id);
  const places = { seats, alternates };
  const chosen = choose(standing, places, poll.round > 1 ? lotsOf(seed) : undefined);
  const first = poll.firstRound ?? figures;
  if (chosen.state === "tie") {
    return { state: "second-round", poll: await secondRound(store, poll, chosen, standing, first) };
  }
  return { state: "closed", poll: await elected(store, poll, chosen, standing, first, seed) };
}

async function secondRound(
  store: Store,
  poll: Poll,
  { between }: Extract<Chosen, { state: "tie" }>,
  standing: readonly PollCandidate[],
  first: Turnout,
): Promise<Poll> {
  const { tx } = store.session;
  const now = minuteOf(store.session.now);
  const lasts = Math.max(hour, Math.floor((poll.closesAt - poll.openedAt) / 2));
  // Those whose place is decided have a second score of nothing: they are not asked about again.
  for (const { id, scores } of standing.filter((one) => !between.includes(one.id))) {
    await tx.pollCandidate.update({ where: { id }, data: { scores: JSON.stringify([...scores, 0]) } });
  }
  await erase(store, poll);
  const row = await tx.poll.update({
    where: { id: poll.id },
    data: {
      round: poll.round + 1,
      sealedKey: null,
      closesAt: new Date(now + lasts),
      result: JSON.stringify(first),
    },
  });
  await planClose(store, poll.id, now + lasts);
  store.cards.touch({ kind: pollCard, subject: poll.id });
  return pollRecord(store, row);
}

async function elected(
  store: Store,
  poll: Poll,
  { delegates, alternates, drawn }: Extract<Chosen, { state: "chosen" }>,
  standing: readonly PollCandidate[],
  figures: Turnout,
  seed: string,
): Promise<Poll> {
  const of = (id: string) => standing.find((one) => one.id === id);
  const numbers = (ids: readonly string[]) => ids.flatMap((id) => of(id)?.number ?? []);
  const people = (ids: readonly string[]) => ids.flatMap((id) => of(id)?.personId ?? []);
  if (delegates.length > 0) {
    const { councilId, cellId, renews, until } = poll;
    await install(store, councilId, cellId, {
      delegates: people(delegates),
      alternates: people(alternates),
      renews,
      until,
    });
  }
  return closePoll(store, poll, {
    outcome: delegates.length > 0 ? "chosen" : "nobody",
    ...figures,
    delegates: numbers(delegates),
    alternates: numbers(alternates),
    ...(drawn.length > 0 ? { drawn: numbers(drawn), seed } : {}),
  });
}

async function seedOf(store: Store, pollId: string): Promise<string> {
  const { sealedSeed } = await store.session.tx.poll.findUniqueOrThrow({
    where: { id: pollId },
    select: { sealedSeed: true },
  });
  return store.federation.sealer.open(sealedSeed, purposes.seed, pollId);
}

/** What is read from a row of a poll, a candidate or a ballot. */
import { createHash } from "node:crypto";
import {
  ticketText,
  type CandidateState,
  type Poll,
  type PollCandidate,
  type PollKind,
  type PollResult,
  type Turnout,
} from "../../domain/elections.ts";
import type {
  Poll as PollRow,
  PollBallot as BallotRow,
  PollCandidate as CandidateRow,
} from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { rowOf } from "../sealing.ts";

export const purposes = {
  key: "Poll.sealedKey",
  seed: "Poll.sealedSeed",
  choices: "PollBallot.sealedChoices",
} as const;
/** Characters: some ten candidates. */
const filledTo = 256;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The lot of each candidate, by their number. */
export const lotsOf =
  (seed: string) =>
  (number: number): string =>
    sha256(ticketText(seed, number));

export function pollRecord(store: Store, row: PollRow): Poll {
  return {
    id: row.id,
    kind: row.kind as PollKind, // an edge, like what follows: only `#open` and `#close` write it
    councilId: row.councilId,
    cellId: row.cellId,
    personId: row.personId ?? undefined,
    places: { seats: row.seats, alternates: row.alternates },
    renews: row.renews,
    until: row.until?.getTime(),
    round: row.round,
    openedAt: row.openedAt.getTime(),
    standUntil: row.standUntil.getTime(),
    closesAt: row.closesAt.getTime(),
    closedAt: row.closedAt?.getTime(),
    sealOfLot: sha256(store.federation.sealer.open(row.sealedSeed, purposes.seed, row.id)),
    ...readResult(row),
  };
}

/** While a second round is open, the figures of the first stand where the result will be. */
function readResult({ result, closedAt }: PollRow): Pick<Poll, "result" | "firstRound"> {
  const kept: unknown = result === null ? undefined : JSON.parse(result); // an edge: only the end of a round writes it
  return closedAt === null
    ? { result: undefined, firstRound: kept as Turnout | undefined }
    : { result: kept as PollResult | undefined, firstRound: undefined };
}

export const candidateRecord = (row: CandidateRow): PollCandidate => ({
  id: row.id,
  personId: row.personId ?? undefined,
  number: row.number,
  state: row.state as CandidateState, // an edge: only `stand` and `withdraw` write it
  scores: JSON.parse(row.scores) as number[], // an edge: only the end of a round writes it
});

export const openChoices = (store: Store, { pollId, voter, sealedChoices }: BallotRow): readonly string[] =>
  JSON.parse(store.federation.sealer.open(sealedChoices, purposes.choices, rowOf(pollId, voter))) as string[]; // an edge: only `sealChoices` writes it

/** Filled up, so that its length does not tell of how many candidates somebody approves. */
export function sealChoices(store: Store, pollId: string, voter: string, choices: readonly string[]): string {
  const text = JSON.stringify(choices);
  const filled = text.padEnd(Math.ceil(text.length / filledTo) * filledTo);
  return store.federation.sealer.seal(filled, purposes.choices, rowOf(pollId, voter));
}

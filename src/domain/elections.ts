/**
 * How a cell chooses its delegates, and takes a seat back. Pure: ballots in, result out. Rules: docs/rules.md, "Delegates".
 *
 * An election is by approval: everybody names all whom they would accept, and those with the most approvals have the
 * seats; the next ones are alternates. Where equal approvals leave open who has a seat, or who is an alternate, a second
 * round among those decides, and if it ends in a tie too, a lot that everybody can draw again.
 */

/** Somebody's standing ballot. The last one counts; who withdrew theirs has none. */
export interface Ballot {
  /** One for each voter, different ones for different voters. */
  readonly voter: string;
  /** Ids of the candidates whom they would accept; none at all is an answer too. */
  readonly approved: readonly string[];
}

/** Somebody who stands, with the number under which people see them. */
export interface Candidate {
  readonly id: string;
  readonly number: number;
}

/** A candidate with the approvals of each round in which they stood. */
export interface Scored extends Candidate {
  readonly scores: readonly number[];
}

/** At least half of those who count in the cell must have voted. Exact: there is no half person. */
export const pollQuorum = (voted: number, members: number): boolean => voted > 0 && 2 * voted >= members;

/** How many must have voted at least. */
export const pollQuorumNeeded = (members: number): number => Math.max(1, Math.ceil(members / 2));

/** A seat is taken back by a majority of those who voted. A tie fails. */
export const recalled = (yes: number, voted: number): boolean => 2 * yes > voted;

/** How many approve of each candidate. Approvals of somebody who does not stand count for nobody, and nobody counts twice. */
export function approvals(candidates: readonly Candidate[], ballots: readonly Ballot[]): ReadonlyMap<string, number> {
  const counts = new Map(candidates.map(({ id }) => [id, 0]));
  for (const { approved } of ballots) {
    for (const id of new Set(approved)) {
      const count = counts.get(id);
      if (count !== undefined) counts.set(id, count + 1);
    }
  }
  return counts;
}

/** What is to be filled. */
export interface Places {
  readonly seats: number;
  readonly alternates: number;
}

/** Who was chosen, in order; or those between whom a further round has to decide. */
export type Chosen =
  | { readonly state: "tie"; readonly between: readonly string[] }
  | {
      readonly state: "chosen";
      readonly delegates: readonly string[];
      readonly alternates: readonly string[];
      /** Those between whom the lot decided, the first drawn first; empty where none was needed. */
      readonly drawn: readonly string[];
    };

/**
 * Who is chosen. Somebody of whom nobody approves is not.
 * @param ticket the lot of a candidate, by their number: the smallest is drawn first. Without it, a tie that matters is
 *   given back.
 */
export function choose(
  candidates: readonly Scored[],
  { seats, alternates }: Places,
  ticket?: (number: number) => string,
): Chosen {
  const groups = tiedGroups(candidates.filter(({ scores }) => (scores[0] ?? 0) > 0));
  const open = groups.filter(({ from, members }) =>
    [seats, seats + alternates].some((boundary) => from < boundary && boundary < from + members.length),
  );
  if (open.length > 0 && ticket === undefined) {
    return { state: "tie", between: open.flatMap(({ members }) => members.map(({ id }) => id)) };
  }
  const draw = ({ members }: Group): readonly Scored[] =>
    ticket === undefined ? members : [...members].sort((a, b) => (ticket(a.number) < ticket(b.number) ? -1 : 1));
  // Where the order inside a group decides nothing, it is that in which they stood.
  const order = groups.flatMap((group) => (open.includes(group) ? draw(group) : group.members)).map(({ id }) => id);
  return {
    state: "chosen",
    delegates: order.slice(0, seats),
    alternates: order.slice(seats, seats + alternates),
    drawn: open.flatMap((group) => draw(group).map(({ id }) => id)),
  };
}

/** Candidates with the same scores, and how many have better ones. */
interface Group {
  readonly from: number;
  readonly members: readonly Scored[];
}

function tiedGroups(candidates: readonly Scored[]): readonly Group[] {
  const order = [...candidates].sort((a, b) => compareScores(b.scores, a.scores) || a.number - b.number);
  const groups: { from: number; members: Scored[] }[] = [];
  for (const [index, one] of order.entries()) {
    const last = groups.at(-1);
    if (last?.members[0] !== undefined && compareScores(last.members[0].scores, one.scores) === 0)
      last.members.push(one);
    else groups.push({ from: index, members: [one] });
  }
  return groups;
}

/** Round by round; who did not stand in a later round was decided before it. */
function compareScores(a: readonly number[], b: readonly number[]): number {
  for (let round = 0; round < Math.max(a.length, b.length); round += 1) {
    const difference = (a[round] ?? 0) - (b[round] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What is hashed (SHA-256, in hexadecimal) for the lot of a candidate. The seed is published with the result. */
export const ticketText = (seed: string, number: number): string => `${seed}:${String(number)}`;

// What the store and the commands share

/** Why somebody's seat ended before another was chosen for it. */
export const seatEnds = ["recalled", "stepped-down", "left", "elsewhere", "linked", "forgotten", "term"] as const;
export type SeatEnd = (typeof seatEnds)[number];

/** An election that is about to be opened. */
export interface NewElection {
  readonly councilId: string;
  readonly cellId: string;
  readonly seats: number;
  readonly alternates: number;
  readonly renews: boolean;
  readonly until: number | undefined;
  /** In milliseconds; 48 hours by default. */
  readonly lasts: number | undefined;
}

/** A ballot: ids of candidates; of a recall `yes` or `no`; undefined withdraws it. */
export type Choices = readonly string[] | undefined;

/** What became of an answer. */
export type Voted = "recorded" | "closed" | "elsewhere";

/** What became of somebody's wish to stand. */
export type Stood = "standing" | "proposed" | "already" | "late" | "full" | "elsewhere" | "holds-seat";

/** What the end of a round came to. */
export type Ended =
  { readonly state: "second-round"; readonly poll: Poll } | { readonly state: "closed"; readonly poll: Poll };

export type PollKind = "election" | "recall";

/** A cell chooses delegates to a council, or decides whether one of them stays. Times in milliseconds since 1970. */
export interface Poll {
  readonly id: string;
  readonly kind: PollKind;
  readonly councilId: string;
  readonly cellId: string;
  /** Of a recall: whose seat it is about. */
  readonly personId: string | undefined;
  readonly places: Places;
  /** Those who sit there now are replaced. */
  readonly renews: boolean;
  /** The end of the term. */
  readonly until: number | undefined;
  readonly round: number;
  readonly openedAt: number;
  readonly standUntil: number;
  readonly closesAt: number;
  readonly closedAt: number | undefined;
  /** SHA-256 of the seed of the lot, in hexadecimal: it was there before anybody voted. */
  readonly sealOfLot: string;
  readonly result: PollResult | undefined;
  /** While a second round is open: how many answered in the first, which had the quorum. */
  readonly firstRound: Turnout | undefined;
}

/** How many have voted, of how many who count in the cell. */
export interface Turnout {
  readonly voted: number;
  readonly members: number;
}

/** How somebody came to stand. */
export type CandidateState = "proposed" | "standing" | "withdrawn";

/** Somebody in an election. */
export interface PollCandidate extends Scored {
  /** Undefined once the person was forgotten. */
  readonly personId: string | undefined;
  readonly state: CandidateState;
}

/** What became of a poll. Numbers are those of candidates. */
export interface PollResult extends Turnout {
  readonly outcome: "chosen" | "nobody" | "no-quorum" | "recalled" | "kept" | "void";
  readonly yes?: number;
  readonly delegates?: readonly number[];
  readonly alternates?: readonly number[];
  /** Those between whom the lot decided, in the order in which they were drawn, and the seed. */
  readonly drawn?: readonly number[];
  readonly seed?: string;
}

/** 48 hours, unless the cell takes another time; a second round takes half of it. In milliseconds. */
export const pollLasts = 48 * 60 * 60_000;
/** So many stand in an election at most: no card has room for more names. */
export const mostCandidates = 30;

/** What the machinery calls its card and its jobs. */
export const pollCard = "poll";
export const delegateJobs = {
  /** The time of an election or recall is over. */
  close: "delegate-close",
  /** Somebody's seat has changed hands: people are told. */
  news: "delegate-news",
  /** After their quiet hours somebody is told that they have a seat, or have it no longer. */
  seated: "delegate-seated",
  unseated: "delegate-unseated",
  /** After their quiet hours somebody is asked whether they would stand, as they are proposed. Payload: `poll`, `person`. */
  proposed: "delegate-proposed",
  /** After their quiet hours a delegate is told of another mandate. */
  mandate: "delegate-mandate",
  /** A cell is reminded of an empty seat. */
  reminder: "delegate-reminder",
  /** A term is over; or will be soon. */
  term: "delegate-term",
  termAhead: "delegate-term-ahead",
  /** The retention: an election or recall that is over is removed. */
  clear: "delegate-clear",
} as const;

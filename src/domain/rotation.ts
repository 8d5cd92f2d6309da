/**
 * Who holds a role next, and why. Rules: docs/rules.md, "Role rotation".
 *
 * `choose` is the fair choice itself, over any pool: roles use it, and whatever else goes round among people. `plan` is
 * the choice for one term of a role, with the credits kept for it: its cost depends on the pool alone, never on how
 * many terms have passed. `handOver` says who holds which place once the hour has come.
 *
 * Nothing here knows a name, and nothing depends on the order in which people are handed in.
 */
import { createHash } from "node:crypto";

/** Somebody in a pool, at one choice. */
export interface Candidate<Reason extends string = string> {
  readonly id: string;
  /** Terms credited so far. */
  readonly terms: number;
  /** When their last term ended (ms since 1970); undefined if they never had one. */
  readonly lastEnd: number | undefined;
  /** Why they are to be left out, if at all. */
  readonly out: readonly Reason[];
}

/** What decided between the one who was chosen and the next best. `only`: there was nobody else. */
export type DecidedBy = "only" | "terms" | "longest" | "draw";

/** Why somebody was chosen, in numbers: it names nobody, and stays true when people are forgotten. */
export interface Why<Reason extends string = string> {
  /** Terms credited before this one. */
  readonly terms: number;
  readonly lastEnd: number | undefined;
  readonly decidedBy: DecidedBy;
  /** Among how many, they themselves included, the choice was made. */
  readonly among: number;
  /** How many were left out for each reason; who has several counts under the first that cannot be relaxed. */
  readonly leftOut: Readonly<Partial<Record<Reason, number>>>;
  /** Rules that were set aside so that somebody could be chosen. */
  readonly relaxed: readonly Reason[];
}

export interface Chosen<Reason extends string = string> {
  readonly id: string;
  readonly why: Why<Reason>;
}

/** What is to be chosen. */
export interface Draw<Reason extends string = string> {
  /** What it is for, and which time: the last of the ties is broken by the SHA-256 of (role, term, member). */
  readonly role: string;
  readonly term: string;
  /** How many are wanted. */
  readonly places: number;
  /** The reasons that may be set aside where nobody is left, the first one first. */
  readonly relax: readonly Reason[];
}

/** The lot of a member at one choice: nobody can foresee it from a name, everybody can compute it again. */
export const lot = (role: string, term: string, member: string): string =>
  createHash("sha256").update(`${role}\n${term}\n${member}`).digest("hex");

/**
 * Chooses fairly: of those who are not left out, who has the fewest credited terms; then whose last term ended longest
 * ago (never: first); then the smallest lot. For each place that is still empty the reasons in `relax` are set aside, one
 * after the other. Gives back fewer than `places` where nobody is left even then.
 */
export function choose<Reason extends string>(
  { role, term, places, relax }: Draw<Reason>,
  pool: readonly Candidate<Reason>[],
): readonly Chosen<Reason>[] {
  const chosen: Chosen<Reason>[] = [];
  const lots = new Map<string, string>();
  const lotOf = (id: string): string => {
    const known = lots.get(id) ?? lot(role, term, id);
    lots.set(id, known);
    return known;
  };
  const compare = (a: Candidate<Reason>, b: Candidate<Reason>): number =>
    a.terms - b.terms || byEnd(a, b) || (lotOf(a.id) < lotOf(b.id) ? -1 : 1);
  for (let aside = 0; aside <= relax.length && chosen.length < places; aside++) {
    const relaxed = relax.slice(0, aside);
    const taken = new Set(chosen.map(({ id }) => id));
    const fits = ({ id, out }: Candidate<Reason>): boolean =>
      !taken.has(id) && out.every((reason) => relaxed.includes(reason));
    const running = pool.filter(fits).sort(compare);
    const leftOut = countOut(pool, relax, relaxed);
    const free = places - chosen.length;
    const next = running[free];
    for (const one of running.slice(0, free)) {
      const why = { terms: one.terms, lastEnd: one.lastEnd, decidedBy: decidedBy(one, next), among: running.length };
      chosen.push({
        id: one.id,
        why: { ...why, leftOut, relaxed: relaxed.filter((reason) => one.out.includes(reason)) },
      });
    }
  }
  return chosen;
}

const byEnd = (a: Candidate, b: Candidate): number => {
  const [first, second] = [a.lastEnd ?? -Infinity, b.lastEnd ?? -Infinity];
  return first === second ? 0 : first < second ? -1 : 1;
};

function decidedBy(one: Candidate, next: Candidate | undefined): DecidedBy {
  if (next === undefined) return "only";
  if (one.terms !== next.terms) return "terms";
  return byEnd(one, next) === 0 ? "draw" : "longest";
}

/** How many are left out for each reason while some are set aside. */
function countOut<Reason extends string>(
  pool: readonly Candidate<Reason>[],
  relax: readonly Reason[],
  relaxed: readonly Reason[],
): Partial<Record<Reason, number>> {
  const counts: Partial<Record<Reason, number>> = {};
  for (const { out } of pool) {
    const standing = out.filter((reason) => !relaxed.includes(reason));
    const reason = standing.find((one) => !relax.includes(one)) ?? standing[0];
    if (reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

// Roles

/** Why somebody is left out of the choice for a term of a role. */
export const leaveOuts = ["away", "declined", "role", "limit"] as const;
export type LeaveOut = (typeof leaveOuts)[number];

/** Set aside in this order where nobody is left: holding another role, then the limit of terms in a row. */
export const relaxable = ["role", "limit"] as const satisfies readonly LeaveOut[];

/** What is kept of somebody in the pool of a role: all that a choice needs of the past. */
export interface Standing {
  readonly id: string;
  /** Terms credited so far: those that were theirs, and what they were credited with on joining. */
  readonly terms: number;
  /** How many of those were theirs; never more than `terms`, except where two people turned out to be one. */
  readonly served: number;
  /** When the last term that was theirs ends (ms since 1970); undefined if none was. */
  readonly lastEnd: number | undefined;
  /** Whether they were in the running at the last choice: then they are not raised at the next one. */
  readonly steady: boolean;
}

/** A term for which somebody is to be chosen. */
export interface TermToPlan {
  readonly role: string;
  /** Its number; the draw is by it. */
  readonly index: number;
  /** When it ends, ms since 1970. */
  readonly to: number;
  /** Places that are still free. */
  readonly places: number;
  /** Most terms in a row. */
  readonly limit: number;
}

/** How things stand for the people of a pool at that term. Ids of members. */
export interface Circumstances {
  readonly away: ReadonlySet<string>;
  /** Who cannot this time. */
  readonly declined: ReadonlySet<string>;
  /** Who holds another role of this cell at that time. */
  readonly busy: ReadonlySet<string>;
  /** Who has a place in this very term, or is asked for one: they cannot have another. */
  readonly taken: ReadonlySet<string>;
  /** How many terms that adjoin this one, before and after it without a gap, are already theirs. None: not in it. */
  readonly inRow: ReadonlyMap<string, number>;
}

export const nothingKnown: Circumstances = {
  away: new Set(),
  declined: new Set(),
  busy: new Set(),
  taken: new Set(),
  inRow: new Map(),
};

/** Who was chosen for a term, and how the pool stands afterwards. */
export interface Planned {
  readonly chosen: readonly Chosen<LeaveOut>[];
  /** Rules that were set aside for somebody: the chat is told. */
  readonly relaxed: readonly LeaveOut[];
  /** Places for which there is nobody. */
  readonly empty: number;
  readonly pool: readonly Standing[];
}

/**
 * What somebody is credited with who joins a pool or comes back to it: its minimum among those who are steady, so that
 * they have nothing to catch up; what they had, if that is more, so that leaving and joining is no way out.
 */
export function creditOnReturn(own: number, pool: readonly Standing[]): number {
  const steady = pool.filter((one) => one.steady);
  const others = steady.length > 0 ? steady : pool;
  return others.length === 0 ? own : Math.max(own, Math.min(...others.map(({ terms }) => terms)));
}

/**
 * Chooses for the free places of a term.
 *
 * Who was left out of the choice before this one, for any reason but the limit, and is in the running now, has come
 * back: they are credited as somebody who joins (`creditOnReturn`). Everybody who is chosen is credited at once; where
 * they cannot after all, `uncredit` takes it back.
 */
export function plan(term: TermToPlan, pool: readonly Standing[], at: Circumstances): Planned {
  const outOf = ({ id }: Standing): LeaveOut[] => [
    ...(at.away.has(id) ? (["away"] as const) : []),
    ...(at.declined.has(id) ? (["declined"] as const) : []),
    ...(at.busy.has(id) ? (["role"] as const) : []),
    ...((at.inRow.get(id) ?? 0) >= term.limit ? (["limit"] as const) : []),
  ];
  const outs = new Map(pool.map((one) => [one.id, outOf(one)]));
  const running = (one: Standing): boolean => (outs.get(one.id) ?? []).every((reason) => reason === "limit");
  const before = pool.filter((one) => one.steady && running(one));
  const returned = pool.map((one): Standing => {
    if (!running(one)) return one.steady ? { ...one, steady: false } : one;
    return one.steady ? one : { ...one, terms: creditOnReturn(one.terms, before), steady: true };
  });
  const chosen = choose(
    { role: term.role, term: String(term.index), places: term.places, relax: relaxable },
    returned.filter(({ id }) => !at.taken.has(id)).map((one) => ({ ...one, out: outs.get(one.id) ?? [] })),
  );
  const ids = new Set(chosen.map(({ id }) => id));
  return {
    chosen,
    relaxed: relaxable.filter((reason) => chosen.some(({ why }) => why.relaxed.includes(reason))),
    empty: term.places - chosen.length,
    pool: returned.map((one) => (ids.has(one.id) ? credit(one, term.to) : one)),
  };
}

/** A term that ends at `to` (ms since 1970) is theirs. */
export const credit = (one: Standing, to: number): Standing => ({
  ...one,
  terms: one.terms + 1,
  served: one.served + 1,
  lastEnd: Math.max(to, one.lastEnd ?? -Infinity),
});

/** A term was not theirs after all. `lastEnd`: when the last one that still is ends. They come back at the next choice. */
export const uncredit = (one: Standing, lastEnd: number | undefined): Standing => ({
  ...one,
  terms: Math.max(0, one.terms - 1),
  served: Math.max(0, one.served - 1),
  lastEnd,
  steady: false,
});

/** How even a pool is: the most terms less the fewest. 0 for an empty one. */
export function spread(pool: readonly Pick<Standing, "terms">[]): number {
  const terms = pool.map((one) => one.terms);
  return terms.length === 0 ? 0 : Math.max(...terms) - Math.min(...terms);
}

// The hour

/** Who holds a place. */
export interface Holder {
  readonly id: string;
  /** Stays because nobody has taken over, even if away. */
  readonly acting: boolean;
}

/**
 * Who holds each place once the hour has come: who has taken it on; else who held it before, as acting; else, if they
 * have a place elsewhere now, another who held one before and has none; else nobody. Nobody gets two places.
 *
 * @param takers for each place who has taken it on
 * @param before who held each place until now; there may be fewer or more of them
 */
export function handOver(
  takers: readonly (string | undefined)[],
  before: readonly (string | undefined)[],
): readonly (Holder | undefined)[] {
  const placed = new Set(takers.filter((id) => id !== undefined));
  const stay = (id: string | undefined): string | undefined => {
    if (id === undefined || placed.has(id)) return undefined;
    placed.add(id);
    return id;
  };
  const own = takers.map((taker, place) => (taker === undefined ? stay(before[place]) : undefined));
  return takers.map((taker, place) => {
    if (taker !== undefined) return { id: taker, acting: false };
    const id = own[place] ?? stay(before.find((one) => one !== undefined && !placed.has(one)));
    return id === undefined ? undefined : { id, acting: true };
  });
}

/** Somebody stands in for the holder of a place for a while. Times in ms since 1970, `to` not included. */
export interface Standin {
  readonly forId: string;
  readonly byId: string;
  readonly from: number;
  readonly to: number;
}

/** Who does the work of a holder at a moment: who stands in for them, else they themselves. */
export const presentHolder = (holder: string, standins: readonly Standin[], at: number): string =>
  standins.find(({ forId, from, to }) => forId === holder && from <= at && at < to)?.byId ?? holder;

/** The terms to come, as they would be if nothing changed: all that they hang on is read once, then it is reckoned ahead. */
import { nextOccurrence } from "../../domain/recurrence.ts";
import type { Foreseen, Role } from "../../domain/roles.ts";
import { plan, type Standing } from "../../domain/rotation.ts";
import { Prisma, type RoleOffer as OfferRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { circumstancesAt, lookAround, servedBy, type Owed, type Surroundings } from "./circumstances.ts";
import {
  byPlace,
  coverAt,
  coverOfTurn,
  readWhy,
  runBefore,
  standing,
  type Around,
  type CoverOfTurn,
  type TermWithTurns,
} from "./records.ts";
import { poolsOf } from "./rows.ts";

/** A role with its terms. */
export interface RoleAround {
  readonly role: Role;
  readonly around: Around;
}

/** What is to come of a role. */
export interface Ahead {
  /** None where no term is to come. */
  readonly foreseen: readonly Foreseen[];
  /** How many are in its pool. */
  readonly pool: number;
  /** Those that both agreed to, in both terms. */
  readonly covers: readonly CoverOfTurn[];
}

/**
 * The next `count` terms of each of these roles, all of one cell or council, by their ids. Reads as much for many as for one,
 * and as much for many terms as for the next.
 */
export async function lookAhead(
  store: Store,
  roles: readonly RoleAround[],
  count: number,
): Promise<ReadonlyMap<string, Ahead>> {
  const looked = roles.map(({ role, around }) => ({ role, around, times: timesOf(role, around[1], count) }));
  const pools = await poolsOf(
    store,
    looked.map(({ role }) => role.id),
  );
  const offers = await offersOf(store, roles);
  const surroundings = await lookAround(
    store,
    looked.flatMap(({ role, around: [, term], times }) => {
      const until = times.at(-1)?.to;
      return term === undefined || until === undefined ? [] : [{ role, term, until }];
    }),
    [...pools.values()].flatMap((pool) => pool.map(({ personId }) => personId)),
  );
  return new Map(
    looked.map(({ role, around: [, coming], times }) => {
      const pool = (pools.get(role.id) ?? []).map(standing);
      const own = offers.filter(({ roleId }) => roleId === role.id);
      const covers = own.filter(({ kind }) => kind === "cover").map(coverOfTurn);
      covers.sort((a, b) => a.from - b.from);
      const owed = own.filter(({ kind }) => kind === "swap");
      const foreseen = coming === undefined ? [] : foresee(role, coming, times, { pool, owed, covers, surroundings });
      return [role.id, { foreseen, pool: pool.length, covers }];
    }),
  );
}

interface Time {
  readonly from: Date;
  readonly to: Date;
}

/** When so many terms are, the one that is kept first. */
function timesOf(role: Role, coming: TermWithTurns | undefined, count: number): readonly Time[] {
  const times: Time[] = [];
  let next: Time | undefined = coming;
  for (; next !== undefined && times.length < count;) {
    times.push({ from: next.from, to: next.to });
    next = { from: next.to, to: new Date(nextOccurrence(role.rule, next.to.getTime())) };
  }
  return times;
}

/** What is owed from swaps, the oldest first, and who stands in for turns of these terms. */
async function offersOf({ session: { tx } }: Store, roles: readonly RoleAround[]): Promise<readonly OfferRow[]> {
  if (roles.length === 0) return [];
  const turns = roles.flatMap(({ around }) => around.flatMap((term) => term?.turns.map(({ id }) => id) ?? []));
  const covers =
    turns.length === 0 ? Prisma.empty : Prisma.sql`OR ("kind" = 'cover' AND "turnId" IN (${Prisma.join(turns)}))`;
  return tx.$queryRaw<OfferRow>`
    SELECT * FROM "RoleOffer"
    WHERE "roleId" IN (${Prisma.join(roles.map(({ role }) => role.id))}) AND "state" = 'agreed'
      AND ("kind" = 'swap' ${covers})
    ORDER BY "createdAt", "id"`;
}

interface Known {
  readonly pool: readonly Standing[];
  readonly owed: readonly Owed[];
  readonly covers: readonly CoverOfTurn[];
  readonly surroundings: Surroundings;
}

/** One term after the other, each from how the one before leaves the pool and what is owed. */
function foresee(
  role: Role,
  coming: TermWithTurns,
  times: readonly Time[],
  { surroundings, covers, ...known }: Known,
): readonly Foreseen[] {
  let { pool, owed } = known;
  const { inRow: before } = circumstancesAt(surroundings, role, coming);
  const credited = new Map<number, ReadonlySet<string>>();
  return times.map((time, terms) => {
    const index = coming.index + terms;
    const term = terms === 0 ? coming : { ...coming, ...time, index, turns: [] };
    const at = circumstancesAt(surroundings, role, term);
    const inRow = new Map(pool.map(({ id }) => [id, runBefore(index, id, credited, coming.index, before)]));
    const stands = term.turns.filter(({ state, second }) => (state === "asked" || state === "accepted") && !second);
    const [from, to] = [time.from.getTime(), time.to.getTime()];
    const places = Math.max(0, role.holders - stands.length);
    const planned = plan({ role: role.id, index, to, places, limit: role.limit }, pool, { ...at, inRow });
    pool = planned.pool;
    const busy = new Set([
      ...planned.chosen.map(({ id }) => id),
      ...term.turns.flatMap(({ personId }) => personId ?? []),
    ]);
    const people = new Set(pool.map(({ id }) => id));
    const chosen = planned.chosen.map(({ id, why }) => {
      const served = servedBy(owed, id, { away: at.away, busy, pool: people });
      if (served !== undefined) {
        owed = owed.filter((one) => one !== served);
        busy.add(served.fromId);
      }
      return { personId: served?.fromId ?? id, standinId: undefined, relaxed: why.relaxed, accepted: false };
    });
    const whose = stands.flatMap((one) => one.forId ?? one.personId ?? []);
    credited.set(index, new Set([...whose, ...planned.chosen.map(({ id }) => id)]));
    const kept = stands.sort(byPlace).flatMap((turn) => {
      const { personId, state, why } = turn;
      if (personId === null) return [];
      const standinId = coverAt(turn, covers, from)?.byId;
      return [{ personId, standinId, relaxed: readWhy(why)?.relaxed ?? [], accepted: state === "accepted" }];
    });
    return { index, from, to, people: [...kept, ...chosen], empty: planned.empty };
  });
}

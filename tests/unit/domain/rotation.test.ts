import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  choose,
  credit,
  creditOnReturn,
  handOver,
  lot,
  nothingKnown,
  plan,
  presentHolder,
  relaxable,
  spread,
  uncredit,
  type Candidate,
  type LeaveOut,
  type Standing,
  type Standin,
} from "../../../src/domain/rotation.ts";

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

const aCandidate = (id: string): fc.Arbitrary<Candidate<LeaveOut>> =>
  fc.record({
    id: fc.constant(id),
    terms: fc.integer({ min: 0, max: 3 }),
    lastEnd: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    out: fc.subarray<LeaveOut>(["away", "declined", "role", "limit"], { maxLength: 2 }),
  });
const aPool = fc.integer({ min: 0, max: 30 }).chain((size) => fc.tuple(...names(size).map(aCandidate)));

/** The rule as it reads, one place after the other, each time over everybody. */
function bruteForce(pool: readonly Candidate<LeaveOut>[], places: number, term: string): string[] {
  const hash = (id: string) => createHash("sha256").update(`role\n${term}\n${id}`).digest("hex");
  const chosen: string[] = [];
  for (const allowed of [[], ["role"], ["role", "limit"]]) {
    for (;;) {
      const left = pool.filter(({ id, out }) => !chosen.includes(id) && out.every((why) => allowed.includes(why)));
      if (chosen.length === places || left.length === 0) break;
      const better = (a: Candidate, b: Candidate): boolean => {
        if (a.terms !== b.terms) return a.terms < b.terms;
        if (a.lastEnd !== b.lastEnd) {
          if (a.lastEnd === undefined || b.lastEnd === undefined) return a.lastEnd === undefined;
          return a.lastEnd < b.lastEnd;
        }
        return hash(a.id) < hash(b.id);
      };
      const best = left.find((one) => left.every((other) => other === one || better(one, other)));
      if (best === undefined) throw new Error("the order is not total");
      chosen.push(best.id);
    }
  }
  return chosen;
}

describe("choosing", () => {
  const draw = (places: number, term = "7") => ({ role: "role", term, places, relax: relaxable });

  test("agrees with the rule as it reads, whatever the order in which people are handed in", () => {
    fc.assert(
      fc.property(
        aPool,
        fc.integer({ min: 1, max: 5 }),
        fc.nat(9),
        fc.infiniteStream(fc.nat()),
        (pool, places, term, mix) => {
          const expected = bruteForce(pool, places, String(term));
          const ids = (people: readonly Candidate<LeaveOut>[]) =>
            choose(draw(places, String(term)), people).map(({ id }) => id);
          expect(ids(pool)).toEqual(expected);
          const keyed = pool.map((one) => ({ one, key: mix.next().value ?? 0 }));
          expect(ids(keyed.sort((a, b) => a.key - b.key).map(({ one }) => one))).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a rule is set aside only for as many as are needed, another role before the limit, and nobody away is chosen", () => {
    fc.assert(
      fc.property(aPool, fc.integer({ min: 1, max: 5 }), (pool, places) => {
        const chosen = choose(draw(places), pool);
        const left = pool.filter(({ id }) => !chosen.some((one) => one.id === id));
        for (const { id, why } of chosen) {
          const out = pool.find((one) => one.id === id)?.out ?? [];
          expect([...out].sort()).toEqual([...why.relaxed].sort());
          expect(out).not.toContain("away");
          expect(out).not.toContain("declined");
          if (why.relaxed.length > 0) expect(left.filter((one) => one.out.length === 0)).toEqual([]);
          if (why.relaxed.includes("limit"))
            expect(left.filter((one) => one.out.every((reason) => reason === "role"))).toEqual([]);
        }
      }),
    );
  });

  test("the explanation says what decided, among how many, and how many were left out", () => {
    const one = (id: string, terms: number, lastEnd: number | undefined, out: LeaveOut[] = []) => ({
      id,
      terms,
      lastEnd,
      out,
    });
    const why = (...pool: Candidate<LeaveOut>[]) => choose(draw(1), pool)[0]?.why;
    expect(why(one("a", 1, 5))).toMatchObject({
      decidedBy: "only",
      among: 1,
      terms: 1,
      lastEnd: 5,
      leftOut: {},
      relaxed: [],
    });
    expect(why(one("a", 1, 5), one("b", 2, 1))).toMatchObject({ decidedBy: "terms", among: 2 });
    expect(why(one("a", 1, 5), one("b", 1, 1))).toMatchObject({ decidedBy: "longest", lastEnd: 1 });
    expect(why(one("a", 1, undefined), one("b", 1, 1))).toMatchObject({ decidedBy: "longest", lastEnd: undefined });
    expect(why(one("a", 1, 1), one("b", 1, 1))).toMatchObject({ decidedBy: "draw" });
    expect(
      why(
        one("a", 1, 5),
        one("b", 0, 1, ["limit", "away"]),
        one("c", 0, 1, ["role"]),
        one("d", 0, 1, ["role", "limit"]),
      ),
    ).toMatchObject({ decidedBy: "only", leftOut: { away: 1, role: 2 } });
    expect(why(one("c", 0, 1, ["role", "limit"]), one("b", 0, 1, ["limit", "declined"]))).toMatchObject({
      relaxed: ["role", "limit"],
      leftOut: { declined: 1 },
    });
  });

  test("other things than roles go round by it too, with reasons of their own", () => {
    const tellers = [
      { id: "a", terms: 0, lastEnd: undefined, out: ["listens"] },
      { id: "b", terms: 4, lastEnd: 9, out: [] },
    ] as const;
    expect(choose({ role: "circle", term: "2026-03-02", places: 1, relax: [] }, tellers).map(({ id }) => id)).toEqual([
      "b",
    ]);
    expect(lot("circle", "1", "a")).toMatch(/^[0-9a-f]{64}$/u);
  });
});

describe("the hour", () => {
  const anId = fc.option(fc.constantFrom(...names(6)), { nil: undefined });
  const distinct = (ids: readonly (string | undefined)[]): boolean => {
    const there = ids.filter((id) => id !== undefined);
    return new Set(there).size === there.length;
  };
  const someIds = (most: number) => fc.array(anId, { minLength: 1, maxLength: most }).filter(distinct);

  test("who took a place on has it; else somebody from before stays, as acting; nobody gets two places", () => {
    fc.assert(
      fc.property(someIds(5), someIds(5), (takers, before) => {
        const holders = handOver(takers, before);
        expect(holders).toHaveLength(takers.length);
        expect(distinct(holders.map((one) => one?.id))).toBe(true);
        const unplaced = before.filter((id) => id !== undefined && !holders.some((one) => one?.id === id));
        holders.forEach((holder, place) => {
          if (takers[place] !== undefined) expect(holder).toEqual({ id: takers[place], acting: false });
          else if (holder !== undefined) {
            expect(holder.acting).toBe(true);
            expect(before).toContain(holder.id);
          } else expect(unplaced).toEqual([]);
          const own = before[place];
          if (takers[place] === undefined && own !== undefined && !takers.includes(own)) expect(holder?.id).toBe(own);
        });
      }),
      { numRuns: 500 },
    );
  });
});

/** One random step in the life of a pool, before a term is planned. */
interface Turn {
  readonly away: ReadonlySet<string>;
  readonly busy: ReadonlySet<string>;
  /** Who would decline if asked. */
  readonly declines: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  readonly leaves: ReadonlySet<string>;
  readonly swap: readonly [string, string] | undefined;
  readonly cover: { readonly by: string; readonly from: number; readonly length: number } | undefined;
}

const week = 7 * 24 * 60;

interface Played {
  /** For each term, for each place, who holds it. */
  readonly holders: readonly (readonly ({ readonly id: string; readonly acting: boolean } | undefined)[])[];
  /** What can be read of the past after each term, to be compared with what it is in the end. */
  readonly told: readonly string[];
  readonly pool: readonly Standing[];
  /** Who has been in the pool and never left out for any reason but the limit. */
  readonly constant: ReadonlySet<string>;
  readonly standins: readonly Standin[];
}

/**
 * Plays a rotation, with the rules' functions in the place of the store. `check` is told of every choice.
 *
 * A swap does not touch the credits: each serves what was chosen for the other.
 */
function play(
  start: readonly string[],
  turns: readonly Turn[],
  places: number,
  limit: number,
  check: (of: {
    chosen: readonly { id: string; relaxed: readonly LeaveOut[] }[];
    relaxed: readonly LeaveOut[];
    turn: Turn;
    inRow: ReadonlyMap<string, number>;
    pool: readonly Standing[];
    declined: ReadonlySet<string>;
  }) => void = () => undefined,
): Played {
  let pool: readonly Standing[] = start.map((id) => ({ id, terms: 0, served: 0, lastEnd: undefined, steady: false }));
  const constant = new Set(start);
  const left = new Map<string, Standing>();
  const credited: string[][] = [];
  const holders: ReturnType<typeof handOver>[] = [];
  const standins: Standin[] = [];
  const told: string[] = [];
  const owed: [string, string][] = [];
  const change = (id: string, to: (one: Standing) => Standing): void => {
    pool = pool.map((one) => (one.id === id ? to(one) : one));
  };
  turns.forEach((turn, index) => {
    for (const id of turn.leaves) {
      const gone = pool.find((one) => one.id === id);
      if (gone !== undefined) left.set(id, gone);
      pool = pool.filter((one) => one.id !== id);
      constant.delete(id);
    }
    for (const id of turn.joins) {
      if (pool.some((one) => one.id === id)) continue;
      const before = left.get(id) ?? { id, terms: 0, served: 0, lastEnd: undefined, steady: false };
      if (!left.has(id)) constant.add(id);
      pool = [...pool, { ...before, terms: creditOnReturn(before.terms, pool), steady: false }];
    }
    const inRow = new Map(pool.map(({ id }) => [id, run(credited, id)]));
    const declined = new Set<string>();
    const takers: string[] = [];
    for (let asks = 0; takers.length < places; asks++) {
      const at = { away: turn.away, busy: turn.busy, declined, taken: new Set(takers), inRow };
      const term = { role: "r", index, to: (index + 1) * week, places: 1, limit };
      const planned = plan(term, pool, at);
      const [one] = planned.chosen;
      check({
        chosen: planned.chosen.map(({ id, why }) => ({ id, relaxed: why.relaxed })),
        relaxed: planned.relaxed,
        turn,
        inRow,
        pool,
        declined,
      });
      const before = pool;
      pool = planned.pool;
      if (one === undefined) break;
      if (turn.declines.has(one.id)) {
        const was = before.find(({ id }) => id === one.id);
        change(one.id, (standing) => uncredit(standing, was?.lastEnd));
        declined.add(one.id);
        constant.delete(one.id);
      } else takers.push(one.id);
      if (asks > 40) throw new Error("asks for ever");
    }
    for (const id of [...turn.away, ...turn.busy]) constant.delete(id);
    credited.push([...takers]);
    // Swaps: the one who owes serves in the place of the other, and the other in theirs.
    const serving = [...takers];
    for (const [from, to] of owed.splice(0)) {
      const place = serving.indexOf(to);
      if (place < 0 || serving.includes(from) || !pool.some(({ id }) => id === from)) owed.push([from, to]);
      else serving[place] = from;
    }
    const [from, to] = turn.swap ?? [];
    if (from !== undefined && to !== undefined && from !== to && serving.includes(from) && !serving.includes(to)) {
      serving[serving.indexOf(from)] = to;
      owed.push([from, to]);
    }
    const asked: (string | undefined)[] = Array.from({ length: places }, (_, place) => serving[place]);
    const now = handOver(
      asked,
      (holders.at(-1) ?? []).map((one) => one?.id),
    );
    holders.push(now);
    for (const one of now) if (one?.acting === true) change(one.id, (standing) => credit(standing, (index + 1) * week));
    for (const one of now) if (one?.acting === true) constant.delete(one.id);
    const [covered] = now;
    if (turn.cover !== undefined && covered !== undefined && !now.some((one) => one?.id === turn.cover?.by)) {
      const start_ = index * week + turn.cover.from;
      const to_ = Math.min((index + 1) * week, start_ + turn.cover.length);
      standins.push({ forId: covered.id, byId: turn.cover.by, from: start_, to: to_ });
    }
    told.push(JSON.stringify([now, standins]));
  });
  return { holders, told, pool, constant, standins };
}

/** How many terms in a row were credited to somebody until now. */
function run(credited: readonly (readonly string[])[], id: string): number {
  let count = 0;
  while (credited.at(-1 - count)?.includes(id) === true) count++;
  return count;
}

/** Some are often away, decline, have other roles, leave; the others are always there once they have joined. */
const aGame = fc
  .record({
    size: fc.integer({ min: 1, max: 30 }),
    terms: fc.integer({ min: 1, max: 104 }),
    limit: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ size, terms, limit }) => {
    const everybody = names(30);
    return fc.subarray(everybody).chain((flaky) => {
      const some = (of: readonly string[], most: number) =>
        fc
          .oneof(
            { weight: 2, arbitrary: fc.constant<string[]>([]) },
            { weight: 1, arbitrary: fc.subarray([...of], { maxLength: Math.min(of.length, most) }) },
          )
          .map((ids) => new Set(ids));
      const oftenQuiet = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
      const turn: fc.Arbitrary<Turn> = fc.record({
        away: some(flaky, 30),
        busy: some(flaky, 4),
        declines: some(flaky, 30),
        joins: some(everybody, 2),
        leaves: some(flaky, 2),
        swap: oftenQuiet(fc.tuple(fc.constantFrom(...everybody), fc.constantFrom(...everybody))),
        cover: oftenQuiet(
          fc.record({
            by: fc.constantFrom(...everybody),
            from: fc.integer({ min: 0, max: week - 1 }),
            length: fc.integer({ min: 1, max: week }),
          }),
        ),
      });
      return fc.record({
        start: fc.constant(everybody.slice(0, size)),
        turns: fc.array(turn, { minLength: terms, maxLength: terms }),
        places: fc.integer({ min: 1, max: 5 }),
        limit: fc.constant(limit),
      });
    });
  });

describe("a rotation over two years, with absences, declines, other roles, swaps, covers, and people who come and go", () => {
  test("nobody is chosen while away or after they declined; nobody over the limit or with another role unless it is told", () => {
    fc.assert(
      fc.property(aGame, ({ start, turns, places, limit }) => {
        play(start, turns, places, limit, ({ chosen, relaxed, turn, inRow, pool, declined }) => {
          for (const { id } of chosen) {
            expect(turn.away.has(id) || declined.has(id)).toBe(false);
            if ((inRow.get(id) ?? 0) >= limit) expect(relaxed).toContain("limit");
            if (turn.busy.has(id)) expect(relaxed).toContain("role");
            expect(pool.some((one) => one.id === id)).toBe(true);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  test("never two holders for one place, no gap once somebody has held it, no overlap", () => {
    fc.assert(
      fc.property(aGame, ({ start, turns, places, limit }) => {
        const { holders, standins } = play(start, turns, places, limit);
        holders.forEach((now, index) => {
          const ids = now.flatMap((one) => (one === undefined ? [] : [one.id]));
          expect(new Set(ids).size).toBe(ids.length);
          const before = holders[index - 1]?.filter((one) => one !== undefined).length ?? 0;
          expect(ids.length).toBeGreaterThanOrEqual(Math.min(before, places));
          // Hour by hour each holder has one person who does the work.
          for (let at = index * week; at < (index + 1) * week; at += 12 * 60) {
            for (const id of ids) {
              const who = presentHolder(id, standins, at);
              const standsIn = standins.filter((one) => one.forId === id && one.from <= at && at < one.to);
              expect(standsIn.length).toBeLessThanOrEqual(1);
              expect(who).toBe(standsIn[0]?.byId ?? id);
            }
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test("people who were never left out for any reason but the limit are within one term of each other", () => {
    fc.assert(
      fc.property(aGame, ({ start, turns, places, limit }) => {
        for (const length of new Set([turns.length, Math.ceil(turns.length / 2)])) {
          const { pool, constant } = play(start, turns.slice(0, length), places, limit);
          const always = pool.filter(({ id }) => constant.has(id));
          expect(spread(always)).toBeLessThanOrEqual(1);
          // Who has been there from the beginning was credited with nothing: their terms are those that were theirs.
          for (const one of always.filter(({ id }) => start.includes(id))) expect(one.served).toBe(one.terms);
          for (const one of pool) expect(one.served).toBeLessThanOrEqual(one.terms);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("with nobody left out, all terms are held by the people chosen, and they are within one term of each other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        (size, places, limit) => {
          const quiet = {
            away: new Set<string>(),
            busy: new Set<string>(),
            declines: new Set<string>(),
            joins: new Set<string>(),
            leaves: new Set<string>(),
          };
          const turns = Array.from({ length: 104 }, () => ({ ...quiet, swap: undefined, cover: undefined }));
          const { holders } = play(names(size), turns, places, limit);
          const served = names(size).map((id) => ({ terms: holders.flat().filter((one) => one?.id === id).length }));
          expect(spread(served)).toBeLessThanOrEqual(1);
          expect(holders.every((now) => now.filter(Boolean).length === Math.min(size, places))).toBe(true);
        },
      ),
    );
  });

  test("the same input gives the same choice, and the past never changes", () => {
    fc.assert(
      fc.property(aGame, ({ start, turns, places, limit }) => {
        const first = play(start, turns, places, limit);
        const again = play([...start].reverse(), turns, places, limit);
        expect(again.holders).toEqual(first.holders);
        const cut = Math.floor(turns.length / 2);
        const half = play(start, turns.slice(0, cut), places, limit);
        expect(first.holders.slice(0, cut)).toEqual(half.holders);
        expect(first.told.slice(0, cut)).toEqual(half.told);
      }),
      { numRuns: 60 },
    );
  });

  test("whose term was taken back has the credits that they had", () => {
    const before: Standing = { id: "a", terms: 3, served: 2, lastEnd: 10, steady: true };
    expect(uncredit(credit(before, 20), before.lastEnd)).toEqual({ ...before, steady: false });
    expect(creditOnReturn(0, [])).toBe(0);
    expect(
      creditOnReturn(0, [
        { ...before, terms: 7 },
        { ...before, terms: 1, steady: false },
      ]),
    ).toBe(7);
    expect(creditOnReturn(9, [before])).toBe(9);
    expect(plan({ role: "r", index: 0, to: 1, places: 1, limit: 1 }, [], nothingKnown)).toMatchObject({
      chosen: [],
      empty: 1,
    });
  });
});

import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  approvals,
  choose,
  pollQuorum,
  pollQuorumNeeded,
  recalled,
  ticketText,
  type Scored,
} from "../../../src/domain/elections.ts";

const ticket = (seed: string) => (number: number) =>
  createHash("sha256").update(ticketText(seed, number)).digest("hex");

const field = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })), { maxLength: 7 })
  .map((scores) =>
    scores.map(([first, second], index): Scored => ({ id: `c${index}`, number: index + 1, scores: [first, second] })),
  );
const places = fc.record({ seats: fc.integer({ min: 1, max: 4 }), alternates: fc.integer({ min: 0, max: 3 }) });

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((one, index) =>
    permutations([...of.slice(0, index), ...of.slice(index + 1)]).map((rest) => [one, ...rest]),
  );
}

/** All outcomes that put nobody behind somebody with fewer approvals, found by trying every order. */
function outcomes(candidates: readonly Scored[], seats: number, alternates: number): ReadonlySet<string> {
  const approved = candidates.filter(({ scores }) => (scores[0] ?? 0) > 0);
  const better = (a: Scored, b: Scored): boolean => {
    const [a1 = 0, a2 = 0] = a.scores;
    const [b1 = 0, b2 = 0] = b.scores;
    return a1 > b1 || (a1 === b1 && a2 > b2);
  };
  const fair = permutations(approved).filter((order) =>
    order.every((one, index) => order.slice(index + 1).every((later) => !better(later, one))),
  );
  const name = (ids: readonly Scored[]) =>
    ids
      .map(({ id }) => id)
      .sort()
      .join(",");
  return new Set(fair.map((order) => `${name(order.slice(0, seats))} ${name(order.slice(seats, seats + alternates))}`));
}

it("finds the one outcome there is, and says a tie exactly where there are several", () => {
  fc.assert(
    fc.property(field, places, (candidates, { seats, alternates }) => {
      const possible = outcomes(candidates, seats, alternates);
      const found = choose(candidates, { seats, alternates });
      expect(found.state).toBe(possible.size > 1 ? "tie" : "chosen");
      if (found.state === "tie") {
        const scores = new Set(found.between.map((id) => candidates.find((one) => one.id === id)?.scores.join()));
        expect(found.between.length).toBeGreaterThan(scores.size);
        return;
      }
      expect(found.drawn).toEqual([]);
      expect(possible).toContain(`${[...found.delegates].sort().join(",")} ${[...found.alternates].sort().join(",")}`);
    }),
    { numRuns: 300 },
  );
});

it("a lot ends every tie with one of the outcomes, the same one each time it is drawn", () => {
  fc.assert(
    fc.property(field, places, fc.string(), (candidates, { seats, alternates }, seed) => {
      const found = choose(candidates, { seats, alternates }, ticket(seed));
      if (found.state === "tie") throw new Error("a lot left a tie");
      const possible = outcomes(candidates, seats, alternates);
      expect(possible).toContain(`${[...found.delegates].sort().join(",")} ${[...found.alternates].sort().join(",")}`);
      expect(found.drawn.length > 0).toBe(possible.size > 1);
      expect(choose([...candidates].reverse(), { seats, alternates }, ticket(seed))).toEqual(found);
      // Whoever has the seed draws again: among those with equal approvals the smallest hash comes first.
      const drawn = found.drawn.map((id) => candidates.find((one) => one.id === id)).filter((one) => one !== undefined);
      for (const [index, one] of drawn.entries()) {
        const next = drawn[index + 1];
        if (next?.scores.join() !== one.scores.join()) continue;
        expect(ticket(seed)(one.number) < ticket(seed)(next.number)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it("every lot can win: no candidate is left out by their number", () => {
  const four = [1, 2, 3, 4].map((number): Scored => ({ id: `c${number}`, number, scores: [1, 1] }));
  const wins = new Set(
    Array.from({ length: 60 }, (_, seed) => choose(four, { seats: 1, alternates: 0 }, ticket(String(seed)))).map(
      (found) => (found.state === "chosen" ? found.delegates[0] : undefined),
    ),
  );
  expect(wins.size).toBe(4);
});

it("an approval counts once, and only for somebody who stands", () => {
  const candidates = [
    { id: "a", number: 1 },
    { id: "b", number: 2 },
  ];
  const ballots = [
    { voter: "1", approved: ["a", "a", "x"] },
    { voter: "2", approved: ["a", "b"] },
    { voter: "3", approved: [] },
  ];
  expect([...approvals(candidates, ballots)]).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
});

it("quorum and recall in exact integers, for every cell of up to 60", () => {
  for (let members = 0; members <= 60; members++) {
    for (let voted = 0; voted <= members; voted++) {
      expect(pollQuorum(voted, members)).toBe(voted > 0 && voted >= members - voted);
      expect(pollQuorum(voted, members)).toBe(voted >= pollQuorumNeeded(members));
      for (let yes = 0; yes <= voted; yes++) expect(recalled(yes, voted)).toBe(yes > voted - yes);
    }
  }
});

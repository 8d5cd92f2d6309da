import fc from "fast-check";
import { expect, it } from "vitest";
import { quorum, usualQuorum, type QuorumRule, type QuorumSeat } from "../../../src/domain/quorum.ts";
import { moreThanHalf, twoThirds } from "../../../src/domain/votes.ts";

const seatsOf = (present: number, all: number): QuorumSeat[] =>
  Array.from({ length: all }, (_, index) => ({ cell: `c${index}`, sector: `s${index % 3}`, present: index < present }));

it("is met by more than half of all seats, the empty ones among all: every council of up to 40 seats", () => {
  for (let all = 0; all <= 40; all++) {
    for (let present = 0; present <= all; present++) {
      const found = quorum(usualQuorum, seatsOf(present, all));
      expect(found.met, `${present} of ${all}`).toBe(present + present > all);
      expect(found).toMatchObject({ present, all });
      if (all > 0) expect(found.met).toBe(present >= found.needed);
    }
  }
});

it("of another part is met by at least that part, and of a number by that number", () => {
  for (let all = 1; all <= 40; all++) {
    for (let present = 0; present <= all; present++) {
      const seats = seatsOf(present, all);
      expect(quorum({ ...usualQuorum, least: twoThirds }, seats).met).toBe(3 * present >= 2 * all);
      expect(quorum({ ...usualQuorum, least: 7 }, seats).met).toBe(present >= 7);
    }
  }
});

it("of cells and sectors counts each once", () => {
  const aSeat = fc.record({
    cell: fc.constantFrom("a", "b", "c", "d", "e"),
    present: fc.boolean(),
  });
  const sectors: Readonly<Record<string, string>> = { a: "x", b: "x", c: "y", d: "y", e: "z" };
  fc.assert(
    fc.property(fc.array(aSeat, { maxLength: 20 }), fc.integer({ min: 0, max: 3 }), (drawn, needed) => {
      const seats = drawn.map((seat) => ({ ...seat, sector: sectors[seat.cell] ?? "" }));
      const rule: QuorumRule = { of: "cells", least: moreThanHalf, sectors: needed };
      const here = new Set(seats.filter(({ present }) => present).map(({ cell }) => cell));
      const all = new Set(seats.map(({ cell }) => cell));
      const there = new Set([...here].map((cell) => sectors[cell]));
      const found = quorum(rule, seats);
      expect(found).toMatchObject({ present: here.size, all: all.size, sectors: { present: there.size, needed } });
      expect(found.met).toBe(here.size + here.size > all.size && there.size >= needed);
    }),
  );
});

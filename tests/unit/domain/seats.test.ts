import fc from "fast-check";
import { expect, it } from "vitest";
import { mostSeats, parseSeatRule, seatsFor, writeSeatRule, type SeatRule } from "../../../src/domain/seats.ts";

const rules: fc.Arbitrary<SeatRule> = fc.oneof(
  fc.record({ kind: fc.constant("fixed" as const), seats: fc.integer({ min: 1, max: mostSeats }) }),
  fc.record({
    kind: fc.constant("members" as const),
    per: fc.integer({ min: 1, max: 1_000 }),
    cap: fc.integer({ min: 1, max: mostSeats }),
  }),
);
const sizes = fc.integer({ min: 0, max: 5_000 });

it("a larger cell never gets fewer, and none less than one or more than the cap", () => {
  fc.assert(
    fc.property(rules, sizes, sizes, (rule, one, other) => {
      const [small, large] = [Math.min(one, other), Math.max(one, other)];
      expect(seatsFor(rule, small)).toBeLessThanOrEqual(seatsFor(rule, large));
      expect(seatsFor(rule, small)).toBeGreaterThanOrEqual(1);
      expect(seatsFor(rule, large)).toBeLessThanOrEqual(rule.kind === "fixed" ? rule.seats : rule.cap);
      // Never a jump: one member more brings one seat more at most.
      expect(seatsFor(rule, small + 1) - seatsFor(rule, small)).toBeLessThanOrEqual(1);
    }),
  );
});

it("counts one, and one more for each started number of members, as counting them one by one does", () => {
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (cells, per) => {
      const cap = 7;
      const counted = cells.map((members) => {
        let seats = 1;
        for (let seated = 0; seated < members; seated += per) seats += 1;
        return seats > cap ? cap : seats;
      });
      const sum = cells.reduce((all, members) => all + seatsFor({ kind: "members", per, cap }, members), 0);
      expect(sum).toBe(counted.reduce((all, seats) => all + seats, 0));
    }),
  );
});

it("is read as it was written, and in people's words", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(parseSeatRule(writeSeatRule(rule))).toEqual(rule);
    }),
  );
  const ten = { kind: "members", per: 10, cap: 4 };
  for (const text of [
    "10/4",
    "10 max 4",
    "per 10 max 4",
    "cada 10 máximo 4",
    "10 members, max 4",
    " PER 10 , max: 4",
  ]) {
    expect(parseSeatRule(text), text).toEqual(ten);
  }
  expect(parseSeatRule("per 10")).toEqual({ kind: "members", per: 10, cap: 5 });
  expect(parseSeatRule("2")).toEqual({ kind: "fixed", seats: 2 });
  for (const text of ["0", "21", "", "many", "10/0", "0/3", "10/21", "-1", "1.5", "2 seats of 3"]) {
    expect(parseSeatRule(text), text).toBeUndefined();
  }
});

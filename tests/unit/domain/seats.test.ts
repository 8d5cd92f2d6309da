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

it("is read as it was written", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(parseSeatRule(writeSeatRule(rule))).toEqual(rule);
    }),
  );
});

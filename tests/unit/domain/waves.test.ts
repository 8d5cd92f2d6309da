import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stretchOn } from "../../../src/domain/phases.ts";
import { addDays, localParts, wallClock } from "../../../src/domain/time.ts";
import { bandsOf, daysOf, eachDay, lengthOf, waveOf } from "../../../src/domain/waves.ts";

const hour = 60 * 60_000;
// Among them a change of clocks, and one that is far from UTC.
const zones = ["Europe/Paris", "Pacific/Auckland", "America/Los_Angeles", "UTC"] as const;
const begin = Date.UTC(2026, 2, 20);

const spans = fc.array(
  fc
    .record({ after: fc.integer({ min: -200, max: 2_500 }), hours: fc.integer({ min: 1, max: 24 * 31 }) })
    .map(({ after, hours }) => ({ from: begin + after * hour, to: begin + (after + hours) * hour })),
  { maxLength: 12 },
);

describe("a wave", () => {
  it("has on each day as many actions as overlap that day, by the hours of its midnights", () => {
    fc.assert(
      fc.property(spans, fc.constantFrom(...zones), fc.integer({ min: 1, max: 92 }), (actions, zone, length) => {
        const days = { from: "2026-03-25", to: addDays("2026-03-25", length - 1) };
        const expected = eachDay(days).map((day) => {
          const [from, to] = [wallClock(day, 0, zone), wallClock(addDays(day, 1), 0, zone)];
          return actions.filter((one) => one.from < to && one.to > from).length;
        });
        expect(waveOf(actions, days, zone)).toEqual(expected);
      }),
    );
  });

  it("ends on the day before where it ends at midnight", () => {
    const from = wallClock("2026-04-04", 10 * 60, "Europe/Paris");
    const to = wallClock("2026-04-05", 0, "Europe/Paris");
    expect(daysOf({ from, to }, "Europe/Paris")).toEqual({ from: "2026-04-04", to: "2026-04-04" });
  });
});

describe("the phases within some days", () => {
  it("cover each day that has one, once, with its own kind", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: 2, max: 29 }),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 184 }),
        (later, burst, lull, length) => {
          const calendar = { startsOn: addDays("2026-03-25", later), burst, lull };
          const days = { from: "2026-03-25", to: addDays("2026-03-25", length - 1) };
          const bands = bandsOf(calendar, days);
          expect(lengthOf(days)).toBe(length);
          for (const [index, day] of eachDay(days).entries()) {
            const over = bands.filter(({ from, until }) => from <= index && index < until).map(({ kind }) => kind);
            const kind = stretchOn(calendar, day)?.kind;
            expect(over).toEqual(kind === undefined ? [] : [kind]);
          }
        },
      ),
    );
    expect(bandsOf(undefined, { from: "2026-03-25", to: "2026-03-26" })).toEqual([]);
  });

  it("knows days by the clock of who reads", () => {
    expect(localParts(begin, "Pacific/Auckland").date).toBe("2026-03-20");
  });
});

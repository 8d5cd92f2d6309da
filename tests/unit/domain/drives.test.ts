import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockOf } from "../../../src/domain/drives.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Minutes are rounded first: a millisecond after half of one. */
const justAfter = minute / 2 + 1;

describe("the time that is left, as the card of a drive says it", () => {
  it.each([
    ["whole days", 6 * day, 6 * day, 5.5 * day - justAfter],
    ["a clock was put forward meanwhile", 3 * day - hour, 3 * day, 2.5 * day - justAfter],
    ["a clock was put back", 3 * day + hour, 3 * day, 2.5 * day - justAfter],
    ["the last but one", 1.4 * day, day, day + minute - justAfter],
    ["the last day", day, day, 23.5 * hour - justAfter],
    ["hours", 7.2 * hour, 7 * hour, 6.5 * hour - justAfter],
    ["half an hour", 1.6 * hour, 1.5 * hour, 1.25 * hour - justAfter],
    ["a quarter", 50 * minute, 45 * minute, 38 * minute - justAfter],
    ["the end", 3 * minute, 15 * minute, undefined],
    ["over", -day, 15 * minute, undefined],
  ])("%s", (_, left, says, until) => {
    expect(clockOf(left)).toEqual({ says, until });
  });

  it("stays the same until it says that it changes, and is never off by more than half of what it counts in", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * day }), fc.double({ min: 0, max: 1, noNaN: true }), (left, part) => {
        const { says, until } = clockOf(left);
        const least = until ?? 0;
        const later = left - Math.floor(part * (left - least));
        if (later > least) expect(clockOf(later).says).toBe(says);
        expect(least).toBeLessThan(left);
        const unit = [day, hour, 30 * minute, 15 * minute].find(
          (_, index) => left > ([day, 3 * hour, hour][index] ?? 0),
        );
        expect(Math.abs(says - left)).toBeLessThanOrEqual(left < 8 * minute ? 15 * minute : (unit ?? 0) / 2 + minute);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditOnJoining, nextFor, nextTimes, type Place } from "../../../src/domain/circles.ts";
import { localParts } from "../../../src/domain/time.ts";

const week = 7 * 24 * 60 * 60_000;

describe("the times of a circle", () => {
  it("are a week apart on the wall clock, through changes of clocks, and none is left out", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom("Europe/Paris", "America/Santiago", "Asia/Kolkata", "Australia/Lord_Howe"),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
        (weekday, minute, zone, after) => {
          const times = nextTimes({ weekday, minute, zone }, after, 6);
          expect(times).toHaveLength(6);
          expect(times[0]).toBeGreaterThan(after);
          expect(times[0]).toBeLessThanOrEqual(after + week + 2 * 60 * 60_000);
          for (const at of times) {
            const local = localParts(at, zone);
            expect(local.weekday).toBe(weekday);
            // A time that does not exist moves forward by the gap.
            expect(local.minuteOfDay - minute).toBeOneOf([0, 30, 60]);
          }
          expect(nextTimes({ weekday, minute, zone }, times[0] ?? 0, 5)).toEqual(times.slice(1));
        },
      ),
    );
  });
});

describe("who is next in a circle", () => {
  type Rota = Map<string, { turns: number; last: number | undefined }>;
  const placesOf = (rota: Rota): Place[] => [...rota].map(([personId, place]) => ({ personId, ...place }));

  it("goes round fairly: turns differ by at most one, with people joining as they like", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("week", "join"), { maxLength: 60 }), (moves) => {
        const rota: Rota = new Map([["p0", { turns: 0, last: undefined }]]);
        moves.forEach((move, index) => {
          if (move === "join") {
            rota.set(`p${rota.size}`, { turns: creditOnJoining(placesOf(rota)), last: undefined });
            return;
          }
          const next = nextFor({ id: "c" }, { at: index, part: "story" }, placesOf(rota), {
            otherPart: undefined,
            declined: [],
          });
          const place = rota.get(next ?? "");
          if (place === undefined) throw new Error("nobody was chosen");
          rota.set(next ?? "", { turns: place.turns + 1, last: index });
        });
        const turns = [...rota.values()].map((place) => place.turns);
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is never who cannot, and never who does the other part unless nobody else is there", () => {
    const people = fc.uniqueArray(
      fc.integer({ min: 0, max: 9 }).map((n) => `p${n}`),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        people,
        people,
        fc.option(
          fc.integer({ min: 0, max: 9 }).map((n) => `p${n}`),
          { nil: undefined },
        ),
        (pool, declined, otherPart) => {
          const places = pool.map((personId, index) => ({ personId, turns: index % 3, last: undefined }));
          const next = nextFor({ id: "c" }, { at: 1, part: "skill" }, places, { otherPart, declined });
          const free = pool.filter((one) => !declined.includes(one));
          if (next === undefined) expect(free).toEqual([]);
          else {
            expect(free).toContain(next);
            if (next === otherPart) expect(free).toEqual([next]);
          }
        },
      ),
    );
  });

  it("credits who joins with the least of the others", () => {
    expect(creditOnJoining([])).toBe(0);
    expect(creditOnJoining([{ turns: 4 }, { turns: 3 }])).toBe(3);
  });
});

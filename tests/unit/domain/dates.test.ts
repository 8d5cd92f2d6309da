import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countDates,
  neededOf,
  publishedVerdict,
  rosterOf,
  sayings,
  verdictOf,
  type Saying,
  type Verdict,
  type Voice,
} from "../../../src/domain/dates.ts";
import { units } from "../../../src/domain/publication.ts";

/** The rule word for word, over people one by one. */
function byHeads(said: readonly (Saying | undefined)[]): Verdict {
  let pairs = 0;
  let answered = 0;
  for (const one of said) {
    if (one === undefined) continue;
    answered++;
    pairs += one === "can" ? 1 : -1;
  }
  // Thirds, by dealing everybody out to three heaps: the first one is the largest.
  const third = said.filter((_, index) => index % 3 === 0).length;
  if (answered === 0 || answered < third) return "no-answer";
  return pairs > 0 ? "possible" : pairs < 0 ? "impossible" : "tie";
}

const saying = fc.option(fc.constantFrom(...sayings), { nil: undefined });
const cells = ["a", "b", "c", "d", "e", "f"] as const;
const sectors: Readonly<Record<string, string>> = { a: "t", b: "t", c: "t", d: "h", e: "h", f: "s" };

const council = fc.record({
  k: fc.integer({ min: 1, max: 4 }),
  days: fc.integer({ min: 1, max: 3 }),
  voices: fc.array(fc.record({ cellId: fc.constantFrom(...cells), said: fc.array(saying, { maxLength: 3 }) }), {
    maxLength: 60,
  }),
  gone: fc.subarray([...cells]),
});

const sizes = (voices: readonly Voice[]) =>
  cells.map((id) => ({ id, sector: sectors[id] ?? "", members: voices.filter(({ cellId }) => cellId === id).length }));

describe("a day", () => {
  it("is what most of those who answered say, a third having answered", () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 40 }), (said) => {
        const count = (of: Saying): number => said.filter((one) => one === of).length;
        const counted = { can: count("can"), cannot: count("cannot"), members: said.length };
        expect(verdictOf(counted)).toBe(byHeads(said));
        const answered = counted.can + counted.cannot;
        expect(answered >= neededOf(said.length)).toBe(verdictOf(counted) !== "no-answer");
      }),
    );
  });

  it("has its corners", () => {
    expect(verdictOf({ can: 0, cannot: 0, members: 0 })).toBe("no-answer");
    expect(verdictOf({ can: 1, cannot: 0, members: 3 })).toBe("possible");
    expect(verdictOf({ can: 1, cannot: 0, members: 4 })).toBe("no-answer");
    expect(verdictOf({ can: 2, cannot: 2, members: 4 })).toBe("tie");
    expect(verdictOf({ can: 4, cannot: 0, members: 10 })).toBe("possible");
    expect(publishedVerdict({ can: 4, cannot: 0, members: 10 }, 5)).toBe("possible");
    // What is left over has fewer members than a unit: four of them would be few enough to be known.
    expect(publishedVerdict({ can: 4, cannot: 0, members: 9 }, 5)).toBe("no-answer");
    expect(publishedVerdict({ can: 5, cannot: 0, members: 9 }, 5)).toBe("possible");
  });
});

describe("what a council's cells have said", () => {
  it("equals counting by hand, whatever cells have gone", () => {
    fc.assert(
      fc.property(council, ({ k, days, voices, gone }) => {
        const there = new Set(cells.filter((id) => !gone.includes(id)));
        const made = units(sizes(voices), k);
        const { units: shown, own } = countDates(
          made,
          there,
          voices.filter(({ cellId }) => there.has(cellId as (typeof cells)[number])),
          days,
          k,
        );
        const saidOf = (ids: readonly string[], day: number) =>
          voices.filter(({ cellId }) => ids.includes(cellId)).map((one) => one.said[day]);
        const answered = (said: Voice["said"]): number => said.filter((one) => one !== undefined).length;
        const verdict = (said: Voice["said"]): Verdict =>
          said.length < 2 * k && answered(said) < k ? "no-answer" : byHeads(said);
        const verdictsOf = (ids: readonly string[]): readonly Verdict[] =>
          Array.from({ length: days }, (_, day) => verdict(saidOf(ids, day)));
        const expected = made
          .map(({ sector, cells: ids }) => ({ sector, ids: ids.filter((id) => there.has(id as never)) }))
          .filter(({ ids }) => ids.length > 0)
          .map(({ sector, ids }) => ({
            sector,
            cells: ids.length,
            verdicts: verdictsOf(ids),
          }));
        expect(
          shown.map(({ sectorId, cells: count, verdicts }) => ({ sector: sectorId, cells: count, verdicts })),
        ).toEqual(expected);
        // By itself a cell is told as much of each day as others are of a unit.
        const alone = [...there].filter((id) => {
          const people = voices.filter(({ cellId }) => cellId === id);
          return people.length >= 2 * k || people.filter(({ said }) => answered(said) > 0).length >= k;
        });
        expect(own).toEqual(Object.fromEntries(alone.map((id) => [id, verdictsOf([id])])));
      }),
    );
  });

  it("tells nothing of fewer than k people, in a cell's own chats neither", () => {
    fc.assert(
      fc.property(council, ({ k, days, voices }) => {
        const result = countDates(units(sizes(voices), k), new Set(cells), voices, days, k);
        for (const [id, verdicts] of Object.entries(result.own)) {
          const answered = voices.filter(({ cellId, said }) => cellId === id && said.some((one) => one !== undefined));
          const large = voices.filter(({ cellId }) => cellId === id).length >= 2 * k;
          expect(answered.length).toBeGreaterThanOrEqual(large ? 0 : k);
          expect(verdicts).toHaveLength(days);
        }
        const members = voices.length;
        for (const { verdicts } of result.units) {
          if (members < k) expect(new Set(verdicts)).toEqual(new Set(["no-answer"]));
        }
      }),
    );
  });

  it("is the same in whatever order people are counted", () => {
    fc.assert(
      fc.property(council, ({ k, days, voices }) => {
        const made = units(sizes(voices), k);
        const all = new Set(cells);
        expect(countDates(made, all, voices.toReversed(), days, k)).toEqual(countDates(made, all, voices, days, k));
      }),
    );
  });

  it("adds up by sector to all cells that are there", () => {
    fc.assert(
      fc.property(council, ({ k, days, voices }) => {
        const lines = rosterOf(countDates(units(sizes(voices), k), new Set(cells), voices, days, k));
        expect(lines.reduce((sum, one) => sum + one.cells, 0)).toBe(cells.length);
        for (const { cells: count, days: of } of lines) {
          for (const one of of) expect(Object.values(one).reduce((a, b) => a + b)).toBe(count);
        }
        expect(lines.findIndex(({ sectorId }) => sectorId === undefined)).toBeOneOf([-1, lines.length - 1]);
      }),
    );
  });
});

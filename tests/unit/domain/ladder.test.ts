import fc from "fast-check";
import { expect, test } from "vitest";
import { fewer, greatest, isCompared, losses, type Step } from "../../../src/domain/ladder.ts";

const step = (closed: boolean, sectors: Readonly<Record<string, number>>): Step => ({
  closed,
  exact: false,
  sectors: new Map(Object.entries(sectors).map(([id, firm]) => [id, { firm, cells: new Set([id]) }])),
});

const aStep: fc.Arbitrary<Step> = fc.record({
  closed: fc.boolean(),
  exact: fc.boolean(),
  sectors: fc
    .dictionary(
      fc.constantFrom("a", "b", "c", "d"),
      fc.record({
        firm: fc.constantFrom(0, 5, 6, 7, 20),
        cells: fc.subarray(["x", "y", "z"], { minLength: 1 }).map((cells) => new Set(cells)),
      }),
    )
    .map((sectors) => new Map(Object.entries(sectors))),
});

test("a sector has lost people at a step exactly where both are closed, of a kind, and both its figures are there, the later lower and of no fewer cells", () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 6 }), (steps) => {
      const found = losses(steps);
      const all = steps.flatMap((_, at) => ["a", "b", "c", "d"].map((sector) => ({ at, sector })));
      for (const { at, sector } of all) {
        const [earlier, now] = [steps[at - 1], steps[at]];
        const [before, after] = [earlier?.sectors.get(sector), now?.sectors.get(sector)];
        const stands = earlier?.closed === true && now?.closed === true && earlier.exact === now.exact;
        const there = ["x", "y", "z"].every((cell) => before?.cells.has(cell) !== true || after?.cells.has(cell));
        const lost = stands && there && before !== undefined && after !== undefined && after.firm < before.firm;
        const said = found.filter((one) => one.step === at && one.sector === sector);
        expect(said).toEqual(lost ? [{ step: at, sector, before: before.firm, after: after.firm }] : []);
      }
      expect(found.length === 0 || isCompared(steps)).toBe(true);
      // By step, and at each the largest first; the greatest is none that another one exceeds.
      expect(found).toEqual(found.toSorted((a, b) => a.step - b.step || fewer(b) - fewer(a)));
      const most = greatest(found);
      expect(most === undefined).toBe(found.length === 0);
      for (const one of found) expect(fewer(one)).toBeLessThanOrEqual(most === undefined ? 0 : fewer(most));
    }),
  );
});

test("only published figures come in: who is not counted yet, or is in no sector that is shown, is not lost", () => {
  const signed = step(true, { health: 40, transport: 22, schools: 9 });
  expect(losses([signed, step(false, { health: 0, transport: 0 })])).toEqual([]);
  expect(losses([signed, step(true, {})])).toEqual([]);
  expect(isCompared([signed, step(true, {})])).toBe(false);
  const all = losses([signed, step(true, { health: 41, transport: 10, schools: 0 }), step(true, { transport: 4 })]);
  expect(all.map(({ step: at, sector, before, after }) => [at, sector, before, after])).toEqual([
    [1, "transport", 22, 10],
    [1, "schools", 9, 0],
    [2, "transport", 10, 4],
  ]);
  expect(greatest(all)).toMatchObject({ step: 1, sector: "transport" });
});

test("neither a cell that is shown no more is lost, nor what only one cell's own drive counts", () => {
  const of = (firm: number, exact: boolean, ...cells: readonly string[]): Step => ({
    closed: true,
    exact,
    sectors: new Map([["transport", { firm, cells: new Set(cells) }]]),
  });
  expect(losses([of(16, false, "depot", "yard"), of(10, false, "depot")])).toEqual([]);
  expect(losses([of(16, false, "depot"), of(10, false, "depot", "yard")])).toHaveLength(1);
  expect(losses([of(12, false, "depot"), of(6, true, "depot")])).toEqual([]);
  expect(isCompared([of(12, false, "depot"), of(6, true, "depot")])).toBe(false);
});

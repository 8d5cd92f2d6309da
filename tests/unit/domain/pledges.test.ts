import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  firm,
  firmGiven,
  goalInPeople,
  goalMet,
  isOtherWay,
  noPledges,
  nothingOutside,
  readHistogram,
  remove,
  replace,
  sameAnswer,
  unmetNeeds,
  waitingHint,
  writeHistogram,
  type Answer,
  type CellPledges,
  type Condition,
  type Histogram,
  type Need,
  type OfWay,
  type Outside,
} from "../../../src/domain/pledges.ts";

interface Pledge {
  cell: string;
  condition: Condition;
}

/** Two cells share a sector; one is in none. */
const sectorOf: Record<string, string | undefined> = {
  depot: "transport",
  tram: "transport",
  clinic: "health",
  kiosk: undefined,
};
const cellNames = Object.keys(sectorOf);

const aCondition = (most: number): fc.Arbitrary<Condition> =>
  fc.oneof(
    fc.constant<Condition>({ scope: "none" }),
    fc.record({ scope: fc.constantFrom("drive", "sector"), others: fc.integer({ min: 0, max: most }) }),
  );
const aPledge = fc.record({ cell: fc.constantFrom(...cellNames), condition: aCondition(13) });

function histogramOf(conditions: readonly Condition[]): Histogram {
  return conditions.reduce(add, noPledges);
}

function cellsOf(pledges: readonly Pledge[]): CellPledges[] {
  return cellNames.map((id) => ({
    id,
    sector: sectorOf[id],
    histogram: histogramOf(pledges.filter(({ cell }) => cell === id).map(({ condition }) => condition)),
  }));
}

/** The union of all subsets in which every member's condition holds, straight from docs/rules.md, as a bit mask. */
function unionOfConsistent(pledges: readonly Pledge[], outside: Outside): number {
  let union = 0;
  for (let subset = 0; subset < 1 << pledges.length; subset++) {
    if ((subset | union) === union) continue;
    const members = pledges.filter((_, i) => subset & (1 << i));
    const consistent = members.every(({ cell, condition }) => {
      if (condition.scope === "none") return true;
      if (condition.scope === "drive") return outside.total + members.length - 1 >= condition.others;
      const sector = sectorOf[cell];
      if (sector === undefined) return false;
      const there = members.filter((other) => sectorOf[other.cell] === sector).length;
      return (outside.sectors.get(sector) ?? 0) + there - 1 >= condition.others;
    });
    if (consistent) union |= subset;
  }
  return union;
}

describe("firm", () => {
  const anOutside = fc
    .record({ transport: fc.nat(4), health: fc.nat(4), elsewhere: fc.nat(4) })
    .map(({ transport, health, elsewhere }): Outside => {
      const sectors = new Map(Object.entries({ transport, health }));
      return { total: transport + health + elsewhere, sectors };
    });

  test("is the union of all self-consistent subsets, in all, in each sector and in each cell", () => {
    fc.assert(
      fc.property(
        fc.array(aPledge, { maxLength: 12 }),
        fc.oneof(fc.constant(nothingOutside), anOutside),
        (pledges, outside) => {
          const union = unionOfConsistent(pledges, outside);
          const tally = (which: (pledge: Pledge) => boolean) => {
            const chosen = pledges.map((pledge, i) => ({ in: which(pledge), firm: (union & (1 << i)) !== 0 }));
            return {
              firm: chosen.filter((one) => one.in && one.firm).length,
              waiting: chosen.filter((one) => one.in && !one.firm).length,
            };
          };
          const result = firm(cellsOf(pledges), outside);
          expect(result.all).toEqual(tally(() => true));
          for (const id of cellNames) expect(result.cells.get(id)).toEqual(tally(({ cell }) => cell === id));
          for (const sector of ["transport", "health"])
            expect(result.sectors.get(sector)).toEqual(tally(({ cell }) => sectorOf[cell] === sector));
          expect(result.reached).toBe(outside.total + result.all.firm);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("given the number of firm pledges in the whole drive, comes to the same for any sector by itself", () => {
    fc.assert(
      fc.property(fc.array(aPledge, { maxLength: 30 }), (pledges) => {
        const cells = cellsOf(pledges);
        const whole = firm(cells);
        expect(firmGiven(cells, whole.reached)).toEqual(whole);
        for (const sector of new Set(Object.values(sectorOf))) {
          const some = firmGiven(
            cells.filter((cell) => cell.sector === sector),
            whole.reached,
          );
          for (const [id, tally] of some.cells) expect(tally).toEqual(whole.cells.get(id));
        }
      }),
    );
  });

  test("three people who need two others each hold, though none holds alone", () => {
    const two: Condition = { scope: "drive", others: 2 };
    const at = (cell: string): Pledge => ({ cell, condition: two });
    expect(firm(cellsOf([at("depot"), at("clinic"), at("tram")])).all).toEqual({ firm: 3, waiting: 0 });
    expect(firm(cellsOf([at("depot"), at("clinic")])).all).toEqual({ firm: 0, waiting: 2 });
  });

  test("two entries of one cell add up", () => {
    const cell = { id: "depot", sector: "transport", histogram: histogramOf([{ scope: "none" }]) };
    expect(firm([cell, cell]).cells.get("depot")).toEqual({ firm: 2, waiting: 0 });
  });

  test("1,000 cells with 200 needs each take less than 100 ms, though every need falls by itself", () => {
    // Whoever needs 1,000 · (n + 2) others is, with all who need fewer, one short of them.
    const drive = Array.from({ length: 200 }, (_, n): Need => [1000 * (n + 2), 1]);
    const cells = Array.from({ length: 1000 }, (_, i): CellPledges => {
      return {
        id: `cell${String(i)}`,
        sector: `sector${String(i % 10)}`,
        histogram: { ...noPledges, certain: 1, drive },
      };
    });
    expect(firm(cells).all).toEqual({ firm: 1000, waiting: 200_000 });
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      firm(cells);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

describe("a histogram", () => {
  const anAnswer: fc.Arbitrary<Answer> = fc.oneof(
    fc.constant<Answer>("withdrawn"),
    aCondition(4),
    fc.record({ scope: fc.constant("way" as const), way: fc.integer({ min: 1, max: 4 }) }),
  );

  test("kept up by replacing answers equals a recount, also through its text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), anAnswer), { maxLength: 40 }), (changes) => {
        const answers = Array.from({ length: 6 }, (): Answer => "withdrawn");
        let kept = noPledges;
        for (const [person, after] of changes) {
          kept = readHistogram(writeHistogram(replace(kept, answers[person] ?? "withdrawn", after)));
          answers[person] = after;
        }
        const count = (condition: Condition) => answers.filter((answer) => sameAnswer(answer, condition)).length;
        const needs = (scope: "drive" | "sector") =>
          [0, 1, 2, 3, 4].map((others): Need => [others, count({ scope, others })]).filter(([, people]) => people > 0);
        const ways = [1, 2, 3, 4].map((way): OfWay => [
          way,
          answers.filter((one) => isOtherWay(one) && one.way === way).length,
        ]);
        expect(kept).toEqual({
          certain: count({ scope: "none" }),
          drive: needs("drive"),
          sector: needs("sector"),
          ways: ways.filter(([, people]) => people > 0),
        });
      }),
    );
  });

  test("leaves the one that it was made from as it was", () => {
    const one = add(noPledges, { scope: "drive", others: 3 });
    add(one, { scope: "drive", others: 3 });
    remove(one, { scope: "drive", others: 3 });
    expect(one).toEqual({ ...noPledges, drive: [[3, 1]] });
    expect(noPledges).toEqual({ certain: 0, drive: [], sector: [], ways: [] });
  });

  test("does not go below nobody, and knows only whole needs", () => {
    expect(() => remove(noPledges, { scope: "none" })).toThrow(RangeError);
    expect(() => remove(add(noPledges, { scope: "drive", others: 2 }), { scope: "sector", others: 2 })).toThrow(
      RangeError,
    );
    for (const others of [-1, 1.5, NaN, Infinity])
      expect(() => add(noPledges, { scope: "drive", others })).toThrow(RangeError);
  });

  test("refuses a text that is not one", () => {
    for (const text of [
      "{}",
      "[1,[]]",
      "[-1,[],[]]",
      "[0,[3],[]]",
      "[0,[3,0],[]]",
      "[0,[3,1,2,1],[]]",
      '[0,["3",1],[]]',
    ])
      expect(() => readHistogram(text), text).toThrow(RangeError);
  });

  test("with 200 needs is a text of less than 2 kB", () => {
    let histogram = noPledges;
    for (let n = 0; n < 200; n++) histogram = add(histogram, { scope: "drive", others: 5 * n });
    expect(writeHistogram(histogram).length).toBeLessThan(2000);
  });
});

describe("the hint", () => {
  const cellWith = (histogram: Histogram): CellPledges[] => [{ id: "depot", sector: "transport", histogram }];

  test("names the lowest whole-drive need not met, plus the one who asks", () => {
    const cells = cellWith({
      ...noPledges,
      certain: 10,
      drive: [
        [9, 1],
        [59, 37],
        [80, 4],
      ],
      sector: [[40, 2]],
    });
    const { reached, all } = firm(cells);
    expect(all).toEqual({ firm: 11, waiting: 43 });
    expect(waitingHint(cells, reached)).toEqual({ more: 37, in: 60 });
    expect(unmetNeeds(cells, reached)).toEqual([
      [59, 37],
      [80, 4],
    ]);
  });

  test("is true: with 60 in, the 37 among them, they hold, and with 59 they do not", () => {
    const withCertain = (certain: number) => firm(cellWith({ ...noPledges, certain, drive: [[59, 37]] })).all.firm;
    expect(withCertain(60 - 37)).toBe(60);
    expect(withCertain(59 - 37)).toBe(22);
  });

  test("is left out where nobody waits for the whole drive", () => {
    const cells = cellWith({ ...noPledges, certain: 1, drive: [[0, 1]], sector: [[40, 2]] });
    expect(waitingHint(cells, firm(cells).reached)).toBeUndefined();
  });
});

describe("a goal", () => {
  test("in percent is rounded up to whole people, without the dust of binary fractions", () => {
    const percent = (percent: number, members: number) => goalInPeople({ kind: "percent", percent }, members);
    expect(percent(50, 21)).toBe(11);
    expect(percent(33.3, 1000)).toBe(333);
    expect(percent(7, 100)).toBe(7);
    expect(percent(100, 12)).toBe(12);
    expect(percent(10, 0)).toBe(1);
    expect(goalInPeople({ kind: "people", people: 40 }, 3)).toBe(40);
  });

  test("is met with enough people and every sector's minimum", () => {
    const target = { people: 20, minimum: new Map([["health", 5]]) };
    const met = (people: number, health: number) => goalMet(target, people, () => health);
    expect([met(20, 5), met(19, 5), met(20, 4)]).toEqual([true, false, false]);
  });
});

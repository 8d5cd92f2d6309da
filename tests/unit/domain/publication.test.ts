import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firm, isOtherWay, noPledges, replace, type Answer, type CellPledges } from "../../../src/domain/pledges.ts";
import {
  afterSteps,
  changedIn,
  closing,
  goalReached,
  insideCell,
  nothingShown,
  settle,
  stepsAt,
  units,
  worthLooking,
  type Account,
  type CellSize,
  type Shown,
  type ShownUnit,
} from "../../../src/domain/publication.ts";
import { anAttack, attack } from "../../kit/attack.ts";
import { DriveBook, type DriveOf, type Happening } from "../../kit/drive-book.ts";

const certainly: Answer = { scope: "none" };
const withOthers = (others: number): Answer => ({ scope: "drive", others });
const minute = 60_000;

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${String(index)}`);
  return found;
}

const some = (from: number, to: number) => range(to - from).map((i) => from + i);

function pledgesOf(answers: readonly Answer[], id = "cell", sector = "transport"): CellPledges {
  return { id, sector, histogram: answers.reduce((all, answer) => replace(all, "withdrawn", answer), noPledges) };
}

/** A drive with cells of these sizes, each in a sector of its own; the first people are in the first cell. */
function driveOf(sizes: readonly number[], of: Partial<DriveOf> = {}): DriveOf {
  return {
    cells: sizes.map((members, i) => ({ id: `c${String(i)}`, sector: `s${String(i)}`, members })),
    people: sizes.flatMap((members, cell) => range(members).map(() => cell)),
    k: 5,
    target: { people: 10, minimum: new Map() },
    whole: true,
    ...of,
  };
}

const book = (sizes: readonly number[], of: Partial<DriveOf> = {}): DriveBook => new DriveBook(driveOf(sizes, of));

function answer(drive: DriveBook, people: readonly number[], what: Answer): void {
  for (const who of people) drive.happens({ do: "answer", who, answer: what });
}

function move(drive: DriveBook, people: readonly number[], cell: number | undefined): void {
  for (const who of people) drive.happens({ do: "move", who, cell });
}

const firmIn = (drive: DriveBook): number[] => drive.units.map(({ id }) => drive.published.units.get(id)?.firm ?? 0);

describe("units", () => {
  const someCells = fc
    .uniqueArray(fc.record({ id: fc.string(), sector: fc.constantFrom("a", "b", "c"), members: fc.nat(25) }), {
      selector: ({ id }) => id,
      maxLength: 15,
    })
    .chain((cells) => fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length })));

  test("hold every cell once, in any order alike, and all but 'others' have 2k members of one sector", () => {
    fc.assert(
      fc.property(someCells, ([cells, shuffled]) => {
        const made = units(cells, 5);
        expect(units(shuffled, 5)).toEqual(made);
        expect(made.flatMap((unit) => unit.cells).sort()).toEqual(cells.map(({ id }) => id).sort());
        expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
        const membersIn = (some: readonly CellSize[]) => some.reduce((sum, { members }) => sum + members, 0);
        for (const unit of made) {
          const inside = cells.filter(({ id }) => unit.cells.includes(id));
          if (unit.id === "others") {
            expect(unit.sector).toBeUndefined();
            for (const sector of ["a", "b", "c"])
              expect(membersIn(inside.filter((cell) => cell.sector === sector))).toBeLessThan(10);
            continue;
          }
          expect(new Set(inside.map(({ sector }) => sector))).toEqual(new Set([unit.sector]));
          expect(membersIn(inside)).toBeGreaterThanOrEqual(10);
          if (unit.cells.length > 1) expect(Math.max(...inside.map(({ members }) => members))).toBeLessThan(10);
        }
      }),
    );
  });

  test("a remainder joins the last pool of its sector; only a sector without a pool is left over", () => {
    const cell = (id: string, sector: string, members: number): CellSize => ({ id, sector, members });
    const cells = [cell("a", "t", 6), cell("b", "t", 6), cell("c", "t", 4), cell("d", "t", 12), cell("e", "h", 9)];
    expect(units(cells, 5)).toEqual([
      { id: "cell:d", sector: "t", cells: ["d"] },
      { id: "pool:a", sector: "t", cells: ["a", "b", "c"] },
      { id: "others", sector: undefined, cells: ["e"] },
    ]);
  });
});

describe("an account", () => {
  const account = (unit: string | undefined, answer: Answer, published?: Account["published"]): Account => ({
    unit,
    answer,
    published,
  });

  test("is a change in one unit at most: where it is still published, before where it counts", () => {
    const inA = { unit: "a", answer: certainly };
    expect(changedIn(account("a", "withdrawn"))).toBeUndefined();
    expect(changedIn(account("a", certainly))).toBe("a");
    expect(changedIn(account("a", certainly, inA))).toBeUndefined();
    expect(changedIn(account("a", withOthers(3), inA))).toBe("a");
    expect(changedIn(account("a", "withdrawn", inA))).toBe("a");
    expect(changedIn(account("b", certainly, inA))).toBe("a");
    expect(changedIn(account(undefined, "withdrawn", inA))).toBe("a");
    expect(changedIn(account(undefined, certainly))).toBeUndefined();
  });

  test("that moves is published by the new unit only at a step after one of the old unit", () => {
    const moved = account("b", certainly, { unit: "a", answer: certainly });
    expect(afterSteps(moved, new Set(["b"]))).toBe(moved);
    const released = afterSteps(moved, new Set(["a", "b"]));
    expect(released.published).toBeUndefined();
    expect(changedIn(released)).toBe("b");
    expect(afterSteps(released, new Set(["b"])).published).toEqual({ unit: "b", answer: certainly });
  });
});

describe("a step", () => {
  /** What is shown after each group of answers, one moment of the grid apart. */
  function shownAfter(...groups: [people: number[], answer: Answer][][]): Shown[] {
    const drive = book([40]);
    return groups.map((group) => {
      for (const [people, what] of group) answer(drive, people, what);
      drive.tick();
      return at(drive.units, 0).shown;
    });
  }
  const firmAfter = (...groups: [people: number[], answer: Answer][][]) =>
    shownAfter(...groups).map((shown) => shown.firm);

  test("waits for k different people, and counts nobody twice", () => {
    expect(firmAfter([[some(0, 4), certainly]], [], [[some(4, 5), certainly]])).toEqual([0, 0, 5]);
    const flapping: [number[], Answer][] = range(9).map((i) => [[5], i % 2 ? "withdrawn" : certainly]);
    expect(firmAfter([[some(0, 5), certainly]], flapping, [[some(6, 10), certainly]])).toEqual([5, 5, 10]);
  });

  test("counts who comes and who goes alike, and shows what there is", () => {
    expect(
      firmAfter(
        [[some(0, 10), certainly]],
        [
          [some(0, 2), "withdrawn"],
          [some(10, 13), certainly],
        ],
      ),
    ).toEqual([10, 11]);
    expect(firmAfter([[some(0, 10), certainly]], [[some(0, 5), "withdrawn"]])).toEqual([10, 5]);
    expect(firmAfter([[some(0, 10), certainly]], [[some(0, 6), "withdrawn"]])).toEqual([10, 0]);
  });

  test("is over k who have gone, in whatever way, and over nobody who came back with the same answer", () => {
    const drive = book([20, 20]);
    answer(drive, some(0, 10), certainly);
    drive.tick();
    // Four go and come back: no change, so that a newcomer is not alone in a step.
    move(drive, some(0, 4), 1);
    move(drive, some(0, 4), undefined);
    move(drive, some(0, 4), 0);
    answer(drive, some(0, 4), certainly);
    answer(drive, [15], certainly);
    expect(drive.tick().stepped.size).toBe(0);
    expect(firmIn(drive)).toEqual([10, 0]);
    // Two leave, two count elsewhere: with the newcomer that is five.
    move(drive, some(0, 2), undefined);
    move(drive, some(2, 4), 1);
    drive.tick();
    expect(firmIn(drive)).toEqual([7, 0]);
  });

  test("publishes nobody in two units", () => {
    const drive = book([20, 20]);
    answer(drive, some(0, 5), certainly);
    drive.tick();
    move(drive, some(0, 5), 1);
    answer(drive, some(20, 25), certainly);
    expect(firmIn(drive)).toEqual([5, 0]);
    // Both step at once: who leaves the one is not in the other yet.
    drive.tick();
    expect(firmIn(drive)).toEqual([0, 5]);
    drive.tick();
    expect(firmIn(drive)).toEqual([0, 10]);
  });

  test("shows firm and waiting apart, and rungs that stand for k people or more", () => {
    const needs = (...others: number[]): [number[], Answer][] => others.map((n, i) => [[20 + i], withOthers(n)]);
    expect(shownAfter([[some(0, 6), certainly], ...needs(50, 51, 52, 53)])).toEqual([{ ...nothingShown, firm: 6 }]);
    expect(shownAfter(needs(50, 51, 52, 53, 54, 55))).toEqual([{ ...nothingShown, waiting: 6, rungs: [[55, 6]] }]);
    const alsoInSector: [number[], Answer] = [[30], { scope: "sector", others: 40 }];
    expect(shownAfter([...needs(50, 51, 52, 53, 54, 55), alsoInSector])).toEqual([{ ...nothingShown, waiting: 7 }]);
    expect(shownAfter([...needs(50, 51, 51, 53, 53, 53, 60, 60, 61, 80, 80)])).toEqual([
      {
        ...nothingShown,
        waiting: 11,
        rungs: [
          [53, 6],
          [80, 5],
        ],
      },
    ]);
  });

  test("shows each way of joining apart, of nobody or of k, and no condition looks at them", () => {
    const badge: Answer = { scope: "way", way: 1 };
    const lunch: Answer = { scope: "way", way: 2 };
    const first: [number[], Answer][] = [
      [some(0, 6), badge],
      [some(6, 10), lunch],
      [some(10, 15), withOthers(5)],
    ];
    expect(shownAfter(first, [[some(0, 5), lunch]])).toEqual([
      { ...nothingShown, waiting: 5, rungs: [[5, 5]], ways: [[1, 6]] },
      { ...nothingShown, waiting: 5, rungs: [[5, 5]], ways: [[2, 9]] },
    ]);
  });

  test("is on the grid or not at all, and before the close", () => {
    const rule = { k: 5, interval: 5 * minute, closes: 20 * minute };
    for (const off of [12, 13, 14.99, 15.01]) expect(stepsAt(10, off * minute, rule)).toBe(false);
    expect(stepsAt(5, 15 * minute, rule)).toBe(true);
    expect(stepsAt(4, 15 * minute, rule)).toBe(false);
    expect(stepsAt(5, 20 * minute, rule)).toBe(false);
  });
});

describe("sums", () => {
  const unit = (id: string, sector: string | undefined, shown: Partial<Shown>): ShownUnit => ({
    id,
    sector,
    shown: { ...nothingShown, ...shown },
  });

  test("add up what the units show; 'others' counts in no sector", () => {
    const published = settle([
      unit("a", "t", { firm: 10, waiting: 5 }),
      unit("b", "t", { firm: 7 }),
      unit("c", "h", { waiting: 6 }),
      unit("others", undefined, { firm: 5 }),
    ]);
    expect(published.all).toEqual({ firm: 22, waiting: 11 });
    expect(Object.fromEntries(published.sectors)).toEqual({
      t: { firm: 17, waiting: 5 },
      h: { firm: 0, waiting: 6 },
    });
  });

  test("units whose people wait for each other become firm together, rung by rung", () => {
    const mutual = [
      unit("a", "t", { waiting: 12, rungs: [[15, 10]] }),
      unit("b", "h", { waiting: 6, rungs: [[15, 6]] }),
    ];
    expect(settle(mutual).all).toEqual({ firm: 16, waiting: 2 });
    expect(settle(mutual.slice(0, 1)).all).toEqual({ firm: 0, waiting: 12 });
  });

  test("a drive in which everybody waits for people of other units succeeds, whichever steps first", () => {
    for (const pledgeTogether of [true, false]) {
      const drive = book([10, 10, 10]);
      for (const cell of range(3)) {
        answer(drive, some(10 * cell, 10 * cell + 10), withOthers(25));
        if (!pledgeTogether || cell === 2) drive.tick();
      }
      expect(drive.published.all).toEqual({ firm: 30, waiting: 0 });
    }
  });

  test("inside a cell its own answers are exact, and the other units count as they show", () => {
    const cell = pledgesOf([certainly, certainly, withOthers(11), withOthers(13)]);
    const others = [unit("b", "h", { firm: 9, waiting: 5, rungs: [[40, 5]] })];
    const inside = insideCell(cell, noPledges, others);
    expect(inside.own).toEqual({ firm: 3, waiting: 1 });
    expect(inside.reached).toBe(12);
    // One who has come lately is in what the other unit shows, and makes nobody's condition hold twice.
    const lately = insideCell(cell, pledgesOf([certainly]).histogram, others);
    expect([lately.own, lately.reached]).toEqual([{ firm: 2, waiting: 2 }, 10]);
  });

  test("inside a cell that is closed with an exact total, conditions are held against that", () => {
    const cell = pledgesOf([certainly, withOthers(11), { scope: "sector", others: 4 }]);
    const others = [unit("b", "transport", { firm: 0 })];
    expect(insideCell(cell, noPledges, others, 12).own).toEqual({ firm: 2, waiting: 1 });
  });
});

describe("the goal", () => {
  const target = { people: 20, minimum: new Map([["t", 10]]) };
  const published = (t: number, h: number) =>
    settle([
      { id: "a", sector: "t", shown: { ...nothingShown, firm: t } },
      { id: "b", sector: "h", shown: { ...nothingShown, firm: h } },
    ]);

  test("is reached when the published and the exact count meet it, and each minimum by what is published", () => {
    expect(goalReached(target, published(10, 10), 20, false)).toBe(true);
    expect(goalReached(target, published(10, 10), 19, false)).toBe(false);
    expect(goalReached(target, published(10, 9), 30, false)).toBe(false);
    expect(goalReached(target, published(9, 20), 30, false)).toBe(false);
  });

  test("is judged in a small scope only where published and exact are the same", () => {
    expect(goalReached(target, published(10, 10), 21, true)).toBe(false);
    expect(goalReached(target, published(11, 10), 21, true)).toBe(true);
  });

  test("is looked at again after a look in vain only when k more are published", () => {
    expect(worthLooking(target, published(10, 9), undefined, 5)).toBe(false);
    expect(worthLooking(target, published(10, 10), undefined, 5)).toBe(true);
    expect(worthLooking(target, published(12, 12), 20, 5)).toBe(false);
    expect(worthLooking(target, published(13, 12), 20, 5)).toBe(true);
  });

  const close = { target, whole: true, members: 40, k: 5, exactFirm: 20, published: published(10, 10), stepped: false };

  test("at the close of the whole federation goes by the exact total, and gives no sector away", () => {
    expect(closing(close)).toEqual({ firm: 20, exact: true, goal: "met" });
    expect(closing({ ...close, exactFirm: 19, published: published(30, 30) })).toMatchObject({
      firm: 19,
      goal: "missed",
    });
    expect(closing({ ...close, published: published(9, 0) })).toMatchObject({ firm: 20, goal: "undecided" });
  });

  test("at the close of sectors goes by the published total, and is left open where the exact one says otherwise", () => {
    const sectors = { ...close, whole: false };
    expect(closing(sectors)).toEqual({ firm: 20, exact: false, goal: "met" });
    expect(closing({ ...sectors, exactFirm: 19 })).toEqual({ firm: 20, exact: false, goal: "uncounted" });
    expect(closing({ ...sectors, published: published(10, 9) })).toEqual({ firm: 19, exact: false, goal: "uncounted" });
    expect(closing({ ...sectors, exactFirm: 19, published: published(10, 9) })).toMatchObject({ goal: "missed" });
  });

  test("at the close of a small scope is said only after a last step that shows the exact count", () => {
    const small = { ...close, members: 9 };
    expect(closing(small)).toEqual({ firm: 20, exact: false, goal: "uncounted" });
    expect(closing({ ...small, stepped: true })).toEqual({ firm: 20, exact: false, goal: "met" });
    expect(closing({ ...small, stepped: true, exactFirm: 22 })).toMatchObject({ goal: "uncounted" });
    expect(closing({ ...small, exactFirm: 0, published: published(0, 0) })).toMatchObject({
      firm: 0,
      goal: "uncounted",
    });
  });

  test("is not said of five who are firm nowhere", () => {
    // Five say 'if 9' and are published; two withdraw; five elsewhere say 'if 9'.
    const drive = book([20, 20]);
    answer(drive, some(0, 5), withOthers(9));
    drive.tick();
    answer(drive, some(0, 2), "withdrawn");
    answer(drive, some(20, 25), withOthers(9));
    expect(drive.tick()).toMatchObject({ goal: false, looked: true });
    expect([drive.published.all.firm, drive.exactFirm]).toEqual([10, 0]);
    expect(drive.close()).toMatchObject({ firm: 0, exact: true, goal: "missed" });
  });

  test("is not said of five who moved", () => {
    const drive = book([20, 20], { target: { people: 10, minimum: new Map([["s0", 5]]) } });
    answer(drive, some(0, 5), certainly);
    drive.tick();
    move(drive, some(0, 5), 1);
    for (const _ of range(3)) expect(drive.tick()).toMatchObject({ goal: false });
    expect(drive.published.all.firm).toBe(5);
    expect(drive.close()).toMatchObject({ firm: 5, goal: "missed" });
  });
});

describe("published numbers", () => {
  const sizes = [12, 11, 6, 6, 3];
  const who = fc.nat(sizes.reduce((sum, size) => sum + size, 0) - 1);
  const anAnswer = fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((way): Answer => ({ scope: "way", way })) },
    { weight: 3, arbitrary: fc.constant(certainly) },
    { weight: 2, arbitrary: fc.constant<Answer>("withdrawn") },
    {
      weight: 2,
      arbitrary: fc.record({ scope: fc.constantFrom("drive" as const, "sector" as const), others: fc.nat(20) }),
    },
  );
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 12, arbitrary: fc.record({ do: fc.constant("answer" as const), who, answer: anAnswer }) },
    { weight: 4, arbitrary: fc.constant({ do: "tick" as const }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("move" as const),
        who,
        cell: fc.option(fc.nat(sizes.length - 1), { nil: undefined }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("vouching" as const), apart: fc.subarray(range(38), { maxLength: 12 }) }),
    },
  );
  /** Several who sit together do the same: so that units step, and what was firm is not any more. */
  const together: fc.Arbitrary<readonly Happening[]> = fc
    .record({ first: who, count: fc.integer({ min: 2, max: 9 }), answer: anAnswer })
    .map(({ first, count, answer: same }) =>
      some(first, first + count).map((one) => ({ do: "answer", who: one % 38, answer: same })),
    );
  const history = fc
    .array(fc.oneof({ weight: 3, arbitrary: happening.map((one) => [one]) }, { weight: 1, arbitrary: together }), {
      minLength: 20,
      maxLength: 120,
      size: "max",
    })
    .map((groups) => groups.flat());
  const goals = fc.record({ people: fc.integer({ min: 1, max: 25 }), least: fc.constantFrom(0, 0, 5, 8) });

  /** Sectors a, b and c; the cells 2 and 3 are pooled, and the last one is in the unit 'others'. */
  const cells: CellSize[] = sizes.map((members, i) => ({
    id: `c${String(i)}`,
    sector: at(["a", "b", "b", "b", "c"], i),
    members,
  }));

  test("are true, whatever happens", () => {
    let [announced, met] = [0, 0];
    fc.assert(
      fc.property(history, goals, fc.boolean(), (events, { people, least }, whole) => {
        const minimum = new Map(least === 0 ? [] : [["a", least] as const]);
        const drive = new DriveBook({ ...driveOf(sizes), cells, whole, target: { people, minimum } });
        const inSector = (sector: string) => drive.published.sectors.get(sector)?.firm ?? 0;
        const isTrue = () => {
          expect(drive.exactFirm).toBeGreaterThanOrEqual(people);
          for (const [sector, needed] of minimum) expect(inSector(sector)).toBeGreaterThanOrEqual(needed);
        };
        for (const event of events) {
          if (event.do !== "tick") drive.happens(event);
          else if (drive.tick().goal) {
            announced++;
            isTrue();
          }
          const everybody = [...drive.eye.values()].flatMap((answers) => [...answers.keys()]);
          expect(new Set(everybody).size).toBe(everybody.length);
          const { all, ways, units: tallies } = drive.published;
          const elsewise = ways.reduce((sum, [, chose]) => sum + chose, 0);
          expect(all.firm + all.waiting + elsewise).toBeLessThanOrEqual(everybody.length);
          for (const { id, shown } of drive.shown) {
            const chosen = [...(drive.eye.get(id)?.values() ?? [])].filter(isOtherWay).map(({ way }) => way);
            const counted = [1, 2, 3].map((way) => [way, chosen.filter((one) => one === way).length] as const);
            expect(shown.ways).toEqual(counted.filter(([, chose]) => chose >= drive.of.k));
          }
          for (const [id, { firm: held, waiting }] of tallies) {
            expect(held + waiting).toBeLessThanOrEqual(drive.eye.get(id)?.size ?? 0);
          }
        }
        const closed = drive.close();
        if (closed.goal === "met") {
          met++;
          isTrue();
          expect(closed.firm).toBeGreaterThanOrEqual(people);
        }
        if (closed.goal === "missed") expect(drive.exactFirm).toBeLessThan(people);
        if (closed.exact) expect(closed.firm).toBe(drive.exactFirm);
        const stands = closed.firm >= people && drive.exactFirm >= people;
        if (stands && drive.members >= 10 && [...minimum].every(([sector, needed]) => inSector(sector) >= needed)) {
          expect(closed.goal).toBe("met");
        }
      }),
      { numRuns: 400 },
    );
    // The property is about something.
    expect(announced).toBeGreaterThan(5);
    expect(met).toBeGreaterThan(20);
  });

  test("are private: histories that differ in the answers of fewer than k - j others are told apart by sums of k alone", () => {
    let told = 0;
    fc.assert(
      fc.property(anAttack(300), (one) => {
        told += attack(one).told;
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(5);
  });

  test("the exact count is told by an announcement alone, and seldom looked at", () => {
    // Two histories with the same figures: those who were published withdraw, four in the one and none in the other.
    const said = [some(0, 4), []].map((gone) => {
      const drive = book([20, 20], { target: { people: 10, minimum: new Map() } });
      answer(drive, some(0, 5), certainly);
      drive.tick();
      answer(drive, gone, "withdrawn");
      const seen: unknown[] = [];
      for (const next of [some(20, 25), some(25, 28), some(28, 30), some(30, 35)]) {
        answer(drive, next, certainly);
        const { goal, looked } = drive.tick();
        seen.push([drive.published.all.firm, looked, goal]);
      }
      return seen;
    });
    expect(said).toEqual([
      [
        [10, true, false],
        [10, false, false],
        [15, true, true],
        [20, false, false],
      ],
      [
        [10, true, true],
        [10, false, false],
        [15, false, false],
        [20, false, false],
      ],
    ]);
  });
});

describe("what is published", () => {
  test("lags by less than ten minutes in the median, at one pledge a minute in a unit of 100", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99), { minLength: 100, maxLength: 100 }), (dice) => {
        const drive = book([100]);
        const exact: number[] = [0];
        const lags = dice.map((die, i) => {
          // One in five with a condition, and one in twenty takes an earlier answer back.
          if (die < 5) answer(drive, [die % (i + 1)], "withdrawn");
          else answer(drive, [i], die < 25 ? withOthers(die) : certainly);
          const now = i + 1;
          if (now % 5 === 0) drive.tick();
          exact.push(firm(drive.exact).reached);
          // The minutes since the exact count was last no more than what is shown now.
          return now - exact.findLastIndex((count) => count <= drive.published.all.firm);
        });
        const median = at(
          lags.toSorted((a, b) => a - b),
          50,
        );
        expect(median).toBeLessThan(10);
        expect(at(exact, 100) - drive.published.all.firm).toBeLessThan(20);
      }),
      { numRuns: 100 },
    );
  });
});

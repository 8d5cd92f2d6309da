import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noPledges, replace, sameAnswer, type Answer, type CellPledges } from "../../../src/domain/pledges.ts";
import {
  changedBy,
  changedByLeaving,
  defaultInterval,
  exactFigures,
  goalAtClose,
  goalReached,
  nothingShown,
  openUnit,
  settle,
  step,
  units,
  withOthersShown,
  type CellSize,
  type ExactFigures,
  type PublicationRule,
  type Shown,
  type ShownUnit,
  type UnitState,
} from "../../../src/domain/publication.ts";

const certainly: Answer = { scope: "none" };
const withOthers = (others: number): Answer => ({ scope: "drive", others });
const minute = 60_000;
const rule: PublicationRule = { k: 5, interval: 5 * minute, closes: Infinity };

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${String(index)}`);
  return found;
}

function pledgesOf(answers: readonly Answer[], id = "cell", sector = "transport"): CellPledges {
  return { id, sector, histogram: answers.reduce((all, answer) => replace(all, "withdrawn", answer), noPledges) };
}

function differing(a: readonly Answer[], b: readonly Answer[]): number {
  return a.filter((answer, i) => !sameAnswer(answer, b[i] ?? "withdrawn")).length;
}

/** One unit as the store keeps it: answers, answers at the last step, the count of changes, what is shown. */
class LiveUnit {
  readonly id: string;
  readonly answers: Answer[];
  atStep: Answer[];
  changed = 0;
  state: UnitState = openUnit(0);
  readonly rule: PublicationRule;

  constructor(id: string, people: number, itsRule = rule) {
    this.id = id;
    this.answers = range(people).map(() => "withdrawn");
    this.atStep = [...this.answers];
    this.rule = itsRule;
  }

  answer(person: number, after: Answer): void {
    this.changed += changedBy(at(this.answers, person), after, at(this.atStep, person));
    this.answers[person] = after;
  }

  get shown(): ShownUnit {
    return { id: this.id, sector: "transport", shown: this.state.shown };
  }

  exact(others: readonly ShownUnit[]): ExactFigures {
    return exactFigures([pledgesOf(this.answers, this.id)], others);
  }

  tick(due: number, others: readonly ShownUnit[]): boolean {
    const next = step(this.state, this.exact(others), this.changed, due, this.rule);
    const stepped = next !== this.state;
    if (stepped) {
      this.atStep = [...this.answers];
      this.changed = 0;
    }
    this.state = next;
    return stepped;
  }
}

/** All units at once, each seeing what the others showed before the tick. */
function tickAll(all: readonly LiveUnit[], due: number): void {
  const before = all.map((unit) => unit.shown);
  for (const unit of all)
    unit.tick(
      due,
      before.filter(({ id }) => id !== unit.id),
    );
}

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

describe("a step", () => {
  /** What is shown after each group of answers, one grid interval apart. */
  function shownAfter(...groups: [people: number[], answer: Answer][][]): Shown[] {
    const unit = new LiveUnit("u", 40);
    return groups.map((group, i) => {
      for (const [people, answer] of group) for (const person of people) unit.answer(person, answer);
      unit.tick((i + 1) * rule.interval, []);
      return unit.state.shown;
    });
  }
  const some = (from: number, to: number) => range(to - from).map((i) => from + i);
  const firmAfter = (...groups: [people: number[], answer: Answer][][]) =>
    shownAfter(...groups).map(({ firm }) => firm);

  test("waits for k different people, and counts nobody twice", () => {
    expect(firmAfter([[some(0, 4), certainly]], [], [[some(4, 5), certainly]])).toEqual([0, 0, 5]);
    const flapping: [number[], Answer][] = range(9).map((i) => [[5], i % 2 ? "withdrawn" : certainly]);
    expect(firmAfter([[some(0, 5), certainly]], flapping, [[some(6, 10), certainly]])).toEqual([5, 5, 10]);
  });

  test("counts who comes and who goes alike", () => {
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

  test("that comes close to older figures shows old ones", () => {
    const back = firmAfter(
      [[some(0, 5), certainly]],
      [[some(5, 12), certainly]],
      [[some(5, 10), "withdrawn"]], // 7 are in: two more than five
      [[some(20, 26), certainly]],
    );
    expect(back).toEqual([5, 12, 5, 12]); // 13 would be one more than twelve
  });

  test("that shows old figures keeps their rungs only if so many still hold with so few", () => {
    const thenWith = (others: number) =>
      shownAfter(
        [[some(0, 6), withOthers(50)]],
        [[some(6, 12), certainly]],
        [
          [some(6, 12), "withdrawn"],
          [some(0, 6), withOthers(others)],
        ],
      ).at(-1);
    expect(thenWith(40)).toEqual({ firm: 0, waiting: 6, rungs: [[50, 6]] });
    expect(thenWith(80)).toEqual({ firm: 0, waiting: 6, rungs: [] });
  });

  test("shows firm and waiting apart, and rungs that stand for k people or more", () => {
    const needs = (...others: number[]): [number[], Answer][] => others.map((n, i) => [[20 + i], withOthers(n)]);
    expect(shownAfter([[some(0, 6), certainly], ...needs(50, 51, 52, 53)])).toEqual([
      { firm: 6, waiting: 0, rungs: [] },
    ]);
    expect(shownAfter(needs(50, 51, 52, 53, 54, 55))).toEqual([{ firm: 0, waiting: 6, rungs: [[55, 6]] }]);
    const alsoInSector: [number[], Answer] = [[30], { scope: "sector", others: 40 }];
    expect(shownAfter([...needs(50, 51, 52, 53, 54, 55), alsoInSector])).toEqual([{ firm: 0, waiting: 7, rungs: [] }]);
    expect(shownAfter([...needs(50, 51, 51, 53, 53, 53, 60, 60, 61, 80, 80)])).toEqual([
      {
        firm: 0,
        waiting: 11,
        rungs: [
          [53, 6],
          [80, 5],
        ],
      },
    ]);
  });

  test("is on the grid or not at all, once, and after the opening", () => {
    const ten: ExactFigures = { firm: 10, waiting: 0, certain: 10, conditional: 0, needs: [] };
    const opened = openUnit(12 * minute);
    for (const off of [12, 13, 14.99, 15.01, 10, 5]) expect(step(opened, ten, 10, off * minute, rule)).toBe(opened);
    const stepped = step(opened, ten, 10, 15 * minute, rule);
    expect(stepped.shown.firm).toBe(10);
    expect(step(stepped, { ...ten, firm: 15, certain: 15 }, 5, 15 * minute, rule)).toBe(stepped);
    for (const closes of [10, 15])
      expect(step(opened, ten, 10, 15 * minute, { ...rule, closes: closes * minute })).toBe(opened);
    expect(defaultInterval).toBe(rule.interval);
  });

  test("with the number of members, those who are silent are covered as well", () => {
    const firmOf = (firm: number) => {
      const exact: ExactFigures = { firm, waiting: 0, certain: firm, conditional: 0, needs: [] };
      return step(openUnit(0), exact, firm, rule.interval, { ...rule, members: 20 }).shown.firm;
    };
    expect(range(21).map(firmOf)).toEqual([0, 0, 0, 0, 0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15, 15, 15, 15, 20]);
  });
});

describe("the number of changed answers", () => {
  const anAnswer = fc.constantFrom<Answer>("withdrawn", certainly, withOthers(3), withOthers(4));

  test("equals a recount, through any changes and any steps", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.tuple(fc.nat(7), anAnswer), fc.constant("tick" as const))), (moves) => {
        const unit = new LiveUnit("u", 8, { k: 2, interval: 1, closes: Infinity });
        moves.forEach((move, i) => {
          if (move === "tick") unit.tick(i + 1, []);
          else unit.answer(...move);
          expect(unit.changed).toBe(differing(unit.answers, unit.atStep));
        });
      }),
    );
  });

  test("never counts one person more than once, however often they go and come", () => {
    let changed = 0;
    for (let i = 0; i < 6; i++) {
      changed += changedBy("withdrawn", certainly, "withdrawn");
      changed += changedByLeaving(certainly, "withdrawn");
    }
    expect(changed).toBe(0);
    expect(changedByLeaving(certainly, certainly)).toBe(0);
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
      const all = ["a", "b", "c"].map((id) => new LiveUnit(id, 10));
      all.forEach((unit, i) => {
        for (const person of range(10)) unit.answer(person, withOthers(25));
        if (!pledgeTogether || i === 2) tickAll(all, (i + 1) * rule.interval);
      });
      expect(settle(all.map(({ shown }) => shown)).all).toEqual({ firm: 30, waiting: 0 });
    }
  });

  test("inside a cell its own answers are exact, and the other units count as they show", () => {
    const cell = pledgesOf([certainly, certainly, withOthers(11), withOthers(13)]);
    const inside = withOthersShown([cell], [unit("b", "h", { firm: 9, waiting: 5, rungs: [[40, 5]] })]);
    expect(inside.cells.get("cell")).toEqual({ firm: 3, waiting: 1 });
    expect(inside.reached).toBe(12);
  });
});

describe("the goal", () => {
  const target = { people: 20, minimum: new Map([["t", 10]]) };
  const published = (t: number, h: number) =>
    settle([
      { id: "a", sector: "t", shown: { ...nothingShown, firm: t } },
      { id: "b", sector: "h", shown: { ...nothingShown, firm: h } },
    ]);

  test("is announced on published figures only, minimum and all", () => {
    expect(goalReached(target, published(10, 10))).toBe(true);
    expect(goalReached(target, published(10, 9))).toBe(false);
    expect(goalReached(target, published(9, 20))).toBe(false);
  });

  test("at the close goes by the exact total, and gives no sector away", () => {
    expect(goalAtClose(target, 19, published(30, 30))).toBe("missed");
    expect(goalAtClose(target, 20, published(10, 5))).toBe("met");
    expect(goalAtClose(target, 20, published(9, 0))).toBe("undecided");
  });
});

/** Each of what `shown` is made of stands for nobody or for at least `k`. */
function expectCovered({ firm, waiting, rungs }: Shown, k: number): void {
  const onRungs = rungs.map(([, people]) => people);
  const left = onRungs.reduce((rest, people) => rest - people, waiting);
  for (const people of [firm, waiting, left, ...onRungs]) if (people !== 0) expect(people).toBeGreaterThanOrEqual(k);
}

/** What was shown, and the answers behind it: for what was old figures, those of the first time. */
class Watch {
  readonly k: number;
  readonly #seen: { shown: Shown; answers: Answer[] }[];

  constructor(k: number, people: number) {
    this.k = k;
    this.#seen = [{ shown: nothingShown, answers: range(people).map(() => "withdrawn") }];
  }

  /** New figures must differ from all seen so far by `k` people's answers or be the same; old ones tell nothing new. */
  observe({ shown, fresh }: UnitState, answers: readonly Answer[]): void {
    expectCovered(shown, this.k);
    if (!fresh) {
      const old = this.#seen.filter((seen) => seen.shown.firm === shown.firm && seen.shown.waiting === shown.waiting);
      const rungs = [[], ...old.map((seen) => seen.shown.rungs)];
      expect(old.length).toBeGreaterThan(0);
      expect(rungs).toContainEqual(shown.rungs);
      return;
    }
    for (const seen of this.#seen) {
      if (JSON.stringify(seen.shown) === JSON.stringify(shown)) continue;
      expect(differing(seen.answers, answers)).toBeGreaterThanOrEqual(this.k);
    }
    this.#seen.push({ shown, answers: [...answers] });
  }
}

describe("the attacker", () => {
  const people = 14;
  const anAnswer = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Answer>(certainly) },
    { weight: 3, arbitrary: fc.constant<Answer>("withdrawn") },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 45 }).map(withOthers) },
  );

  const anEvent = fc.record({
    person: fc.nat(people - 1),
    answer: fc.oneof(fc.constantFrom<Answer>(certainly, "withdrawn"), anAnswer),
  });
  const aStretch = fc.array(anEvent, { maxLength: 12 });
  /** For each interval: what happens in the target, and in the two units around it. */
  const history = fc.array(fc.tuple(aStretch, aStretch, aStretch), { minLength: 2, maxLength: 14 });

  test("who controls all outside never sees figures that differ by fewer than k of the unit's answers", () => {
    fc.assert(
      fc.property(history, (intervals) => {
        const all = ["target", "left", "right"].map((id) => new LiveUnit(id, people));
        const target = at(all, 0);
        const watch = new Watch(rule.k, people);
        let before = target.state;
        intervals.forEach((stretches, i) => {
          stretches.forEach((events, u) => events.forEach(({ person, answer }) => at(all, u).answer(person, answer)));
          tickAll(all, (i + 1) * rule.interval);
          if (target.state !== before) watch.observe(target.state, target.answers);
          before = target.state;
        });
      }),
      { numRuns: 1500 },
    );
  });

  test("sees no sum, and no change of a sum over time, that stands for fewer than k of a unit that stands still", () => {
    fc.assert(
      fc.property(history, fc.array(anEvent, { maxLength: 40 }), (intervals, toggles) => {
        const all = ["target", "left", "right"].map((id) => new LiveUnit(id, people));
        const target = at(all, 0);
        intervals.forEach((stretches, i) => {
          stretches.forEach((events, u) => events.forEach(({ person, answer }) => at(all, u).answer(person, answer)));
          tickAll(all, (i + 1) * rule.interval);
        });
        const stillTarget = settle(all.map(({ shown }) => shown)).units.get("target");
        let due = (intervals.length + 1) * rule.interval;
        let last = stillTarget;
        for (const { person, answer } of toggles) {
          at(all, 1).answer(person, answer);
          tickAll(all.slice(1), due);
          target.changed = 0; // its people do nothing
          target.tick(due, [at(all, 1).shown, at(all, 2).shown]);
          const now = settle(all.map(({ shown }) => shown)).units.get("target");
          for (const name of ["firm", "waiting"] as const) {
            const [a, b] = [last?.[name] ?? 0, now?.[name] ?? 0];
            if (b !== 0) expect(b).toBeGreaterThanOrEqual(rule.k);
            if (a !== b) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(rule.k);
          }
          last = now;
          due += rule.interval;
        }
      }),
      { numRuns: 400 },
    );
  });

  test("by changing their own answer as often as they like changes nothing of what the others show", () => {
    const toggling = fc.array(fc.array(anAnswer, { maxLength: 9 }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(history, toggling, (intervals, own) => {
        const views = [false, true].map((attacking) => {
          const all = ["target", "right", "mine"].map((id) => new LiveUnit(id, people));
          const mine = at(all, 2);
          for (const person of range(10)) mine.answer(person, certainly);
          mine.tick(rule.interval, []);
          return intervals.map((stretches, i) => {
            for (const u of [0, 1])
              for (const { person, answer } of at(stretches, u)) at(all, u).answer(person, answer);
            if (attacking) for (const answer of at(own, i)) mine.answer(0, answer);
            tickAll(all, (i + 2) * rule.interval);
            return all.map((unit) => unit.state.shown);
          });
        });
        expect(views[0]).toEqual(views[1]);
      }),
      { numRuns: 300 },
    );
  });

  test("in their own unit, which steps when they like, reads nothing of another between its steps", () => {
    // Two worlds: the other unit has shown ten, and up to four people there have answered since.
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 4 }), history, (unseen, intervals) => {
        const views = [[], unseen].map((since) => {
          const other = new LiveUnit("other", 20);
          for (const person of range(10)) other.answer(person, certainly);
          other.tick(rule.interval, []);
          since.forEach((answer, i) => other.answer(10 + i, answer));
          const mine = new LiveUnit("mine", people);
          return intervals.map(([events], i) => {
            for (const { person, answer } of events) mine.answer(person, answer);
            tickAll([other, mine], (i + 2) * rule.interval);
            const inside = withOthersShown([pledgesOf(mine.answers, "mine")], [other.shown]);
            return {
              published: settle([other.shown, mine.shown]),
              inside: inside.cells.get("mine"),
              in: inside.reached,
            };
          });
        });
        expect(views[0]).toEqual(views[1]);
      }),
      { numRuns: 300 },
    );
  });

  /**
   * All histories of a small unit, sorted by what the attacker sees of them. Where every history with the same view has a
   * group of some kind, and it is always smaller than `k`, the attacker has isolated it.
   */
  function isolated(k: number, size: number, steps: number, kinds: readonly Answer[], outside: readonly number[]) {
    const snapshots = snapshotsOf(size, kinds);
    const sorted = snapshots.filter((snapshot) => snapshot.every((kind, i) => i === 0 || kind >= at(snapshot, i - 1)));
    const answersOf = new Map(snapshots.map((snapshot) => [snapshot, snapshot.map((kind) => at(kinds, kind))]));
    const figures = outside.map((firm) => {
      const others = [{ id: "out", sector: undefined, shown: { ...nothingShown, firm } }];
      return new Map([...answersOf].map(([key, answers]) => [key, exactFigures([pledgesOf(answers)], others)]));
    });
    const views = new Map<string, Map<string, number>>();
    const nobody = at(snapshots, 0);

    const visit = (history: (readonly number[])[], atStep: readonly number[], state: UnitState, view: string) => {
      const i = history.length;
      if (i === steps) return remember(views, view, groupsIn(history, kinds));
      // People have no names here, so the first snapshot may be taken in order.
      for (const snapshot of i === 0 ? sorted : snapshots) {
        const exact = figures[i]?.get(snapshot);
        if (!exact) throw new RangeError("an unknown snapshot");
        const changed = snapshot.filter((kind, person) => kind !== atStep[person]).length;
        const next = step(state, exact, changed, i + 1, { k, interval: 1, closes: Infinity });
        // The attacker does not know how many members there are: no view that this small unit is too small for.
        if (next.shown.firm + next.shown.waiting > size - k) continue;
        visit([...history, snapshot], next === state ? atStep : snapshot, next, view + JSON.stringify(next.shown));
      }
    };
    visit([], nobody, openUnit(0), "");

    const small = (1 << k) - 2;
    const found: string[] = [];
    for (const [view, groups] of views)
      for (const [name, sizes] of groups) if ((sizes & ~small) === 0) found.push(`${name} in ${view}`);
    return { views: views.size, found };
  }

  function snapshotsOf(size: number, kinds: readonly Answer[]): (readonly number[])[] {
    if (size === 0) return [[]];
    return snapshotsOf(size - 1, kinds).flatMap((rest) => kinds.map((_, kind) => [...rest, kind]));
  }

  /** Sizes as bits: 1 << n where a group of n was possible. */
  function remember(views: Map<string, Map<string, number>>, view: string, groups: Map<string, number>): void {
    const known = views.get(view);
    if (!known) views.set(view, new Map([...groups].map(([name, size]) => [name, 1 << size])));
    else for (const [name, size] of groups) known.set(name, (known.get(name) ?? 0) | (1 << size));
  }

  /** The groups of answers that one may ask for: with this answer, with any; and those who went from one to another. */
  function groupsIn(history: readonly (readonly number[])[], kinds: readonly Answer[]): Map<string, number> {
    const groups = new Map<string, number>();
    const count = (name: string, test: (person: number) => boolean) =>
      groups.set(
        name,
        at(history, 0).reduce((sum, _, person) => (test(person) ? sum + 1 : sum), 0),
      );
    history.forEach((now, i) => {
      const t = String(i);
      count(`answered ${t}`, (p) => now[p] !== 0);
      kinds.forEach((_, kind) => kind && count(`answer ${String(kind)} ${t}`, (p) => now[p] === kind));
      for (let j = 0; j < i; j++) {
        const then = at(history, j);
        const between = `${String(j)}-${t}`;
        count(`changed ${between}`, (p) => then[p] !== now[p]);
        count(`came ${between}`, (p) => then[p] === 0 && now[p] !== 0);
        count(`went ${between}`, (p) => then[p] !== 0 && now[p] === 0);
        kinds.forEach((_, kind) => count(`to ${String(kind)} ${between}`, (p) => then[p] !== kind && now[p] === kind));
      }
    });
    return groups;
  }

  test.each([
    { k: 2, size: 5, kinds: ["withdrawn", certainly, withOthers(3)] as const, outside: [0, 0, 0] },
    { k: 2, size: 5, kinds: ["withdrawn", certainly, withOthers(3)] as const, outside: [0, 3, 0] },
    { k: 2, size: 5, kinds: ["withdrawn", certainly, withOthers(5)] as const, outside: [4, 0, 2] },
    { k: 2, size: 6, kinds: ["withdrawn", withOthers(2), withOthers(5)] as const, outside: [0, 3] },
    { k: 3, size: 7, kinds: ["withdrawn", certainly, withOthers(7)] as const, outside: [0, 4] },
  ])("who knows every history that fits their view isolates no group of fewer than $k of $size: $outside", (one) => {
    const { views, found } = isolated(one.k, one.size, one.outside.length, one.kinds, one.outside);
    expect(views).toBeGreaterThan(3);
    expect(found).toEqual([]);
  });
});

describe("what is published", () => {
  test("lags by less than ten minutes in the median, at one pledge a minute in a unit of 100", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99), { minLength: 100, maxLength: 100 }), (dice) => {
        const unit = new LiveUnit("u", 100);
        const exact: number[] = [0];
        const lags = dice.map((die, i) => {
          // One in five with a condition, and one in twenty takes an earlier answer back.
          const [person, answer] =
            die < 5 ? [die % (i + 1), "withdrawn" as const] : [i, die < 25 ? withOthers(die) : certainly];
          unit.answer(person, answer);
          const now = i + 1;
          unit.tick(now * minute, []);
          exact.push(unit.exact([]).firm);
          // The minutes since the exact count was last no more than what is shown now.
          return now - exact.findLastIndex((firm) => firm <= unit.state.shown.firm);
        });
        const median = at(
          lags.toSorted((a, b) => a - b),
          50,
        );
        expect(median).toBeLessThan(10);
        expect(at(exact, 100) - unit.state.shown.firm).toBeLessThan(20);
      }),
      { numRuns: 100 },
    );
  });
});

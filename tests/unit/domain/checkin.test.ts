import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publish, questions, shownOf, taps, type Answer, type Question } from "../../../src/domain/checkin.ts";
import { seededRandom } from "../../../src/core/random.ts";

const random = (seed: string) => {
  const source = seededRandom(seed);
  return (below: number) => source.integer(below);
};
const answersTo = (question: Question): fc.Arbitrary<Answer> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...taps[question]).map((tap) => ({ tap })) },
    { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 5 }).map((words) => ({ words })) },
  );
const asked = fc
  .constantFrom(...questions)
  .chain((question) => fc.tuple(fc.constant(question), fc.array(answersTo(question), { maxLength: 40 })));

/** All ways in which `people` can be spread over so many answers. */
function* spreads(people: number, answers: number): Generator<readonly number[]> {
  if (answers === 1) {
    yield [people];
    return;
  }
  for (let first = 0; first <= people; first++) {
    for (const rest of spreads(people - first, answers - 1)) yield [first, ...rest];
  }
}

const viewOf = (counts: readonly number[], k: number): string =>
  shownOf(counts, k)
    .map((shown, index) => (shown ? String(counts[index]) : "-"))
    .join(" ");

/** Of each view the sizes that each group may have, over all histories that fit it. */
function groupsByView(worlds: Iterable<readonly number[]>, k: number): Map<string, Set<number>[]> {
  const views = new Map<string, Set<number>[]>();
  for (const counts of worlds) {
    const view = viewOf(counts, k);
    const sizes = views.get(view) ?? counts.map(() => new Set<number>());
    counts.forEach((people, index) => sizes[index]?.add(people));
    views.set(view, sizes);
  }
  return views;
}

/** Groups of which it is certain that there is somebody in it, and that they are fewer than `k`. */
const isolated = (views: Map<string, Set<number>[]>, k: number): string[] =>
  [...views].flatMap(([view, groups]) =>
    groups.flatMap((sizes, index) => ([...sizes].every((size) => size > 0 && size < k) ? [`${index} in ${view}`] : [])),
  );

describe("what is published of a check-in", () => {
  it("shows no count below k, and what it shows is right", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 3, max: 8 }), ([question, answers], k) => {
        const { counts, words } = publish(question, answers, k, random("a"));
        for (const { tap, people } of counts) {
          expect(people).toBeGreaterThanOrEqual(k);
          expect(people).toBe(answers.filter((one) => "tap" in one && one.tap === tap).length);
        }
        if (words.length > 0) expect(words.length).toBeGreaterThanOrEqual(k);
      }),
    );
  });

  it("leaves nobody or at least k to those who subtract", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 3, max: 8 }), ([question, answers], k) => {
        const { counts, words } = publish(question, answers, k, random("a"));
        const left = answers.length - words.length - counts.reduce((sum, { people }) => sum + people, 0);
        if (counts.length > 0 || words.length > 0) expect(left === 0 || left >= k).toBe(true);
      }),
    );
  });

  it("shows words only when k gave some, all of them, in an order that says nothing", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 3, max: 8 }), fc.string(), ([question, answers], k, seed) => {
        const given = answers.flatMap((one) => ("words" in one ? [one.words] : []));
        const { words } = publish(question, answers, k, random(seed));
        if (words.length > 0) expect(words.toSorted()).toEqual(given.toSorted());
        if (given.length < k) expect(words).toEqual([]);
      }),
    );
    const five = ["a", "b", "c", "d", "e"].map((words) => ({ words }));
    const orders = new Set(
      Array.from({ length: 200 }, (_, run) => publish("me", five, 5, random(`${run}`)).words.join("")),
    );
    expect(orders.size).toBeGreaterThan(60);
  });

  it("does not depend on who answered first", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 3, max: 8 }), ([question, answers], k) => {
        const turned = publish(question, answers.toReversed(), k, random("a"));
        expect(turned.counts).toEqual(publish(question, answers, k, random("a")).counts);
      }),
    );
  });
});

describe("the attacker", () => {
  it.each([
    { k: 3, answers: 5, most: 16 },
    { k: 4, answers: 5, most: 18 },
    { k: 5, answers: 5, most: 22 },
    { k: 5, answers: 3, most: 30 },
    { k: 3, answers: 2, most: 20 },
  ])("who knows everything that fits their view isolates nobody: k $k, $answers answers", ({ k, answers, most }) => {
    const worlds = Array.from({ length: most + 1 }, (_, people) => [...spreads(people, answers)]).flat();
    const views = groupsByView(worlds, k);
    expect(views.size).toBeGreaterThan(5);
    expect(isolated(views, k)).toEqual([]);
  });

  it.each([
    { k: 3, answers: 5, most: 16 },
    { k: 4, answers: 5, most: 18 },
    { k: 5, answers: 5, most: 22 },
    { k: 5, answers: 3, most: 30 },
  ])(
    "who also knows how many answered isolates nobody by what is shown: k $k, $answers answers",
    ({ k, answers, most }) => {
      let shown = 0;
      for (let people = 0; people <= most; people++) {
        const views = groupsByView(spreads(people, answers), k);
        for (const view of [...views.keys()].filter((one) => !/\d/u.test(one))) views.delete(view);
        shown += views.size;
        expect(isolated(views, k), `${people} people`).toEqual([]);
      }
      expect(shown).toBeGreaterThan(20);
    },
  );

  it("who answers themselves, in whatever way, reads nothing of answers that stay hidden", () => {
    // Two worlds with the same shown counts: whatever one more answer is, both show the same or differ in nothing hidden.
    const hidden = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(hidden, hidden, fc.integer({ min: 0, max: 4 }), (one, other, own) => {
        const mine = (counts: readonly number[]) => counts.map((people, index) => people + (index === own ? 1 : 0));
        // Fewer than k - 1 gave each hidden answer, so that not even with the attacker's own they are shown.
        expect(viewOf(mine(one), 4)).toBe(viewOf(mine(other), 4));
      }),
    );
  });
});

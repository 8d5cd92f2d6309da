import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  careKinds,
  countWords,
  dayOf,
  mostWords,
  script,
  shuffle,
  wordsIn,
  type Given,
} from "../../../src/domain/ledger.ts";
import { seededRandom } from "../../../src/core/random.ts";

const someWords = fc.array(fc.constantFrom("soup", "bread", "rides", "for", "the", "night", "shift"), {
  minLength: 1,
  maxLength: 25,
});
const given: fc.Arbitrary<Given> = fc.record({
  giverId: fc.option(
    fc.integer({ min: 0, max: 60 }).map((n) => `p${n}`),
    { nil: undefined },
  ),
  kind: fc.constantFrom(...careKinds),
  what: someWords.map((words) => words.join(" ")),
});
const ledgers = fc.array(given, { maxLength: 120, size: "max" });
const random = (seed: string) => {
  const source = seededRandom(seed);
  return (below: number) => source.integer(below);
};
const nameWords = (giver: string | undefined) => (giver === undefined ? 1 : 2);

describe("the script of the care ledger", () => {
  it("has everyone once, and somebody for each entry without a name", () => {
    fc.assert(
      fc.property(ledgers, fc.string(), fc.integer({ min: 1, max: 800 }), (entries, seed, words) => {
        const lines = script(entries, { random: random(seed), nameWords, words });
        const named = lines.flatMap(({ giverId }) => giverId ?? []);
        expect(named.toSorted()).toEqual([...new Set(entries.flatMap(({ giverId }) => giverId ?? []))].sort());
        expect(lines.length - named.length).toBe(entries.filter(({ giverId }) => giverId === undefined).length);
      }),
    );
  });

  it("can be read in its time, unless the names alone take longer", () => {
    fc.assert(
      fc.property(ledgers, fc.string(), fc.integer({ min: 1, max: 800 }), (entries, seed, words) => {
        const lines = script(entries, { random: random(seed), nameWords, words });
        const names = lines.reduce((sum, { giverId }) => sum + nameWords(giverId), 0);
        expect(countWords(lines, nameWords)).toBeLessThanOrEqual(Math.max(words, names));
      }),
    );
  });

  it("says all there is where there is time, and nothing that was not given", () => {
    fc.assert(
      fc.property(ledgers, fc.string(), (entries, seed) => {
        const whole = script(entries, { random: random(seed), nameWords, words: 100_000 });
        for (const { giverId, gave } of whole.filter((line) => line.giverId !== undefined)) {
          const own = entries.filter((entry) => entry.giverId === giverId);
          for (const kind of careKinds) {
            const things = gave.find((one) => one.kind === kind)?.things ?? [];
            expect(things).toEqual([...new Set(own.filter((one) => one.kind === kind).map(({ what }) => what))]);
          }
        }
        const short = script(entries, { random: random(seed), nameWords, words: 50 });
        for (const { giverId, gave } of short) {
          for (const { kind, things } of gave) {
            const own = entries.filter((entry) => entry.giverId === giverId && entry.kind === kind);
            for (const thing of things) {
              expect(own.some(({ what }) => what === thing || what.startsWith(thing.replace(/…$/u, "")))).toBe(true);
            }
          }
        }
      }),
    );
  });

  it("gives everybody the same number of words where it has to be short", () => {
    const entries = ["a", "b", "c"].map((giverId) => ({
      giverId,
      kind: "food" as const,
      what: "soup ".repeat(20).trim(),
    }));
    const lines = script([...entries, { giverId: "d", kind: "time", what: "rides" }], {
      random: random("x"),
      nameWords: () => 1,
      words: 30,
    });
    const lengths = lines.map(({ giverId, gave }) => [
      giverId,
      wordsIn(gave.flatMap(({ things }) => things).join(" ")).length,
    ]);
    expect(Object.fromEntries(lengths)).toEqual({ a: 7, b: 7, c: 7, d: 1 });
  });

  it("is different in order each time, all orders equally likely", () => {
    const counts = new Map<string, number>();
    for (let run = 0; run < 6_000; run++) {
      const order = shuffle(["a", "b", "c"], random(`run ${run}`)).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
    expect(mostWords).toBeLessThanOrEqual(5 * 130);
  });

  it("knows of an anonymous entry only the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        expect(dayOf(ms) % 86_400_000).toBe(0);
        expect(ms - dayOf(ms)).toBeLessThan(86_400_000);
      }),
    );
  });
});

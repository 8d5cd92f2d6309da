import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bases,
  choices,
  countedSeats,
  countVoices,
  decide,
  enough,
  isEnough,
  majorityRule,
  moreThanHalf,
  twoThirds,
  units,
  type Base,
  type CountedSeat,
  type Fraction,
} from "../../../src/domain/votes.ts";
import { representatives } from "../../../src/domain/assemblies.ts";

const rules: readonly Fraction[] = [
  moreThanHalf,
  twoThirds,
  { num: 3, den: 5 },
  { num: 3, den: 4 },
  { num: 1, den: 1 },
];

/** By taking apart and comparing whole things only: every voice weighs `den` pebbles, and so many must be in the bowl. */
function carriedByPebbles(yes: number, no: number, base: number, { num, den }: Fraction): boolean {
  if (base === 0 || yes === no) return false;
  let bowl = 0;
  let wanted = 0;
  for (let voice = 0; voice < yes; voice++) bowl += den;
  for (let voice = 0; voice < base; voice++) wanted += num;
  return num / den === 0.5 ? bowl > wanted : bowl >= wanted;
}

describe("a majority", () => {
  it("is right for every count of up to 40 entitled, each rule and base", () => {
    let counted = 0;
    const wrong: string[] = [];
    for (let entitled = 0; entitled <= 40; entitled++) {
      for (let present = 0; present <= entitled; present++) {
        for (let yes = 0; yes <= present; yes++) {
          for (let no = 0; no <= present - yes; no++) {
            // Abstentions decide nothing by themselves: none, and all who are left.
            for (const abstain of new Set([0, present - yes - no])) {
              const base: Readonly<Record<Base, number>> = { cast: yes + no, present, entitled };
              for (const majority of rules) {
                for (const of of bases) {
                  const result = decide({ majority, base: of, by: "seats" }, { yes, no, abstain, present, entitled });
                  const carried = carriedByPebbles(yes, no, base[of], majority);
                  counted++;
                  if (result.carried !== carried || result.of !== base[of]) {
                    wrong.push(
                      `${yes}:${no}:${abstain} of ${present} of ${entitled}, ${majority.num}/${majority.den} ${of}`,
                    );
                  }
                }
              }
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(counted).toBeGreaterThan(3_000_000);
  });

  it("of two thirds needs what Robert's Rules say", () => {
    expect([30, 31, 32, 33].map((cast) => enough(twoThirds, cast))).toEqual([20, 21, 22, 22]);
  });

  it("of half is more than half", () => {
    expect([1, 2, 3, 4, 5, 40].map((cast) => enough(moreThanHalf, cast))).toEqual([1, 2, 2, 3, 3, 21]);
  });

  it("needs the fewest that are enough", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.integer({ min: 1, max: 100_000 }), (rule, base) => {
        const needed = enough(rule, base);
        expect(isEnough(needed, rule, base)).toBe(true);
        expect(isEnough(needed - 1, rule, base)).toBe(false);
      }),
    );
  });

  it("is never made of nothing, and a tie fails", () => {
    const nobody = { yes: 0, no: 0, abstain: 5, present: 5, entitled: 9 };
    expect(decide({ majority: moreThanHalf, base: "cast", by: "seats" }, nobody)).toMatchObject({
      carried: false,
      of: 0,
    });
    const tie = { yes: 4, no: 4, abstain: 0, present: 8, entitled: 8 };
    for (const base of bases) expect(decide({ majority: moreThanHalf, base, by: "seats" }, tie).carried).toBe(false);
  });

  it("with one more yes never turns from carried to failed", () => {
    const aCount = fc.record({ yes: fc.nat(50), no: fc.nat(50), abstain: fc.nat(50), absent: fc.nat(50) });
    fc.assert(
      fc.property(aCount, fc.constantFrom(...rules), fc.constantFrom(...bases), (of, majority, base) => {
        const decided = (yes: number, abstain: number): boolean => {
          const present = yes + of.no + abstain;
          return decide(
            { majority, base, by: "seats" },
            { yes, no: of.no, abstain, present, entitled: present + of.absent },
          ).carried;
        };
        // Somebody who abstained says yes.
        if (decided(of.yes, of.abstain + 1)) expect(decided(of.yes + 1, of.abstain)).toBe(true);
      }),
    );
  });
});

describe("the rule of a vote", () => {
  it("is a fraction from a half to the whole, in lowest terms", () => {
    expect(majorityRule(2, 4)).toEqual(moreThanHalf);
    expect(majorityRule(60, 100)).toEqual({ num: 3, den: 5 });
    expect(majorityRule(5, 5)).toEqual({ num: 1, den: 1 });
    for (const [num, den] of [
      [1, 3],
      [0, 1],
      [3, 2],
      [2, 0],
      [-2, -3],
      [1.5, 2],
      [51, 101],
      [Number.NaN, 2],
    ] as const) {
      expect(majorityRule(num, den), `${num}/${den}`).toBeUndefined();
    }
  });
});

describe("counting", () => {
  const aSeat = fc.record({
    cell: fc.constantFrom("a", "b", "c", "d"),
    present: fc.boolean(),
    choice: fc.option(fc.constantFrom(...choices), { nil: undefined }),
  });

  it("by seats takes each seat that is represented once", () => {
    fc.assert(
      fc.property(fc.array(aSeat, { maxLength: 30 }), (seats) => {
        const here = seats.filter(({ present }) => present);
        const of = (choice: string): number => here.filter((seat) => seat.choice === choice).length;
        expect(countVoices(seats, "seats")).toEqual({
          yes: of("yes"),
          no: of("no"),
          abstain: of("abstain"),
          present: here.length,
          entitled: seats.length,
        });
      }),
    );
  });

  it("by cells gives each cell one voice: that of more of its seats, and none where it is split evenly", () => {
    fc.assert(
      fc.property(fc.array(aSeat, { maxLength: 30 }), (seats) => {
        const expected = { yes: 0, no: 0, abstain: 0, present: 0, entitled: 0 };
        for (const cell of ["a", "b", "c", "d"]) {
          const own = seats.filter((seat) => seat.cell === cell);
          const here = own.filter(({ present }) => present);
          if (own.length > 0) expected.entitled++;
          if (here.length > 0) expected.present++;
          const weight = here.reduce((sum, { choice }) => sum + (choice === "yes" ? 1 : choice === "no" ? -1 : 0), 0);
          if (weight > 0) expected.yes++;
          else if (weight < 0) expected.no++;
          else if (here.some(({ choice }) => choice !== undefined)) expected.abstain++;
        }
        expect(countVoices(seats, "cells")).toEqual(expected);
      }),
    );
  });

  it("takes no answer for a seat that nobody represents", () => {
    const away: CountedSeat = { cell: "a", present: false, choice: "yes" };
    for (const by of units) expect(countVoices([away], by)).toMatchObject({ yes: 0, present: 0, entitled: 1 });
  });
});

describe("the seats of a vote", () => {
  const people = ["a", "b", "c", "d", "e"];
  const person = fc.option(fc.constantFrom(...people), { nil: undefined });
  const seats = fc.array(fc.record({ cell: fc.constantFrom("x", "y"), delegate: person, alternate: person }), {
    maxLength: 6,
  });
  const histories = fc.record({
    seats,
    here: fc.subarray(people),
    ballots: fc.dictionary(fc.constantFrom(...people), fc.constantFrom(...choices)),
  });

  it("count nobody twice, and lose no answer of who has a seat of their own", () => {
    fc.assert(
      fc.property(histories, ({ seats: all, here, ballots }) => {
        const represented = representatives(
          all.map((seat) => ({ ...seat, id: "", sector: "" })),
          new Set(here),
        );
        const counted = countedSeats(all, represented, (who) => ballots[who]);
        const cast = counted.filter(({ choice }) => choice !== undefined).length;
        expect(cast).toBeLessThanOrEqual(Object.keys(ballots).length);
        for (const [index, { present, choice }] of counted.entries()) {
          const there = represented[index];
          if (there !== undefined) expect(present).toBe(true);
          if (there !== undefined && ballots[there] !== undefined) expect(choice).toBe(ballots[there]);
          if (choice !== undefined) expect(present).toBe(true);
        }
        // Whether somebody leaves or stays after they have voted changes nothing, where nobody takes their place.
        for (const one of here.filter((who) => ballots[who] !== undefined)) {
          const own = all.filter(({ delegate, alternate }) => delegate === one || alternate === one);
          if (own.length !== 1 || own[0]?.delegate !== one || own[0].alternate !== undefined) continue;
          const without = representatives(
            all.map((seat) => ({ ...seat, id: "", sector: "" })),
            new Set(here.filter((who) => who !== one)),
          );
          expect(countedSeats(all, without, (who) => ballots[who])).toEqual(counted);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

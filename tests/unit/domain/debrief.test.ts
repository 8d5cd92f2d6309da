import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAlike, isUnwritten, learntOf, publishAnswers } from "../../../src/domain/debrief.ts";
import { isInForce, maySupersede, nextState, type Decision } from "../../../src/domain/decisions.ts";

describe("what is shown of a debrief", () => {
  it("is all answers to a question, or none where fewer than k answered, in whatever order they came", () => {
    const answers = fc.array(fc.string({ maxLength: 4 }), { maxLength: 20 });
    const twice = answers.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(twice, fc.integer({ min: 3, max: 8 }), ([one, other], k) => {
        const shown = publishAnswers(one, k);
        expect(publishAnswers(other, k)).toEqual(shown);
        expect(shown).toEqual(one.length < k ? [] : one.toSorted());
      }),
    );
  });
});

type Kept = Pick<Decision, "id" | "state" | "supersedes" | "debriefId">;

/** Plays what a coordinator and a cell do with two debriefs, as the store does. */
function played(steps: readonly { readonly what: string; readonly of: string; readonly which: number }[]) {
  const kept: Kept[] = [];
  const happen = (at: number, event: Parameters<typeof nextState>[1]): void => {
    const one = kept[at];
    const state = one === undefined ? undefined : nextState(one.state, event);
    if (one !== undefined && state !== undefined) kept[at] = { ...one, state };
  };
  for (const { what, of, which } of steps) {
    const at = kept.length === 0 ? 0 : which % kept.length;
    if (what === "hour") happen(at, { kind: "hour", objections: 0 });
    else if (what === "object") happen(at, { kind: "hour", objections: 1 });
    else if (what === "vote") happen(at, { kind: "put-to-vote" });
    else if (what === "yes" || what === "no") happen(at, { kind: "voted", carried: what === "yes" });
    else {
      const before = kept.filter((one) => one.debriefId === of);
      if (before.some(({ state }) => state === "voting")) continue;
      kept.forEach((one, index) => {
        if (one.debriefId === of) happen(index, { kind: "written-anew" });
      });
      const holding = before.find((one) => isInForce(before, one));
      const there = kept.find(({ id }) => id === holding?.id);
      if (there !== undefined && !maySupersede(kept, there)) throw new Error("its place is taken");
      kept.push({ id: `d${kept.length}`, state: "waiting", supersedes: holding?.id, debriefId: of });
    }
  }
  return kept;
}

describe("what a debrief came to", () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom("write", "write", "hour", "object", "vote", "yes", "no"),
      of: fc.constantFrom("a", "b"),
      which: fc.nat(30),
    }),
    { maxLength: 40 },
  );
  const debriefs = [
    { id: "a", closedAt: 1 },
    { id: "b", closedAt: 2 },
  ];

  it("is one text of each at most, and is to be written as long as there is none and none is about to be", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const kept = played(all);
        const learnt = learntOf(debriefs, kept);
        expect(new Set(learnt.map(({ debrief }) => debrief.id)).size).toBe(learnt.length);
        for (const debrief of debriefs) {
          const own = kept.filter(({ debriefId }) => debriefId === debrief.id);
          const holding = own.filter((one) => isInForce(own, one));
          expect(holding.length).toBeLessThanOrEqual(1);
          expect(learnt.filter((one) => one.debrief === debrief).map(({ decision }) => decision)).toEqual(holding);
          const waiting = own.filter(({ state }) => ["waiting", "contested", "voting"].includes(state));
          expect(waiting.length).toBeLessThanOrEqual(1);
          expect(isUnwritten(debrief, kept)).toBe(holding.length + waiting.length === 0);
          expect(isUnwritten({ ...debrief, closedAt: undefined }, kept)).toBe(false);
        }
      }),
    );
  });
});

describe("actions of one form", () => {
  it.each([
    ["Picket at gate 3", "Picket, gate 5", true],
    ["Picket at gate 3", "picket AT GATE 3", true],
    ["Picket", "Saturday picket at the depot", true],
    ["Huelga de celo", "Celo", true],
    ["धरना", "धरना", true],
    ["Picket at gate 3", "Meal at the depot", false],
    ["Picket", "Leaflets", false],
    ["3", "4", false],
    ["…", "…", false],
  ])("%s, %s: %s", (one, other, alike) => {
    expect(isAlike(one, other)).toBe(alike);
    expect(isAlike(other, one)).toBe(alike);
  });

  it("are so both ways", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => isAlike(one, other) === isAlike(other, one)));
  });
});

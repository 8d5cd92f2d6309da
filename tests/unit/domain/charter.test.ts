import fc from "fast-check";
import { expect, it } from "vitest";
import { charterOf, isOpenNote, nextShowing, pagesFor } from "../../../src/domain/charter.ts";
import type { Decision, DecisionState } from "../../../src/domain/decisions.ts";

const decision = (of: Partial<Decision> & Pick<Decision, "id">): Decision => ({
  place: { cellId: "c" },
  number: 1,
  text: of.id,
  state: "stands",
  recordedAt: 0,
  objectUntil: undefined,
  objections: 0,
  voteId: undefined,
  by: undefined,
  settledAt: 1,
  reviewOn: undefined,
  supersedes: undefined,
  rule: undefined,
  debriefId: undefined,
  ...of,
});

it("a charter is what holds of its rules, each number once, and its version counts the changes", () => {
  const states = fc.constantFrom<DecisionState>("stands", "waiting", "rejected", "voting", "contested");
  fc.assert(
    fc.property(fc.array(fc.record({ rule: fc.integer({ min: 0, max: 4 }), state: states })), (steps) => {
      const all: Decision[] = [];
      const held = new Map<number, Decision>();
      for (const [index, { rule, state }] of steps.entries()) {
        // As the store does it: a new rule has the next number once it stands, a changed one that of whose place it takes.
        const before = held.get(rule);
        const number = before === undefined ? (state === "stands" ? held.size + 1 : 0) : rule;
        const made = decision({ id: `d${index}`, state, rule: number, supersedes: before?.id, settledAt: index });
        all.push(made);
        if (state === "stands") held.set(number, made);
      }
      const { rules, version } = charterOf(all);
      expect(rules.map((one) => [one.number, one.text])).toEqual(
        [...held].sort(([a], [b]) => a - b).map(([number, { text }]) => [number, text]),
      );
      expect(version).toBe(all.filter(({ state }) => state === "stands").length);
    }),
  );
});

it("what is no rule is not in it", () => {
  expect(charterOf([decision({ id: "a" })])).toEqual({ rules: [], version: 0, since: undefined });
});

it("notes are shown at the next 18:00 on the clock of the cell, over a change of clocks too", () => {
  const zone = "Europe/Paris";
  expect(new Date(nextShowing(Date.parse("2026-03-28T12:00:00Z"), zone)).toISOString()).toBe(
    "2026-03-28T17:00:00.000Z",
  );
  expect(new Date(nextShowing(Date.parse("2026-03-28T17:00:00Z"), zone)).toISOString()).toBe(
    "2026-03-29T16:00:00.000Z",
  );
});

it("a note is open until a meeting that comes after it was shown", () => {
  expect(isOpenNote({ shownAt: 5 }, undefined)).toBe(true);
  expect(isOpenNote({ shownAt: 5 }, 4)).toBe(true);
  // Shown when the meeting began: nobody had read it by then.
  expect(isOpenNote({ shownAt: 5 }, 5)).toBe(true);
  expect(isOpenNote({ shownAt: 5 }, 6)).toBe(false);
  expect(isOpenNote({ shownAt: undefined }, 9)).toBe(true);
});

it("takes more pages for more words, and one for few", () => {
  expect(pagesFor([{ text: "We decide together." }])).toBe(1);
  expect(pagesFor(Array.from({ length: 8 }, () => ({ text: "x".repeat(270) })))).toBe(2);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isDue,
  isInForce,
  lineOf,
  maySupersede,
  nextState,
  reviewAt,
  saidAlready,
  successorOf,
  type Decision,
  type DecisionEvent,
} from "../../../src/domain/decisions.ts";

type Kept = Pick<Decision, "id" | "number" | "state" | "supersedes">;

/** What may be done next: a decision is made, alone or in the place of another, or something happens to one. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom("record", "adopt", "supersede", "hour", "object", "vote", "yes", "no"),
    which: fc.nat(30),
  }),
  { maxLength: 60 },
);

/** Plays them as the store does, by the rules of the domain alone. */
function played(all: readonly { readonly what: string; readonly which: number }[]): readonly Kept[] {
  const kept: Kept[] = [];
  const add = (of: Partial<Kept>): unknown =>
    kept.push({ id: `d${kept.length}`, number: kept.length + 1, state: "waiting", supersedes: undefined, ...of });
  for (const { what, which } of all) {
    const at = kept.length === 0 ? -1 : which % kept.length;
    const one = kept[at];
    if (what === "record") add({});
    else if (what === "adopt") add({ state: "stands" });
    else if (one === undefined) continue;
    else if (what === "supersede") {
      if (maySupersede(kept, one)) add({ supersedes: one.id });
    } else {
      const event: DecisionEvent =
        what === "vote"
          ? { kind: "put-to-vote" }
          : what === "hour" || what === "object"
            ? { kind: "hour", objections: what === "hour" ? 0 : 2 }
            : { kind: "voted", carried: what === "yes" };
      const state = nextState(one.state, event);
      if (state !== undefined) kept[at] = { ...one, state };
    }
  }
  return kept;
}

describe("decisions", () => {
  it("are numbered without gaps, and the history of each is one line without gaps", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const kept = played(all);
        expect(kept.map(({ number }) => number)).toEqual(kept.map((_, index) => index + 1));
        for (const one of kept) {
          // Nothing that took its place, or is about to, has a rival.
          const heirs = kept.filter(({ supersedes, state }) => supersedes === one.id && state !== "rejected");
          expect(heirs.length).toBeLessThanOrEqual(1);
          const line = lineOf(kept, one);
          expect(line).toContain(one);
          for (const [index, now] of line.entries()) {
            const before = line[index - 1];
            expect(now.supersedes).toBe(before?.id);
            // What had its place taken stood.
            if (before !== undefined) expect(before.state).toBe("stands");
          }
          // From whichever of those that stand it is looked at, it is the same line.
          if (one.state === "stands") {
            for (const other of line) expect(lineOf(kept, other)).toEqual(line);
          }
        }
        // Exactly one of each line holds: the last.
        const lines = Map.groupBy(
          kept.filter(({ state }) => state === "stands"),
          (one) => lineOf(kept, one)[0]?.id,
        );
        for (const line of lines.values()) {
          const [first] = line;
          const holds = line.filter((one) => isInForce(kept, one));
          expect(holds).toEqual(first === undefined ? [] : [lineOf(kept, first).at(-1)]);
        }
      }),
    );
  });

  it("never change once they stand or are rejected", () => {
    for (const state of ["stands", "rejected"] as const) {
      expect(nextState(state, { kind: "hour", objections: 0 })).toBeUndefined();
      expect(nextState(state, { kind: "put-to-vote" })).toBeUndefined();
      expect(nextState(state, { kind: "voted", carried: true })).toBeUndefined();
    }
    expect(nextState("contested", { kind: "hour", objections: 0 })).toBeUndefined();
    expect(nextState("waiting", { kind: "voted", carried: true })).toBeUndefined();
  });

  it("hold while what is to take their place is not decided", () => {
    const one: Kept = { id: "a", number: 1, state: "stands", supersedes: undefined };
    const next: Kept = { id: "b", number: 2, state: "voting", supersedes: "a" };
    expect(successorOf([one, next], one)).toBeUndefined();
    expect(successorOf([one, next], one, { pending: true })).toBe(next);
    expect(isInForce([one, next], one)).toBe(true);
  });

  it("are reviewed at the first meeting after the day of their review", () => {
    const zone = "Europe/Paris";
    const day = reviewAt("2026-05-04", zone);
    expect(isDue("2026-05-04", zone, day - 1, undefined)).toBe(false);
    expect(isDue("2026-05-04", zone, day, undefined)).toBe(true);
    expect(isDue("2026-05-04", zone, day + 1, day - 1)).toBe(true);
    // That meeting has dealt with it.
    expect(isDue("2026-05-04", zone, day + 2, day + 1)).toBe(false);
  });
});

describe("what says the same", () => {
  const recordedAt = Date.UTC(2026, 2, 20);
  const one = { id: "a", text: "We meet on Thursdays", rule: undefined, recordedAt, supersedes: undefined } as const;
  const day = 24 * 60 * 60_000;
  const said = (all: Parameters<typeof saidAlready>[0], text: string, now = recordedAt, rule?: number) =>
    saidAlready(all, { text, rule }, now)?.id;

  it("is found while it is to be decided, and for a day where it holds", () => {
    for (const state of ["waiting", "contested", "voting"] as const)
      expect(said([{ ...one, state }], " we meet  on THURSDAYS", recordedAt + 9 * day)).toBe("a");
    expect(said([{ ...one, state: "stands" }], one.text, recordedAt + day - 1)).toBe("a");
    expect(said([{ ...one, state: "stands" }], one.text, recordedAt + day)).toBeUndefined();
  });

  it("is no other words, no rule, and nothing that holds no more", () => {
    expect(said([{ ...one, state: "waiting" }], "We meet on Fridays")).toBeUndefined();
    expect(said([{ ...one, state: "waiting" }], one.text, recordedAt, 0)).toBeUndefined();
    expect(said([{ ...one, state: "rejected" }], one.text)).toBeUndefined();
    const after = { ...one, id: "b", text: "We meet on Fridays", supersedes: "a", state: "stands" } as const;
    expect(said([{ ...one, state: "stands" }, after], one.text)).toBeUndefined();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps, type Action, type CareAct, type Span } from "../../../src/domain/actions.ts";
import { careAfterMove, gaps, isShift, nextReminder, shiftsOf } from "../../../src/domain/shifts.ts";
import { localParts, wallClock } from "../../../src/domain/time.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const zone = fc.constantFrom("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
const span = fc
  .tuple(fc.integer({ min: 1.75e12, max: 1.9e12 }), fc.integer({ min: 1, max: 31 * 24 * 60 }))
  .map(([from, minutes]): Span => ({ from: from - (from % minute), to: from - (from % minute) + minutes * minute }));

const action = (
  { from, to }: Span,
  at: string,
  forms: readonly string[],
  takers = (_: number) => [] as string[],
): Action => ({
  id: "a",
  number: 1,
  cellId: "c",
  zone: at,
  what: "Gate",
  where: undefined,
  shared: false,
  state: "planned",
  plannedById: undefined,
  reason: undefined,
  endedAt: undefined,
  from,
  to,
  acts: forms.flatMap((form) =>
    shiftsOf({ from, to }, at).map((one, index): CareAct => ({
      id: `${form}${index}`,
      actionId: "a",
      form,
      places: 2,
      takers: takers(index),
      doneAt: undefined,
      ...one,
    })),
  ),
  rest: undefined,
});

describe("shifts", () => {
  it("are the whole time without a gap, at midnight, fourteen at most, none of them short", () => {
    fc.assert(
      fc.property(span, zone, (of, at) => {
        const all = shiftsOf(of, at);
        expect(all[0]?.from).toBe(of.from);
        expect(all.at(-1)?.to).toBe(of.to);
        expect(all.length).toBeLessThanOrEqual(14);
        for (const [index, one] of all.entries()) {
          if (index > 0) expect(one.from).toBe(all[index - 1]?.to);
          if (index > 0) expect(localParts(one.from, at).minuteOfDay).toBe(0);
          if (all.length > 1) expect(one.to - one.from).toBeGreaterThanOrEqual(4 * hour);
        }
        if (of.to - of.from <= day) expect(all).toEqual([of]);
      }),
    );
  });

  it("of an action that was moved overlap it, are its days, and nobody stands in two of a form", () => {
    fc.assert(
      fc.property(span, span, zone, (before, after, at) => {
        const of = action(before, at, ["meals", "rides"]);
        const { moved, added, fallen } = careAfterMove(of, after);
        const all = [...moved.map(({ act, to }) => ({ form: act.form, ...to })), ...added];
        expect(moved.length + fallen.length).toBe(of.acts.length);
        for (const one of all) expect(overlaps(one, after)).toBe(true);
        for (const form of ["meals", "rides"]) {
          const starts = all.filter((one) => one.form === form).map(({ from }) => from);
          expect(new Set(starts).size).toBe(starts.length);
          expect(starts.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("keep their day where an action becomes longer or shorter, and days come and go", () => {
    const at = "Europe/Paris";
    const on = (date: string, time: string): number => wallClock(date, time, at);
    const before = { from: on("2026-05-16", "10:00"), to: on("2026-05-17", "17:00") };
    const of = action(before, at, ["meals"], (index) => [`p${index}`]);
    const earlier = careAfterMove(of, { from: on("2026-05-15", "10:00"), to: before.to });
    expect(earlier.moved.map(({ act, to }) => [act.takers, localParts(to.from, at).date])).toEqual([
      [["p0"], "2026-05-16"],
      [["p1"], "2026-05-17"],
    ]);
    expect(earlier.added.map(({ from }) => localParts(from, at).date)).toEqual(["2026-05-15"]);
    const shorter = careAfterMove(of, { from: on("2026-05-17", "10:00"), to: on("2026-05-17", "17:00") });
    expect(shorter.moved.map(({ act }) => act.takers)).toEqual([["p1"]]);
    expect(shorter.fallen.map(({ takers }) => takers)).toEqual([["p0"]]);
    const later = careAfterMove(of, { from: before.from + 7 * day, to: before.to + 7 * day });
    expect(later.moved.map(({ act, to }) => [act.takers, localParts(to.from, at).date])).toEqual([
      [["p0"], "2026-05-23"],
      [["p1"], "2026-05-24"],
    ]);
  });

  it("are reminded of on the evening before, and those that are over are no gaps", () => {
    const at = "Europe/Paris";
    const from = wallClock("2026-05-16", "10:00", at);
    const of = action({ from, to: wallClock("2026-05-18", "17:00", at) }, at, ["meals"]);
    const seen: string[] = [];
    for (let now: number | undefined = from; (now = nextReminder(of, now)) !== undefined;) {
      seen.push(`${localParts(now, at).date} ${localParts(now, at).minuteOfDay / 60}`);
    }
    expect(seen).toEqual(["2026-05-16 18", "2026-05-17 18"]);
    expect(gaps(of, from)).toHaveLength(3);
    expect(gaps(of, wallClock("2026-05-17", "01:00", at))).toHaveLength(2);
    expect(of.acts.every((act) => isShift(act, of))).toBe(true);
  });
});

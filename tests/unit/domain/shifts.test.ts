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

  const at = "Europe/Paris";
  const on = (date: string, time: string): number => wallClock(date, time, at);
  /** A form at its own hours, as `date from to`, of an action. */
  const own = (
    of: Span,
    hours: readonly string[],
    more: (index: number) => Partial<CareAct> = () => ({}),
    form = "meals",
  ): Action => ({
    ...action(of, at, []),
    acts: hours.map((one, index): CareAct => {
      const [date = "", from = "", to = ""] = one.split(" ");
      const at = { from: on(date, from), to: on(date, to) };
      return {
        id: `${form}${index}`,
        actionId: "a",
        form,
        places: 2,
        takers: [`p${index}`],
        doneAt: undefined,
        ...at,
        ...more(index),
      };
    }),
  });
  const shown = ({ from, to }: Span): string => {
    const [begin, end] = [localParts(from, at), localParts(to, at)];
    return `${begin.date.slice(5)} ${begin.minuteOfDay / 60}-${end.minuteOfDay / 60}`;
  };
  const came = (of: Action, after: Span) => {
    const { moved, added, fallen } = careAfterMove(of, after);
    return {
      moved: moved.map(({ act, to }) => `${act.takers.join()} ${shown(to)}`),
      added: added.map(shown),
      fallen: fallen.map(({ takers }) => takers.join()),
    };
  };
  const lunches = ["2026-05-16 12:00 13:00", "2026-05-17 12:00 13:00", "2026-05-18 12:00 13:00"];
  const camp = { from: on("2026-05-16", "10:00"), to: on("2026-05-18", "17:00") };

  it("with hours of their own keep them where an action becomes shorter, and fall with their day", () => {
    const of = own(camp, lunches);
    expect(came(of, { from: camp.from, to: on("2026-05-16", "17:00") })).toEqual({
      moved: ["p0 05-16 12-13"],
      added: [],
      fallen: ["p1", "p2"],
    });
    // An hour that the action has no more goes, and what is left of one stays.
    expect(came(of, { from: on("2026-05-16", "12:30"), to: on("2026-05-18", "11:00") })).toEqual({
      moved: ["p0 05-16 12.5-13", "p1 05-17 12-13"],
      added: [],
      fallen: ["p2"],
    });
  });

  it("with hours of their own come on new days too, where the form is given daily", () => {
    const of = own(camp, [...lunches.slice(0, 2), "2026-05-17 19:00 20:00", ...lunches.slice(2)]);
    expect(came(of, { from: on("2026-05-15", "10:00"), to: on("2026-05-19", "17:00") })).toEqual({
      moved: ["p0 05-16 12-13", "p1 05-17 12-13", "p2 05-17 19-20", "p3 05-18 12-13"],
      added: ["05-15 12-13", "05-19 12-13"],
      fallen: [],
    });
    const once = own(camp, lunches.slice(1, 2));
    expect(came(once, { from: camp.from, to: on("2026-05-20", "17:00") }).added).toEqual([]);
    // Elsewhere altogether nobody keeps a day, and the hours stay what they were.
    expect(came(of, { from: on("2026-06-06", "10:00"), to: on("2026-06-07", "17:00") })).toEqual({
      moved: [],
      added: ["06-06 12-13", "06-07 12-13"],
      fallen: ["p0", "p1", "p2", "p3"],
    });
    expect(came(of, { from: on("2026-06-06", "14:00"), to: on("2026-06-06", "17:00") }).added).toEqual(["06-06 14-17"]);
  });

  it("that were done are not to be done again, and new days come all the same", () => {
    const doneFirst = (index: number): Partial<CareAct> => (index === 0 ? { doneAt: on("2026-05-16", "20:00") } : {});
    const days = action(camp, at, ["meals"], (index) => [`p${index}`]);
    const first = { ...days, acts: days.acts.map((act, index) => ({ ...act, ...doneFirst(index) })) };
    const saturday = { from: camp.from, to: on("2026-05-16", "23:00") };
    expect(came(first, saturday)).toEqual({ moved: [], added: [], fallen: ["p1", "p2"] });
    expect(came(own(camp, lunches, doneFirst), saturday)).toEqual({ moved: [], added: [], fallen: ["p1", "p2"] });
    const all = { ...days, acts: days.acts.map((act) => ({ ...act, doneAt: camp.to })) };
    const longer = { from: camp.from, to: on("2026-05-19", "17:00") };
    expect(came(all, longer)).toEqual({ moved: [], added: ["05-19 0-17"], fallen: [] });
    expect(
      came(
        own(camp, lunches, () => ({ doneAt: camp.to })),
        longer,
      ).added,
    ).toEqual(["05-19 12-13"]);
    // A day later as a whole: what was given on the Sunday is not given again.
    const second = { ...days, acts: days.acts.map((act, index) => (index === 1 ? { ...act, doneAt: 1 } : act)) };
    expect(came(second, { from: camp.from + day, to: camp.to + day })).toEqual({
      moved: ["p2 05-19 0-17"],
      added: ["05-18 0-0"],
      fallen: ["p0"],
    });
  });

  it("move along over a change of clocks, and people keep them", () => {
    const week = { from: on("2026-03-21", "10:00"), to: on("2026-03-22", "17:00") };
    const of = action(week, at, ["meals"], (index) => [`p${index}`]);
    expect(came(of, { from: on("2026-03-28", "10:00"), to: on("2026-03-29", "17:00") })).toEqual({
      moved: ["p0 03-28 10-0", "p1 03-29 0-17"],
      added: [],
      fallen: [],
    });
  });

  it("lie in the action after it has moved, whatever was done; what was done stays, and is not asked for again", () => {
    const hours = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 30 * 24 }), fc.integer({ min: 1, max: 6 }), fc.boolean()),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(span, span, zone, hours, fc.boolean(), (before, after, at, some, days) => {
        const base = action(before, at, days ? ["meals"] : []);
        const acts = some.flatMap(([begin, length, isDone], index): CareAct[] => {
          const act = { from: before.from + begin * hour, to: before.from + (begin + length) * hour };
          const doneAt = isDone ? act.to : undefined;
          const own = { id: `own${index}`, actionId: "a", form: "rides", places: 1, takers: [], doneAt, ...act };
          return isShift(act, base) ? [own] : [];
        });
        const of = {
          ...base,
          acts: [...base.acts.map((act, index) => (index % 3 === 1 ? { ...act, doneAt: act.to } : act)), ...acts],
        };
        const { moved, added, fallen } = careAfterMove(of, after);
        const open = of.acts.filter(({ doneAt }) => doneAt === undefined);
        expect(new Set([...moved.map(({ act }) => act), ...fallen])).toEqual(new Set(open));
        expect(moved.length + fallen.length).toBe(open.length);
        for (const one of [...moved.map(({ to }) => to), ...added]) expect(overlaps(one, after)).toBe(true);
        for (const one of added) {
          const done = of.acts.filter((act) => act.form === one.form && act.doneAt !== undefined);
          expect(done.some((act) => overlaps(act, one))).toBe(false);
        }
        // A form stays one of the action.
        const left = [...moved.map(({ act }) => act), ...added].map(({ form }) => form);
        const kept = of.acts.filter((act) => act.doneAt !== undefined && overlaps(act, after)).map(({ form }) => form);
        expect(new Set([...left, ...kept])).toEqual(new Set(of.acts.map(({ form }) => form)));
      }),
    );
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

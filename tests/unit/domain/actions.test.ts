import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actAfterMove,
  careForms,
  defaultRest,
  movedAlong,
  nextOpenReminder,
  openPlaces,
  overlaps,
  restAfterMove,
  suggestForms,
  type Span,
} from "../../../src/domain/actions.ts";
import { localParts, wallClock } from "../../../src/domain/time.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const zones = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];
const zone = fc.constantFrom(...zones);
const span = fc
  .tuple(fc.integer({ min: 1.75e12, max: 1.9e12 }), fc.integer({ min: 1, max: 6 * 24 * 60 }))
  .map(([from, minutes]): Span => ({ from: from - (from % minute), to: from - (from % minute) + minutes * minute }));

describe("care and its action", () => {
  it("overlap where a minute-by-minute look finds a minute of both", () => {
    const small = fc.tuple(fc.nat(12), fc.nat(12)).map(([from, to]) => ({ from, to }));
    fc.assert(
      fc.property(small, small, (a, b) => {
        const inside = (one: Span, at: number): boolean => one.from <= at && at < one.to;
        const both = Array.from({ length: 13 }, (_, at) => at).some((at) => inside(a, at) && inside(b, at));
        expect(overlaps(a, b)).toBe(both);
      }),
    );
  });

  it("an act overlaps its action however it is moved", () => {
    fc.assert(
      fc.property(
        span,
        span,
        fc.nat(6 * 24 * 60),
        fc.integer({ min: 1, max: 600 }),
        zone,
        (before, after, offset, length, where) => {
          const from = before.from + offset * minute;
          const act = { from, to: from + length * minute };
          fc.pre(overlaps(act, before));
          const moved = actAfterMove(act, before, after, where);
          expect(overlaps(moved, after)).toBe(true);
        },
      ),
    );
  });

  it("a meal at noon stays at noon over a change of clocks", () => {
    const noon = wallClock("2026-03-28", "12:00", "Europe/Paris");
    const before = wallClock("2026-03-28", "10:00", "Europe/Paris");
    const after = wallClock("2026-03-29", "10:00", "Europe/Paris");
    expect(localParts(movedAlong(noon, before, after, "Europe/Paris"), "Europe/Paris")).toMatchObject({
      date: "2026-03-29",
      time: "12:00",
    });
    const later = wallClock("2026-03-29", "11:30", "Europe/Paris");
    expect(localParts(movedAlong(noon, before, later, "Europe/Paris"), "Europe/Paris").time).toBe("13:30");
  });

  it("has so many open places as nobody has taken, and none once it is done", () => {
    const act = { id: "a", actionId: "b", form: "meals", from: 0, to: 1, places: 2, takers: ["p"], doneAt: undefined };
    expect([
      openPlaces(act),
      openPlaces({ ...act, takers: ["p", "q", "r"] }),
      openPlaces({ ...act, doneAt: 5 }),
    ]).toEqual([1, 0, 0]);
  });
});

describe("rest", () => {
  it("is at 18:00 on the day after the action ends, and after its end", () => {
    fc.assert(
      fc.property(span, zone, ({ to }, where) => {
        const rest = defaultRest(to, where);
        expect(rest).toBeGreaterThanOrEqual(to);
        const [end, its] = [localParts(to - 1, where), localParts(rest, where)];
        expect(its.time).toBe("18:00");
        expect(Math.round((Date.parse(its.date) - Date.parse(end.date)) / day)).toBe(1);
      }),
    );
  });

  it("follows a moved action as many days later at the same hour, and never comes before its end", () => {
    fc.assert(
      fc.property(span, span, fc.integer({ min: 0, max: 10 * 24 * 60 }), zone, (before, after, ahead, where) => {
        const at = before.to + ahead * minute;
        const moved = restAfterMove(at, before.to, after.to, where);
        expect(moved).toBeGreaterThanOrEqual(after.to);
        if (ahead > 2 * 24 * 60) {
          const was = localParts(at, where).date;
          const days = (date: string, end: number): number =>
            Math.round((Date.parse(date) - Date.parse(localParts(end - 1, where).date)) / day);
          expect(days(localParts(moved, where).date, after.to)).toBe(days(was, before.to));
        }
      }),
    );
  });
});

describe("suggestions and reminders", () => {
  const past = fc.array(fc.uniqueArray(fc.constantFrom<string>(...careForms, "our own")), { maxLength: 8 });

  it("a form that each of the last three had is never suggested before one of them had not", () => {
    fc.assert(
      fc.property(past, (all) => {
        const { forms, repeated } = suggestForms(all);
        expect([...forms].sort()).toEqual([...careForms].sort());
        const lately = all.slice(0, 3);
        const running =
          lately.length === 3 ? (lately[0] ?? []).filter((form) => lately.every((one) => one.includes(form))) : [];
        expect([...repeated].sort()).toEqual([...running].sort());
        if (running.length === 0) return;
        const used = (form: string): boolean => lately.some((one) => one.includes(form));
        const fresh = careForms.filter((form) => !used(form));
        // Those that were not used lately come before all that were.
        expect([...forms.slice(0, fresh.length)].sort()).toEqual([...fresh].sort());
      }),
    );
  });

  it("what was used last is suggested first, as long as it is not always the same", () => {
    expect(suggestForms([["rides"], ["meals"]]).forms.slice(0, 2)).toEqual(["rides", "meals"]);
    expect(suggestForms([["rides"], ["rides"], ["rides", "meals"]]).forms.at(-1)).toBe("rides");
    expect(suggestForms([]).forms[0]).toBe("meals");
  });

  it("the chat is reminded of open places two days, a day and three hours before", () => {
    const start = 100 * day;
    const seen: number[] = [];
    for (let now: number | undefined = 0; (now = nextOpenReminder(start, now)) !== undefined;) seen.push(start - now);
    expect(seen).toEqual([2 * day, day, 3 * hour]);
  });
});

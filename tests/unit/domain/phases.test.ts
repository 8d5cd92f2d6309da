import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  firstLook,
  nextLook,
  nextStretch,
  shortestPhase,
  stretchesAfter,
  stretchesWithin,
  stretchOn,
  toldAt,
  toTell,
  type PhaseCalendar,
} from "../../../src/domain/phases.ts";
import { addDays, daysBetween, localParts } from "../../../src/domain/time.ts";

const zones = ["Europe/Paris", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"];
const calendars = fc.record({
  startsOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays("2025-12-01", days)),
  burst: fc.integer({ min: shortestPhase, max: 29 }),
  lull: fc.integer({ min: shortestPhase, max: 40 }),
});
const day = 24 * 60 * 60_000;

/** Walks from the beginning, day by day. */
function walked({ startsOn, burst, lull }: PhaseCalendar, date: string) {
  let [from, kind] = [startsOn, "burst" as "burst" | "lull"];
  let until = addDays(from, burst);
  while (until <= date) {
    kind = kind === "burst" ? "lull" : "burst";
    [from, until] = [until, addDays(until, kind === "burst" ? burst : lull)];
  }
  return { kind, from, until };
}

describe("a calendar of bursts and lulls", () => {
  it("is the one that is walked day by day", () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: 500 }), (calendar, days) => {
        const date = addDays(calendar.startsOn, days);
        expect(stretchOn(calendar, date)).toEqual(walked(calendar, date));
        expect(nextStretch(calendar, date)).toEqual(walked(calendar, walked(calendar, date).until));
      }),
    );
  });

  it("has nothing before its beginning, and then a burst", () => {
    const calendar = { startsOn: "2026-04-01", burst: 14, lull: 7 };
    expect(stretchOn(calendar, "2026-03-31")).toBeUndefined();
    const first = { kind: "burst", from: "2026-04-01", until: "2026-04-15" };
    expect(nextStretch(calendar, "2026-03-01")).toEqual(first);
    expect(stretchesAfter(calendar, "2026-03-01", "2026-04-16")).toEqual([
      first,
      { kind: "lull", from: "2026-04-15", until: "2026-04-22" },
    ]);
  });

  it("lists those that some days touch: that of each day, once", () => {
    const whole = { startsOn: "2026-04-01", burst: 14, lull: 7 };
    expect(stretchesWithin(undefined, { from: "2026-04-01", to: "2026-05-01" })).toEqual([]);
    // What begins on the last day is among them.
    expect(stretchesWithin(whole, { from: "2026-04-14", to: "2026-04-15" }).map(({ kind }) => kind)).toEqual([
      "burst",
      "lull",
    ]);
    fc.assert(
      fc.property(calendars, fc.integer({ min: -50, max: 300 }), fc.nat({ max: 120 }), (calendar, days, length) => {
        const from = addDays(calendar.startsOn, days);
        const each = Array.from({ length: length + 1 }, (_, later) => stretchOn(calendar, addDays(from, later)));
        const seen = new Map(each.flatMap((one) => (one === undefined ? [] : [[one.from, one] as const])));
        expect(stretchesWithin(calendar, { from, to: addDays(from, length) })).toEqual([...seen.values()]);
      }),
    );
  });

  it("lists stretches without a gap", () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: -50, max: 300 }), (calendar, days) => {
        const date = addDays(calendar.startsOn, days);
        const listed = stretchesAfter(calendar, date, addDays(date, 92));
        let before = stretchOn(calendar, date);
        for (const stretch of listed) {
          expect(stretch.from > date).toBe(true);
          if (before !== undefined) expect(stretch.from).toBe(before.until);
          expect(stretch.kind).not.toBe(before?.kind ?? "lull");
          expect(daysBetween(stretch.from, stretch.until)).toBe(
            stretch.kind === "burst" ? calendar.burst : calendar.lull,
          );
          before = stretch;
        }
      }),
    );
  });
});

describe("the turn of a phase", () => {
  /** Follows the looks as the job does; `down`: for how long the bot is gone before a look. Gives what was told. */
  function follow(
    calendar: PhaseCalendar,
    places: readonly string[],
    start: number,
    end: number,
    down: readonly number[],
  ) {
    const told: { zone: string; from: string; at: number }[] = [];
    const first = nextStretch(calendar, localParts(start, "Europe/Paris").date).from;
    let look = { date: first, at: firstLook(first) };
    let looks = 0;
    while (look.at < end) {
      const now = Math.max(look.at, start) + (down[looks % Math.max(1, down.length)] ?? 0);
      looks++;
      for (const zone of places) {
        const stretch = toTell(calendar, look.date, zone, now);
        // As in the store: a chat that has been told of this turn is not told again.
        if (stretch !== undefined && !told.some((one) => one.zone === zone && one.from === stretch.from)) {
          told.push({ zone, from: stretch.from, at: now });
        }
      }
      const next = nextLook(calendar, look.date, places, now);
      expect(next.at > look.at || next.date > look.date).toBe(true);
      look = next;
    }
    return told;
  }

  it("is told in every zone, once, at nine in the morning there", () => {
    fc.assert(
      fc.property(calendars, fc.uniqueArray(fc.constantFrom(...zones), { minLength: 1 }), (calendar, places) => {
        const start = Date.UTC(2026, 2, 1, 12);
        const end = start + 120 * day;
        const told = follow(calendar, places, start, end, []);
        for (const zone of places) {
          const wanted = stretchesAfter(
            calendar,
            localParts(start, "Europe/Paris").date,
            addDays(localParts(end, zone).date, 1),
          );
          const times = wanted.map(({ from }) => ({ zone, from, at: toldAt(from, zone) }));
          expect(told.filter((one) => one.zone === zone)).toEqual(times.filter(({ at }) => at < end));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("after a time of being down tells only the phase that runs, and none twice", () => {
    const downs = fc.array(fc.integer({ min: 0, max: 60 * day }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(calendars, downs, (calendar, down) => {
        const start = Date.UTC(2026, 2, 1, 12);
        const told = follow(calendar, zones, start, start + 400 * day, down);
        expect(new Set(told.map(({ zone, from }) => `${zone} ${from}`)).size).toBe(told.length);
        for (const { zone, from, at } of told) {
          expect(stretchOn(calendar, localParts(at, zone).date)?.from).toBe(from);
          expect(at).toBeGreaterThanOrEqual(toldAt(from, zone));
        }
      }),
      { numRuns: 60 },
    );
  });
});

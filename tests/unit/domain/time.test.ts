import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCalendar,
  addDays,
  afterQuietHours,
  findZone,
  gridCeil,
  inQuietHours,
  isZone,
  localParts,
  nextYear,
  undisturbed,
  wallClock,
  zoneCity,
} from "../../../src/domain/time.ts";

const iso = (ms: number) => new Date(ms).toISOString();
const zones = ["Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "UTC"];

describe("wallClock", () => {
  it.each([
    ["an ordinary evening", "2026-03-27", "18:00", "Europe/Paris", "2026-03-27T17:00:00.000Z"],
    ["the same after the change", "2026-03-30", "18:00", "Europe/Paris", "2026-03-30T16:00:00.000Z"],
    ["a gap of an hour: 02:30 is 03:30", "2026-03-29", "02:30", "Europe/Paris", "2026-03-29T01:30:00.000Z"],
    ["twice: the first", "2026-10-25", "02:30", "Europe/Paris", "2026-10-25T00:30:00.000Z"],
    ["a gap off the hour", "2026-03-08", "02:15", "America/St_Johns", "2026-03-08T05:45:00.000Z"],
    ["twice off the hour", "2026-11-01", "01:15", "America/St_Johns", "2026-11-01T03:45:00.000Z"],
    ["a gap of half an hour: 02:10 is 02:40", "2026-10-04", "02:10", "Australia/Lord_Howe", "2026-10-03T15:40:00.000Z"],
    ["twice, half an hour apart", "2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z"],
    ["a day that was left out", "2011-12-30", "10:00", "Pacific/Apia", "2011-12-30T20:00:00.000Z"],
    ["the clocks of Ramadan: gap", "2026-03-22", "02:30", "Africa/Casablanca", "2026-03-22T02:30:00.000Z"],
    ["the clocks of Ramadan: twice", "2026-02-15", "02:30", "Africa/Casablanca", "2026-02-15T01:30:00.000Z"],
  ])("%s", (_name, date, time, zone, expected) => {
    expect(iso(wallClock(date, time, zone))).toBe(expected);
  });

  it("takes minutes of the day as well, and throws on what is no time", () => {
    expect(wallClock("2026-03-27", 18 * 60 + 5, "Europe/Paris")).toBe(wallClock("2026-03-27", "18:05", "Europe/Paris"));
    expect(() => wallClock("2026-03-27", 1440, "Europe/Paris")).toThrow(RangeError);
    expect(() => wallClock("2026-02-30", "10:00", "Europe/Paris")).toThrow(RangeError);
  });

  it("is undone by localParts wherever the time exists, and never earlier than asked", () => {
    const day = fc.integer({ min: 0, max: 365 * 15 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), fc.constantFrom(...zones), (offset, minute, zone) => {
        const date = addDays("2010-01-01", offset);
        const parts = localParts(wallClock(date, minute, zone), zone);
        const late = (Date.parse(parts.date) - Date.parse(date)) / 60_000 + parts.minuteOfDay - minute;
        // Nothing, or the gap: half an hour, an hour, and the day that Apia left out.
        return [0, 30, 60, 24 * 60].includes(late);
      }),
    );
  });
});

describe("localParts, addDays, addCalendar", () => {
  it("shows what clock and calendar show", () => {
    expect(localParts(Date.parse("2026-03-27T23:30:00Z"), "Europe/Paris")).toEqual({
      year: 2026,
      month: 3,
      day: 28,
      hour: 0,
      minute: 30,
      minuteOfDay: 30,
      weekday: 6,
      date: "2026-03-28",
      time: "00:30",
    });
  });

  it("counts days by the calendar, minutes exactly", () => {
    const before = wallClock("2026-03-28", "18:00", "Europe/Paris");
    expect(addCalendar(before, "Europe/Paris", 1)).toBe(wallClock("2026-03-29", "18:00", "Europe/Paris"));
    expect(addCalendar(before, "Europe/Paris", 0, 24 * 60)).toBe(wallClock("2026-03-29", "19:00", "Europe/Paris"));
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  });
});

describe("gridCeil", () => {
  it("is the first point of the grid at or after the moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), fc.integer({ min: 1, max: 1440 }), (ms, minutes) => {
        const point = gridCeil(ms, minutes);
        return point >= ms && point - ms < minutes * 60_000 && Math.abs(point % (minutes * 60_000)) === 0;
      }),
    );
    expect(() => gridCeil(0, 0)).toThrow(RangeError);
  });
});

describe("quiet hours", () => {
  const at = (date: string, time: string) => wallClock(date, time, "Europe/Paris");

  it("wrap midnight", () => {
    const quiet = (time: string) => inQuietHours(at("2026-03-20", time), "Europe/Paris", 22 * 60, 8 * 60);
    expect([quiet("21:59"), quiet("22:00"), quiet("03:00"), quiet("07:59"), quiet("08:00")]).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(afterQuietHours(at("2026-03-20", "23:00"), "Europe/Paris", 1320, 480)).toBe(at("2026-03-21", "08:00"));
    expect(afterQuietHours(at("2026-03-20", "07:00"), "Europe/Paris", 1320, 480)).toBe(at("2026-03-20", "08:00"));
    expect(afterQuietHours(at("2026-03-20", "12:00"), "Europe/Paris", 1320, 480)).toBe(at("2026-03-20", "12:00"));
  });

  it("of no length are never", () => {
    expect(inQuietHours(at("2026-03-20", "10:00"), "Europe/Paris", 600, 600)).toBe(false);
  });

  it("end at the second 02:30 for who is in the hour that exists twice, and after the gap in spring", () => {
    const second = Date.parse("2026-10-25T01:10:00Z"); // 02:10, winter time
    expect(iso(afterQuietHours(second, "Europe/Paris", 60, 150))).toBe("2026-10-25T01:30:00.000Z");
    expect(afterQuietHours(at("2026-03-29", "01:50"), "Europe/Paris", 1320, 150)).toBe(at("2026-03-29", "03:30"));
  });

  it("undisturbed keeps the quiet hours of somebody's own zone, else of the one given, and none where none are set", () => {
    const night = at("2026-03-20", "23:00");
    const quiet = { zone: null, quietFrom: 1320, quietTo: 480 };
    expect(undisturbed(night, quiet, "Europe/Paris")).toBe(at("2026-03-21", "08:00"));
    expect(undisturbed(night, { ...quiet, zone: "America/New_York" }, "Europe/Paris")).toBe(night);
    expect(undisturbed(night, { ...quiet, quietFrom: 0, quietTo: null }, "Europe/Paris")).toBe(night);
    expect(undisturbed(night, { zone: undefined, quietFrom: undefined, quietTo: undefined }, "UTC")).toBe(night);
  });

  it("afterQuietHours is never earlier, never quiet, and at most a day and a gap later", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const start = Date.parse("2011-12-20T00:00:00Z");
    const moment = fc.integer({ min: 0, max: 15 * 366 * 1440 }).map((minutes) => start + minutes * 60_000);
    // Around the changes of clocks, where it could go wrong.
    const edges = [
      "2026-03-29T01:00Z",
      "2026-10-25T01:00Z",
      "2026-04-04T15:00Z",
      "2026-10-03T15:30Z",
      "2011-12-30T10:00Z",
    ];
    const nearEdge = fc
      .tuple(fc.constantFrom(...edges), fc.integer({ min: -1500, max: 1500 }))
      .map(([edge, minutes]) => Date.parse(edge) + minutes * 60_000);
    fc.assert(
      fc.property(fc.oneof(moment, nearEdge), fc.constantFrom(...zones), minute, minute, (ms, zone, from, to) => {
        const after = afterQuietHours(ms, zone, from, to);
        expect(after).toBeGreaterThanOrEqual(ms);
        expect(inQuietHours(after, zone, from, to)).toBe(false);
        expect(after - ms).toBeLessThanOrEqual(50 * 3_600_000);
        if (!inQuietHours(ms, zone, from, to)) expect(after).toBe(ms);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("zones by people's words", () => {
  it.each([
    ["Paris", "Europe/Paris"],
    ["europe/paris", "Europe/Paris"],
    ["EUROPE PARIS", "Europe/Paris"],
    ["new york", "America/New_York"],
    ["Nueva York", "America/New_York"],
    ["São Paulo", "America/Sao_Paulo"],
    ["Buenos Aires", "America/Argentina/Buenos_Aires"],
    ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["asia/calcutta", "Asia/Kolkata"],
    ["Kiev", "Europe/Kyiv"],
    ["St. John's", "America/St_Johns"],
    ["amsterdam", "Europe/Amsterdam"],
    ["US/Eastern", "US/Eastern"],
    ["utc", "UTC"],
    ["GMT", "GMT"],
    [" barcelona ", "Europe/Madrid"],
  ])("%s", (words, zone) => {
    expect(findZone(words)).toEqual({ ok: true, zone });
  });

  it("suggests for a misspelling, the likeliest first", () => {
    expect(findZone("Pariss")).toMatchObject({ ok: false, suggestions: expect.arrayContaining(["Europe/Paris"]) });
    const york = findZone("new yrok");
    expect(!york.ok && york.suggestions[0]).toBe("America/New_York");
    expect(findZone("xqzw")).toEqual({ ok: false, error: "zone-unknown", suggestions: [] });
    expect(findZone("")).toMatchObject({ ok: false });
  });

  it("every id that it can answer or suggest is a zone, and finds itself", () => {
    for (const id of Intl.supportedValuesOf("timeZone")) {
      const found = findZone(id);
      expect(found.ok && isZone(found.zone), id).toBe(true);
    }
    for (const word of ["londres", "la habana", "PRC", "EST5EDT", "australia/nsw", "montreal", "rangoon", "munich"]) {
      const found = findZone(word);
      expect(found.ok && isZone(found.zone), word).toBe(true);
    }
  });

  it("isZone knows names only, and never throws", () => {
    expect(["Europe/Paris", "UTC", "Asia/Kolkata"].map(isZone)).toEqual([true, true, true]);
    expect(["+01:00", "", "Europe/Atlantis", "Europe/Paris ", "__proto__", "constructor"].map(isZone)).toEqual(
      Array(6).fill(false),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        findZone(text);
        return typeof isZone(text) === "boolean";
      }),
    );
  });

  it("names a zone by its city", () => {
    expect(["Europe/Paris", "America/Argentina/Buenos_Aires", "UTC"].map(zoneCity)).toEqual([
      "Paris",
      "Buenos Aires",
      "UTC",
    ]);
  });
});

describe("nextYear", () => {
  it.each([
    ["east of Greenwich", "2026-12-31T22:59:59Z", "Europe/Paris", "2026-12-31T23:00:00.000Z"],
    ["a minute later a year lies ahead", "2026-12-31T23:00:00Z", "Europe/Paris", "2027-12-31T23:00:00.000Z"],
    ["far east", "2026-12-31T10:00:00Z", "Pacific/Kiritimati", "2027-12-31T10:00:00.000Z"],
    ["west of Greenwich", "2027-01-01T05:59:00Z", "America/Mexico_City", "2027-01-01T06:00:00.000Z"],
    ["half an hour off", "2026-12-31T18:29:00Z", "Asia/Kolkata", "2026-12-31T18:30:00.000Z"],
    ["a New Year's Day that was left out", "1994-12-01T00:00:00Z", "Pacific/Kiritimati", "1994-12-31T10:00:00.000Z"],
  ])("%s", (_, now, zone, expected) => {
    expect(iso(nextYear(Date.parse(now), zone))).toBe(expected);
  });

  it("is the first moment at which the calendar in the zone shows the next year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2060, 0, 1) }),
        fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
        (now, zone) => {
          const at = nextYear(now, zone);
          const { year } = localParts(now, zone);
          expect(at).toBeGreaterThan(now);
          expect([at - 1, at].map((ms) => localParts(ms, zone).year)).toEqual([year, year + 1]);
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localParts, wallClock } from "../../../src/domain/time.ts";
import { timesInWords } from "../../../src/words/some-time.ts";

describe("times in words", () => {
  /** Friday 20 March 2026, 17:00. The clocks change on the 29th. */
  const zone = "Europe/Paris";
  const now = wallClock("2026-03-20", "17:00", zone);
  const shown = (words: string) =>
    timesInWords(words, now, zone)?.at.map((at) => `${localParts(at, zone).date} ${localParts(at, zone).time}`);

  it("are one for each day that is meant", () => {
    const week = ["23", "24", "25", "26", "27", "28", "29"];
    for (const words of ["some evening next week", "next week, in the evening", "Some Evening  Next Week"]) {
      expect(shown(words.replace(",", "")), words).toEqual(week.map((date) => `2026-03-${date} 18:30`));
    }
    for (const words of ["alguna tarde de la próxima semana", "una tarde de la semana que viene"]) {
      expect(shown(words), words).toEqual(week.map((date) => `2026-03-${date} 18:30`));
    }
    expect(shown("an evening on a weekday next week")).toEqual(week.slice(0, 5).map((date) => `2026-03-${date} 18:30`));
    // Half past six is too near at five: people have to choose first.
    expect(shown("some evening this week")).toEqual(["2026-03-21 18:30", "2026-03-22 18:30"]);
    expect(shown("some morning this week")).toEqual(["2026-03-21 10:00", "2026-03-22 10:00"]);
    for (const words of ["at the weekend", "el fin de semana"]) {
      expect(shown(words), words).toEqual(["2026-03-21 18:30", "2026-03-22 18:30"]);
    }
    expect(shown("next weekend in the morning")).toEqual(["2026-03-28 10:00", "2026-03-29 10:00"]);
    expect(shown("alguna mañana del próximo fin de semana")).toEqual(["2026-03-28 10:00", "2026-03-29 10:00"]);
    expect(shown("una noche de esta semana")).toEqual(["2026-03-21 20:00", "2026-03-22 20:00"]);
  });

  it("leave to others what names a time exactly, or means something else", () => {
    for (const words of ["friday 18:00", "next week at 7", "next friday evening", "after the meeting next week", ""]) {
      expect(shown(words), words).toBeUndefined();
    }
  });

  it("never lie in the past and keep to their hour, whenever and wherever they are said", () => {
    const zones = fc.constantFrom("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "UTC");
    const words = fc.constantFrom(
      "some evening next week",
      "esta semana",
      "at the weekend",
      "next days in the morning",
    );
    fc.assert(
      fc.property(fc.integer({ min: 1.7e12, max: 2e12 }), zones, words, (when, where, said) => {
        const found = timesInWords(said, when, where)?.at ?? [];
        expect(found.every((at, index) => at > when && (index === 0 || at > (found[index - 1] ?? 0)))).toBe(true);
        expect(new Set(found.map((at) => localParts(at, where).minuteOfDay)).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { explain } from "../../../src/core/explain.ts";
import { cleanText, nearest } from "../../../src/words/clean.ts";
import { parseTimeOfDay } from "../../../src/words/clock.ts";
import { parseDuration } from "../../../src/words/durations.ts";
import { parseMoment, writeMoment, type MomentContext } from "../../../src/words/moments.ts";
import { LARGEST_NUMBER, parseGoal, parseInteger, parsePercentage } from "../../../src/words/numbers.ts";
import { parseTimes } from "../../../src/words/times.ts";
import type { Failure, Parsed, WordsError } from "../../../src/words/parsed.ts";
import { localParts, wallClock } from "../../../src/domain/time.ts";

const paris: MomentContext = {
  now: wallClock("2026-03-18", "10:00", "Europe/Paris"), // a Wednesday
  zone: "Europe/Paris",
  language: "en",
  defaultTime: 18 * 60,
};

/** '2026-03-27 18:00' in the zone of the context, or the error. */
function moment(text: string, context: Partial<MomentContext> = {}): string {
  const full = { ...paris, ...context };
  const parsed = parseMoment(text, full);
  if (!parsed.ok) return parsed.error;
  const { date, time } = localParts(parsed.value, full.zone);
  return `${date} ${time}`;
}

const value = <T>(parsed: Parsed<T>): T | WordsError => (parsed.ok ? parsed.value : parsed.error);

const zoneOfMachine = process.env["TZ"];
afterAll(() => {
  if (zoneOfMachine === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zoneOfMachine;
});

describe("moments", () => {
  it.each([
    ["friday 18:00", "2026-03-20 18:00"],
    ["Friday, 18.00", "2026-03-20 18:00"],
    ["FRIDAY 6 PM", "2026-03-20 18:00"],
    ["“friday 18:00”", "2026-03-20 18:00"],
    ["ｆｒｉｄａｙ １８：００", "2026-03-20 18:00"],
    ["6pm on friday", "2026-03-20 18:00"],
    ["by friday", "2026-03-20 18:00"],
    ["next friday", "2026-03-27 18:00"],
    ["friday next week", "2026-03-27 18:00"],
    ["wednesday 9:00", "2026-03-25 09:00"],
    ["wednesday 11:00", "2026-03-18 11:00"],
    ["today at 11", "2026-03-18 11:00"],
    ["tomorrow", "2026-03-19 18:00"],
    ["tomorrow at 8", "2026-03-19 08:00"],
    ["the day after tomorrow at 9", "2026-03-20 09:00"],
    ["2026-03-27 18:00", "2026-03-27 18:00"],
    ["2026-03-27", "2026-03-27 18:00"],
    ["2026-03-27T18:00Z", "2026-03-27 19:00"],
    ["2026-03-27 18:00 UTC", "2026-03-27 19:00"],
    ["2026-03-27T18:00+05:30", "2026-03-27 13:30"],
    ["27 march", "2026-03-27 18:00"],
    ["march 27 at 6pm", "2026-03-27 18:00"],
    ["Friday, 27 March 2026, 18:00", "2026-03-27 18:00"],
    ["27/3", "2026-03-27 18:00"],
    ["27.3.2026 18.30", "2026-03-27 18:30"],
    ["17 march", "2027-03-17 18:00"],
    ["1 jan", "2027-01-01 18:00"],
    ["the 27th", "2026-03-27 18:00"],
    ["27th at 18:00", "2026-03-27 18:00"],
    ["friday 27", "2026-03-27 18:00"],
    ["december 5", "2026-12-05 18:00"],
    ["31st", "2026-03-31 18:00"],
    ["18:00", "2026-03-18 18:00"],
    ["9:00", "2026-03-19 09:00"],
    ["noon", "2026-03-18 12:00"],
    ["friday at noon", "2026-03-20 12:00"],
    ["friday midnight", "2026-03-21 00:00"],
    ["friday 24:00", "2026-03-21 00:00"],
    ["tonight", "2026-03-18 21:00"],
    ["tonight at 8", "2026-03-18 20:00"],
    ["tonight at 1", "2026-03-19 01:00"],
    ["friday evening at half past 8", "2026-03-20 20:30"],
    ["monday morning", "2026-03-23 09:00"],
    ["next week", "2026-03-25 18:00"],
    ["end of month", "2026-03-31 18:00"],
    ["in 3 days", "2026-03-21 10:00"],
    ["3 days from now", "2026-03-21 10:00"],
    ["3 days", "2026-03-21 10:00"],
    ["in 3 days at 18:00", "2026-03-21 18:00"],
    ["in two hours", "2026-03-18 12:00"],
    ["in 2h30", "2026-03-18 12:30"],
    ["in half an hour", "2026-03-18 10:30"],
    ["in 1 month", "2026-04-18 10:00"],
    ["in 2 weeks and 3 hours", "2026-04-01 13:00"],
    ["29 feb 2028", "2028-02-29 18:00"],
  ])("English: %s", (text, expected) => {
    expect(moment(text)).toBe(expected);
    // Who speaks Spanish may write English.
    expect(moment(text, { language: "es" })).toBe(expected);
  });

  it.each([
    ["mañana a las 8", "2026-03-19 08:00"],
    ["manana a las 8", "2026-03-19 08:00"],
    ["man\u0303ana a las 8", "2026-03-19 08:00"],
    ["mañana por la mañana", "2026-03-19 09:00"],
    ["mañana a medianoche", "2026-03-20 00:00"],
    ["pasado mañana", "2026-03-20 18:00"],
    ["viernes 18:00", "2026-03-20 18:00"],
    ["viernes a las 18", "2026-03-20 18:00"],
    ["el viernes a las 6 de la tarde", "2026-03-20 18:00"],
    ["viernes por la tarde", "2026-03-20 17:00"],
    ["viernes a la 1 de la noche", "2026-03-21 01:00"],
    ["próximo viernes", "2026-03-20 18:00"],
    ["el viernes que viene", "2026-03-20 18:00"],
    ["miércoles que viene", "2026-03-25 18:00"],
    ["27 de marzo de 2026 a las 18:00", "2026-03-27 18:00"],
    ["el viernes 27 de marzo a las 18 h", "2026-03-27 18:00"],
    ["1 de mayo", "2026-05-01 18:00"],
    ["el 27", "2026-03-27 18:00"],
    ["el día 27 a las 10", "2026-03-27 10:00"],
    ["la semana que viene", "2026-03-25 18:00"],
    ["esta noche a las 9", "2026-03-18 21:00"],
    ["a las 8 y media", "2026-03-19 08:30"],
    ["a la una", "2026-03-19 01:00"],
    ["mañana a las 18 horas", "2026-03-19 18:00"],
    ["dentro de 2 horas", "2026-03-18 12:00"],
    ["dentro de una semana", "2026-03-25 10:00"],
    ["en 3 días", "2026-03-21 10:00"],
  ])("Spanish: %s", (text, expected) => {
    expect(moment(text, { language: "es" })).toBe(expected);
    expect(moment(text, { language: "en" })).toBe(expected);
  });

  it("the month first in 3/4 only where people write it so", () => {
    expect([moment("3/4"), moment("3/4", { language: "es" }), moment("3/4", { language: "en-US" })]).toEqual([
      "2026-04-03 18:00",
      "2026-04-03 18:00",
      "2027-03-04 18:00",
    ]);
  });

  it.each([
    "today at 9",
    "yesterday",
    "ayer",
    "2026-03-17",
    "17 march 2026",
    "last friday",
    "3 days ago",
    "hace 3 días",
    "now",
    "in 0 minutes",
  ])("in the past: %s", (text) => {
    expect(moment(text)).toBe("moment-in-past");
  });

  it.each(["2032-01-01", "in 6 years", "in 999999 years", "in 9999999 weeks", "in 99999999 minutes", "1 jan 9999"])(
    "too far: %s",
    (text) => {
      expect(["moment-too-far", "moment-not-understood"]).toContain(moment(text));
      expect(moment("in 6 years")).toBe("moment-too-far");
    },
  );

  it.each([
    ["", "nothing"],
    ["morgen", "another language"],
    ["friday or saturday", "two moments"],
    ["9 to 10", "a range"],
    ["friday 25:00", "no such time"],
    ["30 feb 2026", "no such date"],
    ["2026-02-30", "no such date"],
    ["thursday 27 march", "not a Thursday"],
    ["friday 18", "a day or an hour"],
    ["2h", "a duration or a time"],
    ["18", "a day or an hour"],
    ["2026", "a year"],
    ["may", "a whole month"],
    ["friday 18:00 in the pub", "words left over"],
    ["banana", "no moment"],
  ])("not understood: '%s' (%s)", (text) => {
    expect(moment(text)).toBe("moment-not-understood");
  });

  it("is the wall clock of the zone over a change of clocks", () => {
    const spring = { now: wallClock("2026-03-28", "18:00", "Europe/Paris") };
    expect(moment("tomorrow 2:30", spring)).toBe("2026-03-29 03:30"); // does not exist
    expect(moment("in 1 day", spring)).toBe("2026-03-29 18:00");
    expect(moment("in 24 hours", spring)).toBe("2026-03-29 19:00");
    const autumn = parseMoment("tomorrow 2:30", { ...paris, now: wallClock("2026-10-24", "18:00", "Europe/Paris") });
    expect(value(autumn)).toBe(Date.parse("2026-10-25T00:30:00Z")); // the first of two
    const samoa = { now: Date.parse("2026-03-18T09:00Z"), zone: "Pacific/Apia" };
    expect(moment("today 23:00", samoa)).toBe("2026-03-18 23:00");
    expect(moment("tomorrow", { now: Date.parse("2026-03-18T11:30Z"), zone: "Pacific/Apia" })).toBe("2026-03-20 18:00");
  });

  it("does not depend on the zone of the machine", () => {
    const texts = [
      "friday 18:00",
      "tomorrow",
      "in 2 hours",
      "27 march",
      "end of month",
      "next week",
      "mañana a las 8",
      "29 march 2:30",
    ];
    // Each now is within a change of clocks of one of the machines.
    const nows = [
      "2026-03-29T00:30Z",
      "2026-03-29T01:30Z",
      "2026-03-08T07:15Z",
      "2026-10-03T15:15Z",
      "2026-03-18T23:30Z",
    ];
    const all = () =>
      texts.flatMap((text) => nows.map((now) => moment(text, { now: Date.parse(now), zone: "America/New_York" })));
    const offsets = new Set<number>();
    const results = [
      "UTC",
      "Europe/Paris",
      "America/New_York",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Pacific/Niue",
    ].map((machine) => {
      process.env["TZ"] = machine;
      offsets.add(new Date(2026, 0, 1).getTimezoneOffset());
      return all();
    });
    expect(offsets.size).toBeGreaterThan(4); // the machine's zone did change
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it("a moment that a button holds is read as it was written, wherever and however many there are", () => {
    const zones = fc.constantFrom(
      "Europe/Paris",
      "America/Argentina/ComodRivadavia",
      "Australia/Lord_Howe",
      "Etc/GMT+5",
    );
    const minutes = fc.integer({ min: Date.parse("2026-01-01") / 60_000, max: Date.parse("2029-01-01") / 60_000 });
    fc.assert(
      fc.property(fc.uniqueArray(minutes, { minLength: 1, maxLength: 7 }), zones, (some, zone) => {
        const context = { now: Date.parse("2025-12-01"), zone: "Asia/Tokyo", language: "es", defaultTime: 18 * 60 };
        const at = some.map((minute) => minute * 60_000).sort((a, b) => a - b);
        const written = at.map((one) => writeMoment(one + 999, zone));
        expect(written.map((one) => parseMoment(one, context))).toEqual(at.map((value) => ({ ok: true, value })));
        expect(parseTimes(written.join("; "), context)).toEqual({ ok: true, value: { at } });
      }),
    );
    // By the clock of its zone, unless that shows the hour twice.
    expect(writeMoment(Date.parse("2026-10-24T10:00Z"), "Europe/Paris")).toBe("2026-10-24T12:00[Europe/Paris]");
    expect(writeMoment(Date.parse("2026-10-25T00:30Z"), "Europe/Paris")).toBe("2026-10-25T02:30[Europe/Paris]");
    expect(writeMoment(Date.parse("2026-10-25T01:30Z"), "Europe/Paris")).toBe("2026-10-25T01:30Z");
    for (const no of ["2026-10-24T12:00[Nowhere]", "2026-02-30T12:00[Europe/Paris]", "2026-10-24T25:00[Europe/Paris]"])
      expect(parseMoment(no, { now: 0, zone: "UTC", language: "en", defaultTime: 0 }).ok).toBe(false);
  });

  it("weekday and time always give the next such moment", () => {
    const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const nows = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2030-01-01") });
    const zones = fc.constantFrom(
      "Europe/Paris",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Africa/Casablanca",
    );
    fc.assert(
      // From 04:00 on there is no gap in any of these zones.
      fc.property(nows, zones, fc.nat(6), fc.integer({ min: 240, max: 1439 }), (now, zone, day, minute) => {
        const clock = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
        const parsed = parseMoment(`${days[day]} ${clock}`, { ...paris, now, zone });
        if (!parsed.ok) return false;
        const parts = localParts(parsed.value, zone);
        const week = parsed.value - now;
        return (
          parts.weekday === day + 1 && parts.minuteOfDay === minute && week > 0 && week <= 7 * 86_400_000 + 3_600_000
        );
      }),
    );
  });
});

describe("durations", () => {
  it.each([
    ["2h", 120],
    ["90 min", 90],
    ["90m", 90],
    ["2h30", 150],
    ["2 h 30 min", 150],
    ["1:30", 90],
    ["1.5h", 90],
    ["1,5 h", 90],
    ["3 days", 3 * 1440],
    ["3 días, 2 horas", 3 * 1440 + 120],
    ["2 days and 3 hours", 2 * 1440 + 180],
    ["half a day", 720],
    ["half an hour", 30],
    ["an hour", 60],
    ["una hora y media", 90],
    ["media hora", 30],
    ["1 semana", 10_080],
    ["2w", 20_160],
    ["1 mes", 30 * 1440],
    ["1 year", 365 * 1440],
    ["٩٠ min", 90],
    ["10 years", "duration-too-long"],
    ["99999h", "duration-too-long"],
    ["90", "duration-not-understood"],
    ["0 min", "duration-not-understood"],
    ["-2h", "duration-not-understood"],
    ["a while", "duration-not-understood"],
    ["2 bananas", "duration-not-understood"],
    ["2h30x", "duration-not-understood"],
    ["", "duration-not-understood"],
  ])("%s", (text, expected) => {
    expect(value(parseDuration(text))).toBe(expected);
  });
});

describe("times of the day", () => {
  it.each([
    ["18:00", 1080],
    ["18.30", 1110],
    ["18h", 1080],
    ["18h30", 1110],
    ["6pm", 1080],
    ["6 p.m.", 1080],
    ["12am", 0],
    ["12 pm", 720],
    ["8", 480],
    ["at 5 in the afternoon", 1020],
    ["6 de la tarde", 1080],
    ["12 de la noche", 0],
    ["3 de la madrugada", 180],
    ["8 y media", 510],
    ["9 menos cuarto", 525],
    ["half past six", 390],
    ["quarter to 6", 345],
    ["noon", 720],
    ["mediodía", 720],
    ["midnight", 0],
    ["24:00", 0],
    ["１８：００", 1080],
    ["٠٩:٣٠", 570],
    ["25:00", "time-not-understood"],
    ["18:60", "time-not-understood"],
    ["13pm", "time-not-understood"],
    ["0 am", "time-not-understood"],
    ["18:00 friday", "time-not-understood"],
    ["soon", "time-not-understood"],
    ["", "time-not-understood"],
  ])("%s", (text, expected) => {
    expect(value(parseTimeOfDay(text))).toBe(expected);
  });
});

describe("numbers", () => {
  it.each([
    ["50", 50],
    [" 50 ", 50],
    ["1 000", 1000],
    ["1\u202F000", 1000],
    ["1,000", 1000],
    ["1.000", 1000],
    ["1'000", 1000],
    ["1,00,000", 100_000],
    ["1.000.000", 1_000_000],
    ["５０", 50],
    ["٥٠", 50],
    ["१२३", 123],
    ["𝟓𝟎", 50],
    ["007", 7],
    ["-0", 0],
    ["1000001", "number-out-of-range"],
    ["9".repeat(90), "number-out-of-range"],
    ["-5", "number-out-of-range"],
    ["1.5", "number-not-understood"],
    ["10,50", "number-not-understood"],
    ["1.000,5", "number-not-understood"],
    ["1.000,000", "number-not-understood"],
    ["12 34", "number-not-understood"],
    ["10²", "number-not-understood"],
    ["½", "number-not-understood"],
    ["0x10", "number-not-understood"],
    ["1e3", "number-not-understood"],
    ["Infinity", "number-not-understood"],
    ["9".repeat(101), "number-not-understood"],
    ["", "number-not-understood"],
  ])("%s", (text, expected) => {
    expect(value(parseInteger(text))).toBe(expected);
  });

  it("within bounds, which the failure tells", () => {
    expect(parseInteger("0", { min: 1, max: 10 })).toEqual({
      ok: false,
      error: "number-out-of-range",
      min: 1,
      max: 10,
    });
    expect(parseInteger("-3", { min: -5 })).toEqual({ ok: true, value: -3 });
  });

  it.each(["en-GB", "es", "de-CH", "fr", "hi", "ar-EG", "fa"])("as %s writes them", (locale) => {
    const format = new Intl.NumberFormat(locale);
    fc.assert(fc.property(fc.nat(LARGEST_NUMBER), (number) => value(parseInteger(format.format(number))) === number));
  });

  it.each([
    ["30%", 30],
    ["30 %", 30],
    ["30\u00A0%", 30],
    ["30 percent", 30],
    ["30 per cent", 30],
    ["30 por ciento", 30],
    ["۳۰٪", 30],
    ["30", 30],
    ["100%", 100],
    ["0%", "percentage-not-understood"],
    ["101%", "percentage-not-understood"],
    ["33.3%", "percentage-not-understood"],
    ["%", "percentage-not-understood"],
  ])("percentage: %s", (text, expected) => {
    expect(value(parsePercentage(text))).toBe(expected);
  });

  it("goals", () => {
    expect(value(parseGoal("50"))).toEqual({ kind: "count", count: 50 });
    expect(value(parseGoal("1.000"))).toEqual({ kind: "count", count: 1000 });
    expect(value(parseGoal("30 %"))).toEqual({ kind: "percent", percent: 30 });
    expect(value(parseGoal("30 por ciento"))).toEqual({ kind: "percent", percent: 30 });
    expect(["0", "many", "130%", ""].map((text) => value(parseGoal(text)))).toEqual([
      "number-out-of-range",
      "goal-not-understood",
      "percentage-not-understood",
      "goal-not-understood",
    ]);
  });
});

describe("cleanText", () => {
  const clean = (text: string, limit = 100) => cleanText(text, { limit });

  it.each([
    ["controls", "a\u0000b\u0007c\u009Fd", "abcd"],
    ["white space", "  a \t\n\r\n\u00A0 b  ", "a b"],
    ["bidi controls", "\u202Eevil\u202C \u2066x\u2069\u200F", "evil x"],
    ["invisible fillers", "a\u200Bb\uFEFFc\u00AD", "abc"],
    ["our markers", "a\uE000\uE0FF5\uE001b", "a5b"],
    ["lone surrogates", "a\uD800b\uDC00c", "abc"],
    ["non-characters", "a\uFFFEb\u{1FFFF}c", "abc"],
    ["NFC", "man\u0303ana", "mañana"],
    ["NFC after a filler is gone", "n\u200B\u0303", "ñ"],
    ["a tower of accents", `a${"\u0335".repeat(50)}`, `a${"\u0335".repeat(6)}`],
  ])("%s", (_name, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it("keeps what people need: emoji families, other scripts, private use beyond ours", () => {
    const text = "👩‍👩‍👧 می‌خواهم 日本 \uE100 <b>&amp;";
    expect(clean(text)).toBe(text);
  });

  it("counts code points, and keeps lines where asked", () => {
    expect(clean("👍👍👍", 2)).toBe("👍👍");
    expect(clean("ab cd", 3)).toBe("ab");
    expect(cleanText(" a \r\n b\n\n\n\nc ", { limit: 100, lines: true })).toBe("a\nb\n\nc");
  });

  it("twice is once, and nothing forbidden remains", () => {
    const wild = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          "a",
          " ",
          "\n",
          "\u0301",
          "\u0335",
          "\u200B",
          "\uD83D",
          "\uDC4D",
          "\u202E",
          "\uE005",
          "\r",
        ),
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(wild, fc.integer({ min: 1, max: 50 }), fc.boolean(), (text, limit, lines) => {
        const once = cleanText(text, { limit, lines });
        expect(cleanText(once, { limit, lines })).toBe(once);
        expect([...once].length).toBeLessThanOrEqual(limit);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/[\uE000-\uE0FF\u202A-\u202E\u2066-\u2069]/);
        expect(once.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 20_000 },
    );
  });

  it("a megabyte is quick", () => {
    const start = performance.now();
    clean("\u0301\u0327".repeat(500_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("did you mean", () => {
  const commands = ["pledge", "drive", "help", "help-now", "setup", "me", "cell", "council", "sector", "role"];

  it.each([
    ["plegde", "pledge"],
    ["PLEDGE", "pledge"],
    ["pledg", "pledge"],
    ["ple", "pledge"],
    ["dirve", "drive"],
    ["hlep", "help"],
    ["halp", "help"],
    ["séctor", "sector"],
    ["counsil", "council"],
    ["ro", undefined],
    ["xyzzy", undefined],
    ["", undefined],
    ["a".repeat(10_000), undefined],
  ])("%s -> %s", (word, expected) => {
    expect(nearest(word, commands)).toBe(expected);
  });

  it("is the same for every order of the candidates, and finds what is there", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(commands, { minLength: commands.length }),
        fc.string({ maxLength: 8 }),
        (order, word) => {
          expect(nearest(word, order)).toBe(nearest(word, commands));
        },
      ),
    );
    for (const name of commands) expect(nearest(name, commands)).toBe(name);
  });
});

describe("whatever people type", () => {
  const parsers: ((text: string) => Parsed<unknown>)[] = [
    (text) => parseMoment(text, paris),
    (text) => parseMoment(text, { ...paris, language: "es", zone: "Pacific/Apia" }),
    (text) => parseTimes(text, paris),
    parseDuration,
    parseTimeOfDay,
    (text) => parseInteger(text),
    parsePercentage,
    parseGoal,
  ];
  const reasonable = (parsed: Parsed<unknown>): boolean => {
    if (!parsed.ok) return explain(parsed).id === `words-${parsed.error}`;
    if (typeof parsed.value !== "number") return true;
    return Number.isSafeInteger(parsed.value) && parsed.value >= 0 && parsed.value < paris.now + 6 * 366 * 86_400_000;
  };

  it("is a value or a failure, never an exception: Unicode of all kinds", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 150 }),
    );
    fc.assert(
      fc.property(anything, (text) => parsers.every((parser) => reasonable(parser(text)))),
      { numRuns: 6_000 },
    );
  });

  it("has no day that its month does not have, in a range and in a list", () => {
    for (const text of [
      "31 to 3/4",
      "31 a 3/4",
      "31 and 3 april 18:00",
      "3, 31 april",
      "30 a 2/2",
      "30 and 2 february",
    ])
      expect(parseTimes(text, paris).ok, text).toBe(false);
    expect(parseTimes("28 to 30 april 18:00", paris).ok).toBe(true);
  });

  it("is a value or a failure, never an exception: nearly right", () => {
    const token = fc.oneof(
      fc.constantFrom(
        ..."in at on next the friday mañana a las de la tarde noche 18:00 6pm 24:00 99 -1 31 29 feb febrero 2026 12026 0 und week semana days h min , . / - : % que viene pasado próximo T Z utc +14:00 +99:99 3/4 31/12/9999 half past media y".split(
          " ",
        ),
      ),
      fc.nat(99_999).map(String),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 9 }), fc.constantFrom(" ", ""), (tokens, join) =>
        parsers.every((parser) => reasonable(parser(tokens.join(join)))),
      ),
      { numRuns: 10_000 },
    );
  });

  it.each([
    "1 ",
    "a ",
    "de ",
    "friday ",
    "1:1",
    "y ",
    ",",
    "a las ",
    "12/",
    "mañana ",
    "1h",
    "viernes que viene ",
    "a, ",
    "fri or ",
    "1,",
    "mon-",
    "27 oct, ",
  ])("is answered quickly when it repeats '%s'", (part) => {
    for (const length of [100, 100_000]) {
      const text = part.repeat(length).slice(0, length);
      const start = performance.now();
      for (const parser of parsers) parser(text);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });

  it("every failure has its sentence", () => {
    const failure = (error: WordsError): Failure => ({ ok: false, error });
    expect(explain({ ok: false, error: "number-out-of-range", min: 1, max: 9 })).toEqual({
      id: "words-number-out-of-range",
      args: { min: 1, max: 9 },
    });
    expect(explain(failure("moment-in-past"))).toEqual({ id: "words-moment-in-past" });
  });
});

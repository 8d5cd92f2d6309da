import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFile, type CalendarEvent } from "../../../src/domain/calendar.ts";

const stamp = Date.UTC(2026, 2, 1, 12);
const term: CalendarEvent = {
  uid: "term-7@steward",
  sequence: 2,
  start: Date.UTC(2026, 2, 27, 17),
  end: Date.UTC(2026, 3, 10, 16),
  summary: "Treasurer, Depot 5",
  cancelled: false,
  updatedAt: Date.UTC(2026, 1, 20, 8),
};

/** Read by a library that did not write it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return { calendar, events: calendar.getAllSubcomponents("vevent") };
}
const value = (event: ICAL.Component, name: string) => event.getFirstPropertyValue(name);
const moment = (event: ICAL.Component, name: string) => {
  const time = value(event, name);
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  expect(time.zone).toBe(ICAL.Timezone.utcTimezone);
  return time.toUnixTime() * 1000;
};

describe("a calendar file", () => {
  it("holds what calendars need, in UTC, and nobody who is invited", () => {
    const { calendar, events } = read(calendarFile({ name: "Depot 5", stamp, events: [term] }));
    expect(["version", "prodid", "method"].map((name) => calendar.getFirstPropertyValue(name))).toEqual([
      "2.0",
      "-//Steward//Steward//EN",
      "PUBLISH",
    ]);
    const [event] = events;
    if (event === undefined) throw new Error("No event");
    expect(["uid", "sequence", "summary", "status", "transp"].map((name) => value(event, name))).toEqual([
      "term-7@steward",
      2,
      "Treasurer, Depot 5",
      "CONFIRMED",
      "TRANSPARENT",
    ]);
    expect(["dtstart", "dtend", "dtstamp", "last-modified"].map((name) => moment(event, name))).toEqual([
      term.start,
      term.end,
      stamp,
      term.updatedAt,
    ]);
    expect(event.getFirstProperty("organizer") ?? event.getFirstProperty("attendee")).toBeNull();
    expect(calendar.getAllSubcomponents("vtimezone")).toEqual([]);
  });

  it("keeps a cancelled event, so that calendars take it out", () => {
    const cancelled = { ...term, sequence: 3, cancelled: true };
    const { events } = read(calendarFile({ name: "Depot 5", stamp, events: [cancelled, { ...term, uid: "other" }] }));
    expect(events.map((event) => [value(event, "uid"), value(event, "status")])).toEqual([
      ["term-7@steward", "CANCELLED"],
      ["other", "CONFIRMED"],
    ]);
  });

  it("gives any text back as it was, in folded lines that end with CRLF", () => {
    // What cleanText lets through: no control characters but line breaks.
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ",",
            ";",
            "\\",
            "\\n",
            '"',
            ":",
            "\n",
            "BEGIN:VEVENT",
            "END:VCALENDAR",
            "ñ",
            "👩‍👩‍👧",
            "مرحبا",
            "会",
          ),
          fc.string({ unit: "grapheme" }).map((one) => one.replace(/\p{Cc}|[\u2028\u2029]/gu, "")),
        ),
        { minLength: 1, maxLength: 60 },
      )
      .map((parts) => parts.join("").trim())
      .filter((one) => one !== "");
    fc.assert(
      fc.property(text, text, text, (summary, description, location) => {
        const file = calendarFile({ name: "Depot 5", stamp, events: [{ ...term, summary, description, location }] });
        for (const line of file.split("\r\n")) {
          expect(line).not.toMatch(/[\r\n]/);
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
        expect(Buffer.from(file).toString()).toBe(file); // no character is cut in halves
        expect(file.endsWith("\r\nEND:VCALENDAR\r\n")).toBe(true);
        // Nor is an escape: before each fold stands an even number of backslashes.
        for (const [, before = ""] of file.matchAll(/(\\*)\r\n /g)) expect(before.length % 2).toBe(0);
        const { events } = read(file);
        expect(events).toHaveLength(1);
        expect(
          events.flatMap((event) => ["summary", "description", "location"].map((name) => value(event, name))),
        ).toEqual([summary, description, location]);
      }),
      { numRuns: 300 },
    );
  });

  it("is called what it is called, whatever stands in the name", () => {
    const file = calendarFile({ name: "Depot 5; bread, roses \\ all\r\nMETHOD:REQUEST", stamp, events: [term] });
    expect(file).toContain("\r\nX-WR-CALNAME:Depot 5\\; bread\\, roses \\\\ all\\nMETHOD:REQUEST\r\n");
    expect(
      read(file)
        .calendar.getAllProperties("method")
        .map((method) => method.getFirstValue()),
    ).toEqual(["PUBLISH"]);
  });

  it("is the same for the same input, to the byte", () => {
    const file = () => calendarFile({ name: "Depot 5", stamp, events: [term, { ...term, uid: "b", cancelled: true }] });
    expect(file()).toBe(file());
    expect(calendarFile({ name: "Empty", stamp, events: [] })).toContain("END:VCALENDAR");
  });
});

/** Calendar files, read by Python's `icalendar` and by `vobject`, which refuses what it does not understand. */
import { spawn } from "node:child_process";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { calendarFile, type CalendarEvent } from "../../src/domain/calendar.ts";
import { pythonWith } from "../kit/python.ts";

let python = "";
beforeAll(async () => {
  python = await pythonWith("calendars", ["icalendar==7.3.0", "vobject==0.9.9"]);
});

type Found = Readonly<Record<string, string | number>>;

/** What each of the two reads. */
function read(file: string): Promise<Readonly<Record<"icalendar" | "vobject", readonly Found[]>>> {
  const child = spawn(python, [new URL("../kit/read-calendar.py", import.meta.url).pathname]);
  const [said, failed]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (piece: Buffer) => said.push(piece));
  child.stderr.on("data", (piece: Buffer) => failed.push(piece));
  child.stdin.end(file);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) reject(new Error(`${Buffer.concat(failed).toString()}\n${file}`));
      else resolve(JSON.parse(Buffer.concat(said).toString()) as Awaited<ReturnType<typeof read>>); // what the script prints
    });
  });
}

const moment = (at: number): string => new Date(at).toISOString().replace(".000Z", "+00:00");

describe("a calendar file", () => {
  it("is read as it was meant, whatever people write", async () => {
    const words = fc.constantFrom(
      ",",
      ";",
      "\\",
      "\\n",
      '"',
      ":",
      "\n",
      "END:VCALENDAR",
      "ñ",
      "👩‍👩‍👧",
      "مرحبا",
      "会",
      "हिन्दी",
    );
    const letters = fc.string({ unit: "grapheme" }).map((one) => one.replace(/\p{Cc}|[\u2028\u2029\u0085]/gu, ""));
    const text = fc
      .array(fc.oneof(words, letters), { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join("").trim())
      .filter((one) => one !== "");
    const start = Date.UTC(2026, 2, 27, 17);
    const events = fc
      .sample(fc.tuple(text, text, fc.boolean()), { numRuns: 300, seed: 7 })
      .map(([summary, location, cancelled], index): CalendarEvent => ({
        uid: `event-${String(index)}@steward`,
        sequence: index,
        start: start + index * 60_000,
        end: start + (index + 90) * 60_000,
        summary,
        location,
        cancelled,
        updatedAt: start - index * 1_000,
      }));
    const found = await read(calendarFile({ name: "Depot 5, bread; roses", stamp: start, events }));
    const meant = events.map(({ uid, sequence, summary, location, cancelled, start: from, end, updatedAt }) => ({
      uid,
      sequence,
      summary,
      location,
      status: cancelled ? "CANCELLED" : "CONFIRMED",
      dtstart: moment(from),
      dtend: moment(end),
      "last-modified": moment(updatedAt),
    }));
    expect(found.icalendar).toEqual(meant);
    expect(found.vobject).toEqual(meant);
  });
});

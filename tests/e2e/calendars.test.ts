/**
 * Calendar files, read by Python's `icalendar` and by `vobject`, which refuses what it does not understand; and an address
 * that `vdirsyncer` follows for `khal`.
 */
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { pagePath } from "../../src/chat/pages.ts";
import { secureRandom } from "../../src/core/random.ts";
import { calendarFile, type CalendarEvent } from "../../src/domain/calendar.ts";
import { addDays, localParts, wallClock } from "../../src/domain/time.ts";
import { eachDatabase } from "../kit/databases.ts";
import { inCell } from "../kit/in-cell.ts";
import { pythonWith } from "../kit/python.ts";
import { runSteward } from "../kit/running.ts";

const run = promisify(execFile);
const zone = "Europe/Paris";

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

/** 18:00 three days before clocks change next, and three days after. */
function aroundChange(): readonly [before: number, after: number] {
  const at = (date: string): number => wallClock(date, 18 * 60, zone);
  const day = 24 * 60 * 60_000;
  let date = addDays(localParts(Date.now(), zone).date, 4);
  while (at(addDays(date, 1)) - at(date) === day) date = addDays(date, 1);
  return [at(addDays(date, -3)), at(addDays(date, 4))];
}

eachDatabase((_, open) => {
  it(
    "an address is followed by a subscriber through a move over a change of clocks, and a cancellation",
    { timeout: 180_000 },
    async () => {
      const subscriber = dirname(await pythonWith("subscriber", ["vdirsyncer==0.21.0", "khal==0.14.1"]));
      const folder = await mkdtemp(join(tmpdir(), "steward-subscriber-"));
      const running = await runSteward(await open(), [], { publicUrl: "https://steward.example" });
      try {
        const { doing, cellId } = await inCell(running);
        const secret = await doing(({ addresses }) =>
          addresses.make("calendar", { cellId }, (below) => secureRandom.integer(below)),
        );
        await mkdir(join(folder, "calendar"));
        // What is synchronised, and where it is kept.
        await writeFile(
          join(folder, "sync.conf"),
          [
            `[general]\nstatus_path = "${folder}/status"`,
            `[pair feed]\na = "there"\nb = "here"\ncollections = null`,
            `[storage there]\ntype = "http"\nurl = "${running.url}${pagePath("calendar", secret)}"`,
            `[storage here]\ntype = "filesystem"\npath = "${folder}/calendar"\nfileext = ".ics"`,
          ].join("\n\n"),
        );
        await writeFile(
          join(folder, "khal.conf"),
          [
            `[calendars]\n[[feed]]\npath = ${folder}/calendar\nreadonly = True`,
            `[locale]\nlocal_timezone = Europe/Paris\ndefault_timezone = Europe/Paris\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M`,
            `[sqlite]\npath = ${folder}/khal.db`,
          ].join("\n"),
        );
        const env = { ...process.env, LC_ALL: "C.UTF-8" };
        const kept = (): Promise<readonly string[]> => readdir(join(folder, "calendar"));
        const sync = (what: string): Promise<unknown> =>
          run(join(subscriber, "vdirsyncer"), ["-c", join(folder, "sync.conf"), what], { env });
        await sync("discover");
        /** What somebody reads in the calendar of that day and the one after. */
        const shown = async (at: number): Promise<readonly string[]> => {
          await sync("sync");
          const day = localParts(at, zone).date;
          const { stdout } = await run(
            join(subscriber, "khal"),
            [
              "-c",
              join(folder, "khal.conf"),
              "list",
              "--day-format",
              "",
              "--format",
              "{start} {title} {status}",
              day,
              "2d",
            ],
            { env },
          );
          return stdout
            .split("\n")
            .map((line) => line.trim())
            .filter((line) => line !== "");
        };

        // On one side of the next change of clocks, and on the other, at the same hour.
        const [before, after] = aroundChange();
        const gathering = await doing(({ gatherings }) =>
          gatherings.create({ cellId, kind: "gathering", what: "Choir", at: before }),
        );
        expect(await shown(before)).toEqual([`${localParts(before, zone).date} 18:00 Meeting CONFIRMED`]);
        await doing(({ gatherings }) => gatherings.move(gathering, after));
        expect(await shown(before)).toEqual([]);
        expect(await shown(after)).toEqual([`${localParts(after, zone).date} 18:00 Meeting CONFIRMED`]);
        await doing(({ gatherings }) => gatherings.end(gathering.id, "cancelled"));
        expect(await shown(after)).toEqual([`${localParts(after, zone).date} 18:00 Meeting CANCELLED`]);

        // An address that has ended is said to be gone, and takes nothing away that the calendar has.
        await doing(({ addresses }) => addresses.end("calendar", { cellId }));
        await expect(sync("sync")).rejects.toThrow(/Gone/u);
        expect(await kept()).toHaveLength(1);
      } finally {
        await running.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

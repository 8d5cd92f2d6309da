/** The clocks of 2026 and 2027, by a table that was made by other means; and that every way to start has them. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { findZone, isZone, localParts, wallClock } from "../../src/domain/time.ts";
import { zoneFolder, zoneVersions } from "../../src/zone-data.ts";
import { tableVersion, tableYears, zoneTable } from "../kit/zone-table.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const minute = 60_000;
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function emptyFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-zones-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** What the table says of a moment. */
function expected(zone: string, at: number): number {
  const of = (zoneTable[zone] ?? []).findLast(([from]) => Date.parse(from) <= at);
  return of?.[1] ?? Number.NaN;
}

/** Minutes ahead of UTC by what Intl shows. */
function shownOffset(format: Intl.DateTimeFormat, at: number): number {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute: minutes = 0 } = part;
  return (Date.UTC(year, month - 1, day, hour, minutes) - at) / minute;
}

/** The same by what Temporal computes. */
function computedOffset(zone: string, at: number): number {
  const { year, month, day, hour, minute: minutes } = localParts(at, zone);
  return (Date.UTC(year, month - 1, day, hour, minutes) - at) / minute;
}

describe("the zones of this process", () => {
  it("are no older than the table, and the newest that are there", () => {
    const { used, wanted } = zoneVersions();
    expect(used).toEqual(wanted);
    expect(used.version >= tableVersion).toBe(true);
    expect(used.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each(Object.keys(zoneTable))("%s: every six hours of two years, and around each change", (zone) => {
    const [first, last] = [Date.UTC(tableYears[0], 0), Date.UTC(tableYears[1], 0)];
    const times = (zoneTable[zone] ?? []).flatMap(([from]) => [Date.parse(from) - minute, Date.parse(from)]);
    for (let at = first; at < last; at += 6 * 60 * minute) times.push(at);
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    const differ = times
      .filter((at) => at >= first)
      .filter(
        (at) => shownOffset(format, at) !== expected(zone, at) || computedOffset(zone, at) !== expected(zone, at),
      );
    expect(differ.map((at) => new Date(at).toISOString())).toEqual([]);
  });

  it("show the hours of the provinces and countries that changed in 2026", () => {
    const at = Date.UTC(2026, 10, 29, 20);
    const hours = {
      "America/Vancouver": "13:00",
      "America/Edmonton": "14:00",
      "America/Winnipeg": "15:00",
      "America/Havana": "16:00",
      "Africa/Casablanca": "20:00",
    };
    for (const [zone, time] of Object.entries(hours)) {
      expect([zone, localParts(at, zone).time]).toEqual([zone, time]);
      expect(wallClock("2026-11-29", time, zone)).toBe(at);
      expect(new Date(at).toLocaleTimeString("en-GB", { timeZone: zone, timeStyle: "short" })).toBe(time);
    }
  });

  it("have every name that Node.js shows, and every one that people can type", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const found = findZone(zone);
      expect([zone, found.ok && isZone(found.zone)]).toEqual([zone, true]);
    }
    for (const typed of ["Paris", "nueva york", "US/Pacific", "EST", "Asia/Calcutta", "Kyiv"]) {
      expect(findZone(typed)).toMatchObject({ ok: true });
    }
    // Letters that are several zones' are refused, and were before.
    for (const typed of ["JST", "PST", "IST", "CST"]) expect(findZone(typed)).toMatchObject({ ok: false });
  });
});

describe("ways to start", () => {
  it("a program that was started without the variable, from another folder, has the same zones", async () => {
    const folder = await emptyFolder();
    const environment = { PATH: process.env["PATH"] ?? "" };
    const doctor = [join(root, "src/cli/main.ts"), "doctor"];
    const { stdout, stderr } = await run(process.execPath, doctor, { cwd: folder, env: environment });
    expect(stdout).toContain(`zone data: ${zoneVersions().wanted.version} of`);
    expect(stderr).toBe("");
    // A folder that is not there is passed over by Node.js in silence.
    const elsewhere = { ...environment, ICU_TIMEZONE_FILES_DIR: join(folder, "nowhere") };
    const again = await run(process.execPath, doctor, { cwd: folder, env: elsewhere });
    expect(again.stdout).toContain(`zone data: ${zoneVersions().wanted.version} of`);
  });

  it("where it cannot have them, it says so in one sentence, and so does doctor", async () => {
    const folder = await emptyFolder();
    const [file, program] = [join(folder, "begin.ts"), join(root, "src/zone-data.ts")];
    await writeFile(
      file,
      `import { beginWithKeptZones } from ${JSON.stringify(program)};
       Object.defineProperty(process, "execve", { value: undefined });
       beginWithKeptZones();
       console.log(process.versions.tz);`,
    );
    const environment = { PATH: process.env["PATH"] ?? "" };
    const { stdout, stderr } = await run(process.execPath, [file], { env: environment });
    expect(stdout.trim() < tableVersion).toBe(true);
    expect(stderr).toMatch(
      /^The zone data 20\S+ is used, although 20\S+ is there: [^\n]*ICU_TIMEZONE_FILES_DIR=\S+ before the program starts\.\n$/,
    );
  });

  it("the file is written beside and then put in place; with it Node.js has the package's zones", async () => {
    const folder = join(await emptyFolder(), "zones");
    const script = join(root, "scripts/write-zone-data.ts");
    for (let round = 0; round < 2; round++) {
      await run(process.execPath, [script, folder]);
      expect(await readFile(join(folder, "zoneinfo64.res"))).toEqual(
        await readFile(join(zoneFolder, "zoneinfo64.res")),
      );
      expect(await readFile(join(folder, "version"), "utf8")).toBe(await readFile(join(zoneFolder, "version"), "utf8"));
    }
    const { stdout } = await run(process.execPath, ["-p", "process.versions.tz"], {
      env: { ...process.env, ICU_TIMEZONE_FILES_DIR: folder },
    });
    expect(stdout.trim()).toBe(zoneVersions().wanted.version);
  });
});

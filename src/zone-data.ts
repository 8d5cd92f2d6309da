/**
 * Which zone data this process computes with. Node.js reads it when it starts: what scripts/write-zone-data.ts has made
 * counts only where ICU_TIMEZONE_FILES_DIR names its folder by then. `npm start` and its like say so; a program that is
 * started in another way, or from another folder, calls {@link beginWithKeptZones} before anything else.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where `npm ci` puts the zones that are newer than those inside Node.js. */
export const zoneFolder = fileURLToPath(new URL("../node_modules/.zones", import.meta.url));

/** A version of the IANA's data ("2026f"; later ones are later in the alphabet), and where it is known the day of its coming out ("2026-10-29"). */
export interface ZoneVersion {
  readonly version: string;
  readonly date: string | undefined;
}

/** What the folder holds; undefined where it is not there, since Node.js needs none. */
function keptZones(folder: string): ZoneVersion | undefined {
  try {
    const [version = "", date] = readFileSync(`${folder}/version`, "utf8").trim().split(" ");
    return { version, date };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** What this process computes with, and what it should: the same unless it was started without the variable. */
export function zoneVersions(folder = zoneFolder): { readonly used: ZoneVersion; readonly wanted: ZoneVersion } {
  const version = process.versions["tz"] ?? "unknown";
  const kept = keptZones(folder);
  const used = { version, date: kept?.version === version ? kept.date : undefined };
  return { used, wanted: kept !== undefined && kept.version > version ? kept : used };
}

/**
 * Where this process began with older zones than are there, it becomes one that has them: same number, same arguments,
 * same input and output. Where the system cannot do that (Windows), or it did not help, a sentence says what is wrong;
 * `doctor` does, too.
 * @param complain takes it; else it stands on standard error
 */
export function beginWithKeptZones(
  complain = (sentence: string): void => {
    process.stderr.write(`${sentence}\n`);
  },
): void {
  const { used, wanted } = zoneVersions();
  if (used.version === wanted.version) return;
  if (process.execve !== undefined && process.env["ICU_TIMEZONE_FILES_DIR"] !== zoneFolder) {
    const environment = { ...process.env, ICU_TIMEZONE_FILES_DIR: zoneFolder };
    process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], environment);
  }
  complain(
    // not for people: for whoever runs the bot
    `The zone data ${used.version} is used, although ${wanted.version} is there: times are wrong in some places. ` +
      `Set ICU_TIMEZONE_FILES_DIR=${zoneFolder} before the program starts.`,
  );
}

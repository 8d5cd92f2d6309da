import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { patience } from "./tests/kit/patience.ts";
import { zoneFolder } from "./src/zone-data.ts";

// Workers are processes of their own, and begin with the zones that `npm start` has; so do the processes that they start.
process.env["ICU_TIMEZONE_FILES_DIR"] = zoneFolder;

/**
 * `npm test` runs all but tests/e2e and tests/wire. With STEWARD_TEST_REAL set tests/e2e runs, and what a database changes;
 * with STEWARD_TEST_WIRE set tests/wire alone, whose clocks are real; with STEWARD_TEST_HOUSE what follows the walks of
 * docs/development.md in a copy.
 */
const real = process.env["STEWARD_TEST_REAL"] !== undefined;
const wire = process.env["STEWARD_TEST_WIRE"] !== undefined;
const house = process.env["STEWARD_TEST_HOUSE"] !== undefined;
const walks = "tests/house/walks.test.ts";
const report = process.env["STEWARD_TEST_REPORT"];

/** A file system in memory, where the machine has one with room for all that tests keep at once (in bytes). */
const memory = "/dev/shm";
const roomy = (place: string): boolean => {
  if (!existsSync(place)) return false;
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize > 4e9;
};

// A disk is waited for at each commit, of which tests make millions; a killed process loses nothing in memory either. The
// environments of Python stay on the disk from one run to the next, and what is measured (tests/wire) is measured there.
process.env["STEWARD_TEST_CACHE"] ??= join(tmpdir(), "steward-matrix");
if (!wire && roomy(memory)) process.env["TMPDIR"] = memory;

export default defineConfig({
  test: {
    include: wire
      ? ["tests/wire/**/*.test.ts"]
      : house
        ? [walks]
        : real
          ? [
              "tests/e2e/**/*.test.ts",
              "tests/conversations/**/*.test.ts",
              "tests/crash/**/*.test.ts",
              "tests/unit/store/**/*.test.ts",
              "tests/unit/schedule/**/*.test.ts",
            ]
          : ["tests/**/*.test.ts", "packages/*/tests/**/*.test.ts"],
    exclude: [...(real ? [] : ["tests/e2e/**"]), ...(wire ? [] : ["tests/wire/**"]), ...(house ? [] : [walks])],
    globalSetup: ["tests/kit/postgres-setup.ts"],
    // vitest leaves one core idle otherwise; many tests wait for a disk, a child process or a clock.
    maxWorkers: wire ? 3 : "100%",
    // Of a test that hangs; on a busy machine what takes seconds may take minutes.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: patience } },
    reporters: report === undefined ? ["default"] : ["default", "json"],
    ...(report === undefined ? {} : { outputFile: { json: report } }),
  },
});

/**
 * Makes the database of this version for tests/fixtures, or notes anew what people see in one (tests/fixtures/README.md).
 *
 *     node scripts/fixture.ts make VERSION      from its scenario.txt; then as `read`
 *     node scripts/fixture.ts read VERSION      plays its readings.txt on the database and writes seen.txt
 */
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addCalendar } from "../src/domain/time.ts";
import { openDriver } from "../src/store/open-driver.ts";
import { dumpPostgres, fixtureFile, playOn, readScenario, restoreFixture } from "../tests/kit/fixture.ts";
import { startPostgres } from "../tests/kit/postgres-server.ts";

const [what, version] = process.argv.slice(2);
if ((what !== "make" && what !== "read") || version === undefined) {
  process.stderr.write("Usage: node scripts/fixture.ts make|read VERSION\n");
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), "steward-fixture-"));
try {
  if (what === "make") await make(version);
  await restoreFixture(version, "sqlite", `file:${folder}/read.db`);
  const seen = await playOn(`file:${folder}/read.db`, await readScenario(version, "readings"), "readings");
  await writeFile(fixtureFile(version, "seen.txt"), seen);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function make(of: string): Promise<void> {
  const scenario = await readScenario(of, "scenario");
  const end = scenario.steps.reduce(
    (at, step) => (step.type === "wait" ? addCalendar(at, scenario.zone, step.days, step.minutes) : at),
    scenario.start,
  );
  const { start } = await readScenario(of, "readings");
  if (start < end + 1000 || start > end + 61_000)
    throw new Error(`readings.txt has to begin right after ${new Date(end).toISOString()} (scenario.txt).`);

  const file = join(folder, "made.db");
  await playOn(`file:${file}`, scenario, "scenario");
  const driver = await openDriver(`file:${file}`);
  const connection = await driver.factory(() => undefined).connect();
  await connection.executeScript("PRAGMA journal_mode = DELETE; VACUUM");
  await driver.close();
  await copyFile(file, fixtureFile(of, "sqlite.db"));

  const server = await startPostgres();
  try {
    await server.run("CREATE DATABASE made");
    await playOn(server.url("made"), scenario, "scenario");
    await writeFile(fixtureFile(of, "postgresql.sql"), await dumpPostgres(server.url("made")));
  } finally {
    await server.stop();
  }
}

/** As docs/operators.md has it, "Upgrade": a backup of each earlier version is restored, and an older program refuses. */
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { rehearsalKey } from "../../src/rehearsal/player.ts";
import { fixtureFile, fixtureVersions } from "../kit/fixture.ts";
import { BotProcess } from "../kit/running.ts";

/** What is used here of better-sqlite3, which comes without types. */
const Sqlite = createRequire(import.meta.url)("better-sqlite3") as new (file: string) => {
  exec(sql: string): void;
  close(): void;
};
const environment = { STEWARD_MASTER_KEY: Buffer.from(rehearsalKey).toString("base64") };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function emptyFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-upgrade-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function run(at: string, program: string, ...args: string[]) {
  const process = new BotProcess(program, args, environment, at);
  ends.push(() => {
    process.kill("SIGKILL");
  });
  const { code } = await process.ended;
  return { code, said: [...process.lines, ...process.errors].join("\n") };
}
const operator = (at: string, ...args: string[]) => run(at, "src/cli/main.ts", ...args);

it.each(await fixtureVersions())("a backup of %s is restored, and goes on", async (version) => {
  const at = await emptyFolder();
  const backup = join(at, "before-upgrade");
  await copyFile(fixtureFile(version, "sqlite.db"), backup);
  expect(await operator(at, "restore", backup)).toMatchObject({ code: 0 });
  expect((await operator(at, "doctor")).said).toContain("open, up to date, and the master key fits");
  expect((await operator(at, "federation", "list")).said).toMatch(/^ID .*\n[a-z0-9]{16} /);
});

it("a newer database is refused with a sentence: by the bot, doctor, and restore", async () => {
  const at = await emptyFolder();
  const [version = ""] = await fixtureVersions();
  await copyFile(fixtureFile(version, "sqlite.db"), join(at, "copy"));
  expect(await operator(at, "restore", "copy")).toMatchObject({ code: 0 });
  const file = join(at, "data/steward.db");
  const database = new Sqlite(file);
  database.exec(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ('x', 'y', '29990101000000_more', 0, 1)`,
  );
  database.close();
  const sentence =
    "The database is newer than this program: it has 29990101000000_more, which this version does not know.";
  for (const [program, ...args] of [
    ["src/main.ts"],
    ["src/cli/main.ts", "federation", "list"],
    ["src/cli/main.ts", "doctor"],
  ] as const) {
    const { code, said } = await run(at, program, ...args);
    expect(code).toBe(args[0] === "doctor" ? 1 : 2);
    expect(said).toContain(args[0] === "doctor" ? sentence.slice(0, -1) : sentence);
  }
  const other = await emptyFolder();
  await copyFile(file, join(other, "copy"));
  const restored = await operator(other, "restore", "copy");
  expect(restored).toMatchObject({ code: 2 });
  expect(restored.said).toContain(sentence);
  expect((await readdir(join(other, "data"))).filter((name) => name.endsWith(".db"))).toEqual([]);
});

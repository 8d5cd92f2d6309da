/** A whole SQLite database is moved to a PostgreSQL, and people go on where they were. */
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { rehearsalKey } from "../../../src/rehearsal/player.ts";
import { parseScenario } from "../../../src/rehearsal/scenario.ts";
import { openDatabase } from "../../../src/store/database.ts";
import { moveDatabase } from "../../../src/store/moving.ts";
import { openDriver } from "../../../src/store/open-driver.ts";
import { plain } from "../../../src/store/driver.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { factsIn, fixtureFile, openFixture, playOn, readScenario, restoreFixture } from "../../kit/fixture.ts";
import { allRows } from "../../kit/rows.ts";
import { BotProcess } from "../../kit/running.ts";

const key = Buffer.from(rehearsalKey).toString("base64");
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function fixtureHere(): Promise<{ readonly folder: string; readonly url: string }> {
  const folder = await mkdtemp(join(tmpdir(), "steward-moving-"));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const url = `file:${join(folder, "steward.db")}`;
  await restoreFixture("0.2.0", "sqlite", url);
  return { folder, url };
}

/** What the terminal shows of `steward move`. */
async function move(folder: string, from: string, to: string, ...flags: string[]) {
  const environment = { DATABASE_URL: from, STEWARD_MASTER_KEY: key };
  const command = new BotProcess("src/cli/main.ts", ["move", to, ...flags], environment, folder);
  const { code } = await command.ended;
  return { code, said: [...command.lines, ...command.errors].join("\n") };
}

/** All rows, each with its columns in the order of their names: in the databases they stand in the order of the migrations. */
async function rowsAt(url: string): Promise<readonly string[]> {
  const database = await openDatabase({ url });
  const rows = await allRows(database).finally(() => database.close());
  return rows.map((row) => {
    const [, table = "", json = ""] = /^(\w+) (.*)$/su.exec(row) ?? [];
    return `${table} ${JSON.stringify(Object.entries(JSON.parse(json) as object).sort())}`;
  });
}

/** What a query gives on a PostgreSQL, in one column. */
async function column(url: string, sql: string): Promise<readonly string[]> {
  const driver = await openDriver(url);
  const read = driver.exclusively(async (_, adapter) => (await adapter.queryRaw(plain(sql))).rows.map(String));
  return read.finally(() => driver.close());
}

const tables = (url: string) =>
  column(url, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'");

async function emptied(url: string): Promise<string> {
  const driver = await openDriver(url);
  await driver
    .exclusively((_, adapter) => adapter.executeScript("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
    .finally(() => driver.close());
  return url;
}

eachDatabase((name, _open, freshUrl) => {
  if (name === "sqlite") {
    it("a move goes to a PostgreSQL only", async () => {
      const { folder, url } = await fixtureHere();
      const { code, said } = await move(folder, url, `${url}2`, "--yes");
      expect(code).toBe(2);
      expect(said).toMatch(/move postgresql:\/\/USER/);
      const away = await move(folder, url, "postgresql://u:secret-word@127.0.0.1:1/none", "--yes");
      expect(away.code).toBe(2);
      expect(away.said).toMatch(/That PostgreSQL cannot be opened \(/);
      expect(away.said).not.toContain("secret-word");
      expect(await move(folder, url, "postgresql://127.0.0.1:1/none")).toMatchObject({ code: 3 });
    });
    return;
  }

  it("has every row, opens, and people see what they saw and go on", async () => {
    const { folder, url } = await fixtureHere();
    const to = await emptied(await freshUrl());
    const { code, said } = await move(folder, url, to, "--yes");
    expect(said).toMatch(
      /Moved: \d{3,} rows of \d+ tables\. All of them are the same there, and \d{3,} sealed texts open/,
    );
    expect(code).toBe(0);
    expect(said).not.toContain(to);

    // All that is there is what was there; the mark of the move alone is in the SQLite database only.
    const before = (await rowsAt(url)).filter((row) => !row.startsWith('Fact [["key","moved"]'));
    expect((await rowsAt(to)).filter((row) => !before.includes(row))).toEqual([]);
    expect(await rowsAt(to)).toHaveLength(before.length);
    // No number is counted by the database itself: what is new would begin with 1 again.
    expect(await column(to, "SELECT sequencename::text FROM pg_sequences WHERE schemaname = 'public'")).toEqual([]);

    // Nobody goes on with the old one, and a second move is refused.
    await expect(openFixture(url)).rejects.toThrow(/was moved to PostgreSQL on \d{4}-\d\d-\d\d\. Set DATABASE_URL/);
    expect(await move(folder, url, to, "--yes")).toMatchObject({ code: 2, said: expect.stringMatching(/was moved/) });
    const bot = new BotProcess("src/main.ts", [], { DATABASE_URL: url, STEWARD_MASTER_KEY: key }, folder);
    expect((await bot.ended).code).toBe(2);
    expect(bot.errors.join("\n")).toMatch(/was moved to PostgreSQL/);

    const made = await readScenario("0.2.0", "scenario");
    const then = factsIn(await readFile(fixtureFile("0.2.0", "seen.txt"), "utf8"), made);
    const now = factsIn(await playOn(to, await readScenario("0.2.0", "readings"), "readings"), made);
    expect(now).toEqual(then);
    await playOn(to, parseScenario(goingOn), "after the move");
    const newest = `SELECT "id" FROM "Drive" ORDER BY "openedAt" DESC LIMIT 1`;
    expect(await column(to, `SELECT count(*)::text FROM "Pledge" WHERE "driveId" = (${newest})`)).toEqual(["2"]);
  }, 300_000);

  it("refuses a PostgreSQL that is not empty, and leaves both as they were", async () => {
    const { folder, url } = await fixtureHere();
    const copy = join(folder, "copy.db");
    await copyFile(url.slice("file:".length), copy);
    const to = await freshUrl(); // has the tables, and no row
    expect(await move(folder, `file:${copy}`, to, "--yes")).toMatchObject({ code: 0 });
    const rows = await rowsAt(to);
    const again = await move(folder, url, to, "--yes");
    expect(again).toMatchObject({ code: 2, said: expect.stringMatching(/has a database of Steward in it already/) });
    expect(await rowsAt(to)).toEqual(rows);

    const others = await emptied(await freshUrl());
    const driver = await openDriver(others);
    await driver
      .exclusively((_, adapter) => adapter.executeScript("CREATE TABLE guests (name text)"))
      .finally(() => driver.close());
    const refused = await move(folder, url, others, "--yes");
    expect(refused).toMatchObject({ code: 2, said: expect.stringMatching(/has tables of another program in it/) });
    expect(await tables(others)).toEqual(["guests"]);
    // The one that was refused is used on.
    await (await openFixture(url)).database.close();
  });

  it("killed half way, nothing was moved, and it can be begun again", async () => {
    const { folder, url } = await fixtureHere();
    const to = await emptied(await freshUrl());
    const moving = new BotProcess("tests/kit/move-process.ts", [url, to, "Pledge"], {}, folder);
    await moving.says("half way");
    moving.kill("SIGKILL");
    await moving.ended;
    expect(await tables(to)).toEqual([]);
    expect(await move(folder, url, to, "--yes")).toMatchObject({ code: 0 });
  });

  it("what does not open, or is not the same there, is not moved", async () => {
    const { url } = await fixtureHere();
    const to = await emptied(await freshUrl());
    const store = await openFixture(url);
    ends.push(() => store.database.close());
    await store.database.transaction(async (tx) => {
      const [one, other] = await tx.cell.findMany({ take: 2 });
      await tx.cell.update({ where: { id: one?.id ?? "" }, data: { sealedName: other?.sealedName ?? "" } });
    });
    await expect(moveDatabase(store, to)).rejects.toThrow(/Cell\.sealedName of the row \S+ does not open/);
    expect(await tables(to)).toEqual([]);
    // Somebody writes meanwhile, though nobody should.
    const another = await fixtureHere();
    const busy = await openFixture(another.url);
    ends.push(() => busy.database.close());
    const written = moveDatabase(busy, to, async (what, table) => {
      if (what !== "checking" || table !== "Sector") return;
      await busy.database.transaction((tx) => tx.fact.create({ data: { key: "later", sealed: "" } }));
    });
    await expect(written).rejects.toThrow(/The rows of Fact are not the same/);
    expect(await tables(to)).toEqual([]);
  });
});

/** After the last of the readings. */
const goingOn = `
at 2026-06-20 17:00 Europe/Paris
chat depot telegram
admin zoe@depot
zoe@depot: /drive new "Shall we go on after the move?" goal:3 deadline:"in 7 days" scope:cell
ana@depot: /pledge in
ben@depot: /pledge in
wait 5 minutes
zoe@depot: /cell show
`;

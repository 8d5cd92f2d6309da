import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Driver, plain } from "../../../src/store/driver.ts";
import { applyMigrations, MigrationError } from "../../../src/store/migrate.ts";
import { migrationsFolder } from "../../../src/store/schema-engine.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { restoreFixture } from "../../kit/fixture.ts";
import { missingMigrations, readModels } from "../../kit/missing-migration.ts";
import { openDriver } from "../../../src/store/open-driver.ts";

describe("the migrations", () => {
  it("make what the models say, on SQLite and on PostgreSQL (else: node scripts/new-migration.ts NAME)", async () => {
    expect(await missingMigrations()).toEqual([
      { provider: "sqlite", sql: "" },
      { provider: "postgresql", sql: "" },
    ]);
  });

  it("are noticed when they lack something", async () => {
    const more = `${await readModels()}\nmodel Extra {\n  id String @id\n}\n`;
    for (const { sql } of await missingMigrations(migrationsFolder, Promise.resolve(more))) {
      expect(sql).toContain('CREATE TABLE "Extra"');
    }
  });

  it("the first one stays as it is: databases were made with it (else: node scripts/new-migration.ts NAME)", async () => {
    const hash = async (provider: string) =>
      createHash("sha256")
        .update(await readFile(join(migrationsFolder, provider, "20261121180153_init", "migration.sql")))
        .digest("hex");
    expect({ sqlite: await hash("sqlite"), postgresql: await hash("postgresql") }).toEqual({
      sqlite: "2879a63b662bf2b930e1475fefc03cd42b99f8a5918236f886bf17c1dd033a06",
      postgresql: "e774af44f5f015c50e36df8453d200c848b87eaaa15aa78c871d99278694bed2",
    });
  });

  it("are the same ones on both", async () => {
    const [sqlite, postgresql] = await Promise.all(
      ["sqlite", "postgresql"].map((name) => readdir(join(migrationsFolder, name))),
    );
    expect(sqlite).toEqual(postgresql);
  });
});

eachDatabase((name, _open, freshUrl) => {
  let folder: string;
  let driver: Driver;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "steward-migrations-"));
    await cp(migrationsFolder, folder, { recursive: true });
    driver = await openDriver(await freshUrl());
  });
  afterEach(async () => {
    await driver.close();
    await rm(folder, { recursive: true });
  });
  const add = async (migration: string, sql: string) => {
    await mkdir(join(folder, name, migration));
    await writeFile(join(folder, name, migration, "migration.sql"), sql);
  };
  const tables = (like: string) =>
    driver.exclusively(async (_factory, adapter) => {
      const from = name === "sqlite" ? "name FROM sqlite_master" : "tablename AS name FROM pg_tables";
      return (
        await adapter.queryRaw(plain(`SELECT ${from} WHERE ${name === "sqlite" ? "name" : "tablename"} LIKE '${like}'`))
      ).rows.flat();
    });

  it("counts those who have gone from open drives of before, and plans the steps that are late", async () => {
    const url = await freshUrl();
    await restoreFixture("0.1.0", name, url);
    await driver.close();
    driver = await openDriver(url);
    const at = "'2026-03-20T16:00:00.000+00:00'";
    const run = (sql: string) => driver.exclusively((_factory, adapter) => adapter.executeRaw(plain(sql)));
    const rows = (sql: string) =>
      driver.exclusively(async (_factory, adapter) => (await adapter.queryRaw(plain(sql))).rows);
    await run(`INSERT INTO "Federation" ("id", "createdAt", "wrappedKey", "sealedName", "language", "zone")
      VALUES ('f', ${at}, '', '', 'en', 'UTC')`);
    await run(`INSERT INTO "Sector" ("id", "federationId", "sealedName", "lookupName", "createdAt")
      VALUES ('s', 'f', '', 's', ${at})`);
    for (const cell of ["a", "b", "c"])
      await run(`INSERT INTO "Cell" ("id", "federationId", "sectorId", "sealedName", "lookupName", "zone", "language", "createdAt")
        VALUES ('${cell}', 'f', 's', '', '${cell}', 'UTC', 'en', ${at})`);
    const drive = (id: string, number: number, scope: string, closed: string) =>
      run(`INSERT INTO "Drive" ("id", "federationId", "number", "sealedQuestion", "scope", "cellId", "goal", "reveal",
          "openedAt", "deadline", "closedAt", "smallestGroup", "stepMinutes")
        VALUES ('${id}', 'f', ${String(number)}, '', '${scope}', 'a', 9, 'live', ${at}, ${at}, ${closed}, 5, 5)`);
    await drive("drive-open", 1, "sector", "NULL");
    await drive("drive-closed", 2, "federation", at);
    const unit = async (
      id: string,
      of: string,
      cell: string,
      seen: [number, number][],
      fresh: boolean,
      changed: number,
    ) => {
      const shown = { firm: 0, waiting: 0, rungs: [] };
      const state = {
        at: 0,
        shown,
        fresh,
        seen: seen.map(([certain, conditional]) => ({ certain, conditional, shown })),
      };
      await run(`INSERT INTO "DriveUnit" ("id", "driveId", "members", "changed", "steps", "shown", "state")
        VALUES ('${id}', '${of}', 20, ${String(changed)}, 2, '${JSON.stringify(shown)}', '${JSON.stringify(state)}')`);
      await run(`INSERT INTO "DriveCell" ("driveId", "cellId", "unitId", "sectorId", "histogram")
        VALUES ('${of}', '${cell}', '${id}', 's', '[0,[],[]]')`);
    };
    // Shown were three and two; three of them are known still, another one has withdrawn since: the fifth has gone.
    await unit("u1", "drive-open", "a", [[0, 0], [3, 2]], true, 1); // prettier-ignore
    await unit("u2", "drive-open", "b", [[0, 0], [7, 0]], true, 0); // prettier-ignore
    await unit("u3", "drive-open", "c", [[0, 0], [2, 0]], false, 2); // prettier-ignore
    await unit("u4", "drive-closed", "a", [[0, 0], [9, 0]], true, 3); // prettier-ignore
    const pledges = [["in", "in", 1], ["in", "out", 1], ["if:3", "in", 1], ["out", "in", 2]] as const; // prettier-ignore
    for (const [i, [answer, atStep, step]] of pledges.entries()) {
      await run(`INSERT INTO "Pledge" ("id", "driveId", "cellId", "answer", "atStep", "step", "answeredAt")
        VALUES ('p${String(i)}', 'drive-open', 'a', '${answer}', '${atStep}', ${String(step)}, ${at})`);
    }
    await applyMigrations(driver, { folder });
    expect(await rows(`SELECT "id", "changed" FROM "DriveUnit" WHERE "driveId" LIKE 'drive-%' ORDER BY "id"`)).toEqual([
      ["u1", 2],
      ["u2", 7],
      ["u3", 5],
      ["u4", 3],
    ]);
    expect(await rows(`SELECT "cellId" FROM "DriveCell" WHERE "driveId" LIKE 'drive-%' ORDER BY "cellId"`)).toEqual([
      ["a"],
      ["a"],
      ["b"],
      ["c"],
    ]);
    expect(
      await rows(
        `SELECT "kind", "key", "payload", "federationId" FROM "Job" WHERE "kind" = 'drive-step' AND "federationId" = 'f'`,
      ),
    ).toEqual([["drive-step", "drive-step:drive-open:0", '{"drive":"drive-open","due":"0"}', "f"]]);
    const [[cells]] = (await rows(`SELECT "cells" FROM "Drive" WHERE "id" = 'drive-open'`)) as [[string]];
    expect((JSON.parse(cells) as string[]).sort()).toEqual(["a", "b", "c"]);
  });

  it("applies only what is new, and then nothing", async () => {
    await add("29990101000000_more", `CREATE TABLE "More1" ("a" TEXT DEFAULT 'x;y'); CREATE TABLE "More2" ("a" TEXT);`);
    expect(await applyMigrations(driver, { folder })).toEqual(["29990101000000_more"]);
    expect(await applyMigrations(driver, { folder })).toEqual([]);
    expect(await tables("More%")).toHaveLength(2);
  });

  it("leaves nothing of a migration that fails, and can be started again", async () => {
    await add("29990101000000_bad", `CREATE TABLE "Half" ("a" TEXT); CREATE TABLE "Half" ("a" TEXT);`);
    await expect(applyMigrations(driver, { folder })).rejects.toThrow();
    expect(await tables("Half%")).toEqual([]);
    await writeFile(join(folder, name, "29990101000000_bad", "migration.sql"), `CREATE TABLE "Half" ("a" TEXT);`);
    expect(await applyMigrations(driver, { folder })).toEqual(["29990101000000_bad"]);
  });

  it("refuses a database that is newer than the program, or was made with other migrations", async () => {
    await add("29990101000000_more", `CREATE TABLE "More" ("a" TEXT);`);
    await applyMigrations(driver, { folder });
    const newer = applyMigrations(driver, { folder: migrationsFolder });
    await expect(newer).rejects.toThrow(MigrationError);
    await expect(newer).rejects.toThrow("The database is newer than this program: it has 29990101000000_more");
    await writeFile(join(folder, name, "29990101000000_more", "migration.sql"), `CREATE TABLE "Other" ("a" TEXT);`);
    await expect(applyMigrations(driver, { folder })).rejects.toThrow("other migrations of the same name");
  });

  if (name === "postgresql") {
    it("lets two processes start at once", async () => {
      await add("29990101000000_more", `CREATE TABLE "More" ("a" TEXT);`);
      const applied = await Promise.all([applyMigrations(driver, { folder }), applyMigrations(driver, { folder })]);
      expect(applied.flat()).toEqual(["29990101000000_more"]);
    });
  }
});

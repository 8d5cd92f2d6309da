import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Driver, plain } from "../../../src/store/driver.ts";
import { applyMigrations, MigrationError } from "../../../src/store/migrate.ts";
import { migrationsFolder } from "../../../src/store/schema-engine.ts";
import { eachDatabase } from "../../kit/databases.ts";
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

/** Runs a suite on each database that was asked for (STEWARD_TEST_DATABASES), on real ones, each test with its own. */
import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, describe, inject } from "vitest";
import { type Database, openDatabase, type OpenOptions, type Provider } from "../../src/store/database.ts";
import { chosenDatabases } from "./chosen-databases.ts";
import { TEMPLATE } from "./postgres-setup.ts";

/** Opens a fresh, migrated, empty database, which is closed and removed after the suite. */
export type OpenFresh = (options?: Omit<OpenOptions, "url">) => Promise<Database>;

/**
 * Describes the suite once for each database that was asked for.
 * @example eachDatabase((name, open) => { it("...", async () => { const database = await open(); }); });
 */
export function eachDatabase(suite: (name: Provider, open: OpenFresh, freshUrl: () => Promise<string>) => void): void {
  for (const name of chosenDatabases()) {
    describe(name, () => {
      const clean: (() => Promise<unknown>)[] = [];
      afterAll(async () => {
        for (const step of clean.reverse()) await step();
      });
      const freshUrl = async () => {
        const { url, remove } = name === "sqlite" ? await freshFile() : await freshPostgres();
        clean.push(remove);
        return url;
      };
      const open: OpenFresh = async (options) => {
        const database = await openDatabase({ ...options, url: await freshUrl() });
        clean.push(() => database.close());
        return database;
      };
      suite(name, open, freshUrl);
    });
  }
}

/**
 * What of a suite that is played in several places is played on a database. What a platform shows does not depend on the
 * database, nor what is kept on the platform: on PostgreSQL the first one is enough.
 */
export const playedOn = <Place>(database: Provider, places: readonly Place[]): readonly Place[] =>
  database === "sqlite" ? places : places.slice(0, 1);

interface Fresh {
  readonly url: string;
  readonly remove: () => Promise<unknown>;
}

async function freshFile(): Promise<Fresh> {
  const folder = await mkdtemp(join(tmpdir(), "steward-test-"));
  const file = join(folder, "steward.db");
  await copyFile(inject("sqliteTemplate"), file);
  return { url: `file:${file}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function freshPostgres(): Promise<Fresh> {
  const address = inject("postgres");
  if (address === "")
    throw new Error("PostgreSQL was asked for, but tests/kit/postgres-setup.ts is not in globalSetup.");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const run = async (sql: string) => {
    const connection = await new PrismaPg({
      connectionString: address.replace("DATABASE", "postgres"),
      max: 1,
    }).connect();
    await connection.executeRaw({ sql, args: [], argTypes: [] }).finally(() => connection.dispose());
  };
  await run(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return { url: address.replace("DATABASE", name), remove: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

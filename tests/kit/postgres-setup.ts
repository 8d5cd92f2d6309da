/** Vitest's globalSetup: a migrated SQLite file, and one PostgreSQL when it was asked for, of which tests get copies. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/store/database.ts";
import { chosenDatabases } from "./chosen-databases.ts";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  /** What tests can `inject`. */
  export interface ProvidedContext {
    /** The address of the PostgreSQL, with `DATABASE` where a database's name belongs; empty when none was asked for. */
    postgres: string;
    /** A migrated, empty SQLite file. */
    sqliteTemplate: string;
  }
}

/** The database that every test's database is a copy of. */
export const TEMPLATE = "steward_template";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "steward-template-"));
  const file = join(folder, "steward.db");
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  await (await openDatabase({ url: `file:${file}` })).close();
  project.provide("sqliteTemplate", file);
  if (!chosenDatabases().includes("postgresql")) {
    project.provide("postgres", "");
    return removeFolder;
  }
  const server = await startPostgres();
  try {
    await server.run(`CREATE DATABASE ${TEMPLATE}`);
    await (await openDatabase({ url: server.url(TEMPLATE) })).close();
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("postgres", server.url("DATABASE"));
  return async () => {
    await server.stop();
    await removeFolder();
  };
}

/** What the migrations lack: for `scripts/new-migration.ts`, which writes it, and for the test that nothing is missing. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Provider } from "../../src/store/driver.ts";
import { pinToTransaction } from "../../src/store/driver-postgresql.ts";
import { everything, migrationsFolder, openEngine, readMigrations } from "../../src/store/schema-engine.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { forSchemaEngine } from "../../src/store/driver-sqlite.ts";

/** The SQL that one provider's migrations lack; empty when there is nothing. */
export interface Missing {
  readonly provider: Provider;
  readonly sql: string;
}

/**
 * Applies the migrations to an empty database of each kind (a real PostgreSQL among them) and compares the outcome
 * with the models.
 */
export async function missingMigrations(folder = migrationsFolder, models = readModels()): Promise<readonly Missing[]> {
  const schema = await models;
  const sqlite = await missing("sqlite", schema, inMemory(), folder);
  const server = await startPostgres();
  try {
    const forPostgresql = schema.replace(/(datasource \w+ \{\s*provider\s*=\s*)"sqlite"/, '$1"postgresql"');
    return [sqlite, await missing("postgresql", forPostgresql, withShadow(server), folder)];
  } finally {
    await server.stop();
  }
}

/** The text of prisma/schema.prisma. */
export function readModels(): Promise<string> {
  return readFile(fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url)), "utf8");
}

async function missing(
  provider: Provider,
  schema: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
  folder: string,
): Promise<Missing> {
  const engine = await openEngine(factory, schema);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...(await readMigrations(provider, folder)) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: null,
      filters: everything,
    });
    const sql = (stdout ?? "").trim();
    return { provider, sql: sql === "" || sql === "-- This is an empty migration." ? "" : `${sql}\n` };
  } finally {
    engine.free();
  }
}

function inMemory(): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => forSchemaEngine(await new PrismaBetterSqlite3({ url: ":memory:" }).connect());
  return { provider: "sqlite", adapterName: "@prisma/adapter-better-sqlite3", connect, connectToShadowDb: connect };
}

/** Prisma's own adapter drops the shadow database before it closes its connections to it, which PostgreSQL refuses. */
function withShadow(server: PostgresServer): SqlMigrationAwareDriverAdapterFactory {
  const connect = async (database: string) => {
    const { adapter, end } = await pinToTransaction(server.url(database));
    return { ...adapter, dispose: () => end("ROLLBACK") };
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect("postgres"),
    connectToShadowDb: () => connect("template1"), // empty, and rolled back
  };
}

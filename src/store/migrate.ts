/** Brings a database to the models of this program, at every start. */
import { createHash } from "node:crypto";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { type Driver, plain, type Provider } from "./driver.ts";
import type { Hold } from "./held.ts";
import { everything, migrationsFolder, openEngine, readMigrations } from "./schema-engine.ts";

/** The database and this program do not belong together; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

export interface MigrateOptions {
  readonly folder?: string;
  /** Takes the database for as long as it is changed; undefined where another process has it. */
  readonly alone?: () => Promise<Hold | undefined>;
}

/**
 * Applies the migrations that the database lacks and keeps Prisma's own history (`_prisma_migrations`).
 *
 * All in one transaction behind a lock, so two processes may start at once, and a start that is killed half way can
 * simply be repeated.
 *
 * @returns the names of the migrations that were applied now
 * @throws {MigrationError} when the database is newer than this program, or has another history
 */
export async function applyMigrations(driver: Driver, options: MigrateOptions = {}): Promise<readonly string[]> {
  return await driver.exclusively((factory, adapter) =>
    migrateWithin(factory, adapter, { ...options, provider: driver.provider }),
  );
}

/** The same in an exclusive transaction that is open already ({@link Driver.exclusively}). */
export async function migrateWithin(
  factory: SqlMigrationAwareDriverAdapterFactory,
  adapter: SqlDriverAdapter,
  { provider, folder = migrationsFolder, alone }: MigrateOptions & { readonly provider: Provider },
): Promise<readonly string[]> {
  const migrations = await readMigrations(provider, folder);
  const history = await hasHistory(adapter, provider);
  if (history && (await isUpToDate(adapter, migrations))) return [];
  const engine = await openEngine(factory);
  let hold: Hold | undefined;
  try {
    if (history) await checkHistory(engine, migrations); // on SQLite it fails where there is none
    hold = await alone?.();
    if (alone !== undefined && hold === undefined) {
      throw new MigrationError(
        "A bot of an earlier version of Steward runs on this database. Stop it, and start this version once.",
      );
    }
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrations,
      filters: everything,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
    await hold?.release();
  }
}

async function hasHistory(adapter: SqlDriverAdapter, provider: Provider): Promise<boolean> {
  const table = {
    sqlite: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'",
    postgresql: "SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL",
  };
  return (await adapter.queryRaw(plain(table[provider]))).rows.length > 0;
}

/** Most starts find nothing to do, and then need not load the engine. */
async function isUpToDate(adapter: SqlDriverAdapter, migrations: MigrationList): Promise<boolean> {
  const applied = await adapter.queryRaw(
    plain(
      `SELECT migration_name, checksum FROM _prisma_migrations
       WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`,
    ),
  );
  const all = await adapter.queryRaw(
    plain("SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL"),
  );
  const expected = migrations.migrationDirectories.map(({ path, migrationFile: { content } }) => [
    path,
    createHash("sha256").update(content.value).digest("hex"),
  ]);
  return all.rows.length === applied.rows.length && JSON.stringify(applied.rows) === JSON.stringify(expected);
}

async function checkHistory(engine: SchemaEngine, migrationsList: MigrationList): Promise<void> {
  const { history, editedMigrationNames, failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: everything,
  });
  if (failedMigrationNames.length > 0) {
    throw new MigrationError(
      `An earlier migration of the database failed (${failedMigrationNames.join(", ")}). Restore the backup made before it.`,
    );
  }
  if (history && history.diagnostic !== "databaseIsBehind") {
    throw new MigrationError(
      `The database is newer than this program: it has ${history.unpersistedMigrationNames.join(", ")}, which this version ` +
        "does not know. Start the newer version of Steward, or restore a backup made with this one.",
    );
  }
  if (editedMigrationNames.length > 0) {
    throw new MigrationError(
      `The database was made with other migrations of the same name (${editedMigrationNames.join(", ")}). ` +
        "Start the version of Steward that made it, or begin with a new database.",
    );
  }
}

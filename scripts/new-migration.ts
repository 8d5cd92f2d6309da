/**
 * Writes the next migration of both databases: what brings the earlier migrations to the models in prisma/schema.prisma.
 *
 *     node scripts/new-migration.ts NAME
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { migrationsFolder, lockFile } from "../src/store/schema-engine.ts";
import { missingMigrations } from "../tests/kit/missing-migration.ts";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write("Usage: node scripts/new-migration.ts NAME   (lower case, digits, _)\n");
  process.exit(2);
}

const timestamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
for (const { provider, sql } of await missingMigrations()) {
  if (sql === "") {
    process.stdout.write(`${provider}: the migrations have all that the models have.\n`);
    continue;
  }
  const folder = join(migrationsFolder, provider, `${timestamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  await writeFile(join(migrationsFolder, provider, "migration_lock.toml"), lockFile(provider));
  process.stdout.write(`${provider}: ${folder}/migration.sql\n`);
}

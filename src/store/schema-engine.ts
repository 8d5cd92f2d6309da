/**
 * Prisma's schema engine as WebAssembly: what writes and applies migrations. The engine that the Prisma CLI uses is a
 * native file fetched from the web; this one lies whole in npm.
 */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Provider } from "./driver.ts";

export type { SchemaEngine } from "@prisma/schema-engine-wasm";

/** The folder that holds `sqlite/` and `postgresql/`. */
export const migrationsFolder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** No table or enum of the database belongs to somebody else. */
export const everything = { externalTables: [], externalEnums: [] };

/** What is used here of the global that TypeScript only knows with a browser's library. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

const specifier = "@prisma/schema-engine-wasm/schema_engine_bg";
/** The engine tells a global of this name what happened before it dies; without it, the error would say nothing. */
const registry = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: { set_message: (message: string) => void } };
let loading: Promise<typeof SchemaEngine> | undefined;

/**
 * The package's own entry imports its `.wasm` as a module, which is experimental in Node and unknown to bundlers and
 * test runners; so the two halves are put together here.
 */
async function load(): Promise<typeof SchemaEngine> {
  const path = createRequire(import.meta.url).resolve(specifier);
  const glue =
    (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as typeof import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(path.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return glue.SchemaEngine;
}

/**
 * Opens the engine on a database.
 * @param schema the text of a Prisma schema; none when only migrations are applied
 */
export async function openEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema?: string,
): Promise<SchemaEngine> {
  registry.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => process.stderr.write(`Prisma schema engine: ${message}\n`),
  };
  loading ??= load();
  const Engine = await loading;
  const datamodels: [string, string][] | undefined = schema === undefined ? undefined : [["schema.prisma", schema]];
  return await Engine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}

/** Reads the migrations of one provider, in the order of their names. */
export async function readMigrations(provider: Provider, folder = migrationsFolder): Promise<MigrationList> {
  const baseDir = join(folder, provider);
  const entries = await readdir(baseDir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const read = async (name: string) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await readFile(join(baseDir, name, "migration.sql"), "utf8") },
    },
  });
  return {
    baseDir,
    lockfile: { path: "./migration_lock.toml", content: lockFile(provider) },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map(read)),
  };
}

/** The file by which Prisma knows a folder's provider. */
export function lockFile(provider: Provider): string {
  return `# Written by scripts/new-migration.ts.\nprovider = "${provider}"\n`;
}

/** Which driver an address means. */
import { chmod, mkdir, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SqliteDriver } from "./driver-sqlite.ts";
import type { Driver } from "./driver.ts";

/**
 * Opens the driver for an address.
 * @param url `file:data/steward.db`, `file::memory:` or `postgresql://user:password@host/database`
 */
export async function openDriver(url: string): Promise<Driver> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    // Loaded where it is used: it takes memory that a small machine has better use for.
    const { PostgresqlDriver } = await import("./driver-postgresql.ts");
    return new PostgresqlDriver(url);
  }
  if (url === "file::memory:") return new SqliteDriver(":memory:");
  if (!url.startsWith("file:")) {
    throw new Error("DATABASE_URL is neither file:PATH nor postgresql://...; leave it empty for file:data/steward.db.");
  }
  const file = url.startsWith("file://") ? fileURLToPath(url) : resolve(url.slice("file:".length));
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives its -wal and -shm files the mode of the database, so the mode has to be right before it opens it.
  await (await open(file, "a", 0o600)).close();
  await chmod(file, 0o600);
  return new SqliteDriver(file);
}

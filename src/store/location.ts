/** Where a database is. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The file of an SQLite database; undefined for PostgreSQL. */
export function databaseFile(url: string): string | undefined {
  if (!url.startsWith("file:")) return undefined;
  return url.startsWith("file://") ? fileURLToPath(url) : resolve(url.slice("file:".length));
}

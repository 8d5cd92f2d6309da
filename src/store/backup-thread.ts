/** The thread of `Database.backup`: copies an SQLite database, as it is at this moment, into an empty file. */
import { createRequire } from "node:module";
import { workerData } from "node:worker_threads";

/** What is used here of better-sqlite3, which comes without types. */
type Sqlite = new (
  file: string,
  options: { readonly: boolean },
) => {
  prepare(sql: string): { run(value: string): void };
  close(): void;
};

const Sqlite = createRequire(import.meta.url)("better-sqlite3") as Sqlite;
const { source, target } = workerData as { source: string; target: string };
const connection = new Sqlite(source, { readonly: true });
try {
  connection.prepare("VACUUM INTO ?").run(target);
} finally {
  connection.close();
}

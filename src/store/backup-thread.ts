/**
 * The thread of `Database.backup`: copies an SQLite database, as it is at this moment, into an empty file. Ballots of votes
 * that are open are left out, with the keys that lead from them to people, and what was said to open check-ins and of proposed
 * days: whoever restores the copy answers again. These are what is deleted when it is counted, and a copy would keep it.
 * What goes on without being counted stays (docs/operators.md, "Backup"): without an objection a decision would take effect.
 */
import { createRequire } from "node:module";
import { workerData } from "node:worker_threads";

/** What is used here of better-sqlite3, which comes without types. */
type Sqlite = new (
  file: string,
  options: { readonly: boolean },
) => {
  prepare(sql: string): { run(...values: readonly string[]): void };
  exec(sql: string): void;
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
const copy = new Sqlite(target, { readonly: false });
try {
  copy.exec(`
    PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON;
    DELETE FROM "Ballot"; UPDATE "Vote" SET "sealedKey" = NULL WHERE "sealedKey" IS NOT NULL;
    DELETE FROM "PollBallot"; UPDATE "Poll" SET "sealedKey" = NULL WHERE "sealedKey" IS NOT NULL;
    DELETE FROM "CheckInAnswer"; DELETE FROM "DateAnswer";
    VACUUM`);
} finally {
  copy.close();
}

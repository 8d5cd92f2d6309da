/** Somebody else, in a connection of their own, holds what every work of the bot needs. */
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";

/** What is used here of better-sqlite3, which has no types of its own. */
const Sqlite = createRequire(import.meta.url)("better-sqlite3") as new (file: string) => {
  exec(sql: string): void;
  close(): void;
};

/** Locks a database: an SQLite file for writing, of a PostgreSQL the table in which all events are noted. Gives back what ends it, once. */
export async function lockOutside(url: string): Promise<() => Promise<void>> {
  if (url.startsWith("file:")) {
    const other = new Sqlite(url.slice("file:".length));
    other.exec("BEGIN IMMEDIATE");
    return () => {
      other.close();
      return Promise.resolve();
    };
  }
  const other = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  const transaction = await other.startTransaction();
  await transaction.executeRaw({ sql: 'LOCK TABLE "Inbox" IN ACCESS EXCLUSIVE MODE', args: [], argTypes: [] });
  let held = true;
  return async () => {
    if (!held) return;
    held = false;
    await transaction.executeRaw({ sql: "ROLLBACK", args: [], argTypes: [] });
    await transaction.rollback();
    await other.dispose();
  };
}

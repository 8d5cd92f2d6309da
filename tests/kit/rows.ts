/** Everything that a database holds about one federation, and everything that it holds, as text. */
import type { Database, Tx } from "../../src/store/database.ts";
import { Prisma } from "../../src/store/generated/sqlite/client.ts";

const tables = Object.values(Prisma.ModelName);

const asText = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

/** All rows of all tables, each as `Table {json}`, sorted. */
export const allRows = (database: Database): Promise<readonly string[]> => database.transaction(rowsIn);

/** The same within a transaction. */
export async function rowsIn(tx: Tx): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const table of tables) {
    const found = await tx.$queryRaw(Prisma.sql`SELECT * FROM ${Prisma.raw(`"${table}"`)}`);
    rows.push(...found.map((row) => `${table} ${JSON.stringify(row, asText)}`));
  }
  return rows.sort();
}

/** The rows of a federation: those that name it, and those that name one of these by its id, and so on. */
export async function rowsOf(database: Database, federation: string): Promise<readonly string[]> {
  const all = await allRows(database);
  const ids = new Set([federation]);
  const mine = new Set<string>();
  for (let before = -1; before !== mine.size;) {
    before = mine.size;
    for (const row of all) {
      if (mine.has(row)) continue;
      const words = row.match(/(?<=")[a-z0-9_-]{16}(?=")/giu) ?? [];
      if (!words.some((word) => ids.has(word))) continue;
      mine.add(row);
      const id = /(?<="id":")[^"]+/u.exec(row)?.[0];
      if (id !== undefined) ids.add(id);
    }
  }
  return [...mine].sort();
}

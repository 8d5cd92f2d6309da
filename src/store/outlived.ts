/** What is past its time, and how it is looked for: in one statement, since every day nearly all of it is looked for in vain. */
import { Prisma } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";

/** Rows that are past their time. */
export interface Outlived {
  readonly table: Prisma.ModelName;
  /** The column that names a row. */
  readonly key: string;
  readonly where: Prisma.Sql;
}

/** Which of these queries give a row, by their place in the list. */
export async function whichDue({ tx }: Session, queries: readonly Prisma.Sql[]): Promise<ReadonlySet<number>> {
  if (queries.length === 0) return new Set();
  const asked = queries.map(
    (query, at) => Prisma.sql`SELECT ${Prisma.raw(String(at))} AS "at" WHERE EXISTS (${query})`,
  );
  const rows = await tx.$queryRaw<{ at: number | bigint }>`${Prisma.join(asked, " UNION ALL ")}`;
  return new Set(rows.map(({ at }) => Number(at)));
}

/** Which of these tables have rows that are past their time, by their place in the list. */
export const whichOutlived = (session: Session, all: readonly Outlived[]): Promise<ReadonlySet<number>> =>
  whichDue(
    session,
    all.map(({ table, where }) => Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE ${where}`),
  );

/** Removes at most so many of them; gives the number of rows. */
export function removeOutlived({ tx }: Session, { table, key, where }: Outlived, most: number): Promise<number> {
  const [from, by] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${key}"`)];
  return tx.$executeRaw`DELETE FROM ${from} WHERE ${by} IN (SELECT ${by} FROM ${from} WHERE ${where} LIMIT ${most})`;
}

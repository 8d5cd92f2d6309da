/** How exactly the times of rows that refer to people are kept, as the schema says behind each, and whether the rows hold it. */
import { readFileSync } from "node:fs";
import type { ReadTx } from "../../src/store/database.ts";
import { Prisma } from "../../src/store/generated/sqlite/client.ts";

/** A time of a model. */
export interface TimeColumn {
  readonly table: string;
  readonly column: string;
  /** "minute"; "in order": the milliseconds count; "finer", with a reason; undefined: nothing is said. */
  readonly kept: "minute" | "in order" | "finer" | undefined;
  readonly reason: string;
}

const schema = readFileSync(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");

/** All of them, in the order of the schema. */
export const timeColumns: readonly TimeColumn[] = [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gmsu)].flatMap(
  ([, table = "", body = ""]) =>
    [...body.matchAll(/^ +(\w+) +DateTime\b[^\n/]*(?:\/\/ (.*))?$/gmu)].map(([, column = "", said = ""]) => {
      const [, reason = ""] = /^finer: (.*)$/u.exec(said) ?? [];
      const exactly = { minute: "minute", "minute, in order": "in order" } as const;
      const kept = reason === "" ? Object.entries(exactly).find(([words]) => words === said)?.[1] : "finer";
      return { table, column, kept, reason };
    }),
);

const coarse = timeColumns.filter(({ kept }) => kept === "minute" || kept === "in order");
/** Nobody in these tests does so many things in one minute. Milliseconds. */
const mostInOrder = 1000;

/** Times that tell more than they may: `Table.column` and the value. */
export async function finerThanSaid(tx: Pick<ReadTx, "$queryRaw">): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of new Set(coarse.map((one) => one.table))) {
    const columns = coarse.filter((one) => one.table === table);
    const list = Prisma.join(columns.map(({ column }) => Prisma.raw(`"${column}"`)));
    const rows = await tx.$queryRaw<Record<string, Date | null>>`SELECT ${list} FROM ${Prisma.raw(`"${table}"`)}`;
    for (const { column, kept } of columns) {
      for (const value of rows.map((row) => row[column])) {
        const more = (value?.getTime() ?? 0) % 60_000;
        if (kept === "minute" ? more !== 0 : more >= mostInOrder) {
          found.push(`${table}.${column} ${value?.toISOString() ?? ""}`);
        }
      }
    }
  }
  return found;
}

/**
 * The floor of the benchmark `pledge`, in a process of its own, so that neither pays for what the other keeps in memory:
 * exactly the statements that the pledges run, through Prisma's client alone, one interactive transaction for each
 * delivery. `pledge.ts` begins it and sends it one {@link Order} after another.
 */
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaClient } from "../src/store/generated/sqlite/client.ts";
import { pledges, resultOf, start, type Result } from "./pledges.ts";
import { ofEvents, recorded, type Recorded } from "./record.ts";

/** Pledge on this database and remember the statements; or run those on this one. */
export type Order = { readonly record: string } | { readonly run: string };

/** The answers: how often which kind of statement ran, beside the number of deliveries; and what the floor did. */
export type Answer =
  | { readonly deliveries: number; readonly kinds: readonly (readonly [kind: string, times: number])[] }
  | { readonly result: Result };

/** As `src/store/driver.ts` sets them. */
const pragmas = [
  "busy_timeout = 5000",
  "journal_mode = WAL",
  "synchronous = FULL",
  "secure_delete = ON",
  "trusted_schema = OFF",
  "foreign_keys = ON",
];

let transactions: readonly (readonly Recorded[])[] = [];

async function record(url: string): Promise<Answer> {
  transactions = ofEvents(await recorded(async () => void (await pledges(url, 1))));
  const kinds = new Map<string, number>();
  for (const { sql } of transactions.flat()) {
    const kind = /^\s*(\w+)[^"`]*["`](?:main`\.`)?(\w+)/u.exec(sql)?.slice(1).join(" ") ?? sql.slice(0, 30);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return { deliveries: transactions.length, kinds: [...kinds] };
}

async function run(url: string): Promise<Answer> {
  const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) });
  for (const pragma of pragmas) await client.$queryRawUnsafe(`PRAGMA ${pragma}`);
  const latencies: number[] = [];
  const started = start();
  for (const [index, statements] of transactions.entries()) {
    const from = performance.now();
    await client.$transaction(async (tx) => {
      for (const { sql, values, reader } of statements) {
        if (reader) await tx.$queryRawUnsafe(sql, ...values);
        else await tx.$executeRawUnsafe(sql, ...values);
      }
    });
    latencies.push(performance.now() - from);
    // As the bot does: better-sqlite3 frees its statements only when the event loop turns.
    if (index % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const result = resultOf(started, latencies);
  await client.$disconnect();
  return { result };
}

process.on("message", (order: Order) => {
  void ("record" in order ? record(order.record) : run(order.run)).then((answer) => process.send?.(answer));
});

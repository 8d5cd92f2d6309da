/**
 * Which statements the bot really runs: every statement that reaches SQLite, with its values, cut into transactions.
 * A floor that is not made of these would be a guess.
 */
import { createRequire } from "node:module";

export interface Recorded {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Whether it gives rows. */
  readonly reader: boolean;
  /** How many it gave; of one that gives none, 0. */
  readonly rows: number;
}

/** What is used here of better-sqlite3, which has no types of its own. */
interface Statement {
  readonly source: string;
  readonly reader: boolean;
  bind(values: readonly unknown[]): Statement;
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): unknown;
}
type Sqlite = new (file: string) => { prepare(sql: string): Statement };
// An edge: the very class that Prisma's adapter uses.
const Sqlite = createRequire(import.meta.url)("better-sqlite3") as Sqlite;
const statements = Object.getPrototypeOf(new Sqlite(":memory:").prepare("SELECT 1")) as Statement;

/** Runs `work` and gives back the statements of each transaction that it made, without BEGIN and COMMIT. */
export async function recorded(work: () => Promise<void>): Promise<readonly (readonly Recorded[])[]> {
  const transactions: Recorded[][] = [];
  const { bind, run, all } = statements;
  const bound = new WeakMap<Statement, readonly unknown[]>();
  const note = (statement: Statement, given: readonly unknown[], rows: number): void => {
    const { source: sql, reader } = statement;
    const values = Array.isArray(given[0]) ? given[0] : (bound.get(statement) ?? []);
    if (/^BEGIN\b/u.test(sql)) transactions.push([]);
    else if (!/^(?:COMMIT|ROLLBACK$)/u.test(sql)) transactions.at(-1)?.push({ sql, values, reader, rows });
  };
  Object.assign(statements, {
    bind(this: Statement, values: readonly unknown[]) {
      bound.set(this, values);
      return bind.call(this, values);
    },
    run(this: Statement, ...values: readonly unknown[]) {
      note(this, values, 0);
      return run.apply(this, [...values]);
    },
    all(this: Statement, ...values: readonly unknown[]) {
      const rows = all.apply(this, [...values]) as readonly unknown[];
      note(this, values, rows.length);
      return rows;
    },
  });
  try {
    await work();
  } finally {
    Object.assign(statements, { bind, run, all });
  }
  return transactions;
}

/** Without those that only say where a part of a transaction begins and ends. */
export const ofWork = (all: readonly (readonly Recorded[])[]): readonly (readonly Recorded[])[] =>
  all.map((statements) =>
    statements.filter(({ sql }) => !/^(?:ROLLBACK; BEGIN|ROLLBACK TO|SAVEPOINT|RELEASE)/u.test(sql)),
  );

/** The transactions of the events themselves, each with what it reads and writes. */
export const ofEvents = (all: readonly (readonly Recorded[])[]): readonly (readonly Recorded[])[] =>
  ofWork(all.filter((statements) => statements.some(({ sql }) => sql.includes('INTO "Inbox"'))));

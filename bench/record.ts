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
}

/** What is used here of better-sqlite3, which has no types of its own. */
interface Statement {
  readonly reader: boolean;
  bind(values: readonly unknown[]): Statement;
}
interface Sqlite {
  readonly prototype: { prepare(sql: string): Statement; exec(sql: string): unknown };
}
// An edge: the very class that Prisma's adapter uses.
const Sqlite = createRequire(import.meta.url)("better-sqlite3") as Sqlite;

/** Runs `work` and gives back the statements of each transaction that it made, without BEGIN and COMMIT. */
export async function recorded(work: () => Promise<void>): Promise<readonly (readonly Recorded[])[]> {
  const transactions: Recorded[][] = [];
  const { prototype } = Sqlite;
  const { prepare, exec } = prototype;
  const note = (sql: string, values: readonly unknown[], reader: boolean): void => {
    if (/^BEGIN\b/u.test(sql)) transactions.push([]);
    else if (!/^(?:COMMIT|ROLLBACK$)/u.test(sql)) transactions.at(-1)?.push({ sql, values, reader });
  };
  prototype.prepare = function (this: unknown, sql: string): Statement {
    const statement = prepare.call(this, sql);
    if (/^BEGIN\b/u.test(sql)) note(sql, [], false); // run without being bound
    const { bind } = statement;
    statement.bind = (values) => {
      note(sql, values, statement.reader);
      return bind.call(statement, values);
    };
    return statement;
  };
  try {
    await work();
  } finally {
    Object.assign(prototype, { prepare, exec });
  }
  return transactions;
}

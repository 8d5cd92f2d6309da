/**
 * What a transaction has read, and not written since, it need not read again. Many parts of one event ask for the same chat,
 * federation or names, and events that share a transaction ask for the same drive; none of them has to know of the others.
 *
 * Only where nobody else writes meanwhile, so that reading again would give the same: on SQLite, whose transactions follow one
 * another. On PostgreSQL (READ COMMITTED) the second look may show what another process has committed, and there are places
 * that look again for just that.
 */
import type { SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";

/** What its text tells of a statement. */
interface Reading {
  /** Stands for its text, which may be long. */
  readonly id: number;
  /** It only reads, and it is known what. */
  readonly sure: boolean;
  /** Every name in its text, of columns too: all of its tables are among them. */
  readonly names: ReadonlySet<string>;
}

interface Read extends Reading {
  readonly result: SqlResultSet;
}

/** Reads that are kept, and their rows in all: memory is not the database. */
const mostKept = 500;
const mostRows = 20_000;

/** Names stand in quotes, those of tables always. */
const quoted = /["`](\w+)["`]/gu;
const unquotedTable = /\b(?:FROM|JOIN)\s+(?!["`(])/iu;
const writing = /^\s*(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+(?:["`]main["`]\.)?["`](\w+)["`]/iu;
/** Leaves everything as it is. */
const harmless = /^\s*(?:SAVEPOINT|RELEASE)\b/iu;

/** Texts that are remembered with what they tell: the same come again and again, and to look through them costs. */
const mostTexts = 1_000;
const readings = new Map<string, Reading>();
let texts = 0;

function readingOf(sql: string): Reading {
  const known = readings.get(sql);
  if (known !== undefined) return known;
  const sure = /^\s*SELECT\b/iu.test(sql) && !unquotedTable.test(sql);
  const names = new Set(sure ? [...sql.matchAll(quoted)].map(([, name = ""]) => name) : []);
  const reading = { id: texts++, sure, names };
  if (readings.size >= mostTexts) readings.clear();
  readings.set(sql, reading);
  return reading;
}

/** Of one transaction. */
export class Reads {
  readonly #kept = new Map<string, Read>();
  /** Of each name the reads (their keys) in whose text it stands. */
  readonly #byName = new Map<string, Set<string>>();
  #rows = 0;
  /** Counts what may have written. */
  #writes = 0;
  /** Of each table those whose rows may go, or lose a reference, with one of its own: direct ones. */
  readonly #referring: ReadonlyMap<string, ReadonlySet<string>>;

  /** @param referring of each table the names of those that refer to it */
  constructor(referring: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#referring = referring;
  }

  /** Gives the rows of a query: those that it gave before, if nothing that it reads was written since. */
  async query(query: SqlQuery, run: () => Promise<SqlResultSet>): Promise<SqlResultSet> {
    const key = keyOf(query);
    if (key === undefined) return this.write(query.sql, run);
    const known = this.#kept.get(key);
    if (known !== undefined) return copyOf(known.result);
    const writes = this.#writes;
    const result = await run();
    // What is written meanwhile, by who did not wait for this, may or may not be in it.
    if (writes !== this.#writes || this.#rows + result.rows.length > mostRows || this.#kept.size >= mostKept)
      return result;
    this.#rows += result.rows.length;
    const kept = { ...readingOf(query.sql), result: copyOf(result) };
    this.#kept.set(key, kept);
    for (const name of kept.names) {
      const keys = this.#byName.get(name);
      if (keys === undefined) this.#byName.set(name, new Set([key]));
      else keys.add(key);
    }
    return result;
  }

  /** Runs a statement that may write: what it may have changed is read anew. */
  async write<Result>(sql: string, run: () => Promise<Result>): Promise<Result> {
    this.#forget(sql);
    try {
      return await run();
    } finally {
      this.#forget(sql);
    }
  }

  #forget(sql: string): void {
    if (harmless.test(sql)) return;
    this.#writes += 1;
    if (this.#kept.size === 0) return;
    const [, how = "", table] = writing.exec(sql) ?? [];
    if (table === undefined) {
      this.#rows = 0;
      this.#byName.clear();
      this.#kept.clear(); // back to a savepoint, or what is not known here
      return;
    }
    const changed = /^D/iu.test(how) ? this.#withReferring(table) : new Set([table]);
    for (const name of changed) {
      for (const key of this.#byName.get(name) ?? []) {
        // Under other names it may stand still: there it leads nowhere.
        this.#rows -= this.#kept.get(key)?.result.rows.length ?? 0;
        this.#kept.delete(key);
      }
      this.#byName.delete(name);
    }
  }

  #withReferring(table: string): ReadonlySet<string> {
    const all = new Set([table]);
    for (const one of all) for (const other of this.#referring.get(one) ?? []) all.add(other);
    return all;
  }
}

/** Undefined: not one of which it is sure that it only reads, and what. */
function keyOf({ sql, args }: SqlQuery): string | undefined {
  const { id, sure } = readingOf(sql);
  if (!sure) return undefined;
  const values = args.map((value) => {
    if (value instanceof Date) return `d${value.toISOString()}`;
    return typeof value === "object" && value !== null ? undefined : `${typeof value} ${String(value)}`;
  });
  return values.includes(undefined) ? undefined : JSON.stringify([id, ...values]);
}

/** Whoever gets rows may change them. */
const copyOf = (result: SqlResultSet): SqlResultSet => ({
  ...result,
  columnNames: [...result.columnNames],
  columnTypes: [...result.columnTypes],
  rows: result.rows.map((row) => [...row]),
});

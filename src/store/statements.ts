/**
 * Prisma's SQLite adapter compiles a statement anew each time that it is run, which costs more than running it. This
 * keeps the compiled ones and binds the values at each run instead.
 */

/** The part of better-sqlite3's Statement that the adapter uses. */
interface Statement {
  readonly reader: boolean;
  columns(): unknown[];
  raw(on?: boolean): Statement;
  all(values: readonly unknown[]): unknown[];
  run(values: readonly unknown[]): unknown;
}

/** The part of better-sqlite3's Database that compiles. */
export interface Compiler {
  prepare(sql: string): object;
}

/**
 * Compiled statements that are kept. What a bot says again and again is fewer, lists of different lengths apart; each takes
 * about 20 kB.
 */
const mostKept = 400;
/** In memory is what a rehearsal or a test plays: it uses everything that there is, and the compiling cost a tenth of it. */
const mostKeptInMemory = 4_000;
/** Only these come again and again with the same text; scripts do not. */
const repeats = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|SAVEPOINT|RELEASE)\b/iu;

interface Kept {
  readonly statement: Statement;
  columns: unknown[] | undefined;
}

/** A statement with its values, in the form in which the adapter asks for it. */
class Bound {
  readonly #kept: Kept;
  readonly #values: readonly unknown[];

  constructor(kept: Kept, values: readonly unknown[]) {
    this.#kept = kept;
    this.#values = values;
  }

  get reader(): boolean {
    return this.#kept.statement.reader;
  }

  columns(): unknown[] {
    return (this.#kept.columns ??= this.#kept.statement.columns());
  }

  /** Rows come as arrays: the adapter asks for nothing else. */
  raw(): this {
    return this;
  }

  all(): unknown[] {
    return this.#kept.statement.raw(true).all(this.#values);
  }

  run(): unknown {
    return this.#kept.statement.run(this.#values);
  }
}

/** Makes a connection keep its compiled statements, the most recently used ones. */
export function keepStatements(connection: Compiler, { inMemory }: { readonly inMemory: boolean }): void {
  const most = inMemory ? mostKeptInMemory : mostKept;
  const compile = connection.prepare.bind(connection);
  const kept = new Map<string, Kept>();
  connection.prepare = (sql) => {
    if (!repeats.test(sql)) return compile(sql);
    const known = kept.get(sql);
    const one = known ?? { statement: compile(sql) as Statement, columns: undefined }; // an edge: better-sqlite3 made it
    kept.delete(sql);
    kept.set(sql, one);
    if (kept.size > most) {
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    }
    return { bind: (values: readonly unknown[]) => new Bound(one, values) };
  };
}

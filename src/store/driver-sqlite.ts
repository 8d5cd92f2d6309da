/** The connection to an SQLite file below Prisma: a part of `open-driver.ts`. */
import { setImmediate, setTimeout } from "node:timers/promises";
import { keepStatements, type Compiler } from "./statements.ts";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction as DriverTransaction,
} from "@prisma/driver-adapter-utils";
import { Reads } from "./reads.ts";
import { type Driver, type OnTransaction, migrationFactory, plain } from "./driver.ts";

/**
 * better-sqlite3 frees its native objects only when the event loop turns, and a chain of awaits on answers that are
 * already there never lets it: 6 KB a query without end.
 */
const QUERIES_BEFORE_A_TURN = 100;

/**
 * Another process that has the write lock is waited for. SQLite's own waiting stands still with the whole program; so
 * it waits no longer than the emergency card can, and the rest is waited for between two tries. Milliseconds.
 */
const LONGEST_WAIT = 5_000;
const BETWEEN_TRIES = 30;

const PRAGMAS = `
  PRAGMA busy_timeout = 10;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA foreign_keys = ON;
`;

export class SqliteDriver implements Driver {
  readonly provider = "sqlite";
  readonly file: string | undefined;
  readonly #connection: Promise<SqlDriverAdapter>;
  #queries = 0;
  #references: Promise<ReadonlyMap<string, ReadonlySet<string>>> | undefined;

  constructor(path: string) {
    this.file = path === ":memory:" ? undefined : path;
    this.#connection = this.#connect(path);
    this.#connection.catch(() => undefined); // is reported by whoever awaits it
  }

  async #connect(path: string): Promise<SqlDriverAdapter> {
    const connection = await new PrismaBetterSqlite3({ url: path }).connect();
    await connection.executeScript(PRAGMAS);
    // The adapter's own better-sqlite3 connection, which it does not declare.
    if ("client" in connection) {
      keepStatements(connection.client as Compiler, { inMemory: path === ":memory:" });
    }
    return connection;
  }

  async #turn(): Promise<void> {
    this.#queries += 1;
    if (this.#queries % QUERIES_BEFORE_A_TURN === 0) await setImmediate();
  }

  /** One connection serves migrations and Prisma: it is quicker, and a database in memory lives only on one. */
  factory(onTransaction: OnTransaction): SqlDriverAdapterFactory {
    return {
      provider: "sqlite",
      adapterName: "@prisma/adapter-better-sqlite3",
      connect: async () => this.#adapter(await this.#connection, onTransaction),
    };
  }

  #adapter(connection: SqlDriverAdapter, onTransaction: OnTransaction): SqlDriverAdapter {
    return {
      provider: connection.provider,
      adapterName: connection.adapterName,
      queryRaw: async (query) => {
        await this.#turn();
        return connection.queryRaw(query);
      },
      executeRaw: async (query) => {
        await this.#turn();
        return connection.executeRaw(query);
      },
      executeScript: (script) => connection.executeScript(script),
      startTransaction: async (level) => {
        const transaction = await this.#begin(connection, level);
        onTransaction(transaction);
        return transaction;
      },
      dispose: () => Promise.resolve(), // close() does it
    };
  }

  /**
   * A transaction that writes takes the write lock at once (Prisma says only BEGIN): with another process on the file,
   * one that read first could not get it later, whatever the busy timeout. One that reads cannot write.
   */
  async #begin(connection: SqlDriverAdapter, level: IsolationLevel | undefined): Promise<DriverTransaction> {
    const writes = level === "SERIALIZABLE";
    const inner = await connection.startTransaction(level);
    try {
      if (writes) {
        await connection.executeScript("ROLLBACK");
        await beginImmediately(connection);
      } else await connection.executeScript("PRAGMA query_only = ON");
    } catch (error) {
      await inner.rollback();
      throw error;
    }
    const writable = async () => {
      if (!writes) await connection.executeScript("PRAGMA query_only = OFF");
    };
    const reads = new Reads(await this.#referring());
    return {
      provider: inner.provider,
      adapterName: inner.adapterName,
      options: inner.options,
      queryRaw: (query) =>
        reads.query(query, async () => {
          await this.#turn();
          return inner.queryRaw(query);
        }),
      executeRaw: (query) =>
        reads.write(query.sql, async () => {
          await this.#turn();
          return inner.executeRaw(query);
        }),
      commit: async () => {
        await writable();
        await inner.commit();
      },
      rollback: async () => {
        await writable();
        await inner.rollback();
      },
    };
  }

  /** Of each table those that refer to it. They are the same from the migrations on, after which transactions begin. */
  #referring(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    return (this.#references ??= this.#connection.then(async (connection) => {
      const { rows } = await connection.queryRaw(
        plain(
          `SELECT m.name, k."table" FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table'`,
        ),
      );
      const referring = new Map<string, Set<string>>();
      for (const [table, to] of rows.map((row) => row.map(String))) {
        if (table === undefined || to === undefined) continue;
        referring.set(to, (referring.get(to) ?? new Set()).add(table));
      }
      return referring;
    }));
  }

  async exclusively<T>(
    work: (factory: SqlMigrationAwareDriverAdapterFactory, adapter: SqlDriverAdapter) => Promise<T>,
  ): Promise<T> {
    const connection = await this.#connection;
    // Inside a transaction this pragma does nothing, and with foreign keys on, a migration that builds a table anew
    // (DROP TABLE) would delete the rows that refer to it.
    await connection.executeScript("PRAGMA foreign_keys = OFF");
    await beginImmediately(connection);
    const adapter = forSchemaEngine(connection);
    try {
      const result = await work(migrationFactory(adapter), adapter);
      const broken = await connection.queryRaw(plain("PRAGMA foreign_key_check"));
      if (broken.rows.length > 0)
        throw new Error(`A migration leaves ${String(broken.rows.length)} rows that refer to nothing.`);
      await connection.executeScript("COMMIT");
      return result;
    } catch (error) {
      await connection.executeScript("ROLLBACK");
      throw error;
    } finally {
      // The schema engine leaves it exclusive, and after the next write nobody else could open the file: no backup, no doctor.
      await connection.executeScript("PRAGMA foreign_keys = ON; PRAGMA main.locking_mode = NORMAL");
    }
  }

  async close(): Promise<void> {
    await (await this.#connection).dispose();
  }
}

/** Takes the write lock, as soon as whoever else has it lets go. */
async function beginImmediately(connection: SqlDriverAdapter): Promise<void> {
  for (const until = Date.now() + LONGEST_WAIT; ; await setTimeout(BETWEEN_TRIES)) {
    try {
      await connection.executeScript("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
    }
  }
}

/** SQLITE_BUSY, as the adapter gives it on. */
function isBusy(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "originalCode" in cause && cause.originalCode === "SQLITE_BUSY";
}

/**
 * An SQLite adapter for the schema engine, which hands over whole migrations as if each were one statement; Prisma's
 * adapter refuses those. Its owner closes the connection.
 */
export function forSchemaEngine(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => connection.queryRaw(query),
    async executeRaw(query) {
      if (query.args.length > 0) return await connection.executeRaw(query);
      await connection.executeScript(query.sql);
      return 0;
    },
    executeScript: (script) => connection.executeScript(script),
    startTransaction: () => Promise.reject(new Error("Migrations are in a transaction already.")),
    dispose: () => Promise.resolve(),
  };
}

/**
 * The connection to a PostgreSQL below Prisma: a part of `open-driver.ts`, which loads it where it is used.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import { migrationFactory, plain, type Driver, type OnTransaction } from "./driver.ts";

/** What is used here of a client of `pg`. */
interface PoolClient {
  query: (...args: never[]) => unknown;
}

/** Steward's advisory lock for migrations: "steward" in ASCII, short enough for a safe integer. */
const MIGRATION_LOCK = 0x7374_6577;

/** Beyond so many different statements they are no longer kept prepared, since nobody would free them. */
const PREPARED_STATEMENTS = 500;

/**
 * A process that is paused in a transaction would keep its locks, and everybody who needs the same rows waiting: the server ends
 * what lies idle in a transaction for so long. Milliseconds.
 */
const idleInTransaction = 6_000;

/** A driver for `postgresql://user:password@host/database`. */
export class PostgresqlDriver implements Driver {
  readonly provider = "postgresql";
  readonly file = undefined;
  readonly #url: string;
  readonly #names = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Names a statement, so that each connection parses and plans it only once. */
  #statementName({ sql, args }: SqlQuery): string | undefined {
    if (args.length === 0) return undefined;
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    if (this.#names.size >= PREPARED_STATEMENTS) return undefined;
    const name = `steward_${String(this.#names.size)}`;
    this.#names.set(sql, name);
    return name;
  }

  factory(onTransaction: OnTransaction): SqlDriverAdapterFactory {
    const options = { statementNameGenerator: (query: SqlQuery) => this.#statementName(query) as string };
    const inner = new PrismaPg(
      { connectionString: this.#url, max: 10, idle_in_transaction_session_timeout: idleInTransaction },
      options,
    );
    return {
      provider: "postgres",
      adapterName: inner.adapterName,
      connect: async () => {
        const connection = await inner.connect();
        return {
          provider: connection.provider,
          adapterName: connection.adapterName,
          queryRaw: (query) => connection.queryRaw(query),
          executeRaw: (query) => connection.executeRaw(query),
          executeScript: (script) => connection.executeScript(script),
          getConnectionInfo: () => connection.getConnectionInfo(),
          dispose: () => connection.dispose(),
          startTransaction: async (level) => {
            const transaction = await connection.startTransaction(level);
            onTransaction(transaction);
            if (level === "REPEATABLE READ") await transaction.executeRaw(plain("SET TRANSACTION READ ONLY"));
            return transaction;
          },
        };
      },
    };
  }

  async exclusively<T>(
    work: (factory: SqlMigrationAwareDriverAdapterFactory, adapter: SqlDriverAdapter) => Promise<T>,
  ): Promise<T> {
    const { adapter, end } = await pinToTransaction(this.#url);
    try {
      await adapter.executeRaw(plain(`SELECT pg_advisory_xact_lock(${String(MIGRATION_LOCK)})`));
      const result = await work(migrationFactory(adapter), adapter);
      await end("COMMIT");
      return result;
    } catch (error) {
      await end("ROLLBACK").catch(() => undefined); // what failed is the first error
      throw error;
    }
  }

  close(): Promise<void> {
    return Promise.resolve(); // Prisma disposes of the pool
  }
}

/** An adapter for the schema engine, all of whose work on a PostgreSQL is in one transaction. */
export interface PinnedAdapter {
  readonly adapter: SqlDriverAdapter;
  /** Ends the transaction and closes the connection; to be called once more when it failed. */
  end(how: "COMMIT" | "ROLLBACK"): Promise<void>;
}

/** Connects to a PostgreSQL and opens a transaction in which the schema engine then works. */
export async function pinToTransaction(url: string): Promise<PinnedAdapter> {
  const connection = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  connection.underlyingDriver().on("connect", showInternalChar);
  const transaction = await connection.startTransaction().catch(async (error: unknown) => {
    await connection.dispose();
    throw error;
  });
  let open = true;
  // The engine finds out by errors, as whether its history is there; without a savepoint one would end the transaction.
  const apart = async <T>(run: () => Promise<T>): Promise<T> => {
    await transaction.executeRaw(plain("SAVEPOINT statement"));
    try {
      return await run();
    } catch (error) {
      await transaction.executeRaw(plain("ROLLBACK TO SAVEPOINT statement"));
      throw error;
    } finally {
      await transaction.executeRaw(plain("RELEASE SAVEPOINT statement"));
    }
  };
  const adapter: SqlDriverAdapter = {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: async (query) => {
      const result = await apart(() => transaction.queryRaw(query));
      const types = result.columnTypes.map((type) => (type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type));
      return { ...result, columnTypes: types };
    },
    executeRaw: (query) => apart(() => transaction.executeRaw(query)),
    // The adapter's own executeScript cuts the script at every semicolon, also inside strings and functions.
    executeScript: async (script) => void (await apart(() => transaction.executeRaw(plain(script)))),
    getConnectionInfo: () => connection.getConnectionInfo(),
    startTransaction: () => Promise.reject(new Error("Migrations are in a transaction already.")),
    dispose: () => Promise.resolve(),
  };
  return {
    adapter,
    async end(how) {
      if (!open) return;
      await transaction.executeRaw(plain(how)).finally(async () => {
        open = false;
        await transaction.rollback(); // only gives the connection back
        await connection.dispose();
      });
    },
  };
}

/**
 * PostgreSQL's catalogues have columns of the internal type "char" (18), which the schema engine reads as characters and
 * Prisma's adapter does not know (prisma/orm#27403). They come through in the guise of uuid (2950), which neither the
 * catalogues nor the history have, and are given their true type in queryRaw above.
 */
function showInternalChar(client: PoolClient): void {
  const query = client.query.bind(client) as (
    ...args: unknown[]
  ) => Promise<{ fields?: { dataTypeID: number }[] } | undefined>;
  const readable = async (...args: unknown[]) => {
    const result = await query(...args);
    for (const field of result?.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 2950;
    return result;
  };
  client.query = readable;
}

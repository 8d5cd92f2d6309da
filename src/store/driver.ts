/**
 * The connection below Prisma: one for each provider, with what Prisma's own adapters lack. Only `src/store/database.ts`
 * and `src/store/migrate.ts` use it; nothing here is for repositories.
 */
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction as DriverTransaction,
} from "@prisma/driver-adapter-utils";

export type { DriverTransaction, SqlQuery };

/** The two databases that Steward runs on. */
export type Provider = "sqlite" | "postgresql";

/** What the driver tells the database of the transactions that Prisma opens. */
export type OnTransaction = (transaction: DriverTransaction) => void;

/** One database, opened once. */
export interface Driver {
  readonly provider: Provider;
  /** The file of an SQLite database that is not in memory. */
  readonly file: string | undefined;
  /** What PrismaClient is given. */
  factory(onTransaction: OnTransaction): SqlDriverAdapterFactory;
  /**
   * Runs `work` with everything that it does to the database in one exclusive transaction: two processes that start at
   * once take turns, and a migration that fails or is killed half way leaves nothing behind.
   */
  exclusively<T>(
    work: (factory: SqlMigrationAwareDriverAdapterFactory, adapter: SqlDriverAdapter) => Promise<T>,
  ): Promise<T>;
  /** Closes what {@link factory} did not hand to Prisma. */
  close(): Promise<void>;
}

/** A statement without parameters. */
export function plain(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

/** What the schema engine is given: an adapter that is connected already. */
export function migrationFactory(adapter: SqlDriverAdapter): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => Promise.resolve(adapter),
    connectToShadowDb: () => Promise.reject(new Error("The program needs no shadow database.")),
  };
}

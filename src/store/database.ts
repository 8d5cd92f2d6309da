/**
 * The only way to the database. The Prisma client is not exported: everything goes through {@link Database.transaction}
 * or {@link Database.read}.
 *
 * On SQLite Prisma would run any other query of the same client inside the open transaction, and lose it with its rollback.
 * So every access is a transaction of its own, and one lock is around every access, pragmas too, and held for the whole
 * of it.
 *
 * On PostgreSQL transactions are READ COMMITTED. SERIALIZABLE would make every batch of 64 events a candidate for being
 * done again from its start, since they all touch the counters of the same drives; instead, what is read to be written
 * is locked first ({@link Tx.forUpdate}), or changed in one statement (`SET n = n + 1`, `ON CONFLICT`).
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { randomInt } from "node:crypto";
import { open, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type ArgType, type ColumnType, ColumnTypeEnum, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { checkClients } from "./clients.ts";
import { type Driver, type DriverTransaction, plain, type Provider, type SqlQuery } from "./driver.ts";
import { Prisma, PrismaClient as SqliteClient } from "./generated/sqlite/client.ts";
import type { Hold } from "./held.ts";
import { applyMigrations } from "./migrate.ts";
import { openDriver } from "./open-driver.ts";

export type { Provider } from "./driver.ts";
export { MigrationError } from "./migrate.ts";

type Raw = "$queryRaw" | "$executeRaw" | "$queryRawUnsafe" | "$executeRawUnsafe";

/** Statements written as SQL. Both databases understand `"Quoted"` names and `ON CONFLICT`. */
export interface RawStatements {
  /**
   * Runs a query and gives its rows. It goes straight to the driver, past Prisma's client, which costs several times as
   * much as the statement. Dates go in and come out as Date. Integers of 64 bits (`count(*)`, `sum`) come as number on
   * both databases.
   * @example const [row] = await tx.$queryRaw<{ id: string }>`SELECT "id" FROM "Cell" WHERE "id" = ${id} ${tx.forUpdate}`;
   */
  $queryRaw<Row = Record<string, unknown>>(
    sql: TemplateStringsArray | Prisma.Sql,
    ...values: readonly unknown[]
  ): Promise<Row[]>;
  /** Runs a statement and gives the number of rows that it changed. */
  $executeRaw(sql: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<number>;
}

/**
 * Something that is written for somebody to act on: what is to be sent, what falls due. Whoever writes it tells the
 * transaction ({@link Tx.tell}), and the commit tells who acts ({@link Database.listen}). So no caller has to remember to
 * wake anybody. There is one beside each table that somebody waits for.
 */
export interface Signal<Item> {
  readonly name: string;
  /** Only a type; no signal has it. */
  readonly item?: Item;
}

/** Hears what a commit tells, in the order of writing; nothing: the commit's outcome is not known, so all must be looked up. */
export type Listener<Item> = (items: readonly Item[] | undefined) => void;

/** Hears what other processes have committed, as hints (ids, moments); nothing: all must be looked up. */
export type FarListener = (hints: readonly string[] | undefined) => void;

/**
 * An open transaction: Prisma's models, and what both databases need beside them. Repositories are typed against the
 * SQLite client; the PostgreSQL client has the same models.
 */
export type Tx = Omit<Prisma.TransactionClient, Raw> &
  RawStatements & {
    readonly provider: Provider;
    /** Ends a SELECT whose rows will be changed: locks them on PostgreSQL; on SQLite all is locked already. */
    readonly forUpdate: Prisma.Sql;
    /**
     * Runs `work` so that its failure takes back only its own changes, and is then thrown on. May be nested; two at the
     * same time in one transaction are refused.
     */
    savepoint<T>(work: () => Promise<T>): Promise<T>;
    /**
     * Has `work` done at the end of the transaction: once, with all items that were handed in until then, in the order of
     * their keys; one item for each key. Items whose savepoint failed are not among them. For what many changes in one
     * transaction ask for, and for rows that others change as well: whoever locks them last, and in one order, holds nobody up.
     */
    atEnd<Item>(work: (tx: Tx, items: readonly Item[]) => Promise<void>, key: string, item: Item): void;
    /** Has whoever listens told, once this is committed; never, if it is not, or if its savepoint failed. */
    tell<Item>(signal: Signal<Item>, item: Item): void;
  };

type ReadMethod =
  | "aggregate"
  | "count"
  | "findFirst"
  | "findFirstOrThrow"
  | "findMany"
  | "findUnique"
  | "findUniqueOrThrow"
  | "groupBy";

type Models = Omit<Prisma.TransactionClient, `$${string}`>;

/** An open transaction that only reads, and sees one state of the database throughout. */
export type ReadTx = { readonly [Model in keyof Models]: Pick<Models[Model], ReadMethod & keyof Models[Model]> } & Pick<
  RawStatements,
  "$queryRaw"
> & { readonly provider: Provider };

/** An open database. */
export interface Database {
  readonly provider: Provider;
  /**
   * Runs `work` in one transaction and commits what it did, or nothing of it when it throws.
   *
   * On PostgreSQL it is run again from its start after a conflict (40001, 40P01), so it must change nothing outside the
   * database. A transaction that lasts longer than a minute is rolled back.
   * @throws when called inside a transaction of the same database
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Like {@link transaction}, for what only reads; the database refuses to write. */
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /**
   * Hears what commits tell from now on. There is one listener for each signal; a later one takes its place.
   * @param far hears of other processes what they {@link passOn}
   */
  listen<Item>(signal: Signal<Item>, listener: Listener<Item>, far?: FarListener): void;
  /** Tells the other processes on this database, if there are any; without hints they look at all. No text of people. */
  passOn(signal: Signal<unknown>, hints: readonly string[] | undefined): void;
  /**
   * For who connects the processes on one database: `tell` has to tell the others. Gives what is to be called with what they
   * tell; without a signal everything has to be looked at.
   */
  share(
    tell: (signal: string, hints: readonly string[] | undefined) => void,
  ): (signal: string | undefined, hints: readonly string[] | undefined) => void;
  /** SQLite: copies the database into a new file (mode 0600) while work goes on. Must not exist yet. */
  backup(file: string): Promise<void>;
  /**
   * SQLite: moves everything from the WAL into the database file and empties it; false if somebody else was reading, so
   * that it has to be done again. Nothing to do on PostgreSQL.
   */
  checkpoint(): Promise<boolean>;
  /**
   * What was removed is gone from the files: on SQLite {@link checkpoint}, on PostgreSQL `VACUUM`, which gives its place to
   * what comes next, beside the work that goes on. False: again later.
   */
  sweep(): Promise<boolean>;
  /**
   * Waits until something can be written now, wherever the bot writes: nobody else has the SQLite file, which is there still,
   * or has locked a table of the PostgreSQL. It writes nothing.
   * @throws when that was waited for in vain, for some seconds
   */
  probe(): Promise<void>;
  /** SQLite: reads all of the file and compares; false if it is damaged. PostgreSQL sees to that itself. */
  isWhole(): Promise<boolean>;
  /** Waits for the access in hand and closes. */
  close(): Promise<void>;
}

/** How {@link openDatabase} opens. */
export interface OpenOptions {
  /** `file:data/steward.db`, `file::memory:` or `postgresql://...` */
  readonly url: string;
  /** Takes the database for a migration; undefined where another process has it. Without, it is the caller's. */
  readonly alone?: () => Promise<Hold | undefined>;
  /** Waits between two attempts after a conflict; for tests. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Opens a database and brings it to the models of this program.
 * @throws {MigrationError} when the database is newer than the program, or older while another process has it, or the program
 *   is not installed as it is
 */
export async function openDatabase({ url, alone, pause = setTimeout }: OpenOptions): Promise<Database> {
  await checkClients();
  const driver = await openDriver(url);
  try {
    await applyMigrations(driver, { ...(alone === undefined ? {} : { alone }) });
    return new PrismaDatabase(driver, await clientOf(driver.provider), pause);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** The client of a provider; that of PostgreSQL is loaded where it is used. */
async function clientOf(provider: Provider): Promise<typeof SqliteClient> {
  if (provider === "sqlite") return SqliteClient;
  const { PrismaClient } = await import("./generated/postgresql/client.ts");
  // The one cast between the clients: both are generated from the same models and differ in what none of ours uses.
  return PrismaClient as unknown as typeof SqliteClient;
}

/** Attempts at one transaction, the first included, before its conflict is thrown. */
const ATTEMPTS = 6;
/** Milliseconds before the second attempt; doubles with each. */
const FIRST_PAUSE = 10;
const LIMITS = { maxWait: 30_000, timeout: 60_000 };

/** How long {@link Database.probe} waits for the locks of others on PostgreSQL. Milliseconds. */
const LOCK_PATIENCE = 2_500;

const allTables = (): string =>
  Object.values(Prisma.ModelName)
    .map((name) => `"${name}"`)
    .join(", ");

/** One transaction, from before its BEGIN to after its end. */
interface Scope {
  open: boolean;
  /** The transaction below Prisma's, for statements that need not pay for Prisma's client. */
  driver: DriverTransaction | undefined;
  /** How many savepoints are open. */
  depth: number;
  /** The conflict that one of its statements met: whoever caught the error, the whole must be done again. */
  conflict: unknown;
  /** What {@link Tx.atEnd} was handed. */
  late: Late[];
  /** What {@link Tx.tell} was handed. */
  told: Told[];
  /** All its work is done: only the commit is left. */
  complete: boolean;
}

const newScope = (): Scope => ({
  open: true,
  driver: undefined,
  depth: 0,
  conflict: undefined,
  late: [],
  told: [],
  complete: false,
});

interface Told {
  readonly signal: Signal<unknown>;
  readonly item: unknown;
}

interface Late {
  readonly work: (tx: Tx, items: readonly unknown[]) => Promise<void>;
  readonly key: string;
  readonly item: unknown;
}

class PrismaDatabase implements Database {
  readonly provider: Provider;
  readonly #driver: Driver;
  readonly #client: SqliteClient;
  readonly #pause: (milliseconds: number) => Promise<unknown>;
  /** The transaction that the running code is inside of, and the depth of its savepoints there. */
  readonly #inside = new AsyncLocalStorage<{ readonly scope: Scope; readonly depth: number }>();
  readonly #listeners = new Map<Signal<unknown>, Listener<unknown>>();
  /** Of the SQLite file, as it was first looked at. */
  #ino: number | undefined;
  /** By the names of their signals. */
  readonly #far = new Map<string, FarListener>();
  #others: ((signal: string, hints: readonly string[] | undefined) => void) | undefined;
  /** Ends when the access ends that was asked for last. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(driver: Driver, Client: typeof SqliteClient, pause: (milliseconds: number) => Promise<unknown>) {
    this.#driver = driver;
    this.provider = driver.provider;
    this.#pause = pause;
    const adapter = driver.factory((transaction) => {
      const inside = this.#inside.getStore();
      if (inside) inside.scope.driver = transaction;
    });
    this.#client = new Client({ adapter, transactionOptions: LIMITS });
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#refuseNesting();
    let scope = newScope();
    let known = false;
    try {
      const result = await this.#inTurn(async () => {
        for (let attempt = 1; ; attempt += 1) {
          scope = newScope();
          try {
            return await this.#run(work, "Serializable", scope);
          } catch (error) {
            if (this.provider === "sqlite" || attempt === ATTEMPTS || !isConflict(error)) throw error;
            const pause = FIRST_PAUSE * 2 ** (attempt - 1);
            await this.#pause(pause + randomInt(pause)); // two that met must not meet again
          }
        }
      });
      known = true;
      return result;
    } finally {
      // Where the connection broke at the COMMIT, the server may have done it and only its answer be lost.
      if (scope.complete) this.#tell(scope.told, known);
    }
  }

  listen<Item>(signal: Signal<Item>, listener: Listener<Item>, far?: FarListener): void {
    // Whoever tells a signal hands its items.
    this.#listeners.set(signal, listener as Listener<unknown>);
    if (far !== undefined) this.#far.set(signal.name, far);
  }

  passOn(signal: Signal<unknown>, hints: readonly string[] | undefined): void {
    this.#others?.(signal.name, hints);
  }

  share(tell: (signal: string, hints: readonly string[] | undefined) => void) {
    this.#others = tell;
    return (signal: string | undefined, hints: readonly string[] | undefined): void => {
      if (signal !== undefined) this.#far.get(signal)?.(hints);
      else for (const far of this.#far.values()) far(undefined);
    };
  }

  #tell(told: readonly Told[], known: boolean): void {
    for (const signal of new Set(told.map((one) => one.signal))) {
      const items = told.filter((one) => one.signal === signal).map(({ item }) => item);
      this.#listeners.get(signal)?.(known ? items : undefined);
    }
  }

  async read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
    this.#refuseNesting();
    return await this.#inTurn(() => this.#run((tx) => work(tx as unknown as ReadTx), undefined, newScope()));
  }

  #refuseNesting(): void {
    if (this.#inside.getStore()?.scope.open === true) {
      throw new Error("A transaction was asked for inside a transaction. Hand the open one on instead.");
    }
  }

  /** One access after another on SQLite, as they come on PostgreSQL. */
  #inTurn<T>(access: () => Promise<T>): Promise<T> {
    if (this.provider !== "sqlite") return access();
    const result = this.#last.then(access);
    this.#last = result.catch(() => undefined); // is the caller's
    return result;
  }

  async #run<T>(work: (tx: Tx) => Promise<T>, kind: "Serializable" | undefined, scope: Scope): Promise<T> {
    const levels = {
      // SQLite: see driver-sqlite.ts, `#begin`. PostgreSQL: its own default for writing, one snapshot for reading.
      sqlite: kind,
      postgresql: kind === undefined ? ("RepeatableRead" as "Serializable") : undefined,
    };
    const isolationLevel = levels[this.provider];
    return await this.#inside.run({ scope, depth: 0 }, async () => {
      try {
        return await this.#client.$transaction(
          async (client) => {
            const tx = this.#tx(client, scope);
            const result = await work(tx);
            if (scope.depth > 0)
              throw new Error("A transaction ended before one of its savepoints: an await is missing.");
            if (scope.conflict === undefined) await doLate(tx, scope.late);
            if (scope.conflict !== undefined) throw scope.conflict;
            scope.complete = true;
            return result;
          },
          isolationLevel === undefined ? {} : { isolationLevel },
        );
      } catch (error) {
        throw scope.conflict ?? error;
      } finally {
        scope.open = false;
      }
    });
  }

  #tx(client: Prisma.TransactionClient, scope: Scope): Tx {
    const driver = () => {
      if (!scope.open || !scope.driver) throw new Error("The transaction has ended.");
      return scope.driver;
    };
    const statement = (sql: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]) =>
      toQuery(sql instanceof Prisma.Sql ? sql : Prisma.sql(sql, ...values), this.provider);
    const noticing = async <T>(run: () => Promise<T>): Promise<T> => {
      try {
        return await run();
      } catch (error) {
        if (isConflict(error)) scope.conflict = error;
        throw error;
      }
    };
    const own: Record<string | symbol, unknown> = {
      provider: this.provider,
      forUpdate: this.provider === "sqlite" ? Prisma.empty : Prisma.raw("FOR UPDATE"),
      savepoint: async <T>(work: () => Promise<T>) => await this.#savepoint(scope, driver(), work),
      atEnd: (work: Late["work"], key: string, item: unknown) => void scope.late.push({ work, key, item }),
      tell: (signal: Signal<unknown>, item: unknown) => void scope.told.push({ signal, item }),
      $queryRaw: (sql: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) =>
        noticing(async () => toRows(await driver().queryRaw(statement(sql, values)))),
      $executeRaw: (sql: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) =>
        noticing(() => driver().executeRaw(statement(sql, values))),
    } satisfies Partial<Record<keyof Tx, unknown>>;
    // Around our own: after each look into a proxy its target is asked as well, and Prisma's client is slow to answer that.
    return new Proxy(own, {
      get: (target, key) => (key in target ? target[key] : Reflect.get(client, key)),
    }) as unknown as Tx;
  }

  async #savepoint<T>(scope: Scope, driver: DriverTransaction, work: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()?.scope !== scope || this.#inside.getStore()?.depth !== scope.depth) {
      throw new Error("Two savepoints at the same time in one transaction. Await one before the next.");
    }
    scope.depth += 1;
    const before = { late: scope.late.length, told: scope.told.length };
    // Of one depth there is one at a time: with few names the compiled statements are used again.
    const name = `s${String(scope.depth)}`;
    try {
      await driver.executeRaw(plain(`SAVEPOINT ${name}`));
      try {
        return await this.#inside.run({ scope, depth: scope.depth }, work);
      } catch (error) {
        if (isConflict(error)) scope.conflict = error;
        scope.late.length = before.late;
        scope.told.length = before.told;
        await driver.executeRaw(plain(`ROLLBACK TO SAVEPOINT ${name}`));
        throw error;
      } finally {
        await driver.executeRaw(plain(`RELEASE SAVEPOINT ${name}`));
      }
    } finally {
      scope.depth -= 1;
    }
  }

  async backup(file: string): Promise<void> {
    const source = this.#driver.file;
    if (source === undefined) {
      throw new Error("Only an SQLite file is backed up here. For PostgreSQL use pg_dump.");
    }
    const target = resolve(file);
    await (await open(target, "wx", 0o600)).close();
    try {
      await copyInThread(source, target);
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    }
  }

  async checkpoint(): Promise<boolean> {
    this.#refuseNesting();
    if (this.provider !== "sqlite") return true;
    const [row] = await this.#inTurn(
      () => this.#client.$queryRaw<{ busy: bigint | number }[]>`PRAGMA wal_checkpoint(TRUNCATE)`,
    );
    return Number(row?.busy ?? 0) === 0;
  }

  async sweep(): Promise<boolean> {
    if (this.provider === "sqlite") return this.checkpoint();
    this.#refuseNesting();
    await this.#client.$executeRawUnsafe(`VACUUM ${allTables()}`);
    return true;
  }

  async probe(): Promise<void> {
    this.#refuseNesting();
    const { file } = this.#driver;
    if (file !== undefined) {
      // An open file goes on to work when it was removed, and what is written then is lost.
      const { ino } = await stat(file);
      this.#ino ??= ino;
      if (ino !== this.#ino) throw new Error("The database file is another one.");
    }
    await this.#inTurn(() =>
      this.#run(
        async (tx) => {
          if (tx.provider === "sqlite") return; // that it has begun is enough
          const tables = Prisma.raw(allTables());
          await tx.$executeRaw`SET LOCAL lock_timeout = ${Prisma.raw(String(LOCK_PATIENCE))}`;
          await tx.$executeRaw`LOCK TABLE ${tables} IN ROW EXCLUSIVE MODE`;
        },
        "Serializable",
        newScope(),
      ),
    );
  }

  async isWhole(): Promise<boolean> {
    if (this.provider !== "sqlite") return true;
    const rows = await this.read((tx) => tx.$queryRaw<{ integrity_check: string }>`PRAGMA integrity_check`);
    return rows.length === 1 && rows[0]?.integrity_check === "ok";
  }

  async close(): Promise<void> {
    this.#refuseNesting();
    await this.#inTurn(async () => {
      await this.#client.$disconnect();
      await this.#driver.close();
    });
  }
}

/** Does what was asked for until the end, and what that asks for. */
async function doLate(tx: Tx, late: Late[]): Promise<void> {
  while (late.length > 0) {
    const asked = late.splice(0).sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
    for (const work of new Set(asked.map((one) => one.work))) {
      const items = new Map(asked.filter((one) => one.work === work).map(({ key, item }) => [key, item]));
      await work(tx, [...items.values()]);
    }
  }
}

/** Copies in a thread with a connection of its own, which reads one state of the database while others write. */
function copyInThread(source: string, target: string): Promise<void> {
  const worker = new Worker(new URL("./backup-thread.ts", import.meta.url), { workerData: { source, target } });
  return new Promise((done, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code === 0) done();
      else reject(new Error(`The backup thread ended with ${String(code)}.`));
    });
  });
}

/** Whether PostgreSQL gave a transaction up because of another one (40001, 40P01): {@link Database.transaction} does it again. */
export function isConflict(error: unknown): boolean {
  return (
    kinds(error).includes("TransactionWriteConflict") ||
    (error instanceof Error && "code" in error && error.code === "P2034")
  );
}

/** Whether a statement, of a model or in SQL, met a row that is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    kinds(error).includes("UniqueConstraintViolation") ||
    (error instanceof Error && "code" in error && error.code === "P2002")
  );
}

/** What the adapter said of an error and of those that it was wrapped in. */
function kinds(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const own = "kind" in error && typeof error.kind === "string" ? [error.kind] : [];
  const inner = ["cause", "meta", "driverAdapterError"].flatMap((key) =>
    key in error ? kinds((error as Record<string, unknown>)[key], depth + 1) : [],
  );
  return [...own, ...inner];
}

/** What the drivers are told of a value that they need not convert. */
const ANY: ArgType = { scalarType: "unknown", arity: "scalar" };
const DATE: ArgType = { scalarType: "datetime", arity: "scalar" };

function toQuery(sql: Prisma.Sql, provider: Provider): SqlQuery {
  const values = sql.values.map((value: unknown) => {
    if (value === undefined) throw new TypeError("A value of an SQL statement is undefined; null is what SQL knows.");
    // better-sqlite3 would bind a number as REAL, and then 7 / 2 is 3.5 where PostgreSQL says 3.
    return provider === "sqlite" && Number.isSafeInteger(value) ? BigInt(value as number) : value;
  });
  return {
    sql: provider === "sqlite" ? sql.sql : sql.text,
    args: values,
    argTypes: values.map((value) => (value instanceof Date ? DATE : ANY)),
  };
}

/** The rows of a driver's answer, with the values that {@link RawStatements} gives. */
export function toRows<Row>({ columnNames, columnTypes, rows }: SqlResultSet): Row[] {
  return rows.map((row) => {
    const made: Record<string, unknown> = {};
    for (const [index, name] of columnNames.entries()) made[name] = toValue(row[index], columnTypes[index]);
    return made as Row;
  });
}

function toValue(value: unknown, type: ColumnType | undefined): unknown {
  if (value === null || value === undefined) return null;
  switch (type) {
    case ColumnTypeEnum.DateTime:
      return new Date(String(value));
    case ColumnTypeEnum.Boolean:
      return value === true || value === 1;
    case ColumnTypeEnum.Int64:
    case ColumnTypeEnum.Numeric:
      return Number(value);
    default:
      return value;
  }
}

/**
 * Moves a whole database from SQLite to PostgreSQL. The bot must not run meanwhile, on either.
 *
 * States of the PostgreSQL: empty -> (in one transaction: the tables are made, all rows are copied, and all of them are read
 * back, compared and opened) -> whole. Killed anywhere before its commit, it is as empty as it was, and the move can simply be
 * begun again. Then the SQLite database is marked, so that no bot and no second move begins with it (open.ts): two bots that each
 * went on from the same state would say and count everything twice.
 */
import { createHash } from "node:crypto";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { toRows, type Database, type ReadTx } from "./database.ts";
import { plain } from "./driver.ts";
import { migrateWithin, MigrationError } from "./migrate.ts";
import { Facts } from "./facts.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { readModels, referringFirst, type Model } from "./models.ts";
import { openDriver } from "./open-driver.ts";
import { readSealedTables, type SealedTable } from "./sealed-places.ts";
import { rowOf, SealingError, type Keyring, type Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";

/** The move was not made; both databases are as they were, and the message says why. */
export class MoveError extends Error {
  override readonly name = "MoveError";
}

/** What a move has done, for whoever asked for it. */
export interface Moved {
  readonly tables: number;
  readonly rows: number;
  /** Texts that were opened where they are now. */
  readonly opened: number;
}

/** How far it is: for whoever looks on. */
export type Moving = (what: "copying" | "checking", table: string) => void | Promise<void>;

/** Rows in one statement. */
const pageRows = 1_000;
/** The fact of a database that was moved. */
const movedKey = "moved";

type Row = Readonly<Record<string, unknown>>;

/** What a table holds, in whatever order its rows come: how many, and the sum of their hashes. */
interface Content {
  readonly rows: number;
  readonly sum: bigint;
}

/**
 * Moves it. Both are the caller's alone (hold.ts).
 * @param to `postgresql://...`, a database without any row of Steward's and without tables of anybody else
 * @throws {MoveError} {MigrationError} {SealingError} when it was not made
 */
export async function moveDatabase(
  { database, keyring }: { readonly database: Database; readonly keyring: Keyring },
  to: string,
  moving: Moving = () => undefined,
): Promise<Moved> {
  const models = [...referringFirst(await readModels())].reverse();
  const driver = await openDriver(to);
  try {
    return await driver.exclusively(async (factory, adapter) => {
      await refuseUnlessEmpty(adapter, models);
      await migrateWithin(factory, adapter, { provider: driver.provider });
      const copied = new Map<string, Content>();
      for (const model of models) {
        await moving("copying", model.name);
        copied.set(model.name, await copyTable(database, adapter, model));
      }
      const checking = new Checking(adapter, keyring, await readSealedTables());
      for (const model of models) {
        await moving("checking", model.name);
        const [before, now] = [copied.get(model.name), await checking.read(model)];
        if (before?.rows !== now.rows || before.sum !== now.sum || now.rows !== (await countIn(database, model))) {
          throw new MoveError(`The rows of ${model.name} are not the same after the move. Nothing was moved.`);
        }
      }
      const names = models.map(({ name }) => `"${name}"`).join(", ");
      await adapter.executeRaw(plain(`ANALYZE ${names}`)); // else it plans as if there were nothing
      const rows = [...copied.values()].reduce((sum, one) => sum + one.rows, 0);
      return { tables: models.length, rows, opened: checking.opened };
    });
  } finally {
    await driver.close();
  }
}

/** The SQLite database is not to be used any more. */
export const markMoved = (session: Session): Promise<void> =>
  new Facts(session).set(movedKey, new Date(session.now).toISOString().slice(0, 10));

/**
 * Nobody goes on with a database that was moved.
 * @throws {MigrationError} saying where it is
 */
export async function refuseMoved(tx: ReadTx, { system }: Keyring): Promise<void> {
  const row = await tx.fact.findUnique({ where: { key: movedKey } });
  if (row === null) return;
  throw new MigrationError(
    `This database was moved to PostgreSQL on ${system.open(row.sealed, "Fact.sealed", movedKey)}. Set DATABASE_URL to ` +
      "that one; or to go back, restore a backup made before.",
  );
}

async function refuseUnlessEmpty(adapter: SqlDriverAdapter, models: readonly Model[]): Promise<void> {
  const ours = new Set([...models.map(({ name }) => name), "_prisma_migrations"]);
  const found = await adapter.queryRaw(
    plain("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"),
  );
  for (const [name] of found.rows.map((row) => row.map(String))) {
    if (name === undefined || name === "_prisma_migrations") continue;
    if (!ours.has(name)) throw notEmpty("tables of another program in it"); // not for people: for whoever runs the bot
    const some = await adapter.queryRaw(plain(`SELECT 1 FROM "${name}" LIMIT 1`));
    if (some.rows.length > 0) throw notEmpty("a database of Steward in it already"); // not for people: as above
  }
}

const notEmpty = (what: string): MoveError =>
  new MoveError(
    `That PostgreSQL has ${what}, and a move goes into an empty one. Nothing was moved. ` +
      "Where an earlier move into it has ended, set DATABASE_URL to it and start the bot.",
  );

/** A table that refers to itself goes at once: what a row refers to may come after it. */
const pageOf = ({ name, refersTo }: Model): number | undefined => (refersTo.includes(name) ? undefined : pageRows);

async function copyTable(from: Database, to: SqlDriverAdapter, model: Model): Promise<Content> {
  let content: Content = { rows: 0, sum: 0n };
  const page = pageOf(model);
  for (let after: Row | undefined, done = false; !done;) {
    const start = after;
    const rows = await from.read((tx) => tx.$queryRaw(pageQuery(model, start, page)));
    if (rows.length > 0) {
      // One text with all of the rows: as many parameters as there are values would be too many for one statement.
      const sql = `INSERT INTO "${model.name}" SELECT * FROM json_populate_recordset(NULL::"${model.name}", $1::json)`;
      await to.executeRaw({ sql, args: [JSON.stringify(rows)], argTypes: [{ scalarType: "string", arity: "scalar" }] });
    }
    content = withRows(content, rows);
    after = rows.at(-1);
    done = page === undefined || rows.length < page;
  }
  return content;
}

function pageQuery({ name, key }: Model, after: Row | undefined, page: number | undefined): Prisma.Sql {
  const keys = Prisma.join(key.map((column) => Prisma.raw(`t."${column}"`)));
  const from =
    after === undefined
      ? Prisma.empty
      : Prisma.sql`WHERE (${keys}) > (${Prisma.join(key.map((column) => after[column]))})`;
  const most = page === undefined ? Prisma.empty : Prisma.sql`LIMIT ${page}`;
  return Prisma.sql`SELECT t.* FROM ${Prisma.raw(`"${name}"`)} t ${from} ORDER BY ${keys} ${most}`;
}

async function countIn(database: Database, { name }: Model): Promise<number> {
  const sql = Prisma.sql`SELECT count(*) AS "rows" FROM ${Prisma.raw(`"${name}"`)}`;
  const [row] = await database.read((tx) => tx.$queryRaw<{ rows: number }>(sql));
  return row?.rows ?? 0;
}

function withRows(content: Content, rows: readonly Row[]): Content {
  let { sum } = content;
  for (const row of rows) {
    // Beyond this a number is not the one that is kept.
    if (Object.values(row).some((value) => typeof value === "number" && !Number.isSafeInteger(value)))
      throw new MoveError("A number in the database is too large to be moved."); // not for people: for whoever runs the bot
    const columns = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
    sum += BigInt(`0x${createHash("sha256").update(JSON.stringify(columns)).digest("hex")}`);
  }
  return { rows: content.rows + rows.length, sum };
}

/** Reads what is in the PostgreSQL now, and opens what is sealed. */
class Checking {
  readonly #adapter: SqlDriverAdapter;
  readonly #keyring: Keyring;
  readonly #sealed: ReadonlyMap<string, SealedTable>;
  readonly #sealers = new Map<string, Sealer>();
  /** Texts that were opened. */
  opened = 0;

  constructor(adapter: SqlDriverAdapter, keyring: Keyring, sealed: readonly SealedTable[]) {
    this.#adapter = adapter;
    this.#keyring = keyring;
    this.#sealed = new Map(sealed.map((one) => [one.table, one]));
  }

  /** @throws {SealingError} naming what does not open */
  async read(model: Model): Promise<Content> {
    const sealed = this.#sealed.get(model.name);
    const federation = sealed?.federation;
    // A cursor reads one state and in no order, which costs least.
    const select = `SELECT t.* ${federation === undefined ? "" : `, ${federation} AS "${ofFederation}"`} FROM "${model.name}" t ${sealed?.joins ?? ""}`;
    await this.#adapter.executeRaw(plain(`DECLARE moved NO SCROLL CURSOR FOR ${select}`));
    let content: Content = { rows: 0, sum: 0n };
    for (;;) {
      const found = toRows<Row>(await this.#adapter.queryRaw(plain(`FETCH ${String(pageRows)} FROM moved`)));
      if (found.length === 0) break;
      const rows = found.map(({ [ofFederation]: id, ...row }) => {
        if (model.name === "Federation") this.#remember(row);
        if (sealed !== undefined) this.#open(sealed, row, typeof id === "string" ? id : undefined);
        return row;
      });
      content = withRows(content, rows);
    }
    await this.#adapter.executeRaw(plain("CLOSE moved"));
    return content;
  }

  /** Federations come before all that is theirs. */
  #remember({ id, wrappedKey }: Row): void {
    this.#sealers.set(String(id), this.#keyring.sealer(String(id), String(wrappedKey)));
  }

  #open({ table, key, columns }: SealedTable, row: Row, federation: string | undefined): void {
    const sealer = federation === undefined ? this.#keyring.system : this.#sealers.get(federation);
    const place = rowOf(...key.map((column) => String(row[column])));
    for (const column of columns) {
      const text = row[column];
      if (typeof text !== "string" || text === "") continue; // a message that was sent is emptied
      try {
        if (sealer === undefined) throw new SealingError("A row belongs to a federation that is not there.");
        sealer.open(text, `${table}.${column}`, place);
        this.opened += 1;
      } catch (error) {
        if (!(error instanceof SealingError)) throw error;
        throw new MoveError(
          `${table}.${column} of the row ${place} does not open. Nothing was moved. Restore a backup, or empty this column of the row.`,
        );
      }
    }
  }
}

/** The column in which a row's federation is read with it: no table has one of this name. */
const ofFederation = "_federation";

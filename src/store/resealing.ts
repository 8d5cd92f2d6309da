/**
 * Seals everything of a federation anew under another data key: at the first start after version 0.1.0, whose sealed texts
 * opened in every row of their column, and after a rotation of the keys.
 *
 * States of a federation: one key -> the next one beside it (`wrappedNext`) -> more and more rows are sealed with the next
 * one, a page in each transaction -> the next one is the key, and the old one is nowhere any more. Killed anywhere it goes on
 * at the next start: a text says itself, by the key that opens it, whether its turn has been. Nobody reads meanwhile: the
 * bot has not begun. From the end on nothing opens that was sealed before, wherever somebody puts a copy of it.
 *
 * What belongs to no federation is sealed anew at a rotation with the master key itself (rotate.ts), and after version
 * 0.1.0 here, in one transaction: for as long as no federation has the new form.
 */
import type { Database, Tx } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { readSealedTables, type SealedTable } from "./sealed-places.ts";
import { isFirstForm, rowOf, SealingError, type Keyring, type Opener, type Sealer } from "./sealing.ts";

/** Rows of one table in one transaction. */
const pageRows = 200;

/** Whether nothing is to be sealed anew. */
export async function isSealedAnew(database: Database): Promise<boolean> {
  return database.read(async (tx) => {
    const federations = await tx.federation.findMany({
      where: { wrappedKey: { not: "" } },
      select: { wrappedKey: true, wrappedNext: true },
    });
    if (federations.some(({ wrappedKey, wrappedNext }) => isFirstForm(wrappedKey) || wrappedNext !== null))
      return false;
    if (federations.length > 0) return true;
    for (const table of await readSealedTables()) {
      const rows = await pageOf(tx, table, ofNobody(table), [], undefined);
      if (rows.some((row) => table.columns.some((column) => isFirstForm(row[column] ?? "")))) return false;
    }
    return true;
  });
}

/**
 * Does what there is to do. The caller has the database to itself.
 * @throws {SealingError} for a text that opens with neither key, naming its place; what was done until then stays
 */
export async function sealAnew(database: Database, keyring: Keyring, page = pageRows): Promise<void> {
  const tables = await readSealedTables();
  const federations = await database.transaction(async (tx) => {
    const all = await tx.federation.findMany({ where: { wrappedKey: { not: "" } }, orderBy: { id: "asc" } });
    if (all.every(({ wrappedKey }) => isFirstForm(wrappedKey))) await sealSystem(tx, keyring, tables);
    return all;
  });
  let sealed = false;
  for (const { id, wrappedKey, wrappedNext } of federations) {
    if (!isFirstForm(wrappedKey) && wrappedNext === null) continue;
    const next = wrappedNext ?? (await bringNext(database, keyring, id));
    const to = keyring.sealerOnce(id, next);
    const from = isFirstForm(wrappedKey)
      ? keyring.firstForm.sealer(id, wrappedKey)
      : keyring.sealerOnce(id, wrappedKey);
    for (const table of tables) await sealTable(database, table, id, from, to, page);
    await database.transaction((tx) =>
      tx.federation.update({ where: { id }, data: { wrappedKey: next, wrappedNext: null } }),
    );
    keyring.forget(id);
    sealed = true;
  }
  // The old texts must not stay behind in the log file.
  if (sealed) await database.checkpoint();
}

async function bringNext(database: Database, keyring: Keyring, id: string): Promise<string> {
  const { wrappedKey: wrappedNext } = keyring.newSealer(id);
  await database.transaction((tx) => tx.federation.update({ where: { id }, data: { wrappedNext } }));
  return wrappedNext;
}

async function sealTable(
  database: Database,
  table: SealedTable,
  federation: string,
  from: Opener,
  to: Sealer,
  page: number,
): Promise<void> {
  if (table.federation === undefined) return;
  const which = Prisma.sql`${Prisma.raw(table.federation)} = ${federation}`;
  for (let after: readonly string[] | undefined = []; after !== undefined;) {
    const start: readonly string[] = after;
    after = await database.transaction(async (tx) => {
      const rows = await pageOf(tx, table, which, start, page);
      for (const row of rows) await sealRow(tx, table, row, from, to);
      const last = rows.at(-1);
      return last === undefined || rows.length < page ? undefined : keyOf(table, last);
    });
  }
}

/** Facts and the like are few. */
async function sealSystem(tx: Tx, keyring: Keyring, tables: readonly SealedTable[]): Promise<void> {
  for (const table of tables) {
    for (const row of await pageOf(tx, table, ofNobody(table), [], undefined)) {
      await sealRow(tx, table, row, keyring.firstForm.system, keyring.system);
    }
  }
}

type Row = Readonly<Record<string, string | null>>;

const keyOf = ({ key }: SealedTable, row: Row): readonly string[] => key.map((column) => row[column] ?? "");
const named = (column: string) => Prisma.raw(`"${column}"`);
const ofTable = (column: string) => Prisma.raw(`t."${column}"`);

/** Rows that belong to no federation. */
const ofNobody = ({ federation }: SealedTable): Prisma.Sql =>
  federation === undefined ? Prisma.sql`1 = 1` : Prisma.sql`${Prisma.raw(federation)} IS NULL`;

function pageOf(
  tx: Pick<Tx, "$queryRaw">,
  { table, key, columns, joins }: SealedTable,
  which: Prisma.Sql,
  after: readonly string[],
  page: number | undefined,
): Promise<readonly Row[]> {
  const keys = Prisma.join(key.map(ofTable));
  const from = after.length === 0 ? Prisma.empty : Prisma.sql`AND (${keys}) > (${Prisma.join([...after])})`;
  const most = page === undefined ? Prisma.empty : Prisma.sql`LIMIT ${page}`;
  return tx.$queryRaw<Row>`
    SELECT ${Prisma.join([...key, ...columns].map(ofTable))} FROM ${named(table)} t ${Prisma.raw(joins)}
    WHERE ${which} ${from} ORDER BY ${keys} ${most}`;
}

async function sealRow(tx: Tx, of: SealedTable, row: Row, from: Opener, to: Sealer): Promise<void> {
  const { table, key, columns } = of;
  const changed = columns.flatMap((column) => {
    const sealed = row[column];
    // A message that was sent is emptied.
    if (sealed === null || sealed === undefined || sealed === "") return [];
    const anew = sealText(sealed, `${table}.${column}`, rowOf(...keyOf(of, row)), from, to);
    return anew === undefined ? [] : [Prisma.sql`${named(column)} = ${anew}`];
  });
  if (changed.length === 0) return;
  const where = key.map((column) => Prisma.sql`${named(column)} = ${row[column]}`);
  await tx.$executeRaw`UPDATE ${named(table)} SET ${Prisma.join(changed)} WHERE ${Prisma.join(where, " AND ")}`;
}

/** Undefined: its turn has been. */
function sealText(sealed: string, column: string, row: string, from: Opener, to: Sealer): string | undefined {
  if (opens(to, sealed, column, row)) return undefined;
  try {
    return to.seal(from.open(sealed, column, row), column, row);
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    throw new SealingError(
      `${column} of the row ${row} opens with no key of this database: it was changed, or comes from another one. ` +
        "Restore a backup, or empty this column of the row, and start again.",
    );
  }
}

function opens(by: Opener, sealed: string, column: string, row: string): boolean {
  try {
    by.open(sealed, column, row);
    return true;
  } catch (error) {
    if (error instanceof SealingError) return false;
    throw error;
  }
}

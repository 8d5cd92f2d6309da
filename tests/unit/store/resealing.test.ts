/** A sealed text opens where it was sealed and nowhere else; what was sealed before is sealed anew, whatever kills the process. */
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { rehearsalKey } from "../../../src/rehearsal/player.ts";
import { openDatabase, type Database } from "../../../src/store/database.ts";
import { Prisma } from "../../../src/store/generated/sqlite/client.ts";
import { openStore } from "../../../src/store/open.ts";
import { isSealedAnew, sealAnew } from "../../../src/store/resealing.ts";
import { fits, rotateMasterKey } from "../../../src/store/rotate.ts";
import { readSealedTables } from "../../../src/store/sealed-places.ts";
import {
  isFirstForm,
  openKeyring,
  rowOf,
  SealingError,
  type Keyring,
  type Opener,
} from "../../../src/store/sealing.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { openFixture, restoreFixture } from "../../kit/fixture.ts";
import { killedEverywhere } from "../../kit/killed.ts";

const tables = await readSealedTables();

it("every sealed column of the database is known, with its key and its federation", async () => {
  const database = await openDatabase({ url: "file::memory:" });
  const there = await database.read(
    (tx) => tx.$queryRaw<{ table: string; column: string }>`
      SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t, pragma_table_info(t.name) c
      WHERE c.name LIKE 'sealed%'`,
  );
  await database.close();
  const listed = tables.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  expect(listed.toSorted()).toEqual(there.map(({ table, column }) => `${table}.${column}`).toSorted());
  expect(tables.filter(({ federation }) => federation === undefined).map(({ table }) => table)).toEqual([
    "Started",
    "Fact",
  ]);
  expect(tables.find(({ table }) => table === "CheckInAnswer")?.key).toEqual(["checkInId", "personId", "question"]);
});

interface Text {
  readonly federation: string | undefined;
  readonly column: string;
  readonly row: string;
  readonly sealed: string;
}

/** Everything that is sealed. */
async function textsIn(database: Database): Promise<readonly Text[]> {
  return database.read(async (tx) => {
    const found: Text[] = [];
    for (const { table, key, columns, joins, federation = "NULL" } of tables) {
      const rows = await tx.$queryRaw<Record<string, string | null>>(
        Prisma.raw(`SELECT ${federation} AS "federation", t.* FROM "${table}" t ${joins}`) as Prisma.Sql,
      );
      for (const row of rows) {
        for (const column of columns) {
          const sealed = row[column];
          if (sealed === null || sealed === undefined || sealed === "") continue;
          const of = rowOf(...key.map((one) => row[one] ?? ""));
          found.push({ federation: row["federation"] ?? undefined, column: `${table}.${column}`, row: of, sealed });
        }
      }
    }
    return found;
  });
}

/** Who opens what of whom now, and who opened it in version 0.1.0. */
async function openers(database: Database, keyring: Keyring, first: boolean) {
  const all = await database.read((tx) => tx.federation.findMany());
  const of = new Map(
    all.map(({ id, wrappedKey }): [string, Opener] => [
      id,
      first ? keyring.firstForm.sealer(id, wrappedKey) : keyring.sealerOnce(id, wrappedKey),
    ]),
  );
  const system = first ? keyring.firstForm.system : keyring.system;
  return (federation: string | undefined): Opener => {
    const opener = federation === undefined ? system : of.get(federation);
    if (opener === undefined) throw new Error("a federation is gone");
    return opener;
  };
}

/** What it says, by where it stands. */
async function read(database: Database, keyring: Keyring, first: boolean): Promise<Readonly<Record<string, string>>> {
  const opener = await openers(database, keyring, first);
  return Object.fromEntries(
    (await textsIn(database)).map(({ federation, column, row, sealed }) => [
      `${column} ${row}`,
      opener(federation).open(sealed, column, row),
    ]),
  );
}

eachDatabase((name, _open, freshUrl) => {
  const keyring = openKeyring(rehearsalKey);
  const old = async () => {
    const url = await freshUrl();
    await restoreFixture("0.1.0", name, url);
    return url;
  };

  /** Few buttons are as good as many. */
  const small = (database: Database) =>
    database.transaction((tx) => tx.button.deleteMany({ where: { id: { gt: "F" } } }));

  it("a database of version 0.1.0 is sealed anew, killed before any statement, and nothing is lost", async () => {
    const database = await openDatabase({ url: await old() });
    await small(database);
    const before = await read(database, keyring, true);
    expect(Object.keys(before).length).toBeGreaterThan(200);
    expect(await isSealedAnew(database)).toBe(false);
    const kills = await killedEverywhere(database, (dying) => sealAnew(dying, keyring, 7));
    expect(kills).toBeGreaterThan(Object.keys(before).length / 2);
    expect(await isSealedAnew(database)).toBe(true);
    expect(await read(database, keyring, false)).toEqual(before);
    expect((await textsIn(database)).filter(({ sealed }) => isFirstForm(sealed))).toEqual([]);
    await database.close();
  }, 300_000);

  it("from then on the old form opens nowhere, and the new one in its own row only", async () => {
    const url = await old();
    const first = await openDatabase({ url });
    const olds = await textsIn(first);
    await first.close();
    const { database } = await openFixture(url);
    const opener = await openers(database, keyring, false);
    for (const { federation, column, row, sealed } of olds) {
      expect(() => opener(federation).open(sealed, column, row)).toThrow(SealingError);
    }
    const all = await textsIn(database);
    const byColumn = Map.groupBy(all, ({ column }) => column);
    let others = 0;
    for (const { federation, column, row, sealed } of all) {
      for (const other of byColumn
        .get(column)
        ?.filter((one) => one.row !== row)
        .slice(0, 20) ?? []) {
        others += 1;
        expect(() => opener(federation).open(sealed, column, other.row), `${column} in another row`).toThrow(
          SealingError,
        );
        expect(() => opener(other.federation).open(sealed, column, other.row)).toThrow(SealingError);
      }
    }
    expect(others).toBeGreaterThan(500);
    // A copy that somebody puts there later stays shut: nothing is sealed anew a second time.
    const [mine] = olds.filter(({ column }) => column === "Identity.sealedDirect");
    if (mine === undefined) throw new Error("nobody can be written to");
    await database.transaction((tx) =>
      tx.identity.updateMany({ where: { id: { not: mine.row } }, data: { sealedDirect: mine.sealed } }),
    );
    await database.close();
    const again = await openFixture(url);
    const there = (await textsIn(again.database)).filter(({ column }) => column === "Identity.sealedDirect");
    const shut = there.filter(({ row }) => row !== mine.row);
    expect(shut.length).toBeGreaterThan(0);
    const now = await openers(again.database, keyring, false);
    for (const { federation, column, row, sealed } of shut) {
      expect(() => now(federation).open(sealed, column, row)).toThrow(SealingError);
    }
    await again.database.close();
  }, 120_000);

  it("a rotation makes new data keys, killed before any statement, and the old ones open nothing", async () => {
    const { database } = await openFixture(await old());
    await small(database);
    const before = await read(database, keyring, false);
    const texts = await textsIn(database);
    const was = await openers(database, keyring, false);
    const key = randomBytes(32);
    const rotated = openKeyring(key);
    // The master key: all or nothing, so that one of the two fits. The data keys: in steps, ended by the next start.
    await killedEverywhere(database, async (dying) => {
      if (await fits(database, key)) await sealAnew(dying, rotated, 7);
      else await rotateMasterKey(dying, rehearsalKey, key);
    });
    expect(await isSealedAnew(database)).toBe(true);
    const after = await read(database, rotated, false);
    // What is found by an HMAC under the master key stands elsewhere now, and questions have ended.
    const moved = /^(?:Started|Prompt|Outbox|Button)\./u;
    const kept = (of: Readonly<Record<string, string>>) => Object.entries(of).filter(([place]) => !moved.test(place));
    expect(kept(after).toSorted()).toEqual(kept(before).toSorted());
    for (const { federation, column, row, sealed } of await textsIn(database)) {
      expect(() => was(federation).open(sealed, column, row)).toThrow(SealingError);
    }
    const now = await openers(database, rotated, false);
    for (const { federation, column, row, sealed } of texts) {
      expect(() => now(federation).open(sealed, column, row)).toThrow(SealingError);
    }
    await database.close();
  }, 300_000);

  it("a text that opens with no key stops the start, and says where it stands", async () => {
    const url = await old();
    const database = await openDatabase({ url });
    await database.transaction((tx) => tx.sector.updateMany({ data: { sealedName: "1AAAA" } }));
    await database.close();
    const source = { from: "environment", key: Buffer.from(rehearsalKey) } as const;
    await expect(openStore(url, source, { held: true })).rejects.toThrow(
      /Sector\.sealedName of the row \S+ opens with no key/,
    );
  });
});

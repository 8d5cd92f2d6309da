/** Whoever removes a row, the database looks for what refers to it: without an index it reads that whole table, for each row. */
import { expect, it } from "vitest";
import { readModels, referringFirst } from "../../../src/store/models.ts";
import { eachDatabase } from "../../kit/databases.ts";

interface Column {
  readonly table: string;
  readonly column: string;
}

/** The columns of foreign keys (each has one), and the first columns of indexes, the primary keys' among them. */
const queries = {
  sqlite: {
    keys: `SELECT t.name AS "table", f."from" AS "column" FROM sqlite_master t, pragma_foreign_key_list(t.name) f`,
    indexes: `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t, pragma_index_list(t.name) i,
      pragma_index_info(i.name) c WHERE c.seqno = 0 AND i.partial = 0`,
  },
  postgresql: {
    keys: `SELECT t.relname::text AS "table", a.attname::text AS "column" FROM pg_constraint c
      JOIN pg_class t ON t.oid = c.conrelid
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'`,
    indexes: `SELECT t.relname::text AS "table", a.attname::text AS "column" FROM pg_index i
      JOIN pg_class t ON t.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] WHERE i.indpred IS NULL`,
  },
};

eachDatabase((name, open) => {
  it("every foreign key has an index that begins with it", async () => {
    const database = await open();
    const read = (sql: string) => database.read((tx) => tx.$queryRaw<Column>([sql] as unknown as TemplateStringsArray));
    const named = ({ table, column }: Column): string => `${table}.${column}`;
    const keys = (await read(queries[name].keys)).map(named);
    const indexed = new Set((await read(queries[name].indexes)).map(named));
    expect(keys.length).toBeGreaterThan(90);
    expect(keys.filter((one) => !indexed.has(one)).toSorted()).toEqual([]);
    // What the program reads of the schema is what the database has.
    const models = await readModels();
    for (const model of models.values()) {
      expect(model.indexed.filter((column) => !indexed.has(`${model.name}.${column}`))).toEqual([]);
    }
    const refer = [...models.values()].flatMap(({ refersTo }) => refersTo);
    expect(refer).toHaveLength(keys.length);
    const order = referringFirst(models).map((model) => model.name);
    for (const model of models.values()) {
      // A drive refers to the one before it: of its own table any may go first.
      for (const to of model.refersTo.filter((one) => one !== model.name))
        expect(order.indexOf(model.name)).toBeLessThan(order.indexOf(to));
    }
  });
});

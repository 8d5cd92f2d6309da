/** Every column that holds sealed texts, and whose they are: read from the schema, so that nobody keeps a list of them. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The sealed columns of one table. */
export interface SealedTable {
  readonly table: string;
  /** What a sealed text is bound to there, in this order: see `rowOf` in sealing.ts. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** How its rows, as `t`, are joined to those that have their federation; empty where they have it themselves. */
  readonly joins: string;
  /** The column of the federation; none for what belongs to no federation. */
  readonly federation: string | undefined;
}

interface Model {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** To what its rows always belong: the column, and the table whose `id` is in it. */
  readonly parents: readonly { readonly column: string; readonly table: string }[];
}

const schema = fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url));

/** All of them, in the order of the schema. */
export async function readSealedTables(): Promise<readonly SealedTable[]> {
  const text = await readFile(schema, "utf8");
  const models = new Map(
    [...text.matchAll(/^model (\w+) \{(.*?)^\}/gmsu)].map(([, name = "", body = ""]) => [name, readModel(name, body)]),
  );
  return [...models.values()].flatMap((model) => {
    const columns = model.columns.filter((column) => column.startsWith("sealed"));
    if (columns.length === 0) return [];
    return [{ table: model.name, key: model.key, columns, ...federationOf(model, models) }];
  });
}

function readModel(name: string, body: string): Model {
  const [, single] = /^ {2}(\w+) .*@id\b/mu.exec(body) ?? [];
  const [, several = ""] = /^ {2}@@id\(\[(.*?)\]\)/mu.exec(body) ?? [];
  return {
    name,
    key: single === undefined ? several.split(", ") : [single],
    columns: [...body.matchAll(/^ {2}(\w+) +(?:String|Int|Boolean|DateTime)\b/gmu)].map(([, column = ""]) => column),
    parents: [...body.matchAll(/^ {2}\w+ +(\w+) +@relation\(.*?fields: \[(\w+)\]/gmu)].map(
      ([, table = "", column = ""]) => ({ table, column }),
    ),
  };
}

/** The shortest way to a table that names the federation. */
function federationOf(model: Model, models: ReadonlyMap<string, Model>): Pick<SealedTable, "joins" | "federation"> {
  const ways = [{ model, as: "t", joins: "" }];
  for (const { model: at, as, joins } of ways) {
    const column = at.name === "Federation" ? "id" : at.columns.find((one) => one === "federationId");
    if (column !== undefined) return { joins, federation: `${as}."${column}"` };
    for (const { column: to, table } of at.parents) {
      const parent = models.get(table);
      const next = `f${ways.length}`;
      const join = `JOIN "${table}" ${next} ON ${next}."id" = ${as}."${to}"`;
      if (parent !== undefined) ways.push({ model: parent, as: next, joins: `${joins} ${join}` });
    }
  }
  return { joins: "", federation: undefined };
}

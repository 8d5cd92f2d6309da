/** The tables, as prisma/schema.prisma has them: read from there, so that nobody keeps a list of them. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** One table. */
export interface Model {
  readonly name: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** To what its rows always belong: the column, and the table whose `id` is in it. */
  readonly parents: readonly { readonly column: string; readonly table: string }[];
  /** The tables that it refers to, those among them that a row need not refer to. */
  readonly refersTo: readonly string[];
  /** The first columns of its indexes, the primary key's among them. */
  readonly indexed: readonly string[];
}

/** How the rows of a table, as `t`, are those of one federation. */
export interface OfFederation {
  /** How they are joined to those that have it; empty where they have it themselves. */
  readonly joins: string;
  /** The column of the federation; none for what belongs to no federation. */
  readonly federation: string | undefined;
}

const schema = fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url));

/** All of them, in the order of the schema. */
export async function readModels(): Promise<ReadonlyMap<string, Model>> {
  const text = await readFile(schema, "utf8");
  return new Map(
    [...text.matchAll(/^model (\w+) \{(.*?)^\}/gmsu)].map(([, name = "", body = ""]) => [name, readModel(name, body)]),
  );
}

function readModel(name: string, body: string): Model {
  const [, single] = /^ {2}(\w+) .*@id\b/mu.exec(body) ?? [];
  const [, several = ""] = /^ {2}@@id\(\[(.*?)\]\)/mu.exec(body) ?? [];
  const key = single === undefined ? several.split(", ") : [single];
  const relations = [...body.matchAll(/^ {2}\w+ +(\w+)(\??) +@relation\(.*?fields: \[(\w+)\]/gmu)].map(
    ([, table = "", optional = "", column = ""]) => ({ table, column, always: optional === "" }),
  );
  return {
    name,
    key,
    columns: [...body.matchAll(/^ {2}(\w+) +(?:String|Int|Boolean|DateTime)\b/gmu)].map(([, column = ""]) => column),
    parents: relations.filter(({ always }) => always).map(({ table, column }) => ({ table, column })),
    refersTo: relations.map(({ table }) => table),
    indexed: [
      ...key.slice(0, 1),
      ...[...body.matchAll(/^ {2}(\w+) .*@unique\b/gmu)].map(([, column = ""]) => column),
      ...[...body.matchAll(/^ {2}@@(?:index|unique)\(\[(\w+)/gmu)].map(([, column = ""]) => column),
    ],
  };
}

/** The shortest way to a table that names the federation. */
export function federationOf(model: Model, models: ReadonlyMap<string, Model>): OfFederation {
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

/** A table comes before those that it refers to. */
export function referringFirst(models: ReadonlyMap<string, Model>): readonly Model[] {
  const order: Model[] = [];
  const left = new Set(models.values());
  while (left.size > 0) {
    const referredTo = new Set([...left].flatMap(({ name, refersTo }) => refersTo.filter((one) => one !== name)));
    const next = [...left].filter(({ name }) => !referredTo.has(name));
    if (next.length === 0) throw new Error("Tables refer to one another in a circle.");
    for (const model of next) left.delete(model);
    order.push(...next);
  }
  return order;
}

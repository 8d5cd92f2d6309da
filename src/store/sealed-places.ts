/** Every column that holds sealed texts, and whose they are: read from the schema, so that nobody keeps a list of them. */
import { federationOf, readModels, type OfFederation } from "./models.ts";

/** The sealed columns of one table. */
export interface SealedTable extends OfFederation {
  readonly table: string;
  /** What a sealed text is bound to there, in this order: see `rowOf` in sealing.ts. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

/** All of them, in the order of the schema. */
export async function readSealedTables(): Promise<readonly SealedTable[]> {
  const models = await readModels();
  return [...models.values()].flatMap((model) => {
    const columns = model.columns.filter((column) => column.startsWith("sealed"));
    if (columns.length === 0) return [];
    return [{ table: model.name, key: model.key, columns, ...federationOf(model, models) }];
  });
}

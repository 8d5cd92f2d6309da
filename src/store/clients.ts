/** Whether the generated database clients are those of the models. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { MigrationError } from "./migrate.ts";

const schema = new URL("../../prisma/schema.prisma", import.meta.url);
/** Of which models they were made: scripts/generate-clients.mjs writes it beside them. */
const madeOf = new URL("generated/schema.sha256", import.meta.url);

/**
 * A program that was pulled and not installed again has clients of earlier models, and would end in the middle of its work.
 * @throws {MigrationError} saying what to do
 */
export async function checkClients(models = schema, made = madeOf): Promise<void> {
  const now = createHash("sha256")
    .update(await readFile(models))
    .digest("hex");
  const then = await readFile(made, "utf8").catch(() => undefined);
  if (then?.trim() === now) return;
  throw new MigrationError(
    "The database clients of this program are of another version than the program: it was changed, and not installed again. Run: npm ci",
  );
}

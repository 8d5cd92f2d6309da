/** A program that was pulled and not installed again says so at its start. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { checkClients } from "../../../src/store/clients.ts";
import { MigrationError } from "../../../src/store/migrate.ts";

it("the clients are those of the models", async () => {
  await checkClients();
});

it("where the models are others, or nobody knows of which models they are, it says to run npm ci", async () => {
  const folder = await mkdtemp(join(tmpdir(), "steward-clients-"));
  try {
    const models = join(folder, "schema.prisma");
    await writeFile(models, "model Rule {}");
    const changed = checkClients(pathToFileURL(models));
    await expect(changed).rejects.toThrow(/npm ci/);
    await expect(changed).rejects.toThrow(MigrationError);
    await expect(checkClients(undefined, pathToFileURL(join(folder, "none")))).rejects.toThrow(/npm ci/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

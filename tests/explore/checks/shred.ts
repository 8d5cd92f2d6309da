/** After shredding nothing of a federation is left (design.md, "Storage"). Looked at after the last line, and undone. */
import { Federations } from "../../../src/store/federations.ts";
import { Prisma } from "../../../src/store/generated/sqlite/client.ts";
import type { Check, Found } from "./check.ts";

const tables = Object.values(Prisma.ModelName);

/**
 * What the machinery does for all federations, and notes of itself; a fact about somebody or a chat names its id. A wrong
 * code, an event in a chat of no federation, and who opened the direct chat before any knew them are of no federation.
 */
const isMachinery = (row: Readonly<Record<string, unknown>>): boolean =>
  ("dueAt" in row && "kind" in row && row["federationId"] === null) ||
  row["kind"] === "try" ||
  ("at" in row && "lookup" in row && row["federationId"] === null) ||
  ("sealed" in row && "lookup" in row && "expiresAt" in row) ||
  ("sealed" in row && typeof row["key"] === "string" && !/:(?=\d*[a-z])[a-z0-9]{16}$/u.test(row["key"]));

export const shred: Check = {
  name: "shred",
  begin: () => ({
    async whole(play, { last }) {
      if (!last) return [];
      return play.look(async (session) => {
        const { tx } = session;
        for (const { id } of await tx.federation.findMany({ select: { id: true } })) {
          await new Federations(session).shred(id);
        }
        const found: Found[] = [];
        for (const table of tables) {
          const all = await tx.$queryRaw(Prisma.sql`SELECT * FROM ${Prisma.raw(`"${table}"`)}`);
          const rows = all.filter((row) => !isMachinery(row));
          if (rows.length > 0) {
            found.push({
              feature: table,
              kind: "left after shredding",
              detail: `${rows.length} ${JSON.stringify(rows[0])}`,
            });
          }
        }
        return found;
      });
    },
  }),
};

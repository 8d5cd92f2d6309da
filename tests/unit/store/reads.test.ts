/** What a transaction has read already: never other than what stands in the database. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { recorded } from "../../../bench/record.ts";
import { Prisma } from "../../../src/store/generated/sqlite/client.ts";
import type { Tx } from "../../../src/store/database.ts";
import { eachDatabase } from "../../kit/databases.ts";

const at = new Date(Date.UTC(2026, 2, 20, 16));
const federation = { sealedName: "x", wrappedKey: "x", language: "en", zone: "UTC", createdAt: at };

/** Ways to read three tables of which one loses rows, and one a reference, with another's. `as`: a comment, or none. */
const reads: readonly ((tx: Tx, as: Prisma.Sql) => Promise<unknown>)[] = [
  (tx, as) => tx.$queryRaw`SELECT "id" FROM "Sector" ${as} ORDER BY "id"`,
  (tx, as) => tx.$queryRaw`SELECT "id", "language" FROM "Person" ${as} WHERE "federationId" = ${"f"} ORDER BY "id"`,
  (tx, as) => tx.$queryRaw`
    SELECT p."id", (SELECT COUNT(*) FROM "Absence" a WHERE a."personId" = p."id") AS "away" FROM "Person" p ${as}
    ORDER BY p."id"`,
  (tx, as) => tx.$queryRaw`
    SELECT a."id", p."zone" FROM "Absence" a ${as} JOIN "Person" p ON p."id" = a."personId" ORDER BY a."id"`,
  (tx, as) => tx.$queryRaw`SELECT "id" FROM "Absence" ${as} ORDER BY "id"`,
];

const writes: readonly ((tx: Tx, n: number) => Promise<unknown>)[] = [
  (tx, n) =>
    tx.sector.create({ data: { id: `s${n}`, federationId: "f", sealedName: "x", lookupName: `s${n}`, createdAt: at } }),
  (tx) => tx.sector.deleteMany({}),
  (tx, n) => tx.person.create({ data: { id: `p${n}`, federationId: "f", createdAt: at } }),
  (tx, n) => tx.person.updateMany({ data: { language: `l${n}` } }),
  (tx, n) => tx.$executeRaw`UPDATE "Person" SET "zone" = ${`z${n}`}`,
  (tx) => tx.$executeRaw`DELETE FROM "Person" WHERE "id" IN (SELECT MIN("id") FROM "Person")`,
  (tx, n) =>
    tx.$executeRaw`
      INSERT INTO "Absence" ("id", "personId", "from", "to")
      SELECT ${`a${n}`}, "id", ${at}, ${at} FROM "Person" ORDER BY "id" LIMIT 1`,
  // What fails behind a savepoint, with and without having written.
  (tx, n) =>
    tx
      .savepoint(async () => {
        await tx.$executeRaw`UPDATE "Person" SET "language" = ${`never ${n}`}`;
        for (const read of reads) await read(tx, Prisma.empty);
        throw new Error("taken back");
      })
      .catch(() => undefined),
  // Nobody waits for the first one.
  (tx, n) =>
    Promise.all([
      tx.$queryRaw`SELECT "id", "language" FROM "Person" WHERE "federationId" = ${"f"} ORDER BY "id"`,
      tx.$executeRaw`UPDATE "Person" SET "language" = ${`m${n}`}`,
    ]),
];

eachDatabase((provider, open) => {
  it("what is read again is what stands there, whatever was written in between", async () => {
    const database = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.nat({ max: reads.length - 1 }), fc.integer({ min: -writes.length, max: -1 })), {
          minLength: 5,
          maxLength: 40,
        }),
        async (steps) => {
          await database.transaction(async (tx) => {
            await tx.federation.deleteMany({});
            await tx.federation.create({ data: { id: "f", ...federation } });
            for (const id of ["pa", "pb", "pc"]) {
              await tx.person.create({ data: { id, federationId: "f", createdAt: at } });
              await tx.absence.create({ data: { id, personId: id, from: at, to: at } });
            }
            for (const [n, step] of steps.entries()) {
              if (step < 0) await writes[-step - 1]?.(tx, n);
              else await reads[step]?.(tx, Prisma.empty);
              // The same as a statement that was never read before, and as a model of Prisma's finds it.
              for (const read of reads)
                expect(await read(tx, Prisma.empty)).toEqual(await read(tx, Prisma.raw(`/* ${n} */`)));
              const people = await tx.person.findMany({ select: { id: true, language: true }, orderBy: { id: "asc" } });
              expect(people).toEqual(await reads[1]?.(tx, Prisma.empty));
              expect(await tx.absence.findMany({ select: { id: true }, orderBy: { id: "asc" } })).toEqual(
                await reads[4]?.(tx, Prisma.empty),
              );
            }
          });
        },
      ),
      { numRuns: provider === "sqlite" ? 60 : 8 },
    );
  });

  if (provider === "sqlite") {
    it("reads once, hands out what may be changed, and begins anew with each transaction", async () => {
      const database = await open();
      const statements = await recorded(async () => {
        for (let turn = 0; turn < 2; turn++) {
          await database.transaction(async (tx) => {
            const found = await tx.$queryRaw<{ id: string }>`SELECT "id" FROM "Federation"`;
            found.push({ id: "mine" });
            expect(await tx.$queryRaw`SELECT "id" FROM "Federation"`).toEqual([]);
            await tx.fact.create({ data: { key: `k${turn}`, sealed: "x" } });
            await tx.$queryRaw`SELECT "id" FROM "Federation"`;
          });
        }
      });
      expect(statements.flat().filter(({ sql }) => sql.includes("Federation"))).toHaveLength(2);
    });
  }
});

/** A federation is shredded in steps: killed at any of them it is taken up again, and another one stays as it is. */
import { expect, it } from "vitest";
import { rehearsalKey } from "../../../src/rehearsal/player.ts";
import type { Database, Tx } from "../../../src/store/database.ts";
import { Federations } from "../../../src/store/federations.ts";
import { Prisma } from "../../../src/store/generated/sqlite/client.ts";
import { federationOf, readModels } from "../../../src/store/models.ts";
import { openKeyring, type Keyring } from "../../../src/store/sealing.ts";
import { endShredding, halfShredded, shredFederation } from "../../../src/store/shredding.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { openFixture, restoreFixture } from "../../kit/fixture.ts";
import { killedEverywhere } from "../../kit/killed.ts";

const models = await readModels();
const tables = Object.values(Prisma.ModelName);

/** Every row, as text. */
const rowsIn = (database: Database): Promise<readonly string[]> =>
  database.read(async (tx) => {
    const all: string[] = [];
    for (const table of tables) {
      const rows = await tx.$queryRaw(Prisma.raw(`SELECT * FROM "${table}"`) as Prisma.Sql);
      for (const row of rows)
        all.push(
          `${table} ${JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))}`,
        );
    }
    return all.toSorted();
  });

/** A second federation, with rows of its own where both have theirs in one table. */
async function addOther(database: Database, keyring: Keyring): Promise<void> {
  await database.transaction(async (tx: Tx) => {
    let made = 0;
    const newId = (): string => `otherid${String(made++).padStart(9, "0")}`;
    const session = { tx, keyring, now: Date.UTC(2026, 2, 20, 17), newId };
    const { id: federationId } = await new Federations(session).create({ name: "Union", language: "en", zone: "UTC" });
    const at = new Date(session.now);
    const own = { federationId, createdAt: at };
    await tx.sector.create({ data: { ...own, id: "othersector", sealedName: "", lookupName: "" } });
    const cell = { sealedName: "", lookupName: "", zone: "UTC", language: "en", sectorId: "othersector" };
    await tx.cell.create({ data: { ...own, id: "othercell", ...cell } });
    const chat = { platform: "telegram", account: "bot", lookup: "other", sealedRef: "", cellId: "othercell" };
    await tx.chat.create({ data: { ...own, ...chat, id: "otherchat" } });
    await tx.fact.create({ data: { key: "hint:otherchat", sealed: "" } });
    await tx.button.create({ data: { ...own, id: "otherbutton", sealedAction: "" } });
    const gone = await tx.button.findFirstOrThrow({ where: { federationId: { not: federationId } } });
    for (const [lookup, buttons] of [
      ["other", { "1": "otherbutton", cards: [1] }],
      ["other:mine", { "👍": "otherbutton" }],
      ["other:newest", { message: "mine" }],
      ["theirs:mine", { "👍": gone.id }],
      ["theirs:newest", { message: "mine" }],
    ] as const) {
      await tx.choice.create({ data: { lookup, buttons: JSON.stringify(buttons), createdAt: at } });
    }
    await tx.person.create({ data: { ...own, id: "otherperson" } });
    const entry = { federationId, cellId: "othercell", kind: "time", sealedWhat: "", giverId: "otherperson", at };
    await tx.careEntry.create({ data: { ...entry, id: "otherentry" } });
  });
}

eachDatabase((name, _open, freshUrl) => {
  const keyring = openKeyring(rehearsalKey);
  /** A federation that has rows in every table of version 0.1.0, and another one. */
  const played = async () => {
    const url = await freshUrl();
    await restoreFixture("0.1.0", name, url);
    const { database } = await openFixture(url);
    // Few of what there are many of are as good.
    await database.transaction((tx) => tx.button.deleteMany({ where: { id: { gt: "F" } } }));
    const [{ id } = { id: "" }, ...kept] = await database.read((tx) => tx.federation.findMany());
    expect(kept.length).toBeGreaterThan(0);
    const without = await rowsIn(database);
    await addOther(database, keyring);
    const others = (await rowsIn(database)).filter((row) => !without.includes(row) && !row.includes("theirs:"));
    return { url, database, id, others };
  };
  /** How many rows each federation but this one has in each table. */
  const countsBut = (database: Database, id: string) =>
    database.read(async (tx) => {
      const counts: Record<string, unknown> = {};
      for (const model of models.values()) {
        const { joins, federation } = federationOf(model, models);
        if (federation === undefined) continue;
        counts[model.name] = await tx.$queryRaw(
          Prisma.raw(
            `SELECT ${federation} AS "of", count(*) AS "rows" FROM "${model.name}" t ${joins}
             WHERE ${federation} <> '${id}' GROUP BY 1 ORDER BY 1`,
          ) as Prisma.Sql,
        );
      }
      return counts;
    });

  it("killed before any statement, and what is left goes; the other one has all that it had", async () => {
    const { database, id, others } = await played();
    const before = await rowsIn(database);
    const counts = await countsBut(database, id);
    expect(others.length).toBeGreaterThan(10);
    const kills = await killedEverywhere(database, async (dying) => {
      const [half] = await halfShredded(dying);
      if (half === undefined) await shredFederation(dying, keyring, id, 7);
      else await endShredding(dying, [half], 7);
    });
    expect(kills).toBeGreaterThan(50);
    const after = await rowsIn(database);
    expect(after.filter((row) => others.includes(row))).toEqual(others);
    expect(after.filter((row) => !before.includes(row))).toEqual([]);
    expect(await countsBut(database, id)).toEqual(counts);
    expect(after.filter((row) => row.includes(id) || row.includes("theirs:"))).toEqual([]);
    await database.close();
  }, 120_000);

  it("interrupted after its first step, nothing of it opens, and the next start ends it", async () => {
    const { url, database, id, others } = await played();
    let steps = 0;
    const dying = {
      transaction: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
        if (steps++ > 3) throw new Error("killed");
        return database.transaction(work);
      },
      sweep: () => Promise.resolve(true),
    };
    await expect(shredFederation(dying, keyring, id, 7)).rejects.toThrow("killed");
    await database.read(async (tx) => {
      expect(await tx.federation.findUnique({ where: { id } })).toMatchObject({ wrappedKey: "", sealedName: "" });
      expect(await tx.person.count({ where: { federationId: id } })).toBeGreaterThan(0);
    });
    await database.close();
    const again = await openFixture(url);
    expect(again.shredded).toEqual([id]);
    const after = await rowsIn(again.database);
    expect(after.filter((row) => row.includes(id))).toEqual([]);
    expect(after.filter((row) => others.includes(row))).toEqual(others);
    await again.database.close();
    const third = await openFixture(url);
    expect(third.shredded).toEqual([]);
    await third.database.close();
  }, 60_000);
});

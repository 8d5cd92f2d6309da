/** Whether the database can be written now: what `/readyz` asks. */
import { rename } from "node:fs/promises";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/store/database.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { lockOutside } from "../../kit/lock-outside.ts";

eachDatabase((name, _open, freshUrl) => {
  it("it can, and it cannot while somebody else has it, and it can again", async () => {
    const url = await freshUrl();
    const database = await openDatabase({ url });
    try {
      await database.probe();
      const release = await lockOutside(url);
      const began = performance.now();
      await expect(database.probe()).rejects.toThrow();
      expect(performance.now() - began).toBeGreaterThan(1_000); // what lasts a moment is waited for
      // Reading goes on meanwhile: to ask for a row would have told nothing.
      await database.read((tx) => tx.federation.count());
      await release();
      await database.probe();
    } finally {
      await database.close();
    }
  });

  it("writes nothing, and stands in nobody's way", async () => {
    const database = await openDatabase({ url: await freshUrl() });
    try {
      const work = Array.from({ length: 20 }, (_, at) =>
        database.transaction((tx) => tx.fact.create({ data: { key: `fact ${at}`, sealed: "" } })),
      );
      await Promise.all([...work, ...Array.from({ length: 20 }, () => database.probe())]);
      expect(await database.read((tx) => tx.fact.count())).toBe(20);
    } finally {
      await database.close();
    }
  });

  if (name === "sqlite") {
    it("a file that is gone, or another one, cannot be written", async () => {
      const url = await freshUrl();
      const file = url.slice("file:".length);
      const database = await openDatabase({ url });
      try {
        await database.probe();
        await rename(file, `${file}.away`);
        await expect(database.probe()).rejects.toThrow();
        const other = await openDatabase({ url });
        await expect(database.probe()).rejects.toThrow(/another one/);
        await other.close();
      } finally {
        await database.close();
      }
    });
  }
});

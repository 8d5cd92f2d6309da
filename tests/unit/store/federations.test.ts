import { expect, it } from "vitest";
import { eachDatabase } from "../../kit/databases.ts";
import { PeopleStage } from "./people-stage.ts";

eachDatabase((_name, open) => {
  it("keeps settings, and lists federations for the operator", async () => {
    const database = await open();
    const stage = await PeopleStage.make(database);
    await PeopleStage.make(database, "Union");
    await stage.speaks("Ana");
    await stage.run(async ({ federations }) => {
      const changed = await federations.update(stage.federation, { name: "Big Alliance", smallestGroup: 3 });
      expect(changed).toMatchObject({
        name: "Big Alliance",
        smallestGroup: 3,
        stepMinutes: 5,
        vouches: 0,
        retentionDays: 90,
      });
      expect(await federations.find(stage.federation.id)).toMatchObject({ name: "Big Alliance" });
      expect(await federations.find("nothing")).toBeUndefined();
      const list = await federations.list();
      expect(list).toHaveLength(2);
      expect(list.find(({ id }) => id === stage.federation.id)).toMatchObject({
        name: "Big Alliance",
        cells: 1,
        people: 1,
      });
    });
  });

  it("shreds a federation whole, and leaves another one as it is", async () => {
    const database = await open();
    const [gone, kept] = [await PeopleStage.make(database), await PeopleStage.make(database, "Union")];
    for (const stage of [gone, kept]) {
      await stage.speaks("Ana");
      await stage.run(({ codes }) =>
        codes.issue("chat", { cellId: stage.cell.id }, (below) => stage.random.integer(below)),
      );
    }
    const counts = () =>
      kept.run(async ({ session: { tx } }) => {
        const mine = { where: { federationId: kept.federation.id } };
        const found = [];
        for (const [all, own] of [
          [tx.federation.count(), 1],
          [tx.sector.count(), tx.sector.count(mine)],
          [tx.cell.count(), tx.cell.count(mine)],
          [tx.chat.count(), tx.chat.count(mine)],
          [tx.person.count(), tx.person.count(mine)],
          [tx.identity.count(), tx.identity.count(mine)],
          [tx.code.count(), tx.code.count(mine)],
          [tx.membership.count(), 1],
          [tx.presence.count(), 1],
        ] as const) {
          found.push([await all, await own]);
        }
        return found;
      });
    expect(await gone.run(({ federations }) => federations.shred(gone.federation.id))).toBe(true);
    for (const [all, own] of await counts()) expect(all).toBe(own);
    await kept.run(async ({ federations, cells }) => {
      expect(await federations.find(gone.federation.id)).toBeUndefined();
      expect(await federations.shred(gone.federation.id)).toBe(false);
      expect(await cells.get(kept.cell.id)).toMatchObject({ name: "Depot 5" });
    });
    // What was read before cannot be read any more either.
    expect(() => gone.federation.sealer.seal("a name", "Federation.sealedName", gone.federation.id)).toThrow();
  });
});

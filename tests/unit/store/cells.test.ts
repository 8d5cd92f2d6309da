import { expect, it } from "vitest";
import { findWhereabouts } from "../../../src/store/whereabouts.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { PeopleStage } from "./people-stage.ts";

eachDatabase((_name, open) => {
  it("finds cells and sectors by name, whatever the case and the spaces, in their federation only", async () => {
    const database = await open();
    const [mine, theirs] = [await PeopleStage.make(database), await PeopleStage.make(database, "Union")];
    await theirs.anotherCell("Hospital");
    await mine.run(async ({ cells }) => {
      expect((await cells.byName("  depot   5 "))?.id).toBe(mine.cell.id);
      expect((await cells.sectorByName("TRANSPORT"))?.id).toBe(mine.sector.id);
      expect(await cells.byName("Hospital")).toBeUndefined();
    });
  });

  it("keeps what is set, and empties a place", async () => {
    const stage = await PeopleStage.make(await open());
    await stage.run(async ({ cells }) => {
      const changed = await cells.update(stage.cell, { name: "Depot Five", place: undefined, zone: "Europe/Rome" });
      expect(changed).toMatchObject({ name: "Depot Five", place: undefined, zone: "Europe/Rome", language: "en" });
      expect(await cells.byName("depot five")).toEqual(changed);
      expect(await cells.byName("Depot 5")).toBeUndefined();
    });
  });

  it("gives the chats of a cell, of sectors, and of the federation", async () => {
    const stage = await PeopleStage.make(await open());
    const { cell, chat } = await stage.anotherCell("Depot 6");
    await stage.run(async ({ cells }) => {
      const ids = async (of: Parameters<typeof cells.chats>[0]) => (await cells.chats(of)).map(({ id }) => id).sort();
      expect(await ids({ cell: cell.id })).toEqual([chat.id]);
      expect(await ids({ sectors: [stage.sector.id] })).toEqual([stage.chat.id, chat.id].sort());
      expect(await ids("federation")).toEqual([stage.chat.id, chat.id].sort());
      expect(await ids({ sectors: [] })).toEqual([]);
      expect(await cells.cellsPerSector()).toEqual(new Map([[stage.sector.id, 2]]));
    });
  });

  it("follows a chat to its new id, with its people and its cell", async () => {
    const stage = await PeopleStage.make(await open());
    await stage.speaks("Ana");
    expect(await stage.run(({ cells }) => cells.move(stage.chat, "supergroup"))).toBe(true);
    const where = (id: string) =>
      stage.run(({ session }) =>
        findWhereabouts(session, {
          platform: "telegram",
          account: "bot",
          chat: { id, kind: "group" },
          sender: { id: "id-Ana", name: "Ana" },
        }),
      );
    expect(await where("supergroup")).toMatchObject({
      chat: { id: stage.chat.id, ref: { id: "supergroup" } },
      known: { present: true, member: true },
    });
    expect((await where("chat of Alliance")).chat).toBeUndefined();
    const other = await stage.anotherCell("Depot 6");
    expect(await stage.run(({ cells }) => cells.move(other.chat, "supergroup"))).toBe(false);
  });

  it("lets a chat go, and keeps the members of its cell", async () => {
    const stage = await PeopleStage.make(await open());
    await stage.speaks("Ana");
    await stage.run(async ({ cells }) => {
      await cells.unbind(stage.chat);
      expect(await cells.chat(stage.chat.id)).toBeUndefined();
      expect(await cells.memberCount(stage.cell.id)).toBe(1);
    });
  });
});

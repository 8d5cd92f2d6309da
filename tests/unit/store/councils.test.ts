/** What becomes of councils when the key is replaced and when their federation is shredded. */
import { expect, it } from "vitest";
import { Councils } from "../../../src/store/councils.ts";
import { Federations } from "../../../src/store/federations.ts";
import { rotateMasterKey } from "../../../src/store/rotate.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { newestCode } from "../../kit/conversation.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage } from "../../kit/stage.ts";

const oldKey = new Uint8Array(32).fill(7); // that of the stage
const newKey = new Uint8Array(32).fill(8);

eachDatabase((_, open) => {
  it("is found by its name under a new master key, and gone with its federation", async () => {
    const database = await open();
    const stage = await Stage.open(database);
    const zoe = stage.chat("depot5").person("Zoe").administrates();
    await zoe.says("/setup federation:Alliance cell:Depot sector:transport");
    await zoe.says("/cell new Mill sector:transport");
    await zoe.says("/council new Valley cells:Depot, Mill");
    await stage
      .chat("valley")
      .person("Zoe")
      .says(`/council join ${newestCode(stage)}`);
    await stage.steward.stop();

    expect(await rotateMasterKey(database, oldKey, newKey)).toMatchObject({ federations: 1, chats: 2 });
    const keyring = openKeyring(newKey);
    await database.transaction(async (tx) => {
      const session = { tx, keyring, now: stage.clock.now(), newId: () => "id" };
      const { id } = await tx.federation.findFirstOrThrow();
      const federations = new Federations(session);
      const federation = await federations.find(id);
      if (federation === undefined) throw new Error("the federation is gone");
      const councils = new Councils(session, federation);
      const valley = await councils.byName("valley");
      expect(valley).toMatchObject({ name: "Valley" });
      expect((await councils.cells(valley?.id ?? "")).map(({ name }) => name)).toEqual(["Depot", "Mill"]);

      expect(await federations.shred(id)).toBe(true);
      expect(await tx.council.count()).toBe(0);
      expect(await tx.councilCell.count()).toBe(0);
      expect(await tx.chat.count()).toBe(0);
    });
  });
});

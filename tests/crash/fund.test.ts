/**
 * A fund, kept by a real process that is killed again and again while money comes in, help is asked for, and two approve it,
 * each more than once: every sum stands once, nothing goes out twice, and the book holds.
 */
import { expect, it } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { openDatabase } from "../../src/store/database.ts";
import { checkFunds } from "../../src/store/funds/check.ts";
import { eachDatabase } from "../kit/databases.ts";
import { event, Feeder } from "../kit/feeder.ts";

const ins = 40;
const asks = 12;
const kills = 4;
const day = 24 * 60 * 60_000;

eachDatabase((_, _open, freshUrl) => {
  it(`${ins} sums and ${asks} approvals by two survive ${2 * kills + 1} kills`, { timeout: 600_000 }, async () => {
    const url = await freshUrl();
    const feeder = new Feeder(url);
    await feeder.start();
    const say = (user: string, text: string): Promise<void> => feeder.ask(event("Depot", user, text));
    await say("zoe", "/setup federation:F cell:Depot sector:s zone:UTC language:en");
    await say("zoe", "/fund new Kasse currency:EUR");
    await say("zoe", "/role new Cash every:4w day:friday time:18:00");
    await say("ana", "/role join Cash");
    await say("zoe", "/cell settings treasurer Cash");
    await feeder.kill();

    const onDatabase = async <T>(
      work: (tx: Parameters<Parameters<Awaited<ReturnType<typeof openDatabase>>["transaction"]>[0]>[0]) => Promise<T>,
    ) => {
      const database = await openDatabase({ url });
      try {
        return await database.transaction(work);
      } finally {
        await database.close();
      }
    };
    // Ana's term has begun a day ago.
    await onDatabase(async (tx) => {
      const term = await tx.roleTerm.findFirstOrThrow();
      const { personId } = await tx.roleMember.findFirstOrThrow();
      const [from, to] = [new Date(Date.now() - day), new Date(Date.now() + day)];
      const { id: termId, roleId } = term;
      await tx.roleTerm.update({ where: { id: term.id }, data: { state: "begun", from, to } });
      await tx.roleTerm.create({
        data: { id: "next", roleId, index: 1, from: to, to: new Date(Date.now() + 30 * day) },
      });
      const held = { heldFrom: from, heldTo: to, changedAt: from };
      await tx.roleTurn.create({
        data: { id: "turn", roleId, termId, place: 0, personId, state: "accepted", ...held },
      });
    });

    await feeder.start();
    const money = Array.from({ length: ins }, (__, index) =>
      event("Depot", index % 2 === 0 ? "zoe" : "ana", `/fund in 1,50 Collection ${index}`),
    );
    await feeder.underFire(money, kills);
    const asked = Array.from({ length: asks }, (__, index) => event("Depot", `p${index}`, "/fund ask 2 Bread"));
    // All at once: there is one moment to die in.
    await feeder.underFire(asked, 1);
    await feeder.kill();
    const requests = await onDatabase((tx) => tx.fundRequest.findMany());
    expect(requests).toHaveLength(asks);

    await feeder.start();
    const approve = (user: string, id: string): Inbound => {
      const said = {
        type: "command",
        name: "fund",
        word: "approve",
        options: { request: `#${id}`, seen: "200" },
      } as const;
      return { ...event("Depot", user, ""), said };
    };
    const presses = requests.flatMap(({ id }) => ["ana", "zoe", "ana", "zoe"].map((user) => approve(user, id)));
    await feeder.underFire(presses, kills);
    await feeder.kill();

    await onDatabase(async (tx) => {
      const [fund] = await checkFunds(tx);
      expect(fund?.broken).toBeUndefined();
      const entries = fund?.entries ?? [];
      expect(entries.filter(({ kind }) => kind === "in")).toHaveLength(ins);
      expect(entries.filter(({ kind }) => kind === "hardship")).toHaveLength(asks);
      expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(ins * 150 - asks * 200);
      expect(await tx.fundRequest.count({ where: { state: "approved" } })).toBe(asks);
      expect(await tx.fundApproval.count()).toBe(0);
    });
    expect(feeder.problems).toEqual([]);
  });
});

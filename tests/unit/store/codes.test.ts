import { expect, it } from "vitest";
import { codePattern } from "../../../src/store/codes.ts";
import { keepHouse } from "../../../src/store/housekeeping.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { PeopleStage } from "./people-stage.ts";

const minute = 60_000;
const ana = { platform: "telegram", user: "id-Ana" };

eachDatabase((_name, open) => {
  const made = async (database?: Awaited<ReturnType<typeof open>>) => {
    const stage = await PeopleStage.make(database ?? (await open()));
    const issue = () =>
      stage.run(({ codes }) => codes.issue("chat", { cellId: stage.cell.id }, (below) => stage.random.integer(below)));
    const enter = (typed: string, who = ana) =>
      stage.run(({ federations }) => federations.enterCode("chat", typed, who));
    return { stage, issue, enter };
  };

  it("gives a code that is good once, as it was read out, and is not in the database", async () => {
    const { stage, issue, enter } = await made();
    const code = await issue();
    expect(code).toMatch(new RegExp(`^${codePattern.source}$`));
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    const entered = await enter(typed);
    expect(entered).toMatchObject({
      outcome: "found",
      code: { cellId: stage.cell.id, federationId: stage.federation.id },
    });
    if (entered.outcome !== "found") return;
    expect(await stage.run(({ codes }) => codes.use(entered.code))).toBe(true);
    expect(await stage.run(({ codes }) => codes.use(entered.code))).toBe(false);
    expect(await enter(code)).toEqual({ outcome: "used" });
    const rows = await stage.run(({ session }) => session.tx.code.findMany());
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it("ends after ten minutes", async () => {
    const { stage, issue, enter } = await made();
    const code = await issue();
    stage.clock.advanceTo(stage.clock.now() + 10 * minute - 1);
    const entered = await enter(code);
    expect(entered.outcome).toBe("found");
    stage.clock.advanceTo(stage.clock.now() + 1);
    expect(await enter(code)).toEqual({ outcome: "expired" });
    if (entered.outcome === "found") expect(await stage.run(({ codes }) => codes.use(entered.code))).toBe(false);
  });

  it("is of one kind and of one federation", async () => {
    const database = await open();
    const { stage, issue, enter } = await made(database);
    const other = await PeopleStage.make(database, "Union");
    const code = await issue();
    expect(await stage.run(({ federations }) => federations.enterCode("link", code, ana))).toEqual({
      outcome: "unknown",
    });
    const entered = await enter(code);
    if (entered.outcome !== "found") throw new Error(entered.outcome);
    expect(await other.run(({ codes }) => codes.use(entered.code))).toBe(false);
    expect(await stage.run(({ codes }) => codes.use(entered.code))).toBe(true);
  });

  it("lets each account be wrong five times an hour", async () => {
    const { stage, issue, enter } = await made();
    const code = await issue();
    for (let i = 0; i < 5; i++) expect(await enter(`WRONG${i}`)).toEqual({ outcome: "unknown" });
    expect(await enter(code)).toEqual({ outcome: "too-many", until: stage.clock.now() + 60 * minute });
    expect((await enter(code, { platform: "telegram", user: "id-Ben" })).outcome).toBe("found");
    stage.clock.advanceTo(stage.clock.now() + 60 * minute);
    expect(await enter(await issue())).toMatchObject({ outcome: "found" });
  });

  it("is removed a day after its time", async () => {
    const { stage, issue, enter } = await made();
    await issue();
    await enter("WRONG");
    const left = () =>
      stage.run(async ({ session }) => {
        await keepHouse(session);
        return session.tx.code.count();
      });
    stage.clock.advanceTo(stage.clock.now() + 24 * 60 * minute);
    expect(await left()).toBe(2);
    stage.clock.advanceTo(stage.clock.now() + 61 * minute);
    expect(await left()).toBe(0);
  });
});

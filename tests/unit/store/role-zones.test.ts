/** A zone whose law changes while terms are planned: their moments were computed when its clocks were to do something else. */
import { expect, it } from "vitest";
import { nextOccurrence, nextOccurrences } from "../../../src/domain/recurrence.ts";
import type { Role } from "../../../src/domain/roles.ts";
import { Roles } from "../../../src/store/roles/roles.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { PeopleStage } from "./people-stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

eachDatabase((_, open) => {
  const make = async () => {
    const stage = await PeopleStage.make(await open());
    const people = [await stage.speaks("Ana"), await stage.speaks("Ben")];
    const roles = <T>(work: (roles: Roles) => Promise<T>) =>
      stage.run(({ session }) => work(new Roles(session, stage.federation)));
    const role = await roles(async (store) => {
      const made = await store.create({
        owner: { cellId: stage.cell.id, councilId: undefined },
        name: "Keys",
        rule: { pattern: "FREQ=WEEKLY;BYDAY=FR", start: "2026-04-03", minute: 1080, zone: "Europe/Paris" },
        holders: 1,
        limit: 1,
        checklist: undefined,
        power: false,
      });
      for (const { id } of people) await store.join(made, id);
      return made;
    });
    const terms = () =>
      stage.run(({ session }) =>
        session.tx.roleTerm.findMany({ where: { roleId: role.id }, orderBy: { index: "asc" } }),
      );
    /** As if the moments that are not past had been computed with clocks that go so much otherwise. */
    const underAnotherLaw = (ms: number) =>
      stage.run(async ({ session }) => {
        const moved = (at: Date) => (at.getTime() > stage.clock.now() ? new Date(at.getTime() + ms) : at);
        for (const term of await session.tx.roleTerm.findMany({ where: { roleId: role.id } })) {
          await session.tx.roleTurn.updateMany({
            where: { termId: term.id, heldTo: term.to },
            data: { heldTo: moved(term.to) },
          });
          await session.tx.roleTerm.update({
            where: { id: term.id },
            data: { from: moved(term.from), to: moved(term.to) },
          });
        }
      });
    const step = () => roles((store) => store.step(role.id));
    return { stage, role, roles, terms, underAnotherLaw, step };
  };
  const expected = (role: Role, from: number) => nextOccurrences(role.rule, from, 2);

  it.each([-hour, hour])("a hand-over to come keeps its hour on the clock (%i ms)", async (ms) => {
    const { stage, role, terms, underAnotherLaw, step } = await make();
    const [from = 0, to = 0] = expected(role, stage.clock.now());
    await underAnotherLaw(ms);
    stage.clock.advanceTo(from - 7 * day);
    await step();
    expect((await terms()).map((term) => [term.from.getTime(), term.to.getTime()])).toEqual([[from, to]]);
    // And it is planned for then: at the hour that it was, and not before.
    const job = await stage.run(({ session }) => session.tx.job.findFirstOrThrow({ where: { kind: "role-step" } }));
    expect(job.dueAt.getTime()).toBeLessThanOrEqual(from);
    stage.clock.advanceTo(from - 1);
    await step();
    expect((await terms()).map(({ state }) => state)).toEqual(["planned"]);
    stage.clock.advanceTo(from);
    await step();
    expect((await terms()).map(({ state }) => state)).toEqual(["begun", "planned"]);
  });

  it("what has begun stays, its end moves, without a gap", async () => {
    const { stage, role, terms, underAnotherLaw, step } = await make();
    const [from = 0, to = 0] = expected(role, stage.clock.now());
    stage.clock.advanceTo(from);
    await step();
    await underAnotherLaw(hour);
    stage.clock.advanceTo(to - day);
    await step();
    const [running, coming] = await terms();
    expect(running?.from.getTime()).toBe(from);
    expect(running?.to.getTime()).toBe(to);
    expect([coming?.from.getTime(), coming?.to.getTime()]).toEqual([to, nextOccurrence(role.rule, to)]);
    expect(running?.sequence).toBeGreaterThan(0);
  });
});

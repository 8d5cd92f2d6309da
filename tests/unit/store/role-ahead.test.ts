/**
 * What is foreseen of a role is read once and reckoned ahead. The same as if it were asked anew for each term, which is
 * written here step by step.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { nextOccurrence } from "../../../src/domain/recurrence.ts";
import { roleJobs, type Foreseen, type NewRole, type Role } from "../../../src/domain/roles.ts";
import { plan, type LeaveOut, type Standing, type Why } from "../../../src/domain/rotation.ts";
import type { Session } from "../../../src/store/session.ts";
import { Roles } from "../../../src/store/roles/roles.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { recorded } from "../../../bench/record.ts";
import { PeopleStage } from "./people-stage.ts";

const day = 24 * 60 * 60_000;
const names = ["Ana", "Ben", "Cho", "Dee", "Eli"];

/** Term after term: asks for the pool once, and for all else anew. */
async function anew({ tx }: Session, role: Role, count: number): Promise<readonly Foreseen[]> {
  const coming = await tx.roleTerm.findFirstOrThrow({
    where: { roleId: role.id, state: "planned" },
    include: { turns: { orderBy: { id: "asc" } } },
  });
  const rows = await tx.roleMember.findMany({ where: { roleId: role.id, leftAt: null } });
  let pool: readonly Standing[] = rows.map(({ personId, terms, served, lastEnd, steady }) => ({
    id: personId,
    terms,
    served,
    lastEnd: lastEnd?.getTime(),
    steady,
  }));
  const owed = await tx.roleOffer.findMany({
    where: { roleId: role.id, kind: "swap", state: "agreed" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const credited = new Set<string>();
  for (const { personId, forId, term } of await tx.roleTurn.findMany({
    where: { roleId: role.id, credited: true, term: { index: { lt: coming.index } } },
    include: { term: true },
  }))
    credited.add(`${term.index} ${forId ?? personId ?? ""}`);
  const terms: Foreseen[] = [];
  let [from, to] = [coming.from, coming.to];
  for (let index = coming.index; terms.length < count; index++) {
    const turns = index === coming.index ? coming.turns : [];
    const time = { from: { lt: to }, to: { gt: from } };
    const away = await tx.absence.findMany({ where: time });
    const others = await tx.roleTurn.findMany({
      where: {
        role: { cellId: role.owner.cellId ?? "", id: { not: role.id }, endedAt: null },
        state: { in: ["asked", "accepted", "acting"] },
        term: { ...time, state: { in: ["planned", "begun"] } },
      },
      include: { term: true },
    });
    const ids = (states: readonly string[]) =>
      new Set(
        turns.filter(({ state }) => states.includes(state)).flatMap((one) => [one.personId ?? "", one.forId ?? ""]),
      );
    const inRow = (id: string): number => {
      let row = 0;
      while (credited.has(`${index - 1 - row} ${id}`) && row < role.limit) row++;
      return row;
    };
    const stands = turns.filter(({ state, second }) => ["asked", "accepted"].includes(state) && !second);
    const at = {
      away: new Set(away.map(({ personId }) => personId)),
      declined: ids(["declined", "withdrawn"]),
      busy: new Set(
        others.flatMap(({ personId, heldTo, term }) => (heldTo === null || heldTo >= term.to ? (personId ?? []) : [])),
      ),
      taken: ids(["asked", "accepted", "acting"]),
      inRow: new Map(pool.map(({ id }) => [id, inRow(id)])),
    };
    const places = Math.max(0, role.holders - stands.length);
    const planned = plan({ role: role.id, index, to: to.getTime(), places, limit: role.limit }, pool, at);
    pool = planned.pool;
    const busy = new Set([...planned.chosen.map(({ id }) => id), ...turns.map(({ personId }) => personId ?? "")]);
    const chosen = planned.chosen.map(({ id, why: { relaxed } }) => {
      const served = owed.findIndex(
        ({ fromId, toId }) =>
          toId === id && pool.some((one) => one.id === fromId) && !at.away.has(fromId) && !busy.has(fromId),
      );
      const [debt] = served < 0 ? [] : owed.splice(served, 1);
      if (debt !== undefined) busy.add(debt.fromId);
      return { personId: debt?.fromId ?? id, standinId: undefined, relaxed, accepted: false };
    });
    for (const one of stands) credited.add(`${index} ${one.forId ?? one.personId ?? ""}`);
    for (const { id } of planned.chosen) credited.add(`${index} ${id}`);
    const kept = [];
    for (const turn of stands.sort((a, b) => a.place - b.place || a.changedAt.getTime() - b.changedAt.getTime())) {
      const cover = await tx.roleOffer.findFirst({
        where: { turnId: turn.id, kind: "cover", state: "agreed", from: { lte: from }, to: { gt: from } },
      });
      const why = turn.why === null ? undefined : (JSON.parse(turn.why) as Why<LeaveOut>);
      kept.push({
        personId: turn.personId ?? "",
        standinId: cover?.toId,
        relaxed: why?.relaxed ?? [],
        accepted: turn.state === "accepted",
      });
    }
    terms.push({
      index,
      from: from.getTime(),
      to: to.getTime(),
      people: [...kept, ...chosen],
      empty: planned.empty,
    });
    [from, to] = [to, new Date(nextOccurrence(role.rule, to.getTime()))];
  }
  return terms;
}

/** What happens to the roles of a cell, before it is looked ahead. */
const events = fc.oneof(
  fc.record({ does: fc.constant("waits" as const), days: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ does: fc.constantFrom("accepts" as const, "cannot" as const) }),
  fc.record({ does: fc.constant("swaps" as const), with: fc.nat({ max: 4 }) }),
  fc.record({ does: fc.constant("is covered" as const), with: fc.nat({ max: 4 }) }),
  fc.record({
    does: fc.constant("is away" as const),
    who: fc.nat({ max: 4 }),
    from: fc.integer({ min: 1, max: 60 }),
    days: fc.integer({ min: 1, max: 20 }),
  }),
);

eachDatabase((provider, open) => {
  it("what is foreseen is what comes of asking anew for each term, and costs no more for many of them", async () => {
    const role = fc.record({
      holders: fc.constantFrom(1, 1, 2),
      limit: fc.constantFrom(1, 2),
      weeks: fc.constantFrom(1, 2),
      pool: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(role, role),
        fc.array(events, { maxLength: 14 }),
        fc.integer({ min: 1, max: 8 }),
        async (of, happens, count) => {
          const base = await PeopleStage.make(await open());
          const run = <T>(work: (roles: Roles, session: Session) => Promise<T>): Promise<T> =>
            base.run(({ session }) => work(new Roles(session, base.federation), session));
          const people: string[] = [];
          for (const name of names) people.push((await base.speaks(name)).id);
          const made: Role[] = [];
          for (const [index, { holders, limit, weeks, pool }] of of.entries()) {
            const rule = { pattern: `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=FR`, start: "2026-03-27", minute: 18 * 60 };
            const plain: NewRole = {
              owner: { cellId: base.cell.id, councilId: undefined },
              name: `Role ${index}`,
              rule: { ...rule, zone: "Europe/Paris" },
              holders,
              limit,
              checklist: undefined,
              power: false,
            };
            const one = await run((roles) => roles.create(plain));
            for (const at of pool) await run((roles) => roles.join(one, people[at] ?? ""));
            made.push(one);
          }
          const wait = async (until: number): Promise<void> => {
            for (;;) {
              const job = await run((_, { tx }) =>
                tx.job.findFirst({
                  where: { kind: roleJobs.step, dueAt: { lte: new Date(until) } },
                  orderBy: [{ dueAt: "asc" }, { key: "asc" }],
                }),
              );
              if (job === null) break;
              base.clock.advanceTo(Math.max(base.clock.now(), job.dueAt.getTime()));
              await run(async (roles, { tx }) => {
                await tx.job.delete({ where: { id: job.id } });
                await roles.step((JSON.parse(job.payload) as { role: string }).role);
              });
            }
            base.clock.advanceTo(until);
          };
          for (const event of happens) {
            if (event.does === "waits") await wait(base.clock.now() + event.days * day);
            await run(async (roles, { tx, now }) => {
              if (event.does === "is away") {
                const from = now + event.from * day;
                await roles.setAway(people[event.who] ?? "", from, from + event.days * day);
                return;
              }
              const wanted = event.does === "is covered" ? "accepted" : "asked";
              const turn = await tx.roleTurn.findFirst({
                where: { state: wanted, term: { state: "planned" } },
                include: { term: true },
                orderBy: { id: "asc" },
              });
              const [theirs, one] = [turn?.personId ?? "", made.find(({ id }) => id === turn?.roleId)];
              if (turn === null || one === undefined) return;
              if (event.does === "accepts") await roles.answer(turn.id, theirs, "accept");
              else if (event.does === "cannot") await roles.answer(turn.id, theirs, "cant");
              else if (event.does === "swaps" || event.does === "is covered") {
                const other = people[event.with] ?? "";
                const { from } = turn.term;
                const offered =
                  event.does === "swaps"
                    ? await roles.offerSwap(one, theirs, other)
                    : await roles.offerCover(one, theirs, other, from.getTime(), from.getTime() + day);
                if (offered.ok) await roles.agree(offered.offer.id, other);
              }
            });
          }
          for (const one of made) {
            const foreseen = await run((roles) => roles.preview(one, count));
            expect(foreseen).toEqual(await run((_, session) => anew(session, one, count)));
          }
          const cards = await run((roles) => roles.cards(made));
          for (const [index, one] of made.entries()) {
            expect(cards[index]).toEqual(await run((roles) => roles.card(one)));
            expect(cards[index]?.next).toEqual((await run((roles) => roles.preview(one, 1)))[0]);
          }
          if (provider !== "sqlite") return;
          const statements = async (work: (roles: Roles) => Promise<unknown>): Promise<number> =>
            (await recorded(async () => void (await run(work)))).flat().length;
          const [first, second] = made;
          if (first === undefined || second === undefined) throw new Error("there are no roles");
          const least = await statements((roles) => roles.preview(first, 1));
          expect(await statements((roles) => roles.preview(first, 26))).toBe(least);
          expect(await statements((roles) => roles.cards(made))).toBeLessThanOrEqual(least + 1);
        },
      ),
      { numRuns: provider === "sqlite" ? 40 : 6 },
    );
  }, 120_000);
});

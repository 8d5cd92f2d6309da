/** Seats on the real store: how many there are, who is in them when people go, come together, or are counted anew. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { seatsFor, type SeatRule } from "../../../src/domain/seats.ts";
import { Councils } from "../../../src/store/councils.ts";
import { Delegates } from "../../../src/store/delegates/delegates.ts";
import { Federations } from "../../../src/store/federations.ts";
import { People } from "../../../src/store/people/people.ts";
import type { ComingAndGoing } from "../../../src/store/coming-and-going.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import type { Session } from "../../../src/store/session.ts";
import type { Database } from "../../../src/store/database.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage } from "../../kit/stage.ts";

interface Store {
  readonly delegates: Delegates;
  readonly councils: Councils;
  readonly people: People;
  readonly comingAndGoing: ComingAndGoing;
  /** The two are one, as `/me link` makes them. */
  readonly merge: (first: string, second: string) => Promise<void>;
  readonly session: Session;
  readonly councilId: string;
  readonly cellId: string;
}

/** A council of two cells; `run` works on the first. */
async function town(database: Database) {
  const stage = await Stage.open(database);
  const zoe = stage.chat("depot").person("Zoe").administrates();
  await zoe.says("/setup federation:Alliance cell:Depot sector:transport zone:Europe/Paris");
  await zoe.says("/cell new Mill sector:transport");
  await zoe.says("/council new Valley cells:Depot, Mill");
  const run = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
    database.transaction(async (tx) => {
      const session = stage.steward.dispatch.sessionIn(tx);
      const federation = await new Federations(session).find((await tx.federation.findFirstOrThrow()).id);
      if (federation === undefined) throw new Error("there is no federation");
      const councilId = (await tx.council.findFirstOrThrow()).id;
      const cellId = (await tx.chat.findFirstOrThrow()).cellId ?? "";
      const [delegates, councils, people] = [
        new Delegates(session, federation),
        new Councils(session, federation),
        new People(session, federation),
      ];
      const { comingAndGoing } = withRepositories({}, session, federation);
      const merge = async (first: string, second: string) => {
        const [one, other] = [await people.get(first), await people.get(second)];
        if (one === undefined || other === undefined) throw new Error("somebody is not there");
        await comingAndGoing.becomeOne(one, other, new Map());
      };
      return work({ delegates, councils, people, comingAndGoing, merge, session, councilId, cellId });
    });
  /** So many members more, by their ids. */
  const grow = (count: number, prefix: string): Promise<readonly string[]> =>
    run(async ({ session: { tx, now }, cellId }) => {
      const { id: federationId } = await tx.federation.findFirstOrThrow();
      const ids = Array.from({ length: count }, (_, index) => `${prefix}${index}`);
      const createdAt = new Date(now);
      await tx.person.createMany({ data: ids.map((id) => ({ id, federationId, cellId, createdAt })) });
      await tx.membership.createMany({ data: ids.map((personId) => ({ personId, cellId, joinedAt: createdAt })) });
      return ids;
    });
  return { stage, run, grow };
}

const rules: fc.Arbitrary<SeatRule> = fc.oneof(
  fc.record({ kind: fc.constant("fixed" as const), seats: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant("members" as const),
    per: fc.integer({ min: 1, max: 6 }),
    cap: fc.integer({ min: 1, max: 6 }),
  }),
);

eachDatabase((provider, open) => {
  it("has as many seats as the rule gives, and nobody loses one because there are fewer", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(rules, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 1,
          maxLength: 5,
        }),
        async (steps) => {
          const { stage, run, grow } = await town(await open());
          let members = 1; // zoe
          const sitting = new Set<string>();
          for (const [step, [rule, more, chosen]] of steps.entries()) {
            const fresh = await grow(more, `p${step}-`);
            members += more;
            await run(async ({ delegates, councilId, cellId }) => {
              await delegates.setSeatRule(councilId, rule);
              expect(await delegates.seatRule(councilId)).toEqual(rule);
              const seats = await delegates.seatsOf(councilId, cellId);
              const filled = seats.filter(({ delegateId }) => delegateId !== undefined);
              expect(new Set(filled.map(({ delegateId }) => delegateId))).toEqual(sitting);
              const wanted = seatsFor(rule, members);
              // Empty ones only as far as the rule goes; those who sit beyond it stay.
              expect(seats.filter(({ number }) => number <= wanted)).toHaveLength(wanted);
              for (const seat of seats.filter(({ number }) => number > wanted)) expect(seat.delegateId).toBeDefined();
              const places = fresh.slice(0, Math.min(chosen, seats.length - filled.length));
              if (places.length === 0) return;
              for (const id of places) sitting.add(id);
              await delegates.install(councilId, cellId, {
                delegates: places,
                alternates: [],
                renews: false,
                until: undefined,
              });
            });
          }
          await stage.steward.stop();
        },
      ),
      { numRuns: provider === "sqlite" ? 12 : 4 },
    );
  });

  it("is told apart from others', and read at once", async () => {
    const { stage, run, grow } = await town(await open());
    const [ana = "", ben = "", cho = ""] = await grow(3, "p");
    await run(async ({ delegates, councils, councilId, cellId }) => {
      await delegates.setSeatRule(councilId, { kind: "fixed", seats: 2 });
      await delegates.install(councilId, cellId, {
        delegates: [ana],
        alternates: [ben],
        renews: false,
        until: undefined,
      });
      expect(await delegates.holds(councilId, ana)).toMatchObject([{ cellId, as: "delegate" }]);
      expect(await delegates.holds(councilId, ben)).toMatchObject([{ cellId, as: "alternate" }]);
      expect(await delegates.holds(councilId, cho)).toEqual([]);
      expect(await delegates.councilsOf(ben)).toEqual([councilId]);
      expect(await delegates.isDelegate(ben)).toBe(true);
      expect(await delegates.isDelegate(cho, councilId)).toBe(false);
      expect((await delegates.seats(councilId)).filter(({ delegate }) => delegate === ana)).toHaveLength(1);
      expect(await delegates.seats(councilId)).toHaveLength(4);
      expect((await delegates.emptySeats(councilId)).get(cellId)).toBe(1);
      const council = await councils.get(councilId);
      if (council === undefined) throw new Error("the council is gone");
      expect(await councils.levelOf({ id: ana, steward: false }, council)).toBe("delegate");
      expect(await councils.highestLevel({ id: ben, steward: false })).toBe("delegate");
      expect(await councils.levelOf({ id: cho, steward: false }, council)).toBe("member");
    });
    await stage.steward.stop();
  });

  it("passes to the one person whom two turn out to be, who has one place", async () => {
    const { stage, run, grow } = await town(await open());
    const [ana = "", ben = "", cho = "", dee = "", eli = ""] = await grow(5, "p");
    await run(async ({ delegates, merge, councilId, cellId }) => {
      await delegates.setSeatRule(councilId, { kind: "fixed", seats: 2 });
      const chosen = { delegates: [ana, ben], alternates: [cho, dee], renews: true, until: undefined };
      await delegates.install(councilId, cellId, chosen);
      // Ana and Dee are one: she keeps her seat, and stands in for nobody.
      await merge(ana, dee);
      expect(await delegates.seatsOf(councilId, cellId)).toMatchObject([
        { delegateId: ana, alternateId: cho },
        { delegateId: ben, alternateId: undefined },
      ]);
    });
    await run(async ({ delegates, comingAndGoing, merge, councilId, cellId }) => {
      const chosen = { delegates: [ana, ben], alternates: [cho, eli], renews: true, until: undefined };
      await delegates.setSeatRule(councilId, { kind: "fixed", seats: 2 });
      await delegates.install(councilId, cellId, chosen);
      // Ben and Ana are one: Ben's own alternate moves up.
      await merge(ana, ben);
      expect(await delegates.seatsOf(councilId, cellId)).toMatchObject([
        { delegateId: ana, alternateId: cho },
        { delegateId: eli, alternateId: undefined },
      ]);
      await comingAndGoing.cellLeavesCouncil(councilId, cellId);
      expect(await delegates.seatsOf(councilId, cellId)).toEqual([]);
    });
    await stage.steward.stop();
  });
});

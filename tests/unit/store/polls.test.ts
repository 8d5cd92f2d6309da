/** Elections and recalls on the real store: against a recount, and what is left of the ballots afterwards. */
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { SendError } from "../../../src/chat/adapter.ts";
import { choose, pollQuorum, type Scored } from "../../../src/domain/elections.ts";
import { openDatabase, type Database } from "../../../src/store/database.ts";
import { Delegates } from "../../../src/store/delegates/delegates.ts";
import { Federations, type FederationRecord } from "../../../src/store/federations.ts";
import { personRecord } from "../../../src/store/people/records.ts";
import { Polls } from "../../../src/store/polls/polls.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import type { Session } from "../../../src/store/session.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { allRows } from "../../kit/rows.ts";
import { Stage } from "../../kit/stage.ts";
import { lotsOf } from "../../../src/store/polls/records.ts";

const hour = 60 * 60_000;
const names = ["Ana", "Ben", "Cho", "Dee", "Eli", "Fay", "Gus"];

/** A council of two cells; in the first everybody of `names` and zoe. */
class Town {
  readonly stage: Stage;
  private constructor(stage: Stage) {
    this.stage = stage;
  }

  static async open(database: Database): Promise<Town> {
    const stage = await Stage.open(database);
    const zoe = stage.chat("depot").person("Zoe").administrates();
    await zoe.says("/setup federation:Alliance cell:Depot sector:transport zone:Europe/Paris");
    for (const name of names) await stage.chat("depot").person(name).says("/help");
    await zoe.says("/cell new Mill sector:transport");
    await zoe.says("/council new Valley cells:Depot, Mill");
    return new Town(stage);
  }

  who(name: string) {
    return this.stage.chat("depot").person(name);
  }

  run<T>(work: (store: { polls: Polls; delegates: Delegates; session: Session }) => Promise<T>): Promise<T> {
    return this.stage.database.transaction(async (tx) => {
      const session = this.stage.steward.dispatch.sessionIn(tx);
      const federation = await this.federation(session);
      return work({ polls: new Polls(session, federation), delegates: new Delegates(session, federation), session });
    });
  }

  async federation(session: Session): Promise<FederationRecord> {
    const { id } = await session.tx.federation.findFirstOrThrow();
    const found = await new Federations(session).find(id);
    if (found === undefined) throw new Error("there is no federation");
    return found;
  }

  /** The people of the cell, by name in the order of `names`. */
  people(): Promise<readonly { readonly id: string; readonly cellId: string | undefined }[]> {
    return this.run(async ({ session }) => {
      const federation = await this.federation(session);
      const rows = await session.tx.identity.findMany({ include: { person: true } });
      const byName = new Map(
        rows.map((row) => [federation.sealer.open(row.sealedName, "Identity.sealedName", row.id), row.person]),
      );
      return names.map((name) => {
        const person = byName.get(name);
        return { id: person?.id ?? "", cellId: person?.cellId ?? undefined };
      });
    });
  }
}

/** What somebody does: a ballot of some candidates, or none; or they go. */
interface Deed {
  readonly who: number;
  readonly ballot: readonly number[] | "withdraw" | "leave";
}

const deeds = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: names.length - 1 }),
    ballot: fc.oneof(
      { weight: 8, arbitrary: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }) },
      { weight: 2, arbitrary: fc.constant("withdraw" as const) },
      { weight: 1, arbitrary: fc.constant("leave" as const) },
    ),
  }),
  { minLength: 3, maxLength: 25 },
);

eachDatabase((provider, open, freshUrl) => {
  it("the result is what a recount of all that people did finds: repeated, withdrawn, late, gone", async () => {
    await fc.assert(
      fc.asyncProperty(
        deeds,
        deeds,
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 0, max: 2 }),
        async (first, second, seats, alternates) => {
          const town = await Town.open(await open());
          const { stage } = town;
          const people = await town.people();
          const poll = await town.run(async ({ polls, delegates, session }) => {
            const council = await session.tx.council.findFirstOrThrow();
            const cellId = people[0]?.cellId ?? "";
            await delegates.setSeatRule(council.id, { kind: "fixed", seats });
            const opened = await polls.openElection({
              councilId: council.id,
              cellId,
              seats,
              alternates,
              renews: false,
              until: undefined,
              lasts: undefined,
            });
            for (const one of people.slice(0, 4)) await polls.stand(opened, one, "standing");
            return opened;
          });
          const candidates = await town.run(({ polls }) => polls.candidates(poll.id));

          // The oracle: only what stands at the end, of who is still there.
          const gone = new Set<number>();
          const recount = (standing: ReadonlyMap<number, readonly number[]>, among: readonly number[]) =>
            among.map((index) => [...standing].filter(([who, of]) => !gone.has(who) && of.includes(index)).length);
          const play = async (of: readonly Deed[], round: number) => {
            const standing = new Map<number, readonly number[]>();
            for (const { who, ballot } of of) {
              const person = people[who];
              if (person === undefined) continue;
              if (ballot === "leave") {
                // Candidates stay: what becomes of them is another test's.
                if (round > 1 || who < 4 || gone.has(who)) continue;
                gone.add(who);
                await stage
                  .chat("depot")
                  .person(names[who] ?? "")
                  .leaves();
                continue;
              }
              if (gone.has(who)) continue;
              const choices = ballot === "withdraw" ? undefined : ballot.map((index) => candidates[index]?.id ?? "");
              const latest = await town.run(({ polls }) => polls.get(poll.id));
              if (latest === undefined) throw new Error("the election is gone");
              expect(await town.run(({ polls }) => polls.vote(latest, person, choices))).toBe("recorded");
              if (ballot === "withdraw") standing.delete(who);
              else standing.set(who, ballot);
            }
            return standing;
          };

          const ballots = await play(first, 1);
          await stage.wait(48 * hour - 1);
          stage.clock.advanceTo(poll.closesAt);
          // Too late: the time is over, even before the job has come round.
          const [late] = people;
          if (late !== undefined) {
            expect(await town.run(({ polls }) => polls.vote(poll, late, [candidates[3]?.id ?? ""]))).toBe("closed");
          }
          await stage.wait(0);

          const voted = [...ballots.keys()].filter((who) => !gone.has(who)).length;
          const members = names.length + 1 - gone.size;
          let after = await town.run(({ polls }) => polls.get(poll.id));
          if (!pollQuorum(voted, members)) {
            expect(after?.result).toMatchObject({ outcome: "no-quorum", voted, members });
            return;
          }
          const scores = recount(ballots, [0, 1, 2, 3]);
          let scored: Scored[] = scores.map((score, index) => ({
            id: String(index),
            number: index + 1,
            scores: [score],
          }));
          const once = choose(scored, { seats, alternates });
          let seed: string | undefined;
          if (once.state === "tie") {
            expect(after).toMatchObject({ round: 2, result: undefined });
            const again = await play(second, 2);
            await stage.wait(24 * hour);
            const tied = new Set(once.between);
            const more = recount(again, [0, 1, 2, 3]);
            scored = scored.map((one, index) => ({
              ...one,
              scores: [...one.scores, tied.has(one.id) ? (more[index] ?? 0) : 0],
            }));
            after = await town.run(({ polls }) => polls.get(poll.id));
            seed = after?.result?.seed;
          }
          const expected = choose(scored, { seats, alternates }, lotsOf(seed ?? ""));
          if (expected.state === "tie") throw new Error("a lot left a tie");
          const numbers = (ids: readonly string[]) => ids.map((id) => Number(id) + 1);
          expect(after?.result?.delegates ?? []).toEqual(numbers(expected.delegates));
          expect(after?.result?.alternates ?? []).toEqual(numbers(expected.alternates));
          expect(after?.result?.outcome).toBe(expected.delegates.length > 0 ? "chosen" : "nobody");
          expect(expected.drawn.length > 0).toBe(seed !== undefined);

          // They sit there, each once.
          const sitting = await town.run(({ delegates }) => delegates.seatsOf(poll.councilId, poll.cellId));
          const at = (index: string) => people[Number(index)]?.id;
          expect(sitting.flatMap(({ delegateId }) => delegateId ?? [])).toEqual(expected.delegates.map(at));
          const everybody = sitting.flatMap(({ delegateId, alternateId }) => [delegateId, alternateId]);
          const there = everybody.filter((id) => id !== undefined);
          expect(new Set(there).size).toBe(there.length);
          expect(await town.run(({ session }) => session.tx.pollBallot.count())).toBe(0);
          expect(stage.problems).toEqual([]);
          await stage.steward.stop();
        },
      ),
      { numRuns: provider === "sqlite" ? 12 : 4 },
    );
  });

  /** What the database files hold, byte by byte. */
  const bytesOf = (file: string): string =>
    [file, `${file}-wal`, `${file}-shm`]
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path).toString("latin1"))
      .join("\n");

  it("once it is closed, nothing in the database or its log file leads from a ballot to a person", async () => {
    const url = await freshUrl();
    const town = await Town.open(await openDatabase({ url }));
    const { stage } = town;
    await town.who("Zoe").says("/delegate choose");
    for (const name of ["Ana", "Ben"]) await town.who(name).says("/delegate stand");
    for (const [index, name] of names.entries()) await town.who(name).presses(index % 3 === 0 ? "Ana" : "Ben");
    await town.who("Gus").writes("/delegate vote 1,2");
    const ballots = await town.run(({ session }) => session.tx.pollBallot.findMany());
    const poll = await town.run(({ session }) => session.tx.poll.findFirstOrThrow());
    expect(ballots).toHaveLength(names.length);
    const traces = [...ballots.map(({ voter }) => voter), poll.sealedKey ?? ""];
    const file = url.slice("file:".length);
    if (provider === "sqlite") expect(traces.every((trace) => bytesOf(file).includes(trace))).toBe(true);

    // Somebody asked for their own answer, and cannot be reached.
    const adapter = stage.adapter("console");
    adapter.intercept = (outgoing) =>
      outgoing.type === "direct" || (outgoing.type === "message" && outgoing.chat.id.startsWith("direct:"))
        ? new SendError("limited", { retryAfterMs: 60 * hour })
        : undefined;
    const { dispatch } = stage.steward;
    await dispatch.receive({
      platform: "console",
      account: adapter.account,
      eventId: "asked",
      chat: { id: "direct:user-cho", kind: "direct" },
      sender: town.who("Cho").user,
      said: { type: "text", text: "/delegate vote", messageId: "own" },
    });
    const waiting = () => town.run(({ session }) => session.tx.outbox.findMany({ where: { state: "waiting" } }));
    const [asked] = await waiting();
    expect(asked).toBeDefined();

    stage.clock.advanceTo(poll.closesAt.getTime());
    await stage.steward.settle();
    expect((await waiting()).map(({ id }) => id)).not.toContain(asked?.id);
    adapter.intercept = undefined;
    stage.clock.advanceTo(stage.clock.now() + 61 * hour);
    await stage.wait(0);
    stage.chat("depot").shows(/Chosen: Ben[^]*2\. Ben: 5/);
    expect(await town.run(({ session }) => session.tx.pollBallot.count())).toBe(0);
    expect(await town.run(({ session }) => session.tx.poll.findFirstOrThrow())).toMatchObject({ sealedKey: null });
    const rows = (await allRows(stage.database)).join("\n");
    for (const trace of traces) expect(rows).not.toContain(trace);
    const left = await town.run(async ({ session }) => {
      const { sealer } = await town.federation(session);
      const buttons = await session.tx.button.findMany({ where: { federationId: { not: null } } });
      return buttons.filter(({ id, sealedAction }) =>
        sealer.open(sealedAction, "Button.sealedAction", id).includes(poll.id),
      );
    });
    expect(left).toEqual([]);
    if (provider === "sqlite") {
      const bytes = bytesOf(file);
      expect(traces.filter((trace) => bytes.includes(trace))).toEqual([]);
    }
    await stage.steward.stop();
  });

  it("nobody sees who accepted whom: not the steward, not in an export but one's own, not in the chat", async () => {
    const town = await Town.open(await open());
    await town.who("Zoe").says("/delegate choose");
    await town.who("Ana").says("/delegate stand");
    await town.who("Cho").presses("Ana").isToldPrivately(/Noted/);
    const exported = await town.run(async ({ session }) => {
      const { comingAndGoing } = withRepositories({}, session, await town.federation(session));
      const people = await session.tx.person.findMany();
      return Array.fromAsync(people, async (row) => (await comingAndGoing.export(personRecord(row)))["elections"]);
    });
    expect(JSON.stringify(exported)).not.toMatch(/Ana|approved|choices/);
    expect(exported.filter((one) => JSON.stringify(one).includes('"votedInOpenPollsOf":["'))).toHaveLength(1);
    const seen = town.stage.adapter("console").shown.filter(({ to }) => to !== "user-cho");
    expect(seen.map(({ text }) => text).join("\n")).not.toMatch(/Cho/);
    await town.stage.steward.stop();
  });

  it("goes with its retention, and with its federation", async () => {
    const town = await Town.open(await open());
    await town.who("Zoe").says("/delegate choose");
    await town.who("Ana").says("/delegate stand");
    await town.stage.wait(49 * hour);
    await town.stage.wait(89 * 24 * hour);
    expect(await town.run(({ session }) => session.tx.pollCandidate.count())).toBe(1);
    await town.stage.wait(2 * 24 * hour);
    expect(await town.run(({ session }) => session.tx.poll.count())).toBe(0);
    expect(await town.run(({ session }) => session.tx.pollCandidate.count())).toBe(0);

    await town.who("Zoe").says("/delegate choose");
    await town.who("Ben").says("/delegate stand");
    await town.run(async ({ session }) => new Federations(session).shred((await town.federation(session)).id));
    const left = await town.stage.database.transaction(async (tx) => [
      await tx.poll.count(),
      await tx.pollCandidate.count(),
      await tx.seat.count(),
    ]);
    expect(left).toEqual([0, 0, 0]);
    await town.stage.steward.stop();
  });
});

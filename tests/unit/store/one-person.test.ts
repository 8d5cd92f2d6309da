/** One person with two accounts that are linked while their councils meet, vote and choose: they count once. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { choices, moreThanHalf, type Choice } from "../../../src/domain/votes.ts";
import { usualQuorum } from "../../../src/domain/quorum.ts";
import { Assemblies } from "../../../src/store/assemblies/assemblies.ts";
import type { Database } from "../../../src/store/database.ts";
import { Councils } from "../../../src/store/councils.ts";
import { Delegates } from "../../../src/store/delegates/delegates.ts";
import { Federations, type FederationRecord } from "../../../src/store/federations.ts";
import { People } from "../../../src/store/people/people.ts";
import { Polls } from "../../../src/store/polls/polls.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import type { Session } from "../../../src/store/session.ts";
import { Votes } from "../../../src/store/votes.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage } from "../../kit/stage.ts";

const hour = 60 * 60_000;
const names = ["Ana", "Aya", "Ben", "Cho", "Dee"] as const;
type Name = (typeof names)[number];
const cellNames = ["Depot", "Clinic"] as const;

/** Two councils, Valley and Coast, of the same two cells; everybody is in both cells and counts in the first. */
class Town {
  readonly #stage: Stage;
  #ids: Readonly<Record<string, string>> = {};

  private constructor(stage: Stage) {
    this.#stage = stage;
  }

  static async open(database: Database): Promise<Town> {
    const stage = await Stage.open(database);
    const zoe = stage.chat("depot").person("Zoe").administrates();
    await zoe.says("/setup federation:Alliance cell:Depot sector:transport zone:Europe/Paris");
    for (const name of names) await stage.chat("depot").person(name).says("/help");
    await zoe.says("/cell new Clinic sector:transport");
    for (const council of ["Valley", "Coast"]) await zoe.says(`/council new ${council} cells:Depot, Clinic`);
    const town = new Town(stage);
    town.#ids = await town.run(async ({ session: { tx }, federation }) => {
      const rows = await tx.identity.findMany();
      const found = rows.map((row) => [
        federation.sealer.open(row.sealedName, "Identity.sealedName", row.id),
        row.personId,
      ]);
      return Object.fromEntries(found) as Record<string, string>; // an edge: pairs
    });
    return town;
  }

  id(name: Name): string {
    return this.#ids[name] ?? "";
  }

  name(id: string | undefined): string | undefined {
    return Object.entries(this.#ids).find(([, one]) => one === id)?.[0];
  }

  run<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return this.#stage.database.transaction(async (tx) => {
      const session = this.#stage.steward.dispatch.sessionIn(tx);
      const federation = await new Federations(session).find((await tx.federation.findFirstOrThrow()).id);
      if (federation === undefined) throw new Error("there is no federation");
      const councils = await new Councils(session, federation).list();
      const cells = await tx.cell.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      return work({
        session,
        federation,
        assemblies: new Assemblies(session, federation),
        votes: new Votes(session, federation),
        polls: new Polls(session, federation),
        delegates: new Delegates(session, federation),
        council: (name) => councils.find((one) => one.name === name)?.id ?? "",
        cell: (name) => cells[cellNames.indexOf(name)]?.id ?? "",
      });
    });
  }

  /** The two are one, as `/me link` makes them. */
  merge(first: Name, second: Name): Promise<void> {
    return this.run(async ({ session, federation }) => {
      const people = new People(session, federation);
      const [one, other] = [await people.get(this.id(first)), await people.get(this.id(second))];
      if (one === undefined || other === undefined) throw new Error("somebody is not there");
      await withRepositories({}, session, federation).comingAndGoing.becomeOne(one, other, new Map());
    });
  }

  /** An assembly of a council to which people can check in, with a vote. */
  async meeting(council: "Valley" | "Coast"): Promise<Meeting> {
    return this.run(async ({ assemblies, votes, ...store }) => {
      const rule = { pattern: "FREQ=WEEKLY;BYDAY=FR", start: "2026-03-27", minute: 1080, zone: "Europe/Paris" };
      const of = { name: "Assembly", rule, lengthMinutes: 60, quorum: usualQuorum, names: false };
      const assembly = await assemblies.createSeries(store.council(council), of);
      await assemblies.open(assembly.id);
      const vote = await votes.open(assembly, {
        text: "Shall we?",
        rule: { majority: moreThanHalf, base: "cast", by: "seats" },
        secret: true,
        itemId: undefined,
      });
      return { assembly: assembly.id, vote: vote.id };
    });
  }

  async answer({ assembly, vote }: Meeting, name: Name, choice: Choice | "leaves" | undefined): Promise<void> {
    await this.run(async ({ assemblies, votes, cell }) => {
      await assemblies.checkIn(assembly, this.id(name), cell("Depot"));
      const open = await votes.get(vote);
      if (choice === "leaves") await assemblies.checkOut(assembly, this.id(name));
      else if (choice !== undefined && open !== undefined) await votes.cast(open, this.id(name), choice);
    });
  }

  /** What the vote comes to, and who represents which seat. */
  close({ assembly, vote }: Meeting) {
    return this.run(async ({ assemblies, votes }) => {
      const [found, open] = [await assemblies.get(assembly), await votes.get(vote)];
      if (found === undefined || open === undefined) throw new Error("it is gone");
      const { represented } = await assemblies.standing(found);
      const result = (await votes.close(open))?.result;
      return { represented: represented.map((id) => this.name(id)), result };
    });
  }

  stop(): Promise<void> {
    return this.#stage.steward.stop();
  }
}

interface Store {
  readonly session: Session;
  readonly federation: FederationRecord;
  readonly assemblies: Assemblies;
  readonly votes: Votes;
  readonly polls: Polls;
  readonly delegates: Delegates;
  council(name: "Valley" | "Coast"): string;
  cell(name: (typeof cellNames)[number]): string;
}

interface Meeting {
  readonly assembly: string;
  readonly vote: string;
}

/** Where each account sits, if anywhere; what it said in the open vote. */
const place = fc.constantFrom("delegate", "alternate", "nowhere");
const said = fc.constantFrom<Choice | "leaves" | undefined>(...choices, "leaves", undefined);

eachDatabase((provider, open) => {
  it("counts once in an open vote, wherever both accounts sat and whatever they said", async () => {
    await fc.assert(
      fc.asyncProperty(place, place, said, said, async (first, second, anaSaid, ayaSaid) => {
        const town = await Town.open(await open());
        await town.run(async ({ delegates, council, cell }) => {
          const sits = (at: "Depot" | "Clinic", who: Name, as: typeof first, other: Name) =>
            delegates.install(council("Valley"), cell(at), {
              delegates: as === "delegate" ? [town.id(who)] : [town.id(other)],
              alternates: as === "alternate" ? [town.id(who)] : [],
              renews: true,
              until: undefined,
            });
          await sits("Depot", "Ana", first, "Ben");
          await sits("Clinic", "Aya", second, "Cho");
        });
        const meeting = await town.meeting("Valley");
        if (first !== "nowhere") await town.answer(meeting, "Ana", anaSaid);
        if (second !== "nowhere") await town.answer(meeting, "Aya", ayaSaid);
        await town.merge("Ana", "Aya");

        const { represented, result } = await town.close(meeting);
        expect(represented.filter((name) => name === "Aya")).toEqual([]);
        const gone = (as: string, what: unknown): boolean => as === "nowhere" || what === "leaves";
        const there = !gone(first, anaSaid) || !gone(second, ayaSaid);
        // Nobody else is there: the one person has one seat, if they have any that is not their delegate's.
        expect(represented.filter((name) => name !== undefined)).toEqual(there ? ["Ana"] : []);
        const counted = result === undefined ? 0 : result.yes + result.no + result.abstain;
        expect(counted).toBeLessThanOrEqual(there ? 1 : 0);
        const own = [first === "nowhere" ? undefined : anaSaid, second === "nowhere" ? undefined : ayaSaid].filter(
          (one) => one !== undefined && one !== "leaves",
        );
        // The first account's answer stands where both have one.
        if (there && own[0] !== undefined) expect(result).toMatchObject({ [own[0]]: 1 });
        expect(counted).toBe(there && own.length > 0 ? 1 : 0);
        await town.stop();
      }),
      {
        numRuns: provider === "sqlite" ? 15 : 5,
        examples: [
          ["delegate", "delegate", "yes", "no"],
          ["delegate", "delegate", "leaves", "yes"],
        ],
      },
    );
  });

  it("stands once in an election: who accepted either accepts the person, and their own two ballots are one", async () => {
    const town = await Town.open(await open());
    const poll = await town.run(async ({ polls, council, cell }) => {
      const made = await polls.openElection({
        councilId: council("Valley"),
        cellId: cell("Depot"),
        seats: 1,
        alternates: 1,
        renews: true,
        until: undefined,
        lasts: undefined,
      });
      const at = { cellId: cell("Depot") };
      for (const name of ["Ana", "Aya", "Ben"] as const) {
        expect(await polls.stand(made, { id: town.id(name), ...at }, "standing")).toBe("standing");
      }
      // She takes the one back, and stands with the other.
      await polls.withdraw(made, town.id("Ana"));
      const numbers = new Map((await polls.candidates(made.id)).map((one) => [town.name(one.personId), one.id]));
      const vote = async (name: Name, ...accepted: readonly Name[]) => {
        const choice = accepted.map((one) => numbers.get(one) ?? "");
        expect(await polls.vote(made, { id: town.id(name), ...at }, choice)).toBe("recorded");
      };
      await vote("Ana", "Ben");
      await vote("Aya", "Aya");
      await vote("Cho", "Aya", "Ana");
      await vote("Dee", "Ana");
      return made;
    });
    await town.merge("Ana", "Aya");
    await town.run(async ({ polls }) => {
      const candidates = await polls.candidates(poll.id);
      const standing = candidates.filter(({ state }) => state === "standing");
      expect(standing.map(({ personId }) => town.name(personId))).toEqual(["Ana", "Ben"]);
      expect(candidates.filter(({ personId }) => personId === town.id("Ana"))).toHaveLength(1);
      expect((await polls.turnout(poll)).voted).toBe(3);
    });
    const ended = await town.run(async ({ session, federation }) =>
      new Polls({ ...session, now: session.now + 49 * hour }, federation).end(poll.id),
    );
    // Ana: of Cho, once, and of Dee. Ben: of Ana herself, whose first ballot it is that stands.
    expect(ended?.poll.result).toMatchObject({ outcome: "chosen", voted: 3 });
    await town.run(async ({ polls, delegates, council, cell }) => {
      const scores = (await polls.candidates(poll.id)).filter(({ state }) => state === "standing");
      expect(scores.map(({ personId, scores: [first] }) => [town.name(personId), first])).toEqual([
        ["Ana", 2],
        ["Ben", 1],
      ]);
      const [seat] = await delegates.seatsOf(council("Valley"), cell("Depot"));
      expect([town.name(seat?.delegateId), town.name(seat?.alternateId)]).toEqual(["Ana", "Ben"]);
    });
    await town.stop();
  });

  it("sits in two councils of the same cells apart: what one takes back stays in the other", async () => {
    const town = await Town.open(await open());
    await town.run(async ({ delegates, council, cell }) => {
      for (const name of ["Valley", "Coast"] as const) {
        const alternates = name === "Valley" ? [town.id("Ben")] : [];
        const chosen = { delegates: [town.id("Ana")], alternates, renews: true, until: undefined };
        await delegates.install(council(name), cell("Depot"), chosen);
      }
      expect(await delegates.holds(council("Coast"), town.id("Ben"))).toEqual([]);
    });
    const [valley, coast] = [await town.meeting("Valley"), await town.meeting("Coast")];
    await town.answer(valley, "Ana", "yes");
    await town.answer(coast, "Ana", "no");
    await town.answer(valley, "Ben", "no");
    // She is recalled in the one, in the middle of both assemblies.
    await town.run(async ({ delegates, council, cell }) => {
      const [seat] = await delegates.seatsOf(council("Valley"), cell("Depot"));
      if (seat === undefined) throw new Error("there is no seat");
      await delegates.end(seat, "recalled");
    });
    expect(await town.close(valley)).toMatchObject({ result: { yes: 0, no: 1 } });
    const other = await town.close(coast);
    expect(other).toMatchObject({ result: { yes: 0, no: 1 } });
    expect(other.represented.filter((name) => name !== undefined)).toEqual(["Ana"]);
    await town.stop();
  });
});

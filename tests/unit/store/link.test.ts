/** Linking and unlinking on both databases: one person counts once, and the counters are those of a recount. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Drive } from "../../../src/domain/drives.ts";
import type { Answer } from "../../../src/domain/pledges.ts";
import { writeAnswer } from "../../../src/store/drives/records.ts";
import type { Links } from "../../../src/store/links.ts";
import type { Identity, Person } from "../../../src/store/people/records.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import { eachDatabase, type OpenFresh } from "../../kit/databases.ts";
import { pledgesIn } from "../../kit/answers.ts";
import { recount } from "../../kit/recount.ts";
import { keyring, PeopleStage, type Repositories } from "./people-stage.ts";

const grid = 5 * 60_000;
const day = 24 * 60 * 60_000;

/** Accounts in two cells of a federation, and drives. */
class Accounts {
  readonly stage: PeopleStage;
  readonly six: Awaited<ReturnType<PeopleStage["anotherCell"]>>;

  private constructor(stage: PeopleStage, six: Accounts["six"]) {
    this.stage = stage;
    this.six = six;
  }

  /** Accounts `a0` and `a1` are in Depot 5, `a2` and `a3` in Depot 6. */
  static async of(open: OpenFresh): Promise<Accounts> {
    const stage = await PeopleStage.make(await open());
    const six = await stage.anotherCell("Depot 6");
    const made = new Accounts(stage, six);
    for (const n of [0, 1, 2, 3]) {
      stage.clock.advanceTo(stage.clock.now() + 1);
      await stage.speaks(`a${n}`, n < 2 ? stage.chat : six.chat);
    }
    return made;
  }

  /** Others who count, so that there are units. */
  async crowd(people: number): Promise<void> {
    await this.run(async ({ session: { tx, now } }) => {
      const of = { federationId: this.stage.federation.id, createdAt: new Date(now) };
      await tx.person.createMany({
        data: Array.from({ length: people }, (_, n) => ({
          ...of,
          id: `other-${n}`,
          cellId: n % 2 === 0 ? this.stage.cell.id : this.six.cell.id,
        })),
      });
    });
  }

  run<T>(work: (repositories: Repositories & { readonly links: Links }) => Promise<T>): Promise<T> {
    return this.stage.run((repositories) =>
      work({ ...repositories, links: withRepositories({}, repositories.session, this.stage.federation).links }),
    );
  }

  drive(scope: "cell" | "federation", days: number): Promise<Drive> {
    return this.run(({ drives }) =>
      drives.create({
        question: "Shall we stop?",
        name: undefined,
        scope,
        cellId: this.stage.cell.id,
        sectors: [],
        createdById: "other-0",
        goal: { kind: "people", people: 10 },
        minimum: 0,
        reveal: "live",
        deadline: this.stage.clock.now() + days * day,
      }),
    );
  }

  async who(n: number): Promise<{ readonly person: Person; readonly account: Identity }> {
    return this.run(({ people }) => find(people, n));
  }

  async answer(drive: Drive, n: number, answer: Answer): Promise<string> {
    return this.run(async ({ drives, people }) => {
      const { person } = await find(people, n);
      return (await drives.answer((await drives.get(drive.id)) ?? drive, person, answer)).outcome;
    });
  }

  /** Links account `b` to the person of account `a`; `stands` chooses for each drive with two answers. */
  async link(a: number, b: number, stands: (drive: Drive) => "first" | "second" = () => "first") {
    return this.run(async ({ links, people }) => {
      const { person, account } = await find(people, a);
      const user = { id: `id-a${b}`, name: `a${b}`, username: `a${b}` };
      await links.request(
        { person, identity: account },
        { platform: "telegram", account: "bot", user, direct: `d${b}` },
      );
      let request = await links.pending(person.id);
      if (request === undefined) throw new Error("no request");
      const before = await links.outlook(person, request);
      for (const { drive, key } of before.contested) {
        request = await links.choose(person.id, request, drive.id, { stands: stands(drive), key });
      }
      expect((await links.outlook(person, request)).undecided).toEqual([]);
      return { ...(await links.link(person, request)), contested: before.contested.map(({ drive }) => drive.id) };
    });
  }

  async unlink(n: number): Promise<Person> {
    return this.run(async ({ links, people }) => {
      const { person, account } = await find(people, n);
      return links.unlink(person, account);
    });
  }
}

async function find(people: Repositories["people"], n: number) {
  const account = await people.account("telegram", `id-a${n}`);
  const person = account === undefined ? undefined : await people.get(account.personId);
  if (account === undefined || person === undefined) throw new Error(`nobody is a${n}`);
  return { person, account };
}

const inside: Answer = { scope: "none" };
const answers = fc.oneof(
  fc.constant<Answer>(inside),
  fc.constant<Answer>("withdrawn"),
  fc.record({ scope: fc.constantFrom("drive" as const, "sector" as const), others: fc.integer({ min: 1, max: 4 }) }),
);
const account = fc.nat(3);
const happenings = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant("answer" as const), who: account, drive: fc.nat(2), answer: answers }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("link" as const),
      who: account,
      other: account,
      stands: fc.constantFrom("first" as const, "second" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("unlink" as const), who: account }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move" as const), who: account, six: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("tick" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const) }) },
);

/** What each person has answered, by person and drive: kept beside the database in the plainest way. */
class Model {
  readonly #answers = new Map<string, Map<string, string>>();

  of(person: string): Map<string, string> {
    const found = this.#answers.get(person) ?? new Map<string, string>();
    this.#answers.set(person, found);
    return found;
  }

  link(first: string, second: string, stands: "first" | "second", open: ReadonlySet<string>): readonly string[] {
    const contested: string[] = [];
    for (const [drive, answer] of this.of(second)) {
      if (!open.has(drive)) continue;
      const mine = this.of(first).get(drive);
      if (mine !== undefined && mine !== answer) contested.push(drive);
      if (mine === undefined || stands === "second") this.of(first).set(drive, answer);
    }
    this.#answers.delete(second);
    return contested;
  }

  /** An answer to a drive of one cell stands only where the person counts in it. */
  drop(person: string, drive: string): void {
    this.of(person).delete(drive);
  }

  /** All answers to a drive, sorted. */
  all(drive: string): string[] {
    return [...this.#answers.values()].flatMap((mine) => mine.get(drive) ?? []).sort();
  }
}

eachDatabase((name, open) => {
  it("a person counts once, whatever is answered, linked and unlinked in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { minLength: 12, maxLength: 40 }), async (all) => {
        const accounts = await Accounts.of(open);
        await accounts.crowd(20);
        const { stage } = accounts;
        const drives = [
          await accounts.drive("federation", 9),
          await accounts.drive("cell", 9),
          await accounts.drive("federation", 8),
        ] as const;
        const [, ofFive, closing] = drives;
        const open_ = new Set(drives.map(({ id }) => id));
        const model = new Model();
        let frozen: unknown;
        for (const one of all) {
          if (one.do === "answer") {
            const drive = drives[one.drive] ?? closing;
            const { person } = await accounts.who(one.who);
            const had = model.of(person.id).get(drive.id) !== undefined;
            const outcome = await accounts.answer(drive, one.who, one.answer);
            // Who withdraws without an answer leaves none.
            const leaves = outcome === "recorded" && (had || one.answer !== "withdrawn");
            if (leaves) model.of(person.id).set(drive.id, writeAnswer(one.answer));
          } else if (one.do === "link") {
            const first = (await accounts.who(one.who)).person;
            const second = (await accounts.who(one.other)).person;
            if (first.id === second.id) continue;
            const { person, contested } = await accounts.link(one.who, one.other, () => one.stands);
            expect([...contested].sort()).toEqual([...model.link(first.id, second.id, one.stands, open_)].sort());
            expect(person.cellId).toBe(first.cellId ?? second.cellId);
            if (person.cellId !== stage.cell.id) model.drop(person.id, ofFive.id);
          } else if (one.do === "unlink") {
            const before = (await accounts.who(one.who)).person;
            if ((await accounts.run(({ people }) => people.identities(before.id))).length < 2) continue;
            const alone = await accounts.unlink(one.who);
            expect(alone.id).not.toBe(before.id);
            expect((await accounts.who(one.who)).person.id).toBe(alone.id);
          } else if (one.do === "move") {
            const cellId = one.six ? accounts.six.cell.id : stage.cell.id;
            const moved = await accounts.run(async ({ people, drives: all_ }) => {
              const { person } = await find(people, one.who);
              const counted = await people.countIn(await people.join(person, cellId), cellId);
              await all_.moved(counted);
              return counted;
            });
            if (one.six) model.drop(moved.id, ofFive.id);
          } else if (one.do === "tick") {
            const due = Math.floor(stage.clock.now() / grid) * grid + grid;
            stage.clock.advanceTo(due);
            for (const { id } of drives) await accounts.run(({ drives: all_ }) => all_.step(id, due));
          } else if (open_.delete(closing.id)) {
            await accounts.run(({ drives: all_ }) => all_.close(closing.id));
            frozen = await accounts.run(({ session: { tx } }) =>
              tx.driveCell.findMany({ where: { driveId: closing.id }, orderBy: { cellId: "asc" } }),
            );
          }
          await check(accounts, model, drives, open_);
          if (frozen !== undefined) {
            const now = await accounts.run(({ session: { tx } }) =>
              tx.driveCell.findMany({ where: { driveId: closing.id }, orderBy: { cellId: "asc" } }),
            );
            expect(now).toEqual(frozen);
          }
        }
      }),
      { numRuns: name === "sqlite" ? 25 : 6 },
    );
  });

  /** The database against the model, and its counters against its answers. */
  async function check(accounts: Accounts, model: Model, drives: readonly Drive[], isOpen: ReadonlySet<string>) {
    const { pledges, closedUnits, people } = await accounts.run(async ({ session: { tx } }) => ({
      pledges: await pledgesIn(tx, keyring),
      closedUnits: await tx.driveUnit.findMany({ where: { drive: { closedAt: { not: null } } } }),
      people: await tx.person.findMany({ include: { identities: true, memberships: true } }),
    }));
    for (const { id } of drives) {
      if (!isOpen.has(id)) continue;
      const standing = pledges.filter(({ driveId }) => driveId === id).map(({ answer }) => answer);
      expect(standing.sort()).toEqual(model.all(id));
    }
    for (const person of people.filter(({ identities }) => identities.length > 0)) {
      const mine = pledges.filter(({ personId, driveId }) => personId === person.id && isOpen.has(driveId));
      for (const pledge of mine) expect(pledge.cellId).toBe(person.cellId);
      if (person.cellId !== null) expect(person.memberships.map(({ cellId }) => cellId)).toContain(person.cellId);
    }
    expect(people.flatMap(({ identities }) => identities)).toHaveLength(4);
    // After the close `changed` counts something else (schema.prisma).
    const { mistakes } = await recount(accounts.stage.database, keyring);
    const known = mistakes.filter((one) => closedUnits.every(({ id }) => !one.startsWith(`changed in ${id}`)));
    expect(known).toEqual([]);
  }

  it("links nothing as long as somebody has to choose", async () => {
    const accounts = await Accounts.of(open);
    const drive = await accounts.drive("federation", 9);
    await accounts.answer(drive, 0, inside);
    await accounts.answer(drive, 1, { scope: "drive", others: 3 });
    const merging = accounts.run(async ({ comingAndGoing, people }) => {
      const [first, second] = [await find(people, 0), await find(people, 1)];
      return comingAndGoing.becomeOne(first.person, second.person, new Map());
    });
    await expect(merging).rejects.toThrow(/nobody chose/);
    expect((await accounts.who(0)).person.id).not.toBe((await accounts.who(1)).person.id);
    expect((await recount(accounts.stage.database, keyring)).standing).toEqual({ in: 1, "if:3": 1 });
  });

  it("keeps memberships, rights and what was made; settings are the first's; unlinking gives back what is the account's", async () => {
    const accounts = await Accounts.of(open);
    const { stage, six } = accounts;
    await accounts.run(async ({ people, cells }) => {
      const { person } = await find(people, 2);
      await people.setSteward(person, true);
      await people.update(person, { language: "es" });
      await cells.update(six.cell, { coordinatorId: person.id });
      await people.update((await find(people, 0)).person, { language: "en", quietFrom: 60, quietTo: 120 });
    });
    const { person } = await accounts.link(0, 2);
    expect(person).toMatchObject({ steward: true, language: "en", quietFrom: 60, cellId: stage.cell.id });
    await accounts.run(async ({ people, cells }) => {
      expect((await cells.ofPerson(person.id)).map(({ name: of }) => of)).toEqual(["Depot 5", "Depot 6"]);
      expect((await cells.get(six.cell.id))?.coordinatorId).toBe(person.id);
      expect(await people.isLastSteward(person)).toBe(true);
      expect(await people.memberCount(six.cell.id)).toBe(1);
    });
    await accounts.link(0, 3);
    const alone = await accounts.unlink(2);
    expect(alone).toMatchObject({ steward: false, cellId: six.cell.id, vouched: 0 });
    await accounts.run(async ({ people, cells }) => {
      expect(await people.get(person.id)).toMatchObject({ steward: true, cellId: stage.cell.id });
      expect((await cells.ofPerson(alone.id)).map(({ id }) => id)).toEqual([six.cell.id]);
      expect(await people.isMember(person.id, six.cell.id)).toBe(true); // they coordinate it
      await cells.update(six.cell, { coordinatorId: undefined });
    });
    await accounts.unlink(3);
    await accounts.run(async ({ people }) => {
      expect(await people.isMember(person.id, six.cell.id)).toBe(false);
      expect(await people.identities(person.id)).toHaveLength(1);
    });
  });

  it("vouches count once for each who vouches, and may be enough together", async () => {
    const accounts = await Accounts.of(open);
    const { stage } = accounts;
    await accounts.run(async ({ federations }) => {
      stage.federation = await federations.update(stage.federation, { vouches: 2 });
    });
    const drive = await accounts.drive("federation", 9);
    await stage.speaks("Xia");
    await stage.speaks("Yui");
    await accounts.run(async ({ people }) => {
      const [a, b, c] = [await find(people, 0), await find(people, 1), await find(people, 2)];
      const [x, y] = [await people.byAccount("telegram", "id-Xia"), await people.byAccount("telegram", "id-Yui")];
      if (x === undefined || y === undefined) throw new Error("nobody there");
      await people.vouch(x, a.person);
      await people.vouch(x, b.person);
      await people.vouch(a.person, b.person);
      await people.vouch(a.person, c.person);
      await people.vouch(b.person, c.person);
    });
    await accounts.answer(drive, 0, inside);
    const { person } = await accounts.link(0, 1);
    expect(person.vouched).toBe(1);
    expect((await accounts.who(2)).person.vouched).toBe(1);
    await accounts.run(async ({ people }) => {
      const y = await people.byAccount("telegram", "id-Yui");
      if (y !== undefined) await people.vouch(y, (await find(people, 3)).person);
    });
    const before = await accounts.run(({ drives }) => drives.own(drive, person.id));
    expect(before?.counted).toBe(false);
    const both = await accounts.link(0, 3);
    expect(both.person.vouched).toBe(2);
    expect(await accounts.run(({ drives }) => drives.own(drive, person.id))).toMatchObject({ counted: true });
    expect((await recount(stage.database, keyring)).mistakes).toEqual([]);
  });

  it("of two answers to a closed drive the person keeps one, and both stay counted", async () => {
    const accounts = await Accounts.of(open);
    const [drive, other] = [await accounts.drive("federation", 9), await accounts.drive("federation", 9)];
    await accounts.answer(drive, 0, inside);
    await accounts.answer(drive, 0, "withdrawn");
    await accounts.answer(drive, 1, inside);
    await accounts.answer(other, 0, inside);
    await accounts.answer(other, 1, { scope: "drive", others: 1 });
    await accounts.run(({ drives }) => drives.close(drive.id));
    await accounts.run(({ drives }) => drives.close(other.id));
    const histograms = () =>
      accounts.run(({ session: { tx } }) =>
        tx.driveCell.findMany({ orderBy: [{ driveId: "asc" }, { cellId: "asc" }] }),
      );
    const before = await histograms();
    const { person, contested } = await accounts.link(0, 1);
    expect(contested).toEqual([]);
    expect(await histograms()).toEqual(before);
    await accounts.run(async ({ drives, session: { tx } }) => {
      expect(await drives.own(drive, person.id)).toMatchObject({ answer: inside });
      expect(await drives.own(other, person.id)).toMatchObject({ answer: inside });
      expect(await tx.pledge.count()).toBe(4);
      expect(await tx.pledgeEvent.count({ where: { pledge: { personId: null } } })).toBe(0);
      expect(await drives.kept((await drives.get(drive.id)) ?? drive, person.id)).toBe("recorded");
    });
  });
});

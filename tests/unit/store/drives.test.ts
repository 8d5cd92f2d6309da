/** Pledge drives on both databases: counters against a recount, publication, the life of a drive. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { firm, readHistogram, type Answer, type CellPledges, type Histogram } from "../../../src/domain/pledges.ts";
import { noPledges, replace } from "../../../src/domain/pledges.ts";
import type { Cell } from "../../../src/store/cells.ts";
import { driveJobs, type Drive } from "../../../src/domain/drives.ts";
import { readAnswer, writeAnswer, type Answerer, type NewDrive } from "../../../src/store/drives/records.ts";
import type { Sealer } from "../../../src/store/sealing.ts";
import { openChange } from "../../../src/store/drives/answers.ts";
import { pledgesIn } from "../../kit/answers.ts";
import { eachDatabase, type OpenFresh } from "../../kit/databases.ts";
import { keyring, PeopleStage, type Repositories } from "./people-stage.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const grid = 5 * minute;

/** A federation with cells of the given sizes; people are called `cell-number`. */
class Crowd {
  readonly stage: PeopleStage;
  readonly cells: readonly Cell[];
  readonly people: Answerer[];

  constructor(stage: PeopleStage, cells: readonly Cell[], people: Answerer[]) {
    this.stage = stage;
    this.cells = cells;
    this.people = people;
  }

  static async of(open: OpenFresh, sizes: readonly number[]): Promise<Crowd> {
    const stage = await PeopleStage.make(await open());
    return stage.run(async ({ session, cells }) => {
      const made = [stage.cell];
      const health = await cells.createSector("health");
      for (let i = 1; i < sizes.length; i++) {
        const sectorId = i % 2 === 0 ? stage.sector.id : health.id;
        const of = { place: undefined, zone: "Europe/Paris", language: "en", coordinatorId: undefined };
        made.push(await cells.create({ name: `Cell ${i}`, sectorId, ...of }));
      }
      const people: Answerer[] = [];
      for (const [index, size] of sizes.entries()) {
        const cell = made[index] ?? stage.cell;
        for (let n = 0; n < size; n++) {
          const id = `${index}-${n}`;
          const row = { id, federationId: stage.federation.id, cellId: cell.id, createdAt: new Date(session.now) };
          await session.tx.person.create({ data: row });
          await session.tx.identity.create({ data: accountOf(row, stage.federation.sealer) });
          people.push({ id, cellId: cell.id, vouched: 0 });
        }
      }
      return new Crowd(stage, made, people);
    });
  }

  run<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return this.stage.run(work);
  }

  create(of: Partial<NewDrive> = {}): Promise<Drive> {
    return this.run(({ drives }) =>
      drives.create({
        question: "Shall we walk out?",
        name: undefined,
        scope: "federation",
        cellId: this.stage.cell.id,
        sectors: [],
        createdById: "0-0",
        goal: { kind: "people", people: 10 },
        minimum: 0,
        reveal: "live",
        deadline: this.stage.clock.now() + 7 * day,
        ...of,
      }),
    );
  }

  person(index: number): Answerer {
    const found = this.people[index % this.people.length];
    if (found === undefined) throw new Error("nobody there");
    return found;
  }

  answer(drive: Drive, index: number, answer: Answer) {
    return this.run(async ({ drives }) =>
      drives.answer((await drives.get(drive.id)) ?? drive, this.person(index), answer),
    );
  }

  /** Time passes to the next moment of the grid, and the step that fell due is taken. */
  async tick(drive: Drive) {
    const due = Math.floor(this.stage.clock.now() / grid) * grid + grid;
    this.stage.clock.advanceTo(due);
    return this.run(({ drives }) => drives.step(drive.id, due));
  }

  /** The drive's stored counters, and the same counted anew from the pledges. */
  async recount(drive: Drive) {
    return this.run(async ({ session: { tx } }) => {
      const cells = await tx.driveCell.findMany({ where: { driveId: drive.id } });
      const units = await tx.driveUnit.findMany({ where: { driveId: drive.id } });
      const all = await pledgesIn(tx, keyring);
      const pledges = all.filter(({ driveId }) => driveId === drive.id);
      const unitOf = new Map(cells.map(({ cellId, unitId }) => [cellId, unitId]));
      const counted = (cellId: string): Histogram =>
        pledges
          .filter((one) => one.cellId === cellId && one.counted)
          .reduce((sum, { answer }) => replace(sum, "withdrawn", readAnswer(answer)), noPledges);
      const changed = (unitId: string) =>
        pledges.filter(({ cellId, answer, atStep, step, awayUnitId, counted: counts }) => {
          if (awayUnitId !== null) return awayUnitId === unitId;
          const unit = units.find(({ id }) => id === unitId);
          if (unitOf.get(cellId) !== unitId || unit === undefined || step < unit.steps) return false;
          return (counts ? answer : "out") !== atStep;
        }).length;
      return {
        stored: {
          cells: cells.map(({ cellId, histogram, unvouched }) => ({
            cellId,
            histogram: readHistogram(histogram),
            unvouched,
          })),
          changed: units.map((unit) => unit.changed),
        },
        again: {
          cells: cells.map(({ cellId }) => ({
            cellId,
            histogram: counted(cellId),
            unvouched: pledges.filter((one) => one.cellId === cellId && !one.counted && one.answer !== "out").length,
          })),
          changed: units.map(({ id }) => changed(id)),
        },
      };
    });
  }
}

const answers = fc.oneof(
  fc.constant<Answer>({ scope: "none" }),
  fc.constant<Answer>("withdrawn"),
  fc.record({ scope: fc.constantFrom("drive" as const, "sector" as const), others: fc.integer({ min: 1, max: 12 }) }),
);

const happenings = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("answer" as const), who: fc.nat(40), answer: answers }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("tick" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move" as const), who: fc.nat(40), to: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), who: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("vouch" as const), who: fc.nat(40) }) },
);

/** An account of a person, as far as drives know accounts. */
const accountOf = ({ id, federationId }: { id: string; federationId: string }, sealer: Sealer) => ({
  id: `account of ${id}`,
  personId: id,
  federationId,
  platform: "telegram",
  account: "bot",
  lookup: `lookup of ${id}`,
  sealedRef: sealer.seal(JSON.stringify({ id }), "Identity.sealedRef", `account of ${id}`),
  sealedName: sealer.seal(id, "Identity.sealedName", `account of ${id}`),
  seenAt: new Date(0),
});

eachDatabase((name, open) => {
  it("counters equal a recount, whatever happens, and nothing below k is published", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { minLength: 10, maxLength: 40 }), async (all) => {
        const crowd = await Crowd.of(open, [12, 4, 3, 11]);
        await crowd.run(async ({ federations }) => {
          crowd.stage.federation = await federations.update(crowd.stage.federation, { vouches: 1 });
        });
        crowd.people.forEach((person, index) => {
          if (index % 4 > 0) crowd.people[index] = { ...person, vouched: 1 };
        });
        const drive = await crowd.create();
        for (const one of all) {
          if (one.do === "answer") await crowd.answer(drive, one.who, one.answer);
          else if (one.do === "tick") await crowd.tick(drive);
          else {
            const person = crowd.person(one.who);
            const index = crowd.people.indexOf(person);
            if (one.do === "withdraw") await crowd.run(({ drives }) => drives.withdrawAll(person.id));
            if (one.do === "vouch") {
              crowd.people[index] = { ...person, vouched: 1 };
              await crowd.run(({ drives }) => drives.vouchedFor(person.id));
            }
            if (one.do === "move") {
              const moved = { ...person, cellId: crowd.cells[one.to]?.id };
              crowd.people[index] = moved;
              await crowd.run(({ drives }) => drives.moved(moved));
            }
          }
          const { stored, again } = await crowd.recount(drive);
          expect(stored).toEqual(again);
          const seen = await crowd.run(({ drives }) => drives.figures(drive, undefined));
          expect(seen.firm === 0 || seen.firm >= 5).toBe(true);
          expect(seen.waiting === 0 || seen.waiting >= 5).toBe(true);
        }
        // The close is exact.
        const closed = await crowd.run(({ drives }) => drives.close(drive.id));
        const exact = await crowd.run(async ({ session: { tx } }) => {
          const rows = await tx.driveCell.findMany({ where: { driveId: drive.id } });
          const cells: CellPledges[] = rows.map((row) => ({
            id: row.cellId,
            sector: row.sectorId,
            histogram: readHistogram(row.histogram),
          }));
          return firm(cells).reached;
        });
        expect(closed?.drive.final?.firm).toBe(exact);
      }),
      { numRuns: name === "sqlite" ? 12 : 4 },
    );
  });

  it("keeps one standing answer, with each change as an event", async () => {
    const crowd = await Crowd.of(open, [3]);
    const drive = await crowd.create({ scope: "cell" });
    await crowd.answer(drive, 0, { scope: "none" });
    await crowd.answer(drive, 0, { scope: "none" });
    await crowd.answer(drive, 0, { scope: "sector", others: 2 });
    const { pledges, events } = await crowd.run(async ({ session: { tx } }) => ({
      pledges: await pledgesIn(tx, keyring),
      events: await tx.pledgeEvent.findMany(),
    }));
    expect(pledges.map(({ answer }) => answer)).toEqual(["if:2:sector"]);
    const changes = events.map((event) => openChange(crowd.stage, event).answer);
    expect(changes.sort()).toEqual(["if:2:sector", "in"]);
    const own = await crowd.run(({ drives }) => drives.own(drive, "0-0"));
    expect(own).toEqual({ answer: { scope: "sector", others: 2 }, counted: true, kept: false });
  });

  it("fixes units and a percentage when it opens", async () => {
    const crowd = await Crowd.of(open, [12, 4, 3, 11]);
    const drive = await crowd.create({ goal: { kind: "percent", percent: 50 } });
    expect([drive.goal, drive.goalPercent]).toEqual([15, 50]);
    const units = () => crowd.run(({ session: { tx } }) => tx.driveUnit.findMany({ orderBy: { id: "asc" } }));
    const before = await units();
    expect(before.map(({ members }) => members).sort((a, b) => a - b)).toEqual([7, 11, 12]);
    await crowd.run(async ({ session, cells }) => {
      const cell = { place: undefined, zone: "UTC", language: "en", coordinatorId: undefined };
      const late = await cells.create({ name: "Late", sectorId: crowd.stage.sector.id, ...cell });
      const row = {
        id: "late",
        federationId: crowd.stage.federation.id,
        cellId: late.id,
        createdAt: new Date(session.now),
      };
      await session.tx.person.create({ data: row });
      crowd.people.push({ id: "late", cellId: late.id, vouched: 0 });
    });
    expect(await crowd.answer(drive, crowd.people.length - 1, { scope: "none" })).toMatchObject({
      outcome: "recorded",
    });
    expect(await units()).toEqual(before);
    const closed = await crowd.run(({ drives }) => drives.close(drive.id));
    expect(closed?.drive.final).toEqual({ firm: 1, exact: true, goal: "missed" });
  });

  it("publishes at the next moment of the grid, and only then", async () => {
    const crowd = await Crowd.of(open, [12, 12]);
    const drive = await crowd.create({ goal: { kind: "people", people: 6 } });
    crowd.stage.clock.advanceTo(crowd.stage.clock.now() + 61_000);
    const jobs = () => crowd.run(({ session: { tx } }) => tx.job.findMany({ where: { kind: driveJobs.step } }));
    for (let i = 0; i < 4; i++) await crowd.answer(drive, i, { scope: "none" });
    expect(await jobs()).toEqual([]);
    await crowd.answer(drive, 4, { scope: "none" });
    await crowd.answer(drive, 5, { scope: "none" });
    expect((await jobs()).map(({ dueAt }) => dueAt.getTime() % grid)).toEqual([0]);
    const before = await crowd.run(({ drives }) => drives.figures(drive, undefined));
    expect(before.firm).toBe(0);
    expect((await crowd.tick(drive))?.goalReached).toBe(true);
    expect((await crowd.tick(drive))?.goalReached).toBe(false);
    const [outside, inside] = await crowd.run(async ({ drives }) => [
      await drives.figures(drive, crowd.cells[1]?.id),
      await drives.figures(drive, crowd.cells[0]?.id),
    ]);
    expect(outside).toMatchObject({ firm: 6, own: { firm: 0 } });
    expect(inside).toMatchObject({ firm: 6, own: { firm: 6 } });
  });

  it("compares with the answers at the last step, though no step writes them down", async () => {
    const crowd = await Crowd.of(open, [12, 12]);
    const drive = await crowd.create();
    const changed = () =>
      crowd.run(async ({ session: { tx } }) =>
        (await tx.driveUnit.findMany({ where: { driveId: drive.id } })).map((unit) => unit.changed).sort(),
      );
    for (let i = 0; i < 5; i++) await crowd.answer(drive, i, { scope: "none" });
    expect(await changed()).toEqual([0, 5]);
    await crowd.tick(drive);
    expect(await changed()).toEqual([0, 0]);
    await crowd.answer(drive, 0, "withdrawn");
    expect(await changed()).toEqual([0, 1]);
    await crowd.answer(drive, 0, { scope: "none" });
    expect(await changed()).toEqual([0, 0]);
    // Who goes and comes again five times is never five people: one while they are gone, and nobody once they are back.
    for (let i = 0; i < 5; i++) {
      await crowd.run(({ drives }) => drives.withdrawAll("0-1"));
      expect(await changed()).toEqual([0, 1]);
      await crowd.answer(drive, 1, { scope: "none" });
      expect(await changed()).toEqual([0, 0]);
    }
  });

  it("takes the sectors' minimum from what is published, and leaves open what that does not tell", async () => {
    const crowd = await Crowd.of(open, [12, 12]);
    const drive = await crowd.create({ goal: { kind: "people", people: 8 }, minimum: 3 });
    for (let i = 0; i < 6; i++) await crowd.answer(drive, i, { scope: "none" });
    for (let i = 12; i < 16; i++) await crowd.answer(drive, i, { scope: "none" });
    expect((await crowd.tick(drive))?.goalReached).toBe(false);
    const closed = await crowd.run(({ drives }) => drives.close(drive.id));
    expect(closed?.drive.final).toEqual({ firm: 10, exact: true, goal: "undecided" });
  });

  it("shows a cell's own line by the exact total once it is closed, and no sector's exact count in it", async () => {
    const crowd = await Crowd.of(open, [12, 12, 12]);
    const drive = await crowd.create();
    // In cell 0: one holds with three others in the whole drive, one with one other in the sector, which cell 2 shares.
    await crowd.answer(drive, 0, { scope: "drive", others: 3 });
    await crowd.answer(drive, 1, { scope: "sector", others: 2 });
    await crowd.answer(drive, 12, { scope: "none" });
    for (const index of [24, 25]) await crowd.answer(drive, index, { scope: "none" });
    const own = () =>
      crowd.run(async ({ drives }) => {
        const now = await drives.get(drive.id);
        return now === undefined ? undefined : (await drives.figures(now, crowd.cells[0]?.id)).own;
      });
    expect(await own()).toMatchObject({ firm: 0, waiting: 2 });
    const closed = await crowd.run(({ drives }) => drives.close(drive.id));
    expect(closed?.drive.final?.firm).toBe(5);
    expect(await own()).toMatchObject({ firm: 1, waiting: 1 });
  });

  it("knows at the opening how many count, and which sectors will show nothing", async () => {
    const crowd = await Crowd.of(open, [12, 3, 2]);
    const drive = await crowd.create({ minimum: 2 });
    const { sectorId } = crowd.cells[1] ?? crowd.stage.cell;
    expect(await crowd.run(({ drives }) => drives.prospects(drive))).toEqual({ members: 17, unshown: [sectorId] });
    const own = await crowd.create({ scope: "cell", minimum: 2 });
    expect(await crowd.run(({ drives }) => drives.prospects(own))).toEqual({ members: 12, unshown: [] });
  });

  it("announces the goal of one cell at the answer that met it, once", async () => {
    const crowd = await Crowd.of(open, [4]);
    const drive = await crowd.create({ scope: "cell", goal: { kind: "people", people: 2 } });
    expect(await crowd.answer(drive, 0, { scope: "drive", others: 1 })).toMatchObject({ goalReached: false });
    expect(await crowd.answer(drive, 1, { scope: "drive", others: 1 })).toMatchObject({ goalReached: true });
    expect(await crowd.answer(drive, 2, { scope: "none" })).toMatchObject({ goalReached: false });
  });

  it("refuses once it is closed, or past its deadline, and cells outside its scope", async () => {
    const crowd = await Crowd.of(open, [3, 3]);
    const drive = await crowd.create({ scope: "cell" });
    expect(await crowd.answer(drive, 3, { scope: "none" })).toEqual({ outcome: "elsewhere" });
    expect(
      await crowd.run(({ drives }) =>
        drives.answer(drive, { id: "0-0", cellId: undefined, vouched: 0 }, { scope: "none" }),
      ),
    ).toEqual({
      outcome: "elsewhere",
    });
    const other = await crowd.create({ scope: "cell" });
    await crowd.run(({ drives }) => drives.close(other.id));
    // Even a record read before the close does not get past it.
    expect(await crowd.run(({ drives }) => drives.answer(other, crowd.person(0), { scope: "none" }))).toEqual({
      outcome: "closed",
    });
    crowd.stage.clock.advanceTo(drive.deadline);
    expect(await crowd.answer(drive, 0, { scope: "none" })).toEqual({ outcome: "closed" });
    expect(await crowd.run(({ drives }) => drives.list(crowd.stage.cell.id))).toEqual([]);
  });

  it("records what was kept, and publishes it in steps of k", async () => {
    const crowd = await Crowd.of(open, [12, 12]);
    const drive = await crowd.create();
    for (let i = 0; i < 7; i++) await crowd.answer(drive, i, { scope: "none" });
    await crowd.tick(drive);
    const keep = (index: number) =>
      crowd.run(async ({ drives }) => drives.kept((await drives.get(drive.id)) ?? drive, crowd.person(index).id));
    expect(await keep(0)).toBe("open");
    await crowd.run(({ drives }) => drives.close(drive.id));
    expect(await keep(8)).toBe("no-pledge");
    const elsewhere = async () =>
      crowd.run(
        async ({ drives }) => (await drives.figures((await drives.get(drive.id)) ?? drive, crowd.cells[1]?.id)).sectors,
      );
    for (let i = 0; i < 4; i++) expect(await keep(i)).toBe("recorded");
    expect(await keep(0)).toBe("already");
    await crowd.tick(drive);
    expect((await elsewhere()).map(({ kept }) => kept)).toEqual([0, 0]);
    for (let i = 4; i < 6; i++) await keep(i);
    await crowd.tick(drive);
    expect((await elsewhere()).map(({ kept }) => kept).sort()).toEqual([0, 6]);
  });

  it("forgets a person: open answers are withdrawn, counts of closed drives stay", async () => {
    const crowd = await Crowd.of(open, [4]);
    const [past, now] = [await crowd.create({ scope: "cell" }), await crowd.create({ scope: "cell" })];
    for (const drive of [past, now]) await crowd.answer(drive, 0, { scope: "none" });
    await crowd.run(({ drives }) => drives.close(past.id));
    await crowd.run(async ({ people, comingAndGoing }) => {
      const person = await people.get("0-0");
      if (person !== undefined) await comingAndGoing.forget(person);
    });
    const left = await crowd.run(({ session: { tx } }) => tx.pledge.findMany({ include: { events: true } }));
    expect(left).toMatchObject([{ driveId: past.id, personId: null, events: [] }]);
    const seen = await crowd.run(async ({ drives }) =>
      Promise.all([drives.figures(past, crowd.stage.cell.id)]).then(async ([one]) => [
        one,
        await drives.figures(now, crowd.stage.cell.id),
      ]),
    );
    expect(seen.map((one) => one?.firm)).toEqual([1, 0]);
  });

  it("removes what is personal after the retention, and keeps the counts", async () => {
    const crowd = await Crowd.of(open, [4]);
    const drive = await crowd.create({ scope: "cell" });
    await crowd.answer(drive, 0, { scope: "none" });
    await crowd.run(({ drives }) => drives.close(drive.id));
    const planned = await crowd.run(({ session: { tx } }) => tx.job.findMany({ where: { kind: driveJobs.clear } }));
    expect(planned.map(({ dueAt }) => dueAt.getTime())).toEqual([crowd.stage.clock.now() + 90 * day]);
    await crowd.run(({ drives }) => drives.clear(drive.id));
    const after = await crowd.run(async ({ drives, session: { tx } }) => ({
      pledges: await tx.pledge.count(),
      events: await tx.pledgeEvent.count(),
      figures: await drives.figures((await drives.get(drive.id)) ?? drive, crowd.stage.cell.id),
      row: await tx.drive.findUnique({ where: { id: drive.id } }),
    }));
    expect(after).toMatchObject({ pledges: 0, events: 0, figures: { firm: 1 }, row: { createdById: null } });
    expect(await crowd.run(async ({ drives }) => drives.kept((await drives.get(drive.id)) ?? drive, "0-0"))).toBe(
      "cleared",
    );
  });

  it("reminds at most once a day", async () => {
    const crowd = await Crowd.of(open, [1]);
    const drive = await crowd.create();
    const remind = () => crowd.run(({ drives }) => drives.remind(drive));
    expect([await remind(), await remind()]).toEqual([true, false]);
    crowd.stage.clock.advanceTo(crowd.stage.clock.now() + day);
    expect(await remind()).toBe(true);
  });

  it("counts a person once when two of their accounts answer at the same time", async () => {
    const crowd = await Crowd.of(open, [6]);
    const drive = await crowd.create({ scope: "cell" });
    const all = [0, 0, 1, 1, 2, 2, 0, 1].map((who, i) =>
      crowd.answer(drive, who, i % 2 === 0 ? { scope: "none" } : { scope: "drive", others: 2 }),
    );
    await Promise.all(all);
    const { stored, again } = await crowd.recount(drive);
    expect(stored).toEqual(again);
  });

  it("needs few statements for an answer", async () => {
    const crowd = await Crowd.of(open, [12, 12]);
    const drive = await crowd.create();
    await crowd.answer(drive, 1, { scope: "none" });
    const statements = await crowd.run(async ({ session, drives }) => {
      const fresh = (await drives.get(drive.id)) ?? drive;
      let count = 0;
      const tx = new Proxy(session.tx, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key);
          if (key !== "$queryRaw" && key !== "$executeRaw") return value;
          count++;
          return value;
        },
      });
      const { Drives } = await import("../../../src/store/drives/drives.ts");
      await new Drives({ ...session, tx }, crowd.stage.federation).answer(fresh, crowd.person(0), { scope: "none" });
      return count;
    });
    // What stands, pledge, event, histogram, unit; its card is marked at the end, with others. PostgreSQL locks first.
    expect(statements).toBe(name === "sqlite" ? 5 : 6);
  });
});

it("stores answers as text and reads them back", () => {
  fc.assert(
    fc.property(answers, (answer) => {
      expect(readAnswer(writeAnswer(answer))).toEqual(answer);
    }),
  );
});

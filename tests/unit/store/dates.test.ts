/** What becomes of answers to proposed days where two things happen at once, and in a backup. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { answerFor } from "../../../src/domain/dates.ts";
import { Councils } from "../../../src/store/councils.ts";
import { openDatabase, type Database } from "../../../src/store/database.ts";
import { Dates } from "../../../src/store/dates.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { PeopleStage } from "./people-stage.ts";

interface Asked {
  readonly stage: PeopleStage;
  readonly dateId: string;
  /** Two people of the cell who have said that they can. */
  readonly people: readonly [string, string];
  readonly councilId: string;
}

async function asked(database: Database): Promise<Asked> {
  const stage = await PeopleStage.make(database);
  const people = [(await stage.speaks("Ana")).id, (await stage.speaks("Ben")).id] as const;
  return stage.run(async ({ session, cells }) => {
    const other = await cells.create({
      name: "Clinic",
      sectorId: stage.sector.id,
      place: undefined,
      zone: "Europe/Paris",
      language: "en",
      coordinatorId: undefined,
    });
    const councils = new Councils(session, stage.federation);
    const council = await councils.create({
      name: "Council",
      cellIds: [stage.cell.id, other.id],
      zone: "Europe/Paris",
      language: "en",
      coordinatorId: people[0],
    });
    const dates = new Dates(session, stage.federation);
    const of = await dates.propose(council.id, { what: "March", days: ["2026-05-01"], driveId: undefined });
    for (const id of people) await dates.answer(of, { id, cellId: stage.cell.id }, 0, "can");
    return { stage, dateId: of.id, people, councilId: council.id };
  });
}

/** One step of what becomes of people. */
const step = (one: unknown, of: object): Promise<unknown> => (one as (of: object) => Promise<unknown>)(of); // an edge: no step of dates is 'nothing' here

/**
 * Counts, and holds the transaction open until `meanwhile` has begun and waits. SQLite has one transaction at a time: there it
 * comes after.
 */
async function whileCounted({ stage, dateId }: Asked, meanwhile: (dates: Dates) => Promise<unknown>): Promise<void> {
  stage.clock.advanceTo(stage.clock.now() + answerFor);
  let counted: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (counted = resolve));
  const counting = stage.run(async ({ session }) => {
    expect(await new Dates(session, stage.federation).close(dateId)).toBeDefined();
    counted();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await begun;
  await Promise.all([counting, stage.run(({ session }) => meanwhile(new Dates(session, stage.federation)))]);
}

eachDatabase((provider, open, freshUrl) => {
  const left = (database: Database) => database.read((tx) => tx.dateAnswer.count());

  it("who goes while it is counted fails at nothing", async () => {
    const database = await open();
    const of = await asked(database);
    const [ana, ben] = of.people;
    await whileCounted(of, async ({ ofPersons }) => {
      await step(ofPersons.countsElsewhere, { person: { id: ana }, from: of.stage.cell.id });
      await step(ofPersons.forgotten, { person: { id: ben } });
    });
    expect(await left(database)).toBe(0);
  });

  it("two who become one while it is counted bring no answer back", async () => {
    const database = await open();
    const of = await asked(database);
    const [ana, ben] = of.people;
    await whileCounted(of, ({ ofPersons }) => step(ofPersons.becomesOne, { first: { id: ana }, second: ben }));
    expect(await left(database)).toBe(0);
  });

  it("what was said is left out of a backup", async () => {
    if (provider !== "sqlite") return;
    const url = await freshUrl();
    const database = await openDatabase({ url });
    await asked(database);
    const folder = await mkdtemp(join(tmpdir(), "steward-dates-"));
    const file = join(folder, "copy.db");
    await database.backup(file);
    expect(await left(database)).toBe(2);
    await database.close();
    const copy = await openDatabase({ url: `file:${file}` });
    expect(await left(copy)).toBe(0);
    expect(await copy.read((tx) => tx.dateProposal.count())).toBe(1);
    await copy.close();
    await rm(folder, { recursive: true, force: true });
  });
});

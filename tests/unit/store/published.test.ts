/**
 * What the store publishes is what the rules say (tests/kit/drive-book.ts, whose own properties are in
 * tests/unit/domain/publication.test.ts), whatever people do: twenty thousand happenings, and what everybody is shown meanwhile.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Drive, Figures } from "../../../src/domain/drives.ts";
import type { Answer, OfWay } from "../../../src/domain/pledges.ts";
import type { Cell } from "../../../src/store/cells.ts";
import type { Answerer } from "../../../src/store/drives/records.ts";
import { eachDatabase, type OpenFresh } from "../../kit/databases.ts";
import { DriveBook } from "../../kit/drive-book.ts";
import { PeopleStage, type Repositories } from "./people-stage.ts";

const minute = 60_000;
const grid = 5 * minute;
const day = 24 * 60 * minute;
const sizes = [12, 11, 6, 6, 3];
const people = sizes.reduce((sum, size) => sum + size, 0);
/** Of whom nobody vouches: every third. */
const unvouched = Array.from({ length: people }, (_, who) => who).filter((who) => who % 3 === 0);

type Event =
  | { readonly do: "answer"; readonly who: number; readonly answer: Answer }
  | { readonly do: "counts"; readonly who: number; readonly cell: number }
  | { readonly do: "leaves" | "forgets"; readonly who: number }
  | { readonly do: "link"; readonly who: number; readonly other: number; readonly stands: "first" | "second" }
  | { readonly do: "unlink"; readonly who: number; readonly cell: number }
  | { readonly do: "vouching"; readonly on: boolean }
  | { readonly do: "sector"; readonly cell: number }
  | { readonly do: "tick" };

const who = fc.nat(people - 1);
const cell = fc.nat(sizes.length - 1);
const anAnswer = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Answer>({ scope: "none" }) },
  { weight: 2, arbitrary: fc.constant<Answer>("withdrawn") },
  { weight: 2, arbitrary: fc.constantFrom<Answer>({ scope: "way", way: 1 }, { scope: "way", way: 2 }) },
  {
    weight: 2,
    arbitrary: fc.record({
      scope: fc.constantFrom("drive" as const, "sector" as const),
      others: fc.integer({ min: 1, max: 20 }),
    }),
  },
);
const anEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ do: fc.constant("answer" as const), who, answer: anAnswer }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("counts" as const), who, cell }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom("leaves" as const, "forgets" as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("link" as const),
      who,
      other: who,
      stands: fc.constantFrom("first" as const, "second" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unlink" as const), who, cell }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("vouching" as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("sector" as const), cell }) },
  { weight: 6, arbitrary: fc.constant({ do: "tick" as const }) },
);

/** A federation with five cells in three sectors, a drive of it, and the same drive by the rules alone. */
class Field {
  readonly stage: PeopleStage;
  readonly cells: readonly Cell[];
  readonly sectors: readonly string[];
  /** Where each account counts now; undefined where nobody has it, or somebody else does. */
  readonly where: (number | undefined)[] = sizes.flatMap((size, at) => Array.from({ length: size }, () => at));
  /** The person of each account; a new one each time they come back. */
  readonly ids: string[] = [];
  /** Which other account a person has. */
  readonly linked = new Map<number, number>();
  drive: Drive | undefined;
  book: DriveBook | undefined;
  #persons = 0;

  private constructor(stage: PeopleStage, cells: readonly Cell[], sectors: readonly string[]) {
    this.stage = stage;
    this.cells = cells;
    this.sectors = sectors;
  }

  static async of(open: OpenFresh): Promise<Field> {
    const stage = await PeopleStage.make(await open());
    const field = await stage.run(async ({ cells }) => {
      const health = await cells.createSector("health");
      const schools = await cells.createSector("schools");
      const made = [stage.cell];
      for (const [i, sectorId] of [health.id, health.id, health.id, schools.id].entries()) {
        const of = { place: undefined, zone: "Europe/Paris", language: "en", coordinatorId: undefined };
        made.push(await cells.create({ name: `Cell ${String(i + 1)}`, sectorId, ...of }));
      }
      return new Field(stage, made, [stage.sector.id, health.id, schools.id]);
    });
    await stage.run(async (repositories) => {
      for (let one = 0; one < people; one++) await field.#appears(repositories, one);
    });
    return field;
  }

  person(one: number): Answerer {
    const at = this.where[one];
    return {
      id: this.ids[one] ?? "",
      cellId: at === undefined ? undefined : this.cells[at]?.id,
      vouched: unvouched.includes(one) ? 0 : 1,
    };
  }

  /** An account speaks for the first time, or again after it was forgotten. */
  async #appears({ session }: Repositories, one: number): Promise<void> {
    const id = `p${String(one)}-${String(this.#persons++)}`;
    this.ids[one] = id;
    const federationId = this.stage.federation.id;
    const { cellId = null, vouched } = this.person(one);
    await session.tx.person.create({ data: { id, federationId, cellId, vouched, createdAt: new Date(session.now) } });
    const account = { platform: "telegram", account: "bot", lookup: `account ${String(one)}` };
    const { sealer } = this.stage.federation;
    const accountId = `a${String(one)}`;
    const row = { ...account, personId: id, seenAt: new Date(session.now) };
    await session.tx.identity.upsert({
      where: { lookup_federationId: { lookup: account.lookup, federationId } },
      create: {
        id: accountId,
        federationId,
        sealedRef: sealer.seal(JSON.stringify({ id: account.lookup }), "Identity.sealedRef", accountId),
        sealedName: sealer.seal("somebody", "Identity.sealedName", accountId),
        ...row,
      },
      update: row,
    });
  }

  /** Opens a drive of everything there is, as people stand now. */
  async opens(scope: "federation" | "sector", goal: number, minimum: number): Promise<void> {
    const members = sizes.map((_, at) => this.where.filter((there) => there === at).length);
    const rows = await this.stage.run(({ session: { tx } }) => tx.cell.findMany());
    const sectorOf = new Map(rows.map(({ id, sectorId }) => [id, sectorId]));
    this.drive = await this.stage.run(({ drives }) =>
      drives.create({
        question: "Shall we?",
        name: undefined,
        scope,
        cellId: this.stage.cell.id,
        sectors: scope === "sector" ? this.sectors : [],
        createdById: this.ids[0] ?? "",
        goal: { kind: "people", people: goal },
        minimum,
        reveal: "live",
        ways: ["Stay out", "Wear a badge", "Come at lunch"],
        deadline: this.stage.clock.now() + 400 * day,
      }),
    );
    const inUse = new Set(sectorOf.values());
    this.book = new DriveBook({
      cells: this.cells.map(({ id }, at) => ({ id, sector: sectorOf.get(id) ?? "", members: members[at] ?? 0 })),
      people: this.where.map((at) => at ?? -1),
      k: 5,
      target: { people: goal, minimum: new Map(minimum === 0 ? [] : [...inUse].map((id) => [id, minimum])) },
      whole: scope === "federation",
    });
    // Who counts nowhere is in no cell of the book either.
    this.where.forEach((at, one) => {
      if (at === undefined) this.book?.happens({ do: "move", who: one, cell: undefined });
    });
    this.#vouching();
  }

  #vouching(): void {
    this.book?.happens({ do: "vouching", apart: this.stage.federation.vouches > 0 ? unvouched : [] });
  }

  /** Whether an account is its person's only one, and its person is somebody. */
  #alone(one: number): boolean {
    return !this.linked.has(one) && ![...this.linked.values()].includes(one);
  }

  async happens(repositories: Repositories, event: Exclude<Event, { do: "tick" }>): Promise<void> {
    const { drives, comingAndGoing, session, federations, cells } = repositories;
    const { drive, book } = this;
    if (drive === undefined || book === undefined) return;
    if (event.do === "vouching") {
      this.stage.federation = await federations.update(this.stage.federation, { vouches: event.on ? 1 : 0 });
      return; // counted anew in a transaction of its own, with the repositories of the federation as it is then
    }
    if (event.do === "sector") {
      const moved = this.cells[event.cell];
      const [first = "", second = ""] = this.sectors;
      if (moved !== undefined) await cells.update(moved, { sectorId: session.now % 2 === 0 ? first : second });
      return;
    }
    const one = event.who;
    if ([...this.linked.values()].includes(one) && event.do !== "unlink") return; // that account is another person's
    if (event.do === "answer") {
      if (this.where[one] === undefined) {
        this.where[one] = one % sizes.length;
        if (this.ids[one] === "") await this.#appears(repositories, one);
        await this.#counts(repositories, one);
      }
      await drives.answer((await drives.get(drive.id)) ?? drive, this.person(one), event.answer);
      book.happens({ do: "answer", who: one, answer: event.answer });
    } else if (event.do === "counts") {
      if (this.where[one] === undefined) return;
      this.where[one] = event.cell;
      await this.#counts(repositories, one);
    } else if (event.do === "leaves" || event.do === "forgets") {
      if (!this.#alone(one) || this.where[one] === undefined) return;
      this.where[one] = undefined;
      if (event.do === "leaves") await this.#counts(repositories, one);
      else {
        const person = await repositories.people.get(this.ids[one] ?? "");
        if (person !== undefined) await comingAndGoing.forget(person);
        this.ids[one] = "";
        book.happens({ do: "move", who: one, cell: undefined });
      }
    } else if (event.do === "link") await this.#link(repositories, event);
    else if (event.do === "unlink") await this.#unlink(repositories, event);
  }

  async #counts({ drives, session: { tx } }: Repositories, one: number): Promise<void> {
    const person = this.person(one);
    await tx.person.update({ where: { id: person.id }, data: { cellId: person.cellId ?? null } });
    await drives.moved(person);
    this.book?.happens({ do: "move", who: one, cell: this.where[one] });
  }

  async #link(repositories: Repositories, { who: one, other, stands }: Event & { do: "link" }): Promise<void> {
    const { drives, comingAndGoing, people: persons } = repositories;
    const { drive, book } = this;
    if (one === other || !this.#alone(one) || !this.#alone(other) || drive === undefined) return;
    if (this.where[one] === undefined || this.where[other] === undefined) return;
    const [mine, theirs] = [
      await drives.own(drive, this.ids[one] ?? ""),
      await drives.own(drive, this.ids[other] ?? ""),
    ];
    const [first, second] = [await persons.get(this.ids[one] ?? ""), await persons.get(this.ids[other] ?? "")];
    // Whose answer it is, is one account's in the book: both have to have answered, and to be vouched for alike.
    if (!mine || !theirs || !first || !second || this.person(one).vouched !== this.person(other).vouched) return;
    await comingAndGoing.becomeOne(first, second, new Map([[drive.id, stands]]));
    // Nobody's vouch stands in a table here.
    const { vouched } = this.person(one);
    await repositories.session.tx.person.update({ where: { id: first.id }, data: { vouched } });
    book?.happens({ do: "move", who: other, cell: undefined });
    if (stands === "second") book?.happens({ do: "answer", who: one, answer: theirs.answer });
    this.where[other] = undefined;
    this.ids[other] = "";
    this.linked.set(one, other);
  }

  async #unlink(repositories: Repositories, { who: one, cell: at }: Event & { do: "unlink" }): Promise<void> {
    const other = this.linked.get(one);
    if (other === undefined) return;
    this.linked.delete(one);
    this.where[other] = at;
    await this.#appears(repositories, other);
    this.book?.happens({ do: "move", who: other, cell: at });
  }

  async recounts(): Promise<void> {
    await this.stage.run(({ drives }) => drives.vouchingChanged());
    this.#vouching();
  }

  figures(at?: number): Promise<Figures | undefined> {
    return this.stage.run(async ({ drives }) => {
      const drive = await drives.get(this.drive?.id ?? "");
      return drive && drives.figures(drive, at === undefined ? undefined : this.cells[at]?.id);
    });
  }
}

/** People in the second and the third way. */
const byPlace = (ways: readonly OfWay[]): readonly number[] =>
  [1, 2].map((wanted) => ways.find(([one]) => one === wanted)?.[1] ?? 0);

/** What the book shows, in the store's form. */
const shownBy = (book: DriveBook) => ({
  firm: book.published.all.firm,
  waiting: book.published.all.waiting,
  ways: byPlace(book.published.ways),
  sectors: [...book.published.sectors].filter(([, { firm, waiting }]) => firm + waiting > 0).sort(),
});
const shownIn = (figures: Figures | undefined) =>
  figures && {
    firm: figures.firm,
    waiting: figures.waiting,
    ways: figures.ways,
    sectors: figures.sectors
      .filter(({ firm, waiting }) => firm + waiting > 0)
      .map(({ sectorId, firm, waiting }) => [sectorId, { firm, waiting }])
      .sort(),
  };

/** Happenings over all runs: on SQLite twenty thousand. */
const runs = { sqlite: 40, postgresql: 4 };
const each = 500;

eachDatabase((name, open) => {
  it("shows what the rules say, through every coming and going, and says the goal exactly when they do", async () => {
    const field = await Field.of(open);
    const seen = { steps: 0, goals: 0, met: 0, leftOut: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(anEvent, { minLength: each, maxLength: each, size: "max" }),
        fc.constantFrom("federation" as const, "sector" as const),
        fc.integer({ min: 5, max: 30 }),
        fc.constantFrom(0, 0, 5),
        async (events, scope, goal, minimum) => {
          await field.opens(scope, goal, minimum);
          const { drive, book, stage } = field;
          if (drive === undefined || book === undefined) throw new Error("no drive");
          for (const [before, rest] of chunks(events)) {
            await stage.run(async (repositories) => {
              for (const event of before) await field.happens(repositories, event);
            });
            if (rest?.do === "vouching") {
              await stage.run((repositories) => field.happens(repositories, rest));
              await field.recounts();
            }
            if (rest?.do !== "tick") continue;
            const due = Math.floor(stage.clock.now() / grid) * grid + grid;
            stage.clock.advanceTo(due);
            const stepped = await stage.run(({ drives }) => drives.step(drive.id, due));
            const tick = book.tick();
            seen.steps += tick.stepped.size;
            seen.goals += Number(tick.goal);
            expect(stepped?.goalReached).toBe(tick.goal);
            expect(shownIn(await field.figures())).toEqual(shownBy(book));
            const at = seen.steps % sizes.length;
            const inside = await field.figures(at);
            const own = inside?.own;
            expect(inside?.ownWays).toEqual(byPlace(book.insideWays(field.cells[at]?.id ?? "")));
            expect(own && { firm: own.firm, waiting: own.waiting }).toEqual(book.inside(field.cells[at]?.id ?? ""));
            expect(await changedIn(field)).toEqual(book.units.map(({ changed }) => changed).sort());
          }
          await closes(field, seen);
        },
      ),
      { numRuns: runs[name], endOnFailure: true },
    );
    expect(seen.steps).toBeGreaterThan(runs[name]);
    // Of a few runs none may meet its goal.
    if (runs[name] >= 40) expect(seen.goals + seen.met).toBeGreaterThan(runs[name] / 4);
  }, 300_000);
});

/** Happenings up to one that needs a transaction of its own, and that one. */
function* chunks(events: readonly Event[]): Generator<[Exclude<Event, { do: "tick" }>[], Event | undefined]> {
  let before: Exclude<Event, { do: "tick" }>[] = [];
  for (const event of events) {
    if (event.do !== "tick" && event.do !== "vouching") before.push(event);
    else {
      yield [before, event];
      before = [];
    }
  }
  yield [before, undefined];
}

const changedIn = (field: Field): Promise<number[]> =>
  field.stage.run(async ({ session: { tx } }) =>
    (await tx.driveUnit.findMany({ where: { driveId: field.drive?.id ?? "" } })).map(({ changed }) => changed).sort(),
  );

/** The sector in which a cell is in the drive. */
const sectorIn = (field: Field, at: number): Promise<string | undefined> =>
  field.stage.run(async ({ session: { tx } }) => {
    const where = { driveId: field.drive?.id ?? "", cellId: field.cells[at]?.id ?? "" };
    return (await tx.driveCell.findFirst({ where }))?.sectorId;
  });

/** The close is what the rules say, and no closed card contradicts itself. */
async function closes(field: Field, seen: { met: number; leftOut: number }): Promise<void> {
  const { drive, book, stage } = field;
  if (drive === undefined || book === undefined) throw new Error("no drive");
  const closed = await stage.run(({ drives }) => drives.close(drive.id));
  const { stepped: _, ...final } = book.close();
  expect(closed?.drive.final).toEqual(final);
  expect(closed?.goalReached).toBe(final.goal === "met" && !book.goalSaid);
  seen.met += Number(final.goal === "met");
  for (const at of [undefined, ...sizes.keys()]) {
    const figures = await field.figures(at);
    if (figures === undefined) throw new Error("no figures");
    expect([figures.firm, figures.exact, figures.waiting]).toEqual([final.firm, final.exact, 0]);
    expect(figures.sectors.reduce((sum, { firm }) => sum + firm, 0)).toBeLessThanOrEqual(figures.firm);
    if (figures.exact) {
      const own = figures.own?.firm ?? 0;
      const there = at === undefined ? undefined : await sectorIn(field, at);
      expect(own).toBeLessThanOrEqual(figures.firm);
      const parts = figures.sectors.map(({ sectorId, firm }) => Math.max(firm, sectorId === there ? own : 0));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(figures.firm);
    }
    seen.leftOut += Number(figures.leftOut);
  }
  const left = await stage.run(({ session: { tx } }) =>
    Promise.all([
      tx.pledgeTag.count({ where: { driveId: drive.id } }),
      tx.pledge.count({ where: { driveId: drive.id, personId: null } }),
      tx.drive.count({ where: { id: drive.id, sealedKey: { not: null } } }),
    ]),
  );
  expect(left).toEqual([0, 0, 0]);
}

/**
 * A drive of several cells by the rules of src/domain/publication.ts alone, kept in memory, and an eye on it that knows
 * everything: it notes of its own accord whose answers each unit published, and so finds out whatever is against the rules.
 */
import {
  afterSteps,
  changedIn,
  closing,
  exactFigures,
  goalReached,
  insideCell,
  isPublishedNext,
  isSmall,
  nothingShown,
  settle,
  showable,
  stepsAt,
  units,
  worthLooking,
  type Account,
  type CellSize,
  type Published,
  type Shown,
  type ShownUnit,
} from "../../src/domain/publication.ts";
import {
  firm,
  noPledges,
  replace,
  sameAnswer,
  type Answer,
  type CellPledges,
  type Histogram,
  type OfWay,
  type Tally,
  type Target,
} from "../../src/domain/pledges.ts";

/** What can happen to a drive. People are numbers; each has one account. */
export type Happening =
  | { readonly do: "answer"; readonly who: number; readonly answer: Answer }
  /** Counts in another cell; without one they have left, are forgotten, or became one with another account. */
  | { readonly do: "move"; readonly who: number; readonly cell: number | undefined }
  /** Vouching is switched on, or off: of these people the answers do not count while it is on. */
  | { readonly do: "vouching"; readonly apart: readonly number[] }
  | { readonly do: "tick" };

export interface DriveOf {
  readonly cells: readonly CellSize[];
  /** In which cell (its number) each person counts at the opening. */
  readonly people: readonly number[];
  readonly k: number;
  readonly target: Target;
  readonly whole: boolean;
}

interface Person {
  cell: number | undefined;
  given: Answer;
  counted: boolean;
  account: Account;
}

interface UnitOf {
  readonly id: string;
  readonly sector: string | undefined;
  readonly cells: ReadonlySet<string>;
  shown: Shown;
  changed: number;
}

/** What became of one moment of the grid. */
export interface Tick {
  /** The units that stepped, each with the people whose answers in it differ from its last step. */
  readonly stepped: ReadonlyMap<string, ReadonlySet<number>>;
  readonly goal: boolean;
  /** Whether the exact count was looked at. */
  readonly looked: boolean;
}

const interval = 1;

export class DriveBook {
  readonly of: DriveOf;
  readonly units: readonly UnitOf[];
  readonly #people: Person[];
  readonly #unitOf = new Map<string, UnitOf>();
  /** The eye: whose answers each unit published at its last step. */
  readonly #published = new Map<string, Map<number, Answer>>();
  #due = 0;
  #lookedAt: number | undefined;
  goalSaid = false;

  constructor(of: DriveOf) {
    this.of = of;
    this.units = units(of.cells, of.k).map(({ id, sector, cells }) => ({
      id,
      sector,
      cells: new Set(cells),
      shown: nothingShown,
      changed: 0,
    }));
    for (const unit of this.units) {
      for (const cell of unit.cells) this.#unitOf.set(cell, unit);
      this.#published.set(unit.id, new Map());
    }
    this.#people = of.people.map((cell) => ({
      cell,
      given: "withdrawn",
      counted: true,
      account: { unit: this.#unitIn(cell)?.id, answer: "withdrawn", published: undefined },
    }));
  }

  #unitIn(cell: number | undefined): UnitOf | undefined {
    const id = cell === undefined ? undefined : this.of.cells[cell]?.id;
    return id === undefined ? undefined : this.#unitOf.get(id);
  }

  get people(): readonly Readonly<Person>[] {
    return this.#people;
  }

  get shown(): readonly ShownUnit[] {
    return this.units.map(({ id, sector, shown }) => ({ id, sector, shown }));
  }

  get published(): Published {
    return settle(this.shown);
  }

  /** The exact answers of all cells. */
  get exact(): readonly CellPledges[] {
    return this.#pledges(() => true);
  }

  get exactFirm(): number {
    return firm(this.exact).reached;
  }

  get members(): number {
    return this.#people.reduce((sum, { cell }) => (cell === undefined ? sum : sum + 1), 0);
  }

  happens(one: Exclude<Happening, { do: "tick" }>): void {
    if (one.do === "vouching") {
      const apart = new Set(one.apart);
      this.#people.forEach((person, who) => this.#change(who, { ...person, counted: !apart.has(who) }));
      return;
    }
    const person = this.#people[one.who];
    if (person === undefined) return;
    if (one.do === "move") {
      // Who has left comes back to where they like, and begins anew.
      this.#change(one.who, { ...person, cell: one.cell, given: one.cell === undefined ? "withdrawn" : person.given });
    } else if (person.cell !== undefined) this.#change(one.who, { ...person, given: one.answer });
  }

  #change(who: number, person: Omit<Person, "account">): void {
    const before = this.#people[who];
    if (before === undefined) return;
    const answer = person.counted ? person.given : "withdrawn";
    const account = { unit: this.#unitIn(person.cell)?.id, answer, published: before.account.published };
    const [was, is] = [changedIn(before.account), changedIn(account)];
    for (const unit of this.units) unit.changed += Number(unit.id === is) - Number(unit.id === was);
    this.#people[who] = { ...person, account };
  }

  #pledges(counts: (person: Person) => boolean): readonly CellPledges[] {
    const histograms = new Map<number, Histogram>();
    for (const person of this.#people) {
      if (person.cell === undefined || person.account.answer === "withdrawn" || !counts(person)) continue;
      const histogram = histograms.get(person.cell) ?? noPledges;
      histograms.set(person.cell, replace(histogram, "withdrawn", person.account.answer));
    }
    return this.of.cells.map(({ id, sector }, i) => ({ id, sector, histogram: histograms.get(i) ?? noPledges }));
  }

  /** The next moment of the grid. */
  tick(): Tick {
    const due = (this.#due += interval);
    const stepped = this.#step((changed) => stepsAt(changed, due, { k: this.of.k, interval, closes: Infinity }));
    const { target, k } = this.of;
    const looked = stepped.size > 0 && !this.goalSaid && worthLooking(target, this.published, this.#lookedAt, k);
    const goal = looked && goalReached(target, this.published, this.exactFirm, isSmall(this.members, k));
    if (looked && !goal) this.#lookedAt = this.published.all.firm;
    if (goal) this.goalSaid = true;
    return { stepped, goal, looked };
  }

  /** The last steps, and what is said. */
  close() {
    const stepped = this.#step((changed) => changed >= this.of.k).size > 0;
    const { target, whole, k } = this.of;
    const { members, exactFirm, published } = this;
    return { stepped, ...closing({ target, whole, members, k, exactFirm, published, stepped }) };
  }

  #step(ready: (changed: number) => boolean): Map<string, ReadonlySet<number>> {
    const stepping = this.units.filter(({ changed }) => ready(changed));
    const before = this.shown;
    const next = new Map<string, Shown>();
    for (const { id, cells } of stepping) {
      const answers = this.#pledges(({ account }) => isPublishedNext(account)).filter((cell) => cells.has(cell.id));
      const others = before.filter((other) => other.id !== id);
      next.set(id, showable(exactFigures(answers, others), this.of.k));
    }
    const differing = this.#look(stepping);
    for (const unit of stepping) unit.shown = next.get(unit.id) ?? unit.shown;
    const ids = new Set(next.keys());
    for (const person of this.#people) person.account = afterSteps(person.account, ids);
    for (const unit of this.units) {
      unit.changed = this.#people.reduce((sum, { account }) => sum + Number(changedIn(account) === unit.id), 0);
    }
    return differing;
  }

  /** Notes whose answers these units publish, by what they published before and nothing that the rules keep; says who differs. */
  #look(stepping: readonly UnitOf[]): Map<string, ReadonlySet<number>> {
    const published = new Map([...this.#published].map(([unit, answers]) => [unit, new Map(answers)]));
    const differing = new Map<string, ReadonlySet<number>>();
    for (const { id } of stepping) {
      const now = new Map<number, Answer>();
      this.#people.forEach(({ cell, account: { answer } }, who) => {
        const elsewhere = [...published].some(([unit, answers]) => unit !== id && answers.has(who));
        if (this.#unitIn(cell)?.id === id && answer !== "withdrawn" && !elsewhere) now.set(who, answer);
      });
      const old = published.get(id) ?? new Map<number, Answer>();
      const everybody = new Set([...old.keys(), ...now.keys()]);
      const differs = (who: number) => !sameAnswer(old.get(who) ?? "withdrawn", now.get(who) ?? "withdrawn");
      differing.set(id, new Set([...everybody].filter(differs)));
      this.#published.set(id, now);
    }
    return differing;
  }

  /** Who is published, by unit. */
  get eye(): ReadonlyMap<string, ReadonlyMap<number, Answer>> {
    return this.#published;
  }

  /** What a cell's own people see of themselves. */
  inside(cellId: string): Tally | undefined {
    const unit = this.#unitOf.get(cellId);
    const cell = this.exact.find(({ id }) => id === cellId);
    const pending = this.#pledges(({ account }) => !isPublishedNext(account)).find(({ id }) => id === cellId);
    const others = this.shown.filter(({ id }) => id !== unit?.id);
    return cell && insideCell(cell, pending?.histogram ?? noPledges, others).own;
  }

  /** The same of the ways of joining but the first. */
  insideWays(cellId: string): readonly OfWay[] {
    return this.exact.find(({ id }) => id === cellId)?.histogram.ways ?? [];
  }

  /** What somebody sees who reads everything outside of a unit, and counts in the cells that are not in it: all of it as text. */
  seenOutside(unitId: string): string {
    const { all, ways, sectors, units: tallies } = this.published;
    const outside = this.of.cells.filter(({ id }) => this.#unitOf.get(id)?.id !== unitId);
    const inside = outside.map(({ id }) => [this.inside(id), this.insideWays(id)]);
    const ofUnits = this.shown.map(({ id, shown }) => [id, shown.ways]);
    return JSON.stringify([all, ways, [...sectors], [...tallies], ofUnits, inside]);
  }
}

/**
 * Pledges, their conditions, and which of them are firm. Rules: docs/rules.md, "Pledge drives".
 *
 * Nothing here looks at a single pledge: a cell's answers to a drive are kept as a histogram of
 * conditions, so that a pledge costs one read and one write of a short text, however many there are.
 */

/** When a pledge holds: always, or if at least `others` other people hold, in the whole drive or in one's own sector. */
export type Condition = { readonly scope: "none" } | { readonly scope: "drive" | "sector"; readonly others: number };

/**
 * Another way to join than the first, by its place among the ways of the drive (from 1, since the first is 0). It stands by
 * itself: no condition looks at it, and the goal does not count it.
 */
export interface OtherWay {
  readonly scope: "way";
  readonly way: number;
}

/** What somebody pledges: the first way, for certain or on a condition, or another one. */
export type Pledge = Condition | OtherWay;

/** One person's standing answer to one drive. Who never answered counts as withdrawn. */
export type Answer = Pledge | "withdrawn";

export const isOtherWay = (answer: Answer): answer is OtherWay => answer !== "withdrawn" && answer.scope === "way";

export function sameAnswer(a: Answer, b: Answer): boolean {
  if (a === "withdrawn" || b === "withdrawn") return a === b;
  if (a.scope === "way" || b.scope === "way") return a.scope === "way" && b.scope === "way" && a.way === b.way;
  if (a.scope === "none" || b.scope === "none") return a.scope === b.scope;
  return a.scope === b.scope && a.others === b.others;
}

/** How many people need the same number of others. */
export type Need = readonly [others: number, people: number];

/** How many people chose the same way of joining. */
export type OfWay = readonly [way: number, people: number];

/**
 * The standing answers of one cell in one drive. `drive` and `sector` are sorted by need, `ways` (all but the first) by their
 * place, each without empty entries.
 */
export interface Histogram {
  readonly certain: number;
  readonly drive: readonly Need[];
  readonly sector: readonly Need[];
  readonly ways: readonly OfWay[];
}

export const noPledges: Histogram = { certain: 0, drive: [], sector: [], ways: [] };

/** @throws RangeError if `others` is not a whole number of at least 0: the command's options must not let it through. */
export function add(histogram: Histogram, pledge: Pledge): Histogram {
  return change(histogram, pledge, 1);
}

/** @throws RangeError if no such pledge is in the histogram: the counters no longer match the pledges. */
export function remove(histogram: Histogram, pledge: Pledge): Histogram {
  return change(histogram, pledge, -1);
}

/** One person's answer replaced by another; with `withdrawn` before for a first answer. */
export function replace(histogram: Histogram, before: Answer, after: Answer): Histogram {
  if (sameAnswer(before, after)) return histogram;
  const without = before === "withdrawn" ? histogram : remove(histogram, before);
  return after === "withdrawn" ? without : add(without, after);
}

/**
 * A histogram without the answers of another.
 * @throws RangeError if these are not in it
 */
export function without(histogram: Histogram, others: Histogram): Histogram {
  let left: Histogram = { ...histogram, certain: histogram.certain - others.certain };
  if (left.certain < 0) throw new RangeError("no unconditional pledge to remove");
  for (const scope of ["drive", "sector"] as const)
    for (const [need, people] of others[scope]) {
      for (let i = 0; i < people; i++) left = remove(left, { scope, others: need });
    }
  for (const [way, people] of others.ways) for (let i = 0; i < people; i++) left = remove(left, { scope: "way", way });
  return left;
}

function change(histogram: Histogram, condition: Pledge, by: 1 | -1): Histogram {
  if (condition.scope === "way") return { ...histogram, ways: changeNeed(histogram.ways, condition.way, by) };
  if (condition.scope === "none") {
    if (histogram.certain + by < 0) throw new RangeError("no unconditional pledge to remove");
    return { ...histogram, certain: histogram.certain + by };
  }
  const needs = changeNeed(histogram[condition.scope], condition.others, by);
  return condition.scope === "drive" ? { ...histogram, drive: needs } : { ...histogram, sector: needs };
}

function changeNeed(needs: readonly Need[], others: number, by: 1 | -1): readonly Need[] {
  if (!Number.isSafeInteger(others) || others < 0) throw new RangeError("a need is a whole number of others");
  const found = needs.findIndex(([need]) => need >= others);
  const at = found === -1 ? needs.length : found;
  const there = needs[at];
  const known = there !== undefined && there[0] === others;
  const people = (known ? there[1] : 0) + by;
  if (people < 0) throw new RangeError("no pledge with this need to remove");
  return needs.toSpliced(at, known ? 1 : 0, ...(people === 0 ? [] : [[others, people] as const]));
}

/**
 * The text that is stored: `[certain,[need,people,...],[need,people,...]]`, and `[way,people,...]` behind it where somebody chose
 * another way than the first. About 2 kB with 200 needs of each kind.
 */
export function writeHistogram({ certain, drive, sector, ways }: Histogram): string {
  return JSON.stringify([certain, drive.flat(), sector.flat(), ...(ways.length === 0 ? [] : [ways.flat()])]);
}

/** @throws RangeError if the text did not come from `writeHistogram`. */
export function readHistogram(text: string): Histogram {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value) || (value.length !== 3 && value.length !== 4) || !isCount(value[0])) {
    throw new RangeError("not a histogram");
  }
  const [certain, drive, sector, ways] = value as [number, unknown, unknown, unknown?];
  return { certain, drive: readNeeds(drive), sector: readNeeds(sector), ways: readNeeds(ways ?? []) };
}

function readNeeds(value: unknown): readonly Need[] {
  if (!Array.isArray(value) || value.length % 2 !== 0) throw new RangeError("not a histogram");
  const needs: Need[] = [];
  let last = -1;
  for (let i = 0; i < value.length; i += 2) {
    const others: unknown = value[i];
    const people: unknown = value[i + 1];
    if (!isCount(others) || !isCount(people) || others <= last || people === 0) throw new RangeError("not a histogram");
    needs.push([others, people]);
    last = others;
  }
  return needs;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** People whose pledge holds, and people whose condition does not (yet). */
export interface Tally {
  readonly firm: number;
  readonly waiting: number;
}

/** The answers of one cell. A sector of `undefined` takes part in no sector's count: a condition on it never holds. */
export interface CellPledges {
  readonly id: string;
  readonly sector: string | undefined;
  readonly histogram: Histogram;
}

/** Firm pledges elsewhere, taken as given: in the whole drive (`total`), and of these in each sector. */
export interface Outside {
  readonly total: number;
  readonly sectors: ReadonlyMap<string, number>;
}

export const nothingOutside: Outside = { total: 0, sectors: new Map() };

export interface Standing {
  /** Of the cells that were handed in, without what is outside. */
  readonly all: Tally;
  readonly sectors: ReadonlyMap<string, Tally>;
  readonly cells: ReadonlyMap<string, Tally>;
  /** Firm in the whole drive, with what is outside. */
  readonly reached: number;
}

/**
 * The largest set of pledges in which every condition holds, counted per cell.
 *
 * Starts from all and removes what fails until nothing changes: the result is the unique greatest
 * fixed point (Knaster-Tarski), so the order of removal does not matter. Whether a condition holds
 * depends only on its need and on the two counts, so whole needs fall at once, the highest first, and
 * each falls once: O(cells × distinct needs), whatever the number of pledges.
 *
 * With `outside`, pledges elsewhere count as firm without being looked at (docs/privacy.md: inside a cell, its own
 * exact answers and the other units' published ones).
 */
export function firm(cells: readonly CellPledges[], outside: Outside = nothingOutside): Standing {
  const groups = grouped(cells, outside);
  let reached = Infinity;
  for (let before = NaN; reached !== before;) {
    before = reached;
    reached = outside.total;
    for (const group of groups.values()) reached += group.settle(before);
  }
  return standing(cells, groups, reached);
}

/**
 * The same where the number of firm pledges in the whole drive is known, and need not be the sum of what is counted
 * here: conditions on the whole drive are held against it, those on a sector against the sector as counted here.
 */
export function firmGiven(cells: readonly CellPledges[], reached: number): Standing {
  const groups = grouped(cells, nothingOutside);
  for (const group of groups.values()) group.settle(reached);
  return standing(cells, groups, reached);
}

/** One sector's needs, added up over its cells; a need once fallen never returns. */
class SectorGroup {
  readonly sector: string | undefined;
  readonly #outside: number;
  readonly #drive = new Map<number, number>();
  readonly #sector = new Map<number, number>();
  #driveLeft: [number, number][] | undefined;
  #sectorLeft: [number, number][] | undefined;
  /** Pledges of this sector not removed so far. */
  left = 0;

  constructor(sector: string | undefined, outside: number) {
    this.sector = sector;
    this.#outside = outside;
  }

  take({ certain, drive, sector }: Histogram): void {
    this.left += certain;
    for (const [others, people] of drive) {
      this.#drive.set(others, (this.#drive.get(others) ?? 0) + people);
      this.left += people;
    }
    for (const [others, people] of sector) {
      this.#sector.set(others, (this.#sector.get(others) ?? 0) + people);
      this.left += people;
    }
  }

  /** Firm here, with what is outside: what a condition on the sector is held against. */
  get reached(): number {
    return this.sector === undefined ? 0 : this.#outside + this.left;
  }

  /** Removes what fails with `total` firm in the whole drive; returns what is left. */
  settle(total: number): number {
    this.#driveLeft ??= ascending(this.#drive);
    this.#sectorLeft ??= ascending(this.#sector);
    this.#removeAbove(this.#driveLeft, () => total);
    this.#removeAbove(this.#sectorLeft, () => this.reached);
    return this.left;
  }

  #removeAbove(needs: [number, number][], reached: () => number): void {
    for (let highest = needs.at(-1); highest && !holds(highest[0], reached()); highest = needs.at(-1)) {
      this.left -= highest[1];
      needs.pop();
    }
  }
}

/** 'At least N others': the one who asks is not one of them. */
export function holds(others: number, reached: number): boolean {
  return reached - 1 >= others;
}

function ascending(needs: ReadonlyMap<number, number>): [number, number][] {
  return [...needs].sort(([a], [b]) => a - b);
}

function grouped(cells: readonly CellPledges[], outside: Outside): Map<string | undefined, SectorGroup> {
  const groups = new Map<string | undefined, SectorGroup>();
  for (const { sector, histogram } of cells) {
    let group = groups.get(sector);
    if (!group) {
      group = new SectorGroup(sector, sector === undefined ? 0 : (outside.sectors.get(sector) ?? 0));
      groups.set(sector, group);
    }
    group.take(histogram);
  }
  return groups;
}

function standing(
  cells: readonly CellPledges[],
  groups: ReadonlyMap<string | undefined, SectorGroup>,
  reached: number,
): Standing {
  const ofCells = new Map<string, Tally>();
  const ofSectors = new Map<string, Tally>();
  let all: Tally = { firm: 0, waiting: 0 };
  for (const { id, sector, histogram } of cells) {
    const tally = tallyOf(histogram, reached, groups.get(sector)?.reached ?? 0);
    ofCells.set(id, plus(ofCells.get(id), tally));
    if (sector !== undefined) ofSectors.set(sector, plus(ofSectors.get(sector), tally));
    all = plus(all, tally);
  }
  return { all, sectors: ofSectors, cells: ofCells, reached };
}

/** What answers come to where so many are firm in the whole drive, and in their sector. */
export function tallyOf({ certain, drive, sector }: Histogram, inDrive: number, inSector: number): Tally {
  let firm = certain;
  let waiting = 0;
  const count = (needs: readonly Need[], reached: number): void => {
    for (const [others, people] of needs) {
      if (holds(others, reached)) firm += people;
      else waiting += people;
    }
  };
  count(drive, inDrive);
  count(sector, inSector);
  return { firm, waiting };
}

export function plus(a: Tally | undefined, b: Tally): Tally {
  return a ? { firm: a.firm + b.firm, waiting: a.waiting + b.waiting } : b;
}

/** The whole-drive needs that are not met, lowest first, added up over the cells. */
export function unmetNeeds(cells: readonly CellPledges[], reached: number): readonly Need[] {
  const unmet = new Map<number, number>();
  for (const { histogram } of cells)
    for (const [others, people] of histogram.drive)
      if (!holds(others, reached)) unmet.set(others, (unmet.get(others) ?? 0) + people);
  return ascending(unmet);
}

/**
 * '37 more hold if 60 are in': 60 people is the lowest whole-drive need not met, plus the one who
 * asks, so the 37 are among the 60. Nothing where nobody waits for the whole drive.
 */
export function waitingHint(cells: readonly CellPledges[], reached: number): { more: number; in: number } | undefined {
  const lowest = unmetNeeds(cells, reached)[0];
  return lowest && { more: lowest[1], in: lowest[0] + 1 };
}

/** A number of firm pledges, or a percentage (0 to 100) of those who are members when the drive opens. */
export type Goal =
  { readonly kind: "people"; readonly people: number } | { readonly kind: "percent"; readonly percent: number };

/** The goal in people, fixed when the drive opens: rounded up to whole people, and at least one. */
export function goalInPeople(goal: Goal, membersAtOpening: number): number {
  if (goal.kind === "people") return Math.max(1, goal.people);
  // 33.3 % of 1,000 is 333, though 33.3 * 1000 / 100 is a hair above it in binary.
  return Math.max(1, Math.ceil((goal.percent * membersAtOpening) / 100 - 1e-9));
}

/** What has to be reached, in people: over the whole drive, and in each sector of the scope where a minimum is set. */
export interface Target {
  readonly people: number;
  readonly minimum: ReadonlyMap<string, number>;
}

export function goalMet(target: Target, firm: number, inSector: (sector: string) => number): boolean {
  return firm >= target.people && [...target.minimum].every(([sector, least]) => inSector(sector) >= least);
}

/**
 * What a drive publishes outside a cell's own chats. Rules: docs/privacy.md, "What is published".
 *
 * Only units are published: what a unit shows is computed when it steps, from its own answers and from
 * what the other units show, and stays as it is until its next step. Everything else that anyone outside
 * sees is computed from what the units show. So who watches, adds up, subtracts, or moves their own
 * answer about, learns what the units show and nothing besides: sums over the answers of at least `k` accounts.
 *
 * An account is in one unit at most, whatever it does ({@link Account}). What a unit shows of it stands until that unit
 * steps, also when the person has withdrawn, counts elsewhere, left, became one with another account, or was forgotten:
 * going is a change like coming ({@link changedIn}). Where they count now they are published only afterwards.
 *
 * Where this left a hole, and how it is closed:
 *
 * 1. A unit's firm count must not be computed from the exact answers elsewhere: whoever makes their own
 *    unit step, with needs well chosen, would read off it the exact firm count of another between its
 *    steps. It is computed from what the others show (`exactFigures`).
 * 2. It must not be computed again while the unit's answers stand still: moving the count outside past one
 *    need after another would list the conditions of a unit that stands still. It is frozen.
 * 3. With 1 and 2 alone, units whose people wait for each other would wait for ever, and a drive of
 *    'if 500 others' could not succeed before its close. So a unit also shows rungs: at least `k` waiting people
 *    who all hold with N others, N being the highest need among them. A rung turns firm as one (`settle`).
 * 4. A step is on the grid or not at all. Publishing at the first moment after it with `k` changes would give the time of
 *    the k-th answer, hence whose it was. Nothing steps after the close, but what was kept.
 * 5. What is published may be higher than what stands: firm people wait again when others go. So the goal is announced only
 *    when the exact count meets it, too. To look at it tells a bit, so it is not looked at often (`worthLooking`).
 * 6. At the close one number may be exact: firm in the whole federation, if that is large enough (`closing`). Not
 *    waiting, and no sector: a sector's minimum is judged by what is shown.
 *
 * What remains weaker: the cells pooled in one unit, someone who sits in every other cell, a unit in which all or all but
 * fewer than `k` answer alike, the bit that an announcement tells, the exact total at the close, and the need of a rung,
 * which is one that some person in it named.
 */

import {
  firm,
  firmGiven,
  goalMet,
  noPledges,
  plus,
  sameAnswer,
  tallyOf,
  unmetNeeds,
  without,
  type Answer,
  type CellPledges,
  type Histogram,
  type Need,
  type OfWay,
  type Pledge,
  type Tally,
  type Target,
} from "./pledges.ts";

/** The fewest people that a published figure may stand for. */
export const defaultK = 5;

/** Between two steps, in milliseconds. */
export const defaultInterval = 5 * 60_000;

export interface CellSize {
  readonly id: string;
  readonly sector: string;
  /** Members when the drive opens. */
  readonly members: number;
}

export interface Unit {
  readonly id: string;
  /** Nothing for the unit 'others', which counts in the federation and in no sector. */
  readonly sector: string | undefined;
  readonly cells: readonly string[];
}

/**
 * The units of a drive, fixed when it opens. Does not depend on the order of `cells`.
 *
 * A cell with at least `2k` members is a unit. Smaller ones are pooled by sector, in the order of their ids. The end
 * of that row, too small for a pool of its own, joins the last pool of its sector: so its pledges count
 * towards the sector's minimum. Only a sector whose small cells all together fall short is left over; these
 * make up 'others', however few they are. A cell made after the opening is in no unit, and counts at the close.
 */
export function units(cells: readonly CellSize[], k: number): readonly Unit[] {
  const sorted = cells.toSorted((a, b) => compare(a.id, b.id));
  const own = sorted.filter(({ members }) => members >= 2 * k);
  const small = Map.groupBy(
    sorted.filter(({ members }) => members < 2 * k),
    ({ sector }) => sector,
  );
  const result: Unit[] = own.map(({ id, sector }) => ({ id: `cell:${id}`, sector, cells: [id] }));
  const others: string[] = [];
  for (const [sector, row] of [...small].sort(([a], [b]) => compare(a, b))) {
    const { pools, rest } = pooled(row, 2 * k);
    others.push(...rest);
    for (const pool of pools) result.push({ id: `pool:${pool[0] ?? ""}`, sector, cells: pool });
  }
  return others.length === 0 ? result : [...result, { id: "others", sector: undefined, cells: others.sort(compare) }];
}

function pooled(row: readonly CellSize[], least: number): { pools: string[][]; rest: string[] } {
  const pools: string[][] = [];
  let rest: string[] = [];
  let members = 0;
  for (const cell of row) {
    rest.push(cell.id);
    members += cell.members;
    if (members < least) continue;
    pools.push(rest);
    rest = [];
    members = 0;
  }
  const last = pools.at(-1);
  if (!last) return { pools, rest };
  last.push(...rest);
  return { pools, rest: [] };
}

/** By code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One account's answer to a drive: where it counts now, and where it is published. A person with several accounts is one. */
export interface Account {
  /** The unit of the cell in which it counts. Nothing where that is in no unit, or who answered has gone. */
  readonly unit: string | undefined;
  /** The answer that counts now; `withdrawn` for one that is shown apart, for want of vouches. */
  readonly answer: Answer;
  /** The unit whose published figures have an answer of this account in them, and that answer. */
  readonly published: { readonly unit: string; readonly answer: Pledge } | undefined;
}

/**
 * The unit in which this account makes up one of those whose answers differ from the last step; there is one at most.
 * An account that is still published elsewhere is a departure there, and no arrival yet.
 */
export function changedIn({ unit, answer, published }: Account): string | undefined {
  if (published !== undefined && published.unit !== unit) return published.unit;
  if (unit === undefined) return undefined;
  return sameAnswer(answer, published?.answer ?? "withdrawn") ? undefined : unit;
}

/** Whether a step of the unit in which it counts publishes this account: not while another one still does. */
export const isPublishedNext = ({ unit, answer, published }: Account): boolean =>
  unit !== undefined && answer !== "withdrawn" && (published === undefined || published.unit === unit);

/** The same account after these units have stepped, all at one moment: who arrives by a step is published by the next one. */
export function afterSteps(account: Account, stepped: ReadonlySet<string>): Account {
  const { unit, answer, published } = account;
  if (unit !== undefined && stepped.has(unit) && answer !== "withdrawn" && isPublishedNext(account)) {
    return { ...account, published: { unit, answer } };
  }
  return published !== undefined && stepped.has(published.unit) ? { ...account, published: undefined } : account;
}

/** What a unit shows. Each of firm, waiting, every rung, waiting without the rungs, and every way, is 0 or at least `k`. */
export interface Shown {
  readonly firm: number;
  /** All who wait, those on the rungs among them. */
  readonly waiting: number;
  /** People who wait for the whole drive and all hold with so many others; lowest need first. */
  readonly rungs: readonly Need[];
  /** People in each way of joining but the first, which is firm and waiting; by their place. */
  readonly ways: readonly OfWay[];
}

export const nothingShown: Shown = { firm: 0, waiting: 0, rungs: [], ways: [] };

/** A unit's own answers: never leaves the bot. */
export interface ExactFigures extends Tally {
  /** Of those who wait: for the whole drive, by need. */
  readonly needs: readonly Need[];
  /** In each other way of joining. */
  readonly ways: readonly OfWay[];
}

/** What another unit shows, for counting. */
export interface ShownUnit {
  readonly id: string;
  readonly sector: string | undefined;
  readonly shown: Shown;
}

/** What a unit shows, as if it were a cell with these answers. Who waits without a rung cannot be moved from outside, and is left out. */
function asPledges({ id, sector, shown }: ShownUnit): CellPledges {
  return { id: `shown:${id}`, sector, histogram: { ...noPledges, certain: shown.firm, drive: shown.rungs } };
}

/**
 * What the cells of one unit come to at a step, with their own exact answers and what the other units show (hole 1).
 * `cells` are without the accounts that another unit still publishes ({@link isPublishedNext}).
 */
export function exactFigures(cells: readonly CellPledges[], others: readonly ShownUnit[]): ExactFigures {
  const standing = firm([...cells, ...others.map(asPledges)]);
  let tally: Tally = { firm: 0, waiting: 0 };
  for (const { id } of cells) tally = plus(tally, standing.cells.get(id) ?? { firm: 0, waiting: 0 });
  return {
    ...tally,
    needs: unmetNeeds(cells, standing.reached),
    ways: addedUp(cells.map((cell) => cell.histogram.ways)),
  };
}

/** People in each way over several counts. A way stands by itself, so nothing else comes into it. */
export function addedUp(counts: readonly (readonly OfWay[])[]): readonly OfWay[] {
  const people = new Map<number, number>();
  for (const [way, there] of counts.flat()) people.set(way, (people.get(way) ?? 0) + there);
  return [...people].sort(([a], [b]) => a - b);
}

/** The view from inside one cell. */
export interface Inside {
  /** Its own answers, each one, and whether their conditions hold. */
  readonly own: Tally;
  /** What conditions there are held against: firm in the whole drive, and in the cell's sector. */
  readonly reached: number;
  readonly inSector: number;
  /** Own people and others who wait for the whole drive. */
  readonly waiting: readonly Need[];
}

/**
 * What a cell's own people see of themselves: their exact answers, held against these and what the other units show, so that
 * nobody finds out about others by changing their own condition.
 *
 * Once the drive has closed with an exact total, everybody knows that, so conditions on the whole drive are held against it.
 * No sector is exact even then: a condition on one's sector is held against what the others show, or a few well-chosen
 * needs would tell the sector's exact count.
 * @param pending those of the cell's answers that another unit still publishes: they are in its figures, and count once
 * @param others without the unit that the cell is in
 * @param total the exact total, where it is known
 */
export function insideCell(
  cell: CellPledges,
  pending: Histogram,
  others: readonly ShownUnit[],
  total?: number,
): Inside {
  const counted = [{ ...cell, histogram: without(cell.histogram, pending) }, ...others.map(asPledges)];
  const standing = total === undefined ? firm(counted) : firmGiven(counted, total);
  const inSector = cell.sector === undefined ? 0 : (standing.sectors.get(cell.sector)?.firm ?? 0);
  const own = tallyOf(cell.histogram, standing.reached, inSector);
  return {
    own,
    reached: standing.reached,
    inSector,
    waiting: unmetNeeds([cell, ...others.map(asPledges)], standing.reached),
  };
}

export interface PublicationRule {
  readonly k: number;
  /** Milliseconds. */
  readonly interval: number;
  /** The drive's deadline, or when it was closed before. Milliseconds. */
  readonly closes: number;
}

/**
 * Whether a unit takes a step at the moment that fell due (a point of the grid, though the clock may be later). Units that
 * step at the same moment are all computed from what was shown before it.
 * @param changed how many accounts' answers differ from those at the last step ({@link changedIn})
 */
export const stepsAt = (changed: number, due: number, { k, interval, closes }: PublicationRule): boolean =>
  changed >= k && due % interval === 0 && due < closes;

/** What a unit with these answers shows from a step on: each figure by itself 0 or at least `k`. */
export function showable({ firm, waiting, needs, ways }: ExactFigures, k: number): Shown {
  const shownWaiting = atLeast(waiting, k);
  return {
    firm: atLeast(firm, k),
    waiting: shownWaiting,
    rungs: shownWaiting === 0 ? [] : rungs(needs, waiting, k),
    ways: ways.filter(([, people]) => people >= k),
  };
}

function atLeast(people: number, k: number): number {
  return people >= k ? people : 0;
}

/**
 * The needs, lowest first, in groups of at least `k`, each with its highest need. Who is left at the end joins the last
 * group, or, where others wait for their sector only, both stay off the rungs: what is on none is nobody or at least `k`.
 */
function rungs(needs: readonly Need[], waiting: number, k: number): readonly Need[] {
  const result: Need[] = [];
  let onRungs = 0;
  let group = 0;
  for (const [others, people] of needs) {
    group += people;
    if (group < k) continue;
    result.push([others, group]);
    onRungs += group;
    group = 0;
  }
  const left = waiting - onRungs;
  const last = result.at(-1);
  const highest = needs.at(-1);
  if (left === 0 || left >= k || !last || !highest) return result;
  return left === group ? [...result.slice(0, -1), [highest[0], last[1] + group]] : result.slice(0, -1);
}

/** What everybody may see: units, their sums by sector, and over the whole drive, as of the last count. */
export interface Published {
  readonly units: ReadonlyMap<string, Tally>;
  readonly sectors: ReadonlyMap<string, Tally>;
  readonly all: Tally;
  /** People in each way of joining but the first, over the whole drive. */
  readonly ways: readonly OfWay[];
}

/** The published figures, from what the units show: rungs that hold have turned from waiting to firm. */
export function settle(shownUnits: readonly ShownUnit[]): Published {
  const standing = firm(shownUnits.map(asPledges));
  const tallies = new Map<string, Tally>();
  const sectors = new Map<string, Tally>();
  let all: Tally = { firm: 0, waiting: 0 };
  for (const { id, sector, shown } of shownUnits) {
    const firmNow = standing.cells.get(`shown:${id}`)?.firm ?? 0;
    const tally = { firm: firmNow, waiting: shown.waiting - (firmNow - shown.firm) };
    tallies.set(id, tally);
    if (sector !== undefined) sectors.set(sector, plus(sectors.get(sector), tally));
    all = plus(all, tally);
  }
  return { units: tallies, sectors, all, ways: addedUp(shownUnits.map(({ shown }) => shown.ways)) };
}

// The goal

/** Whether what is published meets the goal: over the whole drive, and in each sector that has a minimum. */
export function goalShown(target: Target, { all, sectors }: Published): boolean {
  return goalMet(target, all.firm, (sector) => sectors.get(sector)?.firm ?? 0);
}

/**
 * Whether the exact count is looked at, after a step of an open drive. What is said or not said then tells a bit of it, so
 * after a look in vain there must be `k` more.
 * @param lookedAt the published count at the last look that was in vain
 */
export function worthLooking(target: Target, published: Published, lookedAt: number | undefined, k: number): boolean {
  return goalShown(target, published) && (lookedAt === undefined || published.all.firm >= lookedAt + k);
}

/** Whether a scope has so few members that its total would tell of single ones. */
export const isSmall = (members: number, k: number): boolean => members < 2 * k;

/**
 * Whether the goal is reached, where what is published meets it. In a small scope only when published and exact are the
 * same: what an announcement tells of the exact count is then known already.
 */
export function goalReached(target: Target, published: Published, exactFirm: number, small: boolean): boolean {
  if (!goalShown(target, published) || exactFirm < target.people) return false;
  return !small || exactFirm === published.all.firm;
}

/** How a drive of several cells stands at its close, after the last step. */
export interface AtClose {
  readonly target: Target;
  /** Whether it is a drive of the whole federation. */
  readonly whole: boolean;
  /** Members in the scope. */
  readonly members: number;
  readonly k: number;
  readonly exactFirm: number;
  readonly published: Published;
  /** Whether a unit took a step at the close. */
  readonly stepped: boolean;
}

/**
 * What is said at the close: the total, whether it is exact, and how the goal stands. `undecided`: enough people, but what is
 * published does not show that each sector has its minimum, and to say it would be a second exact figure. `uncounted`: what
 * is published does not say it either way, or the scope is too small for it to be said.
 */
export function closing({ target, whole, members, k, exactFirm, published, stepped }: AtClose): {
  readonly firm: number;
  readonly exact: boolean;
  readonly goal: "met" | "missed" | "undecided" | "uncounted";
} {
  const small = isSmall(members, k);
  const exact = whole && !small;
  const firm = exact ? exactFirm : published.all.firm;
  if (small && !(stepped && exactFirm === firm)) return { firm, exact, goal: "uncounted" };
  const enough = firm >= target.people;
  if (enough !== exactFirm >= target.people) return { firm, exact, goal: "uncounted" };
  if (!enough) return { firm, exact, goal: "missed" };
  const minimum = goalMet(target, firm, (sector) => published.sectors.get(sector)?.firm ?? 0);
  return { firm, exact, goal: minimum ? "met" : "undecided" };
}

/**
 * The sectors' figures beside an exact total: none where they add up to more, as they can, since each is as of the last count
 * of its units.
 */
export const fits = (parts: readonly number[], total: number): boolean =>
  parts.reduce((sum, part) => sum + part, 0) <= total;

/**
 * What a drive publishes outside a cell's own chats. Rules: README, "What is published".
 *
 * Only units are published: what a unit shows is computed when it steps, from its own answers and from
 * what the other units show, and stays as it is until its next step. Everything else that anyone outside
 * sees is computed from what the units show. So who watches, adds up, subtracts, or moves their own
 * answer about, learns what the units show and nothing besides.
 *
 * Where the rules left a hole, and how it is closed:
 *
 * 1. A unit's firm count must not be computed from the exact answers elsewhere: whoever makes their own
 *    unit step, with needs well chosen, would read off it the exact firm count of another between its
 *    steps. It is computed from what the others show (`exactFigures`).
 * 2. It must not be computed again while the unit's answers stand still: moving the count outside past one
 *    need after another would list the conditions of a unit that stands still. It is frozen (`step`).
 * 3. With 1 and 2 alone, units whose people wait for each other would wait for ever, and a drive of
 *    'if 500 others' could not succeed before its close. So a unit also shows rungs: at least `k` waiting people
 *    who all hold with N others, N being the highest need among them. A rung turns firm as one (`settle`).
 * 4. 'From the last step' is not enough: five join, then four of them go and another comes, and the third
 *    figure differs from the first by two people. A step that comes within `k` people of an older one
 *    shows nothing new: it shows the largest of the old figures that is not too much (`step`).
 * 5. A step is on the grid or not at all. Publishing at the first moment after it with `k` changes would give the time of
 *    the k-th answer, hence whose it was. Nothing steps at or after the close.
 * 6. Who changes and changes back is no change (`changedBy`), and who goes and comes again, or forgets themselves, is
 *    never counted twice (`changedByLeaving`).
 * 7. At the close one number is exact: firm in the whole drive. Not waiting, and no sector: a sector's
 *    minimum is judged by what is shown, and where that does not decide it, the answer is 'undecided'.
 * 8. Who knows how many members a unit has could subtract, and find that all but two are in. With
 *    `members` given, those who neither hold nor wait are 0 or at least `k` too. A federation may prefer the full count.
 *
 * What remains weaker: the cells pooled in one unit, someone who sits in every other cell, a unit in which
 * all are in, and the need of a rung, which is one that some person in it named.
 */

import {
  firm,
  firmGiven,
  goalMet,
  noPledges,
  plus,
  sameAnswer,
  unmetNeeds,
  type Answer,
  type CellPledges,
  type Need,
  type Standing,
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

/** What a unit shows. Each of firm, waiting, every rung, and waiting without the rungs, is 0 or at least `k`. */
export interface Shown {
  readonly firm: number;
  /** All who wait, those on the rungs among them. */
  readonly waiting: number;
  /** People who wait for the whole drive and all hold with so many others; lowest need first. */
  readonly rungs: readonly Need[];
}

export const nothingShown: Shown = { firm: 0, waiting: 0, rungs: [] };

/** A unit's own answers: never leaves the bot. */
export interface ExactFigures extends Tally {
  /** Answers without, and with a condition. */
  readonly certain: number;
  readonly conditional: number;
  /** Of those who wait: for the whole drive, by need. */
  readonly needs: readonly Need[];
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
 * What the cells of one unit come to, with their own exact answers and what the other units show (hole 1).
 * Also the view from inside a cell: `cells` is then that cell alone, and `others` leaves out the unit that it is in.
 */
export function withOthersShown(cells: readonly CellPledges[], others: readonly ShownUnit[]): Standing {
  return firm([...cells, ...others.map(asPledges)]);
}

/**
 * The view from inside a cell once the drive has closed. Everybody knows the exact total then (hole 7), so conditions on
 * the whole drive are held against it, and the cell's line agrees with it. No sector is exact even now: a condition
 * on one's sector is held against what the others show, or a few well-chosen needs would tell the sector's exact count.
 */
export function withTotalKnown(cells: readonly CellPledges[], others: readonly ShownUnit[], total: number): Standing {
  return firmGiven([...cells, ...others.map(asPledges)], total);
}

export function exactFigures(cells: readonly CellPledges[], others: readonly ShownUnit[]): ExactFigures {
  const standing = withOthersShown(cells, others);
  let tally: Tally = { firm: 0, waiting: 0 };
  let certain = 0;
  for (const { id, histogram } of cells) {
    tally = plus(tally, standing.cells.get(id) ?? { firm: 0, waiting: 0 });
    certain += histogram.certain;
  }
  const conditional = tally.firm + tally.waiting - certain;
  return { ...tally, certain, conditional, needs: unmetNeeds(cells, standing.reached) };
}

export interface PublicationRule {
  readonly k: number;
  /** Milliseconds. */
  readonly interval: number;
  /** The drive's deadline, or when it was closed before. Milliseconds. */
  readonly closes: number;
  /** The unit's members now, if those who have not answered are to be covered too (hole 8). */
  readonly members?: number;
}

/** A unit between two steps; plain data, stored as JSON. */
export interface UnitState {
  /** The last step, or the opening. Milliseconds. */
  readonly at: number;
  readonly shown: Shown;
  /** Whether the last step showed the newest of `seen`, rather than old figures once more. */
  readonly fresh: boolean;
  /** What stood behind every figure shown so far; the opening, with nobody, is the first. */
  readonly seen: readonly { readonly certain: number; readonly conditional: number; readonly shown: Shown }[];
}

export function openUnit(at: number): UnitState {
  return { at, shown: nothingShown, fresh: true, seen: [{ certain: 0, conditional: 0, shown: nothingShown }] };
}

/**
 * What a unit shows after the tick that fell due at `due` (a point of the grid, though the clock may be later).
 * Returns the very same state where nothing is to change. Where it returns another, the caller writes down every pledge's
 * answer as the one at the last step, and sets `changed` to 0, in the same transaction.
 *
 * `changed`: how many different people's answers differ from those at the last step (`changedBy`). Units that
 * step at the same tick are all computed from what was shown before it.
 */
export function step(
  state: UnitState,
  exact: ExactFigures,
  changed: number,
  due: number,
  rule: PublicationRule,
): UnitState {
  if (due % rule.interval !== 0 || due <= state.at || due >= rule.closes) return state;
  if (changed < rule.k) return state;
  const { certain, conditional } = exact;
  const shown = showable(exact, rule);
  // From the last step at least k people differ; from older ones this is a lower bound on how many do.
  const older = state.fresh ? state.seen.slice(0, -1) : state.seen;
  if (older.every((seen) => distance(seen, exact) >= rule.k)) {
    return { at: due, shown, fresh: true, seen: [...state.seen, { certain, conditional, shown }] };
  }
  return { at: due, shown: largestSeen(state, shown, exact.needs), fresh: false, seen: state.seen };
}

type Answers = Pick<ExactFigures, "certain" | "conditional">;

/** At least so many people must have changed their answer between the two. */
function distance(a: Answers, b: Answers): number {
  const certain = b.certain - a.certain;
  const conditional = b.conditional - a.conditional;
  return Math.max(Math.max(certain, 0) + Math.max(conditional, 0), Math.max(-certain, 0) + Math.max(-conditional, 0));
}

/** Old figures that are not too much for `limit`, with their rungs if so many still wait with no higher needs. */
function largestSeen({ seen }: UnitState, limit: Shown, needs: readonly Need[]): Shown {
  let best = nothingShown;
  for (const { shown } of seen) {
    const fits = shown.firm <= limit.firm && shown.waiting <= limit.waiting;
    const larger = shown.firm > best.firm || (shown.firm === best.firm && shown.waiting >= best.waiting);
    if (fits && larger) best = covered(shown.rungs, needs) ? shown : { ...shown, rungs: [] };
  }
  return best;
}

function covered(rungs: readonly Need[], needs: readonly Need[]): boolean {
  return rungs.every(([others]) => peopleUpTo(rungs, others) <= peopleUpTo(needs, others));
}

function peopleUpTo(needs: readonly Need[], others: number): number {
  return needs.reduce((sum, [need, people]) => (need <= others ? sum + people : sum), 0);
}

function showable({ firm, waiting, needs }: ExactFigures, { k, members }: PublicationRule): Shown {
  const shownWaiting = atLeast(waiting, k);
  const silent = members === undefined ? 0 : members - firm - shownWaiting;
  const coveringSilent = silent > 0 && silent < k ? firm - (k - silent) : firm;
  return {
    firm: atLeast(coveringSilent, k),
    waiting: shownWaiting,
    rungs: shownWaiting === 0 ? [] : rungs(needs, waiting, k),
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

/** What everybody may see: units, their sums by sector, and over the whole drive, all to be read as 'at least'. */
export interface Published {
  readonly units: ReadonlyMap<string, Tally>;
  readonly sectors: ReadonlyMap<string, Tally>;
  readonly all: Tally;
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
  return { units: tallies, sectors, all };
}

/** Whether the goal may be announced while the drive is open: everything about it on published figures. */
export function goalReached(target: Target, published: Published): boolean {
  return goalMet(target, published.all.firm, (sector) => published.sectors.get(sector)?.firm ?? 0);
}

/**
 * What is said of the goal at the close, with the exact firm count of the whole drive. 'undecided': enough people, but
 * what is published does not show whether a sector has its minimum, and to say it would be a second exact figure.
 */
export function goalAtClose(target: Target, exactFirm: number, published: Published): "met" | "missed" | "undecided" {
  if (exactFirm < target.people) return "missed";
  return goalMet(target, exactFirm, (sector) => published.sectors.get(sector)?.firm ?? 0) ? "met" : "undecided";
}

/**
 * What one new answer adds to the number of people whose answer differs from the one at their unit's last step.
 * A pledge that is not counted yet (not vouched for) is `withdrawn` here until it is.
 */
export function changedBy(before: Answer, after: Answer, atStep: Answer): -1 | 0 | 1 {
  const differed = !sameAnswer(before, atStep);
  const differs = !sameAnswer(after, atStep);
  return differed === differs ? 0 : differs ? 1 : -1;
}

/**
 * The same, where a person's pledge goes away together with what is known of the last step: forgotten, or moved to a
 * cell of another unit (where it arrives as a first answer). Departures do not help to make up `k`: otherwise one person who
 * goes and comes again five times would be five.
 */
export function changedByLeaving(before: Answer, atStep: Answer): -1 | 0 {
  return sameAnswer(before, atStep) ? 0 : -1;
}

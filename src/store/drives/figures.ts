/** What a reader sees of a drive. Cards, tallies, pictures, lists and minutes take their figures from here and nowhere else. */
import type { Drive, Figures } from "../../domain/drives.ts";
import { holds, noPledges, readHistogram, waitingHint, type Answer, type OfWay } from "../../domain/pledges.ts";
import { fits, insideCell, settle, type Inside, type ShownUnit } from "../../domain/publication.ts";
import type { Store } from "../repository.ts";
import type { CellFinal } from "./records.ts";
import { sectorIds } from "./rows.ts";
import { pendingIn, shownUnits } from "./units.ts";

/** A cell's row in a drive. */
interface CellRow {
  readonly cellId: string;
  readonly unitId: string | null;
  readonly sectorId: string;
  readonly histogram: string;
  readonly unvouched: number;
  readonly kept: number;
  readonly final: string | null;
}

/**
 * What somebody may see who reads in a cell's chat (or counts in it, and reads in their direct chat): what is published, and of
 * that cell its exact answers. Without a cell, or with one outside the scope, only what is published: the same in every chat.
 * A drive of one cell is that cell's own business, and exact: it is for its own chats only. Whether numbers are shown at all
 * is up to `numbersShown`.
 */
export async function figuresFor(store: Store, drive: Drive, cellId: string | undefined): Promise<Figures> {
  const ofCell = drive.scope === "cell";
  const row = await cellRow(store, drive, ofCell ? drive.cellId : cellId);
  const shown = await shownUnits(store, drive.id);
  const { sectors: published, all, ways } = settle(shown);
  const open = drive.closedAt === undefined;
  const now = row === undefined ? undefined : await insideNow(store, drive, row, shown);
  const inside = row && now && atClose(row, now);
  const own = row && inside && { firm: inside.firm, waiting: inside.waiting, unvouched: row.unvouched, kept: row.kept };
  const inCell = peopleIn(drive, row === undefined ? [] : readHistogram(row.histogram).ways);
  const firm = drive.final?.firm ?? (ofCell ? (own?.firm ?? 0) : all.firm);
  const exact = ofCell || (drive.final !== undefined && drive.final.exact !== false);
  const sectors = (await sectorIds(store, drive.id)).map((sectorId) => {
    const tally = ofCell ? own : published.get(sectorId);
    const kept = ofCell
      ? (own?.kept ?? 0)
      : shown.reduce((sum, unit) => (unit.sector === sectorId ? sum + unit.kept : sum), 0);
    return { sectorId, firm: tally?.firm ?? 0, waiting: open ? (tally?.waiting ?? 0) : 0, kept };
  });
  // Of the reader's own sector the cell alone may have more than was published.
  const parts = sectors.map((one) => Math.max(one.firm, one.sectorId === row?.sectorId ? (own?.firm ?? 0) : 0));
  const together = !exact || fits(parts, firm);
  const ownFits = !exact || own === undefined || own.firm <= firm;
  return {
    firm,
    waiting: open ? (ofCell ? (own?.waiting ?? 0) : all.waiting) : 0,
    exact,
    leftOut: !together || !ownFits,
    hint: open ? hintOf(now, shown) : undefined,
    own: ownFits ? own : undefined,
    sectors: together ? sectors : [],
    ways: ofCell ? inCell : peopleIn(drive, ways),
    ownWays: row === undefined ? undefined : inCell,
  };
}

/** Of each sector the cells (ids) that are counted in its figure: those that are in a unit of it. */
export async function countedIn(store: Store, drive: Drive): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await store.session.tx.driveCell.findMany({
    where: { driveId: drive.id },
    select: { cellId: true, sectorId: true, unit: { select: { sectorId: true } } },
  });
  const there = rows.filter(({ sectorId, unit }) => drive.scope === "cell" || unit?.sectorId === sectorId);
  const bySector = Map.groupBy(there, ({ sectorId }) => sectorId);
  return new Map([...bySector].map(([sectorId, of]) => [sectorId, new Set(of.map(({ cellId }) => cellId))]));
}

/** People in each way of a drive but the first, in their order. */
const peopleIn = ({ ways }: Drive, counted: readonly OfWay[]): readonly number[] =>
  ways.slice(1).map((_, at) => counted.find(([way]) => way === at + 1)?.[1] ?? 0);

async function cellRow(store: Store, drive: Drive, cellId: string | undefined): Promise<CellRow | undefined> {
  if (cellId === undefined) return undefined;
  const where = { driveId_cellId: { driveId: drive.id, cellId } };
  return (await store.session.tx.driveCell.findUnique({ where })) ?? undefined;
}

const elsewhere = (shown: readonly ShownUnit[], row: CellRow): readonly ShownUnit[] =>
  shown.filter(({ id }) => id !== row.unitId);

async function insideNow(store: Store, drive: Drive, row: CellRow, shown: readonly ShownUnit[]): Promise<Inside> {
  const { final } = drive;
  const total = final !== undefined && final.exact !== false ? final.firm : undefined;
  const pending = (await pendingIn(store, shown)).get(row.cellId) ?? noPledges;
  const cell = { id: row.cellId, sector: row.sectorId, histogram: readHistogram(row.histogram) };
  return insideCell(cell, pending, elsewhere(shown, row), total);
}

/** What a cell's own people see of themselves: from the close on it stands still. */
function atClose({ final }: CellRow, { own, reached, inSector }: Inside): CellFinal {
  return final === null ? { ...own, reached, inSector } : (JSON.parse(final) as CellFinal); // an edge: only stepping.ts writes it
}

function hintOf(now: Inside | undefined, shown: readonly ShownUnit[]): Figures["hint"] {
  const { firm } = settle(shown).all;
  if (now === undefined) return waitingHint(shown.map(asPledges), firm);
  const cell = { id: "", sector: undefined, histogram: { ...noPledges, drive: now.waiting } };
  // What everybody is shown is in, too: of a pooled unit the view from inside one cell leaves it out.
  return waitingHint([cell], Math.max(now.reached, firm));
}

/** What a unit shows, for counting those who wait. */
const asPledges = ({ id, sector, shown }: ShownUnit) => ({
  id,
  sector,
  histogram: { ...noPledges, certain: shown.firm, drive: shown.rungs },
});

/**
 * Whether an answer was firm at the close, as the people of that cell were shown: by exact figures of the sector it would
 * tell these.
 */
export async function wasFirm(store: Store, drive: Drive, cellId: string, answer: Answer): Promise<boolean> {
  if (answer === "withdrawn") return false;
  if (answer.scope === "none" || answer.scope === "way") return true;
  const row = await cellRow(store, drive, cellId);
  if (row === undefined) return false;
  const now = await insideNow(store, drive, row, await shownUnits(store, drive.id));
  const { reached, inSector } = atClose(row, now);
  return holds(answer.others, answer.scope === "drive" ? reached : inSector);
}

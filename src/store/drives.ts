/**
 * Pledge drives: their answers as a histogram for each cell, what is published of them, and what became of them.
 * The rules are in src/domain/pledges.ts and src/domain/publication.ts; this is where their figures are kept.
 *
 * A drive is open from `create` to `close`. While it is open an answer changes one pledge, the histogram of one cell,
 * and the number `changed` of that cell's unit; nothing that it costs grows with the number of pledges. When `changed`
 * reaches `k`, a job is planned for the next moment of the grid, and `step` publishes. After the close the answers
 * stand still, people record what they kept, and after the federation's retention `clear` removes what is personal.
 *
 * Locks on PostgreSQL, always in this order: the drive's cells, its units, the drive.
 */
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons, type Part } from "./of-persons.ts";
import { Prisma, type Drive as DriveRow } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";
import {
  clockOf,
  concerns,
  driveCard,
  driveJobs,
  isOpen,
  numbersShown,
  type Drive,
  type DriveChanges,
  type Figures,
  type Final,
  type Kept,
  type Reveal,
  type Scope,
} from "../domain/drives.ts";
import type { PublishedFigures } from "../domain/tallies.ts";
import { gridCeil } from "../domain/time.ts";
import {
  add,
  firm,
  goalInPeople,
  goalMet,
  noPledges,
  readHistogram,
  remove,
  replace,
  sameAnswer,
  waitingHint,
  writeHistogram,
  type Answer,
  type CellPledges,
  type Goal,
  type Histogram,
  type Target,
} from "../domain/pledges.ts";
import {
  changedBy,
  changedByLeaving,
  exactFigures,
  goalAtClose,
  goalReached,
  nothingShown,
  openUnit,
  settle,
  step,
  units,
  withOthersShown,
  withTotalKnown,
  type Shown,
  type ShownUnit,
  type UnitState,
} from "../domain/publication.ts";
import { Cards } from "./cards.ts";
import { Jobs } from "./jobs.ts";

export interface NewDrive {
  readonly question: string;
  readonly name: string | undefined;
  readonly scope: Scope;
  readonly cellId: string;
  /** Ids, for the scope `sector`; otherwise empty. */
  readonly sectors: readonly string[];
  readonly createdById: string;
  readonly goal: Goal;
  readonly minimum: number;
  readonly reveal: Reveal;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/** Who answers: a person who counts in a cell. */
export interface Answerer {
  readonly id: string;
  readonly cellId: string | undefined;
  /** How many vouch for them. */
  readonly vouched: number;
}

/** What became of an answer. */
export type Answered =
  | {
      readonly outcome: "recorded";
      /** The answer before; `withdrawn` if there was none. */
      readonly before: Answer;
      /** False: shown apart until enough members have vouched. */
      readonly counted: boolean;
      /** This answer met the goal of a drive of one cell: it is to be announced, once. */
      readonly goalReached: boolean;
    }
  | { readonly outcome: "closed" }
  /** The person counts in a cell (or in none) that is not in the drive's scope. */
  | { readonly outcome: "elsewhere" };

/** A person's own answer, for themselves. */
export interface OwnAnswer {
  readonly answer: Answer;
  readonly counted: boolean;
  readonly kept: boolean;
}

/** An open drive that two persons, who turn out to be one, have answered differently. */
export interface Contested {
  readonly drive: Drive;
  readonly first: Answer;
  readonly second: Answer;
  /** The two answers, so that a choice between them is worth nothing once one has changed. */
  readonly key: string;
}

/** What becomes of the answers of two persons who turn out to be one. */
export interface BothAnswers {
  readonly contested: readonly Contested[];
  /** Open drives of the second whose scope does not have the cell in which the person will count. */
  readonly lost: readonly Drive[];
  /** How many closed drives have counted both. */
  readonly closedTwice: number;
}

/** What a step or the close came to. */
export interface Stepped {
  readonly drive: Drive;
  /** The goal was met now, for the first time. */
  readonly goalReached: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Pledges removed in one transaction by the retention. */
const clearedAtOnce = 5_000;

/** The text that is stored: `in`, `if:N`, `if:N:sector`, `out`. */
export function writeAnswer(answer: Answer): string {
  if (answer === "withdrawn") return "out";
  if (answer.scope === "none") return "in";
  return answer.scope === "sector" ? `if:${answer.others}:sector` : `if:${answer.others}`;
}

/** @throws RangeError if the text did not come from `writeAnswer`. */
export function readAnswer(text: string): Answer {
  if (text === "out") return "withdrawn";
  if (text === "in") return { scope: "none" };
  const [, others, sector] = /^if:(\d+)(:sector)?$/.exec(text) ?? [];
  if (others === undefined) throw new RangeError("not an answer");
  return { scope: sector === undefined ? "drive" : "sector", others: Number(others) };
}

/** A pledge of a person, with what is known of its cell and unit. */
interface PledgeRow {
  readonly pledgeId: string | null;
  readonly pledgeCell: string | null;
  readonly answer: string | null;
  readonly atStep: string | null;
  readonly pledgeStep: number | null;
  readonly counted: boolean | null;
}

/** The person's cell in the drive, and their pledge. */
interface PlaceRow extends PledgeRow {
  readonly histogram: string;
  readonly sectorId: string;
  readonly unvouched: number;
  readonly unitId: string | null;
  readonly steps: number | null;
  readonly changed: number | null;
  readonly closed: number;
}

/** A place with a pledge. */
interface StandingRow extends PlaceRow {
  readonly pledgeId: string;
  readonly pledgeCell: string;
  readonly answer: string;
}

const isStanding = (place: PlaceRow): place is StandingRow =>
  place.pledgeId !== null && place.pledgeCell !== null && place.answer !== null;

/** For what place each text is sealed: see sealing.ts. */
const purposes = { question: "Drive.sealedQuestion", name: "Drive.sealedName" } as const;

export class Drives {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #jobs: Jobs;
  readonly #cards: Cards;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#jobs = new Jobs(session, federation.id);
    this.#cards = new Cards(session);
  }

  // Opening and finding

  /** Opens a drive: the goal in people, and the units that are published, are fixed now. */
  async create(of: NewDrive): Promise<Drive> {
    const { tx, now } = this.#session;
    const { id: federationId, sealer, smallestGroup, stepMinutes } = this.#federation;
    const cells = await this.#cellsOf(of);
    const id = this.#session.newId();
    const last = await tx.drive.aggregate({ where: { federationId }, _max: { number: true } });
    const row = await tx.drive.create({
      data: {
        id,
        federationId,
        number: (last._max.number ?? 0) + 1,
        sealedQuestion: sealer.seal(of.question, purposes.question),
        sealedName: of.name === undefined ? null : sealer.seal(of.name, purposes.name),
        scope: of.scope,
        cellId: of.cellId,
        sectors: JSON.stringify(of.sectors),
        createdById: of.createdById,
        ...goalColumns(of.goal, cells),
        minimum: of.minimum,
        reveal: of.reveal,
        openedAt: new Date(now),
        deadline: new Date(of.deadline),
        smallestGroup,
        stepMinutes,
      },
    });
    await this.#createCounts(id, of.scope, cells);
    const drive = this.#record(row);
    await this.#planDeadline(drive);
    return drive;
  }

  /** One row for each cell and each unit. A drive of one cell is that cell's own business and has no units. */
  async #createCounts(driveId: string, scope: Scope, cells: readonly CellOfDrive[]): Promise<void> {
    const { tx, now } = this.#session;
    const made = scope === "cell" ? [] : units(cells, this.#federation.smallestGroup);
    const sizes = new Map(cells.map((cell) => [cell.id, cell.members]));
    const unitOf = new Map<string, string>();
    const rows = made.map(({ sector, cells: ofUnit }) => {
      const id = this.#session.newId();
      for (const cell of ofUnit) unitOf.set(cell, id);
      const members = ofUnit.reduce((sum, cell) => sum + (sizes.get(cell) ?? 0), 0);
      const state = JSON.stringify(openUnit(now));
      return { id, driveId, sectorId: sector ?? null, members, shown: JSON.stringify(nothingShown), state };
    });
    await tx.driveUnit.createMany({ data: rows });
    await tx.driveCell.createMany({
      data: cells.map(({ id: cellId, sector: sectorId }) => ({
        driveId,
        cellId,
        sectorId,
        unitId: unitOf.get(cellId) ?? null,
        histogram: writeHistogram(noPledges),
      })),
    });
  }

  async #cellsOf(of: Pick<NewDrive, "scope" | "cellId" | "sectors">): Promise<readonly CellOfDrive[]> {
    const { tx } = this.#session;
    const federationId = this.#federation.id;
    const scope =
      of.scope === "cell" ? { id: of.cellId } : of.scope === "sector" ? { sectorId: { in: [...of.sectors] } } : {};
    const cells = await tx.cell.findMany({
      where: { federationId, ...scope },
      select: { id: true, sectorId: true },
      orderBy: { id: "asc" },
    });
    const counted = await tx.person.groupBy({
      by: ["cellId"],
      where: { federationId, cellId: of.scope === "cell" ? of.cellId : { not: null } },
      _count: { _all: true },
    });
    const members = new Map(counted.map(({ cellId, _count }) => [cellId, _count._all]));
    return cells.map(({ id, sectorId }) => ({ id, sector: sectorId, members: members.get(id) ?? 0 }));
  }

  async get(id: string): Promise<Drive | undefined> {
    const row = await this.#session.tx.drive.findFirst({ where: { id, federationId: this.#federation.id } });
    return row === null ? undefined : this.#record(row);
  }

  async byNumber(number: number): Promise<Drive | undefined> {
    const row = await this.#session.tx.drive.findUnique({
      where: { federationId_number: { federationId: this.#federation.id, number } },
    });
    return row === null ? undefined : this.#record(row);
  }

  /**
   * The drives that concern a cell (all of the federation's without one): those that are open, or with `closed` also
   * those that closed and were not cleared yet. Open ones first, each the oldest first.
   */
  async list(cellId: string | undefined, { closed = false } = {}): Promise<readonly Drive[]> {
    const { tx, now } = this.#session;
    const wanted = closed ? Prisma.sql`"clearedAt" IS NULL` : Prisma.sql`"closedAt" IS NULL`;
    const rows = await tx.$queryRaw<DriveRow>`
      SELECT * FROM "Drive" WHERE "federationId" = ${this.#federation.id} AND ${wanted} ORDER BY "number"`;
    const drives = rows.map((row) => this.#record(row)).filter((drive) => closed || isOpen(drive, now));
    const sorted = [...drives.filter((one) => isOpen(one, now)), ...drives.filter((one) => !isOpen(one, now))];
    if (cellId === undefined) return sorted;
    const [cell] = await tx.$queryRaw<{ id: string; sectorId: string }>`
      SELECT "id", "sectorId" FROM "Cell" WHERE "id" = ${cellId} AND "federationId" = ${this.#federation.id}`;
    return cell === undefined ? [] : sorted.filter((drive) => concerns(drive, cell));
  }

  /** The chats (ids of ours) of the cells in the drive's scope. In a council's chat a drive is shown only when somebody asks. */
  async chats(drive: Drive): Promise<readonly string[]> {
    const { tx } = this.#session;
    const cell =
      drive.scope === "cell"
        ? { cellId: drive.cellId }
        : drive.scope === "sector"
          ? { cell: { sectorId: { in: [...drive.sectors] } } }
          : { cellId: { not: null } };
    const rows = await tx.chat.findMany({
      where: { federationId: this.#federation.id, ...cell },
      select: { id: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map(({ id }) => id);
  }

  /**
   * What stands in a drive's way from its opening: how many people count in its scope now, and the sectors (ids) whose
   * cells are all in the unit 'others', so that a minimum there can never be shown as met (`units`).
   */
  async prospects(drive: Drive): Promise<{ readonly members: number; readonly unshown: readonly string[] }> {
    const cells = await this.#cellsOf(drive);
    const members = cells.reduce((sum, cell) => sum + cell.members, 0);
    if (drive.scope === "cell") return { members, unshown: [] };
    const rows = await this.#session.tx.driveUnit.findMany({
      where: { driveId: drive.id, sectorId: { not: null } },
      select: { sectorId: true },
    });
    const shown = new Set(rows.map(({ sectorId }) => sectorId));
    return { members, unshown: (await this.#sectorIds(drive.id)).filter((id) => !shown.has(id)) };
  }

  // Answering

  /**
   * Records a person's answer; the last one counts. An answer that changes nothing writes nothing.
   *
   * Four or five statements, whatever the number of pledges: what stands, the pledge, its event, the cell's histogram,
   * and the unit's `changed`. PostgreSQL needs one more, to lock the histogram first.
   */
  async answer(drive: Drive, person: Answerer, answer: Answer): Promise<Answered> {
    if (!isOpen(drive, this.#session.now)) return { outcome: "closed" };
    const cellId = person.cellId;
    const place = cellId === undefined ? undefined : await this.#place(drive, cellId, person.id);
    if (cellId === undefined || place === undefined) return { outcome: "elsewhere" };
    if (place.closed !== 0) return { outcome: "closed" };
    if (place.pledgeCell !== null && place.pledgeCell !== cellId) {
      // They changed the cell in which they count.
      await this.#arrive(drive, person, place);
      return this.answer(drive, person, answer);
    }
    const before = readAnswer(place.answer ?? "out");
    const counts = place.counted === true || person.vouched >= this.#federation.vouches;
    if (sameAnswer(before, answer) && (place.counted === null || counts === place.counted)) {
      return { outcome: "recorded", before, counted: counts, goalReached: false };
    }
    await this.#write(drive, { id: person.id, cellId }, place, answer, counts);
    const histogram = await this.#count(drive, cellId, place, answer, counts);
    const reached = histogram === undefined ? false : await this.#reachedInCell(drive, place.sectorId, histogram);
    return { outcome: "recorded", before, counted: counts, goalReached: reached };
  }

  /** What stands before an answer. Undefined where the cell is not in the scope. */
  async #place(drive: Drive, cellId: string, personId: string): Promise<PlaceRow | undefined> {
    const { tx } = this.#session;
    // READ COMMITTED reads the pledge as it was when the statement began: it has to begin after the lock is there.
    if (tx.provider === "postgresql") await this.#lockCell(drive.id, cellId);
    const [place] = await tx.$queryRaw<PlaceRow>`
      SELECT c."histogram", c."sectorId", c."unvouched", c."unitId", u."steps", u."changed",
        CASE WHEN d."closedAt" IS NULL THEN 0 ELSE 1 END AS "closed",
        p."id" AS "pledgeId", p."cellId" AS "pledgeCell", p."answer", p."atStep", p."step" AS "pledgeStep", p."counted"
      FROM "DriveCell" c
        JOIN "Drive" d ON d."id" = c."driveId"
        LEFT JOIN "DriveUnit" u ON u."id" = c."unitId"
        LEFT JOIN "Pledge" p ON p."driveId" = c."driveId" AND p."personId" = ${personId}
      WHERE c."driveId" = ${drive.id} AND c."cellId" = ${cellId}`;
    if (place !== undefined) return place;
    return (await this.#admitCell(drive, cellId)) ? this.#place(drive, cellId, personId) : undefined;
  }

  async #lockCell(driveId: string, cellId: string): Promise<void> {
    const { tx } = this.#session;
    await tx.$queryRaw`
      SELECT "cellId" FROM "DriveCell" WHERE "driveId" = ${driveId} AND "cellId" = ${cellId} ${tx.forUpdate}`;
  }

  /** A cell of the scope that was made after the opening is in no unit: it counts at the close. */
  async #admitCell(drive: Drive, cellId: string): Promise<boolean> {
    const { tx } = this.#session;
    const cell = await tx.cell.findFirst({
      where: { id: cellId, federationId: this.#federation.id },
      select: { id: true, sectorId: true },
    });
    if (cell === null || !concerns(drive, cell)) return false;
    await tx.$executeRaw`
      INSERT INTO "DriveCell" ("driveId", "cellId", "unitId", "sectorId", "histogram", "unvouched", "kept")
      VALUES (${drive.id}, ${cell.id}, ${null}, ${cell.sectorId}, ${writeHistogram(noPledges)}, 0, 0)
      ON CONFLICT ("driveId", "cellId") DO NOTHING`;
    return true;
  }

  /** Writes the standing answer and its event. */
  async #write(
    drive: Drive,
    person: { readonly id: string; readonly cellId: string },
    place: PlaceRow,
    answer: Answer,
    counts: boolean,
  ): Promise<void> {
    const { tx, now } = this.#session;
    const at = new Date(now);
    const text = writeAnswer(answer);
    const atStep = writeAnswer(answerAtStep(place));
    const id = place.pledgeId ?? this.#session.newId();
    if (place.pledgeId === null) {
      await tx.$executeRaw`
        INSERT INTO "Pledge"
          ("id", "driveId", "personId", "cellId", "answer", "atStep", "step", "counted", "kept", "answeredAt")
        VALUES (${id}, ${drive.id}, ${person.id}, ${person.cellId}, ${text}, ${atStep}, ${place.steps ?? 0},
          ${bool(counts, tx.provider)}, ${bool(false, tx.provider)}, ${at})`;
    } else {
      await tx.$executeRaw`
        UPDATE "Pledge" SET "answer" = ${text}, "atStep" = ${atStep}, "step" = ${place.steps ?? 0},
          "counted" = ${bool(counts, tx.provider)}, "answeredAt" = ${at}
        WHERE "id" = ${id}`;
    }
    await tx.$executeRaw`
      INSERT INTO "PledgeEvent" ("id", "pledgeId", "at", "answer") VALUES (${this.#session.newId()}, ${id}, ${at}, ${text})`;
    if (!drive.answered)
      await tx.drive.updateMany({ where: { id: drive.id, answered: false }, data: { answered: true } });
  }

  /** Brings the histogram of the cell and its unit up to date; gives back the histogram if it changed. */
  async #count(
    drive: Drive,
    cellId: string,
    place: PlaceRow,
    answer: Answer,
    counts: boolean,
  ): Promise<Histogram | undefined> {
    const before = countedAnswer(place);
    const after = counts ? answer : "withdrawn";
    const histogram = replace(readHistogram(place.histogram), before, after);
    const unvouched = apart(answer, counts) - apart(readAnswer(place.answer ?? "out"), place.counted ?? true);
    await this.#writeCell(drive, cellId, histogram, unvouched);
    await this.#changeUnit(drive, place, changedBy(before, after, answerAtStep(place)));
    if (numbersShown(drive)) this.#touchIn(drive, cellId);
    return sameAnswer(before, after) ? undefined : histogram;
  }

  async #writeCell(drive: Drive, cellId: string, histogram: Histogram, unvouched: number): Promise<void> {
    await this.#session.tx.$executeRaw`
      UPDATE "DriveCell" SET "histogram" = ${writeHistogram(histogram)}, "unvouched" = "unvouched" + ${unvouched}
      WHERE "driveId" = ${drive.id} AND "cellId" = ${cellId}`;
  }

  /** A step is planned by whoever brings a unit to `k`: until it is taken nobody else has to. */
  async #changeUnit(drive: Drive, { unitId }: Pick<PlaceRow, "unitId">, by: -1 | 0 | 1): Promise<void> {
    if (unitId === null || by === 0) return;
    const [unit] = await this.#session.tx.$queryRaw<{ changed: number }>`
      UPDATE "DriveUnit" SET "changed" = "changed" + ${by} WHERE "id" = ${unitId} RETURNING "changed"`;
    if (by === 1 && unit?.changed === drive.smallestGroup) await this.#planStep(drive);
  }

  /** Whether the goal of a drive of one cell is met now for the first time; then it is noted. */
  async #reachedInCell(drive: Drive, sectorId: string, histogram: Histogram): Promise<boolean> {
    if (drive.scope !== "cell" || drive.goalAt !== undefined) return false;
    const standing = firm([{ id: drive.cellId, sector: sectorId, histogram }]);
    const target = targetOf(drive, [sectorId]);
    const inSector = (sector: string) => standing.sectors.get(sector)?.firm ?? 0;
    return goalMet(target, standing.reached, inSector) ? this.#noteGoal(drive) : false;
  }

  /** True for the one who notes it first. */
  async #noteGoal(drive: Drive): Promise<boolean> {
    const { tx, now } = this.#session;
    const { count } = await tx.drive.updateMany({
      where: { id: drive.id, goalAt: null },
      data: { goalAt: new Date(now) },
    });
    if (count === 1) this.#touch(drive.id);
    return count === 1;
  }

  /** A person's own answer; undefined if they gave none. */
  async own(drive: Drive, personId: string): Promise<OwnAnswer | undefined> {
    const row = await this.#session.tx.pledge.findUnique({
      where: { driveId_personId: { driveId: drive.id, personId } },
      select: { answer: true, counted: true, kept: true },
    });
    return row === null ? undefined : { ...row, answer: readAnswer(row.answer) };
  }

  // People who come to count, move, leave

  get ofPersons(): OfPersons {
    const { tx } = this.#session;
    return {
      tables: ["Drive", "Pledge", "PledgeEvent"],
      leavesCell: nothing("answers go with where somebody counts: countsElsewhere"),
      countsElsewhere: async ({ person, note }) => {
        const { moved, withdrawn } = await this.moved(person);
        if (moved.length > 0) note({ kind: "answers-moved", drives: moved });
        if (withdrawn.length > 0) note({ kind: "answers-withdrawn", drives: withdrawn });
      },
      becomesOne: async ({ first, second, stands }) => {
        const where = { createdById: second, federationId: this.#federation.id };
        await tx.drive.updateMany({ where, data: { createdById: first.id } });
        await this.#merge(first, second, stands);
      },
      forgotten: async ({ person }) => {
        const where = { createdById: person.id, federationId: this.#federation.id };
        await tx.drive.updateMany({ where, data: { createdById: null } });
        await this.#forget(person.id);
      },
      exported: ({ personId }) => this.#export(personId),
      retention: nothing("each drive that has closed has a job for it: drive-clear"),
      cellLeavesCouncil: nothing("drives are of cells, sectors and the federation"),
    };
  }

  async #export(personId: string): Promise<Part> {
    const { tx } = this.#session;
    const opened = await tx.drive.findMany({
      where: { createdById: personId, federationId: this.#federation.id },
      orderBy: { number: "asc" },
    });
    const pledges = await tx.pledge.findMany({
      where: { personId },
      include: { drive: true, events: { orderBy: { at: "asc" } } },
      orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
    });
    const asked = (row: DriveRow): Part => {
      const { number, question } = this.#record(row);
      return { drive: number, question };
    };
    return {
      drivesOpened: opened.map(asked),
      pledges: pledges.map(({ drive, events, ...pledge }) => ({
        ...asked(drive),
        answer: pledge.answer,
        answeredAt: pledge.answeredAt,
        counted: pledge.counted,
        kept: pledge.kept,
        changes: events.map(({ at, answer }) => ({ at, answer })),
      })),
    };
  }

  /** Enough members vouch for the person now: their answers in open drives count. */
  async vouchedFor(personId: string): Promise<void> {
    for (const drive of await this.#answeredBy(personId)) {
      const place = await this.#standing(drive, personId);
      if (place === undefined || place.counted !== false) continue;
      const { tx } = this.#session;
      await tx.pledge.update({
        where: { id: place.pledgeId },
        data: { counted: true, atStep: writeAnswer(answerAtStep(place)), step: place.steps ?? 0 },
      });
      await this.#count(drive, place.pledgeCell, place, readAnswer(place.answer), true);
      await this.#lookAtGoal(drive);
    }
  }

  /**
   * The person counts in another cell now, or in none: their answers in open drives move there, as first answers, or are
   * withdrawn where that cell has no part in the drive.
   */
  async moved(person: Answerer): Promise<{ readonly moved: readonly Drive[]; readonly withdrawn: readonly Drive[] }> {
    const [moved, withdrawn]: [Drive[], Drive[]] = [[], []];
    for (const drive of await this.#answeredBy(person.id)) {
      const place = person.cellId === undefined ? undefined : await this.#place(drive, person.cellId, person.id);
      if (place !== undefined && place.pledgeCell === person.cellId) continue;
      const answered = (await this.own(drive, person.id))?.answer !== "withdrawn";
      if (place === undefined) await this.#withdraw(drive, person.id);
      else await this.#arrive(drive, person, place);
      if (answered) (place === undefined ? withdrawn : moved).push(drive);
      await this.#lookAtGoal(drive);
    }
    return { moved, withdrawn };
  }

  /** Moves a pledge into the cell `person.cellId`, which `place` describes. */
  async #arrive(drive: Drive, person: Answerer, place: PlaceRow): Promise<void> {
    const { tx } = this.#session;
    const { cellId } = person;
    if (cellId === undefined || !isStanding(place)) return;
    const left = await this.#place(drive, place.pledgeCell, person.id);
    const sameUnit = left !== undefined && left.unitId !== null && left.unitId === place.unitId;
    if (left !== undefined) await this.#uncount(drive, place.pledgeCell, left, sameUnit);
    const arrived: PlaceRow = { ...place, ...(sameUnit ? {} : { atStep: "out", pledgeStep: place.steps ?? 0 }) };
    await tx.pledge.update({
      where: { id: place.pledgeId },
      data: { cellId, atStep: writeAnswer(answerAtStep(arrived)), step: place.steps ?? 0 },
    });
    const answer = readAnswer(place.answer);
    const counts = place.counted === true;
    const histogram = readHistogram(place.histogram);
    const after = counts && answer !== "withdrawn" ? add(histogram, answer) : histogram;
    await this.#writeCell(drive, cellId, after, apart(answer, counts));
    if (!sameUnit) {
      await this.#changeUnit(drive, place, changedBy("withdrawn", counts ? answer : "withdrawn", "withdrawn"));
    }
    if (numbersShown(drive)) this.#touchIn(drive, cellId);
  }

  /** Takes a pledge out of the figures of its cell. */
  async #uncount(drive: Drive, cellId: string, place: PlaceRow, sameUnit = false): Promise<void> {
    const before = countedAnswer(place);
    const histogram = readHistogram(place.histogram);
    await this.#writeCell(
      drive,
      cellId,
      before === "withdrawn" ? histogram : remove(histogram, before),
      -apart(readAnswer(place.answer ?? "out"), place.counted ?? true),
    );
    if (!sameUnit) await this.#changeUnit(drive, place, changedByLeaving(before, answerAtStep(place)));
    if (numbersShown(drive)) this.#touchIn(drive, cellId);
  }

  /** The person left, or is about to be forgotten: their answers in open drives are withdrawn and removed. */
  async withdrawAll(personId: string): Promise<void> {
    for (const drive of await this.#answeredBy(personId)) await this.#withdraw(drive, personId);
  }

  /** The same, and what is known of when they answered drives that are closed; the counts of these stay right. */
  async #forget(personId: string): Promise<void> {
    await this.withdrawAll(personId);
    await this.#session.tx.pledgeEvent.deleteMany({
      where: { pledge: { personId, drive: { federationId: this.#federation.id } } },
    });
    await this.#session.tx.pledge.updateMany({
      where: { personId, drive: { federationId: this.#federation.id } },
      data: { personId: null },
    });
  }

  async #withdraw(drive: Drive, personId: string): Promise<void> {
    const place = await this.#standing(drive, personId);
    if (place === undefined || place.closed !== 0) return;
    await this.#uncount(drive, place.pledgeCell, place);
    await this.#session.tx.pledge.delete({ where: { id: place.pledgeId } });
  }

  // Two persons who turn out to be one: src/store/links.ts

  /**
   * What becomes of the answers of two persons if they are one, who counts in `cellId`: where they have to choose, what
   * cannot stand there, and how many closed drives have counted both.
   */
  async ofBoth(first: string, second: string, cellId: string | undefined): Promise<BothAnswers> {
    const contested: Contested[] = [];
    const lost: Drive[] = [];
    for (const drive of await this.#answeredBy(second)) {
      const mine = await this.own(drive, first);
      const theirs = await this.own(drive, second);
      if (theirs === undefined) continue;
      const takes = cellId !== undefined && (await this.#counts(drive, cellId));
      if (mine !== undefined && !sameAnswer(mine.answer, theirs.answer)) {
        const key = `${writeAnswer(mine.answer)} ${writeAnswer(theirs.answer)}`;
        contested.push({ drive, first: mine.answer, second: theirs.answer, key });
      }
      if (!takes && theirs.answer !== "withdrawn") lost.push(drive);
    }
    const closedTwice = await this.#session.tx.drive.count({
      where: {
        federationId: this.#federation.id,
        closedAt: { not: null },
        AND: [{ pledges: { some: { personId: first } } }, { pledges: { some: { personId: second } } }],
      },
    });
    return { contested, lost, closedTwice };
  }

  /** Whether a cell counts in a drive: it is in its scope, or was. */
  async #counts(drive: Drive, cellId: string): Promise<boolean> {
    const { tx } = this.#session;
    const where = { driveId_cellId: { driveId: drive.id, cellId } };
    if ((await tx.driveCell.findUnique({ where, select: { cellId: true } })) !== null) return true;
    const cell = await tx.cell.findFirst({
      where: { id: cellId, federationId: this.#federation.id },
      select: { id: true, sectorId: true },
    });
    return cell !== null && concerns(drive, cell);
  }

  /**
   * The answers of `second` are those of `first` from now on, who counts in their own cell. Where both have answered an
   * open drive, `stands` says whose answer it is, and the other is taken out of the figures; closed drives keep both
   * answers in theirs, and the person keeps one of the two.
   * @throws if an open drive with two different answers is not in `stands`.
   */
  async #merge(first: Answerer, second: string, stands: ReadonlyMap<string, "first" | "second">): Promise<void> {
    for (const drive of await this.#answeredBy(second)) {
      const theirs = await this.#standing(drive, second);
      if (theirs === undefined) continue;
      if ((await this.#standing(drive, first.id)) === undefined) {
        await this.#session.tx.pledge.update({ where: { id: theirs.pledgeId }, data: { personId: first.id } });
      } else await this.#mergeIn(drive, first, theirs, stands.get(drive.id));
    }
    await this.#mergeClosed(first.id, second);
    await this.moved(first);
    if (first.vouched >= this.#federation.vouches) await this.vouchedFor(first.id);
  }

  /** Of two answers to one open drive, one is left. */
  async #mergeIn(
    drive: Drive,
    first: Answerer,
    theirs: StandingRow,
    stands: "first" | "second" | undefined,
  ): Promise<void> {
    const { tx } = this.#session;
    await this.#uncount(drive, theirs.pledgeCell, theirs);
    // Read after it: both may count in the same histogram.
    const mine = await this.#standing(drive, first.id);
    if (mine === undefined) throw new Error("an answer disappeared while it was being merged");
    await tx.pledgeEvent.updateMany({ where: { pledgeId: theirs.pledgeId }, data: { pledgeId: mine.pledgeId } });
    await tx.pledge.delete({ where: { id: theirs.pledgeId } });
    const before = readAnswer(mine.answer);
    const other = readAnswer(theirs.answer);
    if (stands === undefined && !sameAnswer(before, other)) throw new Error("nobody chose which answer stands");
    const after = stands === "second" ? other : before;
    const enough = first.vouched >= this.#federation.vouches;
    const counts = mine.counted === true || theirs.counted === true || enough;
    if (!sameAnswer(before, after) || counts !== mine.counted) {
      await this.#write(drive, { id: first.id, cellId: mine.pledgeCell }, mine, after, counts);
      await this.#count(drive, mine.pledgeCell, mine, after, counts);
    }
    await this.#lookAtGoal(drive);
  }

  /**
   * Closed drives: what was counted stays counted. Where both have answered, the person keeps the answer of `first`,
   * or that of `second` if `first` had withdrawn; the other is nobody's any more, as after forgetting.
   */
  async #mergeClosed(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    const drive = { federationId: this.#federation.id, closedAt: { not: null } };
    const select = { id: true, driveId: true, answer: true };
    const mine = await tx.pledge.findMany({ where: { personId: first, drive }, select });
    const theirs = await tx.pledge.findMany({ where: { personId: second, drive }, select });
    const ofFirst = new Map(mine.map((pledge) => [pledge.driveId, pledge]));
    const nobodys = theirs.flatMap((pledge) => {
      const other = ofFirst.get(pledge.driveId);
      if (other === undefined) return [];
      return other.answer === "out" && pledge.answer !== "out" ? [other.id] : [pledge.id];
    });
    await tx.pledgeEvent.deleteMany({ where: { pledgeId: { in: nobodys } } });
    await tx.pledge.updateMany({ where: { id: { in: nobodys } }, data: { personId: null } });
    await tx.pledge.updateMany({ where: { personId: second, drive }, data: { personId: first } });
  }

  /** The open drives in which a person has a standing answer, or had one. */
  async #answeredBy(personId: string): Promise<readonly Drive[]> {
    const rows = await this.#session.tx.drive.findMany({
      where: { federationId: this.#federation.id, closedAt: null, pledges: { some: { personId } } },
      orderBy: { number: "asc" },
    });
    return rows.map((row) => this.#record(row));
  }

  /** A person's pledge where it counts, which need not be where the person counts now. */
  async #standing(drive: Drive, personId: string): Promise<StandingRow | undefined> {
    const pledge = await this.#session.tx.pledge.findUnique({
      where: { driveId_personId: { driveId: drive.id, personId } },
      select: { cellId: true },
    });
    const place = pledge === null ? undefined : await this.#place(drive, pledge.cellId, personId);
    return place !== undefined && isStanding(place) ? place : undefined;
  }

  /** A drive of one cell may have met its goal by somebody who did not answer just now: a job announces it. */
  async #lookAtGoal(drive: Drive): Promise<void> {
    if (drive.scope !== "cell" || drive.goalAt !== undefined) return;
    const kind = driveJobs.goal;
    await this.#jobs.schedule({
      kind,
      key: `${kind}:${drive.id}`,
      payload: { drive: drive.id },
      dueAt: this.#session.now,
    });
  }

  /** Whether the goal of a drive of one cell is met, for the first time. */
  async goalInCell(drive: Drive): Promise<boolean> {
    if (!isOpen(drive, this.#session.now)) return false;
    const [cell] = await this.#cells(drive.id, { cellId: drive.cellId });
    return cell?.sector === undefined ? false : this.#reachedInCell(drive, cell.sector, cell.histogram);
  }

  // What was kept

  /** Records that a person kept their pledge. */
  async kept(drive: Drive, personId: string): Promise<Kept> {
    const { tx, now } = this.#session;
    if (isOpen(drive, now) || drive.closedAt === undefined) return "open";
    if (drive.clearedAt !== undefined) return "cleared";
    const row = await tx.pledge.findUnique({
      where: { driveId_personId: { driveId: drive.id, personId } },
      select: { id: true, cellId: true, answer: true },
    });
    if (row === null || row.answer === "out") return "no-pledge";
    const { count } = await tx.pledge.updateMany({ where: { id: row.id, kept: false }, data: { kept: true } });
    if (count === 0) return "already";
    const [cell] = await tx.$queryRaw<{ unitId: string | null }>`
      UPDATE "DriveCell" SET "kept" = "kept" + 1 WHERE "driveId" = ${drive.id} AND "cellId" = ${row.cellId}
      RETURNING "unitId"`;
    await this.#changeUnit(drive, { unitId: cell?.unitId ?? null }, 1);
    if (numbersShown(drive)) this.#touchIn(drive, row.cellId);
    return "recorded";
  }

  // Publishing

  /** Plans a step for the next moment of the grid after now. */
  async #planStep(drive: Drive): Promise<void> {
    const due = gridCeil(this.#session.now + 1, drive.stepMinutes);
    if (drive.closedAt === undefined && due >= drive.deadline) return; // nothing steps at or after the close
    const kind = driveJobs.step;
    // The moment is part of the key: planning the next step must not put off one that is late.
    const key = `${kind}:${drive.id}:${due}`;
    await this.#jobs.schedule({ kind, key, payload: { drive: drive.id, due: String(due) }, dueAt: due });
  }

  /**
   * Publishes what changed enough since the last step, all units from what was shown before it.
   * @param due the moment of the grid at which the step fell due; the clock may be later
   */
  async step(driveId: string, due: number): Promise<Stepped | undefined> {
    await this.#lockCells(driveId);
    const drive = await this.get(driveId);
    if (drive === undefined) return undefined;
    if (drive.closedAt !== undefined) {
      await this.#stepKept(drive);
      return { drive, goalReached: false };
    }
    if (due >= drive.deadline) return { drive, goalReached: false };
    const before = await this.#shownUnits(drive.id);
    const { tx } = this.#session;
    const ready = await tx.driveUnit.findMany({
      where: { driveId, changed: { gte: drive.smallestGroup } },
      select: { id: true, changed: true, state: true },
      orderBy: { id: "asc" },
    });
    const stepped = new Map<string, Shown>();
    for (const unit of ready) {
      const others = before.filter(({ id }) => id !== unit.id);
      const state = JSON.parse(unit.state) as UnitState; // an edge: only `create` and `step` write it
      const exact = exactFigures(await this.#cells(drive.id, { unitId: unit.id }), others);
      const rule = { k: drive.smallestGroup, interval: drive.stepMinutes * minute, closes: drive.deadline };
      const next = step(state, exact, unit.changed, due, rule);
      if (next === state) continue;
      stepped.set(unit.id, next.shown);
      const texts = { state: JSON.stringify(next), shown: JSON.stringify(next.shown) };
      // A pledge last changed before step number `steps` has its answer as the one at the last step: nothing to write there.
      await tx.driveUnit.update({ where: { id: unit.id }, data: { ...texts, changed: 0, steps: { increment: 1 } } });
    }
    if (stepped.size === 0) return { drive, goalReached: false };
    const published = settle(before.map((unit) => ({ ...unit, shown: stepped.get(unit.id) ?? unit.shown })));
    const target = targetOf(drive, await this.#sectorIds(drive.id));
    const goal = drive.goalAt === undefined && goalReached(target, published) && (await this.#noteGoal(drive));
    if (!goal && numbersShown(drive)) this.#touch(drive.id);
    return { drive, goalReached: goal };
  }

  /** What was kept only grows, so figures that are `k` people apart are enough. */
  async #stepKept(drive: Drive): Promise<void> {
    const { tx } = this.#session;
    const changed = await tx.$executeRaw`
      UPDATE "DriveUnit" SET "changed" = 0,
        "kept" = (SELECT SUM(c."kept") FROM "DriveCell" c WHERE c."unitId" = "DriveUnit"."id")
      WHERE "driveId" = ${drive.id} AND "changed" >= ${drive.smallestGroup}`;
    if (changed > 0 && numbersShown(drive)) this.#cards.touch({ kind: driveCard, subject: drive.id });
  }

  /** On PostgreSQL: whoever answers while figures are added up waits. */
  async #lockCells(driveId: string): Promise<void> {
    const { tx } = this.#session;
    if (tx.provider !== "postgresql") return;
    await tx.$queryRaw`SELECT "cellId" FROM "DriveCell" WHERE "driveId" = ${driveId} ORDER BY "cellId" ${tx.forUpdate}`;
  }

  async #cells(
    driveId: string,
    which: { readonly cellId?: string; readonly unitId?: string } = {},
  ): Promise<readonly CellPledges[]> {
    const rows = await this.#session.tx.driveCell.findMany({
      where: { driveId, ...which },
      orderBy: { cellId: "asc" },
    });
    return rows.map(({ cellId, sectorId, histogram }) => ({
      id: cellId,
      sector: sectorId,
      histogram: readHistogram(histogram),
    }));
  }

  /** What everybody sees of a drive has changed. */
  #touch(driveId: string): void {
    this.#cards.touch({ kind: driveCard, subject: driveId });
  }

  /** What one cell sees of a drive has changed; of a cell's own drive that is all that anybody sees. */
  #touchIn({ id, scope }: Pick<Drive, "id" | "scope">, cell: string): void {
    this.#cards.touch({ kind: driveCard, subject: id, ...(scope === "cell" ? {} : { cell }) });
  }

  async #shownUnits(driveId: string): Promise<readonly (ShownUnit & { readonly kept: number })[]> {
    const rows = await this.#session.tx.driveUnit.findMany({
      where: { driveId },
      select: { id: true, sectorId: true, shown: true, kept: true },
      orderBy: { id: "asc" },
    });
    return rows.map(({ id, sectorId, shown, kept }) => ({
      id,
      sector: sectorId ?? undefined,
      shown: JSON.parse(shown) as Shown, // an edge: only `create` and `step` write it
      kept,
    }));
  }

  async #sectorIds(driveId: string): Promise<readonly string[]> {
    const rows = await this.#session.tx.driveCell.groupBy({
      by: ["sectorId"],
      where: { driveId },
      orderBy: { sectorId: "asc" },
    });
    return rows.map(({ sectorId }) => sectorId);
  }

  /**
   * What somebody may see who reads in a cell's chat (or counts in it, and reads in their direct chat): its own exact
   * answers, and of all others what is published. Without a cell, or with one outside the scope, only what is published.
   * Whether numbers are shown at all is up to `numbersShown`.
   */
  async figures(drive: Drive, cellId: string | undefined): Promise<Figures> {
    const row =
      cellId === undefined
        ? null
        : await this.#session.tx.driveCell.findUnique({ where: { driveId_cellId: { driveId: drive.id, cellId } } });
    const shown = await this.#shownUnits(drive.id);
    const published = settle(shown);
    const cells =
      row === null ? [] : [{ id: row.cellId, sector: row.sectorId, histogram: readHistogram(row.histogram) }];
    const others = shown.filter(({ id }) => id !== row?.unitId);
    const inside =
      drive.final === undefined ? withOthersShown(cells, others) : withTotalKnown(cells, others, drive.final.firm);
    const open = Math.max(inside.reached, published.all.firm);
    const own = row === null ? undefined : inside.cells.get(row.cellId);
    const exact = drive.scope === "cell" || drive.final !== undefined;
    return {
      firm: drive.final?.firm ?? open,
      waiting: (own?.waiting ?? 0) + waitingThere(others, inside.reached),
      exact,
      hint: drive.closedAt === undefined ? waitingHint([...cells, ...others.map(asPledges)], open) : undefined,
      own:
        row === null
          ? undefined
          : { firm: own?.firm ?? 0, waiting: own?.waiting ?? 0, unvouched: row.unvouched, kept: row.kept },
      sectors: (await this.#sectorIds(drive.id)).map((sectorId) => ({
        sectorId,
        firm: Math.max(inside.sectors.get(sectorId)?.firm ?? 0, published.sectors.get(sectorId)?.firm ?? 0),
        kept: keptIn(sectorId, shown, row),
      })),
    };
  }

  /**
   * What everybody may see, wherever they read it: the same in every chat. A drive of one cell is that cell's own
   * business, and exact: it is for its own chats only. Whether numbers are shown at all is up to `numbersShown`.
   */
  async published(drive: Drive): Promise<PublishedFigures> {
    const open = drive.closedAt === undefined;
    if (drive.scope === "cell") {
      const { firm, waiting, exact } = await this.figures(drive, drive.cellId);
      return { firm, waiting: open ? waiting : 0, exact, sectors: [] };
    }
    const { sectors, all } = settle(await this.#shownUnits(drive.id));
    return {
      firm: drive.final?.firm ?? all.firm,
      waiting: open ? all.waiting : 0,
      exact: drive.final !== undefined,
      sectors: (await this.#sectorIds(drive.id)).map((sectorId) => {
        const tally = sectors.get(sectorId);
        return { sectorId, firm: tally?.firm ?? 0, waiting: open ? (tally?.waiting ?? 0) : 0 };
      }),
    };
  }

  // Deadlines, changes, the end

  async #planDeadline(drive: Drive): Promise<void> {
    const payload = { drive: drive.id };
    const { close } = driveJobs;
    await this.#jobs.schedule({ kind: close, key: `${close}:${drive.id}`, payload, dueAt: drive.deadline });
    await this.planClock(drive);
  }

  /** The card says how much time is left: it is shown again when it would say something else. */
  async planClock(drive: Drive): Promise<void> {
    const { now } = this.#session;
    const { until } = clockOf(drive.deadline - now);
    const kind = driveJobs.clock;
    const key = `${kind}:${drive.id}`;
    if (until === undefined) await this.#jobs.cancel(key);
    else await this.#jobs.schedule({ kind, key, payload: { drive: drive.id }, dueAt: drive.deadline - until });
  }

  /** Time has passed: the card is shown again. */
  async clockMoved(driveId: string): Promise<void> {
    const drive = await this.get(driveId);
    if (drive === undefined || drive.closedAt !== undefined) return;
    this.#cards.touch({ kind: driveCard, subject: drive.id });
    await this.planClock(drive);
  }

  /** Changes a drive; what is not named stays. */
  async edit(drive: Drive, changes: DriveChanges): Promise<Drive> {
    const { sealer } = this.#federation;
    const { question, name, deadline, goal, minimum, reveal } = changes;
    const row = await this.#session.tx.drive.update({
      where: { id: drive.id, federationId: this.#federation.id },
      data: {
        ...(question === undefined ? {} : { sealedQuestion: sealer.seal(question, purposes.question) }),
        ...(name === undefined ? {} : { sealedName: sealer.seal(name, purposes.name) }),
        ...(deadline === undefined ? {} : { deadline: new Date(deadline) }),
        ...(goal === undefined ? {} : goalColumns(goal, await this.#cellsOf(drive))),
        ...(minimum === undefined ? {} : { minimum }),
        ...(reveal === undefined ? {} : { reveal }),
      },
    });
    const edited = this.#record(row);
    if (deadline !== undefined) {
      await this.#planDeadline(edited);
      // A unit may be waiting for a step that lay behind the old deadline.
      const ready = await this.#session.tx.driveUnit.count({
        where: { driveId: drive.id, changed: { gte: drive.smallestGroup } },
      });
      if (ready > 0) await this.#planStep(edited);
    }
    this.#touch(drive.id);
    return edited;
  }

  /** Closes a drive. `goalReached` if the goal had not been met before. Undefined if it is closed already. */
  async close(driveId: string): Promise<Stepped | undefined> {
    const { tx, now } = this.#session;
    await this.#lockCells(driveId);
    const drive = await this.get(driveId);
    if (drive === undefined || drive.closedAt !== undefined) return undefined;
    const cells = await this.#cells(drive.id);
    const target = targetOf(drive, [...new Set(cells.flatMap(({ sector }) => (sector === undefined ? [] : [sector])))]);
    const standing = firm(cells);
    const goal =
      drive.scope === "cell"
        ? goalMet(target, standing.reached, (sector) => standing.sectors.get(sector)?.firm ?? 0)
          ? "met"
          : "missed"
        : goalAtClose(target, standing.reached, settle(await this.#shownUnits(drive.id)));
    const final: Final = { firm: standing.reached, goal };
    const first = goal === "met" && drive.goalAt === undefined;
    const row = await tx.drive.update({
      where: { id: drive.id },
      data: {
        closedAt: new Date(now),
        final: JSON.stringify(final),
        ...(first ? { goalAt: new Date(now) } : {}),
      },
    });
    // From now on `changed` counts those who kept their pledge.
    await tx.driveUnit.updateMany({ where: { driveId }, data: { changed: 0 } });
    await this.#jobs.cancel(`${driveJobs.close}:${driveId}`);
    await this.#jobs.cancel(`${driveJobs.clock}:${driveId}`);
    await this.#planClear(driveId, now + this.#federation.retentionDays * day);
    this.#touch(driveId);
    return { drive: this.#record(row), goalReached: first };
  }

  /** Notes a nudge. False if there was one less than a day ago. */
  async remind(drive: Drive): Promise<boolean> {
    const { tx, now } = this.#session;
    const { count } = await tx.drive.updateMany({
      where: { id: drive.id, OR: [{ remindedAt: null }, { remindedAt: { lte: new Date(now - day) } }] },
      data: { remindedAt: new Date(now) },
    });
    return count === 1;
  }

  async #planClear(driveId: string, dueAt: number): Promise<void> {
    const kind = driveJobs.clear;
    await this.#jobs.schedule({ kind, key: `${kind}:${driveId}`, payload: { drive: driveId }, dueAt });
  }

  /**
   * The retention has passed: every pledge with its events, and who opened the drive, are removed. What remains is
   * counts. Some thousands at a time, so that nobody waits; the rest is planned for now.
   */
  async clear(driveId: string): Promise<void> {
    const { tx, now } = this.#session;
    const drive = await this.get(driveId);
    if (drive?.closedAt === undefined || drive.clearedAt !== undefined) return;
    const ids = await tx.pledge.findMany({ where: { driveId }, select: { id: true }, take: clearedAtOnce });
    await tx.$executeRaw`
      DELETE FROM "Pledge" WHERE "id" IN (SELECT "id" FROM "Pledge" WHERE "driveId" = ${driveId} LIMIT ${clearedAtOnce})`;
    if (ids.length === clearedAtOnce) return this.#planClear(driveId, now);
    await tx.drive.update({ where: { id: driveId }, data: { clearedAt: new Date(now), createdById: null } });
    this.#cards.touch({ kind: driveCard, subject: driveId });
  }

  #record(row: DriveRow): Drive {
    const { sealer } = this.#federation;
    return {
      id: row.id,
      number: row.number,
      question: sealer.open(row.sealedQuestion, purposes.question),
      name: row.sealedName === null ? undefined : sealer.open(row.sealedName, purposes.name),
      scope: row.scope as Scope, // an edge, like the next three: only `create`, `edit` and `close` write them
      cellId: row.cellId,
      sectors: JSON.parse(row.sectors) as string[],
      goal: row.goal,
      goalPercent: row.goalPercent ?? undefined,
      minimum: row.minimum,
      reveal: row.reveal as Reveal,
      openedAt: row.openedAt.getTime(),
      deadline: row.deadline.getTime(),
      closedAt: row.closedAt?.getTime(),
      goalAt: row.goalAt?.getTime(),
      remindedAt: row.remindedAt?.getTime(),
      answered: row.answered,
      smallestGroup: row.smallestGroup,
      stepMinutes: row.stepMinutes,
      final: row.final === null ? undefined : (JSON.parse(row.final) as Final),
      clearedAt: row.clearedAt?.getTime(),
    };
  }
}

/** A cell at the opening. */
interface CellOfDrive {
  readonly id: string;
  readonly sector: string;
  readonly members: number;
}

function goalColumns(goal: Goal, cells: readonly CellOfDrive[]) {
  const members = cells.reduce((sum, cell) => sum + cell.members, 0);
  return { goal: goalInPeople(goal, members), goalPercent: goal.kind === "percent" ? goal.percent : null };
}

function targetOf({ goal, minimum }: Drive, sectorIds: readonly string[]): Target {
  return { people: goal, minimum: new Map(minimum > 0 ? sectorIds.map((id) => [id, minimum]) : []) };
}

/** The answer as it counts. */
const countedAnswer = ({ answer, counted }: PledgeRow): Answer =>
  answer === null || counted === false ? "withdrawn" : readAnswer(answer);

/** The answer that counted at the last step of the unit. */
function answerAtStep(place: PlaceRow): Answer {
  if (place.pledgeId === null || place.atStep === null) return "withdrawn";
  return (place.pledgeStep ?? 0) < (place.steps ?? 0) ? countedAnswer(place) : readAnswer(place.atStep);
}

/** 1 for a standing answer that does not count yet. */
const apart = (answer: Answer, counted: boolean): 0 | 1 => (!counted && answer !== "withdrawn" ? 1 : 0);

/** What another unit shows, for counting. */
const asPledges = ({ id, sector, shown }: ShownUnit): CellPledges => ({
  id,
  sector,
  histogram: { ...noPledges, certain: shown.firm, drive: shown.rungs },
});

/** People who wait in other units, by what these show: with so many firm, those on lower rungs wait no longer. */
const waitingThere = (shown: readonly ShownUnit[], reached: number): number =>
  shown
    .flatMap(({ shown: { waiting, rungs } }) => [
      waiting,
      ...rungs.map(([others, people]) => (others < reached ? -people : 0)),
    ])
    .reduce((sum, people) => sum + people, 0);

/** Kept pledges of a sector: what its units show, or in the reader's own cell, if it is more, exactly. */
function keptIn(
  sectorId: string,
  shown: readonly (ShownUnit & { readonly kept: number })[],
  own: { readonly sectorId: string; readonly unitId: string | null; readonly kept: number } | null,
): number {
  const published = shown.filter(({ sector }) => sector === sectorId);
  const sum = published.reduce((kept, unit) => kept + unit.kept, 0);
  if (own?.sectorId !== sectorId) return sum;
  const others = published.filter(({ id }) => id !== own.unitId).reduce((kept, unit) => kept + unit.kept, 0);
  return Math.max(sum, others + own.kept);
}

/** SQLite has no booleans: Prisma keeps them as 0 and 1. */
const bool = (value: boolean, provider: "sqlite" | "postgresql"): boolean | number =>
  provider === "sqlite" ? (value ? 1 : 0) : value;

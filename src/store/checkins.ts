/**
 * Check-ins, and debriefs, which are check-ins about what was learnt. Rules: src/domain/checkin.ts and debrief.ts.
 *
 * A check-in is open from `open` until its close falls due; until then each answer can be changed. `close` hands the
 * answers out and deletes them with all that links them to people, in the transaction in which they are published; then the
 * log file of the database, in which they may still stand, is truncated (secret-ballots.ts).
 * Whoever answers or closes locks the check-in first (PostgreSQL), so that no answer comes too late to be counted and
 * is still said to be noted.
 */
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons, type Part } from "./of-persons.ts";
import type { CheckIn as CheckInRow, CheckInAnswer as CheckInAnswerRow } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";
import { cardParts } from "../chat/cards.ts";
import { checkinCard, checkinJobs, openFor, type Answer, type Question } from "../domain/checkin.ts";
import {
  debriefCard,
  debriefFor,
  debriefJobs,
  type Debrief,
  type Debriefed,
  type DebriefQuestion,
} from "../domain/debrief.ts";
import { Cards } from "./cards.ts";
import { Jobs } from "./jobs.ts";
import { rowOf } from "./sealing.ts";
import { planErasure } from "./secret-ballots.ts";

export interface CheckIn {
  readonly id: string;
  readonly cellId: string;
  readonly gatheringId: string | undefined;
  /** No published count is below it. */
  readonly smallestGroup: number;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly closesAt: number;
  readonly closedAt: number | undefined;
}

/** What was answered, by question, in no order that means anything. */
export type Collected = ReadonlyMap<Question | DebriefQuestion, readonly Answer[]>;

/** The check-in of a cell about how people are; everything else is a debrief. */
const care = "care";
const purpose = "CheckInAnswer.sealedAnswer";
const whatPurpose = "CheckIn.sealedWhat";
/** Characters. */
const filledTo = 64;

/** So that the length does not tell one choice from another. */
function filled(answer: Answer): string {
  const text = JSON.stringify(answer);
  return text.padEnd(Math.ceil(text.length / filledTo) * filledTo);
}

export class CheckIns {
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

  /**
   * Opens a check-in. Undefined where there was one after that gathering, or one of the cell is open: the answers of two
   * at the same time could be compared.
   */
  async open(of: { readonly cellId: string; readonly gatheringId?: string | undefined }): Promise<CheckIn | undefined> {
    const { tx, now } = this.#session;
    const { id: federationId, smallestGroup } = this.#federation;
    const { cellId, gatheringId } = of;
    if (tx.provider === "postgresql")
      await tx.$queryRaw`SELECT "id" FROM "Cell" WHERE "id" = ${cellId} ${tx.forUpdate}`;
    if ((await this.current(cellId)) !== undefined) return undefined;
    if (gatheringId !== undefined && (await tx.checkIn.findUnique({ where: { gatheringId } })) !== null)
      return undefined;
    const closesAt = now + openFor;
    const row = await tx.checkIn.create({
      data: {
        id: this.#session.newId(),
        federationId,
        cellId,
        gatheringId: gatheringId ?? null,
        smallestGroup,
        openedAt: new Date(now),
        closesAt: new Date(closesAt),
      },
    });
    const kind = checkinJobs.close;
    await this.#jobs.schedule({ kind, key: `${kind}:${row.id}`, payload: { checkin: row.id }, dueAt: closesAt });
    return record(row);
  }

  async get(id: string): Promise<CheckIn | undefined> {
    const where = { id, about: care, federationId: this.#federation.id };
    const row = await this.#session.tx.checkIn.findFirst({ where });
    return row === null ? undefined : record(row);
  }

  /** The check-in of a cell that can be answered now. */
  async current(cellId: string): Promise<CheckIn | undefined> {
    const { tx, now } = this.#session;
    const open = { closedAt: null, closesAt: { gt: new Date(now) } };
    const where = { ...open, cellId, about: care, federationId: this.#federation.id };
    const row = await tx.checkIn.findFirst({ where, orderBy: { openedAt: "desc" } });
    return row === null ? undefined : record(row);
  }

  // Debriefs

  /**
   * Begins a debrief. Undefined where there was one of that subject.
   * @param subject what it is about, unlike any other: "action:" and the action's id
   * @param asks whether answers could ever be shown; else it is closed from the beginning, and what is said aloud is
   * written down
   */
  async beginDebrief(
    { cellId, of, subject }: { readonly cellId: string; readonly of: Debriefed; readonly subject: string },
    asks: boolean,
  ): Promise<Debrief | undefined> {
    const { tx, now } = this.#session;
    const { id: federationId, smallestGroup, sealer } = this.#federation;
    if (tx.provider === "postgresql")
      await tx.$queryRaw`SELECT "id" FROM "Cell" WHERE "id" = ${cellId} ${tx.forUpdate}`;
    if ((await tx.checkIn.findUnique({ where: { subject } })) !== null) return undefined;
    const id = this.#session.newId();
    const closesAt = asks ? now + debriefFor : now;
    const row = await tx.checkIn.create({
      data: {
        id,
        federationId,
        cellId,
        about: of.kind,
        subject,
        sealedWhat: sealer.seal(JSON.stringify(of), whatPurpose, id),
        smallestGroup,
        openedAt: new Date(now),
        closesAt: new Date(closesAt),
        closedAt: asks ? null : new Date(now),
      },
    });
    const kind = debriefJobs.close;
    if (asks) await this.#jobs.schedule({ kind, key: `${kind}:${id}`, payload: { debrief: id }, dueAt: closesAt });
    else this.#cards.touch({ kind: cardParts.meeting, subject: cellId });
    return this.#debrief(row);
  }

  async debrief(id: string): Promise<Debrief | undefined> {
    const where = { id, about: { not: care }, federationId: this.#federation.id };
    const row = await this.#session.tx.checkIn.findFirst({ where });
    return row === null ? undefined : this.#debrief(row);
  }

  /** All debriefs of a cell, the oldest first. */
  async debriefs(cellId: string): Promise<readonly Debrief[]> {
    const where = { cellId, about: { not: care }, federationId: this.#federation.id };
    const rows = await this.#session.tx.checkIn.findMany({ where, orderBy: [{ openedAt: "asc" }, { id: "asc" }] });
    return rows.map((row) => this.#debrief(row));
  }

  #debrief(row: CheckInRow): Debrief {
    const { id, cellId, sealedWhat, smallestGroup, openedAt, closesAt, closedAt } = record(row);
    if (sealedWhat === undefined) throw new Error("a debrief is about nothing");
    const of = JSON.parse(this.#federation.sealer.open(sealedWhat, whatPurpose, id)) as Debriefed; // only `beginDebrief` writes it
    return { id, cellId, of, smallestGroup, openedAt, closesAt, closedAt };
  }

  // Answers

  /** Notes one person's answer to one question; the last one counts. False: it has closed. */
  async answer(id: string, personId: string, question: Question | DebriefQuestion, answer: Answer): Promise<boolean> {
    const { tx, now } = this.#session;
    const checkin = await this.#locked(id);
    if (checkin === undefined || checkin.closedAt !== undefined || checkin.closesAt <= now) return false;
    const sealedAnswer = this.#federation.sealer.seal(filled(answer), purpose, rowOf(id, personId, question));
    await tx.checkInAnswer.upsert({
      where: { checkInId_personId_question: { checkInId: id, personId, question } },
      create: { checkInId: id, personId, question, sealedAnswer },
      update: { sealedAnswer },
    });
    return true;
  }

  /**
   * Closes a check-in: gives its answers for publication, and deletes them. Undefined if it is closed, or its time has not
   * come.
   */
  async close(id: string): Promise<{ readonly checkin: CheckIn; readonly answers: Collected } | undefined> {
    const { tx, now } = this.#session;
    const checkin = await this.#locked(id);
    if (checkin === undefined || checkin.closedAt !== undefined || checkin.closesAt > now) return undefined;
    const rows = await tx.checkInAnswer.findMany({ where: { checkInId: id }, orderBy: [{ question: "asc" }] });
    await tx.checkInAnswer.deleteMany({ where: { checkInId: id } });
    await tx.checkIn.update({ where: { id }, data: { closedAt: new Date(now) } });
    await planErasure(this.#session);
    this.#cards.touch({ kind: checkin.about === care ? checkinCard : debriefCard, subject: id });
    if (checkin.about !== care) this.#cards.touch({ kind: cardParts.meeting, subject: checkin.cellId });
    const answers = Map.groupBy(
      rows.map((row) => ({
        question: row.question as Question | DebriefQuestion, // an edge: only `answer` writes it
        answer: this.#open(row),
      })),
      ({ question }) => question,
    );
    return {
      checkin,
      answers: new Map([...answers].map(([question, of]) => [question, of.map(({ answer }) => answer)])),
    };
  }

  async #locked(id: string): Promise<CheckInOf | undefined> {
    const { tx } = this.#session;
    if (tx.provider === "postgresql") await tx.$queryRaw`SELECT "id" FROM "CheckIn" WHERE "id" = ${id} ${tx.forUpdate}`;
    const row = await tx.checkIn.findFirst({ where: { id, federationId: this.#federation.id } });
    return row === null ? undefined : record(row);
  }

  get ofPersons(): OfPersons {
    return {
      tables: ["CheckInAnswer"],
      leavesCell: async ({ person, cellId }) => {
        const open = { cellId, closedAt: null };
        await this.#session.tx.checkInAnswer.deleteMany({ where: { personId: person.id, checkIn: open } });
      },
      countsElsewhere: nothing("members of the cell are asked, wherever they count"),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: nothing("the answers go with the person"),
      exported: ({ personId }) => this.#export(personId),
      retention: nothing("a check-in or debrief closes after a day or two, and its answers go with it"),
      cellLeavesCouncil: nothing("check-ins are of cells alone"),
    };
  }

  #open({ checkInId, personId, question, sealedAnswer }: CheckInAnswerRow): Answer {
    const text = this.#federation.sealer.open(sealedAnswer, purpose, rowOf(checkInId, personId, question));
    return JSON.parse(text) as Answer; // an edge: only `answer` writes it
  }

  async #export(personId: string): Promise<Part> {
    const rows = await this.#session.tx.checkInAnswer.findMany({ where: { personId }, orderBy: { checkInId: "asc" } });
    return {
      checkInAnswers: rows.map((row) => ({
        question: row.question,
        answer: this.#open(row),
      })),
    };
  }

  /** Where both have answered a question, the first one's answer stands. */
  async #merge(firstId: string, secondId: string): Promise<void> {
    const { tx } = this.#session;
    const mine = await tx.checkInAnswer.findMany({ where: { personId: firstId } });
    for (const { checkInId, question } of mine) {
      await tx.checkInAnswer.deleteMany({ where: { personId: secondId, checkInId, question } });
    }
    for (const row of await tx.checkInAnswer.findMany({ where: { personId: secondId } })) {
      const { checkInId, question } = row;
      const text = filled(this.#open(row));
      await tx.checkInAnswer.update({
        where: { checkInId_personId_question: { checkInId, personId: secondId, question } },
        data: {
          personId: firstId,
          sealedAnswer: this.#federation.sealer.seal(text, purpose, rowOf(checkInId, firstId, question)),
        },
      });
    }
  }
}

/** A check-in or debrief as it is kept. */
interface CheckInOf extends CheckIn {
  readonly about: string;
  readonly sealedWhat: string | undefined;
}

const record = (row: CheckInRow): CheckInOf => ({
  id: row.id,
  cellId: row.cellId,
  gatheringId: row.gatheringId ?? undefined,
  about: row.about,
  sealedWhat: row.sealedWhat ?? undefined,
  smallestGroup: row.smallestGroup,
  openedAt: row.openedAt.getTime(),
  closesAt: row.closesAt.getTime(),
  closedAt: row.closedAt?.getTime(),
});

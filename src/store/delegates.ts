/**
 * Who sits in a council: the seats of each cell, their delegates and alternates, and what the cell binds them to. How they
 * are chosen is in polls.ts; the rules are in src/domain/seats.ts and the README, "Delegates".
 *
 * A seat is a row, empty or not; there are as many as the council's rule gives the cell. They are counted when the rule
 * changes, when a cell joins, and when a cell chooses, so that an assembly does not grow while it meets. Whoever sits in a
 * seat when there are fewer stays until their seat ends. When a delegate's seat ends before its term, the alternate moves
 * up in the same transaction; a job then tells the people (`delegateJobs.news`).
 */
import { delegateJobs, type SeatEnd } from "../domain/elections.ts";
import type { Seat, SeatHold } from "../domain/assemblies.ts";
import { parseSeatRule, seatsFor, usualSeats, writeSeatRule, type SeatRule } from "../domain/seats.ts";
import { Assemblies } from "./assemblies.ts";
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import { Prisma, type Seat as SeatRow } from "./generated/sqlite/client.ts";
import { Jobs } from "./jobs.ts";
import { Polls } from "./polls.ts";
import type { Session } from "./session.ts";
import { cardParts } from "../chat/cards.ts";
import { Cards } from "./cards.ts";

/** A seat with all that is known of it. Ids of people; undefined: empty. */
export interface SeatRecord {
  readonly id: string;
  readonly councilId: string;
  readonly cellId: string;
  readonly sectorId: string;
  /** From 1, within the cell. */
  readonly number: number;
  readonly delegateId: string | undefined;
  readonly alternateId: string | undefined;
  /** When the term ends, in milliseconds since 1970. */
  readonly until: number | undefined;
  /** Whether the delegate accepted the mandate as it stands. */
  readonly accepted: boolean;
}

/** People who come into seats of one cell. */
export interface NewDelegates {
  readonly delegates: readonly string[];
  readonly alternates: readonly string[];
  /** All seats of the cell change hands; otherwise the empty ones are filled. */
  readonly renews: boolean;
  readonly until: number | undefined;
}

const purpose = "CouncilCell.sealedMandate";
const day = 24 * 60 * 60_000;
/** A cell with an empty seat is reminded so often. */
export const reminderDays = 7;
/** How long before the end of a term the cell is reminded. */
const termAheadDays = 14;

export class Delegates {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #jobs: Jobs;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#jobs = new Jobs(session, federation.id);
  }

  // Finding

  /** All seats of a council, the empty ones too, in the order in which their cells were made, and by number. */
  async seats(councilId: string): Promise<readonly Seat[]> {
    return this.#read(Prisma.sql`s."councilId" = ${councilId}`);
  }

  /** The seats of a council in which a person sits or stands in, in the same order. */
  async seatsWith(councilId: string, personId: string): Promise<readonly Seat[]> {
    return this.#read(this.#placesOf(councilId, personId));
  }

  async #read(which: Prisma.Sql): Promise<readonly Seat[]> {
    const rows = await this.#session.tx.$queryRaw<{
      cell: string;
      sector: string;
      delegate: string | null;
      alternate: string | null;
    }>`
      SELECT s."cellId" AS "cell", c."sectorId" AS "sector", s."delegateId" AS "delegate", s."alternateId" AS "alternate"
      FROM "Seat" s JOIN "Cell" c ON c."id" = s."cellId"
      WHERE ${which} AND c."federationId" = ${this.#federation.id}
      ORDER BY c."createdAt", s."cellId", s."number"`;
    return rows.map(({ cell, sector, delegate, alternate }) => ({
      cell,
      sector,
      delegate: delegate ?? undefined,
      alternate: alternate ?? undefined,
    }));
  }

  /** The seats that a person fills in a council, or stands in for. */
  async holds(councilId: string, personId: string): Promise<readonly SeatHold[]> {
    const rows = await this.#session.tx.$queryRaw<{ cellId: string; sectorId: string; delegateId: string | null }>`
      SELECT s."cellId", c."sectorId", s."delegateId" FROM "Seat" s JOIN "Cell" c ON c."id" = s."cellId"
      WHERE ${this.#placesOf(councilId, personId)} AND c."federationId" = ${this.#federation.id}
      ORDER BY c."createdAt", s."cellId", s."number"`;
    return rows.map(({ cellId, sectorId, delegateId }) => ({
      cellId,
      sectorId,
      as: delegateId === personId ? "delegate" : "alternate",
    }));
  }

  /**
   * The seats of `s` in which a person sits or stands in. The council is named twice, for SQLite then looks into an index
   * for each half, and would else read all seats of the council; this runs at every press.
   */
  #placesOf(councilId: string, personId: string): Prisma.Sql {
    return Prisma.sql`((s."councilId" = ${councilId} AND s."delegateId" = ${personId})
      OR (s."councilId" = ${councilId} AND s."alternateId" = ${personId}))`;
  }

  /** The councils in which a person holds a seat, or stands in. */
  async councilsOf(personId: string): Promise<readonly string[]> {
    const rows = await this.#session.tx.seat.findMany({
      where: this.#heldBy(personId),
      select: { councilId: true },
      distinct: ["councilId"],
      orderBy: { councilId: "asc" },
    });
    return rows.map(({ councilId }) => councilId);
  }

  /** Whether the person is a delegate to this council, or to any, or an alternate. */
  async isDelegate(personId: string, councilId?: string): Promise<boolean> {
    if (councilId !== undefined) return (await this.holds(councilId, personId)).length > 0;
    return (await this.#session.tx.seat.count({ where: this.#heldBy(personId) })) > 0;
  }

  /** The seats of a council, or of one cell in it, with all that is known of them, in the same order. */
  async seatsOf(councilId: string, cellId?: string): Promise<readonly SeatRecord[]> {
    const rows = await this.#session.tx.seat.findMany({
      where: {
        councilId,
        council: { federationId: this.#federation.id },
        ...(cellId === undefined ? {} : { cellId }),
      },
      include: { cell: { select: { sectorId: true } } },
      orderBy: [{ cell: { createdAt: "asc" } }, { cellId: "asc" }, { number: "asc" }],
    });
    return rows.map(seatRecord);
  }

  /** How many empty seats each cell has, by its id. A cell without any is not in it. */
  async emptySeats(councilId: string): Promise<ReadonlyMap<string, number>> {
    const groups = await this.#session.tx.seat.groupBy({
      by: ["cellId"],
      where: { councilId, council: { federationId: this.#federation.id }, delegateId: null },
      _count: { _all: true },
    });
    return new Map(groups.map(({ cellId, _count }) => [cellId, _count._all]));
  }

  #heldBy(personId: string) {
    return {
      council: { federationId: this.#federation.id },
      OR: [{ delegateId: personId }, { alternateId: personId }],
    };
  }

  // How many there are

  async seatRule(councilId: string): Promise<SeatRule> {
    const row = await this.#session.tx.council.findFirst({
      where: { id: councilId, federationId: this.#federation.id },
      select: { seatRule: true },
    });
    return (row === null ? undefined : parseSeatRule(row.seatRule)) ?? usualSeats;
  }

  async setSeatRule(councilId: string, rule: SeatRule): Promise<void> {
    await this.#session.tx.council.updateMany({
      where: { id: councilId, federationId: this.#federation.id },
      data: { seatRule: writeSeatRule(rule) },
    });
    await this.recount(councilId);
  }

  /** Brings the number of seats up to date, of all cells or of one. Nobody loses a seat by it. */
  async recount(councilId: string, only?: string): Promise<void> {
    const { tx, now } = this.#session;
    const rule = await this.seatRule(councilId);
    const cells = await tx.councilCell.findMany({
      where: { councilId, ...(only === undefined ? {} : { cellId: only }) },
      include: { cell: { select: { seats: { where: { councilId }, orderBy: { number: "asc" } } } } },
      orderBy: { cellId: "asc" },
    });
    const members = await this.#members(cells.map(({ cellId }) => cellId));
    for (const { cellId, cell } of cells) {
      const wanted = seatsFor(rule, members.get(cellId) ?? 0);
      const surplus = cell.seats.filter(({ number, delegateId }) => number > wanted && delegateId === null);
      const lost = surplus.flatMap(({ alternateId }) => (alternateId === null ? [] : [alternateId]));
      await tx.seat.deleteMany({ where: { id: { in: surplus.map(({ id }) => id) } } });
      const there = new Set(cell.seats.map(({ number }) => number));
      const missing = Array.from({ length: wanted }, (_, index) => index + 1).filter((number) => !there.has(number));
      await tx.seat.createMany({
        data: missing.map((number) => ({ id: this.#session.newId(), councilId, cellId, number })),
      });
      for (const personId of lost) await this.#gone(councilId, personId);
      if (missing.length > 0) await this.#planReminder(councilId, cellId, now + day);
    }
    await this.#changed(councilId);
  }

  async #members(cellIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const groups = await this.#session.tx.person.groupBy({
      by: ["cellId"],
      where: { federationId: this.#federation.id, cellId: { in: [...cellIds] } },
      _count: { _all: true },
    });
    return new Map(groups.flatMap(({ cellId, _count }) => (cellId === null ? [] : [[cellId, _count._all] as const])));
  }

  // The mandate

  /** What a cell binds its delegates to. */
  async mandate(councilId: string, cellId: string): Promise<string | undefined> {
    const row = await this.#session.tx.councilCell.findUnique({
      where: { councilId_cellId: { councilId, cellId }, council: { federationId: this.#federation.id } },
    });
    return row?.sealedMandate == null ? undefined : this.#federation.sealer.open(row.sealedMandate, purpose);
  }

  /** Another mandate has to be accepted anew. */
  async setMandate(councilId: string, cellId: string, text: string): Promise<void> {
    const { tx } = this.#session;
    await tx.councilCell.update({
      where: { councilId_cellId: { councilId, cellId }, council: { federationId: this.#federation.id } },
      data: { sealedMandate: this.#federation.sealer.seal(text, purpose) },
    });
    await tx.seat.updateMany({ where: { councilId, cellId }, data: { acceptedAt: null } });
  }

  /** The delegate accepts the mandate of each of their seats that waits for it; gives these back. */
  async accept(personId: string): Promise<readonly SeatRecord[]> {
    const { tx, now } = this.#session;
    const rows = await tx.seat.findMany({
      where: { delegateId: personId, acceptedAt: null, council: { federationId: this.#federation.id } },
      include: { cell: { select: { sectorId: true } } },
      orderBy: { id: "asc" },
    });
    await tx.seat.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { acceptedAt: new Date(now) } });
    return rows.map(seatRecord);
  }

  // Coming

  /** Those who were chosen come into their seats; who is replaced goes. */
  async install(councilId: string, cellId: string, chosen: NewDelegates): Promise<void> {
    const { tx } = this.#session;
    const before = await this.seatsOf(councilId, cellId);
    const people = new Set([...chosen.delegates, ...chosen.alternates]);
    const filled = before.filter(({ delegateId }) => chosen.renews || delegateId === undefined);
    const data = (delegate: string | undefined, alternate: string | undefined) => ({
      delegateId: delegate ?? null,
      alternateId: alternate ?? null,
      acceptedAt: null,
      until: chosen.until === undefined ? null : new Date(chosen.until),
    });
    // Nobody has two places of one cell.
    for (const { id, alternateId } of before) {
      if (alternateId !== undefined && people.has(alternateId)) {
        await tx.seat.update({ where: { id }, data: { alternateId: null } });
      }
    }
    const kept = before.filter((seat) => !filled.includes(seat));
    const spare = chosen.alternates.slice(filled.length);
    for (const [index, { id }] of filled.entries()) {
      await tx.seat.update({ where: { id }, data: data(chosen.delegates[index], chosen.alternates[index]) });
      await this.#planTerm(id, chosen.until);
    }
    for (const [index, { id }] of kept.filter(({ alternateId }) => alternateId === undefined).entries()) {
      if (spare[index] !== undefined) await tx.seat.update({ where: { id }, data: { alternateId: spare[index] } });
    }
    const held = before.flatMap(({ delegateId, alternateId }) => [delegateId, alternateId]);
    for (const personId of new Set(held)) if (personId !== undefined) await this.#gone(councilId, personId);
    if (chosen.delegates.length < filled.length) await this.#planReminder(councilId, cellId);
    await this.#changed(councilId);
  }

  // Going

  /** A delegate's seat ends now, in the middle of an assembly too; the alternate moves up. `named`: as whom it is told. */
  async end(seat: SeatRecord, why: SeatEnd, named = seat.delegateId): Promise<void> {
    const { tx, now } = this.#session;
    const { id, councilId, cellId, delegateId } = seat;
    if (delegateId === undefined) return;
    // At the end of a term the alternate's ends as well: they were chosen for it together.
    const spare = why === "term" ? undefined : await this.#alternateFor(seat);
    if (spare !== undefined && spare.seat !== id) {
      await tx.seat.update({ where: { id: spare.seat }, data: { alternateId: null } });
    }
    const moved = spare?.person;
    await tx.seat.update({
      where: { id },
      data: {
        delegateId: moved ?? null,
        alternateId: null,
        acceptedAt: null,
        ...(moved === undefined ? { until: null } : {}),
      },
    });
    // A recall of somebody who is gone is about nothing.
    await new Polls(this.#session, this.#federation).cancel({ council: councilId, cell: cellId, person: delegateId });
    await this.#gone(councilId, delegateId);
    if (why === "term" && seat.alternateId !== undefined) await this.#gone(councilId, seat.alternateId);
    await this.#changed(councilId);
    const news = {
      council: councilId,
      cell: cellId,
      why,
      // Of somebody who is being forgotten nothing is kept.
      ...(why === "forgotten" || named === undefined ? {} : { gone: named }),
      ...(moved === undefined ? {} : { moved }),
    };
    const { news: kind } = delegateJobs;
    await this.#jobs.schedule({ kind, key: `${kind}:${this.#session.newId()}`, payload: news, dueAt: now });
    if (moved === undefined) await this.#planReminder(councilId, cellId);
  }

  /** The alternate of the seat, else the first one whom the cell has. */
  async #alternateFor(seat: SeatRecord): Promise<{ readonly seat: string; readonly person: string } | undefined> {
    if (seat.alternateId !== undefined) return { seat: seat.id, person: seat.alternateId };
    const others = await this.seatsOf(seat.councilId, seat.cellId);
    const [first] = others.flatMap(({ id, alternateId }) =>
      alternateId === undefined ? [] : [{ seat: id, person: alternateId }],
    );
    return first;
  }

  async #endAll(personId: string, seats: readonly SeatRecord[], why: SeatEnd, named = personId): Promise<void> {
    for (const seat of seats) {
      if (seat.alternateId === personId) {
        await this.#session.tx.seat.update({ where: { id: seat.id }, data: { alternateId: null } });
        await this.#gone(seat.councilId, personId);
      }
      if (seat.delegateId === personId) await this.end(seat, why, named);
    }
  }

  async #heldSeats(personId: string, cellId?: string): Promise<readonly SeatRecord[]> {
    const rows = await this.#session.tx.seat.findMany({
      where: { ...this.#heldBy(personId), ...(cellId === undefined ? {} : { cellId }) },
      include: { cell: { select: { sectorId: true } } },
      // An alternate's place first: nobody moves up into a seat that they are about to lose.
      orderBy: [{ councilId: "asc" }, { cellId: "asc" }, { number: "asc" }],
    });
    return rows.map(seatRecord).sort((a, b) => Number(b.alternateId === personId) - Number(a.alternateId === personId));
  }

  /** The person gives up what they hold in a council for a cell; gives back what that was. */
  async stepDown(councilId: string, personId: string): Promise<readonly SeatRecord[]> {
    const held = (await this.#heldSeats(personId)).filter((seat) => seat.councilId === councilId);
    await this.#endAll(personId, held, "stepped-down");
    return held;
  }

  // People who come and go

  get ofPersons(): OfPersons {
    return {
      tables: ["Seat"],
      leavesCell: async ({ person: { id }, cellId }) => this.#endAll(id, await this.#heldSeats(id, cellId), "left"),
      countsElsewhere: async ({ person: { id }, from }) =>
        this.#endAll(id, await this.#heldSeats(id, from), "elsewhere"),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: async ({ person: { id } }) => this.#endAll(id, await this.#heldSeats(id), "forgotten"),
      exported: async ({ personId }) => ({ delegate: await this.#export(personId) }),
      retention: nothing("a seat is held until its end"),
      cellLeavesCouncil: ({ councilId, cellId }) => this.#cellGone(councilId, cellId),
    };
  }

  /** The cell sits in the council no more: its seats go, whoever is in them. */
  async #cellGone(councilId: string, cellId: string): Promise<void> {
    const { tx } = this.#session;
    const before = await this.seatsOf(councilId, cellId);
    await tx.seat.deleteMany({ where: { councilId, cellId } });
    const held = before.flatMap(({ delegateId, alternateId }) => [delegateId, alternateId]);
    for (const personId of new Set(held)) if (personId !== undefined) await this.#gone(councilId, personId);
    await new Polls(this.#session, this.#federation).cancel({ council: councilId, cell: cellId });
    await this.#jobs.cancel(reminderKey(councilId, cellId));
    await this.#changed(councilId);
  }

  /** A term is over. False if it was changed meanwhile. */
  async endTerm(seatId: string): Promise<boolean> {
    const row = await this.#session.tx.seat.findFirst({
      where: { id: seatId, council: { federationId: this.#federation.id } },
      include: { cell: { select: { sectorId: true } } },
    });
    if (row?.until == null || row.until.getTime() > this.#session.now) return false;
    await this.end(seatRecord(row), "term");
    return true;
  }

  /** `second` turns out to be `first`. Where both have a place in one council, it is that of `first` that stays. */
  async #merge(first: string, second: string): Promise<void> {
    const mine = new Set((await this.#heldSeats(first)).map(({ councilId }) => councilId));
    const theirs = await this.#heldSeats(second);
    await this.#endAll(
      second,
      theirs.filter(({ councilId }) => mine.has(councilId)),
      "linked",
      first,
    );
    const where = { council: { federationId: this.#federation.id } };
    await this.#session.tx.seat.updateMany({ where: { ...where, delegateId: second }, data: { delegateId: first } });
    await this.#session.tx.seat.updateMany({ where: { ...where, alternateId: second }, data: { alternateId: first } });
  }

  async #export(personId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const held = await this.#heldSeats(personId);
    return held.map((seat) => ({
      seat: seat.number,
      as: seat.delegateId === personId ? "delegate" : "alternate",
      until: seat.until === undefined ? null : new Date(seat.until).toISOString(),
      accepted: seat.accepted,
    }));
  }

  // Telling

  async #gone(councilId: string, personId: string): Promise<void> {
    await new Assemblies(this.#session, this.#federation).delegateGone(councilId, personId);
  }

  async #changed(councilId: string): Promise<void> {
    new Cards(this.#session).touch({ kind: cardParts.seats, subject: councilId });
    await new Assemblies(this.#session, this.#federation).seatsChanged(councilId);
  }

  /** The cell is reminded of an empty seat, in a week or at `dueAt`. */
  async #planReminder(
    councilId: string,
    cellId: string,
    dueAt = this.#session.now + reminderDays * day,
  ): Promise<void> {
    const { reminder: kind } = delegateJobs;
    const payload = { council: councilId, cell: cellId };
    await this.#jobs.schedule({ kind, key: reminderKey(councilId, cellId), payload, dueAt });
  }

  /** The next reminder, where a seat is empty still. */
  planNextReminder(councilId: string, cellId: string): Promise<void> {
    return this.#planReminder(councilId, cellId);
  }

  async #planTerm(seatId: string, until: number | undefined): Promise<void> {
    const { term, termAhead } = delegateJobs;
    const payload = { seat: seatId };
    const ahead = until === undefined ? 0 : until - termAheadDays * day;
    if (until === undefined) await this.#jobs.cancel(`${term}:${seatId}`);
    else await this.#jobs.schedule({ kind: term, key: `${term}:${seatId}`, payload, dueAt: until });
    if (ahead <= this.#session.now) await this.#jobs.cancel(`${termAhead}:${seatId}`);
    else await this.#jobs.schedule({ kind: termAhead, key: `${termAhead}:${seatId}`, payload, dueAt: ahead });
  }

  /** One seat, by its id. */
  async seat(id: string): Promise<SeatRecord | undefined> {
    const row = await this.#session.tx.seat.findFirst({
      where: { id, council: { federationId: this.#federation.id } },
      include: { cell: { select: { sectorId: true } } },
    });
    return row === null ? undefined : seatRecord(row);
  }
}

const reminderKey = (councilId: string, cellId: string): string => `${delegateJobs.reminder}:${councilId}:${cellId}`;

const seatRecord = ({ cell, ...row }: SeatRow & { readonly cell: { readonly sectorId: string } }): SeatRecord => ({
  id: row.id,
  councilId: row.councilId,
  cellId: row.cellId,
  sectorId: cell.sectorId,
  number: row.number,
  delegateId: row.delegateId ?? undefined,
  alternateId: row.alternateId ?? undefined,
  until: row.until?.getTime(),
  accepted: row.acceptedAt !== null,
});

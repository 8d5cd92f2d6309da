/**
 * Assemblies: when the next one is and who hosts it, who is there, who wants to speak, what stands on the agenda. The
 * rules are in src/domain/assemblies.ts, hosts.ts and quorum.ts.
 *
 * States of an assembly: planned (a row with a host who is asked) -> open, an hour ahead: people check in -> closed, by its
 * council or half a day after its end; in the same transaction the next one of its series is planned. After the
 * federation's retention `clear` removes who was there; what stays is counts, agenda and results.
 *
 * Who is there is kept by person; which seat they represent is found anew each time (`representatives`), so that a
 * delegate and their alternate can never both count.
 */
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import {
  Prisma,
  type AgendaItem as ItemRow,
  type Assembly as AssemblyRow,
  type AssemblySeries as SeriesRow,
} from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";
import {
  agendaKinds,
  assemblyCard,
  assemblyJobs,
  assemblySectorsCard,
  cellPresences,
  lastMoment,
  nextSpeaker,
  representatives,
  sectorPresences,
  speakingOrder,
  type AgendaItem,
  type AgendaKind,
  type Assembly,
  type AssemblyFinal,
  type AssemblyHost,
  type CellPresence,
  type HostAnswer,
  type Seat,
  type SeatHold,
  type Series,
  type Speaker,
  type Spoke,
} from "../domain/assemblies.ts";
import { chooseHost, type HostPlace, type HostReason } from "../domain/hosts.ts";
import type { Minutes, MinutesItem, MinutesVote } from "../domain/minutes.ts";
import { quorum, type Quorum, type QuorumRule } from "../domain/quorum.ts";
import { nextOccurrence, replanned, type Rule } from "../domain/recurrence.ts";
import { addCalendar } from "../domain/time.ts";
import type { VoteResult } from "../domain/votes.ts";
import { Cards } from "./cards.ts";
import { Cells, nameKey, type Cell } from "./cells.ts";
import { Councils } from "./councils.ts";
import { Delegates } from "./delegates.ts";
import { Jobs } from "./jobs.ts";
import { People } from "./people/people.ts";
import { Votes } from "./votes.ts";

export interface NewSeries {
  readonly name: string;
  readonly rule: Rule;
  readonly lengthMinutes: number;
  readonly quorum: QuorumRule;
  readonly names: boolean;
}

/** What is to be different from the next assembly on; `startsAt` (milliseconds since 1970) is for the next one alone. */
export interface AssemblyChange {
  readonly startsAt?: number | undefined;
  readonly rule?: Rule | undefined;
  readonly lengthMinutes?: number | undefined;
}

/** How an assembly stands at this moment. */
export interface Standing {
  readonly seats: readonly Seat[];
  /** Who represents each seat, in the order of `seats`. */
  readonly represented: readonly (string | undefined)[];
  readonly cells: readonly CellPresence[];
  readonly quorum: Quorum;
}

/** Who wants to speak, in the order in which they will, and who spoke last. */
export interface SpeakersNow {
  readonly waiting: readonly Speaker[];
  readonly spoke: readonly Spoke[];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** How long before the beginning people can check in, and how long after its end an assembly closes by itself. */
const openBefore = hour;
const closeAfter = 12 * hour;
/** Days ahead: the cells and the host are reminded; the delegates are. */
const inviteDays = 7;
const remindDays = 1;
/** How often the numbers in the chats of cells are brought up to date while an assembly goes on. */
export const figuresEvery = 5 * minute;
/** And how often after its end, while nobody closes it and nobody comes or goes. */
const figuresLate = 30 * minute;

/** For what place each text is sealed: see sealing.ts. */
const purposes = {
  name: "AssemblySeries.sealedName",
  place: "Assembly.sealedHostPlace",
  passed: "Assembly.sealedPassed",
  item: "AgendaItem.sealedText",
} as const;

type Row = AssemblyRow & { readonly series: SeriesRow };
const withSeries = { series: true } as const;

export class Assemblies {
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

  // Series

  /** Assemblies that come again; the first one is planned. */
  async createSeries(councilId: string, of: NewSeries): Promise<Assembly> {
    const { tx, now, newId } = this.#session;
    const series = await tx.assemblySeries.create({
      data: {
        id: newId(),
        councilId,
        sealedName: this.#federation.sealer.seal(of.name, purposes.name),
        rule: JSON.stringify(of.rule),
        lengthMinutes: of.lengthMinutes,
        quorum: JSON.stringify(of.quorum),
        names: of.names,
        createdAt: new Date(now),
      },
    });
    return this.#plan(series, now);
  }

  /** No more assemblies of the series are planned; the one that is planned is called off. */
  async endSeries(series: Series): Promise<void> {
    const { tx, now } = this.#session;
    await tx.assemblySeries.updateMany({ where: { id: series.id }, data: { endedAt: new Date(now) } });
    const planned = await tx.assembly.findMany({ where: { seriesId: series.id, openedAt: null, closedAt: null } });
    for (const { id } of planned) {
      await this.#cancelJobs(id);
      this.#touch(id);
      await tx.assembly.delete({ where: { id } });
    }
  }

  /**
   * Plans the next assembly of a series, chooses its host, and everything that falls due for it. Proposals that the last one
   * (`before`) did not reach come first on its agenda.
   */
  async #plan(series: SeriesRow, after: number, before?: string): Promise<Assembly> {
    const { tx, newId } = this.#session;
    const { councilId } = series;
    const rule = JSON.parse(series.rule) as Rule; // an edge: only `createSeries` writes it
    const startsAt = nextOccurrence(rule, after);
    const last = await tx.assembly.aggregate({ where: { councilId }, _max: { number: true } });
    const id = newId();
    const data = {
      id,
      seriesId: series.id,
      councilId,
      number: (last._max.number ?? 0) + 1,
      plannedAt: new Date(this.#session.now),
      slotAt: new Date(startsAt),
      startsAt: new Date(startsAt),
      endsAt: new Date(startsAt + series.lengthMinutes * minute),
    };
    const row = await tx.assembly.create({ data, include: withSeries });
    await tx.agendaItem.createMany({
      data: agendaKinds
        .filter((kind) => kind !== "proposal")
        .map((kind, position) => ({ id: newId(), assemblyId: id, position, kind })),
    });
    const left = before === undefined ? [] : await this.#itemRows(before);
    const proposals = left.filter(({ kind, openedAt }) => kind === "proposal" && openedAt === null);
    await tx.agendaItem.createMany({
      data: proposals.map(({ kind, sealedText }, index) => ({
        id: newId(),
        assemblyId: id,
        position: agendaKinds.length + index,
        kind,
        sealedText,
      })),
    });
    const hosted = await this.#chooseHost(this.#record(row), []);
    await this.#planJobs(hosted);
    return hosted;
  }

  /**
   * Changes what is planned: the reminders follow, what shows it is shown again, and the delegates are told.
   * Undefined where people can check in already, or it is closed.
   */
  async change(assembly: Assembly, { startsAt, rule, lengthMinutes }: AssemblyChange): Promise<Assembly | undefined> {
    const { tx, now } = this.#session;
    const { id, series } = assembly;
    if (assembly.openedAt !== undefined || assembly.closedAt !== undefined) return undefined;
    const minutes = lengthMinutes ?? series.lengthMinutes;
    const slot = rule === undefined ? assembly.slotAt : slotUnder(rule, series.rule, assembly.slotAt, now);
    const start = startsAt ?? (rule === undefined ? assembly.startsAt : slot);
    await tx.assemblySeries.update({
      where: { id: series.id },
      data: {
        lengthMinutes: minutes,
        changes: { increment: 1 },
        ...(rule === undefined ? {} : { rule: JSON.stringify(rule) }),
      },
    });
    const row = await tx.assembly.update({
      where: { id },
      data: { slotAt: new Date(slot), startsAt: new Date(start), endsAt: new Date(start + minutes * minute) },
      include: withSeries,
    });
    const changed = this.#record(row);
    const { invite, moved: kind } = assemblyJobs;
    const invited = (await tx.job.count({ where: { key: `${invite}:${id}` } })) === 0;
    await this.#cancelJobs(id);
    await this.#planJobs(changed, invited);
    await this.#jobs.schedule({ kind, key: `${kind}:${id}`, payload: { assembly: id }, dueAt: now });
    this.#touch(id);
    return changed;
  }

  /** The how manieth of its series it is, from 1. */
  async ordinal({ series, number }: Assembly): Promise<number> {
    return this.#session.tx.assembly.count({ where: { seriesId: series.id, number: { lte: number } } });
  }

  /** `invited`: the cells were told of it, so that they are told again only if it is more than a week away. */
  async #planJobs({ id, startsAt, endsAt, series }: Assembly, invited = false): Promise<void> {
    const { now } = this.#session;
    const before = (days: number): number => addCalendar(startsAt, series.rule.zone, -days);
    const plan = async (kind: string, dueAt: number): Promise<void> =>
      this.#jobs.schedule({ kind, key: `${kind}:${id}`, payload: { assembly: id }, dueAt: Math.max(now, dueAt) });
    if (!invited || before(inviteDays) > now) await plan(assemblyJobs.invite, before(inviteDays));
    if (before(remindDays) > now) await plan(assemblyJobs.remind, before(remindDays));
    await plan(assemblyJobs.open, startsAt - openBefore);
    await plan(assemblyJobs.close, endsAt + closeAfter);
  }

  async #cancelJobs(id: string): Promise<void> {
    for (const kind of Object.values(assemblyJobs)) await this.#jobs.cancel(`${kind}:${id}`);
  }

  // Finding

  /** One statement: it runs at every press. */
  async get(id: string): Promise<Assembly | undefined> {
    const [row] = await this.#session.tx.$queryRaw<
      AssemblyRow & Omit<SeriesRow, "id" | "names"> & { names: boolean | number }
    >`
      SELECT a.*, s."sealedName", s."rule", s."lengthMinutes", s."quorum", s."names", s."changes", s."createdAt",
        s."endedAt"
      FROM "Assembly" a JOIN "AssemblySeries" s ON s."id" = a."seriesId" JOIN "Council" c ON c."id" = s."councilId"
      WHERE a."id" = ${id} AND c."federationId" = ${this.#federation.id}`;
    if (row === undefined) return undefined;
    // SQLite has no booleans.
    return this.#record({ ...row, series: { ...row, id: row.seriesId, names: Boolean(row.names) } });
  }

  /** Those that go on or are planned, the earliest first: one of each series. */
  async upcoming(councilId: string): Promise<readonly Assembly[]> {
    const rows = await this.#session.tx.assembly.findMany({
      where: { councilId, closedAt: null, series: { council: { federationId: this.#federation.id } } },
      include: withSeries,
      orderBy: [{ startsAt: "asc" }, { number: "asc" }],
    });
    return rows.map((row) => this.#record(row));
  }

  /** The assembly that goes on, or else the next one; undefined where none is planned. */
  async current(councilId: string): Promise<Assembly | undefined> {
    const all = await this.upcoming(councilId);
    return all.find(({ openedAt }) => openedAt !== undefined) ?? all[0];
  }

  /** The latest one that is closed. */
  async latest(councilId: string): Promise<Assembly | undefined> {
    const row = await this.#session.tx.assembly.findFirst({
      where: { councilId, closedAt: { not: null }, series: { council: { federationId: this.#federation.id } } },
      include: withSeries,
      orderBy: { number: "desc" },
    });
    return row === null ? undefined : this.#record(row);
  }

  async byNumber(councilId: string, number: number): Promise<Assembly | undefined> {
    const row = await this.#session.tx.assembly.findFirst({
      where: { councilId, number, series: { council: { federationId: this.#federation.id } } },
      include: withSeries,
    });
    return row === null ? undefined : this.#record(row);
  }

  /** The chats (ids of ours) of the council itself. */
  async councilChats(councilId: string): Promise<readonly string[]> {
    return (await new Councils(this.#session, this.#federation).chats(councilId)).map(({ id }) => id);
  }

  /** The chats (ids of ours) of some cells, or of all of the council. */
  async cellChats(councilId: string, cellIds?: readonly string[]): Promise<readonly string[]> {
    const rows = await this.#session.tx.chat.findMany({
      where: {
        federationId: this.#federation.id,
        cell: { councils: { some: { councilId } }, ...(cellIds === undefined ? {} : { id: { in: [...cellIds] } }) },
      },
      select: { id: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map(({ id }) => id);
  }

  // The host

  /** The places that can host, with the cells at each, in the order in which the cells were made. */
  async #places(councilId: string): Promise<readonly (HostPlace & { readonly label: string; readonly cell: Cell })[]> {
    const cells = await new Councils(this.#session, this.#federation).cells(councilId);
    const made = await this.#session.tx.cell.findMany({
      where: { id: { in: cells.map(({ id }) => id) } },
      select: { id: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const order = new Map(made.map(({ id }, index) => [id, index]));
    return [...cells]
      .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
      .map((cell) => {
        const label = cell.place ?? cell.name;
        return { sector: cell.sectorId, place: nameKey(label), label, cell };
      });
  }

  /** Who has hosted this council, the latest last. */
  async #history(councilId: string): Promise<readonly HostPlace[]> {
    const rows = await this.#session.tx.assembly.findMany({
      where: { councilId, closedAt: { not: null }, hostSectorId: { not: null } },
      orderBy: [{ startsAt: "asc" }, { number: "asc" }],
      select: { hostSectorId: true, sealedHostPlace: true },
    });
    return rows.map(({ hostSectorId, sealedHostPlace }) => ({
      sector: hostSectorId ?? "",
      place: nameKey(this.#open(sealedHostPlace, purposes.place) ?? ""),
    }));
  }

  async #chooseHost(assembly: Assembly, passed: readonly HostPlace[]): Promise<Assembly> {
    const { sealer } = this.#federation;
    const places = await this.#places(assembly.councilId);
    const host = chooseHost(places, await this.#history(assembly.councilId), passed);
    const label = places.find(({ sector, place }) => sector === host?.sector && place === host.place)?.label;
    const row = await this.#session.tx.assembly.update({
      where: { id: assembly.id },
      data: {
        hostSectorId: host?.sector ?? null,
        sealedHostPlace: label === undefined ? null : sealer.seal(label, purposes.place),
        hostAnswer: host === undefined ? null : ("asked" satisfies HostAnswer),
        hostWhy: host === undefined ? null : JSON.stringify(host.why),
        sealedPassed: passed.length === 0 ? null : sealer.seal(JSON.stringify(passed), purposes.passed),
      },
      include: withSeries,
    });
    this.#touch(assembly.id);
    return this.#record(row);
  }

  /** The cells that host: those of the sector at this place. */
  async hostCells({ councilId, host }: Assembly): Promise<readonly Cell[]> {
    if (host === undefined) return [];
    const key = nameKey(host.place);
    const places = await this.#places(councilId);
    return places.filter(({ sector, place }) => sector === host.sectorId && place === key).map(({ cell }) => cell);
  }

  async acceptHost(assembly: Assembly): Promise<Assembly> {
    const row = await this.#session.tx.assembly.update({
      where: { id: assembly.id },
      data: { hostAnswer: "accepted" satisfies HostAnswer },
      include: withSeries,
    });
    this.#touch(assembly.id);
    return this.#record(row);
  }

  /** The host passes it on: to whoever is next by the same rule, among those who have not passed it on. */
  async passHost(assembly: Assembly): Promise<Assembly> {
    const { host } = assembly;
    if (host === undefined) return assembly;
    const row = await this.#session.tx.assembly.findUniqueOrThrow({ where: { id: assembly.id } });
    const before = this.#open(row.sealedPassed, purposes.passed);
    const passed = before === undefined ? [] : (JSON.parse(before) as HostPlace[]); // an edge: `#chooseHost` writes it
    return this.#chooseHost(assembly, [...passed, { sector: host.sectorId, place: nameKey(host.place) }]);
  }

  // Who is there

  /** People can check in from now on. False if they could already, or it is closed. */
  async open(id: string): Promise<boolean> {
    const { tx, now } = this.#session;
    const { count } = await tx.assembly.updateMany({
      where: { id, openedAt: null, closedAt: null },
      data: { openedAt: new Date(now) },
    });
    if (count === 0) return false;
    await this.planFigures(id);
    this.#touch(id);
    return true;
  }

  /** The numbers in the chats of cells are looked at again in a while. `told`: HMAC of those that were shown last. */
  async planFigures(id: string, told = "", pause = figuresEvery): Promise<void> {
    const kind = assemblyJobs.figures;
    const dueAt = this.#session.now + pause;
    await this.#jobs.schedule({ kind, key: `${kind}:${id}`, payload: { assembly: id, told }, dueAt });
  }

  /**
   * Brings the numbers in the chats of cells up to date while the assembly goes on. Where nobody came or went nothing is
   * shown anew: there may be hundreds of chats.
   */
  async figures(assembly: Assembly, told: string): Promise<void> {
    const { cells, quorum: reached } = await this.standing(assembly);
    const latest = this.#session.keyring.lookup("figures", assembly.id, JSON.stringify([cells, reached]));
    const changed = latest !== told;
    if (changed) this.#cards.touch({ kind: assemblySectorsCard, subject: assembly.id });
    const late = !changed && this.#session.now > assembly.endsAt;
    await this.planFigures(assembly.id, latest, late ? figuresLate : figuresEvery);
  }

  /** Notes that somebody is there. False if they were already. */
  async checkIn(assemblyId: string, personId: string, cellId: string): Promise<boolean> {
    const { tx, now } = this.#session;
    const count = await tx.$executeRaw`
      INSERT INTO "Attendance" ("assemblyId", "personId", "cellId", "cameAt") VALUES (${assemblyId}, ${personId}, ${cellId}, ${new Date(now)})
      ON CONFLICT ("assemblyId", "personId") DO UPDATE SET "leftAt" = NULL WHERE "Attendance"."leftAt" IS NOT NULL`;
    if (count > 0) this.#cards.touch({ kind: assemblyCard, subject: assemblyId });
    return count > 0;
  }

  /** Notes that somebody has gone, and waits to speak no more. False if they were not there. */
  async checkOut(assemblyId: string, personId: string): Promise<boolean> {
    const { tx, now } = this.#session;
    const { count } = await tx.attendance.updateMany({
      where: { assemblyId, personId, leftAt: null },
      data: { leftAt: new Date(now) },
    });
    await tx.speaker.deleteMany({ where: { assemblyId, personId, spokeAt: null } });
    if (count > 0) this.#cards.touch({ kind: assemblyCard, subject: assemblyId });
    return count > 0;
  }

  async isHere(assemblyId: string, personId: string): Promise<boolean> {
    const row = await this.#session.tx.attendance.findUnique({
      where: { assemblyId_personId: { assemblyId, personId } },
      select: { leftAt: true },
    });
    return row !== null && row.leftAt === null;
  }

  /** Ids of the people who are there. */
  async #here(assemblyId: string): Promise<ReadonlySet<string>> {
    const rows = await this.#session.tx.$queryRaw<{ personId: string }>`
      SELECT "personId" FROM "Attendance" WHERE "assemblyId" = ${assemblyId} AND "leftAt" IS NULL`;
    return new Set(rows.map(({ personId }) => personId));
  }

  /** How an assembly stands now. */
  async standing(assembly: Pick<Assembly, "id" | "councilId" | "series">): Promise<Standing> {
    const seats = await new Delegates(this.#session, this.#federation).seats(assembly.councilId);
    const represented = representatives(seats, await this.#here(assembly.id));
    const counted = seats.map(({ cell, sector }, index) => ({
      cell,
      sector,
      present: represented[index] !== undefined,
    }));
    return {
      seats,
      represented,
      cells: cellPresences(seats, represented),
      quorum: quorum(assembly.series.quorum, counted),
    };
  }

  /**
   * Whether somebody counts for a seat now: an alternate does only while their delegate is absent. It is asked at every
   * press of an alternate, so only the seats that concern them are read (`representatives`: no other can matter).
   */
  async counts({ id, councilId }: Pick<Assembly, "id" | "councilId">, personId: string): Promise<boolean> {
    const seats = await new Delegates(this.#session, this.#federation).seatsWith(councilId, personId);
    const people = new Set([personId, ...seats.flatMap(({ delegate }) => delegate ?? [])]);
    const rows = await this.#session.tx.$queryRaw<{ personId: string }>`
      SELECT "personId" FROM "Attendance"
      WHERE "assemblyId" = ${id} AND "personId" IN (${Prisma.join([...people])}) AND "leftAt" IS NULL`;
    return representatives(seats, new Set(rows.map((row) => row.personId))).includes(personId);
  }

  // Speaking

  /** Somebody wants to speak. False if they wait already. */
  async askToSpeak(assemblyId: string, personId: string, { cellId, sectorId }: SeatHold): Promise<boolean> {
    const { tx, now, newId } = this.#session;
    if ((await tx.speaker.count({ where: { assemblyId, personId, spokeAt: null } })) > 0) return false;
    const latest = await tx.speaker.aggregate({ where: { assemblyId }, _max: { askedAt: true } });
    // Two in the same millisecond keep their order.
    const askedAt = new Date(Math.max(now, (latest._max.askedAt?.getTime() ?? 0) + 1));
    const asked = { id: newId(), assemblyId, personId, cellId, sectorId, askedAt };
    await tx.speaker.create({ data: asked });
    this.#cards.touch({ kind: assemblyCard, subject: assemblyId });
    return true;
  }

  /** Somebody no longer wants to speak. False if they did not wait. */
  async stopAsking(assemblyId: string, personId: string): Promise<boolean> {
    const { count } = await this.#session.tx.speaker.deleteMany({ where: { assemblyId, personId, spokeAt: null } });
    if (count > 0) this.#cards.touch({ kind: assemblyCard, subject: assemblyId });
    return count > 0;
  }

  async speakers(assemblyId: string): Promise<SpeakersNow> {
    const rows = await this.#session.tx.speaker.findMany({
      where: { assemblyId },
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    });
    const waiting = rows
      .filter(({ spokeAt }) => spokeAt === null)
      .map(({ personId, sectorId }) => ({ person: personId, sector: sectorId }));
    const spoke = rows
      .flatMap(({ personId, sectorId, spokeAt, first }) =>
        spokeAt === null ? [] : [{ at: spokeAt.getTime(), person: personId, sector: sectorId, first }],
      )
      .sort((a, b) => a.at - b.at)
      .map(({ person, sector, first }) => ({ person, sector, first }));
    return { waiting: speakingOrder(waiting, spoke), spoke };
  }

  /** Whose turn it is now; they wait no more. Undefined if nobody does. */
  async callSpeaker(assemblyId: string): Promise<Spoke | undefined> {
    const { tx, now } = this.#session;
    const { waiting, spoke } = await this.speakers(assemblyId);
    const next = nextSpeaker(waiting, spoke);
    if (next === undefined) return undefined;
    const latest = await tx.speaker.aggregate({ where: { assemblyId }, _max: { spokeAt: true } });
    const spokeAt = new Date(Math.max(now, (latest._max.spokeAt?.getTime() ?? 0) + 1));
    await tx.speaker.updateMany({
      where: { assemblyId, personId: next.person, spokeAt: null },
      data: { spokeAt, first: next.first },
    });
    this.#cards.touch({ kind: assemblyCard, subject: assemblyId });
    return next;
  }

  // The agenda

  async items(assemblyId: string): Promise<readonly AgendaItem[]> {
    const rows = await this.#itemRows(assemblyId);
    return rows.map((row, index) => ({
      id: row.id,
      number: index + 1,
      kind: row.kind as AgendaKind, // an edge: only `#plan` and `addItem` write it
      text: this.#open(row.sealedText, purposes.item),
      openedAt: row.openedAt?.getTime(),
    }));
  }

  async #itemRows(assemblyId: string): Promise<readonly ItemRow[]> {
    return this.#session.tx.agendaItem.findMany({
      where: { assemblyId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    });
  }

  /** Adds a proposal at the end. Gives its number. */
  async addItem(assemblyId: string, text: string): Promise<number> {
    const { tx, newId } = this.#session;
    const rows = await this.#itemRows(assemblyId);
    const sealedText = this.#federation.sealer.seal(text, purposes.item);
    const position = (rows.at(-1)?.position ?? -1) + 1;
    await tx.agendaItem.create({
      data: { id: newId(), assemblyId, position, kind: "proposal" satisfies AgendaKind, sealedText },
    });
    this.#cards.touch({ kind: assemblyCard, subject: assemblyId });
    return rows.length + 1;
  }

  /** Moves a proposal to another number; what opens every agenda stays first. */
  async moveItem(assemblyId: string, item: AgendaItem, to: number): Promise<void> {
    const rows = [...(await this.#itemRows(assemblyId))];
    const from = rows.findIndex(({ id }) => id === item.id);
    const opening = rows.filter(({ kind }) => kind !== "proposal").length;
    const moved = rows.splice(from, 1);
    rows.splice(Math.max(opening, Math.min(to - 1, rows.length)), 0, ...moved);
    for (const [position, { id }] of rows.entries()) {
      await this.#session.tx.agendaItem.update({ where: { id }, data: { position } });
    }
    this.#cards.touch({ kind: assemblyCard, subject: assemblyId });
  }

  /** The assembly comes to this item now. */
  async openItem(assemblyId: string, item: AgendaItem): Promise<void> {
    const { tx, now } = this.#session;
    // Come back to later it is the one in hand again.
    const latest = await tx.agendaItem.aggregate({ where: { assemblyId }, _max: { openedAt: true } });
    const openedAt = new Date(Math.max(now, (latest._max.openedAt?.getTime() ?? 0) + 1));
    await tx.agendaItem.update({ where: { id: item.id }, data: { openedAt } });
    this.#cards.touch({ kind: assemblyCard, subject: assemblyId });
  }

  // The end

  /** Closes an assembly, notes how many were there, and plans the next one. Undefined if it is closed already. */
  async close(id: string): Promise<{ readonly closed: Assembly; readonly next: Assembly | undefined } | undefined> {
    const { tx, now } = this.#session;
    const assembly = await this.get(id);
    if (assembly === undefined || assembly.closedAt !== undefined) return undefined;
    const { quorum: standing, cells } = await this.standing(assembly);
    const final: AssemblyFinal = { quorum: standing, cells };
    await tx.speaker.deleteMany({ where: { assemblyId: id, spokeAt: null } });
    const row = await tx.assembly.update({
      where: { id },
      data: { closedAt: new Date(now), final: JSON.stringify(final) },
      include: withSeries,
    });
    await this.#cancelJobs(id);
    const kind = assemblyJobs.clear;
    const dueAt = now + this.#federation.retentionDays * day;
    await this.#jobs.schedule({ kind, key: `${kind}:${id}`, payload: { assembly: id }, dueAt });
    this.#touch(id);
    const next = row.series.endedAt === null ? await this.#plan(row.series, lastMoment(assembly, now), id) : undefined;
    return { closed: this.#record(row), next };
  }

  /** The retention has passed: who was there and who spoke is removed. */
  async clear(id: string): Promise<void> {
    const { tx, now } = this.#session;
    await tx.attendance.deleteMany({ where: { assemblyId: id } });
    await tx.speaker.deleteMany({ where: { assemblyId: id } });
    await tx.assembly.updateMany({ where: { id }, data: { clearedAt: new Date(now) } });
  }

  /** Everything that the minutes say, so far or in the end. */
  async minutes(assembly: Assembly): Promise<Minutes> {
    const council = await new Councils(this.#session, this.#federation).get(assembly.councilId);
    const cells = new Cells(this.#session, this.#federation);
    const sectors = new Map((await cells.sectors()).map(({ id, name }) => [id, name]));
    const final = assembly.final ?? (await this.standing(assembly));
    const sum = (pick: (cell: CellPresence) => number): number =>
      final.cells.reduce((all, cell) => all + pick(cell), 0);
    return {
      council: council?.name ?? "",
      number: assembly.number,
      from: assembly.openedAt === undefined ? assembly.startsAt : Math.max(assembly.openedAt, assembly.startsAt),
      to: assembly.closedAt,
      host:
        assembly.host === undefined
          ? undefined
          : { sector: sectors.get(assembly.host.sectorId) ?? "", place: assembly.host.place },
      presence: {
        seats: sum(({ seats }) => seats),
        filled: sum(({ filled }) => filled),
        present: sum(({ present }) => present),
        cells: final.cells.length,
        cellsPresent: final.cells.filter(({ present }) => present > 0).length,
        sectors: sectorPresences(final.cells).map(({ sectorId, seats, present }) => ({
          name: sectors.get(sectorId) ?? "",
          seats,
          present,
        })),
        names: assembly.series.names ? await this.#namesOfThose(assembly.id) : [],
      },
      quorum: {
        by: assembly.series.quorum.of,
        present: final.quorum.present,
        needed: final.quorum.needed,
        met: final.quorum.met,
      },
      items: await this.#minutesItems(assembly.id),
    };
  }

  /** Names of all who came, by name, until the retention has passed. */
  async #namesOfThose(assemblyId: string): Promise<readonly string[]> {
    const rows = await this.#session.tx.attendance.findMany({ where: { assemblyId }, select: { personId: true } });
    const names = await new People(this.#session, this.#federation).names(rows.map(({ personId }) => personId));
    return [...names.values()].sort(new Intl.Collator("en").compare);
  }

  async #minutesItems(assemblyId: string): Promise<readonly MinutesItem[]> {
    const votes = await new Votes(this.#session, this.#federation).ofAssembly(assemblyId);
    const closed = votes.flatMap(({ itemId, vote: { text, secret, result } }) =>
      result === undefined ? [] : [{ itemId, vote: minutesVote(text, secret, result) }],
    );
    const of = (itemId: string | undefined): readonly MinutesVote[] =>
      closed.filter((one) => one.itemId === itemId).map(({ vote }) => vote);
    const items = (await this.items(assemblyId)).map(({ id, kind, text, openedAt }): MinutesItem => ({
      title: text,
      kind,
      state: openedAt === undefined ? "not-reached" : "done",
      notes: [],
      votes: of(id),
    }));
    const others = of(undefined);
    return others.length === 0
      ? items
      : [...items, { title: undefined, kind: "other", state: "done", notes: [], votes: others }];
  }

  // People who go

  /** Somebody has lost their seat: they are there no more, and their answers in open votes are withdrawn. */
  async delegateGone(councilId: string, personId: string): Promise<void> {
    const { tx } = this.#session;
    const still = await new Delegates(this.#session, this.#federation).holds(councilId, personId);
    if (still.length === 0) {
      const open = await tx.assembly.findMany({ where: { councilId, closedAt: null }, select: { id: true } });
      for (const { id } of open) await this.checkOut(id, personId);
      await new Votes(this.#session, this.#federation).withdraw(councilId, personId);
    }
    await this.seatsChanged(councilId);
  }

  /** Who sits in the council has changed: what shows it is shown again. */
  async seatsChanged(councilId: string): Promise<void> {
    const open = await this.#session.tx.assembly.findMany({
      where: { councilId, closedAt: null },
      select: { id: true },
    });
    for (const { id } of open) this.#touch(id);
  }

  get ofPersons(): OfPersons {
    const bySeat = nothing("who has no seat any more is checked out with it: src/store/delegates.ts");
    return {
      tables: ["Attendance", "Speaker"],
      leavesCell: bySeat,
      countsElsewhere: bySeat,
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: ({ person }) => this.#forget(person.id),
      exported: async ({ personId }) => ({ assemblies: await this.#export(personId) }),
      retention: nothing("each assembly that has closed has a job for it: assembly-clear"),
      cellLeavesCouncil: bySeat,
    };
  }

  /** They are there no more; that they were is forgotten with the person. */
  async #forget(personId: string): Promise<void> {
    const there = await this.#session.tx.attendance.findMany({
      where: { personId, assembly: { closedAt: null } },
      select: { assemblyId: true },
    });
    for (const { assemblyId } of there) await this.checkOut(assemblyId, personId);
  }

  /** `second` turns out to be `first`: where both were or spoke, it was one person. */
  async #merge(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    const mine = await tx.attendance.findMany({ where: { personId: first }, select: { assemblyId: true } });
    const both = { assemblyId: { in: mine.map(({ assemblyId }) => assemblyId) } };
    const here = await tx.attendance.findMany({ where: { ...both, personId: second, leftAt: null } });
    // There with either account is there.
    await tx.attendance.updateMany({
      where: { assemblyId: { in: here.map(({ assemblyId }) => assemblyId) }, personId: first },
      data: { leftAt: null },
    });
    await tx.attendance.deleteMany({ where: { ...both, personId: second } });
    await tx.attendance.updateMany({ where: { personId: second }, data: { personId: first } });
    const waits = await tx.speaker.findMany({
      where: { personId: first, spokeAt: null },
      select: { assemblyId: true },
    });
    await tx.speaker.deleteMany({
      where: { personId: second, spokeAt: null, assemblyId: { in: waits.map(({ assemblyId }) => assemblyId) } },
    });
    await tx.speaker.updateMany({ where: { personId: second }, data: { personId: first } });
  }

  async #export(personId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { tx } = this.#session;
    const rows = await tx.attendance.findMany({
      where: { personId },
      orderBy: { cameAt: "asc" },
      include: {
        assembly: { include: { ...withSeries, speakers: { where: { personId }, orderBy: { askedAt: "asc" } } } },
      },
    });
    return rows.map(({ cameAt, leftAt, assembly }) => ({
      assembly: this.#record(assembly).series.name,
      number: assembly.number,
      cameAt,
      leftAt,
      askedToSpeak: assembly.speakers.map(({ askedAt, spokeAt }) => ({ askedAt, spokeAt })),
    }));
  }

  #touch(id: string): void {
    this.#cards.touch({ kind: assemblyCard, subject: id });
    this.#cards.touch({ kind: assemblySectorsCard, subject: id });
  }

  #open(sealed: string | null, purpose: string): string | undefined {
    return sealed === null ? undefined : this.#federation.sealer.open(sealed, purpose);
  }

  #record(row: Row): Assembly {
    return {
      id: row.id,
      councilId: row.councilId,
      series: this.#series(row.series),
      number: row.number,
      plannedAt: row.plannedAt.getTime(),
      slotAt: row.slotAt.getTime(),
      startsAt: row.startsAt.getTime(),
      endsAt: row.endsAt.getTime(),
      openedAt: row.openedAt?.getTime(),
      closedAt: row.closedAt?.getTime(),
      host: this.#host(row),
      final: row.final === null ? undefined : (JSON.parse(row.final) as AssemblyFinal), // an edge: only `close` writes it
      clearedAt: row.clearedAt?.getTime(),
    };
  }

  #host({ hostSectorId, sealedHostPlace, hostAnswer, hostWhy }: AssemblyRow): AssemblyHost | undefined {
    const place = this.#open(sealedHostPlace, purposes.place);
    if (hostSectorId === null || place === undefined || hostWhy === null) return undefined;
    return {
      sectorId: hostSectorId,
      place,
      answer: hostAnswer as HostAnswer, // an edge, like the next: only `#chooseHost` and `acceptHost` write them
      why: JSON.parse(hostWhy) as HostReason,
    };
  }

  #series(row: SeriesRow): Series {
    return {
      id: row.id,
      councilId: row.councilId,
      name: this.#federation.sealer.open(row.sealedName, purposes.name),
      rule: JSON.parse(row.rule) as Rule, // an edge, like the next: only `createSeries` writes them
      lengthMinutes: row.lengthMinutes,
      quorum: JSON.parse(row.quorum) as QuorumRule,
      names: row.names,
      changes: row.changes,
    };
  }
}

/** Which moment of a new rule an assembly stands for. Where only the time on the clock is another, its day stays. */
function slotUnder(rule: Rule, before: Rule, slot: number, now: number): number {
  const sameDays = rule.pattern === before.pattern && rule.start === before.start && rule.zone === before.zone;
  const moved = sameDays ? replanned(rule, slot) : now;
  return moved > now ? moved : nextOccurrence(rule, now);
}

function minutesVote(text: string, secret: boolean, result: VoteResult): MinutesVote {
  const { majority, base, by, yes, no, abstain, of, needed, carried } = result;
  return { text, secret, by, rule: { ...majority, base }, yes, no, abstain, of, needed, carried };
}

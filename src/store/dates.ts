/**
 * Dates that councils propose to their cells. The rules are in src/domain/dates.ts.
 *
 * While cells can answer, what somebody said of the days is one sealed row of theirs, changed as often as they like. It counts
 * in the cell in which they count when the time is over: then all is counted once, and the answers are deleted, in the
 * transaction in which the result is written; then the log file of the database, in which they may still stand, is truncated
 * (secret-ballots.ts). Nothing of the answers is shown before but, in a cell's own chats, how many of it have answered.
 *
 * Locks on PostgreSQL: proposals first, in the order of their ids, then answers.
 */
import {
  answerFor,
  countDates,
  dateCard,
  dateJobs,
  debriefAt,
  dateTurnout,
  isAnswered,
  neededOf,
  remindBefore,
  sayings,
  turnoutOf,
  type DateProposal,
  type DateResult,
  type Saying,
} from "../domain/dates.ts";
import { units, type Unit } from "../domain/publication.ts";
import { addDays, wallClock } from "../domain/time.ts";
import type { Vote } from "../domain/votes.ts";
import { cellChats, chatsOfCell, councilChats } from "./assemblies/finding.ts";
import { Prisma, type DateAnswer as AnswerRow, type DateProposal as DateRow } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons, type Part } from "./of-persons.ts";
import { repository, type Store } from "./repository.ts";
import { rowOf } from "./sealing.ts";
import { planErasure } from "./secret-ballots.ts";

export interface NewDates {
  readonly what: string;
  /** Dates of the calendar, in their order. */
  readonly days: readonly string[];
  readonly driveId: string | undefined;
}

/** How many of a cell have answered, of how many, and how many must. */
export interface DateTurnout {
  readonly answered: number;
  readonly members: number;
  readonly needed: number;
}

/** What somebody has said, a place for each day. */
export type Said = readonly (Saying | undefined)[];

const purposes = { what: "DateProposal.sealedWhat", answer: "DateAnswer.sealedAnswer" } as const;

// Finding

async function get(store: Store, id: string): Promise<DateProposal | undefined> {
  const row = await store.session.tx.dateProposal.findFirst({ where: { id, federationId: store.federation.id } });
  return row === null ? undefined : record(store, row);
}

/** All of a council, or of the councils in which a cell sits, the oldest first. */
async function list(
  store: Store,
  of: { readonly council: string } | { readonly cell: string },
): Promise<readonly DateProposal[]> {
  const whose = "council" in of ? { councilId: of.council } : { council: { cells: { some: { cellId: of.cell } } } };
  const rows = await store.session.tx.dateProposal.findMany({
    where: { ...whose, federationId: store.federation.id },
    orderBy: [{ openedAt: "asc" }, { number: "asc" }],
  });
  return rows.map((row) => record(store, row));
}

/**
 * The proposals that cells of a council answer now: its own, and those of other councils in which one of these cells sits and is
 * asked. On PostgreSQL these councils propose one after the other.
 */
async function askedNow(store: Store, councilId: string): Promise<readonly DateProposal[]> {
  const { tx, now } = store.session;
  const federationId = store.federation.id;
  if (tx.provider === "postgresql") {
    await tx.$queryRaw`SELECT "id" FROM "Council" WHERE "federationId" = ${federationId} ORDER BY "id" ${tx.forUpdate}`;
  }
  const seated = await tx.councilCell.findMany({ where: { councilId }, select: { cellId: true } });
  const cells = new Set(seated.map(({ cellId }) => cellId));
  const rows = await tx.dateProposal.findMany({ where: { federationId, closedAt: null }, orderBy: { id: "asc" } });
  const open = rows.map((row) => record(store, row)).filter((of) => isAnswered(of, now));
  const found: DateProposal[] = [];
  for (const of of open) {
    const shared = of.councilId === councilId || (await cellsOf(store, of)).some((id) => cells.has(id));
    if (shared) found.push(of);
  }
  return found;
}

/** What a vote (id) is about, if it is about a date. */
async function ofVote(store: Store, voteId: string): Promise<DateProposal | undefined> {
  const row = await store.session.tx.dateProposal.findFirst({ where: { voteId, federationId: store.federation.id } });
  return row === null ? undefined : record(store, row);
}

/** The cells (ids) that are asked: those that were in the council at the opening, and are. */
async function cellsOf(store: Store, of: DateProposal): Promise<readonly string[]> {
  const asked = of.units.flatMap(({ cells }) => cells);
  const where = { councilId: of.councilId, cellId: { in: asked } };
  const rows = await store.session.tx.councilCell.findMany({ where, orderBy: { cellId: "asc" } });
  return rows.map(({ cellId }) => cellId);
}

/** The chats (ids of ours) of the council and of the cells that are asked. */
async function chats(store: Store, of: DateProposal): Promise<readonly string[]> {
  const cells = await cellsOf(store, of);
  return [...(await councilChats(store, of.councilId)), ...(await cellChats(store, of.councilId, cells))];
}

/** The chats (ids of ours) of the council and of all its cells: what is agreed on concerns those too that have come since. */
const allChats = async (store: Store, { councilId }: DateProposal): Promise<readonly string[]> => [
  ...(await councilChats(store, councilId)),
  ...(await cellChats(store, councilId)),
];

/** The council's own chats (ids of ours). */
const ownChats = (store: Store, of: DateProposal): Promise<readonly string[]> => councilChats(store, of.councilId);

// Proposing

async function propose(store: Store, councilId: string, of: NewDates): Promise<DateProposal> {
  const { tx, now, newId } = store.session;
  const { id: federationId, sealer, smallestGroup } = store.federation;
  if (tx.provider === "postgresql")
    await tx.$queryRaw`SELECT "id" FROM "Council" WHERE "id" = ${councilId} ${tx.forUpdate}`;
  const id = newId();
  const last = await tx.dateProposal.aggregate({ where: { councilId }, _max: { number: true } });
  const closesAt = now + answerFor;
  const row = await tx.dateProposal.create({
    data: {
      id,
      federationId,
      councilId,
      number: (last._max.number ?? 0) + 1,
      sealedWhat: sealer.seal(of.what, purposes.what, id),
      days: JSON.stringify(of.days),
      driveId: of.driveId ?? null,
      smallestGroup,
      units: JSON.stringify(await unitsOf(store, councilId)),
      openedAt: new Date(now),
      closesAt: new Date(closesAt),
    },
  });
  const payload = { date: id };
  const { remind, close } = dateJobs;
  await store.jobs.schedule({ kind: remind, key: `${remind}:${id}`, payload, dueAt: closesAt - remindBefore });
  await store.jobs.schedule({ kind: close, key: `${close}:${id}`, payload, dueAt: closesAt });
  return record(store, row);
}

async function unitsOf(store: Store, councilId: string): Promise<readonly Unit[]> {
  const { tx } = store.session;
  const rows = await tx.councilCell.findMany({
    where: { councilId },
    select: { cell: { select: { id: true, sectorId: true } } },
  });
  const cells = rows.map(({ cell }) => cell);
  const where = { cellId: { in: cells.map(({ id }) => id) } };
  const groups = await tx.person.groupBy({ by: ["cellId"], where, _count: { _all: true } });
  const members = new Map(groups.map(({ cellId, _count }) => [cellId, _count._all]));
  const sizes = cells.map(({ id, sectorId }) => ({ id, sector: sectorId, members: members.get(id) ?? 0 }));
  return units(sizes, store.federation.smallestGroup);
}

// Answering

/** What somebody has said of the days of an open proposal. */
async function own(store: Store, of: DateProposal, personId: string): Promise<Said> {
  const where = { dateId_personId: { dateId: of.id, personId } };
  const row = await store.session.tx.dateAnswer.findUnique({ where });
  return row === null ? of.days.map(() => undefined) : said(store, row);
}

/**
 * Notes what somebody says of one day; the last one counts. Undefined: it is too late. Whether they count in one of the cells
 * has been asked before.
 */
async function answer(
  store: Store,
  of: DateProposal,
  person: { readonly id: string; readonly cellId: string },
  day: number,
  saying: Saying,
): Promise<Said | undefined> {
  const { tx, now } = store.session;
  const row = await locked(store, of.id);
  if (row === undefined || !isAnswered(record(store, row), now)) return undefined;
  const before = await own(store, of, person.id);
  const after = of.days.map((_, index) => (index === day ? saying : before[index]));
  const key = { dateId: of.id, personId: person.id };
  const sealedAnswer = seal(store, key, after);
  await tx.dateAnswer.upsert({
    where: { dateId_personId: key },
    create: { ...key, sealedAnswer },
    update: { sealedAnswer },
  });
  touchCell(store, of.id, person.cellId);
  return after;
}

/** In a letter for each day. */
const letters = { can: "y", cannot: "n" } as const satisfies Record<Saying, string>;
const noLetter = "-";

const seal = (store: Store, { dateId, personId }: Omit<AnswerRow, "sealedAnswer">, of: Said): string => {
  const text = of.map((one) => (one === undefined ? noLetter : letters[one])).join("");
  return store.federation.sealer.seal(text, purposes.answer, rowOf(dateId, personId));
};

function said(store: Store, { dateId, personId, sealedAnswer }: AnswerRow): Said {
  const text = store.federation.sealer.open(sealedAnswer, purposes.answer, rowOf(dateId, personId));
  return [...text].map((letter) => sayings.find((one) => letters[one] === letter));
}

/** How many of a cell have answered, and how many must. */
async function turnout(store: Store, dateId: string, cellId: string): Promise<DateTurnout> {
  const { tx } = store.session;
  const members = await tx.person.count({ where: { cellId, federationId: store.federation.id } });
  const answered = await tx.dateAnswer.count({ where: { dateId, person: { cellId } } });
  return { answered, members, needed: neededOf(members) };
}

const touchCell = (store: Store, dateId: string, cellId: string): void => {
  store.cards.touch({ kind: dateTurnout, subject: turnoutOf(dateId, cellId) });
};

/** What these people have said, proposal by proposal; until the end of the transaction none of these is counted. */
async function lockedAnswers(store: Store, ...people: readonly string[]): Promise<readonly AnswerRow[]> {
  const { tx } = store.session;
  const where = { personId: { in: [...people] } };
  const found = await tx.dateAnswer.findMany({ where, select: { dateId: true } });
  await lockAll(store, [...new Set(found.map(({ dateId }) => dateId))]);
  // What was counted meanwhile is gone.
  return tx.dateAnswer.findMany({ where, orderBy: [{ dateId: "asc" }, { personId: "asc" }] });
}

/** In the order of their ids. */
async function lockAll(store: Store, ids: readonly string[]): Promise<void> {
  const { tx } = store.session;
  if (tx.provider !== "postgresql" || ids.length === 0) return;
  const all = Prisma.join([...ids]);
  await tx.$queryRaw`SELECT "id" FROM "DateProposal" WHERE "id" IN (${all}) ORDER BY "id" ${tx.forUpdate}`;
}

async function locked(store: Store, id: string): Promise<DateRow | undefined> {
  const { tx } = store.session;
  await tx.$queryRaw`SELECT "id" FROM "DateProposal" WHERE "id" = ${id} ${tx.forUpdate}`;
  return (await tx.dateProposal.findFirst({ where: { id, federationId: store.federation.id } })) ?? undefined;
}

// The end of the 72 hours

/** The chats (ids of ours) of the cells of which too few have answered so far. */
async function slow(store: Store, of: DateProposal): Promise<readonly string[]> {
  const found: string[] = [];
  for (const cellId of await cellsOf(store, of)) {
    const { answered, members, needed } = await turnout(store, of.id, cellId);
    if (members > 0 && answered < needed) found.push(...(await chatsOfCell(store, cellId)));
  }
  return found;
}

/** Counts what was said, and deletes the answers. Undefined if that was done, or its time has not come. */
async function close(store: Store, id: string): Promise<DateProposal | undefined> {
  const { tx, now } = store.session;
  const row = await locked(store, id);
  if (row === undefined || row.closedAt !== null || row.closesAt.getTime() > now) return undefined;
  const of = record(store, row);
  const cells = await cellsOf(store, of);
  const answers = await tx.dateAnswer.findMany({ where: { dateId: id } });
  const saidBy = new Map(answers.map((one) => [one.personId, said(store, one)]));
  const people = await tx.person.findMany({
    where: { cellId: { in: [...cells] }, federationId: store.federation.id },
    select: { id: true, cellId: true },
  });
  const voices = people.map((one) => ({ cellId: one.cellId ?? "", said: saidBy.get(one.id) ?? [] }));
  const result = countDates(of.units, new Set(cells), voices, of.days.length, of.smallestGroup);
  await tx.dateAnswer.deleteMany({ where: { dateId: id } });
  const data = { closedAt: new Date(now), result: JSON.stringify(result) };
  const after = await tx.dateProposal.update({ where: { id }, data });
  await planErasure(store.session);
  store.cards.touch({ kind: dateCard, subject: id });
  return record(store, after);
}

// Agreeing

/** One of its days is put to a vote; without a day it is whether the one that was agreed on is called off. */
async function putToVote(store: Store, of: DateProposal, day: string | undefined, voteId: string): Promise<void> {
  await store.session.tx.dateProposal.update({ where: { id: of.id }, data: { voteId, votedDay: day ?? null } });
  store.cards.touch({ kind: dateCard, subject: of.id });
}

/** A vote has been closed: if it was about a day and has carried it, that is agreed on or called off, and will be announced. */
export async function dateVoted(store: Store, vote: Vote): Promise<void> {
  const { tx, now } = store.session;
  const found = vote.result === undefined ? undefined : await ofVote(store, vote.id);
  if (found === undefined) return;
  store.cards.touch({ kind: dateCard, subject: found.id });
  if (vote.result?.carried !== true) return;
  const row = await locked(store, found.id);
  const of = row === undefined ? found : record(store, row);
  if (of.cancelledAt !== undefined || of.votedDay === of.agreedDay) return;
  if (of.votedDay === undefined) {
    await calledOff(store, of);
    return;
  }
  const agreements = of.agreements + 1;
  const data = { agreedDay: of.votedDay, agreedAt: new Date(now), agreements };
  await tx.dateProposal.update({ where: { id: of.id }, data });
  const { agreed: kind } = dateJobs;
  const payload = { date: of.id, agreement: String(agreements) };
  await store.jobs.schedule({ kind, key: `${kind}:${of.id}:${payload.agreement}`, payload, dueAt: now });
  const { zone } = await tx.council.findUniqueOrThrow({ where: { id: of.councilId }, select: { zone: true } });
  const { debrief } = dateJobs;
  const dueAt = wallClock(addDays(of.votedDay, 1), debriefAt, zone);
  // Of a day that is moved, the morning moves too.
  await store.jobs.schedule({ kind: debrief, key: `${debrief}:${of.id}`, payload: { date: of.id }, dueAt });
}

// Calling off

/** The question is called off, and what was said is deleted. Undefined where a day was agreed on, or it was called off, meanwhile. */
async function callOff(store: Store, id: string): Promise<DateProposal | undefined> {
  const row = await locked(store, id);
  if (row === undefined || row.cancelledAt !== null || row.agreedDay !== null) return undefined;
  return calledOff(store, record(store, row));
}

async function calledOff(store: Store, of: DateProposal): Promise<DateProposal> {
  const { tx, now } = store.session;
  const { id, agreements } = of;
  const { remind, close: count, agreed, debrief, off } = dateJobs;
  for (const key of [
    `${remind}:${id}`,
    `${count}:${id}`,
    `${agreed}:${id}:${String(agreements)}`,
    `${debrief}:${id}`,
  ]) {
    await store.jobs.cancel(key);
  }
  await tx.dateAnswer.deleteMany({ where: { dateId: id } });
  const cancelledAt = new Date(now);
  const closedAt = of.closedAt === undefined ? cancelledAt : new Date(of.closedAt);
  const after = await tx.dateProposal.update({ where: { id }, data: { cancelledAt, closedAt } });
  if (of.closedAt === undefined) await planErasure(store.session);
  store.cards.touch({ kind: dateCard, subject: id });
  await store.jobs.schedule({ kind: off, key: `${off}:${id}`, payload: { date: id }, dueAt: now });
  return record(store, after);
}

// People who come and go

/** Their cell's cards show one less; an answer that counts in no cell that is asked is deleted. */
async function movedFrom(store: Store, personId: string, from: string, cellId: string | undefined): Promise<void> {
  const { tx } = store.session;
  for (const { dateId } of await lockedAnswers(store, personId)) {
    touchCell(store, dateId, from);
    const of = await get(store, dateId);
    const stays = cellId !== undefined && of !== undefined && (await cellsOf(store, of)).includes(cellId);
    if (stays) touchCell(store, dateId, cellId);
    else await tx.dateAnswer.deleteMany({ where: { dateId, personId } });
  }
}

/** A cell is in the council no more: what its people said counts no more, and its cards say so, of what is over too. */
async function leave(store: Store, councilId: string, cellId: string): Promise<void> {
  const { tx } = store.session;
  const all = (await tx.dateProposal.findMany({ where: { councilId }, select: { id: true } })).map(({ id }) => id);
  await lockAll(store, all);
  await tx.dateAnswer.deleteMany({ where: { dateId: { in: all }, person: { cellId } } });
  for (const subject of all) store.cards.touch({ kind: dateCard, subject });
}

/** Where both have answered, what the first one said of a day stands. */
async function merge(store: Store, first: string, second: string): Promise<void> {
  const { tx } = store.session;
  const answers = await lockedAnswers(store, first, second);
  for (const row of answers.filter(({ personId }) => personId === second)) {
    const { dateId } = row;
    const mine = answers.find((one) => one.dateId === dateId && one.personId === first);
    const theirs = said(store, row);
    const both = mine === undefined ? theirs : said(store, mine).map((one, day) => one ?? theirs[day]);
    const key = { dateId, personId: first };
    const sealedAnswer = seal(store, key, both);
    await tx.dateAnswer.deleteMany({ where: { dateId, personId: second } });
    await tx.dateAnswer.upsert({
      where: { dateId_personId: key },
      create: { ...key, sealedAnswer },
      update: { sealedAnswer },
    });
    const people = await tx.person.findMany({ where: { id: { in: [first, second] } }, select: { cellId: true } });
    for (const { cellId } of people) if (cellId !== null) touchCell(store, dateId, cellId);
  }
}

async function forgotten(store: Store, personId: string): Promise<void> {
  const { tx } = store.session;
  const person = await tx.person.findUnique({ where: { id: personId }, select: { cellId: true } });
  for (const { dateId } of await lockedAnswers(store, personId)) {
    if (person?.cellId != null) touchCell(store, dateId, person.cellId);
  }
  await tx.dateAnswer.deleteMany({ where: { personId } });
}

async function exported(store: Store, personId: string): Promise<Part> {
  const rows = await store.session.tx.dateAnswer.findMany({
    where: { personId },
    include: { date: true },
    orderBy: { dateId: "asc" },
  });
  return {
    dateAnswers: rows.map(({ date, ...row }) => {
      const { what, days } = record(store, date);
      const answers = said(store, row);
      return { what, days: days.map((day, index) => ({ day, answer: answers[index] })) };
    }),
  };
}

function ofPersons(store: Store): OfPersons {
  return {
    tables: ["DateAnswer"],
    leavesCell: nothing("whoever answers counts in the cell: countsElsewhere"),
    countsElsewhere: ({ person, from }) => movedFrom(store, person.id, from, person.cellId),
    becomesOne: ({ first, second }) => merge(store, first.id, second),
    forgotten: ({ person }) => forgotten(store, person.id),
    exported: ({ personId }) => exported(store, personId),
    retention: nothing("answers go when the 72 hours are over; what was agreed names nobody, and stays"),
    cellLeavesCouncil: ({ councilId, cellId }) => leave(store, councilId, cellId),
  };
}

function record(store: Store, row: DateRow): DateProposal {
  return {
    id: row.id,
    councilId: row.councilId,
    number: row.number,
    what: store.federation.sealer.open(row.sealedWhat, purposes.what, row.id),
    days: JSON.parse(row.days) as string[], // an edge, like those of units and result: only this file writes them
    driveId: row.driveId ?? undefined,
    smallestGroup: row.smallestGroup,
    units: JSON.parse(row.units) as Unit[],
    openedAt: row.openedAt.getTime(),
    closesAt: row.closesAt.getTime(),
    closedAt: row.closedAt?.getTime(),
    result: row.result === null ? undefined : (JSON.parse(row.result) as DateResult),
    voteId: row.voteId ?? undefined,
    votedDay: row.votedDay ?? undefined,
    agreedDay: row.agreedDay ?? undefined,
    agreedAt: row.agreedAt?.getTime(),
    agreements: row.agreements,
    cancelledAt: row.cancelledAt?.getTime(),
  };
}

/** Everything that is done with the dates of one federation, in one transaction. */
export const Dates = repository(
  {
    get,
    list,
    askedNow,
    ofVote,
    cellsOf,
    chats,
    allChats,
    ownChats,
    propose,
    own,
    answer,
    turnout,
    slow,
    close,
    putToVote,
    callOff,
  },
  ofPersons,
);
export type Dates = InstanceType<typeof Dates>;

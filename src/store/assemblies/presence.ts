/** Who is there, and how an assembly stands by that. */
import { cardParts } from "../../chat/cards.ts";
import { minuteOf } from "../../domain/time.ts";
import {
  assemblyCard,
  assemblyJobs,
  assemblySectorsCard,
  cellPresences,
  representatives,
  type Assembly,
  type CellPresence,
  type Seat,
} from "../../domain/assemblies.ts";
import { quorum, type Quorum } from "../../domain/quorum.ts";
import { seats as seatsIn, seatsWith } from "../delegates/seats.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { minute, touch } from "./records.ts";

/** How an assembly stands at this moment. */
export interface Standing {
  readonly seats: readonly Seat[];
  /** Who represents each seat, in the order of `seats`. */
  readonly represented: readonly (string | undefined)[];
  readonly cells: readonly CellPresence[];
  readonly quorum: Quorum;
}

/** How often the numbers in the chats of cells are brought up to date while an assembly goes on and people come and go. */
const figuresEvery = 5 * minute;

/** And how often while nobody does: what else changes them marks the cards itself. */
const figuresIdle = 60 * minute;

const figuresKey = (id: string): string => `${assemblyJobs.figures}:${id}`;

/** People can check in from now on. False if they could already, or it is closed. */
export async function openAssembly(store: Store, id: string): Promise<boolean> {
  const { tx, now } = store.session;
  const { count } = await tx.assembly.updateMany({
    where: { id, openedAt: null, closedAt: null },
    data: { openedAt: new Date(now) },
  });
  if (count === 0) return false;
  await planFigures(store, id);
  touch(store, id);
  const { councilId } = await tx.assembly.findUniqueOrThrow({ where: { id }, select: { councilId: true } });
  store.cards.touch({ kind: cardParts.meeting, subject: councilId });
  return true;
}

/** The numbers in the chats of cells are looked at again in a while. `told`: HMAC of those that were shown last. */
export async function planFigures(store: Store, id: string, told = "", pause = figuresEvery): Promise<void> {
  const dueAt = store.session.now + pause;
  await store.jobs.schedule({
    kind: assemblyJobs.figures,
    key: figuresKey(id),
    payload: { assembly: id, told },
    dueAt,
  });
}

/** Somebody came or went. */
async function changed(store: Store, id: string): Promise<void> {
  store.cards.touch({ kind: assemblyCard, subject: id });
  await store.jobs.sooner(figuresKey(id), store.session.now + figuresEvery);
}

/**
 * Brings the numbers in the chats of cells up to date while the assembly goes on. Where nobody came or went nothing is
 * shown anew: there may be hundreds of chats.
 */
export async function figures(store: Store, assembly: Assembly, told: string): Promise<void> {
  const { cells, quorum: reached } = await standingOf(store, assembly);
  const latest = store.session.keyring.lookup("figures", assembly.id, JSON.stringify([cells, reached]));
  if (latest !== told) store.cards.touch({ kind: assemblySectorsCard, subject: assembly.id });
  await planFigures(store, assembly.id, latest, latest === told ? figuresIdle : figuresEvery);
}

/** Notes that somebody is there. False if they were already. */
export async function checkIn(store: Store, assemblyId: string, personId: string, cellId: string): Promise<boolean> {
  const { tx, now } = store.session;
  const count = await tx.$executeRaw`
    INSERT INTO "Attendance" ("assemblyId", "personId", "cellId", "cameAt")
    VALUES (${assemblyId}, ${personId}, ${cellId}, ${new Date(minuteOf(now))})
    ON CONFLICT ("assemblyId", "personId") DO UPDATE SET "leftAt" = NULL WHERE "Attendance"."leftAt" IS NOT NULL`;
  if (count > 0) await changed(store, assemblyId);
  return count > 0;
}

/** Notes that somebody has gone, and waits to speak no more. False if they were not there. */
export async function checkOut(store: Store, assemblyId: string, personId: string): Promise<boolean> {
  const { tx, now } = store.session;
  const { count } = await tx.attendance.updateMany({
    where: { assemblyId, personId, leftAt: null },
    data: { leftAt: new Date(minuteOf(now)) },
  });
  await tx.speaker.deleteMany({ where: { assemblyId, personId, spokeAt: null } });
  if (count > 0) await changed(store, assemblyId);
  return count > 0;
}

export async function isHere(store: Store, assemblyId: string, personId: string): Promise<boolean> {
  const row = await store.session.tx.attendance.findUnique({
    where: { assemblyId_personId: { assemblyId, personId } },
    select: { leftAt: true },
  });
  return row !== null && row.leftAt === null;
}

/** Ids of the people who are there; with `ever` of all who came, whether they have left or not. */
async function peopleHere(store: Store, assemblyId: string, ever: boolean): Promise<ReadonlySet<string>> {
  const rows = await store.session.tx.$queryRaw<{ personId: string }>`
    SELECT "personId" FROM "Attendance"
    WHERE "assemblyId" = ${assemblyId} AND ${ever ? Prisma.sql`1 = 1` : Prisma.sql`"leftAt" IS NULL`}`;
  return new Set(rows.map(({ personId }) => personId));
}

/** How an assembly stands now; with `ever` by all who were there at any time, as the minutes give it. */
export async function standingOf(
  store: Store,
  assembly: Pick<Assembly, "id" | "councilId" | "series">,
  { ever = false } = {},
): Promise<Standing> {
  const seats = await seatsIn(store, assembly.councilId);
  const represented = representatives(seats, await peopleHere(store, assembly.id, ever));
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
export async function countsFor(
  store: Store,
  { id, councilId }: Pick<Assembly, "id" | "councilId">,
  personId: string,
): Promise<boolean> {
  const seats = await seatsWith(store, councilId, personId);
  const people = new Set([personId, ...seats.flatMap(({ delegate }) => delegate ?? [])]);
  const rows = await store.session.tx.$queryRaw<{ personId: string }>`
    SELECT "personId" FROM "Attendance"
    WHERE "assemblyId" = ${id} AND "personId" IN (${Prisma.join([...people])}) AND "leftAt" IS NULL`;
  return representatives(seats, new Set(rows.map((row) => row.personId))).includes(personId);
}

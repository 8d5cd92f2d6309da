/** Who is asked for a term, and what is kept of the past for that. The rules are in src/domain/rotation.ts. */
import type { Role } from "../../domain/roles.ts";
import {
  credit,
  plan,
  uncredit,
  type Chosen,
  type LeaveOut,
  type Planned,
  type Standing,
} from "../../domain/rotation.ts";
import {
  Prisma,
  type RoleMember as MemberRow,
  type RoleTerm as TermRow,
  type RoleTurn as TurnRow,
} from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { circumstancesAt, lookAround, servedBy, type Owed } from "./circumstances.ts";
import { freePlaces, standing, type TermWithTurns } from "./records.ts";
import { addTurn, calendarChanged, findTerm, planStep, planTell, poolRows } from "./rows.ts";

/** Asks somebody for each free place of a term: gives back the term as it stands then, and for how many there is nobody. */
export async function fillPlaces(
  store: Store,
  role: Role,
  term: TermWithTurns,
): Promise<{ readonly term: TermWithTurns; readonly empty: number }> {
  const free = freePlaces(role, term);
  if (free.length === 0) return { term, empty: 0 };
  const planned = await planTurns(store, role, term, free.length);
  if (planned.chosen.length === 0) return { term, empty: free.length };
  await writePool(store, role, planned.before, planned.pool);
  const turns = [...term.turns];
  for (const [index, one] of planned.chosen.entries()) {
    const place = free[index] ?? 0;
    turns.push(
      await askPerson(store, role, term, place, one, { second: false, credited: true, chosen: planned.chosen }),
    );
  }
  await calendarChanged(store, term);
  // Where somebody is acting they have the credit until somebody takes the place on.
  if (term.state === "begun") {
    for (const turn of turns.filter(({ state }) => state === "asked")) await takeCredit(store, role, turn);
  }
  return { term: { ...term, sequence: term.sequence + 1, turns }, empty: free.length - planned.chosen.length };
}

/** For each place whose turn has no answer, somebody else is asked as well. */
export async function askSecond(store: Store, role: Role, term: TermWithTurns): Promise<void> {
  const open = term.turns.filter(({ state, second }) => state === "asked" && !second);
  if (open.length === 0) return;
  const planned = await planTurns(store, role, term, open.length);
  const ids = new Set(planned.chosen.map(({ id }) => id));
  await writePool(store, role, planned.before, withoutCredit(planned.pool, planned.before, ids));
  for (const [index, one] of planned.chosen.entries()) {
    await askPerson(store, role, term, open[index]?.place ?? 0, one, {
      second: true,
      credited: false,
      chosen: planned.chosen,
    });
  }
}

/**
 * Who would be asked for the term to come takes the turn on themselves before: to swap it. They are asked at its time like
 * everybody. Undefined: it would not be theirs.
 */
export async function takeForeseen(
  store: Store,
  role: Role,
  term: TermWithTurns,
  personId: string,
): Promise<TurnRow | undefined> {
  const free = freePlaces(role, term);
  if (free.length === 0) return undefined;
  const { before, chosen, pool } = await planTurns(store, role, term, free.length);
  const index = chosen.findIndex(({ id }) => id === personId);
  const [one, place] = [chosen[index], free[index]];
  if (one === undefined || place === undefined) return undefined;
  const others = new Set(chosen.flatMap(({ id }) => (id === personId ? [] : [id])));
  await writePool(store, role, before, withoutCredit(pool, before, others));
  return addTurn(store, term, { place, personId, state: "asked", credited: true, why: JSON.stringify(one.why) });
}

/** A pool as a choice leaves it, but that these have no term by it. */
const withoutCredit = (
  pool: readonly Standing[],
  before: readonly Standing[],
  ids: ReadonlySet<string>,
): readonly Standing[] =>
  pool.map((one) => {
    const was = before.find(({ id }) => id === one.id);
    return ids.has(one.id) && was !== undefined
      ? { ...one, terms: one.terms - 1, served: was.served, lastEnd: was.lastEnd }
      : one;
  });

async function askPerson(
  store: Store,
  role: Role,
  term: TermRow,
  place: number,
  { id, why }: Chosen<LeaveOut>,
  {
    second,
    credited,
    chosen,
  }: { readonly second: boolean; readonly credited: boolean; readonly chosen: readonly Chosen<LeaveOut>[] },
): Promise<TurnRow> {
  const debtor = second ? undefined : await debtorFor(store, role, term, id, chosen);
  const turn = await addTurn(store, term, {
    place,
    personId: debtor ?? id,
    ...(debtor === undefined ? {} : { forId: id }),
    state: "asked",
    second,
    credited,
    why: JSON.stringify(why),
    news: why.relaxed.length > 0 && !second,
    remind: second ? "second" : "asked",
  });
  await planTell(store, debtor ?? id);
  if (turn.news) await planStep(store, role, store.session.now);
  return turn;
}

/** Who owes `personId` a turn from a swap, and can serve it now: not if they are `chosen` for a place themselves. */
async function debtorFor(
  store: Store,
  role: Role,
  term: TermRow,
  personId: string,
  chosen: readonly Chosen<LeaveOut>[],
): Promise<string | undefined> {
  const owed = await store.session.tx.$queryRaw<Owed>`
    SELECT "id", "fromId", "toId" FROM "RoleOffer"
    WHERE "roleId" = ${role.id} AND "kind" = 'swap' AND "state" = 'agreed' AND "toId" = ${personId}
    ORDER BY "createdAt", "id"`;
  if (owed.length === 0) return undefined;
  const debtors = owed.map(({ fromId }) => fromId);
  const { turns } = await findTerm(store, term.id);
  const served = servedBy(owed, personId, {
    away: await whoIsAway(store, debtors, term.from.getTime(), term.to.getTime()),
    busy: new Set([...chosen.map(({ id }) => id), ...turns.flatMap((one) => one.personId ?? [])]),
    pool: new Set((await poolRows(store, role.id)).map((one) => one.personId)),
  });
  if (served === undefined) return undefined;
  await store.session.tx.roleOffer.update({ where: { id: served.id }, data: { state: "settled" } });
  return served.fromId;
}

async function planTurns(
  store: Store,
  role: Role,
  term: TermWithTurns,
  places: number,
): Promise<Planned & { readonly before: readonly Standing[] }> {
  const before = (await poolRows(store, role.id)).map(standing);
  const { index, to } = term;
  const people = before.map(({ id }) => id);
  const circumstances = circumstancesAt(await lookAround(store, [{ role, term, until: to }], people), role, term);
  const planned = plan({ role: role.id, index, to: to.getTime(), places, limit: role.limit }, before, circumstances);
  return { ...planned, before };
}

/** Who of these is away at any moment of a time. */
export async function whoIsAway(
  store: Store,
  personIds: readonly string[],
  from: number,
  to: number,
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await store.session.tx.$queryRaw<{ personId: string }>`
    SELECT "personId" FROM "Absence"
    WHERE "personId" IN (${Prisma.join(personIds)}) AND "from" < ${new Date(to)} AND "to" > ${new Date(from)}`;
  return new Set(rows.map(({ personId }) => personId));
}

/** Writes of a pool what a choice has changed. */
async function writePool(
  store: Store,
  role: Role,
  before: readonly Standing[],
  after: readonly Standing[],
): Promise<void> {
  const was = new Map(before.map((one) => [one.id, one]));
  const leftOut: string[] = [];
  for (const one of after) {
    const old = was.get(one.id);
    if (old?.terms !== one.terms || old.lastEnd !== one.lastEnd || (!old.steady && one.steady))
      await writeStanding(store, role, one);
    else if (old.steady && !one.steady) leftOut.push(one.id);
  }
  if (leftOut.length === 0) return;
  await store.session.tx.$executeRaw`
    UPDATE "RoleMember" SET "steady" = ${false} WHERE "roleId" = ${role.id} AND "personId" IN (${Prisma.join(leftOut)})`;
}

async function writeStanding(
  store: Store,
  role: Role,
  { id, terms, served, lastEnd, steady }: Standing,
): Promise<void> {
  await store.session.tx.$executeRaw`
    UPDATE "RoleMember" SET "terms" = ${terms}, "served" = ${served}, "steady" = ${steady},
      "lastEnd" = ${lastEnd === undefined ? null : new Date(lastEnd)}
    WHERE "roleId" = ${role.id} AND "personId" = ${id}`;
}

async function standingOf(store: Store, role: Role, personId: string | null): Promise<Standing | undefined> {
  if (personId === null) return undefined;
  const [row] = await store.session.tx.$queryRaw<MemberRow>`
    SELECT * FROM "RoleMember" WHERE "roleId" = ${role.id} AND "personId" = ${personId}`;
  return row === undefined ? undefined : standing(row);
}

/** False if that is how it was already. */
async function setCredited(store: Store, { id }: TurnRow, credited: boolean): Promise<boolean> {
  const count = await store.session.tx.$executeRaw`
    UPDATE "RoleTurn" SET "credited" = ${credited} WHERE "id" = ${id} AND "credited" <> ${credited}`;
  return count > 0;
}

/** The term is theirs. */
export async function giveCredit(store: Store, role: Role, term: TermRow, turn: TurnRow): Promise<void> {
  if (!(await setCredited(store, turn, true))) return;
  const one = await standingOf(store, role, turn.forId ?? turn.personId);
  if (one !== undefined) await writeStanding(store, role, credit(one, term.to.getTime()));
}

/** The term is not theirs after all. */
export async function takeCredit(store: Store, role: Role, turn: TurnRow): Promise<void> {
  if (!(await setCredited(store, turn, false))) return;
  const { tx } = store.session;
  const personId = turn.forId ?? turn.personId;
  const one = await standingOf(store, role, personId);
  if (one === undefined || personId === null) return;
  const last = await tx.roleTurn.findFirst({
    where: { roleId: role.id, credited: true, OR: [{ personId, forId: null }, { forId: personId }] },
    orderBy: { term: { index: "desc" } },
    select: { term: { select: { to: true } } },
  });
  await writeStanding(store, role, uncredit(one, last?.term.to.getTime()));
}

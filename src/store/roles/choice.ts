/** Who is asked for a term, and what is kept of the past for that. The rules are in src/domain/rotation.ts. */
import { nextOccurrence } from "../../domain/recurrence.ts";
import type { Foreseen, Role } from "../../domain/roles.ts";
import {
  credit,
  plan,
  uncredit,
  type Chosen,
  type Circumstances,
  type LeaveOut,
  type Planned,
  type Standing,
} from "../../domain/rotation.ts";
import {
  Prisma,
  type RoleMember as MemberRow,
  type RoleOffer as OfferRow,
  type RoleTerm as TermRow,
  type RoleTurn as TurnRow,
} from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import {
  active,
  byPlace,
  coverAt,
  freePlaces,
  isHeld,
  ownedBySql,
  readWhy,
  runBefore,
  standing,
  type TermWithTurns,
} from "./records.ts";
import { addTurn, calendarChanged, coversOf, findTerm, planStep, planTell, poolRows } from "./rows.ts";

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

/** Who owes whom a turn from a swap that both agreed to: `fromId` owes `toId`. */
type Owed = Pick<OfferRow, "id" | "fromId" | "toId">;

/** What is owed in a role, the oldest first; to one person, or to anybody. */
const owedIn = (store: Store, role: Role, toId?: string): Promise<readonly Owed[]> =>
  store.session.tx.$queryRaw<Owed>`
    SELECT "id", "fromId", "toId" FROM "RoleOffer"
    WHERE "roleId" = ${role.id} AND "kind" = 'swap' AND "state" = 'agreed'
      AND ${toId === undefined ? Prisma.sql`1 = 1` : Prisma.sql`"toId" = ${toId}`}
    ORDER BY "createdAt", "id"`;

/**
 * What is served by the term that `personId` is chosen for: the first debt to them of somebody who is in the pool, not away,
 * and has nothing to do in that term.
 */
const servedBy = (
  owed: readonly Owed[],
  personId: string,
  at: { readonly away: ReadonlySet<string>; readonly busy: ReadonlySet<string>; readonly pool: ReadonlySet<string> },
): Owed | undefined =>
  owed.find(
    ({ fromId, toId }) => toId === personId && at.pool.has(fromId) && !at.away.has(fromId) && !at.busy.has(fromId),
  );

/** Who owes `personId` a turn from a swap, and can serve it now: not if they are `chosen` for a place themselves. */
async function debtorFor(
  store: Store,
  role: Role,
  term: TermRow,
  personId: string,
  chosen: readonly Chosen<LeaveOut>[],
): Promise<string | undefined> {
  const owed = await owedIn(store, role, personId);
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
  const circumstances = await circumstancesOf(store, role, term, before);
  const { index, to } = term;
  const planned = plan({ role: role.id, index, to: to.getTime(), places, limit: role.limit }, before, circumstances);
  return { ...planned, before };
}

async function circumstancesOf(
  store: Store,
  role: Role,
  term: TermWithTurns,
  pool: readonly Standing[],
): Promise<Circumstances> {
  const { tx } = store.session;
  const [from, to] = [term.from.getTime(), term.to.getTime()];
  const ids = (turns: readonly TurnRow[]) =>
    turns.flatMap((one) => [one.personId, one.forId]).filter((id) => id !== null);
  const elsewhere = await tx.$queryRaw<{ personId: string }>`
    SELECT t."personId" FROM "Role" r JOIN "RoleTerm" m ON m."roleId" = r."id" JOIN "RoleTurn" t ON t."termId" = m."id"
    WHERE ${ownedBySql("r", role.owner)} AND r."id" <> ${role.id} AND r."endedAt" IS NULL
      AND m."state" IN ('planned', 'begun') AND m."from" < ${term.to} AND m."to" > ${term.from}
      AND t."state" IN (${Prisma.join(active)}) AND t."personId" IS NOT NULL
      AND (t."heldTo" IS NULL OR t."heldTo" >= m."to")`;
  // By the terms, whose index is in an index of the table: by the turns all of the past would be looked at.
  const served = await tx.$queryRaw<{ index: number; id: string }>`
    SELECT m."index", COALESCE(t."forId", t."personId", '') AS "id"
    FROM "RoleTerm" m JOIN "RoleTurn" t ON t."termId" = m."id"
    WHERE m."roleId" = ${role.id} AND m."index" >= ${term.index - role.limit} AND m."index" < ${term.index}
      AND t."credited" = ${true}`;
  const has = new Set(served.map(({ index, id }) => `${index} ${id}`));
  const inRow = new Map<string, number>();
  for (const id of new Set(served.map(({ id }) => id))) {
    let terms = 0;
    while (has.has(`${term.index - 1 - terms} ${id}`)) terms++;
    inRow.set(id, terms);
  }
  return {
    away: await whoIsAway(
      store,
      pool.map(({ id }) => id),
      from,
      to,
    ),
    declined: new Set(ids(term.turns.filter(({ state }) => state === "declined" || state === "withdrawn"))),
    busy: new Set(elsewhere.map(({ personId }) => personId)),
    taken: new Set(
      ids(term.turns.filter((one) => active.includes(one.state) && (one.heldFrom === null || isHeld(one, term)))),
    ),
    inRow,
  };
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

/** The terms to come, as they would be. */
export async function foresee(
  store: Store,
  role: Role,
  coming: TermWithTurns | undefined,
  count: number,
): Promise<readonly Foreseen[]> {
  if (coming === undefined) return [];
  let pool: readonly Standing[] = (await poolRows(store, role.id)).map(standing);
  const foreseen: Foreseen[] = [];
  const credited = new Map<number, ReadonlySet<string>>();
  let before: ReadonlyMap<string, number> = new Map();
  let owed = await owedIn(store, role);
  let [from, to] = [coming.from.getTime(), coming.to.getTime()];
  const covers = await coversOf(
    store,
    coming.turns.map(({ id }) => id),
  );
  for (let index = coming.index; foreseen.length < count; index++) {
    const known =
      index === coming.index ? coming : { ...coming, index, from: new Date(from), to: new Date(to), turns: [] };
    const at = await circumstancesOf(store, role, known, pool);
    if (index === coming.index) before = at.inRow;
    const inRow = new Map(pool.map(({ id }) => [id, runBefore(index, id, credited, coming.index, before)]));
    const standing_ = known.turns.filter(({ state, second }) => (state === "asked" || state === "accepted") && !second);
    const places = Math.max(0, role.holders - standing_.length);
    const planned = plan({ role: role.id, index, to, places, limit: role.limit }, pool, { ...at, inRow });
    pool = planned.pool;
    const busy = new Set([
      ...planned.chosen.map(({ id }) => id),
      ...known.turns.flatMap(({ personId }) => personId ?? []),
    ]);
    const people = new Set(pool.map(({ id }) => id));
    const chosen = planned.chosen.map(({ id, why }) => {
      const served = servedBy(owed, id, { away: at.away, busy, pool: people });
      if (served !== undefined) {
        owed = owed.filter((one) => one !== served);
        busy.add(served.fromId);
      }
      return { personId: served?.fromId ?? id, standinId: undefined, relaxed: why.relaxed, accepted: false };
    });
    const whose = standing_.flatMap((one) => one.forId ?? one.personId ?? []);
    credited.set(index, new Set([...whose, ...planned.chosen.map(({ id }) => id)]));
    foreseen.push({
      index,
      from,
      to,
      people: [
        ...standing_.sort(byPlace).flatMap((turn) => {
          const { personId, state, why } = turn;
          if (personId === null) return [];
          const standinId = coverAt(turn, covers, from)?.byId;
          return [{ personId, standinId, relaxed: readWhy(why)?.relaxed ?? [], accepted: state === "accepted" }];
        }),
        ...chosen,
      ],
      empty: planned.empty,
    });
    [from, to] = [to, nextOccurrence(role.rule, to)];
  }
  return foreseen;
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

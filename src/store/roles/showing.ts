/** How roles are shown: who holds them, who is to come, and how that came about. */
import type { Foreseen, PoolMember, Role, RoleCard, TermShown } from "../../domain/roles.ts";
import { spread } from "../../domain/rotation.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { foresee } from "./choice.ts";
import { byPlace, calendarBack, doneBy, isHeld, isOpen, turnRecord } from "./records.ts";
import { coversOf, poolRows, termsAround, termShown, withTurns } from "./rows.ts";

/** How a role stands. */
export async function cardOf(store: Store, role: Role): Promise<RoleCard> {
  const [running, coming] = await termsAround(store, role);
  const [next] = await foresee(store, role, coming, 1);
  if (next === undefined) throw new Error("no next term was foreseen");
  const firm = running?.turns.filter(({ state, heldTo }) => state === "accepted" && isOpen(heldTo, running)) ?? [];
  return {
    role,
    now: running === undefined ? undefined : await termShown(store, running),
    next,
    pool: await store.session.tx.roleMember.count({ where: { roleId: role.id, leftAt: null } }),
    wanted: running === undefined ? 0 : Math.max(0, role.holders - firm.length),
  };
}

/** Who is in the pool. */
export async function poolOf(store: Store, role: Role): Promise<readonly PoolMember[]> {
  return (await poolRows(store, role.id)).map((row) => ({
    personId: row.personId,
    terms: row.served,
    credited: Math.max(0, row.terms - row.served),
    lastEnd: row.lastEnd?.getTime(),
    joinedAt: row.joinedAt.getTime(),
  }));
}

/** Everybody in the pool with their terms, those with the fewest first, and the most less the fewest. */
export async function balanceOf(
  store: Store,
  role: Role,
): Promise<{ readonly members: readonly PoolMember[]; readonly spread: number }> {
  const members = [...(await poolOf(store, role))].sort((a, b) => a.terms - b.terms || a.joinedAt - b.joinedAt);
  return { members, spread: spread(members) };
}

/** The next terms as they would be if nothing changed; at most 52. */
export async function previewOf(store: Store, role: Role, terms: number): Promise<readonly Foreseen[]> {
  const [, coming] = await termsAround(store, role);
  return foresee(store, role, coming, Math.min(terms, 52));
}

/** The terms that have begun, the newest first, with those who held a place. */
export async function historyOf(store: Store, role: Role, most: number): Promise<readonly TermShown[]> {
  const rows = await store.session.tx.roleTerm.findMany({
    where: { roleId: role.id, state: { in: ["begun", "over"] } },
    include: { turns: { where: { heldFrom: { not: null } } } },
    orderBy: { index: "desc" },
    take: most,
  });
  const shown: TermShown[] = [];
  for (const row of rows)
    shown.push({ ...(await termShown(store, row)), turns: row.turns.sort(byPlace).map(turnRecord) });
  return shown;
}

/** The term that runs and the one to come, for `why`: each turn says in numbers how it came about. */
export async function whyOf(
  store: Store,
  role: Role,
): Promise<{ readonly now: TermShown | undefined; readonly next: TermShown | undefined }> {
  const [running, coming] = await termsAround(store, role);
  return {
    now: running === undefined ? undefined : await termShown(store, running),
    next: coming === undefined ? undefined : await termShown(store, coming),
  };
}

/** A term as a calendar has it. `changedAt`: when somebody came into it or left it last, in milliseconds since 1970. */
export interface TermInCalendar extends TermShown {
  readonly changedAt: number;
}

/** The terms of half a year back, and the one to come, the cancelled ones too: for a calendar. */
export async function calendarOf(store: Store, role: Role): Promise<readonly TermInCalendar[]> {
  const rows = await store.session.tx.roleTerm.findMany({
    where: { roleId: role.id, to: { gte: new Date(store.session.now - calendarBack) } },
    include: { turns: true },
    orderBy: { index: "asc" },
  });
  const shown: TermInCalendar[] = [];
  for (const row of rows) {
    const held = row.turns.filter(({ heldFrom }) => heldFrom !== null);
    const changedAt = Math.max(role.createdAt, ...row.turns.map((turn) => turn.changedAt.getTime()));
    const one = { ...(await termShown(store, row)), changedAt };
    shown.push(row.state === "over" ? { ...one, turns: held.sort(byPlace).map(turnRecord) } : one);
  }
  return shown;
}

/** Who does the work of a role at this moment, covers included. Ids of people. */
export async function presentIn(store: Store, roleId: string): Promise<readonly string[]> {
  const { now } = store.session;
  const [term] = await withTurns(store, Prisma.sql`"roleId" = ${roleId} AND "state" = 'begun'`);
  if (term === undefined) return [];
  // A hand-over that is a moment late: who held it until its hour holds it still.
  const turns = term.turns.filter((turn) => isHeld(turn, term));
  const covers = await coversOf(
    store,
    turns.map(({ id }) => id),
  );
  return turns.flatMap((turn) => doneBy(turn, covers, now) ?? []);
}

/** A cell; or a council, which names no role for it. */
interface Coordinated {
  readonly coordinatorId?: string | undefined;
  readonly powerRoleId?: string | undefined;
}

/**
 * Who coordinates a cell: by the role that it named for it, or, until that has a holder, because they made it. Ids of people;
 * none where who made it has gone.
 */
export async function coordinatorsOf(
  store: Store,
  { coordinatorId, powerRoleId }: Coordinated,
): Promise<readonly string[]> {
  const holders = powerRoleId === undefined ? [] : await presentIn(store, powerRoleId);
  if (holders.length > 0) return holders;
  return coordinatorId === undefined ? [] : [coordinatorId];
}

/** Whether a person coordinates a cell. */
export async function coordinates(store: Store, cell: Coordinated, personId: string): Promise<boolean> {
  return (await coordinatorsOf(store, cell)).includes(personId);
}

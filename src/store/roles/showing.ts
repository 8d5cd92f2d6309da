/** How roles are shown: who holds them, who is to come, and how that came about. */
import type { Foreseen, PoolMember, Role, RoleCard, TermShown } from "../../domain/roles.ts";
import { spread } from "../../domain/rotation.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { lookAhead, type RoleAround } from "./ahead.ts";
import { byPlace, calendarBack, doneBy, isHeld, isOpen, termShown, turnRecord, type TermWithTurns } from "./records.ts";
import { coversOf, poolRows, termsAround, termsAroundAll, withTurns } from "./rows.ts";

/** How a role stands. */
export async function cardOf(store: Store, role: Role): Promise<RoleCard> {
  const [card] = await cardsOf(store, [role]);
  if (card === undefined) throw new Error("no card of a role");
  return card;
}

/** The same of several roles of one cell or council, in their order: no more statements than for one. */
export async function cardsOf(store: Store, roles: readonly Role[]): Promise<readonly RoleCard[]> {
  const arounds = await termsAroundAll(store, roles);
  const all = roles.map((role, index): RoleAround => ({ role, around: arounds[index] ?? [undefined, undefined] }));
  const ahead = await lookAhead(store, all, 1);
  return all.map(({ role, around: [running] }) => {
    const { foreseen: [next] = [], pool = 0, covers = [] } = ahead.get(role.id) ?? {};
    if (next === undefined) throw new Error("no next term was foreseen");
    const firm = running?.turns.filter(({ state, heldTo }) => state === "accepted" && isOpen(heldTo, running)) ?? [];
    return {
      role,
      now: running === undefined ? undefined : termShown(running, covers),
      next,
      pool,
      wanted: running === undefined ? 0 : Math.max(0, role.holders - firm.length),
    };
  });
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
  const ahead = await lookAhead(store, [{ role, around: await termsAround(store, role) }], Math.min(terms, 52));
  return ahead.get(role.id)?.foreseen ?? [];
}

/** The terms that have begun, the newest first, with those who held a place. */
export async function historyOf(store: Store, role: Role, most: number): Promise<readonly TermShown[]> {
  const rows = await store.session.tx.roleTerm.findMany({
    where: { roleId: role.id, state: { in: ["begun", "over"] } },
    include: { turns: { where: { heldFrom: { not: null } } } },
    orderBy: { index: "desc" },
    take: most,
  });
  const covers = await coversIn(store, rows);
  return rows.map((row) => ({ ...termShown(row, covers), turns: row.turns.sort(byPlace).map(turnRecord) }));
}

/** The term that runs and the one to come, for `why`: each turn says in numbers how it came about. */
export async function whyOf(
  store: Store,
  role: Role,
): Promise<{ readonly now: TermShown | undefined; readonly next: TermShown | undefined }> {
  const [running, coming] = await termsAround(store, role);
  const covers = await coversIn(
    store,
    [running, coming].filter((term) => term !== undefined),
  );
  return {
    now: running === undefined ? undefined : termShown(running, covers),
    next: coming === undefined ? undefined : termShown(coming, covers),
  };
}

/** Who stands in in any of these terms. */
const coversIn = (store: Store, terms: readonly TermWithTurns[]) =>
  coversOf(
    store,
    terms.flatMap(({ turns }) => turns.map(({ id }) => id)),
  );

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
  const covers = await coversIn(store, rows);
  return rows.map((row) => {
    const held = row.turns.filter(({ heldFrom }) => heldFrom !== null);
    const changedAt = Math.max(role.createdAt, ...row.turns.map((turn) => turn.changedAt.getTime()));
    const one = { ...termShown(row, covers), changedAt };
    return row.state === "over" ? { ...one, turns: held.sort(byPlace).map(turnRecord) } : one;
  });
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

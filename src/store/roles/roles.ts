/**
 * Roles: their pools, their terms, and who holds them when. The rules are in src/domain/rotation.ts.
 *
 * A role has at most one term that runs and, until it ends, exactly one to come. The term to come: planned -> somebody is
 * asked for each place (stage 1) -> where there is no answer, somebody else as well (2) -> both are reminded (3) -> begun
 * at its hour -> over at the next one. A turn is one person's part in it (`TurnState`); `heldFrom` and `heldTo` say when
 * they held the place, and once past they are never changed.
 *
 * There is one job for each role, for the next of these moments, and one for each person who is to be told something,
 * so that reminders of several roles fall together into one message. Each step does all that has fallen due and says only
 * how things stand then: after a long silence nobody hears of what is past.
 *
 * What a choice needs of the past is in `RoleMember`, and a few turns around the term: nothing that it costs grows with
 * the number of terms. Locks on PostgreSQL: the roles of a cell (or council) together, since a choice in one depends on
 * the others.
 *
 * The class is built up in layers, a file each, and each uses only those before it: rows.ts, choice.ts, answers.ts,
 * offers.ts, changes.ts, steps.ts, reminders.ts, persons.ts, and here how roles are shown.
 */
import type { Foreseen, PoolMember, Role, RoleCard, TermShown } from "../../domain/roles.ts";
import { spread } from "../../domain/rotation.ts";
import type { Cell } from "../cells.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { RolePersons } from "./persons.ts";
import { byPlace, calendarBack, isHeld, isOpen, turnRecord } from "./records.ts";

/** Everything that is done with the roles of one federation, in one transaction. */
export class Roles extends RolePersons {
  /** How a role stands. */
  async card(role: Role): Promise<RoleCard> {
    const [running, coming] = await this.around(role);
    const [next] = await this.foresee(role, coming, 1);
    if (next === undefined) throw new Error("no next term was foreseen");
    const firm = running?.turns.filter(({ state, heldTo }) => state === "accepted" && isOpen(heldTo, running)) ?? [];
    return {
      role,
      now: running === undefined ? undefined : await this.shown(running),
      next,
      pool: await this.session.tx.roleMember.count({ where: { roleId: role.id, leftAt: null } }),
      wanted: running === undefined ? 0 : Math.max(0, role.holders - firm.length),
    };
  }

  /** Who is in the pool. */
  async pool(role: Role): Promise<readonly PoolMember[]> {
    return (await this.members(role.id)).map((row) => ({
      personId: row.personId,
      terms: row.served,
      credited: Math.max(0, row.terms - row.served),
      lastEnd: row.lastEnd?.getTime(),
      joinedAt: row.joinedAt.getTime(),
    }));
  }

  /** Everybody in the pool with their terms, those with the fewest first, and the most less the fewest. */
  async balance(role: Role): Promise<{ readonly members: readonly PoolMember[]; readonly spread: number }> {
    const members = [...(await this.pool(role))].sort((a, b) => a.terms - b.terms || a.joinedAt - b.joinedAt);
    return { members, spread: spread(members) };
  }

  /** The next terms as they would be if nothing changed; at most 52. */
  async preview(role: Role, terms: number): Promise<readonly Foreseen[]> {
    const [, coming] = await this.around(role);
    return this.foresee(role, coming, Math.min(terms, 52));
  }

  /** The terms that have begun, the newest first, with those who held a place. */
  async history(role: Role, most: number): Promise<readonly TermShown[]> {
    const rows = await this.session.tx.roleTerm.findMany({
      where: { roleId: role.id, state: { in: ["begun", "over"] } },
      include: { turns: { where: { heldFrom: { not: null } } } },
      orderBy: { index: "desc" },
      take: most,
    });
    const shown: TermShown[] = [];
    for (const row of rows) shown.push({ ...(await this.shown(row)), turns: row.turns.sort(byPlace).map(turnRecord) });
    return shown;
  }

  /** The term that runs and the one to come, for `why`: each turn says in numbers how it came about. */
  async why(role: Role): Promise<{ readonly now: TermShown | undefined; readonly next: TermShown | undefined }> {
    const [running, coming] = await this.around(role);
    return {
      now: running === undefined ? undefined : await this.shown(running),
      next: coming === undefined ? undefined : await this.shown(coming),
    };
  }

  /** The terms of half a year back, and the one to come, the cancelled ones too: for a calendar. */
  async calendar(role: Role): Promise<readonly TermShown[]> {
    const rows = await this.session.tx.roleTerm.findMany({
      where: { roleId: role.id, to: { gte: new Date(this.session.now - calendarBack) } },
      include: { turns: true },
      orderBy: { index: "asc" },
    });
    const shown: TermShown[] = [];
    for (const row of rows) {
      const held = row.turns.filter(({ heldFrom }) => heldFrom !== null);
      const one = await this.shown(row);
      shown.push(row.state === "over" ? { ...one, turns: held.sort(byPlace).map(turnRecord) } : one);
    }
    return shown;
  }

  /** Who does the work of a role at this moment, covers included. Ids of people. */
  async present(roleId: string): Promise<readonly string[]> {
    const { now } = this.session;
    const [term] = await this.withTurns(Prisma.sql`"roleId" = ${roleId} AND "state" = 'begun'`);
    if (term === undefined) return [];
    // A hand-over that is a moment late: who held it until its hour holds it still.
    const turns = term.turns.filter((turn) => isHeld(turn, term));
    const covers = await this.covers(turns.map(({ id }) => id));
    return turns.flatMap(({ personId }) => {
      const cover = covers.find(({ forId, from, to }) => forId === personId && from <= now && now < to);
      const who = cover?.byId ?? personId;
      return who === null ? [] : [who];
    });
  }

  /** Who coordinates a cell by the role that it named for it; undefined: no such role has a holder. */
  async coordinators(cell: { readonly powerRoleId?: string | undefined }): Promise<readonly string[] | undefined> {
    if (cell.powerRoleId === undefined) return undefined;
    const holders = await this.present(cell.powerRoleId);
    return holders.length === 0 ? undefined : holders;
  }

  /** Whether a person coordinates a cell: by the role that it named, or, until that has a holder, because they made it. */
  async coordinates(cell: Pick<Cell, "coordinatorId" | "powerRoleId">, personId: string): Promise<boolean> {
    return ((await this.coordinators(cell)) ?? [cell.coordinatorId]).includes(personId);
  }
}

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
 */
import {
  leadMoments,
  roleCard,
  roleJobs,
  rolesCard,
  usualLeads,
  type Cover,
  type Foreseen,
  type HandOver,
  type Leads,
  type NewRole,
  type Offer,
  type Outcome,
  type PoolMember,
  type Reminder,
  type Role,
  type RoleCard,
  type RoleChanges,
  type RoleNews,
  type RoleOwner,
  type RoleRefusal,
  type Telling,
  type Term,
  type TermShown,
  type TermState,
  type Turn,
  type TurnState,
} from "../domain/roles.ts";
import { nextOccurrence, replanned } from "../domain/recurrence.ts";
import {
  credit,
  creditOnReturn,
  handOver,
  plan,
  spread,
  uncredit,
  type Chosen,
  type Circumstances,
  type LeaveOut,
  type Planned,
  type Standing,
  type Why,
} from "../domain/rotation.ts";
import { undisturbed } from "../domain/time.ts";
import { Cards } from "./cards.ts";
import type { Cell } from "./cells.ts";
import type { FederationRecord } from "./federations.ts";
import {
  Prisma,
  type Person as PersonRow,
  type Role as RoleRow,
  type RoleMember as MemberRow,
  type RoleNote as NoteRow,
  type RoleOffer as OfferRow,
  type RoleTerm as TermRow,
  type RoleTurn as TurnRow,
} from "./generated/sqlite/client.ts";
import { Jobs } from "./jobs.ts";
import type { Session } from "./session.ts";

/** For what place each text is sealed: see sealing.ts. */
const purposes = {
  name: "Role.sealedName",
  checklist: "Role.sealedChecklist",
  note: "RoleNote.sealedText",
} as const;

const minute = 60_000;
const day = 24 * 60 * minute;
/** Who joins while a place is free waits so long for others, that all of them have the same chance. */
const joining = 10 * minute;
/** Turns that stand for a place: it is not free. */
const active = ["asked", "accepted", "acting"];
/** How a calendar reaches back. */
const calendarBack = 26 * 7 * day;

type TermWithTurns = TermRow & { turns: TurnRow[] };
/** The term that runs, and the one to come. */
type Around = readonly [TermWithTurns | undefined, TermWithTurns | undefined];
/** Something that one person is to be told. */
interface Due {
  readonly turn: TurnRow;
  readonly term: TermWithTurns;
  readonly role: Role;
  readonly around: Around;
}

const refused = (why: RoleRefusal): { readonly ok: false; readonly why: RoleRefusal } => ({ ok: false, why });

export class Roles {
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

  // Making and finding

  /** A new role, with its first term to come. Nobody is in its pool yet. */
  async create({ owner, name, rule, holders, limit, checklist, power }: NewRole): Promise<Role> {
    const { tx, now } = this.#session;
    const { sealer, id: federationId } = this.#federation;
    const id = this.#session.newId();
    const row = await tx.role.create({
      data: {
        id,
        federationId,
        cellId: owner.cellId ?? null,
        councilId: owner.councilId ?? null,
        sealedName: sealer.seal(name, purposes.name),
        sealedChecklist: checklist === undefined ? null : sealer.seal(checklist, purposes.checklist),
        ...rule,
        holders,
        limit,
        leads: JSON.stringify(usualLeads),
        createdAt: new Date(now),
      },
    });
    const role = this.#record(row, undefined);
    await this.#addTerm(role, 0, nextOccurrence(rule, now));
    const made = power ? await this.#givePower(role, true) : role;
    await this.#changed(made);
    return made;
  }

  /** A role, ended or not. */
  async get(id: string): Promise<Role | undefined> {
    const [row] = await this.#session.tx.$queryRaw<RoleRow & { readonly powerRoleId: string | null }>`
      SELECT r.*, c."powerRoleId" FROM "Role" r LEFT JOIN "Cell" c ON c."id" = r."cellId"
      WHERE r."id" = ${id} AND r."federationId" = ${this.#federation.id}`;
    return row === undefined ? undefined : this.#record(row, row.powerRoleId);
  }

  /** The roles of a cell or council in the order in which they were made; without those that ended, unless asked for. */
  async list(owner: RoleOwner, { ended = false } = {}): Promise<readonly Role[]> {
    const rows = await this.#session.tx.role.findMany({
      where: { federationId: this.#federation.id, ...ownedBy(owner), ...(ended ? {} : { endedAt: null }) },
      include: { cell: { select: { powerRoleId: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => this.#record(row, row.cell?.powerRoleId));
  }

  /** The chats (ids of ours) of the role's cell or council. */
  async chats(role: Pick<Role, "owner">): Promise<readonly string[]> {
    const rows = await this.#session.tx.$queryRaw<{ id: string }>`
      SELECT "id" FROM "Chat" c WHERE c."federationId" = ${this.#federation.id} AND ${ownedBySql("c", role.owner)}
      ORDER BY c."createdAt", c."id"`;
    return rows.map(({ id }) => id);
  }

  // Reading

  /** How a role stands. */
  async card(role: Role): Promise<RoleCard> {
    const [running, coming] = await this.#around(role);
    const [next] = await this.#foresee(role, coming, 1);
    if (next === undefined) throw new Error("no next term was foreseen");
    const firm = running?.turns.filter(({ state, heldTo }) => state === "accepted" && isOpen(heldTo, running)) ?? [];
    return {
      role,
      now: running === undefined ? undefined : await this.#shown(running),
      next,
      pool: await this.#session.tx.roleMember.count({ where: { roleId: role.id, leftAt: null } }),
      wanted: running === undefined ? 0 : Math.max(0, role.holders - firm.length),
    };
  }

  /** Who is in the pool. */
  async pool(role: Role): Promise<readonly PoolMember[]> {
    return (await this.#members(role.id)).map((row) => ({
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
    const [, coming] = await this.#around(role);
    return this.#foresee(role, coming, Math.min(terms, 52));
  }

  /** The terms that have begun, the newest first, with those who held a place. */
  async history(role: Role, most: number): Promise<readonly TermShown[]> {
    const rows = await this.#session.tx.roleTerm.findMany({
      where: { roleId: role.id, state: { in: ["begun", "over"] } },
      include: { turns: { where: { heldFrom: { not: null } } } },
      orderBy: { index: "desc" },
      take: most,
    });
    const shown: TermShown[] = [];
    for (const row of rows) shown.push({ ...(await this.#shown(row)), turns: row.turns.sort(byPlace).map(turnRecord) });
    return shown;
  }

  /** The term that runs and the one to come, for `why`: each turn says in numbers how it came about. */
  async why(role: Role): Promise<{ readonly now: TermShown | undefined; readonly next: TermShown | undefined }> {
    const [running, coming] = await this.#around(role);
    return {
      now: running === undefined ? undefined : await this.#shown(running),
      next: coming === undefined ? undefined : await this.#shown(coming),
    };
  }

  /** The terms of half a year back, and the one to come, the cancelled ones too: for a calendar. */
  async calendar(role: Role): Promise<readonly TermShown[]> {
    const rows = await this.#session.tx.roleTerm.findMany({
      where: { roleId: role.id, to: { gte: new Date(this.#session.now - calendarBack) } },
      include: { turns: true },
      orderBy: { index: "asc" },
    });
    const shown: TermShown[] = [];
    for (const row of rows) {
      const held = row.turns.filter(({ heldFrom }) => heldFrom !== null);
      const one = await this.#shown(row);
      shown.push(row.state === "over" ? { ...one, turns: held.sort(byPlace).map(turnRecord) } : one);
    }
    return shown;
  }

  /** Who does the work of a role at this moment, covers included. Ids of people. */
  async present(roleId: string): Promise<readonly string[]> {
    const { now } = this.#session;
    const [term] = await this.#withTurns(Prisma.sql`"roleId" = ${roleId} AND "state" = 'begun'`);
    if (term === undefined) return [];
    // A hand-over that is a moment late: who held it until its hour holds it still.
    const turns = term.turns.filter((turn) => isHeld(turn, term));
    const covers = await this.#covers(turns.map(({ id }) => id));
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

  // The pool

  /** Somebody joins the pool, or comes back to it. */
  async join(role: Role, personId: string): Promise<Outcome<{ readonly already: boolean }>> {
    if (role.endedAt !== undefined) return refused("role-ended");
    await this.#lock(role);
    if (!(await this.#isMember(role, personId))) return refused("not-member");
    const already = await this.#enterPool(role, personId);
    if (!already) await this.#changed(role, { joined: true });
    return { ok: true, already };
  }

  async #enterPool(role: Role, personId: string): Promise<boolean> {
    const { tx, now } = this.#session;
    const key = { roleId_personId: { roleId: role.id, personId } };
    const before = await tx.roleMember.findUnique({ where: key });
    if (before !== null && before.leftAt === null) return true;
    const others = (await this.#members(role.id)).map(standing);
    const own = { joinedAt: new Date(now), leftAt: null, steady: false };
    const terms = creditOnReturn(before?.terms ?? 0, others);
    await tx.roleMember.upsert({
      where: key,
      create: { roleId: role.id, personId, terms, ...own },
      update: { terms, ...own },
    });
    return false;
  }

  /** Somebody leaves the pool, with their turn to come, and what they hold now. */
  async leave(role: Role, personId: string): Promise<Outcome> {
    await this.#lock(role);
    const { tx, now } = this.#session;
    const { count } = await tx.roleMember.updateMany({
      where: { roleId: role.id, personId, leftAt: null },
      data: { leftAt: new Date(now), steady: false },
    });
    const held = await this.#giveBackAll(role, personId);
    if (count === 0 && !held) return refused("not-in-pool");
    await this.#voidOffers({ roleId: role.id, OR: [{ fromId: personId }, { toId: personId }] });
    await this.#changed(role);
    return { ok: true };
  }

  /** A coordinator takes somebody out. */
  async remove(role: Role, personId: string): Promise<Outcome> {
    return this.leave(role, personId);
  }

  /** Somebody is no longer a member of a cell: they leave its roles, and those of councils that they are in by it. */
  async left(personId: string, cellId: string): Promise<void> {
    const councils = { council: { cells: { some: { cellId } } } };
    for (const role of await this.#rolesOf(personId, { OR: [{ cellId }, councils] })) {
      if (!(await this.#isMember(role, personId))) await this.leave(role, personId);
    }
  }

  /** Somebody is to be forgotten: what they held is free at once. Before `people.forget`, which removes the rest. */
  async forget(personId: string): Promise<void> {
    for (const role of await this.#rolesOf(personId, {})) await this.leave(role, personId);
    await this.#jobs.cancel(`${roleJobs.tell}:${personId}`);
  }

  /** All that is held about a person and roles, for them to read. Names of others are not in it. */
  async held(personId: string): Promise<Readonly<Record<string, unknown>>> {
    const { tx } = this.#session;
    const { sealer } = this.#federation;
    const role = { select: { sealedName: true } } as const;
    const nameOf = (of: { readonly sealedName: string }) => sealer.open(of.sealedName, purposes.name);
    const mine = { personId, role: { federationId: this.#federation.id } };
    const pools = await tx.roleMember.findMany({ where: mine, include: { role }, orderBy: { roleId: "asc" } });
    const turns = await tx.roleTurn.findMany({ where: mine, include: { role, term: true }, orderBy: { id: "asc" } });
    const offers = await tx.roleOffer.findMany({
      where: { OR: [{ fromId: personId }, { toId: personId }] },
      include: { role },
      orderBy: { id: "asc" },
    });
    const notes = await tx.roleNote.findMany({ where: { fromId: personId }, orderBy: { id: "asc" } });
    const absences = await tx.absence.findMany({ where: { personId }, orderBy: { from: "asc" } });
    return {
      pools: pools.map(({ role: of, terms, served, lastEnd, joinedAt, leftAt }) => {
        return { role: nameOf(of), terms: served, credited: terms, lastEnd, joinedAt, leftAt };
      }),
      turns: turns.map(({ role: of, term, state, second, heldFrom, heldTo }) => {
        return { role: nameOf(of), from: term.from, to: term.to, state, second, heldFrom, heldTo };
      }),
      swapsAndCovers: offers.map(({ role: of, kind, from, to, state, fromId, createdAt }) => {
        return { role: nameOf(of), kind, from, to, state, byYou: fromId === personId, createdAt };
      }),
      notes: notes.map(({ sealedText, createdAt }) => ({ text: sealer.open(sealedText, purposes.note), createdAt })),
      away: absences.map(({ from, to }) => ({ from, to })),
    };
  }

  /** Two persons turn out to be one, the first. */
  async merge(firstId: string, secondId: string): Promise<void> {
    const { tx } = this.#session;
    const roles: Role[] = [];
    for (const role of await this.#rolesOf(secondId, {})) {
      await this.#lock(role);
      const [mine, theirs] = [
        await tx.roleMember.findUnique({ where: { roleId_personId: { roleId: role.id, personId: firstId } } }),
        await tx.roleMember.findUnique({ where: { roleId_personId: { roleId: role.id, personId: secondId } } }),
      ];
      // One person has one place.
      for (const term of await this.#around(role)) {
        const both = [firstId, secondId].every((id) =>
          term?.turns.some(({ personId, state }) => personId === id && active.includes(state)),
        );
        if (both) await this.#giveBackAll(role, secondId, term?.id);
      }
      if (theirs !== null && mine === null) {
        await tx.roleMember.create({ data: { ...theirs, personId: firstId } });
      } else if (theirs !== null && mine !== null) {
        const leftAt = mine.leftAt === null || theirs.leftAt === null ? null : mine.leftAt;
        const served = mine.served + theirs.served;
        const terms = Math.max(mine.terms, theirs.terms, served);
        const ends = [mine.lastEnd, theirs.lastEnd].flatMap((end) => (end === null ? [] : [end.getTime()]));
        await tx.roleMember.update({
          where: { roleId_personId: { roleId: role.id, personId: firstId } },
          data: {
            terms,
            served,
            leftAt,
            lastEnd: ends.length === 0 ? null : new Date(Math.max(...ends)),
            steady: false,
          },
        });
      }
      roles.push(role);
    }
    await tx.roleTurn.updateMany({ where: { personId: secondId }, data: { personId: firstId } });
    await tx.roleTurn.updateMany({ where: { forId: secondId }, data: { forId: firstId } });
    const two = [firstId, secondId];
    await this.#voidOffers({ fromId: { in: two }, toId: { in: two } });
    await tx.roleOffer.updateMany({ where: { fromId: secondId }, data: { fromId: firstId } });
    await tx.roleOffer.updateMany({ where: { toId: secondId }, data: { toId: firstId } });
    await tx.roleNote.updateMany({ where: { fromId: secondId }, data: { fromId: firstId } });
    await tx.absence.updateMany({ where: { personId: secondId }, data: { personId: firstId } });
    await this.#jobs.cancel(`${roleJobs.tell}:${secondId}`);
    await this.#planTell(firstId);
    for (const role of roles) await this.#changed(role);
  }

  async #rolesOf(personId: string, where: Prisma.RoleWhereInput): Promise<readonly Role[]> {
    const mine = { OR: [{ members: { some: { personId } } }, { turns: { some: { personId } } }] };
    const rows = await this.#session.tx.role.findMany({
      where: { federationId: this.#federation.id, endedAt: null, AND: [where, mine] },
      include: { cell: { select: { powerRoleId: true } } },
      orderBy: { id: "asc" },
    });
    return rows.map((row) => this.#record(row, row.cell?.powerRoleId));
  }

  // Answers

  /** Accept or Can't, to the question whether one takes a turn. The same again changes nothing. */
  async answer(
    turnId: string,
    personId: string,
    answer: "accept" | "cant",
  ): Promise<Outcome<{ readonly role: Role; readonly term: Term; readonly turn: Turn; readonly holdsNow: boolean }>> {
    const found = await this.#turn(turnId);
    if (found === undefined) return refused("no-turn");
    const { role, term, turn } = found;
    if (turn.personId !== personId) return refused("not-yours");
    if (role.endedAt !== undefined) return refused("role-ended");
    if (term.state !== "planned" && term.state !== "begun") return refused("turn-over");
    const why = answer === "accept" ? await this.#accept(role, term, turn) : await this.#decline(role, term, turn);
    if (why !== undefined) return refused(why);
    const after = await this.#session.tx.roleTurn.findUniqueOrThrow({
      where: { id: turn.id },
      include: { term: true },
    });
    return {
      ok: true,
      role,
      term: termRecord(after.term),
      turn: turnRecord(after),
      holdsNow: after.heldFrom !== null && isOpen(after.heldTo, after.term),
    };
  }

  async #accept(role: Role, term: TermWithTurns, turn: TurnRow): Promise<RoleRefusal | undefined> {
    if (turn.state === "accepted") return undefined;
    if (turn.state !== "asked" && turn.state !== "declined" && turn.state !== "silent") return "turn-over";
    const acting = term.turns.find(
      (one) => one.personId === turn.personId && one.state === "acting" && isHeld(one, term),
    );
    if (acting !== undefined && acting.place !== turn.place) {
      // One person has one place: they take on the one that they have, and who is asked for it is asked for the other.
      await this.#exchange(term, turn.place, acting.place);
      return this.#accept(role, await this.#term(term.id), { ...turn, place: acting.place });
    }
    const others = term.turns.filter(({ id, place }) => id !== turn.id && place === turn.place);
    if (
      others.some(({ state, heldTo }) => state === "accepted" && (term.state === "planned" || isOpen(heldTo, term)))
    ) {
      return "turn-taken";
    }
    if (term.turns.some((one) => one.id !== turn.id && one.personId === turn.personId && one.state === "accepted")) {
      return "already-holder";
    }
    for (const other of others) await this.#superseded(role, term, other);
    await this.#take(role, term, turn);
    await this.#changed(role);
    return undefined;
  }

  /** Who is asked for one place of a term is asked for the other. Who holds one of them keeps it. */
  async #exchange(term: TermRow, one: number, other: number): Promise<void> {
    await this.#session.tx.$executeRaw`
      UPDATE "RoleTurn" SET "place" = ${one + other} - "place"
      WHERE "termId" = ${term.id} AND "heldFrom" IS NULL AND "place" IN (${one}, ${other})`;
  }

  /** Somebody else has the place now. */
  async #superseded(role: Role, term: TermRow, turn: TurnRow): Promise<void> {
    const acting = turn.state === "acting" && isOpen(turn.heldTo, term);
    if (turn.state !== "asked" && !acting) return;
    await this.#uncredit(role, turn);
    await this.#setTurn(turn, acting ? { heldTo: new Date(this.#session.now) } : { state: "silent" });
  }

  /** The place is theirs: from its hour on, or, once that has passed, from now on. */
  async #take(role: Role, term: TermRow, turn: TurnRow): Promise<void> {
    const { now } = this.#session;
    await this.#credit(role, term, turn);
    const late = leadMoments(term.from.getTime(), role.rule.zone, role.leads).last <= now;
    await this.#setTurn(turn, {
      state: "accepted",
      second: false,
      ...(term.state === "begun" ? { heldFrom: new Date(now), heldTo: term.to } : {}),
      remind: term.state === "planned" && term.stage >= 3 && late ? "tomorrow" : null,
    });
    if (term.state === "planned" && term.stage >= 3 && late && turn.personId !== null)
      await this.#planTell(turn.personId);
    await this.#bump(term);
  }

  async #decline(role: Role, term: TermWithTurns, turn: TurnRow): Promise<RoleRefusal | undefined> {
    if (turn.state === "declined") return undefined;
    if (turn.heldFrom !== null) {
      const stepped = isOpen(turn.heldTo, term) ? await this.stepDown(role, turn.personId ?? "") : refused("turn-over");
      return stepped.ok ? undefined : stepped.why;
    }
    if (turn.state !== "asked" && turn.state !== "accepted") return "turn-over";
    await this.#giveBack(role, term, turn, "declined");
    await this.#changed(role);
    return undefined;
  }

  /** A turn that is not held yet is not theirs after all; who was asked second is first now, or somebody else is asked. */
  async #giveBack(role: Role, term: TermRow, turn: TurnRow, state: TurnState): Promise<void> {
    await this.#uncredit(role, turn);
    await this.#setTurn(turn, { state, remind: null });
    await this.#voidOffers({ turnId: turn.id });
    if (turn.forId !== null) {
      // Who owed a turn could not serve it: it is asked of the one to whom it fell.
      await this.#session.tx.roleTurn.update({ where: { id: turn.id }, data: { forId: null } });
    }
    await this.#bump(term);
    const fresh = await this.#term(term.id);
    const second = fresh.turns.find((one) => one.place === turn.place && one.second && one.state === "asked");
    if (second !== undefined) {
      await this.#setTurn(second, { second: false });
      if (term.state === "planned") await this.#credit(role, term, second);
    } else if (term.stage > 0) await this.#fill(role, fresh);
  }

  /** Gives back everything that a person has in a role (in one term): the turn to come, and what they hold. True if there was any. */
  async #giveBackAll(role: Role, personId: string, termId?: string): Promise<boolean> {
    const { now } = this.#session;
    const only = termId === undefined ? {} : { termId };
    const turns = await this.#session.tx.roleTurn.findMany({
      where: {
        roleId: role.id,
        personId,
        ...only,
        state: { in: active },
        term: { state: { in: ["planned", "begun"] } },
      },
      include: { term: true },
    });
    for (const { term, ...turn } of turns) {
      if (turn.heldFrom === null) await this.#giveBack(role, term, turn, "withdrawn");
      else if (isOpen(turn.heldTo, term)) {
        await this.#setTurn(turn, { state: "withdrawn", heldTo: new Date(now), remind: null });
        await this.#voidOffers({ turnId: turn.id });
        await this.#tellChat(term);
        await this.#fill(role, await this.#term(term.id));
      }
    }
    return turns.length > 0;
  }

  /** Somebody takes on a place that nobody holds, or only somebody acting; they join the pool. */
  async volunteer(roleId: string, personId: string): Promise<Outcome<{ readonly role: Role; readonly term: Term }>> {
    const role = await this.get(roleId);
    if (role === undefined || role.endedAt !== undefined) return refused("role-ended");
    await this.#lock(role);
    const [term] = await this.#around(role);
    if (term === undefined) return refused("no-turn");
    if (!(await this.#isMember(role, personId))) return refused("not-member");
    const open = term.turns.filter(({ heldFrom, heldTo }) => heldFrom !== null && isOpen(heldTo, term));
    const own = open.find((one) => one.personId === personId);
    if (own?.state === "accepted") return refused("already-holder");
    const place = own?.place ?? freePlace(role, open);
    if (place === undefined) return refused("turn-taken");
    await this.#enterPool(role, personId);
    // Their own question is answered by it, and others are not needed for the place any more.
    const settled = term.turns.filter(
      (one) => one.id !== own?.id && (one.place === place || one.personId === personId),
    );
    for (const other of settled) await this.#superseded(role, term, other);
    if (own !== undefined) await this.#setTurn(own, { state: "accepted" });
    else await this.#take(role, term, await this.#addTurn(term, { place, personId, state: "asked" }));
    await this.#changed(role);
    return { ok: true, role, term: termRecord(term) };
  }

  /** Not at the hand-over to come: somebody else is asked. Who holds the role now goes on until then. */
  async skip(role: Role, personId: string): Promise<Outcome<{ readonly term: Term }>> {
    await this.#lock(role);
    if (!(await this.#inPool(role, personId))) return refused("not-in-pool");
    const [, term] = await this.#around(role);
    if (term === undefined) return refused("role-ended");
    const own = term.turns.find((one) => one.personId === personId && active.includes(one.state));
    if (own !== undefined) await this.#giveBack(role, term, own, "declined");
    else if (!term.turns.some((one) => one.personId === personId)) {
      await this.#addTurn(term, { place: 0, personId, state: "declined" });
    }
    await this.#changed(role);
    return { ok: true, term: termRecord(term) };
  }

  /** A holder gives up the rest of their term, or the turn to come. Until somebody takes it on they stay, as acting. */
  async stepDown(role: Role, personId: string): Promise<Outcome<{ readonly term: Term; readonly acting: boolean }>> {
    await this.#lock(role);
    const { now } = this.#session;
    const [running, coming] = await this.#around(role);
    const held = running?.turns.find((one) => one.personId === personId && isHeld(one, running));
    if (running !== undefined && held !== undefined) {
      if (held.state === "acting") return refused("not-holder");
      await this.#setTurn(held, { state: "withdrawn", heldTo: new Date(now), remind: null });
      await this.#voidOffers({ turnId: held.id });
      const acting = {
        place: held.place,
        personId,
        state: "acting" as const,
        heldFrom: now,
        heldTo: running.to.getTime(),
      };
      await this.#addTurn(running, acting);
      await this.#tellChat(running);
      await this.#fill(role, await this.#term(running.id));
      await this.#changed(role);
      return { ok: true, term: termRecord(running), acting: true };
    }
    const next = coming?.turns.find((one) => one.personId === personId && active.includes(one.state));
    if (coming === undefined || next === undefined) return refused("no-turn");
    await this.#giveBack(role, coming, next, "declined");
    await this.#changed(role);
    return { ok: true, term: termRecord(coming), acting: false };
  }

  // Away

  /** Somebody is away: turns to come in that time go to others (of `roles`). `holding`: what they hold then, for which a cover is due. */
  async setAway(
    personId: string,
    from: number,
    to: number,
  ): Promise<{ readonly roles: readonly Role[]; readonly holding: readonly Role[] }> {
    const { tx } = this.#session;
    const id = this.#session.newId();
    await tx.absence.create({ data: { id, personId, from: new Date(from), to: new Date(to) } });
    const [roles, holding]: [Role[], Role[]] = [[], []];
    for (const role of await this.#rolesOf(personId, {})) {
      await this.#lock(role);
      const [running, coming] = await this.#around(role);
      if (running?.turns.some((one) => one.personId === personId && isHeld(one, running)) === true) {
        if (running.to.getTime() > from) holding.push(role);
      }
      const turn = coming?.turns.find((one) => one.personId === personId && active.includes(one.state));
      if (coming !== undefined && turn !== undefined && overlaps(coming, from, to)) {
        await this.#giveBack(role, coming, turn, "declined");
        roles.push(role);
      }
      await this.#changed(role);
    }
    return { roles, holding };
  }

  /** When somebody is away, from now on. */
  async absences(
    personId: string,
  ): Promise<readonly { readonly id: string; readonly from: number; readonly to: number }[]> {
    const rows = await this.#session.tx.absence.findMany({
      where: { personId, to: { gt: new Date(this.#session.now) } },
      orderBy: [{ from: "asc" }, { id: "asc" }],
    });
    return rows.map(({ id, from, to }) => ({ id, from: from.getTime(), to: to.getTime() }));
  }

  /** Somebody is back: from now on they are away no more. */
  async back(personId: string): Promise<void> {
    const { tx, now } = this.#session;
    await tx.absence.deleteMany({ where: { personId, from: { gte: new Date(now) } } });
    await tx.absence.updateMany({ where: { personId, to: { gt: new Date(now) } }, data: { to: new Date(now) } });
    for (const role of await this.#rolesOf(personId, {})) await this.#changed(role, { joined: true });
  }

  // Swaps and covers

  /** Somebody asks another to take their turn to come; they take the other's next one. Nothing changes until both agree. */
  async offerSwap(role: Role, fromId: string, toId: string): Promise<Outcome<{ readonly offer: Offer }>> {
    const [, coming] = await this.#around(role);
    const turn = coming?.turns.find((one) => one.personId === fromId && ["asked", "accepted"].includes(one.state));
    if (coming === undefined || turn === undefined) return refused("no-turn");
    const why = await this.#cannotSwap(role, coming, fromId, toId);
    if (why !== undefined) return refused(why);
    return this.#offer("swap", turn, fromId, toId, coming.from.getTime(), coming.to.getTime());
  }

  async #cannotSwap(role: Role, term: TermWithTurns, fromId: string, toId: string): Promise<RoleRefusal | undefined> {
    if (fromId === toId) return "oneself";
    if (!(await this.#inPool(role, toId))) return "not-in-pool";
    if (term.turns.some((one) => one.personId === toId && ["accepted", "acting"].includes(one.state)))
      return "already-holder";
    return (await this.#away([toId], term.from.getTime(), term.to.getTime())).has(toId) ? "away" : undefined;
  }

  /** Somebody asks another to stand in for a part of a term of theirs. Times in ms since 1970. */
  async offerCover(
    role: Role,
    fromId: string,
    toId: string,
    from: number,
    to: number,
  ): Promise<Outcome<{ readonly offer: Offer }>> {
    if (fromId === toId) return refused("oneself");
    const begin = Math.max(from, this.#session.now);
    if (to <= begin) return refused("past");
    const terms = (await this.#around(role)).filter((term) => term !== undefined);
    const mine = terms.flatMap((term) =>
      term.turns
        .filter(
          (turn) =>
            turn.personId === fromId && (isHeld(turn, term) || (term.state === "planned" && turn.state === "accepted")),
        )
        .map((turn) => ({ term, turn })),
    );
    if (mine.length === 0) return refused("not-holder");
    const within = mine.find(({ term }) => term.from.getTime() <= begin && to <= term.to.getTime());
    if (within === undefined) return refused("outside-term");
    const why = await this.#cannotCover(role, within.term, within.turn.id, toId, begin, to);
    if (why !== undefined) return refused(why);
    return this.#offer("cover", within.turn, fromId, toId, begin, to);
  }

  async #cannotCover(
    role: Role,
    term: TermWithTurns,
    turnId: string,
    toId: string,
    from: number,
    to: number,
  ): Promise<RoleRefusal | undefined> {
    if (!(await this.#isMember(role, toId))) return "not-member";
    if (term.turns.some((one) => one.personId === toId && (isHeld(one, term) || one.state === "accepted")))
      return "already-holder";
    if ((await this.#away([toId], from, to)).has(toId)) return "away";
    const covers = await this.#covers(term.turns.map(({ id }) => id));
    const meets = covers.filter((one) => one.from < to && one.to > from);
    return meets.some((one) => one.turnId === turnId || one.byId === toId) ? "covered" : undefined;
  }

  async #offer(
    kind: Offer["kind"],
    turn: TurnRow,
    fromId: string,
    toId: string,
    from: number,
    to: number,
  ): Promise<Outcome<{ readonly offer: Offer }>> {
    const { tx, now } = this.#session;
    // Asked again, the earlier question is void.
    await this.#voidOffers({ turnId: turn.id, kind, fromId, toId, state: "offered" });
    const row = await tx.roleOffer.create({
      data: {
        id: this.#session.newId(),
        roleId: turn.roleId,
        kind,
        turnId: turn.id,
        fromId,
        toId,
        from: new Date(from),
        to: new Date(to),
        createdAt: new Date(now),
      },
    });
    return { ok: true, offer: offerRecord(row) };
  }

  /** An offer that waits for an answer. */
  async offer(id: string): Promise<Offer | undefined> {
    const row = await this.#session.tx.roleOffer.findFirst({
      where: { id, state: "offered", role: { federationId: this.#federation.id } },
    });
    return row === null ? undefined : offerRecord(row);
  }

  /** The one who was asked agrees: it is done, if it still can be. */
  async agree(offerId: string, personId: string): Promise<Outcome<{ readonly offer: Offer; readonly role: Role }>> {
    const offer = await this.offer(offerId);
    if (offer === undefined) return refused("offer-gone");
    if (offer.toId !== personId) return refused("not-yours");
    const role = await this.get(offer.roleId);
    if (role === undefined || role.endedAt !== undefined) return refused("role-ended");
    await this.#lock(role);
    const row = await this.#session.tx.roleOffer.findUniqueOrThrow({ where: { id: offerId } });
    const found = row.state === "offered" ? await this.#turn(row.turnId) : undefined;
    if (found?.turn.personId !== offer.fromId || !active.includes(found.turn.state)) return refused("offer-gone");
    const { term, turn } = found;
    const why =
      offer.kind === "swap" ? await this.#swap(role, term, turn, row) : await this.#cover(role, term, turn, row);
    if (why !== undefined) return refused(why);
    await this.#changed(role);
    return { ok: true, offer, role };
  }

  /** The other takes the turn; it stays credited to whose it was, and they owe the other one. */
  async #swap(role: Role, term: TermWithTurns, turn: TurnRow, offer: OfferRow): Promise<RoleRefusal | undefined> {
    if (term.state !== "planned") return "turn-over";
    const why = await this.#cannotSwap(role, term, offer.fromId, offer.toId);
    if (why !== undefined) return why;
    for (const other of term.turns.filter(
      (one) => one.id !== turn.id && (one.place === turn.place || one.personId === offer.toId),
    )) {
      await this.#superseded(role, term, other);
    }
    await this.#setTurn(turn, { state: "withdrawn", credited: false, remind: null });
    const taken = await this.#addTurn(term, {
      place: turn.place,
      personId: offer.toId,
      forId: turn.forId ?? offer.fromId,
      state: "accepted",
      credited: turn.credited,
      why: turn.why,
    });
    if (!turn.credited) await this.#credit(role, term, taken);
    await this.#session.tx.roleOffer.update({ where: { id: offer.id }, data: { state: "agreed" } });
    if (term.stage >= 3) await this.#remind(taken, "tomorrow");
    await this.#bump(term);
    return undefined;
  }

  async #cover(role: Role, term: TermWithTurns, turn: TurnRow, offer: OfferRow): Promise<RoleRefusal | undefined> {
    const from = Math.max(offer.from.getTime(), this.#session.now);
    if (offer.to.getTime() <= from) return "past";
    const why = await this.#cannotCover(role, term, turn.id, offer.toId, from, offer.to.getTime());
    if (why !== undefined) return why;
    await this.#session.tx.roleOffer.update({
      where: { id: offer.id },
      data: { state: "agreed", from: new Date(from) },
    });
    await this.#bump(term);
    // The cards show at the hour who does the work: a step of the role shows them again. If it is void by then it does nothing.
    for (const [edge, at] of [
      ["from", from],
      ["to", offer.to.getTime()],
    ] as const) {
      const key = `${roleJobs.step}:${role.id}:${offer.id}:${edge}`;
      await this.#jobs.schedule({ kind: roleJobs.step, key, payload: { role: role.id }, dueAt: at });
    }
    return undefined;
  }

  /** The one who was asked does not agree. */
  async refuse(offerId: string, personId: string): Promise<Outcome<{ readonly offer: Offer; readonly role: Role }>> {
    const offer = await this.offer(offerId);
    const role = offer === undefined ? undefined : await this.get(offer.roleId);
    if (offer === undefined || role === undefined) return refused("offer-gone");
    if (offer.toId !== personId) return refused("not-yours");
    await this.#session.tx.roleOffer.update({ where: { id: offerId }, data: { state: "refused" } });
    return { ok: true, offer, role };
  }

  /** What has begun of a cover stays; the rest, and what is owed, is void. */
  async #voidOffers(where: Prisma.RoleOfferWhereInput): Promise<void> {
    const { tx } = this.#session;
    const now = new Date(this.#session.now);
    await tx.roleOffer.updateMany({
      where: { AND: [where, { kind: "cover", state: "agreed", from: { lt: now }, to: { gt: now } }] },
      data: { to: now },
    });
    await tx.roleOffer.updateMany({
      where: {
        AND: [
          where,
          {
            OR: [
              { state: "offered" },
              { state: "agreed", kind: "swap" },
              { state: "agreed", kind: "cover", from: { gte: now } },
            ],
          },
        ],
      },
      data: { state: "void" },
    });
  }

  /** Covers that both agreed to. */
  async #covers(turnIds: readonly string[]): Promise<readonly (Cover & { readonly turnId: string })[]> {
    if (turnIds.length === 0) return [];
    const rows = await this.#session.tx.$queryRaw<OfferRow>`
      SELECT * FROM "RoleOffer" WHERE "turnId" IN (${Prisma.join(turnIds)}) AND "kind" = 'cover' AND "state" = 'agreed'
      ORDER BY "from"`;
    return rows.map(({ id, turnId, fromId, toId, from, to }) => ({
      id,
      turnId,
      forId: fromId,
      byId: toId,
      from: from.getTime(),
      to: to.getTime(),
    }));
  }

  // Notes

  /**
   * A note from who holds a role, or held it until the last hand-over, to who comes after them.
   * @returns to whom it goes as things stand: ids of people
   */
  async note(role: Role, personId: string, text: string): Promise<Outcome<{ readonly toIds: readonly string[] }>> {
    const { tx, now } = this.#session;
    const [running, coming] = await this.#around(role);
    if (running === undefined) return refused("not-holder");
    const holds = running.turns.some((one) => one.personId === personId && isHeld(one, running));
    const before = await tx.roleTurn.count({
      where: { personId, heldFrom: { not: null }, term: { roleId: role.id, index: running.index - 1 } },
    });
    const term = holds ? coming : before > 0 ? running : undefined;
    if (term === undefined) return refused("not-holder");
    await tx.roleNote.create({
      data: {
        id: this.#session.newId(),
        termId: term.id,
        fromId: personId,
        sealedText: this.#federation.sealer.seal(text, purposes.note),
        createdAt: new Date(now),
      },
    });
    const to = term.turns.filter((one) => one.state === "accepted" && one.personId !== personId);
    return { ok: true, toIds: to.flatMap((one) => (one.personId === null ? [] : [one.personId])) };
  }

  /** The notes that a person may read: those they left, and those left to them for a term that is theirs. */
  async notes(
    role: Role,
    personId: string,
  ): Promise<readonly { readonly text: string; readonly fromId: string; readonly at: number }[]> {
    const theirs = { turns: { some: { personId, state: "accepted" } } };
    const rows = await this.#session.tx.roleNote.findMany({
      where: { term: { roleId: role.id }, OR: [{ fromId: personId }, { term: theirs }] },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const { sealer } = this.#federation;
    return rows.map((row) => ({
      text: sealer.open(row.sealedText, purposes.note),
      fromId: row.fromId,
      at: row.createdAt.getTime(),
    }));
  }

  /** The notes for the term that runs that a person holding it has not been told of yet. From now on they have. */
  async freshNotes(
    role: Role,
    personId: string,
  ): Promise<readonly { readonly text: string; readonly fromId: string }[]> {
    const { tx, now } = this.#session;
    // One statement: it runs at each hand-over, and mostly there is none.
    const left = await tx.$queryRaw<NoteRow>`
      SELECT n.* FROM "RoleNote" n JOIN "RoleTerm" t ON t."id" = n."termId"
      WHERE t."roleId" = ${role.id} AND t."state" = 'begun' AND n."fromId" <> ${personId} ORDER BY n."createdAt", n."id"`;
    if (left.length === 0) return [];
    const [running] = await this.#around(role);
    const turn = running?.turns.find((one) => one.personId === personId && one.state === "accepted");
    if (turn === undefined) return [];
    const { notedAt } = turn;
    const rows = left.filter(({ createdAt }) => notedAt === null || createdAt > notedAt);
    await tx.roleTurn.update({ where: { id: turn.id }, data: { notedAt: new Date(now) } });
    const { sealer } = this.#federation;
    return rows.map(({ sealedText, fromId }) => ({ text: sealer.open(sealedText, purposes.note), fromId }));
  }

  // Changing and ending

  /** Changes a role; what has passed stays. With another rule or zone the hand-over to come moves. */
  async edit(role: Role, changes: RoleChanges): Promise<Role> {
    await this.#lock(role);
    const { sealer } = this.#federation;
    const { name, checklist, leads, rule, power, ...plain } = changes;
    await this.#session.tx.role.update({
      where: { id: role.id },
      data: {
        ...plain,
        ...rule,
        ...(name === undefined ? {} : { sealedName: sealer.seal(name, purposes.name) }),
        ...("checklist" in changes
          ? { sealedChecklist: checklist === undefined ? null : sealer.seal(checklist, purposes.checklist) }
          : {}),
        ...(leads === undefined ? {} : { leads: JSON.stringify(leads) }),
      },
    });
    if (power !== undefined) await this.#givePower(role, power);
    const edited = await this.get(role.id);
    if (edited === undefined) throw new Error("a role that was edited is gone");
    if (rule !== undefined) await this.#retime(edited);
    if (edited.holders !== role.holders) await this.#resize(edited);
    await this.#changed(edited);
    return edited;
  }

  /** The clocks of a cell are others now: the hand-overs to come move. */
  async zoneChanged(owner: RoleOwner, zone: string): Promise<void> {
    for (const role of await this.list(owner)) await this.edit(role, { rule: { ...role.rule, zone } });
  }

  /** One role at most has the power in a cell. */
  async #givePower(role: Role, power: boolean): Promise<Role> {
    const { cellId } = role.owner;
    if (cellId === undefined) return role;
    await this.#session.tx.cell.updateMany({
      where: { id: cellId, ...(power ? {} : { powerRoleId: role.id }) },
      data: { powerRoleId: power ? role.id : null },
    });
    return { ...role, power };
  }

  /**
   * Moves the hand-over to come where the zone's law has changed since it was planned: the hour on the clock stays. It is
   * asked at each step, so before the hour comes; what has begun is not touched.
   */
  async #replan(role: Role, around: Around): Promise<Around> {
    const [, coming] = around;
    if (coming === undefined) return around;
    const [from, to] = [coming.from, coming.to].map((at) => replanned(role.rule, at.getTime()));
    const changed = from !== coming.from.getTime() || to !== coming.to.getTime();
    if (!changed || from === undefined || from <= this.#session.now) return around;
    await this.#retime(role, from);
    return this.#around(role);
  }

  /** The term that runs ends at `from`, by default the next moment of the rule, and the one to come begins there. */
  async #retime(role: Role, from = nextOccurrence(role.rule, this.#session.now)): Promise<void> {
    const { tx, now } = this.#session;
    const [running, coming] = await this.#around(role);
    if (coming === undefined) return;
    if (running !== undefined) {
      await tx.roleTurn.updateMany({
        where: { termId: running.id, heldTo: running.to },
        data: { heldTo: new Date(from) },
      });
      await tx.roleTerm.update({ where: { id: running.id }, data: { to: new Date(from), sequence: { increment: 1 } } });
    }
    const moments = leadMoments(from, role.rule.zone, role.leads);
    const passed = [moments.ask, moments.again, moments.last].filter((moment) => moment <= now).length;
    const asked = coming.turns.some(({ state }) => active.includes(state)) ? 1 : 0;
    const stage = Math.min(coming.stage, Math.max(passed, asked));
    const to = new Date(nextOccurrence(role.rule, from));
    await tx.roleTerm.update({
      where: { id: coming.id },
      data: { from: new Date(from), to, stage, sequence: { increment: 1 } },
    });
  }

  /** More places or fewer: the turns to come that have no place any more are given back. */
  async #resize(role: Role): Promise<void> {
    const [, coming] = await this.#around(role);
    if (coming === undefined) return;
    for (const turn of coming.turns.filter(({ place, state }) => place >= role.holders && active.includes(state))) {
      await this.#uncredit(role, turn);
      await this.#setTurn(turn, { state: "withdrawn", remind: null });
    }
    if (coming.stage > 0) await this.#fill(role, await this.#term(coming.id));
  }

  /** Ends a role: nobody holds it from now on. What was of it is removed after the federation's retention. */
  async end(role: Role): Promise<void> {
    await this.#lock(role);
    const { tx, now } = this.#session;
    const at = new Date(now);
    await tx.role.update({ where: { id: role.id }, data: { endedAt: at } });
    await this.#givePower(role, false);
    for (const term of await this.#around(role)) {
      if (term === undefined) continue;
      const begun = term.state === "begun";
      await tx.roleTurn.updateMany({ where: { termId: term.id, heldTo: { gt: at } }, data: { heldTo: at } });
      await tx.roleTurn.updateMany({
        where: { termId: term.id, heldFrom: null },
        data: { state: "withdrawn", remind: null },
      });
      await tx.roleTurn.updateMany({ where: { termId: term.id }, data: { remind: null } });
      await tx.roleTerm.update({
        where: { id: term.id },
        data: { ...(begun ? { to: at, state: "over" } : { state: "cancelled" }), sequence: { increment: 1 } },
      });
    }
    await this.#voidOffers({ roleId: role.id });
    await this.#jobs.cancel(`${roleJobs.step}:${role.id}`);
    const dueAt = now + this.#federation.retentionDays * day;
    await this.#jobs.schedule({
      kind: roleJobs.clear,
      key: `${roleJobs.clear}:${role.id}`,
      payload: { role: role.id },
      dueAt,
    });
    await this.#touch(role);
  }

  /** Removes the roles that ended longer ago than the federation's retention. */
  async clear(): Promise<void> {
    const endedAt = { lte: new Date(this.#session.now - this.#federation.retentionDays * day) };
    await this.#session.tx.role.deleteMany({ where: { federationId: this.#federation.id, endedAt } });
  }

  // What falls due

  /** Does all that has fallen due for a role; gives back what its chats are to be told, if anything. */
  async step(roleId: string): Promise<RoleNews | undefined> {
    const { tx, now } = this.#session;
    const found = await this.get(roleId);
    if (found === undefined || found.endedAt !== undefined) return undefined;
    await this.#lock(found);
    // Somebody may have changed it until the lock was there.
    const role = tx.provider === "sqlite" ? found : ((await this.get(roleId)) ?? found);
    let around = await this.#replan(role, await this.#around(role));
    const [before] = around;
    const held = new Set(before?.turns.filter((turn) => isHeld(turn, before)).map(({ personId }) => personId));
    let nobody: TermRow | undefined;
    for (let [running, coming] = around; coming !== undefined; [running, coming] = around) {
      if (this.#nextMoment(role, coming) > now) break;
      if (coming.from.getTime() <= now) {
        around = await this.#begin(role, running, coming);
      } else {
        const { term, empty } = await this.#advance(role, running, coming);
        nobody = empty > 0 && coming.stage !== 1 ? coming : undefined;
        around = [running, term];
      }
    }
    const open = around.filter((term) => term !== undefined && term.stage > 0 && freePlaces(role, term).length > 0);
    for (const term of open) if (term !== undefined) await this.#fill(role, term);
    if (open.length > 0) around = await this.#around(role);
    const news = await this.#news(role, around, held, before?.id);
    if (around[0]?.id !== before?.id) await this.#forgetOld(role, around[0]);
    await this.#changed(role, { around, told: true });
    if (nobody === undefined || nobody.from.getTime() <= now) return news;
    const empty = news ?? {
      role,
      chats: await this.chats(role),
      handOver: undefined,
      relaxed: [],
      nobodyFor: undefined,
    };
    return { ...empty, nobodyFor: termRecord(nobody) };
  }

  /** When something is to be done next for the term to come. */
  #nextMoment(role: Role, term: TermWithTurns): number {
    const from = term.from.getTime();
    const { ask, again, last } = leadMoments(from, role.rule.zone, role.leads);
    const asked = Math.min(
      ...term.turns.filter(({ state }) => state === "asked").map((one) => one.changedAt.getTime()),
    );
    // Who was asked late has half of the time that is left to answer.
    const patient = Number.isFinite(asked) ? Math.max(again, asked + Math.floor((from - asked) / 2)) : again;
    const moment = [ask, patient, Math.max(last, term.stage === 2 ? last : patient)][term.stage];
    return Math.min(from, moment ?? from);
  }

  /** One stage further: gives back the term as it stands then. `empty`: for how many places there is nobody. */
  async #advance(
    role: Role,
    running: TermWithTurns | undefined,
    term: TermWithTurns,
  ): Promise<{ readonly term: TermWithTurns; readonly empty: number }> {
    await this.#session.tx.$executeRaw`UPDATE "RoleTerm" SET "stage" = "stage" + 1 WHERE "id" = ${term.id}`;
    const { term: filled, empty } = await this.#fill(role, { ...term, stage: term.stage + 1 });
    const second = term.stage === 1 && filled.turns.some(({ state }) => state === "asked");
    if (second) await this.#askSecond(role, filled);
    if (term.stage === 2) await this.#remindBoth(running, filled);
    return { term: second ? await this.#term(term.id) : filled, empty };
  }

  async #remindBoth(running: TermWithTurns | undefined, term: TermWithTurns): Promise<void> {
    for (const turn of term.turns) {
      if (turn.state === "accepted") await this.#remind(turn, "tomorrow");
      else if (turn.state === "asked") await this.#remind(turn, turn.second ? "second" : "asked");
    }
    const stays = new Set(term.turns.filter(({ state }) => state === "accepted").map(({ personId }) => personId));
    for (const turn of running?.turns ?? []) {
      if (running !== undefined && isHeld(turn, running) && !stays.has(turn.personId))
        await this.#remind(turn, "leaving");
    }
  }

  /** The hour has come: gives back the terms as they stand then. */
  async #begin(role: Role, running: TermWithTurns | undefined, coming: TermWithTurns): Promise<Around> {
    const { tx, now } = this.#session;
    const late = coming.stage === 0 && coming.to.getTime() > now;
    const { term } = late ? await this.#fill(role, coming) : { term: coming };
    const at = (place: number) => term.turns.find((one) => one.place === place && one.state === "accepted");
    const places = Array.from({ length: role.holders }, (_, place) => place);
    const before = running?.turns.filter((turn) => isHeld(turn, running)) ?? [];
    const most = Math.max(-1, ...before.map(({ place }) => place));
    const held = Array.from(
      { length: most + 1 },
      (_, place) => before.find((one) => one.place === place)?.personId ?? undefined,
    );
    const holders = handOver(
      places.map((place) => at(place)?.personId ?? undefined),
      held,
    );
    if (running !== undefined) {
      await tx.$executeRaw`UPDATE "RoleTerm" SET "state" = 'over', "news" = ${false} WHERE "id" = ${running.id}`;
      await tx.$executeRaw`
        UPDATE "RoleTurn" SET "remind" = NULL, "state" = CASE WHEN "state" = 'asked' THEN 'silent' ELSE "state" END
        WHERE "termId" = ${running.id}`;
    }
    await tx.$executeRaw`
      UPDATE "RoleTerm" SET "state" = 'begun', "stage" = 3, "news" = ${true}, "sequence" = "sequence" + 1
      WHERE "id" = ${term.id}`;
    const [from, to] = [term.from.getTime(), term.to.getTime()];
    const begun = new Map(term.turns.map((one) => [one.id, one]));
    for (const place of places) {
      const taker = at(place);
      if (taker !== undefined) {
        begun.set(taker.id, await this.#setTurn(taker, { heldFrom: term.from, heldTo: term.to, remind: null }));
        continue;
      }
      for (const asked of term.turns.filter((one) => one.place === place && one.state === "asked")) {
        await this.#uncredit(role, asked);
      }
      const holder = holders[place];
      if (holder === undefined) continue;
      const turn = await this.#addTurn(term, {
        place,
        personId: holder.id,
        state: "acting",
        heldFrom: from,
        heldTo: to,
      });
      begun.set(turn.id, turn);
      await this.#credit(role, term, turn);
    }
    // What is still offered comes too late: covers of the term that is over, swaps of the one that begins.
    const turns = [...(running?.turns ?? []).map(({ id }) => id), ...term.turns.map(({ id }) => id)];
    if (turns.length > 0) {
      await tx.$executeRaw`
        UPDATE "RoleOffer" SET "state" = 'void' WHERE "turnId" IN (${Prisma.join(turns)}) AND "state" = 'offered'
          AND ("kind" = 'swap' OR "turnId" NOT IN (SELECT "id" FROM "RoleTurn" WHERE "termId" = ${term.id}))`;
    }
    const next = await this.#addTerm(role, term.index + 1, to);
    return [
      { ...term, state: "begun", stage: 3, news: true, sequence: term.sequence + 1, turns: [...begun.values()] },
      { ...next, turns: [] },
    ];
  }

  async #addTerm(role: Role, index: number, from: number): Promise<TermRow> {
    const row: TermRow = {
      id: this.#session.newId(),
      roleId: role.id,
      index,
      from: new Date(from),
      to: new Date(nextOccurrence(role.rule, from)),
      state: "planned",
      stage: 0,
      sequence: 0,
      news: false,
    };
    await this.#session.tx.$executeRaw`
      INSERT INTO "RoleTerm" ("id", "roleId", "index", "from", "to", "state", "stage", "sequence", "news")
      VALUES (${row.id}, ${row.roleId}, ${row.index}, ${row.from}, ${row.to}, ${row.state}, ${row.stage},
        ${row.sequence}, ${row.news})`;
    return row;
  }

  /** What the chats are still to be told. `held`: who held the role before. */
  async #news(
    role: Role,
    around: Around,
    held: ReadonlySet<string | null>,
    before: string | undefined,
  ): Promise<RoleNews | undefined> {
    const { tx, now } = this.#session;
    const terms = around.filter((term) => term !== undefined);
    const relaxed = terms.flatMap((term) =>
      term.turns
        .filter(({ news, state }) => news && active.includes(state))
        .flatMap(({ personId, why }) =>
          personId === null ? [] : [{ personId, rules: readWhy(why)?.relaxed ?? [], term: termRecord(term) }],
        ),
    );
    const [running] = terms.filter(({ state }) => state === "begun");
    const tells = running?.news === true;
    if (!tells && relaxed.length === 0) return undefined;
    const ids = Prisma.join(terms.map(({ id }) => id));
    if (terms.some(({ turns }) => turns.some((one) => one.news))) {
      await tx.$executeRaw`UPDATE "RoleTurn" SET "news" = ${false} WHERE "termId" IN (${ids}) AND "news" = ${true}`;
    }
    await tx.$executeRaw`UPDATE "RoleTerm" SET "news" = ${false} WHERE "id" IN (${ids}) AND "news" = ${true}`;
    const handOver_ = running === undefined || !tells ? undefined : this.#handOver(role, running, held, before, now);
    return { role, chats: await this.chats(role), handOver: handOver_, relaxed, nobodyFor: undefined };
  }

  #handOver(
    role: Role,
    running: TermWithTurns,
    held: ReadonlySet<string | null>,
    before: string | undefined,
    now: number,
  ): HandOver {
    const holders = running.turns.filter((turn) => isHeld(turn, running)).sort(byPlace);
    const firm = holders.filter(({ state }) => state === "accepted").length;
    const left = [...held].filter((id) => id !== null && !holders.some(({ personId }) => personId === id));
    const fresh = running.id !== before;
    return {
      term: termRecord(running),
      holders: holders.map(turnRecord),
      left: left.flatMap((id) => (id === null ? [] : [id])),
      wanted: Math.max(0, role.holders - firm),
      late: fresh ? now - running.from.getTime() : 0,
    };
  }

  /** What one person is to be told now, of all their roles together; undefined: nothing, or not yet (quiet hours). */
  async tell(personId: string): Promise<Telling | undefined> {
    const { tx, now } = this.#session;
    const turns = await tx.$queryRaw<TurnRow>`
      SELECT * FROM "RoleTurn" WHERE "personId" = ${personId} AND "remind" IS NOT NULL`;
    const due: Due[] = [];
    for (const turn of turns) {
      const role = await this.get(turn.roleId);
      if (role === undefined || role.endedAt !== undefined) continue;
      const around = await this.#around(role);
      const term = around.find((one) => one?.id === turn.termId);
      if (term !== undefined && makesSense(turn, term, now)) due.push({ turn, term, role, around });
    }
    due.sort(
      (a, b) =>
        a.term.from.getTime() - b.term.from.getTime() ||
        a.role.createdAt - b.role.createdAt ||
        (a.role.id < b.role.id ? -1 : 1),
    );
    const [person] = await tx.$queryRaw<Pick<PersonRow, "zone" | "quietFrom" | "quietTo">>`
      SELECT "zone", "quietFrom", "quietTo" FROM "Person"
      WHERE "id" = ${personId} AND "federationId" = ${this.#federation.id}`;
    const [first] = due;
    if (person === undefined || first === undefined) return this.#telling(personId, due, false);
    // Not by `waits` of the reply: what falls due in the meantime joins the same message.
    const quietUntil = undisturbed(now, person, first.role.rule.zone);
    const latest = Math.min(...due.map(({ turn, term }) => deadline(turn, term)));
    if (quietUntil > now && quietUntil < latest) {
      await this.#planTell(personId, quietUntil);
      return undefined;
    }
    return this.#telling(personId, due, quietUntil > now);
  }

  async #telling(personId: string, due: readonly Due[], onlyChats: boolean): Promise<Telling | undefined> {
    const { tx } = this.#session;
    await tx.$executeRaw`UPDATE "RoleTurn" SET "remind" = NULL WHERE "personId" = ${personId} AND "remind" IS NOT NULL`;
    if (due.length === 0) return undefined;
    const reminders = due.map(({ turn, term, role, around }): Reminder => {
      const kind = turn.remind as Reminder["kind"]; // an edge: only `#remind` and `#ask` write it
      const others = othersIn(around, term, kind, personId);
      return { kind, role, term: termRecord(term), turn: turnRecord(turn), others };
    });
    return { personId, reminders, onlyChats };
  }

  /** Terms whose retention has passed, except the few that the limit still looks at; and absences. */
  async #forgetOld(role: Role, running: TermRow | undefined): Promise<void> {
    const { tx, now } = this.#session;
    if (running === undefined) return;
    const before = new Date(now - this.#federation.retentionDays * day);
    // In the order of an index that begins with those: all of the past would be looked at otherwise.
    const gone = await tx.$queryRaw<{ id: string }>`
      SELECT "id" FROM "RoleTerm"
      WHERE "roleId" = ${role.id} AND "to" < ${before} AND "index" < ${running.index - role.limit}
      ORDER BY "to" LIMIT 100`;
    if (gone.length === 0) return;
    await tx.$executeRaw`
      DELETE FROM "RoleOffer"
      WHERE "roleId" = ${role.id} AND "to" < ${before} AND NOT ("kind" = 'swap' AND "state" = 'agreed')`;
    await tx.$executeRaw`DELETE FROM "RoleTerm" WHERE "id" IN (${Prisma.join(gone.map(({ id }) => id))})`;
    await tx.$executeRaw`
      DELETE FROM "Absence"
      WHERE "to" < ${before} AND "personId" IN (SELECT "personId" FROM "RoleMember" WHERE "roleId" = ${role.id})`;
  }

  // The choice

  /** Asks somebody for each free place of a term: gives back the term as it stands then, and for how many there is nobody. */
  async #fill(role: Role, term: TermWithTurns): Promise<{ readonly term: TermWithTurns; readonly empty: number }> {
    const free = freePlaces(role, term);
    if (free.length === 0) return { term, empty: 0 };
    const planned = await this.#plan(role, term, free.length);
    if (planned.chosen.length === 0) return { term, empty: free.length };
    await this.#writePool(role, planned.before, planned.pool);
    const turns = [...term.turns];
    for (const [index, one] of planned.chosen.entries()) {
      const place = free[index] ?? 0;
      turns.push(await this.#ask(role, term, place, one, { second: false, credited: true, chosen: planned.chosen }));
    }
    await this.#bump(term);
    // Where somebody is acting they have the credit until somebody takes the place on.
    if (term.state === "begun") {
      for (const turn of turns.filter(({ state }) => state === "asked")) await this.#uncredit(role, turn);
    }
    return { term: { ...term, sequence: term.sequence + 1, turns }, empty: free.length - planned.chosen.length };
  }

  /** For each place whose turn has no answer, somebody else is asked as well. */
  async #askSecond(role: Role, term: TermWithTurns): Promise<void> {
    const open = term.turns.filter(({ state, second }) => state === "asked" && !second);
    if (open.length === 0) return;
    const planned = await this.#plan(role, term, open.length);
    const ids = new Set(planned.chosen.map(({ id }) => id));
    const uncredited = planned.pool.map((one) => {
      const was = planned.before.find(({ id }) => id === one.id);
      return ids.has(one.id) && was !== undefined
        ? { ...one, terms: one.terms - 1, served: was.served, lastEnd: was.lastEnd }
        : one;
    });
    await this.#writePool(role, planned.before, uncredited);
    for (const [index, one] of planned.chosen.entries()) {
      await this.#ask(role, term, open[index]?.place ?? 0, one, {
        second: true,
        credited: false,
        chosen: planned.chosen,
      });
    }
  }

  async #ask(
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
    const debtor = second ? undefined : await this.#debtor(role, term, id, chosen);
    const turn = await this.#addTurn(term, {
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
    await this.#planTell(debtor ?? id);
    if (turn.news) await this.#planStep(role, this.#session.now);
    return turn;
  }

  /** Who owes `personId` a turn from a swap, and can serve it now: not if they are `chosen` for a place themselves. */
  async #debtor(
    role: Role,
    term: TermRow,
    personId: string,
    chosen: readonly Chosen<LeaveOut>[],
  ): Promise<string | undefined> {
    const { tx } = this.#session;
    const owed = await tx.$queryRaw<OfferRow>`
      SELECT * FROM "RoleOffer"
      WHERE "roleId" = ${role.id} AND "kind" = 'swap' AND "state" = 'agreed' AND "toId" = ${personId}
      ORDER BY "createdAt", "id"`;
    for (const { id, fromId } of owed) {
      if (chosen.some((one) => one.id === fromId)) continue;
      const away = await this.#away([fromId], term.from.getTime(), term.to.getTime());
      const busy = (await this.#term(term.id)).turns.some((one) => one.personId === fromId);
      if (away.has(fromId) || busy || !(await this.#inPool(role, fromId))) continue;
      await tx.roleOffer.update({ where: { id }, data: { state: "settled" } });
      return fromId;
    }
    return undefined;
  }

  async #plan(
    role: Role,
    term: TermWithTurns,
    places: number,
  ): Promise<Planned & { readonly before: readonly Standing[] }> {
    const before = (await this.#members(role.id)).map(standing);
    const circumstances = await this.#circumstances(role, term, before);
    const { index, to } = term;
    const planned = plan({ role: role.id, index, to: to.getTime(), places, limit: role.limit }, before, circumstances);
    return { ...planned, before };
  }

  async #circumstances(role: Role, term: TermWithTurns, pool: readonly Standing[]): Promise<Circumstances> {
    const { tx } = this.#session;
    const [from, to] = [term.from.getTime(), term.to.getTime()];
    const ids = (turns: readonly TurnRow[]) =>
      turns.flatMap((one) => [one.personId, one.forId]).filter((id) => id !== null);
    const elsewhere = await tx.$queryRaw<{ personId: string }>`
      SELECT t."personId" FROM "Role" r JOIN "RoleTerm" m ON m."roleId" = r."id" JOIN "RoleTurn" t ON t."termId" = m."id"
      WHERE ${ownedBySql("r", role.owner)} AND r."id" <> ${role.id} AND r."endedAt" IS NULL
        AND m."state" IN ('planned', 'begun') AND m."from" < ${term.to} AND m."to" > ${term.from}
        AND t."state" IN (${Prisma.join(active)}) AND t."personId" IS NOT NULL`;
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
      away: await this.#away(
        pool.map(({ id }) => id),
        from,
        to,
      ),
      declined: new Set(ids(term.turns.filter(({ state }) => state === "declined" || state === "withdrawn"))),
      busy: new Set(elsewhere.map(({ personId }) => personId)),
      taken: new Set(ids(term.turns.filter(({ state }) => active.includes(state)))),
      inRow,
    };
  }

  /** Who of these is away at any moment of a time. */
  async #away(personIds: readonly string[], from: number, to: number): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const rows = await this.#session.tx.$queryRaw<{ personId: string }>`
      SELECT "personId" FROM "Absence"
      WHERE "personId" IN (${Prisma.join(personIds)}) AND "from" < ${new Date(to)} AND "to" > ${new Date(from)}`;
    return new Set(rows.map(({ personId }) => personId));
  }

  /** Writes of a pool what a choice has changed. */
  async #writePool(role: Role, before: readonly Standing[], after: readonly Standing[]): Promise<void> {
    const was = new Map(before.map((one) => [one.id, one]));
    const leftOut: string[] = [];
    for (const one of after) {
      const old = was.get(one.id);
      if (old?.terms !== one.terms || old.lastEnd !== one.lastEnd || (!old.steady && one.steady))
        await this.#writeStanding(role, one);
      else if (old.steady && !one.steady) leftOut.push(one.id);
    }
    if (leftOut.length === 0) return;
    await this.#session.tx.$executeRaw`
      UPDATE "RoleMember" SET "steady" = ${false} WHERE "roleId" = ${role.id} AND "personId" IN (${Prisma.join(leftOut)})`;
  }

  async #writeStanding(role: Role, { id, terms, served, lastEnd, steady }: Standing): Promise<void> {
    await this.#session.tx.$executeRaw`
      UPDATE "RoleMember" SET "terms" = ${terms}, "served" = ${served}, "steady" = ${steady},
        "lastEnd" = ${lastEnd === undefined ? null : new Date(lastEnd)}
      WHERE "roleId" = ${role.id} AND "personId" = ${id}`;
  }

  async #standing(role: Role, personId: string | null): Promise<Standing | undefined> {
    if (personId === null) return undefined;
    const [row] = await this.#session.tx.$queryRaw<MemberRow>`
      SELECT * FROM "RoleMember" WHERE "roleId" = ${role.id} AND "personId" = ${personId}`;
    return row === undefined ? undefined : standing(row);
  }

  /** False if that is how it was already. */
  async #setCredited({ id }: TurnRow, credited: boolean): Promise<boolean> {
    const count = await this.#session.tx.$executeRaw`
      UPDATE "RoleTurn" SET "credited" = ${credited} WHERE "id" = ${id} AND "credited" <> ${credited}`;
    return count > 0;
  }

  /** The term is theirs. */
  async #credit(role: Role, term: TermRow, turn: TurnRow): Promise<void> {
    if (!(await this.#setCredited(turn, true))) return;
    const one = await this.#standing(role, turn.forId ?? turn.personId);
    if (one !== undefined) await this.#writeStanding(role, credit(one, term.to.getTime()));
  }

  /** The term is not theirs after all. */
  async #uncredit(role: Role, turn: TurnRow): Promise<void> {
    if (!(await this.#setCredited(turn, false))) return;
    const { tx } = this.#session;
    const personId = turn.forId ?? turn.personId;
    const one = await this.#standing(role, personId);
    if (one === undefined || personId === null) return;
    const last = await tx.roleTurn.findFirst({
      where: { roleId: role.id, credited: true, OR: [{ personId, forId: null }, { forId: personId }] },
      orderBy: { term: { index: "desc" } },
      select: { term: { select: { to: true } } },
    });
    await this.#writeStanding(role, uncredit(one, last?.term.to.getTime()));
  }

  /** The terms to come, as they would be. */
  async #foresee(role: Role, coming: TermWithTurns | undefined, count: number): Promise<readonly Foreseen[]> {
    if (coming === undefined) return [];
    let pool: readonly Standing[] = (await this.#members(role.id)).map(standing);
    const foreseen: Foreseen[] = [];
    const credited = new Map<number, ReadonlySet<string>>();
    let before: ReadonlyMap<string, number> = new Map();
    let [from, to] = [coming.from.getTime(), coming.to.getTime()];
    for (let index = coming.index; foreseen.length < count; index++) {
      const known =
        index === coming.index ? coming : { ...coming, index, from: new Date(from), to: new Date(to), turns: [] };
      const at = await this.#circumstances(role, known, pool);
      if (index === coming.index) before = at.inRow;
      const inRow = new Map(pool.map(({ id }) => [id, runBefore(index, id, credited, coming.index, before)]));
      const standing_ = known.turns.filter(
        ({ state, second }) => (state === "asked" || state === "accepted") && !second,
      );
      const places = Math.max(0, role.holders - standing_.length);
      const planned = plan({ role: role.id, index, to, places, limit: role.limit }, pool, { ...at, inRow });
      pool = planned.pool;
      const whose = standing_.flatMap((one) => one.forId ?? one.personId ?? []);
      credited.set(index, new Set([...whose, ...planned.chosen.map(({ id }) => id)]));
      foreseen.push({
        index,
        from,
        to,
        people: [
          ...standing_
            .sort(byPlace)
            .flatMap(({ personId, state, why }) =>
              personId === null
                ? []
                : [{ personId, relaxed: readWhy(why)?.relaxed ?? [], accepted: state === "accepted" }],
            ),
          ...planned.chosen.map(({ id, why }) => ({ personId: id, relaxed: why.relaxed, accepted: false })),
        ],
        empty: planned.empty,
      });
      [from, to] = [to, nextOccurrence(role.rule, to)];
    }
    return foreseen;
  }

  // Rows

  async #members(roleId: string): Promise<MemberRow[]> {
    return this.#session.tx.$queryRaw<MemberRow>`
      SELECT * FROM "RoleMember" WHERE "roleId" = ${roleId} AND "leftAt" IS NULL ORDER BY "personId"`;
  }

  async #inPool(role: Role, personId: string): Promise<boolean> {
    return (await this.#session.tx.roleMember.count({ where: { roleId: role.id, personId, leftAt: null } })) > 0;
  }

  async #isMember({ owner }: Role, personId: string): Promise<boolean> {
    const cell =
      owner.cellId === undefined ? { councils: { some: { councilId: owner.councilId ?? "" } } } : { id: owner.cellId };
    return (await this.#session.tx.membership.count({ where: { personId, cell } })) > 0;
  }

  /** The term that runs, and the one to come. */
  async #around(role: Role): Promise<Around> {
    const rows = await this.#withTurns(Prisma.sql`"roleId" = ${role.id} AND "state" IN ('begun', 'planned')`);
    return [rows.find(({ state }) => state === "begun"), rows.find(({ state }) => state === "planned")];
  }

  async #term(id: string): Promise<TermWithTurns> {
    const [term] = await this.#withTurns(Prisma.sql`"id" = ${id}`);
    if (term === undefined) throw new Error("a term is gone");
    return term;
  }

  /** Terms with their turns. Read past Prisma's client: every step and every press of a button begins with it. */
  async #withTurns(where: Prisma.Sql): Promise<readonly TermWithTurns[]> {
    const { tx } = this.#session;
    const terms = await tx.$queryRaw<TermRow>`SELECT * FROM "RoleTerm" WHERE ${where}`;
    if (terms.length === 0) return [];
    const ids = Prisma.join(terms.map(({ id }) => id));
    const turns = await tx.$queryRaw<TurnRow>`SELECT * FROM "RoleTurn" WHERE "termId" IN (${ids}) ORDER BY "id"`;
    return terms.map((term) => ({ ...term, turns: turns.filter(({ termId }) => termId === term.id) }));
  }

  /** A turn with its role and term, locked. */
  async #turn(
    turnId: string,
  ): Promise<{ readonly role: Role; readonly term: TermWithTurns; readonly turn: TurnRow } | undefined> {
    const found = await this.#session.tx.roleTurn.findUnique({ where: { id: turnId }, select: { roleId: true } });
    const role = found === null ? undefined : await this.get(found.roleId);
    if (role === undefined) return undefined;
    await this.#lock(role);
    const turn = await this.#session.tx.roleTurn.findUnique({ where: { id: turnId } });
    return turn === null ? undefined : { role, term: await this.#term(turn.termId), turn };
  }

  async #addTurn(
    term: TermRow,
    of: {
      readonly place: number;
      readonly personId: string;
      readonly forId?: string;
      readonly state: TurnState;
      readonly second?: boolean;
      readonly credited?: boolean;
      readonly heldFrom?: number;
      readonly heldTo?: number;
      readonly why?: string | null;
      readonly news?: boolean;
      readonly remind?: Reminder["kind"];
    },
  ): Promise<TurnRow> {
    const { heldFrom, heldTo, ...plain } = of;
    const row: TurnRow = {
      forId: null,
      second: false,
      credited: false,
      why: null,
      remind: null,
      news: false,
      notedAt: null,
      ...plain,
      id: this.#session.newId(),
      roleId: term.roleId,
      termId: term.id,
      heldFrom: heldFrom === undefined ? null : new Date(heldFrom),
      heldTo: heldTo === undefined ? null : new Date(heldTo),
      changedAt: new Date(this.#session.now),
    };
    await this.#session.tx.$executeRaw`
      INSERT INTO "RoleTurn" ("id", "roleId", "termId", "place", "personId", "forId", "state", "second", "credited",
        "heldFrom", "heldTo", "why", "remind", "news", "notedAt", "changedAt")
      VALUES (${row.id}, ${row.roleId}, ${row.termId}, ${row.place}, ${row.personId}, ${row.forId}, ${row.state},
        ${row.second}, ${row.credited}, ${row.heldFrom}, ${row.heldTo}, ${row.why}, ${row.remind}, ${row.news},
        ${row.notedAt}, ${row.changedAt})`;
    return row;
  }

  /** Changes a turn: gives it back as it stands then. */
  async #setTurn(turn: TurnRow, to: Partial<TurnRow>): Promise<TurnRow> {
    const changes = { ...to, changedAt: new Date(this.#session.now) };
    const columns = Object.entries(changes).map(([name, value]) => Prisma.sql`${Prisma.raw(`"${name}"`)} = ${value}`);
    await this.#session.tx.$executeRaw`UPDATE "RoleTurn" SET ${Prisma.join(columns)} WHERE "id" = ${turn.id}`;
    return { ...turn, ...changes };
  }

  async #remind(turn: TurnRow, remind: Reminder["kind"]): Promise<void> {
    await this.#session.tx.$executeRaw`UPDATE "RoleTurn" SET "remind" = ${remind} WHERE "id" = ${turn.id}`;
    if (turn.personId !== null) await this.#planTell(turn.personId);
  }

  /** The chats are to be told how the places stand. */
  async #tellChat(term: TermRow): Promise<void> {
    await this.#session.tx.roleTerm.update({ where: { id: term.id }, data: { news: true } });
  }

  /** Its event in a calendar has changed. */
  async #bump(term: TermRow): Promise<void> {
    await this.#session.tx.$executeRaw`UPDATE "RoleTerm" SET "sequence" = "sequence" + 1 WHERE "id" = ${term.id}`;
  }

  async #planTell(personId: string, at = this.#session.now): Promise<void> {
    const key = `${roleJobs.tell}:${personId}`;
    await this.#jobs.schedule({ kind: roleJobs.tell, key, payload: { person: personId }, dueAt: at });
  }

  async #planStep(role: Role, dueAt: number): Promise<void> {
    const key = `${roleJobs.step}:${role.id}`;
    await this.#jobs.schedule({ kind: roleJobs.step, key, payload: { role: role.id }, dueAt });
  }

  /**
   * Something about a role has changed: its cards are shown again, and its job is moved to what falls due next.
   * `joined`: there are more who can be asked. `around`: its terms, if they were just read. `told`: the chats were told.
   */
  async #changed(
    role: Role,
    how: { readonly joined?: boolean; readonly around?: Around; readonly told?: boolean } = {},
  ): Promise<void> {
    const { now } = this.#session;
    const [running, coming] = how.around ?? (await this.#around(role));
    if (coming === undefined) return;
    const terms = [running, coming].filter((term) => term !== undefined);
    const tells = terms.some((term) => term.news || term.turns.some((one) => one.news && active.includes(one.state)));
    const next = Math.max(this.#nextMoment(role, coming), role.createdAt + joining);
    const free = how.joined === true && terms.some((term) => term.stage > 0 && freePlaces(role, term).length > 0);
    const dueAt = tells && how.told !== true ? now : Math.min(next, free ? now + joining : Infinity);
    await this.#planStep(role, Math.max(now, Math.min(dueAt, Math.max(coming.from.getTime(), now))));
    await this.#touch(role);
  }

  async #touch(role: Role): Promise<void> {
    const owner = role.owner.cellId ?? role.owner.councilId ?? "";
    await this.#cards.touchBoth({ kind: roleCard, subject: role.id }, { kind: rolesCard, subject: owner });
  }

  /** The roles of a cell are chosen for together: two choices at once must not take the same person. */
  async #lock({ owner, id }: Role): Promise<void> {
    const { tx } = this.#session;
    if (tx.provider !== "postgresql") return;
    await tx.$queryRaw`
      SELECT "id" FROM "Role" WHERE "id" = ${id} OR "cellId" = ${owner.cellId ?? null}
        OR "councilId" = ${owner.councilId ?? null} ORDER BY "id" ${tx.forUpdate}`;
  }

  async #shown(row: TermWithTurns): Promise<TermShown> {
    const turns = row.turns.filter((turn) =>
      row.state === "begun" ? isHeld(turn, row) || turn.state === "asked" : active.includes(turn.state),
    );
    const covers = await this.#covers(row.turns.map(({ id }) => id));
    return {
      term: termRecord(row),
      turns: turns.sort(byPlace).map(turnRecord),
      covers: covers.map(({ turnId: _, ...cover }) => cover),
    };
  }

  #record(row: RoleRow, powerRoleId: string | null | undefined): Role {
    const { sealer } = this.#federation;
    const { pattern, start, zone } = row;
    return {
      id: row.id,
      owner: { cellId: row.cellId ?? undefined, councilId: row.councilId ?? undefined },
      name: sealer.open(row.sealedName, purposes.name),
      rule: { pattern, start, minute: row.minute, zone },
      holders: row.holders,
      limit: row.limit,
      checklist: row.sealedChecklist === null ? undefined : sealer.open(row.sealedChecklist, purposes.checklist),
      leads: JSON.parse(row.leads) as Leads, // an edge: only `create` and `edit` write it
      power: powerRoleId === row.id,
      createdAt: row.createdAt.getTime(),
      endedAt: row.endedAt?.getTime(),
    };
  }
}

const ownedBy = ({ cellId, councilId }: RoleOwner) =>
  cellId === undefined ? { councilId: councilId ?? "" } : { cellId };

/** The same as SQL, of the table with this alias. */
const ownedBySql = (alias: "c" | "r", { cellId, councilId }: RoleOwner): Prisma.Sql =>
  cellId === undefined
    ? Prisma.sql`${Prisma.raw(`${alias}."councilId"`)} = ${councilId ?? ""}`
    : Prisma.sql`${Prisma.raw(`${alias}."cellId"`)} = ${cellId}`;

const standing = ({ personId, terms, served, lastEnd, steady }: MemberRow): Standing => ({
  id: personId,
  terms,
  served,
  lastEnd: lastEnd?.getTime(),
  steady,
});

/** Held to the end of its term: nobody else has it until then. */
const isOpen = (heldTo: Date | null, { to }: TermRow): boolean => heldTo !== null && heldTo.getTime() >= to.getTime();
const isHeld = ({ heldFrom, heldTo }: TurnRow, term: TermRow): boolean => heldFrom !== null && isOpen(heldTo, term);

const byPlace = (a: TurnRow, b: TurnRow): number =>
  a.place - b.place || Number(a.second) - Number(b.second) || a.changedAt.getTime() - b.changedAt.getTime();

const overlaps = (term: TermRow, from: number, to: number): boolean =>
  term.from.getTime() < to && from < term.to.getTime();

/** A place that nobody holds, or only somebody acting. */
function freePlace({ holders }: Role, open: readonly TurnRow[]): number | undefined {
  const firm = new Set(open.filter(({ state }) => state === "accepted").map(({ place }) => place));
  const free = Array.from({ length: holders }, (_, place) => place).filter((place) => !firm.has(place));
  return free.find((place) => !open.some((one) => one.place === place)) ?? free[0];
}

/** Places of a term for which nobody is asked. One that somebody holds as acting is one of them. */
function freePlaces({ holders }: Role, term: TermWithTurns): readonly number[] {
  const stands = (turn: TurnRow): boolean =>
    turn.state === "asked" || (turn.state === "accepted" && (term.state === "planned" || isHeld(turn, term)));
  const taken = new Set(term.turns.filter(stands).map(({ place }) => place));
  return Array.from({ length: holders }, (_, place) => place).filter((place) => !taken.has(place));
}

/** Terms in a row before `index`: those that are foreseen, from `first` on, and those that were (`before`). */
function runBefore(
  index: number,
  id: string,
  foreseen: ReadonlyMap<number, ReadonlySet<string>>,
  first: number,
  before: ReadonlyMap<string, number>,
): number {
  let run = 0;
  while (foreseen.get(index - 1 - run)?.has(id) === true) run++;
  return index - run === first ? run + (before.get(id) ?? 0) : run;
}

/** Until when a reminder makes sense. */
const deadline = ({ remind }: TurnRow, { from, to, state }: TermRow): number =>
  remind === "leaving" || state === "begun" ? to.getTime() : from.getTime();

function makesSense(turn: TurnRow, term: TermRow, now: number): boolean {
  if (now >= deadline(turn, term)) return false;
  switch (turn.remind) {
    case "asked":
    case "second":
      return turn.state === "asked";
    case "tomorrow":
      return turn.state === "accepted" && term.state === "planned";
    default:
      return term.state === "begun" && isHeld(turn, term);
  }
}

/** With whom a hand-over is: for who comes, who leaves, and the other way round. */
function othersIn(
  [running, coming]: Around,
  term: TermRow,
  kind: Reminder["kind"],
  personId: string,
): readonly string[] {
  if (kind !== "tomorrow" && kind !== "leaving") return [];
  const turns =
    kind === "leaving"
      ? coming?.turns.filter(({ state }) => state === "accepted")
      : running?.turns.filter((turn) => isHeld(turn, running) && running.id !== term.id);
  return (turns ?? []).flatMap((one) => (one.personId === null || one.personId === personId ? [] : [one.personId]));
}

const readWhy = (json: string | null): Why<LeaveOut> | undefined =>
  json === null ? undefined : (JSON.parse(json) as Why<LeaveOut>); // an edge: only `#ask` writes it

const termRecord = ({ id, roleId, index, from, to, state, sequence }: TermRow): Term => ({
  id,
  roleId,
  index,
  from: from.getTime(),
  to: to.getTime(),
  state: state as TermState, // an edge: only this file writes it
  sequence,
});

const turnRecord = (row: TurnRow): Turn => ({
  id: row.id,
  termId: row.termId,
  place: row.place,
  personId: row.personId ?? undefined,
  state: row.state as TurnState, // an edge: only this file writes it
  second: row.second,
  heldFrom: row.heldFrom?.getTime(),
  heldTo: row.heldTo?.getTime(),
  why: readWhy(row.why),
});

const offerRecord = ({ id, roleId, kind, fromId, toId, from, to }: OfferRow): Offer => ({
  id,
  roleId,
  kind: kind === "swap" ? "swap" : "cover",
  fromId,
  toId,
  from: from.getTime(),
  to: to.getTime(),
});

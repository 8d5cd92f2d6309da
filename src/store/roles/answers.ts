/** What people say about their own turns: the pool, Accept and Can't, volunteering, stepping down, being away. */
import {
  leadMoments,
  roleJobs,
  type Outcome,
  type Role,
  type RoleRefusal,
  type Term,
  type Turn,
  type TurnState,
} from "../../domain/roles.ts";
import { creditOnReturn } from "../../domain/rotation.ts";
import type { RoleTerm as TermRow, RoleTurn as TurnRow } from "../generated/sqlite/client.ts";
import { RoleChoice } from "./choice.ts";
import {
  active,
  endedFor,
  freePlace,
  isHeld,
  isOpen,
  openOffers,
  overlaps,
  refused,
  standing,
  termRecord,
  turnRecord,
  type TermWithTurns,
} from "./records.ts";

/** What one person decides for themselves. */
export class RoleAnswers extends RoleChoice {
  /** Somebody joins the pool, or comes back to it. */
  async join(role: Role, personId: string): Promise<Outcome<{ readonly already: boolean }>> {
    if (role.endedAt !== undefined) return refused("role-ended");
    await this.lock(role);
    if (!(await this.isMember(role, personId))) return refused("not-member");
    const already = await this.enterPool(role, personId);
    if (!already) await this.changed(role, { joined: true });
    return { ok: true, already };
  }

  protected async enterPool(role: Role, personId: string): Promise<boolean> {
    const { tx, now } = this.session;
    const key = { roleId_personId: { roleId: role.id, personId } };
    const before = await tx.roleMember.findUnique({ where: key });
    if (before !== null && before.leftAt === null) return true;
    const others = (await this.members(role.id)).map(standing);
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
  async leave(role: Role, personId: string, { forgotten = false } = {}): Promise<Outcome> {
    await this.lock(role);
    const { tx, now } = this.session;
    const { count } = await tx.roleMember.updateMany({
      where: { roleId: role.id, personId, leftAt: null },
      data: { leftAt: new Date(now), steady: false },
    });
    // First, since what somebody gives back is agreed on by nobody any more.
    const agreed = await this.endOffers(role, personId, { named: !forgotten });
    const held = await this.giveBackAll(role, personId);
    if (count === 0 && !held && !agreed) return refused("not-in-pool");
    await this.changed(role);
    return { ok: true };
  }

  /**
   * What somebody has agreed on with others, was asked, or has asked, ends with them; the others are told. True if there was
   * something.
   */
  protected async endOffers(role: Role, personId: string, { named }: { readonly named: boolean }): Promise<boolean> {
    const { tx, now } = this.session;
    const theirs = { roleId: role.id, OR: [{ fromId: personId }, { toId: personId }] };
    const open = await tx.roleOffer.findMany({
      where: { AND: [theirs, openOffers(new Date(now))] },
      orderBy: { id: "asc" },
    });
    await this.voidOffers(theirs);
    for (const offer of open) {
      const { id, from, to } = offer;
      const what = endedFor(offer, personId);
      if (what === undefined) continue;
      const person = offer.fromId === personId ? offer.toId : offer.fromId;
      const other = named ? { other: personId } : {};
      const times = { from: String(from.getTime()), to: String(to.getTime()) };
      const { offerEnded: kind } = roleJobs;
      const payload = { person, role: role.id, ...times, what, ...other };
      await this.jobs.schedule({ kind, key: `${kind}:${id}:${person}`, payload, dueAt: now });
    }
    return open.length > 0;
  }

  /** A coordinator takes somebody out. */
  async remove(role: Role, personId: string): Promise<Outcome> {
    return this.leave(role, personId);
  }

  /** Accept or Can't, to the question whether one takes a turn. The same again changes nothing. */
  async answer(
    turnId: string,
    personId: string,
    answer: "accept" | "cant",
  ): Promise<Outcome<{ readonly role: Role; readonly term: Term; readonly turn: Turn; readonly holdsNow: boolean }>> {
    const found = await this.turn(turnId);
    if (found === undefined) return refused("no-turn");
    const { role, term, turn } = found;
    if (turn.personId !== personId) return refused("not-yours");
    if (role.endedAt !== undefined) return refused("role-ended");
    if (term.state !== "planned" && term.state !== "begun") return refused("turn-over");
    const why = answer === "accept" ? await this.accept(role, term, turn) : await this.decline(role, term, turn);
    if (why !== undefined) return refused(why);
    const after = await this.session.tx.roleTurn.findUniqueOrThrow({
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

  protected async accept(role: Role, term: TermWithTurns, turn: TurnRow): Promise<RoleRefusal | undefined> {
    if (turn.state === "accepted") return undefined;
    if (turn.state !== "asked" && turn.state !== "declined" && turn.state !== "silent") return "turn-over";
    const acting = term.turns.find(
      (one) => one.personId === turn.personId && one.state === "acting" && isHeld(one, term),
    );
    if (acting !== undefined && acting.place !== turn.place) {
      // One person has one place: they take on the one that they have, and who is asked for it is asked for the other.
      await this.exchange(term, turn.place, acting.place);
      return this.accept(role, await this.term(term.id), { ...turn, place: acting.place });
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
    for (const other of others) await this.superseded(role, term, other);
    await this.take(role, term, turn);
    await this.changed(role);
    return undefined;
  }

  /** Who is asked for one place of a term is asked for the other. Who holds one of them keeps it. */
  protected async exchange(term: TermRow, one: number, other: number): Promise<void> {
    await this.session.tx.$executeRaw`
      UPDATE "RoleTurn" SET "place" = ${one + other} - "place"
      WHERE "termId" = ${term.id} AND "heldFrom" IS NULL AND "place" IN (${one}, ${other})`;
  }

  /** Somebody else has the place now. */
  protected async superseded(role: Role, term: TermRow, turn: TurnRow): Promise<void> {
    const acting = turn.state === "acting" && isOpen(turn.heldTo, term);
    if (turn.state !== "asked" && !acting) return;
    await this.uncredit(role, turn);
    await this.setTurn(turn, acting ? { heldTo: new Date(this.session.now) } : { state: "silent" });
  }

  /** The place is theirs: from its hour on, or, once that has passed, from now on. */
  protected async take(role: Role, term: TermRow, turn: TurnRow): Promise<void> {
    const { now } = this.session;
    await this.credit(role, term, turn);
    const late = leadMoments(term.from.getTime(), role.rule.zone, role.leads).last <= now;
    await this.setTurn(turn, {
      state: "accepted",
      second: false,
      ...(term.state === "begun" ? { heldFrom: new Date(now), heldTo: term.to } : {}),
      remind: term.state === "planned" && term.stage >= 3 && late ? "tomorrow" : null,
    });
    if (term.state === "planned" && term.stage >= 3 && late && turn.personId !== null)
      await this.planTell(turn.personId);
    await this.bump(term);
  }

  protected async decline(role: Role, term: TermWithTurns, turn: TurnRow): Promise<RoleRefusal | undefined> {
    if (turn.state === "declined") return undefined;
    if (turn.heldFrom !== null) {
      const stepped = isOpen(turn.heldTo, term) ? await this.stepDown(role, turn.personId ?? "") : refused("turn-over");
      return stepped.ok ? undefined : stepped.why;
    }
    if (turn.state !== "asked" && turn.state !== "accepted") return "turn-over";
    await this.giveBack(role, term, turn, "declined");
    await this.changed(role);
    return undefined;
  }

  /** A turn that is not held yet is not theirs after all; who was asked second is first now, or somebody else is asked. */
  protected async giveBack(role: Role, term: TermRow, turn: TurnRow, state: TurnState): Promise<void> {
    await this.uncredit(role, turn);
    await this.setTurn(turn, { state, remind: null });
    await this.voidOffers({ turnId: turn.id });
    if (turn.forId !== null) {
      // Who owed a turn could not serve it: it is asked of the one to whom it fell.
      await this.session.tx.roleTurn.update({ where: { id: turn.id }, data: { forId: null } });
    }
    await this.bump(term);
    const fresh = await this.term(term.id);
    const second = fresh.turns.find((one) => one.place === turn.place && one.second && one.state === "asked");
    if (second !== undefined) {
      await this.setTurn(second, { second: false });
      if (term.state === "planned") await this.credit(role, term, second);
    } else if (term.stage > 0) await this.fill(role, fresh);
  }

  /** Gives back everything that a person has in a role (in one term): the turn to come, and what they hold. True if there was something. */
  protected async giveBackAll(role: Role, personId: string, termId?: string): Promise<boolean> {
    const { now } = this.session;
    const only = termId === undefined ? {} : { termId };
    const turns = await this.session.tx.roleTurn.findMany({
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
      if (turn.heldFrom === null) await this.giveBack(role, term, turn, "withdrawn");
      else if (isOpen(turn.heldTo, term)) {
        await this.setTurn(turn, { state: "withdrawn", heldTo: new Date(now), remind: null });
        await this.voidOffers({ turnId: turn.id });
        await this.tellChat(term);
        await this.fill(role, await this.term(term.id));
      }
    }
    return turns.length > 0;
  }

  /** Somebody takes on a place that nobody holds, or only somebody acting; they join the pool. */
  async volunteer(roleId: string, personId: string): Promise<Outcome<{ readonly role: Role; readonly term: Term }>> {
    const role = await this.get(roleId);
    if (role === undefined || role.endedAt !== undefined) return refused("role-ended");
    await this.lock(role);
    const [term] = await this.around(role);
    if (term === undefined) return refused("no-turn");
    if (!(await this.isMember(role, personId))) return refused("not-member");
    const open = term.turns.filter(({ heldFrom, heldTo }) => heldFrom !== null && isOpen(heldTo, term));
    const own = open.find((one) => one.personId === personId);
    if (own?.state === "accepted") return refused("already-holder");
    const place = own?.place ?? freePlace(role, open);
    if (place === undefined) return refused("turn-taken");
    await this.enterPool(role, personId);
    // Their own question is answered by it, and others are not needed for the place any more.
    const settled = term.turns.filter(
      (one) => one.id !== own?.id && (one.place === place || one.personId === personId),
    );
    for (const other of settled) await this.superseded(role, term, other);
    if (own !== undefined) await this.setTurn(own, { state: "accepted" });
    else await this.take(role, term, await this.addTurn(term, { place, personId, state: "asked" }));
    await this.changed(role);
    return { ok: true, role, term: termRecord(term) };
  }

  /** Not at the hand-over to come: somebody else is asked. Who holds the role now goes on until then. */
  async skip(role: Role, personId: string): Promise<Outcome<{ readonly term: Term }>> {
    await this.lock(role);
    if (!(await this.inPool(role, personId))) return refused("not-in-pool");
    const [, term] = await this.around(role);
    if (term === undefined) return refused("role-ended");
    const own = term.turns.find((one) => one.personId === personId && active.includes(one.state));
    if (own !== undefined) await this.giveBack(role, term, own, "declined");
    else if (!term.turns.some((one) => one.personId === personId)) {
      await this.addTurn(term, { place: 0, personId, state: "declined" });
    }
    await this.changed(role);
    return { ok: true, term: termRecord(term) };
  }

  /** A holder gives up the rest of their term, or the turn to come. Until somebody takes it on they stay, as acting. */
  async stepDown(role: Role, personId: string): Promise<Outcome<{ readonly term: Term; readonly acting: boolean }>> {
    await this.lock(role);
    const { now } = this.session;
    const [running, coming] = await this.around(role);
    const held = running?.turns.find((one) => one.personId === personId && isHeld(one, running));
    if (running !== undefined && held !== undefined) {
      if (held.state === "acting") return refused("not-holder");
      await this.setTurn(held, { state: "withdrawn", heldTo: new Date(now), remind: null });
      await this.voidOffers({ turnId: held.id });
      const acting = {
        place: held.place,
        personId,
        state: "acting" as const,
        heldFrom: now,
        heldTo: running.to.getTime(),
      };
      await this.addTurn(running, acting);
      await this.tellChat(running);
      await this.fill(role, await this.term(running.id));
      await this.changed(role);
      return { ok: true, term: termRecord(running), acting: true };
    }
    const next = coming?.turns.find((one) => one.personId === personId && active.includes(one.state));
    if (coming === undefined || next === undefined) return refused("no-turn");
    await this.giveBack(role, coming, next, "declined");
    await this.changed(role);
    return { ok: true, term: termRecord(coming), acting: false };
  }

  /** Somebody is away: turns to come in that time go to others (of `roles`). `holding`: what they hold then, for which a cover is due. */
  async setAway(
    personId: string,
    from: number,
    to: number,
  ): Promise<{ readonly roles: readonly Role[]; readonly holding: readonly Role[] }> {
    const { tx } = this.session;
    const id = this.session.newId();
    await tx.absence.create({ data: { id, personId, from: new Date(from), to: new Date(to) } });
    const [roles, holding]: [Role[], Role[]] = [[], []];
    for (const role of await this.rolesOf(personId, {})) {
      await this.lock(role);
      const [running, coming] = await this.around(role);
      if (running?.turns.some((one) => one.personId === personId && isHeld(one, running)) === true) {
        if (running.to.getTime() > from) holding.push(role);
      }
      const turn = coming?.turns.find((one) => one.personId === personId && active.includes(one.state));
      if (coming !== undefined && turn !== undefined && overlaps(coming, from, to)) {
        await this.giveBack(role, coming, turn, "declined");
        roles.push(role);
      }
      await this.changed(role);
    }
    return { roles, holding };
  }

  /** When somebody is away, from now on. */
  async absences(
    personId: string,
  ): Promise<readonly { readonly id: string; readonly from: number; readonly to: number }[]> {
    const rows = await this.session.tx.absence.findMany({
      where: { personId, to: { gt: new Date(this.session.now) } },
      orderBy: [{ from: "asc" }, { id: "asc" }],
    });
    return rows.map(({ id, from, to }) => ({ id, from: from.getTime(), to: to.getTime() }));
  }

  /** Somebody is back: from now on they are away no more. */
  async back(personId: string): Promise<void> {
    const { tx, now } = this.session;
    await tx.absence.deleteMany({ where: { personId, from: { gte: new Date(now) } } });
    await tx.absence.updateMany({ where: { personId, to: { gt: new Date(now) } }, data: { to: new Date(now) } });
    for (const role of await this.rolesOf(personId, {})) await this.changed(role, { joined: true });
  }
}

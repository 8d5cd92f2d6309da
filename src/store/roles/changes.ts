/** Making, changing and ending a role; where its hand-over is at another time from then on, its terms move. */
import {
  leadMoments,
  roleJobs,
  usualLeads,
  type NewRole,
  type Role,
  type RoleChanges,
  type RoleOwner,
} from "../../domain/roles.ts";
import { nextOccurrence, replanned } from "../../domain/recurrence.ts";
import { RoleOffers } from "./offers.ts";
import { active, day, purposes, type Around } from "./records.ts";

/** What is changed of a role itself. */
export class RoleEdits extends RoleOffers {
  /** A new role, with its first term to come. Nobody is in its pool yet. */
  async create({ owner, name, rule, holders, limit, checklist, power }: NewRole): Promise<Role> {
    const { tx, now } = this.session;
    const { sealer, id: federationId } = this.federation;
    const id = this.session.newId();
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
    const role = this.record(row, undefined);
    await this.addTerm(role, 0, nextOccurrence(rule, now));
    const made = power ? await this.givePower(role, true) : role;
    await this.changed(made);
    return made;
  }

  /** Changes a role; what has passed stays. With another rule or zone the hand-over to come moves. */
  async edit(role: Role, changes: RoleChanges): Promise<Role> {
    await this.lock(role);
    const { sealer } = this.federation;
    const { name, checklist, leads, rule, power, ...plain } = changes;
    await this.session.tx.role.update({
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
    if (power !== undefined) await this.givePower(role, power);
    const edited = await this.get(role.id);
    if (edited === undefined) throw new Error("a role that was edited is gone");
    if (rule !== undefined) await this.retime(edited);
    if (edited.holders !== role.holders) await this.resize(edited);
    await this.changed(edited);
    return edited;
  }

  /** The clocks of a cell are others now: the hand-overs to come move. */
  async zoneChanged(owner: RoleOwner, zone: string): Promise<void> {
    for (const role of await this.list(owner)) await this.edit(role, { rule: { ...role.rule, zone } });
  }

  /** One role at most has the power in a cell. */
  protected async givePower(role: Role, power: boolean): Promise<Role> {
    const { cellId } = role.owner;
    if (cellId === undefined) return role;
    await this.session.tx.cell.updateMany({
      where: { id: cellId, ...(power ? {} : { powerRoleId: role.id }) },
      data: { powerRoleId: power ? role.id : null },
    });
    return { ...role, power };
  }

  /**
   * Moves the hand-over to come where the zone's law has changed since it was planned: the hour on the clock stays. It is
   * asked at each step, so before the hour comes; what has begun is not touched.
   */
  protected async replan(role: Role, around: Around): Promise<Around> {
    const [, coming] = around;
    if (coming === undefined) return around;
    const [from, to] = [coming.from, coming.to].map((at) => replanned(role.rule, at.getTime()));
    const changed = from !== coming.from.getTime() || to !== coming.to.getTime();
    if (!changed || from === undefined || from <= this.session.now) return around;
    await this.retime(role, from);
    return this.around(role);
  }

  /** The term that runs ends at `from`, by default the next moment of the rule, and the one to come begins there. */
  protected async retime(role: Role, from = nextOccurrence(role.rule, this.session.now)): Promise<void> {
    const { tx, now } = this.session;
    const [running, coming] = await this.around(role);
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
  protected async resize(role: Role): Promise<void> {
    const [, coming] = await this.around(role);
    if (coming === undefined) return;
    for (const turn of coming.turns.filter(({ place, state }) => place >= role.holders && active.includes(state))) {
      await this.uncredit(role, turn);
      await this.setTurn(turn, { state: "withdrawn", remind: null });
    }
    if (coming.stage > 0) await this.fill(role, await this.term(coming.id));
  }

  /** Ends a role: nobody holds it from now on. What was of it is removed after the federation's retention. */
  async end(role: Role): Promise<void> {
    await this.lock(role);
    const { tx, now } = this.session;
    const at = new Date(now);
    await tx.role.update({ where: { id: role.id }, data: { endedAt: at } });
    await this.givePower(role, false);
    for (const term of await this.around(role)) {
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
    await this.voidOffers({ roleId: role.id });
    await this.jobs.cancel(`${roleJobs.step}:${role.id}`);
    const dueAt = now + this.federation.retentionDays * day;
    await this.jobs.schedule({
      kind: roleJobs.clear,
      key: `${roleJobs.clear}:${role.id}`,
      payload: { role: role.id },
      dueAt,
    });
    this.touch(role);
  }

  /** Removes the roles that ended longer ago than the federation's retention. */
  async clear(): Promise<void> {
    const endedAt = { lte: new Date(this.session.now - this.federation.retentionDays * day) };
    await this.session.tx.role.deleteMany({ where: { federationId: this.federation.id, endedAt } });
  }
}

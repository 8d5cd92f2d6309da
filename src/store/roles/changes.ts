/** Making, changing and ending a role; where its hand-over is at another time from then on, its terms move. */
import { minuteOf } from "../../domain/time.ts";
import { nextOccurrence, replanned } from "../../domain/recurrence.ts";
import {
  leadMoments,
  roleCard,
  roleJobs,
  usualLeads,
  type NewRole,
  type Role,
  type RoleChanges,
  type RoleOwner,
} from "../../domain/roles.ts";
import type { Store } from "../repository.ts";
import { fillPlaces, takeCredit } from "./choice.ts";
import { endOffers, fitCovers } from "./ending.ts";
import { active, day, purposes, type Around } from "./records.ts";
import {
  addTerm,
  findRole,
  findTerm,
  listRoles,
  lockRoles,
  roleChanged,
  roleRecord,
  setTurn,
  stepKey,
  termsAround,
  touchCards,
  voidOffers,
} from "./rows.ts";

/** A new role, with its first term to come. Nobody is in its pool yet. */
export async function createRole(
  store: Store,
  { owner, name, rule, holders, limit, checklist, power }: NewRole,
): Promise<Role> {
  const { tx, now } = store.session;
  const { sealer, id: federationId } = store.federation;
  const id = store.session.newId();
  const place = { cellId: owner.cellId ?? null, councilId: owner.councilId ?? null };
  const last = await tx.role.aggregate({ where: place, _max: { number: true } });
  const row = await tx.role.create({
    data: {
      id,
      federationId,
      ...place,
      number: (last._max.number ?? 0) + 1,
      sealedName: sealer.seal(name, purposes.name, id),
      sealedChecklist: checklist === undefined ? null : sealer.seal(checklist, purposes.checklist, id),
      ...rule,
      holders,
      limit,
      leads: JSON.stringify(usualLeads),
      createdAt: new Date(now),
    },
  });
  const role = roleRecord(store, row, undefined);
  await addTerm(store, role, 0, nextOccurrence(rule, now));
  const made = power ? await givePower(store, role, true) : role;
  await roleChanged(store, made);
  return made;
}

/** Changes a role; what has passed stays. With another rule or zone the hand-over to come moves. */
export async function editRole(store: Store, role: Role, changes: RoleChanges): Promise<Role> {
  await lockRoles(store, role);
  const { sealer } = store.federation;
  const { name, checklist, leads, rule, power, ...plain } = changes;
  await store.session.tx.role.update({
    where: { id: role.id },
    data: {
      ...plain,
      ...rule,
      ...(name === undefined ? {} : { sealedName: sealer.seal(name, purposes.name, role.id) }),
      ...("checklist" in changes
        ? { sealedChecklist: checklist === undefined ? null : sealer.seal(checklist, purposes.checklist, role.id) }
        : {}),
      ...(leads === undefined ? {} : { leads: JSON.stringify(leads) }),
    },
  });
  if (power !== undefined) await givePower(store, role, power);
  const edited = await findRole(store, role.id);
  if (edited === undefined) throw new Error("a role that was edited is gone");
  if (rule !== undefined) await retime(store, edited);
  if (edited.holders !== role.holders) await resize(store, edited);
  await roleChanged(store, edited);
  return edited;
}

/** The clocks of a cell are others now: the hand-overs to come move. */
export async function zoneChanged(store: Store, owner: RoleOwner, zone: string): Promise<void> {
  for (const role of await listRoles(store, owner)) await editRole(store, role, { rule: { ...role.rule, zone } });
}

/** One role at most has the power in a cell. */
async function givePower(store: Store, role: Role, power: boolean): Promise<Role> {
  const { cellId } = role.owner;
  if (cellId === undefined) return role;
  await store.session.tx.cell.updateMany({
    where: { id: cellId, ...(power ? {} : { powerRoleId: role.id }) },
    data: { powerRoleId: power ? role.id : null },
  });
  return { ...role, power };
}

/**
 * Moves the hand-over to come where the zone's law has changed since it was planned: the hour on the clock stays. It is
 * asked at each step, so before the hour comes; what has begun is not touched.
 */
export async function replan(store: Store, role: Role, around: Around): Promise<Around> {
  const [, coming] = around;
  if (coming === undefined) return around;
  const [from, to] = [coming.from, coming.to].map((at) => replanned(role.rule, at.getTime()));
  const changed = from !== coming.from.getTime() || to !== coming.to.getTime();
  if (!changed || from === undefined || from <= store.session.now) return around;
  await retime(store, role, from);
  return termsAround(store, role);
}

/** The term that runs ends at `from`, by default the next moment of the rule, and the one to come begins there. */
async function retime(store: Store, role: Role, from = nextOccurrence(role.rule, store.session.now)): Promise<void> {
  const { tx, now } = store.session;
  const [running, coming] = await termsAround(store, role);
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
  for (const term of await termsAround(store, role)) if (term !== undefined) await fitCovers(store, role, term);
}

/** More places or fewer: the turns to come that have no place any more are given back. */
async function resize(store: Store, role: Role): Promise<void> {
  const [, coming] = await termsAround(store, role);
  if (coming === undefined) return;
  for (const turn of coming.turns.filter(({ place, state }) => place >= role.holders && active.includes(state))) {
    await takeCredit(store, role, turn);
    await setTurn(store, turn, { state: "withdrawn", remind: null });
    await endOffers(store, role, { turnId: turn.id });
  }
  if (coming.stage > 0) await fillPlaces(store, role, await findTerm(store, coming.id));
}

/** Ends a role: nobody holds it from now on. What was of it is removed after the federation's retention. */
export async function endRole(store: Store, role: Role): Promise<void> {
  await lockRoles(store, role);
  const { tx, now } = store.session;
  const at = new Date(minuteOf(now));
  await tx.role.update({ where: { id: role.id }, data: { endedAt: at } });
  await givePower(store, role, false);
  for (const term of await termsAround(store, role)) {
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
  await endOffers(store, role, { kind: "cover" });
  await voidOffers(store, { roleId: role.id });
  await store.jobs.cancel(stepKey(role));
  const dueAt = now + store.federation.retentionDays * day;
  await store.jobs.schedule({
    kind: roleJobs.clear,
    key: `${roleJobs.clear}:${role.id}`,
    payload: { role: role.id },
    dueAt,
  });
  touchCards(store, role);
}

/** Removes the roles that ended longer ago than the federation's retention. */
export async function clearRoles(store: Store): Promise<void> {
  const { tx, now } = store.session;
  const endedAt = { lte: new Date(now - store.federation.retentionDays * day) };
  const where = { federationId: store.federation.id, endedAt };
  const gone = await tx.role.findMany({ where, select: { id: true } });
  await tx.role.deleteMany({ where });
  // Of what is gone nothing is kept up.
  for (const { id } of gone) store.cards.touch({ kind: roleCard, subject: id });
}

/** A person as a whole in all roles: they leave a cell, are forgotten, read what is held about them, turn out to be two. */
import { roleJobs, type Role } from "../../domain/roles.ts";
import { nothing, type OfPersons } from "../of-persons.ts";
import type { Store } from "../repository.ts";
import { giveBackAll, leaveRole } from "./answers.ts";
import { endOffers } from "./ending.ts";
import { active, purposes } from "./records.ts";
import {
  everybodyIn,
  isMemberOf,
  listRoles,
  lockRoles,
  planTell,
  roleChanged,
  rolesOf,
  termsAround,
  voidOffers,
} from "./rows.ts";

export function ofPersons(store: Store): OfPersons {
  return {
    tables: ["RoleMember", "RoleTurn", "RoleOffer", "RoleNote", "Absence"],
    leavesCell: ({ person, cellId }) => leavesCell(store, person.id, cellId),
    countsElsewhere: nothing("members of the cell hold its roles, wherever they count"),
    becomesOne: ({ first, second }) => mergePersons(store, first.id, second),
    forgotten: ({ person }) => forgetPerson(store, person.id),
    exported: async ({ personId }) => ({ roles: await exported(store, personId) }),
    retention: nothing("terms go at later hand-overs, and each role that has ended has a job for it: role-clear"),
    cellLeavesCouncil: ({ councilId }) => cellGone(store, councilId),
  };
}

/** Somebody is no longer a member of a cell: they leave its roles, and those of councils that they are in by it. */
async function leavesCell(store: Store, personId: string, cellId: string): Promise<void> {
  const councils = { council: { cells: { some: { cellId } } } };
  for (const role of await rolesOf(store, personId, { OR: [{ cellId }, councils] })) {
    if (!(await isMemberOf(store, role, personId))) await leaveRole(store, role, personId);
  }
}

/** A cell sends nobody to a council any more: whoever was in its roles by that cell alone leaves them. */
async function cellGone(store: Store, councilId: string): Promise<void> {
  for (const role of await listRoles(store, { cellId: undefined, councilId })) {
    for (const personId of await everybodyIn(store, role)) {
      if (!(await isMemberOf(store, role, personId))) await leaveRole(store, role, personId);
    }
  }
}

/** Somebody is to be forgotten: what they held is free at once. */
async function forgetPerson(store: Store, personId: string): Promise<void> {
  for (const role of await rolesOf(store, personId, {})) await leaveRole(store, role, personId, { forgotten: true });
  await store.session.tx.roleTurn.updateMany({ where: { forId: personId }, data: { forId: null } });
  await store.jobs.cancel(`${roleJobs.tell}:${personId}`);
}

/** All that is held about a person and roles, for them to read. Names of others are not in it. */
async function exported(store: Store, personId: string): Promise<Readonly<Record<string, unknown>>> {
  const { tx } = store.session;
  const { sealer } = store.federation;
  const role = { select: { id: true, sealedName: true } } as const;
  const nameOf = (of: { readonly id: string; readonly sealedName: string }) =>
    sealer.open(of.sealedName, purposes.name, of.id);
  const mine = { personId, role: { federationId: store.federation.id } };
  const pools = await tx.roleMember.findMany({ where: mine, include: { role }, orderBy: { roleId: "asc" } });
  const turns = await tx.roleTurn.findMany({
    where: { role: { federationId: store.federation.id }, OR: [{ personId }, { forId: personId }] },
    include: { role, term: true },
    orderBy: { id: "asc" },
  });
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
    turns: turns.map(({ role: of, term, state, second, heldFrom, heldTo, ...turn }) => {
      // By a swap it was another's turn that they had, or another who had theirs.
      const swapped = turn.forId !== null && turn.forId !== turn.personId;
      const by = swapped ? { yourTurn: turn.forId === personId, byYou: turn.personId === personId } : {};
      return { role: nameOf(of), from: term.from, to: term.to, state, second, heldFrom, heldTo, ...by };
    }),
    swapsAndCovers: offers.map(({ role: of, kind, from, to, state, fromId, createdAt }) => {
      return { role: nameOf(of), kind, from, to, state, byYou: fromId === personId, createdAt };
    }),
    notes: notes.map(({ id, sealedText, createdAt }) => ({
      text: sealer.open(sealedText, purposes.note, id),
      createdAt,
    })),
    away: absences.map(({ from, to }) => ({ from, to })),
  };
}

/** Two persons turn out to be one, the first. */
async function mergePersons(store: Store, firstId: string, secondId: string): Promise<void> {
  const { tx } = store.session;
  const roles: Role[] = [];
  for (const role of await rolesOf(store, secondId, {})) {
    await lockRoles(store, role);
    // One person has one place.
    for (const term of await termsAround(store, role)) {
      const both = [firstId, secondId].every((id) =>
        term?.turns.some(({ personId, state }) => personId === id && active.includes(state)),
      );
      if (both) await giveBackAll(store, role, secondId, term?.id);
    }
    // What was given back counts for nobody: read after it.
    const of = (personId: string) =>
      tx.roleMember.findUnique({ where: { roleId_personId: { roleId: role.id, personId } } });
    const [mine, theirs] = [await of(firstId), await of(secondId)];
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
  await voidOffers(store, { fromId: { in: two }, toId: { in: two } });
  await tx.roleOffer.updateMany({ where: { fromId: secondId }, data: { fromId: firstId } });
  await tx.roleOffer.updateMany({ where: { toId: secondId }, data: { toId: firstId } });
  await tx.roleNote.updateMany({ where: { fromId: secondId }, data: { fromId: firstId } });
  await tx.absence.updateMany({ where: { personId: secondId }, data: { personId: firstId } });
  await store.jobs.cancel(`${roleJobs.tell}:${secondId}`);
  await planTell(store, firstId);
  // Who has a place stands in for nobody.
  for (const role of roles) {
    for (const term of await termsAround(store, role)) {
      const turns = term?.turns.filter(({ state }) => active.includes(state)) ?? [];
      if (!turns.some(({ personId }) => personId === firstId)) continue;
      const where = { toId: firstId, kind: "cover", turnId: { in: turns.map(({ id }) => id) } };
      await endOffers(store, role, where, { by: firstId });
    }
    await roleChanged(store, role);
  }
}

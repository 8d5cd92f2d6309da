/** What people say about their own turns: the pool, Accept and Can't, volunteering, stepping down, being away. */
import { minuteOf } from "../../domain/time.ts";
import {
  leadMoments,
  type Outcome,
  type Role,
  type RoleRefusal,
  type Term,
  type Turn,
  type TurnState,
} from "../../domain/roles.ts";
import { creditOnReturn } from "../../domain/rotation.ts";
import type { RoleTerm as TermRow, RoleTurn as TurnRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { fillPlaces, giveCredit, takeCredit } from "./choice.ts";
import { endOffers } from "./ending.ts";
import {
  active,
  freePlace,
  isHeld,
  isOpen,
  overlaps,
  refused,
  standing,
  termRecord,
  turnRecord,
  type TermWithTurns,
} from "./records.ts";
import {
  addTurn,
  calendarChanged,
  findRole,
  findTerm,
  findTurn,
  isInPool,
  isMemberOf,
  lockRoles,
  planTell,
  poolRows,
  roleChanged,
  rolesOf,
  setTurn,
  tellChat,
  termsAround,
} from "./rows.ts";

/** Somebody joins the pool, or comes back to it. */
export async function joinPool(
  store: Store,
  role: Role,
  personId: string,
): Promise<Outcome<{ readonly already: boolean }>> {
  if (role.endedAt !== undefined) return refused("role-ended");
  await lockRoles(store, role);
  if (!(await isMemberOf(store, role, personId))) return refused("not-member");
  const already = await enterPool(store, role, personId);
  if (!already) await roleChanged(store, role, { joined: true });
  return { ok: true, already };
}

async function enterPool(store: Store, role: Role, personId: string): Promise<boolean> {
  const { tx, now } = store.session;
  const key = { roleId_personId: { roleId: role.id, personId } };
  const before = await tx.roleMember.findUnique({ where: key });
  if (before !== null && before.leftAt === null) return true;
  const others = (await poolRows(store, role.id)).map(standing);
  const own = { joinedAt: new Date(minuteOf(now)), leftAt: null, steady: false };
  const terms = creditOnReturn(before?.terms ?? 0, others);
  await tx.roleMember.upsert({
    where: key,
    create: { roleId: role.id, personId, terms, ...own },
    update: { terms, ...own },
  });
  return false;
}

/** Somebody leaves the pool, with their turn to come, and what they hold now. */
export async function leaveRole(
  store: Store,
  role: Role,
  personId: string,
  { forgotten = false } = {},
): Promise<Outcome> {
  await lockRoles(store, role);
  const { tx, now } = store.session;
  const { count } = await tx.roleMember.updateMany({
    where: { roleId: role.id, personId, leftAt: null },
    data: { leftAt: new Date(minuteOf(now)), steady: false },
  });
  // First, since what somebody gives back is agreed on by nobody any more.
  const theirs = { OR: [{ fromId: personId }, { toId: personId }] };
  const agreed = await endOffers(store, role, theirs, { by: personId, named: !forgotten });
  const held = await giveBackAll(store, role, personId);
  if (count === 0 && !held && !agreed) return refused("not-in-pool");
  await roleChanged(store, role);
  return { ok: true };
}

/** A coordinator takes somebody out. */
export async function removeFromRole(store: Store, role: Role, personId: string): Promise<Outcome> {
  return leaveRole(store, role, personId);
}

/** Accept or Can't, to the question whether one takes a turn. The same again changes nothing. */
export async function answerTurn(
  store: Store,
  turnId: string,
  personId: string,
  answer: "accept" | "cant",
): Promise<Outcome<{ readonly role: Role; readonly term: Term; readonly turn: Turn; readonly holdsNow: boolean }>> {
  const found = await findTurn(store, turnId);
  if (found === undefined) return refused("no-turn");
  const { role, term, turn } = found;
  if (turn.personId !== personId) return refused("not-yours");
  if (role.endedAt !== undefined) return refused("role-ended");
  if (term.state !== "planned" && term.state !== "begun") return refused("turn-over");
  const why =
    answer === "accept" ? await acceptTurn(store, role, term, turn) : await declineTurn(store, role, term, turn);
  if (why !== undefined) return refused(why);
  const after = await store.session.tx.roleTurn.findUniqueOrThrow({
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

async function acceptTurn(
  store: Store,
  role: Role,
  term: TermWithTurns,
  turn: TurnRow,
): Promise<RoleRefusal | undefined> {
  if (turn.state === "accepted") return undefined;
  if (turn.state !== "asked" && turn.state !== "declined" && turn.state !== "silent") return "turn-over";
  const acting = term.turns.find(
    (one) => one.personId === turn.personId && one.state === "acting" && isHeld(one, term),
  );
  if (acting !== undefined && acting.place !== turn.place) {
    // One person has one place: they take on the one that they have, and who is asked for it is asked for the other.
    await exchange(store, term, turn.place, acting.place);
    return acceptTurn(store, role, await findTerm(store, term.id), { ...turn, place: acting.place });
  }
  const others = term.turns.filter(({ id, place }) => id !== turn.id && place === turn.place);
  if (others.some(({ state, heldTo }) => state === "accepted" && (term.state === "planned" || isOpen(heldTo, term)))) {
    return "turn-taken";
  }
  if (term.turns.some((one) => one.id !== turn.id && one.personId === turn.personId && one.state === "accepted")) {
    return "already-holder";
  }
  for (const other of others) await superseded(store, role, term, other);
  await takePlace(store, role, term, turn);
  await roleChanged(store, role);
  return undefined;
}

/** Who is asked for one place of a term is asked for the other. Who holds one of them keeps it. */
async function exchange(store: Store, term: TermRow, one: number, other: number): Promise<void> {
  await store.session.tx.$executeRaw`
    UPDATE "RoleTurn" SET "place" = ${one + other} - "place"
    WHERE "termId" = ${term.id} AND "heldFrom" IS NULL AND "place" IN (${one}, ${other})`;
}

/** Somebody else has the place now. */
export async function superseded(store: Store, role: Role, term: TermRow, turn: TurnRow): Promise<void> {
  const acting = turn.state === "acting" && isOpen(turn.heldTo, term);
  if (turn.state !== "asked" && !acting) return;
  await takeCredit(store, role, turn);
  await setTurn(store, turn, acting ? { heldTo: new Date(minuteOf(store.session.now)) } : { state: "silent" });
  if (acting) await endOffers(store, role, { turnId: turn.id });
}

/** The place is theirs: from its hour on, or, once that has passed, from now on. */
async function takePlace(store: Store, role: Role, term: TermRow, turn: TurnRow): Promise<void> {
  const { now } = store.session;
  await giveCredit(store, role, term, turn);
  const late = leadMoments(term.from.getTime(), role.rule.zone, role.leads).last <= now;
  await setTurn(store, turn, {
    state: "accepted",
    second: false,
    ...(term.state === "begun" ? { heldFrom: new Date(minuteOf(now)), heldTo: term.to } : {}),
    remind: term.state === "planned" && term.stage >= 3 && late ? "tomorrow" : null,
  });
  if (term.state === "planned" && term.stage >= 3 && late && turn.personId !== null)
    await planTell(store, turn.personId);
  await calendarChanged(store, term);
}

async function declineTurn(
  store: Store,
  role: Role,
  term: TermWithTurns,
  turn: TurnRow,
): Promise<RoleRefusal | undefined> {
  if (turn.state === "declined") return undefined;
  if (turn.heldFrom !== null) {
    const stepped = isOpen(turn.heldTo, term) ? await stepDown(store, role, turn.personId ?? "") : refused("turn-over");
    return stepped.ok ? undefined : stepped.why;
  }
  if (turn.state !== "asked" && turn.state !== "accepted") return "turn-over";
  await giveBack(store, role, term, turn, "declined");
  await roleChanged(store, role);
  return undefined;
}

/** A turn that is not held yet is not theirs after all; who was asked second is first now, or somebody else is asked. */
async function giveBack(store: Store, role: Role, term: TermRow, turn: TurnRow, state: TurnState): Promise<void> {
  await takeCredit(store, role, turn);
  await setTurn(store, turn, { state, remind: null });
  await endOffers(store, role, { turnId: turn.id });
  if (turn.forId !== null) {
    // Who owed a turn could not serve it: it is asked of the one to whom it fell.
    await store.session.tx.roleTurn.update({ where: { id: turn.id }, data: { forId: null } });
  }
  await calendarChanged(store, term);
  const fresh = await findTerm(store, term.id);
  const second = fresh.turns.find((one) => one.place === turn.place && one.second && one.state === "asked");
  if (second !== undefined) {
    await setTurn(store, second, { second: false });
    if (term.state === "planned") await giveCredit(store, role, term, second);
  } else if (term.stage > 0) await fillPlaces(store, role, fresh);
}

/** Gives back everything that a person has in a role (in one term): the turn to come, and what they hold. True if there was something. */
export async function giveBackAll(store: Store, role: Role, personId: string, termId?: string): Promise<boolean> {
  const { now } = store.session;
  const only = termId === undefined ? {} : { termId };
  const turns = await store.session.tx.roleTurn.findMany({
    where: {
      roleId: role.id,
      personId,
      ...only,
      state: { in: active },
      term: { state: { in: ["planned", "begun"] } },
    },
    include: { term: true },
  });
  const theirs = turns.filter(({ heldFrom, heldTo, term }) => heldFrom === null || isOpen(heldTo, term));
  for (const { term, ...turn } of theirs) {
    if (turn.heldFrom === null) await giveBack(store, role, term, turn, "withdrawn");
    else {
      // Who was only acting was so to the end: that stays in the history.
      const state = turn.state === "acting" ? "acting" : "withdrawn";
      await setTurn(store, turn, { state, heldTo: new Date(minuteOf(now)), remind: null });
      await endOffers(store, role, { turnId: turn.id });
      await tellChat(store, term);
      await fillPlaces(store, role, await findTerm(store, term.id));
    }
  }
  return theirs.length > 0;
}

/** Somebody takes on a place that nobody holds, or only somebody acting; they join the pool. */
export async function volunteer(
  store: Store,
  roleId: string,
  personId: string,
): Promise<Outcome<{ readonly role: Role; readonly term: Term }>> {
  const role = await findRole(store, roleId);
  if (role === undefined || role.endedAt !== undefined) return refused("role-ended");
  await lockRoles(store, role);
  const [term] = await termsAround(store, role);
  if (term === undefined) return refused("no-turn");
  if (!(await isMemberOf(store, role, personId))) return refused("not-member");
  const open = term.turns.filter(({ heldFrom, heldTo }) => heldFrom !== null && isOpen(heldTo, term));
  const own = open.find((one) => one.personId === personId);
  if (own?.state === "accepted") return refused("already-holder");
  const place = own?.place ?? freePlace(role, open);
  if (place === undefined) return refused("turn-taken");
  await enterPool(store, role, personId);
  // Their own question is answered by it, and others are not needed for the place any more.
  const settled = term.turns.filter((one) => one.id !== own?.id && (one.place === place || one.personId === personId));
  for (const other of settled) await superseded(store, role, term, other);
  if (own !== undefined) await setTurn(store, own, { state: "accepted" });
  else await takePlace(store, role, term, await addTurn(store, term, { place, personId, state: "asked" }));
  await roleChanged(store, role);
  return { ok: true, role, term: termRecord(term) };
}

/** Not at the hand-over to come: somebody else is asked. Who holds the role now goes on until then. */
export async function skipTurn(store: Store, role: Role, personId: string): Promise<Outcome<{ readonly term: Term }>> {
  await lockRoles(store, role);
  if (!(await isInPool(store, role, personId))) return refused("not-in-pool");
  const [, term] = await termsAround(store, role);
  if (term === undefined) return refused("role-ended");
  const own = term.turns.find((one) => one.personId === personId && active.includes(one.state));
  if (own !== undefined) await giveBack(store, role, term, own, "declined");
  else if (!term.turns.some((one) => one.personId === personId)) {
    await addTurn(store, term, { place: 0, personId, state: "declined" });
  }
  await roleChanged(store, role);
  return { ok: true, term: termRecord(term) };
}

/** A holder gives up the rest of their term, or the turn to come. Until somebody takes it on they stay, as acting. */
export async function stepDown(
  store: Store,
  role: Role,
  personId: string,
): Promise<Outcome<{ readonly term: Term; readonly acting: boolean }>> {
  await lockRoles(store, role);
  const { now } = store.session;
  const [running, coming] = await termsAround(store, role);
  const held = running?.turns.find((one) => one.personId === personId && isHeld(one, running));
  if (running !== undefined && held !== undefined) {
    if (held.state === "acting") return refused("not-holder");
    await setTurn(store, held, { state: "withdrawn", heldTo: new Date(minuteOf(now)), remind: null });
    await endOffers(store, role, { turnId: held.id });
    const acting = {
      place: held.place,
      personId,
      state: "acting" as const,
      heldFrom: minuteOf(now),
      heldTo: running.to.getTime(),
    };
    await addTurn(store, running, acting);
    await tellChat(store, running);
    await fillPlaces(store, role, await findTerm(store, running.id));
    await roleChanged(store, role);
    return { ok: true, term: termRecord(running), acting: true };
  }
  const next = coming?.turns.find((one) => one.personId === personId && active.includes(one.state));
  if (coming === undefined || next === undefined) return refused("no-turn");
  await giveBack(store, role, coming, next, "declined");
  await roleChanged(store, role);
  return { ok: true, term: termRecord(coming), acting: false };
}

/** Somebody is away: turns to come in that time go to others (of `roles`). `holding`: what they hold then, for which a cover is due. */
export async function setAway(
  store: Store,
  personId: string,
  from: number,
  to: number,
): Promise<{ readonly roles: readonly Role[]; readonly holding: readonly Role[] }> {
  const { tx } = store.session;
  const id = store.session.newId();
  await tx.absence.create({ data: { id, personId, from: new Date(minuteOf(from)), to: new Date(minuteOf(to)) } });
  const [roles, holding]: [Role[], Role[]] = [[], []];
  const standsIn = {
    toId: personId,
    kind: "cover",
    state: "agreed",
    from: { lt: new Date(to) },
    to: { gt: new Date(from) },
  };
  for (const role of await rolesOf(store, personId, {})) {
    await lockRoles(store, role);
    await endOffers(store, role, standsIn, { by: personId, from: Math.max(from, store.session.now) });
    const [running, coming] = await termsAround(store, role);
    if (running?.turns.some((one) => one.personId === personId && isHeld(one, running)) === true) {
      if (running.to.getTime() > from) holding.push(role);
    }
    const turn = coming?.turns.find((one) => one.personId === personId && active.includes(one.state));
    if (coming !== undefined && turn !== undefined && overlaps(coming, from, to)) {
      await giveBack(store, role, coming, turn, "declined");
      roles.push(role);
    }
    await roleChanged(store, role);
  }
  return { roles, holding };
}

/** When somebody is away, from now on. */
export async function absences(
  store: Store,
  personId: string,
): Promise<readonly { readonly id: string; readonly from: number; readonly to: number }[]> {
  const rows = await store.session.tx.absence.findMany({
    where: { personId, to: { gt: new Date(store.session.now) } },
    orderBy: [{ from: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, from, to }) => ({ id, from: from.getTime(), to: to.getTime() }));
}

/** Somebody is back: from now on they are away no more. */
export async function isBack(store: Store, personId: string): Promise<void> {
  const { tx, now } = store.session;
  await tx.absence.deleteMany({ where: { personId, from: { gte: new Date(now) } } });
  await tx.absence.updateMany({
    where: { personId, to: { gt: new Date(now) } },
    data: { to: new Date(minuteOf(now)) },
  });
  for (const role of await rolesOf(store, personId, {})) await roleChanged(store, role, { joined: true });
}

/** Swaps and covers: two people agree, and nothing changes until both have. */
import { minuteOf } from "../../domain/time.ts";
import { roleJobs, type Offer, type Outcome, type Role, type RoleRefusal } from "../../domain/roles.ts";
import type { RoleOffer as OfferRow, RoleTurn as TurnRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { superseded } from "./answers.ts";
import { giveCredit, takeForeseen, whoIsAway } from "./choice.ts";
import { endOffers, planNotes, remindAnew } from "./ending.ts";
import { active, isHeld, offerRecord, refused, type TermWithTurns } from "./records.ts";
import {
  addTurn,
  calendarChanged,
  coversOf,
  findRole,
  findTurn,
  isInPool,
  isMemberOf,
  lockRoles,
  remind,
  roleChanged,
  setTurn,
  stepKey,
  termsAround,
  touchCards,
  voidOffers,
} from "./rows.ts";

/** Somebody asks another to take their turn to come; they take the other's next one. Nothing changes until both agree. */
export async function offerSwap(
  store: Store,
  role: Role,
  fromId: string,
  toId: string,
): Promise<Outcome<{ readonly offer: Offer }>> {
  await lockRoles(store, role);
  const [, coming] = await termsAround(store, role);
  const theirs = coming?.turns.find((one) => one.personId === fromId && ["asked", "accepted"].includes(one.state));
  if (coming === undefined || (theirs === undefined && coming.stage > 0)) return refused("no-turn");
  const why = await cannotSwap(store, role, coming, fromId, toId);
  if (why !== undefined) return refused(why);
  // Nobody has been asked yet: whoever is foreseen can swap it all the same.
  const turn = theirs ?? (await takeForeseen(store, role, coming, fromId));
  if (turn === undefined) return refused("no-turn");
  // Who has a place is named before those who are only foreseen.
  if (theirs === undefined) touchCards(store, role);
  return makeOffer(store, "swap", turn, fromId, toId, coming.from.getTime(), coming.to.getTime());
}

async function cannotSwap(
  store: Store,
  role: Role,
  term: TermWithTurns,
  fromId: string,
  toId: string,
): Promise<RoleRefusal | undefined> {
  if (fromId === toId) return "oneself";
  if (!(await isInPool(store, role, toId))) return "not-in-pool";
  if (term.turns.some((one) => one.personId === toId && ["accepted", "acting"].includes(one.state)))
    return "already-holder";
  return (await whoIsAway(store, [toId], term.from.getTime(), term.to.getTime())).has(toId) ? "away" : undefined;
}

/** Somebody asks another to stand in for a part of a term of theirs. Times in ms since 1970. */
export async function offerCover(
  store: Store,
  role: Role,
  fromId: string,
  toId: string,
  from: number,
  to: number,
): Promise<Outcome<{ readonly offer: Offer }>> {
  if (fromId === toId) return refused("oneself");
  const begin = Math.max(from, store.session.now);
  if (to <= begin) return refused("past");
  const terms = (await termsAround(store, role)).filter((term) => term !== undefined);
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
  const why = await cannotCover(store, role, within.term, within.turn.id, toId, begin, to);
  if (why !== undefined) return refused(why);
  return makeOffer(store, "cover", within.turn, fromId, toId, begin, to);
}

async function cannotCover(
  store: Store,
  role: Role,
  term: TermWithTurns,
  turnId: string,
  toId: string,
  from: number,
  to: number,
): Promise<RoleRefusal | undefined> {
  if (!(await isMemberOf(store, role, toId))) return "not-member";
  if (term.turns.some((one) => one.personId === toId && (isHeld(one, term) || one.state === "accepted")))
    return "already-holder";
  if ((await whoIsAway(store, [toId], from, to)).has(toId)) return "away";
  const covers = await coversOf(
    store,
    term.turns.map(({ id }) => id),
  );
  const meets = covers.filter((one) => one.from < to && one.to > from);
  return meets.some((one) => one.turnId === turnId || one.byId === toId) ? "covered" : undefined;
}

async function makeOffer(
  store: Store,
  kind: Offer["kind"],
  turn: TurnRow,
  fromId: string,
  toId: string,
  from: number,
  to: number,
): Promise<Outcome<{ readonly offer: Offer }>> {
  const { tx, now } = store.session;
  // Asked again, the earlier question is void.
  await voidOffers(store, { turnId: turn.id, kind, fromId, toId, state: "offered" });
  const row = await tx.roleOffer.create({
    data: {
      id: store.session.newId(),
      roleId: turn.roleId,
      kind,
      turnId: turn.id,
      fromId,
      toId,
      from: new Date(minuteOf(from)),
      to: new Date(minuteOf(to)),
      createdAt: new Date(minuteOf(now)),
    },
  });
  return { ok: true, offer: offerRecord(row) };
}

/** An offer that waits for an answer, or had this one. */
export async function findOffer(
  store: Store,
  id: string,
  state: "offered" | "agreed" | "refused" = "offered",
): Promise<Offer | undefined> {
  const row = await store.session.tx.roleOffer.findFirst({
    where: { id, state, role: { federationId: store.federation.id } },
  });
  return row === null ? undefined : offerRecord(row);
}

/** The one who was asked agrees: it is done, if it still can be. */
export async function agreeToOffer(
  store: Store,
  offerId: string,
  personId: string,
): Promise<Outcome<{ readonly offer: Offer; readonly role: Role }>> {
  const offer = await findOffer(store, offerId);
  if (offer === undefined) return refused("offer-gone");
  if (offer.toId !== personId) return refused("not-yours");
  const role = await findRole(store, offer.roleId);
  if (role === undefined || role.endedAt !== undefined) return refused("role-ended");
  await lockRoles(store, role);
  const row = await store.session.tx.roleOffer.findUniqueOrThrow({ where: { id: offerId } });
  const found = row.state === "offered" ? await findTurn(store, row.turnId) : undefined;
  if (found?.turn.personId !== offer.fromId || !active.includes(found.turn.state)) return refused("offer-gone");
  const { term, turn } = found;
  const why =
    offer.kind === "swap"
      ? await agreeSwap(store, role, term, turn, row)
      : await agreeCover(store, role, term, turn, row);
  if (why !== undefined) return refused(why);
  await roleChanged(store, role);
  // A stand-in begins with the yes at the earliest: that is what is told.
  return { ok: true, offer: (await findOffer(store, offerId, "agreed")) ?? offer, role };
}

/** The other takes the turn; it stays credited to whose it was, and they owe the other one. */
async function agreeSwap(
  store: Store,
  role: Role,
  term: TermWithTurns,
  turn: TurnRow,
  offer: OfferRow,
): Promise<RoleRefusal | undefined> {
  if (term.state !== "planned") return "turn-over";
  const why = await cannotSwap(store, role, term, offer.fromId, offer.toId);
  if (why !== undefined) return why;
  for (const other of term.turns.filter(
    (one) => one.id !== turn.id && (one.place === turn.place || one.personId === offer.toId),
  )) {
    await superseded(store, role, term, other);
  }
  await setTurn(store, turn, { state: "withdrawn", credited: false, remind: null });
  await endOffers(store, role, { turnId: turn.id, kind: "cover" });
  const taken = await addTurn(store, term, {
    place: turn.place,
    personId: offer.toId,
    forId: turn.forId ?? offer.fromId,
    state: "accepted",
    credited: turn.credited,
    why: turn.why,
  });
  if (!turn.credited) await giveCredit(store, role, term, taken);
  await store.session.tx.roleOffer.update({ where: { id: offer.id }, data: { state: "agreed" } });
  if (term.stage >= 3) await remind(store, taken, term, "tomorrow");
  await calendarChanged(store, term);
  return undefined;
}

async function agreeCover(
  store: Store,
  role: Role,
  term: TermWithTurns,
  turn: TurnRow,
  offer: OfferRow,
): Promise<RoleRefusal | undefined> {
  const from = Math.max(offer.from.getTime(), store.session.now);
  if (offer.to.getTime() <= from) return "past";
  const why = await cannotCover(store, role, term, turn.id, offer.toId, from, offer.to.getTime());
  if (why !== undefined) return why;
  await store.session.tx.roleOffer.update({
    where: { id: offer.id },
    data: { state: "agreed", from: new Date(minuteOf(from)) },
  });
  await calendarChanged(store, term);
  await remindAnew(store, role, { ...offer, from: new Date(from) });
  await planNotes(store, term, { ...offer, from: new Date(from) });
  // The cards show at the hour who does the work: a step of the role shows them again. If it is void by then it does nothing.
  for (const [edge, at] of [
    ["from", from],
    ["to", offer.to.getTime()],
  ] as const) {
    const key = `${stepKey(role)}:${offer.id}:${edge}`;
    await store.jobs.schedule({ kind: roleJobs.step, key, payload: { role: role.id }, dueAt: at });
  }
  return undefined;
}

/** The one who was asked does not agree. */
export async function refuseOffer(
  store: Store,
  offerId: string,
  personId: string,
): Promise<Outcome<{ readonly offer: Offer; readonly role: Role }>> {
  const offer = await findOffer(store, offerId);
  const role = offer === undefined ? undefined : await findRole(store, offer.roleId);
  if (offer === undefined || role === undefined) return refused("offer-gone");
  if (offer.toId !== personId) return refused("not-yours");
  await store.session.tx.roleOffer.update({ where: { id: offerId }, data: { state: "refused" } });
  return { ok: true, offer, role };
}

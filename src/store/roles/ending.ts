/**
 * Swaps and stand-ins that end before their time: by one of the two, or with the term, the membership or the absence of
 * either. The other one is told, by a job of its own, since who ends it may be in the middle of something else.
 */
import { minuteOf } from "../../domain/time.ts";
import { roleJobs, type Outcome, type Role } from "../../domain/roles.ts";
import type { Prisma, RoleOffer as OfferRow, RoleTerm as TermRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { endedFor, isHeld, openOffers, refused, type TermWithTurns } from "./records.ts";
import { calendarChanged, findRole, lockRoles, remind, roleChanged, termsAround, voidOffers } from "./rows.ts";

/** Why they end. */
interface Ending {
  /** Who ends them, or has gone; undefined: the turn was given up, or its term is another one now. */
  readonly by?: string | undefined;
  /** Who is gone is named to the others. */
  readonly named?: boolean;
  /** What is left of them from then on ends (ms since 1970); by default from now on. */
  readonly from?: number;
}

/**
 * Swaps and stand-ins that somebody has asked for, or agreed on, end; whoever counts on them is told. What has begun of a
 * stand-in stays in the history. True if there was something.
 */
export async function endOffers(
  store: Store,
  role: Role,
  where: Prisma.RoleOfferWhereInput,
  { by, named = true, from = store.session.now }: Ending = {},
): Promise<boolean> {
  const { tx, now } = store.session;
  const open = await tx.roleOffer.findMany({
    where: { AND: [{ roleId: role.id }, where, openOffers(new Date(now))] },
    orderBy: { id: "asc" },
  });
  const [standins, others] = [open.filter(standsIn), open.filter((offer) => !standsIn(offer))];
  await voidOffers(store, { id: { in: others.map(({ id }) => id) } });
  for (const offer of standins) await cutShort(store, offer, from);
  for (const offer of open) await tellOther(store, offer, { by, named, from: Math.max(from, now) });
  for (const offer of standins) await remindAnew(store, role, offer);
  return open.length > 0;
}

const standsIn = ({ kind, state }: OfferRow): boolean => kind === "cover" && state === "agreed";

async function cutShort(store: Store, offer: OfferRow, at: number): Promise<void> {
  const { tx } = store.session;
  const { id, turnId, from } = offer;
  const begun = from.getTime() < at;
  await tx.roleOffer.update({ where: { id }, data: begun ? { to: new Date(minuteOf(at)) } : { state: "void" } });
  const turn = await tx.roleTurn.findUnique({ where: { id: turnId }, include: { term: true } });
  await store.jobs.cancel(notesKey(offer));
  if (turn === null) return;
  if (begun) await planNotes(store, turn.term, { ...offer, to: new Date(at) });
  await calendarChanged(store, turn.term);
}

const notesKey = ({ id }: OfferRow): string => `${roleJobs.notes}:${id}`;

/**
 * Notes reach who does the work: who stands in at the hand-over is told of them there, who begins later when they begin; and
 * whom they stood in for at the hand-over when it ends.
 */
export async function planNotes(store: Store, term: TermRow, offer: OfferRow): Promise<void> {
  const { roleId, fromId, toId, from, to } = offer;
  const [person, at] = from.getTime() <= term.from.getTime() ? [fromId, to] : [toId, from];
  if (at.getTime() < store.session.now) return;
  const payload = { role: roleId, person };
  await store.jobs.schedule({ kind: roleJobs.notes, key: notesKey(offer), payload, dueAt: at.getTime() });
}

/** Nobody needs to hear that what they were asked waits for no answer any more: pressing says so. */
async function tellOther(
  store: Store,
  offer: OfferRow,
  { by, named, from: at }: { readonly by: string | undefined; readonly named: boolean; readonly from: number },
): Promise<void> {
  const what = endedFor(offer, by ?? offer.fromId);
  if (what === undefined) return;
  const { id, fromId, toId, from, to } = offer;
  const person = by === toId ? fromId : toId;
  const other = by === toId ? toId : fromId;
  const begins = standsIn(offer) ? Math.max(from.getTime(), at) : from.getTime();
  const { offerEnded: kind } = roleJobs;
  const payload = {
    person,
    role: offer.roleId,
    from: String(begins),
    to: String(to.getTime()),
    what,
    ...(named ? { other } : {}),
  };
  await store.jobs.schedule({ kind, key: `${kind}:${id}:${person}`, payload, dueAt: store.session.now });
}

/** Who does the work at a hand-over of which both were reminded already has changed: both are reminded of it as it is now. */
export async function remindAnew(store: Store, role: Role, { turnId, from, to }: OfferRow): Promise<void> {
  const [running, coming] = await termsAround(store, role);
  if (coming === undefined || coming.stage < 3) return;
  const at = coming.from.getTime();
  const come = coming.turns.filter(({ state }) => state === "accepted");
  const stay = new Set(come.map(({ personId }) => personId));
  const leave = running?.turns.filter((turn) => isHeld(turn, running) && !stay.has(turn.personId)) ?? [];
  const begins = from.getTime() <= at && at < to.getTime() && come.some(({ id }) => id === turnId);
  const ends = from.getTime() < at && at <= to.getTime() && leave.some(({ id }) => id === turnId);
  if (!begins && !ends) return;
  for (const turn of come) await remind(store, turn, coming, "tomorrow");
  for (const turn of leave) if (running !== undefined) await remind(store, turn, running, "leaving");
}

/** One of the two ends a stand-in that both had agreed on. */
export async function endCover(
  store: Store,
  offerId: string,
  personId: string,
): Promise<Outcome<{ readonly role: Role; readonly by: "holder" | "stand-in"; readonly otherId: string }>> {
  const { tx, now } = store.session;
  const found = await tx.roleOffer.findFirst({
    where: { id: offerId, kind: "cover", role: { federationId: store.federation.id } },
  });
  const role = found === null ? undefined : await findRole(store, found.roleId);
  if (found === null || role === undefined) return refused("offer-gone");
  await lockRoles(store, role);
  const offer = await tx.roleOffer.findUniqueOrThrow({ where: { id: offerId } });
  if (offer.fromId !== personId && offer.toId !== personId) return refused("not-yours");
  if (offer.to.getTime() <= now) return refused("cover-over");
  if (offer.state !== "agreed") return refused("offer-gone");
  await endOffers(store, role, { id: offerId }, { by: personId });
  await roleChanged(store, role);
  const stoodIn = offer.toId === personId;
  return { ok: true, role, by: stoodIn ? "stand-in" : "holder", otherId: stoodIn ? offer.fromId : offer.toId };
}

/** The stand-in of a person in a role that goes on, or comes next: theirs to end. Undefined: there is none. */
export async function coverOf(store: Store, role: Role, personId: string): Promise<string | undefined> {
  const { tx, now } = store.session;
  const offer = await tx.roleOffer.findFirst({
    where: {
      roleId: role.id,
      kind: "cover",
      state: "agreed",
      to: { gt: new Date(now) },
      OR: [{ fromId: personId }, { toId: personId }],
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
  });
  return offer?.id;
}

/** The hand-overs around a term are at other times now: who stands in does so no longer than whom they stand in for. */
export async function fitCovers(store: Store, role: Role, term: TermWithTurns): Promise<void> {
  const { tx } = store.session;
  const [from, to] = [term.from.getTime(), term.to.getTime()];
  const agreed = { turnId: { in: term.turns.map(({ id }) => id) }, kind: "cover", state: "agreed" };
  const beyond = await tx.roleOffer.findMany({ where: { ...agreed, to: { gt: new Date(to) } } });
  for (const { id } of beyond) await endOffers(store, role, { id }, { from: to });
  const early = { ...agreed, from: { lt: new Date(from) } };
  await endOffers(store, role, { ...early, to: { lte: new Date(from) } });
  await tx.roleOffer.updateMany({ where: early, data: { from: new Date(from) } });
}

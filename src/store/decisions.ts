/**
 * Decisions of cells and councils. The rules are in src/domain/decisions.ts.
 *
 * While people can object it is kept under an HMAC of each who has, with a key that only this decision has, so that it can be
 * taken back. When nobody can any more, their number is written down, and they, the key and every button that names the
 * decision are removed: from then on nothing leads from an objection to a person (secret-ballots.ts).
 *
 * Locks on PostgreSQL: the decision first, then who objects.
 */
import { cardParts } from "../chat/cards.ts";
import {
  decisionCard,
  decisionJobs,
  isDue,
  isInForce,
  maySupersede,
  nextState,
  objectFor,
  reviewAt,
  type DecidedBy,
  type Decision,
  type DecisionEvent,
  type DecisionPlace,
  type DecisionState,
  type Objected,
} from "../domain/decisions.ts";
import type { Vote } from "../domain/votes.ts";
import { chatsOfCell, councilChats } from "./assemblies/finding.ts";
import { Buttons } from "./buttons.ts";
import { holds } from "./delegates/seats.ts";
import type { Decision as DecisionRow, Prisma } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import { repository, type Store } from "./repository.ts";
import { newBallotKey, planErasure, voters } from "./secret-ballots.ts";

export interface NewDecision {
  readonly text: string;
  readonly reviewOn: string | undefined;
  /** The decision (id) whose place it takes. */
  readonly supersedes: string | undefined;
  /** 0: it is to be a rule of the charter. What takes the place of a rule is that rule. */
  readonly rule?: number | undefined;
  /** Of what says what was learnt: the debrief (id). What takes its place is about that debrief. */
  readonly debriefId?: string | undefined;
}

const purposes = { text: "Decision.sealedText", key: "Decision.sealedKey" } as const;

const columns = (place: DecisionPlace): { readonly cellId: string } | { readonly councilId: string } =>
  "cellId" in place ? { cellId: place.cellId } : { councilId: place.councilId };

const placeOf = ({ cellId, councilId }: Pick<DecisionRow, "cellId" | "councilId">): DecisionPlace => {
  if (cellId !== null) return { cellId };
  if (councilId === null) throw new Error("a decision is nobody's");
  return { councilId };
};

/** For what a meeting of the cell or council has open. */
const meetingOf = (place: DecisionPlace): string => ("cellId" in place ? place.cellId : place.councilId);

// Finding

async function get(store: Store, id: string): Promise<Decision | undefined> {
  const row = await store.session.tx.decision.findFirst({ where: { id, federationId: store.federation.id } });
  return row === null ? undefined : record(store, row);
}

/** All of a cell or council, by number. */
async function list(store: Store, place: DecisionPlace): Promise<readonly Decision[]> {
  const where = { ...columns(place), federationId: store.federation.id };
  const rows = await store.session.tx.decision.findMany({ where, orderBy: { number: "asc" } });
  return rows.map((row) => record(store, row));
}

/** What a vote (id) decides or has decided. */
async function ofVote(store: Store, voteId: string): Promise<Decision | undefined> {
  const row = await store.session.tx.decision.findFirst({ where: { voteId, federationId: store.federation.id } });
  return row === null ? undefined : record(store, row);
}

/** The chats (ids of ours) of those whose it is. */
const chats = (store: Store, { place }: Pick<Decision, "place">): Promise<readonly string[]> =>
  "cellId" in place ? chatsOfCell(store, place.cellId) : councilChats(store, place.councilId);

async function zoneOf(store: Store, place: DecisionPlace): Promise<string> {
  const { tx } = store.session;
  const found =
    "cellId" in place
      ? await tx.cell.findUnique({ where: { id: place.cellId }, select: { zone: true } })
      : await tx.council.findUnique({ where: { id: place.councilId }, select: { zone: true } });
  return found?.zone ?? store.federation.zone;
}

// Recording

/**
 * The coordinator records it: it stands when nobody has objected for so long. Undefined where it would take the place of
 * what does not hold, or of what another one is about to take the place of.
 */
async function propose(store: Store, place: DecisionPlace, of: NewDecision): Promise<Decision | undefined> {
  const { now } = store.session;
  await lockPlace(store, place);
  const all = of.supersedes === undefined ? [] : await list(store, place);
  const before = all.find(({ id }) => id === of.supersedes);
  if (of.supersedes !== undefined && (before === undefined || !maySupersede(all, before))) return undefined;
  const { rule = before?.rule, debriefId = before?.debriefId } = of;
  const objectUntil = now + objectFor;
  const made = await create(
    store,
    place,
    { ...of, rule, debriefId },
    { state: "waiting", objectUntil: new Date(objectUntil) },
  );
  const job = { kind: decisionJobs.settle, key: settleKey(made), payload: { decision: made.id }, dueAt: objectUntil };
  await store.jobs.schedule(job);
  return made;
}

/**
 * What a debrief (id) came to is written down; what was written of it before, and still waits, is no more, and what holds
 * already does until this does. Undefined where it is being voted on.
 */
async function writeLearnt(
  store: Store,
  cellId: string,
  { debriefId, text }: { readonly debriefId: string; readonly text: string },
): Promise<Decision | undefined> {
  const place = { cellId };
  await lockPlace(store, place);
  const before = (await list(store, place)).filter((one) => one.debriefId === debriefId);
  if (before.some(({ state }) => state === "voting")) return undefined;
  for (const { id } of before) {
    const row = await locked(store, id);
    if (row !== undefined) await happen(store, row, { kind: "written-anew" }, {});
  }
  const holding = before.find((one) => isInForce(before, one));
  return propose(store, place, { text, reviewOn: undefined, supersedes: holding?.id, debriefId });
}

/** Those whose hour is the same are settled in the order in which they were recorded: so rules get their numbers. */
const settleKey = ({ id, number }: Pick<Decision, "id" | "number">): string =>
  `${decisionJobs.settle}:${String(number).padStart(9, "0")}:${id}`;

/** What a vote has carried is written down: it stands. Undefined where it is already. */
async function adopt(
  store: Store,
  place: DecisionPlace,
  vote: Vote,
  reviewOn: string | undefined,
): Promise<Decision | undefined> {
  const { result } = vote;
  await lockPlace(store, place);
  if (result?.carried !== true || (await ofVote(store, vote.id)) !== undefined) return undefined;
  const by: DecidedBy = { vote: vote.number, result };
  return create(
    store,
    place,
    { text: vote.text, reviewOn, supersedes: undefined },
    { state: "stands", voteId: vote.id, decidedBy: JSON.stringify(by), settledAt: new Date(store.session.now) },
  );
}

async function create(
  store: Store,
  place: DecisionPlace,
  { text, reviewOn, supersedes, rule, debriefId }: NewDecision,
  as: Pick<Prisma.DecisionUncheckedCreateInput, "objectUntil" | "voteId" | "decidedBy" | "settledAt"> & {
    readonly state: DecisionState;
  },
): Promise<Decision> {
  const { tx, now, newId } = store.session;
  const id = newId();
  const last = await tx.decision.aggregate({ where: columns(place), _max: { number: true } });
  const row = await tx.decision.create({
    data: {
      ...columns(place),
      ...as,
      id,
      federationId: store.federation.id,
      number: (last._max.number ?? 0) + 1,
      sealedText: store.federation.sealer.seal(text, purposes.text, id),
      recordedAt: new Date(now),
      reviewOn: reviewOn ?? null,
      supersedesId: supersedes ?? null,
      rule: rule ?? null,
      checkInId: debriefId ?? null,
    },
  });
  const made = record(store, row);
  // What waits is nothing to a meeting yet; but what was to be written down is.
  if (made.state === "stands" || made.debriefId !== undefined) await changed(store, made);
  return made;
}

/** Numbers, and what takes whose place, are given one after another. */
async function lockPlace(store: Store, place: DecisionPlace): Promise<void> {
  const { tx } = store.session;
  if (tx.provider !== "postgresql") return;
  if ("cellId" in place) await tx.$queryRaw`SELECT "id" FROM "Cell" WHERE "id" = ${place.cellId} ${tx.forUpdate}`;
  else await tx.$queryRaw`SELECT "id" FROM "Council" WHERE "id" = ${place.councilId} ${tx.forUpdate}`;
}

/** What shows it, and the one whose place it takes, and what the next meeting has open, is shown anew; its review is planned. */
async function changed(store: Store, of: Decision): Promise<void> {
  store.cards.touch({ kind: decisionCard, subject: of.id });
  if (of.supersedes !== undefined) store.cards.touch({ kind: decisionCard, subject: of.supersedes });
  store.cards.touch({ kind: cardParts.meeting, subject: meetingOf(of.place) });
  if (of.debriefId !== undefined) store.cards.touch({ kind: cardParts.learnt, subject: meetingOf(of.place) });
  if (of.state !== "stands" || of.reviewOn === undefined) return;
  const dueAt = reviewAt(of.reviewOn, await zoneOf(store, of.place));
  const { review: kind } = decisionJobs;
  await store.jobs.schedule({ kind, key: `${kind}:${of.id}`, payload: { decision: of.id }, dueAt });
}

// Objecting

/** Who may object: who counts in the cell; in a council who fills a seat or stands in for one. */
async function isTheirs(
  store: Store,
  place: DecisionPlace,
  person: { readonly id: string; readonly cellId: string | undefined },
): Promise<boolean> {
  if ("cellId" in place) return person.cellId === place.cellId;
  return (await holds(store, place.councilId, person.id)).length > 0;
}

/** Somebody objects, or takes it back. */
async function object(
  store: Store,
  of: Decision,
  person: { readonly id: string; readonly cellId: string | undefined },
  how: "object" | "take-back",
): Promise<Objected> {
  const { tx, now } = store.session;
  if (!(await isTheirs(store, of.place, person))) return "not-theirs";
  const objectorOf = await objectors(store, of.id);
  if (objectorOf === undefined || (of.objectUntil ?? 0) <= now) return "too-late";
  const key = { decisionId: of.id, objector: objectorOf(person.id) };
  const before = await tx.objection.count({ where: key });
  if (how === "object" && before > 0) return "already";
  if (how === "take-back" && before === 0) return "none";
  if (how === "object") await tx.objection.create({ data: key });
  else await tx.objection.deleteMany({ where: key });
  touched(store, of);
  return how === "object" ? "noted" : "taken-back";
}

const touched = (store: Store, { id, place }: Pick<Decision, "id" | "place">): void => {
  store.cards.touch({ kind: decisionCard, subject: id });
  store.cards.touch({ kind: cardParts.meeting, subject: meetingOf(place) });
};

/** How many object, or objected when they could no more. */
async function objections(store: Store, { id, objections: frozen }: Decision): Promise<number> {
  return frozen ?? store.session.tx.objection.count({ where: { decisionId: id } });
}

/** As whom objections are kept while people can object, the key being made with the first; undefined afterwards. */
async function objectors(store: Store, id: string): Promise<((personId: string) => string) | undefined> {
  const { tx } = store.session;
  const { sealer } = store.federation;
  const row = await locked(store, id);
  if (row?.state !== "waiting") return undefined;
  const sealedKey = row.sealedKey ?? newBallotKey(sealer, purposes.key, id);
  if (row.sealedKey === null) await tx.decision.update({ where: { id }, data: { sealedKey } });
  return voters(sealedKey, sealer, purposes.key, id);
}

async function locked(store: Store, id: string): Promise<DecisionRow | undefined> {
  const { tx } = store.session;
  await tx.$queryRaw`SELECT "id" FROM "Decision" WHERE "id" = ${id} ${tx.forUpdate}`;
  return (await tx.decision.findFirst({ where: { id, federationId: store.federation.id } })) ?? undefined;
}

// Settling

/** Its hour has come. Undefined if it has not, or something else has happened to it. */
async function settle(store: Store, id: string): Promise<Decision | undefined> {
  const row = await locked(store, id);
  if (row === undefined || (row.objectUntil?.getTime() ?? Infinity) > store.session.now) return undefined;
  const count = await store.session.tx.objection.count({ where: { decisionId: id } });
  return happen(store, row, { kind: "hour", objections: count }, {});
}

/** It is put to a vote. Undefined if it is not to be decided any more. */
async function putToVote(store: Store, id: string, voteId: string): Promise<Decision | undefined> {
  const row = await locked(store, id);
  return row === undefined ? undefined : happen(store, row, { kind: "put-to-vote" }, { voteId });
}

/** The vote about a decision, if it is about one, has been closed: that decides it. */
export async function voted(store: Store, vote: Vote): Promise<void> {
  const { result } = vote;
  const of = result === undefined ? undefined : await ofVote(store, vote.id);
  const row = of === undefined ? undefined : await locked(store, of.id);
  if (row === undefined || result === undefined) return;
  const by: DecidedBy = { vote: vote.number, result };
  await happen(store, row, { kind: "voted", carried: result.carried }, { decidedBy: JSON.stringify(by) });
}

async function happen(
  store: Store,
  row: DecisionRow,
  event: DecisionEvent,
  data: Prisma.DecisionUncheckedUpdateInput,
): Promise<Decision | undefined> {
  const { tx, now } = store.session;
  const { id } = row;
  const state = nextState(row.state as DecisionState, event); // an edge: only `create` and this write it
  if (state === undefined) return undefined;
  const settledAt = state === "stands" || state === "rejected" ? { settledAt: new Date(now) } : {};
  const frozen = row.state === "waiting" ? await erase(store, row) : {};
  const rule = state === "stands" && row.rule === 0 ? { rule: await nextRule(store, placeOf(row)) } : {};
  const after = await tx.decision.update({ where: { id }, data: { ...data, ...frozen, ...settledAt, ...rule, state } });
  const of = record(store, after);
  await changed(store, of);
  return of;
}

/** The number of a new rule of the charter. */
async function nextRule(store: Store, place: DecisionPlace): Promise<number> {
  await lockPlace(store, place);
  const { _max } = await store.session.tx.decision.aggregate({ where: columns(place), _max: { rule: true } });
  return (_max.rule ?? 0) + 1;
}

/** Nobody can object any more: how many did stays, and nothing that leads to them. */
async function erase(store: Store, { id, number, recordedAt }: DecisionRow) {
  const { tx } = store.session;
  const { count } = await tx.objection.deleteMany({ where: { decisionId: id } });
  const named = { federationId: store.federation.id, since: recordedAt.getTime(), name: `#${id}` };
  await new Buttons(store.session).forgetNaming(named, store.federation.sealer);
  await store.jobs.cancel(settleKey({ id, number }));
  if (count > 0) await planErasure(store.session);
  return { sealedKey: null, objections: count };
}

// Meetings

/** What the next meeting, at this moment, has open of decisions: what is to be reviewed, and what somebody objects to. */
async function forMeeting(store: Store, place: DecisionPlace, until: number): Promise<readonly Decision[]> {
  const all = await list(store, place);
  if (all.length === 0) return [];
  const zone = await zoneOf(store, place);
  const last = await lastMeeting(store, place);
  return all.filter(
    (one) =>
      one.state === "contested" ||
      (one.reviewOn !== undefined && isInForce(all, one) && isDue(one.reviewOn, zone, until, last)),
  );
}

/** When the cell or the council last met. */
export async function lastMeeting(store: Store, place: DecisionPlace): Promise<number | undefined> {
  const { tx } = store.session;
  if ("cellId" in place) {
    const met = { cellId: place.cellId, state: { in: ["held", "over"] }, at: { not: null } };
    const row = await tx.gathering.findFirst({ where: met, orderBy: { at: "desc" }, select: { at: true } });
    return row?.at?.getTime();
  }
  const met = { councilId: place.councilId, closedAt: { not: null } };
  const row = await tx.assembly.findFirst({ where: met, orderBy: { startsAt: "desc" }, select: { startsAt: true } });
  return row?.startsAt.getTime();
}

// People who come and go

/** Their objections are taken back: in one cell, or (undefined) everywhere. */
async function withdraw(store: Store, personId: string, of: Prisma.DecisionWhereInput): Promise<void> {
  for (const one of await waiting(store, of)) {
    const objectorOf = await objectors(store, one.id);
    if (objectorOf === undefined) continue;
    const key = { decisionId: one.id, objector: objectorOf(personId) };
    const { count } = await store.session.tx.objection.deleteMany({ where: key });
    if (count > 0) touched(store, { id: one.id, place: placeOf(one) });
  }
}

/** Who has no seat in the council any more objects to nothing of it. */
export const seatLost = (store: Store, councilId: string, personId: string): Promise<void> =>
  withdraw(store, personId, { councilId });

const waiting = (store: Store, of: Prisma.DecisionWhereInput): Promise<readonly DecisionRow[]> =>
  store.session.tx.decision.findMany({
    where: { ...of, federationId: store.federation.id, state: "waiting", objectors: { some: {} } },
    orderBy: { id: "asc" },
  });

/** `second` turns out to be `first`: one person has one objection. */
async function merge(store: Store, first: string, second: string): Promise<void> {
  const { tx } = store.session;
  for (const one of await waiting(store, {})) {
    const objectorOf = await objectors(store, one.id);
    if (objectorOf === undefined) continue;
    const [mine, theirs] = [objectorOf(first), objectorOf(second)].map((objector) => ({
      decisionId: one.id,
      objector,
    }));
    const { count } = await tx.objection.deleteMany({ where: theirs ?? {} });
    if (count === 0 || mine === undefined) continue;
    if ((await tx.objection.count({ where: mine })) === 0) await tx.objection.create({ data: mine });
    touched(store, { id: one.id, place: placeOf(one) });
  }
}

async function exported(store: Store, personId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (const row of await waiting(store, {})) {
    const objectorOf = await objectors(store, row.id);
    if (objectorOf === undefined) continue;
    const key = { decisionId: row.id, objector: objectorOf(personId) };
    if ((await store.session.tx.objection.count({ where: key })) === 0) continue;
    const { number, text } = record(store, row);
    found.push({ decision: number, text });
  }
  return found;
}

function ofPersons(store: Store): OfPersons {
  return {
    tables: ["Objection"],
    leavesCell: nothing("who objects counts in the cell: countsElsewhere; in a council it goes with the seat"),
    countsElsewhere: ({ person, from }) => withdraw(store, person.id, { cellId: from }),
    becomesOne: ({ first, second }) => merge(store, first.id, second),
    forgotten: ({ person }) => withdraw(store, person.id, {}),
    exported: async ({ personId }) => ({ objections: await exported(store, personId) }),
    retention: nothing("who objected goes when nobody can any more; a decision names nobody, and stays"),
    cellLeavesCouncil: nothing("an objection goes with the seat: src/store/assemblies/leaving.ts, delegateGone"),
  };
}

function record(store: Store, row: DecisionRow): Decision {
  return {
    id: row.id,
    place: placeOf(row),
    number: row.number,
    text: store.federation.sealer.open(row.sealedText, purposes.text, row.id),
    state: row.state as DecisionState, // an edge, like the next: only this file writes them
    by: row.decidedBy === null ? undefined : (JSON.parse(row.decidedBy) as DecidedBy),
    recordedAt: row.recordedAt.getTime(),
    objectUntil: row.objectUntil?.getTime(),
    objections: row.objections ?? undefined,
    voteId: row.voteId ?? undefined,
    settledAt: row.settledAt?.getTime(),
    reviewOn: row.reviewOn ?? undefined,
    supersedes: row.supersedesId ?? undefined,
    rule: row.rule ?? undefined,
    debriefId: row.checkInId ?? undefined,
  };
}

/** Everything that is done with the decisions of one federation, in one transaction. */
export const Decisions = repository(
  {
    get,
    list,
    ofVote,
    chats,
    propose,
    adopt,
    writeLearnt,
    isTheirs,
    object,
    objections,
    settle,
    putToVote,
    forMeeting,
    lastMeeting,
    zoneOf,
  },
  ofPersons,
);
export type Decisions = InstanceType<typeof Decisions>;

/**
 * Care that is asked for, and what others offer. The rules are in src/domain/asked-care.ts.
 *
 * What falls due for a need (somebody else is asked, it is an open point, its moment is near, it is over) is planned when it is
 * made, and goes with it. Who is told of a change is said by a job, so that it can wait for the morning and looks again then.
 *
 * On PostgreSQL whoever changes a need or who was asked locks its row first.
 */
import { cardParts } from "../chat/cards.ts";
import {
  careNeedJobs,
  fits,
  giverOf,
  isOpenPoint,
  openPointAt,
  overAfter,
  remindAt,
  sameForm,
  standing,
  stateOf,
  stateOfBoth,
  toAsk,
  waitUntil,
  type AskState,
  type CareNeed,
  type CareOffer,
} from "../domain/asked-care.ts";
import { minuteOf } from "../domain/time.ts";
import { Prisma, type CareOffer as OfferRow } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons, type Part, type Retention } from "./of-persons.ts";
import { repository, type Store } from "./repository.ts";
import { whoIsAway } from "./roles/choice.ts";
import { rowOf } from "./sealing.ts";

const purposes = {
  what: "CareNeed.sealedWhat",
  form: "CareNeed.sealedForm",
  offer: "CareOffer.sealedForm",
  state: "CareAsk.sealedState",
} as const;
/** Characters of the longest state. */
const stateLength = 6;
const day = 24 * 60 * 60_000;

const include = {
  asks: { orderBy: { personId: "asc" } },
  cell: { select: { zone: true } },
} satisfies Prisma.CareNeedInclude;
type NeedRow = Prisma.CareNeedGetPayload<{ include: typeof include }>;

export interface NewNeed {
  readonly cellId: string;
  readonly personId: string;
  readonly what: string;
  readonly form: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

// Needs

async function needs(store: Store, where: Prisma.CareNeedWhereInput): Promise<readonly CareNeed[]> {
  const rows = await store.session.tx.careNeed.findMany({
    where: { federationId: store.federation.id, ...where },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include,
  });
  return rows.map((row) => needRecord(store, row));
}

const get = async (store: Store, id: string): Promise<CareNeed | undefined> => (await needs(store, { id }))[0];

/** What a person asks for, in all of their cells; what is needed first comes first. */
const ofPerson = (store: Store, personId: string): Promise<readonly CareNeed[]> => needs(store, { personId });

/** What is asked for in some cells, and still ahead. */
const inCells = (store: Store, cellIds: readonly string[]): Promise<readonly CareNeed[]> =>
  needs(store, { cellId: { in: [...cellIds] }, at: { gt: new Date(store.session.now) } });

/** What the next meeting of a cell has open of what is asked for. */
async function forMeeting(store: Store, cellId: string): Promise<readonly CareNeed[]> {
  return (await inCells(store, [cellId])).filter((need) => isOpenPoint(need, store.session.now));
}

/** Somebody asks for care. */
async function ask(store: Store, { cellId, personId, what, form, at }: NewNeed): Promise<CareNeed> {
  const { tx, now } = store.session;
  const { id: federationId, sealer } = store.federation;
  const id = store.session.newId();
  const { zone } = await tx.cell.findUniqueOrThrow({ where: { id: cellId }, select: { zone: true } });
  const openAt = openPointAt(now, at, zone);
  const row = await tx.careNeed.create({
    data: {
      id,
      federationId,
      cellId,
      personId,
      sealedWhat: sealer.seal(what, purposes.what, id),
      sealedForm: sealer.seal(form, purposes.form, id),
      at: new Date(minuteOf(at)),
      openAt: new Date(openAt),
      createdAt: new Date(minuteOf(now)),
    },
    include,
  });
  const need = needRecord(store, row);
  await plan(store, need, "open", openAt);
  await plan(store, need, "over", need.at + overAfter);
  const near = remindAt(now, need.at);
  if (near !== undefined) await plan(store, need, "near", near);
  return need;
}

const jobKey = (name: keyof typeof careNeedJobs, id: string): string => `${careNeedJobs[name]}:${id}`;

const plan = (store: Store, { id }: Pick<CareNeed, "id">, name: keyof typeof careNeedJobs, dueAt: number) =>
  store.jobs.schedule({ kind: careNeedJobs[name], key: jobKey(name, id), payload: { need: id }, dueAt });

/** It goes, with all that was planned for it; who had said yes is told that it is not needed any more. */
async function end(store: Store, need: CareNeed): Promise<void> {
  const { tx, now } = store.session;
  const giver = giverOf((await locked(store, need.id)) ?? need);
  const { count } = await tx.careNeed.deleteMany({ where: { id: need.id, federationId: store.federation.id } });
  for (const name of ["next", "lost", "open", "near", "over"] as const) await store.jobs.cancel(jobKey(name, need.id));
  touched(store, need);
  if (count > 0 && giver !== undefined && now < need.at) await tellGone(store, need, giver.personId);
}

/** Somebody who had said yes is told that it is not needed any more, whatever the reason is. */
async function tellGone(store: Store, { id, at }: CareNeed, person: string): Promise<void> {
  const kind = careNeedJobs.gone;
  const payload = { need: id, at: String(at), person };
  await store.jobs.schedule({ kind, key: `${kind}:${id}:${at}:${person}`, payload, dueAt: store.session.now });
}

/** The meeting is not told of it. */
async function unlist(store: Store, need: CareNeed): Promise<void> {
  await store.session.tx.careNeed.updateMany({ where: { id: need.id }, data: { listed: false } });
  touched(store, need);
}

// Who is asked

/**
 * Who can be asked now, in order: who offers that form, is a member, was not asked yet and is not away when it is needed.
 * Ids of people.
 */
async function candidates(store: Store, need: CareNeed): Promise<readonly string[]> {
  const asks = (await inCells(store, [need.cellId])).flatMap((one) => one.asks);
  const times = new Map<string, number>();
  for (const { personId } of asks) times.set(personId, (times.get(personId) ?? 0) + 1);
  const found = toAsk(need, await offersIn(store, need.cellId), (personId) => times.get(personId) ?? 0);
  const away = await whoIsAway(store, found, need.at, need.at + 1);
  return found.filter((personId) => !away.has(personId));
}

/** What a person who offers can be asked for now in a cell: nobody has said yes, and they would be among its `candidates`. */
async function openFor(store: Store, cellId: string, personId: string): Promise<readonly CareNeed[]> {
  const theirs = (await offersOf(store, personId)).filter((one) => one.cellId === cellId);
  const found: CareNeed[] = [];
  for (const need of await inCells(store, [cellId])) {
    if (giverOf(need) !== undefined || toAsk(need, theirs, () => 0).length === 0) continue;
    if ((await whoIsAway(store, [personId], need.at, need.at + 1)).size === 0) found.push(need);
  }
  return found;
}

/** One who offers is asked; if they do not say yes in time, the next one is. False: there is no more to ask. */
async function askPerson(store: Store, need: CareNeed, personId: string): Promise<boolean> {
  const current = await locked(store, need.id);
  if (current === undefined || standing(current, personId, "asked") !== "noted") return false;
  await waitNoLonger(store, current);
  await writeState(store, { needId: need.id, personId }, "asked");
  touched(store, current);
  return true;
}

/** There is nobody to ask now: whoever was asked is waited for no longer, and it is tried again later. */
async function tryLater(store: Store, need: CareNeed): Promise<void> {
  const current = await locked(store, need.id);
  if (current !== undefined) await waitNoLonger(store, current);
}

/** @param need as it is, locked: who has said yes meanwhile is not waited for, and stays */
async function waitNoLonger(store: Store, need: CareNeed): Promise<void> {
  for (const { personId, state } of need.asks) {
    if (state === "asked") await writeState(store, { needId: need.id, personId }, "late");
  }
  await plan(store, need, "next", waitUntil(store.session.now, need.at, need.zone));
}

/**
 * How somebody stands to a need from now on. `taken`: somebody else has said yes already; `gone`: there is no such need, or
 * they do not stand to it any more as they would have to (`standing`). Who says yes and is not wanted is told that it is not
 * needed, as they are where it was taken back.
 */
async function answer(
  store: Store,
  need: CareNeed,
  personId: string,
  state: AskState,
): Promise<"noted" | "taken" | "gone"> {
  const current = await locked(store, need.id);
  if (current === undefined) return "gone";
  const comes = standing(current, personId, state);
  // Who is given it by now does not go back to a mere yes.
  if (comes !== "noted" || (state === "yes" && stateOf(current, personId) === "given")) return comes;
  await writeState(store, { needId: need.id, personId }, state);
  // Nobody else is asked while who needs it is.
  if (state === "yes") await store.jobs.cancel(jobKey("next", need.id));
  if (state === "passed") await tellGone(store, current, personId);
  touched(store, current);
  return "noted";
}

async function writeState(
  { session: { tx }, federation: { sealer } }: Store,
  of: { readonly needId: string; readonly personId: string },
  state: AskState,
): Promise<void> {
  const sealedState = sealer.seal(state.padEnd(stateLength), purposes.state, rowOf(of.needId, of.personId));
  await tx.careAsk.upsert({ where: { needId_personId: of }, create: { ...of, sealedState }, update: { sealedState } });
}

// Offers

const offersIn = (store: Store, cellId: string): Promise<readonly CareOffer[]> => offersWhere(store, { cellId });

/** What a person offers, in all of their cells. */
const offersOf = (store: Store, personId: string): Promise<readonly CareOffer[]> => offersWhere(store, { personId });

async function offersWhere(store: Store, where: Prisma.CareOfferWhereInput): Promise<readonly CareOffer[]> {
  const rows = await store.session.tx.careOffer.findMany({
    where: { federationId: store.federation.id, ...where },
    orderBy: [{ saidAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => offerRecord(store, row));
}

/** Somebody offers a form of care from now on; said again it stands anew. */
async function offer(
  store: Store,
  { cellId, personId, form }: Pick<CareOffer, "cellId" | "personId" | "form">,
): Promise<CareOffer> {
  const { tx, now } = store.session;
  const { id: federationId, sealer } = store.federation;
  const same = (await offersOf(store, personId)).find((one) => one.cellId === cellId && sameForm(one.form, form));
  const saidAt = new Date(minuteOf(now));
  if (same !== undefined) {
    return offerRecord(store, await tx.careOffer.update({ where: { id: same.id }, data: { saidAt } }));
  }
  const id = store.session.newId();
  const sealedForm = sealer.seal(form, purposes.offer, id);
  return offerRecord(
    store,
    await tx.careOffer.create({ data: { id, federationId, cellId, personId, sealedForm, saidAt } }),
  );
}

/** Somebody takes back an offer of theirs. False: there is none. What they have said yes to stays. */
async function takeBack(store: Store, id: string, personId: string): Promise<boolean> {
  const where = { id, personId, federationId: store.federation.id };
  return (await store.session.tx.careOffer.deleteMany({ where })).count > 0;
}

/** Whether a person offers what a need is about: then they may see it. */
const offersFor = async (store: Store, need: CareNeed, personId: string): Promise<boolean> =>
  (await offersOf(store, personId)).some((one) => fits(one, need));

// People who come and go

/** What they asked for and offered is gone; where they had said yes, it is open again, and the next one is asked. */
async function leave(store: Store, personId: string, of: { readonly cellId?: string }): Promise<void> {
  const { tx, now } = store.session;
  const federationId = store.federation.id;
  for (const need of await needs(store, { personId, ...of })) await end(store, need);
  await tx.careOffer.deleteMany({ where: { personId, federationId, ...of } });
  for (const { id } of await needs(store, { asks: { some: { personId } }, ...of })) {
    const need = await locked(store, id);
    if (need === undefined) continue;
    const gave = giverOf(need)?.personId === personId;
    await tx.careAsk.deleteMany({ where: { needId: need.id, personId } });
    touched(store, need);
    if (gave) await plan(store, need, "lost", now);
  }
}

/** Nobody gives care to themself: where one of the two had said yes to the other, it is open again. */
async function becomeOne(store: Store, first: string, second: string): Promise<void> {
  const { tx, now } = store.session;
  const federationId = store.federation.id;
  await tx.careNeed.updateMany({ where: { personId: second, federationId }, data: { personId: first } });
  const theirs = await offersOf(store, first);
  for (const { id, cellId, form } of await offersOf(store, second)) {
    const twice = theirs.some((one) => one.cellId === cellId && sameForm(one.form, form));
    if (twice) await tx.careOffer.delete({ where: { id } });
    else await tx.careOffer.update({ where: { id }, data: { personId: first } });
  }
  const both = { asks: { some: { personId: { in: [first, second] } } } };
  for (const { id } of await needs(store, both)) {
    const need = await locked(store, id);
    if (need === undefined) continue;
    const states = need.asks.filter(({ personId }) => personId === first || personId === second);
    await tx.careAsk.deleteMany({ where: { needId: need.id, personId: { in: [first, second] } } });
    touched(store, need);
    if (need.personId === first) {
      if (giverOf({ asks: states }) !== undefined) await plan(store, need, "lost", now);
      continue;
    }
    const state = stateOfBoth(states.map((one) => one.state));
    await writeState(store, { needId: need.id, personId: first }, state);
  }
}

async function exported(store: Store, personId: string): Promise<Part> {
  const asked = await needs(store, { asks: { some: { personId } } });
  return {
    careNeeds: (await ofPerson(store, personId)).map((need) => ({
      what: need.what,
      form: need.form,
      when: new Date(need.at),
      atMeeting: need.listed,
      found: giverOf(need)?.state === "given",
    })),
    careOffers: (await offersOf(store, personId)).map(({ form, saidAt }) => ({ form, saidAt: new Date(saidAt) })),
    // What somebody else asks for is theirs: here stands what this person answered.
    careAsked: asked.map((need) => ({
      form: need.form,
      when: new Date(need.at),
      // Whether they are wanted by the other one is not theirs to read, nor whether they are still waited for.
      answer: stateOf(need, personId)?.replace("passed", "yes").replace("late", "asked"),
    })),
  };
}

/** A need that is over goes by its job; an offer that was not said again goes with the retention. */
function retention(store: Store): Retention {
  const { tx, now } = store.session;
  const { id: federationId, retentionDays } = store.federation;
  const before = new Date(now - retentionDays * day);
  return {
    due: Prisma.sql`
      SELECT 1 FROM "CareNeed" WHERE "federationId" = ${federationId} AND "at" < ${before}
      UNION ALL SELECT 1 FROM "CareOffer" WHERE "federationId" = ${federationId} AND "saidAt" < ${before}`,
    clear: async () => {
      await tx.careNeed.deleteMany({ where: { federationId, at: { lt: before } } });
      await tx.careOffer.deleteMany({ where: { federationId, saidAt: { lt: before } } });
    },
  };
}

const ofPersons = (store: Store): OfPersons => ({
  tables: ["CareNeed", "CareOffer", "CareAsk"],
  leavesCell: ({ person, cellId }) => leave(store, person.id, { cellId }),
  countsElsewhere: nothing("who asks and who offers is a member of the cell, wherever they count"),
  becomesOne: ({ first, second }) => becomeOne(store, first.id, second),
  forgotten: ({ person }) => leave(store, person.id, {}),
  exported: ({ personId }) => exported(store, personId),
  retention: retention(store),
  cellLeavesCouncil: nothing("care is of cells alone"),
});

// Rows

/** A need as it is by now, and until the transaction ends; undefined where it has gone meanwhile. */
async function locked(store: Store, id: string): Promise<CareNeed | undefined> {
  const { tx } = store.session;
  if (tx.provider === "postgresql") {
    await tx.$queryRaw`SELECT "id" FROM "CareNeed" WHERE "id" = ${id} ${tx.forUpdate}`;
  }
  return get(store, id);
}

const touched = ({ cards }: Store, { cellId }: Pick<CareNeed, "cellId">): void =>
  cards.touch({ kind: cardParts.meeting, subject: cellId });

function needRecord({ federation: { sealer } }: Store, row: NeedRow): CareNeed {
  return {
    id: row.id,
    cellId: row.cellId,
    zone: row.cell.zone,
    personId: row.personId,
    what: sealer.open(row.sealedWhat, purposes.what, row.id),
    form: sealer.open(row.sealedForm, purposes.form, row.id),
    at: row.at.getTime(),
    openAt: row.openAt.getTime(),
    listed: row.listed,
    asks: row.asks.map(({ needId, personId, sealedState }) => ({
      personId,
      // An edge: only `writeState` writes it.
      state: sealer.open(sealedState, purposes.state, rowOf(needId, personId)).trim() as AskState,
    })),
  };
}

const offerRecord = ({ federation: { sealer } }: Store, row: OfferRow): CareOffer => ({
  id: row.id,
  cellId: row.cellId,
  personId: row.personId,
  form: sealer.open(row.sealedForm, purposes.offer, row.id),
  saidAt: row.saidAt.getTime(),
});

/** Shows the cards of the cell's meetings anew: what is open has changed by itself. It does once more at its moment. */
async function look(store: Store, need: CareNeed): Promise<void> {
  touched(store, need);
  if (need.at > store.session.now) await plan(store, need, "open", need.at);
}

/** What people ask for and offer in one federation, in one transaction. */
export const AskedCare = repository(
  {
    get,
    ofPerson,
    inCells,
    forMeeting,
    ask,
    end,
    unlist,
    candidates,
    openFor,
    askPerson,
    tryLater,
    answer,
    offer,
    offersOf,
    takeBack,
    offersFor,
    look,
  },
  ofPersons,
);
export type AskedCare = InstanceType<typeof AskedCare>;

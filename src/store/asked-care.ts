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
  toAsk,
  waitUntil,
  type AskState,
  type CareNeed,
  type CareOffer,
} from "../domain/asked-care.ts";
import { minuteOf } from "../domain/time.ts";
import type { CareOffer as OfferRow, Prisma } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons, type Part } from "./of-persons.ts";
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

/** What is asked for in some cells. */
const inCells = (store: Store, cellIds: readonly string[]): Promise<readonly CareNeed[]> =>
  needs(store, { cellId: { in: [...cellIds] } });

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
  await lock(store, need.id);
  const giver = giverOf((await get(store, need.id)) ?? need);
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
  const all = await inCells(store, [need.cellId]);
  const asked = (personId: string): number =>
    all.filter(({ asks }) => asks.some((one) => one.personId === personId)).length;
  const found = toAsk(need, await offersIn(store, need.cellId), asked);
  const away = await whoIsAway(store, found, need.at, need.at + 1);
  return found.filter((personId) => !away.has(personId));
}

/** One who offers is asked; if they do not say yes in time, the next one is. */
async function askPerson(store: Store, need: CareNeed, personId: string): Promise<void> {
  await answer(store, need, personId, "asked");
  await plan(store, need, "next", waitUntil(store.session.now, need.at, need.zone));
}

/**
 * How somebody stands to a need from now on. `taken`: somebody else has said yes already; `gone`: there is no such need. Who
 * says yes and is not wanted is told that it is not needed, as they are where it was taken back.
 */
async function answer(
  store: Store,
  need: CareNeed,
  personId: string,
  state: AskState,
): Promise<"noted" | "taken" | "gone"> {
  const { tx } = store.session;
  await lock(store, need.id);
  const current = await get(store, need.id);
  if (current === undefined) return "gone";
  const giver = giverOf(current);
  if ((state === "yes" || state === "given") && giver !== undefined && giver.personId !== personId) return "taken";
  await writeState(tx, store, { needId: need.id, personId }, state);
  if (state === "passed") await tellGone(store, current, personId);
  touched(store, current);
  return "noted";
}

async function writeState(
  tx: Store["session"]["tx"],
  { federation: { sealer } }: Store,
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
  for (const need of await needs(store, { asks: { some: { personId } }, ...of })) {
    await lock(store, need.id);
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
  for (const need of await needs(store, both)) {
    await lock(store, need.id);
    const states = need.asks.filter(({ personId }) => personId === first || personId === second);
    await tx.careAsk.deleteMany({ where: { needId: need.id, personId: { in: [first, second] } } });
    touched(store, need);
    const gave = states.find(({ state }) => state === "yes" || state === "given");
    if (need.personId === first) {
      if (gave !== undefined) await plan(store, need, "lost", now);
      continue;
    }
    const state = gave?.state ?? states.find((one) => one.state !== "asked")?.state ?? "asked";
    await writeState(tx, store, { needId: need.id, personId: first }, state);
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
      // Whether they are wanted by the other one is not theirs to read.
      answer: need.asks.find((one) => one.personId === personId)?.state.replace("passed", "yes"),
    })),
  };
}

/** A need that is over goes by its job; an offer that was not said again goes with the retention. */
async function clearOld(store: Store): Promise<void> {
  const { tx, now } = store.session;
  const { id: federationId, retentionDays } = store.federation;
  const before = new Date(now - retentionDays * day);
  await tx.careNeed.deleteMany({ where: { federationId, at: { lt: before } } });
  await tx.careOffer.deleteMany({ where: { federationId, saidAt: { lt: before } } });
}

const ofPersons = (store: Store): OfPersons => ({
  tables: ["CareNeed", "CareOffer", "CareAsk"],
  leavesCell: ({ person, cellId }) => leave(store, person.id, { cellId }),
  countsElsewhere: nothing("who asks and who offers is a member of the cell, wherever they count"),
  becomesOne: ({ first, second }) => becomeOne(store, first.id, second),
  forgotten: ({ person }) => leave(store, person.id, {}),
  exported: ({ personId }) => exported(store, personId),
  retention: () => clearOld(store),
  cellLeavesCouncil: nothing("care is of cells alone"),
});

// Rows

async function lock({ session: { tx } }: Store, id: string): Promise<void> {
  if (tx.provider !== "postgresql") return;
  await tx.$queryRaw`SELECT "id" FROM "CareNeed" WHERE "id" = ${id} ${tx.forUpdate}`;
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

/** Shows the cards of the cell's meetings anew: what is open has changed by itself. */
const look = (store: Store, need: CareNeed): Promise<void> => Promise.resolve(touched(store, need));

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
    askPerson,
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

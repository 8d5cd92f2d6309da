/** What falls due for a role: asking, asking again, reminding, and the hour itself. */
import type { HandOver, Role, RoleNews } from "../../domain/roles.ts";
import { handOver } from "../../domain/rotation.ts";
import { Prisma, type RoleOffer as OfferRow, type RoleTerm as TermRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { replan } from "./changes.ts";
import { askSecond, fillPlaces, giveCredit, takeCredit } from "./choice.ts";
import {
  active,
  byPlace,
  coverOfTurn,
  day,
  doneBy,
  freePlaces,
  isHeld,
  readWhy,
  termRecord,
  turnRecord,
  type Around,
  type CoverOfTurn,
  type TermWithTurns,
} from "./records.ts";
import {
  addTerm,
  addTurn,
  chatsOf,
  findRole,
  findTerm,
  lockRoles,
  nextMoment,
  remind,
  roleChanged,
  setTurn,
  termsAround,
} from "./rows.ts";

/** Does all that has fallen due for a role; gives back what its chats are to be told, if anything. */
export async function stepRole(store: Store, roleId: string): Promise<RoleNews | undefined> {
  const { tx, now } = store.session;
  const found = await findRole(store, roleId);
  if (found === undefined || found.endedAt !== undefined) return undefined;
  await lockRoles(store, found);
  // Somebody may have changed it until the lock was there.
  const role = tx.provider === "sqlite" ? found : ((await findRole(store, roleId)) ?? found);
  let around = await replan(store, role, await termsAround(store, role));
  const [before] = around;
  const offers = await openOffersOf(store, around);
  const held = doingIn(store, before, offers.covers);
  let nobody: TermRow | undefined;
  for (let [running, coming] = around; coming !== undefined; [running, coming] = around) {
    if (nextMoment(role, coming) > now) break;
    if (coming.from.getTime() <= now) {
      around = await beginTerm(store, role, running, coming, offers);
    } else {
      const { term, empty } = await advance(store, role, running, coming);
      nobody = empty > 0 && coming.stage !== 1 ? coming : undefined;
      around = [running, term];
    }
  }
  const open = around.filter((term) => term !== undefined && term.stage > 0 && freePlaces(role, term).length > 0);
  for (const term of open) if (term !== undefined) await fillPlaces(store, role, term);
  if (open.length > 0) around = await termsAround(store, role);
  const news = await newsOf(store, role, around, { held, before: before?.id, covers: offers.covers });
  if (around[0]?.id !== before?.id) await forgetOld(store, role, around[0]);
  await roleChanged(store, role, { around, told: true });
  if (nobody === undefined || nobody.from.getTime() <= now) return news;
  const empty = news ?? {
    role,
    chats: await chatsOf(store, role),
    handOver: undefined,
    relaxed: [],
    nobodyFor: undefined,
  };
  return { ...empty, nobodyFor: termRecord(nobody) };
}

/** What stands of offers for turns of the two terms when the step begins: no step makes any. */
interface OpenOffers {
  /** Stand-ins that both agreed to. */
  readonly covers: readonly CoverOfTurn[];
  /** Turns (ids) of which something is offered that nobody has answered. */
  readonly asked: ReadonlySet<string>;
}

async function openOffersOf({ session: { tx } }: Store, around: Around): Promise<OpenOffers> {
  const turns = around.flatMap((term) => term?.turns.map(({ id }) => id) ?? []);
  if (turns.length === 0) return { covers: [], asked: new Set() };
  const rows = await tx.$queryRaw<OfferRow>`
    SELECT * FROM "RoleOffer" WHERE "turnId" IN (${Prisma.join(turns)}) AND "state" IN ('offered', 'agreed') ORDER BY "from"`;
  return {
    covers: rows.filter(({ kind, state }) => kind === "cover" && state === "agreed").map(coverOfTurn),
    asked: new Set(rows.filter(({ state }) => state === "offered").map(({ turnId }) => turnId)),
  };
}

/** Who does the work of a term now, or did at its end if that has passed. Ids of people. */
function doingIn(store: Store, term: TermWithTurns | undefined, covers: readonly CoverOfTurn[]): ReadonlySet<string> {
  const turns = term?.turns.filter((turn) => isHeld(turn, term)) ?? [];
  const at = Math.min(store.session.now, (term?.to.getTime() ?? 0) - 1);
  return new Set(turns.flatMap((turn) => doneBy(turn, covers, at) ?? []));
}

/** One stage further: gives back the term as it stands then. `empty`: for how many places there is nobody. */
async function advance(
  store: Store,
  role: Role,
  running: TermWithTurns | undefined,
  term: TermWithTurns,
): Promise<{ readonly term: TermWithTurns; readonly empty: number }> {
  await store.session.tx.$executeRaw`UPDATE "RoleTerm" SET "stage" = "stage" + 1 WHERE "id" = ${term.id}`;
  // Who has it already, since they meant to swap it, is asked at its time like the others.
  const early = term.stage === 0 ? term.turns.filter(({ state }) => state === "asked") : [];
  for (const turn of early) await remind(store, turn, term, "asked");
  const { term: filled, empty } = await fillPlaces(store, role, { ...term, stage: term.stage + 1 });
  const second = term.stage === 1 && filled.turns.some(({ state }) => state === "asked");
  if (second) await askSecond(store, role, filled);
  if (term.stage === 2) await remindBoth(store, running, filled);
  return { term: second ? await findTerm(store, term.id) : filled, empty };
}

/** A question that was put so short a time ago is not put again in the same words. Milliseconds: half a day. */
const askAgain = day / 2;

async function remindBoth(store: Store, running: TermWithTurns | undefined, term: TermWithTurns): Promise<void> {
  for (const turn of term.turns) {
    if (turn.state === "accepted") await remind(store, turn, term, "tomorrow");
    else if (turn.state === "asked" && store.session.now - turn.changedAt.getTime() >= askAgain)
      await remind(store, turn, term, turn.second ? "second" : "asked");
  }
  const stays = new Set(term.turns.filter(({ state }) => state === "accepted").map(({ personId }) => personId));
  for (const turn of running?.turns ?? []) {
    if (running !== undefined && isHeld(turn, running) && !stays.has(turn.personId))
      await remind(store, turn, running, "leaving");
  }
}

/** The hour has come: gives back the terms as they stand then. */
async function beginTerm(
  store: Store,
  role: Role,
  running: TermWithTurns | undefined,
  coming: TermWithTurns,
  offers: OpenOffers,
): Promise<Around> {
  const { tx, now } = store.session;
  const late = coming.stage === 0 && coming.to.getTime() > now;
  const { term } = late ? await fillPlaces(store, role, coming) : { term: coming };
  const at = (place: number) => term.turns.find((one) => one.place === place && one.state === "accepted");
  const places = Array.from({ length: role.holders }, (_, place) => place);
  const before = running?.turns.filter((turn) => isHeld(turn, running)) ?? [];
  const most = Math.max(-1, ...before.map(({ place }) => place));
  const held = Array.from(
    { length: most + 1 },
    (_, place) => before.find((one) => one.place === place)?.personId ?? undefined,
  );
  const holders = handOver(
    places.map((place) => at(place)?.personId ?? undefined),
    held,
  );
  if (running !== undefined) {
    await tx.$executeRaw`UPDATE "RoleTerm" SET "state" = 'over', "news" = ${false} WHERE "id" = ${running.id}`;
    await tx.$executeRaw`
      UPDATE "RoleTurn" SET "remind" = NULL, "state" = CASE WHEN "state" = 'asked' THEN 'silent' ELSE "state" END
      WHERE "termId" = ${running.id}`;
  }
  await tx.$executeRaw`
    UPDATE "RoleTerm" SET "state" = 'begun', "stage" = 3, "news" = ${true}, "sequence" = "sequence" + 1
    WHERE "id" = ${term.id}`;
  const [from, to] = [term.from.getTime(), term.to.getTime()];
  const begun = new Map(term.turns.map((one) => [one.id, one]));
  for (const place of places) {
    const taker = at(place);
    if (taker !== undefined) {
      begun.set(taker.id, await setTurn(store, taker, { heldFrom: term.from, heldTo: term.to, remind: null }));
      continue;
    }
    for (const asked of term.turns.filter((one) => one.place === place && one.state === "asked")) {
      await takeCredit(store, role, asked);
    }
    const holder = holders[place];
    if (holder === undefined) continue;
    const turn = await addTurn(store, term, {
      place,
      personId: holder.id,
      state: "acting",
      heldFrom: from,
      heldTo: to,
    });
    begun.set(turn.id, turn);
    await giveCredit(store, role, term, turn);
  }
  // What is still offered comes too late: covers of the term that is over, swaps of the one that begins.
  const turns = [...(running?.turns ?? []), ...term.turns].map(({ id }) => id).filter((id) => offers.asked.has(id));
  if (turns.length > 0) {
    await tx.$executeRaw`
      UPDATE "RoleOffer" SET "state" = 'void' WHERE "turnId" IN (${Prisma.join(turns)}) AND "state" = 'offered'
        AND ("kind" = 'swap' OR "turnId" NOT IN (SELECT "id" FROM "RoleTurn" WHERE "termId" = ${term.id}))`;
  }
  const next = await addTerm(store, role, term.index + 1, to);
  return [
    { ...term, state: "begun", stage: 3, news: true, sequence: term.sequence + 1, turns: [...begun.values()] },
    { ...next, turns: [] },
  ];
}

/** What the chats are still to be told. `held`: who did the work before, in the term `before` (its id). */
async function newsOf(
  store: Store,
  role: Role,
  around: Around,
  {
    held,
    before,
    covers,
  }: {
    readonly held: ReadonlySet<string>;
    readonly before: string | undefined;
    readonly covers: readonly CoverOfTurn[];
  },
): Promise<RoleNews | undefined> {
  const { tx, now } = store.session;
  const terms = around.filter((term) => term !== undefined);
  const relaxed = terms.flatMap((term) =>
    term.turns
      .filter(({ news, state }) => news && active.includes(state))
      .flatMap(({ personId, why }) =>
        personId === null ? [] : [{ personId, rules: readWhy(why)?.relaxed ?? [], term: termRecord(term) }],
      ),
  );
  const [running] = terms.filter(({ state }) => state === "begun");
  const tells = running?.news === true;
  if (!tells && relaxed.length === 0) return undefined;
  const ids = Prisma.join(terms.map(({ id }) => id));
  if (terms.some(({ turns }) => turns.some((one) => one.news))) {
    await tx.$executeRaw`UPDATE "RoleTurn" SET "news" = ${false} WHERE "termId" IN (${ids}) AND "news" = ${true}`;
  }
  await tx.$executeRaw`UPDATE "RoleTerm" SET "news" = ${false} WHERE "id" IN (${ids}) AND "news" = ${true}`;
  const own = covers.filter(({ turnId }) => running?.turns.some(({ id }) => id === turnId) === true);
  const handOver_ = running === undefined || !tells ? undefined : handOverOf(role, running, own, held, before, now);
  return { role, chats: await chatsOf(store, role), handOver: handOver_, relaxed, nobodyFor: undefined };
}

function handOverOf(
  role: Role,
  running: TermWithTurns,
  covers: readonly CoverOfTurn[],
  held: ReadonlySet<string>,
  before: string | undefined,
  now: number,
): HandOver {
  const holders = running.turns.filter((turn) => isHeld(turn, running)).sort(byPlace);
  const firm = holders.filter(({ state }) => state === "accepted").length;
  const doing = new Set(holders.map((turn) => doneBy(turn, covers, now)));
  const left = [...held].filter((id) => !doing.has(id));
  const fresh = running.id !== before;
  return {
    term: termRecord(running),
    holders: holders.map(turnRecord),
    covers,
    left,
    wanted: Math.max(0, role.holders - firm),
    late: fresh ? now - running.from.getTime() : 0,
  };
}

/** Terms whose retention has passed, except the few that the limit still looks at; and absences. */
async function forgetOld(store: Store, role: Role, running: TermRow | undefined): Promise<void> {
  const { tx, now } = store.session;
  if (running === undefined) return;
  const before = new Date(now - store.federation.retentionDays * day);
  // In the order of an index that begins with those: all of the past would be looked at otherwise.
  const gone = await tx.$queryRaw<{ id: string }>`
    SELECT "id" FROM "RoleTerm"
    WHERE "roleId" = ${role.id} AND "to" < ${before} AND "index" < ${running.index - role.limit}
    ORDER BY "to" LIMIT 100`;
  if (gone.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM "RoleOffer"
    WHERE "roleId" = ${role.id} AND "to" < ${before} AND NOT ("kind" = 'swap' AND "state" = 'agreed')`;
  await tx.$executeRaw`DELETE FROM "RoleTerm" WHERE "id" IN (${Prisma.join(gone.map(({ id }) => id))})`;
  await tx.$executeRaw`
    DELETE FROM "Absence"
    WHERE "to" < ${before} AND "personId" IN (SELECT "personId" FROM "RoleMember" WHERE "roleId" = ${role.id})`;
}

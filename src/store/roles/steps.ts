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
  findTerm,
  lockRolesBeside,
  nextMoment,
  remind,
  roleChanged,
  setTurns,
  termsAround,
} from "./rows.ts";
import { offersIn, readWhole, type OpenOffers, type WholeRole } from "./whole.ts";

/** Does all that has fallen due for a role; gives back what its chats are to be told, if anything. */
export async function stepRole(store: Store, roleId: string): Promise<RoleNews | undefined> {
  const { now } = store.session;
  await lockRolesBeside(store, roleId);
  const found = await readWhole(store, roleId);
  if (found === undefined || found.role.endedAt !== undefined) return undefined;
  const { role } = found;
  let around = await replan(store, role, found.around);
  const [before] = around;
  const offers = around === found.around ? found.offers : await openOffersOf(store, around);
  const held = doingIn(store, before, offers.covers);
  let told = false;
  let nobody: TermRow | undefined;
  for (let [running, coming] = around; coming !== undefined; [running, coming] = around) {
    if (nextMoment(role, coming) > now) break;
    if (coming.from.getTime() <= now) {
      around = await beginTerm(store, role, running, coming, { offers, told });
    } else {
      const { term, empty } = await advance(store, role, running, coming, offers.covers);
      told = true;
      nobody = empty > 0 && coming.stage !== 1 ? coming : undefined;
      around = [running, term];
    }
  }
  const open = around.filter((term) => term !== undefined && term.stage > 0 && freePlaces(role, term).length > 0);
  for (const term of open) if (term !== undefined) await fillPlaces(store, role, term);
  if (open.length > 0) around = await termsAround(store, role);
  const news = await newsOf(store, role, around, { held, before: before?.id, offers, found });
  if (found.hasOld && around[0]?.id !== before?.id) await forgetOld(store, role, around[0]);
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

/** As the step begins: no step makes any. */
async function openOffersOf({ session: { tx } }: Store, around: Around): Promise<OpenOffers> {
  const turns = around.flatMap((term) => term?.turns.map(({ id }) => id) ?? []);
  if (turns.length === 0) return { covers: [], asked: new Set() };
  const rows = await tx.$queryRaw<OfferRow>`
    SELECT * FROM "RoleOffer" WHERE "turnId" IN (${Prisma.join(turns)}) AND "state" IN ('offered', 'agreed') ORDER BY "from"`;
  return offersIn(rows);
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
  covers: readonly CoverOfTurn[],
): Promise<{ readonly term: TermWithTurns; readonly empty: number }> {
  await store.session.tx.$executeRaw`UPDATE "RoleTerm" SET "stage" = "stage" + 1 WHERE "id" = ${term.id}`;
  // Who has it already, since they meant to swap it, is asked at its time like the others.
  const early = term.stage === 0 ? term.turns.filter(({ state }) => state === "asked") : [];
  for (const turn of early) await remind(store, turn, term, "asked", covers);
  const { term: filled, empty } = await fillPlaces(store, role, { ...term, stage: term.stage + 1 });
  const second = term.stage === 1 && filled.turns.some(({ state }) => state === "asked");
  if (second) await askSecond(store, role, filled);
  if (term.stage === 2) await remindBoth(store, running, filled, covers);
  return { term: second ? await findTerm(store, term.id) : filled, empty };
}

/** A question that was put so short a time ago is not put again in the same words. Milliseconds: half a day. */
const askAgain = day / 2;

async function remindBoth(
  store: Store,
  running: TermWithTurns | undefined,
  term: TermWithTurns,
  covers: readonly CoverOfTurn[],
): Promise<void> {
  for (const turn of term.turns) {
    if (turn.state === "accepted") await remind(store, turn, term, "tomorrow", covers);
    else if (turn.state === "asked" && store.session.now - turn.changedAt.getTime() >= askAgain)
      await remind(store, turn, term, turn.second ? "second" : "asked", covers);
  }
  const stays = new Set(term.turns.filter(({ state }) => state === "accepted").map(({ personId }) => personId));
  for (const turn of running?.turns ?? []) {
    if (running !== undefined && isHeld(turn, running) && !stays.has(turn.personId))
      await remind(store, turn, running, "leaving", covers);
  }
}

/** The hour has come: gives back the terms as they stand then. `told`: this step has had somebody reminded, which its rows here do not show. */
async function beginTerm(
  store: Store,
  role: Role,
  running: TermWithTurns | undefined,
  coming: TermWithTurns,
  { offers, told }: { readonly offers: OpenOffers; readonly told: boolean },
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
  // Nobody is to be told more of what is over, and nobody answers it any more.
  if (told || running?.turns.some(({ remind, state }) => remind !== null || state === "asked") === true) {
    await tx.$executeRaw`
      UPDATE "RoleTurn" SET "remind" = NULL, "state" = CASE WHEN "state" = 'asked' THEN 'silent' ELSE "state" END
      WHERE "termId" = ${running?.id ?? ""}`;
  }
  const ids = Prisma.join([term, running].flatMap((one) => one?.id ?? []));
  await tx.$executeRaw`
    UPDATE "RoleTerm" SET "news" = ${false}, "state" = CASE WHEN "id" = ${term.id} THEN 'begun' ELSE 'over' END,
      "stage" = CASE WHEN "id" = ${term.id} THEN 3 ELSE "stage" END,
      "sequence" = CASE WHEN "id" = ${term.id} THEN "sequence" + 1 ELSE "sequence" END
    WHERE "id" IN (${ids})`;
  const [from, to] = [term.from.getTime(), term.to.getTime()];
  const begun = new Map(term.turns.map((one) => [one.id, one]));
  const takers = places.flatMap((place) => at(place) ?? []);
  const holding = { heldFrom: term.from, heldTo: term.to, remind: null };
  for (const turn of await setTurns(store, takers, holding)) begun.set(turn.id, turn);
  for (const place of places) {
    if (at(place) !== undefined) continue;
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
    { ...term, state: "begun", stage: 3, news: false, sequence: term.sequence + 1, turns: [...begun.values()] },
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
    offers: { covers },
    found,
  }: {
    readonly held: ReadonlySet<string>;
    readonly before: string | undefined;
    readonly offers: OpenOffers;
    readonly found: WholeRole;
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
  // What begins is told of in the step in which it begins.
  const tells = running !== undefined && (running.news || running.id !== before);
  if (!tells && relaxed.length === 0) return undefined;
  const ids = Prisma.join(terms.map(({ id }) => id));
  if (terms.some(({ turns }) => turns.some((one) => one.news))) {
    await tx.$executeRaw`UPDATE "RoleTurn" SET "news" = ${false} WHERE "termId" IN (${ids}) AND "news" = ${true}`;
  }
  if (terms.some((one) => one.news)) {
    await tx.$executeRaw`UPDATE "RoleTerm" SET "news" = ${false} WHERE "id" IN (${ids}) AND "news" = ${true}`;
  }
  const own = covers.filter(({ turnId }) => running?.turns.some(({ id }) => id === turnId) === true);
  const handOver_ =
    running === undefined || !tells ? undefined : handOverOf(role, running, { covers: own, held, before, now, found });
  return { role, chats: await chatsOf(store, role), handOver: handOver_, relaxed, nobodyFor: undefined };
}

function handOverOf(
  role: Role,
  running: TermWithTurns,
  {
    covers,
    held,
    before,
    now,
    found: { noted, approves },
  }: {
    readonly covers: readonly CoverOfTurn[];
    readonly held: ReadonlySet<string>;
    readonly before: string | undefined;
    readonly now: number;
    readonly found: WholeRole;
  },
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
    hasNotes: noted.has(running.id),
    approves,
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

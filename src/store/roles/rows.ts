/**
 * The rows of roles: finding and writing them, and planning what falls due. The lowest of the layers of roles.ts; nothing
 * here decides who is asked.
 */
import { minuteOf } from "../../domain/time.ts";
import { nextOccurrence } from "../../domain/recurrence.ts";
import {
  leadMoments,
  roleCard,
  roleJobs,
  rolesCard,
  type Leads,
  type Reminder,
  type Role,
  type RoleOwner,
  type TurnState,
} from "../../domain/roles.ts";
import {
  Prisma,
  type Role as RoleRow,
  type RoleMember as MemberRow,
  type RoleOffer as OfferRow,
  type RoleTerm as TermRow,
  type RoleTurn as TurnRow,
} from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import {
  active,
  coverOfTurn,
  doneBy,
  freePlaces,
  joining,
  momentOf,
  openOffers,
  ownedBySql,
  purposes,
  type Around,
  type CoverOfTurn,
  type TermWithTurns,
} from "./records.ts";

/** A role, ended or not. */
export async function findRole(store: Store, id: string): Promise<Role | undefined> {
  const [role] = await rolesWhere(store, Prisma.sql`r."id" = ${id}`);
  return role;
}

async function rolesWhere(store: Store, where: Prisma.Sql): Promise<readonly Role[]> {
  const rows = await store.session.tx.$queryRaw<RoleRow & { readonly powerRoleId: string | null }>`
    SELECT r.*, c."powerRoleId" FROM "Role" r LEFT JOIN "Cell" c ON c."id" = r."cellId"
    WHERE r."federationId" = ${store.federation.id} AND ${where} ORDER BY r."createdAt", r."id"`;
  return rows.map((row) => roleRecord(store, row, row.powerRoleId));
}

/** The roles of a cell or council in the order in which they were made; without those that ended, unless asked for. */
export function listRoles(store: Store, owner: RoleOwner, { ended = false } = {}): Promise<readonly Role[]> {
  const open = ended ? Prisma.empty : Prisma.sql`AND r."endedAt" IS NULL`;
  return rolesWhere(store, Prisma.sql`${ownedBySql("r", owner)} ${open}`);
}

/** The chats (ids of ours) of the role's cell or council. */
export async function chatsOf(store: Store, role: Pick<Role, "owner">): Promise<readonly string[]> {
  const rows = await store.session.tx.$queryRaw<{ id: string }>`
    SELECT "id" FROM "Chat" c WHERE c."federationId" = ${store.federation.id} AND ${ownedBySql("c", role.owner)}
    ORDER BY c."createdAt", c."id"`;
  return rows.map(({ id }) => id);
}

export async function rolesOf(store: Store, personId: string, where: Prisma.RoleWhereInput): Promise<readonly Role[]> {
  const offers = { OR: [{ fromId: personId }, { toId: personId }] };
  const mine = {
    OR: [{ members: { some: { personId } } }, { turns: { some: { personId } } }, { offers: { some: offers } }],
  };
  const rows = await store.session.tx.role.findMany({
    where: { federationId: store.federation.id, endedAt: null, AND: [where, mine] },
    include: { cell: { select: { powerRoleId: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => roleRecord(store, row, row.cell?.powerRoleId));
}

/** Everybody who is in a role now: in its pool, in a term, or by a swap or cover. Ids. */
export async function everybodyIn(store: Store, { id }: Role): Promise<readonly string[]> {
  const { tx, now } = store.session;
  const members = await tx.roleMember.findMany({ where: { roleId: id, leftAt: null } });
  const terms = await withTurns(store, Prisma.sql`"roleId" = ${id} AND "state" IN ('begun', 'planned')`);
  const offers = await tx.roleOffer.findMany({ where: { AND: [{ roleId: id }, openOffers(new Date(now))] } });
  const ids = [
    ...members.map(({ personId }) => personId),
    ...terms.flatMap(({ turns }) => turns.flatMap(({ personId }) => personId ?? [])),
    ...offers.flatMap(({ fromId, toId }) => [fromId, toId]),
  ];
  return [...new Set(ids)].sort();
}

/** The term that runs, and the one to come. */
export async function termsAround(store: Store, role: Role): Promise<Around> {
  const [around] = await termsAroundAll(store, [role]);
  return around ?? [undefined, undefined];
}

/** The same of several roles, in their order. */
export async function termsAroundAll(store: Store, roles: readonly Role[]): Promise<readonly Around[]> {
  if (roles.length === 0) return [];
  const ids = Prisma.join(roles.map(({ id }) => id));
  const rows = await withTurns(store, Prisma.sql`"roleId" IN (${ids}) AND "state" IN ('begun', 'planned')`);
  return roles.map(({ id }) => {
    const own = rows.filter(({ roleId }) => roleId === id);
    return [own.find(({ state }) => state === "begun"), own.find(({ state }) => state === "planned")];
  });
}

export async function findTerm(store: Store, id: string): Promise<TermWithTurns> {
  const [term] = await withTurns(store, Prisma.sql`"id" = ${id}`);
  if (term === undefined) throw new Error("a term is gone");
  return term;
}

/** Terms with their turns. Read past Prisma's client: every step and every press of a button begins with it. */
export async function withTurns(store: Store, where: Prisma.Sql): Promise<readonly TermWithTurns[]> {
  const { tx } = store.session;
  const terms = await tx.$queryRaw<TermRow>`SELECT * FROM "RoleTerm" WHERE ${where}`;
  if (terms.length === 0) return [];
  const ids = Prisma.join(terms.map(({ id }) => id));
  const turns = await tx.$queryRaw<TurnRow>`SELECT * FROM "RoleTurn" WHERE "termId" IN (${ids}) ORDER BY "id"`;
  return terms.map((term) => ({ ...term, turns: turns.filter(({ termId }) => termId === term.id) }));
}

/** A turn with its role and term, locked. */
export async function findTurn(
  store: Store,
  turnId: string,
): Promise<{ readonly role: Role; readonly term: TermWithTurns; readonly turn: TurnRow } | undefined> {
  const found = await store.session.tx.roleTurn.findUnique({ where: { id: turnId }, select: { roleId: true } });
  const role = found === null ? undefined : await findRole(store, found.roleId);
  if (role === undefined) return undefined;
  await lockRoles(store, role);
  const turn = await store.session.tx.roleTurn.findUnique({ where: { id: turnId } });
  return turn === null ? undefined : { role, term: await findTerm(store, turn.termId), turn };
}

export function roleRecord(store: Store, row: RoleRow, powerRoleId: string | null | undefined): Role {
  const { sealer } = store.federation;
  const { pattern, start, zone } = row;
  return {
    id: row.id,
    owner: { cellId: row.cellId ?? undefined, councilId: row.councilId ?? undefined },
    number: row.number,
    name: sealer.open(row.sealedName, purposes.name, row.id),
    rule: { pattern, start, minute: row.minute, zone },
    holders: row.holders,
    limit: row.limit,
    checklist: row.sealedChecklist === null ? undefined : sealer.open(row.sealedChecklist, purposes.checklist, row.id),
    leads: JSON.parse(row.leads) as Leads, // an edge: only `create` and `edit` write it
    power: powerRoleId === row.id,
    createdAt: row.createdAt.getTime(),
    endedAt: row.endedAt?.getTime(),
  };
}

export async function poolRows(store: Store, roleId: string): Promise<MemberRow[]> {
  return (await poolsOf(store, [roleId])).get(roleId) ?? [];
}

/** The pools of several roles, by their ids. */
export async function poolsOf(store: Store, roleIds: readonly string[]): Promise<ReadonlyMap<string, MemberRow[]>> {
  if (roleIds.length === 0) return new Map();
  const rows = await store.session.tx.$queryRaw<MemberRow>`
    SELECT * FROM "RoleMember" WHERE "roleId" IN (${Prisma.join([...roleIds])}) AND "leftAt" IS NULL
    ORDER BY "personId"`;
  return Map.groupBy(rows, ({ roleId }) => roleId);
}

export async function isInPool(store: Store, role: Role, personId: string): Promise<boolean> {
  return (await store.session.tx.roleMember.count({ where: { roleId: role.id, personId, leftAt: null } })) > 0;
}

export async function isMemberOf(store: Store, { owner }: Role, personId: string): Promise<boolean> {
  const cell =
    owner.cellId === undefined ? { councils: { some: { councilId: owner.councilId ?? "" } } } : { id: owner.cellId };
  return (await store.session.tx.membership.count({ where: { personId, cell } })) > 0;
}

/** The roles of a cell are chosen for together: two choices at once must not take the same person. */
export async function lockRoles(store: Store, { owner, id }: Role): Promise<void> {
  const { tx } = store.session;
  if (tx.provider !== "postgresql") return;
  await tx.$queryRaw`
    SELECT "id" FROM "Role" WHERE "id" = ${id} OR "cellId" = ${owner.cellId ?? null}
      OR "councilId" = ${owner.councilId ?? null} ORDER BY "id" ${tx.forUpdate}`;
}

/** The same of a role of which no more than the id is known. */
export async function lockRolesBeside(store: Store, roleId: string): Promise<void> {
  const { tx } = store.session;
  if (tx.provider !== "postgresql") return;
  await tx.$queryRaw`
    SELECT "id" FROM "Role" WHERE "id" = ${roleId}
      OR "cellId" = (SELECT "cellId" FROM "Role" WHERE "id" = ${roleId})
      OR "councilId" = (SELECT "councilId" FROM "Role" WHERE "id" = ${roleId}) ORDER BY "id" ${tx.forUpdate}`;
}

export async function addTerm(store: Store, role: Role, index: number, from: number): Promise<TermRow> {
  const row: TermRow = {
    id: store.session.newId(),
    roleId: role.id,
    index,
    from: new Date(from),
    to: new Date(nextOccurrence(role.rule, from)),
    state: "planned",
    stage: 0,
    sequence: 0,
    news: false,
  };
  await store.session.tx.$executeRaw`
    INSERT INTO "RoleTerm" ("id", "roleId", "index", "from", "to", "state", "stage", "sequence", "news")
    VALUES (${row.id}, ${row.roleId}, ${row.index}, ${row.from}, ${row.to}, ${row.state}, ${row.stage},
      ${row.sequence}, ${row.news})`;
  return row;
}

export async function addTurn(
  store: Store,
  term: TermRow,
  of: {
    readonly place: number;
    readonly personId: string;
    readonly forId?: string;
    readonly state: TurnState;
    readonly second?: boolean;
    readonly credited?: boolean;
    readonly heldFrom?: number;
    readonly heldTo?: number;
    readonly why?: string | null;
    readonly news?: boolean;
    readonly remind?: Reminder["kind"];
  },
): Promise<TurnRow> {
  const { heldFrom, heldTo, ...plain } = of;
  const row: TurnRow = {
    forId: null,
    second: false,
    credited: false,
    why: null,
    remind: null,
    news: false,
    notedAt: null,
    ...plain,
    id: store.session.newId(),
    roleId: term.roleId,
    termId: term.id,
    heldFrom: heldFrom === undefined ? null : new Date(minuteOf(heldFrom)),
    heldTo: heldTo === undefined ? null : new Date(minuteOf(heldTo)),
    changedAt: new Date(minuteOf(store.session.now)),
  };
  await store.session.tx.$executeRaw`
    INSERT INTO "RoleTurn" ("id", "roleId", "termId", "place", "personId", "forId", "state", "second", "credited",
      "heldFrom", "heldTo", "why", "remind", "news", "notedAt", "changedAt")
    VALUES (${row.id}, ${row.roleId}, ${row.termId}, ${row.place}, ${row.personId}, ${row.forId}, ${row.state},
      ${row.second}, ${row.credited}, ${row.heldFrom}, ${row.heldTo}, ${row.why}, ${row.remind}, ${row.news},
      ${row.notedAt}, ${row.changedAt})`;
  return row;
}

/** Changes a turn: gives it back as it stands then. */
export async function setTurn(store: Store, turn: TurnRow, to: Partial<TurnRow>): Promise<TurnRow> {
  const [changed = turn] = await setTurns(store, [turn], to);
  return changed;
}

/** The same of several turns at once. */
export async function setTurns(
  store: Store,
  turns: readonly TurnRow[],
  to: Partial<TurnRow>,
): Promise<readonly TurnRow[]> {
  if (turns.length === 0) return [];
  const changes = { ...to, changedAt: new Date(minuteOf(store.session.now)) };
  const columns = Object.entries(changes).map(([name, value]) => Prisma.sql`${Prisma.raw(`"${name}"`)} = ${value}`);
  const ids = Prisma.join(turns.map(({ id }) => id));
  await store.session.tx.$executeRaw`UPDATE "RoleTurn" SET ${Prisma.join(columns)} WHERE "id" IN (${ids})`;
  return turns.map((turn) => ({ ...turn, ...changes }));
}

/** Whoever does the work at that moment is to be told. `covers`: who stands in for it, among others, if that was read. */
export async function remind(
  store: Store,
  turn: TurnRow,
  term: TermRow,
  remind: Reminder["kind"],
  covers: readonly CoverOfTurn[] | undefined = undefined,
): Promise<void> {
  await store.session.tx.$executeRaw`UPDATE "RoleTurn" SET "remind" = ${remind} WHERE "id" = ${turn.id}`;
  const personId = doneBy(turn, covers ?? (await coversOf(store, [turn.id])), momentOf(remind, term));
  if (personId !== undefined) await planTell(store, personId);
}

/** The chats are to be told how the places stand. */
export async function tellChat(store: Store, term: TermRow): Promise<void> {
  await store.session.tx.roleTerm.update({ where: { id: term.id }, data: { news: true } });
}

/** Its event in a calendar has changed. */
export async function calendarChanged(store: Store, term: TermRow): Promise<void> {
  await store.session.tx.$executeRaw`UPDATE "RoleTerm" SET "sequence" = "sequence" + 1 WHERE "id" = ${term.id}`;
}

/** Covers that both agreed to. */
export async function coversOf(store: Store, turnIds: readonly string[]): Promise<readonly CoverOfTurn[]> {
  if (turnIds.length === 0) return [];
  const rows = await store.session.tx.$queryRaw<OfferRow>`
    SELECT * FROM "RoleOffer" WHERE "turnId" IN (${Prisma.join(turnIds)}) AND "kind" = 'cover' AND "state" = 'agreed'
    ORDER BY "from"`;
  return rows.map(coverOfTurn);
}

/** What has begun of a cover stays; the rest, and what is owed, is void. */
export async function voidOffers(store: Store, where: Prisma.RoleOfferWhereInput): Promise<void> {
  const { tx } = store.session;
  const now = new Date(store.session.now);
  await tx.roleOffer.updateMany({
    where: { AND: [where, { kind: "cover", state: "agreed", from: { lt: now }, to: { gt: now } }] },
    data: { to: new Date(minuteOf(store.session.now)) },
  });
  await tx.roleOffer.updateMany({
    where: {
      AND: [
        where,
        {
          OR: [
            { state: "offered" },
            { state: "agreed", kind: "swap" },
            { state: "agreed", kind: "cover", from: { gte: now } },
          ],
        },
      ],
    },
    data: { state: "void" },
  });
}

export async function planTell(store: Store, personId: string, at = store.session.now): Promise<void> {
  const key = `${roleJobs.tell}:${personId}`;
  await store.jobs.schedule({ kind: roleJobs.tell, key, payload: { person: personId }, dueAt: at });
}

/**
 * The key of a role's job. By when the role was made: roles that change hands at one moment are filled in that order. The
 * number is as long as it will be until 2286.
 */
export const stepKey = ({ id, createdAt }: Pick<Role, "id" | "createdAt">): string =>
  `${roleJobs.step}:${createdAt}:${id}`;

export async function planStep(store: Store, role: Role, dueAt: number): Promise<void> {
  const key = stepKey(role);
  await store.jobs.schedule({ kind: roleJobs.step, key, payload: { role: role.id }, dueAt });
}

/** When something is to be done next for the term to come. */
export function nextMoment(role: Role, term: TermWithTurns): number {
  const from = term.from.getTime();
  const { ask, again, last } = leadMoments(from, role.rule.zone, role.leads);
  const asked = Math.min(...term.turns.filter(({ state }) => state === "asked").map((one) => one.changedAt.getTime()));
  // Who was asked late has half of the time that is left to answer.
  const patient = Number.isFinite(asked) ? Math.max(again, asked + Math.floor((from - asked) / 2)) : again;
  const moment = [ask, patient, Math.max(last, term.stage === 2 ? last : patient)][term.stage];
  return Math.min(from, moment ?? from);
}

/**
 * Something about a role has changed: its cards are shown again, and its job is moved to what falls due next.
 * `joined`: there are more who can be asked. `around`: its terms, if they were just read. `told`: the chats were told.
 */
export async function roleChanged(
  store: Store,
  role: Role,
  how: { readonly joined?: boolean; readonly around?: Around; readonly told?: boolean } = {},
): Promise<void> {
  const { now } = store.session;
  const [running, coming] = how.around ?? (await termsAround(store, role));
  if (coming === undefined) return;
  const terms = [running, coming].filter((term) => term !== undefined);
  const tells = terms.some((term) => term.news || term.turns.some((one) => one.news && active.includes(one.state)));
  const next = Math.max(nextMoment(role, coming), role.createdAt + joining);
  const free = how.joined === true && terms.some((term) => term.stage > 0 && freePlaces(role, term).length > 0);
  const dueAt = tells && how.told !== true ? now : Math.min(next, free ? now + joining : Infinity);
  await planStep(store, role, Math.max(now, Math.min(dueAt, Math.max(coming.from.getTime(), now))));
  touchCards(store, role);
}

export function touchCards(store: Store, role: Role): void {
  const owner = role.owner.cellId ?? role.owner.councilId ?? "";
  store.cards.touch({ kind: roleCard, subject: role.id });
  store.cards.touch({ kind: rolesCard, subject: owner });
}

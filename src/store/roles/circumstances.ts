/**
 * What a choice looks at besides the pool. It is read once for a time ({@link lookAround}), of one role or of several of one
 * cell or council; how things stand at each term in it is reckoned from that ({@link circumstancesAt}).
 */
import type { Role } from "../../domain/roles.ts";
import type { Circumstances } from "../../domain/rotation.ts";
import { Prisma, type RoleOffer as OfferRow, type RoleTerm as TermRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { active, isHeld, ownedBySql, type TermWithTurns } from "./records.ts";

/** A time of somebody: away, or with another role. */
interface Occupied {
  readonly personId: string;
  readonly from: Date;
  readonly to: Date;
}

/** What was read for the terms of a time. */
export interface Surroundings {
  readonly away: readonly Occupied[];
  /** Who has which role of this cell or council (its id), or is asked for it. */
  readonly busy: readonly (Occupied & { readonly roleId: string })[];
  /** Whose the terms before the first one were, as far back as the limit looks. */
  readonly served: readonly { readonly roleId: string; readonly index: number; readonly id: string }[];
}

/** A role, the first of its terms that is looked at, and until when (end of the last one). */
export interface LookedAt {
  readonly role: Role;
  readonly term: Pick<TermRow, "index" | "from">;
  readonly until: Date;
}

/** Reads it. `terms`: of roles that one cell or council has. `people`: those of their pools (ids). */
export async function lookAround(
  { session: { tx } }: Store,
  terms: readonly LookedAt[],
  people: readonly string[],
): Promise<Surroundings> {
  const [first] = terms;
  // Nobody can be chosen.
  if (first === undefined || people.length === 0) return { away: [], busy: [], served: [] };
  const from = new Date(Math.min(...terms.map(({ term }) => term.from.getTime())));
  const until = new Date(Math.max(...terms.map((one) => one.until.getTime())));
  const itself = terms.length === 1 ? Prisma.sql`AND r."id" <> ${first.role.id}` : Prisma.empty;
  const busy = await tx.$queryRaw<Occupied & { roleId: string }>`
    SELECT r."id" AS "roleId", t."personId", m."from", m."to"
    FROM "Role" r JOIN "RoleTerm" m ON m."roleId" = r."id" JOIN "RoleTurn" t ON t."termId" = m."id"
    WHERE ${ownedBySql("r", first.role.owner)} ${itself} AND r."endedAt" IS NULL
      AND m."state" IN ('planned', 'begun') AND m."from" < ${until} AND m."to" > ${from}
      AND t."state" IN (${Prisma.join(active)}) AND t."personId" IS NOT NULL
      AND (t."heldTo" IS NULL OR t."heldTo" >= m."to")`;
  const past = terms.map(
    ({ role, term: { index } }) =>
      Prisma.sql`(m."roleId" = ${role.id} AND m."index" >= ${index - role.limit} AND m."index" < ${index})`,
  );
  // By the terms, whose index is in an index of the table: by the turns all of the past would be looked at.
  const served = await tx.$queryRaw<{ roleId: string; index: number; id: string }>`
    SELECT m."roleId", m."index", COALESCE(t."forId", t."personId", '') AS "id"
    FROM "RoleTerm" m JOIN "RoleTurn" t ON t."termId" = m."id"
    WHERE (${Prisma.join(past, " OR ")}) AND t."credited" = ${true}`;
  const away = await tx.$queryRaw<Occupied>`
    SELECT "personId", "from", "to" FROM "Absence"
    WHERE "personId" IN (${Prisma.join([...new Set(people)])}) AND "from" < ${until} AND "to" > ${from}`;
  return { away, busy, served };
}

/** How things stand for a term of a role, one of those that were looked at. */
export function circumstancesAt(
  { away, busy, served }: Surroundings,
  role: Role,
  term: Pick<TermWithTurns, "index" | "from" | "to" | "state" | "turns">,
): Circumstances {
  const within = ({ from, to }: Occupied): boolean => from < term.to && to > term.from;
  const people = (turns: TermWithTurns["turns"]) =>
    turns.flatMap((one) => [one.personId, one.forId]).filter((id) => id !== null);
  const own = served.filter(({ roleId, index }) => roleId === role.id && index < term.index);
  const has = new Set(own.map(({ index, id }) => `${index} ${id}`));
  const inRow = new Map<string, number>();
  for (const id of new Set(own.map((one) => one.id))) {
    let terms = 0;
    while (has.has(`${term.index - 1 - terms} ${id}`)) terms++;
    inRow.set(id, terms);
  }
  return {
    away: new Set(away.filter(within).map(({ personId }) => personId)),
    declined: new Set(people(term.turns.filter(({ state }) => state === "declined" || state === "withdrawn"))),
    busy: new Set(busy.filter((one) => one.roleId !== role.id && within(one)).map(({ personId }) => personId)),
    taken: new Set(
      people(term.turns.filter((one) => active.includes(one.state) && (one.heldFrom === null || isHeld(one, term)))),
    ),
    inRow,
  };
}

/** Who owes whom a turn from a swap that both agreed to: `fromId` owes `toId`. */
export type Owed = Pick<OfferRow, "id" | "fromId" | "toId">;

/**
 * What is served by the term that `personId` is chosen for: the first debt to them of somebody who is in the pool, not away,
 * and has nothing to do in that term.
 * @param owed the oldest first
 */
export const servedBy = (
  owed: readonly Owed[],
  personId: string,
  at: { readonly away: ReadonlySet<string>; readonly busy: ReadonlySet<string>; readonly pool: ReadonlySet<string> },
): Owed | undefined =>
  owed.find(
    ({ fromId, toId }) => toId === personId && at.pool.has(fromId) && !at.away.has(fromId) && !at.busy.has(fromId),
  );

/** A role with all that a step of it looks at, in one statement: at each hand-over it is read once. */
import type { Role } from "../../domain/roles.ts";
import type { RoleOffer as OfferRow, RoleTurn as TurnRow } from "../generated/sqlite/client.ts";
import { columns, joined, unalias, type Aliased } from "../joined.ts";
import type { Store } from "../repository.ts";
import { coverOfTurn, day, type Around, type CoverOfTurn, type TermWithTurns } from "./records.ts";
import { roleRecord } from "./rows.ts";

/** What stands of offers for turns of the two terms. */
export interface OpenOffers {
  /** Stand-ins that both agreed to. */
  readonly covers: readonly CoverOfTurn[];
  /** Turns (ids) of which something is offered that nobody has answered. */
  readonly asked: ReadonlySet<string>;
}

/** A role as a step finds it. */
export interface WholeRole {
  readonly role: Role;
  readonly around: Around;
  readonly offers: OpenOffers;
  /** Terms (ids) for which somebody has left a note. */
  readonly noted: ReadonlySet<string>;
  /** Whoever holds it is asked about what goes out of a fund: a treasurer's role, or one that coordinates a cell. */
  readonly approves: boolean;
  /** Whether a term has ended longer ago than the federation keeps what is personal. */
  readonly hasOld: boolean;
}

export const offersIn = (rows: readonly OfferRow[]): OpenOffers => ({
  covers: rows.filter(({ kind, state }) => kind === "cover" && state === "agreed").map(coverOfTurn),
  asked: new Set(rows.filter(({ state }) => state === "offered").map(({ turnId }) => turnId)),
});

interface Beside {
  readonly powerRoleId: string | null;
  readonly cellTreasurer: string | null;
  readonly councilTreasurer: string | null;
  /** 0 or 1, as what follows: a comparison has another type on each database. */
  readonly noted: number;
  readonly hasOld: number;
}

/** Ended or not; undefined if there is none. */
export async function readWhole(store: Store, roleId: string): Promise<WholeRole | undefined> {
  const { tx, now } = store.session;
  const before = new Date(now - store.federation.retentionDays * day);
  const rows = await tx.$queryRaw<Aliased<"role" | "term" | "turn" | "offer"> & Beside>`
    SELECT ${columns("r", "role")}, ${columns("t", "term")}, ${columns("u", "turn")}, ${columns("o", "offer")},
      c."powerRoleId" AS "powerRoleId", c."treasurerRoleId" AS "cellTreasurer", k."treasurerRoleId" AS "councilTreasurer",
      CASE WHEN EXISTS (SELECT 1 FROM "RoleNote" n WHERE n."termId" = t."id") THEN 1 ELSE 0 END AS "noted",
      CASE WHEN EXISTS (SELECT 1 FROM "RoleTerm" x WHERE x."roleId" = r."id" AND x."to" < ${before})
        THEN 1 ELSE 0 END AS "hasOld"
    FROM "Role" r
      LEFT JOIN "Cell" c ON c."id" = r."cellId" LEFT JOIN "Council" k ON k."id" = r."councilId"
      LEFT JOIN "RoleTerm" t ON t."roleId" = r."id" AND t."state" IN ('begun', 'planned')
      LEFT JOIN "RoleTurn" u ON u."termId" = t."id"
      LEFT JOIN "RoleOffer" o ON o."turnId" = u."id" AND o."state" IN ('offered', 'agreed')
    WHERE r."id" = ${roleId} AND r."federationId" = ${store.federation.id}
    ORDER BY u."id", o."from"`;
  const [first] = rows;
  if (first === undefined) return undefined;
  const terms = new Map<string, TermWithTurns>();
  const offers: OfferRow[] = [];
  const noted = new Set<string>();
  for (const row of rows) {
    const [term, turn, offer] = [joined(row, "term"), joined(row, "turn"), joined(row, "offer")];
    if (term === null) continue;
    const turns: TurnRow[] = terms.get(term.id)?.turns ?? [];
    terms.set(term.id, { ...term, turns });
    // Of one turn the rows follow one another.
    if (turn !== null && turns.at(-1)?.id !== turn.id) turns.push(turn);
    if (offer !== null) offers.push(offer);
    if (row.noted === 1) noted.add(term.id);
  }
  const inState = (state: string) => [...terms.values()].find((term) => term.state === state);
  return {
    role: roleRecord(store, unalias(first, "role"), first.powerRoleId),
    around: [inState("begun"), inState("planned")],
    offers: offersIn(offers.sort((one, other) => one.from.getTime() - other.from.getTime())),
    noted,
    approves: [first.powerRoleId, first.cellTreasurer, first.councilTreasurer].includes(roleId),
    hasOld: first.hasOld === 1,
  };
}

/**
 * What people chose as an hour on their clocks is kept as a moment. When the zone data changes, that moment shows another
 * hour; so it moves, and the hour stays.
 *
 * For each zone a fact says by which rules its moments were computed (src/store/zone-facts.ts). States of a zone: unknown
 * -> noted, where it comes into use or at the first start -> noted anew, in the transaction that has moved everything in
 * it, at the first start under newer data. So nothing is moved twice, and a process that dies in between goes on with the
 * next zone.
 *
 * What moves is what is ahead by either of both rules, and what falls due for it with it: no reminder is sent again. A
 * drive's deadline, a seat's end, an absence too; of an assembly that has begun, its end. What waits for the end of
 * somebody's quiet hours looks at once how long they last now, and waits on. What was counted from now on (the 48 hours of
 * an election, the day of a check-in) is no hour on a clock and stays. Roles and circles could be computed from their
 * rules, but single terms were moved by hand.
 */
import { minuteOf } from "../domain/time.ts";
import { cardParts } from "../chat/cards.ts";
import { actionCard, actionJobs, careChangedJob } from "../domain/actions.ts";
import { alertJobs } from "../domain/alerts.ts";
import { careNeedJobs } from "../domain/asked-care.ts";
import { assemblyCard, assemblyJobs } from "../domain/assemblies.ts";
import { charterJobs } from "../domain/charter.ts";
import { circleJobs } from "../domain/circles.ts";
import { dateJobs } from "../domain/dates.ts";
import { decisionJobs } from "../domain/decisions.ts";
import { driveCard, driveJobs } from "../domain/drives.ts";
import { delegateJobs } from "../domain/elections.ts";
import { fundJobs } from "../domain/fund.ts";
import { helpJobs } from "../domain/help.ts";
import { gatheringCard, gatheringJobs, overdueJob } from "../domain/gatherings.ts";
import { askJob } from "../domain/ledger.ts";
import { phaseJobs } from "../domain/phases.ts";
import { wrongJob } from "../domain/sentences.ts";
import { roleCard, roleJobs, rolesCard } from "../domain/roles.ts";
import type { Rule } from "../domain/recurrence.ts";
import { vouchedJob, vouchLostJob } from "../domain/vouches.ts";
import { sameClock } from "../domain/zone-rules.ts";
import { Cards } from "./cards.ts";
import type { Database, Tx } from "./database.ts";
import { Facts } from "./facts.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { zonesInUse } from "./inspection.ts";
import type { Session } from "./session.ts";
import { isFresh, noteAnew, notedZone, ownVersion } from "./zone-facts.ts";
import { zonesOf2025b } from "./zones-2025b.ts";
import { stepKey } from "./roles/rows.ts";

/** Kinds of jobs that wait for the end of quiet hours, and look whether it has come when they fall due. */
const waiting: readonly string[] = [
  roleJobs.tell,
  roleJobs.offer,
  roleJobs.answered,
  roleJobs.notes,
  circleJobs.question,
  circleJobs.answered,
  assemblyJobs.nudge,
  delegateJobs.seated,
  delegateJobs.unseated,
  delegateJobs.proposed,
  delegateJobs.mandate,
  vouchedJob,
  vouchLostJob,
  careChangedJob,
  overdueJob,
  askJob,
  helpJobs.check,
  fundJobs.question,
  fundJobs.told,
  careNeedJobs.tell,
  careNeedJobs.gone,
  alertJobs.lapse,
  wrongJob,
];

/** Zones are noted from the beginning: a zone that is not was computed with what Node.js knows now. */
const begun = "zones";

// An edge: only `createSeries` and `changeAssembly` of src/store/assemblies/planning.ts write it.
const zoneOfSeries = ({ rule }: { readonly rule: string }): string => (JSON.parse(rule) as Rule).zone;

/**
 * At the start, before anything falls due: moves what is planned in zones whose rules have changed since it was computed.
 * Older data than what is noted changes nothing. Gives the zones in which something was moved.
 */
export async function keepLocalHours(database: Database, sessionIn: (tx: Tx) => Session): Promise<readonly string[]> {
  const zones = await database.transaction(async (tx) => {
    const series = await tx.assemblySeries.findMany({ where: { endedAt: null }, select: { rule: true } });
    return new Set([...(await zonesInUse(sessionIn(tx))), ...series.map(zoneOfSeries)]);
  });
  const moved: string[] = [];
  for (const zone of zones) {
    if (await database.transaction((tx) => keepIn(sessionIn(tx), zone))) moved.push(zone);
  }
  await database.transaction((tx) => new Facts(sessionIn(tx)).once(begun));
  return moved;
}

async function keepIn(session: Session, zone: string): Promise<boolean> {
  const noted = await notedZone(session, zone);
  if (noted !== undefined && (noted.version > ownVersion() || isFresh(noted, session.now))) return false;
  const earlier = (await new Facts(session).get(begun)) === undefined;
  const rules = noted?.rules ?? (earlier ? zonesOf2025b.get(zone) : undefined);
  const until = noted?.until ?? Infinity;
  const keep = (at: number): number => (rules === undefined || at > until ? at : sameClock(at, rules, zone));
  const moved = await new Move(session, keep).all(zone);
  await noteAnew(session, zone);
  return moved;
}

/** Rows of a table whose moments are hours on clocks of a zone. */
interface Planned {
  readonly table: string;
  /** Columns with a moment, or none in a row. */
  readonly columns: readonly string[];
  /** `id`, what else is named here, and the columns, of the rows in a zone that can still move. */
  readonly rows: Prisma.Sql;
  /** The kinds of jobs that follow a column, and which id is in their key. */
  readonly jobs?: Readonly<Record<string, { readonly follows: string; readonly of?: string }>>;
  /** The live messages that show it, and which id they are of. */
  readonly cards?: Readonly<Record<string, string>>;
}

function planned(zone: string, now: number, series: readonly string[]): readonly Planned[] {
  const { sql } = Prisma;
  const ofCell = sql`JOIN "Cell" c ON c."id" = t."cellId" AND c."zone" = ${zone}`;
  const ofRole = sql`JOIN "Role" r ON r."id" = t."roleId" AND r."zone" = ${zone} AND r."endedAt" IS NULL`;
  const ofAction = sql`JOIN "Action" a ON a."id" = t."actionId" AND a."state" IN ('planned', 'confirmed')
    JOIN "Cell" c ON c."id" = a."cellId" AND c."zone" = ${zone}`;
  const ofGathering = sql`JOIN "Gathering" g ON g."id" = t."gatheringId" AND g."state" = 'open'
    JOIN "Cell" c ON c."id" = g."cellId" AND c."zone" = ${zone}`;
  const { remind, decide, rest, over } = gatheringJobs;
  const term = sql`t."id", t."roleId", COALESCE(r."cellId", r."councilId") AS "owner"`;
  const roleCards = { [roleCard]: "roleId", [rolesCard]: "owner" };
  const step = (follows: string) => ({ [roleJobs.step]: { follows, of: "roleId" } });
  return [
    {
      table: "Gathering",
      columns: ["at", "decidesAt"],
      rows: sql`SELECT t."id", t."at", t."decidesAt" FROM "Gathering" t ${ofCell} WHERE t."state" = 'open'`,
      jobs: {
        [remind]: { follows: "at" },
        [rest]: { follows: "at" },
        [over]: { follows: "at" },
        [decide]: { follows: "decidesAt" },
      },
      cards: { [gatheringCard]: "id" },
    },
    {
      table: "GatheringTime",
      columns: ["at"],
      rows: sql`SELECT t."id", t."gatheringId", t."at" FROM "GatheringTime" t ${ofGathering}`,
      cards: { [gatheringCard]: "gatheringId" },
    },
    {
      table: "Action",
      columns: ["startsAt", "endsAt"],
      rows: sql`SELECT t."id", t."startsAt", t."endsAt" FROM "Action" t ${ofCell}
        WHERE t."state" IN ('planned', 'confirmed')`,
      jobs: { [actionJobs.open]: { follows: "startsAt" }, [actionJobs.end]: { follows: "endsAt" } },
      cards: { [actionCard]: "id" },
    },
    {
      table: "CareAct",
      columns: ["startsAt", "endsAt"],
      rows: sql`SELECT t."id", t."actionId", t."startsAt", t."endsAt" FROM "CareAct" t ${ofAction}
        WHERE t."doneAt" IS NULL`,
      cards: { [actionCard]: "actionId" },
    },
    {
      table: "CareNeed",
      columns: ["at"],
      rows: sql`SELECT t."id", t."cellId", t."at" FROM "CareNeed" t ${ofCell}`,
      jobs: { [careNeedJobs.near]: { follows: "at" }, [careNeedJobs.over]: { follows: "at" } },
      cards: { [cardParts.meeting]: "cellId" },
    },
    {
      table: "Drive",
      columns: ["deadline"],
      rows: sql`SELECT t."id", t."deadline" FROM "Drive" t ${ofCell} WHERE t."closedAt" IS NULL`,
      jobs: { [driveJobs.close]: { follows: "deadline" }, [driveJobs.clock]: { follows: "deadline" } },
      cards: { [driveCard]: "id" },
    },
    {
      table: "RoleTerm",
      columns: ["from", "to"],
      rows: sql`SELECT ${term}, t."from", t."to" FROM "RoleTerm" t ${ofRole}
        WHERE t."state" = 'planned' ORDER BY t."index"`,
      jobs: step("from"),
      cards: roleCards,
    },
    {
      table: "RoleTerm",
      columns: ["to"],
      rows: sql`SELECT ${term}, t."to" FROM "RoleTerm" t ${ofRole} WHERE t."state" = 'begun'`,
      cards: roleCards,
    },
    {
      table: "RoleTurn",
      columns: ["heldTo"],
      rows: sql`SELECT t."id", t."heldTo" FROM "RoleTurn" t ${ofRole}
        JOIN "RoleTerm" m ON m."id" = t."termId" AND m."state" IN ('planned', 'begun')`,
    },
    {
      table: "RoleTurn",
      columns: ["heldFrom"],
      rows: sql`SELECT t."id", t."heldFrom" FROM "RoleTurn" t ${ofRole} WHERE t."heldFrom" > ${new Date(now)}`,
    },
    {
      table: "RoleOffer",
      columns: ["from", "to"],
      rows: sql`SELECT t."id", t."from", t."to" FROM "RoleOffer" t ${ofRole} WHERE t."state" IN ('offered', 'agreed')`,
    },
    {
      table: "Absence",
      columns: ["from", "to"],
      rows: sql`SELECT t."id", t."from", t."to" FROM "Absence" t JOIN "Person" p ON p."id" = t."personId"
        JOIN "Cell" c ON c."id" = p."cellId" AND c."zone" = ${zone}`,
    },
    {
      table: "Assembly",
      columns: ["slotAt", "startsAt", "endsAt"],
      rows:
        series.length === 0
          ? sql`SELECT "id" FROM "Assembly" WHERE 1 = 0`
          : sql`SELECT t."id", t."slotAt", t."startsAt", t."endsAt" FROM "Assembly" t
              WHERE t."closedAt" IS NULL AND t."seriesId" IN (${Prisma.join([...series])})`,
      jobs: {
        [assemblyJobs.invite]: { follows: "startsAt" },
        [assemblyJobs.remind]: { follows: "startsAt" },
        [assemblyJobs.open]: { follows: "startsAt" },
        [assemblyJobs.close]: { follows: "endsAt" },
      },
      cards: { [assemblyCard]: "id" },
    },
    {
      table: "CircleTurn",
      columns: ["at"],
      rows: sql`SELECT t."id", t."circleId", t."at" FROM "CircleTurn" t JOIN "Circle" r ON r."id" = t."circleId"
        JOIN "Cell" c ON c."id" = r."cellId" AND c."zone" = ${zone} ORDER BY t."at"`,
      jobs: { [circleJobs.remind]: { follows: "at" }, [circleJobs.next]: { follows: "at", of: "circleId" } },
    },
    {
      table: "Seat",
      columns: ["until"],
      rows: sql`SELECT t."id", t."until" FROM "Seat" t ${ofCell} WHERE t."until" IS NOT NULL`,
      jobs: { [delegateJobs.term]: { follows: "until" }, [delegateJobs.termAhead]: { follows: "until" } },
    },
    {
      table: "Poll",
      columns: ["until"],
      rows: sql`SELECT t."id", t."until" FROM "Poll" t ${ofCell} WHERE t."closedAt" IS NULL AND t."until" IS NOT NULL`,
    },
    {
      // What falls due at an hour of a day that stands as a date of the calendar.
      table: "Job",
      columns: ["dueAt"],
      rows: sql`SELECT t."id", t."dueAt" FROM "Job" t WHERE t."failedAt" IS NULL AND t."key" IN (
        SELECT ${`${charterJobs.notes}:`} || c."id" FROM "Cell" c WHERE c."zone" = ${zone}
        UNION SELECT ${`${decisionJobs.review}:`} || d."id" FROM "Decision" d
          LEFT JOIN "Cell" c ON c."id" = d."cellId" LEFT JOIN "Council" o ON o."id" = d."councilId"
          WHERE COALESCE(c."zone", o."zone") = ${zone}
        UNION SELECT ${`${dateJobs.debrief}:`} || d."id" FROM "DateProposal" d
          JOIN "Council" o ON o."id" = d."councilId" WHERE o."zone" = ${zone})`,
    },
  ];
}

type Row = Readonly<Record<string, string | Date | null>>;

/** Moves what is planned in one zone. */
class Move {
  readonly #session: Session;
  readonly #keep: (at: number) => number;
  /** Keys of jobs that have moved: several rows may name one. */
  readonly #moved = new Set<string>();

  constructor(session: Session, keep: (at: number) => number) {
    this.#session = session;
    this.#keep = keep;
  }

  async all(zone: string): Promise<boolean> {
    const { tx, now } = this.#session;
    const going = await tx.assemblySeries.findMany({
      where: { assemblies: { some: { closedAt: null } } },
      select: { id: true, rule: true },
    });
    const series = going.filter((one) => zoneOfSeries(one) === zone).map(({ id }) => id);
    let any = false;
    for (const of of planned(zone, now, series)) any = (await this.#table(of)) || any;
    if (any) await this.#phases(zone);
    return (await this.#quiet(zone)) || any;
  }

  async #table(of: Planned): Promise<boolean> {
    const rows = await this.#session.tx.$queryRaw<Row>(of.rows);
    const moves = rows
      .map((row) => ({
        row,
        by: new Map(of.columns.map((column) => [column, this.#by(row[column])] as const)),
      }))
      .filter(({ by }) => [...by.values()].some((one) => one !== 0));
    // No two rows may have the same moment meanwhile: what moves on makes room from the end, what moves back from the beginning.
    const [first = ""] = of.columns;
    const at = ({ row }: { readonly row: Row }): number => Number(row[first] ?? 0);
    const back = moves.filter(({ by }) => [...by.values()].some((one) => one < 0)).sort((a, b) => at(a) - at(b));
    const on = moves.filter((move) => !back.includes(move)).sort((a, b) => at(b) - at(a));
    for (const { row, by } of [...back, ...on]) await this.#row(of, row, by);
    for (const { row, by } of moves) await this.#follow(of, row, by);
    return moves.length > 0;
  }

  /** By how many milliseconds a moment moves. What lies behind by both rules stays. */
  #by(value: Row[string] | undefined): number {
    if (!(value instanceof Date)) return 0;
    const at = value.getTime();
    const kept = this.#keep(at);
    return Math.max(at, kept) > this.#session.now ? kept - at : 0;
  }

  async #row({ table, columns }: Planned, row: Row, by: ReadonlyMap<string, number>): Promise<void> {
    const { tx, now } = this.#session;
    const id = String(row["id"]);
    const set = columns.flatMap((column) => {
      const value = row[column];
      const moved = value instanceof Date ? new Date(value.getTime() + (by.get(column) ?? 0)) : undefined;
      return moved === undefined ? [] : [Prisma.sql`${Prisma.raw(`"${column}"`)} = ${moved}`];
    });
    await tx.$executeRaw(Prisma.sql`UPDATE ${Prisma.raw(`"${table}"`)} SET ${Prisma.join(set)} WHERE "id" = ${id}`);
    // Calendars ask whether it has changed.
    if (table === "Gathering") {
      await tx.gathering.update({
        where: { id },
        data: { revision: { increment: 1 }, changedAt: new Date(minuteOf(now)) },
      });
    }
    if (table === "RoleTerm") await tx.roleTerm.update({ where: { id }, data: { sequence: { increment: 1 } } });
    if (table === "Assembly") {
      await tx.assembly.update({ where: { id }, data: { series: { update: { changes: { increment: 1 } } } } });
    }
  }

  /** The keys that the job of a role has, and had until 0.1.0. */
  async #stepKeys(id: string): Promise<string[]> {
    const role = await this.#session.tx.role.findUnique({ where: { id }, select: { createdAt: true } });
    const now = role === null ? [] : [stepKey({ id, createdAt: role.createdAt.getTime() })];
    return [...now, `${roleJobs.step}:${id}`];
  }

  /** What falls due for it moves along; what shows it is shown again. */
  async #follow({ jobs = {}, cards = {} }: Planned, row: Row, by: ReadonlyMap<string, number>): Promise<void> {
    for (const [kind, { follows, of = "id" }] of Object.entries(jobs)) {
      const distance = by.get(follows) ?? 0;
      const key = `${kind}:${String(row[of])}`;
      if (distance === 0 || this.#moved.has(key)) continue;
      this.#moved.add(key);
      const { tx } = this.#session;
      const keys = kind === roleJobs.step ? await this.#stepKeys(String(row[of])) : [key];
      for (const job of await tx.job.findMany({ where: { key: { in: keys } }, select: { id: true, dueAt: true } })) {
        const dueAt = new Date(job.dueAt.getTime() + distance);
        await tx.job.update({ where: { id: job.id }, data: { dueAt } });
      }
    }
    for (const [kind, of] of Object.entries(cards)) {
      new Cards(this.#session).touch({ kind, subject: String(row[of]) });
    }
  }

  /** Who is not to be disturbed until an hour on their clock. */
  async #quiet(zone: string): Promise<boolean> {
    const { tx, now } = this.#session;
    const of = {
      OR: [{ zone }, { cells: { some: { zone } } }, { councils: { some: { zone } } }, { people: { some: { zone } } }],
    };
    const federations = await tx.federation.findMany({ where: of, select: { id: true } });
    const jobs = await tx.job.findMany({
      where: {
        federationId: { in: federations.map(({ id }) => id) },
        kind: { in: [...waiting] },
        failedAt: null,
        dueAt: { gt: new Date(now) },
      },
      select: { id: true, dueAt: true },
    });
    const moved = jobs.filter(({ dueAt }) => this.#keep(dueAt.getTime()) !== dueAt.getTime());
    await tx.job.updateMany({ where: { id: { in: moved.map(({ id }) => id) } }, data: { dueAt: new Date(now) } });
    return moved.length > 0;
  }

  /** The turn of a phase is looked at again no later than at the same hour; who looks sees whether it has come. */
  async #phases(zone: string): Promise<void> {
    const { tx } = this.#session;
    const federations = await tx.federation.findMany({
      where: { OR: [{ zone }, { cells: { some: { zone } } }] },
      select: { id: true },
    });
    for (const { id } of federations) {
      const key = `${phaseJobs.turn}:${id}`;
      const job = await tx.job.findUnique({ where: { key }, select: { dueAt: true } });
      const kept = this.#keep(job?.dueAt.getTime() ?? 0);
      if (job !== null && kept < job.dueAt.getTime())
        await tx.job.update({ where: { key }, data: { dueAt: new Date(kept) } });
    }
  }
}

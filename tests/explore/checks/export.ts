/** `/me export` holds every row that refers to the person (docs/rules.md, "The commands"). */
import { Prisma } from "../../../src/store/generated/sqlite/client.ts";
import { personRecord } from "../../../src/store/people/records.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import type { Session } from "../../../src/store/session.ts";
import { allRows } from "../../kit/rows.ts";
import { FederationsIn, type Check, type Found } from "./check.ts";

type Exported = Readonly<Record<string, unknown>>;

const listAt = (exported: Exported, ...path: readonly string[]): number => {
  let found: unknown = exported;
  for (const name of path) found = (found as Exported | undefined)?.[name];
  return Array.isArray(found) ? found.length : 0;
};

/**
 * How many entries of an export stand for rows of a table that has a column of people. Where the export says it in another
 * form (a flag, a setting), the reason stands beside. A table that is not here is looked at all the same, if less closely.
 */
const entries: Readonly<Record<string, (of: Exported) => number>> = {
  Person: () => 1,
  Identity: (of) => listAt(of, "accounts"),
  Membership: (of) => listAt(of, "cells"),
  Vouch: (of) => listAt(of, "vouches", "given") + listAt(of, "vouches", "received"),
  Code: (of) => listAt(of, "codes"),
  Cell: (of) => listAt(of, "coordinates"),
  Council: (of) => listAt(of, "coordinatesCouncils"),
  Drive: (of) => listAt(of, "drivesOpened"),
  Pledge: (of) => listAt(of, "pledges"),
  RoleMember: (of) => listAt(of, "roles", "pools"),
  RoleTurn: (of) => listAt(of, "roles", "turns"),
  RoleOffer: (of) => listAt(of, "roles", "swapsAndCovers"),
  RoleNote: (of) => listAt(of, "roles", "notes"),
  Absence: (of) => listAt(of, "roles", "away"),
  Action: (of) => listAt(of, "actionsPlanned") + listAt(of, "actionsConfirmed"),
  CarePlace: (of) => listAt(of, "careTakenOn"),
  Gathering: (of) => listAt(of, "gatheringsMade"),
  Rsvp: (of) => listAt(of, "gatheringsAnswered"),
  TimeChoice: (of) => listAt(of, "timesChosen"),
  CareEntry: (of) =>
    listAt(of, "care", "given") + listAt(of, "care", "received") + listAt(of, "care", "enteredForOthers"),
  CareNeed: (of) => listAt(of, "careNeeds"),
  CareOffer: (of) => listAt(of, "careOffers"),
  CareAsk: (of) => listAt(of, "careAsked"),
  FundPart: (of) => listAt(of, "fundEntries"),
  FundRequest: (of) => listAt(of, "fundRequests"),
  FundApproval: (of) => listAt(of, "fundApprovals"),
  FundApprover: (of) => listAt(of, "fundsApproved"),
  CheckInAnswer: (of) => listAt(of, "checkInAnswers"),
  DateAnswer: (of) => listAt(of, "dateAnswers"),
  Alert: (of) => listAt(of, "alertsRaised"),
  AlertAnswer: (of) => listAt(of, "alertsAnswered"),
  HelpCard: (of) => listAt(of, "emergencyCardChanges"),
  CirclePlace: (of) => listAt(of, "circles"),
  CircleTurn: (of) => listAt(of, "circleTurns") + listAt(of, "circleTurnsDeclined"),
  Seat: (of) => listAt(of, "delegate"),
  Poll: (of) => listAt(of, "elections", "recalls"),
  PollCandidate: (of) => listAt(of, "elections", "stoodIn"),
  Attendance: (of) => listAt(of, "assemblies"),
  Speaker: (of) => {
    const all = of["assemblies"];
    return Array.isArray(all) ? all.reduce<number>((sum, one: Exported) => sum + listAt(one, "askedToSpeak"), 0) : 0;
  },
  // What is to be done for the person is planned under their id, and holds nothing besides.
  Job: () => Number.POSITIVE_INFINITY,
  // Which cards name the person: what they show stands in the lists above.
  CardPart: () => Number.POSITIVE_INFINITY,
};

/** Rows that others hang on: whether the export depends on them says little. */
const parents: ReadonlySet<string> = new Set(["Person", "Cell", "Council"]);

/**
 * Whether the export holds a row, of each table one: without the row it says something else. (To count entries is not enough:
 * one may stand there twice in the place of another.)
 */
async function unheld(
  { tx }: Session,
  id: string,
  rows: ReadonlyMap<string, number>,
  write: () => Promise<Exported>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const exported = await write();
  const full = JSON.stringify(exported);
  for (const table of rows.keys()) {
    const told = entries[table];
    if (parents.has(table) || (told !== undefined && !Number.isFinite(told(exported)))) continue;
    const key = await tx.$queryRaw<{ readonly name: string }>`
      SELECT "name" FROM pragma_table_info(${table}) WHERE "pk" > 0 ORDER BY "pk"`;
    const columns = key.map(({ name }) => Prisma.raw(`"${name}"`));
    const all = await tx.$queryRaw<Readonly<Record<string, unknown>>>(
      Prisma.sql`SELECT * FROM ${Prisma.raw(`"${table}"`)} ORDER BY ${Prisma.join(columns)}`,
    );
    const theirs = all.filter((row) => Object.values(row).some((value) => String(value).includes(id)));
    const one = theirs[full.length % Math.max(1, theirs.length)];
    if (one === undefined) continue;
    await tx.$executeRaw(Prisma.raw("SAVEPOINT held"));
    const which = key.map(({ name }, index) => Prisma.sql`${columns[index]} = ${one[name]}`);
    await tx.$executeRaw(Prisma.sql`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.join(which, " AND ")}`);
    const without = JSON.stringify(await write());
    await tx.$executeRaw(Prisma.raw("ROLLBACK TO held"));
    await tx.$executeRaw(Prisma.raw("RELEASE held"));
    if (without === full) {
      const detail = JSON.stringify(one, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
      found.push({ feature: table, kind: "has a row that is not in the export", detail });
    }
  }
  return found;
}

/** How many rows name somebody, by table. `rows`: as tests/kit/rows.ts gives them. */
function naming(rows: readonly string[], personId: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of rows.filter((text) => text.includes(personId))) {
    const [table = ""] = one.split(" ", 1);
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return counts;
}

/** Of which tables an export has fewer entries than there are rows that name the person. `rows`: as tests/kit/rows.ts gives them. */
export function lackingIn(exported: Exported, rows: readonly string[], personId: string): readonly Found[] {
  return [...naming(rows, personId)].flatMap(([table, count]): Found[] => {
    const there = entries[table]?.(exported);
    // Of a table that is not here it is only seen whether the export depends on its rows: `unheld`.
    if (there === undefined) return [];
    return there < count ? [{ feature: table, kind: "lacks rows in the export", detail: `${there} of ${count}` }] : [];
  });
}

export const exports: Check = {
  name: "export",
  begin: () => {
    let turn = 0;
    return {
      async whole(play, { last }) {
        // An export is the dearest of all reads: of one person now and then, of some at the end.
        turn++;
        if (!last && turn % 4 !== 1) return [];
        const rows = await allRows(play.database);
        return play.look(async (session) => {
          const found: Found[] = [];
          for (const federation of await FederationsIn.all(session)) {
            const people = await session.tx.person.findMany({
              where: { federationId: federation.id },
              orderBy: { id: "asc" },
            });
            const from = turn % Math.max(1, people.length);
            const looked = [...people.slice(from), ...people.slice(0, from)].slice(0, last ? 8 : 1);
            for (const row of looked) {
              const write = () => withRepositories({}, session, federation).comingAndGoing.export(personRecord(row));
              found.push(...lackingIn(await write(), rows, row.id));
              // Dear: of one person all tables, of the others those that nothing is known of.
              const named = naming(rows, row.id);
              const tables =
                row === looked[0] ? named : new Map([...named].filter(([one]) => entries[one] === undefined));
              if (last) found.push(...(await unheld(session, row.id, tables, write)));
            }
          }
          return found;
        });
      },
    };
  },
};

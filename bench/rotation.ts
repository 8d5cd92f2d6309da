/**
 * A simulated year of cells with four roles each, and how long it takes: everything that falls due is done by the
 * schedule as in the running bot, and everybody who is asked accepts. The whole of 10,000 cells is computed from a part of
 * them (`STEWARD_BENCH_CELLS` sets how many). Then the time to plan one term, with pools of different sizes, and with
 * 10,000 past terms.
 */
import { performance } from "node:perf_hooks";
import { role as roleCommand } from "../commands/role/index.ts";
import { ManualClock } from "../src/core/clock.ts";
import { Dispatch } from "../src/core/dispatch/queue.ts";
import { secureRandom } from "../src/core/random.ts";
import { anchor, everyDay } from "../src/domain/recurrence.ts";
import { roleJobs, type Role } from "../src/domain/roles.ts";
import { Schedule } from "../src/schedule/schedule.ts";
import { Cells } from "../src/store/cells.ts";
import { openDatabase, type Database } from "../src/store/database.ts";
import { Federations, type FederationRecord } from "../src/store/federations.ts";
import { People } from "../src/store/people/people.ts";
import { rowsWritten } from "../src/store/outbox.ts";
import { Roles } from "../src/store/roles/roles.ts";
import { BenchAdapter, Folder, keyring, loadTexts } from "./world.ts";
import { count, median, ms, printAims, printTable, times } from "./table.ts";

const start = Date.UTC(2026, 0, 5, 12);
const day = 24 * 60 * 60_000;
const zone = "Europe/Paris";
const aimed = { cells: 10_000, minutes: 5 };
const cells = Number(process.env["STEWARD_BENCH_CELLS"] ?? 10);
const rolesEach = 4;
const people = 7;
const weeks = 4;
const pools = [10, 100, 1_000];
const history = 10_000;
const terms = 10;

/** The bot without a platform: what is to be said is written, and counted. */
class Rotation {
  readonly clock = new ManualClock(start);
  readonly database: Database;
  readonly dispatch: Dispatch;
  readonly schedule: Schedule;
  said = 0;
  #federation: FederationRecord | undefined;

  private constructor(database: Database) {
    this.database = database;
    const problem = (fields: object, message: string): void => {
      process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
      process.exitCode = 1;
    };
    const log = { info: () => undefined, warn: problem, error: problem };
    database.listen(rowsWritten, (rows) => void (this.said += rows?.length ?? 0));
    this.dispatch = new Dispatch({
      database,
      keyring,
      clock: this.clock,
      random: secureRandom,
      texts: loadTexts(),
      commands: [roleCommand],
      adapters: [new BenchAdapter()],
      log,
    });
    this.schedule = new Schedule({ database, clock: this.clock, dispatch: this.dispatch, log });
  }

  static async open(url: string): Promise<Rotation> {
    const made = new Rotation(await openDatabase({ url }));
    made.#federation = await made.database.transaction((tx) =>
      new Federations(made.dispatch.sessionIn(tx)).create({ name: "Bench", language: "en", zone }),
    );
    return made;
  }

  /** Works in one transaction. */
  run<T>(work: (of: { cells: Cells; people: People; roles: Roles }) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => {
      const session = this.dispatch.sessionIn(tx);
      const federation = this.#federation;
      if (federation === undefined) throw new Error("no federation");
      return work({
        cells: new Cells(session, federation),
        people: new People(session, federation),
        roles: new Roles(session, federation),
      });
    });
  }

  /** A cell with a chat, its people, and roles whose pools all of them have joined. */
  async addCell(name: string, sectorId: string, members: number, rolesOf: readonly number[]): Promise<readonly Role[]> {
    return this.run(async ({ cells, people, roles }) => {
      const cell = await cells.create({
        name,
        sectorId,
        place: undefined,
        zone,
        language: "en",
        coordinatorId: undefined,
      });
      const to = { platform: "discord", account: "bench" } as const;
      const chat = await cells.bind(cell, { ...to, ref: { id: name }, title: undefined, encrypted: false });
      const pool: string[] = [];
      for (let index = 0; index < members; index++) {
        const user = { id: `${name} ${index}`, name: `Member ${index}` };
        pool.push((await people.recognise({ ...to, user, chat })).person.id);
      }
      const made: Role[] = [];
      for (const index of rolesOf) {
        const pattern = {
          ...everyDay,
          frequency: "weekly",
          interval: weeks,
          weekdays: [{ day: 1 + (index % 7) }],
        } as const;
        const rule = anchor(pattern, { after: start + 8 * day, minute: 1080, zone });
        const owner = { cellId: cell.id, councilId: undefined };
        const plain = { holders: 1, limit: 1, checklist: undefined, power: false };
        const role = await roles.create({ owner, name: `Role ${index}`, rule, ...plain });
        for (const person of pool) await roles.join(role, person);
        made.push(role);
      }
      return made;
    });
  }

  sector(): Promise<{ readonly id: string }> {
    return this.run(({ cells }) => cells.createSector("transport"));
  }

  /** Everybody to whom the question was put accepts, as if they had pressed the button; and what was to be said is gone. */
  async accept(): Promise<void> {
    const asked = await this.database.read((tx) =>
      tx.roleTurn.findMany({
        where: { state: "asked", remind: null, term: { state: "planned" } },
        select: { id: true, personId: true },
      }),
    );
    await this.run(async ({ roles }) => {
      for (const { id, personId } of asked) if (personId !== null) await roles.answer(id, personId, "accept");
    });
    await this.database.transaction((tx) => tx.outbox.deleteMany());
  }

  /** Goes to the next moment at which something falls due, at most `until`, and does it; gives back how long it took. */
  async next(until: number): Promise<number | undefined> {
    const due = await this.schedule.next();
    if (due === undefined || due > until) return undefined;
    const from = performance.now();
    this.clock.advanceTo(Math.max(due, this.clock.now()));
    await this.schedule.tick();
    return performance.now() - from;
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

interface Year {
  readonly seconds: number;
  readonly handOvers: number;
  readonly said: number;
}

async function year(folder: Folder): Promise<Year> {
  const rotation = await Rotation.open(folder.url("year"));
  const sector = await rotation.sector();
  for (let cell = 0; cell < cells; cell++) {
    await rotation.addCell(`cell ${cell}`, sector.id, people, [cell, cell + 2, cell + 3, cell + 5]);
  }
  let took = 0;
  rotation.said = 0;
  for (let more = await rotation.next(start + 365 * day); more !== undefined;) {
    took += more;
    await rotation.accept();
    more = await rotation.next(start + 365 * day);
  }
  const handOvers = await rotation.database.read((tx) =>
    tx.roleTerm.aggregate({ _sum: { index: true }, _count: true, where: { state: "begun" } }),
  );
  const { said } = rotation;
  await rotation.close();
  return { seconds: took / 1000, handOvers: handOvers._count + (handOvers._sum.index ?? 0), said };
}

interface Planning {
  readonly pool: number;
  readonly past: number;
  readonly plan: number;
  readonly begin: number;
}

/** Without a past, and with a long one. */
async function planning(folder: Folder, pool: number): Promise<readonly Planning[]> {
  const rotation = await Rotation.open(folder.url(`pool ${pool}`));
  const sector = await rotation.sector();
  const [role] = await rotation.addCell("cell", sector.id, pool, [0]);
  if (role === undefined) throw new Error("no role");
  const none = await steps(rotation, role);
  await remember(rotation.database, role, history);
  const many = await steps(rotation, role);
  await rotation.close();
  return [
    { pool, past: 0, ...none },
    { pool, past: history, ...many },
  ];
}

/** The time of a step that asks somebody for a term, and of one that begins it. */
async function steps(rotation: Rotation, role: Role): Promise<Pick<Planning, "plan" | "begin">> {
  const [plan, begin]: [number[], number[]] = [[], []];
  while (begin.length < terms) {
    const before = await stateOf(rotation.database, role);
    const took = await rotation.next(Infinity);
    if (took === undefined) throw new Error("nothing falls due");
    const after = await stateOf(rotation.database, role);
    if (after.index > before.index) begin.push(took);
    else if (before.stage === 0 && after.stage === 1) plan.push(took);
    await rotation.accept();
  }
  return { plan: median(plan), begin: median(begin) };
}

const stateOf = (database: Database, role: Role) =>
  database.read((tx) => tx.roleTerm.findFirstOrThrow({ where: { roleId: role.id, state: "planned" } }));

/** Past terms, a day each, in which the pool took turns; they are kept for ever. */
async function remember(database: Database, role: Role, past: number): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.federation.updateMany({ data: { retentionDays: 100 * 365 } });
    await tx.roleTerm.updateMany({ where: { roleId: role.id }, data: { index: { increment: past } } });
    const pool = await tx.roleMember.findMany({ where: { roleId: role.id }, select: { personId: true } });
    const part = 500;
    for (let from = 0; from < past; from += part) {
      const indexes = Array.from({ length: Math.min(part, past - from) }, (_, index) => from + index);
      const at = (index: number) => new Date(start - (past - index) * day);
      await tx.roleTerm.createMany({
        data: indexes.map((index) => ({
          id: `past${index}`,
          roleId: role.id,
          index,
          from: at(index),
          to: at(index + 1),
          state: "over",
          stage: 3,
        })),
      });
      await tx.roleTurn.createMany({
        data: indexes.map((index) => ({
          id: `turn${index}`,
          roleId: role.id,
          termId: `past${index}`,
          place: 0,
          personId: pool[index % pool.length]?.personId ?? null,
          state: "accepted",
          credited: true,
          heldFrom: at(index),
          heldTo: at(index + 1),
          changedAt: at(index),
        })),
      });
    }
  });
}

const folder = await Folder.make();
try {
  const { seconds, handOvers, said } = await year(folder);
  const whole = (seconds * aimed.cells) / cells / 60;
  printTable(
    `rotation: ${count(cells)} cells with ${rolesEach} roles of ${weeks} weeks, ${people} people each, one year`,
    ["time", "hand-overs", "hand-overs/s", "messages", "messages/s", `${count(aimed.cells)} cells`],
    [
      [
        `${seconds.toFixed(1)} s`,
        count(handOvers),
        count(handOvers / seconds),
        count(said),
        count(said / seconds),
        `${whole.toFixed(1)} min`,
      ],
    ],
  );
  const results: Planning[] = [];
  for (const pool of pools) results.push(...(await planning(folder, pool)));
  printTable(
    `rotation: planning one term (${roleJobs.step}), median of ${terms}`,
    ["pool", "past terms", "asks", "begins"],
    results.map(({ pool, past, plan, begin }) => [count(pool), count(past), ms(plan), ms(begin)]),
  );
  const growth = pools.map((pool) => {
    const [none, many] = results.filter((one) => one.pool === pool);
    return ((many?.plan ?? Number.NaN) + (many?.begin ?? 0)) / ((none?.plan ?? 0) + (none?.begin ?? 0));
  });
  printAims([
    { what: `a year of ${count(aimed.cells)} cells under ${aimed.minutes} minutes`, met: whole < aimed.minutes },
    {
      what: `no growth with the length of history: ${growth.map(times).join(", ")}`,
      met: growth.every((one) => one < 1.5),
    },
  ]);
} finally {
  await folder.remove();
}

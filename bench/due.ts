/**
 * 1,000,000 jobs wait, 10,000 of them are due now: how long a tick takes that finds nothing, and how long until all
 * 10,000 were handed to their command. The same with 10,000 waiting shows whether the number waiting matters.
 */
import { Dispatch } from "../src/core/dispatch/queue.ts";
import { ManualClock } from "../src/core/clock.ts";
import { secureRandom } from "../src/core/random.ts";
import { Schedule } from "../src/schedule/schedule.ts";
import { openDatabase } from "../src/store/database.ts";
import { BenchAdapter, Folder, keyring, loadTexts } from "./world.ts";
import { count, median, ms, printAims, printTable, quantile, times } from "./table.ts";

const start = Date.UTC(2026, 2, 20, 16, 0);
const dueNow = 10_000;
const ticks = 200;

interface Result {
  readonly waiting: number;
  readonly empty: number;
  readonly emptySlow: number;
  readonly all: number;
}

async function measure(folder: Folder, waiting: number): Promise<Result> {
  const clock = new ManualClock(start);
  const database = await openDatabase({ url: folder.url(`due ${waiting}`) });
  let ran = 0;
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: object) => void process.stderr.write(`${JSON.stringify(fields)}\n`),
  };
  const dispatch = new Dispatch({
    database,
    keyring,
    clock,
    random: secureRandom,
    texts: loadTexts(),
    commands: [],
    systemJobs: {
      bench: () => {
        ran++;
        return Promise.resolve();
      },
    },
    adapters: [new BenchAdapter()],
    log,
  });
  const schedule = new Schedule({ database, clock, dispatch, log });

  // A minute to an hour apart over a month for those that wait; the others a second from now.
  const part = 100_000;
  for (let from = 0; from < waiting; from += part) {
    await database.transaction(
      (tx) => tx.$executeRaw`
        WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${Math.min(waiting, from + part)})
        INSERT INTO "Job" ("id", "kind", "key", "payload", "dueAt", "attempts")
        SELECT 'waiting' || i, 'bench', 'waiting' || i, '{"drive":"abcdefgh12345678"}',
          strftime('%Y-%m-%dT%H:%M:%f+00:00', ${Math.floor(start / 1000)} + 3600 + (i * 2654435761) % 2592000, 'unixepoch'), 0 FROM n`,
    );
  }
  await database.transaction(
    (tx) => tx.$executeRaw`
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${dueNow})
      INSERT INTO "Job" ("id", "kind", "key", "payload", "dueAt", "attempts")
      SELECT 'due' || i, 'bench', 'due' || i, '{"drive":"abcdefgh12345678"}',
        strftime('%Y-%m-%dT%H:%M:%f+00:00', ${Math.floor(start / 1000)} + 1, 'unixepoch'), 0 FROM n`,
  );

  const times: number[] = [];
  for (let tick = 0; tick < ticks; tick++) {
    const from = performance.now();
    await schedule.tick();
    times.push(performance.now() - from);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (ran > 0) throw new Error("a job ran too early");
  const from = performance.now();
  clock.advanceTo(start + 2_000);
  await schedule.tick();
  const all = performance.now() - from;
  if (ran !== dueNow) throw new Error(`${ran} jobs were handed over instead of ${dueNow}`);
  await database.close();
  return { waiting, empty: median(times), emptySlow: quantile(times, 0.95), all };
}

const folder = await Folder.make();
try {
  const results: Result[] = [];
  for (const waiting of [10_000, 1_000_000]) results.push(await measure(folder, waiting));
  const [few, many] = results;
  printTable(
    `due: ${count(dueNow)} jobs due at once, median of ${ticks} empty ticks`,
    ["waiting", "empty tick", "95th of 100", "all handed over", "jobs/s"],
    results.map(({ waiting, empty, emptySlow, all }) => [
      count(waiting),
      ms(empty),
      ms(emptySlow),
      ms(all),
      count((dueNow / all) * 1000),
    ]),
  );
  const growth = (many?.empty ?? 0) / (few?.empty ?? 1);
  printAims([
    { what: "an empty tick under 5 ms", met: (many?.empty ?? Number.NaN) < 5 },
    { what: `no growth with the number waiting: empty tick ${times(growth)}`, met: growth < 1.5 },
    {
      what: `no growth: all handed over ${times((many?.all ?? 0) / (few?.all ?? 1))}`,
      met: (many?.all ?? Number.NaN) / (few?.all ?? 1) < 1.5,
    },
  ]);
} finally {
  await folder.remove();
}

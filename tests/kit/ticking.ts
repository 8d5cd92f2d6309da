/**
 * A process that only ticks, as the bot does: what falls due in a database is done. It says "ready", and from
 * then on one line for each job: its name. A line on its standard input plans a job for each of the next ten seconds.
 *
 * `node tests/kit/ticking.ts DATABASE_URL`
 */
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/core/clock.ts";
import { Dispatch } from "../../src/core/dispatch/queue.ts";
import { secureRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { Schedule } from "../../src/schedule/schedule.ts";
import { openDatabase } from "../../src/store/database.ts";
import { Jobs } from "../../src/store/jobs.ts";
import { openKeyring } from "../../src/store/sealing.ts";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const database = await openDatabase({ url: process.argv[2] ?? "" });
const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: (_: object, message: string) => say(message) };
const dispatch = new Dispatch({
  database,
  keyring: openKeyring(new Uint8Array(32).fill(7)),
  clock: systemClock,
  random: secureRandom,
  texts: Texts.load(fileURLToPath(new URL("../../locales", import.meta.url))),
  commands: [],
  systemJobs: {
    note: (_, { name = "" }) => {
      say(name);
      return Promise.resolve();
    },
  },
  adapters: [],
  log,
});
const schedule = new Schedule({ database, clock: systemClock, dispatch, log });
schedule.start();
say("ready");

for await (const _ of createInterface({ input: process.stdin })) {
  const now = systemClock.now();
  await database.transaction(async (tx) => {
    const jobs = new Jobs(dispatch.sessionIn(tx));
    for (let second = 1; second <= 10; second++) {
      const name = `job ${String(second)} ${new Date(now + second * 1000).toISOString()}`;
      await jobs.schedule({ kind: "note", key: name, payload: { name }, dueAt: now + second * 1000 });
    }
  });
  say("planned");
}
await schedule.stop();
await database.close();

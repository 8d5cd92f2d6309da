/**
 * `npm start`: reads the configuration, takes and opens the database (migrations included), puts the bot together and
 * runs it until SIGTERM, SIGINT, or the end of the console. Ends with 0 after a clean stop, 2 when it cannot start, or go
 * on, because of something that whoever runs it can put right, 70 (EX_SOFTWARE of sysexits.h) after a failure that nobody
 * was waiting for, 1 otherwise.
 */
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ConsoleAdapter } from "../adapters/console/console.ts";
import { commands } from "../commands/index.ts";
import type { Adapter } from "./chat/adapter.ts";
import type { ListenAddress } from "./chat/variables.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { MovableClock, systemClock } from "./core/clock.ts";
import { describeError, type Log } from "./core/log.ts";
import { secureRandom } from "./core/random.ts";
import { Texts } from "./core/text.ts";
import { createLog, lineFor } from "./log.ts";
import { backupRunningKeys, deviceToReplace, matrixAmong, takeOverKeys } from "./operations/matrix-keys.ts";
import { takeOverWhatIsPrinted } from "./operations/past-the-log.ts";
import { PublicPages } from "./operations/pages.ts";
import { Operations, operationsToken, PortTaken } from "./operations/server.ts";
import { watchUncaught } from "./operations/uncaught.ts";
import { capabilitiesOf, connectPlatforms } from "./platforms.ts";
import { createSteward, type Steward } from "./steward.ts";
import { isAway } from "./store/away.ts";
import { MigrationError, type Database } from "./store/database.ts";
import { joinDatabase } from "./store/hold.ts";
import type { Leases } from "./store/leases.ts";
import { MasterKeyError } from "./store/master-key.ts";
import { openStore, type Store } from "./store/open.ts";
import { SealingError } from "./store/sealing.ts";
import { beginWithKeptZones } from "./zone-data.ts";
import { DatabaseHeld, type BotHold, type Hold } from "./store/held.ts";

/** Exit codes. */
const mended = 2;
const software = 70;

/** Pause before it is looked again whether every platform is up. Milliseconds. */
const lookAgain = 500;

/** SIGTERM is followed by SIGKILL after ten seconds in most places: be done before. Milliseconds. */
const stopWithin = 9_500;

/** The bot cannot start; the message says why and what to do, without secrets. */
class StartError extends Error {}

/** Its message is made for whoever starts the bot. */
const explained = (error: unknown): error is Error =>
  [ConfigError, DatabaseHeld, StartError, MasterKeyError, MigrationError, SealingError].some(
    (kind) => error instanceof kind,
  );

/** Pause before a PostgreSQL that is not there yet is looked for again. Milliseconds. */
const databaseAgain = 1_000;

/** The same once the database is there: a machine that starts brings both up, in either order. It says once that it waits. */
async function openOnceThere(config: Config, lost: () => void, log: Log): ReturnType<typeof open> {
  for (let waits = false; ;) {
    try {
      const opened = await open(config, lost, log);
      if (waits) log.info({}, "the database is there");
      return opened;
    } catch (error) {
      if (!(error instanceof StartError) || !isAway(error.cause)) throw error;
      if (!waits) log.warn({ code: codeOf(error.cause) }, "the database cannot be reached yet: it is waited for");
      waits = true;
      await setTimeout(databaseAgain);
    }
  }
}

/** What kind of an error it is, without its words. */
function codeOf(error: unknown): string {
  const { code, error: kind } = describeError(error);
  return String(code ?? kind);
}

/** The database and its key; that the database cannot be reached is for whoever starts the bot to put right. */
async function open(
  config: Config,
  lost: () => void,
  log: Log,
): Promise<Store & { readonly hold: Hold; readonly leases: Leases | undefined }> {
  let hold: BotHold | undefined;
  try {
    hold = await joinDatabase(config.databaseUrl, { lost });
    // Who comes to others changes nothing of what they work with.
    const store = await openStore(config.databaseUrl, config.masterKey, { held: hold.alone });
    const leases = await leasesOn(config.databaseUrl, store.database, hold.alone, log);
    await hold.share();
    return { ...store, hold, leases };
  } catch (error) {
    await hold?.release();
    if (explained(error)) throw error;
    throw new StartError(
      `DATABASE_URL: the database cannot be opened (${codeOf(error)}). ` +
        "Is it running, and are address, user, password and rights correct?",
      { cause: error },
    );
  }
}

/** On PostgreSQL several processes may share the work; loaded where it is used. */
async function leasesOn(url: string, database: Database, alone: boolean, log: Log): Promise<Leases | undefined> {
  if (database.provider !== "postgresql") return undefined;
  const { endEarlierLeases, PostgresqlLeases } = await import("./store/leases-postgresql.ts");
  if (alone) await endEarlierLeases(database);
  const leases = new PostgresqlLeases({
    url,
    database,
    problem: (error, what) => {
      log.warn(describeError(error), what);
    },
  });
  await leases.begin();
  log.info({ process: leases.name }, alone ? "the first process on this database" : "one of several processes");
  return leases;
}

/** Stops in order; what hangs does not hold the process longer than it is given. */
async function stop({ steward, operations, database, hold }: Running, log: Log): Promise<boolean> {
  const done = (async () => {
    operations?.stopping();
    await steward?.stop();
    await operations?.close();
    await database?.close();
    await hold?.release();
    return true;
  })().catch((error: unknown) => {
    log.error(describeError(error), "could not stop as it should; what was not finished is taken up at the next start");
    return undefined;
  });
  const late = setTimeout(stopWithin, false, { ref: false });
  const clean = await Promise.race([done, late]);
  if (clean) log.info({}, "stopped");
  else if (clean === false)
    log.error({}, "could not stop in time; what was not finished is taken up at the next start");
  return clean === true;
}

/** What has to be ended, as far as it has begun. */
interface Running {
  hold?: Hold;
  database?: Database;
  steward?: Steward;
  operations?: Operations | undefined;
}

/** Says once that every platform is up. What is down, and why, its adapter has said. */
function sayWhenReady(adapters: readonly Adapter[], log: Log): void {
  if (adapters.some((adapter) => adapter.status().state === "stopped")) return;
  if (adapters.every((adapter) => ["up", "elsewhere"].includes(adapter.status().state))) {
    log.info({ platforms: namesOf(adapters) }, "ready");
    return;
  }
  systemClock.after(lookAgain, () => {
    sayWhenReady(adapters, log);
  });
}

const namesOf = (adapters: readonly Adapter[]): string =>
  adapters.map(({ capabilities }) => capabilities.platform).join(" ");

/** The local port; that it cannot be had is for whoever starts the bot to put right. */
async function listen(operations: Operations, { host, port }: ListenAddress, log: Log): Promise<void> {
  try {
    await operations.listen({ host, port });
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    throw new StartError(
      `STEWARD_PORT: the port ${String(port)} cannot be listened on. Does another program use it? ` +
        "Set another one, or off.",
    );
  }
  log.info({ host, port }, "the local port is open");
}

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const terminal = config.console ? new ConsoleAdapter({ input: process.stdin, output: process.stdout }) : undefined;
  // On the console the screen belongs to the conversation.
  const log = createLog({
    level: terminal === undefined || config.logLevel === "silent" ? config.logLevel : "warn",
    to: terminal === undefined ? 1 : 2,
    secrets: config.secrets,
  });

  const running: Running = {};
  let leaving: Promise<void> | undefined;
  const leave = (why: string, code = 0): Promise<void> => {
    leaving ??= (async () => {
      log.info({ why }, "stopping");
      const clean = await stop(running, log);
      process.exit(clean ? code : code === 0 ? 1 : code);
    })();
    return leaving;
  };
  watchUncaught(log, () => void leave("a failure", software));

  const lost = (): void => {
    log.error({}, "another Steward has taken the database over while the connection to it was lost: this one ends");
    void leave("another Steward", mended);
  };
  const store = await openOnceThere(config, lost, log);
  const { database, keyring, newKeyFile, leases } = store;
  running.hold = store.hold;
  running.database = database;
  if (newKeyFile !== undefined) {
    const said = `A master key was made in ${newKeyFile}. Keep a copy of it apart from the database: without it nothing can be read.`;
    if (terminal === undefined)
      log.warn({ file: newKeyFile }, "a master key was made; keep a copy apart from the database");
    else process.stdout.write(`${said}\n`);
  }
  const sameDevice = await deviceToReplace(config, store);
  if (sameDevice !== undefined) throw new StartError(sameDevice);

  const connected = await connectPlatforms(config.platforms, keyring, leases);
  const adapters = terminal === undefined ? connected : [...connected, terminal];
  const matrix = matrixAmong(connected);
  // Who tries the bot out alone may let time pass.
  const movable = terminal !== undefined && connected.length === 0 ? new MovableClock() : undefined;
  const clock = movable ?? systemClock;
  const metrics =
    config.operations === undefined
      ? undefined
      : new (await import("./operations/metrics.ts")).Metrics({
          database,
          clock,
          adapters: () => adapters,
          wakes: () => steward.wakes(),
          leases,
        });
  const texts = Texts.load(fileURLToPath(new URL("../locales", import.meta.url)), {
    // A sentence that lacks something is still better than no answer.
    onProblem: ({ id, language, reason }) => {
      log.error({ id, language, reason }, "a text could not be written as it should");
    },
  });
  const steward: Steward = createSteward({
    database,
    keyring,
    clock,
    random: secureRandom,
    commands,
    texts,
    adapters,
    log,
    leases,
    capabilitiesOf,
    publicUrl: config.publicUrl,
    ...(metrics === undefined
      ? {}
      : { received: metrics.received, counted: metrics.counted, measured: metrics.measured }),
  });
  const operations =
    metrics === undefined
      ? undefined
      : new Operations({
          database,
          adapters: () => adapters,
          metrics,
          log,
          leases,
          token: operationsToken(keyring),
          ...(config.publicUrl === undefined
            ? {}
            : {
                pages: new PublicPages({
                  publicUrl: config.publicUrl,
                  pages: steward.dispatch.pages,
                  log,
                  texts,
                  clock,
                }),
              }),
          ...(matrix === undefined ? {} : { backupKeys: (file: string) => backupRunningKeys(matrix, file) }),
        });

  running.steward = steward;
  running.operations = operations;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void leave(signal));

  if (operations !== undefined && config.operations !== undefined) await listen(operations, config.operations, log);
  await steward.start();
  log.info({ platforms: namesOf(adapters) }, "started");
  sayWhenReady(adapters, log);
  if (matrix !== undefined && config.platforms.matrix !== undefined) {
    void takeOverKeys(matrix, config.platforms.matrix, systemClock, log);
  }
  if (terminal === undefined) return;
  const settle = (): Promise<void> => steward.settle();
  await terminal.run(settle, movable === undefined ? undefined : (ms) => movable.move(ms, settle));
  if (connected.length === 0) await leave("end of the console");
}

/** Somebody looks on: at a terminal sentences are better than JSON. */
const watched = process.stderr.isTTY;
const complain = (level: "warn" | "error", sentence: string): void => {
  process.stderr.write(watched ? `${sentence}\n` : lineFor(level, sentence));
};

if (!watched) takeOverWhatIsPrinted(createLog({ level: "warn", to: 2 }));
beginWithKeptZones((sentence) => {
  complain("warn", sentence);
});
try {
  await main();
} catch (error) {
  if (explained(error) && watched) complain("error", `Steward cannot start.\n${error.message}`);
  else if (explained(error)) {
    for (const sentence of error.message.split("\n")) complain("error", `Steward cannot start. ${sentence}`);
  } else createLog({ level: "error", to: 2 }).error(describeError(error), "Steward cannot start");
  process.exit(explained(error) ? mended : 1);
}

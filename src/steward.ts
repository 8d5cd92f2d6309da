/** Puts the parts together: what `main` runs against real platforms is what a rehearsal runs against emulated ones. */
import type { Adapter, AdapterHost, AdapterLog, Capabilities } from "./chat/adapter.ts";
import type { Clock } from "./core/clock.ts";
import { describe, type Command } from "./core/command.ts";
import { describeError, type Log } from "./core/log.ts";
import { Ahead } from "./core/dispatch/ahead.ts";
import { Dispatch } from "./core/dispatch/queue.ts";
import { inside, outside } from "./core/inside.ts";
import type { Texts } from "./core/text.ts";
import type { PerPerson } from "./core/patience.ts";
import type { Random } from "./core/random.ts";
import { Delivery } from "./delivery/delivery.ts";
import { Pages } from "./pages/pages.ts";
import { Schedule } from "./schedule/schedule.ts";
import type { Database } from "./store/database.ts";
import { Facts, platformFacts } from "./store/facts.ts";
import { HelpMemory } from "./store/help-memory.ts";
import { housekeeping, keepHouse, planHousekeeping } from "./store/housekeeping.ts";
import { keepLocalHours } from "./store/local-hours.ts";
import type { SharedAdapter } from "./shared-adapter.ts";
import type { Claim, Leases } from "./store/leases.ts";
import type { Keyring } from "./store/sealing.ts";
import { erasure, planErasure } from "./store/secret-ballots.ts";
import { phrase } from "./chat/phrase.ts";

export interface StewardParts {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly random: Random;
  readonly commands: readonly Command[];
  readonly texts: Texts;
  readonly adapters: readonly Adapter[];
  readonly log: Log;
  /** Where several processes share the database: who connects which of the adapters that are shared. */
  readonly leases?: Leases | undefined;
  /** What a platform can do of which another process connects an account. */
  readonly capabilitiesOf?: (platform: string) => Capabilities;
  /** Where pages are reached from outside (STEWARD_PUBLIC_URL), without a slash at its end; undefined: nowhere. */
  readonly publicUrl?: string | undefined;
  /** Rehearsals: no budgets, no limit for each person, and no pauses between edits. */
  readonly unlimited?: boolean;
  /** In which zone people are who have not said so: IANA id, UTC if left out. */
  readonly zone?: string;
  /** How much one account may ask (src/core/patience.ts). */
  readonly perPerson?: PerPerson;
  /** Makes pictures and pages; a thread of our own does if left out. */
  readonly pages?: Pick<Pages, "fill" | "stop">;
  /** For the metrics: an event was taken in; a message was sent or refused; how long an event took. */
  readonly received?: (platform: string) => void;
  readonly counted?: (platform: string, outcome: string) => void;
  readonly measured?: (said: string, ms: number) => void;
}

/** Pause before the log file is truncated once more, where somebody was reading. Milliseconds. */
const eraseAgain = 60_000;
/** Minutes. */
const sweptEvery = { sqlite: 1, postgresql: 60 } as const;
/** Pause before it is looked again which account an adapter has, or what waits for it. Milliseconds. */
const lookAgain = 1_000;

export interface Steward {
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in hand, notes it. */
  stop(): Promise<void>;
  /**
   * Resolves when nothing is being done, and nothing waits that can be done before time passes: no event, no job, no
   * message, no card. It only waits.
   */
  settle(): Promise<void>;
  /** When each part acts of itself, if nothing happens before (milliseconds since 1970); for the metrics. */
  wakes(): Readonly<Record<"delivery" | "schedule", number | undefined>>;
  readonly delivery: Delivery;
  readonly dispatch: Dispatch;
}

const isShared = (adapter: Adapter): adapter is SharedAdapter => "leaseKey" in adapter;

export function createSteward(parts: StewardParts): Steward {
  const { database, clock, adapters, commands, texts, log, leases } = parts;
  /** What has no lease is this process's own: all on SQLite, and the console. */
  const holds = (adapter: Adapter): boolean =>
    leases === undefined || !isShared(adapter) || leases.holds(adapter.leaseKey);
  const claim = async (adapter: Adapter, row?: string): Promise<Claim> =>
    leases === undefined || !isShared(adapter) ? "ours" : leases.claim(adapter.leaseKey, row);
  const dispatch: Dispatch = new Dispatch({
    database,
    keyring: parts.keyring,
    clock,
    random: parts.random,
    texts,
    commands,
    adapters,
    log,
    ...(parts.zone === undefined ? {} : { zone: parts.zone }),
    ...(parts.publicUrl === undefined ? {} : { publicUrl: parts.publicUrl }),
    ahead: (): Ahead => ahead,
    elsewhere: (platform, account) =>
      leases?.knows(platform, account) === true ? parts.capabilitiesOf?.(platform) : undefined,
    mayWrite: async (adapter) => (await claim(adapter)) === "ours",
    systemJobs: { [housekeeping]: keepHouse, [erasure]: () => Promise.resolve() },
    ...(parts.measured === undefined ? {} : { measured: parts.measured }),
    ...(parts.unlimited === true
      ? { perPerson: "unlimited" }
      : parts.perPerson === undefined
        ? {}
        : { perPerson: parts.perPerson }),
  });
  const pages = parts.pages ?? new Pages();
  const delivery = new Delivery({
    database,
    keyring: parts.keyring,
    clock,
    adapters,
    commands,
    dispatch,
    log,
    fill: (file) => pages.fill(file),
    unlimited: parts.unlimited === true,
    holds,
    claim,
    several: leases !== undefined,
    ...(parts.counted === undefined ? {} : { counted: parts.counted }),
  });
  const memory = new HelpMemory(
    database,
    (tx) => dispatch.sessionIn(tx),
    () => void refill(),
  );
  const ahead: Ahead = new Ahead(dispatch.machinery, memory, (head) => {
    delivery.ahead(head);
  });
  /** Until it is done, what was in memory before is shown. */
  const refill = async (): Promise<void> => {
    try {
      await memory.fill();
    } catch (error) {
      log.error(describeError(error), "could not read the emergency cards");
      if (!stopped) clock.after(lookAgain, () => void refill());
    }
  };
  /** What was removed must not stay behind in the log file of the database. */
  const erase = async (): Promise<void> => {
    try {
      if (await database.checkpoint()) return;
    } catch (error) {
      log.error(describeError(error), "could not truncate the log file of the database");
    }
    await database.transaction((tx) => planErasure(dispatch.sessionIn(tx), clock.now() + eraseAgain));
  };
  const schedule = new Schedule({ database, clock, dispatch, log, afterwards: { [erasure]: erase } });
  let minutes = 0;
  /** What was forgotten, or removed after its time, leaves the files: those of SQLite within a minute, of PostgreSQL an hour. */
  const sweep = async (): Promise<void> => {
    if (minutes++ % sweptEvery[database.provider] !== 0) return;
    try {
      await database.sweep();
    } catch (error) {
      log.error(describeError(error), "could not sweep the files of the database");
    }
  };
  let endSweeping: (() => void) | undefined;

  const adapterLog: AdapterLog = log;
  const hostFor = (adapter: Adapter): AdapterHost => {
    const facts = platformFacts(database, adapter.capabilities.platform, (tx) => dispatch.sessionIn(tx));
    return {
      receive: async (inbound) => {
        await outside(() => dispatch.receive(inbound));
        parts.received?.(inbound.platform);
      },
      ahead: (inbound) => {
        outside(() => {
          dispatch.ahead(inbound);
        });
      },
      commands: commands.map(describe),
      complete: (inbound, request) => outside(() => dispatch.complete(inbound, request)),
      languages: texts.languages,
      text: (language, id) => texts.plain(language, phrase(id), { zone: "UTC", now: clock.now() }),
      facts: {
        get: (key) => outside(() => facts.get(key)),
        set: (key, value) => outside(() => facts.set(key, value)),
      },
      log: adapterLog,
      now: () => clock.now(),
    };
  };

  /** The mark of a process that works through this account. False where there is one already. */
  const mark = (adapter: Adapter, how: "set" | "remove"): Promise<boolean> =>
    database.transaction(async (tx) => {
      const facts = new Facts(dispatch.sessionIn(tx));
      const key = `running:${adapter.capabilities.platform}:${adapter.account}`;
      if (how === "set") return facts.once(key);
      await facts.remove(key);
      return true;
    });

  let stopped = false;
  /** Takes up what waits for an account once it is known which one it is: that may be long after a start in vain. */
  const takeUp = async (adapter: Adapter): Promise<void> => {
    if (stopped || !holds(adapter)) return;
    try {
      if (adapter.account !== "") {
        await delivery.takeUp(adapter);
        // Whoever is killed leaves its mark behind.
        if (adapter.capabilities.forgetsEvents === true && !(await mark(adapter, "set")))
          await delivery.askAgain(adapter);
        return;
      }
    } catch (error) {
      log.error({ platform: adapter.capabilities.platform, ...describeError(error) }, "could not take up what waits");
    }
    clock.after(lookAgain, () => void takeUp(adapter));
  };
  const begin = async (adapter: Adapter): Promise<unknown> => {
    try {
      await inside(adapter, () => adapter.start(hostFor(adapter)));
      await takeUp(adapter);
      return undefined;
    } catch (error) {
      // Against the contract; even so, the other platforms go on.
      log.error(
        { platform: adapter.capabilities.platform, ...describeError(error) },
        "a platform could not be started",
      );
      return error;
    }
  };

  /** One that several processes could connect is begun when it is this one's turn, and given up when it is another's. */
  const contend = (adapter: SharedAdapter, among: Leases): void => {
    const { platform } = adapter.capabilities;
    among.contend({
      key: adapter.leaseKey,
      platform,
      account: () => adapter.account,
      learned: (account) => {
        adapter.learned(account);
      },
      async gained() {
        if (stopped || !holds(adapter)) return;
        log.info({ platform }, "this process connects the account");
        await begin(adapter);
      },
      async lost() {
        log.warn({ platform }, "another process connects the account, or this one is cut off from the database");
        delivery.letGo(adapter);
        await adapter.stop();
      },
    });
  };

  return {
    delivery,
    dispatch,
    async start() {
      // The process may have died between the removal of something and its erasure.
      await database.checkpoint();
      const moved = await keepLocalHours(database, (tx) => dispatch.sessionIn(tx));
      if (moved.length > 0) {
        log.info({ zones: moved.length }, "the zone data is another: what is planned keeps its hours");
      }
      await database.transaction((tx) => planHousekeeping(dispatch.sessionIn(tx)));
      await memory.fill();
      schedule.start();
      endSweeping = clock.everyMinute(() => void sweep());
      // Each on its own: a platform that is down or slow must not keep the others waiting.
      if (leases !== undefined) for (const adapter of adapters.filter(isShared)) contend(adapter, leases);
      const failures = await Promise.all(
        adapters.filter((adapter) => leases === undefined || !isShared(adapter)).map(begin),
      );
      const [first] = failures;
      if (first !== undefined && !failures.includes(undefined)) throw first;
    },
    async stop() {
      stopped = true;
      leases?.closing();
      endSweeping?.();
      await Promise.all([schedule.stop(), ...adapters.map((adapter) => adapter.stop())]);
      await dispatch.stop();
      await delivery.stop();
      await pages.stop();
      for (const adapter of adapters) {
        if (adapter.capabilities.forgetsEvents === true && holds(adapter)) await mark(adapter, "remove");
      }
      await leases?.end();
    },
    wakes: () => ({ delivery: delivery.wakesAt, schedule: schedule.wakesAt }),
    async settle() {
      while (dispatch.busy || schedule.busy || !delivery.quiet) {
        await dispatch.idle();
        await schedule.idle();
        await delivery.idle();
      }
    },
  };
}

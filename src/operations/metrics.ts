/**
 * What Prometheus reads. Labels are names of platforms, reasons and kinds: a fixed, small set; never an id or a name of
 * anybody. What waits is asked from the database at the moment of reading.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Adapter } from "../chat/adapter.ts";
import type { Clock } from "../core/clock.ts";
import { readBacklog } from "../store/backlog.ts";
import type { Database } from "../store/database.ts";
import type { Leases } from "../store/leases.ts";

export interface MetricsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly adapters: () => readonly Adapter[];
  /** When each part of the bot acts of itself (milliseconds since 1970), if it will. */
  readonly wakes: () => Readonly<Record<string, number | undefined>>;
  /** Where several processes share the database. */
  readonly leases?: Leases | undefined;
}

/** The hooks are those of `createSteward`. */
export class Metrics {
  readonly #parts: MetricsParts;
  readonly #registry = new Registry();
  readonly #inbound: Counter<"platform">;
  readonly #sends: Counter<"platform">;
  readonly #refusals: Counter<"platform" | "reason">;
  readonly #commands: Histogram<"said">;
  readonly #waiting: Gauge<"platform">;
  readonly #oldest: Gauge<"platform">;
  readonly #cards: Gauge;
  readonly #wakes: Gauge<"part">;
  readonly #due: Gauge;
  readonly #lag: Gauge;
  readonly #givenUp: Gauge<"kind">;
  readonly #up: Gauge<"platform" | "state">;
  readonly #process: Gauge<"process">;
  #reading: Promise<string> | undefined;

  constructor(parts: MetricsParts) {
    this.#parts = parts;
    const registers = [this.#registry];
    const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> =>
      new Gauge({ name, help, labelNames, registers });
    this.#inbound = new Counter({
      name: "steward_inbound_total",
      help: "Events taken in from a platform, those that came again included.",
      labelNames: ["platform"],
      registers,
    });
    this.#sends = new Counter({
      name: "steward_sends_total",
      help: "Messages that a platform has taken.",
      labelNames: ["platform"],
      registers,
    });
    this.#refusals = new Counter({
      name: "steward_refusals_total",
      help: "Attempts to send that failed, by reason: limited and unreachable are tried again.",
      labelNames: ["platform", "reason"],
      registers,
    });
    this.#commands = new Histogram({
      name: "steward_command_seconds",
      help: "Time of one event in its transaction, without waiting for it and for its commit.",
      labelNames: ["said"],
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
      registers,
    });
    this.#waiting = gauge("steward_outbox_waiting", "Messages that wait to be sent.", ["platform"]);
    this.#oldest = gauge("steward_outbox_oldest_seconds", "Age of the oldest message that waits to be sent.", [
      "platform",
    ]);
    this.#cards = gauge("steward_cards_waiting", "Live messages whose latest state people do not see yet.");
    this.#wakes = gauge(
      "steward_wakes_in_seconds",
      "In how long the delivery, or the schedule, acts of itself; 0 while at work; no value while it waits for nothing.",
      ["part"],
    );
    this.#due = gauge("steward_jobs_due", "Jobs that are due and not done.");
    this.#lag = gauge("steward_jobs_lag_seconds", "For how long the earliest of them has been due.");
    this.#givenUp = gauge("steward_jobs_given_up", "Jobs that failed too often and wait for the operator.", ["kind"]);
    this.#up = gauge("steward_platform_state", "1 for the state that the connection to a platform is in.", [
      "platform",
      "state",
    ]);
    this.#process = gauge("steward_process", "1, with the name of this process, where several may share a database.", [
      "process",
    ]);
    if (parts.leases !== undefined) this.#process.set({ process: parts.leases.name }, 1);
    collectDefaultMetrics({ register: this.#registry });
  }

  readonly received = (platform: string): void => {
    this.#inbound.inc({ platform });
  };

  readonly counted = (platform: string, outcome: string): void => {
    if (outcome === "sent") this.#sends.inc({ platform });
    else this.#refusals.inc({ platform, reason: outcome });
  };

  readonly measured = (said: string, ms: number): void => {
    this.#commands.observe({ said }, ms / 1000);
  };

  readonly contentType = this.#registry.contentType;

  /** The page. Readers at the same time share one look into the database. */
  read(): Promise<string> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<string> {
    const { database, clock } = this.#parts;
    const now = clock.now();
    const seconds = (since: number): number => Math.max(0, now - since) / 1000;
    const { outbox, cards, dueJobs, dueSince, givenUp } = await database.read((tx) => readBacklog(tx, now));
    for (const one of [this.#waiting, this.#oldest, this.#givenUp, this.#up, this.#wakes]) one.reset();
    for (const adapter of this.#parts.adapters()) {
      const { platform } = adapter.capabilities;
      this.#waiting.set({ platform }, 0);
      this.#oldest.set({ platform }, 0);
      this.#up.set({ platform, state: adapter.status().state }, 1);
    }
    for (const { platform, count, since } of outbox) {
      this.#waiting.set({ platform }, count);
      this.#oldest.set({ platform }, seconds(since));
    }
    this.#cards.set(cards);
    for (const [part, at] of Object.entries(this.#parts.wakes())) {
      if (at !== undefined) this.#wakes.set({ part }, Math.max(0, at - now) / 1000);
    }
    this.#due.set(dueJobs);
    this.#lag.set(dueSince === undefined ? 0 : seconds(dueSince));
    for (const { kind, count } of givenUp) this.#givenUp.set({ kind }, count);
    return this.#registry.metrics();
  }
}

/**
 * What falls due. A timer rings at the time of the earliest job, and a tick every minute; the database decides what is due.
 *
 * States of a job: planned (a row with a due time) -> run and gone, in one transaction with all that it did and what is
 * to be said; or put off with a growing pause after a failure, and given up after the last. A process that dies in
 * between leaves the row as it was.
 *
 * States of the schedule: looking -> waiting for the earliest job, or for nothing. The timer, and a commit that has planned
 * something earlier (`jobPlanned`), have it look again.
 */
import { setTimeout } from "node:timers/promises";
import type { Clock } from "../core/clock.ts";
import { describeError, type Log } from "../core/log.ts";
import type { Dispatch } from "../core/dispatch/queue.ts";
import { isConflict, type Database } from "../store/database.ts";
import { DueJobs, jobPlanned, type Job } from "../store/jobs.ts";
import { Outbox, type FreshRow } from "../store/outbox.ts";

export interface ScheduleParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
  readonly log: Log;
  /** What is done after the commit of jobs of a kind, and cannot be done inside a transaction. */
  readonly afterwards?: Readonly<Record<string, () => Promise<void>>>;
}

/** Jobs in one transaction. */
const together = 64;
/** Attempts before a job is given up, and the first pause, which doubles (milliseconds): about half a day in all. */
const mostAttempts = 10;
const firstPause = 60_000;
/** Pause before it looks again when it could not. Milliseconds. */
const lookAgain = 1_000;
/** The same when another process has in hand what is due. A transaction takes a moment, by the machine's clock. */
const inHandElsewhere = 50;

export class Schedule {
  readonly #parts: ScheduleParts;
  #timer: { readonly at: number; readonly cancel: () => void } | undefined;
  #looking: Promise<void> | undefined;
  #wanted = false;
  #stopped = false;
  #endTick: (() => void) | undefined;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
  }

  /** Does what is due, and from now on whatever falls due. */
  start(): void {
    const { database, clock } = this.#parts;
    const earliest = (moments: readonly number[] | undefined): number =>
      moments?.reduce((least, moment) => Math.min(least, moment)) ?? clock.now();
    database.listen(
      jobPlanned,
      (moments) => {
        const at = earliest(moments);
        this.#wakeAt(at);
        database.passOn(jobPlanned, [String(at)]);
      },
      (hints) => {
        this.#wakeAt(earliest(hints?.map(Number)));
      },
    );
    this.#endTick = clock.everyMinute(() => void this.tick());
    void this.tick();
  }

  /** Does everything that is due now; resolves when it is done. One that is at work is joined, and looks once more. */
  tick(): Promise<void> {
    this.#wanted = true;
    this.#looking ??= this.#work().finally(() => {
      this.#looking = undefined;
      if (this.#wanted && !this.#stopped) void this.tick();
    });
    return this.#looking;
  }

  /** Resolves when nothing is being done. */
  async idle(): Promise<void> {
    while (this.#looking !== undefined) await this.#looking;
  }

  /** Whether jobs are being done, or looked for. */
  get busy(): boolean {
    return this.#looking !== undefined;
  }

  /** When it looks next, if nothing happens before. Milliseconds since 1970. */
  get wakesAt(): number | undefined {
    return this.busy ? this.#parts.clock.now() : this.#timer?.at;
  }

  #wakeAt(at: number): void {
    const { clock } = this.#parts;
    if (this.#stopped) return;
    if (at <= clock.now()) {
      void this.tick();
      return;
    }
    if (this.#timer !== undefined && this.#timer.at <= at) return;
    this.#timer?.cancel();
    const cancel = clock.after(at - clock.now(), () => {
      this.#timer = undefined;
      void this.tick();
    });
    this.#timer = { at, cancel };
  }

  async #work(): Promise<void> {
    const { clock, log } = this.#parts;
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      try {
        const { next, elsewhere } = await this.#some();
        // Another process has it in hand, and goes on with what follows; should it die, it is done here.
        if (elsewhere) await setTimeout(inHandElsewhere);
        if (next !== undefined && next <= clock.now()) this.#wanted = true;
        else if (next !== undefined) this.#wakeAt(next);
      } catch (error) {
        log.error(describeError(error), "could not look for what is due");
        this.#wakeAt(clock.now() + lookAgain);
      }
    }
  }

  /**
   * Runs the earliest jobs that are due; gives back when the next one is of those that were planned before. `elsewhere`: it is
   * due by now, and another process has it in hand.
   */
  async #some(): Promise<{ readonly next: number | undefined; readonly elsewhere: boolean }> {
    const { database, dispatch, clock, log } = this.#parts;
    const ran = new Set<string>();
    let none = false;
    const next = await database.transaction(async (tx) => {
      const rows: FreshRow[] = [];
      ran.clear();
      const session = dispatch.sessionIn(tx);
      const store = new DueJobs(session);
      const { jobs, next: later } = await store.due(together);
      none = jobs.length === 0;
      if (none) return later;
      for (const planned of jobs) {
        // Gone first, so that a job may plan its own successor under the same key. What fell due together is looked at as a
        // whole: what one job has planned anew, or taken back, is not done a second time.
        const job = await store.take(planned);
        if (job === undefined) continue;
        try {
          rows.push(...(await tx.savepoint(() => dispatch.unasked.runJob(tx, job))));
          ran.add(job.kind);
        } catch (error) {
          if (isConflict(error)) throw error; // all is done again
          log.error({ kind: job.kind, attempts: job.attempts, ...describeError(error) }, "a job failed");
          const pause = firstPause * 2 ** job.attempts;
          await store.putBack(job, job.attempts + 1 >= mostAttempts ? undefined : clock.now() + pause, nameOf(error));
        }
      }
      if (rows.length > 0) await new Outbox(session).write(rows);
      // Several processes share what is due by federations: what is left of it may be for this one too.
      if (tx.provider === "postgresql") return await store.next();
      return jobs.length === together ? clock.now() : later;
    });
    for (const kind of ran) await this.#parts.afterwards?.[kind]?.();
    return { next, elsewhere: none && next !== undefined && next <= clock.now() };
  }

  /** When the next job falls due. */
  next(): Promise<number | undefined> {
    const { database, dispatch } = this.#parts;
    return database.transaction((tx) => new DueJobs(dispatch.sessionIn(tx)).next());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endTick?.();
    this.#timer?.cancel();
    await this.#looking;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
export type { Job };

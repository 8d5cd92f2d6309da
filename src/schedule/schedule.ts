/**
 * What falls due. node-cron only rings; the database decides.
 *
 * States of a job: planned (a row with a due time) -> run and gone, in one transaction with all that it did and what is
 * to be said; or put off with a growing pause after a failure, and given up after the last. A process that dies in
 * between leaves the row as it was.
 */
import { schedule as ring, type ScheduledTask } from "node-cron";
import type { Clock } from "../core/clock.ts";
import { describeError, type Dispatch, type Log } from "../core/dispatch.ts";
import { isConflict, type Database } from "../store/database.ts";
import { DueJobs, type Job } from "../store/jobs.ts";
import { Outbox, type FreshRow } from "../store/outbox.ts";

export interface ScheduleParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
  readonly log: Log;
  readonly committed: (rows: readonly FreshRow[]) => void;
  /** What is done after the commit of jobs of a kind, and cannot be done inside a transaction. */
  readonly afterwards?: Readonly<Record<string, () => Promise<void>>>;
}

/** Jobs in one transaction. */
const together = 64;
/** Attempts before a job is given up, and the first pause, which doubles (milliseconds): about half a day in all. */
const mostAttempts = 10;
const firstPause = 60_000;

export class Schedule {
  readonly #parts: ScheduleParts;
  #task: ScheduledTask | undefined;
  #ticking: Promise<void> | undefined;
  #stopped = false;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
  }

  /** Begins to look every second. */
  start(): void {
    // Its warnings go to standard output as coloured text, among the log's JSON; a tick that comes late loses nothing.
    this.#task = ring("* * * * * *", () => this.tick(), { suppressMissedWarning: true });
  }

  /** Does everything that is due now. A tick that is still at work is joined, not doubled. */
  tick(): Promise<void> {
    this.#ticking ??= this.#work()
      .catch((error: unknown) => {
        this.#parts.log.error(describeError(error), "could not look for what is due");
      })
      .finally(() => {
        this.#ticking = undefined;
      });
    return this.#ticking;
  }

  async #work(): Promise<void> {
    while (!this.#stopped && (await this.#some()) === together);
  }

  /** Runs the earliest jobs that are due; gives back how many there were. */
  async #some(): Promise<number> {
    const { database, dispatch, clock, log } = this.#parts;
    let rows: FreshRow[] = [];
    let count = 0;
    const ran = new Set<string>();
    await database.transaction(async (tx) => {
      rows = [];
      ran.clear();
      const store = new DueJobs(dispatch.sessionIn(tx));
      const jobs = await store.due(together);
      count = jobs.length;
      if (count === 0) return;
      // Gone first, so that a job may plan its own successor under the same key.
      await store.takeAll(jobs);
      for (const job of jobs) {
        try {
          rows.push(...(await tx.savepoint(() => dispatch.runJob(tx, job))));
          ran.add(job.kind);
        } catch (error) {
          if (isConflict(error)) throw error; // all is done again
          log.error({ kind: job.kind, attempts: job.attempts, ...describeError(error) }, "a job failed");
          const pause = firstPause * 2 ** job.attempts;
          await store.putBack(job, job.attempts + 1 >= mostAttempts ? undefined : clock.now() + pause, nameOf(error));
        }
      }
      if (rows.length > 0) await new Outbox(dispatch.sessionIn(tx)).write(rows);
    });
    if (count > 0) this.#parts.committed(rows);
    for (const kind of ran) await this.#parts.afterwards?.[kind]?.();
    return count;
  }

  /** When the next job falls due. */
  next(): Promise<number | undefined> {
    const { database, dispatch } = this.#parts;
    return database.transaction((tx) => new DueJobs(dispatch.sessionIn(tx)).next());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#task?.destroy();
    await this.#ticking;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
export type { Job };

import { schedule } from "node-cron";

/** The one clock, handed in everywhere. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Calls `run` once, `ms` milliseconds from now, unless the returned function is called before. Where the clock is set
   * back meanwhile, it is called before `now()` has come that far.
   */
  after(ms: number, run: () => void): () => void;
  /** Calls `run` every minute, unless the returned function is called before: a net under whatever a timer missed. */
  everyMinute(run: () => void): () => void;
}

/**
 * A timer of Node.js knows nothing of a machine that slept, or whose clock was set, and holds 31 bits of milliseconds. So
 * whoever waits longer than this looks at the clock again. Milliseconds.
 */
const looksAgain = 10_000;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const at = Date.now() + ms;
    const end = performance.now() + ms;
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = Math.min(at - Date.now(), end - performance.now());
      timer = setTimeout(left > looksAgain ? wait : run, Math.min(Math.max(0, left), looksAgain));
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  },
  everyMinute(run) {
    // On UTC, a clock that is never set back: on the machine's own it is silent in the hour that exists twice (4.6.0). Its
    // warnings go to standard output as coloured text, among the log's JSON; one that comes late loses nothing.
    const task = schedule("* * * * *", run, { suppressMissedWarning: true, timezone: "UTC" });
    return () => void task.destroy();
  },
};

/** The machine's clock, which can be set ahead: for trying the bot out alone. */
export class MovableClock implements Clock {
  #ahead = 0;
  readonly #timers = new Set<{ readonly at: number; readonly run: () => void; readonly cancel: () => void }>();

  now(): number {
    return systemClock.now() + this.#ahead;
  }

  after(ms: number, run: () => void): () => void {
    const ring = (): void => {
      this.#timers.delete(timer);
      run();
    };
    const timer = { at: this.now() + ms, run, cancel: systemClock.after(ms, ring) };
    this.#timers.add(timer);
    return () => {
      timer.cancel();
      this.#timers.delete(timer);
    };
  }

  everyMinute(run: () => void): () => void {
    return systemClock.everyMinute(run);
  }

  /** Goes `ms` milliseconds ahead, and rings what falls due on the way, each once all before it is done. */
  async move(ms: number, settle: () => Promise<void>): Promise<void> {
    const to = this.now() + ms;
    for (;;) {
      const [due] = [...this.#timers].filter(({ at }) => at <= to).sort((a, b) => a.at - b.at);
      if (due === undefined) break;
      due.cancel();
      this.#timers.delete(due);
      this.#ahead += Math.max(0, due.at - this.now());
      due.run();
      await settle();
    }
    this.#ahead += Math.max(0, to - this.now());
    await settle();
  }
}

/** A clock that stands still until it is told to move: tests, rehearsals, benchmarks. */
export class ManualClock implements Clock {
  #now: number;
  #timers: { at: number; order: number; run: () => void }[] = [];
  #order = 0;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** It moves from timer to timer and misses none. */
  everyMinute(): () => void {
    return () => undefined;
  }

  /** As after kill -9: of what was to ring nothing is left. */
  forget(): void {
    this.#timers = [];
  }

  /** When the next timer rings, in milliseconds since 1970. */
  next(): number | undefined {
    return this.#timers.reduce<number | undefined>(
      (least, { at }) => (least === undefined || at < least ? at : least),
      undefined,
    );
  }

  /** Moves to `to` (never back) and rings what falls due on the way, in order. */
  advanceTo(to: number): void {
    for (;;) {
      const due = this.#timers
        .filter(({ at }) => at <= to)
        .sort((a, b) => a.at - b.at || a.order - b.order)
        .at(0);
      if (due === undefined) break;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = Math.max(this.#now, to);
  }
}

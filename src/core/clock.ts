/** The one clock, handed in everywhere. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once, `ms` milliseconds from now, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    // Node's timers hold 31 bits of milliseconds; whoever waits longer looks again when it rings.
    const timer = setTimeout(run, Math.min(Math.max(0, ms), 2 ** 31 - 1));
    return () => {
      clearTimeout(timer);
    };
  },
};

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

/** Runs work one after another within a lane, and side by side between lanes. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Starts when everything that was given to this lane before has ended, well or badly. */
  async run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(lane) ?? Promise.resolve();
    const own = before.then(work, work);
    this.#last.set(lane, own);
    try {
      return await own;
    } finally {
      if (this.#last.get(lane) === own) this.#last.delete(lane);
    }
  }

  /** Ends when nothing is running and nothing waits. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.allSettled(this.#last.values());
  }
}

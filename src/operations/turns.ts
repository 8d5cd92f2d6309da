/** Work of which only so much goes on at the same time, and only so much waits. */
export class Turns {
  readonly #atOnce: number;
  readonly #waiting: number;
  #going = 0;
  readonly #queue: (() => void)[] = [];

  /** @param limits how many go on at the same time, and how many may wait for that */
  constructor({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }) {
    this.#atOnce = atOnce;
    this.#waiting = waiting;
  }

  /** Does it in its turn; undefined where too much waits already, and it is not done. */
  take<T>(work: () => Promise<T>): Promise<T> | undefined {
    if (this.#going >= this.#atOnce && this.#queue.length >= this.#waiting) return undefined;
    return this.#take(work);
  }

  async #take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#going < this.#atOnce) this.#going++;
    // Whoever ends hands the place on.
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#going--;
      else next();
    }
  }
}

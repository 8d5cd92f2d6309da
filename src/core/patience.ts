/**
 * How much one account may ask of the bot: a bucket for each. Generous for people, who tap fast and type fast for a while;
 * narrow for a machine that never stops.
 *
 * States of an account: taken (its bucket has room) -> told once (the first that is over) -> over (taken in silence) ->
 * taken again, and told anew only once the bucket is half full: one flood is one sentence.
 *
 * In memory, on purpose. What is over is not lost by a restart, since it was answered when it was refused; a bucket that is
 * forgotten is full again, which lets a flood do once more what it may do anyway; and writing each event down would cost
 * what this is to save. It is by account of a platform: who has linked several may use each as fast as anybody.
 */

/** Events that an account may cause at once, and how many a second are added. */
export interface PerPerson {
  readonly atOnce: number;
  readonly perSecond: number;
}
export const usual: PerPerson = { atOnce: 40, perSecond: 1 };
/** Buckets that are remembered before the full ones are dropped. */
const remembered = 10_000;

interface Bucket {
  level: number;
  at: number;
  told: boolean;
}

/** What is to be done with an event: work on it, say once that there are too many, or nothing. */
export type Verdict = "take" | "tell" | "drop";

export class Patience {
  readonly #size: number;
  readonly #perMs: number;
  readonly #buckets = new Map<string, Bucket>();
  #tidyAt = remembered;

  constructor({ atOnce, perSecond }: PerPerson = usual) {
    this.#size = atOnce;
    this.#perMs = perSecond / 1000;
  }

  /** @param now milliseconds since 1970 */
  ask(account: string, now: number): Verdict {
    const bucket = this.#bucket(account, now);
    if (bucket.level >= 1) {
      bucket.level -= 1;
      return "take";
    }
    if (bucket.told) return "drop";
    bucket.told = true;
    return "tell";
  }

  /** An event that was taken was known already: a platform delivers again after a restart, and nobody can help that. */
  giveBack(account: string): void {
    const bucket = this.#buckets.get(account);
    if (bucket !== undefined) bucket.level = Math.min(this.#size, bucket.level + 1);
  }

  #bucket(account: string, now: number): Bucket {
    let bucket = this.#buckets.get(account);
    if (bucket === undefined) {
      if (this.#buckets.size >= this.#tidyAt) this.#tidy(now);
      bucket = { level: this.#size, at: now, told: false };
      this.#buckets.set(account, bucket);
    }
    bucket.level = Math.min(this.#size, bucket.level + Math.max(0, now - bucket.at) * this.#perMs);
    bucket.at = Math.max(bucket.at, now);
    if (bucket.level >= this.#size / 2) bucket.told = false;
    return bucket;
  }

  #tidy(now: number): void {
    for (const [account, { level, at }] of this.#buckets) {
      if (level + (now - at) * this.#perMs >= this.#size) this.#buckets.delete(account);
    }
    this.#tidyAt = Math.max(remembered, this.#buckets.size * 2);
  }
}

/** Chance, from a seed. */
import { Dice as Integers } from "../fuzz/inputs.ts";

/** Chance with what the explorer needs beside whole numbers. */
export class Dice extends Integers {
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.integer(100) < percent;
  }

  /** From `least` to `most`, both of them possible. */
  between(least: number, most: number): number {
    return least + this.integer(most - least + 1);
  }

  /** One of them, or nothing where there is nothing. */
  maybe<T>(from: readonly T[]): T | undefined {
    return from.length === 0 ? undefined : this.pick(from);
  }

  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[] {
    const left = [...things];
    const order: T[] = [];
    while (left.length > 0) order.push(...left.splice(this.integer(left.length), 1));
    return order;
  }

  /** So many of them. */
  some<T>(count: number, of: readonly T[]): T[] {
    return this.shuffled(of).slice(0, count);
  }
}

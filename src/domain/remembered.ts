/** Results that are asked for again and again, by many things at the same time. */

/**
 * A function that keeps its last `most` results: for one that costs time, and always gives the same for the same `keyOf`.
 * @example const hours = remembered(1_000, (zone, at) => `${zone} ${at}`, (zone: string, at: number) => compute(zone, at));
 */
export function remembered<Args extends readonly unknown[], Result>(
  most: number,
  keyOf: (...args: Args) => string,
  of: (...args: Args) => Result,
): (...args: Args) => Result {
  const known = new Map<string, Result>();
  return (...args) => {
    const key = keyOf(...args);
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = of(...args);
    known.set(key, result);
    if (known.size > most) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    return result;
  };
}

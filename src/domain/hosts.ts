/**
 * Who hosts an assembly: the sector that hosted longest ago (never: first), and in it the place that hosted longest ago,
 * avoiding the last place while that sector has another. Rules: docs/rules.md, "Assemblies".
 */

/** Where an assembly can be: a place of a sector. Places of the same name in two sectors are one place. */
export interface HostPlace {
  readonly sector: string;
  readonly place: string;
}

/** Why a host was chosen. */
export interface HostReason {
  /** How many assemblies ago the sector hosted: 1 is the last one; undefined is never. */
  readonly sectorAgo: number | undefined;
  readonly placeAgo: number | undefined;
  /** A place of the sector that would have come first was left out, because the last assembly was there. */
  readonly avoided: boolean;
}

export interface Host extends HostPlace {
  readonly why: HostReason;
}

/**
 * Chooses the host.
 * @param candidates all places of all sectors, in a lasting order (of their making): it decides between those that never
 *   hosted
 * @param history who hosted, the latest last
 * @param passed who has passed it on this time
 * @returns undefined if nobody is left
 */
export function chooseHost(
  candidates: readonly HostPlace[],
  history: readonly HostPlace[],
  passed: readonly HostPlace[] = [],
): Host | undefined {
  const asked = candidates.filter((one) => !passed.some((other) => isSame(one, other)));
  const sectorAgo = (sector: string) => ago(history, (one) => one.sector === sector);
  const [sector] = longestAgoFirst([...new Set(asked.map((one) => one.sector))], sectorAgo);
  if (sector === undefined) return undefined;
  // What a place has hosted for another sector does not count for this one; that the last assembly was there does.
  const placeAgo = (place: string) => ago(history, (one) => isSame(one, { sector, place }));
  const own = asked.filter((one) => one.sector === sector).map((one) => one.place);
  const places = longestAgoFirst([...new Set(own)], placeAgo);
  const last = history.at(-1)?.place;
  const place = places.find((one) => one !== last) ?? places[0];
  if (place === undefined) return undefined;
  return {
    sector,
    place,
    why: { sectorAgo: sectorAgo(sector), placeAgo: placeAgo(place), avoided: place !== places[0] },
  };
}

export const isSame = (a: HostPlace, b: HostPlace): boolean => a.sector === b.sector && a.place === b.place;

/** How many assemblies ago; undefined: never. */
function ago(history: readonly HostPlace[], is: (one: HostPlace) => boolean): number | undefined {
  const index = history.findLastIndex(is);
  return index === -1 ? undefined : history.length - index;
}

/** Never comes first, then the greatest number; equal ones stay in their order. */
function longestAgoFirst(all: readonly string[], of: (one: string) => number | undefined): readonly string[] {
  const rank = (one: string): number => of(one) ?? Number.POSITIVE_INFINITY;
  return [...all].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

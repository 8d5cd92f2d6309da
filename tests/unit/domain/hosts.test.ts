import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseHost, isSame, type HostPlace } from "../../../src/domain/hosts.ts";

const aPlace: fc.Arbitrary<HostPlace> = fc.record({
  sector: fc.constantFrom("transport", "health", "schools", "post"),
  place: fc.constantFrom("Lyon", "Paris", "Lille", "Nice"),
});
const places = fc.uniqueArray(aPlace, { minLength: 1, maxLength: 9, comparator: isSame });

/** The rule read word for word, by looking through all and asking of each whether another comes before it. */
function bruteForce(candidates: readonly HostPlace[], history: readonly HostPlace[]): HostPlace | undefined {
  /** Of two sectors or places: how long ago, in assemblies; never is longest. */
  const longAgo = (is: (one: HostPlace) => boolean): number => {
    for (let ago = 1; ago <= history.length; ago++) {
      const one = history[history.length - ago];
      if (one !== undefined && is(one)) return ago;
    }
    return Infinity;
  };
  const sectorScore = (one: HostPlace): number => longAgo((past) => past.sector === one.sector);
  const placeScore = (one: HostPlace): number => longAgo((past) => isSame(past, one));
  const last = history.at(-1);
  let best: HostPlace | undefined;
  for (const one of candidates) {
    if (candidates.some((other) => sectorScore(other) > sectorScore(one))) continue;
    // Of sectors that never hosted the first in order counts.
    const rivals = candidates.filter((other) => sectorScore(other) === sectorScore(one));
    if (rivals[0]?.sector !== one.sector) continue;
    const own = candidates.filter((other) => other.sector === one.sector);
    const elsewhere = own.filter((other) => other.place !== last?.place);
    const pool = elsewhere.length > 0 ? elsewhere : own;
    if (!pool.some((other) => isSame(other, one))) continue;
    if (pool.some((other) => placeScore(other) > placeScore(one))) continue;
    best ??= one;
  }
  return best;
}

it("is the one that the rule names, against a brute force", () => {
  fc.assert(
    fc.property(places, fc.array(aPlace, { maxLength: 12 }), (candidates, history) => {
      const chosen = chooseHost(candidates, history);
      expect(chosen).toMatchObject(bruteForce(candidates, history) ?? {});
    }),
    { numRuns: 2_000 },
  );
});

it("over any number of assemblies each sector is within one of the others, and never the last place again while there is another", () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 60 }), (candidates, assemblies) => {
      const history: HostPlace[] = [];
      const counts = new Map(candidates.map(({ sector }) => [sector, 0]));
      for (let round = 0; round < assemblies; round++) {
        const last = history.at(-1);
        const host = chooseHost(candidates, history);
        if (host === undefined) throw new Error("nobody hosts");
        const others = candidates.filter(({ sector, place }) => sector === host.sector && place !== last?.place);
        if (others.length > 0) expect(host.place).not.toBe(last?.place);
        counts.set(host.sector, (counts.get(host.sector) ?? 0) + 1);
        expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
        history.push({ sector: host.sector, place: host.place });
      }
    }),
  );
});

it("in a sector that others leave alone, no place hosts twice before each has hosted once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), (count) => {
      const candidates = Array.from({ length: count }, (_, index) => ({ sector: "health", place: `p${index}` }));
      const history: HostPlace[] = [];
      for (let round = 0; round < count; round++)
        history.push(chooseHost(candidates, history) ?? { sector: "", place: "" });
      expect(new Set(history.map(({ place }) => place)).size).toBe(count);
    }),
  );
});

it("passed on, goes to the next, and to nobody once all have passed it on", () => {
  fc.assert(
    fc.property(places, fc.array(aPlace, { maxLength: 8 }), (candidates, history) => {
      const passed: HostPlace[] = [];
      for (let round = 0; round < candidates.length; round++) {
        const host = chooseHost(candidates, history, passed);
        if (host === undefined) throw new Error("too early");
        expect(passed.some((one) => isSame(one, host))).toBe(false);
        passed.push({ sector: host.sector, place: host.place });
      }
      expect(chooseHost(candidates, history, passed)).toBeUndefined();
    }),
  );
});

it("says why", () => {
  const lyon = { sector: "transport", place: "Lyon" };
  const paris = { sector: "transport", place: "Paris" };
  const clinic = { sector: "health", place: "Lyon" };
  expect(chooseHost([lyon, paris, clinic], [])).toEqual({
    ...lyon,
    why: { sectorAgo: undefined, placeAgo: undefined, avoided: false },
  });
  expect(chooseHost([lyon, paris, clinic], [lyon, clinic])).toEqual({
    ...paris,
    why: { sectorAgo: 2, placeAgo: undefined, avoided: false },
  });
  // Lyon hosted for transport longest ago, but the last assembly was in Lyon, with health.
  expect(chooseHost([lyon, paris, clinic], [lyon, clinic, paris, clinic])).toEqual({
    ...paris,
    why: { sectorAgo: 2, placeAgo: 2, avoided: true },
  });
});

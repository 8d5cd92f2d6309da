/** The list of known faults: `known.md`, one heading for each key, with its smallest rehearsal and who mends it. */
import { readFileSync } from "node:fs";

export interface Known {
  readonly key: string;
  /** The part of the work in which it will be mended. */
  readonly part: string;
}

/** @throws where a heading is not a key, has no part, or stands there twice */
export function readKnown(file: URL): readonly Known[] {
  const text = readFileSync(file, "utf8");
  const seen = new Set<string>();
  return text
    .split(/^## /mu)
    .slice(1)
    .map((section) => {
      const [key = ""] = section.split("\n", 1);
      const part = /^Part: (.+)$/mu.exec(section)?.[1];
      if (key.split(" | ").length !== 3 || part === undefined)
        throw new Error(`known.md: ${key} is no key, or has no part`);
      if (seen.has(key.trim())) throw new Error(`known.md: ${key} stands there twice`);
      seen.add(key.trim());
      return { key: key.trim(), part };
    });
}

/** As many seeds as this meet every known key, or it is known no more. */
const enough = 200;

/** The known keys that are met no more: they are to be taken out of the list. None where too few seeds were played to say. */
export function goneKeys(known: readonly Known[], seeds: number, met: ReadonlySet<string>): readonly string[] {
  return seeds < enough ? [] : known.map(({ key }) => key).filter((key) => !met.has(key));
}

/** The list of known faults: `known.md`, one heading for each key, with its smallest rehearsal and who mends it. */
import { readFileSync } from "node:fs";

export interface Known {
  readonly key: string;
  /** The part of the work in which it will be mended. */
  readonly part: string;
}

/** @throws where a heading is not a key, or has no part */
export function readKnown(file: URL): readonly Known[] {
  const text = readFileSync(file, "utf8");
  return text
    .split(/^## /mu)
    .slice(1)
    .map((section) => {
      const [key = ""] = section.split("\n", 1);
      const part = /^Part: (.+)$/mu.exec(section)?.[1];
      if (key.split(" | ").length !== 3 || part === undefined)
        throw new Error(`known.md: ${key} is no key, or has no part`);
      return { key: key.trim(), part };
    });
}

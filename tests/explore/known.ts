/** The list of known faults: `known.md`, one heading for each key, with its smallest rehearsal and who mends it. */
import { readFileSync, writeFileSync } from "node:fs";

export interface Known {
  readonly key: string;
  /** The part of the work in which it will be mended. */
  readonly part: string;
  /** The lines of its rehearsal; none where only a seed is known. */
  readonly rehearsal: readonly string[];
}

const fenced = /^```\n(at [^]*?)^```$/mu;

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
      const rehearsal = fenced.exec(section)?.[1]?.trim().split("\n") ?? [];
      return { key: key.trim(), part, rehearsal };
    });
}

/** As many seeds as this meet every known key, or it is known no more. */
const enough = 200;

/** The known keys that are met no more: they are to be taken out of the list. None where too few seeds were played to say. */
export function goneKeys(
  known: readonly Pick<Known, "key">[],
  seeds: number,
  met: ReadonlySet<string>,
): readonly string[] {
  return seeds < enough ? [] : known.map(({ key }) => key).filter((key) => !met.has(key));
}

/** Puts another rehearsal into the list, in the place of what stands there. @returns the whole list */
export function withRehearsal(text: string, key: string, lines: readonly string[]): string {
  return text
    .split(/^(?=## )/mu)
    .map((section) => {
      if (section.split("\n", 1)[0]?.trim() !== `## ${key}`) return section;
      const without = section
        .replace(fenced, "")
        .replace(/^.*no smaller rehearsal was made yet\.$/mu, "")
        .replace(/\n{3,}/gu, "\n\n")
        .trimEnd();
      return `${without}\n\n\`\`\`\n${lines.join("\n")}\n\`\`\`\n\n`;
    })
    .join("")
    .replace(/\n+$/u, "\n");
}

export function writeRehearsal(file: URL, key: string, lines: readonly string[]): void {
  writeFileSync(file, withRehearsal(readFileSync(file, "utf8"), key, lines));
}

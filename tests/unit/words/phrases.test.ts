import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { localParts, wallClock } from "../../../src/domain/time.ts";
import { parseMoment, type MomentContext } from "../../../src/words/moments.ts";
import { parseTimes } from "../../../src/words/times.ts";
import { languages } from "../../../src/words/languages.ts";

const zone = "Europe/Paris";
const context = (language: string): MomentContext => ({
  now: wallClock("2026-03-18", "10:00", zone), // a Wednesday
  zone,
  language,
  defaultTime: 18 * 60,
});

const shown = (at: number): string => `${localParts(at, zone).date} ${localParts(at, zone).time}`;

function one(text: string, language: string): string {
  const read = parseMoment(text, context(language));
  return read.ok ? shown(read.value) : read.error;
}

function several(text: string, language: string): string {
  const read = parseTimes(text, context(language));
  return read.ok ? read.value.at.map(shown).join("; ") : read.error;
}

const split = (text: string): readonly string[] => text.split(" | ");

/** What `phrases.en.ts` says of English: each language has such a file. */
type Phrases = typeof import("./phrases.en.ts");
const all = [...languages.keys()].map(async (code) => {
  if (!existsSync(join(import.meta.dirname, `phrases.${code}.ts`)))
    throw new Error(`phrases.${code}.ts is missing here`);
  const file = (await import(`./phrases.${code}.ts`)) as Phrases; // an edge: each is written like the English one
  return [code, file] as const;
});

describe.each(await Promise.all(all))("%s", (language, { phrases, vague, refused }) => {
  const table = phrases.flatMap(([meant, all]) => split(all).map((phrase) => [phrase, meant] as const));

  it.each(table)("%s: %s", (phrase, meant) => {
    expect(several(phrase, language)).toBe(meant);
    // One moment is read alike where only one is asked for, and by whoever speaks another language.
    if (!meant.includes(";")) expect([one(phrase, language), one(phrase, "xx")]).toEqual([meant, meant]);
  });

  const days = vague.flatMap(([meant, poll, all]) => split(all).map((phrase) => [phrase, meant, poll] as const));

  it.each(days)("%s: %s, or %s", (phrase, meant, poll) => {
    expect([one(phrase, language), several(phrase, language)]).toEqual([meant, poll]);
  });

  it("has three hundred of them", () => {
    expect(new Set([...table, ...days].map(([phrase]) => phrase)).size).toBeGreaterThanOrEqual(300);
  });

  it.each(split(refused))("guesses nothing: %s", (phrase) => {
    expect(several(phrase, language)).toBe("moment-not-understood");
    expect(one(phrase, language)).toBe("moment-not-understood");
  });
});

it("an hour that comes twice is the first one, and says which", () => {
  for (const [language, said] of [
    ["en", "25 october 02:30"],
    ["es", "el 25 de octubre a las 2:30"],
  ] as const) {
    const read = parseMoment(said, context(language));
    expect(read.ok && new Date(read.value).toISOString(), said).toBe("2026-10-25T00:30:00.000Z");
  }
});

describe("on a Sunday", () => {
  const sunday = { ...context("en"), now: wallClock("2026-03-22", "10:00", zone) };
  it.each([
    ["end of next week", "2026-03-29 18:00"],
    ["fin de la semana que viene", "2026-03-29 18:00"],
    ["end of the week", "2026-03-22 18:00"],
    ["next monday", "2026-03-23 18:00"],
    ["el próximo domingo", "2026-03-29 18:00"],
    ["before monday", "2026-03-22 18:00"],
  ])("%s", (said, meant) => {
    const read = parseMoment(said, sunday);
    expect(read.ok && shown(read.value)).toBe(meant);
  });
});

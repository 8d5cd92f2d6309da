/**
 * What comes again, and how long it takes, as people type it: the first two moments that are meant, said on Wednesday 18 March 2026 at
 * 21:00 in Paris, over the change of clocks. Each language's phrases are in `rhythms.<code>.ts`, apart by ` | `.
 */
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { anchor, nextOccurrences } from "../../../src/domain/recurrence.ts";
import { localParts, wallClock } from "../../../src/domain/time.ts";
import { parseDuration } from "../../../src/words/durations.ts";
import { parseRecurrence } from "../../../src/words/recurrence.ts";

interface Rhythms {
  readonly rhythms: readonly (readonly [meant: string, phrases: string])[];
  readonly lengths: readonly (readonly [minutes: number, phrases: string])[];
}

const zone = "Europe/Paris";
const now = wallClock("2026-03-18", "21:00", zone);

function moments(text: string): string {
  const read = parseRecurrence(text);
  if (!read.ok) return read.error;
  if (read.minute === undefined) return "no time";
  const rule = anchor(read.pattern, { after: now, minute: read.minute, zone });
  return nextOccurrences(rule, now, 2)
    .map((at) => localParts(at, zone))
    .map(({ date, time }) => `${date} ${time}`)
    .join(", ");
}

const files = readdirSync(import.meta.dirname).filter((file) => /^rhythms\.(?!test)[\w-]+\.ts$/u.test(file));

describe.each(files)("%s", async (file) => {
  const { rhythms, lengths } = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as Rhythms;
  const each = <T>(rows: readonly (readonly [T, string])[]) =>
    rows.flatMap(([meant, phrases]) => phrases.split(" | ").map((phrase) => [phrase, meant] as const));

  it.each(each(rhythms))("%s", (phrase, meant) => {
    expect(moments(phrase)).toBe(meant);
  });

  it.each(each(lengths))("%s", (phrase, minutes) => {
    const read = parseDuration(phrase);
    expect(read.ok ? read.value : read.error).toBe(minutes);
  });
});

/** The list of known faults: it is read as it is written, and shrinks. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { goneKeys, readKnown, withRehearsal } from "../../explore/known.ts";

/** Reads a list with this text. */
function read(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "steward-known-"));
  try {
    const file = join(folder, "known.md");
    writeFileSync(file, text);
    return readKnown(pathToFileURL(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("has a key and a part under each heading, and none twice", () => {
  expect(read("# Known\n\n## cards | drive | differs\n\nPart: 12\n\nAnd why.\n")).toEqual([
    { key: "cards | drive | differs", part: "12", rehearsal: [] },
  ]);
  expect(() => read("## cards | drive\n\nPart: 12\n")).toThrow(/no key/);
  expect(() => read("## cards | drive | differs\n")).toThrow(/has no part/);
  expect(() => read("## a | b | c\n\nPart: 12\n\n## a | b | c\n\nPart: 13\n")).toThrow(/twice/);
});

it("takes a smaller rehearsal in the place of what stands there", () => {
  const text =
    "# Known\n\n## a | b | c\n\nPart: 12\n\nWhy.\n\nSeed 8; no smaller rehearsal was made yet.\n\n## d | e | f\n\nPart: 13\n";
  const once = withRehearsal(text, "a | b | c", ["at x", "chance y", "wait 1 day"]);
  expect(once).toContain("Why.\n\n```\nat x\nchance y\nwait 1 day\n```\n\n## d | e | f\n\nPart: 13\n");
  expect(once).not.toContain("Seed 8");
  const twice = withRehearsal(once, "a | b | c", ["at x", "chance y", "restart"]);
  expect(twice).toBe(once.replace("wait 1 day", "restart"));
  const last = withRehearsal(twice, "d | e | f", ["at x", "chance y"]);
  expect(read(last).map(({ rehearsal }) => rehearsal)).toEqual([
    ["at x", "chance y", "restart"],
    ["at x", "chance y"],
  ]);
  expect(withRehearsal(text, "g | h | i", ["at x"])).toBe(text);
});

it("loses what two hundred seeds do not meet any more, and nothing after fewer", () => {
  const known = [
    { key: "a | b | met", part: "12" },
    { key: "a | b | mended", part: "13" },
  ];
  const met = new Set(["a | b | met", "a | b | new"]);
  expect(goneKeys(known, 200, met)).toEqual(["a | b | mended"]);
  expect(goneKeys(known, 1_000, met)).toEqual(["a | b | mended"]);
  expect(goneKeys(known, 199, met)).toEqual([]);
});

it("is a list that can be read", () => {
  const known = readKnown(new URL("../../explore/known.md", import.meta.url));
  for (const { part } of known) expect(["12", "13", "14"]).toContain(part);
});

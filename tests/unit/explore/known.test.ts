/** The list of known faults: it is read as it is written, and shrinks. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { goneKeys, readKnown } from "../../explore/known.ts";

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
    { key: "cards | drive | differs", part: "12" },
  ]);
  expect(() => read("## cards | drive\n\nPart: 12\n")).toThrow(/no key/);
  expect(() => read("## cards | drive | differs\n")).toThrow(/has no part/);
  expect(() => read("## a | b | c\n\nPart: 12\n\n## a | b | c\n\nPart: 13\n")).toThrow(/twice/);
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

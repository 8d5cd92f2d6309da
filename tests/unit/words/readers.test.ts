import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { languageName } from "../../../src/core/options/index.ts";
import { isDraft, languages } from "../../../src/words/languages.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/translating.md"), "utf8");

it.each([...languages])("%s is named in docs/translating.md, with those who have read it", (code, { readers = [] }) => {
  const row = page.split("\n").find((line) => line.startsWith(`| ${languageName(code)} | \`locales/${code}\``));
  expect(row, "a row of its own").toBeDefined();
  for (const reader of readers) expect(row).toContain(reader);
  expect(row?.includes("draft")).toBe(isDraft(code));
});

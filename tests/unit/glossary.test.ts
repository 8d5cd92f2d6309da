import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, Visitor } from "@fluent/syntax";
import { expect, describe, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "locales");
const codes = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** The texts of a language's messages by id, without what is filled in. */
function textsOf(code: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(join(folder, code))) {
    for (const node of parse(readFileSync(join(folder, code, file), "utf8"), {}).body) {
      if (node.type !== "Message" || node.value === null) continue;
      const parts: string[] = [];
      class Walk extends Visitor {
        override visitTextElement({ value }: { value: string }): void {
          parts.push(value);
        }
      }
      new Walk().visit(node.value);
      // Vowel signs do not make another word.
      texts.set(node.id.name, parts.join(" ").normalize("NFC").replace(/\p{M}/gu, ""));
    }
  }
  return texts;
}

const rows = readFileSync(join(folder, "glossary.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|") && !/^\| ?-/u.test(line))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const [header = [], ...terms] = rows;

/** A column says `word` or `word (not: other, another)`. */
function cellOf(text: string): { readonly word: string; readonly not: readonly string[] } {
  const [, word = "", not = ""] = /^(.*?)(?: \(not: (.+)\))?$/u.exec(text) ?? [];
  return { word, not: not === "" ? [] : not.split(", ") };
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
/** The word, also with an ending: the plural, the verb. */
const beginning = (word: string) => new RegExp(`(?<![\\p{L}\\p{M}])${escaped(word)}`, "iu");
/** What may stand in one with a word, before and behind it, as parts of a regular expression. */
const around: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  ar: ["[وف]?[بكل]?(?:ال|ل)?", "(?:ات|ين|ون|ان|تان|تين|ة|ه|ها|هم|ك|كم|نا|ي|ا)?"],
};
const plural = ["", "(?:e?s)?"] as const;
/** The word and its plural, and nothing that only begins with it. */
const alone = (code: string, word: string) => {
  const [before, behind] = around[code] ?? plural;
  return new RegExp(`(?<![\\p{L}\\p{M}/])${before}${escaped(word)}${behind}(?![\\p{L}\\p{M}])`, "iu");
};

it("the glossary has eighty words and a reason for each", () => {
  expect(terms.length).toBeGreaterThanOrEqual(80);
  expect(new Set(terms.map(([english]) => english)).size).toBe(terms.length);
  for (const row of terms) expect(row.length, row[0]).toBe(header.length);
  expect(terms.filter((row) => row.at(-1) === "")).toEqual([]);
});

describe.each(codes.filter((code) => code !== "en" && header.includes(code)))("%s", (code) => {
  const texts = textsOf(code);
  const column = header.indexOf(code);
  const words = terms.map((row) => [row[0] ?? "", cellOf(row[column] ?? "")] as const);

  it("has a word for each, and says it", () => {
    const all = [...texts.values()].join("\n");
    expect(
      words.filter(([, { word }]) => word === "" || !beginning(word).test(all)).map(([english]) => english),
    ).toEqual([]);
  });

  it("names for each word another one that is not said", () => {
    expect(words.filter(([, { not }]) => not.length === 0).map(([english]) => english)).toEqual([]);
  });

  it("has no other word for the same thing", () => {
    const found = words.flatMap(([english, { not }]) =>
      not.flatMap((word) =>
        [...texts].flatMap(([id, text]) => (alone(code, word).test(text) ? [`${id}: ${word}, for ${english}`] : [])),
      ),
    );
    expect(found).toEqual([]);
  });
});

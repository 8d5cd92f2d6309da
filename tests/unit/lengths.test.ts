/** No sentence is twice as long as the English one, and none is longer than a platform allows for what it is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, Visitor } from "@fluent/syntax";
import type { Pattern, SelectExpression } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";

const folder = join(import.meta.dirname, "../../locales");
const codes = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** The longest that a pattern can be without what is filled in: of a choice the longest variant. */
function lengthOf(pattern: Pattern): number {
  let length = 0;
  class Walk extends Visitor {
    override visitTextElement({ value }: { value: string }): void {
      length += [...value.replace(/\s+/gu, " ")].length;
    }
    override visitSelectExpression({ variants }: SelectExpression): void {
      length += Math.max(...variants.map(({ value }) => lengthOf(value)));
    }
  }
  new Walk().visit(pattern);
  return length;
}

function lengthsOf(code: string): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const file of readdirSync(join(folder, code))) {
    for (const node of parse(readFileSync(join(folder, code, file), "utf8"), {}).body) {
      if (node.type === "Message" && node.value !== null) lengths.set(node.id.name, lengthOf(node.value));
    }
  }
  return lengths;
}

/** What is short may be longer by so much: 'Go' is 'Avanti'. */
const slack = 28;
/** Discord's: the description of a command, a word or an option; the label of a button. */
const longest = { description: 100, label: 80 } as const;

const described = new Set(
  commands.flatMap(({ about, bare, words = {} }) => [
    about,
    ...[bare, ...Object.values(words)].flatMap((usage) =>
      usage === undefined ? [] : [usage.about, ...Object.values(usage.options ?? {}).map((option) => option.about)],
    ),
  ]),
);
const english = lengthsOf("en");

describe.each(codes)("%s", (code) => {
  const lengths = lengthsOf(code);
  const tooLong = (most: (id: string) => number): readonly string[] =>
    [...lengths].flatMap(([id, length]) => (length > most(id) ? [`${id}: ${length}, ${most(id)} at most`] : []));

  it("no sentence is twice as long as in English", () => {
    const most = (id: string): number => {
      const original = english.get(id) ?? Infinity;
      return Math.max(2 * original, original + slack);
    };
    expect(tooLong(most)).toEqual([]);
  });

  it("no label is longer than a platform shows", () => {
    const most = (id: string): number =>
      described.has(id)
        ? longest.description
        : /^(?!core-|console-).*-button(?:-|$)/u.test(id)
          ? longest.label
          : Infinity;
    expect(tooLong(most)).toEqual([]);
  });
});

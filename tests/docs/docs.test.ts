/**
 * What the documents say is so: every command that stands in them is one, and every command, button, setting and metric
 * that there is stands in them; their links lead somewhere.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { FluentResource } from "@fluent/bundle";
import { commands } from "../../commands/index.ts";
import { parseCommand } from "../../src/core/parse.ts";
import { productFiles } from "../house/product.ts";
import { troublesIn } from "./trouble.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Pages for those who use the bot, by language; the English ones lie in docs/ itself. */
const guides: Readonly<Record<string, readonly string[]>> = {
  en: ["docs/members.md", "docs/coordinators.md"],
  es: ["docs/es/members.md", "docs/es/coordinators.md"],
  fr: ["docs/fr/members.md", "docs/fr/coordinators.md"],
  "pt-BR": ["docs/pt-BR/members.md", "docs/pt-BR/coordinators.md"],
  ar: ["docs/ar/members.md", "docs/ar/coordinators.md"],
};

/** Everything that people may be sent to. */
const pages = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** What stands between backticks, outside of blocks. */
const spans = (text: string): readonly string[] =>
  [...text.replace(/^```[\s\S]*?^```$/gmu, "").matchAll(/`([^`\n]+)`/gu)].map(([, span = ""]) => span);

const typed = (text: string): readonly string[] => spans(text).filter((span) => /^[/!][a-z]/u.test(span));

/** `role swap`, or `pledge` for a command that goes without a word. */
function form(span: string): string | undefined {
  const parsed = parseCommand(span, commands, ["/", "!"]);
  if (parsed.type !== "invocation") return undefined;
  const { command, word } = parsed.invocation;
  return word === undefined ? command.name : `${command.name} ${word}`;
}

/** What a heading is called in a link to it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

describe.each(Object.keys(guides))("the pages for people, %s", (language) => {
  const of = guides[language] ?? [];
  const text = of.map(read).join("\n");

  it("name only what can be typed", () => {
    expect(typed(text).filter((span) => form(span) === undefined && span !== "/")).toEqual([]);
  });

  it("name every command and every word of it", () => {
    const all = commands.flatMap((one) => [
      ...(one.bare === undefined ? [] : [one.name]),
      ...Object.keys(one.words ?? {}).map((word) => `${one.name} ${word}`),
    ]);
    const named = new Set(typed(text).map(form));
    expect(all.filter((one) => !named.has(one))).toEqual([]);
  });

  it("call buttons what they are called", () => {
    const labels = readdirSync(join(root, "locales", language))
      .flatMap((file) => new FluentResource(read(join("locales", language, file))).body)
      .filter(({ id }) => id.includes("-button"))
      .map(({ value }) =>
        typeof value === "string" ? value : Array.isArray(value) && typeof value[0] === "string" ? value[0] : "",
      );
    const shown = [...text.matchAll(/\[([^\]]+)\](?!\()/gu)].map(([, label = ""]) => label);
    expect(shown.length).toBeGreaterThan(10);
    // A label that goes on with a name ("I take on: Meals") begins as it does there.
    const begins = (label: string): string => label.replace(/: .*$/u, ": ");
    expect(shown.filter((label) => !labels.includes(label) && !labels.includes(begins(label)))).toEqual([]);
  });
});

it("every language has the same pages", () => {
  expect(readdirSync(join(root, "locales")).filter((one) => guides[one] === undefined && !one.includes("."))).toEqual(
    [],
  );
});

it("the page for operators names every setting and every metric", () => {
  const page = read("docs/operators.md");
  const settings = [...read(".env.example").matchAll(/^([A-Z_]+)=/gmu)].map(([, name = ""]) => name);
  const metrics = [...read("src/operations/metrics.ts").matchAll(/"(steward_[a-z_]+)"/gu)].map(([, name = ""]) => name);
  expect(settings.length).toBeGreaterThan(10);
  expect(metrics.length).toBeGreaterThan(8);
  expect([...settings, ...metrics].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it("the page for operators knows everything that log and doctor can say is wrong", () => {
  const page = read("docs/operators.md").split("\n## Trouble\n")[1]?.replace(/\s+/gu, " ") ?? "";
  const said = [...productFiles()].flatMap(([file, text]) => troublesIn(file, text));
  expect(said.length).toBeGreaterThan(100);
  // What follows its first sentence is a remedy, and may be said otherwise there.
  const missing = said.filter(({ parts }) => {
    const [first = ""] = parts.join("…").split(/(?<=[^.])\. /u);
    const words = first.split("…").map((part) => part.replace(/^[\s.(),]+|[\s.(),]+$/gu, ""));
    return !words.filter((part) => /\p{L}{3}/u.test(part)).every((part) => page.includes(part));
  });
  expect(missing).toEqual([]);
});

it("every link leads to a page that is there, and to a heading of it", () => {
  const lost = pages.flatMap((page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, to = ""]) => to);
    return links.filter((link) => {
      if (/^https?:/u.test(link)) return false;
      const [file = "", heading] = link.split("#");
      const target = file === "" ? page : join(dirname(page), file);
      try {
        const text = read(target);
        return (
          heading !== undefined && ![...text.matchAll(/^#+ (.+)$/gmu)].some(([, one = ""]) => anchor(one) === heading)
        );
      } catch {
        return true;
      }
    });
  });
  expect(lost).toEqual([]);
});

it("the README is short enough to be read", () => {
  expect(Buffer.byteLength(read("README.md"))).toBeLessThanOrEqual(8 * 1024);
});

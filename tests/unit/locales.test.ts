import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { checkLanguages, checkSentences, checkUse, forOperators } from "../kit/locale-rules.ts";
import type { Finding, Language, SourceFile } from "../kit/locale-rules.ts";
import { sameWords } from "../kit/same-words.ts";

const root = join(import.meta.dirname, "../..");

function filesIn(folder: string, ending: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

const lines = (found: readonly Finding[]) => found.map(({ rule, where, what }) => `${rule} ${where}: ${what}`);

describe("the sentences of this repository", () => {
  const languages: Language[] = readdirSync(join(root, "locales"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ language: name, files: filesIn(`locales/${name}`, ".ftl") }));
  const code = ["src", "commands", "adapters"]
    .flatMap((folder) => filesIn(folder, ".ts"))
    .filter(({ path }) => !path.includes("/generated/"));

  it("are complete in every language, with the same variables and the right plurals", () => {
    expect(languages.map(({ language }) => language)).toEqual(expect.arrayContaining(["en", "es"]));
    expect(lines(checkLanguages(languages, sameWords))).toEqual([]);
  });

  it("are all used, and what is used is defined", () => {
    expect(lines(checkUse(languages, code))).toEqual([]);
  });

  it("stand in locales/, and not in code", () => {
    expect(lines(checkSentences(code))).toEqual([]);
  });
});

describe("the rules on made-up samples", () => {
  const language = (name: string, text: string): Language => ({
    language: name,
    files: [{ path: `locales/${name}/a.ftl`, text }],
  });
  const between = (en: string, es: string, same: string[] = []) =>
    checkLanguages([language("en", en), language("es", es)], new Set(same)).map(({ rule, what }) => `${rule}: ${what}`);
  const use = (en: string, code: string) =>
    checkUse([language("en", en)], [{ path: "commands/a.ts", text: code }]).map(({ rule, what }) => `${rule}: ${what}`);
  const sentences = (text: string, path = "commands/a.ts") => checkSentences([{ path, text }]).map(({ what }) => what);

  it("a message that one language lacks", () => {
    expect(between("a = Hello\nb = Bye", "a = Hola")).toEqual(["missing: b is missing in es"]);
    expect(between("a = Hello", "a = Hola\nb = Adiós")).toEqual(["surplus: b is not in en"]);
  });

  it("a message that was not translated", () => {
    expect(between("a = Hello there", "a = Hello there")).toEqual([
      "untranslated: a is the same as in en: Hello there",
    ]);
    expect(between("a = OK", "a = OK", ["OK"])).toEqual([]);
    expect(between("a = { $n } / { $m }", "a = { $n } / { $m }")).toEqual([]);
  });

  it("a message that was translated in part", () => {
    expect(between("a = Who has it and when", "a = Quién lo tiene and when")).toEqual([
      "untranslated: a reads as English: Quién lo tiene and when",
    ]);
    expect(between("a = To answer: { $x } in", "a = Para responder: escribe in, que es el sí")).toEqual([
      "variable: a uses $x in en and not in es",
    ]);
  });

  it("a variable that one language lacks, through other messages too", () => {
    expect(between("a = Hi { $name }", "a = Hola")).toEqual(["variable: a uses $name in en and not in es"]);
    expect(between("a = Hi { b }\nb = my { $x }", "a = Hola { $x }\nb = mi { $x }")).toEqual([]);
  });

  it("what is not Fluent, is there twice, or has attributes", () => {
    expect(between("a = Hi\n?? what", "a = Hola")).toEqual(["junk: not Fluent: ?? what"]);
    expect(between("a = Hi\na = Hey", "a = Hola")).toEqual(["duplicate: a is defined twice in en"]);
    expect(between("a = Hi\n    .title = T", "a = Hola")).toEqual([
      "attribute: a has attributes; write messages of their own",
    ]);
  });

  it("plurals that lack a form that the language needs", () => {
    const select = (variants: string) => `a = { $n ->\n${variants}\n    }`;
    const full = select("    [one] uno\n   *[other] más");
    expect(between(select("    [one] one\n   *[other] more"), full)).toEqual([]);
    expect(between(select("    [0] none\n   *[other] more"), full)).toEqual(["plural: a: $n lacks [one] in en"]);
    expect(between(select("    [0] none\n    [1] one\n   *[other] more"), full)).toEqual([]);
    expect(between(select("   *[one] one\n    [other] more"), full)).toEqual([
      "plural: a: the default of $n must be *[other]",
    ]);
    expect(between(select("    [one] one\n    [few] some\n   *[other] more"), full)).toEqual([
      "plural: a: $n has [few], which en does not know",
    ]);
    expect(
      between(select("    [cell] cell\n   *[sector] sector"), select("    [cell] célula\n   *[sector] ramo")),
    ).toEqual([]);
    const polish = checkLanguages([language("en", full.replace("uno", "one")), language("pl", full)], new Set());
    expect(polish.map(({ what }) => what).sort()).toEqual(["a: $n lacks [few] in pl", "a: $n lacks [many] in pl"]);
  });

  it("a message that nothing uses", () => {
    expect(use("a-b = Hi\nc-d = Bye", `say("a-b")`)).toEqual(["unused: nothing uses c-d"]);
    expect(use("a-b = Hi { c-d } { -e }\nc-d = Bye\n-e = E", `say("a-b")`)).toEqual([]);
    expect(use("a-b = Hi", `// say("a-b")`)).toEqual(["unused: nothing uses a-b"]);
  });

  it("an id that no message has, wherever ids stand", () => {
    const ids = `phrase("x-1"); m.say(ok ? "x-2" : "x-3"); messageIds({ a: "x-4" }); usage({ about: "x-5" }); const p = { id: "x-6", args: {} };`;
    expect(use("", ids)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `undefined: there is no message x-${n}`));
    expect(use("", `const row = { id: "row-1", name }; other("x-y")`)).toEqual([]);
    expect(use("", `const discord = { ask: "form", budget: {} }`)).toEqual([]);
    expect(use("", `const option = { ask: "x-7", required }`)).toEqual(["undefined: there is no message x-7"]);
  });

  it("an id put together from parts", () => {
    expect(use("", "phrase(`drive-${state}`); say('drive-' + state); phrase(titles[state])")).toEqual([
      "built-id: write the id out: `drive-${state}`",
      "built-id: write the id out: 'drive-' + state",
    ]);
  });

  it("arguments that a message needs or does not know", () => {
    expect(use("a-b = Hi { $name }", `phrase("a-b")`)).toEqual(["argument: a-b needs $name"]);
    expect(use("a-b = Hi { $name }", `phrase("a-b", { name, more: 1 })`)).toEqual([
      "argument: a-b has no use for $more",
    ]);
    expect(use("a-b = Hi { $name }", `phrase("a-b", { ...args }); phrase("a-b", args)`)).toEqual([]);
  });

  it("a sentence in code", () => {
    expect(sentences(`reply("Your pledge is in")`)).toEqual(["Your pledge is in"]);
    expect(sentences("reply(`You hold ${n} roles`)")).toEqual(["You hold {} roles"]);
    expect(sentences("reply(`Tomorrow ${n} people`)")).toEqual(["Tomorrow {} people"]);
    expect(sentences(`const label = "I'm in"`)).toEqual(["I'm in"]);
    expect(sentences(`// not for people: that\nconst f = () => { reply("But this is") }`)).toEqual(["But this is"]);
    expect(sentences(`log.info(() => { reply("Not for the log") })`)).toEqual(["Not for the log"]);
  });

  it("and what is none", () => {
    for (const code of [
      `// A comment with words`,
      `throw new Error("No such drive here")`,
      `throw new RangeError(\`Interval of \${n} minutes\`)`,
      `class Refused extends Error { constructor() { super("refused by rule") } }`,
      `log.warn({ id }, "queue is full")`,
      `this.log.warn("queue is full")`,
      `this.#problem(error, "queue is full")`,
      `z.string().min(1, "must not be empty")`,
      "db.$queryRaw`some words here`",
      `db.$executeRawUnsafe("anything goes here")`,
      `const q = "SELECT id FROM drive"`,
      `import x from "some module name"`,
      `type T = "two words"`,
      `const id = "drive-opened"; const path = "a/b c"; const type = "text/plain; charset=utf-8"`,
      `const x = "magic words"; // not for people: a protocol's constant`,
      `// not for people: a protocol's constant\nconst x = "magic words";`,
      `/** Cities; not for people: they are looked up. */\nconst x = {\n a: "San Jose",\n b: ["Las Palmas"] };`,
      `const isolation = "REPEATABLE READ"`,
      `const status = { state: "down", detail: "Nobody answers there" }`,
    ]) {
      expect(sentences(code), code).toEqual([]);
    }
    expect(sentences(`say("Set the variable first")`, "src/config.ts")).toEqual([]);
    expect(sentences(`say("Set the variable first")`, "src/cli/keys.ts")).toEqual([]);
    expect(forOperators.some((pattern) => pattern.test("src/chat/config.ts"))).toBe(false);
  });
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { askedForms } from "../../../src/domain/asked-care.ts";
import { readQuorum } from "../../../src/core/options/vote.ts";
import { parseCommand } from "../../../src/core/parse.ts";
import { fold, spoken } from "../../../src/words/clean.ts";
import { called, isAnswer } from "../../../src/words/fixed.ts";
import { languages, listed } from "../../../src/words/languages.ts";

const root = join(import.meta.dirname, "../../..");

/** The words that each option offers. */
const offered = commands.flatMap(({ name, bare, words = {} }) =>
  [bare, ...Object.values(words)].flatMap((usage) =>
    Object.entries(usage?.options ?? {}).flatMap(([option, { type }]) =>
      type.words === undefined ? [] : [{ where: `${name} ${option}`, words: type.words }],
    ),
  ),
);
/** Words that are read out of a text together with others: answers to a recall, parts and quorums, "as usual", whom money goes to, care of no form. */
const inTexts =
  "yes no none withdraw usual half two-thirds three-quarters all sector sectors seats cells outside other".split(" ");

it("each language is a folder of sentences and a file of words, and there is no other", () => {
  const folders = readdirSync(join(root, "locales"), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort();
  const files = readdirSync(join(root, "src/words")).flatMap(
    (file) => /^([a-z]{2,3}(?:-[a-zA-Z]+)?)\.ts$/.exec(file)?.[1] ?? [],
  );
  expect([...languages.keys()]).toEqual(folders);
  expect(files.filter((name) => folders.includes(name)).sort()).toEqual(folders);
});

describe.each([...languages])("%s", (code, language) => {
  it("writes numbers and dates as it does, and not as the language does of which it is a copy", () => {
    expect(new Intl.Locale(language.locale).language, "`locale`").toBe(new Intl.Locale(code).language);
  });

  it("has other words only for words that an option offers", () => {
    const known = new Set([...offered.flatMap(({ words }) => words), ...askedForms, ...inTexts]);
    expect(Object.keys(language.called).filter((word) => !known.has(word))).toEqual([]);
  });

  it("writes them as they are compared", () => {
    const all = Object.values(language.called).flatMap(listed);
    expect(all.filter((word) => fold(word) !== word)).toEqual([]);
  });
});

it("a weekday is called as each language calls it", () => {
  const days = called(["monday", "friday", "sunday"]);
  expect(["viernes", "vie", "fri", "fridays", "lunes", "domingos", "sunday"].map((day) => days.get(day))).toEqual([
    "friday",
    "friday",
    "friday",
    "friday",
    "monday",
    "sunday",
    "sunday",
  ]);
});

it("no word has two meanings in one option", () => {
  for (const { where, words } of offered) {
    const meanings = [...languages.values()].flatMap((language) =>
      words.flatMap((word) => listed(language.called[word] ?? "").map((other) => [other, word] as const)),
    );
    for (const [other, word] of meanings) expect(called(words).get(other), `${where}: ${other}`).toBe(word);
  }
});

it.each([
  ["yes", "Yes!", true],
  ["yes", "sí", true],
  ["cancel", "/cancel", true],
  ["cancel", "Cancelar.", true],
  ["cancel", "¡cancela!", true],
  ["cancel", "cancel the meeting", false],
  ["no", "NO", true],
  ["no", "now", false],
] as const)("the answer %s: %s %s", (answer, text, expected) => {
  expect(isAnswer(answer, text)).toBe(expected);
});

it("a button is called with or without the narrow space before a colon", () => {
  expect(spoken("je m’en charge: repas")).toBe(spoken("Je m'en charge\u202f: Repas"));
});

describe("every word of every option, in every language", () => {
  const words = (word: string) => [
    word,
    ...[...languages.values()].flatMap(({ called }) => listed(called[word] ?? "")),
  ];
  const usages = commands.flatMap((command) =>
    [
      ...(command.bare === undefined ? [] : [{ typed: `/${command.name}`, usage: command.bare }]),
      ...Object.entries(command.words ?? {}).map(([word, usage]) => ({ typed: `/${command.name} ${word}`, usage })),
    ].flatMap(({ typed, usage }) =>
      Object.entries(usage.options ?? {}).flatMap(([name, option]) =>
        option.type.words === undefined || option.hidden === true ? [] : [{ typed, usage, name, option }],
      ),
    ),
  );

  it("is understood with its key", async () => {
    for (const { typed, name, option } of usages) {
      for (const word of (option.type.words ?? []).flatMap(words)) {
        const parsed = parseCommand(`${typed} ${name}:${word}`, commands, ["/"]);
        const raw = parsed.type === "invocation" ? parsed.invocation.raw[name] : parsed.type;
        expect(raw, `${typed} ${name}:${word}`).toBe(word);
        expect(option.type.reads?.(word), `${typed} ${name}:${word}`).toBe(true);
      }
    }
  });

  it("is understood bare, where it is a flag", () => {
    const flags = usages.filter(({ option: { type, position } }) => type.kind === "flag" && position === undefined);
    expect(flags.map(({ name }) => name)).toEqual(expect.arrayContaining(["secret", "anonymous", "power", "names"]));
    for (const { typed, usage, name, option } of flags) {
      const text = Object.values(usage.options ?? {}).some(({ position }) => position !== undefined) ? " Huelga" : "";
      for (const word of (option.type.words ?? []).flatMap(words)) {
        const parsed = parseCommand(`${typed}${text} ${word}`, commands, ["/"]);
        const raw = parsed.type === "invocation" ? parsed.invocation.raw : {};
        expect(raw[name], `${typed}${text} ${word}`).toBe(word);
        expect(Object.values(raw).filter((value) => value.includes("Huelga"))).toEqual(text === "" ? [] : ["Huelga"]);
      }
    }
  });
});

it.each([
  ["la mitad y 2 sectores", { of: "seats", least: { num: 1, den: 2 }, sectors: 2 }],
  ["la mitad de las células y 3 sectores", { of: "cells", least: { num: 1, den: 2 }, sectors: 3 }],
  ["dos tercios de los asientos", { of: "seats", least: { num: 2, den: 3 }, sectors: 0 }],
  ["half of the cells and 3 sectors", { of: "cells", least: { num: 1, den: 2 }, sectors: 3 }],
  ["2/3 of cells", { of: "cells", least: { num: 2, den: 3 }, sectors: 0 }],
] as const)("a quorum: %s", (text, expected) => {
  expect(readQuorum(text)).toEqual(expected);
});

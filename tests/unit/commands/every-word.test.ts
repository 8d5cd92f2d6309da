/** Every word of every option is understood, in every language, bare or with its key: taken from the list of commands. */
import { expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Option } from "../../../src/core/command.ts";
import type { Context } from "../../../src/core/context.ts";
import { parseCommand } from "../../../src/core/parse.ts";
import { Texts } from "../../../src/core/text.ts";
import { called } from "../../../src/words/fixed.ts";

const texts = Texts.load(new URL("../../../locales", import.meta.url).pathname);

const usages = commands.flatMap((command) => [
  ...(command.bare === undefined ? [] : [{ line: `/${command.name}`, usage: command.bare }]),
  ...Object.entries(command.words ?? {}).map(([word, usage]) => ({ line: `/${command.name} ${word}`, usage })),
]);

const visible = usages.flatMap(({ line, usage }) =>
  Object.entries((usage.options ?? {}) as Readonly<Record<string, Option<unknown>>>)
    .filter(([, { hidden }]) => hidden !== true)
    .map(([name, option]) => ({ line, name, option })),
);

/** What the option gets of a line. */
function rawOf(line: string, name: string): string | undefined {
  const parsed = parseCommand(line, commands, ["/"]);
  return parsed.type === "invocation" ? parsed.invocation.raw[name] : undefined;
}

/** A context that says things in one language. */
const speaking = (language: string): Context =>
  ({
    plain: (said: Parameters<Context["plain"]>[0]) => texts.plain(language, said, { zone: "UTC", now: 0 }),
  }) as unknown as Context; // an edge: a choice asks for nothing else

it("a flag is one by each of its words, with yes behind it, too", async () => {
  const flags = visible.filter(({ option }) => option.type.kind === "flag" && option.position === undefined);
  expect(flags.length).toBeGreaterThan(3);
  for (const { line, name, option } of flags) {
    for (const word of called(option.type.words ?? []).keys()) {
      for (const key of new Set([word, name])) {
        for (const yes of ["yes", "sí", "1"]) {
          const raw = rawOf(`${line} "Shall we?" ${key}:${yes}`, name) ?? rawOf(`${line} ${key}:${yes}`, name);
          expect(raw, `${line} ${key}:${yes}`).toBeDefined();
          expect(await option.type.parse(raw ?? "", speaking("en")), `${line} ${key}:${yes}`).toEqual({ value: true });
        }
        const no = rawOf(`${line} "Shall we?" ${key}:no`, name) ?? rawOf(`${line} ${key}:no`, name) ?? "";
        expect(await option.type.parse(no, speaking("en")), `${line} ${key}:no`).toEqual({ value: false });
      }
      const bare = rawOf(`${line} Shall we ${word}`, name) ?? rawOf(`${line} ${word}`, name) ?? "";
      expect(await option.type.parse(bare, speaking("en")), `${line} ${word}`).toEqual({ value: true });
    }
  }
});

it("a choice is made by each of its words, and by what its buttons say in the reader's language", async () => {
  const choices = visible.filter(({ option }) => option.type.kind === "choice" && option.type.choices !== undefined);
  expect(choices.length).toBeGreaterThan(10);
  let buttons = 0;
  for (const { line, name, option } of choices) {
    for (const word of called(option.type.words ?? []).keys()) {
      const raw = rawOf(`${line} ${name}:${word}`, name) ?? word;
      expect(await option.type.parse(raw, speaking("en")), `${line} ${name}:${word}`).toHaveProperty("value");
    }
    for (const language of texts.languages) {
      for (const { value, label } of (await option.type.choices?.(speaking(language), "")) ?? []) {
        const said = speaking(language).plain(label);
        const raw = rawOf(`${line} ${name}:"${said}"`, name) ?? said;
        const read = await option.type.parse(raw, speaking(language));
        expect(read, `${line} ${name}:"${said}"`).toEqual(await option.type.parse(value, speaking(language)));
        buttons++;
      }
    }
  }
  expect(buttons).toBeGreaterThan(50);
});

it("what a card's buttons say can be typed behind /pledge, in every language", async () => {
  const labels = { in: "drive-button-in", withdraw: "drive-button-withdraw", done: "drive-button-done" };
  for (const [value, id] of Object.entries(labels)) {
    for (const language of texts.languages) {
      const said = speaking(language).plain({ id });
      const option = visible.find(({ line, name }) => line === "/pledge" && name === "answer")?.option;
      for (const typed of [said, said.toLowerCase(), said.replaceAll("'", "’")]) {
        const raw = rawOf(`/pledge ${typed}`, "answer") ?? "";
        // In whatever language the person reads.
        expect(await option?.type.parse(raw, speaking("xx")), `/pledge ${typed}`).toEqual({ value });
      }
    }
  }
});

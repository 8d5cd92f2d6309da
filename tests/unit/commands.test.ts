/** What platforms demand of names and texts, of every command, in every language. */
import { describe, expect, it } from "vitest";
import { slashCommands } from "../../adapters/discord/commands.ts";
import { menusOf } from "../../adapters/telegram/menus.ts";
import { commands } from "../../commands/index.ts";
import { describe as described, type Command, type AnyUsage } from "../../src/core/command.ts";
import { parseCommand } from "../../src/core/parse.ts";
import { Texts } from "../../src/core/text.ts";
import { formsOf } from "../fuzz/inputs.ts";
import { phrase } from "../../src/chat/phrase.ts";

const texts = Texts.load(new URL("../../locales", import.meta.url).pathname);
const say = (language: string, id: string): string =>
  texts.plain(language, phrase(id), { zone: "UTC", now: Date.UTC(2026, 2, 20) });

const forms = formsOf(commands);
const nameOf = ({ command, word }: (typeof forms)[number]): string =>
  word === undefined ? command.name : `${command.name} ${word}`;
const shown = ({ options = {} }: AnyUsage) => Object.entries(options).filter(([, { hidden }]) => hidden !== true);

const discordName = /^[-_\p{L}\p{N}]{1,32}$/u;
const isDiscordName = (name: string): boolean => discordName.test(name) && name === name.toLowerCase();

describe.each(texts.languages)("in %s", (language) => {
  it.each(forms.map((form) => [nameOf(form), form] as const))("/%s says in a few words what it does", (_, form) => {
    const abouts = [form.command.about, form.usage.about, ...shown(form.usage).map(([, { about }]) => about)];
    for (const id of abouts) {
      expect(texts.has(id), id).toBe(true);
      const text = say(language, id);
      expect([...text].length, id).toBeGreaterThanOrEqual(1);
      // Discord: 1 to 100 characters, counted here as its clients do, in UTF-16; Telegram's 256 are more.
      expect(text.length, `${id}: ${text}`).toBeLessThanOrEqual(100);
      expect(text.trim(), id).toBe(text);
      expect(text, id).not.toMatch(/[\p{Cc}\uE000-\uE0FF]/u);
    }
  });

  it.each(forms.map((form) => [nameOf(form), form] as const))("/%s has a question for each option", (_, form) => {
    for (const [, { ask }] of Object.entries(form.usage.options ?? {})) {
      expect(texts.has(ask), ask).toBe(true);
      // Discord: the label of a form's field holds 45 characters, so the question is its title or placeholder: 100.
      expect(say(language, ask).length, ask).toBeLessThanOrEqual(100);
    }
  });
});

describe("Discord", () => {
  it("takes the names of all commands, words, options and fixed values", () => {
    expect(commands.length).toBeLessThanOrEqual(100);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { command, word, usage } of forms) {
      for (const name of [command.name, ...(word === undefined ? [] : [word]), ...shown(usage).map(([one]) => one)]) {
        expect(isDiscordName(name), name).toBe(true);
      }
      expect(Object.keys(command.words ?? {}).length).toBeLessThanOrEqual(25);
      expect(shown(usage).length).toBeLessThanOrEqual(25);
      for (const [name, { type }] of shown(usage)) {
        expect(type.words?.length ?? 0, name).toBeLessThanOrEqual(25);
        for (const value of type.words ?? []) expect(value.length, name).toBeLessThanOrEqual(100);
      }
    }
  });

  it("gets every text whole, in 8,000 characters a command", () => {
    const host = { languages: texts.languages, text: say };
    for (const command of slashCommands(commands.map(described), host)) {
      const json = JSON.stringify(command);
      expect(json, "a text was cut").not.toContain(`…"`);
      const sizes = [...json.matchAll(/"(?:name|description|value)":"([^"]*)"/gu)].map(([, text = ""]) => text.length);
      expect(
        sizes.reduce((sum, size) => sum + size, 0),
        command.name,
      ).toBeLessThanOrEqual(8_000);
    }
  });
});

describe("Telegram", () => {
  it("takes all menus", () => {
    const menus = menusOf({ commands: commands.map(described), languages: texts.languages, text: say });
    expect(menus.length).toBe(2 * texts.languages.length);
    for (const { commands: menu } of menus) {
      expect(menu.length).toBeGreaterThan(0);
      expect(menu.length).toBeLessThanOrEqual(100);
      for (const { command, description } of menu) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(description.length, command).toBeGreaterThanOrEqual(1);
        expect(description.length, command).toBeLessThanOrEqual(256);
      }
      expect(new Set(menu.map(({ command }) => command)).size).toBe(menu.length);
    }
  });
});

describe("Matrix and the terminal", () => {
  it("every command is understood with ! and /, and in Telegram's spelling", () => {
    for (const form of forms) {
      for (const written of [nameOf(form), nameOf(form).replaceAll("-", "_")]) {
        for (const prefix of ["!", "/"]) {
          expect(parseCommand(`${prefix}${written}`, commands, ["!", "/"]), written).toMatchObject({
            type: "invocation",
            invocation: { command: { name: form.command.name }, word: form.word },
          });
        }
      }
      // `!1` is a choice, so no command may be a number.
      expect(form.command.name).not.toMatch(/^\d+$/u);
    }
  });
});

describe("every description", () => {
  /** What is wrong with a command's description; nothing, for ours. */
  const faults = (of: readonly Command[]): readonly string[] =>
    formsOf(of).flatMap((form) => {
      const { usage } = form;
      const name = nameOf(form);
      const positions = shown(usage).flatMap(([, { position }]) => (position === undefined ? [] : [position]));
      const order = [...positions].sort((a, b) => a - b);
      return [
        ...(usage.where.length === 0 ? [`${name} can be used nowhere`] : []),
        ...(usage.answer === "private" && usage.fallback === undefined ? [`${name} has no fallback`] : []),
        ...(usage.answer === "chat" && usage.fallback !== undefined ? [`${name} has a fallback for nothing`] : []),
        ...(usage.unseen === true && usage.answer !== "private" ? [`${name} is unseen and answers the chat`] : []),
        ...(usage.level !== "anyone" && usage.where.includes("unbound") ? [`${name}: nobody has a level there`] : []),
        ...(usage.needsAdministrator === true && usage.where.includes("direct")
          ? [`${name}: no chat to ask about`]
          : []),
        ...(order.some((position, index) => position !== index) ? [`${name}: positions ${order.join(", ")}`] : []),
        ...(form.command.words !== undefined && form.word !== undefined && nameOf(form).length > 64 ? [name] : []),
      ];
    });

  it("names its level, its places, and what is said where the person cannot be reached unseen", () => {
    expect(faults(commands)).toEqual([]);
  });

  it("a description that leaves something out is noticed", () => {
    const [first] = forms;
    if (first === undefined) throw new Error("there are no commands");
    const usage = { ...first.usage, answer: "private" as const };
    const { fallback: _, ...without } = usage;
    expect(faults([{ name: "x", about: "x", bare: without }])).toEqual(["x has no fallback"]);
    expect(faults([{ name: "x", about: "x", bare: { ...usage, where: [] } }])).toEqual(["x can be used nowhere"]);
    expect(isDiscordName("Pledge")).toBe(false);
    expect(isDiscordName("help now")).toBe(false);
    expect(isDiscordName("help-now")).toBe(true);
  });
});

/** What a button says for a word of a command may be typed in its place. */
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { parseCommand } from "../../../src/core/parse.ts";
import { Texts } from "../../../src/core/text.ts";
import { wordLabel } from "../../../src/core/word-labels.ts";
import { formsOf } from "../../fuzz/inputs.ts";
import { sameWords } from "../../kit/same-words.ts";

const texts = Texts.load(new URL("../../../locales", import.meta.url).pathname);
const at = { zone: "UTC", now: Date.UTC(2026, 2, 20) };
/** A command that takes a text of people's own may be given it in these words. */
const takesText = new Set(["alert", "decide"]);
const words = formsOf(commands).flatMap(({ command, word }) => (word === undefined ? [] : [{ command, word }]));

describe.each(texts.languages)("in %s", (language) => {
  it("every word of a command has a name, no two of one command the same, and it is understood", () => {
    const seen = new Set<string>();
    for (const { command, word } of words) {
      const name = texts.plain(language, wordLabel(word, command.name), at);
      expect(seen.has(`${command.name} ${name}`), `${command.name} ${name}`).toBe(false);
      seen.add(`${command.name} ${name}`);
      // Some are the same in another language: "no" in Spanish, "note" in French.
      if (language !== "en" && !sameWords.has(name)) expect(name).not.toBe(word);
      if (takesText.has(command.name)) continue;
      const parsed = parseCommand(`/${command.name} ${name}`, commands, ["/"]);
      expect(parsed.type === "invocation" ? parsed.invocation.word : parsed, `${command.name} ${name}`).toBe(word);
    }
  });

  it("every fixed word of an option has a name", () => {
    for (const { usage } of formsOf(commands)) {
      for (const [option, { type, hidden }] of Object.entries(usage.options ?? {})) {
        if (type.kind !== "choice" || hidden === true) continue;
        for (const word of type.words ?? []) {
          const name = texts.plain(language, wordLabel(word), at);
          if (language !== "en" && !sameWords.has(name)) expect(name, option).not.toBe(word);
        }
      }
    }
  });
});

describe("what is typed in another language", () => {
  const word = (typed: string): string | undefined => {
    const parsed = parseCommand(typed, commands, ["/"]);
    return parsed.type === "invocation"
      ? `${parsed.invocation.command.name} ${parsed.invocation.word ?? ""}`
      : undefined;
  };

  it("is the word and what stands behind it", () => {
    expect(word("/vote sí")).toBe("vote yes");
    expect(word("/votación Me Abstengo")).toBe("vote abstain");
    expect(word("/date no puedo 2 mayo")).toBe("date cannot");
    expect(word("/fecha puedo 1 mayo")).toBe("date can");
    expect(word("/fondo pedir 50 alquiler")).toBe("fund ask");
    expect(word("/cuidados")).toBeUndefined();
    expect(word("/ayuda")).toBe("help ");
  });

  it("takes nothing away from a text", () => {
    expect(word("/decide ver la película juntas")).toBe("decide ");
    expect(word("/alert fin de la calle")).toBe("alert ");
    expect(word("/alert necesito ayuda")).toBe("alert ");
    // A member who objects is understood, and a coordinator's words are no decision "objetar 1".
    expect(word("/decide objetar 1")).toBe("decide object");
    expect(word("/decisión retirar la objeción 1")).toBe("decide take-back");
  });
});

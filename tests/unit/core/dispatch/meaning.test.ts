import { describe, expect, it } from "vitest";
import { readMeaning } from "../../../../src/core/dispatch/meaning.ts";

describe("what a button means", () => {
  it("is read as it was kept", () => {
    const action = { command: "role", word: "end", under: { menu: true } };
    expect(readMeaning(JSON.stringify({ action }))).toEqual({ action });
  });

  it("is the same for a button of an earlier version, which kept what it stands under among its options", () => {
    const menu = { command: "role", word: "end", options: { " menu": "yes" } };
    expect(readMeaning(JSON.stringify({ action: menu }))).toEqual({
      action: { command: "role", word: "end", options: {}, under: { menu: true } },
    });
    const question = {
      command: "drive",
      word: "new",
      options: { " asked": "goal", " guided": "yes", " needed": "question", goal: "5" },
    };
    expect(readMeaning(JSON.stringify({ action: question }))).toEqual({
      action: {
        command: "drive",
        word: "new",
        options: { goal: "5" },
        under: { answers: "goal", guided: true, needed: "question" },
      },
    });
  });
});

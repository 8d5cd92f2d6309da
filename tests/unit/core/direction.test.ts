import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRightToLeft } from "../../../src/chat/right-to-left.ts";
import { Texts } from "../../../src/core/text.ts";
import { phrase, plainText, type PhraseArgs } from "../../../src/chat/phrase.ts";

const texts = Texts.load(join(import.meta.dirname, "../../../locales"));
const reader = { zone: "Africa/Cairo", now: Date.UTC(2026, 10, 30, 12) };
const signs = { "\u2066": "[", "\u2068": "<", "\u2069": "]", "\u200F": "^" } as const;
/** Isolates as brackets, the mark of the direction as `^`. */
const said = (id: string, args: PhraseArgs = {}, language = "ar"): string =>
  plainText(texts.format(language, phrase(id, args), reader)).replace(
    /[\u2066\u2068\u2069\u200F]/gu,
    (sign) => signs[sign as keyof typeof signs],
  );

describe("in a sentence from right to left", () => {
  it("a command keeps its order, with all that belongs to it", () => {
    expect(said("core-hello")).toContain("[/help] يعرض");
    expect(said("action-lacks-way", { number: 3 })).toContain('[/action confirm <3] reason:"السبب"]');
    expect(said("gather-move-what")).toContain('[/gather move at:"الجمعة 18:00"]، أو [where:] أو [length:]');
    expect(said("cell-code-how", { code: "BCDF-2345", lasts: 10 })).toContain("[/cell join <BCDF-2345]].");
    expect(said("core-which", { command: "drive" })).toContain("[/<drive]] – ");
  });

  it("so does a date in digits, and a key with its colon", () => {
    expect(said("words-moment-not-understood")).toContain("«[2026-03-27 18:00]»");
    expect(said("role-day-in-rule")).toContain("«[day:]»");
  });

  it("what is put in is isolated, and a list runs with its sentence", () => {
    expect(said("role-place-free", { role: "Keys" })).toBe("ما زال مكان متاحًا في <Keys]. من يستطيع؟");
    expect(said("care-read-names", { names: ["Ana", "Ben", "سالم"] })).toContain("<<Ana] و<Ben] و<سالم]]");
  });

  it("which begins with something else is marked as what it is", () => {
    expect(said("pledge-own", { drive: "Overtime", answer: phrase("pledge-answer-in") })).toMatch(/^\^</u);
    expect(said("drive-list-open", { number: 1, drive: "راحة", deadline: "غدا" })).not.toMatch(/^\^/u);
    expect(said("verbatim", { text: "Ana" })).toBe("Ana");
  });

  it("names of buttons and files have none of these signs", () => {
    expect(texts.plain("ar", phrase("role-button-accept-of", { role: "Keys" }), reader)).toBe("أقبل: Keys");
    expect(texts.plain("ar", phrase("tally-file", { number: 3 }), reader)).toBe("hasila-3.png");
  });
});

it("other languages know nothing of it", () => {
  expect(said("role-place-free", { role: "Keys" }, "en")).not.toMatch(/[[\]<>^]/u);
  expect(["ar", "ar-EG", "he", "en", "es", "fr", "zh-Hans"].filter(isRightToLeft)).toEqual(["ar", "ar-EG", "he"]);
});

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lately, Sentences } from "../../../src/core/sentences.ts";
import { Texts } from "../../../src/core/text.ts";
import { piecesOf, quotedWords, quotes, shownWording } from "../../../src/core/wordings.ts";
import { say } from "../../../src/chat/message.ts";
import { phrase } from "../../../src/chat/phrase.ts";

const texts = Texts.load(join(import.meta.dirname, "../../../locales"));
const looking = { languages: ["en"], keys: ["her", "here"], federation: "f", now: 0 };
const found = (text: string, language = "en") =>
  new Sentences(texts)
    .for({ ...looking, languages: [language] })
    .quoted(text)
    .map(({ ids }) => ids.join(" "));

describe("a sentence is found by what is quoted of it", () => {
  it.each([
    ["There is no such command. /help shows all of them.", "en", "help-unknown"],
    ["no such command", "en", "help-unknown"],
    ["Cette commande n'existe pas, il vaudrait mieux « inconnue »", "fr", "help-unknown"],
    ["ESA ORDEN: no hay ninguna orden asi", "es", "help-unknown"],
    ["لا أمر كهذا", "ar", "help-unknown"],
    // What is put in may be left in.
    ["/vote is not for you at the moment", "en", "help-not-yours"],
  ])("%s", (text, language, id) => {
    expect(found(text, language)).toEqual([id]);
  });

  it("is none where nothing, or a word alone, is quoted", () => {
    expect(found("")).toEqual([]);
    expect(found("xyzzy")).toEqual([]);
    expect(found("the cell")).not.toContain("help-about");
    expect(found("zzz qqq the")).toEqual([]);
  });

  it("every sentence of five words or more that is quoted whole is among those that are offered", () => {
    for (const language of texts.languages) {
      const all = [...texts.wordings(language)].flatMap(([id, forms]) => forms.map((form) => ({ id, form })));
      const long = all.filter(({ form }) => {
        const quoted = quotes(quotedWords(shownWording(form)), piecesOf(form));
        return quoted !== undefined && quoted.found === quoted.of;
      });
      expect(long.length).toBeGreaterThan(all.length / 2);
      const sentences = new Sentences(texts).for({ ...looking, languages: [language] });
      fc.assert(
        fc.property(fc.constantFrom(...long.filter(({ form }) => quotedWords(form).length >= 5)), ({ id, form }) => {
          const some = sentences.quoted(shownWording(form));
          expect(some.flatMap(({ ids }) => ids)).toContain(id);
        }),
        { numRuns: 20 },
      );
    }
  });
});

it("a quotation is never longer than what was written, nor than the sentence", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.array(words, { minLength: 1, maxLength: 4 }), (text, pieces) => {
      const quoted = quotes(text, pieces);
      if (quoted === undefined) return;
      expect(quoted.of).toBe(pieces.flat().length);
      expect(quoted.found).toBeLessThanOrEqual(quoted.of);
      expect(quoted.found).toBeGreaterThan(0);
    }),
  );
});

it("what was said last is remembered of whom it was for, without what was put in", () => {
  const lately = new Lately();
  lately.note("here", "en", say("help-unknown"));
  lately.note("her", "en", say("help-more", { command: "secret", inner: phrase("help-about") }));
  lately.note("his", "en", say("help-not-yours", { command: "vote" }));
  expect(lately.of(["her", "here"]).map(({ id }) => id)).toEqual(["help-more", "help-about", "help-unknown"]);
  expect(JSON.stringify(lately.of(["her", "here", "his"]))).not.toContain("secret");
  for (let place = 0; place < 3_000; place++) lately.note(`place ${place}`, "en", say("help-unknown"));
  expect(lately.of(["her"])).toEqual([]);
});

it("an account tells of five a day, and a federation hears of twenty", () => {
  const sentences = new Sentences(texts);
  let told = 0;
  const may = (account: string, now = 0) =>
    sentences.for({ ...looking, keys: [account], now }).mayTell(`words ${String(++told)}`) === "tell";
  expect(Array.from({ length: 6 }, () => may("ana"))).toEqual([true, true, true, true, true, false]);
  for (const account of ["ben", "cho", "dee"]) for (let time = 0; time < 5; time++) expect(may(account)).toBe(true);
  expect(may("eve")).toBe(false);
  expect(may("ana", 24 * 3_600_000)).toBe(true);
});

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Texts, type TextProblem } from "../../../src/core/text.ts";
import {
  duration,
  either,
  mention,
  percent,
  phrase,
  plainText,
  time,
  type PhraseArg,
} from "../../../src/chat/phrase.ts";

const at = Date.parse("2026-03-27T17:00:00Z");
const reader = { zone: "Europe/Paris", now: Date.parse("2026-03-25T16:00:00Z") };

function texts(en: string, es = "", problems?: TextProblem[]): Texts {
  const resources = new Map([
    ["en", [en]],
    ["es", [es]],
  ]);
  return new Texts(resources, problems ? { onProblem: (problem) => problems.push(problem) } : {});
}
/** One argument in the middle of a sentence. */
const written = (arg: PhraseArg, language = "en") =>
  texts("a = [{ $x }]", "a = [{ $x }]")
    .plain(language, phrase("a", { x: arg }), reader)
    .slice(1, -1);

describe("pieces of a sentence", () => {
  it("keeps mentions and times apart, in the order of the language", () => {
    const both = texts("a = { $who } until { $when }!", "a = Hasta { $when }, { $who }");
    const said = phrase("a", { who: mention({ platform: "discord", id: "7" }, "Ana"), when: time(at, "time") });
    expect(both.format("en", said, reader)).toEqual([
      { type: "mention", user: { platform: "discord", id: "7" }, name: "Ana" },
      { type: "text", text: " until " },
      { type: "time", at, text: "18:00", style: "time" },
      { type: "text", text: "!" },
    ]);
    expect(both.plain("es", said, reader)).toBe("Hasta 18:00, Ana");
    expect(both.format("en", JSON.parse(JSON.stringify(said)), reader)).toEqual(both.format("en", said, reader));
  });

  it("puts phrases into phrases, with their pieces", () => {
    const nested = texts("a = So: { $inner }\nb = { $who } came");
    const said = phrase("a", { inner: phrase("b", { who: mention({ id: "1" }, "Ben") }) });
    expect(nested.format("en", said, reader)).toEqual([
      { type: "text", text: "So: " },
      { type: "mention", user: { id: "1" }, name: "Ben" },
      { type: "text", text: " came" },
    ]);
  });

  it("leaves people's text as it is: no Fluent, no selector, no bidi controls of our own", () => {
    expect(written("{ $x } -term { NUMBER(1) } *[other]\n# c")).toBe("{ $x } -term { NUMBER(1) } *[other]\n# c");
    expect(written("<b>@everyone</b>")).toBe("<b>@everyone</b>");
  });

  it("people's text cannot forge a marker, as text, as a name or in a list", () => {
    const evil = "\uE0000\uE001";
    const said = phrase("a", { x: evil, y: mention({ id: "1" }, `Eve${evil}`), z: [evil, "b"] });
    const pieces = texts("a = { $x }|{ $y }|{ $z }").format("en", said, reader);
    expect(pieces.filter(({ type }) => type === "mention")).toHaveLength(1);
    expect(plainText(pieces)).toBe("0|Eve0|0 and b");
  });

  it("never throws and never loses a mention, whatever people write", () => {
    const both = texts("a = { $x } { $who } { $y }");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (x, y) => {
        const pieces = both.format("en", phrase("a", { x, y, who: mention({ id: "1" }, y) }), reader);
        return pieces.filter(({ type }) => type === "mention").length === 1;
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what a language does with its arguments", () => {
  it("numbers and plurals", () => {
    const said = (n: number) => phrase("a", { n });
    const both = texts(
      "a = { $n ->\n    [one] { $n } person\n   *[other] { $n } people\n  }",
      "a = { $n ->\n    [one] { $n } persona\n   *[other] { $n } personas\n  }",
    );
    expect([0, 1, 12_345].map((n) => both.plain("en", said(n), reader))).toEqual([
      "0 people",
      "1 person",
      "12,345 people",
    ]);
    expect([0, 1, 12_345].map((n) => both.plain("es", said(n), reader))).toEqual([
      "0 personas",
      "1 persona",
      "12.345 personas",
    ]);
  });

  it("a string chooses a variant", () => {
    const both = texts("a = { $kind ->\n    [cell] the cell\n   *[other] all\n  }");
    expect(both.plain("en", phrase("a", { kind: "cell" }), reader)).toBe("the cell");
    expect(both.plain("en", phrase("a", { kind: "x" }), reader)).toBe("all");
  });

  it("times: short, with 24 hours, in the reader's zone, with the year only where it is another", () => {
    expect(written(time(at, "datetime"))).toBe("Fri 27 March, 18:00");
    expect(written(time(at, "datetime", { named: true }))).toBe("Fri 27 March, 18:00 (Paris)");
    expect(written(time(at, "date"))).toBe("Fri 27 March");
    expect(written(time(at, "datetime"), "es")).toBe("vie, 27 de marzo, 18:00");
    expect(written(time(Date.parse("2027-01-01T00:00Z"), "date"))).toBe("Fri, 1 January 2027");
    expect(written(time(Date.parse("2026-03-26T23:05Z"), "time"))).toBe("00:05");
  });

  it("relative times", () => {
    const later = (minutes: number, language = "en") =>
      written(time(reader.now + minutes * 60_000, "relative"), language);
    expect([0, 1, 59, 60, 35 * 60, 36 * 60, -90].map((minutes) => later(minutes))).toEqual([
      "this minute",
      "in 1 minute",
      "in 59 minutes",
      "in 1 hour",
      "in 35 hours",
      "in 2 days",
      "1 hour ago",
    ]);
    expect(later(120, "es")).toBe("dentro de 2 horas");
  });

  it("durations, percentages, lists", () => {
    expect(written(duration(2 * 1440 + 3 * 60 + 5))).toBe("2 days and 3 hours");
    expect(written(duration(1440 + 5), "es")).toBe("1 día");
    expect([written(duration(90), "es"), written(duration(0)), written(duration(0.4))]).toEqual([
      "1 hora y 30 minutos",
      "0 minutes",
      "0 minutes",
    ]);
    expect([written(percent(30)), written(percent(30), "es")]).toEqual(["30%", "30\u00A0%"]);
    expect(written(["a", 1000, "c"])).toBe("a, 1,000 and c");
    expect(written(either(["a", "b"]), "es")).toBe("a o b");
    expect(written([])).toBe("");
    expect(written([mention({ id: "1" }, "Ana"), mention({ id: "2" }, "Irene")], "es")).toBe("Ana e Irene");
  });
});

describe("languages", () => {
  it("falls back from a region to its language, and then to English", () => {
    const both = texts("a = Hello\nb = Bye", "a = Hola");
    const plain = (language: string, id: string) => both.plain(language, phrase(id), reader);
    expect([plain("es-MX", "a"), plain("ES", "a"), plain("es", "b"), plain("xx", "a"), plain("", "a")]).toEqual([
      "Hola",
      "Hola",
      "Bye",
      "Hello",
      "Hello",
    ]);
    expect([both.languageFor("es-MX"), both.languageFor("de")]).toEqual(["es", "en"]);
    expect([both.languages, both.has("b"), both.has("c")]).toEqual([["en", "es"], true, false]);
  });

  it("throws on a missing message or argument, or hands it to who asked for it and shows what it can", () => {
    expect(() => texts("").plain("en", phrase("gone"), reader)).toThrow("gone");
    expect(() => texts("a = { $x }").plain("en", phrase("a"), reader)).toThrow("$x");
    const problems: TextProblem[] = [];
    const lenient = texts("a = Hi { $x }", "", problems);
    expect(lenient.plain("es", phrase("gone"), reader)).toBe("gone");
    expect(lenient.plain("en", phrase("a"), reader)).toBe("Hi {$x}");
    expect(problems.map(({ id, language }) => `${id} ${language}`)).toEqual(["gone es", "a en"]);
  });

  it("refuses a message that is there twice, and a set without English", () => {
    expect(() => new Texts(new Map([["en", ["a = 1", "a = 2"]]]))).toThrow("override");
    expect(() => new Texts(new Map([["es", [""]]]))).toThrow("en");
  });

  it("tells of what is wrong in another language when it is first spoken, and goes on", () => {
    const problems: TextProblem[] = [];
    const sources = new Map([
      ["en", ["a = 1"]],
      ["es", ["a = uno", "a = dos"]],
    ]);
    const all = new Texts(sources, { onProblem: (problem) => problems.push(problem) });
    expect([all.languages, problems]).toEqual([["en", "es"], []]);
    expect([all.plain("es", phrase("a"), reader), all.plain("es", phrase("a"), reader)]).toEqual(["uno", "uno"]);
    expect(problems.map(({ language, reason }) => `${language}: ${reason}`)).toEqual([
      expect.stringMatching(/^es: .*override/u),
    ]);
  });

  it("are the folders of locales/", () => {
    const all = Texts.load(join(import.meta.dirname, "../../../locales"));
    expect(all.languages).toEqual(expect.arrayContaining(["en", "es"]));
    expect(all.plain("es-AR", phrase("words-moment-too-far", { years: 5 }), reader)).toBe(
      "Eso queda demasiado lejos. Puede ser dentro de 5 años como máximo.",
    );
  });
});

describe("Spanish 'y' and 'o' before their own sounds", () => {
  it.each([
    ["Íñigo", "Ana e Íñigo"],
    ["Irene", "Ana e Irene"],
    ["Hilario", "Ana e Hilario"],
    ["híbridos", "Ana e híbridos"],
    ["Yvonne", "Ana e Yvonne"],
    ["«Igualdad»", "Ana e «Igualdad»"],
    ["hierro", "Ana y hierro"],
    ["Iago", "Ana y Iago"],
    ["Yolanda", "Ana y Yolanda"],
    ["Hugo", "Ana y Hugo"],
    ["Ben", "Ana y Ben"],
  ])("y %s", (name, expected) => {
    expect(written(["Ana", name], "es")).toBe(expected);
    expect(written(["Ana", name])).toBe(`Ana and ${name}`);
  });

  it.each([
    ["Óscar", "Ana u Óscar"],
    ["Olga", "Ana u Olga"],
    ["hospital", "Ana u hospital"],
    ["Hóquei", "Ana u Hóquei"],
    ["8", "Ana u 8"],
    ["11", "Ana u 11"],
    ["18", "Ana o 18"],
    ["110", "Ana o 110"],
    ["Ben", "Ana o Ben"],
  ])("o %s", (name, expected) => {
    expect(written(either(["Ana", name]), "es")).toBe(expected);
    expect(written(either(["Ana", name]))).toBe(`Ana or ${name}`);
  });

  it("only before the last of several", () => {
    expect(written(["Irene", "Inés", "Íñigo"], "es")).toBe("Irene, Inés e Íñigo");
    expect(written(["Irene"], "es")).toBe("Irene");
  });
});

describe("an hour that the clock shows twice", () => {
  // In Paris the clocks go back from 3:00 to 2:00 on 25 October 2026.
  it.each([
    ["2026-10-25T00:30:00Z", "02:30 GMT+2"],
    ["2026-10-25T01:30:00Z", "02:30 GMT+1"],
    ["2026-10-25T02:30:00Z", "03:30"],
    ["2026-10-24T23:30:00Z", "01:30"],
    // Forward from 2:00 to 3:00: no time is shown twice.
    ["2026-03-29T01:30:00Z", "03:30"],
  ])("says which: %s", (moment, expected) => {
    expect(written(time(Date.parse(moment), "time"))).toBe(expected);
    expect(written(time(Date.parse(moment), "time"), "es")).toBe(expected);
  });
});

import { describe, expect, it } from "vitest";
import { barsSvg } from "../../../src/pages/bars.ts";
import { drawnLetters, widthOf, wrapped } from "../../../src/pages/fonts.ts";
import { runsOf } from "../../../src/pages/right-to-left.ts";
import { wavesSvg } from "../../../src/pages/waves.ts";

const mark = "\u200F";
/** From left to right, as they stand; those in which one reads to the left begin with `<`. */
const shown = (line: string) => runsOf(line)?.map(({ text, toLeft }) => (toLeft ? `<${text}` : text));

describe("a line of two directions", () => {
  it("is plain where nothing runs from right to left", () => {
    expect(runsOf("Depot 5: 12 of 30")).toBeUndefined();
  });

  it("begins on the right, and Latin names and numbers keep their order", () => {
    expect(shown(`${mark}اجتماع Steward يوم 30 نوفمبر`)).toEqual(["< نوفمبر", "30", "< يوم ", "Steward", "<اجتماع "]);
  });

  it("does so where its first letter is Latin, if it is marked", () => {
    expect(shown(`${mark}Ana – حساء`)?.at(-1)).toBe("Ana");
    expect(shown("Ana – حساء")?.[0]).toBe("Ana – ");
  });

  it("has its brackets turned", () => {
    expect(shown(`${mark}مساء (غدا)`)).toEqual(["<مساء )غدا("]);
  });

  it("is as wide as its pieces, and each of its lines is marked", () => {
    expect(widthOf(`${mark}سلام Ana`, 12, "regular")).toBeGreaterThan(widthOf("Ana", 12, "regular") + 10);
    const lines = wrapped(`${mark}${"كلمة طويلة ".repeat(20)}`, { size: 12, weight: "regular", width: 150, most: 3 });
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line.startsWith(mark)).toBe(true);
      expect(widthOf(line, 12, "regular")).toBeLessThanOrEqual(150);
    }
  });
});

describe("letters of other scripts", () => {
  const fonts = (line: string) => runsOf(line)?.map(({ text, letters }) => `${letters} ${text}`);

  it("stand in fonts of their own, in the order in which they are read", () => {
    expect(fonts("Ana, 王小明（司机）: さくらー and प्रज्ञा!")).toEqual([
      "usual Ana, ",
      "chinese 王小明（司机）",
      "usual : ",
      "chinese さくらー",
      "usual  and ",
      "devanagari प्रज्ञा",
      "usual !",
    ]);
    expect(runsOf("प्रज्ञा and Ana")).toBeUndefined();
  });

  it("stay in them on a page from right to left", () => {
    expect(fonts(`${mark}محضر 王小明，`)).toEqual(["chinese ，", "chinese 王小明", "arabic محضر "]);
  });

  it("have all that a name can hold, joiners and forms of letters too", () => {
    expect(fonts("葛\u{E0100}城 क्\u200Dष")).toEqual(["chinese 葛\u{E0100}城", "usual  ", "devanagari क्\u200Dष"]);
  });

  it("are broken anywhere, but no line begins with a sign that ends something", () => {
    for (let width = 40; width < 130; width += 7) {
      const lines = wrapped("全世界的工人，联合起来！我们要求：休息。".repeat(3), {
        size: 12,
        weight: "regular",
        width,
        most: 99,
      });
      expect(lines.join("")).toBe("全世界的工人，联合起来！我们要求：休息。".repeat(3));
      for (const line of lines) expect(line).not.toMatch(/^[，！：。]/u);
    }
  });

  it("are as wide as they are drawn", () => {
    expect(widthOf("王小明", 10, "regular")).toBeCloseTo(30, 1);
    expect(drawnLetters("王小明", 10, "bold")).toMatch(/<path[^>]* d="M/u);
    // A letter that the font did not have would be drawn as its box.
    const box = drawnLetters("\u{2FFFD}", 10, "regular");
    for (const letter of "王小明娜歐陽菲龘さ（，。") expect(drawnLetters(letter, 10, "regular")).not.toBe(box);
  });
});

describe("a picture", () => {
  const chart = (said: (text: string) => string) => ({
    title: said("عنوان"),
    key: [],
    groups: [{ bars: [{ label: said("الكل"), figures: said("3"), parts: [{ value: 3, fill: "full" as const }] }] }],
  });

  it("of bars is the mirror image, without letters that are turned around", () => {
    expect(barsSvg(chart((text) => mark + text)).svg).toContain("translate(720 0) scale(-1 1)");
    expect(barsSvg(chart((text) => text)).svg).not.toContain("scale(-1 1)");
  });

  it("of a calendar has its first day on the right", () => {
    const waves = (said: (text: string) => string) => ({
      title: said("آذار"),
      days: 10,
      weeks: [],
      months: [],
      bands: [{ kind: "burst" as const, from: 0, until: 2 }],
      rows: [],
      dates: [],
      meetings: [],
      key: { burst: said("أ"), lull: said("ب"), actions: said("ت"), date: said("ث"), meeting: said("ج") },
    });
    const from = (svg: string) => Number(/x="([\d.]+)" y="[\d.]+" width="98\.40"/u.exec(svg)?.[1]);
    const [right, left] = [from(wavesSvg(waves((text) => mark + text)).svg), from(wavesSvg(waves((text) => text)).svg)];
    expect(left).toBe(200);
    expect(right).toBeCloseTo(720 - 200 - 98.4, 1);
  });
});

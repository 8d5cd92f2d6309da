import fc from "fast-check";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../../src/chat/drawing.ts";
import { barsSvg } from "../../../src/pages/bars.ts";
import { widthOf, wrapped } from "../../../src/pages/fonts.ts";
import { chartPng } from "../../../src/pages/png.ts";
import { readHtml } from "../../kit/html.ts";

const chart = (title: string, names: readonly string[], values: readonly number[] = []): Chart<string> => ({
  title,
  key: [
    { fill: "full", label: "Firm" },
    { fill: "striped", label: "Waiting" },
  ],
  groups: [
    {
      heading: "By sector",
      bars: names.map((label, index) => ({
        label,
        figures: `at least ${String(values[index] ?? index)} firm`,
        parts: [
          { value: values[index] ?? index, fill: "full" },
          { value: 5, fill: "striped" },
        ],
      })),
      line: { at: 10, label: "Goal: 10" },
    },
  ],
  note: title,
});

/** What people might write, or what would be markup if it were read as such. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom(
    `"/><script>alert(1)</script>`,
    "</text></svg>",
    "<image href='file:///etc/passwd'/>",
    "&amp;&lt;&#x41;]]>",
    "a\u202Eb\u0000c\uD800",
    "x".repeat(500),
    "Ω школа हिन्दी 漢字 😀 שלום",
  ),
);

/** Our own elements; everything else must be text without `<`. */
const own = /<\/?(?:svg|defs|pattern|rect|text|g|path)(?: [a-zA-Z-]+="[^"<>&]*"(?: xmlns="[^"]*")?)*\/?>/gu;

describe("a picture of bars", () => {
  it("ends its scale where it is told, unless a bar is longer", () => {
    const one = (value: number, most: number): Chart<string> => ({
      title: "Shall we?",
      key: [],
      groups: [{ bars: [{ label: "Yes", figures: "", parts: [{ value, fill: "full" }] }], most }],
    });
    const wide = (of: Chart<string>): number =>
      Number(/width="([\d.]+)" height="34" fill="#116699"/u.exec(barsSvg(of).svg)?.[1]);
    expect([wide(one(15, 30)), wide(one(30, 30)), wide(one(40, 30))]).toEqual([324, 648, 648]);
  });

  it("holds people's text as text, whatever it is", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 4 }), (title, names) => {
        const { svg } = barsSvg(chart(title, names));
        const rest = svg.replace(own, "");
        expect(rest).not.toMatch(/[<>]/u);
        expect(rest.replace(/&(?:amp|lt|gt|quot|#39);/gu, "")).not.toContain("&");
        expect(svg.isWellFormed()).toBe(true);
        expect(svg).not.toMatch(/[\u0000-\u0008\u202E]/u);
        expect(barsSvg(chart(title, names)).svg).toBe(svg);
      }),
      { numRuns: 150 },
    );
  });

  it("draws what has to be joined letter by letter: a short i stands before its consonant", () => {
    const { svg } = barsSvg(chart("कि", ["A"]));
    expect(svg).not.toContain("कि");
    expect(svg).toMatch(
      /<g transform="translate\(36\.0 [\d.]+\)" fill="#222222"><path transform="scale\(0\.03400 -0\.03400\)" d="M/u,
    );
    // Where nothing is joined it is text, which is a tenth of that.
    expect(barsSvg(chart("Ki", ["A"])).svg).not.toContain("<path");
  });

  it("stays within its width: what is too long is broken, or cut with an ellipsis", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 3 }), (title, names) => {
        const { svg } = barsSvg(chart(title, names));
        for (const [, x = "", size = "", weight = "", anchor = "", said = ""] of svg.matchAll(
          /<text x="([\d.]+)" y="[\d.]+" font-size="(\d+)" font-weight="(\d+)" fill="[^"]*" text-anchor="(\w+)">([^<]*)</gu,
        )) {
          const text = readHtml(said);
          const wide = widthOf(text, Number(size), weight === "700" ? "bold" : "regular");
          if (anchor === "end") expect(Number(x) - wide).toBeGreaterThan(0);
          else expect(Number(x) + wide).toBeLessThan(720);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("draws each part as long as its share, from left to right, and the line where it belongs", () => {
    const { svg } = barsSvg(chart("T", ["A", "B"], [5, 15]));
    const bars = [
      ...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="34" fill="(#116699|url\(#stripes\))"/gu),
    ];
    // The largest is 15 + 5 = 20 of 648 units.
    expect(bars.map(([, x, wide]) => [Number(x), Number(wide)])).toEqual([
      [36, 162],
      [198, 162],
      [36, 486],
      [522, 162],
    ]);
    const [line] = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="5.0" height="48" fill="#bb2222"/gu)];
    expect(Number(line?.[1]) + 2.5).toBeCloseTo(36 + 324, 0);
  });

  it("wraps: every line fits, and nothing is lost but what an ellipsis stands for", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 60, max: 600 }), (said, width) => {
        const lines = wrapped(said, { size: 20, weight: "regular", width, most: 1_000 });
        for (const line of lines)
          if ([...line].length > 1) expect(widthOf(line, 20, "regular")).toBeLessThanOrEqual(width);
        const letters = (text: string): string => text.replace(/[\s\p{Cc}\u200B-\u200F\u2028-\u202E\uFEFF]/gu, "");
        expect(letters(lines.join(""))).toBe(letters(said));
        const few = wrapped(said, { size: 20, weight: "regular", width, most: 2 });
        expect(few.length).toBeLessThanOrEqual(2);
        if (lines.length > 2) expect(few.at(-1)).toMatch(/…$/u);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the same as PNG", () => {
  const sectors = Array.from({ length: 8 }, (_, index) => `Sector number ${String(index)}`);

  it("is small, the same each time, and has the pixels that it says", async () => {
    const question =
      "Shall all depots, wards and schools of the city stop work on Friday until the agreement is signed?";
    const file = Buffer.from(await chartPng(chart(question, sectors)));
    expect(file.length).toBeLessThan(60_000);
    expect(Buffer.from(await chartPng(chart(question, sectors))).equals(file)).toBe(true);
    expect(file.subarray(1, 4).toString()).toBe("PNG");
    const width = file.readUInt32BE(16);
    const height = file.readUInt32BE(20);
    expect(width).toBe(1_080);
    const from = file.indexOf("IDAT") + 4;
    const rows = inflateSync(file.subarray(from, from + file.readUInt32BE(from - 8)));
    expect(rows.length).toBe((width + 1) * height);
    // White at the edge, and something that is not.
    const colours = new Set(rows);
    expect(colours.size).toBeGreaterThan(8);
  });

  it("is not much larger with as many sectors as are ever shown, whatever they are called", async () => {
    const names = Array.from({ length: 24 }, (_, index) => `Sector number ${String(index)}`);
    expect((await chartPng(chart("Shall we?", names))).length).toBeLessThan(60_000);
    const odd = await chartPng(
      chart(
        "x".repeat(2_000),
        Array.from({ length: 24 }, () => "😀<b>Ω</b>".repeat(20)),
      ),
    );
    expect(odd.length).toBeLessThan(200_000);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paper, PaperBlock } from "../../../src/chat/drawing.ts";
import { paperMarkdown } from "../../../src/pages/markdown.ts";
import { paperPdf } from "../../../src/pages/print.ts";
import { readPdf } from "../../kit/pdf.ts";

const paper = (blocks: readonly PaperBlock<string>[], title = "Minutes of assembly 3"): Paper<string> => ({
  title,
  subtitle: "City council",
  blocks,
  foot: "City council, assembly 3",
  at: Date.UTC(2026, 2, 27),
});

describe("a page to print", () => {
  it("has everything that it was given, in A4, with its fonts and its number", async () => {
    const file = await paperPdf(
      paper([
        { type: "facts", facts: [["Host", "Transport, Depot 5"]] },
        { type: "heading", text: "Who was there" },
        {
          type: "table",
          head: ["Sector", "Seats"],
          rows: [
            ["Health & care", "10"],
            ["Школа Ω", "7"],
          ],
        },
        { type: "list", items: ["Ward 7 explained the proposal."] },
        { type: "paragraph", text: "Carried: 21 yes", style: "strong" },
      ]),
    );
    const raw = Buffer.from(file).toString("latin1");
    expect(raw).toMatch(/^%PDF-1\.\d/u);
    expect(raw).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(raw).toMatch(/NotoSans-Regular/u);
    expect(raw).toMatch(/NotoSans-Bold/u);
    expect(raw).toContain("/FontFile2");
    const [page = "", ...more] = readPdf(file);
    expect(more).toEqual([]);
    for (const text of [
      "Minutes of assembly 3",
      "City council",
      "Host",
      "Transport, Depot 5",
      "Health & care",
      "Школа Ω",
      "Ward 7 explained the proposal.",
      "Carried: 21 yes",
      "1 / 1",
    ]) {
      expect(page).toContain(text);
    }
    expect(file.length).toBeLessThan(60_000);
  });

  it("holds of Chinese letters those that are used", async () => {
    const file = await paperPdf(paper([{ type: "list", items: ["王小明 (Depot 5)", "प्रज्ञा"] }], "Minutes of 李娜"));
    const [page = ""] = readPdf(file);
    for (const text of ["王小明", "(Depot 5)", "李娜"]) expect(page).toContain(text);
    expect(Buffer.from(file).toString("latin1")).toMatch(/NotoSansHans-Regular/u);
    expect(file.length).toBeLessThan(100_000);
  });

  it("leaves no heading, question or outcome alone at the foot of a sheet", async () => {
    for (let lines = 20; lines < 50; lines += 1) {
      const filler = Array.from({ length: lines }, (): PaperBlock<string> => ({ type: "paragraph", text: "Filler" }));
      const pages = readPdf(
        await paperPdf(
          paper([
            ...filler,
            { type: "heading", text: "Dealt with" },
            { type: "heading", text: "1. A strike", small: true },
            { type: "paragraph", text: "Vote 7: Shall we?", withNext: true },
            { type: "paragraph", text: "Carried: 21 yes", style: "outcome", withNext: true },
            { type: "paragraph", text: "There then: 30 of 40 seats." },
          ]),
        ),
      );
      const together = [
        "Dealt with",
        "1. A strike",
        "Vote 7: Shall we?",
        "Carried: 21 yes",
        "There then: 30 of 40 seats.",
      ];
      expect(pages.filter((page) => together.some((one) => page.includes(one)))).toHaveLength(1);
    }
  });

  it("gives the same bytes for the same page", async () => {
    const of = paper([{ type: "paragraph", text: "Twice" }]);
    expect(Buffer.from(await paperPdf(of)).equals(Buffer.from(await paperPdf(of)))).toBe(true);
  });

  it("goes on over as many sheets as it takes: 2,000 names, each once, and a table whose head comes again", async () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `Delegate-${String(index)}-Sánchez`);
    const rows = Array.from({ length: 300 }, (_, index) => [`Sector ${String(index)}`, String(index)]);
    const file = await paperPdf(
      paper([
        { type: "paragraph", text: names.join(", ") },
        { type: "table", head: ["Sector", "Seats"], rows },
      ]),
    );
    const pages = readPdf(file);
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((page, index) => {
      expect(page).toContain(`${String(index + 1)} / ${String(pages.length)}`);
      expect(page).toContain("City council, assembly 3");
    });
    const all = pages.join("\n");
    for (const name of names) expect(all.split(`${name},`).length + all.split(`${name}\n`).length).toBe(3);
    const withRows = pages.filter((page) => /Sector \d/u.test(page));
    expect(withRows.length).toBeGreaterThan(3);
    for (const page of withRows) expect(page).toContain("Seats");
  });

  it("leaves no line alone at the foot of a sheet or at its head, and no question without its answer", async () => {
    const answer = `answer ${"with some words ".repeat(9)}end`;
    for (let lines = 0; lines < 30; lines++) {
      const file = await paperPdf(
        paper([
          ...Array.from({ length: lines }, (_, index): PaperBlock<string> => ({
            type: "paragraph",
            text: `line ${String(index)}`,
          })),
          ...Array.from({ length: 12 }, (_, index): readonly PaperBlock<string>[] => [
            { type: "paragraph", text: `question ${String(index)}`, withNext: true },
            { type: "paragraph", text: answer, style: "strong" },
          ]).flat(),
        ]),
      );
      const sheets = readPdf(file);
      expect(sheets.length).toBeGreaterThan(1);
      for (const text of sheets) {
        const count = (of: RegExp): number => text.match(of)?.length ?? 0;
        expect([count(/answer/gu), count(/end/gu)]).toEqual(Array(2).fill(count(/question/gu)));
      }
    }
  });

  it("survives texts of any kind", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (text) => {
        const file = await paperPdf(
          paper(
            [
              { type: "list", items: [text] },
              { type: "facts", facts: [[text, text]] },
            ],
            text,
          ),
        );
        expect(readPdf(file).length).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });
});

describe("the same as Markdown", () => {
  it("reads well", () => {
    const text = paperMarkdown(
      paper([
        { type: "heading", text: "Who was there" },
        { type: "facts", facts: [["Host", "Transport"]] },
        { type: "table", head: ["Sector", "Seats"], rows: [["Health", "10"]] },
        { type: "heading", text: "1. A fund", small: true },
        { type: "list", items: ["Said"] },
      ]),
    );
    expect(text).toBe(
      "# Minutes of assembly 3\n\nCity council\n\n## Who was there\n\n- **Host** Transport\n\n" +
        "| Sector | Seats |\n| --- | ---: |\n| Health | 10 |\n\n### 1\\. A fund\n\n- Said\n\n---\n\nCity council, assembly 3\n",
    );
  });

  it("lets no text of people be markup", () => {
    const marks = fc.constantFrom(
      "*b*",
      "# h",
      "- i",
      "1. n",
      "`c`",
      "[l](u)",
      "<b>",
      "|",
      "~~s~~",
      "\n\n# h",
      "> q",
      "&lt;",
      "+ p",
      "_u_",
    );
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 6 }), (parts) => {
        const said = parts.join(" ");
        const text = paperMarkdown(paper([{ type: "paragraph", text: said }]));
        const line = text.split("\n").find((_, index) => index === 4) ?? "";
        expect(line).not.toMatch(/(?<!\\)[*`[\]<>#|~_&]/u);
        expect(line).not.toMatch(/^(?:[-+]|\d+[.)])\s/u);
        expect(text.split("\n").length).toBe(
          paperMarkdown(paper([{ type: "paragraph", text: "x" }])).split("\n").length,
        );
      }),
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import type { Paper } from "../../../src/chat/drawing.ts";
import { longestNote, pagesFor } from "../../../src/domain/charter.ts";
import { wallPdf } from "../../../src/pages/wall.ts";
import { readPdf } from "../../kit/pdf.ts";

const paper = (rules: readonly string[], wall: number): Paper<string> => ({
  title: "Charter of Depot 5",
  subtitle: "Version 3, Sun, 22 March 2026",
  at: Date.UTC(2026, 2, 22),
  wall,
  foot: "The present one: type /charter show in your chat",
  blocks: [{ type: "facts", facts: rules.map((text, index) => [`${index + 1}.`, text] as const) }],
});

it("has every rule with its number, the date, the version, and the words that show the present one on each sheet", async () => {
  const file = await wallPdf(paper(["We decide together.", "Nadie trabaja sola de noche."], 1));
  const raw = Buffer.from(file).toString("latin1");
  expect(raw).toContain("/MediaBox [0 0 595.28 841.89]");
  const [page = "", ...more] = readPdf(file);
  expect(more).toEqual([]);
  for (const words of ["Charter of Depot 5", "Version 3, Sun, 22 March 2026", "1.", "We decide together.", "2."]) {
    expect(page).toContain(words);
  }
  expect(page).toContain("The present one: type /charter show in your chat");
  expect(page).toContain("1 / 1");
});

it("stands on as many sheets as were said to be needed, whatever the rules are", async () => {
  const words = fc.array(fc.constantFrom("we", "decide", "Überstunden", "WWWWWWWW", "noche", "solidarity", "x"), {
    minLength: 1,
    maxLength: 40,
  });
  const rules = fc.array(
    words.map((all) => all.join(" ").slice(0, longestNote)),
    { minLength: 1, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(rules, async (all) => {
      const pages = pagesFor(all.map((text) => ({ text })));
      const sheets = readPdf(await wallPdf(paper(all, pages)));
      expect(sheets.length).toBeLessThanOrEqual(pages);
      for (const sheet of sheets) expect(sheet).toContain("/charter show");
    }),
    { numRuns: 15 },
  );
});

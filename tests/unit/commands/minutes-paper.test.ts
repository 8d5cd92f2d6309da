import { expect, it } from "vitest";
import { minutesFiles, minutesPaper } from "../../../commands/assembly/minutes-paper.ts";
import { paperIn } from "../../../src/chat/drawing.ts";
import { Texts } from "../../../src/core/text.ts";
import type { Minutes, MinutesVote } from "../../../src/domain/minutes.ts";
import { paperMarkdown } from "../../../src/pages/markdown.ts";
import { paperPdf } from "../../../src/pages/print.ts";

const texts = Texts.load(new URL("../../../locales", import.meta.url).pathname);
const markdown = (of: Minutes, language: string): string =>
  paperMarkdown(
    paperIn(minutesPaper(of), (said) =>
      texts.plain(language, said, { zone: "Europe/Madrid", now: Date.UTC(2026, 3, 1) }),
    ),
  ).replaceAll("\\", "");

const vote = (of: Partial<MinutesVote>): MinutesVote => ({
  number: 7,
  text: "Stop on Friday",
  secret: false,
  by: "seats",
  rule: { num: 2, den: 3, base: "present" },
  yes: 21,
  no: 6,
  abstain: 3,
  of: 30,
  needed: 20,
  present: 30,
  entitled: 40,
  quorate: true,
  carried: true,
  ...of,
});

const minutes = (of: Partial<Minutes> = {}): Minutes => ({
  council: "City council",
  number: 12,
  from: Date.UTC(2026, 2, 27, 17),
  to: Date.UTC(2026, 2, 27, 19),
  host: { sector: "Transport", place: "Depot 5" },
  presence: {
    seats: 40,
    filled: 37,
    present: 30,
    cells: 20,
    cellsPresent: 17,
    sectors: [{ name: "Health & <care>", seats: 10, present: 8 }],
    names: [],
  },
  quorum: { by: "seats", needed: 21, sectors: 0 },
  items: [],
  ...of,
});

it("says when, where, who in numbers, and what was decided, in the council's language", () => {
  const of = minutes({
    items: [
      { title: undefined, kind: "care", state: "not-reached", notes: ["Thanks to the cooks"], votes: [] },
      {
        title: "A strike",
        kind: "proposal",
        state: "done",
        notes: [],
        votes: [
          vote({ secret: true }),
          vote({ text: "Later", carried: false, by: "cells", rule: { num: 1, den: 2, base: "cast" } }),
        ],
      },
      { title: "A fund", kind: "proposal", state: "not-reached", notes: [], votes: [] },
      { title: undefined, kind: "other", state: "done", notes: [], votes: [vote({ text: "Where to meet" })] },
    ],
  });
  const english = markdown(of, "en");
  for (const line of [
    "# Minutes of assembly 12",
    // With the year: it is read long after.
    "- **Began** Fri, 27 March 2026, 18:00 (Madrid)",
    "- **Host** Transport, Depot 5",
    "- **Seats** 30 delegates present, of 37 chosen, for 40 seats",
    "- **Quorum** Seats that must be there: 21",
    "| Health & <care> | 10 | 8 |",
    "### 1. Thanks for the care given",
    "- Thanks to the cooks",
    "### 2. A strike",
    "Vote 7: Stop on Friday",
    "**Carried: 21 yes, 6 no, 3 abstaining. Needed: 20 of 30 present, counted by seats (2/3).**",
    "There then: 30 of 40 seats. That was enough to decide.",
    "By secret ballot.",
    "**Not carried: 21 yes, 6 no, 3 abstaining. Needed: 20 of 30 votes cast, counted by cells (more than half).**",
    "There were too few yes.",
    "Not reached; it comes first next time.",
    "### 4. Other votes",
  ]) {
    expect(english).toContain(`${line}\n`);
  }
  expect(english.match(/Not reached/gu)).toHaveLength(1); // and that is the fund: care is never not reached
  const failed = (why: Partial<MinutesVote>): string => {
    const votes = [vote({ carried: false, ...why })];
    return markdown(minutes({ items: [{ title: "x", kind: "proposal", state: "done", notes: [], votes }] }), "en");
  };
  expect(failed({ yes: 3, no: 3 })).toMatch(/It was a tie/);
  expect(failed({ yes: 0, no: 0, of: 0 })).toMatch(/No vote counted/);
  expect(failed({ quorate: false, present: 3 })).toMatch(/There then: 3 of 40 seats\. That was not enough to decide/);
  expect(failed({ quorate: false })).not.toMatch(/too few/);
  const spanish = markdown(of, "es");
  expect(spanish).toContain("# Acta de la asamblea 12");
  expect(spanish).toContain("Aprobado: 21 sí, 6 no, 3 abstenciones.");
  const one = minutes({
    items: [{ title: "x", kind: "proposal", state: "done", notes: [], votes: [vote({ abstain: 1 })] }],
  });
  expect(markdown(one, "es")).toContain("Aprobado: 21 sí, 6 no, una abstención.");
});

it("has no names unless they were chosen, and says so where it is not over", () => {
  expect(markdown(minutes(), "en")).not.toMatch(/By name/);
  const named = minutes({ to: undefined, presence: { ...minutes().presence, names: ["Ana", "Ben"] } });
  expect(markdown(named, "en")).toMatch(/\*\*By name\*\*\n\nAna and Ben\n/);
  expect(markdown(named, "en")).toMatch(/still running/);
});

it("comes as a page and as a text, made when they are sent", () => {
  const files = minutesFiles(minutes());
  expect(files.map((block) => (block.type === "file" && "prints" in block.file ? block.file.as : ""))).toEqual([
    "pdf",
    "markdown",
  ]);
});

it("prints 2,000 seats in a moment", async () => {
  const names = Array.from({ length: 2_000 }, (_, index) => `Delegate ${String(index)}`);
  const of = minutes({ presence: { ...minutes().presence, seats: 2_000, names } });
  const said = paperIn(minutesPaper(of), (one) => texts.plain("en", one, { zone: "UTC", now: 0 }));
  const file = await paperPdf(said);
  expect(file.length).toBeGreaterThan(10_000);
  expect(file.length).toBeLessThan(256 * 1024);
});

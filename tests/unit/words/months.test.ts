import { expect, it } from "vitest";
import { monthBefore, readMonth, writeMonth } from "../../../src/words/months.ts";

const now = { year: 2026, month: 11 };
const read = (text: string): string | undefined => {
  const found = readMonth(text, now);
  return found && writeMonth(found);
};

it("reads a month as people write it; without its year the last one that has begun", () => {
  const months: Readonly<Record<string, string>> = {
    november: "2026-11",
    Nov: "2026-11",
    noviembre: "2026-11",
    december: "2025-12",
    "diciembre de 2024": "2024-12",
    "May 2025": "2025-05",
    "2026-03": "2026-03",
    "3/2026": "2026-03",
    "2026/3": "2026-03",
    "3": "2026-03",
    "12": "2025-12",
  };
  for (const [text, month] of Object.entries(months)) expect(read(text), text).toBe(month);
  for (const text of ["", "13", "0", "2026-13", "yesterday", "night shift", "2026", "1.5"])
    expect(read(text), text).toBeUndefined();
  expect(writeMonth(monthBefore({ year: 2026, month: 1 }))).toBe("2025-12");
});

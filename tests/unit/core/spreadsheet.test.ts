import { expect, it } from "vitest";
import { csv } from "../../../src/core/spreadsheet.ts";

const rows = [
  ["What, for", "In"],
  ["=1+1", { number: "-1234.50" }],
  ['He said "soup"; bread', { number: "0.05" }],
  ["Ñandú\nand more", ""],
] as const;

it("opens in a spreadsheet of the language: its separator, its decimal sign, its letters, and no formula", () => {
  expect(csv("en", rows)).toBe(
    '\uFEFF"What, for",In\r\n\'=1+1,-1234.50\r\n"He said ""soup""; bread",0.05\r\n"Ñandú\nand more",\r\n',
  );
  expect(csv("es", rows)).toBe(
    '\uFEFF"What, for";In\r\n\'=1+1;-1234,50\r\n"He said ""soup""; bread";0,05\r\n"Ñandú\nand more";\r\n',
  );
});

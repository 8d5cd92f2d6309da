/** A file that has grown too long holds more than its name says: it becomes a folder, with a file for each thing. */
import { expect, it } from "vitest";
import { productFiles } from "./product.ts";

const mostLines = 600;

it(`no file of the product has more than ${mostLines} lines`, () => {
  const lengths = [...productFiles()].map(([file, text]) => [file, text.trimEnd().split("\n").length] as const);
  expect(lengths.filter(([, lines]) => lines > mostLines)).toEqual([]);
});

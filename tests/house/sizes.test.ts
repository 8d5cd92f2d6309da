/** A file that has grown too long holds more than its name says: it becomes a folder, with a file for each thing. */
import { describe, expect, it } from "vitest";
import { productFiles } from "./product.ts";

const mostLines = 600;

/** Those that are longer still. Whoever takes one apart takes it off this list; nothing is added to it. */
const stillLonger = ["src/store/drives.ts"];

describe("the files of the product", () => {
  const longer = [...productFiles()]
    .map(([file, text]) => [file, text.trimEnd().split("\n").length] as const)
    .filter(([, lines]) => lines > mostLines);

  it(`have at most ${mostLines} lines`, () => {
    expect(longer.filter(([file]) => !stillLonger.includes(file))).toEqual([]);
  });

  it("are off the list of longer ones once they are not", () => {
    const names = longer.map(([file]) => file);
    expect(stillLonger.filter((file) => !names.includes(file))).toEqual([]);
  });
});

/** Who imports whom: an arrow goes from a file to what it imports, and no arrows lead back to where they began. */
import { dirname, posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { productFiles } from "./product.ts";

/** What each file imports of the other files, in whatever way: types alone, and what is loaded only where it is used, too. */
type Arrows = ReadonlyMap<string, readonly string[]>;

function arrowsOf(files: ReadonlyMap<string, string>): Arrows {
  const arrows = new Map<string, readonly string[]>();
  for (const [file, text] of files) {
    const named = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    const local = named.filter((name) => name.startsWith(".")).map((name) => posix.join(dirname(file), name));
    arrows.set(
      file,
      [...new Set(local)].filter((name) => files.has(name)),
    );
  }
  return arrows;
}

/** The shortest way along the arrows from a file back to it; undefined where there is none. */
function circleOf(start: string, arrows: Arrows): readonly string[] | undefined {
  const before = new Map<string, string>();
  const next = [start];
  for (const file of next) {
    for (const to of arrows.get(file) ?? []) {
      if (to === start) {
        const way = [start];
        for (let at: string | undefined = file; at !== undefined && at !== start; at = before.get(at)) way.unshift(at);
        return [start, ...way];
      }
      if (!before.has(to)) {
        before.set(to, file);
        next.push(to);
      }
    }
  }
  return undefined;
}

/** Each file that lies on a circle, with the shortest one. */
const circlesIn = (arrows: Arrows): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...arrows.keys()].flatMap((file) => {
      const circle = circleOf(file, arrows);
      return circle === undefined ? [] : [[file, circle] as const];
    }),
  );

describe("the files of the product", () => {
  it("are on no circle of imports", () => {
    const circles = circlesIn(arrowsOf(productFiles()));
    expect([...circles.values()].map((circle) => circle.join(" -> "))).toEqual([]);
  });
});

describe("a circle of made-up files", () => {
  const found = (texts: Readonly<Record<string, string>>) => [
    ...circlesIn(arrowsOf(new Map(Object.entries(texts)))).values(),
  ];

  it("is found, whatever is imported and however", () => {
    const back = 'import { a } from "./a.ts";';
    const circle = [
      ["src/a.ts", "src/b.ts", "src/a.ts"],
      ["src/b.ts", "src/a.ts", "src/b.ts"],
    ];
    expect(found({ "src/a.ts": 'import { b } from "./b.ts";', "src/b.ts": back })).toEqual(circle);
    expect(found({ "src/a.ts": 'import type { B } from "./b.ts";', "src/b.ts": back })).toEqual(circle);
    expect(found({ "src/a.ts": 'export * from "../src/b.ts";', "src/b.ts": back })).toEqual(circle);
    expect(found({ "src/a.ts": 'const b = await import("./b.ts");', "src/b.ts": back })).toEqual(circle);
    expect(found({ "src/a.ts": 'let b: import("./b.ts").B;', "src/b.ts": back })).toEqual(circle);
    expect(found({ "src/a.ts": 'import "./a.ts";' })).toEqual([["src/a.ts", "src/a.ts"]]);
  });

  it("is none where two ways lead to one file, or what is imported is no file of ours", () => {
    const texts = {
      "src/a.ts": 'import "./b.ts"; import "./c/d.ts";',
      "src/b.ts": 'import "./c/d.ts"; import "node:path"; import "./a.json";',
      "src/c/d.ts": '// import "../a.ts";',
    };
    expect(found(texts)).toEqual([]);
  });
});

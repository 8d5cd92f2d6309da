/**
 * `npm run bench -- beside FOLDER...`: what a pledge costs here and in other work trees of this project (each installed, and
 * with its clients generated), on one machine that does other things as well. Time on the clock says little there, so what
 * counts is the processor's: user and system, of the whole process. Runs take turns, each in a process of its own, and of each
 * tree the lowest stands, since others can only add to it. Not among the benchmarks that run without a name.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { environment, flags } from "./as-started.ts";
import type { Answer, Measured } from "./beside-tree.ts";
import { Folder } from "./world.ts";
import { ms, printTable, times } from "./table.ts";

const rounds = Number(process.env["STEWARD_BENCH_ROUNDS"] ?? 6);
const here = fileURLToPath(new URL("..", import.meta.url));
const trees = [here, ...process.argv.slice(2).map((folder) => resolve(folder))];
if (trees.length === 1) {
  process.stderr.write("Which work trees? `npm run bench -- beside ../old` compares this one with it.\n");
  process.exit(2);
}

async function run(tree: string, place: string): Promise<Answer> {
  const child = fork(fileURLToPath(new URL("./beside-tree.ts", import.meta.url)), [tree, place], {
    execArgv: [...flags],
    env: { STEWARD_BENCH_MEMBERS: "500", ...process.env, ...environment },
  });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`${tree} ended with ${String(code)}`)));
  const [answer] = (await Promise.race([once(child, "message"), ended])) as [Answer];
  await ended.catch(() => undefined); // it ends by itself
  return answer;
}

const folder = await Folder.make();
const places = trees.map((_, index) => join(folder.path, String(index)));
const statements: number[] = [];
const results = trees.map((): Measured[] => []);
try {
  for (const place of places) await mkdir(place);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, tree] of trees.entries()) {
      const answer = await run(tree, places[index] ?? "");
      if ("statements" in answer) statements.push(answer.statements);
      else results[index]?.push(answer);
    }
    process.stderr.write(round === 0 ? "set up\n" : `${round} of ${rounds}\n`);
  }
} finally {
  await folder.remove();
}

type Pick = (of: Measured) => number;
const lowest = (of: readonly Measured[] | undefined, pick: Pick): number => Math.min(...(of ?? []).map(pick));
const cells = (index: number, pick: Pick): readonly string[] => {
  const [own, other] = [lowest(results[0], pick), lowest(results[index], pick)];
  return [ms(other), index === 0 ? "" : times(own / other)];
};
const one: Pick = ({ one }) => one;
const many: Pick = ({ many }) => many;
printTable(
  `a pledge, processor time: lowest of ${rounds} runs in turns; "here" is how much more it takes here`,
  ["", "1 in flight", "here", "64 in flight", "here", "statements", "all runs at 1", "at 64"],
  trees.map((tree, index) => [
    basename(tree),
    ...cells(index, one),
    ...cells(index, many),
    (statements[index] ?? Number.NaN).toFixed(2),
    (results[index] ?? []).map((of) => of.one.toFixed(2)).join(" "),
    (results[index] ?? []).map((of) => of.many.toFixed(2)).join(" "),
  ]),
);

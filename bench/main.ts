/**
 * `npm run bench [-- name ...]`: runs the benchmarks, each in a process of its own so that none inherits another's
 * memory or warm code. Ends with 1 if one of them failed or missed an aim. `beside FOLDER...` compares work trees (beside.ts).
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environment, flags } from "./as-started.ts";

const names = [
  "start",
  "pledge",
  "growth",
  "due",
  "fanout",
  "alert",
  "rotation",
  "assembly",
  "group",
  "privacy",
  "shred",
  "size",
  "board",
] as const;

const wished = process.argv.slice(2);
const run = (name: string, given: readonly string[] = []): number | null =>
  spawnSync(process.execPath, [...flags, fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), ...given], {
    env: { ...process.env, ...environment },
    stdio: "inherit",
  }).status;

if (wished[0] === "beside") process.exit(run("beside", wished.slice(1)) ?? 1);
const unknown = wished.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(", ")}. There are: ${names.join(", ")}.\n`);
  process.exit(2);
}

let missed = false;
for (const name of names) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  if (run(name) !== 0) missed = true;
}
process.exitCode = missed ? 1 : 0;

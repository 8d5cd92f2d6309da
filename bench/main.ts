/**
 * `npm run bench [-- name ...]`: runs the benchmarks, each in a process of its own so that none inherits another's
 * memory or warm code. Ends with 1 if one of them failed or missed an aim.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environment, flags } from "./as-started.ts";

const names = ["start", "pledge", "growth", "due", "fanout", "rotation", "assembly", "group", "privacy"] as const;

const wished = process.argv.slice(2);
const unknown = wished.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(", ")}. There are: ${names.join(", ")}.\n`);
  process.exit(2);
}

let missed = false;
for (const name of names) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [...flags, file], {
    env: { ...process.env, ...environment },
    stdio: "inherit",
  });
  if (status !== 0) missed = true;
}
process.exitCode = missed ? 1 : 0;

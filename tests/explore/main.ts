/**
 * `npm run explore -- --seeds 1-200 [--steps 150] [--only SEED] [--jobs 2]`: plays stories and says what broke a rule.
 *
 * Ends with a table of how often each word ran, the keys that were met, and one line that counts. 0 where every seed met
 * known keys at most, and every known key was met by 200 seeds or more.
 */
import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { formsOf } from "../fuzz/inputs.ts";
import { keyOf, type Finding } from "./findings.ts";
import { goneKeys, readKnown } from "./known.ts";
import { Theatre } from "./play.ts";
import { shrink } from "./shrink.ts";
import { tell, type Coverage, type Told } from "./story.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1-200" },
    steps: { type: "string", default: "150" },
    only: { type: "string" },
    jobs: { type: "string", default: "1" },
    "shrink-seconds": { type: "string", default: "30" },
    /** Prints the whole story of one seed. */
    show: { type: "boolean", default: false },
    /** Shrinks known faults too, for known.md. */
    known: { type: "boolean", default: false },
    worker: { type: "string" },
  },
});
const steps = Number(values.steps);
const folder = fileURLToPath(new URL("found/", import.meta.url));
const known = readKnown(new URL("known.md", import.meta.url));
const knownKeys = new Set(known.map(({ key }) => key));

function seedsOf(): number[] {
  if (values.only !== undefined) return [Number(values.only)];
  const match = /^(\d+)(?:-(\d+))?$/u.exec(values.seeds);
  if (match === null) throw new Error("--seeds is written as 1-200");
  const [, from = "1", to = from] = match;
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
}

/** What became of one seed. */
interface Outcome {
  readonly seed: number;
  readonly lines: number;
  readonly seconds: number;
  readonly hash: string;
  readonly keys: readonly string[];
  /** Faults that are not known, each with its smallest rehearsal. */
  readonly faults: readonly {
    readonly key: string;
    readonly file: string;
    readonly lines: number;
    readonly detail: string;
  }[];
  readonly coverage: readonly (readonly [string, Coverage])[];
}

const fileOf = (key: string): string =>
  key
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 90);

function write(told: Pick<Told, "seed" | "head">, finding: Finding, lines: readonly string[]): string {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${fileOf(keyOf(finding))}.txt`;
  const about = [
    `# ${keyOf(finding)}`,
    ...finding.detail
      .split("\n")
      .slice(0, 12)
      .map((line) => `# ${line}`),
  ];
  writeFileSync(file, [...about, `# seed ${String(told.seed)}`, ...told.head, ...lines, ""].join("\n"));
  return file;
}

/** How long a smaller rehearsal is looked for; 0: not at all. Milliseconds. */
const patience = Number(values["shrink-seconds"]) * 1_000;
/** Keys whose smallest rehearsal has been looked for in this process. */
const shrunk = new Set<string>();

async function play(theatre: Theatre, seed: number): Promise<Outcome> {
  const told = await tell(theatre, seed, {
    steps,
    ...(values.show
      ? {
          print: (shown: string) => {
            process.stdout.write(`${shown}\n`);
          },
        }
      : {}),
  });
  if (values.show) process.stdout.write(`\n${[...told.head, ...told.lines].join("\n")}\n`);
  const faults: Outcome["faults"][number][] = [];
  for (const [key, met] of told.met) {
    if (knownKeys.has(key) && !values.known) continue;
    let lines = told.lines.slice(0, met.after);
    let { finding } = met;
    let file = "";
    if (!shrunk.has(key) && patience > 0) {
      shrunk.add(key);
      const smallest = await shrink(theatre, told, met, patience);
      if (smallest !== undefined) ({ lines, finding } = { lines: [...smallest.lines], finding: smallest.finding });
      file = write(told, finding, lines);
    }
    if (!knownKeys.has(key)) faults.push({ key, file, lines: lines.length, detail: finding.detail });
  }
  return {
    seed,
    lines: told.lines.length,
    seconds: told.seconds,
    hash: told.hash,
    keys: [...told.met.keys()],
    faults,
    coverage: [...told.coverage],
  };
}

async function work(seeds: readonly number[], done: (outcome: Outcome) => void): Promise<void> {
  const theatre = await Theatre.open();
  for (const seed of seeds) done(await play(theatre, seed));
  await theatre.close();
}

/** Every so manieth seed in a process of its own. */
function share(seeds: readonly number[], jobs: number, done: (outcome: Outcome) => void): Promise<unknown> {
  if (jobs < 2) return work(seeds, done);
  return Promise.all(
    Array.from({ length: jobs }, (_, index) => {
      const own = seeds.filter((_seed, at) => at % jobs === index);
      const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), "--worker", own.join()]);
      child.on("message", (outcome) => {
        done(outcome as Outcome);
      });
      return new Promise<void>((resolve, reject) => {
        child.once("exit", (code) => {
          if (code === 0) resolve();
          else reject(new Error(`a process ended with ${String(code)}`));
        });
      });
    }),
  );
}

function report(outcomes: readonly Outcome[], seconds: number): void {
  const total = new Map<string, Coverage & { seeds: number }>();
  for (const { coverage } of outcomes) {
    for (const [name, { ran, did }] of coverage) {
      const before = total.get(name) ?? { ran: 0, did: 0, seeds: 0 };
      total.set(name, { ran: before.ran + ran, did: before.did + did, seeds: before.seeds + 1 });
    }
  }
  const words = formsOf(commands).map(({ command, word }) => `/${command.name}${word === undefined ? "" : ` ${word}`}`);
  const jobs = commands.flatMap((command) => Object.keys(command.jobs ?? {}));
  const row = (name: string): string => {
    const { ran, did, seeds } = total.get(name) ?? { ran: 0, did: 0, seeds: 0 };
    const share = Math.round((100 * seeds) / Math.max(1, outcomes.length));
    return `${name.padEnd(24)}${String(ran).padStart(7)}${String(did).padStart(7)}${String(share).padStart(6)} %`;
  };
  console.info(`\n${"".padEnd(24)}${"ran".padStart(7)}${"did".padStart(7)}   seeds`);
  for (const name of [...words, ...jobs].sort((a, b) => (total.get(b)?.ran ?? 0) - (total.get(a)?.ran ?? 0))) {
    console.info(row(name));
  }
  const met = new Map<string, number>();
  for (const { keys } of outcomes) for (const key of keys) met.set(key, (met.get(key) ?? 0) + 1);
  console.info("\nkeys that were met, by seeds:");
  for (const [key, count] of [...met].sort((a, b) => b[1] - a[1])) {
    console.info(`${String(count).padStart(5)}  ${knownKeys.has(key) ? "known " : "      "} ${key}`);
  }
  const worked = outcomes.reduce((sum, one) => sum + one.seconds, 0);
  const lines = outcomes.reduce((sum, one) => sum + one.lines, 0);
  console.info(
    `\n${lines} lines in ${worked.toFixed(0)} s of work (${(lines / worked).toFixed(0)} a second on one core), ${seconds.toFixed(0)} s in all`,
  );
}

const seeds = values.worker === undefined ? seedsOf() : values.worker.split(",").map(Number);
if (values.worker !== undefined) {
  await work(seeds, (outcome) => process.send?.(outcome));
} else {
  const began = performance.now();
  const outcomes: Outcome[] = [];
  await share(seeds, Number(values.jobs), (outcome) => {
    outcomes.push(outcome);
    const { seed, keys, faults, hash } = outcome;
    const seen = keys.filter((key) => knownKeys.has(key)).length;
    console.info(
      `seed ${seed}: ${faults.length === 0 ? "passed" : "FAILED"}${seen > 0 ? `, known ${seen}` : ""} ${hash.slice(0, 12)}`,
    );
    for (const { key, file, lines, detail } of faults) {
      console.info(
        `  ${key}${file === "" ? "" : `\n    ${lines} lines: ${file}`}\n    ${detail.split("\n").slice(0, 4).join("\n    ")}`,
      );
    }
  });
  report(outcomes, (performance.now() - began) / 1_000);
  const failed = outcomes.filter(({ faults }) => faults.length > 0).length;
  const met = new Set(outcomes.flatMap(({ keys }) => keys));
  const gone = goneKeys(known, outcomes.length, met);
  for (const key of gone) console.info(`known, and not met any more: ${key}`);
  const onlyKnown = outcomes.filter(({ faults, keys }) => faults.length === 0 && keys.length > 0).length;
  console.info(`${outcomes.length - failed} passed, ${failed + gone.length} failed, known ${onlyKnown}`);
  if (failed + gone.length > 0) process.exitCode = 1;
}

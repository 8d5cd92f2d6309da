/**
 * `npm run explore -- --seeds 1-200 [--steps 150] [--only SEED] [--jobs 2]`: plays stories and says what broke a rule.
 * `--aims memory` or `--aims votes,charter` aims at some features only (tests/explore/aims.ts).
 * `--shrink KEY` makes the shortest story of each key that contains these words (`--shrink ""`: of every key) as small as it
 * can be, and puts that of a known one into known.md; `--replay` plays what stands there and says what it still meets, and with
 * `--shrink` makes that smaller.
 *
 * Ends with a table of how often each word ran, the share of seeds in which each feature was reached, the keys that were met, and one line that counts. 0 where every seed met
 * known keys at most, and every known key was met by 200 seeds or more.
 */
import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { featuresOf } from "./aims.ts";
import { formsOf } from "../fuzz/inputs.ts";
import { keyOf, type Finding } from "./findings.ts";
import { goneKeys, readKnown, writeRehearsal } from "./known.ts";
import { Theatre } from "./play.ts";
import { reading } from "./reading.ts";
import { meets, shrink } from "./shrink.ts";
import { tell, type Coverage, type Met, type Told } from "./story.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1-200" },
    steps: { type: "string", default: "150" },
    only: { type: "string" },
    jobs: { type: "string", default: "1" },
    "shrink-seconds": { type: "string", default: "30" },
    /** Only these are aimed at: features (`votes,charter`) or what they belong to (`memory`). */
    aims: { type: "string", default: "" },
    /** Prints the whole story of one seed. */
    show: { type: "boolean", default: false },
    shrink: { type: "string" },
    replay: { type: "boolean", default: false },
    /** Says of each seed which known faults it meets. */
    keys: { type: "boolean", default: false },
    worker: { type: "string" },
  },
});
const steps = Number(values.steps);
const aimedAt = featuresOf(values.aims.split(",").filter((name) => name !== ""));
const folder = fileURLToPath(new URL("found/", import.meta.url));
const list = new URL("known.md", import.meta.url);
const known = readKnown(list);
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
  /** Stories that are to be made small later, by key. */
  readonly stories: readonly (readonly [string, Shrinkable])[];
}

/** A story up to where a key was met. */
interface Shrinkable {
  readonly seed: number;
  readonly head: readonly string[];
  readonly lines: readonly string[];
  readonly met: Met;
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
    features: aimedAt,
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
    if (knownKeys.has(key)) continue;
    let lines = told.lines.slice(0, met.after);
    let { finding } = met;
    let file = "";
    if (!shrunk.has(key) && patience > 0 && values.shrink === undefined) {
      shrunk.add(key);
      const smallest = await shrink(theatre, told, met, patience);
      if (smallest !== undefined) ({ lines, finding } = { lines: [...smallest.lines], finding: smallest.finding });
      file = write(told, finding, lines);
    }
    faults.push({ key, file, lines: lines.length, detail: finding.detail });
  }
  return {
    seed,
    lines: told.lines.length,
    seconds: told.seconds,
    hash: told.hash,
    keys: [...told.met.keys()],
    faults,
    coverage: [...told.coverage],
    stories: [...told.met]
      .filter(([key]) => values.shrink !== undefined && key.includes(values.shrink))
      .map(([key, met]) => [key, { seed, head: told.head, lines: told.lines.slice(0, met.after), met }]),
  };
}

/** A rehearsal of known.md that is as short as this is not looked for again. */
const shortEnough = 25;

/** Whether a rehearsal of known.md still meets its key: by a look after a line, or at everything. */
async function replayed(theatre: Theatre, key: string, rehearsal: readonly string[]): Promise<Met | undefined> {
  const [check = "", feature = "", kind = ""] = key.split(" | ");
  const story = { head: rehearsal.slice(0, 2), lines: rehearsal.slice(2) };
  for (const whole of [false, true]) {
    const met = { finding: { check, feature, kind, detail: "" }, after: story.lines.length, whole, last: true };
    if (rehearsal.length > 2 && (await meets(theatre, story, met)) !== undefined) return met;
  }
  return undefined;
}

/** Makes the shortest stories small, the shortest first. */
async function shrinkAll(all: ReadonlyMap<string, Shrinkable>): Promise<void> {
  const theatre = await Theatre.open();
  for (const [key, { seed, head, lines, met }] of [...all].sort((a, b) => a[1].met.after - b[1].met.after)) {
    const before = known.find((one) => one.key === key)?.rehearsal ?? [];
    const again = before.length === 0 ? undefined : await replayed(theatre, key, before);
    if (again !== undefined && before.length <= shortEnough) continue;
    // What stands there may be shorter than any story that was told now.
    const smallest =
      again !== undefined && again.after < met.after
        ? await shrink(theatre, { head: before.slice(0, 2), lines: before.slice(2) }, again, patience)
        : await shrink(theatre, { head, lines }, met, patience);
    console.info(`${key}: seed ${seed}, ${met.after} lines, then ${smallest?.lines.length ?? "not met again"}`);
    if (smallest === undefined) continue;
    if (knownKeys.has(key)) writeRehearsal(list, key, [...smallest.head, ...smallest.lines]);
    else write({ seed, head }, smallest.finding, smallest.lines);
  }
  await theatre.close();
}

/** Plays what stands in known.md, and (`--shrink KEY`) makes it smaller. */
async function replay(): Promise<void> {
  const theatre = await Theatre.open();
  for (const { key, rehearsal } of known) {
    if (values.shrink !== undefined && !key.includes(values.shrink)) continue;
    const met = await replayed(theatre, key, rehearsal);
    const said = rehearsal.length === 0 ? "no rehearsal" : met === undefined ? "NOT MET" : "met";
    console.info(`${said.padEnd(13)}${String(Math.max(0, rehearsal.length - 2)).padStart(4)} lines  ${key}`);
    if (met === undefined || values.shrink === undefined) continue;
    const [head, lines] = [rehearsal.slice(0, 2), rehearsal.slice(2)];
    const smaller = await shrink(theatre, { head, lines }, met, patience);
    if (smaller === undefined || smaller.lines.length >= lines.length) continue;
    console.info(`             ${String(smaller.lines.length).padStart(4)} lines now`);
    writeRehearsal(list, key, [...head, ...smaller.lines]);
  }
  await theatre.close();
}

/** Interrupted (^C) it ends with the story in hand, and says what was found so far. */
let interrupted = false;

async function work(seeds: readonly number[], done: (outcome: Outcome) => void): Promise<void> {
  process.once("SIGINT", () => {
    interrupted = true;
  });
  const theatre = await Theatre.open();
  for (const seed of seeds) if (!interrupted) done(await play(theatre, seed));
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
  const total = new Map<string, Coverage & { seeds: number; seedsDid: number }>();
  for (const { coverage } of outcomes) {
    for (const [name, { ran, did }] of coverage) {
      const before = total.get(name) ?? { ran: 0, did: 0, seeds: 0, seedsDid: 0 };
      total.set(name, {
        ran: before.ran + ran,
        did: before.did + did,
        seeds: before.seeds + 1,
        seedsDid: before.seedsDid + (did > 0 ? 1 : 0),
      });
    }
  }
  const words = formsOf(commands).map(({ command, word }) => `/${command.name}${word === undefined ? "" : ` ${word}`}`);
  const jobs = commands.flatMap((command) => Object.keys(command.jobs ?? {}));
  const row = (name: string): string => {
    const { ran, did, seeds, seedsDid } = total.get(name) ?? { ran: 0, did: 0, seeds: 0, seedsDid: 0 };
    const share = (of: number): string => `${String(Math.round((100 * of) / Math.max(1, outcomes.length)))} %`;
    // That a word which only reads has done nothing is no alarm.
    const done = reading.has(name) ? ["reads", ""] : [String(did), share(seedsDid)];
    return [
      name.padEnd(24),
      ...[String(ran), done[0], share(seeds), done[1]].map((one) => (one ?? "").padStart(8)),
    ].join("");
  };
  const head = ["ran", "did", "ran in", "did in"].map((one) => one.padStart(8)).join("");
  console.info(`\n${"".padEnd(24)}${head}`);
  for (const name of [...words, ...jobs].sort((a, b) => (total.get(b)?.ran ?? 0) - (total.get(a)?.ran ?? 0))) {
    console.info(row(name));
  }
  console.info("\nfeatures, by the seeds in which they were reached:");
  const reached = aimedAt.map(({ name, heart }) => ({
    name,
    seeds: outcomes.filter(({ coverage }) => coverage.some(([word, { did }]) => did > 0 && heart.includes(word)))
      .length,
  }));
  const percent = (of: number): number => Math.round((100 * of) / Math.max(1, outcomes.length));
  for (const { name, seeds } of reached.sort((a, b) => b.seeds - a.seeds)) {
    console.info(`${String(percent(seeds)).padStart(5)} %  ${name}`);
  }
  const acting = [...words, ...jobs].filter((name) => !reading.has(name));
  const didIn = (name: string): number => percent(total.get(name)?.seedsDid ?? 0);
  const halves = acting.filter((name) => didIn(name) >= 50).length;
  const rare = acting.filter((name) => didIn(name) < 10).map((name) => `${name} ${String(didIn(name))} %`);
  console.info(
    `${halves} of ${acting.length} words and jobs did something in half of the seeds or more; rare: ${rare.join(", ")}`,
  );
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
if (values.replay) await replay();
else if (values.worker !== undefined) {
  await work(seeds, (outcome) => process.send?.(outcome));
} else {
  const began = performance.now();
  const outcomes: Outcome[] = [];
  await share(seeds, Number(values.jobs), (outcome) => {
    outcomes.push(outcome);
    const { seed, keys, faults, hash } = outcome;
    const seen = keys.filter((key) => knownKeys.has(key));
    console.info(
      `seed ${seed}: ${faults.length === 0 ? "passed" : "FAILED"}${seen.length > 0 ? `, known ${seen.length}` : ""} ${hash.slice(0, 12)}`,
    );
    if (values.keys) for (const key of seen) console.info(`  known  ${key}`);
    for (const { key, file, lines, detail } of faults) {
      console.info(
        `  ${key}${file === "" ? "" : `\n    ${lines} lines: ${file}`}\n    ${detail.split("\n").slice(0, 4).join("\n    ")}`,
      );
    }
  });
  report(outcomes, (performance.now() - began) / 1_000);
  const shortest = new Map<string, Shrinkable>();
  for (const [key, story] of outcomes.flatMap(({ stories }) => stories)) {
    if (story.met.after < (shortest.get(key)?.met.after ?? Infinity)) shortest.set(key, story);
  }
  await shrinkAll(shortest);
  const failed = outcomes.filter(({ faults }) => faults.length > 0).length;
  const met = new Set(outcomes.flatMap(({ keys }) => keys));
  const gone = goneKeys(known, outcomes.length, met);
  for (const key of gone) console.info(`known, and not met any more: ${key}`);
  const onlyKnown = outcomes.filter(({ faults, keys }) => faults.length === 0 && keys.length > 0).length;
  console.info(`${outcomes.length - failed} passed, ${failed + gone.length} failed, known ${onlyKnown}`);
  if (failed + gone.length > 0) process.exitCode = 1;
}

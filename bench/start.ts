/**
 * From the start of the process to ready, and its memory when idle: the real `src/main.ts` with the console, its
 * database there already (a restart) and not there yet (the first start, with all migrations).
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { environment, flags } from "./as-started.ts";
import { megabytes, median, ms, printAims, printTable } from "./table.ts";
import { Folder } from "./world.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const rounds = 5;
const idleFor = 3_000;

interface Start {
  readonly ready: number;
  readonly memory: number;
}

/** Resident memory of another process, in bytes. */
function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1024;
}

async function start(url: string): Promise<Start> {
  const from = performance.now();
  const child = spawn(process.execPath, [...flags, main], {
    env: { ...process.env, ...environment, DATABASE_URL: url, NO_COLOR: "1" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  // The console asks for the first line only when everything else is up: it then answers at once.
  const ready = new Promise<number>((resolve, reject) => {
    void ended.then(() => reject(new Error(`it ended before it was ready: ${said}`)));
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      if (said.includes("ana@") || said.split("\n").length > 3) resolve(performance.now() - from);
    });
  });
  const after = await ready;
  await new Promise((resolve) => setTimeout(resolve, idleFor));
  const memory = memoryOf(child.pid ?? 0);
  child.stdin.end();
  await ended;
  return { ready: after, memory };
}

const folder = await Folder.make();
try {
  const first: Start[] = [];
  const again: Start[] = [];
  for (let round = 0; round < rounds; round++) {
    first.push(await start(folder.url(`start ${round}`)));
    again.push(await start(folder.url(`start ${round}`)));
  }
  const line = (name: string, of: readonly Start[]): readonly string[] => [
    name,
    ms(median(of.map(({ ready }) => ready))),
    megabytes(median(of.map(({ memory }) => memory))),
    of.map(({ ready }) => ready.toFixed(0)).join(" "),
  ];
  printTable(
    `start: as \`npm start\` does, median of ${rounds}`,
    ["", "to ready", "memory when idle", "each"],
    [line("first start, migrations", first), line("start", again)],
  );
  printAims([
    { what: "start to ready under 1 s", met: median(again.map(({ ready }) => ready)) < 1000 },
    { what: "memory when idle under 150 MB", met: median(again.map(({ memory }) => memory)) < 150 * 1024 * 1024 },
  ]);
} finally {
  await folder.remove();
}

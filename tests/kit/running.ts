/** The bot as `src/main.ts` puts it together: in this process with adapters of the test's own, or as a process. */
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { commands } from "../../commands/index.ts";
import type { Adapter } from "../../src/chat/adapter.ts";
import { systemClock } from "../../src/core/clock.ts";
import { secureRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { createLog } from "../../src/log.ts";
import { Metrics } from "../../src/operations/metrics.ts";
import { PublicPages } from "../../src/operations/pages.ts";
import { Operations, operationsToken } from "../../src/operations/server.ts";
import { createSteward, type Steward } from "../../src/steward.ts";
import type { Database } from "../../src/store/database.ts";
import { openKeyring, type Keyring } from "../../src/store/sealing.ts";
import { patience } from "./patience.ts";

export interface Running {
  readonly steward: Steward;
  readonly database: Database;
  readonly keyring: Keyring;
  readonly operations: Operations;
  /** Address of the local port. */
  readonly url: string;
  /** What was logged, one JSON object a line. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

export async function runSteward(
  database: Database,
  adapters: readonly Adapter[],
  { backupKeys, publicUrl }: { backupKeys?: (file: string) => Promise<boolean>; publicUrl?: string } = {},
): Promise<Running> {
  const lines: string[] = [];
  const log = createLog({ level: "debug", to: { write: (line: string) => void lines.push(line) } });
  const keyring = openKeyring(new Uint8Array(32).fill(7));
  const metrics = new Metrics({
    database,
    clock: systemClock,
    adapters: () => adapters,
    wakes: () => steward.wakes(),
  });
  const texts = Texts.load(fileURLToPath(new URL("../../locales", import.meta.url)));
  const steward: Steward = createSteward({
    database,
    keyring,
    clock: systemClock,
    random: secureRandom,
    commands,
    texts,
    adapters,
    log,
    publicUrl,
    received: metrics.received,
    counted: metrics.counted,
    measured: metrics.measured,
  });
  const operations = new Operations({
    database,
    adapters: () => adapters,
    metrics,
    log,
    token: operationsToken(keyring),
    ...(backupKeys === undefined ? {} : { backupKeys }),
    ...(publicUrl === undefined
      ? {}
      : { pages: new PublicPages({ publicUrl, pages: steward.dispatch.pages, log, texts, clock: systemClock }) }),
  });
  const port = await operations.listen({ host: "127.0.0.1", port: 0 });
  await steward.start();
  const stop = async (): Promise<void> => {
    await steward.stop();
    await operations.close();
  };
  return { steward, database, keyring, operations, url: `http://127.0.0.1:${String(port)}`, lines, stop };
}

/** Resolves when this holds, and gives what it gave; looks again every few milliseconds. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + patience; ;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** `src/main.ts`, or another program of ours, with nothing in its environment but what is given. */
export class BotProcess {
  readonly lines: string[] = [];
  readonly errors: string[] = [];
  readonly #child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;

  constructor(program: string, args: readonly string[], environment: Readonly<Record<string, string>>, folder: string) {
    const file = fileURLToPath(new URL(`../../${program}`, import.meta.url));
    const child = spawn(process.execPath, [file, ...args], {
      env: { PATH: process.env["PATH"] ?? "", ...environment },
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    createInterface({ input: child.stdout }).on("line", (line) => void this.lines.push(line));
    createInterface({ input: child.stderr }).on("line", (line) => void this.errors.push(line));
    this.ended = new Promise((resolve) => {
      child.once("close", (code, signal) => {
        resolve({ code, signal });
      });
    });
  }

  /** Until this stands in a line of its log. */
  async says(words: string): Promise<void> {
    const gone = this.ended.then(() => {
      throw new Error(`the process ended before it said "${words}": ${[...this.lines, ...this.errors].join("\n")}`);
    });
    gone.catch(() => undefined); // it may end later
    await Promise.race([gone, until(words, () => this.lines.some((line) => line.includes(words)))]);
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

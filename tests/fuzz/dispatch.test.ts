/**
 * 100,000 inputs through the dispatch (tests/fuzz/play.ts says what is sent and what must hold), half of them in each
 * of two processes. Other inputs, or more: STEWARD_FUZZ_SEED, STEWARD_FUZZ_INPUTS.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const inputs = Number(process.env["STEWARD_FUZZ_INPUTS"] ?? 100_000);
const seed = Number(process.env["STEWARD_FUZZ_SEED"] ?? 20_260_320);
const processes = 2;

const program = fileURLToPath(new URL("play.ts", import.meta.url));
const run = promisify(execFile);

it(
  `nothing that anybody sends crashes it, crosses to another federation, or is shown unfit: ${inputs} inputs`,
  { timeout: 900_000 },
  async () => {
    const each = Math.ceil(inputs / processes);
    const runs = Array.from({ length: processes }, (_, index) =>
      run(process.execPath, [program, String(each), String(seed + index)], { maxBuffer: 2 ** 26 }),
    );
    for (const { stdout } of await Promise.all(runs)) {
      console.info(stdout.trim());
      expect(stdout).toContain(`${each} inputs in`);
    }
  },
);

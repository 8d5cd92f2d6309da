/** The tick in the hour that exists twice where the machine's clock is a local one. The process's clock is moved by libfaketime. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { until } from "../kit/running.ts";

/** Debian's package libfaketime (the folder is named after the machine). */
const library = ["x86_64", "aarch64"]
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`)
  .find((file) => existsSync(file));

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

it.each([
  ["Europe/Paris", "2026-10-25T01:00:00Z"],
  ["America/New_York", "2026-11-01T06:00:00Z"],
  ["Australia/Lord_Howe", "2027-04-03T15:00:00Z"],
])("%s: what falls due is done while the clocks go back", async (zone, back) => {
  if (library === undefined) throw new Error("install the package libfaketime");
  const change = Date.parse(back);
  expect(new Date(change - 1000).toLocaleTimeString("en", { timeZone: zone })).not.toBe(
    new Date(change).toLocaleTimeString("en", { timeZone: zone }),
  );
  const folder = await mkdtemp(join(tmpdir(), "steward-tick-"));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const clock = join(folder, "clock");
  /** The process's clock is as many milliseconds before the change. */
  const set = (before: number): Promise<void> => {
    const seconds = ((change - before - Date.now()) / 1000).toFixed(3);
    return writeFile(clock, `${seconds.startsWith("-") ? "" : "+"}${seconds}\n`);
  };
  await set(3_600_000 * 3);

  const program = fileURLToPath(new URL("../kit/ticking.ts", import.meta.url));
  const child = spawn(process.execPath, [program, `file:${join(folder, "steward.db")}`], {
    env: {
      ...process.env,
      TZ: zone,
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: "1",
      // Timers wait as long as they do anywhere.
      DONT_FAKE_MONOTONIC: "1",
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  ends.push(() => child.kill("SIGKILL"));
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => void lines.push(line));
  const said = (start: string): Promise<true> => until(start, () => lines.some((line) => line.startsWith(start)));

  await said("ready");
  await set(2500);
  child.stdin.write("\n");
  await said("planned");
  await said("job 6 ");
  const jobs = lines.filter((line) => line.startsWith("job"));
  // The clock stood where it should: the change lay between the first and the last of them.
  expect(jobs.at(0)?.slice(6) ?? "").toMatch(new RegExp(new Date(change - 1000).toISOString().slice(0, 13), "u"));
  expect(jobs.at(-1)?.slice(6) ?? "").toMatch(new RegExp(new Date(change).toISOString().slice(0, 13), "u"));
});

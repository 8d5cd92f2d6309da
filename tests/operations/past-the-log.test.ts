/** Every line that the program writes is JSON: what it says itself, and what Node.js and libraries say past its log. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { asked } from "../../src/operations/healthy.ts";
import { BotProcess } from "../kit/running.ts";
import { startTelegram } from "../kit/telegram/server.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function emptyFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-lines-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

function begin(program: string, args: readonly string[], environment: Record<string, string>, at: string): BotProcess {
  const bot = new BotProcess(program, args, environment, at);
  ends.push(() => {
    bot.kill("SIGKILL");
  });
  return bot;
}

const messages = (bot: BotProcess): readonly unknown[] =>
  [...bot.lines, ...bot.errors].map((line) => {
    const read = JSON.parse(line) as Record<string, unknown>;
    expect(Object.keys(read)).toEqual(expect.arrayContaining(["level", "time", "msg"]));
    return read["msg"];
  });

/** Printed and warned of while it runs, and at last thrown where nobody waits for it. */
const noise = `
   process.emitWarning("of Anastasia");
   setTimeout(() => { console.warn("Anastasia said"); process.emitWarning("of Anastasia", "DeprecationWarning", "DEP9"); }, 1);
   let left = 600;
   const throwing = setInterval(() => {
     if (process.listenerCount("uncaughtException") === 0 && --left > 0) return;
     clearInterval(throwing);
     throw new Error("about Anastasia");
   }, 100);`;

it("while it runs, whatever is printed and thrown", async () => {
  const server = await startTelegram({ limits: false });
  ends.push(() => server.close());
  const at = await emptyFolder();
  await writeFile(join(at, "noise.mjs"), noise);
  const environment = {
    TELEGRAM_TOKEN: server.token,
    TELEGRAM_API: server.apiRoot,
    STEWARD_PORT: "off",
    NODE_OPTIONS: `--import ${join(at, "noise.mjs")}`,
  };
  const bot = begin("src/main.ts", [], environment, at);
  expect(await bot.ended).toEqual({ code: 70, signal: null });
  const said = messages(bot);
  expect(said).toContain("a library printed something, which is left out");
  expect(said).toContain("Node.js warns of something");
  expect(said).toContain("something failed where nobody waits for it: the bot ends, start it again");
  expect([...bot.lines, ...bot.errors].join("\n")).not.toContain("Anastasia");
});

it("where it cannot start, a line for each thing that is wrong", async () => {
  const environment = { MATRIX_USER: "steward", LOG_LEVEL: "loud", DATABASE_URL: "postgresql://a:b@127.0.0.1:9/c" };
  const bot = begin("src/main.ts", [], environment, await emptyFolder());
  expect(await bot.ended).toEqual({ code: 2, signal: null });
  expect(messages(bot)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Steward cannot start\. LOG_LEVEL: there is no such level\./),
      expect.stringMatching(/^Steward cannot start\. MATRIX_USER: .*such as @steward:example\.org$/),
    ]),
  );
});

it("what is asked of a database that is not there makes none", async () => {
  const at = await emptyFolder();
  for (const args of [
    ["federation", "list"],
    ["federation", "shred", "abc", "--yes"],
    ["key", "rotate", "--yes"],
    ["backup", "copy"],
    ["fund", "check"],
  ]) {
    const command = begin("src/cli/main.ts", args, {}, at);
    expect(await command.ended).toEqual({ code: 2, signal: null });
    expect(command.errors.join("\n")).toMatch(/^There is no database .*data\/steward\.db\. Run this in the folder/);
  }
  expect(await readdir(at)).toEqual([]);
});

it("a container asks where the bot listens", () => {
  const at = (port: string, more: Readonly<Record<string, string>> = {}): string | undefined =>
    asked({ STEWARD_PORT: port, ...more });
  const telegram = { TELEGRAM_TOKEN: `77777:${"b".repeat(35)}` };
  expect(at("", telegram)).toBe("http://127.0.0.1:9321/healthz");
  expect(at("0.0.0.0:8080")).toBe("http://127.0.0.1:8080/healthz");
  expect(at("[::]:8080")).toBe("http://[::1]:8080/healthz");
  expect(at("10.0.0.5:1")).toBe("http://10.0.0.5:1/healthz");
  expect(at("off", telegram)).toBeUndefined();
  // In the terminal alone it listens nowhere, unless that is wanted, or pages are served.
  expect(at("")).toBeUndefined();
  expect(at("", { STEWARD_PUBLIC_URL: "https://steward.example" })).toBe("http://127.0.0.1:9321/healthz");
});

/**
 * The systemd unit that `npm run steward -- init` offers: systemd finds nothing wrong with it, and the bot runs with its
 * limits. Where no systemd runs, as in most tests, those are made by other means: no capabilities, no new privileges,
 * everything read-only but its folders, an umask. Which calls of the kernel are allowed only a real systemd can show.
 */
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";
import { foldersOf, unitOf } from "../../src/cli/unit.ts";
import { writtenFolders } from "../../src/cli/init.ts";
import { readConfig } from "../../src/config.ts";
import { zoneFolder } from "../../src/zone-data.ts";
import { startTelegram } from "../kit/telegram/server.ts";
import { until } from "../kit/running.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function emptyFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-unit-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

const has = (name: string): boolean => existsSync(`/usr/bin/${name}`) || existsSync(`/bin/${name}`);

/** What stands in it, by its names; what stands there several times, in order. */
function settings(unit: string): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const [, name = "", value = ""] of unit.matchAll(/^([A-Za-z]+)=(.*)$/gmu)) (found[name] ??= []).push(value);
  return found;
}

it.skipIf(!has("systemd-analyze"))("systemd finds nothing wrong with it, nor much that it exposes", async () => {
  const folder = await emptyFolder();
  const odd = join(folder, "a 100% $odd folder");
  await mkdir(join(odd, "data"), { recursive: true });
  const unit = join(folder, "steward.service");
  const of = { user: "daemon", program, node: process.execPath };
  await writeFile(unit, unitOf({ ...of, folder: odd, written: [join(odd, "data")] }));
  const { stdout, stderr } = await run("systemd-analyze", ["verify", unit]);
  expect(`${stdout}${stderr}`.split("\n").filter((line) => line.includes("steward.service"))).toEqual([]);
  // 10 exposes everything; without any of the limits it is 9.2.
  const rated = await run("systemd-analyze", ["security", "--offline=true", "--no-pager", unit]);
  const level = /Overall exposure level for \S+: ([\d.]+)/u.exec(rated.stdout)?.[1];
  expect(Number(level)).toBeLessThan(2.5);
});

it("names each folder that is written to once", () => {
  expect(foldersOf(["/a/data/steward.db", "/a/data/master.key"], ["/a/data/matrix"])).toEqual(["/a/data"]);
  expect(foldersOf(["/a/data/steward.db"], ["/keys"])).toEqual(["/a/data", "/keys"]);
  const config = readConfig({ MATRIX_HOMESERVER: "https://x.org", MATRIX_ACCESS_TOKEN: "a-long-token" });
  expect(writtenFolders(config, process.cwd())).toEqual([join(process.cwd(), "data")]);
});

const canLimit =
  process.getuid?.() === 0 &&
  has("unshare") &&
  has("setpriv") &&
  (await run("unshare", ["--mount", "true"]).then(
    () => true,
    () => false,
  ));

it.skipIf(!canLimit)("the bot works with its limits, made by other means", async () => {
  const server = await startTelegram({ limits: false });
  ends.push(() => server.close());
  const folder = await emptyFolder();
  const data = join(folder, "data");
  await mkdir(data);
  // nobody
  for (const one of [folder, data]) await chown(one, 65_534, 65_534);
  const unit = settings(unitOf({ user: "nobody", folder, program, node: process.execPath, written: [data] }));
  expect(unit["CapabilityBoundingSet"]).toEqual([""]);
  expect(unit["NoNewPrivileges"]).toEqual(["yes"]);
  expect(unit["ProtectSystem"]).toEqual(["strict"]);
  expect(unit["PrivateTmp"]).toEqual(["yes"]);
  const written = unit["ReadWritePaths"] ?? [];
  const start = unit["ExecStart"]?.[0] ?? "";
  const script = [
    "set -e",
    // What belongs to nobody stays reachable below a folder of the administrator's.
    ...written.map((path) => `mount --bind ${path} ${path}`),
    "mount -o remount,bind,ro / || mount -o remount,ro /",
    `umask ${String(unit["UMask"]?.[0])}`,
    `cd ${folder}`,
    `exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all ${reachable() ? "--reuid=65534 --regid=65534 --clear-groups" : ""} ${start}`,
  ].join("\n");
  const child = spawn("unshare", ["--mount", "sh", "-c", script], {
    env: {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      ICU_TIMEZONE_FILES_DIR: zoneFolder,
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API: server.apiRoot,
      STEWARD_PORT: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  ends.push(() => child.kill("SIGKILL"));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await until(`it to be ready: ${said}`, () => said.includes('"msg":"ready"'));
  const ana = server.person("Ana");
  ana.writes("/help");
  await until("an answer", () => ana.told.length > 0);
  child.kill("SIGTERM");
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  expect(await readdir(data)).toEqual(expect.arrayContaining(["master.key", "steward.db"]));
  expect((await stat(join(data, "steward.db"))).mode & 0o077).toBe(0);
});

/** Whether another user than the administrator reaches program and Node.js. */
function reachable(): boolean {
  return [program, process.execPath].every((path) => !path.startsWith("/root/"));
}

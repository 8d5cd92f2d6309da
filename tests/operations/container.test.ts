/**
 * What the Dockerfile puts together works: its files in a folder of their own, without docker. What docker and compose do with
 * it (users, volumes, a read-only root, ports) cannot be seen here.
 */
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { afterEach, expect, it } from "vitest";
import { startTelegram } from "../kit/telegram/server.ts";
import { until } from "../kit/running.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A folder with what is copied into the image, and the packages of this one. */
async function image(dockerfile: string): Promise<string> {
  const at = await mkdtemp(join(tmpdir(), "steward-image-"));
  ends.push(() => rm(at, { recursive: true, force: true }));
  const ignored = (await readFile(join(root, ".dockerignore"), "utf8")).split("\n");
  for (const [, from = "", words = ""] of dockerfile.matchAll(/^COPY (--from=\S+ )?(.+)$/gmu)) {
    const named = words.split(" ").slice(0, -1);
    for (const one of from === "" ? named : named.map((path) => path.replace(/^\/app\/?/u, ""))) {
      if (one === "") continue;
      // Of what is not made in the image, only what .dockerignore lets in is there.
      if (from === "") expect(ignored, one).toContain(`!${one.split("/")[0] ?? ""}`);
      await mkdir(dirname(join(at, one)), { recursive: true });
      await cp(join(root, one), join(at, one), {
        recursive: true,
        filter: (path) => from !== "" || !path.includes("/store/generated"),
      });
    }
  }
  await symlink(join(root, "node_modules"), join(at, "node_modules"));
  return at;
}

it("the bot starts from what is in it, is healthy, and its commands work", async () => {
  const dockerfile = await readFile(join(root, "Dockerfile"), "utf8");
  const at = await image(dockerfile);
  const data = await mkdtemp(join(tmpdir(), "steward-data-"));
  ends.push(() => rm(data, { recursive: true, force: true }));
  const server = await startTelegram({ limits: false });
  ends.push(() => server.close());
  const settings = [...dockerfile.matchAll(/(\w+)=(\S+)/gu)].filter(([, name = ""]) => /^[A-Z_]+$/u.test(name));
  const environment = {
    PATH: process.env["PATH"] ?? "",
    ...Object.fromEntries(
      settings.map(([, name = "", value = ""]) => [name, value.replace("/data", data).replace(/^\/app/u, at)]),
    ),
    TELEGRAM_TOKEN: server.token,
    TELEGRAM_API: server.apiRoot,
    STEWARD_PORT: "0.0.0.0:19321",
  };
  const start = (words: readonly string[]) => {
    const child = spawn(process.execPath, words.slice(1), { cwd: at, env: environment });
    ends.push(() => child.kill("SIGKILL"));
    const said = { text: "" };
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (said.text += chunk.toString()));
    return { child, said, ended: new Promise((resolve) => child.once("close", resolve)) };
  };
  const command = (name: string): readonly string[] =>
    JSON.parse(new RegExp(`${name} (\\[.*\\])`, "u").exec(dockerfile)?.[1] ?? "[]") as string[]; // exec form: an array
  const health = /HEALTHCHECK[^]*?CMD (\[.*\])/u.exec(dockerfile)?.[1] ?? "[]";
  const check = (): Promise<unknown> => start(JSON.parse(health) as string[]).ended;
  expect(await check()).toBe(1);
  const bot = start(command("\nCMD"));
  await until("it to be ready", () => bot.said.text.includes('"msg":"ready"'));
  expect(await check()).toBe(0);
  const doctor = start(["node", "src/cli/main.ts", "doctor"]);
  await doctor.ended;
  expect(doctor.said.text).toContain("ok     telegram: Telegram takes the token");
  const rotate = start(["node", "src/cli/main.ts", "key", "rotate", "--yes"]);
  expect(await rotate.ended).toBe(2);
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  expect(await start(["node", "src/cli/main.ts", "key", "rotate", "--yes"]).ended).toBe(0);
});

/** The reverse proxies of docs/operators.md, as they stand there: they pass on pages and nothing else, at once, and log no address. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, get, type Server } from "node:http";
import { createServer as createPlain, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { newSecret, pagePath } from "../../src/chat/pages.ts";
import { secureRandom } from "../../src/core/random.ts";
import { until } from "../kit/running.ts";

const docs = readFileSync(new URL("../../docs/operators.md", import.meta.url), "utf8");
const block = (language: string): string => {
  const [, text] = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "mu").exec(docs) ?? [];
  if (text === undefined) throw new Error(`there is no ${language} in docs/operators.md`);
  return text;
};

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-proxy-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function freePort(): Promise<number> {
  const server = createPlain();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Stands in for the bot's port: pages, events that go on, and what nobody outside may read. */
async function bot(): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path.endsWith("/events")) {
      response.writeHead(200, { "content-type": "text/event-stream", "x-accel-buffering": "no" });
      response.write("data: first\n\n");
    } else if (/^\/[bc]\//u.test(path)) response.writeHead(410).end("ended");
    else response.writeHead(200).end("steward_up 1");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, server }; // it listens on TCP
}

interface Proxy {
  readonly program: string;
  /**
   * Starts it with what stands in the documents, at this port without a certificate, in front of that one. What is to answer
   * nothing, where it is asked without `https`, is at the third port.
   */
  start(at: string, port: number, behind: number, open: number): Promise<{ program: string; args: string[] }>;
  /** Whether what is asked without `https` is answered by what stands in the documents, and not by the proxy's own. */
  readonly answersOpenly: boolean;
}

const proxies: Readonly<Record<string, Proxy>> = {
  caddy: {
    program: "/usr/bin/caddy",
    answersOpenly: false,
    async start(at, port, behind) {
      const file = join(at, "Caddyfile");
      const text = block("caddyfile")
        .replace("{\n", "{\n\tadmin off\n")
        .replace("steward.example.org", `http://127.0.0.1:${String(port)}`)
        .replaceAll("9321", String(behind));
      await writeFile(file, text);
      return { program: this.program, args: ["run", "--config", file, "--adapter", "caddyfile"] };
    },
  },
  nginx: {
    program: "/usr/sbin/nginx",
    answersOpenly: true,
    async start(at, port, behind, open) {
      const server = block("nginx")
        .replace(/^\tlisten \[::\].*\n/gmu, "")
        .replace("listen 443 ssl", `listen 127.0.0.1:${String(port)}`)
        .replace("listen 80", `listen 127.0.0.1:${String(open)}`)
        .replace(/^\tssl_.*\n/gmu, "")
        .replaceAll("9321", String(behind));
      const file = join(at, "nginx.conf");
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${join(at, "temporary", name)};`,
      );
      await mkdir(join(at, "temporary"));
      // A site of the machine's own, which logs what it is asked, as Debian has it.
      const other = `server { listen 127.0.0.1:${String(open)} default_server; return 404; }\n`;
      const http = `access_log ${join(at, "access.log")};\n${temporary.join("\n")}\n${other}${server}`;
      const main = `daemon off; pid ${join(at, "pid")}; error_log ${join(at, "error.log")} info;`;
      await writeFile(file, `${main}\nevents {}\nhttp {\n${http}}\n`);
      return { program: this.program, args: ["-c", file, "-e", join(at, "error.log")] };
    },
  },
};

describe.each(Object.keys(proxies))("%s, as the documents have it", (name) => {
  const proxy = proxies[name];
  it.skipIf(proxy === undefined || !existsSync(proxy.program))(
    "passes on pages and nothing else, at once, and logs no address",
    async () => {
      if (proxy === undefined) throw new Error("there is no such proxy");
      const at = await folder();
      const [port, open, behind] = [await freePort(), await freePort(), await bot()];
      const { program, args } = await proxy.start(at, port, behind.port, open);
      const said: string[] = [];
      const child = spawn(program, args, { env: { ...process.env, HOME: at, XDG_DATA_HOME: at, XDG_CONFIG_HOME: at } });
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (piece: Buffer) => said.push(piece.toString()));
      const ended = new Promise((resolve) => child.once("exit", resolve));
      ends.push(async () => {
        child.kill("SIGTERM");
        await ended;
      });
      const url = `http://127.0.0.1:${String(port)}`;
      const secret = newSecret((below) => secureRandom.integer(below));
      const status = async (path: string): Promise<number> =>
        (await fetch(`${url}${path}`).catch(() => undefined))?.status ?? 0;
      await until("the proxy", async () => (await status("/")) === 404);
      expect(await status(pagePath("calendar", secret))).toBe(410);
      expect(await status(pagePath("board", secret))).toBe(410);
      for (const path of ["/metrics", "/healthz", "/matrix-keys", "/c", "/c/../metrics", "/c/%2e%2e/metrics"]) {
        expect(await status(path), path).toBe(404);
      }
      // Whoever leaves out the `s` of `https` finds nothing, and their address stands in no log.
      if (proxy.answersOpenly) {
        const asked = await new Promise<number | undefined>((resolve, reject) => {
          const headers = { host: "steward.example.org" };
          get(`http://127.0.0.1:${String(open)}${pagePath("calendar", secret)}`, { headers }, (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          }).on("error", reject);
        });
        expect(asked).toBe(404);
      }
      // Events come while the answer goes on.
      const following = await fetch(`${url}${pagePath("board", secret)}/events`);
      const reader = following.body?.getReader();
      expect(new TextDecoder().decode((await reader?.read())?.value)).toContain("data: first");
      await reader?.cancel();
      // Where the bot is away the proxy says so, and writes no address down.
      behind.server.closeAllConnections();
      behind.server.close();
      await until("that the bot is away", async () => (await status(pagePath("board", secret))) === 502);
      expect(await status(pagePath("calendar", secret))).toBe(502);
      child.kill("SIGTERM");
      await ended;
      const files = (await readdir(at, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
      const logs = await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name), "utf8")));
      expect([...said, ...logs].join("\n")).not.toContain(secret);
    },
  );
});

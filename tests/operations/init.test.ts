/** `npm run steward -- init`, on emulated servers: what is asked, said and written. */
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { parseEnv, promisify } from "node:util";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { setIn } from "../../src/cli/env-file.ts";
import { init } from "../../src/cli/init.ts";
import { openTerminal, type Terminal } from "../../src/cli/terminal.ts";
import { CommandError, NotConfirmed } from "../../src/cli/words.ts";
import { readConfig } from "../../src/config.ts";
import { DiscordServer } from "../kit/discord/server.ts";
import { startTelegram } from "../kit/telegram/server.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function emptyFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "steward-init-"));
  ends.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** Somebody who answers in this order, and then goes. */
class Answering implements Terminal {
  readonly said: string[] = [];
  readonly #answers: string[];
  constructor(...answers: readonly string[]) {
    this.#answers = [...answers];
  }
  write(line: string): void {
    this.said.push(...line.split("\n"));
  }
  ask(question: string): Promise<string> {
    this.said.push(`? ${question}`);
    const answer = this.#answers.shift();
    return answer === undefined ? Promise.reject(new NotConfirmed()) : Promise.resolve(answer);
  }
  askUnseen(question: string): Promise<string> {
    return this.ask(`${question} (unseen)`);
  }
  get all(): string {
    return this.said.join("\n");
  }
}

/** An environment with the database in this folder, as for whoever starts it there. */
const inside = (folder: string): Record<string, string> => ({
  DATABASE_URL: `file:${join(folder, "data/steward.db")}`,
});
const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);
const written = (folder: string): Promise<string> => readFile(join(folder, ".env"), "utf8");

async function telegram() {
  const server = await startTelegram({ limits: false });
  ends.push(() => server.close());
  return server;
}

/** A homeserver with one account. */
async function homeserver(): Promise<string> {
  const http = createServer((request, response) => {
    const path = request.url?.replace("/_matrix/client", "");
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const [status, answer] = ((): [number, object] => {
        if (path === "/versions") return [200, { versions: ["v1.15"] }];
        if (path === "/v3/login")
          return body.includes('it\'s \\"right\\" #1 $HOME')
            ? [200, { access_token: "fresh-token", user_id: "@steward:example.org" }]
            : [403, { errcode: "M_FORBIDDEN" }];
        if (path === "/v3/logout") return [200, {}];
        if (request.headers.authorization !== "Bearer good-token") return [401, { errcode: "M_UNKNOWN_TOKEN" }];
        return path === "/v3/account/whoami" ? [200, { user_id: "@steward:example.org" }] : [404, {}];
      })();
      response.writeHead(status).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  ends.push(() => http.close());
  return `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`; // it listens on TCP
}

it("Telegram: a token that is tried, a .env for its owner alone, the key, the links", async () => {
  const server = await telegram();
  const folder = await emptyFolder();
  const environment = { ...inside(folder), TELEGRAM_API: server.apiRoot };
  const terminal = new Answering("telegram", server.token, "", "");
  await init(terminal, { environment, folder, container: false });
  expect(await modeOf(join(folder, ".env"))).toBe("600");
  expect(await modeOf(join(folder, "data/master.key"))).toBe("600");
  const text = await written(folder);
  expect(text).toContain(`\nTELEGRAM_TOKEN=${server.token}\n`);
  expect(text).toContain("# Telegram: the token of the bot"); // every variable is explained in it
  expect(terminal.all).not.toContain(server.token.split(":")[1]);
  expect(terminal.said).toContain("Telegram takes the token of @steward_bot.");
  expect(terminal.all).toContain("https://t.me/steward_bot?startgroup");
  expect(terminal.all).toContain(`A master key was made in ${join(folder, "data/master.key")}.`);
  expect(await readdir(folder)).toEqual(expect.not.arrayContaining(["steward.service"]));
});

it("a token that is wrong, one that cannot be, and a bot that may not be added or reads everything", async () => {
  const server = await telegram();
  server.privacy = false;
  const folder = await emptyFolder();
  const environment = { ...inside(folder), TELEGRAM_API: server.apiRoot };
  const wrong = `77777:${"b".repeat(35)}`;
  const terminal = new Answering("tele", "", "token", wrong, "", `"${server.token}"`, "");
  await init(terminal, { environment, folder, container: false });
  expect(terminal.all).toMatch(/That cannot be: it does not look like a token of Telegram/);
  expect(terminal.all).toMatch(/Telegram does not take the token\. Copy TELEGRAM_TOKEN again/);
  expect(terminal.all).toMatch(/Privacy mode is off/);
  expect(terminal.all).not.toContain(wrong);
  expect(await written(folder)).toContain(server.token);
});

it("without a network: it says so, and keeps or leaves out what cannot be tried", async () => {
  const folder = await emptyFolder();
  const token = `77777:${"b".repeat(35)}`;
  const environment = { ...inside(folder), TELEGRAM_API: "http://127.0.0.1:9", DISCORD_API: "http://127.0.0.1:9" };
  const terminal = new Answering("discord", "aaaaaaaa.bbb.cccc", "skip", "telegram", token, "keep", "");
  await init(terminal, { environment, folder, container: false });
  expect(terminal.all).toMatch(/Telegram cannot be reached\. Look at the network/);
  expect(terminal.all).not.toContain("https://t.me");
  expect(await written(folder)).toContain(`TELEGRAM_TOKEN=${token}`);
  expect(await written(folder)).toMatch(/^DISCORD_TOKEN=$/m);
});

it("Discord: its gateway, and the link with the rights that it needs", async () => {
  const server = await DiscordServer.start({ limits: false });
  ends.push(() => server.close());
  const folder = await emptyFolder();
  const terminal = new Answering("discord", server.token, "");
  await init(terminal, { environment: { ...inside(folder), DISCORD_API: server.api }, folder, container: false });
  // View Channels, Send Messages, Attach Files, Send Messages in Threads, Pin Messages (Discord, "Permissions").
  const rights = (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 38n) | (1n << 51n);
  expect(terminal.all).toContain(
    `oauth2/authorize?client_id=${server.bot.id}&scope=bot+applications.commands&permissions=${String(rights)}`,
  );
});

it("Matrix: a password with everything in it, then a token instead of it; what was there stays", async () => {
  const server = await homeserver();
  const folder = await emptyFolder();
  const password = 'it\'s "right" #1 $HOME';
  const first = new Answering(
    "matrix",
    server,
    "",
    "@steward:example.org",
    "wrong",
    "",
    server,
    "",
    "@steward:example.org",
    password,
    "",
  );
  await init(first, { environment: inside(folder), folder, container: false });
  expect(first.all).toMatch(/does not take the password\./);
  expect(first.all).toContain("https://matrix.to/#/@steward:example.org");
  expect(first.all).not.toContain("$HOME");

  await writeFile(join(folder, ".env"), `# mine\nLOG_LEVEL=warn\n${await written(folder)}`);
  await chmod(join(folder, ".env"), 0o644);
  const no = new Answering("matrix", server, "good-token", "", "no");
  await expect(init(no, { environment: inside(folder), folder, container: false })).rejects.toThrow(NotConfirmed);
  expect(await written(folder)).toContain("MATRIX_USER=@steward");

  const yes = new Answering("matrix", server, "good-token", "", "yes");
  await init(yes, { environment: inside(folder), folder, container: false });
  expect(yes.all).toContain("There is a .env already: it has Matrix.");
  expect(yes.all).toContain("The master key is the one in");
  const text = await written(folder);
  expect(text).toMatch(/^# mine$/m);
  expect(text).toMatch(/^MATRIX_ACCESS_TOKEN=good-token$/m);
  expect(text).toMatch(/^MATRIX_PASSWORD=$/m);
  expect(await modeOf(join(folder, ".env"))).toBe("600");
});

it("whoever leaves in the middle leaves everything as it is", async () => {
  const server = await telegram();
  const folder = await emptyFolder();
  const environment = { ...inside(folder), TELEGRAM_API: server.apiRoot };
  for (const answers of [[], ["telegram"], ["telegram", server.token]]) {
    await expect(init(new Answering(...answers), { environment, folder, container: false })).rejects.toThrow(
      NotConfirmed,
    );
    expect(await readdir(folder)).toEqual([]);
  }
});

it("what cannot be used together is said before anything is written", async () => {
  const server = await telegram();
  const folder = await emptyFolder();
  await writeFile(join(folder, ".env"), "LOG_LEVEL=loud\nSTEWARD_PROT=1\n");
  const environment = { ...inside(folder), TELEGRAM_API: server.apiRoot };
  const terminal = new Answering("telegram", server.token, "", "yes");
  await expect(init(terminal, { environment, folder, container: false })).rejects.toThrow(
    /LOG_LEVEL: there is no such/,
  );
  expect(await written(folder)).toBe("LOG_LEVEL=loud\nSTEWARD_PROT=1\n");
  expect(await readdir(folder)).toEqual([".env"]);
});

it("what somebody else writes into .env meanwhile is not lost", async () => {
  const server = await telegram();
  const folder = await emptyFolder();
  await writeFile(join(folder, ".env"), "LOG_LEVEL=warn\n");
  const environment = { ...inside(folder), TELEGRAM_API: server.apiRoot };
  const terminal = new Answering("telegram", server.token, "", "yes");
  const asked = terminal.ask.bind(terminal);
  terminal.ask = async (question) => {
    if (question.startsWith("Change")) await writeFile(join(folder, ".env"), "LOG_LEVEL=debug\n");
    return asked(question);
  };
  await expect(init(terminal, { environment, folder, container: false })).rejects.toThrow(
    /was changed by somebody else/,
  );
  expect(await written(folder)).toBe("LOG_LEVEL=debug\n");
  expect(await readdir(folder)).toEqual([".env"]);
});

it.skipIf(process.getuid?.() !== 0)("as root in somebody's folder: what is made there is theirs", async () => {
  const server = await telegram();
  const folder = await emptyFolder();
  await chown(folder, 65_534, 65_534);
  const environment = {
    DATABASE_URL: `file:${join(folder, "kept/data/steward.db")}`,
    TELEGRAM_API: server.apiRoot,
  };
  const terminal = new Answering("telegram", server.token, "", "yes");
  await init(terminal, { environment, folder, container: false });
  for (const one of [".env", "kept", "kept/data", "kept/data/master.key"]) {
    const { uid, gid } = await stat(join(folder, one));
    expect([uid, gid], one).toEqual([65_534, 65_534]);
  }
  expect(await readFile(join(folder, "steward.service"), "utf8")).toMatch(/^User=65534$/m);
  expect(terminal.all).toContain(`chown -R 65534 ${join(folder, ".env")} ${join(folder, "kept/data")}`);
  // In a folder of root's own nothing is given away.
  const own = await emptyFolder();
  const other = new Answering("telegram", server.token, "", "yes");
  await init(other, { environment: { ...inside(own), TELEGRAM_API: server.apiRoot }, folder: own, container: false });
  expect((await stat(join(own, ".env"))).uid).toBe(0);
  expect(other.all).toContain("useradd --system steward");
});

it("for a container and for PostgreSQL the master key is in .env, apart from the data", async () => {
  const server = await telegram();
  for (const container of [true, false]) {
    const folder = await emptyFolder();
    const DATABASE_URL = container ? "file:/data/steward.db" : "postgresql://a:b@127.0.0.1/c";
    const terminal = new Answering("telegram", server.token, "");
    await init(terminal, { environment: { DATABASE_URL, TELEGRAM_API: server.apiRoot }, folder, container });
    const key = /^STEWARD_MASTER_KEY=(.+)$/m.exec(await written(folder))?.[1] ?? "";
    expect(readConfig({ DATABASE_URL, STEWARD_MASTER_KEY: key }).masterKey.from).toBe("environment");
    expect(terminal.all).not.toContain(key);
    expect(terminal.all).toContain(container ? "docker compose --profile sqlite up -d" : "npm start");
  }
});

it("a database whose key is gone gets no other one", async () => {
  const server = await telegram();
  const folder = await emptyFolder();
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "data/steward.db"), "x");
  const terminal = new Answering("telegram", server.token, "");
  await init(terminal, { environment: { ...inside(folder), TELEGRAM_API: server.apiRoot }, folder, container: false });
  expect(terminal.all).toContain("put back your copy of it");
  expect(await readdir(join(folder, "data"))).toEqual(["steward.db"]);
});

/** The value in `NAME=VALUE` as docker compose takes it (github.com/compose-spec/compose-go, dotenv/parser.go). */
function readAsCompose(line: string): string {
  const source = line.slice(line.indexOf("=") + 1).trimEnd();
  const [quote = ""] = source;
  const variable = /\$(?:\w|\{)/u;
  if (quote !== "'" && quote !== '"') {
    if (variable.test(source)) throw new Error("it looks for a variable");
    return (source.split(" #")[0] ?? "").trimEnd();
  }
  let value = "";
  let escaping = false;
  for (const letter of source.slice(1)) {
    if (letter === quote && !escaping) {
      if (quote === '"' && (variable.test(value) || value.includes("\\"))) throw new Error("it looks for more in it");
      return value;
    }
    if (letter === "\\" && !escaping) escaping = true;
    else {
      value += escaping && letter !== quote ? `\\${letter}` : letter;
      escaping = false;
    }
  }
  throw new Error("its quote does not end");
}

describe("a .env", () => {
  it("is changed where it is meant, and read again as it was written", () => {
    expect(setIn("A=1\n# b\nB=x\nexport C=3\n", { B: "two words", D: "4" }, "node")).toBe(
      "A=1\n# b\nB='two words'\nexport C=3\nD=4\n",
    );
    expect(setIn("A=1\nA=2\n", { A: "3" }, "node")).toBe("A=3\n");
    for (const value of ["a'b", 'a"b', "a#b", "$HOME", "a`b", "\\n", "a b", "ü€", `'"`]) {
      expect(setIn("", { A: value }, "node")).toMatch(/^A=/);
    }
    expect(() => setIn("", { A: "'\"`" }, "node")).toThrow(/quotes of every kind/);
  });

  it("for a container is read by docker compose as by Node.js, or it is said that it cannot be", () => {
    const letters = fc.constantFrom("a", "ü", " ", "'", '"', "`", "$", "${B}", "\\", "\\n", "#", "=", "€");
    const values = fc.array(letters, { minLength: 1, maxLength: 8 }).map((some) => some.join(""));
    fc.assert(
      fc.property(values, (value) => {
        let text = "";
        try {
          text = setIn("", { A: value }, "compose");
        } catch (error) {
          expect(error).toBeInstanceOf(CommandError);
          expect(value).toMatch(/'.*["$\\`]|["$\\`].*'|\\$/u);
          return;
        }
        expect(parseEnv(text)).toEqual({ A: value });
        expect(readAsCompose(text)).toBe(value);
      }),
      { numRuns: 2_000, seed: 5 },
    );
    expect(() => setIn("", { A: "it's `" }, "compose")).toThrow(/docker cannot be told/);
    expect(() => setIn("", { A: "a b\\" }, "compose")).toThrow(/docker cannot be told/);
  });
});

describe("a terminal", () => {
  const open = () => {
    const input = new PassThrough();
    const output = new PassThrough();
    let shown = "";
    output.on("data", (chunk: Buffer) => (shown += chunk.toString()));
    const terminal = openTerminal(input, output);
    ends.push(() => {
      terminal.close();
    });
    return { input, terminal, shown: () => shown };
  };

  it("does not show what is secret", async () => {
    const { input, terminal, shown } = open();
    const asked = terminal.askUnseen("Token");
    input.write("hush-hush\r");
    expect(await asked).toBe("hush-hush");
    const name = terminal.ask("Name");
    input.write("steward\r");
    expect(await name).toBe("steward");
    expect(shown()).not.toContain("hush");
    expect(shown()).toContain("steward");
  });

  it("says that nothing was confirmed after Ctrl-C and at the end", async () => {
    const { input, terminal } = open();
    const asked = terminal.askUnseen("Token");
    input.write("half\u0003");
    await expect(asked).rejects.toThrow(NotConfirmed);
    await expect(terminal.ask("More")).rejects.toThrow(NotConfirmed);
    const other = open();
    const more = other.terminal.ask("More");
    other.input.end();
    await expect(more).rejects.toThrow(NotConfirmed);
  });
});

it("as a program: at a terminal it asks, without one it says what else to do", async () => {
  const folder = await emptyFolder();
  const main = new URL("../../src/cli/main.ts", import.meta.url).pathname;
  const run = promisify(execFile);
  const env = { PATH: process.env["PATH"] ?? "" };
  const without = await run(process.execPath, [main, "init"], { cwd: folder, env }).catch((error: unknown) => error);
  expect(without).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no terminal here.*\.env\.example/s) as string,
  });
  // script(1) gives it a terminal; Ctrl-C is typed once it has asked.
  const child = execFile("script", ["-qec", `'${process.execPath}' '${main}' init`, "/dev/null"], { cwd: folder, env });
  let shown = "";
  let left = false;
  child.stdout?.on("data", (chunk: string) => {
    shown += chunk;
    if (shown.includes("Which chat?") && !left) {
      left = true;
      child.stdin?.write("\u0003");
    }
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(shown).toContain("Nothing was changed.");
  expect(code).toBe(3);
  expect(await readdir(folder)).toEqual([]);
});

/**
 * A platform that nobody has heard of, added as docs/development.md says ("A platform"): its folder, and its line in
 * `src/platforms.ts`, in a copy of the program. Then the folder is taken away again, and the database stays.
 */
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The folder. The toy hears one command, from an administrator, and writes what the bot says to a file. */
const folder: Readonly<Record<string, string>> = {
  "platform.ts": `
    import { appendFileSync } from "node:fs";
    import type { Platform } from "../../src/chat/platform.ts";
    import { secret, variable } from "../../src/chat/variables.ts";
    import { telexCapabilities } from "./capabilities.ts";

    export interface TelexSettings {
      readonly token: string;
      readonly paper: string;
    }

    export const telex: Platform<"telex", TelexSettings> = {
      name: "telex",
      capabilities: telexCapabilities,
      connection: {
        variables: {
          TELEX_TOKEN: secret(variable((value) => value.length > 8, "it is too short", "Ask the exchange for another")),
          TELEX_PAPER: variable((value) => value.endsWith(".txt"), "it is no paper", "Name a file that ends with .txt"),
        },
        read: ({ TELEX_TOKEN: token, TELEX_PAPER: paper }, { beside }) =>
          token === undefined ? undefined : { token, paper: paper ?? beside("paper.txt") },
        accountOf: ({ paper }) => paper,
        async adapter({ paper }) {
          const { TelexAdapter } = await import("./adapter.ts");
          return new TelexAdapter((text) => appendFileSync(paper, text + "\\n"));
        },
        check: () =>
          Promise.resolve({
            account: () => Promise.resolve({ finding: { ok: true, said: "the exchange answers" }, account: "bot" }),
            chat: () => Promise.resolve({ ok: false, said: "no paper there", remedy: "Put some in" }),
          }),
      },
      rehearsed: { personId: (name) => name, chatId: (_, digits) => digits(5) },
    };
  `,
  "capabilities.ts": `
    import type { Capabilities } from "../../src/chat/adapter.ts";

    export const telexCapabilities: Capabilities = {
      platform: "telex",
      textLimit: { size: 4_000, unit: "bytes" },
      unseen: "never",
      direct: "anybody",
      buttons: "none",
      prefixes: ["/"],
      edits: { everyMs: 1_000, most: 100, ageMs: 86_400_000 },
      deletesOthers: false,
      budget: { perSecond: 10, perChatPerSecond: 10 },
      ask: "next-message",
    };
  `,
  "adapter.ts": `
    import type { Adapter, AdapterHost, AdapterStatus, Outgoing, Sent } from "../../src/chat/adapter.ts";
    import { telexCapabilities } from "./capabilities.ts";

    export class TelexAdapter implements Adapter {
      readonly capabilities = telexCapabilities;
      readonly account = "bot";
      readonly #type: (text: string) => void;

      constructor(type: (text: string) => void) {
        this.#type = type;
      }

      async start(host: AdapterHost): Promise<void> {
        await host.receive({
          platform: "telex",
          account: this.account,
          eventId: "1",
          chat: { id: "55", kind: "group", title: "Depot" },
          sender: { id: "7", name: "Zoe" },
          said: { type: "text", text: "/setup federation:F sector:S cell:C zone:Europe/Paris language:en", messageId: "1" },
        });
      }

      send(outgoing: Outgoing): Promise<Sent> {
        this.#type(JSON.stringify(outgoing));
        return Promise.resolve({ messageId: outgoing.id });
      }

      isAdministrator(): Promise<boolean> {
        return Promise.resolve(true);
      }

      status(): AdapterStatus {
        return { state: "up" };
      }

      stop(): Promise<void> {
        return Promise.resolve();
      }
    }
  `,
};

let at = "";
beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), "steward-house-"));
  const copy = join(at, "copy");
  for (const name of ["adapters", "commands", "locales", "prisma", "src", "package.json"])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  await mkdir(join(copy, "adapters/telex"));
  for (const [name, text] of Object.entries(folder)) await writeFile(join(copy, "adapters/telex", name), text);
  const list = join(copy, "src/platforms.ts");
  const before = await readFile(list, "utf8");
  const after = before
    .replace("const all = [", "const all = [telex, ")
    .replace("\nimport ", '\nimport { telex } from "../adapters/telex/platform.ts";\nimport ');
  expect(after.length).toBeGreaterThan(before.length + 60);
  await writeFile(list, after);
});
afterAll(async () => {
  await rm(at, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** Runs the copy, or the program as it is, to its end; with `until`, stops it once it has said that. */
function run(where: string, args: readonly string[], more: Record<string, string> = {}, until?: string) {
  const { PATH = "", ICU_TIMEZONE_FILES_DIR = "" } = process.env;
  const environment = {
    PATH,
    ICU_TIMEZONE_FILES_DIR,
    DATABASE_URL: `file:${join(at, "steward.db")}`,
    STEWARD_PORT: "off",
    ...more,
  };
  return new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, args, { cwd: where, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    const hear = (said: Buffer): void => {
      out += said.toString();
      if (until !== undefined && out.includes(until)) child.kill("SIGTERM");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("close", (code) => {
      resolve({ code, out });
    });
  });
}

const TELEX_TOKEN = "exchange-4711";

it("works with its folder and its line: rehearsals, configuration, doctor, the bot", { timeout: 120_000 }, async () => {
  const copy = join(at, "copy");
  const scenario = join(at, "scenario.txt");
  await writeFile(
    scenario,
    [
      "at 2026-03-20 17:00 Europe/Paris",
      "chat depot5 telex",
      "admin zoe@depot5",
      'zoe@depot5: /setup federation:Net sector:Transport cell:"Depot 5" zone:Europe/Paris',
      "zoe@direct/telex: /me show",
    ].join("\n"),
  );
  const rehearsed = await run(copy, ["src/rehearsal/main.ts", scenario]);
  expect(rehearsed).toMatchObject({ code: 0 });
  expect(rehearsed.out).toMatch(/depot5\/telex.*Depot 5|depot5.*Depot 5/s);
  expect(rehearsed.out).toContain("zoe (telex)");

  const wrong = await run(copy, ["src/main.ts"], { TELEX_TOKEN: "short", TELEX_TOKNE: "x" });
  expect(wrong.code).toBe(2);
  expect(wrong.out).toContain("TELEX_TOKEN: it is too short. Ask the exchange for another");
  expect(wrong.out).toContain("TELEX_TOKNE: there is no such variable. Did you mean TELEX_TOKEN?");

  const bot = await run(copy, ["src/main.ts"], { TELEX_TOKEN }, '"ready"');
  expect(bot).toMatchObject({ code: 0 });
  expect(bot.out).toContain('"platforms":"telex"');
  expect(bot.out).not.toContain(TELEX_TOKEN);
  expect(await readFile(join(at, "paper.txt"), "utf8")).toMatch(/"chat":\{"id":"55"\}/);

  const doctor = await run(copy, ["src/cli/main.ts", "doctor"], { TELEX_TOKEN });
  expect(doctor.out).toContain("ok     telex: the exchange answers");
  expect(doctor.out).toMatch(/WRONG {2}telex, C \(Depot\): no paper there\n\s+Put some in/);

  // Whoever takes the folder away again keeps the database.
  const without = await run(root, ["src/cli/main.ts", "doctor"]);
  expect(without.out).toContain("WRONG  telex: there are chats on it, but this version does not know it");
  const started = await run(
    root,
    ["src/main.ts"],
    { TELEGRAM_TOKEN: `12345:${"a".repeat(30)}`, TELEGRAM_API: "http://127.0.0.1:9" },
    '"started"',
  );
  expect(started).toMatchObject({ code: 0 });
  expect(started.out).not.toContain('"level":"error"');
});

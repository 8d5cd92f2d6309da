/** The maintenance commands on a database that the real program has made, through the terminal. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "steward-cli-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(
  program: string,
  args: readonly string[],
  input: string,
  environment: Record<string, string> = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, program), ...args],
      { cwd: folder, env: { PATH: process.env["PATH"] ?? "", ...environment } },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
    child.stdin?.end(input);
  });
}

const talk = (lines: readonly string[], environment?: Record<string, string>) =>
  run("src/main.ts", [], `${lines.join("\n")}\n`, environment);
const steward = (args: readonly string[], input = "", environment?: Record<string, string>) =>
  run("src/cli/main.ts", args, input, environment);

const begin = [
  `ana@depot5: /setup federation:"Roundhouse union" sector:Transport cell:"Depot Quillfeather"`,
  `/drive new "Shall we paint the lockers?" goal:3 deadline:"in 30 days" scope:cell`,
  "presses I'm in",
  "ben@depot5: /pledge if 2",
];
/** What shows that people, chats, cells, drives and answers are found again. */
const look = ["ben@direct: /me show", "ben@depot5: /pledge", "cho@depot5: /pledge in", "/cell show"];
const found = async (environment?: Record<string, string>) => {
  const { out, code } = await talk(look, environment);
  expect(code).toBe(0);
  expect(out).toContain("You in Roundhouse union");
  expect(out).toMatch(/in if 2 others/);
  // Whatever the cell's view says: with cho three hold, those of before the rotation among them.
  expect(out).toMatch(/3 firm/);
  return out;
};

const keyIn = async () => (await readFile(join(folder, "data/master.key"), "utf8")).trim();

describe("the master key", () => {
  it("in its file is replaced when yes was typed, and everything is found again", async () => {
    await talk(begin);
    const before = await keyIn();

    expect(await steward(["key", "rotate"], "no\n")).toMatchObject({ code: 3, err: "Nothing was changed.\n" });
    expect(await keyIn()).toBe(before);

    const rotated = await steward(["key", "rotate"], "yes\n");
    expect(rotated).toMatchObject({ code: 0, err: "" });
    expect(rotated.out).toMatch(/replaced: 1 federations, 1 chats, 2 accounts/);
    expect(rotated.out).not.toContain(await keyIn());
    expect(await keyIn()).not.toBe(before);
    expect((await stat(join(folder, "data/master.key"))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, "data"))).not.toContain("master.key.next");
    await found();

    await writeFile(join(folder, "data/master.key"), `${before}\n`);
    const wrong = await talk(look);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/another master key/);
  });

  it("survives a crash between the database and the key file, on either side", async () => {
    await talk(begin);
    const [key, database] = [join(folder, "data/master.key"), join(folder, "data/steward.db")];
    await copyFile(key, `${key}.old`);
    await copyFile(database, `${database}.old`);
    await steward(["key", "rotate", "--yes"]);
    const next = await readFile(key, "utf8");

    // Committed, but the new key has not got its name yet.
    await writeFile(`${key}.next`, next, { mode: 0o600 });
    await copyFile(`${key}.old`, key);
    await talk(["ben@direct: /me show"]);
    expect(await readFile(key, "utf8")).toBe(next);
    expect(await readdir(join(folder, "data"))).not.toContain("master.key.next");

    // The new key was written, but nothing was committed.
    await copyFile(`${database}.old`, database);
    await copyFile(`${key}.old`, key);
    await writeFile(`${key}.next`, next, { mode: 0o600 });
    await found();
    expect(await readFile(key, "utf8")).toBe(await readFile(`${key}.old`, "utf8"));
    expect(await readdir(join(folder, "data"))).not.toContain("master.key.next");
  });

  it("in the environment is replaced by the one beside it", async () => {
    const [old, anew] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
    const environment = { STEWARD_MASTER_KEY: old };
    await talk(begin, environment);

    const missing = await steward(["key", "rotate", "--yes"], "", environment);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain("STEWARD_NEW_MASTER_KEY");
    const same = await steward(["key", "rotate", "--yes"], "", { ...environment, STEWARD_NEW_MASTER_KEY: old });
    expect(same.code).toBe(2);

    const both = { ...environment, STEWARD_NEW_MASTER_KEY: anew };
    expect(await steward(["key", "rotate", "--yes"], "", both)).toMatchObject({ code: 0 });
    expect(await talk(look, environment)).toMatchObject({ code: 2 });
    await found({ STEWARD_MASTER_KEY: anew });
  });
});

describe("a federation", () => {
  it("is listed, and shredded when its id was typed", async () => {
    await talk(begin);
    const { out } = await steward(["federation", "list"]);
    expect(out).toMatch(/Roundhouse union/);
    const id = /^([a-z0-9]{16}) /m.exec(out)?.[1] ?? "";

    expect(await steward(["federation", "shred", "nothing"])).toMatchObject({ code: 2 });
    expect(await steward(["federation", "shred", id], "yes\n")).toMatchObject({ code: 3 });
    expect((await steward(["federation", "list"])).out).toContain(id);

    const shredded = await steward(["federation", "shred", id], `${id}\nno\n`);
    expect(shredded).toMatchObject({ code: 0, err: "" });
    expect(shredded.out).toContain("Backups made earlier");
    expect((await steward(["federation", "list"])).out).toContain("There is no federation yet");
    const file = await readFile(join(folder, "data/steward.db"));
    expect(file.includes(id)).toBe(false);
    // The chat can be set up anew, and nobody is known.
    expect((await talk(["ben@direct: /me show", begin[0] ?? ""])).out).toContain("Roundhouse union is ready");
  });

  it("is shredded without a question with --yes, and takes the key with it if that is wanted", async () => {
    await talk(begin);
    const before = await keyIn();
    const id = /^([a-z0-9]{16}) /m.exec((await steward(["federation", "list"])).out)?.[1] ?? "";
    const { code, out } = await steward(["federation", "shred", id, "--yes", "--rotate-key"]);
    expect(code).toBe(0);
    expect(out).toContain("destroy every copy of the old key");
    expect(await keyIn()).not.toBe(before);
  });
});

it("says how it is used", async () => {
  for (const args of [[], ["key"], ["key", "rotate", "more"], ["federation", "shred"], ["key", "rotate", "--force"]]) {
    expect(await steward(args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Usage:") });
  }
});

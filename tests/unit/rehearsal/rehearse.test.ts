/** The program as organisers run it: a scenario in, lines out. The commands in it are the real ones. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rehearse-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly pid: number | undefined;
}

function run(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(root, "src/rehearsal/main.ts"), ...args], (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err, pid: child.pid });
    });
  });
}

let scenarios = 0;
async function rehearse(lines: readonly string[], ...args: readonly string[]): Promise<Run> {
  const file = join(folder, `${++scenarios}.txt`);
  await writeFile(file, lines.join("\n"));
  return run(file, ...args);
}

const setup = (chat: string, platform: string): string[] => [
  "at 2026-03-20 17:00 Europe/Paris",
  `chat ${chat} ${platform}`,
  `admin zoe@${chat}`,
  `zoe@${chat}: /setup federation:Net sector:Transport cell:"Depot 5" zone:Europe/Paris`,
];
const drive = (chat: string): string => `zoe@${chat}: /drive new "Do we?" goal:3 deadline:"in 5 days" scope:cell`;

describe("a rehearsal", () => {
  it("knows who leaves a chat, days down, events that come late or twice, old buttons, topics, and its own chance", async () => {
    const lines = [
      ...setup("d", "telegram"),
      drive("d"),
      'zoe@d: /drive new "And then?" goal:9 deadline:"in 9 days" scope:cell',
      "ana@d presses I'm in #2", // the card of "Do we?"
      "again",
      "ben@d: /pledge in drive:1",
      "late ben@d: /pledge withdraw drive:1",
      "down 3 days 1 hour",
      "ana leaves d",
      "zoe@d/kitchen: /drive show drive:1",
      "removed d",
      "added d",
    ];
    const { out, err, code } = await rehearse(lines);
    expect(err).toBe("");
    expect(code).toBe(0);
    const cards = out.split(/^(?=2026)/mu).filter((shown) => shown.includes("Do we?") && shown.includes(" d ~"));
    const firm = cards.map((shown) => /(\d) firm/u.exec(shown)?.[1]);
    expect(firm).toEqual(["1", "2", "1", "0"]);
    expect(cards[2]).toContain("2026-03-23T18:00");
    const chance = [lines[0] ?? "", "chance 17", ...lines.slice(1)];
    expect((await rehearse([...chance, "# told apart by nothing but chance"])).out).toBe((await rehearse(chance)).out);
  });

  it("prints the same each time, and shows a live message at most once a line", async () => {
    const lines = [...setup("d", "console"), drive("d"), "ana@d presses I'm in", "ben@d: /pledge if 1", "wait 6 days"];
    const first = await rehearse(lines);
    expect(first.err).toBe("");
    expect(first.code).toBe(0);
    expect(first.out).toContain("2026-03-20T17:00 d > ana |");
    expect(first.out).toContain("2026-03-25T17:00 d |");
    expect((await rehearse(lines)).out).toBe(first.out);
    // One for each press, one for all that changed in the six days.
    expect(first.out.match(/ d ~ /g)).toHaveLength(3);
  });

  it("delivers a press a second time without a second answer", async () => {
    const { out } = await rehearse([
      ...setup("d", "telegram"),
      drive("d"),
      "ana@d presses I'm in",
      "ana@d presses I'm in again",
    ]);
    expect(out.match(/d > ana/g)).toHaveLength(1);
  });

  it("keeps what was answered over a restart, and buttons too", async () => {
    const { out, code } = await rehearse([
      ...setup("d", "discord"),
      drive("d"),
      "ana@d presses I'm in",
      "restart",
      "ben@d presses I'm in",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/2 firm of 3/);
  });

  it("takes the newest code", async () => {
    const { out, code } = await rehearse([
      ...setup("d", "telegram"),
      "zoe@d: /cell code",
      "chat n matrix encrypted",
      "admin ben@n",
      "ben@n: !cell join {code}",
      "ben@n: !cell join {code}",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/ n \| .*Depot 5/);
  });

  it("answers unseen as each platform can", async () => {
    const asks = (platform: string) =>
      rehearse([
        ...setup("d", platform),
        "ana@d: /help",
        drive("d"),
        "ana@d: /pledge in",
        "ana@direct: /me show",
        "ana@d: /me show",
      ]);
    const [telegram, discord, matrix] = await Promise.all([
      asks("telegram"),
      asks("discord"),
      asks("matrix encrypted"),
    ]);
    // Discord: in place. Telegram: directly, once she has written directly. Matrix: directly from the start.
    expect(discord.out.match(/d > ana \|/g)?.length).toBeGreaterThanOrEqual(3);
    expect(telegram.out).not.toContain(" d > ana |");
    expect(telegram.out.match(/direct > ana \|/g)).toHaveLength(2);
    expect(matrix.out).not.toContain(" d > ana |");
    expect(matrix.out.match(/direct > ana \|/g)?.length).toBeGreaterThanOrEqual(3);
    // On Matrix nothing private is collected in the group.
    expect(matrix.out).not.toContain("[I'm in]");
    expect(matrix.out).not.toMatch(/!1 I'm in/);
  });

  it("edits what was written last", async () => {
    for (const platform of ["telegram", "matrix"]) {
      const { out, code } = await rehearse([
        ...setup("d", platform),
        drive("d"),
        "ana@d: !help",
        "ana@direct: hello",
        "ana@d: /plege in",
        "ana@d edits: /pledge in",
        "ana@d edits: /pledge withdraw",
      ]);
      expect(code).toBe(0);
      expect(out).toMatch(/1 firm of 3[^]*I have worked on what you wrote before you changed it/);
    }
    expect(await rehearse([...setup("d", "console"), "ana@d: /help", "ana@d edits: /me"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^line 6: on console the bot is told of no edits/),
    });
    expect(await rehearse([...setup("d", "telegram"), "ana@d edits: /me"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^line 5: ana has written nothing there/),
    });
  });

  it("replies to a question in a group, where plain words are talk", async () => {
    for (const platform of ["telegram", "matrix"]) {
      const mark = platform === "matrix" ? "!" : "/";
      const asked = [...setup("d", platform), `zoe@d: ${mark}gather new`];
      const replied = await rehearse([...asked, "zoe@d replies: Soup night"]);
      expect(replied).toMatchObject({ code: 0, out: expect.stringMatching(/When is it/u) });
      // Somebody else's reply to it is no answer.
      const another = await rehearse([...asked, "ana@d replies: Soup night"]);
      expect(another.out).not.toMatch(/When is it/u);
    }
    const talk = await rehearse([...setup("d", "matrix"), "zoe@d: !gather new", "zoe@d: Soup night"]);
    expect(talk.out).not.toMatch(/When is it/u);
    expect(await rehearse([...setup("d", "discord"), "ana@d: /help", "ana@d replies: friday"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^line 6: on discord the bot is not told what somebody replies to/),
    });
    expect(await rehearse(["at 2026-03-20 17:00 Europe/Paris", "chat d telegram", "ana@d replies: x"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^line 3: the bot has said nothing there/),
    });
  });

  it("does not announce an answer where it stands, in the direct chat", async () => {
    const { out } = await rehearse([...setup("d", "telegram"), "zoe@direct: /me", "zoe@direct presses language"]);
    expect(out).toMatch(/direct > zoe \| Which language/u);
    expect(out).not.toContain("I wrote to you directly");
  });

  it("numbers things in the order of the lines that made them", async () => {
    const names = ["Zebra", "Mule", "Ant", "Yak", "Bee"];
    const { out } = await rehearse([
      ...setup("d", "console"),
      ...names.map((name) => `zoe@d: /role new ${name} every:2w day:friday time:18:00`),
    ]);
    for (const [index, name] of names.entries()) expect(out).toContain(`Role ${index + 1}, ${name}, is set up`);
  });

  it("names the line that cannot be played, after what was seen until then", async () => {
    const missing = await rehearse([...setup("d", "telegram"), "ana@d presses Nothing"]);
    expect(missing).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^line 5: ana sees no button "Nothing" in d/),
    });
    expect(missing.out).toContain("d | Net is ready");
    expect(await rehearse([...setup("d", "telegram"), "ana@d: /cell join {code}"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^line 5: the bot has not given a code/),
    });
    expect(await rehearse(["at 2026-03-20 17:00 Europe/Paris", "ana@direct: hello"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^line 2: ana has not spoken anywhere yet/),
    });
    expect(await rehearse(["at some time"])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^line 1: /),
    });
  });

  it("says how it is used", async () => {
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining("Usage:") });
    expect(await run("a", "--nonsense")).toMatchObject({ code: 2, err: expect.stringContaining("Usage:") });
    expect(await run(join(folder, "missing.txt"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("cannot be read"),
    });
  });

  it("leaves nothing behind", async () => {
    const { pid } = await rehearse([...setup("d", "console"), "restart"]);
    const left = (await readdir(tmpdir())).concat(await readdir("/dev/shm").catch(() => []));
    expect(left.filter((name) => name.startsWith(`steward-rehearsal-${pid}-`))).toEqual([]);
  });

  it("goes on in the same place with --database", async () => {
    const url = `file:${join(folder, "kept.db")}`;
    const lines = setup("d", "console");
    expect((await rehearse(lines, "--database", url)).out).toContain("is ready");
    // The same scenario again is a new rehearsal: the chat is set up already.
    expect((await rehearse(lines, "--database", url)).out).not.toContain("is ready");
  });

  it("as JSON: files, and who alone sees what", async () => {
    const { out } = await rehearse([...setup("d", "telegram"), "zoe@direct: /me export"], "--json");
    const seen = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(seen[0]).toMatchObject({
      at: "2026-03-20T17:00",
      chat: "d",
      platform: "telegram",
      to: null,
      kind: "message",
      file: null,
    });
    expect(seen.at(-1)).toMatchObject({
      chat: "direct",
      to: "zoe",
      kind: "file",
      file: { mediaType: "application/json", size: expect.any(Number) },
    });
  });
});

/** The transcripts in the documents that say from which example they are, without empty lines and indentation. */
async function excerpts(example: string): Promise<readonly string[][]> {
  const pages = ["README.md", "docs/rules.md"].map((page) => readFile(join(root, page), "utf8"));
  const parts = (await Promise.all(pages)).join("\n").split("```");
  return parts.flatMap((block, index) =>
    parts[index + 1]?.trimStart().startsWith(`(From \`npm run rehearse -- examples/${example}\``) === true
      ? [block.split("\n").flatMap((line) => line.trim() || [])]
      : [],
  );
}

describe("the examples", async () => {
  for (const name of await readdir(join(root, "examples"))) {
    it(`${name} plays to its end without a mistake of the bot, and the documents show what it prints`, async () => {
      const { code, err, out } = await run(join(root, "examples", name));
      expect(err).toBe("");
      expect(code).toBe(0);
      expect(out).not.toMatch(/went wrong|don't understand/);
      const scenario = await readFile(join(root, "examples", name), "utf8");
      expect(scenario).toContain(`examples/${name}`);
      for (const lines of await excerpts(name)) {
        expect(lines.filter((line) => !out.includes(line) && !scenario.includes(line))).toEqual([]);
      }
    });
  }

  it("the documents show some of them", async () => {
    const shown = await Promise.all(
      ["first-drive", "rotation", "action", "assembly"].map((one) => excerpts(`${one}.txt`)),
    );
    expect(shown.map((of) => of.length)).toEqual([1, 1, 1, 1]);
  });
});

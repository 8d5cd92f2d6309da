/** The walks of docs/development.md, followed in a copy: whoever does what stands there has it working. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Copy, readWalk } from "./walks.ts";

const node = process.execPath;
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--maxWorkers=1"];

describe("a newcomer adds", { timeout: 1_800_000 }, () => {
  let copy: Copy;
  beforeAll(async () => {
    copy = await Copy.make();
  });
  afterAll(() => copy.remove());

  it("a command with a table of its own", async () => {
    const walk = await readWalk("A command with a table of its own");
    const touched = walk.steps.filter(({ how }) => how !== "new").map(({ file }) => file);
    expect([...new Set(touched)]).toEqual([
      "prisma/schema.prisma",
      "src/store/repositories.ts",
      "commands/index.ts",
      "commands/help.ts",
      "tests/unit/permissions.test.ts",
      "tests/unit/core/parse.test.ts",
      "tests/unit/store/coming-and-going.test.ts",
    ]);
    await copy.follow(walk);
    await copy.run(node, "scripts/generate-clients.mjs");
    await copy.run(node, "scripts/new-migration.ts", "rules");
    await copy.run(node, "node_modules/typescript/bin/tsc", "--noEmit", "-p", ".");
    // The conversation; help, menus, completion and names on each platform; sentences; who answers for the table.
    const files = [
      "tests/conversations/rules",
      "tests/unit/commands",
      "tests/unit/locales",
      "tests/unit/store/of-persons",
    ];
    await copy.run(node, ...vitest, ...files);
    // The explorer plays it without being told. What its stories find elsewhere is its own run's business.
    const explored = await copy.run(
      "sh",
      "-c",
      `"${node}" tests/explore/main.ts --seeds 1-6 --jobs 1 --shrink-seconds 1 || true`,
    );
    expect(explored).toMatch(/^\/rule (?:add|list) +[1-9]/mu);
    expect(explored).not.toMatch(/\| (?:Rule|\/rule \w+) \|/u);
  });

  it("that command, and every test which knows all commands or all tables knows it", async () => {
    const files = ["tests/conversations/help", "tests/conversations/guided", "tests/unit/core/parse"];
    await copy.run(node, ...vitest, ...files, "tests/unit/store/coming-and-going");
    await copy.run(node, ...vitest, "tests/unit/permissions", "-t", "every command and word has a level|/rule");
  });

  it("a language", async () => {
    const walk = await readWalk("A language");
    expect(walk.shell).toHaveLength(2);
    await copy.follow(walk);
    await copy.run(node, ...vitest, "tests/unit/locales");
    const scenario = [
      "at 2026-03-02 10:00 Europe/Madrid",
      "chat depot5 telegram",
      "admin zoe@depot5",
      '/setup federation:Norte sector:transporte cell:"Depot 5" zone:Europe/Madrid language:ca',
      "/help",
    ];
    await copy.run(
      "sh",
      "-c",
      `printf '%s\\n' ${scenario.map((line, at) => `'${at > 2 ? "zoe@depot5: " : ""}${line}'`).join(" ")} > played.txt`,
    );
    const said = await copy.run(node, "src/rehearsal/main.ts", "played.txt");
    expect(said).toMatch(/Idioma: catal/iu);
  });
});

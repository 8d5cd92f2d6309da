/** What the help shows, and where dead ends lead. */
import { expect, it } from "vitest";
import { groups } from "../../commands/help.ts";
import { commands } from "../../commands/index.ts";
import type { Where } from "../../src/chat/levels.ts";
import { aboutARule, conversation, newestCode, only } from "../kit/conversation.ts";
import type { Shown } from "../kit/stage.ts";

const depot = { sector: "transport" };

it("every command stands in one group of the help", () => {
  const all = groups.flatMap((group) => [...group.commands]);
  expect(all.toSorted(), "`groups` in commands/help.ts, and the commands").toEqual(
    commands.map(({ name }) => name).toSorted(),
  );
});

const listed = (shown: readonly Shown[]): readonly string[] =>
  [
    ...shown
      .map(({ text }) => text)
      .join("\n")
      .matchAll(/^• \/([a-z-]+):/gmu),
  ].map(([, name = ""]) => name);

const usableIn = (name: string, where: Where): boolean => {
  const command = commands.find((one) => one.name === name);
  return [command?.bare, ...Object.values(command?.words ?? {})].some((one) => one?.where.includes(where) === true);
};

conversation(
  "the help has a first step, groups, and nothing that cannot be used there",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", depot);
    await cell("Depot 6", { sector: "health" });
    const mine = await ana.says("/help").isTold(/^Begin with \/pledge[^]*^Answer and decide$[^]*^You$/m);
    // Nobody has to be vouched for, and the cell is in no council.
    expect(listed(mine)).not.toEqual(expect.arrayContaining(["vouch"]));
    expect(listed(mine)).not.toEqual(expect.arrayContaining(["assembly"]));
    await zoe.says("/council new Valley cells:all");
    const there = stage.chat("council").person("Zoe").administrates();
    await there.says(`/council join ${newestCode(stage)}`);
    expect(listed(await ana.says("/help"))).toEqual(expect.arrayContaining(["assembly"]));
    const empty = stage.chat("empty").person("Zoe").administrates();
    for (const [shown, where] of [
      [await zoe.says("/help").isTold(/^Begin with \/drive new/m), "cell"],
      [await there.says("/help").isTold(/^Begin with \/assembly next/m), "council"],
      [await zoe.writes("/help"), "direct"],
      [await empty.says("/help").isTold(/^Begin with \/setup/m), "unbound"],
    ] as const) {
      expect(listed(shown).length, where).toBeGreaterThan(2);
      expect(listed(shown).filter((name) => !usableIn(name, where))).toEqual([]);
    }
    await there.says("/help role").isTold(/\/role who/);
    await there.says("/help circle").isTold(/Use that in your cell's chat/);
    await zoe.says("/help setup").isTold(/set up already/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("a dead end names the way out", aboutARule, async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", depot);
  await ana.says("/drive close").isTold(/for the coordinator of this cell: Zoe/);
  await zoe.says("/me show").isTold(/No quiet hours of your own: from 21:00 to 08:00 I ask you nothing/);
});

conversation("a cell's clock is that of its place", aboutARule, async ({ stage }) => {
  const zoe = stage.chat("quay").person("Zoe").administrates();
  await zoe.says('/setup federation:Net sector:Port cell:Quay place:"Gate 2, Lisbon"').isTold(/Time: Europe\/Lisbon/);
  await zoe.says("/cell new Mill sector:Port place:Athens");
  const mill = stage.chat("mill").person("Zoe").administrates();
  await mill.says(`/cell join ${newestCode(stage)}`);
  await mill.says("/cell show").isTold(/Europe\/Athens/);
});

conversation(
  "what nobody knows is answered where it can be meant for nobody else, in the person's language",
  only("Discord knows every command, and there is no direct chat to be found there", "console", "telegram", "matrix"),
  async ({ cell, platform }) => {
    const { ana, ben } = await cell("Depot 5", depot);
    await ana.says("/help");
    await ana.writes("/me language es");
    for (const words of ["/plugh", "/xyzzy", "/plugh por favor"]) {
      await ana.writes(words).isTold(/No conozco eso. Escribe [/!]help/);
      // In a group other bots may know it; in the terminal there are none.
      if (platform === "console") await ben.says(words).isTold(/I don't know that. Type [/!]help/);
      else expect(await ben.says(words)).toEqual([]);
    }
  },
);

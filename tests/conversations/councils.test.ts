/** Councils: several cells together, with chats of their own. Rules: docs/rules.md, "Councils". */
import { expect } from "vitest";
import { aboutARule, conversation, newestCode, type Scene, type StagedCell } from "../kit/conversation.ts";
import type { StageChat } from "../kit/stage.ts";

interface StagedCouncil {
  readonly five: StagedCell;
  readonly mill: StagedCell;
  readonly chat: StageChat;
}

/** The council "Valley" of the cells Depot 5 and Mill, with one chat, made by zoe. */
async function council({ stage, cell, platform }: Scene): Promise<StagedCouncil> {
  const five = await cell("Depot 5", { sector: "transport" });
  const mill = await cell("Mill", { sector: "textile" });
  await five.zoe
    .says("/council new Valley cells:Depot 5, Mill zone:Europe/Paris")
    .isTold(/Council Valley: the code is/);
  const chat = stage.chat("valley", platform);
  const zoe = chat.person("Zoe").administrates();
  await zoe.says(`/council join ${newestCode(stage)}`).chatIsTold(/now belongs to the council Valley, in Alliance/);
  return { five, mill, chat };
}

conversation("several cells make a council, which shows its cells and no person but the coordinator", async (scene) => {
  const { five, chat } = await council(scene);
  await five.ana.says("/help");
  const shown = await chat.person("Ana").says("/council show");
  await chat
    .person("Ana")
    .says("/council show")
    .chatIsTold(
      /Council Valley, in Alliance[^]*2 cells: Depot 5 and Mill[^]*Sectors: textile and transport[^]*One chat/,
    );
  expect(shown.map(({ text }) => text).join("\n")).not.toMatch(/Ana|Ben/);
  await five.ana.says("/council show").chatIsTold(/Council Valley/);
  await five.ana.writes("/council show").isTold(/Council Valley/);
  await five.zoe.says("/council new Valley cells:Depot 5, Mill").isTold(/already a council called Valley/);
  await five.zoe.says("/council new Alone cells:Mill").isTold(/at least two cells/);
  await five.zoe.says("/council new Lost cells:Depot 5, Mil").isTold(/Did you mean “Mill”/);
});

conversation("who is in no cell of it becomes nothing in its chat", async (scene) => {
  const { five, chat } = await council(scene);
  const { stage } = scene;
  const people = () => stage.database.transaction((tx) => tx.identity.count());
  const before = await people();
  const eve = chat.person("Eve");
  await eve.says("/council show").isTold(/council Valley, and I don't know you yet/);
  await eve.says("/me show").isTold(/I don't know you yet/);
  await eve.says("/help").isTold(/./);
  await eve.writes("/pledge").isTold(/don't know you yet|in no cell's group/);
  expect(await people()).toBe(before);

  const guest = await scene.cell("Harbour", { sector: "transport" });
  await guest.ana.says("/help");
  await chat
    .person("Ana")
    .says("/council show")
    .isTold(/None of yours is in it/);
  await chat
    .person("Ana")
    .says("/me show")
    .isTold(/None of yours is in it/);

  // In the chat of a cell of theirs one becomes a member, and is one in the council at once.
  await five.ben.says("/help");
  await chat
    .person("Ben")
    .says("/council show")
    .chatIsTold(/Council Valley/);
  expect(
    await stage.database.transaction((tx) => tx.membership.count({ where: { cell: { councils: { none: {} } } } })),
  ).toBe(2);
});

conversation("what belongs to a cell's chat says so, and the other way round", aboutARule, async (scene) => {
  const { five, chat } = await council(scene);
  await five.ana.says("/help");
  await chat
    .person("Zoe")
    .says("/drive new Strike goal:5 deadline:tomorrow")
    .isTold(/belongs to the council Valley/);
  await chat
    .person("Ana")
    .says("/pledge in")
    .isTold(/belongs to the council Valley/);
  await chat
    .person("Ana")
    .says("/cell show")
    .isTold(/belongs to the council Valley/);
  await chat
    .person("Zoe")
    .says("/cell join BCDFGHJK")
    .isTold(/set up already/);
  await five.zoe.says("/council settings name Hills").isTold(/coordinates a council does that, in its chat: Valley/);
  await chat
    .person("Ana")
    .writes("/me show")
    .isTold(/Member of Depot 5/);
  await chat
    .person("Ana")
    .says("/me language español")
    .isTold(/Español/);
});

conversation("settings are its coordinator's, and its cells a steward's", aboutARule, async (scene) => {
  const { five, chat } = await council(scene);
  const { zoe } = five;
  const ana = chat.person("Ana");
  await five.ana.says("/help");
  await ana.says("/council settings name Hills").isTold(/for the coordinator of this council/);
  await chat.person("Zoe").says("/council settings coordinator @Ana");
  await chat
    .person("Zoe")
    .presses("Yes")
    .isTold(/Ana now coordinates the council/);
  await ana.says("/council settings name Hills").chatIsTold(/now called Hills/);
  await ana.says("/council settings zone Madrid").chatIsTold(/Europe\/Madrid/);
  await ana.says("/council settings add Depot 5").isTold(/for the stewards/);
  await ana.says("/council code").isTold(/Council Hills: the code is/);
  await ana.writes("/council settings name Valley").isTold(/now called Valley/);
  await five.ben.says("/help");
  await five.ben.writes("/council settings name Mine").isTold(/coordinator/);
  await five.ana.says("/cell settings name Mine").isTold(/coordinator of this cell/);

  await zoe.says("/council settings remove Mill").isTold(/coordinates a council does that, in its chat: Valley/);
  await chat
    .person("Zoe")
    .says("/council settings remove Mill")
    .isTold(/at least two cells/);
  await scene.cell("Harbour", { sector: "transport" });
  await chat
    .person("Zoe")
    .says("/council settings add Mill")
    .isTold(/already/);
  await chat
    .person("Zoe")
    .says("/council settings add Harbour")
    .chatIsTold(/Harbour now sends delegates/);
  await chat
    .person("Zoe")
    .says("/council settings remove Depot 5")
    .chatIsTold(/Depot 5 no longer sends/);
  await ana.says("/council show").isTold(/None of yours is in it/);
  await chat
    .person("Zoe")
    .says("/council show")
    .chatIsTold(/2 cells: Harbour and Mill/);
  await chat
    .person("Zoe")
    .says("/council show")
    .chatIsTold(/^(?![^]*Coordinator)[^]*$/);
});

conversation("who coordinates it and leaves its cells does so no more", aboutARule, async (scene) => {
  const { five, chat } = await council(scene);
  await five.ana.says("/help");
  await five.ben.says("/help");
  await chat.person("Zoe").says("/council settings coordinator @Ben");
  await chat
    .person("Zoe")
    .presses("Yes")
    .isTold(/Ben now/);
  await five.ben.leaves();
  await chat
    .person("Ana")
    .says("/council show")
    .chatIsTold(/^(?![^]*Coordinator)[^]*$/);
  await chat.person("Zoe").says("/council settings coordinator @Ana");
  await chat
    .person("Zoe")
    .presses("Yes")
    .isTold(/Ana now/);
  await five.ana.writes("/me forget");
  await five.ana.presses("Yes, forget me").isTold(/forgotten you/);
  await chat
    .person("Zoe")
    .says("/council show")
    .chatIsTold(/^(?![^]*Coordinator)[^]*$/);
});

conversation("a council's chat is told of no drive, and sees published figures only", async (scene) => {
  const { five, mill, chat } = await council(scene);
  const { zoe } = five;
  for (const one of [five.ana, five.ben, mill.cho]) await one.says("/help");
  await zoe.says('/drive new "Shall we stop?" goal:5 deadline:"in 3 days" scope:federation');
  await zoe.says('/drive new "Our own" goal:2 deadline:"in 3 days" scope:cell');
  await five.ana.writes("/pledge in drive:1");
  await five.ben.writes("/pledge in drive:1");
  await five.zoe.writes("/pledge in drive:2");
  await five.ana.writes("/pledge in drive:2");
  chat.neverShowed(/Shall we stop|Our own/);
  const ana = chat.person("Ana");
  await ana.says("/drive list").isTold(/Shall we stop\?/);
  await ana.says("/drive show").chatIsTold(/Shall we stop\?[^]*0 firm of \d+ at the last count/i);
  await ana.says("/drive show drive:2").isTold(/./);
  await chat.person("Zoe").says("/drive show drive:2").isTold(/./);
  chat.neverShowed(/Our own|Your cell|2 in your cell|In your cell/);
  expect(ana.button("I'm in") ?? { direct: true }).toMatchObject({ direct: true });
  await zoe.says("/drive close drive:1").isTold(/./);
  chat.shows(/Shall we stop/);
});

conversation("a council's chat leaves, moves, and is removed like any other", async (scene) => {
  const { chat } = await council(scene);
  const { stage, platform } = scene;
  const zoe = chat.person("Zoe");
  await stage.happen(platform, chat.place, zoe.user, { type: "moved", to: "elsewhere" });
  const moved = stage.chat("elsewhere", platform).person("Zoe");
  await moved.says("/council show").chatIsTold(/One chat/);
  await stage.happen(platform, moved.chat.place, zoe.user, { type: "bot-removed" });
  await zoe.writes("/council show").isTold(/No chat yet/);
  await stage.happen(platform, moved.chat.place, zoe.user, { type: "bot-added" });
  await moved.says("/council show").chatIsTold(/One chat/);
  await moved.says("/council leave").chatIsTold(/only chat of the council Valley/);
  await moved.presses("Yes, leave").isTold(/no longer belongs to the council Valley/);
  await moved.says("/council show").isTold(/not set up yet/);
});

conversation(
  "a cell may sit in several councils, and a code of either kind is understood",
  aboutARule,
  async (scene) => {
    const { five } = await council(scene);
    const { stage, platform } = scene;
    await five.ana.says("/help");
    await five.zoe.says("/council new Coast cells:Depot 5, Mill").isTold(/Council Coast/);
    const coast = stage.chat("coast", platform).person("Zoe").administrates();
    await coast.says(`/cell join ${newestCode(stage)}`).chatIsTold(/belongs to the council Coast/);
    await five.ana.says("/council show").isTold(/Which council/);
    await five.ana.presses("Coast").isTold(/Council Coast/);
    await five.ana.says("/council show Valley").isTold(/Council Valley/);
    await coast.says("/council show Valley").chatIsTold(/Council Coast/);
  },
);

conversation("a council speaks its own language", async (scene) => {
  const { chat } = await council(scene);
  await chat
    .person("Zoe")
    .says("/council settings language español")
    .isTold(/Español/);
  await chat
    .person("Zoe")
    .says("/council show")
    .chatIsTold(/Consejo Valley/);
});

/** From an empty chat to a federation with cells: `/setup`, `/cell`, `/sector`. */
import { expect } from "vitest";
import { aboutARule, conversation, newestCode, only } from "../kit/conversation.ts";

const minute = 60_000;

conversation("setting up in one line", async ({ stage }) => {
  const zoe = stage.chat("depot5").person("Zoe").administrates();
  await zoe.says('/setup federation:"Workers Alliance" cell:"Depot 5" sector:transport place:Riverside zone:Paris');
  zoe.chat.shows(/Workers Alliance is ready\. This chat is Depot 5, in the sector transport/);
  zoe.chat.shows(/[/!]drive new/);
  zoe.chat.shows(/Europe\/Paris/);
  await zoe.says("/cell show").chatIsTold(/Sector: transport[^]*Place: Riverside[^]*One member[^]*Coordinator: @?Zoe/);
});

conversation("setting up, asked for one thing after another", async ({ stage }) => {
  const zoe = stage.chat("depot5").person("Zoe").administrates();
  await zoe.says("/setup").chatIsTold(/What is your whole network called/);
  await zoe.answers("Workers Alliance").chatIsTold(/Which branch of work/);
  await zoe.answers("transport").chatIsTold(/What is your cell called/);
  await zoe.answers("Depot 5").isTold(/\[Leave it out\]|Leave it out/);
  await zoe.answers("Riverside").isTold(/Leave it out/);
  await zoe.answers("Paris").isTold(/Leave it out/);
  await zoe.presses("Leave it out").isTold(/is ready/);
  await zoe.says("/cell show").isTold(/Depot 5, in Workers Alliance/);
});

conversation(
  "Enter alone leaves out what may be left out, and is asked again for what may not",
  only("nowhere else does an empty line arrive", "console"),
  async ({ stage }) => {
    const zoe = stage.chat("depot5").person("Zoe").administrates();
    expect(await zoe.says("")).toEqual([]);
    await zoe.says("/setup").chatIsTold(/What is your whole network called/);
    await zoe.says("").chatIsTold(/What is your whole network called/);
    await zoe.says("Workers Alliance").chatIsTold(/Which branch of work/);
    await zoe.says("transport").chatIsTold(/What is your cell called/);
    await zoe.says("Depot 5").chatIsTold(/Where is the cell/);
    await zoe.says("").chatIsTold(/Which large city/);
    await zoe.says("").chatIsTold(/Which language/);
    await zoe.says("").chatIsTold(/is ready/);
    expect(await zoe.says("")).toEqual([]);
  },
);

conversation("only an administrator of the chat can set it up, or join it to a cell", async ({ stage, cell }) => {
  await cell("Depot 5", { sector: "transport" });
  const eve = stage.chat("elsewhere").person("Eve");
  await eve.says("/setup federation:Mine cell:Mine sector:mine").isTold(/Only an administrator of this chat/);
  await eve.says("/cell join ABCDEFGH").isTold(/Only an administrator of this chat/);
  await eve.says("/cell show").isTold(/./);
  eve.chat.neverShowed(/is ready|now belongs/);
});

conversation("a chat that is set up stays as it is", aboutARule, async ({ cell }) => {
  const { zoe } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/setup federation:Other cell:Other sector:other").isTold(/already/);
  await zoe.says("/cell show").chatIsTold(/Depot 5, in Alliance/);
});

conversation("a second cell comes by a code, which works once", aboutARule, async ({ stage, cell }) => {
  const { zoe } = await cell("Depot 5", { sector: "transport" });
  await zoe.says('/cell new "Depot 6" sector:transport').isTold(/Depot 6: the code is/);
  const code = newestCode(stage);
  const max = stage.chat("depot6").person("Max").administrates();
  await max.says(`/cell join ${code.toLowerCase()}`).chatIsTold(/now belongs to Depot 6, in Alliance/);
  await max.says("/cell show").chatIsTold(/Depot 6, in Alliance[^]*One member/);
  await max.says(`/cell join ${code}`).isTold(/already/);
  const ida = stage.chat("third").person("Ida").administrates();
  await ida.says(`/cell join ${code}`).isTold(/used already/);
  await ida.says("/cell show").isTold(/[/!]setup/);
});

conversation(
  "a code ends after ten minutes, and five wrong ones are enough for an hour",
  aboutARule,
  async ({ stage, cell }) => {
    const { zoe } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/cell code").isTold(/the code is/);
    const old = newestCode(stage);
    await stage.wait(11 * minute);
    const max = stage.chat("backroom").person("Max").administrates();
    await max.says(`/cell join ${old}`).isTold(/expired/);
    for (let i = 0; i < 4; i++) await max.says(`/cell join NNNNNNN${i + 2}`).isTold(/don't know this code/);
    await zoe.says("/cell code");
    const code = newestCode(stage);
    await max.says(`/cell join ${code}`).isTold(/too many wrong codes/);
    await stage.wait(61 * minute);
    await zoe.says("/cell code");
    await max.says(`/cell join ${newestCode(stage)}`).chatIsTold(/now belongs to Depot 5/);
  },
);

conversation("a code belongs to its federation, wherever it is entered", aboutARule, async ({ stage, cell }) => {
  await cell("Depot 5", { sector: "transport" });
  const eve = stage.chat("other").person("Eve").administrates();
  await eve.says("/setup federation:Union cell:Hospital sector:health");
  await eve.says("/cell code").isTold(/Hospital: the code is/);
  const code = newestCode(stage);
  // A chat of the Alliance cannot be taken over with it.
  const zoe = stage.chat("depot5").person("Zoe");
  await zoe.says(`/cell join ${code}`).isTold(/already/);
  await zoe.says("/cell show").chatIsTold(/Depot 5, in Alliance/);
  const max = stage.chat("ward").person("Max").administrates();
  await max.says(`/cell join ${code}`).chatIsTold(/Hospital, in Union/);
});

conversation(
  "settings: the cell's for its coordinator, the federation's for stewards",
  aboutARule,
  async ({ cell }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await ana.says("/cell settings name Ours").isTold(/coordina/);
    await zoe.says("/cell settings name Depot Five").chatIsTold(/now called Depot Five/);
    await zoe.says("/cell settings zone Pariis").isTold(/Did you mean Paris/);
    await zoe.says("/cell settings zone Madrid").chatIsTold(/Europe\/Madrid/);
    await zoe.says("/cell settings sector transprot").isTold(/Did you mean “transport”/);
    await zoe.says("/cell settings smallest-group 2").isTold(/from 3 to 100/);
    await zoe.says("/cell settings smallest-group 3").chatIsTold(/at least 3 people/);
    await zoe.says("/cell settings zzz 3").isTold(/name, place, zone/);
    await ana.says("/help");
    await zoe.says("/cell settings coordinator @Ana").isTold(/Shall @?Ana coordinate the cell/);
    await zoe.presses("Yes").isTold(/Ana now coordinates/);
    await ana.says("/cell settings place Riverside").chatIsTold(/now Riverside/);
    await ana.says("/cell settings retention 30").isTold(/Only a steward/);
    await zoe.says("/cell settings language Spanish");
    await ana.says("/cell show").chatIsTold(/Depot Five, en Alliance/);
  },
);

conversation("sectors: made by stewards, listed for everybody, never twice", aboutARule, async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/sector new health").isTold(/steward/);
  await zoe.says("/sector new health").chatIsTold(/The sector health is there now/);
  await zoe.says("/sector new HEALTH").isTold(/already a sector called health/);
  await ana.says("/sector list").chatIsTold(/health: no cell yet[^]*transport: one cell/);
  await zoe.says("/cell new Ward sector:heallth").isTold(/Did you mean “health”/);
});

conversation("a chat leaves its cell, after a question", async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/cell leave").isTold(/coordina/);
  await zoe.says("/cell leave").isTold(/only chat of Depot 5/);
  await ana.says("/cell show").chatIsTold(/Depot 5/);
  const before = zoe.chat.messages().length;
  await zoe.presses("Yes, leave").isTold(/no longer belongs/);
  expect(zoe.chat.messages().length).toBeGreaterThan(before);
  await ana.says("/cell show").isTold(/[/!]setup/);
});

conversation("names that people give are shown as they are, and nothing else happens", async ({ stage }) => {
  const zoe = stage.chat("depot5").person("Zoe").administrates();
  await zoe.says('/setup federation:"<b>@everyone</b> *x*" cell:"`@room` [a](b)" sector:"{ $name }"');
  await zoe.says("/cell show").isTold(/`@room` \[a\]\(b\), in <b>@everyone<\/b> \*x\*[^]*\{ \$name \}/);
  await zoe.says(`/cell settings name ${"x".repeat(200)}`).isTold(/too long/);
});

/** Demands, several ways to join, drives that follow each other, and codes for cameras, as people live them. */
import { expect } from "vitest";
import { payloadOf } from "../../src/chat/leads.ts";
import { readAnswer } from "../../src/store/drives/records.ts";
import { aboutARule, conversation, newestCode } from "../kit/conversation.ts";
import { recount } from "../kit/recount.ts";
import type { StageChat, StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

const open = (question: string, more = "") => `/drive new ${question} goal:2 deadline:"in 7 days" ${more}`;
const ways = 'ways:"Stay out; Wear a badge; Come at lunch"';

conversation("what is demanded stands on the card, and can be worded anew", async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we?", 'demands:"Safe shifts; Eight hours\' rest, at least; Safe shifts"'));
  chat.shows(/Shall we\?\n1\. Safe shifts\n2\. Eight hours' rest, at least\n/);
  await ana.says("/pledge in");
  await zoe.says('/drive edit demands:"Pay, rest, air"').chatIsTold(/has changed[^]*Demand: Pay[^]*Demand: air/);
  chat.shows(/1\. Pay\n2\. rest\n3\. air\n/);
  await zoe.says(open("More?", "demands:1;2;3;4;5;6")).isTold(/5 lines at most/);
  await zoe.says("cancel");
  expect(stage.problems).toEqual([]);
});

conversation("a person is in one way to join, one tap each, and the goal counts the first", async (scene) => {
  const { chat, zoe, ana, ben, cho } = await scene.cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we?", ways));
  for (const one of [ana, ben, cho]) {
    await one.says("/help");
    await one.writes("/help"); // Telegram: only now can they be written to
  }
  await ana.presses("Wear a badge").isToldPrivately(/you're in: Wear a badge/);
  chat.shows(/Stay out: 0 firm of 2\n.*Wear a badge: 1\n.*Come at lunch: 0/);
  await ana.says("/pledge come at lunch").isToldPrivately(/you're in: Come at lunch/);
  chat.shows(/Wear a badge: 0\n.*Come at lunch: 1/);
  await ana.says("/pledge").isToldPrivately(/you're in: Come at lunch/);
  // Two wear badges: no condition looks at them.
  await ben.says("/pledge if 1").isToldPrivately(/in, Stay out, if 1 other/);
  await cho.says("/pledge wear a badge").isToldPrivately(/Wear a badge/);
  chat.shows(/Stay out: 0 firm of 2/);
  await ana.presses("Stay out").isToldPrivately(/you're in: Stay out/);
  chat.shows(/Stay out: 2 firm of 2\n.*Wear a badge: 1/);
  chat.shows(/The goal is reached: 2 firm pledges/);
  // What is not quite a way is asked about: it may mean the contrary, and counts for nothing meanwhile.
  for (const typed of ["sing a song", "badge", "out", "no", "stay in", "wear a bagde", "w"]) {
    await cho.says(`/pledge ${typed}`).isToldPrivately(/noted nothing yet/);
  }
  await cho.says("/pledge").isToldPrivately(/you're in: Wear a badge/);
  await cho.says("/pledge if 1 way:badge").isToldPrivately(/goes by itself/);
  await cho.says('/pledge in way:"come at lunch"').isToldPrivately(/you're in: Come at lunch/);
  chat.shows(/Stay out: 2 firm of 2\n.*Wear a badge: 0\n.*Come at lunch: 1/);
  await cho.says("/pledge withdraw").isToldPrivately(/withdrawn/);
  chat.shows(/Wear a badge: 0/);
  chat.neverShowed(/you're in|noted nothing|withdrawn/);
  expect((await recount(scene.stage.database, scene.stage.keyring)).mistakes).toEqual([]);
  expect(scene.stage.problems).toEqual([]);
});

conversation("before the first answer demands, ways and what it follows can be taken away and given", async (scene) => {
  const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.writes("/help");
  await zoe.says(open("First?"));
  await zoe.says(open("Second?", `demands:"Safe shifts" ${ways}`));
  await zoe.says("/drive edit drive:2 after:1 demands:none ways:-").isTold(/Changed/);
  chat.shows(/Second\?\n.{0,40}0 firm of 2\n.*Drive 2[^\n]*\nFollows drive 1/);
  await zoe.says("/drive edit drive:1 after:2").isTold(/only follow one that was opened before it/);
  await zoe.says("/drive edit drive:2 after:2").isTold(/only follow one that was opened before it/);
  await zoe.says("/drive edit drive:2 after:ninguna demands:Air").isTold(/Changed/);
  chat.shows(/Second\?\n1\. Air\n.*0 firm of 2\n(?!.*\n*Follows)/);
  await ana.says("/pledge in drive:2").isToldPrivately(/you're in/);
  await zoe.says("/drive edit drive:2 after:1").isTold(/Only the wording and the deadline/);
  await zoe.says("/drive edit drive:2 demands:none").chatIsTold(/It demands nothing any more/);
  expect(scene.stage.problems).toEqual([]);
});

conversation("where no drive is open, words for one are told so", async ({ cell, stage }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.writes("/help");
  for (const typed of ["wear a badge", "in", "if 5", "inn"]) {
    await ana.writes(`/pledge ${typed}`).isTold(/no open drive here\. The coordinator opens one/);
  }
  await zoe.says(open("Shall we?", ways));
  await ana.writes("/pledge in").isTold(/Stay out/);
  await stage.wait(8 * day);
  await ana.writes("/pledge come at lunch").isTold(/no open drive here\. “Shall we\?” closed/);
  // After the action that is what people mean.
  await ana.writes("/pledge dne").isTold(/Did you mean “done”/);
  expect(stage.problems).toEqual([]);
});

conversation("a word that is neither an answer nor a way is asked about as before", async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we?"));
  await ana.says("/help");
  await ana.writes("/help"); // Telegram: only now can they be written to
  await ana.writes("/pledge withdrawn").isTold(/withdraw/);
});

conversation(
  "ways are two to five, of their own words, and stay once somebody has answered",
  aboutARule,
  async (scene) => {
    const { zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
    await zoe.says(open("Shall we?", "ways:Stay")).isTold(/two at least/);
    await zoe.says(open("Shall we?", "ways:In; Out")).isTold(/“In” cannot be a way/);
    await zoe.says(open("Shall we?", "ways:In at lunch; Stay out")).isTold(/“In at lunch” cannot be a way/);
    await zoe.says(open("Shall we?", "ways:No; Stay out")).isTold(/“No” cannot be a way/);
    await zoe.says(open("Shall we?", "ways:2; 3")).isTold(/“2” cannot be a way/);
    await zoe.says(open("Shall we?", `ways:Out; ${"x".repeat(31)}`)).isTold(/30 characters each/);
    await zoe.says(open("Shall we?", ways));
    await zoe.says("/drive edit banana:7").isTold(/“banana” can’t be changed/);
    await zoe.says("/drive edit after:1").isTold(/only follow one that was opened before it/);
    await zoe.says("/drive edit ways:Out; Badge").chatIsTold(/Changed/);
    await ana.says("/pledge badge");
    await zoe.says("/drive edit ways:Out; Lunch").isTold(/People have answered already/);
  },
);

conversation("who changes cells, links or is forgotten takes their way along, or out", aboutARule, async (scene) => {
  const one = await scene.cell("Depot 5", { sector: "transport" });
  const two = await scene.cell("Depot 6", { sector: "transport" });
  await one.zoe.says('/drive new Shall we? goal:9 deadline:"in 7 days" scope:federation ' + ways);
  await one.ana.says("/pledge wear a badge");
  one.chat.shows(/Wear a badge: 0 at the last count; this cell 1/);
  await two.chat.person("Ana").says("/help");
  await one.ana.writes("/me cell Depot 6");
  two.chat.shows(/Wear a badge: 0 at the last count; this cell 1/);
  one.chat.shows(/Wear a badge: 0 at the last count; this cell 0/);
  await one.ana.writes("/me forget");
  await one.ana.presses("Yes, forget me");
  two.chat.shows(/Wear a badge: 0 at the last count; this cell 0/);
  expect((await recount(scene.stage.database, scene.stage.keyring)).mistakes).toEqual([]);
});

conversation("a ladder says where people were lost, once two steps are closed", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/drive ladder").isTold(/No drive here follows another one/);
  await zoe.says(open("Do we sign?", "name:Letter"));
  await ana.says("/pledge in");
  await ben.says("/pledge in");
  await stage.wait(8 * day);
  await zoe.says(open("Do we stay out?", `name:"May Day" after:1 ${ways}`));
  chat.shows(/Do we stay out\?[^]*Follows drive 1/);
  await ana.says("/pledge in");
  await ben.says("/pledge wear a badge");
  await zoe
    .says("/drive ladder")
    .chatIsTold(/Letter \(drive 1\): 2 firm\n.*May Day[^]*open until[^]*have to be closed/);
  await stage.wait(8 * day);
  await ana.says("/drive ladder").chatIsTold(/Most were lost at step 2, “May Day”, in transport: one person fewer/i);
  // What was done in another way is noted, and counted nowhere.
  await ben.writes("/help");
  await ben.writes("/pledge done drive:2").isTold(/noted for you[^]*“Stay out” alone/);
  await ben.writes("/pledge done drive:2").isTold(/noted already/);
  chat.neverShowed(/1 kept/);
  expect(stage.problems).toEqual([]);
});

/** So many people who have been heard of in a chat; where some more of these are to answer, they do. */
async function people(chat: StageChat, initial: string, count: number): Promise<readonly StagePerson[]> {
  const all = Array.from({ length: count }, (_, index) => chat.person(`${initial}${String.fromCharCode(97 + index)}`));
  for (const one of all) await one.says("/help");
  return all;
}

const allSay = async (all: readonly StagePerson[], line: string): Promise<void> => {
  for (const one of all) await one.says(line);
};

conversation("nobody is lost where a sector or a cell has become too small to be shown", aboutARule, async (scene) => {
  const { stage } = scene;
  const depot = await scene.cell("Depot", { sector: "Transport" });
  const clinic = await scene.cell("Clinic", { sector: "Health" });
  const yard = await scene.cell("Yard", { sector: "Yards" });
  const drivers = await people(depot.chat, "D", 12);
  const nurses = await people(clinic.chat, "N", 10);
  await depot.zoe.says(open("Do we sign?", "name:Letter scope:federation"));
  for (const all of [drivers, nurses]) await allSay(all.slice(0, 6), "/pledge in");
  await stage.wait(8 * day);
  await depot.zoe.says("/drive show 1").chatIsTold(/Health: 6/i);
  // Of ten in the clinic so many go that it is too small for a figure; the six who are in stay in.
  for (const one of nurses.slice(6)) {
    await one.writes("/me leave");
    await one.presses("Yes, leave");
  }
  await depot.zoe.says(open("Do we stay out?", "name:Out scope:federation after:1"));
  for (const all of [drivers, nurses]) await allSay(all.slice(0, 6), "/pledge in");
  await stage.wait(8 * day);
  await depot.zoe
    .says("/drive ladder")
    .chatIsTold(/No sector had fewer people[^]*figure at both steps, of the same cells/);
  // Too few to be shown answer: that is no figure, and not nobody.
  await depot.zoe.says(open("And again?", "name:Again scope:federation after:2"));
  await allSay(drivers.slice(0, 4), "/pledge in");
  await allSay(nurses.slice(0, 6), "/pledge in");
  await stage.wait(8 * day);
  await yard.zoe.says("/drive ladder 3").chatIsTold(/Again \(drive 3\)/);
  yard.chat.neverShowed(/Most were lost|from \d+ to \d+/);
  depot.chat.neverShowed(/Most were lost|from \d+ to \d+/);
  expect(stage.problems).toEqual([]);
});

conversation("one cell's own drive is not compared with one of several cells", aboutARule, async (scene) => {
  const { stage } = scene;
  const depot = await scene.cell("Depot", { sector: "Transport" });
  const yard = await scene.cell("Yard", { sector: "Transport" });
  const drivers = await people(depot.chat, "D", 12);
  const others = await people(yard.chat, "Y", 12);
  await depot.zoe.says(open("Do we sign?", "name:Letter scope:federation"));
  for (const all of [drivers, others]) await allSay(all.slice(0, 6), "/pledge in");
  await stage.wait(8 * day);
  await depot.zoe.says(open("Ours?", "name:Ours scope:cell after:1"));
  await allSay(drivers.slice(0, 6), "/pledge in");
  await stage.wait(8 * day);
  await depot.zoe.says("/drive ladder").chatIsTold(/No two steps in a row show figures that can be compared/);
  await depot.zoe.says(open("Ours again?", "name:More scope:cell after:2"));
  await allSay(drivers.slice(0, 5), "/pledge in");
  await stage.wait(8 * day);
  await depot.zoe
    .says("/drive ladder")
    .chatIsTold(/Most were lost at step 3, “More”, in Transport: one person fewer\./i);
  expect(stage.problems).toEqual([]);
});

conversation("one cell's own drive is a step in its own chats only", aboutARule, async ({ cell }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  const two = await cell("Clinic", { sector: "health" });
  await one.zoe.says(open("Ours?", "scope:cell"));
  await one.zoe.says(open("All?", "scope:federation after:1")).isTold(/one cell's own/);
  await one.zoe.says(open("All?", "scope:federation"));
  await one.zoe.says(open("Ours again?", "scope:cell after:2")).chatIsTold(/Drive 3 is open/);
  await one.ana.says("/drive ladder").chatIsTold(/All\? \(drive 2\)[^]*Ours again\? \(drive 3\)/);
  await two.ana.says("/drive ladder 2").isTold(/No drive here follows/);
});

conversation("a group joins by a code that a camera reads off the screen", async ({ cell, stage, platform }) => {
  const { zoe } = await cell("Depot 5", { sector: "transport" });
  await zoe.writes("/help");
  const { shown } = stage.adapter(platform);
  await zoe.says("/cell code");
  const code = newestCode(stage);
  const picture = shown.flatMap(({ rendered }) => rendered.blocks).findLast(({ type }) => type === "image");
  if (picture?.type !== "image") throw new Error("there is no picture");
  expect(picture.alt).toMatch(/QR code of the link/);
  expect(Buffer.from(picture.file.data, "base64").subarray(1, 4).toString()).toBe("PNG");
  // Telegram brings the payload back with who added the bot; elsewhere the code is typed.
  const night = stage.chat("nightshift");
  await night.person("Dee").opens(payloadOf({ join: code }), "group");
  night.neverShowed(/belongs to Depot 5/);
  await night
    .person("Dee")
    .administrates()
    .opens(payloadOf({ join: code }), "group");
  night.shows(/now belongs to Depot 5/);
  await night.person("Dee").opens("anything", "group");
  expect(stage.problems).toEqual([]);
});

conversation(
  "a poster opens the drive that is on it, for those whom it concerns",
  async ({ cell, stage, platform }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(open("Shall we?", `demands:Rest ${ways}`));
    await zoe.says(open("Something else?"));
    await ana.says("/help");
    await ana.writes("/help"); // Telegram: only now can she be written to
    await ana.says("/drive poster 1");
    const blocks = stage.adapter(platform).shown.flatMap(({ rendered }) => rendered.blocks);
    const poster = blocks.findLast(({ type }) => type === "file");
    if (poster?.type !== "file") throw new Error("there is no poster");
    expect(poster.file.name).toBe("poster-1.pdf");
    expect(Buffer.from(poster.file.data, "base64").subarray(0, 4).toString()).toBe("%PDF");
    const id = await stage.database.read(async (tx) => (await tx.drive.findFirstOrThrow({ where: { number: 1 } })).id);
    await ana.opens(payloadOf({ drive: id }), "direct").isTold(/Shall we\?[^]*not answered/);
    const elsewhere = stage.chat("elsewhere").person("Eve");
    await elsewhere.opens(payloadOf({ drive: id }), "direct");
    stage.chat("elsewhere").neverShowed(/Shall we/);
    await stage.wait(8 * day);
    await ana.says("/drive poster 1").isTold(/closed already/);
    expect(readAnswer("way:2")).toEqual({ scope: "way", way: 2 });
    expect(stage.problems).toEqual([]);
  },
);

/** What a cell or council has decided, as its people see it. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";
import { council } from "../kit/council.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

conversation("a decision: objected to unseen, put to a vote by a button, and carried", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana, ben, cho } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [zoe, ana, ben, cho]) {
    await one.says("/help");
    await one.writes("/help"); // Telegram: only now can they be written to
  }
  // Which one is not asked where there is none.
  for (const typed of ["show", "object"]) await ana.writes(`/decide ${typed}`).isTold(/Nothing is decided here yet/);
  await zoe.says("/decide adopt").isTold(/There was no vote here yet/);
  await ana.says("/decide No overtime without a vote").isTold(/coordinator/);
  await zoe.says('/decide "No overtime without a vote" review:"in 3 months"');
  chat.shows(/No overtime without a vote\nDecision 1: holds from .*, if nobody objects\n• To be looked at again on/);
  await ana.writes("/decide object 1").isTold(/Your objection to decision 1 is noted. Nobody sees that it's yours/);
  await ben.says("/decide object 1").isToldPrivately(/Your objection to decision 1 is noted/);
  await stage.wait(60_000);
  chat.shows(/2 people object/);
  await ben.presses("Take it back").isTold(/is taken back/);
  await stage.wait(60_000);
  chat.shows(/One person objects/);
  chat.neverShowed(/Ana|Ben/);
  await stage.restart();
  await stage.wait(48 * hour);
  chat.shows(/One person objects to decision 1, so it takes a vote/);
  await cho.writes("/decide object 1").isTold(/Nobody can object to decision 1 any more/);
  await zoe.presses("Secret vote");
  chat.shows(/No overtime without a vote\nVote 1, secret/);
  for (const one of [zoe, ana, ben]) await one.writes("/vote yes").isTold(/Your vote is in/);
  await stage.wait(49 * hour);
  chat.shows(/Carried: 3 of 3 votes cast, needed 2 \(more than half\)\nDecision 1 holds now/);
  chat.shows(/Decision 1: holds since .*, vote 1: Carried: 3 of 3/);
  const left = await stage.database.read(async (tx) => ({
    objections: await tx.objection.count(),
    keys: await tx.decision.count({ where: { sealedKey: { not: null } } }),
  }));
  expect(left).toEqual({ objections: 0, keys: 0 });
  expect(stage.problems).toEqual([]);
});

conversation(
  "nobody objects: it holds, another takes its place, and a carried vote is recorded by a tap",
  async (scene) => {
    const { stage } = scene;
    const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
    await ana.says("/help");
    await zoe.says("/decide We meet on Thursdays");
    await zoe.says("/decide we meet on  thursdays").isTold(/recorded already: decision 1/);
    await stage.wait(48 * hour);
    chat.shows(/Decision 1 holds now, nobody objected: We meet on Thursdays/);
    await zoe.says("/decide supersede 1 We meet on Fridays");
    await zoe.says("/decide supersede 1 We meet on Mondays").isTold(/another one is about to take its place/);
    await stage.wait(48 * hour);
    chat.shows(/Decision 1: holds no more, decision 2 took its place/);
    await zoe.says("/vote open We strike on May Day");
    await zoe.says("/vote yes");
    await ana.says("/vote yes");
    await zoe.says("/vote close").chatIsTold(/Carried/);
    await zoe.presses("Record as a decision");
    chat.shows(/We strike on May Day\nDecision 3: holds since .*, vote 1: Carried: 2 of 2/);
    await zoe.says("/decide adopt 1").isTold(/recorded already: decision 3/);
    await ana
      .says("/decide list")
      .chatIsTold(/1: We meet on Thursdays \(no more, see 2\)\n• 2: We meet on Fridays\n• 3: We strike/);
    await ana.says("/decide list fridays").chatIsTold(/^Decisions\n• 2: We meet on Fridays$/m);
    await ana.says("/decide show 1").chatIsTold(/How it came to this\n• 1 \(.*\): We meet on Thursdays\n• 2 \(/);
    await ana.says("/decide list nonsense").isTold(/No decision here has “nonsense” in it/);
    await ana.says("/decide show 9").isTold(/I know no decision “9”/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "its review is called to mind, and is open for the next gathering until they met",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
    await ana.says("/help");
    await zoe.says('/decide We meet on Thursdays review:"in 10 days"');
    await stage.wait(3 * day);
    await zoe.says('/gather new Talk at:"in 12 days 18:00"');
    chat.shows(/Talk\n[^]*Open for this meeting\n• Decision 1 is to be looked at again: We meet on Thursdays/);
    // One before that comes in between: the day of the review has not come by then.
    await zoe.says('/gather new Walk at:"in 2 days 18:00"');
    await stage.wait(8 * day);
    chat.shows(/Decision 1 is to be looked at again: We meet on Thursdays\nIt stands on the list of the next meeting/);
    await stage.wait(8 * day);
    await zoe.says('/gather new Again at:"in 2 days 18:00"');
    const shown = await zoe.says("/gather show Again").chatIsTold(/Again/);
    expect(shown.map(({ text }) => text).join("\n")).not.toMatch(/Open for this meeting/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("who objected and goes objects no more", aboutARule, async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [ana, ben]) await one.says("/help");
  await zoe.says("/decide We meet on Thursdays");
  await ana.says("/decide object 1");
  await ben.says("/decide object 1");
  await stage.wait(60_000);
  chat.shows(/2 people object/);
  await ana.writes("/me forget");
  await ana.presses("Yes, forget me");
  await ben.writes("/me leave");
  await ben.presses("Yes, leave");
  await stage.wait(48 * hour);
  chat.shows(/Decision 1 holds now/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "a council decides: its delegates object, and the assembly has it on its list",
  aboutARule,
  async (scene) => {
    const of = await council(scene, [
      { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana" }] },
      { name: "Clinic", sector: "Health", seats: [{ delegate: "Cho" }] },
    ]);
    await of.zoe.says('/assembly new Assembly rule:"every thursday" time:18:00 quorum:2');
    await of.zoe.says("/decide We share one strike fund");
    await of.zoe.says("/decide object 1").isTold(/Only who counts in that cell, or sits in that council/);
    await of
      .who("Ana")
      .says("/decide object 1")
      .isTold(/is noted/);
    await of.stage.wait(2 * day + 60_000);
    of.chat.shows(/One person objects to decision 1, so it takes a vote/);
    await of.zoe.presses("Put it to a vote").isTold(/none is open now/);
    await of.zoe
      .says("/assembly agenda")
      .chatIsTold(/Decision 1 takes a vote, somebody objects: We share one strike fund/);
    await of.stage.wait(4 * day - 60_000 + 60 * 60_000);
    for (const name of ["Ana", "Cho"]) await of.who(name).says("/assembly checkin");
    await of.zoe.says("/decide vote 1");
    for (const name of ["Ana", "Cho"]) await of.who(name).says("/vote yes");
    await of.zoe.says("/vote close").chatIsTold(/Carried: 2 of 2[^]*Decision 1 holds now/);
  },
);

conversation("the notice of an answer that waits goes with it, when the vote takes objections away", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  await zoe.says("/decide No overtime without a vote");
  // Where she cannot be written to, what she is told waits for her.
  await ana.says("/decide object 1");
  const waits = chat.messages().some(({ text }) => text.includes("I have an answer that only"));
  await zoe.presses("Put it to a vote");
  await stage.wait(60_000);
  const notices = chat.messages().filter(({ text }) => /I have an answer that only|Nothing waits here/.test(text));
  expect(notices.map(({ text }) => text.includes("Nothing waits here"))).toEqual(waits ? [true] : []);
  expect(stage.problems).toEqual([]);
});

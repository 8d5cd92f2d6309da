/** Votes of a cell by itself, as its members see them. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";

const hour = 60 * 60_000;

conversation("a secret vote in a cell: unseen, counted at its hour, and nothing is left of it", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana, ben, cho, dee } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [zoe, ana, ben, cho, dee]) {
    await one.says("/help");
    await one.writes("/help"); // Telegram: only now can they be written to
  }
  await ana.says("/vote open Do we strike on May Day?").isTold(/coordinator/);
  await zoe.says('/vote open "Do we strike on May Day?" rule:two-thirds secret');
  chat.shows(/Do we strike on May Day\?\nVote 1, secret\n• Needed: two thirds of the votes cast, one voice each/);
  chat.shows(/Nobody of 5 has voted yet, 3 must\n• Until/);
  await ana.writes("/vote yes").isTold(/Your vote is in/);
  await ben.says("/vote no").isToldPrivately(/Your vote is in/);
  await ben.says("/vote yes").isToldPrivately(/Your vote is in/);
  await cho.writes("/vote no");
  await stage.wait(60_000);
  chat.shows(/3 of 5 have voted, 3 must/);
  // Who goes takes their answer along, and the cell has fewer.
  await cho.writes("/me leave");
  await cho.presses("Yes, leave");
  await stage.wait(60_000);
  chat.shows(/2 of 4 have voted, 2 must/);
  await stage.restart();
  await stage.wait(48 * hour);
  chat.shows(/Carried: 2 of 2 votes cast, needed 2 \(two thirds\)/);
  chat.shows(/Voices: 2 yes, 0 no, 0 abstained, of 4 who count/);
  await dee.writes("/vote no").isTold(/No vote is open/);
  await zoe.says("/tally show vote:1").chatIsTold(/Carried: 2 of 2/);
  await ana.says("/vote show").chatIsTold(/1: Do we strike on May Day\? – Carried/);
  const left = await stage.database.read(async (tx) => ({
    ballots: await tx.ballot.count(),
    keys: await tx.vote.count({ where: { sealedKey: { not: null } } }),
  }));
  expect(left).toEqual({ ballots: 0, keys: 0 });
  expect(stage.problems).toEqual([]);
});

conversation("an open vote in a cell: by button, one's own answer is said to oneself", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [ana, ben]) await one.writes("/help");
  await zoe.says("/vote open Coffee before work? quorum:2 lasts:2h base:entitled");
  await ana.presses("Yes").isTold(/You voted yes/);
  await zoe.presses("Abstain").isTold(/You abstained/);
  await stage.wait(3 * hour);
  // Of two or three who count, one said yes: not more than half of all.
  chat.shows(/Not carried: 1 of [23] entitled, needed 2 \(more than half\)/);
  expect(stage.problems).toEqual([]);
});

conversation("a vote in a cell asks for enough people, and is the cell's own business", aboutARule, async (scene) => {
  const { stage } = scene;
  const { zoe, ana, ben, cho } = await scene.cell("Depot 5", { sector: "transport" });
  const other = await scene.cell("Clinic", { sector: "health" });
  for (const one of [ana, ben, cho]) await one.says("/help");
  await zoe.says("/vote open A? by:cells").isTold(/each member has one voice/);
  await zoe.says("/vote open A? lasts:1m").isTold(/from five minutes to 14 days/);
  await zoe.says("/vote open A? quorum:3/2").isTold(/I don't know the quorum/);
  await zoe.says("/vote open A?");
  await zoe.says("/vote open A?").isTold(/being voted on already/);
  await zoe.says("/vote open B?");
  await ana.says("/vote yes").isTold(/Several votes are open/);
  await ana.says("/vote yes vote:1").isTold(/You voted yes/);
  await other.ana.says("/vote show").isTold(/There was no vote here yet/);
  await other.zoe.says("/vote close vote:1").isTold(/I know no vote/);
  await ben.says("/vote close vote:1").isTold(/coordinator/);
  await zoe.says("/vote close vote:1").chatIsTold(/Not carried: 1 of 4 voted, 2 must/);
  await ana.says("/vote no").isTold(/You voted no/);
  await zoe.says("/vote no").isTold(/You voted no/);
  await zoe.says("/tally post vote:1 to:federation").isTold(/own chats only/);
  // A tie fails.
  await ben.says("/vote yes");
  await cho.says("/vote yes");
  await zoe.says("/vote close").chatIsTold(/Not carried: 2 of 4 votes cast, needed 3/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "who counts elsewhere now votes there, and two accounts of one person are one voice",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const depot = await scene.cell("Depot 5", { sector: "transport" });
    const clinic = await scene.cell("Clinic", { sector: "health" });
    await depot.ana.says("/help");
    await depot.ben.says("/help");
    await clinic.ana.says("/help");
    await depot.zoe.says("/vote open Depot? secret");
    await clinic.zoe.says("/vote open Clinic?");
    await depot.ana.says("/vote yes").isTold(/Your vote is in/);
    await clinic.ana.says("/vote yes").isTold(/Only who counts in Clinic can vote there/);
    await stage.wait(60_000);
    depot.chat.shows(/One of 3 has voted/);
    await depot.ana.writes("/me cell Clinic");
    await stage.wait(60_000);
    depot.chat.shows(/Nobody of 2 has voted yet/);
    await clinic.ana.says("/vote yes").isTold(/You voted yes/);
    await depot.ana.writes("/me forget");
    await depot.ana.presses("Yes, forget me");
    await stage.wait(60_000);
    clinic.chat.shows(/Nobody of \d has voted yet/);
    expect(stage.problems).toEqual([]);
  },
);

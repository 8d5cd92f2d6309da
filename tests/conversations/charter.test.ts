/** The charter of a cell, and the notes in its margin, as its people see them. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

conversation("rules are added and changed by decision, noted in the margin unseen, and printed", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [zoe, ana, ben]) {
    await one.says("/help");
    await one.writes("/help"); // Telegram: only now can they be written to
  }
  await ana.says("/charter show").chatIsTold(/There is no rule yet/);
  // Which one is not asked where there is none.
  await zoe.says("/charter amend").isTold(/There is no rule yet/);
  await ana.says("/charter add We decide together").isTold(/coordinator/);
  await zoe.says("/charter add We decide together");
  chat.shows(/We decide together\nDecision 1: holds from .*\n• A new rule of the charter/);
  await zoe.says("/charter add We decide together").isTold(/recorded already: decision 1/);
  await zoe.says("/charter amend 1 Each decides alone").isTold(/No rule holds yet\. Decision 1 is to become one/);
  await ana.writes("/charter note 1 Who is we?").isTold(/No rule holds yet\. Decision 1 is to become one/);
  await zoe.says("/charter add Nobody works alone at night");
  await ana
    .says("/charter show")
    .chatIsTold(/To come, if nobody objects\n• New, decision 1: We decide together\n• New, dec/);
  await stage.wait(48 * hour);
  await ana.says("/charter show").chatIsTold(/1\. We decide together\n2\. Nobody works alone at night\nVersion 2, /);
  await zoe.says("/charter add We eat together");
  await zoe.says("/charter amend 3 We cook together").isTold(/There is no rule 3 yet\. Decision 3 is to become one/);
  await zoe.says("/charter amend 2 Nobody works alone, day or night");
  await zoe.says("/charter amend 2 Something else").isTold(/Rule 2 is being changed already/);
  await ana
    .says("/charter show")
    .chatIsTold(/2\. Nobody works alone at night\n[^]*• Rule 2, decision 4: Nobody works alone, day/);
  await ana.says("/charter note 1 What about those on leave?").isToldPrivately(/Noted in the margin of rule 1/);
  await ben.writes("/charter note 2 Who comes on Sundays?").isTold(/Noted in the margin of rule 2/);
  await ben.writes("/charter note 9 Hm").isTold(/There is no rule 9/);
  await stage.restart();
  await stage.wait(day);
  chat.shows(
    /New in the margin of the charter\n• Rule 1, note \d: What about those on leave\?\n• Rule 2, note \d: Who comes/,
  );
  await stage.wait(day);
  await ana
    .says("/charter show")
    .chatIsTold(/2\. Nobody works alone, day or night[^]*In the margin\n• Rule [^]*Version 4, /);
  const printed = await ana.says("/charter print").chatIsTold(/./);
  expect(printed.map(({ text }) => text).join("\n")).toMatch(/charter-4\.pdf/u);
  expect(stage.problems).toEqual([]);
});

conversation(
  "a note: three open ones a person, hidden without its words, open until they met",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
    for (const one of [ana, ben]) await one.says("/help");
    await zoe.says("/charter add We decide together");
    await stage.wait(48 * hour);
    for (const words of ["Late", "Loud", "Long"]) await ana.writes(`/charter note 1 ${words}`).isTold(/Noted/);
    await ana.writes("/charter note 1 Lost").isTold(/You have 3 notes that your cell hasn't talked about yet/);
    await ana.writes(`/charter note 1 ${"x".repeat(281)}`).isTold(/280/);
    await ben.writes("/charter note 1 Loved");
    await ben.writes("/me forget");
    await ben.presses("Yes, forget me");
    await stage.wait(day);
    chat.shows(/New in the margin[^]*note 1: [^]*note 2: [^]*note 3: /);
    // Who was forgotten before it was shown has written nothing.
    chat.neverShowed(/Loved/);
    await ana.says("/charter hide 2").isTold(/coordinator/);
    await zoe.says("/charter hide 2").chatIsTold(/Note 2, in the margin of rule 1, was hidden by the coordinator/);
    await zoe.says("/charter hide 2").isTold(/no note 2 with words/);
    await zoe.says('/gather new Talk at:"in 2 days 18:00"');
    chat.shows(/Talk\n[^]*Open for this meeting\n• Rule 1, note 1: L[^]*• Rule 1, note 2: hidden by the coordinator/);
    await stage.wait(4 * day);
    await ana.writes("/charter note 1 Lovely").isTold(/Noted/);
    const shown = await ana.says("/charter show").chatIsTold(/Charter of Depot 5/);
    expect(shown.map(({ text }) => text).join("\n")).not.toMatch(/In the margin/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("one that does not fit on a page says so, and offers more", aboutARule, async (scene) => {
  const { stage } = scene;
  const { zoe } = await scene.cell("Depot 5", { sector: "transport" });
  for (let rule = 1; rule <= 8; rule++)
    await zoe.says(`/charter add Rule ${rule} ${"We decide together. ".repeat(13)}`);
  await stage.wait(48 * hour);
  await zoe.says("/charter print").isTold(/doesn't fit on one page[^]*It takes 2/);
  const printed = await zoe.presses("Print on 2 pages").chatIsTold(/./);
  expect(printed.map(({ text }) => text).join("\n")).toMatch(/charter-8\.pdf/u);
  expect(stage.problems).toEqual([]);
});

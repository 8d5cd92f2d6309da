/** What was won and learnt, as a cell lives it. */
import { expect } from "vitest";
import { aboutARule, conversation, only } from "../kit/conversation.ts";
import type { StageChat, StagePerson } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

/** So many people who can be written to. */
async function people(chat: StageChat, ...names: readonly string[]): Promise<readonly StagePerson[]> {
  const all = names.map((name) => chat.person(name));
  for (const one of all) {
    await one.says("/help");
    await one.writes("/help");
  }
  return all;
}

const plan = (what: string): string => `/action plan "${what}" from:"in 2 hours" to:2h care:meals`;

conversation("an action ends, its cell answers unseen, and reads it as the next one is planned", async (scene) => {
  const { stage } = scene;
  const { chat, zoe } = await scene.cell("Depot 5", { sector: "transport" });
  const others = await people(chat, "Ana", "Ben", "Cho", "Dee", "Eva");
  await people(chat, "Zoe");
  await zoe.says(plan("Picket at gate 3"));
  await stage.wait(5 * hour);
  chat.shows(/What did we learn\? Picket at gate 3[^]*nobody sees that it was you[^]*at least 5 people[^]*Open until/);
  const all = [zoe, ...others];
  for (const [index, one] of all.entries()) {
    await one
      .writes("/debrief")
      .isTold(/What did we learn\? Picket at gate 3\nWhat was won\?\nNobody learns that it was you\. Write no names/);
    await one.writes(`Won ${"abcdef".charAt(index)}`).isTold(/Noted\.\nWhat was learnt\?/);
    await one.presses("Skip").isTold(/^What is next\?/);
    if (index < 4) await one.writes(`Next ${"abcdef".charAt(index)}`).isTold(/That was all[^]*anew until/);
    else await one.presses("Skip").isTold(/That was all/);
  }
  // The last answer counts; nothing of it is seen before the end.
  await zoe.writes("/debrief");
  await zoe.writes("Won z").isTold(/What was learnt\?/);
  await zoe.says("/debrief write Two at each gate").isTold(/can answer until/);
  await stage.wait(40 * hour);
  chat.neverShowed(/Won|Next/);
  await stage.restart();
  const shown = await stage.wait(9 * hour);
  chat.shows(/What was won\?\n(?:• “Won [b-z]”\n){6}[^]*at least 5 people answered[^]*makes two or three sentences/);
  chat.neverShowed(/Won a|Next|What is next\?\n/);
  chat.neverShowed(/Ana|Ben|Cho|Dee|Eva/);
  const order = [
    ...shown
      .map((one) => one.text)
      .join("\n")
      .matchAll(/“Won ([a-z])”/gu),
  ].map(([, letter]) => letter);
  expect(order.join("")).not.toBe("zbcdef");
  expect(await stage.database.read((tx) => tx.checkInAnswer.count())).toBe(0);
  await others[0]?.writes("/debrief").isTold(/Nobody is asked anything here/);
  // The coordinator makes a sentence of it, somebody objects, it is written anew, and holds.
  await others[0]?.says("/debrief write Nothing").isTold(/coordinator/);
  await zoe.says("/debrief write Two people at each gate.");
  chat.shows(
    /Two people at each gate\.\nDecision 1: holds from .*, if nobody objects\n• What we learnt: Picket at gate 3/,
  );
  // The same words again are nothing new: the cell's two days do not begin anew.
  await zoe.says("/debrief write Two people at each gate.").isTold(/written already, word for word: decision 1/);
  await others[0]?.writes("/decide object 1").isTold(/is noted/);
  await stage.wait(60_000);
  chat.shows(/One person objects\n• What we learnt/);
  await zoe.says("/debrief write Three people at each gate, and tea.");
  await stage.wait(60_000);
  chat.shows(/Decision 1: not taken, it was written anew/);
  await stage.wait(2 * day);
  chat.shows(/Nobody objected, this is what we have learnt \(decision 2\): Three people at each gate, and tea\./);
  await others[1]
    ?.says("/debrief show")
    .isTold(/What we have learnt\n• Picket at gate 3, .*: Three people at each gate, and tea\./);
  await zoe.says(plan("Meal at the depot"));
  chat.neverShowed(/What we learnt last time/);
  await zoe.says(plan("Saturday picket, gate 5"));
  chat.shows(
    /Saturday picket, gate 5[^]*What we learnt last time\n• Picket at gate 3, .*: Three people at each gate, and tea\./,
  );
  expect(stage.problems).toEqual([]);
});

conversation("in a cell so small that nothing could be shown, what was said aloud is written down", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  await people(chat, "Zoe", "Ana");
  await zoe.says(plan("Picket"));
  await stage.wait(3 * hour);
  await zoe.says("/action close 1");
  chat.shows(/What did we learn\? Picket\nWhen you meet, tell each other what was won[^]*two or three sentences/);
  await ana.writes("/debrief").isTold(/Nobody is asked anything here/);
  await zoe.says("/gather show 1");
  chat.shows(/Afterwards: Picket[^]*What we learnt is still to be written down: Picket/);
  await zoe.writes("/debrief").isTold(/still to be written down/);
  await zoe.presses("Write down: Picket").isTold(/What have you learnt\? Two or three sentences/);
  await zoe.writes("Tea first.").isTold(/Decision 1 is recorded, and shown in its chats/);
  chat.shows(/Tea first\.\nDecision 1: holds from/);
  await stage.wait(60_000);
  expect(chat.messages().some(({ text }) => text.includes("still to be written down: Picket"))).toBe(false);
  // It is objected to, and voted on.
  await ana.says("/decide object 1");
  await stage.wait(2 * day + hour);
  chat.shows(
    /One person objects to decision 1, so it takes a vote: Tea first\.\nOr whoever coordinates writes it anew/,
  );
  await zoe.presses("Put it to a vote");
  await zoe.says("/debrief write Tea last.").isTold(/You are voting on what it came to/);
  for (const one of [zoe, ana]) await one.says("/vote yes");
  await zoe.says("/vote close").chatIsTold(/Decision 1 holds now/);
  await zoe.says("/debrief show").isTold(/Picket, .*: Tea first\./);
  // What holds is never rewritten: what takes its place does so in two days.
  await zoe.says("/decide supersede 1 Tea first, then soup.");
  await zoe.says("/debrief show").isTold(/Tea first\.$/m);
  await stage.wait(3 * day);
  await zoe.says("/debrief show").isTold(/Tea first, then soup\./);
  await zoe.says("/debrief write Soup.").isTold(/written down already \(decision 2\)/);
  expect(stage.problems).toEqual([]);
});

conversation("a burst ends and is asked about, and is read as the next one begins", aboutARule, async (scene) => {
  const { stage } = scene;
  const { chat, zoe } = await scene.cell("Depot 5", { sector: "transport" });
  const all = await people(chat, "Zoe", "Ana", "Ben", "Cho", "Dee");
  await zoe.says("/phase set burst:7 lull:7");
  await stage.wait(7 * day);
  chat.shows(/What did we learn\? The burst from .* to /);
  // The bot is away for days, and one person goes with their answer.
  for (const one of all) {
    await one.writes("/debrief").isTold(/The burst from/);
    await one.writes("Bread").isTold(/What was learnt\?/);
  }
  await all[4]?.says("/me forget");
  await all[4]?.presses("Yes, forget me");
  stage.clock.forget();
  stage.clock.advanceTo(stage.clock.now() + 3 * day);
  await stage.restart();
  await stage.wait(hour);
  chat.shows(/Fewer than 5 people answered the same question/);
  chat.neverShowed(/Bread/);
  await zoe.presses("Write it down");
  await zoe.says("Rest earlier.");
  await stage.wait(4 * day);
  chat.shows(/A burst begins\. What we learnt since the last one did\n• The burst from .* to .*: Rest earlier\./);
  await stage.wait(7 * day);
  expect(await stage.database.read((tx) => tx.checkIn.count())).toBe(2);
  expect(stage.problems).toEqual([]);
});

conversation(
  "two debriefs at a time: it is asked which, and nobody answers another cell's",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
    const two = await scene.cell("Ward 7", { sector: "health" });
    await people(chat, "Zoe", "Ana", "Ben", "Cho", "Dee");
    await zoe.says(plan("Picket"));
    await zoe.says(plan("Leaflets"));
    await stage.wait(5 * hour);
    await ana.says("/debrief").isToldPrivately(/Which one\?/);
    await ana.presses("Leaflets").isToldPrivately(/What did we learn\? Leaflets/);
    const skip = ana.button("Skip");
    await two.zoe.pressesId(skip?.id ?? "");
    await stage.wait(3 * day);
    await ana.pressesId(skip?.id ?? "").isTold(/Nobody can answer that any more/);
    await zoe.says("/debrief write Tea.").isTold(/Which one\?/);
    await zoe.presses("Picket");
    chat.shows(/Tea\.\nDecision 1: [^]*What we learnt: Picket/);
    await zoe.says("/debrief write Soup.");
    chat.shows(/Soup\.\nDecision 2: [^]*What we learnt: Leaflets/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("in Spanish", only("what is said is the same everywhere", "console"), async (scene) => {
  const { stage } = scene;
  const { chat, zoe } = await scene.cell("Cochera 5", { sector: "transporte", language: "es" });
  await zoe.says("/cell settings smallest-group 3");
  const all = await people(chat, "Zoe", "Ana", "Ben");
  await zoe.says('/action plan Piquete from:"en 2 horas" to:2h care:comidas');
  await stage.wait(5 * hour);
  chat.shows(/¿Qué aprendimos\? Piquete/);
  for (const one of all) {
    await one.writes("/debrief").isTold(/¿Qué se ganó\?/);
    await one.writes("Té").isTold(/¿Qué se aprendió\?/);
  }
  await stage.wait(2 * day);
  chat.shows(/¿Qué se ganó\?\n(?:• «Té»\n){3}/);
  await zoe.presses("Anotarlo");
  await zoe.says("Té para todas.");
  await stage.wait(2 * day);
  chat.shows(/Nadie objetó, esto es lo que hemos aprendido/);
  await zoe.says("/debrief show").isTold(/Lo que hemos aprendido\n• Piquete, .*: Té para todas\./);
});

conversation(
  "what came to hold in a burst is read as the next one begins, whatever it is about",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, zoe } = await scene.cell("Depot 5", { sector: "transport" });
    await zoe.says(plan("Picket"));
    await stage.wait(5 * hour);
    await zoe.says("/phase set burst:3 lull:2");
    await zoe.says("/debrief write Tea first.");
    await stage.wait(4 * day);
    chat.neverShowed(/A burst begins/);
    await stage.wait(day);
    chat.shows(/A burst begins\. What we learnt since the last one did\n• Picket, .*: Tea first\./);
    const once = chat.messages().length;
    await stage.wait(5 * day);
    expect(
      chat
        .messages()
        .slice(once)
        .some(({ text }) => text.includes("Tea first")),
    ).toBe(false);
    expect(stage.problems).toEqual([]);
  },
);

/** Pledge drives as people live them. */
import { expect } from "vitest";
import { aboutARule, conversation, newestCode, only } from "../kit/conversation.ts";
import type { StageChat } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const open = (question: string, more = "") => `/drive new ${question} goal:3 deadline:"in 7 days" ${more}`;

/** So many people join and pledge, each with the same words. */
async function pledges(chat: StageChat, from: number, to: number, words = "/pledge in"): Promise<void> {
  for (let i = from; i < to; i++)
    await chat.person(`P${chat.place.id}${String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))}`).says(words);
}

conversation("a pledge with a condition becomes firm when enough others join", async ({ cell }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we walk out?"));
  chat.shows(/Shall we walk out\?[^]*0 firm of 3/);
  await ana.says("/help");
  await ana.writes("/pledge if 2").isTold(/in if 2 others/);
  await ben.says("/pledge if 2");
  chat.shows(/0 firm of 3[^]*2 waiting for others[^]*2 more hold if 3 are in/);
  await cho.says("/help");
  await cho.presses("I'm in");
  chat.shows(/3 firm of 3/);
  chat.shows(/The goal is reached: 3 firm pledges!/);
});

conversation("nobody is asked whether they have done what nobody pledged", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  const asked = /press “Done”|\[Done\]|Done$/m;
  await zoe.says(open("Shall we walk out?"));
  await stage.wait(8 * day);
  chat.shows(/Closed: 0 pledges are firm, of a goal of 3/);
  chat.neverShowed(asked);
  expect(ana.button("Done")).toBeUndefined();
  await zoe.says(open("Shall we sing?"));
  await ana.says("/pledge in");
  await stage.wait(8 * day);
  chat.shows(/Shall we sing\?\nClosed: one pledge is firm[^]*press “Done”/);
  expect(stage.problems).toEqual([]);
});

conversation("a goal that is reached from the direct chat is announced once", async ({ cell }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says('/drive new "Enough of us?" goal:1 deadline:"in 3 days" scope:cell');
  await ana.says("/help");
  await ana.writes("/pledge in");
  expect(chat.messages().filter(({ text }) => text.includes("The goal is reached"))).toHaveLength(1);
});

conversation("an answer is asked for unseen, and shown to nobody else", async ({ cell }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we walk out?"));
  await ana.says("/help");
  await ana.writes("/help"); // Telegram: only now can she be written to
  await ana.presses("If N others join").isTold(/How many others must be in\?/);
  chat.neverShowed(/How many others/);
});

conversation(
  "who asks for their own answer gets it with the drive, and the chat gets no further card",
  async ({ cell }) => {
    const { zoe, ana, chat } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(open("Shall we walk out?"));
    await ana.says("/help");
    await ana.writes("/help"); // Telegram: only now can they be written to
    const cards = () => chat.messages().filter(({ text }) => text.includes("Shall we walk out?")).length;
    const before = cards();
    await ana.says("/pledge").isToldPrivately(/you have not answered[^]*Shall we walk out\?[^]*0 firm/);
    await ana.says("/pledge").isToldPrivately(/you have not answered/);
    expect(cards()).toBe(before);
  },
);

conversation("the number of others is written after the button", async ({ cell }) => {
  const { zoe, ana, chat } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we walk out?"));
  await ana.says("/help");
  await ana.writes("/help"); // Telegram: only now can they be written to
  await ana.presses("If N others join");
  await ana.answers("12").isToldPrivately(/you're in if 12 others join/);
  await ana.says("/pledge").isToldPrivately(/you're in if 12 others join/);
  await ana.says("/pledge if 4 sector").isToldPrivately(/in if 4 others in your sector/);
  await ana.says("/pledge withdraw").isToldPrivately(/withdrawn/);
  await ana.says("/pledge withdraw").isToldPrivately(/nothing to withdraw/);
  await ana.says("/pledge in 5").isToldPrivately(/goes with “if”/);
  chat.neverShowed(/you're in|withdrawn/);
});

conversation(
  "a closed drive refuses, takes what was kept, and is announced once",
  async ({ cell, stage, platform }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(open("Shall we walk out?"));
    for (const one of [ana, ben]) {
      await one.says("/help");
      await one.writes("/help"); // Telegram: only now can they be written to
    }
    await ana.says("/pledge in");
    await ana.says("/pledge done").isToldPrivately(/after the action/);
    const button = ana.button("I'm in");
    await stage.wait(8 * day);
    chat.shows(/Closed: one pledge is firm, of a goal of 3\. The goal is not reached/);
    expect(chat.messages().filter(({ text }) => text.includes("If you pledged"))).toHaveLength(1);
    await ana.says("/pledge in").isToldPrivately(/no open drive/);
    if (button !== undefined && !button.direct) await ana.pressesId(button.id).isToldPrivately(/is closed/);
    // On Matrix nothing private is pressed in a group.
    const done = platform === "matrix" ? ana.writes("/pledge done") : ana.presses("Done");
    await done.isToldPrivately(/you kept your pledge/);
    await ana.says("/pledge done").isToldPrivately(/noted already/);
    await ben.says("/pledge done").isToldPrivately(/no pledge in that drive/);
    chat.shows(/1 firm of 3[^]*This cell: 1 kept of 1 pledged/);
  },
);

conversation("the three ways to reveal", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("At the goal?", "reveal:at-goal name:goal"));
  await zoe.says(open("At the close?", "reveal:at-close name:close"));
  await ana.says("/pledge in drive:goal");
  await ana.says("/pledge in drive:close");
  await ben.says("/pledge in drive:goal");
  chat.neverShowed(/\d firm of/);
  chat.shows(/At the goal\?[^]*No numbers are shown until the goal is reached/);
  await cho.says("/pledge in drive:goal");
  chat.shows(/The goal is reached/);
  chat.shows(/At the goal\?[^]*3 firm of 3/);
  chat.neverShowed(/1 firm of 3/);
  await stage.wait(8 * day);
  chat.shows(/At the close\?[^]*Closed: one pledge is firm/);
});

conversation(
  "a drive that is shown at its goal, and missed it, is shown at its close",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(open("Shall we?", "reveal:at-goal"));
    await ana.says("/pledge in");
    chat.neverShowed(/\d firm of/);
    await stage.wait(8 * day);
    chat.shows(/Closed: one pledge is firm, of a goal of 3\. The goal is not reached/);
    chat.shows(/1 firm of 3/);
  },
);

conversation("with several open drives one says which", aboutARule, async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we walk out?", "name:walk"));
  await zoe.says(open("Shall we sit down?", "name:sit"));
  await ana.says("/pledge in").isToldPrivately(/Which drive\?[^]*1: walk[^]*2: sit/);
  await ana.presses("sit").isToldPrivately(/sit – you're in/);
  await ana.says("/pledge drive:2").isToldPrivately(/sit – you're in/);
  await ana.says("/pledge drive:1").isToldPrivately(/walk – you have not answered/);
  await ana.says("/pledge in drive:walx").isToldPrivately(/Did you mean walk|Which drive/);
  await ana.says("/pledge in drive:#99999").isToldPrivately(/no drive/);
});

conversation("what another cell sees steps on the grid and never below five", aboutARule, async ({ cell, stage }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  const two = await cell("Ward 7", { sector: "health" });
  // Two cells of more than ten, so that each is a unit of its own.
  await pledges(one.chat, 0, 12, "/help");
  await pledges(two.chat, 0, 12, "/help");
  await one.zoe.says('/drive new Shall we? goal:9 deadline:"in 7 days" scope:federation');
  await pledges(one.chat, 0, 4);
  one.chat.shows(/This cell: 4 firm/);
  await stage.wait(20 * minute);
  two.chat.shows(/0 firm of 9 at the last count/);
  two.chat.neverShowed(/[1-4] firm of/);
  await pledges(one.chat, 4, 6);
  two.chat.neverShowed(/[1-6] firm of/);
  await stage.wait(6 * minute);
  two.chat.shows(/6 firm of 9 at the last count[^]*transport: 6 firm at the last count/);
  await pledges(two.chat, 0, 4);
  // Inside the cell its own exactly, and the total as everywhere.
  two.chat.shows(/6 firm of 9[^]*This cell: 4 firm/);
  for (const { chat } of [one, two]) chat.neverShowed(/(7|8|9|10) firm of/);
  two.chat.neverShowed(/The goal is reached/);
  await pledges(two.chat, 4, 5);
  await stage.wait(6 * minute);
  for (const { chat } of [one, two]) {
    expect(chat.messages().filter(({ text }) => text.includes("The goal is reached"))).toHaveLength(1);
  }
  await stage.wait(8 * day);
  for (const { chat } of [one, two]) {
    expect(chat.messages().filter(({ text }) => text.includes("If you pledged"))).toHaveLength(1);
    chat.shows(/Closed: 11 pledges are firm/);
  }
});

conversation("all chats of a cell show the same drive", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/cell code");
  const code = newestCode(stage);
  const night = stage.chat("nightshift");
  await night.person("Dee").administrates().says(`/cell join ${code}`);
  await zoe.says(open("Shall we?"));
  await ana.says("/pledge in");
  chat.shows(/1 firm of 3/);
  night.shows(/1 firm of 3/);
  await night.person("Dee").says("/pledge in");
  chat.shows(/2 firm of 3/);
});

conversation(
  "what was agreed stays: after the first answer only wording and deadline change",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(open("Shall we?"));
    await zoe.says("/drive edit goal:1").isTold(/Changed/);
    await zoe.says("/drive edit goal:4").isTold(/Changed/);
    await ana.says("/pledge in");
    await zoe.says("/drive edit goal:1").isTold(/Only the wording and the deadline/);
    await zoe
      .says('/drive edit Shall we all? deadline:"in 2 days"')
      .chatIsTold(/Drive 1 has changed[^]*New wording: Shall we all\?[^]*New deadline/);
    chat.shows(/Shall we all\?[^]*1 firm of 4/);
    await ana.says("/drive edit Nonsense").isTold(/coordinator/);
    await zoe.says("/drive edit").isTold(/What shall change/);
    await stage.wait(3 * day);
    chat.shows(/Closed: one pledge is firm, of a goal of 4/);
  },
);

conversation("chats are reminded at most once a day", aboutARule, async ({ cell, stage }) => {
  const { zoe } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we?"));
  await zoe.says("/drive remind").chatIsTold(/Not answered yet\?/);
  await stage.wait(23 * hour);
  await zoe.says("/drive remind").isTold(/less than a day ago/);
  await stage.wait(hour);
  await zoe.says("/drive remind").chatIsTold(/Not answered yet\?/);
});

conversation("who is not vouched for is shown apart until they are", aboutARule, async ({ cell }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/cell settings vouches 1");
  await zoe.says('/drive new Shall we? goal:1 deadline:"in 7 days"');
  await ana.says("/pledge in").isToldPrivately(/once enough members have vouched/);
  chat.shows(/0 firm of 1[^]*1 pledge does not count yet/);
  await ben.says("/vouch @Ana");
  chat.shows(/1 firm of 1/);
  chat.shows(/The goal is reached/);
});

conversation("whose voucher is forgotten is told that others are needed", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/cell settings vouches 2");
  for (const one of [ana, ben, cho]) await one.says("/help");
  await zoe.says("/vouch @Ana");
  await ben.says("/vouch @Ana");
  await cho.says("/vouch @Ben");
  await ana.says("/me quiet off");
  await zoe.says('/drive new Shall we? goal:3 deadline:"in 7 days"');
  await ana.says("/pledge in");
  await ben.writes("/me forget");
  await ben.presses("Yes, forget me").isTold(/Somebody who vouched for you is gone: one member does now, of 2/);
  chat.shows(/1 firm of 3/);
  expect(stage.problems).toEqual([]);
});

conversation("a drive beyond one cell is the steward's", aboutARule, async ({ cell, stage }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  await one.zoe.says('/cell new "Ward 7" sector:transport');
  const code = newestCode(stage);
  const ward = stage.chat("ward7");
  const eve = ward.person("Eve").administrates();
  await eve.says(`/cell join ${code}`);
  await one.zoe.says(open("All of us?", "scope:sector name:all"));
  ward.shows(/All of us\?/);
  await eve.says("/drive close").isTold(/coordinator|stewards/);
  await one.ana.says(open("Mine?")).isTold(/coordinator/);
  await one.zoe.says(open("Wrong?", "scope:cell sectors:transport")).isTold(/scope:sector/);
});

conversation("a card and an answer in the direct chat", async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(open("Shall we?"));
  await ana.says("/help");
  await ana.writes("/pledge").isTold(/you have not answered yet[^]*Shall we\?[^]*0 firm of 3/);
  await ana.writes("/pledge in").isTold(/you're in/);
  await ana.writes("/drive show").isTold(/1 firm of 3/);
  await ana.writes("/drive list").isTold(/1: Shall we\?/);
});

conversation("in Spanish", only("what is said is the same everywhere", "console"), async ({ cell }) => {
  const { chat, zoe, ana } = await cell("Cochera 5", { sector: "transporte", language: "es" });
  await zoe.says('/drive new ¿Paramos? goal:2 deadline:"en 7 días"');
  await ana.says("/pledge if 1").isToldPrivately(/te apuntas si se suma 1 persona más/);
  chat.shows(/¿Paramos\?[^]*0 en firme de 2[^]*1 más se suma si son 2/);
});

conversation("after the close, an answer is told which drive closed and when", async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.writes("/help"); // Telegram: only now can she be written to
  await ana.says("/pledge in").isToldPrivately(/There is no open drive here\. The coordinator opens one/);
  await zoe.says(open("Shall we walk out?", "name:walk"));
  await zoe.says(open("Shall we sit down?", "name:sit"));
  await zoe.says("/drive close drive:sit");
  await stage.wait(8 * day);
  await ana
    .says("/pledge in")
    .isToldPrivately(/no open drive here\. “walk” closed .*27 March.*17:00.*stay as they are/);
  await ana.says("/pledge if 3").isToldPrivately(/“walk” closed/);
  await ana.says("/me language es");
  await ana.says("/pledge withdraw").isToldPrivately(/ninguna campaña abierta\. «walk» se cerró el/);
  await ana.says("/me language en");
  await stage.wait(30 * day);
  await ana.says("/pledge in").isToldPrivately(/There is no open drive here\. The coordinator opens one/);
  chat.neverShowed(/“walk” closed/);
});

conversation("no line says nothing, and the cell's line agrees with the exact total", async ({ cell, stage }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  const two = await cell("Ward 7", { sector: "health" });
  for (const name of ["Hal", "Ian", "Jon"]) await two.chat.person(name).says("/help");
  await one.zoe.says('/drive new Shall we? goal:3 deadline:"in 7 days" scope:federation');
  await one.ana.says("/pledge in");
  await one.ben.says("/pledge if 4");
  for (const name of ["Eva", "Fay", "Gil"]) await two.chat.person(name).says("/pledge in");
  for (const somebody of [one.cho, one.dee]) await somebody.says("/help");
  // Nothing of the other cell is published, so in here the condition does not hold yet.
  one.chat.shows(/This cell: 1 firm, 1 waiting/);
  await stage.wait(8 * day);
  for (const { chat } of [one, two]) chat.neverShowed(/(transport|health): 0|0 (kept|waiting)/);
  one.chat.shows(/Goal reached[^]*5 firm of 3[^]*This cell: 2 firm$/m);
  two.chat.shows(/Goal reached[^]*5 firm of 3[^]*This cell: 3 firm$/m);
  one.chat.neverShowed(/0 kept/);
  for (const { chat } of [one, two]) {
    // The card is short: the sentence is in the announcement, once.
    expect(chat.messages().filter(({ text }) => text.includes("Closed: 5 pledges are firm"))).toHaveLength(1);
  }
});

conversation("what whoever opens a drive should know is said in a sentence", async ({ cell }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  const two = await cell("Ward 7", { sector: "health" });
  await pledges(one.chat, 0, 12, "/help");
  await two.ana.says("/help");
  await one.zoe
    .says('/drive new Shall we? goal:40 minimum:2 scope:federation deadline:"in 7 days"')
    .chatIsTold(/open in 2 chats\.\nThe goal is above the 14 members known so far\.\nThe minimum in health can never/);
  await one.zoe
    .says('/drive new Fewer? goal:14 scope:federation deadline:"in 7 days"')
    .chatIsTold(/open in 2 chats\.(?!\nThe)/);
  await one.zoe.says('/drive new Ours? goal:50% minimum:2 deadline:"in 7 days"').chatIsTold(/is open\.(?!\nThe)/);
  await one.zoe.says("/cell settings language es");
  await one.zoe
    .says('/drive new ¿Y todas? goal:40 minimum:2 scope:federation deadline:"en 7 días"')
    .chatIsTold(/La meta supera a los 14 miembros que conozco por ahora\.\nEl mínimo en health nunca/);
});

/** Care over several days, as people share it out. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";

const day = 24 * 60 * 60_000;
const hour = day / 24;

conversation(
  "an action of several days has shifts: the card shows the gaps, and a tap takes one or gives it back",
  async ({ cell }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    for (const one of [ana, ben]) {
      await one.says("/help");
      await one.writes("/help");
    }
    await zoe.says('/action plan "Gate" from:"saturday 28 march 10:00" to:"monday 30 march 17:00" care:meals');
    chat.shows(
      /Meals, Sat[^\n]* 28 March: nobody yet, 2 places[^]*Meals, Sun[^\n]* 29 March: nobody yet[^]*30 March: nobody yet/,
    );
    await ana.says("/action care 1 meals do:take").isTold(/Which one\?|Meals/);
    await ana.presses("Meals, Sun 29 March").isTold(/It's yours: Meals/);
    await chat.stage.wait(60_000);
    chat.shows(/Meals, Sun[^\n]* 29 March: [^\n]*Ana[^\n]*1 place open/);
    // Two days and a day before, and on the evening before each day: the days, and nobody's name.
    const before = await chat.stage.wait(7 * day);
    const said = before.filter(({ text }) => text.includes("It begins on")).map(({ text }) => text);
    expect(said.join("\n")).toMatch(/Meals, Sat[^\n]* 28 March: 2 places open/);
    expect(said.join("\n")).not.toMatch(/Ana/);
    await ana.says("/action care 1 do:leave").isTold(/open again/);
    const during = await chat.stage.wait(day + 2 * hour);
    const eve = during.filter(({ text }) => text.includes("Still open")).map(({ text }) => text);
    expect(eve.join("\n")).toMatch(/Still open:[^]*Meals, Sun[^\n]* 29 March: 2 places open/);
    expect(eve.join("\n")).not.toMatch(/Sat[^\n]* 28 March: 2/);
    expect(chat.stage.problems).toEqual([]);
  },
);

conversation(
  "people keep their days where an action becomes longer or shorter",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await ana.says("/help");
    await zoe.says('/action plan "Gate" from:"saturday 28 march 10:00" to:"sunday 29 march 17:00" care:meals');
    await ana.presses("I take on: Meals, Sun 29 March");
    await zoe.says('/action change 1 to:"monday 30 march 17:00"');
    chat.shows(
      /Gate has changed[^]*Nobody yet: Meals: Sat 28 March, Mon 30 March|Nobody yet: Meals: Sat 28 March and Mon 30 March/,
    );
    chat.shows(/Meals, Sun 29 March: [^\n]*Ana/);
    await zoe.says('/action change 1 to:"saturday 28 march 17:00"');
    chat.shows(/No more: Meals, Sun 29 March/);
    await zoe.says('/action plan "Camp" from:"saturday 4 april 10:00" to:"sunday 26 april 17:00" care:"meals, rides"');
    const long = chat.messages().findLast(({ text }) => text.startsWith("Camp"))?.text ?? "";
    expect(long.match(/\[I take on/g)).toHaveLength(6);
    expect(long).toMatch(/Nobody yet:\n• Meals: [^\n]*and 2 more/);
    expect(long.split("\n").length).toBeLessThan(30);
    // Planned again under its name it has its days.
    await zoe.says("/action template 2 Camping");
    await zoe.says('/action plan Camping from:"saturday 2 may 10:00"');
    chat.shows(/Camp\n[^\n]*2 May[^]*Meals, Sat 2 May to Sun 3 May: nobody yet/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "hours on each day stay what they were where an action becomes longer or shorter, and what was done is not asked for",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await ana.says("/help");
    await zoe.says('/action plan "Gate" from:"saturday 28 march 10:00" to:"monday 30 march 17:00" care:meals');
    await zoe.says("/action care 1 meals from:12:00 to:13:00").isTold(/Meals for Gate is now/);
    await ana.says("/action care 1 meals do:take").isTold(/Which one\?|Meals/);
    await ana.presses("Meals, Sun 29 March, 12:00").isTold(/It's yours: Meals/);
    await zoe.says('/action change 1 to:"tuesday 31 march 17:00"');
    const card = (): string => chat.messages().findLast(({ text }) => text.startsWith("Gate\n"))?.text ?? "";
    expect(card()).toMatch(/Meals, Sun 29 March, 12:00[^\n]*13:00[^\n]*Ana[^]*Meals, Tue 31 March, 12:00[^\n]*13:00/);
    await zoe.says('/action change 1 to:"sunday 29 march 17:00"');
    expect(card()).toMatch(/Meals, Sat 28 March, 12:00[^\n]*13:00[^]*Meals, Sun 29 March, 12:00[^\n]*13:00[^\n]*Ana/);
    expect(card()).not.toMatch(/Meals: |30 March, 12/);
    await stage.wait(8 * day);
    await ana.says("/action care 1 meals do:done");
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "an action has so many acts of care at most on a day, and its card has them all",
  aboutARule,
  async ({ cell }) => {
    const { chat, zoe } = await cell("Depot 5", { sector: "transport" });
    await zoe.says('/action plan "Gate" from:"saturday 28 march 10:00" to:"saturday 28 march 18:00" care:meals');
    for (let more = 0; more < 7; more++) {
      await zoe.says(`/action care 1 meals do:add from:1${more}:00 to:1${more}:30`).isTold(/Meals is planned for Gate/);
    }
    await zoe.says("/action care 1 meals do:add from:17:30 to:18:00").isTold(/8 care acts at most on each of its days/);
    const card = chat.messages().findLast(({ text }) => text.startsWith("Gate\n"))?.text ?? "";
    expect(card.match(/\[I take on/g)).toHaveLength(8);
  },
);

conversation(
  "who gave several shifts is asked once whether that may stand in the ledger",
  aboutARule,
  async (scene) => {
    const { zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
    const { stage } = scene;
    for (const one of [zoe, ana, ben]) {
      await one.says("/help");
      await one.writes("/help");
    }
    await zoe.says('/action plan "Gate" from:"saturday 28 march 10:00" to:"monday 30 march 17:00" care:meals');
    for (const when of ["Sat 28 March", "Sun 29 March", "Mon 30 March"]) {
      await ana.presses(`I take on: Meals, ${when}`);
    }
    await ben.presses("I take on: Meals, Mon 30 March");
    await stage.wait(12 * day);
    for (const when of ["Sat 28 March", "Sun 29 March"]) await ana.presses(`Done: Meals, ${when}`);
    // Somebody else's share is asked about on its own.
    await ana.presses("Done: Meals, Mon 30 March");
    expect(await stage.database.read((tx) => tx.careEntry.count())).toBe(2);
    await ana.writes("/care mine").isTold(/Gate/);
    expect(stage.problems).toEqual([]);
  },
);

/** Nobody is disturbed in their quiet hours by what can wait. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";
import { council } from "../kit/council.ts";
import type { StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const depot = { sector: "transport" };

/** They can be written to. The stage begins at 17:00 in Paris: these have quiet hours now, until eight. */
async function quiet(...people: readonly StagePerson[]): Promise<void> {
  for (const one of people) {
    await one.says("/help");
    await one.writes("/me quiet 16:00 08:00");
  }
}

async function stepsDown(one: StagePerson): Promise<void> {
  await one.writes("/delegate step-down");
  await one.presses("Yes, step down");
}

/** How often somebody was told something directly. */
const told = ({ chat, user }: StagePerson, pattern: RegExp): number =>
  chat.stage
    .adapter(chat.platform)
    .shown.filter(({ to, chat: place }) => to === user.id || place === `direct:${user.id}`)
    .filter(({ text }) => pattern.test(text)).length;

conversation(
  "a place on the list is told of in the morning, unless that is too late",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await quiet(ana, ben);
    for (const at of ["25 march 19:00", "21 march 07:00", "26 march 19:00"]) {
      await zoe.says(`/gather new "Soup" at:"${at}" capacity:1`);
    }
    for (const number of [1, 2, 3]) {
      await zoe.says(`/gather going ${number}`);
      await ana.says(`/gather going ${number}`);
    }
    const free = (date: string) => new RegExp(`Soup, .*${date}.*: a place is free for you`);
    await zoe.says("/gather no 2");
    await stage.wait(minute);
    expect(told(ana, free("21 March, 07:00")), "too early for the morning: at once").toBe(1);
    await zoe.says("/gather no 1");
    await zoe.says("/gather no 3");
    await stage.wait(14 * hour);
    expect(told(ana, /a place is free/)).toBe(1);
    // What is called off in the night is not told of.
    await zoe.says("/gather cancel 3");
    await stage.restart();
    await stage.wait(hour);
    expect(told(ana, free("25 March, 19:00"))).toBe(1);
    expect(told(ana, /a place is free/)).toBe(2);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "quiet hours are those of one's own zone, and what is said is in one's own language",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await quiet(ana, ben);
    // In New York it is noon, in Auckland five in the morning.
    await ana.writes("/me zone America/New_York");
    await ben.writes("/me language es");
    await ben.writes("/me zone Pacific/Auckland");
    await zoe.says('/gather new "Soup" at:"25 march 19:00" capacity:1');
    await zoe.says("/gather going 1");
    await ana.says("/gather going 1");
    await ben.says("/gather going 1");
    await zoe.says("/gather no 1");
    await stage.wait(minute);
    expect(told(ana, /a place is free for you/)).toBe(1);
    await ana.says("/gather no 1");
    await stage.wait(2 * hour);
    expect(told(ben, /hay una plaza libre para ti/)).toBe(0);
    await stage.wait(2 * hour);
    expect(told(ben, /hay una plaza libre para ti/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "care that has changed is told of in the morning, as it is by then",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await quiet(ana, ben);
    await zoe.says('/action plan "Picket" from:"28 march 10:00" to:14:00 care:meals');
    await ana.says("/action care 1 meals do:take");
    await ben.says("/action care 1 meals do:take");
    await zoe.says("/action care 1 meals from:11:00 to:13:00");
    await zoe.says("/action care 1 meals from:12:00 to:13:00");
    await ben.says("/action care 1 meals do:leave");
    await stage.wait(14 * hour);
    expect(told(ana, /Meals for Picket/)).toBe(0);
    await stage.wait(hour + minute);
    expect(told(ana, /Meals for Picket/)).toBe(1);
    expect(told(ana, /Meals for Picket.*12:00/)).toBe(1);
    expect(told(ben, /Meals for Picket/)).toBe(0);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "whether care may stand in the ledger is asked in the morning, if it is still open",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await quiet(ana, ben);
    await zoe.says("/care give Soup by:@Ana");
    await zoe.says("/care give Bread by:@Ben");
    await stage.wait(14 * hour);
    expect([told(ana, /Soup/), told(ben, /Bread/)]).toEqual([0, 0]);
    // Who looks for it finds it at any time.
    await ben.writes("/care mine").isTold(/Bread/);
    await ben.presses("Yes");
    const before = told(ben, /Bread/);
    await stage.wait(hour + minute);
    expect([told(ana, /Soup/), told(ben, /Bread/)]).toEqual([1, before]);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a turn in the circle waits for the morning, and goes to whoever has it by then",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await quiet(ana, ben);
    await zoe.says("/circle new day:thursday time:18:00");
    for (const one of [ana, ben]) await one.writes("/circle join");
    // Two days before, at 18:00.
    await stage.wait(4 * day + 2 * hour);
    expect([told(ana, /It is your turn/), told(ben, /It is your turn/)]).toEqual([0, 0]);
    await stage.wait(14 * hour);
    expect([told(ana, /It is your turn/), told(ben, /It is your turn/)]).toEqual([1, 1]);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "that a decompression was not held is told to whoever planned it in the morning",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe } = await cell("Depot 5", depot);
    await quiet(zoe);
    await zoe.says('/action plan "Picket" from:"21 march 12:00" to:18:00 care:meals');
    await zoe.says("/action confirm 1");
    // Seven days after its end, at 18:00.
    await stage.wait(8 * day + 2 * hour);
    chat.shows(/has not been held yet/);
    expect(told(zoe, /has not been held yet/)).toBe(0);
    await stage.wait(14 * hour);
    expect(told(zoe, /has not been held yet/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "who comes into a seat hears of it in the morning, but at once while an assembly goes on",
  aboutARule,
  async (scene) => {
    const of = await council(scene, [
      { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana", alternate: "Abe" }] },
      { name: "Ward", sector: "Health", seats: [{ delegate: "Bea", alternate: "Bob" }] },
      { name: "School", sector: "Education", seats: [{ delegate: "Cid", alternate: "Cho" }] },
    ]);
    const { stage, zoe } = of;
    const [abe, bob] = [of.cell("Depot").person("Abe"), of.cell("Ward").person("Bob")];
    const cho = of.cell("School").person("Cho");
    await quiet(abe, bob, cho);
    await stepsDown(of.cell("Depot").person("Ana"));
    await of.cell("Depot").person("Zoe").says("/delegate mandate Bread");
    await stage.wait(14 * hour);
    expect(told(abe, /You speak for Depot/)).toBe(0);
    await stage.wait(hour + minute);
    // Seat and mandate are heard of at once.
    expect(told(abe, /You speak for Depot[^]*Bread/)).toBe(1);
    expect(told(abe, /binds you to this/)).toBe(0);
    await zoe.says('/assembly new Assembly rule:"every day" time:18:00 quorum:1');
    await stage.wait(10 * hour - 15 * minute);
    await stepsDown(of.cell("Ward").person("Bea"));
    await stage.wait(minute);
    // Who is told at night is told why.
    expect(told(bob, /You speak for Ward[^]*Assembly 1 begins/)).toBe(1);
    // After its end it goes on no more, though nobody has closed it yet.
    await stage.wait(4 * hour);
    await stepsDown(of.cell("School").person("Cid"));
    await stage.wait(minute);
    expect(told(cho, /You speak for School/)).toBe(0);
    await stage.wait(11 * hour);
    expect(told(cho, /You speak for School/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation("a delegate hears of another mandate in the morning, as it is by then", aboutARule, async (scene) => {
  const of = await council(scene, [
    { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana" }] },
    { name: "Ward", sector: "Health", seats: [{ delegate: "Bea" }] },
  ]);
  const { stage } = of;
  const [ana, bea] = [of.cell("Depot").person("Ana"), of.cell("Ward").person("Bea")];
  await quiet(ana, bea);
  await of.zoe.writes("/help");
  for (const words of ["Bread", "Roses"]) {
    await of.cell("Depot").person("Zoe").says(`/delegate mandate ${words}`);
    await of.cell("Ward").person("Zoe").says(`/delegate mandate ${words}`);
  }
  await stage.wait(minute);
  expect(told(ana, /binds you to this/)).toBe(0);
  // Who gives up the seat in the night is bound to nothing.
  await stepsDown(bea);
  await stage.restart();
  await stage.wait(15 * hour);
  expect(told(ana, /binds you to this[^]*Roses/)).toBe(1);
  expect(told(ana, /Bread/)).toBe(0);
  expect(told(bea, /binds you to this/)).toBe(0);
  expect(stage.problems).toEqual([]);
});

conversation(
  "a swap is asked for in the morning if it still stands, a stand-in for this night at once",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says("/role new Dishes every:2w day:friday time:16:00");
    for (const one of [ana, ben]) {
      await one.says("/role join");
      await one.writes("/help");
    }
    await stage.wait(16 * hour);
    const [mine, other] = told(ana, /would be yours/) > 0 ? [ana, ben] : [ben, ana];
    await mine.presses("Accept");
    await stage.wait(7 * hour);
    await quiet(other);
    await mine.says(`/role swap with:@${other.name}`).isTold(/The question goes to/);
    expect(told(other, /asks you to swap/)).toBe(0);
    await stage.restart();
    await stage.wait(16 * hour);
    expect(told(other, /asks you to swap/)).toBe(1);
    await other.presses("No, sorry").isTold(/./);
    // It begins on the 27th at 16:00; an hour later is within their quiet hours.
    await stage.wait(5 * day + 9 * hour);
    const before = told(other, /asks you to stand in/);
    await mine.says(`/role cover by:@${other.name} to:"28 march 06:00"`).isTold(/The question goes to/);
    expect(told(other, /asks you to stand in/)).toBe(before + 1);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "an exchange in the circle is asked for in the morning, if both turns are still theirs",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says("/circle new day:thursday time:18:00");
    for (const one of [ana, ben]) {
      await one.says("/help");
      await one.says("/circle join");
      await one.writes("/help");
    }
    await quiet(ben);
    await ana.says("/circle swap with:@Ben").isTold(/The question goes to @?Ben/);
    expect(told(ben, /would like to exchange/)).toBe(0);
    await stage.restart();
    await stage.wait(16 * hour);
    expect(told(ben, /would like to exchange/)).toBe(1);
    await ben.presses("No");
    // Whoever leaves in the night exchanges nothing any more.
    await stage.wait(8 * hour);
    await ana.says("/circle swap with:@Ben");
    await ana.says("/circle leave");
    await stage.wait(16 * hour);
    expect(told(ben, /would like to exchange/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "what was answered to a question is told in the morning to who asked it, if it is so still",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says("/circle new day:thursday time:18:00");
    for (const one of [ana, ben]) {
      await one.says("/help");
      await one.says("/circle join");
      await one.writes("/help");
    }
    await ana.says("/circle swap with:@Ben");
    await quiet(ana);
    await ben.presses("Yes, exchange").isTold(/Exchanged/);
    await stage.wait(minute);
    expect(told(ana, /Exchanged/)).toBe(0);
    await stage.restart();
    await stage.wait(15 * hour);
    expect(told(ana, /Exchanged/)).toBe(1);
    await ana.says("/circle swap with:@Ben");
    await stage.wait(9 * hour);
    await ben.presses("No");
    await stage.wait(minute);
    expect(told(ana, /cannot exchange/)).toBe(0);
    await stage.wait(15 * hour);
    expect(told(ana, /cannot exchange/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation("the answer to a swap is told in the morning to who asked for it", aboutARule, async ({ cell, stage }) => {
  const { zoe, ana, ben } = await cell("Depot 5", depot);
  await zoe.says("/role new Dishes every:2w day:friday time:16:00");
  for (const one of [ana, ben]) {
    await one.says("/role join");
    await one.writes("/help");
  }
  await stage.wait(16 * hour);
  const [mine, other] = told(ana, /would be yours/) > 0 ? [ana, ben] : [ben, ana];
  await mine.presses("Accept");
  await mine.says(`/role swap with:@${other.name}`);
  await quiet(mine);
  await stage.wait(8 * hour);
  await other.presses("Agree").isTold(/Dishes is yours from/);
  expect(told(mine, /agrees/)).toBe(0);
  await stage.restart();
  await stage.wait(15 * hour);
  expect(told(mine, /agrees/)).toBe(1);
  expect(stage.problems).toEqual([]);
});

conversation(
  "who set no quiet hours is asked nothing at night, and who has them asked hears that it waits",
  aboutARule,
  async (scene) => {
    const of = await council(scene, [
      { name: "Depot", sector: "Transport", seats: [] },
      { name: "Ward", sector: "Health", seats: [] },
    ]);
    const { stage } = of;
    const [zoe, ana] = [of.cell("Depot").person("Zoe"), of.cell("Depot").person("Ana")];
    for (const one of [zoe, ana]) {
      await one.says("/help");
      await one.writes("/help");
    }
    await zoe.says("/delegate choose");
    await stage.wait(5 * hour);
    await zoe.says("/delegate propose @Ana").isTold(/not the time to disturb them now/);
    await stage.wait(9 * hour);
    expect(told(ana, /You are proposed/)).toBe(0);
    await stage.wait(2 * hour);
    expect(told(ana, /You are proposed.*There is time until \w+ \d+ \w+/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "that enough members vouch for somebody is told in the morning, and not if it is so no longer",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await quiet(ana, ben);
    await zoe.says("/cell settings vouches 1");
    await zoe.says("/vouch @Ana");
    await zoe.says("/vouch @Ben");
    await stage.wait(minute);
    expect(told(ana, /vouch for you/)).toBe(0);
    await ben.writes("/me leave");
    await stage.restart();
    await stage.wait(15 * hour);
    expect(told(ana, /vouch for you/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation("a note for who begins waits for the morning", aboutARule, async ({ cell, stage }) => {
  const { zoe, ana, ben } = await cell("Depot 5", depot);
  await zoe.says("/role new Dishes every:1w day:friday time:16:00");
  await ana.says("/role join");
  await ana.writes("/help");
  await ben.writes("/help");
  await stage.wait(16 * hour);
  await ana.presses("Accept");
  await ben.says("/role join");
  await stage.wait(7 * day);
  await ben.presses("Accept");
  await ana.writes("/role handover Dishes The box sticks");
  await quiet(ben);
  await stage.wait(6 * day + 9 * hour);
  expect(told(ben, /The box sticks/)).toBe(0);
  await stage.wait(15 * hour);
  expect(told(ben, /The box sticks/)).toBe(1);
  expect(stage.problems).toEqual([]);
});

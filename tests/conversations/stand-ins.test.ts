/** Somebody stands in for a while: what they are told, who is named, and how it ends. */
import { expect } from "vitest";
import { aboutARule, conversation, type Scene } from "../kit/conversation.ts";
import type { StageChat, StagePerson } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

const saidTo = (chat: StageChat, person: StagePerson): string =>
  chat.stage
    .adapter(chat.platform)
    .shown.filter(({ to, chat: place }) => to === person.user.id || place === `direct:${person.user.id}`)
    .map(({ text }) => text)
    .join("\n---\n");

/**
 * It is Saturday 28 March 2026, 9:00, in Paris. Ben holds Keys until Friday 3 April at 16:00; Ana has accepted the term
 * after it; Cho and Dee are members. Everybody can be written to.
 */
async function keys({ cell, stage }: Scene) {
  const of = await cell("Depot 5", { sector: "transport" });
  const { chat, zoe, ana, ben, cho } = of;
  const dee = chat.person("Dee");
  for (const one of [zoe, ana, ben, cho, dee]) {
    await one.says("/help");
    await one.writes("/help");
  }
  await zoe.says('/role new Keys every:1w day:friday time:16:00 checklist:"the box, the list"');
  await ben.says("/role join");
  await stage.wait(16 * hour);
  await ben.presses("Accept");
  await stage.wait(5 * day);
  await ana.says("/role join");
  await stage.wait(2 * day);
  await ana.presses("Accept");
  chat.shows(/Now: Ben, until Fri 3 April[^]*Next: Ana \(accepted\)/);
  return { chat, zoe, ana, ben, cho, dee };
}

const firstDay = 'from:"friday 3 april 16:00" to:"saturday 4 april 16:00"';

conversation(
  "who stands in at a hand-over has its reminder, checklist, note and announcement",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, ana, ben, cho, dee } = await keys(scene);
    await ana.writes(`/role cover by:@Dee ${firstDay}`);
    await dee.presses("Agree").isTold(/You look after Keys/);
    chat.shows(/Next: Dee for Ana, from Fri 3 April/);
    await cho.writes("/role preview 1 terms:2").isTold(/3 April.*: Dee for Ana\n.*10 April.*: Ben/);
    await stage.wait(5.5 * day);
    expect(saidTo(chat, dee)).toMatch(
      /You look after Keys for Ana from Fri 3 April, 16:00 to Sat 4 April, 16:00 \(Paris\)\. You take it over from Ben\.\nTo hand over:\n.*the box/,
    );
    expect(saidTo(chat, ben)).toMatch(/You hand Keys over to Dee/);
    expect(saidTo(chat, ana)).not.toMatch(/You take Keys over/);
    await ben.writes("/role handover 1 the lock sticks").isTold(/I keep your note/);
    await dee.writes("/role handover 1").isTold(/What should/);
    await stage.wait(day);
    chat.shows(/Keys passes from Ben to @?Dee for Ana, until Sat 4 April, 16:00 \(Paris\)\. Thank you, Ben/);
    chat.shows(/Now: Dee for Ana, until Sat 4 April, 16:00/);
    expect(saidTo(chat, dee)).toMatch(/the lock sticks/);
    expect(saidTo(chat, ana)).not.toMatch(/the lock sticks/);
    await cho.writes("/role history 1").isTold(/since Fri 3 April: Dee for Ana\n.*since Fri 3 April: Ana\n.*: Ben/);
    await stage.wait(day);
    // It is Ana's again, and she has what was left for her term.
    chat.shows(/Now: Ana, until Fri 10 April/);
    expect(saidTo(chat, ana)).toMatch(/the lock sticks/);
    expect(saidTo(chat, cho)).not.toMatch(/the lock sticks/);
    await cho.writes("/role history 1").isTold(/Fri 3 April to Sat 4 April: Dee for Ana\n/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("either of the two ends it, the other one is told, and reminders follow", aboutARule, async (scene) => {
  const { stage } = scene;
  const { chat, ana, ben, dee } = await keys(scene);
  await ana.writes(`/role cover by:@Dee ${firstDay}`);
  await dee.presses("Agree");
  await stage.wait(5.4 * day);
  await dee.presses("Can't").isTold(/Keys is with Ana again/);
  await stage.wait(1);
  expect(saidTo(chat, ana)).toMatch(/Dee can't look after Keys from Fri 3 April/);
  expect(saidTo(chat, ana)).toMatch(/You take Keys over from Ben/);
  expect(saidTo(chat, ben)).toMatch(/over to Ana/);
  chat.shows(/Next: Ana \(accepted\)/);
  // Asked again, she is reminded although the day before has passed; and the holder can end it, too.
  await ana.writes(`/role cover 1 by:@Dee ${firstDay}`);
  await dee.presses("Agree");
  await stage.wait(1);
  expect(saidTo(chat, dee).match(/You look after Keys for Ana/g)).toHaveLength(2);
  await stage.wait(day);
  chat.shows(/Now: Dee for Ana/);
  await ana.writes("/role cover 1 end").isTold(/Dee no longer stands in/);
  await stage.wait(1);
  expect(saidTo(chat, dee)).toMatch(/You need not look after Keys for Ana any more/);
  chat.shows(/Now: Ana, until Fri 10 April/);
  await dee.presses("Call it off").isTold(/That is over\. Thank you for standing in/);
  await dee.writes("/role cover 1 end").isTold(/Nobody stands in for you/);
  await ana.writes("/role history 1").isTold(/Fri 3 April to Fri 3 April: Dee for Ana/);
  expect(stage.problems).toEqual([]);
});

const ways: readonly (readonly [
  string,
  (of: Awaited<ReturnType<typeof keys>>) => PromiseLike<unknown>,
  "holder" | "stand-in",
])[] = [
  ["the holder gives the turn back", ({ ana }) => ana.writes("/role decline 1"), "stand-in"],
  ["the holder leaves the rotation", ({ ana }) => ana.writes("/role leave 1"), "stand-in"],
  ["the holder's turn is taken by another in a swap", swapped, "stand-in"],
  ["the holder is away", ({ ana }) => ana.writes('/role away from:"3 april" to:"5 april"'), "stand-in"],
  [
    "the hand-over is on another day",
    ({ zoe }) => zoe.says("/role edit 1 every:FREQ=MONTHLY;BYMONTHDAY=10"),
    "stand-in",
  ],
  ["the role ends", ended, "stand-in"],
  ["who stands in is away", ({ dee }) => dee.writes('/role away from:"3 april" to:"5 april"'), "holder"],
  ["who stands in leaves the cell", left, "holder"],
];

async function swapped({ ana, ben }: Awaited<ReturnType<typeof keys>>): Promise<void> {
  await ana.writes("/role swap 1 with:@Ben");
  await ben.presses("Agree");
}

async function ended({ zoe }: Awaited<ReturnType<typeof keys>>): Promise<void> {
  await zoe.says("/role end 1");
  await zoe.presses("End it");
}

async function left({ dee }: Awaited<ReturnType<typeof keys>>): Promise<void> {
  await dee.says("/me leave");
  await dee.presses("Yes, leave");
}

for (const [title, end, told] of ways) {
  conversation(`it ends, and the other one is told, when ${title}`, aboutARule, async (scene) => {
    const { stage } = scene;
    const of = await keys(scene);
    const { chat, ana, dee } = of;
    await ana.writes(`/role cover by:@Dee ${firstDay}`);
    await dee.presses("Agree");
    await end(of);
    await stage.wait(1);
    const [whom, sentence] =
      told === "holder"
        ? [ana, /(Dee|Somebody) can't look after Keys from/]
        : [dee, /You need not look after Keys for/];
    expect(saidTo(chat, whom)).toMatch(sentence);
    await stage.wait(7 * day);
    chat.neverShowed(/Now: Dee/);
    chat.neverShowed(/@?Dee for Ana, until/);
    expect(stage.problems).toEqual([]);
  });
}

conversation("who only kept a role for others did so to the end, in the history too", aboutARule, async (scene) => {
  const { stage } = scene;
  const { ana, ben, cho } = await keys(scene);
  await ana.writes("/role leave 1");
  await stage.wait(7 * day);
  await ben.writes("/role leave 1");
  await stage.wait(hour);
  await cho.writes("/role history 1").isTold(/Fri 3 April to Sat 4 April: Ben \(acting\)/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "a stand-in that is agreed on late begins with the yes, and both are told so",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, ben, cho } = await keys(scene);
    await ben.writes('/role cover by:@Cho to:"tuesday 31 march 18:00"');
    await stage.wait(5 * hour);
    await cho.presses("Agree").isTold(/You look after Keys from Sat 28 March, 14:00 to Tue 31 March, 18:00/);
    expect(saidTo(chat, ben)).toMatch(/looks after Keys from Sat 28 March, 14:00 to Tue 31 March, 18:00/);
    expect(stage.problems).toEqual([]);
  },
);

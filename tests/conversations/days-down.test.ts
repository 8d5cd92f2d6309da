/** The bot was down for days: what fell due meanwhile is looked at as a whole, and said once as things stand now. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";
import { council } from "../kit/council.ts";
import type { Stage, StageChat, StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Nothing runs for so long. The stage begins on Friday 20 March 2026 at 17:00 in Paris. */
async function down(stage: Stage, time: number): Promise<void> {
  stage.clock.forget();
  stage.clock.advanceTo(stage.clock.now() + time);
  await stage.restart();
  await stage.wait(1);
}

const saidTo = (chat: StageChat, person: StagePerson): readonly string[] =>
  chat.stage
    .adapter(chat.platform)
    .shown.filter(({ to, chat: place }) => to === person.user.id || place === `direct:${person.user.id}`)
    .map(({ text }) => text);

const times = (said: readonly string[], pattern: RegExp): number => said.filter((text) => pattern.test(text)).length;
const inChat = (chat: StageChat): readonly string[] => chat.messages().map(({ text }) => text);

conversation("who has a turn in a circle is reminded of it once", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/circle new day:thursday time:18:00");
  for (const one of [ana, ben, cho]) {
    await one.says("/help");
    await one.writes("/help");
    await one.writes("/circle join");
  }
  // The time of Thursday 26 March passes, and the reminders of that of 2 April fall due.
  await down(stage, 12 * day);
  await stage.wait(day);
  const said = [ana, ben, cho].flatMap((one) => saidTo(chat, one));
  for (const part of ["a story", "a skill"]) {
    expect(times(said, new RegExp(`your turn in the circle: ${part}, on Thu 2 April`))).toBe(1);
  }
  expect(times(said, /26 March/)).toBe(0);
  expect(stage.problems).toEqual([]);
});

conversation(
  "an action that ended says of its rest only what is still to come",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/action plan Picket from:22/3/2026 10:00 to:12:00 care:meals");
    await zoe.presses("Confirm");
    await down(stage, 4 * day);
    expect(times(inChat(chat), /It is over\. Thank you all/)).toBe(1);
    expect(times(inChat(chat), /It is over[^]*You meet on/)).toBe(0);
    expect(times(inChat(chat), /Did you meet\?/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a late reminder leaves to the next what that says within the hour",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe } = await cell("Depot 5", { sector: "transport" });
    await zoe.says('/gather new "Soup" at:"22 march 17:00"');
    await down(stage, 2 * day - 61 * minute);
    await stage.wait(90 * minute);
    expect(times(inChat(chat), /Soup\n.*in 1 hour/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation("an action is reminded of once, and care that is asked for is told of once", aboutARule, async (of) => {
  const { chat, zoe, ana, ben } = await of.cell("Depot 5", { sector: "transport" });
  const { stage } = of;
  for (const one of [ana, ben]) {
    await one.says("/help");
    await one.writes("/help");
  }
  await zoe.says("/action plan Picket from:22/3/2026 17:00 to:19:00 care:meals");
  await ben.writes("/care offer rides");
  await ana.writes('/care need Clinic form:rides when:"in 2 days 17:00"');
  await ana.writes("/me quiet 16:00 13:00");
  // Ana is asked at 13:00 whether they want Ben; a day before its moment they would be asked again.
  await ben.presses("I can").isTold(/I ask who needs it/);
  await down(stage, 2 * day - 3.5 * hour);
  await stage.wait(hour);
  expect(times(inChat(chat), /Picket\nIt begins/)).toBe(1);
  expect(times(saidTo(chat, ana), /Somebody can: Clinic/)).toBe(1);
  expect(stage.problems).toEqual([]);
});

conversation("of an assembly nobody hears twice what is over or said by what comes next", aboutARule, async (scene) => {
  const of = await council(scene, [
    { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana" }, { delegate: "Ben" }] },
    { name: "Clinic", sector: "Health", seats: [{ delegate: "Cho" }] },
  ]);
  const { stage, zoe, chat } = of;
  await zoe.says('/assembly new Assembly rule:"every thursday" time:18:00 quorum:2');
  for (const name of ["Ana", "Ben", "Cho"]) await of.who(name).writes("/help");
  const heard = (): readonly string[] => ["Ana", "Ben", "Cho"].flatMap((name) => saidTo(chat, of.who(name)));
  const hosts = [of.cell("Depot"), of.cell("Clinic")];
  // From Friday to half an hour before it begins on Thursday 26 March.
  const before = [hosts.flatMap(inChat).length, inChat(chat).length];
  await down(stage, 6 * day + 30 * minute);
  expect(times(heard(), /Assembly[^]*26 March/)).toBe(3);
  // Said once, and not "tomorrow".
  const toHost = hosts.flatMap(inChat).filter((text) => /You host/.test(text));
  expect(toHost).toEqual([expect.stringMatching(/^Assembly .*\nYou host the next assembly\. Thu 26 March/)]);
  // The card alone, with what can be done now.
  expect(
    inChat(chat)
      .slice(before[1])
      .filter((text) => /26 March/.test(text)),
  ).toHaveLength(1);
  // Nobody is there for the whole of the next one: it is over, and the one after that is ahead.
  const then = inChat(chat).length;
  await stage.wait(14 * hour);
  await down(stage, 9 * day);
  const late = inChat(chat).slice(then).join("\n---\n");
  expect(late).not.toMatch(/2 April[^]*check in/i);
  expect(times(inChat(chat).slice(then), /is over|closed/i)).toBeLessThanOrEqual(2);
  expect(stage.problems).toEqual([]);
});

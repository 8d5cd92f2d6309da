/** The bot was down for days: what fell due meanwhile is looked at as a whole, and said once as things stand now. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";
import type { Stage, StageChat, StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Nothing runs for so long. The stage begins on Friday 20 March 2026 at 17:00 in Paris. */
async function down(stage: Stage, time: number): Promise<void> {
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

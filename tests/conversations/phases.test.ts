/** The calendar of bursts and lulls, and the telling of its turns. */
import { expect } from "vitest";
import { aboutARule, conversation, newestCode } from "../kit/conversation.ts";
import type { StageChat } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;
const told = (chat: StageChat, pattern: RegExp): number =>
  chat.messages().filter(({ text }) => pattern.test(text)).length;

conversation("where we are, what is next, and the next three months", async ({ cell }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.writes("/phase show").isTold(/no calendar of bursts and lulls yet/);
  await zoe.says("/phase set burst:14 lull:7 start:2026-03-16").chatIsTold(/burst and lull take turns/);
  chat.shows(/Burst: day 5 of 14, until Sun 29 March[^]*Next: a lull from Mon 30 March/);
  const [shown] = await ana.writes("/phase show").isTold(/Burst: day 5 of 14/);
  const lines = shown?.text.split("\n").filter((line) => /to .*days/.test(line)) ?? [];
  expect(lines).toHaveLength(8);
  expect(lines[0]).toMatch(/Lull: Mon 30 March to Sun 5 April, 7 days/);
  expect(lines[7]).toMatch(/Burst: Mon 8 June to Sun 21 June, 14 days|Lull: .* June/);
});

conversation("the turn is told once in every chat, at nine in its zone, in its language", async ({ cell, stage }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  const two = await cell("Cochera 7", { sector: "salud", language: "es" });
  await two.zoe.says("/cell settings zone America/Mexico_City");
  await one.zoe.says("/phase set burst:2 lull:3 start:2026-03-20");
  two.chat.shows(/Ya tenemos calendario[^]*Empuje: día 1 de 2/);
  // Sunday the 22nd, at eight in the morning in Paris.
  await stage.wait(Date.UTC(2026, 2, 22, 7) - stage.clock.now());
  expect(told(one.chat, /Today a lull begins/)).toBe(0);
  await stage.wait(hour);
  one.chat.shows(/Today a lull begins: 3 days, until Tue 24 March/);
  expect(told(two.chat, /Hoy empieza la calma/)).toBe(0);
  await stage.restart();
  await stage.wait(8 * hour);
  two.chat.shows(/Hoy empieza la calma: 3 días, hasta el mar, 24 de marzo/);
  await one.zoe.says("/cell settings zone America/Mexico_City");
  await stage.restart();
  await stage.wait(2 * day);
  expect(told(one.chat, /Today a lull begins/)).toBe(1);
  expect(told(two.chat, /Hoy empieza la calma/)).toBe(1);
  await stage.wait(day);
  one.chat.shows(/Today a burst begins: 2 days/);
  expect(stage.problems).toEqual([]);
});

conversation("a bot that was down tells only the phase that runs", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/phase set burst:5 lull:5 start:2026-03-20");
  stage.clock.forget();
  stage.clock.advanceTo(stage.clock.now() + 12 * day);
  await stage.restart();
  await stage.wait(hour);
  expect(told(chat, /Today a/)).toBe(1);
  chat.shows(/Today a burst begins: 5 days, until Fri 3 April/);
});

conversation("what is wrong is said, and the calendar can be stopped", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/phase set burst:14 lull:7").isTold(/for the stewards/);
  await zoe.says("/phase set burst:30 lull:7").isTold(/from 2 to 29/);
  await zoe.says("/phase set burst:14 lull:7 start:2020-01-01").isTold(/within a year/);
  await zoe.says("/phase off").isTold(/no calendar/);
  await zoe.says("/phase set burst:2 lull:2 start:tomorrow").isTold(/The first burst begins Sat 21 March/);
  await zoe.says("/phase off").chatIsTold(/stopped/);
  await stage.wait(10 * day);
  chat.neverShowed(/Today a/);
});

conversation("a chat that is bound later hears of the next turn", aboutARule, async ({ cell, stage }) => {
  const { zoe } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/phase set burst:2 lull:2 start:2026-03-20");
  await stage.wait(3 * day);
  await zoe.says("/cell code");
  const night = stage.chat("nights");
  await night
    .person("Dee")
    .administrates()
    .says(`/cell join ${newestCode(stage)}`);
  night.neverShowed(/Today a/);
  await stage.wait(day);
  expect(told(night, /Today a burst begins/)).toBe(1);
});

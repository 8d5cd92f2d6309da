/** What people type on phones, as the bot takes it. */
import { expect } from "vitest";
import { asksInWords, conversation } from "../kit/conversation.ts";

const depot = { sector: "transport" };

conversation("a poll of dates: what nobody said is told, and a tap takes another hour", async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says('/gather new "Soup"');
  await zoe.says("/gather when friday or saturday at 20:00");
  chat.shows(/Fri[^]*, 20:00[^]*Sat[^]*, 20:00/);
  await zoe.says("/gather when 1 27 october, 28 october").isTold(/Nobody gave a time of the day, so I took 18:00/);
  chat.shows(/Tue 27 October, 18:00[^]*Wed 28 October, 18:00/);
  await zoe.presses("19:00");
  chat.shows(/Tue 27 October, 19:00[^]*Wed 28 October, 19:00/);
  await zoe.says("/gather when friday, 14 november 18:00").isTold(/don't understand|can't tell|understand/);
  expect(stage.problems).toEqual([]);
});

conversation("a deadline that is typed in a cell's chat is in the cell's zone", async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.writes("/me zone America/New_York");
  await zoe.says("/drive new Shall we stop? goal 5 deadline friday 18:00");
  chat.shows(/Shall we stop\?[^]*Fri[^]*18:00/);
  await zoe.says("/drive show 1");
  chat.shows(/Shall we stop\?/);
  expect(stage.problems).toEqual([]);
});

conversation("a forgotten colon is asked about", asksInWords, async ({ cell }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says("/drive new Shall we stop? goal:5 deadline:friday");
  await zoe.says("/drive edit goal many").isTold(/Do you mean “goal: …”\?/);
  chat.shows(/Shall we stop\?/);
});

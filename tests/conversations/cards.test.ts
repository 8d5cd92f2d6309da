/** A card cannot lie: it changes with everything that it shows, and by itself when its time has come. */
import { expect } from "vitest";
import { aboutARule, conversation, newestCode } from "../kit/conversation.ts";
import { council } from "../kit/council.ts";

const hour = 60 * 60_000;
const day = 24 * hour;
const depot = { sector: "transport" };

conversation("the card of an action follows its meeting afterwards", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says('/action plan March from:"tomorrow 10:00" care:meals');
  chat.shows(/^March\n[^]*Afterwards you meet on Sun 22 March/m);
  await zoe.says('/gather move 1 at:"in 5 days 19:00"');
  await stage.wait(60_000);
  chat.shows(/^March\n[^]*Afterwards you meet on (?!Sun 22)/m);
  await zoe.says("/gather cancel 1");
  await stage.wait(60_000);
  chat.shows(/^March\n[^]*No meeting afterwards yet/m);
  expect(stage.problems).toEqual([]);
});

conversation(
  "when an act of care begins, its card offers that it is done, without anybody's doing",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, zoe } = await scene.cell("Depot 5", depot);
    await zoe.says('/action plan March from:"tomorrow 10:00" to:3h care:meals');
    expect(stage.problems).toEqual([]);
    const offers = () => chat.messages().filter(({ text }) => /^March\n[^]*Done: Meals/m.test(text)).length;
    expect(offers()).toBe(0);
    await stage.wait(day);
    expect(offers()).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "who is forgotten is named on no card any more, on those of what is over neither",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, zoe, ana } = await scene.cell("Depot 5", depot);
    await zoe.says('/action plan March from:"tomorrow 10:00" to:3h care:meals');
    await ana.presses("I take on: Meals");
    await zoe.presses("Confirm");
    chat.shows(/Meals: Ana/i);
    await stage.wait(4 * day);
    await ana.writes("/me forget");
    await ana.presses("Yes, forget me");
    await stage.wait(hour);
    const shown = chat.messages().filter(({ text }) => /^March\n/m.test(text) && /\bana\b/i.test(text));
    expect(shown).toEqual([]);
    expect(stage.problems).toEqual([]);
  },
);

conversation("another name is the name on the cards", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", depot);
  await zoe.says('/action plan March from:"tomorrow 10:00" to:3h care:meals');
  await ana.presses("I take on: Meals");
  Object.assign(ana.user, { name: "Anaïs" });
  await ana.says("/help");
  await stage.wait(60_000);
  chat.shows(/Meals: Anaïs/);
});

conversation("the bot that comes back to a chat catches up on what is over by then", async (scene) => {
  const { stage, platform } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", depot);
  await zoe.says('/drive new "Bread?" goal:1 deadline:"in 2 days" scope:cell reveal:live');
  await ana.presses("I'm in");
  await stage.happen(platform, chat.place, zoe.user, { type: "bot-removed" });
  await stage.wait(3 * day);
  const card = () => chat.messages().find(({ text }) => /^Bread\?\n/m.test(text))?.text;
  expect(card()).toMatch(/2 days left/);
  await stage.happen(platform, chat.place, zoe.user, { type: "bot-added" });
  await stage.wait(60_000);
  expect(card()).toMatch(/reached/i);
  expect(card()).not.toMatch(/left/);
  expect(stage.problems).toEqual([]);
});

conversation("a chat that leaves its cell counts no more where a tally was delivered", aboutARule, async (scene) => {
  const { stage, platform } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", depot);
  await zoe.says("/cell code");
  const night = stage.chat("night", platform).person("Zoe").administrates();
  await night.says(`/cell join ${newestCode(stage)}`);
  await zoe.says('/drive new "Bread?" goal:2 deadline:"in 2 days" scope:cell reveal:live');
  await ana.presses("I'm in");
  await zoe.writes("/help"); // Telegram: only now can she be written to
  await zoe.says("/tally post");
  await zoe.presses("Post to 2 chats");
  await stage.wait(60_000);
  chat.shows(/Delivered to 2 of 2 chats/);
  await night.says("/cell leave");
  await night.presses("Yes, leave");
  await stage.wait(60_000);
  chat.shows(/Delivered to 1 of one chat/);
});

conversation("the card of a drive says how much time is left whenever one looks", aboutARule, async (scene) => {
  const { stage } = scene;
  const { chat, zoe } = await scene.cell("Depot 5", depot);
  await zoe.says('/drive new "Bread?" goal:1 deadline:"in 3 days" scope:cell reveal:live');
  const left = () =>
    chat
      .messages()
      .find(({ text }) => /^Bread\?\n/m.test(text))
      ?.text.match(/· ([^·]+) left/)?.[1];
  const seen: (string | undefined)[] = [left()];
  for (const hours of [13, 24, 13, 15, 5, 1, 0.75]) {
    await stage.wait(hours * hour);
    seen.push(left());
  }
  expect(seen).toEqual(["3 days", "2 days", "1 day", "22 hours", "7 hours", "2 hours", "1 hour", "15 minutes"]);
  expect(stage.problems).toEqual([]);
});

conversation("the bot that comes back does not send again what stands there with the same words", async (scene) => {
  const { stage, platform } = scene;
  const { chat, zoe } = await scene.cell("Depot 5", depot);
  await zoe.says("/cell code");
  const night = stage.chat("night", platform).person("Zoe").administrates();
  await night.says(`/cell join ${newestCode(stage)}`);
  await zoe.says('/gather new Soup at:"in 20 days 18:00"');
  await night.says("/gather maybe");
  await stage.wait(60_000);
  const edits = () =>
    stage.adapter(platform).shown.filter((one) => one.how === "edit" && one.chat === chat.place.id).length;
  const before = edits();
  await stage.happen(platform, chat.place, zoe.user, { type: "bot-removed" });
  await night.says("/gather going");
  await stage.wait(60_000);
  await night.says("/gather maybe");
  await stage.wait(60_000);
  await stage.happen(platform, chat.place, zoe.user, { type: "bot-added" });
  await stage.wait(60_000);
  expect(edits()).toBe(before);
  await night.says("/gather going");
  await stage.wait(60_000);
  expect(edits()).toBe(before + 1);
  expect(stage.problems).toEqual([]);
});

conversation("what stands there with the same words is not sent again to whoever asks once more", async (scene) => {
  const { stage, platform } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", depot);
  const edits = (pattern: RegExp): number =>
    stage.adapter(platform).shown.filter(({ how, text }) => how === "edit" && pattern.test(text)).length;
  await zoe.says('/role new "Letter" every:4w day:friday time:18:00');
  await stage.wait(60_000);
  const overviews = edits(/Letter: nobody/);
  // Who asks is answered all the same.
  await zoe.says("/role who").chatIsTold(/Letter: nobody/);
  await stage.wait(60_000);
  expect(edits(/Letter: nobody/)).toBe(overviews);

  await zoe.says('/drive new "Bread?" goal:2 deadline:"in 2 days" scope:cell reveal:live');
  await zoe.writes("/help");
  const post = async (): Promise<void> => {
    await zoe.says("/tally post");
    await zoe.presses("Post to one chat");
    await stage.wait(60_000);
  };
  const tally = /^Bread\?\n🖼[^]* left$/;
  const tallies = () => chat.messages().filter(({ text }) => tally.test(text));
  await post();
  await post();
  expect(tallies()).toHaveLength(1);
  expect(edits(tally)).toBe(0);
  await ana.presses("I'm in");
  await post();
  expect(tallies().map(({ text }) => text)).toEqual([expect.stringContaining("1 firm")]);
  expect(edits(tally)).toBe(1);
  expect(stage.problems).toEqual([]);
});

conversation("when nobody can stand any more, the card of an election says so by itself", aboutARule, async (scene) => {
  const { stage, platform } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", depot);
  await scene.cell("Ward 7", { sector: "health" });
  await zoe.says('/council new Valley cells:"Depot 5, Ward 7"');
  const chamber = stage.chat("chamber", platform).person("Zoe").administrates();
  await chamber.says(`/council join ${newestCode(stage)}`);
  await zoe.says("/delegate choose");
  await ana.says("/delegate stand");
  chat.shows(/Standing is possible until/);
  await stage.wait(day);
  chat.shows(/Standing is no longer possible/);
  expect(stage.problems).toEqual([]);
});

conversation("when the year turns, a card that goes on names the year of a date that is past", async (scene) => {
  const { stage } = scene;
  await stage.wait(Date.UTC(2026, 11, 25) - stage.clock.now());
  const { chat, zoe } = await scene.cell("Depot 5", depot);
  await zoe.says('/action plan March from:"2026-12-31 10:00" to:2h care:meals');
  const card = () =>
    chat.messages().findLast(({ text }) => /^March\n[^]*Afterwards you meet[^]*Action 1/m.test(text))?.text;
  await stage.wait(Date.UTC(2026, 11, 31, 22, 59) - stage.clock.now());
  expect(card()).toMatch(/Thu 31 December, 10:00/);
  // In Paris, where the chat is.
  await stage.wait(60_000);
  expect(card()).toMatch(/Thu, 31 December 2026, 10:00/);
  expect(stage.problems).toEqual([]);
});

conversation("a date to come loses its year by the clocks of the chat, on the card that is there", async (scene) => {
  const { stage } = scene;
  await stage.wait(Date.UTC(2026, 10, 20) - stage.clock.now());
  const { chat, zoe } = await scene.cell("Depot 5", depot);
  await zoe.says("/cell settings zone America/Mexico_City");
  await zoe.says('/gather new Soup at:"2027-01-20 18:00"');
  await stage.wait(60_000);
  const cards = () => chat.messages().filter(({ text }) => /^Soup\n/m.test(text));
  const [first] = cards();
  await stage.wait(Date.UTC(2027, 0, 1, 5, 59) - stage.clock.now());
  expect(cards()[0]?.text).toMatch(/Wed, 20 January 2027, 18:00/);
  await stage.wait(60_000);
  expect(cards()[0]?.text).toMatch(/Wed 20 January, 18:00/);
  // It is weeks old. Were it posted anew, it would come before everybody's eyes for nothing.
  expect(cards().map(({ messageId }) => messageId)).toEqual([first?.messageId]);
  expect(stage.problems).toEqual([]);
});

conversation("what a cell or council is called anew stands on the cards that name it", aboutARule, async (scene) => {
  const of = await council(scene, [
    { name: "Depot", sector: "Transport", seats: [] },
    { name: "Ward", sector: "Health", seats: [] },
  ]);
  const depot = of.cell("Depot");
  await depot.person("Zoe").says("/delegate choose");
  await of.zoe.says("/council settings name Harbour");
  await of.stage.wait(60_000);
  depot.shows(/Harbour/);
  expect(of.stage.problems).toEqual([]);
});

conversation(
  "an assembly that is over stays as long as it was, whatever holds from then on",
  aboutARule,
  async (scene) => {
    const of = await council(scene, [
      { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana" }] },
      { name: "Ward", sector: "Health", seats: [{ delegate: "Bea" }] },
    ]);
    await of.zoe.says('/assembly new Assembly rule:"every day" time:18:00 length:2h');
    await of.stage.wait(2 * day);
    await of.zoe.says("/assembly close");
    await of.zoe.says("/assembly change length:1h");
    await of.stage.wait(60_000);
    const shown = of.chat
      .messages()
      .flatMap(({ text }) => /^Assembly \d.*\n.*for (?:1 hour|2 hours)/m.exec(text)?.[0] ?? []);
    // The one that comes next is shorter.
    expect(shown.filter((text) => text.includes("for 1 hour")).length).toBeGreaterThan(0);
    expect(shown.filter((text) => /Assembly [123]$[^]*for 1 hour/m.test(text))).toEqual([]);
    expect(shown.filter((text) => text.includes("for 2 hours")).length).toBeGreaterThan(0);
    expect(of.stage.problems).toEqual([]);
  },
);

conversation("a card whose words stay the same is not sent again", async (scene) => {
  const { stage, platform } = scene;
  const { chat, zoe } = await scene.cell("Depot 5", depot);
  await zoe.says("/role new Dishes every:2w day:tuesday time:16:00");
  await stage.wait(60_000);
  chat.shows(/^Roles of Depot 5$/m);
  // The overview says the day only. On Discord each reader sees it in their own zone, where it may be another one.
  const shown = [...(await zoe.says("/role edit Dishes time:18:00")), ...(await stage.wait(60_000))];
  const again = shown.filter(({ how, text }) => how === "edit" && text.startsWith("Roles of Depot 5"));
  expect(again).toHaveLength(platform === "discord" ? 1 : 0);
});

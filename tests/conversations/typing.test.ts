/** What people type on phones, as the bot takes it. */
import { expect } from "vitest";
import { asksInWords, conversation } from "../kit/conversation.ts";

const depot = { sector: "transport" };

const textsOf = (shown: readonly { readonly text: string }[]): string => shown.map(({ text }) => text).join("\n");

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

conversation(
  "only what can be meant is asked about: one gathering has times, and one has met",
  async ({ cell, stage }) => {
    const { chat, zoe } = await cell("Depot 5", depot);
    await zoe.says('/gather new "Soup"');
    await zoe.says('/gather new "Film"');
    await zoe.says("/gather when 2 friday 20:00, saturday 20:00");
    await zoe.says("/gather choose");
    chat.shows(/Film[^]*Fri[^]*20:00/);
    await zoe.says("/gather held").isTold(/Which gathering\?/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("a verb behind what it is about is no name for something new", async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says("/action plan Gate from saturday 10:00 to 14:00 care meals");
  await zoe.says("/action care 1 meals done").isTold(/not begun/);
  await zoe.says("/action show 1");
  chat.shows(/^(?![^]*meals done)[^]*Meals/);
  expect(stage.problems).toEqual([]);
});

conversation("what the buttons of a drive say can be typed", asksInWords, async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", depot);
  await zoe.says("/drive new Shall we stop? goal 5 deadline friday");
  await ana.says("/pledge I’m in, please");
  chat.shows(/1 firm/);
  await ana.says("/pledge if 2 others join");
  chat.shows(/1 more holds if 3 are in/);
  await zoe.says('/drive new Do we march? goal 3 deadline "31 february"').isTold(/don't understand when that is/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "what a button says is typed in reply to it, or directly under it",
  asksInWords,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says("/gather new Soup at friday 20:00");
    const card = stage.adapters.flatMap(({ shown }) => shown).findLast(({ text }) => text.includes("Soup"));
    // Talk is left alone, and so is what replies to people.
    await ana.talks("Going");
    await ana.replies("somebody's", "Going");
    chat.shows(/Nobody has said yet/);
    await ana.replies(card?.messageId ?? "", "going!");
    chat.shows(/^(?![^]*Nobody has said yet)[^]*Soup/);
    await ben.says("/help");
    await ben.writes("/role away tomorrow to friday").isTold(/you are away/);
    await ben.writes("I’m back").isTold(/Welcome back/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("an hour that nobody gave is said, and a tap takes another one", async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe
    .says("/drive new Shall we stop? goal:5 deadline:27 march")
    .isTold(/Drive 1 is open[^]*Nobody gave a time of the day, so I took 18:00/);
  await zoe.presses("20:00");
  chat.shows(/Shall we stop\?[^]*until Fri 27 March, 20:00/);
  await zoe.says("/gather new Soup at:saturday").isTold(/so I took 18:00/);
  await zoe.presses("12:00");
  chat.shows(/Soup[^]*Sat 21 March, 12:00/);
  const said = await zoe.says("/gather new Film at:saturday 20:00");
  expect(said.map(({ text }) => text).join()).not.toMatch(/Nobody gave/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "in the direct chat a label is typed for what was said last, and for nothing before it",
  asksInWords,
  async ({ cell, stage }) => {
    const { ana } = await cell("Depot 5", depot);
    await ana.says("/help");
    const yes = "yes, forget me";
    const gone = /I have forgotten you/;
    const old = await ana.writes("/me forget").isTold(/Shall I remove you/);

    // Something else was said since.
    await ana.writes("/help");
    expect(textsOf(await ana.writes(yes))).not.toMatch(gone);
    // A reply to an older message presses nothing of the newest one, and nothing of its own.
    const newest = await ana.writes("/me forget").isTold(/Shall I remove you/);
    expect(textsOf(await ana.writes(yes, old.at(-1)?.messageId))).not.toMatch(gone);
    expect(textsOf(await ana.writes(yes, newest.at(-1)?.messageId))).not.toMatch(gone);
    // After ten minutes it is over, as any question is.
    await ana.writes("/me forget").isTold(/Shall I remove you/);
    await stage.wait(11 * 60 * 1000);
    expect(textsOf(await ana.writes(yes))).not.toMatch(gone);
    // Directly under it, and in reply to it, after a restart too.
    await ana.writes("/me forget").isTold(/Shall I remove you/);
    await stage.restart();
    await ana.writes(yes).isTold(gone);
    await ana.says("/help");
    const last = await ana.writes("/me forget").isTold(/Shall I remove you/);
    await ana.writes(yes, last.at(-1)?.messageId).isTold(gone);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a label presses no older button of another federation",
  asksInWords,
  async ({ cell, stage, platform }) => {
    const { ana } = await cell("Depot 5", depot);
    const clinic = stage.chat("clinic", platform);
    await clinic
      .person("Yan")
      .administrates()
      .says("/setup federation:Other sector:health cell:Clinic zone:Europe/Paris language:en");
    const there = clinic.person("Ana");
    await ana.says("/help");
    await ana.writes("/me forget").isTold(/Shall I remove you from Alliance/);
    await there.says("/help");
    await there.writes("/me forget").isTold(/Shall I remove you from Other/);
    await ana.says("/help");
    expect(textsOf(await ana.writes("yes, forget me"))).not.toMatch(/I have forgotten you/);
    await there.says("/help");
    await there.writes("/me forget").isTold(/Shall I remove you from Other/);
    await ana.writes("yes, forget me").isTold(/I have forgotten you/);
    expect(textsOf(await ana.writes("yes, forget me"))).not.toMatch(/I have forgotten you/);
    await ana.writes("/me forget").isTold(/Shall I remove you from Alliance/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "what is not for others to see is taken away with a slip in it too, and not said to them",
  asksInWords,
  async ({ cell, stage, platform }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", depot);
    const taken: string[] = [];
    const adapter = stage.adapter(platform);
    adapter.intercept = (outgoing) => {
      if (outgoing.type === "delete") taken.push(outgoing.messageId);
      return undefined;
    };
    await zoe.says("/drive new Shall we stop? goal 5 deadline friday 18:00");
    await ana.says("/help");
    const before = chat.messages().length;
    let typed = 0;
    for (const text of [
      "/pledge inn",
      "/pledge if abc",
      "/pledge in drive:99",
      "/pledge in 5",
      "/pledg in",
      "/delegate recall Annna",
      "/delegate recal Ben",
      "/delegat recal Ben",
      "/delegate vote Annna",
      // No word is near: any of them may be meant.
      "/delegate xyz Annna",
      "/vote destituir Ben",
      '/care give "soup" to:Nobody anonymous:yes',
      '/care giv "soup" anonymous:yes',
      '/care give "soup" kind:abc anonymous:yes',
      "/care xyzzy soup",
    ]) {
      typed++;
      // Who can be written to, and (Telegram) who cannot.
      await (typed % 2 === 0 ? ben : ana).says(text);
      expect([text, taken.length]).toEqual([text, typed]);
    }
    const said = textsOf(chat.messages().slice(before));
    expect(said).not.toMatch(/inn|abc|99|recal|Ann|Ben|soup|Nobody|vote|xyz|destituir/);
    // What others may see is left, with its slip.
    await ana.says("/delegate mandat Soup");
    await ana.says('/care giv "soup"');
    await ana.says("/help abcde");
    await ana.says("/xyz recall Ben");
    await ana.says("/drive xyz soup");
    expect(taken).toHaveLength(typed);
    expect(stage.problems).toEqual([]);
  },
);

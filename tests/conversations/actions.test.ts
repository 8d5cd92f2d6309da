/** Actions with their care and their rest, as people live them. */
import { expect } from "vitest";
import { Federations } from "../../src/store/federations.ts";
import { aboutARule, asksInWords, conversation, newestCode, only } from "../kit/conversation.ts";
import { allRows } from "../kit/rows.ts";
import type { StageChat, StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How often the chat was told something. */
const times = (chat: StageChat, pattern: RegExp): number =>
  chat.messages().filter(({ text }) => pattern.test(text)).length;

const depot = { sector: "transport" };
/** Friday 20 March 2026, 17:00 in Paris. The action: Saturday 28 March, 10:00 to 14:00. */
const plan = '/action plan "Picket at the gate" from:"28 march 10:00" to:14:00 where:"Gate 2" care:meals';

conversation(
  "an action with care and rest is planned, taken on, confirmed, and followed by its rest",
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben, cho } = await cell("Depot 5", depot);
    await zoe.says(plan);
    chat.shows(/Picket at the gate[^]*28 March[^]*10:00[^]*14:00[^]*Where: Gate 2[^]*Meals: 0 of 2 places taken/);
    // In the night the clocks change: 18:00 stays 18:00.
    chat.shows(/Afterwards you meet on Sun(day)?,? 29 March, 18:00 \(Paris\)/);
    for (const one of [ana, ben, cho]) {
      await one.says("/help");
      await one.writes("/help"); // Telegram: only now can they be written to
    }
    await ana.presses("I take on: Meals").isToldPrivately(/It's yours: Meals/);
    chat.shows(/Meals: Ana\. 1 place open/);
    await ana.presses("I take on: Meals").isToldPrivately(/yours already/);
    chat.shows(/Meals: Ana\. 1 place open/);
    await ben.presses("I take on: Meals");
    chat.shows(/Meals: Ana and Ben/);
    await cho.says("/action care 1 meals do:take").isTold(/has enough people/);
    await ben.says("/action care 1 meals do:leave").isTold(/open again/);
    chat.shows(/Meals: Ana\. 1 place open/);
    await zoe.presses("Confirm").chatIsTold(/Confirmed: Sat(urday)?,? 28 March, 10:00/);
    await stage.wait(7 * day + 20 * hour);
    // Two days and one day before: one place is still open. Nobody is blamed.
    expect(times(chat, /Meals: 1 place open/)).toBe(3);
    await stage.wait(2 * hour);
    chat.shows(/It is over\. Thank you all\.\nYou meet on Sun(day)?,? 29 March, 18:00/);
    expect(times(chat, /It is over\. Thank you all/)).toBe(1);
    // What is over is over: it is not open again.
    await ana.says("/action care 1 meals do:leave").isTold(/Meals is over\. Thank you for looking after it/);
    await ana.presses("Done: Meals").chatIsTold(/Meals for Picket at the gate is done/);
    await ana.says("/action care 1 meals do:done").isTold(/noted already/);
    await stage.wait(29 * hour);
    expect(times(chat, /Afterwards: Picket.*\n.*in 1 hour/)).toBe(1);
    await stage.wait(3 * hour);
    expect(times(chat, /Did you meet\?/)).toBe(1);
    await ana.presses("Yes, we met").chatIsTold(/noted as held/);
    await stage.wait(60 * day);
    expect(times(chat, /not been held|Did you meet/)).toBe(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation("confirming without care or rest is refused with two buttons that mend it", async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", depot);
  await zoe.says('/action plan "Picket" from:"28 march 10:00" to:14:00 rest:none');
  chat.shows(/No care yet[^]*No meeting afterwards yet/);
  await zoe.says("/action confirm 1").isTold(/no care and no meeting afterwards yet/);
  await ana.says("/action confirm 1").isTold(/for the coordinator/);
  await zoe.presses("Add: Meals").isTold(/Meals is planned for Picket/);
  await zoe.says("/action confirm 1").isTold(/no meeting afterwards yet\. Add it/);
  await zoe.presses("Meet the day after, 18:00").chatIsTold(/Afterwards you meet on Sun/);
  await zoe.says("/action confirm 1").chatIsTold(/Confirmed:/);
  await zoe.says("/action confirm 1").isTold(/confirmed already/);
  // The way round, with a reason that stays on the card.
  await zoe.says('/action plan "Flash mob" from:"29 march 10:00" rest:none');
  await zoe
    .says('/action confirm 2 reason:"It is ten minutes long"')
    .chatIsTold(/all the same: It is ten minutes long/);
  chat.shows(/Flash mob[^]*Confirmed all the same: It is ten minutes long/);
  // Though it was confirmed without, the chat is asked for a time when it is over.
  await stage.wait(9 * day);
  chat.shows(/Flash mob\nIt is over\. Thank you all\.\nWhen do you meet to let it settle\?/);
});

conversation("planning is guided: a word and three taps", async ({ cell }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says("/action plan").isTold(/What do you want to do\?/);
  await zoe.answers("Picket at the gate").isTold(/When does it begin\?/);
  await zoe.presses("Sat 21 March, 10:00").isTold(/Where is it\?/);
  await zoe.presses("Leave it out").isTold(/Choose a form of care/);
  await zoe.presses("Childcare");
  chat.shows(/Picket at the gate[^]*21 March, 10:00[^]*13:00[^]*Childcare: 0 of 2[^]*Sun 22 March, 18:00/);
});

conversation(
  "a tap in the menu of words ends nothing before it was asked once more",
  only("on Discord no command is given without its word", "telegram", "matrix", "encrypted"),
  async ({ cell }) => {
    const { zoe } = await cell("Depot 5", depot);
    await zoe.says('/action plan "Camp" from:"28 march 10:00" care:meals');
    await zoe.says("/action");
    await zoe.presses("cancel").isTold(/Cancel an action\. Are you sure\?/);
    await zoe.says("/action list").isTold(/1: Camp.*planned/);
    await zoe.presses("Yes").chatIsTold(/Camp is cancelled/);
  },
);

conversation(
  "a question that was answered by a tap takes no second answer, be it a tap or talk",
  asksInWords,
  async ({ cell, stage, platform }) => {
    const { zoe } = await cell("Depot 5", depot);
    await zoe.says("/action plan");
    await zoe.answers("Picket at the gate");
    await zoe.presses("Sat 21 March, 10:00");
    await zoe.presses("Leave it out");
    await zoe.presses("Childcare");
    await zoe.presses("Childcare").isTold(/answered already/);
    // Where the next message is the answer to a question, talk about it is none any more.
    await zoe.answers("Great, thanks all");
    if (platform === "matrix") await zoe.writes("Great, thanks all");
    expect(await stage.database.read((tx) => tx.action.count())).toBe(1);
    // Also half an hour later a tap says which question it answers.
    await zoe.says("/action plan");
    await zoe.answers("Leaflets");
    await stage.wait(30 * 60_000);
    await zoe.presses("Sat 21 March, 10:00").isTold(/Where is it\?/);
  },
);

conversation(
  "a mark that somebody saw under a card never comes to mean something else there",
  only("only where a room is not encrypted do marks stand for buttons", "matrix"),
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben, cho } = await cell("Depot 5", depot);
    await zoe.says(plan);
    const card = (): readonly [id: string | undefined, marks: Readonly<Record<string, string>>] => {
      const shown = chat.messages().findLast(({ text }) => /Picket at the gate\n/.test(text));
      const items = shown?.rendered.blocks.flatMap((block) => (block.type === "choices" ? block.items : [])) ?? [];
      return [shown?.messageId, Object.fromEntries(items.map(({ label, mark }) => [label, mark]))];
    };
    const [message = "", first] = card();
    expect(first).toEqual({ "I take on: Meals": "1️⃣", Confirm: "2️⃣" });
    const reacts = (one: StagePerson, mark: string) =>
      stage.happen("matrix", chat.place, one.user, { type: "reaction", messageId: message, mark });
    await reacts(ana, "1️⃣");
    await reacts(ben, "1️⃣");
    // Meals have enough people: that button has gone, and the other one keeps its mark.
    expect(card()).toEqual([message, { Confirm: "2️⃣" }]);
    const late = await reacts(cho, "1️⃣");
    expect(late.map(({ text }) => text).join("\n")).toMatch(/has enough people/);
    const early = await reacts(zoe, "1️⃣");
    expect(early.map(({ text }) => text).join("\n")).not.toMatch(/Confirmed/);
    // What comes after it has a mark of its own, also after a restart; what comes back has its own again.
    await stage.restart();
    await zoe.says("/action care 1 rides");
    expect(card()).toEqual([message, { "I take on: Rides": "3️⃣", Confirm: "2️⃣" }]);
    await ana.says("/action care 1 meals do:leave");
    expect(card()).toEqual([message, { "I take on: Meals": "1️⃣", "I take on: Rides": "3️⃣", Confirm: "2️⃣" }]);
    const confirmed = await reacts(zoe, "2️⃣");
    expect(confirmed.map(({ text }) => text).join("\n")).toMatch(/Confirmed/);
    // In a new message marks begin anew.
    await zoe.says("/action show 1");
    expect(card()[0]).not.toBe(message);
    expect(Object.values(card()[1])).toEqual(["1️⃣", "2️⃣"]);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "in an encrypted room a number that somebody saw never comes to mean something else",
  only("only where a room is encrypted do numbers stand for buttons", "encrypted"),
  async ({ cell, stage }) => {
    const { zoe } = await cell("Depot 5", depot);
    const room = stage.chat("sealed", "matrix", true);
    await zoe.says("/cell code");
    const max = room.person("Max").administrates();
    await max.says(`/cell join ${newestCode(stage)}`);
    await zoe.says(plan);
    room.shows(/!1 I take on: Meals\n!2 Confirm/);
    await max.says("!1");
    await room.person("Mia").says("!1");
    room.shows(/Picket at the gate\n(?![^]*!1)[^]*!2 Confirm/);
    await room
      .person("Moe")
      .says("!1")
      .isTold(/has enough people/);
    await zoe.says("/action care 1 rides");
    room.shows(/!3 I take on: Rides\n!2 Confirm/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("an end without a date that lies days later is asked about", async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  const count = (): Promise<number> => stage.database.read((tx) => tx.action.count());
  await zoe
    .says('/action plan Picket from:"saturday 10:00" to:"saturday 9:00" where:"Gate 2"')
    .isTold(/from Sat.* 21 March, 10:00.* to Sat.* 28 March, 09:00 \(Paris\)\. Is that right\?/);
  expect(await count()).toBe(0);
  await zoe.presses("Yes");
  chat.shows(/Picket[^]*21 March, 10:00[^]*28 March, 09:00[^]*Where: Gate 2/);
  // What has a date, a length, or ends soon is meant.
  await zoe.says('/action plan Camp from:"saturday 10:00" to:"27 march 9:00"');
  await zoe.says('/action plan Walk from:"saturday 10:00" to:"5 days"');
  await zoe.says('/action plan Strike from:"saturday 10:00" to:"monday 18:00"');
  expect(await count()).toBe(4);
  await zoe.says('/action change 4 to:"friday 18:00"').isTold(/from Sat.* to Fri.* 27 March, 18:00.*Is that right/);
  await zoe.presses("Yes");
  await zoe.says("/action show 4").chatIsTold(/Strike\n[^]*27 March, 18:00/);
  expect(stage.problems).toEqual([]);
});

conversation("a dash leaves out what may be left out, and is never taken for an answer", async ({ cell }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says("/action plan");
  await zoe.answers("Picket at the gate");
  await zoe.presses("Sat 21 March, 10:00").isTold(/Where is it\?/);
  await zoe.answers("-").isTold(/Choose a form of care/);
  await zoe.answers("–");
  chat.shows(/Picket at the gate\n(?![^]*(?:Where:|[-–]: 0 of))[^]*Afterwards/);
  // Where there is no button for it, the question says so; where it cannot be left out, a dash is no way round it.
  await zoe.says('/gather new "Soup" at:"25 march 19:00" length:ages').isTold(/How long[^]*With “-” you leave it out/);
  await zoe.answers("-");
  chat.shows(/Soup\n[^]*25 March, 19:00/);
  const required = await zoe.says("/role new Keys every:often").isTold(/How often/);
  expect(required.map(({ text }) => text).join("\n")).not.toMatch(/leave it out/);
  await zoe.answers("-").isTold(/How often/);
});

conversation("what is not among the suggestions is written", asksInWords, async ({ cell }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says("/action plan");
  await zoe.answers("Picket at the gate").isTold(/or write for example[^]*Or reply to this message/);
  await zoe.answers("sunday 9:00").isTold(/Where is it\?/);
  await zoe.presses("Leave it out").isTold(/Or reply to this message/);
  await zoe.answers("Soup kitchen");
  chat.shows(/Picket at the gate[^]*22 March, 09:00[^]*Soup kitchen: 0 of 2/);
});

conversation(
  "care that does not overlap is refused; a moved action takes its care and its rest along",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says('/action plan "Camp" from:"28 march 10:00" to:"29 march 16:00" care:"meals and childcare"');
    await zoe.says('/action care 1 rides from:"27 march 9:00" to:"27 march 10:00"').isTold(/has to overlap/);
    await zoe.says('/action care 1 rides from:"29 march 16:00" to:"29 march 18:00"').isTold(/has to overlap/);
    await zoe
      .says("/action care 1 meals from:12:00 to:13:00 places:3")
      .chatIsTold(/Meals for Camp is now: Sat.* 12:00.* to 13:00.* and Sun.* 12:00.* to 13:00/);
    await ana.says("/action care 1 meals do:take");
    await ana.says("/action care 1 meals from:13:00").isTold(/for the coordinator, or for whoever planned/);
    // A second act of the same form on the second day, besides its shift.
    await ben.says('/action care 1 meals do:add from:"29 march 12:00" to:13:00').isTold(/Meals is planned for Camp/);
    await ben.says("/action care 1 meals do:take").isTold(/Which one\?/);
    await zoe
      .says('/action change 1 from:"4 april 11:00"')
      .chatIsTold(
        /Camp has changed\n.*Now: Sat.* 4 April, 11:00.* to .*5 April, 17:00[^]*Meals, Sat.* 4 April, 13:00.* to 14:00[^]*you meet on Mon.* 6 April, 18:00/,
      );
    await stage.wait(12 * day);
    chat.neverShowed(/It is over/);
    await zoe.says("/action change 1 to:now").isTold(/don't understand|ends? after/);
    await zoe.says("/action cancel 1").chatIsTold(/Camp is cancelled/);
    const [cancelled] = await zoe.says("/action show 1");
    expect(cancelled?.text).toMatch(/Action 1, cancelled/);
    expect(cancelled?.text).not.toMatch(/meeting afterwards|place open/);
    await stage.wait(100 * day);
    chat.neverShowed(/It is over|in 1 hour|Did you meet/);
    await zoe.says("/action care 1 meals do:take").isTold(/cancelled|no action here/);
  },
);

conversation("the same care three times running: others are suggested", aboutARule, async ({ cell }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  for (const date of ["21 march", "22 march", "23 march"]) {
    await zoe.says(`/action plan Picket from:"${date} 10:00" care:meals`);
  }
  chat.neverShowed(/last three times/);
  await zoe
    .says('/action plan Picket from:"24 march 10:00" care:meals')
    .chatIsTold(/Meals again, as the last three times/);
  await zoe.presses("Add: Childcare");
  chat.shows(/Meals: 0 of 2[^]*Childcare: 0 of 2/);
});

conversation("a template plans the next one in one step", aboutARule, async ({ cell }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says(
    '/action plan "Picket at the gate" from:"28 march 10:00" to:14:00 where:"Gate 2" care:"meals, soup kitchen" rest:"31 march 19:00"',
  );
  await zoe.says("/action care 1 meals from:12:00 to:13:00 places:4");
  await zoe.says("/action template 1 picket").isTold(/Saved\. Next time: \/action plan picket/);
  await zoe.says('/action plan Picket from:"11 april 9:00"');
  chat.shows(
    /Picket at the gate[^]*11 April, 09:00[^]*13:00[^]*Gate 2[^]*soup kitchen: 0 of 2[^]*Meals, Sat 11 April, 11:00 to 12:00.*: 0 of 4[^]*Tue 14 April, 19:00/,
  );
});

conversation(
  "a decompression that is forgotten is asked for every week, until it is let go",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", depot);
    await zoe.says(plan);
    await zoe.writes("/help");
    await stage.wait(8 * day + day + 4 * hour);
    expect(times(chat, /Did you meet\?/)).toBe(1);
    await stage.wait(5 * day);
    chat.neverShowed(/not been held/);
    await stage.wait(2 * day);
    expect(times(chat, /It has not been held yet/)).toBe(1);
    await stage.wait(28 * day);
    expect(times(chat, /It has not been held yet/)).toBe(5);
    await ana.presses("Let it go").isTold(/for the coordinator/);
    await zoe.presses("Let it go").chatIsTold(/the cell has let it go/);
    await ana.presses("Yes, we met").isTold(/has let it go/);
    await stage.wait(100 * day);
    expect(times(chat, /It has not been held yet/)).toBe(5);
  },
);

conversation(
  "who is forgotten, or leaves, gives their places back; names are shown in the cell's own chats only",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says(plan);
    await ana.presses("I take on: Meals");
    await ben.presses("I take on: Meals");
    chat.shows(/Meals: Ana and Ben/);
    await ana.writes("/action show").isTold(/Meals: 2 of 2 places taken/);
    expect((await ana.writes("/action show")).map(({ text }) => text).join()).not.toContain("Ben");
    await ana.writes("/me export");
    await ana.writes("/me forget");
    await ana.presses("Yes, forget me");
    chat.shows(/Meals: Ben\. 1 place open/);
    await ben.leaves();
    chat.shows(/Meals: 0 of 2 places taken/);
    await stage.wait(10 * day);
    expect(stage.problems).toEqual([]);
  },
);

conversation("in Spanish", only("what is said is the same everywhere", "console"), async ({ cell }) => {
  const { chat, zoe } = await cell("Cochera 5", { sector: "transporte", language: "es" });
  await zoe.says('/action plan "Piquete" from:"28 de marzo 10:00" to:"14:00" care:comida');
  chat.shows(/Comida: 0 de 2 plazas ocupadas[^]*Después os encontráis el dom/);
});

conversation(
  "what is personal goes after the retention, with a person, and with the federation; nothing lies in the clear",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says('/action plan "Zitronenfalter" from:"28 march 10:00" where:"Quittenhof" care:Pflaumenmus rest:none');
    await zoe.says('/action confirm 1 reason:"Mirabellenzeit"');
    await zoe.says("/action template 1 Kirschkuchen");
    await zoe.says('/gather new "Nudelsuppe" at:"28 march 19:00"');
    await ana.says("/action care 1 pflaumenmus do:take");
    await ana.says("/gather going 1");
    await zoe.says('/gather new "Blechkuchen"');
    await zoe.says('/gather when 2 "saturday 11:00, sunday 11:00"');
    await ana.presses("Sun 22 March, 11:00");
    const rows = (await allRows(stage.database)).join("\n");
    for (const word of [
      "Zitronenfalter",
      "Quittenhof",
      "Pflaumenmus",
      "Mirabellenzeit",
      "Kirschkuchen",
      "Nudelsuppe",
    ]) {
      expect(rows).not.toContain(word);
    }
    const exported = (await ana.writes("/me export")).flatMap(({ rendered }) => rendered.blocks);
    const file = exported.find((block) => block.type === "file");
    const told = file?.type === "file" ? Buffer.from(file.file.data, "base64").toString() : "";
    for (const word of ["Zitronenfalter", "Pflaumenmus", "Nudelsuppe", "going", "2026-03-22T10:00"]) {
      expect(told).toContain(word);
    }
    const personal = (): Promise<readonly number[]> =>
      stage.database.read(async (tx) => [
        await tx.carePlace.count(),
        await tx.rsvp.count(),
        await tx.timeChoice.count(),
        await tx.action.count({ where: { OR: [{ plannedById: { not: null } }, { sealedReason: { not: null } }] } }),
      ]);
    expect(await personal()).toEqual([1, 1, 1, 1]);
    // The action ends on the 28th of March: 90 days later nothing personal is left, and what was done still stands.
    await stage.wait(97 * day);
    expect(await personal()).toEqual([1, 1, 0, 1]);
    await stage.wait(2 * day);
    expect(await personal()).toEqual([0, 0, 0, 0]);
    await ben.says("/action list").isTold(/1: Zitronenfalter – .*over/);
    const federation = await stage.database.read((tx) => tx.federation.findFirstOrThrow());
    await stage.database.transaction((tx) =>
      new Federations(stage.steward.dispatch.sessionIn(tx)).shred(federation.id),
    );
    expect((await allRows(stage.database)).filter((row) => /^(Action|Care|Gather|Rsvp|Time)/u.test(row))).toEqual([]);
  },
);

conversation("planning in a lull asks once more", async ({ cell }) => {
  const { chat, zoe } = await cell("Depot 5", depot);
  await zoe.says("/phase set burst:5 lull:5 start:2026-03-20");
  await zoe
    .says('/action plan Picket from:"26 march 10:00" to:14:00 care:meals')
    .isTold(/falls into a lull, until Sun 29 March:/);
  chat.neverShowed(/Meals: 0 of 2/);
  await zoe.presses("Plan it all the same");
  chat.shows(/Picket[^]*26 March, 10:00 to 14:00[^]*Meals: 0 of 2/);
  await zoe.says('/action plan Rally from:"31 march 10:00" care:meals');
  chat.shows(/Rally[^]*31 March, 10:00 to 13:00/);
});

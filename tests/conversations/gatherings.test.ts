/** Gatherings, as people live them. */
import ICAL from "ical.js";
import { expect } from "vitest";
import { aboutARule, conversation, mustPressStart, newestCode, only } from "../kit/conversation.ts";
import type { StageChat, StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const times = (chat: StageChat, pattern: RegExp): number =>
  chat.messages().filter(({ text }) => pattern.test(text)).length;
const depot = { sector: "transport" };

conversation("a full gathering has a waiting list that moves up by itself", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", depot);
  await zoe.says('/gather new "Soup" at:"25 march 19:00" capacity:2');
  for (const one of [zoe, ana, ben, cho]) {
    await one.says("/help");
    await one.writes("/help"); // Telegram: only now can they be written to
  }
  await zoe.presses("Going").isToldPrivately(/Soup: you're going/);
  await ana.presses("Going");
  await ana.presses("Going");
  await ben.presses("Going").isToldPrivately(/number 1 on the waiting list/);
  await cho.presses("Going").isToldPrivately(/number 2 on the waiting list/);
  await ben.presses("Going").isToldPrivately(/number 1 on the waiting list/);
  chat.shows(/2 of 2 places taken[^]*2 on the waiting list/);
  // Who leaves makes room for who waits longest, and for nobody else.
  await ana.presses("Maybe").isTold(/Soup, Wed.* 25 March, 19:00.*: a place is free for you/);
  chat.shows(/2 of 2 places taken[^]*1 on the waiting list[^]*1 perhaps/);
  await ana.presses("Going").isToldPrivately(/number 2 on the waiting list/);
  await zoe.presses("No");
  chat.shows(/2 of 2 places taken[^]*1 on the waiting list/);
  await stage.wait(6 * day);
  expect(times(chat, /25 March, 19:00.* in 24 hours.* Are you coming/)).toBe(1);
  expect(times(chat, /25 March, 19:00.* in 1 hour.* Are you coming/)).toBe(1);
  await ana.says("/gather going 1").isTold(/It is over/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "who moves up and cannot be written to is called in the chat, and can give the place back there",
  mustPressStart,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says('/gather new "Soup" at:"25 march 19:00" capacity:1');
    await zoe.presses("Going");
    await ana.presses("Going").isTold(/number 1 on the waiting list/);
    await ben.presses("Going").isTold(/number 2 on the waiting list/);
    await zoe.presses("No").chatIsTold(/^@ana, a place is free for you: Soup, Wed.* 25 March, 19:00/im);
    await ana.presses("Give the place back").chatIsTold(/^@ben, a place is free for you/im);
    chat.shows(/1 of 1 places? taken\n(?![^]*waiting list)/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "where choices are reactions, a number that is typed means the newest of them, or what it answers",
  only("elsewhere numbers are typed anyway, or there are buttons", "matrix"),
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", depot);
    await ana.says("!1").isTold(/no choice with that number/);
    await zoe.says('!gather new "Soup" at:"25 march 19:00"');
    const soup = chat.messages().findLast(({ text }) => text.includes("Soup"));
    await ana.says("!1").isTold(/Soup: you're going/);
    await zoe.says('!gather new "Choir" at:"26 march 19:00"');
    await ana.says("!2").isTold(/Choir: perhaps you come/);
    await ana.replies(soup?.messageId ?? "", "!3").isTold(/Soup: /);
    await ana.says("!9").isTold(/no choice with that number/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("more places later: the waiting list moves up; fewer: the last who came wait", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", depot);
  await zoe.says('/gather new "Soup" at:"25 march 19:00" capacity:1');
  for (const one of [ana, ben, cho]) {
    await one.writes("/help");
    await one.says("/gather going 1");
    await one.writes("/help"); // Telegram: only now can they be written to
  }
  chat.shows(/1 of 1 places? taken[^]*2 on the waiting list/);
  const to = (one: StagePerson): string =>
    stage
      .adapter(chat.platform)
      .shown.filter(({ to: id, chat: place }) => id === one.user.id || place === `direct:${one.user.id}`)
      .map(({ text }) => text)
      .join("\n");
  await ana.says("/gather move 1 capacity:3").isTold(/for the coordinator, or for whoever planned/);
  await zoe.says("/gather move 1 capacity:2").chatIsTold(/Soup.* has changed\n.*There are 2 places now/);
  await stage.wait(minute);
  chat.shows(/2 of 2 places taken[^]*1 on the waiting list/);
  expect(to(ben)).toMatch(/a place is free for you/);
  expect(to(cho)).not.toMatch(/a place is free for you/);
  expect(to(ana)).not.toMatch(/a place is free|fewer places/);
  await zoe.says("/gather move 1 capacity:1");
  await stage.wait(minute);
  chat.shows(/1 of 1 places? taken[^]*2 on the waiting list/);
  expect(to(ben)).toMatch(/fewer places now\. You are number 1 on the waiting list/);
  expect(to(ana)).not.toMatch(/a place is free|fewer places/);
  await zoe.says("/gather move 1").isTold(/What shall change\?/);
  expect(stage.problems).toEqual([]);
});

conversation("its place and its length are on the card and in the calendar", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", depot);
  await zoe.says('/gather new "Soup" at:"25 march 19:00" where:"Hall; by the gate, left" length:90m');
  chat.shows(/Where: Hall[^]*It lasts 1 hour and 30 minutes/);
  await zoe.says('/gather new "Film" at:"26 march 20:00"');
  await zoe.says("/gather move 1 length:8h").chatIsTold(/has changed\n.*It lasts 8 hours/);
  await zoe
    .says('/gather move 2 at:"27 march 20:00" where:"Cellar"')
    .chatIsTold(/Where: Cellar[^]*is now on Fri.* 27 March/);
  await zoe.says("/gather move 1 length:30d").isTold(/a week at most/);
  const file = (await ana.says("/gather ics"))[0]?.rendered.blocks.find((block) => block.type === "file");
  const text = file?.type === "file" && "data" in file.file ? Buffer.from(file.file.data, "base64").toString() : "";
  const parsed = new ICAL.Component(ICAL.parse(text));
  const events = parsed.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const shown = events.map(({ summary, location, startDate, endDate }) => [
    summary,
    location,
    startDate.toString(),
    endDate.toString(),
  ]);
  expect(shown).toEqual([
    ["Soup", "Hall; by the gate, left", "2026-03-25T18:00:00Z", "2026-03-26T02:00:00Z"],
    ["Film", "Cellar", "2026-03-27T19:00:00Z", "2026-03-27T21:00:00Z"],
  ]);
  // It goes on for eight hours: seven hours after it began one can still say that one comes.
  await stage.wait(5 * day + 9 * hour);
  await ana.says("/gather going 1").isTold(/you're going/);
  await stage.wait(2 * hour);
  await ana.says("/gather going 1").isTold(/It is over/);
  expect(stage.problems).toEqual([]);
});

conversation("the time that most can make is chosen with one tap each", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", depot);
  await zoe.says('/gather new "Film night"');
  for (const one of [zoe, ana, ben]) {
    await one.says("/help");
    await one.writes("/help");
  }
  await ana.says("/gather when 1 some evening next week");
  chat.shows(/Mon.* 23 March, 18:30[^]*Sun.* 29 March, 18:30/);
  await zoe.says("/gather when 1 tuesday 19:00, thursday 19:00; saturday 11:00");
  chat.shows(
    /Tue.* 24 March, 19:00.*: nobody yet[^]*Thu.* 26 March, 19:00.*: nobody yet[^]*Sat.* 21 March, 11:00|Sat.* 21 March/,
  );
  await ana.presses("Thu 26 March, 19:00").isToldPrivately(/you can make Thu/);
  await ben.presses("Thu 26 March, 19:00");
  await ben.presses("Tue 24 March, 19:00");
  await zoe.presses("Tue 24 March, 19:00");
  chat.shows(/Tue 24 March, 19:00 \(Paris\): 2 can[^]*Thu 26 March, 19:00 \(Paris\): 2 can/);
  await ben.presses("Tue 24 March, 19:00").isToldPrivately(/Taken back/);
  await ben.presses("Tue 24 March, 19:00");
  await ben.says("/gather choose 1 now").isTold(/for the coordinator, or for whoever planned/);
  // Saturday is nearer than two days: the choice ends halfway.
  await stage.wait(2 * day);
  expect(times(chat, /It is on Tue 24 March, 19:00/)).toBe(1);
  chat.shows(/Film night[^]*Tue 24 March, 19:00[^]*Nobody has said yet/);
  await ana.says("/gather choose 1").isTold(/nothing to choose/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "moved, cancelled, restarted: reminders follow, and nothing is announced for what is cancelled",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", depot);
    await zoe.says('/gather new "Soup" at:"28 march 19:00"');
    await zoe.says('/gather move 1 at:"29 march 19:00"').chatIsTold(/Soup is now on Sun.* 29 March, 19:00/);
    await ana.says('/gather move 1 at:"30 march 19:00"').isTold(/for the coordinator, or for whoever planned/);
    await stage.wait(8 * day);
    chat.neverShowed(/Are you coming/);
    // The clocks change in the night before the 29th: a day before is exact.
    await stage.wait(20 * hour);
    expect(times(chat, /29 March.* in 24 hours.* Are you coming/)).toBe(1);
    await stage.restart();
    await zoe.says("/gather cancel 1").chatIsTold(/Soup is cancelled/);
    await stage.wait(3 * day);
    expect(times(chat, /Are you coming/)).toBe(1);
    await ana.says("/gather going 1").isTold(/was cancelled/);
    await zoe.says("/gather list").isTold(/1: Soup – cancelled/);
  },
);

conversation(
  "when nobody finds a time, others are offered; a calendar file has what has one",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", depot);
    await ana.says("/gather ics").isTold(/no gathering with a time/);
    await zoe.says('/gather new "Soup"');
    await ana.says("/gather when 1").isTold(/When could it be\?/);
    await ana.presses("At the weekend");
    chat.shows(/Sat 21 March, 18:30[^]*Sun 22 March, 18:30/);
    await stage.wait(day);
    chat.shows(/No time was found/);
    await zoe.says('/gather new "Film" at:"30 march 20:00"');
    const [shown] = await ana.says("/gather ics");
    const file = shown?.rendered.blocks.find((block) => block.type === "file");
    const text = file?.type === "file" ? Buffer.from(file.file.data, "base64").toString() : "";
    expect(text).toMatch(/BEGIN:VEVENT[^]*DTSTART:20260330T180000Z[^]*SUMMARY:Film/);
    expect(text).not.toContain("Soup");
  },
);

conversation("two accounts of one person count once", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", depot);
  await zoe.says('/gather new "Soup" at:"28 march 19:00" capacity:2');
  await ana.says("/gather going 1");
  await ben.says("/gather going 1");
  chat.shows(/2 of 2 places taken/);
  // Ben turns out to be Ana.
  await ana.writes("/me link");
  const code = /\b[2-9B-Z]{8}\b/u.exec(stage.adapters.flatMap(({ shown }) => shown).at(-1)?.text ?? "")?.[0] ?? "";
  await ben.writes(`/me link ${code}`);
  await ana.presses("Yes, it is mine");
  chat.shows(/1 of 2 places taken/);
});

conversation(
  "in an encrypted room the numbers of two live messages never mean each other's",
  only("only where a room is encrypted do numbers stand for buttons", "encrypted"),
  async ({ cell, stage }) => {
    const { zoe } = await cell("Depot 5", depot);
    const room = stage.chat("sealed", "matrix", true);
    await zoe.says("/cell code");
    const max = room.person("Max").administrates();
    await max.says(`/cell join ${newestCode(stage)}`);
    await zoe.says('/gather new "Soup" at:"25 march 19:00"');
    await zoe.says('/gather new "Film" at:"26 march 19:00"');
    room.shows(/Soup[^]*!1[^]*Film[^]*!4/);
    // The first one is shown again, and a question with choices of its own is put.
    await max.says("!1").isToldPrivately(/Soup: you're going/);
    await max.says("/gather when 1").isTold(/for the coordinator|When could it be/);
    await max.says("!4").isToldPrivately(/Film: you're going/);
    await max.says("!3").isToldPrivately(/Soup: you're not coming/);
    room.shows(/Film[^]*1 is coming/);
  },
);

conversation(
  "in an encrypted room a number under a card that stands for weeks means what stands beside it",
  only("only where a room is encrypted do numbers stand for buttons", "encrypted"),
  async ({ cell, stage }) => {
    const { zoe } = await cell("Depot 5", depot);
    const room = stage.chat("sealed", "matrix", true);
    await zoe.says("/cell code");
    const max = room.person("Max").administrates();
    await max.says(`/cell join ${newestCode(stage)}`);
    await zoe.says('/gather new "Soup" at:"in 50 days 19:00"');
    await stage.wait(40 * day);
    await max.says("!1").isToldPrivately(/Soup: you're going/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a mark under a card that stands for weeks means what stands beside it, and so does its number when it is typed",
  only("only where a room is not encrypted do marks stand for buttons", "matrix"),
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", depot);
    await zoe.says('/gather new "Soup" at:"in 50 days 19:00"');
    const messageId = chat.messages().findLast(({ text }) => /^Soup\n/m.test(text))?.messageId ?? "";
    await stage.wait(40 * day);
    await ben.says("!1").isToldPrivately(/Soup: you're going/);
    const said = await stage.happen("matrix", chat.place, ana.user, { type: "reaction", messageId, mark: "1️⃣" });
    expect(said.map(({ text }) => text).join("\n")).toMatch(/Soup: you're going/);
    // Where nobody sees it any more, it is forgotten what stood there.
    await stage.happen("matrix", chat.place, zoe.user, { type: "bot-removed" });
    await stage.wait(32 * day);
    expect(await stage.database.read((tx) => tx.choice.count())).toBe(0);
    expect(stage.problems).toEqual([]);
  },
);

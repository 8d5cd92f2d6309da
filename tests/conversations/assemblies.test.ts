/** An assembly from its planning to its minutes, as the people in its chats see it. */
import { expect } from "vitest";
import { Assemblies } from "../../src/store/assemblies/assemblies.ts";
import { Federations } from "../../src/store/federations.ts";
import { aboutARule, conversation } from "../kit/conversation.ts";
import { council, type SeatedCell, type StagedCouncil } from "../kit/council.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

const cells: readonly SeatedCell[] = [
  { name: "Depot", sector: "Transport", place: "Lyon", seats: [{ delegate: "Ana", alternate: "Abe" }] },
  { name: "Tram", sector: "Transport", place: "Paris", seats: [{ delegate: "Ben" }] },
  { name: "Clinic", sector: "Health", place: "Lyon", seats: [{ delegate: "Cho", alternate: "Cal" }, {}] },
  { name: "School", sector: "Schools", place: "Lille", seats: [{ delegate: "Dee" }] },
];

/** The stage begins on Friday 20 March at 17:00; the first assembly is on the Thursday after it, at 18:00. */
const plan = (of: StagedCouncil, more = "") =>
  of.zoe.says(`/assembly new Assembly rule:"every second Thursday" time:18:00 ${more}`);
const untilOpen = 6 * day + 30 * 60_000;

conversation("is planned with a host, and the council and its cells are told", async (scene) => {
  const of = await council(scene, cells);
  const shown = await plan(of);
  expect(shown.map(({ text }) => text).join("\n")).toMatch(/Assembly, every second Thursday at 18:00/);
  of.chat.shows(/Assembly 1\n/);
  of.chat.shows(/Host: Transport, Lyon \(asked\)/);
  of.chat.shows(/Health: 1 of 2 seats filled, one is empty/);
  of.cell("Depot").shows(/Lyon: will you host Assembly 1\?/);
  of.cell("Depot").shows(/Your sector has not hosted yet/);
  of.cell("Tram").neverShowed(/will you host/);
  of.cell("Clinic").shows(/This cell has an empty seat/);
  of.cell("Tram").neverShowed(/This cell has an empty seat/);
  // Numbers for each sector, no names: those are for the council's own chats.
  await of
    .cell("Clinic")
    .person("Cho")
    .says("/assembly roster")
    .chatIsTold(/Health: 1 of 2 seats filled/);
  of.cell("Clinic").neverShowed(/Ana|Ben|Dee/);
  await of.zoe.says("/assembly roster").chatIsTold(/Depot – Ana \(stands in: Abe\)/);
  of.chat.shows(/Clinic – Cho \(stands in: Cal\) and empty seat \(no alternate\)/);
  expect(of.stage.problems).toEqual([]);
});

conversation("is planned once, also where somebody types it twice", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  await plan(of);
  await of.zoe
    .says('/assembly new "assembly" rule:"every friday" time:19:00 seats:2')
    .isTold(/Assembly is planned already\. The next one: Thu.* 26 March, 18:00.*\/assembly change/);
  expect(await of.stage.database.read((tx) => tx.assemblySeries.count())).toBe(1);
  // Under the name of one that was called off, another can be planned.
  await of.zoe.says("/assembly end");
  await of.zoe.presses("Call it off").isTold(/Assembly is called off/);
  await plan(of).isTold(/Assembly, every second Thursday at 18:00/);
  await of.zoe.says('/assembly new "Assembly of the north" rule:"every friday" time:19:00').isTold(/The first one/);
  expect(of.stage.problems).toEqual([]);
});

conversation("is not closed before it begins", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  await plan(of);
  await of.zoe.says("/assembly close").isTold(/Assembly 1 has not begun.*Thu.* 26 March, 18:00.*\/assembly change/);
  expect(await of.stage.database.read((tx) => tx.assembly.count({ where: { closedAt: null } }))).toBe(1);
});

conversation("is accepted by its host, or passed on", async (scene) => {
  const of = await council(scene, cells);
  await plan(of);
  await of
    .cell("Depot")
    .person("Ana")
    .says("/assembly host accept")
    .isTold(/coordinator of a cell that hosts/);
  await of
    .cell("Depot")
    .person("Zoe")
    .presses("Pass it on")
    .isTold(/Passed on\. Host: Transport, Paris \(asked\)/);
  of.cell("Tram").shows(/Paris: will you host/);
  await of.cell("Tram").person("Zoe").presses("We host").isTold(/told/);
  of.chat.shows(/Host: Transport, Paris: they said yes/);
  of.chat.shows(/Host: Transport, Paris\n/);
  await of.zoe.says("/assembly host").chatIsTold(/Of the sector's places, this one has not hosted yet/);
});

conversation(
  "counts an alternate only while their delegate is absent, and meets its quorum by one",
  aboutARule,
  async (scene) => {
    const of = await council(scene, cells);
    await plan(of);
    await of
      .who("Ben")
      .says("/assembly checkin")
      .isTold(/Not yet/);
    await of.stage.wait(untilOpen);
    await of
      .who("Ben")
      .presses("I'm here")
      .isToldPrivately(/You're in for Tram/);
    await of.who("Cho").says("/assembly checkin");
    await of.zoe.says("/assembly quorum").chatIsTold(/Quorum: no, 2 of 5 seats are there, needed 3 \(1 more\)/);
    await of
      .who("Abe")
      .presses("I'm here")
      .isToldPrivately(/The delegate of Depot is away, so you count/);
    await of.zoe.says("/assembly quorum").chatIsTold(/Quorum: yes, 3 of 5 seats are there, needed 3/);
    await of
      .who("Ana")
      .says("/assembly checkin")
      .isTold(/You're in for Depot/);
    await of.zoe.says("/assembly quorum").chatIsTold(/yes, 3 of 5/);
    await of
      .who("Abe")
      .says("/assembly checkin")
      .isTold(/is here and counts for the seat/);
    await of.zoe.says("/assembly roster").chatIsTold(/Depot – Ana is here/);
    await of
      .who("Ana")
      .says("/assembly checkout")
      .isTold(/You're out/);
    await of.zoe.says("/assembly roster").chatIsTold(/Depot – Abe is here for Ana/);
    // In the chats of cells the numbers follow, without names.
    await of.stage.wait(6 * 60_000);
    of.cell("Depot").shows(/Transport: 2 of 2 seats there/);
    of.cell("Depot").neverShowed(/Ben|Cho/);
    // They are let alone while nobody comes or goes.
    const touched = () =>
      of.store(({ tx }) =>
        tx.card.findMany({ where: { kind: "assembly-sectors" }, select: { id: true, wanted: true } }),
      );
    const before = await touched();
    expect(before).not.toEqual([]);
    await of.stage.wait(hour);
    expect(await touched()).toEqual(before);
    await of.who("Ben").says("/assembly checkout");
    await of.stage.wait(6 * 60_000);
    of.cell("Depot").shows(/Transport: 1 of 2 seats there/);
  },
);

conversation("keeps an agenda that opens with care, then rest, and a queue of speakers", async (scene) => {
  const of = await council(scene, cells);
  await plan(of);
  await of
    .who("Ana")
    .says("/assembly agenda add Strike fund")
    .chatIsTold(/Item 6 of Assembly 1: Strike fund/);
  await of
    .who("Ben")
    .says("/assembly agenda add Night buses")
    .chatIsTold(/Item 7/);
  await of
    .who("Ben")
    .says("/assembly agenda open 6")
    .isTold(/coordinator/);
  await of.zoe.says("/assembly agenda move 7 3").chatIsTold(/6\. Night buses/);
  await of.zoe.says("/assembly agenda move 1 3").isTold(/always comes first/);
  await of.zoe.says("/assembly agenda open 1").isTold(/Not yet/);
  await of.stage.wait(untilOpen);
  await of.zoe.says("/assembly agenda open 1").chatIsTold(/Now 1: What people gave/);
  await of.zoe.says("/assembly agenda open 3").chatIsTold(/Now 3: What cells have learnt\nEach cell says/);
  await of.zoe.says("/assembly agenda open 4").chatIsTold(/Now 4: Decisions[^]*No decision is to be looked at again/);
  await of.zoe.says("/assembly agenda open 5").chatIsTold(/Now 5: How the funds stand\nEach cell with a fund/);
  await of.zoe.says("/assembly agenda open 6").chatIsTold(/Now 6: Night buses/);
  await of.zoe.says("/assembly agenda").chatIsTold(/1\. What people gave \(the care ledger\) – done/);
  await of.zoe.says("/assembly agenda open 9").isTold(/no item “9”/);

  await of
    .who("Ana")
    .presses("I want to speak")
    .isToldPrivately(/You're next to speak/);
  await of
    .who("Ben")
    .says("/assembly speak")
    .isTold(/number 2/);
  await of.who("Cho").says("/assembly speak");
  await of
    .who("Ana")
    .says("/assembly speak next")
    .isTold(/coordinator/);
  await of.zoe.says("/assembly speak next").chatIsTold(/Ana speaks, then Cho/);
  await of
    .who("Ana")
    .says("/assembly speak")
    .isTold(/next to speak/);
  await of.zoe.says("/assembly speak next").chatIsTold(/Ana speaks, then Cho/);
  await of.zoe.says("/assembly speak next").chatIsTold(/Cho speaks, then Ben/);
  await of
    .who("Ben")
    .says("/assembly speak off")
    .isTold(/no longer wait/);
  await of.zoe.says("/assembly speak next").isTold(/Nobody is waiting/);
});

conversation(
  "is closed with its numbers, keeps minutes, and the next one has another host",
  aboutARule,
  async (scene) => {
    const of = await council(scene, cells);
    await plan(of, "quorum:2");
    for (const item of ["Strike fund", "Night buses"]) await of.zoe.says(`/assembly agenda add ${item}`);
    await of.stage.wait(untilOpen + 30 * 60_000);
    for (const name of ["Ana", "Ben", "Cho"]) await of.who(name).says("/assembly checkin");
    await of.zoe.says("/assembly agenda open 6");
    await of.zoe.says("/vote open We open a strike fund rule:two-thirds");
    await of.who("Ana").says("/vote yes");
    await of.who("Ben").says("/vote yes");
    await of.zoe.says("/assembly close").isTold(/First close the vote “We open a strike fund”/);
    await of.zoe.presses("Close the vote").chatIsTold(/Carried: 2 of 2 votes cast, needed 2 \(two thirds\)/);
    await of.zoe.says("/assembly close").chatIsTold(/Assembly 1 is closed/);
    of.chat.shows(/3 of 5 seats were there/);
    of.chat.shows(/One vote, 1 carried/);
    of.cell("School").shows(/Assembly 1 is closed/);
    of.chat.shows(/Assembly 2\n/);
    of.chat.shows(/Host: Health, Lyon \(asked\)/);
    // What was not reached comes first the next time.
    await of.zoe.says("/assembly agenda").chatIsTold(/Assembly 2[^]*6\. Night buses/);
    of.chat.neverShowed(/Assembly 2[^]*Strike fund/);
    const shown = await of.zoe.says("/assembly minutes").chatIsTold(/Minutes of Assembly 1/);
    const files = shown.flatMap(({ rendered }) => rendered.blocks).filter(({ type }) => type === "file");
    expect(files.length).toBeGreaterThan(0);
    await of
      .who("Ana")
      .says("/assembly checkin")
      .isTold(/Not yet/);
    await of
      .cell("School")
      .person("Dee")
      .says("/assembly ics")
      .isTold(/next 12 dates of Assembly/);
    expect(of.stage.problems).toEqual([]);
  },
);

conversation(
  "reminds delegates outside their quiet hours, and closes by itself when it is forgotten",
  aboutARule,
  async (scene) => {
    const of = await council(scene, cells);
    await of.cell("Depot").person("Ana").writes("/me quiet 17:00 08:00");
    await of.cell("Tram").person("Ben").writes("/me quiet off");
    await plan(of);
    const before = await of.stage.wait(5 * day + 2 * hour);
    const direct = (shown: typeof before, name: string) =>
      shown.filter(({ chat, text }) => chat === `direct:user-${name}` && /Assembly 1 begins soon/.test(text)).length;
    expect([direct(before, "ana"), direct(before, "ben")]).toEqual([0, 1]);
    of.chat.shows(/Assembly 1 begins soon/);
    of.cell("Depot").shows(/You host tomorrow/);
    const morning = await of.stage.wait(day - 4 * hour);
    expect([direct(morning, "ana"), direct(morning, "ben")]).toEqual([1, 0]);
    await of.stage.wait(day);
    of.chat.shows(/Assembly 1 is closed/);
    expect(of.stage.problems).toEqual([]);
  },
);

conversation(
  "a delegate who was left alone is not told twice within the hour when it is",
  aboutARule,
  async (scene) => {
    const of = await council(scene, cells);
    await of.who("Ana").writes("/me quiet 16:00 20:30");
    await plan(of);
    // It is moved to a little over a day ahead: at half past eight she can be told, and at nine she would be reminded.
    await of.zoe.says('/assembly change at:"Saturday 21:00"');
    const shown = await of.stage.wait(5 * 60 * 60_000);
    const hers = shown.filter(({ chat, text }) => chat === "direct:user-ana" && text.includes("Assembly 1"));
    expect(hers.map(({ text }) => text)).toEqual([expect.stringContaining("Assembly 1 begins soon")]);
    expect(of.stage.problems).toEqual([]);
  },
);

conversation("is moved once, and from then on meets at another time by another rule", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  // Who writes to the bot directly can be reached there.
  for (const name of ["Ana", "Ben"]) await of.who(name).writes("/me quiet off");
  await plan(of);
  await of
    .who("Ana")
    .says("/assembly change time:19:00")
    .isTold(/coordinator/);
  await of.zoe.says("/assembly change").isTold(/What changes\?/);
  await of.zoe.says('/assembly change at:"19 March 18:00"').isTold(/within the coming half year.*2027/);
  await of.zoe.says("/assembly change length:2h").isTold(/What changes\?/);
  const before = await calendarOf(of);

  const told = [
    ...(await of.zoe.says('/assembly change at:"Wednesday 19:00" length:90m')),
    ...(await of.stage.wait(5_000)),
  ];
  const changed = told.filter(({ text }) => text.includes("Assembly 1 has changed"));
  const where = changed.map(({ chat }) => chat).sort();
  expect(new Set(where).size).toBe(where.length);
  for (const chat of ["council", "depot", "tram", "clinic", "school", "direct:user-ana", "direct:user-ben"]) {
    expect(where).toContain(chat);
  }
  of.chat.shows(/Wed,? 25 March,? 19:00.*for 1 hour and 30 minutes.*not.*26 March,? 18:00/);
  const moved = await calendarOf(of);
  expect(moved.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(moved.map(({ start }) => start).slice(0, 2)).toEqual(["20260325T180000Z", "20260409T160000Z"]);
  for (const [index, { sequence }] of moved.entries()) expect(sequence).toBeGreaterThan(before[index]?.sequence ?? 0);

  // A day ahead of the new time there is one reminder, and none ahead of the old one.
  const reminders = (shown: readonly { readonly chat: string; readonly text: string }[]) =>
    shown.filter(({ chat, text }) => chat === "direct:user-ana" && text.includes("Assembly 1 begins soon")).length;
  expect(reminders(await of.stage.wait(4 * day + hour))).toBe(0);
  expect(reminders(await of.stage.wait(2 * hour))).toBe(1);
  await of.stage.wait(day - 2 * hour);
  await of
    .who("Ana")
    .presses("I'm here")
    .isToldPrivately(/You're in for Depot/);
  await of.zoe.says("/assembly change time:20:00").isTold(/can check in already/);
  const closed = await of.zoe.says("/assembly close");
  // The one that was moved ahead stands for that of Thursday: it does not come once more.
  expect(closed.map(({ text }) => text).join("\n")).toMatch(/The next one: .*9 April,? 18:00/);
  expect(reminders(await of.stage.wait(2 * day))).toBe(0);

  await of.zoe.says("/assembly change time:20:00").chatIsTold(/From now on: every second Thursday at 20:00/);
  of.chat.shows(/9 April,? 20:00.*for 1 hour and 30 minutes.*not.*18:00/);
  await of.zoe
    .says('/assembly change rule:"first Monday of the month" time:17:30')
    .chatIsTold(/From now on: .*first Monday.* at 17:30/);
  const last = await calendarOf(of);
  expect(last.map(({ start }) => start).slice(0, 2)).toEqual(["20260406T153000Z", "20260504T153000Z"]);
  // The first of them is the second of the series: in people's calendars it moves there.
  expect(last[0]?.uid).toBe(before[1]?.uid);
  for (const { sequence } of last) expect(sequence).toBeGreaterThan(moved[0]?.sequence ?? 0);
  expect(of.stage.problems).toEqual([]);
});

interface Dated {
  readonly uid: string;
  readonly sequence: number;
  /** In UTC, as it stands in the file. */
  readonly start: string;
}

/** The events of the calendar file that the council is given. */
async function calendarOf(of: StagedCouncil): Promise<readonly Dated[]> {
  const shown = await of.zoe.says("/assembly ics");
  const [data = ""] = shown
    .flatMap(({ rendered }) => rendered.blocks)
    .flatMap((block) => (block.type === "file" ? [block.file.data] : []));
  const text = Buffer.from(data, "base64").toString().replaceAll("\r\n ", "");
  const field = (event: string, name: string): string => new RegExp(`^${name}:(.*?)\r?$`, "mu").exec(event)?.[1] ?? "";
  return text
    .split("BEGIN:VEVENT")
    .slice(1)
    .map((event) => ({
      uid: field(event, "UID"),
      sequence: Number(field(event, "SEQUENCE")),
      start: field(event, "DTSTART"),
    }));
}

conversation("is called off when its series ends", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  await plan(of);
  await of.zoe.says("/assembly end").chatIsTold(/Sure\?/);
  await of.zoe.presses("Call it off").chatIsTold(/called off/);
  await of.zoe.says("/assembly next").isTold(/has no assembly planned/);
  await of.stage.wait(8 * day);
  of.chat.neverShowed(/soon/);
});

conversation("forgets who was there after the retention, and with the person", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  await plan(of, "quorum:1 names");
  await of.stage.wait(untilOpen);
  for (const name of ["Ana", "Ben"]) await of.who(name).says("/assembly checkin");
  await of.who("Ana").says("/assembly speak");
  await of.zoe.says("/assembly close");
  await of.zoe.says("/assembly end");
  await of.zoe.presses("Call it off");
  const there = () => of.store(({ tx }) => tx.attendance.count());
  const minutes = () =>
    of.store(async (session) => {
      const row = await session.tx.federation.findFirstOrThrow();
      const federation = await new Federations(session).find(row.id);
      if (federation === undefined) throw new Error("gone");
      const assemblies = new Assemblies(session, federation);
      const latest = await assemblies.latest(of.id);
      if (latest === undefined) throw new Error("none");
      return assemblies.minutes(latest);
    });
  expect(await there()).toBe(2);
  expect((await minutes()).presence).toMatchObject({ seats: 5, present: 2, names: ["Ana", "Ben"] });
  await of.who("Ben").writes("/me forget");
  await of.who("Ben").presses("Yes, forget me");
  expect(await there()).toBe(1);
  expect((await minutes()).presence).toMatchObject({ present: 2, names: ["Ana"] });
  await of.stage.wait(90 * day);
  expect(await there()).toBe(0);
  expect((await minutes()).presence).toMatchObject({ seats: 5, present: 2, names: [] });
});

conversation("a changed rule that leaves out months says so, with one that does not", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  await plan(of);
  await of.zoe
    .says('/assembly change rule:"monthly on the 31"')
    .chatIsTold(/A month or year without that day is left out/);
  await of.zoe.presses("Rather every month on the last day");
  of.chat.shows(/has changed[^]*last day/);
});

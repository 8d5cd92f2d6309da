/** A council proposes days, its cells answer unseen, and it agrees on one: as its people see it. */
import { expect } from "vitest";
import { aboutARule, conversation, newestCode } from "../kit/conversation.ts";
import { council, type SeatedCell, type StagedCouncil } from "../kit/council.ts";
import { eventsAt, newestAddress } from "../kit/following.ts";
import { allRows } from "../kit/rows.ts";
import type { Shown, StageChat, StagePerson } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

const cells: readonly SeatedCell[] = [
  { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana" }] },
  { name: "Clinic", sector: "Health", seats: [{ delegate: "Cho" }] },
  { name: "School", sector: "Schools", seats: [{ delegate: "Dee" }] },
];

/** So many more people who can be written to. */
async function people(chat: StageChat, initial: string, count: number): Promise<readonly StagePerson[]> {
  const all = Array.from({ length: count }, (_, index) => chat.person(`${initial}${String.fromCharCode(97 + index)}`));
  for (const one of all) {
    await one.says("/help");
    await one.writes("/help");
  }
  return all;
}

const buttons = async (one: StagePerson, at: number, saying: "I can" | "I can't"): Promise<void> => {
  const shown = await one.writes("/date show").isTold(/On which of these days can you\?/);
  const labels = shown.flatMap(({ rendered }) =>
    rendered.blocks.flatMap((block) =>
      block.type === "buttons"
        ? block.rows.flat().map(({ label }) => label)
        : block.type === "choices"
          ? block.items.map(({ label }) => label)
          : [],
    ),
  );
  const label = labels.filter((text) => text.endsWith(`: ${saying}`))[at];
  if (label === undefined) throw new Error(`there is no button for day ${String(at + 1)}`);
  await one.presses(label);
};

const proposal = '/date propose "May Day march" days:"in 10 days, in 11 days"';

async function assembly(of: StagedCouncil): Promise<void> {
  await of.zoe.says('/assembly new Assembly rule:"every thursday" time:18:00 quorum:2');
}

conversation("days are proposed, answered unseen, shown by sector, voted on and announced", async (scene) => {
  const of = await council(scene, cells);
  const { stage, chat, zoe } = of;
  const [depot, clinic, school] = [of.cell("Depot"), of.cell("Clinic"), of.cell("School")];
  // The depot is a unit; the others are of different sectors, and small: they are counted together.
  const drivers = await people(depot, "D", 8);
  const nurses = await people(clinic, "N", 4);
  const teachers = await people(school, "T", 4);
  await assembly(of);
  await zoe.says(proposal).chatIsTold(/the cells answer until/);
  chat.shows(/May Day march\nProposal 1: the cells answer until[^]*3 cells are asked/);
  depot.shows(/On which of these days can you\?\n0 of \d+ here have answered, needed: \d/);
  chat.neverShowed(/I can't/);
  await zoe.says('/date propose Again days:"in 10 days"').isTold(/asked about .* already/);
  await zoe.says("/date agree 1").isTold(/Cells answer first/);
  for (const one of drivers.slice(0, 5)) await buttons(one, 0, "I can");
  for (const one of [...nurses, ...teachers]) await buttons(one, 0, "I can't");
  for (const one of nurses) await buttons(one, 1, "I can");
  await drivers[5]?.says("/date can 1").isToldPrivately(/Noted: you can on [^]*Still to answer: /);
  await drivers[5]?.writes("/date cannot 1").isTold(/Noted: you can't on/);
  await stage.wait(60_000);
  depot.shows(/6 of \d+ here have answered/);
  // Neither what was said nor by whom is seen by anybody before the end.
  for (const one of [chat, depot, clinic, school]) one.neverShowed(/\d cells can|you can on|you can't|\bDa\b|\bNa\b/);
  expect((await allRows(stage.database)).join("\n")).not.toMatch(/"can"|"cannot"/);
  await stage.restart();
  await stage.wait(73 * hour);
  chat.shows(
    /May Day march\nProposal 1: the cells have answered[^]*1\. [^\n]*: 1 of 3 cells can; 2 can't\n2\. [^\n]*: 2 of 3 cells can; too few answered in 1/,
  );
  chat.shows(/Transport[^]*1 of 1[^]*Small sectors together[^]*0 of 2/);
  // What is pressed outside an assembly would do nothing.
  chat.shows(/The council votes on a day in its assembly, once that has begun/);
  chat.neverShowed(/Vote on /);
  depot.shows(/This cell\n• [^\n]*: it can\n• [^\n]*: too few answered/);
  await drivers[0]?.writes("/date can 1").isTold(/No proposed day can be answered here now/);
  const left = await stage.database.read((tx) => tx.dateAnswer.count());
  expect(left).toBe(0);
  await zoe.says("/date agree 1").isTold(/agrees by a vote in its assembly. The next one/);
  await stage.wait(7 * day);
  expect(stage.problems).toEqual([]);
});

conversation("a day is voted on in the assembly, and all cells are told once", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  const { stage, chat, zoe } = of;
  await assembly(of);
  await zoe.says('/date propose "May Day march" days:"in 20 days, in 21 days"');
  await stage.wait(6 * day + 30 * 60_000);
  for (const name of ["Ana", "Cho"]) await of.who(name).says("/assembly checkin");
  // It begins at its hour: before it nothing is decided.
  await zoe.says("/date agree 2").isTold(/The next one: Thu 26 March, 18:00 \(Paris\)\. Press again when it has begun/);
  await zoe.says("/vote open We rest").isTold(/begins at 18:00[^]*nothing is decided/);
  expect(await stage.database.read((tx) => tx.vote.count())).toBe(0);
  chat.neverShowed(/Vote on /);
  await stage.wait(hour);
  await of
    .who("Ana")
    .says("/date agree 1")
    .isTold(/coordinator/);
  await zoe.presses("Vote on Fri 10 April");
  chat.shows(/May Day march: .*\nVote 1, open/);
  await zoe.says("/date agree 1").isTold(/A vote about it is open: vote 1/);
  chat.shows(/Proposal 1: vote 1 is about/);
  for (const name of ["Ana", "Cho"]) await of.who(name).says("/vote yes");
  await zoe.says("/vote close").chatIsTold(/Carried[^]*Agreed: [^]*All cells are told/);
  await stage.wait(60_000);
  for (const { name } of cells) of.cell(name).shows(/May Day march\nCouncil has agreed: /);
  chat.shows(/Proposal 1: agreed on/);
  await zoe.says("/date agree 2").isTold(/is agreed on already/);
  // Another vote moves it, once that is meant; until then what was agreed on stands, and is shown.
  await zoe.says("/date agree 1").chatIsTold(/is agreed on Fri 10 April\. Shall the assembly vote on moving it/);
  expect(await stage.database.read((tx) => tx.vote.count())).toBe(1);
  await zoe.presses("Yes, vote on moving it");
  chat.shows(/May Day march: Thu 9 April instead of Fri 10 April\nVote 2, open/);
  await zoe.says("/date show").chatIsTold(/agreed on Fri 10 April\. Vote 2 is about moving it to Thu 9 April/);
  await zoe.says("/calendar show").chatIsTold(/Fri 10 April +May Day march \(agreed\)/);
  for (const name of ["Ana", "Cho"]) await of.who(name).says("/vote no");
  await zoe.says("/vote close").chatIsTold(/It stays as agreed: Fri 10 April/);
  await zoe.presses("Move it to Thu 9 April");
  await zoe.presses("Yes, vote on moving it");
  for (const name of ["Ana", "Cho"]) await of.who(name).says("/vote yes");
  await zoe.says("/vote close");
  await stage.wait(60_000);
  of.cell("School").shows(/Council has agreed on another day: /);
  await zoe.says("/date show").chatIsTold(/Proposal 1: agreed on/);
  await of
    .cell("Depot")
    .person("Ana")
    .says("/date show")
    .chatIsTold(/Proposal 1: agreed on/);
  // After that day, and not after the one that it was before, each cell is asked what it has learnt, once.
  await stage.wait(13 * day);
  of.cell("School").neverShowed(/What did we learn/);
  await stage.wait(2 * day);
  for (const { name } of cells) of.cell(name).shows(/What did we learn\? May Day march/);
  expect(stage.problems).toEqual([]);
});

conversation("whoever goes is counted where they count, or nowhere", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  const { stage, zoe } = of;
  const depot = of.cell("Depot");
  const [one, other, third] = await people(depot, "D", 3);
  if (one === undefined || other === undefined || third === undefined) throw new Error("nobody is there");
  await zoe.says(proposal);
  for (const person of [one, other, third]) await person.writes("/date can 1");
  await stage.wait(60_000);
  depot.shows(/3 of 5 here have answered/);
  await one.writes("/me forget");
  await one.presses("Yes, forget me");
  await other.writes("/me leave");
  await other.presses("Yes, leave");
  await stage.wait(60_000);
  depot.shows(/1 of 3 here has answered/);
  // Counts in the clinic from now on, and takes the answer along.
  await of.cell("Clinic").person("Dc").says("/help");
  await third.writes("/me cell Clinic");
  await stage.wait(60_000);
  of.cell("Clinic").shows(/1 of \d here has answered/);
  await third.writes("/me export");
  await zoe.says("/council settings remove Clinic");
  const left = await stage.database.read((tx) => tx.dateAnswer.count());
  expect(left).toBe(0);
  await third.writes("/date can 1").isTold(/No proposed day|You count elsewhere/);
  expect(stage.problems).toEqual([]);
});

conversation("a cell that has not answered is reminded once, and days down lose nothing", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  const { stage, zoe, chat } = of;
  const depot = of.cell("Depot");
  await zoe.says(proposal);
  await of.cell("Clinic").person("Cho").writes("/date can 1");
  await stage.wait(48 * hour + 60_000);
  const cards = (name: string): number =>
    new Set(
      stage
        .adapter(of.chat.platform)
        .shown.filter(({ chat: there, text }) => there === of.cell(name).place.id && text.includes("On which of these"))
        .map(({ messageId }) => messageId),
    ).size;
  expect([cards("Depot"), cards("Clinic")]).toEqual([2, 1]);
  stage.clock.forget();
  stage.clock.advanceTo(stage.clock.now() + 3 * day);
  await stage.restart();
  await stage.wait(1);
  chat.shows(/Proposal 1: the cells have answered/);
  depot.shows(/Proposal 1: the cells have answered/);
  // Nobody is said to be unable: there is nothing to show.
  await zoe.says("/date show").chatIsTold(/1\. [^\n]*: too few people answered to show anything\n/);
  depot.shows(/Too few people of this cell answered/);
  depot.neverShowed(/0 of 3/);
  expect(stage.problems).toEqual([]);
});

conversation("what cannot be proposed is said", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  const { zoe, stage } = of;
  await zoe.says("/date show").isTold(/No days are proposed yet/);
  await zoe.says("/date propose March days:tomorrow").isTold(/three days to answer, so the first day can be/);
  await zoe.says("/date propose March days:nonsense").isTold(/nonsense|understand/);
  await zoe
    .says('/date propose March days:"in 5 days, in 6 days, in 7 days, in 8 days, in 9 days, in 10 days"')
    .isTold(/Five days at most/);
  await of
    .who("Ana")
    .says(proposal)
    .isTold(/coordinator/);
  await of
    .cell("Depot")
    .person("Ana")
    .says("/date can 1")
    .isTold(/No proposed day can be answered/);
  expect(stage.problems).toEqual([]);
});

/** The calendar file that came with it. */
function ics(shown: readonly Shown[]): string {
  const files = shown.flatMap(({ rendered }) =>
    rendered.blocks.flatMap((block) =>
      block.type === "file" && block.file.mediaType === "text/calendar" ? [block.file.data] : [],
    ),
  );
  return Buffer.from(files[0] ?? "", "base64").toString("utf8");
}

conversation(
  "a proposal is called off: its cells are told once, and nothing of it is asked any more",
  async (scene) => {
    const of = await council(scene, cells);
    const { stage, zoe, chat } = of;
    const depot = of.cell("Depot");
    const ana = depot.person("Ana");
    await ana.writes("/help");
    await zoe.says("/date cancel").isTold(/nothing here to call off/);
    await zoe.says(proposal);
    await ana.writes("/date can 1").isTold(/Noted/);
    await of
      .who("Ana")
      .says("/date cancel 1")
      .isTold(/coordinator/);
    await zoe.says("/date cancel");
    await stage.wait(60_000);
    for (const { name } of cells)
      of.cell(name).shows(/May Day march\nCouncil has called it off\. Nobody needs to answer/);
    chat.shows(/May Day march\nProposal 1: called off/);
    depot.shows(/May Day march\nProposal 1: called off/);
    expect(await stage.database.read((tx) => tx.dateAnswer.count())).toBe(0);
    const jobs = await stage.database.read((tx) => tx.job.findMany({ where: { kind: { startsWith: "date-" } } }));
    expect(jobs).toEqual([]);
    await zoe.says("/date cancel 1").isTold(/That is called off/);
    await ana.writes("/date can 1").isTold(/No proposed day can be answered here now/);
    // The same days can be asked about again.
    await zoe.says(proposal).chatIsTold(/Proposal 2: the cells answer until/);
    await stage.wait(4 * day);
    await zoe.says("/date show 1").chatIsTold(/Proposal 1: called off/);
    await zoe.says("/date agree 1").isTold(/none is planned/);
    await zoe.says("/date cancel 2");
    chat.shows(/Proposal 2: called off/);
    await zoe.says("/date agree 1").isTold(/There is no day here that can be agreed on/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a day that was agreed on is called off by a vote, and leaves every calendar",
  aboutARule,
  async (scene) => {
    const of = await council(scene, cells);
    const { stage, zoe, chat } = of;
    await assembly(of);
    await zoe.says('/date propose "May Day march" days:"in 20 days, in 21 days"');
    const ana = of.cell("Depot").person("Ana");
    await ana.writes("/help");
    await ana.writes("/me calendar titles:full");
    const address = newestAddress(stage);
    await stage.wait(6 * day + hour);
    for (const name of ["Ana", "Cho"]) await of.who(name).says("/assembly checkin");
    const vote = async (saying: "yes" | "no"): Promise<void> => {
      for (const name of ["Ana", "Cho"]) await of.who(name).says(`/vote ${saying}`);
      await zoe.says("/vote close");
      await stage.wait(60_000);
    };
    await zoe.says("/date agree 1");
    await zoe.says("/date cancel").isTold(/A vote about it is open/);
    await vote("yes");
    const shown = await zoe.says("/assembly ics").chatIsTold(/And the day that the council has agreed on/);
    expect(ics(shown)).toMatch(/UID:day-date-[^]*DTSTART;VALUE=DATE:20260409[^]*SUMMARY:May Day march/);
    const [event] = ((await eventsAt(stage, address)) ?? []).filter(({ title }) => title === "May Day march");
    expect(event).toMatchObject({ status: "CONFIRMED" });
    await zoe.says("/calendar show");

    await zoe.says("/date cancel").chatIsTold(/May Day march, Thu 9 April: call it off\nVote 2, open/);
    chat.shows(/Proposal 1: agreed on Thu 9 April\. Vote 2 is about calling it off/);
    await vote("no");
    chat.shows(/It stays as agreed: Thu 9 April/);
    of.cell("School").neverShowed(/called it off/);
    await zoe.says("/date cancel 1");
    await vote("yes");
    chat.shows(/Called off: Thu 9 April\. All cells are told/);
    for (const { name } of cells) of.cell(name).shows(/May Day march\nCouncil has called it off: Thu 9 April/);
    chat.shows(/Proposal 1: called off\. It was agreed on Thu 9 April/);
    await zoe.says("/date agree 2").isTold(/There is no day here that can be agreed on/);
    for (const words of ["/calendar show", "/assembly ics"]) {
      const file = ics(await zoe.says(words).chatIsTold(/./));
      expect(file).toMatch(/SUMMARY:May Day march[^]*STATUS:CANCELLED/);
    }
    expect((await eventsAt(stage, address))?.find(({ uid }) => uid === event?.uid)).toMatchObject({
      status: "CANCELLED",
    });
    // Nobody is asked on the morning after it.
    await stage.wait(16 * day);
    for (const { name } of cells) of.cell(name).neverShowed(/What did we learn/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a day that cells are asked about already is left out, in whatever council they are",
  aboutARule,
  async (scene) => {
    const of = await council(scene, cells);
    const { stage, zoe, chat } = of;
    const depot = of.cell("Depot");
    await of
      .cell("School")
      .person("Dee")
      .says(proposal)
      .isTold(/Whoever coordinates a council does that, in its chat: Council/);
    await zoe.says(proposal);
    await zoe
      .says('/date propose Again days:"in 11 days, in 12 days"')
      .chatIsTold(/Left out, since cells are asked about it already: Tue 31 March/);
    chat.shows(/Again\nProposal 2: [^]*1\. Wed 1 April\n/);
    await depot.person("Zoe").says('/council new Other cells:"Depot, Clinic"');
    const other = stage.chat("other", of.chat.platform);
    await other
      .person("Zoe")
      .administrates()
      .says(`/council join ${newestCode(stage)}`);
    await other
      .person("Zoe")
      .says(proposal)
      .isTold(/Another council asks some of these cells/);
    await other
      .person("Zoe")
      .says('/date propose Rest days:"in 11 days, in 15 days"')
      .chatIsTold(/Left out, since another council asks some of these cells about it now: Tue 31 March/);
    // Where no cell is in both it is another question.
    await zoe.says("/council settings remove Depot");
    await zoe.says("/council settings remove Clinic");
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a cell that has left the council is shown nothing more of its days, until it comes back",
  aboutARule,
  async (scene) => {
    const of = await council(scene, [...cells, { name: "Yard", sector: "Transport", seats: [] }]);
    const { stage, zoe } = of;
    const clinic = of.cell("Clinic");
    const nurses = await people(clinic, "N", 6);
    await zoe.says('/date propose "Past" days:"in 20 days"');
    await stage.wait(4 * day);
    clinic.shows(/Past\nProposal 1: the cells have answered/);
    await zoe.says(proposal);
    for (const one of nurses) await one.writes("/date can 1");
    await zoe.says("/council settings remove Clinic");
    await stage.wait(60_000);
    clinic.shows(/May Day march\nThis cell is in the council no more\. Nobody is asked here now\.$/);
    clinic.shows(/Past\nThis cell is in the council no more/);
    expect(await stage.database.read((tx) => tx.dateAnswer.count())).toBe(0);
    await nurses[0]?.writes("/date can 1").isTold(/No proposed day can be answered/);
    await nurses[0]?.writes("/date show").isTold(/No days are proposed/);
    // Back again, it is asked as before.
    await zoe.says("/council settings add Clinic");
    await stage.wait(60_000);
    clinic.shows(/On which of these days can you\?\n0 of \d+ here have answered/);
    await zoe.says("/council settings remove Clinic");
    await stage.wait(4 * day);
    clinic.neverShowed(/Proposal 2: the cells have answered/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("a drive stands beside the days only where it concerns somebody", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  const { stage, zoe, chat } = of;
  const [depot, clinic] = [of.cell("Depot"), of.cell("Clinic")];
  await depot
    .person("Zoe")
    .says('/drive new "Transport alone: do we strike?" scope:sector goal:3 deadline:"in 20 days"');
  await zoe.says(`${proposal} drive:1`);
  await stage.wait(4 * day);
  for (const one of [depot, chat]) one.shows(/Firm: in drive 1 \(Transport alone/);
  clinic.shows(/May Day march\nProposal 1: the cells have answered/);
  clinic.neverShowed(/Transport alone|Firm/);
  await clinic
    .person("Cho")
    .says("/date show")
    .chatIsTold(/Proposal 1/);
  clinic.neverShowed(/Transport alone|Firm/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "between the last answer and the count it is said that they are being counted",
  aboutARule,
  async (scene) => {
    const of = await council(scene, cells);
    const { stage, zoe } = of;
    await zoe.says(proposal);
    await zoe.says("/date agree 1").isTold(/Cells answer first/);
    const { id } = await stage.database.read((tx) => tx.dateProposal.findFirstOrThrow());
    const closesAt = new Date(stage.clock.now());
    await stage.database.transaction((tx) => tx.dateProposal.update({ where: { id }, data: { closesAt } }));
    await zoe.says("/date agree 1").isTold(/are being counted\. Try again in a minute/);
    expect(stage.problems).toEqual([]);
  },
);

/** How a cell chooses its delegates, binds them, and takes the seat back: `/delegate`. Rules: docs/rules.md, "Delegates". */
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { ticketText } from "../../src/domain/elections.ts";
import {
  aboutARule,
  conversation,
  mustPressStart,
  newestCode,
  type Scene,
  type StagedCell,
} from "../kit/conversation.ts";
import { council } from "../kit/council.ts";
import type { StageChat, StagePerson, Turn } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

interface Valley {
  readonly five: StagedCell;
  readonly mill: StagedCell;
  /** The council's chat. */
  readonly chat: StageChat;
}

/** The council "Valley" of Depot 5 (five members) and Mill. */
async function valley(scene: Scene, rule = "1"): Promise<Valley> {
  const { stage, cell, platform } = scene;
  const five = await cell("Depot 5", { sector: "transport" });
  const mill = await cell("Mill", { sector: "textile" });
  for (const one of [five.ana, five.ben, five.cho, five.dee]) await one.says("/help");
  await five.zoe.says("/council new Valley cells:Depot 5, Mill zone:Europe/Paris");
  const chat = stage.chat("valley", platform);
  await chat
    .person("Zoe")
    .administrates()
    .says(`/council join ${newestCode(stage)}`);
  if (rule !== "1")
    await chat
      .person("Zoe")
      .says(`/council settings seats ${rule}`)
      .chatIsTold(/seats? in the council/);
  return { five, mill, chat };
}

/** Presses a button of the card; where a group has no private ones, in the direct chat. */
function taps(person: StagePerson, label: string): Promise<unknown> {
  return (async () => {
    if (person.chat.stage.adapter(person.chat.platform).capabilities.buttons === "none") {
      await person.writes("/delegate vote");
      const marked = person.button(label) === undefined ? `Yes: ${label}` : label;
      return person.presses(marked);
    }
    return person.presses(label);
  })();
}

/** Somebody says that they would do it, with the button of the card. */
const stands = (person: StagePerson): Turn => person.says("/delegate stand");

conversation(
  "a cell chooses its delegate by one tap for each name, and the next one is the alternate",
  async (scene) => {
    const { five, chat } = await valley(scene);
    const { zoe, ana, ben, cho } = five;
    await ana.says("/delegate choose").isTold(/for the coordinator/);
    await zoe.says("/delegate choose");
    five.chat.shows(/Who speaks for Depot 5 in the council Valley\?[^]*One seat, one alternate[^]*Nobody stands yet/);
    await ana.presses("I would do it").isTold(/Ana stands/);
    await stands(ben).isTold(/Ben stands/);
    five.chat.shows(/1\. Ana[^]*2\. Ben[^]*0 of 5 answered, 3 needed/);
    for (const one of [cho, zoe, ana]) await taps(one, "Ana");
    await taps(cho, "Ben");
    await scene.stage.wait(49 * hour);
    five.chat.shows(/Chosen: Ana[^]*Alternates: Ben[^]*1\. Ana: 3[^]*2\. Ben: 1[^]*3 of 5 answered/);
    chat.shows(/Depot 5 has chosen for the council Valley: Ana/);
    await chat
      .person("Ana")
      .says("/delegate show")
      .chatIsTold(/Depot 5: Ana[^]*Mill: empty/);
    await ana
      .says("/delegate show")
      .chatIsTold(/Seat 1: Ana, alternate Ben, has not accepted[^]*textile: 0 of 1 filled/);
    await ana.says("/delegate accept").isTold(/You have accepted the seat of Depot 5/);
    await cho.says("/delegate show").chatIsTold(/Seat 1: Ana, alternate Ben$/m);
  },
);

conversation("the last answer counts: taken back, changed, withdrawn, too late", aboutARule, async (scene) => {
  const { five } = await valley(scene);
  const { zoe, ana, ben, cho, dee } = five;
  await zoe.says("/delegate choose alternates:0");
  await stands(ana);
  await stands(ben);
  for (const one of [cho, dee, zoe]) await taps(one, "Ana");
  await taps(cho, "Ana");
  await cho.writes("/delegate vote").isTold(/not answered yet/);
  await taps(cho, "Ben");
  await dee.writes("/delegate vote Ben").isTold(/Noted/);
  await dee.writes("/delegate vote").isTold(/You would accept: Ben/);
  await zoe.writes("/delegate vote withdraw").isTold(/withdrawn/);
  await zoe.writes("/delegate vote 1, 2").isTold(/Noted/);
  await zoe.writes("/delegate vote Nobody Known").isTold(/Nobody on the list/);
  await ana.writes("/delegate vote none").isTold(/Noted/);
  five.chat.shows(/4 of 5 answered/);
  await scene.stage.wait(49 * hour);
  await ben.writes("/delegate vote Ana").isTold(/Nothing is being chosen/);
  five.chat.shows(/Chosen: Ben[^]*1\. Ana: 1[^]*2\. Ben: 3/);
});

conversation("too few answered: everything stays as it is", aboutARule, async (scene) => {
  const { five } = await valley(scene);
  await five.zoe.says("/delegate choose");
  await stands(five.ana);
  await taps(five.ana, "Ana");
  await taps(five.ben, "Ana");
  await scene.stage.wait(49 * hour);
  five.chat.shows(/Too few answered: 2 of 5, 3 were needed/);
  await five.zoe.says("/delegate show").chatIsTold(/Seat 1: empty/);
});

conversation("the card of what the retention has removed is kept up no longer", aboutARule, async (scene) => {
  const { five } = await valley(scene);
  const { zoe, ana } = five;
  const kept = (kind: string) =>
    scene.stage.database.transaction((tx) => tx.card.count({ where: { kind, ended: null } }));
  await zoe.says("/cell settings retention 2");
  await zoe.says("/delegate choose");
  await stands(ana);
  await zoe.says("/role new Minutes every:1w day:monday time:18:00");
  await zoe.says("/role end Minutes");
  await zoe.presses("End it");
  expect([await kept("poll"), await kept("role")]).toEqual([1, 1]);
  await scene.stage.wait(5 * day);
  expect([await kept("poll"), await kept("role")]).toEqual([0, 0]);
});

conversation("a tie has a second round, and then a lot that everybody can draw again", aboutARule, async (scene) => {
  const { five } = await valley(scene);
  const { zoe, ana, ben, cho, dee } = five;
  await zoe.says("/delegate choose alternates:0");
  await stands(ana);
  await stands(ben);
  await stands(cho);
  for (const one of [ana, zoe]) await taps(one, "Ana");
  for (const one of [ben, dee]) await taps(one, "Ben");
  await taps(cho, "Cho");
  await scene.stage.wait(49 * hour);
  five.chat.shows(/1\. Ana[^]*2\. Ben[^]*A tie: choose again, between these[^]*a lot decides\. Its seal: [0-9a-f]{16}/);
  const seal = /Its seal: ([0-9a-f]{16})/.exec(
    five.chat
      .messages()
      .map(({ text }) => text)
      .join("\n"),
  )?.[1];
  await cho.writes("/delegate vote Cho").isTold(/Nobody on the list/);
  await taps(ana, "Ana");
  await taps(ben, "Ben");
  await scene.stage.wait(25 * hour);
  const said = five.chat
    .messages()
    .map(({ text }) => text)
    .join("\n");
  const seed = /smallest SHA-256 of “([a-z0-9]+):number”/.exec(said)?.[1] ?? "";
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const winner = hash(ticketText(seed, 1)) < hash(ticketText(seed, 2)) ? "Ana" : "Ben";
  expect(said).toMatch(new RegExp(`Chosen: ${winner}[^]*The lot drew, in this order: ${winner}`));
  expect(hash(seed).slice(0, 16)).toBe(seal);
  // The figures are those of the first round, which had the quorum.
  expect(said).toMatch(/5 of 5 answered, 3 were needed/);
});

conversation("somebody who is proposed is asked, and stands only with their yes", async (scene) => {
  const { five } = await valley(scene);
  const { zoe, ana, ben, cho } = five;
  for (const one of [ana, ben]) await one.writes("/help");
  await zoe.says("/delegate choose");
  await cho.says("/delegate propose @Ana").isTold(/Ana is proposed[^]*is asked/);
  await cho.says("/delegate propose @Ben");
  five.chat.shows(/1\. Ana \(proposed, has not said yes yet\)/);
  const again = await cho.says("/delegate propose @Ana").isTold(/Ana is on the list already/);
  expect(again.map(({ text }) => text).join("\n")).not.toMatch(/Would you/);
  expect(cho.button("Ana")).toBeUndefined();
  await ana.presses("I accept").isTold(/Ana stands/);
  await ben.presses("No, thanks").isTold(/You do not stand/);
  five.chat.shows(/1\. Ana\n/);
  five.chat.shows(/^(?![^]*Ben \(proposed)[^]*Who speaks for Depot 5/);
  await scene.stage.wait(25 * hour);
  await stands(cho).isTold(/too late to stand/);
});

conversation(
  "who is proposed and cannot be written to is asked in the chat, and nobody else answers for them",
  mustPressStart,
  async (scene) => {
    const { five, chat } = await valley(scene);
    const { zoe, ana, ben, cho, dee } = five;
    await zoe.says("/delegate choose");
    await stands(ben);
    await cho
      .says("/delegate propose @Ana")
      .chatIsTold(/^@ana, you are proposed to speak for Depot 5.*Would you do it. There is time until/im);
    await dee.presses("I accept").isTold(/belongs to somebody else/);
    await ben.presses("No, thanks").isTold(/belongs to somebody else/);
    five.chat.shows(/1\. Ben\n.*2\. Ana \(proposed, has not said yes yet\)\n(?!.*Dee)/);
    await ana.presses("I accept").isTold(/Ana stands/);
    five.chat.shows(/1\. Ben\n.*2\. Ana\n/);
    expect(
      chat
        .messages()
        .map(({ text }) => text)
        .join("\n"),
    ).not.toMatch(/Ana/);
  },
);

conversation(
  "a recall: a majority of those who answer empties the seat at once, and the alternate moves up",
  async (scene) => {
    const { five, chat } = await valley(scene);
    const { zoe, ana, ben, cho, dee } = five;
    await zoe.says("/delegate choose");
    await stands(ana);
    await stands(ben);
    for (const one of [cho, dee, zoe]) await taps(one, "Ana");
    await taps(cho, "Ben");
    await scene.stage.wait(49 * hour);
    for (const one of [ana, ben]) await one.writes("/help");
    await cho.says("/delegate recall @Cho");
    await cho.says("/delegate recall @Ana");
    await dee.says("/delegate recall @Ana");
    for (const one of [cho, dee]) await one.writes("/help");
    await cho.says("/delegate recall @Cho").isToldPrivately(/has no seat/);
    await dee.says("/delegate recall @Ana").isToldPrivately(/being asked about Ana already/);
    five.chat.neverShowed(/has no seat|asked now|already/);
    five.chat.shows(/Is Ana to lose the seat of Depot 5 in the council Valley\?/);
    five.chat.neverShowed(/Cho[^]{0,40}recall/);
    await taps(cho, "Yes, recall");
    await taps(ana, "No, stay");
    await taps(dee, "Yes, recall");
    await scene.stage.wait(47 * hour);
    await chat
      .person("Ana")
      .says("/delegate show")
      .chatIsTold(/Depot 5: Ana/);
    const shown = await scene.stage.wait(2 * hour);
    five.chat.shows(/Ana has lost the seat: 2 of 3 who answered wanted it, of 5 members/);
    five.chat.shows(/Depot 5 has recalled Ana from the council Valley[^]*Ben moves up/);
    chat.shows(/Depot 5 has recalled Ana[^]*Ben moves up/);
    const toBen = shown.filter(({ chat: where }) => where === `direct:${ben.user.id}`);
    expect(toBen.map(({ text }) => text).join("\n")).toMatch(/You speak for Depot 5 in the council Valley now/);
    await chat
      .person("Ben")
      .says("/delegate show")
      .chatIsTold(/Depot 5: Ben/);
  },
);

conversation(
  "thirty names stand in an election, and who stands no more makes room for another",
  aboutARule,
  async (scene) => {
    const { five } = await valley(scene);
    const others = Array.from({ length: 31 }, (_, index) => five.chat.person(`Member ${String(index + 1)}`));
    await five.zoe.says("/delegate choose");
    for (const one of others.slice(0, 30)) await stands(one).isTold(/stands for the seat/);
    const [first, last] = [others[0], others[30]];
    if (first === undefined || last === undefined) throw new Error("nobody");
    await stands(last).isTold(/The list is full/);
    await first.says("/delegate decline");
    await stands(last).isTold(/stands for the seat/);
    await stands(first).isTold(/The list is full/);
    five.chat.shows(/• 31\. Member 31/);
  },
);

conversation(
  "a recall that fails, by a tie too, changes nothing and is not repeated at once",
  aboutARule,
  async (scene) => {
    const { five } = await valley(scene);
    const { zoe, ana, ben, cho, dee } = five;
    await zoe.says("/delegate choose alternates:0");
    await stands(ana);
    for (const one of [cho, dee, zoe]) await taps(one, "Ana");
    await scene.stage.wait(49 * hour);
    await ben.writes("/delegate recall Ana").isTold(/asked now/);
    await cho.writes("/delegate recall Ana").isTold(/already/);
    for (const one of [ben, cho]) await taps(one, "Yes, recall");
    for (const one of [ana, dee]) await taps(one, "No, stay");
    await scene.stage.wait(49 * hour);
    five.chat.shows(/Ana stays: 2 of 4 who answered wanted a recall, of 5 members/);
    await ben.writes("/delegate recall Ana").isTold(/It can be asked again from/);
    await five.zoe.says("/delegate show").chatIsTold(/Seat 1: Ana/);
    // What is held about her says that she was to be recalled; of nobody else.
    const held = async (one: StagePerson): Promise<string> => {
      const blocks = (await one.writes("/me export")).flatMap(({ rendered }) => rendered.blocks);
      return blocks
        .map((block) => (block.type === "file" ? Buffer.from(block.file.data, "base64").toString() : ""))
        .join();
    };
    expect(await held(ana)).toMatch(/"recalls": \[[^\]]*"outcome": "kept"/u);
    expect(await held(ben)).not.toContain("recalls");
  },
);

conversation(
  "stepping down, leaving, and being forgotten empty a seat; the cell is told and reminded",
  aboutARule,
  async (scene) => {
    const { five, chat } = await valley(scene, "3");
    const { zoe, ana, ben, cho, dee } = five;
    await zoe.says("/delegate choose seats:3 alternates:0");
    for (const one of [ana, ben, cho]) await stands(one);
    for (const one of [ana, ben, dee]) await one.writes("/delegate vote 1,2,3").isTold(/Noted/);
    await scene.stage.wait(49 * hour);
    five.chat.shows(/Chosen: Ana, Ben and Cho/);
    await ana.writes("/delegate step-down").isTold(/give up your seat in the council Valley/);
    await ana.presses("Yes, step down").isTold(/You have given up your seat/);
    five.chat.shows(/Ana has given up the seat of Depot 5[^]*The seat is empty now/);
    await ana.writes("/delegate step-down").isTold(/no seat in a council/);
    await ben.leaves();
    chat.shows(/Ben has left: the seat of Depot 5/);
    await cho.writes("/me forget");
    await cho.presses("Yes, forget me");
    five.chat.shows(/somebody has left: the seat of Depot 5/i);
    await chat
      .person("Zoe")
      .says("/delegate show")
      .chatIsTold(/Depot 5: 3 seats, all empty/);
    const reminded = await scene.stage.wait(8 * day);
    const toFive = reminded.filter(({ chat: where }) => where === five.chat.place.id).map(({ text }) => text);
    expect(toFive.filter((text) => /Depot 5 has 3 empty seats in the council Valley/.test(text))).toHaveLength(1);
    await dee.presses("Choose").isTold(/coordinator/);
  },
);

conversation("a mandate is told to the delegates, who accept it anew", async (scene) => {
  const { five } = await valley(scene);
  const { zoe, ana, ben, cho } = five;
  await ana.writes("/help");
  await zoe.says("/delegate choose alternates:0");
  await stands(ana);
  for (const one of [ana, ben, cho]) await taps(one, "Ana");
  await scene.stage.wait(49 * hour);
  await ana.presses("I accept").isTold(/You have accepted/);
  const shown = await zoe.says("/delegate mandate No night shifts");
  five.chat.shows(/The delegates of Depot 5 to the council Valley are bound to this:\s*No night shifts/);
  expect(
    shown
      .filter(({ chat }) => chat === `direct:${ana.user.id}`)
      .map(({ text }) => text)
      .join(),
  ).toMatch(/No night shifts/);
  await cho.says("/delegate show").chatIsTold(/Ana, has not accepted the mandate yet[^]*Mandate: No night shifts/);
  await ana.presses("I accept").isTold(/You have accepted/);
  await ana.says("/delegate accept").isTold(/Nothing waits for your yes/);
});

conversation(
  "a delegate who cannot be written to is asked in the chat whether they accept the seat, and another mandate",
  mustPressStart,
  async (scene) => {
    const { five } = await valley(scene);
    const { zoe, ana, ben, cho } = five;
    await zoe.says("/delegate choose alternates:0");
    await stands(ana);
    for (const one of [ana, ben, cho]) await taps(one, "Ana");
    await scene.stage.wait(49 * hour);
    five.chat.shows(/@ana, you speak for Depot 5 in the council Valley now\. Do you accept it/i);
    await ben.presses("I accept").isTold(/belongs to somebody else/);
    await ana.presses("I accept").isTold(/You have accepted/);
    await zoe.says("/delegate mandate No night shifts");
    await scene.stage.wait(hour);
    five.chat.shows(/@ana, you speak for Depot 5[^]*Do you accept it, with the mandate\?\s*No night shifts/i);
    await ana.presses("I accept").isTold(/You have accepted/);
    await zoe.says("/delegate show").chatIsTold(/Seat 1: Ana(?![^\n]*not accepted)/);
  },
);

conversation("a term ends on its day; the cell is told two weeks before", aboutARule, async (scene) => {
  const { five, chat } = await valley(scene);
  const { zoe, ana, ben, cho } = five;
  await zoe.says("/delegate choose until:2026-05-01");
  await stands(ana);
  await stands(ben);
  for (const one of [ana, ben, cho]) await taps(one, "Ana");
  await taps(cho, "Ben");
  await scene.stage.wait(27 * day);
  five.chat.neverShowed(/Choose in time/);
  await scene.stage.wait(2 * day);
  five.chat.shows(/The term of Ana for Depot 5 in the council Valley ends on .*1 May.*Choose in time/);
  await scene.stage.wait(14 * day);
  chat.shows(/The term of Ana for Depot 5 in the council Valley is over[^]*The seat is empty now/);
  await zoe.says("/delegate show").chatIsTold(/Seat 1: empty/);
});

conversation("a cell's delegates to two councils are separate", aboutARule, async (scene) => {
  const { five, chat } = await valley(scene);
  const { zoe, ana, ben, cho, dee } = five;
  await zoe.says("/council new Coast cells:Depot 5, Mill");
  await zoe.says("/delegate choose").isTold(/Which council/);
  await zoe.presses("Coast");
  await zoe.says("/delegate choose council:Valley alternates:0");
  await ana.says("/delegate stand").isTold(/Which one/);
  await ana.presses("Council Coast").isTold(/Ana stands for the seat of Depot 5 in the council Coast/);
  await cho.says("/delegate propose Dee").isTold(/Which one/);
  await cho.presses("Council Coast").isTold(/Dee is proposed for Coast/);
  await ben.says("/delegate stand");
  await ben.presses("Council Valley").isTold(/Ben stands for the seat of Depot 5 in the council Valley/);
  for (const one of [ana, cho, dee]) {
    await one.writes("/delegate vote").isTold(/Which one/);
    await one.presses("Council Coast").isTold(/council Coast/);
    await one.presses("Ana").isTold(/Noted/);
    await one.writes("/delegate vote");
    await one.presses("Council Valley").isTold(/council Valley/);
    await one.presses("Ben").isTold(/Noted/);
  }
  await scene.stage.wait(49 * hour);
  await chat
    .person("Ana")
    .says("/delegate show")
    .chatIsTold(/Depot 5: Ben/);
  await ana.writes("/delegate show Coast").isTold(/Seat 1: Ana/);
  await cho.writes("/delegate recall Ana council:Valley").isTold(/Ana has no seat of Depot 5 in the council Valley/);
});

conversation("all seats are chosen anew, and who is not chosen again goes", aboutARule, async (scene) => {
  const { five, chat } = await valley(scene, "2");
  const { zoe, ana, ben, cho, dee } = five;
  await zoe.says("/delegate choose");
  for (const one of [ana, ben]) await stands(one);
  for (const one of [ana, ben, dee]) await one.writes("/delegate vote 1,2");
  await scene.stage.wait(49 * hour);
  await zoe.says("/delegate choose seats:1").isTold(/All 2 seats are filled/);
  await zoe.says("/delegate choose seats:2 alternates:0");
  for (const one of [cho, ana]) await stands(one);
  for (const one of [ana, ben, dee]) await one.writes("/delegate vote Cho, Ana");
  await scene.stage.wait(49 * hour);
  await chat
    .person("Ana")
    .says("/delegate show")
    .chatIsTold(/Depot 5: (?:Ana and Cho|Cho and Ana)/);
});

conversation("what was begun goes on after a restart", aboutARule, async (scene) => {
  const { five } = await valley(scene);
  const { zoe, ana, ben, cho } = five;
  await zoe.says("/delegate choose");
  await scene.stage.restart();
  await stands(ana);
  await scene.stage.restart();
  for (const one of [ana, ben, cho]) await taps(one, "Ana");
  await scene.stage.restart();
  await scene.stage.wait(49 * hour);
  await scene.stage.restart();
  five.chat.shows(/Chosen: Ana/);
  await cho.writes("/delegate recall Ana");
  for (const one of [ana, ben, cho]) await taps(one, "Yes, recall");
  await scene.stage.restart();
  await scene.stage.wait(49 * hour);
  five.chat.shows(/Depot 5 has recalled Ana/);
  expect(scene.stage.problems).toEqual([]);
});

conversation(
  "a recall in the middle of an assembly: the vote is withdrawn, and the alternate may come",
  aboutARule,
  async (scene) => {
    const of = await council(scene, [
      { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana", alternate: "Abe" }] },
      { name: "Clinic", sector: "Health", seats: [{ delegate: "Cho" }] },
    ]);
    const inDepot = (name: string) => of.cell("Depot").person(name);
    await of.zoe.says('/assembly new Assembly rule:"every thursday" time:18:00 quorum:1');
    await of.stage.wait(6 * day - 46 * hour);
    await inDepot("Abe").writes("/help");
    await inDepot("Abe")
      .writes("/delegate recall Ana")
      .isTold(/asked now/);
    for (const name of ["Abe", "Zoe"]) await inDepot(name).writes("/delegate vote yes").isTold(/Noted/);
    await of.stage.wait(47.5 * hour);
    for (const name of ["Ana", "Cho"]) await of.who(name).says("/assembly checkin");
    await of.zoe.says("/vote open Strike? base:present");
    for (const name of ["Ana", "Cho"]) await of.who(name).says("/vote yes");
    expect(await of.store(({ tx }) => tx.ballot.count())).toBe(2);
    await of.stage.wait(hour);
    of.chat.shows(/Depot has recalled Ana from the council Council[^]*Abe moves up/);
    expect(await of.store(({ tx }) => tx.ballot.count())).toBe(1);
    expect(await of.store(({ tx }) => tx.attendance.count({ where: { leftAt: null } }))).toBe(1);
    await of
      .who("Ana")
      .says("/vote yes")
      .isTold(/delegate|seat/i);
    await of.who("Abe").says("/assembly checkin");
    await of
      .who("Abe")
      .says("/vote no")
      .isTold(/You voted no/);
    await of.zoe.says("/vote close").chatIsTold(/Not carried: 1 of 2 present/);
  },
);

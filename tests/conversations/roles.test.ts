/** Roles that go round, as people live them. */
import ICAL from "ical.js";
import { expect } from "vitest";
import { aboutARule, conversation, mustPressStart, newestCode, only } from "../kit/conversation.ts";
import { SendError } from "../../src/chat/adapter.ts";
import { council } from "../kit/council.ts";
import { buttonsOf } from "../kit/pressing.ts";
import type { StageChat, StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The stage begins on Friday 20 March 2026 at 17:00 in Paris; the first hand-over is a week later. */
const dishes = "/role new Dishes every:2w day:friday time:16:00";

/** They have spoken, and can be written to on every platform. */
async function reachable(...people: readonly StagePerson[]): Promise<void> {
  for (const one of people) {
    await one.says("/help");
    await one.writes("/help");
  }
}

const saidTo = (chat: StageChat, person: StagePerson): string =>
  chat.stage
    .adapter(chat.platform)
    .shown.filter(({ to, chat: place }) => to === person.user.id || place === `direct:${person.user.id}`)
    .map(({ text }) => text)
    .join("\n---\n");

/** How often the chat was told so. */
const times = (chat: StageChat, pattern: RegExp): number =>
  chat.messages().filter(({ text }) => pattern.test(text)).length;

conversation("a role is set up, passes on, and everybody is asked in time", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana, ben);
  await zoe.says(`${dishes} checklist:"sponges, key of the kitchen"`).chatIsTold(/Role 1, Dishes, is set up/);
  chat.shows(/Dishes\nNobody holds it yet\.\n[^]*every second Friday at 16:00/);
  chat.shows(/Roles of Depot 5\n.*1\. Dishes: nobody yet/);
  await ana.says("/role join").isToldPrivately(/in the rotation of Dishes/);
  await ben.says("/role join dishes");
  await ben.says("/role join 1").isToldPrivately(/already/);
  await stage.wait(10 * hour);
  const first = saidTo(chat, ana).includes("would be yours") ? ana : ben;
  const second = first === ana ? ben : ana;
  await first.presses("Accept").isTold(/Dishes is yours from Fri 27 March, 16:00 to Fri 10 April, 16:00 \(Paris\)/);
  chat.shows(new RegExp(`Next: ${first.name} \\(accepted\\)`));
  await stage.wait(7 * day);
  chat.shows(new RegExp(`Dishes is with @?${first.name}, until Fri 10 April`));
  expect(saidTo(chat, first)).toMatch(/Dishes is yours from Fri 27 March, 16:00 \(Paris\)\.\nTo hand over:\n.*sponges/);
  await stage.wait(7 * day);
  await second.presses("Accept");
  await stage.wait(7 * day);
  chat.shows(new RegExp(`Dishes passes from ${first.name} to @?${second.name}, until Fri 24 April`));
  expect(times(chat, /passes from/)).toBe(1);
  expect(stage.problems).toEqual([]);
});

conversation("who is asked and cannot, says so, and somebody else is asked", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana, ben, cho);
  await zoe.says(dishes);
  for (const one of [ana, ben, cho]) await one.says("/role join");
  await stage.wait(16 * hour);
  const asked = [ana, ben, cho].find((one) => saidTo(chat, one).includes("would be yours"));
  if (asked === undefined) throw new Error("nobody was asked");
  const button = asked.button("Accept");
  await asked.presses("Can't").isTold(/thank you for saying so/i);
  await stage.wait(hour);
  const others = [ana, ben, cho].filter((one) => one !== asked && saidTo(chat, one).includes("would be yours"));
  expect(others).toHaveLength(1);
  const [other] = others;
  await other?.presses("Accept").isTold(/is yours from/);
  // A second press changes nothing, and an old button is checked again.
  await other?.presses("Accept").isTold(/is yours from|no turn|already/i);
  if (button?.direct === false) await asked.pressesId(button.id);
  chat.shows(new RegExp(`Next: ${other?.name ?? ""} \\(accepted\\)`));
});

conversation(
  "nobody takes it on: the chat is asked, and who comes first has it",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(dishes);
    await stage.wait(7 * day);
    chat.shows(/Nobody holds Dishes now\. Who can take it\?/);
    await ana.says("/role accept").isTold(/Dishes is yours now/);
    chat.shows(/@?Ana takes Dishes, until/);
    await ben.says("/role accept").isTold(/Somebody else has taken it on already|no turn/i);
    chat.shows(/Now: Ana, until/);
    await stage.wait(14 * day);
    // She is alone in the rotation, so she is asked again, beyond the limit, and the chat is told.
    chat.shows(/I have asked @?Ana for Dishes again[^]*nobody else was left|nobody else in the rotation can be asked/);
  },
);

conversation(
  "where people cannot be reached, they are asked in the chat, and only they can answer",
  async ({ cell, stage, platform }) => {
    if (platform !== "telegram") return;
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(dishes);
    await ana.says("/role join");
    await stage.wait(10 * hour);
    chat.shows(/Ana, Dishes would be yours from Fri 27 March, 16:00 to Fri 10 April/);
    await ben.presses("Accept").isTold(/belongs to somebody else/);
    await ana.presses("Accept").isTold(/is yours from/);
  },
);

conversation("who turns out not to be reachable when they are asked, is asked in the chat", async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana);
  await zoe.says(dishes);
  await ana.says("/role join");
  const adapter = stage.adapter(chat.platform);
  adapter.intercept = (outgoing) => (outgoing.type === "direct" ? new SendError("blocked") : undefined);
  // What was to be said, and what instead, outlives the process that did not come to say it.
  await stage.steward.delivery.stop();
  stage.clock.advanceTo(stage.clock.now() + 16 * hour);
  await stage.steward.settle();
  chat.neverShowed(/would be yours/);
  await stage.restart();
  await stage.wait(minute);
  expect(times(chat, /@?Ana, Dishes would be yours from Fri 27 March, 16:00 to Fri 10 April/)).toBe(1);
  await stage.restart();
  await stage.wait(hour);
  expect(times(chat, /would be yours/)).toBe(1);
  adapter.intercept = undefined;
  await ana.says("/role accept").isTold(/is yours from/);
  expect(stage.problems).toEqual([]);
});

conversation("a swap and a stand-in need both", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana, ben, cho);
  await zoe.says(dishes);
  await ana.says("/role join");
  await stage.wait(16 * hour);
  await ana.presses("Accept");
  await ben.says("/role join");
  await ana.says("/role swap with:@Ana").isToldPrivately(/somebody else/);
  await ana.says("/role swap with:@Cho").isToldPrivately(/not in the rotation/);
  await ana.says("/role swap with:@Ben").isToldPrivately(/The question goes to Ben/);
  expect(saidTo(chat, ben)).toMatch(/Ana asks you to swap/);
  chat.shows(/Next: Ana \(accepted\)/);
  await ben.presses("Agree").isTold(/Dishes is yours from/);
  chat.shows(/Next: Ben \(accepted\)/);
  expect(saidTo(chat, ana)).toMatch(/Ben agrees/);
  await stage.wait(7 * day);
  chat.shows(/Dishes is with @?Ben/);
  await ben
    .says('/role cover by:@Ana from:"sunday 10:00" to:"monday 10:00"')
    .isToldPrivately(/The question goes to Ana/);
  await ana.presses("No, sorry").isTold(/nothing changes/);
  expect(saidTo(chat, ben)).toMatch(/Ana can't look after Dishes/);
  await ben.says('/role cover by:@Ana from:"sunday 10:00" to:"monday 10:00"');
  await ana.presses("Agree").isTold(/You look after Dishes/);
  // The live messages show it from its hour to its end, without anybody asking.
  chat.shows(/Now: Ben, until/);
  await stage.wait(1.5 * day);
  chat.shows(/Now: Ana for Ben/);
  await zoe.says("/role who 1").isTold(/Now: Ana for Ben/);
  await stage.wait(day);
  chat.shows(/Now: Ben, until/);
  expect(stage.problems).toEqual([]);
});

conversation("a role of a council goes round among the people of its cells", aboutARule, async (scene) => {
  const of = await council(scene, [
    { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana" }] },
    { name: "Ward", sector: "Health", seats: [{ delegate: "Bea" }] },
  ]);
  const { stage, chat, zoe } = of;
  const [ana, bea] = [of.who("Ana"), of.who("Bea")];
  await reachable(ana, bea);
  await zoe
    .says("/role new Moderation every:2w day:friday time:16:00 power:yes")
    .isTold(/In a council no role carries/);
  await zoe.says("/role new Moderation every:2w day:friday time:16:00").isTold(/Role 1, Moderation, is set up/);
  chat.shows(/Roles of Council\n.*1\. Moderation: nobody yet/);
  chat.neverShowed(/this cell/);
  await zoe.says("/role edit 1 power:yes").isTold(/In a council no role carries/);
  for (const one of [ana, bea]) await one.says("/role join").isTold(/in the rotation of Moderation/);
  of.cell("Depot").neverShowed(/Moderation/);
  await stage.wait(10 * hour);
  const first = saidTo(chat, ana).includes("would be yours") ? ana : bea;
  await first.presses("Accept");
  await stage.wait(7 * day);
  chat.shows(new RegExp(`Moderation is with @?${first.name}, until Fri 10 April`));
  await zoe.says("/role end").isTold(/Sure\?/);
  await first.says("/role end").isTold(/coordinator of this council/);
  expect(stage.problems).toEqual([]);
});

conversation("several questions come as one message, after the quiet hours", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana);
  // It is five in the afternoon.
  await ana.writes("/me quiet 16:00 08:00");
  await zoe.says(dishes);
  await stage.wait(minute);
  await zoe.says("/role new Keys every:2w day:friday time:16:00");
  await ana.says("/role join 1");
  await ana.says("/role join 2");
  await stage.wait(14 * hour);
  expect(saidTo(chat, ana)).not.toMatch(/would be yours/);
  chat.neverShowed(/would be yours/);
  await stage.wait(2 * hour);
  const asked = stage
    .adapter(chat.platform)
    .shown.filter(({ to, chat: place }) => to === ana.user.id || place === `direct:${ana.user.id}`)
    .filter(({ text }) => text.includes("would be yours"));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.text).toMatch(/Dishes would be yours[^]*Keys would be yours/);
  await ana.presses("Accept: Keys").isTold(/Keys is yours from/);
  chat.shows(/2\. Keys: nobody yet · then Ana \(accepted\)/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "down for ten days: one message of what is still true, and none of what has passed",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await reachable(zoe, ana, ben);
    await zoe.says(dishes);
    await zoe.says("/role new Keys every:2w day:friday time:16:00");
    for (const one of [ana, ben]) for (const role of [1, 2]) await one.says(`/role join ${role}`);
    stage.clock.forget();
    stage.clock.advanceTo(stage.clock.now() + 10 * day); // nothing runs
    await stage.restart();
    await stage.wait(10 * minute);
    // Monday 30 March: the hand-over of Friday came while nobody could be asked. It is said once, and late.
    for (const role of ["Dishes", "Keys"]) {
      expect(times(chat, new RegExp(`Nobody holds ${role} now.*\\n.*This should have been said`))).toBe(1);
    }
    const asked = [ana, ben].map((one) => saidTo(chat, one).match(/\w+ needs somebody until Fri 10 April/g) ?? []);
    // Each has one role to think of, from now on; nobody is asked for a time that is over.
    expect(asked.map(({ length }) => length)).toEqual([1, 1]);
    expect(asked.flat().toSorted()).toEqual([expect.stringContaining("Dishes"), expect.stringContaining("Keys")]);
    for (const one of [ana, ben]) expect(saidTo(chat, one)).not.toMatch(/would be yours|27 March, 16:00 to/);
    await stage.wait(2 * hour);
    for (const one of [ana, ben]) expect(saidTo(chat, one).match(/needs somebody/g)).toHaveLength(1);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "the calendar has each term with who holds it, and what was moved under the same name",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await reachable(zoe, ana);
    await zoe.says(dishes);
    await ana.says("/role join");
    await stage.wait(10 * hour);
    await ana.presses("Accept");
    const events = async () => {
      const block = (await ana.says("/role ics"))
        .flatMap(({ rendered }) => rendered.blocks)
        .find(({ type }) => type === "file");
      const text =
        block?.type === "file" && "data" in block.file ? Buffer.from(block.file.data, "base64").toString() : "";
      return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => {
        const { uid, summary, startDate, endDate, sequence } = new ICAL.Event(one);
        const status = one.getFirstPropertyValue("status");
        const changed = one.getFirstPropertyValue("last-modified")?.toString();
        return { uid, summary, from: startDate.toString(), to: endDate.toString(), sequence, status, changed };
      });
    };
    const [first, ...none] = await events();
    expect(none).toEqual([]);
    // Over the change of clocks: 16:00 in Paris is 15:00 and then 14:00 in UTC.
    expect(first).toMatchObject({
      summary: "Dishes: Ana",
      from: "2026-03-27T15:00:00Z",
      to: "2026-04-10T14:00:00Z",
      status: "CONFIRMED",
    });
    await zoe.says("/role edit 1 time:17:30");
    const [moved] = await events();
    expect(moved).toMatchObject({ uid: first?.uid, from: "2026-03-27T16:30:00Z", to: "2026-04-10T15:30:00Z" });
    expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    // Nothing has changed: the same numbers, whoever asks when.
    await stage.wait(hour);
    expect(await events()).toEqual([moved]);
    await zoe.says("/role edit 1 name:Plates");
    const [renamed] = await events();
    expect(renamed?.summary).toBe("Plates: Ana");
    expect(renamed?.sequence).toBe((moved?.sequence ?? 0) + 1);
    expect(Date.parse(renamed?.changed ?? "")).toBeGreaterThan(Date.parse(moved?.changed ?? "") + hour - 1);
    await zoe.says("/role end 1");
    await zoe.presses("End it");
    const [ended] = await events();
    expect(ended).toMatchObject({ uid: first?.uid, status: "CANCELLED", sequence: (renamed?.sequence ?? 0) + 1 });
    await stage.wait(hour);
    expect(await events()).toEqual([ended]);
    expect(stage.problems).toEqual([]);
  },
);

conversation("two accounts of one person are one in every role", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana, ben, cho);
  await zoe.says(dishes);
  await zoe.says("/role new Keys every:2w day:friday time:16:00");
  // Ana and Ben are the same person: both in the pools, and one of them holds the second role.
  await ben.says("/role join 2");
  await stage.wait(10 * hour);
  await ben.presses("Accept").isTold(/Keys is yours/);
  for (const one of [ana, ben]) await one.says("/role join 1");
  await stage.wait(7 * day);
  await ben.writes("/role handover 2 mind the lock");
  for (const one of [ana, cho]) await one.says("/role join 2");
  await stage.wait(7 * day);
  await cho.says("/role swap 2 with:@Ben");

  await ana.writes("/me link");
  await ben.writes(`/me link ${newestCode(stage)}`);
  await ana.presses("Yes, it is mine").isTold(/./);
  await stage.wait(hour);

  const left = await stage.database.read(async (tx) => ({
    people: (await tx.identity.findMany()).map(({ personId }) => personId),
    pools: await tx.roleMember.findMany(),
    turns: await tx.roleTurn.findMany({ include: { term: true } }),
    notes: await tx.roleNote.findMany(),
    offers: await tx.roleOffer.findMany(),
  }));
  const known = new Set(left.people);
  expect(known.size).toBe(3);
  for (const { personId } of [...left.pools, ...left.turns]) if (personId !== null) expect(known).toContain(personId);
  for (const { fromId } of left.notes) expect(known).toContain(fromId);
  for (const { fromId, toId } of left.offers) {
    expect(known).toContain(fromId);
    expect(known).toContain(toId);
    expect(fromId).not.toBe(toId);
  }
  // One place for one person, in each term.
  const places = left.turns
    .filter(({ state, term }) => ["asked", "accepted", "acting"].includes(state) && term.state !== "over")
    .map(({ personId, termId }) => `${personId ?? ""} ${termId}`);
  expect(new Set(places).size).toBe(places.length);
  // What the second account held is not lost by it, and its note waits for the next one.
  chat.shows(/2\. Keys: (?:Ana|Ben) ·/);
  await stage.wait(7 * day);
  expect(left.notes).toHaveLength(1);
  expect(stage.problems).toEqual([]);
});

conversation("a note at the hand-over is for the next one alone", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana, ben, cho);
  await zoe.says(dishes);
  await ana.says("/role join");
  await stage.wait(10 * hour);
  await ana.presses("Accept");
  await stage.wait(7 * day);
  await ben.says("/role join");
  await ben.writes("/role handover 1 I was never here").isTold(/Only whoever holds Dishes/);
  await ana.writes("/role handover 1 the tap drips").isTold(/I keep your note/);
  expect(saidTo(chat, ben)).not.toMatch(/the tap drips/);
  await stage.wait(7 * day);
  await ben.presses("Accept");
  await stage.wait(7 * day);
  expect(saidTo(chat, ben)).toMatch(/Ana leaves you a note for Dishes: the tap drips/);
  chat.neverShowed(/the tap drips/);
  expect(saidTo(chat, cho)).not.toMatch(/the tap drips/);
  // Another note is brought alone: who has read the first one has read it.
  await ana.writes("/role handover 1 and the lamp is broken").isTold(/I have passed your note on/);
  expect(saidTo(chat, ben)).toMatch(/note for Dishes: and the lamp is broken/);
  await ana.writes("/role leave 1");
  await stage.wait(hour);
  expect(saidTo(chat, ben).match(/the tap drips/g)).toHaveLength(1);
  await cho.writes("/role handover 1").isTold(/What should the next person know/);
  await ben.writes("/role handover 1").isTold(/the tap drips/);
});

conversation(
  "power goes with the role, and the old buttons of who had it refuse",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await reachable(zoe, ana, ben);
    await zoe.says("/role new Coordination every:2w day:friday time:16:00 power:yes");
    for (const one of [ana, ben]) await one.says("/role join");
    await ana.says("/role end").isTold(/coordinator/);
    await stage.wait(10 * hour);
    const first = saidTo(chat, ana).includes("would be yours") ? ana : ben;
    const second = first === ana ? ben : ana;
    await first.presses("Accept");
    await stage.wait(7 * day);
    await first.says("/cell code").isTold(/the code is/);
    await first.says("/role end 1").isTold(/Sure\?/);
    const old = first.button("End it");
    await second.says("/cell code").isTold(/coordinator/);
    await stage.wait(7 * day);
    await second.presses("Accept");
    await stage.wait(7 * day);
    await second.says("/cell code").isTold(/the code is/);
    await first.says("/cell code").isTold(/coordinator/);
    if (old !== undefined) await first.pressesId(old.id).isTold(/coordinator/);
    chat.neverShowed(/has ended/);
  },
);

conversation("away, skip, step down, leave", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana, ben);
  await zoe.says(dishes);
  await ana.says("/role join");
  await ana.says('/role away to:"5 april"').isToldPrivately(/you are away from .* to Sun 5 April, 23:59/);
  await ben.says("/role join");
  await stage.wait(10 * hour);
  expect(saidTo(chat, ana)).not.toMatch(/would be yours/);
  await ben.presses("Accept");
  await ana.says("/role away back").isToldPrivately(/Welcome back/);
  await stage.wait(7 * day);
  await ben.says("/role step-down").isToldPrivately(/You have given Dishes up/);
  chat.shows(/Now: Ben|For now: Ben/);
  await ana.says("/role skip").isToldPrivately(/goes by/);
  await ana.says("/role leave").isToldPrivately(/no longer in the rotation/);
  await ana.says("/role leave").isToldPrivately(/not in the rotation/);
  await zoe.says("/role remove 1 @Ben").isTold(/Ben is no longer in the rotation/);
  await zoe.says("/role balance").isToldPrivately(/Nobody is in the rotation yet|Ben/);
});

conversation(
  "who joins while nobody holds it is asked for now, not for a day that has passed",
  mustPressStart,
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(dishes);
    await stage.wait(9 * day);
    await ana.says("/role join");
    await stage.wait(hour);
    chat.shows(/Ana, Dishes needs somebody until/);
    chat.neverShowed(/Ana, Dishes would be yours from Fri 27 March/);
  },
);

conversation("who says from when to when is away, whatever stands before it", aboutARule, async ({ cell }) => {
  const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(dishes);
  for (const one of [ana, ben]) await one.says("/role join");
  await ana
    .says("/role away 1 from:monday to:friday")
    .isTold(/you are away from Mon 23 March, 00:00 to Fri 27 March, 23:59/);
  await ana.says("/role away from:monday to:yesterday").isTold(/already passed/);
  await ana.says("/role away back").isTold(/Welcome back/);
  const asked = await ana.says("/role swap 1").isTold(/With whom/);
  const offered = buttonsOf(asked).map(({ label }) => label);
  expect(offered).toContain("Ben");
  expect(offered).not.toContain("Ana");
});

conversation("a role keeps its number when one that was made before it is removed", aboutARule, async (scene) => {
  const { chat, zoe } = await scene.cell("Depot 5", { sector: "transport" });
  await zoe.says("/role new Keys every:2w day:friday time:18:00");
  await zoe.says("/role new Phone every:2w day:friday time:18:00");
  await zoe.says("/role end 1");
  await zoe.presses("End it");
  await scene.stage.wait(92 * day);
  chat.shows(/• 2\. Phone/);
  await zoe.says("/role preview 2").isTold(/Phone/);
  await zoe.says("/role new Books every:2w day:friday time:18:00");
  chat.shows(/• 3\. Books/);
  expect(scene.stage.problems).toEqual([]);
});

conversation("bad input is answered, and asked for again", async ({ cell, stage }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana);
  await ana.says("/role who").isTold(/No role goes round here/);
  await ana.says("/role why").isTold(/There is no role here yet/);
  await ana.says(dishes).isTold(/coordinator/);
  await zoe.says('/role new Keys every:"now and then"').isTold(/How often does it pass on/);
  await zoe
    .says('/role new Keys every:"first monday of the month" day:friday time:18:00')
    .isTold(/says the day itself/);
  await zoe.says(dishes);
  await zoe.says(dishes).isTold(/a role called Dishes already/);
  // Roles of one moment would be numbered by chance.
  stage.clock.advanceTo(stage.clock.now() + 1);
  await zoe.says("/role new Keys every:2w day:monday time:18:00 limit:2");
  await ana.says("/role join").isTold(/Which role\?[^]*1: Dishes[^]*2: Keys/);
  await ana.presses("Keys").isTold(/in the rotation of Keys/);
  await ana.says("/role join Dishs").isTold(/Did you mean “Dishes”/);
  await ana.says("/role join 17").isTold(/I know no role “17”/);
  await ana.says("/role preview keys terms:99").isTold(/from 1 to 26/);
  await ana.says("/role decline keys").isTold(/no turn/);
  await zoe.says("/role edit 1").isTold(/What shall change/);
  await zoe.says("/role edit 1 time:19:30").isTold(/Changed: Dishes/);
  await zoe.says("/role who 1").isTold(/every second Friday at 19:30/);
  await zoe.says("/role end 2").isTold(/Sure\?/);
  await zoe.presses("End it").isTold(/Keys has ended/);
  await zoe.presses("End it").isTold(/Keys has ended/);
  await ana.says("/role who").isTold(/1\. Dishes/);
});

conversation("in Spanish", only("what is said is the same everywhere", "console"), async ({ cell, stage }) => {
  const { chat, zoe, ana, ben } = await cell("Cochera 5", { sector: "transporte", language: "es" });
  await reachable(zoe, ana, ben);
  await zoe.says("/role new Llaves every:2w day:viernes time:16:00").chatIsTold(/El rol 1, Llaves, está listo/);
  await ana.says("/role join").isToldPrivately(/Estás en la rotación de Llaves/);
  await stage.wait(10 * hour);
  await ana.presses("Acepto").isTold(/Llaves es cosa tuya del .* al .*\. ¡Gracias!/);
  chat.shows(/Después: Ana \(acepta\), desde el/);
  await stage.wait(7 * day);
  chat.shows(/Llaves queda a cargo de @?Ana, hasta el/);
  await zoe.says("/role why").isToldPrivately(/Nadie más podía/);
});

conversation("the overview is pinned once, when it is posted", async ({ cell, stage, platform }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  const adapter = stage.adapter(platform);
  const send = adapter.send.bind(adapter);
  const pinned: string[] = [];
  adapter.send = async (outgoing) => {
    if (outgoing.type === "message" && outgoing.pin !== undefined) pinned.push(outgoing.id);
    return send(outgoing);
  };
  await zoe.says(dishes);
  await ana.says("/role join");
  await zoe.says("/role new Keys every:2w day:monday time:18:00");
  await ana.says("/role who");
  expect(pinned).toHaveLength(1);
});

conversation(
  "an agreed swap is how things stand: the preview and the overview say so at once",
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await reachable(zoe, ana, ben);
    await zoe.says(dishes);
    await ana.says("/role join");
    await stage.wait(16 * hour);
    await ana.presses("Accept");
    await ben.says("/role join");
    await zoe.says("/role preview terms:3").isToldPrivately(/27 March.*Ana[^]*10 April.*Ben[^]*24 April.*Ana/);
    await ana.says("/role swap with:@Ben");
    await ben.presses("Agree");
    // Ben has Ana's term; she has his next one, and that is all that she owes.
    await zoe.says("/role preview terms:3").isToldPrivately(/27 March.*Ben[^]*10 April.*Ana[^]*24 April.*Ana/);
    await stage.wait(14 * day);
    chat.shows(/Now: Ben, until/);
    await ana.presses("Accept");
    await stage.wait(7 * day);
    chat.shows(/Now: Ana, until/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a note is for who holds the role from the hand-over on, and for nobody before",
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
    await reachable(zoe, ana, ben, cho);
    await zoe.says("/role new Dishes every:1w day:friday time:16:00");
    await ana.says("/role join");
    await stage.wait(16 * hour);
    await ana.presses("Accept");
    await stage.wait(6.5 * day);
    await ana.writes("/role handover Dishes The box sticks");
    await ben.says("/role join");
    await ana.writes("/role decline");
    await stage.wait(hour);
    await ben.writes("/role accept");
    await ben.writes("/role handover Dishes");
    expect(saidTo(chat, ben)).not.toMatch(/The box sticks/);
    await ben.writes("/role decline");
    await cho.says("/role join");
    await stage.wait(hour);
    await cho.writes("/role accept");
    await stage.wait(7 * day);
    expect(saidTo(chat, cho)).toMatch(/The box sticks/);
    expect(saidTo(chat, ben)).not.toMatch(/The box sticks/);
    chat.neverShowed(/The box sticks/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "roles that change hands at one moment are filled in the order in which they were made",
  async ({ cell, stage }) => {
    const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await reachable(zoe, ana);
    const names = ["Keys", "Minutes", "Phone", "Till"];
    for (const name of names) await zoe.says(`/role new ${name} every:1w day:friday time:16:00`);
    for (const name of names) await ana.says(`/role join ${name}`);
    for (let week = 0; week < 4; week++) {
      await stage.wait(6 * day);
      for (const name of names) await ana.writes(`/role accept ${name}`);
      await stage.wait(day);
    }
    // Whoever is asked first holds no other role yet.
    chat.neverShowed(/Keys.*although they hold another role/);
    for (const name of names.slice(1)) chat.shows(new RegExp(`${name}.*although they hold another role`));
  },
);

conversation("for a hand-over within the hour somebody is asked once", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana);
  await zoe.says("/role new Keys every:1w day:friday time:17:50");
  await ana.says("/role join");
  await stage.wait(49 * minute);
  expect(saidTo(chat, ana).match(/Keys would be yours/g)).toHaveLength(1);
  expect(stage.problems).toEqual([]);
});

conversation("a rule that leaves out months says so, and when it comes next", aboutARule, async ({ cell }) => {
  const { chat, zoe } = await cell("Depot 5", { sector: "transport" });
  await zoe
    .says('/role new Keys every:"the 31st of every month" time:18:00')
    .chatIsTold(/every month on the 31st\)\. The next ones: .*31 March 2026, .*31 May 2026 and .*31 July 2026/);
  await zoe.presses("Rather every month on the last day");
  chat.shows(/every month on the last day at 18:00/);
  await zoe.says("/role edit 1 every:FREQ=MONTHLY;BYDAY=5FR").chatIsTold(/fifth Friday[^]*Rather every last Friday/);
});

conversation("who is foreseen for a term swaps it before anybody is asked", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await reachable(zoe, ana, ben);
  await zoe.says("/role new Keys every:4w day:friday time:16:00");
  await ana.says("/role join");
  await stage.wait(16 * hour);
  await ana.presses("Accept");
  await stage.wait(7 * day);
  await ben.says("/role join");
  chat.shows(/Now: Ana[^]*Next: Ben, from Fri 24 April/);
  // Her turn after his is further ahead: from when on she can is said, and what became of a "can't".
  await ana
    .says("/role swap with:@Ben")
    .isToldPrivately(/foreseen from Fri 22 May[^]*swapped from Fri 24 April[^]*on, when it is the next one/);
  await ana.says("/role decline").isToldPrivately(/foreseen from Fri 22 May[^]*asked before it begins/);
  await ben.says("/role swap with:@Ana").isToldPrivately(/The question goes to Ana/);
  await ana.presses("No, sorry");
  chat.shows(/Next: Ben, from Fri 24 April/);
  await ben.says("/role swap with:@Ana");
  await ana.presses("Agree").isTold(/Keys is yours from Fri 24 April/);
  chat.shows(/Next: Ana \(accepted\), from Fri 24 April/);
  await stage.wait(28 * day);
  chat.shows(/Now: Ana, until Fri 22 May/);
  expect(saidTo(chat, ben)).not.toMatch(/would be yours from Fri 24 April/);
  await stage.wait(22 * day);
  expect(saidTo(chat, ben)).toMatch(/would be yours from Fri 22 May/);
  expect(stage.problems).toEqual([]);
});

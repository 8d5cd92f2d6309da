/** Care that is asked for and offered, as people use it. */
import { expect, it } from "vitest";
import { aboutARule, asksInWords, conversation, mustPressStart, newestCode } from "../kit/conversation.ts";
import { eachDatabase } from "../kit/databases.ts";
import { Stage, type Shown, type StageChat, type StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const depot = { sector: "transport" } as const;

/** Telegram: only now can they be written to. */
async function meet(...people: readonly StagePerson[]): Promise<void> {
  for (const one of people) {
    await one.says("/help");
    await one.writes("/help");
  }
}

/** What somebody was told on their own. */
const toldTo = ({ user }: StagePerson, shown: readonly Shown[]): string =>
  shown
    .filter(({ to, chat }) => to === user.id || chat === `direct:${user.id}`)
    .map(({ text }) => text)
    .join("\n");

/** What the newest message or edit says that shows the cell's meeting. */
const meetingCard = (chat: StageChat): string =>
  chat.messages().findLast(({ text }) => text.startsWith("Meeting"))?.text ?? "";

conversation("two are brought together once both have said yes, and nobody else reads any of it", async ({ cell }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", depot);
  const { stage } = chat;
  await meet(zoe, ana, ben, cho);
  await ana.says("/care offer rides").isToldPrivately(/You offer: Rides[^]*Nobody sees that you offer it/);
  await stage.wait(minute);
  await ben.writes("/care offer a lift").isTold(/You offer: Rides/);
  const asked = await cho
    .says('/care need Schnell to the clinic with a ride when:"tomorrow 15:00"')
    .isToldPrivately(/You ask for: Schnell to the clinic with a ride \(Rides\)[^]*without your name/);
  expect(toldTo(ana, asked)).toMatch(/Somebody in Depot 5 needs: Schnell[^]*You offer that. Can you\?/);
  expect(toldTo(zoe, asked)).toMatch(/Somebody in Depot 5 needs: Schnell/);
  expect(toldTo(ben, asked)).toBe("");
  expect(toldTo(ana, asked) + toldTo(zoe, asked)).not.toMatch(/Cho/);
  // Who cannot is told of to nobody; the next one is asked.
  const declined = await ana.presses("I can't").isTold(/Nobody hears of it/);
  expect(toldTo(cho, declined)).toBe("");
  expect(toldTo(ben, declined)).toMatch(/You offer that. Can you\?/);
  const yes = await ben.presses("I can").isTold(/I ask who needs it/);
  expect(toldTo(cho, yes)).toMatch(/Somebody can: Schnell[^]*Shall I bring you together\?/);
  expect(toldTo(cho, yes)).not.toMatch(/Ben/);
  // Who was asked before is not asked any more, and the coordinator is too late.
  await zoe.presses("I can").isTold(/Somebody else has said yes already/);
  const both = await cho.presses("Yes, bring us together").isTold(/Ben gives you: Schnell/);
  expect(toldTo(ben, both)).toMatch(/Cho needs: Schnell[^]*you give it/);
  expect(toldTo(ana, both) + toldTo(zoe, both)).toBe("");
  await ana.writes("/care mine").isTold(/You offer: Rides/);
  // After it the ledger says what was given, not to whom.
  const later = await stage.wait(32 * hour);
  expect(toldTo(cho, later)).toMatch(/Ben gives you/);
  expect(toldTo(ben, later)).toMatch(/Cho needs[^]*You gave: Rides. May that stand in the care ledger/);
  await ben.presses("Yes").isTold(/It stands in the ledger/);
  await zoe.says("/care read");
  chat.shows(/Ben – time: Rides/);
  chat.neverShowed(/Schnell|clinic|offers|Cho needs|gives you/);
  // It would say so: this much the chat has read of it.
  expect(() => {
    chat.neverShowed(/Rides/);
  }).toThrow();
  await cho.writes("/care mine").isTold(/Nothing waits for you/);
  expect(await stage.database.read((tx) => tx.careNeed.count())).toBe(0);
  expect(stage.problems).toEqual([]);
});

conversation(
  "what nobody can give is an open point of the next meeting, without a name and without words",
  async ({ cell }) => {
    const { chat, zoe, ana, cho } = await cell("Depot 5", depot);
    const { stage } = chat;
    await meet(zoe, ana, cho);
    await zoe.says('/gather new "Meeting" at:"in 3 days 19:00"');
    await cho.writes('/care need Somebody for the kids, Lotte screams when:"in 4 days 18:00"').isTold(/Childcare/);
    await cho.writes('/care need Insulin when:"in 4 days 18:00"').isToldPrivately(/What kind of care is that\?/);
    await cho.presses("Something else").isTold(/You ask for: Insulin/);
    await cho.presses("Not at the meeting").isTold(/the meeting does not read it/);
    chat.neverShowed(/Open for this meeting/);
    const later = await stage.wait(2 * day + hour);
    chat.shows(/Open for this meeting[^]*Childcare: somebody needs it on [^]*nobody can yet/);
    chat.neverShowed(/Lotte|Insulin|Something else/);
    expect(toldTo(cho, later)).toMatch(/Nobody can so far: Somebody for the kids/);
    expect(toldTo(zoe, later)).toMatch(/Nobody can so far, in Depot 5: Somebody for the kids[^]*open point/);
    // Whoever offers it then is asked at once; while it is open whether they are wanted, the card says nothing new.
    await ana.says("/care offer childcare").isToldPrivately(/You offer: Childcare/);
    const answered = await ana.presses("I can").isTold(/I ask who needs it/);
    expect(toldTo(cho, answered)).toMatch(/Shall I bring you together/);
    const passed = await cho.presses("No, somebody else").isTold(/I ask somebody else/);
    expect(toldTo(ana, passed)).toMatch(/is not needed any more. Thank you!/);
    expect(toldTo(ana, passed)).not.toMatch(/Cho|kids/);
    await ana.writes("/care mine").isTold(/You offer: Childcare/);
    expect(meetingCard(chat)).toMatch(/Childcare: somebody needs it/);
    await zoe.says("/care offer childcare").isToldPrivately(/You offer: Childcare/);
    await zoe.presses("I can").isTold(/I ask who needs it/);
    await cho.presses("Yes, bring us together").isTold(/Zoe gives you: Somebody for the kids/);
    await stage.wait(minute);
    expect(meetingCard(chat)).not.toMatch(/Childcare/);
  },
);

conversation("each of the two can go back on it, and the other one hears of it", async ({ cell }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", depot);
  const { stage } = chat;
  await meet(zoe, ana, ben, cho);
  await ana.writes("/care offer shelter");
  await stage.wait(minute);
  await ben.writes("/care offer a bed for the night").isTold(/You offer: Shelter/);
  await cho.writes('/care need A couch when:"in 3 days 20:00"').isTold(/Shelter/);
  await ana.presses("I can");
  await cho.presses("Yes, bring us together").isTold(/Ana gives you/);
  const back = await ana.presses("I can't after all").isTold(/does not work out/);
  expect(toldTo(cho, back)).toMatch(/Who had said yes can't after all[^]*A couch/);
  expect(toldTo(ben, back)).toMatch(/Can you\?/);
  await ben.presses("I can");
  await cho.presses("Yes, bring us together").isTold(/Ben gives you/);
  const gone = await cho.presses("Not needed any more").isTold(/Taken back/);
  expect(toldTo(ben, gone)).toMatch(/is not needed any more. Thank you!/);
  expect(toldTo(ana, gone)).toBe("");
  await ben.presses("I can't after all").isTold(/settled, or not needed any more/);
  await ben.writes("/care mine");
  await ben.presses("No more: Shelter").isTold(/Taken back. Nobody hears of it/);
  await ben.writes("/care mine").isTold(/Nothing waits for you/);
  chat.neverShowed(/couch|Shelter/);
});

conversation(
  "who does not answer is not waited for, and nobody is asked at night",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben, cho } = await cell("Depot 5", depot);
    await meet(zoe, ana, ben, cho);
    await ana.writes("/care offer meals");
    await stage.wait(minute);
    await ben.writes("/care offer meals");
    // Half past eight in the evening.
    await stage.wait(3 * hour + 28 * minute);
    const asked = await cho.writes('/care need Soup, a meal for two when:"in 2 days 12:00"');
    expect(toldTo(ana, asked)).toMatch(/Can you\?/);
    await stage.wait(hour);
    const night = await zoe.writes("/care mine");
    expect(toldTo(zoe, night)).toMatch(/Soup/);
    // A quarter of the time that is left, from the asking on: in the night. The next one is asked in the morning.
    const dark = await stage.wait(10 * hour);
    expect(toldTo(ben, dark)).toBe("");
    const morning = await stage.wait(hour);
    expect(toldTo(ben, morning)).toMatch(/Can you\?/);
    // Who was asked before can still say yes.
    await ana.presses("I can").isTold(/I ask who needs it/);
    await ben.presses("I can").isTold(/Somebody else has said yes already/);
  },
);

conversation(
  "what waited for the morning is not asked once its moment has passed",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben, cho } = await cell("Depot 5", depot);
    await meet(zoe, ana, ben, cho);
    await ana.writes("/care offer meals");
    // At ten in the evening; then the bot is down until after it.
    await stage.wait(5 * hour);
    const asked = await cho.writes('/care need Soup, a meal for two when:"tomorrow 12:00"');
    expect(toldTo(ana, asked)).toBe("");
    const before = stage.adapters.map(({ shown }) => shown.length);
    stage.clock.forget();
    stage.clock.forget();
    stage.clock.advanceTo(stage.clock.now() + 2 * day);
    await stage.restart();
    await stage.wait(day);
    const after = stage.adapters.flatMap(({ shown }, index) => shown.slice(before[index]));
    for (const one of [zoe, ana, ben, cho]) expect(toldTo(one, after)).not.toMatch(/Soup/);
  },
);

conversation(
  "who leaves, is forgotten or turns out to be the other one takes it along",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben, cho, dee } = await cell("Depot 5", depot);
    await meet(zoe, ana, ben, cho, dee);
    for (const one of [ana, ben]) {
      await one.writes("/care offer rides");
      await stage.wait(minute);
    }
    await cho.writes('/care need A ride when:"in 5 days 12:00"');
    await ana.presses("I can");
    await cho.presses("Yes, bring us together");
    await ana.says("/me leave");
    const left = await ana.presses("Yes, leave");
    expect(toldTo(cho, left)).toMatch(/Who had said yes can't after all/);
    expect(toldTo(ben, left)).toMatch(/Can you\?/);
    expect(await stage.database.read((tx) => tx.careOffer.count())).toBe(1);
    await ben.presses("I can");
    const exported = await cho.writes("/me export");
    const files = exported.flatMap(({ rendered }) => rendered.blocks).filter((block) => block.type === "file");
    const held = files.map((block) => (block.type === "file" ? Buffer.from(block.file.data, "base64").toString() : ""));
    expect(held.join("")).toMatch(/"careNeeds": \[\s*\{\s*"what": "A ride"/);
    await cho.writes("/me forget");
    const forgotten = await cho.presses("Yes, forget me");
    expect(toldTo(ben, forgotten)).toMatch(/is not needed any more. Thank you!/);
    expect(await stage.database.read((tx) => tx.careNeed.count())).toBe(0);
    expect(await stage.database.read((tx) => tx.careAsk.count())).toBe(0);
    // An offer that nobody says again goes with the retention.
    await stage.wait(92 * day);
    expect(await stage.database.read((tx) => tx.careOffer.count())).toBe(0);
    expect(stage.problems).toEqual([]);
  },
);

conversation("needs and offers have their limits, and each is said in words", aboutARule, async ({ cell }) => {
  const { zoe, cho } = await cell("Depot 5", depot);
  await meet(zoe, cho);
  await cho.writes('/care need A ride when:"in 200 days"').isTold(/too far ahead: 90 days at most/);
  for (const one of "abcde") await cho.writes(`/care need Ride ${one} when:"tomorrow 15:00"`).isTold(/You ask/);
  await cho.writes('/care need Ride f when:"tomorrow 15:00"').isTold(/You ask for 5 things already[^]*\/care mine/);
  for (const one of "abcdefghij") await cho.writes(`/care offer knitting ${one}${one}`).isTold(/You offer/);
  await cho.writes("/care offer knitting zz").isTold(/You offer 10 things already/);
  await cho.writes("/care need kids and a ride when:tomorrow").isTold(/5 things already/);
  // What stands already can be said again, and stands longer.
  await cho.writes("/care offer Knitting AA").isTold(/You offer: knitting aa/);
});

conversation(
  "who could not be written to when they were to be asked is asked later",
  mustPressStart,
  async ({ cell, stage }) => {
    const { zoe, ana, cho } = await cell("Depot 5", depot);
    await meet(zoe, cho);
    await ana.says("/care offer meals");
    const asked = await cho.writes('/care need Soup, a meal for two when:"in 2 days 12:00"').isTold(/You ask for/);
    expect(toldTo(ana, asked)).toBe("");
    await ana.opensDirect().isTold(/You offer: Meals[^]*I can only ask you once you have written to me directly/);
    const later = await stage.wait(16 * hour);
    expect(toldTo(ana, later)).toMatch(/Somebody in Depot 5 needs: Soup[^]*Can you\?/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "who asks and cannot be written to reads that, and no yes is lost",
  mustPressStart,
  async ({ cell, stage }) => {
    const { zoe, ana, cho } = await cell("Depot 5", depot);
    await meet(zoe, ana);
    await ana.writes("/care offer meals");
    await cho.says('/care need Soup, a meal for two when:"in 2 days 12:00"');
    const yes = await ana.presses("I can").isTold(/I ask who needs it/);
    expect(toldTo(cho, yes)).toBe("");
    await cho.opensDirect().isTold(/I can only tell you that somebody can once you have written to me directly/);
    const later = await stage.wait(16 * hour);
    expect(toldTo(cho, later).match(/Somebody can: Soup/g)).toHaveLength(1);
    await cho.presses("Yes, bring us together").isTold(/Ana gives you/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "who says late that they cannot asks nobody more while somebody else is waited for",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben, cho, dee } = await cell("Depot 5", depot);
    await meet(zoe, ana, ben, cho, dee);
    for (const one of [ana, ben, dee]) {
      await one.writes("/care offer meals");
      await stage.wait(minute);
    }
    const asked = await cho.writes('/care need Soup, a meal for two when:"in 8 days 12:00"');
    expect(toldTo(ana, asked)).toMatch(/Can you\?/);
    const second = await stage.wait(day + hour);
    expect(toldTo(ben, second)).toMatch(/Can you\?/);
    const late = await ana.presses("I can't").isTold(/Nobody hears of it/);
    expect(toldTo(dee, late)).toBe("");
    // Who is waited for says so: now the next one is asked.
    const now = await ben.presses("I can't").isTold(/Nobody hears of it/);
    expect(toldTo(dee, now)).toMatch(/Can you\?/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("whose moment has passed is shown no more", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, cho } = await cell("Depot 5", depot);
  await meet(zoe, ana, cho);
  await zoe.says('/gather new "Meeting" at:"in 3 days 19:00"');
  await ana.writes("/care offer rides");
  await cho.writes('/care need A ride when:"in 2 days 12:00"');
  await stage.wait(42 * hour);
  expect(meetingCard(chat)).toMatch(/Rides: somebody needs it/);
  await stage.wait(hour + 30 * minute);
  // It is past its moment, and its hour has not passed.
  expect(await stage.database.read((tx) => tx.careNeed.count())).toBe(1);
  expect(meetingCard(chat)).not.toMatch(/Rides/);
  for (const one of [zoe, ana, cho]) expect(toldTo(one, await one.writes("/care mine"))).not.toMatch(/A ride/);
  await ana.presses("I can").isTold(/settled, or not needed any more/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "nobody reads what others need by offering a letter, or a word that stands everywhere",
  aboutARule,
  async ({ cell }) => {
    const { zoe, ana, cho } = await cell("Depot 5", depot);
    await meet(zoe, ana, cho);
    await cho
      .writes('/care need My ex must not come to the door form:other when:"in 3 days 9:30"')
      .isTold(/You ask for/);
    for (const one of ["o", "ex", "🍲", "...", "a b"]) {
      const told = await ana.writes(`/care offer ${one}`).isTold(/in a word of 3 letters or more what you offer/);
      expect(toldTo(ana, told)).not.toMatch(/My ex/);
    }
    for (const one of ["the", "not to", "For You"])
      await ana.writes(`/care offer ${one}`).isTold(/does not say what you/);
    const near = await ana.writes("/care offer doo").isTold(/You offer: doo/);
    expect(toldTo(ana, near)).not.toMatch(/My ex/);
    expect(toldTo(ana, await ana.writes("/care mine"))).not.toMatch(/My ex/);
    await ana.writes("/care offer watching the door");
    const whole = await ana.writes("/care offer the door").isTold(/You offer: the door/);
    expect(toldTo(ana, whole)).toMatch(/Somebody in Depot 5 needs: My ex/);
  },
);

conversation("who mistypes a form, or offers what has none, is understood", aboutARule, async ({ cell, stage }) => {
  const { zoe, ana, ben, cho } = await cell("Depot 5", depot);
  await meet(zoe, ana, ben, cho);
  await ana.writes("/care offer rids").isTold(/Did you mean Rides\?/);
  await ana.presses("Rides").isTold(/You offer: Rides/);
  await ben.writes("/care offer rice").isTold(/Did you mean/);
  await ben.presses("As I wrote it: rice").isTold(/You offer: rice/);
  await cho.writes("/care offer lifts").isTold(/You offer: Rides/);
  await zoe.writes("/care offer").isTold(/What do you offer\?/);
  await zoe.presses("Something else").isTold(/say in a few words what you offer[^]*What do you offer\?/);
  await zoe.answers("mending bikes").isTold(/You offer: mending bikes/);
  await ben.writes("/care offer childcare").isTold(/You offer: Childcare/);
  expect(await stage.database.read((tx) => tx.careOffer.count())).toBe(5);
});

conversation("what is asked for again is the same, and says how it stands", asksInWords, async ({ cell, stage }) => {
  const { chat, zoe, ana, cho } = await cell("Depot 5", depot);
  await meet(zoe, ana, cho);
  await ana.writes("/care offer rides");
  const first = await cho.says('/care need A ride when:"tomorrow 15:00"').isToldPrivately(/You ask for: A ride/);
  expect(first.filter(({ text }) => text.includes("Can you?"))).toHaveLength(1);
  // What was typed in the group was read all the same.
  chat.shows(/I have read that. But what you type here, everybody here can see/);
  const again = await cho.writes('/care need a  ride when:"tomorrow 15:00"').isTold(/Nobody has said yes yet/);
  expect(toldTo(ana, again) + toldTo(zoe, again)).toBe("");
  await cho.writes('/care need A ride when:"tomorrow 16:00"').isTold(/You ask for: A ride/);
  expect(await stage.database.read((tx) => tx.careNeed.count())).toBe(2);
});

conversation("care is asked for and offered in Spanish", async ({ cell }) => {
  const { zoe, ana, cho } = await cell("Depot 5", { ...depot, language: "es" });
  await meet(zoe, ana, cho);
  await ana.says("/care offer una cama").isToldPrivately(/Ofreces: Alojamiento/);
  const asked = await cho.writes('/care need Un techo para dos noches when:"mañana 20:00"').isTold(/Pides: Un techo/);
  expect(toldTo(ana, asked)).toMatch(/Alguien de Depot 5 necesita: Un techo para dos noches \(Alojamiento\)/);
  await zoe.writes("/care offer llevar a gente").isTold(/Ofreces: Viajes/);
  await zoe.writes("/care offer algo").isTold(/no dice qué ofreces/);
  await zoe.writes("/care offer viages").isTold(/¿Querías decir Viajes\?/);
  await ana.presses("Puedo").isTold(/Pregunto a quien lo necesita/);
  await cho.presses("Sí, ponnos en contacto").isTold(/Ana te da: Un techo/);
});

eachDatabase((_, open) => {
  it("two accounts of one person give nothing to each other", async () => {
    const stage = await Stage.open(await open(), { platforms: ["telegram", "discord"] });
    const [here, there] = [stage.chat("depot", "telegram"), stage.chat("depot", "discord")];
    const zoe = here.person("Zoe").administrates();
    await zoe.says('/setup federation:Alliance cell:"Depot 5" sector:transport zone:Europe/Paris language:en');
    await zoe.says("/cell code");
    await there
      .person("Max")
      .administrates()
      .says(`/cell join ${newestCode(stage)}`);
    const [ana, same] = [here.person("Ana"), there.person("Anita")];
    await meet(zoe, ana, same);
    await ana.writes("/care offer rides");
    await same.writes('/care need A ride when:"in 5 days 12:00"').isTold(/You ask/);
    await ana.presses("I can");
    await same.presses("Yes, bring us together").isTold(/Ana gives you/);
    await ana.writes("/me link");
    await same.writes(`/me link ${newestCode(stage)}`).isTold(/I have asked/);
    await ana.presses("Yes, it is mine").isTold(/you count once/);
    expect(await stage.database.read((tx) => tx.careAsk.count())).toBe(0);
    const [need] = await stage.database.read((tx) => tx.careNeed.findMany());
    const [offer] = await stage.database.read((tx) => tx.careOffer.findMany());
    expect(offer?.personId).toBe(need?.personId);
    await stage.wait(minute);
    await ana.writes("/care mine").isTold(/You ask for: A ride/);
    expect(stage.problems).toEqual([]);
    await stage.steward.stop();
  });
});

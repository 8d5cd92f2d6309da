/** Nobody answers for somebody else, a question takes no talk for its answer, and a name reaches no further than it may. */
import { expect, it } from "vitest";
import { asksInWords, conversation, mustPressStart, newestCode, only } from "../kit/conversation.ts";
import { eachDatabase } from "../kit/databases.ts";
import { Stage, type Shown, type StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const textOf = (shown: readonly Shown[]): string => shown.map(({ text }) => text).join("\n");

conversation(
  "who cannot be written to is asked in the group, and forgotten by nobody else's press",
  mustPressStart,
  async ({ cell, stage }) => {
    const { ana, ben } = await cell("Depot 5", { sector: "transport" });
    await ben.says("/help");
    await ana.says("/help");
    await ana.says("/me forget").chatIsTold(/^@Ana: /m);
    const question = ana.button("Yes, forget me");
    expect(question).toBeDefined();
    const people = () => stage.database.transaction((tx) => tx.person.count());
    const before = await people();
    await ben.pressesId(question?.id ?? "").isTold(/belongs to somebody else/);
    expect(await people()).toBe(before);
    await ana.pressesId(question?.id ?? "").isTold(/forgotten you/);
    expect(await people()).toBe(before - 1);
  },
);

conversation(
  "talk is no answer: only a reply, words behind the sign of commands, and what can be nothing else",
  only("only there the bot hears what people say to each other", "matrix", "encrypted"),
  async ({ cell, stage, platform }) => {
    const { zoe } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/drive new").isTold(/What should people commit to|question|Zoe/i);
    // Another command ends it.
    await zoe.says("/sector list");
    for (const words of ["By the way the boss knows about Monday", "3", "friday"]) {
      expect(await zoe.talks(words)).toEqual([]);
    }
    const drives = () => stage.database.transaction((tx) => tx.drive.count());
    expect(await drives()).toBe(0);
    await zoe.says("/drive new");
    const old = stage.adapter(platform).shown.at(-1)?.messageId ?? "";
    expect(await zoe.talks("By the way the boss knows about Monday")).toEqual([]);
    await zoe.says("/drive new");
    await zoe.replies(old, "Shall we strike?").isTold(/no longer waits/);
    await zoe.answers("Shall we strike?");
    // A number and a day may be just typed; what is no such thing is left alone.
    expect(await zoe.talks("three of us are late")).toEqual([]);
    await zoe.talks("3");
    await zoe.talks("friday");
    expect(await drives()).toBe(1);
    // A word ends it, and it is said.
    await zoe.says("/drive new");
    await zoe.says("!cancel").isTold(/no longer wait/);
    await zoe.talks("cancel");
    await zoe.says("/drive new");
    await zoe.says("! Shall we dance?");
    await zoe.says("!cancelar").isTold(/no longer wait/);
    await zoe.says("/drive new");
    await stage.wait(11 * minute);
    expect(await zoe.talks("hello")).toEqual([]);
    expect(await drives()).toBe(1);
  },
);

conversation(
  "in the direct chat what is written next is the answer, and a command or cancel ends it",
  asksInWords,
  async ({ cell }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await ana.says("/help");
    await zoe.writes("/sector new").isTold(/What is the new sector called/);
    await zoe.writes("/sector list");
    const said = textOf(await zoe.writes("Health"));
    expect(said).not.toMatch(/Health is there now/i);
    await zoe.writes("/sector new");
    const ended = await zoe.writes("Cancel.");
    expect(ended.map(({ text }) => text)).toEqual(["All right, I no longer wait for an answer."]);
    await zoe.writes("/sector new");
    await zoe.writes("Health").isTold(/Health is there now/i);
  },
);

conversation(
  "an answer that is refused leaves the question as it was; in a direct chat the next words are no answer",
  async ({ cell, platform }) => {
    const { zoe } = await cell("Depot 5", { sector: "transport" });
    const sectors = async () => textOf(await zoe.says("/sector list"));
    if (platform !== "console") {
      await zoe.says("/sector new").isTold(/What is the new sector called/);
      await zoe.answers("Transport").isTold(/already|there is/i);
      await zoe.answers("Health").isTold(/Health is there now/i);
      await zoe.answers("Steel").isTold(/no longer waits|^$/);
    }
    await zoe.writes("/sector new").isTold(/What is the new sector called/);
    await zoe.writes("Transport").isTold(/already|there is/i);
    await zoe.writes("Fine then");
    expect(await sectors()).not.toMatch(/Fine then|Steel/);
  },
);

conversation("a press that is refused leaves the question and its buttons as they were", async ({ cell }) => {
  const { zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  for (const one of [ana, ben, cho]) await one.says("/help");
  for (const one of [ana, zoe]) await one.starts();
  await zoe.says("/cell settings vouches 3");
  await ana.says("/vouch").isTold(/Ben/);
  await zoe.says("/cell settings vouches 0");
  await ana.presses("Ben").isTold(/Nobody needs to be vouched for/);
  await zoe.says("/cell settings vouches 3");
  await ana.presses("Ben").isTold(/you vouch for @?Ben now/);
  await ana.presses("Ben").isTold(/answered already/);
});

/** How somebody is named, and what the bot may say of them to a member and to a steward. */
const people: readonly (readonly [typed: string, reaches: boolean])[] = [
  ["@Ben", true],
  ["Ben", true],
  ["@kim", false],
  ["@nemo", false],
  ["Kim", false],
];

eachDatabase((_, open) => {
  it("a name tells no more of who is out of reach than of who does not exist", async () => {
    const stage = await Stage.open(await open(), { platforms: ["telegram", "discord"] });
    const depot = stage.chat("depot", "telegram");
    const clinic = stage.chat("clinic", "discord");
    const zoe = depot.person("Zoe").administrates();
    await zoe.says('/setup federation:"Alliance" cell:"Depot" sector:Transport zone:Europe/Paris language:en');
    await zoe.says("/cell settings vouches 1");
    await zoe.says("/cell new Clinic sector:Transport");
    await clinic
      .person("Kim")
      .administrates()
      .says(`/cell join ${newestCode(stage)}`);
    await clinic.person("Kim").says("/help");
    const ben = depot.person("Ben");
    await ben.says("/help");
    const ana = depot.person("Ana");
    await ana.starts(); // what is for her alone is read there
    await ana.says("/delegate recall"); // where to answer unseen is told once
    // As Telegram sends it: a name is text, and no mention.
    const types = (who: StagePerson, text: string) =>
      stage.happen("telegram", depot.place, who.user, { type: "text", text, messageId: "own" });
    const like = (text: string, name: string) => text.replaceAll(name.replace("@", ""), "…");
    for (const before of ["/vouch", "/role swap Keys with:", "/role cover Keys to:friday by:", "/delegate recall"]) {
      const unknown = like(textOf(await types(ana, `${before} @nemo`)), "nemo");
      for (const [name, reaches] of people) {
        const told = textOf(await types(ana, `${before} ${name}`));
        if (!reaches && name.startsWith("@")) expect(like(told, name), `${before} ${name}`).toBe(unknown);
        if (reaches) expect(told, `${before} ${name}`).not.toMatch(/know nobody|not met/);
        else expect(told, `${before} ${name}`).toMatch(/know nobody|did you mean|open|no role/i);
      }
    }
    await types(zoe, "/steward add @kim");
    await types(zoe, "/steward add Kim");
    const stewards = () => stage.database.transaction((tx) => tx.person.count({ where: { steward: true } }));
    expect(await stewards()).toBe(1);
    // The account that a mention carries decides, whatever stands there.
    await stage.happen("telegram", depot.place, zoe.user, {
      type: "text",
      text: "/steward add Ben",
      messageId: "own",
      mentions: [{ from: 13, to: 16, user: ana.user }],
    });
    depot.shows(/Make @?Ana a steward\? That is Ana \(telegram\), of the cell Depot/i);
    depot.neverShowed(/Make @?Ben a steward/);
    await zoe.presses("Yes").isTold(/Ana is a steward now/);
    expect(await stewards()).toBe(2);
  });

  it("one cell's own drive is shown nowhere else, to nobody", async () => {
    const stage = await Stage.open(await open(), { platforms: ["discord"] });
    const depot = stage.chat("depot", "discord");
    const clinic = stage.chat("clinic", "discord");
    const zoe = depot.person("Zoe").administrates();
    await zoe.says('/setup federation:"Alliance" cell:"Depot" sector:Transport zone:Europe/Paris language:en');
    await zoe.says("/cell new Clinic sector:Transport");
    await clinic
      .person("Kim")
      .administrates()
      .says(`/cell join ${newestCode(stage)}`);
    await zoe.says('/drive new "Depot secret" goal:3 deadline:"in 20 days" scope:cell');
    const id = await stage.database.transaction(async (tx) => (await tx.drive.findFirstOrThrow()).id);
    const there = clinic.person("Zoe");
    for (const usage of [
      "drive show",
      "drive edit",
      "drive close",
      "drive remind",
      "pledge",
      "pledge in",
      "tally show",
      "tally post",
    ]) {
      for (const name of ["1", `#${id}`, "Depot secret"]) {
        const told = textOf(await there.says(`/${usage} drive:"${name}"`)).replaceAll("“Depot secret”", "");
        expect(told, `${usage} ${name}`).not.toMatch(/Depot secret|firm of/);
      }
    }
    clinic.neverShowed(/firm of/);
    await zoe.writes("/drive show drive:1").isTold(/Depot secret/);
  });
});

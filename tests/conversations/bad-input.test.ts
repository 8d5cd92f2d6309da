/** What people get wrong, and what clients should not send: each gets a short sentence that helps, and nothing changes. */
import { pledgesIn } from "../kit/answers.ts";
import { expect } from "vitest";
import { aboutARule, asksInWords, conversation, newestCode, only } from "../kit/conversation.ts";
import type { Shown, Stage, StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const openDrive = (question = "Shall we stop?") =>
  `/drive new "${question}" goal:5 deadline:"in 3 days" scope:cell reveal:live`;

/** The buttons that a person was shown last, by label. */
function buttonsIn(shown: readonly Shown[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const block of shown.flatMap(({ rendered }) => rendered.blocks)) {
    const items = block.type === "buttons" ? block.rows.flat() : block.type === "choices" ? block.items : [];
    for (const { label, id } of items) found.set(label, id);
  }
  return found;
}

const idOf = (shown: readonly Shown[], label: string): string => {
  const id = buttonsIn(shown).get(label);
  if (id === undefined) throw new Error(`there is no button “${label}”`);
  return id;
};

const answersOf = (stage: Stage): Promise<readonly string[]> =>
  stage.database.transaction(async (tx) => (await pledgesIn(tx)).map(({ answer }) => answer));

/** A sentence that helps: short, and without an id of ours, an error's name, or the number of a failure. */
function helps(shown: readonly Shown[]): void {
  const text = shown.map((one) => one.text).join("\n");
  expect(text.length).toBeGreaterThan(10);
  expect(text.length).toBeLessThan(300);
  expect(text).not.toMatch(/went wrong|undefined|null|Error|\[object/u);
}

conversation("ids, numbers and names that nothing has", async ({ cell, stage }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(openDrive());
  // Once the bot may write to her, what is wrong with an answer is said to her alone.
  await ana.says("/help");
  await ana.writes("/help");
  helps(await ana.says("/pledge in drive:99").isTold(/I know no drive “99” here/));
  helps(await ana.says("/pledge in drive:#0123456789abcdef").isTold(/That drive is not here/));
  helps(await zoe.says("/drive close drive:Frday").isTold(/I know no drive/));
  helps(await zoe.says("/cell code #nowhere").isTold(/I don't know “#nowhere”/));
  helps(await zoe.says("/cell settings sector #nosuchsector").isTold(/I don't know “#nosuchsector”/));
  helps(await zoe.says("/steward add #nobody").isTold(/I know nobody called “#nobody”/));
  helps(await ana.says("/help nothing").isTold(/no such command/));
  helps(await ana.pressesId("0123456789abcdef").isTold(/too old/));
  helps(await ana.pressesId("__proto__").isTold(/too old/));
  helps(await ana.pressesId("").isTold(/too old/));
  expect(await answersOf(stage)).toEqual([]);
  expect(stage.problems).toEqual([]);
});

conversation(
  "an old button: after its time, and of a drive that has closed",
  only("on Matrix no card in a group has buttons for what is private", "telegram", "discord"),
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(openDrive());
    await ana.says("/pledge in");
    const inButton = ana.button("I'm in")?.id ?? "";
    const asked = await ana.says("/me forget");
    const forget = buttonsIn(asked).get("Yes, forget me") ?? ana.button("Yes, forget me")?.id ?? "";
    await zoe.says("/drive close");
    helps(await ana.pressesId(inButton).isTold(/closed/));
    expect(await answersOf(stage)).toEqual(["in"]);
    await stage.wait(91 * day);
    helps(await ana.pressesId(forget).isTold(/too old/));
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "another chat's button, and another federation's",
  only("on Matrix no card in a group has buttons for what is private", "telegram", "discord"),
  async ({ cell, stage, platform }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(openDrive());
    const button = ana.button("I'm in")?.id ?? "";
    const elsewhere = stage.chat("clinic", platform);
    const yan = elsewhere.person("Yan").administrates();
    await yan.says("/setup federation:Other sector:health cell:Clinic zone:Europe/Paris language:en");
    helps(await yan.pressesId(button).isTold(/too old/));
    helps(
      await elsewhere
        .person("Ana")
        .pressesId(button)
        .isTold(/too old/),
    );
    helps(
      await stage
        .chat("nowhere", platform)
        .person("Eve")
        .pressesId(button)
        .isTold(/too old/),
    );
    // Within the federation too: a card's buttons stand in its own chat.
    const { ana: six } = await cell("Depot 6", { sector: "transport" });
    helps(await six.pressesId(button).isTold(/too old/));
    expect(await answersOf(stage)).toEqual([]);
    await ana.pressesId(button);
    expect(await answersOf(stage)).toEqual(["in"]);
  },
);

conversation("somebody else's private button", async ({ cell, stage, platform }) => {
  const { ana, ben } = await cell("Depot 5", { sector: "transport" });
  await ana.writes("/help");
  await ben.says("/help");
  await ana.says("/help");
  const asked = platform === "telegram" ? await ana.writes("/me forget") : await ana.says("/me forget");
  const button = idOf(asked, "Yes, forget me");
  helps(await ben.pressesId(button).isTold(/belongs to somebody else/));
  const people = () => stage.database.transaction((tx) => tx.person.count());
  expect(await people()).toBe(3);
  const directly = idOf(await ana.writes("/me forget"), "Yes, forget me");
  helps(await ben.pressesId(directly).isTold(/belongs to somebody else/));
  expect(await people()).toBe(3);
});

conversation("codes: unknown, used, expired, and too many of them", async ({ cell, stage, platform }) => {
  const { zoe } = await cell("Depot 5", { sector: "transport" });
  const newcomer = (chat: string, name: string): StagePerson => stage.chat(chat, platform).person(name).administrates();
  const [sol, max] = [newcomer("new", "Sol"), newcomer("late", "Max")];
  helps(await sol.says("/cell join BBBBBBBB").isTold(/don't know this code/));
  await zoe.says("/cell code");
  const used = newestCode(stage);
  await sol.says(`/cell join ${used.toLowerCase()}`).isTold(/belongs to Depot 5/);
  helps(await max.says(`/cell join ${used}`).isTold(/used already/));
  await zoe.says("/cell code");
  const late = newestCode(stage);
  await stage.wait(11 * minute);
  helps(await max.says(`/cell join ${late}`).isTold(/expired/));
  for (let tries = 0; tries < 3; tries++) await max.says("/cell join BBBBBBBC").isTold(/don't know this code/);
  helps(await max.says("/cell join BBBBBBBC").isTold(/too many wrong codes/));
  helps(
    await stage
      .chat("other", platform)
      .person("Eve")
      .says("/cell join BBBBBBBB")
      .isTold(/Only an administrator/),
  );
});

conversation("a question that is answered late gets a sentence, once", asksInWords, async ({ cell, stage }) => {
  const { zoe } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/sector new").isTold(/What is the new sector called/);
  await stage.wait(11 * minute);
  helps(await zoe.answers("health").isTold(/no longer waits.*again/));
  expect(await zoe.answers("health")).toEqual([]);
  // Hours later it is talk, unless it is a reply.
  await zoe.says("/sector new").isTold(/What is the new sector called/);
  await stage.wait(5 * hour);
  expect(await zoe.says("Good evening, all")).toEqual([]);
  await zoe.says("/sector list").isTold(/transport: one cell$/m);
});

conversation(
  "a form that is sent late, or by somebody who was not asked",
  only("forms are Discord's", "discord"),
  async ({ cell, stage, platform }) => {
    const { zoe, chat, ben } = await cell("Depot 5", { sector: "transport" });
    await ben.says("/help");
    const form = (who: StagePerson) =>
      stage.happen(platform, chat.place, who.user, { type: "answer", ask: "form", text: "health" });
    await zoe.says("/sector new");
    const told = await form(ben);
    expect(told.map(({ text }) => text).join()).toMatch(/no longer waits for an answer of yours/);
    helps(told);
    await stage.wait(11 * minute);
    expect((await form(zoe)).map(({ text }) => text).join()).toMatch(/no longer waits for an answer of yours/);
    await zoe.says("/sector list").isTold(/transport: one cell$/m);
  },
);

conversation(
  "a question that somebody else answers still waits for the one who was asked",
  asksInWords,
  async ({ cell }) => {
    const { zoe, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/sector new").isTold(/What is the new sector called/);
    expect(await ben.answers("nonsense")).toEqual([]);
    await zoe.answers("health").isTold(/sector health is there now/);
    await zoe.says("/sector list").isTold(/health: no cell yet/);
  },
);

conversation(
  "an anonymous administrator is told how to be somebody, and becomes nobody",
  only("only there does somebody write in the name of a group", "telegram"),
  async ({ cell, stage, platform }) => {
    const { zoe, chat } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(openDrive());
    const says = async (place: string, text: string): Promise<string> => {
      const at = stage.chat(place, platform).place;
      const sender = { id: `anonymous:${place}`, name: place, anonymous: true } as const;
      stage.adapter(platform).administrators.add(sender.id);
      const said = { type: "text", text, messageId: "own" } as const;
      const shown = await stage.happen(platform, at, sender, said);
      return shown.map((one) => one.text).join("\n");
    };
    const people = () => stage.database.transaction((tx) => tx.person.count());
    for (const text of ["/pledge in", "/me show", "/drive close", "/sector new x", "/steward add @Zoe"]) {
      expect(await says(chat.place.id, text), text).toMatch(/in the name of a group.*Remain anonymous/);
    }
    expect(await says(chat.place.id, "/help")).toMatch(/\/help/);
    expect(await says("fresh", "/setup federation:F sector:S cell:C")).toMatch(/Remain anonymous/);
    await zoe.says("/cell code");
    expect(await says("fresh", `/cell join ${newestCode(stage)}`)).toMatch(/Remain anonymous/);
    expect(await people()).toBe(1);
    expect(await answersOf(stage)).toEqual([]);
  },
);

conversation("leaving and coming back", aboutARule, async ({ cell, stage }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says(openDrive());
  await ana.writes("/help");
  await ana.says("/pledge in");
  expect(await answersOf(stage)).toEqual(["in"]);
  await ana.leaves();
  expect(await answersOf(stage)).toEqual([]);
  helps(await ana.writes("/pledge in").isTold(/no open drive|Write a command in a chat of your cell|other cells/));
  expect(await answersOf(stage)).toEqual([]);
  await ana.says("/pledge if 2");
  expect(await answersOf(stage)).toEqual(["if:2"]);
  await zoe.says("/cell show").chatIsTold(/2 members/);
  expect(stage.problems).toEqual([]);
});

conversation("a direct message by somebody whom nobody knows", async ({ stage, platform }) => {
  const eve = stage.chat("nowhere", platform).person("Eve");
  // On Matrix the bot has looked at who is in its rooms.
  const unknown = platform === "matrix" ? /in no cell's group/ : /don't know you yet/;
  for (const text of ["/pledge in", "/me show", "/drive new", "/steward add @Eve", "/cell settings name X"]) {
    helps(await eve.writes(text).isTold(unknown));
  }
  helps(await eve.writes("/setup").isTold(/works in your group, not here/));
  await eve.writes("/help").isTold(/[/!]setup/);
  // What is no command does not reach the bot on Discord.
  if (platform !== "discord") helps(await eve.writes("hello?").isTold(unknown));
});

conversation(
  "one account in two federations: the last one is meant, and a button means its own",
  async ({ cell, stage, platform }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says(openDrive("Shall Depot 5 stop?"));
    const clinic = stage.chat("clinic", platform);
    const yan = clinic.person("Yan").administrates();
    await yan.says("/setup federation:Other sector:health cell:Clinic zone:Europe/Paris language:en");
    await yan.says(openDrive("Shall the clinic close?"));
    const there = clinic.person("Ana");

    await ana.says("/help");
    const five = await ana.writes("/pledge").isTold(/Depot 5/);
    await there.says("/help");
    const here = await there.writes("/pledge").isTold(/clinic/);
    const ids = [idOf(five, "I'm in"), idOf(here, "Withdraw")];

    const direct = { id: `direct:${ana.user.id}`, kind: "direct" } as const;
    const press = (button = "") => stage.happen(platform, direct, ana.user, { type: "press", button });
    const told = await press(ids[0]);
    expect(told.map(({ text }) => text).join()).toMatch(/Shall Depot 5 stop\? – you're in/);
    expect(await answersOf(stage)).toEqual(["in"]);
    helps(await press(ids[1]));
    expect(await answersOf(stage)).toEqual(["in"]);

    // A refusal speaks for the federation of the button too.
    await zoe.says("/drive close");
    await there.says("/help");
    const closed = await press(ids[0]);
    expect(closed.map(({ text }) => text).join()).toMatch(/Shall Depot 5 stop\?.*closed/);

    // A question goes on where it was asked.
    if (platform !== "discord") {
      await ana.says("/help");
      await ana.writes("/me language").isTold(/Which language/);
      await there.says("/help");
      await ana.writes("Spanish").isTold(/Español/);
      await ana.says("/me show").isTold(/Español/);
      await there.says("/me show").isTold(/English/);
    }
    expect(stage.problems).toEqual([]);
  },
);

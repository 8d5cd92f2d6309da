/** The whole of Steward on an emulated Telegram: the real core, store and delivery behind the real grammY. */
import { afterEach, expect, test } from "vitest";
import { until } from "../kit/adapter-contract.ts";
import { eachDatabase } from "../kit/databases.ts";
import { adapterOn } from "../kit/telegram/harness.ts";
import type { Group, Person } from "../kit/telegram/people.ts";
import { startTelegram, type ServerOptions, type TelegramServer } from "../kit/telegram/server.ts";
import type { Shown } from "../kit/telegram/world.ts";
import { wholeBot } from "../kit/whole.ts";

let running: TelegramServer | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});
const start = async (options: ServerOptions = {}): Promise<TelegramServer> => (running = await startTelegram(options));

const told = (messages: readonly Shown[], what: string | RegExp): Shown | undefined =>
  messages.findLast(({ text }) => (typeof what === "string" ? text.includes(what) : what.test(text)));

/** The payload of the link under a message. */
const payloadOf = (person: Person, message: Shown): string => {
  const [label = ""] = message.buttons.flat().map(({ text }) => text);
  return new URL(person.follows(message, label) ?? "").searchParams.get("start") ?? "";
};

/** The card of the drive, when it shows so much. */
const card = (group: Group, firm: string): Shown | undefined =>
  group.told.findLast(({ text, buttons }) => text.includes(firm) && buttons.flat().length >= 3);

/** Labels of the card's three buttons. */
const [iAmIn, ifOthers, withdraw] = ["I'm in", "If N others join", "Withdraw"];

eachDatabase((_, open) => {
  test("a cell is set up, asks for what is missing, and pledges by press, by text and by Start, within the limits", async () => {
    const server = await start();
    const zoe = server.person("Zoe");
    const ana = server.person("Ana", { username: "ana" });
    const ben = server.person("Ben");
    const cho = server.person("Cho");
    const group = server.group("Depot 5", { owner: zoe, members: [ana, ben, cho] });
    await using bot = await wholeBot({ database: await open(), adapters: [adapterOn(server)] });

    // Nobody but an administrator sets up.
    const setup = '/setup federation:Alliance sector:Transport cell:"Depot <5>" zone:Europe/Paris';
    ana.says(group, setup);
    await until(() => group.told.length === 1, "a refusal");
    expect(group.told[0]?.text).not.toContain("Alliance");
    zoe.says(group, setup);
    const ready = await until(() => told(group.told, "Alliance"), "the set-up");
    expect(ready.text).toContain("Depot <5>");
    group.promotesBot(zoe);

    // What is missing is asked for, of whom it is missing from: a selective ForceReply answers their message.
    const asking = zoe.says(group, "/drive@Steward_Bot new");
    const question = await until(() => group.told.find(({ forceReply }) => forceReply !== undefined), "the question");
    expect(question).toMatchObject({ replyTo: asking.id, forceReply: { selective: true } });
    zoe.says(group, "Shall we *walk out* <b>@ana</b>?", { replyTo: question });
    // What is mostly said can be tapped; anything else is a reply.
    const goal = await until(() => told(group.told, "How many firm pledges"), "the goal");
    expect(goal.buttons.flat().map(({ text }) => text)).toContain("20");
    zoe.says(group, "3", { replyTo: goal });
    const deadline = await until(() => told(group.told, "Until when"), "the deadline");
    zoe.says(group, "in 3 days", { replyTo: deadline });
    const first = await until(() => card(group, "0 firm of 3"), "the card");
    // An invisible joint keeps the name from notifying her.
    expect(first.text.replaceAll("\u2060", "")).toContain("Shall we *walk out* <b>@ana</b>?");
    expect(group.pinged(first)).toEqual([]);
    expect(first.buttons.flat().map(({ text }) => text)).toEqual([iAmIn, ifOthers, withdraw]);

    // A press is answered by an alert that only its person sees.
    ana.presses(first, iAmIn ?? "");
    await until(() => ana.alerts.length === 1, "the alert");
    expect(ana.alerts[0]).toContain("you're in");
    await until(() => card(group, "1 firm of 3")?.id === first.id, "the same card, edited");
    expect([ben.alerts, cho.alerts, ben.told, ana.told]).toEqual([[], [], [], []]);

    // Somebody who types and never pressed Start: the answer waits behind a link, and the group does not see it.
    ben.says(group, "/pledge in");
    const notice = await until(() => group.told.find(({ buttons }) => payloadIn(buttons) !== undefined), "the link");
    expect(notice.text).not.toContain("you're in");
    // What he typed is taken away from where everybody reads it.
    await until(() => group.messages.every(({ text }) => !text.startsWith("/pledge")), "the deletion");
    ben.starts(payloadOf(ben, notice));
    await until(() => told(ben.told, "you're in"), "the answer");
    await until(() => card(group, "2 firm of 3")?.id === first.id, "the second pledge");
    // From now on he can be written to: no link, no answer in the group.
    const before = group.told.length;
    ben.says(group, "/pledge");
    await until(() => ben.told.length === 2, "his own answer, directly");
    expect(group.told.slice(before).some(({ text }) => text.includes("you're in"))).toBe(false);

    // A condition: the number is asked for where only its person reads.
    const live = await until(() => card(group, "2 firm of 3"), "the card");
    cho.presses(live, ifOthers ?? "");
    await until(() => cho.alerts.length === 1, "the alert");
    const way = await until(
      () => group.told.findLast(({ buttons }) => payloadIn(buttons) !== undefined),
      "the link, in the notice that is there",
    );
    cho.starts(payloadOf(cho, way));
    const howMany = await until(() => cho.told.find(({ forceReply }) => forceReply !== undefined), "the question");
    cho.writes("2", { replyTo: howMany });
    await until(() => told(cho.told, "if 2 others"), "the answer");
    await until(() => card(group, "3 firm of 3"), "the third pledge");
    await until(() => told(group.told, /goal is reached/i), "the announcement");

    // Nobody's answer was ever shown in the group, and Telegram had to refuse nothing (but, on a slow machine, the pace).
    const everything = group.chat.messages
      .filter(({ from }) => from.id === server.bot.id)
      .flatMap(({ text, earlier }) => [...earlier, text]);
    for (const text of everything) expect(text).not.toMatch(/you're in|if 2 others/);
    expect(
      server.calls
        .filter(({ status }) => status >= 400 && status !== 429)
        .map(({ method, status }) => [method, status]),
    ).toEqual([]);
    expect(bot.problems).toEqual([]);
  });

  test("whatever happens on the way, each person is counted once", async () => {
    const server = await start({ limits: false });
    const zoe = server.person("Zoe");
    const people = Array.from({ length: 12 }, (_, index) => server.person(`Person${String(index)}`));
    const group = server.group("Depot 5", { owner: zoe, members: people });
    const database = await open();
    const live = () => wholeBot({ database, adapters: [adapterOn(server)], unlimited: true });

    let bot = await live();
    zoe.says(group, '/setup federation:Alliance sector:Transport cell:"Depot 5" zone:Europe/Paris');
    await until(() => told(group.told, "Alliance"), "the set-up");
    zoe.says(group, '/drive new "Shall we?" goal:50 deadline:"in 3 days" scope:cell');
    // Without pauses cards are shown when the bot settles.
    const settled = async (firm: string): Promise<Shown> => {
      for (const until = Date.now() + 20_000; ;) {
        await bot.steward.settle();
        const found = card(group, firm);
        if (found !== undefined) return found;
        if (Date.now() > until)
          throw new Error(`no card with ${firm}: ${group.told.map(({ text }) => text).join("\n")}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const shown = await settled("0 firm of 50");

    // Every update comes twice and out of order; answers get lost after Telegram has acted; connections are cut.
    server.twice = true;
    server.reversed = true;
    server.fail("getUpdates", { type: "lose" }, 2);
    server.fail("answerCallbackQuery", { type: "lose" }, 2);
    server.fail("sendMessage", { type: "drop" });
    server.fail("editMessageText", { type: "lose" });
    server.fail("editMessageText", { type: "gateway", code: 502 });
    for (const person of people.slice(0, 4)) person.presses(shown, iAmIn ?? "");
    for (const person of people.slice(4, 6)) person.says(group, "/pledge in");
    // The same person again, another way: still one.
    people[0]?.says(group, "/pledge in");
    people[4]?.presses(shown, iAmIn ?? "");
    await settled("6 firm of 50");

    // The process ends in the middle: what it did not confirm comes to the next one.
    server.fail("getUpdates", { type: "lose" });
    for (const person of people.slice(6, 9)) person.presses(shown, iAmIn ?? "");
    await bot[Symbol.asyncDispose]();
    for (const person of people.slice(9)) person.says(group, "/pledge in");
    bot = await live();
    people[11]?.presses(shown, iAmIn ?? "");
    await settled("12 firm of 50");
    // One withdraws, and a redelivery of what was before does not bring them back.
    people[11]?.presses(shown, withdraw ?? "");
    await settled("11 firm of 50");
    await until(() => server.unconfirmed.length === 0, "everything is confirmed");
    await bot.steward.settle();
    expect(card(group, "11 firm of 50")?.id).toBe(shown.id);
    expect(server.faultsLeft).toBe(0);
    await bot[Symbol.asyncDispose]();
  });

  test("a card stands in the topic in which it was asked for, moves with who asks anew, and outlives its topic", async () => {
    const server = await start();
    const zoe = server.person("Zoe");
    const ana = server.person("Ana");
    const group = server.group("Depot 5", { forum: true, owner: zoe, members: [ana] });
    await using bot = await wholeBot({ database: await open(), adapters: [adapterOn(server)], unlimited: true });
    const shown = async (text: string): Promise<Shown> => {
      await until(() => {
        void bot.steward.settle();
        return group.told.some((one) => one.text.includes(text) && one.buttons.flat().length >= 3);
      }, text);
      return group.told.findLast((one) => one.text.includes(text) && one.buttons.flat().length >= 3) as Shown;
    };
    zoe.says(group, "/setup federation:Alliance sector:Transport cell:Depot zone:Europe/Paris");
    await until(() => told(group.told, "Alliance"), "the set-up");
    const topic = group.topic("Strike", zoe);

    // Opened in the topic, although the bot was set up outside of it; edited there.
    zoe.says(group, '/drive new "Shall we?" goal:50 deadline:"in 3 days"', { topic });
    const card = await shown("0 firm of 50");
    expect(card.thread).toBe(topic);
    ana.presses(card, iAmIn ?? "");
    expect((await shown("1 firm of 50")).id).toBe(card.id);
    // Another one asked for outside of it is shown there.
    zoe.says(group, "/drive show");
    await until(() => group.told.filter(({ text }) => text.includes("1 firm of 50")).length === 2, "the card");
    expect((await shown("1 firm of 50")).thread).toBeUndefined();
    // What is announced is so where it was done.
    zoe.says(group, "/drive show", { topic });
    await until(() => group.told.filter(({ text }) => text.includes("1 firm of 50")).length === 3, "the card again");
    expect((await shown("1 firm of 50")).thread).toBe(topic);
    zoe.says(group, '/drive edit deadline:"in 5 days"', { topic });
    await until(() => group.told.some(({ id, text }) => id > card.id && text.includes("Shall we?")), "the change");
    expect(group.told.findLast(({ buttons }) => buttons.length === 0)?.thread).toBe(topic);

    // The topic goes with all that stands in it: the card is shown in the chat.
    group.deletesTopic(topic);
    ana.says(group, "/pledge withdraw");
    const anew = await shown("0 firm of 50");
    expect(anew.thread).toBeUndefined();
    expect(anew.id).not.toBe(card.id);
    // In one that is closed to the bot as well.
    const second = group.topic("Pledges", zoe);
    group.closesTopic(second);
    zoe.says(group, "/drive show", { topic: second });
    await until(() => group.told.filter(({ text }) => text.includes("0 firm of 50")).length === 2, "in the chat");
    expect(group.told.at(-1)?.thread).toBeUndefined();
    expect(bot.problems).toEqual([]);
  });

  test("in the direct messages of a channel every command is refused with one sentence, and nothing is taken", async () => {
    const server = await start();
    const zoe = server.person("Zoe", { language: "es" });
    const ana = server.person("Ana");
    const channel = server.group("Union news", { directMessages: true, members: [ana], owner: zoe });
    const database = await open();
    await using bot = await wholeBot({ database, adapters: [adapterOn(server)], unlimited: true });
    channel.promotesBot(zoe);
    ana.says(channel, "Hello, who is there?", { topic: ana.user.id });
    ana.says(channel, "/pledge in", { topic: ana.user.id });
    const refused = await until(() => told(channel.told, "direct messages of a channel"), "the sentence");
    expect(refused.thread).toBe(ana.user.id);
    zoe.says(channel, "/setup federation:Alliance sector:Transport cell:Depot", { topic: zoe.user.id });
    await until(() => told(channel.told, "mensajes directos de un canal"), "the sentence in Spanish");
    ana.says(channel, "/start", { topic: ana.user.id });
    await until(() => channel.told.length === 3, "the sentence again");
    expect([ana.told, zoe.told]).toEqual([[], []]);
    expect(await database.read((tx) => tx.federation.count())).toBe(0);
    expect(bot.problems).toEqual([]);
  });
});

const payloadIn = (buttons: Shown["buttons"]): string | undefined =>
  buttons.flat().find(({ url }) => url?.includes("?start=") === true)?.url;

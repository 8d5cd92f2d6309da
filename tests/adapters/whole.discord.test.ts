/** The whole of Steward on an emulated Discord that goes wrong: the real core, store and delivery behind discord.js. */
import { afterEach, expect, test } from "vitest";
import { until } from "../kit/adapter-contract.ts";
import { eachDatabase } from "../kit/databases.ts";
import { adapterFor } from "../kit/discord/harness.ts";
import type { Shown, Use } from "../kit/discord/people.ts";
import { DiscordServer, type Channel } from "../kit/discord/server.ts";
import { wholeBot, type WholeBot } from "../kit/whole.ts";

let running: DiscordServer | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** The card of the drive, when it shows so much. */
const card = (channel: Channel, firm: string): Shown | undefined =>
  channel.told.findLast(({ text, labels }) => text.includes(firm) && labels.length >= 3);

const [iAmIn, ifOthers, withdraw] = ["I'm in", "If N others join", "Withdraw"] as const;

eachDatabase((_, open) => {
  test("roles complete while somebody types, by number and by name, and only those of this cell", async () => {
    const server = await DiscordServer.start({ limits: false });
    running = server;
    const zoe = server.person("Zoe");
    const ana = server.person("Ana");
    const guild = server.guild("Network", { owner: zoe, members: [ana], channels: ["depot-5", "ward-7"] });
    const [depot, ward] = [guild.channel("depot-5"), guild.channel("ward-7")];
    const adapter = adapterFor(server);
    await using bot = await wholeBot({ database: await open(), adapters: [adapter], unlimited: true });
    await until(() => adapter.status().state === "up" && server.commands.length > 0, "the bot");
    const where = { federation: "Alliance", zone: "Europe/Paris" };
    await zoe.uses("/setup", { ...where, sector: "Transport", cell: "Depot 5" }, depot).acknowledged();
    await until(() => depot.told.find(({ text }) => text.includes("Alliance")), "the set-up");
    for (const name of ["Dishes", "Keys of the hall"]) {
      zoe.uses("/role new", { name, every: "2w", day: "friday", time: "16:00" }, depot);
      await until(() => depot.told.find(({ text }) => text.includes(`${name}, is set up`)), name);
    }
    const offered = async (typed: string, channel: Channel) =>
      (await ana.completes("/role join", "role", typed, channel)).map(({ name }) => name);
    expect(await offered("", depot)).toEqual([expect.stringContaining("Dishes"), expect.stringContaining("Keys")]);
    expect(await offered("hall", depot)).toEqual([expect.stringContaining("Keys of the hall")]);
    expect(await offered("", ward)).toEqual([]);
    const [one] = await ana.completes("/role join", "role", "dish", depot);
    const joined = await ana.uses("/role join", { role: one?.value ?? "" }, depot).answer();
    expect(joined.text).toContain("in the rotation of Dishes");
    expect(server.violations).toEqual([]);
    expect(bot.problems).toEqual([]);
  });

  test("set up, asked by a form, answered unseen; through cut connections and a restart each is counted once", async () => {
    const server = await DiscordServer.start({ limits: false });
    running = server;
    const zoe = server.person("Zoe");
    const people = Array.from({ length: 12 }, (__, index) => server.person(`Person${String(index)}`));
    const guild = server.guild("Depot 5", { owner: zoe, members: people, channels: ["depot-5"] });
    const depot = guild.channel("depot-5");
    const [ana, ben, cho] = people;
    if (ana === undefined || ben === undefined || cho === undefined) throw new Error("nobody is there");
    const database = await open();
    const live = async (): Promise<WholeBot> => {
      const adapter = adapterFor(server);
      const bot = await wholeBot({ database, adapters: [adapter], unlimited: true });
      await until(() => adapter.status().state === "up" && server.commands.length > 0, "the bot");
      return bot;
    };
    let bot = await live();
    // Without pauses cards are shown when the bot settles.
    const settled = async (firm: string): Promise<Shown> => {
      for (const end = Date.now() + 20_000; ;) {
        await bot.steward.settle();
        const found = card(depot, firm);
        if (found !== undefined) return found;
        if (Date.now() > end) throw new Error(`no card with ${firm}: ${depot.told.map(({ text }) => text).join("\n")}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };

    zoe.uses("/setup", { federation: "Alliance", sector: "Transport", cell: "Depot 5", zone: "Europe/Paris" }, depot);
    await until(() => depot.told.find(({ text }) => text.includes("Alliance")), "the set-up");
    zoe.uses("/drive new", { question: "Shall we <@1>?", goal: "50", deadline: "in 3 days", scope: "cell" }, depot);
    const shown = await settled("0 firm of 50");
    expect(shown.text).toContain("Shall we <@1>?");

    // A press is answered where only its person sees it; the card is edited.
    const mine = await ana.presses(shown, iAmIn).answer();
    expect(mine.ephemeral).toBe(true);
    expect(mine.text).toContain("you're in");
    expect((await settled("1 firm of 50")).id).toBe(shown.id);

    // A condition: the number is asked for with a form, and its answer is as unseen.
    const asked = await ben.presses(shown, ifOthers).answer();
    expect(asked.ephemeral).toBe(true);
    const filled = await ben.fillsIn(ben.presses(asked, asked.labels[0] ?? ""), "1");
    expect((await filled.answer()).text).toContain("if 1 ");
    await settled("2 firm of 50");
    // The same by the command without the number: buttons to choose from.
    const numbers = await cho.uses("/pledge", { answer: "if" }, depot).answer();
    expect(numbers.labels).toEqual(["5", "10", "20", "50", "100"]);
    expect(numbers.ephemeral).toBe(true);
    await cho.presses(numbers, "5").answer();
    expect((await settled("2 firm of 50")).text).toContain("1 waiting");
    for (const one of [zoe, ...people.slice(3)]) {
      expect(one.sees(depot).map(({ text }) => text)).not.toContainEqual(
        expect.stringMatching(/you're in|if 1 |if 5 /),
      );
    }

    // Every event comes twice; answers to the bot get lost after Discord has acted; the connection is cut.
    server.gateway.twice = true;
    server.fails("POST", /callback$/, { type: "lose" }, 2);
    server.fails("PATCH", /messages/, { type: "lose" }, 2);
    server.fails("PATCH", /messages/, { type: "status", code: 502 });
    const inPlace: Use[] = people.slice(3, 6).map((person) => person.presses(shown, iAmIn));
    inPlace.push(...people.slice(6, 8).map((person) => person.uses("/pledge", { answer: "in" }, depot)));
    await Promise.all(inPlace.map((one) => one.acknowledged()));
    server.gateway.drop();
    server.gateway.twice = false;
    // Ana and two others again, while the connection is away: they are resumed with it.
    const again = [ana, ...people.slice(8, 10)].map((person) => person.presses(shown, iAmIn));
    await Promise.all(again.map((one) => one.acknowledged()));
    // With Cho's condition of five others: Ana, Ben, seven more, and so Cho.
    await settled("10 firm of 50");
    server.gateway.replay(4);
    await settled("10 firm of 50");

    // Another process on the same database. What came while nobody was there is lost, and its person was told so.
    await bot[Symbol.asyncDispose]();
    const lost = people[10]?.presses(shown, iAmIn);
    await expect(lost?.acknowledged()).rejects.toThrow("did not respond");
    bot = await live();
    await settled("10 firm of 50");
    // The buttons of before still work; who was told that it failed does it again.
    await people[10]?.presses(shown, iAmIn).answer();
    await people[11]?.uses("/pledge", { answer: "in" }, depot).answer();
    await settled("12 firm of 50");
    await people[11]?.presses(shown, withdraw).answer();
    expect((await settled("11 firm of 50")).id).toBe(shown.id);

    await until(() => server.thinking.length === 0, "the end of all waiting");
    expect(server.violations).toEqual([]);
    expect([...server.channels.values()].flatMap(({ messages }) => messages.flatMap(({ pinged }) => pinged))).toEqual(
      [],
    );
    await bot[Symbol.asyncDispose]();
  });

  test("a card stands in the thread in which it was asked for, and in its channel once the thread is gone", async () => {
    const server = await DiscordServer.start({ limits: false });
    running = server;
    const zoe = server.person("Zoe");
    const ana = server.person("Ana");
    const guild = server.guild("Network", { owner: zoe, members: [ana], channels: ["depot-5"] });
    const depot = guild.channel("depot-5");
    const adapter = adapterFor(server);
    await using bot = await wholeBot({ database: await open(), adapters: [adapter], unlimited: true });
    await until(() => adapter.status().state === "up" && server.commands.length > 0, "the bot");
    const shown = async (firm: string, channel: Channel): Promise<Shown> => {
      await until(() => {
        void bot.steward.settle();
        return card(channel, firm) !== undefined;
      }, firm);
      return card(channel, firm) as Shown;
    };
    await zoe
      .uses("/setup", { federation: "Alliance", sector: "Transport", cell: "Depot 5", zone: "Europe/Paris" }, depot)
      .acknowledged();
    await until(() => depot.told.find(({ text }) => text.includes("Alliance")), "the set-up");
    const thread = depot.opensThread("Strike");
    zoe.uses("/drive new", { question: "Shall we?", goal: "50", deadline: "in 3 days", scope: "cell" }, thread);
    const first = await shown("0 firm of 50", thread);
    expect(card(depot, "0 firm of 50")).toBeUndefined();
    await ana.presses(first, iAmIn).answer();
    expect((await shown("1 firm of 50", thread)).id).toBe(first.id);
    thread.deletes();
    await ana.uses("/pledge", { answer: "withdraw" }, depot).answer();
    await shown("0 firm of 50", depot);
    // From then on it is changed where it stands.
    const anew = await shown("0 firm of 50", depot);
    await ana.presses(anew, iAmIn).answer();
    expect((await shown("1 firm of 50", depot)).id).toBe(anew.id);
    expect(depot.told.filter(({ labels }) => labels.length >= 3)).toHaveLength(1);
    expect(server.violations).toEqual([]);
    expect(bot.problems).toEqual([]);
  });
});

/** The Discord adapter against an emulated Discord, through the real discord.js. */
import { inspect } from "node:util";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { linesOf, fitted } from "../../adapters/discord/markdown.ts";
import { renderOne } from "../../adapters/discord/render.ts";
import { slashCommands } from "../../adapters/discord/commands.ts";
import { commands as allCommands } from "../../commands/index.ts";
import { SendError } from "../../src/chat/adapter.ts";
import { describe as describeCommand } from "../../src/core/command.ts";
import { Texts } from "../../src/core/text.ts";
import type { Inbound } from "../../src/chat/inbound.ts";
import { intents } from "../kit/discord/gateway.ts";
import {
  adapterFor,
  FakeHost,
  message,
  paragraph,
  startDiscord,
  text,
  type Harness,
  type HarnessOptions,
} from "../kit/discord/harness.ts";
import { readMarkdown } from "../kit/discord/markdown.ts";
import { commandProblems } from "../kit/discord/rules.ts";
import { DiscordServer, type Channel, type Guild, type Person } from "../kit/discord/server.ts";
import type { CommandDescription, OptionDescription, UsageDescription } from "../../src/chat/description.ts";

const option = (
  name: string,
  kind: OptionDescription["kind"],
  more: Partial<OptionDescription> = {},
): OptionDescription => ({
  name,
  about: `about-${name}`,
  required: true,
  kind,
  completes: false,
  ...more,
});
const usage = (answer: "private" | "chat", ...options: OptionDescription[]): UsageDescription => ({
  about: "about-usage",
  level: "anyone",
  where: ["cell", "unbound", "direct"],
  answer,
  options,
});

const commands: readonly CommandDescription[] = [
  {
    name: "pledge",
    about: "about-pledge",
    words: [],
    bare: usage(
      "private",
      option("answer", "choice", { words: ["in", "if"] }),
      option("others", "integer", { min: 1, max: 1_000 }),
      option("drive", "drive", { completes: true }),
      option("sector", "flag", { words: ["sector"] }),
    ),
  },
  {
    name: "vouch",
    about: "about-vouch",
    words: [],
    bare: usage("chat", option("person", "person", { completes: true })),
  },
  {
    name: "cell",
    about: "about-cell",
    bare: usage("private"),
    words: [
      { name: "show", ...usage("chat") },
      { name: "join", ...usage("private", option("code", "text")) },
    ],
  },
];

interface Place extends Harness {
  readonly ana: Person;
  readonly ben: Person;
  readonly guild: Guild;
  readonly depot: Channel;
}

let open: Harness | undefined;
let allowed: RegExp | undefined;

afterEach(async () => {
  const harness = open;
  const fine = allowed;
  open = undefined;
  allowed = undefined;
  await harness?.close(fine);
});

/** A server with two people and a channel, and the bot in it. */
async function place(options: HarnessOptions = {}): Promise<Place> {
  const made: { ana?: Person; ben?: Person; guild?: Guild } = {};
  const harness = await startDiscord({
    commands,
    ...options,
    prepare: (server) => {
      made.ana = server.person("Ana");
      made.ben = server.person("Ben", { locale: "es-ES" });
      made.guild = server.guild("Depot 5", { members: [made.ana, made.ben], channels: ["depot-5"] });
      options.prepare?.(server);
    },
  });
  open = harness;
  const { ana, ben, guild } = made;
  if (ana === undefined || ben === undefined || guild === undefined) throw new Error("not prepared");
  return { ...harness, ana, ben, guild, depot: guild.channel("depot-5") };
}

const tokenOf = ({ interaction }: Inbound): string => interaction?.token ?? "";

/** The failure of a send. */
async function failure(sending: Promise<unknown>): Promise<SendError> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof SendError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

describe("commands", () => {
  test("are registered once, and again only when they changed", async () => {
    const { server, adapter, host, depot, ana } = await place();
    expect(server.registrations).toBe(1);
    await adapter.stop();
    const same = adapterFor(server);
    await same.start(host);
    expect(server.registrations).toBe(1);
    await same.stop();
    host.texts = (language, id) => `${id} in other words (${language})`;
    const other = adapterFor(server);
    await other.start(host);
    expect(server.registrations).toBe(2);
    ana.uses("/pledge", { answer: "in" }, depot);
    expect((await host.next()).said).toMatchObject({ type: "command", name: "pledge" });
    await other.stop();
  });

  test("fit Discord's rules in every language, with long texts too", () => {
    const texts = { languages: ["en", "es"], text: (language: string, id: string) => `${language} ${id} `.repeat(20) };
    const made = slashCommands(commands, texts);
    expect(commandProblems(made)).toEqual([]);
    const [first] = made;
    expect(Object.keys(first?.description_localizations ?? {})).toEqual(["es-ES", "es-419"]);
    expect(made.flatMap(({ options }) => options ?? []).every((one) => one.type === 1 || one.required === false)).toBe(
      true,
    );
  });

  test("of the bot itself fit Discord's rules in all its languages, and no text is cut", () => {
    const texts = Texts.load("locales");
    const reader = { zone: "UTC", now: 0 };
    const text = (language: string, id: string) => texts.plain(language, { id }, reader);
    const { languages } = texts;
    expect(languages.length).toBeGreaterThan(1);
    // Each language as the first one, so that each is checked as the description and as a localisation.
    for (const first of languages) {
      const order = [first, ...languages.filter((one) => one !== first)];
      const made = slashCommands(allCommands.map(describeCommand), { languages: order, text });
      expect(commandProblems(made)).toEqual([]);
      expect(JSON.stringify(made)).not.toContain('…"');
    }
  });

  test("the rules notice what Discord would refuse", () => {
    const of = (more: object) => commandProblems([{ name: "drive", description: "x", ...more }]);
    expect(of({})).toEqual([]);
    expect(of({ name: "Drive" })).not.toEqual([]);
    expect(of({ description: "x".repeat(101) })).not.toEqual([]);
    expect(of({ description_localizations: { es: "hola" } })).not.toEqual([]);
    expect(
      of({ options: Array.from({ length: 26 }, (_, i) => ({ name: `o${i}`, description: "x", type: 3 })) }),
    ).not.toEqual([]);
    expect(
      of({
        options: [
          { name: "a", description: "x", type: 3 },
          { name: "b", description: "x", type: 1 },
        ],
      }),
    ).not.toEqual([]);
  });

  test("come with words, native values and people by id", async () => {
    const { host, ana, ben, depot, guild, adapter } = await place();
    ana.uses("/cell join", { code: "AB12" }, depot);
    const joined = await host.next();
    expect(joined).toMatchObject({
      platform: "discord",
      account: adapter.account,
      chat: { id: depot.id, kind: "group", title: "depot-5" },
      sender: { id: ana.id, name: "Ana", username: "ana", language: "en-US" },
      said: { type: "command", name: "cell", word: "join", options: { code: "AB12" } },
      interaction: { seenBy: "person" },
    });
    ana.uses("/vouch", { person: ben }, depot);
    const vouch = await host.next();
    expect(vouch.said).toEqual({
      type: "command",
      name: "vouch",
      options: { person: `@${ben.id}` },
      users: [{ id: ben.id, name: "Ben", username: "ben" }],
    });
    expect(vouch.interaction?.seenBy).toBe("chat");
    // The bare form of a command with words has a word of its own on Discord.
    ana.uses("/cell open", {}, depot);
    expect((await host.next()).said).toEqual({ type: "command", name: "cell", options: {} });
    ana.uses("/pledge", { others: 50, sector: true }, guild.channel("depot-5").opensThread("today"));
    expect(await host.next()).toMatchObject({
      said: { options: { others: "50", sector: "yes" } },
      chat: { id: depot.id, kind: "group", thread: expect.any(String) },
    });
    ana.uses("/pledge", {}, ana.direct);
    expect((await host.next()).chat).toEqual({ id: ana.direct.id, kind: "direct" });
  });

  test("complete while somebody types, and say nothing rather than too late", async () => {
    const { host, ana, depot } = await place({ server: { answerWithinMs: 300 } });
    host.completions = async () => [
      { label: "Shall we?", value: "#d1" },
      { label: " ", value: "#d2" },
    ];
    expect(await ana.completes("/pledge", "drive", "sh", depot)).toEqual([{ name: "Shall we?", value: "#d1" }]);
    expect(host.requests).toEqual([{ command: "pledge", option: "drive", typed: "sh" }]);
    host.completions = () => new Promise(() => undefined);
    expect(await ana.completes("/pledge", "drive", "sh", depot)).toEqual([]);
  });
});

describe("an interaction", () => {
  test("is deferred at once, however slow the core is; its answer is seen by its person alone", async () => {
    const { server, adapter, host, ana, ben, depot } = await place({ server: { answerWithinMs: 400 } });
    host.handle = () => new Promise((resolve) => setTimeout(resolve, 900));
    const use = ana.uses("/pledge", { answer: "in" }, depot);
    await use.acknowledged();
    expect(server.thinking).toHaveLength(1);
    const inbound = await host.next();
    await adapter.send({
      id: "1",
      type: "private",
      chat: depot,
      to: ana.id,
      message: message("You are in."),
      interaction: tokenOf(inbound),
    });
    expect((await use.answer()).text).toBe("You are in.");
    expect(ana.sees(depot).map((one) => one.text)).toEqual(["You are in."]);
    expect(ben.sees(depot)).toEqual([]);
    expect(server.thinking).toEqual([]);
  });

  test("answered for all is seen by all, and its message can be edited later", async () => {
    const { adapter, host, ana, ben, depot } = await place();
    ana.uses("/cell show", {}, depot);
    const inbound = await host.next();
    const { messageId = "" } = await adapter.send({
      id: "1",
      type: "message",
      chat: depot,
      message: message("one"),
      interaction: tokenOf(inbound),
    });
    expect(ben.sees(depot).map((one) => one.text)).toEqual(["one"]);
    await adapter.send({ id: "2", type: "edit", chat: depot, messageId, message: message("two") });
    expect(ben.sees(depot).map((one) => one.text)).toEqual(["two"]);
  });

  test("with nothing to say ends without a trace", async () => {
    const { server, adapter, host, ana, depot } = await place();
    for (const command of ["/pledge", "/cell show"]) {
      ana.uses(command, {}, depot);
      const inbound = await host.next();
      await adapter.send({
        id: command,
        type: "private",
        chat: depot,
        to: ana.id,
        message: message(),
        interaction: tokenOf(inbound),
      });
    }
    expect(ana.sees(depot)).toEqual([]);
    expect(server.thinking).toEqual([]);
  });

  test("a press is answered unseen, and leaves nothing when there is nothing to say", async () => {
    const { server, adapter, host, ana, ben, depot } = await place();
    await adapter.send({
      id: "card",
      type: "message",
      chat: depot,
      message: message("Shall we?", {
        type: "buttons",
        rows: [[{ id: "b1", label: "I'm in", press: "unseen", style: "primary" }]],
      }),
    });
    const [card] = ana.sees(depot);
    if (card === undefined) throw new Error("no card");
    ana.presses(card, "I'm in");
    const press = await host.next();
    expect(press).toMatchObject({
      said: { type: "press", button: "b1", messageId: card.id },
      interaction: { seenBy: "person" },
    });
    await adapter.send({
      id: "2",
      type: "private",
      chat: depot,
      to: ana.id,
      message: message("You are in."),
      interaction: tokenOf(press),
    });
    expect(ana.sees(depot).map((one) => one.text)).toEqual(["Shall we?", "You are in."]);
    expect(ben.sees(depot).map((one) => one.text)).toEqual(["Shall we?"]);
    ben.presses(card, "I'm in");
    await adapter.send({
      id: "3",
      type: "private",
      chat: depot,
      to: ben.id,
      message: message(),
      interaction: tokenOf(await host.next()),
    });
    expect(ben.sees(depot)).toHaveLength(1);
    expect(server.thinking).toEqual([]);
  });

  test("a question is asked with a form, opened without the core", async () => {
    const { adapter, host, ana, depot } = await place();
    ana.uses("/cell join", {}, depot);
    const inbound = await host.next();
    const question = message(paragraph("Which code?", "strong"), {
      type: "ask",
      id: "p123",
      label: "Which code?",
      placeholder: "AB:12",
    });
    await adapter.send({
      id: "1",
      type: "private",
      chat: depot,
      to: ana.id,
      message: question,
      interaction: tokenOf(inbound),
    });
    const [asked] = ana.sees(depot);
    if (asked === undefined) throw new Error("nothing was asked");
    const opened = ana.presses(asked, "Which code?");
    expect(await opened.modal()).toMatchObject({
      title: "Which code?",
      components: [{ component: { placeholder: "AB:12" } }],
    });
    expect(host.received).toHaveLength(1);
    const filled = await ana.fillsIn(opened, "XY99");
    const answer = await host.next();
    expect(answer).toMatchObject({
      said: { type: "answer", ask: "p123", text: "XY99" },
      interaction: { seenBy: "person" },
    });
    await adapter.send({
      id: "2",
      type: "private",
      chat: depot,
      to: ana.id,
      message: message("Welcome."),
      interaction: tokenOf(answer),
    });
    expect((await filled.answer()).text).toBe("Welcome.");
  });

  test("replayed by the gateway has the same event id", async () => {
    const { server, host, ana, depot } = await place();
    ana.uses("/pledge", { answer: "in" }, depot);
    const first = await host.next();
    server.gateway.replay(1);
    const second = await host.next();
    expect(second.eventId).toBe(first.eventId);
    expect(second.interaction?.token).toBe(first.interaction?.token);
  });

  test("delivered twice at once is the same event, and its deferral is no mistake", async () => {
    const { server, host, ana, depot } = await place();
    server.gateway.twice = true;
    const use = ana.uses("/pledge", {}, depot);
    expect((await host.next()).eventId).toBe(use.state.id);
    expect((await host.next()).eventId).toBe(use.state.id);
    expect(host.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });

  test("in hand is finished before the adapter stops, and nothing new is taken", async () => {
    const { adapter, host, ana, depot } = await place();
    let finish = () => {};
    host.handle = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const use = ana.uses("/pledge", {}, depot);
    await use.acknowledged();
    let stopped = false;
    const stopping = adapter.stop().then(() => {
      stopped = true;
    });
    const late = ana.uses("/pledge", {}, depot);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(host.received.map(({ eventId }) => eventId)).toEqual([use.state.id]);
    expect(late.state.answered).toBeUndefined();
  });

  test("is answered once when the answer to the deferral gets lost", async () => {
    const { server, host, ana, depot } = await place();
    server.fails("POST", /callback$/, { type: "lose" });
    const use = ana.uses("/pledge", {}, depot);
    await host.next();
    expect(use.state.failed).toBe(false);
    expect(server.callsTo("POST", /callback$/)).toHaveLength(2);
    ana.uses("/pledge", {}, depot);
    await host.next();
    expect(server.callsTo("POST", /callback$/)).toHaveLength(3);
  });

  test("is not handled where Discord told its person that it failed", async () => {
    const { server, host, ana, depot } = await place();
    server.fails("POST", /callback$/, { type: "status", code: 404, error: 10062 });
    ana.uses("/pledge", {}, depot);
    await server.until(() => host.lines.some(({ message: line }) => line.includes("not handled")), "a log line");
    expect(host.received).toEqual([]);
  });

  test("is handed over again while the core cannot record it", async () => {
    const { host, ana, depot } = await place();
    let refusals = 1;
    host.handle = async () => {
      if (refusals-- > 0) throw new Error("database is locked");
    };
    ana.uses("/pledge", {}, depot);
    expect((await host.next()).said.type).toBe("command");
  });

  test("too old for an answer in place says so", async () => {
    const { server, adapter, host, ana, depot } = await place({ server: { tokenMs: 0 } });
    ana.uses("/pledge", {}, depot);
    const inbound = await host.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const error = await failure(
      adapter.send({
        id: "1",
        type: "private",
        chat: depot,
        to: ana.id,
        message: message("late"),
        interaction: tokenOf(inbound),
      }),
    );
    expect(error.failure).toBe("too-old");
    expect(adapter.status().state).toBe("up");
    expect(server.thinking).toHaveLength(1);
  });

  test("with a long answer comes in parts, none of them for others", async () => {
    const { adapter, host, ana, ben, depot } = await place();
    ana.uses("/pledge", {}, depot);
    const inbound = await host.next();
    const long = Array.from({ length: 300 }, (_, i) => `line ${i} of it`);
    await adapter.send({
      id: "1",
      type: "private",
      chat: depot,
      to: ana.id,
      message: message(...long),
      interaction: tokenOf(inbound),
    });
    expect(
      ana
        .sees(depot)
        .map((one) => one.text)
        .join("\n"),
    ).toBe(long.join("\n"));
    expect(ben.sees(depot)).toEqual([]);
  });
});

describe("a message", () => {
  test("is shown once when the answer to it gets lost", async () => {
    const { server, adapter, depot } = await place();
    server.fails("POST", /messages$/, { type: "lose" });
    const outgoing = { id: "row1", type: "message", chat: depot, message: message("once") } as const;
    expect((await failure(adapter.send(outgoing))).failure).toBe("unreachable");
    const { messageId } = await adapter.send(outgoing);
    expect(depot.told.map(({ id }) => id)).toEqual([messageId]);
    await adapter.send({ ...outgoing, id: "row2" });
    expect(depot.told).toHaveLength(2);
  });

  test("that Discord limits is the core's to send later", async () => {
    const { server, adapter, depot } = await place({ server: { limits: true } });
    const send = (id: number) =>
      adapter.send({ id: `m${id}`, type: "message", chat: depot, message: message(`m${id}`) });
    for (let id = 0; id < 5; id++) await send(id);
    const error = await failure(send(5));
    expect(error.failure).toBe("limited");
    expect(error.retryAfterMs).toBeGreaterThan(3_000);
    expect(server.invalidRequests).toBe(0);
  });

  test("refused with 429 or 5xx or by the network waits", async () => {
    const { server, adapter, depot } = await place();
    const send = () => adapter.send({ id: "m", type: "message", chat: depot, message: message("m") });
    server.fails("POST", /messages$/, { type: "status", code: 429, retryAfter: 7 });
    const limited = await failure(send());
    expect([limited.failure, limited.retryAfterMs]).toEqual(["limited", expect.any(Number)]);
    expect(limited.retryAfterMs).toBeGreaterThanOrEqual(7_000);
    server.fails("POST", /messages$/, { type: "status", code: 503 });
    expect((await failure(send())).failure).toBe("unreachable");
    server.fails("POST", /messages$/, { type: "drop" });
    expect((await failure(send())).failure).toBe("unreachable");
    await send();
    expect(depot.told).toHaveLength(1);
  });

  test("without the right to write names what is missing, and where", async () => {
    const { adapter, depot } = await place();
    const send = () => adapter.send({ id: "m", type: "message", chat: depot, message: message("m") });
    // What is missing is known once the gateway has told.
    depot.sets("Send Messages", false);
    await expect.poll(async () => (await failure(send())).detail).toBe("Send Messages in #depot-5");
    expect((await failure(send())).failure).toBe("no-rights");
    depot.sets("View Channel", false);
    await expect.poll(async () => (await failure(send())).detail).toBe("View Channel, Send Messages in #depot-5");
  });

  test("to a channel or server that is gone is never tried again", async () => {
    const { server, host, adapter, depot, guild } = await place();
    const other = guild.channel("other");
    other.deletes();
    expect(await host.next()).toMatchObject({ chat: { id: other.id }, said: { type: "bot-removed" } });
    expect(
      (await failure(adapter.send({ id: "m", type: "message", chat: other, message: message("m") }))).failure,
    ).toBe("removed");
    guild.fallsOut();
    guild.removesBot();
    // An outage says nothing about the bot; a removal does.
    await server.until(() => host.received.length >= 2, "the removal");
    expect(host.received.slice(1).map(({ chat, said }) => [chat.id, said.type])).toEqual([[depot.id, "bot-removed"]]);
    expect(
      (await failure(adapter.send({ id: "n", type: "message", chat: depot, message: message("m") }))).failure,
    ).toBe("removed");
    expect(server.invalidRequests).toBe(1);
  });

  test("to nobody in particular: a server that adds the bot is told so once", async () => {
    const { server, host } = await place();
    const late = server.guild("Depot 6", { bot: false, channels: ["hall", "other"] });
    late.addsBot();
    const added = await host.next();
    expect(added).toMatchObject({ chat: { id: late.channel("hall").id, kind: "group" }, said: { type: "bot-added" } });
    late.removesBot();
    await host.next();
    await host.next();
    late.addsBot();
    expect((await host.next()).eventId).not.toBe(added.eventId);
  });

  test("over all stays below fifty a second without being refused by Discord", async () => {
    const names = Array.from({ length: 70 }, (_, i) => `c${i}`);
    const { server, adapter } = await place({
      server: { limits: true },
      prepare: (one) => void one.guild("Many", { channels: names }),
    });
    const many = [...server.guilds.values()].find(({ name }) => name === "Many");
    const sends = [...(many?.channels.keys() ?? [])].map((id) =>
      adapter.send({ id, type: "message", chat: { id }, message: message("m") }).then(
        () => "sent",
        (error: unknown) => (error instanceof SendError ? error.failure : "other"),
      ),
    );
    const outcomes = await Promise.all(sends);
    expect(outcomes.filter((one) => one === "sent").length).toBeGreaterThanOrEqual(40);
    expect(outcomes.filter((one) => one === "limited").length).toBeGreaterThan(0);
    expect(new Set(outcomes)).toEqual(new Set(["sent", "limited"]));
    expect(server.invalidRequests).toBe(0);
  });

  test("that was deleted cannot be edited", async () => {
    const { adapter, depot } = await place();
    const edit = adapter.send({ id: "m", type: "edit", chat: depot, messageId: depot.id, message: message("m") });
    expect((await failure(edit)).failure).toBe("too-old");
    expect(await adapter.send({ id: "d", type: "delete", chat: depot, messageId: depot.id })).toEqual({});
  });

  test("directly, to people who allow it", async () => {
    const { adapter, ana, ben } = await place();
    const sent = await adapter.send({ id: "1", type: "direct", to: ana.id, message: message("hello") });
    expect(sent.direct).toBe(ana.direct.id);
    expect(ana.sees(ana.direct).map((one) => one.text)).toEqual(["hello"]);
    ben.takesDirect(false);
    expect(
      (await failure(adapter.send({ id: "2", type: "direct", to: ben.id, message: message("hello") }))).failure,
    ).toBe("blocked");
  });

  test("written to the bot directly is read without a privileged intent; in a channel it is not", async () => {
    const { server, host, ana, depot } = await place();
    ana.writes("secret talk", depot);
    const { id } = ana.writes("hello");
    expect(await host.next()).toMatchObject({
      eventId: id,
      chat: { kind: "direct" },
      said: { type: "text", text: "hello" },
    });
    expect(server.gateway.lastIntents & (intents.messageContent | intents.guildMembers | intents.presences)).toBe(0);
  });

  test("keeps order, files, buttons and mentions over several parts", async () => {
    const { server, adapter, ana, depot } = await place();
    const long = Array.from({ length: 40 }, (_, i) => `${i} ${"word ".repeat(30)}end`);
    await adapter.send({
      id: "m",
      type: "message",
      chat: depot,
      message: message(
        ...long,
        {
          type: "paragraph",
          content: [
            { type: "mention", user: { id: ana.id }, name: "Ana" },
            { type: "text", text: " " },
            { type: "mention", user: { platform: "telegram", id: "5" }, name: "@everyone" },
          ],
        },
        {
          type: "file",
          file: { name: "roles 1.ics", mediaType: "text/calendar", data: Buffer.from("BEGIN").toString("base64") },
        },
        {
          type: "image",
          alt: "a card",
          file: { name: "card.png", mediaType: "image/png", data: Buffer.from("png").toString("base64") },
        },
        {
          type: "buttons",
          rows: Array.from({ length: 7 }, (_, i) => [{ id: `b${i}`, label: `choice ${i}`, press: "seen" as const }]),
        },
      ),
    });
    const shown = ana.sees(depot);
    expect(
      shown
        .map((one) => one.text)
        .join("\n")
        .trim(),
    ).toBe([...long, "@Ana @@everyone"].join("\n"));
    expect(
      shown.flatMap(({ files }) => files).map(({ name, alt, bytes }) => [name, alt, Buffer.from(bytes).toString()]),
    ).toEqual([
      ["roles_1.ics", undefined, "BEGIN"],
      ["card.png", "a card", "png"],
    ]);
    expect(shown.flatMap(({ labels }) => labels)).toEqual(Array.from({ length: 7 }, (_, i) => `choice ${i}`));
    expect(new Set(shown.flatMap(({ state }) => state.pinged))).toEqual(new Set([ana.id]));
    expect(server.violations).toEqual([]);
  });

  test("stands buttons closer where a card has more rows of them than a message takes, in their order", () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => [{ id: `b${i}`, label: `choice ${i}`, press: "seen" as const }]);
    const shown = (count: number): readonly (readonly string[])[] =>
      renderOne(message({ type: "buttons", rows: rows(count) }), "1").components.map(({ components }) =>
        components.map((one) => ("label" in one ? (one.label ?? "") : "")),
      );
    expect(shown(5)).toEqual(rows(5).map((row) => row.map(({ label }) => label)));
    expect(shown(19).flat()).toEqual(rows(19).map(([button]) => button?.label));
    expect(shown(19).map(({ length }) => length)).toEqual([5, 5, 5, 4]);
  });

  test("shows every kind of block", async () => {
    const { adapter, ana, depot } = await place();
    await adapter.send({
      id: "m",
      type: "message",
      chat: depot,
      message: message(
        { type: "heading", content: text("Drive") },
        paragraph("strong", "strong"),
        paragraph("small", "quiet"),
        { type: "list", items: [text("a"), text("- b")] },
        { type: "list", ordered: true, items: [text("c")] },
        { type: "table", head: [text("Sector"), text("Firm")], rows: [[text("Rail"), text("7")]] },
        { type: "table", head: [text("Sector"), text("Firm")], rows: [[text("R`il"), text("7")]] },
        { type: "progress", value: 3, goal: 10, label: text("3 of 10") },
        { type: "paragraph", content: [{ type: "time", at: 1_800_000_000_000, text: "Friday", style: "datetime" }] },
        { type: "link", label: "Write to me", to: "direct" },
      ),
    });
    const [shown] = ana.sees(depot);
    expect(shown?.text.split("\n")).toEqual([
      "Drive",
      "strong",
      "small",
      "• a",
      "• - b",
      "1. c",
      "Sector  Firm",
      "Rail    7",
      "• R`il · Firm: 7",
      "▓▓▓░░░░░░░ 3 of 10",
      "2027-01-15T08:00:00.000Z",
    ]);
    expect(shown?.state.content).toContain("<t:1800000000:f>");
    expect(shown?.labels).toEqual(["Write to me"]);
  });

  test("edited, a long one stays one", async () => {
    const { adapter, depot } = await place();
    const { messageId = "" } = await adapter.send({ id: "m", type: "message", chat: depot, message: message("short") });
    const long = Array.from({ length: 100 }, () => "a line of some length that is repeated");
    const buttons = { type: "buttons", rows: [[{ id: "b", label: "go", press: "seen" }]] } as const;
    await adapter.send({ id: "e", type: "edit", chat: depot, messageId, message: message(...long, buttons) });
    const [shown] = depot.told;
    expect(depot.told).toHaveLength(1);
    expect(shown?.text.endsWith("…")).toBe(true);
    expect(shown?.labels).toEqual(["go"]);
  });
});

describe("text of people", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "@everyone",
          "@here",
          "<@123456789012345678>",
          "<@&123456789012345678>",
          "<#123456789012345678>",
          "<t:1:R>",
          "</x:123456789012345678>",
          "https://evil.example/a_b",
          "discord://x",
          "[a](https://evil.example)",
          "<https://evil.example>",
          "**",
          "__",
          "~~",
          "||",
          "`",
          "```",
          "\\",
          "*",
          "_",
          "# ",
          "-# ",
          "> ",
          ">>> ",
          "- ",
          "1. ",
          ":smile:",
          ":",
          "<:a:123456789012345678>",
          "<id:home>",
          "¯\\_(ツ)_/¯",
          "\n",
          " ",
          "a",
          "é",
          "👩‍👩‍👧",
          "(",
          ")",
          "]",
          "!",
          "|",
        ),
        { maxLength: 14 },
      )
      .map((parts) => parts.join("")),
  );
  /** What is taken out on purpose, and what Discord trims. */
  const plain = (of: string) =>
    of
      .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
      .replaceAll("\t", " ")
      .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (one) => (one === "\n" ? "\n" : ""))
      .split("\n")
      .map((line) => (line.trim() === "" ? "" : line))
      .join("\n");

  test("shows up as it is, links nowhere and pings nobody", () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom("", "**" as const), (typed, style) => {
        const [source = ""] = fitted(linesOf(text(`a\n${typed}\nz`), { style }));
        const seen = readMarkdown(source);
        expect(seen.text).toBe(plain(`a\n${typed}\nz`));
        expect(seen.links).toEqual([]);
        expect(seen.mentions).toEqual([]);
        expect([...seen.styles].filter((one) => one !== "bold")).toEqual([]);
        // The server looks at the raw text, whatever is escaped in it.
        expect(source).not.toMatch(/<@[!&]?\d/);
      }),
      { numRuns: 3_000 },
    );
  });

  test("stays itself when it is cut", () => {
    fc.assert(
      fc.property(
        fc.array(nasty, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 40, max: 120 }),
        (typed, limit) => {
          const line = `x${typed.join("").replaceAll(/[\s\p{Cc}\u2028\u2029]/gu, "")}z`;
          const texts = fitted(linesOf(text(line)), limit);
          expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(limit);
          const seen = texts.map((one) => readMarkdown(one));
          expect(seen.map((one) => one.text).join("")).toBe(plain(line));
          expect(seen.flatMap(({ mentions, links }) => [...mentions, ...links])).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("the reader of markdown sees what was not escaped", () => {
    expect(readMarkdown("**a** @everyone <@123456789012345678> https://a.example/b # c").mentions).toEqual([
      "everyone",
      "123456789012345678",
    ]);
    expect(readMarkdown("# a\n- b").styles).toEqual(new Set(["heading", "list"]));
    expect(readMarkdown("[a](https://a.example)").links).toEqual(["https://a.example"]);
  });
});

describe("the connection", () => {
  test("dropped is resumed, and what came meanwhile arrives once", async () => {
    const { server, adapter, host, ana, depot } = await place({ server: { answerWithinMs: 5_000 } });
    server.gateway.drop();
    ana.uses("/pledge", { answer: "in" }, depot);
    expect((await host.next(8_000)).said.type).toBe("command");
    await server.until(() => adapter.status().state === "up", "up again");
    expect(server.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
    expect(host.received).toHaveLength(1);
    expect(host.lines.filter(({ message: line }) => line.includes("was lost"))).toHaveLength(1);
  });

  test("asked to reconnect resumes as well", async () => {
    const { server, adapter } = await place();
    server.gateway.reconnect();
    await server.until(() => server.gateway.counts.resumed === 1, "a resume");
    await server.until(() => adapter.status().state === "up", "up again");
  });

  test("with a session that was forgotten begins a new one", async () => {
    const { server, adapter, host, ana, depot } = await place();
    server.gateway.drop();
    server.gateway.forget();
    await server.until(
      () => server.gateway.counts.identified === 2 && adapter.status().state === "up",
      "a new session",
      20_000,
    );
    ana.uses("/pledge", {}, depot);
    await host.next();
  });

  test("told that its session is invalid resumes it, or begins a new one", async () => {
    const { server, adapter, host, ana, depot } = await place();
    server.gateway.invalidate(true);
    await server.until(() => server.gateway.counts.resumed === 1, "a resume");
    server.gateway.invalidate(false);
    await server.until(() => server.gateway.counts.identified === 2, "a new session", 20_000);
    await server.until(() => adapter.status().state === "up", "up");
    ana.uses("/pledge", {}, depot);
    await host.next();
  });

  test("that goes silent is given up and resumed", async () => {
    const { server, adapter, host, ana, depot } = await place({
      prepare: (one) => {
        one.gateway.heartbeatMs = 150;
      },
    });
    await server.until(() => server.gateway.counts.heartbeats >= 2, "heartbeats");
    server.gateway.acknowledges = false;
    await server.until(() => adapter.status().state === "down", "given up");
    server.gateway.acknowledges = true;
    await server.until(() => adapter.status().state === "up", "up");
    expect(server.gateway.counts.resumed).toBeGreaterThan(0);
    ana.uses("/pledge", {}, depot);
    await host.next();
  });

  test("is tried again with growing pauses while Discord is down, and start does not fail", async () => {
    const harness = await place({
      prepare: (server) => {
        server.down = true;
      },
    });
    const { server, adapter, host, ana, depot } = harness;
    expect(adapter.status().state).toBe("down");
    await server.until(() => server.callsTo("GET", /gateway/).length >= 4, "four attempts");
    const at = server.callsTo("GET", /gateway/).map((call) => call.at);
    const pauses = at.slice(1).map((one, index) => one - (at[index] ?? 0));
    expect(pauses[2]).toBeGreaterThan((pauses[0] ?? 0) * 1.5);
    server.down = false;
    await server.until(() => adapter.status().state === "up" && server.registrations === 1, "up");
    ana.uses("/pledge", {}, depot);
    await host.next();
    expect(host.lines.filter(({ message: line }) => line.includes("cannot be reached"))).toHaveLength(1);
  });

  test("whose gateway refuses connections after a while comes back by itself", async () => {
    const { server, adapter } = await place();
    server.gateway.refusesConnections = true;
    server.gateway.drop();
    await server.until(() => server.gateway.counts.opened >= 4, "three more attempts");
    expect(adapter.status().state).toBe("down");
    server.gateway.refusesConnections = false;
    await server.until(() => adapter.status().state === "up", "up again");
    expect(server.gateway.counts.resumed).toBe(1);
  });

  test("stopped while Discord is away stays stopped", async () => {
    const { server, adapter } = await place();
    server.gateway.refusesConnections = true;
    server.gateway.drop();
    await server.until(() => adapter.status().state === "down", "down");
    await adapter.stop();
    server.gateway.refusesConnections = false;
    const { opened } = server.gateway.counts;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(server.gateway.counts.opened).toBe(opened);
    expect(server.gateway.connected).toBe(0);
    expect(adapter.status().state).toBe("stopped");
  });

  test("with a refused token says so, and comes up when it is taken again", async () => {
    const { server, adapter, depot } = await place({
      prepare: (one) => {
        one.refusesToken = true;
      },
    });
    expect(adapter.status()).toEqual({ state: "refused", detail: "Discord refuses the token" });
    expect(
      (await failure(adapter.send({ id: "m", type: "message", chat: depot, message: message("m") }))).failure,
    ).toBe("unreachable");
    server.refusesToken = false;
    await server.until(() => adapter.status().state === "up", "up");
    await adapter.send({ id: "m", type: "message", chat: depot, message: message("m") });
    expect(depot.told).toHaveLength(1);
  });

  test("whose token was refused for one request only is up again with the next", async () => {
    const { server, adapter, depot } = await place();
    const send = () => adapter.send({ id: "m", type: "message", chat: depot, message: message("m") });
    server.fails("POST", /messages$/, { type: "status", code: 401 });
    expect((await failure(send())).failure).toBe("unreachable");
    expect(adapter.status().state).toBe("refused");
    await send();
    expect(adapter.status().state).toBe("up");
  });

  test("closed with 4004 in the middle is refused", async () => {
    const { server, adapter } = await place();
    server.refusesToken = true;
    server.gateway.drop(4004);
    await server.until(() => adapter.status().state === "refused", "refused");
  });

  test("takes as many shards as Discord recommends", async () => {
    const { server, host, ana, depot } = await place({ server: { shards: 2 } });
    expect(server.gateway.connected).toBe(2);
    ana.uses("/pledge", {}, depot);
    await host.next();
  });
});

test("where the bot was not added, whoever asks is told so, alone, and nothing is taken in", async () => {
  const { server, host, ana, depot } = await place();
  expect(server.commands.map((command) => command["integration_types"])).toEqual(server.commands.map(() => [0]));
  const elsewhere = [
    // A server where somebody has the bot for themselves, and a group of direct messages.
    { authorizing_integration_owners: { 1: ana.id } },
    { context: 2, guild_id: undefined, member: undefined, user: { id: ana.id, username: "ana" } },
  ];
  for (const more of elsewhere) {
    const used = ana.uses("/pledge", {}, depot, { ...more, locale: "es-419" });
    const answer = await used.answer();
    expect(answer.text).toBe("core-not-added (es-419)");
    expect(answer.state.onlyFor).toBe(ana.id);
  }
  expect(host.received).toEqual([]);
  // Added to the server and had by a person too: it works.
  ana.uses("/pledge", {}, depot, { authorizing_integration_owners: { 0: depot.id, 1: ana.id } });
  await host.next();
});

test("administrators are the owner and those who manage the server", async () => {
  const { server, adapter, guild, ana, ben, depot } = await place();
  expect(await adapter.isAdministrator(depot, ana.id)).toBe(false);
  guild.grants(ana, "Manage Server");
  await expect.poll(() => adapter.isAdministrator(depot, ana.id)).toBe(true);
  guild.state.ownerId = ben.id;
  expect(await adapter.isAdministrator(depot, server.person("Cho").id)).toBe(false);
  expect((await failure(adapter.isAdministrator({ id: "123456789012345678" }, ana.id))).failure).toBe("removed");
});

test("no log line and no error holds text, names, ids or tokens", async () => {
  const { server, adapter, host, ana, depot } = await place({ server: { limits: true } });
  const secret = "the secret text of a person";
  const errors: unknown[] = [];
  const collect = async (sending: Promise<unknown>) => errors.push(await failure(sending));
  for (const fault of [
    { type: "status", code: 400, error: 50035 },
    { type: "status", code: 403, error: 50013 },
    { type: "status", code: 429, retryAfter: 3 },
    { type: "status", code: 500 },
    { type: "drop" },
  ] as const) {
    server.fails("POST", /messages$/, fault);
    await collect(adapter.send({ id: "m", type: "message", chat: depot, message: message(secret) }));
  }
  server.fails("POST", /callback$/, { type: "status", code: 400, error: 50035 });
  const use = ana.uses("/cell join", { code: secret }, depot);
  await server.until(() => host.lines.some(({ message: line }) => line.includes("not handled")), "a log line");
  server.gateway.drop();
  await server.until(() => host.lines.some(({ message: line }) => line.includes("lost")), "a log line");
  const all = inspect([host.lines, errors], { depth: 10, showHidden: true });
  for (const hidden of [secret, ana.id, "Ana", server.token, use.state.token, depot.id, String(server.port)])
    expect(all).not.toContain(hidden);
});

test("a wrong address does not make start fail", async () => {
  const server = await DiscordServer.start();
  const { token, api } = server;
  await server.close();
  const adapter = adapterFor(server, { token, api });
  const host = new FakeHost(commands);
  await adapter.start(host);
  expect(adapter.status().state).toBe("down");
  // The id of the account stands in the token, so that what waits for it can be found.
  expect(adapter.account).toBe(server.bot.id);
  await adapter.stop();
});

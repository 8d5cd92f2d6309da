/**
 * The scenarios of `examples/`, played through the emulated Telegram and Discord and their real libraries: people there
 * read the same text as the rehearsal shows, message by message. Chats of other platforms are the rehearsal's own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withLabel } from "../../adapters/console/labels.ts";
import { lineText, renderLines } from "../../adapters/console/render.ts";
import { bareWord } from "../../adapters/discord/commands.ts";
import { commands } from "../../commands/index.ts";
import { ManualClock } from "../../src/core/clock.ts";
import { describe } from "../../src/core/command.ts";
import type { PlatformName, Said } from "../../src/chat/inbound.ts";
import type { Rendered } from "../../src/chat/message.ts";
import { asNative } from "../../src/core/parse.ts";
import { seededRandom } from "../../src/core/random.ts";
import { withoutDirection } from "../../src/core/direction.ts";
import { Texts } from "../../src/core/text.ts";
import { addCalendar } from "../../src/domain/time.ts";
import { capabilitiesOf } from "../../src/platforms.ts";
import type { Seen } from "../../src/rehearsal/output.ts";
import { play } from "../../src/rehearsal/player.ts";
import { parseScenario, type Scenario, type Step } from "../../src/rehearsal/scenario.ts";
import { Stage, type StageAdapter } from "../../src/rehearsal/stage.ts";
import { codePattern } from "../../src/store/codes.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import { until } from "../kit/adapter-contract.ts";
import { eachDatabase } from "../kit/databases.ts";
import { adapterFor } from "../kit/discord/harness.ts";
import type { Shown as DiscordShown } from "../kit/discord/people.ts";
import { DiscordServer, type Channel, type Guild, type Person as DiscordPerson } from "../kit/discord/server.ts";
import { adapterOn } from "../kit/telegram/harness.ts";
import type { Group, Person as TelegramPerson } from "../kit/telegram/people.ts";
import { startTelegram, type TelegramServer } from "../kit/telegram/server.ts";
import { wholeBot, type WholeBot } from "../kit/whole.ts";

const render = (message: Rendered) => renderLines(message).map((line) => ({ text: lineText(line), aside: line.aside }));

/** What is read in one place, in order: what was said there, and what was changed. */
interface Read {
  readonly said: string[];
  readonly changed: string[];
}
type Reading = Map<string, Read>;

const change = ({ changed }: Read, text: string): void => {
  if (!text.includes("PROGRESS")) changed.push(text);
};

/** A file has no words where it is a message of its own, as on Telegram. */
const say = ({ said }: Read, text: string): void => {
  if (text !== "") said.push(text);
};

const readAt = (reading: Reading, place: string): Read => {
  const known = reading.get(place) ?? { said: [], changed: [] };
  reading.set(place, known);
  return known;
};

const times = /(?<!\p{L})(?:\p{L}{3},?|\p{L}+،) \d+ (?:de )?\p{L}+(?:[,،] \d\d:\d\d(?: \([\p{L} ]+\))?)?/gu;
/** On Telegram a table that is too wide is a line for each row, behind a colon, without its head. */
const wideHead = /^When What\n/mu;
const wideRow = /^TIME: /gmu;
/** How far something that was posted has got: shown live, so how often that is read depends on how fast it goes. */
const progress = /^Delivered to [^]*/mu;

/**
 * The words of a message: without its layout, which each platform has its own way for, mentions too; links are buttons
 * on some; codes differ from run to run, and Discord shows times in its reader's own zone.
 */
const words = (text: string): string =>
  withoutDirection(text)
    .replace(/[\u2060\u200B]/g, "")
    .split("\n")
    .filter((line) => !line.startsWith("→ "))
    .map((line) =>
      line
        .replace(/^[•-] /, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n")
    .replace(new RegExp(codePattern, "g"), "CODE")
    .replace(times, "TIME")
    .replace(progress, "PROGRESS")
    .replace(wideHead, "")
    .replace(wideRow, "TIME ")
    .replace(/(?<![\p{L}\p{N}])@(?=\p{L})/gu, "");

/** What the rehearsal shows in chats of Telegram and Discord. */
async function rehearsed(scenario: Scenario, url: string): Promise<Reading> {
  const reading: Reading = new Map();
  const texts = Texts.load("locales");
  await play({
    scenario,
    render,
    commands,
    texts,
    random: seededRandom(scenario.chance),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    run: "example",
    open: async () => ({ database: await openDatabase({ url }), keyring: openKeyring(new Uint8Array(32).fill(7)) }),
    output: ({ seen }) => {
      if (seen.platform !== "telegram" && seen.platform !== "discord") return;
      const read = readAt(reading, placeOf(seen));
      if (seen.kind === "edit") change(read, words(seen.text));
      else say(read, words(seen.text));
    },
  });
  return reading;
}

const directOf = (platform: PlatformName, person: string): string => `direct on ${platform}, ${person}`;

/** An alert on Telegram stands in no chat, so it is filed under its reader. */
const placeOf = ({ chat, platform, to }: Seen): string =>
  chat === "direct" ? directOf(platform, String(to)) : to === null ? chat : `${platform}, ${to} alone`;

/** A message as it is seen now. */
interface Now {
  readonly place: string;
  readonly id: string;
  readonly text: string;
  readonly labels: readonly string[];
}

/** People and chats on the emulated servers, and on the rehearsal's stage for the other platforms. */
class World {
  readonly telegram: TelegramServer;
  readonly discord: DiscordServer;
  readonly stage: Stage;
  readonly clock: ManualClock;
  readonly #groups = new Map<string, Group>();
  readonly #guilds = new Map<string, Guild>();
  readonly #channels = new Map<string, Channel>();
  readonly #onTelegram = new Map<string, TelegramPerson>();
  readonly #onDiscord = new Map<string, DiscordPerson>();
  readonly #platforms = new Map<string, PlatformName>();
  readonly #lastPlatform = new Map<string, PlatformName>();
  /** Where people on Telegram pressed last, and where each alert belongs: it answers a press, but stands in no chat. */
  readonly #pressedIn = new Map<string, string>();
  readonly #alerts = new Map<string, string>();
  #before = new Map<string, Now>();
  #code = "";
  stageAdapters: readonly StageAdapter[] = [];

  constructor(telegram: TelegramServer, discord: DiscordServer, clock: ManualClock) {
    this.telegram = telegram;
    this.discord = discord;
    this.clock = clock;
    this.stage = new Stage({ render, now: () => clock.now(), timeOf: String, run: "example" }, codePattern);
  }

  #telegramPerson(name: string): TelegramPerson {
    const person = this.#onTelegram.get(name) ?? this.telegram.person(name, { username: name });
    this.#onTelegram.set(name, person);
    return person;
  }

  #discordPerson(name: string): DiscordPerson {
    const person = this.#onDiscord.get(name) ?? this.discord.person(name);
    this.#onDiscord.set(name, person);
    return person;
  }

  /** @param owner who will be an administrator there: on Discord the bot has to know when it comes in */
  declare(name: string, platform: PlatformName, encrypted: boolean, owner: string | undefined): void {
    this.#platforms.set(name, platform);
    if (platform === "telegram") this.#groups.set(name, this.telegram.group(name));
    else if (platform === "discord") {
      const owned = owner === undefined ? {} : { owner: this.#discordPerson(owner) };
      const guild = this.discord.guild(name, { channels: [name], ...owned });
      this.#guilds.set(name, guild);
      this.#channels.set(name, guild.channel(name));
    } else this.stage.declare(name, platform, encrypted);
  }

  administrates(name: string, chat: string): void {
    const group = this.#groups.get(chat);
    if (group !== undefined) group.chat.members.set(this.#telegramPerson(name).user.id, "creator");
    else if (!this.#channels.has(chat)) this.stage.makeAdministrator(name, chat);
  }

  #where(step: Extract<Step, { type: "says" | "presses" }>): PlatformName {
    const { place, person } = step;
    const platform =
      place.type === "chat" ? this.#platforms.get(place.chat) : (place.platform ?? this.#lastPlatform.get(person));
    if (platform === undefined) throw new Error(`line ${String(step.line)}: nowhere`);
    this.#lastPlatform.set(person, platform);
    return platform;
  }

  /** Says it on its platform. */
  async says(step: Extract<Step, { type: "says" }>): Promise<void> {
    const platform = this.#where(step);
    const { place, person } = step;
    const text = step.text.replaceAll("{code}", () => this.#code);
    if (platform === "telegram") {
      const speaker = this.#telegramPerson(person);
      if (place.type === "chat") speaker.says(this.#group(place.chat), text);
      else speaker.writes(text);
    } else if (platform === "discord") {
      const channel = place.type === "chat" ? this.#channel(place.chat) : this.#discordPerson(person).direct;
      this.#usesNative(person, channel, text);
    } else {
      await this.#onStage(platform, place, person, { type: "text", text, messageId: this.stage.nextMessageId() });
    }
  }

  /** Somebody takes the bot out of a chat. */
  removesBot(chat: string): void {
    const guild = this.#guilds.get(chat);
    if (guild === undefined) this.#group(chat).removesBot(this.#telegramPerson("somebody"));
    else guild.removesBot();
  }

  #usesNative(person: string, channel: Channel, text: string): void {
    const native = asNative(text, commands);
    if (native === undefined) throw new Error(`no command: ${text}`);
    const { name, word } = native;
    const description = commands.map(describe).find((one) => one.name === name);
    const usage = word === undefined ? description?.bare : description?.words.find((one) => one.name === word);
    const options = Object.entries(native.options).map(([key, value]) => {
      const kind = usage?.options.find((one) => one.name === key)?.kind;
      return [key, kind === "integer" ? Number(value) : kind === "flag" ? true : value] as const;
    });
    const user = channel.state.guild === undefined ? this.#discordPerson(person) : this.#inGuild(person, channel);
    // A command with words has its bare form under one that is free.
    const chosen = word ?? (description === undefined ? undefined : bareWord(description));
    user.uses(`/${name}${chosen === undefined ? "" : ` ${chosen}`}`, Object.fromEntries(options), channel);
  }

  async presses(step: Extract<Step, { type: "presses" }>): Promise<void> {
    const platform = this.#where(step);
    const { place, person, label } = step;
    if (platform === "telegram") {
      const presser = this.#telegramPerson(person);
      const seen = place.type === "chat" ? this.#group(place.chat).told : presser.told;
      const all = [...seen]
        .reverse()
        .flatMap((shown) => shown.buttons.flat().map(({ text }) => ({ label: text, shown })));
      const found = withLabel(all, label);
      if (found === undefined) throw new Error(`no button ${label}`);
      presser.presses(found.shown, found.label);
      this.#pressedIn.set(person, place.type === "chat" ? `telegram, ${person} alone` : directOf(platform, person));
    } else if (platform === "discord") {
      const channel = place.type === "chat" ? this.#channel(place.chat) : this.#discordPerson(person).direct;
      const presser = place.type === "chat" ? this.#inGuild(person, channel) : this.#discordPerson(person);
      const all = [...presser.sees(channel)]
        .reverse()
        .flatMap((shown) => shown.labels.map((one) => ({ label: one, shown })));
      const found = withLabel(all, label);
      if (found === undefined) throw new Error(`no button ${label}`);
      presser.presses(found.shown, found.label);
    } else {
      const chat = place.type === "chat" ? this.stage.group(place.chat) : this.stage.direct(platform, person);
      const found = withLabel(this.stage.pressables(chat, person), label);
      if (found?.type !== "button") throw new Error(`no button ${label}`);
      await this.#onStage(platform, place, person, { type: "press", button: found.id, messageId: found.message.id });
    }
  }

  async #onStage(platform: PlatformName, place: Extract<Step, { type: "says" }>["place"], person: string, said: Said) {
    const chat = place.type === "chat" ? this.stage.group(place.chat) : this.stage.direct(platform, person);
    if (chat.kind === "direct") this.stage.open(chat);
    const seenBy = capabilitiesOf(platform).unseen === "always" ? ("person" as const) : undefined;
    const adapter = this.stageAdapters.find((one) => one.capabilities.platform === platform);
    await adapter?.receive(this.stage.event(chat, person, said, { seenBy }));
  }

  /** Somebody on Discord, who is in the server of that channel. */
  #inGuild(name: string, channel: Channel): DiscordPerson {
    const person = this.#discordPerson(name);
    const members = channel.state.guild?.members;
    if (members?.has(person.id) === false) members.set(person.id, { nick: undefined, roles: [] });
    return person;
  }

  #group(name: string): Group {
    const group = this.#groups.get(name);
    if (group === undefined) throw new Error(`no group ${name}`);
    return group;
  }

  #channel(name: string): Channel {
    const channel = this.#channels.get(name);
    if (channel === undefined) throw new Error(`no channel ${name}`);
    return channel;
  }

  /** Everything that can be read now. */
  #now(): readonly Now[] {
    const now: Now[] = [];
    const textOf = (shown: DiscordShown): string => shown.read({ time: () => "TIME" }).text;
    for (const [place, group] of this.#groups) {
      for (const { id, text, buttons } of group.told)
        now.push({ place, id: `${group.id} ${String(id)}`, text, labels: buttons.flat().map((one) => one.text) });
    }
    for (const [name, person] of this.#onTelegram) {
      for (const { id, text, buttons } of person.told)
        now.push({
          place: directOf("telegram", name),
          id: `${name} ${String(id)}`,
          text,
          labels: buttons.flat().map((one) => one.text),
        });
      for (const [index, text] of person.alerts.entries()) {
        const id = `alert ${name} ${String(index)}`;
        const place = this.#alerts.get(id) ?? this.#pressedIn.get(name) ?? "nowhere";
        this.#alerts.set(id, place);
        now.push({ place, id, text, labels: [] });
      }
    }
    for (const [place, channel] of this.#channels) {
      for (const shown of channel.told) now.push({ place, id: shown.id, text: textOf(shown), labels: shown.labels });
      for (const [name, person] of this.#onDiscord) {
        for (const shown of person.sees(channel).filter(({ ephemeral }) => ephemeral))
          now.push({ place: `discord, ${name} alone`, id: shown.id, text: textOf(shown), labels: shown.labels });
      }
    }
    for (const [name, person] of this.#onDiscord) {
      for (const shown of person.sees(person.direct))
        now.push({ place: directOf("discord", name), id: shown.id, text: textOf(shown), labels: shown.labels });
    }
    return now;
  }

  /** Notes what is new since the last time; and what has changed, unless that is left to the next time. */
  note(reading: Reading, { changes = true } = {}): void {
    const now = this.#now();
    const noted = new Map<string, Now>();
    for (const one of now) {
      const before = this.#before.get(one.id);
      if (before === undefined) say(readAt(reading, one.place), words(one.text));
      else if (changes && (before.text !== one.text || before.labels.join() !== one.labels.join()))
        change(readAt(reading, one.place), words(one.text));
      if (before === undefined) this.#code = new RegExp(codePattern).exec(one.text)?.[0] ?? this.#code;
      noted.set(one.id, changes ? one : (before ?? one));
    }
    this.#before = noted;
    // What the stage's own chats say: only a code in it matters here.
    this.stage.take(undefined);
    this.#code = this.stage.code ?? this.#code;
  }
}

/** What is read on the emulated servers. */
async function played(scenario: Scenario, url: string): Promise<Reading> {
  const reading: Reading = new Map();
  const clock = new ManualClock(scenario.start);
  const telegram = await startTelegram({ limits: false });
  const discord = await DiscordServer.start({ limits: false });
  const world = new World(telegram, discord, clock);
  let taken = 0;
  const live = async (): Promise<WholeBot> => {
    world.stageAdapters = [world.stage.adapter("console"), world.stage.adapter("matrix")];
    // Days pass in seconds: the library's own limit, on the real clock, would hold up what is sent on this one.
    const real = [adapterOn(telegram), adapterFor(discord, { requestsPerSecond: 10_000 })];
    const bot = await wholeBot({
      database: await openDatabase({ url }),
      adapters: [...world.stageAdapters, ...real],
      clock,
      random: seededRandom(`played ${String(taken)}`),
      unlimited: true,
      received: () => {
        taken++;
      },
    });
    await until(() => real.every((one) => one.status().state === "up") && discord.commands.length > 0, "the bot");
    return bot;
  };
  const { steps } = scenario;
  // The rehearsal's bot has been in every chat from the beginning: it says no hello.
  for (const step of steps) {
    if (step.type === "chat") {
      const { name, platform, encrypted } = step.chat;
      const [owner] = steps.flatMap((one) => (one.type === "admin" && one.chat === name ? [one.person] : []));
      world.declare(name, platform, encrypted, owner);
    } else if (step.type === "admin") world.administrates(step.person, step.chat);
  }
  let bot = await live();
  try {
    for (const [index, step] of steps.entries()) {
      const next = steps[index + 1];
      const before = taken;
      switch (step.type) {
        case "chat":
        case "admin":
          continue;
        case "says":
          await world.says(step);
          await until(() => taken > before, `line ${String(step.line)}`);
          break;
        case "edits":
        case "added":
        case "again":
        case "down":
        case "late":
        case "leaves":
        case "replies":
          throw new Error(`no example has a line of the kind ${step.type}`);
        case "presses":
          // Delivered again: the server has sent the update twice already.
          if (step.again) continue;
          telegram.twice = next?.type === "presses" && next.again;
          await world.presses(step);
          await until(() => taken > before + (telegram.twice ? 1 : 0), `line ${String(step.line)}`);
          telegram.twice = false;
          break;
        case "wait": {
          const end = addCalendar(clock.now(), scenario.zone, step.days, step.minutes);
          for (;;) {
            const due = clock.next();
            if (due === undefined || due > end) break;
            clock.advanceTo(due);
            await bot.steward.settle();
            // What is posted and changed while time passes is read as it was posted; of its changes the last.
            world.note(reading, { changes: false });
          }
          clock.advanceTo(end);
          break;
        }
        case "removed":
          world.removesBot(step.chat);
          await until(() => taken > before, `line ${String(step.line)}`);
          break;
        case "restart":
          await bot[Symbol.asyncDispose]();
          bot = await live();
          break;
      }
      await bot.steward.settle();
      world.note(reading);
    }
    expect(bot.problems).toEqual([]);
    expect(discord.violations).toEqual([]);
  } finally {
    await bot[Symbol.asyncDispose]();
    await telegram.close();
    await discord.close();
  }
  return reading;
}

/**
 * Place by place. While much time passes the servers are looked at once, at its end: which of two messages changed first is
 * not seen there, only what both say.
 */
const inOrder = (reading: Reading): Readonly<Record<string, Read>> =>
  Object.fromEntries(
    [...reading].sort().map(([place, { said, changed }]) => [place, { said, changed: changed.toSorted() }]),
  );

const examples = readdirSync("examples").filter((name) => name.endsWith(".txt"));

eachDatabase((_, __, freshUrl) => {
  test.each(examples)(
    "%s reads the same as in the rehearsal",
    async (name) => {
      const scenario = parseScenario(readFileSync(`examples/${name}`, "utf8"));
      const expected = await rehearsed(scenario, await freshUrl());
      const read = await played(scenario, await freshUrl());
      expect(inOrder(read)).toEqual(inOrder(expected));
      expect(expected.size).toBeGreaterThan(0);
    },
    120_000,
  );
});

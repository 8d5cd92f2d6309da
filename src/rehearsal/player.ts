/**
 * Plays a scenario: turns its lines into what the platforms would tell the bot, lets the bot settle after each, and
 * hands on what people see. The bot is the real one: core, store, delivery and schedule; only clock, chance and
 * platforms are the rehearsal's.
 */
import { createHash } from "node:crypto";
import { plainLabel, withLabel } from "../../adapters/console/labels.ts";
import { ManualClock } from "../core/clock.ts";
import type { Command } from "../core/command.ts";
import type { Log } from "../core/log.ts";
import type { Inbound, InboundMention, PlatformName, PlatformUser, Said } from "../chat/inbound.ts";
import { parseCommand } from "../core/parse.ts";
import type { Random } from "../core/random.ts";
import type { Texts } from "../core/text.ts";
import { addCalendar } from "../domain/time.ts";
import { capabilitiesOf, platformNames, thePlatform } from "../platforms.ts";
import { createSteward, type Steward, type StewardParts } from "../steward.ts";
import { codePattern } from "../store/codes.ts";
import type { Database } from "../store/database.ts";
import type { Keyring } from "../store/sealing.ts";
import type { Shown } from "./output.ts";
import { ScenarioError, shownTime, type Deed, type Place, type Scenario, type Step } from "./scenario.ts";
import { Stage, type Pressable, type RenderText, type StageAdapter, type StageChat, type StageEvent } from "./stage.ts";

export interface PlayerParts {
  readonly scenario: Scenario;
  readonly render: RenderText;
  readonly commands: readonly Command[];
  readonly texts: Texts;
  readonly random: Random;
  readonly log: Log;
  /** Opens the database anew, at the beginning and after each `restart`. */
  readonly open: () => Promise<{ readonly database: Database; readonly keyring: Keyring }>;
  /** Made part of the ids of events. */
  readonly run: string;
  /** Takes what people see, in order. */
  readonly output: (shown: Shown) => void;
  /** Is told of each line before it is played: what is shown from then on is because of it. */
  readonly before?: (step: Step) => void;
  /** Told of everything that the bot makes a platform show, while it happens. */
  readonly noticed?: (event: StageEvent) => void;
  /** Makes pictures and pages; those of the bot itself if left out. */
  readonly pages?: StewardParts["pages"];
}

/** What a rehearsal needs that is told its lines one after another. */
export type RehearsalParts = Omit<PlayerParts, "scenario"> & {
  readonly scenario: Pick<Scenario, "start" | "zone">;
};

/** One life of the bot, from its start to the next `restart`. */
export interface Life {
  readonly steward: Steward;
  readonly database: Database;
  readonly clock: ManualClock;
  readonly adapters: ReadonlyMap<PlatformName, StageAdapter>;
}

/**
 * A key that everybody knows: what is invented needs no protection, and a rehearsal's database can be opened again. It
 * does not fit the database of a real bot, which is thereby safe from rehearsals. (not for people: it is no sentence)
 */
export const rehearsalKey = createHash("sha256").update("steward rehearsal").digest();

/** More moments than this in one `wait` mean that something falls due again and again without time passing. */
const mostMoments = 200_000;

/**
 * Plays the scenario to its end.
 * @throws {ScenarioError} when a line cannot be played: a button that is not there, a code that was not given
 */
export async function play(parts: PlayerParts): Promise<void> {
  const rehearsal = new Rehearsal(parts);
  try {
    await rehearsal.begin();
    for (const step of parts.scenario.steps) await rehearsal.play(step);
  } finally {
    await rehearsal.end();
  }
}

/** A scenario while it is being played, line by line. */
export class Rehearsal {
  readonly #parts: RehearsalParts;
  readonly stage: Stage;
  #now: number;
  #life: Life | undefined;
  /** The platform on which each person spoke last. */
  readonly #lastPlatform = new Map<string, PlatformName>();
  /** The chat in which the line that is being played happens. */
  #speaking: StageChat | undefined;
  readonly #lastPress = new Map<string, Inbound>();
  /** The last thing that each person wrote in each chat, and when. */
  readonly #lastSaid = new Map<string, { readonly said: Extract<Said, { type: "text" }>; readonly at: number }>();
  /** What the bot was told last. */
  #last: Inbound | undefined;
  /** What has happened and not reached the bot yet; undefined where everything does at once. */
  #held: Inbound[] | undefined;

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
    this.#now = parts.scenario.start;
    this.stage = new Stage(
      {
        render: parts.render,
        now: () => this.#life?.clock.now() ?? this.#now,
        timeOf: (at) => shownTime(at, parts.scenario.zone),
        run: parts.run,
        noticed: parts.noticed,
      },
      codePattern,
    );
  }

  /** Starts the bot. */
  async begin(): Promise<void> {
    const { commands, texts, random, log, pages } = this.#parts;
    const { database, keyring } = await this.#parts.open();
    const clock = new ManualClock(this.#now);
    const adapters = new Map(platformNames.map((name) => [name, this.stage.adapter(name)]));
    const steward = createSteward({
      database,
      keyring,
      clock,
      random,
      commands,
      texts,
      adapters: [...adapters.values()],
      log,
      zone: this.#parts.scenario.zone,
      unlimited: true,
      publicUrl: "https://steward.example",
      ...(pages === undefined ? {} : { pages }),
    });
    this.#life = { steward, database, clock, adapters };
    await steward.start();
  }

  /**
   * Plays one line and lets the bot do all that comes of it.
   * @throws {ScenarioError} when it cannot be played
   */
  async play(step: Step): Promise<void> {
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#parts.before?.(step);
    await this.#step(step);
    for (const inbound of held) await this.#receive(inbound);
    // What is only declared is nothing that happens.
    if (held.length === 0 && (step.type === "chat" || step.type === "admin")) return;
    await this.life.steward.settle();
    this.#show();
  }

  /** After the last line, or after a mistake: what was seen until then is shown. */
  async end(): Promise<void> {
    this.#show();
    await this.#life?.steward.stop();
    await this.#life?.database.close();
    this.#life = undefined;
  }

  #show(): void {
    for (const shown of this.stage.take(this.#speaking)) this.#parts.output(shown);
    this.#speaking = undefined;
  }

  /** Whether the bot runs. */
  get running(): boolean {
    return this.#life !== undefined;
  }

  /** The bot as it runs now. */
  get life(): Life {
    if (this.#life === undefined) throw new Error("the rehearsal has not begun");
    return this.#life;
  }

  async #step(step: Step): Promise<void> {
    switch (step.type) {
      case "chat":
        this.stage.declare(step.chat.name, step.chat.platform, step.chat.encrypted);
        return;
      case "admin":
        this.stage.makeAdministrator(step.person, step.chat);
        return;
      case "says":
        await this.#say(step);
        return;
      case "edits":
        await this.#edit(step);
        return;
      case "replies":
        await this.#reply(step);
        return;
      case "presses":
        await this.#press(step);
        return;
      case "wait":
        await this.#wait(step.days, step.minutes);
        return;
      case "late":
        this.#held = [];
        await this.#step({ line: step.line, ...step.deed });
        return;
      case "again":
        if (this.#last === undefined)
          throw new ScenarioError(step.line, `"again" delivers what came last once more, and nothing has come yet`);
        await this.#receive(this.#last);
        return;
      case "leaves": {
        const chat = this.#chat(step.line, step.person, { type: "chat", chat: step.chat });
        const users = [this.stage.user(chat.platform, step.person)];
        await this.#receive(this.stage.event(chat, step.person, { type: "left", users }));
        return;
      }
      case "down":
        await this.#restart(step.days, step.minutes);
        return;
      case "restart":
        await this.#restart(0, 0);
        return;
      case "removed":
      case "added":
        await this.#move(step.line, step.chat, step.type);
        return;
    }
  }

  /** Somebody takes the bot out of a chat, or adds it. */
  async #move(line: number, name: string, how: "removed" | "added"): Promise<void> {
    const somebody = "somebody";
    const chat = this.#chat(line, somebody, { type: "chat", chat: name });
    this.stage.user(chat.platform, somebody);
    await this.#receive(this.stage.event(chat, somebody, { type: `bot-${how}` }));
  }

  /**
   * As after kill -9: nothing of the bot is stopped, told or written. What it had open is dropped by the system. It starts
   * again so much later.
   */
  async #restart(days: number, minutes: number): Promise<void> {
    const { clock, database } = this.life;
    this.#now = addCalendar(clock.now(), this.#parts.scenario.zone, days, minutes);
    this.#life = undefined;
    await database.close();
    await this.begin();
  }

  async #wait(days: number, minutes: number): Promise<void> {
    const { steward, clock } = this.life;
    const until = addCalendar(clock.now(), this.#parts.scenario.zone, days, minutes);
    for (let moments = 0; ; moments++) {
      const next = clock.next();
      if (next === undefined || next > until) break;
      if (moments > mostMoments) throw new Error("something falls due again and again without time passing");
      clock.advanceTo(next);
      await steward.settle();
    }
    clock.advanceTo(until);
  }

  async #receive(inbound: Inbound): Promise<void> {
    if (this.#held !== undefined) {
      this.#held.push(inbound);
      return;
    }
    this.#last = inbound;
    // Nothing happens at the very same moment: what is made on one line is older than what is made on the next.
    this.life.clock.advanceTo(this.life.clock.now() + 1);
    await this.life.adapters.get(inbound.platform)?.receive(inbound);
  }

  #chat(line: number, person: string, place: Place): StageChat {
    const chat = this.#find(line, person, place);
    this.#lastPlatform.set(person, chat.platform);
    this.#speaking = chat;
    return chat;
  }

  #find(line: number, person: string, place: Place): StageChat {
    if (place.type === "chat") return this.stage.group(place.chat);
    const platform = place.platform ?? this.#lastPlatform.get(person);
    if (platform === undefined) {
      throw new ScenarioError(
        line,
        `${person} has not spoken anywhere yet, so it is not clear on which platform; write for example: ${person}@direct/telegram`,
      );
    }
    return this.stage.direct(platform, person);
  }

  // Saying

  async #say({
    line,
    person,
    place,
    text: written,
  }: { readonly line: number } & Extract<Deed, { type: "says" }>): Promise<void> {
    const chat = this.#chat(line, person, place);
    const { code } = this.stage;
    if (written.includes("{code}") && code === undefined) {
      throw new ScenarioError(
        line,
        "the bot has not given a code to anybody yet, so there is nothing to put for {code}",
      );
    }
    const text = written.replaceAll("{code}", () => code ?? "");
    this.stage.user(chat.platform, person);
    if (chat.kind === "direct") this.stage.open(chat);
    const { said, seenBy } = this.#said(chat, person, text);
    if (said.type === "text") this.#lastSaid.set(saidKey(person, chat), { said, at: this.life.clock.now() });
    const topic = place.type === "chat" ? place.topic : undefined;
    await this.#receive(this.stage.event(chat, person, said, { seenBy, topic }));
  }

  /** The person changes what they wrote last in a chat, where the platform tells the bot of it. */
  async #edit({
    line,
    person,
    place,
    text,
  }: { readonly line: number } & Extract<Deed, { type: "edits" }>): Promise<void> {
    const chat = this.#chat(line, person, place);
    if (thePlatform(chat.platform).rehearsed.tellsEdits !== true) {
      throw new ScenarioError(
        line,
        `on ${chat.platform} the bot is told of no edits, so that there is nothing to play`,
      );
    }
    const last = this.#lastSaid.get(saidKey(person, chat));
    if (last === undefined) throw new ScenarioError(line, `${person} has written nothing there that could be edited`);
    const { said, at } = last;
    const edit: Said = { ...said, text, ...this.#mentions(chat.platform, text), edited: { writtenAt: at } };
    const topic = place.type === "chat" ? place.topic : undefined;
    await this.#receive(this.stage.event(chat, person, edit, { topic }));
  }

  /** The person replies to what the bot asked them there, or else to what it said last. */
  async #reply({
    line,
    person,
    place,
    text,
  }: { readonly line: number } & Extract<Deed, { type: "replies" }>): Promise<void> {
    const chat = this.#chat(line, person, place);
    if (capabilitiesOf(chat.platform).ask !== "reply") {
      throw new ScenarioError(line, `on ${chat.platform} the bot is not told what somebody replies to`);
    }
    const message = this.stage.question(chat, person)?.message ?? this.stage.newest(chat, person);
    if (message === undefined)
      throw new ScenarioError(line, `the bot has said nothing there that ${person} could reply to`);
    message.answered = true;
    this.stage.user(chat.platform, person);
    const said: Said = {
      type: "text",
      text,
      messageId: this.stage.nextMessageId(),
      replyTo: message.id,
      ...this.#mentions(chat.platform, text),
    };
    this.#lastSaid.set(saidKey(person, chat), { said, at: this.life.clock.now() });
    const topic = place.type === "chat" ? place.topic : undefined;
    await this.#receive(this.stage.event(chat, person, said, { topic }));
  }

  /** What the platform makes of a text. */
  #said(chat: StageChat, person: string, text: string): { said: Said; seenBy: "person" | "chat" | undefined } {
    const { unseen, ask, prefixes } = capabilitiesOf(chat.platform);
    const inPlace = unseen === "always" ? ("person" as const) : undefined;
    const native = prefixes.length === 0 ? this.#native(chat.platform, text) : undefined;
    if (native !== undefined) return native;

    const talk = !prefixes.some((prefix) => text.startsWith(prefix));
    // Only where the client opens a reply by itself is what somebody just types one; a command closes it.
    const opens = ask === "form" || (ask === "reply" && !prefixes.includes("!"));
    const open = this.stage.question(chat, person);
    if (!talk && open !== undefined) open.message.answered = true;
    const question = talk && opens ? open : undefined;
    if (question !== undefined) {
      question.message.answered = true;
      if (ask === "form") return { said: { type: "answer", ask: question.ask, text }, seenBy: inPlace };
    }
    return {
      said: {
        type: "text",
        text,
        messageId: this.stage.nextMessageId(),
        ...(question !== undefined && ask === "reply" ? { replyTo: question.message.id } : {}),
        ...this.#mentions(chat.platform, text),
      },
      // A platform of native commands gives no way to answer in place to what is only written.
      seenBy: prefixes.length === 0 ? undefined : inPlace,
    };
  }

  /**
   * Discord: what begins with a slash is a native command, or the client does not send it. People are chosen from a
   * list there, so a name becomes an account.
   */
  #native(platform: PlatformName, text: string): { said: Said; seenBy: "person" | "chat" } | undefined {
    const parsed = parseCommand(text, this.#parts.commands, ["/", "!"]);
    if (parsed.type === "unknown-word" && parsed.typed === undefined) {
      return { said: { type: "command", name: parsed.command.name, options: {} }, seenBy: "person" };
    }
    if (parsed.type !== "invocation") return undefined;
    const { command, word, usage, raw } = parsed.invocation;
    const users: PlatformUser[] = [];
    const options = Object.entries(raw).map(([option, value]): [string, string] => {
      const user =
        usage.options?.[option]?.type.kind === "person"
          ? this.stage.known(platform, value.replace(/^@/, ""))
          : undefined;
      if (user === undefined) return [option, value];
      users.push(user);
      return [option, `@${user.id}`];
    });
    return {
      said: {
        type: "command",
        name: command.name,
        ...(word === undefined ? {} : { word }),
        options: Object.fromEntries(options),
        ...(users.length === 0 ? {} : { users }),
      },
      seenBy: usage.answer === "private" ? "person" : "chat",
    };
  }

  /** `@ben` is a mention for the platform, or text, whose meaning the bot has to know. */
  #mentions(platform: PlatformName, text: string): { mentions?: readonly InboundMention[] } {
    if (thePlatform(platform).rehearsed.leavesNames === true) return {};
    const mentions = [...text.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}_][\p{L}\p{N}_.'-]*)/gu)].flatMap((match) => {
      const [whole, person = ""] = match;
      const user = this.stage.known(platform, person);
      return user === undefined ? [] : [{ from: match.index, to: match.index + whole.length, user }];
    });
    return mentions.length === 0 ? {} : { mentions };
  }

  // Pressing

  async #press({
    line,
    person,
    place,
    label,
    again,
    back,
  }: { readonly line: number } & Extract<Deed, { type: "presses" }>): Promise<void> {
    const chat = this.#chat(line, person, place);
    const pressables = this.stage.pressables(chat, person);
    const found = withLabel(pressables, label) ?? (back > 1 ? this.#older(chat, person, label, back) : undefined);
    if (found === undefined && again) {
      const key = pressKey(person, chat, label.replace(/\s+again$/, ""));
      const before = this.#lastPress.get(key);
      if (before === undefined) {
        throw new ScenarioError(
          line,
          `"again" delivers an earlier press a second time, and ${person} has not pressed this here`,
        );
      }
      await this.#receive(before);
      return;
    }
    if (found === undefined) throw new ScenarioError(line, noSuchButton(label, person, chat, pressables));
    const inbound = this.#pressed(chat, person, found, place.type === "chat" ? place.topic : undefined);
    this.#lastPress.set(pressKey(person, chat, label), inbound);
    await this.#receive(inbound);
  }

  /** Of all buttons with this label that have ever been there the one that stands so far back. */
  #older(chat: StageChat, person: string, written: string, back: number): Pressable | undefined {
    const label = plainLabel(written.replace(/\s+#\d+$/, ""));
    return this.stage.everPressables(chat, person).filter((one) => plainLabel(one.label) === label)[back - 1];
  }

  #pressed(chat: StageChat, person: string, pressed: Pressable, topic: string | undefined): Inbound {
    const { unseen } = capabilitiesOf(chat.platform);
    const messageId = pressed.message.id;
    switch (pressed.type) {
      case "button":
        return this.stage.event(
          chat,
          person,
          { type: "press", button: pressed.id, messageId },
          { seenBy: unseen === "never" ? undefined : "person", topic },
        );
      case "choice":
        return this.stage.event(
          chat,
          person,
          pressed.reaction
            ? { type: "reaction", mark: pressed.mark, messageId }
            : { type: "text", text: pressed.mark, messageId: this.stage.nextMessageId() },
          { topic },
        );
      case "link": {
        const direct = this.stage.direct(chat.platform, person);
        this.stage.user(chat.platform, person);
        this.stage.open(direct);
        const payload = pressed.payload === undefined ? {} : { payload: pressed.payload };
        return this.stage.event(direct, person, { type: "start", ...payload });
      }
    }
  }
}

const saidKey = (person: string, { platform, id }: StageChat): string => `${person} ${platform} ${id}`;

const pressKey = (person: string, { platform, id }: StageChat, label: string): string =>
  `${person} ${platform} ${id} ${plainLabel(label)}`;

function noSuchButton(label: string, person: string, chat: StageChat, pressables: readonly Pressable[]): string {
  const there = [...new Set(pressables.map((one) => one.label))].slice(0, 12);
  // not for people: for who writes the scenario
  const what = `${person} sees no button "${label}" in ${chat.name}`;
  // not for people: as above
  return there.length === 0 ? `${what}; there are no buttons` : `${what}; there are: ${there.join(", ")}`;
}

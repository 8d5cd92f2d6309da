/**
 * Plays a scenario: turns its lines into what the platforms would tell the bot, lets the bot settle after each, and
 * hands on what people see. The bot is the real one: core, store, delivery and schedule; only clock, chance and
 * platforms are the rehearsal's.
 */
import { createHash } from "node:crypto";
import { plainLabel, withLabel } from "../../adapters/console/labels.ts";
import { ManualClock } from "../core/clock.ts";
import type { Command } from "../core/command.ts";
import type { Log } from "../core/dispatch.ts";
import {
  platforms,
  type Inbound,
  type InboundMention,
  type PlatformName,
  type PlatformUser,
  type Said,
} from "../core/inbound.ts";
import { parseCommand } from "../core/parse.ts";
import type { Random } from "../core/random.ts";
import type { Texts } from "../core/text.ts";
import type { Capabilities } from "../core/adapter.ts";
import { addCalendar } from "../domain/time.ts";
import { createSteward, type Steward } from "../steward.ts";
import { codePattern } from "../store/codes.ts";
import type { Database } from "../store/database.ts";
import type { Keyring } from "../store/sealing.ts";
import type { Shown } from "./output.ts";
import { ScenarioError, shownTime, type Place, type Scenario, type Step } from "./scenario.ts";
import { Stage, type Pressable, type RenderText, type StageAdapter, type StageChat } from "./stage.ts";

export interface PlayerParts {
  readonly scenario: Scenario;
  /** Each platform's own numbers; adapters may not know each other, so they are handed in. */
  readonly capabilities: Readonly<Record<PlatformName, Capabilities>>;
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
}

/** One life of the bot, from its start to the next `restart`. */
interface Life {
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
  const player = new Player(parts);
  try {
    await player.play();
  } finally {
    await player.end();
  }
}

class Player {
  readonly #parts: PlayerParts;
  readonly #stage: Stage;
  #now: number;
  #life: Life | undefined;
  /** The platform on which each person spoke last. */
  readonly #lastPlatform = new Map<string, PlatformName>();
  /** The chat in which the line that is being played happens. */
  #speaking: StageChat | undefined;
  readonly #lastPress = new Map<string, Inbound>();
  /** The last thing that each person wrote in each chat, and when. */
  readonly #lastSaid = new Map<string, { readonly said: Extract<Said, { type: "text" }>; readonly at: number }>();

  constructor(parts: PlayerParts) {
    this.#parts = parts;
    this.#now = parts.scenario.start;
    this.#stage = new Stage(
      {
        capabilities: parts.capabilities,
        render: parts.render,
        now: () => this.#life?.clock.now() ?? this.#now,
        timeOf: (at) => shownTime(at, parts.scenario.zone),
        run: parts.run,
      },
      codePattern,
    );
  }

  async play(): Promise<void> {
    await this.#begin();
    for (const step of this.#parts.scenario.steps) {
      this.#parts.before?.(step);
      await this.#step(step);
      await this.#current.steward.settle();
      this.#show();
    }
  }

  /** After the last line, or after a mistake: what was seen until then is shown. */
  async end(): Promise<void> {
    this.#show();
    await this.#life?.steward.stop();
    await this.#life?.database.close();
    this.#life = undefined;
  }

  #show(): void {
    for (const shown of this.#stage.take(this.#speaking)) this.#parts.output(shown);
    this.#speaking = undefined;
  }

  get #current(): Life {
    if (this.#life === undefined) throw new Error("the rehearsal has not begun");
    return this.#life;
  }

  async #begin(): Promise<void> {
    const { commands, texts, random, log } = this.#parts;
    const { database, keyring } = await this.#parts.open();
    const clock = new ManualClock(this.#now);
    const adapters = new Map(platforms.map((platform) => [platform, this.#stage.adapter(platform)]));
    const steward = createSteward({
      database,
      keyring,
      clock,
      random,
      commands,
      texts,
      adapters: [...adapters.values()],
      log,
      unlimited: true,
    });
    this.#life = { steward, database, clock, adapters };
    await steward.start();
  }

  async #step(step: Step): Promise<void> {
    switch (step.type) {
      case "chat":
        this.#stage.declare(step.chat.name, step.chat.platform, step.chat.encrypted);
        return;
      case "admin":
        this.#stage.makeAdministrator(step.person, step.chat);
        return;
      case "says":
        await this.#say(step);
        return;
      case "edits":
        await this.#edit(step);
        return;
      case "presses":
        await this.#press(step);
        return;
      case "wait":
        await this.#wait(step.days, step.minutes);
        return;
      case "restart":
        await this.#restart();
        return;
      case "removed":
        await this.#remove(step.line, step.chat);
        return;
    }
  }

  /** Somebody takes the bot out of a chat. */
  async #remove(line: number, name: string): Promise<void> {
    const somebody = "somebody";
    const chat = this.#chat(line, somebody, { type: "chat", chat: name });
    this.#stage.user(chat.platform, somebody);
    await this.#receive(this.#stage.event(chat, somebody, { type: "bot-removed" }, undefined));
  }

  /** As after kill -9: nothing of the bot is stopped, told or written. What it had open is dropped by the system. */
  async #restart(): Promise<void> {
    const { clock, database } = this.#current;
    this.#now = clock.now();
    this.#life = undefined;
    await database.close();
    await this.#begin();
  }

  async #wait(days: number, minutes: number): Promise<void> {
    const { steward, clock } = this.#current;
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
    // Nothing happens at the very same moment: what is made on one line is older than what is made on the next.
    this.#current.clock.advanceTo(this.#current.clock.now() + 1);
    await this.#current.adapters.get(inbound.platform)?.receive(inbound);
  }

  #chat(line: number, person: string, place: Place): StageChat {
    const chat = this.#find(line, person, place);
    this.#lastPlatform.set(person, chat.platform);
    this.#speaking = chat;
    return chat;
  }

  #find(line: number, person: string, place: Place): StageChat {
    if (place.type === "chat") return this.#stage.group(place.chat);
    const platform = place.platform ?? this.#lastPlatform.get(person);
    if (platform === undefined) {
      throw new ScenarioError(
        line,
        `${person} has not spoken anywhere yet, so it is not clear on which platform; write for example: ${person}@direct/telegram`,
      );
    }
    return this.#stage.direct(platform, person);
  }

  // Saying

  async #say({ line, person, place, text: written }: Extract<Step, { type: "says" }>): Promise<void> {
    const chat = this.#chat(line, person, place);
    const { code } = this.#stage;
    if (written.includes("{code}") && code === undefined) {
      throw new ScenarioError(
        line,
        "the bot has not given a code to anybody yet, so there is nothing to put for {code}",
      );
    }
    const text = written.replaceAll("{code}", () => code ?? "");
    this.#stage.user(chat.platform, person);
    if (chat.kind === "direct") this.#stage.open(chat);
    const { said, seenBy } = this.#said(chat, person, text);
    if (said.type === "text") this.#lastSaid.set(saidKey(person, chat), { said, at: this.#current.clock.now() });
    await this.#receive(this.#stage.event(chat, person, said, seenBy));
  }

  /** The person changes what they wrote last in a chat, where the platform tells the bot of it. */
  async #edit({ line, person, place, text }: Extract<Step, { type: "edits" }>): Promise<void> {
    const chat = this.#chat(line, person, place);
    if (chat.platform !== "telegram" && chat.platform !== "matrix") {
      throw new ScenarioError(
        line,
        `on ${chat.platform} the bot is told of no edits, so that there is nothing to play`,
      );
    }
    const last = this.#lastSaid.get(saidKey(person, chat));
    if (last === undefined) throw new ScenarioError(line, `${person} has written nothing there that could be edited`);
    const { said, at } = last;
    const edit: Said = { ...said, text, ...this.#mentions(chat.platform, text), edited: { writtenAt: at } };
    await this.#receive(this.#stage.event(chat, person, edit, undefined));
  }

  /** What the platform makes of a text. */
  #said(chat: StageChat, person: string, text: string): { said: Said; seenBy: "person" | "chat" | undefined } {
    const { unseen, ask, prefixes } = this.#stage.capabilities(chat.platform);
    const inPlace = unseen === "always" ? ("person" as const) : undefined;
    const native = prefixes.length === 0 ? this.#native(chat.platform, text) : undefined;
    if (native !== undefined) return native;

    const talk = !prefixes.some((prefix) => text.startsWith(prefix));
    // Only where the client opens a reply by itself is what somebody just types one; a command closes it.
    const opens = ask === "form" || (ask === "reply" && !prefixes.includes("!"));
    const open = this.#stage.question(chat, person);
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
        messageId: this.#stage.nextMessageId(),
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
          ? this.#stage.known(platform, value.replace(/^@/, ""))
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

  /** `@ben` is a mention for the platform; Telegram leaves it as text, which the bot has to know. */
  #mentions(platform: PlatformName, text: string): { mentions?: readonly InboundMention[] } {
    if (platform === "telegram") return {};
    const mentions = [...text.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}_][\p{L}\p{N}_.'-]*)/gu)].flatMap((match) => {
      const [whole, person = ""] = match;
      const user = this.#stage.known(platform, person);
      return user === undefined ? [] : [{ from: match.index, to: match.index + whole.length, user }];
    });
    return mentions.length === 0 ? {} : { mentions };
  }

  // Pressing

  async #press({ line, person, place, label, again }: Extract<Step, { type: "presses" }>): Promise<void> {
    const chat = this.#chat(line, person, place);
    const pressables = this.#stage.pressables(chat, person);
    const found = withLabel(pressables, label);
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
    const inbound = this.#pressed(chat, person, found);
    this.#lastPress.set(pressKey(person, chat, label), inbound);
    await this.#receive(inbound);
  }

  #pressed(chat: StageChat, person: string, pressed: Pressable): Inbound {
    const { unseen } = this.#stage.capabilities(chat.platform);
    const messageId = pressed.message.id;
    switch (pressed.type) {
      case "button":
        return this.#stage.event(
          chat,
          person,
          { type: "press", button: pressed.id, messageId },
          unseen === "never" ? undefined : "person",
        );
      case "choice":
        return this.#stage.event(
          chat,
          person,
          pressed.reaction
            ? { type: "reaction", mark: pressed.mark, messageId }
            : { type: "text", text: pressed.mark, messageId: this.#stage.nextMessageId() },
          undefined,
        );
      case "link": {
        const direct = this.#stage.direct(chat.platform, person);
        this.#stage.user(chat.platform, person);
        this.#stage.open(direct);
        const payload = pressed.payload === undefined ? {} : { payload: pressed.payload };
        return this.#stage.event(direct, person, { type: "start", ...payload }, undefined);
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

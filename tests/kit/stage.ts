/**
 * A stage for tests: the real core, store and delivery, on a platform that is emulated by its capabilities alone. People
 * speak and press, and the test reads what each of them sees.
 */
import { inspect } from "node:util";
import { expect } from "vitest";
import { lineText, renderLines } from "../../adapters/console/render.ts";
import { commands as allCommands } from "../../commands/index.ts";
import {
  type Adapter,
  type AdapterHost,
  type AdapterStatus,
  type Capabilities,
  type Outgoing,
  type Sent,
  SendError,
} from "../../src/chat/adapter.ts";
import { ManualClock } from "../../src/core/clock.ts";
import type { Command } from "../../src/core/command.ts";
import type {
  Edited,
  Inbound,
  InboundChat,
  InboundMention,
  PlatformName,
  PlatformUser,
  Said,
} from "../../src/chat/inbound.ts";
import type { Leads } from "../../src/chat/leads.ts";
import type { Rendered } from "../../src/chat/message.ts";
import { asNative } from "../../src/core/parse.ts";
import { seededRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { capabilitiesOf } from "../../src/platforms.ts";
import { createSteward, type Steward } from "../../src/steward.ts";
import type { Database } from "../../src/store/database.ts";
import { openKeyring, type Keyring } from "../../src/store/sealing.ts";
import { nothingForgotten } from "./forgotten.ts";

/** One thing that the bot showed. */
export interface Shown {
  readonly how: "message" | "edit" | "private" | "direct";
  /** The chat; for a direct message the person's id. */
  readonly chat: string;
  /** Whom alone it is for. */
  readonly to: string | undefined;
  readonly messageId: string;
  readonly text: string;
  readonly rendered: Rendered;
}

/** Stands in for a platform: it does what the capabilities say, and nothing else. */
export class EmulatedAdapter implements Adapter {
  readonly capabilities: Capabilities;
  readonly account: string;
  readonly shown: Shown[] = [];
  readonly administrators = new Set<string>();
  /** People who have opened the direct chat. */
  readonly started = new Set<string>();
  /** What `send` does instead, until it gives back undefined. */
  intercept: ((outgoing: Outgoing) => SendError | undefined) | undefined;
  host: AdapterHost | undefined;
  readonly #sent = new Map<string, Sent>();
  #next = 1;

  constructor(platform: PlatformName) {
    this.capabilities = capabilitiesOf(platform);
    this.account = `steward-${platform}`;
  }

  start(host: AdapterHost): Promise<void> {
    this.host = host;
    return Promise.resolve();
  }

  send(outgoing: Outgoing): Promise<Sent> {
    const error = this.intercept?.(outgoing);
    if (error !== undefined) return Promise.reject(error);
    if (outgoing.type === "delete") return Promise.resolve({});
    const { direct } = this.capabilities;
    if (outgoing.type === "direct" && direct === "after-start" && !this.started.has(outgoing.to)) {
      return Promise.reject(new SendError("blocked"));
    }
    // What has been done is not done twice, as on Matrix.
    const done = this.#sent.get(outgoing.id);
    if (done !== undefined) return Promise.resolve(done);
    const messageId = outgoing.type === "edit" ? outgoing.messageId : `m${this.#next++}`;
    const rendered = outgoing.message;
    if (rendered.blocks.length > 0) {
      this.shown.push({
        how: outgoing.type,
        chat: outgoing.type === "direct" ? `direct:${outgoing.to}` : outgoing.chat.id,
        to: outgoing.type === "direct" || outgoing.type === "private" ? outgoing.to : undefined,
        messageId,
        text: renderLines(rendered).map(lineText).join("\n"),
        rendered,
      });
    }
    const sent = outgoing.type === "direct" ? { messageId, direct: `direct:${outgoing.to}` } : { messageId };
    this.#sent.set(outgoing.id, sent);
    return Promise.resolve(sent);
  }

  address({ to, payload = "" }: Leads): Promise<string> {
    return Promise.resolve(`https://${this.capabilities.platform}.example/${to}/${payload}`);
  }

  isAdministrator(_chat: { readonly id: string }, userId: string): Promise<boolean> {
    return Promise.resolve(this.administrators.has(userId));
  }

  status(): AdapterStatus {
    return { state: "up" };
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** Everything a test needs. */
export class Stage {
  readonly clock: ManualClock;
  readonly database: Database;
  readonly keyring: Keyring;
  readonly adapters: readonly EmulatedAdapter[];
  readonly problems: { readonly fields: Record<string, unknown>; readonly message: string }[] = [];
  readonly #texts: Texts;
  readonly #encrypted: boolean;
  readonly commands: readonly Command[];
  /** Taken at the next restart. */
  publicUrl: string | undefined = "https://steward.example";
  steward: Steward;
  #event = 0;
  #lives = 0;
  #message = 0;

  private constructor(
    database: Database,
    texts: Texts,
    platforms: readonly PlatformName[],
    start: number,
    commands: readonly Command[],
    encrypted: boolean,
  ) {
    this.database = database;
    this.#encrypted = encrypted;
    this.#texts = texts;
    this.commands = commands;
    this.clock = new ManualClock(start);
    this.keyring = openKeyring(new Uint8Array(32).fill(7));
    this.adapters = platforms.map((platform) => new EmulatedAdapter(platform));
    this.steward = this.#make();
  }

  static async open(
    database: Database,
    {
      platforms = ["console"],
      start = Date.UTC(2026, 2, 20, 16, 0),
      commands = allCommands,
      encrypted = false,
    }: {
      platforms?: readonly PlatformName[];
      start?: number;
      commands?: readonly Command[];
      /** Whether its group chats are encrypted. */
      encrypted?: boolean;
    } = {},
  ): Promise<Stage> {
    const texts = Texts.load(new URL("../../locales", import.meta.url).pathname);
    const stage = new Stage(database, texts, platforms, start, commands, encrypted);
    await stage.steward.start();
    return stage;
  }

  #make(): Steward {
    const note = (fields: Record<string, unknown>, message: string): void => {
      this.problems.push({ fields, message });
    };
    return createSteward({
      database: this.database,
      keyring: this.keyring,
      clock: this.clock,
      // Two lives that drew the same ids would meet each other's rows.
      random: seededRandom(`stage ${this.#lives++}`),
      commands: this.commands,
      texts: this.#texts,
      adapters: this.adapters,
      log: { info: () => undefined, warn: note, error: note },
      unlimited: true,
      publicUrl: this.publicUrl,
    });
  }

  /** Everything in memory is gone, as after kill -9. */
  async restart(): Promise<void> {
    this.clock.forget();
    this.steward = this.#make();
    await this.steward.start();
  }

  adapter(platform: PlatformName): EmulatedAdapter {
    const found = this.adapters.find(({ capabilities }) => capabilities.platform === platform);
    if (found === undefined) throw new Error(`this stage has no ${platform}`);
    return found;
  }

  /** An id for a message that somebody writes. */
  nextMessage(): string {
    return `own ${++this.#message}`;
  }

  /** Hands in one event and lets everything settle; gives back what was shown because of it. */
  happen(
    platform: PlatformName,
    chat: InboundChat,
    sender: PlatformUser,
    said: Said,
    eventId?: string,
    shares?: readonly string[],
  ): Promise<readonly Shown[]> {
    return this.together([this.#inbound(platform, chat, sender, said, eventId, shares)]);
  }

  /** The same for a press, a reaction or a text in a place, to be handed in with others. */
  event(chat: StageChat, place: InboundChat, sender: PlatformUser, said: Said): Inbound {
    const shares = chat.platform === "matrix" && place.kind === "direct" ? [chat.place.id] : undefined;
    return this.#inbound(chat.platform, place, sender, said, undefined, shares);
  }

  /** Hands in what happens at the same time. */
  async together(events: readonly Inbound[]): Promise<readonly Shown[]> {
    const before = this.adapters.map(({ shown }) => shown.length);
    await Promise.all(events.map((inbound) => this.steward.dispatch.receive(inbound)));
    await this.#settled();
    return this.adapters.flatMap(({ shown }, index) => shown.slice(before[index]));
  }

  #inbound(
    platform: PlatformName,
    chat: InboundChat,
    sender: PlatformUser,
    said: Said,
    eventId?: string,
    shares?: readonly string[],
  ): Inbound {
    const adapter = this.adapter(platform);
    const { unseen, alertLimit } = adapter.capabilities;
    const press = said.type === "press" || said.type === "command" || said.type === "answer";
    const inPlace = chat.kind === "group" && (unseen === "always" || (unseen === "on-press" && said.type === "press"));
    return {
      platform,
      account: adapter.account,
      eventId: eventId ?? `e${++this.#event}`,
      chat,
      sender,
      said,
      ...(shares === undefined ? {} : { shares }),
      ...(inPlace || (press && unseen === "always")
        ? {
            interaction: {
              token: `t${this.#event}`,
              expiresAt: this.clock.now() + 900_000,
              seenBy: "person" as const,
              ...(alertLimit === undefined ? {} : { plainLimit: alertLimit }),
            },
          }
        : {}),
    };
  }

  /** Waits until the bot has done what there is to do; that it has forgotten something is a failure. */
  async #settled(): Promise<void> {
    await this.steward.settle();
    const look = () =>
      nothingForgotten(this.database, this.steward, { adapters: this.adapters, now: this.clock.now() });
    // The look takes its time, and on PostgreSQL something may begin meanwhile; what is forgotten still is afterwards.
    await look().catch(async () => {
      await this.steward.settle();
      await look();
    });
  }

  /** Time passes; what falls due happens in its order. */
  async wait(ms: number): Promise<readonly Shown[]> {
    const before = this.adapters.map(({ shown }) => shown.length);
    const until = this.clock.now() + ms;
    for (;;) {
      const next = this.clock.next();
      if (next === undefined || next > until) break;
      this.clock.advanceTo(next);
      await this.#settled();
    }
    this.clock.advanceTo(until);
    await this.#settled();
    return this.adapters.flatMap(({ shown }, index) => shown.slice(before[index]));
  }

  chat(
    id: string,
    platform: PlatformName = this.adapters[0]?.capabilities.platform ?? "console",
    encrypted = this.#encrypted,
  ) {
    return new StageChat(this, platform, { id, kind: "group", title: id, ...(encrypted ? { encrypted } : {}) });
  }
}

/** A group chat on the stage. */
export class StageChat {
  readonly stage: Stage;
  readonly platform: PlatformName;
  readonly place: InboundChat;

  constructor(stage: Stage, platform: PlatformName, place: InboundChat) {
    this.stage = stage;
    this.platform = platform;
    this.place = place;
  }

  /** Somebody in this chat. The same name is the same account on a platform. */
  person(name: string): StagePerson {
    return new StagePerson(this, name);
  }

  /** Everything that the whole chat has seen, the latest state of each message, in order of posting. */
  messages(): readonly Shown[] {
    const latest = new Map<string, Shown>();
    for (const shown of this.stage.adapter(this.platform).shown) {
      if (shown.chat === this.place.id && shown.to === undefined) latest.set(shown.messageId, shown);
    }
    return [...latest.values()];
  }

  /** The chat shows this somewhere now. */
  shows(pattern: RegExp): void {
    expect(
      this.messages()
        .map(({ text }) => text)
        .join("\n---\n"),
    ).toMatch(pattern);
  }

  /** The chat has never shown this, not even for a moment. */
  neverShowed(pattern: RegExp): void {
    const all = this.stage
      .adapter(this.platform)
      .shown.filter(({ chat, to }) => chat === this.place.id && to === undefined);
    expect(all.map(({ text }) => text).join("\n---\n")).not.toMatch(pattern);
  }
}

/** What happened because of something that a person did. */
export class Turn implements PromiseLike<readonly Shown[]> {
  readonly #shown: Promise<readonly Shown[]>;
  readonly #person: StagePerson;

  constructor(person: StagePerson, shown: Promise<readonly Shown[]>) {
    this.#person = person;
    this.#shown = shown;
  }

  then<A, B>(
    done?: ((shown: readonly Shown[]) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    return this.#shown.then(done, failed);
  }

  /** Where it is not what was said, what went wrong before is told as well. */
  #expect(shown: readonly Shown[], pattern: RegExp): void {
    const why = this.#person.chat.stage.problems
      .map(({ message, fields }) => `${message} ${inspect(fields)}`)
      .join("\n");
    expect(shown.map(({ text }) => text).join("\n---\n"), why).toMatch(pattern);
  }

  /** The person, and nobody else, is told this: in place, or directly. */
  async isToldPrivately(pattern: RegExp): Promise<readonly Shown[]> {
    const shown = await this.#shown;
    const { id } = this.#person.user;
    const mine = shown.filter(({ chat, to }) => to === id || chat === `direct:${id}`);
    this.#expect(mine, pattern);
    return shown;
  }

  /** The chat is told this. */
  async chatIsTold(pattern: RegExp): Promise<readonly Shown[]> {
    const shown = await this.#shown;
    const here = shown.filter(({ chat, to }) => chat === this.#person.chat.place.id && to === undefined);
    this.#expect(here, pattern);
    return shown;
  }

  /** The person is told this, wherever. */
  async isTold(pattern: RegExp): Promise<readonly Shown[]> {
    const shown = await this.#shown;
    this.#expect(shown, pattern);
    return shown;
  }
}

/** Somebody in a chat. */
export class StagePerson {
  readonly chat: StageChat;
  readonly name: string;
  readonly user: PlatformUser;
  #wrote:
    { readonly place: InboundChat; readonly said: Extract<Said, { type: "text" }>; readonly at: number } | undefined;

  constructor(chat: StageChat, name: string) {
    this.chat = chat;
    this.name = name;
    this.user = { id: `user-${name.toLowerCase()}`, name, username: name.toLowerCase() };
  }

  get #direct(): InboundChat {
    return { id: `direct:${this.user.id}`, kind: "direct" };
  }

  /** Is an administrator of the chat on its platform. */
  administrates(): this {
    this.chat.stage.adapter(this.chat.platform).administrators.add(this.user.id);
    return this;
  }

  /** Says something in the chat. `@Name` mentions a person of the same platform. */
  says(text: string, eventId?: string): Turn {
    const mentions = [...text.matchAll(/@(\p{L}+)/gu)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      user: this.chat.person(match[1] ?? "").user,
    }));
    return this.#does(this.chat.place, this.#said(text, mentions), eventId);
  }

  /** Where commands are native, what is typed arrives as one. */
  #said(text: string, mentions: readonly InboundMention[]): Said {
    const { prefixes } = this.chat.stage.adapter(this.chat.platform).capabilities;
    const native = prefixes.length === 0 ? asNative(text, this.chat.stage.commands) : undefined;
    if (native === undefined) return { type: "text", text, messageId: this.chat.stage.nextMessage(), mentions };
    return { type: "command", ...native, users: mentions.map(({ user }) => user) };
  }

  /** Answers a question of the bot, where it was put: in reply where that is the way. */
  answers(text: string): Turn {
    const { ask } = this.chat.stage.adapter(this.chat.platform).capabilities;
    const asked = this.#sees().findLast(({ rendered }) => rendered.question !== undefined);
    const place = asked?.chat === this.#direct.id ? this.#direct : this.chat.place;
    if (ask === "form") return this.#does(place, { type: "answer", ask: asked?.rendered.question ?? "", text });
    const replyTo = ask === "reply" && asked !== undefined ? { replyTo: asked.messageId } : {};
    return this.#does(place, { type: "text", text, messageId: this.chat.stage.nextMessage(), ...replyTo });
  }

  /** Says something that is no command and no reply, as people talk to each other. */
  talks(text: string): Turn {
    return this.#does(this.chat.place, { type: "text", text, messageId: this.chat.stage.nextMessage() });
  }

  /** Replies to a message of the bot. */
  replies(messageId: string, text: string): Turn {
    return this.#does(this.chat.place, {
      type: "text",
      text,
      messageId: this.chat.stage.nextMessage(),
      replyTo: messageId,
    });
  }

  /** Changes what they wrote last, here or directly; `also` is how the platform tells it. */
  edits(text: string, also: Partial<Edited> = {}): Turn {
    if (this.#wrote === undefined) throw new Error(`${this.name} has written nothing`);
    const { place, said, at } = this.#wrote;
    return this.#does(place, { ...said, text, edited: { writtenAt: at, ...also } });
  }

  /** Writes to the bot directly; `replyTo` is a message that is replied to. */
  writes(text: string, replyTo?: string): Turn {
    this.chat.stage.adapter(this.chat.platform).started.add(this.user.id);
    const said = this.#said(text, []);
    return this.#does(this.#direct, said.type === "text" && replyTo !== undefined ? { ...said, replyTo } : said);
  }

  /** Opens the direct chat by the link of the newest message here that has one. */
  opensDirect(): Turn {
    const adapter = this.chat.stage.adapter(this.chat.platform);
    adapter.started.add(this.user.id);
    const link = this.chat
      .messages()
      .flatMap(({ rendered }) => rendered.blocks)
      .findLast((block) => block.type === "link");
    const payload = link?.type === "link" ? link.payload : undefined;
    return this.#does(this.#direct, { type: "start", ...(payload === undefined ? {} : { payload }) });
  }

  /** Presses Start, without a link. */
  starts(): Turn {
    this.chat.stage.adapter(this.chat.platform).started.add(this.user.id);
    return this.#does(this.#direct, { type: "start" });
  }

  /** Blocks the bot. */
  blocks(): Turn {
    this.chat.stage.adapter(this.chat.platform).started.delete(this.user.id);
    return this.#does(this.#direct, { type: "bot-removed" });
  }

  /** Everything this person sees: of the chat, and of their own. */
  #sees(): readonly Shown[] {
    return this.chat.stage
      .adapter(this.chat.platform)
      .shown.filter(
        ({ chat, to }) =>
          to === this.user.id || (to === undefined && chat === this.chat.place.id) || chat === this.#direct.id,
      );
  }

  /** The id behind a label on the newest message that has it, and the place where it stands. */
  button(label: string): { readonly id: string; readonly direct: boolean } | undefined {
    const latest = new Map<string, Shown>();
    for (const shown of this.#sees()) {
      latest.delete(shown.messageId);
      latest.set(shown.messageId, shown);
    }
    for (const shown of [...latest.values()].reverse()) {
      for (const block of shown.rendered.blocks) {
        const items = block.type === "buttons" ? block.rows.flat() : block.type === "choices" ? block.items : [];
        const found = items.find((item) => item.label === label);
        if (found !== undefined)
          return { id: found.id, direct: shown.how === "direct" || shown.chat === this.#direct.id };
      }
    }
    return undefined;
  }

  /**
   * Presses the button with this label on the newest message that has it. Where a group offers no private buttons
   * (Matrix), the person answers in the direct chat, as the card says.
   */
  presses(label: string, eventId?: string): Turn {
    return new Turn(
      this,
      (async () => {
        if (
          this.button(label) === undefined &&
          this.chat.stage.adapter(this.chat.platform).capabilities.buttons === "none"
        ) {
          await this.writes("/pledge");
        }
        const found = this.button(label);
        if (found === undefined) throw new Error(`${this.name} sees no button “${label}”`);
        return this.#does(found.direct ? this.#direct : this.chat.place, { type: "press", button: found.id }, eventId);
      })(),
    );
  }

  /** Opens an address of the bot's, by a link or a camera: what it brings comes from the group, or from the direct chat. */
  opens(payload: string, to: "group" | "direct"): Turn {
    return this.#does(to === "group" ? this.chat.place : this.#direct, { type: "start", payload });
  }

  /** Presses by an id, as a client may send anything. */
  pressesId(id: string): Turn {
    return this.#does(this.chat.place, { type: "press", button: id });
  }

  leaves(): Turn {
    return this.#does(this.chat.place, { type: "left", users: [this.user] });
  }

  #does(place: InboundChat, said: Said, eventId?: string): Turn {
    const { stage, platform } = this.chat;
    if (said.type === "text" && said.edited === undefined) this.#wrote = { place, said, at: stage.clock.now() };
    const shares = platform === "matrix" && place.kind === "direct" ? [this.chat.place.id] : undefined;
    return new Turn(this, stage.happen(platform, place, this.user, said, eventId, shares));
  }
}

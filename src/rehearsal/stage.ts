/**
 * The world of a rehearsal: its people and chats on every platform, and what they see. It stands for the platforms'
 * servers and clients, so it outlives a restart of the bot; an `Adapter` on it holds nothing.
 */
import { createHash } from "node:crypto";
import {
  SendError,
  type Adapter,
  type AdapterHost,
  type Capabilities,
  type Outgoing,
  type Sent,
} from "../chat/adapter.ts";
import { asSeen } from "../chat/as-seen.ts";
import type { Inbound, InboundChat, PlatformName, PlatformUser, Said } from "../chat/inbound.ts";
import type { Leads } from "../chat/leads.ts";
import type { Rendered } from "../chat/message.ts";
import { plainText } from "../core/present.ts";
import { capabilitiesOf, thePlatform } from "../platforms.ts";
import type { Shown } from "./output.ts";

/** The text of a message, line by line; `aside` lines (buttons, files) are no part of the text. */
export type RenderText = (message: Rendered) => readonly { readonly text: string; readonly aside: boolean }[];

/** A chat as the platform has it. */
export interface StageChat {
  /** As the scenario calls it; `direct` for a direct chat. */
  readonly name: string;
  readonly platform: PlatformName;
  readonly kind: "group" | "direct";
  /** The platform's id. */
  readonly id: string;
  readonly encrypted: boolean;
  /** Whose direct chat it is. */
  readonly person: string | undefined;
}

/** Something that can be pressed, as the person finds it. */
export type Pressable =
  | { readonly type: "button"; readonly id: string; readonly label: string; readonly message: StageMessage }
  | {
      readonly type: "choice";
      readonly mark: string;
      readonly reaction: boolean;
      readonly label: string;
      readonly message: StageMessage;
    }
  | {
      readonly type: "link";
      readonly payload: string | undefined;
      readonly label: string;
      readonly message: StageMessage;
    };

/** A message as it stands in a chat. */
export interface StageMessage {
  readonly id: string;
  readonly chat: StageChat;
  /** Who alone sees it; undefined if all in the chat do. */
  readonly to: string | undefined;
  rendered: Rendered;
  /** How it looked before its last edits, the latest first. */
  before: readonly Rendered[];
  /** The question in it was answered. */
  answered: boolean;
}

/** Something that the bot made a platform show. */
export interface StageEvent {
  readonly message: StageMessage;
  readonly kind: "message" | "edit" | "private";
  /** The bot's id of what it sent. */
  readonly outgoing: string;
  /** An edit after which everything looks as it did. */
  readonly unchanged: boolean;
}

interface Entry {
  /** Milliseconds since 1970. */
  readonly moment: number;
  readonly chat: StageChat;
  readonly shown: Shown;
  /** The message that was edited. */
  readonly edit: StageMessage | undefined;
}

/** Numbers that belong to a name, the same in every rehearsal. */
function digits(of: string, length: number): string {
  const number = createHash("sha256").update(of).digest().readBigUInt64BE() % 9n ** BigInt(length);
  // No leading zero, and none inside: such an id is easy to recognise as invented, and never too short.
  return number
    .toString(9)
    .padStart(length, "0")
    .replace(/./g, (digit) => String(Number(digit) + 1));
}

/** The id that a person has on a platform. */
export const personId = (platform: PlatformName, person: string): string =>
  thePlatform(platform).rehearsed.personId(person, (length) => digits(`${platform}/person/${person}`, length));

/** The id of a chat on a platform. */
const chatId = (platform: PlatformName, name: string): string =>
  thePlatform(platform).rehearsed.chatId(name, (length) => digits(`${platform}/chat/${name}`, length));

const directId = (platform: PlatformName, person: string): string =>
  thePlatform(platform).rehearsed.directIsPerson === true
    ? personId(platform, person)
    : chatId(platform, `direct/${person}`);

/** The account of the bot. */
const botId = (platform: PlatformName): string => personId(platform, "steward");

/** Files that hold text. */
const readable = /^(text\/|application\/json)/;

/** How long an interaction can be answered, in milliseconds. */
const interactionLife = 15 * 60 * 1000;

export interface StageParts {
  readonly render: RenderText;
  readonly now: () => number;
  /** A moment as the output shows it. */
  readonly timeOf: (at: number) => string;
  /** Makes ids of events different from those of other rehearsals in the same database. */
  readonly run: string;
  /** Told of everything that the bot makes a platform show, at once and in that order. */
  readonly noticed?: ((event: StageEvent) => void) | undefined;
}

/** So many looks of an edited message are kept, whose buttons somebody may still press. */
const looksKept = 3;

export class Stage {
  readonly #parts: StageParts;
  readonly #chats = new Map<string, StageChat>();
  readonly #people = new Map<string, string>();
  readonly #admins = new Set<string>();
  /** Direct chats that their person has opened. */
  readonly #opened = new Set<string>();
  readonly #messages: StageMessage[] = [];
  readonly #byId = new Map<string, StageMessage>();
  readonly #sent = new Map<string, Sent>();
  #entries: Entry[] = [];
  #events = 0;
  #code: string | undefined;
  /** Who did something last. */
  #actor: string | undefined;
  readonly #codePattern: RegExp;

  constructor(parts: StageParts, codePattern: RegExp) {
    this.#parts = parts;
    this.#codePattern = new RegExp(codePattern, "g");
  }

  /** The newest code in anything that the bot said. */
  get code(): string | undefined {
    return this.#code;
  }

  // People and chats

  declare(name: string, platform: PlatformName, encrypted: boolean): void {
    this.#add({ name, platform, kind: "group", id: chatId(platform, name), encrypted, person: undefined });
  }

  #add(chat: StageChat): StageChat {
    this.#chats.set(`${chat.platform} ${chat.id}`, chat);
    return chat;
  }

  group(name: string): StageChat {
    const found = [...this.#chats.values()].find((chat) => chat.kind === "group" && chat.name === name);
    if (found === undefined) throw new Error("the scenario was checked: every chat is declared");
    return found;
  }

  /** A person's direct chat with the bot, which is encrypted where it can be, as clients make it. */
  direct(platform: PlatformName, person: string): StageChat {
    const id = directId(platform, person);
    const encrypted = thePlatform(platform).rehearsed.encrypts === true;
    return (
      this.#chats.get(`${platform} ${id}`) ??
      this.#add({ name: "direct", platform, kind: "direct", id, encrypted, person })
    );
  }

  /** The person opens their direct chat: from now on the bot may write there. */
  open(chat: StageChat): void {
    this.#opened.add(chat.id);
  }

  makeAdministrator(person: string, chat: string): void {
    const { platform, id } = this.group(chat);
    this.#admins.add(`${platform} ${id} ${personId(platform, person)}`);
  }

  user(platform: PlatformName, person: string): PlatformUser {
    const id = personId(platform, person);
    this.#people.set(`${platform} ${id}`, person);
    return { id, name: person, username: person };
  }

  #personOf(platform: PlatformName, id: string): string | undefined {
    return this.#people.get(`${platform} ${id}`);
  }

  /** Somebody's account, if they have been seen on the platform. */
  known(platform: PlatformName, person: string): PlatformUser | undefined {
    const id = personId(platform, person);
    return this.#people.has(`${platform} ${id}`) ? this.user(platform, person) : undefined;
  }

  // Events

  /**
   * One thing that somebody does; `seenBy` where the platform lets the bot answer in place. `topic`: where in the chat.
   */
  event(
    chat: StageChat,
    person: string,
    said: Said,
    { seenBy, topic }: { readonly seenBy?: "person" | "chat" | undefined; readonly topic?: string | undefined } = {},
  ): Inbound {
    const { platform } = chat;
    const eventId = `${this.#parts.run}-${++this.#events}`;
    this.#actor = person;
    const { alertLimit } = capabilitiesOf(platform);
    return {
      platform,
      account: botId(platform),
      eventId,
      chat: { ...this.#inboundChat(chat), ...(topic === undefined ? {} : { thread: topic }) },
      sender: this.user(platform, person),
      said,
      ...(seenBy === undefined
        ? {}
        : {
            interaction: {
              token: eventId,
              expiresAt: this.#parts.now() + interactionLife,
              seenBy,
              ...(alertLimit === undefined ? {} : { plainLimit: alertLimit }),
            },
          }),
    };
  }

  /** Somebody in a chat, before they have done anything there: for what a client asks while they type. */
  at(chat: StageChat, person: string): Omit<Inbound, "said" | "eventId"> {
    const { platform } = chat;
    const sender = { id: personId(platform, person), name: person, username: person };
    return { platform, account: botId(platform), chat: this.#inboundChat(chat), sender };
  }

  /** An id for a message that a person wrote. */
  nextMessageId(): string {
    return `said-${this.#parts.run}-${this.#events + 1}`;
  }

  #inboundChat({ id, kind, name, encrypted }: StageChat): InboundChat {
    return {
      id,
      kind,
      ...(kind === "group" ? { title: name } : {}),
      ...(encrypted ? { encrypted } : {}),
    };
  }

  /** A message as it stands now, by the platform's id. */
  message(id: string): StageMessage | undefined {
    return this.#byId.get(id);
  }

  /** What a person can press in a chat, the newest message first; within one message in its order. */
  pressables(chat: StageChat, person: string): Pressable[] {
    return this.#visible(chat, person).flatMap((message) => this.#pressablesIn(message, message.rendered));
  }

  /** What a person could ever press in a chat and what a slow client may still show, each once, the newest first. */
  everPressables(chat: StageChat, person: string): Pressable[] {
    const all = this.#visible(chat, person).flatMap((message) =>
      [message.rendered, ...message.before].flatMap((rendered) => this.#pressablesIn(message, rendered)),
    );
    const seen = new Set<string>();
    return all.filter((one) => {
      const key = one.type === "button" ? one.id : `${one.message.id} ${one.type} ${one.label}`;
      return !seen.has(key) && seen.add(key);
    });
  }

  #pressablesIn(message: StageMessage, { blocks }: Rendered): Pressable[] {
    return blocks.flatMap((block): Pressable[] => {
      switch (block.type) {
        case "buttons":
          return block.rows.flat().map(({ id, label }) => ({ type: "button", id, label, message }));
        case "choices":
          return block.items.map(({ mark, label }) => ({
            type: "choice",
            mark,
            reaction: block.reactions,
            label,
            message,
          }));
        case "link":
          if (block.to === "group") return [];
          return [{ type: "link", payload: block.payload, label: block.label, message }];
        default:
          return [];
      }
    });
  }

  #visible(chat: StageChat, person: string): StageMessage[] {
    return this.#messages.filter((message) => message.chat === chat && (message.to ?? person) === person).reverse();
  }

  /** What the bot said last in a chat, as far as the person sees it. */
  newest(chat: StageChat, person: string): StageMessage | undefined {
    return this.#visible(chat, person)[0];
  }

  /** The newest question to a person in a chat that has no answer yet. */
  question(chat: StageChat, person: string): { readonly message: StageMessage; readonly ask: string } | undefined {
    for (const message of this.#visible(chat, person)) {
      for (const block of message.rendered.blocks) {
        if (block.type === "ask" && !message.answered) return { message, ask: block.id };
      }
    }
    return undefined;
  }

  // What is seen

  /**
   * What was seen since the last call; of the edits of one message only the last.
   *
   * In the order of time. What happens at one moment in different chats has no order, since chats are served in
   * parallel: here the chat `first` comes first, then the others as they were declared, and in each chat edits after
   * what is new, so that the same scenario always prints the same.
   */
  take(first: StageChat | undefined): Shown[] {
    const entries = this.#entries;
    this.#entries = [];
    const last = new Map(entries.map((entry, index) => [entry.edit, index]));
    const ranks = new Map([...this.#chats.values()].map((chat, index) => [chat, index]));
    const rank = ({ chat }: Entry): number =>
      chat === first ? -2 : chat.person !== undefined && chat.person === this.#actor ? -1 : (ranks.get(chat) ?? 0);
    const late = ({ edit }: Entry): number => (edit === undefined ? 0 : 1);
    return entries
      .filter(({ edit }, index) => edit === undefined || last.get(edit) === index)
      .sort((a, b) => a.moment - b.moment || rank(a) - rank(b) || late(a) - late(b))
      .map(({ shown }) => shown);
  }

  #show(message: StageMessage, kind: "message" | "edit" | "private"): void {
    const { chat, rendered, to } = message;
    const lines = this.#parts.render(rendered);
    const text = lines
      .filter(({ aside }) => !aside)
      .map((line) => line.text)
      .join("\n");
    for (const [code] of text.matchAll(this.#codePattern)) this.#code = code;
    const [file] = rendered.blocks.flatMap((block) =>
      block.type === "file" || block.type === "image" ? [block.file] : [],
    );
    this.#entries.push({
      moment: this.#parts.now(),
      chat,
      edit: kind === "edit" ? message : undefined,
      shown: {
        edited: kind === "edit",
        lines: lines.map((line) => line.text),
        ...(file !== undefined && readable.test(file.mediaType)
          ? { content: Buffer.from(file.data, "base64").toString("utf8") }
          : {}),
        seen: {
          at: this.#parts.timeOf(this.#parts.now()),
          chat: chat.name,
          platform: chat.platform,
          to: to ?? chat.person ?? null,
          kind: file === undefined ? kind : "file",
          text,
          buttons: this.#labels(rendered),
          file:
            file === undefined
              ? null
              : { name: file.name, mediaType: file.mediaType, size: Buffer.byteLength(file.data, "base64") },
        },
      },
    });
  }

  #labels({ blocks }: Rendered): string[] {
    return blocks.flatMap((block) => {
      if (block.type === "buttons") return block.rows.flat().map(({ label }) => label);
      return block.type === "choices" ? block.items.map(({ label }) => label) : [];
    });
  }

  #post(
    chat: StageChat,
    rendered: Rendered,
    { to, kind, outgoing }: { readonly to?: string; readonly kind: "message" | "private"; readonly outgoing: string },
  ): Sent {
    const message = { id: `m${this.#messages.length + 1}`, chat, to, rendered, before: [], answered: false };
    this.#messages.push(message);
    this.#byId.set(message.id, message);
    this.#parts.noticed?.({ message, kind, outgoing, unchanged: false });
    this.#show(message, kind);
    return { messageId: message.id, ...(chat.kind === "direct" ? { direct: chat.id } : {}) };
  }

  // The platform's side of sending

  /** Does what the bot wants done; the same id twice is done once. */
  send(platform: PlatformName, outgoing: Outgoing): Sent {
    const key = `${platform} ${outgoing.id}`;
    const before = this.#sent.get(key);
    if (before !== undefined) return before;
    const sent = this.#send(platform, outgoing);
    this.#sent.set(key, sent);
    return sent;
  }

  #send(platform: PlatformName, outgoing: Outgoing): Sent {
    switch (outgoing.type) {
      case "message": {
        const chat = this.#chat(platform, outgoing.chat.id);
        const kind = chat.kind === "direct" ? "private" : "message";
        return this.#post(chat, outgoing.message, { kind, outgoing: outgoing.id });
      }
      case "edit":
        return this.#edit(this.#chat(platform, outgoing.chat.id), outgoing);
      case "private":
        return this.#private(platform, outgoing);
      case "direct": {
        const person = this.#personOf(platform, outgoing.to);
        if (person === undefined) throw new SendError("not-found");
        const chat = this.direct(platform, person);
        if (capabilitiesOf(platform).direct === "after-start" && !this.#opened.has(chat.id))
          throw new SendError("blocked");
        return this.#post(chat, outgoing.message, { kind: "private", outgoing: outgoing.id });
      }
      case "delete":
        return {};
    }
  }

  #chat(platform: PlatformName, id: string): StageChat {
    const chat = this.#chats.get(`${platform} ${id}`);
    if (chat === undefined) throw new SendError("not-found");
    return chat;
  }

  #edit(
    chat: StageChat,
    { id: outgoing, messageId, message: rendered }: Extract<Outgoing, { readonly type: "edit" }>,
  ): Sent {
    const message = this.#byId.get(messageId);
    if (message?.chat !== chat) throw new SendError("not-found");
    const looks = (of: Rendered) => this.#parts.render(of).map(({ text }) => text);
    const changed = looks(message.rendered).join("\n") !== looks(rendered).join("\n");
    const capabilities = capabilitiesOf(chat.platform);
    const unchanged = asSeen(message.rendered, capabilities) === asSeen(rendered, capabilities);
    message.before = [message.rendered, ...message.before].slice(0, looksKept);
    message.rendered = rendered;
    this.#parts.noticed?.({ message, kind: "edit", outgoing, unchanged });
    // An edit that changes nothing that people can see is no event.
    if (changed) this.#show(message, "edit");
    return { messageId };
  }

  #private(platform: PlatformName, { id, chat: place, to, message }: Extract<Outgoing, { type: "private" }>): Sent {
    if (message.blocks.length === 0) return {};
    const { unseen, alertLimit } = capabilitiesOf(platform);
    if (unseen === "never") throw new SendError("refused");
    if (unseen === "on-press") {
      const text = plainText(message);
      if (text === undefined || [...text].length > (alertLimit ?? 0)) throw new SendError("refused");
    }
    const person = this.#personOf(platform, to);
    if (person === undefined) throw new SendError("not-found");
    return this.#post(this.#chat(platform, place.id), message, { to: person, kind: "private", outgoing: id });
  }

  /** What the bot has in its memory of a platform: nothing. One for each life of the bot. */
  adapter(platform: PlatformName): StageAdapter {
    return new StageAdapter(this, platform);
  }

  isAdministrator(platform: PlatformName, chat: string, user: string): boolean {
    return this.#admins.has(`${platform} ${chat} ${user}`);
  }
}

/** The bot's connection to one platform of the stage, during one of its lives. */
export class StageAdapter implements Adapter {
  readonly capabilities: Capabilities;
  readonly account: string;
  readonly #stage: Stage;
  #host: AdapterHost | undefined;

  constructor(stage: Stage, platform: PlatformName) {
    this.#stage = stage;
    this.capabilities = capabilitiesOf(platform);
    this.account = botId(platform);
  }

  start(host: AdapterHost): Promise<void> {
    this.#host = host;
    return Promise.resolve();
  }

  /** Something happened on the platform. */
  async receive(inbound: Inbound): Promise<void> {
    if (this.#host === undefined) throw new Error("the bot does not run");
    await this.#host.receive(inbound);
  }

  async send(outgoing: Outgoing): Promise<Sent> {
    // A turn of the event loop, as every network has: nothing may depend on an answer in the same breath.
    await new Promise((resolve) => setImmediate(resolve));
    return this.#stage.send(this.capabilities.platform, outgoing);
  }

  address({ to, payload = "" }: Leads): Promise<string> {
    return Promise.resolve(`https://${this.capabilities.platform}.example/${to}/${payload}`);
  }

  isAdministrator({ id }: { readonly id: string }, userId: string): Promise<boolean> {
    return Promise.resolve(this.#stage.isAdministrator(this.capabilities.platform, id, userId));
  }

  status() {
    return { state: this.#host === undefined ? ("stopped" as const) : ("up" as const) };
  }

  stop(): Promise<void> {
    this.#host = undefined;
    return Promise.resolve();
  }
}

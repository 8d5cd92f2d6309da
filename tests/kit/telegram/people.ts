/** What tests say about people: who writes, presses, joins and leaves; and what each of them sees. */
import { plain, withFound, type Entity } from "./html.ts";
import type { TelegramServer } from "./server.ts";
import {
  CHANNEL_BOT,
  GROUP_ANONYMOUS_BOT,
  type Chat,
  type Json,
  type MemberStatus,
  type Shown,
  type User,
} from "./world.ts";

export interface PersonOptions {
  readonly username?: string;
  readonly language?: string;
  readonly bot?: boolean;
}

export interface GroupOptions {
  readonly supergroup?: boolean;
  readonly forum?: boolean;
  /** The direct messages of a channel, whose administrators these are (Bot API 9.2). */
  readonly directMessages?: boolean;
  readonly members?: readonly Person[];
  readonly admins?: readonly Person[];
  readonly owner?: Person;
  /** Whether the bot is in it. True by default. */
  readonly bot?: boolean;
}

export interface SayOptions {
  readonly replyTo?: Shown;
  readonly topic?: number;
  /** As an anonymous administrator. */
  readonly anonymous?: boolean;
  /** In the name of a channel. */
  readonly asChannel?: { readonly id: number; readonly title: string };
  /** People named without a username: the words of the text that stand for them. */
  readonly mentions?: Readonly<Record<string, Person>>;
}

/** How long people can edit what they wrote: 48 hours. */
const editableMs = 48 * 60 * 60 * 1000;

/** Somebody with an account. */
export class Person {
  readonly #server: TelegramServer;
  readonly user: User;

  constructor(server: TelegramServer, user: User) {
    this.#server = server;
    this.user = user;
  }

  get id(): string {
    return String(this.user.id);
  }

  /** Writes in a group. */
  says(group: Group, text: string, options: SayOptions = {}): Shown {
    return group.hears(this, text, options);
  }

  /** Writes to the bot directly. */
  writes(text: string, { replyTo }: Pick<SayOptions, "replyTo"> = {}): Shown {
    const server = this.#server;
    const chat = server.direct(this.user.id);
    server.reachable.add(this.user.id);
    const shown = server.put(chat, this.user, { ...withFound(plain(text)), replyTo: replyTo?.id });
    server.known.add(shown);
    server.enqueue("message", server.messageJson(shown));
    return shown;
  }

  /** Changes what they wrote. The bot is told only of messages that it knows (Bot API, `edited_message`). */
  edits(shown: Shown, text: string): void {
    const server = this.#server;
    if (shown.from.id !== this.user.id || shown.deleted) throw new Error("only one's own messages can be edited");
    if (server.now() - shown.at > editableMs) throw new Error("it is too old to be edited");
    Object.assign(shown, withFound(plain(text)), { edits: shown.edits + 1 });
    if (!server.known.has(shown)) return;
    server.enqueue("edited_message", server.messageJson(shown, { edit_date: Math.floor(server.now() / 1000) }));
  }

  /** Presses Start, or a link with a payload. */
  starts(payload?: string): Shown {
    return this.writes(payload === undefined ? "/start" : `/start ${payload}`);
  }

  /** Presses the button with this label under a message that the bot sent. */
  presses(message: Shown, label: string): string {
    const server = this.#server;
    const button = message.buttons.flat().find(({ text }) => text === label);
    if (button === undefined || message.deleted) throw new Error(`No button '${label}' to press`);
    if (button.data === undefined) throw new Error(`'${label}' is a link`);
    const id = server.newQuery(this.user.id);
    server.enqueue("callback_query", {
      id,
      from: this.user,
      message: server.messageJson(message),
      chat_instance: "1",
      data: button.data,
    });
    return id;
  }

  /** Where the link button with this label leads. */
  follows(message: Shown, label: string): string | undefined {
    return message.buttons.flat().find(({ text }) => text === label)?.url;
  }

  blocks(): void {
    this.#direct("member", "kicked");
    this.#server.blockedBy.add(this.user.id);
  }

  unblocks(): void {
    this.#server.blockedBy.delete(this.user.id);
    this.#direct("kicked", "member");
  }

  #direct(from: MemberStatus, to: MemberStatus): void {
    const server = this.#server;
    server.enqueue("my_chat_member", {
      chat: server.chatJson(server.direct(this.user.id)),
      from: this.user,
      date: Math.floor(server.now() / 1000),
      old_chat_member: { user: server.bot, status: from },
      new_chat_member: { user: server.bot, status: to, ...(to === "kicked" ? { until_date: 0 } : {}) },
    });
  }

  /** What stands in the direct chat with the bot, and was not deleted. */
  get direct(): readonly Shown[] {
    return this.#server.direct(this.user.id).messages.filter(({ deleted }) => !deleted);
  }

  /** What the bot wrote there. */
  get told(): readonly Shown[] {
    return this.direct.filter(({ from }) => from.id === this.#server.bot.id);
  }

  /** Alerts and toasts that only this person saw. */
  get alerts(): readonly string[] {
    return (this.#server.alerts.get(this.user.id) ?? []).map(({ text }) => text);
  }
}

/** A group or supergroup. */
export class Group {
  readonly #server: TelegramServer;
  #chat: Chat;

  constructor(server: TelegramServer, chat: Chat) {
    this.#server = server;
    this.#chat = chat;
  }

  get id(): string {
    return String(this.#chat.id);
  }

  get chat(): Chat {
    return this.#chat;
  }

  /** What members see: not deleted, as it is now. */
  get messages(): readonly Shown[] {
    return this.#chat.messages.filter(({ deleted }) => !deleted);
  }

  /** What the bot wrote. */
  get told(): readonly Shown[] {
    return this.messages.filter(({ from }) => from.id === this.#server.bot.id);
  }

  /** The accounts that a message notified by name. */
  pinged(shown: Shown): readonly number[] {
    return shown.entities.flatMap(({ type, offset, length, userId }) => {
      if (type === "text_mention" && userId !== undefined) return [userId];
      if (type !== "mention") return [];
      const name = shown.text.slice(offset + 1, offset + length).toLowerCase();
      return [...this.#server.users.values()]
        .filter((user) => user.username?.toLowerCase() === name)
        .map(({ id }) => id);
    });
  }

  hears(person: Person, text: string, options: SayOptions = {}): Shown {
    const server = this.#server;
    const chat = this.#chat;
    const { replyTo, topic, anonymous = false, asChannel, mentions = {} } = options;
    const found = withFound(plain(text));
    const named = Object.entries(mentions).map(([word, { user }]): Entity => {
      return { type: "text_mention", offset: found.text.indexOf(word), length: word.length, userId: user.id };
    });
    const shown = server.put(chat, anonymous || asChannel ? this.#speaker(asChannel !== undefined) : person.user, {
      text: found.text,
      entities: [...found.entities, ...named].sort((a, b) => a.offset - b.offset),
      thread: topic,
      replyTo: replyTo?.id,
    });
    if (person.user.is_bot) chat.otherBotSpoke = true;
    if (!this.#botSees(shown, replyTo)) return shown;
    server.known.add(shown);
    const senderChat = anonymous
      ? { sender_chat: server.chatJson(chat) }
      : asChannel === undefined
        ? {}
        : { sender_chat: { ...asChannel, type: "channel" } };
    server.enqueue("message", server.messageJson(shown, senderChat));
    return shown;
  }

  #speaker(channel: boolean): User {
    const server = this.#server;
    const id = channel ? CHANNEL_BOT : GROUP_ANONYMOUS_BOT;
    return server.users.get(id) ?? { id, is_bot: true, first_name: channel ? "Channel" : "Group" };
  }

  #botSees(shown: Shown, replyTo: Shown | undefined): boolean {
    const server = this.#server;
    const status = this.#chat.members.get(server.bot.id);
    if (status === undefined || status === "left" || status === "kicked") return false;
    if (shown.from.is_bot && shown.from.id !== GROUP_ANONYMOUS_BOT && shown.from.id !== CHANNEL_BOT) return false;
    if (!server.privacy || status === "administrator") return true;
    if (replyTo?.from.id === server.bot.id) return true;
    const command = /^\/\w+(?:@(\w+))?/.exec(shown.text);
    if (command === null) return shown.text.startsWith("/");
    return command[1] === undefined
      ? !this.#chat.otherBotSpoke
      : command[1].toLowerCase() === server.bot.username?.toLowerCase();
  }

  /** A service message: seen in spite of privacy mode. */
  service(from: User, content: Json): void {
    const server = this.#server;
    const shown = server.put(this.#chat, from, {});
    server.enqueue("message", server.messageJson(shown, content));
  }

  #changed(kind: "my_chat_member" | "chat_member", by: Person, user: User, from: MemberStatus, to: MemberStatus): void {
    const server = this.#server;
    const member = (status: MemberStatus) => ({
      user,
      status,
      ...(status === "restricted" ? { is_member: true, can_send_messages: false, until_date: 0 } : {}),
    });
    server.enqueue(kind, {
      chat: server.chatJson(this.#chat),
      from: by.user,
      date: Math.floor(server.now() / 1000),
      old_chat_member: member(from),
      new_chat_member: member(to),
    });
  }

  /** Forbids the bot to write, or allows it again. */
  restrictsBot(by: Person, restricted: boolean): void {
    const bot = this.#server.bot;
    const [from, to] = restricted ? (["member", "restricted"] as const) : (["restricted", "member"] as const);
    this.#chat.members.set(bot.id, to);
    this.#chat.canWrite = !restricted;
    this.#changed("my_chat_member", by, bot, from, to);
  }

  /** Forbids everybody but administrators to write, or allows it again: the bot is not told. */
  silencesAll(silent: boolean): void {
    this.#chat.canWrite = !silent;
  }

  /** Adds the bot to the group. */
  addsBot(by: Person): void {
    const bot = this.#server.bot;
    const before = this.#chat.members.get(bot.id) ?? "left";
    this.#chat.members.set(bot.id, "member");
    this.#changed("my_chat_member", by, bot, before, "member");
    this.service(by.user, { new_chat_members: [bot] });
  }

  removesBot(by: Person): void {
    const bot = this.#server.bot;
    const before = this.#chat.members.get(bot.id) ?? "left";
    this.service(by.user, { left_chat_member: bot });
    this.#chat.members.set(bot.id, "kicked");
    this.#changed("my_chat_member", by, bot, before, "kicked");
  }

  /** Makes the bot an administrator. */
  promotesBot(by: Person, { canDelete = true } = {}): void {
    const bot = this.#server.bot;
    const before = this.#chat.members.get(bot.id) ?? "left";
    this.#chat.members.set(bot.id, "administrator");
    this.#chat.canDelete = canDelete;
    this.#changed("my_chat_member", by, bot, before, "administrator");
  }

  leaves(person: Person): void {
    const before = this.#chat.members.get(person.user.id) ?? "member";
    this.#chat.members.set(person.user.id, "left");
    this.service(person.user, { left_chat_member: person.user });
    if (this.#chat.members.get(this.#server.bot.id) === "administrator") {
      this.#changed("chat_member", person, person.user, before, "left");
    }
  }

  /** A new topic; its id. */
  topic(name: string, by: Person): number {
    const id = this.#chat.nextMessageId;
    this.#chat.topics.set(id, { name, closed: false, deleted: false });
    this.service(by.user, {
      forum_topic_created: { name, icon_color: 0 },
      message_thread_id: id,
      is_topic_message: true,
    });
    return id;
  }

  /** The topic goes, with all that was said in it. */
  deletesTopic(id: number): void {
    const topic = this.#chat.topics.get(id);
    if (topic !== undefined) topic.deleted = true;
    for (const message of this.#chat.messages) if (message.thread === id) message.deleted = true;
  }

  /** Only administrators write there now. */
  closesTopic(id: number): void {
    const topic = this.#chat.topics.get(id);
    if (topic !== undefined) topic.closed = true;
  }

  /** Becomes a supergroup with another id. `quietly`: the bot is not told, it finds out by an error. */
  migrates(by: Person, { quietly = false } = {}): string {
    const server = this.#server;
    const old = this.#chat;
    const next = server.newChat(-1_002_000_000_000 + old.id, "supergroup", old.title);
    for (const [id, status] of old.members) next.members.set(id, status);
    if (!quietly) this.service(by.user, { migrate_to_chat_id: next.id });
    old.migratedTo = next.id;
    this.#chat = next;
    if (!quietly) this.service(by.user, { migrate_from_chat_id: old.id });
    return this.id;
  }
}

/** What happened on Telegram, in the words of the core. */
import { createHash } from "node:crypto";
import type { CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User } from "grammy/types";
import type { Inbound, InboundChat, InboundMention, PlatformUser, Said } from "../../src/chat/inbound.ts";

/** The bot itself, from getMe. */
export interface Self {
  readonly id: number;
  readonly username: string;
}

/**
 * Senders that are no person have an id of ours, which meets nobody's: an administrator who writes anonymously (with the
 * group's own id), or somebody who writes as a channel (with the channel's). Only the first is an administrator.
 */
const prefix = "anonymous:";
export const anonymousId = (chat: string | number): string => `${prefix}${chat}`;
export const isAnonymousId = (id: string): boolean => id.startsWith(prefix);

/** What to ask Telegram for. `chat_member` comes only where it is asked for by name, and the bot is an administrator. */
export const allowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"] as const;

/** Telegram's account behind anonymous administrators (Bot API, `Message.from`). */
const groupAnonymousBot = 1087968824;
/**
 * How long a press is taken to be answerable. Not documented; a later answer fails with 'query is too old' and goes
 * another way, so that too long costs one call and too short a person's private answer.
 */
const pressLifeMs = 120_000;

/** The events in an update: none for what does not concern the bot, such as talk that it sees as an administrator. */
export function inboundOf(update: Update, self: Self, now: number): readonly Inbound[] {
  if (update.callback_query !== undefined) return press(update.update_id, update.callback_query, self, now);
  if (update.my_chat_member !== undefined) return botChanged(update.update_id, update.my_chat_member, self);
  if (update.chat_member !== undefined) return memberChanged(update.update_id, update.chat_member, self);
  if (update.message !== undefined) return message(update.update_id, update.message, self);
  if (update.edited_message !== undefined) return edited(update.update_id, update.edited_message, self);
  return [];
}

/** A group goes on under another id. The same event however it was learned: from either service message, or an error. */
export function movedInbound(from: string, to: string, self: Self, sender?: PlatformUser): Inbound {
  // A digest, since event ids are kept in the clear.
  const eventId = `moved.${createHash("sha256").update(`${from} ${to}`).digest("hex").slice(0, 24)}`;
  const chat: InboundChat = { id: from, kind: "group" };
  return {
    ...base(self),
    eventId,
    chat,
    sender: sender ?? { id: String(self.id), name: self.username },
    said: { type: "moved", to },
  };
}

const base = (self: Self): { readonly platform: "telegram"; readonly account: string } => ({
  platform: "telegram",
  account: String(self.id),
});

function message(updateId: number, of: Message, self: Self): readonly Inbound[] {
  if (of.chat.type === "channel") return [];
  const sender = senderOf(of);
  if (of.migrate_to_chat_id !== undefined) {
    return [movedInbound(String(of.chat.id), String(of.migrate_to_chat_id), self, sender)];
  }
  if (of.migrate_from_chat_id !== undefined) {
    return [movedInbound(String(of.migrate_from_chat_id), String(of.chat.id), self, sender)];
  }
  const said = of.left_chat_member === undefined ? saidIn(of, self) : leftSaid(of.left_chat_member);
  if (said === undefined) return [];
  // An id may come again after a jump (Bot API, `update_id`); with the date it does not.
  return [{ ...base(self), eventId: `${updateId}.${of.date}`, chat: chatOf(of.chat, threadOf(of)), sender, said }];
}

/**
 * Another wording of a message that the bot has seen. It comes, too, when something else of the message has changed, which
 * the core sees by the words.
 */
function edited(updateId: number, of: Message & { readonly edit_date?: number }, self: Self): readonly Inbound[] {
  if (of.chat.type === "channel") return [];
  const said = saidIn(of, self, true);
  if (said?.type !== "text") return [];
  return [
    {
      ...base(self),
      eventId: `${updateId}.${of.edit_date ?? of.date}`,
      chat: chatOf(of.chat, threadOf(of)),
      sender: senderOf(of),
      said: { ...said, edited: { writtenAt: of.date * 1000 } },
    },
  ];
}

/** That of the bot itself comes as `my_chat_member`; other bots are nobody's members. */
const leftSaid = (user: User): Said | undefined =>
  user.is_bot ? undefined : { type: "left", users: [personOf(user)] };

function saidIn(of: Message, self: Self, edit = false): Said | undefined {
  // What somebody forwards they did not say, and a linked channel's posts come by themselves.
  if (of.text === undefined || of.forward_origin !== undefined || of.is_automatic_forward === true) return undefined;
  if (of.from?.is_bot === true && of.sender_chat === undefined) return undefined;
  const start = /^\/start(?:@(\w+))?(?:\s+(\S+))?\s*$/.exec(of.text);
  if (of.chat.type === "private" && start !== null) {
    const payload = start[2];
    return { type: "start", ...(payload === undefined ? {} : { payload }) };
  }
  // Of somebody who has added the bot by a link with a payload (`startgroup`).
  if (start?.[2] !== undefined && start[1]?.toLowerCase() === self.username.toLowerCase() && !edit) {
    return { type: "start", payload: start[2] };
  }
  const addressed = withoutOwnName(of.text, self);
  if (addressed === undefined) return undefined;
  const replyTo = replyToOf(of, self);
  // As an administrator a bot sees all that is said. Talk that is not for it does not leave the adapter.
  if (of.chat.type !== "private" && replyTo === undefined && !of.text.startsWith("/")) {
    // What was a command may have become talk: that it did so is told, the talk is not.
    return edit ? { type: "text", text: "", messageId: String(of.message_id) } : undefined;
  }
  const mentions = mentionsIn(of, addressed);
  return {
    type: "text",
    text: addressed.text,
    messageId: String(of.message_id),
    ...(mentions.length === 0 ? {} : { mentions }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

interface Addressed {
  readonly text: string;
  /** What was taken out, in UTF-16 units of the original. */
  readonly from: number;
  readonly length: number;
}

/** The text without the bot's name in `/pledge@name`; `undefined` where it is another bot's. */
function withoutOwnName(text: string, self: Self): Addressed | undefined {
  const [, command = "", at = "", name = ""] = /^(\/[\w-]+)(@(\w+))/.exec(text) ?? [];
  if (at === "") return { text, from: 0, length: 0 };
  if (name.toLowerCase() !== self.username.toLowerCase()) return undefined;
  return { text: command + text.slice(command.length + at.length), from: command.length, length: at.length };
}

/**
 * People named without a username. A `@name` stays text: Telegram does not say whose it is, and the core knows the
 * names of those who have spoken.
 */
function mentionsIn(of: Message, { from, length }: Addressed): readonly InboundMention[] {
  return (of.entities ?? []).flatMap((entity) => {
    if (entity.type !== "text_mention" || entity.user.is_bot) return [];
    const start = entity.offset >= from + length ? entity.offset - length : entity.offset;
    return [{ from: start, to: start + entity.length, user: personOf(entity.user) }];
  });
}

/** The bot's message that this answers. In a topic, everything 'answers' the service message that opened it. */
function replyToOf(of: Message, self: Self): string | undefined {
  const replied = of.reply_to_message;
  if (replied?.from?.id !== self.id || replied.forum_topic_created !== undefined) return undefined;
  return String(replied.message_id);
}

/** Outside of topics, `message_thread_id` is a chain of replies, to which nothing can be sent. */
const threadOf = (of: {
  readonly is_topic_message?: boolean;
  readonly message_thread_id?: number;
  readonly direct_messages_topic?: { readonly topic_id: number };
}): string | undefined => {
  if (of.direct_messages_topic !== undefined) return `${directTopic}${of.direct_messages_topic.topic_id}`;
  return of.is_topic_message === true && of.message_thread_id !== undefined ? String(of.message_thread_id) : undefined;
};

/** How the thread begins of what somebody writes to a channel (Bot API 9.2, `DirectMessagesTopic`). */
const directTopic = "direct:";

/** The parameters that name a thread. */
export function threadParameters(thread: string | undefined): {
  readonly message_thread_id?: number;
  readonly direct_messages_topic_id?: number;
} {
  if (thread === undefined) return {};
  return thread.startsWith(directTopic)
    ? { direct_messages_topic_id: Number(thread.slice(directTopic.length)) }
    : { message_thread_id: Number(thread) };
}

function press(updateId: number, of: CallbackQuery, self: Self, now: number): readonly Inbound[] {
  if (of.message === undefined || of.data === undefined || of.message.chat.type === "channel") return [];
  const thread = "is_topic_message" in of.message ? threadOf(of.message) : undefined;
  return [
    {
      ...base(self),
      eventId: `${updateId}.${of.id}`,
      chat: chatOf(of.message.chat, thread),
      // A press always names the person, also of an anonymous administrator.
      sender: personOf(of.from),
      said: { type: "press", button: of.data, messageId: String(of.message.message_id) },
      interaction: { token: of.id, expiresAt: now + pressLifeMs, seenBy: "person", plainLimit: 200 },
    },
  ];
}

const isThere = (member: ChatMember): boolean =>
  member.status === "restricted" ? member.is_member : member.status !== "left" && member.status !== "kicked";

function botChanged(updateId: number, of: ChatMemberUpdated, self: Self): readonly Inbound[] {
  const before = isThere(of.old_chat_member);
  const after = isThere(of.new_chat_member);
  if (of.chat.type === "channel" || (!before && !after)) return [];
  // It stays, and is another kind of member now: what it may do has changed.
  if (before && after)
    return mayWrite(of.new_chat_member) ? [changed(updateId, of, self, { type: "bot-allowed" })] : [];
  return [changed(updateId, of, self, { type: after ? "bot-added" : "bot-removed" })];
}

/** Whether Telegram forbids a member nothing that the bot needs; what the group forbids everybody it does not tell. */
const mayWrite = (member: ChatMember): boolean => member.status !== "restricted" || member.can_send_messages;

function memberChanged(updateId: number, of: ChatMemberUpdated, self: Self): readonly Inbound[] {
  const { user } = of.new_chat_member;
  if (!isThere(of.old_chat_member) || isThere(of.new_chat_member) || user.is_bot || of.chat.type === "channel")
    return [];
  return [changed(updateId, of, self, { type: "left", users: [personOf(user)] })];
}

const changed = (updateId: number, of: ChatMemberUpdated, self: Self, said: Said): Inbound => ({
  ...base(self),
  eventId: `${updateId}.${of.date}`,
  chat: chatOf(of.chat, undefined),
  sender: of.from.id === groupAnonymousBot ? anonymous(of.chat) : personOf(of.from),
  said,
});

function chatOf(chat: Chat, thread: string | undefined): InboundChat {
  return {
    id: String(chat.id),
    kind: chat.type === "private" ? "direct" : "group",
    ...(chat.title === undefined ? {} : { title: chat.title }),
    ...(thread === undefined ? {} : { thread }),
    // Whoever runs the channel reads them: nothing there is unseen, and nobody's group is there.
    ...(chat.is_direct_messages === true ? { unsuited: true } : {}),
  };
}

const anonymous = (chat: Chat): PlatformUser => ({
  id: anonymousId(chat.id),
  name: chat.title ?? "",
  anonymous: true,
});

function senderOf(of: Message): PlatformUser {
  if (of.sender_chat !== undefined) return anonymous(of.sender_chat);
  return of.from === undefined ? anonymous(of.chat) : personOf(of.from);
}

function personOf(user: User): PlatformUser {
  return {
    id: String(user.id),
    name: [user.first_name, user.last_name].filter((part) => part !== undefined && part !== "").join(" "),
    ...(user.username === undefined ? {} : { username: user.username }),
    ...(user.language_code === undefined ? {} : { language: user.language_code }),
  };
}

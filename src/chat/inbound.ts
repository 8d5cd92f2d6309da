/** What an adapter hands to the core: one thing that happened on a platform. Nothing else leaves an adapter. */

/**
 * The name of a platform (`src/platforms.ts`, `telegram`). That there is such a one is not said: a database remembers chats
 * of platforms whose folder is gone.
 */
export type PlatformName = string;

/** Where something was said. */
export interface InboundChat {
  /** The platform's own id (Telegram: decimal; Matrix: room id). */
  readonly id: string;
  readonly kind: "group" | "direct";
  readonly title?: string;
  /** Whether what is written there is end-to-end encrypted (Matrix). */
  readonly encrypted?: boolean;
  /** Topic or thread in which it was said. */
  readonly thread?: string;
  /** A kind of chat in which the bot does nothing: commands are refused there (Telegram: direct messages of a channel). */
  readonly unsuited?: true;
}

/** An account on a platform. */
export interface PlatformUser {
  readonly id: string;
  /** What others see. Text of a person: never trusted, always escaped. */
  readonly name: string;
  /** Unique handle without `@`, where the platform has one. */
  readonly username?: string;
  /** The platform's language code of their client, as a hint. */
  readonly language?: string;
  /**
   * It is no person: the platform does not tell who writes in the name of a group or a channel (Telegram). So nothing may be
   * theirs, and nothing is counted for them.
   */
  readonly anonymous?: true;
}

/** A person named inside a text: where (UTF-16 offsets of `text`) and who. */
export interface InboundMention {
  readonly from: number;
  readonly to: number;
  readonly user: PlatformUser;
}

/** How a message that is edited was there before. */
export interface Edited {
  /** When it was written first, in milliseconds since 1970. */
  readonly writtenAt: number;
  /** The event id of the first wording, where that may come later than the edit, or never (Matrix). */
  readonly original?: string;
  /** The edit as a message that can be deleted, where it is one of its own (Matrix). */
  readonly messageId?: string;
}

/** What was said or done. */
export type Said =
  /** Text that somebody wrote. `replyTo` is the bot's message that it answers. */
  | {
      readonly type: "text";
      readonly text: string;
      readonly messageId: string;
      readonly mentions?: readonly InboundMention[];
      readonly replyTo?: string;
      /** Event ids of edits that came together with the message and are in `text` already, the oldest first. */
      readonly edits?: readonly string[];
      /** It is another wording of `messageId`, which was there before. */
      readonly edited?: Edited;
    }
  /** A native command (Discord) with its options by name. People are given as `@<user id>`. */
  | {
      readonly type: "command";
      readonly name: string;
      readonly word?: string;
      readonly options: Readonly<Record<string, string>>;
      /** Who the user ids in `options` are. */
      readonly users?: readonly PlatformUser[];
    }
  /** A press of a button with the id that the core gave it. */
  | { readonly type: "press"; readonly button: string; readonly messageId?: string }
  /** A reaction by a person to a message of the bot. Taking one away says nothing. */
  | { readonly type: "reaction"; readonly mark: string; readonly messageId: string }
  /** The answer in a form that an `ask` block opened (Discord). `ask` is the block's id. */
  | { readonly type: "answer"; readonly ask: string; readonly text: string }
  /** The person opened the direct chat (Telegram's Start), perhaps by a link with a payload. */
  | { readonly type: "start"; readonly payload?: string }
  /** People left, or were removed from, the chat. */
  | { readonly type: "left"; readonly users: readonly PlatformUser[] }
  /** The bot was added to, or removed from, the chat. */
  | { readonly type: "bot-added" }
  | { readonly type: "bot-removed" }
  /** What the bot may do in the chat has changed: it may be that it can write there again. */
  | { readonly type: "bot-allowed" }
  /** The chat goes on under another id (Telegram supergroup, Matrix room upgrade). */
  | { readonly type: "moved"; readonly to: string };

/**
 * How this very event can be answered in place: Discord's interaction, Telegram's callback query, the console.
 * Where it is present, exactly one outgoing message carries its token.
 */
export interface Interaction {
  /** Opaque to the core; kept sealed in the outbox. */
  readonly token: string;
  /** Milliseconds since 1970 after which the token is useless. */
  readonly expiresAt: number;
  /** Who sees the answer: only the person, or the whole chat. */
  readonly seenBy: "person" | "chat";
  /** Longest plain text, in code points, if the answer is bare text without buttons (Telegram's alert: 200). */
  readonly plainLimit?: number;
}

/** One thing that happened. */
export interface Inbound {
  readonly platform: PlatformName;
  /** Which account of the bot saw it: the platform's id of the bot. */
  readonly account: string;
  /** Unique within (platform, account), the same when it is delivered again. */
  readonly eventId: string;
  readonly chat: InboundChat;
  readonly sender: PlatformUser;
  readonly said: Said;
  readonly interaction?: Interaction;
  /**
   * In a direct chat, where the platform tells: the groups (its own ids) that the sender shares with the bot, so that
   * somebody who never spoke in their group can answer unseen.
   */
  readonly shares?: readonly string[];
}

/** Who and what there is on the emulated Telegram: accounts, chats, messages. Only data; `server.ts` acts on it. */
import type { Entity } from "./html.ts";

/** JSON as the Bot API speaks it. */
export type Json = Record<string, unknown>;

/** The account behind anonymous administrators, and the one behind people who speak as a channel. */
export const GROUP_ANONYMOUS_BOT = 1087968824;
export const CHANNEL_BOT = 136817688;

export interface User {
  readonly id: number;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
  readonly is_bot: boolean;
}

export type MemberStatus = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";

export interface Button {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
}

/** A file as it arrived. */
export interface ShownFile {
  readonly kind: "photo" | "document";
  readonly name: string;
  readonly mediaType: string;
  readonly data: Buffer;
}

/** A message as people see it now, and how it looked before. */
export interface Shown {
  readonly id: number;
  readonly chatId: number;
  readonly from: User;
  readonly thread: number | undefined;
  readonly replyTo: number | undefined;
  readonly at: number;
  text: string;
  entities: readonly Entity[];
  buttons: readonly (readonly Button[])[];
  forceReply: { readonly selective: boolean; readonly placeholder?: string } | undefined;
  file: ShownFile | undefined;
  /** Earlier texts, oldest first. */
  readonly earlier: string[];
  edits: number;
  deleted: boolean;
}

export interface Chat {
  id: number;
  type: "private" | "group" | "supergroup";
  title: string | undefined;
  forum: boolean;
  /** What people write to a channel, each in a topic of their own. */
  directMessages: boolean;
  readonly members: Map<number, MemberStatus>;
  readonly topics: Map<number, { readonly name: string; closed: boolean; deleted: boolean }>;
  readonly messages: Shown[];
  nextMessageId: number;
  migratedTo: number | undefined;
  /** Whether the last who spoke here was another bot: then this one does not see bare commands. */
  otherBotSpoke: boolean;
  /** What the bot may do as an administrator. */
  canDelete: boolean;
  canWrite: boolean;
  pinned: number | undefined;
}

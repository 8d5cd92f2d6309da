/**
 * The contract between the core and a platform. An adapter has no memory that matters: what has to survive is in the
 * database, through the core. `tests/kit/adapter-contract.ts` is the suite that every adapter passes.
 */
import type { CommandDescription } from "./description.ts";
import type { Inbound, PlatformName } from "./inbound.ts";
import type { Leads } from "./leads.ts";
import type { Rendered } from "./message.ts";

/** How many messages a platform takes. The delivery keeps below it. */
export interface Budget {
  /** Messages over all chats, a second. */
  readonly perSecond: number;
  /** Messages in one chat, a second. */
  readonly perChatPerSecond: number;
  /** Messages in one group, a minute. */
  readonly perGroupPerMinute?: number;
  /** Edits and posts of live messages in one group, a minute; the rest of `perGroupPerMinute` is everything else's. */
  readonly cardsPerGroupPerMinute?: number;
  /** As many messages at once, filled up again at `perSecond` (Synapse `rc_message`). */
  readonly burst?: number;
  /** The server's limit, which is one over all chats, may be another than this: it is to be found out. */
  readonly learns?: true;
  /** Answers to interactions, a second, where they do not count as messages. */
  readonly answersPerSecond?: number;
  /** How fast what people wrote may be taken away, where that does not count as messages. */
  readonly deletes?: { readonly perSecond: number; readonly perChatPerSecond: number };
}

/** What a platform can do, as data. The core decides from it; no other place asks "is this Telegram?". */
export interface Capabilities {
  readonly platform: PlatformName;
  /** Longest text of one message. */
  readonly textLimit: { readonly size: number; readonly unit: "utf16" | "bytes" };
  /**
   * How one person can be answered unseen in a group: `always` (Discord ephemeral, console), `on-press` (Telegram's
   * alert), `never` (Matrix).
   */
  readonly unseen: "always" | "on-press" | "never";
  /** Longest alert in code points, with `on-press`. */
  readonly alertLimit?: number;
  /** Whether a direct message can be sent to somebody who never wrote to the bot directly. */
  readonly direct: "anybody" | "after-start";
  /**
   * Native buttons, or none: then choices are numbered, or reactions in rooms that are not encrypted. `menu`: so many
   * choices fit into a menu, which stands for more buttons than one row has.
   */
  readonly buttons:
    { readonly perRow: number; readonly rows: number; readonly label: number; readonly menu?: number } | "none";
  /** Whether people can type commands, and with which first characters. Discord's come as native commands. */
  readonly prefixes: readonly string[];
  /**
   * Live messages: shortest time between two edits, and when to post anew instead. `quickMs`: shortest time where nobody
   * else needs what the server takes; it grows to `everyMs` with the edits that one message has had.
   */
  readonly edits: {
    readonly everyMs: number;
    readonly quickMs?: number;
    readonly most: number;
    readonly ageMs: number;
  };
  /** Whether the bot can delete what a person wrote in a group, if it has the right. */
  readonly deletesOthers: boolean;
  readonly budget: Budget;
  /** Moments are shown to each reader in their own zone, whatever our words for them are. */
  readonly momentsByReader?: true;
  /** What came while no process was there, or while one was dying, never comes: who pressed has to press once more. */
  readonly forgetsEvents?: true;
  /** There are addresses that people open by a link or a camera (`Adapter.address`). */
  readonly addresses?: true;
  /** No other bot is there: whatever begins like a command is meant for this one, in a group, too. */
  readonly alone?: true;
  /**
   * How a question to a person in a group is answered: they write next, reply to it, or fill in a form. In the direct chat
   * what is written next is the answer wherever it is no form.
   */
  readonly ask: "next-message" | "reply" | "form";
}

/** A place on a platform. */
export interface Place {
  readonly id: string;
  readonly thread?: string;
}

/** One thing to do on a platform. `id` is the idempotency key: the same id twice must show once where possible. */
export type Outgoing = {
  readonly id: string;
} &
  /**
   * `replyTo` is the platform's id of the message that is answered, given with a question (`ask`): Telegram opens the
   * field to reply in only for somebody whose message is replied to. `pin`: the message is pinned without a sound, in
   * place of the one that it follows; where the bot may not pin, it is sent all the same.
   */
  (
    | {
        readonly type: "message";
        readonly chat: Place;
        readonly message: Rendered;
        readonly interaction?: string;
        readonly replyTo?: string;
        readonly pin?: { readonly insteadOf?: string };
      }
    /** Changes what a message of the bot shows. */
    | { readonly type: "edit"; readonly chat: Place; readonly messageId: string; readonly message: Rendered }
    /**
     * Answers an interaction so that only its person sees it. With no blocks it only ends the waiting (Telegram's
     * answerCallbackQuery, Discord's deletion of the deferred reply). `chat` is where the interaction was.
     */
    | {
        readonly type: "private";
        readonly chat: Place;
        readonly to: string;
        readonly message: Rendered;
        readonly interaction: string;
      }
    /** A direct message. `direct` is the direct chat's id where it is known; else the adapter opens one. */
    | { readonly type: "direct"; readonly to: string; readonly direct?: string; readonly message: Rendered }
    /**
     * Deletes what a person wrote (a pledge typed in a Matrix room). Refusal is no failure; where the bot has no right to,
     * it is not tried again in that chat until its rights change.
     */
    | { readonly type: "delete"; readonly chat: Place; readonly messageId: string }
  );

/** What became of an `Outgoing`. */
export interface Sent {
  /** The platform's id of the (first) message, where it has one. */
  readonly messageId?: string;
  /** What an `edit` has to name as its `messageId`, where there is more to be edited than that one message. */
  readonly edit?: string;
  /** The id of the direct chat that was opened or used. */
  readonly direct?: string;
}

/**
 * Why sending failed.
 * - `limited`: the platform said to wait (`retryAfterMs`). Nobody's fault; does not count as an attempt.
 * - `unreachable`: network, time-out, 5xx: tried again with growing pauses.
 * - `too-old`: the interaction's token or the message to edit is gone: goes another way.
 * - `blocked` (the person), `removed` (the bot is not in the chat), `no-rights`, `not-found`, `refused`: never tried again.
 */
export type SendFailure =
  "limited" | "unreachable" | "too-old" | "blocked" | "removed" | "no-rights" | "not-found" | "refused";

/** Thrown by `send`. Its message carries no text of people and no secret. */
export class SendError extends Error {
  readonly failure: SendFailure;
  readonly retryAfterMs: number | undefined;
  /** What is missing, in the platform's own word ("Send Messages"), for `no-rights`. */
  readonly detail: string | undefined;
  /** With `limited`: certainly nothing but this person or chat is meant (Matrix: opening a direct chat). */
  readonly alone: boolean;
  constructor(
    failure: SendFailure,
    options: { retryAfterMs?: number; detail?: string; alone?: boolean; cause?: unknown } = {},
  ) {
    super(`sending failed: ${failure}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "SendError";
    this.failure = failure;
    this.retryAfterMs = options.retryAfterMs;
    this.detail = options.detail;
    this.alone = options.alone ?? false;
  }
}

/** How an adapter is doing. `elsewhere`: another process of the bot has the connection. */
export interface AdapterStatus {
  readonly state: "starting" | "up" | "down" | "refused" | "stopped" | "elsewhere";
  /** One sentence for the operator, without secrets. */
  readonly detail?: string;
}

/** What an adapter gets from the core. */
export interface AdapterHost {
  /**
   * Takes one event. Resolves after the commit: only then may the adapter confirm the event to its platform. Rejects
   * if it could not be recorded (then do not confirm). Safe to call again with the same event.
   */
  receive(inbound: Inbound): Promise<void>;
  /**
   * Shows an event before its turn, while what came before it cannot be recorded: what is answered from memory is answered now.
   * It has to be handed to `receive` all the same. Safe to call again with the same event.
   */
  ahead?(inbound: Inbound): void;
  /** The platform-neutral descriptions, for menus and native commands. */
  readonly commands: readonly CommandDescription[];
  /** Choices for a native command's option while the person types (Discord's autocomplete). At most 25. */
  complete(inbound: Omit<Inbound, "said" | "eventId">, request: CompletionRequest): Promise<readonly Completion[]>;
  /** Languages that the bot speaks, the first is the default; and a phrase in the one that is nearest to `language`. */
  readonly languages: readonly string[];
  text(language: string, id: string): string;
  /** A small fact that must outlive a restart (sync token, hash of registered commands). Sealed at rest. */
  readonly facts: { get(key: string): Promise<string | undefined>; set(key: string, value: string): Promise<void> };
  /** Structured log without text of people, names, ids or tokens. */
  readonly log: AdapterLog;
  now(): number;
}

export interface CompletionRequest {
  readonly command: string;
  readonly word?: string;
  readonly option: string;
  readonly typed: string;
}
export interface Completion {
  readonly label: string;
  readonly value: string;
}
export interface AdapterLog {
  info(fields: Record<string, string | number | boolean>, message: string): void;
  warn(fields: Record<string, string | number | boolean>, message: string): void;
  error(fields: Record<string, string | number | boolean>, message: string): void;
}

/** One account of the bot on one platform. */
export interface Adapter {
  readonly capabilities: Capabilities;
  /** The platform's id of the bot's account; known once started. */
  readonly account: string;
  /**
   * Connects, registers commands if they changed, begins to receive. A platform that cannot be reached is retried by
   * the adapter with growing pauses and does not make this reject; a wrong token sets the status `refused`.
   */
  start(host: AdapterHost): Promise<void>;
  /** Does one thing, or throws `SendError`. Called for one chat at a time in order; for many chats in parallel. */
  send(outgoing: Outgoing): Promise<Sent>;
  /** The address that leads there. Throws `SendError` if it cannot be known now. Not there where the platform has none. */
  address?(leads: Leads): Promise<string>;
  /** Whether that account is an administrator of the chat on its platform. Throws `SendError` if it cannot be known. */
  isAdministrator(chat: Place, userId: string): Promise<boolean>;
  status(): AdapterStatus;
  /**
   * Its library threw where nobody could catch it: gives the connection up as it is and makes a new one, after a pause.
   * Returns at once and does not throw. Not there where there is no connection.
   */
  beginAnew?(): void;
  /** Takes nothing new, lets what it handed to `receive` finish, closes. */
  stop(): Promise<void>;
}

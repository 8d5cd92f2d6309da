/** What the outbox holds: an `Outgoing` with what the delivery has to know besides. */
import type { Outgoing, Place } from "./adapter.ts";
import type { Interaction } from "./inbound.ts";
import type { Message } from "./message.ts";

/** Who asked for something in a group, to be told where it cannot be shown there. */
export interface AskedBy {
  /** The platform's user id. */
  readonly user: string;
  /** The direct chat, where it is known. */
  readonly direct?: string;
  readonly voice: { readonly language: string; readonly zone: string };
  /** What the group is called. */
  readonly where?: string;
  /** How they can be answered in place. */
  readonly interaction?: Interaction;
}

/** The sealed body of an outbox row, as JSON. */
export interface OutboxBody {
  readonly outgoing: Outgoing;
  /** When the interaction's token ends (milliseconds since 1970) and what to send instead then. */
  readonly interaction?: { readonly expiresAt: number; readonly instead?: Outgoing };
  /** What is said in chats if the platform says that the person (id of ours) cannot be written to. */
  readonly otherwise?: Otherwise & { readonly asks?: string };
  /** Who is told if the bot may not write there. */
  readonly askedBy?: AskedBy;
  /** An answer that only its reader should see: where it waits for them if they can be told in no other way. */
  readonly held?: { readonly chat: Place; readonly message: Message };
  /** The place (HMAC) under which reactions to this message are kept. */
  readonly place?: string;
}

/** Lanes of what is no message in a chat begin with these: it neither counts against what the chat may take nor waits behind it. */
const asides = { private: "answer ", delete: "delete " } as const;

/**
 * The lane in which something is sent: the HMAC of its place, or of a person where no direct chat is known.
 * @param lookup that of the keyring
 */
export function laneOf(
  outgoing: Outgoing,
  { platform, account }: { readonly platform: string; readonly account: string },
  lookup: (...parts: readonly string[]) => string,
): string {
  switch (outgoing.type) {
    case "private":
      return `${asides.private}${lookup("answer", platform, account, outgoing.to)}`;
    case "delete":
      return `${asides.delete}${lookup("place", platform, account, outgoing.chat.id)}`;
    case "direct":
      return outgoing.direct === undefined
        ? lookup("direct", platform, account, outgoing.to)
        : lookup("place", platform, account, outgoing.direct);
    default:
      return lookup("place", platform, account, outgoing.chat.id);
  }
}

/** What is sent in a lane. */
export const kindOfLane = (lane: string): "row" | "answer" | "delete" =>
  lane.startsWith(asides.private) ? "answer" : lane.startsWith(asides.delete) ? "delete" : "row";

/** What is said instead of something that is for one person, where they cannot be reached. It may hold nothing private. */
export interface Otherwise {
  /** Ids of ours. */
  readonly chats: readonly string[];
  readonly message: Message;
}

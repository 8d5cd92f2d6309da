/** What the outbox holds: an `Outgoing` with what the delivery has to know besides. */
import type { Outgoing } from "./adapter.ts";
import type { Otherwise } from "./command.ts";

/** The sealed body of an outbox row, as JSON. */
export interface OutboxBody {
  readonly outgoing: Outgoing;
  /** When the interaction's token ends (milliseconds since 1970) and what to send instead then. */
  readonly interaction?: { readonly expiresAt: number; readonly instead?: Outgoing };
  /** What is said in chats if the platform says that the person (id of ours) cannot be written to. */
  readonly otherwise?: Otherwise & { readonly asks?: string };
  /** The place (HMAC) under which reactions to this message are kept. */
  readonly place?: string;
}

/** What the outbox holds: an `Outgoing` with what the delivery has to know besides. */
import type { Interaction, PlatformName } from "./inbound.ts";
import type { Outgoing } from "./adapter.ts";

/** The sealed body of an outbox row, as JSON. */
export interface OutboxBody {
  readonly outgoing: Outgoing;
  /** When the interaction's token ends (milliseconds since 1970) and what to send instead then. */
  readonly interaction?: { readonly expiresAt: number; readonly instead?: Outgoing };
  /** The place (HMAC) under which reactions to this message are kept. */
  readonly place?: string;
}

/** A place that several parts of the core have to name in the same way. */
export interface PlaceKey {
  readonly platform: PlatformName;
  readonly account: string;
  readonly id: string;
}

export type { Interaction };

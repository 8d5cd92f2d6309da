/** What Matrix can do. Source, where no other is named: spec.matrix.org/v1.18 and Synapse's configuration manual. */
import type { Capabilities } from "../../src/chat/adapter.ts";

const day = 24 * 60 * 60 * 1000;

export const matrixCapabilities: Capabilities = {
  platform: "matrix",
  /**
   * An event holds 65,536 bytes. An edit has its text four times (body, formatted body, and both in `m.new_content`),
   * markup makes it longer, and encryption adds a third.
   */
  textLimit: { size: 10_000, unit: "bytes" },
  /** Everything in a room is seen by the whole room. */
  unseen: "never",
  direct: "anybody",
  /** None: reactions in rooms that are not encrypted, numbers in those that are, since reactions never are. */
  buttons: "none",
  /** Clients keep `/` for themselves, so `!` is what people use; what arrives with `/` is meant all the same. */
  prefixes: ["!", "/"],
  /**
   * An edit counts as a message against Synapse's 0.2 a second: while people wait for answers, one card in 30 s leaves
   * them five sixths. What they leave, or what a server takes whose administrator has lifted the limit, is the cards'.
   *
   * Every edit is an event that all servers of the room keep for ever, and about a thousand of one event make a room slow to
   * load: half of it. So a card is quick while people begin to answer, which is when they look at it (3 s: forty answers
   * within half a minute are ten edits), and the more edits it has had, the longer it gathers what changes: a card that
   * never stands still has its 500 edits in more than two hours, not in 25 minutes.
   */
  edits: { everyMs: 30_000, quickMs: 3_000, most: 500, ageMs: 30 * day },
  /** Redaction, with the power level for it. */
  deletesOthers: true,
  addresses: true,
  /**
   * Synapse `rc_message`: 0.2 a second for one user, over all rooms. A redaction counts as a message, unless the server has
   * `rc_admin_redaction` (Synapse, `RequestRatelimiter`). Administrators change these limits, and no request tells them.
   */
  budget: { perSecond: 0.2, perChatPerSecond: 0.2, burst: 10, learns: true },
  /** In a group talk that is no reply is left alone; in the direct chat whatever is written next is the answer. */
  ask: "reply",
};

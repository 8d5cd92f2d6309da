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
   * An edit counts as a message against Synapse's 0.2 a second, so one card in 30 s leaves five sixths for answers.
   * About a thousand edits of one event make a room slow to load: half of it.
   */
  edits: { everyMs: 30_000, most: 500, ageMs: 30 * day },
  /** Redaction, with the power level for it. */
  deletesOthers: true,
  /**
   * Synapse `rc_message`: 0.2 a second for one user, over all rooms. A redaction counts as a message, unless the server has
   * `rc_admin_redaction` (Synapse, `RequestRatelimiter`). Administrators change these limits, and no request tells them.
   */
  budget: { perSecond: 0.2, perChatPerSecond: 0.2, burst: 10, learns: true },
  /** In a group talk that is no reply is left alone; in the direct chat whatever is written next is the answer. */
  ask: "reply",
};

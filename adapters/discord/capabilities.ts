/** What Discord can do. Source, where no other is named: discord.com/developers/docs. */
import type { Capabilities } from "../../src/chat/adapter.ts";

const day = 24 * 60 * 60 * 1000;

/** Components: 5 buttons a row, 5 rows, label of 80 characters; a select has up to 25 options. */
export const discordButtons = { perRow: 5, rows: 5, label: 80, menu: 25 };

export const discordCapabilities: Capabilities = {
  platform: "discord",
  /** Create Message: `content` up to 2000 characters. */
  textLimit: { size: 2000, unit: "utf16" },
  /** Ephemeral answers to commands and to presses. */
  unseen: "always",
  /** Anybody who shares a server with the bot and has not closed their direct messages (else 50007). */
  direct: "anybody",
  buttons: discordButtons,
  /** An interaction is sent once, to whoever is connected. */
  forgetsEvents: true,
  /** Without the privileged intent MessageContent the bot reads no text: commands are native. */
  prefixes: [],
  /**
   * A channel takes about 5 changes in 5 s, shared with messages. Messages older than an hour may be edited less often
   * (error 30046, which the adapter reports as `too-old`, so that the card is posted anew).
   */
  edits: { everyMs: 2_000, most: 1_000, ageMs: 30 * day },
  /** With the permission Manage Messages. */
  deletesOthers: true,
  addresses: true,
  /**
   * Rate limits: 50 requests a second over all; 5 messages in 5 s in a channel, and a bucket of its own for DELETE. Answers
   * to interactions count against neither.
   */
  budget: {
    perSecond: 47,
    perChatPerSecond: 1,
    answersPerSecond: 50,
    deletes: { perSecond: 3, perChatPerSecond: 3 },
  },
  /** Modals. */
  momentsByReader: true,
  ask: "form",
};

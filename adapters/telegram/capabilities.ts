/** What Telegram can do. Source, where no other is named: core.telegram.org/bots/api (Bot API 10) and its FAQ. */
import type { Capabilities } from "../../src/chat/adapter.ts";

const day = 24 * 60 * 60 * 1000;

export const telegramCapabilities: Capabilities = {
  platform: "telegram",
  /** sendMessage: "1-4096 characters after entities parsing"; counted like its entities, in UTF-16 units. */
  textLimit: { size: 4096, unit: "utf16" },
  /** Only a press can be answered unseen, by the alert of answerCallbackQuery ... */
  unseen: "on-press",
  /** ... which holds "0-200 characters". */
  alertLimit: 200,
  /** A bot cannot begin a conversation: the person presses Start first (else 403). */
  direct: "after-start",
  /** A keyboard takes 8 a row and 100 in all; 3 a row is what a telephone shows without cutting labels of 20. */
  buttons: { perRow: 3, rows: 30, label: 64 },
  /** In privacy mode a bot sees only what begins with `/`, and replies to itself. */
  prefixes: ["/"],
  /**
   * Edits count against the 20 messages a minute of a group like messages: one in 6 s leaves half of them for answers.
   * No limit of edits or age is documented for a bot's own messages; after a month the card is out of sight anyway.
   */
  edits: { everyMs: 6_000, most: 1_000, ageMs: 30 * day },
  /** deleteMessage, where the bot is an administrator that may delete messages. */
  deletesOthers: true,
  addresses: true,
  /**
   * FAQ, "My bot is hitting limits": about 30 a second, 1 a second in one chat, 20 a minute in one group. A little less in
   * one chat, since what was sent a second apart may arrive closer together. Live messages may move every 6 s (`edits`),
   * and once more for a second one. These are limits of messages: for answerCallbackQuery and deleteMessage none is
   * documented, and what is obeyed here is only not to be rude.
   */
  budget: {
    perSecond: 30,
    perChatPerSecond: 0.95,
    perGroupPerMinute: 19,
    cardsPerGroupPerMinute: 11,
    answersPerSecond: 30,
    deletes: { perSecond: 20, perChatPerSecond: 5 },
  },
  /** ForceReply: a reply to the bot gets past privacy mode. */
  ask: "reply",
};

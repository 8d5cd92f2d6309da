/** What the terminal can do. Nobody limits it, so the numbers only keep a screen readable. */
import type { Capabilities } from "../../src/chat/adapter.ts";

export const consoleCapabilities: Capabilities = {
  platform: "console",
  /** A terminal takes any length; this is about 40 screens. */
  textLimit: { size: 100_000, unit: "utf16" },
  /** The answer is printed for the person whose prompt it is. */
  unseen: "always",
  direct: "anybody",
  /** Printed as `[I'm in]`: four labels of usual length fit into 80 columns. */
  buttons: { perRow: 4, rows: 25, label: 80 },
  /** docs/rules.md, "The commands": `!` is understood like `/`. */
  prefixes: ["/", "!"],
  /** An edit is printed as a new line; people type more slowly than they read. It can be changed for ever. */
  edits: { everyMs: 0, most: Number.MAX_SAFE_INTEGER, ageMs: Number.MAX_SAFE_INTEGER },
  deletesOthers: false,
  budget: { perSecond: 1_000, perChatPerSecond: 1_000 },
  ask: "next-message",
  alone: true,
};

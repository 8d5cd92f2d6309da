/** The console, for `src/platforms.ts`. */
import type { Platform } from "../../src/chat/platform.ts";
import { consoleCapabilities } from "./capabilities.ts";

export const consolePlatform: Platform<"console"> = {
  name: "console",
  capabilities: consoleCapabilities,
  rehearsed: { personId: (name) => name, chatId: (name) => name },
};

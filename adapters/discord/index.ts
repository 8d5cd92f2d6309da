/** Discord, for `src/main.ts` and for tests. */
export { DiscordAdapter, type DiscordOptions } from "./adapter.ts";
export { discordCapabilities } from "./capabilities.ts";

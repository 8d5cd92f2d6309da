/** Discord, for `src/platforms.ts`. */
import type { Platform } from "../../src/chat/platform.ts";
import { isUrl, secret, variable, type Given, type Variables } from "../../src/chat/variables.ts";
import { discordCapabilities } from "./capabilities.ts";

export interface DiscordSettings {
  readonly token: string;
  /** Another address of the REST interface. */
  readonly api: string | undefined;
}

const variables = {
  DISCORD_TOKEN: secret(
    variable(
      (value) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value),
      "it does not look like a token of Discord (three parts with dots between)",
      "Copy it again from the page Bot of your application on discord.com/developers; it is not the client secret",
    ),
  ),
  DISCORD_API: variable(
    (value) => isUrl(value, ["https:", "http:"]),
    "it is no address",
    "Leave it empty for discord.com, or write the address of a proxy, such as http://127.0.0.1:8080/api",
  ),
} satisfies Variables;

export const discord: Platform<"discord", DiscordSettings> = {
  name: "discord",
  capabilities: discordCapabilities,
  connection: {
    variables,
    read: ({ DISCORD_TOKEN: token, DISCORD_API: api }: Given<typeof variables>) =>
      token === undefined ? undefined : { token, api },
    asks: ({ DISCORD_TOKEN: token }: Given<typeof variables>) =>
      token === undefined
        ? {
            variable: "DISCORD_TOKEN",
            question: "The token of the bot (discord.com/developers, New Application, page Bot, Reset Token)",
          }
        : undefined,
    accountOf: ({ token }) => token.split(".")[0] ?? "", // the account's id, in base64
    async adapter({ token, api }) {
      const { DiscordAdapter } = await import("./adapter.ts");
      return new DiscordAdapter({ token, ...(api === undefined ? {} : { api }) });
    },
    async check({ token, api }) {
      const { DiscordCheck } = await import("./check.ts");
      return new DiscordCheck({ token, ...(api === undefined ? {} : { api }) });
    },
  },
  rehearsed: { personId: (_, digits) => digits(18), chatId: (_, digits) => digits(18) },
  telling: [
    /[\w-]{23,}\.[\w-]{6,7}\.[\w-]{27,}/g, // the bot's token
    /(?<=\/(?:interactions|webhooks)\/\d+\/)[\w-]{20,}/g, // an interaction's, in an address
  ],
};

/** Telegram, for `src/platforms.ts`. */
import type { Platform } from "../../src/chat/platform.ts";
import {
  isUrl,
  readAddress,
  secret,
  variable,
  type Given,
  type ListenAddress,
  type Variables,
} from "../../src/chat/variables.ts";
import { telegramCapabilities } from "./capabilities.ts";

export interface TelegramSettings {
  readonly token: string;
  /** Another server of the Bot API. */
  readonly api: string | undefined;
  /** Telegram brings updates to `url`, and a proxy from there to `listen`. */
  readonly webhook: { readonly url: string; readonly listen: ListenAddress } | undefined;
}

/** Where Telegram's updates are awaited, for a proxy on the same machine. */
const defaultListen: ListenAddress = { host: "127.0.0.1", port: 8443 };

const variables = {
  TELEGRAM_TOKEN: secret(
    variable(
      (value) => /^\d{5,}:[A-Za-z0-9_-]{20,}$/.test(value),
      "it does not look like a token of Telegram (digits, a colon, letters)",
      "Copy it again from @BotFather, whole and without quotes",
    ),
  ),
  TELEGRAM_API: variable(
    (value) => isUrl(value, ["https:", "http:"]),
    "it is no address",
    "Leave it empty for api.telegram.org, or write the address of your own server of the Bot API, such as http://127.0.0.1:8081",
  ),
  TELEGRAM_WEBHOOK_URL: variable(
    (value) => isUrl(value, ["https:"]) && ["", "80", "88", "8443"].includes(new URL(value).port),
    "it is no address that Telegram delivers to",
    "Write an https address on port 443, 80, 88 or 8443, or leave it empty to fetch messages",
  ),
  TELEGRAM_WEBHOOK_LISTEN: variable(
    (value) => readAddress(value) !== undefined,
    "it is no port",
    "Write a number such as 8443, with an address before it such as 0.0.0.0:8443 to be reached from elsewhere",
  ),
} satisfies Variables;

export const telegram: Platform<"telegram", TelegramSettings> = {
  name: "telegram",
  capabilities: telegramCapabilities,
  connection: {
    variables,
    read(given: Given<typeof variables>, reading) {
      const { TELEGRAM_TOKEN: token, TELEGRAM_API: api } = given;
      const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_LISTEN: listen } = given;
      if (listen !== undefined && url === undefined) {
        const wrong = "it is missing, while TELEGRAM_WEBHOOK_LISTEN is set";
        reading.wrong({ variable: "TELEGRAM_WEBHOOK_URL", wrong, remedy: "Set both, or only the address" });
      }
      if (token === undefined) return undefined;
      const webhook = url === undefined ? undefined : { url, listen: readAddress(listen ?? "") ?? defaultListen };
      return { token, api: api?.replace(/\/+$/, ""), webhook };
    },
    asks: ({ TELEGRAM_TOKEN: token }: Given<typeof variables>) =>
      token === undefined
        ? { variable: "TELEGRAM_TOKEN", question: "The token that @BotFather gives (write to it: /newbot)" }
        : undefined,
    accountOf: ({ token }) => token.split(":")[0] ?? "",
    async adapter({ token, api, webhook }, house) {
      const { TelegramAdapter } = await import("./adapter.ts");
      return new TelegramAdapter({
        token,
        ...(api === undefined ? {} : { apiRoot: api }),
        ...(webhook === undefined
          ? {}
          : { webhook: { url: webhook.url, ...webhook.listen, secret: house.secret("webhook") } }),
      });
    },
    async check({ token, api, webhook }) {
      const { TelegramCheck } = await import("./check.ts");
      return new TelegramCheck({
        token,
        webhook: webhook !== undefined,
        ...(api === undefined ? {} : { apiRoot: api }),
      });
    },
  },
  rehearsed: {
    personId: (_, digits) => digits(10),
    chatId: (_, digits) => `-100${digits(10)}`,
    directIsPerson: true,
    tellsEdits: true,
    leavesNames: true,
  },
  telling: [/(?<!\d)\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}/gi], // the bot's token; in an address after "bot"
};

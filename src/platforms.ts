/**
 * The platforms whose tokens are there. Each is loaded only then: the libraries take longer to load than everything
 * else together. A platform is added with one entry in `connectPlatforms`, and one in `src/cli/doctor.ts`.
 */
import type { Config, DiscordConfig, MatrixConfig, TelegramConfig } from "./config.ts";
import type { Adapter } from "./chat/adapter.ts";
import type { Keyring } from "./store/sealing.ts";

/** What a backup wants of Matrix. */
export interface MatrixKeys {
  /** Copies the keys to a new file while they are in use; writes nothing while it is not connected. */
  backupKeys(file: string): Promise<void>;
  /** Takes over what an earlier device could read; gives the number of keys. */
  restoreKeys(file: string): Promise<number>;
  status(): ReturnType<Adapter["status"]>;
}

export interface Platforms {
  readonly adapters: readonly Adapter[];
  readonly matrix: MatrixKeys | undefined;
}

export async function connectPlatforms(config: Config, keyring: Keyring): Promise<Platforms> {
  const matrix = config.matrix === undefined ? undefined : await connectMatrix(config.matrix, keyring);
  const telegram = config.telegram === undefined ? undefined : await connectTelegram(config.telegram, keyring);
  const discord = config.discord === undefined ? undefined : await connectDiscord(config.discord);
  return { adapters: [telegram, discord, matrix].filter((adapter) => adapter !== undefined), matrix };
}

async function connectTelegram({ token, api, webhook }: TelegramConfig, keyring: Keyring): Promise<Adapter> {
  const { telegramAdapter } = await import("../adapters/telegram/adapter.ts");
  return telegramAdapter({
    token,
    ...(api === undefined ? {} : { apiRoot: api }),
    ...(webhook === undefined
      ? {}
      : { webhook: { url: webhook.url, ...webhook.listen, secret: keyring.lookup("telegram", "webhook") } }),
  });
}

async function connectDiscord({ token, api }: DiscordConfig): Promise<Adapter> {
  const { DiscordAdapter } = await import("../adapters/discord/index.ts");
  return new DiscordAdapter({ token, ...(api === undefined ? {} : { api }) });
}

async function connectMatrix({ homeserver, login, keys, inviters: allowed }: MatrixConfig, keyring: Keyring) {
  const { inviters, MatrixAdapter } = await import("../adapters/matrix/index.ts");
  const listed = inviters(allowed);
  const adapter: InstanceType<typeof MatrixAdapter> = new MatrixAdapter({
    homeserver,
    login,
    keys: { directory: keys, key: keyring.matrixStoreKey },
    mayInvite: (inviter) =>
      allowed.length > 0
        ? listed(inviter)
        : serverOf(inviter) !== "" && serverOf(inviter) === serverOf(adapter.account),
  });
  return adapter;
}

/** `example.org` of `@ana:example.org`. */
const serverOf = (user: string): string => (user.includes(":") ? user.slice(user.indexOf(":") + 1) : "");

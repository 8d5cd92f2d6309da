/**
 * The configuration: what the environment says, checked as a whole. Every mistake is reported at once, each with the
 * variable, what is wrong, and what to do. No value is ever repeated in a report: it may be a secret.
 */
import { nearest } from "./words/clean.ts";
import { logLevels, type LogLevel } from "./log.ts";
import { MasterKeyError, parseMasterKey } from "./store/master-key.ts";

/** Where to listen. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

export interface TelegramConfig {
  readonly token: string;
  /** Another server of the Bot API. */
  readonly api: string | undefined;
  /** Telegram brings updates to `url`, and a proxy from there to `listen`. */
  readonly webhook: { readonly url: string; readonly listen: ListenAddress } | undefined;
}

export interface DiscordConfig {
  readonly token: string;
  /** Another address of the REST interface. */
  readonly api: string | undefined;
}

export interface MatrixConfig {
  readonly homeserver: string;
  readonly login: { readonly accessToken: string } | { readonly user: string; readonly password: string };
  /** The directory of the keys for encrypted rooms. */
  readonly keys: string;
  /** From whom invitations are accepted: whole ids, servers, or `*`; empty for the people of the bot's own server. */
  readonly inviters: readonly string[];
}

/** Where the master key comes from. */
export type KeySource =
  | { readonly from: "environment"; readonly key: Buffer }
  /** Read from this file, which is made on the first start. */
  | { readonly from: "file"; readonly file: string };

export interface Config {
  /** `file:...` or `postgresql://...` */
  readonly databaseUrl: string;
  readonly masterKey: KeySource;
  /** The key that `key rotate` changes to, where the key is in the environment. */
  readonly newMasterKey: Buffer | undefined;
  readonly logLevel: LogLevel;
  /** A platform is on when its token is there; without any, the console is. */
  readonly telegram: TelegramConfig | undefined;
  readonly discord: DiscordConfig | undefined;
  readonly matrix: MatrixConfig | undefined;
  /** Whether the console is on: without any platform, or because it was asked for. */
  readonly console: boolean;
  /** Where `/healthz`, `/readyz` and `/metrics` are; nowhere, if undefined. */
  readonly operations: ListenAddress | undefined;
  /** Whatever the log must not show. */
  readonly secrets: readonly string[];
}

/** One thing that is wrong with the environment. */
export interface ConfigMistake {
  readonly variable: string;
  /** What is wrong, without the value. */
  readonly wrong: string;
  readonly remedy: string;
}

/** The environment cannot be used. `message` is made for whoever starts the bot, and holds no value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly mistakes: readonly ConfigMistake[];
  constructor(mistakes: readonly ConfigMistake[]) {
    super(mistakes.map(({ variable, wrong, remedy }) => `${variable}: ${wrong}. ${remedy}`).join("\n"));
    this.mistakes = mistakes;
  }
}

/** Where the local port is when a platform is on and nothing else is said. */
const defaultOperations: ListenAddress = { host: "127.0.0.1", port: 9321 };
/** Where Telegram's updates are awaited, for a proxy on the same machine. */
const defaultWebhook: ListenAddress = { host: "127.0.0.1", port: 8443 };

const defaultDatabase = "file:data/steward.db";
/** Names the key file beside an SQLite file. */
const keyFileName = "master.key";

/** A variable of the environment; each may be missing. */
interface Variable {
  readonly valid: (value: string) => boolean;
  /** What is said of a value that is not valid. */
  readonly wrong: string;
  readonly remedy: string;
}

const variable = (valid: Variable["valid"], wrong: string, remedy: string): Variable => ({ valid, wrong, remedy });
/** Looked at further below, or taken as it is. */
const free = variable(() => true, "", "");

/** `PORT` or `ADDRESS:PORT`; an IPv6 address stands in brackets. */
function readAddress(value: string): ListenAddress | undefined {
  const [, host = "", digits = ""] = /^(?:(\[[\da-f:.]+\]|[\w.-]+):)?(\d{1,5})$/i.exec(value) ?? [];
  const port = Number(digits);
  if (port < 1 || port > 65_535) return undefined;
  return { host: host === "" ? "127.0.0.1" : host.replace(/^\[|\]$/g, ""), port };
}

const isYes = (value: string): boolean => /^(?:yes|on|true|1)$/i.test(value);
const isNo = (value: string): boolean => /^(?:no|off|false|0)$/i.test(value);
const words = (value: string): string[] => value.split(/[\s,]+/).filter((word) => word !== "");

const isUrl = (value: string, protocols: readonly string[]): boolean => {
  const url = URL.parse(value);
  return url !== null && protocols.includes(url.protocol) && url.hostname !== "";
};

const variables = {
  DATABASE_URL: variable(
    (value) =>
      /^postgres(?:ql)?:/.test(value)
        ? isUrl(value, ["postgresql:", "postgres:"])
        : /^file:.+/.test(value) && value !== "file::memory:",
    "it is no address of a database",
    "Leave it empty for an SQLite file in data/, or write file:PATH or postgresql://USER:PASSWORD@HOST/NAME",
  ),
  STEWARD_MASTER_KEY: free,
  STEWARD_NEW_MASTER_KEY: free,
  LOG_LEVEL: variable(
    (value) => logLevels.some((level) => level === value),
    "there is no such level",
    `Use one of: ${logLevels.join(", ")}`,
  ),
  TELEGRAM_TOKEN: variable(
    (value) => /^\d{5,}:[A-Za-z0-9_-]{20,}$/.test(value),
    "it does not look like a token of Telegram (digits, a colon, letters)",
    "Copy it again from @BotFather, whole and without quotes",
  ),
  DISCORD_TOKEN: variable(
    (value) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value),
    "it does not look like a token of Discord (three parts with dots between)",
    "Copy it again from the page Bot of your application on discord.com/developers; it is not the client secret",
  ),
  STEWARD_PORT: variable(
    (value) => isNo(value) || readAddress(value) !== undefined,
    "it is no port",
    "Write a number such as 9321, with an address before it such as 0.0.0.0:9321 to be reached from elsewhere, or off",
  ),
  STEWARD_CONSOLE: variable(
    (value) => isYes(value) || isNo(value),
    "it is neither yes nor no",
    "Write yes, or leave it empty",
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
  DISCORD_API: variable(
    (value) => isUrl(value, ["https:", "http:"]),
    "it is no address",
    "Leave it empty for discord.com, or write the address of a proxy, such as http://127.0.0.1:8080/api",
  ),
  MATRIX_HOMESERVER: variable(
    (value) => isUrl(value, ["https:", "http:"]),
    "it is no address",
    "Write the address of the homeserver, such as https://matrix.example.org",
  ),
  MATRIX_ACCESS_TOKEN: variable(
    (value) => /^\S{8,}$/.test(value),
    "it does not look like an access token (it is very short, or has spaces)",
    "Copy the access token of the bot's account, whole and without quotes",
  ),
  MATRIX_USER: variable(
    (value) => /^@[^\s:@]+:[\w.:[\]-]+$/.test(value),
    "it is no whole name of an account",
    "Write it with its server, such as @steward:example.org",
  ),
  MATRIX_PASSWORD: free,
  MATRIX_KEYS: free,
  MATRIX_INVITERS: variable(
    (value) =>
      words(value).every((word) => word === "*" || /^@[^\s:@]+:\S+$/.test(word) || /^[\w.-]+(?::\d+)?$/.test(word)),
    "one of them is neither a person nor a server",
    "Write names such as @ana:example.org, servers such as example.org, with spaces between, or * for everybody",
  ),
} as const satisfies Record<string, Variable>;

type VariableName = keyof typeof variables;
const known: readonly string[] = Object.keys(variables);
/** Names that can only be meant for us. A misspelt one must not go unnoticed. */
const ours = /^(?:STEWARD|TELEGRAM|DISCORD|MATRIX)_/;

/**
 * Reads the environment. An empty variable is one that is not set.
 * @throws {ConfigError} with all mistakes
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const text = value?.trim() ?? "";
      return text === "" ? [] : [[name, text]];
    }),
  );
  const mistakes: ConfigMistake[] = [];
  const values: Values = given;
  for (const [name, { valid, wrong, remedy }] of Object.entries(variables)) {
    const value = given[name];
    if (value !== undefined && !valid(value)) mistakes.push({ variable: name, wrong, remedy });
  }

  for (const name of Object.keys(given)) {
    if (!ours.test(name) || known.includes(name)) continue;
    const near = nearest(name, known);
    mistakes.push({
      variable: name,
      wrong: "there is no such variable",
      remedy:
        near === undefined
          ? "Remove it; .env.example lists all there are"
          : `Did you mean ${near}? .env.example lists all`,
    });
  }
  const databaseUrl = values.DATABASE_URL ?? defaultDatabase;
  const telegram = readTelegram(values, mistakes);
  const discord =
    values.DISCORD_TOKEN === undefined ? undefined : { token: values.DISCORD_TOKEN, api: values.DISCORD_API };
  const matrix = readMatrix(values, databaseUrl, mistakes);
  const connected = telegram !== undefined || discord !== undefined || matrix !== undefined;
  const masterKey = readSource(values.STEWARD_MASTER_KEY, databaseUrl, mistakes);
  const newMasterKey = readKey("STEWARD_NEW_MASTER_KEY", values.STEWARD_NEW_MASTER_KEY, mistakes);
  if (mistakes.length > 0 || masterKey === undefined) throw new ConfigError(mistakes);

  const level = logLevels.find((one) => one === values.LOG_LEVEL) ?? "info";
  const password = URL.parse(databaseUrl)?.password ?? "";
  return {
    databaseUrl,
    masterKey,
    newMasterKey,
    logLevel: level,
    telegram,
    discord,
    matrix,
    console: !connected || (values.STEWARD_CONSOLE !== undefined && isYes(values.STEWARD_CONSOLE)),
    operations: readOperations(values.STEWARD_PORT, connected),
    secrets: [
      values.STEWARD_MASTER_KEY,
      values.STEWARD_NEW_MASTER_KEY,
      values.TELEGRAM_TOKEN,
      values.DISCORD_TOKEN,
      values.MATRIX_ACCESS_TOKEN,
      values.MATRIX_PASSWORD,
      password,
    ].filter((secret): secret is string => secret !== undefined && secret !== ""),
  };
}

type Values = Partial<Record<VariableName, string>>;

function readTelegram(values: Values, mistakes: ConfigMistake[]): TelegramConfig | undefined {
  const {
    TELEGRAM_TOKEN: token,
    TELEGRAM_API: api,
    TELEGRAM_WEBHOOK_URL: url,
    TELEGRAM_WEBHOOK_LISTEN: listen,
  } = values;
  if (listen !== undefined && url === undefined) {
    const wrong = "it is missing, while TELEGRAM_WEBHOOK_LISTEN is set";
    mistakes.push({ variable: "TELEGRAM_WEBHOOK_URL", wrong, remedy: "Set both, or only the address" });
  }
  if (token === undefined) return undefined;
  const webhook = url === undefined ? undefined : { url, listen: readAddress(listen ?? "") ?? defaultWebhook };
  return { token, api: api?.replace(/\/+$/, ""), webhook };
}

/** With the address of a homeserver, and a token or a user with their password. */
function readMatrix(values: Values, databaseUrl: string, mistakes: ConfigMistake[]): MatrixConfig | undefined {
  const { MATRIX_HOMESERVER: homeserver, MATRIX_ACCESS_TOKEN: accessToken } = values;
  const { MATRIX_USER: user, MATRIX_PASSWORD: password } = values;
  const missing = (variable: VariableName, because: VariableName, remedy: string): undefined => {
    mistakes.push({ variable, wrong: `it is missing, while ${because} is set`, remedy });
  };
  const all =
    "Set MATRIX_HOMESERVER with MATRIX_ACCESS_TOKEN, or with MATRIX_USER and MATRIX_PASSWORD, or none of them";
  if (homeserver === undefined) {
    for (const name of ["MATRIX_ACCESS_TOKEN", "MATRIX_USER", "MATRIX_PASSWORD"] as const) {
      if (values[name] !== undefined) return missing("MATRIX_HOMESERVER", name, all);
    }
    return undefined;
  }
  if (accessToken !== undefined && password !== undefined) {
    const wrong = "there are two ways to log in";
    mistakes.push({ variable: "MATRIX_ACCESS_TOKEN", wrong, remedy: "Remove it, or MATRIX_USER and MATRIX_PASSWORD" });
    return undefined;
  }
  const common = {
    homeserver,
    keys: values.MATRIX_KEYS ?? matrixKeysOf(databaseUrl),
    inviters: words(values.MATRIX_INVITERS ?? ""),
  };
  if (accessToken !== undefined) return { ...common, login: { accessToken } };
  if (user !== undefined && password !== undefined) return { ...common, login: { user, password } };
  if (user !== undefined) return missing("MATRIX_PASSWORD", "MATRIX_USER", all);
  if (password !== undefined) return missing("MATRIX_USER", "MATRIX_PASSWORD", all);
  return missing("MATRIX_ACCESS_TOKEN", "MATRIX_HOMESERVER", all);
}

/** On whenever a platform is; at the console only where it is asked for. */
function readOperations(value: string | undefined, connected: boolean): ListenAddress | undefined {
  if (value === undefined) return connected ? defaultOperations : undefined;
  return isNo(value) ? undefined : readAddress(value);
}

/** The directory of the Matrix keys: beside an SQLite file, else in `data`. */
const matrixKeysOf = (databaseUrl: string): string =>
  databaseUrl.startsWith("file:") ? keyFileOf(databaseUrl).replace(/[^/]*$/, "matrix") : "data/matrix";

/** The key in a variable, if it is set. */
function readKey(name: VariableName, value: string | undefined, mistakes: ConfigMistake[]): Buffer | undefined {
  if (value === undefined) return undefined;
  try {
    return parseMasterKey(value);
  } catch (error) {
    if (!(error instanceof MasterKeyError)) throw error;
    const [wrong = "", ...remedy] = error.message.split(". ");
    mistakes.push({ variable: name, wrong: wrong.replace(/^STEWARD_MASTER_KEY /, "it "), remedy: remedy.join(". ") });
    return undefined;
  }
}

/** The key in the environment, or the file beside an SQLite database. */
function readSource(value: string | undefined, databaseUrl: string, mistakes: ConfigMistake[]): KeySource | undefined {
  const key = readKey("STEWARD_MASTER_KEY", value, mistakes);
  if (key !== undefined) return { from: "environment", key };
  if (value !== undefined) return undefined;
  if (databaseUrl.startsWith("file:")) return { from: "file", file: keyFileOf(databaseUrl) };
  mistakes.push({
    variable: "STEWARD_MASTER_KEY",
    wrong: "it is missing, and with PostgreSQL no key file is made",
    remedy: `Make a key with: node -e "console.log(require('node:crypto').randomBytes(32).toString('base64'))" and keep a copy apart from the database`,
  });
  return undefined;
}

/** The key file beside an SQLite database. */
export function keyFileOf(databaseUrl: string): string {
  const path = databaseUrl.replace(/^file:(?:\/\/)?/, "");
  const slash = path.lastIndexOf("/");
  return slash < 0 ? keyFileName : `${path.slice(0, slash + 1)}${keyFileName}`;
}

/**
 * The configuration: what the environment says, checked as a whole. Every mistake is reported at once, each with the
 * variable, what is wrong, and what to do. No value is ever repeated in a report: it may be a secret.
 */
import {
  free,
  isUrl,
  readAddress,
  secret,
  variable,
  type ConfigMistake,
  type Given,
  type ListenAddress,
  type Variables,
} from "./chat/variables.ts";
import { logLevels, type LogLevel } from "./log.ts";
import { platforms, readPlatforms, type PlatformSettings } from "./platforms.ts";
import { MasterKeyError, parseMasterKey } from "./store/master-key.ts";
import { nearest } from "./words/clean.ts";

export type { ConfigMistake };

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
  readonly platforms: PlatformSettings;
  /** Whether the console is on: without any platform, or because it was asked for. */
  readonly console: boolean;
  /** Where `/healthz`, `/readyz` and `/metrics` are; nowhere, if undefined. */
  readonly operations: ListenAddress | undefined;
  /** Where pages are reached from outside, without a slash at its end; undefined: nowhere. */
  readonly publicUrl: string | undefined;
  /** Whatever the log must not show. */
  readonly secrets: readonly string[];
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

const defaultDatabase = "file:data/steward.db";
/** Names the key file beside an SQLite file. */
const keyFileName = "master.key";

const isYes = (value: string): boolean => /^(?:yes|on|true|1)$/i.test(value);
const isNo = (value: string): boolean => /^(?:no|off|false|0)$/i.test(value);

const variables = {
  DATABASE_URL: variable(
    (value) =>
      /^postgres(?:ql)?:/.test(value)
        ? isUrl(value, ["postgresql:", "postgres:"])
        : /^file:.+/.test(value) && value !== "file::memory:",
    "it is no address of a database",
    "Leave it empty for an SQLite file in data/, or write file:PATH or postgresql://USER:PASSWORD@HOST/NAME",
  ),
  STEWARD_MASTER_KEY: secret(free),
  STEWARD_NEW_MASTER_KEY: secret(free),
  LOG_LEVEL: variable(
    (value) => logLevels.some((level) => level === value),
    "there is no such level",
    `Use one of: ${logLevels.join(", ")}`,
  ),
  STEWARD_PORT: variable(
    (value) => isNo(value) || readAddress(value) !== undefined,
    "it is no port",
    "Write a number such as 9321, with an address before it such as 0.0.0.0:9321 to be reached from elsewhere, or off",
  ),
  STEWARD_PUBLIC_URL: variable(
    (value) => readPublicUrl(value) !== undefined,
    "it is no address at which pages can be served",
    "Write an address such as https://steward.example.org, where a reverse proxy passes on to the port of STEWARD_PORT",
  ),
  STEWARD_CONSOLE: variable(
    (value) => isYes(value) || isNo(value),
    "it is neither yes nor no",
    "Write yes, or leave it empty",
  ),
} satisfies Variables;

/** All that there are: the bot's own, and those of each platform. */
const known: Variables = Object.assign({}, variables, ...platforms.map(({ connection }) => connection?.variables));
export const variableNames: readonly string[] = Object.keys(known);
/** Names that can only be meant for us. A misspelt one must not go unnoticed. */
const ours = ["STEWARD_", ...platforms.map(({ name }) => `${name.toUpperCase()}_`)];

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
  const values: Given<typeof variables> = given;
  for (const [name, { valid, wrong, remedy }] of Object.entries(known)) {
    const value = given[name];
    if (value !== undefined && !valid(value)) mistakes.push({ variable: name, wrong, remedy });
  }

  for (const name of Object.keys(given)) {
    if (Object.hasOwn(known, name) || !ours.some((beginning) => name.startsWith(beginning))) continue;
    const near = nearest(name, variableNames);
    mistakes.push({
      variable: name,
      wrong: "there is no such variable",
      remedy:
        near === undefined
          ? "Remove it; .env.example lists all there are"
          : `Did you mean ${near}? .env.example lists all`,
    });
  }
  const databaseUrl = databaseUrlIn(given);
  const connected = readPlatforms(given, {
    wrong: (mistake) => mistakes.push(mistake),
    beside: (name) => besideDatabase(databaseUrl, name),
  });
  const alone = Object.keys(connected).length === 0;
  const publicUrl = readPublicUrl(values.STEWARD_PUBLIC_URL ?? "");
  if (publicUrl !== undefined && isNo(values.STEWARD_PORT ?? "")) {
    mistakes.push({
      variable: "STEWARD_PUBLIC_URL",
      wrong: "pages are served at the port of STEWARD_PORT, which is off",
      remedy: "Give STEWARD_PORT a number, or leave it empty; or leave STEWARD_PUBLIC_URL empty",
    });
  }
  const masterKey = readSource(values.STEWARD_MASTER_KEY, databaseUrl, mistakes);
  const newMasterKey = readKey("STEWARD_NEW_MASTER_KEY", values.STEWARD_NEW_MASTER_KEY, mistakes);
  if (mistakes.length > 0 || masterKey === undefined) throw new ConfigError(mistakes);

  const level = logLevels.find((one) => one === values.LOG_LEVEL) ?? "info";
  // pg takes a password from PGPASSWORD where the address has none; in the address it may be written with %.
  const { password = "" } = URL.parse(databaseUrl) ?? {};
  const passwords = [password, decoded(password), given["PGPASSWORD"] ?? ""];
  return {
    databaseUrl,
    masterKey,
    newMasterKey,
    logLevel: level,
    platforms: connected,
    console: alone || (values.STEWARD_CONSOLE !== undefined && isYes(values.STEWARD_CONSOLE)),
    operations: readOperations(values.STEWARD_PORT, alone && publicUrl === undefined),
    publicUrl,
    secrets: [
      ...Object.entries(given).flatMap(([name, value]) => (known[name]?.secret === true ? [value] : [])),
      ...passwords,
    ].filter((one) => one !== ""),
  };
}

/** As it was before it was written into an address; what cannot be read is left as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address as pages have it before their path; undefined: nothing can be served there. */
function readPublicUrl(value: string): string | undefined {
  if (!isUrl(value, ["https:", "http:"])) return undefined;
  const { origin, pathname, search, hash, username, password } = new URL(value);
  return [search, hash, username, password].some((part) => part !== "")
    ? undefined
    : `${origin}${pathname.replace(/\/+$/u, "")}`;
}

/** On whenever a platform is, or pages are served; at the console only where it is asked for. `unasked`: neither is. */
function readOperations(value: string | undefined, unasked: boolean): ListenAddress | undefined {
  if (value === undefined) return unasked ? undefined : defaultOperations;
  return isNo(value) ? undefined : readAddress(value);
}

/** The key in a variable, if it is set. */
function readKey(
  name: keyof typeof variables,
  value: string | undefined,
  mistakes: ConfigMistake[],
): Buffer | undefined {
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
export const keyFileOf = (databaseUrl: string): string => besideDatabase(databaseUrl, keyFileName);

/** Where everything is kept, as far as it is set. */
export const databaseUrlIn = ({ DATABASE_URL: url = "" }: Given<typeof variables>): string =>
  url === "" ? defaultDatabase : url;

/** What lies beside an SQLite file, else in `data`. */
export function besideDatabase(databaseUrl: string, name: string): string {
  if (!databaseUrl.startsWith("file:")) return `data/${name}`;
  return databaseUrl.replace(/^file:(?:\/\/)?/, "").replace(/[^/]*$/, name);
}

/**
 * The log: one JSON object a line (pino), for operators. It holds no text of people, no names, no ids of platforms and
 * no secrets. Three nets catch what a mistake may let through: fields by name, values that look
 * like secrets, and errors, of which only kind, code and place are kept, since their messages quote what went wrong.
 */
import { destination, pino, type DestinationStream } from "pino";
import { describeError, type Log } from "./core/log.ts";
import { platforms } from "./platforms.ts";

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogOptions {
  readonly level: LogLevel;
  /** 1 or 2: standard output or standard error. */
  readonly to: 1 | 2 | DestinationStream;
  /** Values that must never appear, whatever they look like. */
  readonly secrets?: readonly string[];
}

const redacted = "[redacted]";

/** Names of fields that hold what people wrote or who they are, or what opens something. */
const forbidden =
  /^(?:text|message|content|body|question|answer|title|name|username|user_?name|display_?name|sender|user|user_?id|chat_?id|room_?id|mention|email|phone|url|headers|options|args|parameters|query|payload|token|.*_token|password|passphrase|secret|.*_?key|authorization|cookie)$/i;

/** Values that look like a secret or a person, wherever they stand: addresses with a password, and what platforms have. */
const telling = [
  /(?<=\w:\/\/)[^\s/@]+@/g, // user:password@
  ...platforms.flatMap((platform) => platform.telling ?? []),
];

/** Makes the log. */
export function createLog({ level, to, secrets = [] }: LogOptions): Log {
  const hidden = secrets.filter((secret) => secret.length >= 6);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    typeof to === "number" ? destination({ dest: to, sync: true }) : to,
  );
  const clean = (value: unknown, depth = 0): unknown => {
    if (typeof value === "string") return scrub(value, hidden);
    if (value instanceof Error) return describeError(value);
    if (typeof value !== "object" || value === null) return value;
    if (depth > 3) return redacted;
    if (Array.isArray(value)) return value.slice(0, 20).map((one) => clean(one, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, forbidden.test(key) ? redacted : clean(inner, depth + 1)]),
    );
  };
  const fieldsOf = (fields: Record<string, unknown>): object => Object(clean(fields)) as object;
  return {
    info: (fields, message) => {
      logger.info(fieldsOf(fields), scrub(message, hidden));
    },
    warn: (fields, message) => {
      logger.warn(fieldsOf(fields), scrub(message, hidden));
    },
    error: (fields, message) => {
      logger.error(fieldsOf(fields), scrub(message, hidden));
    },
  };
}

/**
 * One line of the log, as it is: for a sentence that is made for whoever starts the bot, holds no value, and names what
 * {@link createLog} would take for somebody (`@steward:example.org`).
 */
export const lineFor = (level: "warn" | "error", message: string): string =>
  `${JSON.stringify({ level, time: new Date().toISOString(), msg: message })}\n`;

function scrub(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, redacted), text);
  return telling.reduce((rest, pattern) => rest.replace(pattern, redacted), known);
}

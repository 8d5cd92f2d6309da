/**
 * What went wrong on Discord, in the core's words. The library's errors hold addresses with tokens in them, request
 * bodies with people's text, and answers that quote both: none of them leaves this file, not even as a cause.
 */
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { SendError, type SendFailure } from "../../src/chat/adapter.ts";

/** What may be known of a failed request. */
export interface Trouble {
  /** HTTP status, 0 where no answer came. */
  readonly status: number;
  /** Discord's own code of the error. */
  readonly code: number;
  /** Set where Discord, or the library on its behalf, said to wait. */
  readonly retryAfterMs: number | undefined;
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof RateLimitError) {
    const wait = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout, 0);
    return { status: 429, code: 0, retryAfterMs: Number.isFinite(wait) ? Math.ceil(wait) : 5_000 };
  }
  if (error instanceof DiscordAPIError)
    return { status: error.status, code: Number(error.code) || 0, retryAfterMs: undefined };
  if (error instanceof HTTPError) return { status: error.status, code: 0, retryAfterMs: undefined };
  return { status: 0, code: 0, retryAfterMs: undefined };
}

/** How long to wait where Discord says 'too fast' without a number, in milliseconds. */
const politePause = 30_000;

/** Codes of Discord ("JSON Error Codes") whose meaning does not depend on what was asked. */
const byCode: Readonly<Record<number, SendFailure>> = {
  10003: "removed", // Unknown Channel
  10004: "removed", // Unknown Guild
  10008: "too-old", // Unknown Message
  10013: "not-found", // Unknown User
  10015: "too-old", // Unknown Webhook: the interaction's token is not known any more
  10062: "too-old", // Unknown Interaction
  20016: "limited", // slow mode
  20028: "limited", // the channel's write limit
  30046: "too-old", // a message older than an hour was edited too often
  40003: "limited", // direct channels opened too fast
  50001: "no-rights", // Missing Access
  50005: "too-old", // not our message
  50007: "blocked", // Cannot send messages to this user
  50013: "no-rights", // Missing Permissions
  50027: "too-old", // Invalid Webhook Token
  50033: "not-found", // Invalid Recipient
  50083: "no-rights", // Thread is archived
  50278: "blocked", // no server in common
};

/** The failure of a request. `detail` names what is missing, for `no-rights`. */
export function sendErrorOf(error: unknown, detail: () => string | undefined = () => undefined): SendError {
  if (error instanceof SendError) return error;
  const { status, code, retryAfterMs } = troubleOf(error);
  if (retryAfterMs !== undefined) return new SendError("limited", { retryAfterMs });
  // 401 says that our token is refused: nothing is lost, it waits until there is a token again.
  const failure: SendFailure =
    byCode[code] ??
    (status === 0 || status >= 500 || status === 401
      ? "unreachable"
      : status === 429
        ? "limited"
        : status === 404
          ? "not-found"
          : "refused");
  if (failure === "limited") return new SendError("limited", { retryAfterMs: politePause });
  const missing = failure === "no-rights" ? detail() : undefined;
  return new SendError(failure, missing === undefined ? {} : { detail: missing });
}

/**
 * What `npm run steward -- doctor` asks a platform, beside the contract of `adapter.ts`: a check does not connect, receives
 * nothing and changes nothing, so it may be made while the bot runs.
 */
import type { Place } from "./adapter.ts";

/** One thing that was looked at. Sentences are for the operator: plain English, no secrets. */
export type Finding =
  { readonly ok: true; readonly said: string } | { readonly ok: false; readonly said: string; readonly remedy: string };

export interface AccountFinding {
  readonly finding: Finding;
  /** The platform's id of the bot's account, if it took the token. */
  readonly account?: string;
  /** How much later the platform's clock is than ours, in milliseconds; known to a second or so. */
  readonly aheadMs?: number;
}

/** What whoever sets the bot up should know of its account, and how it comes into a chat. */
export interface Invitation {
  /** What stands in the way, or weakens what the bot promises, each with what to do. */
  readonly notes: readonly string[];
  readonly links: readonly { readonly what: string; readonly address: string }[];
}

export interface PlatformCheck {
  /** Whether the platform answers and takes the token. */
  account(): Promise<AccountFinding>;
  /** For `npm run steward -- init`. After an {@link account} that is as it should be. */
  invitation?(): Promise<Invitation>;
  /** Whether the bot can do its work in a chat. After {@link account}. */
  chat(place: Place): Promise<Finding>;
}

/** An answer over HTTP, or that there was none. */
export interface Asked {
  /** 0 where no answer came. */
  readonly status: number;
  /** The JSON object of the answer; empty if it was none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly aheadMs: number | undefined;
}

/** A question may take so long. Milliseconds. */
const patience = 10_000;

/** Asks once. Errors of `fetch` quote addresses, which hold tokens on some platforms: they go no further. */
export async function ask(url: string, { method = "GET", headers = {}, body }: AskOptions = {}): Promise<Asked> {
  const sent = Date.now();
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const date = Date.parse(response.headers.get("date") ?? "");
    const between = (sent + Date.now()) / 2;
    return { status: response.status, body: objectIn(text), aheadMs: Number.isNaN(date) ? undefined : date - between };
  } catch {
    return { status: 0, body: {}, aheadMs: undefined };
  }
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return fields(JSON.parse(text));
  } catch {
    return {}; // a proxy's page
  }
}

/** The fields of what should be an object. */
export const fields = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** The same for all platforms: no answer, or one that has nothing to do with the question. */
export function unusable({ status }: Asked, platform: string): Finding {
  return status === 0
    ? {
        ok: false,
        said: `${platform} cannot be reached`,
        remedy: "Look at the network, the firewall, a proxy, and the address if one is set",
      }
    : {
        ok: false,
        said: `${platform} answers with ${String(status)}`,
        remedy: "Try again later; what people write until then waits on the platform, except on Discord",
      };
}

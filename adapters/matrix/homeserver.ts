/**
 * The client-server API over HTTP. One attempt per call: who calls decides whether to try again. Errors carry the
 * server's code and nothing else: no address, no token, and none of the server's free text, which may quote people.
 */
import { parseJson, record, text, type Json } from "./json.ts";

/** A refusal by the homeserver, or no answer at all (`status` 0). */
export class HomeserverError extends Error {
  readonly status: number;
  /** `M_FORBIDDEN` and the like. */
  readonly errcode: string;
  readonly retryAfterMs: number | undefined;
  /** `M_UNKNOWN_TOKEN`: the device goes on, only its token has ended. */
  readonly softLogout: boolean;
  /** The session of the interactive authentication that the answer asks for. */
  readonly authentication: string | undefined;

  constructor(status: number, errcode: string, options: { retryAfterMs?: number | undefined; body?: Json } = {}) {
    super(`homeserver: ${status === 0 ? "no answer" : String(status)} ${errcode}`);
    this.name = "HomeserverError";
    this.status = status;
    this.errcode = errcode;
    this.retryAfterMs = options.retryAfterMs;
    this.softLogout = options.body?.["soft_logout"] === true;
    const asks = status === 401 && Array.isArray(options.body?.["flows"]);
    this.authentication = asks ? text(options.body?.["session"]) : undefined;
  }

  /** Whether the same request may well succeed later. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.status === 408;
  }
}

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  /** An object is sent as JSON. */
  readonly body?: Json | Uint8Array;
  readonly contentType?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Without the access token (log-in). */
  readonly anonymous?: boolean;
}

/** Longest wait for an answer, in milliseconds; `/sync` has its own. */
const patience = 30_000;

export class Homeserver {
  readonly url: string;
  token = "";

  /** @param url the base address, `https://matrix.example.org` */
  constructor(url: string) {
    this.url = url.replace(/\/+$/u, "");
  }

  /**
   * @param path what follows the base address, its parts already encoded
   * @throws {HomeserverError}
   */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Json> {
    const bytes = await this.raw(method, path, options);
    const parsed = parseJson(bytes.toString("utf8"));
    // A proxy's page with status 200 is no answer of the homeserver.
    if (parsed === undefined) throw new HomeserverError(0, "NOT_JSON");
    return record(parsed);
  }

  /** The bytes of an answer: for media. */
  async raw(method: string, path: string, options: RequestOptions): Promise<Buffer> {
    const { query, body, signal, timeoutMs = patience } = options;
    const limit = AbortSignal.timeout(timeoutMs);
    const binary = body instanceof Uint8Array;
    let response: Response;
    let bytes: Buffer;
    try {
      response = await fetch(`${this.url}${path}${queryString(query)}`, {
        method,
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        headers: {
          ...(options.anonymous === true ? {} : { Authorization: `Bearer ${this.token}` }),
          ...(body === undefined
            ? {}
            : { "Content-Type": binary ? (options.contentType ?? "application/octet-stream") : "application/json" }),
        },
        ...(body === undefined ? {} : { body: binary ? new Uint8Array(body) : JSON.stringify(body) }),
      });
      bytes = Buffer.from(await response.arrayBuffer());
    } catch (error) {
      // The message of fetch names the address; its name says whether it was the time or the network.
      throw new HomeserverError(0, error instanceof Error ? error.name : "NETWORK");
    }
    if (response.ok) return bytes;
    const refusal = record(parseJson(bytes.toString("utf8")));
    throw new HomeserverError(response.status, errorCode(refusal["errcode"]), {
      retryAfterMs: response.status === 429 ? retryAfter(response.headers.get("retry-after"), refusal) : undefined,
      body: refusal,
    });
  }
}

const errorCode = (value: unknown): string => {
  const code = text(value);
  return code !== undefined && /^[A-Z0-9_.a-z]{1,64}$/u.test(code) ? code : "UNKNOWN";
};

function queryString(query: RequestOptions["query"]): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    if (typeof value === "object") for (const one of value) parameters.append(name, one);
    else parameters.set(name, String(value));
  }
  const written = parameters.toString();
  return written === "" ? "" : `?${written}`;
}

/** `Retry-After` (seconds or a date) wins over the older `retry_after_ms`: spec 1.10. */
export function retryAfter(header: string | null, body: Json, now = Date.now()): number | undefined {
  if (header !== null) {
    const seconds = Number(header);
    if (header.trim() !== "" && Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
    const date = Date.parse(header);
    if (!Number.isNaN(date)) return Math.max(0, date - now);
  }
  const ms = body["retry_after_ms"];
  return typeof ms === "number" && Number.isFinite(ms) ? Math.max(0, Math.ceil(ms)) : undefined;
}

/** Tries again after a 429, as long as the server says, for requests that nobody waits for long. */
export async function patiently<T>(work: () => Promise<T>, { tries = 4, longestMs = 20_000 } = {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HomeserverError) || error.status !== 429 || attempt >= tries) throw error;
      const wait = error.retryAfterMs ?? 1_000 * attempt;
      if (wait > longestMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait + 10));
    }
  }
}

export const roomPath = (room: string, rest: string): string =>
  `/_matrix/client/v3/rooms/${encodeURIComponent(room)}${rest}`;

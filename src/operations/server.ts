/**
 * The local port, for whoever runs the bot and for what watches over it.
 *
 * ```
 * GET  /healthz      200 while the process answers: restart it if it does not
 * GET  /readyz       200 when the database can be written and every platform is up, else 503, within 5 s; one line that says what is
 *                    not, and with several processes (docs/operators.md) which of them has which connection
 * GET  /metrics      for Prometheus
 * GET  /c/SECRET.ics a calendar, where STEWARD_PUBLIC_URL is set (pages.ts)
 * GET  /b/SECRET     the board of an assembly, likewise; what changes on it at /b/SECRET/events
 * POST /matrix-keys  {"file"}: copies the Matrix keys to a new file, for `npm run steward -- backup`
 * ```
 *
 * Only pages may be passed on by a reverse proxy. The first three show counts and states, nothing of people. The last takes a token that is derived from the master
 * key: whoever has that may have the keys as well.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Adapter } from "../chat/adapter.ts";
import { describeError, type Log } from "../core/log.ts";
import type { Database } from "../store/database.ts";
import type { Leases } from "../store/leases.ts";
import type { Keyring } from "../store/sealing.ts";
import type { Metrics } from "./metrics.ts";
import type { PublicPages } from "./pages.ts";

export interface OperationsParts {
  readonly database: Database;
  readonly adapters: () => readonly Adapter[];
  readonly metrics: Metrics;
  readonly log: Log;
  /** Where several processes share the database. */
  readonly leases?: Leases | undefined;
  /** See {@link operationsToken}. */
  readonly token: string;
  /** What is served to the public; nothing if left out. */
  readonly pages?: PublicPages;
  /** Copies the keys to a new file; false if there are none to be had now. */
  readonly backupKeys?: (file: string) => Promise<boolean>;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The port cannot be had. */
export class PortTaken extends Error {}

/** How long the database may take to answer before it counts as down. Milliseconds. */
const patience = 3_000;
const largestBody = 10_000;

/** What the CLI shows to the bot. */
export const operationsToken = (keyring: Keyring): string => keyring.lookup("operations", "token");

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

export class Operations {
  readonly #parts: OperationsParts;
  readonly #token: Buffer;
  readonly #http: Server;
  #stopping = false;
  #asking: Promise<boolean> | undefined;

  constructor(parts: OperationsParts) {
    this.#parts = parts;
    this.#token = digest(`Bearer ${parts.token}`);
    this.#http = createServer((request, response) => void this.#serve(request, response));
  }

  /** Begins to listen; gives the port, which with 0 is any free one. @throws {PortTaken} */
  async listen({ host, port }: Address): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once("error", () => {
        reject(new PortTaken());
      });
      this.#http.listen(port, host, resolve);
    });
    this.#http.removeAllListeners("error").on("error", () => undefined); // of single connections: theirs alone
    return (this.#http.address() as AddressInfo).port; // an edge: it listens on TCP
  }

  /** From now on not ready, and without boards: so that nobody sends more work to a process that is about to end. */
  stopping(): void {
    this.#stopping = true;
    this.#parts.pages?.stopping();
  }

  async close(): Promise<void> {
    if (!this.#http.listening) return;
    const closed = new Promise((resolve) => this.#http.close(resolve));
    this.#http.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: Answer;
    try {
      if ((await this.#parts.pages?.serve(request, response)) === true) return;
      answer = await this.#answer(request);
    } catch (error) {
      this.#parts.log.error(describeError(error), "the local port could not answer");
      answer = { status: 500, body: "failed; the log says where" };
    }
    const { status, body, type = "text/plain; charset=utf-8" } = answer;
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? "" : body.endsWith("\n") ? body : `${body}\n`);
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const path = (request.url ?? "").split("?")[0];
    const wanted = path === "/matrix-keys" ? ["POST"] : ["GET", "HEAD"];
    if (path === undefined || !["/healthz", "/readyz", "/metrics", "/matrix-keys"].includes(path)) {
      return { status: 404, body: "there are /healthz, /readyz and /metrics" };
    }
    if (!wanted.includes(request.method ?? "")) return { status: 405, body: `use ${wanted.join(" or ")}` };
    switch (path) {
      case "/healthz":
        return { status: 200, body: "ok" };
      case "/readyz":
        return this.#ready();
      case "/metrics":
        return { status: 200, body: await this.#parts.metrics.read(), type: this.#parts.metrics.contentType };
      default:
        return this.#keys(request);
    }
  }

  /** One line: what is up, or else what is not and why. */
  async #ready(): Promise<Answer> {
    const states = this.#parts.adapters().map((adapter) => ({
      platform: adapter.capabilities.platform,
      ...adapter.status(),
    }));
    const reasons = states.flatMap(({ platform, state, detail }) =>
      state === "up" || state === "elsewhere"
        ? []
        : [`${platform} is ${state}${detail === undefined ? "" : ` (${detail.replace(/\s+/gu, " ")})`}`],
    );
    if (!(await this.#databaseAnswers())) reasons.unshift("the database does not answer");
    if (this.#stopping) reasons.unshift("stopping");
    if (reasons.length > 0) return { status: 503, body: `not ready: ${reasons.join("; ")}` };
    const { leases } = this.#parts;
    const where = states.map(({ platform, state, detail }) =>
      leases === undefined ? platform : `${platform} (${state === "elsewhere" ? (detail ?? state) : "connected here"})`,
    );
    const here = leases === undefined ? "" : `; this process is ${leases.name}`;
    return { status: 200, body: `ready: ${["database", ...where].join(", ")}${here}` };
  }

  /** What is asked while it is being asked has the same answer: many who ask must not wait in line for a database that is locked. */
  #databaseAnswers(): Promise<boolean> {
    this.#asking ??= this.#askDatabase().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askDatabase(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => {
        resolve(false);
      }, patience);
    });
    const asked = this.#parts.database.probe().then(
      () => true,
      () => false, // why is said by whoever needs the database; here only whether
    );
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #keys(request: IncomingMessage): Promise<Answer> {
    // Digests have one length, so that the comparison tells nothing about the token's.
    if (!timingSafeEqual(digest(request.headers.authorization ?? ""), this.#token)) {
      return { status: 401, body: "another master key" };
    }
    const file = await readFile(request);
    if (file === undefined) return { status: 400, body: "no file" };
    const done = (await this.#parts.backupKeys?.(file)) ?? false;
    return done ? { status: 200, body: "done" } : { status: 409, body: "the bot has no Matrix keys in hand now" };
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** `{"file": "/absolute/path"}` */
async function readFile(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) return undefined;
    chunks.push(bytes);
  }
  try {
    const read: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return typeof read === "object" && read !== null && "file" in read && typeof read.file === "string"
      ? read.file
      : undefined;
  } catch {
    return undefined;
  }
}

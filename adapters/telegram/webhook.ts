/** Updates as Telegram brings them: an HTTP server for one path, which answers 200 only after the commit. */
import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Update } from "grammy/types";

/** Where Telegram brings updates to, and where we listen for them. */
export interface WebhookOptions {
  /** The public address, `https`, on port 443, 80, 88 or 8443. Its path is the one that is answered. */
  readonly url: string;
  /** What Telegram shows with each update: 1 to 256 of [A-Za-z0-9_-]. */
  readonly secret: string;
  readonly port: number;
  /** Address to listen on; 127.0.0.1 by default, behind a reverse proxy. */
  readonly host?: string;
}

/** The port cannot be had. */
export class ListenFailed extends Error {}

/** An update is a few kilobytes; nobody else has business here. */
const largestBody = 1024 * 1024;

export class WebhookServer {
  readonly #options: WebhookOptions;
  readonly #path: string;
  readonly #secret: Buffer;
  /** Resolves when the update was recorded; rejects if it has to come again. */
  readonly #take: (update: Update) => Promise<void>;
  readonly #http: Server;
  /** One update at a time, in the order in which they arrived. */
  #last: Promise<void> = Promise.resolve();

  constructor(options: WebhookOptions, take: (update: Update) => Promise<void>) {
    this.#options = options;
    this.#path = new URL(options.url).pathname;
    this.#secret = digest(options.secret);
    this.#take = take;
    this.#http = createServer((request, response) => void this.#serve(request, response));
  }

  /** Throws {@link ListenFailed}. */
  async listen(): Promise<void> {
    if (this.#http.listening) return;
    await new Promise<void>((resolve, reject) => {
      const failed = (): void => reject(new ListenFailed("the webhook's port cannot be had")); // not for people: for the log
      this.#http.once("error", failed);
      this.#http.listen(this.#options.port, this.#options.host ?? "127.0.0.1", () => {
        this.#http.off("error", failed);
        resolve();
      });
    });
  }

  /** Takes nothing new, and resolves when what arrived is answered. */
  async close(): Promise<void> {
    if (!this.#http.listening) return;
    const closed = new Promise((resolve) => this.#http.close(resolve));
    this.#http.closeIdleConnections();
    await this.#last;
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = (status: number): void => void response.writeHead(status, { connection: "close" }).end();
    if (request.method !== "POST" || (request.url ?? "").split("?")[0] !== this.#path) return answer(404);
    const shown = request.headers["x-telegram-bot-api-secret-token"];
    // Digests have one length, so that the comparison tells nothing about the secret's.
    if (typeof shown !== "string" || !timingSafeEqual(digest(shown), this.#secret)) return answer(401);
    const update = await readUpdate(request);
    if (update === undefined) return answer(400);
    const taken = this.#last.then(() => this.#take(update));
    this.#last = taken.catch(() => undefined); // The refusal is answered below; the next update goes on.
    try {
      await taken;
      answer(200);
    } catch {
      answer(503); // `#take` has logged why. Telegram brings it again.
    }
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

async function readUpdate(request: IncomingMessage): Promise<Update | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > largestBody) return undefined;
      chunks.push(bytes);
    }
    const read: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const is = typeof read === "object" && read !== null && "update_id" in read && typeof read.update_id === "number";
    // The edge: who shows the secret is Telegram, and speaks as documented.
    return is ? (read as Update) : undefined;
  } catch {
    return undefined; // Cut off, or no JSON: answered with 400.
  }
}

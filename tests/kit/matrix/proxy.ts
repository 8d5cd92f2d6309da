/** Stands in front of a homeserver and makes what goes wrong on real networks happen on command. */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** A request as a rule sees it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
}

/** A request that the server has answered. */
export interface Passed extends Seen {
  readonly body: string;
  readonly status: number;
  /** When it was answered; milliseconds since 1970. */
  readonly at: number;
}

/** What becomes of a request. */
export type Mishap =
  /** The connection is cut before the server hears of it. */
  | { readonly type: "drop" }
  /** The server acts, and its answer is lost. */
  | { readonly type: "lose" }
  /** Another answer, and the server hears nothing. */
  | {
      readonly type: "answer";
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Record<string, string>;
    }
  /** The server hears it twice; the second answer counts. */
  | { readonly type: "repeat" }
  /** The client gets this answer at once; the server hears of it when the promise resolves. */
  | { readonly type: "later"; readonly body: unknown; readonly when: Promise<void> };

/** Looks at each request; `undefined` lets it pass. */
export type Rule = (seen: Seen) => Mishap | undefined;

export class Proxy {
  readonly #server: Server;
  readonly #target: string;
  readonly #rules = new Set<Rule>();
  readonly seen: Seen[] = [];
  /** Is told of each request that passes without mishap. */
  onPassed: ((passed: Passed) => void) | undefined;
  #port = 0;

  private constructor(target: string) {
    this.#target = target;
    this.#server = createServer((incoming, outgoing) => {
      void this.#handle(incoming, outgoing);
    });
  }

  static async start(target: string): Promise<Proxy> {
    const proxy = new Proxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    const address = proxy.#server.address();
    if (address !== null && typeof address !== "string") proxy.#port = address.port;
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** Adds a rule; the function that comes back takes it away. */
  rule(rule: Rule): () => void {
    this.#rules.add(rule);
    return () => this.#rules.delete(rule);
  }

  /** Cuts the connections that there are, those that wait for an answer too. */
  cut(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const seen: Seen = {
      method: incoming.method ?? "",
      path: incoming.url ?? "",
      token: incoming.headers.authorization?.replace(/^Bearer /u, ""),
    };
    this.seen.push(seen);
    const mishap = [...this.#rules].map((rule) => rule(seen)).find((one) => one !== undefined);
    const body = Buffer.concat(chunks);
    const forward = () => this.#forward(incoming, body);
    try {
      switch (mishap?.type) {
        case "drop":
          incoming.socket.destroy();
          return;
        case "lose":
          await forward();
          incoming.socket.destroy();
          return;
        case "answer":
          outgoing.writeHead(mishap.status, { "content-type": "application/json", ...mishap.headers });
          outgoing.end(typeof mishap.body === "string" ? mishap.body : JSON.stringify(mishap.body));
          return;
        case "later":
          outgoing.writeHead(200, { "content-type": "application/json" });
          outgoing.end(JSON.stringify(mishap.body));
          void mishap.when.then(forward).catch(() => undefined);
          return;
        case "repeat":
          await forward();
          break;
        case undefined:
          break;
      }
      const answer = await forward();
      this.onPassed?.({ ...seen, body: body.toString(), status: answer.status, at: Date.now() });
      outgoing.writeHead(answer.status, answer.headers);
      outgoing.end(answer.body);
    } catch {
      outgoing.socket?.destroy();
    }
  }

  #forward(
    incoming: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const passed = request(
        `${this.#target}${incoming.url ?? ""}`,
        { method: incoming.method ?? "GET", headers: incoming.headers, agent: false },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () => {
            const { connection: _, "transfer-encoding": __, ...headers } = answer.headers;
            resolve({ status: answer.statusCode ?? 502, headers, body: Buffer.concat(chunks) });
          });
        },
      );
      passed.on("error", reject);
      const away = () => passed.destroy();
      incoming.socket.once("close", away);
      passed.once("close", () => incoming.socket.off("close", away));
      passed.end(body);
    });
  }
}

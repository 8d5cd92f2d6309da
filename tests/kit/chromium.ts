/** A real browser, Debian's Chromium, by its own protocol (CDP): what a page looks like, and what it does. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

/** Where Debian has it. */
const program = "/usr/bin/chromium";

/** Whether it is installed here. */
export const hasChromium = existsSync(program);

type Answer = Readonly<Record<string, unknown>>;

/** The browser's one connection: commands, and what they came to. */
class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: { readonly result?: Answer; readonly error?: unknown }) => void>();
  #id = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => {
      const said = JSON.parse(data.toString()) as { id?: number; result?: Answer; error?: unknown }; // the protocol's form
      if (said.id === undefined) return;
      this.#waiting.get(said.id)?.(said);
      this.#waiting.delete(said.id);
    });
  }

  static async open(url: string): Promise<Connection> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    return new Connection(socket);
  }

  send(method: string, params: Answer = {}, sessionId?: string): Promise<Answer> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(`${method}: ${JSON.stringify(error)}`));
      });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  }

  close(): void {
    this.#socket.close();
  }
}

/** How a page is looked at. */
export interface Looking {
  /** Of the window, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly scripts?: boolean;
  /** As it is on paper. */
  readonly print?: boolean;
}

export class Tab {
  readonly #connection: Connection;
  readonly #session: string;

  constructor(connection: Connection, session: string) {
    this.#connection = connection;
    this.#session = session;
  }

  send(method: string, params: Answer = {}): Promise<Answer> {
    return this.#connection.send(method, params, this.#session);
  }

  async look({ width, height, dark = false, scripts = true, print = false }: Looking): Promise<void> {
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
    await this.send("Emulation.setEmulatedMedia", { media: print ? "print" : "", features });
    await this.send("Emulation.setScriptExecutionDisabled", { value: !scripts });
  }

  async go(url: string): Promise<void> {
    await this.send("Page.enable");
    await this.send("Page.navigate", { url });
    await this.until("the page", `document.readyState === "complete" && location.href === ${JSON.stringify(url)}`);
  }

  /** What an expression comes to in the page. It is asked for from outside, so that scripts may be off. */
  async read<T>(expression: string): Promise<T> {
    const { result } = (await this.send("Runtime.evaluate", {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })) as { result: { value: T } }; // the protocol's form
    return result.value;
  }

  async until(what: string, expression: string, patience = 15_000): Promise<void> {
    for (const end = Date.now() + patience; ;) {
      if (await this.read<boolean>(expression).catch(() => false)) return;
      if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** It on paper of this size, as PDF. */
  async printed(inches: { readonly width: number; readonly height: number }): Promise<Buffer> {
    const of = { paperWidth: inches.width, paperHeight: inches.height };
    const { data } = (await this.send("Page.printToPDF", of)) as { data: string };
    return Buffer.from(data, "base64");
  }

  /** What is seen, as PNG. */
  async picture(): Promise<Buffer> {
    const { data } = (await this.send("Page.captureScreenshot", { format: "png" })) as { data: string };
    return Buffer.from(data, "base64");
  }
}

export class Chromium {
  readonly #connection: Connection;
  readonly #end: () => Promise<void>;

  private constructor(connection: Connection, end: () => Promise<void>) {
    this.#connection = connection;
    this.#end = end;
  }

  static async start(): Promise<Chromium> {
    const profile = await mkdtemp(join(tmpdir(), "steward-chromium-"));
    const given = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
    const child = spawn(program, [...given, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise<void>((resolve) =>
      child.once("exit", () => {
        resolve();
      }),
    );
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stderr.on("data", (piece: Buffer) => {
        said += piece.toString();
        const [, found] = /DevTools listening on (ws:\S+)/u.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
      child.once("error", reject);
      child.once("exit", () => {
        reject(new Error(`Chromium did not start: ${said}`));
      });
    });
    const connection = await Connection.open(url);
    return new Chromium(connection, async () => {
      await connection.send("Browser.close").catch(() => undefined);
      connection.close();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });
  }

  async tab(): Promise<Tab> {
    const { targetId } = await this.#connection.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.#connection.send("Target.attachToTarget", { targetId, flatten: true });
    return new Tab(this.#connection, String(sessionId));
  }

  close(): Promise<void> {
    return this.#end();
  }
}

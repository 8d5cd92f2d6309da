/**
 * Pictures and printable pages, made from data just before they are sent.
 *
 * All of it happens in a thread of its own: the libraries are large and slow to load, drawing takes some tens of
 * milliseconds in which nobody could be answered, and what breaks there breaks nothing here. States of the thread: none ->
 * started by the first file that is wanted -> ended when nothing was wanted for a minute, which gives its memory back.
 * One that dies or takes too long is replaced at the next wish.
 *
 * A post to a thousand chats wants the same picture a thousand times, in two or three languages: what is wanted while it
 * is being made is made once, and the last few files are kept.
 */
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Made } from "../chat/drawing.ts";
import type { FileData } from "../chat/message.ts";
import { paperMarkdown } from "./markdown.ts";
import type { Done, Order } from "./thread.ts";

/** Files that are kept, and the largest of them (characters of Base64): 3 MB in all. */
const mostKept = 12;
const largestKept = 256 * 1024;
/** Milliseconds. */
const idleAfter = 60_000;
const patience = 15_000;
/** Of the thread's JavaScript; the drawing library adds some 40 MB of its own. */
const megabytes = 192;

interface Waiting {
  readonly resolve: (data: string) => void;
  readonly reject: (error: Error) => void;
}

export class Pages {
  readonly #kept = new Map<string, string>();
  readonly #making = new Map<string, Promise<string>>();
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #number = 0;

  /** The same file with its data. What is not to be made is given back as it is. */
  async fill(file: FileData): Promise<FileData> {
    const { name, mediaType, made } = file;
    return made === undefined ? file : { name, mediaType, data: await this.#data(made) };
  }

  /** Whether the thread is running: for tests and measurements. */
  get awake(): boolean {
    return this.#worker !== undefined;
  }

  /** Ends the thread. What was wanted of it is not made. */
  async stop(): Promise<void> {
    await this.#end("stopped");
  }

  async #data(made: Made): Promise<string> {
    if ("as" in made && made.as === "markdown") return Buffer.from(paperMarkdown(made.prints)).toString("base64");
    const key = createHash("sha256").update(JSON.stringify(made)).digest("base64");
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      // The last to be used is the last to go.
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const going = this.#making.get(key);
    if (going !== undefined) return going;
    const making = this.#order(made).finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    const data = await making;
    this.#keep(key, data);
    return data;
  }

  #keep(key: string, data: string): void {
    if (data.length > largestKept) return;
    this.#kept.set(key, data);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }

  #order(made: Made): Promise<string> {
    const worker = (this.#worker ??= this.#start());
    const number = this.#number++;
    return new Promise<string>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      worker.ref();
      worker.postMessage({ number, made } satisfies Order);
      this.#watch();
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    worker.on("message", (done: Done) => {
      const waiting = this.#waiting.get(done.number);
      this.#waiting.delete(done.number);
      if ("data" in done) waiting?.resolve(Buffer.from(done.data).toString("base64"));
      else waiting?.reject(new Error(`a file could not be made: ${done.failed}`));
      this.#watch();
    });
    const gone = (): void => {
      if (this.#worker === worker) void this.#end("ended");
    };
    worker.on("error", gone);
    worker.on("exit", gone);
    return worker;
  }

  /** The process may end while the thread waits for work; the thread may not take for ever, nor wait for ever. */
  #watch(): void {
    clearTimeout(this.#timer);
    const busy = this.#waiting.size > 0;
    if (!busy) this.#worker?.unref();
    this.#timer = setTimeout(() => void this.#end(busy ? "slow" : "idle"), busy ? patience : idleAfter);
    this.#timer.unref();
  }

  async #end(why: string): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(`a file could not be made: ${why}`));
    this.#waiting.clear();
    await worker?.terminate();
  }
}

/** Stands in for the core: keeps what an adapter hands over and its facts, in a file if they must outlive a process. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { AdapterHost, AdapterLog } from "../../../src/chat/adapter.ts";
import type { Inbound } from "../../../src/chat/inbound.ts";
import { patience } from "../patience.ts";

interface Kept {
  readonly facts: Record<string, string>;
  readonly received: Inbound[];
  /** Events whose answers were sent. */
  readonly answered: string[];
}

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly message: string;
}

export class RecordingHost implements AdapterHost {
  readonly commands = [];
  readonly languages = ["en"];
  readonly lines: LogLine[] = [];
  readonly #file: string | undefined;
  readonly #kept: Kept;
  readonly #waiting = new Set<() => void>();
  /** Every call, those with the same event included. */
  calls = 0;
  /** Makes `receive` fail, as a database does. */
  fails: ((inbound: Inbound) => boolean) | undefined;
  onReceive: ((inbound: Inbound) => void) | undefined;

  /** @param file where everything is kept, each time before a call resolves */
  constructor(file?: string) {
    this.#file = file;
    this.#kept =
      file !== undefined && existsSync(file)
        ? (JSON.parse(readFileSync(file, "utf8")) as Kept)
        : { facts: {}, received: [], answered: [] };
  }

  get received(): readonly Inbound[] {
    return this.#kept.received;
  }

  get answered(): readonly string[] {
    return this.#kept.answered;
  }

  #save(): void {
    if (this.#file !== undefined) {
      writeFileSync(`${this.#file}.new`, JSON.stringify(this.#kept));
      renameSync(`${this.#file}.new`, this.#file);
    }
    for (const look of this.#waiting) look();
  }

  async receive(inbound: Inbound): Promise<void> {
    await Promise.resolve();
    this.calls++;
    if (this.fails?.(inbound) === true) throw new Error("the database is away");
    if (this.received.some(({ eventId }) => eventId === inbound.eventId)) return;
    this.#kept.received.push(inbound);
    this.#save();
    this.onReceive?.(inbound);
  }

  noteAnswered(eventId: string): void {
    this.#kept.answered.push(eventId);
    this.#save();
  }

  /** The first event that this is true of, now or later. */
  async until(what: (inbound: Inbound) => boolean, ms = patience): Promise<Inbound> {
    const { promise, resolve, reject } = Promise.withResolvers<Inbound>();
    const look = () => {
      const found = this.received.find(what);
      if (found !== undefined) resolve(found);
    };
    const timer = setTimeout(() => {
      const seen = this.received.map(({ said }) => said.type).join(", ");
      reject(new Error(`it was not received within ${String(ms)} ms; received: ${seen}; log: ${this.story}`));
    }, ms);
    this.#waiting.add(look);
    look();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(look);
    }
  }

  untilText(text: string, ms?: number): Promise<Inbound> {
    return this.until(({ said }) => said.type === "text" && said.text === text, ms);
  }

  async complete(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  text(_language: string, id: string): string {
    return id;
  }

  now(): number {
    return Date.now();
  }

  readonly facts = {
    get: (key: string): Promise<string | undefined> => Promise.resolve(this.#kept.facts[key]),
    set: (key: string, value: string): Promise<void> => {
      this.#kept.facts[key] = value;
      this.#save();
      return Promise.resolve();
    },
  };

  readonly log: AdapterLog = {
    info: (fields, message) => this.lines.push({ level: "info", fields, message }),
    warn: (fields, message) => this.lines.push({ level: "warn", fields, message }),
    error: (fields, message) => this.lines.push({ level: "error", fields, message }),
  };

  /** The log as one text. */
  get story(): string {
    return this.lines.map(({ fields, message }) => `${message} ${JSON.stringify(fields)}`).join(" / ");
  }
}
